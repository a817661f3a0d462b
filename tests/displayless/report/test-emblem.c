/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "paper-fixture.h"

#include <cairo.h>
#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#include "mattra-error.h"

static cairo_status_t
append (void                *closure,
        const unsigned char *data,
        unsigned int         length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static GBytes *
make_png (int width,
          int height)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  GByteArray *bytes = g_byte_array_new ();
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 0.6, 0.1, 0.1);
  cairo_arc (cr, width / 2.0, height / 2.0, MIN (width, height) / 2.0 - 1, 0, 7);
  cairo_fill (cr);
  cairo_destroy (cr);
  g_assert_cmpint (cairo_surface_write_to_png_stream (surface, append, bytes), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}

static GBytes *
make_jpeg (void)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 120, 100);
  g_autoptr (GError) error = NULL;
  char *bytes;
  gsize size;

  gdk_pixbuf_fill (pixbuf, 0x206080ff);
  gdk_pixbuf_save_to_buffer (pixbuf, &bytes, &size, "jpeg", &error, NULL);
  g_assert_no_error (error);
  return g_bytes_new_take (bytes, size);
}

static gboolean
file_holds (PaperFixture *self,
            GBytes  *part)
{
  g_autofree char *bytes = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (self->path, &bytes, &size, NULL));
  return memmem (bytes, size, g_bytes_get_data (part, NULL), g_bytes_get_size (part)) != NULL;
}

/* Emblems of any shape are printed; a JPEG's bytes go into the file as they are. */
static void
test_emblems (PaperFixture *self,
              gconstpointer  data)
{
  static const char *const kinds[] = { "memo", "results", "announcement", "order" };
  static const int shapes[][2] = { { 300, 320 }, { 4000, 40 }, { 40, 4000 }, { 1, 1 } };
  g_autoptr (GBytes) jpeg = make_jpeg ();

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      MattraReportOptions options = paper_options (kinds[i]);
      guint bare = paper_print (self, &options);

      for (guint k = 0; k < G_N_ELEMENTS (shapes); k++)
        {
          g_autoptr (GBytes) png = make_png (shapes[k][0], shapes[k][1]);

          options.emblem = options.garuda = png;
          g_assert_cmpuint (paper_print (self, &options), >=, bare);
        }
      options.emblem = options.garuda = jpeg;
      paper_print (self, &options);
      g_assert_true (file_holds (self, jpeg));
    }
}

/* An emblem that is none is named, and nothing is printed. */
static void
test_broken_emblems (PaperFixture *self,
                     gconstpointer  data)
{
  g_autoptr (GBytes) whole = make_png (300, 320);
  g_autoptr (GBytes) jpeg = make_jpeg ();
  g_autoptr (GBytes) huge = make_png (7000, 1);
  g_autoptr (GBytes) text = g_bytes_new_static ("a letter", 8);
  g_autoptr (GBytes) empty = g_bytes_new_static ("", 0);
  g_autoptr (GBytes) cut = g_bytes_new_from_bytes (whole, 0, 60);
  g_autoptr (GBytes) cut_jpeg = g_bytes_new_from_bytes (jpeg, 0, 30);
  GBytes *const broken[] = { huge, text, empty, cut, cut_jpeg };

  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      MattraReportOptions cover = paper_options ("results");
      MattraReportOptions memo = paper_options ("memo");
      g_autoptr (GError) error = NULL;

      cover.emblem = memo.garuda = broken[i];
      g_assert_null (paper_build (self, &cover, &error));
      g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID);
      paper_assert_says (error->message, "Emblem of the office", TRUE);
      g_clear_error (&error);
      g_assert_null (paper_build (self, &memo, &error));
      g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID);
      paper_assert_says (error->message, "Garuda", TRUE);
    }
}

/* The code on the last page can be read from paper, and stands on no text. */
static void
test_code (PaperFixture *self,
           gconstpointer  data)
{
  MattraReportOptions options = paper_options ("results");
  g_autoptr (GError) error = NULL;
  g_autoptr (MattraDocument) document = paper_build (self, &options, &error);
  g_autoptr (MattraLayout) layout = NULL;
  g_autofree char *stem = g_build_filename (self->folder, "page", NULL);
  g_autofree char *picture = g_strconcat (stem, ".png", NULL);
  g_autofree char *last = NULL;
  g_autofree char *drawn = NULL;
  g_autofree char *read = NULL;
  g_autofree char *wanted = NULL;

  mattra_document_set_code (document, "MATTRA {fingerprint}");
  layout = paper_lay_out (document, &error);
  g_assert_no_error (error);
  last = g_strdup_printf ("%u", paper_print_document (self, document));
  drawn = paper_ask ("pdftoppm", "-r", "300", "-gray", "-png", "-singlefile", "-f", last, self->path, stem, NULL);
  read = drawn ? paper_ask ("zbarimg", "-q", "--raw", picture, NULL) : NULL;
  g_unlink (picture);
  wanted = g_strdup_printf ("MATTRA %s\n", mattra_layout_get_fingerprint (layout));
  if (read)
    g_assert_cmpstr (read, ==, wanted);
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  paper_add_test ("emblem/shapes", paper_set_up, test_emblems);
  paper_add_test ("emblem/broken", paper_set_up, test_broken_emblems);
  paper_add_test ("emblem/code", paper_set_up, test_code);
  return g_test_run ();
}
