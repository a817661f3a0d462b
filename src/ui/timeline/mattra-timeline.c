/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-timeline-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "mattra-timeline-row.h"

/* Of the view's width, for the names; and within which pixels. */
#define GUTTER_SHARE 0.3
#define GUTTER_MIN 110
#define GUTTER_MAX 340
#define ROW_PADDING 14
#define GROUP_PADDING 20
#define HEADER_PADDING 6
#define NATURAL_WIDTH 640
#define NATURAL_HEIGHT 320
#define MINIMUM 200

static void mattra_timeline_scrollable_init (GtkScrollableInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MattraTimeline, mattra_timeline, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, mattra_timeline_scrollable_init))

enum
{
  PROP_0,
  PROP_ZOOM,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

enum
{
  SIGNAL_OPEN,
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Where things are */

double
mattra_timeline_scroll_x (MattraTimeline *self)
{
  return round (gtk_adjustment_get_value (self->adjustments[GTK_ORIENTATION_HORIZONTAL]));
}

static double
scroll_y (MattraTimeline *self)
{
  return round (gtk_adjustment_get_value (self->adjustments[GTK_ORIENTATION_VERTICAL]));
}

double
mattra_timeline_chart_width (MattraTimeline *self)
{
  return MAX (gtk_widget_get_width (GTK_WIDGET (self)) - self->gutter, 0);
}

static int
body_height (MattraTimeline *self)
{
  return MAX (gtk_widget_get_height (GTK_WIDGET (self)) - self->header_height, 0);
}

double
mattra_timeline_row_y (MattraTimeline *self,
                       guint           row)
{
  return self->header_height + mattra_time_rows_y (self->rows, row) - scroll_y (self);
}

int
mattra_timeline_row_height (MattraTimeline *self,
                            guint           row)
{
  return mattra_time_rows_y (self->rows, row + 1) - mattra_time_rows_y (self->rows, row);
}

/* The row at a place of the widget, or MATTRA_TIME_NO_ROW. */
guint
mattra_timeline_row_at (MattraTimeline *self,
                        double          y)
{
  double place = y - self->header_height + scroll_y (self);

  if (y < self->header_height || place >= mattra_time_rows_height (self->rows))
    return MATTRA_TIME_NO_ROW;
  return mattra_time_rows_at (self->rows, place);
}

const MattraSpan *
mattra_timeline_get_span (MattraTimeline *self,
                          guint           row)
{
  const MattraTimeRow *what = mattra_time_rows_get (self->rows, row);

  return what != NULL && what->kind == MATTRA_TIME_ROW_SPAN ? g_ptr_array_index (self->spans, what->index) : NULL;
}

const MattraDue *
mattra_timeline_get_milestone (MattraTimeline *self,
                               guint           row)
{
  const MattraTimeRow *what = mattra_time_rows_get (self->rows, row);

  return what != NULL && what->kind == MATTRA_TIME_ROW_MILESTONE ? g_ptr_array_index (self->milestones, what->index)
                                                                 : NULL;
}

/* Where the bar of a measure lies in the chart; while its end is moved, where it would. */
gboolean
mattra_timeline_place_row (MattraTimeline *self,
                           guint           row,
                           MattraTimeBar  *bar)
{
  const MattraSpan *span = mattra_timeline_get_span (self, row);

  if (span == NULL)
    return FALSE;
  return mattra_time_axis_place (&self->axis, span->start,
                                 mattra_timeline_is_held (self, span->measure) ? self->held.end : span->end, bar);
}

/* Rows in view */

static GtkWidget *
widget_of (MattraTimeline *self,
           guint           row)
{
  GtkWidget *widget = self->widgets->len > 0 ? g_ptr_array_index (self->widgets, row % self->widgets->len) : NULL;

  return widget != NULL && mattra_timeline_row_get_row (MATTRA_TIMELINE_ROW (widget)) == row
             && gtk_widget_get_child_visible (widget)
           ? widget
           : NULL;
}

static void
find_in_view (MattraTimeline *self,
              guint          *first,
              guint          *end)
{
  guint n = mattra_time_rows_get_size (self->rows);
  double top = scroll_y (self);

  *first = n > 0 ? mattra_time_rows_at (self->rows, top) : 0;
  *end = n > 0 ? MIN (mattra_time_rows_at (self->rows, top + body_height (self)) + 1, n) : 0;
}

static void
ensure_widgets (MattraTimeline *self,
                guint           n)
{
  if (n <= self->widgets->len)
    return;
  /* Another number has other rows in each. */
  for (guint i = 0; i < self->widgets->len; i++)
    gtk_widget_set_child_visible (g_ptr_array_index (self->widgets, i), FALSE);
  while (self->widgets->len < n)
    {
      GtkWidget *row = mattra_timeline_row_new (self);

      gtk_widget_set_parent (row, GTK_WIDGET (self));
      gtk_widget_set_child_visible (row, FALSE);
      g_ptr_array_add (self->widgets, row);
    }
}

static gboolean
holds_focus (MattraTimeline *self)
{
  return gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL || gtk_widget_has_focus (GTK_WIDGET (self));
}

/* The keyboard is with the cursor's row while that is in view. */
static void
focus_cursor (MattraTimeline *self)
{
  GtkWidget *row = self->cursor != MATTRA_TIME_NO_ROW ? widget_of (self, self->cursor) : NULL;

  gtk_widget_grab_focus (row != NULL ? row : GTK_WIDGET (self));
}

/* Gives each row in view a widget; with @again, also those that have one read their words anew. */
static void
bind_rows (MattraTimeline *self,
           gboolean        again)
{
  guint first, end;
  gboolean focused = holds_focus (self);

  find_in_view (self, &first, &end);
  ensure_widgets (self, end - first);
  for (guint i = 0; i < self->widgets->len; i++)
    {
      GtkWidget *widget = g_ptr_array_index (self->widgets, i);
      guint row = mattra_timeline_row_get_row (MATTRA_TIMELINE_ROW (widget));

      if (row < first || row >= end || row % self->widgets->len != i)
        gtk_widget_set_child_visible (widget, FALSE);
    }
  for (guint row = first; row < end; row++)
    {
      GtkWidget *widget = g_ptr_array_index (self->widgets, row % self->widgets->len);

      if (again || mattra_timeline_row_get_row (MATTRA_TIMELINE_ROW (widget)) != row)
        mattra_timeline_row_bind (MATTRA_TIMELINE_ROW (widget), row);
      gtk_widget_set_child_visible (widget, TRUE);
    }
  if (focused)
    focus_cursor (self);
}

/* Rows are drawn again as they are. */
void
mattra_timeline_queue_rows (MattraTimeline *self)
{
  for (guint i = 0; i < self->widgets->len; i++)
    gtk_widget_queue_draw (g_ptr_array_index (self->widgets, i));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Layout */

static void
fit (MattraTimeline *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));

  self->gutter = (int) CLAMP (width * GUTTER_SHARE, GUTTER_MIN, GUTTER_MAX);
  mattra_time_axis_fit (&self->axis, self->zoom, (int) mattra_timeline_chart_width (self));
}

static void
configure (MattraTimeline *self,
           GtkOrientation  orientation,
           double          value,
           double          extent,
           double          page)
{
  double upper = MAX (extent, page);

  gtk_adjustment_configure (self->adjustments[orientation], CLAMP (value, 0, upper - page), 0, upper, page * 0.1,
                            page * 0.9, page);
}

static void
configure_both (MattraTimeline *self,
                double          x)
{
  configure (self, GTK_ORIENTATION_HORIZONTAL, x, floor (mattra_time_axis_width (&self->axis)),
             mattra_timeline_chart_width (self));
  configure (self, GTK_ORIENTATION_VERTICAL, scroll_y (self), mattra_time_rows_height (self->rows), body_height (self));
}

/* Lays time out anew, with @x of it at the left edge. */
void
mattra_timeline_fit (MattraTimeline *self,
                     double          x)
{
  fit (self);
  configure_both (self, x);
  mattra_timeline_queue_rows (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
measure_text (MattraTimeline *self)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), "ที่ฏูปั้ Qg");

  pango_layout_get_pixel_size (layout, NULL, &self->line_height);
  self->header_height = 2 * (self->line_height + HEADER_PADDING) + MATTRA_TIMELINE_SIGNS;
  mattra_time_rows_set_heights (self->rows, self->line_height + GROUP_PADDING, self->line_height + ROW_PADDING);
}

static void
mattra_timeline_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? MINIMUM : MINIMUM / 2;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? NATURAL_WIDTH : NATURAL_HEIGHT;
}

static void
mattra_timeline_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  MattraTimeline *self = MATTRA_TIMELINE (widget);
  double share = mattra_timeline_scroll_x (self) / MAX (mattra_time_axis_width (&self->axis), 1);

  measure_text (self);
  fit (self);
  configure_both (self, share * mattra_time_axis_width (&self->axis));
  bind_rows (self, FALSE);
  for (guint i = 0; i < self->widgets->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->widgets, i);
      guint index = mattra_timeline_row_get_row (MATTRA_TIMELINE_ROW (row));

      if (gtk_widget_get_child_visible (row))
        gtk_widget_size_allocate (row,
                                  &(GtkAllocation) { 0, (int) mattra_timeline_row_y (self, index), width,
                                                     mattra_timeline_row_height (self, index) },
                                  -1);
    }
}

static void
mattra_timeline_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  MattraTimeline *self = MATTRA_TIMELINE (widget);
  int width = gtk_widget_get_width (widget);

  mattra_grid_colours_read (&self->colours, widget);
  mattra_timeline_draw_ground (self, snapshot);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, self->header_height, width, body_height (self)));
  for (guint i = 0; i < self->widgets->len; i++)
    gtk_widget_snapshot_child (widget, g_ptr_array_index (self->widgets, i), snapshot);
  gtk_snapshot_pop (snapshot);
  mattra_timeline_draw_header (self, snapshot);
  mattra_timeline_draw_bubble (self, snapshot);
}

static void
mattra_timeline_css_changed (GtkWidget         *widget,
                             GtkCssStyleChange *change)
{
  MattraTimeline *self = MATTRA_TIMELINE (widget);

  GTK_WIDGET_CLASS (mattra_timeline_parent_class)->css_changed (widget, change);
  mattra_timeline_forget_layouts (self);
  bind_rows (self, TRUE);
  gtk_widget_queue_resize (widget);
}

/* Scrolling */

static void
value_changed (MattraTimeline *self)
{
  bind_rows (self, FALSE);
  mattra_timeline_queue_rows (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
set_adjustment (MattraTimeline *self,
                GtkOrientation  orientation,
                GtkAdjustment  *adjustment)
{
  GtkAdjustment *given = adjustment != NULL ? adjustment : gtk_adjustment_new (0, 0, 0, 0, 0, 0);

  if (self->adjustments[orientation] != NULL)
    g_signal_handlers_disconnect_by_func (self->adjustments[orientation], value_changed, self);
  g_clear_object (&self->adjustments[orientation]);
  self->adjustments[orientation] = g_object_ref_sink (given);
  g_signal_connect_swapped (given, "value-changed", G_CALLBACK (value_changed), self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* Where one stands */

void
mattra_timeline_set_cursor (MattraTimeline *self,
                            guint           row)
{
  const MattraSpan *span = row != MATTRA_TIME_NO_ROW ? mattra_timeline_get_span (self, row) : NULL;

  self->cursor = row;
  g_strlcpy (self->cursor_measure, span != NULL ? span->measure : "", sizeof self->cursor_measure);
  g_strlcpy (self->cursor_division, span != NULL ? span->division : "", sizeof self->cursor_division);
  if (holds_focus (self))
    focus_cursor (self);
  mattra_timeline_queue_rows (self);
}

void
mattra_timeline_open (MattraTimeline *self,
                      guint           row)
{
  const MattraSpan *span = mattra_timeline_get_span (self, row);

  if (span != NULL)
    g_signal_emit (self, signals[SIGNAL_OPEN], 0, span->measure);
}

static guint
find_row (MattraTimeline *self,
          const char     *measure,
          const char     *division)
{
  for (guint row = 0; row < mattra_time_rows_get_size (self->rows); row++)
    {
      const MattraSpan *span = mattra_timeline_get_span (self, row);

      if (span != NULL && g_str_equal (span->measure, measure)
          && (division == NULL || g_str_equal (span->division, division)))
        return row;
    }
  return MATTRA_TIME_NO_ROW;
}

static gboolean
mattra_timeline_grab_focus (GtkWidget *widget)
{
  MattraTimeline *self = MATTRA_TIMELINE (widget);
  GtkWidget *row = self->cursor != MATTRA_TIME_NO_ROW ? widget_of (self, self->cursor) : NULL;

  return row != NULL ? gtk_widget_grab_focus (row) : GTK_WIDGET_CLASS (mattra_timeline_parent_class)->grab_focus (widget);
}

/* Tab comes and goes; arrows move between the rows. */
static gboolean
mattra_timeline_focus (GtkWidget        *widget,
                       GtkDirectionType  direction)
{
  MattraTimeline *self = MATTRA_TIMELINE (widget);

  if (holds_focus (self))
    return FALSE;
  if (self->cursor == MATTRA_TIME_NO_ROW)
    mattra_timeline_set_cursor (self, mattra_time_rows_step (self->rows, MATTRA_TIME_NO_ROW, 1));
  return gtk_widget_grab_focus (widget);
}

/* What is shown */

static void
count_measures (MattraTimeline *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  self->n_unread = 0;
  for (guint i = 0; i < self->spans->len; i++)
    {
      MattraSpan *span = g_ptr_array_index (self->spans, i);

      if (g_hash_table_add (seen, span->measure))
        self->n_unread += !mattra_date_is_set (span->start) && !mattra_date_is_set (span->end);
    }
  self->n_measures = g_hash_table_size (seen);
}

/* The calendar is the whole office's. */
static gboolean
shows_milestones (MattraTimeline *self)
{
  const MattraFilter *filter = mattra_session_get_filter (self->session);

  return filter->division == NULL && mattra_filter_is_plain (filter) && self->spans->len > 0;
}

static void
keep_cursor (MattraTimeline *self)
{
  guint row = MATTRA_TIME_NO_ROW;

  if (*self->cursor_measure != '\0')
    row = find_row (self, self->cursor_measure, self->cursor_division);
  if (row == MATTRA_TIME_NO_ROW && *self->cursor_measure != '\0')
    row = find_row (self, self->cursor_measure, NULL);
  if (row == MATTRA_TIME_NO_ROW && self->cursor != MATTRA_TIME_NO_ROW)
    row = mattra_time_rows_step (self->rows, MATTRA_TIME_NO_ROW, 1);
  self->cursor = row;
}

static void
take_spans (MattraTimeline *self)
{
  MattraPlan *plan = mattra_session_get_plan (self->session);

  g_clear_pointer (&self->spans, g_ptr_array_unref);
  g_clear_pointer (&self->milestones, g_ptr_array_unref);
  self->spans = g_ptr_array_ref (mattra_span_list_get_spans (self->list));
  self->milestones = g_ptr_array_ref (mattra_span_list_get_milestones (self->list));
  self->today = mattra_clock_get_today (mattra_session_get_clock (self->session));
  mattra_time_axis_init (&self->axis, mattra_plan_get_fiscal_year (plan));
  mattra_timeline_forget_layouts (self);
  mattra_time_rows_fill (self->rows, shows_milestones (self) ? self->milestones : NULL, self->spans);
  count_measures (self);
  keep_cursor (self);
  if (self->bubble_row != MATTRA_TIME_NO_ROW && *self->held.measure == '\0')
    mattra_timeline_say (self, MATTRA_TIME_NO_ROW, NULL);
  fit (self);
  configure_both (self, mattra_timeline_scroll_x (self));
  bind_rows (self, TRUE);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* The session reads everything anew on another day; the line is there at once. */
static void
day_changed (MattraTimeline *self)
{
  self->today = mattra_clock_get_today (mattra_session_get_clock (self->session));
  mattra_timeline_queue_rows (self);
}

/* The object */

static void
mattra_timeline_get_property (GObject    *object,
                              guint       property_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  MattraTimeline *self = MATTRA_TIMELINE (object);

  switch (property_id)
    {
    case PROP_ZOOM:
      g_value_set_int (value, (int) self->zoom);
      break;
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_VERTICAL]);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_VERTICAL]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
mattra_timeline_set_property (GObject      *object,
                              guint         property_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  MattraTimeline *self = MATTRA_TIMELINE (object);

  switch (property_id)
    {
    case PROP_ZOOM:
      mattra_timeline_set_zoom (self, (MattraTimeZoom) g_value_get_int (value));
      break;
    case PROP_HADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_HORIZONTAL] = g_value_get_enum (value);
      break;
    case PROP_VSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_VERTICAL] = g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
mattra_timeline_scrollable_init (GtkScrollableInterface *iface)
{
}

static void
mattra_timeline_dispose (GObject *object)
{
  MattraTimeline *self = MATTRA_TIMELINE (object);

  for (guint i = 0; i < self->widgets->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->widgets, i));
  g_ptr_array_set_size (self->widgets, 0);
  for (guint i = 0; i < G_N_ELEMENTS (self->adjustments); i++)
    if (self->adjustments[i] != NULL)
      g_signal_handlers_disconnect_by_func (self->adjustments[i], value_changed, self);
  g_clear_object (&self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
  g_clear_object (&self->adjustments[GTK_ORIENTATION_VERTICAL]);
  mattra_timeline_forget_layouts (self);
  g_clear_object (&self->list);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (mattra_timeline_parent_class)->dispose (object);
}

static void
mattra_timeline_finalize (GObject *object)
{
  MattraTimeline *self = MATTRA_TIMELINE (object);

  g_ptr_array_unref (self->widgets);
  g_ptr_array_unref (self->spans);
  g_ptr_array_unref (self->milestones);
  mattra_time_rows_free (self->rows);
  g_free (self->bubble);

  G_OBJECT_CLASS (mattra_timeline_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  g_object_class_install_property (object_class, PROP_ZOOM,
                                   g_param_spec_int ("zoom", NULL, NULL, MATTRA_TIME_ZOOM_YEAR, MATTRA_TIME_ZOOM_MONTH,
                                                     MATTRA_TIME_ZOOM_YEAR,
                                                     G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS
                                                       | G_PARAM_EXPLICIT_NOTIFY));
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
}

static void
mattra_timeline_class_init (MattraTimelineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = mattra_timeline_get_property;
  object_class->set_property = mattra_timeline_set_property;
  object_class->dispose = mattra_timeline_dispose;
  object_class->finalize = mattra_timeline_finalize;
  widget_class->measure = mattra_timeline_measure;
  widget_class->size_allocate = mattra_timeline_size_allocate;
  widget_class->snapshot = mattra_timeline_snapshot;
  widget_class->css_changed = mattra_timeline_css_changed;
  widget_class->focus = mattra_timeline_focus;
  widget_class->grab_focus = mattra_timeline_grab_focus;
  install_properties (object_class);
  signals[SIGNAL_OPEN] = g_signal_new ("open", MATTRA_TYPE_TIMELINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", MATTRA_TYPE_TIMELINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "timeline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
mattra_timeline_init (MattraTimeline *self)
{
  self->spans = g_ptr_array_new ();
  self->milestones = g_ptr_array_new ();
  self->rows = mattra_time_rows_new ();
  self->widgets = g_ptr_array_new ();
  self->cursor = self->bubble_row = MATTRA_TIME_NO_ROW;
  self->digits = MATTRA_DIGITS_WESTERN;
  self->axis.day_width = 1;
  set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, NULL);
  set_adjustment (self, GTK_ORIENTATION_VERTICAL, NULL);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_css_class (GTK_WIDGET (self), "view");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Timeline"), -1);
  mattra_timeline_init_keys (self);
  mattra_timeline_init_pointer (self);
}

/**
 * mattra_timeline_new:
 * @session: a register's session
 *
 * Returns: (transfer floating): the session's measures over its fiscal year
 */
GtkWidget *
mattra_timeline_new (MattraSession *session)
{
  MattraTimeline *self = NULL;

  g_return_val_if_fail (MATTRA_IS_SESSION (session), NULL);

  self = g_object_new (MATTRA_TYPE_TIMELINE, NULL);
  self->session = g_object_ref (session);
  self->list = mattra_span_list_new (session);
  self->today = mattra_clock_get_today (mattra_session_get_clock (session));
  mattra_time_axis_init (&self->axis, mattra_plan_get_fiscal_year (mattra_session_get_plan (session)));
  g_signal_connect_object (self->list, "changed", G_CALLBACK (take_spans), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (mattra_session_get_clock (session), "day-changed", G_CALLBACK (day_changed), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
mattra_timeline_set_digits (MattraTimeline *self,
                            MattraDigits    digits)
{
  g_return_if_fail (MATTRA_IS_TIMELINE (self));

  if (self->digits == digits)
    return;
  self->digits = digits;
  mattra_timeline_forget_layouts (self);
  bind_rows (self, TRUE);
  mattra_timeline_queue_rows (self);
}

/**
 * mattra_timeline_count:
 * @self: a timeline
 * @n_measures: (out): how many measures are shown, each once however many divisions it has
 * @n_unread: (out): of how many no days are read
 */
void
mattra_timeline_count (MattraTimeline *self,
                       guint          *n_measures,
                       guint          *n_unread)
{
  g_return_if_fail (MATTRA_IS_TIMELINE (self));

  *n_measures = self->n_measures;
  *n_unread = self->n_unread;
}

gboolean
mattra_timeline_get_pending (MattraTimeline *self)
{
  g_return_val_if_fail (MATTRA_IS_TIMELINE (self), FALSE);

  return mattra_span_list_get_pending (self->list);
}

/**
 * mattra_timeline_get_measure:
 * @self: a timeline
 *
 * Returns: (transfer none) (nullable): ULID of the measure on which one stands
 */
const char *
mattra_timeline_get_measure (MattraTimeline *self)
{
  g_return_val_if_fail (MATTRA_IS_TIMELINE (self), NULL);

  return *self->cursor_measure != '\0' ? self->cursor_measure : NULL;
}

/**
 * mattra_timeline_select:
 * @self: a timeline
 * @measure: ULID of a measure
 *
 * Goes to a measure.
 *
 * Returns: whether it is shown
 */
gboolean
mattra_timeline_select (MattraTimeline *self,
                        const char     *measure)
{
  guint row;

  g_return_val_if_fail (MATTRA_IS_TIMELINE (self) && measure != NULL, FALSE);

  row = find_row (self, measure, NULL);
  if (row == MATTRA_TIME_NO_ROW)
    return FALSE;
  mattra_timeline_set_cursor (self, row);
  mattra_timeline_reveal (self, row);
  return TRUE;
}
