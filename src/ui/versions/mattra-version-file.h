/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "mattra-session.h"

G_BEGIN_DECLS

/* The files that are kept in a register: of confirmed versions, and scans. */

void mattra_version_file_save      (GtkWindow     *parent,
                                    MattraSession *session,
                                    const char    *sha256,
                                    const char    *name);
void mattra_version_file_open      (GtkWindow     *parent,
                                    MattraSession *session,
                                    const char    *sha256,
                                    const char    *name);
void mattra_version_file_put_async (MattraSession       *session,
                                    const char          *sha256,
                                    const char          *path,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data);
gboolean mattra_version_file_put_finish
                                   (GAsyncResult  *result,
                                    GError       **error);
char *mattra_version_file_own_path (const char    *name);

G_END_DECLS
