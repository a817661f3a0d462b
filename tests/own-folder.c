/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "own-folder.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

/* Returns: (transfer full): path of a new folder */
char *
own_folder_new (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("mattra-test-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

/* Returns: (transfer full): path of a copy of the sample register that is called @name */
char *
own_folder_copy_sample (const char *folder,
                        const char *name)
{
  g_autofree char *sample = g_build_filename (g_getenv ("MATTRA_DATA_DIR"), "samples", "dontawan-2569.mattra", NULL);
  char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GFile) from = g_file_new_for_path (sample);
  g_autoptr (GFile) to = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_file_copy (from, to, G_FILE_COPY_NONE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return path;
}

/* With all that is in it; links are not followed. */
void
own_folder_remove (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name = NULL;

  while (dir && (name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        own_folder_remove (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}
