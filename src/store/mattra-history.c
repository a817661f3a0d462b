/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-store-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define EXTRA_PREFIX "extra:"

/**
 * mattra_change_free:
 * @self: (transfer full) (nullable): a change
 *
 * Frees a change of a history.
 */
void
mattra_change_free (MattraChange *self)
{
  if (self == NULL)
    return;
  g_free (self->act);
  g_free (self->at_utc);
  g_free (self->person);
  g_free (self->name);
  g_free (self->arguments);
  g_free (self->table);
  g_free (self->row);
  g_free (self->column);
  g_free (self->old_value);
  g_free (self->new_value);
  g_free (self->measure);
  g_free (self->text);
  g_free (self);
}

/* Columns and tables whose field in JSON has another name. */
static const struct
{
  const char *table;
  const char *column; /* NULL for any */
  const char *field;
} field_rows[] = {
  { "party", NULL, "responsible" },
  { "step_done", NULL, "steps" },
  { "answer", NULL, "status" },
  { "question", NULL, "questions" },
  { "review", NULL, "reviews" },
  { "comment", NULL, "comments" },
  { "carried", NULL, "carried" },
  { "origin", NULL, "origin" },
  { "evidence", NULL, "attachments" },
  { "measure", "sort_key", "number" },
};

static const char *
field_of (const char *table,
          const char *column,
          const char *item_kind)
{
  MattraItemKind kind;
  MattraTableId id;
  guint index;

  if (item_kind != NULL && mattra_item_kind_from_string (item_kind, &kind))
    return mattra_item_kind_to_field (kind);
  for (guint i = 0; i < G_N_ELEMENTS (field_rows); i++)
    if (g_str_equal (field_rows[i].table, table)
        && (field_rows[i].column == NULL || g_strcmp0 (field_rows[i].column, column) == 0))
      return field_rows[i].field;
  if (g_str_equal (table, "measure") && column != NULL && mattra_schema_find_table (table, &id)
      && mattra_schema_find_column (id, column, &index))
    return mattra_schema_table (id)->columns[index].name;
  return NULL;
}

/* What a person knows a row by: the first of these columns that the table has and the row fills. */
static const char *const text_columns[] = {
  "text", "title", "name", "value", "stated", "verdict", "caption", "file_name", "url",
};

static char *
text_of_row (const char *table,
             const char *json)
{
  g_auto (MattraRecord) row = { 0 };
  MattraTableId id;
  guint column;

  if (json == NULL || !mattra_schema_find_table (table, &id) || !mattra_record_parse_json (&row, id, json))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (text_columns); i++)
    if (mattra_schema_find_column (id, text_columns[i], &column) && row.values[column].type == MATTRA_VALUE_TEXT)
      return g_strdup (mattra_value_get_text (&row.values[column]));
  return NULL;
}

static gboolean
take_change (const MattraValue *row,
             gpointer           user_data)
{
  MattraChange *change = g_new0 (MattraChange, 1);

  change->act = g_strdup (mattra_value_get_text (&row[0]));
  change->at_utc = g_strdup (mattra_value_get_text (&row[1]));
  change->person = g_strdup (mattra_value_get_text (&row[2]));
  change->name = g_strdup (mattra_value_get_text (&row[3]));
  change->kind = mattra_act_kind_from_string (mattra_value_get_text (&row[4]));
  change->table = g_strdup (mattra_value_get_text (&row[5]));
  change->row = g_strdup (mattra_value_get_text (&row[6]));
  change->column = g_strdup (mattra_value_get_text (&row[7]));
  change->old_value = g_strdup (mattra_value_get_text (&row[8]));
  change->new_value = g_strdup (mattra_value_get_text (&row[9]));
  change->number = row[10].integer;
  change->measure = g_strdup (mattra_value_get_text (&row[11]));
  change->arguments = g_strdup (mattra_value_get_text (&row[13]));
  change->field = field_of (change->table, change->column, mattra_value_get_text (&row[12]));
  if (change->column == NULL)
    change->text = text_of_row (change->table, change->new_value);
  g_ptr_array_add (user_data, change);
  return TRUE;
}

static gboolean
take_turns (const MattraValue *row,
            gpointer           user_data)
{
  gint64 *turns = user_data;

  *turns = row[0].integer;
  return FALSE;
}

/* An act is undone, redone, undone again …: an odd number of turns leaves it undone. */
static gboolean
mark_undone (MattraStore  *self,
             GPtrArray    *changes,
             GError      **error)
{
  const MattraChange *before = NULL;

  for (guint i = 0; i < changes->len; i++)
    {
      MattraChange *change = g_ptr_array_index (changes, i);
      MattraValue act = mattra_value_text (change->act);
      gint64 turns = 0;

      if (before != NULL && g_strcmp0 (before->act, change->act) == 0)
        turns = before->undone;
      else if (!mattra_store_query (self, MATTRA_QUERY_TURNS_OF_ACT, &act, 1, take_turns, &turns, error))
        return FALSE;
      change->undone = turns % 2 != 0;
      before = change;
    }
  return TRUE;
}

static GPtrArray *
load (MattraStore        *self,
      MattraQuery         query,
      const MattraValue  *values,
      guint               n_values,
      GError            **error)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) mattra_change_free);

  if (!mattra_store_query (self, query, values, n_values, take_change, changes, error)
      || !mark_undone (self, changes, error))
    return NULL;
  return g_steal_pointer (&changes);
}

/**
 * mattra_store_load_history:
 * @self: a register
 * @measure: (nullable): ULID of a measure; %NULL for the whole register
 * @offset: how many changes to leave out
 * @limit: at most how many changes
 * @error: why it could not be read
 *
 * Reads what was changed: everything, or what belongs to one measure. The newest act comes first; within an
 * act the changes stand in the order in which they were made.
 *
 * Returns: (transfer full) (element-type MattraChange) (nullable): the changes
 */
GPtrArray *
mattra_store_load_history (MattraStore  *self,
                           const char   *measure,
                           guint         offset,
                           guint         limit,
                           GError      **error)
{
  MattraValue values[] = { mattra_value_integer (limit), mattra_value_integer (offset),
                           mattra_value_text (measure) };

  g_return_val_if_fail (MATTRA_IS_STORE (self), NULL);

  if (measure == NULL)
    return load (self, MATTRA_QUERY_HISTORY, values, 2, error);
  return load (self, MATTRA_QUERY_HISTORY_OF_MEASURE, values, 3, error);
}

/**
 * mattra_store_list_newest_acts:
 * @self: a register
 * @limit: at most how many acts
 * @error: why they could not be read
 *
 * Reads the first change of each of the newest acts, the newest first. It costs the same however many changes an act
 * made: an import of a whole plan is not read.
 *
 * Returns: (transfer full) (element-type MattraChange) (nullable): one change of each act
 */
GPtrArray *
mattra_store_list_newest_acts (MattraStore  *self,
                               guint         limit,
                               GError      **error)
{
  MattraValue value = mattra_value_integer (limit);

  g_return_val_if_fail (MATTRA_IS_STORE (self), NULL);

  return load (self, MATTRA_QUERY_NEWEST_ACTS, &value, 1, error);
}

/* @values has room for six, of which the first three are set. */
static GPtrArray *
load_items (MattraStore     *self,
            MattraItemKind   kind,
            const char      *answer,
            const char      *label,
            MattraValue     *values,
            GError         **error)
{
  values[3] = mattra_value_text (mattra_item_kind_to_string (kind));
  values[4] = mattra_value_text (answer);
  values[5] = mattra_value_text (label);
  return load (self, MATTRA_QUERY_HISTORY_OF_CELL, values, 6, error);
}

/**
 * mattra_store_load_cell_history:
 * @self: a register
 * @measure: ULID of a measure
 * @field: field as in JSON: one of items ("steps", "results", "extra:LABEL" …), "responsible", "status"
 *   or one of the measure ("title" …)
 * @round: round of the answer, for the fields that belong to one
 * @division: (nullable): ULID of the answering division; %NULL for the joint answer
 * @offset: how many changes to leave out
 * @limit: at most how many changes
 * @error: why not: %MATTRA_ERROR_INVALID for a field that does not exist
 *
 * Reads what was changed in one cell of the grid, the newest act first.
 *
 * Returns: (transfer full) (element-type MattraChange) (nullable): the changes
 */
GPtrArray *
mattra_store_load_cell_history (MattraStore  *self,
                                const char   *measure,
                                const char   *field,
                                MattraRound   round,
                                const char   *division,
                                guint         offset,
                                guint         limit,
                                GError      **error)
{
  MattraValue values[6] = { mattra_value_integer (limit), mattra_value_integer (offset),
                            mattra_value_text (measure) };
  g_autofree char *answer = NULL;
  MattraItemKind kind;
  guint column;

  g_return_val_if_fail (MATTRA_IS_STORE (self), NULL);
  g_return_val_if_fail (measure != NULL && field != NULL, NULL);

  if (g_str_equal (field, "steps"))
    return load (self, MATTRA_QUERY_HISTORY_OF_STEPS, values, 3, error);
  if (g_str_equal (field, "responsible"))
    return load (self, MATTRA_QUERY_HISTORY_OF_PARTIES, values, 3, error);
  if (g_str_equal (field, "status"))
    {
      if (!mattra_store_find_answer_id (self, measure, round, division, &answer, error))
        return NULL;
      values[2] = mattra_value_text (answer);
      return load (self, MATTRA_QUERY_HISTORY_OF_STATUS, values, 3, error);
    }
  if (g_str_has_prefix (field, EXTRA_PREFIX))
    return load_items (self, MATTRA_ITEM_EXTRA, "", field + strlen (EXTRA_PREFIX), values, error);
  if (mattra_item_kind_from_field (field, &kind))
    {
      if (mattra_item_kind_is_answer (kind)
          && !mattra_store_find_answer_id (self, measure, round, division, &answer, error))
        return NULL;
      return load_items (self, kind, answer != NULL ? answer : "", NULL, values, error);
    }
  if (mattra_schema_find_column (TABLE_MEASURE, field, &column))
    {
      values[3] = mattra_value_text (mattra_schema_table (TABLE_MEASURE)->columns[column].name);
      return load (self, MATTRA_QUERY_HISTORY_OF_COLUMN, values, 4, error);
    }
  g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID, _ ("a measure has no field “%s”"), field);
  return NULL;
}

typedef struct
{
  gint64 number;
  char *measure;
  char *kind;
} Place;

static gboolean
take_place (const MattraValue *row,
            gpointer           user_data)
{
  Place *place = user_data;

  place->number = row[0].integer;
  place->measure = g_strdup (mattra_value_get_text (&row[1]));
  place->kind = g_strdup (mattra_value_get_text (&row[2]));
  return FALSE;
}

/* Returns: (transfer full): a cell as a person would name it, for errors. */
char *
mattra_store_describe_cell (MattraStore    *self,
                            MattraTableId   table,
                            const char     *row,
                            const char     *column)
{
  const char *name = mattra_schema_table (table)->name;
  MattraValue values[] = { mattra_value_text (name), mattra_value_text (row) };
  Place place = { 0 };
  g_autofree char *measure = NULL;
  g_autofree char *kind = NULL;
  const char *field;

  mattra_store_query (self, MATTRA_QUERY_PLACE_OF_ROW, values, 2, take_place, &place, NULL);
  measure = place.measure;
  kind = place.kind;
  field = field_of (name, column, kind);
  if (field == NULL)
    field = column != NULL ? column : name;
  if (measure == NULL)
    return g_strdup_printf (_ ("%s of %s %s"), field, name, row);
  if (place.number == 0)
    return g_strdup_printf (_ ("%s of measure %s"), field, measure);
  return g_strdup_printf (_ ("%s of measure %d"), field, (int) place.number);
}
