/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cli-fixture.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "mattra-error-detail.h"
#include "mattra-error.h"
#include "mattra-permission.h"
#include "own-folder.h"
#include "run-here.h"

#define REGISTER "register.mattra"
#define HEAD "นางสาวสมใจ ใจดี"
#define CHIEF "นายประเสริฐ ดีงาม"
#define SECRETARY "นางวรรณา เลขา"
#define VIEWER "นายดู อย่างเดียว"
#define MEMORY "/dev/shm"

static const char document[] =
  "ประจำปีงบประมาณ พ.ศ. ๒๕๖๖ (รอบ ๖ เดือนแรก)\n"
  "องค์การบริหารส่วนตำบลโนนตัวอย่าง\n\n"
  "ที่\tมาตรการ\tวิธีการดำเนินการ\tผู้รับผิดชอบ\tระยะเวลาดำเนินการ\n"
  "๑\tหนึ่ง\tก\tกองคลัง\tต.ค. ๖๕ - มี.ค. ๖๖\n"
  "๒\tสอง\tก\tสำนักปลัด\tต.ค. ๖๕ - มี.ค. ๖๖\n"
  "๓\tสาม\tก\tทุกส่วนราชการ\tต.ค. ๖๕ - มี.ค. ๖๖\n";

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
    /* Not in the own division's name either, where the measure is given to others. */
    { HEAD, 1, { "set", REGISTER, "2", "results", "ก" } },
    { HEAD, 1, { "set", REGISTER, "2", "results", "ก", "--division", "กองคลัง" } },
    { HEAD, 1, { "evidence", REGISTER, "2", "add", "https://example.go.th/" } },
    { HEAD, 0, { "evidence", REGISTER, "1", "add", "https://example.go.th/" } },
    { HEAD, 0, { "undo", REGISTER } },
    { HEAD, 0, { "set", REGISTER, "3", "results", "ก" } },
    { HEAD, 0, { "undo", REGISTER } },
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
    /* Each takes back the own acts alone. */
    { HEAD, 0, { "undo", REGISTER } },
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
        g_assert_true (strstr (self->errors, "not for the role") || strstr (self->errors, "another division")
                       || strstr (self->errors, "nothing of your own to undo"));
    }
}

/* Every command that changes a register, as everybody: for secretary, head of a division, chief executive and viewer a
 * letter each, where it is done. Who is refused is told what, why, what to do and as whom; not a byte is written. */
static const struct
{
  const char *who;
  const char *words[12];
} matrix[] = {
  { "s", { "set", REGISTER, "1", "title", "อื่น" } },
  { "s", { "set", REGISTER, "1", "period_text", "ต.ค. ๖๕" } },
  { "sh", { "set", REGISTER, "1", "results", "อื่น" } },
  { "s", { "set", REGISTER, "2", "results", "อื่น", "--division", "สำนักปลัด" } },
  { "s", { "set", REGISTER, "organisation", "district", "เมือง" } },
  { "s", { "set", REGISTER, "plan", "date_line", "none" } },
  { "s", { "set", REGISTER, "plan", "first_half_due", "2023-04-10" } },
  { "s", { "set", REGISTER, "division:กองคลัง", "short_name", "คลัง" } },
  { "s", { "set", REGISTER, "person:นายใหม่ มาแล้ว", "post", "นิติกร" } },
  { "s", { "set", REGISTER, "member:นายใหม่ มาแล้ว", "role", "กรรมการ" } },
  { "sh", { "review", REGISTER, "1", "submit", "--division", "กองคลัง" } },
  { "sh", { "evidence", REGISTER, "1", "add", "https://a.go.th" } },
  { "s", { "evidence", REGISTER, "2", "add", "https://a.go.th", "--division", "สำนักปลัด" } },
  { "s", { "roll-over", REGISTER } },
  { "s", { "roll-over", REGISTER, "--next-round" } },
  { "s", { "roll-over", REGISTER, "--into", "next.mattra" } },
  { "s", { "library", REGISTER, "add", "1", "--from", "sample" } },
  { "s", { "publication", REGISTER, "set", "measures", "file", "ก" } },
  { "s", { "collect", REGISTER, "ask", "กองคลัง" } },
  { "s", { "collect", REGISTER, "answered", "กองคลัง" } },
  { "s", { "minutes", REGISTER, "add", "มติ" } },
  { "shc", { "comment", REGISTER, "1", "ความเห็น" } },
  { "s", { "scores", REGISTER, "import", "scores.txt" } },
  { "s", { "analysis", REGISTER, "set", "2", "cause", "ก" } },
  { "s", { "import", "report.txt", "--into", REGISTER } },
  { "sc", { "seal", REGISTER, "--kind", "order", "--output", "sealed.pdf" } },
  { "s", { "restore", REGISTER, "--from", "base.mattra" } },
};

static void
copy_file (CliFixture *self,
           const char *from,
           const char *to)
{
  g_autofree char *path = cli_fixture_path (self, to);
  gsize length = 0;
  g_autofree char *bytes = cli_fixture_read (self, from, &length);

  g_assert_true (g_file_set_contents_full (path, bytes, (gssize) length, G_FILE_SET_CONTENTS_CONSISTENT, 0600, NULL));
}

static void
check_refused (CliFixture   *self,
               const char   *person,
               MattraRole    role,
               const GError *error)
{
  gsize length = 0;
  gsize length_before = 0;
  g_autofree char *bytes = cli_fixture_read (self, REGISTER, &length);
  g_autofree char *before = cli_fixture_read (self, "base.mattra", &length_before);

  g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_DENIED);
  g_assert_true (strstr (error->message, "; ask the secretary") != NULL || strstr (error->message, "; only your own") != NULL);
  cli_assert_contains (mattra_error_get_detail (error), person);
  cli_assert_contains (mattra_error_get_detail (error), mattra_role_to_text (role));
  g_assert_cmpmem (bytes, length, before, length_before);
}

static void
test_matrix (CliFixture    *self,
             gconstpointer  data)
{
  static const char letters[] = "shcv";
  static const char *const people[] = { SECRETARY, HEAD, CHIEF, VIEWER };
  g_autofree char *here = g_get_current_dir ();

  make_register (self);
  cli_fixture_run (self, 0, "set", REGISTER, "1", "results", "ทำแล้ว", "--as", HEAD, NULL);
  cli_fixture_run (self, 0, "set", REGISTER, "2", "title", "ก่อนนำเข้า", NULL);
  cli_fixture_run (self, 0, "collect", REGISTER, "ask", "กองคลัง", NULL);
  copy_file (self, REGISTER, "base.mattra");
  g_assert_cmpint (g_chdir (self->folder), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (matrix); i++)
    for (guint role = 0; role < MATTRA_N_ROLES; role++)
      {
        gboolean may = strchr (matrix[i].who, letters[role]) != NULL;
        g_autoptr (GPtrArray) words = g_ptr_array_new ();
        g_autoptr (GError) error = NULL;
        gboolean done;

        for (guint j = 0; matrix[i].words[j] != NULL; j++)
          g_ptr_array_add (words, (char *) matrix[i].words[j]);
        g_ptr_array_add (words, (char *) "--as");
        g_ptr_array_add (words, (char *) people[role]);
        g_ptr_array_add (words, NULL);
        g_test_message ("%s %s as %s", matrix[i].words[0], matrix[i].words[2], mattra_role_to_string (role));
        done = run_here ((const char *const *) words->pdata, &error);
        if (may)
          g_assert_no_error (error);
        g_assert_cmpint (done, ==, may);
        if (!done)
          check_refused (self, people[role], role, error);
        else
          copy_file (self, "base.mattra", REGISTER);
      }
  g_assert_cmpint (g_chdir (here), ==, 0);
  /* The program ends with 1, and says it all. */
  cli_fixture_run (self, 1, "scores", REGISTER, "import", "scores.txt", "--as", VIEWER, NULL);
  cli_assert_contains (self->errors, "; ask the secretary\n  (you act as " VIEWER ", viewer;");
}

/* A register of two years: who may put a copy in its place is asked all the same. */
static void
test_restore_of_years (CliFixture    *self,
                       gconstpointer  data)
{
  make_register (self);
  cli_fixture_run (self, 0, "roll-over", REGISTER, NULL);
  copy_file (self, REGISTER, "base.mattra");
  cli_fixture_run (self, 1, "restore", REGISTER, "--from", "base.mattra", "--as", VIEWER, NULL);
  cli_assert_contains (self->errors, VIEWER);
  cli_fixture_run (self, 0, "restore", REGISTER, "--from", "base.mattra", "--as", SECRETARY, NULL);
}

/* A year whose table was just taken in has no committee yet: who keeps the register keeps it there as well, until one is
 * entered; papers name nobody for that. */
static void
test_year_without_committee (CliFixture    *self,
                             gconstpointer  data)
{
  g_autofree char *next = NULL;
  g_auto (GStrv) parts = g_strsplit (document, "๒๕๖๖", -1);

  make_register (self);
  next = g_strjoinv ("๒๕๖๗", parts);
  cli_fixture_write (self, "next.txt", next);
  cli_fixture_run (self, 0, "import", "next.txt", "--into", REGISTER, "--as", SECRETARY, NULL);
  cli_fixture_run (self, 0, "set", REGISTER, "1", "title", "อื่น", "--fiscal-year", "2567", "--as", SECRETARY, NULL);
  cli_fixture_run (self, 1, "set", REGISTER, "1", "title", "อื่น", "--fiscal-year", "2567", "--as", HEAD, NULL);
  cli_fixture_run (self, 0, "set", REGISTER, "1", "results", "ทำแล้ว", "--fiscal-year", "2567", "--as", HEAD, NULL);
  cli_fixture_run (self, 0, "show", REGISTER, "--json", "--fiscal-year", "2567", NULL);
  g_assert_null (strstr (self->output, SECRETARY));
  cli_fixture_run (self, 0, "set", REGISTER, "member:นายคนใหม่ มาแล้ว", "role", "เลขานุการ", "--fiscal-year", "2567", "--as",
                   SECRETARY, NULL);
  cli_fixture_run (self, 1, "set", REGISTER, "1", "title", "อีก", "--fiscal-year", "2567", "--as", SECRETARY, NULL);
  cli_fixture_run (self, 0, "set", REGISTER, "1", "title", "อีก", "--fiscal-year", "2567", "--as", "นายคนใหม่ มาแล้ว", NULL);
  cli_fixture_run (self, 0, "set", REGISTER, "1", "title", "อีก", "--fiscal-year", "2566", "--as", SECRETARY, NULL);
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
  g_autofree char *folder = NULL;
  int result;

  /* Many registers are written, which none of them has to outlive. */
  if (g_access (MEMORY, W_OK) == 0)
    g_setenv ("TMPDIR", MEMORY, TRUE);
  folder = own_folder_new ();
  g_setenv ("XDG_CONFIG_HOME", folder, TRUE);
  g_test_init (&argc, &argv, NULL);
  cli_add_test ("/cli/whoami/kept", test_kept);
  cli_add_test ("/cli/whoami/gone", test_gone);
  cli_add_test ("/cli/whoami/all-writers", test_all_writers);
  cli_add_test ("/cli/whoami/matrix", test_matrix);
  cli_add_test ("/cli/whoami/restore-of-years", test_restore_of_years);
  cli_add_test ("/cli/whoami/year-without-committee", test_year_without_committee);
  cli_add_test ("/cli/whoami/comments", test_comments);
  result = g_test_run ();
  own_folder_remove (folder);
  return result;
}
