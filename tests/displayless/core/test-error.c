/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-error.h"
#include "mattra-error-detail.h"

static void
test_quark (void)
{
  g_assert_cmpstr (g_quark_to_string (MATTRA_ERROR), ==, "MattraError");
}

/* What a library said is no part of the message, and goes wherever the error goes. */
static void
test_detail (void)
{
  g_autoptr (GError) error = g_error_new_literal (MATTRA_ERROR, MATTRA_ERROR_IO, "the disk is full; make room");
  g_autoptr (GError) copy = NULL;
  g_autoptr (GError) other = g_error_new_literal (G_FILE_ERROR, G_FILE_ERROR_NOSPC, "No space left on device");

  g_assert_null (mattra_error_get_detail (error));
  mattra_error_set_detail (&error, "database or disk is full");
  copy = g_error_copy (error);
  g_assert_cmpstr (copy->message, ==, "the disk is full; make room");
  g_assert_cmpstr (mattra_error_get_detail (copy), ==, "database or disk is full");
  g_assert_null (mattra_error_get_detail (other));
  mattra_error_set_detail (NULL, "nobody asks");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/error/quark", test_quark);
  g_test_add_func ("/core/error/detail", test_detail);
  return g_test_run ();
}
