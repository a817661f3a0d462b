/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-table-delegate.h"

#include <glib/gi18n-lib.h>

#include "mattra-table-act.h"
#include "mattra-table-cell.h"
#include "mattra-table-read.h"

struct _MattraTableDelegate
{
  GObject parent_instance;

  MattraSession *session;
  MattraMeasureList *list;
  GSettings *settings;
};

static void delegate_init (MattraGridDelegateInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MattraTableDelegate, mattra_table_delegate, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (MATTRA_TYPE_GRID_DELEGATE, delegate_init))

enum
{
  SIGNAL_REFUSED,
  SIGNAL_ROWS_DONE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static MattraTableContext
get_context (MattraTableDelegate *self)
{
  return (MattraTableContext) {
    .plan = mattra_session_get_plan (self->session),
    .round = mattra_session_get_round (self->session),
    .division = mattra_session_get_division (self->session),
    .today = mattra_clock_get_today (mattra_session_get_clock (self->session)),
    .digits = (MattraDigits) g_settings_get_enum (self->settings, "digits"),
    .actor = mattra_session_get_actor (self->session),
    .list = self->list,
  };
}

/* Texts and looks. A row whose page is still being loaded is empty, and can't be edited. */

static char *
dup_text (MattraGridDelegate *delegate,
          GObject            *item,
          MattraGridColumn   *column)
{
  MattraTableContext context = get_context (MATTRA_TABLE_DELEGATE (delegate));
  MattraMeasure *measure = mattra_measure_row_get_measure (MATTRA_MEASURE_ROW (item));

  return measure ? mattra_table_cell_dup_text (&context, measure, mattra_grid_column_get_id (column))
                 : g_strdup ("");
}

static char *
dup_shown_text (MattraGridDelegate *delegate,
                GObject            *item,
                MattraGridColumn   *column)
{
  MattraTableContext context = get_context (MATTRA_TABLE_DELEGATE (delegate));
  MattraMeasure *measure = mattra_measure_row_get_measure (MATTRA_MEASURE_ROW (item));

  return measure ? mattra_table_cell_dup_shown (&context, measure, mattra_grid_column_get_id (column))
                 : NULL;
}

static void
look (MattraGridDelegate *delegate,
      GObject            *item,
      MattraGridColumn   *column,
      MattraCellLook     *cell_look)
{
  MattraTableContext context = get_context (MATTRA_TABLE_DELEGATE (delegate));
  MattraMeasure *measure = mattra_measure_row_get_measure (MATTRA_MEASURE_ROW (item));

  if (measure)
    mattra_table_cell_look (&context, measure, mattra_grid_column_get_id (column), cell_look);
  else
    cell_look->read_only = g_strdup (_("Still being read"));
}

static char *
dup_row_name (MattraGridDelegate *delegate,
              GObject            *item,
              guint               position)
{
  MattraMeasure *measure = mattra_measure_row_get_measure (MATTRA_MEASURE_ROW (item));
  int number = measure ? mattra_measure_get_number (measure) : 0;

  return g_strdup_printf (_("Measure %d"), number > 0 ? number : (int) position + 1);
}

static gboolean
is_late (MattraGridDelegate *delegate,
         GObject            *item)
{
  MattraTableContext context = get_context (MATTRA_TABLE_DELEGATE (delegate));
  MattraMeasure *measure = mattra_measure_row_get_measure (MATTRA_MEASURE_ROW (item));

  return measure && mattra_table_cell_is_late (&context, measure);
}

static char **
dup_choices (MattraGridDelegate *delegate,
             GObject            *item,
             MattraGridColumn   *column)
{
  MattraTableContext context = get_context (MATTRA_TABLE_DELEGATE (delegate));

  return mattra_table_cell_dup_choices (&context, mattra_grid_column_get_id (column));
}

static void
look_choice (MattraGridDelegate *delegate,
             GObject            *item,
             MattraGridColumn   *column,
             const char         *choice,
             MattraCellLook     *cell_look)
{
  mattra_table_cell_look_choice (mattra_grid_column_get_id (column), choice, cell_look);
}

static char *
understand (MattraGridDelegate *delegate,
            GObject            *item,
            MattraGridColumn   *column,
            const char         *text,
            gboolean           *valid)
{
  MattraTableContext context = get_context (MATTRA_TABLE_DELEGATE (delegate));

  return mattra_table_cell_understand (&context, mattra_grid_column_get_id (column), text, valid);
}

/* Blocks. What the list has at hand is given at once; else it comes from the register. */

static gboolean
is_at_hand (MattraTableDelegate   *self,
            const MattraGridBlock *block)
{
  for (guint i = 0; i < block->n_rows; i++)
    if (mattra_measure_list_peek (self->list, block->top + i) == NULL)
      return FALSE;
  return TRUE;
}

static void
read_block (MattraGridDelegate  *delegate,
            MattraGridBlock     *block,
            MattraGridBlockFunc  done,
            gpointer             user_data)
{
  MattraTableDelegate *self = MATTRA_TABLE_DELEGATE (delegate);
  MattraTableContext context = get_context (self);

  if (!is_at_hand (self, block))
    {
      mattra_table_read (self->session, self->list, &context, block, done, user_data);
      return;
    }
  mattra_grid_block_fill (block, delegate, G_LIST_MODEL (self->list));
  done (block, NULL, user_data);
}

/* Acts. What they were given is kept until they are done: a text that was refused is not lost. */

typedef struct
{
  MattraTableDelegate *delegate;
  MattraTableRows rows;      /* what it does to rows */
  MattraTableCellEdit *only; /* the one cell of the act; NULL for several */
} Waiting;

static Waiting *
waiting_new (MattraTableDelegate *self,
             MattraTableRows      rows)
{
  Waiting *waiting = g_new0 (Waiting, 1);

  waiting->delegate = g_object_ref (self);
  waiting->rows = rows;
  return waiting;
}

static void
keep_only (Waiting   *waiting,
           GPtrArray *edits)
{
  const MattraTableCellEdit *edit = edits->len == 1 ? g_ptr_array_index (edits, 0) : NULL;

  if (edit == NULL)
    return;
  waiting->only = g_new0 (MattraTableCellEdit, 1);
  waiting->only->measure = g_strdup (edit->measure);
  waiting->only->field = g_strdup (edit->field);
  waiting->only->text = g_strdup (edit->text);
}

static void
waiting_free (Waiting *waiting)
{
  g_object_unref (waiting->delegate);
  g_clear_pointer (&waiting->only, mattra_table_cell_edit_free);
  g_free (waiting);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Waiting, waiting_free)

static void
act_done (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (Waiting) waiting = user_data;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;

  if (mattra_table_act_finish (MATTRA_SESSION (source), result, &rows, &error))
    {
      if (rows->len > 0)
        g_signal_emit (waiting->delegate, signals[SIGNAL_ROWS_DONE], 0, rows, waiting->rows);
    }
  else if (waiting->only && waiting->only->measure)
    g_signal_emit (waiting->delegate, signals[SIGNAL_REFUSED], 0, waiting->only->measure,
                   waiting->only->field, waiting->only->text, error);
}

static MattraTableCellEdit *
new_edit (MattraTableDelegate      *self,
          MattraGridChangeKind      kind,
          const MattraGridCellText *cell)
{
  MattraTableCellEdit *edit = g_new0 (MattraTableCellEdit, 1);
  MattraMeasure *measure = mattra_measure_list_peek (self->list, cell->row);

  edit->measure = g_strdup (mattra_measure_list_get_id (self->list, cell->row));
  edit->number = measure ? mattra_measure_get_number (measure) : 0;
  edit->row = cell->row;
  edit->field = g_strdup (mattra_grid_column_get_id (cell->column));
  edit->text = g_strdup (cell->text);
  if (kind == MATTRA_GRID_CHANGE_CUT)
    edit->was = g_strdup (cell->was);
  return edit;
}

static void
apply (MattraGridDelegate   *delegate,
       MattraGridChangeKind  kind,
       GPtrArray            *cells)
{
  MattraTableDelegate *self = MATTRA_TABLE_DELEGATE (delegate);
  Waiting *waiting = waiting_new (self, MATTRA_TABLE_ROWS_PASTED);
  g_autoptr (GPtrArray) edits = NULL;

  edits = g_ptr_array_new_with_free_func ((GDestroyNotify) mattra_table_cell_edit_free);
  for (guint i = 0; i < cells->len; i++)
    g_ptr_array_add (edits, new_edit (self, kind, g_ptr_array_index (cells, i)));
  keep_only (waiting, edits);
  mattra_table_act_apply (self->session, kind, edits, act_done, waiting);
}

/* Rows. A place in a sorted list is none in the register: what is made comes to its end. */

static GStrv
dup_measures (MattraTableDelegate *self,
              GArray              *positions)
{
  g_autoptr (GStrvBuilder) measures = g_strv_builder_new ();

  for (guint i = 0; i < positions->len; i++)
    {
      const char *id = mattra_measure_list_get_id (self->list, g_array_index (positions, guint, i));

      if (id)
        g_strv_builder_add (measures, id);
    }
  return g_strv_builder_end (measures);
}

static void
insert_rows (MattraGridDelegate *delegate,
             guint               position,
             guint               n)
{
  MattraTableDelegate *self = MATTRA_TABLE_DELEGATE (delegate);
  gboolean sorted = mattra_measure_list_get_sorted (self->list);

  mattra_table_act_insert (self->session, sorted ? NULL : mattra_measure_list_get_id (self->list, position), n,
                           act_done, waiting_new (self, MATTRA_TABLE_ROWS_NEW));
}

static void
duplicate_rows (MattraGridDelegate *delegate,
                GArray             *positions)
{
  MattraTableDelegate *self = MATTRA_TABLE_DELEGATE (delegate);
  g_auto (GStrv) measures = dup_measures (self, positions);

  mattra_table_act_duplicate (self->session, (const char *const *) measures, act_done,
                              waiting_new (self, MATTRA_TABLE_ROWS_COPIED));
}

static void
delete_rows (MattraGridDelegate *delegate,
             GArray             *positions)
{
  MattraTableDelegate *self = MATTRA_TABLE_DELEGATE (delegate);
  g_auto (GStrv) measures = dup_measures (self, positions);

  mattra_table_act_delete (self->session, (const char *const *) measures, act_done,
                           waiting_new (self, MATTRA_TABLE_ROWS_NONE));
}

/* The end of a list is behind its last measure, which need not be the register's last. */
static void
move_rows (MattraGridDelegate *delegate,
           GArray             *positions,
           guint               position)
{
  MattraTableDelegate *self = MATTRA_TABLE_DELEGATE (delegate);
  g_auto (GStrv) measures = dup_measures (self, positions);

  mattra_table_act_move (self->session, (const char *const *) measures,
                         mattra_measure_list_get_id (self->list, position),
                         position > 0 ? mattra_measure_list_get_id (self->list, position - 1) : NULL, act_done,
                         waiting_new (self, MATTRA_TABLE_ROWS_MOVED));
}

static void
delegate_init (MattraGridDelegateInterface *iface)
{
  iface->dup_text = dup_text;
  iface->dup_shown_text = dup_shown_text;
  iface->look = look;
  iface->dup_row_name = dup_row_name;
  iface->is_late = is_late;
  iface->dup_choices = dup_choices;
  iface->look_choice = look_choice;
  iface->understand = understand;
  iface->read_block = read_block;
  iface->apply = apply;
  iface->insert_rows = insert_rows;
  iface->duplicate_rows = duplicate_rows;
  iface->delete_rows = delete_rows;
  iface->move_rows = move_rows;
}

static void
mattra_table_delegate_dispose (GObject *object)
{
  MattraTableDelegate *self = MATTRA_TABLE_DELEGATE (object);

  g_clear_object (&self->session);
  g_clear_object (&self->list);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (mattra_table_delegate_parent_class)->dispose (object);
}

static void
mattra_table_delegate_class_init (MattraTableDelegateClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mattra_table_delegate_dispose;

  signals[SIGNAL_REFUSED] = g_signal_new ("refused", MATTRA_TYPE_TABLE_DELEGATE, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 4, G_TYPE_STRING, G_TYPE_STRING,
                                          G_TYPE_STRING, G_TYPE_ERROR);
  signals[SIGNAL_ROWS_DONE] = g_signal_new ("rows-done", MATTRA_TYPE_TABLE_DELEGATE, G_SIGNAL_RUN_LAST, 0, NULL,
                                            NULL, NULL, G_TYPE_NONE, 2, G_TYPE_PTR_ARRAY, G_TYPE_UINT);
}

static void
mattra_table_delegate_init (MattraTableDelegate *self)
{
}

/**
 * mattra_table_delegate_new:
 * @session: a register's session
 * @list: the measures that the grid shows
 * @settings: the user's settings
 *
 * Returns: (transfer full): a delegate for a grid over the list
 */
MattraTableDelegate *
mattra_table_delegate_new (MattraSession     *session,
                           MattraMeasureList *list,
                           GSettings         *settings)
{
  MattraTableDelegate *self = NULL;

  g_return_val_if_fail (MATTRA_IS_SESSION (session) && MATTRA_IS_MEASURE_LIST (list), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (MATTRA_TYPE_TABLE_DELEGATE, NULL);
  self->session = g_object_ref (session);
  self->list = g_object_ref (list);
  self->settings = g_object_ref (settings);
  return self;
}
