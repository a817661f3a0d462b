/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-store-private.h"

#include <glib/gi18n-lib.h>

/* Everything that changes a register goes through mattra_act_insert() and mattra_act_set(), which
 * write the table and the log together. */

static const char *const kind_names[] = {
  [MATTRA_ACT_EDIT] = "edit",
  [MATTRA_ACT_IMPORT] = "import",
  [MATTRA_ACT_UNDO] = "undo",
  [MATTRA_ACT_REDO] = "redo",
  [MATTRA_ACT_SEAL] = "seal",
  [MATTRA_ACT_REVIEW] = "review",
};

const char *
mattra_act_kind_to_string (MattraActKind kind)
{
  return kind_names[kind];
}

MattraActKind
mattra_act_kind_from_string (const char *text)
{
  MattraActKind kind = MATTRA_ACT_EDIT;

  for (guint i = 0; i < G_N_ELEMENTS (kind_names); i++)
    if (g_strcmp0 (text, kind_names[i]) == 0)
      kind = i;
  return kind;
}

static void
cell_free (gpointer data)
{
  MattraCell *cell = data;

  g_free (cell->row);
  g_free (cell);
}

static void
clear_pending (MattraAct *act)
{
  for (guint i = 0; i < act->n_pending; i++)
    {
      g_free (act->pending[i].old_value);
      g_free (act->pending[i].new_value);
    }
  act->n_pending = 0;
}

static void
clear_act (MattraAct *act)
{
  clear_pending (act);
  g_free (act->id);
  g_free (act->name);
  g_free (act->arguments);
  g_free (act->target);
  g_clear_pointer (&act->closed, g_hash_table_unref);
  g_clear_pointer (&act->divisions, g_hash_table_unref);
  g_free (act->divisions_plan);
  g_clear_pointer (&act->cells, g_ptr_array_unref);
  *act = (MattraAct) { 0 };
}

static gboolean
take_head (const MattraValue *row,
           gpointer           user_data)
{
  MattraAct *act = user_data;

  act->n = row[0].integer;
  if (row[1].length == MATTRA_HASH_SIZE)
    memcpy (act->head, row[1].data, MATTRA_HASH_SIZE);
  return FALSE;
}

static gboolean
take_closed (const MattraValue *row,
             gpointer           user_data)
{
  MattraAct *act = user_data;

  g_hash_table_add (act->closed, g_strdup (mattra_value_get_text (&row[0])));
  return TRUE;
}

/* Another window of this device may have written since: the head is read inside the transaction. */
static gboolean
read_state (MattraStore  *self,
            GError      **error)
{
  MattraValue device = mattra_value_text (self->device);

  return mattra_store_query (self, MATTRA_QUERY_DEVICE_HEAD, &device, 1, take_head, &self->act, error)
         && (self->scratch
             || mattra_store_query (self, MATTRA_QUERY_CLOSED_ROUNDS, NULL, 0, take_closed, &self->act, error));
}

static gboolean
refuse_read_only (MattraStore  *self,
                  GError      **error)
{
  if (self->notice != NULL)
    g_set_error_literal (error, MATTRA_ERROR, MATTRA_ERROR_TOO_NEW, self->notice);
  else
    g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_DENIED,
                 _ ("%s was opened for reading only; open it for writing to change it"), self->path);
  return FALSE;
}

/**
 * mattra_store_begin_act:
 * @self: a register open for writing
 * @name: what a history calls it, in English ("import", "set"); at most 200 characters
 * @arguments: (nullable): what it was given, for a history
 * @kind: sort of the act
 * @error: why not: %MATTRA_ERROR_DENIED, %MATTRA_ERROR_TOO_NEW, %MATTRA_ERROR_BUSY, %MATTRA_ERROR_IO
 *
 * Begins a group of changes that commits and is undone as one. No other act may be open, and
 * nobody else can write until it ends: begin it when all is known.
 *
 * Returns: whether it began
 */
gboolean
mattra_store_begin_act (MattraStore    *self,
                        const char     *name,
                        const char     *arguments,
                        MattraActKind   kind,
                        GError        **error)
{
  g_return_val_if_fail (MATTRA_IS_STORE (self), FALSE);
  g_return_val_if_fail (name != NULL, FALSE);
  g_return_val_if_fail (!self->act.begun, FALSE);

  if (self->read_only)
    return refuse_read_only (self, error);
  if (!mattra_database_begin (self->database, error))
    return FALSE;
  self->act.begun = TRUE;
  self->act.kind = kind;
  self->act.id = mattra_store_new_id (self);
  self->act.name = g_strdup (name);
  self->act.arguments = g_strdup (arguments);
  self->act.closed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (mattra_store_has_listeners (self))
    self->act.cells = g_ptr_array_new_with_free_func (cell_free);
  if (read_state (self, error))
    return TRUE;
  mattra_store_abandon_act (self);
  return FALSE;
}

/**
 * mattra_store_abandon_act:
 * @self: a register
 *
 * Takes back all that the open act has written, as if it had never begun. Nothing happens where no
 * act is open.
 */
void
mattra_store_abandon_act (MattraStore *self)
{
  g_return_if_fail (MATTRA_IS_STORE (self));

  if (!self->act.begun)
    return;
  mattra_database_rollback (self->database);
  clear_act (&self->act);
}

static gboolean write_pending (MattraStore  *self,
                               GError      **error);

static gboolean
refuse_failed (MattraStore  *self,
               GError      **error)
{
  g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID,
               _ ("part of the change could not be written to %s, so none of it was kept. Do it again"), self->path);
  return FALSE;
}

/**
 * mattra_store_commit_act:
 * @self: a register with an open act
 * @error: why nothing was kept: %MATTRA_ERROR_IO, %MATTRA_ERROR_BUSY
 *
 * Makes the open act durable: when this returns %TRUE, its changes survive loss of power. An act
 * without any change leaves no trace.
 *
 * Returns: whether the act was kept; if not, it was abandoned
 */
gboolean
mattra_store_commit_act (MattraStore  *self,
                         GError      **error)
{
  g_autofree char *id = NULL;
  g_autoptr (GPtrArray) cells = NULL;
  gboolean done = FALSE;

  g_return_val_if_fail (MATTRA_IS_STORE (self), FALSE);
  g_return_val_if_fail (self->act.begun, FALSE);

  if (self->act.failed)
    {
      mattra_store_abandon_act (self);
      return refuse_failed (self, error);
    }
  if (self->act.n_changes == 0)
    {
      mattra_store_abandon_act (self);
      return TRUE;
    }
  if (!write_pending (self, error))
    {
      mattra_store_abandon_act (self);
      return FALSE;
    }
  if (mattra_database_commit (self->database, error))
    {
      id = g_steal_pointer (&self->act.id);
      cells = g_steal_pointer (&self->act.cells);
      done = TRUE;
    }
  clear_act (&self->act);
  if (cells != NULL)
    mattra_store_emit_changed (self, id, cells);
  return done;
}

/**
 * mattra_store_count_changes:
 * @self: a register
 *
 * Returns: how many cells the open act has changed so far; an added row counts as one
 */
guint
mattra_store_count_changes (MattraStore *self)
{
  g_return_val_if_fail (MATTRA_IS_STORE (self), 0);

  return self->act.n_changes;
}

/* A setter outside an act is an act of its own; inside one it joins it, but not after a failure: a
 * full disk has then ended the transaction already, and a further change would stand alone. */
gboolean
mattra_act_enter (MattraStore  *self,
                  const char   *name,
                  GError      **error)
{
  if (self->act.failed)
    return refuse_failed (self, error);
  if (self->act.begun)
    {
      self->act.depth += self->act.implicit;
      return TRUE;
    }
  if (!mattra_store_begin_act (self, name, NULL, MATTRA_ACT_EDIT, error))
    return FALSE;
  self->act.implicit = TRUE;
  return TRUE;
}

gboolean
mattra_act_leave (MattraStore  *self,
                  gboolean      done,
                  GError      **error)
{
  if (!self->act.begun)
    return FALSE;
  if (!done)
    self->act.failed = TRUE;
  if (!self->act.implicit)
    return done;
  /* Called by a setter that began the act for itself, and ends it. */
  if (self->act.depth > 0)
    {
      self->act.depth--;
      return done;
    }
  if (done)
    return mattra_store_commit_act (self, error);
  mattra_store_abandon_act (self);
  return FALSE;
}

/* Returns: (transfer full): a time as the log keeps it. */
char *
mattra_act_format_time (gint64 now)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (now / G_USEC_PER_SEC);
  g_autofree char *start = time != NULL ? g_date_time_format (time, "%Y-%m-%dT%H:%M:%S") : NULL;

  if (start == NULL || strlen (start) != 19)
    return g_strdup ("1970-01-01T00:00:00.000Z");
  return g_strdup_printf ("%s.%03dZ", start, (int) (now / 1000 % 1000));
}

static gboolean
write_act (MattraStore  *self,
           GError      **error)
{
  MattraAct *act = &self->act;
  g_autofree char *at_utc = mattra_act_format_time (mattra_store_now (self));
  MattraActFields fields = { act->id, self->device, 0, at_utc, self->person, act->name, act->arguments,
                             mattra_act_kind_to_string (act->kind), act->target };
  MattraValue values[9];

  if (!mattra_database_integer (self->database, mattra_query_get_sql (MATTRA_QUERY_NEWEST_SEQ), NULL, 0,
                                &fields.seq, error))
    return FALSE;
  fields.seq++;
  values[0] = mattra_value_text (fields.id);
  values[1] = mattra_value_text (fields.device);
  values[2] = mattra_value_integer (fields.seq);
  values[3] = mattra_value_text (fields.at_utc);
  values[4] = mattra_value_text (fields.person);
  values[5] = mattra_value_text (fields.name);
  values[6] = mattra_value_text (fields.arguments);
  values[7] = mattra_value_text (fields.kind);
  values[8] = mattra_value_text (fields.target);
  mattra_hasher_hash_act (self->hasher, &fields, act->digest);
  act->recorded = TRUE;
  return mattra_store_query (self, MATTRA_QUERY_INSERT_ACT, values, G_N_ELEMENTS (values), NULL, NULL, error);
}

static void
remember_cell (MattraAct  *act,
               const char *table,
               const char *row,
               const char *column)
{
  MattraCell *cell;

  if (act->cells == NULL)
    return;
  cell = g_new (MattraCell, 1);
  *cell = (MattraCell) { table, g_strdup (row), column };
  g_ptr_array_add (act->cells, cell);
}

static void
bind_pending (const MattraPending *pending,
              MattraValue         *values)
{
  values[0] = mattra_value_integer (pending->n);
  values[1] = mattra_value_text (pending->table);
  values[2] = mattra_value_text (pending->row);
  values[3] = mattra_value_text (pending->column);
  values[4] = mattra_value_text (pending->old_value);
  values[5] = pending->new_value != NULL
              ? (MattraValue) { MATTRA_VALUE_TEXT, 0, pending->new_value, pending->new_length }
              : mattra_value_null ();
  values[6] = mattra_value_blob (pending->hash, MATTRA_HASH_SIZE);
}

/* Writes the changes that wait. The log is read by nothing within an act, so they may come late, but
 * not after the commit. */
static gboolean
write_pending (MattraStore  *self,
               GError      **error)
{
  MattraAct *act = &self->act;
  MattraValue values[2 + 7 * MATTRA_BATCH_ROWS];
  gboolean done = TRUE;

  values[0] = mattra_value_text (self->device);
  values[1] = mattra_value_text (act->id);
  for (guint next = 0; done && next < act->n_pending;)
    {
      guint size = mattra_batch_size (act->n_pending - next);
      guint n_rows = 1u << size;

      for (guint i = 0; i < n_rows; i++)
        bind_pending (&act->pending[next + i], &values[2 + 7 * i]);
      done = mattra_database_exec (self->database, mattra_statements_log (self->statements, size), values,
                                   2 + 7 * n_rows, NULL, NULL, error);
      next += n_rows;
    }
  clear_pending (act);
  return done;
}

/* Numbers and chains a change, and keeps it until there are enough to be written at once. */
static gboolean
write_change (MattraStore         *self,
              MattraChangeFields  *change,
              GError             **error)
{
  MattraAct *act = &self->act;
  MattraPending *pending;

  if (!act->recorded && !write_act (self, error))
    return FALSE;
  change->device = self->device;
  change->n = ++act->n;
  act->n_changes++;
  if (g_str_equal (change->table, "division"))
    g_clear_pointer (&act->divisions, g_hash_table_unref);
  mattra_hasher_hash_change (self->hasher, act->digest, change, act->head);
  remember_cell (act, change->table, change->row, change->column);
  pending = &act->pending[act->n_pending++];
  *pending = (MattraPending) { .n = change->n, .table = change->table, .column = change->column };
  g_strlcpy (pending->row, change->row, sizeof pending->row);
  pending->old_value = change->old_value != NULL ? g_strndup (change->old_value, change->old_length) : NULL;
  pending->new_value = change->new_value != NULL ? g_strndup (change->new_value, change->new_length) : NULL;
  pending->new_length = change->new_length;
  memcpy (pending->hash, act->head, MATTRA_HASH_SIZE);
  return act->n_pending < MATTRA_BATCH_ROWS || write_pending (self, error);
}

/* Returns: (transfer full) (nullable): ULID of the round that a row of @table answers for. */
static char *
find_round (MattraStore    *self,
            MattraTableId   table,
            const char     *row,
            GError        **error)
{
  if (table == TABLE_ITEM)
    return mattra_store_query_text (self, MATTRA_QUERY_ROUND_OF_ITEM, row, error);
  if (table == TABLE_ANSWER)
    return mattra_store_query_text (self, MATTRA_QUERY_ROUND_OF_ANSWER, row, error);
  if (table == TABLE_STEP_DONE)
    return mattra_store_query_text (self, MATTRA_QUERY_ROUND_OF_TICK, row, error);
  if (table == TABLE_EVIDENCE)
    return mattra_store_query_text (self, MATTRA_QUERY_ROUND_OF_EVIDENCE, row, error);
  return NULL;
}

/* The answers of a closed round take no change, by whatever way it comes. */
static gboolean
check_open (MattraStore    *self,
            MattraTableId   table,
            const char     *row,
            const char     *column,
            const char     *round,
            GError        **error)
{
  g_autofree char *place = NULL;

  if (round == NULL || !g_hash_table_contains (self->act.closed, round))
    return TRUE;
  place = mattra_store_describe_cell (self, table, row, column);
  g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_DENIED,
               _ ("%s cannot be changed: its round is closed. Open the round first"), place);
  return FALSE;
}

static gboolean
check_open_row (MattraStore    *self,
                MattraTableId   table,
                const char     *row,
                const char     *column,
                GError        **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autofree char *round = NULL;

  if (g_hash_table_size (self->act.closed) == 0)
    return TRUE;
  round = find_round (self, table, row, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  return check_open (self, table, row, column, round, error);
}

/* Whether the round that a row about to be added answers for is open. */
static gboolean
check_open_insert (MattraStore        *self,
                   MattraTableId       table,
                   const MattraValue  *values,
                   GError            **error)
{
  if (g_hash_table_size (self->act.closed) == 0)
    return TRUE;
  if (table == TABLE_ANSWER)
    return check_open (self, table, mattra_value_get_text (&values[COLUMN_ANSWER_ID]), NULL,
                       mattra_value_get_text (&values[COLUMN_ANSWER_ROUND]), error);
  if (table == TABLE_REVIEW)
    return check_open (self, table, mattra_value_get_text (&values[COLUMN_REVIEW_ID]), NULL,
                       mattra_value_get_text (&values[COLUMN_REVIEW_ROUND]), error);
  if (table == TABLE_STEP_DONE)
    return check_open (self, table, mattra_value_get_text (&values[COLUMN_STEP_DONE_ID]), NULL,
                       mattra_value_get_text (&values[COLUMN_STEP_DONE_ROUND]), error);
  if (table == TABLE_EVIDENCE)
    return check_open (self, table, mattra_value_get_text (&values[COLUMN_EVIDENCE_ID]), NULL,
                       mattra_value_get_text (&values[COLUMN_EVIDENCE_ROUND]), error);
  if (table == TABLE_ITEM && values[COLUMN_ITEM_ANSWER].type == MATTRA_VALUE_TEXT)
    return check_open_row (self, TABLE_ANSWER, values[COLUMN_ITEM_ANSWER].data, NULL, error);
  return TRUE;
}

/* What was confirmed or decided stays as it is: its rows are added by acts of sealing or review, and nothing changes
 * them. */
static gboolean
refuse_kept (const MattraTable  *table,
             GError            **error)
{
  if (table->kept == MATTRA_ACT_REVIEW)
    g_set_error_literal (error, MATTRA_ERROR, MATTRA_ERROR_DENIED,
                         _ ("what was submitted, returned or approved stays on record and is never changed; submit,"
                            " return or approve anew"));
  else
    g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_DENIED,
                 _ ("a confirmed version and what belongs to it (%s) is never changed; make a correction instead"),
                 table->name);
  return FALSE;
}

static gboolean
log_insert (MattraStore        *self,
            MattraTableId       table,
            const MattraValue  *values,
            GError            **error)
{
  MattraChangeFields change = { .table = mattra_schema_table (table)->name,
                                .row = values[MATTRA_COLUMN_ID].data };

  g_string_truncate (self->json, 0);
  mattra_record_append_json (self->json, table, values);
  change.new_value = self->json->str;
  change.new_length = self->json->len;
  return write_change (self, &change, error);
}

/* Adds rows: @values row by row in the order of the table's columns. */
gboolean
mattra_act_insert_rows (MattraStore        *self,
                        MattraTableId       table,
                        const MattraValue  *values,
                        guint               n_rows,
                        GError            **error)
{
  const MattraTable *description = mattra_schema_table (table);
  guint n_columns = description->n_columns;

  g_assert (self->act.begun);

  if (description->kept != MATTRA_ACT_EDIT && self->act.kind != description->kept)
    return refuse_kept (description, error);
  for (guint next = 0; next < n_rows;)
    {
      guint size = mattra_batch_size (n_rows - next);

      for (guint i = 0; i < (1u << size); i++)
        if (!mattra_act_check_insert (self, table, values + (next + i) * n_columns, error)
            || !check_open_insert (self, table, values + (next + i) * n_columns, error))
          return FALSE;
      if (!mattra_database_exec (self->database, mattra_statements_insert (self->statements, table, size),
                                 values + next * n_columns, n_columns << size, NULL, NULL, error))
        return FALSE;
      next += 1u << size;
    }
  for (guint i = 0; i < n_rows; i++)
    if (!log_insert (self, table, values + i * n_columns, error))
      return FALSE;
  return TRUE;
}

/* Adds a row: @values in the order of the table's columns. */
gboolean
mattra_act_insert (MattraStore        *self,
                   MattraTableId       table,
                   const MattraValue  *values,
                   GError            **error)
{
  return mattra_act_insert_rows (self, table, values, 1, error);
}

typedef struct
{
  MattraRecord *row;
  guint n_columns;
  gboolean found;
} RowReader;

static gboolean
take_row (const MattraValue *values,
          gpointer           user_data)
{
  RowReader *reader = user_data;

  for (guint i = 0; i < reader->n_columns; i++)
    mattra_record_take_copy (reader->row, i, &values[i]);
  reader->found = TRUE;
  return FALSE;
}

/* Reads a row, be it live or not. */
gboolean
mattra_act_get (MattraStore    *self,
                MattraTableId   table,
                const char     *row,
                MattraRecord      *values,
                gboolean       *found,
                GError        **error)
{
  MattraValue key = mattra_value_text (row);
  RowReader reader = { values, mattra_schema_table (table)->n_columns, FALSE };

  if (!mattra_database_exec (self->database, self->statements->select[table], &key, 1, take_row, &reader, error))
    return FALSE;
  *found = reader.found;
  return TRUE;
}

static gboolean
refuse_missing (MattraTableId   table,
                const char     *row,
                GError        **error)
{
  g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_NOT_FOUND, _ ("there is no %s with the key %s"),
               mattra_schema_table (table)->name, row);
  return FALSE;
}

/* Changes one cell; the same value again is no change. */
gboolean
mattra_act_set (MattraStore        *self,
                MattraTableId       table,
                const char         *row,
                guint               column,
                const MattraValue  *value,
                GError            **error)
{
  const MattraTable *description = mattra_schema_table (table);
  MattraValue values[2] = { mattra_value_text (row), *value };
  g_auto (MattraRecord) old = { 0 };
  RowReader reader = { &old, 1, FALSE };
  g_autofree char *old_text = NULL;
  g_autofree char *new_text = NULL;
  MattraChangeFields change = { .table = description->name, .row = row,
                                .column = description->columns[column].name };

  g_assert (self->act.begun);

  if (description->kept != MATTRA_ACT_EDIT)
    return refuse_kept (description, error);
  if (!mattra_database_exec (self->database, self->statements->get[table][column], values, 1, take_row,
                             &reader, error))
    return FALSE;
  if (!reader.found)
    return refuse_missing (table, row, error);
  if (mattra_value_equal (&old.values[0], value))
    return TRUE;
  if (!mattra_act_check_set (self, table, row, column, error)
      || !check_open_row (self, table, row, change.column, error)
      || !mattra_database_exec (self->database, self->statements->set[table][column], values, 2, NULL, NULL, error))
    return FALSE;
  change.old_value = old_text = mattra_value_to_log (&old.values[0]);
  change.old_length = old_text != NULL ? strlen (old_text) : 0;
  change.new_value = new_text = mattra_value_to_log (value);
  change.new_length = new_text != NULL ? strlen (new_text) : 0;
  return write_change (self, &change, error);
}

/* Changes one cell of a row that nobody took away: what is written into one that is gone would be seen by nobody. */
gboolean
mattra_act_set_live (MattraStore        *self,
                     MattraTableId       table,
                     const char         *row,
                     guint               column,
                     const MattraValue  *value,
                     GError            **error)
{
  g_auto (MattraRecord) present = { 0 };
  gboolean found = FALSE;

  if (!mattra_act_get (self, table, row, &present, &found, error))
    return FALSE;
  if (!found || present.values[MATTRA_COLUMN_DELETED].integer != 0)
    return refuse_missing (table, row, error);
  return mattra_act_set (self, table, row, column, value, error);
}

/* Adds a row whose key follows from what it says, or brings it back and up to date if it was there. */
gboolean
mattra_act_revive (MattraStore        *self,
                   MattraTableId       table,
                   const MattraValue  *values,
                   GError            **error)
{
  const char *row = values[MATTRA_COLUMN_ID].data;
  g_auto (MattraRecord) present = { 0 };
  gboolean found;

  if (!mattra_act_get (self, table, row, &present, &found, error))
    return FALSE;
  if (!found)
    return mattra_act_insert (self, table, values, error);
  for (guint i = 0; i < mattra_schema_table (table)->n_columns; i++)
    if (!mattra_value_equal (&present.values[i], &values[i])
        && !mattra_act_set (self, table, row, i, &values[i], error))
      return FALSE;
  return TRUE;
}
