/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-date.h"

G_BEGIN_DECLS

/**
 * MattraRound:
 * @MATTRA_ROUND_NONE: not known, or none.
 * @MATTRA_ROUND_FIRST_HALF: the first six months, 1 October to 31 March.
 * @MATTRA_ROUND_FULL_YEAR: the whole fiscal year, 1 October to 30 September.
 *
 * The round a report answers for.
 */
typedef enum
{
  MATTRA_ROUND_NONE = 0,
  MATTRA_ROUND_FIRST_HALF,
  MATTRA_ROUND_FULL_YEAR,
} MattraRound;

/* Buddhist years that a plan may have; outside them a number is a slip of the keyboard. */
#define MATTRA_FISCAL_YEAR_MIN 2400
#define MATTRA_FISCAL_YEAR_MAX 2699

gboolean    mattra_fiscal_year_is_valid (int          fiscal_year);
int         mattra_fiscal_year_of       (MattraDate   date);
MattraDate  mattra_fiscal_year_start    (int          fiscal_year);
MattraDate  mattra_fiscal_year_end      (int          fiscal_year);
int         mattra_fiscal_calendar_year (int          fiscal_year,
                                         int          month);
gboolean    mattra_fiscal_quarter       (int          fiscal_year,
                                         int          quarter,
                                         MattraDate  *start,
                                         MattraDate  *end);
gboolean    mattra_fiscal_half          (int          fiscal_year,
                                         int          half,
                                         MattraDate  *start,
                                         MattraDate  *end);
gboolean    mattra_round_bounds         (MattraRound  round,
                                         int          fiscal_year,
                                         MattraDate  *start,
                                         MattraDate  *end);
const char *mattra_round_to_string      (MattraRound  round);
gboolean    mattra_round_from_string    (const char  *text,
                                         MattraRound *round);

G_END_DECLS
