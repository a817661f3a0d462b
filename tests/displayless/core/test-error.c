/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-error.h"

static void
test_quark (void)
{
  g_assert_cmpstr (g_quark_to_string (MATTRA_ERROR), ==, "mattra-error-quark");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/error/quark", test_quark);
  return g_test_run ();
}
