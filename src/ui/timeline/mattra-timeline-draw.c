/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-timeline-private.h"

#include <glib/gi18n-lib.h>

#include "mattra-word-digits.h"

#define PADDING 8
#define TODAY_WIDTH 2
#define BUBBLE_PADDING 8
#define BUBBLE_RADIUS 6
#define DAY_NUMBER_ROOM 22

/* Where a month, or a quarter, lies in the chart. */
typedef struct
{
  double left;
  double right;
} Band;

static Band
band_of (MattraTimeline *self,
         guint           first,
         guint           end)
{
  double shift = self->gutter - mattra_timeline_scroll_x (self);

  return (Band) { shift + mattra_time_axis_x (&self->axis, mattra_time_axis_month (&self->axis, first)),
                  shift + mattra_time_axis_x (&self->axis, mattra_time_axis_month (&self->axis, end)) };
}

static double
x_of_day (MattraTimeline *self,
          MattraDate      day)
{
  return self->gutter - mattra_timeline_scroll_x (self) + mattra_time_axis_x (&self->axis, day);
}

static gboolean
is_seen (MattraTimeline *self,
         Band            band)
{
  return band.right > self->gutter && band.left < gtk_widget_get_width (GTK_WIDGET (self));
}

static void
push_chart (MattraTimeline *self,
            GtkSnapshot    *snapshot,
            int             top,
            int             bottom)
{
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (self->gutter, top, mattra_timeline_chart_width (self),
                                                         MAX (bottom - top, 0)));
}

/* Under the rows */

static void
draw_line (GtkSnapshot   *snapshot,
           const GdkRGBA *colour,
           double         x,
           int            top,
           int            bottom,
           int            width)
{
  gtk_snapshot_append_color (snapshot, colour, &GRAPHENE_RECT_INIT ((int) x, top, width, bottom - top));
}

static void
draw_dotted (GtkSnapshot   *snapshot,
             const GdkRGBA *colour,
             double         x,
             int            top,
             int            bottom)
{
  gtk_snapshot_push_repeat (snapshot, &GRAPHENE_RECT_INIT ((int) x, top, 1, MAX (bottom - top, 0)),
                            &GRAPHENE_RECT_INIT ((int) x, top, 1, 6));
  gtk_snapshot_append_color (snapshot, colour, &GRAPHENE_RECT_INIT ((int) x, top, 1, 3));
  gtk_snapshot_pop (snapshot);
}

/**
 * mattra_timeline_draw_ground:
 * @self: a timeline
 * @snapshot: what is drawn on
 *
 * Draws what lies under the rows: months, days of the assessment, today.
 */
void
mattra_timeline_draw_ground (MattraTimeline *self,
                             GtkSnapshot    *snapshot)
{
  int height = gtk_widget_get_height (GTK_WIDGET (self));

  push_chart (self, snapshot, self->header_height, height);
  for (guint i = 0; i <= MATTRA_TIMELINE_MONTHS; i++)
    {
      const GdkRGBA *colour = i % 3 == 0 ? &self->colours.edge : &self->colours.hairline;

      draw_line (snapshot, colour, x_of_day (self, mattra_time_axis_month (&self->axis, i)), self->header_height, height,
                 1);
    }
  for (guint i = 0; i < self->milestones->len; i++)
    {
      MattraDate day = ((const MattraDue *) g_ptr_array_index (self->milestones, i))->deadline;

      if (mattra_time_axis_holds (&self->axis, day))
        draw_dotted (snapshot, &self->colours.accent, x_of_day (self, day) + self->axis.day_width / 2,
                     self->header_height, height);
    }
  if (mattra_time_axis_holds (&self->axis, self->today))
    draw_line (snapshot, &self->colours.error, x_of_day (self, self->today) + self->axis.day_width / 2,
               self->header_height, height, TODAY_WIDTH);
  gtk_snapshot_pop (snapshot);
}

/* The header */

static void
draw_label (MattraTimeline *self,
            GtkSnapshot    *snapshot,
            PangoLayout    *layout,
            const GdkRGBA  *colour,
            Band            band,
            int             top)
{
  double left = MAX (band.left, self->gutter);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  if (band.right - band.left < width + 4 && left == band.left)
    return;
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (left, top, MAX (band.right - left, 0), self->header_height));
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (left + MIN (PADDING, MAX ((band.right - left - width) / 2, 2)),
                                                          top + 3));
  gtk_snapshot_append_layout (snapshot, layout, colour);
  gtk_snapshot_restore (snapshot);
  gtk_snapshot_pop (snapshot);
}

static PangoLayout *
ensure_layout (MattraTimeline *self,
               PangoLayout   **layout,
               const char     *text)
{
  if (*layout == NULL)
    *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  return *layout;
}

static PangoLayout *
quarter_layout (MattraTimeline *self,
                guint           quarter)
{
  g_autofree char *number = mattra_digits_format ((int) quarter + 1, mattra_word_digits (self->digits));
  /* Translators: %s is the number of a quarter of the fiscal year. */
  g_autofree char *text = g_strdup_printf (_("Quarter %s"), number);

  return ensure_layout (self, &self->quarters[quarter], text);
}

static PangoLayout *
month_layout (MattraTimeline *self,
              guint           month,
              gboolean        full)
{
  MattraDate first = mattra_time_axis_month (&self->axis, month);
  int year = mattra_date_year_be (first);
  g_autofree char *number = mattra_digits_format (full ? year : year % 100, self->digits);
  g_autofree char *text = g_strdup_printf ("%s %s", full ? mattra_date_month_name (first.month)
                                                         : mattra_date_month_short (first.month), number);

  return ensure_layout (self, full ? &self->full_months[month] : &self->months[month], text);
}

static PangoLayout *
bare_month_layout (MattraTimeline *self,
                   guint           month)
{
  return ensure_layout (self, &self->bare_months[month],
                        mattra_date_month_short (mattra_time_axis_month (&self->axis, month).month));
}

/* Where a year does not fit beside it, the month alone; months begin with October. */
static PangoLayout *
fitting_month_layout (MattraTimeline *self,
                      guint           month,
                      double          room)
{
  PangoLayout *layout = month_layout (self, month, FALSE);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width + 4 <= room ? layout : bare_month_layout (self, month);
}

static void
draw_month_days (MattraTimeline *self,
                 GtkSnapshot    *snapshot,
                 guint           month,
                 int             top)
{
  MattraDate first = mattra_time_axis_month (&self->axis, month);
  int n = mattra_date_days_in_month (first.year, first.month);
  int step = self->axis.day_width >= DAY_NUMBER_ROOM ? 1 : 5;

  for (int i = 0; i < n; i += step)
    {
      double left = x_of_day (self, mattra_date_add_days (first, i));
      Band band = { left, left + step * self->axis.day_width };
      g_autofree char *text = mattra_digits_format (i + 1, self->digits);

      if (is_seen (self, band) && band.left >= self->gutter)
        draw_label (self, snapshot, ensure_layout (self, &self->days[i], text), &self->colours.dim, band, top);
    }
}

static void
draw_months (MattraTimeline *self,
             GtkSnapshot    *snapshot)
{
  int lower = (self->header_height - MATTRA_TIMELINE_SIGNS) / 2;
  gboolean close = self->zoom == MATTRA_TIME_ZOOM_MONTH;

  for (guint i = 0; i < MATTRA_TIMELINE_MONTHS; i++)
    {
      Band band = band_of (self, i, i + 1);

      if (!is_seen (self, band))
        continue;
      draw_line (snapshot, &self->colours.hairline, band.left, close ? 0 : lower, self->header_height, 1);
      draw_label (self, snapshot,
                  close ? month_layout (self, i, TRUE) : fitting_month_layout (self, i, band.right - band.left),
                  &self->colours.text, band, close ? 0 : lower);
      if (close)
        draw_month_days (self, snapshot, i, lower);
    }
}

static void
draw_quarters (MattraTimeline *self,
               GtkSnapshot    *snapshot)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->quarters); i++)
    {
      Band band = band_of (self, 3 * i, 3 * i + 3);

      if (!is_seen (self, band))
        continue;
      draw_line (snapshot, &self->colours.edge, band.left, 0, self->header_height, 1);
      if (self->zoom != MATTRA_TIME_ZOOM_MONTH)
        draw_label (self, snapshot, quarter_layout (self, i), &self->colours.dim, band, 0);
    }
}

static void
draw_triangle (GtkSnapshot   *snapshot,
               const GdkRGBA *colour,
               double         x,
               int            bottom)
{
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (x - 6, bottom - 7, 12, 7));

  gdk_cairo_set_source_rgba (cr, colour);
  cairo_move_to (cr, x - 5, bottom - 6);
  cairo_line_to (cr, x + 5, bottom - 6);
  cairo_line_to (cr, x, bottom);
  cairo_fill (cr);
  cairo_destroy (cr);
}

static void
draw_milestone (GtkSnapshot   *snapshot,
                const GdkRGBA *colour,
                double         x,
                int            bottom)
{
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (x - 4, bottom - 8, 8, 8));

  gdk_cairo_set_source_rgba (cr, colour);
  cairo_move_to (cr, x, bottom - 8);
  cairo_line_to (cr, x + 4, bottom - 4);
  cairo_line_to (cr, x, bottom);
  cairo_line_to (cr, x - 4, bottom - 4);
  cairo_fill (cr);
  cairo_destroy (cr);
}

static void
draw_milestones (MattraTimeline *self,
                 GtkSnapshot    *snapshot)
{
  for (guint i = 0; i < self->milestones->len; i++)
    {
      MattraDate day = ((const MattraDue *) g_ptr_array_index (self->milestones, i))->deadline;

      if (mattra_time_axis_holds (&self->axis, day))
        draw_milestone (snapshot, &self->colours.accent,
                        (int) (x_of_day (self, day) + self->axis.day_width / 2) + 0.5, self->header_height);
    }
}

/**
 * mattra_timeline_draw_header:
 * @self: a timeline
 * @snapshot: what is drawn on
 *
 * Draws quarters, months and days above the rows.
 */
void
mattra_timeline_draw_header (MattraTimeline *self,
                             GtkSnapshot    *snapshot)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));

  push_chart (self, snapshot, 0, self->header_height);
  draw_quarters (self, snapshot);
  draw_months (self, snapshot);
  draw_milestones (self, snapshot);
  if (mattra_time_axis_holds (&self->axis, self->today))
    draw_triangle (snapshot, &self->colours.error,
                   (int) (x_of_day (self, self->today) + self->axis.day_width / 2) + TODAY_WIDTH / 2.0,
                   self->header_height);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_color (snapshot, &self->colours.edge, &GRAPHENE_RECT_INIT (0, self->header_height - 1, width, 1));
  gtk_snapshot_append_color (snapshot, &self->colours.hairline, &GRAPHENE_RECT_INIT (self->gutter - 1, 0, 1, height));
}

/* What is said beside a bar */

void
mattra_timeline_draw_bubble (MattraTimeline *self,
                             GtkSnapshot    *snapshot)
{
  g_autoptr (PangoLayout) layout = NULL;
  MattraTimeBar bar = { 0 };
  int width, height, room = gtk_widget_get_width (GTK_WIDGET (self));
  double x, y;
  GskRoundedRect outline;
  GdkRGBA ground = { 0.1f, 0.1f, 0.1f, 0.92f }, text = { 1, 1, 1, 1 };

  if (self->bubble == NULL || self->bubble_row >= mattra_time_rows_get_size (self->rows))
    return;
  layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->bubble);
  pango_layout_set_width (layout, MAX (room - 4 * BUBBLE_PADDING, 1) * PANGO_SCALE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_get_pixel_size (layout, &width, &height);
  mattra_timeline_place_row (self, self->bubble_row, &bar);
  x = self->gutter - mattra_timeline_scroll_x (self) + bar.right - width / 2.0 - BUBBLE_PADDING;
  x = CLAMP (x, 4, MAX (room - width - 2 * BUBBLE_PADDING - 4, 4));
  y = mattra_timeline_row_y (self, self->bubble_row) - height - 2 * BUBBLE_PADDING;
  if (y < self->header_height)
    y = mattra_timeline_row_y (self, self->bubble_row) + mattra_timeline_row_height (self, self->bubble_row);
  gsk_rounded_rect_init_from_rect (&outline,
                                   &GRAPHENE_RECT_INIT (x, y, width + 2 * BUBBLE_PADDING, height + 2 * BUBBLE_PADDING - 4),
                                   BUBBLE_RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &ground, &outline.bounds);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x + BUBBLE_PADDING, y + BUBBLE_PADDING - 2));
  gtk_snapshot_append_layout (snapshot, layout, &text);
}

/* Font, digits or year are others. */
void
mattra_timeline_forget_layouts (MattraTimeline *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->quarters); i++)
    g_clear_object (&self->quarters[i]);
  for (guint i = 0; i < MATTRA_TIMELINE_MONTHS; i++)
    {
      g_clear_object (&self->months[i]);
      g_clear_object (&self->bare_months[i]);
      g_clear_object (&self->full_months[i]);
    }
  for (guint i = 0; i < MATTRA_TIMELINE_DAYS; i++)
    g_clear_object (&self->days[i]);
}
