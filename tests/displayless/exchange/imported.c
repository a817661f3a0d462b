/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "imported.h"

/* What accepting an import makes of a plan, without a register. */
MattraPlan *
imported_plan_new (MattraImport *import)
{
  const MattraImportDocument *document = mattra_import_get_document (import);
  MattraPlan *plan = mattra_plan_new (document->fiscal_year);
  MattraOrganisation *organisation = mattra_plan_get_organisation (plan);
  GPtrArray *columns = mattra_import_get_columns (import);
  g_autoptr (GString) order = g_string_new (NULL);

  g_free (organisation->name);
  organisation->name = g_strdup (document->organisation);
  organisation->district = g_strdup (document->district);
  organisation->province = g_strdup (document->province);
  organisation->website = g_strdup (document->website);
  mattra_plan_set_analysed_year (plan, document->analysed_year);
  mattra_plan_set_setting (plan, MATTRA_SETTING_TITLE, document->title);
  mattra_plan_set_setting (plan, MATTRA_SETTING_ROUND_TEXT, document->round_text);
  if (document->round != MATTRA_ROUND_NONE)
    {
      mattra_plan_get_round (plan, document->round)->start = document->round_start;
      mattra_plan_get_round (plan, document->round)->end = document->round_end;
    }

  for (guint i = 0; i < columns->len; i++)
    {
      const MattraImportColumn *column = g_ptr_array_index (columns, i);
      g_autofree char *setting = g_strconcat (MATTRA_SETTING_COLUMN_LABEL, column->field, NULL);

      if (mattra_plan_get_setting (plan, setting) != NULL || g_str_equal (column->field, "extra"))
        continue;
      mattra_plan_set_setting (plan, setting, column->label);
      g_string_append_printf (order, "%s%s", order->len > 0 ? " " : "", column->field);
    }
  mattra_plan_set_setting (plan, MATTRA_SETTING_COLUMN_ORDER, order->str);

  return plan;
}

char *
imported_to_json (MattraImport *import)
{
  g_autoptr (MattraPlan) plan = imported_plan_new (import);
  g_autoptr (MattraMeasureSource) measures = mattra_measure_array_new (mattra_import_get_measures (import));
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  MattraJsonOptions options = { mattra_import_get_document (import)->round, mattra_date_make (2023, 4, 10) };
  g_autoptr (GError) error = NULL;

  mattra_json_write (plan, measures, &options, stream, &error);
  g_assert_no_error (error);
  g_output_stream_write_all (stream, "", 1, NULL, NULL, NULL);
  g_output_stream_close (stream, NULL, NULL);

  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream));
}
