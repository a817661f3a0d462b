/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-review-mark.h"

#include "mattra-cell.h"
#include "mattra-review-event.h"

/**
 * mattra_review_mark:
 * @measure: a measure as it was loaded
 * @round: a round
 * @division: (nullable): ULID of a division; %NULL for the joint answer
 *
 * Returns: how exactly that answer is marked
 */
MattraReviewMark
mattra_review_mark (MattraMeasure *measure,
                    MattraRound    round,
                    const char    *division)
{
  const MattraReview *review;

  g_return_val_if_fail (MATTRA_IS_MEASURE (measure), MATTRA_REVIEW_MARK_NONE);

  review = mattra_review_find (measure, round, division);
  switch (review != NULL ? mattra_review_verdict_leads_to (review->verdict) : MATTRA_REVIEW_DRAFT)
    {
    case MATTRA_REVIEW_SUBMITTED:
      return MATTRA_REVIEW_MARK_SUBMITTED;
    case MATTRA_REVIEW_RETURNED:
      return MATTRA_REVIEW_MARK_RETURNED;
    case MATTRA_REVIEW_APPROVED:
      return mattra_review_is_changed (measure, review, NULL) ? MATTRA_REVIEW_MARK_CHANGED
                                                              : MATTRA_REVIEW_MARK_APPROVED;
    case MATTRA_REVIEW_DRAFT:
    case MATTRA_REVIEW_CLOSED:
    default:
      return mattra_cell_says_something (mattra_measure_find_answer (measure, round, division))
               ? MATTRA_REVIEW_MARK_DRAFT : MATTRA_REVIEW_MARK_NONE;
    }
}

/**
 * mattra_review_find_division:
 * @measure: a measure as it was loaded
 * @round: a round
 * @division: (nullable): ULID of a division; %NULL for the joint answer
 *
 * Tells which answer counts for a division: its own where it says something or was handed in, else the joint one where
 * that does, else its own.
 *
 * Returns: (transfer none) (nullable): @division, or %NULL for the joint answer
 */
const char *
mattra_review_find_division (MattraMeasure *measure,
                             MattraRound    round,
                             const char    *division)
{
  if (division == NULL || mattra_review_mark (measure, round, division) != MATTRA_REVIEW_MARK_NONE)
    return division;
  return mattra_review_mark (measure, round, NULL) != MATTRA_REVIEW_MARK_NONE ? NULL : division;
}

static void
add_once (GPtrArray  *divisions,
          const char *division)
{
  for (guint i = 0; i < divisions->len; i++)
    if (g_strcmp0 (g_ptr_array_index (divisions, i), division) == 0)
      return;
  g_ptr_array_add (divisions, (gpointer) division);
}

/* Who answered without being asked counts too. */
static gboolean
takes_part (MattraMeasure *measure,
            MattraRound    round,
            const char    *division)
{
  return mattra_measure_involves (measure, division)
         || mattra_review_mark (measure, round, division) != MATTRA_REVIEW_MARK_NONE;
}

/**
 * mattra_review_list_divisions:
 * @plan: the plan of @measure
 * @measure: a measure as it was loaded
 * @round: a round
 * @division: (nullable): ULID of the only division wanted; %NULL or "" for all
 *
 * Lists whose answers to the measure there are to review, in the order of the plan, the joint one once.
 *
 * Returns: (transfer container) (element-type utf8): ULIDs of divisions of the plan; a %NULL among them is the joint
 *   answer
 */
GPtrArray *
mattra_review_list_divisions (MattraPlan    *plan,
                              MattraMeasure *measure,
                              MattraRound    round,
                              const char    *division)
{
  GPtrArray *found = g_ptr_array_new ();
  MattraDivisionList *divisions;

  g_return_val_if_fail (MATTRA_IS_PLAN (plan) && MATTRA_IS_MEASURE (measure), found);

  divisions = mattra_plan_get_divisions (plan);
  for (guint i = 0; i < mattra_division_list_get_size (divisions); i++)
    {
      const char *id = mattra_division_list_get (divisions, i)->id;
      gboolean wanted = division == NULL || *division == '\0' || g_strcmp0 (division, id) == 0;

      if (id != NULL && wanted && takes_part (measure, round, id))
        add_once (found, mattra_review_find_division (measure, round, id));
    }
  if (found->len == 0 || mattra_review_mark (measure, round, NULL) != MATTRA_REVIEW_MARK_NONE)
    add_once (found, NULL);
  return found;
}

/* What waits for somebody comes before what does not. */
static const MattraReviewMark by_urgency[] = {
  MATTRA_REVIEW_MARK_RETURNED, MATTRA_REVIEW_MARK_CHANGED, MATTRA_REVIEW_MARK_SUBMITTED,
  MATTRA_REVIEW_MARK_DRAFT,    MATTRA_REVIEW_MARK_NONE,    MATTRA_REVIEW_MARK_APPROVED,
};

/**
 * mattra_review_mark_all:
 * @plan: the plan of @measure
 * @measure: a measure as it was loaded
 * @round: a round
 * @division: (nullable): ULID of the only division wanted; %NULL or "" for all
 * @n_alike: (out): how many of the answers are marked so
 * @n_answers: (out): how many there are
 *
 * Sums up how the answers to a measure are marked.
 *
 * Returns: of all marks the one that somebody should look at first
 */
MattraReviewMark
mattra_review_mark_all (MattraPlan    *plan,
                        MattraMeasure *measure,
                        MattraRound    round,
                        const char    *division,
                        guint         *n_alike,
                        guint         *n_answers)
{
  g_autoptr (GPtrArray) divisions = mattra_review_list_divisions (plan, measure, round, division);
  guint counts[MATTRA_N_REVIEW_MARKS] = { 0 };
  MattraReviewMark mark = MATTRA_REVIEW_MARK_NONE;

  for (guint i = 0; i < divisions->len; i++)
    counts[mattra_review_mark (measure, round, g_ptr_array_index (divisions, i))]++;
  for (guint i = G_N_ELEMENTS (by_urgency); i > 0; i--)
    if (counts[by_urgency[i - 1]] > 0)
      mark = by_urgency[i - 1];
  *n_alike = counts[mark];
  *n_answers = divisions->len;
  return mark;
}
