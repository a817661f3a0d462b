/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-docx-private.h"

#include <cairo.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "mattra-error.h"
#include "mattra-picture.h"

#define DRAWING_NAMESPACE "http://schemas.openxmlformats.org/drawingml/2006/main"
#define PICTURE_NAMESPACE "http://schemas.openxmlformats.org/drawingml/2006/picture"
#define PLACE_NAMESPACE   "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"

/* What a picture is that says nothing else, for those who have the paper read to them. */
#define EMBLEM "ตรา"

static gboolean
is_png (GBytes *bytes)
{
  gsize size;
  const guchar *data = g_bytes_get_data (bytes, &size);

  return size > 4 && memcmp (data, "\x89PNG", 4) == 0;
}

static cairo_status_t
keep_data (void                *closure,
           const unsigned char *data,
           unsigned int         length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* The file's own bytes where Word shows them as they are; else the upright picture anew. */
static GBytes *
make_bytes (GBytes  *picture,
            GError **error)
{
  cairo_surface_t *surface = mattra_picture_decode (picture, error);
  g_autoptr (GByteArray) data = g_byte_array_new ();
  const guchar *own = NULL;
  unsigned long size = 0;
  cairo_status_t status = CAIRO_STATUS_SUCCESS;

  if (surface == NULL)
    return NULL;
  cairo_surface_get_mime_data (surface, CAIRO_MIME_TYPE_JPEG, &own, &size);
  if (own == NULL && !is_png (picture))
    status = cairo_surface_write_to_png_stream (surface, keep_data, data);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_IO, _("A picture cannot be made: %s."),
                   cairo_status_to_string (status));
      return NULL;
    }
  return data->len > 0 ? g_byte_array_free_to_bytes (g_steal_pointer (&data)) : g_bytes_ref (picture);
}

/* Gives the picture's place among the file's: each is kept once. -1 with an error. */
static gint
keep_picture (MattraDocx  *self,
              GBytes      *picture,
              GError     **error)
{
  g_autoptr (GBytes) bytes = make_bytes (picture, error);

  if (bytes == NULL)
    return -1;
  for (guint i = 0; i < self->pictures->len; i++)
    if (g_bytes_equal (g_ptr_array_index (self->pictures, i), bytes))
      return (gint) i;
  g_ptr_array_add (self->pictures, g_steal_pointer (&bytes));
  return (gint) self->pictures->len - 1;
}

/*< private >
 * mattra_docx_name_picture:
 * @self: a document
 * @index: a picture's index
 * @name: (out caller-allocates): its name in the folder of the text
 * @size: the room for it
 *
 * Names a picture.
 */
void
mattra_docx_name_picture (const MattraDocx *self,
                          guint             index,
                          char             *name,
                          gsize             size)
{
  g_snprintf (name, size, "media/image%u.%s", index + 1,
              is_png (g_ptr_array_index (self->pictures, index)) ? "png" : "jpeg");
}

static void
write_size (MattraDocx *self,
            const char *element,
            int         width,
            int         height)
{
  mattra_docx_begin (self, element);
  mattra_docx_number (self, "cx", MATTRA_DOCX_EMU (width));
  mattra_docx_number (self, "cy", MATTRA_DOCX_EMU (height));
  mattra_docx_end (self);
}

static void
write_name (MattraDocx *self)
{
  mattra_docx_number (self, "id", self->n_drawings);
  xmlTextWriterWriteFormatAttribute (self->xml, (const xmlChar *) "name", "Picture %u", self->n_drawings);
}

static void
write_graphic (MattraDocx *self,
               guint       index,
               int         width,
               int         height)
{
  mattra_docx_begin (self, "a:graphic");
  mattra_docx_attribute (self, "xmlns:a", DRAWING_NAMESPACE);
  mattra_docx_begin (self, "a:graphicData");
  mattra_docx_attribute (self, "uri", PICTURE_NAMESPACE);
  mattra_docx_begin (self, "pic:pic");
  mattra_docx_attribute (self, "xmlns:pic", PICTURE_NAMESPACE);
  mattra_docx_begin (self, "pic:nvPicPr");
  mattra_docx_begin (self, "pic:cNvPr");
  write_name (self);
  mattra_docx_end (self);
  mattra_docx_mark (self, "pic:cNvPicPr");
  mattra_docx_end (self);
  mattra_docx_begin (self, "pic:blipFill");
  mattra_docx_begin (self, "a:blip");
  xmlTextWriterWriteFormatAttribute (self->xml, (const xmlChar *) "r:embed", MATTRA_DOCX_PICTURE "%u", index + 1);
  mattra_docx_end (self);
  mattra_docx_begin (self, "a:stretch");
  mattra_docx_mark (self, "a:fillRect");
  mattra_docx_end (self);
  mattra_docx_end (self);
  mattra_docx_begin (self, "pic:spPr");
  mattra_docx_begin (self, "a:xfrm");
  mattra_docx_begin (self, "a:off");
  mattra_docx_number (self, "x", 0);
  mattra_docx_number (self, "y", 0);
  mattra_docx_end (self);
  write_size (self, "a:ext", width, height);
  mattra_docx_end (self);
  mattra_docx_begin (self, "a:prstGeom");
  mattra_docx_attribute (self, "prst", "rect");
  mattra_docx_mark (self, "a:avLst");
  mattra_docx_end (self);
  mattra_docx_end (self);
  mattra_docx_end (self);
  mattra_docx_end (self);
  mattra_docx_end (self);
}

static void
write_offset (MattraDocx *self,
              const char *element,
              const char *from)
{
  mattra_docx_begin (self, element);
  mattra_docx_attribute (self, "relativeFrom", from);
  xmlTextWriterWriteElement (self->xml, (const xmlChar *) "wp:posOffset", (const xmlChar *) "0");
  mattra_docx_end (self);
}

/* A picture in the line is as a letter of it; a floating one stands at the left margin, at the paragraph's upper end,
 * and the text goes on as if it were not there. */
static void
begin_place (MattraDocx *self,
             gboolean    floating,
             int         width,
             int         height)
{
  static const char *const distances[] = { "distT", "distB", "distL", "distR" };
  static const char *const of_floating[][2] = {
    { "simplePos", "0" }, { "relativeHeight", "1" }, { "behindDoc", "0" }, { "locked", "0" }, { "layoutInCell", "1" },
    { "allowOverlap", "1" },
  };

  mattra_docx_begin (self, floating ? "wp:anchor" : "wp:inline");
  mattra_docx_attribute (self, "xmlns:wp", PLACE_NAMESPACE);
  for (guint i = 0; i < G_N_ELEMENTS (distances); i++)
    mattra_docx_number (self, distances[i], 0);
  for (guint i = 0; floating && i < G_N_ELEMENTS (of_floating); i++)
    mattra_docx_attribute (self, of_floating[i][0], of_floating[i][1]);
  if (floating)
    {
      mattra_docx_begin (self, "wp:simplePos");
      mattra_docx_number (self, "x", 0);
      mattra_docx_number (self, "y", 0);
      mattra_docx_end (self);
      write_offset (self, "wp:positionH", "column");
      write_offset (self, "wp:positionV", "paragraph");
    }
  write_size (self, "wp:extent", width, height);
  if (floating)
    mattra_docx_mark (self, "wp:wrapNone");
}

/*< private >
 * mattra_docx_draw:
 * @self: a document with a paragraph begun
 * @picture: a picture as PNG or JPEG
 * @widest: how wide it may be
 * @highest: how high it is, unless it is too wide then
 * @floating: whether it stands beside the paragraph's text instead of in it
 * @says: (nullable): what it shows, for who cannot see it; %NULL for an emblem
 * @error: return location for an error
 *
 * Shows a picture.
 *
 * Returns: %FALSE with #MATTRA_ERROR_INVALID if it is none
 */
gboolean
mattra_docx_draw (MattraDocx  *self,
                  GBytes      *picture,
                  int          widest,
                  int          highest,
                  gboolean     floating,
                  const char  *says,
                  GError     **error)
{
  int width = widest;
  int height = highest;
  gint index = mattra_picture_fit (picture, &width, &height, error) ? keep_picture (self, picture, error) : -1;

  if (index < 0)
    return FALSE;

  self->n_drawings++;
  mattra_docx_begin (self, "w:r");
  mattra_docx_begin (self, "w:drawing");
  begin_place (self, floating, width, height);
  mattra_docx_begin (self, "wp:docPr");
  write_name (self);
  mattra_docx_attribute (self, "descr", says != NULL ? says : EMBLEM);
  mattra_docx_end (self);
  write_graphic (self, (guint) index, width, height);
  mattra_docx_end (self);
  mattra_docx_end (self);
  mattra_docx_end (self);
  return TRUE;
}
