/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-period.h"

#include <glib/gi18n-lib.h>

static const char *const kind_names[] = {
  [MATTRA_PERIOD_NONE] = "none",         [MATTRA_PERIOD_RANGE] = "range",
  [MATTRA_PERIOD_MONTH] = "month",       [MATTRA_PERIOD_DAY] = "day",
  [MATTRA_PERIOD_HALF] = "half",         [MATTRA_PERIOD_QUARTER] = "quarter",
  [MATTRA_PERIOD_FISCAL] = "fiscal",     [MATTRA_PERIOD_DEADLINE] = "deadline",
  [MATTRA_PERIOD_OPEN_END] = "open_end", [MATTRA_PERIOD_AMBIGUOUS] = "ambiguous",
};

static const char *const questions[] = {
  [MATTRA_PERIOD_REASON_SEPARATOR] = N_ ("“%s”: from the first to the second, or two separate times? Write the first and the last day."),
  [MATTRA_PERIOD_REASON_LIST] = N_ ("“%s” names several times. Which are the first and the last day?"),
  [MATTRA_PERIOD_REASON_ORDER] = N_ ("“%s” ends before it starts. Which are the first and the last day?"),
  [MATTRA_PERIOD_REASON_NO_SUCH_DAY] = N_ ("“%s” names a day or month that the calendar lacks. Which is meant?"),
  [MATTRA_PERIOD_REASON_NO_YEAR] = N_ ("“%s” has no year and the fiscal year is not known. Which year is meant?"),
  [MATTRA_PERIOD_REASON_YEAR] = N_ ("The year in “%s” cannot be meant. Which year is it?"),
  [MATTRA_PERIOD_REASON_YEAR_KIND] = N_ ("“%s”: is the fiscal year meant, or the calendar year?"),
  [MATTRA_PERIOD_REASON_SCHOOL_YEAR] = N_ ("“%s” speaks of the school year. Which are the first and the last day?"),
  [MATTRA_PERIOD_REASON_RECURRING] = N_ ("“%s” says how often. Which are the first and the last day?"),
  [MATTRA_PERIOD_REASON_NO_BOUNDS] = N_ ("“%s” has neither beginning nor end. Is the whole fiscal year meant?"),
  [MATTRA_PERIOD_REASON_RELATIVE] = N_ ("“%s” counts from a day that is not named. Which are the first and the last day?"),
  [MATTRA_PERIOD_REASON_VAGUE] = N_ ("“%s” is not exact. Which are the first and the last day?"),
  [MATTRA_PERIOD_REASON_CONTRADICTION] = N_ ("The parts of “%s” disagree. Which are the first and the last day?"),
  [MATTRA_PERIOD_REASON_UNREAD] = N_ ("“%s” holds words that were not understood. Which are the first and the last day?"),
  [MATTRA_PERIOD_REASON_UNCLEAR] = N_ ("“%s” can be read in more than one way. Which are the first and the last day?"),
  [MATTRA_PERIOD_REASON_RUNNING_TEXT] = N_ ("“%s” stands in the period column but reads like the end of a neighbouring cell. Where does it belong?"),
  [MATTRA_PERIOD_REASON_EMPTY] = NULL,
};

/**
 * mattra_period_kind_to_string:
 * @kind: a kind
 *
 * Returns: its word in files and on the command line, such as "open_end"
 */
const char *
mattra_period_kind_to_string (MattraPeriodKind kind)
{
  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (kind_names), NULL);

  return kind_names[kind];
}

/**
 * mattra_period_question:
 * @period: what a text was read as
 *
 * Tells what has to be decided about a period.
 *
 * Returns: (transfer none) (nullable): the question in English, which mattra_question_say() says
 *   with the text; %NULL if there is none
 */
const char *
mattra_period_question (const MattraPeriod *period)
{
  g_return_val_if_fail (period != NULL, NULL);
  g_return_val_if_fail ((guint) period->reason < G_N_ELEMENTS (questions), NULL);

  return period->asked ? questions[period->reason] : NULL;
}
