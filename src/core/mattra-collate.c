/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-collate.h"

#include <string.h>

#include "mattra-text.h"

/* Thai is sorted by consonants, then vowels, in the order of Unicode, but a vowel that is written before its
 * consonant counts after it; tone marks and the like decide only between words that are else the same
 * (พจนานุกรมฉบับราชบัณฑิตยสถาน). The C library knows this only where a Thai locale is installed. */

#define KO_KAI 0x0E01
#define HO_NOKHUK 0x0E2E
#define SARA_E 0x0E40
#define SARA_AI_MAIMALAI 0x0E44
#define MAITAIKHU 0x0E47
#define YAMAKKAN 0x0E4E

/* Between what is compared first and what decides between equals; below every letter. */
#define LEVEL '\x01'

/* Longer numbers count as this long. */
#define MAX_DIGITS 60

static gboolean
is_consonant (gunichar c)
{
  return c >= KO_KAI && c <= HO_NOKHUK;
}

static gboolean
is_leading_vowel (gunichar c)
{
  return c >= SARA_E && c <= SARA_AI_MAIMALAI;
}

static gboolean
is_mark (gunichar c)
{
  return c >= MAITAIKHU && c <= YAMAKKAN;
}

/* A number sorts by what it is worth: the longer one, without zeros before it, is the larger. */
static const char *
append_number (GString    *key,
               const char *digits)
{
  gsize n;

  while (digits[0] == '0' && g_ascii_isdigit (digits[1]))
    digits++;
  n = strspn (digits, "0123456789");
  g_string_append_c (key, '0');
  g_string_append_c (key, (char) ('!' + MIN (n, MAX_DIGITS)));
  g_string_append_len (key, digits, n);
  return digits + n;
}

static const char *
append_letter (GString    *key,
               GString    *marks,
               const char *text)
{
  gunichar c = mattra_text_next (&text);

  if (is_mark (c))
    {
      g_string_append_printf (marks, "%06" G_GSIZE_FORMAT, key->len);
      g_string_append_unichar (marks, c);
    }
  else if (is_leading_vowel (c) && *text != '\0')
    {
      gunichar consonant = mattra_text_next (&text);

      if (is_consonant (consonant))
        {
          g_string_append_unichar (key, consonant);
          g_string_append_unichar (key, c);
          return text;
        }
      g_string_append_unichar (key, c);
      g_string_append_unichar (key, consonant);
    }
  else
    g_string_append_unichar (key, c);
  return text;
}

/**
 * mattra_collate_key:
 * @text: any text
 *
 * Makes a key by which texts sort as in a Thai dictionary, whatever the locale: by strcmp(). White space,
 * the script of digits and the case of Latin letters do not count; numbers sort by what they are worth.
 *
 * Returns: (transfer full): the key; equal for texts that mattra_text_fold_compare() folds alike
 */
char *
mattra_collate_key (const char *text)
{
  g_autofree char *folded = NULL;
  g_autoptr (GString) marks = g_string_new (NULL);
  GString *key;

  g_return_val_if_fail (text != NULL, NULL);

  folded = mattra_text_fold_compare (text);
  key = g_string_sized_new (strlen (folded) + 8);
  for (const char *p = folded; *p != '\0';)
    p = g_ascii_isdigit (*p) ? append_number (key, p) : append_letter (key, marks, p);
  if (marks->len > 0)
    {
      g_string_append_c (key, LEVEL);
      g_string_append_len (key, marks->str, (gssize) marks->len);
    }
  return g_string_free (key, FALSE);
}
