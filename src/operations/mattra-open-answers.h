/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-review-mark.h"
#include "mattra-standing.h"
#include "mattra-store.h"

G_BEGIN_DECLS

/**
 * MattraAwaitedAnswer:
 * @measure: ULID of the measure.
 * @number: its number; 0 for none.
 * @title: (not nullable): its title.
 * @division: (nullable): ULID of the division whose answer it is; %NULL where the division gives the joint one.
 * @mark: how far it has come.
 * @open: it is still to be answered or to be handed in.
 *
 * What one division owes of a measure in a round.
 */
typedef struct
{
  char *measure;
  int number;
  char *title;
  char *division;
  MattraReviewMark mark;
  gboolean open;
} MattraAwaitedAnswer;

void        mattra_awaited_answer_free  (MattraAwaitedAnswer *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MattraAwaitedAnswer, mattra_awaited_answer_free)

GPtrArray  *mattra_list_awaited_answers (MattraStore         *store,
                                         MattraPlan          *plan,
                                         MattraRound          round,
                                         const char          *division,
                                         GError             **error);

G_END_DECLS
