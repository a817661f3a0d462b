/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-paste-plan.h"

#include "mattra-grid-hands.h"

static guint
get_extent (guint selected,
            guint copied)
{
  return selected % copied == 0 ? selected : copied;
}

/* Where it falls: as many times as the selection is exactly a multiple of the block, else once from the
 * selection's upper left corner on. */
static void
set_area (MattraPastePlan       *self,
          MattraGrid            *grid,
          const MattraGridRange *selection,
          const MattraTableText *block)
{
  guint n_rows = mattra_grid_n_rows (grid);
  guint n_columns = mattra_grid_n_shown (grid);
  MattraGridRange range = *selection;
  guint height = block->rows->len;
  guint width = block->n_columns;

  self->area = range;
  height = get_extent (range.bottom - range.top + 1, height);
  width = get_extent (range.right - range.left + 1, width);
  self->n_cut_columns = range.left + width > n_columns ? range.left + width - n_columns : 0;
  self->area.right = range.left + width - self->n_cut_columns - 1;
  self->area.bottom = range.top + height - 1;
  self->n_appended = range.top + height > n_rows ? range.top + height - n_rows : 0;
  if (MATTRA_GRID_DELEGATE_GET_IFACE (grid->delegate)->insert_rows == NULL)
    {
      self->n_cut_rows = self->n_appended;
      self->n_appended = 0;
      self->area.bottom -= self->n_cut_rows;
    }
}

/* The rows need not be at hand for it. Of a row that is yet to come a blank says nothing. */
static gboolean
is_understood (MattraGrid       *grid,
               guint             row,
               MattraGridColumn *column,
               const char       *text)
{
  MattraGridDelegateInterface *iface = MATTRA_GRID_DELEGATE_GET_IFACE (grid->delegate);
  g_autofree char *understood = NULL;
  gboolean valid = TRUE;

  if (iface->understand == NULL || (*text == '\0' && row >= mattra_grid_n_rows (grid)))
    return TRUE;
  understood = iface->understand (grid->delegate, NULL, column, text, &valid);
  return valid;
}

/**
 * mattra_paste_plan_find:
 * @grid: a grid
 * @target: where it is pasted
 * @self: a plan
 * @block: what is pasted
 * @row: a row of the plan's area
 * @place: a column of it
 * @text: (out) (nullable): the text that falls there
 *
 * Returns: what becomes of it
 */
MattraPasteFate
mattra_paste_plan_find (MattraGrid               *grid,
                        const MattraPasteTarget  *target,
                        const MattraPastePlan    *self,
                        const MattraTableText    *block,
                        guint                     row,
                        guint                     place,
                        char                    **text)
{
  MattraGridColumn *column = mattra_grid_shown_column (grid, place);
  const char *found = mattra_table_text_get (block, (row - self->area.top) % block->rows->len,
                                             (place - self->area.left) % block->n_columns);

  *text = NULL;
  if (found == NULL)
    return MATTRA_PASTE_NOTHING;
  if (mattra_grid_column_get_kind (column) == MATTRA_CELL_ITEMS)
    *text = mattra_table_text_unnumber (found);
  else
    *text = g_strdup (found);
  if (!mattra_grid_can_change (grid, target->cells, row, column))
    return MATTRA_PASTE_READ_ONLY;
  return is_understood (grid, row, column, *text) ? MATTRA_PASTE_TAKEN : MATTRA_PASTE_NOT_UNDERSTOOD;
}

/* Counts it, and keeps the row, so that it can be shown however far down it is. */
static void
note_left_out (MattraPastePlan *self,
               guint            row,
               guint           *count)
{
  guint n = self->rows_left_out->len;

  ++*count;
  if (n == 0 || g_array_index (self->rows_left_out, guint, n - 1) != row)
    g_array_append_val (self->rows_left_out, row);
}

/* A text that says again what stands there is no loss where the cell can't be changed. */
static void
plan_cell (MattraPastePlan         *self,
           MattraGrid              *grid,
           const MattraPasteTarget *target,
           const MattraTableText   *block,
           guint                    row,
           guint                    place)
{
  MattraGridColumn *column = mattra_grid_shown_column (grid, place);
  const char *old = mattra_grid_block_get (target->cells, row, column, NULL);
  g_autofree char *text = NULL;
  MattraPasteFate fate = mattra_paste_plan_find (grid, target, self, block, row, place, &text);
  gboolean same = text == NULL || g_strcmp0 (text, old) == 0;

  if (fate == MATTRA_PASTE_TAKEN)
    mattra_grid_add_change (grid, self->cells, target->cells, row, column, text);
  if (fate == MATTRA_PASTE_READ_ONLY && !same && *text != '\0')
    note_left_out (self, row, &self->n_read_only);
  if (fate == MATTRA_PASTE_NOT_UNDERSTOOD && !same)
    note_left_out (self, row, &self->n_not_understood);
}

/**
 * mattra_paste_plan_new:
 * @grid: a grid with columns, and with rows where it can't append any
 * @target: where it is pasted
 * @block: what is to be pasted there
 *
 * Returns: (transfer full): what the paste would do
 */
MattraPastePlan *
mattra_paste_plan_new (MattraGrid              *grid,
                       const MattraPasteTarget *target,
                       const MattraTableText   *block)
{
  MattraPastePlan *self = g_new0 (MattraPastePlan, 1);

  self->cells = g_ptr_array_new_with_free_func ((GDestroyNotify) mattra_grid_cell_text_free);
  self->rows_left_out = g_array_new (FALSE, FALSE, sizeof (guint));
  self->has_more = block->has_more;
  set_area (self, grid, &target->selection, block);
  for (guint row = self->area.top; row <= self->area.bottom; row++)
    for (guint place = self->area.left; place <= self->area.right; place++)
      plan_cell (self, grid, target, block, row, place);
  return self;
}

/**
 * mattra_paste_plan_free:
 * @self: (transfer full): a plan
 */
void
mattra_paste_plan_free (MattraPastePlan *self)
{
  g_ptr_array_unref (self->cells);
  g_array_unref (self->rows_left_out);
  g_free (self);
}

/**
 * mattra_paste_plan_is_plain:
 * @self: a plan
 *
 * Returns: whether nothing about it needs to be asked or said before
 */
gboolean
mattra_paste_plan_is_plain (const MattraPastePlan *self)
{
  return self->n_appended + self->n_cut_columns + self->n_read_only + self->n_not_understood == 0
         && !self->has_more;
}
