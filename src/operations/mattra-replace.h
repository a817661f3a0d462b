/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-plan.h"
#include "mattra-store.h"

G_BEGIN_DECLS

/**
 * MattraReplaceOptions:
 * @find: what is looked for.
 * @replacement: (nullable): what it becomes; %NULL only to find.
 * @fold: also find what a reader would take for the same: the other script of digits, the short form of a
 *   year, other tone marks. Only what is letter by letter the same is replaced.
 * @fields: (array zero-terminated=1) (nullable): fields to look in; %NULL for all that hold text.
 * @measures: (array zero-terminated=1) (nullable): ULIDs of measures to look in; %NULL for all.
 * @round: round whose answers are meant.
 * @division: (nullable): ULID of the division whose table is meant; %NULL for that of all.
 *
 * What to find and replace, and where.
 */
typedef struct
{
  const char *find;
  const char *replacement;
  gboolean fold;
  const char *const *fields;
  const char *const *measures;
  MattraRound round;
  const char *division;
} MattraReplaceOptions;

/**
 * MattraReplaceHit:
 * @measure: ULID of the measure.
 * @number: its number; 0 for none.
 * @field: the field.
 * @n: how often what is looked for stands there letter by letter; 0 where it was found by folding alone.
 * @before: what stands there.
 * @after: (nullable): what would stand there; %NULL where nothing would be replaced.
 * @why: (nullable): why the cell cannot be changed, for the user; %NULL where it can.
 *
 * A cell in which something was found.
 */
typedef struct
{
  char *measure;
  int number;
  char *field;
  guint n;
  char *before;
  char *after;
  char *why;
} MattraReplaceHit;

void       mattra_replace_hit_free (MattraReplaceHit            *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MattraReplaceHit, mattra_replace_hit_free)

GPtrArray *mattra_replace_preview  (MattraStore                 *store,
                                    MattraPlan                  *plan,
                                    const MattraReplaceOptions  *options,
                                    guint                        limit,
                                    GError                     **error);
gboolean   mattra_replace_apply    (MattraStore                 *store,
                                    MattraPlan                  *plan,
                                    const MattraReplaceOptions  *options,
                                    guint                       *n_replaced,
                                    GError                     **error);

G_END_DECLS
