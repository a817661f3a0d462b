/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-pdf.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>
#include <sys/mman.h>

#include "mattra-error.h"
#include "mattra-layout-private.h"
#include "mattra-painter.h"
#include "mattra-pdf-archive.h"
#include "mattra-whole-file.h"

/* How much of the time drawing takes; the rest is what makes the file PDF/A. */
#define DRAWN 0.9

#define DOCUMENT_TAG "Document"

/* After so many writes of an update the file's pages are let go. */
#define WRITES_BETWEEN 8

static cairo_status_t
write_data (void                *closure,
            const unsigned char *data,
            unsigned int         length)
{
  return mattra_whole_file_write (closure, data, length) ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_WRITE_ERROR;
}

static void
set_metadata (cairo_surface_t      *surface,
              cairo_pdf_metadata_t  key,
              const char           *value)
{
  if (value != NULL)
    cairo_pdf_surface_set_metadata (surface, key, value);
}

static void
set_keywords (cairo_surface_t *surface,
              MattraLayout    *layout,
              gboolean         tags)
{
  const char *mark = layout->document->mark;
  g_autofree char *keywords = g_strdup_printf (MATTRA_PDF_MARK "%s %s%s%s", mattra_layout_get_fingerprint (layout),
                                               mark ? mark : "", mark ? " " : "", tags ? "tags" : "no-tags");

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_KEYWORDS, keywords);
}

static void
set_all_metadata (cairo_surface_t      *surface,
                  const MattraDocument *document)
{
  set_metadata (surface, CAIRO_PDF_METADATA_TITLE, document->title);
  set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, document->author);
  set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, document->subject);
  set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Mattra");
  set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, document->date);
  set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, document->date);
}

static void
add_bookmarks (cairo_surface_t *surface,
               const GArray    *bookmarks)
{
  for (guint i = 0; i < bookmarks->len; i++)
    {
      const MattraBookmark *bookmark = &g_array_index (bookmarks, MattraBookmark, i);
      g_autofree char *target = g_strdup_printf ("page=%u pos=[0 %d.%02d]", bookmark->page + 1,
                                                 bookmark->y / MATTRA_POINT, bookmark->y % MATTRA_POINT);

      cairo_pdf_surface_add_outline (surface, CAIRO_PDF_OUTLINE_ROOT, bookmark->text, target,
                                     CAIRO_PDF_OUTLINE_FLAG_OPEN);
    }
}

static void
draw_pages (MattraLayout      *layout,
            cairo_surface_t   *surface,
            gboolean           tags,
            const MattraWatch *watch)
{
  cairo_t *cr = cairo_create (surface);
  guint n = mattra_layout_get_n_pages (layout);
  /* A link outside of any part makes Cairo 1.16 name an object that it never writes. */
  gboolean whole = tags || layout->flow->has_links;

  for (guint i = 0; i < n && cairo_status (cr) == CAIRO_STATUS_SUCCESS && mattra_watch_tell (watch, DRAWN * i / n, NULL);
       i++)
    {
      double width, height;

      mattra_layout_get_page_size (layout, i, &width, &height);
      /* Setting the size forgets what was drawn on the page, a tag's begin included. */
      cairo_pdf_surface_set_size (surface, width, height);
      if (whole && i == 0)
        cairo_tag_begin (cr, DOCUMENT_TAG, NULL);
      mattra_painter_draw_page (layout, i, tags ? MATTRA_PAINT_TAGS : MATTRA_PAINT_LINKS, cr);
      if (whole && i + 1 == n)
        cairo_tag_end (cr, DOCUMENT_TAG);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
}

static cairo_status_t
draw_file (MattraLayout       *layout,
           cairo_write_func_t  write,
           void               *closure,
           gboolean            tags,
           const MattraWatch  *watch)
{
  double width, height;
  cairo_surface_t *surface;
  cairo_status_t status;

  mattra_layout_get_page_size (layout, 0, &width, &height);
  surface = cairo_pdf_surface_create_for_stream (write, closure, width, height);
  set_all_metadata (surface, layout->document);
  set_keywords (surface, layout, tags);
  draw_pages (layout, surface, tags, watch);
  add_bookmarks (surface, layout->flow->bookmarks);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  return status;
}

/* A file that is read while it grows. */
typedef struct
{
  MattraWholeFile *output;
  GMappedFile     *mapped;
  guint            n_writes;
} Growing;

/* Pages that were read are let go now and then: they are on the disk, and few are read twice. */
static gboolean
append_data (const char *data,
             gsize       length,
             gpointer    closure)
{
  Growing *self = closure;

  if (++self->n_writes % WRITES_BETWEEN == 0)
    madvise (g_mapped_file_get_contents (self->mapped), g_mapped_file_get_length (self->mapped), MADV_DONTNEED);
  return mattra_whole_file_write (self->output, data, length);
}

static MattraPdfField *
make_fields (MattraLayout *layout,
             guint        *n_fields)
{
  g_autoptr (GArray) boxes = mattra_layout_dup_signature_boxes (layout);
  MattraPdfField *fields = g_new0 (MattraPdfField, boxes->len + 1);

  for (guint i = 0; i < boxes->len; i++)
    {
      const MattraSignatureBox *box = &g_array_index (boxes, MattraSignatureBox, i);
      double width, height;

      mattra_layout_get_page_size (layout, box->page, &width, &height);
      fields[i] = (MattraPdfField) { box->page, box->x, height - box->y - box->height, box->width, box->height,
                                     box->label };
    }
  *n_fields = boxes->len;
  return fields;
}

/* The file is read from the disk, where it already is, not held a second time. */
static gboolean
archive_file (MattraLayout            *layout,
              MattraWholeFile         *output,
              const MattraPdfOptions  *options,
              GError                 **error)
{
  const MattraDocument *document = layout->document;
  guint n_fields = 0;
  const MattraWatch appending = mattra_watch_part (options->watch, DRAWN, 1);
  g_autofree MattraPdfField *fields = options->signature_fields ? make_fields (layout, &n_fields) : NULL;
  MattraPdfArchive archive = {
    .metadata = { document->title, document->author, document->subject, document->date, NULL, NULL },
    .fingerprint = mattra_layout_get_fingerprint (layout),
    .fields = fields,
    .n_fields = n_fields,
    .watch = &appending,
  };
  g_autoptr (GMappedFile) mapped = NULL;
  g_autoptr (GBytes) bytes = NULL;
  Growing growing = { output };

  if (!mattra_whole_file_flush (output))
    return FALSE;
  mapped = g_mapped_file_new_from_fd (mattra_whole_file_get_fd (output), FALSE, error);
  if (mapped == NULL)
    return FALSE;
  bytes = g_mapped_file_get_bytes (mapped);
  growing.mapped = mapped;
  return mattra_pdf_archive_append (bytes, &archive, append_data, &growing, error);
}

/* Fails without an error where the disk refuses. */
static gboolean
write_file (MattraLayout            *layout,
            MattraWholeFile         *output,
            const char              *path,
            const MattraPdfOptions  *options,
            GError                 **error)
{
  cairo_status_t status = draw_file (layout, write_data, output, options->tags, options->watch);

  if (status != CAIRO_STATUS_WRITE_ERROR && !mattra_watch_tell (options->watch, DRAWN, error))
    return FALSE;
  if (status == CAIRO_STATUS_SUCCESS)
    return options->plain || archive_file (layout, output, options, error);
  if (status != CAIRO_STATUS_WRITE_ERROR)
    g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_IO, _("“%s” cannot be drawn: %s."), path,
                 cairo_status_to_string (status));
  return FALSE;
}

/**
 * mattra_pdf_write:
 * @layout: a layout with at least one page
 * @path: the file to write; replaced only when the new one is whole and on the disk
 * @options: how to write it
 * @error: return location for an error
 *
 * Writes all pages to a PDF file, PDF/A-2b unless @options say otherwise. The same layout gives the same bytes.
 *
 * Returns: %FALSE with %G_IO_ERROR_CANCELLED where it was stopped, #MATTRA_ERROR_IO if the disk or the folder refuses, #MATTRA_ERROR_INVALID if there is no page
 */
gboolean
mattra_pdf_write (MattraLayout            *layout,
                  const char              *path,
                  const MattraPdfOptions  *options,
                  GError                 **error)
{
  g_autoptr (MattraWholeFile) output = NULL;
  g_autoptr (GError) local_error = NULL;

  g_return_val_if_fail (layout != NULL && path != NULL && options != NULL, FALSE);

  if (mattra_layout_get_n_pages (layout) == 0)
    {
      g_set_error_literal (error, MATTRA_ERROR, MATTRA_ERROR_INVALID, _("There is nothing to print."));
      return FALSE;
    }

  output = mattra_whole_file_open (path, error);
  if (output == NULL)
    return FALSE;
  if (write_file (layout, output, path, options, &local_error))
    return mattra_whole_file_take_name (output, error);
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else
    mattra_whole_file_has_failed (output, error);
  return FALSE;
}

static cairo_status_t
keep_data (void                *closure,
           const unsigned char *data,
           unsigned int         length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/**
 * mattra_pdf_draw:
 * @layout: a layout with at least one page
 * @error: return location for an error
 *
 * Draws a few pages that become a part of another file: as Cairo writes them, without tags.
 *
 * Returns: (transfer full): the file's bytes, or %NULL with #MATTRA_ERROR_IO
 */
GBytes *
mattra_pdf_draw (MattraLayout  *layout,
                 GError       **error)
{
  g_autoptr (GByteArray) data = g_byte_array_new ();
  cairo_status_t status;

  g_return_val_if_fail (layout != NULL && mattra_layout_get_n_pages (layout) > 0, NULL);

  status = draw_file (layout, keep_data, data, FALSE, NULL);
  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (g_steal_pointer (&data));
  g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_IO, _("The signature cannot be drawn: %s."),
               cairo_status_to_string (status));
  return NULL;
}
