/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cli-fixture.h"

#include <stdlib.h>
#include <string.h>

#define REGISTER "register.mattra"

static const char scores[] =
  "1\t90\t88\n2\t80\t70\n3\t85\t85\n4\t75\t75\n5\t70\t80\n6\t90\t90\n7\t80\t80\n8\t70\t70\n9\t60\t50\n10\t90\t90\n";

static const char measures[] =
  "ที่\tมาตรการ\tผู้รับผิดชอบ\n1\tการใช้งบประมาณ\tกองคลัง\n2\tการเปิดเผยข้อมูล\tสำนักปลัด\n";

static void
make_register (CliFixture *self,
               const char *year)
{
  g_autofree char *head = g_strdup_printf ("ที่\t%d\t%d\n", atoi (year) - 1, atoi (year) - 2);
  g_autofree char *table = g_strconcat (head, scores, NULL);

  cli_fixture_run (self, 0, "new", REGISTER, "--organisation", "เทศบาลตำบลตัวอย่าง", "--fiscal-year", year, NULL);
  cli_fixture_write (self, "scores.txt", table);
  cli_fixture_write (self, "measures.txt", measures);
  cli_fixture_run (self, 0, "import", "measures.txt", "--into", REGISTER, NULL);
  cli_fixture_run (self, 0, "scores", REGISTER, "import", "scores.txt", NULL);
  cli_fixture_run (self, 0, "set", REGISTER, "1", "ita_indicator", "2", NULL);
  cli_fixture_run (self, 0, "set", REGISTER, "2", "ita_indicator", "9", NULL);
  cli_fixture_run (self, 0, "set", REGISTER, "2", "topic", "3", NULL);
}

static void
test_show (CliFixture    *self,
           gconstpointer  data)
{
  make_register (self, "2567");
  cli_fixture_run (self, 0, "analysis", REGISTER, "set", "๒", "weakness", "ประชาชนไม่ทราบแผน\nไม่ได้ประกาศ", NULL);
  cli_fixture_run (self, 0, "analysis", REGISTER, "set", "topic:3", "cause", "เว็บไซต์ไม่ปรับปรุง", NULL);
  cli_fixture_run (self, 0, "analysis", REGISTER, "show", NULL);
  cli_assert_contains (self->output, " 2  IIT    70.00   80.00   +10.00  การใช้งบประมาณ · ต้องพัฒนา\n"
                                     "      Weakness: ประชาชนไม่ทราบแผน\n        ไม่ได้ประกาศ\n      Measures: 1\n");
  cli_assert_contains (self->output, " 9  OIT    50.00   60.00   +10.00  การเปิดเผยข้อมูล · แก้ไขโดยเร่งด่วน\n      Measures: 2\n");
  cli_assert_contains (self->output, "ข่าวสารภาครัฐ\n      Cause: เว็บไซต์ไม่ปรับปรุง\n      Measures: 2\n");
  cli_assert_contains (self->output, "    IIT    79.60   80.00    +0.40   30%\n");
  cli_assert_contains (self->output, "    ITA    75.88   78.00    +2.12  100%\n");
  cli_assert_contains (self->output, "The assessment calls this: ต้องปรับปรุง\n");
}

static void
test_json (CliFixture    *self,
           gconstpointer  data)
{
  make_register (self, "2566");
  cli_fixture_run (self, 0, "analysis", REGISTER, "show", "--json", NULL);
  cli_assert_contains (self->output, "\"total\": 78.00");
  cli_assert_contains (self->output, "\"rating\": \"B\"");
  g_assert_null (strstr (self->output, "topic"));
}

/* What the office sets itself: weights, classes, names of the year. */
static void
test_own (CliFixture    *self,
          gconstpointer  data)
{
  make_register (self, "2567");
  cli_fixture_run (self, 0, "set", REGISTER, "plan", "measures/weights", "IIT 50\nEIT 25\nOIT 25", NULL);
  cli_fixture_run (self, 1, "set", REGISTER, "plan", "measures/weights", "IIT 50\nEIT 25", NULL);
  cli_assert_contains (self->errors, "the weights make 100");
  cli_fixture_run (self, 0, "analysis", REGISTER, "set", "topic:3", "name", "การประชาสัมพันธ์", NULL);
  cli_fixture_run (self, 0, "analysis", REGISTER, "set", "9", "name", "การเปิดเผย", NULL);
  cli_fixture_run (self, 0, "analysis", REGISTER, "show", NULL);
  cli_assert_contains (self->output, "    ITA    77.30   78.75    +1.45  100%\n");
  cli_assert_contains (self->output, " 3  การประชาสัมพันธ์\n");
  cli_assert_contains (self->output, "การเปิดเผย · ");
}

static const struct
{
  const char *number;
  const char *field;
  const char *value;
  const char *said;
} faults[] = {
  { "2", "score", "101", "“101” is no score" },
  { "2", "score", " -1", "“-1” is no score" },
  { "2", "score", "สูงมาก", "“สูงมาก” is no score" },
  { "topic:2", "score", "80", "A topic has no score" },
  { "topic:8", "cause", "ก", "asks for no such topic" },
  { "11", "cause", "ก", "is no indicator" },
  { "two", "cause", "ก", "is no indicator" },
  { "2", "colour", "แดง", "there are: strength, weakness, cause, remedy" },
  { "2", "name", "", "may not be empty" },
};

static void
test_faults (CliFixture    *self,
             gconstpointer  data)
{
  g_autofree char *before = NULL;

  make_register (self, "2567");
  cli_fixture_run (self, 0, "history", REGISTER, NULL);
  before = g_strdup (self->output);
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      cli_fixture_run (self, 1, "analysis", REGISTER, "set", faults[i].number, faults[i].field, faults[i].value, NULL);
      cli_assert_contains (self->errors, faults[i].said);
    }
  cli_fixture_run (self, 0, "history", REGISTER, NULL);
  g_assert_cmpstr (self->output, ==, before);
}

/* Who only looks, or answers for a division, does not write the analysis. */
static void
test_rights (CliFixture    *self,
             gconstpointer  data)
{
  make_register (self, "2567");
  cli_fixture_run (self, 0, "set", REGISTER, "person:นายดู ใจดี", "post", "เจ้าพนักงาน", NULL);
  cli_fixture_run (self, 0, "set", REGISTER, "member:นางเลขา ใจดี", "role", "คณะทำงานและเลขานุการ", NULL);
  cli_fixture_run (self, 1, "analysis", REGISTER, "set", "2", "cause", "ก", "--as", "นายดู ใจดี", NULL);
  cli_assert_contains (self->errors, "not for the role");
  cli_fixture_run (self, 0, "analysis", REGISTER, "set", "2", "cause", "ก", "--as", "นางเลขา ใจดี", NULL);
  cli_fixture_run (self, 0, "history", REGISTER, NULL);
  cli_assert_contains (self->output, "นางเลขา ใจดี");
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
  make_register (self, "2567");
  cli_fixture_run (self, 0, "analysis", REGISTER, "set", "2", "cause", "CAUSE-OF-TWO", NULL);
  cli_fixture_run (self, 0, "report", REGISTER, "--kind", "measures", "--digits", "western", "--output", "measures.pdf",
                   NULL);
  cli_fixture_run_program (self, 0, NULL, NULL, arguments);
  cli_assert_contains (self->output, "CAUSE-OF-TWO");
  cli_assert_contains (self->output, "78.00");
  cli_assert_contains (self->output, "+10.00");
  g_assert_null (strstr (self->output, "E-Service"));
  cli_fixture_run (self, 0, "analysis", REGISTER, "set", "topic:3", "weakness", "WEAK-TOPIC", NULL);
  cli_fixture_run (self, 0, "report", REGISTER, "--kind", "measures", "--digits", "western", "--output", "measures.pdf",
                   NULL);
  cli_fixture_run_program (self, 0, NULL, NULL, arguments);
  cli_assert_contains (self->output, "WEAK-TOPIC");
  cli_assert_contains (self->output, "E-Service");
}

/* What was read in the scores is part of a confirmed version: a later change shows. */
static void
test_sealed (CliFixture    *self,
             gconstpointer  data)
{
  make_register (self, "2567");
  cli_fixture_run (self, 0, "analysis", REGISTER, "set", "2", "cause", "ไม่ได้เผยแพร่", NULL);
  cli_fixture_run (self, 0, "seal", REGISTER, "--kind", "measures", "--output", "one.pdf", NULL);
  cli_fixture_run (self, 0, "verify", "one.pdf", "--against", REGISTER, NULL);
  cli_fixture_run (self, 0, "analysis", REGISTER, "set", "2", "cause", "ไม่มีผู้รับผิดชอบ", NULL);
  cli_fixture_run (self, 0, "compare", REGISTER, "1", NULL);
  cli_assert_contains (self->output, "indicator:2 cause: “ไม่ได้เผยแพร่” → “ไม่มีผู้รับผิดชอบ”");
}

static void
test_usage (CliFixture    *self,
            gconstpointer  data)
{
  make_register (self, "2567");
  cli_fixture_run (self, 2, "analysis", REGISTER, NULL);
  cli_fixture_run (self, 2, "analysis", REGISTER, "dance", NULL);
  cli_fixture_run (self, 2, "analysis", REGISTER, "set", "2", "cause", NULL);
  cli_fixture_run (self, 2, "analysis", REGISTER, "show", "2", NULL);
  cli_fixture_run (self, 1, "analysis", "nothing.mattra", "show", NULL);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  cli_add_test ("/cli/analysis/show", test_show);
  cli_add_test ("/cli/analysis/json", test_json);
  cli_add_test ("/cli/analysis/own", test_own);
  cli_add_test ("/cli/analysis/faults", test_faults);
  cli_add_test ("/cli/analysis/rights", test_rights);
  cli_add_test ("/cli/analysis/report", test_report);
  cli_add_test ("/cli/analysis/sealed", test_sealed);
  cli_add_test ("/cli/analysis/usage", test_usage);

  return g_test_run ();
}
