/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-measure-source.h"
#include "mattra-plan.h"

G_BEGIN_DECLS

/**
 * MattraShowOptions:
 * @division: (nullable): ULID of the division whose measures are wanted; %NULL for all.
 * @overdue: only those that are overdue.
 * @round: the round whose answers count.
 * @day: the day for which the status is computed.
 *
 * Which measures are shown.
 */
typedef struct
{
  const char *division;
  gboolean overdue;
  MattraRound round;
  MattraDate day;
} MattraShowOptions;

#define MATTRA_TYPE_SHOWN_MEASURES (mattra_shown_measures_get_type ())

/* The measures of another source that the options let through. */
G_DECLARE_FINAL_TYPE (MattraShownMeasures, mattra_shown_measures, MATTRA, SHOWN_MEASURES, GObject)

MattraMeasureSource *mattra_shown_measures_new (MattraPlan              *plan,
                                                MattraMeasureSource     *measures,
                                                const MattraShowOptions *options);
MattraRound          mattra_show_default_round (MattraPlan              *plan);

G_END_DECLS
