/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-window.h"

G_BEGIN_DECLS

void mattra_window_picture_choose (MattraWindow *window);
void mattra_window_picture_write  (MattraWindow *window,
                                   GFile        *file);

G_END_DECLS
