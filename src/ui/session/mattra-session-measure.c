/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-session-measure.h"

#include "mattra-find.h"

/* Its own copy of what is asked, for the register's thread. */
typedef struct
{
  guint serial;
  char *id;
  MattraMeasure *measure;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->id);
  g_clear_object (&job->measure);
  g_free (job);
}

static gboolean
load (MattraStore  *store,
      MattraPlan   *plan,
      gpointer      data,
      GError      **error)
{
  Job *job = data;

  return mattra_find_measure_or_none (store, plan, job->id, &job->measure, error);
}

/**
 * mattra_session_load_measure_async:
 * @self: a session with a plan
 * @measure: ULID of a measure
 * @serial: comes back with the answer, so that who asks several times knows the newest
 * @callback: called with the answer
 * @user_data: data for @callback
 *
 * Reads a measure as the register has it now.
 */
void
mattra_session_load_measure_async (MattraSession       *self,
                                   const char          *measure,
                                   guint                serial,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  Job *job;

  g_return_if_fail (MATTRA_IS_SESSION (self) && measure != NULL);

  job = g_new0 (Job, 1);
  job->serial = serial;
  job->id = g_strdup (measure);
  mattra_session_query_async (self, load, job, job_free, callback, user_data);
}

/**
 * mattra_session_load_measure_finish:
 * @self: the session
 * @result: what the callback got
 * @serial: (out): what was given with the question
 * @measure: (out) (transfer full) (nullable): the measure; %NULL where it is not there any more
 * @error: why it could not be read
 *
 * Returns: whether the register could be asked
 */
gboolean
mattra_session_load_measure_finish (MattraSession  *self,
                                    GAsyncResult   *result,
                                    guint          *serial,
                                    MattraMeasure **measure,
                                    GError        **error)
{
  gpointer data = NULL;
  Job *job;

  g_return_val_if_fail (MATTRA_IS_SESSION (self) && serial != NULL && measure != NULL, FALSE);

  *measure = NULL;
  if (!mattra_session_finish (self, result, &data, error))
    return FALSE;
  job = data;
  *serial = job->serial;
  *measure = g_steal_pointer (&job->measure);
  job_free (job);
  return TRUE;
}
