/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-evidence-file.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "mattra-media-type.h"
#include "mattra-output-file.h"
#include "mattra-read-file.h"

/**
 * mattra_evidence_read:
 * @path: a file
 * @error: why not: as mattra_read_file() with at most 50 MiB, or %MATTRA_ERROR_INVALID for a file of a kind that is
 *   not taken
 *
 * Reads a file that is to be evidence. What is too large is refused before any of it is read.
 *
 * Returns: (transfer full) (nullable): its bytes
 */
GBytes *
mattra_evidence_read (const char  *path,
                      GError     **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  bytes = mattra_read_file (path, MATTRA_EVIDENCE_MAX, error);
  name = g_filename_display_basename (path);
  return bytes != NULL && mattra_media_type_find (bytes, name, error) != NULL ? g_steal_pointer (&bytes) : NULL;
}

static gboolean
write_bytes (GOutputStream  *stream,
             gpointer        user_data,
             GError        **error)
{
  GBytes *bytes = user_data;

  return g_output_stream_write_all (stream, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL, NULL, error);
}

/**
 * mattra_evidence_extract:
 * @store: a register
 * @evidence: a file of it
 * @path: a folder, in which the file gets its own name; or the name of the file to write
 * @replace: whether a file that is there is written over
 * @written: (out) (optional) (transfer full): the file
 * @error: why not: %MATTRA_ERROR_INVALID for a link, %MATTRA_ERROR_DENIED where a file is there, %MATTRA_ERROR_CORRUPT
 *   where the register holds other bytes than were put in, %MATTRA_ERROR_IO
 *
 * Writes a copy of a file of evidence. What is in the register is never opened in place.
 *
 * Returns: whether it was written
 */
gboolean
mattra_evidence_extract (MattraStore           *store,
                         const MattraEvidence  *evidence,
                         const char            *path,
                         gboolean               replace,
                         char                 **written,
                         GError               **error)
{
  g_autofree char *name = NULL;
  g_autofree char *target = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (MATTRA_IS_STORE (store) && evidence != NULL && path != NULL, FALSE);

  if (evidence->kind != MATTRA_EVIDENCE_FILE)
    {
      g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID, _("“%s” is a link and no file"), evidence->url);
      return FALSE;
    }
  /* Cleaned again: another program may have written the register. */
  name = mattra_evidence_clean_name (evidence->file_name, evidence->media_type);
  target = g_file_test (path, G_FILE_TEST_IS_DIR) ? g_build_filename (path, name, NULL) : g_strdup (path);
  bytes = mattra_store_load_blob (store, evidence->blob, error);
  if (bytes == NULL
      || !(replace ? mattra_output_file_replace (target, write_bytes, bytes, error)
                   : mattra_output_file_create (target, write_bytes, bytes, error)))
    return FALSE;
  if (written != NULL)
    *written = g_steal_pointer (&target);
  return TRUE;
}
