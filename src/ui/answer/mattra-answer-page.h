/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "mattra-review-box.h"

G_BEGIN_DECLS

#define MATTRA_TYPE_ANSWER_PAGE (mattra_answer_page_get_type ())

/* One measure, large and calm, with the answer of one division: what it is, what was said to the answer, and the fields
 * to answer in. Each field is written as soon as it is left.
 *
 * Signals:
 *   draft (measure, field, round, division, text)   text as typed; NULL when it is being committed or was given up
 *   kept (measure, field, round, division, text)    a text was refused when its field showed something else
 */
G_DECLARE_FINAL_TYPE (MattraAnswerPage, mattra_answer_page, MATTRA, ANSWER_PAGE, AdwBin)

GtkWidget       *mattra_answer_page_new          (MattraSession    *session,
                                                  GSettings        *settings);
void             mattra_answer_page_set_answer   (MattraAnswerPage *self,
                                                  const char       *measure,
                                                  MattraRound       round,
                                                  const char       *division);
void             mattra_answer_page_set_progress (MattraAnswerPage *self,
                                                  const char       *text);
MattraReviewBox *mattra_answer_page_get_review   (MattraAnswerPage *self);
void             mattra_answer_page_commit       (MattraAnswerPage *self);
void             mattra_answer_page_reload       (MattraAnswerPage *self);
void             mattra_answer_page_focus_field  (MattraAnswerPage *self,
                                                  const char       *field);

G_END_DECLS
