/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-grid-private.h"

#include "mattra-grid-row.h"

#include <math.h>

static double
row_y (MattraGrid *self,
       guint       row)
{
  return mattra_height_tree_get_top (self->heights, row)
         - mattra_height_tree_get_top (self->heights, self->anchor_row) + self->anchor_offset;
}

gboolean
mattra_grid_cell_area (MattraGrid   *self,
                       guint         row,
                       guint         place,
                       GdkRectangle *area)
{
  if (row >= mattra_grid_n_rows (self) || place >= mattra_grid_n_shown (self)
      || self->anchor_row >= mattra_grid_n_rows (self))
    return FALSE;
  mattra_grid_column_span (self, place, &area->x, &area->width);
  area->y = self->header_height + (int) floor (CLAMP (row_y (self, row), -1e6, 1e6));
  area->height = mattra_height_tree_get_height (self->heights, row);
  return TRUE;
}

void
mattra_grid_body_area (MattraGrid   *self,
                       GdkRectangle *area)
{
  *area = (GdkRectangle) {
    .y = self->header_height,
    .width = gtk_widget_get_width (GTK_WIDGET (self)),
    .height = MAX (gtk_widget_get_height (GTK_WIDGET (self)) - self->header_height, 0),
  };
}

static guint
row_under (MattraGrid *self,
           double      y)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      guint row = mattra_grid_row_get_index (g_ptr_array_index (self->rows, i));
      double top = self->header_height + floor (row_y (self, row));

      if (y >= top && y < top + mattra_height_tree_get_height (self->heights, row))
        return row;
    }
  return MATTRA_GRID_NONE;
}

MattraGridHit
mattra_grid_hit (MattraGrid *self,
                 double      x,
                 double      y,
                 guint      *row,
                 guint      *place)
{
  *row = y < self->header_height ? MATTRA_GRID_NONE : row_under (self, y);
  *place = x < self->gutter ? MATTRA_GRID_NONE : mattra_grid_place_at (self, x);
  if (y < self->header_height)
    return MATTRA_GRID_HIT_HEADER;
  if (*row == MATTRA_GRID_NONE)
    return MATTRA_GRID_HIT_NOTHING;
  if (x < self->gutter)
    return MATTRA_GRID_HIT_ROW_HEAD;
  return *place == MATTRA_GRID_NONE ? MATTRA_GRID_HIT_NOTHING : MATTRA_GRID_HIT_CELL;
}

GtkWidget *
mattra_grid_cell_widget (MattraGrid *self,
                         guint       row,
                         guint       place)
{
  GtkWidget *widget = mattra_grid_row_widget (self, row);

  return widget != NULL ? (GtkWidget *) mattra_grid_row_get_cell (MATTRA_GRID_ROW (widget), place) : NULL;
}

/**
 * mattra_grid_page_from:
 * @self: a grid
 * @row: a row
 * @pages: how many views further down, negative: up
 *
 * Returns: the row that far away, at least one further where there is one
 */
guint
mattra_grid_page_from (MattraGrid *self,
                       guint       row,
                       int         pages)
{
  guint n = mattra_grid_n_rows (self), there = 0;
  GdkRectangle body;

  if (n == 0)
    return 0;
  row = MIN (row, n - 1);
  mattra_grid_body_area (self, &body);
  there = mattra_height_tree_find (self->heights, mattra_height_tree_get_top (self->heights, row)
                                                  + (gint64) pages * body.height);
  if (pages > 0)
    return MAX (there, MIN (row + 1, n - 1));
  return pages < 0 ? MIN (there, MAX (row, 1) - 1) : row;
}

void
mattra_grid_reveal_cell (MattraGrid *self,
                         guint       row,
                         guint       place)
{
  self->reveal_row = row;
  self->reveal_place = place;
  mattra_grid_stock_rows (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
mattra_grid_scroll_by (MattraGrid *self,
                       double      dx,
                       double      dy)
{
  GtkAdjustment *horizontal = self->adjustments[GTK_ORIENTATION_HORIZONTAL];
  GtkAdjustment *vertical = self->adjustments[GTK_ORIENTATION_VERTICAL];

  if (horizontal != NULL && dx != 0)
    gtk_adjustment_set_value (horizontal, gtk_adjustment_get_value (horizontal) + dx);
  if (vertical != NULL && dy != 0)
    gtk_adjustment_set_value (vertical, gtk_adjustment_get_value (vertical) + dy);
}

/* Tells the cells in view which of them are selected, for assistants. */
void
mattra_grid_update_selected (MattraGrid *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    for (guint place = 0; place < mattra_grid_n_shown (self); place++)
      {
        MattraGridRow *row = g_ptr_array_index (self->rows, i);
        guint index = mattra_grid_row_get_index (row);
        MattraGridCell *cell = mattra_grid_row_get_cell (row, place);

        if (cell != NULL)
          mattra_grid_cell_set_selected (cell, _mattra_grid_is_cursor (self, index, place)
                                               || _mattra_grid_is_selected (self, index, place));
      }
}

void
mattra_grid_queue_cells (MattraGrid *self)
{
  mattra_grid_update_selected (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
