/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "mattra-digits.h"

G_BEGIN_DECLS

#define MATTRA_TYPE_SIDEBAR_ROW (mattra_sidebar_row_get_type ())

/* A row of the sidebar: a list that goes across divisions, or a division with the thin line of its
 * progress. What it shows is set again and again; only what is another is drawn anew. */
G_DECLARE_FINAL_TYPE (MattraSidebarRow, mattra_sidebar_row, MATTRA, SIDEBAR_ROW, GtkListBoxRow)

GtkWidget  *mattra_sidebar_row_new          (const char       *icon,
                                             const char       *name);
const char *mattra_sidebar_row_get_name     (MattraSidebarRow *self);
void        mattra_sidebar_row_set_name     (MattraSidebarRow *self,
                                             const char       *name);
void        mattra_sidebar_row_set_count    (MattraSidebarRow *self,
                                             guint             count,
                                             MattraDigits      digits);
void        mattra_sidebar_row_set_progress (MattraSidebarRow *self,
                                             guint             answered,
                                             guint             expected,
                                             guint             overdue,
                                             MattraDigits      digits);

G_END_DECLS
