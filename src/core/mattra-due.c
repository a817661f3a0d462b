/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-due.h"

static const char *const kind_names[] = {
  [MATTRA_DUE_ANSWER] = "answer",
  [MATTRA_DUE_WORK] = "work",
  [MATTRA_DUE_STEP] = "step",
  [MATTRA_DUE_MILESTONE] = "milestone",
};

typedef struct
{
  MattraPlan *plan;
  const MattraDueOptions *options;
  GPtrArray *found; /* of MattraDue */
} Collector;

/**
 * mattra_due_kind_to_string:
 * @kind: a kind
 *
 * Returns: (transfer none): its name in JSON
 */
const char *
mattra_due_kind_to_string (MattraDueKind kind)
{
  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (kind_names), NULL);

  return kind_names[kind];
}

/**
 * mattra_due_new_milestone:
 * @id: ULID of the day in the calendar
 * @event: its code
 * @name: its name
 * @day: the day
 *
 * Makes a milestone for mattra_due_collect().
 *
 * Returns: (transfer full): the milestone
 */
MattraDue *
mattra_due_new_milestone (const char *id,
                          const char *event,
                          const char *name,
                          MattraDate  day)
{
  MattraDue *self;

  g_return_val_if_fail (id != NULL && name != NULL && mattra_date_is_set (day), NULL);

  self = g_new0 (MattraDue, 1);
  self->kind = MATTRA_DUE_MILESTONE;
  self->id = g_strdup (id);
  self->event = g_strdup (event);
  self->title = g_strdup (name);
  self->deadline = day;

  return self;
}

/**
 * mattra_due_copy:
 * @self: something that is due
 *
 * Returns: (transfer full): a copy
 */
MattraDue *
mattra_due_copy (const MattraDue *self)
{
  MattraDue *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new (MattraDue, 1);
  *copy = *self;
  copy->id = g_strdup (self->id);
  copy->division = g_strdup (self->division);
  copy->measure = g_strdup (self->measure);
  copy->title = g_strdup (self->title);
  copy->step = g_strdup (self->step);
  copy->event = g_strdup (self->event);

  return copy;
}

/**
 * mattra_due_free:
 * @self: (transfer full) (nullable): something that is due
 *
 * Frees it.
 */
void
mattra_due_free (MattraDue *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->division);
  g_free (self->measure);
  g_free (self->title);
  g_free (self->step);
  g_free (self->event);
  g_free (self);
}

static gboolean
is_on_or_before (MattraDate day,
                 MattraDate limit)
{
  return mattra_date_compare (day, limit) <= 0;
}

static gboolean
is_wanted (Collector  *self,
           MattraDate  deadline)
{
  return mattra_date_is_set (deadline)
         && mattra_date_days_between (self->options->day, deadline) <= self->options->within;
}

/* Whether the rounds share out what is due between them: only where both are looked at. */
static gboolean
has_both_rounds (Collector *self)
{
  const MattraPlanRound *first = mattra_plan_get_round (self->plan, MATTRA_ROUND_FIRST_HALF);
  const MattraPlanRound *full = mattra_plan_get_round (self->plan, MATTRA_ROUND_FULL_YEAR);

  return self->options->round == MATTRA_ROUND_NONE && first != NULL && full != NULL && first->open && full->open;
}

/* A day is asked for once: what falls into the first half by the round of the first half as long as that runs, what
 * falls behind it by the whole year. The day that an office set for the answers of a round is that round's own. */
static gboolean
belongs_to_other_round (Collector  *self,
                        MattraRound round,
                        MattraDate  deadline,
                        MattraDate  answers_due)
{
  MattraDate end;

  if (!has_both_rounds (self)
      || (mattra_date_is_set (answers_due) && mattra_date_compare (deadline, answers_due) == 0))
    return FALSE;
  end = mattra_plan_get_round (self->plan, MATTRA_ROUND_FIRST_HALF)->end;
  if (round == MATTRA_ROUND_FIRST_HALF)
    return !is_on_or_before (deadline, end);

  return is_on_or_before (deadline, end) && is_on_or_before (self->options->day, end);
}

/* There is one work behind both answers: what the whole year's says of it is newer. */
static gboolean
is_told_later (Collector             *self,
               const MattraDueAnswer *answer)
{
  MattraDueAnswer later;

  if (answer->round != MATTRA_ROUND_FIRST_HALF || mattra_due_is_unanswered (answer) || !has_both_rounds (self))
    return FALSE;
  later = mattra_due_judge (self->plan, answer->measure, MATTRA_ROUND_FULL_YEAR, answer->division, answer->place,
                            self->options->day);

  return !mattra_due_is_unanswered (&later);
}

static MattraDue *
add (Collector             *self,
     const MattraDueAnswer *answer,
     MattraDueKind          kind,
     MattraDate             deadline)
{
  MattraDue *due = g_new0 (MattraDue, 1);
  const char *title = mattra_measure_get_title (answer->measure);

  due->kind = kind;
  due->measure = g_strdup (mattra_measure_get_id (answer->measure));
  due->id = g_strdup (due->measure);
  due->deadline = deadline;
  due->days_left = mattra_date_days_between (self->options->day, deadline);
  due->place = answer->place;
  due->division = g_strdup (answer->division);
  due->round = answer->round;
  due->number = mattra_measure_get_number (answer->measure);
  due->title = g_strdup (title != NULL ? title : "");
  due->status = answer->status;
  g_ptr_array_add (self->found, due);

  return due;
}

/* Whether it turns late when its day is over and nobody does anything: so the list and the mark "overdue" can never say
 * different things. */
static gboolean
is_pending (const MattraDueAnswer *answer)
{
  return mattra_date_is_set (answer->deadline)
         && mattra_status_is_overdue (&answer->facts, mattra_date_add_days (answer->deadline, 1));
}

/* A tick of the division, or one for all. */
static gboolean
is_ticked (const MattraDueAnswer *answer,
           const char            *step,
           guint                  occurrence)
{
  return mattra_measure_is_ticked (answer->measure, step, answer->round, NULL, occurrence)
         || (answer->division != NULL
             && mattra_measure_is_ticked (answer->measure, step, answer->round, answer->division, occurrence));
}

static guint
count_months (MattraDate start,
              MattraDate end)
{
  MattraDate after = mattra_date_add_days (end, 1);

  if (start.day != 1 || after.day != 1)
    return 0;
  return (after.year - start.year) * 12 + after.month - start.month;
}

/**
 * mattra_due_occurrence_day:
 * @start: first day of the time in which something recurs
 * @end: its last day
 * @n_times: how many times it is to be done
 * @occurrence: which time, from 1 to @n_times
 *
 * Divides a time evenly: where whole months can be shared out, each share ends with a month; else by days.
 *
 * Returns: the day by which it should have been done that often; @end for the last
 */
MattraDate
mattra_due_occurrence_day (MattraDate start,
                           MattraDate end,
                           guint      n_times,
                           guint      occurrence)
{
  guint months;
  gint64 days;

  g_return_val_if_fail (mattra_date_is_set (start) && mattra_date_is_set (end), MATTRA_DATE_NONE);
  g_return_val_if_fail (occurrence >= 1 && occurrence <= n_times, MATTRA_DATE_NONE);

  months = count_months (start, end);
  if (months > 0 && months % n_times == 0)
    return mattra_date_add_days (mattra_date_add_months (start, (int) (months / n_times * occurrence)), -1);

  days = MAX (mattra_date_days_between (start, end) + 1, 0);

  return mattra_date_add_days (start, MAX ((int) (days * occurrence / n_times) - 1, 0));
}

/* How often something recurs is said of half a year: of the whole year's round that is the half behind the first, whose
 * own round has the times before. */
static MattraDate
first_day_of_times (Collector             *self,
                    const MattraPlanRound *round)
{
  const MattraPlanRound *half = mattra_plan_get_round (self->plan, MATTRA_ROUND_FIRST_HALF);

  return round->round == MATTRA_ROUND_FULL_YEAR && half != NULL && mattra_date_is_set (half->end)
             && mattra_date_compare (half->end, round->start) >= 0
           ? mattra_date_add_days (half->end, 1) : round->start;
}

/* The part of the round in which the measure is done; it may be empty. */
static gboolean
find_span (Collector             *self,
           const MattraDueAnswer *answer,
           MattraDate            *start,
           MattraDate            *end)
{
  const MattraPlanRound *round = mattra_plan_get_round (self->plan, answer->round);

  if (round == NULL)
    return FALSE;
  *start = first_day_of_times (self, round);
  *end = round->end;
  if (mattra_date_is_set (answer->facts.start) && mattra_date_compare (answer->facts.start, *start) > 0)
    *start = answer->facts.start;
  if (mattra_date_is_set (answer->facts.end) && mattra_date_compare (answer->facts.end, *end) < 0)
    *end = answer->facts.end;

  return mattra_date_compare (*start, *end) <= 0;
}

static void
add_step (Collector             *self,
          const MattraDueAnswer *answer,
          const MattraItem      *step,
          MattraDate             start,
          MattraDate             end)
{
  guint n_times = (guint) mattra_measure_get_recurrence (answer->measure);
  guint first = 0;
  guint n_done = 0;
  MattraDate deadline;
  MattraDue *due;

  for (guint i = 1; i <= n_times; i++)
    if (is_ticked (answer, step->id, i))
      n_done++;
    else if (first == 0)
      first = i;
  if (first == 0)
    return;

  deadline = mattra_due_occurrence_day (start, end, n_times, first);
  if (!is_wanted (self, deadline) || belongs_to_other_round (self, answer->round, deadline, MATTRA_DATE_NONE))
    return;
  due = add (self, answer, MATTRA_DUE_STEP, deadline);
  g_free (due->id);
  due->id = g_strdup (step->id);
  due->step = g_strdup (step->text);
  due->occurrence = first;
  due->n_done = n_done;
  due->n_times = n_times;
}

static void
add_steps (Collector             *self,
           const MattraDueAnswer *answer)
{
  GPtrArray *steps = mattra_measure_get_items (answer->measure, MATTRA_ITEM_STEP);
  MattraDate start, end;

  if (mattra_measure_get_recurrence (answer->measure) < 2 || answer->status == MATTRA_STATUS_DONE
      || answer->status == MATTRA_STATUS_CANCELLED || !find_span (self, answer, &start, &end))
    return;
  for (guint i = 0; i < steps->len; i++)
    {
      const MattraItem *step = g_ptr_array_index (steps, i);

      if (step->id != NULL && !step->none)
        add_step (self, answer, step, start, end);
    }
}

static void
take_answer (const MattraDueAnswer *answer,
             gpointer               user_data)
{
  Collector *self = user_data;

  if (is_pending (answer) && is_wanted (self, answer->deadline)
      && !belongs_to_other_round (self, answer->round, answer->deadline, answer->facts.answers_due)
      && !is_told_later (self, answer))
    add (self, answer, mattra_due_is_unanswered (answer) ? MATTRA_DUE_ANSWER : MATTRA_DUE_WORK, answer->deadline);
  add_steps (self, answer);
}

static gboolean
is_looked_at (Collector  *self,
              MattraRound round)
{
  const MattraPlanRound *found = mattra_plan_get_round (self->plan, round);

  if (self->options->round != MATTRA_ROUND_NONE)
    return round == self->options->round;
  return found != NULL && found->open;
}

static gboolean
take_measure (MattraMeasure  *measure,
              gpointer        user_data,
              GError        **error)
{
  Collector *self = user_data;

  for (MattraRound round = MATTRA_ROUND_FIRST_HALF; round <= MATTRA_ROUND_FULL_YEAR; round++)
    if (is_looked_at (self, round))
      mattra_due_for_each_answer (self->plan, measure, round, self->options->division, self->options->day,
                                  take_answer, self);
  return TRUE;
}

/* Nobody says of a milestone that it is done, so it is never late. */
static void
take_milestones (Collector *self,
                 GPtrArray *milestones)
{
  guint place = mattra_division_list_get_size (mattra_plan_get_divisions (self->plan)) + 1;

  for (guint i = 0; i < milestones->len; i++)
    {
      const MattraDue *milestone = g_ptr_array_index (milestones, i);
      MattraDue *due;

      if (!is_wanted (self, milestone->deadline) || !is_on_or_before (self->options->day, milestone->deadline))
        continue;
      due = mattra_due_copy (milestone);
      due->place = place;
      due->days_left = mattra_date_days_between (self->options->day, due->deadline);
      g_ptr_array_add (self->found, due);
    }
}

static int
compare_numbers (gint64 a,
                 gint64 b)
{
  return (a > b) - (a < b);
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const MattraDue *one = *(const MattraDue *const *) a;
  const MattraDue *other = *(const MattraDue *const *) b;
  int order = compare_numbers (one->place, other->place);

  order = order != 0 ? order : mattra_date_compare (one->deadline, other->deadline);
  order = order != 0 ? order : compare_numbers (one->number, other->number);
  order = order != 0 ? order : g_strcmp0 (one->measure, other->measure);
  order = order != 0 ? order : compare_numbers (one->round, other->round);
  order = order != 0 ? order : compare_numbers (one->kind, other->kind);

  return order != 0 ? order : g_strcmp0 (one->id, other->id);
}

/**
 * mattra_due_collect:
 * @plan: a plan
 * @measures: its measures
 * @milestones: (element-type MattraDue) (nullable): days of the assessment, of mattra_due_new_milestone()
 * @options: what is looked for
 * @error: why the measures could not be read
 *
 * Finds what is late on a day and what comes due in the days after it: answers that nobody gave, work that is not
 * finished, steps that recur and were not ticked as often as they should be, and days of the assessment. Late and not
 * yet late is by mattra_status_is_overdue(), so the list says what the status says. What was closed is never due: done,
 * cancelled, with results and no status, or of a round that is closed (unless it is asked for).
 *
 * A step is listed once, with the first time that is missing.
 *
 * Returns: (transfer full) (element-type MattraDue) (nullable): by division in the order of the plan, then what has no
 *   division, then the whole office; the earliest first
 */
GPtrArray *
mattra_due_collect (MattraPlan              *plan,
                    MattraMeasureSource     *measures,
                    GPtrArray               *milestones,
                    const MattraDueOptions  *options,
                    GError                 **error)
{
  g_autoptr (GPtrArray) found = NULL;
  Collector collector = { plan, options, NULL };

  g_return_val_if_fail (MATTRA_IS_PLAN (plan) && MATTRA_IS_MEASURE_SOURCE (measures), NULL);
  g_return_val_if_fail (options != NULL && mattra_date_is_set (options->day), NULL);

  found = g_ptr_array_new_with_free_func ((GDestroyNotify) mattra_due_free);
  collector.found = found;
  if (!mattra_measure_source_for_each (measures, take_measure, &collector, error))
    return NULL;
  if (milestones != NULL && options->division == NULL)
    take_milestones (&collector, milestones);
  g_ptr_array_sort (found, compare);

  return g_steal_pointer (&found);
}

/**
 * mattra_due_count_late:
 * @due: (element-type MattraDue): what mattra_due_collect() found
 *
 * Returns: how much of it is late
 */
guint
mattra_due_count_late (GPtrArray *due)
{
  guint n = 0;

  g_return_val_if_fail (due != NULL, 0);

  for (guint i = 0; i < due->len; i++)
    n += ((const MattraDue *) g_ptr_array_index (due, i))->days_left < 0;

  return n;
}
