/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-export.h"

#include <glib/gi18n-lib.h>

#include "mattra-accept-plan.h"
#include "mattra-csv.h"
#include "mattra-error.h"
#include "mattra-json.h"
#include "mattra-output-path.h"
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

static gboolean
refuse (const char  *path,
        GError      *failure,
        GError     **error)
{
  if (failure->domain == MATTRA_ERROR)
    g_propagate_error (error, g_error_copy (failure));
  else
    g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_IO, _("%s: cannot be written: %s"), path, failure->message);
  return FALSE;
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
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFileOutputStream) stream = NULL;
  g_autoptr (GCancellable) cancelled = NULL;
  g_autoptr (GError) failure = NULL;

  g_return_val_if_fail (path != NULL, FALSE);

  if (!mattra_output_path_check (path, error))
    return FALSE;
  file = g_file_new_for_path (path);
  stream = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, NULL, &failure);
  if (stream == NULL)
    return refuse (path, failure, error);
  if (mattra_export_to_stream (plan, measures, format, round, day, G_OUTPUT_STREAM (stream), &failure)
      && g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, &failure))
    return TRUE;
  /* Closing under a cancelled cancellable leaves the old file in its place. */
  cancelled = g_cancellable_new ();
  g_cancellable_cancel (cancelled);
  g_output_stream_close (G_OUTPUT_STREAM (stream), cancelled, NULL);
  return refuse (path, failure, error);
}
