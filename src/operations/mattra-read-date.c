/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-read-date.h"

#include "mattra-period.h"

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
  if (mattra_date_parse_iso (western, date))
    return TRUE;
  if (!mattra_period_parse (text, 0, &period) || period.kind != MATTRA_PERIOD_DAY || period.asked)
    return FALSE;
  *date = period.start;
  return TRUE;
}
