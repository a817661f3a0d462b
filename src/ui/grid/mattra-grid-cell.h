/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-grid-private.h"

G_BEGIN_DECLS

#define MATTRA_GRID_CELL_PAD_X 8
#define MATTRA_GRID_CELL_PAD_Y 6

#define MATTRA_TYPE_GRID_CELL (mattra_grid_cell_get_type ())

/* A cell in view: one layout, drawn with what the delegate says of its look. */
G_DECLARE_FINAL_TYPE (MattraGridCell, mattra_grid_cell, MATTRA, GRID_CELL, GtkWidget)

GtkWidget            *mattra_grid_cell_new        (MattraGrid       *grid);
void                  mattra_grid_cell_bind       (MattraGridCell   *self,
                                                   GObject          *item,
                                                   MattraGridColumn *column,
                                                   guint             row,
                                                   guint             place);
int                   mattra_grid_cell_get_height (MattraGridCell   *self,
                                                   int               width);
int                   mattra_grid_cell_get_natural_width (MattraGridCell *self);
void                  mattra_grid_cell_set_selected (MattraGridCell *self,
                                                   gboolean          selected);
void                  mattra_grid_cell_describe   (MattraGridCell   *self);

G_END_DECLS
