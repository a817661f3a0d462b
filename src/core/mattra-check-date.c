/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-check-text.h"

#include <string.h>

#include "mattra-digits.h"
#include "mattra-fiscal.h"
#include "mattra-text.h"

/* How far back the words are looked for that tell what a year belongs to, in bytes: some 150 letters. */
#define WINDOW_BYTES 450

/* How many years before the last one still count as left over from an old paper; what is older is
 * history. */
#define OLD_YEARS 2

typedef enum
{
  MENTION_YEAR,   /* a bare year */
  MENTION_FISCAL, /* ปีงบประมาณ, ประจำปี */
  MENTION_DATE,   /* with a month at least */
  MENTION_OTHER,  /* an order's number, one end of a span of years */
} MentionKind;

/* A year in a text and what stands around it. */
typedef struct
{
  MentionKind kind;
  const char *start; /* of what is shown to the user */
  const char *end;
  int year;
  MattraDate first;
  MattraDate last;
} Mention;

/* Words of the sentence on the assessment of last year. */
static const char *const assessment_words[] = { "ประเมิน", "วิเคราะห์", "ITA", "เปรียบเทียบ", "ปีที่ผ่านมา" };

/* What a law or a rule is called: its year is its name. */
static const char *const law_words[] = {
  "พ.ร.บ", "พรบ", "พระราช", "กฎกระทรวง", "กฎหมาย", "ระเบียบ", "รัฐธรรมนูญ", "ข้อบังคับ", "ประมวล", "หลักเกณฑ์",
  "ข้อบัญญัติ", "เทศบัญญัติ", "ฉบับที่", "แก้ไขเพิ่มเติม",
};

/* Papers whose own date may be of any year. */
static const char *const paper_words[] = { "ลงวันที่", "สั่ง ณ", "ประกาศ ณ", "มติ" };

/* What is counted: before these, four digits are no year. */
static const char *const counted[] = {
  "บาท", "คน", "ราย", "ครั้ง", "แห่ง", "ครัวเรือน", "เล่ม", "ชุด", "ฉบับ", "เรื่อง", "แผ่น",
};

static gboolean
holds_any (const char        *text,
           const char *const *words,
           gsize              n_words)
{
  for (gsize i = 0; i < n_words; i++)
    if (strstr (text, words[i]) != NULL)
      return TRUE;

  return FALSE;
}

/* Moves @end back over white space. */
static const char *
before_space (const char *text,
              const char *end)
{
  while (end > text)
    {
      const char *p = g_utf8_find_prev_char (text, end);
      gunichar c = p != NULL ? g_utf8_get_char (p) : 0;

      if (!mattra_text_is_space (c) && !mattra_text_is_ignorable (c))
        break;
      end = p;
    }

  return end;
}

/* Where @word begins if the text before @end ends with it, else %NULL. */
static const char *
before_word (const char *text,
             const char *end,
             const char *word)
{
  gsize length = strlen (word);

  if ((gsize) (end - text) < length || strncmp (end - length, word, length) != 0)
    return NULL;

  return end - length;
}

static const char *
before_era (const char *text,
            const char *end)
{
  static const char *const eras[] = { "พ.ศ.", "พ.ศ", "พศ.", "พศ" };

  for (guint i = 0; i < G_N_ELEMENTS (eras); i++)
    if (before_word (text, end, eras[i]) != NULL)
      return before_word (text, end, eras[i]);

  return NULL;
}

/* As before_word(), but any full stop of @word may be missing. */
static const char *
before_abbreviation (const char *text,
                     const char *end,
                     const char *word)
{
  for (gsize i = strlen (word); i > 0; i--)
    {
      gboolean same = end > text && end[-1] == word[i - 1];

      if (!same && word[i - 1] != '.')
        return NULL;
      if (same)
        end--;
    }

  return end;
}

/* A month's name or abbreviation, dots or not, that ends at @end. */
static const char *
before_month (const char *text,
              const char *end,
              int        *month)
{
  for (int i = 1; i <= 12; i++)
    {
      const char *start = before_word (text, end, mattra_date_month_name (i));

      if (start == NULL)
        start = before_abbreviation (text, end, mattra_date_month_short (i));
      if (start != NULL)
        {
          *month = i;
          return start;
        }
    }

  return NULL;
}

/* The number that ends at @end, of at most four digits; -1 for none. */
static int
number_before (const char  *text,
               const char  *end,
               const char **start)
{
  int number = 0;
  int unit = 1;

  *start = end;
  while (*start > text && unit <= 1000)
    {
      const char *p = g_utf8_find_prev_char (text, *start);
      int digit = p != NULL ? mattra_digit_value (g_utf8_get_char (p)) : -1;

      if (digit < 0)
        break;
      number += digit * unit;
      unit *= 10;
      *start = p;
    }

  return unit > 1 ? number : -1;
}

static void
set_days (Mention *mention,
          int      month,
          int      day)
{
  int year = mention->year - MATTRA_DATE_BE_OFFSET;
  gboolean has_day = mattra_date_is_valid (year, month, day);

  mention->kind = MENTION_DATE;
  mention->first = mattra_date_make (year, month, has_day ? day : 1);
  mention->last = has_day ? mention->first : mattra_date_month_end (mention->first);
}

/* "๑๑๒/๒๕๖๕" is an order's number, "๙/๑๒/๒๕๖๕" a date. */
static void
read_slashed (Mention    *mention,
              const char *text,
              const char *end)
{
  const char *start;
  int month = number_before (text, end, &start);
  const char *day_end = before_word (text, start, "/");
  int day = day_end != NULL ? number_before (text, day_end, &start) : -1;

  mention->kind = MENTION_OTHER;
  if (month >= 1 && month <= 12 && day >= 1 && day <= 31)
    {
      mention->start = start;
      set_days (mention, month, day);
    }
}

static gboolean
read_month (Mention    *mention,
            const char *text,
            const char *end)
{
  int month;
  const char *day_end;
  const char *start = before_month (text, end, &month);
  int day;

  if (start == NULL)
    return FALSE;

  mention->start = start;
  day_end = before_space (text, start);
  day = number_before (text, day_end, &start);
  if (day > 0)
    mention->start = start;
  set_days (mention, month, day);

  return TRUE;
}

static gboolean
read_fiscal (Mention    *mention,
             const char *text,
             const char *end)
{
  static const char *const phrases[] = {
    "ประจำปีงบประมาณ", "ประจําปีงบประมาณ", "ปีงบประมาณ", "ปีงบฯ", "ประจำปี", "ประจําปี",
  };

  for (guint i = 0; i < G_N_ELEMENTS (phrases); i++)
    if (before_word (text, end, phrases[i]) != NULL)
      {
        mention->kind = MENTION_FISCAL;
        mention->start = before_word (text, end, phrases[i]);
        return TRUE;
      }

  return FALSE;
}

static gboolean
is_year (int number)
{
  return number >= MATTRA_FISCAL_YEAR_MIN && number <= MATTRA_FISCAL_YEAR_MAX;
}

/* The other end of a span: a year before a dash before @end. */
static gboolean
ends_span (const char *text,
           const char *end)
{
  const char *p = g_utf8_find_prev_char (text, end);
  const char *start;

  if (p == NULL || !mattra_text_is_dash (g_utf8_get_char (p)))
    p = before_word (text, end, "ถึง");

  return p != NULL && is_year (number_before (text, before_space (text, p), &start));
}

/* Whether a dash and a further year follow. */
static gboolean
begins_span (const char *after)
{
  int number = 0;

  while (*after != '\0' && mattra_text_is_space (g_utf8_get_char (after)))
    after = g_utf8_next_char (after);
  if (g_str_has_prefix (after, "ถึง"))
    after += strlen ("ถึง");
  else if (*after != '\0' && mattra_text_is_dash (g_utf8_get_char (after)))
    after = g_utf8_next_char (after);
  else
    return FALSE;
  while (*after != '\0' && (mattra_text_is_space (g_utf8_get_char (after)) || *after == '.' ||
                            g_str_has_prefix (after, "พ") || g_str_has_prefix (after, "ศ")))
    after = g_utf8_next_char (after);
  for (guint i = 0; i < 4 && *after != '\0' && mattra_digit_value (g_utf8_get_char (after)) >= 0; i++)
    {
      number = number * 10 + mattra_digit_value (g_utf8_get_char (after));
      after = g_utf8_next_char (after);
    }

  return is_year (number);
}

/* Four digits that are no year: counted things, and numbers within Latin words and addresses. */
static gboolean
is_no_year (const Mention *mention,
            const char    *text)
{
  const char *after = mention->end;

  if (mention->start > text && (g_ascii_isalnum (mention->start[-1]) || mention->start[-1] == '_'))
    return TRUE;
  while (*after != '\0' && mattra_text_is_space (g_utf8_get_char (after)))
    after = g_utf8_next_char (after);
  for (guint i = 0; i < G_N_ELEMENTS (counted); i++)
    if (g_str_has_prefix (after, counted[i]))
      return TRUE;

  return FALSE;
}

/* Reads what a year of four digits belongs to. */
static void
read_long_year (Mention    *mention,
                const char *text)
{
  const char *before = before_space (text, mention->start);
  const char *era = before_era (text, before);
  const char *slash = before_word (text, before, "/");

  mention->kind = is_no_year (mention, text) ? MENTION_OTHER : MENTION_YEAR;
  if (mention->kind == MENTION_OTHER)
    return;
  if (era != NULL)
    {
      mention->start = era;
      before = before_space (text, era);
    }
  if (slash != NULL)
    read_slashed (mention, text, slash);
  else if (!read_month (mention, text, before) &&
           (ends_span (text, before) || begins_span (mention->end)))
    mention->kind = MENTION_OTHER;
  else if (mention->kind == MENTION_YEAR)
    read_fiscal (mention, text, before);
}

/* A year of two digits is one only after a month: ธ.ค. ๖๔, but not มี.ค. ๑๐.๓๐ น. */
static gboolean
read_short_year (Mention    *mention,
                 const char *text)
{
  if (mention->year < 40 || *mention->end == '.' || *mention->end == ':')
    return FALSE;
  mention->year += 2500;

  return read_month (mention, text, before_space (text, mention->start));
}

/* Finds the next year at or after @cursor. */
static gboolean
next_mention (const char  *text,
              const char **cursor,
              Mention     *mention)
{
  const char *p = *cursor;

  while (*p != '\0')
    {
      const char *start = p;
      guint n_digits = 0;
      int number = 0;
      int digit;

      for (; *p != '\0' && (digit = mattra_digit_value (g_utf8_get_char (p))) >= 0; p = g_utf8_next_char (p))
        if (++n_digits <= 4)
          number = number * 10 + digit;

      *mention = (Mention) { .start = start, .end = p, .year = number };
      *cursor = p;
      if (n_digits == 4 && is_year (number))
        {
          read_long_year (mention, text);
          return TRUE;
        }
      if (n_digits == 2 && read_short_year (mention, text))
        return TRUE;
      if (n_digits == 0)
        p = g_utf8_next_char (p);
    }

  return FALSE;
}

static gboolean
is_left_over (const Mention *mention,
              int            fiscal_year)
{
  return mention->year < fiscal_year - 1 && mention->year >= fiscal_year - 1 - OLD_YEARS;
}

static gboolean
is_outside_year (const Mention *mention,
                 int            fiscal_year)
{
  return mattra_date_compare (mention->last, mattra_fiscal_year_start (fiscal_year)) < 0 ||
         mattra_date_compare (mention->first, mattra_fiscal_year_end (fiscal_year)) > 0;
}

/* @context is what stands before the mention, back to the year before it. */
static gboolean
is_old (const Mention *mention,
        const char    *context,
        int            fiscal_year,
        int            analysed_year)
{
  if (mention->kind == MENTION_OTHER || holds_any (context, paper_words, G_N_ELEMENTS (paper_words)))
    return FALSE;
  if (mention->kind == MENTION_DATE)
    return is_outside_year (mention, fiscal_year);
  if ((mention->year == analysed_year || mention->year == fiscal_year - 1) &&
      holds_any (context, assessment_words, G_N_ELEMENTS (assessment_words)))
    return FALSE;
  if (mention->kind == MENTION_FISCAL)
    return mention->year == fiscal_year - 1 || is_left_over (mention, fiscal_year);

  return is_left_over (mention, fiscal_year) && !holds_any (context, law_words, G_N_ELEMENTS (law_words));
}

static char *
copy_context (const char *from,
              const char *to)
{
  if (to - from > WINDOW_BYTES)
    from = g_utf8_find_next_char (to - WINDOW_BYTES, NULL);

  return g_strndup (from, to - from);
}

/**
 * mattra_check_find_old_date:
 * @text: a text of a measure, or the preface
 * @fiscal_year: the plan's fiscal year, B.E.
 * @analysed_year: the fiscal year whose assessment the plan follows from
 *
 * Finds the first date that does not belong to the fiscal year: a day or month before 1 October of the
 * year before or after 30 September; the fiscal year before, outside the sentence on its assessment;
 * a year before that. Numbers of orders, spans of years, the years of laws and the days of papers
 * (ลงวันที่) are not dates of the work. Rule: domain notes, R8.
 *
 * Returns: (transfer full) (nullable): the date as written, %NULL where none is found
 */
char *
mattra_check_find_old_date (const char *text,
                            int         fiscal_year,
                            int         analysed_year)
{
  const char *cursor = text;
  const char *since = text;
  Mention mention;

  while (next_mention (text, &cursor, &mention))
    {
      g_autofree char *context = copy_context (since, MAX (since, mention.start));

      if (is_old (&mention, context, fiscal_year, analysed_year))
        return g_strndup (mention.start, mention.end - mention.start);
      since = mention.end;
    }

  return NULL;
}

/**
 * mattra_check_fold_recommendation:
 * @text: a recommendation
 *
 * Folds a recommendation so that copies meet which differ in spaces and punctuation only.
 *
 * Returns: (transfer full): the folded text
 */
char *
mattra_check_fold_recommendation (const char *text)
{
  char *folded = mattra_text_fold_compare (text);
  char *out = folded;

  for (const char *p = folded; *p != '\0'; p++)
    if (!g_ascii_ispunct (*p))
      *out++ = *p;
  *out = '\0';

  return folded;
}
