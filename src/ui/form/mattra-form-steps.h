/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-form-text.h"

G_BEGIN_DECLS

#define MATTRA_TYPE_FORM_STEPS (mattra_form_steps_get_type ())

/* The steps of a measure as a check list, as the face of the field they are typed into. */
G_DECLARE_FINAL_TYPE (MattraFormSteps, mattra_form_steps, MATTRA, FORM_STEPS, GtkBox)

GtkWidget *mattra_form_steps_new_field (MattraSession            *session,
                                        gboolean                  editable);
void       mattra_form_steps_show      (MattraFormCell           *field,
                                        const MattraTableContext *context,
                                        MattraMeasure            *measure);

G_END_DECLS
