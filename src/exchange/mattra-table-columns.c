/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-table-columns.h"

#include <glib/gi18n-lib.h>

#include "mattra-indicator.h"
#include "mattra-items.h"

/* How many cells below ตัวชี้วัด are looked at to tell ITA indicators from signs of success. */
#define MAX_CELLS_LOOKED_AT 200

/* And how many rows: a column may be empty, and a document full of heads. */
#define MAX_ROWS_LOOKED_AT 400

static gboolean
holds_indicators (const MattraHeader *header,
                  const MattraTable  *table,
                  guint               position,
                  guint               row)
{
  guint n_rows = MIN (mattra_table_get_n_rows (table), row + MAX_ROWS_LOOKED_AT);
  guint n_filled = 0, n_indicators = 0;

  for (guint i = row; i < n_rows && n_filled < MAX_CELLS_LOOKED_AT; i++)
    {
      const char *text = mattra_table_get_cell (table, i, position)->text;

      if (*text == '\0' || mattra_items_is_none (text) || mattra_header_repeated (header, table, i) > 0)
        continue;
      n_filled++;
      n_indicators += mattra_indicator_from_text (text) > 0;
    }

  return n_indicators * 2 > n_filled;
}

/**
 * mattra_columns_decide:
 * @header: head of a table
 * @table: the table
 * @row: the first row below the head
 *
 * Decides what ตัวชี้วัด means: ITA indicators where most of its cells name them, else signs of success. Of two
 * columns of signs of success the surer one is, the other is kept as extra text.
 */
void
mattra_columns_decide (MattraHeader      *header,
                       const MattraTable *table,
                       guint              row)
{
  int position = mattra_header_find_column (header, MATTRA_FIELD_INDICATOR_EITHER);
  int other = mattra_header_find_column (header, MATTRA_FIELD_INDICATORS);
  MattraColumn *column, *rival;
  MattraFieldName name;

  if (position < 0)
    return;

  column = g_ptr_array_index (header->columns, (guint) position);
  column->field = MATTRA_FIELD_INDICATORS;
  if (mattra_header_find_column (header, MATTRA_FIELD_ITA_INDICATOR) < 0
      && holds_indicators (header, table, (guint) position, row))
    column->field = MATTRA_FIELD_ITA_INDICATOR;
  else if (other >= 0)
    {
      rival = g_ptr_array_index (header->columns, (guint) other);
      if (mattra_field_from_head (rival->label, FALSE, &name) && name.sure)
        column->field = MATTRA_FIELD_EXTRA;
      else
        rival->field = MATTRA_FIELD_EXTRA;
    }
}

/* Several columns may make one field: obstacles with recommendations, ticks, the bounds of a period. */
static MattraField
field_listed (MattraField field)
{
  switch ((int) field)
    {
    case MATTRA_FIELD_STATUS_TICK:
      return MATTRA_FIELD_STATUS;
    case MATTRA_FIELD_PERIOD_START:
    case MATTRA_FIELD_PERIOD_END:
    case MATTRA_FIELD_PERIOD_TICK:
      return MATTRA_FIELD_PERIOD;
    default:
      return field;
    }
}

/**
 * mattra_columns_list:
 * @header: head of a table
 * @import: where the columns go
 *
 * Says what the columns of a table were understood as, each by itself and those of one field together.
 */
void
mattra_columns_list (const MattraHeader *header,
                     MattraImport       *import)
{
  gboolean listed[MATTRA_N_FIELDS] = { FALSE };

  for (guint i = 0; i < header->columns->len; i++)
    {
      const MattraColumn *column = mattra_header_get_column (header, i);
      MattraField field = field_listed (column->field);
      const char *label = field != column->field ? mattra_field_to_label (field) : column->label;

      mattra_import_add_head (import, column->field, column->label);
      if (field == MATTRA_FIELD_NONE || (listed[field] && field != MATTRA_FIELD_EXTRA))
        continue;
      listed[field] = TRUE;
      mattra_import_add_column (import, mattra_field_to_string (field), label, i);
      if (field == MATTRA_FIELD_OBSTACLES_AND_RECOMMENDATIONS)
        mattra_import_add_column (import, "recommendations", label, i);
    }
}

/**
 * mattra_columns_say_both:
 * @header: head of a table
 * @table: the table
 * @row: the row of the head
 * @import: where the repair goes
 *
 * Says that a column is for obstacles and recommendations at once, if one is.
 */
void
mattra_columns_say_both (const MattraHeader *header,
                         const MattraTable  *table,
                         guint               row,
                         MattraImport       *import)
{
  int column = mattra_header_find_column (header, MATTRA_FIELD_OBSTACLES_AND_RECOMMENDATIONS);
  MattraRepair *repair;

  if (column < 0)
    return;

  repair = mattra_import_add_repair (import, MATTRA_REPAIR_COLUMN, mattra_table_get_cell (table, row, (guint) column),
                                     _("The column is for obstacles and recommendations at once: what its cells do not "
                                       "tell apart was taken as both"));
  repair->before = g_strdup (mattra_header_get_column (header, (guint) column)->label);
}
