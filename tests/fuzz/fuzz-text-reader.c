/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-csv.h"
#include "mattra-import.h"
#include "mattra-json.h"

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);

static void
write_out (MattraImport *import)
{
  const MattraImportDocument *document = mattra_import_get_document (import);
  MattraJsonOptions json = { document->round, mattra_date_make (2023, 4, 10) };
  MattraCsvOptions csv = { document->round, TRUE, TRUE };
  g_autoptr (MattraPlan) plan = mattra_plan_new (document->fiscal_year != 0 ? document->fiscal_year : 2566);
  g_autoptr (MattraMeasureSource) measures = mattra_measure_array_new (mattra_import_get_measures (import));
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GPtrArray) questions = mattra_import_list_questions (import);

  g_assert (mattra_json_write (plan, measures, &json, stream, NULL));
  g_assert (mattra_csv_write (plan, measures, &csv, stream, NULL));
}

/* The first byte chooses the format, so that one corpus serves all. */
int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (MattraImport) import = NULL;
  MattraImportOptions options = { 2566, NULL, MATTRA_TABLE_AUTO };

  if (size == 0)
    return 0;

  options.format = (MattraTableFormat) (data[0] % (MATTRA_TABLE_CSV + 1));
  bytes = g_bytes_new (data + 1, size - 1);
  import = mattra_import_read_bytes (bytes, "fuzz", &options, NULL);
  if (import != NULL)
    write_out (import);

  return 0;
}
