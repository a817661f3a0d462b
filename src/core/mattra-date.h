/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

#include "mattra-digits.h"

G_BEGIN_DECLS

#define MATTRA_TYPE_DATE (mattra_date_get_type ())

/**
 * MattraDate:
 * @year: year of the Common Era, 1 to 9999
 * @month: 1 to 12
 * @day: 1 to 31
 *
 * A day of the calendar, or none when all are 0. A value: pass and return it by copy.
 */
typedef struct
{
  gint16 year;
  guint8 month;
  guint8 day;
} MattraDate;

#define MATTRA_DATE_NONE ((MattraDate) { 0, 0, 0 })

/* From the Common Era to the Buddhist Era, for all dates since 1941. */
#define MATTRA_DATE_BE_OFFSET 543

/**
 * MattraDateStyle:
 * @MATTRA_DATE_LONG: ๙ ธันวาคม ๒๕๖๕
 * @MATTRA_DATE_FORMAL: วันที่ ๙ เดือน ธันวาคม พ.ศ. ๒๕๖๕
 * @MATTRA_DATE_ANNOUNCEMENT: ๙ ธันวาคม พ.ศ. ๒๕๖๕
 * @MATTRA_DATE_SHORT: ๙ ธ.ค. ๒๕๖๕
 * @MATTRA_DATE_SHORTEST: ๙ ธ.ค. ๖๕
 *
 * How a date is written on official papers.
 */
typedef enum
{
  MATTRA_DATE_LONG,
  MATTRA_DATE_FORMAL,
  MATTRA_DATE_ANNOUNCEMENT,
  MATTRA_DATE_SHORT,
  MATTRA_DATE_SHORTEST,
} MattraDateStyle;

GType       mattra_date_get_type      (void) G_GNUC_CONST;
gboolean    mattra_date_is_valid      (int               year,
                                       int               month,
                                       int               day);
MattraDate  mattra_date_make          (int               year,
                                       int               month,
                                       int               day);
MattraDate *mattra_date_copy          (const MattraDate *date);
gboolean    mattra_date_is_set        (MattraDate        date);
int         mattra_date_compare       (MattraDate        a,
                                       MattraDate        b);
int         mattra_date_year_be       (MattraDate        date);
int         mattra_date_weekday       (MattraDate        date);
int         mattra_date_days_in_month (int               year,
                                       int               month);
MattraDate  mattra_date_month_end     (MattraDate        date);
MattraDate  mattra_date_add_days      (MattraDate        date,
                                       int               days);
MattraDate  mattra_date_add_months    (MattraDate        date,
                                       int               months_on);
int         mattra_date_days_between  (MattraDate        from,
                                       MattraDate        to);
gboolean    mattra_date_parse_iso     (const char       *text,
                                       MattraDate       *date);
char       *mattra_date_to_iso        (MattraDate        date);
const char *mattra_date_month_name    (int               month);
const char *mattra_date_month_short   (int               month);
char       *mattra_date_format        (MattraDate        date,
                                       MattraDateStyle   style,
                                       MattraDigits      script);
char       *mattra_date_format_range  (MattraDate        start,
                                       MattraDate        end,
                                       MattraDateStyle   style,
                                       MattraDigits      script);

G_END_DECLS
