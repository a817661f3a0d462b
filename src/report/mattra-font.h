/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cairo.h>
#include <glib.h>
#include <hb.h>

G_BEGIN_DECLS

/* Every measure of a font is given in this many units per em, whatever its file uses. */
#define MATTRA_UNITS_PER_EM 1000

typedef struct _MattraFont MattraFont;

MattraFont        *mattra_font_open          (const char  *path,
                                              const char  *family,
                                              GChecksum   *checksum,
                                              GError     **error);
void               mattra_font_free          (MattraFont  *self);
hb_font_t         *mattra_font_get_shaper    (MattraFont  *self);
cairo_font_face_t *mattra_font_get_font_face (MattraFont  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MattraFont, mattra_font_free)

G_END_DECLS
