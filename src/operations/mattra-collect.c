/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-collect.h"

#include <glib/gi18n-lib.h>

#include "mattra-due.h"
#include "mattra-error.h"
#include "mattra-standing.h"

/**
 * mattra_collect_row_free:
 * @self: (transfer full) (nullable): a row
 *
 * Frees a row.
 */
void
mattra_collect_row_free (MattraCollectRow *self)
{
  if (self == NULL)
    return;
  g_free (self->division);
  g_free (self->name);
  g_free (self->way);
  g_free (self->last_answer);
  g_free (self);
}

/**
 * mattra_collect_state_to_string:
 * @state: a state
 *
 * Returns: (transfer none): its name in JSON
 */
const char *
mattra_collect_state_to_string (MattraCollectState state)
{
  static const char *const names[] = { "nothing", "not_asked", "waiting", "late", "on_paper", "answered" };

  g_return_val_if_fail ((guint) state < G_N_ELEMENTS (names), "nothing");

  return names[state];
}

/**
 * mattra_collect_state_to_text:
 * @state: a state
 *
 * Returns: (transfer none): its name for people, translated
 */
const char *
mattra_collect_state_to_text (MattraCollectState state)
{
  static const char *const texts[] = {
    N_("nothing to answer"), N_("not asked yet"), N_("waiting for the answer"),
    N_("late"),              N_("answered on paper"), N_("all answered"),
  };

  g_return_val_if_fail ((guint) state < G_N_ELEMENTS (texts), "");

  return _(texts[state]);
}

static void
take_request (MattraCollectRow    *row,
              const MattraRequest *request)
{
  if (!mattra_date_is_set (row->asked_on))
    row->asked_on = request->day;
  if (request->reminder)
    {
      row->n_reminders++;
      row->reminded_on = request->day;
    }
  if (mattra_date_is_set (request->due))
    row->due = request->due;
  if (mattra_date_is_set (request->answered_on))
    row->answered_on = request->answered_on;
  g_free (row->way);
  row->way = g_strdup (request->way);
}

static MattraCollectState
state_of (const MattraCollectRow *row,
          MattraDate              day)
{
  if (row->expected == 0)
    return MATTRA_COLLECT_NOTHING;
  if (row->answered >= row->expected)
    return MATTRA_COLLECT_ANSWERED;
  if (mattra_date_is_set (row->answered_on))
    return MATTRA_COLLECT_ON_PAPER;
  if (mattra_date_is_set (row->due) && mattra_date_compare (day, row->due) > 0)
    return MATTRA_COLLECT_LATE;
  return mattra_date_is_set (row->asked_on) ? MATTRA_COLLECT_WAITING : MATTRA_COLLECT_NOT_ASKED;
}

/**
 * mattra_collect_summarise:
 * @plan: a plan
 * @round: a round
 * @day: the day to judge by
 * @row: a division with how much it answered; the rest is filled in
 *
 * Tells what a division was sent for a round, until when it should answer, and how far it is. Where no request names a
 * day, that on which answers are due in the round counts, else the round's last day.
 */
void
mattra_collect_summarise (MattraPlan       *plan,
                          MattraRound       round,
                          MattraDate        day,
                          MattraCollectRow *row)
{
  const MattraPlanRound *plan_round;
  GPtrArray *requests;

  g_return_if_fail (MATTRA_IS_PLAN (plan) && row != NULL && round != MATTRA_ROUND_NONE);

  plan_round = mattra_plan_get_round (plan, round);
  requests = mattra_plan_get_requests (plan);
  row->asked_on = row->reminded_on = row->answered_on = MATTRA_DATE_NONE;
  row->due = mattra_date_is_set (plan_round->answers_due) ? plan_round->answers_due : plan_round->end;
  for (guint i = 0; i < requests->len; i++)
    {
      const MattraRequest *request = g_ptr_array_index (requests, i);

      if (request->round == round && g_strcmp0 (request->division, row->division) == 0)
        take_request (row, request);
    }
  row->state = state_of (row, day);
}

/* Counting */

typedef struct
{
  MattraPlan *plan;
  MattraRound round;
  MattraDate day;
  GPtrArray *rows;
} Counter;

static void
count_answer (const MattraDueAnswer *due,
              gpointer               user_data)
{
  Counter *self = user_data;
  MattraAnswer *answer = mattra_measure_find_counting (due->measure, due->round, due->division);
  gboolean answered = answer != NULL && mattra_answer_is_answered (answer);
  MattraCollectRow *row;

  if (due->place >= self->rows->len
      || (!answered && (due->status == MATTRA_STATUS_CANCELLED
                        || !mattra_is_answer_awaited (self->plan, due->measure, self->round))))
    return;
  row = g_ptr_array_index (self->rows, due->place);
  row->expected++;
  row->answered += answered;
}

static gboolean
count_measure (MattraMeasure  *measure,
               gpointer        user_data,
               GError        **error)
{
  Counter *self = user_data;

  mattra_due_for_each_answer (self->plan, measure, self->round, NULL, self->day, count_answer, self);
  return TRUE;
}

static gboolean
count_all (MattraStore  *store,
           Counter      *counter,
           GError      **error)
{
  g_autoptr (MattraMeasureSource) measures = mattra_store_list_measures (store, mattra_plan_get_id (counter->plan), NULL,
                                                                         error);

  return measures != NULL && mattra_measure_source_for_each (measures, count_measure, counter, error);
}

/**
 * mattra_collect_load:
 * @store: a register
 * @plan: a plan of it
 * @round: a round
 * @day: the day to judge by
 * @error: why it could not be read
 *
 * Tells of each division how far its answers are collected.
 *
 * Returns: (transfer full) (element-type MattraCollectRow) (nullable): the divisions in the order of the plan
 */
GPtrArray *
mattra_collect_load (MattraStore  *store,
                     MattraPlan   *plan,
                     MattraRound   round,
                     MattraDate    day,
                     GError      **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) mattra_collect_row_free);
  Counter counter = { plan, round, day, rows };
  g_autoptr (GHashTable) last = NULL;
  MattraDivisionList *divisions;

  g_return_val_if_fail (MATTRA_IS_STORE (store) && MATTRA_IS_PLAN (plan) && round != MATTRA_ROUND_NONE, NULL);

  divisions = mattra_plan_get_divisions (plan);
  for (guint i = 0; i < mattra_division_list_get_size (divisions); i++)
    {
      MattraCollectRow *row = g_new0 (MattraCollectRow, 1);

      row->division = g_strdup (mattra_division_list_get (divisions, i)->id);
      row->name = g_strdup (mattra_division_list_get (divisions, i)->name);
      g_ptr_array_add (rows, row);
    }
  last = mattra_store_list_last_answers (store, mattra_plan_get_id (plan), round, error);
  if (last == NULL || !count_all (store, &counter, error))
    return NULL;
  for (guint i = 0; i < rows->len; i++)
    {
      MattraCollectRow *row = g_ptr_array_index (rows, i);

      row->last_answer = g_strdup (g_hash_table_lookup (last, row->division));
      mattra_collect_summarise (plan, round, day, row);
    }
  return g_steal_pointer (&rows);
}

/* Writing */

static gboolean
record_all (MattraStore          *store,
            MattraPlan           *plan,
            const MattraRequest  *request,
            const char *const    *divisions,
            GError              **error)
{
  for (guint i = 0; divisions[i] != NULL; i++)
    {
      MattraRequest one = *request;
      g_autofree char *id = NULL;

      one.division = (char *) divisions[i];
      id = mattra_store_insert_request (store, mattra_plan_get_id (plan), &one, error);
      if (id == NULL)
        return FALSE;
    }
  return TRUE;
}

/**
 * mattra_collect_record:
 * @store: a register open for writing
 * @plan: the plan as loaded from it
 * @request: round, day and what else is the same for all; its division is not looked at
 * @divisions: (array zero-terminated=1): ULIDs of the divisions it went to
 * @error: why not: %MATTRA_ERROR_DENIED for whom it is not for
 *
 * Keeps that divisions were asked for their answers, or reminded, as one act.
 *
 * Returns: whether it was done
 */
gboolean
mattra_collect_record (MattraStore          *store,
                       MattraPlan           *plan,
                       const MattraRequest  *request,
                       const char *const    *divisions,
                       GError              **error)
{
  g_return_val_if_fail (MATTRA_IS_STORE (store) && MATTRA_IS_PLAN (plan), FALSE);
  g_return_val_if_fail (request != NULL && divisions != NULL, FALSE);

  if (!mattra_store_begin_act (store, "insert-request", NULL, MATTRA_ACT_EDIT, error))
    return FALSE;
  if (record_all (store, plan, request, divisions, error))
    return mattra_store_commit_act (store, error);
  mattra_store_abandon_act (store);
  return FALSE;
}

/* What came on paper answers the newest request. That nothing came after all is said of all of them, as one may have
 * been answered before the division was reminded. */
static gboolean
set_answered (MattraStore    *store,
              GPtrArray      *requests,
              MattraDate      day,
              GError        **error)
{
  g_autofree char *iso = mattra_date_to_iso (day);

  for (guint i = iso != NULL ? requests->len - 1 : 0; i < requests->len; i++)
    {
      const MattraRequest *request = g_ptr_array_index (requests, i);

      if (!mattra_store_set_request_field (store, request->id, "answered_on", iso, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * mattra_collect_set_answered:
 * @store: a register with an open act
 * @plan: the plan as loaded from it
 * @round: a round
 * @division: ULID of a division that was asked
 * @day: when its answer came on paper; none for not yet
 * @error: why not: %MATTRA_ERROR_DENIED for whom it is not for, %MATTRA_ERROR_INVALID where nobody asked the division
 *
 * Keeps that a division answered on paper.
 *
 * Returns: whether it was done
 */
gboolean
mattra_collect_set_answered (MattraStore        *store,
                             MattraPlan         *plan,
                             MattraRound         round,
                             const char         *division,
                             MattraDate          day,
                             GError            **error)
{
  g_autoptr (GPtrArray) sent = g_ptr_array_new ();
  GPtrArray *requests;

  g_return_val_if_fail (MATTRA_IS_STORE (store) && MATTRA_IS_PLAN (plan) && division != NULL, FALSE);

  requests = mattra_plan_get_requests (plan);
  for (guint i = 0; i < requests->len; i++)
    {
      MattraRequest *request = g_ptr_array_index (requests, i);

      if (request->round == round && g_strcmp0 (request->division, division) == 0)
        g_ptr_array_add (sent, request);
    }
  if (sent->len > 0)
    return set_answered (store, sent, day, error);
  g_set_error_literal (error, MATTRA_ERROR, MATTRA_ERROR_INVALID,
                       _("Nobody recorded a request to this division for this round; record the request first"));
  return FALSE;
}
