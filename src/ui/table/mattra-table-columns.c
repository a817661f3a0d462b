/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-table-columns.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mattra-cell.h"

#define EXTRA_WIDTH 200

/* In the order of a table that nobody ordered otherwise. */
static const MattraTableField fields[] = {
  { "number", "number", N_("No."), MATTRA_CELL_TEXT, 56, FALSE, NULL },
  { "title", "title", N_("Measure"), MATTRA_CELL_TEXT, 240, FALSE, N_("Name of the measure") },
  { "steps", "steps", N_("Method"), MATTRA_CELL_ITEMS, 260, FALSE, NULL },
  { "responsible", "responsible", N_("Responsible"), MATTRA_CELL_PEOPLE, 150, FALSE, NULL },
  { "period_text", "period", N_("Period"), MATTRA_CELL_PERIOD, 140, FALSE, NULL },
  { "status", "status", N_("Status"), MATTRA_CELL_CHOICE, 176, FALSE, NULL },
  { MATTRA_TABLE_REVIEW, MATTRA_TABLE_REVIEW, N_("Review"), MATTRA_CELL_TEXT, 176, TRUE, NULL },
  { "results", "results", N_("Results"), MATTRA_CELL_ITEMS, 280, FALSE, N_("No result yet") },
  { "obstacles", "obstacles", N_("Obstacles"), MATTRA_CELL_ITEMS, 180, FALSE, NULL },
  { "recommendations", "recommendations", N_("Recommendations"), MATTRA_CELL_ITEMS, 180, FALSE, NULL },
  { "ita_indicator", "ita_indicator", N_("ITA indicator"), MATTRA_CELL_CHOICE, 170, FALSE, NULL },
  { "section", "section", N_("Section"), MATTRA_CELL_TEXT, 160, TRUE, NULL },
  { "indicators", "indicators", N_("Indicators of success"), MATTRA_CELL_ITEMS, 200, TRUE, NULL },
  { "follow_up", "follow_up", N_("Follow-up"), MATTRA_CELL_ITEMS, 200, TRUE, NULL },
  { "budget", "budget", N_("Budget"), MATTRA_CELL_ITEMS, 120, TRUE, NULL },
  { "evidence", "evidence", N_("Evidence"), MATTRA_CELL_ITEMS, 200, TRUE, NULL },
  { "note", "note", N_("Note"), MATTRA_CELL_ITEMS, 160, TRUE, NULL },
  { MATTRA_TABLE_YEAR, MATTRA_TABLE_YEAR, N_("Against Last Year"), MATTRA_CELL_TEXT, 130, TRUE, NULL },
};

/**
 * mattra_table_field_find:
 * @field: a column's id
 *
 * Returns: (transfer none) (nullable): what is known of the column; %NULL for a column of the office's own
 */
const MattraTableField *
mattra_table_field_find (const char *field)
{
  g_return_val_if_fail (field != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (g_str_equal (fields[i].field, field))
      return &fields[i];
  return NULL;
}

static const MattraTableField *
find_label (const char *label)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (g_str_equal (fields[i].label, label))
      return &fields[i];
  return NULL;
}

/**
 * mattra_table_field_of_label:
 * @label: a field as in JSON
 *
 * Returns: (transfer none): id of the column that shows it; @label itself where no column is called otherwise
 */
const char *
mattra_table_field_of_label (const char *label)
{
  const MattraTableField *field;

  g_return_val_if_fail (label != NULL, NULL);

  field = find_label (label);
  return field ? field->field : label;
}

/* A head is written as the office writes it; where it goes over two lines, they are one here. */
static char *
dup_title (MattraPlan *plan,
           const char *label,
           const char *otherwise)
{
  g_autofree char *name = g_strconcat (MATTRA_SETTING_COLUMN_LABEL, label, NULL);
  const char *written = mattra_plan_get_setting (plan, name);

  return g_strdelimit (g_strdup (written && *written ? written : otherwise), "\n", ' ');
}

/**
 * mattra_table_field_dup_title:
 * @plan: a plan
 * @field: a column's id
 *
 * Returns: (transfer full): the head of the column, as the office writes it; also of a field that no table has
 */
char *
mattra_table_field_dup_title (MattraPlan *plan,
                              const char *field)
{
  const MattraTableField *known = NULL;

  g_return_val_if_fail (MATTRA_IS_PLAN (plan) && field != NULL, NULL);

  known = mattra_table_field_find (field);
  if (known)
    return dup_title (plan, known->label, _(known->title));
  if (g_str_equal (field, "recurrence"))
    return g_strdup (_("Times in a round"));
  if (g_str_equal (field, "topic"))
    return g_strdup (_("Topic of the analysis"));
  if (g_str_has_prefix (field, MATTRA_CELL_CARRIED))
    return g_strdup (_("What was done about it"));
  return g_strdup (g_str_has_prefix (field, MATTRA_CELL_EXTRA) ? field + strlen (MATTRA_CELL_EXTRA) : field);
}

/**
 * mattra_table_field_is_of_office:
 * @plan: a plan
 * @field: a column's id
 *
 * Returns: whether the column stands in the office's own table
 */
gboolean
mattra_table_field_is_of_office (MattraPlan *plan,
                                 const char *field)
{
  const MattraTableField *known = NULL;
  const char *order = NULL;
  g_auto (GStrv) labels = NULL;

  g_return_val_if_fail (MATTRA_IS_PLAN (plan) && field != NULL, FALSE);

  known = mattra_table_field_find (field);
  order = mattra_plan_get_setting (plan, MATTRA_SETTING_COLUMN_ORDER);
  labels = g_strsplit (order ? order : "", " ", -1);
  return known && g_strv_contains ((const char *const *) labels, known->label);
}

static void
append (MattraGrid             *grid,
        MattraPlan             *plan,
        const MattraTableField *field,
        gboolean                visible)
{
  g_autofree char *title = NULL;
  g_autoptr (MattraGridColumn) column = NULL;

  if (mattra_grid_find_column (grid, field->field))
    return;
  title = dup_title (plan, field->label, _(field->title));
  column = mattra_grid_column_new (field->field, title, field->kind, field->width);
  mattra_grid_column_set_visible (column, visible);
  mattra_grid_append_column (grid, column);
}

static void
append_extra (MattraGrid *grid,
              const char *label)
{
  g_autofree char *id = g_strconcat (MATTRA_CELL_EXTRA, label, NULL);
  g_autoptr (MattraGridColumn) column = NULL;

  if (mattra_grid_find_column (grid, id))
    return;
  column = mattra_grid_column_new (id, label, MATTRA_CELL_ITEMS, EXTRA_WIDTH);
  mattra_grid_column_set_sortable (column, FALSE);
  mattra_grid_append_column (grid, column);
}

/* The number and title lead in any office's table: they stay in place while the rest scrolls. */
static void
append_as_office (MattraGrid *grid,
                  MattraPlan *plan)
{
  const char *order = mattra_plan_get_setting (plan, MATTRA_SETTING_COLUMN_ORDER);
  g_auto (GStrv) labels = g_strsplit (order ? order : "", " ", -1);

  append (grid, plan, find_label ("number"), TRUE);
  append (grid, plan, find_label ("title"), TRUE);
  mattra_grid_column_set_handle (mattra_grid_find_column (grid, "number"), TRUE);
  for (guint i = 0; labels[i]; i++)
    if (find_label (labels[i]))
      append (grid, plan, find_label (labels[i]), TRUE);
}

/**
 * mattra_table_fill_columns:
 * @grid: a grid
 * @plan: the plan whose table it shows
 * @extras: (array zero-terminated=1): heads of the columns that only this office's table has
 *
 * Gives the grid its columns: in the order of the office's own table, then those that it lacks.
 */
void
mattra_table_fill_columns (MattraGrid        *grid,
                           MattraPlan        *plan,
                           const char *const *extras)
{
  g_return_if_fail (MATTRA_IS_GRID (grid) && MATTRA_IS_PLAN (plan) && extras != NULL);

  mattra_grid_remove_columns (grid);
  append_as_office (grid, plan);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    append (grid, plan, &fields[i], !fields[i].hidden);
  for (guint i = 0; extras[i]; i++)
    append_extra (grid, extras[i]);
}

static gboolean
is_extra_gone (MattraGridColumn  *column,
               const char *const *extras)
{
  const char *id = mattra_grid_column_get_id (column);

  return g_str_has_prefix (id, MATTRA_CELL_EXTRA) && !g_strv_contains (extras, id + strlen (MATTRA_CELL_EXTRA));
}

/**
 * mattra_table_set_extras:
 * @grid: a grid with the columns of a table
 * @plan: the plan whose table it shows
 * @extras: (array zero-terminated=1): heads of the columns that only this office's table has
 *
 * Adds new ones behind the others and takes away those that are gone, unless somebody is writing; the others
 * stay as the user has them.
 *
 * Returns: whether columns were taken away, and the cursor's may have been among them
 */
gboolean
mattra_table_set_extras (MattraGrid        *grid,
                         MattraPlan        *plan,
                         const char *const *extras)
{
  GListModel *columns = NULL;
  gboolean gone = FALSE;

  g_return_val_if_fail (MATTRA_IS_GRID (grid) && MATTRA_IS_PLAN (plan) && extras != NULL, FALSE);

  columns = mattra_grid_get_columns (grid);
  for (guint i = 0; i < g_list_model_get_n_items (columns) && !gone; i++)
    {
      g_autoptr (MattraGridColumn) column = g_list_model_get_item (columns, i);

      gone = is_extra_gone (column, extras);
    }
  gone = gone && !mattra_grid_is_editing (grid);
  if (gone)
    {
      g_autoptr (GVariant) state = mattra_grid_dup_state (grid);

      mattra_table_fill_columns (grid, plan, extras);
      mattra_grid_restore_state (grid, state);
    }
  for (guint i = 0; extras[i]; i++)
    append_extra (grid, extras[i]);
  return gone;
}

/**
 * mattra_table_name_columns:
 * @grid: a grid with the columns of a table
 * @plan: the plan, after its settings changed
 *
 * Writes the heads as the office writes them now.
 */
void
mattra_table_name_columns (MattraGrid *grid,
                           MattraPlan *plan)
{
  g_return_if_fail (MATTRA_IS_GRID (grid) && MATTRA_IS_PLAN (plan));

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      MattraGridColumn *column = mattra_grid_find_column (grid, fields[i].field);
      g_autofree char *title = dup_title (plan, fields[i].label, _(fields[i].title));

      if (column)
        mattra_grid_column_set_title (column, title);
    }
}
