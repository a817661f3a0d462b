/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cli-fixture.h"

#include <string.h>

#define REGISTER "register.mattra"

static const char document[] =
  "ประจำปีงบประมาณ พ.ศ. ๒๕๖๗ (รอบ ๖ เดือนแรก)\n"
  "องค์การบริหารส่วนตำบลโนนตัวอย่าง\n\n"
  "ที่\tมาตรการ\tวิธีการดำเนินการ\tผู้รับผิดชอบ\tระยะเวลาดำเนินการ\tผลการดำเนินการ\n"
  "๑\tการใช้งบประมาณ, การเงิน; พัสดุ \\ อื่น ๆ ตามประกาศขององค์การบริหารส่วนตำบลที่ต้องเขียนให้ยาวกว่าหนึ่งบรรทัด\tก"
  "\tกองคลัง\t๑ ต.ค. ๖๖ - ๒๙ ก.พ. ๖๗\t\n"
  "๒\tการใช้ทรัพย์สินของราชการ\tจัดทำคู่มือ\tกองช่าง\tธ.ค. ๖๖\t\n";

static void
make_register (CliFixture *self)
{
  cli_fixture_write (self, "report.txt", document);
  cli_fixture_run (self, 0, "import", "report.txt", "--into", REGISTER, NULL);
  cli_fixture_run (self, 0, "set", REGISTER, "plan", "first_half_due", "", NULL);
  cli_fixture_run (self, 0, "set", REGISTER, "plan", "full_year_due", "๑๕ ต.ค. ๒๕๖๗", NULL);
}

/* Debian's own Python has the parser, whatever else stands first on the path. */
static gboolean
parse (CliFixture *self,
       const char *name)
{
  static const char *const pythons[] = { "/usr/bin/python3", "python3" };
  g_autofree char *script = g_test_build_filename (G_TEST_DIST, "displayless", "cli", "read-calendar.py", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (pythons); i++)
    {
      g_autofree char *python = g_find_program_in_path (pythons[i]);
      const char *const arguments[] = { python, script, name, NULL };
      const char *const probe[] = { python, "-c", "import icalendar", NULL };
      int status = 1;

      if (python == NULL
          || !g_spawn_sync (NULL, (char **) probe, NULL, G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, NULL, NULL, &status, NULL)
          || status != 0)
        continue;
      cli_fixture_run_program (self, 0, NULL, NULL, arguments);
      return TRUE;
    }
  g_test_skip ("no other parser of calendars here: python3-icalendar is not installed");
  return FALSE;
}

static void
test_parsed (CliFixture    *self,
             gconstpointer  data)
{
  make_register (self);
  cli_fixture_run (self, 0, "export", REGISTER, "--format", "ics", "--output", "all.ics", NULL);
  if (!parse (self, "all.ics"))
    return;
  cli_assert_contains (self->output,
                       "2024-02-29\tรายงานผล มาตรการที่ ๑ (รอบ ๖ เดือนแรก): การใช้งบประมาณ, การเงิน; พัสดุ \\ อื่น ๆ");
  cli_assert_contains (self->output, "\tกำหนด: ๒๙ กุมภาพันธ์ ๒๕๖๗|มาตรการ: การใช้งบประมาณ");
  cli_assert_contains (self->output, "|ส่วนราชการ: กองคลัง|องค์การบริหารส่วนตำบลโนนตัวอย่าง ปีงบประมาณ พ.ศ. ๒๕๖๗\t-30 days, 9:00:00\n");
  cli_assert_contains (self->output, "2024-10-15\tรายงานผล มาตรการที่ ๒ (รอบทั้งปี)");
  cli_assert_contains (self->output, "2024-04-30\tเผยแพร่บนเว็บไซต์และปิดรับคำตอบ OIT");
}

static void
test_division (CliFixture    *self,
               gconstpointer  data)
{
  g_auto (GStrv) lines = NULL;

  make_register (self);
  cli_fixture_run (self, 0, "export", REGISTER, "--format", "ics", "--output", "one.ics", "--division", "กองช่าง", "--lead",
                   "๐", NULL);
  if (!parse (self, "one.ics"))
    return;
  lines = g_strsplit (self->output, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 3);
  g_assert_true (g_str_has_prefix (lines[0], "2023-12-31\tรายงานผล มาตรการที่ ๒"));
  g_assert_true (g_str_has_suffix (lines[0], "\t9:00:00"));
}

/* On any day the same; after a change that touches no deadline only the stamps differ. */
static void
test_same_bytes (CliFixture    *self,
                 gconstpointer  data)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *reminded = NULL;

  make_register (self);
  cli_fixture_run (self, 0, "export", REGISTER, "--format", "ics", "--output", "a.ics", NULL);
  first = cli_fixture_read (self, "a.ics", NULL);
  g_usleep (1100 * 1000);
  cli_fixture_run (self, 0, "export", REGISTER, "--format", "ics", "--output", "a.ics", NULL);
  second = cli_fixture_read (self, "a.ics", NULL);
  g_assert_cmpstr (first, ==, second);
  cli_fixture_run (self, 0, "export", REGISTER, "--format", "ics", "--output", "a.ics", "--lead", "none", NULL);
  reminded = cli_fixture_read (self, "a.ics", NULL);
  g_assert_null (strstr (reminded, "VALARM"));
}

/* The event of a deadline stays the same one when the answer comes, and goes when the work is done. */
static void
test_same_event (CliFixture    *self,
                 gconstpointer  data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *done = NULL;
  g_autofree char *uid = NULL;
  const char *place;

  make_register (self);
  cli_fixture_run (self, 0, "export", REGISTER, "--format", "ics", "--output", "a.ics", "--division", "กองช่าง", NULL);
  before = cli_fixture_read (self, "a.ics", NULL);
  place = strstr (before, "UID:");
  uid = g_strndup (place, strcspn (place, "@"));
  cli_fixture_run (self, 0, "set", REGISTER, "2", "status", "in_progress", NULL);
  cli_fixture_run (self, 0, "export", REGISTER, "--format", "ics", "--output", "a.ics", "--division", "กองช่าง", NULL);
  after = cli_fixture_read (self, "a.ics", NULL);
  cli_assert_contains (after, uid);
  cli_assert_contains (after, "SUMMARY:ครบกำหนด มาตรการที่ ๒");
  cli_fixture_run (self, 0, "set", REGISTER, "2", "status", "done", NULL);
  cli_fixture_run (self, 0, "export", REGISTER, "--format", "ics", "--output", "a.ics", "--division", "กองช่าง", NULL);
  done = cli_fixture_read (self, "a.ics", NULL);
  g_assert_null (strstr (done, uid));
}

static void
test_refusals (CliFixture    *self,
               gconstpointer  data)
{
  g_autofree char *kept = NULL;

  make_register (self);
  cli_fixture_run (self, 2, "export", REGISTER, "--format", "ics", "--output", "a.ics", "--lead", "x", NULL);
  cli_fixture_run (self, 2, "export", REGISTER, "--format", "csv", "--output", "a.csv", "--division", "กองช่าง", NULL);
  cli_fixture_write (self, "a.ics", "old");
  cli_fixture_run (self, 1, "export", REGISTER, "--format", "ics", "--output", "a.ics", "--division", "กองอื่น", NULL);
  cli_fixture_run (self, 1, "export", REGISTER, "--format", "ics", "--output", "no/such/a.ics", NULL);
  kept = cli_fixture_read (self, "a.ics", NULL);
  g_assert_cmpstr (kept, ==, "old");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  cli_add_test ("/cli/calendar/parsed", test_parsed);
  cli_add_test ("/cli/calendar/division", test_division);
  cli_add_test ("/cli/calendar/same-bytes", test_same_bytes);
  cli_add_test ("/cli/calendar/same-event", test_same_event);
  cli_add_test ("/cli/calendar/refusals", test_refusals);

  return g_test_run ();
}
