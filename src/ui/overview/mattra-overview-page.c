/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-overview-page.h"

#include <glib/gi18n-lib.h>

struct _MattraOverviewPage
{
  GtkWidget parent_instance;

  GtkWidget *stack;
  GtkScrolledWindow *scrolled;
  GtkWidget *empty;
  MattraOverviewView *view;

  MattraSession *session;
  GSettings *settings;
  MattraOverviewModel *model;
};

G_DEFINE_FINAL_TYPE (MattraOverviewPage, mattra_overview_page, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CHOSEN,
  SIGNAL_GO_TO,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
is_empty (const MattraOverview *overview)
{
  for (guint i = 0; i <= MATTRA_N_INDICATORS; i++)
    if (overview->indicators[i].n_measures > 0)
      return FALSE;
  return TRUE;
}

static void
show_numbers (MattraOverviewPage *self)
{
  const MattraOverview *overview = mattra_overview_model_get_overview (self->model);
  gboolean empty = overview != NULL && is_empty (overview);

  gtk_stack_set_visible_child (GTK_STACK (self->stack), empty ? self->empty : GTK_WIDGET (self->scrolled));
  mattra_overview_view_refresh (self->view);
}

static void
show_digits (MattraOverviewPage *self)
{
  mattra_overview_view_set_digits (self->view, (MattraDigits) g_settings_get_enum (self->settings, "digits"));
}

static void
show_chosen (MattraOverviewPage *self,
             gpointer            filter)
{
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, filter);
}

static void
show_measure (MattraOverviewPage *self,
              const char         *measure)
{
  g_signal_emit (self, signals[SIGNAL_GO_TO], 0, measure);
}

/* With a little of what stands around it. */
static void
reveal (MattraOverviewPage *self,
        int                 y,
        int                 height)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled);

  gtk_adjustment_clamp_page (adjustment, y - height, y + 2 * height);
}

static gboolean
mattra_overview_page_grab_focus (GtkWidget *widget)
{
  MattraOverviewPage *self = MATTRA_OVERVIEW_PAGE (widget);

  if (gtk_stack_get_visible_child (GTK_STACK (self->stack)) == self->empty)
    return gtk_widget_child_focus (self->empty, GTK_DIR_TAB_FORWARD);
  return gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
mattra_overview_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (mattra_overview_page_parent_class)->map (widget);
  mattra_overview_model_set_active (MATTRA_OVERVIEW_PAGE (widget)->model, TRUE);
}

static void
mattra_overview_page_unmap (GtkWidget *widget)
{
  mattra_overview_model_set_active (MATTRA_OVERVIEW_PAGE (widget)->model, FALSE);
  GTK_WIDGET_CLASS (mattra_overview_page_parent_class)->unmap (widget);
}

static void
mattra_overview_page_dispose (GObject *object)
{
  MattraOverviewPage *self = MATTRA_OVERVIEW_PAGE (object);

  g_clear_pointer (&self->stack, gtk_widget_unparent);
  g_clear_object (&self->model);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (mattra_overview_page_parent_class)->dispose (object);
}

static void
mattra_overview_page_class_init (MattraOverviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mattra_overview_page_dispose;
  widget_class->map = mattra_overview_page_map;
  widget_class->unmap = mattra_overview_page_unmap;
  widget_class->grab_focus = mattra_overview_page_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", MATTRA_TYPE_OVERVIEW_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[SIGNAL_GO_TO] = g_signal_new ("go-to", MATTRA_TYPE_OVERVIEW_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
mattra_overview_page_init (MattraOverviewPage *self)
{
}

static GtkWidget *
build_empty (void)
{
  GtkWidget *page = adw_status_page_new ();
  GtkWidget *button = gtk_button_new_with_label (_("New Measure"));

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "mattra-overview-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _("No measures yet"));
  adw_status_page_set_description (ADW_STATUS_PAGE (page), _("Where the year stands is shown here as soon as there are measures."));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.new-measure");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_add_css_class (button, "suggested-action");
  adw_status_page_set_child (ADW_STATUS_PAGE (page), button);
  return page;
}

/* Beside the head of the page, where nothing else stands. */
static GtkWidget *
build_save (void)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("document-save-symbolic");

  gtk_widget_set_tooltip_text (button, _("Save Picture…"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.save-picture");
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_set_margin_top (button, 9);
  gtk_widget_set_margin_end (button, 15);
  gtk_widget_add_css_class (button, "flat");
  return button;
}

static void
build (MattraOverviewPage *self)
{
  GtkWidget *viewport = gtk_viewport_new (NULL, NULL);
  GtkWidget *overlay = gtk_overlay_new ();

  self->view = MATTRA_OVERVIEW_VIEW (mattra_overview_view_new (self->session, self->model));
  self->scrolled = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  self->empty = build_empty ();
  self->stack = gtk_stack_new ();
  gtk_viewport_set_scroll_to_focus (GTK_VIEWPORT (viewport), FALSE);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), GTK_WIDGET (self->view));
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), build_save ());
  gtk_viewport_set_child (GTK_VIEWPORT (viewport), overlay);
  gtk_scrolled_window_set_policy (self->scrolled, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (self->scrolled, viewport);
  gtk_stack_set_hhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_stack_add_child (GTK_STACK (self->stack), GTK_WIDGET (self->scrolled));
  gtk_stack_add_child (GTK_STACK (self->stack), self->empty);
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));
}

/**
 * mattra_overview_page_new:
 * @session: a register's session
 * @settings: the user's settings
 *
 * Returns: (transfer floating): where the year stands
 */
GtkWidget *
mattra_overview_page_new (MattraSession *session,
                          GSettings     *settings)
{
  MattraOverviewPage *self = NULL;

  g_return_val_if_fail (MATTRA_IS_SESSION (session) && G_IS_SETTINGS (settings), NULL);

  self = g_object_new (MATTRA_TYPE_OVERVIEW_PAGE, NULL);
  self->session = g_object_ref (session);
  self->settings = g_object_ref (settings);
  self->model = mattra_overview_model_new (session);
  build (self);
  show_digits (self);
  g_signal_connect_object (self->model, "changed", G_CALLBACK (show_numbers), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "chosen", G_CALLBACK (show_chosen), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "go-to", G_CALLBACK (show_measure), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "reveal", G_CALLBACK (reveal), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::digits", G_CALLBACK (show_digits), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * mattra_overview_page_get_view:
 * @self: where the year stands
 *
 * Returns: (transfer none): what draws it
 */
MattraOverviewView *
mattra_overview_page_get_view (MattraOverviewPage *self)
{
  g_return_val_if_fail (MATTRA_IS_OVERVIEW_PAGE (self), NULL);

  return self->view;
}
