/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The MIME type of a register, and how the names of such files end. */
#define MATTRA_REGISTER_TYPE "application/vnd.mattra.register"
#define MATTRA_REGISTER_SUFFIX ".mattra"

gboolean mattra_recent_is_register (const char *path);
void     mattra_recent_add         (const char *path);
void     mattra_recent_remove      (const char *path);
char   **mattra_recent_list        (guint       n_most);

G_END_DECLS
