/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char    *mattra_sort_key_between  (const char *before,
                                   const char *after);
char    *mattra_sort_key_nth      (guint       n);
gboolean mattra_sort_key_is_valid (const char *key);
GPtrArray *mattra_sort_key_fill   (const char *before,
                                   const char *after,
                                   guint       n);

G_END_DECLS
