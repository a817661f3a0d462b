/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-recurrence.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mattra-digits.h"
#include "mattra-text.h"

#define TIMES "ครั้ง"
#define MONTHS 6
#define QUARTERS 2
#define WEEKS 26

/* Words that say how often, folded, and how often a round of half a year has it. What goes by the year has half as
 * many in a round; 0 stands for that. */
static const struct
{
  const char *word;
  int times;
} words[] = {
  { "ทุกเดือน", MONTHS },    { "รายเดือน", MONTHS },    { "เดือนละ", MONTHS },   { "everymonth", MONTHS },
  { "ทุกไตรมาส", QUARTERS },  { "รายไตรมาส", QUARTERS },  { "ไตรมาสละ", QUARTERS }, { "everyquarter", QUARTERS },
  { "ทุกสัปดาห์", WEEKS },    { "รายสัปดาห์", WEEKS },    { "สัปดาห์ละ", WEEKS },   { "everyweek", WEEKS },
  { "ครั้งต่อปี", 0 },         { "ครั้ง/ปี", 0 },          { "ปีละ", 0 },           { "รอบละ", 1 },
  { "ครั้งต่อรอบ", 1 },       { "ครั้ง/รอบ", 1 },
};

/* The number that stands right before or right behind the word, on the side where it belongs; 1 where there is none. */
static int
number_beside (const char *text,
               const char *found,
               const char *word)
{
  const char *behind = found + strlen (word);
  const char *start = found;
  int number = 0;

  if (g_str_has_prefix (word, TIMES))
    {
      while (start > text && g_ascii_isdigit (start[-1]))
        start--;
      return start < found && mattra_digits_parse (&start, &number) ? number : 1;
    }
  return mattra_digits_parse (&behind, &number) && g_str_has_prefix (behind, TIMES) ? number : 1;
}

/**
 * mattra_recurrence_find:
 * @text: (nullable): a text such as a period, which may say how often something is done
 * @times: (out): how often in a round
 *
 * Finds in a text how often something is done: ทุกเดือน, ไตรมาสละ ๑ ครั้ง, ปีละ ๔ ครั้ง. A round is half a year.
 *
 * Returns: whether it says that it is done more than once in a round
 */
gboolean
mattra_recurrence_find (const char *text,
                        int        *times)
{
  g_autofree char *western = NULL;
  g_autofree char *folded = NULL;

  g_return_val_if_fail (times != NULL, FALSE);

  if (text == NULL)
    return FALSE;
  western = mattra_digits_to_western (text);
  folded = mattra_text_fold_compare (western);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *word = mattra_text_fold_compare (words[i].word);
      const char *found = strstr (folded, word);
      int number = found != NULL ? number_beside (folded, found, word) : 0;

      if (number < 1 || number > MATTRA_RECURRENCE_LAST)
        continue;
      *times = words[i].times > 0 ? number * words[i].times : (number + 1) / 2;
      return *times > 1 && *times <= MATTRA_RECURRENCE_LAST;
    }
  return FALSE;
}

/**
 * mattra_recurrence_parse:
 * @text: how often, as typed: a number of times in a round, with ครั้ง or without, or words
 * @times: (out): how often in a round
 *
 * Reads how often a measure is to be done in a round.
 *
 * Returns: whether it could be read
 */
gboolean
mattra_recurrence_parse (const char *text,
                         int        *times)
{
  g_autofree char *folded = NULL;
  const char *cursor;

  g_return_val_if_fail (text != NULL && times != NULL, FALSE);

  folded = mattra_text_fold_compare (text);
  cursor = folded;
  if (mattra_digits_parse (&cursor, times) && (*cursor == '\0' || g_str_equal (cursor, TIMES)))
    return *times >= 1 && *times <= MATTRA_RECURRENCE_LAST;
  return mattra_recurrence_find (text, times);
}

/**
 * mattra_recurrence_describe:
 * @times: how often in a round
 *
 * Returns: (transfer full): the same in words, translated
 */
char *
mattra_recurrence_describe (int times)
{
  if (times == MONTHS)
    return g_strdup_printf (_("Every month: %d ticks in a round"), times);
  if (times == QUARTERS)
    return g_strdup_printf (_("Every quarter: %d ticks in a round"), times);
  return g_strdup_printf (ngettext ("%d tick in a round", "%d ticks in a round", (gulong) times), times);
}
