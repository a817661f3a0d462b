/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-indicator.h"

#include <string.h>

#include "mattra-text.h"

/* As the assessment names them (domain notes, 1.1). */
static const char *const names[] = {
  "การปฏิบัติหน้าที่",         "การใช้งบประมาณ",       "การใช้อำนาจ",
  "การใช้ทรัพย์สินของราชการ",  "การแก้ไขปัญหาการทุจริต", "คุณภาพการดำเนินงาน",
  "ประสิทธิภาพการสื่อสาร",     "การปรับปรุงระบบการทำงาน", "การเปิดเผยข้อมูล",
  "การป้องกันการทุจริต",
};

G_STATIC_ASSERT (G_N_ELEMENTS (names) == MATTRA_N_INDICATORS);

/* Words of titles that speak for an indicator, folded, and how much. The name of the indicator, or the
 * core of it, speaks loudest; what may belong to several speaks low. */
static const struct
{
  int indicator;
  int weight;
  const char *word;
} words[] = {
  { 1, 6, "การปฏิบัติหน้าที่" }, { 1, 3, "มาตรฐานการปฏิบัติงาน" }, { 1, 2, "ความรู้" }, { 1, 2, "อบรม" },
  { 1, 2, "พัฒนาบุคลากร" }, { 1, 1, "บุคลากร" }, { 1, 1, "กฎระเบียบ" }, { 1, 1, "จริยธรรม" },
  { 2, 6, "การใช้งบประมาณ" }, { 2, 3, "งบประมาณ" }, { 2, 2, "ใช้จ่าย" }, { 2, 4, "จัดซื้อจัดจ้าง" },
  { 2, 3, "การเงิน" }, { 2, 2, "เบิกจ่าย" }, { 2, 2, "พัสดุ" },
  { 3, 6, "การใช้อำนาจ" }, { 3, 4, "มอบหมายงาน" }, { 3, 3, "ประเมินผลการปฏิบัติงาน" },
  { 3, 4, "บริหารงานบุคคล" }, { 3, 4, "ทรัพยากรบุคคล" }, { 3, 3, "เลื่อนเงินเดือน" }, { 3, 3, "เลื่อนขั้น" },
  { 3, 2, "ดุลพินิจ" }, { 3, 2, "แต่งตั้งโยกย้าย" }, { 3, 2, "สรรหา" },
  { 4, 6, "การใช้ทรัพย์สินของราชการ" }, { 4, 4, "ทรัพย์สิน" }, { 4, 3, "ยืมพัสดุ" }, { 4, 3, "การยืม" },
  { 4, 2, "รถราชการ" }, { 4, 2, "ครุภัณฑ์" },
  { 5, 6, "การแก้ไขปัญหาการทุจริต" }, { 5, 4, "ต่อต้านการทุจริต" }, { 5, 4, "ต้านทุจริต" },
  { 5, 3, "ร้องเรียน" }, { 5, 2, "รณรงค์" }, { 5, 2, "คอร์รัปชัน" }, { 5, 2, "ไม่ทนต่อการทุจริต" },
  { 5, 2, "แจ้งเบาะแส" },
  { 6, 6, "คุณภาพการดำเนินงาน" }, { 6, 3, "ตามภารกิจ" }, { 6, 3, "คุณภาพการให้บริการ" },
  { 6, 2, "การให้บริการ" }, { 6, 2, "ความพึงพอใจ" }, { 6, 2, "เท่าเทียม" }, { 6, 2, "ขั้นตอน" }, { 6, 1, "บริการ" },
  { 7, 6, "ประสิทธิภาพการสื่อสาร" }, { 7, 3, "สื่อสาร" }, { 7, 3, "ประชาสัมพันธ์" }, { 7, 2, "ช่องทาง" },
  { 7, 2, "เผยแพร่ข้อมูลข่าวสาร" }, { 7, 2, "ถามตอบ" }, { 7, 2, "q&a" }, { 7, 1, "ข่าวสาร" },
  { 8, 6, "การปรับปรุงระบบการทำงาน" }, { 8, 3, "ระบบการทำงาน" }, { 8, 3, "มีส่วนร่วม" },
  { 8, 2, "ผู้มีส่วนได้" }, { 8, 3, "ปรับปรุงการดำเนินงาน" }, { 8, 4, "e-service" }, { 8, 3, "ออนไลน์" },
  { 8, 2, "ปรับปรุงระบบ" }, { 8, 2, "เทคโนโลยี" }, { 8, 2, "นวัตกรรม" },
  { 9, 6, "การเปิดเผยข้อมูล" }, { 9, 4, "เปิดเผยข้อมูล" }, { 9, 2, "เปิดเผย" }, { 9, 3, "oit" },
  { 9, 2, "เว็บไซต์" }, { 9, 2, "ข้อมูลสาธารณะ" }, { 9, 2, "ข้อมูลข่าวสารของราชการ" },
  { 10, 6, "ป้องกันการทุจริต" }, { 10, 4, "ความเสี่ยง" }, { 10, 4, "มาตรการส่งเสริมคุณธรรม" },
  { 10, 4, "nogiftpolicy" }, { 10, 3, "ของขวัญ" }, { 10, 3, "เจตจำนง" }, { 10, 3, "เจตนารมณ์" },
  { 10, 3, "ผลประโยชน์ทับซ้อน" }, { 10, 2, "สินบน" }, { 10, 2, "วัฒนธรรมองค์กร" },
};

typedef struct
{
  int points;
  gsize first; /* where in the text the first of its words stands */
} Score;

/**
 * mattra_indicator_get_name:
 * @indicator: an ITA indicator, 1-10
 *
 * Names an ITA indicator as the assessment does. Source: domain notes, 1.1.
 *
 * Returns: (transfer none) (nullable): the name, %NULL for other numbers
 */
const char *
mattra_indicator_get_name (int indicator)
{
  return indicator >= 1 && indicator <= MATTRA_N_INDICATORS ? names[indicator - 1] : NULL;
}

static const char *
skip_word (const char *text,
           const char *word)
{
  return g_str_has_prefix (text, word) ? text + strlen (word) : text;
}

/* Reads a number of an indicator; 0 where there is none. */
static int
read_number (const char **cursor)
{
  const char *p = *cursor;
  int number = 0;

  for (guint i = 0; i < 3 && g_ascii_isdigit (*p); i++)
    number = number * 10 + g_ascii_digit_value (*p++);
  if (number < 1 || number > MATTRA_N_INDICATORS || g_ascii_isdigit (*p))
    return 0;

  *cursor = p;

  return number;
}

static int
find_name (const char *folded)
{
  for (int i = 0; i < MATTRA_N_INDICATORS; i++)
    {
      g_autofree char *name = mattra_text_fold_compare (names[i]);
      const char *rest = skip_word (folded, name);

      if (rest != folded && (*rest == '\0' || *rest == '(' || *rest == ':'))
        return i + 1;
    }

  return 0;
}

/**
 * mattra_indicator_from_text:
 * @text: (nullable): a section's text or a cell, e.g. ตัวชี้วัดที่ ๒ การใช้งบประมาณ
 *
 * Reads an ITA indicator named by its word and number, by number and name, by its name alone, or by its
 * number alone. Where number and name differ, the name counts: numbers change with the years.
 *
 * Returns: the indicator 1-10, 0 where none is named
 */
int
mattra_indicator_from_text (const char *text)
{
  g_autofree char *folded = text != NULL ? mattra_text_fold_compare (text) : g_strdup ("");
  const char *p = skip_word (folded, "(");
  const char *after_word = skip_word (skip_word (p, "ตัวชี้วัด"), "ita");
  gboolean has_word = after_word != p;
  int number;
  int named;

  p = skip_word (after_word, "ที่");
  number = read_number (&p);
  if (number > 0)
    p += strspn (p, ".):-");
  if (g_ascii_isdigit (*p))
    return has_word ? number : 0;

  named = find_name (p);
  if (named > 0)
    return named;

  return has_word || *p == '\0' ? number : 0;
}

static void
count_word (Score      *score,
            const char *text,
            const char *word,
            int         weight)
{
  const char *found = strstr (text, word);

  if (found == NULL)
    return;
  if (score->points == 0 || (gsize) (found - text) < score->first)
    score->first = found - text;
  score->points += weight;
}

/* Of equals, what the title speaks of first. */
static gboolean
is_better (const Score *score,
           const Score *best)
{
  return score->points > best->points || (score->points == best->points && score->first < best->first);
}

/**
 * mattra_indicator_propose:
 * @measure: a measure
 *
 * Proposes the ITA indicator that a measure answers: the one its section names, else the one that most
 * words of its title speak for. It is a proposal only, for the user to accept or change.
 *
 * Returns: the indicator 1-10, 0 where nothing speaks for any
 */
int
mattra_indicator_propose (MattraMeasure *measure)
{
  g_autofree char *folded = NULL;
  Score scores[MATTRA_N_INDICATORS] = { 0 };
  int best = 0;
  int named;

  g_return_val_if_fail (MATTRA_IS_MEASURE (measure), 0);

  named = mattra_indicator_from_text (mattra_measure_get_section (measure));
  if (named > 0)
    return named;

  folded = mattra_text_fold_compare (mattra_measure_get_title (measure));
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    count_word (&scores[words[i].indicator - 1], folded, words[i].word, words[i].weight);
  for (int i = 1; i < MATTRA_N_INDICATORS; i++)
    if (is_better (&scores[i], &scores[best]))
      best = i;

  return scores[best].points > 0 ? best + 1 : 0;
}
