/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cli-fixture.h"

#include <string.h>

#define REGISTER "register.mattra"
#define FINANCE "กองคลัง"
#define WORKS "กองช่าง"

static const char measures[] =
  "ที่\tมาตรการ\tวิธีการดำเนินการ\tผู้รับผิดชอบ\n"
  "1\tการใช้งบประมาณ\t1. ประกาศแผน\tกองคลัง\n"
  "2\tการใช้ทรัพย์สิน\t1. คุมทะเบียน\tกองคลัง กองช่าง\n";

static void
make_register (CliFixture *self)
{
  cli_fixture_run (self, 0, "new", REGISTER, "--organisation", "เทศบาลตำบลตัวอย่าง", "--fiscal-year", "2566", NULL);
  cli_fixture_write (self, "measures.txt", measures);
  cli_fixture_run (self, 0, "import", "measures.txt", "--into", REGISTER, NULL);
  cli_fixture_run (self, 0, "set", REGISTER, "plan", "round", "first_half", NULL);
}

/* What is said of a division on a day. */
static char *
line_of (CliFixture *self,
         const char *division,
         const char *day)
{
  g_autofree char *head = g_strconcat (division, ": ", NULL);
  const char *start, *end;

  cli_fixture_run (self, 0, "collect", REGISTER, "list", "--on", day, NULL);
  start = strstr (self->output, head);
  g_assert_nonnull (start);
  end = strchr (strchr (start, '\n') + 1, '\n');
  return g_strndup (start, end - start);
}

static void
assert_line (CliFixture *self,
             const char *division,
             const char *day,
             const char *part)
{
  g_autofree char *line = line_of (self, division, day);

  cli_assert_contains (line, part);
}

static void
test_course (CliFixture    *self,
             gconstpointer  data)
{
  make_register (self);
  assert_line (self, FINANCE, "2023-03-01", "0/2, not asked yet\n");
  assert_line (self, FINANCE, "2023-03-01", "due 5 เม.ย. 2566");
  assert_line (self, "สำนักปลัดเทศบาล", "2023-03-01", "0/0, nothing to answer\n");
  cli_fixture_run (self, 0, "set", REGISTER, "plan", "first_half_due", "2023-03-20", NULL);
  assert_line (self, FINANCE, "2023-03-20", "not asked yet\n");
  assert_line (self, FINANCE, "2023-03-21", "late\n");
  cli_fixture_run (self, 0, "collect", REGISTER, "ask", "--on", "2023-03-10", "--due", "2023-03-24", "--way", "บันทึกข้อความ",
                   NULL);
  cli_assert_contains (self->output, "Recorded for 2 divisions\n");
  assert_line (self, FINANCE, "2023-03-21", "waiting for the answer\n");
  assert_line (self, FINANCE, "2023-03-21", "asked 10 มี.ค. 2566, reminded - (0), due 24 มี.ค. 2566");
  cli_fixture_run (self, 0, "collect", REGISTER, "remind", WORKS, "--on", "2023-03-25", "--way", "โทรศัพท์", NULL);
  assert_line (self, WORKS, "2023-03-25", "reminded 25 มี.ค. 2566 (1), due 24 มี.ค. 2566");
  assert_line (self, FINANCE, "2023-03-25", "reminded - (0)");
  cli_fixture_run (self, 0, "collect", REGISTER, "answered", WORKS, "--on", "2023-03-26", NULL);
  assert_line (self, WORKS, "2023-03-27", "answered on paper\n");
  cli_fixture_run (self, 0, "set", REGISTER, "1", "results", "ประกาศแล้ว", "--division", FINANCE, NULL);
  assert_line (self, FINANCE, "2023-03-27", "1/2, late\n");
  cli_fixture_run (self, 0, "set", REGISTER, "2", "results", "คุมแล้ว", NULL);
  assert_line (self, FINANCE, "2023-03-27", "2/2, all answered\n");
  assert_line (self, WORKS, "2023-03-27", "1/1, all answered\n");
  cli_fixture_run (self, 0, "collect", REGISTER, "remind", "--on", "2023-03-28", NULL);
  cli_assert_contains (self->output, "Recorded for 0 divisions\n");
}

static void
test_json (CliFixture    *self,
           gconstpointer  data)
{
  make_register (self);
  cli_fixture_run (self, 0, "collect", REGISTER, "ask", FINANCE, "--on", "2023-03-10", "--way", "LINE", "--note", "ส่งแล้ว",
                   NULL);
  cli_fixture_run (self, 0, "set", REGISTER, "1", "results", "ประกาศแล้ว", "--division", FINANCE, NULL);
  cli_fixture_run (self, 0, "collect", REGISTER, "list", "--json", "--on", "2023-03-11", NULL);
  cli_assert_contains (self->output, "\"asked_on\": \"2023-03-10\"");
  cli_assert_contains (self->output, "\"way\": \"LINE\"");
  cli_assert_contains (self->output, "\"state\": \"waiting\"");
  cli_assert_contains (self->output, "\"last_answer\": \"20");
  cli_fixture_run (self, 0, "collect", REGISTER, "list", "--json", "--round", "full-year", NULL);
  g_assert_null (strstr (self->output, "2023-03-10"));
}

/* One act for all divisions; a closed round does not hinder it. */
static void
test_act (CliFixture    *self,
          gconstpointer  data)
{
  make_register (self);
  cli_fixture_run (self, 0, "set", REGISTER, "plan", "first_half_state", "closed", NULL);
  cli_fixture_run (self, 0, "collect", REGISTER, "ask", "--on", "2023-03-10", NULL);
  cli_fixture_run (self, 0, "undo", REGISTER, NULL);
  assert_line (self, FINANCE, "2023-03-11", "asked -");
  assert_line (self, WORKS, "2023-03-11", "asked -");
}

/* Of several divisions all are recorded, or none. */
static void
test_answered (CliFixture    *self,
               gconstpointer  data)
{
  make_register (self);
  cli_fixture_run (self, 0, "collect", REGISTER, "ask", FINANCE, "--on", "2023-03-10", NULL);
  cli_fixture_run (self, 1, "collect", REGISTER, "answered", FINANCE, WORKS, "--on", "2023-03-12", NULL);
  cli_assert_contains (self->errors, "record the request first");
  assert_line (self, FINANCE, "2023-03-13", "waiting for the answer\n");
  cli_fixture_run (self, 0, "collect", REGISTER, "ask", WORKS, "--on", "2023-03-10", NULL);
  cli_fixture_run (self, 0, "collect", REGISTER, "answered", FINANCE, WORKS, "--on", "2023-03-12", NULL);
  assert_line (self, FINANCE, "2023-03-13", "answered on paper\n");
  assert_line (self, WORKS, "2023-03-13", "answered on paper\n");
  cli_fixture_run (self, 0, "undo", REGISTER, NULL);
  assert_line (self, FINANCE, "2023-03-13", "waiting for the answer\n");
  assert_line (self, WORKS, "2023-03-13", "waiting for the answer\n");
}

static void
test_refusals (CliFixture    *self,
               gconstpointer  data)
{
  make_register (self);
  cli_fixture_run (self, 1, "collect", REGISTER, "answered", FINANCE, NULL);
  cli_assert_contains (self->errors, "record the request first");
  cli_fixture_run (self, 1, "collect", REGISTER, "ask", "กองทัพ", NULL);
  cli_fixture_run (self, 0, "set", REGISTER, "person:นายดู ใจดี", "post", "เจ้าพนักงาน", NULL);
  cli_fixture_run (self, 1, "collect", REGISTER, "ask", FINANCE, "--as", "นายดู ใจดี", NULL);
  cli_assert_contains (self->errors, "not for the role");
  cli_fixture_run (self, 2, "collect", REGISTER, NULL);
  cli_fixture_run (self, 2, "collect", REGISTER, "shout", NULL);
  cli_fixture_run (self, 2, "collect", REGISTER, "answered", NULL);
  cli_fixture_run (self, 2, "collect", REGISTER, "ask", "--json", NULL);
  cli_fixture_run (self, 2, "collect", REGISTER, "ask", "--on", "ก", NULL);
}

/* What is printed to be sent says how to keep that it was, and the words do so. */
static void
test_printed (CliFixture    *self,
              gconstpointer  data)
{
  const char *command = NULL;
  g_autofree char *line = NULL;
  g_auto (GStrv) words = NULL;
  g_autofree char *program = cli_fixture_program ();

  make_register (self);
  cli_fixture_run (self, 0, "report", REGISTER, "--kind", "request", "--division", FINANCE, "--round", "first-half", "--output",
                   "request.pdf", NULL);
  command = strstr (self->output, "mattra-cli collect ");
  g_assert_nonnull (command);
  line = g_strndup (command, strcspn (command, "\n"));
  g_assert_true (g_shell_parse_argv (line, NULL, &words, NULL));
  g_free (words[0]);
  words[0] = g_strdup (program);
  cli_fixture_run_program (self, 0, NULL, NULL, (const char *const *) words);
  cli_assert_contains (self->output, "Recorded for 1 division");
  cli_fixture_run (self, 0, "collect", REGISTER, "list", "--round", "full-year", NULL);
  g_assert_null (strstr (self->output, "waiting for the answer"));
  cli_fixture_run (self, 0, "report", REGISTER, "--kind", "results", "--output", "results.pdf", NULL);
  g_assert_null (strstr (self->output, "collect"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  cli_add_test ("/cli/collect/course", test_course);
  cli_add_test ("/cli/collect/json", test_json);
  cli_add_test ("/cli/collect/act", test_act);
  cli_add_test ("/cli/collect/answered", test_answered);
  cli_add_test ("/cli/collect/refusals", test_refusals);
  cli_add_test ("/cli/collect/printed", test_printed);

  return g_test_run ();
}
