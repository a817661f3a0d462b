/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cairo.h>
#include <glib.h>

#include "mattra-font.h"
#include "mattra-glyph-run.h"

G_BEGIN_DECLS

/**
 * MattraFace:
 * @MATTRA_FACE_REGULAR: the upright book weight
 * @MATTRA_FACE_BOLD: the bold weight, for heads
 *
 * The two faces of a report.
 */
typedef enum
{
  MATTRA_FACE_REGULAR,
  MATTRA_FACE_BOLD,
} MattraFace;

#define MATTRA_N_FACES 2

/**
 * MattraPiece:
 * @text: where its text begins in the typesetter's store
 * @glyphs: the index of its first glyph in the typesetter's store
 * @bytes: the length of its text
 * @n_glyphs: how many glyphs it has
 * @width: its width without the spaces at its end, in font units
 * @advance: its whole width, in font units
 * @face: the face it is set in
 * @special: whether one of its glyphs is not just shown as text
 *
 * A shaped word, with the spaces behind it.
 */
typedef struct
{
  gsize   text;
  guint   glyphs;
  guint16 bytes;
  guint16 n_glyphs;
  gint32  width;
  gint32  advance;
  guint8  face;
  guint8  special;
} MattraPiece;

/**
 * MattraToken:
 * @piece: the number of the piece
 * @start: where it begins in the text it was taken from, in bytes
 * @width: its width without the spaces at its end, in font units
 * @advance: its whole width, in font units
 * @cost: what ending a line before it costs, a MattraBreak
 *
 * A piece at its place in a text.
 */
typedef struct
{
  guint32 piece;
  guint32 start;
  gint32  width;
  gint32  advance;
  guint8  cost;
} MattraToken;

/**
 * MattraTypesetter:
 *
 * Fonts, shaped words and line breaks: everything that turns text into glyphs. Not thread-safe: one for each thread.
 */
typedef struct _MattraTypesetter MattraTypesetter;

MattraTypesetter  *mattra_typesetter_new             (const char        *font_folder,
                                                      const char        *dictionary_folder,
                                                      GError           **error);
MattraTypesetter  *mattra_typesetter_ref             (MattraTypesetter  *self);
void               mattra_typesetter_unref           (MattraTypesetter  *self);

gboolean           mattra_typesetter_tokenize        (MattraTypesetter  *self,
                                                      MattraFace         face,
                                                      const char        *text,
                                                      gsize              length,
                                                      GArray            *tokens,
                                                      GError           **error);
gboolean           mattra_typesetter_tokenize_finely (MattraTypesetter  *self,
                                                      MattraFace         face,
                                                      const char        *text,
                                                      gsize              length,
                                                      GArray            *tokens,
                                                      GError           **error);
const MattraPiece *mattra_typesetter_get_piece       (MattraTypesetter  *self,
                                                      guint              piece);
const MattraGlyph *mattra_typesetter_get_glyphs      (MattraTypesetter  *self,
                                                      const MattraPiece *piece);
const char        *mattra_typesetter_get_text        (MattraTypesetter  *self,
                                                      const MattraPiece *piece);
cairo_font_face_t *mattra_typesetter_get_font_face   (MattraTypesetter  *self,
                                                      MattraFace         face);
int                mattra_typesetter_get_ascent      (MattraTypesetter  *self);
int                mattra_typesetter_get_descent     (MattraTypesetter  *self);
const char        *mattra_typesetter_get_hash        (MattraTypesetter  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MattraTypesetter, mattra_typesetter_unref)

G_END_DECLS
