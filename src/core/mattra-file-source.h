/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define MATTRA_TYPE_FILE_SOURCE (mattra_file_source_get_type ())

/* What has the bytes of the files that measures name: a register, whose stream of measures is one as well. */
G_DECLARE_INTERFACE (MattraFileSource, mattra_file_source, MATTRA, FILE_SOURCE, GObject)

struct _MattraFileSourceInterface
{
  GTypeInterface parent_iface;

  GBytes * (*load) (MattraFileSource  *self,
                    const char        *sha256,
                    GError           **error);
};

GBytes *mattra_file_source_load (MattraFileSource  *self,
                                 const char        *sha256,
                                 GError           **error);

G_END_DECLS
