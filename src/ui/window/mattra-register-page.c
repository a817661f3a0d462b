/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-register-page.h"

#include <glib/gi18n-lib.h>

#include "mattra-find-bar.h"
#include "mattra-register-side.h"
#include "mattra-register-views.h"
#include "mattra-sidebar.h"
#include "mattra-round-name.h"
#include "mattra-word-digits.h"

/* Below this width, in pixels, the sidebar lies over the table. */
#define SIDEBAR_FOLDS_BELOW 880
#define SIDEBAR_SLACK 24

/* The table comes first; then what a search looks through is read, so that its first letter finds at once. */
#define PREFETCH_DELAY_MS 800

struct _MattraRegisterPage
{
  GtkWidget parent_instance;

  GtkWidget *box;
  AdwWindowTitle *title;
  GtkWidget *answer;
  GtkWidget *undo;
  GtkWidget *redo;
  GtkMenuButton *menu;
  GtkWidget *checks;
  GtkWidget *report;
  GtkLabel *saved;
  AdwFlap *flap;
  AdwBin *sidebar;
  MattraBar *state_bar;
  MattraBar *closed_bar;
  MattraBar *draft_bar;
  MattraBar *copy_bar;
  MattraBar *whoami_bar;
  GtkRevealer *find;
  GtkPaned *paned;
  AdwViewSwitcher *view_switcher;
  AdwViewSwitcherBar *view_bar;
  AdwViewStack *views_stack;

  MattraSession *session;
  GSettings *settings;
  MattraTablePage *table_page;
  MattraRegisterViews *views;
  MattraRegisterSide *side;
  int width;
  guint fold_idle;
};

G_DEFINE_FINAL_TYPE (MattraRegisterPage, mattra_register_page, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_SHOW_SIDEBAR,
  PROP_SHOW_SEARCH,
  PROP_SHOW_FORM,
  PROP_SHOW_CHECKS,
  PROP_SHOW_REPORT,
  PROP_VIEW,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum
{
  SIGNAL_OPEN_AGAIN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* The header */

static void
show_title (MattraRegisterPage *self)
{
  MattraPlan *plan = mattra_session_get_plan (self->session);
  MattraRound round = mattra_session_get_round (self->session);
  MattraDigits digits = (MattraDigits) g_settings_get_enum (self->settings, "digits");
  g_autofree char *name = round != MATTRA_ROUND_NONE ? mattra_round_name (round, digits) : NULL;
  g_autofree char *year = mattra_digits_format (mattra_plan_get_fiscal_year (plan), mattra_word_digits (digits));
  g_autofree char *fiscal = g_strdup_printf (_("Fiscal year %s"), year);
  g_autofree char *subtitle = g_strjoin (" · ", fiscal, name, NULL);

  adw_window_title_set_title (self->title, mattra_plan_get_organisation (plan)->name);
  adw_window_title_set_subtitle (self->title, subtitle);
}

static void
name_button (GtkWidget  *button,
             const char *text)
{
  gtk_widget_set_tooltip_text (button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
show_acts (MattraRegisterPage *self)
{
  const char *undo_name = mattra_session_get_undo_name (self->session);
  const char *redo_name = mattra_session_get_redo_name (self->session);
  g_autofree char *undo = undo_name ? g_strdup_printf (_("Undo: %s"), undo_name) : g_strdup (_("Undo"));
  g_autofree char *redo = redo_name ? g_strdup_printf (_("Redo: %s"), redo_name) : g_strdup (_("Redo"));

  name_button (self->undo, undo);
  name_button (self->redo, redo);
}

/* Heads of divisions come to answer; others find it in the menu. */
static void
show_answer (MattraRegisterPage *self)
{
  const MattraActor *actor = mattra_session_get_actor (self->session);

  gtk_widget_set_visible (self->answer, actor && actor->role == MATTRA_ROLE_DIVISION_HEAD);
}

static void
show_saved (MattraRegisterPage *self)
{
  gboolean saved = TRUE;

  g_object_get (self->session, "saved", &saved, NULL);
  gtk_label_set_text (self->saved, mattra_session_get_read_only (self->session)
                                     ? _("Read-only")
                                     : saved ? _("Saved") : _("Saving…"));
}

/* States that last */

static void
show_state (MattraRegisterPage *self)
{
  const char *notice = mattra_session_get_notice (self->session);
  gboolean read_only = mattra_session_get_read_only (self->session);
  gboolean lost = mattra_session_get_lost (self->session);

  mattra_bar_set_text (self->state_bar,
                       notice ? notice
                              : read_only ? _("This register is open for reading only.") : NULL);
  mattra_bar_set_reply (self->state_bar, 0, read_only || lost ? "open" : NULL,
                        lost ? _("_Open Again") : _("_Open for Writing"));
  show_saved (self);
}

static void
reply_to_state (MattraRegisterPage *self)
{
  g_signal_emit (self, signals[SIGNAL_OPEN_AGAIN], 0);
}

/* The answers of a round that is closed cannot be changed, here or on the command line. */
static void
show_closed (MattraRegisterPage *self)
{
  MattraPlanRound *round = mattra_plan_get_round (mattra_session_get_plan (self->session),
                                                  mattra_session_get_round (self->session));
  gboolean closed = round && !round->open;

  mattra_bar_set_text (self->closed_bar,
                       closed ? _("This round is closed: its answers stay as they were confirmed. The plan can still be"
                                  " changed.")
                              : NULL);
}

static void
reply_to_closed (MattraRegisterPage *self,
                 const char         *id)
{
  gtk_widget_activate_action (GTK_WIDGET (self), id, NULL);
}

/* Folding */

static int
get_minimum (GtkWidget *widget)
{
  int width = 0;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  return width;
}

/* In large text both ask for more: what only just has room would never become narrower. */
static gboolean
is_narrow (MattraRegisterPage *self)
{
  int least = get_minimum (GTK_WIDGET (self->sidebar)) + get_minimum (adw_flap_get_content (self->flap));

  return self->width < MAX (SIDEBAR_FOLDS_BELOW, least + SIDEBAR_SLACK);
}

static gboolean
fold (gpointer user_data)
{
  MattraRegisterPage *self = user_data;
  gboolean folded = is_narrow (self);
  int beside = self->width - (folded ? 0 : gtk_widget_get_width (GTK_WIDGET (self->sidebar)));

  self->fold_idle = 0;
  if (adw_flap_get_folded (self->flap) != folded)
    {
      adw_flap_set_fold_policy (self->flap, folded ? ADW_FLAP_FOLD_POLICY_ALWAYS
                                                   : ADW_FLAP_FOLD_POLICY_NEVER);
      adw_flap_set_reveal_flap (self->flap,
                                !folded && g_settings_get_boolean (self->settings, "show-sidebar"));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->saved), !folded);
  gtk_widget_set_visible (self->checks, !folded);
  gtk_widget_set_visible (self->report, !folded);
  gtk_widget_set_visible (GTK_WIDGET (self->view_switcher), !folded);
  adw_view_switcher_bar_set_reveal (self->view_bar, folded);
  mattra_register_side_fold (self->side, beside);
  return G_SOURCE_REMOVE;
}

static void
mattra_register_page_measure (GtkWidget      *widget,
                              GtkOrientation  orientation,
                              int             for_size,
                              int            *minimum,
                              int            *natural,
                              int            *minimum_baseline,
                              int            *natural_baseline)
{
  gtk_widget_measure (MATTRA_REGISTER_PAGE (widget)->box, orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
}

/* What folds is hidden or shown after the frame: an allocation is no place for it. */
static void
mattra_register_page_size_allocate (GtkWidget *widget,
                                    int        width,
                                    int        height,
                                    int        baseline)
{
  MattraRegisterPage *self = MATTRA_REGISTER_PAGE (widget);

  if (self->width != width && self->fold_idle == 0)
    self->fold_idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, fold, self, NULL);
  self->width = width;
  gtk_widget_allocate (self->box, width, height, baseline, NULL);
}

static void
set_show_sidebar (MattraRegisterPage *self,
                  gboolean            show)
{
  if (adw_flap_get_reveal_flap (self->flap) == show)
    return;
  adw_flap_set_reveal_flap (self->flap, show);
  if (!adw_flap_get_folded (self->flap))
    g_settings_set_boolean (self->settings, "show-sidebar", show);
}

static void
leave_sidebar (MattraRegisterPage *self)
{
  if (adw_flap_get_folded (self->flap))
    adw_flap_set_reveal_flap (self->flap, FALSE);
  /* An overview counts all measures of a division; a list of some is a table. */
  if (mattra_session_get_list (self->session) != MATTRA_LIST_ALL
      && g_str_equal (mattra_register_views_get_shown (self->views), MATTRA_VIEW_OVERVIEW))
    mattra_register_views_set_shown (self->views, MATTRA_VIEW_TABLE);
  mattra_register_views_focus (self->views);
}

/* What is chosen by an action or its key gets the keyboard. */
static void
show_view (MattraRegisterPage *self,
           const char         *name)
{
  mattra_register_views_set_shown (self->views, name);
  mattra_register_side_give_way (self->side);
  mattra_register_views_focus (self->views);
}

/* Find and replace */

static void
close_find (MattraRegisterPage *self)
{
  gtk_revealer_set_reveal_child (self->find, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->find), FALSE);
  mattra_register_views_focus (self->views);
}

static void
note_cell (MattraRegisterPage *self)
{
  MattraFindBar *bar = MATTRA_FIND_BAR (gtk_revealer_get_child (self->find));
  guint row = 0;
  MattraGridColumn *column = NULL;

  if (!mattra_grid_get_cursor (mattra_table_page_get_grid (self->table_page), &row, &column))
    return;
  mattra_find_bar_set_cell (bar, mattra_measure_list_get_id (mattra_table_page_get_list (self->table_page), row),
                            mattra_grid_column_get_id (column), mattra_grid_column_get_title (column));
}

static void
build_find (MattraRegisterPage *self)
{
  GtkWidget *bar = mattra_find_bar_new (self->session, mattra_table_page_get_list (self->table_page));

  gtk_revealer_set_child (self->find, bar);
  gtk_widget_set_visible (GTK_WIDGET (self->find), FALSE);
  g_signal_connect_object (bar, "go-to", G_CALLBACK (mattra_table_page_show_cell), self->table_page,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (bar, "close", G_CALLBACK (close_find), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (mattra_table_page_get_grid (self->table_page), "cursor-changed",
                           G_CALLBACK (note_cell), self, G_CONNECT_SWAPPED);
  note_cell (self);
}

/* The object */

static void
mattra_register_page_get_property (GObject    *object,
                                   guint       property_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  MattraRegisterPage *self = MATTRA_REGISTER_PAGE (object);

  switch (property_id)
    {
    case PROP_SHOW_SIDEBAR:
      g_value_set_boolean (value, adw_flap_get_reveal_flap (self->flap));
      break;
    case PROP_SHOW_SEARCH:
      g_value_set_boolean (value, self->table_page
                                  && mattra_table_page_get_search_shown (self->table_page));
      break;
    case PROP_SHOW_FORM:
      g_value_set_boolean (value, self->side && mattra_register_side_get_shown (self->side, MATTRA_SIDE_FORM));
      break;
    case PROP_SHOW_CHECKS:
      g_value_set_boolean (value, self->side && mattra_register_side_get_shown (self->side, MATTRA_SIDE_CHECKS));
      break;
    case PROP_SHOW_REPORT:
      g_value_set_boolean (value, self->side && mattra_register_side_get_shown (self->side, MATTRA_SIDE_REPORT));
      break;
    case PROP_VIEW:
      g_value_set_string (value, self->views ? mattra_register_views_get_shown (self->views) : NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
mattra_register_page_set_property (GObject      *object,
                                   guint         property_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  MattraRegisterPage *self = MATTRA_REGISTER_PAGE (object);
  gboolean show = G_VALUE_HOLDS_BOOLEAN (value) && g_value_get_boolean (value);

  switch (property_id)
    {
    case PROP_SHOW_SIDEBAR:
      set_show_sidebar (self, show);
      break;
    case PROP_SHOW_SEARCH:
      mattra_table_page_set_search_shown (self->table_page, show);
      break;
    case PROP_SHOW_FORM:
      mattra_register_side_set_shown (self->side, MATTRA_SIDE_FORM, show);
      break;
    case PROP_SHOW_CHECKS:
      mattra_register_side_set_shown (self->side, MATTRA_SIDE_CHECKS, show);
      break;
    case PROP_SHOW_REPORT:
      mattra_register_side_set_shown (self->side, MATTRA_SIDE_REPORT, show);
      break;
    case PROP_VIEW:
      show_view (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
mattra_register_page_dispose (GObject *object)
{
  MattraRegisterPage *self = MATTRA_REGISTER_PAGE (object);

  g_clear_handle_id (&self->fold_idle, g_source_remove);
  g_clear_object (&self->side);
  g_clear_object (&self->views);
  gtk_widget_dispose_template (GTK_WIDGET (self), MATTRA_TYPE_REGISTER_PAGE);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (mattra_register_page_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *object_class)
{
  static const struct
  {
    guint id;
    const char *name;
  } flags[] = {
    { PROP_SHOW_SIDEBAR, "show-sidebar" },
    { PROP_SHOW_SEARCH, "show-search" },
    { PROP_SHOW_FORM, "show-form" },
    { PROP_SHOW_CHECKS, "show-checks" },
    { PROP_SHOW_REPORT, "show-report" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (flags); i++)
    properties[flags[i].id] = g_param_spec_boolean (flags[i].name, NULL, NULL, FALSE,
                                                    G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY
                                                      | G_PARAM_STATIC_STRINGS);
  properties[PROP_VIEW] = g_param_spec_string ("view", NULL, NULL, NULL,
                                               G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/mattra/Mattra/ui/mattra-register-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MattraRegisterPage, box);
  gtk_widget_class_bind_template_child (widget_class, MattraRegisterPage, title);
  gtk_widget_class_bind_template_child (widget_class, MattraRegisterPage, answer);
  gtk_widget_class_bind_template_child (widget_class, MattraRegisterPage, undo);
  gtk_widget_class_bind_template_child (widget_class, MattraRegisterPage, redo);
  gtk_widget_class_bind_template_child (widget_class, MattraRegisterPage, menu);
  gtk_widget_class_bind_template_child (widget_class, MattraRegisterPage, checks);
  gtk_widget_class_bind_template_child (widget_class, MattraRegisterPage, report);
  gtk_widget_class_bind_template_child (widget_class, MattraRegisterPage, saved);
  gtk_widget_class_bind_template_child (widget_class, MattraRegisterPage, flap);
  gtk_widget_class_bind_template_child (widget_class, MattraRegisterPage, sidebar);
  gtk_widget_class_bind_template_child (widget_class, MattraRegisterPage, state_bar);
  gtk_widget_class_bind_template_child (widget_class, MattraRegisterPage, closed_bar);
  gtk_widget_class_bind_template_child (widget_class, MattraRegisterPage, draft_bar);
  gtk_widget_class_bind_template_child (widget_class, MattraRegisterPage, copy_bar);
  gtk_widget_class_bind_template_child (widget_class, MattraRegisterPage, whoami_bar);
  gtk_widget_class_bind_template_child (widget_class, MattraRegisterPage, find);
  gtk_widget_class_bind_template_child (widget_class, MattraRegisterPage, paned);
  gtk_widget_class_bind_template_child (widget_class, MattraRegisterPage, view_switcher);
  gtk_widget_class_bind_template_child (widget_class, MattraRegisterPage, view_bar);
  gtk_widget_class_bind_template_child (widget_class, MattraRegisterPage, views_stack);
}

static void
mattra_register_page_class_init (MattraRegisterPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = mattra_register_page_get_property;
  object_class->set_property = mattra_register_page_set_property;
  object_class->dispose = mattra_register_page_dispose;
  widget_class->measure = mattra_register_page_measure;
  widget_class->size_allocate = mattra_register_page_size_allocate;
  g_type_ensure (MATTRA_TYPE_BAR);
  bind_template (widget_class);
  install_properties (object_class);

  signals[SIGNAL_OPEN_AGAIN] = g_signal_new ("open-again", MATTRA_TYPE_REGISTER_PAGE, G_SIGNAL_RUN_LAST, 0,
                                             NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
notify_sidebar (MattraRegisterPage *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_SIDEBAR]);
}

static void
notify_search (MattraRegisterPage *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_SEARCH]);
}

/* What goes leaves the keyboard to what it stood beside. */
static void
notify_side (MattraRegisterPage *self)
{
  if (mattra_register_side_get_shown (self->side, MATTRA_SIDE_NONE))
    mattra_register_views_focus (self->views);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_FORM]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_CHECKS]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_REPORT]);
}

/* On a narrow window what stands beside the table has the view's place. */
static void
notify_view (MattraRegisterPage *self)
{
  mattra_register_side_give_way (self->side);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VIEW]);
}

static void
mattra_register_page_init (MattraRegisterPage *self)
{
  g_autoptr (GtkBuilder) builder = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  builder = gtk_builder_new_from_resource ("/io/github/mattra/Mattra/ui/mattra-menu.ui");
  gtk_menu_button_set_menu_model (self->menu, G_MENU_MODEL (gtk_builder_get_object (builder, "primary")));
  g_signal_connect_object (self->state_bar, "reply", G_CALLBACK (reply_to_state), self, G_CONNECT_SWAPPED);
  mattra_bar_set_reply (self->closed_bar, 0, "win.versions", _("_Versions"));
  mattra_bar_set_reply (self->closed_bar, 1, "win.people", _("_Open the Round…"));
  g_signal_connect_object (self->closed_bar, "reply", G_CALLBACK (reply_to_closed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->flap, "notify::reveal-flap", G_CALLBACK (notify_sidebar), self,
                           G_CONNECT_SWAPPED);
}

static void
follow_session (MattraRegisterPage *self)
{
  static const struct
  {
    const char *signal;
    void (*follow) (MattraRegisterPage *self);
  } watched[] = {
    { "notify::plan", show_title },     { "notify::round", show_title },
    { "notify::undo-name", show_acts }, { "notify::redo-name", show_acts },
    { "notify::saved", show_saved },    { "notify::read-only", show_state },
    { "notify::notice", show_state },   { "notify::plan", show_closed },
    { "notify::round", show_closed },   { "notify::actor", show_answer },
  };

  for (guint i = 0; i < G_N_ELEMENTS (watched); i++)
    {
      g_signal_connect_object (self->session, watched[i].signal, G_CALLBACK (watched[i].follow), self,
                               G_CONNECT_SWAPPED);
      watched[i].follow (self);
    }
  g_signal_connect_object (self->settings, "changed::digits", G_CALLBACK (show_title), self,
                           G_CONNECT_SWAPPED);
}

static gboolean
prefetch_search (gpointer list)
{
  mattra_measure_list_prefetch_search (list);
  return G_SOURCE_REMOVE;
}

static void
prefetch_soon (MattraMeasureList *list)
{
  g_timeout_add_full (G_PRIORITY_LOW, PREFETCH_DELAY_MS, prefetch_search, g_object_ref (list), g_object_unref);
}

static void
build_table (MattraRegisterPage *self)
{
  GtkWidget *table = mattra_table_page_new (self->session, self->settings);
  MattraMeasureList *list = mattra_table_page_get_list (MATTRA_TABLE_PAGE (table));

  self->table_page = MATTRA_TABLE_PAGE (table);
  g_signal_connect_object (table, "notify::search-shown", G_CALLBACK (notify_search), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (table, "notify::search-shown", G_CALLBACK (mattra_measure_list_prefetch_search),
                           list, G_CONNECT_SWAPPED);
  prefetch_soon (list);
}

static void
build_views (MattraRegisterPage *self)
{
  self->views = mattra_register_views_new (self->session, self->settings, self->table_page, self->views_stack);
  g_signal_connect_object (self->views, "changed", G_CALLBACK (notify_view), self, G_CONNECT_SWAPPED);
}

static void
build_side (MattraRegisterPage *self)
{
  self->side = mattra_register_side_new (self->session, self->settings, self->table_page, self->paned);
  g_signal_connect_object (self->side, "changed", G_CALLBACK (notify_side), self, G_CONNECT_SWAPPED);
}

static void
build_sidebar (MattraRegisterPage *self)
{
  GtkWidget *sidebar = mattra_sidebar_new (self->session, self->settings);

  g_signal_connect_object (sidebar, "chosen", G_CALLBACK (leave_sidebar), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (self->sidebar, sidebar);
  adw_flap_set_reveal_flap (self->flap, g_settings_get_boolean (self->settings, "show-sidebar"));
}

/**
 * mattra_register_page_new:
 * @session: a register's session
 * @settings: the user's settings
 *
 * Returns: (transfer floating): the page of the register
 */
GtkWidget *
mattra_register_page_new (MattraSession *session,
                          GSettings     *settings)
{
  MattraRegisterPage *self = NULL;

  g_return_val_if_fail (MATTRA_IS_SESSION (session) && G_IS_SETTINGS (settings), NULL);

  self = g_object_new (MATTRA_TYPE_REGISTER_PAGE, NULL);
  self->session = g_object_ref (session);
  self->settings = g_object_ref (settings);
  build_sidebar (self);
  build_table (self);
  build_views (self);
  build_side (self);
  build_find (self);
  follow_session (self);
  return GTK_WIDGET (self);
}

/**
 * mattra_register_page_get_table:
 * @self: the page of a register
 *
 * Returns: (transfer none): the table of measures
 */
MattraTablePage *
mattra_register_page_get_table (MattraRegisterPage *self)
{
  g_return_val_if_fail (MATTRA_IS_REGISTER_PAGE (self), NULL);

  return self->table_page;
}

/**
 * mattra_register_page_focus:
 * @self: the page of a register
 *
 * Gives the focus to what it shows.
 */
void
mattra_register_page_focus (MattraRegisterPage *self)
{
  g_return_if_fail (MATTRA_IS_REGISTER_PAGE (self));

  mattra_register_views_focus (self->views);
}

/**
 * mattra_register_page_get_draft_bar:
 * @self: the page of a register
 *
 * Returns: (transfer none): the bar that offers typed text back
 */
MattraBar *
mattra_register_page_get_draft_bar (MattraRegisterPage *self)
{
  g_return_val_if_fail (MATTRA_IS_REGISTER_PAGE (self), NULL);

  return self->draft_bar;
}

static gboolean
is_in_find (MattraRegisterPage *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  return focus && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->find));
}

/**
 * mattra_register_page_find:
 * @self: the page of a register
 *
 * Shows find and replace, with what was searched for, and takes the focus there; who has it there already
 * leaves.
 */
void
mattra_register_page_find (MattraRegisterPage *self)
{
  g_return_if_fail (MATTRA_IS_REGISTER_PAGE (self));

  if (is_in_find (self))
    {
      close_find (self);
      return;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->find), TRUE);
  gtk_revealer_set_reveal_child (self->find, TRUE);
  mattra_find_bar_open (MATTRA_FIND_BAR (gtk_revealer_get_child (self->find)),
                        mattra_table_page_get_search (self->table_page));
}

/**
 * mattra_register_page_find_next:
 * @self: the page of a register
 * @backwards: whether the hit before is wanted
 *
 * Goes to the next hit of what was looked for last.
 */
void
mattra_register_page_find_next (MattraRegisterPage *self,
                                gboolean            backwards)
{
  g_return_if_fail (MATTRA_IS_REGISTER_PAGE (self));

  if (!gtk_revealer_get_reveal_child (self->find))
    mattra_register_page_find (self);
  mattra_find_bar_next (MATTRA_FIND_BAR (gtk_revealer_get_child (self->find)), backwards);
}

/**
 * mattra_register_page_get_whoami_bar:
 * @self: a page
 *
 * Returns: (transfer none): the bar that offers to choose who one is
 */
MattraBar *
mattra_register_page_get_whoami_bar (MattraRegisterPage *self)
{
  g_return_val_if_fail (MATTRA_IS_REGISTER_PAGE (self), NULL);

  return self->whoami_bar;
}

/**
 * mattra_register_page_get_copy_bar:
 * @self: the page of a register
 *
 * Returns: (transfer none): the bar that offers to copy the first half's results
 */
MattraBar *
mattra_register_page_get_copy_bar (MattraRegisterPage *self)
{
  g_return_val_if_fail (MATTRA_IS_REGISTER_PAGE (self), NULL);

  return self->copy_bar;
}

/**
 * mattra_register_page_commit:
 * @self: the page of a register
 *
 * Commits what is being typed.
 */
void
mattra_register_page_commit (MattraRegisterPage *self)
{
  g_return_if_fail (MATTRA_IS_REGISTER_PAGE (self));

  mattra_grid_commit_edit (mattra_table_page_get_grid (self->table_page));
  mattra_register_side_commit (self->side);
}

/**
 * mattra_register_page_get_side:
 * @self: the page of a register
 *
 * Returns: (transfer none): what stands beside the table
 */
MattraRegisterSide *
mattra_register_page_get_side (MattraRegisterPage *self)
{
  g_return_val_if_fail (MATTRA_IS_REGISTER_PAGE (self), NULL);

  return self->side;
}
