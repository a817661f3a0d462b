/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-print-faults.h"

#include <glib/gi18n-lib.h>

#include "mattra-check-register.h"
#include "mattra-settings.h"
#include "mattra-word-digits.h"

/* What is to be mended first. The paper can be printed all the same: it may be a draft. */
typedef struct
{
  MattraRound round;
  MattraDate day;
  gboolean with_answers;
  guint n_faults;
} Look;

static gboolean
look (MattraStore  *store,
      MattraPlan   *plan,
      gpointer      data,
      GError      **error)
{
  Look *job = data;
  g_autoptr (GPtrArray) findings = mattra_check_register_plan (store, plan, job->round, job->day, error);

  if (findings == NULL)
    return FALSE;
  job->n_faults = mattra_check_count_faults (findings, job->with_answers);
  return TRUE;
}

static char *
tell (guint n)
{
  g_autoptr (GSettings) settings = mattra_settings_new ();
  MattraDigits digits = mattra_word_digits ((MattraDigits) g_settings_get_enum (settings, "digits"));
  g_autofree char *number = mattra_digits_format ((int) n, digits);

  if (n == 0)
    return NULL;
  return g_strdup_printf (ngettext ("%s thing is to be mended before sending", "%s things are to be mended before sending",
                                    n), number);
}

static void
looked (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autofree gpointer job = NULL;
  GError *error = NULL;

  if (mattra_session_finish (MATTRA_SESSION (source), result, &job, &error))
    g_task_return_pointer (task, tell (((Look *) job)->n_faults), g_free);
  else
    g_task_return_error (task, error);
}

/**
 * mattra_print_faults_count_async:
 * @session: a session with a plan
 * @choice: what is to be printed
 * @callback: called when it is known
 * @user_data: its data
 *
 * Counts what the checks find wrong in what is to be printed.
 */
void
mattra_print_faults_count_async (MattraSession           *session,
                                 const MattraPrintChoice *choice,
                                 GAsyncReadyCallback      callback,
                                 gpointer                 user_data)
{
  Look *job = NULL;

  g_return_if_fail (MATTRA_IS_SESSION (session) && choice != NULL);

  job = g_new0 (Look, 1);
  job->round = choice->options.round;
  job->day = mattra_clock_get_today (mattra_session_get_clock (session));
  job->with_answers = !g_str_equal (choice->options.kind, "measures");
  mattra_session_query_async (session, look, job, g_free, looked, g_task_new (session, NULL, callback, user_data));
}

/**
 * mattra_print_faults_count_finish:
 * @result: what the callback was given
 * @error: why it is not known
 *
 * Returns: (transfer full) (nullable): how many things are to be mended, in words; %NULL for none, or with @error set
 */
char *
mattra_print_faults_count_finish (GAsyncResult  *result,
                                  GError       **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
