/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-timeline-row.h"

#include "mattra-grid-pill.h"
#include "mattra-status-look.h"
#include "mattra-timeline-words.h"

#define PADDING 10
#define LATE_WIDTH 3
#define FRAME 2
#define BAR_MARGIN 5
#define BAR_RADIUS 5
#define SHAPE_ROOM 20
#define DASH 4
#define GAP 3
#define DIAMOND 6
#define FILL 0.2f
#define EDGE 0.6f

struct _MattraTimelineRow
{
  GtkWidget parent_instance;

  MattraTimeline *timeline;
  guint row;
  PangoLayout *name;
  PangoLayout *word; /* in the bar, or in its place */
};

G_DEFINE_FINAL_TYPE (MattraTimelineRow, mattra_timeline_row, GTK_TYPE_WIDGET)

static GdkRGBA
thinned (const GdkRGBA *colour,
         float          share)
{
  GdkRGBA thin = *colour;

  thin.alpha *= share;
  return thin;
}

static void
draw_layout (GtkSnapshot   *snapshot,
             PangoLayout   *layout,
             const GdkRGBA *colour,
             double         x,
             int            height)
{
  int text_height;

  pango_layout_get_pixel_size (layout, NULL, &text_height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, (height - text_height) / 2));
  gtk_snapshot_append_layout (snapshot, layout, colour);
  gtk_snapshot_restore (snapshot);
}

/* The chart */

/* From the end of what is late to today: how long it has been so. */
static void
draw_tail (MattraTimelineRow *self,
           GtkSnapshot       *snapshot,
           const MattraSpan  *span,
           double             from,
           int                middle)
{
  MattraTimeline *timeline = self->timeline;
  double to = mattra_time_axis_x (&timeline->axis, timeline->today);
  GdkRGBA colour = thinned (&timeline->colours.error, EDGE);

  if (!span->overdue || !mattra_date_is_set (span->end) || mattra_date_compare (timeline->today, span->end) <= 0)
    return;
  to = MIN (to, mattra_time_axis_width (&timeline->axis));
  for (double x = from + GAP; x < to; x += DASH + GAP)
    gtk_snapshot_append_color (snapshot, &colour, &GRAPHENE_RECT_INIT (x, middle - 1, MIN (DASH, to - x), 2));
}

/* A chevron in the bar, towards what lies beyond the year. */
static void
draw_chevron (GtkSnapshot   *snapshot,
              const GdkRGBA *colour,
              double         x,
              int            middle,
              int            direction)
{
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (x - 4, middle - 6, 8, 12));

  gdk_cairo_set_source_rgba (cr, colour);
  cairo_set_line_width (cr, 1.5);
  cairo_move_to (cr, x - 1.5 * direction, middle - 3.5);
  cairo_line_to (cr, x + 1.5 * direction, middle);
  cairo_line_to (cr, x - 1.5 * direction, middle + 3.5);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

/* Where the other end is not known, a line runs on to the edge of the year. */
static void
draw_open_end (MattraTimelineRow   *self,
               GtkSnapshot         *snapshot,
               const MattraTimeBar *bar,
               const GdkRGBA       *colour,
               int                  middle)
{
  double width = mattra_time_axis_width (&self->timeline->axis);
  double from = bar->open_start ? 0 : bar->right;
  double to = bar->open_start ? bar->left : width;

  if (bar->open_start || bar->open_end)
    gtk_snapshot_append_color (snapshot, colour, &GRAPHENE_RECT_INIT (from, middle - 0.5, MAX (to - from, 0), 1));
}

static void
draw_body (GtkSnapshot         *snapshot,
           const MattraTimeBar *bar,
           const GdkRGBA       *colour,
           int                  height)
{
  graphene_rect_t area = GRAPHENE_RECT_INIT (bar->left, BAR_MARGIN, bar->right - bar->left, height - 2 * BAR_MARGIN);
  GdkRGBA fill = thinned (colour, FILL);
  GdkRGBA edge = thinned (colour, EDGE);
  GskRoundedRect outline;

  gsk_rounded_rect_init (&outline, &area,
                         &GRAPHENE_SIZE_INIT (bar->cut_left ? 0 : BAR_RADIUS, bar->cut_left ? 0 : BAR_RADIUS),
                         &GRAPHENE_SIZE_INIT (bar->cut_right ? 0 : BAR_RADIUS, bar->cut_right ? 0 : BAR_RADIUS),
                         &GRAPHENE_SIZE_INIT (bar->cut_right ? 0 : BAR_RADIUS, bar->cut_right ? 0 : BAR_RADIUS),
                         &GRAPHENE_SIZE_INIT (bar->cut_left ? 0 : BAR_RADIUS, bar->cut_left ? 0 : BAR_RADIUS));
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &fill, &area);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]) { 1, 1, 1, 1 }, (GdkRGBA[4]) { edge, edge, edge, edge });
}

/* Shape and word of the status: in the bar where they have room, else beside it. The left edge of a long bar may be
 * out of view; they stay where they are seen. */
static void
draw_status (MattraTimelineRow   *self,
             GtkSnapshot         *snapshot,
             const MattraSpan    *span,
             const MattraTimeBar *bar,
             const GdkRGBA       *colour,
             int                  height)
{
  MattraCellShape shape = mattra_status_look_shape (span->status);
  double left = MAX (bar->left, mattra_timeline_scroll_x (self->timeline));
  double x = left + (bar->cut_left ? 10 : 4);
  int width;

  pango_layout_get_pixel_size (self->word, &width, NULL);
  if (shape == MATTRA_SHAPE_NONE || bar->right - left < SHAPE_ROOM)
    return;
  mattra_grid_shape_draw (snapshot, shape, colour, x + 7, height / 2);
  if (bar->right - x > width + SHAPE_ROOM + 8)
    draw_layout (snapshot, self->word, &self->timeline->colours.text, x + SHAPE_ROOM - 2, height);
}

static void
draw_grip (MattraTimelineRow   *self,
           GtkSnapshot         *snapshot,
           const MattraTimeBar *bar,
           int                  height)
{
  const GdkRGBA *colour = &self->timeline->colours.accent;

  gtk_snapshot_append_color (snapshot, colour, &GRAPHENE_RECT_INIT (bar->right - 3, BAR_MARGIN, 3, height - 2 * BAR_MARGIN));
}

static void
draw_span (MattraTimelineRow *self,
           GtkSnapshot       *snapshot,
           int                height)
{
  MattraTimeline *timeline = self->timeline;
  const MattraSpan *span = mattra_timeline_get_span (timeline, self->row);
  MattraCellTone tone = span->overdue ? MATTRA_TONE_ERROR : mattra_status_look_tone (span->status);
  const GdkRGBA *colour = mattra_grid_tone_colour (&timeline->colours, tone);
  MattraTimeBar bar;

  if (!mattra_timeline_place_row (timeline, self->row, &bar))
    {
      draw_layout (snapshot, self->word, &timeline->colours.dim, mattra_timeline_scroll_x (timeline) + PADDING, height);
      return;
    }
  draw_open_end (self, snapshot, &bar, colour, height / 2);
  draw_tail (self, snapshot, span, bar.right, height / 2);
  draw_body (snapshot, &bar, colour, height);
  if (bar.cut_left)
    draw_chevron (snapshot, colour, bar.left + 5, height / 2, -1);
  if (bar.cut_right)
    draw_chevron (snapshot, colour, bar.right - 5, height / 2, 1);
  draw_status (self, snapshot, span, &bar, colour, height);
  if (!bar.cut_right && !bar.open_end
      && (timeline->cursor == self->row || mattra_timeline_is_held (timeline, span->measure)))
    draw_grip (self, snapshot, &bar, height);
}

static void
draw_milestone (MattraTimelineRow *self,
                GtkSnapshot       *snapshot,
                int                height)
{
  MattraTimeline *timeline = self->timeline;
  MattraDate day = mattra_timeline_get_milestone (timeline, self->row)->deadline;
  double x = mattra_time_axis_x (&timeline->axis, day) + timeline->axis.day_width / 2;
  double middle = height / 2.0;
  int width;
  cairo_t *cr;

  if (!mattra_time_axis_holds (&timeline->axis, day))
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (x - DIAMOND, middle - DIAMOND, 2 * DIAMOND, 2 * DIAMOND));
  gdk_cairo_set_source_rgba (cr, &timeline->colours.accent);
  cairo_move_to (cr, x, middle - DIAMOND);
  cairo_line_to (cr, x + DIAMOND, middle);
  cairo_line_to (cr, x, middle + DIAMOND);
  cairo_line_to (cr, x - DIAMOND, middle);
  cairo_fill (cr);
  cairo_destroy (cr);
  if (x < mattra_timeline_scroll_x (timeline))
    return;
  pango_layout_get_pixel_size (self->word, &width, NULL);
  x = x + DIAMOND + 6 + width <= mattra_time_axis_width (&timeline->axis) ? x + DIAMOND + 6 : x - DIAMOND - 6 - width;
  draw_layout (snapshot, self->word, &timeline->colours.dim, x, height);
}

/* The row */

static void
draw_names (MattraTimelineRow *self,
            GtkSnapshot       *snapshot,
            int                height)
{
  MattraTimeline *timeline = self->timeline;
  const MattraTimeRow *what = mattra_time_rows_get (timeline->rows, self->row);
  int room = (what->kind == MATTRA_TIME_ROW_GROUP ? gtk_widget_get_width (GTK_WIDGET (self)) : timeline->gutter)
             - 2 * PADDING;

  if (what->kind == MATTRA_TIME_ROW_GROUP)
    {
      int count;

      pango_layout_get_pixel_size (self->word, &count, NULL);
      pango_layout_set_width (self->name, MAX (room - count - PADDING, 1) * PANGO_SCALE);
      draw_layout (snapshot, self->name, &timeline->colours.text, PADDING, height);
      pango_layout_get_pixel_size (self->name, &room, NULL);
      draw_layout (snapshot, self->word, &timeline->colours.dim, 2 * PADDING + room, height);
      return;
    }
  pango_layout_set_width (self->name, MAX (room, 1) * PANGO_SCALE);
  draw_layout (snapshot, self->name, &timeline->colours.text, PADDING, height);
  if (what->kind == MATTRA_TIME_ROW_SPAN && mattra_timeline_get_span (timeline, self->row)->overdue)
    gtk_snapshot_append_color (snapshot, &timeline->colours.error, &GRAPHENE_RECT_INIT (0, 0, LATE_WIDTH, height));
}

static void
draw_chart (MattraTimelineRow *self,
            GtkSnapshot       *snapshot,
            int                height)
{
  MattraTimeline *timeline = self->timeline;
  const MattraTimeRow *what = mattra_time_rows_get (timeline->rows, self->row);
  double width = mattra_timeline_chart_width (timeline);

  if (what->kind == MATTRA_TIME_ROW_GROUP || width <= 0)
    return;
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (timeline->gutter, 0, width, height));
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT (timeline->gutter - mattra_timeline_scroll_x (timeline), 0));
  if (what->kind == MATTRA_TIME_ROW_SPAN)
    draw_span (self, snapshot, height);
  else
    draw_milestone (self, snapshot, height);
  gtk_snapshot_restore (snapshot);
  gtk_snapshot_pop (snapshot);
}

static void
draw_cursor (MattraTimelineRow *self,
             GtkSnapshot       *snapshot,
             int                width,
             int                height)
{
  const GdkRGBA *colour = &self->timeline->colours.accent;
  GskRoundedRect outline;

  gtk_snapshot_append_color (snapshot, &self->timeline->colours.wash, &GRAPHENE_RECT_INIT (0, 0, width, height));
  if (!gtk_widget_has_focus (GTK_WIDGET (self)))
    return;
  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (0, 0, width, height), 0);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]) { FRAME, FRAME, FRAME, FRAME },
                              (GdkRGBA[4]) { *colour, *colour, *colour, *colour });
}

static void
mattra_timeline_row_snapshot (GtkWidget   *widget,
                              GtkSnapshot *snapshot)
{
  MattraTimelineRow *self = MATTRA_TIMELINE_ROW (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);

  if (self->row >= mattra_time_rows_get_size (self->timeline->rows))
    return;
  if (self->timeline->cursor == self->row)
    draw_cursor (self, snapshot, width, height);
  draw_chart (self, snapshot, height);
  draw_names (self, snapshot, height);
  gtk_snapshot_append_color (snapshot, &self->timeline->colours.hairline,
                             &GRAPHENE_RECT_INIT (0, height - 1, width, 1));
}

/* What it says */

static PangoLayout *
new_layout (MattraTimelineRow *self,
            char              *text)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);

  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  g_free (text);
  return layout;
}

static char *
dup_word (MattraTimelineRow *self)
{
  MattraTimeline *timeline = self->timeline;
  const MattraTimeRow *what = mattra_time_rows_get (timeline->rows, self->row);
  MattraTimeBar bar;

  if (what->kind == MATTRA_TIME_ROW_GROUP)
    return mattra_timeline_dup_count (timeline, self->row);
  if (what->kind == MATTRA_TIME_ROW_MILESTONE)
    return mattra_date_format (mattra_timeline_get_milestone (timeline, self->row)->deadline, MATTRA_DATE_SHORT,
                               timeline->digits);
  return mattra_timeline_place_row (timeline, self->row, &bar) ? mattra_timeline_dup_status (timeline, self->row)
                                                               : mattra_timeline_dup_unread (timeline, self->row);
}

static void
make_bold (PangoLayout *layout)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
}

static void
tell_accessible (MattraTimelineRow *self)
{
  g_autofree char *label = mattra_timeline_describe (self->timeline, self->row, ", ");

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_RELATION_POS_IN_SET, (int) self->row + 1,
                                  GTK_ACCESSIBLE_RELATION_SET_SIZE, (int) mattra_time_rows_get_size (self->timeline->rows),
                                  -1);
}

/**
 * mattra_timeline_row_bind:
 * @self: a row in view
 * @row: which row it shows from now on
 *
 * Reads what the row says.
 */
void
mattra_timeline_row_bind (MattraTimelineRow *self,
                          guint              row)
{
  const MattraTimeRow *what = NULL;

  g_return_if_fail (MATTRA_IS_TIMELINE_ROW (self));

  self->row = row;
  what = mattra_time_rows_get (self->timeline->rows, row);
  g_clear_object (&self->name);
  g_clear_object (&self->word);
  self->name = new_layout (self, mattra_timeline_dup_name (self->timeline, row));
  self->word = new_layout (self, dup_word (self));
  if (what->kind == MATTRA_TIME_ROW_GROUP)
    make_bold (self->name);
  gtk_widget_set_focusable (GTK_WIDGET (self), what->kind != MATTRA_TIME_ROW_GROUP);
  tell_accessible (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

guint
mattra_timeline_row_get_row (MattraTimelineRow *self)
{
  return self->row;
}

static void
mattra_timeline_row_finalize (GObject *object)
{
  MattraTimelineRow *self = MATTRA_TIMELINE_ROW (object);

  g_clear_object (&self->name);
  g_clear_object (&self->word);

  G_OBJECT_CLASS (mattra_timeline_row_parent_class)->finalize (object);
}

static void
mattra_timeline_row_class_init (MattraTimelineRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = mattra_timeline_row_finalize;
  widget_class->snapshot = mattra_timeline_row_snapshot;
  gtk_widget_class_set_css_name (widget_class, "timelinerow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
mattra_timeline_row_init (MattraTimelineRow *self)
{
  self->row = MATTRA_TIME_NO_ROW;
}

GtkWidget *
mattra_timeline_row_new (MattraTimeline *timeline)
{
  MattraTimelineRow *self = g_object_new (MATTRA_TYPE_TIMELINE_ROW, NULL);

  self->timeline = timeline;
  return GTK_WIDGET (self);
}
