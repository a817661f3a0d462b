/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-review.h"
#include "mattra-session.h"

G_BEGIN_DECLS

/* How drafts call what is typed about a measure and is none of its fields. */
#define MATTRA_DRAFT_COMMENT "comment"
#define MATTRA_DRAFT_REASON "return-reason"

/**
 * MattraReviewStep:
 * @measure: ULID of the measure.
 * @number: its number; 0 for none.
 * @round: round of the answer.
 * @division: (nullable): ULID of the division whose answer it is; %NULL for the joint one.
 * @verdict: what is to happen.
 * @comment: (nullable): what is said with it.
 * @content: (nullable): SHA-256 of what the person saw.
 *
 * A step in a review that is on its way to the register.
 */
typedef struct
{
  char *measure;
  int number;
  MattraRound round;
  char *division;
  MattraReviewVerdict verdict;
  char *comment;
  char *content;
} MattraReviewStep;

MattraReviewStep *mattra_review_step_new     (MattraMeasure        *measure,
                                              MattraRound           round,
                                              const char           *division,
                                              MattraReviewVerdict   verdict,
                                              const char           *comment);
void              mattra_review_step_free    (MattraReviewStep     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MattraReviewStep, mattra_review_step_free)

void              mattra_review_act_get_actor (MattraSession       *session,
                                              MattraActor          *actor);
MattraReason      mattra_review_act_ask      (MattraSession        *session,
                                              MattraMeasure        *measure,
                                              MattraRound           round,
                                              const char           *division,
                                              MattraReviewVerdict   verdict);
const char       *mattra_review_act_why      (MattraSession        *session,
                                              MattraReason          reason);
void              mattra_review_act_take     (MattraSession        *session,
                                              MattraReviewStep     *step,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
void              mattra_review_act_take_all (MattraSession        *session,
                                              GPtrArray            *steps,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
GPtrArray        *mattra_review_act_take_all_finish (MattraSession  *session,
                                              GAsyncResult         *result,
                                              guint                *n_done,
                                              GError              **error);
void              mattra_review_act_comment  (MattraSession        *session,
                                              MattraMeasure        *measure,
                                              const char           *text,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);

G_END_DECLS
