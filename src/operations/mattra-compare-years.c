/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-compare-years.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mattra-find.h"
#include "mattra-match.h"
#include "mattra-next-plan.h"
#include "mattra-planned.h"
#include "mattra-seal-cell.h"

/* Two years are held against each other as two versions are: by the cells of what is planned, the earlier year's
 * periods moved to the later one. A measure of both is told by its key in the later year. */

/* More years than this lie between no two plans. */
#define MAX_CHAIN 100

typedef struct
{
  MattraStore *store;
  MattraPlan *from; /* NULL where the register does not hold it */
  MattraPlan *to;
  int from_year;
  GPtrArray *before;  /* (element-type MattraMeasure): those of @from */
  GPtrArray *after;   /* (element-type MattraMeasure): those of @to */
  GHashTable *ids;    /* (element-type utf8 MattraMeasure): those of @from by key */
  GHashTable *pairs;  /* (element-type utf8 utf8): keys in @to by those in @from */
  GHashTable *paired; /* (element-type utf8): keys in @to that have an earlier measure */
  GString *json;      /* what was planned before */
} Years;

static void
years_clear (Years *self)
{
  g_clear_object (&self->from);
  g_clear_object (&self->to);
  g_clear_pointer (&self->before, g_ptr_array_unref);
  g_clear_pointer (&self->after, g_ptr_array_unref);
  g_clear_pointer (&self->ids, g_hash_table_unref);
  g_clear_pointer (&self->pairs, g_hash_table_unref);
  g_clear_pointer (&self->paired, g_hash_table_unref);
  if (self->json != NULL)
    g_string_free (self->json, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Years, years_clear)

static GPtrArray *
load_measures (MattraStore  *store,
               MattraPlan   *plan,
               GError      **error)
{
  g_autoptr (MattraMeasureSource) source = mattra_store_list_measures (store, mattra_plan_get_id (plan), NULL, error);

  return source != NULL ? mattra_measure_source_collect (source, error) : NULL;
}

/* The plan of the earlier year, which a register that was begun with the later one lacks. */
static gboolean
load_from (Years   *self,
           GError **error)
{
  if (!mattra_find_plan_or_none (self->store, self->from_year, &self->from, error))
    return FALSE;
  if (self->from == NULL)
    return TRUE;
  g_clear_pointer (&self->before, g_ptr_array_unref);
  self->before = load_measures (self->store, self->from, error);
  if (self->before == NULL)
    return FALSE;
  for (guint i = 0; i < self->before->len; i++)
    {
      MattraMeasure *measure = g_ptr_array_index (self->before, i);

      g_hash_table_insert (self->ids, (gpointer) mattra_measure_get_id (measure), measure);
    }
  return TRUE;
}

static gboolean
load (Years   *self,
      int      to,
      GError **error)
{
  self->before = g_ptr_array_new ();
  self->ids = g_hash_table_new (g_str_hash, g_str_equal);
  self->pairs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->paired = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->json = mattra_seal_cells_begin ();
  self->to = mattra_store_load_plan (self->store, to, error);
  self->after = self->to != NULL ? load_measures (self->store, self->to, error) : NULL;
  return self->after != NULL && load_from (self, error);
}

static void
pair (Years      *self,
      const char *before,
      const char *after)
{
  g_hash_table_add (self->paired, g_strdup (after));
  g_hash_table_insert (self->pairs, g_strdup (before), g_strdup (after));
}

/* Writes cells that were kept under the key of the measure that they are held against. */
static gboolean
append_content (const char  *content,
                const char  *key,
                GString     *json,
                GError     **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (content, strlen (content));
  g_autoptr (GPtrArray) cells = mattra_seal_cells_parse (bytes, error);

  if (cells == NULL)
    return FALSE;
  for (guint i = 0; i < cells->len; i++)
    {
      MattraSealCell cell = *(const MattraSealCell *) g_ptr_array_index (cells, i);

      cell.measure = (char *) key;
      mattra_seal_cell_append (&cell, json);
    }
  return TRUE;
}

/* Follows a measure from year to year back to one of the earlier plan. */
static gboolean
follow (Years        *self,
        const char   *origin,
        const char  **found,
        GError      **error)
{
  g_autofree char *key = g_strdup (origin);

  *found = NULL;
  for (guint i = 0; i < MAX_CHAIN; i++)
    {
      MattraMeasure *measure = g_hash_table_lookup (self->ids, key);
      g_autoptr (MattraOrigin) before = NULL;

      if (measure != NULL)
        {
          *found = mattra_measure_get_id (measure);
          return TRUE;
        }
      if (!mattra_store_load_origin (self->store, key, &before, error))
        return FALSE;
      if (before == NULL)
        return TRUE;
      g_free (key);
      key = g_strdup (before->origin);
    }
  return TRUE;
}

/* What came straight from the earlier year is held against what it was then; what came a longer way, against the
 * earlier year's measure as it is. */
static gboolean
pair_origins (Years   *self,
              GError **error)
{
  g_autoptr (GPtrArray) origins = mattra_store_list_origins (self->store, mattra_plan_get_id (self->to), error);

  for (guint i = 0; origins != NULL && i < origins->len; i++)
    {
      const MattraOrigin *origin = g_ptr_array_index (origins, i);
      const char *found;

      if (g_hash_table_contains (self->paired, origin->measure))
        continue;
      if (origin->fiscal_year == self->from_year)
        {
          pair (self, origin->origin, origin->measure);
          if (!append_content (origin->content, origin->measure, self->json, error))
            return FALSE;
          g_hash_table_remove (self->ids, origin->origin);
          continue;
        }
      if (!follow (self, origin->origin, &found, error))
        return FALSE;
      if (found != NULL)
        pair (self, found, origin->measure);
    }
  return origins != NULL;
}

/* Measures that were not carried, as in a year that was read in, are matched by their titles. */
static void
pair_by_title (Years *self)
{
  g_autoptr (GPtrArray) left_before = g_ptr_array_new ();
  g_autoptr (GPtrArray) left_after = g_ptr_array_new ();
  g_autoptr (GArray) matches = NULL;

  for (guint i = 0; i < self->before->len; i++)
    if (!g_hash_table_contains (self->pairs, mattra_measure_get_id (g_ptr_array_index (self->before, i))))
      g_ptr_array_add (left_before, g_ptr_array_index (self->before, i));
  for (guint i = 0; i < self->after->len; i++)
    if (!g_hash_table_contains (self->paired, mattra_measure_get_id (g_ptr_array_index (self->after, i))))
      g_ptr_array_add (left_after, g_ptr_array_index (self->after, i));
  matches = mattra_match_measures (left_after, left_before);
  for (guint i = 0; i < matches->len; i++)
    {
      const MattraMatch *match = &g_array_index (matches, MattraMatch, i);

      if (match->kind == MATTRA_MATCH_TITLE || match->kind == MATTRA_MATCH_NUMBER)
        pair (self, mattra_measure_get_id (match->measure),
              mattra_measure_get_id (g_ptr_array_index (left_after, i)));
    }
}

/* Those of the earlier plan that are not told by what they were when they were carried. */
static void
append_before (Years *self)
{
  int years = mattra_plan_get_fiscal_year (self->to) - self->from_year;
  g_autoptr (GHashTable) none = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->before->len; i++)
    {
      MattraMeasure *measure = g_ptr_array_index (self->before, i);
      const char *id = mattra_measure_get_id (measure);
      const char *key = g_hash_table_lookup (self->pairs, id);
      g_autoptr (MattraMeasure) moved = NULL;

      if (!g_hash_table_contains (self->ids, id))
        continue;
      moved = mattra_next_measure_new (measure, self->from_year, years, none);
      mattra_planned_append (self->from, moved, key != NULL ? key : id, self->json);
    }
}

static GBytes *
collect_after (Years *self)
{
  GString *json = mattra_seal_cells_begin ();

  for (guint i = 0; i < self->after->len; i++)
    {
      MattraMeasure *measure = g_ptr_array_index (self->after, i);

      mattra_planned_append (self->to, measure, mattra_measure_get_id (measure), json);
    }
  return mattra_seal_cells_end (json);
}

static gboolean
check_known (Years   *self,
             GError **error)
{
  if (self->from != NULL || g_hash_table_size (self->pairs) > 0)
    return TRUE;
  g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_NOT_FOUND,
               _("%s holds no plan of fiscal year %d, and no measure came from it"),
               mattra_store_get_path (self->store), self->from_year);
  return FALSE;
}

/**
 * mattra_compare_years:
 * @store: a register
 * @from: a fiscal year, B.E.; the register need not hold it where the later year came from it
 * @to: a later one that the register holds
 * @error: why not
 *
 * Tells which measures are new, changed and dropped in a year, by what is planned. Periods of the earlier year are
 * moved first, so that only those differ that somebody changed. Where the earlier plan is in another register nobody
 * can tell what was dropped.
 *
 * Returns: (transfer full) (element-type MattraDifference) (nullable): where they differ; keys are those of the later
 *   year, of a measure that is gone that of the earlier
 */
GPtrArray *
mattra_compare_years (MattraStore  *store,
                      int           from,
                      int           to,
                      GError      **error)
{
  g_auto (Years) years = { .store = store, .from_year = from };
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;

  g_return_val_if_fail (MATTRA_IS_STORE (store), NULL);

  if (from >= to)
    {
      g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID,
                   _("Fiscal year %d does not come before %d; name the earlier one first"), from, to);
      return NULL;
    }
  if (!load (&years, to, error) || !pair_origins (&years, error))
    return NULL;
  pair_by_title (&years);
  if (!check_known (&years, error))
    return NULL;
  if (years.from != NULL)
    append_before (&years);
  before = mattra_seal_cells_end (g_steal_pointer (&years.json));
  after = collect_after (&years);
  return mattra_seal_compare_bytes (before, after, error);
}

/**
 * mattra_compare_years_choose:
 * @store: a register
 * @from: (inout): the earlier year, 0 for the one from which @to came
 * @to: (inout): the later year, 0 for the newest
 * @error: why not: %MATTRA_ERROR_NOT_FOUND where there is no earlier one
 *
 * Chooses the years that are compared where somebody named none.
 *
 * Returns: whether there are two
 */
gboolean
mattra_compare_years_choose (MattraStore  *store,
                             int          *from,
                             int          *to,
                             GError      **error)
{
  g_autoptr (GPtrArray) years = NULL;
  g_autoptr (GPtrArray) origins = NULL;
  g_autoptr (MattraPlan) plan = NULL;

  g_return_val_if_fail (MATTRA_IS_STORE (store) && from != NULL && to != NULL, FALSE);

  years = mattra_store_list_years (store, error);
  if (years == NULL)
    return FALSE;
  if (*to == 0 && years->len > 0)
    *to = GPOINTER_TO_INT (g_ptr_array_index (years, years->len - 1));
  if (*from != 0)
    return TRUE;
  plan = mattra_store_load_plan (store, *to, error);
  origins = plan != NULL ? mattra_store_list_origins (store, mattra_plan_get_id (plan), error) : NULL;
  if (origins == NULL)
    return FALSE;
  for (guint i = 0; i < years->len; i++)
    if (GPOINTER_TO_INT (g_ptr_array_index (years, i)) < *to)
      *from = GPOINTER_TO_INT (g_ptr_array_index (years, i));
  for (guint i = 0; i < origins->len && *from == 0; i++)
    *from = ((const MattraOrigin *) g_ptr_array_index (origins, i))->fiscal_year;
  if (*from != 0 && *from < *to)
    return TRUE;
  g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_NOT_FOUND,
               _("%s holds no year before %d to compare with"), mattra_store_get_path (store), *to);
  return FALSE;
}

/**
 * mattra_compare_years_mark:
 * @store: a register
 * @year: a fiscal year that it holds, B.E.
 * @error: why not
 *
 * Marks the measures of a year that are new or changed against the year from which it came, or else the one before, as
 * mattra_compare_years() tells them. Where there is none before, no measure is marked.
 *
 * Returns: (transfer full) (element-type utf8 MattraYearMark) (nullable): marks by ULID
 */
GHashTable *
mattra_compare_years_mark (MattraStore  *store,
                           int           year,
                           GError      **error)
{
  g_autoptr (GHashTable) marks = NULL;
  g_autoptr (GPtrArray) differences = NULL;
  g_autoptr (GError) local_error = NULL;
  int from = 0;

  g_return_val_if_fail (MATTRA_IS_STORE (store), NULL);

  marks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (mattra_compare_years_choose (store, &from, &year, &local_error))
    differences = mattra_compare_years (store, from, year, &local_error);
  if (local_error != NULL && !g_error_matches (local_error, MATTRA_ERROR, MATTRA_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  for (guint i = 0; differences != NULL && i < differences->len; i++)
    {
      const MattraDifference *one = g_ptr_array_index (differences, i);
      MattraYearMark mark = one->kind == MATTRA_DIFFERENCE_NEW ? MATTRA_YEAR_MARK_NEW : MATTRA_YEAR_MARK_CHANGED;

      if (one->kind == MATTRA_DIFFERENCE_NEW || one->kind == MATTRA_DIFFERENCE_CHANGED)
        g_hash_table_replace (marks, g_strdup (one->measure), GINT_TO_POINTER (mark));
    }
  return g_steal_pointer (&marks);
}

/**
 * mattra_compare_with_origin:
 * @plan: a plan
 * @measure: a measure of it
 * @origin: where it came from
 * @error: why not
 *
 * Tells what was changed in a measure since it was carried from another year.
 *
 * Returns: (transfer full) (element-type MattraDifference) (nullable): the cells, none where nothing was changed
 */
GPtrArray *
mattra_compare_with_origin (MattraPlan          *plan,
                            MattraMeasure       *measure,
                            const MattraOrigin  *origin,
                            GError             **error)
{
  const char *key;
  g_autoptr (GString) then = NULL;
  GString *now = NULL;
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;

  g_return_val_if_fail (MATTRA_IS_PLAN (plan) && MATTRA_IS_MEASURE (measure) && origin != NULL, NULL);

  key = mattra_measure_get_id (measure);
  then = mattra_seal_cells_begin ();
  if (!append_content (origin->content, key, then, error))
    return NULL;
  before = mattra_seal_cells_end (g_steal_pointer (&then));
  now = mattra_seal_cells_begin ();
  mattra_planned_append (plan, measure, key, now);
  after = mattra_seal_cells_end (now);
  return mattra_seal_compare_bytes (before, after, error);
}
