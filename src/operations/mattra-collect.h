/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-plan.h"
#include "mattra-store.h"

G_BEGIN_DECLS

/**
 * MattraCollectState:
 * @MATTRA_COLLECT_NOTHING: nothing is awaited of the division.
 * @MATTRA_COLLECT_NOT_ASKED: answers are missing and nobody asked.
 * @MATTRA_COLLECT_WAITING: it was asked, and the day has not come yet.
 * @MATTRA_COLLECT_LATE: answers are missing and the day is over.
 * @MATTRA_COLLECT_ON_PAPER: answers are missing in the register, and came on paper.
 * @MATTRA_COLLECT_ANSWERED: all answers are there.
 *
 * How far a division's answers are collected.
 */
typedef enum
{
  MATTRA_COLLECT_NOTHING,
  MATTRA_COLLECT_NOT_ASKED,
  MATTRA_COLLECT_WAITING,
  MATTRA_COLLECT_LATE,
  MATTRA_COLLECT_ON_PAPER,
  MATTRA_COLLECT_ANSWERED,
} MattraCollectState;

/**
 * MattraCollectRow:
 * @division: ULID of the division.
 * @name: its name.
 * @expected: answers that it should give.
 * @answered: those that are there.
 * @asked_on: when it was asked first; none where nobody did.
 * @way: (nullable): how the newest request or reminder went.
 * @n_reminders: how often it was reminded.
 * @reminded_on: when last.
 * @due: by when it should answer: the day asked for last, else that of the round.
 * @answered_on: when its answer came on paper; none where none did.
 * @last_answer: (nullable): when it last wrote into an answer, as 2022-12-09T08:15:00.000Z.
 * @state: how far it is.
 *
 * A division in a round.
 */
typedef struct
{
  char *division;
  char *name;
  guint expected;
  guint answered;
  MattraDate asked_on;
  char *way;
  guint n_reminders;
  MattraDate reminded_on;
  MattraDate due;
  MattraDate answered_on;
  char *last_answer;
  MattraCollectState state;
} MattraCollectRow;

void               mattra_collect_row_free        (MattraCollectRow    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MattraCollectRow, mattra_collect_row_free)

void               mattra_collect_summarise       (MattraPlan          *plan,
                                                   MattraRound          round,
                                                   MattraDate           day,
                                                   MattraCollectRow    *row);
GPtrArray         *mattra_collect_load            (MattraStore         *store,
                                                   MattraPlan          *plan,
                                                   MattraRound          round,
                                                   MattraDate           day,
                                                   GError             **error);
gboolean           mattra_collect_record          (MattraStore         *store,
                                                   MattraPlan          *plan,
                                                   const MattraRequest *request,
                                                   const char *const   *divisions,
                                                   GError             **error);
gboolean           mattra_collect_set_answered    (MattraStore         *store,
                                                   MattraPlan          *plan,
                                                   MattraRound          round,
                                                   const char          *division,
                                                   MattraDate           day,
                                                   GError             **error);
const char        *mattra_collect_state_to_string (MattraCollectState   state);
const char        *mattra_collect_state_to_text   (MattraCollectState   state);

G_END_DECLS
