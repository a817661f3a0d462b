/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pdf-fixture.h"

#include <cairo.h>
#include <glib/gstdio.h>

#define EMBLEM_SIZE 40
#define ROWS 60

void
pdf_fixture_set_up (PdfFixture    *self,
                    gconstpointer  data)
{
  self->folder = g_dir_make_tmp ("mattra-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "report.pdf", NULL);
}

void
pdf_fixture_tear_down (PdfFixture    *self,
                       gconstpointer  data)
{
  GDir *folder = g_dir_open (self->folder, 0, NULL);

  for (const char *name = g_dir_read_name (folder); name != NULL; name = g_dir_read_name (folder))
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_unlink (path);
    }
  g_dir_close (folder);
  g_rmdir (self->folder);
  g_free (self->folder);
  g_free (self->path);
}

MattraTypesetter *
pdf_fixture_new_typesetter (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *fonts = g_build_filename (g_getenv ("MATTRA_DATA_DIR"), "fonts", NULL);
  g_autofree char *dictionary = g_build_filename (g_getenv ("MATTRA_DATA_DIR"), "dictionary", NULL);
  MattraTypesetter *typesetter = mattra_typesetter_new (fonts, dictionary, &error);

  g_assert_no_error (error);
  return typesetter;
}

static cairo_status_t
keep (void                *closure,
      const unsigned char *data,
      unsigned int         length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* A half transparent disc. */
static GBytes *
make_emblem (void)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, EMBLEM_SIZE, EMBLEM_SIZE);
  cairo_t *cr = cairo_create (surface);
  GByteArray *png = g_byte_array_new ();

  cairo_arc (cr, EMBLEM_SIZE / 2.0, EMBLEM_SIZE / 2.0, EMBLEM_SIZE / 2.0, 0, 2 * G_PI);
  cairo_set_source_rgba (cr, 0.5, 0.1, 0.2, 0.5);
  cairo_fill (cr);
  cairo_destroy (cr);
  cairo_surface_write_to_png_stream (surface, keep, png);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (png);
}

static void
add_table (MattraDocument *document)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) mattra_row_free);
  MattraTable *table;

  for (guint i = 0; i < ROWS; i++)
    {
      MattraRow *row = mattra_row_new ();

      if (i == 0)
        mattra_row_set_section (row, TRUE);
      mattra_row_begin_cell (row);
      mattra_row_add_paragraph (row, NULL, i == 0 ? "ด้านการใช้งบประมาณ" : "วิธีการดำเนินการ", -1);
      if (i > 0)
        {
          mattra_row_begin_cell (row);
          mattra_row_add_paragraph (row, NULL, "น้ำ ปั้น e-Service 100%", -1);
        }
      g_ptr_array_add (rows, row);
    }
  table = mattra_document_add_table (document, 14, mattra_row_source_new_for_rows (rows));
  mattra_table_add_column (table, "คำ", 0);
  mattra_table_add_column (table, "ผล", 0);
}

static void
add_signers (MattraDocument *document)
{
  static const char *const first_post[] = { "ปลัดองค์การบริหารส่วนตำบล", NULL };
  static const char *const second_post[] = { "นายกองค์การบริหารส่วนตำบล", NULL };
  const MattraSignature signers[] = {
    { .label = "(ลงชื่อ)", .role = "ผู้ตรวจสอบ", .name = "นางสาวสมหญิง ใจดี", .posts = first_post },
    { .label = "(ลงชื่อ)", .role = "ผู้อนุมัติ", .name = "นายสมชาย รักไทย", .posts = second_post },
  };
  MattraSignatures *block = mattra_document_add_signatures (document, 16, 1);

  for (guint i = 0; i < G_N_ELEMENTS (signers); i++)
    mattra_signatures_add (block, &signers[i]);
}

/* A cover with an emblem and a link, a table over several pages with a section, two signers. */
MattraDocument *
pdf_fixture_new_document (void)
{
  MattraDocument *document = mattra_document_new ();
  g_autoptr (GBytes) emblem = make_emblem ();
  MattraCover *cover;

  mattra_document_set_title (document, "รายงานผล <ทดสอบ> & “ตัวอย่าง”");
  mattra_document_set_author (document, "องค์การบริหารส่วนตำบลดอนตะวัน");
  mattra_document_set_date (document, "2023-03-31");
  mattra_document_set_version (document, "ร่าง");
  mattra_document_begin_section (document, MATTRA_PAGE_PORTRAIT);
  cover = mattra_document_add_cover (document);
  mattra_cover_set_emblem (cover, emblem, 30);
  mattra_cover_add_line (cover, MATTRA_COVER_TITLE, "www.example.go.th", 20, TRUE);
  mattra_document_begin_section (document, MATTRA_PAGE_LANDSCAPE);
  mattra_document_add_heading (document, "วิธีการและพื้นที่ จำนวน น้ำ", 18);
  add_table (document);
  add_signers (document);
  return document;
}

GBytes *
pdf_fixture_write (PdfFixture             *self,
                   const MattraPdfOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MattraTypesetter) typesetter = pdf_fixture_new_typesetter ();
  g_autoptr (MattraDocument) document = pdf_fixture_new_document ();
  g_autoptr (MattraLayout) layout = mattra_layout_new (document, typesetter, &error);
  char *data;
  gsize length;

  g_assert_no_error (error);
  mattra_pdf_write (layout, self->path, options, &error);
  g_assert_no_error (error);
  g_file_get_contents (self->path, &data, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (data, length);
}

void
pdf_fixture_save (PdfFixture *self,
                  GBytes     *bytes)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (self->path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
}

/* What a program prints on both its outputs; NULL, said aloud, if it is not installed. */
char *
pdf_fixture_run (int        *status,
                 const char *program,
                 ...)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autofree char *path = g_find_program_in_path (program);
  g_autofree char *errors = NULL;
  g_autofree char *output = NULL;
  va_list args;

  if (path == NULL)
    {
      g_test_message ("%s is not installed; what it would judge is not judged", program);
      return NULL;
    }
  g_ptr_array_add (argv, path);
  va_start (args, program);
  for (char *arg = va_arg (args, char *); arg != NULL; arg = va_arg (args, char *))
    g_ptr_array_add (argv, arg);
  va_end (args);
  g_ptr_array_add (argv, NULL);
  g_assert_true (g_spawn_sync (NULL, (char **) argv->pdata, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, &errors, status,
                               NULL));
  return g_strconcat (output, errors, NULL);
}
