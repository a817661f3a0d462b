/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-print-record.h"

#include <glib/gi18n-lib.h>

#include "mattra-ask.h"
#include "mattra-collect.h"

/* What was made on paper may go out: who is asked for answers is kept, if the user says so. */

typedef struct
{
  MattraSession *session;
  MattraPrintChoice *choice;
} Offer;

static void
offer_free (Offer *self)
{
  g_object_unref (self->session);
  mattra_print_choice_free (self->choice);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Offer, offer_free)

typedef struct
{
  MattraRound round;
  char *division;
  char *way;
  MattraDate day;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->division);
  g_free (job->way);
  g_free (job);
}

/* The divisions that a memo was made for: those that have a part in a measure. */
static char **
find_divisions (MattraStore  *store,
                MattraPlan   *plan,
                const Job    *job,
                GError      **error)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_autoptr (GPtrArray) rows = mattra_collect_load (store, plan, job->round, job->day, error);

  if (rows == NULL)
    return NULL;
  for (guint i = 0; i < rows->len; i++)
    {
      const MattraCollectRow *row = g_ptr_array_index (rows, i);

      if (job->division != NULL ? g_str_equal (job->division, row->division) : row->expected > 0)
        g_strv_builder_add (ids, row->division);
    }
  return g_strv_builder_end (ids);
}

static gboolean
record (MattraStore  *store,
        MattraPlan   *plan,
        gpointer      data,
        GError      **error)
{
  const Job *job = data;
  g_auto (GStrv) divisions = find_divisions (store, plan, job, error);

  for (guint i = 0; divisions != NULL && divisions[i] != NULL; i++)
    {
      g_autoptr (MattraRequest) request = mattra_request_new (job->round, divisions[i], job->day);
      g_autofree char *id = NULL;

      request->due = mattra_plan_get_round (plan, job->round)->answers_due;
      request->way = g_strdup (job->way);
      id = mattra_store_insert_request (store, mattra_plan_get_id (plan), request, error);
      if (id == NULL)
        return FALSE;
    }
  return divisions != NULL;
}

/**
 * mattra_print_is_request:
 * @choice: what was put on paper
 *
 * Returns: whether memos that ask divisions for their answers are among it
 */
gboolean
mattra_print_is_request (const MattraPrintChoice *choice)
{
  g_auto (GStrv) kinds = NULL;

  g_return_val_if_fail (choice != NULL, FALSE);

  kinds = g_strsplit (choice->options.kind != NULL ? choice->options.kind : "", MATTRA_REPORT_KIND_SEPARATOR, -1);
  return g_strv_contains ((const char *const *) kinds, MATTRA_PAPER_REQUEST);
}

/**
 * mattra_print_record:
 * @session: a session
 * @choice: what was put on paper
 *
 * Keeps, as one act, that the memos went out today: to the division chosen, else to each that has a part in a measure.
 */
void
mattra_print_record (MattraSession           *session,
                     const MattraPrintChoice *choice)
{
  Job *job;

  g_return_if_fail (MATTRA_IS_SESSION (session) && choice != NULL);

  job = g_new0 (Job, 1);
  job->round = choice->options.round != MATTRA_ROUND_NONE ? choice->options.round : MATTRA_ROUND_FIRST_HALF;
  job->division = g_strdup (choice->options.division);
  job->way = g_strdup (_("Memo"));
  job->day = mattra_clock_get_today (mattra_session_get_clock (session));
  mattra_session_act_async (session, "insert-request", NULL, record, job, job_free, NULL, NULL);
}

static void
answered (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (Offer) self = user_data;
  g_autofree char *answer = mattra_ask_finish (result);

  if (g_strcmp0 (answer, "record") == 0)
    mattra_print_record (self->session, self->choice);
}

/**
 * mattra_print_offer_record:
 * @parent: (nullable): a window
 * @session: a session
 * @choice: what was put on paper
 *
 * Where memos were made that ask divisions for their answers, offers to keep that they go out today.
 */
void
mattra_print_offer_record (GtkWindow               *parent,
                           MattraSession           *session,
                           const MattraPrintChoice *choice)
{
  const MattraReply replies[] = {
    { "cancel", _("_Not Now"), MATTRA_REPLY_PLAIN },
    { "record", _("_Record as Sent"), MATTRA_REPLY_SUGGESTED },
  };
  Offer *self;

  g_return_if_fail (MATTRA_IS_SESSION (session) && choice != NULL);

  if (!mattra_print_is_request (choice) || mattra_session_get_read_only (session))
    return;
  self = g_new0 (Offer, 1);
  self->session = g_object_ref (session);
  self->choice = mattra_print_choice_copy (choice);
  mattra_ask_async (parent, _("Record the Requests as Sent?"),
                    _("The register then knows whom you asked today, and tells who has not answered. The list of requests "
                      "keeps it, and it can be undone."),
                    replies, G_N_ELEMENTS (replies), answered, self);
}
