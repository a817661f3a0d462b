/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-open-answers.h"

G_BEGIN_DECLS

/**
 * MattraAnswerQueue:
 * @answers: (nullable) (element-type MattraAwaitedAnswer): all that a division owes.
 * @shown: (element-type MattraAwaitedAnswer): of them those one goes through.
 * @opened: (element-type utf8): ULIDs of measures that were open since one began: they stay among those shown when they
 *   are handed in.
 * @current: (nullable): ULID of the measure that is being answered; %NULL at the end.
 *
 * The answers that one goes through, and where one is.
 */
typedef struct
{
  GPtrArray *answers;
  GPtrArray *shown;
  GHashTable *opened;
  char *current;
} MattraAnswerQueue;

void     mattra_answer_queue_init         (MattraAnswerQueue    *self);
void     mattra_answer_queue_clear        (MattraAnswerQueue    *self);
void     mattra_answer_queue_restart      (MattraAnswerQueue    *self);
void     mattra_answer_queue_take         (MattraAnswerQueue    *self,
                                           GPtrArray            *answers,
                                           gboolean              all);
void     mattra_answer_queue_choose       (MattraAnswerQueue    *self,
                                           gboolean              all);
void     mattra_answer_queue_go_to        (MattraAnswerQueue    *self,
                                           const char           *measure);
MattraAwaitedAnswer *mattra_answer_queue_get (MattraAnswerQueue *self,
                                           guint                 place);
MattraAwaitedAnswer *mattra_answer_queue_find (MattraAnswerQueue *self,
                                           guint                *place);
guint    mattra_answer_queue_count_open   (MattraAnswerQueue    *self);
const MattraAwaitedAnswer *mattra_answer_queue_find_open (MattraAnswerQueue *self,
                                           guint                 from);
const MattraAwaitedAnswer *mattra_answer_queue_find_first (MattraAnswerQueue *self);

G_END_DECLS
