/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-open-answers.h"

#include "mattra-actor.h"
#include "mattra-cell.h"
#include "mattra-measure-source.h"

/**
 * mattra_awaited_answer_free:
 * @self: (transfer full) (nullable): an answer
 *
 * Frees it.
 */
void
mattra_awaited_answer_free (MattraAwaitedAnswer *self)
{
  if (self == NULL)
    return;
  g_free (self->measure);
  g_free (self->title);
  g_free (self->division);
  g_free (self);
}

static gboolean
is_cancelled (MattraMeasure *measure,
              MattraRound    round,
              const char    *division)
{
  MattraAnswer *answer = mattra_measure_find_answer (measure, round, division);

  return answer != NULL && mattra_answer_get_stated (answer) == MATTRA_STATUS_CANCELLED;
}

/* An answer that was given for all jointly is no longer owed by each of them. */
static gboolean
is_given_jointly (MattraMeasure *measure,
                  MattraRound    round,
                  const char    *division)
{
  return division != NULL && mattra_review_find_division (measure, round, division) == NULL;
}

static MattraAwaitedAnswer *
judge (MattraPlan    *plan,
       MattraMeasure *measure,
       MattraRound    round,
       const char    *division)
{
  const MattraActor head = { .role = MATTRA_ROLE_DIVISION_HEAD, .division = division };
  const char *whose = mattra_actor_answers_as (&head, plan, measure, round);
  MattraReviewMark mark = mattra_review_mark (measure, round, whose);
  MattraAwaitedAnswer *answer;

  if (mark == MATTRA_REVIEW_MARK_NONE && !mattra_is_answer_awaited (plan, measure, round))
    return NULL;
  if (is_given_jointly (measure, round, whose) || is_cancelled (measure, round, whose))
    return NULL;
  answer = g_new0 (MattraAwaitedAnswer, 1);
  answer->measure = g_strdup (mattra_measure_get_id (measure));
  answer->number = mattra_measure_get_number (measure);
  answer->title = g_strdup (mattra_measure_get_title (measure) != NULL ? mattra_measure_get_title (measure) : "");
  answer->division = g_strdup (whose);
  answer->mark = mark;
  answer->open = mark == MATTRA_REVIEW_MARK_NONE || mark == MATTRA_REVIEW_MARK_DRAFT
                 || mark == MATTRA_REVIEW_MARK_RETURNED;
  return answer;
}

/**
 * mattra_list_awaited_answers:
 * @store: a register
 * @plan: a plan of it
 * @round: a round
 * @division: ULID of a division
 * @error: why they could not be read
 *
 * Lists the answers that a division owes in a round, those that it has handed in as well, in the order of the register.
 * Left out are measures whose period does not meet the round, that were cancelled, and those that were answered for all
 * jointly.
 *
 * Returns: (transfer full) (element-type MattraAwaitedAnswer) (nullable): the answers
 */
GPtrArray *
mattra_list_awaited_answers (MattraStore  *store,
                             MattraPlan   *plan,
                             MattraRound   round,
                             const char   *division,
                             GError      **error)
{
  g_autoptr (GPtrArray) answers = g_ptr_array_new_with_free_func ((GDestroyNotify) mattra_awaited_answer_free);
  g_autoptr (MattraMeasureSource) source = NULL;
  g_autoptr (GError) local_error = NULL;

  g_return_val_if_fail (MATTRA_IS_STORE (store) && MATTRA_IS_PLAN (plan) && division != NULL, NULL);
  g_return_val_if_fail (round != MATTRA_ROUND_NONE, NULL);

  source = mattra_store_list_measures (store, mattra_plan_get_id (plan), division, error);
  while (source != NULL)
    {
      g_autoptr (MattraMeasure) measure = mattra_measure_source_next (source, &local_error);
      MattraAwaitedAnswer *answer = measure != NULL ? judge (plan, measure, round, division) : NULL;

      if (answer != NULL)
        g_ptr_array_add (answers, answer);
      if (measure == NULL)
        break;
    }
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  return source != NULL && local_error == NULL ? g_steal_pointer (&answers) : NULL;
}
