/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "docx-fixture.h"

#include <locale.h>
#include <string.h>

#include "mattra-error.h"

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
    { "คำสั่ง" OFFICE, "แต่งตั้งคณะทำงาน", "๑.นายเดช กล้าหาญผู้อำนวยการกองคลังรักษาราชการแทนปลัด" OFFICE "ประธานคณะทำงาน",
      "๒.....................................หัวหน้าสำนักปลัด", "๓.....................................หัวหน้าหน่วย",
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
  { "overview", NULL,
    { "สรุปภาพรวมผลการดำเนินการ", "ข้อมูล ณ วันที่ ๕ เมษายน ๒๕๖๖", "พ้นกำหนดรายงานมาแล้ว ๒๑ วัน", "สำนักปลัด", "กองคลัง",
      "ทั้งหน่วยงาน", "การปฏิบัติหน้าที่", "ระหว่างดำเนินการ (กลาง)" },
    { "{", "- ๒ -" } },
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
test_texts (PaperFixture *self,
            gconstpointer  data)
{
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      MattraReportOptions options = paper_options (expected[i].kind);
      g_autofree char *text = NULL;

      options.division = expected[i].division;
      paper_print (self, &options);
      text = paper_text (self);
      for (guint k = 0; text && expected[i].says[k]; k++)
        paper_assert_says (text, expected[i].says[k], TRUE);
      for (guint k = 0; text && expected[i].not[k]; k++)
        paper_assert_says (text, expected[i].not[k], FALSE);
    }
}

/* The Word document says the same, but for the pages' numbers and the dots that tabulators make. */
static void
test_word_texts (PaperFixture *self,
                 gconstpointer  data)
{
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      MattraReportOptions options = paper_options (expected[i].kind);
      g_autoptr (DocxFile) file = NULL;
      g_autofree char *text = NULL;

      options.division = expected[i].division;
      docx_write_kind (self, &options, self->path);
      file = docx_read (self->path);
      text = docx_text (xmlDocGetRootElement (file->text));
      for (guint k = 0; expected[i].says[k]; k++)
        if (!g_str_has_prefix (expected[i].says[k], "- "))
          paper_assert_says (text, expected[i].says[k], TRUE);
      for (guint k = 0; expected[i].not[k]; k++)
        paper_assert_says (text, expected[i].not[k], FALSE);
    }
}

/* Every kind gives a sound file, and the same bytes in any language and time zone. */
static void
test_files (PaperFixture *self,
            gconstpointer  data)
{
  static const char *const places[][2] = { { "C.UTF-8", "UTC" }, { "th_TH.UTF-8", "Asia/Bangkok" }, { "C", "America/Lima" } };
  g_autofree const char **kinds = mattra_report_list_kinds ();

  for (guint i = 0; kinds[i]; i++)
    {
      MattraReportOptions options = paper_options (kinds[i]);
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
          paper_print (self, &options);
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
      check = paper_ask ("qpdf", "--check", self->path, NULL);
      if (check)
        paper_assert_says (check, "No syntax or stream encoding errors found", TRUE);
    }
}

/* What is recorded of papers stands on them and is cited by others, also where it became known later. */
static void
test_papers (PaperFixture *self,
             gconstpointer  data)
{
  static const char *const kinds[] = { MATTRA_PAPER_ORDER, MATTRA_PAPER_ANNOUNCEMENT, MATTRA_PAPER_MEMO };
  static const char *const heads[] = { "ที่ ๑๒/๒๕๖๖", "ประกาศ ณ วันที่ ๙ ธันวาคม พ.ศ. ๒๕๖๕", "ที่ ขก ๗๖๙๐๑/๑๒๓วันที่ ๗ เมษายน ๒๕๖๖" };
  MattraReportOptions options = paper_options ("memo");
  g_autofree char *before = NULL;
  g_autofree char *memo = NULL;

  paper_print (self, &options);
  before = paper_text (self);
  if (before == NULL)
    return;
  paper_assert_says (before, "ตามคำสั่ง", FALSE);
  paper_add_record (self, kinds[0], "12/2566", mattra_date_make (2022, 12, 9));
  paper_add_record (self, kinds[1], NULL, mattra_date_make (2022, 12, 9))->subject = g_strdup ("มาตรการประจำปี");
  paper_add_record (self, kinds[2], "ขก 76901/123", mattra_date_make (2023, 4, 7))->round = MATTRA_ROUND_FIRST_HALF;
  paper_print (self, &options);
  memo = paper_text (self);
  paper_assert_says (memo, "ตามคำสั่ง" OFFICE " ที่ ๑๒/๒๕๖๖ ลงวันที่ ๙ ธันวาคม ๒๕๖๕", TRUE);
  paper_assert_says (memo, "ตามประกาศ" OFFICE " เรื่อง มาตรการประจำปี", TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      MattraReportOptions own = paper_options (kinds[i]);
      g_autofree char *text = NULL;

      paper_print (self, &own);
      text = paper_text (self);
      paper_assert_says (text, heads[i], TRUE);
    }
}

/* Own columns, widths, title, cover, text and signers of a kind, that other kinds don't follow. */
static void
test_settings (PaperFixture *self,
               gconstpointer  data)
{
  MattraReportOptions options = paper_options ("results");
  g_autofree char *text = NULL;
  g_autofree char *other = NULL;

  mattra_plan_set_setting (self->plan, "results/columns", "results title");
  mattra_plan_set_setting (self->plan, "results/widths", "200 57");
  mattra_plan_set_setting (self->plan, "results/title", "ผลงานปี {ปีงบประมาณ}");
  mattra_plan_set_setting (self->plan, "results/cover", "เล่มที่ 1\n\nสำนักของเรา");
  mattra_plan_set_setting (self->plan, "results/preface", "เสนอ {ผู้บริหาร}");
  mattra_plan_set_setting (self->plan, "results/signers", "signer-2, " CLERK);
  paper_print (self, &options);
  text = paper_text (self);
  if (text == NULL)
    return;
  paper_assert_says (text, "ผลการดำเนินการมาตรการ", TRUE);
  paper_assert_says (text, "ผลงานปี ๒๕๖๖", TRUE);
  paper_assert_says (text, "เล่มที่ ๑สำนักของเรา", TRUE);
  paper_assert_says (text, "เสนอ " CHIEF, TRUE);
  paper_assert_says (text, "ผู้รับผิดชอบ", FALSE);
  paper_assert_says (text, "นายเดช", FALSE);
  g_assert_true (strstr (text, "นายสมชาย") < strstr (text, "นางสาวสมใจ"));
  options.kind = "measures";
  paper_print (self, &options);
  other = paper_text (self);
  paper_assert_says (other, "ผู้รับผิดชอบ", TRUE);
  paper_assert_says (other, "เล่มที่", FALSE);
  mattra_plan_set_setting (self->plan, "measures/cover", "none");
  g_assert_cmpuint (paper_print (self, &options), ==, 1);
}

static void
test_analysis (PaperFixture *self,
               gconstpointer  data)
{
  MattraReportOptions options = paper_options ("measures");
  GPtrArray *scores = mattra_plan_get_scores (self->plan);
  g_autofree char *text = NULL;
  g_autofree char *own = NULL;

  g_ptr_array_add (scores, mattra_indicator_score_new (1, "การปฏิบัติหน้าที่", 95));
  g_ptr_array_add (scores, mattra_indicator_score_new (2, "การใช้งบประมาณ", 84.995));
  g_ptr_array_add (scores, mattra_indicator_score_new (3, "การใช้อำนาจ", 61.5));
  g_ptr_array_add (scores, mattra_indicator_score_new (4, "การใช้ทรัพย์สินของราชการ", -1));
  paper_print (self, &options);
  text = paper_text (self);
  if (text == NULL)
    return;
  paper_assert_says (text, "ปีงบประมาณ พ.ศ. ๒๕๖๕", TRUE);
  paper_assert_says (text, "๙๕.๐๐รักษาระดับ", TRUE);
  paper_assert_says (text, "๖๑.๕๐แก้ไขโดยเร่งด่วน", TRUE);
  paper_assert_says (text, "มาตรการที่ ๑", TRUE);
  paper_assert_says (text, "๔. การใช้ทรัพย์สิน", FALSE);
  mattra_plan_set_setting (self->plan, MATTRA_SETTING_CLASSES, "60 ผ่าน\n0 ไม่ผ่าน");
  mattra_plan_set_setting (self->plan, MATTRA_SETTING_POINTS "3", "ชี้แจงหลักเกณฑ์");
  paper_print (self, &options);
  own = paper_text (self);
  paper_assert_says (own, "๖๑.๕๐ผ่านชี้แจงหลักเกณฑ์", TRUE);
}

/* Who asks acts for the permanent secretary; the sheet is signed as head of the division. */
static void
test_own_post (PaperFixture *self,
               gconstpointer  data)
{
  MattraReportOptions options = paper_options ("request");
  g_autofree char *text = NULL;

  options.division = "division-1";
  paper_print (self, &options);
  text = paper_text (self);
  if (text)
    g_assert_cmpuint (paper_count (text, "รักษาราชการแทน"), ==, 1);
}

/* Lines on which two sign. */
static guint
count_pairs (PaperFixture *self)
{
  g_autofree char *text = paper_ask ("pdftotext", "-layout", self->path, "-", NULL);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint n = 0;

  for (guint i = 0; lines[i]; i++)
    n += paper_count (lines[i], "(ลงชื่อ)") == 2;
  return n;
}

/* Everybody who can sign: with a rank before the line and the name without it, for another post in a line of its own,
 * where nobody holds the post yet, and in office on the day only; a block or two a row, with a line for the day or
 * without. */
static void
test_sorts_of_signers (PaperFixture *self,
                       gconstpointer  data)
{
  static const char *const says[] = {
    "(ลงชื่อ) ว่าที่ร้อยตรี.........", ".........ผู้จัดทำ(สมชาย ใจดี)นักวิเคราะห์นโยบายและแผนชำนาญการ",
    "(นางวันดี ศรีสุข)ปลัดองค์การบริหารส่วนตำบลปฏิบัติหน้าที่นายกองค์การบริหารส่วนตำบล",
    "(นายแทน งานมาก)หัวหน้าสำนักปลัดรักษาราชการแทนผู้อำนวยการกองช่าง",
    "ผู้รับรอง(................................................)ผู้อำนวยการกองศึกษา",
  };
  static const char *const not[] = { "ว่าง", "นายเก่า", "ผู้ให้ข้อมูล" };
  MattraReportOptions options = paper_options ("results");
  GPtrArray *signers = mattra_plan_get_signers (self->plan);
  g_autofree char *text = NULL;
  g_autofree char *single = NULL;

  g_ptr_array_set_size (signers, 0);
  paper_add_signer (self, "สมชาย ใจดี", "ผู้จัดทำ", "นักวิเคราะห์นโยบายและแผนชำนาญการ", NULL);
  ((MattraSigner *) g_ptr_array_index (signers, 0))->rank = g_strdup ("ว่าที่ร้อยตรี");
  paper_add_signer (self, "นายแทน งานมาก", "ผู้ตรวจสอบ", "หัวหน้าสำนักปลัด", "รักษาราชการแทนผู้อำนวยการกองช่าง");
  paper_add_signer (self, "(ว่าง)", "ผู้ให้ข้อมูล", "ผู้อำนวยการกองช่าง", NULL);
  paper_add_signer (self, "ว่าง", "ผู้รับรอง", "ผู้อำนวยการกองศึกษา", NULL);
  paper_add_signer (self, "นายเก่า ก่อนนี้", "ผู้เห็นชอบ", "ปลัด", NULL);
  ((MattraSigner *) g_ptr_array_index (signers, 4))->until = mattra_date_make (2022, 12, 31);
  paper_add_signer (self, "นางวันดี ศรีสุข", "ผู้อนุมัติ", "ปลัดองค์การบริหารส่วนตำบล", "ปฏิบัติหน้าที่ นายกองค์การบริหารส่วนตำบล");
  mattra_plan_set_setting (self->plan, "results/" MATTRA_SETTING_KIND_BLOCKS, "1");
  mattra_plan_set_setting (self->plan, MATTRA_SETTING_KIND_DATE_LINE, "none");
  paper_print (self, &options);
  single = paper_text (self);
  if (single == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (says); i++)
    paper_assert_says (single, says[i], TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (not); i++)
    paper_assert_says (single, not[i], FALSE);
  paper_assert_says (single, "วันที่........เดือน", FALSE);
  g_assert_cmpuint (count_pairs (self), ==, 0);
  mattra_plan_set_setting (self->plan, "results/" MATTRA_SETTING_KIND_DATE_LINE, "");
  mattra_plan_set_setting (self->plan, "results/" MATTRA_SETTING_KIND_BLOCKS, "2");
  paper_print (self, &options);
  text = paper_text (self);
  g_assert_cmpuint (paper_count (text, "วันที่........เดือน"), ==, 4);
  g_assert_cmpuint (count_pairs (self), ==, 2);
}

/* Who acts for a vacant post signs for it on other papers too, and nobody is called vacant on a list. */
static void
test_vacant_posts (PaperFixture *self,
                   gconstpointer  data)
{
  static const char *const kinds[] = { "order", "memo", "signature-sheet", "announcement" };
  GPtrArray *signers = mattra_plan_get_signers (self->plan);

  g_ptr_array_set_size (signers, 0);
  paper_add_signer (self, "(ว่าง)", "ผู้ตรวจสอบ", "ปลัด" OFFICE, NULL);
  paper_add_signer (self, "(ว่าง)", NULL, CHIEF, NULL);
  paper_add_signer (self, "นายเดช กล้าหาญ", "ผู้อนุมัติ", "ผู้อำนวยการกองคลัง", "รักษาราชการแทนปลัด" OFFICE);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      MattraReportOptions options = paper_options (kinds[i]);
      g_autofree char *text = NULL;

      paper_print (self, &options);
      text = paper_text (self);
      if (text == NULL)
        return;
      paper_assert_says (text, "ว่าง", FALSE);
      if (i < 3)
        paper_assert_says (text, "นายเดช กล้าหาญ", TRUE);
    }
}

/* What ends "ดังต่อไปนี้" never ends a page. */
static void
test_kept_paragraph (PaperFixture *self,
                     gconstpointer  data)
{
  MattraReportOptions options = paper_options ("order");

  for (guint i = 0; i < 20; i++)
    {
      MattraMember *member = mattra_member_new ("คณะทำงาน");
      g_autofree char *text = NULL;

      member->name = g_strdup_printf ("นายคนที่ %u", i + 1);
      member->post = g_strdup ("ผู้แทนชุมชน");
      g_ptr_array_add (mattra_plan_get_members (self->plan), member);
      paper_print (self, &options);
      text = paper_text (self);
      if (text)
        paper_assert_says (text, "หน้าที่ดังต่อไปนี้ร่าง", FALSE);
    }
}

static void
test_members (PaperFixture *self,
              gconstpointer  data)
{
  MattraReportOptions options = paper_options ("order");
  g_autofree char *text = NULL;

  for (guint i = 0; i < 3; i++)
    {
      MattraMember *member = mattra_member_new ("คณะทำงาน");

      member->name = g_strdup_printf ("นายคนที่ %u", i + 1);
      member->post = g_strdup ("ผู้แทนชุมชน");
      g_ptr_array_add (mattra_plan_get_members (self->plan), member);
    }
  mattra_plan_set_setting (self->plan, MATTRA_SETTING_ORDER_DUTIES, "ประชุมทุกเดือน\nรายงานผล");
  paper_print (self, &options);
  text = paper_text (self);
  if (text == NULL)
    return;
  paper_assert_says (text, "๓.นายคนที่ ๓ผู้แทนชุมชนคณะทำงาน", TRUE);
  paper_assert_says (text, "๒. รายงานผล", TRUE);
  paper_assert_says (text, "ประธานคณะทำงาน", FALSE);
  paper_assert_says (text, "ปฏิบัติงานอื่น", FALSE);
}

/* Several papers in one file: each counts its own pages, or all are counted together. */
static void
test_several (PaperFixture *self,
              gconstpointer  data)
{
  MattraReportOptions options = paper_options ("memo,measures,signature-sheet");
  g_autofree char *separate = NULL;
  g_autofree char *continuous = NULL;
  g_autofree char *outline = NULL;

  g_assert_cmpuint (paper_print (self, &options), ==, 5);
  separate = paper_text (self);
  outline = paper_ask ("mutool", "show", self->path, "outline", NULL);
  options.numbering = MATTRA_NUMBERING_CONTINUOUS;
  g_assert_cmpuint (paper_print (self, &options), ==, 5);
  continuous = paper_text (self);
  if (separate == NULL)
    return;
  paper_assert_says (separate, "- ๒ -", TRUE);
  paper_assert_says (separate, "- ๓ -", FALSE);
  paper_assert_says (continuous, "- ๕ -", TRUE);
  paper_assert_says (continuous, "- ๔ -", TRUE);
  if (outline)
    {
      paper_assert_says (outline, "บันทึกข้อความ", TRUE);
      paper_assert_says (outline, "ใบลงนาม", TRUE);
    }
}

/* What asks for a choice or finds nothing says so. */
static void
test_nothing_to_print (PaperFixture *self,
                       gconstpointer  data)
{
  g_autofree const char **kinds = mattra_report_list_kinds ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; kinds[i]; i++)
    {
      MattraReportOptions options = paper_options (kinds[i]);
      g_autoptr (MattraDocument) document = NULL;
      gboolean needs = !g_str_equal (kinds[i], "order") && !g_str_equal (kinds[i], "signature-sheet");

      document = paper_build (self, &options, &error);
      g_assert_true ((document == NULL) == needs);
      if (needs)
        paper_assert_says (error->message, "There is no measure to print", TRUE);
      g_clear_error (&error);
    }
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  paper_add_test ("kinds/texts", paper_set_up, test_texts);
  paper_add_test ("kinds/word-texts", paper_set_up, test_word_texts);
  paper_add_test ("kinds/files", paper_set_up, test_files);
  paper_add_test ("kinds/papers", paper_set_up, test_papers);
  paper_add_test ("kinds/settings", paper_set_up, test_settings);
  paper_add_test ("kinds/analysis", paper_set_up, test_analysis);
  paper_add_test ("kinds/own-post", paper_set_up, test_own_post);
  paper_add_test ("kinds/sorts-of-signers", paper_set_up, test_sorts_of_signers);
  paper_add_test ("kinds/vacant-posts", paper_set_up, test_vacant_posts);
  paper_add_test ("kinds/kept-paragraph", paper_set_up, test_kept_paragraph);
  paper_add_test ("kinds/members", paper_set_up, test_members);
  paper_add_test ("kinds/several", paper_set_up, test_several);
  paper_add_test ("kinds/nothing-to-print", paper_set_up_bare, test_nothing_to_print);
  return g_test_run ();
}
