/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-check-text.h"

#include <string.h>

#include "mattra-text.h"

/* Costs are hundredths of one letter mistyped for another. */
#define COST_LETTER 100
#define COST_SIMILAR 50
#define COST_MISSED_LETTER 85
#define COST_MISSED_VOWEL 60
#define COST_TONE 25

#define MAX_NAME 64

/* What stands before an office's own name; the longer of two that begin alike comes first. */
static const char *const prefixes[] = {
  "องค์การบริหารส่วนตำบล", "องค์การบริหารส่วนจังหวัด", "เทศบาลตำบล", "เทศบาลเมือง", "เทศบาลนคร", "อบต.", "อบต",
  "อบจ.", "อบจ", "ทต.", "ทม.", "ทน.",
};

/* Letters that are taken for one another on a bad copy, or stand side by side in sound. */
static const char *const similar[] = {
  "หทฑ", "ดคตฅ", "ถภฤ", "ผฝพฟ", "บป", "ขชซฃ", "กถภ", "นม", "ฎฏ", "ลส", "อฮ", "จฉ", "ศสษ", "ทธ", "ยญ", "ณน",
  "ไใโ", "เแ", "ิีึืั็", "ุู", "าำ",
};

static gboolean
is_tone (gunichar c)
{
  return c >= 0x0E47 && c <= 0x0E4E;
}

static gboolean
is_vowel_mark (gunichar c)
{
  return c == 0x0E31 || (c >= 0x0E34 && c <= 0x0E3A);
}

static gboolean
is_similar (gunichar a,
            gunichar b)
{
  for (guint i = 0; i < G_N_ELEMENTS (similar); i++)
    if (g_utf8_strchr (similar[i], -1, a) != NULL && g_utf8_strchr (similar[i], -1, b) != NULL)
      return TRUE;

  return FALSE;
}

static guint
cost_of_missing (gunichar c)
{
  if (is_tone (c))
    return COST_TONE;

  return is_vowel_mark (c) ? COST_MISSED_VOWEL : COST_MISSED_LETTER;
}

static guint
cost_of_change (gunichar a,
                gunichar b)
{
  if (a == b)
    return 0;
  if (is_tone (a) && is_tone (b))
    return COST_TONE;

  return is_similar (a, b) ? COST_SIMILAR : COST_LETTER;
}

/* How far a slip may be from the name. Short names differ by a letter from their neighbours' names. */
static guint
tolerance (glong length)
{
  if (length <= 3)
    return 50;
  if (length < 8)
    return 90;

  return length < 14 ? 130 : 200;
}

/* Distance from the name to each beginning of @letters; gives the least, and how long that beginning is.
 * The text goes on after the name without a space, so its end is not known. */
static guint
least_distance (const gunichar *name,
                glong           n_name,
                const gunichar *letters,
                glong           n_letters,
                glong          *n_best)
{
  guint row[2 * MAX_NAME + 1];
  guint best = G_MAXUINT;

  row[0] = 0;
  for (glong i = 0; i < n_name; i++)
    row[i + 1] = row[i] + cost_of_missing (name[i]);

  for (glong j = 0; j <= n_letters; j++)
    {
      guint diagonal = row[0];

      if (row[n_name] < best)
        {
          best = row[n_name];
          *n_best = j;
        }
      if (j == n_letters)
        break;
      row[0] += cost_of_missing (letters[j]);
      for (glong i = 0; i < n_name; i++)
        {
          guint above = row[i + 1];
          guint least = diagonal + cost_of_change (name[i], letters[j]);

          least = MIN (least, above + cost_of_missing (letters[j]));
          least = MIN (least, row[i] + cost_of_missing (name[i]));
          row[i + 1] = least;
          diagonal = above;
        }
    }

  return best;
}

static glong
read_letters (const char *text,
              gunichar   *letters,
              glong       max)
{
  glong n = 0;

  for (const char *p = text; *p != '\0' && n < max; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c < 0x0E01 || c > 0x0E4E)
        break;
      letters[n++] = c;
    }

  return n;
}

static const char *
skip_spaces (const char *text)
{
  while (*text != '\0' && mattra_text_is_space (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);

  return text;
}

/* The misspelt name at @text, just after a prefix. */
static char *
misspelt_at (const char     *text,
             const gunichar *name,
             glong           n_name)
{
  gunichar letters[MAX_NAME + 4];
  glong n_letters = read_letters (text, letters, n_name + 4);
  glong n_best = 0;
  guint distance = least_distance (name, n_name, letters, n_letters, &n_best);

  if (distance == 0 || distance > tolerance (n_name))
    return NULL;

  return g_strndup (text, g_utf8_offset_to_pointer (text, n_best) - text);
}

/* Where each prefix stands next, so that a text is searched once for each. */
typedef struct
{
  const char *next[G_N_ELEMENTS (prefixes)];
} Search;

static void
search_init (Search     *self,
             const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    self->next[i] = strstr (text, prefixes[i]);
}

/* Where the name begins after the next prefix at or after @from; %NULL where no prefix is left. */
static const char *
search_next (Search     *self,
             const char *from)
{
  guint first = G_N_ELEMENTS (prefixes);

  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    {
      if (self->next[i] != NULL && self->next[i] < from)
        self->next[i] = strstr (from, prefixes[i]);
      if (self->next[i] != NULL && (first == G_N_ELEMENTS (prefixes) || self->next[i] < self->next[first]))
        first = i;
    }

  return first < G_N_ELEMENTS (prefixes) ? self->next[first] + strlen (prefixes[first]) : NULL;
}

/**
 * mattra_check_proper_name:
 * @organisation: full or abbreviated name of an office
 *
 * Takes from the name of an office what tells its kind: หินตั้ง of องค์การบริหารส่วนตำบลหินตั้ง.
 *
 * Returns: (transfer full) (nullable): the proper name, %NULL where the kind is not known
 */
char *
mattra_check_proper_name (const char *organisation)
{
  g_autofree char *joined = mattra_text_join_sara_am (organisation);

  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    if (g_str_has_prefix (joined, prefixes[i]))
      {
        char *name = g_strstrip (g_strdup (joined + strlen (prefixes[i])));

        if (*name != '\0')
          return name;
        g_free (name);
      }

  return NULL;
}

/**
 * mattra_check_find_misspelt_name:
 * @text: a text
 * @proper_name: the office's proper name, see mattra_check_proper_name()
 *
 * Finds the first place where the office's own name seems mistyped: after อบต., เทศบาลตำบล and the like
 * stands nearly its proper name. Lost tone marks and letters that look alike weigh little; a name that
 * is as far away as a neighbour's is let be.
 *
 * Returns: (transfer full) (nullable): the name as written, %NULL where none is found
 */
char *
mattra_check_find_misspelt_name (const char *text,
                                 const char *proper_name)
{
  g_autofree char *joined = mattra_text_join_sara_am (text);
  gunichar name[MAX_NAME];
  glong n_name = read_letters (proper_name, name, MAX_NAME);
  char *found = NULL;
  Search search;

  search_init (&search, joined);
  for (const char *p = search_next (&search, joined); p != NULL && n_name > 0 && found == NULL;
       p = search_next (&search, p))
    found = misspelt_at (skip_spaces (p), name, n_name);

  return found;
}
