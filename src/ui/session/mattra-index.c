/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-index.h"

#include <string.h>

#include "mattra-cell.h"
#include "mattra-compare-years.h"
#include "mattra-search.h"

/* Measures that one step reads: as many as the store reads at once, so that nothing read before an act is
 * looked at after it. */
#define STEP_SIZE 256

struct _MattraIndex
{
  gatomicrefcount refs;
  MattraPlan *plan;
  MattraDate day;

  GPtrArray *entries;   /* (element-type MattraEntry): in the order of the register once complete */
  GHashTable *by_key;   /* (element-type utf8 MattraEntry) */
  guint facets;         /* complete ones */
  guint wanted;         /* those that the running pass makes */
  MattraMeasure *last;  /* that the running pass looked at; the register itself is not held between two steps */

  GPtrArray *extras;    /* (element-type utf8): heads of the office's own columns */

  MattraRound text_round;
  MattraSort sort;

  /* What was found last, to look no further when one goes on typing. */
  gboolean found_valid;
  MattraView found_view;
  GPtrArray *found;     /* (element-type MattraEntry) */
  GPtrArray *sorted;    /* (element-type MattraEntry) (nullable) */
  gboolean sorted_descending;
};

/* Views */

/**
 * mattra_view_copy:
 * @self: (out caller-allocates): a view
 * @view: another
 *
 * Makes @self a copy of @view.
 */
void
mattra_view_copy (MattraView       *self,
                  const MattraView *view)
{
  *self = *view;
  mattra_filter_copy (&self->filter, &view->filter);
  self->words = g_strdupv (view->words);
  self->sort = g_strdup (view->sort);
}

/**
 * mattra_view_clear:
 * @self: a view
 *
 * Frees what a view holds.
 */
void
mattra_view_clear (MattraView *self)
{
  mattra_filter_clear (&self->filter);
  g_clear_pointer (&self->words, g_strfreev);
  g_clear_pointer (&self->sort, g_free);
}

/**
 * mattra_view_is_plain:
 * @self: a view
 *
 * Returns: whether the keys of the register answer it, without an index
 */
gboolean
mattra_view_is_plain (const MattraView *self)
{
  return mattra_filter_is_plain (&self->filter) && self->words == NULL && self->sort == NULL && !self->marked;
}

/* The index */

static void
free_entry (gpointer data)
{
  MattraEntry *entry = data;

  g_free (entry->sort_key);
  g_free (entry->title);
  g_free (entry->period_text);
  mattra_standing_clear (&entry->standing);
  g_free (entry->text);
  g_free (entry->sort_text);
  g_free (entry);
}

/**
 * mattra_index_new:
 * @plan: a plan that no other thread uses
 * @day: the day for which statuses are computed
 *
 * Returns: (transfer full): an index of nothing yet
 */
MattraIndex *
mattra_index_new (MattraPlan *plan,
                  MattraDate  day)
{
  MattraIndex *self = g_new0 (MattraIndex, 1);

  g_atomic_ref_count_init (&self->refs);
  self->plan = g_object_ref (plan);
  self->day = day;
  self->entries = g_ptr_array_new_with_free_func (free_entry);
  self->by_key = g_hash_table_new (g_str_hash, g_str_equal);
  self->found = g_ptr_array_new ();
  self->extras = g_ptr_array_new_with_free_func (g_free);
  return self;
}

/**
 * mattra_index_ref:
 * @self: an index
 *
 * Returns: (transfer full): @self
 */
MattraIndex *
mattra_index_ref (MattraIndex *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

/**
 * mattra_index_unref:
 * @self: (transfer full): an index
 *
 * Gives an index up.
 */
void
mattra_index_unref (MattraIndex *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_clear_object (&self->last);
  mattra_view_clear (&self->found_view);
  g_ptr_array_unref (self->found);
  g_clear_pointer (&self->sorted, g_ptr_array_unref);
  g_free (self->sort.field);
  g_free (self->sort.division);
  g_hash_table_unref (self->by_key);
  g_ptr_array_unref (self->entries);
  g_ptr_array_unref (self->extras);
  g_object_unref (self->plan);
  g_free (self);
}

/**
 * mattra_index_get_plan:
 * @self: an index
 *
 * Returns: (transfer none): the plan, which is the worker's own
 */
MattraPlan *
mattra_index_get_plan (MattraIndex *self)
{
  return self->plan;
}

/**
 * mattra_index_add_extra:
 * @self: an index
 * @label: head of a column that only this office's table has
 *
 * Remembers the column, once.
 */
void
mattra_index_add_extra (MattraIndex *self,
                        const char  *label)
{
  if (!g_ptr_array_find_with_equal_func (self->extras, label, g_str_equal, NULL))
    g_ptr_array_add (self->extras, g_strdup (label));
}

/**
 * mattra_index_dup_extras:
 * @self: an index
 *
 * Returns: (transfer full): heads of the columns that only this office's table has
 */
char **
mattra_index_dup_extras (MattraIndex *self)
{
  g_autoptr (GStrvBuilder) labels = g_strv_builder_new ();

  for (guint i = 0; i < self->extras->len; i++)
    g_strv_builder_add (labels, g_ptr_array_index (self->extras, i));
  return g_strv_builder_end (labels);
}

/* The cells of a measure are the same in every round and division; those of an answer are not. */
static gboolean
is_sorted_by (const MattraSort *sort,
              const MattraView *view)
{
  gboolean of_answer = mattra_cell_is_answer (view->sort) || g_str_equal (view->sort, MATTRA_SORT_REVIEW);

  return g_strcmp0 (sort->field, view->sort) == 0
         && (!of_answer
             || (sort->round == view->round && g_strcmp0 (sort->division, view->filter.division) == 0));
}

/**
 * mattra_index_missing:
 * @self: an index
 * @view: a view
 *
 * Returns: the facets that must be made before @view can be answered
 */
guint
mattra_index_missing (MattraIndex      *self,
                      const MattraView *view)
{
  guint missing = MATTRA_FACET_SUMMARY;

  if (view->words != NULL)
    missing |= MATTRA_FACET_TEXT;
  if (view->sort != NULL)
    missing |= MATTRA_FACET_SORT;
  if (view->filter.years != 0 || view->marked || g_strcmp0 (view->sort, MATTRA_SORT_YEAR) == 0)
    missing |= MATTRA_FACET_YEARS;
  missing &= ~self->facets;
  if (view->words != NULL && self->text_round != view->round)
    missing |= MATTRA_FACET_TEXT;
  if (view->sort != NULL && !is_sorted_by (&self->sort, view))
    missing |= MATTRA_FACET_SORT;
  return missing;
}

/* What was found and sorted is so no more. */
static void
forget_found (MattraIndex *self)
{
  self->found_valid = FALSE;
  g_ptr_array_set_size (self->found, 0);
  g_clear_pointer (&self->sorted, g_ptr_array_unref);
}

/**
 * mattra_index_begin:
 * @self: an index
 * @facets: what to make
 * @view: what a search and a sort are about
 *
 * Begins to look at all measures.
 */
void
mattra_index_begin (MattraIndex      *self,
                    guint             facets,
                    const MattraView *view)
{
  g_clear_object (&self->last);
  self->wanted |= facets;
  self->facets &= ~facets;
  forget_found (self);
  if (facets & MATTRA_FACET_TEXT)
    self->text_round = view->round;
  if (!(facets & MATTRA_FACET_SORT))
    return;
  g_free (self->sort.field);
  g_free (self->sort.division);
  self->sort = (MattraSort) { g_strdup (view->sort), view->round, g_strdup (view->filter.division),
                              mattra_filter_get_place (&view->filter, self->plan) };
}

static MattraEntry *
ensure_entry (MattraIndex   *self,
              MattraMeasure *measure)
{
  const char *id = mattra_measure_get_id (measure);
  MattraEntry *entry = g_hash_table_lookup (self->by_key, id);

  if (entry != NULL)
    return entry;
  entry = g_new0 (MattraEntry, 1);
  g_strlcpy (entry->key.id, id, sizeof entry->key.id);
  g_ptr_array_add (self->entries, entry);
  g_hash_table_insert (self->by_key, entry->key.id, entry);
  return entry;
}

static void
summarise (MattraIndex   *self,
           MattraEntry   *entry,
           MattraMeasure *measure)
{
  g_free (entry->sort_key);
  entry->sort_key = g_strdup (mattra_measure_get_sort_key (measure));
  g_free (entry->title);
  entry->title = g_strdup (mattra_measure_get_title (measure));
  g_free (entry->period_text);
  entry->period_text = g_strdup (mattra_measure_get_period_text (measure));
  entry->start = mattra_measure_get_period_start (measure);
  entry->end = mattra_measure_get_period_end (measure);
  mattra_standing_take (&entry->standing, self->plan, measure, self->day);
}

static void
find_extras (MattraIndex   *self,
             MattraMeasure *measure)
{
  GPtrArray *items = mattra_measure_get_items (measure, MATTRA_ITEM_EXTRA);

  for (guint i = 0; i < items->len; i++)
    {
      const MattraItem *item = g_ptr_array_index (items, i);

      if (item->label != NULL)
        mattra_index_add_extra (self, item->label);
    }
}

static void
refresh (MattraIndex   *self,
         MattraMeasure *measure,
         guint          facets)
{
  MattraEntry *entry = ensure_entry (self, measure);

  if (facets & MATTRA_FACET_SUMMARY || entry->sort_key == NULL)
    summarise (self, entry, measure);
  find_extras (self, measure);
  if (facets & MATTRA_FACET_TEXT)
    mattra_entry_index_text (entry, measure, self->text_round);
  if (facets & MATTRA_FACET_SORT)
    mattra_entry_index_sort (entry, self->plan, measure, &self->sort);
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const MattraEntry *one = *(const MattraEntry *const *) a;
  const MattraEntry *other = *(const MattraEntry *const *) b;
  int order = g_strcmp0 (one->sort_key, other->sort_key);

  return order != 0 ? order : strcmp (one->key.id, other->key.id);
}

static void
sort_entries (MattraIndex *self)
{
  for (guint i = 1; i < self->entries->len; i++)
    if (compare_entries (&g_ptr_array_index (self->entries, i - 1), &g_ptr_array_index (self->entries, i)) > 0)
      {
        g_ptr_array_sort (self->entries, compare_entries);
        return;
      }
}

static void
complete_pass (MattraIndex *self)
{
  g_clear_object (&self->last);
  self->facets |= self->wanted;
  self->wanted = 0;
  forget_found (self);
  sort_entries (self);
}

/* All at once: what a measure is depends on which others there are. */
static gboolean
mark_years (MattraIndex  *self,
            MattraStore  *store,
            GError      **error)
{
  g_autoptr (GHashTable) marks = NULL;

  if (!(self->wanted & MATTRA_FACET_YEARS))
    return TRUE;
  marks = mattra_compare_years_mark (store, mattra_plan_get_fiscal_year (self->plan), error);
  for (guint i = 0; marks != NULL && i < self->entries->len; i++)
    {
      MattraEntry *entry = g_ptr_array_index (self->entries, i);
      int mark = GPOINTER_TO_INT (g_hash_table_lookup (marks, entry->key.id));

      mattra_entry_mark_year (entry, mark != MATTRA_YEAR_MARK_NONE ? (MattraYearMark) mark : MATTRA_YEAR_MARK_SAME,
                              &self->sort);
    }
  return marks != NULL;
}

static gboolean
end_pass (MattraIndex  *self,
          MattraStore  *store,
          gboolean     *complete,
          GError      **error)
{
  if (!mark_years (self, store, error))
    return FALSE;
  complete_pass (self);
  *complete = TRUE;
  return TRUE;
}

/**
 * mattra_index_step:
 * @self: an index
 * @store: the register
 * @complete: (out): whether all measures were looked at
 * @error: why they could not be read
 *
 * Looks at the next few measures.
 *
 * Returns: whether they could be read
 */
gboolean
mattra_index_step (MattraIndex  *self,
                   MattraStore  *store,
                   gboolean     *complete,
                   GError      **error)
{
  g_autoptr (MattraMeasureSource) source = NULL;
  g_autoptr (GError) local_error = NULL;

  *complete = self->wanted == 0;
  if (*complete)
    return TRUE;
  if (self->wanted == MATTRA_FACET_YEARS)
    return end_pass (self, store, complete, error);
  source = mattra_store_list_measures_after (store, mattra_plan_get_id (self->plan), self->last);
  for (guint i = 0; i < STEP_SIZE; i++)
    {
      g_autoptr (MattraMeasure) measure = mattra_measure_source_next (source, &local_error);

      if (local_error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
      if (measure == NULL)
        return end_pass (self, store, complete, error);
      refresh (self, measure, self->wanted);
      g_set_object (&self->last, measure);
    }
  return TRUE;
}

static void
forget (MattraIndex *self,
        const char  *id)
{
  MattraEntry *entry = g_hash_table_lookup (self->by_key, id);

  if (entry == NULL)
    return;
  g_hash_table_remove (self->by_key, id);
  g_ptr_array_remove (self->entries, entry);
}

/**
 * mattra_index_update:
 * @self: an index
 * @store: the register
 * @measures: (element-type utf8): ULIDs of measures that were changed, added or taken away
 * @error: why they could not be read
 *
 * Looks at these measures again, and at no others.
 *
 * Returns: whether they could be read
 */
gboolean
mattra_index_update (MattraIndex  *self,
                     MattraStore  *store,
                     GPtrArray    *measures,
                     GError      **error)
{
  g_autoptr (GArray) keys = g_array_new (FALSE, TRUE, sizeof (MattraMeasureKey));
  g_autoptr (GPtrArray) present = NULL;
  guint next = 0;

  forget_found (self);
  self->facets &= ~MATTRA_FACET_YEARS;
  for (guint i = 0; i < measures->len; i++)
    {
      MattraMeasureKey key = { 0 };

      g_strlcpy (key.id, g_ptr_array_index (measures, i), sizeof key.id);
      g_array_append_val (keys, key);
    }
  present = mattra_store_load_measures (store, mattra_plan_get_id (self->plan),
                                        (const MattraMeasureKey *) (const void *) keys->data, keys->len, error);
  if (present == NULL)
    return FALSE;
  for (guint i = 0; i < measures->len; i++)
    {
      const char *id = g_ptr_array_index (measures, i);
      MattraMeasure *measure = next < present->len ? g_ptr_array_index (present, next) : NULL;

      if (measure != NULL && g_str_equal (mattra_measure_get_id (measure), id))
        {
          refresh (self, measure, self->facets | self->wanted | MATTRA_FACET_SUMMARY);
          next++;
        }
      else
        forget (self, id);
    }
  sort_entries (self);
  return TRUE;
}

/* Lists and counts */

static void
add_progress (MattraProgress    *progress,
              const MattraPart  *part,
              MattraRound        round)
{
  guint8 flags = part->flags[round];

  progress->n_measures++;
  progress->expected += (flags & MATTRA_PART_EXPECTED) != 0;
  progress->answered += (flags & MATTRA_PART_EXPECTED) != 0 && (flags & MATTRA_PART_ANSWERED) != 0;
  progress->overdue += (flags & MATTRA_PART_OVERDUE) != 0;
}

/* The whole counts a measure once, but each answer that is awaited for it. */
static void
add_to_whole (MattraProgress       *whole,
              const MattraProgress *division)
{
  whole->expected += division->expected;
  whole->answered += division->answered;
  whole->overdue += division->overdue;
}

/**
 * mattra_index_count:
 * @self: a complete index
 * @round: the round
 * @division: (nullable): ULID of the division whose measures the smart lists hold; %NULL for all
 * @counts: (array fixed-size=7): how many measures each smart list holds
 * @progress: (element-type MattraProgress): an empty array, which gets one of each division in their order,
 *   one of no division and one of all
 *
 * Counts what the sidebar shows.
 */
void
mattra_index_count (MattraIndex *self,
                    MattraRound  round,
                    const char  *division,
                    guint       *counts,
                    GArray      *progress)
{
  const MattraFilter own = { .division = (char *) division };
  int place = mattra_filter_get_place (&own, self->plan);
  guint n = mattra_division_list_get_size (mattra_plan_get_divisions (self->plan));
  MattraProgress *of;

  memset (counts, 0, MATTRA_N_SMART_LISTS * sizeof *counts);
  g_array_set_size (progress, n + 2);
  of = (MattraProgress *) (void *) progress->data;
  memset (of, 0, (n + 2) * sizeof *of);
  for (guint i = 0; i < self->entries->len; i++)
    {
      const MattraEntry *entry = g_ptr_array_index (self->entries, i);
      const MattraPart *counted = mattra_standing_get_part (&entry->standing, place);

      for (guint list = 0; counted != NULL && list < MATTRA_N_SMART_LISTS; list++)
        counts[list] += mattra_part_is_in_list (counted, list, round);
      for (guint j = 0; j < entry->standing.n_parts; j++)
        add_progress (&of[MIN (entry->standing.parts[j].division, n)], &entry->standing.parts[j], round);
    }
  for (guint i = 0; i <= n; i++)
    add_to_whole (&of[n + 1], &of[i]);
  of[n + 1].n_measures = self->entries->len;
}

/**
 * mattra_index_overview:
 * @self: a complete index
 * @round: the round
 * @division: (nullable): ULID of the division that is looked at; "" for no division, %NULL for all
 *
 * Counts where the plan stands. No measure is read for it.
 *
 * Returns: (transfer full): the numbers
 */
MattraOverview *
mattra_index_overview (MattraIndex *self,
                       MattraRound  round,
                       const char  *division)
{
  MattraOverview *overview = mattra_overview_new (self->plan, round, division, self->day);

  for (guint i = 0; i < self->entries->len; i++)
    {
      const MattraEntry *entry = g_ptr_array_index (self->entries, i);

      mattra_overview_add (overview, entry->key.id, &entry->standing);
    }
  mattra_overview_end (overview);
  return overview;
}

static gboolean
is_same_but_words (const MattraView *one,
                   const MattraView *other)
{
  return mattra_filter_is_equal (&one->filter, &other->filter) && one->round == other->round
         && one->descending == other->descending && g_strcmp0 (one->sort, other->sort) == 0;
}

static GPtrArray *
sorted_entries (MattraIndex *self,
                gboolean     descending)
{
  if (self->sorted != NULL && self->sorted_descending == descending)
    return self->sorted;
  g_clear_pointer (&self->sorted, g_ptr_array_unref);
  self->sorted = g_ptr_array_new ();
  self->sorted_descending = descending;
  g_ptr_array_extend (self->sorted, self->entries, NULL, NULL);
  g_ptr_array_sort_with_data (self->sorted, mattra_entry_compare_sort, GINT_TO_POINTER (descending));
  return self->sorted;
}

/* Returns: (transfer none): the entries among which @view is to be looked for, in its order; @narrower where
 * only the words need to be looked at */
static GPtrArray *
candidates (MattraIndex      *self,
            const MattraView *view,
            gboolean         *narrower)
{
  *narrower = self->found_valid && is_same_but_words (&self->found_view, view)
              && (self->found_view.words == NULL
                  || (view->words != NULL && mattra_search_is_narrower (view->words, self->found_view.words)));
  if (*narrower)
    return self->found;
  return view->sort != NULL ? sorted_entries (self, view->descending) : self->entries;
}

static void
remember_found (MattraIndex      *self,
                const MattraView *view,
                GPtrArray        *found)
{
  g_ptr_array_unref (self->found);
  self->found = found;
  self->found_valid = TRUE;
  mattra_view_clear (&self->found_view);
  mattra_view_copy (&self->found_view, view);
}

/**
 * mattra_index_view:
 * @self: an index that misses nothing for @view
 * @view: what is wanted
 *
 * Returns: (transfer full) (element-type MattraMeasureKey): the keys of the measures that are wanted, in order
 */
GArray *
mattra_index_view (MattraIndex      *self,
                   const MattraView *view)
{
  GArray *keys = g_array_new (FALSE, FALSE, sizeof (MattraMeasureKey));
  GPtrArray *found = g_ptr_array_new ();
  int place = mattra_filter_get_place (&view->filter, self->plan);
  gboolean narrower;
  GPtrArray *among = candidates (self, view, &narrower);

  for (guint i = 0; i < among->len; i++)
    {
      MattraEntry *entry = g_ptr_array_index (among, i);

      if ((!narrower && !mattra_filter_lets (&view->filter, &entry->standing, place, view->round))
          || (view->words != NULL && !mattra_search_matches (entry->text, entry->text_length, view->words)))
        continue;
      g_ptr_array_add (found, entry);
      g_array_append_val (keys, entry->key);
    }
  remember_found (self, view, found);
  return keys;
}

/**
 * mattra_index_dup_marks:
 * @self: an index
 *
 * Returns: (transfer full) (element-type utf8 MattraYearMark): what measures are against the year before, by ULID;
 *   those that are the same are left out
 */
GHashTable *
mattra_index_dup_marks (MattraIndex *self)
{
  GHashTable *marks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->entries->len; i++)
    {
      const MattraEntry *entry = g_ptr_array_index (self->entries, i);

      if (entry->standing.year_mark >= MATTRA_YEAR_MARK_NEW)
        g_hash_table_insert (marks, g_strdup (entry->key.id), GINT_TO_POINTER ((int) entry->standing.year_mark));
    }
  return marks;
}

/* Returns: (transfer none) (nullable): what is known of a measure */
const MattraEntry *
mattra_index_lookup (MattraIndex *self,
                     const char  *id)
{
  return g_hash_table_lookup (self->by_key, id);
}
