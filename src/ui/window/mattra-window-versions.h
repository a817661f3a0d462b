/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-window.h"

G_BEGIN_DECLS

/* What the window does with confirmed versions and digital signatures. */

void mattra_window_versions_seal       (MattraWindow *window);
void mattra_window_versions_show       (MattraWindow *window);
void mattra_window_versions_sign       (MattraWindow *window);
void mattra_window_versions_signatures (MattraWindow *window);
void mattra_window_versions_close      (MattraWindow *window);

G_END_DECLS
