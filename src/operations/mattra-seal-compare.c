/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-seal-compare.h"

#include <glib/gi18n-lib.h>

#include "mattra-error.h"
#include "mattra-seal-cell.h"
#include "mattra-seal-cells.h"
#include "mattra-seal-options.h"

/**
 * mattra_difference_free:
 * @self: (transfer full) (nullable): a difference
 *
 * Frees a difference.
 */
void
mattra_difference_free (MattraDifference *self)
{
  if (self == NULL)
    return;
  g_free (self->measure);
  g_free (self->number);
  g_free (self->field);
  g_free (self->division_name);
  g_free (self->before);
  g_free (self->after);
  g_free (self);
}

/* Values of several lines stay on one. */
static char *
on_one_line (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  return g_strjoinv (" / ", lines);
}

static char *
describe_place (const MattraDifference *self)
{
  g_autoptr (GString) place = g_string_new (NULL);

  if (*self->measure == '\0')
    g_string_append (place, self->field);
  else
    g_string_append_printf (place, _("measure %s, %s"), *self->number ? self->number : self->measure, self->field);
  if (*self->division_name != '\0')
    g_string_append_printf (place, " (%s)", self->division_name);
  return g_string_free (g_steal_pointer (&place), FALSE);
}

/**
 * mattra_difference_describe:
 * @self: a difference
 *
 * Returns: (transfer full): where it is, what stood there and what stands there now, on one line
 */
char *
mattra_difference_describe (const MattraDifference *self)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *place = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  before = on_one_line (self->before);
  after = on_one_line (self->after);
  if (self->kind == MATTRA_DIFFERENCE_GONE)
    return g_strdup_printf (_("measure %s is gone: “%s”"), self->number, before);
  if (self->kind == MATTRA_DIFFERENCE_NEW)
    return g_strdup_printf (_("measure %s is new: “%s”"), self->number, after);
  place = describe_place (self);
  return g_strdup_printf ("%s: “%s” → “%s”", place, before, after);
}

/* Comparing */

typedef struct
{
  GPtrArray *cells;     /* of MattraSealCell */
  GHashTable *places;   /* (element-type utf8 MattraSealCell): by measure, field and division */
  GHashTable *known;    /* (element-type utf8): measures */
  GHashTable *measures; /* (element-type utf8): those that are not told yet */
} Side;

static void
side_clear (Side *self)
{
  g_clear_pointer (&self->cells, g_ptr_array_unref);
  g_clear_pointer (&self->places, g_hash_table_unref);
  g_clear_pointer (&self->known, g_hash_table_unref);
  g_clear_pointer (&self->measures, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Side, side_clear)

static char *
place_of (const MattraSealCell *cell)
{
  return g_strconcat (cell->measure, "\n", cell->division, "\n", cell->field, NULL);
}

static gboolean
read_side (Side    *self,
           GBytes  *json,
           GError **error)
{
  self->cells = mattra_seal_cells_parse (json, error);
  if (self->cells == NULL)
    return FALSE;
  self->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->known = g_hash_table_new (g_str_hash, g_str_equal);
  self->measures = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < self->cells->len; i++)
    {
      MattraSealCell *cell = g_ptr_array_index (self->cells, i);

      g_hash_table_insert (self->places, place_of (cell), cell);
      g_hash_table_add (self->known, cell->measure);
      g_hash_table_add (self->measures, cell->measure);
    }
  return TRUE;
}

static void
add_difference (GPtrArray            *differences,
                MattraDifferenceKind  kind,
                const MattraSealCell *place,
                const char           *before,
                const char           *after)
{
  MattraDifference *difference = g_new0 (MattraDifference, 1);

  *difference = (MattraDifference) {
    kind, g_strdup (place->measure), g_strdup (place->number), g_strdup (place->field),
    g_strdup (place->division_name), g_strdup (before), g_strdup (after),
  };
  g_ptr_array_add (differences, difference);
}

static const char *
title_of (const Side *self,
          const char *measure)
{
  g_autofree char *place = g_strconcat (measure, "\n\ntitle", NULL);
  const MattraSealCell *title = g_hash_table_lookup (self->places, place);

  return title ? title->text : "";
}

/* A measure that one side alone has is told once, by its title. */
static void
tell_measure (Side                 *self,
              const MattraSealCell *cell,
              gboolean              is_before,
              GPtrArray            *differences)
{
  const char *title = title_of (self, cell->measure);

  if (g_hash_table_remove (self->measures, cell->measure))
    add_difference (differences, is_before ? MATTRA_DIFFERENCE_GONE : MATTRA_DIFFERENCE_NEW, cell,
                    is_before ? title : "", is_before ? "" : title);
}

static void
compare_cell (Side                 *self,
              const Side           *other,
              const MattraSealCell *cell,
              gboolean              is_before,
              GPtrArray            *differences)
{
  g_autofree char *place = place_of (cell);
  const MattraSealCell *found = g_hash_table_lookup (other->places, place);

  if (*cell->measure != '\0' && !g_hash_table_contains (other->known, cell->measure))
    tell_measure (self, cell, is_before, differences);
  else if (found == NULL)
    add_difference (differences, MATTRA_DIFFERENCE_CHANGED, cell, is_before ? cell->text : "",
                    is_before ? "" : cell->text);
  else if (is_before && !g_str_equal (found->text, cell->text))
    add_difference (differences, MATTRA_DIFFERENCE_CHANGED, cell, cell->text, found->text);
}

/**
 * mattra_seal_compare_bytes:
 * @before: cells of one version, as mattra_seal_collect_cells() gives them
 * @after: cells of the other
 * @error: return location
 *
 * Compares two versions cell by cell: first in the order of @before, then what @after has besides.
 *
 * Returns: (transfer full) (element-type MattraDifference) (nullable): where they differ
 */
GPtrArray *
mattra_seal_compare_bytes (GBytes  *before,
                           GBytes  *after,
                           GError **error)
{
  g_autoptr (GPtrArray) differences = g_ptr_array_new_with_free_func ((GDestroyNotify) mattra_difference_free);
  g_auto (Side) one = { NULL };
  g_auto (Side) other = { NULL };

  g_return_val_if_fail (before != NULL && after != NULL, NULL);

  if (g_bytes_equal (before, after))
    return g_steal_pointer (&differences);
  if (!read_side (&one, before, error) || !read_side (&other, after, error))
    return NULL;
  for (guint i = 0; i < one.cells->len; i++)
    compare_cell (&one, &other, g_ptr_array_index (one.cells, i), TRUE, differences);
  for (guint i = 0; i < other.cells->len; i++)
    compare_cell (&other, &one, g_ptr_array_index (other.cells, i), FALSE, differences);
  return g_steal_pointer (&differences);
}

/**
 * mattra_seal_find:
 * @seals: (element-type MattraSeal): confirmed versions of a plan
 * @number: number of one of them
 * @error: %MATTRA_ERROR_NOT_FOUND where there is none of that number
 *
 * Returns: (transfer none) (nullable): the version
 */
MattraSeal *
mattra_seal_find (GPtrArray  *seals,
                  int         number,
                  GError    **error)
{
  g_return_val_if_fail (seals != NULL, NULL);

  for (guint i = 0; i < seals->len; i++)
    if (((MattraSeal *) g_ptr_array_index (seals, i))->number == number)
      return g_ptr_array_index (seals, i);
  if (seals->len == 0)
    g_set_error_literal (error, MATTRA_ERROR, MATTRA_ERROR_NOT_FOUND, _("No version has been confirmed yet"));
  else
    g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_NOT_FOUND,
                 _("There is no confirmed version %d; there are versions 1 to %d"), number,
                 ((MattraSeal *) g_ptr_array_index (seals, seals->len - 1))->number);
  return NULL;
}

/**
 * mattra_seal_compare:
 * @store: a register
 * @fiscal_year: year of the plan
 * @before: a confirmed version of it
 * @after: (nullable): another one; %NULL for what stands there today
 * @error: return location
 *
 * Compares a confirmed version with another one, or with today.
 *
 * Returns: (transfer full) (element-type MattraDifference) (nullable): where they differ
 */
GPtrArray *
mattra_seal_compare (MattraStore       *store,
                     int                fiscal_year,
                     const MattraSeal  *before,
                     const MattraSeal  *after,
                     GError           **error)
{
  g_autoptr (GBytes) one = NULL;
  g_autoptr (GBytes) other = NULL;
  g_auto (GStrv) left_out = NULL;
  MattraSealScope scope;

  g_return_val_if_fail (MATTRA_IS_STORE (store) && before != NULL, NULL);

  one = mattra_store_load_blob (store, before->cells, error);
  if (one == NULL)
    return NULL;
  left_out = mattra_seal_options_dup_left_out (before);
  scope = (MattraSealScope) { fiscal_year, before->kind, before->round, before->division,
                              mattra_seal_options_get_date (before), (const char *const *) left_out,
                              mattra_seal_options_get_today (before) };
  other = after ? mattra_store_load_blob (store, after->cells, error) : mattra_seal_collect_cells (store, &scope, error);
  return other ? mattra_seal_compare_bytes (one, other, error) : NULL;
}
