/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cli-fixture.h"

#include <string.h>

#define REGISTER "register.mattra"

static const char table[] =
  "ที่\tตัวชี้วัด\tปี ๒๕๖๕\tปี ๒๕๖๖\n"
  "๑\tการปฏิบัติหน้าที่\t๘๘.๑๐\t๙๖.๒๕\n"
  "๒\tการใช้งบประมาณ\t๘๑\t๗๙.๕๐\n"
  "๙\tการเปิดเผยข้อมูล\t\t๖๐\n";

static void
make_register (CliFixture *self)
{
  cli_fixture_run (self, 0, "new", REGISTER, "--organisation", "เทศบาลตำบลตัวอย่าง", "--fiscal-year", "๒๕๖๗", NULL);
  cli_fixture_write (self, "scores.txt", table);
}

static char *
history (CliFixture *self)
{
  cli_fixture_run (self, 0, "history", REGISTER, NULL);
  return g_strdup (self->output);
}

static void
test_import (CliFixture    *self,
             gconstpointer  data)
{
  make_register (self);
  cli_fixture_run (self, 0, "scores", REGISTER, "import", "scores.txt", NULL);
  cli_assert_contains (self->output, "scores.txt: 5 scores read");
  cli_fixture_run (self, 0, "scores", REGISTER, "show", NULL);
  cli_assert_contains (self->output, " 1  IIT    88.10   96.25    +8.15  การปฏิบัติหน้าที่ · รักษาระดับ\n");
  cli_assert_contains (self->output, " 2  IIT    81.00   79.50    -1.50  การใช้งบประมาณ · ต้องพัฒนา\n");
  cli_assert_contains (self->output, " 3  IIT        -       -        -  การใช้อำนาจ\n");
  cli_assert_contains (self->output, " 9  OIT        -   60.00        -  การเปิดเผยข้อมูล · แก้ไขโดยเร่งด่วน\n");
  cli_assert_contains (self->output, "3 of 10 indicators have a score\n");
  cli_fixture_run (self, 0, "scores", REGISTER, "show", "--year", "๒๕๖๕", NULL);
  cli_assert_contains (self->output, " 1  IIT        -   88.10        -  การปฏิบัติหน้าที่ · พัฒนาให้ดีขึ้น\n");
}

/* The classes are those of the plan. */
static void
test_classes (CliFixture    *self,
              gconstpointer  data)
{
  make_register (self);
  cli_fixture_run (self, 0, "scores", REGISTER, "import", "scores.txt", NULL);
  cli_fixture_run (self, 0, "set", REGISTER, "plan", "measures/classes", "70 ผ่าน\n0 ไม่ผ่าน", NULL);
  cli_fixture_run (self, 0, "scores", REGISTER, "show", NULL);
  cli_assert_contains (self->output, "การใช้งบประมาณ · ผ่าน\n");
  cli_assert_contains (self->output, "การเปิดเผยข้อมูล · ไม่ผ่าน\n");
}

/* One act: undone as one; the same table again changes nothing. */
static void
test_one_act (CliFixture    *self,
              gconstpointer  data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  make_register (self);
  cli_fixture_run (self, 0, "scores", REGISTER, "import", "scores.txt", NULL);
  before = history (self);
  cli_fixture_run (self, 0, "scores", REGISTER, "import", "scores.txt", NULL);
  cli_assert_contains (self->output, "nothing to change");
  after = history (self);
  g_assert_cmpstr (before, ==, after);
  cli_fixture_run (self, 0, "undo", REGISTER, NULL);
  cli_fixture_run (self, 0, "scores", REGISTER, "show", NULL);
  cli_assert_contains (self->output, "0 of 10 indicators have a score\n");
  cli_fixture_run (self, 0, "redo", REGISTER, NULL);
  cli_fixture_run (self, 0, "scores", REGISTER, "show", NULL);
  cli_assert_contains (self->output, "3 of 10 indicators have a score\n");
}

/* Of a table with a fault in its last line nothing is taken in. */
static void
test_faults (CliFixture    *self,
             gconstpointer  data)
{
  static const struct
  {
    const char *line;
    const char *said;
  } faults[] = {
    { "๓\tการใช้อำนาจ\t\t๑๐๑\n", "bad.txt, line 5, column 16: “๑๐๑”" },
    { "๓\tการใช้อำนาจ\t\t-1\n", "bad.txt, line 5, column 16: “-1”" },
    { "๓\tการใช้อำนาจ\t\tดี\n", "bad.txt, line 5, column 16: “ดี”" },
    { "๑๒\tการทำบุญ\t\t80\n", "bad.txt, line 5, column 4: “การทำบุญ”" },
    { "๑\tการปฏิบัติหน้าที่\t\t80\n", "first in line 2" },
  };
  g_autofree char *before = NULL;

  make_register (self);
  before = history (self);
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autofree char *text = g_strconcat (table, faults[i].line, NULL);
      g_autofree char *after = NULL;

      cli_fixture_write (self, "bad.txt", text);
      cli_fixture_run (self, 1, "scores", REGISTER, "import", "bad.txt", NULL);
      cli_assert_contains (self->errors, faults[i].said);
      after = history (self);
      g_assert_cmpstr (before, ==, after);
    }
}

/* An indicator that the assessment of that year did not have: the catalogue begins with 2563. */
static void
test_year_without_catalogue (CliFixture    *self,
                             gconstpointer  data)
{
  make_register (self);
  cli_fixture_write (self, "old.txt", "1\t80\n");
  cli_fixture_run (self, 1, "scores", REGISTER, "import", "old.txt", "--year", "2560", NULL);
  cli_assert_contains (self->errors, "old.txt, line 1, column 3: the assessment of fiscal year 2560 has no indicator 1");
  cli_fixture_run (self, 0, "scores", REGISTER, "show", NULL);
  cli_assert_contains (self->output, "0 of 10 indicators have a score\n");
}

static void
test_report (CliFixture    *self,
             gconstpointer  data)
{
  g_autofree char *tool = g_find_program_in_path ("pdftotext");
  const char *const arguments[] = { tool, "-layout", "measures.pdf", "-", NULL };

  if (tool == NULL)
    {
      g_test_skip ("pdftotext is not installed");
      return;
    }
  make_register (self);
  cli_fixture_write (self, "measures.txt", "ที่\tมาตรการ\tผู้รับผิดชอบ\n1\tการใช้งบประมาณ\tกองคลัง\n");
  cli_fixture_run (self, 0, "import", "measures.txt", "--into", REGISTER, NULL);
  cli_fixture_run (self, 0, "scores", REGISTER, "import", "scores.txt", NULL);
  cli_fixture_run (self, 0, "report", REGISTER, "--kind", "measures", "--digits", "western", "--output", "measures.pdf",
                   NULL);
  cli_fixture_run_program (self, 0, NULL, NULL, arguments);
  cli_assert_contains (self->output, "96.25");
  cli_assert_contains (self->output, "79.50");
  g_assert_null (strstr (self->output, "88.10"));
}

static void
test_usage (CliFixture    *self,
            gconstpointer  data)
{
  make_register (self);
  cli_fixture_run (self, 2, "scores", REGISTER, NULL);
  cli_fixture_run (self, 2, "scores", REGISTER, "nonsense", NULL);
  cli_fixture_run (self, 2, "scores", REGISTER, "import", NULL);
  cli_fixture_run (self, 2, "scores", REGISTER, "show", "scores.txt", NULL);
  cli_fixture_run (self, 2, "scores", REGISTER, "show", "--year", "12", NULL);
  cli_fixture_run (self, 1, "scores", REGISTER, "import", "nothing.txt", NULL);
  cli_fixture_run (self, 1, "scores", "nothing.mattra", "show", NULL);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  cli_add_test ("/cli/scores/import", test_import);
  cli_add_test ("/cli/scores/classes", test_classes);
  cli_add_test ("/cli/scores/one-act", test_one_act);
  cli_add_test ("/cli/scores/faults", test_faults);
  cli_add_test ("/cli/scores/year-without-catalogue", test_year_without_catalogue);
  cli_add_test ("/cli/scores/report", test_report);
  cli_add_test ("/cli/scores/usage", test_usage);

  return g_test_run ();
}
