/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "mattra-json.h"
#include "mattra-measure-source.h"
#include "mattra-plan.h"

G_BEGIN_DECLS

/**
 * MattraExportFormat:
 * @MATTRA_EXPORT_JSON: all that the plan holds.
 * @MATTRA_EXPORT_CSV: a table of the measures, safe for spreadsheets.
 *
 * What a plan is written as, for other programs.
 */
typedef enum
{
  MATTRA_EXPORT_JSON,
  MATTRA_EXPORT_CSV,
} MattraExportFormat;

gboolean mattra_export_to_stream (MattraPlan           *plan,
                                  MattraMeasureSource  *measures,
                                  MattraExportFormat    format,
                                  MattraRound           round,
                                  MattraDate            day,
                                  GOutputStream        *stream,
                                  GError              **error);
gboolean mattra_export_to_file   (MattraPlan           *plan,
                                  MattraMeasureSource  *measures,
                                  MattraExportFormat    format,
                                  MattraRound           round,
                                  MattraDate            day,
                                  const char           *path,
                                  GError              **error);

gboolean mattra_export_json      (MattraPlan               *plan,
                                  MattraMeasureSource      *measures,
                                  const MattraJsonOptions  *options,
                                  GOutputStream            *stream,
                                  GError                  **error);

G_END_DECLS
