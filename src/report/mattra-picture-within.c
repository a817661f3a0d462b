/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-picture-within.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mattra-error.h"

/* A JPEG is made smaller while it is read; a PNG is first read whole, four bytes for each point. Few cameras make more
 * points than these, and a small file that claims to hold more is made to fill the memory. */
#define MOST_JPEG_POINTS ((gint64) 200 * 1000 * 1000)
#define MOST_PNG_POINTS ((gint64) 60 * 1000 * 1000)

/* How much is decoded between two looks at whether it went wrong. */
#define PART_BYTES (256 * 1024)

/* A PNG ends with a part of this name, behind which some programs leave something. */
#define PNG_TAIL 1024

typedef struct
{
  int width;
  int height;
  gint64 most_points;
  gboolean too_large;
} Room;

/* Comes before the first point is read. A size of 0 makes the loader give up. */
static void
fit (GdkPixbufLoader *loader,
     int              width,
     int              height,
     Room            *room)
{
  double scale = MIN (1.0, MIN (room->width / (double) width, room->height / (double) height));

  room->too_large = (gint64) width * height > room->most_points;
  if (room->too_large)
    gdk_pixbuf_loader_set_size (loader, 0, 0);
  else
    gdk_pixbuf_loader_set_size (loader, MAX (1, (int) (width * scale + 0.5)), MAX (1, (int) (height * scale + 0.5)));
}

static gboolean
write_all (GdkPixbufLoader *loader,
           GBytes          *bytes,
           const Room      *room)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  gboolean done = TRUE;

  for (gsize offset = 0; offset < size && done && !room->too_large; offset += PART_BYTES)
    done = gdk_pixbuf_loader_write (loader, data + offset, MIN (PART_BYTES, size - offset), NULL);
  return gdk_pixbuf_loader_close (loader, NULL) && done && !room->too_large;
}

static gboolean
is_png (GBytes *bytes)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  return size > 4 && memcmp (data, "\x89PNG", 4) == 0;
}

/* The points of a JPEG begin at its part 0xda and go to 0xff 0xd9, which stands nowhere among them; a small picture of
 * itself that comes before has an end of its own. ISO/IEC 10918-1, B.1.1. */
static gboolean
is_whole_jpeg (const guint8 *data,
               gsize         size)
{
  gsize at = 2;

  while (at + 4 <= size && data[at] == 0xff && data[at + 1] != 0xda)
    at += data[at + 1] == 0xff ? 1 : 2 + (data[at + 2] << 8 | data[at + 3]);
  return at + 4 <= size && memmem (data + at, size - at, "\xff\xd9", 2) != NULL;
}

/* The loaders take the beginning of a picture for the whole, and leave the rest empty. */
static gboolean
is_whole (GBytes   *bytes,
          gboolean  png)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  gsize tail = MIN (size, PNG_TAIL);

  return png ? memmem (data + size - tail, tail, "IEND", 4) != NULL : is_whole_jpeg (data, size);
}

/**
 * mattra_picture_load_within:
 * @bytes: a picture as PNG or JPEG
 * @width: the greatest width in points
 * @height: the greatest height in points
 * @error: why not, for the user: %MATTRA_ERROR_INVALID for what is no picture, is damaged, or would fill the memory
 *
 * Reads a picture upright and so small that it fits, without being stretched; a smaller one stays as it is. Of a
 * picture with far more points than a camera makes nothing is read.
 *
 * Returns: (transfer full) (nullable): the picture
 */
GdkPixbuf *
mattra_picture_load_within (GBytes  *bytes,
                            int      width,
                            int      height,
                            GError **error)
{
  gboolean png;
  g_autoptr (GdkPixbufLoader) loader = NULL;
  GdkPixbuf *pixbuf = NULL;
  Room room = { width, height };

  g_return_val_if_fail (bytes != NULL && width > 0 && height > 0, NULL);

  png = is_png (bytes);
  room.most_points = png ? MOST_PNG_POINTS : MOST_JPEG_POINTS;
  /* A loader that is made is closed too, or it keeps what it began with. */
  if (is_whole (bytes, png))
    loader = gdk_pixbuf_loader_new_with_type (png ? "png" : "jpeg", NULL);
  if (loader != NULL)
    {
      g_signal_connect (loader, "size-prepared", G_CALLBACK (fit), &room);
      if (write_all (loader, bytes, &room))
        pixbuf = gdk_pixbuf_loader_get_pixbuf (loader);
    }
  if (pixbuf != NULL)
    return gdk_pixbuf_apply_embedded_orientation (pixbuf);
  g_set_error_literal (error, MATTRA_ERROR, MATTRA_ERROR_INVALID,
                       room.too_large ? _("The picture has more points than can be shown; it is kept as it is.")
                                      : _("The picture is damaged and cannot be shown; it is kept as it is."));
  return NULL;
}
