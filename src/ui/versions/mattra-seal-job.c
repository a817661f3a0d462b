/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-seal-job.h"

#include <glib/gi18n-lib.h>

#include "mattra-error.h"

/**
 * mattra_seal_wish_clear:
 * @self: a wish
 *
 * Frees what it holds.
 */
void
mattra_seal_wish_clear (MattraSealWish *self)
{
  g_clear_pointer (&self->choice, mattra_print_choice_free);
  g_clear_pointer (&self->kinds, g_free);
  g_clear_pointer (&self->reason, g_free);
}

/* The versions there are */

typedef struct
{
  GPtrArray *seals;
} List;

static void
list_free (gpointer data)
{
  List *list = data;

  g_clear_pointer (&list->seals, g_ptr_array_unref);
  g_free (list);
}

static gboolean
run_list (MattraStore  *store,
          MattraPlan   *plan,
          gpointer      data,
          GError      **error)
{
  List *list = data;

  list->seals = mattra_store_list_seals (store, mattra_plan_get_id (plan), error);
  return list->seals != NULL;
}

static void
listed (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  gpointer data = NULL;

  if (!mattra_session_finish (MATTRA_SESSION (source), result, &data, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  g_task_return_pointer (task, g_steal_pointer (&((List *) data)->seals), (GDestroyNotify) g_ptr_array_unref);
  list_free (data);
}

/**
 * mattra_seal_job_list_async:
 * @session: a session with a plan
 * @callback: called when they are read
 * @user_data: data for @callback
 *
 * Reads the confirmed versions of the session's plan.
 */
void
mattra_seal_job_list_async (MattraSession       *session,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  GTask *task = NULL;

  g_return_if_fail (MATTRA_IS_SESSION (session));

  task = g_task_new (session, NULL, callback, user_data);
  g_task_set_source_tag (task, mattra_seal_job_list_async);
  mattra_session_query_async (session, run_list, g_new0 (List, 1), list_free, listed, task);
}

/**
 * mattra_seal_job_list_finish:
 * @result: what the callback was given
 * @error: why they could not be read
 *
 * Returns: (transfer full) (element-type MattraSeal) (nullable): the versions, in the order of their numbers
 */
GPtrArray *
mattra_seal_job_list_finish (GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, mattra_seal_job_list_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Making one */

typedef struct
{
  MattraSealWish wish;
  GCancellable *cancellable;
  MattraSealed sealed;
  int done; /* in thousandths; written by the store's thread */
} Making;

static void
making_free (gpointer data)
{
  Making *making = data;

  mattra_seal_wish_clear (&making->wish);
  g_clear_object (&making->cancellable);
  g_free (making);
}

static void
note_done (double   done,
           gpointer data)
{
  Making *making = data;

  g_atomic_int_set (&making->done, (int) (done * 1000));
}

/* What the user was shown must still hold: somebody else may have confirmed this report meanwhile. */
static gboolean
check_versions (MattraStore                *store,
                MattraPlan                 *plan,
                const MattraSealWish       *wish,
                const MattraReportOptions  *report,
                GError                    **error)
{
  g_autoptr (GPtrArray) seals = mattra_store_list_seals (store, mattra_plan_get_id (plan), error);
  const MattraSeal *same = seals ? mattra_seal_find_same (seals, report) : NULL;

  if (seals == NULL)
    return FALSE;
  if ((same ? same->number : 0) == wish->corrects)
    return TRUE;
  g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_CONFLICT,
               _("Somebody else has confirmed this report meanwhile: there is a version %d. Look at it, and confirm again"
                 " if yours is to correct it."), same ? same->number : 0);
  return FALSE;
}

static char **
dup_left_out (const MattraPrintChoice *choice)
{
  g_autoptr (GStrvBuilder) people = g_strv_builder_new ();

  for (guint i = 0; i < choice->unsigned_by->len; i++)
    g_strv_builder_add (people, g_ptr_array_index (choice->unsigned_by, i));
  return g_strv_builder_end (people);
}

static gboolean
run_make (MattraStore  *store,
          MattraPlan   *plan,
          gpointer      data,
          GError      **error)
{
  Making *making = data;
  const MattraSealWish *wish = &making->wish;
  const MattraWatch watch = { making->cancellable, note_done, making, 0, 1 };
  g_auto (GStrv) left_out = dup_left_out (wish->choice);
  MattraSealOptions options = { .report = wish->choice->options, .corrects = wish->corrects, .reason = wish->reason,
                                .signature_fields = wish->signature_fields,
                                .left_out = (const char *const *) left_out, .watch = &watch };

  options.report.kind = wish->kinds;
  options.report.numbering = wish->numbering;
  return !g_cancellable_set_error_if_cancelled (making->cancellable, error)
         && check_versions (store, plan, wish, &options.report, error)
         && mattra_seal_make (store, mattra_plan_get_fiscal_year (plan), &options, &making->sealed, error);
}

/**
 * mattra_seal_job_make_async:
 * @session: a session with a plan
 * @wish: what is to be confirmed
 * @cancellable: stops it as long as nothing is written
 * @callback: called when it is confirmed or not
 * @user_data: data for @callback
 *
 * Confirms a version on the session's thread.
 *
 * Returns: (transfer full): the task, for mattra_seal_job_get_done()
 */
GTask *
mattra_seal_job_make_async (MattraSession        *session,
                            const MattraSealWish *wish,
                            GCancellable         *cancellable,
                            GAsyncReadyCallback   callback,
                            gpointer              user_data)
{
  GTask *task = NULL;
  Making *making = NULL;

  g_return_val_if_fail (MATTRA_IS_SESSION (session) && wish != NULL && wish->choice != NULL && wish->kinds != NULL, NULL);
  g_return_val_if_fail (G_IS_CANCELLABLE (cancellable), NULL);

  /* The cancellable is the work's alone: a version that was confirmed before it was cancelled is told as one. */
  task = g_task_new (session, NULL, callback, user_data);
  making = g_new0 (Making, 1);
  making->wish = (MattraSealWish) { mattra_print_choice_copy (wish->choice), g_strdup (wish->kinds), wish->numbering,
                                    wish->corrects, g_strdup (wish->reason), wish->signature_fields };
  making->cancellable = g_object_ref (cancellable);
  g_task_set_source_tag (task, mattra_seal_job_make_async);
  g_task_set_task_data (task, making, making_free);
  mattra_session_write_async (session, run_make, making, NULL, mattra_session_end_task, g_object_ref (task));
  return task;
}

/**
 * mattra_seal_job_get_done:
 * @task: a version that is being made
 *
 * Returns: how much is done, from 0 to 1
 */
double
mattra_seal_job_get_done (GTask *task)
{
  Making *making = NULL;

  g_return_val_if_fail (g_async_result_is_tagged (G_ASYNC_RESULT (task), mattra_seal_job_make_async), 0);

  making = g_task_get_task_data (task);
  return g_atomic_int_get (&making->done) / 1000.0;
}

/**
 * mattra_seal_job_make_finish:
 * @result: what the callback was given
 * @sealed: (out): the version
 * @error: why it was not confirmed; %G_IO_ERROR_CANCELLED where it was stopped
 *
 * Returns: whether it is confirmed
 */
gboolean
mattra_seal_job_make_finish (GAsyncResult  *result,
                             MattraSealed  *sealed,
                             GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, mattra_seal_job_make_async) && sealed != NULL, FALSE);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  *sealed = ((Making *) g_task_get_task_data (G_TASK (result)))->sealed;
  return TRUE;
}
