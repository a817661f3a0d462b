/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-overview-model.h"

#include <string.h>

#include "mattra-act-text.h"
#include "mattra-session-private.h"

/* So many are read to fill the lines with, where many are alike. */
#define N_ACTS_READ (12 * MATTRA_OVERVIEW_N_ACTS)

/* A day of an act's time. */
#define DAY_LENGTH 10

struct _MattraOverviewModel
{
  GObject parent_instance;

  MattraSession *session;
  gboolean active;
  gboolean stale;     /* it changed while nobody looked */
  gboolean asking;
  gboolean again;     /* it changed while it was counted */
  gboolean awaiting;  /* an index */

  MattraOverview *overview;
  GHashTable *titles; /* (element-type utf8 utf8): of the lines' measures */
  GPtrArray *acts;    /* (element-type MattraOverviewAct) */
};

G_DEFINE_FINAL_TYPE (MattraOverviewModel, mattra_overview_model, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

typedef struct
{
  GWeakRef model;
  MattraIndex *index;
  MattraRound round;
  char *division;
  char *own; /* the only one that is shown; NULL for all */
  guint missing;
  MattraOverview *overview;
  GHashTable *titles;
  GPtrArray *acts;
} Question;

static void
act_free (gpointer data)
{
  MattraOverviewAct *act = data;

  g_free (act->text);
  g_free (act->person);
  g_free (act->at_utc);
  g_free (act->measure);
  g_free (act);
}

static void
question_free (gpointer data)
{
  Question *question = data;

  g_weak_ref_clear (&question->model);
  mattra_index_unref (question->index);
  g_free (question->division);
  g_free (question->own);
  g_clear_pointer (&question->overview, mattra_overview_free);
  g_clear_pointer (&question->titles, g_hash_table_unref);
  g_clear_pointer (&question->acts, g_ptr_array_unref);
  g_free (question);
}

/* On the store's thread */

static void
add_keys (GArray *keys,
          GArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    {
      MattraMeasureKey key = { 0 };

      g_strlcpy (key.id, g_array_index (lines, MattraOverviewLine, i).id, sizeof key.id);
      g_array_append_val (keys, key);
    }
}

/* Of the few measures that are told by name; no others are read. */
static gboolean
load_titles (Question     *question,
             MattraStore  *store,
             GError      **error)
{
  g_autoptr (GArray) keys = g_array_new (FALSE, TRUE, sizeof (MattraMeasureKey));
  g_autoptr (GPtrArray) measures = NULL;

  add_keys (keys, question->overview->late);
  add_keys (keys, question->overview->soon);
  question->titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  measures = mattra_store_load_measures (store, mattra_plan_get_id (mattra_index_get_plan (question->index)),
                                         (const MattraMeasureKey *) (const void *) keys->data, keys->len, error);
  for (guint i = 0; measures && i < measures->len; i++)
    {
      MattraMeasure *measure = g_ptr_array_index (measures, i);

      g_hash_table_replace (question->titles, g_strdup (mattra_measure_get_id (measure)),
                            g_strdup (mattra_measure_get_title (measure)));
    }
  return measures != NULL;
}

static gboolean
is_alike (const MattraOverviewAct *one,
          const MattraOverviewAct *other)
{
  return g_str_equal (one->text, other->text) && g_strcmp0 (one->person, other->person) == 0
         && strncmp (one->at_utc, other->at_utc, DAY_LENGTH) == 0;
}

/* Takes over @act. Of several measures none can be gone to. */
static void
join (MattraOverviewAct *last,
      MattraOverviewAct *act)
{
  last->n++;
  if (g_strcmp0 (last->measure, act->measure) != 0)
    {
      g_clear_pointer (&last->measure, g_free);
      last->number = 0;
    }
  act_free (act);
}

static MattraOverviewAct *
act_new (const MattraChange *change)
{
  MattraOverviewAct *act = g_new0 (MattraOverviewAct, 1);

  act->text = mattra_act_describe (change->name, change->arguments);
  act->number = change->number;
  act->person = g_strdup (change->person);
  act->at_utc = g_strdup (change->at_utc);
  act->measure = g_strdup (change->measure);
  act->n = 1;
  return act;
}

static gboolean
load_acts (Question     *question,
           MattraStore  *store,
           GError      **error)
{
  g_autoptr (GPtrArray) changes = mattra_store_list_newest_acts (store, N_ACTS_READ, error);

  question->acts = g_ptr_array_new_with_free_func (act_free);
  for (guint i = 0; changes && i < changes->len && question->acts->len <= MATTRA_OVERVIEW_N_ACTS; i++)
    {
      MattraOverviewAct *act = act_new (g_ptr_array_index (changes, i));
      guint n = question->acts->len;

      if (n > 0 && is_alike (g_ptr_array_index (question->acts, n - 1), act))
        join (g_ptr_array_index (question->acts, n - 1), act);
      else
        g_ptr_array_add (question->acts, act);
    }
  if (question->acts->len > MATTRA_OVERVIEW_N_ACTS)
    g_ptr_array_set_size (question->acts, MATTRA_OVERVIEW_N_ACTS);
  return changes != NULL;
}

static gboolean
run_question (MattraStore  *store,
              gpointer      data,
              GError      **error)
{
  Question *question = data;
  const MattraView plain = { .words = NULL };

  question->missing = mattra_index_missing (question->index, &plain);
  if (question->missing != 0)
    return TRUE;
  question->overview = mattra_index_overview (question->index, question->round, question->division);
  if (question->own != NULL)
    mattra_overview_keep_division (question->overview, question->own);
  return load_titles (question, store, error) && load_acts (question, store, error);
}

/* On the window's thread */

static void ask (MattraOverviewModel *self);

static void
take_answer (MattraOverviewModel *self,
             Question            *question)
{
  g_clear_pointer (&self->overview, mattra_overview_free);
  g_clear_pointer (&self->titles, g_hash_table_unref);
  g_clear_pointer (&self->acts, g_ptr_array_unref);
  self->overview = g_steal_pointer (&question->overview);
  self->titles = g_steal_pointer (&question->titles);
  self->acts = g_steal_pointer (&question->acts);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
question_done (gpointer      data,
               const GError *error)
{
  Question *question = data;
  g_autoptr (MattraOverviewModel) self = g_weak_ref_get (&question->model);
  const MattraView plain = { .words = NULL };

  if (self == NULL)
    return;
  self->asking = FALSE;
  if (self->again)
    {
      ask (self);
      return;
    }
  if (error != NULL)
    g_signal_emit_by_name (self->session, "failed", error);
  else if (question->missing != 0)
    {
      self->awaiting = TRUE;
      mattra_session_need (self->session, question->missing, &plain);
    }
  else
    take_answer (self, question);
}

static void
ask (MattraOverviewModel *self)
{
  Question *question;

  self->stale = !self->active;
  self->again = self->active && self->asking;
  if (!self->active || self->asking)
    return;
  question = g_new0 (Question, 1);
  g_weak_ref_init (&question->model, self);
  question->index = mattra_index_ref (mattra_session_get_index (self->session));
  question->round = mattra_session_get_round (self->session);
  question->division = g_strdup (mattra_session_get_division (self->session));
  question->own = g_strdup (mattra_session_get_own_division (self->session));
  self->awaiting = FALSE;
  self->asking = TRUE;
  if (!mattra_session_push (self->session, MATTRA_WORKER_ASK, run_question, question_done, question, question_free))
    self->asking = FALSE;
}

static void
index_ready (MattraOverviewModel *self)
{
  if (self->awaiting)
    ask (self);
}

static void
mattra_overview_model_dispose (GObject *object)
{
  MattraOverviewModel *self = MATTRA_OVERVIEW_MODEL (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  g_clear_pointer (&self->overview, mattra_overview_free);
  g_clear_pointer (&self->titles, g_hash_table_unref);
  g_clear_pointer (&self->acts, g_ptr_array_unref);
  G_OBJECT_CLASS (mattra_overview_model_parent_class)->dispose (object);
}

static void
mattra_overview_model_class_init (MattraOverviewModelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mattra_overview_model_dispose;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", MATTRA_TYPE_OVERVIEW_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 0);
}

static void
mattra_overview_model_init (MattraOverviewModel *self)
{
  self->stale = TRUE;
}

/**
 * mattra_overview_model_new:
 * @session: a session
 *
 * Returns: (transfer full): where its plan stands; nothing until it is active
 */
MattraOverviewModel *
mattra_overview_model_new (MattraSession *session)
{
  static const char *const followed[] = { "notify::plan", "notify::round", "notify::division",
                                          "notify::own-division", "changed" };
  MattraOverviewModel *self;

  g_return_val_if_fail (MATTRA_IS_SESSION (session), NULL);

  self = g_object_new (MATTRA_TYPE_OVERVIEW_MODEL, NULL);
  self->session = g_object_ref (session);
  for (guint i = 0; i < G_N_ELEMENTS (followed); i++)
    g_signal_connect_swapped (session, followed[i], G_CALLBACK (ask), self);
  g_signal_connect_swapped (session, "index-ready", G_CALLBACK (index_ready), self);
  return self;
}

/**
 * mattra_overview_model_set_active:
 * @self: where a plan stands
 * @active: whether somebody looks
 *
 * Follows the session, or no longer does.
 */
void
mattra_overview_model_set_active (MattraOverviewModel *self,
                                  gboolean             active)
{
  g_return_if_fail (MATTRA_IS_OVERVIEW_MODEL (self));

  self->active = active;
  if (active && self->stale)
    ask (self);
}

/**
 * mattra_overview_model_get_overview:
 * @self: where a plan stands
 *
 * Returns: (transfer none) (nullable): the numbers; %NULL until they are counted
 */
const MattraOverview *
mattra_overview_model_get_overview (MattraOverviewModel *self)
{
  g_return_val_if_fail (MATTRA_IS_OVERVIEW_MODEL (self), NULL);

  return self->overview;
}

/**
 * mattra_overview_model_get_title:
 * @self: where a plan stands
 * @measure: ULID of a measure of its lines
 *
 * Returns: (transfer none): what the measure is called
 */
const char *
mattra_overview_model_get_title (MattraOverviewModel *self,
                                 const char          *measure)
{
  const char *title = NULL;

  g_return_val_if_fail (MATTRA_IS_OVERVIEW_MODEL (self), "");

  title = self->titles ? g_hash_table_lookup (self->titles, measure) : NULL;
  return title ? title : "";
}

/**
 * mattra_overview_model_get_acts:
 * @self: where a plan stands
 *
 * Returns: (transfer none) (nullable) (element-type MattraOverviewAct): what was done last, the latest first
 */
GPtrArray *
mattra_overview_model_get_acts (MattraOverviewModel *self)
{
  g_return_val_if_fail (MATTRA_IS_OVERVIEW_MODEL (self), NULL);

  return self->acts;
}
