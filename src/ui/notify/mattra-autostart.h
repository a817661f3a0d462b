/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The option with which the program starts in the background. */
#define MATTRA_OPTION_BACKGROUND "background"

char    *mattra_autostart_dup_path (void);
gboolean mattra_autostart_set      (gboolean     on,
                                    const char  *program,
                                    GError     **error);
char    *mattra_autostart_dup_program (void);

G_END_DECLS
