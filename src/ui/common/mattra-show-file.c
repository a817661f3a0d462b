/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-show-file.h"

/**
 * mattra_show_file:
 * @parent: (nullable): the window that asks
 * @file: a file
 *
 * Opens a file with the program that the user has for it; says so where there is none.
 */
void
mattra_show_file (GtkWindow *parent,
                  GFile     *file)
{
  g_autofree char *uri = NULL;

  g_return_if_fail (G_IS_FILE (file));

  uri = g_file_get_uri (file);
  gtk_show_uri (parent, uri, GDK_CURRENT_TIME);
}
