/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-page-view.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "mattra-settings.h"
#include "mattra-word-digits.h"

/* Room around the pages, in pixels. */
#define GAP 12

#define LEAST_ZOOM 0.25
#define MOST_ZOOM 4.0
#define ZOOM_STEP 1.25

/* What an arrow key scrolls, in pixels. */
#define LINE 48

/* So many pixels of a touchpad are a notch of a wheel. */
#define NOTCH 60

struct _MattraPageView
{
  GtkWidget parent_instance;

  MattraReportPages *pages;
  GSettings *settings;
  GtkAdjustment *adjustments[2];        /* by orientation */
  guint policies[2];
  double zoom;                          /* 1 is 96 dots an inch */
  guint zoom_idle;
  double pinched;                       /* what it was when two fingers were put down */
  gboolean fit;                         /* as wide as the view */
  GArray *tops;                         /* of double: where each page begins, and behind the last where they end */
  double width;                         /* of the widest page, in pixels */
  guint page;
};

enum
{
  PROP_0,
  PROP_PAGE,
  PROP_ZOOM,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

enum
{
  SIGNAL_CLICKED_CELL,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (MattraPageView, mattra_page_view, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

static double
get_scale (MattraPageView *self)
{
  return self->zoom * MATTRA_PAGE_VIEW_WHOLE;
}

static guint
get_n_pages (MattraPageView *self)
{
  return self->tops->len > 0 ? self->tops->len - 1 : 0;
}

static double
get_top (MattraPageView *self,
         guint           page)
{
  return g_array_index (self->tops, double, page);
}

static double
get_value (MattraPageView *self,
           GtkOrientation  orientation)
{
  return self->adjustments[orientation] ? gtk_adjustment_get_value (self->adjustments[orientation]) : 0;
}

/* Where pages stand */

static double
widest_page (MattraPageView *self)
{
  double widest = 0;

  for (guint i = 0; i < mattra_report_pages_get_n_pages (self->pages); i++)
    {
      double width, height;

      mattra_report_pages_get_size (self->pages, i, &width, &height);
      widest = MAX (widest, width);
    }
  return widest;
}

static gboolean
tell_zoom (gpointer user_data)
{
  MattraPageView *self = user_data;

  self->zoom_idle = 0;
  g_object_notify (G_OBJECT (self), "zoom");
  return G_SOURCE_REMOVE;
}

/* Who hears of it may want another size, which nobody may while sizes are given. */
static void
take_zoom (MattraPageView *self,
           double          zoom)
{
  double before = self->zoom;

  self->zoom = CLAMP (zoom, LEAST_ZOOM, MOST_ZOOM);
  if ((before < self->zoom || before > self->zoom) && self->zoom_idle == 0)
    self->zoom_idle = g_idle_add (tell_zoom, self);
}

static void
choose_zoom (MattraPageView *self,
             double          widest)
{
  double room = gtk_widget_get_width (GTK_WIDGET (self)) - 2 * GAP;

  if (self->fit && widest > 0 && room > 0)
    take_zoom (self, room / (widest * MATTRA_PAGE_VIEW_WHOLE));
}

static void
place_pages (MattraPageView *self)
{
  double widest = widest_page (self);
  double top = GAP;

  choose_zoom (self, widest);
  self->width = floor (widest * get_scale (self));
  g_array_set_size (self->tops, 0);
  for (guint i = 0; i < mattra_report_pages_get_n_pages (self->pages); i++)
    {
      double width, height;

      mattra_report_pages_get_size (self->pages, i, &width, &height);
      g_array_append_val (self->tops, top);
      top += ceil (height * get_scale (self)) + GAP;
    }
  g_array_append_val (self->tops, top);
}

/* The page at a height of the view, and which part of it lies above. */
static guint
find_page (MattraPageView *self,
           double          y,
           double         *part)
{
  guint low = 0;
  guint high = get_n_pages (self);

  while (low + 1 < high)
    {
      guint middle = low + (high - low) / 2;

      if (get_top (self, middle) <= y)
        low = middle;
      else
        high = middle;
    }
  if (part && get_n_pages (self) > 0)
    *part = (y - get_top (self, low)) / (get_top (self, low + 1) - get_top (self, low));
  return low;
}

static void
configure (MattraPageView *self,
           GtkOrientation  orientation,
           double          content,
           double          room,
           double          value)
{
  double upper = MAX (content, room);

  if (self->adjustments[orientation])
    gtk_adjustment_configure (self->adjustments[orientation], CLAMP (value, 0, upper - room), 0, upper, LINE, room * 0.9,
                              room);
}

static void
configure_all (MattraPageView *self,
               double          x,
               double          y)
{
  configure (self, GTK_ORIENTATION_HORIZONTAL, self->width + 2 * GAP, gtk_widget_get_width (GTK_WIDGET (self)), x);
  configure (self, GTK_ORIENTATION_VERTICAL, get_top (self, get_n_pages (self)),
             gtk_widget_get_height (GTK_WIDGET (self)), y);
}

/* Places pages anew; what stood at the upper edge stays there. */
static void
update (MattraPageView *self)
{
  double part = 0;
  guint page = find_page (self, get_value (self, GTK_ORIENTATION_VERTICAL), &part);
  double before = self->width > 0 ? get_value (self, GTK_ORIENTATION_HORIZONTAL) / self->width : 0;
  double y = 0;

  place_pages (self);
  if (page < get_n_pages (self))
    y = get_top (self, page) + part * (get_top (self, page + 1) - get_top (self, page));
  configure_all (self, before * self->width, page == 0 && part <= 0 ? 0 : y);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* What is seen */

static void
name_view (MattraPageView *self)
{
  MattraDigits digits = mattra_word_digits ((MattraDigits) g_settings_get_enum (self->settings, "digits"));
  g_autofree char *page = mattra_digits_format ((int) self->page + 1, digits);
  g_autofree char *total = mattra_digits_format ((int) get_n_pages (self), digits);
  g_autofree char *name = g_strdup_printf (_("Page %s of %s"), page, total);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* The page that fills most of the view is the one in its middle. */
static void
note_page (MattraPageView *self)
{
  double middle = get_value (self, GTK_ORIENTATION_VERTICAL) + gtk_widget_get_height (GTK_WIDGET (self)) / 2.0;
  guint page = find_page (self, middle, NULL);

  if (page != self->page)
    {
      self->page = page;
      g_object_notify (G_OBJECT (self), "page");
    }
  name_view (self);
}

static void
want_pages (MattraPageView *self)
{
  double y = get_value (self, GTK_ORIENTATION_VERTICAL);
  guint first = find_page (self, y, NULL);
  guint end = find_page (self, y + gtk_widget_get_height (GTK_WIDGET (self)), NULL) + 1;

  mattra_report_pages_want (self->pages, first, end, get_scale (self) * gtk_widget_get_scale_factor (GTK_WIDGET (self)));
}

static void
scrolled (MattraPageView *self)
{
  note_page (self);
  want_pages (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
pages_changed (MattraPageView *self)
{
  update (self);
  scrolled (self);
}

static double
page_left (MattraPageView *self,
           double          width)
{
  double room = gtk_widget_get_width (GTK_WIDGET (self));
  double content = self->width + 2 * GAP;
  double left = content < room ? (room - content) / 2 : -get_value (self, GTK_ORIENTATION_HORIZONTAL);

  return floor (left + GAP + (self->width - width) / 2);
}

static void
get_page_area (MattraPageView  *self,
               guint            page,
               graphene_rect_t *area)
{
  double width, height;

  mattra_report_pages_get_size (self->pages, page, &width, &height);
  width = ceil (width * get_scale (self));
  height = ceil (height * get_scale (self));
  graphene_rect_init (area, (float) page_left (self, width),
                      (float) (get_top (self, page) - get_value (self, GTK_ORIENTATION_VERTICAL)), (float) width,
                      (float) height);
}

/* Paper is white, in dark style too. */
static void
draw_page (MattraPageView *self,
           guint           page,
           GtkSnapshot    *snapshot)
{
  static const GdkRGBA white = { 1, 1, 1, 1 };
  static const GdkRGBA shade = { 0, 0, 0, 0.35f };
  GdkTexture *picture = mattra_report_pages_get_picture (self->pages, page);
  GskRoundedRect outline;
  graphene_rect_t area;

  get_page_area (self, page, &area);
  gsk_rounded_rect_init_from_rect (&outline, &area, 0);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &shade, 0, 1, 0, 3);
  if (picture)
    gtk_snapshot_append_texture (snapshot, picture, &area);
  else
    gtk_snapshot_append_color (snapshot, &white, &area);
}

static void
mattra_page_view_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  MattraPageView *self = MATTRA_PAGE_VIEW (widget);
  double y = get_value (self, GTK_ORIENTATION_VERTICAL);
  int height = gtk_widget_get_height (widget);

  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget), (float) height));
  for (guint page = find_page (self, y, NULL); page < get_n_pages (self) && get_top (self, page) < y + height; page++)
    if (page < mattra_report_pages_get_n_pages (self->pages))
      draw_page (self, page, snapshot);
  gtk_snapshot_pop (snapshot);
}

static void
mattra_page_view_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  *minimum = 1;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 600 : 800;
}

static void
mattra_page_view_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  MattraPageView *self = MATTRA_PAGE_VIEW (widget);

  update (self);
  note_page (self);
  want_pages (self);
}

/* Hands */

static void
scroll_by (MattraPageView *self,
           GtkOrientation  orientation,
           double          delta)
{
  if (self->adjustments[orientation])
    gtk_adjustment_set_value (self->adjustments[orientation], get_value (self, orientation) + delta);
}

static void
go_to_end (MattraPageView *self,
           gboolean        last)
{
  double upper = self->adjustments[1] ? gtk_adjustment_get_upper (self->adjustments[1]) : 0;

  scroll_by (self, GTK_ORIENTATION_VERTICAL, last ? upper : -upper);
}

static gboolean
zoom_by_key (MattraPageView *self,
             guint           key)
{
  switch (key)
    {
    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_KP_Add:
      mattra_page_view_zoom (self, 1);
      return TRUE;
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      mattra_page_view_zoom (self, -1);
      return TRUE;
    case GDK_KEY_0:
    case GDK_KEY_KP_0:
      mattra_page_view_set_fit (self);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
key_pressed (MattraPageView  *self,
             guint            key,
             guint            code,
             GdkModifierType  state)
{
  double page = gtk_widget_get_height (GTK_WIDGET (self)) * 0.9;
  const struct
  {
    guint key;
    GtkOrientation orientation;
    double delta;
  } moves[] = {
    { GDK_KEY_Up, GTK_ORIENTATION_VERTICAL, -LINE },   { GDK_KEY_Down, GTK_ORIENTATION_VERTICAL, LINE },
    { GDK_KEY_Left, GTK_ORIENTATION_HORIZONTAL, -LINE }, { GDK_KEY_Right, GTK_ORIENTATION_HORIZONTAL, LINE },
    { GDK_KEY_Page_Up, GTK_ORIENTATION_VERTICAL, -page }, { GDK_KEY_Page_Down, GTK_ORIENTATION_VERTICAL, page },
    { GDK_KEY_space, GTK_ORIENTATION_VERTICAL, page },  { GDK_KEY_BackSpace, GTK_ORIENTATION_VERTICAL, -page },
  };

  if (state & GDK_CONTROL_MASK)
    return zoom_by_key (self, key);
  if (key == GDK_KEY_Home || key == GDK_KEY_End)
    {
      go_to_end (self, key == GDK_KEY_End);
      return TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    if (moves[i].key == key)
      {
        scroll_by (self, moves[i].orientation, moves[i].delta);
        return TRUE;
      }
  return FALSE;
}

/* A wheel comes in whole notches, a touchpad in many small moves. */
static gboolean
wheel_turned (MattraPageView           *self,
              double                    dx,
              double                    dy,
              GtkEventControllerScroll *controller)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  if (!(state & GDK_CONTROL_MASK))
    return GDK_EVENT_PROPAGATE;
  if (gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_SURFACE)
    dy /= NOTCH;
  mattra_page_view_set_zoom (self, self->zoom * pow (ZOOM_STEP, -dy));
  return GDK_EVENT_STOP;
}

static void
pinch_begun (MattraPageView *self)
{
  self->pinched = self->zoom;
}

static void
pinched (MattraPageView *self,
         double          scale)
{
  mattra_page_view_set_zoom (self, self->pinched * scale);
}

static void
cell_found (const char *key,
            const char *field,
            gpointer    user_data)
{
  if (key)
    g_signal_emit (user_data, signals[SIGNAL_CLICKED_CELL], 0, key, field);
}

static void
clicked (MattraPageView *self,
         int             n_press,
         double          x,
         double          y)
{
  guint page = find_page (self, y + get_value (self, GTK_ORIENTATION_VERTICAL), NULL);
  graphene_rect_t area;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (page >= mattra_report_pages_get_n_pages (self->pages))
    return;
  get_page_area (self, page, &area);
  if (graphene_rect_contains_point (&area, &GRAPHENE_POINT_INIT ((float) x, (float) y)))
    mattra_report_pages_find_cell (self->pages, page, (x - (double) area.origin.x) / get_scale (self),
                                   (y - (double) area.origin.y) / get_scale (self), cell_found, G_OBJECT (self));
}

static void
add_hands (MattraPageView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *wheel = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();

  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_event_controller_set_propagation_phase (wheel, GTK_PHASE_CAPTURE);
  g_signal_connect_object (wheel, "scroll", G_CALLBACK (wheel_turned), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), wheel);
  g_signal_connect_object (click, "released", G_CALLBACK (clicked), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_object (pinch, "begin", G_CALLBACK (pinch_begun), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (pinch, "scale-changed", G_CALLBACK (pinched), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (pinch));
}

/* The object */

static void
set_adjustment (MattraPageView *self,
                GtkOrientation  orientation,
                GtkAdjustment  *adjustment)
{
  if (self->adjustments[orientation])
    g_signal_handlers_disconnect_by_func (self->adjustments[orientation], scrolled, self);
  g_clear_object (&self->adjustments[orientation]);
  if (adjustment == NULL)
    adjustment = gtk_adjustment_new (0, 0, 0, 0, 0, 0);
  self->adjustments[orientation] = g_object_ref_sink (adjustment);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (scrolled), self, G_CONNECT_SWAPPED);
  if (self->pages)
    update (self);
}

static void
mattra_page_view_get_property (GObject    *object,
                               guint       property_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  MattraPageView *self = MATTRA_PAGE_VIEW (object);

  switch (property_id)
    {
    case PROP_PAGE:
      g_value_set_uint (value, self->page);
      break;
    case PROP_ZOOM:
      g_value_set_double (value, self->zoom);
      break;
    case PROP_HADJUSTMENT:
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[property_id - PROP_HADJUSTMENT]);
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, (int) self->policies[property_id - PROP_HSCROLL_POLICY]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
mattra_page_view_set_property (GObject      *object,
                               guint         property_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  MattraPageView *self = MATTRA_PAGE_VIEW (object);

  switch (property_id)
    {
    case PROP_HADJUSTMENT:
    case PROP_VADJUSTMENT:
      set_adjustment (self, (GtkOrientation) (property_id - PROP_HADJUSTMENT), g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      self->policies[property_id - PROP_HSCROLL_POLICY] = (guint) g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
mattra_page_view_dispose (GObject *object)
{
  MattraPageView *self = MATTRA_PAGE_VIEW (object);

  g_clear_handle_id (&self->zoom_idle, g_source_remove);
  for (guint i = 0; i < G_N_ELEMENTS (self->adjustments); i++)
    if (self->adjustments[i])
      {
        g_signal_handlers_disconnect_by_func (self->adjustments[i], scrolled, self);
        g_clear_object (&self->adjustments[i]);
      }
  g_clear_object (&self->pages);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (mattra_page_view_parent_class)->dispose (object);
}

static void
mattra_page_view_finalize (GObject *object)
{
  g_array_unref (MATTRA_PAGE_VIEW (object)->tops);
  G_OBJECT_CLASS (mattra_page_view_parent_class)->finalize (object);
}

static void
mattra_page_view_class_init (MattraPageViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = mattra_page_view_get_property;
  object_class->set_property = mattra_page_view_set_property;
  object_class->dispose = mattra_page_view_dispose;
  object_class->finalize = mattra_page_view_finalize;
  widget_class->snapshot = mattra_page_view_snapshot;
  widget_class->measure = mattra_page_view_measure;
  widget_class->size_allocate = mattra_page_view_size_allocate;

  g_object_class_install_property (object_class, PROP_PAGE,
                                   g_param_spec_uint ("page", NULL, NULL, 0, G_MAXUINT, 0,
                                                      G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
  g_object_class_install_property (object_class, PROP_ZOOM,
                                   g_param_spec_double ("zoom", NULL, NULL, LEAST_ZOOM, MOST_ZOOM, 1,
                                                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
  signals[SIGNAL_CLICKED_CELL] = g_signal_new ("clicked-cell", MATTRA_TYPE_PAGE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                               NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  gtk_widget_class_set_css_name (widget_class, "mattra-pages");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
mattra_page_view_init (MattraPageView *self)
{
  self->zoom = 1;
  self->fit = TRUE;
  self->tops = g_array_new (FALSE, FALSE, sizeof (double));
  self->settings = mattra_settings_new ();
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  add_hands (self);
}

/**
 * mattra_page_view_new:
 * @pages: the pages of a report
 *
 * Returns: (transfer floating): a view of them
 */
GtkWidget *
mattra_page_view_new (MattraReportPages *pages)
{
  MattraPageView *self = NULL;

  g_return_val_if_fail (MATTRA_IS_REPORT_PAGES (pages), NULL);

  self = g_object_new (MATTRA_TYPE_PAGE_VIEW, NULL);
  self->pages = g_object_ref (pages);
  place_pages (self);
  g_signal_connect_object (pages, "changed", G_CALLBACK (pages_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (pages, "drawn", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * mattra_page_view_get_pages:
 * @self: a view
 *
 * Returns: (transfer none): what it shows
 */
MattraReportPages *
mattra_page_view_get_pages (MattraPageView *self)
{
  g_return_val_if_fail (MATTRA_IS_PAGE_VIEW (self), NULL);

  return self->pages;
}

/**
 * mattra_page_view_get_page:
 * @self: a view
 *
 * Returns: the index of the page that fills most of the view
 */
guint
mattra_page_view_get_page (MattraPageView *self)
{
  g_return_val_if_fail (MATTRA_IS_PAGE_VIEW (self), 0);

  return self->page;
}

/**
 * mattra_page_view_show_page:
 * @self: a view
 * @page: the index of a page
 *
 * Scrolls so that the page begins at the upper edge.
 */
void
mattra_page_view_show_page (MattraPageView *self,
                            guint           page)
{
  g_return_if_fail (MATTRA_IS_PAGE_VIEW (self));

  if (page < get_n_pages (self) && self->adjustments[GTK_ORIENTATION_VERTICAL])
    gtk_adjustment_set_value (self->adjustments[GTK_ORIENTATION_VERTICAL], get_top (self, page) - GAP);
}

/**
 * mattra_page_view_get_zoom:
 * @self: a view
 *
 * Returns: how large the pages are; 1 is 96 dots an inch
 */
double
mattra_page_view_get_zoom (MattraPageView *self)
{
  g_return_val_if_fail (MATTRA_IS_PAGE_VIEW (self), 1);

  return self->zoom;
}

/**
 * mattra_page_view_get_fit:
 * @self: a view
 *
 * Returns: whether pages are as wide as the view
 */
gboolean
mattra_page_view_get_fit (MattraPageView *self)
{
  g_return_val_if_fail (MATTRA_IS_PAGE_VIEW (self), FALSE);

  return self->fit;
}

/**
 * mattra_page_view_set_zoom:
 * @self: a view
 * @zoom: how large the pages are to be; 1 is 96 dots an inch
 *
 * Zooms; what stands at the upper edge stays there.
 */
void
mattra_page_view_set_zoom (MattraPageView *self,
                           double          zoom)
{
  g_return_if_fail (MATTRA_IS_PAGE_VIEW (self));

  self->fit = FALSE;
  take_zoom (self, zoom);
  pages_changed (self);
}

/**
 * mattra_page_view_set_fit:
 * @self: a view
 *
 * Makes the pages as wide as the view, whatever its width.
 */
void
mattra_page_view_set_fit (MattraPageView *self)
{
  g_return_if_fail (MATTRA_IS_PAGE_VIEW (self));

  self->fit = TRUE;
  pages_changed (self);
}

/**
 * mattra_page_view_zoom:
 * @self: a view
 * @steps: how many steps larger; negative for smaller
 *
 * Zooms by steps of a quarter.
 */
void
mattra_page_view_zoom (MattraPageView *self,
                       int             steps)
{
  g_return_if_fail (MATTRA_IS_PAGE_VIEW (self));

  mattra_page_view_set_zoom (self, self->zoom * pow (ZOOM_STEP, steps));
}
