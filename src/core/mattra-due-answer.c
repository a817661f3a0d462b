/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-due.h"

/**
 * mattra_due_judge:
 * @plan: a plan
 * @measure: a measure of the plan
 * @round: a round
 * @division: (nullable): ULID of a division that should answer; %NULL where the measure names none
 * @place: its place in the plan; the number of divisions for none
 * @day: the day to judge by
 *
 * Tells how one answer stands, see mattra_measure_find_counting().
 *
 * Returns: what is owed; it points to @measure and @division
 */
MattraDueAnswer
mattra_due_judge (MattraPlan    *plan,
                  MattraMeasure *measure,
                  MattraRound    round,
                  const char    *division,
                  guint          place,
                  MattraDate     day)
{
  MattraDueAnswer due = { .measure = measure, .division = division, .place = place, .round = round };
  MattraAnswer *answer;

  g_return_val_if_fail (MATTRA_IS_PLAN (plan) && MATTRA_IS_MEASURE (measure), due);
  g_return_val_if_fail (mattra_date_is_set (day), due);

  answer = mattra_measure_find_counting (measure, round, division);
  due.facts = mattra_plan_status_facts (plan, measure, answer, round);
  due.status = mattra_status_compute (&due.facts, day);
  due.overdue = mattra_status_is_overdue (&due.facts, day);
  due.deadline = mattra_status_deadline (&due.facts);
  due.answered = answer != NULL
                 && (mattra_answer_is_answered (answer) || due.facts.stated != MATTRA_STATUS_NONE);

  return due;
}

/**
 * mattra_due_for_each_answer:
 * @plan: a plan
 * @measure: a measure of the plan
 * @round: a round
 * @division: (nullable): ULID of the only division wanted; %NULL for all
 * @day: the day to judge by
 * @func: (scope call): called for each
 * @user_data: data for @func
 *
 * Goes through the answers that a measure should have, judged by mattra_due_judge(): one of each division that is
 * responsible for it, in the order of the plan; where no division is, a single one.
 */
void
mattra_due_for_each_answer (MattraPlan          *plan,
                            MattraMeasure       *measure,
                            MattraRound          round,
                            const char          *division,
                            MattraDate           day,
                            MattraDueAnswerFunc  func,
                            gpointer             user_data)
{
  MattraDivisionList *divisions;
  gboolean found = FALSE;
  guint n_divisions;

  g_return_if_fail (MATTRA_IS_PLAN (plan) && MATTRA_IS_MEASURE (measure));
  g_return_if_fail (mattra_date_is_set (day) && func != NULL);

  divisions = mattra_plan_get_divisions (plan);
  n_divisions = mattra_division_list_get_size (divisions);
  for (guint i = 0; i < n_divisions; i++)
    {
      const char *id = mattra_division_list_get (divisions, i)->id;
      MattraDueAnswer answer;

      if (id == NULL || !mattra_measure_involves (measure, id))
        continue;
      found = TRUE;
      if (division != NULL && !g_str_equal (division, id))
        continue;
      answer = mattra_due_judge (plan, measure, round, id, i, day);
      func (&answer, user_data);
    }

  if (!found && division == NULL)
    {
      MattraDueAnswer answer = mattra_due_judge (plan, measure, round, NULL, n_divisions, day);

      func (&answer, user_data);
    }
}

/**
 * mattra_due_is_unanswered:
 * @answer: an answer that should be there
 *
 * Returns: whether neither a status nor a result was given, so that the office still waits for the answer itself
 */
gboolean
mattra_due_is_unanswered (const MattraDueAnswer *answer)
{
  g_return_val_if_fail (answer != NULL, FALSE);

  return answer->facts.stated == MATTRA_STATUS_NONE && !answer->facts.has_results;
}
