/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-period-token.h"

G_BEGIN_DECLS

/*
 * A group of tokens with one meaning. Besides the codes of tokens that stand alone the symbols are:
 *
 *   D day (month and day, perhaps a year)   M month (perhaps a year)   X number/year
 *   N number or bare day                    Q quarter                  H half
 *   J half of a year of unknown kind        T fiscal year              K calendar year
 *   C year of unknown kind                  L length of time           g word in no known place
 *   i "n-th time"                           o continuous
 *
 * Years are of the Common Era, 0 if missing, -1 if they cannot be meant.
 */
typedef struct
{
  char symbol;
  int day;
  int month;
  int year;
  int weekday;
  /* Quarter, half or bare number; a span of quarters ends with the last. */
  int index;
  int last;
  /* The runs of digits that are its day and its year, as in PeriodToken. */
  guint8 day_run;
  guint8 year_run;
  /* Letters of unread words. */
  int letters;
  gboolean short_year;
} PeriodAtom;

typedef struct
{
  PeriodAtom atom[MATTRA_PERIOD_MAX_TOKENS];
  guint length;
} PeriodAtoms;

G_GNUC_INTERNAL void mattra_period_group (const PeriodToken *tokens,
                                          guint              n_tokens,
                                          PeriodAtoms       *atoms);

G_END_DECLS
