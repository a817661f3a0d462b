/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "mattra-json-writer.h"
#include "mattra-measure-source.h"
#include "mattra-plan.h"

G_BEGIN_DECLS

/* Writes more members of the object of @measure, for who knows more of it. */
typedef gboolean (*MattraJsonMoreFunc) (MattraMeasure     *measure,
                                        MattraJsonWriter  *writer,
                                        gpointer           user_data,
                                        GError           **error);

/**
 * MattraJsonOptions:
 * @round: round whose answers are written.
 * @day: the day for which status and overdue are computed.
 * @more: (nullable): writes what is known of a measure besides.
 * @more_data: given to @more.
 *
 * What of a plan is written as JSON.
 */
typedef struct
{
  MattraRound round;
  MattraDate day;
  MattraJsonMoreFunc more;
  gpointer more_data;
} MattraJsonOptions;

gboolean mattra_json_write (MattraPlan               *plan,
                            MattraMeasureSource      *measures,
                            const MattraJsonOptions  *options,
                            GOutputStream            *stream,
                            GError                  **error);

G_END_DECLS
