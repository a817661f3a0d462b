/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-overview-json.h"

#include <math.h>

#include "mattra-json-writer.h"

static const char *const groups[MATTRA_N_GROUPS] = {
  [MATTRA_GROUP_DONE] = "done",
  [MATTRA_GROUP_IN_PROGRESS] = "in_progress",
  [MATTRA_GROUP_LATE] = "late",
  [MATTRA_GROUP_UNANSWERED] = "unanswered",
  [MATTRA_GROUP_NOT_AWAITED] = "not_awaited",
};

/* All measures, and each group of them by its name. */
static void
add_tally (MattraJsonWriter  *writer,
           const MattraTally *tally)
{
  mattra_json_writer_add_int (writer, "measures", (int) tally->total);
  for (guint i = 0; i < MATTRA_N_GROUPS; i++)
    mattra_json_writer_add_int (writer, groups[i], (int) tally->groups[i]);
}

static void
add_division (MattraJsonWriter            *writer,
              const MattraOverviewDivision *division)
{
  mattra_json_writer_begin_object (writer, NULL);
  mattra_json_writer_add_string (writer, "division", division->name);
  mattra_json_writer_add_string (writer, "division_id", *division->id != '\0' ? division->id : NULL);
  add_tally (writer, &division->tally);
  mattra_json_writer_end_object (writer);
}

/* Of measures that name no indicator there is neither a number nor a score. */
static void
add_indicator (MattraJsonWriter              *writer,
               guint                          number,
               const MattraOverviewIndicator *indicator)
{
  mattra_json_writer_begin_object (writer, NULL);
  if (number > 0)
    mattra_json_writer_add_int (writer, "indicator", (int) number);
  else
    mattra_json_writer_add_null (writer, "indicator");
  mattra_json_writer_add_string (writer, "name", number > 0 ? mattra_indicator_get_name ((int) number) : NULL);
  if (number > 0 && indicator->score >= 0)
    mattra_json_writer_add_hundredths (writer, "score", (gint64) llround (indicator->score * 100));
  else
    mattra_json_writer_add_null (writer, "score");
  mattra_json_writer_add_boolean (writer, "weak", indicator->weak);
  mattra_json_writer_add_int (writer, "measures_of_plan", (int) indicator->n_measures);
  add_tally (writer, &indicator->tally);
  mattra_json_writer_end_object (writer);
}

static void
add_whole (MattraJsonWriter     *writer,
           MattraPlan           *plan,
           const MattraOverview *overview)
{
  mattra_json_writer_add_string (writer, "organisation", mattra_plan_get_organisation (plan)->name);
  mattra_json_writer_add_int (writer, "fiscal_year_be", mattra_plan_get_fiscal_year (plan));
  mattra_json_writer_add_string (writer, "round", mattra_round_to_string (overview->round));
  mattra_json_writer_add_string (writer, "division", mattra_plan_find_division_name (plan, overview->division));
  mattra_json_writer_add_string (writer, "division_id", overview->division);
  mattra_json_writer_add_date (writer, "day", overview->day);
  mattra_json_writer_add_date (writer, "answers_due", overview->round_end);
  mattra_json_writer_add_int (writer, "days_left", overview->days_left);
  add_tally (writer, &overview->all);
  mattra_json_writer_add_int (writer, "overdue", (int) overview->n_late);
  mattra_json_writer_add_int (writer, "due_soon", (int) overview->n_soon);
  mattra_json_writer_add_int (writer, "score_year_be", overview->score_year);
  mattra_json_writer_add_hundredths (writer, "weak_below", (gint64) llround (overview->weak_below * 100));
}

/**
 * mattra_overview_json_write:
 * @plan: a plan
 * @overview: where it stands
 * @stream: where to
 * @error: why it could not be written
 *
 * Writes the numbers of an overview as JSON: an object with those of the whole, and the lists "divisions" and
 * "indicators". Measures of no division, or for no indicator, come last where there are any.
 *
 * Returns: whether all was written
 */
gboolean
mattra_overview_json_write (MattraPlan            *plan,
                            const MattraOverview  *overview,
                            GOutputStream         *stream,
                            GError               **error)
{
  g_autoptr (MattraJsonWriter) writer = NULL;

  g_return_val_if_fail (MATTRA_IS_PLAN (plan) && overview != NULL && G_IS_OUTPUT_STREAM (stream), FALSE);

  writer = mattra_json_writer_new (stream);
  mattra_json_writer_begin_object (writer, NULL);
  add_whole (writer, plan, overview);
  mattra_json_writer_begin_array (writer, "divisions");
  for (guint i = 0; i < overview->divisions->len; i++)
    {
      const MattraOverviewDivision *division = &g_array_index (overview->divisions, MattraOverviewDivision, i);

      if (division->name != NULL || division->tally.total > 0)
        add_division (writer, division);
    }
  mattra_json_writer_end_array (writer);
  mattra_json_writer_begin_array (writer, "indicators");
  for (guint i = 1; i <= MATTRA_N_INDICATORS; i++)
    add_indicator (writer, i, &overview->indicators[i]);
  if (overview->indicators[0].n_measures > 0)
    add_indicator (writer, 0, &overview->indicators[0]);
  mattra_json_writer_end_array (writer);
  mattra_json_writer_end_object (writer);
  return mattra_json_writer_flush (writer, TRUE, error);
}
