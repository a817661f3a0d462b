/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void mattra_cell_frame_shadow   (GtkWidget   *child,
                                 GtkSnapshot *snapshot);
void mattra_cell_frame_hairline (GtkWidget   *child,
                                 GtkSnapshot *snapshot);
void mattra_cell_frame_accent   (GtkWidget   *child,
                                 GtkSnapshot *snapshot);

G_END_DECLS
