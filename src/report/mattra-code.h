/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

gboolean mattra_code_draw (cairo_t    *cr,
                           const char *text,
                           double      x,
                           double      y,
                           double      side);

G_END_DECLS
