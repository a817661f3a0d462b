/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "mattra-clock.h"

G_BEGIN_DECLS

#define MATTRA_TYPE_BACKGROUND (mattra_background_get_type ())

/* Looks into the registers that were used last, once a day and without a window, and tells what is due. It keeps the
 * program running while the user wants it to; a register is open for reading only, and no longer than it takes.
 *
 * Signals:
 *   looked (path)   a register was looked into
 */
G_DECLARE_FINAL_TYPE (MattraBackground, mattra_background, MATTRA, BACKGROUND, GObject)

MattraBackground *mattra_background_new   (GApplication     *application,
                                           GSettings        *settings);
void              mattra_background_start (MattraBackground *self,
                                           const char *const *paths);
MattraClock      *mattra_background_get_clock (MattraBackground *self);

G_END_DECLS
