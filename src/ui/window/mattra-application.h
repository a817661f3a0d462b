/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MATTRA_APPLICATION_ID "io.github.mattra.Mattra"

#define MATTRA_TYPE_APPLICATION (mattra_application_get_type ())

/* The program: one process for all windows of a user's session, each over a register of its own. */
G_DECLARE_FINAL_TYPE (MattraApplication, mattra_application, MATTRA, APPLICATION, AdwApplication)

MattraApplication *mattra_application_new          (void);
GSettings         *mattra_application_get_settings (MattraApplication *self);
void               mattra_application_open_register (MattraApplication *self,
                                                    const char        *path);

G_END_DECLS
