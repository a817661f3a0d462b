/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-load-overview.h"

#include "mattra-measure-source.h"

typedef struct
{
  MattraPlan *plan;
  MattraDate day;
  MattraOverview *overview;
} Counting;

static gboolean
count_measure (MattraMeasure  *measure,
               gpointer        user_data,
               GError        **error)
{
  Counting *self = user_data;
  g_auto (MattraStanding) standing = { 0 };

  mattra_standing_take (&standing, self->plan, measure, self->day);
  mattra_overview_add (self->overview, mattra_measure_get_id (measure), &standing);
  return TRUE;
}

/**
 * mattra_load_overview:
 * @store: a register
 * @plan: one of its plans
 * @round: the round
 * @division: (nullable): ULID of the division whose measures are looked at; %NULL for all
 * @day: the day to judge by
 * @error: why it could not be read
 *
 * Counts where a plan stands, measure by measure, without keeping them.
 *
 * Returns: (transfer full) (nullable): the numbers
 */
MattraOverview *
mattra_load_overview (MattraStore  *store,
                      MattraPlan   *plan,
                      MattraRound   round,
                      const char   *division,
                      MattraDate    day,
                      GError      **error)
{
  g_autoptr (MattraOverview) overview = NULL;
  g_autoptr (MattraMeasureSource) measures = NULL;
  Counting counting = { plan, day, NULL };

  g_return_val_if_fail (MATTRA_IS_STORE (store) && MATTRA_IS_PLAN (plan), NULL);

  overview = counting.overview = mattra_overview_new (plan, round, division, day);
  measures = mattra_store_list_measures (store, mattra_plan_get_id (plan), NULL, error);
  if (measures == NULL || !mattra_measure_source_for_each (measures, count_measure, &counting, error))
    return NULL;
  mattra_overview_end (overview);
  return g_steal_pointer (&overview);
}
