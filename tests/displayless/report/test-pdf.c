/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <locale.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#include "mattra-document.h"
#include "mattra-error.h"
#include "mattra-layout.h"
#include "mattra-pdf.h"

/* Words in which fonts, shaping and readers of files go wrong, and some that should not. */
static const char *const words[] = {
  "จำนวน", "น้ำ", "ทำ", "กำกับ", "สำนัก", "ค่ำ", "ปำ", "ป้ำ", "ฟำ", "ฬ่ำ", "สํารวจ", "ฟื้นฟู", "ปั้น", "ปี่", "ฝึกฝน",
  "วิธีการ", "ที่นี้", "กั้น", "ฤๅษี", "กตัญญู", "ฐาน", "พิเคราะห์", "ต่างๆ", "กรุงเทพฯ", "OIT", "e-Service", "fi", "๑๒๓",
  "“อ้าง”", "๖๕–๖๖", "100%",
};

static MattraLayout *
make_layout (guint n_rows)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *fonts = g_build_filename (g_getenv ("MATTRA_DATA_DIR"), "fonts", NULL);
  g_autofree char *dictionary = g_build_filename (g_getenv ("MATTRA_DATA_DIR"), "dictionary", NULL);
  g_autoptr (MattraTypesetter) typesetter = mattra_typesetter_new (fonts, dictionary, &error);
  g_autoptr (MattraDocument) document = mattra_document_new ();
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) mattra_row_free);
  MattraTable *table;
  MattraLayout *layout;

  g_assert_no_error (error);
  for (guint i = 0; i < n_rows; i++)
    {
      MattraRow *row = mattra_row_new ();

      for (guint k = 0; k < 2; k++)
        {
          mattra_row_begin_cell (row);
          mattra_row_add_paragraph (row, NULL, words[(i + k) % G_N_ELEMENTS (words)], -1);
        }
      g_ptr_array_add (rows, row);
    }
  mattra_document_set_title (document, "รายงานผล");
  mattra_document_set_date (document, "2023-03-31");
  mattra_document_set_version (document, "ร่าง");
  mattra_document_begin_section (document, MATTRA_PAGE_PORTRAIT);
  mattra_cover_add_line (mattra_document_add_cover (document), MATTRA_COVER_TITLE, "www.example.go.th", 20, TRUE);
  mattra_document_begin_section (document, MATTRA_PAGE_LANDSCAPE);
  mattra_document_add_heading (document, "วิธีการและพื้นที่ จำนวน น้ำ", 18);
  table = mattra_document_add_table (document, 14, mattra_row_source_new_for_rows (rows));
  mattra_table_add_column (table, "คำ", 0);
  mattra_table_add_column (table, "ฟื้นที่", 0);
  layout = mattra_layout_new (document, typesetter, &error);
  g_assert_no_error (error);
  return layout;
}

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = g_dir_make_tmp ("mattra-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "report.pdf", NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_unlink (fixture->path);
  /* Fails if a draft was left behind. */
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static GBytes *
write_pdf (Fixture  *fixture,
           gboolean  tags)
{
  g_autoptr (MattraLayout) layout = make_layout (60);
  g_autoptr (GError) error = NULL;
  MattraPdfOptions options = { .tags = tags };
  char *data;
  gsize length;

  mattra_pdf_write (layout, fixture->path, &options, &error);
  g_assert_no_error (error);
  g_file_get_contents (fixture->path, &data, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (data, length);
}

static void
test_same_bytes (Fixture       *fixture,
                 gconstpointer  data)
{
  static const char *const locales[] = { "C", "C.UTF-8", "th_TH.UTF-8", "de_DE.UTF-8" };

  for (int tags = 0; tags <= 1; tags++)
    {
      g_autoptr (GBytes) first = write_pdf (fixture, tags);

      for (guint i = 0; i < G_N_ELEMENTS (locales); i++)
        {
          g_autoptr (GBytes) again = NULL;

          if (setlocale (LC_ALL, locales[i]) == NULL)
            continue;
          again = write_pdf (fixture, tags);
          g_assert_true (g_bytes_equal (first, again));
        }
      setlocale (LC_ALL, "C.UTF-8");
    }
}

/* What a program prints on its standard output; %NULL if it is not installed. */
static char *
run (const char *program,
     ...)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autofree char *path = g_find_program_in_path (program);
  char *output = NULL;
  va_list args;

  if (path == NULL)
    return NULL;

  g_ptr_array_add (argv, path);
  va_start (args, program);
  for (char *arg = va_arg (args, char *); arg != NULL; arg = va_arg (args, char *))
    g_ptr_array_add (argv, arg);
  va_end (args);
  g_ptr_array_add (argv, NULL);
  g_assert_true (g_spawn_sync (NULL, (char **) argv->pdata, NULL, G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &output,
                               NULL, NULL, NULL));
  return output;
}

static void
assert_all_words (const char *output,
                  const char *program)
{
  if (output == NULL)
    {
      g_test_message ("%s is not installed", program);
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (output, words[i]) == NULL)
      g_error ("%s does not find “%s”", program, words[i]);
  if (strstr (output, "วิธีการและพื้นที่ จำนวน น้ำ") == NULL)
    g_error ("%s does not find the heading in: %s", program, output);
}

static void
test_text_comes_back (Fixture       *fixture,
                      gconstpointer  data)
{
  for (int tags = 0; tags <= 1; tags++)
    {
      g_autoptr (GBytes) bytes = write_pdf (fixture, tags);
      g_autofree char *raw = run ("pdftotext", "-raw", fixture->path, "-", NULL);
      g_autofree char *plain = run ("pdftotext", fixture->path, "-", NULL);
      g_autofree char *mutool = run ("mutool", "draw", "-q", "-F", "txt", fixture->path, NULL);

      assert_all_words (raw, "pdftotext -raw");
      assert_all_words (plain, "pdftotext");
      assert_all_words (mutool, "mutool");
    }
}

static void
test_file_is_sound (Fixture       *fixture,
                    gconstpointer  data)
{
  for (int tags = 0; tags <= 1; tags++)
    {
      g_autoptr (GBytes) bytes = write_pdf (fixture, tags);
      g_autofree char *output = run ("qpdf", "--check", fixture->path, NULL);

      if (output == NULL)
        {
          g_test_skip ("qpdf is not installed");
          return;
        }
      g_assert_nonnull (strstr (output, "No syntax or stream encoding errors found"));
    }
}

/* Fails while Cairo writes, and while the rest is appended. */
static void
write_on_full_disk (Fixture      *fixture,
                    MattraLayout *layout,
                    gsize         most)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = NULL;
  MattraPdfOptions options = { .tags = TRUE };
  struct rlimit old_limit;
  struct rlimit limit;

  g_file_set_contents (fixture->path, "the old report", -1, NULL);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &old_limit), ==, 0);
  limit = old_limit;
  limit.rlim_cur = most;
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  g_assert_false (mattra_pdf_write (layout, fixture->path, &options, &error));
  setrlimit (RLIMIT_FSIZE, &old_limit);
  g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_IO);
  g_assert_nonnull (strstr (error->message, fixture->path));
  g_file_get_contents (fixture->path, &kept, NULL, NULL);
  g_assert_cmpstr (kept, ==, "the old report");
}

static void
test_full_disk (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (MattraLayout) layout = make_layout (60);
  const MattraPdfOptions plain = { .tags = TRUE, .plain = TRUE };
  g_autofree char *drawn = NULL;
  gsize length = 0;

  g_assert_true (mattra_pdf_write (layout, fixture->path, &plain, NULL));
  g_assert_true (g_file_get_contents (fixture->path, &drawn, &length, NULL));
  write_on_full_disk (fixture, layout, 4096);
  write_on_full_disk (fixture, layout, length + 100);
}

static void
test_no_folder (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (MattraLayout) layout = make_layout (1);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, "absent", "report.pdf", NULL);
  MattraPdfOptions options = { .tags = FALSE };

  g_assert_false (mattra_pdf_write (layout, path, &options, &error));
  g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_IO);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/report/pdf/same-bytes", Fixture, NULL, set_up, test_same_bytes, tear_down);
  g_test_add ("/report/pdf/text-comes-back", Fixture, NULL, set_up, test_text_comes_back, tear_down);
  g_test_add ("/report/pdf/file-is-sound", Fixture, NULL, set_up, test_file_is_sound, tear_down);
  g_test_add ("/report/pdf/full-disk", Fixture, NULL, set_up, test_full_disk, tear_down);
  g_test_add ("/report/pdf/no-folder", Fixture, NULL, set_up, test_no_folder, tear_down);
  return g_test_run ();
}
