/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-grid-private.h"

#include <string.h>

/* The session writes on its own thread; what takes longer than this has failed. */
#define EXPECT_USEC (2 * G_USEC_PER_SEC)

static gboolean
has_keyboard (MattraGrid *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || self->editor != NULL || self->header == NULL)
    return FALSE;
  return (focus == GTK_WIDGET (self) || gtk_widget_is_ancestor (focus, GTK_WIDGET (self))) &&
         focus != self->header && !gtk_widget_is_ancestor (focus, self->header);
}

/* A range is followed at the corner that moves, not at the cursor, which stays. */
static void
reveal (MattraGrid *self)
{
  const MattraGridSelection *now = &self->selection;
  MattraGridRange range = { 0 };
  gboolean is_corner = FALSE;

  if (mattra_grid_selection_is_empty (now))
    return;
  mattra_grid_selection_get_range (now, &range);
  is_corner = now->row == now->anchor_row && now->column == now->anchor_column;
  if (mattra_grid_selection_is_single (now) || !is_corner)
    mattra_grid_reveal_cell (self, now->row, now->column);
  else
    mattra_grid_reveal_cell (self, now->whole_columns ? now->row : now->far_row,
                             now->whole_rows ? now->column : now->far_column);
}

void
mattra_grid_change_selection (MattraGrid                *self,
                              const MattraGridSelection *selection,
                              gboolean                   reveal_it)
{
  gboolean changed = memcmp (&self->selection, selection, sizeof *selection) != 0;
  gboolean keyboard = has_keyboard (self);

  self->selection = *selection;
  if (changed)
    self->expected_until = 0;
  if (reveal_it)
    reveal (self);
  if (!changed)
    return;
  mattra_grid_queue_cells (self);
  if (keyboard)
    mattra_grid_focus_cursor (self);
  mattra_grid_cursor_changed (self);
}

void
mattra_grid_expect_selection (MattraGrid                *self,
                              const MattraGridSelection *selection)
{
  self->expected = *selection;
  self->expected_until = g_get_monotonic_time () + EXPECT_USEC;
}

/* One command may come as several changes of the model, so the expectation stands until its time. */
static gboolean
take_expected (MattraGrid          *self,
               MattraGridSelection *next)
{
  guint n_rows = next->n_rows;
  guint n_columns = next->n_columns;

  if (self->expected_until < g_get_monotonic_time ())
    return FALSE;
  *next = self->expected;
  mattra_grid_selection_resize (next, n_rows, n_columns);
  return TRUE;
}

gboolean
_mattra_grid_is_cursor (MattraGrid *self,
                        guint       row,
                        guint       place)
{
  return !mattra_grid_selection_is_empty (&self->selection) && row == self->selection.row &&
         place == self->selection.column;
}

gboolean
_mattra_grid_is_selected (MattraGrid *self,
                          guint       row,
                          guint       place)
{
  return mattra_grid_selection_contains (&self->selection, row, place);
}

void
_mattra_grid_cursor_items_changed (MattraGrid *self,
                                   guint       position,
                                   guint       removed,
                                   guint       added)
{
  MattraGridSelection next = self->selection;
  guint row = self->selection.row;
  gint64 until = self->expected_until;
  gboolean expected = FALSE;

  mattra_grid_selection_rows_changed (&next, position, removed, added);
  expected = take_expected (self, &next);
  if (memcmp (&next, &self->selection, sizeof next) != 0)
    mattra_grid_change_selection (self, &next, expected);
  else if (row >= position && row - position < MAX (removed, added))
    mattra_grid_cursor_changed (self);
  self->expected_until = until;
}

void
_mattra_grid_cursor_columns_changed (MattraGrid  *self,
                                     const guint *places,
                                     guint        n_old)
{
  MattraGridSelection next = self->selection;

  mattra_grid_selection_columns_changed (&next, places, n_old, mattra_grid_n_shown (self));
  mattra_grid_change_selection (self, &next, FALSE);
}

/**
 * mattra_grid_get_cursor:
 * @self: a grid
 * @row: (out) (optional): position in the model
 * @column: (out) (optional) (transfer none): the column
 *
 * Returns: %FALSE while there is no cell to stand on
 */
gboolean
mattra_grid_get_cursor (MattraGrid        *self,
                        guint             *row,
                        MattraGridColumn **column)
{
  g_return_val_if_fail (MATTRA_IS_GRID (self), FALSE);

  if (mattra_grid_selection_is_empty (&self->selection))
    return FALSE;
  if (row != NULL)
    *row = self->selection.row;
  if (column != NULL)
    *column = mattra_grid_shown_column (self, self->selection.column);
  return TRUE;
}

/**
 * mattra_grid_set_cursor:
 * @self: a grid
 * @row: position in the model; beyond the last row: the last
 * @column: (nullable): a column; hidden or %NULL: the cursor's column stays
 *
 * Stands on a cell, selects it alone and scrolls it into view.
 */
void
mattra_grid_set_cursor (MattraGrid       *self,
                        guint             row,
                        MattraGridColumn *column)
{
  MattraGridSelection next = { 0 };
  guint place = MATTRA_GRID_NONE;

  g_return_if_fail (MATTRA_IS_GRID (self));

  next = self->selection;
  if (column != NULL)
    place = mattra_grid_place_of (self, column);
  mattra_grid_selection_set_cursor (&next, row, place != MATTRA_GRID_NONE ? place : next.column);
  mattra_grid_change_selection (self, &next, TRUE);
}

/**
 * mattra_grid_get_selection:
 * @self: a grid
 * @range: (out caller-allocates): the selected cells; all zero while there is no cell
 */
void
mattra_grid_get_selection (MattraGrid      *self,
                           MattraGridRange *range)
{
  g_return_if_fail (MATTRA_IS_GRID (self) && range != NULL);

  mattra_grid_selection_get_range (&self->selection, range);
}

/**
 * mattra_grid_dup_selected_rows:
 * @self: a grid
 *
 * Returns: (transfer full) (element-type guint): positions of the rows with a selected cell, ascending
 */
GArray *
mattra_grid_dup_selected_rows (MattraGrid *self)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint));
  MattraGridRange range = { 0 };

  g_return_val_if_fail (MATTRA_IS_GRID (self), rows);

  if (mattra_grid_selection_is_empty (&self->selection))
    return rows;
  mattra_grid_selection_get_range (&self->selection, &range);
  for (guint row = range.top; row <= range.bottom; row++)
    g_array_append_val (rows, row);
  return rows;
}

/**
 * mattra_grid_select_rows:
 * @self: a grid
 * @first: where the cursor goes
 * @last: the other end, above or below
 *
 * Selects whole rows and scrolls the last of them into view.
 */
void
mattra_grid_select_rows (MattraGrid *self,
                         guint       first,
                         guint       last)
{
  MattraGridSelection next = { 0 };

  g_return_if_fail (MATTRA_IS_GRID (self));

  next = self->selection;
  mattra_grid_selection_select_rows (&next, first, last);
  mattra_grid_change_selection (self, &next, TRUE);
}

/**
 * mattra_grid_select_span:
 * @self: a grid
 * @row: where the cursor goes
 * @far_row: the other end, above or below
 *
 * Has the selection reach over other rows, with its columns as they are: for rows that went elsewhere.
 */
void
mattra_grid_select_span (MattraGrid *self,
                         guint       row,
                         guint       far_row)
{
  MattraGridSelection next = { 0 };

  g_return_if_fail (MATTRA_IS_GRID (self));

  next = self->selection;
  next.row = next.anchor_row = row;
  next.far_row = far_row;
  mattra_grid_selection_resize (&next, next.n_rows, next.n_columns);
  mattra_grid_change_selection (self, &next, TRUE);
}
