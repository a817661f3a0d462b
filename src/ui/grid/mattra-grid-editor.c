/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-grid-editor-private.h"

#include <glib/gi18n-lib.h>

#include "mattra-choice-editor.h"
#include "mattra-clock.h"
#include "mattra-date-editor.h"
#include "mattra-grid-pill.h"
#include "mattra-items-editor.h"
#include "mattra-people-editor.h"
#include "mattra-period-editor.h"
#include "mattra-text-editor.h"

/* What is typed is in a draft so soon that a crash takes no more than a word. */
#define DRAFT_DELAY_MS 200

/* How far a row is looked for when others were put in its place; further away it counts as gone. */
#define SEARCH_ROWS 1000

static const MattraGridCycle cycles[] = {
  [MATTRA_CELL_MOVE_DOWN] = MATTRA_GRID_CYCLE_DOWN,
  [MATTRA_CELL_MOVE_UP] = MATTRA_GRID_CYCLE_UP,
  [MATTRA_CELL_MOVE_RIGHT] = MATTRA_GRID_CYCLE_RIGHT,
  [MATTRA_CELL_MOVE_LEFT] = MATTRA_GRID_CYCLE_LEFT,
};

static GType
editor_type (MattraCellKind kind)
{
  const GType types[] = {
    [MATTRA_CELL_TEXT] = MATTRA_TYPE_TEXT_EDITOR,
    [MATTRA_CELL_ITEMS] = MATTRA_TYPE_ITEMS_EDITOR,
    [MATTRA_CELL_DATE] = MATTRA_TYPE_DATE_EDITOR,
    [MATTRA_CELL_PERIOD] = MATTRA_TYPE_PERIOD_EDITOR,
    [MATTRA_CELL_CHOICE] = MATTRA_TYPE_CHOICE_EDITOR,
    [MATTRA_CELL_PEOPLE] = MATTRA_TYPE_PEOPLE_EDITOR,
  };

  g_assert ((guint) kind < G_N_ELEMENTS (types));
  return types[kind];
}

static MattraGridDelegateInterface *
get_iface (MattraGrid *self)
{
  return MATTRA_GRID_DELEGATE_GET_IFACE (self->delegate);
}

static void
editor_free (MattraGridEditor *editor)
{
  g_clear_handle_id (&editor->draft_timer, g_source_remove);
  g_clear_handle_id (&editor->leave_source, g_source_remove);
  g_clear_object (&editor->widget);
  g_clear_object (&editor->column);
  g_clear_object (&editor->item);
  g_clear_pointer (&editor->row_name, g_free);
  g_clear_pointer (&editor->text, g_free);
  g_free (editor);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MattraGridEditor, editor_free)

static char *
dup_row_name (MattraGrid *self,
              GObject    *item,
              guint       row)
{
  MattraGridDelegateInterface *iface = get_iface (self);

  return iface->dup_row_name != NULL ? iface->dup_row_name (self->delegate, item, row) : NULL;
}

/* Drafts */

static void
flush_draft (MattraGrid *self)
{
  MattraGridEditor *editor = self->editor;
  g_autofree char *text = NULL;

  if (editor->draft_timer == 0)
    return;
  g_clear_handle_id (&editor->draft_timer, g_source_remove);
  text = mattra_cell_editor_dup_text (editor->widget);
  mattra_grid_draft (self, editor->row, editor->column, text);
}

static gboolean
on_draft_timer (gpointer data)
{
  flush_draft (data);
  return G_SOURCE_REMOVE;
}

/* What is understood */

static char *
understand (MattraGrid *self,
            gboolean   *valid)
{
  MattraGridDelegateInterface *iface = get_iface (self);
  MattraGridEditor *editor = self->editor;
  g_autofree char *result = mattra_cell_editor_dup_result (editor->widget);
  g_autofree char *understood = NULL;

  *valid = TRUE;
  if (iface->understand != NULL)
    understood = iface->understand (self->delegate, editor->item, editor->column, result, valid);
  if (understood != NULL || !*valid)
    return g_steal_pointer (&understood);
  return mattra_cell_editor_understand (editor->widget, valid);
}

static gboolean
update_note (MattraGrid *self)
{
  gboolean valid;
  g_autofree char *note = understand (self, &valid);

  if (note == NULL && !valid)
    note = g_strdup (_("This can't be kept here"));
  mattra_cell_editor_set_note (self->editor->widget, note, valid);
  return valid;
}

static gboolean
is_in_view (MattraGrid *self)
{
  GdkRectangle cell, body;
  guint place = mattra_grid_place_of (self, self->editor->column);

  mattra_grid_body_area (self, &body);
  return mattra_grid_cell_area (self, self->editor->row, place, &cell)
         && cell.y + cell.height > body.y && cell.y < body.y + body.height;
}

static void
on_text_changed (MattraGrid *self)
{
  MattraGridEditor *editor = self->editor;

  if (editor == NULL)
    return;
  update_note (self);
  if (!is_in_view (self))
    mattra_grid_reveal_cell (self, editor->row, mattra_grid_place_of (self, editor->column));
  if (editor->draft_timer == 0)
    editor->draft_timer = g_timeout_add (DRAFT_DELAY_MS, on_draft_timer, self);
}

/* Closing */

static gboolean
has_focus (MattraGrid *self,
           GtkWidget  *widget)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

static gboolean
is_focus_nowhere (MattraGrid *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return root != NULL && gtk_root_get_focus (root) == NULL;
}

/* The keyboard goes back to the cells before the widget that has it goes away. */
static MattraGridEditor *
take_editor (MattraGrid *self)
{
  MattraGridEditor *editor = g_steal_pointer (&self->editor);
  GtkWidget *widget = GTK_WIDGET (editor->widget);

  g_clear_handle_id (&editor->draft_timer, g_source_remove);
  g_clear_handle_id (&editor->leave_source, g_source_remove);
  g_signal_handlers_disconnect_by_data (widget, self);
  if (has_focus (self, widget) || is_focus_nowhere (self))
    mattra_grid_focus_cursor (self);
  gtk_widget_unparent (widget);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  return editor;
}

static void
move_cursor (MattraGrid     *self,
             MattraCellMove  move)
{
  MattraGridSelection next = self->selection;

  if (move == MATTRA_CELL_MOVE_STAY)
    return;
  mattra_grid_selection_cycle (&next, cycles[move]);
  mattra_grid_change_selection (self, &next, TRUE);
}

static void
apply (MattraGrid       *self,
       MattraGridEditor *editor,
       const char       *text)
{
  g_autofree char *old = mattra_grid_dup_cell_text (self, editor->row, editor->column);
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func ((GDestroyNotify) mattra_grid_cell_text_free);
  MattraGridCellText *cell;

  if (g_strcmp0 (old, text) == 0)
    return;
  cell = g_new (MattraGridCellText, 1);
  *cell = (MattraGridCellText) { editor->row, g_object_ref (editor->column), g_strdup (text), NULL };
  g_ptr_array_add (cells, cell);
  get_iface (self)->apply (self->delegate, MATTRA_GRID_CHANGE_TYPE, cells);
}

static gboolean
commit (MattraGrid     *self,
        MattraCellMove  move)
{
  gboolean changed = mattra_cell_editor_is_changed (self->editor->widget);
  g_autoptr (MattraGridEditor) editor = NULL;
  g_autofree char *result = NULL;

  if (changed && !update_note (self))
    {
      flush_draft (self);
      mattra_cell_editor_error (self->editor->widget);
      return FALSE;
    }
  result = mattra_cell_editor_dup_result (self->editor->widget);
  editor = take_editor (self);
  if (changed)
    apply (self, editor, result);
  move_cursor (self, move);
  mattra_grid_draft (self, editor->row, editor->column, NULL);
  return TRUE;
}

/* What was typed for a cell that is gone is offered to whoever listens; its draft stays. */
static void
lose (MattraGrid *self)
{
  gboolean changed = mattra_cell_editor_is_changed (self->editor->widget);
  g_autofree char *text = mattra_cell_editor_dup_text (self->editor->widget);
  g_autoptr (MattraGridEditor) editor = NULL;

  flush_draft (self);
  editor = take_editor (self);
  if (changed)
    mattra_grid_edit_lost (self, editor->column, text);
  else
    mattra_grid_draft (self, editor->row, editor->column, NULL);
}

static void
on_commit (MattraCellEditor *widget,
           int               move,
           MattraGrid       *self)
{
  if (self->editor != NULL)
    commit (self, (MattraCellMove) move);
}

static void
on_cancel (MattraCellEditor *widget,
           MattraGrid       *self)
{
  mattra_grid_cancel_edit (self);
}

/* By now the keyboard has come to where it goes; within the editor, to one of its popovers or to
 * another window it has not left. */
static gboolean
on_left (gpointer data)
{
  MattraGrid *self = data;
  gboolean hidden = mattra_grid_place_of (self, self->editor->column) == MATTRA_GRID_NONE;
  gboolean stays = has_focus (self, GTK_WIDGET (self->editor->widget)) || is_focus_nowhere (self);

  self->editor->leave_source = 0;
  if (stays && !hidden)
    flush_draft (self);
  else if (!commit (self, MATTRA_CELL_MOVE_STAY) && hidden)
    lose (self);
  return G_SOURCE_REMOVE;
}

static void
on_focus_leave (MattraGrid *self)
{
  if (self->editor != NULL && self->editor->leave_source == 0)
    self->editor->leave_source = g_idle_add (on_left, self);
}

/* Opening */

static void
set_label (MattraGrid *self)
{
  MattraGridEditor *editor = self->editor;
  const char *title = mattra_grid_column_get_title (editor->column);
  g_autofree char *label = NULL;

  if (editor->row_name != NULL)
    label = g_strdup_printf ("%s, %s", title, editor->row_name);
  mattra_cell_editor_set_label (editor->widget, label != NULL ? label : title);
}

static MattraWordMark *
dup_marks (MattraGrid *self,
           char      **choices)
{
  MattraGridDelegateInterface *iface = get_iface (self);
  MattraWordMark *marks;

  if (iface->look_choice == NULL || choices == NULL)
    return NULL;
  marks = g_new0 (MattraWordMark, g_strv_length (choices) + 1);
  for (guint i = 0; choices[i] != NULL; i++)
    {
      g_auto (MattraCellLook) look = { 0 };

      iface->look_choice (self->delegate, self->editor->item, self->editor->column, choices[i], &look);
      marks[i] = (MattraWordMark) { look.shape, mattra_grid_tone_colour (&self->colours, look.tone) };
    }
  return marks;
}

static void
set_up_widget (MattraGrid *self)
{
  MattraGridDelegateInterface *iface = get_iface (self);
  MattraGridEditor *editor = self->editor;
  g_autoptr (MattraClock) clock = mattra_clock_new ();
  g_auto (GStrv) choices = NULL;
  g_autofree MattraWordMark *marks = NULL;

  set_label (self);
  mattra_cell_editor_set_today (editor->widget, mattra_clock_get_today (clock));
  mattra_cell_editor_set_digits (editor->widget, self->thai_digits ? MATTRA_DIGITS_THAI : MATTRA_DIGITS_WESTERN);
  if (iface->dup_choices != NULL)
    choices = iface->dup_choices (self->delegate, editor->item, editor->column);
  marks = dup_marks (self, choices);
  mattra_cell_editor_set_choices (editor->widget, (const char *const *) choices, marks);
}

static void
connect_widget (MattraGrid *self)
{
  GtkWidget *widget = GTK_WIDGET (self->editor->widget);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_focus_leave), self);
  gtk_widget_add_controller (widget, focus);
  g_signal_connect (widget, "commit", G_CALLBACK (on_commit), self);
  g_signal_connect (widget, "cancel", G_CALLBACK (on_cancel), self);
  g_signal_connect_swapped (widget, "text-changed", G_CALLBACK (on_text_changed), self);
}

static void
open_editor (MattraGrid       *self,
             guint             row,
             MattraGridColumn *column,
             const char       *text)
{
  MattraGridEditor *editor = g_new0 (MattraGridEditor, 1);

  self->editor = editor;
  editor->widget = g_object_ref_sink (g_object_new (editor_type (mattra_grid_column_get_kind (column)), NULL));
  editor->column = g_object_ref (column);
  editor->item = g_list_model_get_item (self->model, row);
  editor->row = row;
  editor->row_name = dup_row_name (self, editor->item, row);
  editor->text = mattra_grid_dup_cell_text (self, row, column);
  gtk_widget_set_parent (GTK_WIDGET (editor->widget), GTK_WIDGET (self));
  set_up_widget (self);
  mattra_cell_editor_begin (editor->widget, editor->text, text);
  update_note (self);
  connect_widget (self);
  gtk_widget_grab_focus (GTK_WIDGET (editor->widget));
  if (text != NULL && *text != '\0')
    on_text_changed (self);
}

static gboolean
is_open_at (MattraGrid       *self,
            guint             row,
            MattraGridColumn *column)
{
  return self->editor != NULL && self->editor->row == row && self->editor->column == column;
}

/* The editor that is open goes first. Its text may move rows about, then the cell is not the one that was
 * meant any more. */
static gboolean
close_other (MattraGrid *self,
             guint       row)
{
  g_autoptr (GObject) item = g_list_model_get_item (self->model, row);
  g_autoptr (GObject) still = NULL;

  if (self->editor == NULL)
    return TRUE;
  if (!mattra_grid_commit_edit (self))
    return FALSE;
  still = g_list_model_get_item (self->model, row);
  return still == item;
}

/* Who writes in the cell where one stands goes nowhere: a selected range stays, and so does the run of
 * Tabs that tells where Enter leads. */
static void
stand_on (MattraGrid       *self,
          guint             row,
          MattraGridColumn *column)
{
  guint place = mattra_grid_place_of (self, column);

  if (_mattra_grid_is_cursor (self, row, place))
    mattra_grid_reveal_cell (self, row, place);
  else
    mattra_grid_set_cursor (self, row, column);
}

/**
 * mattra_grid_edit:
 * @self: a grid
 * @row: a row
 * @column: a shown column
 * @text: (nullable): what takes the place of the cell's text: the first letter typed over it, or "" to
 *   have the next one do so; %NULL to change the text that is there
 *
 * Opens an editor over a cell, with the cursor at the end of the text. Another one that is open is
 * committed before. A cell that can't be edited says why.
 *
 * Returns: whether the editor is open
 */
gboolean
mattra_grid_edit (MattraGrid       *self,
                  guint             row,
                  MattraGridColumn *column,
                  const char       *text)
{
  g_autofree char *refusal = NULL;
  guint place;

  g_return_val_if_fail (MATTRA_IS_GRID (self), FALSE);
  g_return_val_if_fail (MATTRA_IS_GRID_COLUMN (column), FALSE);

  place = mattra_grid_place_of (self, column);
  if (row >= mattra_grid_n_rows (self) || place == MATTRA_GRID_NONE)
    return FALSE;
  if (is_open_at (self, row, column) && text == NULL)
    return gtk_widget_grab_focus (GTK_WIDGET (self->editor->widget));
  if (!close_other (self, row))
    return FALSE;
  stand_on (self, row, column);
  refusal = mattra_grid_dup_refusal (self, row, column);
  if (refusal != NULL)
    {
      mattra_grid_say_refusal (self, row, place, refusal);
      return FALSE;
    }
  mattra_grid_end_refusal (self);
  open_editor (self, row, column, text);
  return TRUE;
}

/**
 * mattra_grid_is_editing:
 * @self: a grid
 *
 * Returns: whether an editor is open
 */
gboolean
mattra_grid_is_editing (MattraGrid *self)
{
  g_return_val_if_fail (MATTRA_IS_GRID (self), FALSE);

  return self->editor != NULL;
}

/**
 * mattra_grid_commit_edit:
 * @self: a grid
 *
 * Keeps the open editor's text and closes it. If the text can't be kept the editor stays open, gets
 * the keyboard and says why.
 *
 * Returns: whether no editor is open any more
 */
gboolean
mattra_grid_commit_edit (MattraGrid *self)
{
  g_return_val_if_fail (MATTRA_IS_GRID (self), FALSE);

  if (self->editor == NULL || commit (self, MATTRA_CELL_MOVE_STAY))
    return TRUE;
  gtk_widget_grab_focus (GTK_WIDGET (self->editor->widget));
  return FALSE;
}

/**
 * mattra_grid_cancel_edit:
 * @self: a grid
 *
 * Closes the open editor without its text.
 */
void
mattra_grid_cancel_edit (MattraGrid *self)
{
  g_autoptr (MattraGridEditor) editor = NULL;

  g_return_if_fail (MATTRA_IS_GRID (self));

  if (self->editor == NULL)
    return;
  editor = take_editor (self);
  mattra_grid_draft (self, editor->row, editor->column, NULL);
}

/* Rows and columns that change under the editor */

guint
_mattra_grid_editor_get_row (MattraGrid *self)
{
  return self->editor->row;
}

typedef gboolean (*IsRow) (MattraGrid *self,
                           guint       row);

static gboolean
is_item (MattraGrid *self,
         guint       row)
{
  g_autoptr (GObject) item = g_list_model_get_item (self->model, row);

  return item == self->editor->item;
}

/* The same row as another object. A name may be taken over by another row, so the cell must hold what it
 * held, too, and be one that can be edited: a row that is not read yet says neither. */
static gboolean
is_twin (MattraGrid *self,
         guint       row)
{
  MattraGridEditor *editor = self->editor;
  g_autoptr (GObject) item = g_list_model_get_item (self->model, row);
  g_autofree char *name = item != NULL ? dup_row_name (self, item, row) : NULL;
  g_autofree char *text = mattra_grid_dup_cell_text (self, row, editor->column);
  g_autofree char *refusal = mattra_grid_dup_refusal (self, row, editor->column);

  return name != NULL && refusal == NULL && g_strcmp0 (name, editor->row_name) == 0
         && g_strcmp0 (text, editor->text) == 0;
}

/* Where it was, then the nearest one. */
static guint
search_row (MattraGrid *self,
            guint       position,
            guint       end,
            IsRow       is_row)
{
  guint row = self->editor->row;

  for (guint distance = 0; distance <= SEARCH_ROWS; distance++)
    {
      if (row + distance < end && row + distance >= position && is_row (self, row + distance))
        return row + distance;
      if (distance <= row && row - distance < end && row - distance >= position && is_row (self, row - distance))
        return row - distance;
    }
  return MATTRA_GRID_NONE;
}

static guint
find_row (MattraGrid *self,
          guint       position,
          guint       removed,
          guint       added)
{
  guint row;

  if (removed == 1 && added == 1)
    return self->editor->row;
  row = search_row (self, position, position + added, is_item);
  return row != MATTRA_GRID_NONE ? row : search_row (self, position, position + added, is_twin);
}

static void
rebind (MattraGrid *self,
        guint       row)
{
  MattraGridEditor *editor = self->editor;

  editor->row = row;
  g_clear_object (&editor->item);
  editor->item = g_list_model_get_item (self->model, row);
  g_free (editor->row_name);
  editor->row_name = dup_row_name (self, editor->item, row);
  set_label (self);
}

void
_mattra_grid_editor_items_changed (MattraGrid *self,
                                   guint       position,
                                   guint       removed,
                                   guint       added)
{
  guint row = self->editor->row;

  if (row < position)
    return;
  if (row - position >= removed)
    {
      self->editor->row = row - removed + added;
      return;
    }
  row = find_row (self, position, removed, added);
  if (row == MATTRA_GRID_NONE)
    lose (self);
  else
    rebind (self, row);
}

/* A column that was hidden takes its editor's text along; not now, while the columns change. */
void
_mattra_grid_editor_columns_changed (MattraGrid *self)
{
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  if (mattra_grid_place_of (self, self->editor->column) == MATTRA_GRID_NONE)
    on_focus_leave (self);
}

void
_mattra_grid_editor_dispose (MattraGrid *self)
{
  mattra_grid_end_refusal (self);
  if (self->editor == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->editor->widget, self);
  gtk_widget_unparent (GTK_WIDGET (self->editor->widget));
  g_clear_pointer (&self->editor, editor_free);
}
