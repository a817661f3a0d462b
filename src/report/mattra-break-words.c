/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-break-words.h"

#include <string.h>

#define LETTERS_MAX 29
#define N_PLACES 4096

typedef struct
{
  guint8 length;
  guint8 letters[LETTERS_MAX];
  guint16 flags;
} Entry;

struct _MattraBreakWords
{
  Entry entries[N_PLACES];
};

/* A word may stand in several rows. A point before a word marks an abbreviation, written here
 * without its own points, so that every way of setting them is found. */
static const struct
{
  MattraWordFlags flags;
  const char *words;
} rows[] = {
  { MATTRA_WORD_PREFIX,
    "การ ความ ผู้ นัก ข้อ คำ น่า ไม่ มิ ชาว ช่าง ทุก บาง แต่ละ หลาย รอง อดีต กึ่ง อนุ มหา พหุ ราย ประจำ" },
  { MATTRA_WORD_SUFFIX,
    "ดังกล่าว นี้ นั้น โน้น เดียว เดียวกัน กัน เอง ขึ้น ลง ไว้ อยู่ ออก มา ไป ด้วย แล้ว เลย ใด อื่น ใหม่ เดิม "
    "กว่า ภาพ กร กรรม ชน ศาสตร์ วิทยา สถาน นิยม ธรรม ศิลป์ สาร ต่อไป ข้างต้น ดังนี้ ต่อไปนี้ ที่สุด มาก น้อย "
    "ดี แล้วเสร็จ เสร็จ ทั้งหมด ทั้งสิ้น ทั้งปวง บ้าง เสมอ เท่านั้น เป็นต้น เป็นต้นไป ทราบ ภายใน ภายนอก" },
  { MATTRA_WORD_OPENER,
    "และ หรือ แต่ เพื่อ โดย ตาม จาก ใน ที่ ซึ่ง อัน ของ แก่ กับ ให้ เมื่อ หาก ถ้า รวมทั้ง รวมถึง ตลอดจน "
    "เนื่องจาก ได้แก่ เช่น ทั้งนี้ ทั้ง พร้อม พร้อมทั้ง พร้อมด้วย ต่อ สำหรับ ระหว่าง ภายใต้ เกี่ยวกับ ผ่าน "
    "จน จนถึง ตั้งแต่ ถึง ยัง ว่า เป็น มี ได้รับ ควร ต้อง จะ ไม่ อย่าง ดัง คือ จึง ก็ สู่ ด้าน กรณี โดยเฉพาะ "
    "นอกจาก อาจ เพราะ เว้นแต่ เพื่อให้ ให้แก่ ให้กับ อีกทั้ง ณ บน แห่ง ไปยัง ประกอบด้วย ถือเป็น ถือว่า ตามที่ "
    "ไม่เกิน ไม่น้อยกว่า ไม่ต่ำกว่า มากกว่า กล่าวคือ เฉพาะ ขณะ ภายหลัง นอกจากนี้ ในกรณี ในส่วน ในส่วนของ ในด้าน ในเรื่อง ในระดับ ในรูปแบบ ในที่สุด "
    "ซึ่งกันและกัน เพราะว่า ไม่ว่า ไม่ว่าจะเป็น สืบเนื่องจาก เนื่องด้วย ดังนั้น ดังกล่าวข้างต้น ประกอบกับ รวมไปถึง "
    "ตามลำดับ ตามกำหนด ตามระเบียบ ตามกฎหมาย ตามแผน" },
  { MATTRA_WORD_UNIT,
    "เดือน วัน ปี ครั้ง คน แห่ง บาท เรื่อง มาตรการ ราย โครงการ กิจกรรม หมู่บ้าน ครัวเรือน หลังคาเรือน "
    "หลัง ชั่วโมง นาที วินาที สัปดาห์ ไร่ งาน ตารางวา ตารางเมตร เมตร กิโลเมตร เซนติเมตร มิลลิเมตร "
    "กิโลกรัม กรัม ตัน ลิตร ลูกบาศก์เมตร ข้อ ประการ ด้าน ช่องทาง ประเภท ชนิด รายการ ฉบับ เล่ม ชุด แผ่น "
    "หน้า แบบ ตัว เครื่อง คัน ต้น สาย จุด หลักสูตร รุ่น กลุ่ม ชุมชน ตำบล อำเภอ จังหวัด ระดับ ขั้นตอน ขั้น "
    "คะแนน เปอร์เซ็นต์ องศา นาฬิกา น ล้าน ล้านบาท แสน หมื่น พัน ร้อย สตางค์ ตำแหน่ง อัตรา หน่วย "
    "หน่วยงาน ส่วนราชการ กอง สำนัก ฝ่าย โรงเรียน ศูนย์ วัด เท่า ส่วน ช่อง เสียง ใบ ชิ้น กล่อง ถุง ถัง คู่ "
    "ลูก หลุม บ่อ แปลง รอบ ไตรมาส ภาค มื้อ ตัวชี้วัด ประเด็น ยุทธศาสตร์ แผนงาน คดี คำขอ สัญญา "
    "เว็บไซต์ ระบบ ราย ศพ ขวด ดวง วง แผง ลำ หลา นิ้ว ฟุต ซอง มาตรา หมวด บท ตอน ท่าน องค์ รูป นาย "
    "เดือนแรก เดือนหลัง วันทำการ ปีแรก ประชากร ข้าง ตอน มิติ ภารกิจ เที่ยว ยูนิต เข็ม โดส วาระ สมัย กระทง ข้อความ ฝูง ซี่ เส้น แถว สาขา หลักเกณฑ์ ขีด สำนวน" },
  { MATTRA_WORD_COUNTER,
    "ที่ ข้อ ข้อที่ มาตรา หมวด หมวดที่ ตอน ครั้งที่ ฉบับที่ ลำดับ ลำดับที่ ร้อยละ รอบ ไตรมาส ไตรมาสที่ ชั้น หมู่ "
    "หมู่ที่ เลขที่ วันที่ ลงวันที่ ตาราง หน้า บท บทที่ ภาค ระดับ เล่ม มิติที่ โทร โทรศัพท์ โทรสาร ต่อ เบอร์ รุ่น "
    "ซอย แบบ ผนวก ภาคผนวก ห้อง อาคาร เขต ฐาน งวด" },
  { MATTRA_WORD_QUANTITY,
    "จำนวน ประมาณ ราว ราคา อายุ ครบ ขนาด มูลค่า เป็นเงิน เวลา คะแนน อัตรา ไม่เกิน เกิน น้อยกว่า ไม่น้อยกว่า "
    "มากกว่า ไม่ต่ำกว่า อย่างน้อย ภายใน ทุก กว้าง ยาว หนา ลึก สูง" },
  { MATTRA_WORD_MONTH,
    "มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม "
    ".มค .กพ .มีค .เมย .พค .มิย .กค .สค .กย .ตค .พย .ธค" },
  { MATTRA_WORD_ERA,
    "ปี ปีงบประมาณ งบประมาณ พุทธศักราช คริสต์ศักราช ปีการศึกษา ปีพุทธศักราช "
    "ปีภาษี .พศ .คศ .รศ .จศ .มศ" },
  { MATTRA_WORD_TITLE,
    "นาย นาง นางสาว เด็กชาย เด็กหญิง ว่าที่ร้อยตรี ว่าที่ร้อยโท ว่าที่ร้อยเอก ว่าที่พันตรี จ่าเอก จ่าโท จ่าตรี "
    "สิบเอก สิบโท สิบตรี จ่าสิบเอก จ่าสิบโท จ่าสิบตรี ร้อยตรี ร้อยโท ร้อยเอก พันตรี พันโท พันเอก ดาบตำรวจ "
    "ร้อยตำรวจตรี ร้อยตำรวจโท ร้อยตำรวจเอก พันตำรวจตรี พันตำรวจโท พันตำรวจเอก พันจ่าเอก พันจ่าโท เรือตรี "
    "เรือโท เรือเอก นาวาตรี นาวาโท นาวาเอก ดอกเตอร์ นายแพทย์ แพทย์หญิง พระครู พระมหา หม่อมหลวง หม่อมราชวงศ์ คุณ "
    ".นส .ดช .ดญ .ดร .ผศ .รศ .ศ .พตท .พตอ .พตต .รตอ .รตท .รตต .ดต .จสต .สตอ .สตท .สตต .จสอ .จอ "
    ".พจอ .พอ .พท .พต .รอ .รท .รต .สอ .สท .สต .นพ .พญ .ทพ .ทพญ .สพญ .มล .มร .มรว .ภก .ภญ" },
  { MATTRA_WORD_PLACE,
    "ตำบล อำเภอ จังหวัด บ้าน หมู่บ้าน ถนน ซอย แขวง เขต เทศบาล เทศบาลตำบล เทศบาลเมือง เทศบาลนคร วัด โรงเรียน "
    "องค์การบริหารส่วนตำบล องค์การบริหารส่วนจังหวัด ชุมชน คลอง แม่น้ำ ลำน้ำ ห้วย หนอง บึง อ่างเก็บน้ำ ตลาด โรงพยาบาล "
    "โรงพยาบาลส่งเสริมสุขภาพตำบล ศูนย์พัฒนาเด็กเล็ก สถานีอนามัย มหาวิทยาลัย วิทยาลัย "
    ".อบต .อบจ .ทต .ทม .ทน .รพสต .ศพด .ต .อ .จ .ถ .ซ .รร .รพ .บ .มหาวิทยาลัย .มรภ" },
  { MATTRA_WORD_HOLDS, "ณ" },
  { MATTRA_WORD_BEFORE_MONTH, "เดือน สิ้นเดือน ต้นเดือน ปลายเดือน" },
};

static guint
place_of (const guint8 *tis,
          gsize         length)
{
  guint32 hash = 2166136261u;

  for (gsize i = 0; i < length; i++)
    hash = (hash ^ tis[i]) * 16777619u;
  return (hash ^ hash >> 15) % N_PLACES;
}

/* The entry of the word, or the free one where it would stand. */
static const Entry *
find (const MattraBreakWords *self,
      const guint8           *tis,
      gsize                   length)
{
  guint place = place_of (tis, length);

  while (self->entries[place].length != 0
         && (self->entries[place].length != length
             || memcmp (self->entries[place].letters, tis, length) != 0))
    place = (place + 1) % N_PLACES;
  return &self->entries[place];
}

static void
add (MattraBreakWords *self,
     const char       *word,
     MattraWordFlags   flags)
{
  guint8 tis[LETTERS_MAX];
  gsize length = 0;
  Entry *entry;

  for (const char *at = word; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);

      g_assert (length < LETTERS_MAX);
      tis[length++] = letter < 0x80 ? letter : letter - 0x0e00 + 0xa0;
    }
  entry = (Entry *) find (self, tis, length);
  entry->length = length;
  memcpy (entry->letters, tis, length);
  entry->flags |= flags;
}

/*
 * mattra_break_words_new:
 *
 * Builds the list of the words that bind their neighbours.
 */
MattraBreakWords *
mattra_break_words_new (void)
{
  MattraBreakWords *self = g_new0 (MattraBreakWords, 1);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (GStrv) words = g_strsplit (rows[i].words, " ", -1);

      for (guint k = 0; words[k] != NULL; k++)
        add (self, words[k], rows[i].flags);
    }
  return self;
}

void
mattra_break_words_free (MattraBreakWords *self)
{
  g_free (self);
}

/* What the first letters of a word say, in TIS-620. */
static const struct
{
  const char *letters;
  MattraWordFlags flags;
} beginnings[] = {
  { "\xa1\xd2\xc3", MATTRA_WORD_NOMINAL },                 /* การ */
  { "\xa4\xc7\xd2\xc1", MATTRA_WORD_NOMINAL },             /* ความ */
  { "\xe0\xb4\xd7\xcd\xb9", MATTRA_WORD_COUNTED },         /* เดือน */
  { "\xc7\xd1\xb9", MATTRA_WORD_COUNTED },                 /* วัน */
  { "\xbb\xd5", MATTRA_WORD_COUNTED },                     /* ปี */
  { "\xa4\xc3\xd1\xe9\xa7", MATTRA_WORD_COUNTED },         /* ครั้ง */
  { "\xa4\xb9", MATTRA_WORD_COUNTED },                     /* คน */
  { "\xe0\xc3\xd7\xe8\xcd\xa7", MATTRA_WORD_COUNTED },     /* เรื่อง */
  { "\xc1\xd2\xb5\xc3\xa1\xd2\xc3", MATTRA_WORD_COUNTED }, /* มาตรการ */
};

static MattraWordFlags
flags_of_beginning (const guint8 *tis,
                    gsize         length)
{
  for (guint i = 0; i < G_N_ELEMENTS (beginnings); i++)
    {
      gsize n = strlen (beginnings[i].letters);

      if (length >= n && memcmp (tis, beginnings[i].letters, n) == 0)
        return beginnings[i].flags;
    }
  return 0;
}

/*
 * mattra_break_words_lookup:
 * @tis: @length letters in TIS-620
 *
 * Returns: what the word does, 0 for words that do nothing.
 */
MattraWordFlags
mattra_break_words_lookup (const MattraBreakWords *self,
                           const guint8           *tis,
                           gsize                   length)
{
  MattraWordFlags flags = flags_of_beginning (tis, length);

  return length == 0 || length > LETTERS_MAX ? flags : flags | find (self, tis, length)->flags;
}
