/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-date.h"

#include <string.h>

#define MAX_YEAR 9999

typedef struct
{
  const char *name;
  const char *abbreviation;
} MonthWords;

static const MonthWords months[] = {
  { "มกราคม", "ม.ค." },   { "กุมภาพันธ์", "ก.พ." }, { "มีนาคม", "มี.ค." },   { "เมษายน", "เม.ย." },
  { "พฤษภาคม", "พ.ค." }, { "มิถุนายน", "มิ.ย." }, { "กรกฎาคม", "ก.ค." }, { "สิงหาคม", "ส.ค." },
  { "กันยายน", "ก.ย." },  { "ตุลาคม", "ต.ค." },   { "พฤศจิกายน", "พ.ย." }, { "ธันวาคม", "ธ.ค." },
};

G_STATIC_ASSERT (G_N_ELEMENTS (months) == 12);

G_DEFINE_BOXED_TYPE (MattraDate, mattra_date, mattra_date_copy, g_free)

static GDate
to_gdate (MattraDate date)
{
  GDate gdate;

  g_date_clear (&gdate, 1);
  g_date_set_dmy (&gdate, date.day, (GDateMonth) date.month, (GDateYear) date.year);
  return gdate;
}

static guint32
to_day_number (MattraDate date)
{
  GDate gdate = to_gdate (date);

  return g_date_get_julian (&gdate);
}

/**
 * mattra_date_is_valid:
 * @year: year of the Common Era
 * @month: month
 * @day: day
 *
 * Returns: %TRUE if the calendar has that day
 */
gboolean
mattra_date_is_valid (int year,
                      int month,
                      int day)
{
  return month >= 1 && month <= 12 && year >= 1 && year <= MAX_YEAR && day >= 1
         && day <= mattra_date_days_in_month (year, month);
}

/**
 * mattra_date_make:
 * @year: year of the Common Era
 * @month: month
 * @day: day
 *
 * Returns: that day, or none if the calendar lacks it
 */
MattraDate
mattra_date_make (int year,
                  int month,
                  int day)
{
  if (!mattra_date_is_valid (year, month, day))
    return MATTRA_DATE_NONE;
  return (MattraDate) { (gint16) year, (guint8) month, (guint8) day };
}

/**
 * mattra_date_copy:
 * @date: (nullable): a date
 *
 * Returns: (transfer full) (nullable): a copy on the heap, for values and properties
 */
MattraDate *
mattra_date_copy (const MattraDate *date)
{
  return date == NULL ? NULL : g_memdup2 (date, sizeof *date);
}

/**
 * mattra_date_is_set:
 * @date: a date
 *
 * Returns: %TRUE unless @date is none
 */
gboolean
mattra_date_is_set (MattraDate date)
{
  return date.year != 0;
}

/**
 * mattra_date_compare:
 * @a: a date
 * @b: another
 *
 * Returns: below 0, 0 or above 0 as @a comes before, with or after @b; none comes first
 */
int
mattra_date_compare (MattraDate a,
                     MattraDate b)
{
  return (a.year * 512 + a.month * 32 + a.day) - (b.year * 512 + b.month * 32 + b.day);
}

/**
 * mattra_date_year_be:
 * @date: a date
 *
 * Returns: the year of the Buddhist Era, 0 for none
 */
int
mattra_date_year_be (MattraDate date)
{
  return mattra_date_is_set (date) ? date.year + MATTRA_DATE_BE_OFFSET : 0;
}

/**
 * mattra_date_weekday:
 * @date: a date
 *
 * Returns: 1 for Monday to 7 for Sunday, 0 for none
 */
int
mattra_date_weekday (MattraDate date)
{
  GDate gdate;

  if (!mattra_date_is_set (date))
    return 0;
  gdate = to_gdate (date);
  return (int) g_date_get_weekday (&gdate);
}

/**
 * mattra_date_days_in_month:
 * @year: year of the Common Era
 * @month: month, 1 to 12
 *
 * Returns: 28 to 31; 0 if there is no such month
 */
int
mattra_date_days_in_month (int year,
                           int month)
{
  if (month < 1 || month > 12 || year < 1 || year > MAX_YEAR)
    return 0;
  return g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year);
}

/**
 * mattra_date_month_end:
 * @date: a date
 *
 * Returns: the last day of its month, none for none
 */
MattraDate
mattra_date_month_end (MattraDate date)
{
  return mattra_date_make (date.year, date.month, mattra_date_days_in_month (date.year, date.month));
}

/**
 * mattra_date_add_days:
 * @date: a date
 * @days: days to go on, or back if below 0
 *
 * Returns: the day reached, none if @date is none or the calendar ends before
 */
MattraDate
mattra_date_add_days (MattraDate date,
                      int        days)
{
  gint64 number;
  GDate gdate;

  if (!mattra_date_is_set (date))
    return MATTRA_DATE_NONE;
  number = (gint64) to_day_number (date) + days;
  if (number < 1 || number > (gint64) to_day_number ((MattraDate) { MAX_YEAR, 12, 31 }))
    return MATTRA_DATE_NONE;
  g_date_clear (&gdate, 1);
  g_date_set_julian (&gdate, (guint32) number);
  return (MattraDate) { (gint16) g_date_get_year (&gdate), (guint8) g_date_get_month (&gdate),
                        (guint8) g_date_get_day (&gdate) };
}

/**
 * mattra_date_add_months:
 * @date: a date
 * @months_on: months to go on, or back if below 0
 *
 * Returns: the same day of that month, or its last day where the month is shorter; none if @date
 *   is none or the calendar ends before
 */
MattraDate
mattra_date_add_months (MattraDate date,
                        int        months_on)
{
  gint64 month = (gint64) date.year * 12 + date.month - 1 + months_on;
  int year = (int) CLAMP (month / 12, 0, MAX_YEAR + 1);
  int in_year = (int) (month % 12) + 1;

  if (!mattra_date_is_set (date) || month < 12)
    return MATTRA_DATE_NONE;
  return mattra_date_make (year, in_year, MIN (date.day, mattra_date_days_in_month (year, in_year)));
}

/**
 * mattra_date_days_between:
 * @from: a date
 * @to: another
 *
 * Returns: days from @from to @to, below 0 if @to is earlier, 0 if either is none
 */
int
mattra_date_days_between (MattraDate from,
                          MattraDate to)
{
  if (!mattra_date_is_set (from) || !mattra_date_is_set (to))
    return 0;
  return (int) to_day_number (to) - (int) to_day_number (from);
}

static int
read_fixed (const char *text,
            int         length)
{
  int value = 0;

  for (int i = 0; i < length; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return -1;
      value = value * 10 + text[i] - '0';
    }
  return value;
}

/**
 * mattra_date_parse_iso:
 * @text: text such as "2022-10-01" and nothing more
 * @date: (out): the date, none on failure
 *
 * Returns: %TRUE if @text is a day of the calendar in ISO 8601's long form
 */
gboolean
mattra_date_parse_iso (const char *text,
                       MattraDate *date)
{
  g_return_val_if_fail (text != NULL && date != NULL, FALSE);

  *date = MATTRA_DATE_NONE;
  if (strnlen (text, 11) != 10 || text[4] != '-' || text[7] != '-')
    return FALSE;
  *date = mattra_date_make (read_fixed (text, 4), read_fixed (text + 5, 2), read_fixed (text + 8, 2));
  return mattra_date_is_set (*date);
}

/**
 * mattra_date_to_iso:
 * @date: a date
 *
 * Returns: (transfer full) (nullable): text such as "2022-10-01", %NULL for none
 */
char *
mattra_date_to_iso (MattraDate date)
{
  if (!mattra_date_is_set (date))
    return NULL;
  return g_strdup_printf ("%04d-%02d-%02d", date.year, date.month, date.day);
}

/**
 * mattra_date_month_name:
 * @month: 1 to 12
 *
 * Returns: (nullable): the Thai name in full
 */
const char *
mattra_date_month_name (int month)
{
  g_return_val_if_fail (month >= 1 && month <= 12, NULL);

  return months[month - 1].name;
}

/**
 * mattra_date_month_short:
 * @month: 1 to 12
 *
 * Returns: (nullable): the Thai abbreviation with both dots
 */
const char *
mattra_date_month_short (int month)
{
  g_return_val_if_fail (month >= 1 && month <= 12, NULL);

  return months[month - 1].abbreviation;
}

static char *
format_western (MattraDate      date,
                MattraDateStyle style)
{
  const char *name = mattra_date_month_name (date.month);
  const char *abbreviation = mattra_date_month_short (date.month);
  int year = mattra_date_year_be (date);

  switch (style)
    {
    case MATTRA_DATE_FORMAL:
      return g_strdup_printf ("วันที่ %d เดือน %s พ.ศ. %d", date.day, name, year);
    case MATTRA_DATE_ANNOUNCEMENT:
      return g_strdup_printf ("%d %s พ.ศ. %d", date.day, name, year);
    case MATTRA_DATE_SHORT:
      return g_strdup_printf ("%d %s %d", date.day, abbreviation, year);
    case MATTRA_DATE_SHORTEST:
      return g_strdup_printf ("%d %s %02d", date.day, abbreviation, year % 100);
    case MATTRA_DATE_LONG:
    default:
      return g_strdup_printf ("%d %s %d", date.day, name, year);
    }
}

/**
 * mattra_date_format:
 * @date: a date
 * @style: how to write it
 * @script: the digits
 *
 * Writes a date with its Buddhist year, as the regulations on official correspondence want it.
 *
 * Returns: (transfer full): the text, empty for none
 */
char *
mattra_date_format (MattraDate      date,
                    MattraDateStyle style,
                    MattraDigits    script)
{
  g_autofree char *western = NULL;

  if (!mattra_date_is_set (date))
    return g_strdup ("");
  western = format_western (date, style);
  return mattra_digits_apply (western, script);
}

/**
 * mattra_date_format_range:
 * @start: the first day, or none
 * @end: the last day, or none
 * @style: how to write each
 * @script: the digits
 *
 * Writes a range: days of one month as "๑๕ - ๑๗ มีนาคม ๒๕๖๖", others as two dates with an en dash
 * between spaces. A range open on one side says so.
 *
 * Returns: (transfer full): the text, empty if both are none
 */
char *
mattra_date_format_range (MattraDate      start,
                          MattraDate      end,
                          MattraDateStyle style,
                          MattraDigits    script)
{
  g_autofree char *from = mattra_date_format (start, style, script);
  g_autofree char *to = mattra_date_format (end, style, script);
  gboolean plain = style != MATTRA_DATE_FORMAL;

  if (!mattra_date_is_set (start) && !mattra_date_is_set (end))
    return g_strdup ("");
  if (!mattra_date_is_set (end))
    return g_strdup_printf (plain ? "ตั้งแต่ %s เป็นต้นไป" : "ตั้งแต่%s เป็นต้นไป", from);
  if (!mattra_date_is_set (start))
    return g_strdup_printf (plain ? "ภายใน %s" : "ภายใน%s", to);
  if (mattra_date_compare (start, end) == 0)
    return g_steal_pointer (&to);
  if (plain && start.year == end.year && start.month == end.month)
    {
      g_autofree char *first = mattra_digits_format (start.day, script);

      return g_strdup_printf ("%s - %s", first, to);
    }
  return g_strdup_printf ("%s – %s", from, to);
}
