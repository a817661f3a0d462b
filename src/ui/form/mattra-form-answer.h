/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "mattra-form-cell.h"
#include "mattra-review-box.h"

G_BEGIN_DECLS

#define MATTRA_TYPE_FORM_ANSWER (mattra_form_answer_get_type ())

/* What one division answers, or all jointly. Where several answer it has a name and folds; its fields
 * are made when they are first seen.
 *
 * Signals:
 *   built ()     its cells were made
 */
G_DECLARE_FINAL_TYPE (MattraFormAnswer, mattra_form_answer, MATTRA, FORM_ANSWER, AdwBin)

GtkWidget  *mattra_form_answer_new          (MattraSession    *session,
                                             const char       *division,
                                             const char       *name,
                                             gboolean          ticks);
const char *mattra_form_answer_get_division (MattraFormAnswer *self);
void        mattra_form_answer_set_division (MattraFormAnswer *self,
                                             const char       *division);
const char *mattra_form_answer_get_name     (MattraFormAnswer *self);
gboolean    mattra_form_answer_get_ticks    (MattraFormAnswer *self);
GPtrArray  *mattra_form_answer_get_cells    (MattraFormAnswer *self);
MattraReviewBox *mattra_form_answer_get_review (MattraFormAnswer *self);
void        mattra_form_answer_set_summary  (MattraFormAnswer *self,
                                             const char       *summary);
void        mattra_form_answer_expand       (MattraFormAnswer *self);
void        mattra_form_answer_show_evidence (MattraFormAnswer *self,
                                              MattraMeasure    *measure,
                                              MattraRound       round);

G_END_DECLS
