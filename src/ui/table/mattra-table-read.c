/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-table-read.h"

#include "mattra-cell.h"

/* Measures that are read at once. What else waits for the store comes between. */
#define PART_SIZE 256

/* What is read on the store's thread: nothing in it is shared with the window. */
typedef struct
{
  MattraTableContext context;
  char *division;
  MattraActor actor; /* of @context, whose own belongs to the window */
  char *own;
  GArray *keys;       /* (element-type MattraMeasureKey) */
  guint n_read;
  GPtrArray *fields;
  GPtrArray *texts;   /* row by row */
  GByteArray *locked;
} Task;

/* Who waits for it. */
typedef struct
{
  MattraMeasureList *list;
  MattraGridBlock *block;
  GArray *keys;
  MattraGridBlockFunc done;
  gpointer user_data;
} Waiting;

static void
task_free (Task *task)
{
  g_free (task->division);
  g_free (task->own);
  g_array_unref (task->keys);
  g_ptr_array_unref (task->fields);
  g_ptr_array_unref (task->texts);
  g_byte_array_unref (task->locked);
  g_free (task);
}

static void
waiting_free (Waiting *waiting)
{
  g_object_unref (waiting->list);
  g_array_unref (waiting->keys);
  g_free (waiting);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Waiting, waiting_free)

/* On the store's thread. A measure that is gone has nothing to be copied, and nothing to be changed. */

static void
take_cell (Task          *task,
           MattraMeasure *measure,
           const char    *field)
{
  guint8 locked = measure == NULL
                  || !mattra_actor_can_edit (task->context.actor, task->context.plan, measure, field,
                                             task->context.round, task->division, NULL);

  g_ptr_array_add (task->texts, measure ? mattra_table_cell_dup_text (&task->context, measure, field)
                                        : g_strdup (""));
  g_byte_array_append (task->locked, &locked, 1);
}

static void
take_row (Task          *task,
          MattraMeasure *measure)
{
  for (guint i = 0; i < task->fields->len; i++)
    take_cell (task, measure, g_ptr_array_index (task->fields, i));
}

static gboolean
run (MattraStore  *store,
     MattraPlan   *plan,
     gpointer      data,
     GError      **error)
{
  Task *task = data;
  const MattraMeasureKey *keys = &g_array_index (task->keys, MattraMeasureKey, task->n_read);
  guint n = MIN (PART_SIZE, task->keys->len - task->n_read);
  guint next = 0;
  g_autoptr (GPtrArray) measures = NULL;

  task->context.plan = plan;
  task->context.division = task->division;
  measures = mattra_store_load_measures (store, mattra_plan_get_id (plan), keys, n, error);
  if (measures == NULL)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      MattraMeasure *measure = next < measures->len ? g_ptr_array_index (measures, next) : NULL;

      if (measure && !g_str_equal (mattra_measure_get_id (measure), keys[i].id))
        measure = NULL;
      next += measure != NULL;
      take_row (task, measure);
    }
  task->n_read += n;
  return TRUE;
}

/* Back in the window */

static gboolean
is_moved (const Waiting *waiting)
{
  for (guint i = 0; i < waiting->keys->len; i++)
    if (g_strcmp0 (mattra_measure_list_get_id (waiting->list, waiting->block->top + i),
                   g_array_index (waiting->keys, MattraMeasureKey, i).id) != 0)
      return TRUE;
  return FALSE;
}

static void
read_done (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Waiting) waiting = user_data;
  g_autoptr (GError) error = NULL;
  gpointer data = NULL;
  Task *task = NULL;

  if (!mattra_session_finish (MATTRA_SESSION (source), result, &data, &error))
    {
      waiting->done (waiting->block, error, waiting->user_data);
      return;
    }
  task = data;
  if (task->n_read < task->keys->len)
    {
      mattra_session_query_async (MATTRA_SESSION (source), run, task, (GDestroyNotify) task_free, read_done,
                                  g_steal_pointer (&waiting));
      return;
    }
  for (guint i = 0; i < task->texts->len; i++)
    mattra_grid_block_take (waiting->block, g_steal_pointer (&g_ptr_array_index (task->texts, i)),
                            task->locked->data[i] != 0);
  task_free (task);
  waiting->block->moved = is_moved (waiting);
  waiting->done (waiting->block, NULL, waiting->user_data);
}

static GArray *
list_keys (MattraMeasureList *list,
           guint              first,
           guint              n)
{
  GArray *keys = g_array_new (FALSE, TRUE, sizeof (MattraMeasureKey));

  for (guint i = 0; i < n; i++)
    {
      MattraMeasureKey key = { 0 };

      g_strlcpy (key.id, mattra_measure_list_get_id (list, first + i), sizeof key.id);
      g_array_append_val (keys, key);
    }
  return keys;
}

/**
 * mattra_table_read:
 * @session: the session of the list
 * @list: the rows
 * @context: under what the cells are looked at
 * @block: a block with its columns, inside of the list
 * @done: called with @block when it is read
 * @user_data: data for @done
 *
 * Reads the texts of cells from the register, whether or not the list has their rows at hand.
 */
void
mattra_table_read (MattraSession            *session,
                   MattraMeasureList        *list,
                   const MattraTableContext *context,
                   MattraGridBlock          *block,
                   MattraGridBlockFunc       done,
                   gpointer                  user_data)
{
  Task *task = g_new0 (Task, 1);
  Waiting *waiting = g_new0 (Waiting, 1);

  task->context = *context;
  if (context->actor != NULL)
    {
      task->own = g_strdup (context->actor->division);
      task->actor = (MattraActor) { .role = context->actor->role, .division = task->own };
      task->context.actor = &task->actor;
    }
  task->division = g_strdup (mattra_table_cell_division (context));
  task->keys = list_keys (list, block->top, block->n_rows);
  task->fields = g_ptr_array_new_with_free_func (g_free);
  task->texts = g_ptr_array_new_with_free_func (g_free);
  task->locked = g_byte_array_new ();
  for (guint i = 0; i < block->columns->len; i++)
    g_ptr_array_add (task->fields,
                     g_strdup (mattra_grid_column_get_id (g_ptr_array_index (block->columns, i))));
  waiting->list = g_object_ref (list);
  waiting->block = block;
  waiting->keys = g_array_ref (task->keys);
  waiting->done = done;
  waiting->user_data = user_data;
  mattra_session_query_async (session, run, task, (GDestroyNotify) task_free, read_done, waiting);
}
