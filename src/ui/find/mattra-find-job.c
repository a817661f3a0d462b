/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-find-job.h"

/**
 * mattra_find_job_copy:
 * @self: a job
 *
 * Returns: (transfer full): a job for the same, without what was found
 */
MattraFindJob *
mattra_find_job_copy (const MattraFindJob *self)
{
  MattraFindJob *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new0 (MattraFindJob, 1);
  copy->find = g_strdup (self->find);
  copy->replacement = g_strdup (self->replacement);
  copy->fold = self->fold;
  copy->field = g_strdup (self->field);
  copy->measures = g_strdupv (self->measures);
  copy->round = self->round;
  copy->division = g_strdup (self->division);
  return copy;
}

/**
 * mattra_find_job_free:
 * @self: (transfer full) (nullable): a job
 *
 * Frees a job.
 */
void
mattra_find_job_free (MattraFindJob *self)
{
  if (self == NULL)
    return;
  g_free (self->find);
  g_free (self->replacement);
  g_free (self->field);
  g_strfreev (self->measures);
  g_free (self->division);
  g_clear_pointer (&self->hits, g_ptr_array_unref);
  g_free (self);
}

/* The options are @self's, and @fields holds the list of columns. */
static MattraReplaceOptions
make_options (const MattraFindJob *self,
              const char          *fields[2])
{
  MattraReplaceOptions options = {
    .find = self->find, .replacement = self->replacement, .fold = self->fold,
    .measures = (const char *const *) self->measures, .round = self->round, .division = self->division,
  };

  fields[0] = self->field;
  fields[1] = NULL;
  options.fields = self->field != NULL ? fields : NULL;
  return options;
}

static gboolean
search (MattraStore  *store,
        MattraPlan   *plan,
        gpointer      data,
        GError      **error)
{
  MattraFindJob *job = data;
  const char *fields[2];
  MattraReplaceOptions options = make_options (job, fields);

  job->hits = mattra_replace_preview (store, plan, &options, MATTRA_FIND_LIMIT, error);
  return job->hits != NULL;
}

static gboolean
replace (MattraStore  *store,
         MattraPlan   *plan,
         gpointer      data,
         GError      **error)
{
  MattraFindJob *job = data;
  const char *fields[2];
  MattraReplaceOptions options = make_options (job, fields);

  return mattra_replace_apply (store, plan, &options, &job->n_replaced, error);
}

/**
 * mattra_find_job_search_async:
 * @session: a register's session
 * @job: what to find and where
 * @callback: called when it was looked for
 * @user_data: given to @callback
 *
 * Finds, on the session's thread.
 */
void
mattra_find_job_search_async (MattraSession       *session,
                              const MattraFindJob *job,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_return_if_fail (MATTRA_IS_SESSION (session) && job != NULL && job->find != NULL);

  mattra_session_query_async (session, search, mattra_find_job_copy (job), (GDestroyNotify) mattra_find_job_free,
                              callback, user_data);
}

/* The two texts, as the act's name tells them. */
static char *
describe (const MattraFindJob *job)
{
  g_autofree char *find = g_strdelimit (g_strdup (job->find), "\t\n", ' ');
  g_autofree char *replacement = g_strdelimit (g_strdup (job->replacement), "\t\n", ' ');

  return g_strdup_printf ("%s\t%s", find, replacement);
}

/**
 * mattra_find_job_replace_async:
 * @session: a register's session
 * @job: what to replace and where
 * @callback: called when it is committed or refused
 * @user_data: given to @callback
 *
 * Replaces all that the job means, as one act.
 */
void
mattra_find_job_replace_async (MattraSession       *session,
                               const MattraFindJob *job,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_autofree char *arguments = NULL;

  g_return_if_fail (MATTRA_IS_SESSION (session) && job != NULL && job->replacement != NULL);

  arguments = describe (job);
  mattra_session_act_async (session, "replace", arguments, replace, mattra_find_job_copy (job),
                            (GDestroyNotify) mattra_find_job_free, callback, user_data);
}

/**
 * mattra_find_job_finish:
 * @session: the session
 * @result: what the callback was given
 * @error: why not
 *
 * Returns: (transfer full) (nullable): the job with what was found or done
 */
MattraFindJob *
mattra_find_job_finish (MattraSession  *session,
                        GAsyncResult   *result,
                        GError        **error)
{
  gpointer job = NULL;

  g_return_val_if_fail (MATTRA_IS_SESSION (session), NULL);

  return mattra_session_finish (session, result, &job, error) ? job : NULL;
}
