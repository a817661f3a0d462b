/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-picture.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "mattra-error.h"

/* An emblem of 3 cm needs 360 points at 300 dpi; what is beyond these limits would only fill the memory. */
#define LONGEST_SIDE 6000
#define MOST_POINTS (24 * 1000 * 1000)

#define PNG_SIGNATURE "\x89PNG\r\n\x1a\n"
#define PNG_HEADER 24
#define UPRIGHT 1

/* What the head of a picture file says. */
typedef struct
{
  guint    width;
  guint    height;
  guint    components;  /* of a JPEG: 1 grey, 3 colours, 4 for presses */
  gboolean jpeg;
} Head;

static guint
read_number (const guchar *data,
             guint         n_bytes)
{
  guint number = 0;

  while (n_bytes-- > 0)
    number = number << 8 | *data++;
  return number;
}

static gboolean
read_png_head (const guchar *data,
               gsize         size,
               Head         *head)
{
  if (size < PNG_HEADER || memcmp (data, PNG_SIGNATURE, sizeof PNG_SIGNATURE - 1) != 0)
    return FALSE;
  head->width = read_number (data + 16, 4);
  head->height = read_number (data + 20, 4);
  return head->width > 0 && head->height > 0;
}

/* Whether a part of a JPEG is the one that tells its size: SOF0 to SOF15 without DHT, JPG and DAC. */
static gboolean
tells_size (guint marker)
{
  return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
}

static gboolean
read_jpeg_head (const guchar *data,
                gsize         size,
                Head         *head)
{
  gsize at = 2;

  if (size < 4 || data[0] != 0xff || data[1] != 0xd8)
    return FALSE;
  while (at + 10 <= size && data[at] == 0xff)
    {
      guint marker = data[at + 1];

      if (marker == 0xff)
        at++;
      else if (tells_size (marker))
        {
          head->jpeg = TRUE;
          head->height = read_number (data + at + 5, 2);
          head->width = read_number (data + at + 7, 2);
          head->components = data[at + 9];
          return head->width > 0 && head->height > 0;
        }
      else
        at += 2 + read_number (data + at + 2, 2);
    }
  return FALSE;
}

static gboolean
read_head (GBytes  *bytes,
           Head    *head,
           GError **error)
{
  gsize size;
  const guchar *data = g_bytes_get_data (bytes, &size);

  *head = (Head) { 0 };
  if (!read_png_head (data, size, head) && !read_jpeg_head (data, size, head))
    {
      g_set_error_literal (error, MATTRA_ERROR, MATTRA_ERROR_INVALID,
                           _("The picture is neither PNG nor JPEG. Save it as one of these and choose it again."));
      return FALSE;
    }
  if (head->width <= LONGEST_SIDE && head->height <= LONGEST_SIDE
      && (guint64) head->width * head->height <= MOST_POINTS)
    return TRUE;
  g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID,
               _("The picture is %u × %u points large. Make it at most %d points wide and high and choose it again."),
               head->width, head->height, LONGEST_SIDE * 2 / 3);
  return FALSE;
}

/* PNG data being read. */
typedef struct
{
  const guchar *data;
  gsize         left;
} Reader;

static cairo_status_t
read_data (void          *closure,
           unsigned char *data,
           unsigned int   length)
{
  Reader *reader = closure;

  if (length > reader->left)
    return CAIRO_STATUS_READ_ERROR;

  memcpy (data, reader->data, length);
  reader->data += length;
  reader->left -= length;
  return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *
decode_png (GBytes *bytes)
{
  Reader reader = { 0 };

  reader.data = g_bytes_get_data (bytes, &reader.left);
  return cairo_image_surface_create_from_png_stream (read_data, &reader);
}

static void
copy_row (const guchar *from,
          guint32      *to,
          int           width,
          int           n_channels)
{
  for (int x = 0; x < width; x++, from += n_channels)
    to[x] = (guint32) from[0] << 16 | (guint32) from[1] << 8 | from[2];
}

static cairo_surface_t *
surface_of (GdkPixbuf *pixbuf)
{
  int width = gdk_pixbuf_get_width (pixbuf);
  int height = gdk_pixbuf_get_height (pixbuf);
  const guchar *from = gdk_pixbuf_read_pixels (pixbuf);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  guchar *to = cairo_image_surface_get_data (surface);

  for (int y = 0; to && y < height; y++)
    copy_row (from + (gsize) y * (gsize) gdk_pixbuf_get_rowstride (pixbuf),
              (guint32 *) (void *) (to + (gsize) y * (gsize) cairo_image_surface_get_stride (surface)),
              width, gdk_pixbuf_get_n_channels (pixbuf));
  cairo_surface_mark_dirty (surface);
  return surface;
}

/* The file's own bytes go into a PDF as they are, so that nothing is lost and little is written. Not those that a
 * reader of PDF would show lying on their side, and not those in colours for presses, which such files often store inverted. */
static void
attach_bytes (cairo_surface_t *surface,
              GBytes          *bytes)
{
  gsize size;
  const guchar *data = g_bytes_get_data (bytes, &size);

  g_bytes_ref (bytes);
  if (cairo_surface_set_mime_data (surface, CAIRO_MIME_TYPE_JPEG, data, (unsigned long) size,
                                   (cairo_destroy_func_t) g_bytes_unref, bytes) != CAIRO_STATUS_SUCCESS)
    g_bytes_unref (bytes);
}

static GdkPixbuf *
load_jpeg (GBytes *bytes)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new_with_type ("jpeg", NULL);
  gboolean whole = loader && gdk_pixbuf_loader_write_bytes (loader, bytes, NULL);
  GdkPixbuf *pixbuf;

  if (loader && !gdk_pixbuf_loader_close (loader, NULL))
    whole = FALSE;
  pixbuf = whole ? gdk_pixbuf_loader_get_pixbuf (loader) : NULL;
  return pixbuf ? g_object_ref (pixbuf) : NULL;
}

static cairo_surface_t *
decode_jpeg (GBytes     *bytes,
             const Head *head)
{
  g_autoptr (GdkPixbuf) raw = load_jpeg (bytes);
  const char *orientation = raw ? gdk_pixbuf_get_option (raw, "orientation") : NULL;
  g_autoptr (GdkPixbuf) upright = raw ? gdk_pixbuf_apply_embedded_orientation (raw) : NULL;
  cairo_surface_t *surface;

  if (upright == NULL)
    return NULL;
  surface = surface_of (upright);
  if (head->components < 4 && (orientation == NULL || g_ascii_strtoll (orientation, NULL, 10) == UPRIGHT))
    attach_bytes (surface, bytes);
  return surface;
}

/**
 * mattra_picture_decode:
 * @bytes: a picture as PNG or JPEG
 * @error: return location for an error
 *
 * Reads a picture. That of a JPEG carries the file's bytes, which Cairo puts into PDF files unchanged.
 *
 * Returns: (transfer full): the picture, or %NULL with #MATTRA_ERROR_INVALID if it is none, damaged or far too large
 */
cairo_surface_t *
mattra_picture_decode (GBytes  *bytes,
                       GError **error)
{
  cairo_surface_t *picture;
  Head head;

  g_return_val_if_fail (bytes != NULL, NULL);

  if (!read_head (bytes, &head, error))
    return NULL;
  picture = head.jpeg ? decode_jpeg (bytes, &head) : decode_png (bytes);
  if (picture && cairo_surface_status (picture) == CAIRO_STATUS_SUCCESS && cairo_image_surface_get_height (picture) > 0)
    return picture;

  if (picture)
    cairo_surface_destroy (picture);
  g_set_error_literal (error, MATTRA_ERROR, MATTRA_ERROR_INVALID,
                       _("The picture is damaged. Take the file from where it came from and choose it again."));
  return NULL;
}

/**
 * mattra_picture_fit:
 * @bytes: a picture as PNG or JPEG
 * @width: (inout): the greatest width; then the picture's
 * @height: (inout): the greatest height; then the picture's
 * @error: return location for an error
 *
 * Finds the size in which a picture fills a room without being stretched: its height, as a rule, and less where it
 * would be wider than the room.
 *
 * Returns: %FALSE as mattra_picture_decode()
 */
gboolean
mattra_picture_fit (GBytes  *bytes,
                    int     *width,
                    int     *height,
                    GError **error)
{
  cairo_surface_t *picture;
  double aspect, wide;

  g_return_val_if_fail (bytes != NULL && width != NULL && height != NULL, FALSE);

  picture = mattra_picture_decode (bytes, error);
  if (picture == NULL)
    return FALSE;

  aspect = (double) cairo_image_surface_get_width (picture) / cairo_image_surface_get_height (picture);
  cairo_surface_destroy (picture);
  wide = aspect * *height;
  if (wide > *width)
    *height = (int) MAX (*width / aspect, 1);
  else
    *width = (int) MAX (wide, 1);
  return TRUE;
}
