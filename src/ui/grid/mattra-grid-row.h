/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-grid-cell.h"

G_BEGIN_DECLS

#define MATTRA_TYPE_GRID_ROW (mattra_grid_row_get_type ())

/* A row in view with its cells, bound to one row of the model after another. */
G_DECLARE_FINAL_TYPE (MattraGridRow, mattra_grid_row, MATTRA, GRID_ROW, GtkWidget)

GtkWidget      *mattra_grid_row_new         (MattraGrid    *grid);
guint           mattra_grid_row_get_index   (MattraGridRow *self);
void            mattra_grid_row_set_index   (MattraGridRow *self,
                                             guint          index);
void            mattra_grid_row_set_stale   (MattraGridRow *self);
void            mattra_grid_row_unbind      (MattraGridRow *self);
void            mattra_grid_row_match_cells (MattraGridRow *self);
int             mattra_grid_row_update      (MattraGridRow *self);
MattraGridCell *mattra_grid_row_get_cell    (MattraGridRow *self,
                                             guint          place);

G_END_DECLS
