/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void mattra_keys_set (GtkApplication    *application,
                      const char        *action,
                      const char *const *keys);

G_END_DECLS
