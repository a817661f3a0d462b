/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-review-state.h"

/**
 * mattra_review_get_state:
 * @plan: the plan of @measure
 * @measure: a measure as it was loaded
 * @round: a round
 * @division: (nullable): ULID of a division; %NULL for the joint answer
 *
 * Returns: how far the answer has come
 */
MattraReviewState
mattra_review_get_state (MattraPlan    *plan,
                         MattraMeasure *measure,
                         MattraRound    round,
                         const char    *division)
{
  const MattraReview *review;
  MattraPlanRound *plan_round;

  g_return_val_if_fail (MATTRA_IS_PLAN (plan) && MATTRA_IS_MEASURE (measure), MATTRA_REVIEW_DRAFT);

  plan_round = round != MATTRA_ROUND_NONE ? mattra_plan_get_round (plan, round) : NULL;
  if (plan_round != NULL && !plan_round->open)
    return MATTRA_REVIEW_CLOSED;
  review = mattra_review_find (measure, round, division);
  return review != NULL ? mattra_review_verdict_leads_to (review->verdict) : MATTRA_REVIEW_DRAFT;
}
