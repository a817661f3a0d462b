/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-plan.h"

/* How many of a measure's answers have which status. */
typedef struct
{
  guint n;
  guint with[MATTRA_STATUS_CANCELLED + 1];
} Tally;

static void
tally_add (Tally        *tally,
           MattraStatus  status)
{
  tally->n++;
  tally->with[status]++;
}

static void
round_days (MattraPlan  *self,
            MattraRound  round,
            MattraDate  *start,
            MattraDate  *end,
            MattraDate  *answers_due)
{
  MattraPlanRound *plan_round = mattra_plan_get_round (self, round);
  int year = mattra_plan_get_fiscal_year (self);

  *start = plan_round != NULL ? plan_round->start : mattra_fiscal_year_start (year);
  *end = plan_round != NULL ? plan_round->end : mattra_fiscal_year_end (year);
  *answers_due = plan_round != NULL ? plan_round->answers_due : MATTRA_DATE_NONE;
}

/**
 * mattra_plan_status_facts:
 * @self: a plan
 * @measure: a measure of the plan
 * @answer: (nullable): an answer of the measure, %NULL where there is none
 * @round: the round that is looked at
 *
 * Collects what the status of an answer depends on. Without a round the days of the whole fiscal year
 * stand in. Where the period begins after the round, no answer is expected in it, and so none is due.
 *
 * Returns: the facts
 */
MattraStatusFacts
mattra_plan_status_facts (MattraPlan    *self,
                          MattraMeasure *measure,
                          MattraAnswer  *answer,
                          MattraRound    round)
{
  MattraStatusFacts facts = { .lead_days = MATTRA_STATUS_LEAD_DAYS };
  MattraDate round_start;

  g_return_val_if_fail (MATTRA_IS_PLAN (self), facts);
  g_return_val_if_fail (MATTRA_IS_MEASURE (measure), facts);

  facts.stated = answer != NULL ? mattra_answer_get_stated (answer) : MATTRA_STATUS_NONE;
  facts.has_results = answer != NULL && mattra_answer_has_results (answer);
  facts.start = mattra_measure_get_period_start (measure);
  facts.end = mattra_measure_get_period_end (measure);
  round_days (self, round, &round_start, &facts.round_end, &facts.answers_due);

  if (mattra_date_is_set (facts.start) && mattra_date_compare (facts.start, facts.round_end) > 0)
    {
      facts.answers_due = MATTRA_DATE_NONE;
      if (!mattra_date_is_set (facts.end))
        facts.round_end = MATTRA_DATE_NONE;
    }

  return facts;
}

/* The joint answer, where it says something of its own. */
static MattraAnswer *
find_joint (MattraMeasure *measure,
            MattraRound    round)
{
  MattraAnswer *joint = mattra_measure_find_answer (measure, round, NULL);

  if (joint != NULL && (mattra_answer_get_stated (joint) != MATTRA_STATUS_NONE ||
                        mattra_answer_is_answered (joint)))
    return joint;

  return NULL;
}

/* The answers that make up a measure's status: the joint one where it says something, and those of
 * the divisions; where nobody answered jointly, also an empty one (NULL) for each division that should
 * have answered and did not. Never empty. */
static GPtrArray *
collect_answers (MattraPlan    *self,
                 MattraMeasure *measure,
                 MattraRound    round)
{
  MattraDivisionList *divisions = mattra_plan_get_divisions (self);
  GPtrArray *answers = mattra_measure_get_answers (measure);
  GPtrArray *collected = g_ptr_array_new ();
  MattraAnswer *joint = find_joint (measure, round);

  if (joint != NULL)
    g_ptr_array_add (collected, joint);

  for (guint i = 0; i < answers->len; i++)
    {
      MattraAnswer *answer = g_ptr_array_index (answers, i);

      if (mattra_answer_get_round (answer) == round && mattra_answer_get_division (answer) != NULL)
        g_ptr_array_add (collected, answer);
    }

  for (guint i = 0; joint == NULL && i < mattra_division_list_get_size (divisions); i++)
    {
      const char *id = mattra_division_list_get (divisions, i)->id;

      if (id != NULL && mattra_measure_involves (measure, id) &&
          mattra_measure_find_answer (measure, round, id) == NULL)
        g_ptr_array_add (collected, NULL);
    }

  if (collected->len == 0)
    g_ptr_array_add (collected, NULL);

  return collected;
}

static gboolean
is_closed (MattraStatus status)
{
  return status == MATTRA_STATUS_DONE || status == MATTRA_STATUS_CANCELLED;
}

static MattraStatus
combine (const Tally *tally)
{
  guint left = tally->n - tally->with[MATTRA_STATUS_CANCELLED];
  guint over = tally->with[MATTRA_STATUS_DONE] + tally->with[MATTRA_STATUS_AWAITING_CLOSE];

  if (left == 0)
    return MATTRA_STATUS_CANCELLED;
  if (tally->with[MATTRA_STATUS_DONE] == left)
    return MATTRA_STATUS_DONE;
  if (tally->with[MATTRA_STATUS_OVERDUE] > 0)
    return MATTRA_STATUS_OVERDUE;
  if (over == left)
    return MATTRA_STATUS_AWAITING_CLOSE;
  if (tally->with[MATTRA_STATUS_DUE_SOON] > 0)
    return MATTRA_STATUS_DUE_SOON;
  if (tally->with[MATTRA_STATUS_NOT_STARTED] == left)
    return MATTRA_STATUS_NOT_STARTED;

  return MATTRA_STATUS_IN_PROGRESS;
}

/**
 * mattra_plan_compute_status:
 * @self: a plan
 * @measure: a measure of the plan
 * @round: the round; %MATTRA_ROUND_NONE for the answers that name no round
 * @day: the day to judge by
 *
 * Computes the status of a measure over all answers of a round. A joint answer stated as done or
 * cancelled decides alone. Else the answers that are cancelled are left out, unless all are, and the
 * first that holds is: all done; any overdue; all done or awaiting close; any due soon; all not
 * started; else in progress. A division that should answer and has not counts with the status of an
 * empty answer, unless the measure was answered jointly.
 *
 * Returns: the status, never %MATTRA_STATUS_NONE
 */
MattraStatus
mattra_plan_compute_status (MattraPlan    *self,
                            MattraMeasure *measure,
                            MattraRound    round,
                            MattraDate     day)
{
  g_autoptr (GPtrArray) answers = NULL;
  MattraAnswer *joint;
  Tally tally = { 0 };

  g_return_val_if_fail (MATTRA_IS_PLAN (self), MATTRA_STATUS_NONE);
  g_return_val_if_fail (MATTRA_IS_MEASURE (measure), MATTRA_STATUS_NONE);

  joint = find_joint (measure, round);
  if (joint != NULL && is_closed (mattra_answer_get_stated (joint)))
    return mattra_answer_get_stated (joint);

  answers = collect_answers (self, measure, round);
  for (guint i = 0; i < answers->len; i++)
    {
      MattraStatusFacts facts;

      facts = mattra_plan_status_facts (self, measure, g_ptr_array_index (answers, i), round);
      tally_add (&tally, mattra_status_compute (&facts, day));
    }

  return combine (&tally);
}

/**
 * mattra_plan_stated_status:
 * @self: a plan
 * @measure: a measure of the plan
 * @round: the round; %MATTRA_ROUND_NONE for the answers that name no round
 *
 * Gets the status that people stated of a measure: that of the joint answer, else what the divisions'
 * statements come to together. A division that should answer and has stated nothing leaves the whole
 * unstated.
 *
 * Returns: the status, %MATTRA_STATUS_NONE where nothing or not all is stated
 */
MattraStatus
mattra_plan_stated_status (MattraPlan    *self,
                           MattraMeasure *measure,
                           MattraRound    round)
{
  g_autoptr (GPtrArray) answers = NULL;
  MattraAnswer *joint;
  Tally tally = { 0 };

  g_return_val_if_fail (MATTRA_IS_PLAN (self), MATTRA_STATUS_NONE);
  g_return_val_if_fail (MATTRA_IS_MEASURE (measure), MATTRA_STATUS_NONE);

  joint = find_joint (measure, round);
  if (joint != NULL)
    return mattra_answer_get_stated (joint);

  answers = collect_answers (self, measure, round);
  for (guint i = 0; i < answers->len; i++)
    {
      MattraAnswer *answer = g_ptr_array_index (answers, i);

      if (answer == NULL || mattra_answer_get_stated (answer) == MATTRA_STATUS_NONE)
        return MATTRA_STATUS_NONE;
      tally_add (&tally, mattra_answer_get_stated (answer));
    }

  return combine (&tally);
}

/**
 * mattra_plan_is_overdue:
 * @self: a plan
 * @measure: a measure of the plan
 * @round: the round; %MATTRA_ROUND_NONE for the answers that name no round
 * @day: the day to judge by
 *
 * Whether the mark "overdue" stands beside a measure: whether it does beside any of its answers, see
 * mattra_status_is_overdue(), and no joint answer says done or cancelled.
 *
 * Returns: whether the measure is late
 */
gboolean
mattra_plan_is_overdue (MattraPlan    *self,
                        MattraMeasure *measure,
                        MattraRound    round,
                        MattraDate     day)
{
  g_autoptr (GPtrArray) answers = NULL;
  MattraAnswer *joint;

  g_return_val_if_fail (MATTRA_IS_PLAN (self), FALSE);
  g_return_val_if_fail (MATTRA_IS_MEASURE (measure), FALSE);

  joint = find_joint (measure, round);
  if (joint != NULL && is_closed (mattra_answer_get_stated (joint)))
    return FALSE;

  answers = collect_answers (self, measure, round);
  for (guint i = 0; i < answers->len; i++)
    {
      MattraStatusFacts facts;

      facts = mattra_plan_status_facts (self, measure, g_ptr_array_index (answers, i), round);
      if (mattra_status_is_overdue (&facts, day))
        return TRUE;
    }

  return FALSE;
}
