/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-output-file.h"

#include <glib/gi18n-lib.h>

#include "mattra-error.h"
#include "mattra-output-path.h"

static gboolean
refuse (const char  *path,
        GError      *failure,
        GError     **error)
{
  if (failure->domain == MATTRA_ERROR)
    g_propagate_error (error, g_error_copy (failure));
  else
    g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_IO, _("%s: cannot be written: %s"), path, failure->message);
  return FALSE;
}

/**
 * mattra_output_file_replace:
 * @path: the file, replaced only when the new one is whole
 * @write: (scope call): writes it
 * @user_data: data for @write
 * @error: return location
 *
 * Writes a file for other programs.
 *
 * Returns: whether the file is written
 */
gboolean
mattra_output_file_replace (const char        *path,
                            MattraOutputFunc   write,
                            gpointer           user_data,
                            GError           **error)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFileOutputStream) stream = NULL;
  g_autoptr (GCancellable) cancelled = NULL;
  g_autoptr (GError) failure = NULL;

  g_return_val_if_fail (path != NULL && write != NULL, FALSE);

  if (!mattra_output_path_check (path, error))
    return FALSE;
  file = g_file_new_for_path (path);
  stream = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, NULL, &failure);
  if (stream == NULL)
    return refuse (path, failure, error);
  if (write (G_OUTPUT_STREAM (stream), user_data, &failure)
      && g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, &failure))
    return TRUE;
  /* Closing under a cancelled cancellable leaves the old file in its place. */
  cancelled = g_cancellable_new ();
  g_cancellable_cancel (cancelled);
  g_output_stream_close (G_OUTPUT_STREAM (stream), cancelled, NULL);
  return refuse (path, failure, error);
}

/**
 * mattra_output_file_create:
 * @path: the file; nothing may be there
 * @write: (scope call): writes it
 * @user_data: data for @write
 * @error: return location; %MATTRA_ERROR_DENIED where something has the name, be it since a moment ago
 *
 * Writes a new file for other programs. What was not written whole is taken away again.
 *
 * Returns: whether the file is written
 */
gboolean
mattra_output_file_create (const char        *path,
                           MattraOutputFunc   write,
                           gpointer           user_data,
                           GError           **error)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFileOutputStream) stream = NULL;
  g_autoptr (GError) failure = NULL;

  g_return_val_if_fail (path != NULL && write != NULL, FALSE);

  file = g_file_new_for_path (path);
  stream = g_file_create (file, G_FILE_CREATE_NONE, NULL, &failure);
  if (stream == NULL && g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_EXISTS))
    {
      g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_DENIED,
                   _("%s: is there already and is not written over; choose another name, or say that it may be"), path);
      return FALSE;
    }
  if (stream != NULL && write (G_OUTPUT_STREAM (stream), user_data, &failure)
      && g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, &failure))
    return TRUE;
  if (stream != NULL)
    {
      g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, NULL);
      g_file_delete (file, NULL, NULL);
    }
  return refuse (path, failure, error);
}
