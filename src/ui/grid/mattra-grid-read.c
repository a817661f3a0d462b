/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-grid-hands.h"

#include <glib/gi18n-lib.h>

/* Whoever waits for a block. */
typedef struct
{
  MattraGrid *grid;
  MattraGridReadFunc func;
  gpointer data;
  GDestroyNotify destroy;
} Waiting;

static void
waiting_free (Waiting *waiting)
{
  if (waiting->destroy != NULL)
    waiting->destroy (waiting->data);
  g_object_unref (waiting->grid);
  g_free (waiting);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Waiting, waiting_free)

static void
say (MattraGrid *self,
     const char *reason)
{
  mattra_grid_say_refusal (self, self->selection.row, self->selection.column, reason);
}

static void
on_block_read (MattraGridBlock *block,
               const GError    *error,
               gpointer         user_data)
{
  g_autoptr (MattraGridBlock) owned = block;
  g_autoptr (Waiting) waiting = user_data;

  if (gtk_widget_get_root (GTK_WIDGET (waiting->grid)) == NULL)
    return;
  if (error != NULL)
    say (waiting->grid, error->message);
  else
    waiting->func (waiting->grid, owned, waiting->data);
}

/**
 * mattra_grid_block_fill:
 * @self: a block with its columns
 * @delegate: whom to ask
 * @model: the rows
 *
 * Reads all texts at once.
 */
void
mattra_grid_block_fill (MattraGridBlock    *self,
                        MattraGridDelegate *delegate,
                        GListModel         *model)
{
  MattraGridDelegateInterface *iface = MATTRA_GRID_DELEGATE_GET_IFACE (delegate);

  for (guint row = self->top; row < self->top + self->n_rows; row++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (model, row);

      for (guint i = 0; i < self->columns->len; i++)
        {
          MattraGridColumn *column = g_ptr_array_index (self->columns, i);
          g_auto (MattraCellLook) look = { 0 };

          if (iface->look != NULL)
            iface->look (delegate, item, column, &look);
          mattra_grid_block_take (self, iface->dup_text (delegate, item, column), look.read_only != NULL);
        }
    }
}

/**
 * mattra_grid_read:
 * @self: a grid
 * @range: the cells; rows beyond the model's end are left out
 * @func: told when they are read, now or later; not told when they can't be
 * @data: given to @func
 * @destroy: (nullable): frees @data afterwards
 *
 * Reads the texts of cells, also of such whose rows are not at hand.
 */
void
mattra_grid_read (MattraGrid            *self,
                  const MattraGridRange *range,
                  MattraGridReadFunc     func,
                  gpointer               data,
                  GDestroyNotify         destroy)
{
  MattraGridDelegateInterface *iface = MATTRA_GRID_DELEGATE_GET_IFACE (self->delegate);
  Waiting *waiting = g_new (Waiting, 1);
  guint end = MIN (range->bottom + 1, mattra_grid_n_rows (self));
  MattraGridBlock *block = mattra_grid_block_new (range->top, end > range->top ? end - range->top : 0);

  *waiting = (Waiting) { g_object_ref (self), func, data, destroy };
  for (guint place = range->left; place <= range->right && place < mattra_grid_n_shown (self); place++)
    mattra_grid_block_add_column (block, mattra_grid_shown_column (self, place));
  if (iface->read_block != NULL && block->n_rows > 0)
    {
      iface->read_block (self->delegate, block, on_block_read, waiting);
      return;
    }
  if (block->n_rows > 0)
    mattra_grid_block_fill (block, self->delegate, self->model);
  on_block_read (block, NULL, waiting);
}

/**
 * mattra_grid_can_write:
 * @self: a grid
 * @block: what is to be changed, as it was read
 *
 * Returns: whether it is still the same rows; else the user is told
 */
gboolean
mattra_grid_can_write (MattraGrid            *self,
                       const MattraGridBlock *block)
{
  if (block->moved)
    say (self, _("The rows have changed places meanwhile. Select them again"));
  return !block->moved;
}
