/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cli-fixture.h"

#include <json-glib/json-glib.h>

#define REGISTER "register.mattra"

static const char document[] =
  "ประจำปีงบประมาณ พ.ศ. ๒๕๖๗ (รอบ ๖ เดือนแรก)\n"
  "องค์การบริหารส่วนตำบลโนนตัวอย่าง\n\n"
  "ที่\tมาตรการ\tวิธีการดำเนินการ\tผู้รับผิดชอบ\tระยะเวลาดำเนินการ\tผลการดำเนินการ\n"
  "๑\tการใช้งบประมาณ\tรายงานทุกเดือน\tกองคลัง\t๑ ต.ค. ๖๖ - ๒๙ ก.พ. ๖๗\t\n"
  "๒\tการใช้ทรัพย์สินของราชการ\tจัดทำคู่มือ\tกองช่าง\tธ.ค. ๖๖\tจัดทำแล้ว\n"
  "๓\tการเปิดเผยข้อมูล\tเผยแพร่\tกองคลัง กองช่าง\tต.ค. ๖๖ - ก.ย. ๖๗\tเผยแพร่แล้ว\n";

static const char *const counts[] = { "done", "in_progress", "late", "unanswered", "not_awaited" };

static void
make_register (CliFixture *self)
{
  cli_fixture_write (self, "report.txt", document);
  cli_fixture_run (self, 0, "import", "report.txt", "--into", REGISTER, NULL);
  cli_fixture_run (self, 0, "set", REGISTER, "plan", "first_half_due", "", NULL);
  cli_fixture_run (self, 0, "set", REGISTER, "2", "status", "done", NULL);
  cli_fixture_run (self, 0, "set", REGISTER, "1", "ita_indicator", "2", NULL);
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

static int
number (JsonObject *object,
        const char *key)
{
  g_assert_true (json_object_has_member (object, key));
  return (int) json_object_get_int_member (object, key);
}

/* Each measure is in one group. */
static void
assert_sum (JsonObject *object)
{
  int sum = 0;

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    sum += number (object, counts[i]);
  g_assert_cmpint (sum, ==, number (object, "measures"));
}

static JsonObject *
find (JsonArray  *array,
      const char *key,
      const char *name)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *object = json_array_get_object_element (array, i);

      if (g_strcmp0 (json_object_get_string_member_with_default (object, key, NULL), name) == 0)
        return object;
    }
  g_assert_not_reached ();
}

/* Of all, of a division, and of either round, on the days around the end of a period. */
static void
test_numbers (CliFixture    *self,
              gconstpointer  data)
{
  static const struct
  {
    const char *day;
    const char *round;
    const char *division;
    int measures;
    int numbers[G_N_ELEMENTS (counts)];
    int overdue;
  } cases[] = {
    { "2024-02-29", "first-half", NULL, 3, { 1, 1, 0, 1, 0 }, 0 },
    { "2024-03-01", "first-half", NULL, 3, { 1, 1, 1, 0, 0 }, 1 },
    { "๑ มี.ค. ๒๕๖๗", "first-half", "กองช่าง", 2, { 1, 1, 0, 0, 0 }, 0 },
    { "2024-03-01", "first-half", "กองคลัง", 2, { 0, 1, 1, 0, 0 }, 1 },
  };

  make_register (self);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JsonParser) parser = json_parser_new ();
      JsonObject *root;

      cli_fixture_run (self, 0, "overview", REGISTER, "--json", "--on", cases[i].day, "--round", cases[i].round,
                       cases[i].division != NULL ? "--division" : NULL, cases[i].division, NULL);
      g_test_message ("%u: %s", i, self->output);
      root = load (self, parser);
      assert_sum (root);
      g_assert_cmpint (number (root, "measures"), ==, cases[i].measures);
      for (guint k = 0; k < G_N_ELEMENTS (counts); k++)
        g_assert_cmpint (number (root, counts[k]), ==, cases[i].numbers[k]);
      g_assert_cmpint (number (root, "overdue"), ==, cases[i].overdue);
      g_assert_cmpstr (json_object_get_string_member_with_default (root, "division", NULL), ==, cases[i].division);
    }
}

static void
test_lists (CliFixture    *self,
            gconstpointer  data)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *root;
  JsonArray *divisions;
  JsonArray *indicators;

  make_register (self);
  cli_fixture_write (self, "scores.tsv", "2\t71.5\n9\t60\n");
  cli_fixture_run (self, 0, "scores", REGISTER, "import", "scores.tsv", NULL);
  cli_fixture_run (self, 0, "overview", REGISTER, "--json", "--on", "2024-03-01", NULL);
  root = load (self, parser);
  g_assert_cmpstr (json_object_get_string_member (root, "round"), ==, "first_half");
  g_assert_cmpstr (json_object_get_string_member (root, "answers_due"), ==, "2024-03-31");
  g_assert_cmpint (number (root, "days_left"), ==, 30);
  divisions = json_object_get_array_member (root, "divisions");
  for (guint i = 0; i < json_array_get_length (divisions); i++)
    assert_sum (json_array_get_object_element (divisions, i));
  g_assert_cmpint (number (find (divisions, "division", "กองคลัง"), "late"), ==, 1);
  indicators = json_object_get_array_member (root, "indicators");
  g_assert_cmpuint (json_array_get_length (indicators), ==, 11);
  g_assert_cmpint (number (json_array_get_object_element (indicators, 1), "measures"), ==, 1);
  g_assert_cmpfloat (json_object_get_double_member (json_array_get_object_element (indicators, 1), "score"), ==, 71.5);
  g_assert_false (json_object_get_boolean_member (json_array_get_object_element (indicators, 1), "weak"));
  g_assert_true (json_object_get_boolean_member (json_array_get_object_element (indicators, 8), "weak"));
  g_assert_true (json_object_get_null_member (json_array_get_object_element (indicators, 0), "score"));
  cli_fixture_run (self, 0, "help", "overview", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    cli_assert_contains (self->output, counts[i]);
}

static void
test_text (CliFixture    *self,
           gconstpointer  data)
{
  make_register (self);
  cli_fixture_run (self, 0, "overview", REGISTER, "--on", "2024-03-01", NULL);
  cli_assert_contains (self->output, "Answers are due on 31 มี.ค. 2567; days left: 30\n");
  cli_assert_contains (self->output, "All measures: 3 · done 1, in progress 1, late 1\n");
  cli_assert_contains (self->output, "กองคลัง: 2 · in progress 1, late 1\n");
  cli_assert_contains (self->output, "2 การใช้งบประมาณ: 1 · late 1\n");
  cli_fixture_run (self, 1, "overview", REGISTER, "--division", "กองที่ไม่มี", NULL);
  cli_fixture_run (self, 2, "overview", REGISTER, "--round", "third", NULL);
  cli_fixture_run (self, 2, "overview", REGISTER, "--on", "someday", NULL);
  cli_fixture_run (self, 1, "overview", "nothing.mattra", NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  cli_add_test ("/cli/overview/numbers", test_numbers);
  cli_add_test ("/cli/overview/lists", test_lists);
  cli_add_test ("/cli/overview/text", test_text);
  return g_test_run ();
}
