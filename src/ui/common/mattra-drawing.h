/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean mattra_drawing_is_software (const char *devices);
void     mattra_drawing_set_up      (void);

G_END_DECLS
