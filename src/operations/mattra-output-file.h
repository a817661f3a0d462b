/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * MattraOutputFunc:
 * @stream: where to
 * @user_data: data of the caller
 * @error: return location
 *
 * Returns: whether all was written
 */
typedef gboolean (*MattraOutputFunc) (GOutputStream  *stream,
                                      gpointer        user_data,
                                      GError        **error);

gboolean mattra_output_file_create  (const char        *path,
                                     MattraOutputFunc   write,
                                     gpointer           user_data,
                                     GError           **error);
gboolean mattra_output_file_replace (const char        *path,
                                     MattraOutputFunc   write,
                                     gpointer           user_data,
                                     GError           **error);

G_END_DECLS
