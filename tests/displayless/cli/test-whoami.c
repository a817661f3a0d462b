/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cli-fixture.h"

#include <gio/gio.h>
#include <string.h>

#include "own-folder.h"

#define REGISTER "register.mattra"
#define HEAD "นางสาวสมใจ ใจดี"
#define CHIEF "นายประเสริฐ ดีงาม"
#define SECRETARY "นางวรรณา เลขา"
#define VIEWER "นายดู อย่างเดียว"

static const char document[] =
  "ประจำปีงบประมาณ พ.ศ. ๒๕๖๖ (รอบ ๖ เดือนแรก)\n"
  "องค์การบริหารส่วนตำบลโนนตัวอย่าง\n\n"
  "ที่\tมาตรการ\tวิธีการดำเนินการ\tผู้รับผิดชอบ\tระยะเวลาดำเนินการ\n"
  "๑\tหนึ่ง\tก\tกองคลัง\tต.ค. ๖๕ - มี.ค. ๖๖\n"
  "๒\tสอง\tก\tสำนักปลัด\tต.ค. ๖๕ - มี.ค. ๖๖\n";

static void
make_register (CliFixture *self)
{
  static const char *const people[][3] = {
    { "person:" HEAD, "division", "กองคลัง" },
    { "person:" CHIEF, "post", "นายกองค์การบริหารส่วนตำบลโนนตัวอย่าง" },
    { "person:" VIEWER, "post", "นิติกร" },
    { "member:" SECRETARY, "role", "คณะทำงานและเลขานุการ" },
  };

  cli_fixture_write (self, "report.txt", document);
  cli_fixture_write (self, "scores.txt", "ตัวชี้วัด\tคะแนน\n1\t90.5\n");
  cli_fixture_run (self, 0, "import", "report.txt", "--into", REGISTER, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    cli_fixture_run (self, 0, "set", REGISTER, people[i][0], people[i][1], people[i][2], NULL);
}

/* Who one is, is told with the reason, and kept. */
static void
test_kept (CliFixture    *self,
           gconstpointer  data)
{
  make_register (self);
  cli_fixture_run (self, 0, "whoami", REGISTER, NULL);
  cli_assert_contains (self->output, "Nobody was chosen");
  cli_fixture_run (self, 0, "whoami", REGISTER, HEAD, NULL);
  cli_assert_contains (self->output, HEAD ": division head, กองคลัง");
  cli_assert_contains (self->output, "The list of people gives the division “กองคลัง”.");
  cli_fixture_run (self, 0, "whoami", REGISTER, "--json", NULL);
  cli_assert_contains (self->output, "\"role\": \"division_head\"");
  /* What is kept counts where nothing is said, and --as before it. */
  cli_fixture_run (self, 1, "set", REGISTER, "1", "title", "อื่น", NULL);
  cli_assert_contains (self->errors, "title of measure 1: this is not for the role");
  cli_fixture_run (self, 0, "set", REGISTER, "1", "title", "อื่น", "--as", SECRETARY, NULL);
  cli_fixture_run (self, 0, "set", REGISTER, "1", "results", "ทำแล้ว", NULL);
  cli_fixture_run (self, 0, "history", REGISTER, NULL);
  cli_assert_contains (self->output, HEAD);
  cli_assert_contains (self->output, SECRETARY);
  cli_fixture_run (self, 0, "review", REGISTER, "1", "submit", NULL);
  cli_fixture_run (self, 1, "whoami", REGISTER, "ใครก็ไม่รู้", NULL);
  cli_assert_contains (self->errors, HEAD);
  cli_fixture_run (self, 2, "whoami", REGISTER, HEAD, "--nobody", NULL);
  cli_fixture_run (self, 0, "whoami", REGISTER, "--nobody", NULL);
  cli_fixture_run (self, 2, "review", REGISTER, "1", "withdraw", NULL);
  cli_assert_contains (self->errors, "--as");
  cli_fixture_run (self, 0, "set", REGISTER, "1", "title", "หนึ่ง", NULL);
}

/* Who left the register is told so, and nothing is written in the name of somebody who is not there. */
static void
test_gone (CliFixture    *self,
           gconstpointer  data)
{
  make_register (self);
  cli_fixture_run (self, 0, "whoami", REGISTER, VIEWER, NULL);
  cli_fixture_run (self, 0, "set", REGISTER, "person:" VIEWER, "name", "(ว่าง)", "--as", SECRETARY, NULL);
  cli_fixture_run (self, 1, "set", REGISTER, "1", "title", "อื่น", NULL);
  cli_assert_contains (self->errors, VIEWER);
  cli_assert_contains (self->errors, "--nobody");
  cli_fixture_run (self, 0, "whoami", REGISTER, "--nobody", NULL);
  cli_fixture_run (self, 0, "set", REGISTER, "1", "title", "อื่น", NULL);
}

/* Every command that writes asks the table. */
static void
test_all_writers (CliFixture    *self,
                  gconstpointer  data)
{
  static const struct
  {
    const char *who;
    int status;
    const char *words[10];
  } rows[] = {
    { HEAD, 1, { "set", REGISTER, "1", "title", "x" } },
    { HEAD, 1, { "set", REGISTER, "1", "steps", "x" } },
    { HEAD, 0, { "set", REGISTER, "1", "results", "ก" } },
    { HEAD, 1, { "set", REGISTER, "2", "results", "ก", "--division", "สำนักปลัด" } },
    { HEAD, 1, { "set", REGISTER, "organisation", "district", "x" } },
    { HEAD, 1, { "set", REGISTER, "person:" VIEWER, "post", "x" } },
    { HEAD, 1, { "set", REGISTER, "plan", "date_line", "none" } },
    { HEAD, 1, { "import", "report.txt", "--into", REGISTER, "--dry-run" } },
    { HEAD, 1, { "scores", REGISTER, "import", "scores.txt" } },
    { HEAD, 1, { "seal", REGISTER, "--output", "sealed.pdf" } },
    { HEAD, 0, { "undo", REGISTER } },
    { HEAD, 0, { "redo", REGISTER } },
    { CHIEF, 1, { "undo", REGISTER } },
    { CHIEF, 1, { "set", REGISTER, "1", "results", "ข" } },
    { VIEWER, 1, { "comment", REGISTER, "1", "ความเห็น" } },
    { VIEWER, 1, { "undo", REGISTER } },
    { SECRETARY, 0, { "set", REGISTER, "1", "title", "y" } },
    { HEAD, 1, { "undo", REGISTER } },
    { SECRETARY, 0, { "undo", REGISTER } },
  };

  make_register (self);
  /* The import says something new, so that a trial writes as well. */
  cli_fixture_run (self, 0, "set", REGISTER, "2", "title", "ก่อนนำเข้า", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
      g_autofree char *program = cli_fixture_program ();

      g_ptr_array_add (arguments, program);
      for (guint j = 0; rows[i].words[j] != NULL; j++)
        g_ptr_array_add (arguments, (char *) rows[i].words[j]);
      g_ptr_array_add (arguments, (char *) "--as");
      g_ptr_array_add (arguments, (char *) rows[i].who);
      g_ptr_array_add (arguments, NULL);
      g_test_message ("row %u: %s", i, rows[i].words[0]);
      cli_fixture_run_program (self, rows[i].status, NULL, NULL, (const char *const *) arguments->pdata);
      if (rows[i].status == 1)
        g_assert_true (strstr (self->errors, "not for the role") || strstr (self->errors, "another division"));
    }
}

/* The comments of a measure as a list, one's own mended, others' left alone. */
static void
test_comments (CliFixture    *self,
               gconstpointer  data)
{
  make_register (self);
  cli_fixture_run (self, 0, "comment", REGISTER, "1", NULL);
  cli_assert_contains (self->output, "Nobody has commented");
  cli_fixture_run (self, 0, "comment", REGISTER, "1", "ขอดูรูปถ่าย", "--as", CHIEF, NULL);
  cli_fixture_run (self, 0, "comment", REGISTER, "1", "ส่งแล้วครับ", "--as", HEAD, "--division", "กองคลัง", NULL);
  cli_fixture_run (self, 1, "comment", REGISTER, "1", "ไม่ใช่ของฉัน", "--change", "1", "--as", HEAD, NULL);
  cli_assert_contains (self->errors, "somebody else wrote it");
  cli_fixture_run (self, 0, "comment", REGISTER, "1", "ส่งแล้วค่ะ", "--change", "2", "--as", HEAD, NULL);
  cli_fixture_run (self, 1, "comment", REGISTER, "1", "--delete", "7", "--as", HEAD, NULL);
  cli_fixture_run (self, 0, "comment", REGISTER, "1", "--json", NULL);
  cli_assert_contains (self->output, "ขอดูรูปถ่าย");
  cli_assert_contains (self->output, "ส่งแล้วค่ะ");
  cli_fixture_run (self, 0, "show", REGISTER, "--json", NULL);
  cli_assert_contains (self->output, "\"text\": \"ส่งแล้วค่ะ\"");
  cli_fixture_run (self, 0, "comment", REGISTER, "1", "--delete", "2", "--as", HEAD, NULL);
  cli_fixture_run (self, 0, "comment", REGISTER, "1", NULL);
  g_assert_null (strstr (self->output, "ส่งแล้วค่ะ"));
  cli_fixture_run (self, 0, "comment", REGISTER, "1", "--delete", "1", "--as", SECRETARY, NULL);
  cli_fixture_run (self, 1, "comment", REGISTER, "1", "", "--as", HEAD, NULL);
  cli_fixture_run (self, 2, "comment", REGISTER, "1", "x", "--change", "1", "--delete", "1", NULL);
  cli_fixture_run (self, 2, "comment", REGISTER, "1", "--as", HEAD, NULL);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = own_folder_new ();
  int result;

  g_setenv ("XDG_CONFIG_HOME", folder, TRUE);
  g_test_init (&argc, &argv, NULL);
  cli_add_test ("/cli/whoami/kept", test_kept);
  cli_add_test ("/cli/whoami/gone", test_gone);
  cli_add_test ("/cli/whoami/all-writers", test_all_writers);
  cli_add_test ("/cli/whoami/comments", test_comments);
  result = g_test_run ();
  own_folder_remove (folder);
  return result;
}
