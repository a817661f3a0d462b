/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-window-actions.h"

#include <glib/gi18n-lib.h>

#include "mattra-keys.h"
#include "mattra-form-cell.h"
#include "mattra-print-dialog.h"
#include "mattra-show-file.h"
#include "mattra-verify-file.h"
#include "mattra-window-next.h"
#include "mattra-window-picture.h"
#include "mattra-window-round.h"
#include "mattra-whoami-dialog.h"
#include "mattra-window-versions.h"

/* A field of the form stays under the hands when its text is committed. */
static gboolean
is_being_typed (GtkWidget *focus)
{
  GtkTextBuffer *buffer = GTK_IS_TEXT_VIEW (focus) ? gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus)) : NULL;

  if (buffer && gtk_widget_get_ancestor (focus, MATTRA_TYPE_FORM_CELL))
    return gtk_text_buffer_get_can_undo (buffer) || gtk_text_buffer_get_can_redo (buffer);
  return buffer || GTK_IS_TEXT (focus);
}

/* Ctrl+Z is caught before the widget with the focus sees it. While a text is being typed it means
 * that text; the register is meant everywhere else. */
static gboolean
pass_to_text (GtkWindow  *window,
              const char *action)
{
  GtkWidget *focus = gtk_window_get_focus (window);

  return is_being_typed (focus) && (gtk_widget_activate_action (focus, action, NULL), TRUE);
}

static void
undo (GSimpleAction *action,
      GVariant      *parameter,
      gpointer       user_data)
{
  if (!pass_to_text (GTK_WINDOW (user_data), "text.undo"))
    mattra_session_undo (mattra_window_get_session (MATTRA_WINDOW (user_data)));
}

static void
redo (GSimpleAction *action,
      GVariant      *parameter,
      gpointer       user_data)
{
  if (!pass_to_text (GTK_WINDOW (user_data), "text.redo"))
    mattra_session_redo (mattra_window_get_session (MATTRA_WINDOW (user_data)));
}

static void
find (GSimpleAction *action,
      GVariant      *parameter,
      gpointer       user_data)
{
  MattraRegisterPage *page = mattra_window_get_page (MATTRA_WINDOW (user_data));

  mattra_table_page_set_search_shown (mattra_register_page_get_table (page), TRUE);
}

static void
new_measure (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  mattra_table_page_new_measure (mattra_register_page_get_table (mattra_window_get_page (user_data)));
}

/* Above the row one stands on, as in a spreadsheet, also while the keyboard is beside the table. */
static void
insert_measure (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  MattraTablePage *table = mattra_register_page_get_table (mattra_window_get_page (user_data));

  if (g_list_model_get_n_items (G_LIST_MODEL (mattra_table_page_get_list (table))) > 0)
    gtk_widget_activate_action (GTK_WIDGET (mattra_table_page_get_grid (table)), "grid.insert-above", NULL);
  else
    mattra_table_page_new_measure (table);
}

static void
replace (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  mattra_register_page_find (mattra_window_get_page (MATTRA_WINDOW (user_data)));
}

static void
find_next (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  mattra_register_page_find_next (mattra_window_get_page (MATTRA_WINDOW (user_data)), FALSE);
}

static void
find_previous (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  mattra_register_page_find_next (mattra_window_get_page (MATTRA_WINDOW (user_data)), TRUE);
}

static void
print (GSimpleAction *action,
       GVariant      *parameter,
       gpointer       user_data)
{
  mattra_print_dialog_present (user_data, mattra_window_get_session (user_data), FALSE);
}

static void
export (GSimpleAction *action,
        GVariant      *parameter,
        gpointer       user_data)
{
  MattraPrintDialog *dialog = NULL;

  dialog = mattra_print_dialog_present (user_data, mattra_window_get_session (user_data), TRUE);
  g_signal_connect_object (dialog, "exported", G_CALLBACK (mattra_window_offer_file), user_data, G_CONNECT_SWAPPED);
}

/* For each division a sheet of what it owes; who follows one division hands over that one's. */
static void
late_sheets (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  MattraSession *session = mattra_window_get_session (user_data);
  MattraPrintDialog *dialog = mattra_print_dialog_present (user_data, session, TRUE);

  gtk_window_set_title (GTK_WINDOW (dialog), _("Late Sheets"));
  mattra_print_dialog_choose (dialog, "late", mattra_session_get_own_division (session));
  g_signal_connect_object (dialog, "exported", G_CALLBACK (mattra_window_offer_file), user_data, G_CONNECT_SWAPPED);
}

static void
choose_actor (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  mattra_whoami_dialog_present (user_data, mattra_window_get_session (user_data));
}

static void
seal (GSimpleAction *action,
      GVariant      *parameter,
      gpointer       user_data)
{
  mattra_window_versions_seal (user_data);
}

static void
show_versions (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  mattra_window_versions_show (user_data);
}

static void
sign (GSimpleAction *action,
      GVariant      *parameter,
      gpointer       user_data)
{
  mattra_window_versions_sign (user_data);
}

static void
show_signatures (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  mattra_window_versions_signatures (user_data);
}

static void
verify (GSimpleAction *action,
        GVariant      *parameter,
        gpointer       user_data)
{
  mattra_verify_choose_file (user_data, mattra_window_get_session (user_data));
}

static void
show_file (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  mattra_show_file (user_data, file);
}

static void
show_people (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  mattra_window_show_part (user_data, MATTRA_PEOPLE_PART_OFFICE);
}

static void
show_assessment (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  mattra_window_show_part (user_data, MATTRA_PEOPLE_PART_ASSESSMENT);
}

/* Of a measure, from wherever one is. */
static void
show_cell (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  const char *measure = NULL;
  const char *field = NULL;

  g_variant_get (parameter, "(&s&s)", &measure, &field);
  mattra_window_next_go_to (user_data, measure, field);
}

static void
show_setting (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  mattra_window_show_setting (user_data, g_variant_get_string (parameter, NULL));
}

static void
answer (GSimpleAction *action,
        GVariant      *parameter,
        gpointer       user_data)
{
  mattra_window_show_answer (user_data);
}

static void
back (GSimpleAction *action,
      GVariant      *parameter,
      gpointer       user_data)
{
  mattra_window_show_people (user_data, FALSE);
}

static void
next_year (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  mattra_window_next_year (user_data);
}

static void
next_round (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  mattra_window_round_ask (user_data);
}

static void
compare_years (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  mattra_window_compare_years (user_data);
}

static void
library (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  mattra_window_library (user_data);
}

static void
meeting (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  mattra_window_meeting (user_data);
}

static void
save_picture (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  mattra_window_picture_choose (user_data);
}

static const GActionEntry entries[] = {
  { "undo", undo, NULL, NULL, NULL, { 0 } },
  { "redo", redo, NULL, NULL, NULL, { 0 } },
  { "find", find, NULL, NULL, NULL, { 0 } },
  { "new-measure", new_measure, NULL, NULL, NULL, { 0 } },
  { "insert-measure", insert_measure, NULL, NULL, NULL, { 0 } },
  { "replace", replace, NULL, NULL, NULL, { 0 } },
  { "find-next", find_next, NULL, NULL, NULL, { 0 } },
  { "find-previous", find_previous, NULL, NULL, NULL, { 0 } },
  { "print", print, NULL, NULL, NULL, { 0 } },
  { "show-file", show_file, "s", NULL, NULL, { 0 } },
  { "export", export, NULL, NULL, NULL, { 0 } },
  { "late-sheets", late_sheets, NULL, NULL, NULL, { 0 } },
  { "seal", seal, NULL, NULL, NULL, { 0 } },
  { "versions", show_versions, NULL, NULL, NULL, { 0 } },
  { "sign", sign, NULL, NULL, NULL, { 0 } },
  { "signatures", show_signatures, NULL, NULL, NULL, { 0 } },
  { "verify", verify, NULL, NULL, NULL, { 0 } },
  { "answer", answer, NULL, NULL, NULL, { 0 } },
  { "people", show_people, NULL, NULL, NULL, { 0 } },
  { "assessment", show_assessment, NULL, NULL, NULL, { 0 } },
  { "next-year", next_year, NULL, NULL, NULL, { 0 } },
  { "next-round", next_round, NULL, NULL, NULL, { 0 } },
  { "compare-years", compare_years, NULL, NULL, NULL, { 0 } },
  { "library", library, NULL, NULL, NULL, { 0 } },
  { "meeting", meeting, NULL, NULL, NULL, { 0 } },
  { "save-picture", save_picture, NULL, NULL, NULL, { 0 } },
  { "whoami", choose_actor, NULL, NULL, NULL, { 0 } },
  { "show-setting", show_setting, "s", NULL, NULL, { 0 } },
  { "show-cell", show_cell, "(ss)", NULL, NULL, { 0 } },
};

/* On the page of divisions and people, and where one answers: the way back, and of all others only these. Neither menu nor keys
 * reach what cannot be seen. */
static const GActionEntry back_entries[] = { { "back", back, NULL, NULL, NULL, { 0 } } };
static const char *const kept_on_people[] = { "undo", "redo", "print", "export", "late-sheets", "verify", "show-file", "show-cell", "seal",
                                              "versions", "sign", "signatures", NULL };

/* Switches of the page: their state is its property. */
static const struct
{
  const char *action;
  const char *property;
} switches[] = {
  { "view", "view" },
  { "sidebar", "show-sidebar" },
  { "search", "show-search" },
  { "form", "show-form" },
  { "checks", "show-checks" },
  { "report", "show-report" },
};

static const struct
{
  const char *action;
  const char *keys[4];
} window_keys[] = {
  { "win.undo", { "<Primary>z", NULL } },
  { "win.redo", { "<Primary><Shift>z", "<Primary>y", NULL } },
  { "win.find", { "<Primary>f", NULL } },
  { "win.replace", { "<Primary>h", NULL } },
  { "win.new-measure", { "<Primary><Shift>n", NULL } },
  { "win.insert-measure", { "<Primary>plus", "<Primary><Shift>plus", "<Primary>KP_Add", NULL } },
  { "win.find-next", { "F3", NULL } },
  { "win.find-previous", { "<Shift>F3", NULL } },
  /* The keys of the numbers, also as a Thai keyboard has them. */
  { "win.view::table", { "<Alt>1", "<Alt>KP_1", "<Alt>Thai_lakkhangyao", NULL } },
  { "win.view::overview", { "<Alt>2", "<Alt>KP_2", "<Alt>slash", NULL } },
  { "win.answer", { "F4", NULL } },
  { "win.view::timeline", { "<Alt>3", "<Alt>KP_3", "<Alt>minus", NULL } },
  { "win.sidebar", { "F8", NULL } },
  { "win.form", { "F9", NULL } },
  { "win.checks", { "F7", NULL } },
  { "win.report", { "F6", NULL } },
  { "win.print", { "<Primary>p", NULL } },
  { "win.export", { "<Primary>e", NULL } },
  { "win.seal", { "<Primary><Shift>s", NULL } },
  { "win.versions", { "<Primary><Shift>r", NULL } },
  { "win.meeting", { "<Primary>F5", NULL } },
  { "window.close", { "<Primary>w", NULL } },
};

/**
 * mattra_window_actions_set_keys:
 * @application: the program
 *
 * Sets the keys of every window's actions.
 */
void
mattra_window_actions_set_keys (GtkApplication *application)
{
  g_return_if_fail (GTK_IS_APPLICATION (application));

  for (guint i = 0; i < G_N_ELEMENTS (window_keys); i++)
    mattra_keys_set (application, window_keys[i].action, window_keys[i].keys);
}

static GSimpleAction *
find_action (MattraWindow *window,
             const char   *name)
{
  return G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (window), name));
}

static void
bind_enabled (MattraWindow *window,
              const char   *property,
              const char   *name,
              GBindingFlags  how)
{
  g_object_bind_property (mattra_window_get_session (window), property, find_action (window, name),
                          "enabled", G_BINDING_SYNC_CREATE | how);
}

/* What only some roles may do, see mattra_session_may(). */
static const struct
{
  const char *name;
  MattraAction action;
} rights[] = {
  { "new-measure", MATTRA_ACTION_EDIT_PLAN },
  { "insert-measure", MATTRA_ACTION_EDIT_PLAN },
  { "library", MATTRA_ACTION_EDIT_PLAN },
  { "next-year", MATTRA_ACTION_ROLL_OVER },
  { "next-round", MATTRA_ACTION_ROLL_OVER },
  { "seal", MATTRA_ACTION_SEAL },
};

static void
show_rights (MattraWindow *window)
{
  MattraSession *session = mattra_window_get_session (window);

  for (guint i = 0; session && i < G_N_ELEMENTS (rights); i++)
    {
      GSimpleAction *action = find_action (window, rights[i].name);

      if (action)
        g_simple_action_set_enabled (action, mattra_session_may (session, rights[i].action));
    }
}

static void
follow_rights (MattraWindow *window)
{
  MattraSession *session = mattra_window_get_session (window);

  g_signal_handlers_disconnect_by_func (session, show_rights, window);
  g_signal_connect_object (session, "notify::actor", G_CALLBACK (show_rights), window, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::read-only", G_CALLBACK (show_rights), window, G_CONNECT_SWAPPED);
  show_rights (window);
}

/**
 * mattra_window_actions_add:
 * @window: a window that has a session and its page
 *
 * Adds what can be done with a register.
 */
void
mattra_window_actions_add (MattraWindow *window)
{
  MattraRegisterPage *page = NULL;

  g_return_if_fail (MATTRA_IS_WINDOW (window) && mattra_window_get_session (window));

  page = mattra_window_get_page (window);
  g_action_map_add_action_entries (G_ACTION_MAP (window), entries, G_N_ELEMENTS (entries), window);
  for (guint i = 0; i < G_N_ELEMENTS (switches); i++)
    {
      g_autoptr (GPropertyAction) action = g_property_action_new (switches[i].action, page,
                                                                  switches[i].property);

      g_action_map_add_action (G_ACTION_MAP (window), G_ACTION (action));
    }
  bind_enabled (window, "can-undo", "undo", G_BINDING_DEFAULT);
  bind_enabled (window, "can-redo", "redo", G_BINDING_DEFAULT);
  follow_rights (window);
}

/**
 * mattra_window_actions_remove:
 * @window: a window whose register is closed
 *
 * Takes away what can be done with a register.
 */
void
mattra_window_actions_remove (MattraWindow *window)
{
  g_return_if_fail (MATTRA_IS_WINDOW (window));

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    g_action_map_remove_action (G_ACTION_MAP (window), entries[i].name);
  for (guint i = 0; i < G_N_ELEMENTS (switches); i++)
    g_action_map_remove_action (G_ACTION_MAP (window), switches[i].action);
  g_action_map_remove_action (G_ACTION_MAP (window), back_entries[0].name);
}

/**
 * mattra_window_actions_show_people:
 * @window: a window that has a session and its page
 * @show: whether the page of divisions and people takes the place of the table
 *
 * Leaves only what can be done there, or brings back the rest.
 */
void
mattra_window_actions_show_people (MattraWindow *window,
                                   gboolean      show)
{
  g_return_if_fail (MATTRA_IS_WINDOW (window) && mattra_window_get_session (window));

  if (!show)
    {
      mattra_window_actions_remove (window);
      mattra_window_actions_add (window);
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    if (!g_strv_contains (kept_on_people, entries[i].name))
      g_action_map_remove_action (G_ACTION_MAP (window), entries[i].name);
  for (guint i = 0; i < G_N_ELEMENTS (switches); i++)
    g_action_map_remove_action (G_ACTION_MAP (window), switches[i].action);
  g_action_map_add_action_entries (G_ACTION_MAP (window), back_entries, G_N_ELEMENTS (back_entries), window);
}
