/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-form-cell.h"
#include "mattra-form-text-view.h"

G_BEGIN_DECLS

#define MATTRA_TYPE_FORM_TEXT (mattra_form_text_get_type ())

/* A field that is typed. It is committed when it is left or with Ctrl+Enter; Escape gives it up. With a
 * face it shows that, until somebody wants to type. */
G_DECLARE_FINAL_TYPE (MattraFormText, mattra_form_text, MATTRA, FORM_TEXT, MattraFormCell)

GtkWidget   *mattra_form_text_new      (MattraSession      *session,
                                        MattraFormTextKind  kind);
GtkTextView *mattra_form_text_get_view (MattraFormText     *self);
const MattraTableContext *mattra_form_text_get_context (MattraFormText *self);
void         mattra_form_text_type     (MattraFormText     *self,
                                        const char         *text);
void         mattra_form_text_set_face (MattraFormText     *self,
                                        GtkWidget          *face);
void         mattra_form_text_edit     (MattraFormText     *self);

G_END_DECLS
