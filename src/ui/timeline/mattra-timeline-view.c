/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-timeline-private.h"

/* Scrolling */

void
mattra_timeline_scroll_by (MattraTimeline *self,
                           double          dx,
                           double          dy)
{
  GtkAdjustment *x = self->adjustments[GTK_ORIENTATION_HORIZONTAL];
  GtkAdjustment *y = self->adjustments[GTK_ORIENTATION_VERTICAL];

  gtk_adjustment_set_value (x, gtk_adjustment_get_value (x) + dx);
  gtk_adjustment_set_value (y, gtk_adjustment_get_value (y) + dy);
}

void
mattra_timeline_reveal_day (MattraTimeline *self,
                            MattraDate      day)
{
  GtkAdjustment *x = self->adjustments[GTK_ORIENTATION_HORIZONTAL];
  double left = mattra_time_axis_x (&self->axis, day);

  gtk_adjustment_clamp_page (x, left - self->axis.day_width, left + 2 * self->axis.day_width);
}

/* Brings a row into view, and of its bar what has room. */
void
mattra_timeline_reveal (MattraTimeline *self,
                        guint           row)
{
  guint top = row > 0 && mattra_time_rows_get (self->rows, row - 1)->kind == MATTRA_TIME_ROW_GROUP ? row - 1 : row;
  double scroll = mattra_timeline_scroll_x (self);
  MattraTimeBar bar;

  gtk_adjustment_clamp_page (self->adjustments[GTK_ORIENTATION_VERTICAL], mattra_time_rows_y (self->rows, top),
                             mattra_time_rows_y (self->rows, row + 1));
  if (mattra_timeline_place_row (self, row, &bar)
      && (bar.right <= scroll || bar.left >= scroll + mattra_timeline_chart_width (self)))
    gtk_adjustment_clamp_page (self->adjustments[GTK_ORIENTATION_HORIZONTAL], bar.left,
                               MIN (bar.right, bar.left + mattra_timeline_chart_width (self)));
}

/* Zoom */

MattraTimeZoom
mattra_timeline_get_zoom (MattraTimeline *self)
{
  g_return_val_if_fail (MATTRA_IS_TIMELINE (self), MATTRA_TIME_ZOOM_YEAR);

  return self->zoom;
}

/* Zooms; what lies at @x of the widget stays there. */
void
mattra_timeline_zoom_at (MattraTimeline *self,
                         MattraTimeZoom  zoom,
                         double          x)
{
  double place = CLAMP (x - self->gutter, 0, mattra_timeline_chart_width (self));
  double days = (place + mattra_timeline_scroll_x (self)) / self->axis.day_width;

  if (self->zoom == zoom)
    return;
  self->zoom = zoom;
  mattra_time_axis_fit (&self->axis, zoom, (int) mattra_timeline_chart_width (self));
  mattra_timeline_fit (self, days * self->axis.day_width - place);
  g_object_notify (G_OBJECT (self), "zoom");
}

/**
 * mattra_timeline_set_zoom:
 * @self: a timeline
 * @zoom: how closely one looks
 *
 * Zooms around today where that is in the year, else around the middle of the view.
 */
void
mattra_timeline_set_zoom (MattraTimeline *self,
                          MattraTimeZoom  zoom)
{
  double x, middle;

  g_return_if_fail (MATTRA_IS_TIMELINE (self));

  middle = self->gutter + mattra_timeline_chart_width (self) / 2;
  x = self->gutter - mattra_timeline_scroll_x (self) + mattra_time_axis_x (&self->axis, self->today);
  if (!mattra_time_axis_holds (&self->axis, self->today) || x < self->gutter
      || x > self->gutter + mattra_timeline_chart_width (self))
    x = middle;
  mattra_timeline_zoom_at (self, zoom, x);
}

/**
 * mattra_timeline_show_today:
 * @self: a timeline
 *
 * Brings today into the middle of the view.
 */
void
mattra_timeline_show_today (MattraTimeline *self)
{
  g_return_if_fail (MATTRA_IS_TIMELINE (self));

  gtk_adjustment_set_value (self->adjustments[GTK_ORIENTATION_HORIZONTAL],
                            mattra_time_axis_x (&self->axis, self->today) - mattra_timeline_chart_width (self) / 2);
}
