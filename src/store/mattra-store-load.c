/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-store-private.h"

#include <glib/gi18n-lib.h>

#include "mattra-file-source.h"

/* Measures are read by pages: one statement each for the measures of a page and for every sort of row
 * that hangs on them, however many there are. Nothing stays open between two pages. */

#define PAGE_SIZE 256

typedef struct
{
  MattraStore *store;
  const char *plan;
  GPtrArray *measures;     /* (element-type MattraMeasure) */
  GHashTable *by_id;       /* (element-type utf8 MattraMeasure) */
  GHashTable *answers;     /* (element-type utf8 MattraAnswer) */
  GPtrArray *divisions;    /* (element-type utf8) (nullable): ULIDs of the plan's divisions */
  MattraMeasure *measure;  /* of the row before: rows of a measure mostly follow each other */
  MattraParty *party;
} Page;

static void
page_clear (Page *self)
{
  g_clear_pointer (&self->measures, g_ptr_array_unref);
  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_pointer (&self->answers, g_hash_table_unref);
  g_clear_pointer (&self->divisions, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Page, page_clear)

static Page
page_new (MattraStore *store,
          const char  *plan)
{
  return (Page) {
    .store = store,
    .plan = plan,
    .measures = g_ptr_array_new_with_free_func (g_object_unref),
    .by_id = g_hash_table_new (g_str_hash, g_str_equal),
    .answers = g_hash_table_new (g_str_hash, g_str_equal),
  };
}

static MattraMeasure *
find_measure (Page       *self,
              const char *id)
{
  if (self->measure == NULL || strcmp (mattra_measure_get_id (self->measure), id) != 0)
    self->measure = g_hash_table_lookup (self->by_id, id);
  return self->measure;
}

static gboolean
take_measure (const MattraValue *row,
              gpointer           user_data)
{
  Page *page = user_data;
  MattraMeasure *measure = mattra_measure_new ();

  mattra_measure_set_id (measure, mattra_value_get_text (&row[0]));
  mattra_measure_set_sort_key (measure, mattra_value_get_text (&row[1]));
  mattra_measure_set_number (measure, row[2].integer);
  mattra_measure_set_title (measure, mattra_value_get_text (&row[3]));
  mattra_measure_set_section (measure, mattra_value_get_text (&row[4]));
  mattra_measure_set_period_text (measure, mattra_value_get_text (&row[5]));
  mattra_measure_set_period_start (measure, mattra_value_get_date (&row[6]));
  mattra_measure_set_period_end (measure, mattra_value_get_date (&row[7]));
  mattra_measure_set_ita_indicator (measure, row[8].integer);
  mattra_measure_set_topic (measure, row[9].integer);
  mattra_measure_set_recurrence (measure, row[10].integer);
  g_ptr_array_add (page->measures, measure);
  g_hash_table_insert (page->by_id, (gpointer) mattra_measure_get_id (measure), measure);
  return TRUE;
}

static gboolean
take_answer (const MattraValue *row,
             gpointer           user_data)
{
  Page *page = user_data;
  MattraMeasure *measure = find_measure (page, mattra_value_get_text (&row[1]));
  MattraRound round = MATTRA_ROUND_NONE;
  MattraStatus stated = MATTRA_STATUS_NONE;
  MattraAnswer *answer;

  if (measure == NULL)
    return TRUE;
  if (row[2].type == MATTRA_VALUE_TEXT)
    mattra_round_from_string (row[2].data, &round);
  answer = mattra_measure_ensure_answer (measure, round, mattra_value_get_text (&row[3]));
  mattra_answer_set_id (answer, mattra_value_get_text (&row[0]));
  if (row[4].type == MATTRA_VALUE_TEXT && mattra_status_from_string (row[4].data, &stated))
    mattra_answer_set_stated (answer, stated);
  g_hash_table_insert (page->answers, (gpointer) mattra_answer_get_id (answer), answer);
  return TRUE;
}

static MattraItem *
item_new (const MattraValue *row)
{
  MattraItem *item = mattra_item_new (mattra_value_get_text (&row[5]));

  mattra_value_copy_text (&item->id, &row[0]);
  mattra_value_copy_text (&item->sort_key, &row[4]);
  mattra_value_copy_text (&item->label, &row[6]);
  item->none = row[7].integer != 0;
  return item;
}

static gboolean
take_item (const MattraValue *row,
           gpointer           user_data)
{
  Page *page = user_data;
  MattraMeasure *measure = find_measure (page, mattra_value_get_text (&row[1]));
  MattraAnswer *answer;
  MattraItemKind kind;

  if (measure == NULL || !mattra_item_kind_from_string (mattra_value_get_text (&row[2]), &kind))
    return TRUE;
  if (row[3].type != MATTRA_VALUE_TEXT)
    {
      mattra_measure_take_item (measure, kind, item_new (row));
      return TRUE;
    }
  answer = g_hash_table_lookup (page->answers, row[3].data);
  if (answer != NULL)
    mattra_answer_take_item (answer, kind, item_new (row));
  return TRUE;
}

static gboolean
take_review (const MattraValue *row,
             gpointer           user_data)
{
  Page *page = user_data;
  MattraMeasure *measure = find_measure (page, mattra_value_get_text (&row[1]));

  if (measure != NULL)
    g_ptr_array_add (mattra_measure_get_reviews (measure), mattra_store_read_review (row));
  return TRUE;
}

static gboolean
take_carried (const MattraValue *row,
              gpointer           user_data)
{
  MattraMeasure *measure = find_measure (user_data, mattra_value_get_text (&row[1]));

  if (measure != NULL)
    g_ptr_array_add (mattra_measure_get_carried (measure), mattra_store_read_carried (row));
  return TRUE;
}

static gboolean
take_evidence (const MattraValue *row,
               gpointer           user_data)
{
  MattraMeasure *measure = find_measure (user_data, mattra_value_get_text (&row[1]));

  if (measure != NULL)
    g_ptr_array_add (mattra_measure_get_evidence (measure), mattra_store_read_evidence (row));
  return TRUE;
}

static gboolean
take_tick (const MattraValue *row,
           gpointer           user_data)
{
  Page *page = user_data;
  MattraMeasure *measure = find_measure (page, mattra_value_get_text (&row[1]));
  MattraRound round = MATTRA_ROUND_NONE;

  if (measure == NULL || row[2].type != MATTRA_VALUE_TEXT || !mattra_round_from_string (row[2].data, &round))
    return TRUE;
  mattra_measure_take_tick (measure, mattra_tick_new (mattra_value_get_text (&row[0]), round,
                                                      mattra_value_get_text (&row[3]), row[4].integer));
  return TRUE;
}

static gboolean
take_division (const MattraValue *row,
               gpointer           user_data)
{
  g_ptr_array_add (user_data, g_strdup (mattra_value_get_text (&row[0])));
  return TRUE;
}

static void
add_all_divisions (Page        *page,
                   MattraParty *party)
{
  for (guint i = 0; i < page->divisions->len; i++)
    g_ptr_array_add (party->divisions, g_strdup (g_ptr_array_index (page->divisions, i)));
}

/* A row for each division of a party: those of one party follow each other. */
static gboolean
take_party (const MattraValue *row,
            gpointer           user_data)
{
  Page *page = user_data;
  MattraMeasure *measure = find_measure (page, mattra_value_get_text (&row[1]));

  if (measure == NULL)
    return TRUE;
  if (page->party == NULL || g_strcmp0 (page->party->id, mattra_value_get_text (&row[0])) != 0)
    {
      page->party = mattra_party_new (mattra_value_get_text (&row[2]));
      mattra_value_copy_text (&page->party->id, &row[0]);
      page->party->corrected = row[3].integer != 0;
      mattra_measure_take_party (measure, page->party);
    }
  if (row[4].type != MATTRA_VALUE_TEXT)
    return TRUE;
  if (row[5].type == MATTRA_VALUE_TEXT)
    g_ptr_array_add (page->party->divisions, g_strdup (row[5].data));
  else
    add_all_divisions (page, page->party);
  return TRUE;
}

static MattraQuestion *
read_question (const MattraValue *row)
{
  gboolean unparsed = g_strcmp0 (mattra_value_get_text (&row[2]), "unparsed") == 0;
  MattraQuestion *question
      = mattra_question_new (unparsed ? MATTRA_QUESTION_UNPARSED : MATTRA_QUESTION_ASKED, row[3].integer,
                             mattra_value_get_text (&row[4]), mattra_value_get_text (&row[5]),
                             mattra_value_get_text (&row[6]), mattra_value_get_text (&row[7]));

  mattra_value_copy_text (&question->id, &row[0]);
  return question;
}

static gboolean
take_question (const MattraValue *row,
               gpointer           user_data)
{
  MattraMeasure *measure = find_measure (user_data, mattra_value_get_text (&row[1]));

  if (measure != NULL)
    mattra_measure_take_question (measure, read_question (row));
  return TRUE;
}

static gboolean
take_document_question (const MattraValue *row,
                        gpointer           user_data)
{
  g_ptr_array_add (user_data, read_question (row));
  return TRUE;
}

static int
compare_items (gconstpointer a,
               gconstpointer b)
{
  const MattraItem *one = *(const MattraItem *const *) a;
  const MattraItem *other = *(const MattraItem *const *) b;
  int order = g_strcmp0 (one->sort_key, other->sort_key);

  return order != 0 ? order : g_strcmp0 (one->id, other->id);
}

/* Rows come in the order in which they were written, which is nearly always the right one. */
static void
sort_items (GPtrArray *items)
{
  for (guint i = 1; i < items->len; i++)
    if (compare_items (&g_ptr_array_index (items, i - 1), &g_ptr_array_index (items, i)) > 0)
      {
        g_ptr_array_sort (items, compare_items);
        return;
      }
}

static int
compare_answers (gconstpointer a,
                 gconstpointer b)
{
  MattraAnswer *one = *(MattraAnswer *const *) a;
  MattraAnswer *other = *(MattraAnswer *const *) b;
  int order = (int) mattra_answer_get_round (one) - (int) mattra_answer_get_round (other);

  return order != 0 ? order : g_strcmp0 (mattra_answer_get_division (one), mattra_answer_get_division (other));
}

static void
sort_measure (MattraMeasure *measure)
{
  GPtrArray *answers = mattra_measure_get_answers (measure);

  for (guint kind = 0; kind < MATTRA_N_MEASURE_ITEM_KINDS; kind++)
    sort_items (mattra_measure_get_items (measure, kind));
  g_ptr_array_sort (answers, compare_answers);
  for (guint i = 0; i < answers->len; i++)
    for (guint kind = MATTRA_N_MEASURE_ITEM_KINDS; kind < MATTRA_N_ITEM_KINDS; kind++)
      sort_items (mattra_answer_get_items (g_ptr_array_index (answers, i), kind));
}

static const struct
{
  MattraQuery of_page;
  MattraQuery of_keys;
  MattraRowFunc func;
} part_rows[] = {
  { MATTRA_QUERY_PAGE_ANSWERS, MATTRA_QUERY_KEYED_ANSWERS, take_answer },
  { MATTRA_QUERY_PAGE_ITEMS, MATTRA_QUERY_KEYED_ITEMS, take_item },
  { MATTRA_QUERY_PAGE_TICKS, MATTRA_QUERY_KEYED_TICKS, take_tick },
  { MATTRA_QUERY_PAGE_REVIEWS, MATTRA_QUERY_KEYED_REVIEWS, take_review },
  { MATTRA_QUERY_PAGE_CARRIED, MATTRA_QUERY_KEYED_CARRIED, take_carried },
  { MATTRA_QUERY_PAGE_EVIDENCE, MATTRA_QUERY_KEYED_EVIDENCE, take_evidence },
  { MATTRA_QUERY_PAGE_PARTIES, MATTRA_QUERY_KEYED_PARTIES, take_party },
  { MATTRA_QUERY_PAGE_QUESTIONS, MATTRA_QUERY_KEYED_QUESTIONS, take_question },
};

/* Reads what hangs on the page's measures: @values are the plan and what names them. */
static gboolean
load_rows (Page               *self,
           gboolean            keyed,
           const MattraValue  *values,
           guint               n_values,
           GError            **error)
{
  self->divisions = g_ptr_array_new_with_free_func (g_free);
  if (!mattra_store_query (self->store, MATTRA_QUERY_DIVISION_IDS, values, 1, take_division, self->divisions, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (part_rows); i++)
    if (!mattra_store_query (self->store, keyed ? part_rows[i].of_keys : part_rows[i].of_page, values, n_values,
                             part_rows[i].func, self, error))
      return FALSE;
  for (guint i = 0; i < self->measures->len; i++)
    sort_measure (g_ptr_array_index (self->measures, i));
  return TRUE;
}

/* The rows of all measures between its first and last. */
static gboolean
load_parts (Page    *self,
            GError **error)
{
  MattraMeasure *first = g_ptr_array_index (self->measures, 0);
  MattraMeasure *last = g_ptr_array_index (self->measures, self->measures->len - 1);
  MattraValue range[] = {
    mattra_value_text (self->plan),
    mattra_value_text (mattra_measure_get_sort_key (first)),
    mattra_value_text (mattra_measure_get_sort_key (last)),
  };

  return load_rows (self, FALSE, range, G_N_ELEMENTS (range), error);
}

static gboolean
load_page (Page        *self,
           const char  *division,
           const char  *after_key,
           const char  *after_id,
           guint        limit,
           GError     **error)
{
  MattraValue values[] = {
    mattra_value_text (self->plan), mattra_value_text (after_key), mattra_value_text (after_id),
    mattra_value_integer (limit), mattra_value_text (division),
  };

  if (!mattra_store_query (self->store, MATTRA_QUERY_PAGE_MEASURES, values, G_N_ELEMENTS (values), take_measure,
                           self, error))
    return FALSE;
  return self->measures->len == 0 || load_parts (self, error);
}

/* Some measures, wherever they stand */

static gboolean
load_keyed (Page                    *self,
            const MattraMeasureKey  *keys,
            guint                    n_keys,
            GError                 **error)
{
  MattraValue values[1 + MATTRA_QUERY_N_KEYS];

  values[0] = mattra_value_text (self->plan);
  for (guint i = 0; i < MATTRA_QUERY_N_KEYS; i++)
    values[1 + i] = i < n_keys ? mattra_value_text (keys[i].id) : mattra_value_null ();
  if (!mattra_store_query (self->store, MATTRA_QUERY_KEYED_MEASURES, values, G_N_ELEMENTS (values), take_measure,
                           self, error))
    return FALSE;
  return self->measures->len == 0 || load_rows (self, TRUE, values, G_N_ELEMENTS (values), error);
}

static gboolean
add_keyed (MattraStore             *self,
           const char              *plan,
           const MattraMeasureKey  *keys,
           guint                    n_keys,
           GPtrArray               *measures,
           GError                 **error)
{
  g_auto (Page) page = page_new (self, plan);

  if (!load_keyed (&page, keys, n_keys, error))
    return FALSE;
  for (guint i = 0; i < n_keys; i++)
    {
      MattraMeasure *measure = g_hash_table_lookup (page.by_id, keys[i].id);

      if (measure != NULL)
        g_ptr_array_add (measures, g_object_ref (measure));
    }
  return TRUE;
}

/**
 * mattra_store_load_measures:
 * @self: a register
 * @plan: ULID of a plan
 * @keys: (array length=n_keys): measures of it, in any order
 * @n_keys: how many; a page of a list
 * @error: why they could not be read
 *
 * Reads some measures with all that hangs on them. Those that are gone meanwhile are left out.
 *
 * Returns: (transfer full) (element-type MattraMeasure) (nullable): the measures, in the order of @keys
 */
GPtrArray *
mattra_store_load_measures (MattraStore             *self,
                            const char              *plan,
                            const MattraMeasureKey  *keys,
                            guint                    n_keys,
                            GError                 **error)
{
  g_autoptr (GPtrArray) measures = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (MATTRA_IS_STORE (self), NULL);
  g_return_val_if_fail (plan != NULL && (keys != NULL || n_keys == 0), NULL);

  for (guint i = 0; i < n_keys; i += MATTRA_QUERY_N_KEYS)
    if (!add_keyed (self, plan, &keys[i], MIN (MATTRA_QUERY_N_KEYS, n_keys - i), measures, error))
      return NULL;
  return g_steal_pointer (&measures);
}

/* The stream of a plan's measures */

#define MATTRA_TYPE_STORE_SOURCE (mattra_store_source_get_type ())

G_DECLARE_FINAL_TYPE (MattraStoreSource, mattra_store_source, MATTRA, STORE_SOURCE, GObject)

struct _MattraStoreSource
{
  GObject parent_instance;

  MattraStore *store;
  char *plan;
  char *division;

  GPtrArray *page;
  guint next;
  char *after_key;
  char *after_id;
  gboolean at_end;
};

static gboolean
source_rewind (MattraMeasureSource  *source,
               GError              **error)
{
  MattraStoreSource *self = MATTRA_STORE_SOURCE (source);

  g_clear_pointer (&self->page, g_ptr_array_unref);
  g_free (self->after_key);
  g_free (self->after_id);
  self->after_key = g_strdup ("");
  self->after_id = g_strdup ("");
  self->next = 0;
  self->at_end = FALSE;
  return TRUE;
}

static gboolean
next_page (MattraStoreSource  *self,
           GError            **error)
{
  g_auto (Page) page = page_new (self->store, self->plan);
  MattraMeasure *last;

  g_clear_pointer (&self->page, g_ptr_array_unref);
  if (!load_page (&page, self->division, self->after_key, self->after_id, PAGE_SIZE, error))
    return FALSE;
  self->next = 0;
  self->at_end = page.measures->len < PAGE_SIZE;
  self->page = g_steal_pointer (&page.measures);
  if (self->page->len == 0)
    return TRUE;
  last = g_ptr_array_index (self->page, self->page->len - 1);
  g_free (self->after_key);
  g_free (self->after_id);
  self->after_key = g_strdup (mattra_measure_get_sort_key (last));
  self->after_id = g_strdup (mattra_measure_get_id (last));
  return TRUE;
}

static MattraMeasure *
source_next (MattraMeasureSource  *source,
             GError              **error)
{
  MattraStoreSource *self = MATTRA_STORE_SOURCE (source);
  gboolean used_up = self->page == NULL || self->next >= self->page->len;
  MattraMeasure *measure;

  if (used_up && (self->at_end || !next_page (self, error)))
    return NULL;
  if (self->next >= self->page->len)
    return NULL;
  measure = g_object_ref (g_ptr_array_index (self->page, self->next));
  self->next++;
  return measure;
}

static void
source_interface_init (MattraMeasureSourceInterface *iface)
{
  iface->rewind = source_rewind;
  iface->next = source_next;
}

/* The files that the measures name are in the same register. */
static GBytes *
source_load (MattraFileSource  *source,
             const char        *sha256,
             GError           **error)
{
  return mattra_store_load_blob (MATTRA_STORE_SOURCE (source)->store, sha256, error);
}

static void
file_interface_init (MattraFileSourceInterface *iface)
{
  iface->load = source_load;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (MattraStoreSource, mattra_store_source, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (MATTRA_TYPE_MEASURE_SOURCE, source_interface_init)
                               G_IMPLEMENT_INTERFACE (MATTRA_TYPE_FILE_SOURCE, file_interface_init))

static void
mattra_store_source_finalize (GObject *object)
{
  MattraStoreSource *self = MATTRA_STORE_SOURCE (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->page, g_ptr_array_unref);
  g_free (self->plan);
  g_free (self->division);
  g_free (self->after_key);
  g_free (self->after_id);

  G_OBJECT_CLASS (mattra_store_source_parent_class)->finalize (object);
}

static void
mattra_store_source_class_init (MattraStoreSourceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mattra_store_source_finalize;
}

static void
mattra_store_source_init (MattraStoreSource *self)
{
  self->after_key = g_strdup ("");
  self->after_id = g_strdup ("");
}

/**
 * mattra_store_list_measures:
 * @self: a register
 * @plan: ULID of a plan
 * @division: (nullable): ULID of a division whose measures alone are wanted; "" for those of no
 *   division (ยังไม่ระบุส่วนราชการ); %NULL for all
 * @error: unused; reading begins with the first measure
 *
 * Streams a plan's measures in their order. They are read a page at a time; what others write
 * meanwhile may or may not be seen.
 *
 * Returns: (transfer full): the source
 */
MattraMeasureSource *
mattra_store_list_measures (MattraStore  *self,
                            const char   *plan,
                            const char   *division,
                            GError      **error)
{
  MattraStoreSource *source;

  g_return_val_if_fail (MATTRA_IS_STORE (self), NULL);
  g_return_val_if_fail (plan != NULL, NULL);

  source = g_object_new (MATTRA_TYPE_STORE_SOURCE, NULL);
  source->store = g_object_ref (self);
  source->plan = g_strdup (plan);
  source->division = g_strdup (division);
  return MATTRA_MEASURE_SOURCE (source);
}

/**
 * mattra_store_list_measures_after:
 * @self: a register
 * @plan: ULID of a plan
 * @after: (nullable): a measure as it was read; %NULL to begin with the first one
 *
 * Streams those of a plan's measures that stand behind the place where @after stood.
 *
 * Returns: (transfer full): the source; when it is rewound it begins with the first measure
 */
MattraMeasureSource *
mattra_store_list_measures_after (MattraStore   *self,
                                  const char    *plan,
                                  MattraMeasure *after)
{
  MattraMeasureSource *source = mattra_store_list_measures (self, plan, NULL, NULL);

  if (source == NULL || after == NULL)
    return source;
  g_free (MATTRA_STORE_SOURCE (source)->after_key);
  g_free (MATTRA_STORE_SOURCE (source)->after_id);
  MATTRA_STORE_SOURCE (source)->after_key = g_strdup (mattra_measure_get_sort_key (after));
  MATTRA_STORE_SOURCE (source)->after_id = g_strdup (mattra_measure_get_id (after));
  return source;
}

/* One measure */

static gboolean
take_measure_key (const MattraValue *row,
                  gpointer           user_data)
{
  GPtrArray *keys = user_data;

  g_ptr_array_add (keys, g_strdup (mattra_value_get_text (&row[0])));
  g_ptr_array_add (keys, g_strdup (mattra_value_get_text (&row[1])));
  return TRUE;
}

/* Finds id and sort key by ULID or by number. */
static gboolean
find_keys (MattraStore  *self,
           const char   *plan,
           const char   *name,
           GPtrArray    *keys,
           GError      **error)
{
  MattraValue values[] = { mattra_value_text (plan), mattra_value_text (name) };
  gint64 number;

  if (mattra_ulid_is_valid (name))
    return mattra_store_query (self, MATTRA_QUERY_MEASURE_BY_ID, values, 2, take_measure_key, keys, error);
  if (!g_ascii_string_to_signed (name, 10, 1, G_MAXINT32, &number, NULL))
    return TRUE;
  values[1] = mattra_value_integer (number);
  return mattra_store_query (self, MATTRA_QUERY_MEASURE_BY_NUMBER, values, 2, take_measure_key, keys, error);
}

static void
set_not_found (MattraStore  *self,
               const char   *name,
               GError      **error)
{
  g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_NOT_FOUND, _ ("%s holds no measure “%s”"), self->path, name);
}

static gboolean
check_keys (MattraStore  *self,
            const char   *name,
            GPtrArray    *keys,
            GError      **error)
{
  if (keys->len == 2)
    return TRUE;
  if (keys->len == 0)
    set_not_found (self, name, error);
  else
    g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID,
                 _ ("several measures have the number %s; name one by its key: %s, %s"), name,
                 (const char *) g_ptr_array_index (keys, 0), (const char *) g_ptr_array_index (keys, 2));
  return FALSE;
}

/* By its key: another process may have taken the measure away since it was found. */
static gboolean
load_one (Page        *page,
          const char  *name,
          const char  *id,
          GError     **error)
{
  MattraMeasureKey key = { 0 };

  g_strlcpy (key.id, id, sizeof key.id);
  if (!load_keyed (page, &key, 1, error))
    return FALSE;
  if (page->measures->len == 1)
    return TRUE;
  set_not_found (page->store, name, error);
  return FALSE;
}

/**
 * mattra_store_load_measure:
 * @self: a register
 * @plan: ULID of a plan
 * @name: ULID of a measure, or its number in western digits
 * @error: why not: %MATTRA_ERROR_NOT_FOUND, %MATTRA_ERROR_INVALID for a number that several have
 *
 * Reads one measure with all that hangs on it.
 *
 * Returns: (transfer full) (nullable): the measure
 */
MattraMeasure *
mattra_store_load_measure (MattraStore  *self,
                           const char   *plan,
                           const char   *name,
                           GError      **error)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  g_auto (Page) page = page_new (self, plan);

  g_return_val_if_fail (MATTRA_IS_STORE (self), NULL);
  g_return_val_if_fail (plan != NULL && name != NULL, NULL);

  if (!find_keys (self, plan, name, keys, error) || !check_keys (self, name, keys, error))
    return NULL;
  if (!load_one (&page, name, g_ptr_array_index (keys, 0), error))
    return NULL;
  return g_object_ref (g_ptr_array_index (page.measures, 0));
}

/**
 * mattra_store_list_questions:
 * @self: a register
 * @plan: ULID of a plan
 * @error: why they could not be read
 *
 * Lists what imports could not decide about their documents as wholes, and nobody has settled. The questions
 * about a measure come with it.
 *
 * Returns: (transfer full) (element-type MattraQuestion) (nullable): the open questions
 */
GPtrArray *
mattra_store_list_questions (MattraStore  *self,
                             const char   *plan,
                             GError      **error)
{
  g_autoptr (GPtrArray) questions = g_ptr_array_new_with_free_func ((GDestroyNotify) mattra_question_free);
  MattraValue key = mattra_value_text (plan);

  g_return_val_if_fail (MATTRA_IS_STORE (self), NULL);
  g_return_val_if_fail (plan != NULL, NULL);

  if (!mattra_store_query (self, MATTRA_QUERY_QUESTIONS_OF_DOCUMENT, &key, 1, take_document_question, questions,
                           error))
    return NULL;
  return g_steal_pointer (&questions);
}
