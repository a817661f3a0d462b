/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-store.h"

G_BEGIN_DECLS

gboolean mattra_restore_register (const char  *path,
                                  const char  *copy,
                                  gint64       now,
                                  GError     **error);

G_END_DECLS
