/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-store-private.h"

#include "mattra-sqlite.h"

/**
 * mattra_store_open_scratch:
 * @self: a register
 * @path: where the copy is made; nothing may be there, and the caller removes it
 * @error: why it could not be made
 *
 * Makes a copy of a register to try out what it looked like before: acts are undone in it under the device that made
 * the newest one, and closed rounds keep nothing from that. The register itself is not touched.
 *
 * Returns: (transfer full) (nullable): the copy, open for writing
 */
MattraStore *
mattra_store_open_scratch (MattraStore  *self,
                           const char   *path,
                           GError      **error)
{
  g_autofree char *device = NULL;
  MattraStore *copy;

  g_return_val_if_fail (MATTRA_IS_STORE (self), NULL);
  g_return_val_if_fail (path != NULL && !self->act.begun, NULL);

  device = mattra_store_query_text (self, MATTRA_QUERY_NEWEST_DEVICE, NULL, error);
  if (device == NULL || !mattra_sqlite_copy (self->path, path, error))
    return NULL;
  copy = mattra_store_open_as (path, FALSE, device, error);
  if (copy != NULL)
    copy->scratch = TRUE;
  return copy;
}
