/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-library.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mattra-data.h"
#include "mattra-digits.h"
#include "mattra-next-plan.h"
#include "mattra-planned.h"
#include "mattra-text.h"

#define SAMPLE "samples/dontawan-2569.mattra"

struct _MattraLibrary
{
  GObject parent_instance;

  gboolean own; /* the measures are of the register that takes them */
  MattraPlan *plan;
  GPtrArray *measures; /* (element-type MattraMeasure) */
};

G_DEFINE_FINAL_TYPE (MattraLibrary, mattra_library, G_TYPE_OBJECT)

static void
mattra_library_finalize (GObject *object)
{
  MattraLibrary *self = MATTRA_LIBRARY (object);

  g_clear_object (&self->plan);
  g_clear_pointer (&self->measures, g_ptr_array_unref);
  G_OBJECT_CLASS (mattra_library_parent_class)->finalize (object);
}

static void
mattra_library_class_init (MattraLibraryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mattra_library_finalize;
}

static void
mattra_library_init (MattraLibrary *self)
{
}

/* The newest year besides the one that takes the measures. */
static gboolean
choose_year (MattraStore  *store,
             int           except_year,
             int          *year,
             GError      **error)
{
  g_autoptr (GPtrArray) years = mattra_store_list_years (store, error);

  if (years == NULL)
    return FALSE;
  for (guint i = 0; i < years->len; i++)
    if (GPOINTER_TO_INT (g_ptr_array_index (years, i)) != except_year)
      *year = GPOINTER_TO_INT (g_ptr_array_index (years, i));
  if (*year != 0)
    return TRUE;
  g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_NOT_FOUND,
               _("%s holds no other year to take measures from; choose another register, or “%s”"),
               mattra_store_get_path (store), MATTRA_LIBRARY_SAMPLE);
  return FALSE;
}

static gboolean
load (MattraLibrary  *self,
      MattraStore    *store,
      int             fiscal_year,
      int             except_year,
      GError        **error)
{
  g_autoptr (MattraMeasureSource) source = NULL;

  if (fiscal_year == 0 && !choose_year (store, except_year, &fiscal_year, error))
    return FALSE;
  self->plan = mattra_store_load_plan (store, fiscal_year, error);
  if (self->plan == NULL)
    return FALSE;
  source = mattra_store_list_measures (store, mattra_plan_get_id (self->plan), NULL, error);
  self->measures = source != NULL ? mattra_measure_source_collect (source, error) : NULL;
  return self->measures != NULL;
}

/* Returns: (transfer full) (nullable): a register other than @store; %NULL with no error for @store itself */
static MattraStore *
open_other (MattraStore  *store,
            const char   *path,
            GError      **error)
{
  g_autofree char *found = NULL;
  g_autoptr (MattraStore) other = NULL;

  if (path == NULL)
    return NULL;
  found = g_str_equal (path, MATTRA_LIBRARY_SAMPLE) ? mattra_data_find (SAMPLE, error) : g_strdup (path);
  other = found != NULL ? mattra_store_open (found, TRUE, error) : NULL;
  if (other != NULL && g_str_equal (mattra_store_get_path (other), mattra_store_get_path (store)))
    return NULL;
  return g_steal_pointer (&other);
}

/**
 * mattra_library_open:
 * @store: the register that is to take measures
 * @path: (nullable): another register, or %MATTRA_LIBRARY_SAMPLE; %NULL for @store itself
 * @fiscal_year: the year whose measures are wanted, B.E.; 0 for the newest
 * @except_year: the year that takes the measures; it is not chosen
 * @error: why not
 *
 * Reads measures to start from.
 *
 * Returns: (transfer full) (nullable): they
 */
MattraLibrary *
mattra_library_open (MattraStore  *store,
                     const char   *path,
                     int           fiscal_year,
                     int           except_year,
                     GError      **error)
{
  g_autoptr (MattraLibrary) self = NULL;
  g_autoptr (MattraStore) other = NULL;
  g_autoptr (GError) failure = NULL;

  g_return_val_if_fail (MATTRA_IS_STORE (store), NULL);

  other = open_other (store, path, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  self = g_object_new (MATTRA_TYPE_LIBRARY, NULL);
  self->own = other == NULL;
  if (!load (self, other != NULL ? other : store, fiscal_year, self->own ? except_year : 0, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * mattra_library_get_year:
 * @self: a library
 *
 * Returns: the fiscal year of its measures, B.E.
 */
int
mattra_library_get_year (MattraLibrary *self)
{
  g_return_val_if_fail (MATTRA_IS_LIBRARY (self), 0);

  return mattra_plan_get_fiscal_year (self->plan);
}

/**
 * mattra_library_get_plan:
 * @self: a library
 *
 * Returns: (transfer none): the plan of its measures
 */
MattraPlan *
mattra_library_get_plan (MattraLibrary *self)
{
  g_return_val_if_fail (MATTRA_IS_LIBRARY (self), NULL);

  return self->plan;
}

/**
 * mattra_library_get_measures:
 * @self: a library
 *
 * Returns: (transfer none) (element-type MattraMeasure): its measures
 */
GPtrArray *
mattra_library_get_measures (MattraLibrary *self)
{
  g_return_val_if_fail (MATTRA_IS_LIBRARY (self), NULL);

  return self->measures;
}

static gboolean
has_text (const char *folded_search,
          const char *text)
{
  g_autofree char *folded = text != NULL ? mattra_text_fold_search (text) : NULL;

  return folded != NULL && strstr (folded, folded_search) != NULL;
}

/**
 * mattra_library_matches:
 * @measure: a measure
 * @search: (nullable): words that are looked for; all match where there are none
 *
 * Returns: whether the title, the section, a step or a responsible party has them, whatever the script of digits
 */
gboolean
mattra_library_matches (MattraMeasure *measure,
                        const char    *search)
{
  g_autofree char *folded = NULL;
  GPtrArray *steps;
  GPtrArray *parties;

  g_return_val_if_fail (MATTRA_IS_MEASURE (measure), FALSE);

  folded = mattra_text_fold_search (search != NULL ? search : "");
  if (*folded == '\0' || has_text (folded, mattra_measure_get_title (measure))
      || has_text (folded, mattra_measure_get_section (measure)))
    return TRUE;
  steps = mattra_measure_get_items (measure, MATTRA_ITEM_STEP);
  for (guint i = 0; i < steps->len; i++)
    if (has_text (folded, ((const MattraItem *) g_ptr_array_index (steps, i))->text))
      return TRUE;
  parties = mattra_measure_get_parties (measure);
  for (guint i = 0; i < parties->len; i++)
    if (has_text (folded, ((const MattraParty *) g_ptr_array_index (parties, i))->text))
      return TRUE;
  return FALSE;
}

/**
 * mattra_library_find:
 * @self: a library
 * @name: number or ULID of a measure
 * @error: %MATTRA_ERROR_NOT_FOUND where it has none of that name
 *
 * Returns: (transfer none) (nullable): the measure
 */
MattraMeasure *
mattra_library_find (MattraLibrary  *self,
                     const char     *name,
                     GError        **error)
{
  const char *cursor = name;
  int number = 0;

  g_return_val_if_fail (MATTRA_IS_LIBRARY (self) && name != NULL, NULL);

  if (!mattra_digits_parse (&cursor, &number) || *cursor != '\0')
    number = 0;
  for (guint i = 0; i < self->measures->len; i++)
    {
      MattraMeasure *measure = g_ptr_array_index (self->measures, i);

      if (g_strcmp0 (mattra_measure_get_id (measure), name) == 0
          || (number > 0 && mattra_measure_get_number (measure) == number))
        return measure;
    }
  g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_NOT_FOUND, _("There is no measure “%s” in fiscal year %d"), name,
               mattra_library_get_year (self));
  return NULL;
}

/* Parties of another office's measure are matched with one's own divisions. */
static void
match_parties (MattraPlan    *plan,
               MattraMeasure *measure)
{
  GPtrArray *parties = mattra_measure_get_parties (measure);

  for (guint i = 0; i < parties->len; i++)
    {
      MattraParty *party = g_ptr_array_index (parties, i);

      if (party->corrected && party->divisions->len > 0)
        continue;
      party->corrected = FALSE;
      g_ptr_array_unref (party->divisions);
      party->divisions = mattra_division_list_match (mattra_plan_get_divisions (plan), party->text);
    }
}

static gboolean
note_origin (MattraLibrary  *self,
             MattraStore    *store,
             MattraPlan     *plan,
             MattraMeasure  *from,
             MattraMeasure  *to,
             GError        **error)
{
  g_autofree char *content = NULL;
  MattraOrigin origin;

  if (!self->own || mattra_library_get_year (self) >= mattra_plan_get_fiscal_year (plan))
    return TRUE;
  content = mattra_planned_new (plan, to);
  origin = (MattraOrigin) { (char *) mattra_measure_get_id (to), (char *) mattra_measure_get_id (from),
                            mattra_library_get_year (self), content };
  return mattra_store_insert_origin (store, &origin, error);
}

static gboolean
take_one (MattraLibrary  *self,
          MattraStore    *store,
          MattraPlan     *plan,
          GHashTable     *divisions,
          MattraMeasure  *from,
          int             number,
          GError        **error)
{
  int year = mattra_library_get_year (self);
  g_autoptr (MattraMeasure) to = mattra_next_measure_new (from, year, mattra_plan_get_fiscal_year (plan) - year,
                                                          divisions);

  mattra_measure_set_sort_key (to, NULL);
  mattra_measure_set_number (to, number);
  match_parties (plan, to);
  return mattra_store_insert_measure (store, mattra_plan_get_id (plan), to, error)
         && note_origin (self, store, plan, from, to, error);
}

static gboolean
note_number (MattraMeasure  *measure,
             gpointer        user_data,
             GError        **error)
{
  int *last = user_data;

  *last = MAX (*last, mattra_measure_get_number (measure));
  return TRUE;
}

static gboolean
check_actor (const MattraActor  *actor,
             int                 year,
             GError            **error)
{
  g_autofree char *place = g_strdup_printf (_("fiscal year %d"), year);

  return mattra_actor_check (actor, MATTRA_ACTION_EDIT_PLAN, place, error);
}

/**
 * mattra_library_take:
 * @self: a library
 * @store: a register with an open act
 * @plan: the plan that takes them, as loaded from it
 * @measures: (element-type MattraMeasure): measures of the library, in the order in which they are added
 * @actor: (nullable): who does it; %NULL for who keeps the register
 * @error: why not
 *
 * Adds measures to a plan, behind the others and numbered on: all that is planned, their periods moved to the year.
 *
 * Returns: whether it was done
 */
gboolean
mattra_library_take (MattraLibrary      *self,
                     MattraStore        *store,
                     MattraPlan         *plan,
                     GPtrArray          *measures,
                     const MattraActor  *actor,
                     GError            **error)
{
  g_autoptr (MattraMeasureSource) present = NULL;
  g_autoptr (GHashTable) divisions = NULL;
  int last = 0;

  g_return_val_if_fail (MATTRA_IS_LIBRARY (self) && MATTRA_IS_STORE (store) && MATTRA_IS_PLAN (plan), FALSE);
  g_return_val_if_fail (measures != NULL, FALSE);

  if (!check_actor (actor, mattra_plan_get_fiscal_year (plan), error))
    return FALSE;
  present = mattra_store_list_measures (store, mattra_plan_get_id (plan), NULL, error);
  if (present == NULL || !mattra_measure_source_for_each (present, note_number, &last, error))
    return FALSE;
  divisions = mattra_next_plan_map_divisions (self->plan, plan);
  for (guint i = 0; i < measures->len; i++)
    if (!take_one (self, store, plan, divisions, g_ptr_array_index (measures, i), last + 1 + (int) i, error))
      return FALSE;
  return TRUE;
}
