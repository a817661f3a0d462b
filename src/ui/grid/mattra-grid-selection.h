/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-grid-range.h"

G_BEGIN_DECLS

/**
 * MattraGridCycle:
 * @MATTRA_GRID_CYCLE_RIGHT: Tab
 * @MATTRA_GRID_CYCLE_LEFT: Shift+Tab
 * @MATTRA_GRID_CYCLE_DOWN: Enter
 * @MATTRA_GRID_CYCLE_UP: Shift+Enter
 *
 * The four steps of a person who types a table.
 */
typedef enum
{
  MATTRA_GRID_CYCLE_RIGHT,
  MATTRA_GRID_CYCLE_LEFT,
  MATTRA_GRID_CYCLE_DOWN,
  MATTRA_GRID_CYCLE_UP,
} MattraGridCycle;

/**
 * MattraGridSelection:
 * @n_rows: rows of the table
 * @n_columns: visible columns of the table
 * @row: the cursor's row
 * @column: the cursor's column
 * @anchor_row: the corner that stays when the selection is extended
 * @anchor_column: the same
 * @far_row: the corner that moves
 * @far_column: the same
 * @whole_rows: all columns belong to it, whichever they become
 * @whole_columns: all rows belong to it, however many they become
 * @tab_column: where a run of Tabs began; %G_MAXUINT outside a run
 *
 * Where one stands and what is selected. The cursor is always a cell of the selected range; in a table
 * without rows or columns there is neither, and both read 0. Zeroed, it is that of an empty table;
 * mattra_grid_selection_resize() tells it the table.
 */
typedef struct
{
  guint n_rows;
  guint n_columns;
  guint row;
  guint column;
  guint anchor_row;
  guint anchor_column;
  guint far_row;
  guint far_column;
  gboolean whole_rows;
  gboolean whole_columns;
  guint tab_column;
} MattraGridSelection;

typedef gboolean (*MattraGridIsFilled) (guint    place,
                                        gpointer user_data);

gboolean mattra_grid_selection_is_empty       (const MattraGridSelection *self);
void     mattra_grid_selection_resize         (MattraGridSelection       *self,
                                               guint                      n_rows,
                                               guint                      n_columns);
void     mattra_grid_selection_set_cursor     (MattraGridSelection       *self,
                                               guint                      row,
                                               guint                      column);
void     mattra_grid_selection_extend         (MattraGridSelection       *self,
                                               guint                      row,
                                               guint                      column);
void     mattra_grid_selection_select_rows    (MattraGridSelection       *self,
                                               guint                      first,
                                               guint                      last);
void     mattra_grid_selection_select_columns (MattraGridSelection       *self,
                                               guint                      first,
                                               guint                      last);
void     mattra_grid_selection_select_all     (MattraGridSelection       *self);
void     mattra_grid_selection_cycle          (MattraGridSelection       *self,
                                               MattraGridCycle            cycle);
void     mattra_grid_selection_rows_changed   (MattraGridSelection       *self,
                                               guint                      position,
                                               guint                      removed,
                                               guint                      added);
void     mattra_grid_selection_columns_changed (MattraGridSelection      *self,
                                               const guint               *places,
                                               guint                      n_old,
                                               guint                      n_columns);
void     mattra_grid_selection_get_range      (const MattraGridSelection *self,
                                               MattraGridRange           *range);
gboolean mattra_grid_selection_contains       (const MattraGridSelection *self,
                                               guint                      row,
                                               guint                      column);
gboolean mattra_grid_selection_is_single      (const MattraGridSelection *self);
guint    mattra_grid_find_edge                (guint                      from,
                                               guint                      n,
                                               int                        step,
                                               MattraGridIsFilled         is_filled,
                                               gpointer                   user_data);

G_END_DECLS
