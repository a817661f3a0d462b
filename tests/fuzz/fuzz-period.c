/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-digits.h"
#include "mattra-measure.h"
#include "mattra-period.h"
#include "mattra-text.h"

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);

static void
read_period (const char *text,
             int         fiscal_year)
{
  MattraPeriod period;
  const char *question;
  g_autofree char *said = NULL;

  mattra_period_parse (text, fiscal_year, &period);
  g_assert (!mattra_date_is_set (period.start) || !mattra_date_is_set (period.end)
            || mattra_date_compare (period.start, period.end) <= 0);
  question = mattra_period_question (&period);
  if (question != NULL)
    said = mattra_question_say (question, text);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autofree char *thai = mattra_digits_to_thai (text);
  g_autofree char *western = mattra_digits_to_western (text);
  g_autofree char *folded = mattra_text_fold_search (text);
  g_autofree char *compared = mattra_text_fold_compare (text);
  g_autofree char *squeezed = mattra_text_squeeze (text);
  g_autofree char *joined = mattra_text_join_sara_am (text);

  read_period (text, 2566);
  read_period (text, 0);
  return 0;
}
