/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-grid-header-private.h"

/* How near to a column's right edge the pointer takes hold of it. */
#define GRIP 5
#define DROP_WIDTH 3
#define SCROLL_STEP 24

/* The column whose right edge is at @x; the fixed ones' edges lie above the others'. */
static MattraGridColumn *
column_with_edge_at (MattraGridHeader *self,
                     double            x)
{
  int edge = mattra_grid_fixed_edge (self->grid);

  for (guint place = 0; place < mattra_grid_n_shown (self->grid); place++)
    {
      int left = 0, width = 0;

      mattra_grid_column_span (self->grid, place, &left, &width);
      if (ABS (left + width - x) <= GRIP && (place < mattra_grid_n_fixed (self->grid) || left + width > edge))
        return mattra_grid_shown_column (self->grid, place);
    }
  return NULL;
}

/* Between which columns a head let go at @x would stand: the place it would have. */
static guint
drop_place_at (MattraGridHeader *self,
               double            x)
{
  guint place = mattra_grid_place_at (self->grid, CLAMP (x, self->grid->gutter,
                                                         gtk_widget_get_width (GTK_WIDGET (self)) - 1));
  int left = 0, width = 0;

  if (place == MATTRA_GRID_NONE)
    return mattra_grid_n_shown (self->grid);
  mattra_grid_column_span (self->grid, place, &left, &width);
  return x > left + width / 2.0 ? place + 1 : place;
}

/**
 * mattra_grid_header_draw_drop:
 * @self: a header
 * @snapshot: what is drawn on
 *
 * Draws the line where the dragged head would be put.
 */
void
mattra_grid_header_draw_drop (MattraGridHeader *self,
                              GtkSnapshot      *snapshot)
{
  int x = 0, width = 0, height = gtk_widget_get_height (GTK_WIDGET (self));
  guint n = mattra_grid_n_shown (self->grid);

  if (self->drag != MATTRA_HEADER_DRAG_MOVE || n == 0)
    return;
  mattra_grid_column_span (self->grid, MIN (self->drop_place, n - 1), &x, &width);
  if (self->drop_place >= n)
    x += width;
  gtk_snapshot_append_color (snapshot, &self->grid->colours.accent,
                             &GRAPHENE_RECT_INIT (x - DROP_WIDTH / 2 - 1, 0, DROP_WIDTH, height));
  mattra_grid_column_span (self->grid, mattra_grid_place_of (self->grid, self->dragged), &x, &width);
  gtk_snapshot_append_color (snapshot, &self->grid->colours.wash, &GRAPHENE_RECT_INIT (x, 0, width, height));
}

static void
set_drag (MattraGridHeader *self,
          MattraHeaderDrag  drag,
          MattraGridColumn *column)
{
  self->drag = drag;
  g_set_object (&self->dragged, column);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
drag_begin (GtkGestureDrag   *gesture,
            double            x,
            double            y,
            MattraGridHeader *self)
{
  MattraGridColumn *column = column_with_edge_at (self, x);

  self->press_x = x;
  self->press_y = y;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  if (column != NULL)
    {
      self->width_before = mattra_grid_column_get_width (column);
      set_drag (self, MATTRA_HEADER_DRAG_RESIZE, column);
      return;
    }
  column = mattra_grid_shown_column (self->grid, mattra_grid_place_at (self->grid, x));
  set_drag (self, column != NULL ? MATTRA_HEADER_DRAG_PRESS : MATTRA_HEADER_DRAG_NONE, column);
}

static void
scroll_at_edges (MattraGridHeader *self,
                 double            x)
{
  if (x < mattra_grid_fixed_edge (self->grid))
    mattra_grid_scroll_by (self->grid, -SCROLL_STEP, 0);
  else if (x > gtk_widget_get_width (GTK_WIDGET (self)))
    mattra_grid_scroll_by (self->grid, SCROLL_STEP, 0);
}

static void
drag_update (GtkGestureDrag   *gesture,
             double            dx,
             double            dy,
             MattraGridHeader *self)
{
  double x = self->press_x, y = self->press_y;

  if (self->drag == MATTRA_HEADER_DRAG_RESIZE)
    mattra_grid_column_set_width (self->dragged, MIN (self->width_before + dx / self->grid->text_scale,
                                                      MATTRA_GRID_WIDTH_MAX));
  if (self->drag == MATTRA_HEADER_DRAG_PRESS
      && gtk_drag_check_threshold (GTK_WIDGET (self), x, y, x + dx, y + dy))
    self->drag = MATTRA_HEADER_DRAG_MOVE;
  if (self->drag != MATTRA_HEADER_DRAG_MOVE)
    return;
  scroll_at_edges (self, x + dx);
  self->drop_place = drop_place_at (self, x + dx);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
drag_end (GtkGestureDrag   *gesture,
          double            dx,
          double            dy,
          MattraGridHeader *self)
{
  g_autoptr (MattraGridColumn) column = g_steal_pointer (&self->dragged);
  MattraHeaderDrag drag = self->drag;
  guint place = column != NULL ? mattra_grid_place_of (self->grid, column) : MATTRA_GRID_NONE;

  set_drag (self, MATTRA_HEADER_DRAG_NONE, NULL);
  if (drag == MATTRA_HEADER_DRAG_PRESS)
    mattra_grid_header_toggle_sort (self, column);
  else if (drag == MATTRA_HEADER_DRAG_MOVE && place != MATTRA_GRID_NONE)
    mattra_grid_header_move_to (self, column, self->drop_place > place ? self->drop_place - 1
                                                                       : self->drop_place);
}

static void
drag_cancelled (GtkGesture       *gesture,
                GdkEventSequence *sequence,
                MattraGridHeader *self)
{
  if (self->drag == MATTRA_HEADER_DRAG_RESIZE)
    mattra_grid_column_set_width (self->dragged, self->width_before);
  set_drag (self, MATTRA_HEADER_DRAG_NONE, NULL);
}

/* Not at the press: the edge would have gone from under the pointer, and the head there been clicked. */
static void
released (GtkGestureClick  *gesture,
          int               n_press,
          double            x,
          double            y,
          MattraGridHeader *self)
{
  MattraGridColumn *column = column_with_edge_at (self, x);

  if (n_press == 2 && column != NULL)
    mattra_grid_header_fit (self, column);
}

static void
menu_pressed (GtkGestureClick  *gesture,
              int               n_press,
              double            x,
              double            y,
              MattraGridHeader *self)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  mattra_grid_header_popup (self, mattra_grid_shown_column (self->grid, mattra_grid_place_at (self->grid, x)));
}

static void
long_pressed (GtkGestureLongPress *gesture,
              double               x,
              double               y,
              MattraGridHeader    *self)
{
  set_drag (self, MATTRA_HEADER_DRAG_NONE, NULL);
  mattra_grid_header_popup (self, mattra_grid_shown_column (self->grid, mattra_grid_place_at (self->grid, x)));
}

static void
motion (GtkEventControllerMotion *controller,
        double                    x,
        double                    y,
        MattraGridHeader         *self)
{
  gboolean grips = self->drag == MATTRA_HEADER_DRAG_RESIZE || column_with_edge_at (self, x) != NULL;

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), grips ? "col-resize" : NULL);
}

/* Called once, from the header's init. */
void
mattra_grid_header_init_drag (MattraGridHeader *self)
{
  GtkGesture *drag = gtk_gesture_drag_new (), *click = gtk_gesture_click_new ();
  GtkGesture *menu_click = gtk_gesture_click_new (), *hold = gtk_gesture_long_press_new ();
  GtkEventController *over = gtk_event_controller_motion_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (drag), GDK_BUTTON_PRIMARY);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_end), self);
  g_signal_connect (drag, "cancel", G_CALLBACK (drag_cancelled), self);
  g_signal_connect (click, "released", G_CALLBACK (released), self);
  gtk_gesture_group (click, drag);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu_click), GDK_BUTTON_SECONDARY);
  g_signal_connect (menu_click, "pressed", G_CALLBACK (menu_pressed), self);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (hold), TRUE);
  g_signal_connect (hold, "pressed", G_CALLBACK (long_pressed), self);
  gtk_gesture_group (hold, drag);
  g_signal_connect (over, "motion", G_CALLBACK (motion), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (menu_click));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (hold));
  gtk_widget_add_controller (GTK_WIDGET (self), over);
}
