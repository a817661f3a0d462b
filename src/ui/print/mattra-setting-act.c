/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-setting-act.h"

#include <glib/gi18n-lib.h>

#include "mattra-load-choices.h"

/* What an act needs on the store thread. */
typedef struct
{
  char *kind;
  char *setting;
  char *value;
  GPtrArray *columns; /* instead of a setting */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->kind);
  g_free (job->setting);
  g_free (job->value);
  g_clear_pointer (&job->columns, g_ptr_array_unref);
  g_free (job);
}

static gboolean
set (MattraStore  *store,
     MattraPlan   *plan,
     gpointer      data,
     GError      **error)
{
  const Job *job = data;
  g_autofree char *name = mattra_report_setting_name (plan, job->kind, job->setting);

  return mattra_store_set_setting (store, mattra_plan_get_id (plan), name, job->value, error);
}

static gboolean
set_columns (MattraStore  *store,
             MattraPlan   *plan,
             gpointer      data,
             GError      **error)
{
  const Job *job = data;

  return mattra_keep_columns (store, plan, job->kind, job->columns, error);
}

/**
 * mattra_setting_act:
 * @session: the session
 * @act: what the history calls it
 * @kind: a kind of report, or %MATTRA_REPORT_SET
 * @setting: one of its settings, such as %MATTRA_SETTING_KIND_PREFACE
 * @value: (nullable): what is kept; %NULL for what is proposed
 * @callback: (nullable): told when it is committed or refused
 * @user_data: for @callback
 *
 * Keeps a setting of a kind of report in the plan, as one act.
 */
void
mattra_setting_act (MattraSession       *session,
                    const char          *act,
                    const char          *kind,
                    const char          *setting,
                    const char          *value,
                    GAsyncReadyCallback  callback,
                    gpointer             user_data)
{
  g_autofree char *arguments = NULL;
  Job *job = NULL;

  g_return_if_fail (MATTRA_IS_SESSION (session) && kind != NULL && setting != NULL);

  job = g_new0 (Job, 1);
  job->kind = g_strdup (kind);
  job->setting = g_strdup (setting);
  job->value = g_strdup (value);
  arguments = g_strdup_printf ("plan\t%s/%s", kind, setting);
  mattra_session_act_async (session, act, arguments, set, job, job_free, callback, user_data);
}

/**
 * mattra_setting_act_columns:
 * @session: the session
 * @kind: a kind of report
 * @columns: (transfer full) (nullable) (element-type MattraReportColumnChoice): the columns; %NULL for the usual ones
 *
 * Keeps the columns of a kind of report in the plan, as one act.
 */
void
mattra_setting_act_columns (MattraSession *session,
                            const char    *kind,
                            GPtrArray     *columns)
{
  g_autofree char *arguments = NULL;
  Job *job = NULL;

  g_return_if_fail (MATTRA_IS_SESSION (session) && kind != NULL);

  job = g_new0 (Job, 1);
  job->kind = g_strdup (kind);
  job->columns = columns;
  arguments = g_strdup_printf ("plan\t%s/columns", kind);
  mattra_session_act_async (session, "set-report-columns", arguments, set_columns, job, job_free, NULL, NULL);
}

/**
 * mattra_setting_lock:
 * @widget: what shows settings of a report
 * @session: the session
 *
 * Lets it be changed by who may, and says to others why it is not.
 */
void
mattra_setting_lock (GtkWidget     *widget,
                     MattraSession *session)
{
  g_autofree char *why = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget) && MATTRA_IS_SESSION (session));

  gtk_widget_set_sensitive (widget, mattra_session_may (session, MATTRA_ACTION_SETTINGS));
  if (mattra_session_get_read_only (session))
    why = g_strdup (_("This register is open for reading only."));
  else
    mattra_actor_can (mattra_session_get_actor (session), MATTRA_ACTION_SETTINGS, &why);
  gtk_widget_set_tooltip_text (widget, why);
}
