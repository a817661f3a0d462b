/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-heading-private.h"

#include <string.h>

#include "mattra-period.h"
#include "mattra-text.h"

typedef MattraHeadingLine Line;
typedef MattraHeading Heading;

typedef struct
{
  const char *words; /* without spaces, with western digits */
  MattraRound round;
  gboolean second_half;
} RoundWords;

static const RoundWords round_words[] = {
  { "6เดือนหลัง", MATTRA_ROUND_FULL_YEAR, TRUE },
  { "หกเดือนหลัง", MATTRA_ROUND_FULL_YEAR, TRUE },
  { "ครึ่งปีหลัง", MATTRA_ROUND_FULL_YEAR, TRUE },
  { "รอบที่2", MATTRA_ROUND_FULL_YEAR, TRUE },
  { "รอบ2/", MATTRA_ROUND_FULL_YEAR, TRUE },
  { "รอบครึ่งปีหลัง", MATTRA_ROUND_FULL_YEAR, TRUE },
  { "รอบ12เดือน", MATTRA_ROUND_FULL_YEAR, FALSE },
  { "รอบสิบสองเดือน", MATTRA_ROUND_FULL_YEAR, FALSE },
  { "(12เดือน", MATTRA_ROUND_FULL_YEAR, FALSE },
  { "ระยะ12เดือน", MATTRA_ROUND_FULL_YEAR, FALSE },
  { "6เดือนแรก", MATTRA_ROUND_FIRST_HALF, FALSE },
  { "หกเดือนแรก", MATTRA_ROUND_FIRST_HALF, FALSE },
  { "ครึ่งปีแรก", MATTRA_ROUND_FIRST_HALF, FALSE },
  { "รอบที่1", MATTRA_ROUND_FIRST_HALF, FALSE },
  { "รอบ1/", MATTRA_ROUND_FIRST_HALF, FALSE },
  { "รอบ6เดือน", MATTRA_ROUND_FIRST_HALF, FALSE },
  { "(6เดือน", MATTRA_ROUND_FIRST_HALF, FALSE },
  { "ระยะ6เดือน", MATTRA_ROUND_FIRST_HALF, FALSE },
};

static gboolean
find_round_words (const char  *text,
                  MattraRound *round,
                  gboolean    *second_half)
{
  g_autofree char *folded = mattra_text_fold_compare (text);

  for (guint i = 0; i < G_N_ELEMENTS (round_words); i++)
    {
      const char *found = strstr (folded, round_words[i].words);

      if (found == NULL || (found > folded && g_ascii_isdigit (*found) && g_ascii_isdigit (found[-1])))
        continue;
      *round = round_words[i].round;
      *second_half = round_words[i].second_half;
      return TRUE;
    }

  return FALSE;
}

static gboolean
same_days (MattraDate a,
           MattraDate b)
{
  return mattra_date_compare (a, b) == 0;
}

/* Which round runs from @start to @end, if any does. */
static gboolean
find_round_days (const MattraPeriod *period,
                 int                 fiscal_year,
                 MattraRound        *round,
                 gboolean           *second_half)
{
  MattraDate start, end;

  if (!mattra_date_is_set (period->start) || !mattra_date_is_set (period->end) || period->kind != MATTRA_PERIOD_RANGE)
    return FALSE;
  if (fiscal_year == 0)
    fiscal_year = mattra_fiscal_year_of (period->start);

  *second_half = FALSE;
  for (*round = MATTRA_ROUND_FIRST_HALF; *round <= MATTRA_ROUND_FULL_YEAR; (*round)++)
    if (mattra_round_bounds (*round, fiscal_year, &start, &end)
        && same_days (start, period->start) && same_days (end, period->end))
      return TRUE;

  *round = MATTRA_ROUND_FULL_YEAR;
  *second_half = mattra_fiscal_half (fiscal_year, 2, &start, &end)
                 && same_days (start, period->start) && same_days (end, period->end);
  return *second_half;
}

static void
set_round_days (MattraImportDocument *document,
                const MattraPeriod   *period)
{
  gboolean stated = !document->second_half && mattra_date_is_set (period->start) && mattra_date_is_set (period->end)
                    && !period->asked;

  if (stated)
    {
      document->round_start = period->start;
      document->round_end = period->end;
      if (document->fiscal_year == 0)
        document->fiscal_year = mattra_fiscal_year_of (period->end);
    }
  else if (document->fiscal_year != 0)
    mattra_round_bounds (document->round, document->fiscal_year, &document->round_start, &document->round_end);
}

/* The part of a line that names the round: what is in parentheses, or from "รอบ" to the line's end. */
static gboolean
try_round (Heading    *self,
           const char *text,
           gboolean    days_too)
{
  MattraImportDocument *document = self->document;
  MattraRound round;
  gboolean second_half;
  MattraPeriod period;
  int fiscal_year = document->fiscal_year;

  mattra_period_parse (text, fiscal_year, &period);
  if (!find_round_words (text, &round, &second_half)
      && !(days_too && find_round_days (&period, fiscal_year, &round, &second_half)))
    return FALSE;

  document->round = round;
  document->second_half = second_half;
  document->round_text = mattra_text_squeeze (text);
  set_round_days (document, &period);

  return TRUE;
}

static char *
without_openers (const char *text)
{
  static const char *const openers[] = { "ดำเนินการ", "ข้อมูล", "ประจำ" };
  const char *start = mattra_heading_skip_spaces (text);

  for (guint i = 0; i < G_N_ELEMENTS (openers); i++)
    if (g_str_has_prefix (start, openers[i]))
      start = mattra_heading_skip_spaces (start + strlen (openers[i]));

  return g_strdup (start);
}

static gboolean
try_parentheses (Heading    *self,
                 const Line *line)
{
  for (const char *open = strchr (line->text, '('); open != NULL; open = strchr (open + 1, '('))
    {
      const char *close = strchr (open, ')');
      g_autofree char *inner = NULL;
      g_autofree char *bare = NULL;
      g_autofree char *enclosed = NULL;
      MattraRound round;
      gboolean second_half;

      if (close == NULL)
        return FALSE;
      inner = g_strndup (open + 1, (gsize) (close - open - 1));
      bare = without_openers (inner);
      enclosed = g_strconcat ("(", inner, NULL);
      if (find_round_words (enclosed, &round, &second_half) && !find_round_words (inner, &round, &second_half))
        {
          g_autofree char *named = g_strconcat ("รอบ", inner, NULL);

          if (try_round (self, named, FALSE))
            {
              g_free (self->document->round_text);
              self->document->round_text = mattra_text_squeeze (inner);
              return TRUE;
            }
        }
      if (try_round (self, bare, !line->paragraph))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_enclosed (const char *text,
             const char *at)
{
  const char *open = g_strrstr_len (text, at - text, "(");

  return open != NULL && memchr (open, ')', (gsize) (at - open)) == NULL;
}

/* From the words that name the round to what cannot belong to it any more. */
static gboolean
try_words (Heading    *self,
           const Line *line)
{
  static const char *const openers[] = { "รอบ", "ระยะ 6", "ระยะ ๖", "6 เดือน", "๖ เดือน", "ครึ่งปี", "ระหว่างวันที่", "ระหว่างเดือน", "ตั้งแต่วันที่", "ตั้งแต่เดือน" };

  for (guint i = 0; i < G_N_ELEMENTS (openers); i++)
    for (const char *p = strstr (line->text, openers[i]); p != NULL; p = strstr (p + 1, openers[i]))
      {
        const char *month = line->paragraph ? strstr (p, "เดือน") : NULL;
        gsize length = is_enclosed (line->text, p) ? strcspn (p, "()") : strlen (p);
        g_autofree char *text = NULL;

        if (month != NULL && (gsize) (month - p) < length)
          {
            length = (gsize) (month - p) + strlen ("เดือน");
            if (g_str_has_prefix (p + length, "แรก"))
              length += strlen ("แรก");
            else if (g_str_has_prefix (p + length, "หลัง"))
              length += strlen ("หลัง");
          }
        text = g_strndup (p, length);
        if (try_round (self, text, !line->paragraph))
          return TRUE;
      }

  return FALSE;
}

static gboolean
try_whole_line (Heading    *self,
                const Line *line)
{
  return !line->paragraph && try_round (self, line->text, TRUE);
}

/* Reads the round that the heading names, or else the preface. */
void
mattra_heading_read_round (MattraHeading *self)
{
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < self->lines->len; i++)
      {
        const Line *line = g_ptr_array_index (self->lines, i);

        if (line->paragraph == (pass == 1)
            && (try_words (self, line) || try_parentheses (self, line) || try_whole_line (self, line)))
          return;
      }
}
