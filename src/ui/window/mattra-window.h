/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-application.h"
#include "mattra-session.h"

G_BEGIN_DECLS

#define MATTRA_TYPE_WINDOW (mattra_window_get_type ())

/* A window: the start page, or a register in its session. */
G_DECLARE_FINAL_TYPE (MattraWindow, mattra_window, MATTRA, WINDOW, AdwApplicationWindow)

MattraWindow *mattra_window_new (MattraApplication *application);

G_END_DECLS
