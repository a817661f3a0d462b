/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-measure-list.h"

#include <string.h>

#include "mattra-row-cache.h"
#include "mattra-search.h"
#include "mattra-session-private.h"

/* Rows are loaded by pages. */
#define PAGE_SIZE 64

/* Tells the worker which of the questions that wait is still of interest. */
typedef struct
{
  gatomicrefcount refs;
  int newest;
} Ticket;

struct _MattraMeasureList
{
  GObject parent_instance;

  MattraSession *session;
  MattraView view;
  GHashTable *marks;  /* (element-type utf8 MattraYearMark) (nullable) */
  Ticket *ticket;
  gboolean pending;
  gboolean awaiting;  /* an index that the view needs */
  gboolean searches;  /* texts are to be at hand before they are asked for */
  gboolean prefetch;  /* and are not yet being read */
  gboolean redraw;    /* what cells show depends on more than their measure, and that changed */

  GArray *keys;       /* (element-type MattraMeasureKey) */
  guint serial;       /* of the keys */
  MattraRowCache *cache;
};

static void mattra_measure_list_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MattraMeasureList, mattra_measure_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, mattra_measure_list_iface_init))

enum
{
  PROP_0,
  PROP_PENDING,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

/* Rows */

static gboolean
is_at (MattraMeasureList *self,
       const char        *id,
       guint              position)
{
  return position < self->keys->len
         && memcmp (g_array_index (self->keys, MattraMeasureKey, position).id, id, MATTRA_ULID_LENGTH) == 0;
}

/* Looks near @hint before it looks everywhere. */
static gboolean
find (MattraMeasureList *self,
      const char        *id,
      guint              hint,
      guint             *position)
{
  guint n = self->keys->len;

  for (guint i = 0; i < n; i++)
    {
      guint at = hint + i < n ? hint + i : (hint + i) % n;

      if (is_at (self, id, at))
        {
          *position = at;
          return TRUE;
        }
    }
  return FALSE;
}

static int
compare_positions (gconstpointer a,
                   gconstpointer b)
{
  guint one = *(const guint *) a;
  guint other = *(const guint *) b;

  return one < other ? -1 : one > other;
}

/* Rows that stand together are told together. A listener may make the list another one meanwhile. */
static void
tell_positions (MattraMeasureList *self,
                GArray            *positions)
{
  g_array_sort (positions, compare_positions);
  for (guint i = 0; i < positions->len;)
    {
      guint first = g_array_index (positions, guint, i);
      guint n = 1;

      while (i + n < positions->len && g_array_index (positions, guint, i + n) <= first + n)
        n++;
      if (first + n <= self->keys->len)
        g_list_model_items_changed (G_LIST_MODEL (self), first, n, n);
      i += n;
    }
}

static void
rows_loaded_cb (GPtrArray *rows,
                guint      hint,
                gpointer   user_data)
{
  g_autoptr (MattraMeasureList) self = g_object_ref (user_data);
  g_autoptr (GArray) positions = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < rows->len; i++)
    {
      if (!find (self, mattra_measure_row_get_id (g_ptr_array_index (rows, i)), hint, &hint))
        continue;
      g_array_append_val (positions, hint);
      hint++;
    }
  tell_positions (self, positions);
}

static void
load_page (MattraMeasureList *self,
           guint              page,
           MattraWorkerKind   kind)
{
  guint first = page * PAGE_SIZE;

  if (first < self->keys->len)
    mattra_row_cache_load (self->cache, kind, &g_array_index (self->keys, MattraMeasureKey, first),
                           MIN (PAGE_SIZE, self->keys->len - first), first);
}

/* The pages beside one that is looked at will be next. */
static void
load_around (MattraMeasureList *self,
             guint              page)
{
  load_page (self, page, MATTRA_WORKER_ASK);
  load_page (self, page + 1, MATTRA_WORKER_IDLE);
  if (page > 0)
    load_page (self, page - 1, MATTRA_WORKER_IDLE);
}

/* The model */

static GType
get_item_type (GListModel *model)
{
  return MATTRA_TYPE_MEASURE_ROW;
}

static guint
get_n_items (GListModel *model)
{
  return MATTRA_MEASURE_LIST (model)->keys->len;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  MattraMeasureList *self = MATTRA_MEASURE_LIST (model);
  MattraMeasureRow *row;

  if (position >= self->keys->len)
    return NULL;
  row = g_object_ref (mattra_row_cache_ensure (self->cache, &g_array_index (self->keys, MattraMeasureKey, position)));
  if ((row->measure == NULL || row->stale) && !row->loading)
    load_around (self, position / PAGE_SIZE);
  return row;
}

static void
mattra_measure_list_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

/* Keys */

static void
set_pending (MattraMeasureList *self,
             gboolean           pending)
{
  if (self->pending == pending)
    return;
  self->pending = pending;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PENDING]);
}

static guint
common_prefix (GArray *one,
               GArray *other)
{
  guint n = MIN (one->len, other->len);
  guint i = 0;

  while (i < n && memcmp (&g_array_index (one, MattraMeasureKey, i), &g_array_index (other, MattraMeasureKey, i),
                          sizeof (MattraMeasureKey)) == 0)
    i++;
  return i;
}

static guint
common_suffix (GArray *one,
               GArray *other,
               guint   prefix)
{
  guint n = MIN (one->len, other->len) - prefix;
  guint i = 0;

  while (i < n
         && memcmp (&g_array_index (one, MattraMeasureKey, one->len - 1 - i),
                    &g_array_index (other, MattraMeasureKey, other->len - 1 - i), sizeof (MattraMeasureKey)) == 0)
    i++;
  return i;
}

/* Tells only what lies between the rows that both have at either end. */
static void
take_keys (MattraMeasureList *self,
           GArray            *keys)
{
  g_autoptr (GArray) before = g_steal_pointer (&self->keys);
  guint prefix = common_prefix (before, keys);
  guint suffix = common_suffix (before, keys, prefix);

  self->keys = g_array_ref (keys);
  if (prefix < before->len || prefix < keys->len)
    self->serial++;
  if (self->redraw)
    prefix = suffix = 0;
  self->redraw = FALSE;
  if (before->len - prefix - suffix > 0 || keys->len - prefix - suffix > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), prefix, before->len - prefix - suffix,
                                keys->len - prefix - suffix);
}

typedef struct
{
  GWeakRef list;
  Ticket *ticket;
  int number;
  MattraIndex *index;
  MattraView view;
  guint missing;
  GArray *keys;
  GHashTable *marks;
} Question;

static void
ticket_unref (Ticket *ticket)
{
  if (g_atomic_ref_count_dec (&ticket->refs))
    g_free (ticket);
}

static void
question_free (gpointer data)
{
  Question *question = data;

  g_weak_ref_clear (&question->list);
  ticket_unref (question->ticket);
  mattra_index_unref (question->index);
  mattra_view_clear (&question->view);
  g_clear_pointer (&question->keys, g_array_unref);
  g_clear_pointer (&question->marks, g_hash_table_unref);
  g_free (question);
}

static gboolean
run_question (MattraStore  *store,
              gpointer      data,
              GError      **error)
{
  Question *question = data;
  MattraPlan *plan = mattra_index_get_plan (question->index);

  if (g_atomic_int_get (&question->ticket->newest) != question->number)
    return TRUE;
  question->missing = mattra_index_missing (question->index, &question->view);
  if (question->missing == 0)
    {
      question->keys = mattra_index_view (question->index, &question->view);
      question->marks = question->view.marked ? mattra_index_dup_marks (question->index) : NULL;
      return TRUE;
    }
  if (!mattra_view_is_plain (&question->view))
    return TRUE;
  question->missing = 0;
  question->keys = g_array_new (FALSE, FALSE, sizeof (MattraMeasureKey));
  return mattra_store_list_keys (store, mattra_plan_get_id (plan), question->view.filter.division, question->keys, error);
}

static MattraYearMark
find_mark (GHashTable *marks,
           const char *id)
{
  return marks != NULL ? (MattraYearMark) GPOINTER_TO_INT (g_hash_table_lookup (marks, id)) : MATTRA_YEAR_MARK_NONE;
}

/* Rows whose mark is another one are shown anew. */
static void
take_marks (MattraMeasureList *self,
            GHashTable        *marks)
{
  g_autoptr (GHashTable) before = g_steal_pointer (&self->marks);
  guint first = self->keys->len;
  guint end = 0;

  self->marks = marks != NULL ? g_hash_table_ref (marks) : NULL;
  for (guint i = 0; (before != NULL || marks != NULL) && i < self->keys->len; i++)
    {
      const char *id = g_array_index (self->keys, MattraMeasureKey, i).id;

      if (find_mark (before, id) == find_mark (marks, id))
        continue;
      first = MIN (first, i);
      end = i + 1;
    }
  if (first < end)
    g_list_model_items_changed (G_LIST_MODEL (self), first, end - first, end - first);
}

static void
question_done (gpointer      data,
               const GError *error)
{
  Question *question = data;
  g_autoptr (MattraMeasureList) self = g_weak_ref_get (&question->list);

  if (self == NULL || question->number != self->ticket->newest)
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
    {
      take_keys (self, question->keys);
      take_marks (self, question->marks);
    }
  set_pending (self, FALSE);
}

/* Asks for the keys again. An older question that still waits is not answered any more. */
static void
ask (MattraMeasureList *self)
{
  Question *question = g_new0 (Question, 1);

  g_weak_ref_init (&question->list, self);
  question->ticket = self->ticket;
  g_atomic_ref_count_inc (&self->ticket->refs);
  question->number = g_atomic_int_add (&self->ticket->newest, 1) + 1;
  question->index = mattra_index_ref (mattra_session_get_index (self->session));
  mattra_view_copy (&question->view, &self->view);
  set_pending (self, TRUE);
  mattra_session_push (self->session, MATTRA_WORKER_ASK, run_question, question_done, question, question_free);
}

/* What a search looks through */

static void
prefetch (MattraMeasureList *self)
{
  char *any[] = { (char *) "", NULL };
  MattraView view = { .words = any, .round = self->view.round };

  if (self->prefetch)
    self->prefetch = !mattra_session_need (self->session, MATTRA_FACET_TEXT, &view);
}

/* Another round has other answers, another plan other measures. */
static void
prefetch_again (MattraMeasureList *self)
{
  self->prefetch = self->searches;
  prefetch (self);
}

/* What the session shows */

static void
take_session (MattraMeasureList *self)
{
  mattra_filter_clear (&self->view.filter);
  mattra_filter_copy (&self->view.filter, mattra_session_get_filter (self->session));
  self->view.round = mattra_session_get_round (self->session);
}

/* A cell shows other answers in another round or division, though its measure is the same. */
static void
session_round_cb (MattraMeasureList *self)
{
  take_session (self);
  self->redraw = TRUE;
  ask (self);
  prefetch_again (self);
}

static void
session_filter_cb (MattraMeasureList *self)
{
  if (g_strcmp0 (self->view.filter.division, mattra_session_get_division (self->session)) != 0)
    self->redraw = TRUE;
  take_session (self);
  ask (self);
}

static void
session_plan_cb (MattraMeasureList *self)
{
  take_session (self);
  mattra_row_cache_make_stale (self->cache);
  self->redraw = TRUE;
  ask (self);
  prefetch_again (self);
}

static void
session_changed_cb (MattraMeasureList *self,
                    GPtrArray         *measures)
{
  if (measures == NULL)
    {
      session_plan_cb (self);
      return;
    }
  ask (self);
  mattra_row_cache_reload (self->cache, measures);
}

static void
session_index_cb (MattraMeasureList *self)
{
  if (self->awaiting)
    ask (self);
  else
    prefetch (self);
}

/* The object */

static void
mattra_measure_list_get_property (GObject    *object,
                                  guint       property,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  if (property == PROP_PENDING)
    g_value_set_boolean (value, MATTRA_MEASURE_LIST (object)->pending);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
}

static void
mattra_measure_list_dispose (GObject *object)
{
  MattraMeasureList *self = MATTRA_MEASURE_LIST (object);

  if (self->cache != NULL)
    mattra_row_cache_forget (self->cache);
  g_clear_object (&self->cache);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (mattra_measure_list_parent_class)->dispose (object);
}

static void
mattra_measure_list_finalize (GObject *object)
{
  MattraMeasureList *self = MATTRA_MEASURE_LIST (object);

  g_atomic_int_inc (&self->ticket->newest);
  ticket_unref (self->ticket);
  mattra_view_clear (&self->view);
  g_clear_pointer (&self->marks, g_hash_table_unref);
  g_array_unref (self->keys);

  G_OBJECT_CLASS (mattra_measure_list_parent_class)->finalize (object);
}

static void
mattra_measure_list_class_init (MattraMeasureListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = mattra_measure_list_get_property;
  object_class->dispose = mattra_measure_list_dispose;
  object_class->finalize = mattra_measure_list_finalize;
  properties[PROP_PENDING] = g_param_spec_boolean ("pending", NULL, NULL, FALSE,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS
                                                   | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
mattra_measure_list_init (MattraMeasureList *self)
{
  self->keys = g_array_new (FALSE, FALSE, sizeof (MattraMeasureKey));
  self->ticket = g_new0 (Ticket, 1);
  g_atomic_ref_count_init (&self->ticket->refs);
}

/**
 * mattra_measure_list_new:
 * @session: a session
 *
 * Makes a list of what the session shows. It is empty at first; its keys come from the store thread, and the
 * measure of a row when the row was asked for.
 *
 * Returns: (transfer full): the list
 */
MattraMeasureList *
mattra_measure_list_new (MattraSession *session)
{
  MattraMeasureList *self;

  g_return_val_if_fail (MATTRA_IS_SESSION (session), NULL);

  self = g_object_new (MATTRA_TYPE_MEASURE_LIST, NULL);
  self->session = g_object_ref (session);
  self->cache = mattra_row_cache_new (session, rows_loaded_cb, self);
  g_signal_connect_swapped (session, "notify::plan", G_CALLBACK (session_plan_cb), self);
  g_signal_connect_swapped (session, "notify::round", G_CALLBACK (session_round_cb), self);
  g_signal_connect_swapped (session, "notify::filter", G_CALLBACK (session_filter_cb), self);
  g_signal_connect_swapped (session, "changed", G_CALLBACK (session_changed_cb), self);
  g_signal_connect_swapped (session, "index-ready", G_CALLBACK (session_index_cb), self);
  take_session (self);
  ask (self);
  return self;
}

/**
 * mattra_measure_list_set_search:
 * @self: a list
 * @text: (nullable): words that must all occur in a measure; %NULL or blank for all measures
 *
 * Shows only the measures that hold these words, wherever, whatever the script of digits, the era of years,
 * the form of sara am and the tone marks.
 */
void
mattra_measure_list_set_search (MattraMeasureList *self,
                                const char        *text)
{
  g_auto (GStrv) words = NULL;

  g_return_if_fail (MATTRA_IS_MEASURE_LIST (self));

  words = mattra_search_words (text);
  if (words == self->view.words
      || (words != NULL && self->view.words != NULL
          && g_strv_equal ((const char *const *) words, (const char *const *) self->view.words)))
    return;
  g_strfreev (self->view.words);
  self->view.words = g_steal_pointer (&words);
  ask (self);
}

/**
 * mattra_measure_list_prefetch_search:
 * @self: a list
 *
 * Reads what a search looks through, so that the first letter is answered at once: for when the search is
 * opened. It is read after what the list itself waits for, and again for another round or plan.
 */
void
mattra_measure_list_prefetch_search (MattraMeasureList *self)
{
  g_return_if_fail (MATTRA_IS_MEASURE_LIST (self));

  self->searches = TRUE;
  prefetch_again (self);
}

/**
 * mattra_measure_list_set_sort:
 * @self: a list
 * @field: (nullable): a field as in JSON; %NULL or "" for the order of the register
 * @descending: largest first
 *
 * Sorts the list: Thai as a dictionary does, numbers and days by what they are worth, blanks last. Measures
 * that are equal stay in the order of the register.
 */
void
mattra_measure_list_set_sort (MattraMeasureList *self,
                              const char        *field,
                              gboolean           descending)
{
  g_return_if_fail (MATTRA_IS_MEASURE_LIST (self));

  if (field != NULL && *field == '\0')
    field = NULL;
  if (g_strcmp0 (self->view.sort, field) == 0 && self->view.descending == descending)
    return;
  g_free (self->view.sort);
  self->view.sort = g_strdup (field);
  self->view.descending = descending;
  ask (self);
}

/**
 * mattra_measure_list_set_marked:
 * @self: a list
 * @marked: whether it tells what each measure is against the year before
 *
 * Has the years compared, or no longer.
 */
void
mattra_measure_list_set_marked (MattraMeasureList *self,
                                gboolean           marked)
{
  g_return_if_fail (MATTRA_IS_MEASURE_LIST (self));

  if (self->view.marked == !!marked)
    return;
  self->view.marked = !!marked;
  ask (self);
}

/**
 * mattra_measure_list_get_mark:
 * @self: a list
 * @id: ULID of a measure
 *
 * Returns: %MATTRA_YEAR_MARK_NEW or %MATTRA_YEAR_MARK_CHANGED where the years were compared and it is; else
 *   %MATTRA_YEAR_MARK_NONE
 */
MattraYearMark
mattra_measure_list_get_mark (MattraMeasureList *self,
                              const char        *id)
{
  g_return_val_if_fail (MATTRA_IS_MEASURE_LIST (self) && id != NULL, MATTRA_YEAR_MARK_NONE);

  return find_mark (self->marks, id);
}

/**
 * mattra_measure_list_find:
 * @self: a list
 * @id: ULID of a measure
 * @position: (out): where it stands
 *
 * Returns: whether the list holds it
 */
gboolean
mattra_measure_list_find (MattraMeasureList *self,
                          const char        *id,
                          guint             *position)
{
  g_return_val_if_fail (MATTRA_IS_MEASURE_LIST (self), FALSE);
  g_return_val_if_fail (id != NULL && position != NULL, FALSE);

  return strlen (id) == MATTRA_ULID_LENGTH && find (self, id, 0, position);
}

/**
 * mattra_measure_list_get_serial:
 * @self: a list
 *
 * Returns: a number that is another one once the list holds other measures, or the same in another order
 */
guint
mattra_measure_list_get_serial (MattraMeasureList *self)
{
  g_return_val_if_fail (MATTRA_IS_MEASURE_LIST (self), 0);

  return self->serial;
}

/**
 * mattra_measure_list_get_id:
 * @self: a list
 * @position: where
 *
 * Returns: (transfer none) (nullable): ULID of the measure there, without loading it; good until the list
 *   changes
 */
const char *
mattra_measure_list_get_id (MattraMeasureList *self,
                            guint              position)
{
  g_return_val_if_fail (MATTRA_IS_MEASURE_LIST (self), NULL);

  return position < self->keys->len ? g_array_index (self->keys, MattraMeasureKey, position).id : NULL;
}

/**
 * mattra_measure_list_peek:
 * @self: a list
 * @position: where
 *
 * Returns: (transfer none) (nullable): the measure there as the register has it, where it is loaded; nothing is
 *   loaded for it
 */
MattraMeasure *
mattra_measure_list_peek (MattraMeasureList *self,
                          guint              position)
{
  MattraMeasureRow *row = NULL;

  g_return_val_if_fail (MATTRA_IS_MEASURE_LIST (self), NULL);

  if (position < self->keys->len)
    row = mattra_row_cache_lookup (self->cache, g_array_index (self->keys, MattraMeasureKey, position).id);
  return row != NULL && !row->stale ? row->measure : NULL;
}

/**
 * mattra_measure_list_get_sorted:
 * @self: a list
 *
 * Returns: whether it is in another order than that of the register
 */
gboolean
mattra_measure_list_get_sorted (MattraMeasureList *self)
{
  g_return_val_if_fail (MATTRA_IS_MEASURE_LIST (self), FALSE);

  return self->view.sort != NULL;
}

/**
 * mattra_measure_list_get_pending:
 * @self: a list
 *
 * Returns: whether keys are being loaded, filtered or sorted
 */
gboolean
mattra_measure_list_get_pending (MattraMeasureList *self)
{
  g_return_val_if_fail (MATTRA_IS_MEASURE_LIST (self), FALSE);

  return self->pending;
}
