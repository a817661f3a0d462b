/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-table-cell.h"

G_BEGIN_DECLS

#define MATTRA_TYPE_FORM_STEP (mattra_form_step_get_type ())

/* A step with what ticks it: once, or as often as the measure recurs in a round.
 *
 * Signals:
 *   ticked (occurrence, done)   by the user
 */
G_DECLARE_FINAL_TYPE (MattraFormStep, mattra_form_step, MATTRA, FORM_STEP, GtkBox)

GtkWidget *mattra_form_step_new       (const char               *id,
                                       guint                     n_times);
const char *mattra_form_step_get_id   (MattraFormStep           *self);
void       mattra_form_step_show      (MattraFormStep           *self,
                                       const MattraTableContext *context,
                                       MattraMeasure            *measure,
                                       const MattraItem         *item,
                                       guint                     number,
                                       const char               *division);
void       mattra_form_step_set_why   (MattraFormStep           *self,
                                       const char               *why);

G_END_DECLS
