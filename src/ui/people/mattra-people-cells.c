/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-people-cells.h"

#include "mattra-people-job.h"
#include "mattra-word-digits.h"

struct _MattraPeopleRow
{
  GObject parent_instance;

  char *id;
  char **texts; /* in the order of the kind's columns */
};

G_DEFINE_FINAL_TYPE (MattraPeopleRow, mattra_people_row, G_TYPE_OBJECT)

struct _MattraPeopleCells
{
  GObject parent_instance;

  MattraSession *session;
  const MattraPeopleKind *kind;
  MattraDigits digits;
  GListStore *rows;
  char *added; /* a row that is waited for */
  MattraPeopleLive *live; /* NULL where nothing depends on the measures */
};

enum
{
  SIGNAL_ADDED,
  SIGNAL_REFUSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void delegate_init (MattraGridDelegateInterface *interface);

G_DEFINE_TYPE_WITH_CODE (MattraPeopleCells, mattra_people_cells, G_TYPE_OBJECT,
                         G_IMPLEMENT_INTERFACE (MATTRA_TYPE_GRID_DELEGATE, delegate_init))

/* Those whose rows can be moved: a grid offers what its delegate has. */
typedef MattraPeopleCells MovableCells;
typedef MattraPeopleCellsClass MovableCellsClass;

GType movable_cells_get_type (void);
static void movable_init (MattraGridDelegateInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MovableCells, movable_cells, MATTRA_TYPE_PEOPLE_CELLS,
                               G_IMPLEMENT_INTERFACE (MATTRA_TYPE_GRID_DELEGATE, movable_init))

/* Those whose rows are what they are. */
typedef MattraPeopleCells FixedCells;
typedef MattraPeopleCellsClass FixedCellsClass;

GType fixed_cells_get_type (void);
static void fixed_init (MattraGridDelegateInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FixedCells, fixed_cells, MATTRA_TYPE_PEOPLE_CELLS,
                               G_IMPLEMENT_INTERFACE (MATTRA_TYPE_GRID_DELEGATE, fixed_init))

static void
mattra_people_row_finalize (GObject *object)
{
  MattraPeopleRow *self = MATTRA_PEOPLE_ROW (object);

  g_free (self->id);
  g_strfreev (self->texts);

  G_OBJECT_CLASS (mattra_people_row_parent_class)->finalize (object);
}

static void
mattra_people_row_class_init (MattraPeopleRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mattra_people_row_finalize;
}

static void
mattra_people_row_init (MattraPeopleRow *self)
{
}

/* The rows */

static guint
n_columns (const MattraPeopleKind *kind)
{
  guint n = 0;

  while (kind->columns[n].field)
    n++;

  return n;
}

/* What was read of the measures counts before what the plan knows. */
static char *
dup_cell (MattraPeopleCells *self,
          MattraPlan        *plan,
          guint              position,
          const char        *field)
{
  const char *id = self->kind->get_id (plan, position);
  const char *text = self->live ? mattra_people_live_lookup (self->live, id, field) : NULL;

  return text ? g_strdup (text) : self->kind->dup_text (plan, position, field);
}

static MattraPeopleRow *
make_row (MattraPeopleCells *self,
          MattraPlan        *plan,
          guint              position)
{
  const MattraPeopleKind *kind = self->kind;
  MattraPeopleRow *row = g_object_new (MATTRA_TYPE_PEOPLE_ROW, NULL);
  guint n = n_columns (kind);

  row->id = g_strdup (kind->get_id (plan, position));
  row->texts = g_new0 (char *, n + 1);
  for (guint i = 0; i < n; i++)
    {
      char *text = dup_cell (self, plan, position, kind->columns[i].field);

      row->texts[i] = text ? text : g_strdup ("");
    }

  return row;
}

static gboolean
rows_equal (MattraPeopleRow *row,
            MattraPeopleRow *other)
{
  return g_str_equal (row->id, other->id)
         && g_strv_equal ((const char *const *) row->texts, (const char *const *) other->texts);
}

static MattraPeopleRow *
row_at (MattraPeopleCells *self,
        guint              position)
{
  g_autoptr (MattraPeopleRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), position);

  return row;
}

static void
tell_added (MattraPeopleCells *self)
{
  g_autofree char *id = NULL;
  guint position;

  if (self->added == NULL || !mattra_people_cells_find (self, self->added, &position))
    return;
  id = g_steal_pointer (&self->added);
  g_signal_emit (self, signals[SIGNAL_ADDED], 0, id);
}

/* Only what is another than before is replaced, so that the cursor and what is seen stay. */
static void
update_rows (MattraPeopleCells *self)
{
  MattraPlan *plan = mattra_session_get_plan (self->session);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_before = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  guint same = 0, same_end = 0;

  for (guint i = 0; i < self->kind->n_rows (plan); i++)
    g_ptr_array_add (rows, make_row (self, plan, i));
  while (same < MIN (n_before, rows->len) && rows_equal (row_at (self, same), g_ptr_array_index (rows, same)))
    same++;
  while (same_end < MIN (n_before, rows->len) - same
         && rows_equal (row_at (self, n_before - 1 - same_end), g_ptr_array_index (rows, rows->len - 1 - same_end)))
    same_end++;
  if (same + same_end < MAX (n_before, rows->len))
    g_list_store_splice (self->rows, same, n_before - same - same_end, rows->pdata + same,
                         rows->len - same - same_end);
  tell_added (self);
}

/* Acts */

static void
add_id (MattraPeopleJob               *job,
        MattraPeopleCells *self,
        guint              position)
{
  g_ptr_array_add (job->ids, g_strdup (row_at (self, position)->id));
}

static char *
id_at (MattraPeopleCells *self,
       guint              position)
{
  return g_strdup (mattra_people_cells_get_id (self, position));
}

static void
act (MattraPeopleCells *self,
     const char        *name,
     MattraSessionFunc  func,
     MattraPeopleJob               *job)
{
  mattra_session_act_async (self->session, name, NULL, func, job, mattra_people_job_free, NULL, NULL);
}

static void
added (GObject      *source,
       GAsyncResult *result,
       gpointer      user_data)
{
  g_autoptr (MattraPeopleCells) self = user_data;
  gpointer data = NULL;

  if (!mattra_session_finish (MATTRA_SESSION (source), result, &data, NULL))
    return;
  g_free (self->added);
  self->added = g_steal_pointer (&((MattraPeopleJob *) data)->added);
  mattra_people_job_free (data);
  tell_added (self);
}

/* What one cell was given, until it is written: a text that was refused is not lost. */
typedef struct
{
  MattraPeopleCells *self;
  char *id;
  char *field;
  char *text;
} Sent;

static void
sent_free (Sent *sent)
{
  g_object_unref (sent->self);
  g_free (sent->id);
  g_free (sent->field);
  g_free (sent->text);
  g_free (sent);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Sent, sent_free)

static Sent *
sent_new (MattraPeopleCells *self,
          const MattraPeopleJob         *job)
{
  Sent *sent = g_new0 (Sent, 1);
  const MattraGridCellText *cell = g_ptr_array_index (job->cells, 0);

  sent->self = g_object_ref (self);
  if (job->cells->len > 1 || cell->row >= job->ids->len)
    return sent;
  sent->id = g_strdup (g_ptr_array_index (job->ids, cell->row));
  sent->field = g_strdup (g_ptr_array_index (job->fields, 0));
  sent->text = g_strdup (cell->text);

  return sent;
}

static void
cells_written (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (Sent) sent = user_data;

  if (!mattra_session_finish (MATTRA_SESSION (source), result, NULL, NULL) && sent->id)
    g_signal_emit (sent->self, signals[SIGNAL_REFUSED], 0, sent->id, sent->field, sent->text);
}

/* The grid's delegate */

static guint
column_place (MattraPeopleCells *self,
              MattraGridColumn  *column)
{
  for (guint i = 0; self->kind->columns[i].field; i++)
    if (g_str_equal (self->kind->columns[i].field, mattra_grid_column_get_id (column)))
      return i;

  g_return_val_if_reached (0);
}

static char *
dup_text (MattraGridDelegate *delegate,
          GObject            *item,
          MattraGridColumn   *column)
{
  MattraPeopleCells *self = MATTRA_PEOPLE_CELLS (delegate);

  return g_strdup (MATTRA_PEOPLE_ROW (item)->texts[column_place (self, column)]);
}

static char *
dup_shown_text (MattraGridDelegate *delegate,
                GObject            *item,
                MattraGridColumn   *column)
{
  MattraPeopleCells *self = MATTRA_PEOPLE_CELLS (delegate);
  guint place = column_place (self, column);

  return mattra_digits_apply (MATTRA_PEOPLE_ROW (item)->texts[place],
                              self->kind->columns[place].words ? mattra_word_digits (self->digits) : self->digits);
}

static char *
dup_row_name (MattraGridDelegate *delegate,
              GObject            *item,
              guint               position)
{
  MattraPeopleCells *self = MATTRA_PEOPLE_CELLS (delegate);

  for (guint i = 0; self->kind->columns[i].field; i++)
    if (g_str_equal (self->kind->columns[i].field, self->kind->name_field))
      return g_strdup (MATTRA_PEOPLE_ROW (item)->texts[i]);

  return NULL;
}

static char **
dup_choices (MattraGridDelegate *delegate,
             GObject            *item,
             MattraGridColumn   *column)
{
  MattraPeopleCells *self = MATTRA_PEOPLE_CELLS (delegate);

  return self->kind->dup_choices ? self->kind->dup_choices (mattra_session_get_plan (self->session),
                                                            mattra_grid_column_get_id (column))
                                 : NULL;
}

static void
look (MattraGridDelegate *delegate,
      GObject            *item,
      MattraGridColumn   *column,
      MattraCellLook     *look)
{
  MattraPeopleCells *self = MATTRA_PEOPLE_CELLS (delegate);
  MattraPlan *plan = mattra_session_get_plan (self->session);
  const MattraActor *actor = mattra_session_get_actor (self->session);
  MattraReason reason = self->kind->asks && actor != NULL
                          ? mattra_permission_ask (actor->role, self->kind->action, FALSE, MATTRA_REVIEW_DRAFT)
                          : MATTRA_REASON_NONE;
  guint position;

  if (reason != MATTRA_REASON_NONE)
    look->read_only = g_strdup (mattra_reason_to_text (reason));
  else if (self->kind->refuse && mattra_people_cells_find (self, MATTRA_PEOPLE_ROW (item)->id, &position)
      && position < self->kind->n_rows (plan))
    look->read_only = self->kind->refuse (plan, position, mattra_grid_column_get_id (column));
}

static char *
understand (MattraGridDelegate *delegate,
            GObject            *item,
            MattraGridColumn   *column,
            const char         *text,
            gboolean           *valid)
{
  MattraPeopleCells *self = MATTRA_PEOPLE_CELLS (delegate);

  return self->kind->understand (mattra_session_get_plan (self->session), mattra_grid_column_get_id (column), text,
                                 valid);
}

static gpointer
copy_cell (gconstpointer cell,
           gpointer      user_data)
{
  const MattraGridCellText *self = cell;
  MattraGridCellText *copy = g_new0 (MattraGridCellText, 1);

  copy->row = self->row;
  copy->text = g_strdup (self->text);

  return copy;
}

static void
free_cell (gpointer data)
{
  MattraGridCellText *cell = data;

  g_free (cell->text);
  g_free (cell);
}

static void
apply (MattraGridDelegate   *delegate,
       MattraGridChangeKind  kind,
       GPtrArray            *cells)
{
  static const char *const names[] = {
    [MATTRA_GRID_CHANGE_PASTE] = "paste",
    [MATTRA_GRID_CHANGE_CUT] = "cut",
    [MATTRA_GRID_CHANGE_CLEAR] = "clear",
    [MATTRA_GRID_CHANGE_FILL] = "fill",
  };
  MattraPeopleCells *self = MATTRA_PEOPLE_CELLS (delegate);
  MattraPeopleJob *job = mattra_people_job_new (self->kind, self->session);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->rows)); i++)
    add_id (job, self, i);
  job->cells = g_ptr_array_copy (cells, copy_cell, NULL);
  g_ptr_array_set_free_func (job->cells, free_cell);
  job->fields = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < cells->len; i++)
    g_ptr_array_add (job->fields,
                     g_strdup (mattra_grid_column_get_id (((MattraGridCellText *) g_ptr_array_index (cells, i))->column)));
  mattra_session_act_async (self->session, names[kind] ? names[kind] : self->kind->set_act, NULL, mattra_people_job_set, job, mattra_people_job_free,
                            cells_written, sent_new (self, job));
}

static void
insert_rows (MattraGridDelegate *delegate,
             guint               position,
             guint               n)
{
  MattraPeopleCells *self = MATTRA_PEOPLE_CELLS (delegate);
  MattraPeopleJob *job = mattra_people_job_new (self->kind, self->session);

  job->n_new = n;
  job->before = id_at (self, position);
  mattra_session_act_async (self->session, self->kind->insert_act, NULL, mattra_people_job_insert, job, mattra_people_job_free, added,
                            g_object_ref (self));
}

static void
delete_rows (MattraGridDelegate *delegate,
             GArray             *positions)
{
  MattraPeopleCells *self = MATTRA_PEOPLE_CELLS (delegate);
  MattraPeopleJob *job = mattra_people_job_new (self->kind, self->session);

  for (guint i = 0; i < positions->len; i++)
    add_id (job, self, g_array_index (positions, guint, i));
  act (self, self->kind->delete_act, mattra_people_job_delete, job);
}

static gboolean
holds (GArray *positions,
       guint   position)
{
  for (guint i = 0; i < positions->len; i++)
    if (g_array_index (positions, guint, i) == position)
      return TRUE;

  return FALSE;
}

static void
move_rows (MattraGridDelegate *delegate,
           GArray             *positions,
           guint               position)
{
  MattraPeopleCells *self = MATTRA_PEOPLE_CELLS (delegate);
  MattraPeopleJob *job = mattra_people_job_new (self->kind, self->session);

  while (holds (positions, position))
    position++;
  for (guint i = 0; i < positions->len; i++)
    add_id (job, self, g_array_index (positions, guint, i));
  job->before = id_at (self, position);
  act (self, self->kind->move_act, mattra_people_job_move, job);
}

static void
delegate_init (MattraGridDelegateInterface *interface)
{
  interface->dup_text = dup_text;
  interface->dup_shown_text = dup_shown_text;
  interface->look = look;
  interface->dup_row_name = dup_row_name;
  interface->dup_choices = dup_choices;
  interface->understand = understand;
  interface->apply = apply;
  interface->insert_rows = insert_rows;
  interface->delete_rows = delete_rows;
}

static void
movable_init (MattraGridDelegateInterface *interface)
{
  interface->move_rows = move_rows;
}

static void
movable_cells_class_init (MovableCellsClass *klass)
{
}

static void
movable_cells_init (MovableCells *self)
{
}

static void
fixed_init (MattraGridDelegateInterface *interface)
{
  interface->insert_rows = NULL;
  interface->delete_rows = NULL;
}

static void
fixed_cells_class_init (FixedCellsClass *klass)
{
}

static void
fixed_cells_init (FixedCells *self)
{
}

static void
mattra_people_cells_finalize (GObject *object)
{
  MattraPeopleCells *self = MATTRA_PEOPLE_CELLS (object);

  g_clear_object (&self->session);
  g_clear_object (&self->rows);
  g_free (self->added);
  g_clear_object (&self->live);

  G_OBJECT_CLASS (mattra_people_cells_parent_class)->finalize (object);
}

static void
mattra_people_cells_class_init (MattraPeopleCellsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mattra_people_cells_finalize;

  signals[SIGNAL_ADDED] = g_signal_new ("added", MATTRA_TYPE_PEOPLE_CELLS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_REFUSED] = g_signal_new ("refused", MATTRA_TYPE_PEOPLE_CELLS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_STRING);
}

static void
mattra_people_cells_init (MattraPeopleCells *self)
{
  self->rows = g_list_store_new (MATTRA_TYPE_PEOPLE_ROW);
}

/**
 * mattra_people_cells_new:
 * @session: a session
 * @kind: what the rows are
 * @digits: script of the numbers that are shown
 *
 * Returns: (transfer full): the rows of this kind, kept up to date
 */
MattraPeopleCells *
mattra_people_cells_new (MattraSession          *session,
                         const MattraPeopleKind *kind,
                         MattraDigits            digits)
{
  MattraPeopleCells *self;

  g_return_val_if_fail (MATTRA_IS_SESSION (session) && kind != NULL, NULL);

  self = g_object_new (kind->fixed ? fixed_cells_get_type ()
                                   : kind->move ? movable_cells_get_type () : MATTRA_TYPE_PEOPLE_CELLS, NULL);
  self->session = g_object_ref (session);
  self->kind = kind;
  self->digits = digits;
  g_signal_connect_object (session, "plan-changed", G_CALLBACK (update_rows), self, G_CONNECT_SWAPPED);
  if (kind->load_live)
    {
      self->live = mattra_people_live_new (session, kind);
      g_signal_connect_object (self->live, "read", G_CALLBACK (update_rows), self, G_CONNECT_SWAPPED);
    }
  update_rows (self);

  return self;
}

/**
 * mattra_people_cells_get_rows:
 * @self: the rows
 *
 * Returns: (transfer none): them as a list of #MattraPeopleRow
 */
GListModel *
mattra_people_cells_get_rows (MattraPeopleCells *self)
{
  g_return_val_if_fail (MATTRA_IS_PEOPLE_CELLS (self), NULL);

  return G_LIST_MODEL (self->rows);
}

/**
 * mattra_people_cells_find:
 * @self: the rows
 * @id: ULID of a person or division
 * @position: (out): where it is
 *
 * Returns: whether it is there
 */
gboolean
mattra_people_cells_find (MattraPeopleCells *self,
                          const char        *id,
                          guint             *position)
{
  g_return_val_if_fail (MATTRA_IS_PEOPLE_CELLS (self) && id != NULL && position != NULL, FALSE);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->rows)); i++)
    if (g_str_equal (row_at (self, i)->id, id))
      {
        *position = i;
        return TRUE;
      }

  return FALSE;
}

/**
 * mattra_people_cells_get_id:
 * @self: the rows
 * @position: where one may be
 *
 * Returns: (nullable): ULID of the person or division there
 */
const char *
mattra_people_cells_get_id (MattraPeopleCells *self,
                            guint              position)
{
  g_return_val_if_fail (MATTRA_IS_PEOPLE_CELLS (self), NULL);

  return position < g_list_model_get_n_items (G_LIST_MODEL (self->rows)) ? row_at (self, position)->id : NULL;
}

/**
 * mattra_people_cells_add:
 * @self: the rows
 *
 * Adds a row after the others.
 */
void
mattra_people_cells_add (MattraPeopleCells *self)
{
  g_return_if_fail (MATTRA_IS_PEOPLE_CELLS (self));

  insert_rows (MATTRA_GRID_DELEGATE (self), g_list_model_get_n_items (G_LIST_MODEL (self->rows)), 1);
}

/**
 * mattra_people_cells_get_live:
 * @self: the rows
 *
 * Returns: (transfer none) (nullable): what depends on the measures; %NULL where nothing does
 */
MattraPeopleLive *
mattra_people_cells_get_live (MattraPeopleCells *self)
{
  g_return_val_if_fail (MATTRA_IS_PEOPLE_CELLS (self), NULL);

  return self->live;
}
