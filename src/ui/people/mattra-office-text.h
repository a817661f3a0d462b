/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "mattra-form-text-view.h"

G_BEGIN_DECLS

#define MATTRA_TYPE_OFFICE_TEXT (mattra_office_text_get_type ())

/* A row of a list of fields with a text that may need several lines, below its title.
 *
 * Signals:
 *   changed ()    the text is another
 *   apply ()      Enter, or Ctrl+Enter where Enter begins a line, says that it is finished
 */
G_DECLARE_FINAL_TYPE (MattraOfficeText, mattra_office_text, MATTRA, OFFICE_TEXT, AdwPreferencesRow)

GtkWidget *mattra_office_text_new      (const char          *title,
                                        MattraFormTextKind   kind);
char      *mattra_office_text_dup_text (MattraOfficeText    *self);
void       mattra_office_text_set_text (MattraOfficeText    *self,
                                        const char          *text);

G_END_DECLS
