/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "mattra-session.h"

G_BEGIN_DECLS

#define MATTRA_TYPE_VERSIONS_WINDOW (mattra_versions_window_get_type ())

/* The confirmed versions of the session's plan: what each of them is, its file, what has changed since, its signed paper.
 *
 * Signals:
 *   go-to (measure, field)   a cell that differs was chosen: ULID and field
 *   seal ()                  the user wants to confirm a version
 */
G_DECLARE_FINAL_TYPE (MattraVersionsWindow, mattra_versions_window, MATTRA, VERSIONS_WINDOW, AdwWindow)

MattraVersionsWindow *mattra_versions_window_present      (GtkWindow            *parent,
                                                           MattraSession        *session);
void                  mattra_versions_window_show_version (MattraVersionsWindow *self,
                                                           int                   number);

G_END_DECLS
