/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-register-views.h"

#include <glib/gi18n-lib.h>

#include "mattra-overview-page.h"
#include "mattra-timeline-page.h"

struct _MattraRegisterViews
{
  GObject parent_instance;

  MattraSession *session;
  GSettings *settings;
  MattraTablePage *table;
  AdwViewStack *stack;  /* of a place for each view */
  const char *shown;    /* a name of the table below */
};

G_DEFINE_FINAL_TYPE (MattraRegisterViews, mattra_register_views, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/**
 * View:
 * @name: in the state of the action win.view
 * @title: on its button
 * @icon: the same
 * @build: makes it, when it is first wanted; it follows the session while it is mapped
 * @show: (nullable): it comes into view
 * @focus: (nullable): it gets the focus; else it takes it as widgets do
 *
 * A way to look at the measures.
 */
typedef struct
{
  const char *name;
  const char *title;
  const char *icon;
  GtkWidget *(*build) (MattraRegisterViews *self);
  void       (*show)  (MattraRegisterViews *self,
                       GtkWidget           *view);
  void       (*focus) (MattraRegisterViews *self,
                       GtkWidget           *view);
} View;

static GtkWidget *
build_table (MattraRegisterViews *self)
{
  return GTK_WIDGET (self->table);
}

static void
focus_table (MattraRegisterViews *self,
             GtkWidget           *view)
{
  gtk_widget_grab_focus (GTK_WIDGET (mattra_table_page_get_grid (self->table)));
}

/* The table of the measures that a mark counts: these and no others. */
static void
show_filter (MattraRegisterViews *self,
             gpointer             filter)
{
  mattra_table_page_set_search (self->table, "");
  mattra_session_set_filter (self->session, filter);
  mattra_register_views_set_shown (self, MATTRA_VIEW_TABLE);
  mattra_register_views_focus (self);
}

static void
go_to (MattraRegisterViews *self,
       const char          *measure)
{
  mattra_table_page_go_to (self->table, measure, NULL);
}

static GtkWidget *
build_overview (MattraRegisterViews *self)
{
  GtkWidget *page = mattra_overview_page_new (self->session, self->settings);

  g_signal_connect_object (page, "chosen", G_CALLBACK (show_filter), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "go-to", G_CALLBACK (go_to), self, G_CONNECT_SWAPPED);
  return page;
}

static void
open_measure (MattraRegisterViews *self,
              const char          *measure)
{
  mattra_register_views_set_shown (self, MATTRA_VIEW_TABLE);
  mattra_table_page_go_to (self->table, measure, NULL);
}

static GtkWidget *
build_timeline (MattraRegisterViews *self)
{
  GtkWidget *page = mattra_timeline_page_new (self->session, self->settings);

  g_signal_connect_object (page, "open", G_CALLBACK (open_measure), self, G_CONNECT_SWAPPED);
  return page;
}

/* One stands on the measure on which one stood in the table. */
static void
show_timeline (MattraRegisterViews *self,
               GtkWidget           *view)
{
  mattra_timeline_page_show_measure (MATTRA_TIMELINE_PAGE (view), mattra_table_page_get_measure (self->table));
}

static const View views[] = {
  { MATTRA_VIEW_TABLE, N_("Table"), "view-list-symbolic", build_table, NULL, focus_table },
  { MATTRA_VIEW_OVERVIEW, N_("Overview"), "mattra-overview-symbolic", build_overview, NULL, NULL },
  { MATTRA_VIEW_TIMELINE, N_("Timeline"), "mattra-timeline-symbolic", build_timeline, show_timeline, NULL },
};

static const View *
find_view (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    if (g_strcmp0 (views[i].name, name) == 0)
      return &views[i];
  return NULL;
}

/* The places stand in the stack from the start, so that there is a button for each. */
static GtkWidget *
ensure_view (MattraRegisterViews *self,
             const View          *view)
{
  AdwBin *place = ADW_BIN (adw_view_stack_get_child_by_name (self->stack, view->name));

  if (adw_bin_get_child (place) == NULL)
    adw_bin_set_child (place, view->build (self));
  return adw_bin_get_child (place);
}

static void
shown_changed (MattraRegisterViews *self)
{
  const View *view = find_view (adw_view_stack_get_visible_child_name (self->stack));
  GtkWidget *widget = NULL;

  if (view == NULL || view->name == self->shown)
    return;
  widget = ensure_view (self, view);
  self->shown = view->name;
  if (view->show)
    view->show (self, widget);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* Whoever leads to a cell wants to see it. */
static void
raise_table (MattraRegisterViews *self)
{
  mattra_register_views_set_shown (self, MATTRA_VIEW_TABLE);
}

/**
 * mattra_register_views_get_shown:
 * @self: the views of a register
 *
 * Returns: (transfer none): name of the one that is shown
 */
const char *
mattra_register_views_get_shown (MattraRegisterViews *self)
{
  g_return_val_if_fail (MATTRA_IS_REGISTER_VIEWS (self), NULL);

  return self->shown;
}

/**
 * mattra_register_views_set_shown:
 * @self: the views of a register
 * @name: name of a view, as %MATTRA_VIEW_TABLE; one that there is not is passed over
 *
 * Shows another view.
 */
void
mattra_register_views_set_shown (MattraRegisterViews *self,
                                 const char          *name)
{
  const View *view = NULL;

  g_return_if_fail (MATTRA_IS_REGISTER_VIEWS (self));

  view = find_view (name);
  if (view == NULL)
    return;
  ensure_view (self, view);
  adw_view_stack_set_visible_child_name (self->stack, view->name);
}

/**
 * mattra_register_views_focus:
 * @self: the views of a register
 *
 * Gives the focus to the view that is shown.
 */
void
mattra_register_views_focus (MattraRegisterViews *self)
{
  const View *view = NULL;

  g_return_if_fail (MATTRA_IS_REGISTER_VIEWS (self));

  view = find_view (self->shown);
  if (view->focus)
    view->focus (self, ensure_view (self, view));
  else
    gtk_widget_grab_focus (ensure_view (self, view));
}

static void
mattra_register_views_dispose (GObject *object)
{
  MattraRegisterViews *self = MATTRA_REGISTER_VIEWS (object);

  g_clear_object (&self->session);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (mattra_register_views_parent_class)->dispose (object);
}

static void
mattra_register_views_class_init (MattraRegisterViewsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mattra_register_views_dispose;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", MATTRA_TYPE_REGISTER_VIEWS, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
}

static void
mattra_register_views_init (MattraRegisterViews *self)
{
}

/**
 * mattra_register_views_new:
 * @session: the session
 * @settings: the user's settings
 * @table: the table, which is shown at first
 * @stack: an empty stack for them; it lives longer than this
 *
 * Returns: (transfer full): the views of a register
 */
MattraRegisterViews *
mattra_register_views_new (MattraSession   *session,
                           GSettings       *settings,
                           MattraTablePage *table,
                           AdwViewStack    *stack)
{
  MattraRegisterViews *self = NULL;

  g_return_val_if_fail (MATTRA_IS_SESSION (session) && MATTRA_IS_TABLE_PAGE (table), NULL);

  self = g_object_new (MATTRA_TYPE_REGISTER_VIEWS, NULL);
  self->session = g_object_ref (session);
  self->settings = g_object_ref (settings);
  self->table = table;
  self->stack = stack;
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    adw_view_stack_page_set_icon_name (adw_view_stack_add_titled (stack, adw_bin_new (), views[i].name,
                                                                  _(views[i].title)),
                                       views[i].icon);
  ensure_view (self, &views[0]);
  shown_changed (self);
  g_signal_connect_object (stack, "notify::visible-child", G_CALLBACK (shown_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (table, "raise", G_CALLBACK (raise_table), self, G_CONNECT_SWAPPED);
  return self;
}
