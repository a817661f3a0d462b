/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-grid-hands.h"

#include <glib/gi18n-lib.h>

#include "mattra-text-editor.h"

/* What a command needs before it can be run. */
typedef enum
{
  NEEDS_WRITING = 1 << 0,
  NEEDS_CHANGE = 1 << 1,
  NEEDS_INSERT = 1 << 2,
  NEEDS_DUPLICATE = 1 << 3,
  NEEDS_DELETE = 1 << 4,
  NEEDS_MOVE = 1 << 5,
  NEEDS_ABOVE = 1 << 6,
  NEEDS_BELOW = 1 << 7,
  NEEDS_ROWS = 1 << 8,
} Needs;

static MattraGridDelegateInterface *
delegate_of (MattraGrid *self)
{
  return MATTRA_GRID_DELEGATE_GET_IFACE (self->delegate);
}

static GPtrArray *
new_cells (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) mattra_grid_cell_text_free);
}

static gboolean
is_locked (MattraGrid            *self,
           const MattraGridBlock *block,
           guint                  row,
           MattraGridColumn      *column)
{
  g_auto (MattraCellLook) look = { 0 };
  gboolean locked = FALSE;

  if (block != NULL && mattra_grid_block_get (block, row, column, &locked) != NULL)
    return locked;
  mattra_grid_cell_look (self, row, column, &look);
  return look.read_only != NULL;
}

/**
 * mattra_grid_can_change:
 * @self: a grid
 * @block: (nullable): cells that were read before
 * @row: position of a row; from the model's length on: one to be appended
 * @column: (nullable): a column
 *
 * Returns: whether the cell's text may be changed
 */
gboolean
mattra_grid_can_change (MattraGrid            *self,
                        const MattraGridBlock *block,
                        guint                  row,
                        MattraGridColumn      *column)
{
  if (self->read_only || column == NULL ||
      mattra_grid_column_get_kind (column) == MATTRA_CELL_READ_ONLY)
    return FALSE;
  return !is_locked (self, block, row, column);
}

/**
 * mattra_grid_add_change:
 * @self: a grid
 * @cells: (element-type MattraGridCellText): changes
 * @block: (nullable): cells that were read before
 * @row: position of a row
 * @column: a column
 * @text: the cell's new text
 *
 * Adds a change, unless the cell can't be changed or has that text already.
 */
void
mattra_grid_add_change (MattraGrid            *self,
                        GPtrArray             *cells,
                        const MattraGridBlock *block,
                        guint                  row,
                        MattraGridColumn      *column,
                        const char            *text)
{
  const char *read = block != NULL ? mattra_grid_block_get (block, row, column, NULL) : NULL;
  g_autofree char *old = read == NULL ? mattra_grid_dup_cell_text (self, row, column) : NULL;
  MattraGridCellText *cell = NULL;

  if (g_str_equal (read != NULL ? read : old, text) || !mattra_grid_can_change (self, block, row, column))
    return;
  cell = g_new0 (MattraGridCellText, 1);
  cell->row = row;
  cell->column = g_object_ref (column);
  cell->text = g_strdup (text);
  cell->was = g_strdup (read != NULL ? read : old);
  g_ptr_array_add (cells, cell);
}

/**
 * mattra_grid_apply:
 * @self: a grid
 * @kind: what the hands did
 * @cells: (element-type MattraGridCellText): changes
 *
 * Hands the changes to the delegate as one act; says so by a beep when there is none.
 */
void
mattra_grid_apply (MattraGrid           *self,
                   MattraGridChangeKind  kind,
                   GPtrArray            *cells)
{
  if (cells->len == 0)
    gtk_widget_error_bell (GTK_WIDGET (self));
  else
    delegate_of (self)->apply (self->delegate, kind, cells);
}

/* The selected cells; they may be read later. */
static void
read_selection (MattraGrid         *self,
                MattraGridReadFunc  func,
                gpointer            data,
                GDestroyNotify      destroy)
{
  MattraGridRange range = { 0 };

  mattra_grid_get_selection (self, &range);
  mattra_grid_read (self, &range, func, data, destroy);
}

static gboolean
can_be_blank (MattraGrid       *self,
              MattraGridColumn *column)
{
  g_autofree char *understood = NULL;
  gboolean valid = TRUE;

  if (delegate_of (self)->understand != NULL)
    understood = delegate_of (self)->understand (self->delegate, NULL, column, "", &valid);
  return valid;
}

/* With other columns beside it, one that can't be blank is spared; alone, it says why it can't be. */
static void
erase (MattraGrid           *self,
       MattraGridBlock      *block,
       MattraGridChangeKind  kind)
{
  g_autoptr (GPtrArray) cells = new_cells ();
  g_autoptr (GPtrArray) columns = g_ptr_array_new ();
  gboolean is_alone = block->columns->len == 1;

  if (!mattra_grid_can_write (self, block))
    return;
  for (guint i = 0; i < block->columns->len; i++)
    if (is_alone || can_be_blank (self, g_ptr_array_index (block->columns, i)))
      g_ptr_array_add (columns, g_ptr_array_index (block->columns, i));
  for (guint row = block->top; row < block->top + block->n_rows; row++)
    for (guint i = 0; i < columns->len; i++)
      mattra_grid_add_change (self, cells, block, row, g_ptr_array_index (columns, i), "");
  mattra_grid_apply (self, kind, cells);
}

static void
clear_block (MattraGrid      *self,
             MattraGridBlock *block,
             gpointer         data)
{
  erase (self, block, MATTRA_GRID_CHANGE_CLEAR);
}

static void
clear (MattraGrid *self)
{
  read_selection (self, clear_block, NULL, NULL);
}

static void
erase_copied (MattraGrid      *self,
              MattraGridBlock *block,
              gpointer         data)
{
  erase (self, block, MATTRA_GRID_CHANGE_CUT);
}

/* What is taken away is what was copied, once it is on the clipboard. */
static void
cut_block (MattraGrid      *self,
           MattraGridBlock *block,
           gpointer         data)
{
  mattra_grid_copy_block (self, block, GPOINTER_TO_UINT (data), erase_copied);
}

static void
cut (MattraGrid *self)
{
  read_selection (self, cut_block, GUINT_TO_POINTER (mattra_grid_begin_copy (self)), NULL);
}

/* The block's first row or column into the others. */
static void
fill_block (MattraGrid      *self,
            MattraGridBlock *block,
            gpointer         data)
{
  gboolean down = GPOINTER_TO_INT (data);
  g_autoptr (GPtrArray) cells = new_cells ();

  if (!mattra_grid_can_write (self, block))
    return;
  for (guint row = block->top + (down ? 1 : 0); row < block->top + block->n_rows; row++)
    for (guint i = down ? 0 : 1; i < block->columns->len; i++)
      {
        MattraGridColumn *column = g_ptr_array_index (block->columns, i);
        MattraGridColumn *from = down ? column : g_ptr_array_index (block->columns, 0);
        const char *text = mattra_grid_block_get (block, down ? block->top : row, from, NULL);

        mattra_grid_add_change (self, cells, block, row, column, text);
      }
  mattra_grid_apply (self, MATTRA_GRID_CHANGE_FILL, cells);
}

/* Into a single row or column, from the one before it. */
static void
fill (MattraGrid *self,
      gboolean    down)
{
  MattraGridRange range = { 0 };

  mattra_grid_get_selection (self, &range);
  if (down && range.top == range.bottom && range.top > 0)
    range.top--;
  if (!down && range.left == range.right && range.left > 0)
    range.left--;
  mattra_grid_read (self, &range, fill_block, GINT_TO_POINTER (down), NULL);
}

static void
fill_down (MattraGrid *self)
{
  fill (self, TRUE);
}

static void
fill_right (MattraGrid *self)
{
  fill (self, FALSE);
}

/* Into a date at once; into other cells as text behind what they hold, with the editor open. */
static void
today (MattraGrid *self)
{
  const MattraGridSelection *now = &self->selection;
  MattraGridColumn *column = mattra_grid_shown_column (self, now->column);
  MattraCellKind kind = mattra_grid_column_get_kind (column);
  g_autofree char *date = mattra_text_editor_dup_today (self->thai_digits ? MATTRA_DIGITS_THAI
                                                                           : MATTRA_DIGITS_WESTERN);
  g_autofree char *old = mattra_grid_dup_cell_text (self, now->row, column);
  g_autofree char *text = g_strconcat (old, *old != '\0' ? " " : "", date, NULL);
  g_autoptr (GPtrArray) cells = new_cells ();

  if (kind != MATTRA_CELL_DATE && kind != MATTRA_CELL_PERIOD)
    {
      mattra_grid_edit (self, now->row, column, text);
      return;
    }
  mattra_grid_add_change (self, cells, NULL, now->row, column, date);
  mattra_grid_apply (self, MATTRA_GRID_CHANGE_TYPE, cells);
}

static void
edit (MattraGrid *self)
{
  guint row = self->selection.row;

  mattra_grid_reveal_cell (self, row, self->selection.column);
  mattra_grid_edit (self, row, mattra_grid_shown_column (self, self->selection.column), NULL);
}

static void
select_all (MattraGrid *self)
{
  MattraGridSelection next = self->selection;

  mattra_grid_selection_select_all (&next);
  mattra_grid_change_selection (self, &next, FALSE);
}

/* Of the rows or columns that the selection touches all cells; the cursor stays. */
static void
select_whole (MattraGrid *self,
              gboolean    rows)
{
  MattraGridSelection next = self->selection;

  next.whole_rows = next.whole_rows || rows;
  next.whole_columns = next.whole_columns || !rows;
  mattra_grid_change_selection (self, &next, FALSE);
}

static void
select_rows (MattraGrid *self)
{
  select_whole (self, TRUE);
}

static void
select_columns (MattraGrid *self)
{
  select_whole (self, FALSE);
}

/* Rows that come or go to where they are wanted will be the selected ones. */
static void
expect_rows (MattraGrid *self,
             guint       first,
             guint       n)
{
  MattraGridSelection next = self->selection;

  next.n_rows = G_MAXUINT;
  next.whole_columns = FALSE;
  next.row = next.anchor_row = first;
  next.far_row = first + n - 1;
  mattra_grid_expect_selection (self, &next);
}

static void
insert (MattraGrid *self,
        gboolean    below)
{
  MattraGridRange range = { 0 };
  guint position = 0;
  guint n = 0;

  mattra_grid_get_selection (self, &range);
  n = range.bottom - range.top + 1;
  position = below ? range.bottom + 1 : range.top;
  if (mattra_grid_selection_is_empty (&self->selection))
    position = 0, n = 1;
  expect_rows (self, position, n);
  delegate_of (self)->insert_rows (self->delegate, position, n);
}

static void
insert_above (MattraGrid *self)
{
  insert (self, FALSE);
}

static void
insert_below (MattraGrid *self)
{
  insert (self, TRUE);
}

static void
duplicate (MattraGrid *self)
{
  g_autoptr (GArray) rows = mattra_grid_dup_selected_rows (self);

  expect_rows (self, g_array_index (rows, guint, rows->len - 1) + 1, rows->len);
  delegate_of (self)->duplicate_rows (self->delegate, rows);
}

static void
delete_rows (MattraGrid *self)
{
  g_autoptr (GArray) rows = mattra_grid_dup_selected_rows (self);

  delegate_of (self)->delete_rows (self->delegate, rows);
}

/**
 * mattra_grid_has_movable_rows:
 * @self: a grid
 *
 * Returns: whether rows could be moved by hand, if they stand in their own order
 */
gboolean
mattra_grid_has_movable_rows (MattraGrid *self)
{
  return !self->read_only && delegate_of (self)->move_rows != NULL &&
         !mattra_grid_selection_is_empty (&self->selection);
}

/**
 * mattra_grid_can_move_rows:
 * @self: a grid
 *
 * Returns: whether rows can be moved by hand now: only in their own order
 */
gboolean
mattra_grid_can_move_rows (MattraGrid *self)
{
  return *self->sort_id == '\0' && mattra_grid_has_movable_rows (self);
}

/**
 * mattra_grid_refuse_move:
 * @self: a grid
 *
 * In a sorted table a row has no place of its own to be moved to: that is said, and how to get one.
 *
 * Returns: whether the selected rows can't be moved for that
 */
gboolean
mattra_grid_refuse_move (MattraGrid *self)
{
  if (*self->sort_id == '\0' || !mattra_grid_has_movable_rows (self))
    return FALSE;
  mattra_grid_say_refusal (self, self->selection.row, self->selection.column,
                           _("The table is sorted. Choose “Unsorted” before you move rows"));
  return TRUE;
}

/**
 * mattra_grid_move_rows:
 * @self: a grid
 * @position: before which row; the model's length: to the end
 *
 * Moves the selected rows.
 */
void
mattra_grid_move_rows (MattraGrid *self,
                       guint       position)
{
  g_autoptr (GArray) rows = mattra_grid_dup_selected_rows (self);
  guint first = g_array_index (rows, guint, 0);

  if (position >= first && position <= first + rows->len)
    return;
  expect_rows (self, position < first ? position : position - rows->len, rows->len);
  delegate_of (self)->move_rows (self->delegate, rows, position);
}

static void
move_up (MattraGrid *self)
{
  MattraGridRange range = { 0 };

  mattra_grid_get_selection (self, &range);
  mattra_grid_move_rows (self, range.top - 1);
}

static void
move_down (MattraGrid *self)
{
  MattraGridRange range = { 0 };

  mattra_grid_get_selection (self, &range);
  mattra_grid_move_rows (self, range.bottom + 2);
}

static void
move_top (MattraGrid *self)
{
  mattra_grid_move_rows (self, 0);
}

static void
move_bottom (MattraGrid *self)
{
  mattra_grid_move_rows (self, self->selection.n_rows);
}

#define NEEDS_EDIT (NEEDS_ROWS | NEEDS_WRITING)
#define NEEDS_MOVING (NEEDS_ROWS | NEEDS_MOVE)

static const struct
{
  void (*run) (MattraGrid *self);
  guint needs;
} commands[] = {
  [MATTRA_GRID_COMMAND_COPY] = { mattra_grid_copy, NEEDS_ROWS },
  [MATTRA_GRID_COMMAND_CUT] = { cut, NEEDS_EDIT },
  [MATTRA_GRID_COMMAND_PASTE] = { mattra_grid_paste, NEEDS_WRITING },
  [MATTRA_GRID_COMMAND_CLEAR] = { clear, NEEDS_EDIT },
  [MATTRA_GRID_COMMAND_FILL_DOWN] = { fill_down, NEEDS_EDIT },
  [MATTRA_GRID_COMMAND_FILL_RIGHT] = { fill_right, NEEDS_EDIT },
  [MATTRA_GRID_COMMAND_TODAY] = { today, NEEDS_EDIT | NEEDS_CHANGE },
  [MATTRA_GRID_COMMAND_EDIT] = { edit, NEEDS_EDIT | NEEDS_CHANGE },
  [MATTRA_GRID_COMMAND_SELECT_ALL] = { select_all, NEEDS_ROWS },
  [MATTRA_GRID_COMMAND_SELECT_ROWS] = { select_rows, NEEDS_ROWS },
  [MATTRA_GRID_COMMAND_SELECT_COLUMNS] = { select_columns, NEEDS_ROWS },
  [MATTRA_GRID_COMMAND_INSERT_ABOVE] = { insert_above, NEEDS_WRITING | NEEDS_INSERT },
  [MATTRA_GRID_COMMAND_INSERT_BELOW] = { insert_below, NEEDS_WRITING | NEEDS_INSERT },
  [MATTRA_GRID_COMMAND_DUPLICATE] = { duplicate, NEEDS_EDIT | NEEDS_DUPLICATE },
  [MATTRA_GRID_COMMAND_DELETE_ROWS] = { delete_rows, NEEDS_EDIT | NEEDS_DELETE },
  [MATTRA_GRID_COMMAND_MOVE_UP] = { move_up, NEEDS_MOVING | NEEDS_ABOVE },
  [MATTRA_GRID_COMMAND_MOVE_DOWN] = { move_down, NEEDS_MOVING | NEEDS_BELOW },
  [MATTRA_GRID_COMMAND_MOVE_TOP] = { move_top, NEEDS_MOVING | NEEDS_ABOVE },
  [MATTRA_GRID_COMMAND_MOVE_BOTTOM] = { move_bottom, NEEDS_MOVING | NEEDS_BELOW },
};

static guint
get_missing (MattraGrid *self)
{
  MattraGridDelegateInterface *iface = delegate_of (self);
  const MattraGridSelection *now = &self->selection;
  MattraGridRange range = { 0 };
  guint missing = 0;

  mattra_grid_get_selection (self, &range);
  missing |= mattra_grid_selection_is_empty (now) ? NEEDS_ROWS : 0;
  missing |= self->read_only ? NEEDS_WRITING : 0;
  missing |= mattra_grid_can_change (self, NULL, now->row, mattra_grid_shown_column (self, now->column)) ? 0 : NEEDS_CHANGE;
  missing |= iface->insert_rows == NULL ? NEEDS_INSERT : 0;
  missing |= iface->duplicate_rows == NULL ? NEEDS_DUPLICATE : 0;
  missing |= iface->delete_rows == NULL ? NEEDS_DELETE : 0;
  missing |= mattra_grid_can_move_rows (self) ? 0 : NEEDS_MOVE;
  missing |= range.top == 0 ? NEEDS_ABOVE : 0;
  missing |= range.bottom + 1 >= now->n_rows ? NEEDS_BELOW : 0;
  return missing;
}

/**
 * mattra_grid_get_commands:
 * @self: a grid
 *
 * Returns: the commands that can be run now, a bit each
 */
guint
mattra_grid_get_commands (MattraGrid *self)
{
  guint missing = get_missing (self);
  guint possible = 0;

  for (guint i = 0; i < MATTRA_GRID_N_COMMANDS; i++)
    if ((commands[i].needs & missing) == 0)
      possible |= 1u << i;
  return possible;
}

/* A key that would change a cell which can't be changed gets the answer that a click there gets. */
static void
say_why_not (MattraGrid        *self,
             MattraGridCommand  command)
{
  const MattraGridSelection *now = &self->selection;
  MattraGridColumn *column = mattra_grid_shown_column (self, now->column);
  g_autofree char *refusal = NULL;

  if ((commands[command].needs & NEEDS_CHANGE) != 0 && column && !mattra_grid_selection_is_empty (now)
      && now->row < mattra_grid_n_rows (self))
    refusal = mattra_grid_dup_refusal (self, now->row, column);
  if (refusal)
    mattra_grid_say_refusal (self, now->row, now->column, refusal);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

/**
 * mattra_grid_run:
 * @self: a grid
 * @command: a command
 *
 * Does it, after the open editor's text was committed.
 *
 * Returns: %FALSE when it can't be done now; the user hears that
 */
gboolean
mattra_grid_run (MattraGrid        *self,
                 MattraGridCommand  command)
{
  if ((commands[command].needs & NEEDS_MOVE) != 0 && mattra_grid_refuse_move (self))
    return FALSE;
  if ((mattra_grid_get_commands (self) & 1u << command) == 0)
    {
      say_why_not (self, command);
      return FALSE;
    }
  if (mattra_grid_is_editing (self) && !mattra_grid_commit_edit (self))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return FALSE;
    }
  commands[command].run (self);
  return TRUE;
}
