/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-output-path.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "mattra-error.h"

/* How each database file of SQLite begins, a register and its copies among them:
 * https://www.sqlite.org/fileformat.html, 1.3.1. */
static const char database_head[16] = "SQLite format 3";

static gboolean
is_database (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = NULL;
  char head[sizeof database_head] = { 0 };
  gsize n_read = 0;

  stream = g_file_read (file, NULL, NULL);
  return stream != NULL
         && g_input_stream_read_all (G_INPUT_STREAM (stream), head, sizeof head, &n_read, NULL, NULL)
         && n_read == sizeof head
         && memcmp (head, database_head, sizeof head) == 0;
}

/**
 * mattra_output_path_check:
 * @path: the file that a report or an export is to be written to
 * @error: return location
 *
 * Keeps a slip of the hand from writing a report over the register it is made from, or over another
 * one, or a copy, and a file from taking the place of a device or a pipe. Fails with %MATTRA_ERROR_DENIED
 * where @path is a register, and with %MATTRA_ERROR_INVALID where it is there and is no file.
 *
 * Returns: whether @path may be written over
 */
gboolean
mattra_output_path_check (const char  *path,
                          GError     **error)
{
  g_return_val_if_fail (path != NULL, FALSE);

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
    {
      g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID,
                   _("%s: is not a file, so nothing can be written there; choose the name of a file"), path);
      return FALSE;
    }
  if (!is_database (path))
    return TRUE;
  g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_DENIED,
               _("%s: is a register and is not written over; choose another name for what is to be written"),
               path);
  return FALSE;
}
