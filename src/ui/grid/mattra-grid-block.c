/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-grid-block.h"

/**
 * mattra_grid_block_new:
 * @top: position of its first row
 * @n_rows: how many rows
 *
 * Returns: (transfer full): a block without columns and texts
 */
MattraGridBlock *
mattra_grid_block_new (guint top,
                       guint n_rows)
{
  MattraGridBlock *self = g_new0 (MattraGridBlock, 1);

  g_atomic_ref_count_init (&self->refs);
  self->top = top;
  self->n_rows = n_rows;
  self->columns = g_ptr_array_new_with_free_func (g_object_unref);
  self->texts = g_ptr_array_new_with_free_func (g_free);
  self->locked = g_byte_array_new ();
  return self;
}

/**
 * mattra_grid_block_ref:
 * @self: a block
 *
 * Returns: (transfer full): @self
 */
MattraGridBlock *
mattra_grid_block_ref (MattraGridBlock *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

/**
 * mattra_grid_block_unref:
 * @self: (transfer full): a block
 *
 * Gives it up; the last one to do so must be on the thread of the columns.
 */
void
mattra_grid_block_unref (MattraGridBlock *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->texts);
  g_byte_array_unref (self->locked);
  g_free (self);
}

/**
 * mattra_grid_block_add_column:
 * @self: a block without texts
 * @column: its next column
 */
void
mattra_grid_block_add_column (MattraGridBlock  *self,
                              MattraGridColumn *column)
{
  g_return_if_fail (self->texts->len == 0);

  g_ptr_array_add (self->columns, g_object_ref (column));
}

/**
 * mattra_grid_block_take:
 * @self: a block with its columns
 * @text: (transfer full) (nullable): the text of the next cell, row by row
 * @locked: whether the cell can't be changed
 *
 * Adds a cell.
 */
void
mattra_grid_block_take (MattraGridBlock *self,
                        char            *text,
                        gboolean         locked)
{
  guint8 flag = locked ? 1 : 0;

  g_ptr_array_add (self->texts, text != NULL ? text : g_strdup (""));
  g_byte_array_append (self->locked, &flag, 1);
}

/**
 * mattra_grid_block_is_full:
 * @self: a block
 *
 * Returns: whether it has the texts of all its cells
 */
gboolean
mattra_grid_block_is_full (const MattraGridBlock *self)
{
  return self->texts->len == self->n_rows * self->columns->len;
}

/**
 * mattra_grid_block_get:
 * @self: a full block
 * @row: position of a row
 * @column: a column
 * @locked: (out) (optional): whether the cell can't be changed
 *
 * Returns: (transfer none) (nullable): the cell's text; %NULL for a cell outside of the block
 */
const char *
mattra_grid_block_get (const MattraGridBlock *self,
                       guint                  row,
                       MattraGridColumn      *column,
                       gboolean              *locked)
{
  guint index = 0;

  if (row < self->top || row - self->top >= self->n_rows
      || !g_ptr_array_find (self->columns, column, &index))
    return NULL;
  index += (row - self->top) * self->columns->len;
  if (locked != NULL)
    *locked = self->locked->data[index] != 0;
  return g_ptr_array_index (self->texts, index);
}
