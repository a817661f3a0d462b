/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-table-act.h"

#include "mattra-edit.h"
#include "mattra-table-cell.h"

/* What an act needs on the store thread: nothing in it is shared with the window. */
typedef struct
{
  MattraRound round;
  char *division;      /* whose answers are written; NULL: the joint ones */
  GPtrArray *edits;    /* of MattraTableCellEdit */
  GPtrArray *measures; /* of ULIDs */
  char *before;        /* ULID; NULL: at the end */
  guint n;
  char *arguments;     /* for the history */
  char *made;          /* ULID of the first measure that was made */
} Job;

static void
job_free (Job *job)
{
  g_clear_pointer (&job->edits, g_ptr_array_unref);
  g_clear_pointer (&job->measures, g_ptr_array_unref);
  g_free (job->division);
  g_free (job->before);
  g_free (job->arguments);
  g_free (job->made);
  g_free (job);
}

static Job *
job_new (MattraSession *session)
{
  Job *job = g_new0 (Job, 1);
  const char *division = mattra_session_get_division (session);

  job->round = mattra_session_get_round (session);
  job->division = g_strdup (division && *division ? division : NULL);
  return job;
}

void
mattra_table_cell_edit_free (MattraTableCellEdit *self)
{
  g_free (self->measure);
  g_free (self->field);
  g_free (self->division);
  g_free (self->text);
  g_free (self);
}

static gboolean
set_cell (MattraStore                *store,
          MattraPlan                 *plan,
          const Job                  *job,
          const MattraTableCellEdit  *cell,
          const char                 *measure,
          GError                    **error)
{
  g_autofree char *value = mattra_table_cell_dup_value (cell->field, cell->text);
  MattraEdit edit = { measure, cell->field, value, job->round, cell->division };

  return mattra_edit_set (store, plan, &edit, error);
}

static gboolean
apply (MattraStore  *store,
       MattraPlan   *plan,
       gpointer      data,
       GError      **error)
{
  Job *job = data;

  for (guint i = 0; i < job->edits->len; i++)
    {
      const MattraTableCellEdit *cell = g_ptr_array_index (job->edits, i);

      if (cell->measure && !set_cell (store, plan, job, cell, cell->measure, error))
        return FALSE;
    }
  return TRUE;
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

  job = job_new (session);
  job->edits = g_ptr_array_ref (edits);
  job->arguments = describe_cell (edits);
  start (session, act_names[kind], apply, job, callback, user_data);
}

/**
 * mattra_table_act_finish:
 * @session: the session
 * @result: what the callback was given
 * @measure: (out) (transfer full) (nullable): ULID of the first measure that was inserted
 * @error: return location
 *
 * Returns: whether the act was committed
 */
gboolean
mattra_table_act_finish (MattraSession  *session,
                         GAsyncResult   *result,
                         char          **measure,
                         GError        **error)
{
  gpointer job = NULL;

  g_return_val_if_fail (MATTRA_IS_SESSION (session) && measure != NULL, FALSE);

  *measure = NULL;
  if (!mattra_session_finish (session, result, &job, error))
    return FALSE;
  *measure = g_steal_pointer (&((Job *) job)->made);
  job_free (job);
  return TRUE;
}
