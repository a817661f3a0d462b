/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include <glib/gstdio.h>

#include "mattra-error.h"
#include "mattra-import.h"
#include "mattra-table.h"
#include "mattra-text-reader.h"

#define HEADER "มาตรการ\tวิธีการดำเนินการ\tผู้รับผิดชอบ\n"

static MattraImport *
read_data (const char  *data,
           gsize        length,
           const char  *name,
           GError     **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);

  return mattra_import_read_bytes (bytes, name, NULL, error);
}

/* What cannot be read is refused with file, place and remedy. */
static const struct
{
  const char *name;
  const char *data;
  gsize length; /* 0: up to the NUL */
  const char *says;
} refused[] = {
  { "empty.txt", "", 0, "empty.txt: the file is empty" },
  { "blank.txt", " \n\n", 0, "blank.txt:1:1: no table" },
  { "a.pdf", "%PDF-1.7\n", 0, "a PDF document" },
  { "a.docx", "PK\003\004\024", 0, "a compressed document" },
  { "a.doc", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 0, "an old Office document" },
  { "a.png", "\x89PNG\r\n\x1A\n", 0, "a PNG picture" },
  { "a.rtf", "{\\rtf1\\ansi", 0, "an RTF document" },
  { "a.html", "<!doctype HTML><table>", 0, "a web page" },
  { "a.mattra", "SQLite format 3", 16, "a database" },
  { "nul.txt", HEADER "ก\tข\0\tค", sizeof HEADER + 9, "nul.txt:2:4: the control character U+0000" },
  { "bell.txt", "มาตรการ\a", 0, "bell.txt:1:8: the control character U+0007" },
  { "latin.txt", "caf\xE9 au lait\n", 0, "latin.txt:1:4: byte 3 is no valid UTF-8" },
  { "cut.txt", "มาตรการ\n\xE0\xB8", 0, "cut.txt:2:1: byte 22 is no valid UTF-8" },
  { "odd.txt", "\xFF\xFE\x01", 3, "says that it is UTF-16" },
  { "heads.tsv", "หนึ่ง\tสอง\n1\t2\n", 0, "heads.tsv:1:1: no table of measures" },
  { "bare.tsv", "\nมาตรการ\tวิธีการ\tผู้รับผิดชอบ\n", 0, "bare.tsv:2:1: the table has heads, but no row" },
  { "quote.csv", "มาตรการ,วิธีการ\n\"ก,ข\n", 0, "quote.csv:2:1: a quotation mark opens" },
  { "after.csv", "มาตรการ,วิธีการ\n\"ก\"x,ข\n", 0, "after.csv:2:3: text follows" },
};

static void
test_refused (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      gsize length = refused[i].length != 0 ? refused[i].length : strlen (refused[i].data);
      g_autoptr (GError) error = NULL;
      g_autoptr (MattraImport) import = read_data (refused[i].data, length, refused[i].name, &error);

      g_assert_null (import);
      g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID);
      if (strstr (error->message, refused[i].says) == NULL)
        {
          g_test_message ("%s: %s", refused[i].name, error->message);
          g_test_fail ();
        }
    }
}

static const struct
{
  const char *data;
  gsize length;
  MattraRepairKind repair;
} taken[] = {
  { "\xEF\xBB\xBF" HEADER "ก\tข\tค\n", 0, -1 },
  { "มาตรการ\tวิธีการดำเนินการ\r\nก\tข\r\n", 0, -1 },
  { "มาตรการ\tวิธีการดำเนินการ\rก\tข", 0, -1 },
  { HEADER "ก\xE2\x80\xAE\tข\tค\n", 0, MATTRA_REPAIR_BIDI },
  { "\xC1\xD2\xB5\xC3\xA1\xD2\xC3\t\xC7\xD4\xB8\xD5\xA1\xD2\xC3\n\xA1\t\xA2\n", 0, MATTRA_REPAIR_ENCODING },
  { "\xFE\xFF\x0E\x02\x0E\x49\x0E\x2D\x00\t\x0E\x21\x0E\x32\x0E\x15\x0E\x23\x0E\x01\x0E\x32\x0E\x23\x00\n\x00" "1\x00\t\x0E\x01\x00\n",
    34, MATTRA_REPAIR_ENCODING },
};

static void
test_taken (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (taken); i++)
    {
      gsize length = taken[i].length != 0 ? taken[i].length : strlen (taken[i].data);
      g_autoptr (GError) error = NULL;
      g_autoptr (MattraImport) import = read_data (taken[i].data, length, "text", &error);
      GPtrArray *measures, *repairs;

      g_assert_no_error (error);
      measures = mattra_import_get_measures (import);
      repairs = mattra_import_get_repairs (import);
      g_assert_cmpuint (measures->len, ==, 1);
      g_assert_cmpstr (mattra_measure_get_title (g_ptr_array_index (measures, 0)), ==, "ก");
      if ((int) taken[i].repair >= 0)
        {
          g_assert_cmpuint (repairs->len, >, 0);
          g_assert_cmpint (((MattraRepair *) g_ptr_array_index (repairs, 0))->kind, ==, taken[i].repair);
        }
    }
}

static void
assert_too_much (GString    *text,
                 const char *name,
                 const char *says)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MattraImport) import = read_data (text->str, text->len, name, &error);

  g_assert_null (import);
  g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, says));
}

static void
append_times (GString    *text,
              const char *what,
              guint       n)
{
  for (guint i = 0; i < n; i++)
    g_string_append (text, what);
}

static void
test_limits (void)
{
  g_autoptr (GString) cell = g_string_new (HEADER "ก\t");
  g_autoptr (GString) line = g_string_new (NULL);
  g_autoptr (GString) columns = g_string_new (HEADER);
  g_autoptr (GString) rows = g_string_new (HEADER);
  g_autoptr (GString) quoted = g_string_new ("มาตรการ,วิธีการ\nก,\"");

  append_times (cell, "ข้อ ", 1000000);
  assert_too_much (cell, "cell.txt", "cell.txt:2:3: a cell holds");
  append_times (line, "ก", 4000000);
  assert_too_much (line, "line.txt", "line.txt:1:1: a cell holds");
  append_times (columns, "\t", 100000);
  assert_too_much (columns, "columns.txt", "columns.txt:2:257: a row has more than 256 cells");
  append_times (rows, "ก\tข\n", MATTRA_TABLE_MAX_ROWS);
  assert_too_much (rows, "rows.txt", "rows.txt:200001:1: there are more than 200000 rows");
  append_times (quoted, "\n", 10000000);
  assert_too_much (quoted, "quoted.csv", "quoted.csv:2:3: a quotation mark opens");
}

/* A cell as large as is read may hold anything; it must not take long. */
static void
test_hostile_cells (void)
{
  static const char *const pieces[] = { "1. ", "1.1 ", "- ", "(", "(1) ", "1) ", "๑.๑", "\"", "ํา", "ข้อ 1. ", "1/2/2566 ", "ต.ค. - ", "และ ", "กองคลัง " };
  g_autoptr (GString) text = g_string_new (HEADER);
  g_autoptr (GError) error = NULL;
  g_autoptr (MattraImport) import = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_string_append_printf (text, "%u. ชื่อ\t", i + 1);
      append_times (text, pieces[i], (guint) (MATTRA_TABLE_MAX_CELL_BYTES / strlen (pieces[i])));
      g_string_append_c (text, '\t');
      append_times (text, pieces[i], 100);
      g_string_append_c (text, '\n');
    }

  import = read_data (text->str, text->len, "hostile.txt", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (mattra_import_get_measures (import)->len, ==, G_N_ELEMENTS (pieces));
}

/* Documents whose rows go on for ever, each in a way of its own: none may cost its square. */
static const struct
{
  const char *begin;
  const char *repeat;
} endless[] = {
  { HEADER "1. ก\tข\n", "\tค\n" },
  { HEADER "1. ก\tข\n", HEADER "ต่อ\tค\n" },
  { HEADER "1. ก\tข\n", HEADER "ต่อ\t\n" },
  { "ที่\tมาตรการ\tวิธีการ\n1\tก\tข\n", "\tหมวด\t\n" },
  { "ที่\tมาตรการ\tระยะเวลา\n1\tก\tต.ค. ๖๕\n", "\t\tม.ค. ๖๖\n\t\tคำที่หลุดมาจากช่องข้างเคียง\n" },
  { "ที่\tมาตรการ\tแล้วเสร็จ\tยกเลิก\n1\tก\tดี\n", "\t\tดี\tเลว\n" },
  { HEADER "1. ก\tข\n", "มาตรการ\tตัวชี้วัด\tวิธีการ\nมาตรการ\tวิธีการ\tตัวชี้วัด\n" },
};

static void
test_endless (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (endless); i++)
    {
      g_autoptr (GString) text = g_string_new (endless[i].begin);
      g_autoptr (GError) error = NULL;
      g_autoptr (MattraImport) import = NULL;

      append_times (text, endless[i].repeat, 40000);
      import = read_data (text->str, text->len, "endless.txt", &error);
      g_assert_no_error (error);
    }
}

static void
test_files (void)
{
  g_autofree char *folder = g_dir_make_tmp ("mattra-XXXXXX", NULL);
  g_autofree char *missing = g_build_filename (folder, "missing.txt", NULL);
  g_autoptr (GError) not_found = NULL;
  g_autoptr (GError) is_folder = NULL;
  g_autoptr (GError) is_device = NULL;

  g_assert_null (mattra_import_read_file (missing, NULL, &not_found));
  g_assert_error (not_found, MATTRA_ERROR, MATTRA_ERROR_NOT_FOUND);
  g_assert_null (mattra_import_read_file (folder, NULL, &is_folder));
  g_assert_error (is_folder, MATTRA_ERROR, MATTRA_ERROR_INVALID);
  g_assert_nonnull (strstr (is_folder->message, "this is a folder"));
  g_assert_null (mattra_import_read_file ("/dev/null", NULL, &is_device));
  g_assert_error (is_device, MATTRA_ERROR, MATTRA_ERROR_INVALID);
  g_rmdir (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/text-reader/refused", test_refused);
  g_test_add_func ("/exchange/text-reader/taken", test_taken);
  g_test_add_func ("/exchange/text-reader/limits", test_limits);
  g_test_add_func ("/exchange/text-reader/hostile-cells", test_hostile_cells);
  g_test_add_func ("/exchange/text-reader/endless", test_endless);
  g_test_add_func ("/exchange/text-reader/files", test_files);

  return g_test_run ();
}
