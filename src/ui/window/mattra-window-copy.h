/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-window-place.h"

G_BEGIN_DECLS

#define MATTRA_TYPE_WINDOW_COPY (mattra_window_copy_get_type ())

/* Offers to copy the first half's results where the round of the full year has none yet. */
G_DECLARE_FINAL_TYPE (MattraWindowCopy, mattra_window_copy, MATTRA, WINDOW_COPY, GObject)

MattraWindowCopy *mattra_window_copy_new (MattraSession      *session,
                                          MattraRegisterPage *page,
                                          MattraWindowPlace  *place,
                                          GSettings          *settings);

G_END_DECLS
