/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-picture-print.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mattra-error.h"
#include "mattra-picture-within.h"
#include "mattra-picture.h"

/* As fine as offices print; a photograph loses nothing that is seen by it. */
#define DPI 300.0
#define MM_PER_INCH 25.4
#define JPEG_QUALITY "92"

static gboolean
is_jpeg (GBytes *bytes)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  return size > 2 && data[0] == 0xff && data[1] == 0xd8;
}

typedef struct
{
  int width;
  int height;
} Size;

/* The size alone is wanted: nothing is decoded behind it. */
static void
note_size (GdkPixbufLoader *loader,
           int              width,
           int              height,
           Size            *size)
{
  *size = (Size) { width, height };
  gdk_pixbuf_loader_set_size (loader, 1, 1);
}

static Size
read_size (GBytes *bytes)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new ();
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  Size size = { 0, 0 };

  g_signal_connect (loader, "size-prepared", G_CALLBACK (note_size), &size);
  for (gsize offset = 0; offset < length && size.width == 0; offset += 4096)
    if (!gdk_pixbuf_loader_write (loader, data + offset, MIN (4096, length - offset), NULL))
      break;
  gdk_pixbuf_loader_close (loader, NULL);
  return size;
}

/* Whether who draws the page can read the file's own bytes. */
static gboolean
is_printable (GBytes  *bytes,
              GError **error)
{
  cairo_surface_t *surface = mattra_picture_decode (bytes, error);

  if (surface == NULL)
    return FALSE;
  cairo_surface_destroy (surface);
  return TRUE;
}

/**
 * mattra_picture_print_new:
 * @bytes: a picture as PNG or JPEG
 * @width: the greatest width on paper, in millimetres
 * @height: the greatest height on paper, in millimetres
 * @error: why not: as mattra_picture_load_within()
 *
 * Makes a picture ready for paper: upright, and with no more points than 300 an inch. One that has no more already goes
 * to paper with its own bytes, so that a JPEG is not compressed a second time; a larger JPEG becomes a smaller JPEG.
 *
 * Returns: (transfer full) (nullable): the picture as PNG or JPEG
 */
GBytes *
mattra_picture_print_new (GBytes  *bytes,
                          double   width,
                          double   height,
                          GError **error)
{
  int most_width = (int) (width / MM_PER_INCH * DPI);
  int most_height = (int) (height / MM_PER_INCH * DPI);
  g_autoptr (GdkPixbuf) pixbuf = NULL;
  g_autoptr (GError) failure = NULL;
  char *buffer = NULL;
  gsize length = 0;
  Size size;
  gboolean done;

  g_return_val_if_fail (bytes != NULL && width > 0 && height > 0, NULL);

  pixbuf = mattra_picture_load_within (bytes, most_width, most_height, error);
  if (pixbuf == NULL)
    return NULL;
  size = read_size (bytes);
  if (size.width <= most_width && size.height <= most_height)
    return is_printable (bytes, error) ? g_bytes_ref (bytes) : NULL;
  done = is_jpeg (bytes) ? gdk_pixbuf_save_to_buffer (pixbuf, &buffer, &length, "jpeg", &failure, "quality", JPEG_QUALITY,
                                                      NULL)
                         : gdk_pixbuf_save_to_buffer (pixbuf, &buffer, &length, "png", &failure, NULL);
  if (done)
    return g_bytes_new_take (buffer, length);
  g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_IO, _("A picture cannot be made: %s."), failure->message);
  return NULL;
}
