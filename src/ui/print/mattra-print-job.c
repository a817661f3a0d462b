/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-print-job.h"

#include "mattra-load-report.h"

typedef struct
{
  MattraPrintChoice *choice;
  MattraPrintFormat format;
  char *path;
  GCancellable *cancellable;
  gsize n_rows;
  int done; /* in thousandths; written by the store's thread */
  MattraPrinted printed;
  MattraLayout *layout;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  mattra_print_choice_free (job->choice);
  g_free (job->path);
  g_clear_object (&job->cancellable);
  g_clear_pointer (&job->layout, mattra_layout_free);
  g_free (job);
}

/* The session's plan is shared; a report adds a title of its own and drops signers. */
static MattraDocument *
load_document (MattraStore  *store,
               MattraPlan   *shared,
               Job          *job,
               GError      **error)
{
  g_autoptr (MattraPlan) plan = mattra_store_load_plan (store, mattra_plan_get_fiscal_year (shared), error);

  if (plan == NULL)
    return NULL;
  mattra_print_choice_leave_out (job->choice, plan);
  return mattra_load_report_until (store, plan, &job->choice->options, job->cancellable, error);
}

static void
note_done (double   done,
           gpointer data)
{
  g_atomic_int_set (&((Job *) data)->done, (int) (done * 1000));
}

static gboolean
write_file (Job                *job,
            MattraDocument     *document,
            const MattraWatch  *watch,
            GError            **error)
{
  const MattraPdfOptions options = { .tags = TRUE, .watch = watch };

  switch (job->format)
    {
    case MATTRA_PRINT_DOCX:
      return mattra_print_docx (document, job->n_rows, job->path, watch, error);
    case MATTRA_PRINT_PNG:
      return mattra_print_png (document, job->n_rows, job->path, MATTRA_PNG_DEFAULT_DPI, FALSE, watch, &job->printed,
                               error);
    case MATTRA_PRINT_SVG:
      return mattra_print_svg (document, job->n_rows, job->path, FALSE, watch, &job->printed, error);
    default:
      return mattra_print_watched (document, job->n_rows, job->path, &options, &job->printed, error);
    }
}

/* Laying out reads the measures, so all of it is done where the register may be read. */
static gboolean
run_job (MattraStore  *store,
         MattraPlan   *plan,
         gpointer      data,
         GError      **error)
{
  Job *job = data;
  const MattraWatch watch = { job->cancellable, note_done, job, 0, 1 };
  g_autoptr (MattraDocument) document = load_document (store, plan, job, error);

  if (document == NULL)
    return FALSE;
  if (job->path)
    return write_file (job, document, &watch, error);
  job->layout = mattra_print_lay_out_watched (document, job->n_rows, &watch, error);
  return job->layout != NULL;
}

/* About how many rows there will be: each division's paper has some of the measures. */
static gsize
count_rows (MattraSession           *session,
            const MattraPrintChoice *choice)
{
  MattraProgress progress = { 0 };

  mattra_session_get_progress (session, choice->options.division, &progress);
  return progress.n_measures;
}

/* The task keeps the job alive: the session only sees it. What was written before it was cancelled is told as that, so
 * the cancellable is the work's alone. */
static GTask *
start_job (MattraSession           *session,
           const MattraPrintChoice *choice,
           MattraPrintFormat        format,
           const char              *path,
           GCancellable            *cancellable,
           gpointer                 tag,
           GAsyncReadyCallback      callback,
           gpointer                 user_data)
{
  GTask *task = g_task_new (session, NULL, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->choice = mattra_print_choice_copy (choice);
  job->format = format;
  job->path = g_strdup (path);
  job->cancellable = cancellable ? g_object_ref (cancellable) : NULL;
  job->n_rows = count_rows (session, choice);
  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, job, job_free);
  mattra_session_query_async (session, run_job, job, NULL, mattra_session_end_task, g_object_ref (task));
  return task;
}

/**
 * mattra_print_export_async:
 * @session: a session
 * @choice: what is to be printed
 * @format: what it is written as
 * @path: the file, replaced only when the new one is whole; of several pictures each has its number in the name, and
 *   none of an earlier report is replaced
 * @cancellable: (nullable): stops it; no part of a file is left then
 * @callback: called when it is written
 * @user_data: data for @callback
 *
 * Writes the report that the command line would write for the same choice, off the main thread.
 *
 * Returns: (transfer full): the task, for mattra_print_get_done()
 */
GTask *
mattra_print_export_async (MattraSession           *session,
                           const MattraPrintChoice *choice,
                           MattraPrintFormat        format,
                           const char              *path,
                           GCancellable            *cancellable,
                           GAsyncReadyCallback      callback,
                           gpointer                 user_data)
{
  g_return_val_if_fail (MATTRA_IS_SESSION (session) && choice != NULL && path != NULL, NULL);

  return start_job (session, choice, format, path, cancellable, mattra_print_export_async, callback, user_data);
}

/**
 * mattra_print_export_finish:
 * @result: result of the asynchronous call
 * @printed: (out) (optional): what the file is known by
 * @error: return location
 *
 * Returns: (transfer full): the file that is on the disk, or the first of several pictures
 */
char *
mattra_print_export_finish (GAsyncResult   *result,
                            MattraPrinted  *printed,
                            GError        **error)
{
  Job *job = NULL;

  g_return_val_if_fail (g_async_result_is_tagged (result, mattra_print_export_async), NULL);

  job = g_task_get_task_data (G_TASK (result));
  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  if (printed)
    *printed = job->printed;
  return job->format == MATTRA_PRINT_PNG || job->format == MATTRA_PRINT_SVG
           ? mattra_png_page_path (job->path, 0, job->printed.n_pages)
                                         : g_strdup (job->path);
}

/**
 * mattra_print_prepare_async:
 * @session: a session
 * @choice: what is to be printed
 * @cancellable: (nullable): stops it
 * @callback: called when the pages are made
 * @user_data: data for @callback
 *
 * Makes the pages of a report off the main thread.
 *
 * Returns: (transfer full): the task, for mattra_print_get_done()
 */
GTask *
mattra_print_prepare_async (MattraSession           *session,
                            const MattraPrintChoice *choice,
                            GCancellable            *cancellable,
                            GAsyncReadyCallback      callback,
                            gpointer                 user_data)
{
  g_return_val_if_fail (MATTRA_IS_SESSION (session) && choice != NULL, NULL);

  return start_job (session, choice, MATTRA_PRINT_PDF, NULL, cancellable, mattra_print_prepare_async, callback,
                    user_data);
}

/**
 * mattra_print_prepare_finish:
 * @result: result of the asynchronous call
 * @error: return location
 *
 * Returns: (transfer full): the pages
 */
MattraLayout *
mattra_print_prepare_finish (GAsyncResult  *result,
                             GError       **error)
{
  Job *job = NULL;

  g_return_val_if_fail (g_async_result_is_tagged (result, mattra_print_prepare_async), NULL);

  job = g_task_get_task_data (G_TASK (result));
  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  return g_steal_pointer (&job->layout);
}

/**
 * mattra_print_get_done:
 * @task: what mattra_print_export_async() or mattra_print_prepare_async() gave
 *
 * Returns: how far the work is, from 0 to 1
 */
double
mattra_print_get_done (GTask *task)
{
  Job *job = NULL;

  g_return_val_if_fail (G_IS_TASK (task), 0);

  job = g_task_get_task_data (task);
  return g_atomic_int_get (&job->done) / 1000.0;
}
