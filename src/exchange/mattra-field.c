/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-field.h"

#include <string.h>

#include "mattra-text.h"

typedef struct
{
  const char *name; /* JSON */
  const char *label; /* the usual head of the column */
  int kind; /* MattraItemKind, -1 for no items */
} Field;

static const Field fields[MATTRA_N_FIELDS] = {
  [MATTRA_FIELD_NONE] = { "", "", -1 },
  [MATTRA_FIELD_NUMBER] = { "number", "ที่", -1 },
  [MATTRA_FIELD_TITLE] = { "title", "มาตรการ", -1 },
  [MATTRA_FIELD_SECTION] = { "section", "หมวด", -1 },
  [MATTRA_FIELD_ITA_INDICATOR] = { "ita_indicator", "ตัวชี้วัด ITA", -1 },
  [MATTRA_FIELD_TOPIC] = { "topic", "ประเด็นตามองค์ประกอบ", -1 },
  [MATTRA_FIELD_STEPS] = { "steps", "วิธีการดำเนินการ", MATTRA_ITEM_STEP },
  [MATTRA_FIELD_INDICATORS] = { "indicators", "ตัวชี้วัดความสำเร็จ", MATTRA_ITEM_KPI },
  [MATTRA_FIELD_INDICATOR_EITHER] = { "indicators", "ตัวชี้วัด", MATTRA_ITEM_KPI },
  [MATTRA_FIELD_RESPONSIBLE] = { "responsible", "ผู้รับผิดชอบ", -1 },
  [MATTRA_FIELD_PERIOD] = { "period", "ระยะเวลาดำเนินการ", -1 },
  [MATTRA_FIELD_PERIOD_START] = { "period_start", "เริ่มต้น", -1 },
  [MATTRA_FIELD_PERIOD_END] = { "period_end", "สิ้นสุด", -1 },
  [MATTRA_FIELD_PERIOD_TICK] = { "period", "", -1 },
  [MATTRA_FIELD_RESULTS] = { "results", "ผลการดำเนินการ", MATTRA_ITEM_RESULT },
  [MATTRA_FIELD_OBSTACLES] = { "obstacles", "ปัญหา/อุปสรรค", MATTRA_ITEM_OBSTACLE },
  [MATTRA_FIELD_RECOMMENDATIONS] = { "recommendations", "ข้อเสนอแนะ", MATTRA_ITEM_RECOMMENDATION },
  [MATTRA_FIELD_OBSTACLES_AND_RECOMMENDATIONS] = { "obstacles", "ปัญหาอุปสรรคและข้อเสนอแนะ", MATTRA_ITEM_OBSTACLE },
  [MATTRA_FIELD_FOLLOW_UP] = { "follow_up", "การกำกับติดตาม", MATTRA_ITEM_FOLLOW_UP },
  [MATTRA_FIELD_BUDGET] = { "budget", "งบประมาณ", MATTRA_ITEM_BUDGET },
  [MATTRA_FIELD_EVIDENCE] = { "evidence", "เอกสารหลักฐาน", MATTRA_ITEM_EVIDENCE },
  [MATTRA_FIELD_NOTE] = { "note", "หมายเหตุ", MATTRA_ITEM_NOTE },
  [MATTRA_FIELD_STATUS] = { "status", "สถานะการดำเนินการ", -1 },
  [MATTRA_FIELD_STATUS_TICK] = { "status", "", -1 },
  [MATTRA_FIELD_EXTRA] = { "extra", "", MATTRA_ITEM_EXTRA },
};

typedef struct
{
  MattraField field;
  MattraField alternative; /* NONE: the head is sure */
  const char *names; /* folded, divided by spaces */
} Names;

/* Heads met in reports of Thai local governments (domain.md sections 7 and 1.3), and their near relatives. */
static const Names known_names[] = {
  { MATTRA_FIELD_NUMBER, MATTRA_FIELD_NONE,
    "ที่ ลำดับ ลำดับที่ ลำดับมาตรการ ข้อ ข้อที่ มาตรการที่ no no. #" },
  { MATTRA_FIELD_TITLE, MATTRA_FIELD_NONE,
    "มาตรการ มาตรการ/แนวทาง มาตรการ/กิจกรรม มาตรการ/โครงการ มาตรการ/โครงการ/กิจกรรม มาตรการ/แนวทาง/กิจกรรม "
    "โครงการ/มาตรการ กิจกรรม/มาตรการ แนวทาง/มาตรการ โครงการ/กิจกรรม/มาตรการ ชื่อมาตรการ มาตรการและแนวทาง "
    "โครงการ/มาตรการ/กิจกรรม มาตรการ/แนวทางปฏิบัติ มาตรการ/แนวทางการดำเนินงาน มาตรการ/แนวทางการดำเนินการ" },
  { MATTRA_FIELD_TITLE, MATTRA_FIELD_STEPS, "โครงการ/กิจกรรม โครงการ ชื่อโครงการ ชื่อโครงการ/กิจกรรม ชื่อกิจกรรม" },
  { MATTRA_FIELD_TITLE, MATTRA_FIELD_EXTRA, "ประเด็น ประเด็นการพัฒนา ประเด็นที่ต้องพัฒนา ประเด็นการประเมิน หัวข้อ เรื่อง รายการ" },
  { MATTRA_FIELD_STEPS, MATTRA_FIELD_NONE,
    "วิธีการดำเนินการ วิธีดำเนินการ วิธีการดำเนินงาน วิธีดำเนินงาน วิธีการ วิธีปฏิบัติ วิธีการปฏิบัติ ขั้นตอน ขั้นตอน/วิธีการ "
    "ขั้นตอน/วิธีการปฏิบัติ ขั้นตอน/วิธีการดำเนินการ ขั้นตอน/วิธีการดำเนินงาน ขั้นตอนการดำเนินการ ขั้นตอนการดำเนินงาน ขั้นตอนการปฏิบัติ "
    "ขั้นตอนการปฏิบัติงาน รายละเอียดการดำเนินงาน รายละเอียดการดำเนินการ แนวปฏิบัติ แนวทางปฏิบัติ" },
  { MATTRA_FIELD_STEPS, MATTRA_FIELD_TITLE,
    "กิจกรรม/โครงการ กิจกรรม กิจกรรมที่ดำเนินการ กิจกรรมการดำเนินงาน กิจกรรม/วิธีการ แนวทางการดำเนินงาน แนวทางการดำเนินการ "
    "แนวทางดำเนินงาน แนวทางดำเนินการ แนวทางการปฏิบัติ แนวทาง" },
  { MATTRA_FIELD_STEPS, MATTRA_FIELD_EXTRA, "รายละเอียด การดำเนินการ การดำเนินงาน" },
  { MATTRA_FIELD_RESPONSIBLE, MATTRA_FIELD_NONE,
    "ผู้รับผิดชอบ หน่วยงานที่รับผิดชอบ หน่วยงานรับผิดชอบ หน่วยงานผู้รับผิดชอบ ส่วนราชการที่รับผิดชอบ ส่วนราชการรับผิดชอบ ผู้รับผิดชอบหลัก "
    "ผู้รับผิดชอบโครงการ ผู้รับผิดชอบดำเนินการ" },
  { MATTRA_FIELD_RESPONSIBLE, MATTRA_FIELD_EXTRA,
    "ผู้ที่เกี่ยวข้อง ผู้เกี่ยวข้อง หน่วยงานที่เกี่ยวข้อง ส่วนราชการ หน่วยงาน หน่วยงานเจ้าภาพ เจ้าภาพ สำนัก/กอง กอง/สำนัก ผู้ดำเนินการ" },
  { MATTRA_FIELD_PERIOD, MATTRA_FIELD_NONE,
    "ระยะเวลา ระยะเวลาดำเนินงาน ระยะเวลาดำเนินการ ระยะเวลาการดำเนินงาน ระยะเวลาการดำเนินการ ระยะเวลาในการดำเนินงาน "
    "ระยะเวลาในการดำเนินการ ระยะเวลาที่ดำเนินการ ระยะเวลาที่ดำเนินงาน กำหนดเวลา กำหนดระยะเวลา ห้วงเวลา ห้วงระยะเวลา ห้วงเวลาดำเนินการ "
    "ห้วงเวลาดำเนินงาน ช่วงเวลา ช่วงเวลาดำเนินการ ช่วงเวลาดำเนินงาน ช่วงเวลาที่ดำเนินการ ช่วงระยะเวลา กำหนดแล้วเสร็จ กำหนดการ "
    "วันที่ดำเนินการ วันเดือนปีที่ดำเนินการ วัน/เดือน/ปี" },
  { MATTRA_FIELD_PERIOD_START, MATTRA_FIELD_EXTRA, "เริ่มต้น เริ่ม วันเริ่ม วันเริ่มต้น วันที่เริ่ม วันที่เริ่มต้น เริ่มดำเนินการ" },
  { MATTRA_FIELD_PERIOD_END, MATTRA_FIELD_EXTRA, "สิ้นสุด วันสิ้นสุด วันที่สิ้นสุด สิ้นสุดดำเนินการ" },
  { MATTRA_FIELD_RESULTS, MATTRA_FIELD_NONE,
    "ผลการดำเนินการ ผลการดำเนินงาน ผลดำเนินการ ผลดำเนินงาน ผลการปฏิบัติ ผลการปฏิบัติงาน สรุปผลการดำเนินการ สรุปผลการดำเนินงาน "
    "รายงานผลการดำเนินการ รายงานผลการดำเนินงาน ผลการดำเนินการตามมาตรการ ผลการดำเนินงานตามมาตรการ" },
  { MATTRA_FIELD_OBSTACLES, MATTRA_FIELD_NONE,
    "ปัญหา/อุปสรรค ปัญหาอุปสรรค ปัญหาและอุปสรรค ปัญหา อุปสรรค อุปสรรค/ปัญหา ปัญหาที่พบ ปัญหา/อุปสรรคที่พบ ปัญหาหรืออุปสรรค" },
  { MATTRA_FIELD_RECOMMENDATIONS, MATTRA_FIELD_NONE,
    "ข้อเสนอแนะ ข้อคิดเห็น/ข้อเสนอแนะ ความเห็น/ข้อเสนอแนะ ข้อคิดเห็นและข้อเสนอแนะ ข้อเสนอแนะ/ข้อคิดเห็น" },
  { MATTRA_FIELD_RECOMMENDATIONS, MATTRA_FIELD_EXTRA, "ข้อคิดเห็น ความคิดเห็น แนวทางแก้ไข แนวทางการแก้ไข แนวทางแก้ไขปัญหา แนวทางการแก้ไขปัญหา" },
  { MATTRA_FIELD_OBSTACLES_AND_RECOMMENDATIONS, MATTRA_FIELD_NONE,
    "ปัญหาอุปสรรคข้อเสนอแนะ ปัญหาอุปสรรคและข้อเสนอแนะ ปัญหา/อุปสรรคข้อเสนอแนะ" },
  { MATTRA_FIELD_INDICATORS, MATTRA_FIELD_NONE,
    "ตัวชี้วัดความสำเร็จ ตัวชี้วัดผลสำเร็จ ตัวชี้วัด/เป้าหมาย ตัวชี้วัดและเป้าหมาย ตัวชี้วัด/ค่าเป้าหมาย ตัวชี้วัดและค่าเป้าหมาย ตัวชี้วัดโครงการ "
    "ตัวชี้วัดของมาตรการ ตัวชี้วัดมาตรการ เป้าหมาย/ตัวชี้วัด kpi" },
  { MATTRA_FIELD_INDICATORS, MATTRA_FIELD_EXTRA, "เป้าหมาย ค่าเป้าหมาย" },
  { MATTRA_FIELD_INDICATOR_EITHER, MATTRA_FIELD_INDICATORS, "ตัวชี้วัด ตัวชี้วัดที่" },
  { MATTRA_FIELD_ITA_INDICATOR, MATTRA_FIELD_EXTRA,
    "ตัวชี้วัดita ตัวชี้วัดการประเมิน ตัวชี้วัดการประเมินita ตัวชี้วัดตามการประเมินita ita ตัวชี้วัดที่เกี่ยวข้อง" },
  { MATTRA_FIELD_FOLLOW_UP, MATTRA_FIELD_NONE,
    "การกำกับติดตาม การกำกับ/ติดตาม แนวทางการกำกับติดตาม แนวทางกำกับติดตาม การกำกับติดตามผล การกำกับติดตามและรายงานผล การติดตาม "
    "การติดตามผล การติดตามและประเมินผล การติดตามประเมินผล การกำกับติดตามและประเมินผล วิธีการกำกับติดตาม วิธีการติดตาม "
    "แนวทางการกำกับติดตามให้นำไปสู่การปฏิบัติ แนวทางการกำกับติดตามให้นำไปสู่การปฏิบัติและการรายงานผล" },
  { MATTRA_FIELD_EVIDENCE, MATTRA_FIELD_NONE,
    "เอกสารหลักฐาน เอกสาร/หลักฐาน หลักฐาน เอกสารและหลักฐาน หลักฐานประกอบ เอกสารประกอบ เอกสาร/หลักฐานประกอบ เอกสารหลักฐานประกอบ "
    "เอกสารอ้างอิง หลักฐานอ้างอิง หลักฐานเชิงประจักษ์ ร่องรอยหลักฐาน ร่องรอย/หลักฐาน" },
  { MATTRA_FIELD_EVIDENCE, MATTRA_FIELD_EXTRA, "ลิงก์ ลิงค์ url link" },
  { MATTRA_FIELD_BUDGET, MATTRA_FIELD_NONE, "งบประมาณ วงเงินงบประมาณ งบประมาณที่ใช้ งบประมาณดำเนินการ จำนวนงบประมาณ" },
  { MATTRA_FIELD_BUDGET, MATTRA_FIELD_EXTRA, "วงเงิน ค่าใช้จ่าย จำนวนเงิน" },
  { MATTRA_FIELD_NOTE, MATTRA_FIELD_NONE, "หมายเหตุ" },
  { MATTRA_FIELD_SECTION, MATTRA_FIELD_EXTRA, "หมวด ด้าน มิติ กลุ่มมาตรการ หมวดมาตรการ" },
  { MATTRA_FIELD_TOPIC, MATTRA_FIELD_EXTRA, "ประเด็นตามองค์ประกอบ" },
  { MATTRA_FIELD_STATUS, MATTRA_FIELD_NONE, "สถานะ สถานะการดำเนินการ สถานะการดำเนินงาน สถานภาพ สถานะดำเนินการ สถานะดำเนินงาน" },
};

/* Heads that mean one thing in a report and another in a plan. */
static const Names report_names[] = {
  { MATTRA_FIELD_RESULTS, MATTRA_FIELD_EXTRA, "ผลลัพธ์ การรายงานผล ผลสำเร็จ ผลที่ได้รับ ผลที่ได้ ความก้าวหน้า ผลสัมฤทธิ์" },
  { MATTRA_FIELD_RECOMMENDATIONS, MATTRA_FIELD_EXTRA, "แนวทางการพัฒนา แนวทางพัฒนา" },
};

static const Names plan_names[] = {
  { MATTRA_FIELD_EXTRA, MATTRA_FIELD_EXTRA, "ผลลัพธ์ ผลสำเร็จ ผลที่ได้รับ ผลที่ได้ ผลสัมฤทธิ์" },
  { MATTRA_FIELD_FOLLOW_UP, MATTRA_FIELD_EXTRA, "การรายงานผล" },
  { MATTRA_FIELD_STEPS, MATTRA_FIELD_TITLE, "แนวทางการพัฒนา แนวทางพัฒนา" },
};

typedef struct
{
  MattraStatus status;
  const char *words; /* folded, divided by spaces */
} StatusWords;

static const StatusWords status_words[] = {
  { MATTRA_STATUS_DONE,
    "แล้วเสร็จ ดำเนินการแล้วเสร็จ ดำเนินการแล้ว ดำเนินการเสร็จแล้ว ดำเนินการเสร็จสิ้น ดำเนินการเสร็จสิ้นแล้ว เสร็จสิ้น เสร็จแล้ว เสร็จ "
    "ดำเนินงานแล้วเสร็จ ดำเนินงานแล้ว เสร็จเรียบร้อย done" },
  { MATTRA_STATUS_IN_PROGRESS,
    "อยู่ระหว่างดำเนินการ อยู่ระหว่างการดำเนินการ อยู่ระหว่างดำเนินงาน อยู่ระหว่าง กำลังดำเนินการ ระหว่างดำเนินการ ยังไม่แล้วเสร็จ ไม่แล้วเสร็จ "
    "ดำเนินการยังไม่แล้วเสร็จ ดำเนินการไม่แล้วเสร็จ in_progress" },
  { MATTRA_STATUS_NOT_STARTED,
    "ยังไม่ดำเนินการ ยังไม่ได้ดำเนินการ ไม่ได้ดำเนินการ ยังไม่เริ่มดำเนินการ ยังไม่เริ่ม ไม่ดำเนินการ ยังไม่ได้ดำเนินงาน ยังไม่ถึงกำหนด "
    "ยังไม่ถึงกำหนดดำเนินการ not_started" },
  { MATTRA_STATUS_CANCELLED, "ยกเลิก ยกเลิกการดำเนินการ ขอยกเลิก ยกเลิกโครงการ ยกเลิกมาตรการ cancelled" },
};

/* Whether @words holds @word (of @length bytes) whole. */
static gboolean
holds_word (const char *words,
            const char *word,
            gsize       length)
{
  for (const char *p = words; length > 0 && (p = strstr (p, word)) != NULL; p += length)
    if ((p == words || p[-1] == ' ') && (p[length] == ' ' || p[length] == '\0'))
      return TRUE;

  return FALSE;
}

static const Names *
find_exact (const char *folded)
{
  gsize length = strlen (folded);

  for (guint i = 0; i < G_N_ELEMENTS (known_names); i++)
    if (holds_word (known_names[i].names, folded, length))
      return &known_names[i];

  return NULL;
}

static const Names *
find_by_context (const char *folded,
                 gboolean    is_report)
{
  const Names *names = is_report ? report_names : plan_names;
  guint n = is_report ? G_N_ELEMENTS (report_names) : G_N_ELEMENTS (plan_names);

  for (guint i = 0; i < n; i++)
    if (holds_word (names[i].names, folded, strlen (folded)))
      return &names[i];

  return NULL;
}

/* The longest known name that @folded begins with; short ones begin too much else. */
static const Names *
find_beginning (const char *folded)
{
  const Names *best = NULL;
  gsize best_length = strlen ("มาตรกา");

  for (guint i = 0; i < G_N_ELEMENTS (known_names); i++)
    for (const char *p = known_names[i].names; *p != '\0';)
      {
        gsize length = strcspn (p, " ");

        if (length > best_length && strncmp (folded, p, length) == 0)
          {
            best = &known_names[i];
            best_length = length;
          }
        p += length + (p[length] == ' ');
      }

  return best;
}

static void
set_name (MattraFieldName *name,
          const Names     *names,
          gboolean         exact)
{
  *name = (MattraFieldName) { names->field, names->alternative, names->alternative == MATTRA_FIELD_NONE, exact,
                              MATTRA_STATUS_NONE };
}

static gboolean
is_pair (MattraField a,
         MattraField b)
{
  return (a == MATTRA_FIELD_OBSTACLES && b == MATTRA_FIELD_RECOMMENDATIONS)
         || (a == MATTRA_FIELD_RECOMMENDATIONS && b == MATTRA_FIELD_OBSTACLES);
}

/* "ปัญหา/อุปสรรค/ข้อเสนอแนะ", "ปัญหาอุปสรรคและแนวทางแก้ไข": each part is known, and two things are meant. */
static gboolean
find_parts (const char      *folded,
            MattraFieldName *name)
{
  g_autoptr (GString) divided = g_string_new (folded);
  g_auto (GStrv) parts = NULL;
  const Names *first = NULL;
  gboolean pair = FALSE;

  g_string_replace (divided, "และ", "/", 0);
  parts = g_strsplit (divided->str, "/", -1);
  if (g_strv_length (parts) < 2)
    return FALSE;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      const Names *names = find_exact (parts[i]);

      if (names == NULL)
        return FALSE;
      if (first == NULL)
        first = names;
      pair |= is_pair (first->field, names->field);
    }

  set_name (name, first, TRUE);
  if (pair)
    *name = (MattraFieldName) { MATTRA_FIELD_OBSTACLES_AND_RECOMMENDATIONS, MATTRA_FIELD_NONE, TRUE, TRUE,
                                MATTRA_STATUS_NONE };

  return TRUE;
}

/* Takes out what stands in parentheses, and a colon or dot at the end. */
static char *
without_remarks (const char *folded)
{
  g_autoptr (GString) kept = g_string_new (NULL);
  int depth = 0;

  for (const char *p = folded; *p != '\0'; p++)
    {
      if (*p == '(')
        depth++;
      if (depth == 0)
        g_string_append_c (kept, *p);
      if (*p == ')' && depth > 0)
        depth--;
    }
  while (kept->len > 0 && strchr (":.*", kept->str[kept->len - 1]) != NULL)
    g_string_truncate (kept, kept->len - 1);

  return g_string_free (g_steal_pointer (&kept), FALSE);
}

/**
 * mattra_field_status_of_word:
 * @text: a cell or the head of a column
 *
 * Reads the words by which offices state a status, whatever spaces they hold.
 *
 * Returns: the status that can be stated by a person, or %MATTRA_STATUS_NONE
 */
MattraStatus
mattra_field_status_of_word (const char *text)
{
  g_autofree char *folded = NULL;

  g_return_val_if_fail (text != NULL, MATTRA_STATUS_NONE);

  folded = mattra_text_fold_compare (text);
  for (guint i = 0; i < G_N_ELEMENTS (status_words); i++)
    if (holds_word (status_words[i].words, folded, strlen (folded)))
      return status_words[i].status;

  return MATTRA_STATUS_NONE;
}

static gboolean
find_whole (const char      *folded,
            gboolean         is_report,
            MattraFieldName *name)
{
  const Names *names = find_exact (folded);

  if (names == NULL)
    names = find_by_context (folded, is_report);
  if (names == NULL)
    return find_parts (folded, name);

  set_name (name, names, TRUE);
  return TRUE;
}

/**
 * mattra_field_from_head:
 * @head: the head of a column
 * @is_report: whether the document reports results; it decides names such as ผลลัพธ์
 * @name: (out): what the head says
 *
 * Reads the head of a column: known names with spaces anywhere, remarks in parentheses, two names with
 * "/" or "และ" between them, and names that go on ("ผลการดำเนินงานรอบ ๖ เดือน").
 *
 * Returns: %TRUE if the head is known
 */
gboolean
mattra_field_from_head (const char      *head,
                        gboolean         is_report,
                        MattraFieldName *name)
{
  g_autofree char *folded = NULL;
  g_autofree char *bare = NULL;
  const Names *names;
  MattraStatus status;

  g_return_val_if_fail (head != NULL, FALSE);
  g_return_val_if_fail (name != NULL, FALSE);

  folded = mattra_text_fold_compare (head);
  bare = without_remarks (folded);
  if (*bare == '\0')
    return FALSE;
  if (find_whole (folded, is_report, name) || find_whole (bare, is_report, name))
    return TRUE;

  status = mattra_field_status_of_word (bare);
  if (status != MATTRA_STATUS_NONE)
    {
      *name = (MattraFieldName) { MATTRA_FIELD_STATUS_TICK, MATTRA_FIELD_NONE, TRUE, TRUE, status };
      return TRUE;
    }

  names = find_beginning (bare);
  if (names != NULL)
    set_name (name, names, FALSE);

  return names != NULL;
}

/**
 * mattra_field_to_string:
 * @field: a field
 *
 * Returns: (transfer none): its key in JSON
 */
const char *
mattra_field_to_string (MattraField field)
{
  g_return_val_if_fail (field < MATTRA_N_FIELDS, NULL);

  return fields[field].name;
}

/**
 * mattra_field_to_label:
 * @field: a field
 *
 * Returns: (transfer none): the usual Thai head of its column; empty where there is none
 */
const char *
mattra_field_to_label (MattraField field)
{
  g_return_val_if_fail (field < MATTRA_N_FIELDS, NULL);

  return fields[field].label;
}

/**
 * mattra_field_from_string:
 * @text: a key in JSON
 * @field: (out): the field
 *
 * Returns: %TRUE if @text is a key of a measure's field
 */
gboolean
mattra_field_from_string (const char  *text,
                          MattraField *field)
{
  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (field != NULL, FALSE);

  for (guint i = MATTRA_FIELD_NUMBER; i < MATTRA_N_FIELDS; i++)
    if (strcmp (fields[i].name, text) == 0)
      {
        *field = (MattraField) i;
        return TRUE;
      }

  return FALSE;
}

/**
 * mattra_field_to_item_kind:
 * @field: a field
 * @kind: (out): the kind of its items
 *
 * Returns: %TRUE if the field's cells hold items
 */
gboolean
mattra_field_to_item_kind (MattraField     field,
                           MattraItemKind *kind)
{
  g_return_val_if_fail (field < MATTRA_N_FIELDS, FALSE);
  g_return_val_if_fail (kind != NULL, FALSE);

  if (fields[field].kind < 0)
    return FALSE;

  *kind = (MattraItemKind) fields[field].kind;
  return TRUE;
}

/**
 * mattra_field_may_repeat:
 * @field: a field
 *
 * Returns: whether several columns of a table may hold it
 */
gboolean
mattra_field_may_repeat (MattraField field)
{
  return field == MATTRA_FIELD_STATUS_TICK || field == MATTRA_FIELD_PERIOD_TICK || field == MATTRA_FIELD_EXTRA
         || field == MATTRA_FIELD_NONE;
}
