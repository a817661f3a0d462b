/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cli-fixture.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

#define REGISTER "register.mattra"

static const char document[] =
  "ประจำปีงบประมาณ พ.ศ. ๒๕๖๖ (รอบ ๖ เดือนแรก)\n"
  "องค์การบริหารส่วนตำบลโนนตัวอย่าง\n\n"
  "ที่\tมาตรการ\tวิธีการดำเนินการ\tผู้รับผิดชอบ\tระยะเวลาดำเนินการ\tผลการดำเนินการ\n"
  "๑\tการใช้งบประมาณ\tประกาศแผน\tกองคลัง\tต.ค. ๖๕ - มี.ค. ๖๖\tประกาศแล้ว\n";

static void
import_document (CliFixture *self)
{
  cli_fixture_write (self, "report.txt", document);
  cli_fixture_run (self, 0, "import", "report.txt", "--into", REGISTER, NULL);
}

static void
write_bytes (CliFixture *self,
             const char *name,
             const char *bytes,
             gsize       length)
{
  g_autofree char *path = cli_fixture_path (self, name);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, bytes, (gssize) length, &error);
  g_assert_no_error (error);
}

static void
assert_error (CliFixture *self)
{
  g_assert_true (g_str_has_prefix (self->errors, "mattra-cli: "));
  g_assert_null (strstr (self->errors, "CRITICAL"));
}

typedef struct
{
  const char *name;
  const char *bytes;
  gsize length;
} BadFile;

#define BYTES(text) (text), sizeof (text) - 1

/* Each gives a clear error and leaves no register behind. */
static void
test_bad_documents (CliFixture    *self,
                    gconstpointer  data)
{
  static const BadFile files[] = {
    { "empty.txt", BYTES ("") },
    { "pdf.txt", BYTES ("%PDF-1.5\n%\xE2\xE3\xCF\xD3\n1 0 obj\n") },
    { "zip.txt", BYTES ("PK\003\004 and more") },
    { "nul.txt", BYTES ("มาตรการ\0มาตรการ\n") },
    { "invalid.txt", BYTES ("abc \xFF\xFE\xFD def ghi jkl mno pqr stu vwx\n") },
    { "no-table.txt", BYTES ("a letter without any table\n") },
    { "no-head.tsv", BYTES ("a\tb\tc\n1\t2\t3\n") },
  };
  g_autofree char *path = cli_fixture_path (self, REGISTER);

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      write_bytes (self, files[i].name, files[i].bytes, files[i].length);
      cli_fixture_run (self, 1, "import", files[i].name, "--into", REGISTER, NULL);
      assert_error (self);
      cli_assert_contains (self->errors, files[i].name);
      g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
    }
  cli_fixture_run (self, 1, "import", "missing.txt", "--into", REGISTER, NULL);
  assert_error (self);
  cli_fixture_run (self, 1, "import", ".", "--into", REGISTER, NULL);
  assert_error (self);
}

/* A report or an export never takes the place of a register, under whatever name, nor of a device. */
static void
test_targets (CliFixture    *self,
              gconstpointer  data)
{
  static const char *const names[] = { REGISTER, "link.mattra", "/dev/null", "." };
  g_autofree char *path = cli_fixture_path (self, REGISTER);
  g_autofree char *link = cli_fixture_path (self, "link.mattra");

  import_document (self);
  g_assert_cmpint (symlink (path, link), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      cli_fixture_run (self, 1, "report", REGISTER, "--output", names[i], NULL);
      assert_error (self);
      cli_fixture_run (self, 1, "export", REGISTER, "--format", "csv", "--output", names[i], NULL);
      assert_error (self);
    }
  g_assert_false (g_file_test ("/dev/null", G_FILE_TEST_IS_REGULAR));
  cli_fixture_run (self, 0, "check", REGISTER, NULL);
  cli_fixture_run (self, 0, "report", REGISTER, "--output", "report.pdf", NULL);
  cli_fixture_run (self, 0, "report", REGISTER, "--output", "report.pdf", NULL);
}

/* The user is told which measure, which column and which words hold a character that no font has. */
static void
test_absent_character (CliFixture    *self,
                       gconstpointer  data)
{
  g_autofree char *path = cli_fixture_path (self, "report.pdf");

  import_document (self);
  cli_fixture_run (self, 0, "set", REGISTER, "1", "results", "ประกาศแล้ว ✓ ครบ", NULL);
  cli_fixture_run (self, 1, "report", REGISTER, "--output", "report.pdf", NULL);
  cli_assert_contains (self->errors, "Measure 1, column “ผลการดำเนินการ”: ");
  cli_assert_contains (self->errors, "“✓” (U+2713) in “ประกาศแล้ว ✓ ครบ”");
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* A table that names no year needs to be told it; nothing is made before. */
static void
test_no_year (CliFixture    *self,
              gconstpointer  data)
{
  g_autofree char *path = cli_fixture_path (self, REGISTER);

  cli_fixture_write (self, "t.tsv", "ที่\tมาตรการ\tวิธีการดำเนินการ\tผู้รับผิดชอบ\n1\tก\tข\tกองคลัง\n");
  cli_fixture_run (self, 1, "import", "t.tsv", "--into", REGISTER, NULL);
  cli_assert_contains (self->errors, "--fiscal-year");
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  cli_fixture_run (self, 0, "import", "t.tsv", "--into", REGISTER, "--fiscal-year", "2566", NULL);
  cli_fixture_run (self, 0, "show", REGISTER, "--json", NULL);
  cli_assert_contains (self->output, "\"organisation\": null");
}

static void
test_bad_registers (CliFixture    *self,
                    gconstpointer  data)
{
  static const char *const commands[] = { "show", "check", "undo", "history", "backup" };
  g_autofree char *zeros = g_malloc0 (8192);
  g_autofree char *whole = NULL;
  gsize length = 0;

  import_document (self);
  whole = cli_fixture_read (self, REGISTER, &length);
  write_bytes (self, "empty.mattra", "", 0);
  write_bytes (self, "zeros.mattra", zeros, 8192);
  write_bytes (self, "cut.mattra", whole, length / 2);
  write_bytes (self, "text.mattra", document, sizeof document - 1);
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      static const char *const names[] = { "empty.mattra", "zeros.mattra", "cut.mattra", "text.mattra",
                                           "missing.mattra", "." };

      for (guint j = 0; j < G_N_ELEMENTS (names); j++)
        {
          cli_fixture_run (self, 1, commands[i], names[j], NULL);
          assert_error (self);
        }
    }
}

static void
execute (CliFixture *self,
         const char *name,
         const char *sql)
{
  g_autofree char *path = cli_fixture_path (self, name);
  sqlite3 *database = NULL;

  g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (database);
}

/* Another program's database, one with a trigger, one of a newer version: nothing is changed in them. */
static void
test_foreign_registers (CliFixture    *self,
                        gconstpointer  data)
{
  static const char *const names[] = { "other.mattra", "hostile.mattra", "newer.mattra" };

  import_document (self);
  for (guint i = 1; i < G_N_ELEMENTS (names); i++)
    {
      gsize length = 0;
      g_autofree char *whole = cli_fixture_read (self, REGISTER, &length);

      write_bytes (self, names[i], whole, length);
    }
  execute (self, "other.mattra", "CREATE TABLE t (a)");
  execute (self, "hostile.mattra",
           "CREATE TRIGGER x AFTER UPDATE ON item BEGIN DELETE FROM measure; END");
  execute (self, "newer.mattra", "PRAGMA user_version = 999");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      gsize length = 0;
      gsize length_after = 0;
      g_autofree char *before = cli_fixture_read (self, names[i], &length);
      g_autofree char *after = NULL;

      cli_fixture_run (self, 1, "set", names[i], "1", "results", "x", NULL);
      assert_error (self);
      after = cli_fixture_read (self, names[i], &length_after);
      g_assert_cmpmem (before, length, after, length_after);
    }
}

/* Root may write anywhere, so the program is run as nobody. */
static void
run_as_nobody (CliFixture        *self,
               int                status,
               const char *const *words)
{
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  g_autofree char *program = cli_fixture_program ();
  static const char *const nobody[] = { "setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--" };

  for (guint i = 0; i < G_N_ELEMENTS (nobody) && geteuid () == 0; i++)
    g_ptr_array_add (arguments, (char *) nobody[i]);
  g_ptr_array_add (arguments, program);
  for (guint i = 0; words[i]; i++)
    g_ptr_array_add (arguments, (char *) words[i]);
  g_ptr_array_add (arguments, NULL);
  cli_fixture_run_program (self, status, NULL, NULL, (const char *const *) arguments->pdata);
}

static void
test_read_only_folder (CliFixture    *self,
                       gconstpointer  data)
{
  g_autofree char *setpriv = g_find_program_in_path ("setpriv");
  g_autofree char *path = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize length = 0;
  gsize length_after = 0;

  if (geteuid () == 0 && setpriv == NULL)
    {
      g_test_skip ("setpriv is not installed");
      return;
    }
  import_document (self);
  before = cli_fixture_read (self, REGISTER, &length);
  path = cli_fixture_path (self, REGISTER);
  g_chmod (path, 0644);
  g_chmod (self->folder, 0555);
  run_as_nobody (self, 0, (const char *const[]) { "show", REGISTER, NULL });
  run_as_nobody (self, 1, (const char *const[]) { "set", REGISTER, "1", "results", "x", NULL });
  assert_error (self);
  run_as_nobody (self, 1, (const char *const[]) { "report", REGISTER, "--output", "x.pdf", NULL });
  assert_error (self);
  run_as_nobody (self, 1, (const char *const[]) { "export", REGISTER, "--format", "csv", "--output", "x.csv",
                                                  NULL });
  assert_error (self);
  run_as_nobody (self, 1, (const char *const[]) { "new", "y.mattra", "--organisation", "x", "--fiscal-year", "2566",
                                                  NULL });
  assert_error (self);
  g_chmod (self->folder, 0755);
  after = cli_fixture_read (self, REGISTER, &length_after);
  g_assert_cmpmem (before, length, after, length_after);
}

static void
test_full_output (CliFixture    *self,
                  gconstpointer  data)
{
  g_autofree char *program = cli_fixture_program ();
  const char *show[] = { program, "show", REGISTER, "--json", NULL };
  const char *list[] = { program, "show", REGISTER, NULL };

  if (!g_file_test ("/dev/full", G_FILE_TEST_EXISTS))
    {
      g_test_skip ("there is no /dev/full here");
      return;
    }
  import_document (self);
  cli_fixture_run_program (self, 1, "/dev/full", NULL, show);
  assert_error (self);
  cli_fixture_run_program (self, 1, "/dev/full", NULL, list);
  assert_error (self);
}

/* On a full disk nothing is lost: neither the register nor an earlier report. */
static void
test_full_disk (CliFixture    *self,
                gconstpointer  data)
{
  g_autofree char *small = cli_fixture_path (self, "small");
  g_autofree char *mount = g_strdup_printf ("mount -t tmpfs -o size=2m tmpfs %s", small);
  g_autofree char *unmount = g_strdup_printf ("umount %s", small);
  g_autofree char *fill = g_strdup_printf ("dd if=/dev/zero of=%s/fill bs=1k count=4000", small);
  int status = 1;

  g_mkdir (small, 0755);
  if (geteuid () != 0 || !g_spawn_command_line_sync (mount, NULL, NULL, &status, NULL) || status != 0)
    {
      g_test_skip ("no small file system can be mounted here");
      return;
    }
  cli_fixture_write (self, "report.txt", document);
  cli_fixture_run (self, 0, "import", "report.txt", "--into", "small/r.mattra", NULL);
  g_spawn_command_line_sync (fill, NULL, NULL, NULL, NULL);
  cli_fixture_run (self, 1, "set", "small/r.mattra", "1", "results", "x", NULL);
  assert_error (self);
  cli_fixture_run (self, 1, "report", "small/r.mattra", "--output", "small/x.pdf", NULL);
  cli_fixture_run (self, 1, "export", "small/r.mattra", "--format", "json", "--output", "small/x.json", NULL);
  cli_fixture_run (self, 0, "show", "small/r.mattra", "--json", NULL);
  cli_assert_contains (self->output, "ประกาศแล้ว");
  g_spawn_command_line_sync (unmount, NULL, NULL, NULL, NULL);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  cli_add_test ("/cli/faults/bad-documents", test_bad_documents);
  cli_add_test ("/cli/faults/targets", test_targets);
  cli_add_test ("/cli/faults/absent-character", test_absent_character);
  cli_add_test ("/cli/faults/no-year", test_no_year);
  cli_add_test ("/cli/faults/bad-registers", test_bad_registers);
  cli_add_test ("/cli/faults/foreign-registers", test_foreign_registers);
  cli_add_test ("/cli/faults/read-only-folder", test_read_only_folder);
  cli_add_test ("/cli/faults/full-output", test_full_output);
  cli_add_test ("/cli/faults/full-disk", test_full_disk);
  return g_test_run ();
}
