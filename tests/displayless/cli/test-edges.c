/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cli-fixture.h"

#include <locale.h>
#include <string.h>

/* The ends of what an office may enter, each with every kind of paper. */

#define REGISTER "register.mattra"
#define OFFICE "องค์การบริหารส่วนตำบลโนนตัวอย่าง"
#define LONG_NAME \
  "นายวรรณพรรธน์ศักดิ์สิทธิ์วรรณพรรธน์ศักดิ์สิทธิ์วรรณพรรธน์ศักดิ์สิทธิ์วรรณพรรธน์ศักดิ์สิทธิ์ ณอยุธยาพงศ์ณอยุธยาพงศ์ณอยุธยาพงศ์"
#define LONG_WORD_LETTERS 300
#define N_STEPS 150
#define N_PEOPLE 40

static const char head[] =
  "ประจำปีงบประมาณ พ.ศ. ๒๕๖๖ (รอบ ๖ เดือนแรก)\n" OFFICE "\n\n"
  "ที่\tมาตรการ\tวิธีการดำเนินการ\tผู้รับผิดชอบ\tระยะเวลาดำเนินการ\tผลการดำเนินการ\n";

static void
set (CliFixture *self,
     const char *target,
     const char *field,
     const char *value)
{
  cli_fixture_run (self, 0, "set", REGISTER, target, field, value, NULL);
}

static void
set_person (CliFixture *self,
            const char *name,
            const char *field,
            const char *value)
{
  g_autofree char *target = g_strconcat ("person:", name, NULL);

  set (self, target, field, value);
}

static void
import_rows (CliFixture *self,
             const char *rows)
{
  g_autofree char *text = g_strconcat (head, rows, NULL);

  cli_fixture_write (self, "report.txt", text);
  cli_fixture_run (self, 0, "import", "report.txt", "--into", REGISTER, NULL);
}

static void
import_two (CliFixture *self)
{
  import_rows (self, "๑\tการใช้งบประมาณ\tประกาศแผน\tกองคลัง\tต.ค. ๖๕ - มี.ค. ๖๖\tประกาศแล้ว\n"
                     "๒\tการประชาสัมพันธ์\tจัดทำแผ่นพับ\tสำนักปลัด\tต.ค. ๖๕ - มี.ค. ๖๖\t\n");
}

/* A line of many letters that no line has room for. */
static char *
long_word (char letter)
{
  return g_strnfill (LONG_WORD_LETTERS, letter);
}

static void
set_lines (CliFixture *self,
           const char *field,
           const char *form)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 1; i <= N_STEPS; i++)
    {
      g_string_append_printf (lines, "%s %u", form, i);
      g_string_append_c (lines, '\n');
    }
  set (self, "1", field, lines->str);
}

static void
make_tall (CliFixture *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  import_two (self);
  set_lines (self, "steps", "ขั้นตอนที่");
  set_lines (self, "results", "ผลของขั้นตอนที่");
  for (guint i = 0; i < N_STEPS; i++)
    g_string_append (text, "ดำเนินการประชาสัมพันธ์มาตรการให้บุคลากรทราบ");
  g_string_append (text, "จบเรื่อง");
  set (self, "2", "results", text->str);
}

static void
make_wide (CliFixture *self)
{
  g_autofree char *title = long_word ('W');
  g_autofree char *step = long_word ('S');
  g_autofree char *result = long_word ('R');
  g_autofree char *post = long_word ('P');
  g_autofree char *number = long_word ('9');
  g_autofree char *member = long_word ('M');
  g_autofree char *target = g_strconcat ("member:", member, NULL);

  import_two (self);
  set (self, "1", "title", title);
  set (self, "2", "title", title);
  set (self, "2", "steps", step);
  set (self, "2", "results", result);
  set_person (self, "นางสาวสมใจ ใจดี", "post", post);
  set_person (self, "นางสาวสมใจ ใจดี", "role", "ผู้รายงาน");
  set (self, "paper:order", "number", number);
  set (self, target, "role", "ประธานคณะทำงาน");
}

static void
make_people (CliFixture *self)
{
  import_two (self);
  for (guint i = 1; i <= N_PEOPLE; i++)
    {
      g_autofree char *person = g_strdup_printf ("นายลำดับที่ %u.", i);
      g_autofree char *member = g_strdup_printf ("member:นางกรรมการที่ %u.", i);

      set_person (self, person, "role", "ผู้รับรอง");
      set (self, member, "role", "คณะทำงาน");
    }
}

/* The name of the only division, or of the last. */
static void
make_divisions (CliFixture *self,
                guint       n)
{
  g_autoptr (GString) rows = g_string_new (NULL);

  for (guint i = 1; i <= n; i++)
    g_string_append_printf (rows, "%u\tมาตรการที่ %u\tขั้นตอน\tกองทดสอบ %u.\tต.ค. ๖๕ - มี.ค. ๖๖\t\n", i, i, i);
  import_rows (self, rows->str);
  for (guint i = 1; i <= n; i++)
    {
      g_autofree char *name = g_strdup_printf ("กองทดสอบ %u.", i);
      g_autofree char *target = g_strconcat ("division:", name, NULL);

      set (self, target, "name", name);
    }
}

static void
make_one_division (CliFixture *self)
{
  make_divisions (self, 1);
}

static void
make_sixty_divisions (CliFixture *self)
{
  make_divisions (self, 60);
}

static void
make_long_titles (CliFixture *self)
{
  static const char *const kinds[] = { "results", "measures", "division", "late", "overview", "minutes-table", "signature-sheet",
                                       "annex" };
  static const char *const letters[] = { "memo", "request", "announcement", "order" };
  g_autoptr (GString) title = g_string_new ("เริ่มชื่อเรื่อง");

  for (guint i = 0; i < 8; i++)
    g_string_append (title, "ผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน");
  g_string_append (title, "จบชื่อเรื่อง");
  import_two (self);
  set (self, "1", "title", title->str);
  set (self, "2", "title", title->str);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *field = g_strconcat (kinds[i], "/title", NULL);

      set (self, "plan", field, title->str);
    }
  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    {
      g_autofree char *field = g_strconcat (letters[i], "/subject", NULL);

      set (self, "plan", field, title->str);
    }
}

static void
make_long_name (CliFixture *self)
{
  g_assert_cmpint (g_utf8_strlen (LONG_NAME, -1), >=, 120);
  import_two (self);
  set_person (self, LONG_NAME, "role", "ผู้รายงาน");
  set_person (self, LONG_NAME, "rank", "ว่าที่ร้อยตรี");
  set_person (self, LONG_NAME, "post", "นายก" OFFICE);
  set (self, "member:" LONG_NAME, "role", "ประธานคณะทำงาน");
}

typedef struct
{
  const char *name;
  void (*make) (CliFixture *self);
  const char *says[6][2]; /* the kinds that say it, or "*" for all, and what they say */
} Case;

#define TABLES "results measures announcement division request"

static const Case cases[] = {
  { "taller than a page", make_tall,
    { { TABLES, "ขั้นตอนที่ ๑๕๐" }, { "results division request minutes-table", "ผลของขั้นตอนที่ ๑๕๐" },
      { "results division request minutes-table", "จบเรื่อง" } } },
  { "wider than a column", make_wide,
    { { TABLES " minutes-table", "WWWWWW" }, { TABLES, "SSSSSS" }, { "results division request minutes-table", "RRRRRR" },
      { "results measures memo", "PPPPPP" }, { "order", "MMMMMM" } } },
  { "forty people", make_people,
    { { "results measures memo signature-sheet", "นายลำดับที่ ๔๐." }, { "results measures memo signature-sheet", "นายลำดับที่ ๑." },
      { "order signature-sheet", "นางกรรมการที่ ๔๐." } } },
  { "one division", make_one_division, { { "results measures division late request", "กองทดสอบ ๑." } } },
  { "sixty divisions", make_sixty_divisions,
    { { "results measures division late request order", "กองทดสอบ ๖๐." },
      { "results measures division late request order", "กองทดสอบ ๑." } } },
  { "long titles", make_long_titles, { { "*", "เริ่มชื่อเรื่อง" }, { "*", "จบชื่อเรื่อง" } } },
  { "a long name", make_long_name, { { "results measures memo order signature-sheet announcement", LONG_NAME } } },
};

/* Reading what came out */

static char *
squeeze (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \n\f", -1);

  return g_strjoinv ("", words);
}

static gboolean
has_word (const char *words,
          const char *word)
{
  g_auto (GStrv) all = g_strsplit (words, " ", -1);

  return g_strv_contains ((const char *const *) all, "*") || g_strv_contains ((const char *const *) all, word);
}

/* What a program says of the paper; %NULL, said aloud, where it is not installed. */
static char *
ask (CliFixture        *self,
     const char *const *arguments)
{
  g_autofree char *found = g_find_program_in_path (arguments[0]);

  if (found == NULL)
    {
      g_test_skip_printf ("%s is not installed", arguments[0]);
      return NULL;
    }
  cli_fixture_run_program (self, 0, NULL, NULL, arguments);
  return g_strdup (self->output);
}

static void
check_paper (CliFixture *self,
             const Case *made,
             const char *kind)
{
  g_autofree char *raw = ask (self, (const char *const[]) { "pdftotext", "-raw", "paper.pdf", "-", NULL });
  g_autofree char *text = raw ? squeeze (raw) : NULL;
  g_autofree char *check = ask (self, (const char *const[]) { "qpdf", "--check", "paper.pdf", NULL });

  if (check)
    cli_assert_contains (check, "No syntax or stream encoding errors found");
  for (guint i = 0; text && i < G_N_ELEMENTS (made->says) && made->says[i][0]; i++)
    {
      g_autofree char *part = squeeze (made->says[i][1]);

      if (has_word (made->says[i][0], kind) && strstr (text, part) == NULL)
        g_error ("%s, %s: “%s” is not in: %s", made->name, kind, part, text);
    }
}

static void
test_sizes (CliFixture    *self,
            gconstpointer  data)
{
  const Case *made = data;
  g_auto (GStrv) kinds = cli_fixture_list_kinds (self);

  made->make (self);
  for (guint i = 0; kinds[i]; i++)
    {
      cli_fixture_run (self, 0, "report", REGISTER, "--kind", kinds[i], "--output", "paper.pdf", "--on", "2023-04-20", NULL);
      check_paper (self, made, kinds[i]);
    }
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/cli/edges/", cases[i].name, NULL);

      g_test_add (g_strdelimit (path, " ", '-'), CliFixture, &cases[i], cli_fixture_set_up, test_sizes,
                  cli_fixture_tear_down);
    }
  return g_test_run ();
}
