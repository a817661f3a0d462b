/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-typesetter.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mattra-error.h"
#include "mattra-line-break.h"

#define FAMILY "Sarabun"

/* Longer words are parted, so that a piece's clusters fit their 8-bit fields. */
#define LONGEST_PIECE 600

/* How many letters an error shows before and behind the place. */
#define SHOWN_LETTERS 24

static const char *const face_files[MATTRA_N_FACES] = { "Sarabun-Regular.ttf", "Sarabun-Bold.ttf" };

/* Where ascent and descent of a line end, in thousandths of an em; both faces of Sarabun have the same. */
typedef struct
{
  int ascent;
  int descent;
} LineExtents;

struct _MattraTypesetter
{
  gatomicrefcount  ref_count;
  MattraFont      *fonts[MATTRA_N_FACES];
  MattraShaper    *shapers[MATTRA_N_FACES];
  MattraLineBreak *line_break;
  LineExtents      extents;
  char            *hash;

  /* The word cache: pieces by number, found by an open-addressed table of number + 1. */
  GArray          *pieces;
  GArray          *glyphs;
  GByteArray      *texts;
  guint32         *table;
  gsize            table_size;

  GByteArray      *costs;
  GString         *clean;
};

static gboolean
open_fonts (MattraTypesetter  *self,
            const char        *folder,
            GChecksum         *checksum,
            GError           **error)
{
  for (guint i = 0; i < MATTRA_N_FACES; i++)
    {
      g_autofree char *path = g_build_filename (folder, face_files[i], NULL);

      self->fonts[i] = mattra_font_open (path, FAMILY, checksum, error);
      if (self->fonts[i] == NULL)
        return FALSE;
      self->shapers[i] = mattra_shaper_new (mattra_font_get_shaper (self->fonts[i]));
    }
  return TRUE;
}

static void
measure_fonts (MattraTypesetter *self)
{
  for (guint i = 0; i < MATTRA_N_FACES; i++)
    {
      hb_font_extents_t extents = { 0 };

      hb_font_get_h_extents (mattra_font_get_shaper (self->fonts[i]), &extents);
      self->extents.ascent = MAX (self->extents.ascent, extents.ascender);
      self->extents.descent = MAX (self->extents.descent, -extents.descender);
    }
}

/* The breaker has read the dictionary itself, so it is there. Its base list is made of the same words
 * by the same script: the whole one stands for both. It decides no more than where lines end, so MD5 is
 * enough to tell one from another, at a quarter of the time that a short report has to spare. */
static void
hash_dictionary (const char *folder,
                 GChecksum  *checksum)
{
  g_autofree char *path = g_build_filename (folder, "thbrk.tri", NULL);
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, NULL);
  g_autofree char *hash = NULL;

  if (file == NULL || g_mapped_file_get_length (file) == 0)
    return;
  hash = g_compute_checksum_for_data (G_CHECKSUM_MD5, (const guchar *) g_mapped_file_get_contents (file),
                                      g_mapped_file_get_length (file));
  g_checksum_update (checksum, (const guchar *) hash, -1);
}

/**
 * mattra_typesetter_new:
 * @font_folder: the folder with the bundled Sarabun
 * @dictionary_folder: the folder with the Thai dictionary
 * @error: return location for an error
 *
 * Makes a typesetter with the bundled fonts and no other.
 *
 * Returns: (transfer full): the typesetter, or %NULL with an error that names the file
 */
MattraTypesetter *
mattra_typesetter_new (const char  *font_folder,
                       const char  *dictionary_folder,
                       GError     **error)
{
  g_autoptr (MattraTypesetter) self = NULL;
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  g_return_val_if_fail (font_folder != NULL && dictionary_folder != NULL, NULL);

  self = g_new0 (MattraTypesetter, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->pieces = g_array_new (FALSE, FALSE, sizeof (MattraPiece));
  self->glyphs = g_array_new (FALSE, FALSE, sizeof (MattraGlyph));
  self->texts = g_byte_array_new ();
  self->table_size = 1024;
  self->table = g_new0 (guint32, self->table_size);
  self->costs = g_byte_array_new ();
  self->clean = g_string_new (NULL);

  if (!open_fonts (self, font_folder, checksum, error))
    return NULL;
  self->line_break = mattra_line_break_new (dictionary_folder, error);
  if (self->line_break == NULL)
    return NULL;

  measure_fonts (self);
  hash_dictionary (dictionary_folder, checksum);
  self->hash = g_strdup (g_checksum_get_string (checksum));
  return g_steal_pointer (&self);
}

/**
 * mattra_typesetter_ref:
 * @self: a typesetter
 *
 * Returns: (transfer full): @self
 */
MattraTypesetter *
mattra_typesetter_ref (MattraTypesetter *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * mattra_typesetter_unref:
 * @self: (transfer full): a typesetter
 *
 * Gives up one reference.
 */
void
mattra_typesetter_unref (MattraTypesetter *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  for (guint i = 0; i < MATTRA_N_FACES; i++)
    {
      mattra_shaper_free (self->shapers[i]);
      mattra_font_free (self->fonts[i]);
    }
  g_clear_pointer (&self->line_break, mattra_line_break_free);
  g_array_unref (self->pieces);
  g_array_unref (self->glyphs);
  g_byte_array_unref (self->texts);
  g_byte_array_unref (self->costs);
  g_string_free (self->clean, TRUE);
  g_free (self->table);
  g_free (self->hash);
  g_free (self);
}

/* FNV-1a with the face mixed in. */
static guint64
hash_text (MattraFace  face,
           const char *text,
           gsize       length)
{
  guint64 hash = G_GUINT64_CONSTANT (0xcbf29ce484222325) ^ (guint64) face;

  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guint8) text[i]) * G_GUINT64_CONSTANT (0x100000001b3);
  return hash ^ (hash >> 32);
}

static guint32 *
find_slot (MattraTypesetter *self,
           MattraFace        face,
           const char       *text,
           gsize             length)
{
  gsize mask = self->table_size - 1;
  gsize i = hash_text (face, text, length) & mask;

  while (self->table[i] != 0)
    {
      const MattraPiece *piece = &g_array_index (self->pieces, MattraPiece, self->table[i] - 1);

      if (piece->bytes == length && piece->face == face
          && memcmp (self->texts->data + piece->text, text, length) == 0)
        break;
      i = (i + 1) & mask;
    }
  return &self->table[i];
}

static void
grow_table (MattraTypesetter *self)
{
  self->table_size *= 2;
  g_free (self->table);
  self->table = g_new0 (guint32, self->table_size);
  for (guint i = 0; i < self->pieces->len; i++)
    {
      const MattraPiece *piece = &g_array_index (self->pieces, MattraPiece, i);

      *find_slot (self, piece->face, (const char *) self->texts->data + piece->text, piece->bytes) = i + 1;
    }
}

static int
measure_tail (MattraTypesetter *self,
              const char       *text,
              gsize             length,
              guint             first_glyph,
              int               advance)
{
  guint spaces = 0;

  while (spaces < length && text[length - 1 - spaces] == ' ')
    spaces++;
  if (spaces == 0)
    return 0;
  return advance - g_array_index (self->glyphs, MattraGlyph, self->glyphs->len - spaces).x;
}

/* Returns %FALSE with the character that the font lacks. */
static gboolean
add_piece (MattraTypesetter *self,
           MattraFace        face,
           const char       *text,
           gsize             length,
           gunichar         *absent)
{
  MattraPiece piece = {
    .text = self->texts->len,
    .glyphs = self->glyphs->len,
    .bytes = (guint16) length,
    .face = (guint8) face,
  };

  piece.advance = mattra_shaper_shape (self->shapers[face], text, length, self->glyphs, absent);
  if (*absent != 0)
    return FALSE;

  for (guint i = piece.glyphs; i < self->glyphs->len; i++)
    if (g_array_index (self->glyphs, MattraGlyph, i).special != MATTRA_GLYPH_PLAIN)
      piece.special = TRUE;
  piece.n_glyphs = (guint16) (self->glyphs->len - piece.glyphs);
  piece.width = piece.advance - measure_tail (self, text, length, piece.glyphs, piece.advance);
  g_byte_array_append (self->texts, (const guint8 *) text, (guint) length);
  g_array_append_val (self->pieces, piece);
  return TRUE;
}

static gboolean
find_piece (MattraTypesetter *self,
            MattraFace        face,
            const char       *text,
            gsize             length,
            guint32          *piece,
            gunichar         *absent)
{
  guint32 *slot = find_slot (self, face, text, length);

  if (*slot == 0)
    {
      if (!add_piece (self, face, text, length, absent))
        return FALSE;
      *slot = self->pieces->len;
      *piece = *slot - 1;
      if (self->pieces->len * 2 > self->table_size)
        grow_table (self);
      return TRUE;
    }
  *piece = *slot - 1;
  return TRUE;
}

/* Characters that only steer breaking or joining and have no picture of their own. */
static gboolean
is_invisible (gunichar c)
{
  return c == 0x00ad || (c >= 0x200b && c <= 0x200f) || (c >= 0x2028 && c <= 0x202e)
         || (c >= 0x2060 && c <= 0x2064) || c == 0xfeff;
}

/* Whether the text may hold a control or an invisible character: their lead bytes are rare in Thai. */
static gboolean
needs_cleaning (const char *text,
                gsize       length)
{
  for (gsize i = 0; i < length; i++)
    {
      guint8 byte = (guint8) text[i];

      if (byte < 0x20 || byte == 0xc2 || byte == 0xe2 || byte == 0xef)
        return TRUE;
    }
  return FALSE;
}

static void
clean_text (const char *text,
            gsize       length,
            GString    *clean)
{
  const char *end = text + length;

  g_string_truncate (clean, 0);
  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\t' || c == '\n' || c == '\r')
        g_string_append_c (clean, ' ');
      else if (!is_invisible (c))
        g_string_append_len (clean, p, g_utf8_next_char (p) - p);
    }
}

/* Names the character and the words around it, by which the user finds the place. */
static void
set_absent_error (gunichar     absent,
                  const char  *text,
                  gsize        length,
                  gsize        at,
                  GError     **error)
{
  const char *first = text + at;
  const char *last = first;
  char shown[7] = { 0 };

  for (guint i = 0; i < SHOWN_LETTERS && first > text; i++)
    first = g_utf8_prev_char (first);
  while (first < text + at && g_unichar_iszerowidth (g_utf8_get_char (first)))
    first = g_utf8_next_char (first);
  for (guint i = 0; i < SHOWN_LETTERS && last < text + length; i++)
    last = g_utf8_next_char (last);
  g_unichar_to_utf8 (absent, shown);
  g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID,
               _("The character “%s” (U+%04X) in “%.*s” cannot be printed, because the font %s has no such "
                 "letter. Remove it or write it differently."),
               g_unichar_isprint (absent) ? shown : " ", absent, (int) (last - first), first, FAMILY);
}

/* Returns %FALSE with the character that the font lacks. */
static gboolean
add_token (MattraTypesetter *self,
           MattraFace        face,
           const char       *text,
           gsize             start,
           gsize             length,
           guint8            cost,
           GArray           *tokens,
           gunichar         *absent)
{
  MattraToken token = { .start = (guint32) start, .cost = cost };
  const MattraPiece *piece;
  const char *word = text + start;

  if (needs_cleaning (word, length))
    {
      clean_text (word, length, self->clean);
      word = self->clean->str;
      length = self->clean->len;
    }
  if (length == 0)
    return TRUE;
  if (!find_piece (self, face, word, length, &token.piece, absent))
    return FALSE;

  piece = mattra_typesetter_get_piece (self, token.piece);
  token.width = piece->width;
  token.advance = piece->advance;
  g_array_append_val (tokens, token);
  return TRUE;
}

static gboolean
is_boundary (const char *text,
             gsize       start,
             gsize       at,
             guint8      cost,
             guint8      worst)
{
  if (cost != MATTRA_BREAK_NEVER && cost <= worst)
    return TRUE;
  return at - start >= LONGEST_PIECE && (text[at] & 0xc0) != 0x80;
}

static gboolean
tokenize (MattraTypesetter  *self,
          MattraFace         face,
          const char        *text,
          gsize              length,
          guint8             worst,
          GArray            *tokens,
          GError           **error)
{
  gsize start = 0;
  const guint8 *costs;

  if (length == 0)
    return TRUE;

  g_byte_array_set_size (self->costs, (guint) length + 1);
  mattra_line_break_analyse (self->line_break, text, length, self->costs->data);
  costs = self->costs->data;
  for (gsize i = 1; i <= length; i++)
    if (i == length || is_boundary (text, start, i, costs[i], worst))
      {
        guint8 cost = start == 0 ? MATTRA_BREAK_NEVER : costs[start];
        gunichar absent;

        if (!add_token (self, face, text, start, i - start, cost, tokens, &absent))
          {
            set_absent_error (absent, text, length, start, error);
            return FALSE;
          }
        start = i;
      }
  return TRUE;
}

/**
 * mattra_typesetter_tokenize:
 * @self: a typesetter
 * @face: the face to set the text in
 * @text: valid UTF-8 text; tabs and line ends count as spaces
 * @length: its length in bytes
 * @tokens: (element-type MattraToken): the pieces are appended here
 * @error: return location for an error
 *
 * Parts a text at every place where a line may end without tearing a word, and shapes the pieces. A piece seen before
 * costs a look into a table.
 *
 * Returns: %TRUE, or %FALSE with #MATTRA_ERROR_INVALID if the font lacks a character
 */
gboolean
mattra_typesetter_tokenize (MattraTypesetter  *self,
                            MattraFace         face,
                            const char        *text,
                            gsize              length,
                            GArray            *tokens,
                            GError           **error)
{
  g_return_val_if_fail (self != NULL && text != NULL, FALSE);

  return tokenize (self, face, text, length, MATTRA_BREAK_POOR, tokens, error);
}

/**
 * mattra_typesetter_tokenize_finely:
 * @self: a typesetter
 * @face: the face to set the text in
 * @text: valid UTF-8 text
 * @length: its length in bytes
 * @tokens: (element-type MattraToken): the pieces are appended here
 * @error: return location for an error
 *
 * Parts a text at every letter where a line can end at all: for words wider than their column.
 *
 * Returns: %TRUE, or %FALSE with #MATTRA_ERROR_INVALID if the font lacks a character
 */
gboolean
mattra_typesetter_tokenize_finely (MattraTypesetter  *self,
                                   MattraFace         face,
                                   const char        *text,
                                   gsize              length,
                                   GArray            *tokens,
                                   GError           **error)
{
  g_return_val_if_fail (self != NULL && text != NULL, FALSE);

  return tokenize (self, face, text, length, MATTRA_BREAK_EMERGENCY, tokens, error);
}

/**
 * mattra_typesetter_get_piece:
 * @self: a typesetter
 * @piece: a piece's number
 *
 * Returns: (transfer none): the piece, valid until the next text is tokenized
 */
const MattraPiece *
mattra_typesetter_get_piece (MattraTypesetter *self,
                             guint             piece)
{
  return &g_array_index (self->pieces, MattraPiece, piece);
}

/**
 * mattra_typesetter_get_glyphs:
 * @self: a typesetter
 * @piece: one of its pieces
 *
 * Returns: (transfer none): the first of the piece's glyphs, valid until the next text is tokenized
 */
const MattraGlyph *
mattra_typesetter_get_glyphs (MattraTypesetter  *self,
                              const MattraPiece *piece)
{
  return &g_array_index (self->glyphs, MattraGlyph, piece->glyphs);
}

/**
 * mattra_typesetter_get_text:
 * @self: a typesetter
 * @piece: one of its pieces
 *
 * Returns: (transfer none): the piece's text, not terminated, valid until the next text is tokenized
 */
const char *
mattra_typesetter_get_text (MattraTypesetter  *self,
                            const MattraPiece *piece)
{
  return (const char *) self->texts->data + piece->text;
}

/**
 * mattra_typesetter_get_font_face:
 * @self: a typesetter
 * @face: a face
 *
 * Returns: (transfer none): the face for Cairo
 */
cairo_font_face_t *
mattra_typesetter_get_font_face (MattraTypesetter *self,
                                 MattraFace        face)
{
  return mattra_font_get_font_face (self->fonts[face]);
}

/**
 * mattra_typesetter_get_ascent:
 * @self: a typesetter
 *
 * Returns: how far a line's natural box reaches above its baseline, in font units
 */
int
mattra_typesetter_get_ascent (MattraTypesetter *self)
{
  return self->extents.ascent;
}

/**
 * mattra_typesetter_get_descent:
 * @self: a typesetter
 *
 * Returns: how far a line's natural box reaches below its baseline, in font units
 */
int
mattra_typesetter_get_descent (MattraTypesetter *self)
{
  return self->extents.descent;
}

/**
 * mattra_typesetter_get_hash:
 * @self: a typesetter
 *
 * Returns: (transfer none): SHA-256 of the font files and the dictionary, in hexadecimal
 */
const char *
mattra_typesetter_get_hash (MattraTypesetter *self)
{
  return self->hash;
}
