/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-edit.h"
#include "mattra-store.h"

G_BEGIN_DECLS

/**
 * MattraDecision:
 * @meeting: day of the meeting.
 * @measure: (nullable): ULID of the measure it is about; %NULL for the plan as a whole.
 * @edit: (nullable): what it changes in that measure; its target is not looked at. %NULL where it changes nothing.
 * @append: the value of @edit is a line that is added to what stands in the cell.
 * @text: (nullable): what the minutes say; %NULL for what @edit comes to in words.
 * @person: (nullable): who writes it down.
 *
 * What a meeting decided.
 */
typedef struct
{
  MattraDate meeting;
  const char *measure;
  const MattraEdit *edit;
  gboolean append;
  const char *text;
  const char *person;
} MattraDecision;

gboolean mattra_decide              (MattraStore           *store,
                                     MattraPlan            *plan,
                                     const MattraDecision  *decision,
                                     const MattraActor     *actor,
                                     GError               **error);
gboolean mattra_minutes_check_actor (const MattraActor     *actor,
                                     GError               **error);
char    *mattra_minutes_dup_text    (GPtrArray             *minutes,
                                     MattraDigits           digits);

G_END_DECLS
