/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cli-fixture.h"

#include <gio/gio.h>
#include <string.h>

#define REGISTER "register.mattra"
#define HEAD "นางสาวสมใจ ใจดี"
#define OTHER_HEAD "นายสมชาย ปลัด"
#define CHIEF "นายประเสริฐ ดีงาม"
#define SECRETARY "นางวรรณา เลขา"
#define VIEWER "นายดู อย่างเดียว"

static const char document[] =
  "ประจำปีงบประมาณ พ.ศ. ๒๕๖๖ (รอบ ๖ เดือนแรก)\n"
  "องค์การบริหารส่วนตำบลโนนตัวอย่าง\n\n"
  "ที่\tมาตรการ\tวิธีการดำเนินการ\tผู้รับผิดชอบ\tระยะเวลาดำเนินการ\n"
  "๑\tหนึ่ง\tก\tกองคลัง\tต.ค. ๖๕ - มี.ค. ๖๖\n"
  "๒\tสอง\tก\tกองคลัง\tต.ค. ๖๕ - มี.ค. ๖๖\n"
  "๓\tสาม\tก\tกองคลัง\tต.ค. ๖๕ - มี.ค. ๖๖\n"
  "๔\tสี่\tก\tกองคลัง\tต.ค. ๖๕ - มี.ค. ๖๖\n"
  "๕\tห้า\tก\tกองคลัง\tต.ค. ๖๕ - มี.ค. ๖๖\n"
  "๖\tหก\tก\tกองคลัง\tต.ค. ๖๕ - มี.ค. ๖๖\n"
  "๗\tเจ็ด\tก\tสำนักปลัด\tต.ค. ๖๕ - มี.ค. ๖๖\n";

static const char *const numbers[] = { "1", "2", "3", "4", "5", "6" };

static void
make_register (CliFixture *self)
{
  static const char *const people[][3] = {
    { "person:" HEAD, "post", "ผู้อำนวยการกองคลัง" },
    { "person:" HEAD, "division", "กองคลัง" },
    { "person:" OTHER_HEAD, "division", "สำนักปลัด" },
    { "person:" CHIEF, "post", "นายกองค์การบริหารส่วนตำบลโนนตัวอย่าง" },
    { "person:" VIEWER, "post", "รองนายกองค์การบริหารส่วนตำบลโนนตัวอย่าง" },
    { "member:" SECRETARY, "role", "คณะทำงานและเลขานุการ" },
  };

  cli_fixture_write (self, "report.txt", document);
  cli_fixture_run (self, 0, "import", "report.txt", "--into", REGISTER, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    cli_fixture_run (self, 0, "set", REGISTER, people[i][0], people[i][1], people[i][2], NULL);
}

static void
assert_show (CliFixture *self,
             const char *part)
{
  cli_fixture_run (self, 0, "show", REGISTER, "--round", "first-half", "--json", NULL);
  cli_assert_contains (self->output, part);
}

/* Counts the answers in a state. */
static guint
count_state (CliFixture *self,
             const char *state)
{
  g_autofree char *word = g_strdup_printf ("\"state\": \"%s\"", state);
  guint n = 0;

  cli_fixture_run (self, 0, "review", REGISTER, "list", "--round", "first-half", "--json", NULL);
  for (const char *at = strstr (self->output, word); at != NULL; at = strstr (at + 1, word))
    n++;
  return n;
}

/* Half a year: six answers are given and submitted, one comes back, is mended, and all are approved. */
static void
test_half_year (CliFixture    *self,
                gconstpointer  data)
{
  make_register (self);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      cli_fixture_run (self, 0, "set", REGISTER, numbers[i], "results", "ทำแล้ว", "--as", HEAD, NULL);
      cli_fixture_run (self, 0, "review", REGISTER, numbers[i], "submit", "--as", HEAD, NULL);
    }
  g_assert_cmpuint (count_state (self, "submitted"), ==, 6);
  cli_fixture_run (self, 1, "set", REGISTER, "1", "results", "อื่น", "--as", HEAD, NULL);
  cli_assert_contains (self->errors, "withdraw it to change it");
  cli_fixture_run (self, 1, "review", REGISTER, "3", "return", "--as", SECRETARY, "--division", "กองคลัง", NULL);
  cli_assert_contains (self->errors, "needs a comment");
  cli_fixture_run (self, 0, "review", REGISTER, "3", "return", "--as", SECRETARY, "--division", "กองคลัง", "--comment",
                   "ขอจำนวนผู้เข้าร่วม", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    cli_fixture_run (self, i == 2, "review", REGISTER, numbers[i], "approve", "--as", SECRETARY, "--division", "กองคลัง",
                     NULL);
  g_assert_cmpuint (count_state (self, "approved"), ==, 5);
  g_assert_cmpuint (count_state (self, "returned"), ==, 1);
  assert_show (self, "\"comment\": \"ขอจำนวนผู้เข้าร่วม\"");
  /* Undo takes back the head's newest edit of a cell, past all decisions, and does it again. */
  cli_fixture_run (self, 0, "undo", REGISTER, NULL);
  assert_show (self, "\"changed_after_approval\": [\n");
  cli_fixture_run (self, 0, "redo", REGISTER, NULL);
  cli_fixture_run (self, 0, "set", REGISTER, "3", "results", "อบรม ๔๐ คน", "--as", HEAD, NULL);
  cli_fixture_run (self, 0, "review", REGISTER, "3", "submit", "--as", HEAD, NULL);
  cli_fixture_run (self, 0, "review", REGISTER, "3", "approve", "--as", CHIEF, "--division", "กองคลัง", NULL);
  g_assert_cmpuint (count_state (self, "approved"), ==, 6);
  cli_fixture_run (self, 0, "review", REGISTER, "list", "--round", "first-half", NULL);
  cli_assert_contains (self->output, "approved");
  g_assert_null (strstr (self->output, "changed after approval"));
  cli_fixture_run (self, 1, "check", REGISTER, NULL); /* a result of measure 7 is missing */
  cli_assert_contains (self->output, "the file and its log are whole");
  cli_fixture_run (self, 0, "history", REGISTER, "3", NULL);
  cli_assert_contains (self->output, CHIEF "  review: answer to measure 3: approved");
  cli_assert_contains (self->output, SECRETARY "  review: answer to measure 3: returned");
}

/* What the secretary changes in an approved answer stands beside it, until it is approved anew. */
static void
test_changed (CliFixture    *self,
              gconstpointer  data)
{
  make_register (self);
  cli_fixture_run (self, 0, "set", REGISTER, "1", "results", "ทำแล้ว", "--as", HEAD, NULL);
  cli_fixture_run (self, 0, "review", REGISTER, "1", "submit", "--as", HEAD, NULL);
  cli_fixture_run (self, 0, "review", REGISTER, "1", "approve", "--as", CHIEF, "--division", "กองคลัง", NULL);
  cli_fixture_run (self, 1, "review", REGISTER, "1", "submit", "--as", HEAD, NULL);
  cli_assert_contains (self->errors, "approved as it stands");
  cli_fixture_run (self, 1, "set", REGISTER, "1", "results", "อื่น", "--as", HEAD, NULL);
  cli_assert_contains (self->errors, "ask the secretary to return it");
  cli_fixture_run (self, 0, "set", REGISTER, "1", "obstacles", "ฝนตก", "--division", "กองคลัง", NULL);
  cli_fixture_run (self, 0, "review", REGISTER, "list", NULL);
  cli_assert_contains (self->output, "changed after approval: obstacles");
  cli_fixture_run (self, 0, "undo", REGISTER, NULL);
  cli_fixture_run (self, 0, "review", REGISTER, "list", NULL);
  g_assert_null (strstr (self->output, "changed after approval"));
  cli_fixture_run (self, 0, "redo", REGISTER, NULL);
  cli_fixture_run (self, 0, "import", "report.txt", "--into", REGISTER, NULL); /* once more: decisions stay */
  cli_fixture_run (self, 0, "review", REGISTER, "list", NULL);
  cli_assert_contains (self->output, "changed after approval: obstacles");
  cli_fixture_run (self, 0, "review", REGISTER, "1", "submit", "--as", SECRETARY, "--division", "กองคลัง", NULL);
  cli_fixture_run (self, 0, "review", REGISTER, "1", "approve", "--as", SECRETARY, "--division", "กองคลัง", NULL);
  cli_fixture_run (self, 0, "review", REGISTER, "list", NULL);
  g_assert_null (strstr (self->output, "changed after approval"));
}

/* Each is refused with its reason, and leaves no step. */
static void
test_refused (CliFixture    *self,
              gconstpointer  data)
{
  static const struct
  {
    int status;
    const char *words[8];
    const char *said;
  } rows[] = {
    { 1, { "review", REGISTER, "1", "submit", "--as", HEAD }, "no answer to submit" },
    { 1, { "review", REGISTER, "1", "approve", "--as", CHIEF }, "not been submitted" },
    { 1, { "review", REGISTER, "1", "return", "--as", SECRETARY }, "not been submitted" },
    { 1, { "review", REGISTER, "1", "withdraw", "--as", HEAD }, "not been submitted" },
    { 1, { "review", REGISTER, "1", "approve", "--as", HEAD }, "not for the role" },
    { 1, { "review", REGISTER, "1", "submit", "--as", CHIEF }, "not for the role" },
    { 1, { "review", REGISTER, "1", "submit", "--as", VIEWER }, "not for the role" },
    { 1, { "review", REGISTER, "1", "submit", "--as", "ใครก็ไม่รู้" }, "no person" },
    { 1, { "review", REGISTER, "1", "submit", "--as", HEAD, "--division=สำนักปลัด" }, "another division" },
    { 1, { "review", REGISTER, "1", "submit", "--as", HEAD, "--division=กองผี" }, "no division" },
    { 1, { "review", REGISTER, "99", "submit", "--as", HEAD }, "99" },
    { 2, { "review", REGISTER, "1", "submit" }, "--as" },
    { 2, { "review", REGISTER, "1", "praise", "--as", HEAD }, "praise" },
    { 2, { "review", REGISTER, "1" }, "what is to happen" },
    { 2, { "review", REGISTER, "list", "--as", HEAD }, "--as" },
    { 2, { "review", REGISTER, "1", "submit", "--json", "--as", HEAD }, "--json" },
    { 2, { "review", REGISTER, "1", "submit", "--as", HEAD, "--round=third" }, "--round" },
    { 2, { "review", REGISTER }, "missing" },
    { 1, { "set", REGISTER, "7", "results", "x", "--as=" HEAD, "--division=สำนักปลัด" }, "another division" },
    { 1, { "set", REGISTER, "1", "results", "x", "--as=" VIEWER }, "not for the role" },
    { 1, { "set", REGISTER, "1", "title", "x", "--as=" HEAD }, "not for the role" },
    { 1, { "set", REGISTER, "plan", "title", "x", "--as=" HEAD }, "not for the role" },
    { 1, { "set", REGISTER, "person:" CHIEF, "division", "กองคลัง", "--as=" CHIEF }, "not for the role" },
    { 0, { "set", REGISTER, "1", "title", "หนึ่งใหม่", "--as=" SECRETARY }, "" },
  };

  make_register (self);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const char *const *w = rows[i].words;

      cli_fixture_run (self, rows[i].status, w[0], w[1], w[2], w[3], w[4], w[5], w[6], NULL);
      cli_assert_contains (self->errors, rows[i].said);
    }
  cli_fixture_run (self, 0, "review", REGISTER, "list", NULL);
  g_assert_cmpstr (self->output, ==, "");
}

/* Who submitted may withdraw, and nobody else; a closed round takes no step. */
static void
test_withdrawn (CliFixture    *self,
                gconstpointer  data)
{
  make_register (self);
  cli_fixture_run (self, 0, "set", REGISTER, "1", "results", "ไม่มี", "--as", HEAD, NULL);
  cli_fixture_run (self, 0, "review", REGISTER, "1", "submit", "--as", HEAD, NULL);
  cli_fixture_run (self, 1, "review", REGISTER, "1", "withdraw", "--as", SECRETARY, "--division", "กองคลัง", NULL);
  cli_assert_contains (self->errors, "somebody else submitted");
  cli_fixture_run (self, 1, "review", REGISTER, "1", "submit", "--as", HEAD, NULL);
  cli_fixture_run (self, 0, "review", REGISTER, "1", "withdraw", "--as", HEAD, NULL);
  g_assert_cmpuint (count_state (self, "draft"), ==, 1);
  cli_fixture_run (self, 0, "set", REGISTER, "plan", "first_half_state", "closed", NULL);
  cli_fixture_run (self, 1, "review", REGISTER, "1", "submit", "--as", HEAD, NULL);
  cli_assert_contains (self->errors, "its round is closed");
  g_assert_cmpuint (count_state (self, "closed"), ==, 1);
}

static GSubprocess *
start (CliFixture *self,
       const char *verb,
       const char *who)
{
  g_autofree char *program = cli_fixture_program ();
  g_autofree char *path = cli_fixture_path (self, REGISTER);
  g_autoptr (GError) error = NULL;
  GSubprocess *process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE, &error,
                                           program, "review", path, "1", verb, "--as", who, "--division", "กองคลัง",
                                           "--comment", "x", NULL);

  g_assert_no_error (error);
  return process;
}

/* Of two who decide at once one is first; the other finds the answer decided. */
static void
test_two_at_once (CliFixture    *self,
                  gconstpointer  data)
{
  guint n_done = 0;

  make_register (self);
  cli_fixture_run (self, 0, "set", REGISTER, "1", "results", "ทำแล้ว", "--as", HEAD, NULL);
  cli_fixture_run (self, 0, "review", REGISTER, "1", "submit", "--as", HEAD, NULL);
  {
    g_autoptr (GSubprocess) one = start (self, "approve", CHIEF);
    g_autoptr (GSubprocess) other = start (self, "approve", SECRETARY);
    GSubprocess *both[] = { one, other };

    for (guint i = 0; i < G_N_ELEMENTS (both); i++)
      {
        g_assert_true (g_subprocess_wait (both[i], NULL, NULL));
        n_done += g_subprocess_get_successful (both[i]);
      }
  }
  g_assert_cmpuint (n_done, ==, 1);
  g_assert_cmpuint (count_state (self, "approved"), ==, 1);
  cli_fixture_run (self, 1, "check", REGISTER, NULL); /* a result of measure 7 is missing */
  cli_assert_contains (self->output, "the file and its log are whole");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  cli_add_test ("/cli/review/half-year", test_half_year);
  cli_add_test ("/cli/review/changed", test_changed);
  cli_add_test ("/cli/review/refused", test_refused);
  cli_add_test ("/cli/review/withdrawn", test_withdrawn);
  cli_add_test ("/cli/review/two-at-once", test_two_at_once);
  return g_test_run ();
}
