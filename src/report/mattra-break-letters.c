/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-break-letters.h"

static const struct
{
  gunichar first, last;
  MattraBreakLetterKind kind;
} ranges[] = {
  { 0x0009, 0x000d, MATTRA_BREAK_LETTER_SPACE },
  { 0x0020, 0x0020, MATTRA_BREAK_LETTER_SPACE },
  { 0x0021, 0x0021, MATTRA_BREAK_LETTER_MARK },
  { 0x0022, 0x0022, MATTRA_BREAK_LETTER_QUOTE },
  { 0x0025, 0x0025, MATTRA_BREAK_LETTER_MARK },
  { 0x0027, 0x0027, MATTRA_BREAK_LETTER_QUOTE },
  { 0x0028, 0x0028, MATTRA_BREAK_LETTER_OPEN },
  { 0x0029, 0x0029, MATTRA_BREAK_LETTER_CLOSE },
  { 0x002c, 0x002c, MATTRA_BREAK_LETTER_MARK },
  { 0x002d, 0x002d, MATTRA_BREAK_LETTER_DASH },
  { 0x002e, 0x002e, MATTRA_BREAK_LETTER_POINT },
  { 0x002f, 0x002f, MATTRA_BREAK_LETTER_SLASH },
  { 0x0030, 0x0039, MATTRA_BREAK_LETTER_DIGIT },
  { 0x003a, 0x003b, MATTRA_BREAK_LETTER_MARK },
  { 0x003f, 0x003f, MATTRA_BREAK_LETTER_MARK },
  { 0x0041, 0x005a, MATTRA_BREAK_LETTER_LATIN },
  { 0x005b, 0x005b, MATTRA_BREAK_LETTER_OPEN },
  { 0x005d, 0x005d, MATTRA_BREAK_LETTER_CLOSE },
  { 0x0061, 0x007a, MATTRA_BREAK_LETTER_LATIN },
  { 0x007b, 0x007b, MATTRA_BREAK_LETTER_OPEN },
  { 0x007d, 0x007d, MATTRA_BREAK_LETTER_CLOSE },
  { 0x0085, 0x0085, MATTRA_BREAK_LETTER_SPACE },
  { 0x00a0, 0x00a0, MATTRA_BREAK_LETTER_GLUE },
  { 0x00ab, 0x00ab, MATTRA_BREAK_LETTER_OPEN },
  { 0x00bb, 0x00bb, MATTRA_BREAK_LETTER_CLOSE },
  { 0x00c0, 0x024f, MATTRA_BREAK_LETTER_LATIN },
  { 0x0370, 0x052f, MATTRA_BREAK_LETTER_LATIN },
  { 0x0e01, 0x0e2e, MATTRA_BREAK_LETTER_THAI },
  { 0x0e2f, 0x0e2f, MATTRA_BREAK_LETTER_REPEAT },
  { 0x0e30, 0x0e3a, MATTRA_BREAK_LETTER_THAI },
  { 0x0e40, 0x0e45, MATTRA_BREAK_LETTER_THAI },
  { 0x0e46, 0x0e46, MATTRA_BREAK_LETTER_REPEAT },
  { 0x0e47, 0x0e4e, MATTRA_BREAK_LETTER_THAI },
  { 0x0e50, 0x0e59, MATTRA_BREAK_LETTER_DIGIT },
  { 0x1680, 0x1680, MATTRA_BREAK_LETTER_SPACE },
  { 0x1e00, 0x1fff, MATTRA_BREAK_LETTER_LATIN },
  { 0x2000, 0x2006, MATTRA_BREAK_LETTER_SPACE },
  { 0x2007, 0x2007, MATTRA_BREAK_LETTER_GLUE },
  { 0x2008, 0x200a, MATTRA_BREAK_LETTER_SPACE },
  { 0x200b, 0x200b, MATTRA_BREAK_LETTER_HIDDEN_SPACE },
  { 0x2010, 0x2010, MATTRA_BREAK_LETTER_DASH },
  { 0x2011, 0x2011, MATTRA_BREAK_LETTER_GLUE },
  { 0x2012, 0x2015, MATTRA_BREAK_LETTER_DASH },
  { 0x2018, 0x2018, MATTRA_BREAK_LETTER_OPEN },
  { 0x2019, 0x2019, MATTRA_BREAK_LETTER_CLOSE },
  { 0x201a, 0x201a, MATTRA_BREAK_LETTER_OPEN },
  { 0x201c, 0x201c, MATTRA_BREAK_LETTER_OPEN },
  { 0x201d, 0x201d, MATTRA_BREAK_LETTER_CLOSE },
  { 0x201e, 0x201e, MATTRA_BREAK_LETTER_OPEN },
  { 0x2026, 0x2026, MATTRA_BREAK_LETTER_POINT },
  { 0x2028, 0x2029, MATTRA_BREAK_LETTER_SPACE },
  { 0x202f, 0x202f, MATTRA_BREAK_LETTER_GLUE },
  { 0x205f, 0x205f, MATTRA_BREAK_LETTER_SPACE },
  { 0x2060, 0x2060, MATTRA_BREAK_LETTER_GLUE },
  { 0x2212, 0x2212, MATTRA_BREAK_LETTER_DASH },
  { 0x3000, 0x3000, MATTRA_BREAK_LETTER_SPACE },
  { 0xfeff, 0xfeff, MATTRA_BREAK_LETTER_GLUE },
};

static MattraBreakLetterKind
kind_of (gunichar code)
{
  guint low = 0, high = G_N_ELEMENTS (ranges);

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (code > ranges[middle].last)
        low = middle + 1;
      else
        high = middle;
    }
  return low < G_N_ELEMENTS (ranges) && code >= ranges[low].first ? ranges[low].kind
                                                                  : MATTRA_BREAK_LETTER_OTHER;
}

static gboolean
is_leading_vowel (gunichar code)
{
  return code >= 0x0e40 && code <= 0x0e44;
}

/* Vowels and marks that stand after, over or under a consonant. */
static gboolean
follows_in_thai (gunichar code)
{
  return (code >= 0x0e30 && code <= 0x0e3a) || code == 0x0e45 || (code >= 0x0e47 && code <= 0x0e4e);
}

static gboolean
follows_elsewhere (gunichar code)
{
  if (code < 0x0300)
    return FALSE;
  return g_unichar_ismark (code) || code == 0x200d || (code >= 0x1160 && code <= 0x11ff)
         || (code >= 0x1f3fb && code <= 0x1f3ff);
}

/* The letter that made a pair with the one before it begins anew: flags are pairs of letters. */
static gboolean
makes_flag (gunichar before,
            gboolean before_joins,
            gunichar code)
{
  return before >= 0x1f1e6 && before <= 0x1f1ff && !before_joins && code >= 0x1f1e6
         && code <= 0x1f1ff;
}

static gboolean
joins (gunichar before,
       gboolean before_joins,
       gunichar code)
{
  if (code >= 0x0e01 && code <= 0x0e4e)
    return follows_in_thai (code) || (is_leading_vowel (before) && code <= 0x0e2e);
  if (code < 0x80)
    return before == '\r' && code == '\n';
  return follows_elsewhere (code) || before == 0x200d || makes_flag (before, before_joins, code);
}

static guint8
tis_of (gunichar code)
{
  if (code < 0x80)
    return code;
  return code >= 0x0e01 && code <= 0x0e5b ? code - 0x0e00 + 0xa0 : 0;
}

/* Decodes one letter and moves on; a byte that is not UTF-8 counts as a letter of its own. */
static gunichar
next_letter (const char **at,
             const char  *end)
{
  const guchar *bytes = (const guchar *) *at;
  gunichar code;

  if (bytes[0] < 0x80)
    {
      *at += 1;
      return bytes[0];
    }
  if (end - *at >= 3 && bytes[0] == 0xe0 && (bytes[1] == 0xb8 || bytes[1] == 0xb9)
      && (bytes[2] & 0xc0) == 0x80)
    {
      *at += 3;
      return 0x0e00 + (bytes[1] - 0xb8) * 64 + (bytes[2] & 0x3f);
    }
  code = g_utf8_get_char_validated (*at, end - *at);
  if (code >= 0x110000)
    {
      *at += 1;
      return 0xfffd;
    }
  *at = g_utf8_next_char (*at);
  return code;
}

/*
 * mattra_break_letters_read:
 * @letters: (element-type MattraBreakLetter) (out caller-allocates): emptied first
 *
 * Takes a text apart into its letters.
 */
void
mattra_break_letters_read (GArray     *letters,
                           const char *text,
                           gsize       length)
{
  const char *at = text, *end = text + length;
  gunichar before = ' ';
  gboolean before_joins = FALSE;

  g_array_set_size (letters, 0);
  while (at < end)
    {
      MattraBreakLetter letter = { .offset = at - text };
      gunichar code = next_letter (&at, end);

      letter.kind = kind_of (code);
      letter.tis = tis_of (code);
      letter.joins = joins (before, before_joins, code);
      g_array_append_val (letters, letter);
      before = code;
      before_joins = letter.joins;
    }
}
