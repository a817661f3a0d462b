/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-grid-private.h"

#include "mattra-grid-header.h"

/* Columns (id, width, whether shown) in their order, the sort's column or "", whether it descends. */
#define STATE_TYPE "(a(sib)sb)"

/**
 * mattra_grid_set_sort:
 * @self: a grid
 * @id: (nullable): the column that the rows are sorted by; %NULL or "" for the model's own order
 * @descending: whether the last comes first
 *
 * Says what the header shows; the rows are the model's to sort.
 */
void
mattra_grid_set_sort (MattraGrid *self,
                      const char *id,
                      gboolean    descending)
{
  g_autofree char *old = NULL;

  g_return_if_fail (MATTRA_IS_GRID (self));

  old = g_steal_pointer (&self->sort_id);
  self->sort_id = g_strdup (id != NULL ? id : "");
  self->sort_descending = *self->sort_id != '\0' && descending;
  mattra_grid_header_update (MATTRA_GRID_HEADER (self->header));
}

/**
 * mattra_grid_dup_state:
 * @self: a grid
 *
 * Returns: (transfer full): order, widths and visibility of the columns and the sort, no floating
 *   reference
 */
GVariant *
mattra_grid_dup_state (MattraGrid *self)
{
  GVariantBuilder columns;

  g_return_val_if_fail (MATTRA_IS_GRID (self), NULL);

  g_variant_builder_init (&columns, G_VARIANT_TYPE ("a(sib)"));
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->columns)); i++)
    {
      g_autoptr (MattraGridColumn) column = g_list_model_get_item (G_LIST_MODEL (self->columns), i);

      g_variant_builder_add (&columns, "(sib)", mattra_grid_column_get_id (column),
                             mattra_grid_column_get_width (column),
                             mattra_grid_column_get_visible (column));
    }
  return g_variant_ref_sink (g_variant_new (STATE_TYPE, &columns, self->sort_id, self->sort_descending));
}

static void
restore_sort (MattraGrid *self,
              const char *id,
              gboolean    descending)
{
  if (*id != '\0' && mattra_grid_find_column (self, id) == NULL)
    return;
  if (g_str_equal (id, self->sort_id) && descending == self->sort_descending)
    return;
  mattra_grid_set_sort (self, id, descending);
  mattra_grid_sort_changed (self);
}

/**
 * mattra_grid_restore_state:
 * @self: a grid with its columns
 * @state: (nullable): what mattra_grid_dup_state() gave, or anything else
 *
 * Takes over what is known: other columns than these are passed over, and columns that the state does
 * not know come after the others as they are. A sort other than the present one is asked for with
 * the signal "sort-changed".
 */
void
mattra_grid_restore_state (MattraGrid *self,
                           GVariant   *state)
{
  g_autoptr (GVariantIter) columns = NULL;
  const char *id = NULL, *sort_id = NULL;
  gboolean visible = FALSE, descending = FALSE;
  int width = 0;
  guint position = 0;

  g_return_if_fail (MATTRA_IS_GRID (self));

  if (state == NULL || !g_variant_is_of_type (state, G_VARIANT_TYPE (STATE_TYPE)))
    return;
  self->restoring = TRUE;
  g_variant_get (state, "(a(sib)&sb)", &columns, &sort_id, &descending);
  while (g_variant_iter_next (columns, "(&sib)", &id, &width, &visible))
    {
      MattraGridColumn *column = mattra_grid_find_column (self, id);

      if (column == NULL)
        continue;
      mattra_grid_column_set_width (column, MIN (width, MATTRA_GRID_WIDTH_MAX));
      mattra_grid_column_set_visible (column, visible);
      mattra_grid_move_column (self, column, position++);
    }
  self->restoring = FALSE;
  restore_sort (self, sort_id, descending);
}
