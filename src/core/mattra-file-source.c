/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-file-source.h"

G_DEFINE_INTERFACE (MattraFileSource, mattra_file_source, G_TYPE_OBJECT)

static void
mattra_file_source_default_init (MattraFileSourceInterface *iface)
{
}

/**
 * mattra_file_source_load:
 * @self: a source
 * @sha256: name of a file: the SHA-256 of its bytes, in hexadecimal
 * @error: why not: as mattra_store_load_blob() of a register
 *
 * Reads a file that a measure names.
 *
 * Returns: (transfer full) (nullable): its bytes
 */
GBytes *
mattra_file_source_load (MattraFileSource  *self,
                         const char        *sha256,
                         GError           **error)
{
  g_return_val_if_fail (MATTRA_IS_FILE_SOURCE (self) && sha256 != NULL, NULL);

  return MATTRA_FILE_SOURCE_GET_IFACE (self)->load (self, sha256, error);
}
