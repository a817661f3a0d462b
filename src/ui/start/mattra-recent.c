/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-recent.h"

#include <string.h>

/* The desktop's own list of recent documents, so that file managers and launchers know registers too. */

/**
 * mattra_recent_is_register:
 * @path: name of a file
 *
 * Returns: whether the file is called as registers are
 */
gboolean
mattra_recent_is_register (const char *path)
{
  g_autofree char *folded = NULL;

  g_return_val_if_fail (path != NULL, FALSE);

  folded = g_ascii_strdown (path, -1);
  return g_str_has_suffix (folded, MATTRA_REGISTER_SUFFIX);
}

static char *
uri_of (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  return g_file_get_uri (file);
}

/**
 * mattra_recent_add:
 * @path: a register that was opened
 *
 * Puts a register first in the list of recent ones.
 */
void
mattra_recent_add (const char *path)
{
  static const char *const groups[] = { "mattra", NULL };
  g_autofree char *uri = NULL;
  GtkRecentData data = {
    .mime_type = (char *) MATTRA_REGISTER_TYPE,
    .app_name = (char *) "mattra",
    .app_exec = (char *) "mattra %f",
    .groups = (char **) groups,
  };

  g_return_if_fail (path != NULL);

  uri = uri_of (path);
  gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}

/**
 * mattra_recent_remove:
 * @path: a register
 *
 * Takes a register off the list of recent ones; the file stays. One that is not on it is no error.
 */
void
mattra_recent_remove (const char *path)
{
  g_autofree char *uri = NULL;

  g_return_if_fail (path != NULL);

  uri = uri_of (path);
  gtk_recent_manager_remove_item (gtk_recent_manager_get_default (), uri, NULL);
}

static int
compare_visits (gconstpointer a,
                gconstpointer b)
{
  return g_date_time_compare (gtk_recent_info_get_modified ((GtkRecentInfo *) b),
                              gtk_recent_info_get_modified ((GtkRecentInfo *) a));
}

/**
 * mattra_recent_list:
 * @n_most: how many at most
 *
 * Lists the registers that were opened last. Whether they are still there is not looked at.
 *
 * Returns: (transfer full): their paths, the last one first
 */
char **
mattra_recent_list (guint n_most)
{
  GList *items = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());
  GStrvBuilder *paths = g_strv_builder_new ();
  char **list;
  guint n = 0;

  items = g_list_sort (items, compare_visits);
  for (GList *l = items; l && n < n_most; l = l->next)
    {
      g_autoptr (GFile) file = g_file_new_for_uri (gtk_recent_info_get_uri (l->data));
      g_autofree char *path = g_file_get_path (file);

      if (path == NULL || !mattra_recent_is_register (path))
        continue;
      g_strv_builder_add (paths, path);
      n++;
    }
  g_list_free_full (items, (GDestroyNotify) gtk_recent_info_unref);
  list = g_strv_builder_end (paths);
  g_strv_builder_unref (paths);

  return list;
}
