/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-timeline-private.h"

#include <glib/gi18n-lib.h>

#include "mattra-timeline-words.h"

/* How near to the end of a bar the pointer takes hold of it. */
#define HANDLE 6

static gboolean
is_handle (MattraTimeline *self,
           guint           row,
           double          x)
{
  const MattraSpan *span = row != MATTRA_TIME_NO_ROW ? mattra_timeline_get_span (self, row) : NULL;
  MattraTimeBar bar;
  double right;

  if (span == NULL || !mattra_date_is_set (span->end) || x < self->gutter
      || !mattra_timeline_place_row (self, row, &bar) || bar.cut_right)
    return FALSE;
  right = self->gutter - mattra_timeline_scroll_x (self) + bar.right;
  return x >= right - HANDLE && x <= right + HANDLE;
}

static void
set_cursor (MattraTimeline *self,
            const char     *name)
{
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), name);
}

/* Moving the end of a bar */

static void
on_drag_begin (GtkGestureDrag *gesture,
               double          x,
               double          y,
               MattraTimeline *self)
{
  guint row = mattra_timeline_row_at (self, y);

  if (!is_handle (self, row, x))
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  gtk_widget_grab_focus (GTK_WIDGET (self));
  mattra_timeline_set_cursor (self, row);
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  if (mattra_timeline_hold (self, row, FALSE))
    set_cursor (self, "ew-resize");
}

/* The pointer holds the edge behind the last day: half a day to either side is that day still. */
static void
on_drag_update (GtkGestureDrag *gesture,
                double          dx,
                double          dy,
                MattraTimeline *self)
{
  double x, y, right;

  if (*self->held.measure == '\0' || self->held.by_keys || !gtk_gesture_drag_get_start_point (gesture, &x, &y))
    return;
  right = mattra_time_axis_x (&self->axis, mattra_date_add_days (self->held.was, 1));
  mattra_timeline_hold_move (self, mattra_time_axis_day (&self->axis, right + dx - self->axis.day_width / 2));
}

static void
on_drag_end (GtkGestureDrag *gesture,
             double          dx,
             double          dy,
             MattraTimeline *self)
{
  if (!self->held.by_keys)
    mattra_timeline_hold_end (self);
}

static void
on_drag_cancel (GtkGesture       *gesture,
                GdkEventSequence *sequence,
                MattraTimeline   *self)
{
  if (!self->held.by_keys)
    mattra_timeline_hold_cancel (self);
}

/* Choosing and opening */

static void
on_pressed (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            MattraTimeline  *self)
{
  guint row = mattra_timeline_row_at (self, y);

  if (is_handle (self, row, x) && n_press == 1)
    return;
  mattra_timeline_hold_end (self);
  mattra_timeline_hold_cancel (self);
  if (row == MATTRA_TIME_NO_ROW || mattra_time_rows_get (self->rows, row)->kind == MATTRA_TIME_ROW_GROUP)
    return;
  gtk_widget_grab_focus (GTK_WIDGET (self));
  mattra_timeline_set_cursor (self, row);
  if (n_press == 2)
    mattra_timeline_open (self, row);
}

static void
on_motion (GtkEventControllerMotion *controller,
           double                    x,
           double                    y,
           MattraTimeline           *self)
{
  self->pointer_x = x;
  self->pointer_y = y;
  if (*self->held.measure == '\0')
    set_cursor (self, is_handle (self, mattra_timeline_row_at (self, y), x) ? "ew-resize" : NULL);
}

/* Zoom */

static gboolean
on_scroll (GtkEventControllerScroll *controller,
           double                    dx,
           double                    dy,
           MattraTimeline           *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  int zoom = (int) self->zoom + (dy < 0 ? 1 : -1);

  if (!(state & GDK_CONTROL_MASK) || dy == 0)
    return FALSE;
  mattra_timeline_zoom_at (self, CLAMP (zoom, MATTRA_TIME_ZOOM_YEAR, MATTRA_TIME_ZOOM_MONTH), self->pointer_x);
  return TRUE;
}

/* Tooltips */

static char *
describe_header (MattraTimeline *self,
                 double          x)
{
  MattraDate day = mattra_time_axis_day (&self->axis, x - self->gutter + mattra_timeline_scroll_x (self));
  g_autofree char *date = mattra_timeline_describe_day (self, day);
  GString *text = g_string_new (date);

  if (mattra_date_compare (day, self->today) == 0)
    g_string_append_printf (text, " · %s", C_("timeline", "Today"));
  for (guint i = 0; i < self->milestones->len; i++)
    {
      const MattraDue *milestone = g_ptr_array_index (self->milestones, i);

      if (mattra_date_compare (milestone->deadline, day) == 0)
        g_string_append_printf (text, "\n%s", milestone->title);
    }
  return g_string_free (text, FALSE);
}

static gboolean
on_query_tooltip (MattraTimeline *self,
                  int             x,
                  int             y,
                  gboolean        by_keyboard,
                  GtkTooltip     *tooltip)
{
  guint row = by_keyboard ? self->cursor : mattra_timeline_row_at (self, y);
  g_autofree char *text = NULL;

  if (*self->held.measure != '\0')
    return FALSE;
  if (!by_keyboard && y < self->header_height)
    text = x >= self->gutter ? describe_header (self, x) : NULL;
  else if (row != MATTRA_TIME_NO_ROW && mattra_time_rows_get (self->rows, row)->kind != MATTRA_TIME_ROW_GROUP)
    {
      gtk_tooltip_set_tip_area (tooltip,
                                &(GdkRectangle) { 0, (int) mattra_timeline_row_y (self, row),
                                                  gtk_widget_get_width (GTK_WIDGET (self)),
                                                  mattra_timeline_row_height (self, row) });
      text = mattra_timeline_describe (self, row, "\n");
    }
  gtk_tooltip_set_text (tooltip, text);
  return text != NULL;
}

void
mattra_timeline_init_pointer (MattraTimeline *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL
                                                                | GTK_EVENT_CONTROLLER_SCROLL_DISCRETE);

  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  g_signal_connect (drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (on_drag_update), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (on_drag_end), self);
  g_signal_connect (drag, "cancel", G_CALLBACK (on_drag_cancel), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
  g_signal_connect (motion, "motion", G_CALLBACK (on_motion), self);
  gtk_widget_add_controller (widget, motion);
  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  g_signal_connect (scroll, "scroll", G_CALLBACK (on_scroll), self);
  gtk_widget_add_controller (widget, scroll);
  gtk_widget_set_has_tooltip (widget, TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (on_query_tooltip), NULL);
}
