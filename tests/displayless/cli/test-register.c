/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cli-fixture.h"

#include <json-glib/json-glib.h>
#include <string.h>
#include <unistd.h>

#define REGISTER "register.mattra"

/* A small report as an office would write it. */
static const char document[] =
  "รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใส\n"
  "ประจำปีงบประมาณ พ.ศ. ๒๕๖๖\n"
  "(รอบ ๖ เดือนแรก ๑ ตุลาคม ๒๕๖๕ – ๓๑ มีนาคม ๒๕๖๖)\n"
  "องค์การบริหารส่วนตำบลโนนตัวอย่าง\n"
  "อำเภอเมือง จังหวัดสมมุติ\n\n"
  "ที่\tมาตรการ\tวิธีการดำเนินการ\tผู้รับผิดชอบ\tระยะเวลาดำเนินการ\tผลการดำเนินการ\tข้อเสนอแนะ\n"
  "๑\tการใช้งบประมาณ\t๑. ประกาศแผน ๒. รายงานผล\tกองคลัง\tต.ค. ๖๕ - มี.ค. ๖๖\tประกาศแล้ว\t-\n"
  "๒\tการใช้ทรัพย์สินของราชการ\tจัดทำคู่มือ\tทุกส่วนราชการ\tธ.ค. ๖๕\t\t\n";

static JsonObject *
show (CliFixture  *self,
      JsonParser  *parser,
      const char  *name)
{
  g_autoptr (GError) error = NULL;

  cli_fixture_run (self, 0, "show", name, "--json", "--on", "2023-04-20", NULL);
  json_parser_load_from_data (parser, self->output, -1, &error);
  g_assert_no_error (error);
  return json_node_get_object (json_parser_get_root (parser));
}

static JsonObject *
show_measure (CliFixture *self,
              JsonParser *parser,
              guint       place)
{
  JsonObject *root = show (self, parser, REGISTER);

  return json_array_get_object_element (json_object_get_array_member (root, "measures"), place);
}

static char *
join_list (JsonObject *measure,
           const char *field)
{
  JsonArray *list = json_object_get_array_member (measure, field);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (list); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "|" : "", json_array_get_string_element (list, i));
  return g_string_free (text, FALSE);
}

static void
assert_list (CliFixture *self,
             guint       place,
             const char *field,
             const char *expected)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *text = join_list (show_measure (self, parser, place), field);

  g_assert_cmpstr (text, ==, expected);
}

static void
assert_string (CliFixture *self,
               guint       place,
               const char *field,
               const char *expected)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *measure = show_measure (self, parser, place);

  if (expected == NULL)
    g_assert_true (json_object_get_null_member (measure, field));
  else
    g_assert_cmpstr (json_object_get_string_member (measure, field), ==, expected);
}

static void
import_document (CliFixture *self)
{
  cli_fixture_write (self, "report.txt", document);
  cli_fixture_run (self, 0, "import", "report.txt", "--into", REGISTER, NULL);
}

static void
test_new (CliFixture    *self,
          gconstpointer  data)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *root;

  cli_fixture_run (self, 0, "new", REGISTER, "--organisation", "เทศบาลตำบลตัวอย่าง", "--fiscal-year", "๒๕๖๗", NULL);
  root = show (self, parser, REGISTER);
  g_assert_cmpint (json_object_get_int_member (json_object_get_object_member (root, "document"),
                                               "fiscal_year_be"), ==, 2567);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (root, "measures")), ==, 0);
  cli_fixture_run (self, 1, "new", REGISTER, "--organisation", "x", "--fiscal-year", "2567", NULL);
  cli_fixture_run (self, 1, "report", REGISTER, "--output", "x.pdf", NULL);
  cli_fixture_run (self, 0, "set", REGISTER, "division:กองคลัง", "short_name", "คลัง", NULL);
  cli_fixture_run (self, 1, "set", REGISTER, "division:กองใหม่", "short_name", "ใหม่", NULL);
  cli_fixture_run (self, 0, "set", REGISTER, "division:กองใหม่", "name", "กองใหม่", NULL);
  cli_fixture_run (self, 0, "show", REGISTER, "--division", "กองใหม่", NULL);
}

/* The same document twice changes nothing, not even the file's newest act. */
static void
test_import_twice (CliFixture    *self,
                   gconstpointer  data)
{
  g_autofree char *history = NULL;

  import_document (self);
  cli_assert_contains (self->output, "+ 1 การใช้งบประมาณ");
  cli_fixture_run (self, 0, "history", REGISTER, NULL);
  history = g_strdup (self->output);
  cli_fixture_run (self, 0, "import", "report.txt", "--into", REGISTER, NULL);
  cli_assert_contains (self->output, "nothing to change");
  cli_fixture_run (self, 0, "history", REGISTER, NULL);
  g_assert_cmpstr (self->output, ==, history);
}

static void
test_dry_run (CliFixture    *self,
              gconstpointer  data)
{
  g_autofree char *path = cli_fixture_path (self, REGISTER);
  g_autofree char *changed = NULL;

  cli_fixture_write (self, "report.txt", document);
  cli_fixture_run (self, 0, "import", "report.txt", "--into", REGISTER, "--dry-run", NULL);
  cli_assert_contains (self->output, "+ 2 การใช้ทรัพย์สินของราชการ");
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));

  import_document (self);
  changed = g_strconcat (document, "๓\tมาตรการใหม่\tก\tกองช่าง\tม.ค. ๖๖\t\t\n", NULL);
  cli_fixture_write (self, "report.txt", changed);
  cli_fixture_run (self, 0, "import", "report.txt", "--into", REGISTER, "--dry-run", NULL);
  cli_assert_contains (self->output, "+ 3 มาตรการใหม่");
  cli_fixture_run (self, 0, "show", REGISTER, NULL);
  g_assert_null (strstr (self->output, "มาตรการใหม่"));
}

/* A period that could not be read is asked about once and is no repair. */
static void
test_import_asks (CliFixture    *self,
                  gconstpointer  data)
{
  g_autofree char *asking = g_strconcat (document, "๓\tมาตรการใหม่\tก\tกองช่าง\tตามความเหมาะสม\t\t\n", NULL);

  cli_fixture_write (self, "report.txt", asking);
  cli_fixture_run (self, 0, "import", "report.txt", "--into", REGISTER, NULL);
  cli_assert_contains (self->output, "question (period)");
  g_assert_null (strstr (self->output, "repaired"));
}

/* Rows match by title, then by number; what the document lacks is kept. */
static void
test_import_again (CliFixture    *self,
                   gconstpointer  data)
{
  static const char again[] =
    "ปีงบประมาณ พ.ศ. ๒๕๖๖ (รอบ ๖ เดือนแรก)\n"
    "ที่\tมาตรการ\tวิธีการดำเนินการ\tผู้รับผิดชอบ\tระยะเวลาดำเนินการ\tผลการดำเนินการ\tข้อเสนอแนะ\n"
    "๑\tการ ใช้ทรัพย์สินของราชการ\tจัดทำคู่มือ\tทุกส่วนราชการ\tธ.ค. ๖๕\tจัดทำแล้ว\t\n"
    "๒\tกิจกรรมคนละเรื่องกันเลย\tก\tกองช่าง\tม.ค. ๖๖\t\t\n";

  import_document (self);
  cli_fixture_write (self, "again.txt", again);
  cli_fixture_run (self, 0, "import", "again.txt", "--into", REGISTER, NULL);
  cli_assert_contains (self->output, "~ 1 การ ใช้ทรัพย์สินของราชการ");
  cli_assert_contains (self->output, "= 1 การใช้งบประมาณ");
  assert_list (self, 0, "results", "ประกาศแล้ว");
  assert_list (self, 1, "results", "จัดทำแล้ว");
  assert_string (self, 2, "title", "กิจกรรมคนละเรื่องกันเลย");
  cli_fixture_run (self, 0, "undo", REGISTER, NULL);
  assert_list (self, 1, "results", "");
}

typedef struct
{
  const char *field;
  const char *value;
  const char *shown;
  const char *expected;
} Setting;

static void
test_set_lists (CliFixture    *self,
                gconstpointer  data)
{
  static const Setting settings[] = {
    { "results", "ผลหนึ่ง\nผลสอง", "results", "ผลหนึ่ง|ผลสอง" },
    { "results", "ผลสอง", "results", "ผลสอง" },
    { "obstacles", "ไม่มี", "obstacles", "" },
    { "recommendations", "ควรทำต่อ", "recommendations", "ควรทำต่อ" },
    { "steps", "ก\n\n ข ", "steps", "ก|ข" },
    { "steps", "", "steps", "" },
    { "indicators", "ร้อยละ 80", "indicators", "ร้อยละ 80" },
    { "follow_up", "ประชุม", "follow_up", "ประชุม" },
    { "responsible", "กองคลัง\nนิติกร สำนักปลัด", "responsible", "กองคลัง|นิติกร สำนักปลัด" },
  };

  import_document (self);
  for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
    {
      cli_fixture_run (self, 0, "set", REGISTER, "๑", settings[i].field, settings[i].value, NULL);
      assert_list (self, 0, settings[i].shown, settings[i].expected);
    }
}

static void
test_set_texts (CliFixture    *self,
                gconstpointer  data)
{
  static const Setting settings[] = {
    { "title", " ชื่อ  ใหม่ ", "title", "ชื่อ ใหม่" },
    { "period_text", "ไตรมาส ๑", "period_end", "2022-12-31" },
    { "period_text", "ทุกเดือน", "period_end", NULL },
    { "period_start", "๙ ธ.ค. ๒๕๖๕", "period_start", "2022-12-09" },
    { "period_end", "2023-01-31", "period_end", "2023-01-31" },
    { "section", "หมวด ๑", "section", "หมวด ๑" },
    { "status", "done", "status", "done" },
    { "status", "อยู่ระหว่างดำเนินการ", "status", "in_progress" },
    { "status", "", "status", "awaiting_close" },
  };

  import_document (self);
  for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
    {
      cli_fixture_run (self, 0, "set", REGISTER, "1", settings[i].field, settings[i].value, NULL);
      assert_string (self, 0, settings[i].shown, settings[i].expected);
    }
}

static void
test_set_refused (CliFixture    *self,
                  gconstpointer  data)
{
  static const char *const refused[][3] = {
    { "1", "ita_indicator", "11" },
    { "1", "ita_indicator", "สอง" },
    { "1", "topic", "8" },
    { "1", "period_start", "31 ก.พ. 2566" },
    { "1", "period_end", "1990-01-01" },
    { "1", "status", "overdue" },
    { "1", "title", " " },
    { "1", "colour", "red" },
    { "99", "title", "x" },
    { "organisation", "colour", "red" },
    { "organisation", "name", "" },
    { "plan", "report_date", "soon" },
    { "plan", "round", "third" },
    { "plan", "widths", "10 wide" },
    { "plan", "score:11", "50" },
    { "plan", "score:1", "101" },
    { "person:นายก", "from", "soon" },
    { "person:นายก", "division", "กองที่ไม่มี" },
    { "division:กองคลัง", "name", "" },
  };
  g_autofree char *before = NULL;

  import_document (self);
  cli_fixture_run (self, 0, "history", REGISTER, NULL);
  before = g_strdup (self->output);
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    cli_fixture_run (self, 1, "set", REGISTER, refused[i][0], refused[i][1], refused[i][2], NULL);
  cli_fixture_run (self, 0, "history", REGISTER, NULL);
  g_assert_cmpstr (self->output, ==, before);
}

static void
test_undo_redo (CliFixture    *self,
                gconstpointer  data)
{
  import_document (self);
  cli_fixture_run (self, 0, "set", REGISTER, "1", "results", "แก้ไขแล้ว", NULL);
  cli_fixture_run (self, 0, "undo", REGISTER, NULL);
  cli_assert_contains (self->output, "Undone: results of measure 1");
  assert_list (self, 0, "results", "ประกาศแล้ว");
  cli_fixture_run (self, 0, "redo", REGISTER, NULL);
  cli_assert_contains (self->output, "Done again: results of measure 1");
  assert_list (self, 0, "results", "แก้ไขแล้ว");
  cli_fixture_run (self, 1, "redo", REGISTER, NULL);
  cli_fixture_run (self, 0, "history", REGISTER, "1", NULL);
  cli_assert_contains (self->output, "แก้ไขแล้ว");
  cli_assert_contains (self->output, "edit: results of measure 1");
  cli_assert_contains (self->output, "undo: results of measure 1");
  cli_fixture_run (self, 0, "undo", REGISTER, NULL);
  cli_fixture_run (self, 0, "undo", REGISTER, NULL);
  cli_fixture_run (self, 1, "undo", REGISTER, NULL);
}

/* The newest act first, in each the lines as they stand in the cell, and no name of a table. */
static void
test_history (CliFixture    *self,
              gconstpointer  data)
{
  const char *first = NULL;

  import_document (self);
  cli_fixture_run (self, 0, "set", REGISTER, "1", "steps", "หนึ่ง\nสอง\nสาม", NULL);
  cli_fixture_run (self, 0, "set", REGISTER, "person:นางสาวสมใจ ใจดี", "role", "ผู้รายงาน", NULL);
  cli_fixture_run (self, 0, "history", REGISTER, NULL);
  first = strstr (self->output, "หนึ่ง");
  g_assert_nonnull (first);
  g_assert_nonnull (strstr (first, "สาม"));
  g_assert_true (strstr (self->output, "role of person:นางสาวสมใจ ใจดี") < first);
  g_assert_null (strstr (self->output, "report_settings"));
  g_assert_null (strstr (self->output, "“”\n"));
}

/* The round of the answers and the division that gives them. */
static void
test_answers (CliFixture    *self,
              gconstpointer  data)
{
  g_autofree char *all = NULL;

  import_document (self);
  cli_fixture_run (self, 0, "set", REGISTER, "1", "results", "ทั้งปี", "--round", "full-year", NULL);
  assert_list (self, 0, "results", "ประกาศแล้ว");
  cli_fixture_run (self, 0, "show", REGISTER, "--json", "--round", "full-year", NULL);
  cli_assert_contains (self->output, "ทั้งปี");
  g_assert_null (strstr (self->output, "ประกาศแล้ว"));
  cli_fixture_run (self, 0, "set", REGISTER, "2", "results", "คู่มือของคลัง", "--division", "กองคลัง", NULL);
  assert_list (self, 1, "results", "คู่มือของคลัง");
  cli_fixture_run (self, 1, "set", REGISTER, "2", "results", "x", "--division", "กองที่ไม่มี", NULL);
  cli_fixture_run (self, 0, "show", REGISTER, "--overdue", "--on", "๒๐ เม.ย. ๒๕๖๖", NULL);
  all = g_strdup (self->output);
  cli_fixture_run (self, 0, "show", REGISTER, "--overdue", "--on", "1 ต.ค. 2565", NULL);
  cli_assert_contains (self->output, "0 measures");
}

static void
test_same_bytes (CliFixture    *self,
                 gconstpointer  data)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  gsize length = 0;
  gsize other_length = 0;

  import_document (self);
  cli_fixture_run (self, 0, "set", REGISTER, "person:นางสาวสมใจ ใจดี", "role", "ผู้รายงาน", NULL);
  cli_fixture_run (self, 0, "set", REGISTER, "plan", "report_date", "๑๐ เม.ย. ๒๕๖๖", NULL);
  cli_fixture_run (self, 0, "report", REGISTER, "--output", "one.pdf", NULL);
  cli_fixture_run (self, 0, "report", REGISTER, "--output", "two.pdf", "--date", "2023-04-10", NULL);
  first = cli_fixture_read (self, "one.pdf", &length);
  second = cli_fixture_read (self, "two.pdf", &other_length);
  g_assert_cmpmem (first, length, second, other_length);
  cli_fixture_run (self, 0, "report", REGISTER, "--output", "three.pdf", "--kind", "measures", "--digits", "western",
                   "--no-tags", NULL);
  cli_fixture_run (self, 0, "report", REGISTER, "--output", "four.pdf", "--division", "กองคลัง", "--round",
                   "full-year", NULL);
}

/* A slip of the hand: what is written must never take the place of a register or of a copy. */
static void
test_output_is_register (CliFixture    *self,
                         gconstpointer  data)
{
  g_autofree char *copy = NULL;
  g_autofree char *link = cli_fixture_path (self, "link.pdf");

  import_document (self);
  cli_fixture_run (self, 0, "backup", REGISTER, NULL);
  copy = g_strdup (g_strchomp (self->output));
  g_assert_cmpint (symlink (REGISTER, link), ==, 0);
  cli_fixture_run (self, 1, "report", REGISTER, "--output", REGISTER, NULL);
  cli_assert_contains (self->errors, "choose another name");
  cli_fixture_run (self, 1, "report", REGISTER, "--output", "link.pdf", NULL);
  cli_fixture_run (self, 1, "export", REGISTER, "--format", "csv", "--output", REGISTER, NULL);
  cli_fixture_run (self, 1, "export", REGISTER, "--format", "json", "--output", copy, NULL);
  assert_list (self, 0, "results", "ประกาศแล้ว");
  cli_fixture_run (self, 0, "restore", REGISTER, "--from", copy, NULL);
}

static void
test_backup (CliFixture    *self,
             gconstpointer  data)
{
  g_autofree char *copy = NULL;

  import_document (self);
  cli_fixture_run (self, 0, "backup", REGISTER, NULL);
  copy = g_strdup (g_strchomp (self->output));
  g_assert_true (g_file_test (copy, G_FILE_TEST_IS_REGULAR));
  cli_fixture_run (self, 0, "set", REGISTER, "1", "results", "หลังสำรอง", NULL);
  cli_fixture_run (self, 0, "restore", REGISTER, NULL);
  cli_assert_contains (self->output, copy);
  cli_fixture_run (self, 1, "restore", REGISTER, "--from", "no-such-copy", NULL);
  cli_fixture_run (self, 0, "restore", REGISTER, "--from", copy, NULL);
  assert_list (self, 0, "results", "ประกาศแล้ว");
}

/* Two years in one file: which plan is meant must be said. */
static void
test_two_years (CliFixture    *self,
                gconstpointer  data)
{
  import_document (self);
  cli_fixture_run (self, 0, "import", "report.txt", "--into", REGISTER, "--fiscal-year", "2567", NULL);
  cli_fixture_run (self, 2, "show", REGISTER, NULL);
  cli_assert_contains (self->errors, "2566, 2567");
  cli_fixture_run (self, 0, "show", REGISTER, "--fiscal-year", "2567", NULL);
  cli_fixture_run (self, 1, "show", REGISTER, "--fiscal-year", "2570", NULL);
  cli_fixture_run (self, 0, "export", REGISTER, "--fiscal-year", "2566", "--format", "json", "--output", "x.json",
                   NULL);
}

/* A table written as CSV reads back as the same measures. */
static void
test_csv (CliFixture    *self,
          gconstpointer  data)
{
  import_document (self);
  cli_fixture_run (self, 0, "export", REGISTER, "--format", "csv", "--output", "x.csv", NULL);
  cli_fixture_run (self, 0, "import", "x.csv", "--into", REGISTER, "--fiscal-year", "2566", "--dry-run", NULL);
  g_assert_null (strstr (self->output, "\n+ "));
  g_assert_null (strstr (self->output, "\n~ "));
  g_assert_null (strstr (self->output, "\n= "));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  cli_add_test ("/cli/register/new", test_new);
  cli_add_test ("/cli/register/import-twice", test_import_twice);
  cli_add_test ("/cli/register/dry-run", test_dry_run);
  cli_add_test ("/cli/register/import-asks", test_import_asks);
  cli_add_test ("/cli/register/import-again", test_import_again);
  cli_add_test ("/cli/register/set-lists", test_set_lists);
  cli_add_test ("/cli/register/set-texts", test_set_texts);
  cli_add_test ("/cli/register/set-refused", test_set_refused);
  cli_add_test ("/cli/register/undo-redo", test_undo_redo);
  cli_add_test ("/cli/register/history", test_history);
  cli_add_test ("/cli/register/answers", test_answers);
  cli_add_test ("/cli/register/same-bytes", test_same_bytes);
  cli_add_test ("/cli/register/output-is-register", test_output_is_register);
  cli_add_test ("/cli/register/backup", test_backup);
  cli_add_test ("/cli/register/two-years", test_two_years);
  cli_add_test ("/cli/register/csv", test_csv);
  return g_test_run ();
}
