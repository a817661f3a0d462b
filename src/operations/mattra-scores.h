/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-plan.h"
#include "mattra-store.h"

G_BEGIN_DECLS

/**
 * MattraScoreRow:
 * @indicator: ITA indicator.
 * @name: its name.
 * @instrument: what it was measured with: IIT, EIT or OIT.
 * @score: points; negative where none is known.
 * @before: points of the year before; negative where none is known.
 * @class: (nullable): class of @score by the bounds of the plan.
 *
 * An indicator in a year.
 */
typedef struct
{
  int indicator;
  char *name;
  char *instrument;
  double score;
  double before;
  char *class;
} MattraScoreRow;

GPtrArray *mattra_scores_load   (MattraStore  *store,
                                 MattraPlan   *plan,
                                 int           fiscal_year,
                                 GError      **error);
gboolean   mattra_scores_import (MattraStore  *store,
                                 GBytes       *bytes,
                                 const char   *name,
                                 int           fiscal_year,
                                 guint        *n_scores,
                                 guint        *n_changes,
                                 GError      **error);

G_END_DECLS
