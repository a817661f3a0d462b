/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "mattra-digits.h"

G_BEGIN_DECLS

#define MATTRA_TYPE_ITEMS_VIEW (mattra_items_view_get_type ())

/* A text view that draws a number before each of its lines, in the left margin. */
G_DECLARE_FINAL_TYPE (MattraItemsView, mattra_items_view, MATTRA, ITEMS_VIEW, GtkTextView)

void mattra_items_view_set_numbers (MattraItemsView *self,
                                    int              x,
                                    MattraDigits     digits,
                                    PangoAttrList   *attributes);
void mattra_items_view_strip_number (MattraItemsView *self);

G_END_DECLS
