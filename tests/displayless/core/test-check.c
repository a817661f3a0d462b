/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-check.h"

#include <string.h>

#define COPIED "หากมีบุคลากรบรรจุ/โอน/ย้าย ควรให้งานการเจ้าหน้าที่ สำนักปลัดฯ แจ้งให้ทราบ"

static MattraDate
date (const char *iso)
{
  MattraDate day = MATTRA_DATE_NONE;

  g_assert_true (iso == NULL || mattra_date_parse_iso (iso, &day));

  return day;
}

static MattraPlan *
make_plan (const char *organisation)
{
  MattraPlan *plan = mattra_plan_new (2566);
  g_autoptr (GPtrArray) usual = mattra_division_new_usual (MATTRA_ORGANISATION_SUBDISTRICT);
  g_autoptr (MattraDivisionList) list = NULL;

  for (guint i = 0; i < usual->len; i++)
    ((MattraDivision *) g_ptr_array_index (usual, i))->id = g_strdup_printf ("D%u", i);
  list = mattra_division_list_new (usual);
  mattra_plan_set_divisions (plan, list);
  g_free (mattra_plan_get_organisation (plan)->name);
  mattra_plan_get_organisation (plan)->name = g_strdup (organisation);

  return plan;
}

/* A measure with nothing to find. */
static MattraMeasure *
make_measure (int number)
{
  MattraMeasure *measure = mattra_measure_new ();
  MattraAnswer *answer = mattra_measure_ensure_answer (measure, MATTRA_ROUND_FIRST_HALF, NULL);
  g_autofree char *id = g_strdup_printf ("M%d", number);

  mattra_measure_set_id (measure, id);
  mattra_measure_set_number (measure, number);
  mattra_measure_set_title (measure, "แนวทางการใช้งบประมาณ");
  mattra_measure_set_period_text (measure, "ต.ค.๖๕ - มี.ค.๖๖");
  mattra_measure_set_period_start (measure, date ("2022-10-01"));
  mattra_measure_set_period_end (measure, date ("2023-03-31"));
  mattra_measure_take_party (measure, mattra_party_new ("กองคลัง"));
  mattra_answer_take_item (answer, MATTRA_ITEM_RESULT, mattra_item_new ("แจ้งเวียนแล้ว"));

  return measure;
}

static GPtrArray *
check (MattraPlan *plan,
       GPtrArray  *measures,
       const char *day)
{
  g_autoptr (MattraMeasureSource) source = mattra_measure_array_new (measures);
  g_autoptr (GError) error = NULL;
  GPtrArray *findings = mattra_check_plan (plan, source, MATTRA_ROUND_FIRST_HALF, date (day), &error);

  g_assert_no_error (error);

  return findings;
}

/* "check@number:field" of each finding. */
static char *
describe (GPtrArray *findings)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      const MattraFinding *finding = g_ptr_array_index (findings, i);

      g_assert_nonnull (finding->message);
      g_assert_nonnull (finding->proposal);
      g_string_append_printf (text, "%s%s@%d:%s", i > 0 ? " " : "", finding->check, finding->number, finding->field);
    }

  return g_string_free (text, FALSE);
}

static void
check_one (MattraPlan    *plan,
           MattraMeasure *measure,
           const char    *expected)
{
  g_autoptr (GPtrArray) measures = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *described = NULL;

  g_ptr_array_add (measures, measure);
  findings = check (plan, measures, "2023-04-05");
  described = describe (findings);
  g_assert_cmpstr (described, ==, expected);
}

static const struct
{
  const char *field;
  const char *value;
  const char *expected;
} changes[] = {
  { "none", "", "" },
  { "title", "", "empty_title@1:title" },
  { "title", "  ", "empty_title@1:title" },
  { "period", "", "missing_period@1:period" },
  { "period", "ทุกเดือน", "period_unread@1:period" },
  { "start", "2022-09-01", "period_outside_year@1:period" },
  { "end", "2023-10-01", "period_outside_year@1:period" },
  { "end", "2023-04-30", "period_outside_round@1:period" },
  { "end", "2023-09-30", "" },
  { "result", "", "no_result@1:results" },
  { "result", "ไม่มี", "" },
  { "stated", "cancelled", "" },
  { "party", "กองการประปา", "unknown_party@1:responsible" },
  { "party", "กองส่งเสริมอาชีพ", "unknown_party@1:responsible" },
  { "party", "ผู้ดูแลเว็บไซต์ Admin", "" },
  { "party", "คณะทำงาน", "" },
  { "party", "", "missing_party@1:responsible" },
  { "step", "สํารวจความพึงพอใจ", "split_sara_am@1:steps" },
  { "question", "period", "question_open@1:period" },
  { "step", "จัดเมื่อวันที่ ๕ กันยายน ๒๕๖๕", "last_year_date@1:steps" },
  { "title", "ส่งเสริมให้บุคลากร อบต. ทินตัง ได้พัฒนาตน", "misspelt_organisation@1:title" },
};

static void
change_measure (MattraMeasure *measure,
                const char    *field,
                const char    *value)
{
  MattraAnswer *answer = mattra_measure_ensure_answer (measure, MATTRA_ROUND_FIRST_HALF, NULL);
  GPtrArray *results = mattra_answer_get_items (answer, MATTRA_ITEM_RESULT);

  if (g_str_equal (field, "title"))
    mattra_measure_set_title (measure, value);
  else if (g_str_equal (field, "period"))
    {
      mattra_measure_set_period_text (measure, value);
      mattra_measure_set_period_start (measure, MATTRA_DATE_NONE);
      mattra_measure_set_period_end (measure, MATTRA_DATE_NONE);
    }
  else if (g_str_equal (field, "start"))
    mattra_measure_set_period_start (measure, date (value));
  else if (g_str_equal (field, "end"))
    mattra_measure_set_period_end (measure, date (value));
  else if (g_str_equal (field, "result") || g_str_equal (field, "stated"))
    g_ptr_array_set_size (results, 0);
  else if (g_str_equal (field, "party"))
    g_ptr_array_set_size (mattra_measure_get_parties (measure), 0);
  else if (g_str_equal (field, "step"))
    mattra_measure_take_item (measure, MATTRA_ITEM_STEP, mattra_item_new (value));
  else if (g_str_equal (field, "question"))
    mattra_measure_take_question (measure, mattra_question_new (MATTRA_QUESTION_ASKED, 24, value, "เดือนตุลาคม", NULL, NULL));

  if (g_str_equal (field, "result") && *value != '\0')
    mattra_answer_take_item (answer, MATTRA_ITEM_RESULT, mattra_item_new_none (value));
  if (g_str_equal (field, "stated"))
    mattra_answer_set_stated (answer, MATTRA_STATUS_CANCELLED);
  if (g_str_equal (field, "party") && *value != '\0')
    mattra_measure_take_party (measure, mattra_party_new (value));
}

static void
test_measure (void)
{
  g_autoptr (MattraPlan) plan = make_plan ("องค์การบริหารส่วนตำบลหินตั้ง");

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      MattraMeasure *measure = make_measure (1);

      if (g_str_equal (changes[i].field, "end") && g_str_equal (changes[i].value, "2023-09-30"))
        mattra_measure_set_period_start (measure, date ("2022-10-01"));
      change_measure (measure, changes[i].field, changes[i].value);
      g_test_message ("%s = %s", changes[i].field, changes[i].value);
      check_one (plan, measure, changes[i].expected);
    }
}

/* The year is 2566, the analysed one 2565. */
static const struct
{
  const char *text;
  const char *found;
} dates[] = {
  { "วันที่ ๓๐ กันยายน ๒๕๖๕", "๓๐ กันยายน ๒๕๖๕" },
  { "วันที่ ๑ ตุลาคม ๒๕๖๕", NULL },
  { "ธันวาคม ๒๕๖๕", NULL },
  { "เดือนสิงหาคม พ.ศ. ๒๕๖๕", "สิงหาคม พ.ศ. ๒๕๖๕" },
  { "ธ.ค.๖๔", "ธ.ค.๖๔" },
  { "9 ธค 64", "9 ธค 64" },
  { "9 ธ.ค. 65", NULL },
  { "30 ก.ย. 66", NULL },
  { "1 ต.ค. 2566", "1 ต.ค. 2566" },
  { "เวลา ๕ มี.ค. ๔๕.๓๐", NULL },
  { "9/12/2564", "9/12/2564" },
  { "9/12/2565", NULL },
  { "คำสั่งที่ ๑๑๒/๒๕๖๕", NULL },
  { "คำสั่งที่ ๑๑๒/๒๕๖๔", NULL },
  { "ครั้งที่ 13/2564", NULL },
  { "ประจำปีงบประมาณ พ.ศ. ๒๕๖๕", "ประจำปีงบประมาณ พ.ศ. ๒๕๖๕" },
  { "ประจำปีงบประมาณ พ.ศ. ๒๕๖๖", NULL },
  { "แผนปีงบประมาณ ๒๕๖๗", NULL },
  { "ปี ๒๕๖๕", NULL },
  { "พ.ศ. ๒๕๖๕", NULL },
  { "ปี ๒๕๖๔", "๒๕๖๔" },
  { "พ.ศ. ๒๕๖๔", "พ.ศ. ๒๕๖๔" },
  { "พระราชบัญญัติข้อมูลข่าวสารของราชการ พ.ศ. ๒๕๔๐", NULL },
  { "พ.ร.บ. ว่าด้วยการปฏิบัติราชการ พ.ศ. ๒๕๖๔", NULL },
  { "ระเบียบ (ฉบับที่ ๔) พ.ศ. ๒๕๖๔ และปี ๒๕๖๔", "๒๕๖๔" },
  { "แผนปฏิบัติการ (พ.ศ. 2564-2570)", NULL },
  { "แผนปฏิบัติการ (พ.ศ. 2561 - พ.ศ. 2564)", NULL },
  { "ปี ๒๕๖๔ ถึง ๒๕๗๐", NULL },
  { "หนังสือ ลงวันที่ ๕ มีนาคม ๒๕๖๔", NULL },
  { "วิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใส ปีงบประมาณ ๒๕๖๕", NULL },
  { "ผลการประเมิน (ITA) ปีงบประมาณ ๒๕๖๕ และได้กำหนดมาตรการ ประจำปี ๒๕๖๕", "ประจำปี ๒๕๖๕" },
  { "ผลการประเมิน (ITA) ปีงบประมาณ ๒๕๖๕ และได้กำหนดมาตรการ ประจำปี ๒๕๖๖", NULL },
  { "ผลการประเมิน ปีงบประมาณ ๒๕๖๔", "ปีงบประมาณ ๒๕๖๔" },
  { "ผู้เข้าร่วม 2564 คน", NULL },
  { "https://www.hintang.go.th/2564/a2564.pdf", NULL },
  { "โทร. 0432564", NULL },
  { "", NULL },
};

static void
test_dates (void)
{
  g_autoptr (MattraPlan) plan = make_plan ("องค์การบริหารส่วนตำบลหินตั้ง");

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autoptr (GPtrArray) measures = g_ptr_array_new_with_free_func (g_object_unref);
      g_autoptr (GPtrArray) findings = NULL;
      MattraMeasure *measure = make_measure (1);

      mattra_measure_take_item (measure, MATTRA_ITEM_STEP, mattra_item_new (dates[i].text));
      g_ptr_array_add (measures, measure);
      findings = check (plan, measures, "2023-04-05");
      g_test_message ("%s", dates[i].text);
      g_assert_cmpuint (findings->len, ==, dates[i].found != NULL ? 1 : 0);
      if (dates[i].found != NULL)
        {
          const MattraFinding *finding = g_ptr_array_index (findings, 0);
          g_autofree char *quoted = g_strdup_printf ("“%s”", dates[i].found);

          g_assert_cmpstr (finding->check, ==, "last_year_date");
          g_assert_nonnull (strstr (finding->message, quoted));
        }
    }
}

static const struct
{
  const char *organisation;
  const char *text;
  const char *found;
  const char *right;
} names[] = {
  { "องค์การบริหารส่วนตำบลหินตั้ง", "บุคลากร อบต. ทินตัง ได้พัฒนาตน", "ทินตัง", "หินตั้ง" },
  { "องค์การบริหารส่วนตำบลหินตั้ง", "อบต.หินตัง", "หินตัง", "หินตั้ง" },
  { "องค์การบริหารส่วนตำบลหินตั้ง", "องค์การบริหารส่วนตำบลทินตั้ง", "ทินตั้ง", "หินตั้ง" },
  { "องค์การบริหารส่วนตำบลหินตั้ง", "อบต.หินตั้งได้พัฒนา", NULL, NULL },
  { "องค์การบริหารส่วนตำบลหินตั้ง", "อบต.ทินตังได้พัฒนา", "ทินตัง", "หินตั้ง" },
  { "องค์การบริหารส่วนตำบลหินตั้ง", "อบต.หินตั้ง และ อบต.ทินตัง", "ทินตัง", "หินตั้ง" },
  { "องค์การบริหารส่วนตำบลหินตั้ง", "อบต.บ้านไผ่", NULL, NULL },
  { "องค์การบริหารส่วนตำบลหินตั้ง", "อบต.หินแดง", NULL, NULL },
  { "องค์การบริหารส่วนตำบลหินตั้ง", "อบต.แคนเหนือ", NULL, NULL },
  { "องค์การบริหารส่วนตำบลหินตั้ง", "สมาชิกสภา อบต. เข้ามาในหน่วยงาน", NULL, NULL },
  { "องค์การบริหารส่วนตำบลหินตั้ง", "สมาชิกสภาอบต.", NULL, NULL },
  { "อบต.หินตั้ง", "อบต.ทินตัง", "ทินตัง", "หินตั้ง" },
  { "เทศบาลตำบลบ้านไผ่", "เทศบาลตำบลบ้านไผ", "บ้านไผ", "บ้านไผ่" },
  { "เทศบาลตำบลบ้านไผ่", "เทศบาลตำบลบ้านไร่", NULL, NULL },
  { "เทศบาลตำบลคำม่วง", "เทศบาลตําบลคําม่วง", NULL, NULL },
  { "องค์การบริหารส่วนจังหวัดขอนแก่น", "อบจ.ขอนแก่น", NULL, NULL },
  { "องค์การบริหารส่วนจังหวัดขอนแก่น", "อบจ.ขอนแกน", "ขอนแกน", "ขอนแก่น" },
  { "โรงเรียนหินตั้ง", "อบต.ทินตัง", NULL, NULL },
};

static void
test_names (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (MattraPlan) plan = make_plan (names[i].organisation);
      g_autoptr (GPtrArray) measures = g_ptr_array_new ();
      g_autoptr (GPtrArray) findings = NULL;

      mattra_plan_set_setting (plan, MATTRA_SETTING_PREFACE, names[i].text);
      findings = check (plan, measures, "2023-04-05");
      g_test_message ("%s: %s", names[i].organisation, names[i].text);
      g_assert_cmpuint (findings->len, ==, names[i].found != NULL ? 1 : 0);
      if (names[i].found != NULL)
        {
          const MattraFinding *finding = g_ptr_array_index (findings, 0);
          g_autofree char *quoted = g_strdup_printf ("“%s”", names[i].found);

          g_assert_cmpstr (finding->check, ==, "misspelt_organisation");
          g_assert_cmpstr (finding->field, ==, "preface");
          g_assert_cmpstr (finding->proposal, ==, names[i].right);
          g_assert_nonnull (strstr (finding->message, quoted));
        }
    }
}

static void
test_copies (void)
{
  g_autoptr (MattraPlan) plan = make_plan ("องค์การบริหารส่วนตำบลหินตั้ง");
  g_autoptr (GPtrArray) measures = g_ptr_array_new_with_free_func (g_object_unref);
  static const char *const texts[] = {
    COPIED, "ควรรายงานเป็นรายไตรมาส", "หากมีบุคลากรบรรจุ/โอน/ย้ายควรให้ งานการเจ้าหน้าที่/สำนักปลัดฯ แจ้งให้ทราบ", COPIED,
    "ควรรายงานเป็นรายไตรมาส",
  };
  const MattraFinding *finding;
  g_autoptr (GPtrArray) findings = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      MattraMeasure *measure = make_measure (i + 1);
      MattraAnswer *answer = mattra_measure_ensure_answer (measure, MATTRA_ROUND_FIRST_HALF, NULL);

      for (guint copies = 0; copies < 2; copies++)
        mattra_answer_take_item (answer, MATTRA_ITEM_RECOMMENDATION, mattra_item_new (texts[i]));
      mattra_answer_take_item (answer, MATTRA_ITEM_RECOMMENDATION, mattra_item_new_none ("-"));
      g_ptr_array_add (measures, measure);
    }

  findings = check (plan, measures, "2023-04-05");
  g_assert_cmpuint (findings->len, ==, 1);
  finding = g_ptr_array_index (findings, 0);
  g_assert_cmpstr (finding->check, ==, "copied_recommendation");
  g_assert_nonnull (strstr (finding->message, "1, 3, 4"));
  g_assert_nonnull (strstr (finding->message, COPIED));
}

static void
test_numbers (void)
{
  static const struct
  {
    const int numbers[4];
    const char *expected;
  } cases[] = {
    { { 1, 2, 3, 4 }, "" },
    { { 1, 2, 2, 2 }, "duplicate_number@2:number" },
    { { 1, 3, 4, 6 }, "missing_number@0:number" },
    { { 4, 3, 2, 1 }, "" },
    { { 1, 0, 2, 3 }, "no_number@0:number" },
    { { 1, 2, 3, G_MAXINT }, "missing_number@0:number" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MattraPlan) plan = make_plan ("องค์การบริหารส่วนตำบลหินตั้ง");
      g_autoptr (GPtrArray) measures = g_ptr_array_new_with_free_func (g_object_unref);
      g_autoptr (GPtrArray) findings = NULL;
      g_autofree char *described = NULL;

      for (guint j = 0; j < 4; j++)
        g_ptr_array_add (measures, make_measure (cases[i].numbers[j]));
      findings = check (plan, measures, "2023-04-05");
      described = describe (findings);
      g_assert_cmpstr (described, ==, cases[i].expected);
    }
}

static void
test_indicators (void)
{
  g_autoptr (MattraPlan) plan = make_plan ("องค์การบริหารส่วนตำบลหินตั้ง");
  GPtrArray *scores = mattra_plan_get_scores (plan);
  MattraMeasure *measure = make_measure (1);

  g_ptr_array_add (scores, mattra_indicator_score_new (1, NULL, 85.0));
  g_ptr_array_add (scores, mattra_indicator_score_new (2, NULL, 60.5));
  g_ptr_array_add (scores, mattra_indicator_score_new (3, "การใช้อำนาจ", 84.99));
  g_ptr_array_add (scores, mattra_indicator_score_new (4, NULL, -1));
  mattra_measure_set_ita_indicator (measure, 2);
  check_one (plan, measure, "indicator_without_measure@0:ita_indicator");
}

/* An office that has classes of its own asks for measures by them. */
static void
test_own_classes (void)
{
  static const struct
  {
    const char *classes;
    double score;
    const char *expected;
  } rows[] = {
    { "90 ดี\n80 พอใช้\n0 แก้ไข", 82, "" },
    { "90 ดี\n80 พอใช้\n0 แก้ไข", 79.99, "indicator_without_measure@0:ita_indicator" },
    { "97.5 ดี\n92.5 พอใช้\n0 แก้ไข", 92, "indicator_without_measure@0:ita_indicator" },
    { NULL, 92, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MattraPlan) plan = make_plan ("องค์การบริหารส่วนตำบลหินตั้ง");

      g_test_message ("%u", i);
      g_ptr_array_add (mattra_plan_get_scores (plan), mattra_indicator_score_new (1, NULL, rows[i].score));
      mattra_plan_set_setting (plan, MATTRA_SETTING_CLASSES, rows[i].classes);
      check_one (plan, make_measure (1), rows[i].expected);
    }
}

static void
test_before_the_end (void)
{
  g_autoptr (MattraPlan) plan = make_plan ("องค์การบริหารส่วนตำบลหินตั้ง");
  g_autoptr (GPtrArray) measures = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  MattraMeasure *measure = make_measure (1);

  change_measure (measure, "result", "");
  g_ptr_array_add (measures, measure);
  before = check (plan, measures, "2023-03-30");
  after = check (plan, measures, "2023-03-31");
  g_assert_cmpuint (before->len, ==, 0);
  g_assert_cmpuint (after->len, ==, 1);
}

/* The checks read a cell of the size an import lets through in time that grows with its length only. */
static void
test_long_texts (void)
{
  g_autoptr (MattraPlan) plan = make_plan ("องค์การบริหารส่วนตำบลหินตั้ง");
  static const char *const pieces[] = { "อบต.", "๒๕๖๖ ", "ธ.ค.๖๕ ", "๒๕๖๖-", "ํ", "๑/" };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GPtrArray) measures = g_ptr_array_new_with_free_func (g_object_unref);
      g_autoptr (GPtrArray) findings = NULL;
      MattraMeasure *measure = make_measure (1);

      while (text->len < 64 * 1024)
        g_string_append (text, pieces[i]);
      mattra_measure_take_item (measure, MATTRA_ITEM_STEP, mattra_item_new (text->str));
      g_ptr_array_add (measures, measure);
      g_test_timer_start ();
      findings = check (plan, measures, "2023-04-05");
      g_test_timer_elapsed ();
      g_test_message ("%s: %.3f s", pieces[i], g_test_timer_last ());
    }
}

static void
test_many_measures (void)
{
  g_autoptr (MattraPlan) plan = make_plan ("องค์การบริหารส่วนตำบลหินตั้ง");
  g_autoptr (GPtrArray) measures = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) findings = NULL;

  for (int i = 1; i <= 12000; i++)
    {
      MattraMeasure *measure = make_measure (i);
      MattraAnswer *answer = mattra_measure_ensure_answer (measure, MATTRA_ROUND_FIRST_HALF, NULL);

      for (guint j = 0; j < 3; j++)
        mattra_measure_take_item (measure, MATTRA_ITEM_STEP,
                                  mattra_item_new ("ประกาศแผนการใช้จ่ายเงินงบประมาณบนเว็บไซต์ของหน่วยงานสร้างการรับรู้ให้บุคคลภายนอก ธ.ค. ๒๕๖๕"));
      mattra_answer_take_item (answer, MATTRA_ITEM_RECOMMENDATION, mattra_item_new (COPIED));
      g_ptr_array_add (measures, measure);
    }
  g_test_timer_start ();
  findings = check (plan, measures, "2023-04-05");
  g_test_timer_elapsed ();
  g_assert_cmpuint (findings->len, ==, 1);
  g_test_minimized_result (g_test_timer_last (), "12000 measures: %.3f s", g_test_timer_last ());
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/check/measure", test_measure);
  g_test_add_func ("/core/check/dates", test_dates);
  g_test_add_func ("/core/check/names", test_names);
  g_test_add_func ("/core/check/copies", test_copies);
  g_test_add_func ("/core/check/numbers", test_numbers);
  g_test_add_func ("/core/check/indicators", test_indicators);
  g_test_add_func ("/core/check/own-classes", test_own_classes);
  g_test_add_func ("/core/check/before-the-end", test_before_the_end);
  g_test_add_func ("/core/check/long-texts", test_long_texts);
  g_test_add_func ("/core/check/many-measures", test_many_measures);
  return g_test_run ();
}
