/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-sidebar.h"

#include <glib/gi18n-lib.h>

#include "mattra-round-name.h"
#include "mattra-sidebar-row.h"
#include "mattra-sidebar-whoami.h"
#include "mattra-word-digits.h"

struct _MattraSidebar
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkDropDown *years;
  GtkWidget *rounds;
  GtkToggleButton *round_buttons[MATTRA_ROUND_FULL_YEAR + 1];
  GtkListBox *rows;
  MattraSidebarRow *lists[MATTRA_N_SMART_LISTS];
  GPtrArray *divisions; /* of MattraSidebarRow, in the order of the plan, then the one without division */

  MattraSession *session;
  GSettings *settings;
  gboolean updating; /* the widgets follow the session: not a choice of the user */
};

G_DEFINE_FINAL_TYPE (MattraSidebar, mattra_sidebar, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* The key of a division's row is its ULID; a list's row has none. */
#define DIVISION_KEY "mattra-division"

/* The session calls measures of no division so. */
#define NO_DIVISION ""

static const struct
{
  const char *icon;
  const char *name;
} smart_lists[] = {
  [MATTRA_LIST_ALL] = { "view-list-symbolic", N_("All measures") },
  [MATTRA_LIST_OVERDUE] = { "dialog-warning-symbolic", N_("Overdue") },
  [MATTRA_LIST_DUE_SOON] = { "document-open-recent-symbolic", N_("Due soon") },
  [MATTRA_LIST_NO_RESULT] = { "document-edit-symbolic", N_("No result yet") },
  [MATTRA_LIST_RETURNED] = { "edit-undo-symbolic", N_("Returned") },
  [MATTRA_LIST_SUBMITTED] = { "mail-send-symbolic", N_("Waiting for approval") },
  [MATTRA_LIST_CHANGED] = { "document-revert-symbolic", N_("Changed after approval") },
};

static const MattraRound rounds[] = { MATTRA_ROUND_FIRST_HALF, MATTRA_ROUND_FULL_YEAR };

static MattraDigits
get_digits (MattraSidebar *self)
{
  return mattra_word_digits ((MattraDigits) g_settings_get_enum (self->settings, "digits"));
}

static const char *
row_division (MattraSidebarRow *row)
{
  return g_object_get_data (G_OBJECT (row), DIVISION_KEY);
}

/* The lists and divisions of the session are shown as chosen. */

static MattraSidebarRow *
find_chosen (MattraSidebar *self)
{
  const char *division = mattra_session_get_division (self->session);
  MattraSmartList list = mattra_session_get_list (self->session);

  /* Who follows one division has its lists as well. */
  if (mattra_session_get_own_division (self->session) && list != MATTRA_LIST_ALL)
    return self->lists[list];
  for (guint i = 0; division && i < self->divisions->len; i++)
    if (g_strcmp0 (row_division (g_ptr_array_index (self->divisions, i)), division) == 0)
      return g_ptr_array_index (self->divisions, i);
  return division ? NULL : self->lists[list];
}

static void
show_chosen (MattraSidebar *self)
{
  self->updating = TRUE;
  gtk_list_box_select_row (self->rows, GTK_LIST_BOX_ROW (find_chosen (self)));
  self->updating = FALSE;
}

static void
show_round (MattraSidebar *self)
{
  MattraRound round = mattra_session_get_round (self->session);

  self->updating = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (rounds); i++)
    gtk_toggle_button_set_active (self->round_buttons[rounds[i]], rounds[i] == round);
  self->updating = FALSE;
}

static char *
write_year (MattraSidebar *self,
            int            year)
{
  g_autofree char *number = mattra_digits_format (year, get_digits (self));

  return g_strdup_printf (_("Fiscal year %s"), number);
}

static void
show_years (MattraSidebar *self)
{
  GArray *years = mattra_session_get_years (self->session);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  int year = mattra_plan_get_fiscal_year (mattra_session_get_plan (self->session));
  guint chosen = 0;

  self->updating = TRUE;
  for (guint i = 0; i < years->len; i++)
    {
      gtk_string_list_take (names, write_year (self, g_array_index (years, int, i)));
      if (g_array_index (years, int, i) == year)
        chosen = i;
    }
  gtk_drop_down_set_model (self->years, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->years, chosen);
  gtk_widget_set_visible (GTK_WIDGET (self->years), years->len > 1);
  self->updating = FALSE;
}

/* A year that could not be shown is not the one that is. */
static void
show_year (MattraSidebar *self)
{
  GArray *years = mattra_session_get_years (self->session);
  int year = mattra_plan_get_fiscal_year (mattra_session_get_plan (self->session));

  self->updating = TRUE;
  for (guint i = 0; i < years->len; i++)
    if (g_array_index (years, int, i) == year)
      gtk_drop_down_set_selected (self->years, i);
  self->updating = FALSE;
}

/* Numbers */

static void
show_list_counts (MattraSidebar *self)
{
  for (guint i = 0; i < MATTRA_N_SMART_LISTS; i++)
    mattra_sidebar_row_set_count (self->lists[i], mattra_session_get_list_count (self->session, i),
                                  get_digits (self));
}

static void
show_division_progress (MattraSidebar    *self,
                        MattraSidebarRow *row)
{
  const char *division = row_division (row);
  const char *own = mattra_session_get_own_division (self->session);
  MattraProgress progress = { 0 };

  mattra_session_get_progress (self->session, division, &progress);
  mattra_sidebar_row_set_count (row, progress.n_measures, get_digits (self));
  mattra_sidebar_row_set_progress (row, progress.answered, progress.expected, progress.overdue,
                                   get_digits (self));
  gtk_widget_set_visible (GTK_WIDGET (row), own ? g_str_equal (division, own)
                                                : !g_str_equal (division, NO_DIVISION) || progress.n_measures > 0);
}

/* All measures of who follows one division are that division's: its own row leads to them. */
static void
show_counts (MattraSidebar *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->lists[MATTRA_LIST_ALL]),
                          mattra_session_get_own_division (self->session) == NULL);
  show_list_counts (self);
  for (guint i = 0; i < self->divisions->len; i++)
    show_division_progress (self, g_ptr_array_index (self->divisions, i));
}

/* The divisions: rows are made or taken away only where the plan has others. */

static MattraSidebarRow *
take_row (MattraSidebar *self,
          const char    *division)
{
  for (guint i = 0; i < self->divisions->len; i++)
    if (g_str_equal (row_division (g_ptr_array_index (self->divisions, i)), division))
      return g_ptr_array_steal_index (self->divisions, i);
  return NULL;
}

static void
place_division (MattraSidebar *self,
                GPtrArray     *rows,
                const char    *division,
                const char    *name)
{
  MattraSidebarRow *row = take_row (self, division);
  int place = (int) (MATTRA_N_SMART_LISTS + rows->len);

  if (row == NULL)
    {
      row = MATTRA_SIDEBAR_ROW (mattra_sidebar_row_new (NULL, name));
      g_object_set_data_full (G_OBJECT (row), DIVISION_KEY, g_strdup (division), g_free);
      gtk_list_box_insert (self->rows, GTK_WIDGET (row), place);
    }
  else if (gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) != place)
    {
      g_object_ref (row);
      gtk_list_box_remove (self->rows, GTK_WIDGET (row));
      gtk_list_box_insert (self->rows, GTK_WIDGET (row), place);
      g_object_unref (row);
    }
  if (g_strcmp0 (mattra_sidebar_row_get_name (row), name) != 0)
    mattra_sidebar_row_set_name (row, name);
  g_ptr_array_add (rows, row);
}

static void
show_divisions (MattraSidebar *self)
{
  MattraDivisionList *list = mattra_plan_get_divisions (mattra_session_get_plan (self->session));
  GPtrArray *rows = g_ptr_array_new ();

  self->updating = TRUE;
  for (guint i = 0; list && i < mattra_division_list_get_size (list); i++)
    {
      const MattraDivision *division = mattra_division_list_get (list, i);

      place_division (self, rows, division->id, division->name);
    }
  place_division (self, rows, NO_DIVISION, _("No division yet"));
  for (guint i = 0; i < self->divisions->len; i++)
    gtk_list_box_remove (self->rows, g_ptr_array_index (self->divisions, i));
  g_ptr_array_unref (self->divisions);
  self->divisions = rows;
  self->updating = FALSE;
}

static void
show_plan (MattraSidebar *self)
{
  show_years (self);
  show_divisions (self);
  show_counts (self);
  show_chosen (self);
}

/* What the user chooses */

static void
choose_row (MattraSidebar *self,
            GtkListBoxRow *row)
{
  const char *division = row ? row_division (MATTRA_SIDEBAR_ROW (row)) : NULL;

  if (self->updating || row == NULL)
    return;
  for (guint i = 0; i < MATTRA_N_SMART_LISTS; i++)
    if (GTK_LIST_BOX_ROW (self->lists[i]) == row)
      mattra_session_set_list (self->session, i);
  if (division)
    mattra_session_set_list (self->session, MATTRA_LIST_ALL);
  mattra_session_set_division (self->session, division);
}

static void
activate_row (MattraSidebar *self)
{
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
}

static void
choose_year (MattraSidebar *self)
{
  GArray *years = mattra_session_get_years (self->session);
  guint chosen = gtk_drop_down_get_selected (self->years);

  if (!self->updating && chosen < years->len)
    mattra_session_set_year (self->session, g_array_index (years, int, chosen));
}

static void
choose_round (MattraSidebar *self)
{
  for (guint i = 0; !self->updating && i < G_N_ELEMENTS (rounds); i++)
    if (gtk_toggle_button_get_active (self->round_buttons[rounds[i]]))
      mattra_session_set_round (self->session, rounds[i]);
}

/* Building */

static void
name_rounds (MattraSidebar *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (rounds); i++)
    {
      g_autofree char *name = mattra_round_name (rounds[i], get_digits (self));

      gtk_button_set_label (GTK_BUTTON (self->round_buttons[rounds[i]]), name);
    }
}

static void
build_rounds (MattraSidebar *self)
{
  self->rounds = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_box_set_homogeneous (GTK_BOX (self->rounds), TRUE);
  gtk_widget_add_css_class (self->rounds, "linked");
  for (guint i = 0; i < G_N_ELEMENTS (rounds); i++)
    {
      GtkWidget *button = gtk_toggle_button_new ();

      self->round_buttons[rounds[i]] = GTK_TOGGLE_BUTTON (button);
      if (i > 0)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), self->round_buttons[rounds[0]]);
      g_signal_connect_object (button, "toggled", G_CALLBACK (choose_round), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (self->rounds), button);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rounds), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Round of reporting"), -1);
}

static void
head_row (GtkListBoxRow *row,
          GtkListBoxRow *before,
          gpointer       user_data)
{
  gboolean is_first = row_division (MATTRA_SIDEBAR_ROW (row))
                      && (before == NULL || row_division (MATTRA_SIDEBAR_ROW (before)) == NULL);
  GtkWidget *head = NULL;

  if (is_first && gtk_list_box_row_get_header (row))
    return;
  gtk_list_box_row_set_header (row, NULL);
  if (!is_first)
    return;
  head = gtk_label_new (_("Divisions"));
  gtk_label_set_xalign (GTK_LABEL (head), 0);
  gtk_widget_add_css_class (head, "heading");
  gtk_widget_add_css_class (head, "mattra-sidebar-head");
  gtk_list_box_row_set_header (row, head);
}

static void
build_rows (MattraSidebar *self)
{
  self->rows = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->rows), "navigation-sidebar");
  gtk_list_box_set_selection_mode (self->rows, GTK_SELECTION_BROWSE);
  gtk_list_box_set_header_func (self->rows, head_row, NULL, NULL);
  for (guint i = 0; i < MATTRA_N_SMART_LISTS; i++)
    {
      self->lists[i] = MATTRA_SIDEBAR_ROW (mattra_sidebar_row_new (smart_lists[i].icon,
                                                                    _(smart_lists[i].name)));
      gtk_list_box_append (self->rows, GTK_WIDGET (self->lists[i]));
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Lists and divisions"), -1);
}

static GtkWidget *
build_choices (MattraSidebar *self)
{
  GtkWidget *choices = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->years = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->years), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Fiscal Year"), -1);
  build_rounds (self);
  gtk_box_append (GTK_BOX (choices), GTK_WIDGET (self->years));
  gtk_box_append (GTK_BOX (choices), self->rounds);
  gtk_widget_add_css_class (choices, "mattra-sidebar-choices");
  return choices;
}

static void
mattra_sidebar_init (MattraSidebar *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->divisions = g_ptr_array_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self->box), build_choices (self));
  build_rows (self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->rows));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (self->box), scrolled);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "mattra-sidebar");
}

static void
mattra_sidebar_dispose (GObject *object)
{
  MattraSidebar *self = MATTRA_SIDEBAR (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->divisions, g_ptr_array_unref);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (mattra_sidebar_parent_class)->dispose (object);
}

static void
mattra_sidebar_class_init (MattraSidebarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mattra_sidebar_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", MATTRA_TYPE_SIDEBAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 0);
}

static void
show_digits (MattraSidebar *self)
{
  name_rounds (self);
  show_years (self);
  show_counts (self);
}

static void
show_own (MattraSidebar *self)
{
  show_counts (self);
  show_chosen (self);
}

static void
follow_session (MattraSidebar *self)
{
  static const struct
  {
    const char *signal;
    void (*follow) (MattraSidebar *self);
  } signals_of_session[] = {
    { "notify::plan", show_plan },       { "notify::round", show_round },
    { "notify::division", show_chosen }, { "notify::list", show_chosen },
    { "counts-changed", show_counts },   { "failed", show_year },
    { "notify::own-division", show_own },
  };

  for (guint i = 0; i < G_N_ELEMENTS (signals_of_session); i++)
    g_signal_connect_object (self->session, signals_of_session[i].signal,
                             G_CALLBACK (signals_of_session[i].follow), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::digits", G_CALLBACK (show_digits), self,
                           G_CONNECT_SWAPPED);
}

/**
 * mattra_sidebar_new:
 * @session: a register's session
 * @settings: the user's settings
 *
 * Returns: (transfer floating): the sidebar of a session
 */
GtkWidget *
mattra_sidebar_new (MattraSession *session,
                    GSettings     *settings)
{
  MattraSidebar *self = NULL;

  g_return_val_if_fail (MATTRA_IS_SESSION (session) && G_IS_SETTINGS (settings), NULL);

  self = g_object_new (MATTRA_TYPE_SIDEBAR, NULL);
  self->session = g_object_ref (session);
  self->settings = g_object_ref (settings);
  gtk_box_append (GTK_BOX (self->box), mattra_sidebar_whoami_new (session));
  name_rounds (self);
  show_plan (self);
  show_round (self);
  follow_session (self);
  g_signal_connect_object (self->rows, "row-selected", G_CALLBACK (choose_row), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->rows, "row-activated", G_CALLBACK (activate_row), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->years, "notify::selected", G_CALLBACK (choose_year), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * mattra_sidebar_dup_name:
 * @self: a sidebar
 *
 * Returns: (transfer full): what the chosen list or division is called
 */
char *
mattra_sidebar_dup_name (MattraSidebar *self)
{
  GtkListBoxRow *row = NULL;

  g_return_val_if_fail (MATTRA_IS_SIDEBAR (self), NULL);

  row = gtk_list_box_get_selected_row (self->rows);
  return g_strdup (row ? mattra_sidebar_row_get_name (MATTRA_SIDEBAR_ROW (row)) : "");
}
