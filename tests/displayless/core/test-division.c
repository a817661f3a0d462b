/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-division.h"

static const struct
{
  const char *name;
  MattraOrganisationKind kind;
} organisations[] = {
  { "องค์การบริหารส่วนตำบลหินตั้ง", MATTRA_ORGANISATION_SUBDISTRICT },
  { "องค์การบริหารส่วนตําบลหินตั้ง", MATTRA_ORGANISATION_SUBDISTRICT },
  { "อบต.หินตั้ง", MATTRA_ORGANISATION_SUBDISTRICT },
  { "อบต. หินตั้ง", MATTRA_ORGANISATION_SUBDISTRICT },
  { "เทศบาลตำบลบ้านไผ่", MATTRA_ORGANISATION_MUNICIPALITY },
  { "เทศบาลเมืองพล", MATTRA_ORGANISATION_MUNICIPALITY },
  { "เทศบาลนครขอนแก่น", MATTRA_ORGANISATION_MUNICIPALITY },
  { "สำนักงานเทศบาลตำบลบ้านไผ่", MATTRA_ORGANISATION_MUNICIPALITY },
  { "ทต.บ้านไผ่", MATTRA_ORGANISATION_MUNICIPALITY },
  { "ทม. พล", MATTRA_ORGANISATION_MUNICIPALITY },
  { "ทน.ขอนแก่น", MATTRA_ORGANISATION_MUNICIPALITY },
  { "องค์การบริหารส่วนจังหวัดขอนแก่น", MATTRA_ORGANISATION_PROVINCE },
  { "อบจ.ขอนแก่น", MATTRA_ORGANISATION_PROVINCE },
  { "โรงเรียนบ้านหินตั้ง", MATTRA_ORGANISATION_OTHER },
  { "ทมอ", MATTRA_ORGANISATION_OTHER },
  { "", MATTRA_ORGANISATION_OTHER },
  { NULL, MATTRA_ORGANISATION_OTHER },
};

static void
test_organisation_kind (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (organisations); i++)
    g_assert_cmpint (mattra_organisation_kind_of (organisations[i].name), ==, organisations[i].kind);
  g_assert_cmpstr (mattra_organisation_kind_to_string (MATTRA_ORGANISATION_PROVINCE), ==, "province");
}

/* The usual divisions, with their places as ULIDs: D0, D1 … */
static MattraDivisionList *
usual_list (MattraOrganisationKind kind)
{
  g_autoptr (GPtrArray) divisions = mattra_division_new_usual (kind);

  for (guint i = 0; i < divisions->len; i++)
    ((MattraDivision *) g_ptr_array_index (divisions, i))->id = g_strdup_printf ("D%u", i);

  return mattra_division_list_new (divisions);
}

static char *
join (GPtrArray *texts)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < texts->len; i++)
    g_string_append_printf (joined, "%s%s", i > 0 ? "|" : "", (char *) g_ptr_array_index (texts, i));

  return g_string_free (joined, FALSE);
}

static void
test_usual (void)
{
  static const struct
  {
    MattraOrganisationKind kind;
    guint n;
    const char *first;
    const char *last;
  } expected[] = {
    { MATTRA_ORGANISATION_OTHER, 0, NULL, NULL },
    { MATTRA_ORGANISATION_SUBDISTRICT, 8, "สำนักปลัด", "หน่วยตรวจสอบภายใน" },
    { MATTRA_ORGANISATION_MUNICIPALITY, 11, "สำนักปลัดเทศบาล", "หน่วยตรวจสอบภายใน" },
    { MATTRA_ORGANISATION_PROVINCE, 10, "สำนักปลัดองค์การบริหารส่วนจังหวัด", "หน่วยตรวจสอบภายใน" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (MattraDivisionList) list = usual_list (expected[i].kind);

      g_assert_cmpuint (mattra_division_list_get_size (list), ==, expected[i].n);
      if (expected[i].n == 0)
        continue;
      g_assert_cmpstr (mattra_division_list_get (list, 0)->name, ==, expected[i].first);
      g_assert_cmpstr (mattra_division_list_get (list, expected[i].n - 1)->name, ==, expected[i].last);
      g_assert_null (mattra_division_list_get (list, expected[i].n));
    }
}

static void
test_find (void)
{
  g_autoptr (MattraDivisionList) list = usual_list (MATTRA_ORGANISATION_SUBDISTRICT);

  g_assert_cmpstr (mattra_division_list_find_name (list, "กองการศึกษา ศาสนา และวัฒนธรรม")->id, ==, "D3");
  g_assert_cmpstr (mattra_division_list_find_name (list, "สํานักปลัด")->id, ==, "D0");
  g_assert_null (mattra_division_list_find_name (list, "กองการประปา"));
  g_assert_cmpstr (mattra_division_list_find_id (list, "D1")->name, ==, "กองคลัง");
  g_assert_null (mattra_division_list_find_id (list, "D9"));
  g_assert_null (mattra_division_list_find_id (list, NULL));
  g_assert_cmpint (mattra_division_list_position (list, "D7"), ==, 7);
  g_assert_cmpint (mattra_division_list_position (list, "D8"), ==, -1);
}

/* D0 สำนักปลัด, D1 กองคลัง, D2 กองช่าง, D3 การศึกษา, D4 สาธารณสุข, D5 สวัสดิการ, D6 เกษตร, D7 ตรวจสอบภายใน */
static const struct
{
  const char *party;
  const char *divisions;
  gboolean known;
} matches[] = {
  { "สำนักปลัด", "D0", TRUE },
  { "สำนักปลัดฯ", "D0", TRUE },
  { "สำนักงานปลัด", "D0", TRUE },
  { "สำนักปลัด อบต.", "D0", TRUE },
  { "สำนักปลัด อบต.หินตั้ง", "D0", TRUE },
  { "สำนักปลัดเทศบาล", "D0", TRUE },
  { "สำนักงานปลัดองค์การบริหารส่วนตำบล", "D0", TRUE },
  { "กองการศึกษา ศาสนา และวัฒนธรรม", "D3", TRUE },
  { "กองการศึกษาฯ", "D3", TRUE },
  { "กองการศึกษา", "D3", TRUE },
  { "กองสาธารณสุข และสิ่งแวดล้อม", "D4", TRUE },
  { "กองสวัสดิการสังคม อบต.หินตั้ง", "D5", TRUE },
  { "หัวหน้าสำนักปลัด", "D0", TRUE },
  { "ผู้อำนวยการกองคลัง", "D1", TRUE },
  { "ผอ.กองคลัง", "D1", TRUE },
  { "งานพัสดุ กองคลัง", "D1", TRUE },
  { "กองคลัง (งานพัสดุ)", "D1", TRUE },
  { "นิติกร สำนักปลัด", "D0", TRUE },
  { "งานการเจ้าหน้าที่/สำนักปลัดฯ", "D0", TRUE },
  { "หัวหน้าหน่วยตรวจสอบภายใน", "D7", TRUE },
  { "นักวิชาการตรวจสอบภายใน", "D7", TRUE },
  { "ตรวจสอบภายใน", "D7", TRUE },
  { "กองคลังและกองช่าง", "D1|D2", TRUE },
  { "กองช่าง กองคลัง", "D1|D2", TRUE },
  { "ทุกส่วนราชการ", "D0|D1|D2|D3|D4|D5|D6|D7", TRUE },
  { "ทุกส่วน ราชการ", "D0|D1|D2|D3|D4|D5|D6|D7", TRUE },
  { "หัวหน้าส่วนราชการ ทุกส่วน", "D0|D1|D2|D3|D4|D5|D6|D7", TRUE },
  { "หัวหน้าส่วนราชการ", "D0|D1|D2|D3|D4|D5|D6|D7", TRUE },
  { "ทุกหน่วยงาน", "D0|D1|D2|D3|D4|D5|D6|D7", TRUE },
  { "พนักงานทุกคน", "D0|D1|D2|D3|D4|D5|D6|D7", TRUE },
  { "ทุกส่วนราชการในสังกัด อบต.หินตั้ง", "D0|D1|D2|D3|D4|D5|D6|D7", TRUE },
  { "ทุกกอง", "D1|D2|D3|D4|D5|D6", TRUE },
  { "ผู้อำนวยการกองทุกกอง", "D1|D2|D3|D4|D5|D6", TRUE },
  { "ทุกสำนัก/กอง", "D0|D1|D2|D3|D4|D5|D6", TRUE },
  { "ทุกสำนัก / กอง", "D0|D1|D2|D3|D4|D5|D6", TRUE },
  { "ทุกสำนัก/กอง/หน่วย", "D0|D1|D2|D3|D4|D5|D6|D7", TRUE },
  { "สำนัก/กอง", "D0|D1|D2|D3|D4|D5|D6", TRUE },
  { "ทุกสำนักและทุกกอง", "D0|D1|D2|D3|D4|D5|D6", TRUE },
  { "ทุกสำนัก", "D0", TRUE },
  { "สำนักปลัดฯ และ ทุกกอง", "D0|D1|D2|D3|D4|D5|D6", TRUE },
  { "ทุกส่วนราชการที่เกี่ยวข้อง", "", TRUE },
  { "ส่วนราชการที่เกี่ยวข้อง", "", TRUE },
  { "หน่วยงานที่เกี่ยวข้อง", "", TRUE },
  { "กอง/ฝ่ายที่เกี่ยวข้อง", "", TRUE },
  { "ทุกกอง/ฝ่าย/งาน", "D1|D2|D3|D4|D5|D6", TRUE },
  { "ทุกงาน", "D0|D1|D2|D3|D4|D5|D6|D7", TRUE },
  { "ทุกงานในสำนักปลัด", "D0", TRUE },
  { "ทุกฝ่าย กองช่าง", "D2", TRUE },
  { "อบต.หินตั้ง", "", TRUE },
  { "ทุกภาคส่วน", "", TRUE },
  { "ประชาชน", "", FALSE },
  { "คณะทำงาน", "", TRUE },
  { "คณะกรรมการ ITA", "", TRUE },
  { "ผู้บริหาร", "", TRUE },
  { "ผู้ดูแลเว็บไซต์ Admin", "", TRUE },
  { "ปลัด อบต.", "", TRUE },
  { "งานประชาสัมพันธ์", "", TRUE },
  { "กองการประปา", "", FALSE },
  { "กองช่างสุขาภิบาล", "", FALSE },
  { "กองส่งเสริมอาชีพ", "", FALSE },
  { "กองทุนหลักประกันสุขภาพ", "", FALSE },
  { "ระบบสป.", "", FALSE },
  { "สป.", "D0", TRUE },
  { "อบรมแล้ว", "", FALSE },
  { "", "", FALSE },
};

static void
test_match (void)
{
  g_autoptr (MattraDivisionList) list = usual_list (MATTRA_ORGANISATION_SUBDISTRICT);

  for (guint i = 0; i < G_N_ELEMENTS (matches); i++)
    {
      g_autoptr (GPtrArray) ids = mattra_division_list_match (list, matches[i].party);
      g_autofree char *joined = join (ids);

      g_test_message ("%s -> %s", matches[i].party, joined);
      g_assert_cmpstr (joined, ==, matches[i].divisions);
      g_assert_cmpint (mattra_division_list_is_known (list, matches[i].party), ==, matches[i].known);
    }
}

static void
test_own_names (void)
{
  g_autoptr (GPtrArray) divisions = g_ptr_array_new_with_free_func ((GDestroyNotify) mattra_division_free);
  static const char *const names[] = { "สำนักปลัดเทศบาล", "กองวิชาการและแผนงาน", "กองพัฒนาชุมชนและอาชีพ", "กองช่าง" };
  static const struct
  {
    const char *party;
    const char *divisions;
  } expected[] = {
    { "สำนักปลัดฯ", "D0" },
    { "กองยุทธศาสตร์และงบประมาณ", "D1" },
    { "กองวิชาการฯ", "D1" },
    { "กองพัฒนาชุมชนฯ", "D2" },
    { "พัฒนาชุมชน", "D2" },
    { "หัวหน้าฝ่ายพัฒนาชุมชน", "D2" },
    { "กองพัฒนาชุมชนและอาชีพ และ กองช่าง", "D2|D3" },
    { "กองคลัง", "" },
  };
  g_autoptr (MattraDivisionList) list = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      MattraDivision *division = mattra_division_new (names[i]);

      division->id = g_strdup_printf ("D%u", i);
      if (i == 2)
        g_ptr_array_add (division->aliases, g_strdup ("พัฒนาชุมชน"));
      g_ptr_array_add (divisions, division);
    }
  list = mattra_division_list_new (divisions);

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (GPtrArray) ids = mattra_division_list_match (list, expected[i].party);
      g_autofree char *joined = join (ids);

      g_test_message ("%s -> %s", expected[i].party, joined);
      g_assert_cmpstr (joined, ==, expected[i].divisions);
    }
}

static const struct
{
  const char *text;
  const char *parts;
} splits[] = {
  { "ทุกส่วนราชการ", "ทุกส่วนราชการ" },
  { "  กองคลัง ", "กองคลัง" },
  { "", "" },
  { "-", "-" },
  { "กองคลัง, ทุกส่วนราชการ", "กองคลัง|ทุกส่วนราชการ" },
  { "สำนักปลัด / หน่วยตรวจสอบภายใน", "สำนักปลัด|หน่วยตรวจสอบภายใน" },
  { "สำนักปลัดฯ และทุกกอง", "สำนักปลัดฯ|ทุกกอง" },
  { "สำนักปลัดฯ และ ทุกกอง", "สำนักปลัดฯ|ทุกกอง" },
  { "หัวหน้าส่วนราชการ ทุกส่วน", "หัวหน้าส่วนราชการ ทุกส่วน" },
  { "ผู้ดูแลเว็บไซต์ Admin", "ผู้ดูแลเว็บไซต์ Admin" },
  { "นิติกร สำนักปลัด", "นิติกร สำนักปลัด" },
  { "งานการเจ้าหน้าที่ สำนักปลัดฯ", "งานการเจ้าหน้าที่ สำนักปลัดฯ" },
  { "งานการเจ้าหน้าที่/สำนักปลัดฯ", "งานการเจ้าหน้าที่/สำนักปลัดฯ" },
  { "งานการเจ้าหน้าที่/สำนักปลัดฯ/กองคลัง", "งานการเจ้าหน้าที่/สำนักปลัดฯ|กองคลัง" },
  { "ทุกสำนัก/กอง", "ทุกสำนัก/กอง" },
  { "ทุกสำนัก / กอง, หน่วยตรวจสอบภายใน", "ทุกสำนัก / กอง|หน่วยตรวจสอบภายใน" },
  { "สำนัก/กอง", "สำนัก/กอง" },
  { "กองยุทธศาสตร์และงบประมาณ", "กองยุทธศาสตร์และงบประมาณ" },
  { "กองยุทธศาสตร์ และงบประมาณ", "กองยุทธศาสตร์ และงบประมาณ" },
  { "กองการศึกษา ศาสนาและวัฒนธรรม", "กองการศึกษา ศาสนาและวัฒนธรรม" },
  { "กองการศึกษา ศาสนา และวัฒนธรรม/กองช่าง", "กองการศึกษา ศาสนา และวัฒนธรรม|กองช่าง" },
  { "กองการศึกษา\nศาสนาและวัฒนธรรม", "กองการศึกษา\nศาสนาและวัฒนธรรม" },
  { "กองคลังและกองช่าง", "กองคลัง|กองช่าง" },
  { "กองคลังและงานพัสดุ", "กองคลังและงานพัสดุ" },
  { "กองสาธารณสุขและสิ่งแวดล้อมและกองช่าง", "กองสาธารณสุขและสิ่งแวดล้อม|กองช่าง" },
  { "สำนักปลัด กองคลัง กองช่าง", "สำนักปลัด|กองคลัง|กองช่าง" },
  { "สำนักปลัด กองคลัง ฝ่ายอื่น", "สำนักปลัด กองคลัง ฝ่ายอื่น" },
  { "สำนักปลัด กองการศึกษา ศาสนาและวัฒนธรรม กองช่าง",
    "สำนักปลัด|กองการศึกษา ศาสนาและวัฒนธรรม|กองช่าง" },
  { "กองคลัง\nกองช่าง", "กองคลัง|กองช่าง" },
  { "1. กองคลัง 2. กองช่าง", "กองคลัง|กองช่าง" },
  { "๑.กองคลัง ๒.กองช่าง ๓.งานพัสดุ กองคลัง", "กองคลัง|กองช่าง|งานพัสดุ กองคลัง" },
  { "(1) กองคลัง (2) กองช่าง", "กองคลัง|กองช่าง" },
  { "- กองคลัง - กองช่าง", "กองคลัง|กองช่าง" },
  { "-กองคลัง\n-กองช่าง", "กองคลัง|กองช่าง" },
  { "กองคลัง (งานพัสดุ, งานการเงิน), กองช่าง", "กองคลัง (งานพัสดุ, งานการเงิน)|กองช่าง" },
  { "นักวิเคราะห์นโยบายและแผน สำนักปลัด", "นักวิเคราะห์นโยบายและแผน สำนักปลัด" },
  { "งานนโยบาย และแผน", "งานนโยบาย และแผน" },
  { "ปลัด อบต. และหัวหน้าสำนักปลัด", "ปลัด อบต.|หัวหน้าสำนักปลัด" },
  { "กองการแพทย์ กองการประปา", "กองการแพทย์|กองการประปา" },
  { "สํานักปลัด/กองคลัง", "สํานักปลัด|กองคลัง" },
  { "กองคลัง,,กองช่าง,", "กองคลัง|กองช่าง" },
  { "กองช่าง และผู้ที่เกี่ยวข้อง", "กองช่าง|ผู้ที่เกี่ยวข้อง" },
  { "กองสวัสดิการสังคม - กองช่าง", "กองสวัสดิการสังคม|กองช่าง" },
  { "สำนัก/กอง ที่เกี่ยวข้อง", "สำนัก/กอง ที่เกี่ยวข้อง" },
  { "หัวหน้าสำนักปลัด/ผู้อำนวยการกองคลัง", "หัวหน้าสำนักปลัด|ผู้อำนวยการกองคลัง" },
};

static void
test_split (void)
{
  g_autoptr (MattraDivisionList) list = usual_list (MATTRA_ORGANISATION_SUBDISTRICT);

  for (guint i = 0; i < G_N_ELEMENTS (splits); i++)
    {
      g_autoptr (GPtrArray) parts = mattra_division_list_split (list, splits[i].text);
      g_autofree char *joined = join (parts);

      g_test_message ("%s -> %s", splits[i].text, joined);
      g_assert_cmpstr (joined, ==, splits[i].parts);
    }
}

/* A hostile cell of the size an import lets through is read in time that grows with its length only. */
static void
test_long_texts (void)
{
  g_autoptr (MattraDivisionList) list = usual_list (MATTRA_ORGANISATION_SUBDISTRICT);
  static const char *const pieces[] = { "กองคลังและ", "((((((((", "และ และ ", "สำนักปลัด/", "1. 2. 3. ", "กอง", "- - " };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GPtrArray) parts = NULL;
      g_autoptr (GPtrArray) ids = NULL;

      while (text->len < 32 * 1024)
        g_string_append (text, pieces[i]);
      g_test_timer_start ();
      parts = mattra_division_list_split (list, text->str);
      ids = mattra_division_list_match (list, text->str);
      g_test_message ("%s: %u parts, %.3f s", pieces[i], parts->len, g_test_timer_elapsed ());
      g_assert_cmpuint (parts->len, >, 0);
    }
}

static void
test_repeated (void)
{
  g_autoptr (MattraDivisionList) list = usual_list (MATTRA_ORGANISATION_SUBDISTRICT);

  g_test_timer_start ();
  for (guint i = 0; i < 120000; i++)
    {
      g_autoptr (GPtrArray) ids = mattra_division_list_match (list, matches[i % G_N_ELEMENTS (matches)].party);

      g_assert_nonnull (ids);
    }
  g_test_timer_elapsed ();
  g_test_minimized_result (g_test_timer_last (), "120000 matches: %.3f s", g_test_timer_last ());
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/division/organisation-kind", test_organisation_kind);
  g_test_add_func ("/core/division/usual", test_usual);
  g_test_add_func ("/core/division/find", test_find);
  g_test_add_func ("/core/division/match", test_match);
  g_test_add_func ("/core/division/own-names", test_own_names);
  g_test_add_func ("/core/division/split", test_split);
  g_test_add_func ("/core/division/long-texts", test_long_texts);
  g_test_add_func ("/core/division/repeated", test_repeated);
  return g_test_run ();
}
