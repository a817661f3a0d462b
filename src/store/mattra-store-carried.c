/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-store-private.h"

#include "mattra-sort-key.h"

/* What comes from another year: where a measure came from, and the recommendations that it has to answer. */

/**
 * mattra_origin_free:
 * @self: (transfer full) (nullable): an origin
 *
 * Frees an origin.
 */
void
mattra_origin_free (MattraOrigin *self)
{
  if (self == NULL)
    return;
  g_free (self->measure);
  g_free (self->origin);
  g_free (self->content);
  g_free (self);
}

static gboolean
take_origin (const MattraValue *row,
             gpointer           user_data)
{
  MattraOrigin *origin = g_new0 (MattraOrigin, 1);

  mattra_value_copy_text (&origin->measure, &row[0]);
  mattra_value_copy_text (&origin->origin, &row[1]);
  origin->fiscal_year = row[2].integer;
  mattra_value_copy_text (&origin->content, &row[3]);
  g_ptr_array_add (user_data, origin);
  return TRUE;
}

static GPtrArray *
list_origins (MattraStore  *self,
              MattraQuery   query,
              const char   *key,
              GError      **error)
{
  g_autoptr (GPtrArray) origins = g_ptr_array_new_with_free_func ((GDestroyNotify) mattra_origin_free);
  MattraValue value = mattra_value_text (key);

  if (!mattra_store_query (self, query, &value, 1, take_origin, origins, error))
    return NULL;
  return g_steal_pointer (&origins);
}

/**
 * mattra_store_list_origins:
 * @self: a register
 * @plan: ULID of a plan
 * @error: why they could not be read
 *
 * Lists where the measures of a plan came from, in the order of the plan. A measure that is new has none.
 *
 * Returns: (transfer full) (element-type MattraOrigin) (nullable): an origin for each measure that has one
 */
GPtrArray *
mattra_store_list_origins (MattraStore  *self,
                           const char   *plan,
                           GError      **error)
{
  g_return_val_if_fail (MATTRA_IS_STORE (self), NULL);
  g_return_val_if_fail (plan != NULL, NULL);

  return list_origins (self, MATTRA_QUERY_LIST_ORIGINS, plan, error);
}

/**
 * mattra_store_load_origin:
 * @self: a register
 * @measure: ULID of a measure
 * @origin: (out) (nullable) (transfer full): where it came from; %NULL where it is new
 * @error: why it could not be read
 *
 * Returns: whether it could be read
 */
gboolean
mattra_store_load_origin (MattraStore   *self,
                          const char    *measure,
                          MattraOrigin **origin,
                          GError       **error)
{
  g_autoptr (GPtrArray) origins = NULL;

  g_return_val_if_fail (MATTRA_IS_STORE (self), FALSE);
  g_return_val_if_fail (measure != NULL && origin != NULL, FALSE);

  *origin = NULL;
  origins = list_origins (self, MATTRA_QUERY_ORIGIN_OF_MEASURE, measure, error);
  if (origins == NULL)
    return FALSE;
  if (origins->len > 0)
    *origin = g_ptr_array_steal_index (origins, origins->len - 1);
  return TRUE;
}

static gboolean
take_origin_year (const MattraValue *row,
                  gpointer           user_data)
{
  *(int *) user_data = row[0].integer;
  return FALSE;
}

/**
 * mattra_store_find_origin_year:
 * @self: a register
 * @plan: ULID of a plan
 * @fiscal_year: (out): the year that any of its measures came from, B.E.; 0 where none came from another year
 * @error: why it could not be read
 *
 * Tells whether a plan was started from another year: only then is a measure without an origin a new one.
 *
 * Returns: whether it could be read
 */
gboolean
mattra_store_find_origin_year (MattraStore  *self,
                               const char   *plan,
                               int          *fiscal_year,
                               GError      **error)
{
  MattraValue key = mattra_value_text (plan);

  g_return_val_if_fail (MATTRA_IS_STORE (self), FALSE);
  g_return_val_if_fail (plan != NULL && fiscal_year != NULL, FALSE);

  *fiscal_year = 0;
  return mattra_store_query (self, MATTRA_QUERY_ANY_ORIGIN, &key, 1, take_origin_year, fiscal_year, error);
}

static gboolean
write_origin (MattraStore         *self,
              const MattraOrigin  *origin,
              GError             **error)
{
  g_autofree char *id = mattra_store_new_id (self);
  MattraValue values[N_COLUMNS_ORIGIN];

  values[COLUMN_ORIGIN_ID] = mattra_value_text (id);
  values[COLUMN_ORIGIN_DELETED] = mattra_value_integer (0);
  values[COLUMN_ORIGIN_ORGANISATION] = mattra_value_text (self->organisation);
  values[COLUMN_ORIGIN_MEASURE] = mattra_value_text (origin->measure);
  values[COLUMN_ORIGIN_ORIGIN] = mattra_value_text (origin->origin);
  values[COLUMN_ORIGIN_FISCAL_YEAR] = mattra_value_integer (origin->fiscal_year);
  values[COLUMN_ORIGIN_CONTENT] = mattra_value_text (origin->content);
  return mattra_act_insert (self, TABLE_ORIGIN, values, error);
}

/**
 * mattra_store_insert_origin:
 * @self: a register open for writing
 * @origin: where a measure of the register came from
 * @error: why not
 *
 * Notes where a measure came from.
 *
 * Returns: whether it was done
 */
gboolean
mattra_store_insert_origin (MattraStore         *self,
                            const MattraOrigin  *origin,
                            GError             **error)
{
  g_return_val_if_fail (MATTRA_IS_STORE (self), FALSE);
  g_return_val_if_fail (origin != NULL && origin->measure != NULL && origin->origin != NULL, FALSE);

  if (!mattra_act_enter (self, "insert-origin", error))
    return FALSE;
  return mattra_act_leave (self, write_origin (self, origin, error), error);
}

/* Recommendations to answer. They come with the measure, see mattra_measure_get_carried(). */

/* Returns: (transfer full): a row of the queries of carried recommendations */
MattraCarried *
mattra_store_read_carried (const MattraValue *row)
{
  MattraCarried *carried = mattra_carried_new (row[3].integer, MATTRA_ROUND_NONE, NULL,
                                               mattra_value_get_text (&row[6]));

  mattra_value_copy_text (&carried->id, &row[0]);
  mattra_value_copy_text (&carried->measure, &row[1]);
  mattra_value_copy_text (&carried->sort_key, &row[2]);
  mattra_round_from_string (mattra_value_get_text (&row[4]), &carried->round);
  mattra_value_copy_text (&carried->division, &row[5]);
  mattra_value_copy_text (&carried->answer, &row[7]);
  return carried;
}

static gboolean
write_carried (MattraStore          *self,
               const char           *id,
               const char           *sort_key,
               const MattraCarried  *carried,
               GError              **error)
{
  MattraValue values[N_COLUMNS_CARRIED];

  values[COLUMN_CARRIED_ID] = mattra_value_text (id);
  values[COLUMN_CARRIED_DELETED] = mattra_value_integer (0);
  values[COLUMN_CARRIED_ORGANISATION] = mattra_value_text (self->organisation);
  values[COLUMN_CARRIED_MEASURE] = mattra_value_text (carried->measure);
  values[COLUMN_CARRIED_SORT_KEY] = mattra_value_text (sort_key);
  values[COLUMN_CARRIED_FISCAL_YEAR] = mattra_value_integer (carried->fiscal_year);
  values[COLUMN_CARRIED_ROUND] = mattra_value_text (mattra_round_to_string (carried->round));
  values[COLUMN_CARRIED_DIVISION] = mattra_value_text (carried->division);
  values[COLUMN_CARRIED_TEXT] = mattra_value_text (carried->text);
  values[COLUMN_CARRIED_ANSWER] = mattra_value_text (carried->answer);
  return mattra_act_insert (self, TABLE_CARRIED, values, error);
}

/**
 * mattra_store_insert_carried:
 * @self: a register open for writing
 * @measure: ULID of the measure that has to answer
 * @position: its place among those of the measure, from 0
 * @carried: the recommendation; its round is not %MATTRA_ROUND_NONE, and key and measure are not looked at
 * @error: why not
 *
 * Carries a recommendation of an earlier year to a measure.
 *
 * Returns: whether it was done
 */
gboolean
mattra_store_insert_carried (MattraStore          *self,
                             const char           *measure,
                             guint                 position,
                             const MattraCarried  *carried,
                             GError              **error)
{
  g_autofree char *id = NULL;
  g_autofree char *sort_key = NULL;
  MattraCarried row;

  g_return_val_if_fail (MATTRA_IS_STORE (self), FALSE);
  g_return_val_if_fail (measure != NULL && carried != NULL && carried->round != MATTRA_ROUND_NONE, FALSE);

  if (!mattra_act_enter (self, "insert-carried", error))
    return FALSE;
  id = mattra_store_new_id (self);
  sort_key = mattra_sort_key_nth (position);
  row = *carried;
  row.measure = (char *) measure;
  return mattra_act_leave (self, write_carried (self, id, sort_key, &row, error), error);
}

/**
 * mattra_store_set_carried_answer:
 * @self: a register open for writing
 * @carried: ULID of a carried recommendation
 * @answer: (nullable): what was done about it; empty or %NULL where it waits
 * @error: why not: %MATTRA_ERROR_NOT_FOUND where it is not there any more
 *
 * Answers a recommendation of an earlier year.
 *
 * Returns: whether it was done
 */
gboolean
mattra_store_set_carried_answer (MattraStore  *self,
                                 const char   *carried,
                                 const char   *answer,
                                 GError      **error)
{
  MattraValue value = mattra_value_text (answer != NULL && *answer != '\0' ? answer : NULL);

  g_return_val_if_fail (MATTRA_IS_STORE (self), FALSE);
  g_return_val_if_fail (carried != NULL, FALSE);

  if (!mattra_act_enter (self, "answer-carried", error))
    return FALSE;
  return mattra_act_leave (self,
                           mattra_act_set_live (self, TABLE_CARRIED, carried, COLUMN_CARRIED_ANSWER, &value, error), error);
}
