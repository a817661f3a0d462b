/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-shortcuts.h"

/**
 * mattra_shortcuts_present:
 * @parent: (nullable): the window whose keys they are
 *
 * Shows the keys of the window and its table.
 *
 * Returns: (transfer none): the window
 */
GtkWindow *
mattra_shortcuts_present (GtkWindow *parent)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/io/github/mattra/Mattra/ui/mattra-shortcuts.ui");
  GtkWindow *window = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));

  if (parent)
    gtk_window_set_transient_for (window, parent);
  gtk_window_present (window);
  return window;
}
