/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-review-event.h"

#include <glib/gi18n-lib.h>

static const char *const verdict_names[MATTRA_N_VERDICTS] = { "submitted", "returned", "approved", "withdrawn" };

/**
 * mattra_review_free:
 * @self: (transfer full) (nullable): a review
 *
 * Frees a review.
 */
void
mattra_review_free (MattraReview *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->measure);
  g_free (self->division);
  g_free (self->at_utc);
  g_free (self->person);
  g_free (self->post);
  g_free (self->comment);
  g_free (self->content);
  g_free (self->cells);
  g_free (self);
}

/**
 * mattra_review_verdict_leads_to:
 * @verdict: what happened to an answer last
 *
 * Returns: the state it is in since
 */
MattraReviewState
mattra_review_verdict_leads_to (MattraReviewVerdict verdict)
{
  static const MattraReviewState states[MATTRA_N_VERDICTS] = { MATTRA_REVIEW_SUBMITTED, MATTRA_REVIEW_RETURNED,
                                                               MATTRA_REVIEW_APPROVED, MATTRA_REVIEW_DRAFT };

  g_return_val_if_fail ((guint) verdict < MATTRA_N_VERDICTS, MATTRA_REVIEW_DRAFT);

  return states[verdict];
}

/**
 * mattra_review_verdict_to_string:
 * @verdict: a verdict
 *
 * Returns: (transfer none): its name in the register and in JSON
 */
const char *
mattra_review_verdict_to_string (MattraReviewVerdict verdict)
{
  g_return_val_if_fail ((guint) verdict < MATTRA_N_VERDICTS, "withdrawn");

  return verdict_names[verdict];
}

/**
 * mattra_review_verdict_from_string:
 * @text: (nullable): a name
 * @verdict: (out): the verdict
 *
 * Returns: whether @text is the name of a verdict
 */
gboolean
mattra_review_verdict_from_string (const char          *text,
                                   MattraReviewVerdict *verdict)
{
  g_return_val_if_fail (verdict != NULL, FALSE);

  for (guint i = 0; i < MATTRA_N_VERDICTS; i++)
    if (g_strcmp0 (verdict_names[i], text) == 0)
      {
        *verdict = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * mattra_review_verdict_to_text:
 * @verdict: a verdict
 *
 * Returns: (transfer none): its name for people, translated
 */
const char *
mattra_review_verdict_to_text (MattraReviewVerdict verdict)
{
  g_return_val_if_fail ((guint) verdict < MATTRA_N_VERDICTS, "");

  return verdict == MATTRA_VERDICT_WITHDRAWN
           ? _("withdrawn") : mattra_review_state_to_text (mattra_review_verdict_leads_to (verdict));
}

/**
 * mattra_review_find:
 * @measure: a measure as it was loaded
 * @round: a round
 * @division: (nullable): ULID of a division; %NULL for the joint answer
 *
 * Returns: (transfer none) (nullable): the newest step in the review of that answer
 */
const MattraReview *
mattra_review_find (MattraMeasure *measure,
                    MattraRound    round,
                    const char    *division)
{
  GPtrArray *reviews;

  g_return_val_if_fail (MATTRA_IS_MEASURE (measure), NULL);

  reviews = mattra_measure_get_reviews (measure);
  for (guint i = 0; i < reviews->len; i++)
    {
      const MattraReview *review = g_ptr_array_index (reviews, i);

      if (review->round == round && g_strcmp0 (review->division, division) == 0)
        return review;
    }
  return NULL;
}
