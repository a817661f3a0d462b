/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-table-goal.h"

/**
 * mattra_table_goal_clear:
 * @self: a goal
 *
 * Goes nowhere any more.
 */
void
mattra_table_goal_clear (MattraTableGoal *self)
{
  g_free (self->measure);
  g_free (self->last);
  g_free (self->field);
  g_free (self->text);
  *self = (MattraTableGoal) { NULL };
}

/**
 * mattra_table_goal_set:
 * @self: a goal
 * @measure: ULID of a measure
 * @field: (nullable): id of a column; else the title
 * @text: (nullable): what the editor opens with; %NULL: what stands there
 * @flags: how
 *
 * Goes to a cell instead of where it was going.
 */
void
mattra_table_goal_set (MattraTableGoal      *self,
                       const char           *measure,
                       const char           *field,
                       const char           *text,
                       MattraTableGoalFlags  flags)
{
  MattraTableGoal next = { .flags = flags };

  next.measure = g_strdup (measure);
  next.field = g_strdup (field ? field : "title");
  next.text = g_strdup (text);
  mattra_table_goal_clear (self);
  *self = next;
}

/**
 * mattra_table_goal_set_rows:
 * @self: a goal
 * @measures: (element-type utf8): ULIDs of measures that were just made, in their order
 * @flags: how
 *
 * Goes to these measures, in the column where the cursor is, and selects them where they stand together.
 */
void
mattra_table_goal_set_rows (MattraTableGoal      *self,
                            GPtrArray            *measures,
                            MattraTableGoalFlags  flags)
{
  g_return_if_fail (measures != NULL && measures->len > 0);

  mattra_table_goal_clear (self);
  self->measure = g_strdup (g_ptr_array_index (measures, 0));
  self->last = g_strdup (g_ptr_array_index (measures, measures->len - 1));
  self->n_rows = measures->len;
  self->flags = flags;
}

static MattraGridColumn *
find_column (MattraTableGoal *self,
             MattraGrid      *grid)
{
  MattraGridColumn *column = NULL;

  if (self->field == NULL)
    {
      mattra_grid_get_cursor (grid, NULL, &column);
      return column;
    }
  column = mattra_grid_find_column (grid, self->field);
  return column ? column : mattra_grid_find_column (grid, "title");
}

static void
select_it (MattraTableGoal   *self,
           MattraGrid        *grid,
           MattraMeasureList *list,
           guint              row)
{
  MattraGridColumn *column = find_column (self, grid);
  guint last = row;

  if (column)
    mattra_grid_column_set_visible (column, TRUE);
  if (self->n_rows > 1 && mattra_measure_list_find (list, self->last, &last) && last == row + self->n_rows - 1)
    mattra_grid_select_rows (grid, row, last);
  else
    mattra_grid_set_cursor (grid, row, column);
}

/* A row that is still being read can't be edited; the list tells when it can. */
static gboolean
can_edit (MattraMeasureList *list,
          guint              row)
{
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (list), row);

  return item != NULL && mattra_measure_row_get_measure (MATTRA_MEASURE_ROW (item)) != NULL;
}

/**
 * mattra_table_goal_reach:
 * @self: a goal
 * @grid: the grid
 * @list: its rows
 *
 * Goes there, if the list has the measure by now.
 *
 * Returns: whether the cursor is where it shall be
 */
gboolean
mattra_table_goal_reach (MattraTableGoal   *self,
                         MattraGrid        *grid,
                         MattraMeasureList *list)
{
  g_autofree char *text = NULL;
  gboolean edit = self->flags & MATTRA_TABLE_GOAL_EDIT;
  guint row = 0;

  if (self->measure == NULL || !mattra_measure_list_find (list, self->measure, &row))
    return FALSE;
  if (!(self->flags & MATTRA_TABLE_GOAL_STAY))
    select_it (self, grid, list, row);
  if (edit && !can_edit (list, row))
    return TRUE;
  if (!edit && !(self->flags & (MATTRA_TABLE_GOAL_STAY | MATTRA_TABLE_GOAL_KEEP_FOCUS)))
    gtk_widget_grab_focus (GTK_WIDGET (grid));
  text = g_steal_pointer (&self->text);
  mattra_table_goal_clear (self);
  if (edit)
    {
      MattraGridColumn *column = NULL;

      mattra_grid_get_cursor (grid, &row, &column);
      mattra_grid_edit (grid, row, column, text);
    }
  return TRUE;
}
