/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-timeline-page.h"

#include <glib/gi18n-lib.h>

#include "mattra-word-digits.h"

struct _MattraTimelinePage
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *bar;
  GtkToggleButton *year;
  GtkToggleButton *quarter;
  GtkToggleButton *month;
  GtkWidget *today;
  GtkLabel *count;
  GtkScrolledWindow *scrolled;
  AdwStatusPage *empty;
  GtkWidget *show_all;
  GtkWidget *new_measure;

  MattraSession *session;
  GSettings *settings;
  MattraTimeline *timeline;
  char *wanted; /* ULID of the measure to go to once the spans are there */
};

G_DEFINE_FINAL_TYPE (MattraTimelinePage, mattra_timeline_page, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_OPEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static GtkToggleButton *
button_of (MattraTimelinePage *self,
           MattraTimeZoom      zoom)
{
  switch (zoom)
    {
    case MATTRA_TIME_ZOOM_MONTH:
      return self->month;
    case MATTRA_TIME_ZOOM_QUARTER:
      return self->quarter;
    case MATTRA_TIME_ZOOM_YEAR:
    default:
      return self->year;
    }
}

static void
zoom_toggled (MattraTimelinePage *self,
              GtkToggleButton    *button)
{
  if (!gtk_toggle_button_get_active (button))
    return;
  for (MattraTimeZoom zoom = MATTRA_TIME_ZOOM_YEAR; zoom < MATTRA_N_TIME_ZOOMS; zoom++)
    if (button_of (self, zoom) == button)
      mattra_timeline_set_zoom (self->timeline, zoom);
}

static void
show_zoom (MattraTimelinePage *self)
{
  gtk_toggle_button_set_active (button_of (self, mattra_timeline_get_zoom (self->timeline)), TRUE);
}

static void
today_clicked (MattraTimelinePage *self)
{
  mattra_timeline_show_today (self->timeline);
}

/* What is shown */

static void
show_count (MattraTimelinePage *self,
            guint               n_measures,
            guint               n_unread)
{
  MattraDigits digits = mattra_word_digits ((MattraDigits) g_settings_get_enum (self->settings, "digits"));
  g_autofree char *measures = mattra_digits_format ((int) n_measures, digits);
  g_autofree char *unread = mattra_digits_format ((int) n_unread, digits);
  g_autofree char *all = g_strdup_printf (ngettext ("%s measure", "%s measures", n_measures), measures);
  g_autofree char *without = g_strdup_printf (_("%s without days"), unread);
  g_autofree char *text = n_unread > 0 ? g_strdup_printf ("%s · %s", all, without) : g_steal_pointer (&all);

  gtk_label_set_text (self->count, text);
}

static void
explain_empty (MattraTimelinePage *self)
{
  const MattraFilter *filter = mattra_session_get_filter (self->session);
  gboolean narrowed = filter->division != NULL || !mattra_filter_is_plain (filter);

  adw_status_page_set_title (self->empty, narrowed ? _("No measure in this list") : _("No measures yet"));
  adw_status_page_set_description (self->empty, narrowed
                                                  ? NULL
                                                  : _("Measures stand here over the months of the year as soon as the"
                                                      " table has some."));
  gtk_widget_set_visible (self->show_all, narrowed);
  gtk_widget_set_visible (self->new_measure, !narrowed);
}

static void
show_state (MattraTimelinePage *self,
            gboolean            empty)
{
  guint n_measures = 0, n_unread = 0;

  mattra_timeline_count (self->timeline, &n_measures, &n_unread);
  gtk_widget_set_visible (GTK_WIDGET (self->scrolled), !empty);
  gtk_widget_set_visible (self->bar, !empty);
  gtk_widget_set_visible (GTK_WIDGET (self->empty), empty);
  explain_empty (self);
  show_count (self, n_measures, n_unread);
}

static void
spans_changed (MattraTimelinePage *self)
{
  guint n_measures = 0, n_unread = 0;

  mattra_timeline_count (self->timeline, &n_measures, &n_unread);
  show_state (self, n_measures == 0);
  if (self->wanted != NULL)
    mattra_timeline_select (self->timeline, self->wanted);
  g_clear_pointer (&self->wanted, g_free);
}

static void
show_digits (MattraTimelinePage *self)
{
  mattra_timeline_set_digits (self->timeline, (MattraDigits) g_settings_get_enum (self->settings, "digits"));
  if (!mattra_timeline_get_pending (self->timeline))
    spans_changed (self);
}

static void
show_all_clicked (MattraTimelinePage *self)
{
  const MattraFilter all = { NULL };

  mattra_session_set_filter (self->session, &all);
}

static void
opened (MattraTimelinePage *self,
        const char         *measure)
{
  g_signal_emit (self, signals[SIGNAL_OPEN], 0, measure);
}

static gboolean
mattra_timeline_page_grab_focus (GtkWidget *widget)
{
  MattraTimelinePage *self = MATTRA_TIMELINE_PAGE (widget);

  if (gtk_widget_get_visible (GTK_WIDGET (self->scrolled)))
    return gtk_widget_grab_focus (GTK_WIDGET (self->timeline));
  return gtk_widget_grab_focus (gtk_widget_get_visible (self->show_all) ? self->show_all : self->new_measure);
}

/* The object */

static void
mattra_timeline_page_dispose (GObject *object)
{
  MattraTimelinePage *self = MATTRA_TIMELINE_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MATTRA_TYPE_TIMELINE_PAGE);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->wanted, g_free);

  G_OBJECT_CLASS (mattra_timeline_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/mattra/Mattra/ui/mattra-timeline-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MattraTimelinePage, box);
  gtk_widget_class_bind_template_child (widget_class, MattraTimelinePage, bar);
  gtk_widget_class_bind_template_child (widget_class, MattraTimelinePage, year);
  gtk_widget_class_bind_template_child (widget_class, MattraTimelinePage, quarter);
  gtk_widget_class_bind_template_child (widget_class, MattraTimelinePage, month);
  gtk_widget_class_bind_template_child (widget_class, MattraTimelinePage, today);
  gtk_widget_class_bind_template_child (widget_class, MattraTimelinePage, count);
  gtk_widget_class_bind_template_child (widget_class, MattraTimelinePage, scrolled);
  gtk_widget_class_bind_template_child (widget_class, MattraTimelinePage, empty);
  gtk_widget_class_bind_template_child (widget_class, MattraTimelinePage, show_all);
  gtk_widget_class_bind_template_child (widget_class, MattraTimelinePage, new_measure);
}

static void
mattra_timeline_page_class_init (MattraTimelinePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mattra_timeline_page_dispose;
  widget_class->grab_focus = mattra_timeline_page_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  bind_template (widget_class);
  signals[SIGNAL_OPEN] = g_signal_new ("open", MATTRA_TYPE_TIMELINE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
mattra_timeline_page_init (MattraTimelinePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
follow (MattraTimelinePage *self)
{
  for (MattraTimeZoom zoom = MATTRA_TIME_ZOOM_YEAR; zoom < MATTRA_N_TIME_ZOOMS; zoom++)
    g_signal_connect_object (button_of (self, zoom), "toggled", G_CALLBACK (zoom_toggled), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->today, "clicked", G_CALLBACK (today_clicked), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->show_all, "clicked", G_CALLBACK (show_all_clicked), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->timeline, "notify::zoom", G_CALLBACK (show_zoom), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->timeline, "changed", G_CALLBACK (spans_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->timeline, "open", G_CALLBACK (opened), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::digits", G_CALLBACK (show_digits), self, G_CONNECT_SWAPPED);
}

/**
 * mattra_timeline_page_new:
 * @session: a register's session
 * @settings: the user's settings
 *
 * Returns: (transfer floating): the session's measures over time
 */
GtkWidget *
mattra_timeline_page_new (MattraSession *session,
                          GSettings     *settings)
{
  MattraTimelinePage *self = NULL;

  g_return_val_if_fail (MATTRA_IS_SESSION (session) && G_IS_SETTINGS (settings), NULL);

  self = g_object_new (MATTRA_TYPE_TIMELINE_PAGE, NULL);
  self->session = g_object_ref (session);
  self->settings = g_object_ref (settings);
  self->timeline = MATTRA_TIMELINE (mattra_timeline_new (session));
  gtk_scrolled_window_set_child (self->scrolled, GTK_WIDGET (self->timeline));
  follow (self);
  show_state (self, FALSE);
  show_digits (self);
  return GTK_WIDGET (self);
}

/**
 * mattra_timeline_page_get_timeline:
 * @self: a page
 *
 * Returns: (transfer none): its timeline
 */
MattraTimeline *
mattra_timeline_page_get_timeline (MattraTimelinePage *self)
{
  g_return_val_if_fail (MATTRA_IS_TIMELINE_PAGE (self), NULL);

  return self->timeline;
}

/**
 * mattra_timeline_page_show_measure:
 * @self: a page
 * @measure: (nullable): ULID of a measure
 *
 * Goes to a measure, as soon as it is there, if the list has it.
 */
void
mattra_timeline_page_show_measure (MattraTimelinePage *self,
                                   const char         *measure)
{
  g_return_if_fail (MATTRA_IS_TIMELINE_PAGE (self));

  g_clear_pointer (&self->wanted, g_free);
  if (measure == NULL)
    return;
  if (mattra_timeline_get_pending (self->timeline))
    self->wanted = g_strdup (measure);
  else
    mattra_timeline_select (self->timeline, measure);
}
