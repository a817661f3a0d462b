/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-actor.h"
#include "mattra-store.h"

G_BEGIN_DECLS

/**
 * MattraRollOver:
 * @from: the year that was gone on from, B.E.
 * @to: the year that was started, B.E.
 * @n_measures: how many measures went on.
 * @n_cancelled: how many stayed behind, for they were cancelled.
 * @n_carried: how many recommendations have to be answered.
 * @n_moved: how many periods were moved.
 * @n_without_days: how many measures have a period without days, which somebody has to set.
 * @n_copied: to how many measures results were copied; of a round only.
 * @left_out: (element-type utf8): settings of reports that were left out, for they name a year.
 *
 * What it was to start the next year or round.
 */
typedef struct
{
  int from;
  int to;
  guint n_measures;
  guint n_cancelled;
  guint n_carried;
  guint n_moved;
  guint n_without_days;
  guint n_copied;
  GPtrArray *left_out;
} MattraRollOver;

void     mattra_roll_over_clear (MattraRollOver     *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MattraRollOver, mattra_roll_over_clear)

gboolean mattra_roll_over_choose_from
                                (MattraStore        *store,
                                 int                 to,
                                 int                *from,
                                 GError            **error);
gboolean mattra_roll_over       (MattraStore        *store,
                                 MattraPlan         *from,
                                 int                 to,
                                 gboolean            with_cancelled,
                                 const MattraActor  *actor,
                                 MattraRollOver     *done,
                                 GError            **error);
gboolean mattra_roll_over_into  (MattraStore        *store,
                                 MattraPlan         *from,
                                 int                 to,
                                 const char         *path,
                                 gboolean            with_cancelled,
                                 const MattraActor  *actor,
                                 MattraRollOver     *done,
                                 GError            **error);
gboolean mattra_roll_over_round (MattraStore        *store,
                                 MattraPlan         *plan,
                                 gboolean            copy,
                                 const MattraActor  *actor,
                                 MattraRollOver     *done,
                                 GError            **error);

G_END_DECLS
