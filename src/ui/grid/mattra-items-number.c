/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-items-editor.h"

#include "mattra-text.h"

/* No list is so long that its number runs over; longer ones are telephone numbers. */
#define NUMBER_MAX 9999

static gboolean
read_number (const char **cursor,
             guint       *number)
{
  const char *p = *cursor;

  *number = 0;
  while (*p != '\0' && *number <= NUMBER_MAX)
    {
      int digit = mattra_digit_value (g_utf8_get_char (p));

      if (digit < 0)
        break;
      *number = *number * 10 + (guint) digit;
      p = g_utf8_next_char (p);
    }
  if (p == *cursor)
    return FALSE;
  *cursor = p;
  return TRUE;
}

static const char *
skip_blanks (const char *p)
{
  while (*p != '\0' && mattra_text_is_space (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  return p;
}

/**
 * mattra_items_own_number:
 * @line: a line
 * @number: the number that the line has in its list
 * @rest: (out) (optional): the text behind the number
 *
 * Finds a line's own number before it: `3.`, `๓)`, `(3)` in the third line. Other numbers, amounts such
 * as 3.5 and levels such as 3.1 are part of the text.
 *
 * Returns: whether the line begins with its own number
 */
gboolean
mattra_items_own_number (const char  *line,
                         guint        number,
                         const char **rest)
{
  const char *p;
  gboolean enclosed;
  guint read;

  g_return_val_if_fail (line != NULL, FALSE);

  p = skip_blanks (line);
  enclosed = *p == '(';
  p += enclosed;
  if (!read_number (&p, &read) || read != number)
    return FALSE;
  if (enclosed ? *p != ')' : (*p != '.' && *p != ')'))
    return FALSE;
  p += p[0] == '.' && p[1] == ')' ? 2 : 1;
  if (*p != '\0' && mattra_digit_value (g_utf8_get_char (p)) >= 0)
    return FALSE;
  if (rest != NULL)
    *rest = skip_blanks (p);
  return TRUE;
}

/**
 * mattra_items_strip_numbers:
 * @text: pasted lines
 * @first_number: the number that the first of them gets
 *
 * Drops the numbers before the lines if all have them in order, from 1 on or from @first_number on;
 * a list with gaps is kept as it is, because its numbers may mean something.
 *
 * Returns: (transfer full): the lines
 */
char *
mattra_items_strip_numbers (const char *text,
                            guint       first_number)
{
  g_auto (GStrv) lines = NULL;
  g_autoptr (GString) stripped = NULL;
  const char *rest;
  guint from;

  g_return_val_if_fail (text != NULL, NULL);

  lines = g_strsplit (text, "\n", -1);
  if (lines[0] == NULL)
    return g_strdup (text);
  from = mattra_items_own_number (lines[0], first_number, NULL) ? first_number : 1;
  stripped = g_string_new (NULL);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (!mattra_items_own_number (lines[i], from + i, &rest))
        return g_strdup (text);
      g_string_append_printf (stripped, "%s%s", i > 0 ? "\n" : "", rest);
    }
  return g_string_free (g_steal_pointer (&stripped), FALSE);
}
