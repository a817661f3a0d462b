/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-table-act.h"

#include <glib/gi18n-lib.h>

#include "mattra-edit.h"
#include "mattra-error.h"
#include "mattra-rows.h"
#include "mattra-table-cell.h"

/* What an act needs on the store thread: nothing in it is shared with the window. */
typedef struct
{
  MattraRound round;
  char *division;      /* whose answers are written; NULL: the joint ones */
  MattraDate today;
  GPtrArray *edits;    /* of MattraTableCellEdit */
  GStrv measures;      /* ULIDs; NULL where the act is on none */
  char *before;        /* ULID; NULL: at the end */
  char *after;         /* ULID; NULL: as before says */
  guint n;
  char *arguments;     /* for the history */
  GPtrArray *rows;     /* ULIDs of the measures that were made or moved, in their order */
} Job;

static void
job_free (Job *job)
{
  g_clear_pointer (&job->edits, g_ptr_array_unref);
  g_clear_pointer (&job->measures, g_strfreev);
  g_clear_pointer (&job->rows, g_ptr_array_unref);
  g_free (job->division);
  g_free (job->before);
  g_free (job->after);
  g_free (job->arguments);
  g_free (job);
}

static Job *
job_new (MattraSession     *session,
         const char *const *measures)
{
  Job *job = g_new0 (Job, 1);
  const char *division = mattra_session_get_division (session);

  job->round = mattra_session_get_round (session);
  job->division = g_strdup (division && *division ? division : NULL);
  job->today = mattra_clock_get_today (mattra_session_get_clock (session));
  job->measures = g_strdupv ((char **) measures);
  job->rows = g_ptr_array_new_with_free_func (g_free);
  return job;
}

void
mattra_table_cell_edit_free (MattraTableCellEdit *self)
{
  g_free (self->measure);
  g_free (self->field);
  g_free (self->text);
  g_free (self->was);
  g_free (self);
}

/* Cells */

/* What was written since a text was read is not taken away with it. */
static gboolean
check_unchanged (MattraStore  *store,
                 MattraPlan   *plan,
                 const Job    *job,
                 GError      **error)
{
  MattraTableContext context = { plan, job->round, job->division, job->today, MATTRA_DIGITS_WESTERN };
  g_autoptr (MattraMeasure) measure = NULL;

  for (guint i = 0; i < job->edits->len; i++)
    {
      const MattraTableCellEdit *cell = g_ptr_array_index (job->edits, i);
      g_autofree char *text = NULL;

      if (cell->was == NULL || cell->measure == NULL)
        continue;
      if (measure == NULL || !g_str_equal (mattra_measure_get_id (measure), cell->measure))
        {
          g_clear_object (&measure);
          measure = mattra_store_load_measure (store, mattra_plan_get_id (plan), cell->measure, error);
        }
      if (measure == NULL)
        return FALSE;
      text = mattra_table_cell_dup_text (&context, measure, cell->field);
      if (g_str_equal (text, cell->was))
        continue;
      g_set_error_literal (error, MATTRA_ERROR, MATTRA_ERROR_CONFLICT,
                           _("The cells were changed meanwhile, so their texts were copied but not cut"));
      return FALSE;
    }
  return TRUE;
}

/* Counts the rows beyond the table that have a text: blank ones in between make no measures. */
static guint
count_new (GPtrArray *edits)
{
  const MattraTableCellEdit *last = NULL;
  guint n = 0;

  for (guint i = 0; i < edits->len; i++)
    {
      const MattraTableCellEdit *cell = g_ptr_array_index (edits, i);

      if (cell->measure != NULL || (last != NULL && last->row == cell->row))
        continue;
      last = cell;
      n++;
    }
  return n;
}

static void
clear_value (gpointer edit)
{
  g_free ((char *) ((MattraEdit *) edit)->value);
}

/* Whose answer it is that a cell shows is found out where its measure is known for sure. Cells in a row beyond the
 * table are those of the measure that was made for it. */
static GArray *
list_edits (const Job *job)
{
  GArray *edits = g_array_sized_new (FALSE, FALSE, sizeof (MattraEdit), job->edits->len);
  const MattraTableCellEdit *last = NULL;
  guint made = 0;

  g_array_set_clear_func (edits, clear_value);
  for (guint i = 0; i < job->edits->len; i++)
    {
      const MattraTableCellEdit *cell = g_ptr_array_index (job->edits, i);
      MattraEdit edit = { cell->measure, cell->field, mattra_table_cell_dup_value (cell->field, cell->text),
                          job->round, job->division };

      if (cell->measure == NULL && (last == NULL || last->row != cell->row))
        made++;
      if (cell->measure == NULL)
        {
          last = cell;
          edit.target = g_ptr_array_index (job->rows, made - 1);
        }
      g_array_append_val (edits, edit);
    }
  return edits;
}

static gboolean
apply (MattraStore  *store,
       MattraPlan   *plan,
       gpointer      data,
       GError      **error)
{
  Job *job = data;
  g_autoptr (GArray) edits = NULL;
  guint n = count_new (job->edits);

  if (!check_unchanged (store, plan, job, error))
    return FALSE;
  if (n > 0 && !mattra_rows_add (store, plan, NULL, job->division, n, job->rows, error))
    return FALSE;
  edits = list_edits (job);
  return mattra_edit_set_all (store, plan, (const MattraEdit *) (const void *) edits->data, edits->len, error);
}

/* Rows */

static gboolean
insert (MattraStore  *store,
        MattraPlan   *plan,
        gpointer      data,
        GError      **error)
{
  Job *job = data;

  return mattra_rows_add (store, plan, job->before, job->division, job->n, job->rows, error);
}

static gboolean
duplicate (MattraStore  *store,
           MattraPlan   *plan,
           gpointer      data,
           GError      **error)
{
  Job *job = data;

  return mattra_rows_duplicate (store, plan, (const char *const *) job->measures, job->rows, error);
}

static gboolean
delete (MattraStore  *store,
        MattraPlan   *plan,
        gpointer      data,
        GError      **error)
{
  Job *job = data;

  return mattra_rows_delete (store, (const char *const *) job->measures, error);
}

static gboolean
move (MattraStore  *store,
      MattraPlan   *plan,
      gpointer      data,
      GError      **error)
{
  Job *job = data;

  if (job->after && !mattra_rows_find_next (store, plan, job->after, &job->before, error))
    return FALSE;
  if (!mattra_rows_move (store, plan, (const char *const *) job->measures, job->before, error))
    return FALSE;
  for (guint i = 0; job->measures[i]; i++)
    g_ptr_array_add (job->rows, g_strdup (job->measures[i]));
  return TRUE;
}

static gboolean
renumber (MattraStore  *store,
          MattraPlan   *plan,
          gpointer      data,
          GError      **error)
{
  return mattra_rows_renumber (store, plan, error);
}

static void
start (MattraSession       *session,
       const char          *name,
       MattraSessionFunc    func,
       Job                 *job,
       GAsyncReadyCallback  callback,
       gpointer             user_data)
{
  mattra_session_act_async (session, name, job->arguments, func, job, (GDestroyNotify) job_free, callback,
                            user_data);
}

static const char *const act_names[] = {
  [MATTRA_GRID_CHANGE_TYPE] = "set",     [MATTRA_GRID_CHANGE_PASTE] = "paste",
  [MATTRA_GRID_CHANGE_CUT] = "cut",      [MATTRA_GRID_CHANGE_CLEAR] = "clear",
  [MATTRA_GRID_CHANGE_FILL] = "fill",
};

/* The history tells which cell was changed, where it was one. */
static char *
describe_cell (GPtrArray *edits)
{
  const MattraTableCellEdit *only = edits->len == 1 ? g_ptr_array_index (edits, 0) : NULL;

  if (only == NULL || only->measure == NULL)
    return NULL;
  if (only->number > 0)
    return g_strdup_printf ("%d\t%s", only->number, only->field);
  return g_strdup_printf ("%s\t%s", only->measure, only->field);
}

/**
 * mattra_table_act_apply:
 * @session: the session
 * @kind: the movement of the hand, after which the act is called
 * @edits: (element-type MattraTableCellEdit): the cells in reading order
 * @callback: called when it is committed or refused
 * @user_data: data for @callback
 *
 * Changes cells as one act; rows beyond the table become measures.
 */
void
mattra_table_act_apply (MattraSession        *session,
                        MattraGridChangeKind  kind,
                        GPtrArray            *edits,
                        GAsyncReadyCallback   callback,
                        gpointer              user_data)
{
  Job *job = NULL;

  g_return_if_fail (MATTRA_IS_SESSION (session) && edits != NULL);
  g_return_if_fail ((guint) kind < G_N_ELEMENTS (act_names));

  job = job_new (session, NULL);
  job->edits = g_ptr_array_ref (edits);
  job->arguments = describe_cell (edits);
  start (session, act_names[kind], apply, job, callback, user_data);
}

/**
 * mattra_table_act_insert:
 * @session: the session
 * @before: (nullable): ULID of the measure before which they come; %NULL: at the end, with numbers
 * @n: how many
 * @callback: called when it is committed or refused
 * @user_data: data for @callback
 *
 * Makes blank measures, of the division whose table it is.
 */
void
mattra_table_act_insert (MattraSession       *session,
                         const char          *before,
                         guint                n,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  Job *job = NULL;

  g_return_if_fail (MATTRA_IS_SESSION (session));

  job = job_new (session, NULL);
  job->before = g_strdup (before);
  job->n = n;
  start (session, "insert-measure", insert, job, callback, user_data);
}

/**
 * mattra_table_act_duplicate:
 * @session: the session
 * @measures: (array zero-terminated=1): ULIDs of measures
 * @callback: called when it is committed or refused
 * @user_data: data for @callback
 *
 * Puts copies of measures behind the last of them.
 */
void
mattra_table_act_duplicate (MattraSession       *session,
                            const char *const   *measures,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_return_if_fail (MATTRA_IS_SESSION (session) && measures != NULL);

  start (session, "duplicate-measure", duplicate, job_new (session, measures), callback, user_data);
}

/**
 * mattra_table_act_delete:
 * @session: the session
 * @measures: (array zero-terminated=1): ULIDs of measures
 * @callback: called when it is committed or refused
 * @user_data: data for @callback
 *
 * Takes measures away; undo brings them back.
 */
void
mattra_table_act_delete (MattraSession       *session,
                         const char *const   *measures,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_return_if_fail (MATTRA_IS_SESSION (session) && measures != NULL);

  start (session, "delete-measure", delete, job_new (session, measures), callback, user_data);
}

/**
 * mattra_table_act_move:
 * @session: the session
 * @measures: (array zero-terminated=1): ULIDs of measures, in the order that they shall have
 * @before: (nullable): ULID of the measure before which they come
 * @after: (nullable): ULID of the measure behind which they come, where @before is %NULL
 * @callback: called when it is committed or refused
 * @user_data: data for @callback
 *
 * Moves measures in the order of the register; to its end where neither place is given.
 */
void
mattra_table_act_move (MattraSession       *session,
                       const char *const   *measures,
                       const char          *before,
                       const char          *after,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  Job *job = NULL;

  g_return_if_fail (MATTRA_IS_SESSION (session) && measures != NULL);

  job = job_new (session, measures);
  job->before = g_strdup (before);
  job->after = g_strdup (before == NULL ? after : NULL);
  start (session, "move-measure", move, job, callback, user_data);
}

/**
 * mattra_table_act_renumber:
 * @session: the session
 *
 * Numbers all measures of the plan from 1 in their order.
 */
void
mattra_table_act_renumber (MattraSession *session)
{
  g_return_if_fail (MATTRA_IS_SESSION (session));

  start (session, "renumber", renumber, job_new (session, NULL), NULL, NULL);
}

/**
 * mattra_table_act_finish:
 * @session: the session
 * @result: what the callback was given
 * @measures: (out) (transfer full) (element-type utf8): ULIDs of the measures that were made or moved
 * @error: return location
 *
 * Returns: whether the act was committed
 */
gboolean
mattra_table_act_finish (MattraSession  *session,
                         GAsyncResult   *result,
                         GPtrArray     **measures,
                         GError        **error)
{
  gpointer job = NULL;

  g_return_val_if_fail (MATTRA_IS_SESSION (session) && measures != NULL, FALSE);

  *measures = NULL;
  if (!mattra_session_finish (session, result, &job, error))
    return FALSE;
  *measures = g_steal_pointer (&((Job *) job)->rows);
  job_free (job);
  return TRUE;
}
