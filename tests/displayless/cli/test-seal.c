/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cli-fixture.h"

#include <sqlite3.h>
#include <string.h>

#define REGISTER "register.mattra"

static const char document[] =
  "ประจำปีงบประมาณ พ.ศ. ๒๕๖๖ (รอบ ๖ เดือนแรก)\n"
  "องค์การบริหารส่วนตำบลโนนตัวอย่าง\n\n"
  "ที่\tมาตรการ\tวิธีการดำเนินการ\tผู้รับผิดชอบ\tระยะเวลาดำเนินการ\tผลการดำเนินการ\n"
  "๑\tการใช้งบประมาณ\tประกาศแผน\tกองคลัง\tต.ค. ๖๕ - มี.ค. ๖๖\tประกาศแล้ว\n"
  "๒\tคู่มือบริการ\tจัดทำคู่มือ\tสำนักปลัด\tต.ค. ๖๕ - มี.ค. ๖๖\tมีคู่มือ\n";

static void
import_document (CliFixture *self)
{
  cli_fixture_write (self, "report.txt", document);
  cli_fixture_run (self, 0, "import", "report.txt", "--into", REGISTER, NULL);
}

static void
append_byte (CliFixture *self,
             const char *from,
             const char *to)
{
  g_autofree char *path = cli_fixture_path (self, to);
  gsize length = 0;
  g_autofree char *bytes = cli_fixture_read (self, from, &length);

  bytes = g_realloc (bytes, length + 1);
  bytes[length] = '\n';
  g_assert_true (g_file_set_contents (path, bytes, (gssize) length + 1, NULL));
}

/* A year's work: confirm, look, change, correct, prove. */
static void
test_round_trip (CliFixture    *self,
                 gconstpointer  data)
{
  gsize length = 0;
  gsize other_length = 0;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  import_document (self);
  cli_fixture_run (self, 0, "versions", REGISTER, NULL);
  cli_assert_contains (self->output, "No version");
  cli_fixture_run (self, 0, "report", REGISTER, "--output", "draft.pdf", NULL);
  cli_fixture_run (self, 0, "seal", REGISTER, "--kind", "results", "--round", "first-half", "--output", "v1.pdf", NULL);
  cli_assert_contains (self->output, "Version 1: v1.pdf");
  cli_assert_contains (self->output, "closed");
  cli_fixture_run (self, 0, "verify", "v1.pdf", "--against", REGISTER, NULL);
  cli_assert_contains (self->output, "equals version 1");
  cli_fixture_run (self, 0, "verify", "draft.pdf", "--against", REGISTER, NULL);
  cli_fixture_run (self, 1, "set", REGISTER, "1", "results", "x", NULL);
  cli_fixture_run (self, 0, "set", REGISTER, "1", "title", "งบประมาณ", NULL);
  cli_fixture_run (self, 0, "verify", "v1.pdf", "--against", REGISTER, NULL);
  cli_assert_contains (self->output, "equals version 1");
  cli_assert_contains (self->output, "measure 1, title: “การใช้งบประมาณ” → “งบประมาณ”");
  cli_fixture_run (self, 1, "verify", "draft.pdf", "--against", REGISTER, NULL);
  cli_assert_contains (self->output, "measure 1, title: “การใช้งบประมาณ” → “งบประมาณ”");
  cli_fixture_run (self, 0, "compare", REGISTER, "1", NULL);
  cli_assert_contains (self->output, "1 difference");
  append_byte (self, "v1.pdf", "appended.pdf");
  cli_fixture_run (self, 1, "verify", "appended.pdf", "--against", REGISTER, NULL);
  cli_assert_contains (self->output, "altered");
  cli_fixture_run (self, 1, "verify", "report.txt", "--against", REGISTER, NULL);
  cli_assert_contains (self->errors, "report.txt: The file is no PDF");
  cli_fixture_run (self, 0, "set", REGISTER, "plan", "first_half_state", "open", NULL);
  cli_fixture_run (self, 0, "set", REGISTER, "2", "results", "มีคู่มือครบ", NULL);
  cli_fixture_run (self, 0, "seal", REGISTER, "--round", "first-half", "--corrects", "1", "--reason", "ผลไม่ครบ",
                   "--output", "v2.pdf", NULL);
  cli_assert_contains (self->output, "Version 2: v2.pdf");
  cli_fixture_run (self, 0, "compare", REGISTER, "1", "2", NULL);
  cli_assert_contains (self->output, "measure 2, results: “มีคู่มือ” → “มีคู่มือครบ”");
  cli_fixture_run (self, 0, "compare", REGISTER, "๑", "๒", "--json", NULL);
  cli_assert_contains (self->output, "\"field\": \"results\"");
  cli_fixture_run (self, 0, "compare", REGISTER, "2", NULL);
  cli_assert_contains (self->output, "says what stands there today");
  cli_fixture_run (self, 0, "verify", "v1.pdf", "--against", REGISTER, NULL);
  cli_assert_contains (self->output, "equals version 1");
  cli_fixture_run (self, 0, "versions", REGISTER, NULL);
  cli_assert_contains (self->output, "corrects version 1: ผลไม่ครบ");
  cli_fixture_run (self, 0, "versions", REGISTER, "1", "--output", "again.pdf", NULL);
  first = cli_fixture_read (self, "v1.pdf", &length);
  second = cli_fixture_read (self, "again.pdf", &other_length);
  g_assert_cmpmem (first, length, second, other_length);
  cli_fixture_run (self, 0, "check", REGISTER, NULL);
  cli_fixture_run (self, 0, "history", REGISTER, NULL);
  cli_assert_contains (self->output, "seal: version 2");
}

static void
test_scan (CliFixture    *self,
           gconstpointer  data)
{
  import_document (self);
  cli_fixture_run (self, 0, "seal", REGISTER, "--kind", "measures", "--output", "v1.pdf", NULL);
  cli_fixture_run (self, 0, "versions", REGISTER, "1", "--scan", "v1.pdf", "--signed-by", "นายก", "--signed-on",
                   "๑๐ เม.ย. ๒๕๖๖", NULL);
  cli_fixture_run (self, 0, "versions", REGISTER, NULL);
  cli_assert_contains (self->output, "signed by นายก on 2023-04-10");
  cli_fixture_run (self, 0, "versions", REGISTER, "--json", NULL);
  cli_assert_contains (self->output, "\"signed_on\": \"2023-04-10\"");
  cli_fixture_run (self, 0, "versions", REGISTER, "1", "--json", NULL);
  cli_assert_contains (self->output, "\"number\": 1");
  cli_fixture_run (self, 1, "versions", REGISTER, "1", "--scan", "report.txt", NULL);
  cli_assert_contains (self->errors, "neither PDF nor JPEG");
  cli_fixture_run (self, 0, "undo", REGISTER, NULL);
  cli_fixture_run (self, 0, "versions", REGISTER, NULL);
  cli_assert_contains (self->output, "signed by นายก");
}

/* A byte changed in the file behind the program's back is found by the check. */
static void
test_tampered (CliFixture    *self,
               gconstpointer  data)
{
  g_autofree char *path = cli_fixture_path (self, REGISTER);
  sqlite3 *database = NULL;

  import_document (self);
  cli_fixture_run (self, 0, "seal", REGISTER, "--output", "v1.pdf", NULL);
  cli_fixture_run (self, 0, "check", REGISTER, NULL);
  g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database, "UPDATE blob SET data = CAST (substr (data, 1, 500) || 'x' || "
                                           "substr (data, 502) AS BLOB) WHERE sha256 = (SELECT pdf FROM seal)",
                                 NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (database);
  cli_fixture_run (self, 1, "check", REGISTER, NULL);
  cli_assert_contains (self->output, "a file that is kept in the register is not what it was");
  cli_fixture_run (self, 1, "versions", REGISTER, "1", "--output", "again.pdf", NULL);
  cli_assert_contains (self->errors, "damaged");
  cli_fixture_run (self, 0, "verify", "v1.pdf", "--against", REGISTER, NULL);
}

static const struct
{
  int status;
  const char *said;
  const char *words[10];
} wrong_rows[] = {
  { 2, "--output", { "seal", REGISTER } },
  { 2, "--reason", { "seal", REGISTER, "--output", "x.pdf", "--corrects", "1" } },
  { 2, "none of", { "seal", REGISTER, "--output", "x.pdf", "--kind", "letter" } },
  { 2, "none of", { "seal", REGISTER, "--output", "x.pdf", "--round", "third" } },
  { 2, "number of a version", { "seal", REGISTER, "--output", "x.pdf", "--corrects", "a", "--reason", "b" } },
  { 1, "No version", { "seal", REGISTER, "--output", "x.pdf", "--corrects", "1", "--reason", "b" } },
  { 1, "could be corrected", { "seal", REGISTER, "--output", "x.pdf", "--reason", "b" } },
  { 1, "is a register", { "seal", REGISTER, "--output", REGISTER } },
  { 1, "division", { "seal", REGISTER, "--output", "x.pdf", "--division", "ไม่มี" } },
  { 2, "--against", { "verify", "x.pdf" } },
  { 1, "x.pdf", { "verify", "x.pdf", "--against", REGISTER } },
  { 1, "no PDF", { "verify", "report.txt", "--against", REGISTER } },
  { 1, "No version", { "compare", REGISTER, "1" } },
  { 2, "number of a version", { "compare", REGISTER, "0" } },
  { 2, "missing", { "compare", REGISTER } },
  { 1, "No version", { "versions", REGISTER, "3" } },
  { 2, "which version", { "versions", REGISTER, "--output", "x.pdf" } },
  { 2, "--scan", { "versions", REGISTER, "1", "--signed-by", "x" } },
};

static void
test_wrong (CliFixture    *self,
            gconstpointer  data)
{
  g_autofree char *path = cli_fixture_path (self, "x.pdf");
  g_autofree char *program = cli_fixture_program ();

  import_document (self);
  for (guint i = 0; i < G_N_ELEMENTS (wrong_rows); i++)
    {
      const char *arguments[12] = { program };

      for (guint k = 0; k < 10; k++)
        arguments[k + 1] = wrong_rows[i].words[k];
      cli_fixture_run_program (self, wrong_rows[i].status, NULL, NULL, arguments);
      cli_assert_contains (self->errors, wrong_rows[i].said);
      g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
    }
  cli_fixture_run (self, 0, "versions", REGISTER, NULL);
  cli_assert_contains (self->output, "No version");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  cli_add_test ("/cli/seal/round-trip", test_round_trip);
  cli_add_test ("/cli/seal/scan", test_scan);
  cli_add_test ("/cli/seal/tampered", test_tampered);
  cli_add_test ("/cli/seal/wrong", test_wrong);
  return g_test_run ();
}
