/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-session-private.h"

#include <glib/gi18n-lib.h>

#include "mattra-act-text.h"

/* Acts and questions */

/* Undo, or redo. */
typedef struct
{
  gboolean (*run)  (MattraStore  *store,
                    char        **name,
                    GError      **error);
  gboolean (*peek) (MattraStore  *store,
                    char        **name,
                    char        **arguments,
                    GError      **error);
  const char *said;
} Step;

static const Step undo = { mattra_store_undo, mattra_store_peek_undo, N_ ("Undone") };
static const Step redo = { mattra_store_redo, mattra_store_peek_redo, N_ ("Done again") };

typedef struct
{
  MattraSession *session;
  int fiscal_year;
  char *name;
  char *arguments;
  char *person;
  MattraWhoami *whoami;
  MattraDate today;
  MattraSessionFunc func;
  const Step *step; /* instead of a function */
  gpointer data;
  GDestroyNotify destroy;
  gboolean own_acts; /* the function begins its acts itself */
  guint n_changes;
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  if (work->destroy != NULL && work->data != NULL)
    work->destroy (work->data);
  g_free (work->name);
  g_free (work->arguments);
  g_free (work->person);
  mattra_whoami_free (work->whoami);
  g_free (work);
}

static GTask *
work_new (MattraSession       *self,
          MattraSessionFunc    func,
          gpointer             data,
          GDestroyNotify       destroy,
          GAsyncReadyCallback  callback,
          gpointer             user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);
  Work *work = g_new0 (Work, 1);

  work->session = self;
  work->fiscal_year = mattra_plan_get_fiscal_year (self->plan);
  work->person = g_strdup (self->actor.name != NULL ? self->actor.name : self->person);
  work->whoami = mattra_whoami_copy (self->whoami);
  work->today = mattra_clock_get_today (self->clock);
  work->func = func;
  work->data = data;
  work->destroy = destroy;
  g_task_set_task_data (task, work, work_free);
  return task;
}

/* The plan is read anew: an act that was committed just before may have changed it, and with it what the person may. */
static gboolean
call (MattraStore  *store,
      Work         *work,
      GError      **error)
{
  g_autoptr (MattraPlan) plan = mattra_store_load_plan (store, work->fiscal_year, error);

  if (plan == NULL)
    return FALSE;
  mattra_whoami_enter (work->whoami, store, plan, work->today);
  if (work->func != NULL)
    return work->func (store, plan, work->data, error);
  /* Whose act is taken back depends on who does it. */
  return work->step->peek (store, &work->name, &work->arguments, error) && work->step->run (store, NULL, error);
}

static gboolean
do_act (MattraStore  *store,
        Work         *work,
        GError      **error)
{
  g_autoptr (GError) local_error = NULL;

  if (!mattra_store_begin_act (store, work->name, work->arguments, MATTRA_ACT_EDIT, error))
    return FALSE;
  if (!call (store, work, &local_error))
    {
      mattra_store_abandon_act (store);
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  work->n_changes = mattra_store_count_changes (store);
  return mattra_store_commit_act (store, error);
}

static gboolean
run_act (MattraStore  *store,
         gpointer      data,
         GError      **error)
{
  Work *work = g_task_get_task_data (data);

  mattra_store_set_person (store, work->person);
  if (work->own_acts)
    return call (store, work, error);
  if (work->func != NULL)
    return do_act (store, work, error);
  work->n_changes = 1;
  return call (store, work, error);
}

static gboolean
run_query (MattraStore  *store,
           gpointer      data,
           GError      **error)
{
  Work *work = g_task_get_task_data (data);

  return call (store, work, error);
}

static void
notify_work (MattraSession *self)
{
  g_object_notify (G_OBJECT (self), "saved");
  g_object_notify (G_OBJECT (self), "busy");
}

static void
return_work (GTask        *task,
             const GError *error)
{
  if (error != NULL)
    g_task_return_error (task, g_error_copy (error));
  else
    g_task_return_boolean (task, TRUE);
}

/* What undo takes back is known once it is its turn: another act may have come before it. */
static char *
describe (const Work *work)
{
  g_autofree char *act = mattra_act_describe (work->name, work->arguments);

  return work->step != NULL ? g_strdup_printf ("%s: %s", _ (work->step->said), act) : g_steal_pointer (&act);
}

/* Who took nothing back is told what stands, and why. */
static GError *
explain (const Work   *work,
         const GError *error)
{
  g_autofree char *act = work->step != NULL && work->name != NULL ? mattra_act_describe (work->name, work->arguments)
                                                                  : NULL;

  if (act == NULL || !g_error_matches (error, MATTRA_ERROR, MATTRA_ERROR_DENIED))
    return g_error_copy (error);
  return g_error_new (MATTRA_ERROR, MATTRA_ERROR_DENIED,
                      work->step == &undo ? _("“%s” was not undone: %s") : _("“%s” was not done again: %s"), act,
                      error->message);
}

static void
act_done (gpointer      data,
          const GError *error)
{
  Work *work = g_task_get_task_data (data);
  MattraSession *self = work->session;

  self->n_acts--;
  notify_work (self);
  if (error != NULL && !work->own_acts)
    {
      g_autoptr (GError) told = explain (work, error);

      g_signal_emit_by_name (self, "failed", told);
    }
  else if (work->n_changes > 0)
    {
      g_autofree char *said = describe (work);

      g_signal_emit_by_name (self, "acted", said, work->func != NULL);
    }
  return_work (data, error);
}

static void
query_done (gpointer      data,
            const GError *error)
{
  const Work *work = g_task_get_task_data (data);

  work->session->n_asks--;
  notify_work (work->session);
  return_work (data, error);
}

/* Takes over @task. */
static void
push_work (MattraSession    *self,
           MattraWorkerKind  kind,
           GTask            *task)
{
  if (self->worker == NULL)
    {
      g_task_return_new_error (task, MATTRA_ERROR, MATTRA_ERROR_DENIED, _ ("%s is closed; open it again"),
                               self->path);
      g_object_unref (task);
      return;
    }
  if (kind == MATTRA_WORKER_ACT)
    self->n_acts++;
  else
    self->n_asks++;
  mattra_session_push (self, kind, kind == MATTRA_WORKER_ACT ? run_act : run_query,
                       kind == MATTRA_WORKER_ACT ? act_done : query_done, task, g_object_unref);
  notify_work (self);
}

/**
 * mattra_session_act_async:
 * @self: a session
 * @name: what the history calls it, in English; see mattra_act_describe() for the names that have words
 * @arguments: (nullable): what it was given, for the history
 * @func: does it, on the store thread, inside the act
 * @data: given to @func
 * @destroy: (nullable): frees @data, unless mattra_session_finish() gave it away
 * @callback: (nullable): told when it is committed or refused
 * @user_data: given to @callback
 *
 * Changes the register as one act, which is undone as one. A refusal is told by MattraSession::failed as well.
 */
void
mattra_session_act_async (MattraSession       *self,
                          const char          *name,
                          const char          *arguments,
                          MattraSessionFunc    func,
                          gpointer             data,
                          GDestroyNotify       destroy,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  GTask *task;
  Work *work;

  g_return_if_fail (MATTRA_IS_SESSION (self));
  g_return_if_fail (name != NULL && func != NULL);

  task = work_new (self, func, data, destroy, callback, user_data);
  work = g_task_get_task_data (task);
  work->name = g_strdup (name);
  work->arguments = g_strdup (arguments);
  push_work (self, MATTRA_WORKER_ACT, task);
}

/**
 * mattra_session_write_async:
 * @self: a session
 * @func: writes, on the store thread, in acts of its own or in none
 * @data: given to @func
 * @destroy: (nullable): frees @data, unless mattra_session_finish() gave it away
 * @callback: (nullable): told when it is over
 * @user_data: given to @callback
 *
 * Has done what is an act of another sort than an edit, as confirming a version. Neither MattraSession::acted nor
 * MattraSession::failed tells of it: whoever asked does, in words of its own.
 */
void
mattra_session_write_async (MattraSession       *self,
                            MattraSessionFunc    func,
                            gpointer             data,
                            GDestroyNotify       destroy,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  GTask *task;
  Work *work;

  g_return_if_fail (MATTRA_IS_SESSION (self));
  g_return_if_fail (func != NULL);

  task = work_new (self, func, data, destroy, callback, user_data);
  work = g_task_get_task_data (task);
  work->own_acts = TRUE;
  push_work (self, MATTRA_WORKER_ACT, task);
}

/**
 * mattra_session_query_async:
 * @self: a session
 * @func: looks at the register, on the store thread
 * @data: given to @func
 * @destroy: (nullable): frees @data, unless mattra_session_finish() gave it away
 * @callback: (nullable): told when it is over
 * @user_data: given to @callback
 *
 * Asks the register something. It comes after all acts that were begun before.
 */
void
mattra_session_query_async (MattraSession       *self,
                            MattraSessionFunc    func,
                            gpointer             data,
                            GDestroyNotify       destroy,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_return_if_fail (MATTRA_IS_SESSION (self));
  g_return_if_fail (func != NULL);

  push_work (self, MATTRA_WORKER_ASK, work_new (self, func, data, destroy, callback, user_data));
}

/**
 * mattra_session_finish:
 * @self: a session
 * @result: what the callback was given
 * @data: (out) (optional) (transfer full): the data of the work, which the caller then frees; it stays the
 *   work's, and is freed by its destroy function, where this is %NULL or the work failed
 * @error: why it failed
 *
 * Returns: whether it succeeded
 */
gboolean
mattra_session_finish (MattraSession  *self,
                       GAsyncResult   *result,
                       gpointer       *data,
                       GError        **error)
{
  Work *work;

  g_return_val_if_fail (MATTRA_IS_SESSION (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  if (data != NULL)
    *data = NULL;
  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  work = g_task_get_task_data (G_TASK (result));
  if (data != NULL)
    *data = g_steal_pointer (&work->data);
  return TRUE;
}

/**
 * mattra_session_end_task:
 * @source: a session
 * @result: what the callback was given
 * @user_data: (transfer full): a task of the caller's own
 *
 * A callback for work whose data belong to a task of the caller's: that task returns %TRUE or the error,
 * as the work did.
 */
void
mattra_session_end_task (GObject      *source,
                         GAsyncResult *result,
                         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  if (mattra_session_finish (MATTRA_SESSION (source), result, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
push_step (MattraSession *self,
           const Step    *step)
{
  GTask *task = work_new (self, NULL, NULL, NULL, NULL, NULL);
  Work *work = g_task_get_task_data (task);

  work->step = step;
  push_work (self, MATTRA_WORKER_ACT, task);
}

/**
 * mattra_session_undo:
 * @self: a session
 *
 * Takes back the newest act of this account on this machine. A refusal is told by MattraSession::failed.
 */
void
mattra_session_undo (MattraSession *self)
{
  g_return_if_fail (MATTRA_IS_SESSION (self));

  push_step (self, &undo);
}

/**
 * mattra_session_redo:
 * @self: a session
 *
 * Does again what was undone last.
 */
void
mattra_session_redo (MattraSession *self)
{
  g_return_if_fail (MATTRA_IS_SESSION (self));

  push_step (self, &redo);
}

/**
 * mattra_session_get_undo_name:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): what undo would take back, in the user's words
 */
const char *
mattra_session_get_undo_name (MattraSession *self)
{
  g_return_val_if_fail (MATTRA_IS_SESSION (self), NULL);

  return self->undo_name;
}

/**
 * mattra_session_get_redo_name:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): what redo would do again, in the user's words
 */
const char *
mattra_session_get_redo_name (MattraSession *self)
{
  g_return_val_if_fail (MATTRA_IS_SESSION (self), NULL);

  return self->redo_name;
}

/**
 * mattra_session_wait:
 * @self: a session
 *
 * Runs this thread's default main context until all that was begun is over, the counts too: for tests and
 * for what must not begin before.
 */
void
mattra_session_wait (MattraSession *self)
{
  g_autoptr (GMainContext) context = NULL;

  g_return_if_fail (MATTRA_IS_SESSION (self));

  context = g_main_context_ref_thread_default ();
  while (self->n_jobs > 0)
    g_main_context_iteration (context, TRUE);
}
