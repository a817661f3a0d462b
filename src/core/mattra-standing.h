/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-plan.h"

G_BEGIN_DECLS

/* Answers with no round, of the first half, of the full year. */
#define MATTRA_N_ROUNDS (MATTRA_ROUND_FULL_YEAR + 1)

/* What one division, or nobody, owes to a measure. */
typedef struct
{
  guint16 division; /* place among the plan's divisions */
  guint8 status[MATTRA_N_ROUNDS];
  guint8 flags[MATTRA_N_ROUNDS];
  MattraDate deadline[MATTRA_N_ROUNDS]; /* none where nothing is awaited */
} MattraPart;

#define MATTRA_NO_DIVISION G_MAXUINT16
#define MATTRA_ALL_DIVISIONS (-1)

enum
{
  MATTRA_PART_EXPECTED = 1 << 0,
  MATTRA_PART_ANSWERED = 1 << 1,
  MATTRA_PART_OVERDUE = 1 << 2,
  MATTRA_PART_RETURNED = 1 << 3,
  MATTRA_PART_SUBMITTED = 1 << 4,
  MATTRA_PART_CHANGED = 1 << 5, /* after it was approved */
  MATTRA_PART_REVIEW = MATTRA_PART_RETURNED | MATTRA_PART_SUBMITTED | MATTRA_PART_CHANGED,
};

/**
 * MattraYearMark:
 * @MATTRA_YEAR_MARK_NONE: nobody asked.
 * @MATTRA_YEAR_MARK_SAME: planned as in the year before.
 * @MATTRA_YEAR_MARK_NEW: not in the year before.
 * @MATTRA_YEAR_MARK_CHANGED: planned otherwise than in the year before.
 *
 * What a measure is against the year before.
 */
typedef enum
{
  MATTRA_YEAR_MARK_NONE,
  MATTRA_YEAR_MARK_SAME,
  MATTRA_YEAR_MARK_NEW,
  MATTRA_YEAR_MARK_CHANGED,
} MattraYearMark;

#define MATTRA_N_YEAR_MARKS (MATTRA_YEAR_MARK_CHANGED + 1)

/**
 * MattraStanding:
 * @number: number of the measure.
 * @indicator: its ITA indicator; 0 for none.
 * @year_mark: what it is against the year before, where somebody asked.
 * @whole: the measure as a whole.
 * @parts: what each division owes, in the plan's order.
 * @n_parts: how many.
 *
 * How a measure stands in every round, small enough to be kept of all of a plan.
 */
typedef struct
{
  int number;
  guint8 indicator;
  guint8 year_mark;
  MattraPart whole;
  MattraPart *parts;
  guint n_parts;
} MattraStanding;

/**
 * MattraGroup:
 * @MATTRA_GROUP_DONE: said to be done.
 * @MATTRA_GROUP_IN_PROGRESS: answered and neither done nor late.
 * @MATTRA_GROUP_LATE: past its day, answered or not.
 * @MATTRA_GROUP_UNANSWERED: an answer is awaited and still in time.
 * @MATTRA_GROUP_NOT_AWAITED: cancelled, or not due in the round.
 *
 * The parts of a bar of progress: each measure is in one of them.
 */
typedef enum
{
  MATTRA_GROUP_DONE,
  MATTRA_GROUP_IN_PROGRESS,
  MATTRA_GROUP_LATE,
  MATTRA_GROUP_UNANSWERED,
  MATTRA_GROUP_NOT_AWAITED,
} MattraGroup;

#define MATTRA_N_GROUPS (MATTRA_GROUP_NOT_AWAITED + 1)

gboolean          mattra_is_answer_awaited (MattraPlan           *plan,
                                            MattraMeasure        *measure,
                                            MattraRound           round);
void              mattra_standing_take     (MattraStanding       *self,
                                            MattraPlan           *plan,
                                            MattraMeasure        *measure,
                                            MattraDate            day);
void              mattra_standing_clear    (MattraStanding       *self);
const MattraPart *mattra_standing_get_part (const MattraStanding *self,
                                            int                   place);
MattraGroup       mattra_part_get_group    (const MattraPart     *self,
                                            MattraRound           round);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MattraStanding, mattra_standing_clear)

G_END_DECLS
