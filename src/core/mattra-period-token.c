/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-period-token.h"

#include <string.h>

#include "mattra-digits.h"
#include "mattra-text.h"

typedef struct
{
  const char *text;
  char code;
  guint8 value;
} Word;

/*
 * Latin words are in lower case. A dot may be missing in the text and may have a space after it.
 * Next to the right spelling of a month stand those that officials' typing brings forth.
 */
static const Word words[] = {
  { "ม.ค.", 'm', 1 }, { "มกราคม", 'm', 1 }, { "มกรา", 'm', 1 }, { "มกราคาม", 'm', 1 },
  { "มกราม", 'm', 1 }, { "มกรคม", 'm', 1 }, { "jan.", 'm', 1 }, { "january", 'm', 1 },
  { "ก.พ.", 'm', 2 }, { "กุมภาพันธ์", 'm', 2 }, { "กุมภาพันธุ์", 'm', 2 },
  { "กุมภาพันธื", 'm', 2 }, { "กุมภาพันธ", 'm', 2 }, { "กุมภาพัน", 'm', 2 },
  { "กุมภาพันท์", 'm', 2 }, { "กุมพาพันธ์", 'm', 2 }, { "กุมภา", 'm', 2 }, { "feb.", 'm', 2 },
  { "february", 'm', 2 },
  { "มี.ค.", 'm', 3 }, { "มีนาคม", 'm', 3 }, { "มีนาคาม", 'm', 3 }, { "มีนคม", 'm', 3 },
  { "มินาคม", 'm', 3 }, { "มีนา", 'm', 3 }, { "mar.", 'm', 3 }, { "march", 'm', 3 },
  { "เม.ย.", 'm', 4 }, { "เมษายน", 'm', 4 }, { "เมษยน", 'm', 4 }, { "เมศายน", 'm', 4 },
  { "เมษายาน", 'm', 4 }, { "เมษา", 'm', 4 }, { "apr.", 'm', 4 }, { "april", 'm', 4 },
  { "พ.ค.", 'm', 5 }, { "พฤษภาคม", 'm', 5 }, { "พฤกษภาคม", 'm', 5 }, { "พฤศภาคม", 'm', 5 },
  { "พฤษาคม", 'm', 5 }, { "พฤษภคม", 'm', 5 }, { "พฤษภา", 'm', 5 }, { "may", 'm', 5 },
  { "มิ.ย.", 'm', 6 }, { "มิถุนายน", 'm', 6 }, { "มิถุนยน", 'm', 6 }, { "มิถุนายาน", 'm', 6 },
  { "มิถุนานยน", 'm', 6 }, { "มิถุนา", 'm', 6 }, { "jun.", 'm', 6 }, { "june", 'm', 6 },
  { "ก.ค.", 'm', 7 }, { "กรกฎาคม", 'm', 7 }, { "กรกฏาคม", 'm', 7 }, { "กรกฎคม", 'm', 7 },
  { "กรกฏคม", 'm', 7 }, { "กรกดาคม", 'm', 7 }, { "กรกฎา", 'm', 7 }, { "กรกฏา", 'm', 7 },
  { "jul.", 'm', 7 }, { "july", 'm', 7 },
  { "ส.ค.", 'm', 8 }, { "สิงหาคม", 'm', 8 }, { "สิงหคม", 'm', 8 }, { "สิงหาคาม", 'm', 8 },
  { "สิงหา", 'm', 8 }, { "aug.", 'm', 8 }, { "august", 'm', 8 },
  { "ก.ย.", 'm', 9 }, { "กันยายน", 'm', 9 }, { "กันยยน", 'm', 9 }, { "กันยายาน", 'm', 9 },
  { "กันยา", 'm', 9 }, { "sep.", 'm', 9 }, { "sept.", 'm', 9 }, { "september", 'm', 9 },
  { "ต.ค.", 'm', 10 }, { "ตุลาคม", 'm', 10 }, { "ตุลคม", 'm', 10 }, { "ตุลาคาม", 'm', 10 },
  { "ตุลา", 'm', 10 }, { "oct.", 'm', 10 }, { "october", 'm', 10 },
  { "พ.ย.", 'm', 11 }, { "พฤศจิกายน", 'm', 11 }, { "พฤษจิกายน", 'm', 11 },
  { "พฤจิกายน", 'm', 11 }, { "พฤศจิกยน", 'm', 11 }, { "พฤศจิการยน", 'm', 11 },
  { "พฤศจิกา", 'm', 11 }, { "nov.", 'm', 11 }, { "november", 'm', 11 },
  { "ธ.ค.", 'm', 12 }, { "ธันวาคม", 'm', 12 }, { "ธันวคม", 'm', 12 }, { "ธันวาคาม", 'm', 12 },
  { "ธันวา", 'm', 12 }, { "dec.", 'm', 12 }, { "december", 'm', 12 },
  { "วันจันทร์ที่", 'w', 1 }, { "วันจันทร์", 'w', 1 }, { "จันทร์ที่", 'w', 1 },
  { "จันทร์", 'w', 1 }, { "monday", 'w', 1 }, { "วันอังคารที่", 'w', 2 },
  { "วันอังคาร", 'w', 2 }, { "อังคารที่", 'w', 2 }, { "อังคาร", 'w', 2 }, { "tuesday", 'w', 2 },
  { "วันพุธที่", 'w', 3 }, { "วันพุธ", 'w', 3 }, { "พุธที่", 'w', 3 }, { "พุธ", 'w', 3 },
  { "wednesday", 'w', 3 }, { "วันพฤหัสบดีที่", 'w', 4 }, { "วันพฤหัสบดี", 'w', 4 },
  { "พฤหัสบดีที่", 'w', 4 }, { "พฤหัสบดี", 'w', 4 }, { "thursday", 'w', 4 },
  { "วันศุกร์ที่", 'w', 5 }, { "วันศุกร์", 'w', 5 }, { "ศุกร์ที่", 'w', 5 }, { "ศุกร์", 'w', 5 },
  { "friday", 'w', 5 }, { "วันเสาร์ที่", 'w', 6 }, { "วันเสาร์", 'w', 6 },
  { "เสาร์ที่", 'w', 6 }, { "เสาร์", 'w', 6 }, { "saturday", 'w', 6 },
  { "วันอาทิตย์ที่", 'w', 7 }, { "วันอาทิตย์", 'w', 7 }, { "อาทิตย์ที่", 'w', 7 },
  { "sunday", 'w', 7 }, { "วันพฤหัสที่", 'w', 4 }, { "วันพฤหัส", 'w', 4 },
  { "หนึ่ง", 'n', 1 }, { "สอง", 'n', 2 }, { "สาม", 'n', 3 }, { "สี่", 'n', 4 }, { "หก", 'n', 6 },
  { "เก้า", 'n', 9 }, { "สิบสอง", 'n', 12 },
  { "วันที่", 'd', 0 }, { "ณ วันที่", 'd', 0 },
  { "เดือน", 'M', 0 }, { "ประจำเดือน", 'M', 0 }, { "ด.", 'M', 0 }, { "month", 'M', 0 },
  { "ปี", 'y', 0 }, { "ประจำปี", 'y', 0 }, { "year", 'y', 0 },
  { "ปีงบประมาณ", 'Y', 0 }, { "ประจำปีงบประมาณ", 'Y', 0 }, { "ปีงบฯ", 'Y', 0 },
  { "ประจำปีงบฯ", 'Y', 0 }, { "ปีงบ", 'Y', 0 }, { "ปีงปม.", 'Y', 0 }, { "ปีงบประมาน", 'Y', 0 },
  { "งบประมาณปี", 'Y', 0 }, { "งบประมาณประจำปี", 'Y', 0 }, { "ปี งปม.", 'Y', 0 },
  { "fiscal year", 'Y', 0 }, { "fy", 'Y', 0 },
  { "ปีปฏิทิน", 'k', 0 }, { "ปีปฎิทิน", 'k', 0 }, { "calendar year", 'k', 0 },
  { "ปีการศึกษา", 'S', 0 }, { "ภาคเรียน", 'S', 0 }, { "ภาคเรียนที่", 'S', 0 },
  { "ภาคการศึกษา", 'S', 0 }, { "ภาคการศึกษาที่", 'S', 0 }, { "เทอม", 'S', 0 },
  { "school year", 'S', 0 }, { "semester", 'S', 0 },
  { "ไตรมาส", 'Q', 0 }, { "ไตรมาสที่", 'Q', 0 }, { "ไตรมาศ", 'Q', 0 }, { "ไตรมาศที่", 'Q', 0 },
  { "quarter", 'Q', 0 }, { "q", 'Q', 0 },
  { "รอบ", 'R', 0 }, { "รอบที่", 'R', 0 }, { "ในรอบ", 'R', 0 }, { "รอบระยะเวลา", 'R', 0 },
  { "งวด", 'R', 0 }, { "งวดที่", 'R', 0 }, { "ระยะ", 'R', 0 },
  { "รอบการประเมิน", 'G', 0 }, { "รอบการประเมินที่", 'G', 0 },
  { "รอบการประเมินครั้งที่", 'G', 0 }, { "รอบประเมิน", 'G', 0 }, { "รอบประเมินที่", 'G', 0 },
  { "รอบประเมินครั้งที่", 'G', 0 }, { "รอบการประเมินผลการปฏิบัติงาน", 'G', 0 },
  { "รอบการประเมินผลการปฏิบัติงานครั้งที่", 'G', 0 },
  { "รอบการประเมินผลการปฏิบัติราชการ", 'G', 0 },
  { "รอบการประเมินผลการปฏิบัติราชการครั้งที่", 'G', 0 },
  { "ครั้งที่", 'N', 0 },
  { "แรก", '1', 0 }, { "ต้น", '1', 0 },
  { "หลัง", '2', 0 },
  { "สุดท้าย", '9', 0 }, { "ท้าย", '9', 0 },
  { "ครึ่ง", 'h', 0 },
  { "สิ้น", 'E', 0 }, { "วันสิ้น", 'E', 0 },
  { "ตลอด", 'A', 0 }, { "ทั้ง", 'A', 0 }, { "ตลอดทั้ง", 'A', 0 }, { "ทั่วทั้ง", 'A', 0 },
  { "ตั้งแต่", 'F', 0 }, { "เริ่ม", 'F', 0 }, { "เริ่มตั้งแต่", 'F', 0 }, { "เริ่มจาก", 'F', 0 },
  { "เริ่มต้น", 'F', 0 }, { "นับตั้งแต่", 'F', 0 }, { "นับแต่", 'F', 0 }, { "จาก", 'F', 0 },
  { "from", 'F', 0 }, { "since", 'F', 0 },
  { "ระหว่าง", 'f', 0 }, { "ในระหว่าง", 'f', 0 }, { "ช่วง", 'f', 0 }, { "ในช่วง", 'f', 0 },
  { "ช่วงเวลา", 'f', 0 }, { "ในช่วงเวลา", 'f', 0 }, { "ห้วง", 'f', 0 }, { "ในห้วง", 'f', 0 },
  { "ห้วงเวลา", 'f', 0 }, { "ในห้วงเวลา", 'f', 0 }, { "ระยะเวลา", 'f', 0 }, { "ของ", 'f', 0 },
  { "ใน", 'f', 0 }, { "ณ", 'f', 0 }, { "เมื่อ", 'f', 0 }, { "between", 'f', 0 }, { "during", 'f', 0 },
  { "the", 'f', 0 }, { "of", 'f', 0 }, { "in", 'f', 0 }, { "on", 'f', 0 },
  { "ดำเนินการ", 'p', 0 }, { "ดำเนินงาน", 'p', 0 }, { "ดำเนินการใน", 'p', 0 },
  { "ระยะเวลาดำเนินการ", 'p', 0 }, { "ระยะเวลาดำเนินงาน", 'p', 0 }, { "กำหนดดำเนินการ", 'p', 0 },
  { "กำหนดการ", 'p', 0 }, { "กำหนด", 'p', 0 },
  { "เป็นต้นไป", 'O', 0 }, { "เป็นต้นมา", 'O', 0 }, { "onwards", 'O', 0 }, { "onward", 'O', 0 },
  { "ภายใน", 'W', 0 }, { "ไม่เกิน", 'W', 0 }, { "ไม่เกินกว่า", 'W', 0 },
  { "ไม่ช้ากว่า", 'W', 0 }, { "อย่างช้า", 'W', 0 }, { "อย่างช้าไม่เกิน", 'W', 0 },
  { "อย่างช้าภายใน", 'W', 0 }, { "ภายในไม่เกิน", 'W', 0 }, { "within", 'W', 0 },
  { "by", 'W', 0 },
  { "ก่อน", 'B', 0 }, { "before", 'B', 0 },
  { "แล้วเสร็จ", 'D', 0 }, { "ให้แล้วเสร็จ", 'D', 0 }, { "ดำเนินการแล้วเสร็จ", 'D', 0 },
  { "ดำเนินการให้แล้วเสร็จ", 'D', 0 }, { "เสร็จสิ้น", 'D', 0 }, { "ให้เสร็จสิ้น", 'D', 0 },
  { "กำหนดแล้วเสร็จ", 'D', 0 }, { "กำหนดเสร็จ", 'D', 0 }, { "ดำเนินการเสร็จสิ้น", 'D', 0 },
  { "รายงาน", 'D', 0 }, { "จัดส่ง", 'D', 0 }, { "กำหนดส่ง", 'D', 0 },
  { "ทุกปี", 'r', 0 }, { "ของทุกปี", 'r', 0 }, { "ทุก ๆ ปี", 'r', 0 }, { "ของทุก ๆ ปี", 'r', 0 },
  { "ประจำทุกปี", 'r', 0 }, { "เป็นประจำทุกปี", 'r', 0 }, { "ในทุกปี", 'r', 0 },
  { "every year", 'r', 0 },
  { "ทุก", 'V', 0 }, { "ทุกๆ", 'V', 0 }, { "ทุกเดือน", 'V', 0 }, { "ทุกวัน", 'V', 0 },
  { "ทุกไตรมาส", 'V', 0 }, { "ทุกสัปดาห์", 'V', 0 }, { "ปีละ", 'V', 0 }, { "เดือนละ", 'V', 0 },
  { "ไตรมาสละ", 'V', 0 }, { "สัปดาห์ละ", 'V', 0 }, { "วันละ", 'V', 0 }, { "ครั้ง", 'V', 0 },
  { "ครั้งละ", 'V', 0 }, { "ต่อปี", 'V', 0 }, { "ต่อเดือน", 'V', 0 }, { "ต่อไตรมาส", 'V', 0 },
  { "อย่างน้อย", 'V', 0 }, { "เป็นประจำ", 'V', 0 }, { "รายเดือน", 'V', 0 },
  { "รายไตรมาส", 'V', 0 }, { "รายปี", 'V', 0 }, { "รายสัปดาห์", 'V', 0 }, { "สม่ำเสมอ", 'V', 0 },
  { "อย่างสม่ำเสมอ", 'V', 0 }, { "เป็นระยะ", 'V', 0 }, { "monthly", 'V', 0 },
  { "quarterly", 'V', 0 }, { "weekly", 'V', 0 }, { "yearly", 'V', 0 }, { "annually", 'V', 0 },
  { "every", 'V', 0 },
  { "ต้นปี", 'Z', 0 }, { "ต้นเดือน", 'Z', 0 }, { "ต้นไตรมาส", 'Z', 0 },
  { "ต้นปีงบประมาณ", 'Z', 0 }, { "กลาง", 'Z', 0 }, { "กลางเดือน", 'Z', 0 }, { "ปลาย", 'Z', 0 },
  { "ประมาณ", 'Z', 0 }, { "ราว", 'Z', 0 }, { "คาดว่า", 'Z', 0 }, { "ตามความเหมาะสม", 'Z', 0 },
  { "ตามแผน", 'Z', 0 }, { "ตามแผนงาน", 'Z', 0 }, { "ตามกำหนด", 'Z', 0 },
  { "ตามที่กำหนด", 'Z', 0 }, { "ตามกำหนดเวลา", 'Z', 0 }, { "ตามห้วงเวลา", 'Z', 0 },
  { "ตามปฏิทิน", 'Z', 0 }, { "ตามระยะเวลา", 'Z', 0 }, { "แล้วแต่กรณี", 'Z', 0 },
   { "หลังจาก", 'Z', 0 }, { "ภายหลัง", 'Z', 0 }, { "นับจาก", 'Z', 0 },
  { "about", 'Z', 0 }, { "early", 'Z', 0 }, { "late", 'Z', 0 },
  { "ต่อเนื่อง", 'C', 0 }, { "อย่างต่อเนื่อง", 'C', 0 }, { "ดำเนินการต่อเนื่อง", 'C', 0 },
  { "ดำเนินการอย่างต่อเนื่อง", 'C', 0 }, { "ตลอดเวลา", 'C', 0 }, { "ตลอดไป", 'C', 0 },
  { "continuous", 'C', 0 }, { "ongoing", 'C', 0 },
  { "บัดนี้", 'x', 0 }, { "ปัจจุบัน", 'x', 0 }, { "วันนี้", 'x', 0 }, { "now", 'x', 0 },
  { "วัน", 'u', 0 }, { "วันทำการ", 'u', 0 }, { "วันทำงาน", 'u', 0 }, { "สัปดาห์", 'u', 0 },
  { "อาทิตย์", 'u', 0 }, { "ชั่วโมง", 'u', 0 }, { "นาที", 'u', 0 }, { "days", 'u', 0 },
  { "weeks", 'u', 0 }, { "months", 'u', 0 }, { "hours", 'u', 0 },
  { "เวลา", 'T', 0 }, { "น.", 'T', 0 },
  { "ถึง", 't', 0 }, { "จนถึง", 't', 0 }, { "ไปจนถึง", 't', 0 }, { "จนกระทั่งถึง", 't', 0 },
  { "จนกระทั่ง", 't', 0 }, { "จน", 't', 0 }, { "สิ้นสุด", 't', 0 }, { "สิ้นสุดวันที่", 't', 0 },
  { "to", 't', 0 }, { "until", 't', 0 }, { "till", 't', 0 }, { "through", 't', 0 },
  { "และ", '&', 0 }, { "กับ", '&', 0 }, { "หรือ", '&', 0 }, { "และหรือ", '&', 0 },
  { "รวมทั้ง", '&', 0 }, { "and", '&', 0 }, { "or", '&', 0 },
  { "พ.ศ.", 'b', 0 }, { "พุทธศักราช", 'b', 0 }, { "b.e.", 'b', 0 },
  { "ค.ศ.", 'c', 0 }, { "คริสต์ศักราช", 'c', 0 }, { "a.d.", 'c', 0 }, { "c.e.", 'c', 0 },
  { "ไม่มี", '0', 0 }, { "ไม่ระบุ", '0', 0 }, { "ไม่กำหนด", '0', 0 }, { "ไม่ได้กำหนด", '0', 0 },
  { "ไม่ได้ระบุ", '0', 0 }, { "ไม่พบ", '0', 0 }, { "ยังไม่กำหนด", '0', 0 }, { "none", '0', 0 },
  { "n/a", '0', 0 },
};

/* Words of so many bytes may be broken by a space where a line ended; shorter ones would be found
 * in the midst of others. */
#define LONG_WORD 15

static gboolean
is_thai_letter (gunichar c)
{
  return c >= 0x0E01 && c <= 0x0E4E;
}

/* Vowels and marks that cannot begin a word: a match before one ended inside a syllable. */
static gboolean
continues_syllable (gunichar c)
{
  return (c >= 0x0E30 && c <= 0x0E3A) || c == 0x0E45 || (c >= 0x0E47 && c <= 0x0E4E);
}

static gboolean
is_letter (gunichar c)
{
  return is_thai_letter (c) || g_unichar_isalpha (c) || c == 0x0E2F || c == 0x0E46;
}

static gunichar
peek (const char *p)
{
  return *p == '\0' ? 0 : mattra_text_next (&p);
}

static gunichar
simplify (gunichar c)
{
  if (mattra_text_is_space (c))
    return ' ';
  if (mattra_text_is_dash (c) || c == '~' || c == 0x223C || c == 0x301C || c == 0xFF5E)
    return '-';
  return c < 0x80 ? (gunichar) g_ascii_tolower ((char) c) : c;
}

/* The text with one kind of space and dash, whole sara am and sara ae; NULL if it is too long. */
static char *
normalise (const char *text)
{
  g_autoptr (GString) out = g_string_sized_new (128);

  for (const char *p = text; *p != '\0';)
    {
      gunichar c = mattra_text_next (&p);

      if (mattra_text_is_ignorable (c))
        continue;
      c = simplify (c);
      if (c == ' ' && (out->len == 0 || out->str[out->len - 1] == ' '))
        continue;
      if (c == 0x0E40 && out->len >= 3 && strcmp (out->str + out->len - 3, "เ") == 0)
        {
          g_string_truncate (out, out->len - 3);
          c = 0x0E41;
        }
      g_string_append_unichar (out, c);
      if (out->len > MATTRA_PERIOD_MAX_BYTES)
        return NULL;
    }
  return mattra_text_join_sara_am (out->str);
}

/* Where @word ends in the text at @p; NULL if it is not there. */
static const char *
match_word (const char *p,
            const char *word)
{
  gboolean loose = strlen (word) >= LONG_WORD;
  gboolean dotted = FALSE;
  gboolean dots = FALSE;
  gboolean ascii = (guchar) word[0] < 0x80;
  gunichar next;

  for (const char *w = word; *w != '\0'; w++)
    {
      if (*w == '.')
        {
          dots = TRUE;
          dotted = dotted || *p == '.';
          p += *p == '.' ? 1 : 0;
          if (w[1] != '\0' && p[-1] == '.' && *p == ' ')
            p++;
          continue;
        }
      if (loose && *p == ' ' && *w != ' ')
        p++;
      if (*p != *w)
        return NULL;
      p++;
    }
  next = peek (p);
  if (continues_syllable (next) || (ascii && g_unichar_isalpha (next)))
    return NULL;
  if (dots && !dotted && is_thai_letter (next))
    return NULL;
  return p;
}

/* The longest known word at @p that has at least @least bytes. */
static const Word *
find_word (const char  *p,
           gsize        least,
           const char **end)
{
  const Word *best = NULL;
  gboolean thai = (guchar) p[0] == 0xE0 && p[1] != '\0';

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      const char *text = words[i].text;
      const char *found;

      if (text[0] != p[0] || (thai && (text[1] != p[1] || text[2] != p[2])) || strlen (text) < least)
        continue;
      found = match_word (p, text);
      if (found != NULL && (best == NULL || found > *end))
        {
          best = &words[i];
          *end = found;
        }
    }
  /* "Q" is a word only before its number. */
  if (best != NULL && strcmp (best->text, "q") == 0
      && mattra_digit_value (peek (**end == ' ' ? *end + 1 : *end)) < 0)
    return NULL;
  return best;
}

static const char *
read_number (const char  *p,
             PeriodToken *token)
{
  token->code = 'n';
  while (*p != '\0')
    {
      const char *next = p;
      int digit = mattra_digit_value (mattra_text_next (&next));

      if (digit < 0)
        break;
      if (token->n_digits < 9)
        token->value = token->value * 10 + digit;
      token->n_digits++;
      p = next;
    }
  return p;
}

static const char *
read_unread (const char  *p,
             PeriodToken *token)
{
  const char *ignored;

  token->code = 'U';
  do
    {
      gunichar c = mattra_text_next (&p);

      token->value += continues_syllable (c) ? 0 : 1;
    }
  while (is_letter (peek (p)) && find_word (p, LONG_WORD, &ignored) == NULL);
  return p;
}

static const char *
read_sign (const char  *p,
           PeriodToken *token)
{
  static const char signs[] = "-/.,()&;[]:'\"";
  static const char codes[] = "-/.,()&,()fff";
  const char *found = strchr (signs, *p);

  if (found == NULL)
    return NULL;
  token->code = codes[found - signs];
  return p + 1;
}

static const char *
read_token (const char  *p,
            PeriodToken *token)
{
  const char *end = NULL;
  const Word *word;

  if (mattra_digit_value (peek (p)) >= 0)
    return read_number (p, token);
  word = find_word (p, 0, &end);
  if (word != NULL)
    {
      token->code = word->code;
      token->value = word->value;
      token->n_digits = word->code == 'n' ? (word->value > 9 ? 2 : 1) : 0;
      token->latin = (guchar) *p < 0x80;
      return end;
    }
  end = read_sign (p, token);
  return end != NULL ? end : read_unread (p, token);
}

/*
 * mattra_period_tokenise:
 * @text: any text
 * @tokens: (out): its tokens; marked too long if it cannot be a period
 *
 * Cuts a text into known words, numbers, signs and unread words.
 */
void
mattra_period_tokenise (const char   *text,
                        PeriodTokens *tokens)
{
  g_autofree char *plain = normalise (text);
  guint8 run = 0;

  tokens->length = 0;
  tokens->too_long = plain == NULL;
  for (const char *p = plain; p != NULL && *p != '\0';)
    {
      PeriodToken *token;
      gboolean spaced = *p == ' ';

      p += spaced ? 1 : 0;
      if (*p == '\0')
        break;
      if (tokens->length == G_N_ELEMENTS (tokens->token))
        {
          tokens->too_long = TRUE;
          break;
        }
      token = &tokens->token[tokens->length++];
      *token = (PeriodToken) { .spaced = spaced };
      if (mattra_digit_value (peek (p)) >= 0)
        token->run = ++run;
      p = read_token (p, token);
    }
}
