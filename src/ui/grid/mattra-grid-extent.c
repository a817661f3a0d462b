/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-grid-private.h"

/* A scroll bar that comes or goes has its scrolled window ask for another layout. While only the grid is
 * laid out, or a pane that it is in, those around it have been passed already: they would be left without
 * a layout, draw nothing and warn. So the bar stays as it is until a layout of the whole window. */

static gint64
get_frame (MattraGrid *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));

  return clock != NULL ? gdk_frame_clock_get_frame_counter (clock) : -1;
}

/**
 * mattra_grid_note_measured:
 * @self: a grid
 *
 * Tells that the window is laid out from its top, in this frame or in the next: only then is the grid asked
 * again for sizes that it has told before.
 */
void
mattra_grid_note_measured (MattraGrid *self)
{
  self->measured = TRUE;
}

/* A layout may place the grid several times. */
static gboolean
is_laid_out_whole (MattraGrid *self)
{
  if (self->measured)
    self->whole_frame = get_frame (self);
  self->measured = FALSE;
  return self->whole_frame == get_frame (self);
}

static gboolean
ask_for_layout (GtkWidget     *widget,
                GdkFrameClock *clock,
                gpointer       data)
{
  MATTRA_GRID (widget)->layout_tick = 0;
  gtk_widget_queue_resize (widget);
  return G_SOURCE_REMOVE;
}

static void
ask_in_next_frame (MattraGrid *self)
{
  if (self->layout_tick == 0)
    self->layout_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), ask_for_layout, NULL, NULL);
}

/**
 * mattra_grid_configure:
 * @self: a grid
 * @orientation: which of its adjustments
 * @value: the scroll position
 * @lower: that of the content's beginning
 * @extent: the content's size
 * @page: how much of it is seen
 *
 * Tells an adjustment about the content. Where a scroll bar would come or go at a bad time the content
 * is said to fit, or not to, for one more frame; the position is as asked for nevertheless.
 */
void
mattra_grid_configure (MattraGrid     *self,
                       GtkOrientation  orientation,
                       double          value,
                       double          lower,
                       double          extent,
                       double          page)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];
  double seen = gtk_adjustment_get_page_size (adjustment);
  gboolean bar = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_lower (adjustment) > seen;
  gboolean whole = is_laid_out_whole (self);
  double upper = lower + MAX (extent, page);

  if (bar != (extent > page) && seen > 0 && !whole)
    {
      ask_in_next_frame (self);
      lower = bar ? lower : value;
      upper = lower + page + bar;
    }
  gtk_adjustment_configure (adjustment, value, lower, upper, page * 0.1, page * 0.9, page);
}
