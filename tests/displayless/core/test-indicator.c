/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-indicator.h"

static const struct
{
  const char *text;
  int indicator;
} texts[] = {
  { "ตัวชี้วัดที่ ๒ การใช้งบประมาณ", 2 },
  { "ตัวชี้วัดที่ 10 การป้องกันการทุจริต", 10 },
  { "ตัวชี้วัดที่ 7", 7 },
  { "ตัวชี้วัด ITA ที่ 9", 9 },
  { "ตัวชี้วัดการใช้อำนาจ", 3 },
  { "2. การใช้งบประมาณ", 2 },
  { "๘) การปรับปรุงระบบการทำงาน", 8 },
  { "(4) การใช้ทรัพย์สินของราชการ", 4 },
  { "การเปิดเผยข้อมูล", 9 },
  { "การปรับปรุงระบบการทํางาน", 8 },
  { "คุณภาพการดำเนินงาน (EIT)", 6 },
  { "๕", 5 },
  { "10", 10 },
  { "ตัวชี้วัดที่ 2.1", 2 },
  { "1. การใช้งบประมาณ", 2 },
  { "11", 0 },
  { "0", 0 },
  { "9.1 ข้อมูลพื้นฐาน", 0 },
  { "ร้อยละ 80", 0 },
  { "รายงานผลอย่างน้อย 2 ครั้ง", 0 },
  { "2 ครั้ง", 0 },
  { "แนวทางการใช้งบประมาณ", 0 },
  { "การใช้งบประมาณของกองคลัง", 0 },
  { "", 0 },
  { NULL, 0 },
};

static void
test_from_text (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_test_message ("%s", texts[i].text);
      g_assert_cmpint (mattra_indicator_from_text (texts[i].text), ==, texts[i].indicator);
    }
}

static const struct
{
  const char *section;
  const char *title;
  int indicator;
} titles[] = {
  { NULL, "แนวทางการใช้งบประมาณ", 2 },
  { NULL,
    "การมอบหมายงาน ในการปฏิบัติงาน รวมถึงการประเมินผลการปฏิบัติงานตามระดับคุณภาพของงานโดยไม่เลือกปฏิบัติ", 3 },
  { NULL, "แนวทางปฏิบัติเกี่ยวกับการใช้ทรัพย์สินของราชการ", 4 },
  { NULL, "กิจกรรมรณรงค์ต่อต้านการทุจริต คอร์รัปชัน", 5 },
  { NULL, "แนวทางการดำเนินงานตามภารกิจ", 6 },
  { NULL, "ประสิทธิภาพการสื่อสาร", 7 },
  { NULL, "แนวทางปฏิบัติเกี่ยวกับการให้ผู้รับบริการหรือผู้มีส่วนได้เสียเข้ามามีส่วนร่วมในการปรับปรุงการดำเนินงาน", 8 },
  { NULL, "การปรับปรุงระบบการทำงาน และการเพิ่มประสิทธิภาพการสื่อสาร", 8 },
  { NULL,
    "ส่งเสริม สนับสนุน ให้บุคลากร อบต. ทินตัง ได้พัฒนาตน ด้านความรู้เกี่ยวกับกฎ ระเบียบ ที่เกี่ยวข้องในการปฏิบัติงาน", 1 },
  { NULL, "จัดทำมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน และวิเคราะห์ความเสี่ยงการทุจริต", 10 },
  { NULL, "การเปิดเผยข้อมูล และการบริหารจัดการ", 9 },
  { NULL, "แนวทางการดำเนินการเพื่อป้องกันการทุจริต", 10 },
  { NULL, "การเปิดเผยแผนการใช้จ่ายงบประมาณให้บุคลากรและประชาชนทราบ", 2 },
  { NULL, "No Gift Policy งดรับ งดให้ ของขวัญทุกชนิดจากการปฏิบัติหน้าที่", 10 },
  { "ตัวชี้วัดที่ ๗ ประสิทธิภาพการสื่อสาร", "แนวทางการใช้งบประมาณ", 7 },
  { "ด้านการบริหาร", "แนวทางการใช้งบประมาณ", 2 },
  { NULL, "ทำความสะอาด", 0 },
  { NULL, "", 0 },
};

static void
test_propose (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autoptr (MattraMeasure) measure = mattra_measure_new ();

      mattra_measure_set_section (measure, titles[i].section);
      mattra_measure_set_title (measure, titles[i].title);
      g_test_message ("%s", titles[i].title);
      g_assert_cmpint (mattra_indicator_propose (measure), ==, titles[i].indicator);
    }
}

static void
test_names (void)
{
  for (int i = 1; i <= MATTRA_N_INDICATORS; i++)
    g_assert_cmpint (mattra_indicator_from_text (mattra_indicator_get_name (i)), ==, i);
  g_assert_null (mattra_indicator_get_name (0));
  g_assert_null (mattra_indicator_get_name (11));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/indicator/from-text", test_from_text);
  g_test_add_func ("/core/indicator/propose", test_propose);
  g_test_add_func ("/core/indicator/names", test_names);
  return g_test_run ();
}
