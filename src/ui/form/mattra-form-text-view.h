/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "mattra-digits.h"

G_BEGIN_DECLS

/**
 * MattraFormTextKind:
 * @MATTRA_FORM_LINE: one line
 * @MATTRA_FORM_LINES: several lines
 * @MATTRA_FORM_ITEMS: several lines with a number before each
 *
 * What a field is typed as.
 */
typedef enum
{
  MATTRA_FORM_LINE,
  MATTRA_FORM_LINES,
  MATTRA_FORM_ITEMS,
} MattraFormTextKind;

GtkTextView *mattra_form_text_view_new      (MattraFormTextKind  kind);
void         mattra_form_text_view_set_text (GtkTextView        *view,
                                             const char         *text);
void         mattra_form_text_view_type     (GtkTextView        *view,
                                             const char         *text);
char        *mattra_form_text_view_dup_text (GtkTextView        *view);
void         mattra_form_text_view_set_digits (GtkTextView      *view,
                                               MattraDigits      digits);
void         mattra_form_text_view_forget_undo (GtkTextView     *view);

G_END_DECLS
