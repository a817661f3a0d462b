/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cli-fixture.h"

#include <string.h>

#define REGISTER "register.mattra"

static const char measures[] =
  "ที่\tมาตรการ\tวิธีการดำเนินการ\tผู้รับผิดชอบ\tการกำกับติดตาม\n"
  "1\tการใช้งบประมาณ\t1. ประกาศแผนการใช้จ่าย\tกองคลัง\tรายงานปลัดทุกไตรมาส\n"
  "2\tการเปิดเผยข้อมูล\t1. ปรับปรุงเว็บไซต์\tสำนักปลัด\tรายงานปลัดทุกเดือน\n";

static void
make_register (CliFixture *self,
               const char *year)
{
  cli_fixture_run (self, 0, "new", REGISTER, "--organisation", "เทศบาลตำบลตัวอย่าง", "--fiscal-year", year, NULL);
  cli_fixture_write (self, "measures.txt", measures);
  cli_fixture_run (self, 0, "import", "measures.txt", "--into", REGISTER, NULL);
}

static void
test_set (CliFixture    *self,
          gconstpointer  data)
{
  static const struct
  {
    const char *field;
    const char *value;
    const char *shown;
  } fields[] = {
    { "file", "มาตรการ 2566.pdf", "  File: มาตรการ 2566.pdf\n" },
    { "url", " https://www.example.go.th/ita ", "  Address: https://www.example.go.th/ita\n" },
    { "menu_path", "หน้าแรก > ITA", "  Menus: หน้าแรก > ITA\n" },
    { "posted_on", "๑๐ เม.ย. ๒๕๖๖", "  Posted on: 10 เม.ย. 2566\n" },
    { "approved_by", "นายก", "  Approved by: นายก\n" },
    { "approved_on", "2023-04-11", "  Approved on: 11 เม.ย. 2566\n" },
    { "score", "๑๐๐", "  Score: 100.00\n" },
    { "comment", "ครบถ้วน", "  Comment: ครบถ้วน\n" },
    { "number", "O40", "measures/2566  O40 " },
  };

  make_register (self, "2566");
  cli_fixture_run (self, 0, "publication", REGISTER, "list", NULL);
  cli_assert_contains (self->output, "measures/2566  O42 มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน\n");
  cli_assert_contains (self->output, "results/2565  O43 ");
  cli_assert_contains (self->output, "เทศบาลตำบลตัวอย่าง ได้เผยแพร่ ");
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    cli_fixture_run (self, 0, "publication", REGISTER, "set", "measures", fields[i].field, fields[i].value, NULL);
  cli_fixture_run (self, 0, "publication", REGISTER, "list", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    cli_assert_contains (self->output, fields[i].shown);
  cli_assert_contains (self->output, "เมื่อวันที่ ๑๐ เมษายน ๒๕๖๖ ที่เมนู หน้าแรก > ITA");
  cli_assert_contains (self->output, "measures/2565  O42 ");
  cli_fixture_run (self, 0, "publication", REGISTER, "set", "measures", "explanation", "ของเราเอง", NULL);
  cli_fixture_run (self, 0, "publication", REGISTER, "list", "--json", NULL);
  cli_assert_contains (self->output, "\"explanation\": \"ของเราเอง\"");
  cli_assert_contains (self->output, "\"score\": 100.00");
  cli_assert_contains (self->output, "\"posted_on\": \"2023-04-10\"");
}

/* The explanation is copied into the system of the assessment: what leads to the file must lead there. */
static void
test_explanation (CliFixture    *self,
                  gconstpointer  data)
{
  make_register (self, "2566");
  cli_fixture_run (self, 0, "publication", REGISTER, "set", "measures", "url", "https://www.example.go.th/ita/2566/o42.pdf",
                   NULL);
  cli_fixture_run (self, 0, "publication", REGISTER, "set", "measures", "file", "o42-2566.pdf", NULL);
  cli_fixture_run (self, 0, "publication", REGISTER, "set", "measures", "menu_path", "หน้าแรก > ITA 2566", NULL);
  cli_fixture_run (self, 0, "publication", REGISTER, "set", "measures", "posted_on", "2023-04-10", NULL);
  cli_fixture_run (self, 0, "publication", REGISTER, "list", "--json", NULL);
  cli_assert_contains (self->output, "ประจำปีงบประมาณ พ.ศ. ๒๕๖๖ บนเว็บไซต์ของหน่วยงาน เมื่อวันที่ ๑๐ เมษายน ๒๕๖๖"
                                     " ที่เมนู หน้าแรก > ITA 2566 ไฟล์ o42-2566.pdf\\n");
  cli_assert_contains (self->output, "\\nhttps://www.example.go.th/ita/2566/o42.pdf\"");
}

/* What came back is shown where the next year's scores are analysed. */
static void
test_next_year (CliFixture    *self,
                gconstpointer  data)
{
  make_register (self, "2567");
  cli_fixture_run (self, 0, "publication", REGISTER, "set", "measures/2566", "score", "50", NULL);
  cli_fixture_run (self, 0, "publication", REGISTER, "set", "measures/2566", "comment", "ขาดแนวทางกำกับติดตาม", NULL);
  cli_fixture_run (self, 0, "analysis", REGISTER, "show", NULL);
  cli_assert_contains (self->output, "Item O42 of fiscal year 2566: 50.00 points\n      Comment: ขาดแนวทางกำกับติดตาม\n");
}

/* The item of a year asks for the results of the year before, whose versions are that year's. */
static void
test_other_version (CliFixture    *self,
                    gconstpointer  data)
{
  make_register (self, "2566");
  cli_fixture_run (self, 0, "seal", REGISTER, "--kind", "results", "--round", "full-year", "--output", "one.pdf", NULL);
  cli_fixture_run (self, 0, "roll-over", REGISTER, NULL);
  cli_fixture_run (self, 0, "seal", REGISTER, "--fiscal-year", "2567", "--kind", "measures", "--output", "two.pdf", NULL);
  cli_fixture_run (self, 0, "seal", REGISTER, "--fiscal-year", "2567", "--kind", "measures", "--output", "three.pdf", NULL);
  cli_fixture_run (self, 1, "publication", REGISTER, "--fiscal-year", "2567", "set", "results", "version", "2", NULL);
  cli_assert_contains (self->errors, "is no confirmed version of fiscal year 2566");
  cli_fixture_run (self, 0, "publication", REGISTER, "--fiscal-year", "2567", "set", "results", "version", "1", NULL);
  cli_fixture_run (self, 0, "publication", REGISTER, "--fiscal-year", "2567", "set", "measures", "version", "2", NULL);
  cli_fixture_run (self, 0, "publication", REGISTER, "--fiscal-year", "2567", "list", "--json", NULL);
  cli_assert_contains (self->output, "\"version\": 1");
  cli_assert_contains (self->output, "\"version\": 2");
}

static const struct
{
  const char *item;
  const char *field;
  const char *value;
} faults[] = {
  { "measures", "url", "javascript:alert(1)" },
  { "measures", "url", "file:///etc/passwd" },
  { "measures", "url", "www.example.go.th" },
  { "measures", "posted_on", "เมื่อวาน" },
  { "measures", "score", "101" },
  { "measures", "version", "1" },
  { "measures", "colour", "แดง" },
  { "poems", "url", "https://www.example.go.th" },
  { "measures/2560", "comment", "ก" },
};

static void
test_faults (CliFixture    *self,
             gconstpointer  data)
{
  g_autofree char *before = NULL;

  make_register (self, "2566");
  cli_fixture_run (self, 0, "history", REGISTER, NULL);
  before = g_strdup (self->output);
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      cli_fixture_run (self, 1, "publication", REGISTER, "set", faults[i].item, faults[i].field, faults[i].value, NULL);
      g_assert_cmpuint (strlen (self->errors), >, 20);
    }
  cli_fixture_run (self, 0, "history", REGISTER, NULL);
  g_assert_cmpstr (self->output, ==, before);
}

/* Each row undoes or does one thing more, and one finding comes or goes. */
static void
test_check (CliFixture    *self,
            gconstpointer  data)
{
  static const struct
  {
    const char *target;
    const char *field;
    const char *value;
    const char *check;
    gboolean found;
  } steps[] = {
    { "1", "follow_up", "", "missing_follow_up", TRUE },
    { "1", "follow_up", "รายงานปลัดทุกเดือน", "missing_follow_up", FALSE },
    { "1", "responsible", "", "missing_party", TRUE },
    { "1", "responsible", "กองคลัง", "missing_party", FALSE },
    { "2", "steps", "", "missing_steps", TRUE },
    { "2", "steps", "ปรับปรุงเว็บไซต์", "missing_steps", FALSE },
    { "1", "note", "ก", "no_result", TRUE },
    { "1", "results", "ประกาศแผนการใช้จ่าย", "result_is_step", TRUE },
    { "1", "results", "ดำเนินการแล้วเสร็จตามแผน", "result_is_step", FALSE },
    { "1", "results", "ดำเนินการแล้วเสร็จตามแผน", "result_not_concrete", TRUE },
    { "1", "results", "ประกาศแผนบนเว็บไซต์เมื่อวันที่ 10 ตุลาคม 2565 มีผู้เข้าชม 120 คน", "result_not_concrete", FALSE },
    { "2", "results", "ปรับปรุงเว็บไซต์ครบ 43 ข้อในเดือนธันวาคม 2565", "no_result", FALSE },
    { "plan", "score:2", "70", "no_scores", FALSE },
    { "plan", "score:2", "70", "weakness_not_analysed", TRUE },
  };

  make_register (self, "2566");
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autofree char *word = g_strdup_printf ("\"check\": \"%s\"", steps[i].check);

      g_test_message ("row %u", i);
      cli_fixture_run (self, 0, "set", REGISTER, steps[i].target, steps[i].field, steps[i].value, "--round",
                       "first-half", NULL);
      cli_fixture_run (self, 1, "publication", REGISTER, "check", "--json", NULL);
      g_assert_cmpint (strstr (self->output, word) != NULL, ==, steps[i].found);
    }
  cli_assert_contains (self->output, "\"check\": \"no_url\"");
  cli_fixture_run (self, 0, "publication", REGISTER, "set", "measures", "url", "https://www.example.go.th/1", NULL);
  cli_fixture_run (self, 0, "publication", REGISTER, "set", "results", "url", "https://www.example.go.th/2", NULL);
  cli_fixture_run (self, 0, "publication", REGISTER, "set", "measures", "posted_on", "2023-05-02", NULL);
  cli_fixture_run (self, 0, "publication", REGISTER, "set", "results", "posted_on", "2023-04-30", NULL);
  cli_fixture_run (self, 1, "publication", REGISTER, "check", NULL);
  g_assert_null (strstr (self->output, "no address"));
  cli_assert_contains (self->output, "The file had to be on the web site by 30 เม.ย. 2566.");
  cli_fixture_run (self, 0, "publication", REGISTER, "set", "measures", "posted_on", "2023-04-30", NULL);
  cli_fixture_run (self, 0, "publication", REGISTER, "check", NULL);
}

/* The report of the results lists the very measures of the confirmed document. */
static void
test_same_measures (CliFixture    *self,
                    gconstpointer  data)
{
  make_register (self, "2566");
  cli_fixture_run (self, 0, "seal", REGISTER, "--kind", "measures", "--output", "one.pdf", NULL);
  cli_fixture_run (self, 1, "publication", REGISTER, "check", "--json", NULL);
  g_assert_null (strstr (self->output, "measure_not_"));
  cli_fixture_write (self, "more.txt", "ที่\tมาตรการ\tผู้รับผิดชอบ\n3\tการใช้อำนาจ\tกองช่าง\n");
  cli_fixture_run (self, 0, "import", "more.txt", "--into", REGISTER, NULL);
  cli_fixture_run (self, 1, "publication", REGISTER, "check", "--json", NULL);
  cli_assert_contains (self->output, "\"check\": \"measure_not_published\"");
  cli_fixture_run (self, 0, "publication", REGISTER, "set", "measures", "version", "1", NULL);
  cli_fixture_run (self, 0, "publication", REGISTER, "list", NULL);
  cli_assert_contains (self->output, "  Version: 1\n");
}

/* Since 2567 the analysis is by topics, and the results are those of the year before. */
static void
test_new_form (CliFixture    *self,
               gconstpointer  data)
{
  make_register (self, "2567");
  cli_fixture_run (self, 1, "publication", REGISTER, "check", "--json", NULL);
  cli_assert_contains (self->output, "\"check\": \"topic_not_analysed\"");
  cli_assert_contains (self->output, "\"check\": \"topic_without_measure\"");
  cli_assert_contains (self->output, "\"check\": \"no_plan\"");
  cli_fixture_run (self, 0, "set", REGISTER, "plan", "results_year", "2567", NULL);
  cli_fixture_run (self, 1, "set", REGISTER, "plan", "results_year", "soon", NULL);
  cli_fixture_run (self, 1, "publication", REGISTER, "check", "--json", NULL);
  g_assert_null (strstr (self->output, "no_plan"));
  cli_assert_contains (self->output, "\"check\": \"no_result\"");
}

static void
test_rights (CliFixture    *self,
             gconstpointer  data)
{
  make_register (self, "2566");
  cli_fixture_run (self, 0, "set", REGISTER, "person:นายดู ใจดี", "post", "เจ้าพนักงาน", NULL);
  cli_fixture_run (self, 1, "publication", REGISTER, "set", "measures", "file", "ก", "--as", "นายดู ใจดี", NULL);
  cli_assert_contains (self->errors, "not for the role");
}

static void
test_usage (CliFixture    *self,
            gconstpointer  data)
{
  make_register (self, "2566");
  cli_fixture_run (self, 2, "publication", REGISTER, NULL);
  cli_fixture_run (self, 2, "publication", REGISTER, "burn", NULL);
  cli_fixture_run (self, 2, "publication", REGISTER, "set", "measures", "url", NULL);
  cli_fixture_run (self, 2, "publication", REGISTER, "list", "measures", NULL);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  cli_add_test ("/cli/publication/set", test_set);
  cli_add_test ("/cli/publication/explanation", test_explanation);
  cli_add_test ("/cli/publication/next-year", test_next_year);
  cli_add_test ("/cli/publication/other-version", test_other_version);
  cli_add_test ("/cli/publication/faults", test_faults);
  cli_add_test ("/cli/publication/check", test_check);
  cli_add_test ("/cli/publication/same-measures", test_same_measures);
  cli_add_test ("/cli/publication/new-form", test_new_form);
  cli_add_test ("/cli/publication/rights", test_rights);
  cli_add_test ("/cli/publication/usage", test_usage);

  return g_test_run ();
}
