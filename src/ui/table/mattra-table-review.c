/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-table-page-private.h"

#include <glib/gi18n-lib.h>

#include "mattra-ask.h"
#include "mattra-error.h"
#include "mattra-find.h"
#include "mattra-review-act.h"
#include "mattra-review-mark.h"

/* So many refusals are told in full; a window has no room for more. */
#define REFUSALS_SHOWN 12

/* Answers of several rows are approved at once: each is a step of its own. */

/* The rows that were selected, in their order, with what was looked at then. */
typedef struct
{
  MattraRound round;
  char *division;
  GPtrArray *ids;
  GPtrArray *measures; /* NULL where the row had not come up yet */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->division);
  g_ptr_array_unref (job->ids);
  g_ptr_array_unref (job->measures);
  g_free (job);
}

static void
unref_measure (gpointer measure)
{
  if (measure != NULL)
    g_object_unref (measure);
}

static Job *
job_new (MattraTablePage *self)
{
  Job *job = g_new0 (Job, 1);
  MattraGridRange range = { 0 };

  job->round = mattra_session_get_round (self->session);
  job->division = g_strdup (mattra_session_get_division (self->session));
  job->ids = g_ptr_array_new_with_free_func (g_free);
  job->measures = g_ptr_array_new_with_free_func (unref_measure);
  mattra_grid_get_selection (self->grid, &range);
  for (guint row = range.top; row <= range.bottom; row++)
    {
      const char *id = mattra_measure_list_get_id (self->list, row);
      MattraMeasure *measure = id != NULL ? mattra_measure_list_peek (self->list, row) : NULL;

      if (id == NULL)
        continue;
      g_ptr_array_add (job->ids, g_strdup (id));
      g_ptr_array_add (job->measures, measure != NULL ? g_object_ref (measure) : NULL);
    }
  return job;
}

static void
add_steps (MattraTablePage *self,
           GPtrArray       *steps,
           const Job       *job,
           MattraMeasure   *measure)
{
  g_autoptr (GPtrArray) divisions = NULL;
  guint before = steps->len;

  divisions = mattra_review_list_divisions (mattra_session_get_plan (self->session), measure, job->round, job->division);
  for (guint i = 0; i < divisions->len; i++)
    if (mattra_review_mark (measure, job->round, g_ptr_array_index (divisions, i)) == MATTRA_REVIEW_MARK_SUBMITTED)
      g_ptr_array_add (steps, mattra_review_step_new (measure, job->round, g_ptr_array_index (divisions, i),
                                                      MATTRA_VERDICT_APPROVED, NULL));
  /* A row of which nothing was handed in is refused in the same words as anywhere else. */
  if (steps->len == before)
    g_ptr_array_add (steps, mattra_review_step_new (measure, job->round, g_ptr_array_index (divisions, 0),
                                                    MATTRA_VERDICT_APPROVED, NULL));
}

static char *
list_refusals (GPtrArray *refusals)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < MIN (refusals->len, REFUSALS_SHOWN); i++)
    {
      g_autofree char *sentence = g_strdup (g_ptr_array_index (refusals, i));

      sentence[0] = g_ascii_toupper (sentence[0]);
      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", sentence);
    }
  if (refusals->len > REFUSALS_SHOWN)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text, _("and %u more"), refusals->len - REFUSALS_SHOWN);
    }
  return g_string_free (text, FALSE);
}

static void
tell (MattraTablePage *self,
      guint            n_done,
      GPtrArray       *refusals)
{
  g_autofree char *said = g_strdup_printf (ngettext ("%u answer approved", "%u answers approved", n_done), n_done);
  g_autofree char *why = NULL;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (n_done > 0)
    mattra_session_tell_acted (self->session, said);
  if (refusals->len == 0 || root == NULL)
    return;
  why = list_refusals (refusals);
  mattra_tell (GTK_WINDOW (root), n_done > 0 ? _("Some answers were not approved") : _("No answer was approved"), why);
}

static void
approved (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (MattraTablePage) self = user_data;
  g_autoptr (GPtrArray) refusals = NULL;
  g_autoptr (GError) error = NULL;
  guint n_done = 0;

  refusals = mattra_review_act_take_all_finish (MATTRA_SESSION (source), result, &n_done, &error);
  if (self->session == NULL)
    return;
  if (refusals)
    tell (self, n_done, refusals);
  else
    mattra_session_tell_failed (self->session, error);
}

/* Of many rows that are selected the window has read those in view; the others are read here. One that is gone is none
 * of those that were meant. */
static gboolean
read_rest (MattraStore  *store,
           MattraPlan   *plan,
           gpointer      data,
           GError      **error)
{
  Job *job = data;

  for (guint i = 0; i < job->ids->len; i++)
    {
      g_autoptr (GError) local_error = NULL;

      if (job->measures->pdata[i] != NULL)
        continue;
      job->measures->pdata[i] = mattra_find_measure (store, plan, job->ids->pdata[i], &local_error);
      if (local_error == NULL || g_error_matches (local_error, MATTRA_ERROR, MATTRA_ERROR_NOT_FOUND))
        continue;
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  return TRUE;
}

static void
rest_read (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (MattraTablePage) self = user_data;
  g_autoptr (GPtrArray) steps = g_ptr_array_new_with_free_func ((GDestroyNotify) mattra_review_step_free);
  g_autoptr (GError) error = NULL;
  gpointer data = NULL;
  Job *job = NULL;

  if (!mattra_session_finish (MATTRA_SESSION (source), result, &data, &error))
    {
      if (self->session != NULL)
        mattra_session_tell_failed (self->session, error);
      return;
    }
  job = data;
  for (guint i = 0; self->session != NULL && i < job->measures->len; i++)
    if (job->measures->pdata[i] != NULL)
      add_steps (self, steps, job, job->measures->pdata[i]);
  job_free (job);
  if (steps->len > 0)
    mattra_review_act_take_all (self->session, g_steal_pointer (&steps), approved, g_object_ref (self));
}

void
mattra_table_page_approve (MattraTablePage *self)
{
  if (mattra_session_get_round (self->session) == MATTRA_ROUND_NONE
      || g_list_model_get_n_items (G_LIST_MODEL (self->list)) == 0)
    return;
  mattra_session_query_async (self->session, read_rest, job_new (self), job_free, rest_read, g_object_ref (self));
}

/* Whether the user is somebody who approves at all; of each answer the register says more. */
gboolean
mattra_table_page_may_approve (MattraTablePage *self)
{
  MattraActor actor;

  mattra_review_act_get_actor (self->session, &actor);
  return !mattra_session_get_read_only (self->session)
         && mattra_permission_ask (actor.role, MATTRA_ACTION_APPROVE, FALSE, MATTRA_REVIEW_SUBMITTED)
              == MATTRA_REASON_NONE;
}
