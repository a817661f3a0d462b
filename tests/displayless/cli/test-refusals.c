/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cli-fixture.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

/* What keeps a paper from being printed, with every kind and written as every format: it is told, and nothing is left. */

#define REGISTER "register.mattra"
#define OFFICE "องค์การบริหารส่วนตำบลโนนตัวอย่าง"

static const char document[] =
  "ประจำปีงบประมาณ พ.ศ. ๒๕๖๖ (รอบ ๖ เดือนแรก)\n" OFFICE "\n\n"
  "ที่\tมาตรการ\tวิธีการดำเนินการ\tผู้รับผิดชอบ\tระยะเวลาดำเนินการ\tผลการดำเนินการ\n"
  "๑\tการใช้งบประมาณ\tประกาศแผน\tกองคลัง\tต.ค. ๖๕ - มี.ค. ๖๖\tประกาศแล้ว\n"
  "๒\tการประชาสัมพันธ์\tจัดทำแผ่นพับ\tสำนักปลัด\tต.ค. ๖๕ - มี.ค. ๖๖\t\n";

static void
import_document (CliFixture *self)
{
  cli_fixture_write (self, "report.txt", document);
  cli_fixture_run (self, 0, "import", "report.txt", "--into", REGISTER, NULL);
}

static void
set (CliFixture *self,
     const char *target,
     const char *field,
     const char *value)
{
  cli_fixture_run (self, 0, "set", REGISTER, target, field, value, NULL);
}

static int
compare_names (gconstpointer one,
               gconstpointer other)
{
  return strcmp (*(const char *const *) one, *(const char *const *) other);
}

/* The names in a folder, in order. */
static char *
list_folder (CliFixture *self,
             const char *name)
{
  g_autofree char *path = cli_fixture_path (self, name);
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *entry;

  while ((entry = g_dir_read_name (folder)))
    g_ptr_array_add (names, g_strdup (entry));
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  return g_strjoinv (" ", (char **) names->pdata);
}

/* Runs the program, as nobody where root could do what is refused, and finds the reason in what it says. */
static void
refuse (CliFixture *self,
        gboolean    nobody,
        const char *kind,
        const char *output,
        const char *reason)
{
  static const char *const nobody_words[] = { "setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--" };
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autofree char *program = cli_fixture_program ();
  const char *const report[] = { program, "report", REGISTER, "--kind", kind, "--output", output };

  for (guint i = 0; i < G_N_ELEMENTS (nobody_words) && nobody && geteuid () == 0; i++)
    g_ptr_array_add (words, (char *) nobody_words[i]);
  for (guint i = 0; i < G_N_ELEMENTS (report); i++)
    g_ptr_array_add (words, (char *) report[i]);
  g_ptr_array_add (words, NULL);
  cli_fixture_run_program (self, 1, NULL, NULL, (const char *const *) words->pdata);
  g_assert_true (g_str_has_prefix (self->errors, "mattra-cli: "));
  g_assert_null (strstr (self->errors, "CRITICAL"));
  cli_assert_contains (self->errors, reason);
}

static const char *const endings[] = { "pdf", "docx", "png" };

/* Several pages are a picture each. */
static const char *const folders[] = { "folder.pdf", "folder.docx", "folder.png", "folder-1.png", "folder-2.png" };

/* A folder where the file should be, no folder to put it into, and one that may not be written to. */
static void
test_places (CliFixture    *self,
             gconstpointer  data)
{
  g_auto (GStrv) kinds = cli_fixture_list_kinds (self);
  g_autofree char *setpriv = g_find_program_in_path ("setpriv");
  g_autofree char *locked = cli_fixture_path (self, "locked");
  g_autofree char *register_path = cli_fixture_path (self, REGISTER);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  import_document (self);
  g_chmod (self->folder, 0755);
  g_chmod (register_path, 0644);
  g_mkdir (locked, 0755);
  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *folder = cli_fixture_path (self, folders[i]);

      g_mkdir (folder, 0755);
    }
  before = list_folder (self, ".");
  g_chmod (locked, 0555);
  for (guint i = 0; kinds[i]; i++)
    for (guint k = 0; k < G_N_ELEMENTS (endings); k++)
      {
        g_autofree char *folder = g_strconcat ("folder.", endings[k], NULL);
        g_autofree char *absent = g_strconcat ("absent/paper.", endings[k], NULL);
        g_autofree char *denied = g_strconcat ("locked/paper.", endings[k], NULL);

        refuse (self, FALSE, kinds[i], folder, "is not a file");
        refuse (self, FALSE, kinds[i], absent, "absent/paper");
        if (geteuid () != 0 || setpriv)
          refuse (self, TRUE, kinds[i], denied, "locked/paper");
      }
  g_chmod (locked, 0755);
  after = list_folder (self, ".");
  g_assert_cmpstr (after, ==, before);
  g_clear_pointer (&after, g_free);
  after = list_folder (self, "locked");
  g_assert_cmpstr (after, ==, "");
}

/* On a full disk an earlier paper stays, and nothing is left beside it. */
static void
test_full_disk (CliFixture    *self,
                gconstpointer  data)
{
  g_auto (GStrv) kinds = cli_fixture_list_kinds (self);
  g_autofree char *small = cli_fixture_path (self, "small");
  g_autofree char *mount = g_strdup_printf ("mount -t tmpfs -o size=64k tmpfs %s", small);
  g_autofree char *unmount = g_strdup_printf ("umount %s", small);
  g_autofree char *fill = g_strdup_printf ("dd if=/dev/zero of=%s/fill bs=1k count=200", small);
  int status = 1;

  g_mkdir (small, 0755);
  if (geteuid () != 0 || !g_spawn_command_line_sync (mount, NULL, NULL, &status, NULL) || status != 0)
    {
      g_test_skip ("no small file system can be mounted here");
      return;
    }
  import_document (self);
  for (guint k = 0; k < G_N_ELEMENTS (endings); k++)
    {
      g_autofree char *paper = g_strconcat ("small/paper.", endings[k], NULL);

      cli_fixture_write (self, paper, "the old paper");
    }
  g_spawn_command_line_sync (fill, NULL, NULL, NULL, NULL);
  for (guint i = 0; kinds[i]; i++)
    for (guint k = 0; k < G_N_ELEMENTS (endings); k++)
      {
        g_autofree char *paper = g_strconcat ("small/paper.", endings[k], NULL);
        g_autofree char *kept = NULL;
        g_autofree char *names = NULL;

        refuse (self, FALSE, kinds[i], paper, "small/paper");
        kept = cli_fixture_read (self, paper, NULL);
        g_assert_cmpstr (kept, ==, "the old paper");
        names = list_folder (self, "small");
        g_assert_cmpstr (names, ==, "fill paper.docx paper.pdf paper.png");
      }
  g_spawn_command_line_sync (unmount, NULL, NULL, NULL, NULL);
}

static gboolean
is_there (CliFixture *self,
          const char *name)
{
  g_autofree char *path = cli_fixture_path (self, name);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

/* A plan without a measure: what is about measures says so, and the committee can be appointed all the same. */
static void
test_empty_plan (CliFixture    *self,
                 gconstpointer  data)
{
  g_auto (GStrv) kinds = cli_fixture_list_kinds (self);

  cli_fixture_run (self, 0, "new", REGISTER, "--organisation", OFFICE, "--fiscal-year", "2566", NULL);
  for (guint i = 0; kinds[i]; i++)
    for (guint k = 0; k < G_N_ELEMENTS (endings); k++)
      {
        g_autofree char *paper = g_strdup_printf ("%s.%s", kinds[i], endings[k]);
        gboolean prints = g_str_equal (kinds[i], "order") || g_str_equal (kinds[i], "signature-sheet");

        if (!prints)
          refuse (self, FALSE, kinds[i], paper, "no measure to print; import a table");
        else if (k == 0)
          cli_fixture_run (self, 0, "report", REGISTER, "--kind", kinds[i], "--output", paper, NULL);
        g_assert_cmpint (is_there (self, paper), ==, prints && k == 0);
      }
}

/* What stands on one page only and is longer than that is told, and nothing is written. */
static void
test_too_long (CliFixture    *self,
               gconstpointer  data)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 90; i++)
    g_string_append (text, "มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน");
  import_document (self);
  set (self, "plan", "results/title", text->str);
  set (self, "plan", "memo/subject", text->str);
  set (self, "plan", "late/title", text->str);
  refuse (self, FALSE, "results", "paper.pdf", "must stand on one page");
  refuse (self, FALSE, "memo", "paper.pdf", "“มาตรการส่งเสริมคุณธรรม");
  g_assert_false (is_there (self, "paper.pdf"));
  cli_fixture_run (self, 0, "report", REGISTER, "--kind", "late", "--output", "paper.pdf", "--on", "2023-04-20", NULL);
  g_assert_true (is_there (self, "paper.pdf"));
}

static void
write_emblem (CliFixture *self)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 60, 60);
  g_autofree char *path = cli_fixture_path (self, "emblem.png");
  g_autoptr (GError) error = NULL;

  gdk_pixbuf_fill (pixbuf, 0x802020ff);
  gdk_pixbuf_save (pixbuf, path, "png", &error, NULL);
  g_assert_no_error (error);
}

static void
execute (CliFixture *self,
         const char *sql)
{
  g_autofree char *path = cli_fixture_path (self, REGISTER);
  sqlite3 *database = NULL;

  g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (database);
}

/* Each kind prints with the office's pictures. One that was changed in the file behind the program's back is told, and
 * nothing is printed without it unsaid; taking it away makes all well again. */
static void
test_broken_emblem (CliFixture    *self,
                    gconstpointer  data)
{
  g_auto (GStrv) kinds = cli_fixture_list_kinds (self);

  import_document (self);
  write_emblem (self);
  set (self, "organisation", "emblem", "emblem.png");
  set (self, "organisation", "garuda", "emblem.png");
  for (guint i = 0; kinds[i]; i++)
    cli_fixture_run (self, 0, "report", REGISTER, "--kind", kinds[i], "--output", "paper.pdf", NULL);
  execute (self, "UPDATE blob SET data = zeroblob (length (data))");
  for (guint i = 0; kinds[i]; i++)
    for (guint k = 0; k < G_N_ELEMENTS (endings); k++)
      {
        g_autofree char *paper = g_strconcat ("broken.", endings[k], NULL);

        refuse (self, FALSE, kinds[i], paper, "is damaged");
        g_assert_false (is_there (self, paper));
      }
  set (self, "organisation", "emblem", "");
  set (self, "organisation", "garuda", "");
  for (guint i = 0; kinds[i]; i++)
    cli_fixture_run (self, 0, "report", REGISTER, "--kind", kinds[i], "--output", "paper.pdf", NULL);
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  cli_add_test ("/cli/refusals/places", test_places);
  cli_add_test ("/cli/refusals/full-disk", test_full_disk);
  cli_add_test ("/cli/refusals/empty-plan", test_empty_plan);
  cli_add_test ("/cli/refusals/too-long", test_too_long);
  cli_add_test ("/cli/refusals/broken-emblem", test_broken_emblem);
  return g_test_run ();
}
