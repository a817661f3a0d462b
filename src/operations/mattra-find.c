/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-find.h"

#include <glib/gi18n-lib.h>

/**
 * mattra_find_measure:
 * @store: a register
 * @plan: a plan of it
 * @word: number of a measure, in Thai or western digits, or its ULID
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the measure; else %MATTRA_ERROR_NOT_FOUND
 */
MattraMeasure *
mattra_find_measure (MattraStore  *store,
                     MattraPlan   *plan,
                     const char   *word,
                     GError      **error)
{
  g_autofree char *western = NULL;

  g_return_val_if_fail (MATTRA_IS_STORE (store) && MATTRA_IS_PLAN (plan) && word != NULL, NULL);

  western = mattra_digits_to_western (word);
  return mattra_store_load_measure (store, mattra_plan_get_id (plan), western, error);
}

/* Takes over @problem. */
static gboolean
pass_over_absence (GError  *problem,
                   GError **error)
{
  if (problem == NULL)
    return TRUE;
  if (g_error_matches (problem, MATTRA_ERROR, MATTRA_ERROR_NOT_FOUND))
    {
      g_error_free (problem);
      return TRUE;
    }
  g_propagate_error (error, problem);
  return FALSE;
}

/**
 * mattra_find_measure_or_none:
 * @store: a register
 * @plan: a plan of it
 * @word: number of a measure, in Thai or western digits, or its ULID
 * @found: (out) (nullable) (transfer full): the measure; %NULL where it is not there, or not any more
 * @error: why it could not be read
 *
 * Finds a measure as mattra_find_measure() does, for whom one that is not there is no error.
 *
 * Returns: whether the register could be asked
 */
gboolean
mattra_find_measure_or_none (MattraStore    *store,
                             MattraPlan     *plan,
                             const char     *word,
                             MattraMeasure **found,
                             GError        **error)
{
  GError *problem = NULL;

  g_return_val_if_fail (found != NULL, FALSE);

  *found = mattra_find_measure (store, plan, word, &problem);
  return pass_over_absence (problem, error);
}

/**
 * mattra_find_plan_or_none:
 * @store: a register
 * @fiscal_year: a year B.E.
 * @found: (out) (nullable) (transfer full): its plan; %NULL where the register does not hold the year
 * @error: why it could not be read
 *
 * Loads the plan of a year, for whom a year that is not there is no error.
 *
 * Returns: whether the register could be asked
 */
gboolean
mattra_find_plan_or_none (MattraStore  *store,
                          int           fiscal_year,
                          MattraPlan  **found,
                          GError      **error)
{
  GError *problem = NULL;

  g_return_val_if_fail (MATTRA_IS_STORE (store) && found != NULL, FALSE);

  *found = mattra_store_load_plan (store, fiscal_year, &problem);
  return pass_over_absence (problem, error);
}

static char *
list_divisions (MattraDivisionList *divisions)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < mattra_division_list_get_size (divisions); i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                            mattra_division_list_get (divisions, i)->name);
  return g_string_free (names, FALSE);
}

/**
 * mattra_find_division:
 * @plan: a plan
 * @name: name, short name or alias of a division
 * @id: (out) (transfer none): its ULID
 * @error: return location
 *
 * Returns: whether the plan has such a division; else %MATTRA_ERROR_NOT_FOUND, with those it has
 */
gboolean
mattra_find_division (MattraPlan  *plan,
                      const char  *name,
                      const char **id,
                      GError     **error)
{
  const MattraDivision *division = NULL;
  g_autofree char *names = NULL;

  g_return_val_if_fail (MATTRA_IS_PLAN (plan) && name != NULL && id != NULL, FALSE);

  division = mattra_division_list_find_name (mattra_plan_get_divisions (plan), name);
  if (division)
    {
      *id = division->id;
      return TRUE;
    }
  names = list_divisions (mattra_plan_get_divisions (plan));
  g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_NOT_FOUND,
               _("There is no division “%s” in the plan; there are: %s"), name, names);
  return FALSE;
}
