/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Widgets found as a user finds them: by what they are and what they say. */

GtkWidget *seek       (GtkWidget  *widget,
                       GType       type,
                       const char *text);
GPtrArray *seek_all   (GtkWidget  *widget,
                       GType       type,
                       const char *text);
void       seek_click (GtkWidget  *widget,
                       const char *label);
GtkWindow *seek_dialog (gpointer   window);

G_END_DECLS
