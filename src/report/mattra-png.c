/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-png.h"

#include <cairo-svg.h>
#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "mattra-error.h"
#include "mattra-painter.h"
#include "mattra-whole-file.h"

#define POINTS_PER_INCH 72.0

static const char *const extensions[] = { ".png", ".svg" };

/**
 * mattra_png_page_path:
 * @path: the name that was asked for
 * @page: a page's index
 * @n_pages: how many pages there are
 *
 * Names the picture of a page: the name itself where there is one page only, else with the page's number before
 * ".png" or ".svg", with as many digits as the last page has: "report-01.png" to "report-12.png".
 *
 * Returns: (transfer full): the file's name
 */
char *
mattra_png_page_path (const char *path,
                      guint       page,
                      guint       n_pages)
{
  const char *end = path + strlen (path);
  g_autofree char *last = g_strdup_printf ("%u", n_pages);

  if (n_pages == 1)
    return g_strdup (path);
  for (guint i = 0; i < G_N_ELEMENTS (extensions); i++)
    if (strlen (path) > strlen (extensions[i])
        && g_ascii_strcasecmp (path + strlen (path) - strlen (extensions[i]), extensions[i]) == 0)
      end = path + strlen (path) - strlen (extensions[i]);
  return g_strdup_printf ("%.*s-%0*u%s", (int) (end - path), path, (int) strlen (last), page + 1, end);
}

static cairo_surface_t *
draw_page (MattraLayout *layout,
           guint         page,
           guint         dpi)
{
  double scale = dpi / POINTS_PER_INCH;
  double width, height;
  cairo_surface_t *surface;
  cairo_t *cr;

  mattra_layout_get_page_size (layout, page, &width, &height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) lround (width * scale),
                                        (int) lround (height * scale));
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  mattra_painter_draw_page (layout, page, MATTRA_PAINT_PLAIN, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* From Cairo's order of colours to that of the file, in place: four bytes become three. */
static void
pack_rows (guchar *data,
           int     width,
           int     height,
           int     stride)
{
  for (int y = 0; y < height; y++)
    {
      const guint32 *from = (const guint32 *) (void *) (data + (gsize) y * (gsize) stride);
      guchar *to = data + (gsize) y * (gsize) stride;

      for (int x = 0; x < width; x++, to += 3)
        {
          guint32 point = from[x];

          to[0] = (guchar) (point >> 16);
          to[1] = (guchar) (point >> 8);
          to[2] = (guchar) point;
        }
    }
}

static gboolean
write_data (const char  *data,
            gsize        length,
            GError     **error,
            gpointer     closure)
{
  if (mattra_whole_file_write (closure, data, length))
    return TRUE;
  mattra_whole_file_has_failed (closure, error);
  return FALSE;
}

/* Writes a page into a file that has no name yet; the picture says how large it is on paper. */
static gboolean
write_page (MattraLayout     *layout,
            guint             page,
            guint             dpi,
            MattraWholeFile  *file,
            GError          **error)
{
  g_autofree char *resolution = g_strdup_printf ("%u", dpi);
  cairo_surface_t *surface = draw_page (layout, page, dpi);
  cairo_status_t status = cairo_surface_status (surface);
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  int stride = cairo_image_surface_get_stride (surface);
  guchar *data = cairo_image_surface_get_data (surface);
  gboolean written = FALSE;

  if (data)
    {
      g_autoptr (GdkPixbuf) pixbuf = NULL;

      pack_rows (data, width, height, stride);
      pixbuf = gdk_pixbuf_new_from_data (data, GDK_COLORSPACE_RGB, FALSE, 8, width, height, stride, NULL, NULL);
      written = gdk_pixbuf_save_to_callback (pixbuf, write_data, file, "png", error, "x-dpi", resolution, "y-dpi",
                                             resolution, NULL);
    }
  else
    g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_IO, _("Page %u cannot be drawn: %s."), page + 1,
                 cairo_status_to_string (status));
  cairo_surface_destroy (surface);
  return written && mattra_whole_file_end (file, error);
}

static cairo_status_t
write_svg (void                *closure,
           const unsigned char *data,
           unsigned int         length)
{
  return mattra_whole_file_write (closure, (const char *) data, length) ? CAIRO_STATUS_SUCCESS
                                                                        : CAIRO_STATUS_WRITE_ERROR;
}

/* The same page with lines and letters as such, in points. */
static gboolean
write_svg_page (MattraLayout     *layout,
                guint             page,
                guint             dpi,
                MattraWholeFile  *file,
                GError          **error)
{
  double width, height;
  cairo_surface_t *surface;
  cairo_status_t status;
  cairo_t *cr;

  mattra_layout_get_page_size (layout, page, &width, &height);
  surface = cairo_svg_surface_create_for_stream (write_svg, file, width, height);
  cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PT);
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  mattra_painter_draw_page (layout, page, MATTRA_PAINT_PLAIN, cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return mattra_whole_file_end (file, error);
  if (!mattra_whole_file_has_failed (file, error))
    g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_IO, _("Page %u cannot be drawn: %s."), page + 1,
                 cairo_status_to_string (status));
  return FALSE;
}

typedef gboolean (*PageWriter) (MattraLayout     *layout,
                                guint             page,
                                guint             dpi,
                                MattraWholeFile  *file,
                                GError          **error);

static gboolean
write_pages (MattraLayout  *layout,
             const char    *path,
             PageWriter     writer,
             guint          dpi,
             GPtrArray     *files,
             const MattraWatch  *watch,
             GError       **error)
{
  guint n_pages = mattra_layout_get_n_pages (layout);

  for (guint i = 0; i < n_pages; i++)
    {
      g_autofree char *own = mattra_png_page_path (path, i, n_pages);
      MattraWholeFile *file;

      if (!mattra_watch_tell (watch, (double) i / n_pages, error))
        return FALSE;
      file = mattra_whole_file_open (own, error);
      if (file == NULL)
        return FALSE;
      g_ptr_array_add (files, file);
      if (!writer (layout, i, dpi, file, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_all (MattraLayout       *layout,
           const char         *path,
           PageWriter          writer,
           guint               dpi,
           const MattraWatch  *watch,
           GError            **error)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func ((GDestroyNotify) mattra_whole_file_free);

  if (mattra_layout_get_n_pages (layout) == 0)
    {
      g_set_error_literal (error, MATTRA_ERROR, MATTRA_ERROR_INVALID, _("There is nothing to print."));
      return FALSE;
    }
  if (!write_pages (layout, path, writer, dpi, files, watch, error))
    return FALSE;
  for (guint i = 0; i < files->len; i++)
    if (!mattra_whole_file_take_name (g_ptr_array_index (files, i), error))
      return FALSE;
  return TRUE;
}

/**
 * mattra_svg_write:
 * @layout: a layout with at least one page
 * @path: the file to write; of several pages each has a name as mattra_png_page_path() gives it
 * @watch: (nullable): who waits
 * @error: return location for an error
 *
 * Writes each page as a drawing of lines and letters, that can be made as large as one likes. No file has its name
 * before all are whole and on the disk.
 *
 * Returns: %FALSE with an error as mattra_png_write()
 */
gboolean
mattra_svg_write (MattraLayout       *layout,
                  const char         *path,
                  const MattraWatch  *watch,
                  GError            **error)
{
  g_return_val_if_fail (layout != NULL && path != NULL, FALSE);

  return write_all (layout, path, write_svg_page, 0, watch, error);
}

/**
 * mattra_png_write:
 * @layout: a layout with at least one page
 * @path: the file to write; of several pages each has a name as mattra_png_page_path() gives it
 * @dpi: points per inch, from %MATTRA_PNG_LEAST_DPI to %MATTRA_PNG_MOST_DPI
 * @watch: (nullable): who waits
 * @error: return location for an error
 *
 * Writes each page as a picture. No file has its name before all are whole and on the disk. The same layout gives the
 * same bytes.
 *
 * Returns: %FALSE with #MATTRA_ERROR_IO if the disk or the folder refuses, #MATTRA_ERROR_INVALID if there is no page, or
 *   %G_IO_ERROR_CANCELLED
 */
gboolean
mattra_png_write (MattraLayout  *layout,
                  const char    *path,
                  guint          dpi,
                  const MattraWatch  *watch,
                  GError       **error)
{
  g_return_val_if_fail (layout != NULL && path != NULL, FALSE);
  g_return_val_if_fail (dpi >= MATTRA_PNG_LEAST_DPI && dpi <= MATTRA_PNG_MOST_DPI, FALSE);

  return write_all (layout, path, write_page, dpi, watch, error);
}
