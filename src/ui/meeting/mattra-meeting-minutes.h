/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "mattra-session.h"

G_BEGIN_DECLS

#define MATTRA_TYPE_MEETING_MINUTES (mattra_meeting_minutes_get_type ())

/* The minutes of a meeting: its day, and its lines, which can be corrected, removed and copied.
 *
 * Signals:
 *   day-changed ()   another meeting is meant
 */
G_DECLARE_FINAL_TYPE (MattraMeetingMinutes, mattra_meeting_minutes, MATTRA, MEETING_MINUTES, AdwBin)

GtkWidget *mattra_meeting_minutes_new     (MattraSession        *session);
MattraDate mattra_meeting_minutes_get_day (MattraMeetingMinutes *self);

G_END_DECLS
