/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-picture-within.h"

#include <locale.h>

#include "mattra-error.h"

/* A picture of noise, which nothing packs to a few bytes. */
static GBytes *
make_picture (const char *type)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 120, 80);
  g_autoptr (GError) error = NULL;
  g_autoptr (GRand) noise = g_rand_new_with_seed (7);
  char *bytes;
  gsize size;

  for (guint i = 0; i < gdk_pixbuf_get_byte_length (pixbuf); i++)
    gdk_pixbuf_get_pixels (pixbuf)[i] = g_rand_int_range (noise, 0, 256);
  gdk_pixbuf_save_to_buffer (pixbuf, &bytes, &size, type, &error, NULL);
  g_assert_no_error (error);
  return g_bytes_new_take (bytes, size);
}

/* A whole picture is made to fit and never stretched. */
static void
test_fits (gconstpointer type)
{
  static const int cases[][4] = {
    { 1000, 1000, 120, 80 }, { 120, 80, 120, 80 }, { 60, 1000, 60, 40 }, { 1000, 8, 12, 8 }, { 1, 1, 1, 1 },
  };
  g_autoptr (GBytes) bytes = make_picture (type);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GdkPixbuf) pixbuf = mattra_picture_load_within (bytes, cases[i][0], cases[i][1], &error);

      g_assert_no_error (error);
      g_assert_cmpint (gdk_pixbuf_get_width (pixbuf), ==, cases[i][2]);
      g_assert_cmpint (gdk_pixbuf_get_height (pixbuf), ==, cases[i][3]);
    }
}

/* Wherever a picture ends too soon it is refused in words, and GdkPixbuf finds nothing to complain of. */
static void
test_cut (gconstpointer type)
{
  static const double parts[] = { 0.0, 0.0002, 0.001, 0.01, 0.5, 0.99 };
  g_autoptr (GBytes) bytes = make_picture (type);
  gsize size = g_bytes_get_size (bytes);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr (GBytes) cut = g_bytes_new_from_bytes (bytes, 0, size * parts[i]);
      g_autoptr (GError) error = NULL;
      g_autoptr (GdkPixbuf) pixbuf = mattra_picture_load_within (cut, 60, 60, &error);

      g_assert_null (pixbuf);
      g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID);
    }
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/report/picture/fits/png", "png", test_fits);
  g_test_add_data_func ("/report/picture/fits/jpeg", "jpeg", test_fits);
  g_test_add_data_func ("/report/picture/cut/png", "png", test_cut);
  g_test_add_data_func ("/report/picture/cut/jpeg", "jpeg", test_cut);
  return g_test_run ();
}
