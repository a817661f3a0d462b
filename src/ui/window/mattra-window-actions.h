/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-window.h"

G_BEGIN_DECLS

void mattra_window_actions_set_keys (GtkApplication *application);
void mattra_window_actions_add      (MattraWindow   *window);
void mattra_window_actions_remove   (MattraWindow   *window);

void mattra_window_actions_show_people (MattraWindow *window,
                                        gboolean      show);

G_END_DECLS
