/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-read-file.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "mattra-error.h"

/**
 * mattra_read_file:
 * @path: a file
 * @most: the most bytes that it may have
 * @error: why not: %MATTRA_ERROR_NOT_FOUND, %MATTRA_ERROR_INVALID for what is no file, is empty or too large,
 *   %MATTRA_ERROR_IO
 *
 * Reads a file that the user has chosen: a picture, a scan, a PDF.
 *
 * Returns: (transfer full) (nullable): its bytes
 */
GBytes *
mattra_read_file (const char  *path,
                  gsize        most,
                  GError     **error)
{
  g_autoptr (GError) failure = NULL;
  GStatBuf info;
  char *data = NULL;
  gsize length = 0;

  g_return_val_if_fail (path != NULL, NULL);

  if (g_stat (path, &info) != 0)
    g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_NOT_FOUND, _("%s: is not there or cannot be read"), path);
  else if (!S_ISREG (info.st_mode))
    g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID, _("%s: is no file"), path);
  else if ((guint64) info.st_size > most)
    g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID, _("%s: is larger than %u MiB, the most that is read"), path,
                 (guint) (most / (1024 * 1024)));
  else if (!g_file_get_contents (path, &data, &length, &failure))
    g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_IO, _("%s: cannot be read: %s"), path, failure->message);
  else if (length > 0)
    return g_bytes_new_take (data, length);
  else
    g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID, _("%s: is empty"), path);
  g_free (data);
  return NULL;
}
