/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cli-fixture.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <string.h>

#define REGISTER "register.mattra"
#define HEAD "นางสาวสมใจ ใจดี"
#define VIEWER "นายดู อย่างเดียว"
#define PDF "%PDF-1.7\n%%EOF\n"

static const char document[] =
  "ประจำปีงบประมาณ พ.ศ. ๒๕๖๖ (รอบ ๖ เดือนแรก)\n"
  "องค์การบริหารส่วนตำบลโนนตัวอย่าง\n\n"
  "ที่\tมาตรการ\tวิธีการดำเนินการ\tผู้รับผิดชอบ\tระยะเวลาดำเนินการ\n"
  "๑\tหนึ่ง\t๑. ประชุม ๒. อบรม\tกองคลัง\tต.ค. ๖๕ - มี.ค. ๖๖\n"
  "๒\tสอง\tก\tสำนักปลัด\tต.ค. ๖๕ - มี.ค. ๖๖\n";

static void
make_register (CliFixture *self)
{
  cli_fixture_write (self, "report.txt", document);
  cli_fixture_write (self, "หลักฐาน.pdf", PDF);
  cli_fixture_write (self, "fake.jpg", "MZ\x90 a program");
  cli_fixture_run (self, 0, "import", "report.txt", "--into", REGISTER, NULL);
  cli_fixture_run (self, 0, "set", REGISTER, "person:" HEAD, "post", "ผู้อำนวยการกองคลัง", NULL);
  cli_fixture_run (self, 0, "set", REGISTER, "person:" HEAD, "division", "กองคลัง", NULL);
  cli_fixture_run (self, 0, "set", REGISTER, "person:" VIEWER, "post", "รองนายกองค์การบริหารส่วนตำบล", NULL);
}

/* A file and a link are added, listed, worded, moved, taken out and taken away; history and undo know each. */
static void
test_way (CliFixture    *self,
          gconstpointer  data)
{
  g_autofree char *copy = NULL;

  make_register (self);
  cli_fixture_run (self, 0, "evidence", REGISTER, "1", "add", "หลักฐาน.pdf", "--as", HEAD, "--step", "2", "--caption",
                   "รายงานการอบรม", NULL);
  cli_fixture_run (self, 0, "evidence", REGISTER, "1", "add", "https://hintang.go.th/ita?id=1", NULL);
  cli_fixture_run (self, 0, "evidence", REGISTER, "1", "list", NULL);
  cli_assert_contains (self->output, "  2  กองคลัง  รายงานการอบรม · step 2\n     หลักฐาน.pdf · PDF · 15");
  cli_assert_contains (self->output, "  1  all jointly  https://hintang.go.th/ita?id=1\n");
  cli_fixture_run (self, 0, "evidence", REGISTER, "1", "caption", "1", "หน้าเว็บ", NULL);
  cli_fixture_run (self, 0, "evidence", REGISTER, "list", "--links", NULL);
  g_assert_cmpstr (self->output, ==, "หน้าเว็บ: https://hintang.go.th/ita?id=1\n");
  cli_fixture_run (self, 0, "evidence", REGISTER, "list", "--json", NULL);
  cli_assert_contains (self->output, "\"media_type\": \"application/pdf\"");
  cli_assert_contains (self->output, "\"url\": \"https://hintang.go.th/ita?id=1\"");
  cli_fixture_run (self, 0, "show", REGISTER, "--json", NULL);
  cli_assert_contains (self->output, "\"attachments\": [\n");
  cli_fixture_run (self, 0, "evidence", REGISTER, "1", "extract", "2", "copy.pdf", NULL);
  copy = cli_fixture_read (self, "copy.pdf", NULL);
  g_assert_cmpstr (copy, ==, PDF);
  cli_fixture_run (self, 1, "evidence", REGISTER, "1", "extract", "2", "copy.pdf", NULL);
  cli_assert_contains (self->errors, "is there already");
  cli_fixture_run (self, 0, "evidence", REGISTER, "1", "extract", "2", "copy.pdf", "--replace", NULL);
  cli_fixture_run (self, 1, "evidence", REGISTER, "1", "extract", "1", NULL);
  cli_assert_contains (self->errors, "is a link and no file");
  cli_fixture_run (self, 0, "evidence", REGISTER, "1", "remove", "2", "--as", HEAD, NULL);
  cli_fixture_run (self, 0, "history", REGISTER, "1", NULL);
  cli_assert_contains (self->output, "attachments of measure 1");
  cli_fixture_run (self, 0, "undo", REGISTER, NULL);
  cli_fixture_run (self, 0, "evidence", REGISTER, "1", "list", "--division", "กองคลัง", NULL);
  cli_assert_contains (self->output, "หลักฐาน.pdf");
  g_assert_null (strstr (self->output, "https://"));
}

static void
test_order (CliFixture    *self,
            gconstpointer  data)
{
  make_register (self);
  cli_fixture_run (self, 0, "evidence", REGISTER, "2", "add", "https://a.go.th", "https://b.go.th", "https://c.go.th", NULL);
  cli_assert_contains (self->output, "3 pieces of evidence added");
  cli_fixture_run (self, 0, "evidence", REGISTER, "2", "move", "3", "1", NULL);
  cli_fixture_run (self, 0, "evidence", REGISTER, "2", "list", "--links", NULL);
  g_assert_cmpstr (self->output, ==, "https://c.go.th\nhttps://a.go.th\nhttps://b.go.th\n");
  cli_fixture_run (self, 1, "evidence", REGISTER, "2", "move", "1", "4", NULL);
  cli_fixture_run (self, 0, "undo", REGISTER, NULL);
  cli_fixture_run (self, 0, "undo", REGISTER, NULL);
  cli_fixture_run (self, 0, "evidence", REGISTER, "2", "list", NULL);
  g_assert_cmpstr (self->output, ==, "");
}

static void
test_refusals (CliFixture    *self,
               gconstpointer  data)
{
  static const struct
  {
    const char *words[7];
    int status;
    const char *error;
  } rows[] = {
    { { "1", "add", "javascript:alert(1)" }, 1, "only links that begin with https://" },
    { { "1", "add", "../gone.pdf" }, 1, "is not there" },
    { { "1", "add", "หลักฐาน.pdf", "../gone.pdf" }, 1, "is not there" },
    { { "1", "add", "." }, 1, "folder" },
    { { "1", "add", "fake.jpg" }, 1, "unknown kind" },
    { { "1", "add", "https://a.go.th", "--step", "9" }, 1, "--step 9: there are 2" },
    { { "1", "add", "https://a.go.th", "--as", VIEWER }, 1, "evidence of measure 1" },
    { { "2", "add", "https://a.go.th", "--as", HEAD, "--division=สำนักปลัด" }, 1, "evidence of measure 2" },
    { { "9", "add", "https://a.go.th" }, 1, "9" },
    { { "1", "add" }, 2, "say which files or links" },
    { { "1", "remove", "1" }, 1, "the list has 0" },
    { { "1", "list", "x" }, 2, "no more words" },
    { { "1", "add", "https://a.go.th", "--json" }, 2, "belong to the list" },
    { { "1", "list", "--caption", "x" }, 2, "belong to evidence that is added" },
    { { "1", "add", "https://a.go.th", "--step", "1", "--result", "1" }, 2, "not both" },
    { { "1", "burn", "1" }, 2, "burn" },
    { { "add" }, 2, "say which files or links" },
  };

  make_register (self);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const char *const *w = rows[i].words;

      g_test_message ("%u", i);
      cli_fixture_run (self, rows[i].status, "evidence", REGISTER, w[0], w[1], w[2], w[3], w[4], w[5], w[6], NULL);
      cli_assert_contains (self->errors, rows[i].error);
    }
  cli_fixture_run (self, 0, "evidence", REGISTER, "list", NULL);
  g_assert_cmpstr (self->output, ==, "");
}

static void
write_picture (CliFixture *self,
               const char *name,
               const char *type,
               int         width,
               int         height)
{
  g_autoptr (GdkPixbuf) picture = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, width, height);
  g_autofree char *path = cli_fixture_path (self, name);
  guint8 *pixels = gdk_pixbuf_get_pixels (picture);

  for (gsize i = 0; i < gdk_pixbuf_get_byte_length (picture); i++)
    pixels[i] = (guint8) (i * 7919 >> 5);
  g_assert_true (gdk_pixbuf_save (picture, path, type, NULL, NULL));
}

/* Half of a file. */
static void
cut (CliFixture *self,
     const char *name,
     const char *half)
{
  g_autofree char *path = cli_fixture_path (self, half);
  gsize length = 0;
  g_autofree char *data = cli_fixture_read (self, name, &length);

  g_assert_true (g_file_set_contents (path, data, (gssize) length / 2, NULL));
}

/* "image 1772 …": the pictures of a PDF as pdfimages lists them; %NULL where that is not installed. */
static char *
list_pictures (CliFixture *self)
{
  g_autofree char *program = g_find_program_in_path ("pdfimages");

  if (program == NULL)
    return NULL;
  cli_fixture_run_program (self, 0, NULL, NULL, (const char *const[]) { "pdfimages", "-list", "annex.pdf", NULL });
  return g_strdup (self->output);
}

/* Who has the paper read out hears what each picture shows. */
static void
assert_described (CliFixture *self,
                  const char *name)
{
  g_autofree char *path = cli_fixture_path (self, name);
  g_autofree char *program = g_find_program_in_path ("unzip");

  if (program == NULL)
    return;
  cli_fixture_run_program (self, 0, NULL, NULL, (const char *const[]) { "unzip", "-p", path, "word/document.xml", NULL });
  cli_assert_contains (self->output, "descr=\"ภาคผนวกที่ ๑  ใหญ่.jpg\"");
  cli_assert_contains (self->output, "descr=\"ภาคผนวกที่ ๒  เล็ก.jpg\"");
  g_assert_null (strstr (self->output, "descr=\"ตรา\""));
}

/* A large photograph is made as fine as paper, and stays a JPEG; a small one keeps its bytes; what is damaged is listed
 * as a file and spoils nothing. */
static void
test_annex (CliFixture    *self,
            gconstpointer  data)
{
  g_autofree char *pictures = NULL;

  make_register (self);
  cli_fixture_run (self, 0, "report", REGISTER, "--kind", "annex", "--output", "annex.pdf", "--round", "first-half", NULL);
  write_picture (self, "ใหญ่.jpg", "jpeg", 4000, 3000);
  write_picture (self, "เล็ก.jpg", "jpeg", 400, 300);
  write_picture (self, "ขาด.png", "png", 300, 300);
  cut (self, "ขาด.png", "ครึ่ง.png");
  cli_fixture_run (self, 0, "evidence", REGISTER, "1", "add", "ใหญ่.jpg", "เล็ก.jpg", "ครึ่ง.png", "หลักฐาน.pdf",
                   "https://hintang.go.th/ita", NULL);
  cli_fixture_run (self, 0, "report", REGISTER, "--kind", "annex", "--output", "annex.pdf", "--round", "first-half", NULL);
  cli_fixture_run (self, 0, "report", REGISTER, "--kind", "annex", "--output", "annex.docx", "--round", "first-half", NULL);
  assert_described (self, "annex.docx");
  pictures = list_pictures (self);
  if (pictures == NULL)
    {
      g_test_skip ("pdfimages is not installed");
      return;
    }
  cli_assert_contains (pictures, "1496  1122");
  cli_assert_contains (pictures, "400   300");
  cli_assert_contains (pictures, "jpeg");
  cli_fixture_run_program (self, 0, NULL, NULL, (const char *const[]) { "pdftotext", "-raw", "annex.pdf", "-", NULL });
  cli_assert_contains (self->output, "ภาคผนวกที่ ๑ ใหญ่.jpg");
  cli_assert_contains (self->output, "ภาคผนวกที่ ๕ https://hintang.go.th/ita");
  cli_assert_contains (self->output, "หลักฐาน.pdf (PDF");
  cli_assert_contains (self->output, "แสดงภาพนี้ไม่ได้");
}

/* A confirmed annex says which evidence it shows: a version with other evidence is another. */
static void
test_sealed_annex (CliFixture    *self,
                   gconstpointer  data)
{
  make_register (self);
  cli_fixture_run (self, 0, "set", REGISTER, "1", "results", "อบรมแล้ว", NULL);
  cli_fixture_run (self, 0, "set", REGISTER, "2", "results", "ครบ", NULL);
  cli_fixture_run (self, 0, "set", REGISTER, "1", "results", "ครบ", "--division", "กองคลัง", NULL);
  write_picture (self, "ภาพ.jpg", "jpeg", 400, 300);
  cli_fixture_run (self, 0, "evidence", REGISTER, "1", "add", "ภาพ.jpg", "https://hintang.go.th/ita", "--step", "2", NULL);
  cli_fixture_run (self, 0, "evidence", REGISTER, "1", "add", "หลักฐาน.pdf", "--division=กองคลัง", NULL);
  cli_fixture_run (self, 0, "seal", REGISTER, "--kind", "annex", "--round", "first-half", "--output", "v1.pdf", NULL);
  cli_fixture_run (self, 0, "verify", "v1.pdf", "--against", REGISTER, NULL);
  cli_assert_contains (self->output, "equals version 1");
  cli_fixture_run (self, 0, "compare", REGISTER, "1", NULL);
  cli_assert_contains (self->output, "says what stands there today");
  cli_fixture_run (self, 0, "evidence", REGISTER, "1", "move", "2", "1", NULL);
  cli_fixture_run (self, 0, "evidence", REGISTER, "1", "remove", "2", NULL);
  cli_fixture_run (self, 0, "compare", REGISTER, "1", NULL);
  cli_assert_contains (self->output, "1 difference");
  cli_assert_contains (self->output, "measure 1, attachments: “ภาพ.jpg · ");
  cli_assert_contains (self->output, " · อบรม / https://hintang.go.th/ita · อบรม” → “https://hintang.go.th/ita · อบรม”");
  cli_fixture_run (self, 0, "evidence", REGISTER, "1", "remove", "2", NULL);
  cli_fixture_run (self, 0, "seal", REGISTER, "--kind", "annex", "--round", "first-half", "--output", "v2.pdf", "--corrects",
                   "1", "--reason", "ผิดภาพ", NULL);
  cli_fixture_run (self, 0, "compare", REGISTER, "1", "2", NULL);
  cli_assert_contains (self->output, "measure 1, attachments (กองคลัง): “หลักฐาน.pdf · ");
  /* The file of the first version is still there, and so are the pictures it was made of. */
  cli_fixture_run (self, 0, "verify", "v1.pdf", "--against", REGISTER, NULL);
  cli_assert_contains (self->output, "equals version 1");
  cli_fixture_run (self, 0, "check", REGISTER, NULL);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  cli_add_test ("/cli/evidence/way", test_way);
  cli_add_test ("/cli/evidence/order", test_order);
  cli_add_test ("/cli/evidence/refusals", test_refusals);
  cli_add_test ("/cli/evidence/annex", test_annex);
  cli_add_test ("/cli/evidence/sealed-annex", test_sealed_annex);
  return g_test_run ();
}
