/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-read-picture.h"

#include "mattra-read-file.h"
#include "mattra-report.h"

#define MOST_BYTES (10 * 1024 * 1024)

/**
 * mattra_read_picture:
 * @path: a file that the user has chosen
 * @error: why not, for the user: as mattra_read_file() with at most 10 MiB, or as mattra_report_check_picture()
 *
 * Reads a picture for the office's papers, and tries whether it can be printed.
 *
 * Returns: (transfer full) (nullable): its bytes
 */
GBytes *
mattra_read_picture (const char  *path,
                     GError     **error)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  bytes = mattra_read_file (path, MOST_BYTES, error);
  return bytes != NULL && mattra_report_check_picture (bytes, error) ? g_steal_pointer (&bytes) : NULL;
}
