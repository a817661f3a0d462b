/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-earlier-measure.h"

#include "mattra-find.h"
#include "mattra-next-plan.h"

/**
 * mattra_earlier_measure_free:
 * @self: (nullable) (transfer full): a measure of an earlier year
 *
 * Frees it and its plan.
 */
void
mattra_earlier_measure_free (MattraEarlierMeasure *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->plan);
  g_clear_object (&self->measure);
  g_free (self->division);
  g_free (self);
}

static const char *
find_earlier_division (MattraPlan *earlier,
                       MattraPlan *plan,
                       const char *division)
{
  g_autoptr (GHashTable) later = mattra_next_plan_map_divisions (earlier, plan);
  MattraDivisionList *divisions = mattra_plan_get_divisions (earlier);

  for (guint i = 0; i < mattra_division_list_get_size (divisions); i++)
    {
      const char *id = mattra_division_list_get (divisions, i)->id;

      if (g_strcmp0 (g_hash_table_lookup (later, id), division) == 0)
        return id;
    }
  return NULL;
}

/* The register need not hold the year, and the measure may have been removed from it since. */
static gboolean
load_earlier (MattraStore           *store,
              const MattraOrigin    *origin,
              MattraEarlierMeasure  *earlier,
              GError               **error)
{
  return mattra_find_plan_or_none (store, origin->fiscal_year, &earlier->plan, error)
         && (earlier->plan == NULL
             || mattra_find_measure_or_none (store, earlier->plan, origin->origin, &earlier->measure, error));
}

/**
 * mattra_load_earlier_measure:
 * @store: a register
 * @plan: a plan of it
 * @measure: ULID of a measure of the plan
 * @division: (nullable): ULID of a division of the plan
 * @earlier: (out) (nullable) (transfer full): the measure that it came from; %NULL where it came from none that this
 *   register holds
 * @error: why it could not be read
 *
 * Reads what a measure was in the year before, with its answers.
 *
 * Returns: whether it could be read
 */
gboolean
mattra_load_earlier_measure (MattraStore           *store,
                             MattraPlan            *plan,
                             const char            *measure,
                             const char            *division,
                             MattraEarlierMeasure **earlier,
                             GError               **error)
{
  g_autoptr (MattraEarlierMeasure) found = NULL;
  g_autoptr (MattraOrigin) origin = NULL;

  g_return_val_if_fail (MATTRA_IS_STORE (store) && MATTRA_IS_PLAN (plan), FALSE);
  g_return_val_if_fail (measure != NULL && earlier != NULL, FALSE);

  *earlier = NULL;
  if (!mattra_store_load_origin (store, measure, &origin, error))
    return FALSE;
  if (origin == NULL)
    return TRUE;
  found = g_new0 (MattraEarlierMeasure, 1);
  if (!load_earlier (store, origin, found, error))
    return FALSE;
  if (found->measure == NULL)
    return TRUE;
  if (division != NULL)
    found->division = g_strdup (find_earlier_division (found->plan, plan, division));
  *earlier = g_steal_pointer (&found);
  return TRUE;
}
