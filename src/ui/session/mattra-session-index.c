/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-session-private.h"

/* Jobs of a session */

typedef struct
{
  MattraSession *session;
  MattraWorkerKind kind;
  MattraWorkerFunc func;
  MattraWorkerDone done;
  gpointer data;
  GDestroyNotify destroy;
} Pushed;

static gboolean
run_pushed (MattraStore  *store,
            gpointer      data,
            GError      **error)
{
  Pushed *pushed = data;

  return pushed->func (store, pushed->data, error);
}

static void
finish_pushed (gpointer      data,
               const GError *error)
{
  Pushed *pushed = data;

  if (pushed->done != NULL)
    pushed->done (pushed->data, error);
}

static void
free_pushed (gpointer data)
{
  Pushed *pushed = data;

  pushed->session->n_jobs--;
  if (pushed->destroy != NULL)
    pushed->destroy (pushed->data);
  g_object_unref (pushed->session);
  g_free (pushed);
}

/* Has work done on the session's register; it keeps the session until then. @done does not come where the
 * session is closed before idle work was begun. */
gboolean
mattra_session_push (MattraSession    *self,
                     MattraWorkerKind  kind,
                     MattraWorkerFunc  func,
                     MattraWorkerDone  done,
                     gpointer          data,
                     GDestroyNotify    destroy)
{
  Pushed *pushed;

  if (self->worker == NULL)
    {
      if (destroy != NULL)
        destroy (data);
      return FALSE;
    }
  pushed = g_new (Pushed, 1);
  *pushed = (Pushed) { g_object_ref (self), kind, func, done, data, destroy };
  self->n_jobs++;
  mattra_worker_push (self->worker, kind, run_pushed, finish_pushed, pushed, free_pushed);
  return TRUE;
}

MattraIndex *
mattra_session_get_index (MattraSession *self)
{
  return self->index;
}

/* Building the index, counting */

typedef struct
{
  MattraSession *session;
  MattraIndex *index;
  guint facets;
  gboolean begin;
  gboolean idle; /* there was nothing to look for */
  MattraView view;
  MattraRound round;
  char *own; /* the division whose lists are counted */
  GPtrArray *measures;
  gboolean complete;
  guint counts[MATTRA_N_SMART_LISTS];
  GArray *progress;
  char **extras;
} Build;

static Build *
build_new (MattraSession *self)
{
  Build *build = g_new0 (Build, 1);

  build->session = self;
  build->index = mattra_index_ref (self->index);
  build->round = self->round;
  build->own = g_strdup (mattra_session_get_own_division (self));
  build->progress = g_array_new (FALSE, TRUE, sizeof (MattraProgress));
  return build;
}

static void
build_free (gpointer data)
{
  Build *build = data;

  mattra_index_unref (build->index);
  mattra_view_clear (&build->view);
  g_clear_pointer (&build->measures, g_ptr_array_unref);
  g_array_unref (build->progress);
  g_free (build->own);
  g_strfreev (build->extras);
  g_free (build);
}

static void
count (Build *build)
{
  const MattraView plain = { .words = NULL };

  build->complete = mattra_index_missing (build->index, &plain) == 0;
  if (build->complete)
    mattra_index_count (build->index, build->round, build->own, build->counts, build->progress);
  build->extras = mattra_index_dup_extras (build->index);
}

static gboolean
run_step (MattraStore  *store,
          gpointer      data,
          GError      **error)
{
  Build *build = data;
  gboolean complete;

  if (build->begin)
    {
      build->facets &= mattra_index_missing (build->index, &build->view);
      build->idle = build->facets == 0;
      if (build->idle)
        return TRUE;
      mattra_index_begin (build->index, build->facets, &build->view);
    }
  if (!mattra_index_step (build->index, store, &complete, error))
    return FALSE;
  if (complete)
    count (build);
  return TRUE;
}

/* By the divisions' keys: until the next count the numbers stay right where divisions change places. */
static void
take_progress (MattraSession *self,
               GArray        *progress)
{
  MattraDivisionList *divisions = mattra_plan_get_divisions (self->plan);
  guint n = mattra_division_list_get_size (divisions);

  g_hash_table_remove_all (self->progress);
  for (guint i = 0; i < progress->len; i++)
    {
      const char *key = i < n    ? mattra_division_list_get (divisions, i)->id
                        : i == n ? ""
                                 : MATTRA_PROGRESS_ALL;

      if (key != NULL)
        g_hash_table_replace (self->progress, g_strdup (key),
                              g_memdup2 (&g_array_index (progress, MattraProgress, i), sizeof (MattraProgress)));
    }
}

/* Columns of the office's own: those of an index that is left are none any more. */
void
mattra_session_take_extras (MattraSession *self,
                            char         **extras)
{
  if (extras == NULL || g_strv_equal ((const char *const *) self->extras, (const char *const *) extras))
    return;
  g_strfreev (self->extras);
  self->extras = g_strdupv (extras);
  g_object_notify (G_OBJECT (self), "extras");
}

/* Another round, or another division to follow, was chosen meanwhile. */
static gboolean
is_outdated (MattraSession *self,
             const Build   *build)
{
  return build->round != self->round || g_strcmp0 (build->own, mattra_session_get_own_division (self)) != 0;
}

static void
take_counts (MattraSession *self,
             Build         *build)
{
  if (build->index == self->index)
    mattra_session_take_extras (self, build->extras);
  if (!build->complete || build->index != self->index || is_outdated (self, build))
    return;
  memcpy (self->counts, build->counts, sizeof self->counts);
  take_progress (self, build->progress);
  g_signal_emit_by_name (self, "counts-changed");
}

/* Another round may have been chosen while the measures were looked at: then they are counted again. */
static void
step_done (gpointer      data,
           const GError *error)
{
  Build *build = data;
  MattraSession *self = build->session;

  if (build->index != self->index)
    return;
  if (error == NULL && !build->complete && !build->idle)
    {
      mattra_session_push (self, MATTRA_WORKER_IDLE, run_step, step_done, build_new (self), build_free);
      return;
    }
  self->building = FALSE;
  if (error != NULL)
    {
      g_signal_emit_by_name (self, "failed", error);
      return;
    }
  if (is_outdated (self, build))
    mattra_session_update_index (self, NULL);
  else if (!build->idle)
    take_counts (self, build);
  g_signal_emit_by_name (self, "index-ready");
}

/* Looks at all measures for @facets. Returns whether it is begun: what is asked while another pass runs is to be
 * asked again after it. */
gboolean
mattra_session_need (MattraSession    *self,
                     guint             facets,
                     const MattraView *view)
{
  Build *build;

  if (self->building || self->worker == NULL)
    return FALSE;
  self->building = TRUE;
  build = build_new (self);
  build->begin = TRUE;
  build->facets = facets;
  mattra_view_copy (&build->view, view);
  mattra_session_push (self, MATTRA_WORKER_IDLE, run_step, step_done, build, build_free);
  return TRUE;
}

void
mattra_session_start_index (MattraSession *self,
                            MattraIndex   *index,
                            MattraRound    round)
{
  char *any[] = { (char *) "", NULL };
  const MattraView search = { .words = any, .round = round };

  g_clear_pointer (&self->index, mattra_index_unref);
  self->index = mattra_index_ref (index);
  self->building = FALSE;
  /* What a search looks through as well: reading the measures is most of the work, and they are read but once. */
  mattra_session_need (self, MATTRA_FACET_SUMMARY | MATTRA_FACET_TEXT, &search);
}

static gboolean
run_update (MattraStore  *store,
            gpointer      data,
            GError      **error)
{
  Build *build = data;

  if (build->measures != NULL && !mattra_index_update (build->index, store, build->measures, error))
    return FALSE;
  count (build);
  return TRUE;
}

/* An index that missed a change would go on missing it: it is made anew. */
static void
update_done (gpointer      data,
             const GError *error)
{
  Build *build = data;

  if (error == NULL)
    take_counts (build->session, build);
  else if (build->index == build->session->index)
    mattra_session_reload (build->session, build->session->year, FALSE);
}

/* Looks at @measures again and counts; it comes before whatever lists ask afterwards. */
void
mattra_session_update_index (MattraSession *self,
              GPtrArray     *measures)
{
  Build *build = build_new (self);

  build->measures = measures != NULL ? g_ptr_array_ref (measures) : NULL;
  mattra_session_push (self, MATTRA_WORKER_ASK, run_update, update_done, build, build_free);
}
