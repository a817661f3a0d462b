/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cli-fixture.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <locale.h>
#include <string.h>

/* Each kind of paper, made of the sample, is held against tests/expected/KIND.txt, its whole text, and KIND.png, one of
 * its pages. MATTRA_REMAKE_EXPECTED=1 writes them anew from what is printed now: look at them before they are kept. */

#define OFFICE "องค์การบริหารส่วนตำบลดอนตะวัน"
#define CLERK "person:นางสาวสมใจ ใจดี"
#define CHECKER "person:นายเดช กล้าหาญ"
#define CHIEF "person:นายสมชาย ใจกล้า"
#define FINGERPRINT "รหัสตรวจสอบเอกสาร [0-9a-f]{16}"

/* A picture may differ in so few of a thousand points by more than so much of 255: other versions of the program that
 * draws it smooth edges otherwise. */
#define MOST_POINTS 1
#define GREAT_DIFFERENCE 64

static const char *const cells[][3] = {
  { CLERK, "role", "ผู้รายงาน" },
  { CLERK, "post", "นักวิเคราะห์นโยบายและแผนชำนาญการ" },
  { CHECKER, "role", "ผู้ตรวจสอบ" },
  { CHECKER, "post", "ผู้อำนวยการกองคลัง" },
  { CHECKER, "acting", "รักษาราชการแทน ปลัด" OFFICE },
  { CHIEF, "role", "ผู้อนุมัติ" },
  { CHIEF, "post", "นายก" OFFICE },
  { "paper:order", "number", "12/2569" },
  { "paper:order", "day", "2025-12-09" },
  { "paper:announcement", "day", "2025-12-15" },
  { "paper:announcement", "subject", "มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ประจำปีงบประมาณ พ.ศ. ๒๕๖๙" },
  { "paper:memo", "number", "สม 76901/123" },
  { "paper:memo", "day", "2026-04-07" },
  { "plan", "score:1", "96.20" },
  { "plan", "score:2", "88.75" },
  { "plan", "score:5", "71.40" },
  { "plan", "score:8", "79.95" },
};

/* The page that is kept is the first that is no cover. */
static const struct
{
  const char *kind;
  const char *division;
  const char *page;
} papers[] = {
  { "results", NULL, "2" },
  { "measures", NULL, "2" },
  { "division", "กองคลัง", "1" },
  { "late", NULL, "1" },
  { "overview", NULL, "1" },
  { "memo", NULL, "1" },
  { "request", "กองคลัง", "1" },
  { "minutes-table", NULL, "1" },
  { "signature-sheet", NULL, "1" },
  { "announcement", NULL, "1" },
  { "order", NULL, "1" },
  { "annex", NULL, "1" },
};

/* A picture of a sky over a field, a document and a page of the web. */
static void
add_evidence (CliFixture *self)
{
  g_autoptr (GdkPixbuf) picture = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 640, 400);
  g_autoptr (GdkPixbuf) field = gdk_pixbuf_new_subpixbuf (picture, 0, 250, 640, 150);
  g_autofree char *path = cli_fixture_path (self, "ภาพ.png");

  gdk_pixbuf_fill (picture, 0xd0d0d0ff);
  gdk_pixbuf_fill (field, 0x606060ff);
  g_assert_true (gdk_pixbuf_save (picture, path, "png", NULL, NULL));
  cli_fixture_write (self, "รายงาน.pdf", "%PDF-1.7\n%%EOF\n");
  cli_fixture_run (self, 0, "evidence", "sample.mattra", "1", "add", "ภาพ.png", "--round", "first-half", "--step", "1",
                   "--caption", "ภาพถ่ายการประชุมชี้แจง ณ ห้องประชุม" OFFICE, NULL);
  cli_fixture_run (self, 0, "evidence", "sample.mattra", "1", "add", "รายงาน.pdf", "--round", "first-half", NULL);
  cli_fixture_run (self, 0, "evidence", "sample.mattra", "2", "add", "https://www.dontawan.go.th/ita/2569?id=12", "--round",
                   "first-half", "--caption", "ประกาศบนเว็บไซต์", NULL);
}

static void
set_up_sample (CliFixture    *self,
               gconstpointer  data)
{
  g_autofree char *sample = g_test_build_filename (G_TEST_DIST, "..", "data", "samples", "dontawan-2569-first-half.txt",
                                                   NULL);

  cli_fixture_set_up (self, data);
  cli_fixture_run (self, 0, "import", sample, "--into", "sample.mattra", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    cli_fixture_run (self, 0, "set", "sample.mattra", cells[i][0], cells[i][1], cells[i][2], NULL);
  add_evidence (self);
}

static void
print (CliFixture *self,
       const char *kind,
       const char *division)
{
  g_autofree char *chosen = g_strconcat ("--division=", division, NULL);

  cli_fixture_run (self, 0, "report", "sample.mattra", "--kind", kind, "--output", "paper.pdf", "--round", "first-half",
                   "--date", "2026-04-07", "--on", "2026-04-20", division ? chosen : NULL, NULL);
}

/* What a program says; %NULL, said aloud, where it is not installed. */
static char *
ask (CliFixture        *self,
     const char *const *arguments)
{
  g_autofree char *found = g_find_program_in_path (arguments[0]);

  if (found == NULL)
    {
      g_test_skip_printf ("%s is not installed", arguments[0]);
      return NULL;
    }
  cli_fixture_run_program (self, 0, NULL, NULL, arguments);
  return g_strdup (self->output);
}

static gboolean
is_remaking (void)
{
  return g_strcmp0 (g_getenv ("MATTRA_REMAKE_EXPECTED"), "1") == 0;
}

static char *
expected_path (const char *kind,
               const char *suffix)
{
  g_autofree char *name = g_strconcat (kind, suffix, NULL);

  return g_test_build_filename (G_TEST_DIST, "expected", name, NULL);
}

static void
compare_lines (const char *kind,
               const char *expected,
               const char *found)
{
  g_auto (GStrv) old = g_strsplit (expected, "\n", -1);
  g_auto (GStrv) new = g_strsplit (found, "\n", -1);

  for (guint i = 0; old[i] || new[i]; i++)
    if (g_strcmp0 (old[i], new[i]) != 0)
      g_error ("%s, line %u: “%s”, not “%s”", kind, i + 1, new[i] ? new[i] : "(none)", old[i] ? old[i] : "(none)");
}

static void
check_text (CliFixture *self,
            const char *kind)
{
  g_autofree char *text = ask (self, (const char *const[]) { "pdftotext", "-raw", "paper.pdf", "-", NULL });
  g_autofree char *path = expected_path (kind, ".txt");
  g_autoptr (GRegex) fingerprint = g_regex_new (FINGERPRINT, 0, 0, NULL);
  g_autofree char *masked = text ? g_regex_replace_literal (fingerprint, text, -1, 0, "รหัสตรวจสอบเอกสาร …", 0, NULL) : NULL;
  g_autofree char *expected = NULL;
  g_autoptr (GError) error = NULL;

  if (masked == NULL)
    return;
  if (is_remaking ())
    g_file_set_contents (path, masked, -1, &error);
  else if (g_file_get_contents (path, &expected, NULL, &error))
    compare_lines (kind, expected, masked);
  g_assert_no_error (error);
}

static guint
grey_at (GdkPixbuf *picture,
         int        x,
         int        y)
{
  const guint8 *pixels = gdk_pixbuf_read_pixels (picture);

  return pixels[y * gdk_pixbuf_get_rowstride (picture) + x * gdk_pixbuf_get_n_channels (picture)];
}

static gboolean
is_same_picture (const char *kind,
                 GdkPixbuf  *expected,
                 GdkPixbuf  *found)
{
  int width = gdk_pixbuf_get_width (expected);
  int height = gdk_pixbuf_get_height (expected);
  guint n = 0;

  if (gdk_pixbuf_get_width (found) != width || gdk_pixbuf_get_height (found) != height)
    return FALSE;
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      n += ABS ((int) grey_at (expected, x, y) - (int) grey_at (found, x, y)) > GREAT_DIFFERENCE;
  g_test_message ("%s: %u of %d points are others", kind, n, width * height);
  return n * 1000 <= MOST_POINTS * (guint) (width * height);
}

/* Keeps a page anew, unless the one that is kept looks the same but for its fingerprint. */
static void
keep_picture (CliFixture *self,
              const char *kind,
              const char *path,
              GdkPixbuf  *found)
{
  g_autoptr (GdkPixbuf) old = gdk_pixbuf_new_from_file (path, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL;
  gsize size;

  if (old && is_same_picture (kind, old, found))
    return;
  bytes = cli_fixture_read (self, "page.png", &size);
  g_file_set_contents (path, bytes, (gssize) size, &error);
  g_assert_no_error (error);
}

static void
check_picture (CliFixture *self,
               const char *kind,
               const char *page)
{
  const char *const draw[] = {
    "pdftoppm", "-r", "50", "-gray", "-png", "-singlefile", "-f", page, "paper.pdf", "page", NULL,
  };
  g_autofree char *drawn = ask (self, draw);
  g_autofree char *path = cli_fixture_path (self, "page.png");
  g_autofree char *old_path = expected_path (kind, ".png");
  g_autoptr (GdkPixbuf) found = NULL;
  g_autoptr (GdkPixbuf) expected = NULL;
  g_autoptr (GError) error = NULL;

  if (drawn == NULL)
    return;
  found = gdk_pixbuf_new_from_file (path, &error);
  g_assert_no_error (error);
  if (is_remaking ())
    {
      keep_picture (self, kind, old_path, found);
      return;
    }
  expected = gdk_pixbuf_new_from_file (old_path, &error);
  g_assert_no_error (error);
  if (!is_same_picture (kind, expected, found))
    g_error ("%s: the page looks otherwise", kind);
}

static void
test_papers (CliFixture    *self,
             gconstpointer  data)
{
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      print (self, papers[i].kind, papers[i].division);
      check_text (self, papers[i].kind);
      check_picture (self, papers[i].kind, papers[i].page);
    }
}

/* No line of a paper ends inside a word, a date or a number, and none begins with a mark. */
static void
test_line_ends (CliFixture    *self,
                gconstpointer  data)
{
  g_autofree char *judge = g_test_build_filename (G_TEST_DIST, "..", "..", "shared", "bench", "linebreaks.py", NULL);
  g_autofree char *show = cli_fixture_path (self, "show.json");
  g_autoptr (GError) error = NULL;

  if (!g_file_test (judge, G_FILE_TEST_EXISTS))
    {
      g_test_skip ("the judge of line ends is not beside this checkout");
      return;
    }
  cli_fixture_run (self, 0, "show", "sample.mattra", "--json", NULL);
  g_file_set_contents (show, self->output, -1, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      g_autofree char *verdict = NULL;

      print (self, papers[i].kind, papers[i].division);
      verdict = ask (self, (const char *const[]) { "python3", judge, "paper.pdf", show, NULL });
      if (verdict && (!strstr (verdict, "W 0  N 0") || !strstr (verdict, "S 0\n")))
        g_error ("%s: %s", papers[i].kind, verdict);
    }
}

/* Every kind is in the table above. */
static void
test_all_kinds (CliFixture    *self,
                gconstpointer  data)
{
  g_auto (GStrv) kinds = cli_fixture_list_kinds (self);

  for (guint i = 0; kinds[i]; i++)
    {
      guint k = 0;

      while (k < G_N_ELEMENTS (papers) && !g_str_equal (papers[k].kind, kinds[i]))
        k++;
      if (k == G_N_ELEMENTS (papers))
        g_error ("%s is not among the papers that are looked at", kinds[i]);
    }
  g_assert_cmpuint (g_strv_length (kinds), ==, G_N_ELEMENTS (papers));
}

/* How often each letter is in a text. */
static GHashTable *
count_letters (const char *text)
{
  GHashTable *counts = g_hash_table_new (NULL, NULL);

  for (const char *p = text; *p; p = g_utf8_next_char (p))
    {
      gpointer letter = GUINT_TO_POINTER (g_utf8_get_char (p));

      if (!g_unichar_isspace (g_utf8_get_char (p)))
        g_hash_table_insert (counts, letter, GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, letter)) + 1));
    }
  return counts;
}

/* Programs read the pieces of a page in other orders: each letter must be there as often. */
static void
compare_letters (const char *kind,
                 const char *one,
                 const char *other)
{
  g_autoptr (GHashTable) counts = count_letters (one);
  g_autoptr (GHashTable) other_counts = count_letters (other);
  GHashTableIter iter;
  gpointer letter, count;

  g_assert_cmpuint (g_hash_table_size (counts), ==, g_hash_table_size (other_counts));
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &letter, &count))
    if (g_hash_table_lookup (other_counts, letter) != count)
      g_error ("%s: U+%04X is there %u times for pdftotext and %u for mutool", kind, GPOINTER_TO_UINT (letter),
               GPOINTER_TO_UINT (count), GPOINTER_TO_UINT (g_hash_table_lookup (other_counts, letter)));
}

/* The text, which is held against the one expected as pdftotext has it, comes out for mutool letter by letter. */
static void
test_other_reader (CliFixture    *self,
                   gconstpointer  data)
{
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      g_autofree char *raw = NULL;
      g_autofree char *text = NULL;

      print (self, papers[i].kind, papers[i].division);
      raw = ask (self, (const char *const[]) { "pdftotext", "-raw", "paper.pdf", "-", NULL });
      text = ask (self, (const char *const[]) { "mutool", "draw", "-q", "-F", "txt", "paper.pdf", NULL });
      if (raw && text)
        compare_letters (papers[i].kind, raw, text);
    }
}

/* The same data give the same bytes, in another language and time zone too, and qpdf finds nothing to blame. */
static void
test_same_bytes (CliFixture    *self,
                 gconstpointer  data)
{
  g_autofree char *program = cli_fixture_program ();
  g_auto (GStrv) abroad = g_environ_setenv (g_get_environ (), "TZ", "America/Lima", TRUE);

  abroad = g_environ_setenv (abroad, "LC_ALL", "th_TH.UTF-8", TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      g_autofree char *division = g_strconcat ("--division=", papers[i].division, NULL);
      const char *again[] = { program, "report", "sample.mattra", "--kind", papers[i].kind, "--output", "again.pdf",
                              "--round", "first-half", "--date", "2026-04-07", "--on", "2026-04-20",
                              papers[i].division ? division : NULL, NULL };
      g_autofree char *one = NULL;
      g_autofree char *other = NULL;
      g_autofree char *verdict = NULL;
      gsize length, other_length;

      print (self, papers[i].kind, papers[i].division);
      cli_fixture_run_program (self, 0, NULL, abroad, again);
      one = cli_fixture_read (self, "paper.pdf", &length);
      other = cli_fixture_read (self, "again.pdf", &other_length);
      g_assert_cmpmem (one, length, other, other_length);
      verdict = ask (self, (const char *const[]) { "qpdf", "--check", "paper.pdf", NULL });
      if (verdict)
        cli_assert_contains (verdict, "No syntax or stream encoding errors found");
    }
}

/* Only the program's own fonts are in the files, and they are in them. */
static void
test_fonts (CliFixture    *self,
            gconstpointer  data)
{
  g_autoptr (GRegex) embedded = g_regex_new (" yes +yes +yes +[0-9]+ +[0-9]+$", 0, 0, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      g_autofree char *fonts = NULL;
      g_auto (GStrv) lines = NULL;

      print (self, papers[i].kind, papers[i].division);
      fonts = ask (self, (const char *const[]) { "pdffonts", "paper.pdf", NULL });
      lines = g_strsplit (fonts ? fonts : "", "\n", -1);
      for (guint k = 2; fonts && lines[k] && *lines[k] != '\0'; k++)
        {
          cli_assert_contains (lines[k], "Sarabun");
          if (!g_regex_match (embedded, lines[k], 0, NULL))
            g_error ("%s: %s is not embedded", papers[i].kind, lines[k]);
        }
    }
}

/* Several kinds in one file, and what is wrong said as wrong use. */
static void
test_several (CliFixture    *self,
              gconstpointer  data)
{
  cli_fixture_run (self, 0, "report", "sample.mattra", "--kind", "memo,results,measures", "--numbering", "continuous",
                   "--output", "paper.pdf", NULL);
  cli_fixture_run (self, 2, "report", "sample.mattra", "--kind", "memo,novel", "--output", "paper.pdf", NULL);
  cli_assert_contains (self->errors, "novel");
  cli_fixture_run (self, 2, "report", "sample.mattra", "--kind", "", "--output", "paper.pdf", NULL);
  cli_fixture_run (self, 2, "report", "sample.mattra", "--numbering", "none", "--output", "paper.pdf", NULL);
  cli_fixture_run (self, 1, "report", "sample.mattra", "--kind", "set", "--output", "paper.pdf", NULL);
  cli_assert_contains (self->errors, "--kind memo,results");
}

#define add_test(name, function) \
  g_test_add ("/cli/expected/" name, CliFixture, NULL, set_up_sample, (function), cli_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  add_test ("papers", test_papers);
  add_test ("all-kinds", test_all_kinds);
  add_test ("other-reader", test_other_reader);
  add_test ("same-bytes", test_same_bytes);
  add_test ("line-ends", test_line_ends);
  add_test ("fonts", test_fonts);
  add_test ("several", test_several);
  return g_test_run ();
}
