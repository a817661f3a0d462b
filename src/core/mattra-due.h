/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-measure-source.h"
#include "mattra-plan.h"

G_BEGIN_DECLS

/**
 * MattraDueAnswer:
 * @measure: the measure.
 * @division: (nullable): ULID of the division that should answer; %NULL where the measure names none.
 * @place: place of the division in the plan; the number of divisions where there is none.
 * @round: the round.
 * @facts: what its status depends on.
 * @status: its computed status.
 * @answered: something was said, also that there is nothing, by the division or for all jointly.
 * @overdue: whether it is late.
 * @deadline: the day after which it is late; none where nothing is awaited.
 *
 * What one division owes of one measure in one round, as it stands on a day.
 */
typedef struct
{
  MattraMeasure *measure;
  const char *division;
  guint place;
  MattraRound round;
  MattraStatusFacts facts;
  MattraStatus status;
  gboolean answered;
  gboolean overdue;
  MattraDate deadline;
} MattraDueAnswer;

/**
 * MattraDueAnswerFunc:
 * @answer: an answer that should be there
 * @user_data: data of the caller
 */
typedef void (*MattraDueAnswerFunc) (const MattraDueAnswer *answer,
                                     gpointer               user_data);

MattraDueAnswer mattra_due_judge           (MattraPlan            *plan,
                                            MattraMeasure         *measure,
                                            MattraRound            round,
                                            const char            *division,
                                            guint                  place,
                                            MattraDate             day);
void            mattra_due_for_each_answer (MattraPlan            *plan,
                                            MattraMeasure         *measure,
                                            MattraRound            round,
                                            const char            *division,
                                            MattraDate             day,
                                            MattraDueAnswerFunc    func,
                                            gpointer               user_data);
gboolean        mattra_due_is_unanswered   (const MattraDueAnswer *answer);

/**
 * MattraDueKind:
 * @MATTRA_DUE_ANSWER: nobody has said anything yet of a measure in a round.
 * @MATTRA_DUE_WORK: something was said, but the work is not finished.
 * @MATTRA_DUE_STEP: a step that recurs was not ticked as often as it should be by then.
 * @MATTRA_DUE_MILESTONE: a day of the assessment's calendar; it concerns the whole office.
 *
 * What is due.
 */
typedef enum
{
  MATTRA_DUE_ANSWER,
  MATTRA_DUE_WORK,
  MATTRA_DUE_STEP,
  MATTRA_DUE_MILESTONE,
} MattraDueKind;

const char *mattra_due_kind_to_string (MattraDueKind kind);

/**
 * MattraDue:
 * @kind: what it is.
 * @id: ULID of the step, the milestone, else the measure.
 * @deadline: the last day on which it is in time.
 * @days_left: days from the day looked at to @deadline; negative where it is late.
 * @place: place of the division in the plan; the number of divisions where the measure names none, one more for what
 *   concerns the whole office.
 * @division: (nullable): ULID of the division.
 * @round: the round; none for a milestone.
 * @measure: (nullable): ULID of the measure.
 * @number: its number; 0 where there is none.
 * @title: (not nullable): its title; of a milestone the name.
 * @status: its computed status; none for a milestone.
 * @step: (nullable): text of the step.
 * @event: (nullable): code of the milestone.
 * @occurrence: of a step, which time is awaited first, from 1.
 * @n_done: of a step, how many times it was done.
 * @n_times: of a step, how many times it is to be done in the round.
 *
 * Something that is late or comes due.
 */
typedef struct
{
  MattraDueKind kind;
  char *id;
  MattraDate deadline;
  int days_left;
  guint place;
  char *division;
  MattraRound round;
  char *measure;
  int number;
  char *title;
  MattraStatus status;
  char *step;
  char *event;
  guint occurrence;
  guint n_done;
  guint n_times;
} MattraDue;

MattraDue *mattra_due_new_milestone (const char *id,
                                     const char *event,
                                     const char *name,
                                     MattraDate  day);
MattraDue *mattra_due_copy          (const MattraDue *self);
void       mattra_due_free          (MattraDue  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MattraDue, mattra_due_free)

/* How far one looks where nobody says otherwise: as far ahead as a status counts as due soon. */
#define MATTRA_DUE_WITHIN_DAYS MATTRA_STATUS_LEAD_DAYS

/**
 * MattraDueOptions:
 * @round: the round to look at; %MATTRA_ROUND_NONE for all that are open.
 * @division: (nullable): ULID of the only division wanted; then nothing that concerns the whole office.
 * @day: the day to judge by.
 * @within: how many days from @day on count; 0 for @day only.
 *
 * What is looked for.
 */
typedef struct
{
  MattraRound round;
  const char *division;
  MattraDate day;
  int within;
} MattraDueOptions;

GPtrArray *mattra_due_collect (MattraPlan              *plan,
                               MattraMeasureSource     *measures,
                               GPtrArray               *milestones,
                               const MattraDueOptions  *options,
                               GError                 **error);
guint      mattra_due_count_late (GPtrArray *due);
MattraDate mattra_due_occurrence_day (MattraDate start,
                                      MattraDate end,
                                      guint      n_times,
                                      guint      occurrence);

G_END_DECLS
