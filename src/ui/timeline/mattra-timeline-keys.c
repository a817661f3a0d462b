/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-timeline-private.h"

#define WEEK 7

static int
page_of (MattraTimeline *self)
{
  int height = gtk_widget_get_height (GTK_WIDGET (self)) - self->header_height;
  int row = self->cursor != MATTRA_TIME_NO_ROW ? mattra_timeline_row_height (self, self->cursor) : 1;

  return MAX (height / MAX (row, 1) - 1, 1);
}

static gboolean
go (MattraTimeline *self,
    guint           from,
    int             steps)
{
  guint row = mattra_time_rows_step (self->rows, from, steps);

  mattra_timeline_hold_end (self);
  mattra_timeline_hold_cancel (self);
  if (row == MATTRA_TIME_NO_ROW)
    return FALSE;
  mattra_timeline_set_cursor (self, row);
  mattra_timeline_reveal (self, row);
  return TRUE;
}

static gboolean
go_by_key (MattraTimeline *self,
           guint           keyval)
{
  int all = (int) mattra_time_rows_get_size (self->rows);

  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return go (self, self->cursor, -1);
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return go (self, self->cursor, 1);
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      return go (self, self->cursor, -page_of (self));
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      return go (self, self->cursor, page_of (self));
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      return go (self, MATTRA_TIME_NO_ROW, 1);
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      return go (self, self->cursor, all);
    default:
      return FALSE;
    }
}

static int
direction_of (guint keyval)
{
  if (keyval == GDK_KEY_Left || keyval == GDK_KEY_KP_Left)
    return -1;
  return keyval == GDK_KEY_Right || keyval == GDK_KEY_KP_Right ? 1 : 0;
}

/* Steps add up until the key that was held down with the arrow is let go: one act, however many they were. */
static gboolean
step_end (MattraTimeline *self,
          int             days)
{
  if (self->cursor == MATTRA_TIME_NO_ROW || !mattra_timeline_hold (self, self->cursor, TRUE))
    return TRUE;
  mattra_timeline_hold_move (self, mattra_date_add_days (self->held.end, days));
  mattra_timeline_reveal_day (self, self->held.end);
  return TRUE;
}

static gboolean
handle_sideways (MattraTimeline  *self,
                 int              direction,
                 GdkModifierType  modifiers)
{
  if (modifiers == GDK_SHIFT_MASK)
    return step_end (self, direction);
  if (modifiers == GDK_ALT_MASK)
    return step_end (self, direction * WEEK);
  if (modifiers != 0)
    return FALSE;
  mattra_timeline_scroll_by (self, direction * mattra_timeline_chart_width (self) / 4, 0);
  return TRUE;
}

static gboolean
zoom_by_key (MattraTimeline *self,
             guint           keyval)
{
  switch (keyval)
    {
    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_KP_Add:
    case GDK_KEY_Thai_chochang:
      mattra_timeline_set_zoom (self, MIN (self->zoom + 1, MATTRA_TIME_ZOOM_MONTH));
      return TRUE;
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
    case GDK_KEY_Thai_khokhai:
      mattra_timeline_set_zoom (self, MAX ((int) self->zoom - 1, (int) MATTRA_TIME_ZOOM_YEAR));
      return TRUE;
    case GDK_KEY_0:
    case GDK_KEY_KP_0:
      mattra_timeline_set_zoom (self, MATTRA_TIME_ZOOM_YEAR);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
handle_escape (MattraTimeline *self)
{
  gboolean held = *self->held.measure != '\0' || self->bubble != NULL;

  mattra_timeline_hold_cancel (self);
  return held;
}

static gboolean
handle_enter (MattraTimeline *self)
{
  if (*self->held.measure != '\0')
    mattra_timeline_hold_end (self);
  else if (self->cursor != MATTRA_TIME_NO_ROW)
    mattra_timeline_open (self, self->cursor);
  return TRUE;
}

static gboolean
on_key_pressed (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                MattraTimeline        *self)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();

  if (direction_of (keyval) != 0)
    return handle_sideways (self, direction_of (keyval), modifiers);
  if (modifiers == GDK_CONTROL_MASK && keyval == GDK_KEY_semicolon)
    {
      mattra_timeline_show_today (self);
      return TRUE;
    }
  if ((modifiers == 0 || modifiers == GDK_SHIFT_MASK) && zoom_by_key (self, keyval))
    return TRUE;
  if (modifiers != 0)
    return FALSE;
  if (keyval == GDK_KEY_Escape)
    return handle_escape (self);
  if (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_ISO_Enter)
    return handle_enter (self);
  return go_by_key (self, keyval);
}

static gboolean
is_modifier (guint keyval)
{
  switch (keyval)
    {
    case GDK_KEY_Shift_L:
    case GDK_KEY_Shift_R:
    case GDK_KEY_Alt_L:
    case GDK_KEY_Alt_R:
    case GDK_KEY_Meta_L:
    case GDK_KEY_Meta_R:
      return TRUE;
    default:
      return FALSE;
    }
}

static void
on_key_released (GtkEventControllerKey *controller,
                 guint                  keyval,
                 guint                  keycode,
                 GdkModifierType        state,
                 MattraTimeline        *self)
{
  if (self->held.by_keys && is_modifier (keyval))
    mattra_timeline_hold_end (self);
}

static void
on_leave (GtkEventControllerFocus *controller,
          MattraTimeline          *self)
{
  if (self->held.by_keys)
    mattra_timeline_hold_end (self);
}

void
mattra_timeline_init_keys (MattraTimeline *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  g_signal_connect (keys, "key-released", G_CALLBACK (on_key_released), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect (focus, "leave", G_CALLBACK (on_leave), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}
