/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "docx-fixture.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

/* LibreOffice opens every kind of Word document: it shows the same texts, loses no row and repeats the heads. */

#define N_ROWS 60
#define HEAD "หัวของตาราง"

static const struct
{
  const char *name;
  const char *kind;
  const char *division;
} kinds[] = {
  { "results", "results", NULL }, { "measures", "measures", NULL }, { "division", "division", NULL },
  { "late", "late", NULL }, { "overview", "overview", NULL },
  { "memo", "memo", NULL }, { "request", "request", "division-1" },
  { "minutes-table", "minutes-table", NULL }, { "signature-sheet", "signature-sheet", NULL },
  { "announcement", "announcement", NULL }, { "order", "order", NULL }, { "set", "memo,measures,signature-sheet", NULL },
};

#define ROWS_NAME "rows"

static char *
path_of (PaperFixture *self,
         const char   *name,
         const char   *extension)
{
  g_autofree char *file = g_strconcat (name, extension, NULL);

  return g_build_filename (self->folder, file, NULL);
}

/* A table over several pages, whose rows are of one to nine lines. */
static void
write_rows (PaperFixture *self)
{
  g_autofree char *path = path_of (self, ROWS_NAME, ".docx");
  g_autoptr (MattraDocument) document = mattra_document_new ();
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) mattra_row_free);
  MattraTable *table;

  for (guint i = 0; i < N_ROWS; i++)
    {
      MattraRow *row = mattra_row_new ();
      g_autofree char *text = g_strdup_printf ("แถวที่%uจบ", i);

      g_ptr_array_add (rows, row);
      for (guint cell = 0; cell < 2; cell++)
        {
          mattra_row_begin_cell (row);
          mattra_row_add_paragraph (row, cell == 0 ? NULL : "๑.", text, -1);
          for (guint k = 0; cell == 1 && k < i % 9; k++)
            mattra_row_add_paragraph (row, "๒.", "บรรทัดต่อมา", -1);
        }
    }
  table = mattra_document_add_table (document, 14, mattra_row_source_new_for_rows (rows));
  mattra_table_add_column (table, HEAD, 80);
  mattra_table_add_column (table, "หัวที่สอง", 80);
  g_assert_true (docx_write (document, path, NULL));
}

static GPtrArray *
write_all (PaperFixture *self)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);

  write_rows (self);
  g_ptr_array_add (paths, path_of (self, ROWS_NAME, ".docx"));
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      MattraReportOptions options = paper_options (kinds[i].kind);
      char *path = path_of (self, kinds[i].name, ".docx");

      options.division = kinds[i].division;
      docx_write_kind (self, &options, path);
      g_ptr_array_add (paths, path);
    }
  return paths;
}

static void
remove_all (const char *path)
{
  g_autoptr (GDir) folder = g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open (path, 0, NULL);
  const char *name;

  while (folder && (name = g_dir_read_name (folder)))
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);

      remove_all (inner);
    }
  g_remove (path);
}

/* A home of its own, in which TH SarabunPSK is our font: what is not installed would be any font. */
static char **
make_environment (PaperFixture *self,
                  const char   *home)
{
  g_autofree char *fonts = g_test_build_filename (G_TEST_DIST, "..", "data", "fonts", NULL);
  g_autofree char *path = g_build_filename (home, "fonts.conf", NULL);
  g_autofree char *text = g_strdup_printf (
    "<?xml version=\"1.0\"?><fontconfig><dir>%s</dir><cachedir>%s</cachedir>"
    "<alias binding=\"same\"><family>TH SarabunPSK</family><prefer><family>Sarabun</family></prefer></alias>"
    "</fontconfig>", fonts, home);

  g_assert_cmpint (g_mkdir (home, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return g_environ_setenv (g_environ_setenv (g_get_environ (), "HOME", home, TRUE), "FONTCONFIG_FILE", path, TRUE);
}

/* Has all documents made PDF, at once: starting takes longer than the work. */
static void
convert (PaperFixture *self,
         const char   *program,
         GPtrArray    *paths)
{
  g_autofree char *home = g_build_filename (self->folder, "home", NULL);
  g_auto (GStrv) environment = make_environment (self, home);
  g_autofree char *profile = g_strdup_printf ("-env:UserInstallation=file://%s/profile", home);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  const char *const options[] = { program, profile, "--headless", "--convert-to", "pdf", "--outdir", self->folder };
  g_autoptr (GError) error = NULL;
  int status;

  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    g_ptr_array_add (words, (char *) options[i]);
  for (guint i = 0; i < paths->len; i++)
    g_ptr_array_add (words, g_ptr_array_index (paths, i));
  g_ptr_array_add (words, NULL);
  g_spawn_sync (self->folder, (char **) words->pdata, environment,
                G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
  remove_all (home);
}

/* Letters without spaces; SARA AM as one letter, and without the dots that are no text in the document. */
static char *
squeeze (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " .\n\t", -1);
  GString *joined = g_string_new (NULL);

  for (guint i = 0; words[i]; i++)
    g_string_append (joined, words[i]);
  g_string_replace (joined, "\u0e4d\u0e32", "\u0e33", 0);
  g_string_replace (joined, "\u00a0", "", 0);
  g_string_replace (joined, "\u2003", "", 0);
  return g_string_free (joined, FALSE);
}

/* The texts of the pages; %NULL, said aloud, where poppler is not installed. */
static char **
read_pages (PaperFixture *self,
            const char   *name)
{
  g_autofree char *path = path_of (self, name, ".pdf");
  g_autofree char *text = NULL;
  char **pages;

  g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
  text = paper_ask ("pdftotext", "-raw", path, "-", NULL);
  pages = text ? g_strsplit (text, "\f", -1) : NULL;
  for (guint i = 0; pages && pages[i]; i++)
    {
      char *page = pages[i];

      pages[i] = squeeze (page);
      g_free (page);
    }
  return pages;
}

/* Whether a text stands on a page, or begins on one and ends on the next. */
static gboolean
is_said (char       **pages,
         const char  *text)
{
  for (guint i = 0; pages[i]; i++)
    if (strstr (pages[i], text))
      return TRUE;
  for (const char *end = g_utf8_next_char (text); *end; end = g_utf8_next_char (end))
    {
      g_autofree char *begin = g_strndup (text, (gsize) (end - text));

      for (guint i = 0; pages[i] && pages[i + 1]; i++)
        if (strstr (pages[i], begin) && strstr (pages[i + 1], end))
          return TRUE;
    }
  return FALSE;
}

static void
assert_texts (PaperFixture *self,
              const char   *name)
{
  g_autofree char *path = path_of (self, name, ".docx");
  g_autoptr (DocxFile) file = docx_read (path);
  g_autoptr (GPtrArray) texts = docx_paragraphs (file);
  g_auto (GStrv) pages = read_pages (self, name);

  for (guint i = 0; pages && i < texts->len; i++)
    {
      g_autofree char *text = squeeze (g_ptr_array_index (texts, i));

      if (!is_said (pages, text))
        g_error ("%s: “%s” is not in what LibreOffice shows", name, text);
    }
}

/* Every row stands there once, in order, and each page begins with the heads. */
static void
assert_rows (PaperFixture *self)
{
  g_auto (GStrv) pages = read_pages (self, ROWS_NAME);
  g_autofree char *whole = pages ? g_strjoinv ("", pages) : NULL;
  const char *at = whole;

  if (pages == NULL)
    return;
  g_assert_cmpuint (g_strv_length (pages), >, 4);
  for (guint i = 0; pages[i] && *pages[i] != '\0'; i++)
    g_assert_cmpuint (paper_count (pages[i], HEAD), ==, 1);
  for (guint i = 0; i < N_ROWS; i++)
    {
      g_autofree char *text = g_strdup_printf ("แถวที่%uจบ", i);

      g_assert_cmpuint (paper_count (whole, text), ==, 2);
      at = strstr (at, text);
      g_assert_nonnull (at);
    }
  g_assert_cmpuint (paper_count (whole, "บรรทัดต่อมา"), ==, N_ROWS / 9 * 36 + (N_ROWS % 9) * (N_ROWS % 9 - 1) / 2);
}

static void
test_office (PaperFixture  *self,
             gconstpointer  data)
{
  g_autofree char *program = g_find_program_in_path ("soffice");
  g_autoptr (GPtrArray) paths = NULL;

  if (program == NULL)
    {
      g_test_skip ("soffice is not installed");
      return;
    }
  paths = write_all (self);
  convert (self, program, paths);
  assert_rows (self);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    assert_texts (self, kinds[i].name);
  for (guint i = 0; i < paths->len; i++)
    {
      const char *path = g_ptr_array_index (paths, i);
      g_autofree char *pdf = g_strdup_printf ("%.*s.pdf", (int) (strlen (path) - strlen (".docx")), path);

      g_assert_cmpint (g_unlink (path), ==, 0);
      g_assert_cmpint (g_unlink (pdf), ==, 0);
    }
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  paper_add_test ("docx/office", paper_set_up, test_office);
  return g_test_run ();
}
