/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-application.h"

#include "mattra-window.h"

struct _MattraApplication
{
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (MattraApplication, mattra_application, ADW_TYPE_APPLICATION)

static void
quit (GSimpleAction *action,
      GVariant      *parameter,
      gpointer       user_data)
{
  g_application_quit (G_APPLICATION (user_data));
}

static const GActionEntry actions[] = {
  { "quit", quit, NULL, NULL, NULL, { 0 } },
};

static void
mattra_application_startup (GApplication *application)
{
  const char *quit_keys[] = { "<Primary>q", NULL };

  G_APPLICATION_CLASS (mattra_application_parent_class)->startup (application);
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions),
                                   application);
  gtk_application_set_accels_for_action (GTK_APPLICATION (application), "app.quit", quit_keys);
}

static void
mattra_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window == NULL)
    window = GTK_WINDOW (mattra_window_new (MATTRA_APPLICATION (application)));
  gtk_window_present (window);
}

static void
mattra_application_class_init (MattraApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->startup = mattra_application_startup;
  application_class->activate = mattra_application_activate;
}

static void
mattra_application_init (MattraApplication *self)
{
}

/**
 * mattra_application_new:
 *
 * Returns: (transfer full): the program, ready to be run
 */
MattraApplication *
mattra_application_new (void)
{
  return g_object_new (MATTRA_TYPE_APPLICATION,
                       "application-id", MATTRA_APPLICATION_ID,
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       NULL);
}
