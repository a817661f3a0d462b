/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-sort-key.h"

#include <string.h>

/*
 * A key is a fraction in base 62, written without its leading "0.", compared as bytes. It never
 * ends in the digit 0: then between any two keys there is room for a third.
 */
static const char digits[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

#define BASE 62

#define FIRST_COUNTING 10

static int
digit_of (char c)
{
  const char *found = c == '\0' ? NULL : strchr (digits, c);

  return found == NULL ? -1 : (int) (found - digits);
}

/**
 * mattra_sort_key_is_valid:
 * @key: (nullable): any text
 *
 * Returns: %TRUE if @key is a sort key
 */
gboolean
mattra_sort_key_is_valid (const char *key)
{
  gsize n = 0;

  if (key == NULL)
    return FALSE;
  while (digit_of (key[n]) >= 0)
    n++;
  return n > 0 && key[n] == '\0' && key[n - 1] != '0';
}

/* Digits that exceed @low with no upper bound. */
static void
append_above (GString    *out,
              const char *low)
{
  while (*low != '\0' && digit_of (*low) == BASE - 1)
    g_string_append_c (out, *low++);
  g_string_append_c (out, digits[*low == '\0' ? BASE / 2 : digit_of (*low) + 1]);
}

/*
 * Keys made at once begin with a digit that names how many digits of a number follow, so that
 * longer numbers sort later (see mattra_sort_key_nth()). Counting that number up keeps the keys of
 * lines added one after another short.
 */
static char *
count_up (const char *before)
{
  int first = before == NULL ? -1 : digit_of (before[0]);
  gsize places = first >= FIRST_COUNTING ? (gsize) (first - FIRST_COUNTING + 1) : 0;
  g_autofree char *key = NULL;
  gsize i;

  if (places == 0 || strlen (before) <= places)
    return NULL;
  key = g_strdup_printf ("%.*sV", (int) (places + 1), before);
  for (i = places; i > 0 && digit_of (key[i]) == BASE - 1; i--)
    key[i] = '0';
  if (i == 0 && first == BASE - 1)
    return NULL;
  if (i == 0)
    return g_strdup_printf ("%c0%.*sV", digits[first + 1], (int) places, key + 1);
  key[i] = digits[digit_of (key[i]) + 1];
  return g_steal_pointer (&key);
}

/**
 * mattra_sort_key_between:
 * @before: (nullable): the key to come after; %NULL for the beginning
 * @after: (nullable): the key to come before; %NULL for the end
 *
 * Makes a key that sorts, byte by byte, between two others, so that a move is one change.
 *
 * Returns: (transfer full) (nullable): the key; %NULL if either is no sort key or @before does
 *   not sort before @after
 */
char *
mattra_sort_key_between (const char *before,
                         const char *after)
{
  g_autoptr (GString) out = NULL;
  const char *low = before != NULL ? before : "";
  const char *high = after;

  if ((before != NULL && !mattra_sort_key_is_valid (before))
      || (after != NULL && (!mattra_sort_key_is_valid (after) || strcmp (low, after) >= 0)))
    return NULL;
  if (before == NULL && after == NULL)
    return mattra_sort_key_nth (0);
  if (after == NULL)
    {
      char *next = count_up (before);

      if (next != NULL)
        return next;
    }

  out = g_string_new (NULL);
  while (high != NULL)
    {
      int a = MAX (digit_of (*low), 0);
      int b = digit_of (*high);

      if (b - a > 1)
        {
          g_string_append_c (out, digits[(a + b) / 2]);
          return g_string_free (g_steal_pointer (&out), FALSE);
        }
      g_string_append_c (out, digits[a]);
      low += *low != '\0' ? 1 : 0;
      /* One apart: any tail above the lower key's stays below the upper. */
      high = b > a ? NULL : high + 1;
    }
  append_above (out, low);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/**
 * mattra_sort_key_nth:
 * @n: place in a first sequence, from 0
 *
 * Makes the keys of a sequence that is written at once: they ascend with @n, and room stays before,
 * between and after all.
 *
 * Returns: (transfer full): the key
 */
char *
mattra_sort_key_nth (guint n)
{
  guint places = 1;
  guint64 capacity = BASE;
  guint64 rest = n;
  char key[16];

  while (rest >= capacity)
    {
      rest -= capacity;
      capacity *= BASE;
      places++;
    }
  key[0] = digits[FIRST_COUNTING - 1 + places];
  for (guint i = places; i > 0; i--)
    {
      key[i] = digits[rest % BASE];
      rest /= BASE;
    }
  key[places + 1] = digits[BASE / 2];
  key[places + 2] = '\0';
  return g_strdup (key);
}

static gboolean
fill (GPtrArray  *keys,
      guint       first,
      guint       n,
      const char *before,
      const char *after)
{
  guint middle = first + n / 2;
  char *key;

  if (n == 0)
    return TRUE;
  key = mattra_sort_key_between (before, after);
  g_ptr_array_index (keys, middle) = key;
  return key != NULL && fill (keys, first, middle - first, before, key)
         && fill (keys, middle + 1, first + n - middle - 1, key, after);
}

/**
 * mattra_sort_key_fill:
 * @before: (nullable): the key below, %NULL for none
 * @after: (nullable): the key above, %NULL for none
 * @n: how many keys
 *
 * Makes the keys of several rows that are put in at one place. They stay short: halved, not one behind the
 * other.
 *
 * Returns: (transfer full) (element-type utf8) (nullable): the keys, ascending; %NULL where there is no room
 */
GPtrArray *
mattra_sort_key_fill (const char *before,
                      const char *after,
                      guint       n)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);

  if (after == NULL)
    {
      for (guint i = 0; i < n; i++)
        {
          char *key = mattra_sort_key_between (i > 0 ? g_ptr_array_index (keys, i - 1) : before, NULL);

          if (key == NULL)
            return NULL;
          g_ptr_array_add (keys, key);
        }
      return g_steal_pointer (&keys);
    }
  g_ptr_array_set_size (keys, (int) n);
  return fill (keys, 0, n, before, after) ? g_steal_pointer (&keys) : NULL;
}
