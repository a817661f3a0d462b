/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-store-private.h"

#include <glib/gi18n-lib.h>

/* Changes of an act are read back in pieces, so that a large import need not be in memory to be
 * undone. */
#define PIECE 500

typedef struct
{
  char *id;
  char *name;
  char *arguments;
} Target;

static void
target_clear (Target *self)
{
  g_free (self->id);
  g_free (self->name);
  g_free (self->arguments);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Target, target_clear)

typedef struct
{
  gint64 n;
  char *table;
  char *row;
  char *column;
  char *old_value;
  char *new_value;
} Step;

static void
step_free (gpointer data)
{
  Step *step = data;

  g_free (step->table);
  g_free (step->row);
  g_free (step->column);
  g_free (step->old_value);
  g_free (step->new_value);
  g_free (step);
}

static gboolean
take_step (const MattraValue *row,
           gpointer           user_data)
{
  Step *step = g_new (Step, 1);

  step->n = row[0].integer;
  step->table = g_strdup (mattra_value_get_text (&row[1]));
  step->row = g_strdup (mattra_value_get_text (&row[2]));
  step->column = g_strdup (mattra_value_get_text (&row[3]));
  step->old_value = g_strdup (mattra_value_get_text (&row[4]));
  step->new_value = g_strdup (mattra_value_get_text (&row[5]));
  g_ptr_array_add (user_data, step);
  return TRUE;
}

static gboolean
refuse_conflict (MattraStore    *self,
                 MattraTableId   table,
                 const Step     *step,
                 const char     *column,
                 GError        **error)
{
  g_autofree char *place = mattra_store_describe_cell (self, table, step->row, column);

  g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_CONFLICT,
               self->act.kind == MATTRA_ACT_REDO
                 ? _ ("%s was changed again since; nothing was done again. Look at its history and set the value"
                      " you want")
                 : _ ("%s was changed again since; nothing was taken back. Look at its history and set the value"
                      " you want"),
               place);
  return FALSE;
}

/* A row that the act added goes, if it still is as it was added. */
static gboolean
reverse_insert (MattraStore    *self,
                MattraTableId   table,
                const Step     *step,
                GError        **error)
{
  g_auto (MattraRecord) added = { 0 };
  g_auto (MattraRecord) present = { 0 };
  MattraValue gone = mattra_value_integer (1);
  gboolean found;

  if (!mattra_act_get (self, table, step->row, &present, &found, error))
    return FALSE;
  if (!found || step->new_value == NULL || !mattra_record_parse_json (&added, table, step->new_value))
    return refuse_conflict (self, table, step, NULL, error);
  for (guint i = 0; i < mattra_schema_table (table)->n_columns; i++)
    if (!mattra_value_equal (&added.values[i], &present.values[i]))
      return refuse_conflict (self, table, step, mattra_schema_table (table)->columns[i].name, error);
  return mattra_act_set (self, table, step->row, MATTRA_COLUMN_DELETED, &gone, error);
}

static gboolean
reverse_update (MattraStore    *self,
                MattraTableId   table,
                guint           column,
                const Step     *step,
                GError        **error)
{
  g_auto (MattraRecord) present = { 0 };
  MattraValue expected = mattra_value_from_log (table, column, step->new_value);
  MattraValue before = mattra_value_from_log (table, column, step->old_value);
  gboolean found;

  if (!mattra_act_get (self, table, step->row, &present, &found, error))
    return FALSE;
  if (!found || !mattra_value_equal (&present.values[column], &expected))
    return refuse_conflict (self, table, step, step->column, error);
  return mattra_act_set (self, table, step->row, column, &before, error);
}

static gboolean
reverse_step (MattraStore  *self,
              const Step   *step,
              GError      **error)
{
  MattraTableId table;
  guint column;

  if (!mattra_schema_find_table (step->table, &table)
      || (step->column != NULL && !mattra_schema_find_column (table, step->column, &column)))
    {
      g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_CORRUPT,
                   _ ("the log of %s names a place that does not exist: %s %s; check the register"),
                   self->path, step->table, step->column != NULL ? step->column : "");
      return FALSE;
    }
  if (step->column == NULL)
    return reverse_insert (self, table, step, error);
  return reverse_update (self, table, column, step, error);
}

/* The newest change first: one act may have changed a cell twice. */
static gboolean
reverse_act (MattraStore  *self,
             const char   *act,
             GError      **error)
{
  gint64 before = G_MAXINT64;

  while (TRUE)
    {
      g_autoptr (GPtrArray) steps = g_ptr_array_new_with_free_func (step_free);
      MattraValue values[] = { mattra_value_text (act), mattra_value_integer (before),
                               mattra_value_integer (PIECE) };

      if (!mattra_store_query (self, MATTRA_QUERY_CHANGES_OF_ACT, values, 3, take_step, steps, error))
        return FALSE;
      if (steps->len == 0)
        return TRUE;
      for (guint i = 0; i < steps->len; i++)
        {
          const Step *step = g_ptr_array_index (steps, i);

          if (!reverse_step (self, step, error))
            return FALSE;
          before = step->n;
        }
    }
}

static gboolean
take_target (const MattraValue *row,
             gpointer           user_data)
{
  Target *target = user_data;

  target->id = g_strdup (mattra_value_get_text (&row[0]));
  target->name = g_strdup (mattra_value_get_text (&row[1]));
  target->arguments = g_strdup (mattra_value_get_text (&row[2]));
  return FALSE;
}

static gboolean
check_target (MattraStore    *self,
              const Target   *target,
              MattraActKind   kind,
              GError        **error)
{
  const char *why = NULL;

  if (target->id != NULL)
    return TRUE;
  if (kind == MATTRA_ACT_UNDO)
    why = self->has_actor ? _ ("there is nothing of your own to undo") : _ ("there is nothing to undo");
  else
    why = self->has_actor ? _ ("there is nothing of your own to redo") : _ ("there is nothing to redo");
  g_set_error_literal (error, MATTRA_ERROR, MATTRA_ERROR_NOT_FOUND, why);
  return FALSE;
}

/* Where several people use one account each takes back what the same person did: what somebody else answered does not
 * go because the next one presses a key. */
static gboolean
find_target (MattraStore  *self,
             MattraQuery   query,
             Target       *target,
             GError      **error)
{
  MattraValue values[] = { mattra_value_text (self->device), mattra_value_text (MATTRA_ACT_CREATE),
                           mattra_value_text (self->has_actor ? self->person : NULL) };

  return mattra_store_query (self, query, values, G_N_ELEMENTS (values), take_target, target, error);
}

static gboolean
reverse_newest (MattraStore    *self,
                MattraActKind   kind,
                Target         *target,
                GError        **error)
{
  if (!find_target (self, kind == MATTRA_ACT_UNDO ? MATTRA_QUERY_UNDO_CANDIDATE : MATTRA_QUERY_REDO_CANDIDATE, target,
                    error)
      || !check_target (self, target, kind, error))
    return FALSE;
  self->act.target = g_strdup (target->id);
  g_free (self->act.name);
  self->act.name = g_strdup (target->name);
  self->act.arguments = g_strdup (target->arguments);
  return reverse_act (self, target->id, error);
}

static gboolean
reverse (MattraStore    *self,
         MattraActKind   kind,
         char          **name,
         GError        **error)
{
  g_auto (Target) target = { 0 };

  if (!mattra_store_begin_act (self, mattra_act_kind_to_string (kind), NULL, kind, error))
    return FALSE;
  if (!reverse_newest (self, kind, &target, error))
    {
      mattra_store_abandon_act (self);
      return FALSE;
    }
  if (!mattra_store_commit_act (self, error))
    return FALSE;
  if (name != NULL)
    *name = g_steal_pointer (&target.name);
  return TRUE;
}

/**
 * mattra_store_undo:
 * @self: a register open for writing, without an open act
 * @name: (out) (optional) (transfer full): what was undone
 * @error: why not: %MATTRA_ERROR_NOT_FOUND, %MATTRA_ERROR_CONFLICT, %MATTRA_ERROR_DENIED and those of
 *   mattra_store_begin_act()
 *
 * Takes back this device's newest act that is neither undone nor itself an undo, as a new act; where
 * mattra_store_set_actor() told who writes, the newest of that person. Seals and
 * reviews are passed over: they are never undone. It does so wholly or not at all: where a cell has
 * another value by now, or belongs to a closed round, the error names the cell. Works across closing; the making of the register is never undone.
 *
 * Returns: whether an act was undone
 */
gboolean
mattra_store_undo (MattraStore  *self,
                   char        **name,
                   GError      **error)
{
  g_return_val_if_fail (MATTRA_IS_STORE (self), FALSE);

  return reverse (self, MATTRA_ACT_UNDO, name, error);
}

/**
 * mattra_store_redo:
 * @self: a register open for writing, without an open act
 * @name: (out) (optional) (transfer full): what was done again
 * @error: as for mattra_store_undo()
 *
 * Takes back this device's newest undo that was not yet taken back, as a new act; where mattra_store_set_actor() told
 * who writes, that person's. An ordinary act
 * after the undo ends this possibility.
 *
 * Returns: whether an act was redone
 */
gboolean
mattra_store_redo (MattraStore  *self,
                   char        **name,
                   GError      **error)
{
  g_return_val_if_fail (MATTRA_IS_STORE (self), FALSE);

  return reverse (self, MATTRA_ACT_REDO, name, error);
}

static gboolean
peek (MattraStore  *self,
      MattraQuery   query,
      char        **name,
      char        **arguments,
      GError      **error)
{
  g_auto (Target) target = { 0 };

  *name = NULL;
  *arguments = NULL;
  if (self->device == NULL)
    return TRUE;
  if (!find_target (self, query, &target, error))
    return FALSE;
  *name = g_steal_pointer (&target.name);
  *arguments = g_steal_pointer (&target.arguments);
  return TRUE;
}

/**
 * mattra_store_peek_undo:
 * @self: a register
 * @name: (out) (nullable) (transfer full): name of the act that mattra_store_undo() would take back; %NULL
 *   where there is none
 * @arguments: (out) (nullable) (transfer full): what that act was given
 * @error: why it could not be read
 *
 * Looks what could be undone, without doing it.
 *
 * Returns: whether it could be read
 */
gboolean
mattra_store_peek_undo (MattraStore  *self,
                        char        **name,
                        char        **arguments,
                        GError      **error)
{
  g_return_val_if_fail (MATTRA_IS_STORE (self), FALSE);
  g_return_val_if_fail (name != NULL && arguments != NULL, FALSE);

  return peek (self, MATTRA_QUERY_UNDO_CANDIDATE, name, arguments, error);
}

/**
 * mattra_store_peek_redo:
 * @self: a register
 * @name: (out) (nullable) (transfer full): name of the act that mattra_store_redo() would do again; %NULL
 *   where there is none
 * @arguments: (out) (nullable) (transfer full): what that act was given
 * @error: why it could not be read
 *
 * Looks what could be done again, without doing it.
 *
 * Returns: whether it could be read
 */
gboolean
mattra_store_peek_redo (MattraStore  *self,
                        char        **name,
                        char        **arguments,
                        GError      **error)
{
  g_return_val_if_fail (MATTRA_IS_STORE (self), FALSE);
  g_return_val_if_fail (name != NULL && arguments != NULL, FALSE);

  return peek (self, MATTRA_QUERY_REDO_CANDIDATE, name, arguments, error);
}
