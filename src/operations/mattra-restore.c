/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-restore.h"

#include <glib/gi18n-lib.h>

/* A copy may be named as it stands in the list, without its folder. */
static char *
find_copy (const char  *path,
           const char  *copy,
           GError     **error)
{
  g_autoptr (GPtrArray) copies = NULL;

  if (g_file_test (copy, G_FILE_TEST_EXISTS))
    return g_strdup (copy);
  copies = mattra_backup_list (path, error);
  if (copies == NULL)
    return NULL;
  for (guint i = 0; i < copies->len; i++)
    {
      const MattraBackup *backup = g_ptr_array_index (copies, i);
      g_autofree char *name = g_path_get_basename (backup->path);

      if (g_str_equal (name, copy))
        return g_strdup (backup->path);
    }
  g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_NOT_FOUND,
               _("%s: there is no such copy; “restore %s” lists those there are"), copy, path);
  return NULL;
}

/**
 * mattra_restore_register:
 * @path: the register
 * @copy: a copy of it, by path or by its name in the list
 * @now: the time, in seconds since 1970-01-01 00:00 UTC
 * @error: return location
 *
 * Puts a copy in the place of a register. What stood there is kept as a copy itself.
 *
 * Returns: whether the register is now the copy
 */
gboolean
mattra_restore_register (const char  *path,
                         const char  *copy,
                         gint64       now,
                         GError     **error)
{
  g_autofree char *found = NULL;

  g_return_val_if_fail (path != NULL && copy != NULL, FALSE);

  found = find_copy (path, copy, error);
  return found != NULL && mattra_backup_restore (path, found, now, error);
}
