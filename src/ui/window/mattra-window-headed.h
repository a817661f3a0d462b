/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What a window shows where no register is open in it. */
GtkWidget *mattra_window_headed_new (GtkWidget *child);

G_END_DECLS
