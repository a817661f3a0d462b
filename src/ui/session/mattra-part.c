/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-index.h"

#include "mattra-open-answers.h"
#include "mattra-review.h"

/* The answer that counts for a division: its own, else the one given jointly. */
static MattraAnswer *
answer_of (MattraMeasure *measure,
           MattraRound    round,
           const char    *division)
{
  MattraAnswer *joint = mattra_measure_find_answer (measure, round, NULL);
  MattraAnswer *own = division != NULL ? mattra_measure_find_answer (measure, round, division) : NULL;

  if (own != NULL
      && (mattra_answer_is_answered (own) || mattra_answer_get_stated (own) != MATTRA_STATUS_NONE))
    return own;
  return joint;
}

/* How the answer to a division's table is reviewed: its own, and the joint one. */
static guint8
flags_of (MattraMeasure *measure,
          MattraRound    round,
          const char    *division)
{
  static const guint8 flags[MATTRA_N_REVIEW_MARKS] = {
    [MATTRA_REVIEW_MARK_SUBMITTED] = MATTRA_PART_SUBMITTED,
    [MATTRA_REVIEW_MARK_RETURNED] = MATTRA_PART_RETURNED,
    [MATTRA_REVIEW_MARK_CHANGED] = MATTRA_PART_CHANGED,
  };

  return flags[mattra_review_mark (measure, round, NULL)]
         | (division != NULL ? flags[mattra_review_mark (measure, round, division)] : 0);
}

/* What nobody can review any more waits for nobody; what was changed after it was approved stays so. */
static guint8
review_flags (MattraPlan    *plan,
              MattraMeasure *measure,
              MattraRound    round,
              const char    *division)
{
  gboolean closed;

  if (round == MATTRA_ROUND_NONE || mattra_measure_get_reviews (measure)->len == 0)
    return 0;
  closed = mattra_review_get_state (plan, measure, round, division) == MATTRA_REVIEW_CLOSED;
  return flags_of (measure, round, division) & (closed ? MATTRA_PART_CHANGED : MATTRA_PART_REVIEW);
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
      judge (&part, plan, measure, round, answer_of (measure, round, division), day);
      part.flags[round] |= review_flags (plan, measure, round, division);
    }
  g_array_append_val (parts, part);
}

/* A measure that no division stands behind still owes one answer. */
static void
collect_parts (MattraEntry   *self,
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

/* The measure as a whole: answered when every division that should has answered. */
static void
sum_up (MattraEntry   *self,
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
}

/* Works out what lists and counts must know of a measure, for every round and division at once. */
void
mattra_entry_summarise (MattraEntry   *self,
                        MattraPlan    *plan,
                        MattraMeasure *measure,
                        MattraDate     day)
{
  g_free (self->sort_key);
  self->sort_key = g_strdup (mattra_measure_get_sort_key (measure));
  self->number = mattra_measure_get_number (measure);
  self->indicator = mattra_measure_get_ita_indicator (measure);
  collect_parts (self, plan, measure, day);
  for (int round = 0; round < MATTRA_N_ROUNDS; round++)
    sum_up (self, plan, measure, round, day);
}

/* Returns: (nullable): the part that a table of a division is about, or of all divisions where @place is
 * MATTRA_ALL_DIVISIONS; NULL where the measure is none of it */
const MattraPart *
mattra_entry_part (const MattraEntry *self,
                   int                place)
{
  if (place == MATTRA_ALL_DIVISIONS)
    return &self->whole;
  for (guint i = 0; i < self->n_parts; i++)
    if (self->parts[i].division == place)
      return &self->parts[i];
  return NULL;
}

void
mattra_entry_free (MattraEntry *self)
{
  g_free (self->sort_key);
  g_free (self->parts);
  g_free (self->text);
  g_free (self->sort_text);
  g_free (self);
}
