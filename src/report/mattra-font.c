/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-font.h"

#include <cairo-ft.h>
#include <ft2build.h>
#include FT_FREETYPE_H
#include <glib/gi18n-lib.h>

#include "mattra-error.h"

/* What FreeType needs while Cairo holds the face: Cairo may keep it longer than we do. */
typedef struct
{
  FT_Library  library;
  FT_Face     face;
  GBytes     *bytes;
} FontFile;

struct _MattraFont
{
  hb_font_t         *shaper;
  cairo_font_face_t *font_face;
};

static const cairo_user_data_key_t file_key;

static void
font_file_free (void *data)
{
  FontFile *file = data;

  if (file->face != NULL)
    FT_Done_Face (file->face);
  if (file->library != NULL)
    FT_Done_FreeType (file->library);
  g_bytes_unref (file->bytes);
  g_free (file);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FontFile, font_file_free)

static GBytes *
load_bytes (const char  *path,
            GError     **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GMappedFile) mapped = g_mapped_file_new (path, FALSE, &local_error);

  if (mapped == NULL)
    {
      g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_NOT_FOUND,
                   _("The font file “%s” cannot be read: %s. Install the program again."),
                   path, local_error->message);
      return NULL;
    }
  return g_mapped_file_get_bytes (mapped);
}

static FontFile *
load_file (const char  *path,
           const char  *family,
           GError     **error)
{
  g_autoptr (FontFile) file = NULL;
  g_autoptr (GBytes) bytes = load_bytes (path, error);

  if (bytes == NULL)
    return NULL;

  file = g_new0 (FontFile, 1);
  file->bytes = g_steal_pointer (&bytes);
  if (FT_Init_FreeType (&file->library) != 0
      || FT_New_Memory_Face (file->library, g_bytes_get_data (file->bytes, NULL),
                             (FT_Long) g_bytes_get_size (file->bytes), 0, &file->face) != 0)
    {
      g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_CORRUPT,
                   _("“%s” is no font file. Install the program again."), path);
      return NULL;
    }
  if (g_strcmp0 (file->face->family_name, family) != 0)
    {
      g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID,
                   _("“%s” holds the font “%s”, where “%s” is wanted. Install the program again."),
                   path, file->face->family_name != NULL ? file->face->family_name : "", family);
      return NULL;
    }
  return g_steal_pointer (&file);
}

static hb_font_t *
make_shaper (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  hb_blob_t *blob = hb_blob_create (data, (guint) size, HB_MEMORY_MODE_READONLY,
                                    g_bytes_ref (bytes), (hb_destroy_func_t) g_bytes_unref);
  hb_face_t *face = hb_face_create (blob, 0);
  hb_font_t *font = hb_font_create (face);

  hb_font_set_scale (font, MATTRA_UNITS_PER_EM, MATTRA_UNITS_PER_EM);
  hb_face_destroy (face);
  hb_blob_destroy (blob);
  return font;
}

/**
 * mattra_font_open:
 * @path: a TrueType file
 * @family: the family that the file must hold
 * @checksum: (nullable): the file's bytes are added to it
 * @error: return location for an error
 *
 * Opens a font from its file. The system's fonts and its configuration have no say, so the same lines and the same
 * bytes come out on every PC, and no other font takes a missing one's place.
 *
 * Returns: (transfer full): the font, or %NULL with #MATTRA_ERROR_NOT_FOUND, #MATTRA_ERROR_CORRUPT or
 *   #MATTRA_ERROR_INVALID if it is another font
 */
MattraFont *
mattra_font_open (const char  *path,
                  const char  *family,
                  GChecksum   *checksum,
                  GError     **error)
{
  MattraFont *self;
  FontFile *file;
  gsize size;
  const guchar *data;

  g_return_val_if_fail (path != NULL && family != NULL, NULL);

  file = load_file (path, family, error);
  if (file == NULL)
    return NULL;

  data = g_bytes_get_data (file->bytes, &size);
  if (checksum != NULL)
    g_checksum_update (checksum, data, (gssize) size);

  self = g_new0 (MattraFont, 1);
  self->shaper = make_shaper (file->bytes);
  self->font_face = cairo_ft_font_face_create_for_ft_face (file->face, FT_LOAD_NO_HINTING);
  cairo_font_face_set_user_data (self->font_face, &file_key, file, font_file_free);
  return self;
}

/**
 * mattra_font_free:
 * @self: (transfer full) (nullable): a font
 *
 * Closes the font.
 */
void
mattra_font_free (MattraFont *self)
{
  if (self == NULL)
    return;

  hb_font_destroy (self->shaper);
  cairo_font_face_destroy (self->font_face);
  g_free (self);
}

/**
 * mattra_font_get_shaper:
 * @self: a font
 *
 * Returns: (transfer none): the font as HarfBuzz knows it, scaled to %MATTRA_UNITS_PER_EM
 */
hb_font_t *
mattra_font_get_shaper (MattraFont *self)
{
  return self->shaper;
}

/**
 * mattra_font_get_font_face:
 * @self: a font
 *
 * Returns: (transfer none): the font as Cairo knows it, without hinting
 */
cairo_font_face_t *
mattra_font_get_font_face (MattraFont *self)
{
  return self->font_face;
}
