/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-report.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#include "mattra-data.h"
#include "mattra-error.h"
#include "mattra-pdf.h"

#define CLERK "นางสาวสมใจ ใจดี"
#define CHIEF "นายสมชาย ใจกล้า"

static void
set_text (char       **field,
          const char  *text)
{
  g_free (*field);
  *field = g_strdup (text);
}

static MattraSigner *
new_signer (const char *name,
            const char *role,
            const char *post,
            const char *acting,
            MattraDate  until)
{
  MattraSigner *signer = mattra_signer_new (name);

  signer->role = g_strdup (role);
  signer->post = g_strdup (post);
  signer->acting = g_strdup (acting);
  signer->until = until;
  return signer;
}

static MattraPlan *
new_plan (void)
{
  MattraPlan *plan = mattra_plan_new (2566);
  MattraOrganisation *organisation = mattra_plan_get_organisation (plan);

  set_text (&organisation->name, "องค์การบริหารส่วนตำบลโนนตัวอย่าง");
  set_text (&organisation->district, "เมือง");
  set_text (&organisation->province, "สมมุติ");
  set_text (&organisation->website, "www.example.go.th");
  return plan;
}

static void
take_items (MattraMeasure     *measure,
            MattraItemKind     kind,
            const char *const *texts)
{
  for (guint i = 0; texts[i]; i++)
    mattra_measure_take_item (measure, kind, mattra_item_new (texts[i]));
}

static MattraMeasure *
new_measure (int         number,
             const char *title)
{
  MattraMeasure *measure = mattra_measure_new ();
  MattraAnswer *answer = mattra_measure_ensure_answer (measure, MATTRA_ROUND_FIRST_HALF, NULL);

  mattra_measure_set_number (measure, number);
  mattra_measure_set_title (measure, title);
  mattra_measure_set_period_text (measure, "ต.ค. 65 - มี.ค. 66");
  mattra_measure_take_party (measure, mattra_party_new ("ทุกส่วนราชการ"));
  take_items (measure, MATTRA_ITEM_STEP, (const char *const[]) { "ประกาศแผน", "รายงานผล 2 ครั้ง", NULL });
  mattra_answer_take_item (answer, MATTRA_ITEM_RESULT, mattra_item_new ("เผยแพร่ที่ www.example.go.th/2566"));
  return measure;
}

static MattraMeasureSource *
new_source (void)
{
  g_autoptr (GPtrArray) measures = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (measures, new_measure (1, "การใช้งบประมาณ"));
  g_ptr_array_add (measures, new_measure (2, "การใช้ทรัพย์สินของราชการ"));
  mattra_measure_set_section (g_ptr_array_index (measures, 1), "หมวดทรัพย์สิน");
  return mattra_measure_array_new (measures);
}

static char *
print_to (MattraDocument *document,
          char           *fingerprint)
{
  g_autofree char *fonts = mattra_data_find ("fonts", NULL);
  g_autofree char *dictionary = mattra_data_find ("dictionary", NULL);
  const MattraPdfOptions options = { .tags = TRUE };
  g_autoptr (MattraTypesetter) typesetter = NULL;
  g_autoptr (MattraLayout) layout = NULL;
  g_autoptr (GError) error = NULL;
  char *path = NULL;
  int fd = g_file_open_tmp ("mattra-report-XXXXXX.pdf", &path, &error);

  g_assert_no_error (error);
  g_close (fd, NULL);
  typesetter = mattra_typesetter_new (fonts, dictionary, &error);
  g_assert_no_error (error);
  layout = mattra_layout_new (document, typesetter, &error);
  g_assert_no_error (error);
  g_assert_true (mattra_pdf_write (layout, path, &options, &error));
  g_assert_no_error (error);
  g_strlcpy (fingerprint, mattra_layout_get_fingerprint (layout), 17);
  return path;
}

/* Narrow columns part words at line ends. */
static char *
without_line_ends (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  return g_strjoinv ("", lines);
}

/* What a reader gets out of the printed document, or %NULL where the tool for it is missing. */
static char *
document_text (MattraDocument *document,
               char           *fingerprint)
{
  g_autofree char *path = print_to (document, fingerprint);
  g_autofree char *has_reader = g_find_program_in_path ("pdftotext");
  const char *const reader[] = { "pdftotext", "-raw", path, "-", NULL };
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (has_reader)
    g_spawn_sync (NULL, (char **) reader, NULL, G_SPAWN_SEARCH_PATH, NULL,
                  NULL, &text, NULL, NULL, &error);
  g_assert_no_error (error);
  g_unlink (path);
  return text ? without_line_ends (text) : NULL;
}

static char *
report_text (MattraPlan                *plan,
             const MattraReportOptions *options,
             char                      *fingerprint)
{
  g_autoptr (MattraMeasureSource) source = new_source ();
  g_autoptr (MattraDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  document = mattra_report_build (plan, source, options, &error);
  g_assert_no_error (error);
  return document_text (document, fingerprint);
}

static void
assert_contains (const char *text,
                 const char *part,
                 gboolean    wanted)
{
  if ((strstr (text, part) != NULL) != wanted)
    g_error ("“%s” %s in: %s", part, wanted ? "is not" : "is", text);
}

typedef struct
{
  const char *kind;
  MattraDigits digits;
  const char *present[12];
  const char *absent[8];
} Expectation;

static const Expectation expectations[] = {
  { "results", MATTRA_DIGITS_THAI,
    { "รายงานผลการดำเนินการ", "ประจำปีงบประมาณ พ.ศ. ๒๕๖๖", "(รอบ ๖ เดือนแรก ๑ ตุลาคม ๒๕๖๕ – ๓๑ มีนาคม ๒๕๖๖)",
      "อำเภอเมือง จังหวัดสมมุติ", "www.example.go.th/2566", "ต.ค. ๖๕", "หมวดทรัพย์สิน", "ผลการดำเนินการ",
      "(ดำเนินการ ๑ ตุลาคม ๒๕๖๕ – ๓๑ มีนาคม ๒๕๖๖)", "รายงานผล ๒ ครั้ง", "ผู้เห็นชอบ" },
    { "ปัญหา/อุปสรรค", "ตัวชี้วัดความสำเร็จ", "2 ครั้ง" } },
  { "results", MATTRA_DIGITS_WESTERN,
    { "ประจำปีงบประมาณ พ.ศ. 2566", "(รอบ 6 เดือนแรก 1 ตุลาคม 2565 – 31 มีนาคม 2566)", "ต.ค. 65", "2 ครั้ง" },
    { "๒๕๖๖", "๖๕" } },
  { "measures", MATTRA_DIGITS_THAI,
    { "มาตรการส่งเสริมคุณธรรมและความโปร่งใส", "วิธีการดำเนินการ", "ประกาศแผน", "ปีงบประมาณ พ.ศ. ๒๕๖๕" },
    { "เผยแพร่ที่", "ผลการดำเนินการ", "ข้อเสนอแนะ", "รอบ ๖ เดือนแรก" } },
};

static void
test_kinds (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (expectations); i++)
    {
      const Expectation *expected = &expectations[i];
      MattraReportOptions options = { expected->kind, MATTRA_ROUND_FIRST_HALF, NULL, expected->digits };
      g_autoptr (MattraPlan) plan = new_plan ();
      char fingerprint[17];
      g_autofree char *text = report_text (plan, &options, fingerprint);

      if (text == NULL)
        {
          g_test_skip ("pdftotext is not installed");
          return;
        }
      for (guint j = 0; expected->present[j]; j++)
        assert_contains (text, expected->present[j], TRUE);
      for (guint j = 0; expected->absent[j]; j++)
        assert_contains (text, expected->absent[j], FALSE);
    }
}

/* The office's own heads and order; the number in a column of its own is not in the title again. */
static void
test_own_columns (void)
{
  g_autoptr (MattraPlan) plan = new_plan ();
  MattraReportOptions options = { "results", MATTRA_ROUND_FIRST_HALF, NULL, MATTRA_DIGITS_THAI };
  char fingerprint[17];
  g_autofree char *text = NULL;

  mattra_plan_set_setting (plan, MATTRA_SETTING_COLUMN_ORDER, "number title steps obstacles results");
  mattra_plan_set_setting (plan, MATTRA_SETTING_COLUMN_LABEL "title", "โครงการ/กิจกรรม");
  mattra_plan_set_setting (plan, MATTRA_SETTING_COLUMN_LABEL "number", "ลำดับที่");
  text = report_text (plan, &options, fingerprint);
  if (text == NULL)
    {
      g_test_skip ("pdftotext is not installed");
      return;
    }
  assert_contains (text, "โครงการ/กิจกรรม", TRUE);
  assert_contains (text, "ลำดับที่", TRUE);
  assert_contains (text, "อุปสรรค", TRUE);
  assert_contains (text, "๑. การใช้งบประมาณ", FALSE);
}

/* A row that goes on upon a further page says which it is, also where numbers have a column of their own. */
static void
test_continued (void)
{
  g_autoptr (MattraPlan) plan = new_plan ();
  MattraReportOptions options = { "results", MATTRA_ROUND_FIRST_HALF, NULL, MATTRA_DIGITS_THAI };
  g_autoptr (GPtrArray) measures = g_ptr_array_new_with_free_func (g_object_unref);
  MattraMeasure *measure = new_measure (12, "การใช้งบประมาณ");
  g_autoptr (MattraMeasureSource) source = NULL;
  g_autoptr (MattraDocument) document = NULL;
  g_autofree char *text = NULL;
  char fingerprint[17];

  for (guint i = 0; i < 60; i++)
    take_items (measure, MATTRA_ITEM_STEP, (const char *const[]) { "ประกาศแผน", NULL });
  g_ptr_array_add (measures, measure);
  source = mattra_measure_array_new (measures);
  mattra_plan_set_setting (plan, MATTRA_SETTING_COLUMN_ORDER, "number title steps");
  document = mattra_report_build (plan, source, &options, NULL);
  text = document_text (document, fingerprint);
  if (text == NULL)
    {
      g_test_skip ("pdftotext is not installed");
      return;
    }
  assert_contains (text, "๑๒. (ต่อ)", TRUE);
}

/* The indicator has a column of its own only where no row above the measures names it. */
static void
test_indicators (void)
{
  static const struct
  {
    const char *section;
    gboolean column;
  } cases[] = {
    { NULL, TRUE }, { "หมวดทรัพย์สิน", TRUE }, { "ตัวชี้วัดที่ ๑๒ การป้องกันการทุจริต", TRUE },
    { "ตัวชี้วัดที่ ๑ การปฏิบัติหน้าที่", FALSE }, { "ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MattraPlan) plan = new_plan ();
      MattraReportOptions options = { "measures", MATTRA_ROUND_NONE, NULL, MATTRA_DIGITS_THAI };
      g_autoptr (GPtrArray) measures = g_ptr_array_new_with_free_func (g_object_unref);
      MattraMeasure *measure = new_measure (1, "การใช้งบประมาณ");
      g_autoptr (MattraMeasureSource) source = NULL;
      g_autoptr (MattraDocument) document = NULL;
      g_autofree char *text = NULL;
      char fingerprint[17];

      mattra_measure_set_ita_indicator (measure, 1);
      mattra_measure_set_section (measure, cases[i].section);
      g_ptr_array_add (measures, measure);
      source = mattra_measure_array_new (measures);
      document = mattra_report_build (plan, source, &options, NULL);
      text = document_text (document, fingerprint);
      if (text == NULL)
        {
          g_test_skip ("pdftotext is not installed");
          return;
        }
      assert_contains (text, "ตัวชี้วัด ITA", cases[i].column);
    }
}

/* Only who is in office on the report's day signs; acting stands on lines of its own. */
static void
test_signers (void)
{
  g_autoptr (MattraPlan) plan = new_plan ();
  MattraReportOptions options = { "results", MATTRA_ROUND_FIRST_HALF, NULL, MATTRA_DIGITS_THAI,
                                  mattra_date_make (2023, 4, 10) };
  GPtrArray *signers = mattra_plan_get_signers (plan);
  char fingerprint[17];
  g_autofree char *text = NULL;

  g_ptr_array_add (signers, new_signer (CLERK, "ผู้รายงาน", "นิติกรชำนาญการ", NULL, MATTRA_DATE_NONE));
  g_ptr_array_add (signers, new_signer (CHIEF, "ผู้เห็นชอบ", "ปลัด", "รักษาราชการแทน นายก",
                                        MATTRA_DATE_NONE));
  g_ptr_array_add (signers, new_signer ("นายเก่า ก่อนนี้", "ผู้เห็นชอบ", "ปลัด", NULL,
                                        mattra_date_make (2023, 4, 9)));
  g_ptr_array_add (signers, new_signer ("นางไม่ ลงนาม", NULL, "ปลัด", NULL, MATTRA_DATE_NONE));
  text = report_text (plan, &options, fingerprint);
  if (text == NULL)
    {
      g_test_skip ("pdftotext is not installed");
      return;
    }
  assert_contains (text, CLERK, TRUE);
  assert_contains (text, CHIEF, TRUE);
  assert_contains (text, "รักษาราชการแทน", TRUE);
  assert_contains (text, "นายเก่า", FALSE);
  assert_contains (text, "นางไม่", FALSE);
}

/* Everything that stands in a block follows the digits of the report, the signer's words too. */
static void
test_signer_digits (void)
{
  static const struct { MattraDigits digits; const char *present; } scripts[] = {
    { MATTRA_DIGITS_THAI, "ผู้รายงานคนที่ ๑" }, { MATTRA_DIGITS_WESTERN, "ผู้รายงานคนที่ 1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    for (guint typed = 0; typed < G_N_ELEMENTS (scripts); typed++)
      {
        g_autoptr (MattraPlan) plan = new_plan ();
        MattraReportOptions options = { "results", MATTRA_ROUND_FIRST_HALF, NULL, scripts[i].digits };
        char fingerprint[17];
        g_autofree char *text = NULL;

        g_ptr_array_add (mattra_plan_get_signers (plan),
                         new_signer (CLERK, scripts[typed].present, "นิติกร", NULL, MATTRA_DATE_NONE));
        text = report_text (plan, &options, fingerprint);
        if (text == NULL)
          {
            g_test_skip ("pdftotext is not installed");
            return;
          }
        assert_contains (text, scripts[i].present, TRUE);
      }
}

/* The fingerprint follows what is printed and nothing else. */
static void
test_fingerprint (void)
{
  g_autoptr (MattraPlan) plan = new_plan ();
  MattraReportOptions options = { "results", MATTRA_ROUND_FIRST_HALF, NULL, MATTRA_DIGITS_THAI };
  char first[17], second[17], other[17];
  g_autofree char *one = report_text (plan, &options, first);
  g_autofree char *two = report_text (plan, &options, second);
  g_autofree char *three = NULL;

  g_assert_cmpstr (first, ==, second);
  options.digits = MATTRA_DIGITS_WESTERN;
  three = report_text (plan, &options, other);
  g_assert_cmpstr (first, !=, other);
  g_assert_cmpuint (strlen (first), ==, 16);
}

/* Without a date of its own a report bears the last day of its round, never the day it is made on. */
static void
test_day_of_file (void)
{
  static const struct
  {
    MattraRound round;
    const char *report_date;
    MattraDate date;
    const char *day;
  } cases[] = {
    { MATTRA_ROUND_FIRST_HALF, NULL, MATTRA_DATE_NONE, "/CreationDate (20230331" },
    { MATTRA_ROUND_FULL_YEAR, NULL, MATTRA_DATE_NONE, "/CreationDate (20230930" },
    { MATTRA_ROUND_NONE, NULL, MATTRA_DATE_NONE, "/CreationDate (20230930" },
    { MATTRA_ROUND_FIRST_HALF, "2023-04-11", MATTRA_DATE_NONE, "/CreationDate (20230411" },
    { MATTRA_ROUND_FIRST_HALF, "2023-04-11", { 2023, 4, 12 }, "/CreationDate (20230412" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MattraPlan) plan = new_plan ();
      g_autoptr (MattraMeasureSource) source = new_source ();
      MattraReportOptions options = { "results", cases[i].round, NULL, MATTRA_DIGITS_THAI, cases[i].date };
      g_autoptr (MattraDocument) document = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *path = NULL;
      g_autofree char *bytes = NULL;
      char fingerprint[17];
      gsize length;

      mattra_plan_set_setting (plan, MATTRA_SETTING_REPORT_DATE, cases[i].report_date);
      document = mattra_report_build (plan, source, &options, &error);
      g_assert_no_error (error);
      path = print_to (document, fingerprint);
      g_file_get_contents (path, &bytes, &length, &error);
      g_assert_no_error (error);
      g_unlink (path);
      g_assert_nonnull (memmem (bytes, length, cases[i].day, strlen (cases[i].day)));
    }
}

static void
test_errors (void)
{
  g_autoptr (MattraPlan) plan = new_plan ();
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (MattraMeasureSource) empty = mattra_measure_array_new (none);
  MattraReportOptions options = { "results" };
  g_autoptr (GError) error = NULL;

  g_assert_null (mattra_report_build (plan, empty, &options, &error));
  g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_NOT_FOUND);
  g_clear_error (&error);
  options.kind = "letter";
  g_assert_null (mattra_report_build (plan, empty, &options, &error));
  g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_NOT_FOUND);
  g_assert_false (mattra_report_has_kind ("letter"));
  g_assert_true (mattra_report_has_kind ("measures"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/report/kinds", test_kinds);
  g_test_add_func ("/report/report/own-columns", test_own_columns);
  g_test_add_func ("/report/report/continued", test_continued);
  g_test_add_func ("/report/report/indicators", test_indicators);
  g_test_add_func ("/report/report/signers", test_signers);
  g_test_add_func ("/report/report/signer-digits", test_signer_digits);
  g_test_add_func ("/report/report/fingerprint", test_fingerprint);
  g_test_add_func ("/report/report/day-of-file", test_day_of_file);
  g_test_add_func ("/report/report/errors", test_errors);
  return g_test_run ();
}
