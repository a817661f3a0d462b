/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-grid-hands.h"

#include <math.h>

/* How near to the body's edge a drag begins to scroll, and how much faster farther out. */
#define SCROLL_EDGE 12
#define SCROLL_SPEED 0.25
#define DROP_LINE 3

typedef enum
{
  DRAG_NOTHING,
  DRAG_CELLS,
  DRAG_ROWS,
  DRAG_HANDLE, /* of a row by one of its cells: to be seen whether it goes along the row or away from it */
  DRAG_MOVE,
} Drag;

struct _MattraGridPointer
{
  GtkGesture *click;
  GtkGesture *dragging;
  GtkWidget *held;
  Drag drag;
  double x;
  double y;
  guint tick;
  guint pressed_row;
  guint pressed_place;
  guint drop;
  const char *shape; /* of the pointer; NULL: as anywhere */
};

static gboolean
is_touch (GtkGesture *gesture)
{
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (gesture));
  GdkEventType type = event != NULL ? gdk_event_get_event_type (event) : GDK_BUTTON_PRESS;

  return type == GDK_TOUCH_BEGIN || type == GDK_TOUCH_UPDATE || type == GDK_TOUCH_END;
}

static gboolean
has_shift (GtkGesture *gesture)
{
  GtkEventController *controller = GTK_EVENT_CONTROLLER (gesture);

  return (gtk_event_controller_get_current_event_state (controller) & GDK_SHIFT_MASK) != 0;
}

/* Cells and rows leave their clicks to the grid; header, editor and popovers have hands of their own. */
static gboolean
is_ours (MattraGrid *self,
         double      x,
         double      y)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  GtkWidget *child = NULL;

  for (; widget != NULL && widget != GTK_WIDGET (self); widget = gtk_widget_get_parent (widget))
    child = widget;
  if (widget == NULL)
    return FALSE;
  if (child == NULL)
    return TRUE;
  for (guint i = 0; i < self->rows->len; i++)
    if (g_ptr_array_index (self->rows, i) == (gpointer) child)
      return TRUE;
  return FALSE;
}

/* A frozen first column that is only looked at holds the row's number: it is a head of the row. */
static MattraGridHit
hit (MattraGrid *self,
     double      x,
     double      y,
     guint      *row,
     guint      *place)
{
  MattraGridHit what = mattra_grid_hit (self, x, y, row, place);

  if (what == MATTRA_GRID_HIT_CELL && *place == 0 && mattra_grid_n_fixed (self) > 0 &&
      mattra_grid_column_get_kind (mattra_grid_shown_column (self, 0)) == MATTRA_CELL_READ_ONLY)
    return MATTRA_GRID_HIT_ROW_HEAD;
  return what;
}

/* The cell nearest to the point. */
static void
hit_nearest (MattraGrid *self,
             guint      *row,
             guint      *place)
{
  MattraGridPointer *pointer = self->pointer;
  GdkRectangle body = { 0 };
  double x = 0;
  double y = 0;

  mattra_grid_body_area (self, &body);
  x = CLAMP (pointer->x, body.x + self->gutter, body.x + body.width - 1);
  y = CLAMP (pointer->y, body.y, body.y + body.height - 1);
  mattra_grid_hit (self, x, y, row, place);
  if (*row == MATTRA_GRID_NONE)
    *row = self->selection.n_rows - 1;
  if (*place == MATTRA_GRID_NONE)
    *place = self->selection.n_columns - 1;
}

static void
select_row (MattraGrid *self,
            guint       row,
            gboolean    extend)
{
  MattraGridSelection next = self->selection;

  mattra_grid_selection_select_rows (&next, extend ? next.anchor_row : row, row);
  mattra_grid_change_selection (self, &next, FALSE);
}

static gboolean
is_whole_row (MattraGrid *self,
              guint       row)
{
  return self->selection.whole_rows && mattra_grid_selection_contains (&self->selection, row, 0);
}

static gboolean
is_handle (MattraGrid *self,
           guint       place)
{
  return mattra_grid_has_movable_rows (self) && place != MATTRA_GRID_NONE &&
         mattra_grid_column_get_handle (mattra_grid_shown_column (self, place));
}

/* Returns whether rows are taken there: those that are selected already, so the press is not for that. */
static gboolean
can_take (MattraGrid    *self,
          MattraGridHit  what,
          guint          row,
          guint          place)
{
  return mattra_grid_has_movable_rows (self) && is_whole_row (self, row) &&
         (what == MATTRA_GRID_HIT_ROW_HEAD || (what == MATTRA_GRID_HIT_CELL && is_handle (self, place)));
}

/* What a press without a drag does. */
static void
stand (MattraGrid    *self,
       MattraGridHit  what,
       guint          row,
       guint          place,
       gboolean       extend)
{
  if (what == MATTRA_GRID_HIT_CELL)
    mattra_grid_go_to (self, row, place, extend);
  if (what == MATTRA_GRID_HIT_ROW_HEAD)
    select_row (self, row, extend);
}

static Drag
find_drag (MattraGrid    *self,
           MattraGridHit  what,
           guint          place,
           gboolean       extend)
{
  if (what == MATTRA_GRID_HIT_ROW_HEAD)
    return DRAG_ROWS;
  if (what != MATTRA_GRID_HIT_CELL)
    return DRAG_NOTHING;
  return !extend && is_handle (self, place) ? DRAG_HANDLE : DRAG_CELLS;
}

static gboolean
end_edit (MattraGrid *self)
{
  return !mattra_grid_is_editing (self) || mattra_grid_commit_edit (self);
}

static void
press (MattraGrid *self,
       int         n_press,
       double      x,
       double      y,
       gboolean    extend)
{
  guint row = 0, place = 0;
  MattraGridHit what = hit (self, x, y, &row, &place);

  self->pointer->pressed_row = row;
  self->pointer->pressed_place = what == MATTRA_GRID_HIT_CELL ? place : MATTRA_GRID_NONE;
  self->pointer->held = mattra_grid_row_widget (self, row);
  if (!extend && can_take (self, what, row, place))
    self->pointer->drag = DRAG_MOVE;
  else
    {
      stand (self, what, row, place, extend);
      self->pointer->drag = find_drag (self, what, place, extend);
    }
  mattra_grid_focus_cursor (self);
  if (what == MATTRA_GRID_HIT_CELL && n_press == 2 && !extend)
    mattra_grid_run (self, MATTRA_GRID_COMMAND_EDIT);
}

static void
on_pressed (GtkGestureClick *click,
            int              n_press,
            double           x,
            double           y,
            MattraGrid      *self)
{
  GtkGesture *gesture = GTK_GESTURE (click);

  self->pointer->drag = DRAG_NOTHING;
  if (is_touch (gesture))
    return;
  if (!is_ours (self, x, y))
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  if (end_edit (self))
    press (self, n_press, x, y, has_shift (gesture));
}

/* A finger that did not scroll: the first tap selects, the second on the same cell edits. */
void
_mattra_grid_pointer_tap (MattraGrid *self,
                          double      x,
                          double      y)
{
  guint row = 0, place = 0;
  MattraGridHit what = MATTRA_GRID_HIT_NOTHING;

  if (!is_ours (self, x, y) || !end_edit (self))
    return;
  what = hit (self, x, y, &row, &place);
  if (what == MATTRA_GRID_HIT_ROW_HEAD)
    select_row (self, row, FALSE);
  if (what == MATTRA_GRID_HIT_CELL && _mattra_grid_is_cursor (self, row, place) &&
      gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL)
    mattra_grid_run (self, MATTRA_GRID_COMMAND_EDIT);
  else if (what == MATTRA_GRID_HIT_CELL)
    mattra_grid_go_to (self, row, place, FALSE);
  if (!mattra_grid_is_editing (self))
    mattra_grid_focus_cursor (self);
}

static void
on_released (GtkGestureClick *click,
             int              n_press,
             double           x,
             double           y,
             MattraGrid      *self)
{
  if (is_touch (GTK_GESTURE (click)))
    _mattra_grid_pointer_tap (self, x, y);
}

/* Dragging */

/* The row before which the rows would fall: the near edge of the row under the pointer. */
static guint
find_drop (MattraGrid *self)
{
  GdkRectangle area = { 0 };
  guint row = 0, place = 0;

  hit_nearest (self, &row, &place);
  if (!mattra_grid_cell_area (self, row, place, &area))
    return MATTRA_GRID_NONE;
  return self->pointer->y < area.y + area.height / 2.0 ? row : row + 1;
}

static void
follow_pointer (MattraGrid *self)
{
  guint row = 0, place = 0;

  if (mattra_grid_selection_is_empty (&self->selection))
    return;
  hit_nearest (self, &row, &place);
  switch (self->pointer->drag)
    {
    case DRAG_CELLS:
      mattra_grid_go_to (self, row, place, TRUE);
      break;
    case DRAG_ROWS:
      select_row (self, row, TRUE);
      break;
    case DRAG_MOVE:
      self->pointer->drop = find_drop (self);
      gtk_widget_queue_draw (GTK_WIDGET (self));
      break;
    case DRAG_HANDLE:
    case DRAG_NOTHING:
    default:
      break;
    }
}

static double
get_speed (double at,
           double low,
           double high)
{
  if (at < low + SCROLL_EDGE)
    return (at - low - SCROLL_EDGE) * SCROLL_SPEED;
  return at > high - SCROLL_EDGE ? (at - high + SCROLL_EDGE) * SCROLL_SPEED : 0;
}

static gboolean
on_tick (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  MattraGrid *self = MATTRA_GRID (widget);
  GdkRectangle body = { 0 };
  double dx = 0;
  double dy = 0;

  mattra_grid_body_area (self, &body);
  dy = get_speed (self->pointer->y, body.y, body.y + body.height);
  if (self->pointer->drag == DRAG_CELLS)
    dx = get_speed (self->pointer->x, mattra_grid_fixed_edge (self), body.x + body.width);
  if (dx != 0 || dy != 0)
    {
      mattra_grid_scroll_by (self, dx, dy);
      follow_pointer (self);
    }
  return G_SOURCE_CONTINUE;
}

static void
stop_scrolling (MattraGrid *self)
{
  if (self->pointer->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->pointer->tick);
  self->pointer->tick = 0;
}

static void
show_shape (MattraGrid *self,
            const char *shape)
{
  if (g_strcmp0 (shape, self->pointer->shape) == 0)
    return;
  self->pointer->shape = shape;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), shape);
}

/* Away from its row a handle takes the row along, otherwise it is a cell like others. Rows that have no place
 * of their own to be moved to stay, and it is said why. */
static void
begin_drag (MattraGrid *self,
            double      dx,
            double      dy)
{
  MattraGridPointer *pointer = self->pointer;
  gboolean away = fabs (dy) > fabs (dx);

  if (pointer->drag == DRAG_HANDLE)
    pointer->drag = away ? DRAG_MOVE : DRAG_CELLS;
  if (pointer->drag != DRAG_MOVE)
    return;
  if (mattra_grid_refuse_move (self))
    {
      pointer->drag = DRAG_NOTHING;
      return;
    }
  if (!is_whole_row (self, pointer->pressed_row))
    select_row (self, pointer->pressed_row, FALSE);
  show_shape (self, "grabbing");
}

static void
on_drag_update (GtkGestureDrag *drag,
                double          dx,
                double          dy,
                MattraGrid     *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  double x = 0;
  double y = 0;

  if (self->pointer->drag == DRAG_NOTHING || mattra_grid_is_editing (self) ||
      !gtk_gesture_drag_get_start_point (drag, &x, &y))
    return;
  self->pointer->x = x + dx;
  self->pointer->y = y + dy;
  if (self->pointer->tick == 0 && !gtk_drag_check_threshold (widget, x, y, x + dx, y + dy))
    return;
  if (self->pointer->tick == 0)
    begin_drag (self, dx, dy);
  if (self->pointer->drag == DRAG_NOTHING)
    return;
  if (self->pointer->tick == 0)
    self->pointer->tick = gtk_widget_add_tick_callback (widget, on_tick, NULL, NULL);
  follow_pointer (self);
}

static void
end_drag (MattraGrid *self)
{
  if (self->pointer == NULL)
    return;
  self->pointer->drag = DRAG_NOTHING;
  self->pointer->drop = MATTRA_GRID_NONE;
  self->pointer->held = NULL;
  stop_scrolling (self);
  show_shape (self, NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_drag_end (GtkGestureDrag *drag,
             double          dx,
             double          dy,
             MattraGrid     *self)
{
  gboolean moves = self->pointer->drag == DRAG_MOVE;
  gboolean dragged = self->pointer->tick != 0;
  guint drop = self->pointer->drop;
  MattraGridHit what = self->pointer->pressed_place != MATTRA_GRID_NONE ? MATTRA_GRID_HIT_CELL
                                                                       : MATTRA_GRID_HIT_ROW_HEAD;

  end_drag (self);
  if (moves && !dragged)
    stand (self, what, self->pointer->pressed_row, self->pointer->pressed_place, FALSE);
  else if (moves && drop != MATTRA_GRID_NONE)
    mattra_grid_move_rows (self, drop);
}

static void
on_drag_cancel (GtkGesture       *gesture,
                GdkEventSequence *sequence,
                MattraGrid       *self)
{
  end_drag (self);
}

/**
 * _mattra_grid_pointer_holds:
 * @self: a grid
 * @row: a row's widget
 *
 * GTK sends what the pointer does to the widget it was pressed on, also outside of the grid, until that
 * widget is no longer there.
 *
 * Returns: whether the row must stay while it is scrolled out of view
 */
gboolean
_mattra_grid_pointer_holds (MattraGrid *self,
                            GtkWidget  *row)
{
  return self->pointer != NULL && self->pointer->held == row;
}

/**
 * _mattra_grid_pointer_let_go:
 * @self: a grid
 * @row: the widget of a row that goes
 *
 * Ends a drag whose end would not be told any more.
 */
void
_mattra_grid_pointer_let_go (MattraGrid *self,
                             GtkWidget  *row)
{
  if (!_mattra_grid_pointer_holds (self, row))
    return;
  end_drag (self);
  gtk_event_controller_reset (GTK_EVENT_CONTROLLER (self->pointer->dragging));
}

gboolean
_mattra_grid_pointer_cancel (MattraGrid *self)
{
  gboolean moving = self->pointer->drag == DRAG_MOVE && self->pointer->tick != 0;

  if (moving)
    end_drag (self);
  return moving;
}

void
_mattra_grid_pointer_snapshot (MattraGrid  *self,
                               GtkSnapshot *snapshot)
{
  guint drop = self->pointer->drop;
  GdkRectangle area = { 0 };
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int y = 0;

  if (drop == MATTRA_GRID_NONE)
    return;
  if (mattra_grid_cell_area (self, drop, 0, &area))
    y = area.y;
  else if (drop > 0 && mattra_grid_cell_area (self, drop - 1, 0, &area))
    y = area.y + area.height;
  else
    return;
  y = MAX (y - DROP_LINE / 2 - 1, self->header_height);
  gtk_snapshot_append_color (snapshot, &self->colours.accent,
                             &GRAPHENE_RECT_INIT (0, y, width, DROP_LINE));
}

/* Where rows can be taken the pointer is a hand. */
static void
on_motion (GtkEventControllerMotion *motion,
           double                    x,
           double                    y,
           MattraGrid               *self)
{
  guint row = 0, place = 0;
  MattraGridHit what = MATTRA_GRID_HIT_NOTHING;

  if (self->pointer->drag != DRAG_NOTHING)
    return;
  what = is_ours (self, x, y) ? hit (self, x, y, &row, &place) : MATTRA_GRID_HIT_NOTHING;
  if (mattra_grid_can_move_rows (self) &&
      ((what == MATTRA_GRID_HIT_CELL && is_handle (self, place)) || can_take (self, what, row, place)))
    show_shape (self, "grab");
  else
    show_shape (self, NULL);
}

/* The menu */

static void
open_menu (MattraGrid *self,
           double      x,
           double      y)
{
  GdkRectangle at = { (int) x, (int) y, 1, 1 };
  guint row = 0, place = 0;
  MattraGridHit what = MATTRA_GRID_HIT_NOTHING;

  if (!end_edit (self))
    return;
  what = hit (self, x, y, &row, &place);
  if (what == MATTRA_GRID_HIT_ROW_HEAD && !is_whole_row (self, row))
    select_row (self, row, FALSE);
  if (what == MATTRA_GRID_HIT_CELL && !_mattra_grid_is_selected (self, row, place))
    mattra_grid_go_to (self, row, place, FALSE);
  mattra_grid_focus_cursor (self);
  mattra_grid_popup_menu (self, &at);
}

static void
on_menu_pressed (GtkGestureClick *click,
                 int              n_press,
                 double           x,
                 double           y,
                 MattraGrid      *self)
{
  if (!is_ours (self, x, y))
    return;
  gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
  open_menu (self, x, y);
}

static void
on_held (GtkGestureLongPress *gesture,
         double               x,
         double               y,
         MattraGrid          *self)
{
  if (!is_ours (self, x, y))
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  open_menu (self, x, y);
}

static void
add_gesture (MattraGrid *self,
             GtkGesture *gesture,
             guint       button)
{
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture), button);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (gesture));
}

void
_mattra_grid_pointer_init (MattraGrid *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *menu_click = gtk_gesture_click_new ();
  GtkGesture *hold = gtk_gesture_long_press_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  self->pointer = g_new0 (MattraGridPointer, 1);
  self->pointer->drop = MATTRA_GRID_NONE;
  self->pointer->click = click;
  self->pointer->dragging = drag;
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), self);
  g_signal_connect (click, "released", G_CALLBACK (on_released), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (on_drag_update), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (on_drag_end), self);
  g_signal_connect (drag, "cancel", G_CALLBACK (on_drag_cancel), self);
  g_signal_connect (menu_click, "pressed", G_CALLBACK (on_menu_pressed), self);
  g_signal_connect (hold, "pressed", G_CALLBACK (on_held), self);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (hold), TRUE);
  add_gesture (self, click, GDK_BUTTON_PRIMARY);
  add_gesture (self, drag, GDK_BUTTON_PRIMARY);
  gtk_gesture_group (drag, click);
  add_gesture (self, menu_click, GDK_BUTTON_SECONDARY);
  add_gesture (self, hold, GDK_BUTTON_PRIMARY);
  g_signal_connect (motion, "motion", G_CALLBACK (on_motion), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}

void
_mattra_grid_pointer_dispose (MattraGrid *self)
{
  if (self->pointer != NULL)
    stop_scrolling (self);
  g_clear_pointer (&self->pointer, g_free);
}
