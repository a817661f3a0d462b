/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "paper-fixture.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#include "mattra-error.h"
#include "mattra-painter.h"
#include "mattra-png.h"

#define DPI 60

static const struct
{
  const char *path;
  guint page;
  guint n_pages;
  const char *own;
} names[] = {
  { "a.png", 0, 1, "a.png" },
  { "a.png", 0, 2, "a-1.png" },
  { "/b/a.PNG", 8, 12, "/b/a-09.PNG" },
  { "/b/a", 4839, 4840, "/b/a-4840" },
  { ".png", 0, 2, ".png-1" },
};

static void
test_names (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *own = mattra_png_page_path (names[i].path, names[i].page, names[i].n_pages);

      g_assert_cmpstr (own, ==, names[i].own);
    }
}

static MattraLayout *
lay_out (PaperFixture *self,
         const char   *kind)
{
  MattraReportOptions options = paper_options (kind);
  g_autoptr (MattraDocument) document = paper_build (self, &options, NULL);

  return paper_lay_out (document, NULL);
}

static char *
page_path (PaperFixture *self,
           guint         page,
           guint         n_pages)
{
  return mattra_png_page_path (self->path, page, n_pages);
}

/* Each page has its file, at the size and resolution asked for; what is seen is what the painter draws. */
static void
test_pages (PaperFixture  *self,
            gconstpointer  data)
{
  g_autoptr (MattraLayout) layout = lay_out (self, "results");
  guint n = mattra_layout_get_n_pages (layout);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (n, >, 1);
  mattra_png_write (layout, self->path, DPI, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *path = page_path (self, i, n);
      g_autoptr (GdkPixbuf) picture = gdk_pixbuf_new_from_file (path, &error);
      double width, height;
      guint n_dark = 0;

      g_assert_no_error (error);
      mattra_layout_get_page_size (layout, i, &width, &height);
      g_assert_cmpfloat_with_epsilon (gdk_pixbuf_get_width (picture), width * DPI / 72, 1);
      g_assert_cmpfloat_with_epsilon (gdk_pixbuf_get_height (picture), height * DPI / 72, 1);
      g_assert_cmpstr (gdk_pixbuf_get_option (picture, "x-dpi"), ==, G_STRINGIFY (DPI));
      for (gsize k = 0; k < gdk_pixbuf_get_byte_length (picture); k++)
        n_dark += gdk_pixbuf_read_pixels (picture)[k] < 128;
      g_assert_cmpuint (n_dark, >, 300);
      g_assert_cmpuint (n_dark, <, gdk_pixbuf_get_byte_length (picture) / 4);
      g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_false (g_file_test (self->path, G_FILE_TEST_EXISTS));
}

/* As drawings: lines and letters, white paper, the page's own size, and again each page in its file. */
static void
test_drawings (PaperFixture  *self,
               gconstpointer  data)
{
  g_autofree char *whole = g_strconcat (self->path, ".svg", NULL);
  g_autoptr (MattraLayout) layout = lay_out (self, "overview");
  g_autoptr (MattraLayout) pages = lay_out (self, "results");
  guint n = mattra_layout_get_n_pages (pages);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (mattra_layout_get_n_pages (layout), ==, 1);
  mattra_svg_write (layout, whole, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (whole, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "<svg"));
  g_assert_nonnull (strstr (text, "595.28"));
  g_assert_null (strstr (text, "<image"));
  g_assert_cmpint (g_unlink (whole), ==, 0);
  mattra_svg_write (pages, whole, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *own = mattra_png_page_path (whole, i, n);

      g_assert_true (g_str_has_suffix (own, ".svg"));
      g_assert_cmpint (g_unlink (own), ==, 0);
    }
}

/* The colours of an emblem are its own, and the same pages give the same bytes. */
static void
test_colours (PaperFixture  *self,
              gconstpointer  data)
{
  g_autoptr (GdkPixbuf) red = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 50, 50);
  MattraReportOptions options = paper_options ("announcement");
  g_autoptr (MattraDocument) document = NULL;
  g_autoptr (MattraLayout) layout = NULL;
  g_autofree char *bytes = NULL;
  g_autofree char *path = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autoptr (GdkPixbuf) page = NULL;
  gsize size, first_size, second_size;
  guint n, n_red = 0;

  gdk_pixbuf_fill (red, 0xff0000ff);
  g_assert_true (gdk_pixbuf_save_to_buffer (red, &bytes, &size, "png", NULL, NULL));
  options.emblem = g_bytes_new (bytes, size);
  document = paper_build (self, &options, NULL);
  layout = paper_lay_out (document, NULL);
  n = mattra_layout_get_n_pages (layout);
  path = page_path (self, 0, n);
  g_assert_true (mattra_png_write (layout, self->path, DPI, NULL, NULL));
  g_assert_true (g_file_get_contents (path, &first, &first_size, NULL));
  g_assert_true (mattra_png_write (layout, self->path, DPI, NULL, NULL));
  g_assert_true (g_file_get_contents (path, &second, &second_size, NULL));
  g_assert_cmpmem (first, first_size, second, second_size);
  page = gdk_pixbuf_new_from_file (path, NULL);
  for (int y = 0; y < gdk_pixbuf_get_height (page); y++)
    for (int x = 0; x < gdk_pixbuf_get_width (page); x++)
      {
        const guchar *point = gdk_pixbuf_read_pixels (page) + y * gdk_pixbuf_get_rowstride (page) + 3 * x;

        n_red += point[0] > 250 && point[1] < 5 && point[2] < 5;
      }
  /* 3 cm each way. */
  g_assert_cmpuint (n_red, >, 65 * 65);
  g_assert_cmpuint (n_red, <, 75 * 75);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *own = page_path (self, i, n);

      g_assert_cmpint (g_unlink (own), ==, 0);
    }
  g_bytes_unref (options.emblem);
}

/* Stops before the second page. */
static void
stop_later (double   done,
            gpointer data)
{
  if (done > 0)
    g_cancellable_cancel (data);
}

/* A full disk or who waits no longer leaves neither some of the pages nor anything else. */
static void
test_stopped (PaperFixture  *self,
              gconstpointer  data)
{
  g_autoptr (MattraLayout) layout = lay_out (self, "results");
  guint n = mattra_layout_get_n_pages (layout);
  g_autofree char *first = page_path (self, 0, n);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  const MattraWatch watch = { cancellable, stop_later, cancellable, 0, 1 };
  g_autoptr (GError) error = NULL;
  struct rlimit old_limit, limit;
  gboolean written;

  g_assert_false (mattra_png_write (layout, self->path, DPI, &watch, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &old_limit), ==, 0);
  limit = old_limit;
  limit.rlim_cur = 5000;
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  written = mattra_png_write (layout, self->path, DPI, NULL, &error);
  setrlimit (RLIMIT_FSIZE, &old_limit);
  g_assert_false (written);
  g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_IO);
  g_assert_nonnull (strstr (error->message, first));
  /* The fixture removes its folder, which must be empty. */
  g_assert_false (g_file_test (first, G_FILE_TEST_EXISTS));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/png/names", test_names);
  paper_add_test ("png/pages", paper_set_up, test_pages);
  paper_add_test ("png/drawings", paper_set_up, test_drawings);
  paper_add_test ("png/colours", paper_set_up, test_colours);
  paper_add_test ("png/stopped", paper_set_up, test_stopped);
  return g_test_run ();
}
