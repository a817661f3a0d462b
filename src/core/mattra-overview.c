/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-overview.h"

static void
clear_division (gpointer data)
{
  MattraOverviewDivision *division = data;

  g_free (division->id);
  g_free (division->name);
}

static void
add_division (MattraOverview *self,
              const char     *id,
              const char     *name)
{
  const MattraOverviewDivision division = { g_strdup (id ? id : ""), g_strdup (name), { { 0 }, 0 } };

  g_array_append_val (self->divisions, division);
}

static void
take_divisions (MattraOverview *self,
                MattraPlan     *plan)
{
  MattraDivisionList *list = mattra_plan_get_divisions (plan);

  for (guint i = 0; i < mattra_division_list_get_size (list); i++)
    add_division (self, mattra_division_list_get (list, i)->id, mattra_division_list_get (list, i)->name);
  add_division (self, "", NULL);
}

static void
take_scores (MattraOverview *self,
             MattraPlan     *plan)
{
  GPtrArray *scores = mattra_plan_get_scores (plan);

  self->score_year = mattra_plan_get_analysed_year (plan);
  self->weak_below = mattra_plan_get_weak_bound (plan);
  for (guint i = 0; i <= MATTRA_N_INDICATORS; i++)
    self->indicators[i].score = -1;
  for (guint i = 0; i < scores->len; i++)
    {
      const MattraIndicatorScore *score = g_ptr_array_index (scores, i);

      if (score->indicator >= 1 && score->indicator <= MATTRA_N_INDICATORS)
        self->indicators[score->indicator].score = score->score;
    }
}

static void
take_round (MattraOverview *self,
            MattraPlan     *plan)
{
  const MattraPlanRound *round = mattra_plan_get_round (plan, self->round);

  self->round_end = mattra_fiscal_year_end (mattra_plan_get_fiscal_year (plan));
  if (round != NULL)
    self->round_end = mattra_date_is_set (round->answers_due) ? round->answers_due : round->end;
  self->days_left = mattra_date_days_between (self->day, self->round_end);
}

/**
 * mattra_overview_new:
 * @plan: a plan
 * @round: the round
 * @division: (nullable): ULID of the division whose measures are looked at; "" for no division, %NULL for all
 * @day: the day to judge by
 *
 * Returns: (transfer full): an overview of no measures yet
 */
MattraOverview *
mattra_overview_new (MattraPlan  *plan,
                     MattraRound  round,
                     const char  *division,
                     MattraDate   day)
{
  MattraOverview *self;
  const MattraFilter filter = { .division = (char *) division };

  g_return_val_if_fail (MATTRA_IS_PLAN (plan), NULL);

  self = g_new0 (MattraOverview, 1);
  self->round = round;
  self->day = day;
  self->division = g_strdup (division);
  self->place = mattra_filter_get_place (&filter, plan);
  self->divisions = g_array_new (FALSE, TRUE, sizeof (MattraOverviewDivision));
  g_array_set_clear_func (self->divisions, clear_division);
  self->late = g_array_new (FALSE, TRUE, sizeof (MattraOverviewLine));
  self->soon = g_array_new (FALSE, TRUE, sizeof (MattraOverviewLine));
  take_divisions (self, plan);
  take_scores (self, plan);
  take_round (self, plan);
  return self;
}

/**
 * mattra_overview_free:
 * @self: (transfer full): an overview
 *
 * Frees it.
 */
void
mattra_overview_free (MattraOverview *self)
{
  g_array_unref (self->divisions);
  g_array_unref (self->late);
  g_array_unref (self->soon);
  g_free (self->division);
  g_free (self);
}

static void
tally_add (MattraTally *tally,
           MattraGroup  group)
{
  tally->groups[group]++;
  tally->total++;
}

/* A day that is not known comes last. */
static int
compare_lines (const MattraOverviewLine *one,
               const MattraOverviewLine *other)
{
  gboolean has_one = mattra_date_is_set (one->deadline);
  gboolean has_other = mattra_date_is_set (other->deadline);

  if (has_one != has_other)
    return has_one ? -1 : 1;
  return has_one ? mattra_date_compare (one->deadline, other->deadline) : 0;
}

/* Keeps the first few by their days; of the same day those that came first. */
static void
add_line (GArray           *lines,
          const char       *id,
          int               number,
          const MattraPart *part,
          MattraRound       round)
{
  MattraOverviewLine line = { .number = number, .deadline = part->deadline[round] };
  guint at = lines->len;

  g_strlcpy (line.id, id, sizeof line.id);
  while (at > 0 && compare_lines (&line, &g_array_index (lines, MattraOverviewLine, at - 1)) < 0)
    at--;
  if (at >= MATTRA_OVERVIEW_N_LINES)
    return;
  g_array_insert_val (lines, at, line);
  if (lines->len > MATTRA_OVERVIEW_N_LINES)
    g_array_set_size (lines, MATTRA_OVERVIEW_N_LINES);
}

static void
add_part (MattraOverview       *self,
          const char           *id,
          const MattraStanding *standing,
          guint                 indicator,
          const MattraPart     *part)
{
  MattraGroup group = mattra_part_get_group (part, self->round);

  tally_add (&self->all, group);
  tally_add (&self->indicators[indicator].tally, group);
  if (mattra_part_is_in_list (part, MATTRA_LIST_OVERDUE, self->round))
    {
      self->n_late++;
      add_line (self->late, id, standing->number, part, self->round);
    }
  if (mattra_part_is_in_list (part, MATTRA_LIST_DUE_SOON, self->round))
    {
      self->n_soon++;
      add_line (self->soon, id, standing->number, part, self->round);
    }
}

/**
 * mattra_overview_add:
 * @self: an overview
 * @id: ULID of a measure
 * @standing: how it stands
 *
 * Counts a measure. They come in the order of the register.
 */
void
mattra_overview_add (MattraOverview       *self,
                     const char           *id,
                     const MattraStanding *standing)
{
  guint indicator = standing->indicator <= MATTRA_N_INDICATORS ? standing->indicator : 0;
  const MattraPart *part = mattra_standing_get_part (standing, self->place);

  g_return_if_fail (self != NULL && id != NULL);

  self->indicators[indicator].n_measures++;
  for (guint i = 0; i < standing->n_parts; i++)
    {
      guint at = MIN (standing->parts[i].division, self->divisions->len - 1);

      tally_add (&g_array_index (self->divisions, MattraOverviewDivision, at).tally,
                 mattra_part_get_group (&standing->parts[i], self->round));
    }
  if (part != NULL)
    add_part (self, id, standing, indicator, part);
}

/**
 * mattra_overview_end:
 * @self: an overview of all measures
 *
 * Tells which indicators are weak, once all measures are counted.
 */
void
mattra_overview_end (MattraOverview *self)
{
  g_return_if_fail (self != NULL);

  for (guint i = 1; i <= MATTRA_N_INDICATORS; i++)
    self->indicators[i].weak = self->indicators[i].score >= 0 && self->indicators[i].score < self->weak_below
                               && self->indicators[i].n_measures == 0;
}

typedef struct
{
  MattraOverview *overview;
  MattraPlan *plan;
} Counting;

/* What is not in a register has no key. */
static gboolean
count_measure (MattraMeasure  *measure,
               gpointer        user_data,
               GError        **error)
{
  const Counting *self = user_data;
  const char *id = mattra_measure_get_id (measure);
  g_auto (MattraStanding) standing = { 0 };

  mattra_standing_take (&standing, self->plan, measure, self->overview->day);
  mattra_overview_add (self->overview, id != NULL ? id : "", &standing);
  return TRUE;
}

/**
 * mattra_overview_count:
 * @self: an overview of no measures yet
 * @plan: its plan
 * @measures: the measures of the plan
 * @error: why they could not be read
 *
 * Counts all measures, without keeping them, and ends.
 *
 * Returns: whether all were read
 */
gboolean
mattra_overview_count (MattraOverview       *self,
                       MattraPlan           *plan,
                       MattraMeasureSource  *measures,
                       GError              **error)
{
  Counting counting = { self, plan };

  g_return_val_if_fail (self != NULL && MATTRA_IS_PLAN (plan), FALSE);

  if (!mattra_measure_source_for_each (measures, count_measure, &counting, error))
    return FALSE;
  mattra_overview_end (self);
  return TRUE;
}

/**
 * mattra_overview_keep_division:
 * @self: an overview of all measures, ended
 * @division: ULID of a division
 *
 * Leaves out all other divisions, for who follows this one: their tables would not open.
 */
void
mattra_overview_keep_division (MattraOverview *self,
                               const char     *division)
{
  g_return_if_fail (self != NULL && division != NULL);

  for (guint i = self->divisions->len; i > 0; i--)
    if (g_strcmp0 (g_array_index (self->divisions, MattraOverviewDivision, i - 1).id, division) != 0)
      g_array_remove_index (self->divisions, i - 1);
}

/**
 * mattra_overview_get_filter:
 * @self: an overview
 * @part: what a number is about
 * @index: which division or indicator
 * @groups: bits 1 << #MattraGroup; 0 for all
 * @filter: (out caller-allocates): the filter
 *
 * Tells the filter whose measures a number counts.
 */
void
mattra_overview_get_filter (const MattraOverview *self,
                            MattraOverviewPart    part,
                            guint                 index,
                            guint                 groups,
                            MattraFilter         *filter)
{
  const char *division = self->division;

  if (part == MATTRA_OVERVIEW_DIVISION)
    division = g_array_index (self->divisions, MattraOverviewDivision, index).id;
  *filter = (MattraFilter) { .division = g_strdup (division), .groups = groups };
  if (part == MATTRA_OVERVIEW_INDICATOR)
    filter->indicator = index > 0 ? (int) index : MATTRA_INDICATOR_NONE;
  if (part == MATTRA_OVERVIEW_LATE)
    filter->list = MATTRA_LIST_OVERDUE;
  if (part == MATTRA_OVERVIEW_SOON)
    filter->list = MATTRA_LIST_DUE_SOON;
}
