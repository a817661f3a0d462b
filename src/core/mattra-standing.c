/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-standing.h"

#include "mattra-review-event.h"

/**
 * mattra_is_answer_awaited:
 * @plan: the plan of @measure
 * @measure: a measure
 * @round: a round
 *
 * Returns: whether an answer to the measure is awaited in the round at all: its period meets it
 */
gboolean
mattra_is_answer_awaited (MattraPlan    *plan,
                          MattraMeasure *measure,
                          MattraRound    round)
{
  MattraPlanRound *bounds;
  MattraDate start, end;

  g_return_val_if_fail (MATTRA_IS_PLAN (plan) && MATTRA_IS_MEASURE (measure), FALSE);

  bounds = round != MATTRA_ROUND_NONE ? mattra_plan_get_round (plan, round) : NULL;
  if (bounds == NULL)
    return TRUE;
  start = mattra_measure_get_period_start (measure);
  end = mattra_measure_get_period_end (measure);
  return !(mattra_date_is_set (start) && mattra_date_compare (start, bounds->end) > 0)
         && !(mattra_date_is_set (end) && mattra_date_compare (end, bounds->start) < 0);
}

/* How exactly this answer is reviewed. */
static guint8
flag_of (MattraMeasure *measure,
         MattraRound    round,
         const char    *division)
{
  const MattraReview *review = mattra_review_find (measure, round, division);

  switch (review != NULL ? mattra_review_verdict_leads_to (review->verdict) : MATTRA_REVIEW_DRAFT)
    {
    case MATTRA_REVIEW_SUBMITTED:
      return MATTRA_PART_SUBMITTED;
    case MATTRA_REVIEW_RETURNED:
      return MATTRA_PART_RETURNED;
    case MATTRA_REVIEW_APPROVED:
      return mattra_review_is_changed (measure, review, NULL) ? MATTRA_PART_CHANGED : 0;
    case MATTRA_REVIEW_DRAFT:
    case MATTRA_REVIEW_CLOSED:
    default:
      return 0;
    }
}

/* How the answer to a division's table is reviewed: its own, and the joint one. What nobody can review any more waits
 * for nobody; what was changed after it was approved stays so. */
static guint8
review_flags (MattraPlan    *plan,
              MattraMeasure *measure,
              MattraRound    round,
              const char    *division)
{
  const MattraPlanRound *bounds;
  gboolean closed;

  if (round == MATTRA_ROUND_NONE || mattra_measure_get_reviews (measure)->len == 0)
    return 0;
  bounds = mattra_plan_get_round (plan, round);
  closed = bounds != NULL && !bounds->open;
  return (flag_of (measure, round, NULL) | (division != NULL ? flag_of (measure, round, division) : 0))
         & (closed ? MATTRA_PART_CHANGED : MATTRA_PART_REVIEW);
}

/* The day that a list of what is late or near tells: where the work itself ends soon, that day. */
static MattraDate
find_deadline (const MattraStatusFacts *facts,
               MattraStatus             status)
{
  if (status == MATTRA_STATUS_DUE_SOON)
    return mattra_date_is_set (facts->end) ? facts->end : facts->round_end;
  return mattra_status_deadline (facts);
}

static void
judge (MattraPart    *part,
       MattraPlan    *plan,
       MattraMeasure *measure,
       MattraRound    round,
       MattraAnswer  *answer,
       MattraDate     day)
{
  MattraStatusFacts facts = mattra_plan_status_facts (plan, measure, answer, round);
  gboolean answered = answer != NULL && mattra_answer_is_answered (answer);

  part->status[round] = mattra_status_compute (&facts, day);
  part->deadline[round] = find_deadline (&facts, part->status[round]);
  part->flags[round] = answered ? MATTRA_PART_ANSWERED : 0;
  if (mattra_status_is_overdue (&facts, day))
    part->flags[round] |= MATTRA_PART_OVERDUE;
  if (answered || (part->status[round] != MATTRA_STATUS_CANCELLED && mattra_is_answer_awaited (plan, measure, round)))
    part->flags[round] |= MATTRA_PART_EXPECTED;
}

static void
add_part (GArray        *parts,
          MattraPlan    *plan,
          MattraMeasure *measure,
          const char    *division,
          guint          place,
          MattraDate     day)
{
  MattraPart part = { .division = (guint16) place };

  for (int round = 0; round < MATTRA_N_ROUNDS; round++)
    {
      judge (&part, plan, measure, round, mattra_measure_find_counting (measure, round, division), day);
      part.flags[round] |= review_flags (plan, measure, round, division);
    }
  g_array_append_val (parts, part);
}

/* A measure that no division stands behind still owes one answer. */
static void
collect_parts (MattraStanding   *self,
               MattraPlan    *plan,
               MattraMeasure *measure,
               MattraDate     day)
{
  MattraDivisionList *divisions = mattra_plan_get_divisions (plan);
  guint n = MIN (mattra_division_list_get_size (divisions), MATTRA_NO_DIVISION);
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (MattraPart));

  for (guint i = 0; i < n; i++)
    {
      const char *id = mattra_division_list_get (divisions, i)->id;

      if (id != NULL && mattra_measure_involves (measure, id))
        add_part (parts, plan, measure, id, i, day);
    }
  if (parts->len == 0)
    add_part (parts, plan, measure, NULL, MATTRA_NO_DIVISION, day);
  g_free (self->parts);
  self->n_parts = parts->len;
  self->parts = (MattraPart *) g_array_free (g_steal_pointer (&parts), FALSE);
}

/* Those of any answer to the measure, also of a division that is not responsible for it. */
static guint8
all_review_flags (MattraPlan    *plan,
                  MattraMeasure *measure,
                  MattraRound    round)
{
  GPtrArray *reviews = mattra_measure_get_reviews (measure);
  guint8 flags = 0;

  for (guint i = 0; i < reviews->len; i++)
    {
      const MattraReview *review = g_ptr_array_index (reviews, i);

      if (review->round == round)
        flags |= review_flags (plan, measure, round, review->division);
    }
  return flags;
}

/* The first day of those parts that the whole has its status from. */
static MattraDate
first_deadline (const MattraStanding *self,
                int                   round)
{
  MattraDate first = MATTRA_DATE_NONE;
  gboolean overdue = (self->whole.flags[round] & MATTRA_PART_OVERDUE) != 0;

  for (guint i = 0; i < self->n_parts; i++)
    {
      const MattraPart *part = &self->parts[i];
      gboolean counts = overdue ? (part->flags[round] & MATTRA_PART_OVERDUE) != 0
                                : part->status[round] == self->whole.status[round];

      if (counts && mattra_date_is_set (part->deadline[round])
          && (!mattra_date_is_set (first) || mattra_date_compare (part->deadline[round], first) < 0))
        first = part->deadline[round];
    }
  return first;
}

/* The measure as a whole: answered when every division that should has answered. */
static void
sum_up (MattraStanding   *self,
        MattraPlan    *plan,
        MattraMeasure *measure,
        int            round,
        MattraDate     day)
{
  guint8 *flags = &self->whole.flags[round];

  *flags = MATTRA_PART_ANSWERED;
  for (guint i = 0; i < self->n_parts; i++)
    {
      guint8 part = self->parts[i].flags[round];

      *flags |= part & MATTRA_PART_EXPECTED;
      if ((part & MATTRA_PART_EXPECTED) && !(part & MATTRA_PART_ANSWERED))
        *flags &= ~MATTRA_PART_ANSWERED;
    }
  self->whole.status[round] = mattra_plan_compute_status (plan, measure, round, day);
  if (mattra_plan_is_overdue (plan, measure, round, day))
    *flags |= MATTRA_PART_OVERDUE;
  *flags |= all_review_flags (plan, measure, round);
  self->whole.deadline[round] = first_deadline (self, round);
}

/**
 * mattra_standing_take:
 * @self: (inout): a standing, empty or of before
 * @plan: a plan
 * @measure: a measure of the plan
 * @day: the day to judge by
 *
 * Works out what lists and counts must know of a measure, for every round and division at once.
 */
void
mattra_standing_take (MattraStanding *self,
                      MattraPlan     *plan,
                      MattraMeasure  *measure,
                      MattraDate      day)
{
  g_return_if_fail (self != NULL && MATTRA_IS_PLAN (plan) && MATTRA_IS_MEASURE (measure));

  self->number = mattra_measure_get_number (measure);
  self->indicator = (guint8) mattra_measure_get_ita_indicator (measure);
  collect_parts (self, plan, measure, day);
  for (int round = 0; round < MATTRA_N_ROUNDS; round++)
    sum_up (self, plan, measure, round, day);
}

/**
 * mattra_standing_clear:
 * @self: a standing
 *
 * Frees what it holds.
 */
void
mattra_standing_clear (MattraStanding *self)
{
  g_clear_pointer (&self->parts, g_free);
  self->n_parts = 0;
}

/**
 * mattra_standing_get_part:
 * @self: a standing
 * @place: place of a division among the plan's; %MATTRA_NO_DIVISION for none, %MATTRA_ALL_DIVISIONS for all
 *
 * Returns: (transfer none) (nullable): the part that a table of the division is about; %NULL where the measure is none
 *   of it
 */
const MattraPart *
mattra_standing_get_part (const MattraStanding *self,
                          int                   place)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (place == MATTRA_ALL_DIVISIONS)
    return &self->whole;
  for (guint i = 0; i < self->n_parts; i++)
    if (self->parts[i].division == place)
      return &self->parts[i];
  return NULL;
}

/**
 * mattra_part_get_group:
 * @self: a part of a measure, or the whole
 * @round: the round
 *
 * Returns: which of the groups it is in; each is in one
 */
MattraGroup
mattra_part_get_group (const MattraPart *self,
                       MattraRound       round)
{
  guint8 flags = self->flags[round];

  if (flags & MATTRA_PART_OVERDUE)
    return MATTRA_GROUP_LATE;
  if (self->status[round] == MATTRA_STATUS_DONE)
    return MATTRA_GROUP_DONE;
  if (!(flags & MATTRA_PART_EXPECTED) || self->status[round] == MATTRA_STATUS_CANCELLED)
    return MATTRA_GROUP_NOT_AWAITED;
  return flags & MATTRA_PART_ANSWERED ? MATTRA_GROUP_IN_PROGRESS : MATTRA_GROUP_UNANSWERED;
}
