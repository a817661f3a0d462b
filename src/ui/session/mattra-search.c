/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-search.h"

#include <string.h>

#include "mattra-text.h"

/* Between two texts: in no word. */
#define SEPARATOR '\x1f'

/* Before a character that is neither ASCII nor Thai, then six bytes of four bits each, which lie below all
 * others. */
#define ESCAPE '\x01'
#define NIBBLE_FIRST 2

/* Thai letters as in TIS-620, the Thai standard of one byte a letter: U+0E01 is 0xA1. */
#define THAI_FIRST 0x0E01
#define THAI_LAST 0x0E5B
#define THAI_BYTE_FIRST 0xA1

static void
pack_character (GString *packed,
                gunichar c)
{
  if (c < 0x80)
    g_string_append_c (packed, (char) c);
  else if (c >= THAI_FIRST && c <= THAI_LAST)
    g_string_append_c (packed, (char) (THAI_BYTE_FIRST + c - THAI_FIRST));
  else
    {
      g_string_append_c (packed, ESCAPE);
      for (int shift = 20; shift >= 0; shift -= 4)
        g_string_append_c (packed, (char) (NIBBLE_FIRST + ((c >> shift) & 0xF)));
    }
}

static void
pack (GString    *packed,
      const char *folded)
{
  while (*folded != '\0')
    pack_character (packed, mattra_text_next (&folded));
}

/* A Buddhist year folds to two digits; while it is being typed it is looked for by its first digits, and so
 * it stands there in full as well. */
static void
append_years (GString    *packed,
              const char *text)
{
  char year[5] = "";
  guint n = 0;

  while (TRUE)
    {
      gunichar c = *text != '\0' ? mattra_text_next (&text) : 0;
      int digit = mattra_digit_value (c);

      if (digit >= 0)
        {
          if (n < 4)
            year[n] = (char) ('0' + digit);
          n++;
          continue;
        }
      if (n == 4 && year[0] == '2' && year[1] >= '4' && year[1] <= '6')
        {
          g_string_append_c (packed, SEPARATOR);
          g_string_append_len (packed, year, 4);
        }
      n = 0;
      if (c == 0)
        return;
    }
}

/**
 * mattra_search_append:
 * @packed: where to append
 * @text: (nullable): a text of a measure
 *
 * Adds a text to what is searched.
 */
void
mattra_search_append (GString    *packed,
                      const char *text)
{
  g_autofree char *folded = NULL;

  g_return_if_fail (packed != NULL);

  if (text == NULL || *text == '\0')
    return;
  folded = mattra_text_fold_search (text);
  pack (packed, folded);
  append_years (packed, text);
  g_string_append_c (packed, SEPARATOR);
}

/**
 * mattra_search_words:
 * @text: (nullable): what a user looks for
 *
 * Returns: (transfer full) (nullable): its words, folded and packed; %NULL where there are none
 */
char **
mattra_search_words (const char *text)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_autofree char *squeezed = mattra_text_squeeze (text != NULL ? text : "");
  g_auto (GStrv) parts = g_strsplit (squeezed, " ", -1);
  guint n = 0;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *folded = mattra_text_fold_search (parts[i]);
      g_autoptr (GString) packed = g_string_new (NULL);

      pack (packed, folded);
      if (packed->len == 0)
        continue;
      g_strv_builder_add (words, packed->str);
      n++;
    }
  return n > 0 ? g_strv_builder_end (words) : NULL;
}

/**
 * mattra_search_matches:
 * @packed: texts of a measure
 * @length: their bytes
 * @words: packed words
 *
 * Returns: whether each word occurs
 */
gboolean
mattra_search_matches (const char  *packed,
                       gsize        length,
                       char       **words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (memmem (packed, length, words[i], strlen (words[i])) == NULL)
      return FALSE;
  return TRUE;
}

/**
 * mattra_search_is_narrower:
 * @words: packed words
 * @before: packed words of an earlier search
 *
 * Returns: whether all that holds @words also holds @before: then only what was found needs to be looked at
 */
gboolean
mattra_search_is_narrower (char **words,
                           char **before)
{
  for (guint i = 0; before[i] != NULL; i++)
    {
      gboolean within = FALSE;

      for (guint j = 0; words[j] != NULL && !within; j++)
        within = strstr (words[j], before[i]) != NULL;
      if (!within)
        return FALSE;
    }
  return TRUE;
}
