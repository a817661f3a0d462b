/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-window.h"

G_BEGIN_DECLS

/* Windows of a register that lead to another year, or to a meeting. */

void mattra_window_next_year     (MattraWindow *window);
void mattra_window_compare_years (MattraWindow *window);
void mattra_window_library       (MattraWindow *window);
void mattra_window_meeting       (MattraWindow *window);
void mattra_window_next_go_to      (MattraWindow *window,
                                    const char   *measure,
                                    const char   *field);
void mattra_window_next_close    (MattraWindow *window);

G_END_DECLS
