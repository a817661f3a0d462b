/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-actor.h"
#include "mattra-store.h"

G_BEGIN_DECLS

/**
 * MattraReviewRequest:
 * @measure: ULID of a measure.
 * @round: round of the answer; not %MATTRA_ROUND_NONE.
 * @division: (nullable): ULID of the division whose answer it is; %NULL for the joint one.
 * @verdict: what is to happen.
 * @comment: (nullable): what is said with it; what is sent back needs one.
 * @content: (nullable): SHA-256 of the content that the person saw; %NULL for whatever the answer says now.
 *
 * A step that somebody wants to take in the review of an answer.
 */
typedef struct
{
  const char *measure;
  MattraRound round;
  const char *division;
  MattraReviewVerdict verdict;
  const char *comment;
  const char *content;
} MattraReviewRequest;

char            **mattra_review_changed_cells (MattraMeasure              *measure,
                                               MattraRound                 round,
                                               const char                 *division);
MattraReason      mattra_review_ask           (MattraPlan                 *plan,
                                               const MattraActor          *actor,
                                               MattraMeasure              *measure,
                                               const MattraReviewRequest  *request);
gboolean          mattra_review_apply         (MattraStore                *store,
                                               MattraPlan                 *plan,
                                               const MattraActor          *actor,
                                               const MattraReviewRequest  *request,
                                               GError                    **error);

G_END_DECLS
