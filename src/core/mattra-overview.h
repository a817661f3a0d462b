/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-filter.h"
#include "mattra-indicator.h"
#include "mattra-measure-source.h"
#include "mattra-ulid.h"

G_BEGIN_DECLS

/* As many lines as one look takes in. */
#define MATTRA_OVERVIEW_N_LINES 6

/**
 * MattraTally:
 * @groups: how many measures each group holds.
 * @total: all of them.
 *
 * A bar of progress.
 */
typedef struct
{
  guint groups[MATTRA_N_GROUPS];
  guint total;
} MattraTally;

/**
 * MattraOverviewLine:
 * @id: ULID of a measure.
 * @number: its number.
 * @deadline: its day.
 *
 * One of the first that are late, or come.
 */
typedef struct
{
  char id[MATTRA_ULID_LENGTH + 1];
  int number;
  MattraDate deadline;
} MattraOverviewLine;

/**
 * MattraOverviewDivision:
 * @id: ULID; "" for measures of no division.
 * @name: (nullable): its name; %NULL for no division.
 * @tally: its measures.
 */
typedef struct
{
  char *id;
  char *name;
  MattraTally tally;
} MattraOverviewDivision;

/**
 * MattraOverviewIndicator:
 * @score: last year's points; negative where none is known.
 * @n_measures: measures of this year that are for it, of the whole plan, cancelled or not.
 * @weak: whether the score asks for a measure and there is none.
 * @tally: those that are looked at.
 */
typedef struct
{
  double score;
  guint n_measures;
  gboolean weak;
  MattraTally tally;
} MattraOverviewIndicator;

/**
 * MattraOverviewPart:
 *
 * What a number of an overview is about.
 */
typedef enum
{
  MATTRA_OVERVIEW_ALL,
  MATTRA_OVERVIEW_DIVISION,
  MATTRA_OVERVIEW_INDICATOR,
  MATTRA_OVERVIEW_LATE,
  MATTRA_OVERVIEW_SOON,
} MattraOverviewPart;

/**
 * MattraOverview:
 * @round: the round.
 * @day: the day.
 * @division: (nullable): the division whose measures are looked at; %NULL for all.
 * @score_year: fiscal year of the scores, B.E.
 * @weak_below: below so many points an indicator is weak, see mattra_plan_get_weak_bound().
 * @round_end: the day on which the round's answers are due.
 * @days_left: days until then; negative where it is past.
 * @all: the measures that are looked at.
 * @divisions: (element-type MattraOverviewDivision): each of the plan, then those of no division; always of the whole
 *   plan, unless mattra_overview_keep_division() left one.
 * @indicators: by number; 0 for measures that name none.
 * @n_late: how many are late.
 * @n_soon: how many end within the lead time.
 * @late: (element-type MattraOverviewLine): the first of them, by their days.
 * @soon: (element-type MattraOverviewLine): the same.
 *
 * Where a plan stands. Each number is the number of measures that the filter of mattra_overview_get_filter() lets
 * through.
 */
typedef struct
{
  MattraRound round;
  MattraDate day;
  char *division;
  int place;
  int score_year;
  double weak_below;
  MattraDate round_end;
  int days_left;
  MattraTally all;
  GArray *divisions;
  MattraOverviewIndicator indicators[MATTRA_N_INDICATORS + 1];
  guint n_late;
  guint n_soon;
  GArray *late;
  GArray *soon;
} MattraOverview;

MattraOverview *mattra_overview_new        (MattraPlan           *plan,
                                            MattraRound           round,
                                            const char           *division,
                                            MattraDate            day);
void            mattra_overview_free       (MattraOverview       *self);
void            mattra_overview_add        (MattraOverview       *self,
                                            const char           *id,
                                            const MattraStanding *standing);
void            mattra_overview_end        (MattraOverview       *self);
gboolean        mattra_overview_count      (MattraOverview       *self,
                                            MattraPlan           *plan,
                                            MattraMeasureSource  *measures,
                                            GError              **error);
void            mattra_overview_keep_division (MattraOverview    *self,
                                            const char           *division);
void            mattra_overview_get_filter (const MattraOverview *self,
                                            MattraOverviewPart    part,
                                            guint                 index,
                                            guint                 groups,
                                            MattraFilter         *filter);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MattraOverview, mattra_overview_free)

G_END_DECLS
