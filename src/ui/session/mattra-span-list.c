/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-span-list.h"

#include "mattra-load-due.h"
#include "mattra-session-private.h"

struct _MattraSpanList
{
  GObject parent_instance;

  MattraSession *session;
  GPtrArray *spans;      /* (element-type MattraSpan) */
  GPtrArray *milestones; /* (element-type MattraDue) */
  guint newest;          /* number of the question whose answer counts */
  gboolean pending;
  gboolean awaiting;     /* the index */
};

G_DEFINE_FINAL_TYPE (MattraSpanList, mattra_span_list, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_PENDING,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
span_free (gpointer data)
{
  MattraSpan *span = data;

  g_free (span->title);
  g_free (span->period_text);
  g_free (span);
}

/* Asking the index, on the worker's thread */

typedef struct
{
  GWeakRef list;
  guint number;
  MattraIndex *index;
  MattraView view;
  guint missing;
  GPtrArray *spans;
  GPtrArray *milestones;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_weak_ref_clear (&question->list);
  mattra_index_unref (question->index);
  mattra_view_clear (&question->view);
  g_clear_pointer (&question->spans, g_ptr_array_unref);
  g_clear_pointer (&question->milestones, g_ptr_array_unref);
  g_free (question);
}

static void
add_span (Question          *question,
          const MattraEntry *entry,
          const MattraPart  *part)
{
  MattraDivisionList *divisions = mattra_plan_get_divisions (mattra_index_get_plan (question->index));
  MattraSpan *span = g_new0 (MattraSpan, 1);

  g_strlcpy (span->measure, entry->key.id, sizeof span->measure);
  if (part->division != MATTRA_NO_DIVISION)
    g_strlcpy (span->division, mattra_division_list_get (divisions, part->division)->id, sizeof span->division);
  span->number = entry->standing.number;
  span->title = g_strdup (entry->title);
  span->period_text = g_strdup (entry->period_text);
  span->start = entry->start;
  span->end = entry->end;
  span->status = part->status[question->view.round];
  span->overdue = (part->flags[question->view.round] & MATTRA_PART_OVERDUE) != 0;
  g_ptr_array_add (question->spans, span);
}

static gboolean
has_listed_part (const MattraEntry *entry,
                 const MattraView  *view)
{
  for (guint i = 0; i < entry->standing.n_parts; i++)
    if (mattra_filter_lets_part (&view->filter, &entry->standing.parts[i], view->round))
      return TRUE;
  return FALSE;
}

/* A list across divisions shows of a measure the divisions that put it there; all where only the measure as a whole
 * belongs there. */
static void
add_entry (Question          *question,
           const MattraEntry *entry,
           int                division)
{
  gboolean only_listed = has_listed_part (entry, &question->view);

  if (division != MATTRA_ALL_DIVISIONS)
    {
      add_span (question, entry, mattra_standing_get_part (&entry->standing, division));
      return;
    }
  for (guint i = 0; i < entry->standing.n_parts; i++)
    if (!only_listed
        || mattra_filter_lets_part (&question->view.filter, &entry->standing.parts[i], question->view.round))
      add_span (question, entry, &entry->standing.parts[i]);
}

/* In the order of the plan's divisions, what has none last; the sort keeps the register's order within each. */
static int
compare_places (gconstpointer a,
                gconstpointer b,
                gpointer      user_data)
{
  const MattraSpan *one = *(const MattraSpan *const *) a;
  const MattraSpan *other = *(const MattraSpan *const *) b;
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (user_data, one->division));
  guint other_place = GPOINTER_TO_UINT (g_hash_table_lookup (user_data, other->division));

  return (place > other_place) - (place < other_place);
}

static void
sort_by_division (Question *question)
{
  MattraDivisionList *divisions = mattra_plan_get_divisions (mattra_index_get_plan (question->index));
  guint n = mattra_division_list_get_size (divisions);
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < n; i++)
    if (mattra_division_list_get (divisions, i)->id != NULL)
      g_hash_table_insert (places, mattra_division_list_get (divisions, i)->id, GUINT_TO_POINTER (i));
  g_hash_table_insert (places, (gpointer) "", GUINT_TO_POINTER (n));
  g_ptr_array_sort_with_data (question->spans, compare_places, places);
}

static gboolean
run_question (MattraStore  *store,
              gpointer      data,
              GError      **error)
{
  Question *question = data;
  g_autoptr (GArray) keys = NULL;
  int division = mattra_filter_get_place (&question->view.filter, mattra_index_get_plan (question->index));

  question->missing = mattra_index_missing (question->index, &question->view);
  if (question->missing != 0)
    return TRUE;
  keys = mattra_index_view (question->index, &question->view);
  question->spans = g_ptr_array_new_with_free_func (span_free);
  for (guint i = 0; i < keys->len; i++)
    add_entry (question, mattra_index_lookup (question->index, g_array_index (keys, MattraMeasureKey, i).id), division);
  if (division == MATTRA_ALL_DIVISIONS)
    sort_by_division (question);
  question->milestones = mattra_load_milestones (store, mattra_index_get_plan (question->index), error);
  return question->milestones != NULL;
}

static void
set_pending (MattraSpanList *self,
             gboolean        pending)
{
  if (self->pending == pending)
    return;
  self->pending = pending;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PENDING]);
}

static void
take (MattraSpanList *self,
      Question       *question)
{
  g_ptr_array_unref (self->spans);
  self->spans = g_steal_pointer (&question->spans);
  g_ptr_array_unref (self->milestones);
  self->milestones = g_steal_pointer (&question->milestones);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
question_done (gpointer      data,
               const GError *error)
{
  Question *question = data;
  g_autoptr (MattraSpanList) self = g_weak_ref_get (&question->list);

  if (self == NULL || question->number != self->newest)
    return;
  self->awaiting = question->missing != 0;
  if (self->awaiting)
    {
      mattra_session_need (self->session, question->missing, &question->view);
      return;
    }
  if (error != NULL)
    g_signal_emit_by_name (self->session, "failed", error);
  else
    take (self, question);
  set_pending (self, FALSE);
}

static void
ask (MattraSpanList *self)
{
  Question *question = g_new0 (Question, 1);

  g_weak_ref_init (&question->list, self);
  question->number = ++self->newest;
  question->index = mattra_index_ref (mattra_session_get_index (self->session));
  mattra_filter_copy (&question->view.filter, mattra_session_get_filter (self->session));
  question->view.round = mattra_session_get_round (self->session);
  set_pending (self, TRUE);
  mattra_session_push (self->session, MATTRA_WORKER_ASK, run_question, question_done, question, question_free);
}

static void
index_ready_cb (MattraSpanList *self)
{
  if (self->awaiting)
    ask (self);
}

/* The object */

static void
mattra_span_list_get_property (GObject    *object,
                               guint       property,
                               GValue     *value,
                               GParamSpec *pspec)
{
  if (property == PROP_PENDING)
    g_value_set_boolean (value, MATTRA_SPAN_LIST (object)->pending);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
}

static void
mattra_span_list_dispose (GObject *object)
{
  MattraSpanList *self = MATTRA_SPAN_LIST (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (mattra_span_list_parent_class)->dispose (object);
}

static void
mattra_span_list_finalize (GObject *object)
{
  MattraSpanList *self = MATTRA_SPAN_LIST (object);

  g_ptr_array_unref (self->spans);
  g_ptr_array_unref (self->milestones);

  G_OBJECT_CLASS (mattra_span_list_parent_class)->finalize (object);
}

static void
mattra_span_list_class_init (MattraSpanListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = mattra_span_list_get_property;
  object_class->dispose = mattra_span_list_dispose;
  object_class->finalize = mattra_span_list_finalize;
  properties[PROP_PENDING] = g_param_spec_boolean ("pending", NULL, NULL, FALSE,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS
                                                     | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", MATTRA_TYPE_SPAN_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
mattra_span_list_init (MattraSpanList *self)
{
  self->spans = g_ptr_array_new_with_free_func (span_free);
  self->milestones = g_ptr_array_new_with_free_func ((GDestroyNotify) mattra_due_free);
}

/**
 * mattra_span_list_new:
 * @session: a session
 *
 * Returns: (transfer full): what the session shows over time, empty at first
 */
MattraSpanList *
mattra_span_list_new (MattraSession *session)
{
  MattraSpanList *self;

  g_return_val_if_fail (MATTRA_IS_SESSION (session), NULL);

  self = g_object_new (MATTRA_TYPE_SPAN_LIST, NULL);
  self->session = g_object_ref (session);
  g_signal_connect_swapped (session, "notify::plan", G_CALLBACK (ask), self);
  g_signal_connect_swapped (session, "notify::round", G_CALLBACK (ask), self);
  g_signal_connect_swapped (session, "notify::filter", G_CALLBACK (ask), self);
  g_signal_connect_swapped (session, "changed", G_CALLBACK (ask), self);
  g_signal_connect_swapped (session, "index-ready", G_CALLBACK (index_ready_cb), self);
  ask (self);
  return self;
}

/**
 * mattra_span_list_get_spans:
 * @self: a list
 *
 * Returns: (transfer none) (element-type MattraSpan): the spans, by division in the order of the plan, those of none
 *   last, each in the order of the register; they stay as they are while they are referenced
 */
GPtrArray *
mattra_span_list_get_spans (MattraSpanList *self)
{
  g_return_val_if_fail (MATTRA_IS_SPAN_LIST (self), NULL);

  return self->spans;
}

/**
 * mattra_span_list_get_milestones:
 * @self: a list
 *
 * Returns: (transfer none) (element-type MattraDue): the days of the assessment in the plan's year
 */
GPtrArray *
mattra_span_list_get_milestones (MattraSpanList *self)
{
  g_return_val_if_fail (MATTRA_IS_SPAN_LIST (self), NULL);

  return self->milestones;
}

/**
 * mattra_span_list_get_pending:
 * @self: a list
 *
 * Returns: whether the spans are being looked for
 */
gboolean
mattra_span_list_get_pending (MattraSpanList *self)
{
  g_return_val_if_fail (MATTRA_IS_SPAN_LIST (self), FALSE);

  return self->pending;
}
