/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

cairo_surface_t *mattra_picture_decode (GBytes  *bytes,
                                        GError **error);
gboolean         mattra_picture_fit    (GBytes  *bytes,
                                        int     *width,
                                        int     *height,
                                        GError **error);

G_END_DECLS
