/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-period-write.h"

#include <string.h>

#include "mattra-period.h"

/* How a text writes its days. */
typedef struct
{
  MattraDateStyle style;
  MattraDigits script;
  gboolean by_month;
} Manner;

static gboolean
says (const char *text,
      int         fiscal_year,
      MattraDate  start,
      MattraDate  end)
{
  MattraPeriod period = { MATTRA_PERIOD_NONE };

  return mattra_period_parse (text, fiscal_year, &period) && !period.asked
         && mattra_date_compare (period.start, start) == 0 && mattra_date_compare (period.end, end) == 0;
}

static gboolean
is_whole_months (MattraDate start,
                 MattraDate end)
{
  return mattra_date_is_set (start) && mattra_date_is_set (end) && start.day == 1
         && mattra_date_compare (end, mattra_date_month_end (end)) == 0;
}

static gboolean
has_month_name (const char *text)
{
  for (int month = 1; month <= 12; month++)
    if (strstr (text, mattra_date_month_name (month)) != NULL)
      return TRUE;
  return FALSE;
}

static MattraDigits
script_of (const char   *text,
           MattraDigits  otherwise)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isdigit (c))
        return c < 0x80 ? MATTRA_DIGITS_WESTERN : MATTRA_DIGITS_THAI;
    }
  return otherwise;
}

/* Years of two digits: no run of digits is longer. */
static gboolean
has_short_years (const char *text)
{
  guint longest = 0, run = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      run = g_unichar_isdigit (g_utf8_get_char (p)) ? run + 1 : 0;
      longest = MAX (longest, run);
    }
  return longest == 2;
}

static Manner
manner_of (const char   *text,
           int           fiscal_year,
           MattraDigits  script)
{
  MattraPeriod period = { MATTRA_PERIOD_NONE };
  Manner manner = { MATTRA_DATE_SHORT, script_of (text, script), FALSE };

  if (has_month_name (text))
    manner.style = MATTRA_DATE_LONG;
  else if (has_short_years (text))
    manner.style = MATTRA_DATE_SHORTEST;
  mattra_period_parse (text, fiscal_year, &period);
  manner.by_month = is_whole_months (period.start, period.end)
                    || is_whole_months (period.proposed_start, period.proposed_end);
  return manner;
}

static char *
write_month (MattraDate    date,
             const Manner *manner)
{
  gboolean full = manner->style == MATTRA_DATE_LONG;
  int year = mattra_date_year_be (date);
  g_autofree char *western = g_strdup_printf ("%s %d", full ? mattra_date_month_name (date.month)
                                                            : mattra_date_month_short (date.month),
                                              manner->style == MATTRA_DATE_SHORTEST ? year % 100 : year);

  return mattra_digits_apply (western, manner->script);
}

static char *
write_months (MattraDate    start,
              MattraDate    end,
              const Manner *manner)
{
  g_autofree char *from = write_month (start, manner);
  g_autofree char *to = write_month (end, manner);

  return start.year == end.year && start.month == end.month ? g_steal_pointer (&to)
                                                            : g_strdup_printf ("%s – %s", from, to);
}

/* Takes over @candidate. Returns: (nullable): it, with the remark behind it where that may stay. */
static char *
choose (char       *candidate,
        const char *remark,
        int         fiscal_year,
        MattraDate  start,
        MattraDate  end)
{
  g_autofree char *plain = candidate;
  g_autofree char *remarked = remark != NULL ? g_strdup_printf ("%s %s", plain, remark) : NULL;

  if (remarked != NULL && says (remarked, fiscal_year, start, end))
    return g_steal_pointer (&remarked);
  return says (plain, fiscal_year, start, end) ? g_steal_pointer (&plain) : NULL;
}

/**
 * mattra_period_reword:
 * @text: (nullable): what stands in the period column
 * @fiscal_year: the fiscal year (B.E.) of the plan
 * @start: the first day that it shall say, none if open
 * @end: the last day that it shall say, none if open
 * @script: the digits, where @text has none
 *
 * Writes a period in the manner in which another was written: months by name or abbreviation, whole months without
 * days, the years' length, the digits, and a remark in parentheses if it does not speak against it. Whatever is
 * written is read again by mattra_period_parse() as exactly these days.
 *
 * Returns: (transfer full) (nullable): the text; %NULL where none is read so, as for no day at all
 */
char *
mattra_period_reword (const char   *text,
                      int           fiscal_year,
                      MattraDate    start,
                      MattraDate    end,
                      MattraDigits  script)
{
  const char *was = text != NULL ? text : "";
  const char *remark = strchr (was, '(');
  Manner manner = manner_of (was, fiscal_year, script);
  char *written = NULL;

  if (!mattra_date_is_set (start) && !mattra_date_is_set (end))
    return NULL;
  if (says (was, fiscal_year, start, end))
    return g_strdup (was);
  if (manner.by_month && is_whole_months (start, end))
    written = choose (write_months (start, end, &manner), remark, fiscal_year, start, end);
  if (written == NULL)
    written = choose (mattra_date_format_range (start, end, manner.style, manner.script), remark, fiscal_year, start,
                      end);
  if (written == NULL)
    written = choose (mattra_date_format_range (start, end, MATTRA_DATE_SHORT, manner.script), NULL, fiscal_year, start,
                      end);
  return written;
}
