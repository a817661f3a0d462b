/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-load-overview.h"

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

  g_return_val_if_fail (MATTRA_IS_STORE (store) && MATTRA_IS_PLAN (plan), NULL);

  overview = mattra_overview_new (plan, round, division, day);
  measures = mattra_store_list_measures (store, mattra_plan_get_id (plan), NULL, error);
  if (measures == NULL || !mattra_overview_count (overview, plan, measures, error))
    return NULL;
  return g_steal_pointer (&overview);
}
