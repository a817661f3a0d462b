/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-due-json.h"

#include "mattra-json-writer.h"

static void
add_number (MattraJsonWriter *writer,
            const char       *key,
            int               number)
{
  if (number > 0)
    mattra_json_writer_add_int (writer, key, number);
  else
    mattra_json_writer_add_null (writer, key);
}

/* Every row has every key: what does not apply is null. */
static void
write_row (MattraJsonWriter *writer,
           MattraPlan       *plan,
           const MattraDue  *due)
{
  gboolean milestone = due->kind == MATTRA_DUE_MILESTONE;

  mattra_json_writer_begin_object (writer, NULL);
  mattra_json_writer_add_string (writer, "kind", mattra_due_kind_to_string (due->kind));
  mattra_json_writer_add_date (writer, "deadline", due->deadline);
  mattra_json_writer_add_int (writer, "days_left", due->days_left);
  mattra_json_writer_add_boolean (writer, "late", due->days_left < 0);
  mattra_json_writer_add_string (writer, "division", mattra_plan_find_division_name (plan, due->division));
  mattra_json_writer_add_string (writer, "division_id", due->division);
  mattra_json_writer_add_string (writer, "round", milestone ? NULL : mattra_round_to_string (due->round));
  add_number (writer, "number", due->number);
  mattra_json_writer_add_string (writer, "measure_id", due->measure);
  mattra_json_writer_add_string (writer, "title", due->title);
  mattra_json_writer_add_string (writer, "status", milestone ? NULL : mattra_status_to_string (due->status));
  mattra_json_writer_add_string (writer, "step", due->step);
  mattra_json_writer_add_string (writer, "step_id", due->kind == MATTRA_DUE_STEP ? due->id : NULL);
  add_number (writer, "occurrence", (int) due->occurrence);
  if (due->kind == MATTRA_DUE_STEP)
    mattra_json_writer_add_int (writer, "done", (int) due->n_done);
  else
    mattra_json_writer_add_null (writer, "done");
  add_number (writer, "times", (int) due->n_times);
  mattra_json_writer_add_string (writer, "event", due->event);
  mattra_json_writer_end_object (writer);
}

/**
 * mattra_due_json_write:
 * @plan: the plan
 * @due: (element-type MattraDue): what mattra_due_collect() found in it
 * @options: what was looked for
 * @stream: where to
 * @error: why it could not be written
 *
 * Writes what is late and what comes due as JSON: an object with the office, the year, the day looked at, how many
 * days from it on count, how many are late, how many come, and the list "due".
 *
 * Returns: whether all was written
 */
gboolean
mattra_due_json_write (MattraPlan              *plan,
                       GPtrArray               *due,
                       const MattraDueOptions  *options,
                       GOutputStream           *stream,
                       GError                 **error)
{
  g_autoptr (MattraJsonWriter) writer = NULL;
  guint late;

  g_return_val_if_fail (MATTRA_IS_PLAN (plan) && due != NULL && options != NULL, FALSE);
  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), FALSE);

  late = mattra_due_count_late (due);
  writer = mattra_json_writer_new (stream);
  mattra_json_writer_begin_object (writer, NULL);
  mattra_json_writer_add_string (writer, "organisation", mattra_plan_get_organisation (plan)->name);
  mattra_json_writer_add_int (writer, "fiscal_year_be", mattra_plan_get_fiscal_year (plan));
  mattra_json_writer_add_date (writer, "day", options->day);
  mattra_json_writer_add_int (writer, "within_days", options->within);
  mattra_json_writer_add_int (writer, "late", (int) late);
  mattra_json_writer_add_int (writer, "coming", (int) (due->len - late));
  mattra_json_writer_begin_array (writer, "due");
  for (guint i = 0; i < due->len; i++)
    {
      write_row (writer, plan, g_ptr_array_index (due, i));
      if (!mattra_json_writer_flush (writer, FALSE, error))
        return FALSE;
    }
  mattra_json_writer_end_array (writer);
  mattra_json_writer_end_object (writer);

  return mattra_json_writer_flush (writer, TRUE, error);
}
