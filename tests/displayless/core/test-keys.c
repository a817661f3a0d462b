/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "mattra-sort-key.h"
#include "mattra-ulid.h"

static void
test_ulid_order (void)
{
  MattraUlidGenerator generator = { 0 };
  g_autofree char *last = g_strdup ("");
  /* Still, on, back again: the clock of a desk does all three. */
  static const gint64 moments[] = { 1669000000000, 1669000000000, 1669000000001, 1668000000000, -5 };

  for (guint i = 0; i < 1000; i++)
    {
      char *key = mattra_ulid_new (&generator, moments[i % G_N_ELEMENTS (moments)]);

      g_assert_true (mattra_ulid_is_valid (key));
      g_assert_cmpstr (last, <, key);
      g_free (last);
      last = key;
    }
}

static void
test_ulid_time (void)
{
  MattraUlidGenerator generator = { 0 };
  g_autofree char *key = mattra_ulid_new (&generator, 1469918176385);
  g_autofree char *top = mattra_ulid_new (&generator, G_MAXINT64);

  /* The example of the ULID specification. */
  g_assert_cmpint (strncmp (key, "01ARYZ6S41", 10), ==, 0);
  g_assert_cmpint (strncmp (top, "7ZZZZZZZZZ", 10), ==, 0);
}

static void
test_ulid_valid (void)
{
  static const char *const bad[] = {
    "", "01ARYZ6S41TSV4RRFFQ69G5FA", "01ARYZ6S41TSV4RRFFQ69G5FAVV", "81ARYZ6S41TSV4RRFFQ69G5FAV",
    "01ARYZ6S41TSV4RRFFQ69G5FAI", "01aryz6s41tsv4rrffq69g5fav", "-1ARYZ6S41TSV4RRFFQ69G5FA ",
  };

  g_assert_true (mattra_ulid_is_valid ("01ARYZ6S41TSV4RRFFQ69G5FAV"));
  g_assert_false (mattra_ulid_is_valid (NULL));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (mattra_ulid_is_valid (bad[i]));
}

static void
test_ulid_derive (void)
{
  g_autofree char *one = mattra_ulid_derive ("a", "b", "c");
  g_autofree char *same = mattra_ulid_derive ("a", "b", "c");
  g_autofree char *shifted = mattra_ulid_derive ("ab", "", "c");
  g_autofree char *absent = mattra_ulid_derive ("ab", NULL, "c");

  g_assert_cmpstr (one, ==, same);
  /* Kept in registers: it may never change. */
  g_assert_cmpstr (one, ==, "5XEDAHFQN8P15VN4ENHVCNDTMW");
  g_assert_true (mattra_ulid_is_valid (one));
  g_assert_cmpstr (shifted, !=, absent);
  g_assert_cmpstr (shifted, !=, one);
}

static void
test_sort_key_nth (void)
{
  g_autofree char *last = mattra_sort_key_nth (0);

  for (guint i = 1; i < 250000; i++)
    {
      char *key = mattra_sort_key_nth (i);

      g_assert_true (mattra_sort_key_is_valid (key));
      g_assert_cmpint (strcmp (last, key), <, 0);
      g_assert_cmpuint (strlen (key), <=, 6);
      g_free (last);
      last = key;
    }
}

static void
test_sort_key_appended (void)
{
  g_autofree char *last = mattra_sort_key_between (NULL, NULL);

  for (guint i = 0; i < 5000; i++)
    {
      char *key = mattra_sort_key_between (last, NULL);

      g_assert_true (mattra_sort_key_is_valid (key));
      g_assert_cmpint (strcmp (last, key), <, 0);
      g_assert_cmpuint (strlen (key), <, 32);
      g_free (last);
      last = key;
    }
}

/* Anywhere in a list, a thousand times: the list stays sorted. */
static void
test_sort_key_anywhere (void)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < 1000; i++)
    {
      guint at = (guint) g_test_rand_int_range (0, (gint32) keys->len + 1);
      const char *before = at > 0 ? keys->pdata[at - 1] : NULL;
      const char *after = at < keys->len ? keys->pdata[at] : NULL;
      char *key = mattra_sort_key_between (before, after);

      g_assert_true (mattra_sort_key_is_valid (key));
      g_assert_true (before == NULL || strcmp (before, key) < 0);
      g_assert_true (after == NULL || strcmp (key, after) < 0);
      g_ptr_array_insert (keys, (int) at, key);
    }
}

/* The worst a person can do: always at the same place. */
static void
test_sort_key_same_place (void)
{
  g_autofree char *low = mattra_sort_key_nth (3);
  g_autofree char *high = mattra_sort_key_nth (4);
  g_autofree char *front = mattra_sort_key_nth (0);

  for (guint i = 0; i < 500; i++)
    {
      char *key = mattra_sort_key_between (low, high);
      char *first = mattra_sort_key_between (NULL, front);

      g_assert_true (strcmp (low, key) < 0 && strcmp (key, high) < 0);
      g_assert_true (mattra_sort_key_is_valid (first) && strcmp (first, front) < 0);
      g_free (i % 2 == 0 ? low : high);
      *(i % 2 == 0 ? &low : &high) = key;
      g_free (front);
      front = first;
    }
  g_assert_cmpuint (strlen (low), <, 300);
}

static void
test_sort_key_refused (void)
{
  g_assert_null (mattra_sort_key_between ("B", "A"));
  g_assert_null (mattra_sort_key_between ("A", "A"));
  g_assert_null (mattra_sort_key_between ("A0", NULL));
  g_assert_null (mattra_sort_key_between ("", NULL));
  g_assert_null (mattra_sort_key_between (NULL, "ก"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/ulid/order", test_ulid_order);
  g_test_add_func ("/core/ulid/time", test_ulid_time);
  g_test_add_func ("/core/ulid/valid", test_ulid_valid);
  g_test_add_func ("/core/ulid/derive", test_ulid_derive);
  g_test_add_func ("/core/sort-key/nth", test_sort_key_nth);
  g_test_add_func ("/core/sort-key/appended", test_sort_key_appended);
  g_test_add_func ("/core/sort-key/anywhere", test_sort_key_anywhere);
  g_test_add_func ("/core/sort-key/same-place", test_sort_key_same_place);
  g_test_add_func ("/core/sort-key/refused", test_sort_key_refused);
  return g_test_run ();
}
