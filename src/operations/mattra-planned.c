/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-planned.h"

#include "mattra-cell.h"
#include "mattra-seal-cell.h"

/* What is planned of a measure, cell by cell, so that one year can be held against another. The number is not among
 * it: a measure that was only numbered anew is the same. */

static const char *const fields[] = {
  "title",      "section",     "period_text", "period_start", "period_end", "ita_indicator", "topic",
  "recurrence", "responsible", "steps",       "indicators",   "follow_up",  "budget",        "note",
};

static void
append_cell (const char *key,
             const char *number,
             const char *field,
             const char *text,
             GString    *json)
{
  const MattraSealCell cell = { (char *) key, (char *) number, (char *) field, (char *) "", (char *) "",
                                (char *) text };

  if (text != NULL && *text != '\0')
    mattra_seal_cell_append (&cell, json);
}

/**
 * mattra_planned_append:
 * @plan: the plan of the measure
 * @measure: a measure
 * @key: by which it is told
 * @json: cells, as begun by mattra_seal_cells_begin()
 *
 * Writes the cells of what is planned.
 */
void
mattra_planned_append (MattraPlan    *plan,
                       MattraMeasure *measure,
                       const char    *key,
                       GString       *json)
{
  g_autofree char *number = NULL;
  g_autoptr (GPtrArray) extras = NULL;

  g_return_if_fail (MATTRA_IS_PLAN (plan) && MATTRA_IS_MEASURE (measure) && key != NULL && json != NULL);

  number = mattra_cell_dup_text (plan, measure, "number", MATTRA_ROUND_NONE, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *text = mattra_cell_dup_text (plan, measure, fields[i], MATTRA_ROUND_NONE, NULL);

      append_cell (key, number, fields[i], text, json);
    }
  extras = mattra_cell_list_extras (measure);
  for (guint i = 0; i < extras->len; i++)
    {
      const char *field = g_ptr_array_index (extras, i);
      g_autofree char *text = mattra_cell_dup_text (plan, measure, field, MATTRA_ROUND_NONE, NULL);

      append_cell (key, number, field, text, json);
    }
}

/**
 * mattra_planned_new:
 * @plan: the plan of the measure
 * @measure: a measure
 *
 * Returns: (transfer full): what is planned, as canonical JSON: the same plan gives the same text
 */
char *
mattra_planned_new (MattraPlan    *plan,
                    MattraMeasure *measure)
{
  GString *json = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (MATTRA_IS_PLAN (plan) && MATTRA_IS_MEASURE (measure), NULL);

  json = mattra_seal_cells_begin ();
  mattra_planned_append (plan, measure, "", json);
  bytes = mattra_seal_cells_end (json);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}
