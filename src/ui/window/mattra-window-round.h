/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-window.h"

G_BEGIN_DECLS

void mattra_window_round_ask   (MattraWindow *window);
void mattra_window_round_start (MattraWindow *window,
                                gboolean      copy);

G_END_DECLS
