/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cli-fixture.h"

#include <gio/gio.h>
#include <string.h>

#define REGISTER "register.mattra"
#define HEAD "นางสาวสมใจ ใจดี"

static const char document[] =
  "ประจำปีงบประมาณ พ.ศ. ๒๕๖๖ (รอบ ๖ เดือนแรก)\n"
  "องค์การบริหารส่วนตำบลโนนตัวอย่าง\n\n"
  "ที่\tมาตรการ\tวิธีการดำเนินการ\tผู้รับผิดชอบ\tระยะเวลาดำเนินการ\tผลการดำเนินการ\tข้อเสนอแนะ\n"
  "๑\tหนึ่ง\tก\tกองคลัง\tต.ค. ๖๕ - มี.ค. ๖๖\tทำแล้ว\tควรเร็วขึ้น\n"
  "๒\tสอง\tก\tทุกส่วนราชการ\t๙ ธ.ค. ๖๕\tทำแล้ว\tไม่มี\n";

static void
make_register (CliFixture *self)
{
  cli_fixture_write (self, "report.txt", document);
  cli_fixture_run (self, 0, "import", "report.txt", "--into", REGISTER, NULL);
  cli_fixture_run (self, 0, "set", REGISTER, "person:" HEAD, "post", "ผู้อำนวยการกองคลัง", NULL);
  cli_fixture_run (self, 0, "set", REGISTER, "person:" HEAD, "division", "กองคลัง", NULL);
}

/* A year is started, looked at, answered, compared and taken back. */
static void
test_year (CliFixture    *self,
           gconstpointer  data)
{
  make_register (self);
  cli_fixture_run (self, 0, "roll-over", REGISTER, "--fiscal-year", "2567", "--json", NULL);
  cli_assert_contains (self->output, "\"measures\": 2");
  cli_assert_contains (self->output, "\"recommendations_to_answer\": 1");
  cli_fixture_run (self, 0, "show", REGISTER, "--fiscal-year", "2567", "--json", NULL);
  cli_assert_contains (self->output, "ต.ค. ๖๖ - มี.ค. ๖๗");
  cli_assert_contains (self->output, "\"period_end\": \"2024-03-31\"");
  cli_assert_contains (self->output, "\"text\": \"ควรเร็วขึ้น\"");
  g_assert_null (strstr (self->output, "ทำแล้ว"));
  /* There are no results yet. */
  cli_fixture_run (self, 1, "check", REGISTER, "--fiscal-year", "2567", NULL);
  cli_assert_contains (self->output, "does not answer the recommendation of 2566");
  cli_fixture_run (self, 0, "set", REGISTER, "1", "carried:1", "เร็วขึ้นแล้ว", "--fiscal-year", "2567", "--as", HEAD, NULL);
  cli_fixture_run (self, 1, "set", REGISTER, "1", "carried:2", "ก", "--fiscal-year", "2567", NULL);
  cli_assert_contains (self->errors, "1 earlier recommendation");
  cli_fixture_run (self, 1, "check", REGISTER, "--fiscal-year", "2567", NULL);
  g_assert_null (strstr (self->output, "does not answer"));
  cli_fixture_run (self, 0, "set", REGISTER, "2", "title", "สองใหม่", "--fiscal-year", "2567", NULL);
  cli_fixture_run (self, 0, "compare-years", REGISTER, "--json", NULL);
  cli_assert_contains (self->output, "\"kind\": \"changed\"");
  cli_assert_contains (self->output, "สองใหม่");
  for (guint i = 0; i < 3; i++)
    cli_fixture_run (self, 0, "undo", REGISTER, NULL);
  cli_fixture_run (self, 1, "show", REGISTER, "--fiscal-year", "2567", NULL);
}

/* What was cancelled stays behind, says so, and goes on where somebody wants it. */
static void
test_cancelled (CliFixture    *self,
                gconstpointer  data)
{
  make_register (self);
  cli_fixture_run (self, 0, "set", REGISTER, "1", "status", "cancelled", NULL);
  cli_fixture_run (self, 0, "roll-over", REGISTER, NULL);
  cli_assert_contains (self->output, "1 measure\n");
  cli_assert_contains (self->output, "1 cancelled measure stays behind; --with-cancelled takes it along\n");
  cli_fixture_run (self, 0, "compare-years", REGISTER, NULL);
  cli_assert_contains (self->output, "measure 1 is gone: ");
  cli_fixture_run (self, 0, "undo", REGISTER, NULL);
  cli_fixture_run (self, 0, "roll-over", REGISTER, "--with-cancelled", "--json", NULL);
  cli_assert_contains (self->output, "\"measures\": 2");
  cli_assert_contains (self->output, "\"cancelled_left_out\": 0");
  cli_fixture_run (self, 2, "roll-over", REGISTER, "--next-round", "--with-cancelled", NULL);
}

typedef struct
{
  int status;
  const char *words[8];
  const char *says;
} Refusal;

static void
test_refusals (CliFixture    *self,
               gconstpointer  data)
{
  static const Refusal rows[] = {
    { 1, { "roll-over", REGISTER, "--fiscal-year", "2566" }, "no plan of a year before 2566" },
    { 1, { "roll-over", REGISTER, "--fiscal-year", "2567", "--from", "2570" }, "no plan of fiscal year 2570" },
    { 1, { "roll-over", REGISTER, "--fiscal-year", "2567", "--as", HEAD }, "" },
    { 1, { "roll-over", REGISTER, "--into", REGISTER }, "exists already" },
    { 2, { "roll-over", REGISTER, "--copy" }, "--next-round" },
    { 2, { "roll-over", REGISTER, "--next-round", "--into", "x.mattra" }, "--next-round" },
    { 1, { "compare-years", REGISTER }, "no year before 2566" },
    { 1, { "compare-years", REGISTER, "--from", "2566", "--to", "2566" }, "" },
    { 1, { "library", REGISTER, "list", "--fiscal-year", "2566" }, "no other year" },
    { 1, { "library", REGISTER, "add", "99", "--from", "sample" }, "no measure" },
    { 2, { "library", REGISTER, "add" }, "--search" },
    { 2, { "library", REGISTER, "take" }, "" },
    { 2, { "minutes", REGISTER, "add" }, "minutes FILE add" },
    { 1, { "minutes", REGISTER, "add", "" }, "cannot be empty" },
    { 1, { "minutes", REGISTER, "remove", "X" }, "no line" },
    { 1, { "minutes", REGISTER, "add", "ก", "--as", HEAD }, "" },
  };

  make_register (self);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const char *const *w = rows[i].words;

      cli_fixture_run (self, rows[i].status, w[0], w[1], w[2], w[3], w[4], w[5], w[6], w[7], NULL);
      cli_assert_contains (self->errors, rows[i].says);
    }
  cli_fixture_run (self, 0, "roll-over", REGISTER, "--fiscal-year", "2567", NULL);
  cli_fixture_run (self, 1, "roll-over", REGISTER, "--fiscal-year", "2567", NULL);
  cli_assert_contains (self->errors, "already holds a plan of fiscal year 2567; nothing was changed");
}

static void
test_elsewhere (CliFixture    *self,
                gconstpointer  data)
{
  make_register (self);
  cli_fixture_run (self, 0, "roll-over", REGISTER, "--into", "next.mattra", NULL);
  cli_fixture_run (self, 0, "show", "next.mattra", "--json", NULL);
  cli_assert_contains (self->output, "\"fiscal_year_be\": 2567");
  cli_fixture_run (self, 0, "compare-years", "next.mattra", NULL);
  cli_assert_contains (self->output, "plan the same");
  cli_fixture_run (self, 1, "show", REGISTER, "--fiscal-year", "2567", NULL);
}

static void
test_library_and_minutes (CliFixture    *self,
                          gconstpointer  data)
{
  make_register (self);
  cli_fixture_run (self, 0, "library", REGISTER, "list", "--from", "sample", "--search", "งบประมาณ", NULL);
  cli_assert_contains (self->output, "เปิดเผยแผน");
  cli_fixture_run (self, 0, "library", REGISTER, "add", "3", "5", "--from", "sample", NULL);
  cli_fixture_run (self, 0, "show", REGISTER, "--json", NULL);
  cli_assert_contains (self->output, "ต.ค. ๖๕ - ก.ย. ๖๖");
  cli_assert_contains (self->output, "\"number\": 4");
  cli_fixture_run (self, 0, "minutes", REGISTER, "add", "ให้เร่งรัด", "--measure", "1", "--meeting", "2023-01-15", NULL);
  cli_fixture_run (self, 0, "minutes", REGISTER, "list", NULL);
  cli_assert_contains (self->output, "15 มกราคม 2566");
  cli_assert_contains (self->output, "มาตรการที่ 1: ให้เร่งรัด");
  cli_fixture_run (self, 0, "report", REGISTER, "--kind", "minutes-table", "--date", "2023-01-15", "--output", "m.pdf", NULL);
  cli_fixture_run (self, 0, "undo", REGISTER, NULL);
  cli_fixture_run (self, 0, "minutes", REGISTER, "list", NULL);
  cli_assert_contains (self->output, "There are no minutes");
}

/* Minutes are confirmed as they stand, also behind another paper. */
static void
test_sealed_minutes (CliFixture    *self,
                     gconstpointer  data)
{
  make_register (self);
  cli_fixture_run (self, 0, "minutes", REGISTER, "add", "ให้เร่งรัด", "--measure", "1", "--meeting", "2023-01-15", NULL);
  cli_fixture_run (self, 0, "minutes", REGISTER, "add", "ปิดประชุม", "--meeting", "2023-01-15", NULL);
  cli_fixture_run (self, 0, "seal", REGISTER, "--kind", "memo,minutes-table", "--date", "2023-01-15", "--output", "v1.pdf",
                   NULL);
  cli_fixture_run (self, 0, "verify", "v1.pdf", "--against", REGISTER, NULL);
  cli_assert_contains (self->output, "equals version 1");
  cli_fixture_run (self, 0, "compare", REGISTER, "1", NULL);
  cli_assert_contains (self->output, "says what stands there today");
  cli_fixture_run (self, 0, "minutes", REGISTER, "add", "รายงานเดือนหน้า", "--measure", "1", "--meeting", "2023-01-15", NULL);
  cli_fixture_run (self, 0, "minutes", REGISTER, "add", "ของวันอื่น", "--measure", "1", "--meeting", "2023-02-15", NULL);
  cli_fixture_run (self, 0, "compare", REGISTER, "1", NULL);
  cli_assert_contains (self->output, "1 difference");
  cli_assert_contains (self->output, "measure 1, minutes: “ให้เร่งรัด” → “ให้เร่งรัด / รายงานเดือนหน้า”");
  cli_fixture_run_program (self, 0, NULL, NULL, (const char *const[]) { "pdftotext", "-raw", "v1.pdf", "-", NULL });
  cli_assert_contains (self->output, "ให้เร่งรัด");
  cli_assert_contains (self->output, "ปิดประชุม");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  cli_add_test ("/cli/roll-over/cancelled", test_cancelled);
  cli_add_test ("/cli/roll-over/year", test_year);
  cli_add_test ("/cli/roll-over/refusals", test_refusals);
  cli_add_test ("/cli/roll-over/elsewhere", test_elsewhere);
  cli_add_test ("/cli/roll-over/library-and-minutes", test_library_and_minutes);
  cli_add_test ("/cli/roll-over/sealed-minutes", test_sealed_minutes);
  return g_test_run ();
}
