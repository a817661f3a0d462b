/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>
#include <hb.h>

G_BEGIN_DECLS

/**
 * MattraGlyphKind:
 * @MATTRA_GLYPH_PLAIN: shown as text
 * @MATTRA_GLYPH_SHAPE: drawn as a shape, and no part of the text
 * @MATTRA_GLYPH_LOWER: shown as text, but only its part below %MATTRA_LOWER_PART is seen
 *
 * How a glyph is drawn.
 */
typedef enum
{
  MATTRA_GLYPH_PLAIN,
  MATTRA_GLYPH_SHAPE,
  MATTRA_GLYPH_LOWER,
} MattraGlyphKind;

/* Between the top of sara aa and the foot of the ring above it, in font units. */
#define MATTRA_LOWER_PART 622

/**
 * MattraGlyph:
 * @glyph: the index in the font
 * @bytes: how many bytes of the text this glyph's cluster stands for; 0 in all but its first glyph
 * @glyphs: how many glyphs the cluster has; 0 in all but its first
 * @mark: whether it stands over or under another glyph and takes no width
 * @rise: how far above the baseline the glyph's origin stands, in font units
 * @special: a MattraGlyphKind
 * @x: where the glyph's origin stands from the run's start, in font units
 */
typedef struct
{
  guint16 glyph;
  guint16 bytes;
  guint8  glyphs;
  guint8  mark;
  gint16  rise;
  guint8  special;
  gint32  x;
} MattraGlyph;

typedef struct _MattraShaper MattraShaper;

MattraShaper *mattra_shaper_new   (hb_font_t    *font);
void          mattra_shaper_free  (MattraShaper *self);
int           mattra_shaper_shape (MattraShaper *self,
                                   const char   *text,
                                   gsize         length,
                                   GArray       *glyphs,
                                   gunichar     *absent);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MattraShaper, mattra_shaper_free)

G_END_DECLS
