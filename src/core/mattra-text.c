/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-text.h"

#include <string.h>

#include "mattra-digits.h"

enum
{
  SARA_AA = 0x0E32,
  SARA_AM = 0x0E33,
  SARA_U = 0x0E38,
  PHINTHU = 0x0E3A,
  SARA_E = 0x0E40,
  SARA_AE = 0x0E41,
  MAI_EK = 0x0E48,
  MAI_CHATTAWA = 0x0E4B,
  NIKHAHIT = 0x0E4D,
};

/* How far back a combining mark may move; real text never stacks more, and folding stays linear. */
#define MAX_MARKS 8

static gboolean
is_tone (gunichar c)
{
  return c >= MAI_EK && c <= MAI_CHATTAWA;
}

/**
 * mattra_text_next:
 * @cursor: (inout): where to read, not at the end of the text; left after the character
 *
 * Reads one character. A byte that is not UTF-8 counts as U+FFFD, so broken text cannot lead
 * outside its bounds.
 *
 * Returns: the character
 */
gunichar
mattra_text_next (const char **cursor)
{
  const guchar *b = (const guchar *) *cursor;
  gunichar c;

  if (b[0] < 0x80)
    {
      *cursor += 1;
      return b[0];
    }
  if (b[0] == 0xE0 && b[1] >= 0xA0 && b[1] <= 0xBF && b[2] >= 0x80 && b[2] <= 0xBF)
    {
      *cursor += 3;
      return ((gunichar) (b[1] & 0x3F) << 6) | (b[2] & 0x3F);
    }
  c = g_utf8_get_char_validated (*cursor, -1);
  if (c == (gunichar) -1 || c == (gunichar) -2)
    {
      *cursor += 1;
      return 0xFFFD;
    }
  *cursor = g_utf8_next_char (*cursor);
  return c;
}

/**
 * mattra_text_is_ignorable:
 * @character: a character
 *
 * Returns: %TRUE for characters without width or ink: zero-width spaces and joiners, marks of
 *   direction, the byte order mark, the soft hyphen
 */
gboolean
mattra_text_is_ignorable (gunichar character)
{
  return character == 0xAD || (character >= 0x200B && character <= 0x200F)
         || (character >= 0x202A && character <= 0x202E) || (character >= 0x2060 && character <= 0x2069)
         || character == 0xFEFF;
}

/**
 * mattra_text_is_space:
 * @character: a character
 *
 * Returns: %TRUE for white space of any width but none, no-break spaces and line ends too
 */
gboolean
mattra_text_is_space (gunichar character)
{
  return character == ' ' || (character >= '\t' && character <= '\r')
         || (character >= 0x80 && (character == 0x85 || g_unichar_isspace (character)));
}

/**
 * mattra_text_is_dash:
 * @character: a character
 *
 * Returns: %TRUE for the hyphen, the dashes and the minus sign
 */
gboolean
mattra_text_is_dash (gunichar character)
{
  return character == '-' || (character >= 0x2010 && character <= 0x2015) || character == 0x2212
         || character == 0xFE58 || character == 0xFE63 || character == 0xFF0D;
}

static gunichar
last_character (const GString *out)
{
  return out->len == 0 ? 0 : g_utf8_get_char (g_utf8_prev_char (out->str + out->len));
}

static void
remove_last (GString *out)
{
  g_string_truncate (out, (gsize) (g_utf8_prev_char (out->str + out->len) - out->str));
}

/* Canonical order of marks, so that composed and decomposed spellings fold alike. */
static void
append_mark (GString *out,
             gunichar mark)
{
  int class = g_unichar_combining_class (mark);
  gunichar held[MAX_MARKS];
  guint n_held = 0;

  while (n_held < MAX_MARKS && g_unichar_combining_class (last_character (out)) > class)
    {
      held[n_held++] = last_character (out);
      remove_last (out);
    }
  g_string_append_unichar (out, mark);
  while (n_held > 0)
    g_string_append_unichar (out, held[--n_held]);
}

static void
append_tone (GString *out,
             gunichar tone)
{
  if (last_character (out) == SARA_AM)
    {
      remove_last (out);
      g_string_append_unichar (out, tone);
      g_string_append_unichar (out, SARA_AM);
    }
  else
    g_string_append_unichar (out, tone);
}

/* Sara am typed in pieces: the ring, perhaps a tone mark, then sara aa. */
static void
append_sara_aa (GString *out)
{
  gunichar last = last_character (out);
  gunichar tone = 0;

  if (is_tone (last))
    {
      const char *before = g_utf8_prev_char (out->str + out->len);

      if (before > out->str && g_utf8_get_char (g_utf8_prev_char (before)) == NIKHAHIT)
        {
          tone = last;
          remove_last (out);
          last = NIKHAHIT;
        }
    }
  if (last != NIKHAHIT)
    {
      g_string_append_unichar (out, SARA_AA);
      return;
    }
  remove_last (out);
  if (tone != 0)
    g_string_append_unichar (out, tone);
  g_string_append_unichar (out, SARA_AM);
}

static void
append_thai (GString    *out,
             gunichar    c,
             const char *bytes)
{
  if (c == SARA_AA)
    append_sara_aa (out);
  else if (is_tone (c))
    append_tone (out, c);
  else if (c >= SARA_U && c <= PHINTHU)
    append_mark (out, c);
  else if (c == SARA_E && last_character (out) == SARA_E)
    {
      remove_last (out);
      g_string_append_unichar (out, SARA_AE);
    }
  else
    g_string_append_len (out, bytes, 3);
}

static void
append_foreign (GString *out,
                gunichar c)
{
  gunichar parts[18];
  gsize n = g_unichar_fully_decompose (c, FALSE, parts, G_N_ELEMENTS (parts));

  for (gsize i = 0; i < n; i++)
    {
      if (g_unichar_combining_class (parts[i]) > 0)
        append_mark (out, parts[i]);
      else
        g_string_append_unichar (out, g_unichar_tolower (parts[i]));
    }
}

/* A B.E. year in four digits and in two are the same to a search. */
static void
fold_year (GString *out,
           gsize    run)
{
  const char *year = out->str + out->len - run;

  if (run == 4 && year[0] == '2' && year[1] >= '4' && year[1] <= '6')
    g_string_erase (out, (gssize) (out->len - 4), 2);
}

static void
append_folded (GString    *out,
               gunichar    c,
               const char *bytes)
{
  if (c < 0x80)
    g_string_append_c (out, g_ascii_tolower ((char) c));
  else if (c >= 0x0E00 && c <= 0x0E7F)
    append_thai (out, c, bytes);
  else
    append_foreign (out, c);
}

static char *
fold (const char *text,
      gboolean    for_search)
{
  GString *out = g_string_sized_new (strlen (text));
  gsize run = 0;

  for (const char *p = text; *p != '\0';)
    {
      const char *bytes = p;
      gunichar c = mattra_text_next (&p);
      int digit = mattra_digit_value (c);

      if (digit >= 0)
        {
          g_string_append_c (out, (char) ('0' + digit));
          run++;
          continue;
        }
      if (for_search)
        fold_year (out, run);
      run = 0;
      if (mattra_text_is_space (c) || mattra_text_is_ignorable (c))
        continue;
      if (for_search && (is_tone (c) || mattra_text_is_dash (c)))
        continue;
      append_folded (out, c, bytes);
    }
  if (for_search)
    fold_year (out, run);
  return g_string_free (out, FALSE);
}

/**
 * mattra_text_fold_compare:
 * @text: any text
 *
 * Folds what a reader would not see as a difference: white space, sara am typed in pieces, a
 * doubled sara e, the script of digits, the case of Latin letters, composed and decomposed
 * spelling. For comparing only: what is stored stays as it was typed.
 *
 * Returns: (transfer full): the folded text
 */
char *
mattra_text_fold_compare (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return fold (text, FALSE);
}

/**
 * mattra_text_fold_search:
 * @text: any text
 *
 * Folds as mattra_text_fold_compare() and drops tone marks and dashes besides; a Buddhist year of
 * four digits becomes its last two, so that 2566, ๒๕๖๖ and 66 find one another.
 *
 * Returns: (transfer full): the folded text
 */
char *
mattra_text_fold_search (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return fold (text, TRUE);
}

/**
 * mattra_text_is_blank:
 * @text: (nullable): any text
 *
 * Returns: whether a reader sees nothing of it: there is none, or only white space and what is ignored
 */
gboolean
mattra_text_is_blank (const char *text)
{
  g_autofree char *folded = text != NULL ? mattra_text_fold_compare (text) : NULL;

  return folded == NULL || *folded == '\0';
}

/**
 * mattra_text_squeeze:
 * @text: any text
 *
 * Trims @text and makes each run of white space, line ends too, one space.
 *
 * Returns: (transfer full): the squeezed text
 */
char *
mattra_text_squeeze (const char *text)
{
  GString *out;
  gboolean pending = FALSE;

  g_return_val_if_fail (text != NULL, NULL);

  out = g_string_sized_new (strlen (text));
  for (const char *p = text; *p != '\0';)
    {
      const char *bytes = p;

      if (mattra_text_is_space (mattra_text_next (&p)))
        {
          pending = out->len > 0;
          continue;
        }
      if (pending)
        g_string_append_c (out, ' ');
      pending = FALSE;
      g_string_append_len (out, bytes, p - bytes);
    }
  return g_string_free (out, FALSE);
}

/* Length of a sara am in pieces at @p, and the tone mark within; 0 if there is none. */
static gsize
split_sara_am_length (const char *p,
                      gunichar   *tone)
{
  const guchar *b = (const guchar *) p;

  *tone = 0;
  if (b[0] != 0xE0 || b[1] != 0xB9 || b[2] != 0x8D)
    return 0;
  b += 3;
  if (b[0] == 0xE0 && b[1] == 0xB9 && b[2] >= 0x88 && b[2] <= 0x8B)
    {
      *tone = (gunichar) (MAI_EK + b[2] - 0x88);
      b += 3;
    }
  return b[0] == 0xE0 && b[1] == 0xB8 && b[2] == 0xB2 ? (*tone != 0 ? 9 : 6) : 0;
}

static const char *
find_split_sara_am (const char *text,
                    gsize      *length,
                    gunichar   *tone)
{
  for (const char *p = text; *p != '\0'; p++)
    {
      *length = split_sara_am_length (p, tone);
      if (*length > 0)
        return p;
    }
  return NULL;
}

/**
 * mattra_text_has_split_sara_am:
 * @text: any text
 *
 * Returns: %TRUE if @text holds a sara am (ำ) typed as a ring and sara aa
 */
gboolean
mattra_text_has_split_sara_am (const char *text)
{
  gsize length;
  gunichar tone;

  g_return_val_if_fail (text != NULL, FALSE);

  return find_split_sara_am (text, &length, &tone) != NULL;
}

/**
 * mattra_text_join_sara_am:
 * @text: any text
 *
 * Writes each sara am typed in pieces as the one character it stands for, a tone mark between
 * the pieces before it. Nothing else changes.
 *
 * Returns: (transfer full): the repaired text
 */
char *
mattra_text_join_sara_am (const char *text)
{
  GString *out;
  const char *found;
  gsize length;
  gunichar tone;

  g_return_val_if_fail (text != NULL, NULL);

  out = g_string_sized_new (strlen (text));
  while ((found = find_split_sara_am (text, &length, &tone)) != NULL)
    {
      g_string_append_len (out, text, found - text);
      if (tone != 0)
        g_string_append_unichar (out, tone);
      g_string_append_unichar (out, SARA_AM);
      text = found + length;
    }
  g_string_append (out, text);
  return g_string_free (out, FALSE);
}
