/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-rematch.h"

static gboolean
same_ids (GPtrArray *one,
          GPtrArray *other)
{
  if (one == NULL || one->len != other->len)
    return FALSE;
  for (guint i = 0; i < one->len; i++)
    if (!g_str_equal (g_ptr_array_index (one, i), g_ptr_array_index (other, i)))
      return FALSE;
  return TRUE;
}

/* The store gives the divisions of a party in an order of its own. */
static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

/* Whether the party now stands for other divisions. */
static gboolean
rematch_party (MattraDivisionList *divisions,
               MattraParty        *party)
{
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) now = NULL;

  if (party->corrected)
    return FALSE;
  before = g_steal_pointer (&party->divisions);
  party->divisions = mattra_division_list_match (divisions, party->text);
  if (before != NULL)
    g_ptr_array_sort (before, compare_ids);
  now = g_ptr_array_copy (party->divisions, NULL, NULL);
  g_ptr_array_set_free_func (now, NULL);
  g_ptr_array_sort (now, compare_ids);
  return !same_ids (before, now);
}

static gboolean
rematch_measure (MattraStore         *store,
                 MattraDivisionList  *divisions,
                 MattraMeasure       *measure,
                 GError             **error)
{
  GPtrArray *parties = mattra_measure_get_parties (measure);
  gboolean changed = FALSE;

  for (guint i = 0; i < parties->len; i++)
    changed |= rematch_party (divisions, g_ptr_array_index (parties, i));
  return !changed || mattra_store_set_parties (store, mattra_measure_get_id (measure), parties, error);
}

static gboolean
rematch_all (MattraStore  *store,
             MattraPlan   *plan,
             GError      **error)
{
  g_autoptr (MattraMeasureSource) source = NULL;
  g_autoptr (GError) failure = NULL;
  g_autoptr (MattraMeasure) measure = NULL;

  source = mattra_store_list_measures (store, mattra_plan_get_id (plan), NULL, error);
  if (source == NULL || !mattra_measure_source_rewind (source, error))
    return FALSE;
  while ((measure = mattra_measure_source_next (source, &failure)))
    {
      if (!rematch_measure (store, mattra_plan_get_divisions (plan), measure, error))
        return FALSE;
      g_clear_object (&measure);
    }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/**
 * mattra_rematch_parties:
 * @store: a register with an open act
 * @fiscal_year: the plan, B.E.
 * @error: why not
 *
 * Matches the responsible parties of a plan's measures with its divisions anew, after these were changed:
 * a party that nobody knew may have become known by another name, and ทุกส่วนราชการ means a new division
 * too. What the user corrected is left alone.
 *
 * Returns: whether it was done
 */
gboolean
mattra_rematch_parties (MattraStore  *store,
                        int           fiscal_year,
                        GError      **error)
{
  g_autoptr (MattraPlan) plan = NULL;

  g_return_val_if_fail (MATTRA_IS_STORE (store), FALSE);

  plan = mattra_store_load_plan (store, fiscal_year, error);
  return plan != NULL && rematch_all (store, plan, error);
}
