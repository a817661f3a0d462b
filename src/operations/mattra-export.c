/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-export.h"

#include "mattra-accept-plan.h"
#include "mattra-csv.h"
#include "mattra-json.h"
#include "mattra-output-file.h"
#include "mattra-report.h"

/* Other programs read an office without a name as none, and a plan's title where no report has one. */
static void
prepare (MattraPlan *plan)
{
  MattraOrganisation *organisation = mattra_plan_get_organisation (plan);
  const char *title = mattra_plan_get_setting (plan, MATTRA_SETTING_MEASURES_TITLE);

  if (g_strcmp0 (organisation->name, MATTRA_ORGANISATION_UNNAMED) == 0)
    g_clear_pointer (&organisation->name, g_free);
  if (title && mattra_plan_get_setting (plan, MATTRA_SETTING_TITLE) == NULL)
    mattra_plan_set_setting (plan, MATTRA_SETTING_TITLE, title);
}

/**
 * mattra_export_to_stream:
 * @plan: a plan; it is for writing only afterwards
 * @measures: the measures to write
 * @format: how
 * @round: the round whose answers are written
 * @day: the day for which the status is computed
 * @stream: where to
 * @error: return location
 *
 * Writes measures for other programs.
 *
 * Returns: whether all was written
 */
gboolean
mattra_export_to_stream (MattraPlan           *plan,
                         MattraMeasureSource  *measures,
                         MattraExportFormat    format,
                         MattraRound           round,
                         MattraDate            day,
                         GOutputStream        *stream,
                         GError              **error)
{
  const MattraJsonOptions json = { .round = round, .day = day };
  const MattraCsvOptions csv = { .round = round, .byte_order_mark = TRUE, .safe = TRUE };

  g_return_val_if_fail (MATTRA_IS_PLAN (plan) && MATTRA_IS_MEASURE_SOURCE (measures), FALSE);
  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), FALSE);

  prepare (plan);
  if (format == MATTRA_EXPORT_JSON)
    return mattra_json_write (plan, measures, &json, stream, error);
  return mattra_csv_write (plan, measures, &csv, stream, error);
}

/**
 * mattra_export_json:
 * @plan: a plan; it is for writing only afterwards
 * @measures: the measures to write
 * @options: round, day, and what is written of a measure besides
 * @stream: where it goes; it is not closed
 * @error: return location
 *
 * Writes a plan as JSON, as mattra_export_to_stream() does, with what @options say besides.
 *
 * Returns: whether all was written
 */
gboolean
mattra_export_json (MattraPlan               *plan,
                    MattraMeasureSource      *measures,
                    const MattraJsonOptions  *options,
                    GOutputStream            *stream,
                    GError                  **error)
{
  g_return_val_if_fail (MATTRA_IS_PLAN (plan) && MATTRA_IS_MEASURE_SOURCE (measures), FALSE);
  g_return_val_if_fail (options != NULL && G_IS_OUTPUT_STREAM (stream), FALSE);

  prepare (plan);
  return mattra_json_write (plan, measures, options, stream, error);
}

typedef struct
{
  MattraPlan *plan;
  MattraMeasureSource *measures;
  MattraExportFormat format;
  MattraRound round;
  MattraDate day;
} Export;

static gboolean
write_export (GOutputStream  *stream,
              gpointer        user_data,
              GError        **error)
{
  const Export *self = user_data;

  return mattra_export_to_stream (self->plan, self->measures, self->format, self->round, self->day, stream, error);
}

/**
 * mattra_export_to_file:
 * @plan: as for mattra_export_to_stream()
 * @measures: the measures to write
 * @format: how
 * @round: the round whose answers are written
 * @day: the day for which the status is computed
 * @path: the file, replaced only when the new one is whole
 * @error: return location
 *
 * Writes measures to a file for other programs.
 *
 * Returns: whether the file is written
 */
gboolean
mattra_export_to_file (MattraPlan           *plan,
                       MattraMeasureSource  *measures,
                       MattraExportFormat    format,
                       MattraRound           round,
                       MattraDate            day,
                       const char           *path,
                       GError              **error)
{
  Export self = { plan, measures, format, round, day };

  g_return_val_if_fail (path != NULL, FALSE);

  return mattra_output_file_replace (path, write_export, &self, error);
}
