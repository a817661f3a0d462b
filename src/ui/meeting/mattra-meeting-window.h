/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "mattra-session.h"

G_BEGIN_DECLS

#define MATTRA_TYPE_MEETING_WINDOW (mattra_meeting_window_get_type ())

/* The measures for a meeting to look at, one a screen in large type, with a line to write decisions down. Space,
 * arrows, Page Up and Page Down go from one to the next, as a presenter's remote control does. */
G_DECLARE_FINAL_TYPE (MattraMeetingWindow, mattra_meeting_window, MATTRA, MEETING_WINDOW, AdwWindow)

MattraMeetingWindow *mattra_meeting_window_present  (GtkWindow           *parent,
                                                     MattraSession       *session,
                                                     const char          *measure);
guint                mattra_meeting_window_get_place (MattraMeetingWindow *self);

G_END_DECLS
