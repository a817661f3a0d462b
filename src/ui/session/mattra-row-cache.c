/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-row-cache.h"

#include "mattra-session-private.h"

#define ROWS_KEPT 1024

struct _MattraRowCache
{
  GObject parent_instance;

  MattraSession *session;
  MattraRowsLoadedFunc func; /* NULL once its list is gone */
  gpointer user_data;
  GHashTable *by_key; /* (element-type utf8 MattraMeasureRow) */
  GQueue recent;
};

G_DEFINE_FINAL_TYPE (MattraRowCache, mattra_row_cache, G_TYPE_OBJECT)

static void
drop_row (MattraRowCache   *self,
          MattraMeasureRow *row)
{
  g_queue_unlink (&self->recent, &row->link);
  g_hash_table_remove (self->by_key, row->key.id);
}

static void
mattra_row_cache_dispose (GObject *object)
{
  MattraRowCache *self = MATTRA_ROW_CACHE (object);

  while (self->recent.head != NULL)
    drop_row (self, self->recent.head->data);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (mattra_row_cache_parent_class)->dispose (object);
}

static void
mattra_row_cache_finalize (GObject *object)
{
  g_hash_table_unref (MATTRA_ROW_CACHE (object)->by_key);

  G_OBJECT_CLASS (mattra_row_cache_parent_class)->finalize (object);
}

static void
mattra_row_cache_class_init (MattraRowCacheClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = mattra_row_cache_dispose;
  object_class->finalize = mattra_row_cache_finalize;
}

static void
mattra_row_cache_init (MattraRowCache *self)
{
  self->by_key = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
}

/**
 * mattra_row_cache_new:
 * @session: a session
 * @func: told of rows that were loaded, until mattra_row_cache_forget()
 * @user_data: given to @func
 *
 * Returns: (transfer full): an empty cache
 */
MattraRowCache *
mattra_row_cache_new (MattraSession        *session,
                      MattraRowsLoadedFunc  func,
                      gpointer              user_data)
{
  MattraRowCache *self = g_object_new (MATTRA_TYPE_ROW_CACHE, NULL);

  self->session = g_object_ref (session);
  self->func = func;
  self->user_data = user_data;
  return self;
}

/**
 * mattra_row_cache_forget:
 * @self: a cache
 *
 * Tells nobody any more what was loaded.
 */
void
mattra_row_cache_forget (MattraRowCache *self)
{
  self->func = NULL;
}

/**
 * mattra_row_cache_lookup:
 * @self: a cache
 * @id: ULID of a measure
 *
 * Returns: (transfer none) (nullable): its row, where it is kept
 */
MattraMeasureRow *
mattra_row_cache_lookup (MattraRowCache *self,
                         const char     *id)
{
  return g_hash_table_lookup (self->by_key, id);
}

/**
 * mattra_row_cache_ensure:
 * @self: a cache
 * @key: a measure
 *
 * Returns: (transfer none): its row, made where it is not kept; that used longest ago may go for it
 */
MattraMeasureRow *
mattra_row_cache_ensure (MattraRowCache         *self,
                         const MattraMeasureKey *key)
{
  MattraMeasureRow *row = g_hash_table_lookup (self->by_key, key->id);

  if (row != NULL)
    g_queue_unlink (&self->recent, &row->link);
  else
    {
      row = g_object_new (MATTRA_TYPE_MEASURE_ROW, NULL);
      row->key = *key;
      g_hash_table_insert (self->by_key, row->key.id, row);
    }
  g_queue_push_head_link (&self->recent, &row->link);
  while (self->recent.length > ROWS_KEPT)
    drop_row (self, self->recent.tail->data);
  return row;
}

/**
 * mattra_row_cache_make_stale:
 * @self: a cache
 *
 * Has every row loaded again when it is next asked for; until then it shows what it had.
 */
void
mattra_row_cache_make_stale (MattraRowCache *self)
{
  for (GList *link = self->recent.head; link != NULL; link = link->next)
    ((MattraMeasureRow *) link->data)->stale = TRUE;
}

/* Loading */

typedef struct
{
  GWeakRef cache;
  MattraIndex *index;
  GArray *keys; /* (element-type MattraMeasureKey) */
  guint hint;
  GPtrArray *measures;
} Page;

static void
page_free (gpointer data)
{
  Page *page = data;

  g_weak_ref_clear (&page->cache);
  mattra_index_unref (page->index);
  g_array_unref (page->keys);
  g_clear_pointer (&page->measures, g_ptr_array_unref);
  g_free (page);
}

static gboolean
run_page (MattraStore  *store,
          gpointer      data,
          GError      **error)
{
  Page *page = data;
  const char *plan = mattra_plan_get_id (mattra_index_get_plan (page->index));

  page->measures = mattra_store_load_measures (store, plan, &g_array_index (page->keys, MattraMeasureKey, 0),
                                               page->keys->len, error);
  return page->measures != NULL;
}

static void
take_measures (MattraRowCache *self,
               const Page     *page)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < page->measures->len; i++)
    {
      MattraMeasure *measure = g_ptr_array_index (page->measures, i);
      MattraMeasureRow *row = mattra_row_cache_lookup (self, mattra_measure_get_id (measure));

      if (row == NULL)
        continue;
      g_set_object (&row->measure, measure);
      row->stale = FALSE;
      g_ptr_array_add (rows, g_object_ref (row));
    }
  if (self->func != NULL)
    self->func (rows, page->hint, self->user_data);
}

static void
page_done (gpointer      data,
           const GError *error)
{
  const Page *page = data;
  g_autoptr (MattraRowCache) self = g_weak_ref_get (&((Page *) data)->cache);

  if (self == NULL || self->session == NULL)
    return;
  for (guint i = 0; i < page->keys->len; i++)
    {
      MattraMeasureRow *row = mattra_row_cache_lookup (self, g_array_index (page->keys, MattraMeasureKey, i).id);

      if (row != NULL)
        row->loading = FALSE;
    }
  if (error != NULL)
    g_signal_emit_by_name (self->session, "failed", error);
  else
    take_measures (self, page);
}

/* Takes over @keys. */
static void
push (MattraRowCache   *self,
      MattraWorkerKind  kind,
      GArray           *keys,
      guint             hint)
{
  Page *page;

  if (keys->len == 0)
    {
      g_array_unref (keys);
      return;
    }
  page = g_new0 (Page, 1);
  g_weak_ref_init (&page->cache, self);
  page->index = mattra_index_ref (mattra_session_get_index (self->session));
  page->keys = keys;
  page->hint = hint;
  mattra_session_push (self->session, kind, run_page, page_done, page, page_free);
}

/**
 * mattra_row_cache_load:
 * @self: a cache
 * @kind: whether somebody waits for them
 * @keys: (array length=n_keys): measures
 * @n_keys: how many
 * @hint: position of the first
 *
 * Loads those of a page that are not loaded yet, or stale.
 */
void
mattra_row_cache_load (MattraRowCache         *self,
                       MattraWorkerKind        kind,
                       const MattraMeasureKey *keys,
                       guint                   n_keys,
                       guint                   hint)
{
  GArray *wanted = g_array_new (FALSE, FALSE, sizeof (MattraMeasureKey));

  for (guint i = 0; i < n_keys; i++)
    {
      MattraMeasureRow *row = mattra_row_cache_ensure (self, &keys[i]);

      if (row->loading || (row->measure != NULL && !row->stale))
        continue;
      row->loading = TRUE;
      g_array_append_val (wanted, row->key);
    }
  push (self, kind, wanted, hint);
}

/**
 * mattra_row_cache_reload:
 * @self: a cache
 * @measures: (element-type utf8): ULIDs of measures that were changed
 *
 * Loads those of them that are kept again.
 */
void
mattra_row_cache_reload (MattraRowCache *self,
                         GPtrArray      *measures)
{
  GArray *wanted = g_array_new (FALSE, FALSE, sizeof (MattraMeasureKey));

  for (guint i = 0; i < measures->len; i++)
    {
      MattraMeasureRow *row = mattra_row_cache_lookup (self, g_ptr_array_index (measures, i));

      if (row != NULL)
        g_array_append_val (wanted, row->key);
    }
  push (self, MATTRA_WORKER_ASK, wanted, 0);
}
