/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-error.h"
#include "mattra-line-break.h"

#include <gio/gio.h>
#include <locale.h>
#include <string.h>

static MattraLineBreak *
open_line_break (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_build_filename (g_getenv ("MATTRA_DATA_DIR"), "dictionary", NULL);
  MattraLineBreak *breaker = mattra_line_break_new (folder, &error);

  g_assert_no_error (error);
  return breaker;
}

/* In the tables `|` stands where a line must not end as long as anything else fits, `~` where it
 * may. */
static gboolean
suits (char   sign,
       guint8 cost)
{
  gboolean may_end = cost >= MATTRA_BREAK_SPACE && cost <= MATTRA_BREAK_FAIR;

  return sign == '~' ? may_end : !may_end;
}

static const char *const judged[] = {
  /* dates and years */
  "วันที่ |๙ |ธันวาคม |๒๕๖๕ ~และ",
  "เดือน|ตุลาคม |๒๕๖๕ |เดือน|เมษายน |๒๕๖๖",
  "๙ |ธ.|ค.|๖๕",
  "ต.|ค.|๖๕ |- ~มี.|ค.|๖๖",
  "๑ |ต.ค. |๖๕ |– ~๓๑ |มี.ค. |๖๖",
  "๑๕ |- |๑๗ |มีนาคม |๒๕๖๖",
  "๕ |มค. |๖๗",
  "ประจำปีงบประมาณ |พ.|ศ. |๒๕|๖๖ ~ตาม",
  "ปีงบประมาณ |2567 ~และ",
  "งบประมาณ |๘๔๐,|๐๐๐ |บาท",
  "(พ.ศ. |๒๕๖๗ |– |๒๕๖๙) |ให้",
  "ภาคเรียนที่ |๑ |ปีการศึกษา |๒๕๖๘",
  "ประจำปี ~๒. |รายงาน",
  "โครงการ|ที่ |๔ ~และ|โครงการ~ที่|ดำเนินการ",
  "พ.ศ |๒๕๖๖",
  "ไตรมาสที่ |๒",
  "๙/|๑๒/|๒๕๖๕",
  /* numbers */
  "จำนวน ~๑๒ |มาตรการ ~ตาม",
  "ภายใน ~๗ |วัน",
  "ครบ~ทั้ง |๕ |รายการ",
  "ให้ ~๓. |แจ้ง",
  "ร้อยละ |82.|5 ~ของ",
  "ที่ |112/|2566",
  "1,|000 |บาท",
  "๑๐ |กม.",
  "๐๘.๓๐ |น.",
  "๘๐|%",
  "O|42 ~และ",
  /* items */
  "๑. |แจ้ง",
  "๑.|แจ้ง",
  "ทราบ ~๒. |ประกาศ",
  "๑|) |ประกาศ",
  "(|๑|) |ประกาศ",
  "(|๑|) ~๒. |ประกาศ",
  "- |ประกาศ",
  "ประกาศ ~- |ตรวจ",
  /* what clings */
  "อื่น|ๆ~ที่",
  "ต่าง |ๆ ~ที่",
  "ถนน ~แม่น้ำ |ฯลฯ",
  "สำนักปลัด|ฯ ~และ",
  "“|คู่มือ”| ~และ",
  "ว่า ~\"|ไม่ทน|\" ~และ",
  "(|Integrity ~and ~Transparency|) ~และ",
  "จริง|! ~และ",
  "(|ลงชื่อ|)|..........|ผู้จัดทำ",
  /* abbreviations and names */
  "อ|บ|ต|.|หินตั้ง",
  "สมาชิกสภา~อ|บ|ต|. ~เข้ามา",
  "ตาม~พ.|ร.|บ.|ข้อมูล",
  "ตาม ~พรบ.|ข้อมูล",
  "นาย|สมชาย |ใจ|ดี ~ปลัด",
  "ตำบล|หิน|ตั้ง ~อำเภอ|บ้าน|ไผ่",
  "ณ |จุด|บริการ",
  /* words and compounds */
  "ได้~กำหนด~มาตรการ~ใน|หน่วยงาน",
  "กระบวน|การ~ตรวจ|สอบ~และ~ความ|โปร่งใส",
  "ประชุม|ชี้แจง~หลัก|เกณฑ์|การ|ประเมิน",
  "ประกาศ~แนวปฏิบัติ|การ|ยืมทรัพย์สิน",
  "ดัง|กล่าว", "หน่วย|งาน", "ดำเนิน|การ", "การ|ดำเนิน|งาน", "ผู้|รับ|บริการ", "เว็บ|ไซต์",
  "ลด|การ|ทุจริต",
  "ไม่|เลือก|ปฏิบัติ",
  "บรรจุ|/~โอน",
  "บุคคล|นี้~และ|ประชาชน",
  /* foreign words */
  "E-|Service",
  "Zero ~Tolerance",
  "ระบบ~LINE ~Official ~Account",
  "http|://|www.|hintang.|go.|th",
};

static void
judge (MattraLineBreak *breaker,
       const char      *marked)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) signs = g_string_new (NULL);
  g_autofree guint8 *costs = NULL;

  g_string_append_c (signs, ' ');
  for (const char *at = marked; *at != '\0'; at++)
    if (*at == '|' || *at == '~')
      signs->str[text->len] = *at;
    else
      {
        g_string_append_c (text, *at);
        g_string_append_c (signs, ' ');
      }
  costs = g_malloc (text->len + 1);
  mattra_line_break_analyse (breaker, text->str, text->len, costs);
  for (gsize i = 0; i < text->len; i++)
    if (signs->str[i] != ' ' && !suits (signs->str[i], costs[i]))
      {
        g_test_message ("“%.*s⏎%s” costs %d", (int) i, text->str, text->str + i, costs[i]);
        g_test_fail ();
      }
}

static void
test_judged (void)
{
  g_autoptr (MattraLineBreak) breaker = open_line_break ();

  for (gsize i = 0; i < G_N_ELEMENTS (judged); i++)
    judge (breaker, judged[i]);
}

/* Lines must not end inside the words, but a compound wider than its column must have a place. */
static void
test_long_compounds (void)
{
  static const char *const compounds[] = {
    "องค์การบริหารส่วนตำบลหินตั้ง", "สำนักงานคณะกรรมการป้องกันและปราบปรามการทุจริตแห่งชาติ",
    "นักวิเคราะห์นโยบายและแผน", "ศูนย์พัฒนาเด็กเล็ก", "ป้องกันและบรรเทาสาธารณภัย",
    "https://www.example.go.th/a/b?c=d&e=f",
  };
  g_autoptr (MattraLineBreak) breaker = open_line_break ();

  for (gsize i = 0; i < G_N_ELEMENTS (compounds); i++)
    {
      gsize length = strlen (compounds[i]);
      g_autofree guint8 *costs = g_malloc (length + 1);

      mattra_line_break_analyse (breaker, compounds[i], length, costs);
      if (memchr (costs, MATTRA_BREAK_POOR, length) == NULL)
        {
          g_test_message ("nothing inside %s", compounds[i]);
          g_test_fail ();
        }
    }
}

/* Where a place's name does not fit beside what it is, it goes on to the next line whole. */
static void
test_place_names (void)
{
  static const char *const kinds[] = { "ปลัดองค์การบริหารส่วนตำบล", "นายกองค์การบริหารส่วนตำบล", "ตำบล" };
  static const char *const parts[] = { "ดอน", "ตะวัน" };
  g_autoptr (MattraLineBreak) breaker = open_line_break ();

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *text = g_strconcat (kinds[i], parts[0], parts[1], NULL);
      gsize before = strlen (kinds[i]);
      g_autofree guint8 *costs = g_malloc (strlen (text) + 1);

      mattra_line_break_analyse (breaker, text, strlen (text), costs);
      g_assert_cmpint (costs[before], !=, MATTRA_BREAK_NEVER);
      g_assert_cmpint (costs[before], <, costs[before + strlen (parts[0])]);
    }
}

static gboolean
is_follower (gunichar letter)
{
  return (letter >= 0x0e30 && letter <= 0x0e3a) || letter == 0x0e45
         || (letter >= 0x0e47 && letter <= 0x0e4e) || g_unichar_ismark (letter);
}

static void
assert_sound (const char   *text,
              gsize         length,
              const guint8 *costs)
{
  const char *end = text + length;
  gunichar before = 0;
  guint since = 0;

  g_assert_cmpint (costs[0], ==, MATTRA_BREAK_NEVER);
  g_assert_cmpint (costs[length], ==, MATTRA_BREAK_NEVER);
  for (const char *at = text; at < end; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);
      guint8 cost = costs[at - text];

      g_assert_cmpint (cost, <=, MATTRA_BREAK_EMERGENCY);
      for (const char *inner = at + 1; inner < g_utf8_next_char (at); inner++)
        g_assert_cmpint (costs[inner - text], ==, MATTRA_BREAK_NEVER);
      if (cost != MATTRA_BREAK_NEVER)
        {
          g_assert_false (is_follower (letter));
          g_assert_false (g_unichar_isspace (letter));
          if (before >= 0x0e40 && before <= 0x0e44)
            g_assert_false (letter >= 0x0e01 && letter <= 0x0e2e);
        }
      since = cost == MATTRA_BREAK_NEVER && !is_follower (letter) && !g_unichar_isspace (letter)
                ? since + 1
                : 0;
      g_assert_cmpint (since, <, 60);
      before = letter;
    }
}

static gunichar
random_letter (void)
{
  static const char *const usual = " .,/-()\"“”๐๑๙5ๆฯabZ%!?:–…•_";

  if (g_test_rand_int_range (0, 3) == 0)
    return g_utf8_get_char (
      g_utf8_offset_to_pointer (usual, g_test_rand_int_range (0, g_utf8_strlen (usual, -1))));
  if (g_test_rand_int_range (0, 30) == 0)
    return g_test_rand_int_range (0x20, 0x3000);
  return g_test_rand_int_range (0x0e01, 0x0e3b) + (g_test_rand_bit () ? 0 : 0x0f);
}

/* Whatever the text: no end inside a cluster, and never a stretch without any place to end. */
static void
test_random (void)
{
  g_autoptr (MattraLineBreak) breaker = open_line_break ();

  for (int round = 0; round < 2000; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree guint8 *costs = NULL;

      for (int n = g_test_rand_int_range (0, 300); n > 0; n--)
        g_string_append_unichar (text, random_letter ());
      costs = g_malloc (text->len + 1);
      mattra_line_break_analyse (breaker, text->str, text->len, costs);
      assert_sound (text->str, text->len, costs);
    }
}

static void
test_rows_of_signs (void)
{
  static const char *const signs[] = { "(", ")", ".", "ๆ", "!", "/", "-", "ก", "เ", "a", "๑", "_" };
  g_autoptr (MattraLineBreak) breaker = open_line_break ();

  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree guint8 *costs = NULL;
      gsize places = 0;

      for (int n = 0; n < 1000; n++)
        g_string_append (text, signs[i]);
      costs = g_malloc (text->len + 1);
      mattra_line_break_analyse (breaker, text->str, text->len, costs);
      for (gsize k = 0; k <= text->len; k++)
        places += costs[k] != MATTRA_BREAK_NEVER;
      g_assert_cmpint (places, >=, 30);
    }
}

/* Bytes that are not UTF-8, and NUL, are letters like any other. */
static void
test_bad_bytes (void)
{
  static const char bytes[] = "ก\xe0\xb8\0ข\xff\xf0\x9f ค\xe0";
  g_autoptr (MattraLineBreak) breaker = open_line_break ();

  for (gsize length = 0; length < sizeof bytes; length++)
    {
      g_autofree char *text = g_memdup2 (bytes, length);
      g_autofree guint8 *costs = g_malloc (length + 1);

      mattra_line_break_analyse (breaker, text, length, costs);
      g_assert_cmpint (costs[0], ==, MATTRA_BREAK_NEVER);
    }
}

/* Ten times the text takes about ten times as long, even without a space in it. */
static void
test_linear (void)
{
  g_autoptr (MattraLineBreak) breaker = open_line_break ();
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree guint8 *costs = NULL;

  for (int n = 0; n < 1000 * 1000; n++)
    g_string_append_unichar (text, 0x0e01 + (guint) g_test_rand_int_range (0, 46));
  costs = g_malloc (text->len + 1);
  mattra_line_break_analyse (breaker, text->str, text->len, costs);
}

static void
test_no_dictionary (void)
{
  g_autoptr (GError) error = NULL;
  MattraLineBreak *breaker = mattra_line_break_new ("/nonexistent", &error);

  g_assert_null (breaker);
  g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_NOT_FOUND);
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/line-break/judged", test_judged);
  g_test_add_func ("/line-break/long-compounds", test_long_compounds);
  g_test_add_func ("/line-break/place-names", test_place_names);
  g_test_add_func ("/line-break/random", test_random);
  g_test_add_func ("/line-break/rows-of-signs", test_rows_of_signs);
  g_test_add_func ("/line-break/bad-bytes", test_bad_bytes);
  g_test_add_func ("/line-break/linear", test_linear);
  g_test_add_func ("/line-break/no-dictionary", test_no_dictionary);
  return g_test_run ();
}
