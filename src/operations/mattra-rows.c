/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-rows.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mattra-error.h"
#include "mattra-sort-key.h"

/* The register takes keys of up to 200 characters. They come near that only where very many rows were put in
 * at one place one by one; then all are given anew. */
#define KEY_LENGTH_MAX 150

/* Where rows come to stand. */
typedef struct
{
  MattraStore *store;
  MattraPlan *plan;
  GArray *keys; /* (element-type MattraMeasureKey): all measures in their order, without those that move */
  guint position;
} Place;

static void
place_clear (Place *self)
{
  g_clear_pointer (&self->keys, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Place, place_clear)

static GHashTable *
set_of (const char *const *ids)
{
  GHashTable *set = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    g_hash_table_add (set, (gpointer) ids[i]);
  return set;
}

/* Finds the place before the measure @before, or the end. Where that one moves itself, it is the place before
 * the next that does not. */
static gboolean
find_place (Place              *self,
            const char         *before,
            const char *const  *moving,
            GError            **error)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (MattraMeasureKey));
  g_autoptr (GHashTable) away = set_of (moving);
  gboolean found = before == NULL;

  if (!mattra_store_list_keys (self->store, mattra_plan_get_id (self->plan), NULL, all, error))
    return FALSE;
  self->keys = g_array_new (FALSE, FALSE, sizeof (MattraMeasureKey));
  for (guint i = 0; i < all->len; i++)
    {
      const MattraMeasureKey *key = &g_array_index (all, MattraMeasureKey, i);

      if (before != NULL && g_str_equal (key->id, before))
        {
          found = TRUE;
          self->position = self->keys->len;
        }
      if (!g_hash_table_contains (away, key->id))
        g_array_append_vals (self->keys, key, 1);
    }
  if (before == NULL)
    self->position = self->keys->len;
  if (!found)
    g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_NOT_FOUND,
                 _("the measure before which rows were to be put is gone; choose another place"));
  return found;
}

static MattraMeasure *
load_at (const Place  *self,
         guint         position,
         GError      **error)
{
  return mattra_store_load_measure (self->store, mattra_plan_get_id (self->plan),
                                    g_array_index (self->keys, MattraMeasureKey, position).id, error);
}

static gboolean
set_key (MattraStore  *store,
         const char   *measure,
         const char   *key,
         GError      **error)
{
  return mattra_store_set_measure_field (store, measure, "sort_key", key, error);
}

static gboolean
has_room (GPtrArray *keys)
{
  for (guint i = 0; keys != NULL && i < keys->len; i++)
    if (strlen (g_ptr_array_index (keys, i)) > KEY_LENGTH_MAX)
      return FALSE;
  return keys != NULL;
}

/* Gives every measure a short key anew, and leaves room for @n at the place. */
static GPtrArray *
give_anew (const Place  *self,
           guint         n,
           GError      **error)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->keys->len; i++)
    {
      g_autofree char *key = mattra_sort_key_nth (i < self->position ? i : i + n);

      if (!set_key (self->store, g_array_index (self->keys, MattraMeasureKey, i).id, key, error))
        return NULL;
    }
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (keys, mattra_sort_key_nth (self->position + i));
  return g_steal_pointer (&keys);
}

/* Returns: (transfer full) (element-type utf8) (nullable): keys for @n rows at the place */
static GPtrArray *
make_keys (const Place  *self,
           guint         n,
           GError      **error)
{
  g_autoptr (MattraMeasure) below = NULL;
  g_autoptr (MattraMeasure) above = NULL;
  g_autoptr (GPtrArray) keys = NULL;

  if (self->position > 0)
    {
      below = load_at (self, self->position - 1, error);
      if (below == NULL)
        return NULL;
    }
  if (self->position < self->keys->len)
    {
      above = load_at (self, self->position, error);
      if (above == NULL)
        return NULL;
    }
  keys = mattra_sort_key_fill (below != NULL ? mattra_measure_get_sort_key (below) : NULL,
                               above != NULL ? mattra_measure_get_sort_key (above) : NULL, n);
  return has_room (keys) ? g_steal_pointer (&keys) : give_anew (self, n, error);
}

static gboolean
insert_at (const Place  *self,
           GPtrArray    *measures,
           GError      **error)
{
  g_autoptr (GPtrArray) keys = make_keys (self, measures->len, error);

  if (keys == NULL)
    return FALSE;
  for (guint i = 0; i < measures->len; i++)
    {
      MattraMeasure *measure = g_ptr_array_index (measures, i);

      mattra_measure_set_sort_key (measure, g_ptr_array_index (keys, i));
      if (!mattra_store_insert_measure (self->store, mattra_plan_get_id (self->plan), measure, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * mattra_rows_insert:
 * @store: a register with an open act
 * @plan: the plan as loaded from it
 * @before: (nullable): ULID of the measure before which they come; %NULL for the end
 * @measures: (element-type MattraMeasure): new measures, which are given their keys
 * @error: why not
 *
 * Puts new measures in at a place.
 *
 * Returns: whether it was done
 */
gboolean
mattra_rows_insert (MattraStore  *store,
                    MattraPlan   *plan,
                    const char   *before,
                    GPtrArray    *measures,
                    GError      **error)
{
  g_auto (Place) place = { store, plan };

  g_return_val_if_fail (MATTRA_IS_STORE (store) && MATTRA_IS_PLAN (plan) && measures != NULL, FALSE);

  return measures->len == 0 || (find_place (&place, before, NULL, error) && insert_at (&place, measures, error));
}

/* The number that goes on from the last measure, where that has one. */
static gboolean
next_number (const Place  *place,
             int          *number,
             GError      **error)
{
  g_autoptr (MattraMeasure) last = NULL;

  *number = place->keys->len == 0 ? 1 : 0;
  if (place->position < place->keys->len || place->keys->len == 0)
    return TRUE;
  last = load_at (place, place->keys->len - 1, error);
  if (last == NULL)
    return FALSE;
  *number = mattra_measure_get_number (last) > 0 ? mattra_measure_get_number (last) + 1 : 0;
  return TRUE;
}

static void
add_ids (GPtrArray *ids,
         GPtrArray *measures)
{
  for (guint i = 0; ids != NULL && i < measures->len; i++)
    g_ptr_array_add (ids, g_strdup (mattra_measure_get_id (g_ptr_array_index (measures, i))));
}

static MattraMeasure *
new_measure (MattraPlan *plan,
             const char *division)
{
  const MattraDivision *responsible = NULL;
  MattraMeasure *measure = mattra_measure_new ();
  MattraParty *party;

  if (division != NULL && *division != '\0')
    responsible = mattra_division_list_find_id (mattra_plan_get_divisions (plan), division);
  if (responsible == NULL)
    return measure;
  party = mattra_party_new (responsible->name);
  g_ptr_array_add (party->divisions, g_strdup (responsible->id));
  mattra_measure_take_party (measure, party);
  return measure;
}

/**
 * mattra_rows_add:
 * @store: a register with an open act
 * @plan: the plan as loaded from it
 * @before: (nullable): ULID of the measure before which they come; %NULL for the end
 * @division: (nullable): ULID of the division that is responsible; %NULL or "" for none
 * @n: how many
 * @added: (nullable) (element-type utf8): gets their ULIDs
 * @error: why not
 *
 * Adds blank measures. At the end they are numbered on from the last one; in between they have no number,
 * since those of others are theirs.
 *
 * Returns: whether it was done
 */
gboolean
mattra_rows_add (MattraStore  *store,
                 MattraPlan   *plan,
                 const char   *before,
                 const char   *division,
                 guint         n,
                 GPtrArray    *added,
                 GError      **error)
{
  g_auto (Place) place = { store, plan };
  g_autoptr (GPtrArray) measures = g_ptr_array_new_with_free_func (g_object_unref);
  int number = 0;

  g_return_val_if_fail (MATTRA_IS_STORE (store) && MATTRA_IS_PLAN (plan), FALSE);

  if (!find_place (&place, before, NULL, error) || !next_number (&place, &number, error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      MattraMeasure *measure = new_measure (plan, division);

      mattra_measure_set_number (measure, number > 0 ? number + (int) i : 0);
      g_ptr_array_add (measures, measure);
    }
  if (!insert_at (&place, measures, error))
    return FALSE;
  add_ids (added, measures);
  return TRUE;
}

/* What is copied of a measure: all that was planned; its number, answers and questions are its own. */
static MattraMeasure *
copy_measure (MattraMeasure *measure)
{
  MattraMeasure *copy = mattra_measure_new ();
  GPtrArray *parties = mattra_measure_get_parties (measure);

  mattra_measure_set_title (copy, mattra_measure_get_title (measure));
  mattra_measure_set_section (copy, mattra_measure_get_section (measure));
  mattra_measure_set_period_text (copy, mattra_measure_get_period_text (measure));
  mattra_measure_set_period_start (copy, mattra_measure_get_period_start (measure));
  mattra_measure_set_period_end (copy, mattra_measure_get_period_end (measure));
  mattra_measure_set_ita_indicator (copy, mattra_measure_get_ita_indicator (measure));
  mattra_measure_set_topic (copy, mattra_measure_get_topic (measure));
  mattra_measure_set_recurrence (copy, mattra_measure_get_recurrence (measure));
  for (guint kind = 0; kind < MATTRA_N_MEASURE_ITEM_KINDS; kind++)
    {
      GPtrArray *items = mattra_measure_get_items (measure, kind);

      for (guint i = 0; i < items->len; i++)
        mattra_measure_take_item (copy, kind, mattra_item_copy (g_ptr_array_index (items, i)));
    }
  for (guint i = 0; i < parties->len; i++)
    mattra_measure_take_party (copy, mattra_party_copy (g_ptr_array_index (parties, i)));
  return copy;
}

/**
 * mattra_rows_duplicate:
 * @store: a register with an open act
 * @plan: the plan as loaded from it
 * @measures: (array zero-terminated=1): ULIDs of measures
 * @added: (nullable) (element-type utf8): gets the ULIDs of the copies
 * @error: why not
 *
 * Puts copies of measures behind the last of them: with their items and parties, without number and answers.
 *
 * Returns: whether it was done
 */
gboolean
mattra_rows_duplicate (MattraStore        *store,
                       MattraPlan         *plan,
                       const char *const  *measures,
                       GPtrArray          *added,
                       GError            **error)
{
  g_auto (Place) place = { store, plan };
  g_autoptr (GPtrArray) copies = g_ptr_array_new_with_free_func (g_object_unref);
  guint n = 0;

  g_return_val_if_fail (MATTRA_IS_STORE (store) && MATTRA_IS_PLAN (plan) && measures != NULL, FALSE);

  for (n = 0; measures[n] != NULL; n++)
    {
      g_autoptr (MattraMeasure) measure = NULL;

      measure = mattra_store_load_measure (store, mattra_plan_get_id (plan), measures[n], error);
      if (measure == NULL)
        return FALSE;
      g_ptr_array_add (copies, copy_measure (measure));
    }
  if (n == 0)
    return TRUE;
  if (!find_place (&place, measures[n - 1], NULL, error))
    return FALSE;
  place.position++;
  if (!insert_at (&place, copies, error))
    return FALSE;
  add_ids (added, copies);
  return TRUE;
}

/**
 * mattra_rows_find_next:
 * @store: a register
 * @plan: a plan as loaded from it
 * @measure: ULID of a measure
 * @next: (out) (transfer full) (nullable): ULID of the measure behind it; %NULL where it is the last
 * @error: why not
 *
 * Finds the place behind a measure, as mattra_rows_add() and mattra_rows_move() take it.
 *
 * Returns: whether @measure is in the plan
 */
gboolean
mattra_rows_find_next (MattraStore  *store,
                       MattraPlan   *plan,
                       const char   *measure,
                       char        **next,
                       GError      **error)
{
  g_auto (Place) place = { store, plan };

  g_return_val_if_fail (MATTRA_IS_STORE (store) && MATTRA_IS_PLAN (plan), FALSE);
  g_return_val_if_fail (measure != NULL && next != NULL, FALSE);

  *next = NULL;
  if (!find_place (&place, measure, NULL, error))
    return FALSE;
  if (place.position + 1 < place.keys->len)
    *next = g_strdup (g_array_index (place.keys, MattraMeasureKey, place.position + 1).id);
  return TRUE;
}

/**
 * mattra_rows_move:
 * @store: a register with an open act
 * @plan: the plan as loaded from it
 * @measures: (array zero-terminated=1): ULIDs of measures
 * @before: (nullable): ULID of the measure before which they come; %NULL for the end
 * @error: why not
 *
 * Moves measures to a place, where they stand in the order in which they are given. Numbers stay as they are.
 *
 * Returns: whether it was done
 */
gboolean
mattra_rows_move (MattraStore        *store,
                  MattraPlan         *plan,
                  const char *const  *measures,
                  const char         *before,
                  GError            **error)
{
  g_auto (Place) place = { store, plan };
  g_autoptr (GPtrArray) keys = NULL;

  g_return_val_if_fail (MATTRA_IS_STORE (store) && MATTRA_IS_PLAN (plan) && measures != NULL, FALSE);

  if (!find_place (&place, before, measures, error))
    return FALSE;
  keys = make_keys (&place, g_strv_length ((char **) measures), error);
  for (guint i = 0; keys != NULL && i < keys->len; i++)
    if (!set_key (store, measures[i], g_ptr_array_index (keys, i), error))
      return FALSE;
  return keys != NULL;
}

static gboolean
set_deleted (MattraStore        *store,
             const char *const  *measures,
             gboolean            deleted,
             GError            **error)
{
  for (guint i = 0; measures[i] != NULL; i++)
    if (!mattra_store_set_measure_deleted (store, measures[i], deleted, error))
      return FALSE;
  return TRUE;
}

/**
 * mattra_rows_delete:
 * @store: a register with an open act
 * @measures: (array zero-terminated=1): ULIDs of measures
 * @error: why not
 *
 * Takes measures away with all that hangs on them; undo and mattra_rows_restore() bring them back.
 *
 * Returns: whether it was done
 */
gboolean
mattra_rows_delete (MattraStore        *store,
                    const char *const  *measures,
                    GError            **error)
{
  g_return_val_if_fail (MATTRA_IS_STORE (store) && measures != NULL, FALSE);

  return set_deleted (store, measures, TRUE, error);
}

/**
 * mattra_rows_restore:
 * @store: a register with an open act
 * @measures: (array zero-terminated=1): ULIDs of measures that were deleted
 * @error: why not
 *
 * Brings deleted measures back to where they stood.
 *
 * Returns: whether it was done
 */
gboolean
mattra_rows_restore (MattraStore        *store,
                     const char *const  *measures,
                     GError            **error)
{
  g_return_val_if_fail (MATTRA_IS_STORE (store) && measures != NULL, FALSE);

  return set_deleted (store, measures, FALSE, error);
}

/**
 * mattra_rows_renumber:
 * @store: a register with an open act
 * @plan: the plan as loaded from it
 * @error: why not
 *
 * Numbers all measures of the plan from 1 in their order.
 *
 * Returns: whether it was done
 */
gboolean
mattra_rows_renumber (MattraStore  *store,
                      MattraPlan   *plan,
                      GError      **error)
{
  g_auto (Place) place = { store, plan };

  g_return_val_if_fail (MATTRA_IS_STORE (store) && MATTRA_IS_PLAN (plan), FALSE);

  if (!find_place (&place, NULL, NULL, error))
    return FALSE;
  for (guint i = 0; i < place.keys->len; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i + 1);

      if (!mattra_store_set_measure_field (store, g_array_index (place.keys, MattraMeasureKey, i).id, "number",
                                           number, error))
        return FALSE;
    }
  return TRUE;
}
