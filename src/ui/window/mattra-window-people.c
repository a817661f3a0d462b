/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-window-people.h"

#include <glib/gi18n-lib.h>

#include "mattra-grid.h"
#include "mattra-office-form.h"
#include "mattra-people-page.h"

/* The page takes the place of the register's; win.back leads back. */

static const struct
{
  guint key;
  GdkModifierType modifiers;
} back_keys[] = {
  { GDK_KEY_Escape, 0 },
  { GDK_KEY_Left, GDK_ALT_MASK },
};

static GtkWidget *
new_button (const char *icon,
            const char *words,
            const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, words);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

static GtkWidget *
build_header (MattraSession *session)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *title = adw_window_title_new (_("Office, Divisions and People"), "");
  const char *name = mattra_plan_get_organisation (mattra_session_get_plan (session))->name;

  adw_window_title_set_subtitle (ADW_WINDOW_TITLE (title), name ? name : "");
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), title);
  adw_header_bar_set_centering_policy (ADW_HEADER_BAR (header), ADW_CENTERING_POLICY_LOOSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header),
                             new_button ("go-previous-symbolic", _("Back to the Measures"), "win.back"));
  adw_header_bar_pack_start (ADW_HEADER_BAR (header),
                             new_button ("edit-undo-symbolic", _("Undo"), "win.undo"));
  adw_header_bar_pack_start (ADW_HEADER_BAR (header),
                             new_button ("edit-redo-symbolic", _("Redo"), "win.redo"));
  return header;
}

static const char *
title_of (MattraPeoplePart part)
{
  return part == MATTRA_PEOPLE_PART_ASSESSMENT ? _("Assessment and Collecting") : _("Office, Divisions and People");
}

static void
follow_part (MattraPeoplePage *page,
             GtkWidget        *header)
{
  adw_window_title_set_title (ADW_WINDOW_TITLE (adw_header_bar_get_title_widget (ADW_HEADER_BAR (header))),
                              title_of (mattra_people_page_get_part (page)));
}

/* In the bubble phase: Escape in an open editor gives up its text. */
static void
add_keys (GtkWidget *page)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  for (guint i = 0; i < G_N_ELEMENTS (back_keys); i++)
    gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (back_keys[i].key, back_keys[i].modifiers),
                        gtk_named_action_new ("win.back")));
  gtk_widget_add_controller (page, keys);
}

/**
 * mattra_window_people_new:
 * @session: a register's session
 *
 * Returns: (transfer floating): a page of a window for the office, its divisions and people
 */
GtkWidget *
mattra_window_people_new (MattraSession *session)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *page = NULL;
  GtkWidget *header = NULL;

  g_return_val_if_fail (MATTRA_IS_SESSION (session), NULL);

  page = mattra_people_page_new (session);
  gtk_widget_set_vexpand (page, TRUE);
  header = build_header (session);
  g_signal_connect_object (page, "part-shown", G_CALLBACK (follow_part), header, 0);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), page);
  add_keys (box);
  return box;
}

/**
 * mattra_window_people_get_page:
 * @people: a page of a window
 *
 * Returns: (transfer none): what it shows
 */
MattraPeoplePage *
mattra_window_people_get_page (GtkWidget *people)
{
  g_return_val_if_fail (GTK_IS_WIDGET (people), NULL);

  return MATTRA_PEOPLE_PAGE (gtk_widget_get_last_child (people));
}

static gboolean
focus_grid (GtkWidget *widget)
{
  if (MATTRA_IS_GRID (widget) && gtk_widget_get_mapped (widget))
    return gtk_widget_grab_focus (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    if (focus_grid (child))
      return TRUE;
  return FALSE;
}

/**
 * mattra_window_people_focus:
 * @people: a page of a window, which is shown
 *
 * Gives the keyboard to its table, where it shows one.
 */
void
mattra_window_people_focus (GtkWidget *people)
{
  g_return_if_fail (GTK_IS_WIDGET (people));

  if (!focus_grid (people))
    gtk_widget_child_focus (gtk_widget_get_last_child (people), GTK_DIR_TAB_FORWARD);
}

/**
 * mattra_window_people_show_setting:
 * @people: a page of a window, which is shown
 * @name: a setting of the plan, as %MATTRA_SETTING_PREFACE
 *
 * Leads to the field of a setting.
 */
void
mattra_window_people_show_setting (GtkWidget  *people,
                                   const char *name)
{
  g_return_if_fail (GTK_IS_WIDGET (people) && name != NULL);

  mattra_people_page_show_setting (mattra_window_people_get_page (people), name);
}

/**
 * mattra_window_people_commit:
 * @people: a page of a window
 *
 * Commits what is being typed into its tables and fields.
 */
void
mattra_window_people_commit (GtkWidget *people)
{
  g_return_if_fail (GTK_IS_WIDGET (people));

  if (MATTRA_IS_GRID (people))
    {
      mattra_grid_commit_edit (MATTRA_GRID (people));
      return;
    }
  if (MATTRA_IS_OFFICE_FORM (people))
    {
      mattra_office_form_commit (MATTRA_OFFICE_FORM (people));
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (people); child;
       child = gtk_widget_get_next_sibling (child))
    mattra_window_people_commit (child);
}
