/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-height-tree.h"

#define ESTIMATE 30

/* Heights as a plain array, to hold the tree against. */
typedef struct
{
  GArray *heights;
  MattraHeightTree *tree;
} Both;

static void
both_splice (Both  *both,
             guint  position,
             guint  removed,
             guint  added)
{
  int estimate = 0;

  mattra_height_tree_splice (both->tree, position, removed, added);
  g_array_remove_range (both->heights, position, removed);
  for (guint i = 0; i < added; i++)
    g_array_insert_val (both->heights, position, estimate);
}

static void
both_set (Both  *both,
          guint  row,
          int    height)
{
  mattra_height_tree_set_height (both->tree, row, height);
  g_array_index (both->heights, int, row) = height;
}

static void
both_compare (Both *both,
              int   estimate)
{
  gint64 top = 0;

  g_assert_cmpuint (mattra_height_tree_get_n_rows (both->tree), ==, both->heights->len);
  for (guint i = 0; i < both->heights->len; i++)
    {
      int height = g_array_index (both->heights, int, i);

      height = height == 0 ? estimate : height;
      g_assert_cmpint (mattra_height_tree_get_top (both->tree, i), ==, top);
      g_assert_cmpint (mattra_height_tree_get_height (both->tree, i), ==, height);
      g_assert_cmpuint (mattra_height_tree_find (both->tree, top), ==, i);
      g_assert_cmpuint (mattra_height_tree_find (both->tree, top + height - 1), ==, i);
      top += height;
    }
  g_assert_cmpint (mattra_height_tree_get_total (both->tree), ==, top);
  if (both->heights->len > 0)
    g_assert_cmpuint (mattra_height_tree_find (both->tree, top + 10), ==, both->heights->len - 1);
}

static void
test_random (void)
{
  Both both = { g_array_new (FALSE, FALSE, sizeof (int)), mattra_height_tree_new (0, ESTIMATE) };
  int estimate = ESTIMATE;

  for (int i = 0; i < 400; i++)
    {
      guint n = both.heights->len;
      guint position = g_test_rand_int_range (0, n + 1);

      if (i % 3 == 0)
        both_splice (&both, position, g_test_rand_int_range (0, MIN (n - position, 5) + 1),
                     g_test_rand_int_range (0, 9));
      else if (n > 0)
        both_set (&both, g_test_rand_int_range (0, n), g_test_rand_int_range (1, 2000));
      if (i % 50 == 49)
        mattra_height_tree_set_estimate (both.tree, ++estimate);
      both_compare (&both, estimate);
    }
  g_array_unref (both.heights);
  mattra_height_tree_free (both.tree);
}

static void
test_empty (void)
{
  g_autoptr (MattraHeightTree) tree = mattra_height_tree_new (0, ESTIMATE);

  g_assert_cmpint (mattra_height_tree_get_total (tree), ==, 0);
  g_assert_cmpint (mattra_height_tree_get_top (tree, 0), ==, 0);
  g_assert_cmpuint (mattra_height_tree_find (tree, 5), ==, 0);
  g_assert_cmpint (mattra_height_tree_get_mean (tree), ==, 0);
}

/* Sums far beyond what a float or 32 bits hold stay exact to the pixel. */
static void
test_huge (void)
{
  const guint n = 4000000;
  g_autoptr (MattraHeightTree) tree = mattra_height_tree_new (n, 1001);

  g_assert_cmpint (mattra_height_tree_get_total (tree), ==, G_GINT64_CONSTANT (4004000000));
  mattra_height_tree_set_height (tree, 0, 1000);
  mattra_height_tree_set_height (tree, n - 1, 2000);
  g_assert_cmpint (mattra_height_tree_get_top (tree, n - 1), ==, G_GINT64_CONSTANT (4004000000) - 1002);
  g_assert_cmpuint (mattra_height_tree_find (tree, G_GINT64_CONSTANT (4004000000) - 1003), ==, n - 2);
  g_assert_cmpuint (mattra_height_tree_get_n_exact (tree), ==, 2);
  g_assert_cmpint (mattra_height_tree_get_mean (tree), ==, 1500);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/grid/heights/empty", test_empty);
  g_test_add_func ("/grid/heights/random", test_random);
  g_test_add_func ("/grid/heights/huge", test_huge);
  return g_test_run ();
}
