/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-digits.h"

#include <string.h>

/* A Thai digit is the three bytes E0 B9 90..99. Working on bytes keeps broken text harmless. */
static int
thai_digit_at (const char *p)
{
  const guchar *b = (const guchar *) p;

  if (b[0] == 0xE0 && b[1] == 0xB9 && b[2] >= 0x90 && b[2] <= 0x99)
    return b[2] - 0x90;
  return -1;
}

static void
append_thai_digit (GString *out,
                   int      digit)
{
  char bytes[3] = { (char) 0xE0, (char) 0xB9, (char) (0x90 + digit) };

  g_string_append_len (out, bytes, sizeof bytes);
}

static void
append_in_thai (GString    *out,
                const char *from,
                const char *end)
{
  for (const char *p = from; p < end; p++)
    {
      if (g_ascii_isdigit (*p))
        append_thai_digit (out, *p - '0');
      else
        g_string_append_c (out, *p);
    }
}

/* Length of a character that a Latin token may hold; 0 for all others, Thai and white space too. */
static guint
latin_length (const char *p)
{
  const guchar *b = (const guchar *) p;

  if (b[0] > 0x20 && b[0] < 0x7F)
    return 1;
  /* U+00C0 to U+024F: accented Latin letters. */
  if (b[0] >= 0xC3 && b[0] <= 0xC9 && b[1] >= 0x80 && b[1] <= 0xBF)
    return 2;
  return 0;
}

static gboolean
is_letter (char c)
{
  return g_ascii_isalpha (c) || ((guchar) c) >= 0x80;
}

static gboolean
is_mailbox (char c)
{
  return g_ascii_isalnum (c) || (c != '\0' && strchr ("._%+-", c) != NULL);
}

static const char *
find_address_at (const char *from,
                 const char *at)
{
  const char *start = at;

  while (start > from && is_mailbox (start[-1]))
    start--;
  return start;
}

static const char *
find_scheme (const char *from,
             const char *colon)
{
  const char *start = colon;

  while (start > from && g_ascii_isalpha (start[-1]))
    start--;
  return start;
}

/* A host name followed by a path: letters on both sides of a dot, then a slash. */
static const char *
find_host (const char *from,
           const char *slash)
{
  const char *start = slash;
  gboolean dotted = FALSE;

  while (start > from && (g_ascii_isalnum (start[-1]) || start[-1] == '.' || start[-1] == '-'))
    {
      start--;
      dotted = dotted || (*start == '.' && start > from && g_ascii_isalpha (start[-1])
                          && g_ascii_isalpha (start[1]));
    }
  return dotted ? start : NULL;
}

/* Where an address (URL, host with path, e-mail, LINE name) begins in a token; NULL if none does. */
static const char *
find_address (const char *from,
              const char *end)
{
  for (const char *p = from; p < end; p++)
    {
      if (*p == '@')
        return find_address_at (from, p);
      if (*p == ':' && end - p >= 3 && p[1] == '/' && p[2] == '/')
        return find_scheme (from, p);
      if (end - p >= 4 && g_ascii_strncasecmp (p, "www.", 4) == 0)
        return p;
      if (*p == '/' && find_host (from, p) != NULL)
        return find_host (from, p);
    }
  return NULL;
}

/* The path of an address may hold Thai words: they follow a slash or another mark of a path. */
static const char *
find_address_end (const char *end)
{
  gboolean in_path = strchr ("/=-_?&#", end[-1]) != NULL;

  while (in_path && *end != '\0')
    {
      guint length = latin_length (end);

      if (length == 0 && (guchar) end[0] == 0xE0 && ((guchar) end[1] == 0xB8 || (guchar) end[1] == 0xB9)
          && end[2] != '\0')
        length = 3;
      if (length == 0)
        break;
      end += length;
    }
  return end;
}

/* "1.ITA": a list number typed against a Latin word. A host name would hold further dots. */
static gsize
list_number_length (const char *from,
                    const char *end)
{
  gsize n = 0;

  while (from + n < end && n < 3 && g_ascii_isdigit (from[n]))
    n++;
  if (n == 0 || n > 2 || from + n + 1 >= end || from[n] != '.' || !is_letter (from[n + 1]))
    return 0;
  return memchr (from + n + 1, '.', (gsize) (end - from) - n - 1) == NULL ? n : 0;
}

static void
append_word (GString    *out,
             const char *from,
             const char *end)
{
  gboolean has_letter = FALSE;
  gsize number;

  for (const char *p = from; p < end && !has_letter; p++)
    has_letter = is_letter (*p);
  if (!has_letter)
    {
      append_in_thai (out, from, end);
      return;
    }
  number = list_number_length (from, end);
  append_in_thai (out, from, from + number);
  g_string_append_len (out, from + number, end - from - (gssize) number);
}

/* A colon parts "Tel:043" but not "ISO9001:2015". */
static void
append_words (GString    *out,
              const char *from,
              const char *end)
{
  const char *start = from;
  gboolean has_digit = FALSE;

  for (const char *p = from; p < end; p++)
    {
      if (strchr ("()[]{}<>\"',;", *p) != NULL || (*p == ':' && !has_digit))
        {
          append_word (out, start, p);
          g_string_append_c (out, *p);
          start = p + 1;
          has_digit = FALSE;
        }
      else
        has_digit = has_digit || g_ascii_isdigit (*p);
    }
  append_word (out, start, end);
}

static const char *
append_token (GString    *out,
              const char *from)
{
  const char *end = from;
  const char *address;
  guint length;

  while ((length = latin_length (end)) > 0)
    end += length;
  address = find_address (from, end);
  append_words (out, from, address != NULL ? address : end);
  if (address == NULL)
    return end;
  end = find_address_end (end);
  g_string_append_len (out, address, end - address);
  return end;
}

/**
 * mattra_digits_to_western:
 * @text: any text
 *
 * Writes every Thai digit of @text as a western one.
 *
 * Returns: (transfer full): the new text
 */
char *
mattra_digits_to_western (const char *text)
{
  GString *out;

  g_return_val_if_fail (text != NULL, NULL);

  out = g_string_sized_new (strlen (text));
  for (const char *p = text; *p != '\0';)
    {
      int digit = thai_digit_at (p);

      g_string_append_c (out, digit >= 0 ? (char) ('0' + digit) : *p);
      p += digit >= 0 ? 3 : 1;
    }
  return g_string_free (out, FALSE);
}

/**
 * mattra_digits_to_thai:
 * @text: any text
 *
 * Writes the western digits of @text as Thai ones, but for those in web and mail addresses and in
 * words with Latin letters ("O42", "COVID-19"), which official papers leave as they are. Amounts,
 * numbers of orders and telephone numbers change.
 *
 * Returns: (transfer full): the new text
 */
char *
mattra_digits_to_thai (const char *text)
{
  GString *out;

  g_return_val_if_fail (text != NULL, NULL);

  out = g_string_sized_new (strlen (text) + 16);
  for (const char *p = text; *p != '\0';)
    {
      if (latin_length (p) > 0)
        p = append_token (out, p);
      else
        g_string_append_c (out, *p++);
    }
  return g_string_free (out, FALSE);
}

/**
 * mattra_digits_apply:
 * @text: any text
 * @script: the script wanted
 *
 * Returns: (transfer full): @text with its numbers in @script
 */
char *
mattra_digits_apply (const char   *text,
                     MattraDigits  script)
{
  return script == MATTRA_DIGITS_THAI ? mattra_digits_to_thai (text) : mattra_digits_to_western (text);
}

/**
 * mattra_digits_format:
 * @number: a number
 * @script: the script wanted
 *
 * Returns: (transfer full): @number, without grouping
 */
char *
mattra_digits_format (int          number,
                      MattraDigits script)
{
  char western[16];
  GString *out;

  g_snprintf (western, sizeof western, "%d", number);
  if (script == MATTRA_DIGITS_WESTERN)
    return g_strdup (western);
  out = g_string_sized_new (32);
  append_in_thai (out, western, western + strlen (western));
  return g_string_free (out, FALSE);
}

/**
 * mattra_digits_parse:
 * @cursor: (inout): where to read; left after the number when there is one
 * @number: (out): the number
 *
 * Reads a whole number, without sign, that may mix both scripts.
 *
 * Returns: %TRUE if there was a number that fits an int
 */
gboolean
mattra_digits_parse (const char **cursor,
                     int         *number)
{
  const char *p;
  gint64 value = 0;

  g_return_val_if_fail (cursor != NULL && *cursor != NULL && number != NULL, FALSE);

  for (p = *cursor; *p != '\0';)
    {
      int digit = g_ascii_isdigit (*p) ? *p - '0' : thai_digit_at (p);

      if (digit < 0)
        break;
      p += g_ascii_isdigit (*p) ? 1 : 3;
      value = value * 10 + digit;
      if (value > G_MAXINT)
        return FALSE;
    }
  if (p == *cursor)
    return FALSE;
  *cursor = p;
  *number = (int) value;
  return TRUE;
}
