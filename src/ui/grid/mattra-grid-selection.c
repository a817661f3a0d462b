/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-grid-selection.h"

#define NO_TABS G_MAXUINT

static guint
clamp (guint place,
       guint n)
{
  return n == 0 ? 0 : MIN (place, n - 1);
}

static void
collapse (MattraGridSelection *self)
{
  self->anchor_row = self->far_row = self->row;
  self->anchor_column = self->far_column = self->column;
  self->whole_rows = FALSE;
  self->whole_columns = FALSE;
}

/* Keeps the promise that the cursor is a cell of the range. */
static void
put_cursor_inside (MattraGridSelection *self)
{
  MattraGridRange range = { 0 };

  mattra_grid_selection_get_range (self, &range);
  self->row = CLAMP (self->row, range.top, range.bottom);
  self->column = CLAMP (self->column, range.left, range.right);
}

/**
 * mattra_grid_selection_is_empty:
 * @self: a selection
 *
 * Returns: whether the table has no cell to stand on
 */
gboolean
mattra_grid_selection_is_empty (const MattraGridSelection *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->n_rows == 0 || self->n_columns == 0;
}

/**
 * mattra_grid_selection_resize:
 * @self: a selection
 * @n_rows: rows the table has
 * @n_columns: visible columns the table has
 *
 * Tells the size of the table; what lies beyond it comes back to its edge.
 */
void
mattra_grid_selection_resize (MattraGridSelection *self,
                              guint                n_rows,
                              guint                n_columns)
{
  g_return_if_fail (self != NULL);

  if (mattra_grid_selection_is_empty (self))
    self->tab_column = NO_TABS;
  self->n_rows = n_rows;
  self->n_columns = n_columns;
  self->row = clamp (self->row, n_rows);
  self->anchor_row = clamp (self->anchor_row, n_rows);
  self->far_row = clamp (self->far_row, n_rows);
  self->column = clamp (self->column, n_columns);
  self->anchor_column = clamp (self->anchor_column, n_columns);
  self->far_column = clamp (self->far_column, n_columns);
  if (self->tab_column != NO_TABS)
    self->tab_column = clamp (self->tab_column, n_columns);
}

/**
 * mattra_grid_selection_set_cursor:
 * @self: a selection
 * @row: position of a row; beyond the last: the last
 * @column: place of a column; beyond the last: the last
 *
 * Stands on a cell and selects it alone. A run of Tabs ends.
 */
void
mattra_grid_selection_set_cursor (MattraGridSelection *self,
                                  guint                row,
                                  guint                column)
{
  g_return_if_fail (self != NULL);

  self->row = clamp (row, self->n_rows);
  self->column = clamp (column, self->n_columns);
  self->tab_column = NO_TABS;
  collapse (self);
}

/**
 * mattra_grid_selection_extend:
 * @self: a selection
 * @row: the row up to which it is to reach
 * @column: the column up to which it is to reach
 *
 * Moves the free corner; the cursor stays. After Tab has walked about in the range, the cell that was
 * reached is the corner that stays, as in Excel. Whole rows and columns remain whole.
 */
void
mattra_grid_selection_extend (MattraGridSelection *self,
                              guint                row,
                              guint                column)
{
  g_return_if_fail (self != NULL);

  if (!self->whole_columns)
    self->anchor_row = self->row;
  if (!self->whole_rows)
    self->anchor_column = self->column;
  self->far_row = clamp (row, self->n_rows);
  self->far_column = clamp (column, self->n_columns);
  self->tab_column = NO_TABS;
}

/**
 * mattra_grid_selection_select_rows:
 * @self: a selection
 * @first: the row the cursor goes to, in the column where it is
 * @last: the other end, above or below
 *
 * Selects whole rows.
 */
void
mattra_grid_selection_select_rows (MattraGridSelection *self,
                                   guint                first,
                                   guint                last)
{
  g_return_if_fail (self != NULL);

  mattra_grid_selection_set_cursor (self, first, self->column);
  self->far_row = clamp (last, self->n_rows);
  self->whole_rows = TRUE;
}

/**
 * mattra_grid_selection_select_columns:
 * @self: a selection
 * @first: the column the cursor goes to, in the row where it is
 * @last: the other end, left or right
 *
 * Selects whole columns.
 */
void
mattra_grid_selection_select_columns (MattraGridSelection *self,
                                      guint                first,
                                      guint                last)
{
  g_return_if_fail (self != NULL);

  mattra_grid_selection_set_cursor (self, self->row, first);
  self->far_column = clamp (last, self->n_columns);
  self->whole_columns = TRUE;
}

/**
 * mattra_grid_selection_select_all:
 * @self: a selection
 *
 * Selects the whole table; the cursor stays.
 */
void
mattra_grid_selection_select_all (MattraGridSelection *self)
{
  g_return_if_fail (self != NULL);

  collapse (self);
  self->tab_column = NO_TABS;
  self->whole_rows = TRUE;
  self->whole_columns = TRUE;
}

/* One step through the range line by line, around its end to its beginning. */
static void
cycle_in_range (MattraGridSelection   *self,
                const MattraGridRange *range,
                MattraGridCycle        cycle)
{
  gboolean by_row = cycle == MATTRA_GRID_CYCLE_RIGHT || cycle == MATTRA_GRID_CYCLE_LEFT;
  gboolean forward = cycle == MATTRA_GRID_CYCLE_RIGHT || cycle == MATTRA_GRID_CYCLE_DOWN;
  guint width = range->right - range->left + 1;
  guint height = range->bottom - range->top + 1;
  guint64 n = (guint64) width * height;
  guint64 x = self->column - range->left;
  guint64 y = self->row - range->top;
  guint64 at = by_row ? y * width + x : x * height + y;

  at = (at + (forward ? 1 : n - 1)) % n;
  self->row = range->top + (guint) (by_row ? at / width : at % height);
  self->column = range->left + (guint) (by_row ? at % width : at / height);
}

static void
cycle_tab (MattraGridSelection *self,
           gboolean             forward)
{
  guint from = self->tab_column == NO_TABS ? self->column : self->tab_column;
  guint row = self->row;
  guint column = self->column;

  if (forward && column + 1 < self->n_columns)
    column++;
  else if (forward && row + 1 < self->n_rows)
    row++, column = 0;
  else if (!forward && column > 0)
    column--;
  else if (!forward && row > 0)
    row--, column = self->n_columns - 1;
  mattra_grid_selection_set_cursor (self, row, column);
  self->tab_column = from;
}

static void
cycle_enter (MattraGridSelection *self,
             gboolean             forward)
{
  guint column = self->tab_column == NO_TABS ? self->column : self->tab_column;
  guint row = self->row;

  if (forward)
    row++;
  else if (row > 0)
    row--;
  mattra_grid_selection_set_cursor (self, row, column);
}

/**
 * mattra_grid_selection_cycle:
 * @self: a selection
 * @cycle: the step
 *
 * What Tab and Enter do. Inside a range of several cells the cursor walks through it and the range
 * stays. Otherwise Tab goes right, at the end of a row to the next one, and Enter goes down and back to the
 * column where the run of Tabs began, so that a table is typed row by row.
 */
void
mattra_grid_selection_cycle (MattraGridSelection *self,
                             MattraGridCycle      cycle)
{
  gboolean forward = cycle == MATTRA_GRID_CYCLE_RIGHT || cycle == MATTRA_GRID_CYCLE_DOWN;
  MattraGridRange range = { 0 };

  g_return_if_fail (self != NULL);

  if (mattra_grid_selection_is_empty (self))
    return;
  mattra_grid_selection_get_range (self, &range);
  if (!mattra_grid_selection_is_single (self))
    cycle_in_range (self, &range, cycle);
  else if (cycle == MATTRA_GRID_CYCLE_RIGHT || cycle == MATTRA_GRID_CYCLE_LEFT)
    cycle_tab (self, forward);
  else
    cycle_enter (self, forward);
}

/* Where a row has gone. One whose place was taken by another row is taken to be that row. */
static guint
follow (guint row,
        guint position,
        guint removed,
        guint added)
{
  if (row < position)
    return row;
  if (row - position >= removed)
    return row - removed + added;
  return position + MIN (row - position, added);
}

/**
 * mattra_grid_selection_rows_changed:
 * @self: a selection
 * @position: as #GListModel::items-changed says
 * @removed: the same
 * @added: the same
 *
 * Stays on the rows it was on; on the row that took the place of one that went.
 */
void
mattra_grid_selection_rows_changed (MattraGridSelection *self,
                                    guint                position,
                                    guint                removed,
                                    guint                added)
{
  guint n_rows = 0;

  g_return_if_fail (self != NULL);
  g_return_if_fail (position <= self->n_rows && removed <= self->n_rows - position);

  n_rows = self->n_rows - removed + added;
  if (self->n_rows > 0)
    {
      self->row = follow (self->row, position, removed, added);
      self->anchor_row = follow (self->anchor_row, position, removed, added);
      self->far_row = follow (self->far_row, position, removed, added);
    }
  mattra_grid_selection_resize (self, n_rows, self->n_columns);
  if (!mattra_grid_selection_is_empty (self))
    put_cursor_inside (self);
}

/* Where the cursor's column is now; if it went, the next one that stayed to its left. */
static guint
find_place (const guint *places,
            guint        n_old,
            guint        column)
{
  for (guint i = MIN (column + 1, n_old); i > 0; i--)
    if (places[i - 1] != G_MAXUINT)
      return places[i - 1];
  return 0;
}

/**
 * mattra_grid_selection_columns_changed:
 * @self: a selection
 * @places: (array length=n_old): for each column before, where it is now; %G_MAXUINT: nowhere
 * @n_old: columns before
 * @n_columns: columns now
 *
 * Stays on the column it was on. A range whose columns no longer stand side by side is given up.
 */
void
mattra_grid_selection_columns_changed (MattraGridSelection *self,
                                       const guint         *places,
                                       guint                n_old,
                                       guint                n_columns)
{
  MattraGridRange range = { 0 };
  gboolean together = TRUE;

  g_return_if_fail (self != NULL && (places != NULL || n_old == 0));

  self->tab_column = NO_TABS;
  mattra_grid_selection_get_range (self, &range);
  for (guint i = range.left; i < range.right && range.right < n_old; i++)
    together = together && places[i] != G_MAXUINT && places[i + 1] == places[i] + 1;
  self->column = find_place (places, n_old, self->column);
  self->anchor_column = together ? find_place (places, n_old, self->anchor_column) : self->column;
  self->far_column = together ? find_place (places, n_old, self->far_column) : self->column;
  mattra_grid_selection_resize (self, self->n_rows, n_columns);
}

/**
 * mattra_grid_selection_get_range:
 * @self: a selection
 * @range: (out caller-allocates): its cells; all zero where there is none
 */
void
mattra_grid_selection_get_range (const MattraGridSelection *self,
                                 MattraGridRange           *range)
{
  g_return_if_fail (self != NULL && range != NULL);

  range->top = MIN (self->anchor_row, self->far_row);
  range->bottom = MAX (self->anchor_row, self->far_row);
  range->left = MIN (self->anchor_column, self->far_column);
  range->right = MAX (self->anchor_column, self->far_column);
  if (self->whole_columns)
    {
      range->top = 0;
      range->bottom = self->n_rows == 0 ? 0 : self->n_rows - 1;
    }
  if (self->whole_rows)
    {
      range->left = 0;
      range->right = self->n_columns == 0 ? 0 : self->n_columns - 1;
    }
}

/**
 * mattra_grid_selection_contains:
 * @self: a selection
 * @row: position of a row
 * @column: place of a column
 *
 * Returns: whether the cell is selected
 */
gboolean
mattra_grid_selection_contains (const MattraGridSelection *self,
                                guint                      row,
                                guint                      column)
{
  MattraGridRange range = { 0 };

  g_return_val_if_fail (self != NULL, FALSE);

  if (row >= self->n_rows || column >= self->n_columns)
    return FALSE;
  mattra_grid_selection_get_range (self, &range);
  return row >= range.top && row <= range.bottom && column >= range.left && column <= range.right;
}

/**
 * mattra_grid_selection_is_single:
 * @self: a selection
 *
 * Returns: whether it is one cell
 */
gboolean
mattra_grid_selection_is_single (const MattraGridSelection *self)
{
  MattraGridRange range = { 0 };

  g_return_val_if_fail (self != NULL, FALSE);

  if (mattra_grid_selection_is_empty (self))
    return FALSE;
  mattra_grid_selection_get_range (self, &range);
  return range.top == range.bottom && range.left == range.right;
}

/**
 * mattra_grid_find_edge:
 * @from: the place one stands on
 * @n: how many places the line has
 * @step: 1 or -1
 * @is_filled: (scope call): whether the cell at a place holds text
 * @user_data: for @is_filled
 *
 * Where Ctrl+arrow jumps to: from inside a block of filled cells to its last, from its last or from an
 * empty cell to the next filled one, and where there is none to the end of the line.
 *
 * Returns: a place
 */
guint
mattra_grid_find_edge (guint              from,
                       guint              n,
                       int                step,
                       MattraGridIsFilled is_filled,
                       gpointer           user_data)
{
  gint64 at = from;
  gint64 end = step > 0 ? (gint64) n - 1 : 0;
  gboolean in_block = FALSE;

  g_return_val_if_fail ((step == 1 || step == -1) && is_filled != NULL, from);

  if (at == end || n == 0)
    return from;
  in_block = is_filled (from, user_data) && is_filled ((guint) (at + step), user_data);
  at += step;
  while (at != end && !!is_filled ((guint) (in_block ? at + step : at), user_data) == in_block)
    at += step;
  return (guint) at;
}
