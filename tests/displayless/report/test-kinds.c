/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-report.h"

#include <cairo.h>
#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#include "mattra-data.h"
#include "mattra-error.h"
#include "mattra-organisation.h"
#include "mattra-pdf.h"

#define OFFICE "องค์การบริหารส่วนตำบลโนนตัวอย่าง"
#define CHIEF "นายก" OFFICE
#define CLERK "นางสาวสมใจ ใจดี"

/* A plan with its measures, and a folder for what is printed. */
typedef struct
{
  MattraPlan *plan;
  GPtrArray  *measures;
  char       *folder;
  char       *path;
} Fixture;

static void
set_up_bare (Fixture       *self,
             gconstpointer  data)
{
  MattraOrganisation *organisation;

  self->plan = mattra_plan_new (2566);
  organisation = mattra_plan_get_organisation (self->plan);
  g_free (organisation->name);
  organisation->name = g_strdup (OFFICE);
  self->measures = g_ptr_array_new_with_free_func (g_object_unref);
  self->folder = g_dir_make_tmp ("mattra-kinds-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "paper.pdf", NULL);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_unlink (self->path);
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->folder);
  g_free (self->path);
  g_ptr_array_unref (self->measures);
  g_object_unref (self->plan);
}

static void
set_divisions (Fixture           *self,
               const char *const *names)
{
  g_autoptr (GPtrArray) divisions = g_ptr_array_new_with_free_func ((GDestroyNotify) mattra_division_free);
  g_autoptr (MattraDivisionList) list = NULL;

  for (guint i = 0; names[i]; i++)
    {
      MattraDivision *division = mattra_division_new (names[i]);

      g_free (division->id);
      division->id = g_strdup_printf ("division-%u", i);
      g_ptr_array_add (divisions, division);
    }
  list = mattra_division_list_new (divisions);
  mattra_plan_set_divisions (self->plan, list);
}

static MattraMeasure *
add_measure (Fixture    *self,
             const char *title,
             const char *division)
{
  MattraMeasure *measure = mattra_measure_new ();
  MattraParty *party = mattra_party_new (division ? division : "ผู้ดูแลเว็บไซต์");

  mattra_measure_set_number (measure, (int) self->measures->len + 1);
  mattra_measure_set_title (measure, title);
  mattra_measure_set_period_text (measure, "ต.ค. 65 - มี.ค. 66");
  mattra_measure_set_period_start (measure, mattra_date_make (2022, 10, 1));
  mattra_measure_set_period_end (measure, mattra_date_make (2023, 3, 31));
  mattra_measure_take_item (measure, MATTRA_ITEM_STEP, mattra_item_new ("ประกาศแผน"));
  if (division)
    g_ptr_array_add (party->divisions, g_strdup (division));
  mattra_measure_take_party (measure, party);
  g_ptr_array_add (self->measures, measure);
  return measure;
}

static void
add_signer (Fixture    *self,
            const char *name,
            const char *role,
            const char *post,
            const char *acting)
{
  MattraSigner *signer = mattra_signer_new (name);

  signer->id = g_strdup_printf ("signer-%u", mattra_plan_get_signers (self->plan)->len);
  signer->role = g_strdup (role);
  signer->post = g_strdup (post);
  signer->acting = g_strdup (acting);
  g_ptr_array_add (mattra_plan_get_signers (self->plan), signer);
}

static MattraPaper *
add_paper (Fixture    *self,
           const char *kind,
           const char *number,
           MattraDate  day)
{
  MattraPaper *paper = mattra_paper_new (kind);

  paper->number = g_strdup (number);
  paper->day = day;
  g_ptr_array_add (mattra_plan_get_papers (self->plan), paper);
  return paper;
}

static void
add_people (Fixture *self)
{
  add_signer (self, CLERK, "ผู้รายงาน", "นิติกรชำนาญการ", NULL);
  add_signer (self, "นายเดช กล้าหาญ", "ผู้ตรวจสอบ", "ผู้อำนวยการกองคลัง", "รักษาราชการแทน ปลัด" OFFICE);
  add_signer (self, "นายสมชาย ใจกล้า", "ผู้อนุมัติ", CHIEF, NULL);
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  MattraMeasure *answered;
  MattraAnswer *answer;

  set_up_bare (self, data);
  set_divisions (self, (const char *const[]) { "สำนักปลัด", "กองคลัง", "หน่วยตรวจสอบภายใน", NULL });
  answered = add_measure (self, "การใช้งบประมาณ", "division-1");
  add_measure (self, "การใช้ทรัพย์สินของราชการ", "division-1");
  add_measure (self, "การประชาสัมพันธ์", "division-0");
  add_measure (self, "การปรับปรุงเว็บไซต์", NULL);
  mattra_measure_set_ita_indicator (answered, 2);
  answer = mattra_measure_ensure_answer (answered, MATTRA_ROUND_FIRST_HALF, "division-1");
  mattra_answer_set_stated (answer, MATTRA_STATUS_DONE);
  mattra_answer_take_item (answer, MATTRA_ITEM_RESULT, mattra_item_new ("รายงานครบ 2 ไตรมาส"));
  add_people (self);
  mattra_plan_get_round (self->plan, MATTRA_ROUND_FIRST_HALF)->answers_due = mattra_date_make (2023, 3, 15);
}

static MattraReportOptions
options_for (const char *kind)
{
  MattraReportOptions options = { kind, MATTRA_ROUND_FIRST_HALF, NULL, MATTRA_DIGITS_THAI };

  options.today = mattra_date_make (2023, 4, 5);
  return options;
}

static MattraDocument *
build (Fixture                    *self,
       const MattraReportOptions  *options,
       GError                    **error)
{
  g_autoptr (MattraMeasureSource) source = mattra_measure_array_new (self->measures);

  return mattra_report_build (self->plan, source, options, error);
}

static MattraLayout *
lay_out (MattraDocument  *document,
         GError         **error)
{
  g_autofree char *fonts = mattra_data_find ("fonts", NULL);
  g_autofree char *dictionary = mattra_data_find ("dictionary", NULL);
  g_autoptr (MattraTypesetter) typesetter = mattra_typesetter_new (fonts, dictionary, NULL);

  return mattra_layout_new (document, typesetter, error);
}

/* Prints to the fixture's path and gives the number of pages. */
static guint
print_document (Fixture        *self,
                MattraDocument *document)
{
  const MattraPdfOptions pdf_options = { .tags = TRUE };
  g_autoptr (GError) error = NULL;
  g_autoptr (MattraLayout) layout = lay_out (document, &error);

  g_assert_no_error (error);
  mattra_pdf_write (layout, self->path, &pdf_options, &error);
  g_assert_no_error (error);
  return mattra_layout_get_n_pages (layout);
}

static guint
print (Fixture                   *self,
       const MattraReportOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MattraDocument) document = build (self, options, &error);

  g_assert_no_error (error);
  return print_document (self, document);
}

/* What a program says; %NULL, said aloud, where it is not installed. */
static char *
ask (const char *program,
     ...)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autofree char *found = g_find_program_in_path (program);
  char *output = NULL;
  va_list rest;

  if (found == NULL)
    {
      g_test_skip_printf ("%s is not installed", program);
      return NULL;
    }
  g_ptr_array_add (words, found);
  va_start (rest, program);
  for (char *word = va_arg (rest, char *); word; word = va_arg (rest, char *))
    g_ptr_array_add (words, word);
  va_end (rest);
  g_ptr_array_add (words, NULL);
  g_assert_true (g_spawn_sync (NULL, (char **) words->pdata, NULL, G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &output,
                               NULL, NULL, NULL));
  return output;
}

/* A text without the spaces and line ends, at which lines part words. */
static char *
squeeze (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \n\f", -1);

  return g_strjoinv ("", words);
}

static char *
printed_text (Fixture *self)
{
  g_autofree char *text = ask ("pdftotext", "-raw", self->path, "-", NULL);

  return text ? squeeze (text) : NULL;
}

static guint
count (const char *text,
       const char *part)
{
  guint n = 0;

  for (const char *p = text; (p = strstr (p, part)); p += strlen (part))
    n++;
  return n;
}

static void
assert_says (const char *said,
             const char *words,
             gboolean    wanted)
{
  g_autofree char *text = squeeze (said);
  g_autofree char *part = squeeze (words);

  if ((count (text, part) > 0) != wanted)
    g_error ("“%s” %s in: %s", part, wanted ? "is not" : "is", text);
}

typedef struct
{
  const char *kind;
  const char *division;
  const char *says[12];
  const char *not[6];
} Expected;

static const Expected expected[] = {
  { "memo", NULL,
    { "บันทึกข้อความ", "สำนักปลัด " OFFICE, "เรียน " CHIEF, "จำนวน ๔ มาตรการ", "(" CLERK ")",
      "ความเห็นของปลัด" OFFICE, "รักษาราชการแทน", "คำสั่ง" CHIEF, "(นายสมชาย ใจกล้า)" },
    { "ความเห็นของผู้อำนวยการกองคลัง", "(ลงชื่อ)", "{", "[" } },
  { "request", "division-1",
    { "เรียน ผู้อำนวยการกองคลัง", "ขอให้รายงานผล", "จำนวน ๒ มาตรการ", "ภายในวันที่ ๑๕ มีนาคม ๒๕๖๖", "(นายเดช กล้าหาญ)",
      "แบบรายงานผล", "การใช้ทรัพย์สินของราชการ", "รายงานครบ ๒ ไตรมาส", "ผู้รายงาน" },
    { "การประชาสัมพันธ์", "การปรับปรุงเว็บไซต์", "{", "- ๔ -" } },
  { "announcement", NULL,
    { "ประกาศ" OFFICE, "เรื่อง มาตรการส่งเสริมคุณธรรม", "จึงประกาศมาให้ทราบ", "ประกาศ ณ วันที่ .", "บัญชีแนบท้ายประกาศ",
      "การปรับปรุงเว็บไซต์", "(นายสมชาย ใจกล้า)", "- ๒ -" },
    { "(ลงชื่อ)", "รายงานครบ", "{" } },
  { "order", NULL,
    { "คำสั่ง" OFFICE, "แต่งตั้งคณะทำงาน", "ปลัด" OFFICE, "ประธานคณะทำงาน", "หัวหน้าสำนักปลัด", "นายเดช กล้าหาญ",
      "หัวหน้าหน่วยตรวจสอบภายใน", CLERK, "คณะทำงานและเลขานุการ", "สั่ง ณ วันที่ ." },
    { "(ลงชื่อ)", "{" } },
  { "division", NULL,
    { "แบบรายงานผล", "ส่งเลขานุการคณะทำงานภายในวันที่ ๑๕ มีนาคม ๒๕๖๖", "หัวหน้าสำนักปลัด", "(นายเดช กล้าหาญ)", "รายงานครบ ๒ ไตรมาส",
      "ยังไม่ได้ดำเนินการ", "การประชาสัมพันธ์" },
    { "หน่วยตรวจสอบภายใน", "เว็บไซต์", "{", "- ๓ -" } },
  { "late", NULL,
    { "ข้อมูล ณ วันที่ ๕ เมษายน ๒๕๖๖", "รวม ๓ รายการ", "สำนักปลัด", "กองคลัง", "ยังไม่ระบุส่วนราชการ", "ยังไม่รายงานผลล่าช้ากว่ากำหนด",
      "๑๕ มี.ค. ๒๕๖๖", "๒๑" },
    { "การใช้งบประมาณ", "หน่วยตรวจสอบภายใน", "{" } },
  { "minutes-table", NULL,
    { "ระเบียบวาระที่ ๑", "ระเบียบวาระที่ ๕", "๔.๔", "สถานะ: ดำเนินการแล้วเสร็จ", "รายงานครบ ๒ ไตรมาส", "มติที่ประชุม",
      "ผู้จดรายงานการประชุม" },
    { "{" } },
  { "signature-sheet", NULL,
    { "ใบลงนาม", "ลายมือชื่อ", CLERK, "นายเดช กล้าหาญ", "นายสมชาย ใจกล้า", "ประธานคณะทำงาน" },
    { "{" } },
  { "measures", NULL, { "มาตรการส่งเสริมคุณธรรม", "การใช้งบประมาณ" }, { "การวิเคราะห์ผลการประเมิน", "รายงานครบ" } },
  { "results", NULL, { "รายงานผลการดำเนินการ", "รายงานครบ ๒ ไตรมาส" }, { "{" } },
};

static void
test_texts (Fixture       *self,
            gconstpointer  data)
{
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      MattraReportOptions options = options_for (expected[i].kind);
      g_autofree char *text = NULL;

      options.division = expected[i].division;
      print (self, &options);
      text = printed_text (self);
      for (guint k = 0; text && expected[i].says[k]; k++)
        assert_says (text, expected[i].says[k], TRUE);
      for (guint k = 0; text && expected[i].not[k]; k++)
        assert_says (text, expected[i].not[k], FALSE);
    }
}

/* Every kind gives a sound file, and the same bytes in any language and time zone. */
static void
test_files (Fixture       *self,
            gconstpointer  data)
{
  static const char *const places[][2] = { { "C.UTF-8", "UTC" }, { "th_TH.UTF-8", "Asia/Bangkok" }, { "C", "America/Lima" } };
  g_autofree const char **kinds = mattra_report_list_kinds ();

  for (guint i = 0; kinds[i]; i++)
    {
      MattraReportOptions options = options_for (kinds[i]);
      g_autofree char *first = NULL;
      g_autofree char *check = NULL;
      gsize first_size = 0;

      options.division = g_str_equal (kinds[i], "request") ? "division-1" : NULL;
      for (guint k = 0; k < G_N_ELEMENTS (places); k++)
        {
          g_autofree char *bytes = NULL;
          gsize size;

          setlocale (LC_ALL, places[k][0]);
          g_setenv ("TZ", places[k][1], TRUE);
          print (self, &options);
          g_assert_true (g_file_get_contents (self->path, &bytes, &size, NULL));
          if (k == 0)
            {
              first = g_steal_pointer (&bytes);
              first_size = size;
            }
          else
            g_assert_cmpmem (first, first_size, bytes, size);
        }
      setlocale (LC_ALL, "C.UTF-8");
      g_setenv ("TZ", "UTC", TRUE);
      check = ask ("qpdf", "--check", self->path, NULL);
      if (check)
        assert_says (check, "No syntax or stream encoding errors found", TRUE);
    }
}

/* What is recorded of papers stands on them and is cited by others, also where it became known later. */
static void
test_papers (Fixture       *self,
             gconstpointer  data)
{
  static const char *const kinds[] = { MATTRA_PAPER_ORDER, MATTRA_PAPER_ANNOUNCEMENT, MATTRA_PAPER_MEMO };
  static const char *const heads[] = { "ที่ ๑๒/๒๕๖๖", "ประกาศ ณ วันที่ ๙ ธันวาคม พ.ศ. ๒๕๖๕", "ที่ ขก ๗๖๙๐๑/๑๒๓วันที่ ๗ เมษายน ๒๕๖๖" };
  MattraReportOptions options = options_for ("memo");
  g_autofree char *before = NULL;
  g_autofree char *memo = NULL;

  print (self, &options);
  before = printed_text (self);
  if (before == NULL)
    return;
  assert_says (before, "ตามคำสั่ง", FALSE);
  add_paper (self, kinds[0], "12/2566", mattra_date_make (2022, 12, 9));
  add_paper (self, kinds[1], NULL, mattra_date_make (2022, 12, 9))->subject = g_strdup ("มาตรการประจำปี");
  add_paper (self, kinds[2], "ขก 76901/123", mattra_date_make (2023, 4, 7))->round = MATTRA_ROUND_FIRST_HALF;
  print (self, &options);
  memo = printed_text (self);
  assert_says (memo, "ตามคำสั่ง" OFFICE " ที่ ๑๒/๒๕๖๖ ลงวันที่ ๙ ธันวาคม ๒๕๖๕", TRUE);
  assert_says (memo, "ตามประกาศ" OFFICE " เรื่อง มาตรการประจำปี", TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      MattraReportOptions own = options_for (kinds[i]);
      g_autofree char *text = NULL;

      print (self, &own);
      text = printed_text (self);
      assert_says (text, heads[i], TRUE);
    }
}

/* Own columns, widths, title, cover, text and signers of a kind, that other kinds don't follow. */
static void
test_settings (Fixture       *self,
               gconstpointer  data)
{
  MattraReportOptions options = options_for ("results");
  g_autofree char *text = NULL;
  g_autofree char *other = NULL;

  mattra_plan_set_setting (self->plan, "results/columns", "results title");
  mattra_plan_set_setting (self->plan, "results/widths", "200 57");
  mattra_plan_set_setting (self->plan, "results/title", "ผลงานปี {ปีงบประมาณ}");
  mattra_plan_set_setting (self->plan, "results/cover", "เล่มที่ 1\n\nสำนักของเรา");
  mattra_plan_set_setting (self->plan, "results/preface", "เสนอ {ผู้บริหาร}");
  mattra_plan_set_setting (self->plan, "results/signers", "signer-2 signer-0");
  print (self, &options);
  text = printed_text (self);
  if (text == NULL)
    return;
  assert_says (text, "ผลการดำเนินการมาตรการ", TRUE);
  assert_says (text, "ผลงานปี ๒๕๖๖", TRUE);
  assert_says (text, "เล่มที่ ๑สำนักของเรา", TRUE);
  assert_says (text, "เสนอ " CHIEF, TRUE);
  assert_says (text, "ผู้รับผิดชอบ", FALSE);
  assert_says (text, "นายเดช", FALSE);
  g_assert_true (strstr (text, "นายสมชาย") < strstr (text, "นางสาวสมใจ"));
  options.kind = "measures";
  print (self, &options);
  other = printed_text (self);
  assert_says (other, "ผู้รับผิดชอบ", TRUE);
  assert_says (other, "เล่มที่", FALSE);
  mattra_plan_set_setting (self->plan, "measures/cover", "none");
  g_assert_cmpuint (print (self, &options), ==, 1);
}

static void
test_analysis (Fixture       *self,
               gconstpointer  data)
{
  MattraReportOptions options = options_for ("measures");
  GPtrArray *scores = mattra_plan_get_scores (self->plan);
  g_autofree char *text = NULL;
  g_autofree char *own = NULL;

  g_ptr_array_add (scores, mattra_indicator_score_new (1, "การปฏิบัติหน้าที่", 95));
  g_ptr_array_add (scores, mattra_indicator_score_new (2, "การใช้งบประมาณ", 84.995));
  g_ptr_array_add (scores, mattra_indicator_score_new (3, "การใช้อำนาจ", 61.5));
  g_ptr_array_add (scores, mattra_indicator_score_new (4, "การใช้ทรัพย์สินของราชการ", -1));
  print (self, &options);
  text = printed_text (self);
  if (text == NULL)
    return;
  assert_says (text, "ปีงบประมาณ พ.ศ. ๒๕๖๕", TRUE);
  assert_says (text, "๙๕.๐๐รักษาระดับ", TRUE);
  assert_says (text, "๖๑.๕๐แก้ไขโดยเร่งด่วน", TRUE);
  assert_says (text, "มาตรการที่ ๑", TRUE);
  assert_says (text, "๔. การใช้ทรัพย์สิน", FALSE);
  mattra_plan_set_setting (self->plan, MATTRA_SETTING_CLASSES, "60 ผ่าน\n0 ไม่ผ่าน");
  mattra_plan_set_setting (self->plan, MATTRA_SETTING_POINTS "3", "ชี้แจงหลักเกณฑ์");
  print (self, &options);
  own = printed_text (self);
  assert_says (own, "๖๑.๕๐ผ่านชี้แจงหลักเกณฑ์", TRUE);
}

static void
test_members (Fixture       *self,
              gconstpointer  data)
{
  MattraReportOptions options = options_for ("order");
  g_autofree char *text = NULL;

  for (guint i = 0; i < 3; i++)
    {
      MattraMember *member = mattra_member_new ("คณะทำงาน");

      member->name = g_strdup_printf ("นายคนที่ %u", i + 1);
      member->post = g_strdup ("ผู้แทนชุมชน");
      g_ptr_array_add (mattra_plan_get_members (self->plan), member);
    }
  mattra_plan_set_setting (self->plan, MATTRA_SETTING_ORDER_DUTIES, "ประชุมทุกเดือน\nรายงานผล");
  print (self, &options);
  text = printed_text (self);
  if (text == NULL)
    return;
  assert_says (text, "๓.นายคนที่ ๓ผู้แทนชุมชนคณะทำงาน", TRUE);
  assert_says (text, "๒. รายงานผล", TRUE);
  assert_says (text, "ประธานคณะทำงาน", FALSE);
  assert_says (text, "ปฏิบัติงานอื่น", FALSE);
}

/* Several papers in one file: each counts its own pages, or all are counted together. */
static void
test_several (Fixture       *self,
              gconstpointer  data)
{
  MattraReportOptions options = options_for ("memo,measures,signature-sheet");
  g_autofree char *separate = NULL;
  g_autofree char *continuous = NULL;
  g_autofree char *outline = NULL;

  g_assert_cmpuint (print (self, &options), ==, 5);
  separate = printed_text (self);
  outline = ask ("mutool", "show", self->path, "outline", NULL);
  options.numbering = MATTRA_NUMBERING_CONTINUOUS;
  g_assert_cmpuint (print (self, &options), ==, 5);
  continuous = printed_text (self);
  if (separate == NULL)
    return;
  assert_says (separate, "- ๒ -", TRUE);
  assert_says (separate, "- ๓ -", FALSE);
  assert_says (continuous, "- ๕ -", TRUE);
  assert_says (continuous, "- ๔ -", TRUE);
  if (outline)
    {
      assert_says (outline, "บันทึกข้อความ", TRUE);
      assert_says (outline, "ใบลงนาม", TRUE);
    }
}

static cairo_status_t
append (void                *closure,
        const unsigned char *data,
        unsigned int         length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static GBytes *
make_png (int width,
          int height)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  GByteArray *bytes = g_byte_array_new ();
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 0.6, 0.1, 0.1);
  cairo_arc (cr, width / 2.0, height / 2.0, MIN (width, height) / 2.0 - 1, 0, 7);
  cairo_fill (cr);
  cairo_destroy (cr);
  g_assert_cmpint (cairo_surface_write_to_png_stream (surface, append, bytes), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}

static GBytes *
make_jpeg (void)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 120, 100);
  g_autoptr (GError) error = NULL;
  char *bytes;
  gsize size;

  gdk_pixbuf_fill (pixbuf, 0x206080ff);
  gdk_pixbuf_save_to_buffer (pixbuf, &bytes, &size, "jpeg", &error, NULL);
  g_assert_no_error (error);
  return g_bytes_new_take (bytes, size);
}

static gboolean
file_holds (Fixture *self,
            GBytes  *part)
{
  g_autofree char *bytes = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (self->path, &bytes, &size, NULL));
  return memmem (bytes, size, g_bytes_get_data (part, NULL), g_bytes_get_size (part)) != NULL;
}

/* Emblems of any shape are printed; a JPEG's bytes go into the file as they are. */
static void
test_emblems (Fixture       *self,
              gconstpointer  data)
{
  static const char *const kinds[] = { "memo", "results", "announcement", "order" };
  static const int shapes[][2] = { { 300, 320 }, { 4000, 40 }, { 40, 4000 }, { 1, 1 } };
  g_autoptr (GBytes) jpeg = make_jpeg ();

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      MattraReportOptions options = options_for (kinds[i]);
      guint bare = print (self, &options);

      for (guint k = 0; k < G_N_ELEMENTS (shapes); k++)
        {
          g_autoptr (GBytes) png = make_png (shapes[k][0], shapes[k][1]);

          options.emblem = options.garuda = png;
          g_assert_cmpuint (print (self, &options), >=, bare);
        }
      options.emblem = options.garuda = jpeg;
      print (self, &options);
      g_assert_true (file_holds (self, jpeg));
    }
}

/* An emblem that is none is named, and nothing is printed. */
static void
test_broken_emblems (Fixture       *self,
                     gconstpointer  data)
{
  g_autoptr (GBytes) whole = make_png (300, 320);
  g_autoptr (GBytes) jpeg = make_jpeg ();
  g_autoptr (GBytes) huge = make_png (7000, 1);
  g_autoptr (GBytes) text = g_bytes_new_static ("a letter", 8);
  g_autoptr (GBytes) empty = g_bytes_new_static ("", 0);
  g_autoptr (GBytes) cut = g_bytes_new_from_bytes (whole, 0, 60);
  g_autoptr (GBytes) cut_jpeg = g_bytes_new_from_bytes (jpeg, 0, 30);
  GBytes *const broken[] = { huge, text, empty, cut, cut_jpeg };

  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      MattraReportOptions cover = options_for ("results");
      MattraReportOptions memo = options_for ("memo");
      g_autoptr (GError) error = NULL;

      cover.emblem = memo.garuda = broken[i];
      g_assert_null (build (self, &cover, &error));
      g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID);
      assert_says (error->message, "Emblem of the office", TRUE);
      g_clear_error (&error);
      g_assert_null (build (self, &memo, &error));
      g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID);
      assert_says (error->message, "Garuda", TRUE);
    }
}

/* The code on the last page can be read from paper, and stands on no text. */
static void
test_code (Fixture       *self,
           gconstpointer  data)
{
  MattraReportOptions options = options_for ("results");
  g_autoptr (GError) error = NULL;
  g_autoptr (MattraDocument) document = build (self, &options, &error);
  g_autoptr (MattraLayout) layout = NULL;
  g_autofree char *stem = g_build_filename (self->folder, "page", NULL);
  g_autofree char *picture = g_strconcat (stem, ".png", NULL);
  g_autofree char *last = NULL;
  g_autofree char *drawn = NULL;
  g_autofree char *read = NULL;
  g_autofree char *wanted = NULL;

  mattra_document_set_code (document, "MATTRA {fingerprint}");
  layout = lay_out (document, &error);
  g_assert_no_error (error);
  last = g_strdup_printf ("%u", print_document (self, document));
  drawn = ask ("pdftoppm", "-r", "300", "-gray", "-png", "-singlefile", "-f", last, self->path, stem, NULL);
  read = drawn ? ask ("zbarimg", "-q", "--raw", picture, NULL) : NULL;
  g_unlink (picture);
  wanted = g_strdup_printf ("MATTRA %s\n", mattra_layout_get_fingerprint (layout));
  if (read)
    g_assert_cmpstr (read, ==, wanted);
}

/* What asks for a choice or finds nothing says so. */
static void
test_nothing_to_print (Fixture       *self,
                       gconstpointer  data)
{
  g_autofree const char **kinds = mattra_report_list_kinds ();
  MattraReportOptions request = options_for ("request");
  g_autoptr (GError) error = NULL;

  g_assert_null (build (self, &request, &error));
  g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID);
  g_clear_error (&error);
  for (guint i = 0; kinds[i]; i++)
    {
      MattraReportOptions options = options_for (kinds[i]);
      g_autoptr (MattraDocument) document = NULL;
      gboolean needs = !g_str_equal (kinds[i], "order") && !g_str_equal (kinds[i], "signature-sheet");

      document = build (self, &options, &error);
      g_assert_true ((document == NULL) == needs);
      if (needs)
        assert_says (error->message, "choose", g_str_equal (kinds[i], "request"));
      g_clear_error (&error);
    }
}

/* Forty people sign: each has room, and the head of the sheet stands on each page. */
static void
test_many_signers (Fixture       *self,
                   gconstpointer  data)
{
  MattraReportOptions options = options_for ("signature-sheet");
  g_autofree char *sheet = NULL;
  guint n_pages;

  for (guint i = 0; i < 37; i++)
    {
      g_autofree char *name = g_strdup_printf ("นายลำดับ ที่%02u", i);

      add_signer (self, name, "ผู้รับรอง", "กรรมการ", NULL);
    }
  n_pages = print (self, &options);
  g_assert_cmpuint (n_pages, >, 1);
  sheet = printed_text (self);
  if (sheet == NULL)
    return;
  g_assert_cmpuint (count (sheet, "ลายมือชื่อ"), ==, n_pages);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    if (g_str_equal (expected[i].kind, "memo") || g_str_equal (expected[i].kind, "results"))
      {
        g_autofree char *text = NULL;

        options.kind = expected[i].kind;
        print (self, &options);
        text = printed_text (self);
        g_assert_cmpuint (count (text, "นายลำดับ"), ==, 37);
      }
}

static void
test_divisions (Fixture       *self,
                gconstpointer  data)
{
  static const guint sizes[] = { 1, 60 };

  for (guint k = 0; k < G_N_ELEMENTS (sizes); k++)
    {
      g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
      MattraReportOptions sheets = options_for ("division");
      MattraReportOptions late = options_for ("late");
      g_autofree char *text = NULL;
      g_autofree char *list = NULL;

      for (guint i = 0; i < sizes[k]; i++)
        g_ptr_array_add (names, g_strdup_printf ("กองที่%02u", i));
      g_ptr_array_add (names, NULL);
      set_divisions (self, (const char *const *) names->pdata);
      g_ptr_array_set_size (self->measures, 0);
      for (guint i = 0; i < sizes[k]; i++)
        {
          g_autofree char *id = g_strdup_printf ("division-%u", i);

          add_measure (self, "การใช้อำนาจ", id);
        }
      g_assert_cmpuint (print (self, &sheets), ==, sizes[k]);
      text = printed_text (self);
      print (self, &late);
      list = printed_text (self);
      if (text == NULL)
        return;
      assert_says (text, "- ๒ -", FALSE);
      g_assert_cmpuint (count (text, "(ลงชื่อ)"), ==, sizes[k]);
      g_assert_cmpuint (count (list, "กองที่"), ==, sizes[k]);
    }
}

/* Rows higher than a page and words wider than their columns lose nothing. */
static void
test_great_cells (Fixture       *self,
                  gconstpointer  data)
{
  static const char *const kinds[] = { "results", "division", "minutes-table", "announcement", "late" };
  MattraMeasure *measure = g_ptr_array_index (self->measures, 0);
  MattraAnswer *answer = mattra_measure_find_answer (measure, MATTRA_ROUND_FIRST_HALF, "division-1");
  g_autofree char *word = g_strnfill (300, 'w');

  for (guint i = 0; i < 90; i++)
    {
      g_autofree char *line = g_strdup_printf ("ข้อ %03u", i);

      mattra_measure_take_item (measure, MATTRA_ITEM_STEP, mattra_item_new (line));
      mattra_answer_take_item (answer, MATTRA_ITEM_RESULT, mattra_item_new (line));
    }
  mattra_measure_set_title (g_ptr_array_index (self->measures, 1), word);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      MattraReportOptions options = options_for (kinds[i]);
      g_autofree char *text = NULL;
      gboolean has_lines = !g_str_equal (kinds[i], "late");

      options.digits = MATTRA_DIGITS_WESTERN;
      print (self, &options);
      text = printed_text (self);
      if (text == NULL)
        return;
      assert_says (text, "ข้อ 089", has_lines);
      g_assert_cmpuint (count (text, "w"), >=, 300);
    }
}

static void
test_posts (void)
{
  static const char *const posts[][2] = {
    { "สำนักปลัด", "หัวหน้าสำนักปลัด" }, { "กองคลัง", "ผู้อำนวยการกองคลัง" }, { "สำนักช่าง", "ผู้อำนวยการสำนักช่าง" },
    { "สำนักปลัดเทศบาล", "หัวหน้าสำนักปลัดเทศบาล" }, { "หน่วยตรวจสอบภายใน", "หัวหน้าหน่วยตรวจสอบภายใน" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (posts); i++)
    {
      g_autofree char *post = mattra_organisation_division_post (posts[i][0]);

      g_assert_cmpstr (post, ==, posts[i][1]);
    }
}

#define add_test(name, set_up, function) \
  g_test_add ("/report/kinds/" name, Fixture, NULL, (set_up), (function), tear_down)

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  add_test ("texts", set_up, test_texts);
  add_test ("files", set_up, test_files);
  add_test ("papers", set_up, test_papers);
  add_test ("settings", set_up, test_settings);
  add_test ("analysis", set_up, test_analysis);
  add_test ("members", set_up, test_members);
  add_test ("several", set_up, test_several);
  add_test ("emblems", set_up, test_emblems);
  add_test ("broken-emblems", set_up, test_broken_emblems);
  add_test ("code", set_up, test_code);
  add_test ("nothing-to-print", set_up_bare, test_nothing_to_print);
  add_test ("many-signers", set_up, test_many_signers);
  add_test ("divisions", set_up_bare, test_divisions);
  add_test ("great-cells", set_up, test_great_cells);
  g_test_add_func ("/report/kinds/posts", test_posts);
  return g_test_run ();
}
