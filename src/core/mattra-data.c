/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-data.h"

#include <glib/gi18n-lib.h>

#include "mattra-error.h"

/* Installed: bin/ beside share/mattra. Built: the program in src/ROOM or tests/KIND, data/ above. */
static const char *const beside_program[] = {
  "../share/mattra",
  "data",
  "../data",
  "../../data",
  "../../../data",
};

static char *
existing (const char *folder,
          const char *relative)
{
  g_autofree char *path = g_build_filename (folder, relative, NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS) ? g_canonicalize_filename (path, NULL) : NULL;
}

static char *
find_beside_program (const char *relative)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = NULL;

  if (program == NULL)
    return NULL;
  folder = g_path_get_dirname (program);
  for (guint i = 0; i < G_N_ELEMENTS (beside_program); i++)
    {
      g_autofree char *candidate = g_build_filename (folder, beside_program[i], NULL);
      char *found = existing (candidate, relative);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/**
 * mattra_data_find:
 * @relative: a path below the data folder, such as "fonts/Sarabun-Regular.ttf"
 * @error: return location for an error
 *
 * Finds a file or folder that belongs to the program: in the folder that the environment variable
 * MATTRA_DATA_DIR names, beside the running program, where it was installed.
 *
 * Returns: (transfer full) (nullable): its absolute path; %NULL with %MATTRA_ERROR_NOT_FOUND
 */
char *
mattra_data_find (const char  *relative,
                  GError     **error)
{
  const char *named = g_getenv ("MATTRA_DATA_DIR");
  char *found = NULL;

  g_return_val_if_fail (relative != NULL && !g_path_is_absolute (relative), NULL);

  if (named != NULL && *named != '\0')
    found = existing (named, relative);
  if (found == NULL)
    found = find_beside_program (relative);
  if (found == NULL)
    found = existing (PKGDATADIR, relative);
  if (found == NULL)
    g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_NOT_FOUND,
                 _("The program's file “%s” was found neither beside the program nor in %s. "
                   "Install Mattra again, or name its data folder in MATTRA_DATA_DIR."),
                 relative, PKGDATADIR);
  return found;
}
