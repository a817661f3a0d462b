/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-picture.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mattra-error.h"

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

/**
 * mattra_picture_decode:
 * @png: a picture as PNG
 * @error: return location for an error
 *
 * Reads a picture.
 *
 * Returns: (transfer full): the picture, or %NULL with #MATTRA_ERROR_INVALID if it is no PNG
 */
cairo_surface_t *
mattra_picture_decode (GBytes  *png,
                       GError **error)
{
  Reader reader = { 0 };
  cairo_surface_t *picture;

  g_return_val_if_fail (png != NULL, NULL);

  reader.data = g_bytes_get_data (png, &reader.left);
  picture = cairo_image_surface_create_from_png_stream (read_data, &reader);
  if (cairo_surface_status (picture) == CAIRO_STATUS_SUCCESS && cairo_image_surface_get_height (picture) > 0)
    return picture;

  cairo_surface_destroy (picture);
  g_set_error_literal (error, MATTRA_ERROR, MATTRA_ERROR_INVALID,
                       _("The emblem is no picture in PNG format. Save it as PNG and choose it again."));
  return NULL;
}
