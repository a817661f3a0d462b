/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-fiscal.h"

G_BEGIN_DECLS

/**
 * MattraCarried:
 * @id: (nullable): ULID; %NULL until the register gave one.
 * @measure: (nullable): ULID of the measure that has to answer it.
 * @sort_key: (nullable): order among those of the measure.
 * @fiscal_year: the year in which it was made, B.E.
 * @round: the round in which it was made.
 * @division: (nullable): ULID of the division that made it; %NULL where all did jointly.
 * @text: the recommendation.
 * @answer: (nullable): what was done about it; %NULL while it waits.
 *
 * A recommendation (ข้อเสนอแนะ) of an earlier year that a measure has to answer.
 */
typedef struct
{
  char *id;
  char *measure;
  char *sort_key;
  int fiscal_year;
  MattraRound round;
  char *division;
  char *text;
  char *answer;
} MattraCarried;

MattraCarried *mattra_carried_new     (int                  fiscal_year,
                                       MattraRound          round,
                                       const char          *division,
                                       const char          *text);
void           mattra_carried_free    (MattraCarried       *self);
gboolean       mattra_carried_waits   (const MattraCarried *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MattraCarried, mattra_carried_free)

G_END_DECLS
