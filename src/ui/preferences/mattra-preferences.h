/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MATTRA_TYPE_PREFERENCES (mattra_preferences_get_type ())

/* The window of preferences; each is kept, and where it can be takes effect, as soon as it is set. */
G_DECLARE_FINAL_TYPE (MattraPreferences, mattra_preferences, MATTRA, PREFERENCES, AdwPreferencesWindow)

void mattra_preferences_present     (GtkWindow *parent);
void mattra_preferences_apply_theme (void);

G_END_DECLS
