/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-form-cell.h"

G_BEGIN_DECLS

#define MATTRA_TYPE_FORM_CHOICE (mattra_form_choice_get_type ())

/* A field whose value is one of a few words; a status stands as a pill, and says whether it was stated. */
G_DECLARE_FINAL_TYPE (MattraFormChoice, mattra_form_choice, MATTRA, FORM_CHOICE, MattraFormCell)

GtkWidget *mattra_form_choice_new    (MattraSession    *session);
void       mattra_form_choice_choose (MattraFormChoice *self,
                                      const char       *word);

G_END_DECLS
