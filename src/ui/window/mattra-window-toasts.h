/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MATTRA_TYPE_WINDOW_TOASTS (mattra_window_toasts_get_type ())

/* What a window says in passing: what was done, and why something was not. */
G_DECLARE_FINAL_TYPE (MattraWindowToasts, mattra_window_toasts, MATTRA, WINDOW_TOASTS, GObject)

MattraWindowToasts *mattra_window_toasts_new        (AdwToastOverlay    *overlay);
void                mattra_window_toasts_say        (MattraWindowToasts *self,
                                                     const char         *text,
                                                     gboolean            undoable);
void                mattra_window_toasts_fail       (MattraWindowToasts *self,
                                                     const GError       *error);
void                mattra_window_toasts_offer_file (MattraWindowToasts *self,
                                                     GFile              *file);
char               *mattra_window_toasts_dup_sentence (const char       *message);

G_END_DECLS
