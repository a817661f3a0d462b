/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-grid-private.h"

#include "mattra-grid-row.h"

#define FRAME 2

static void
queue_draw_all (GtkWidget *widget)
{
  gtk_widget_queue_draw (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    queue_draw_all (child);
}

/**
 * mattra_grid_update_colours:
 * @self: a grid
 *
 * Reads the theme's colours; draws everything again if they are others.
 */
void
mattra_grid_update_colours (MattraGrid *self)
{
  MattraGridColours colours = { 0 };

  mattra_grid_colours_read (&colours, GTK_WIDGET (self));
  if (memcmp (&colours, &self->colours, sizeof colours) == 0)
    return;
  self->colours = colours;
  queue_draw_all (GTK_WIDGET (self));
}

static void
draw_frame (MattraGrid         *self,
            GtkSnapshot        *snapshot,
            const GdkRectangle *area)
{
  const GdkRGBA *colour = &self->colours.accent;
  int x = area->x, y = area->y, width = area->width - 1, height = area->height - 1;

  gtk_snapshot_append_color (snapshot, colour, &GRAPHENE_RECT_INIT (x, y, width, FRAME));
  gtk_snapshot_append_color (snapshot, colour, &GRAPHENE_RECT_INIT (x, y + height - FRAME, width, FRAME));
  gtk_snapshot_append_color (snapshot, colour, &GRAPHENE_RECT_INIT (x, y, FRAME, height));
  gtk_snapshot_append_color (snapshot, colour, &GRAPHENE_RECT_INIT (x + width - FRAME, y, FRAME, height));
}

static void
draw_marks (MattraGrid  *self,
            GtkSnapshot *snapshot,
            guint        row,
            guint        place)
{
  GdkRectangle area;

  if (!mattra_grid_cell_area (self, row, place, &area))
    return;
  if (!mattra_grid_selection_is_single (&self->selection) && _mattra_grid_is_selected (self, row, place))
    gtk_snapshot_append_color (snapshot, &self->colours.wash,
                               &GRAPHENE_RECT_INIT (area.x, area.y, area.width, area.height));
  if (_mattra_grid_is_cursor (self, row, place))
    draw_frame (self, snapshot, &area);
}

static void
draw_marks_between (MattraGrid  *self,
                    GtkSnapshot *snapshot,
                    guint        first,
                    guint        end,
                    int          left,
                    int          right)
{
  gtk_snapshot_push_clip (snapshot,
                          &GRAPHENE_RECT_INIT (left, self->header_height, MAX (right - left, 0),
                                               gtk_widget_get_height (GTK_WIDGET (self))));
  for (guint i = 0; i < self->rows->len; i++)
    for (guint place = first; place < end; place++)
      draw_marks (self, snapshot, mattra_grid_row_get_index (g_ptr_array_index (self->rows, i)), place);
  gtk_snapshot_pop (snapshot);
}

/**
 * mattra_grid_draw:
 * @self: a grid
 * @snapshot: what is drawn on
 *
 * Draws the rows in view, over them selection and cursor, so that moving those leaves the cells'
 * drawings as they are, and the header.
 */
void
mattra_grid_draw (MattraGrid  *self,
                  GtkSnapshot *snapshot)
{
  GtkWidget *widget = GTK_WIDGET (self);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  guint n_fixed = mattra_grid_n_fixed (self);

  mattra_grid_update_colours (self);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, self->header_height, width,
                                                         MAX (height - self->header_height, 0)));
  for (guint i = 0; i < self->rows->len; i++)
    gtk_widget_snapshot_child (widget, g_ptr_array_index (self->rows, i), snapshot);
  draw_marks_between (self, snapshot, n_fixed, self->shown->len, mattra_grid_fixed_edge (self), width);
  draw_marks_between (self, snapshot, 0, n_fixed, 0, mattra_grid_fixed_edge (self));
  gtk_snapshot_pop (snapshot);
  gtk_widget_snapshot_child (widget, self->header, snapshot);
}
