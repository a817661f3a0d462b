/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-header.h"

#include <string.h>

#include "mattra-table-row.h"
#include "mattra-text.h"

/* What the user says about columns, over what their heads say. */

/* What is kept beside the fields is told apart by its head: equal heads are numbered. */
void
mattra_header_tell_labels_apart (MattraHeader *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->columns->len; i++)
    {
      MattraColumn *column = g_ptr_array_index (self->columns, i);

      if (column->field != MATTRA_FIELD_EXTRA)
        continue;
      for (guint n = 2; g_hash_table_contains (seen, column->label); n++)
        {
          const MattraColumn *first = g_hash_table_lookup (seen, column->label);
          g_autofree char *numbered = g_strdup_printf ("%s (%u)", first->label, n);

          if (g_hash_table_contains (seen, numbered))
            continue;
          g_free (column->label);
          column->label = g_steal_pointer (&numbered);
        }
      g_hash_table_insert (seen, column->label, column);
    }
}

static gboolean
is_given (GArray *meanings,
          guint   position)
{
  for (guint i = 0; i < meanings->len; i++)
    if (g_array_index (meanings, MattraColumnMeaning, i).position == position)
      return TRUE;

  return FALSE;
}

/* Columns that only their heads speak for give way. */
static void
yield (MattraHeader *self,
       GArray       *meanings,
       MattraField   field)
{
  for (guint i = 0; i < self->columns->len && !mattra_field_may_repeat (field); i++)
    {
      MattraColumn *column = g_ptr_array_index (self->columns, i);

      if (column->field == field && !is_given (meanings, i))
        column->field = MATTRA_FIELD_EXTRA;
    }
}

static void
set_label (MattraColumn *column,
           char         *label)
{
  g_free (column->label);
  column->label = label;
}

static void
name_unnamed (MattraHeader *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      MattraColumn *column = g_ptr_array_index (self->columns, i);

      if (column->field == MATTRA_FIELD_EXTRA && *column->label == '\0')
        set_label (column, g_strdup_printf ("คอลัมน์ที่ %u", i + 1));
    }
}

/**
 * mattra_header_same_heads:
 * @self: a header
 * @other: another
 *
 * Returns: whether both print the same heads at the same places
 */
gboolean
mattra_header_same_heads (const MattraHeader *self,
                          const MattraHeader *other)
{
  g_return_val_if_fail (self != NULL && other != NULL, FALSE);

  if (self->columns->len != other->columns->len)
    return FALSE;
  for (guint i = 0; i < self->columns->len; i++)
    {
      const MattraColumn *column = mattra_header_get_column (self, i);
      const MattraColumn *beside = mattra_header_get_column (other, i);

      if (!g_str_equal (column->first, beside->first) || !g_str_equal (column->second, beside->second))
        return FALSE;
    }

  return TRUE;
}

/**
 * mattra_header_give_meanings:
 * @self: a header
 * @meanings: (element-type MattraColumnMeaning): what columns hold
 *
 * Lets the user overrule what heads say. A column whose meaning is given to another one is kept as extra text.
 */
void
mattra_header_give_meanings (MattraHeader *self,
                             GArray       *meanings)
{
  g_return_if_fail (self != NULL && meanings != NULL);

  self->has_results = FALSE;
  for (guint i = 0; i < meanings->len; i++)
    {
      const MattraColumnMeaning *meaning = &g_array_index (meanings, MattraColumnMeaning, i);
      MattraColumn *column;

      if (meaning->position >= self->columns->len)
        continue;
      column = g_ptr_array_index (self->columns, meaning->position);
      column->field = meaning->field;
      if (*column->first == '\0' && *column->second == '\0')
        set_label (column, g_strdup (mattra_field_to_label (meaning->field)));
      yield (self, meanings, meaning->field);
    }
  for (guint i = 0; i < self->columns->len; i++)
    {
      MattraField field = mattra_header_get_column (self, i)->field;

      self->has_results |= field == MATTRA_FIELD_RESULTS || field == MATTRA_FIELD_STATUS
                           || field == MATTRA_FIELD_STATUS_TICK;
    }
  name_unnamed (self);
  mattra_header_tell_labels_apart (self);
}

static gboolean
is_number_cell (const MattraTable *table,
                guint              row,
                guint              column)
{
  int number;

  return mattra_row_is_number (mattra_table_get_cell (table, row, column)->text, &number);
}

/* Without heads: numbers stand in the first column or nowhere, the title beside them. */
static MattraField
guess_field (const MattraTable *table,
             guint              row,
             guint              column)
{
  gboolean numbered = is_number_cell (table, row, 0);

  if (column == 0 && numbered)
    return MATTRA_FIELD_NUMBER;
  return column == (numbered ? 1 : 0) ? MATTRA_FIELD_TITLE : MATTRA_FIELD_EXTRA;
}

/**
 * mattra_header_new_headless:
 * @table: a text cut into rows
 * @row: (out): its first row of a table
 *
 * Makes a header for a table whose first row is a measure: number and title in front, the rest extra text.
 *
 * Returns: (transfer full) (nullable): a header of no rows, %NULL if @table holds no row of two cells
 */
MattraHeader *
mattra_header_new_headless (const MattraTable *table,
                            guint             *row)
{
  MattraHeader *self;
  guint n_rows, n_columns = 0;

  g_return_val_if_fail (table != NULL && row != NULL, NULL);

  n_rows = mattra_table_get_n_rows (table);
  for (*row = 0; *row < n_rows && mattra_table_get_row (table, *row)->n_cells < 2; (*row)++)
    ;
  for (guint i = *row; i < n_rows; i++)
    n_columns = MAX (n_columns, mattra_table_get_row (table, i)->n_cells);
  if (n_columns < 2)
    return NULL;

  self = mattra_header_new_empty ();
  for (guint i = 0; i < n_columns; i++)
    {
      MattraColumn *column = g_new0 (MattraColumn, 1);

      column->field = guess_field (table, *row, i);
      column->label = g_strdup (column->field == MATTRA_FIELD_EXTRA ? "" : mattra_field_to_label (column->field));
      column->first = g_strdup ("");
      column->second = g_strdup ("");
      g_ptr_array_add (self->columns, column);
    }
  name_unnamed (self);

  return self;
}
