/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "mattra-repair.h"

G_BEGIN_DECLS

/* The largest file that is read: 512 MiB. */
#define MATTRA_TEXT_MAX_BYTES ((gsize) 512 * 1024 * 1024)

GBytes *mattra_text_reader_load   (const char  *path,
                                   GError     **error);
char   *mattra_text_reader_decode (GBytes      *bytes,
                                   const char  *name,
                                   GPtrArray   *repairs,
                                   gsize       *length,
                                   GError     **error);
const char *mattra_text_reader_name_of (GBytes  *bytes);

G_END_DECLS
