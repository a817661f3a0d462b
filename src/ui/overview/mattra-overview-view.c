/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-overview-view.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* In pixels. */
#define LEAST_WIDTH 300
#define NATURAL_WIDTH 720
#define FOCUS_EDGE 2
#define HATCH_STEP 5
#define RADIUS 3

#define NO_MARK G_MAXUINT

struct _MattraOverviewView
{
  GtkWidget parent_instance;

  MattraSession *session;
  MattraOverviewModel *model;
  MattraDigits digits;
  MattraOverviewLayout *layout;
  guint current;  /* that has the keyboard */
  guint hovered;
};

G_DEFINE_FINAL_TYPE (MattraOverviewView, mattra_overview_view, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CHOSEN,
  SIGNAL_GO_TO,
  SIGNAL_REVEAL,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const MattraMark *
get_mark (MattraOverviewView *self,
          guint               mark)
{
  return self->layout && mark < self->layout->marks->len ? &g_array_index (self->layout->marks, MattraMark, mark)
                                                         : NULL;
}

/* Layout */

static MattraOverviewLayout *
ensure_layout (MattraOverviewView *self,
               int                 width)
{
  if (mattra_overview_model_get_overview (self->model) == NULL)
    return NULL;
  if (self->layout == NULL || self->layout->width != width)
    self->layout = mattra_overview_layout_new (self->model, mattra_session_get_plan (self->session),
                                               gtk_widget_get_pango_context (GTK_WIDGET (self)), width, self->digits,
                                               self->layout);
  return self->layout;
}

static GtkSizeRequestMode
mattra_overview_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
mattra_overview_view_measure (GtkWidget      *widget,
                              GtkOrientation  orientation,
                              int             for_size,
                              int            *minimum,
                              int            *natural,
                              int            *minimum_baseline,
                              int            *natural_baseline)
{
  MattraOverviewView *self = MATTRA_OVERVIEW_VIEW (widget);
  MattraOverviewLayout *layout = NULL;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = LEAST_WIDTH;
      *natural = NATURAL_WIDTH;
      return;
    }
  layout = for_size > 0 ? ensure_layout (self, for_size) : self->layout;
  *minimum = *natural = layout ? layout->height : 1;
}

static guint
find_live (MattraOverviewView *self,
           guint               from,
           int                 step)
{
  for (guint i = from; get_mark (self, i); i += (guint) step)
    if (get_mark (self, i)->live)
      return i;
  return NO_MARK;
}

static void
tell_current (MattraOverviewView *self)
{
  const MattraMark *mark = get_mark (self, self->current);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  mark && mark->words ? mark->words : _("Overview"), -1);
}

/* Another mark may stand where the last one stood; the keyboard stays where it was, as well as can be. */
static void
keep_current (MattraOverviewView *self)
{
  const MattraMark *mark = get_mark (self, self->current);

  self->hovered = NO_MARK;
  if (mark == NULL || !mark->live)
    self->current = gtk_widget_has_focus (GTK_WIDGET (self)) ? find_live (self, 0, 1) : NO_MARK;
  tell_current (self);
}

static void
mattra_overview_view_size_allocate (GtkWidget *widget,
                                    int        width,
                                    int        height,
                                    int        baseline)
{
  MattraOverviewView *self = MATTRA_OVERVIEW_VIEW (widget);

  ensure_layout (self, width);
  keep_current (self);
}

/* Drawing */

typedef struct
{
  GdkRGBA text;
  GdkRGBA accent;
  GdkRGBA on_accent;
  GdkRGBA warning;
} Colours;

static void
look_up (GtkStyleContext *style,
         const char      *name,
         GdkRGBA          otherwise,
         GdkRGBA         *colour)
{
  if (!gtk_style_context_lookup_color (style, name, colour))
    *colour = otherwise;
}

static void
find_colours (GtkWidget *widget,
              Colours   *colours)
{
  GtkStyleContext *style = gtk_widget_get_style_context (widget);

  gtk_style_context_get_color (style, &colours->text);
  look_up (style, "accent_bg_color", colours->text, &colours->accent);
  look_up (style, "accent_fg_color", colours->text, &colours->on_accent);
  look_up (style, "warning_color", colours->text, &colours->warning);
}

static GdkRGBA
faded (GdkRGBA colour,
       float   alpha)
{
  colour.alpha *= alpha;
  return colour;
}

/* One hue in steps: told apart in grey, too. What is late has a colour and a hatch of its own. */
static GdkRGBA
group_colour (const Colours *colours,
              int            group)
{
  switch (group)
    {
    case MATTRA_GROUP_DONE:
      return colours->accent;
    case MATTRA_GROUP_IN_PROGRESS:
      return faded (colours->accent, 0.5f);
    case MATTRA_GROUP_UNANSWERED:
      return faded (colours->accent, 0.18f);
    case MATTRA_GROUP_LATE:
      return faded (colours->warning, 0.28f);
    default:
      return faded (colours->text, 0);
    }
}

static void
hatch (GtkSnapshot           *snapshot,
       const graphene_rect_t *area,
       const GdkRGBA         *colour)
{
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, area);
  double left = area->origin.x;
  double top = area->origin.y;
  double width = area->size.width;
  double height = area->size.height;

  gdk_cairo_set_source_rgba (cr, colour);
  cairo_set_line_width (cr, 1.5);
  for (double x = -height; x < width; x += HATCH_STEP)
    {
      cairo_move_to (cr, left + x, top + height);
      cairo_line_to (cr, left + x + height, top);
    }
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
outline (GtkSnapshot           *snapshot,
         const graphene_rect_t *area,
         GdkRGBA                colour,
         float                  width)
{
  GskRoundedRect frame;
  const float widths[] = { width, width, width, width };
  const GdkRGBA colours[] = { colour, colour, colour, colour };

  gsk_rounded_rect_init_from_rect (&frame, area, RADIUS);
  gtk_snapshot_append_border (snapshot, &frame, widths, colours);
}

static void
draw_group (GtkSnapshot      *snapshot,
            const MattraMark *mark,
            const Colours    *colours)
{
  GdkRGBA colour = group_colour (colours, mark->group);
  GskRoundedRect frame;

  gsk_rounded_rect_init_from_rect (&frame, &mark->area, RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &frame);
  gtk_snapshot_append_color (snapshot, &colour, &mark->area);
  if (mark->group == MATTRA_GROUP_LATE)
    {
      GdkRGBA line = faded (colours->warning, 0.75f);

      hatch (snapshot, &mark->area, &line);
    }
  gtk_snapshot_pop (snapshot);
  if (mark->group == MATTRA_GROUP_LATE)
    outline (snapshot, &mark->area, colours->warning, 1);
  else if (mark->group != MATTRA_GROUP_DONE)
    outline (snapshot, &mark->area,
             mark->group == MATTRA_GROUP_NOT_AWAITED ? faded (colours->text, 0.4f) : faded (colours->accent, 0.6f), 1);
}

static GdkRGBA
text_colour (const MattraMark *mark,
             const Colours    *colours)
{
  if (mark->group == MATTRA_GROUP_DONE)
    return colours->on_accent;
  if (mark->tone == MATTRA_MARK_WARNING)
    return colours->warning;
  return mark->tone == MATTRA_MARK_DIM ? faded (colours->text, 0.62f) : colours->text;
}

/* A number on a hatch stands on a ground of its own. */
static void
draw_text (GtkWidget        *widget,
           GtkSnapshot      *snapshot,
           const MattraMark *mark,
           const Colours    *colours)
{
  GdkRGBA colour = text_colour (mark, colours);

  if (mark->group == MATTRA_GROUP_LATE)
    {
      GdkRGBA ground = { 1, 1, 1, 1 };
      int width = 0;
      int height = 0;

      look_up (gtk_widget_get_style_context (widget), "window_bg_color", ground, &ground);
      pango_layout_get_pixel_size (mark->text, &width, &height);
      gtk_snapshot_append_color (snapshot, &ground,
                                 &GRAPHENE_RECT_INIT (mark->text_x - 2, mark->area.origin.y + 2, (float) width + 4,
                                                      mark->area.size.height - 4));
    }
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (mark->text_x, mark->text_y));
  gtk_snapshot_append_layout (snapshot, mark->text, &colour);
  gtk_snapshot_restore (snapshot);
}

/* How much of the round is over, below how much of it is done. */
static void
draw_track (MattraOverviewView *self,
            GtkSnapshot        *snapshot,
            const Colours      *colours)
{
  const graphene_rect_t *track = &self->layout->track;
  GdkRGBA rest = faded (colours->text, 0.12f);
  GdkRGBA over = faded (colours->text, 0.55f);

  gtk_snapshot_append_color (snapshot, &rest, track);
  gtk_snapshot_append_color (snapshot, &over,
                             &GRAPHENE_RECT_INIT (track->origin.x, track->origin.y,
                                                  track->size.width * (float) self->layout->elapsed,
                                                  track->size.height));
}

static void
mattra_overview_view_snapshot (GtkWidget   *widget,
                               GtkSnapshot *snapshot)
{
  MattraOverviewView *self = MATTRA_OVERVIEW_VIEW (widget);
  Colours colours = { { 0 } };

  if (self->layout == NULL)
    return;
  find_colours (widget, &colours);
  draw_track (self, snapshot, &colours);
  for (guint i = 0; i < self->layout->marks->len; i++)
    {
      const MattraMark *mark = get_mark (self, i);
      graphene_rect_t edge = mark->area;

      graphene_rect_inset (&edge, -FOCUS_EDGE, -FOCUS_EDGE);
      if (i == self->hovered && mark->group == MATTRA_MARK_TEXT)
        gtk_snapshot_append_color (snapshot, &(GdkRGBA) { colours.text.red, colours.text.green, colours.text.blue, 0.07f },
                                   &edge);
      if (mark->group != MATTRA_MARK_TEXT)
        draw_group (snapshot, mark, &colours);
      if (mark->text)
        draw_text (widget, snapshot, mark, &colours);
      if (i == self->hovered && mark->group != MATTRA_MARK_TEXT)
        outline (snapshot, &mark->area, colours.text, 1.5f);
      if (i == self->current && gtk_widget_has_focus (widget))
        outline (snapshot, &edge, colours.text, FOCUS_EDGE);
    }
}

/* Choosing */

static void
choose (MattraOverviewView *self,
        const MattraMark   *mark)
{
  g_auto (MattraFilter) filter = { NULL };
  g_autofree char *measure = NULL;

  if (mark == NULL || !mark->live)
    return;
  measure = g_strdup (mark->measure);
  if (measure)
    {
      g_signal_emit (self, signals[SIGNAL_GO_TO], 0, measure);
      return;
    }
  mattra_overview_get_filter (mattra_overview_model_get_overview (self->model), mark->part, mark->index, mark->groups,
                              &filter);
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, &filter);
}

static void
set_current (MattraOverviewView *self,
             guint               mark)
{
  const MattraMark *at = get_mark (self, mark);

  if (at == NULL)
    return;
  self->current = mark;
  tell_current (self);
  g_signal_emit (self, signals[SIGNAL_REVEAL], 0, (int) at->area.origin.y, (int) at->area.size.height);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static float
middle (const MattraMark *mark)
{
  return mark->area.origin.x + mark->area.size.width / 2;
}

/* In the next row that has a mark: the one nearest below or above. */
static guint
find_beside (MattraOverviewView *self,
             int                 step)
{
  const MattraMark *now = get_mark (self, self->current);
  guint best = NO_MARK;

  for (guint i = find_live (self, self->current + (guint) step, step); i != NO_MARK;
       i = find_live (self, i + (guint) step, step))
    {
      const MattraMark *mark = get_mark (self, i);

      if (mark->row == now->row)
        continue;
      if (best != NO_MARK && mark->row != get_mark (self, best)->row)
        break;
      if (best == NO_MARK || fabsf (middle (mark) - middle (now)) < fabsf (middle (get_mark (self, best)) - middle (now)))
        best = i;
    }
  return best;
}

static guint
find_next (MattraOverviewView *self,
           guint               keyval)
{
  guint n = self->layout ? self->layout->marks->len : 0;

  if (self->current == NO_MARK || keyval == GDK_KEY_Home)
    return find_live (self, 0, 1);
  switch (keyval)
    {
    case GDK_KEY_Left:
      return find_live (self, self->current - 1, -1);
    case GDK_KEY_Right:
      return find_live (self, self->current + 1, 1);
    case GDK_KEY_Up:
      return find_beside (self, -1);
    case GDK_KEY_Down:
      return find_beside (self, 1);
    case GDK_KEY_End:
      return find_live (self, n - 1, -1);
    default:
      return NO_MARK;
    }
}

static gboolean
key_pressed (MattraOverviewView *self,
             guint               keyval,
             guint               keycode,
             GdkModifierType     state)
{
  guint next = NO_MARK;

  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK))
    return GDK_EVENT_PROPAGATE;
  switch (keyval)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_space:
      choose (self, get_mark (self, self->current));
      return GDK_EVENT_STOP;
    case GDK_KEY_Left:
    case GDK_KEY_Right:
    case GDK_KEY_Up:
    case GDK_KEY_Down:
    case GDK_KEY_Home:
    case GDK_KEY_End:
      next = find_next (self, keyval);
      if (next != NO_MARK)
        set_current (self, next);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
focus_in (MattraOverviewView *self)
{
  if (self->current == NO_MARK)
    set_current (self, find_live (self, 0, 1));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The pointer */

static guint
find_at (MattraOverviewView *self,
         double              x,
         double              y)
{
  for (guint i = 0; get_mark (self, i); i++)
    {
      const MattraMark *mark = get_mark (self, i);

      if (mark->live && graphene_rect_contains_point (&mark->area, &GRAPHENE_POINT_INIT ((float) x, (float) y)))
        return i;
    }
  return NO_MARK;
}

static void
set_hovered (MattraOverviewView *self,
             guint               mark)
{
  if (self->hovered == mark)
    return;
  self->hovered = mark;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), mark != NO_MARK ? "pointer" : NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
moved (MattraOverviewView *self,
       double              x,
       double              y)
{
  set_hovered (self, find_at (self, x, y));
}

static void
left (MattraOverviewView *self)
{
  set_hovered (self, NO_MARK);
}

static void
released (MattraOverviewView *self,
          int                 n_press,
          double              x,
          double              y)
{
  guint mark = find_at (self, x, y);

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (mark == NO_MARK)
    return;
  self->current = mark;
  choose (self, get_mark (self, mark));
}

static gboolean
mattra_overview_view_query_tooltip (GtkWidget  *widget,
                                    int         x,
                                    int         y,
                                    gboolean    keyboard,
                                    GtkTooltip *tooltip)
{
  MattraOverviewView *self = MATTRA_OVERVIEW_VIEW (widget);
  const MattraMark *mark = get_mark (self, keyboard ? self->current : find_at (self, x, y));
  GdkRectangle area;

  if (mark == NULL || mark->words == NULL)
    return FALSE;
  area = (GdkRectangle) { (int) mark->area.origin.x, (int) mark->area.origin.y, (int) mark->area.size.width,
                          (int) mark->area.size.height };
  gtk_tooltip_set_text (tooltip, mark->words);
  gtk_tooltip_set_tip_area (tooltip, &area);
  return TRUE;
}

/* The object */

static void
mattra_overview_view_css_changed (GtkWidget         *widget,
                                  GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (mattra_overview_view_parent_class)->css_changed (widget, change);
  g_clear_pointer (&MATTRA_OVERVIEW_VIEW (widget)->layout, mattra_overview_layout_free);
  gtk_widget_queue_resize (widget);
}

static void
mattra_overview_view_dispose (GObject *object)
{
  MattraOverviewView *self = MATTRA_OVERVIEW_VIEW (object);

  g_clear_pointer (&self->layout, mattra_overview_layout_free);
  g_clear_object (&self->model);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (mattra_overview_view_parent_class)->dispose (object);
}

static void
mattra_overview_view_class_init (MattraOverviewViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mattra_overview_view_dispose;
  widget_class->get_request_mode = mattra_overview_view_get_request_mode;
  widget_class->measure = mattra_overview_view_measure;
  widget_class->size_allocate = mattra_overview_view_size_allocate;
  widget_class->snapshot = mattra_overview_view_snapshot;
  widget_class->query_tooltip = mattra_overview_view_query_tooltip;
  widget_class->css_changed = mattra_overview_view_css_changed;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", MATTRA_TYPE_OVERVIEW_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[SIGNAL_GO_TO] = g_signal_new ("go-to", MATTRA_TYPE_OVERVIEW_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_REVEAL] = g_signal_new ("reveal", MATTRA_TYPE_OVERVIEW_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);
}

static void
add_hands (MattraOverviewView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed), self);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (focus_in), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (gtk_widget_queue_draw), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (moved), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (left), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

static void
mattra_overview_view_init (MattraOverviewView *self)
{
  self->current = self->hovered = NO_MARK;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "mattra-number");
  tell_current (self);
  add_hands (self);
}

/**
 * mattra_overview_view_new:
 * @session: a register's session
 * @model: where its plan stands
 *
 * Returns: (transfer floating): the drawn overview
 */
GtkWidget *
mattra_overview_view_new (MattraSession       *session,
                          MattraOverviewModel *model)
{
  MattraOverviewView *self = NULL;

  g_return_val_if_fail (MATTRA_IS_SESSION (session) && MATTRA_IS_OVERVIEW_MODEL (model), NULL);

  self = g_object_new (MATTRA_TYPE_OVERVIEW_VIEW, NULL);
  self->session = g_object_ref (session);
  self->model = g_object_ref (model);
  return GTK_WIDGET (self);
}

/**
 * mattra_overview_view_refresh:
 * @self: the drawn overview
 *
 * Draws the numbers anew; texts that stayed the same are not shaped again.
 */
void
mattra_overview_view_refresh (MattraOverviewView *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = self->layout ? self->layout->height : -1;

  g_return_if_fail (MATTRA_IS_OVERVIEW_VIEW (self));

  if (self->layout && self->layout->width == width && mattra_overview_model_get_overview (self->model))
    self->layout = mattra_overview_layout_new (self->model, mattra_session_get_plan (self->session),
                                               gtk_widget_get_pango_context (GTK_WIDGET (self)), width, self->digits,
                                               self->layout);
  keep_current (self);
  if (self->layout == NULL || self->layout->height != height)
    gtk_widget_queue_resize (GTK_WIDGET (self));
  else
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * mattra_overview_view_set_digits:
 * @self: the drawn overview
 * @digits: the script of numbers that the user has chosen
 */
void
mattra_overview_view_set_digits (MattraOverviewView *self,
                                 MattraDigits        digits)
{
  g_return_if_fail (MATTRA_IS_OVERVIEW_VIEW (self));

  self->digits = digits;
  mattra_overview_view_refresh (self);
}

/**
 * mattra_overview_view_get_current:
 * @self: the drawn overview
 *
 * Returns: (transfer none) (nullable): the mark that has the keyboard
 */
const MattraMark *
mattra_overview_view_get_current (MattraOverviewView *self)
{
  g_return_val_if_fail (MATTRA_IS_OVERVIEW_VIEW (self), NULL);

  return get_mark (self, self->current);
}

/**
 * mattra_overview_view_get_layout:
 * @self: the drawn overview
 *
 * Returns: (transfer none) (nullable): what is drawn where; %NULL until the numbers are there
 */
const MattraOverviewLayout *
mattra_overview_view_get_layout (MattraOverviewView *self)
{
  g_return_val_if_fail (MATTRA_IS_OVERVIEW_VIEW (self), NULL);

  return self->layout;
}

/**
 * mattra_overview_view_choose:
 * @self: the drawn overview
 * @mark: number of a mark
 *
 * Does what a click on it does.
 */
void
mattra_overview_view_choose (MattraOverviewView *self,
                             guint               mark)
{
  g_return_if_fail (MATTRA_IS_OVERVIEW_VIEW (self));

  choose (self, get_mark (self, mark));
}
