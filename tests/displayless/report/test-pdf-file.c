/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "mattra-error.h"
#include "mattra-pdf-archive.h"
#include "pdf-fixture.h"

#define VARIANTS 1500

static gboolean
forget (const char *data,
        gsize       length,
        gpointer    closure)
{
  return TRUE;
}

/* Does with a file all that the program may do. Whatever it is, this ends. */
static gboolean
read_all (GBytes *bytes)
{
  const MattraPdfField field = { 1, 10, 10, 50, 20, "ผู้ลงนาม" };
  const MattraPdfArchive archive = { .fingerprint = "0", .fields = &field, .n_fields = 1 };
  g_autoptr (GError) error = NULL;
  g_autoptr (MattraPdfFile) file = mattra_pdf_file_new (bytes, &error);
  guint page;

  if (file == NULL)
    {
      g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID);
      return FALSE;
    }
  for (guint i = 0; i < mattra_pdf_file_get_n_objects (file); i++)
    {
      MattraPdfStream stream;
      MattraPdfPart value = mattra_pdf_file_get_object (file, i);
      g_autofree char *title = mattra_pdf_part_dup_text (mattra_pdf_dict_get (value, "Title"));

      if (mattra_pdf_file_get_stream (file, i, &stream))
        g_assert_cmpuint (stream.length, <=, g_bytes_get_size (bytes));
    }
  for (guint i = 0; i < 5; i++)
    mattra_pdf_file_find_page (file, i, &page);
  mattra_pdf_archive_append (bytes, &archive, forget, NULL, NULL);
  return TRUE;
}

static void
test_own_file (PdfFixture    *self,
               gconstpointer  data)
{
  const MattraPdfOptions options = { .tags = TRUE, .plain = TRUE };
  g_autoptr (GBytes) bytes = pdf_fixture_write (self, &options);
  g_autoptr (GError) error = NULL;
  g_autoptr (MattraPdfFile) file = mattra_pdf_file_new (bytes, &error);
  g_autofree char *title = NULL;
  guint page;

  g_assert_no_error (error);
  g_assert_cmpuint (mattra_pdf_file_get_n_revisions (file), ==, 1);
  g_assert_cmpuint (mattra_pdf_file_get_end (file, 0), ==, g_bytes_get_size (bytes));
  title = mattra_pdf_part_dup_text (
    mattra_pdf_dict_get (mattra_pdf_file_get (file, mattra_pdf_file_get_trailer (file), "Info"), "Title"));
  g_assert_cmpstr (title, ==, "รายงานผล <ทดสอบ> & “ตัวอย่าง”");
  g_assert_true (mattra_pdf_file_find_page (file, 0, &page));
  g_assert_true (mattra_pdf_part_is_name (mattra_pdf_dict_get (mattra_pdf_file_get_object (file, page), "Type"), "Page"));
  g_assert_true (mattra_pdf_file_find_page (file, 1, &page));
  g_assert_false (mattra_pdf_file_find_page (file, 100, &page));
}

static void
test_truncated (PdfFixture    *self,
                gconstpointer  data)
{
  const MattraPdfOptions options = { .tags = TRUE };
  g_autoptr (GBytes) bytes = pdf_fixture_write (self, &options);
  gsize length = g_bytes_get_size (bytes);

  for (gsize n = 0; n < length; n += 1 + length / 400)
    {
      g_autoptr (GBytes) cut = g_bytes_new (g_bytes_get_data (bytes, NULL), n);

      read_all (cut);
    }
  for (gsize n = length - 300; n < length; n++)
    {
      g_autoptr (GBytes) cut = g_bytes_new (g_bytes_get_data (bytes, NULL), n);

      read_all (cut);
    }
}

/* The table and the trailer are small parts of a file: half of the bits are turned there. */
static void
test_turned_bits (PdfFixture    *self,
                  gconstpointer  data)
{
  const MattraPdfOptions options = { .tags = FALSE, .signature_fields = TRUE };
  g_autoptr (GBytes) bytes = pdf_fixture_write (self, &options);
  gsize length = g_bytes_get_size (bytes);
  g_autoptr (GRand) chance = g_rand_new_with_seed (20261129);
  guint n_read = 0;

  for (guint i = 0; i < VARIANTS; i++)
    {
      g_autofree guint8 *copy = g_memdup2 (g_bytes_get_data (bytes, NULL), length);
      g_autoptr (GBytes) changed = NULL;

      for (guint k = 0; k <= i % 8; k++)
        {
          gsize from = k % 2 == 0 ? length - MIN (length, 6000) : 0;
          gsize at = from + (gsize) (g_rand_double (chance) * (double) (length - from));

          copy[at] = (guint8) (k % 3 == 0 ? g_rand_int (chance) : copy[at] ^ (1u << g_rand_int_range (chance, 0, 8)));
        }
      changed = g_bytes_new (copy, length);
      if (read_all (changed))
        n_read++;
    }
  g_assert_cmpuint (n_read, >, VARIANTS / 10);
}

/* A file around @body with a table that says where each of its objects is. */
static GBytes *
make_file (const char *body,
           const char *trailer)
{
  GString *text = g_string_new ("%PDF-1.5\n");
  GString *table = g_string_new ("0000000000 65535 f \n");
  guint n = 1;
  gsize xref;

  g_string_append (text, body);
  for (;; n++)
    {
      g_autofree char *head = g_strdup_printf ("\n%u 0 obj", n);
      const char *at = strstr (text->str, head);

      if (at == NULL)
        break;
      g_string_append_printf (table, "%010u 00000 n \n", (guint) (at + 1 - text->str));
    }
  xref = text->len;
  g_string_append_printf (text, "xref\n0 %u\n%strailer\n%s\nstartxref\n%u\n%%%%EOF\n", n, table->str, trailer,
                          (guint) xref);
  g_string_free (table, TRUE);
  return g_string_free_to_bytes (text);
}

static void
test_page_tree_in_a_circle (void)
{
  g_autoptr (GString) body = g_string_new ("\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n"
                                           "<< /Type /Pages /Kids [");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (MattraPdfFile) file = NULL;
  guint page;

  for (guint i = 0; i < 50000; i++)
    g_string_append (body, " 2 0 R");
  g_string_append (body, " ] >>\nendobj\n");
  bytes = make_file (body->str, "<< /Size 3 /Root 1 0 R >>");
  file = mattra_pdf_file_new (bytes, NULL);
  g_assert_nonnull (file);
  g_assert_false (mattra_pdf_file_find_page (file, 0, &page));
}

static void
test_references_in_a_circle (void)
{
  g_autoptr (GBytes) bytes = make_file ("\n1 0 obj\n2 0 R\nendobj\n2 0 obj\n1 0 R\nendobj\n", "<< /Size 3 /Root 1 0 R >>");
  g_autoptr (MattraPdfFile) file = mattra_pdf_file_new (bytes, NULL);
  guint root;

  g_assert_nonnull (file);
  g_assert_false (mattra_pdf_part_is_dict (mattra_pdf_file_resolve (file, mattra_pdf_file_get_object (file, 1))));
  g_assert_false (mattra_pdf_file_get_root (file, &root));
}

static void
test_too_deep (void)
{
  g_autoptr (GString) body = g_string_new ("\n1 0 obj\n");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (MattraPdfFile) file = NULL;

  for (guint i = 0; i < 200000; i++)
    g_string_append_c (body, '[');
  g_string_append (body, "\nendobj\n");
  bytes = make_file (body->str, "<< /Size 2 /Root 1 0 R >>");
  file = mattra_pdf_file_new (bytes, NULL);
  g_assert_nonnull (file);
  g_assert_null (mattra_pdf_file_get_object (file, 1).start);
}

/* Tables that lie about how much they hold, name each other, or are not there. */
static void
test_bad_tables (void)
{
  static const char *const files[] = {
    "",
    "%PDF-1.5\n",
    "%PDF-1.5\nstartxref\n99999999999999999999\n%%EOF\n",
    "%PDF-1.5\nxref\n0 4294967295\ntrailer\n<< >>\nstartxref\n9\n%%EOF\n",
    "%PDF-1.5\nxref\n0 8000000\n0000000000 65535 f \ntrailer\n<< >>\nstartxref\n9\n%%EOF\n",
    "%PDF-1.5\nxref\n8388607 1\n0000000000 65535 f \ntrailer\n<< >>\nstartxref\n9\n%%EOF\n",
    "%PDF-1.5\nxref\n0 0\ntrailer\n<< /Prev 9 >>\nstartxref\n9\n%%EOF\n",
    "%PDF-1.5\nxref\n0 0\ntrailer\n<< /Prev 40 >>\nstartxref\n9\n%%EOF\n",
    "%PDF-1.5\nxref\n0 0\ntrailer\n<< /Encrypt 1 0 R >>\nstartxref\n9\n%%EOF\n",
    "%PDF-1.5\nxref\n0 0\ntrailer\n<< /Size (\\",
    "%PDF-1.5\nxref\n0 0\ntrailer\n<< /Size 1 >>\nstartxref\n10\n%%EOF\n",
    "%PDF-1.5\n1 0 obj\n<< /Type /XRef >>\nendobj\nstartxref\n9\n%%EOF\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (files[i], strlen (files[i]));

      if (read_all (bytes))
        g_error ("file %u was read", i);
    }
}

/* What is written in one way only, and what some programs read otherwise than others. */
static void
test_dictionaries (void)
{
  static const struct
  {
    const char *text;
    guint       n;
  } cases[] = {
    { "<< >>", 0 },
    { "<< /A 1 /B << /A 2 /A 3 >> % no\n>>", 2 },
    { "<< /A 1 /A 2 >>", G_MAXUINT },
    { "<< /A 1 /#42 2 >>", G_MAXUINT },
    { "<< /A 1 5 /B 2 >>", G_MAXUINT },
    { "<< /A 1 /B >>", G_MAXUINT },
    { "[ /A 1 ]", G_MAXUINT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *at = cases[i].text;
      MattraPdfPart part;
      g_autoptr (GHashTable) entries = NULL;

      g_assert_true (mattra_pdf_part_read (&at, at + strlen (at), &part));
      entries = mattra_pdf_dict_read (part);
      g_assert_cmpuint (entries != NULL ? g_hash_table_size (entries) : G_MAXUINT, ==, cases[i].n);
    }
}

static void
test_references (void)
{
  static const char text[] = "<< /A 1 0 R /B [ 2 0 R 3 7 4 +5 %\n0 R (6 0 R) <08> ] /C << /D 9 0 R>> >>";
  const guint expected[] = { 1, 2, 5, 9 };
  const char *at = text;
  const char *cursor = NULL;
  MattraPdfPart part;
  guint number;

  g_assert_true (mattra_pdf_part_read (&at, text + strlen (text), &part));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_assert_true (mattra_pdf_part_next_ref (part, &cursor, &number));
      g_assert_cmpuint (number, ==, expected[i]);
    }
  g_assert_false (mattra_pdf_part_next_ref (part, &cursor, &number));
}

static void
test_values (void)
{
  static const char text[] = "<< /A (a\\(b\\)\\101\\n) /#42 <FEFF0E01> /C [ 1 0 R 12 % no\n /N#61me ] /D << /A -3.5 >> >>";
  const char *at = text;
  const char *cursor = NULL;
  MattraPdfPart dict, item;
  g_autofree char *a = NULL;
  g_autofree char *b = NULL;
  g_autoptr (GString) changed = g_string_new (text);
  gint64 number;
  guint reference;

  g_assert_true (mattra_pdf_part_read (&at, text + strlen (text), &dict));
  g_assert_true (*at == '\0');
  a = mattra_pdf_part_dup_text (mattra_pdf_dict_get (dict, "A"));
  g_assert_cmpstr (a, ==, "a(b)A\n");
  b = mattra_pdf_part_dup_text (mattra_pdf_dict_get (dict, "B"));
  g_assert_cmpstr (b, ==, "ก");
  g_assert_true (mattra_pdf_array_next (mattra_pdf_dict_get (dict, "C"), &cursor, &item));
  g_assert_true (mattra_pdf_part_get_ref (item, &reference));
  g_assert_cmpuint (reference, ==, 1);
  g_assert_true (mattra_pdf_array_next (mattra_pdf_dict_get (dict, "C"), &cursor, &item));
  g_assert_true (mattra_pdf_part_get_int (item, &number));
  g_assert_cmpint (number, ==, 12);
  g_assert_true (mattra_pdf_array_next (mattra_pdf_dict_get (dict, "C"), &cursor, &item));
  g_assert_true (mattra_pdf_part_is_name (item, "Name"));
  g_assert_false (mattra_pdf_array_next (mattra_pdf_dict_get (dict, "C"), &cursor, &item));
  mattra_pdf_text_set (changed, "D", "7");
  mattra_pdf_text_set (changed, "E", "/New");
  g_assert_true (g_str_has_suffix (changed->str, "/D 7 /E /New\n>>"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/report/pdf-file/own-file", PdfFixture, NULL, pdf_fixture_set_up, test_own_file, pdf_fixture_tear_down);
  g_test_add ("/report/pdf-file/truncated", PdfFixture, NULL, pdf_fixture_set_up, test_truncated,
              pdf_fixture_tear_down);
  g_test_add ("/report/pdf-file/turned-bits", PdfFixture, NULL, pdf_fixture_set_up, test_turned_bits,
              pdf_fixture_tear_down);
  g_test_add_func ("/report/pdf-file/page-tree-in-a-circle", test_page_tree_in_a_circle);
  g_test_add_func ("/report/pdf-file/references-in-a-circle", test_references_in_a_circle);
  g_test_add_func ("/report/pdf-file/too-deep", test_too_deep);
  g_test_add_func ("/report/pdf-file/bad-tables", test_bad_tables);
  g_test_add_func ("/report/pdf-file/dictionaries", test_dictionaries);
  g_test_add_func ("/report/pdf-file/references", test_references);
  g_test_add_func ("/report/pdf-file/values", test_values);
  return g_test_run ();
}
