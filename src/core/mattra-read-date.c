/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-read-date.h"

#include "mattra-period.h"

#include <string.h>

/* Years from this one on are of the Buddhist Era (domain.md 6, rule 3): nobody means a day centuries ahead. */
#define FIRST_BUDDHIST_YEAR 2400
#define BUDDHIST_YEARS_AHEAD 543

static gboolean
read_iso (const char *text,
          MattraDate *date)
{
  guint64 year = g_ascii_strtoull (text, NULL, 10);
  g_autofree char *common = NULL;

  if (year < FIRST_BUDDHIST_YEAR || year > 9999 || strlen (text) < 4)
    return mattra_date_parse_iso (text, date);
  common = g_strdup_printf ("%04d%s", (int) year - BUDDHIST_YEARS_AHEAD, text + 4);
  return mattra_date_parse_iso (common, date);
}

/**
 * mattra_read_date:
 * @text: a day as ISO (2023-04-10) or as Thai offices write it (๑๐ เม.ย. ๒๕๖๖), in either digits
 * @date: (out): the day
 *
 * Returns: whether @text is one day and nothing else
 */
gboolean
mattra_read_date (const char *text,
                  MattraDate *date)
{
  g_autofree char *western = NULL;
  MattraPeriod period = { MATTRA_PERIOD_NONE };

  g_return_val_if_fail (text != NULL && date != NULL, FALSE);

  western = mattra_digits_to_western (text);
  if (read_iso (western, date))
    return TRUE;
  if (!mattra_period_parse (text, 0, &period) || period.kind != MATTRA_PERIOD_DAY || period.asked)
    return FALSE;
  *date = period.start;
  return TRUE;
}
