/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A file that tells that a process is alive: the system lets go of it when the process ends, however that
 * comes about. The number of a process would not do: in a sandbox all have the same. */

int   mattra_hold_take     (const char  *path,
                            GError     **error);
void  mattra_hold_release  (int          hold,
                            const char  *path);

/* Where a window keeps what is no part of a register. */
char *mattra_state_folder  (const char  *name);
char *mattra_state_key     (const char  *register_path);

G_END_DECLS
