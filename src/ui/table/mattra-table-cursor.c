/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-table-page-private.h"

/* Where one stands in the table, and where one is led. */

static void
take_string (char       **place,
             const char  *text)
{
  char *copy = g_strdup (text);

  g_free (*place);
  *place = copy;
}

/* The rows that are selected with the cursor's, by their measures. */
static void
note_rows (MattraTablePage *self,
           guint            row)
{
  MattraGridRange range = { 0 };
  guint far = 0;

  mattra_grid_get_selection (self->grid, &range);
  far = row == range.top ? range.bottom : range.top;
  self->n_selected = range.bottom - range.top + 1;
  take_string (&self->far, self->n_selected > 1 && (row == range.top || row == range.bottom)
                             ? mattra_measure_list_get_id (self->list, far) : NULL);
}

void
mattra_table_page_note_cursor (MattraTablePage *self)
{
  guint row = 0;
  MattraGridColumn *column = NULL;
  const char *measure = NULL;

  if (self->following)
    return;
  if (mattra_grid_get_cursor (self->grid, &row, &column))
    measure = mattra_measure_list_get_id (self->list, row);
  if (column)
    take_string (&self->field, mattra_grid_column_get_id (column));
  note_rows (self, row);
  if (g_strcmp0 (self->measure, measure) == 0)
    return;
  take_string (&self->measure, measure);
  g_signal_emit_by_name (self, "measure-changed");
}

MattraGridColumn *
mattra_table_page_find_column (MattraTablePage *self,
                               const char      *field)
{
  MattraGridColumn *column = field ? mattra_grid_find_column (self->grid, field) : NULL;

  return column ? column : mattra_grid_find_column (self->grid, "title");
}

/* Rows that were selected together and still stand together stay selected. */
static gboolean
follow_rows (MattraTablePage *self,
             guint            row)
{
  MattraGridRange range = { 0 };
  guint far = 0;
  guint now = 0;

  if (self->far == NULL || !mattra_measure_list_find (self->list, self->far, &far)
      || MAX (row, far) - MIN (row, far) + 1 != self->n_selected)
    return FALSE;
  mattra_grid_get_selection (self->grid, &range);
  mattra_grid_get_cursor (self->grid, &now, NULL);
  if (now != row || range.top != MIN (row, far) || range.bottom != MAX (row, far))
    mattra_grid_select_span (self->grid, row, far);
  return TRUE;
}

/* The grid may have gone there by itself, and then says nothing. */
gboolean
mattra_table_page_reach_goal (MattraTablePage *self)
{
  gboolean reached = mattra_table_goal_reach (&self->goal, self->grid, self->list);

  if (reached)
    mattra_table_page_note_cursor (self);
  return reached;
}

/* After a sort, a filter or somebody else's change the cursor stands on the measure it stood on. */
void
mattra_table_page_follow_measure (MattraTablePage *self)
{
  guint row = 0;
  guint now = 0;
  MattraGridColumn *column = NULL;

  if (mattra_table_page_reach_goal (self) || mattra_grid_is_editing (self->grid))
    return;
  if (self->measure == NULL || !mattra_measure_list_find (self->list, self->measure, &row))
    mattra_table_page_note_cursor (self);
  else if (!follow_rows (self, row)
           && (!mattra_grid_get_cursor (self->grid, &now, &column) || now != row))
    mattra_grid_set_cursor (self->grid, row, column ? column : mattra_table_page_find_column (self, self->field));
}

/* A measure that was made and can't be seen would be made again: step by step more is shown. */
void
mattra_table_page_widen_to_goal (MattraTablePage *self)
{
  self->goal.flags &= ~(guint) MATTRA_TABLE_GOAL_STAY;
  if (mattra_table_page_is_filtered (self) || mattra_session_get_list (self->session) != MATTRA_LIST_ALL)
    {
      mattra_table_page_clear_filters (self);
      mattra_session_set_list (self->session, MATTRA_LIST_ALL);
    }
  else if (mattra_session_get_division (self->session))
    mattra_session_set_division (self->session, NULL);
  else
    mattra_table_goal_clear (&self->goal);
}

void
mattra_table_page_want (MattraTablePage      *self,
                        const char           *measure,
                        const char           *field,
                        const char           *text,
                        MattraTableGoalFlags  flags)
{
  mattra_table_goal_set (&self->goal, measure, field, text, flags);
  mattra_table_page_reach_goal (self);
}

/**
 * mattra_table_page_get_measure:
 * @self: a table of measures
 *
 * Returns: (transfer none) (nullable): ULID of the measure the cursor stands on
 */
const char *
mattra_table_page_get_measure (MattraTablePage *self)
{
  g_return_val_if_fail (MATTRA_IS_TABLE_PAGE (self), NULL);

  return self->measure;
}

/**
 * mattra_table_page_get_field:
 * @self: a table of measures
 *
 * Returns: (transfer none) (nullable): id of the column the cursor stands in
 */
const char *
mattra_table_page_get_field (MattraTablePage *self)
{
  g_return_val_if_fail (MATTRA_IS_TABLE_PAGE (self), NULL);

  return self->field;
}

/* The table is shown; a measure that the list does not hold is looked for among all. */
static void
reveal (MattraTablePage *self,
        const char      *measure)
{
  guint row = 0;

  mattra_table_page_raise (self);
  if (!mattra_measure_list_find (self->list, measure, &row))
    gtk_widget_activate_action (GTK_WIDGET (self), "table.show-all", NULL);
}

/**
 * mattra_table_page_go_to:
 * @self: a table of measures
 * @measure: ULID of a measure
 * @field: (nullable): id of a column; else the title
 *
 * Puts the cursor there, as soon as the list has the measure; where search, filters or the division
 * leave it out, all measures are shown.
 */
void
mattra_table_page_go_to (MattraTablePage *self,
                         const char      *measure,
                         const char      *field)
{
  g_return_if_fail (MATTRA_IS_TABLE_PAGE (self) && measure != NULL);

  reveal (self, measure);
  mattra_table_page_want (self, measure, field, NULL, MATTRA_TABLE_GOAL_PLAIN);
}

/**
 * mattra_table_page_select:
 * @self: a table of measures
 * @measure: ULID of a measure
 * @field: (nullable): id of a column; else the title
 *
 * Puts the cursor there, without the keyboard, if the list has the measure once it is loaded.
 */
void
mattra_table_page_select (MattraTablePage *self,
                          const char      *measure,
                          const char      *field)
{
  g_return_if_fail (MATTRA_IS_TABLE_PAGE (self) && measure != NULL);

  mattra_table_goal_set (&self->goal, measure, field, NULL,
                         MATTRA_TABLE_GOAL_KEEP_FOCUS | MATTRA_TABLE_GOAL_PASSING);
  if (!mattra_table_page_reach_goal (self) && !mattra_measure_list_get_pending (self->list))
    mattra_table_goal_clear (&self->goal);
}

/**
 * mattra_table_page_show_cell:
 * @self: a table of measures
 * @measure: ULID of a measure
 * @field: (nullable): id of a column; else the title
 *
 * Puts the cursor there as mattra_table_page_go_to() does, but leaves the focus where it is.
 */
void
mattra_table_page_show_cell (MattraTablePage *self,
                             const char      *measure,
                             const char      *field)
{
  g_return_if_fail (MATTRA_IS_TABLE_PAGE (self) && measure != NULL);

  reveal (self, measure);
  mattra_table_page_want (self, measure, field, NULL, MATTRA_TABLE_GOAL_KEEP_FOCUS);
}

/**
 * mattra_table_page_edit:
 * @self: a table of measures
 * @measure: ULID of a measure
 * @field: id of a column
 * @text: the text to go on with
 *
 * Goes there and opens the editor with a text that was not yet committed.
 */
void
mattra_table_page_edit (MattraTablePage *self,
                        const char      *measure,
                        const char      *field,
                        const char      *text)
{
  g_return_if_fail (MATTRA_IS_TABLE_PAGE (self) && measure != NULL && field != NULL && text != NULL);

  reveal (self, measure);
  mattra_table_page_want (self, measure, field, text, MATTRA_TABLE_GOAL_EDIT);
}

/**
 * mattra_table_page_step:
 * @self: a table of measures
 * @delta: how many measures down; negative: up
 *
 * Moves the cursor, as far as there are measures.
 */
void
mattra_table_page_step (MattraTablePage *self,
                        int              delta)
{
  guint row = 0;
  MattraGridColumn *column = NULL;
  gint64 n = 0;

  g_return_if_fail (MATTRA_IS_TABLE_PAGE (self));

  n = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  if (n > 0 && mattra_grid_get_cursor (self->grid, &row, &column))
    mattra_grid_set_cursor (self->grid, (guint) CLAMP ((gint64) row + delta, 0, n - 1), column);
}
