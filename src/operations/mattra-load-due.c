/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-load-due.h"

/**
 * mattra_load_milestones:
 * @store: a register
 * @plan: one of its plans
 * @error: why they could not be read
 *
 * Reads the days of the assessment in the plan's fiscal year.
 *
 * Returns: (transfer full) (element-type MattraDue) (nullable): the milestones, in the order of the calendar
 */
GPtrArray *
mattra_load_milestones (MattraStore  *store,
                        MattraPlan   *plan,
                        GError      **error)
{
  g_autoptr (GPtrArray) entries = NULL;
  GPtrArray *milestones;

  g_return_val_if_fail (MATTRA_IS_STORE (store) && MATTRA_IS_PLAN (plan), NULL);

  entries = mattra_store_load_catalogue (store, MATTRA_CATALOGUE_CALENDAR, mattra_plan_get_fiscal_year (plan), error);
  if (entries == NULL)
    return NULL;
  milestones = g_ptr_array_new_with_free_func ((GDestroyNotify) mattra_due_free);
  for (guint i = 0; i < entries->len; i++)
    {
      const MattraCatalogueEntry *entry = g_ptr_array_index (entries, i);
      MattraDate day;

      /* A day that the year does not have (29 February) has no date. */
      if (entry->detail != NULL && mattra_date_parse_iso (entry->detail, &day))
        g_ptr_array_add (milestones, mattra_due_new_milestone (entry->id, entry->code, entry->name, day));
    }
  return milestones;
}

/**
 * mattra_load_due:
 * @store: a register
 * @plan: one of its plans
 * @options: what is looked for
 * @error: why it could not be read
 *
 * Reads what is late and what comes due, as mattra_due_collect() finds it. The register's own thread calls this, or a
 * command.
 *
 * Returns: (transfer full) (element-type MattraDue) (nullable): what was found, by division
 */
GPtrArray *
mattra_load_due (MattraStore             *store,
                 MattraPlan              *plan,
                 const MattraDueOptions  *options,
                 GError                 **error)
{
  g_autoptr (GPtrArray) milestones = NULL;
  g_autoptr (MattraMeasureSource) measures = NULL;

  g_return_val_if_fail (MATTRA_IS_STORE (store) && MATTRA_IS_PLAN (plan) && options != NULL, NULL);

  milestones = mattra_load_milestones (store, plan, error);
  if (milestones == NULL)
    return NULL;
  measures = mattra_store_list_measures (store, mattra_plan_get_id (plan), options->division, error);

  return measures != NULL ? mattra_due_collect (plan, measures, milestones, options, error) : NULL;
}
