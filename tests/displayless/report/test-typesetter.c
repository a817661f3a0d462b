/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <string.h>

#include "mattra-error.h"
#include "mattra-typesetter.h"

static MattraTypesetter *
make_typesetter (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *fonts = g_build_filename (g_getenv ("MATTRA_DATA_DIR"), "fonts", NULL);
  g_autofree char *dictionary = g_build_filename (g_getenv ("MATTRA_DATA_DIR"), "dictionary", NULL);
  MattraTypesetter *typesetter = mattra_typesetter_new (fonts, dictionary, &error);

  g_assert_no_error (error);
  return typesetter;
}

static GArray *
tokenize (MattraTypesetter *typesetter,
          MattraFace        face,
          const char       *text)
{
  g_autoptr (GError) error = NULL;
  GArray *tokens = g_array_new (FALSE, FALSE, sizeof (MattraToken));

  mattra_typesetter_tokenize (typesetter, face, text, strlen (text), tokens, &error);
  g_assert_no_error (error);
  return tokens;
}

static const MattraPiece *
get_piece (MattraTypesetter *typesetter,
           const GArray     *tokens,
           guint             i)
{
  return mattra_typesetter_get_piece (typesetter, g_array_index (tokens, MattraToken, i).piece);
}

/* Every consonant with every vowel above or below and every tone mark, and with sara am. */
static const char *const vowels[] = { "", "ั", "ิ", "ี", "ึ", "ื", "ุ", "ู", "็" };
static const char *const tones[] = { "", "่", "้", "๊", "๋", "์" };

static void
assert_one_glyph_a_letter (MattraTypesetter *typesetter,
                           MattraFace        face,
                           const char       *text)
{
  g_autoptr (GArray) tokens = tokenize (typesetter, face, text);

  for (guint i = 0; i < tokens->len; i++)
    {
      const MattraPiece *piece = get_piece (typesetter, tokens, i);
      const MattraGlyph *glyphs = mattra_typesetter_get_glyphs (typesetter, piece);
      guint bytes = 0;

      for (guint k = 0; k < piece->n_glyphs; k++)
        {
          if (glyphs[k].special == MATTRA_GLYPH_SHAPE)
            continue;
          g_assert_cmpuint (glyphs[k].glyphs, ==, 1);
          g_assert_cmpuint (glyphs[k].bytes, ==, 3);
          bytes += glyphs[k].bytes;
        }
      g_assert_cmpuint (bytes, ==, piece->bytes);
    }
}

static void
test_one_glyph_a_letter (void)
{
  g_autoptr (MattraTypesetter) typesetter = make_typesetter ();

  for (MattraFace face = MATTRA_FACE_REGULAR; face <= MATTRA_FACE_BOLD; face++)
    for (gunichar base = 0x0e01; base <= 0x0e2e; base++)
      for (guint v = 0; v < G_N_ELEMENTS (vowels); v++)
        for (guint t = 0; t < G_N_ELEMENTS (tones); t++)
          {
            char consonant[7] = { 0 };
            g_autofree char *closed = NULL;
            g_autofree char *open = NULL;

            g_unichar_to_utf8 (base, consonant);
            closed = g_strconcat (consonant, vowels[v], tones[t], "น", NULL);
            open = g_strconcat (consonant, tones[t], "ำ", "น", NULL);
            assert_one_glyph_a_letter (typesetter, face, closed);
            assert_one_glyph_a_letter (typesetter, face, open);
          }
}

/* Readers sort letters by where their origins stand, and see a space in a gap of a tenth of an em. */
static void
test_marks_stay_near_the_pen (void)
{
  static const char *const words[] = { "วิธีการ", "ฟื้นฟู", "ปั้น", "ปี่", "ฌิ่ก", "ฝึ้ก", "ที่นี้", "ฟ้า" };
  g_autoptr (MattraTypesetter) typesetter = make_typesetter ();

  for (MattraFace face = MATTRA_FACE_REGULAR; face <= MATTRA_FACE_BOLD; face++)
    for (guint w = 0; w < G_N_ELEMENTS (words); w++)
      {
        g_autoptr (GArray) tokens = tokenize (typesetter, face, words[w]);
        const MattraPiece *piece = get_piece (typesetter, tokens, 0);
        const MattraGlyph *glyphs = mattra_typesetter_get_glyphs (typesetter, piece);

        for (guint i = 0; i + 1 < piece->n_glyphs; i++)
          if (glyphs[i].mark && !glyphs[i + 1].mark)
            {
              g_assert_cmpint (glyphs[i].x, <, glyphs[i + 1].x);
              g_assert_cmpint (glyphs[i + 1].x - glyphs[i].x, <, MATTRA_UNITS_PER_EM / 10);
            }
      }
}

static void
test_words_are_shaped_once (void)
{
  g_autoptr (MattraTypesetter) typesetter = make_typesetter ();
  g_autoptr (GArray) first = tokenize (typesetter, MATTRA_FACE_REGULAR, "แผนการใช้จ่าย งบประมาณ");
  g_autoptr (GArray) again = tokenize (typesetter, MATTRA_FACE_REGULAR, "แผนการใช้จ่าย งบประมาณ");
  g_autoptr (GArray) bold = tokenize (typesetter, MATTRA_FACE_BOLD, "แผนการใช้จ่าย งบประมาณ");

  g_assert_cmpuint (first->len, >, 1);
  g_assert_cmpuint (again->len, ==, first->len);
  for (guint i = 0; i < first->len; i++)
    {
      guint piece = g_array_index (first, MattraToken, i).piece;

      g_assert_cmpuint (piece, ==, g_array_index (again, MattraToken, i).piece);
      g_assert_cmpuint (piece, !=, g_array_index (bold, MattraToken, i).piece);
    }
}

static void
test_spaces_hang (void)
{
  g_autoptr (MattraTypesetter) typesetter = make_typesetter ();
  g_autoptr (GArray) bare = tokenize (typesetter, MATTRA_FACE_REGULAR, "ไป");
  g_autoptr (GArray) spaced = tokenize (typesetter, MATTRA_FACE_REGULAR, "ไป  ");
  const MattraToken *one = &g_array_index (bare, MattraToken, 0);
  const MattraToken *two = &g_array_index (spaced, MattraToken, 0);

  g_assert_cmpint (one->width, ==, one->advance);
  g_assert_cmpint (two->width, ==, one->width);
  g_assert_cmpint (two->advance, >, two->width);
}

static void
test_invisible_characters_vanish (void)
{
  static const struct { const char *text; const char *shown; } rows[] = {
    { "ก\xe2\x80\x8bข", "กข" },             /* zero-width space */
    { "\xef\xbb\xbfกข", "กข" },             /* byte order mark */
    { "ก\xc2\xadข", "กข" },                 /* soft hyphen */
    { "ก\tข\nค", "ก ข ค" },
  };
  g_autoptr (MattraTypesetter) typesetter = make_typesetter ();

  for (guint r = 0; r < G_N_ELEMENTS (rows); r++)
    {
      g_autoptr (GArray) tokens = tokenize (typesetter, MATTRA_FACE_REGULAR, rows[r].text);
      g_autoptr (GString) shown = g_string_new (NULL);

      for (guint i = 0; i < tokens->len; i++)
        {
          const MattraPiece *piece = get_piece (typesetter, tokens, i);

          g_string_append_len (shown, mattra_typesetter_get_text (typesetter, piece), piece->bytes);
        }
      g_assert_cmpstr (shown->str, ==, rows[r].shown);
    }
}

static void
test_absent_character_is_named (void)
{
  static const struct { const char *text; const char *code; } rows[] = {
    { "ผ่าน ✓", "U+2713" },
    { "漢字", "U+6F22" },
    { "ก\x01ข", "U+0001" },
  };
  g_autoptr (MattraTypesetter) typesetter = make_typesetter ();

  for (guint r = 0; r < G_N_ELEMENTS (rows); r++)
    {
      g_autoptr (GArray) tokens = g_array_new (FALSE, FALSE, sizeof (MattraToken));
      g_autoptr (GError) error = NULL;

      g_assert_false (mattra_typesetter_tokenize (typesetter, MATTRA_FACE_REGULAR, rows[r].text,
                                                  strlen (rows[r].text), tokens, &error));
      g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID);
      g_assert_nonnull (strstr (error->message, rows[r].code));
    }
}

static void
test_fonts_must_be_ours (void)
{
  g_autofree char *fonts = g_build_filename (g_getenv ("MATTRA_DATA_DIR"), "fonts", NULL);
  g_autofree char *dictionary = g_build_filename (g_getenv ("MATTRA_DATA_DIR"), "dictionary", NULL);
  g_autofree char *folder = g_dir_make_tmp ("mattra-XXXXXX", NULL);
  g_autofree char *file = g_build_filename (folder, "Sarabun-Regular.ttf", NULL);
  g_autoptr (GError) absent = NULL;
  g_autoptr (GError) damaged = NULL;

  g_assert_null (mattra_typesetter_new (folder, dictionary, &absent));
  g_assert_error (absent, MATTRA_ERROR, MATTRA_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (absent->message, "Sarabun-Regular.ttf"));

  g_file_set_contents (file, "no font", -1, NULL);
  g_assert_null (mattra_typesetter_new (folder, dictionary, &damaged));
  g_assert_error (damaged, MATTRA_ERROR, MATTRA_ERROR_CORRUPT);
  g_unlink (file);
  g_rmdir (folder);
}

/* A word of any length is parted before a cluster overflows its fields. */
static void
test_endless_words (void)
{
  g_autoptr (MattraTypesetter) typesetter = make_typesetter ();
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GArray) tokens = NULL;
  gsize bytes = 0;

  for (guint i = 0; i < 20000; i++)
    g_string_append (text, i % 700 == 0 ? "ป" : i % 700 == 699 ? "ำ" : "่");
  tokens = tokenize (typesetter, MATTRA_FACE_REGULAR, text->str);
  for (guint i = 0; i < tokens->len; i++)
    bytes += get_piece (typesetter, tokens, i)->bytes;
  g_assert_cmpuint (bytes, ==, text->len);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/typesetter/one-glyph-a-letter", test_one_glyph_a_letter);
  g_test_add_func ("/report/typesetter/marks-stay-near-the-pen", test_marks_stay_near_the_pen);
  g_test_add_func ("/report/typesetter/words-are-shaped-once", test_words_are_shaped_once);
  g_test_add_func ("/report/typesetter/spaces-hang", test_spaces_hang);
  g_test_add_func ("/report/typesetter/invisible-characters-vanish", test_invisible_characters_vanish);
  g_test_add_func ("/report/typesetter/absent-character-is-named", test_absent_character_is_named);
  g_test_add_func ("/report/typesetter/fonts-must-be-ours", test_fonts_must_be_ours);
  g_test_add_func ("/report/typesetter/endless-words", test_endless_words);
  return g_test_run ();
}
