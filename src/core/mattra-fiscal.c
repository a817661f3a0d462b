/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-fiscal.h"

#define FIRST_MONTH 10

static const char *const round_names[] = {
  [MATTRA_ROUND_FIRST_HALF] = "first_half",
  [MATTRA_ROUND_FULL_YEAR] = "full_year",
};

/**
 * mattra_fiscal_year_is_valid:
 * @fiscal_year: a Buddhist year
 *
 * Returns: %TRUE if a plan may have that year
 */
gboolean
mattra_fiscal_year_is_valid (int fiscal_year)
{
  return fiscal_year >= MATTRA_FISCAL_YEAR_MIN && fiscal_year <= MATTRA_FISCAL_YEAR_MAX;
}

/**
 * mattra_fiscal_year_of:
 * @date: a date
 *
 * The fiscal year runs from 1 October to 30 September and is named by the year in which it ends.
 *
 * Returns: its fiscal year (B.E.), 0 for none
 */
int
mattra_fiscal_year_of (MattraDate date)
{
  if (!mattra_date_is_set (date))
    return 0;
  return mattra_date_year_be (date) + (date.month >= FIRST_MONTH ? 1 : 0);
}

/**
 * mattra_fiscal_calendar_year:
 * @fiscal_year: a fiscal year (B.E.)
 * @month: 1 to 12
 *
 * Returns: the year of the Common Era in which that month of the fiscal year lies
 */
int
mattra_fiscal_calendar_year (int fiscal_year,
                             int month)
{
  return fiscal_year - MATTRA_DATE_BE_OFFSET - (month >= FIRST_MONTH ? 1 : 0);
}

static gboolean
set_months (int         fiscal_year,
            int         first,
            int         count,
            MattraDate *start,
            MattraDate *end)
{
  *start = mattra_date_add_months (mattra_fiscal_year_start (fiscal_year), first);
  *end = mattra_date_add_days (mattra_date_add_months (*start, count), -1);
  return mattra_date_is_set (*start) && mattra_date_is_set (*end);
}

/**
 * mattra_fiscal_year_start:
 * @fiscal_year: a fiscal year (B.E.)
 *
 * Returns: its first day
 */
MattraDate
mattra_fiscal_year_start (int fiscal_year)
{
  if (!mattra_fiscal_year_is_valid (fiscal_year))
    return MATTRA_DATE_NONE;
  return mattra_date_make (mattra_fiscal_calendar_year (fiscal_year, FIRST_MONTH), FIRST_MONTH, 1);
}

/**
 * mattra_fiscal_year_end:
 * @fiscal_year: a fiscal year (B.E.)
 *
 * Returns: its last day
 */
MattraDate
mattra_fiscal_year_end (int fiscal_year)
{
  MattraDate start, end;

  set_months (fiscal_year, 0, 12, &start, &end);
  return end;
}

/**
 * mattra_fiscal_quarter:
 * @fiscal_year: a fiscal year (B.E.)
 * @quarter: 1 (October to December) to 4 (July to September)
 * @start: (out): its first day
 * @end: (out): its last day
 *
 * Returns: %FALSE, and none, if there is no such quarter
 */
gboolean
mattra_fiscal_quarter (int         fiscal_year,
                       int         quarter,
                       MattraDate *start,
                       MattraDate *end)
{
  g_return_val_if_fail (start != NULL && end != NULL, FALSE);

  *start = *end = MATTRA_DATE_NONE;
  return quarter >= 1 && quarter <= 4 && set_months (fiscal_year, (quarter - 1) * 3, 3, start, end);
}

/**
 * mattra_fiscal_half:
 * @fiscal_year: a fiscal year (B.E.)
 * @half: 1 (October to March) or 2 (April to September)
 * @start: (out): its first day
 * @end: (out): its last day
 *
 * Returns: %FALSE, and none, if there is no such half
 */
gboolean
mattra_fiscal_half (int         fiscal_year,
                    int         half,
                    MattraDate *start,
                    MattraDate *end)
{
  g_return_val_if_fail (start != NULL && end != NULL, FALSE);

  *start = *end = MATTRA_DATE_NONE;
  return half >= 1 && half <= 2 && set_months (fiscal_year, (half - 1) * 6, 6, start, end);
}

/**
 * mattra_round_bounds:
 * @round: a round
 * @fiscal_year: a fiscal year (B.E.)
 * @start: (out): its first day
 * @end: (out): its last day
 *
 * Returns: %FALSE, and none, if @round is none or the year is not valid
 */
gboolean
mattra_round_bounds (MattraRound  round,
                     int          fiscal_year,
                     MattraDate  *start,
                     MattraDate  *end)
{
  g_return_val_if_fail (start != NULL && end != NULL, FALSE);

  *start = *end = MATTRA_DATE_NONE;
  if (round == MATTRA_ROUND_NONE)
    return FALSE;
  return set_months (fiscal_year, 0, round == MATTRA_ROUND_FIRST_HALF ? 6 : 12, start, end);
}

/**
 * mattra_round_to_string:
 * @round: a round
 *
 * Returns: (nullable): "first_half" or "full_year", %NULL for none
 */
const char *
mattra_round_to_string (MattraRound round)
{
  g_return_val_if_fail ((guint) round < G_N_ELEMENTS (round_names), NULL);

  return round_names[round];
}

static gboolean
equal_but_for_hyphens (const char *a,
                       const char *b)
{
  while (*a != '\0' && (*a == *b || (*a == '-' && *b == '_')))
    {
      a++;
      b++;
    }
  return *a == *b;
}

/**
 * mattra_round_from_string:
 * @text: "first_half" or "full_year", or the same with a hyphen
 * @round: (out): the round, none on failure
 *
 * Returns: %TRUE if @text names a round
 */
gboolean
mattra_round_from_string (const char  *text,
                          MattraRound *round)
{
  g_return_val_if_fail (text != NULL && round != NULL, FALSE);

  *round = MATTRA_ROUND_NONE;
  for (guint i = MATTRA_ROUND_FIRST_HALF; i < G_N_ELEMENTS (round_names); i++)
    if (equal_but_for_hyphens (text, round_names[i]))
      *round = (MattraRound) i;
  return *round != MATTRA_ROUND_NONE;
}
