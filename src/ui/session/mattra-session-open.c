/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-session-private.h"

#include "mattra-act-text.h"
#include "mattra-show.h"

/* News */

static void
set_act_names (MattraSession *self,
               const char    *undo,
               const char    *redo)
{
  gboolean could_undo = self->undo_name != NULL;
  gboolean could_redo = self->redo_name != NULL;

  mattra_session_set_text (self, &self->undo_name, undo, "undo-name");
  mattra_session_set_text (self, &self->redo_name, redo, "redo-name");
  if (could_undo != (undo != NULL))
    g_object_notify (G_OBJECT (self), "can-undo");
  if (could_redo != (redo != NULL))
    g_object_notify (G_OBJECT (self), "can-redo");
}

static char *
describe (const char *name,
          const char *arguments)
{
  return name != NULL ? mattra_act_describe (name, arguments) : NULL;
}

static void
take_news (const MattraNews *news,
           gpointer          user_data)
{
  g_autoptr (MattraSession) self = g_object_ref (user_data);
  g_autofree char *undo = describe (news->undo_name, news->undo_arguments);
  g_autofree char *redo = describe (news->redo_name, news->redo_arguments);

  self->lost = news->lost;
  mattra_session_set_text (self, &self->notice, news->notice, "notice");
  if (news->error != NULL)
    {
      g_signal_emit_by_name (self, "failed", news->error);
      return;
    }
  set_act_names (self, undo, redo);
  if (news->measures == NULL || news->measures->len > 0)
    {
      if (news->measures != NULL)
        mattra_session_update_index (self, news->measures);
      g_signal_emit_by_name (self, "changed", news->measures);
    }
  if (news->plan || news->measures == NULL)
    mattra_session_reload (self, self->year, FALSE);
}

/* Loading plans */

typedef struct
{
  MattraSession *session; /* NULL while it is being opened */
  int asked;              /* the fiscal year that was wished; 0 for the newest */
  int fiscal_year;
  gboolean new_day;
  MattraDate day;
  MattraWhoami *whoami;   /* NULL while it is being opened: the account's */
  GArray *years;
  MattraPlan *plan;
  MattraIndex *index;
  char **extras;
  MattraRound round;
  gboolean read_only;
  char *path;
  char *undo_name;
  char *undo_arguments;
  char *redo_name;
  char *redo_arguments;
  /* of opening */
  MattraWorker *worker;
  MattraClock *clock;
  GTask *task;
} Loading;

static void
loading_free (gpointer data)
{
  Loading *loading = data;

  g_clear_pointer (&loading->years, g_array_unref);
  g_clear_pointer (&loading->whoami, mattra_whoami_free);
  g_clear_object (&loading->plan);
  g_clear_pointer (&loading->index, mattra_index_unref);
  g_strfreev (loading->extras);
  g_free (loading->path);
  g_free (loading->undo_name);
  g_free (loading->undo_arguments);
  g_free (loading->redo_name);
  g_free (loading->redo_arguments);
  g_clear_pointer (&loading->worker, mattra_worker_unref);
  g_clear_object (&loading->clock);
  g_clear_object (&loading->task);
  g_free (loading);
}

static gboolean
load_years (MattraStore  *store,
            Loading      *loading,
            GError      **error)
{
  g_autoptr (GPtrArray) years = mattra_store_list_years (store, error);

  if (years == NULL)
    return FALSE;
  loading->years = g_array_new (FALSE, FALSE, sizeof (int));
  for (guint i = 0; i < years->len; i++)
    {
      int year = GPOINTER_TO_INT (g_ptr_array_index (years, i));

      g_array_append_val (loading->years, year);
    }
  /* A plan may be gone: the act that made it was undone. */
  if (years->len > 0 && !g_ptr_array_find (years, GINT_TO_POINTER (loading->fiscal_year), NULL))
    loading->fiscal_year = g_array_index (loading->years, int, years->len - 1);
  return TRUE;
}

/* The round that was last imported; where nobody said which, the one whose time it is. */
static MattraRound
choose_round (MattraStore *store,
              MattraPlan  *plan,
              MattraDate   day)
{
  MattraRound round = mattra_show_default_round (plan);
  const MattraPlanRound *first = mattra_plan_get_round (plan, MATTRA_ROUND_FIRST_HALF);

  if (round != MATTRA_ROUND_NONE || mattra_store_has_answers_without_round (store, mattra_plan_get_id (plan)))
    return round;
  return mattra_date_compare (day, first->end) <= 0 ? MATTRA_ROUND_FIRST_HALF : MATTRA_ROUND_FULL_YEAR;
}

static gboolean
load_extras (MattraStore  *store,
             Loading      *loading,
             GError      **error)
{
  g_autoptr (GPtrArray) labels = mattra_store_list_extras (store, mattra_plan_get_id (loading->plan), error);

  for (guint i = 0; labels != NULL && i < labels->len; i++)
    mattra_index_add_extra (loading->index, g_ptr_array_index (labels, i));
  loading->extras = mattra_index_dup_extras (loading->index);
  return labels != NULL;
}

/* What can be taken back depends on who would do it. */
static gboolean
peek_acts (MattraStore  *store,
           MattraPlan   *plan,
           Loading      *loading,
           GError      **error)
{
  if (loading->whoami == NULL)
    loading->whoami = mattra_whoami_load (mattra_store_get_organisation (store));
  mattra_whoami_enter (loading->whoami, store, plan, loading->day);
  return mattra_store_peek_undo (store, &loading->undo_name, &loading->undo_arguments, error)
         && mattra_store_peek_redo (store, &loading->redo_name, &loading->redo_arguments, error);
}

static gboolean
run_load (MattraStore  *store,
          gpointer      data,
          GError      **error)
{
  Loading *loading = data;
  g_autoptr (MattraPlan) own = NULL;

  if (!load_years (store, loading, error))
    return FALSE;
  own = mattra_store_load_plan (store, loading->fiscal_year, error);
  if (own == NULL || !peek_acts (store, own, loading, error))
    return FALSE;
  loading->plan = mattra_store_load_plan (store, loading->fiscal_year, error);
  if (loading->plan == NULL)
    return FALSE;
  loading->index = mattra_index_new (own, loading->day);
  loading->round = choose_round (store, own, loading->day);
  loading->read_only = mattra_store_get_read_only (store);
  loading->path = g_strdup (mattra_store_get_path (store));
  return load_extras (store, loading, error);
}

static gboolean
has_division (MattraSession *self,
              const char    *division)
{
  return division == NULL || *division == '\0'
         || mattra_division_list_find_id (mattra_plan_get_divisions (self->plan), division) != NULL;
}

static void
take_plan (MattraSession *self,
           Loading       *loading)
{
  gboolean other = self->plan == NULL || loading->fiscal_year != mattra_plan_get_fiscal_year (self->plan);

  g_array_unref (self->years);
  self->years = g_array_ref (loading->years);
  mattra_session_set_plan (self, loading->plan);
  if (loading->asked == self->year || self->year == 0)
    self->year = loading->fiscal_year;
  mattra_session_take_extras (self, loading->extras);
  mattra_session_start_index (self, loading->index, other ? loading->round : self->round);
  if (other)
    mattra_session_set_round (self, loading->round);
  if (!has_division (self, self->filter.division))
    mattra_session_set_division (self, NULL);
}

static void
reload_done (gpointer      data,
             const GError *error)
{
  Loading *loading = data;
  MattraSession *self = loading->session;

  if (error != NULL)
    {
      self->year = mattra_plan_get_fiscal_year (self->plan);
      g_signal_emit_by_name (self, "failed", error);
      return;
    }
  take_plan (self, loading);
  g_object_notify (G_OBJECT (self), "plan");
  g_signal_emit_by_name (self, "plan-changed");
  if (loading->new_day)
    g_signal_emit_by_name (self, "changed", NULL);
}

void
mattra_session_reload (MattraSession *self,
        int            fiscal_year,
        gboolean       new_day)
{
  Loading *loading = g_new0 (Loading, 1);

  loading->session = self;
  loading->asked = fiscal_year;
  loading->fiscal_year = fiscal_year;
  loading->new_day = new_day;
  loading->day = mattra_clock_get_today (self->clock);
  loading->whoami = mattra_whoami_copy (self->whoami);
  mattra_session_push (self, MATTRA_WORKER_ASK, run_load, reload_done, loading, loading_free);
}

static gboolean
run_peek (MattraStore  *store,
          gpointer      data,
          GError      **error)
{
  Loading *loading = data;

  loading->plan = mattra_store_load_plan (store, loading->fiscal_year, error);
  return loading->plan != NULL && peek_acts (store, loading->plan, loading, error);
}

/* What cannot be read now comes with the next news. */
static void
peek_done (gpointer      data,
           const GError *error)
{
  Loading *loading = data;
  g_autofree char *undo = describe (loading->undo_name, loading->undo_arguments);
  g_autofree char *redo = describe (loading->redo_name, loading->redo_arguments);

  if (error == NULL)
    set_act_names (loading->session, undo, redo);
}

/* Looks anew what can be undone, by whoever uses the window now. */
void
mattra_session_reload_acts (MattraSession *self)
{
  Loading *loading = g_new0 (Loading, 1);

  loading->session = self;
  loading->fiscal_year = mattra_plan_get_fiscal_year (self->plan);
  loading->day = mattra_clock_get_today (self->clock);
  loading->whoami = mattra_whoami_copy (self->whoami);
  mattra_session_push (self, MATTRA_WORKER_ASK, run_peek, peek_done, loading, loading_free);
}

static void
day_changed_cb (MattraSession *self)
{
  mattra_session_reload (self, self->year, TRUE);
}

/* Opening and closing */

static MattraSession *
session_new (MattraWorker *worker,
             MattraClock  *clock,
             const char   *path,
             gboolean      read_only)
{
  MattraSession *self = g_object_new (MATTRA_TYPE_SESSION, NULL);

  self->worker = mattra_worker_ref (worker);
  self->path = g_strdup (path);
  self->notice = mattra_worker_dup_notice (worker);
  self->person = g_strdup (g_get_user_name ());
  self->read_only = read_only;
  self->clock = g_object_ref (clock);
  self->day_changed = g_signal_connect_swapped (clock, "day-changed", G_CALLBACK (day_changed_cb), self);
  self->watch = mattra_worker_watch (worker, take_news, self);
  return self;
}

static void
open_done (gpointer      data,
           const GError *error)
{
  Loading *loading = data;
  g_autoptr (MattraSession) self = NULL;

  if (error != NULL)
    {
      g_task_return_error (loading->task, g_error_copy (error));
      return;
    }
  self = session_new (loading->worker, loading->clock, loading->path, loading->read_only);
  self->undo_name = describe (loading->undo_name, loading->undo_arguments);
  self->redo_name = describe (loading->redo_name, loading->redo_arguments);
  take_plan (self, loading);
  /* It may have been opened around midnight. */
  if (mattra_date_compare (loading->day, mattra_clock_get_today (self->clock)) != 0)
    day_changed_cb (self);
  g_task_return_pointer (loading->task, g_steal_pointer (&self), g_object_unref);
}

/**
 * mattra_session_open_async:
 * @path: a register
 * @read_only: whether only to look
 * @cancellable: (nullable): gives it up
 * @callback: told when it is open, or cannot be
 * @user_data: given to @callback
 *
 * Opens a register and shows its newest plan and the round that was last imported. One that may not be
 * written is opened to look, with a notice.
 */
void
mattra_session_open_async (const char          *path,
                           gboolean             read_only,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  Loading *loading;

  g_return_if_fail (path != NULL);

  loading = g_new0 (Loading, 1);
  loading->task = g_task_new (NULL, cancellable, callback, user_data);
  loading->clock = mattra_clock_new ();
  loading->day = mattra_clock_get_today (loading->clock);
  loading->worker = mattra_worker_new (path, read_only);
  mattra_worker_push (loading->worker, MATTRA_WORKER_ASK, run_load, open_done, loading, loading_free);
}

/**
 * mattra_session_open_finish:
 * @result: what the callback was given
 * @error: why it could not be opened, as mattra_store_open() says
 *
 * Returns: (transfer full) (nullable): the session
 */
MattraSession *
mattra_session_open_finish (GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * mattra_session_new_beside:
 * @self: a session that is not closed
 *
 * Makes a session for a second window over the same register and thread. What it shows is its own.
 *
 * Returns: (transfer full): the session
 */
MattraSession *
mattra_session_new_beside (MattraSession *self)
{
  g_autoptr (MattraIndex) index = NULL;
  MattraSession *other;

  g_return_val_if_fail (MATTRA_IS_SESSION (self), NULL);
  g_return_val_if_fail (self->worker != NULL, NULL);

  other = session_new (self->worker, self->clock, self->path, self->read_only);
  index = mattra_index_new (mattra_index_get_plan (self->index), mattra_clock_get_today (self->clock));
  for (guint i = 0; self->extras[i] != NULL; i++)
    mattra_index_add_extra (index, self->extras[i]);
  mattra_session_set_person (other, self->person);
  g_array_append_vals (other->years, self->years->data, self->years->len);
  mattra_session_set_plan (other, self->plan);
  other->year = mattra_plan_get_fiscal_year (self->plan);
  mattra_session_take_extras (other, self->extras);
  other->round = self->round;
  other->undo_name = g_strdup (self->undo_name);
  other->redo_name = g_strdup (self->redo_name);
  mattra_session_start_index (other, index, other->round);
  return other;
}

/**
 * mattra_session_close:
 * @self: a session
 *
 * Gives the register up. Where this was its last window, acts that wait are written first. Nothing can be
 * done with the session afterwards.
 */
void
mattra_session_close (MattraSession *self)
{
  g_return_if_fail (MATTRA_IS_SESSION (self));

  if (self->worker == NULL)
    return;
  mattra_worker_unwatch (self->worker, self->watch);
  g_clear_pointer (&self->worker, mattra_worker_unref);
}
