/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-date.h"

G_BEGIN_DECLS

#define MATTRA_TYPE_PERIOD (mattra_period_get_type ())

/**
 * MattraPeriodKind:
 * @MATTRA_PERIOD_NONE: no period: nothing, a dash, running text.
 * @MATTRA_PERIOD_RANGE: from a day or month to another.
 * @MATTRA_PERIOD_MONTH: one month.
 * @MATTRA_PERIOD_DAY: one day.
 * @MATTRA_PERIOD_HALF: a half of a fiscal year.
 * @MATTRA_PERIOD_QUARTER: a quarter of a fiscal year, or adjoining ones.
 * @MATTRA_PERIOD_FISCAL: a whole fiscal year.
 * @MATTRA_PERIOD_DEADLINE: an end without a start.
 * @MATTRA_PERIOD_OPEN_END: a start without an end.
 * @MATTRA_PERIOD_AMBIGUOUS: about time, but without dates or with more than one reading.
 *
 * What a text in the period column turned out to be.
 */
typedef enum
{
  MATTRA_PERIOD_NONE = 0,
  MATTRA_PERIOD_RANGE,
  MATTRA_PERIOD_MONTH,
  MATTRA_PERIOD_DAY,
  MATTRA_PERIOD_HALF,
  MATTRA_PERIOD_QUARTER,
  MATTRA_PERIOD_FISCAL,
  MATTRA_PERIOD_DEADLINE,
  MATTRA_PERIOD_OPEN_END,
  MATTRA_PERIOD_AMBIGUOUS,
} MattraPeriodKind;

/**
 * MattraPeriodReason:
 * @MATTRA_PERIOD_REASON_CLEAR: nothing to ask.
 * @MATTRA_PERIOD_REASON_SEPARATOR: two months stand side by side without a sign between.
 * @MATTRA_PERIOD_REASON_LIST: several periods.
 * @MATTRA_PERIOD_REASON_ORDER: the end comes before the start.
 * @MATTRA_PERIOD_REASON_NO_SUCH_DAY: the calendar lacks the day, month, quarter or half.
 * @MATTRA_PERIOD_REASON_NO_YEAR: a year is missing and no fiscal year is known.
 * @MATTRA_PERIOD_REASON_YEAR: the year cannot be meant.
 * @MATTRA_PERIOD_REASON_YEAR_KIND: fiscal year or calendar year.
 * @MATTRA_PERIOD_REASON_SCHOOL_YEAR: a school year is no fiscal period.
 * @MATTRA_PERIOD_REASON_RECURRING: how often, not when.
 * @MATTRA_PERIOD_REASON_NO_BOUNDS: neither start nor end.
 * @MATTRA_PERIOD_REASON_RELATIVE: counted from a day that is not said.
 * @MATTRA_PERIOD_REASON_VAGUE: about, early, late.
 * @MATTRA_PERIOD_REASON_CONTRADICTION: two parts of the text disagree.
 * @MATTRA_PERIOD_REASON_UNREAD: words that were not understood.
 * @MATTRA_PERIOD_REASON_UNCLEAR: known words in an order with no one meaning.
 * @MATTRA_PERIOD_REASON_RUNNING_TEXT: reads like the tail of a neighbouring cell.
 * @MATTRA_PERIOD_REASON_EMPTY: nothing, or words for nothing.
 *
 * Why a period has to be asked about, or is none.
 */
typedef enum
{
  MATTRA_PERIOD_REASON_CLEAR = 0,
  MATTRA_PERIOD_REASON_SEPARATOR,
  MATTRA_PERIOD_REASON_LIST,
  MATTRA_PERIOD_REASON_ORDER,
  MATTRA_PERIOD_REASON_NO_SUCH_DAY,
  MATTRA_PERIOD_REASON_NO_YEAR,
  MATTRA_PERIOD_REASON_YEAR,
  MATTRA_PERIOD_REASON_YEAR_KIND,
  MATTRA_PERIOD_REASON_SCHOOL_YEAR,
  MATTRA_PERIOD_REASON_RECURRING,
  MATTRA_PERIOD_REASON_NO_BOUNDS,
  MATTRA_PERIOD_REASON_RELATIVE,
  MATTRA_PERIOD_REASON_VAGUE,
  MATTRA_PERIOD_REASON_CONTRADICTION,
  MATTRA_PERIOD_REASON_UNREAD,
  MATTRA_PERIOD_REASON_UNCLEAR,
  MATTRA_PERIOD_REASON_RUNNING_TEXT,
  MATTRA_PERIOD_REASON_EMPTY,
} MattraPeriodReason;

/**
 * MattraPeriod:
 * @kind: what it is
 * @reason: why it is asked about, or none
 * @asked: whether a person has to confirm it, always so for an ambiguous one
 * @start: first day, none if open or unread
 * @end: last day, none if open or unread
 * @proposed_start: first day of the likeliest reading of an ambiguous one
 * @proposed_end: last day of the likeliest reading of an ambiguous one
 *
 * The meaning of a text in the period column. A value without memory of its own.
 */
typedef struct
{
  MattraPeriodKind kind;
  MattraPeriodReason reason;
  gboolean asked;
  MattraDate start;
  MattraDate end;
  MattraDate proposed_start;
  MattraDate proposed_end;
} MattraPeriod;

GType         mattra_period_get_type                 (void) G_GNUC_CONST;
MattraPeriod *mattra_period_copy                     (const MattraPeriod *period);
gboolean      mattra_period_parse                    (const char         *text,
                                                      int                 fiscal_year,
                                                      MattraPeriod       *period);
gboolean      mattra_period_reads_like_running_text  (const char         *text);
const char   *mattra_period_kind_to_string           (MattraPeriodKind    kind);
const char   *mattra_period_question                 (const MattraPeriod *period);
gboolean      mattra_period_is_outside               (const MattraPeriod *period,
                                                      MattraDate          start,
                                                      MattraDate          end);
char         *mattra_period_move                     (const char         *text,
                                                      int                 fiscal_year,
                                                      int                 years,
                                                      MattraDate         *start,
                                                      MattraDate         *end);

G_END_DECLS
