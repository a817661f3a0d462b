/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-form-act.h"

#include "mattra-edit.h"
#include "mattra-table-cell.h"

/**
 * mattra_form_place_clear:
 * @self: a place
 *
 * Frees what it holds.
 */
void
mattra_form_place_clear (MattraFormPlace *self)
{
  g_clear_pointer (&self->measure, g_free);
  g_clear_pointer (&self->division, g_free);
  g_clear_pointer (&self->field, g_free);
}

/**
 * mattra_form_place_copy:
 * @self: (out caller-allocates): where the copy goes; zeroed or a place
 * @place: a place
 *
 * Copies a place.
 */
void
mattra_form_place_copy (MattraFormPlace       *self,
                        const MattraFormPlace *place)
{
  MattraFormPlace copy = *place;

  copy.measure = g_strdup (place->measure);
  copy.division = g_strdup (place->division);
  copy.field = g_strdup (place->field);
  mattra_form_place_clear (self);
  *self = copy;
}

/**
 * mattra_form_place_equal:
 * @self: a place
 * @place: a place
 *
 * Returns: whether they are the same cell of the register
 */
gboolean
mattra_form_place_equal (const MattraFormPlace *self,
                         const MattraFormPlace *place)
{
  return self->round == place->round && g_strcmp0 (self->measure, place->measure) == 0
         && g_strcmp0 (self->division, place->division) == 0 && g_strcmp0 (self->field, place->field) == 0;
}

/* What an act needs on the store thread: nothing in it is shared with the window. */
typedef struct
{
  MattraFormPlace place;
  char *text; /* or the ULID of a step */
  guint occurrence;
  gboolean done;
} Job;

static Job *
job_new (const MattraFormPlace *place,
         const char            *text)
{
  Job *job = g_new0 (Job, 1);

  mattra_form_place_copy (&job->place, place);
  job->text = g_strdup (text);
  return job;
}

static void
job_free (gpointer data)
{
  Job *job = data;

  mattra_form_place_clear (&job->place);
  g_free (job->text);
  g_free (job);
}

static gboolean
set (MattraStore  *store,
     MattraPlan   *plan,
     gpointer      data,
     GError      **error)
{
  const Job *job = data;
  g_autofree char *value = mattra_table_cell_dup_value (job->place.field, job->text);
  MattraEdit edit = { job->place.measure, job->place.field, value, job->place.round, job->place.division };

  return mattra_edit_set_exactly (store, plan, &edit, error);
}

static gboolean
tick (MattraStore  *store,
      MattraPlan   *plan,
      gpointer      data,
      GError      **error)
{
  const Job *job = data;

  return mattra_store_set_step_done (store, job->text, job->place.round, job->place.division, job->occurrence,
                                     job->done, error);
}

/* For the history: a measure is known by its number. */
static char *
describe (const MattraFormPlace *place)
{
  if (place->number > 0)
    return g_strdup_printf ("%d\t%s", place->number, place->field);
  return g_strdup_printf ("%s\t%s", place->measure, place->field);
}

/**
 * mattra_form_act_set:
 * @session: the session
 * @name: what the history calls the act
 * @place: the cell
 * @text: its new text, as typed
 * @callback: (nullable): told when it is committed or refused
 * @user_data: for @callback
 *
 * Changes one cell as one act.
 */
void
mattra_form_act_set (MattraSession         *session,
                     const char            *name,
                     const MattraFormPlace *place,
                     const char            *text,
                     GAsyncReadyCallback    callback,
                     gpointer               user_data)
{
  g_autofree char *arguments = NULL;

  g_return_if_fail (MATTRA_IS_SESSION (session) && place->measure != NULL && place->field != NULL);

  arguments = describe (place);
  mattra_session_act_async (session, name, arguments, set, job_new (place, text), job_free, callback,
                            user_data);
}

/**
 * mattra_form_act_tick:
 * @session: the session
 * @place: measure, round and division
 * @step: ULID of the step
 * @occurrence: which time of the round, from 1
 * @done: whether it was done
 * @callback: (nullable): told when it is committed or refused
 * @user_data: for @callback
 *
 * Ticks a step, or takes the tick away, as one act.
 */
void
mattra_form_act_tick (MattraSession         *session,
                      const MattraFormPlace *place,
                      const char            *step,
                      guint                  occurrence,
                      gboolean               done,
                      GAsyncReadyCallback    callback,
                      gpointer               user_data)
{
  g_autofree char *arguments = NULL;
  Job *job = NULL;

  g_return_if_fail (MATTRA_IS_SESSION (session) && step != NULL);

  arguments = describe (place);
  job = job_new (place, step);
  job->occurrence = occurrence;
  job->done = done;
  mattra_session_act_async (session, "set-step-done", arguments, tick, job, job_free, callback, user_data);
}
