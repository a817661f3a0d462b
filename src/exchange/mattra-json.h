/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "mattra-measure-source.h"
#include "mattra-plan.h"

G_BEGIN_DECLS

/**
 * MattraJsonOptions:
 * @round: round whose answers are written.
 * @day: the day for which status and overdue are computed.
 *
 * What of a plan is written as JSON.
 */
typedef struct
{
  MattraRound round;
  MattraDate day;
} MattraJsonOptions;

gboolean mattra_json_write (MattraPlan               *plan,
                            MattraMeasureSource      *measures,
                            const MattraJsonOptions  *options,
                            GOutputStream            *stream,
                            GError                  **error);

G_END_DECLS
