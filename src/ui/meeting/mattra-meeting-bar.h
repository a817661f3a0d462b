/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "mattra-session.h"

G_BEGIN_DECLS

#define MATTRA_TYPE_MEETING_BAR (mattra_meeting_bar_get_type ())

/* Where a meeting's decision about a measure is typed: what it changes, and what it says. What is typed and not
 * written down yet survives the end of the program, and waits with its measure. */
G_DECLARE_FINAL_TYPE (MattraMeetingBar, mattra_meeting_bar, MATTRA, MEETING_BAR, AdwBin)

GtkWidget  *mattra_meeting_bar_new          (MattraSession    *session);
void        mattra_meeting_bar_set_meeting  (MattraMeetingBar *self,
                                             MattraDate        meeting);
void        mattra_meeting_bar_set_measure  (MattraMeetingBar *self,
                                             const char       *measure);
char       *mattra_meeting_bar_dup_drafted  (MattraMeetingBar *self);
void        mattra_meeting_bar_focus        (MattraMeetingBar *self);
void        mattra_meeting_bar_close        (MattraMeetingBar *self);

G_END_DECLS
