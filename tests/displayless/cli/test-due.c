/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cli-fixture.h"

#include <json-glib/json-glib.h>
#include <string.h>

#define REGISTER "register.mattra"

static const char document[] =
  "ประจำปีงบประมาณ พ.ศ. ๒๕๖๗ (รอบ ๖ เดือนแรก)\n"
  "องค์การบริหารส่วนตำบลโนนตัวอย่าง\n\n"
  "ที่\tมาตรการ\tวิธีการดำเนินการ\tผู้รับผิดชอบ\tระยะเวลาดำเนินการ\tผลการดำเนินการ\n"
  "๑\tการใช้งบประมาณ\tรายงานทุกเดือน\tกองคลัง\t๑ ต.ค. ๖๖ - ๒๙ ก.พ. ๖๗\t\n"
  "๒\tการใช้ทรัพย์สินของราชการ\tจัดทำคู่มือ\tกองช่าง\tธ.ค. ๖๖\tจัดทำแล้ว\n";

static void
make_register (CliFixture *self)
{
  cli_fixture_write (self, "report.txt", document);
  cli_fixture_run (self, 0, "import", "report.txt", "--into", REGISTER, NULL);
}

static JsonObject *
load (CliFixture *self,
      JsonParser *parser)
{
  g_autoptr (GError) error = NULL;

  json_parser_load_from_data (parser, self->output, -1, &error);
  g_assert_no_error (error);

  return json_node_get_object (json_parser_get_root (parser));
}

/* No day set for the answers, so that the periods decide. */
static void
make_register_without_due (CliFixture *self)
{
  make_register (self);
  cli_fixture_run (self, 0, "set", REGISTER, "plan", "first_half_due", "", NULL);
  cli_fixture_run (self, 0, "set", REGISTER, "plan", "full_year_due", "", NULL);
}

/* Day by day round the end of the period: how many are late and how many come within the days given. */
static void
test_days (CliFixture    *self,
           gconstpointer  data)
{
  static const struct
  {
    const char *day;
    const char *within;
    int late;
    int coming;
  } cases[] = {
    { "2024-01-29", "30", 0, 0 }, { "2024-01-30", "๓๐", 0, 1 }, { "๒๙ ก.พ. ๒๕๖๗", "0", 0, 1 },
    { "2024-03-01", "0", 1, 0 },  { "2024-03-01", "14", 1, 1 }, { "2023-10-01", "0", 0, 1 },
  };

  make_register_without_due (self);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JsonParser) parser = json_parser_new ();
      JsonObject *root;

      cli_fixture_run (self, 0, "due", REGISTER, "--on", cases[i].day, "--within", cases[i].within, "--json", NULL);
      root = load (self, parser);
      g_assert_cmpint (json_object_get_int_member (root, "late"), ==, cases[i].late);
      g_assert_cmpint (json_object_get_int_member (root, "coming"), ==, cases[i].coming);
      g_assert_cmpuint (json_array_get_length (json_object_get_array_member (root, "due")), ==,
                        cases[i].late + cases[i].coming);
    }
}

static void
test_text (CliFixture    *self,
           gconstpointer  data)
{
  make_register_without_due (self);
  cli_fixture_run (self, 0, "due", REGISTER, "--on", "2024-03-01", NULL);
  cli_assert_contains (self->output, "กองคลัง\n  1 การใช้งบประมาณ\n"
                                     "     29 ก.พ. 2567 · 1 day late · no answer for the round: first six months\n");
  cli_assert_contains (self->output, "The whole office\n  รวบรวมผลรอบ ๖ เดือนแรก\n     15 มี.ค. 2567 · in 14 days");
  cli_assert_contains (self->output, "Late: 1; due within 30 days: 2\n");
  cli_fixture_run (self, 0, "due", REGISTER, "--on", "2024-03-01", "--division", "กองช่าง", NULL);
  cli_assert_contains (self->output, "Late: 0; due within 30 days: 0\n");
}

/* Also where the words depend on a number. */
static void
test_thai (CliFixture    *self,
           gconstpointer  data)
{
  g_autofree char *program = cli_fixture_program ();
  const char *const arguments[] = { program, "due", REGISTER, "--on", "2024-03-02", "--within", "14", NULL };
  g_auto (GStrv) environment = g_get_environ ();

  environment = g_environ_setenv (environment, "LANGUAGE", "th", TRUE);
  environment = g_environ_setenv (environment, "LC_ALL", "C.UTF-8", TRUE);
  make_register_without_due (self);
  cli_fixture_run_program (self, 0, NULL, environment, arguments);
  if (strstr (self->output, "Late:"))
    {
      g_test_skip ("this system gives no translations in C.UTF-8");
      return;
    }
  cli_assert_contains (self->output, "29 ก.พ. 2567 · เกินกำหนด 2 วัน · ยังไม่รายงานผล รอบ ๖ เดือนแรก\n");
  cli_assert_contains (self->output, "15 มี.ค. 2567 · อีก 13 วัน · ปฏิทินการประเมิน\n");
}

/* A day of its own for the answers; ticks; a closed round. */
static void
test_register (CliFixture    *self,
               gconstpointer  data)
{
  make_register (self);
  cli_fixture_run (self, 0, "set", REGISTER, "plan", "first_half_due", "๑๐ เม.ย. ๒๕๖๗", NULL);
  cli_fixture_run (self, 0, "due", REGISTER, "--on", "2024-04-10", "--within", "0", NULL);
  cli_assert_contains (self->output, "10 เม.ย. 2567 · today · no answer for the round: first six months");
  cli_fixture_run (self, 0, "due", REGISTER, "--on", "2024-04-11", "--round", "first-half", NULL);
  cli_assert_contains (self->output, "10 เม.ย. 2567 · 1 day late");
  cli_fixture_run (self, 0, "set", REGISTER, "1", "status", "in_progress", NULL);
  cli_fixture_run (self, 0, "due", REGISTER, "--on", "2024-03-02", NULL);
  cli_assert_contains (self->output, "29 ก.พ. 2567 · 2 days late · not finished, round: first six months");
  cli_fixture_run (self, 0, "set", REGISTER, "plan", "first_half_state", "closed", NULL);
  cli_fixture_run (self, 0, "due", REGISTER, "--on", "2024-03-02", "--within", "0", NULL);
  g_assert_null (strstr (self->output, "first six months"));
}

static void
test_keys (CliFixture    *self,
           gconstpointer  data)
{
  static const char *const keys[] = {
    "kind", "deadline", "days_left", "late", "division", "division_id", "round", "number", "measure_id", "title",
    "status", "step", "step_id", "occurrence", "done", "times", "event",
  };
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonArray *due;

  make_register_without_due (self);
  cli_fixture_run (self, 0, "due", REGISTER, "--on", "2024-03-01", "--json", NULL);
  due = json_object_get_array_member (load (self, parser), "due");
  g_assert_cmpuint (json_array_get_length (due), ==, 3);
  for (guint i = 0; i < json_array_get_length (due); i++)
    for (guint k = 0; k < G_N_ELEMENTS (keys); k++)
      g_assert_true (json_object_has_member (json_array_get_object_element (due, i), keys[k]));
  g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (due, 0), "round"), ==, "first_half");
  g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (due, 1), "event"), ==,
                   "collect_first_half");
  cli_fixture_run (self, 0, "help", "due", NULL);
  for (guint k = 0; k < G_N_ELEMENTS (keys); k++)
    cli_assert_contains (self->output, keys[k]);
}

/* The day is that of where the program runs: in one of these zones the date differs from UTC's at any moment. */
static void
test_time_zones (CliFixture    *self,
                 gconstpointer  data)
{
  static const char *const zones[] = { "Pacific/Kiritimati", "Etc/GMT+12", "Asia/Bangkok", "America/St_Johns" };
  g_autofree char *program = cli_fixture_program ();
  const char *const arguments[] = { program, "due", REGISTER, "--json", NULL };

  make_register (self);
  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      g_auto (GStrv) environment = g_environ_setenv (g_get_environ (), "TZ", zones[i], TRUE);
      g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (zones[i]);
      g_autoptr (JsonParser) parser = json_parser_new ();
      g_autoptr (GDateTime) before = NULL;
      g_autoptr (GDateTime) after = NULL;
      g_autofree char *first = NULL;
      g_autofree char *last = NULL;
      const char *day;

      if (zone == NULL)
        {
          g_test_message ("this system has no time zone %s", zones[i]);
          continue;
        }
      before = g_date_time_new_now (zone);
      cli_fixture_run_program (self, 0, NULL, environment, arguments);
      after = g_date_time_new_now (zone);
      first = g_date_time_format (before, "%Y-%m-%d");
      last = g_date_time_format (after, "%Y-%m-%d");
      day = json_object_get_string_member (load (self, parser), "day");
      g_assert_true (g_str_equal (day, first) || g_str_equal (day, last));
    }
}

static void
test_refusals (CliFixture    *self,
               gconstpointer  data)
{
  static const char *const wrong[][2] = {
    { "--within", "-1" }, { "--within", "ten" }, { "--within", "" }, { "--within", "99999" },
    { "--on", "2023-02-29" }, { "--round", "third" },
  };

  make_register (self);
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      cli_fixture_run (self, 2, "due", REGISTER, wrong[i][0], wrong[i][1], NULL);
      cli_assert_contains (self->errors, wrong[i][0]);
    }
  cli_fixture_run (self, 1, "due", REGISTER, "--division", "กองที่ไม่มี", NULL);
  cli_fixture_run (self, 1, "due", "nothing.mattra", NULL);
}

static void
test_empty (CliFixture    *self,
            gconstpointer  data)
{
  cli_fixture_run (self, 0, "new", REGISTER, "--organisation", "เทศบาลตำบลตัวอย่าง", "--fiscal-year", "๒๕๖๗", NULL);
  cli_fixture_run (self, 0, "due", REGISTER, "--on", "2023-10-10", NULL);
  cli_assert_contains (self->output, "Late: 0; due within 30 days: 0\n");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  cli_add_test ("/cli/due/days", test_days);
  cli_add_test ("/cli/due/text", test_text);
  cli_add_test ("/cli/due/thai", test_thai);
  cli_add_test ("/cli/due/register", test_register);
  cli_add_test ("/cli/due/keys", test_keys);
  cli_add_test ("/cli/due/time-zones", test_time_zones);
  cli_add_test ("/cli/due/refusals", test_refusals);
  cli_add_test ("/cli/due/empty", test_empty);

  return g_test_run ();
}
