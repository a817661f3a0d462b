/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cli-fixture.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>

/* Papers, committee and pictures as they are set and shown. */

#define REGISTER "register.mattra"

static const char document[] =
  "ประจำปีงบประมาณ พ.ศ. ๒๕๖๖ (รอบ ๖ เดือนแรก)\n"
  "องค์การบริหารส่วนตำบลโนนตัวอย่าง\n\n"
  "ที่\tมาตรการ\tวิธีการดำเนินการ\tผู้รับผิดชอบ\tระยะเวลาดำเนินการ\tผลการดำเนินการ\n"
  "๑\tการใช้งบประมาณ\tประกาศแผน\tกองคลัง\tต.ค. ๖๕ - มี.ค. ๖๖\tประกาศแล้ว\n";

static const guchar png[] = {
  0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00, 0x0d, 0x49, 0x48, 0x44, 0x52,
  0x00, 0x00, 0x00, 0x01, 0x00, 0x00, 0x00, 0x01, 0x08, 0x06, 0x00, 0x00, 0x00, 0x1f, 0x15, 0xc4,
  0x89, 0x00, 0x00, 0x00, 0x0d, 0x49, 0x44, 0x41, 0x54, 0x78, 0x9c, 0x63, 0x48, 0x48, 0x48, 0xf8,
  0x0f, 0x00, 0x04, 0x64, 0x02, 0x20, 0x7f, 0x9f, 0x91, 0x2e, 0x00, 0x00, 0x00, 0x00, 0x49, 0x45,
  0x4e, 0x44, 0xae, 0x42, 0x60, 0x82,
};

static void
import_document (CliFixture *self)
{
  g_autofree char *path = cli_fixture_path (self, "emblem.png");

  cli_fixture_write (self, "report.txt", document);
  cli_fixture_run (self, 0, "import", "report.txt", "--into", REGISTER, NULL);
  g_assert_true (g_file_set_contents (path, (const char *) png, sizeof png, NULL));
}

static const struct
{
  const char *target;
  const char *field;
  const char *value;
  int status;
  const char *said; /* in the output or among the errors */
} set_rows[] = {
  { "paper:order", "number", "๑๒/๒๕๖๖", 0, "Changed" },
  { "paper:order", "number", "๑๒/๒๕๖๖", 0, "Nothing to change" },
  { "paper:order", "day", "๙ ธ.ค. ๒๕๖๕", 0, "Changed" },
  { "paper:order", "day", "วันหน้า", 1, "no day" },
  { "paper:order", "place", "x", 1, "number, day, subject" },
  { "paper:letter", "number", "1", 1, "order, announcement, memo, request" },
  { "paper:memo", "subject", "รายงานผล", 0, "Changed" },
  { "member:นายหนึ่ง ใจดี", "role", "ประธานคณะทำงาน", 0, "Changed" },
  { "member:นางสอง ใจงาม", "post", "นักวิชาการ", 0, "Changed" },
  { "member:นางสอง ใจงาม", "place", "1", 0, "Changed" },
  { "member:นางสอง ใจงาม", "place", "x", 1, "whole number" },
  { "member:นางสอง ใจงาม", "age", "x", 1, "role, name, post, place" },
  { "member:นางสาม", "name", "", 1, "a name or a post" },
  { "member:นางสอง ใจงาม", "name", "", 0, "Changed" },
  { "member:นักวิชาการ", "post", "ปลัด", 0, "Changed" },
  { "organisation", "emblem", "emblem.png", 0, "Changed" },
  { "organisation", "emblem", "emblem.png", 0, "Nothing to change" },
  { "organisation", "garuda", "report.txt", 1, "picture" },
  { "organisation", "garuda", "nowhere.png", 1, "nowhere.png" },
  { "organisation", "garuda", ".", 1, "no file" },
  { "plan", "memo/subject", "เรื่องของบันทึก", 0, "Changed" },
  { "plan", "letter/subject", "x", 1, "KIND/NAME" },
  { "plan", "blocks_per_row", "๑", 0, "Changed" },
  { "plan", "memo/blocks_per_row", "3", 1, "1 or 2" },
  { "plan", "date_line", "none", 0, "Changed" },
  { "plan", "results/date_line", "no", 1, "none" },
  { "person:ผู้อำนวยการกองช่าง", "name", "(ว่าง)", 0, "Changed" },
  { "person:ผู้อำนวยการกองช่าง", "role", "ผู้ตรวจสอบ", 0, "Changed" },
  { "person:ผู้อำนวยการกองช่าง", "role", "ผู้ตรวจสอบ", 0, "Nothing to change" },
  { "person:ปลัด", "name", "ว่าง", 0, "Changed" },
  { "person:ปลัด", "from", "1 ต.ค. 65", 0, "Changed" },
  { "plan", "results/preface", "ปี {ปีงบ}", 0, "{ปีงบ}" },
  { "plan", "results/columns", "title results", 0, "Changed" },
  { "plan", "results/columns", "title novel", 1, "novel" },
  { "plan", "results/widths", "๓๐ 0", 0, "Changed" },
  { "plan", "results/widths", "30 x", 1, "millimetres" },
  { "plan", "results/widths", "30 -1", 1, "millimetres" },
  { "plan", "results/widths", "", 0, "Changed" },
  { "plan", "results/digits", "western", 0, "Changed" },
  { "plan", "results/digits", "roman", 1, "thai, western" },
  { "plan", "results/report_date", "๑๐ เม.ย. ๖๖", 0, "Changed" },
  { "plan", "results/report_date", "วันหน้า", 1, "no day" },
  { "plan", "set/numbering", "continuous", 0, "Changed" },
  { "plan", "set/numbering", "both", 1, "separate, continuous" },
  { "plan", "set/kinds", "memo, results", 0, "Changed" },
  { "plan", "set/kinds", "memo,letter", 1, "letter" },
};

static void
test_set (CliFixture    *self,
          gconstpointer  data)
{
  import_document (self);
  for (guint i = 0; i < G_N_ELEMENTS (set_rows); i++)
    {
      g_autofree char *said = NULL;

      cli_fixture_run (self, set_rows[i].status, "set", REGISTER, set_rows[i].target, set_rows[i].field,
                       set_rows[i].value, NULL);
      said = g_strconcat (self->output, self->errors, NULL);
      cli_assert_contains (said, set_rows[i].said);
    }
  cli_fixture_run (self, 0, "show", REGISTER, "--json", NULL);
  cli_assert_contains (self->output, "\"number\": \"๑๒/๒๕๖๖\"");
  cli_assert_contains (self->output, "\"day\": \"2022-12-09\"");
  cli_assert_contains (self->output, "\"emblem\": \"");
  cli_assert_contains (self->output, "\"memo/subject\": \"เรื่องของบันทึก\"");
  g_assert_true (strstr (self->output, "ปลัด") < strstr (self->output, "นายหนึ่ง"));
  cli_fixture_run (self, 0, "report", REGISTER, "--kind", "memo", "--output", "memo.pdf", NULL);
  cli_fixture_run (self, 0, "check", REGISTER, NULL);
}

/* What is emptied is gone: no paper without number, date and subject, no member without a role. */
/* What the register keeps for a kind is what the command prints, unless it is told otherwise. */
static void
test_kept (CliFixture    *self,
           gconstpointer  data)
{
  g_autofree char *kept = NULL;
  g_autofree char *same = NULL;
  g_autofree char *other = NULL;
  gsize n_kept, n_same, n_other;

  import_document (self);
  cli_fixture_run (self, 0, "set", REGISTER, "plan", "set/kinds", "memo,results", NULL);
  cli_fixture_run (self, 0, "set", REGISTER, "plan", "set/digits", "western", NULL);
  cli_fixture_run (self, 0, "set", REGISTER, "plan", "set/numbering", "continuous", NULL);
  cli_fixture_run (self, 0, "report", REGISTER, "--kind", "set", "--output", "kept.pdf", NULL);
  cli_fixture_run (self, 0, "report", REGISTER, "--kind", "memo,results", "--digits", "western", "--numbering",
                   "continuous", "--output", "same.pdf", NULL);
  cli_fixture_run (self, 0, "report", REGISTER, "--kind", "set", "--digits", "thai", "--output", "other.pdf", NULL);
  kept = cli_fixture_read (self, "kept.pdf", &n_kept);
  same = cli_fixture_read (self, "same.pdf", &n_same);
  other = cli_fixture_read (self, "other.pdf", &n_other);
  g_assert_cmpmem (kept, n_kept, same, n_same);
  g_assert_true (n_kept != n_other || memcmp (kept, other, n_kept) != 0);
  cli_fixture_run (self, 0, "verify", "kept.pdf", "--against", REGISTER, NULL);
  cli_assert_contains (self->output, "draft");
}

/* A file of each division's paper is known again as the draft that it is. */
static void
test_each_division (CliFixture    *self,
                    gconstpointer  data)
{
  import_document (self);
  cli_fixture_run (self, 0, "report", REGISTER, "--kind", "results", "--division", "each", "--output", "each.pdf", NULL);
  cli_fixture_run (self, 0, "verify", "each.pdf", "--against", REGISTER, NULL);
  cli_assert_contains (self->output, "draft");
  cli_fixture_run (self, 0, "report", REGISTER, "--kind", "request", "--output", "requests.pdf", NULL);
  cli_fixture_run (self, 0, "verify", "requests.pdf", "--against", REGISTER, NULL);
}

/* The sheets of what is late: one for each division that owes something, none for the others; and one that says so where
 * nobody does. */
static void
test_late_of_each (CliFixture    *self,
                   gconstpointer  data)
{
  static const struct
  {
    const char *day;
    const char *pages;
  } days[] = { { "2022-09-01", "late.pdf: 1 page" }, { "2023-09-30", "late.pdf: 2 pages" } };

  cli_fixture_write (self, "late.txt",
                     "ประจำปีงบประมาณ พ.ศ. ๒๕๖๖ (รอบ ๖ เดือนแรก)\nองค์การบริหารส่วนตำบลโนนตัวอย่าง\n\n"
                     "ที่\tมาตรการ\tวิธีการดำเนินการ\tผู้รับผิดชอบ\tระยะเวลาดำเนินการ\tผลการดำเนินการ\n"
                     "๑\tหนึ่ง\tก\tกองคลัง\tต.ค. ๖๕ - มี.ค. ๖๖\t\n"
                     "๒\tสอง\tก\tสำนักปลัด\tต.ค. ๖๕ - มี.ค. ๖๖\t\n"
                     "๓\tสาม\tก\tกองช่าง\tต.ค. ๖๕ - มี.ค. ๖๖\tทำแล้ว\n");
  cli_fixture_run (self, 0, "import", "late.txt", "--into", REGISTER, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      cli_fixture_run (self, 0, "report", REGISTER, "--kind", "late", "--division", "each", "--on", days[i].day, "--output",
                       "late.pdf", NULL);
      cli_assert_contains (self->output, days[i].pages);
      cli_fixture_run (self, 0, "verify", "late.pdf", "--against", REGISTER, NULL);
    }
  cli_fixture_run (self, 0, "report", REGISTER, "--kind", "late", "--division", "กองช่าง", "--on", "2023-09-30", "--output",
                   "late.pdf", NULL);
  cli_assert_contains (self->output, "1 page");
}

#define N_MANY 3000

static void
import_many (CliFixture *self)
{
  GString *text = g_string_new ("ประจำปีงบประมาณ พ.ศ. ๒๕๖๖ (รอบ ๖ เดือนแรก)\nองค์การบริหารส่วนตำบลโนนตัวอย่าง\n\n"
                                "ที่\tมาตรการ\tวิธีการดำเนินการ\tผู้รับผิดชอบ\tระยะเวลาดำเนินการ\tผลการดำเนินการ\n");

  for (guint i = 1; i <= N_MANY; i++)
    g_string_append_printf (text, "%u\tการใช้งบประมาณ %u\tประกาศแผน\tกองคลัง\tต.ค. ๖๕ - มี.ค. ๖๖\tประกาศแล้ว\n", i, i);
  cli_fixture_write (self, "many.txt", text->str);
  g_string_free (text, TRUE);
  cli_fixture_run (self, 0, "import", "many.txt", "--into", REGISTER, NULL);
}

/* The name of a file that is being written, as it is called before it is whole. */
static char *
find_draft (CliFixture *self)
{
  g_autoptr (GDir) folder = g_dir_open (self->folder, 0, NULL);

  for (const char *name; (name = g_dir_read_name (folder));)
    if (g_str_has_prefix (name, "many.pdf."))
      return g_strdup (name);
  return NULL;
}

/* Ctrl+C while the file is being written leaves neither the file nor a part of it. */
static void
test_interrupted (CliFixture    *self,
                  gconstpointer  data)
{
  g_autofree char *program = cli_fixture_program ();
  const char *arguments[] = { program, "report", REGISTER, "--output", "many.pdf", NULL };
  g_autofree char *path = cli_fixture_path (self, "many.pdf");
  g_autofree char *draft = NULL;
  GPid child = 0;
  int status = 0;

  import_many (self);
  g_assert_true (g_spawn_async (self->folder, (char **) arguments, NULL,
                                G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL,
                                NULL, NULL, &child, NULL));
  while ((draft = find_draft (self)) == NULL && waitpid (child, &status, WNOHANG) == 0)
    g_usleep (500);
  kill (child, SIGINT);
  if (draft != NULL)
    waitpid (child, &status, 0);
  g_clear_pointer (&draft, g_free);
  draft = find_draft (self);
  g_assert_null (draft);
  g_assert_true (WIFEXITED (status));
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS) == (WEXITSTATUS (status) == 0));
}

static void
test_taken_away (CliFixture    *self,
                 gconstpointer  data)
{
  import_document (self);
  cli_fixture_run (self, 0, "set", REGISTER, "paper:order", "number", "๑", NULL);
  cli_fixture_run (self, 0, "set", REGISTER, "member:นายหนึ่ง", "role", "คณะทำงาน", NULL);
  cli_fixture_run (self, 0, "set", REGISTER, "organisation", "emblem", "emblem.png", NULL);
  cli_fixture_run (self, 0, "set", REGISTER, "paper:order", "number", "", NULL);
  cli_fixture_run (self, 0, "set", REGISTER, "member:นายหนึ่ง", "role", "", NULL);
  cli_fixture_run (self, 0, "set", REGISTER, "organisation", "emblem", "", NULL);
  cli_fixture_run (self, 0, "show", REGISTER, "--json", NULL);
  cli_assert_contains (self->output, "\"papers\": []");
  cli_assert_contains (self->output, "\"members\": []");
  cli_assert_contains (self->output, "\"emblem\": null");
  for (guint i = 0; i < 3; i++)
    cli_fixture_run (self, 0, "undo", REGISTER, NULL);
  cli_fixture_run (self, 0, "show", REGISTER, "--json", NULL);
  cli_assert_contains (self->output, "\"number\": \"๑\"");
  cli_assert_contains (self->output, "นายหนึ่ง");
  cli_assert_contains (self->output, "\"emblem\": \"");
  cli_fixture_run (self, 0, "history", REGISTER, NULL);
  cli_assert_contains (self->output, "number of paper:order");
}

static const struct
{
  const char *arguments[4];
  const char *file;
  const char *begins;
  const char *said;
} formats[] = {
  { { "--output", "a.pdf" }, "a.pdf", "%PDF", "a.pdf: " },
  { { "--output", "a" }, "a", "%PDF", "a: " },
  { { "--output", "a.docx" }, "a.docx", "PK", "a.docx: a Word document" },
  { { "--output", "b", "--format", "docx" }, "b", "PK", "b: a Word document" },
  { { "--output", "a.png", "--dpi", "50" }, "a-1.png", "\x89PNG", "a-1.png to a-2.png: 2 pages" },
  { { "--output", "c", "--format", "png" }, "c-2", "\x89PNG", "c-1 to c-2: 2 pages" },
};

/* The name or --format says what the report is written as; a picture never takes the place of a register. */
static void
test_formats (CliFixture    *self,
              gconstpointer  data)
{
  g_autofree char *from = cli_fixture_path (self, REGISTER);
  g_autofree char *to = cli_fixture_path (self, "d-2.png");
  g_autofree char *picture = cli_fixture_path (self, "d-1.png");

  import_document (self);
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      const char *const *words = formats[i].arguments;
      g_autofree char *bytes = NULL;

      cli_fixture_run (self, 0, "report", REGISTER, words[0], words[1], words[2], words[3], NULL);
      cli_assert_contains (self->output, formats[i].said);
      bytes = cli_fixture_read (self, formats[i].file, NULL);
      g_assert_true (g_str_has_prefix (bytes, formats[i].begins));
    }
  g_assert_cmpint (g_rename (from, to), ==, 0);
  cli_fixture_run (self, 1, "report", "d-2.png", "--output", "d.png", NULL);
  cli_assert_contains (self->errors, "d-2.png");
  g_assert_false (g_file_test (picture, G_FILE_TEST_EXISTS));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  cli_add_test ("/cli/paper/set", test_set);
  cli_add_test ("/cli/paper/kept", test_kept);
  cli_add_test ("/cli/paper/each-division", test_each_division);
  cli_add_test ("/cli/paper/late-of-each", test_late_of_each);
  cli_add_test ("/cli/paper/interrupted", test_interrupted);
  cli_add_test ("/cli/paper/taken-away", test_taken_away);
  cli_add_test ("/cli/paper/formats", test_formats);
  return g_test_run ();
}
