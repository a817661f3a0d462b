/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-help-actions.h"

#include "mattra-about.h"
#include "mattra-help-window.h"
#include "mattra-shortcuts.h"

static void
help (GSimpleAction *action,
      GVariant      *parameter,
      gpointer       user_data)
{
  mattra_help_present (gtk_application_get_active_window (user_data), NULL);
}

static void
shortcuts (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  mattra_shortcuts_present (gtk_application_get_active_window (user_data));
}

static void
about (GSimpleAction *action,
       GVariant      *parameter,
       gpointer       user_data)
{
  mattra_about_present (gtk_application_get_active_window (user_data));
}

static const GActionEntry actions[] = {
  { "help", help, NULL, NULL, NULL, { 0 } },
  { "shortcuts", shortcuts, NULL, NULL, NULL, { 0 } },
  { "about", about, NULL, NULL, NULL, { 0 } },
};

/**
 * mattra_help_add_actions:
 * @application: the program
 *
 * Gives the program its actions `help`, `shortcuts` and `about`.
 */
void
mattra_help_add_actions (GtkApplication *application)
{
  g_return_if_fail (GTK_IS_APPLICATION (application));

  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions), application);
}
