/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-layout-private.h"

#include <string.h>

/* A table of a document, and the index of its block. */
typedef struct
{
  const MattraTable *table;
  guint              block;
} Place;

/* The table of what the document is about; one alone, else it is not known which has changed. */
static gboolean
find_main (MattraDocument *document,
           Place          *place)
{
  guint n = 0;

  for (guint i = 0; i < document->blocks->len; i++)
    {
      const MattraBlock *block = g_ptr_array_index (document->blocks, i);

      if (block->kind == MATTRA_BLOCK_TABLE && ((const MattraTable *) block)->main && n++ == 0)
        *place = (Place) { (const MattraTable *) block, i };
    }
  return n == 1;
}

/* The first checkpoint that stands at or behind a place of a table. */
static guint
find_first (MattraLayout *self,
            guint         block,
            gsize         place)
{
  GArray *checkpoints = self->flow->checkpoints;
  guint low = 0;
  guint high = checkpoints->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const MattraCheckpoint *checkpoint = &g_array_index (checkpoints, MattraCheckpoint, middle);

      if (checkpoint->block < block || (checkpoint->block == block && checkpoint->place < place))
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* The checkpoint before the last one at or before a place of a table: should nothing follow the row before the place any
 * more, that row is the one that stands with the signatures. -1 where the table has none. */
static gint
find_checkpoint (MattraLayout *self,
                 guint         block,
                 gsize         place)
{
  guint first = find_first (self, block, 0);
  guint n = find_first (self, block, place + 1) - first;

  return n == 0 ? -1 : (gint) (first + (n > 1 ? n - 2 : 0));
}

static gboolean
hash_rows (const MattraTable  *table,
           GByteArray         *digests,
           GError            **error)
{
  g_autoptr (MattraRow) row = mattra_row_new ();
  g_autoptr (GError) failure = NULL;

  if (!mattra_row_source_rewind (table->rows, error))
    return FALSE;
  while (mattra_row_source_next (table->rows, row, &failure))
    mattra_flow_hash_row (row, digests);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* The rows of the tables above the main one, or below it. */
static gboolean
hash_others (MattraDocument  *document,
             guint            block,
             gboolean         below,
             GByteArray      *digests,
             GError         **error)
{
  guint end = below ? document->blocks->len : block;

  for (guint i = below ? block + 1 : 0; i < end; i++)
    {
      const MattraBlock *other = g_ptr_array_index (document->blocks, i);

      if (other->kind == MATTRA_BLOCK_TABLE && !hash_rows ((const MattraTable *) other, digests, error))
        return FALSE;
    }
  return TRUE;
}

static guint
count_rows_before (MattraLayout *self,
                   guint         checkpoint)
{
  GArray *checkpoints = self->flow->checkpoints;

  return checkpoint < checkpoints->len ? g_array_index (checkpoints, MattraCheckpoint, checkpoint).n_rows
                                       : self->flow->digests->len / MATTRA_DIGEST_SIZE;
}

static gboolean
is_same (const GByteArray *digests,
         const guint8     *before,
         guint             length)
{
  return digests->len == length && (length == 0 || memcmp (digests->data, before, length) == 0);
}

/* Whether the other tables say what they said, as far as they are laid out. */
static gboolean
are_others_same (MattraLayout    *self,
                 MattraDocument  *document,
                 guint            block,
                 GError         **error)
{
  g_autoptr (GByteArray) above = g_byte_array_new ();
  g_autoptr (GByteArray) below = g_byte_array_new ();
  const GByteArray *digests = self->flow->digests;
  guint n_above = count_rows_before (self, find_first (self, block, 0)) * MATTRA_DIGEST_SIZE;
  guint first_below = find_first (self, block + 1, 0);
  guint start_below = first_below < self->flow->checkpoints->len
                      ? count_rows_before (self, first_below) * MATTRA_DIGEST_SIZE : digests->len;

  if (!hash_others (document, block, FALSE, above, error)
      || (self->done && !hash_others (document, block, TRUE, below, error)))
    return FALSE;
  return is_same (above, digests->data, n_above)
         && (!self->done || is_same (below, digests->data + start_below, digests->len - start_below));
}

static void
restore_style (MattraLayout *self,
               guint         block)
{
  self->flow->open = FALSE;
  for (guint i = block; i > 0; i--)
    {
      const MattraBlock *found = mattra_layout_get_block (self->document, i - 1);

      if (found->kind == MATTRA_BLOCK_SECTION)
        {
          mattra_flow_set_style (self->flow, ((const MattraSection *) found)->style);
          return;
        }
    }
  mattra_flow_set_style (self->flow, MATTRA_PAGE_PORTRAIT);
}

/* How many tables stand above a block. */
static guint
count_tables (MattraLayout *self,
              guint         block)
{
  guint n = 0;

  for (guint i = 0; i < block; i++)
    n += mattra_layout_get_block (self->document, i)->kind == MATTRA_BLOCK_TABLE;
  return n;
}

/* Goes back to a checkpoint, from which the rows are read anew. */
static gboolean
return_to (MattraLayout            *self,
           const MattraCheckpoint  *checkpoint,
           GError                 **error)
{
  const MattraTable *table = (const MattraTable *) mattra_layout_get_block (self->document, checkpoint->block);
  int follower;

  restore_style (self, checkpoint->block);
  mattra_flow_return (self->flow, checkpoint);
  follower = mattra_layout_height_below (self, checkpoint->block + 1, error);
  if (follower < 0)
    return FALSE;
  self->block = checkpoint->block;
  self->table = mattra_table_flow_new (self->flow, table, self->block, follower, error);
  return self->table != NULL && mattra_rest_fits (self->rest, self->flow)
         && mattra_table_flow_return (self->table, checkpoint, error);
}

/**
 * mattra_layout_update:
 * @self: a layout
 * @document: the document made anew of the changed data
 * @first: the index of the first row of the main table (mattra_table_set_main()) that is another now
 * @end: behind the last one, or %G_MAXSIZE if it is not known which rows are the same
 * @n_added: how many rows more there are than before; negative where some are gone
 * @error: return location for an error
 *
 * Takes the pages from the first changed row on off the paper; mattra_layout_run() lays them out anew, until a row comes
 * to stand where it stood before.
 *
 * Returns: %FALSE if more than rows have changed and the document needs a new layout, with @error set if reading failed;
 *   then the layout is of no use any more
 */
gboolean
mattra_layout_update (MattraLayout    *self,
                      MattraDocument  *document,
                      gsize            first,
                      gsize            end,
                      gssize           n_added,
                      GError         **error)
{
  guint8 head[MATTRA_DIGEST_SIZE];
  MattraCheckpoint checkpoint;
  Place main = { NULL };
  gint index;

  g_return_val_if_fail (self != NULL && document != NULL, FALSE);

  mattra_layout_hash_head (document, self->flow->typesetter, head);
  if (memcmp (head, self->head, sizeof head) != 0 || !find_main (document, &main))
    return FALSE;
  index = find_checkpoint (self, main.block, first + main.table->first);
  if (index < 0 || !are_others_same (self, document, main.block, error))
    return FALSE;

  checkpoint = g_array_index (self->flow->checkpoints, MattraCheckpoint, index);
  g_clear_pointer (&self->table, mattra_table_flow_free);
  g_clear_pointer (&self->rest, mattra_rest_free);
  if (!self->done)
    mattra_flow_end_page (self->flow, FALSE);
  self->rest = mattra_rest_take (self->flow, (guint) index, count_tables (self, checkpoint.block));
  self->rest->clean = end < G_MAXSIZE && (n_added == 0 || !main.table->numbered) ? end + main.table->first + 1 : G_MAXSIZE;
  self->rest->shift = n_added;
  self->rest->whole = self->done;
  self->done = FALSE;
  mattra_document_ref (document);
  mattra_document_unref (self->document);
  self->document = document;
  return return_to (self, &checkpoint, error);
}

static MattraTable *
get_table (MattraDocument *document,
           guint           index)
{
  for (guint i = 0; i < document->blocks->len; i++)
    {
      MattraBlock *block = g_ptr_array_index (document->blocks, i);

      if (block->kind == MATTRA_BLOCK_TABLE && index-- == 0)
        return (MattraTable *) block;
    }
  return NULL;
}

static gboolean
has_same_columns (const MattraTable *one,
                  const MattraTable *other)
{
  if (one == NULL || other == NULL || one->columns->len != other->columns->len)
    return FALSE;
  for (guint i = 0; i < one->columns->len; i++)
    {
      const MattraColumn *column = g_ptr_array_index (one->columns, i);
      const MattraColumn *own = g_ptr_array_index (other->columns, i);

      if (own->width > 0 || !g_str_equal (column->head, own->head))
        return FALSE;
    }
  return TRUE;
}

/**
 * mattra_layout_keep_widths:
 * @self: a layout
 * @document: the document made anew of changed data
 *
 * Gives the tables of @document the widths that were chosen in @self, as long as they have the same columns and no
 * widths of their own: an edit does not move the columns.
 */
void
mattra_layout_keep_widths (MattraLayout   *self,
                           MattraDocument *document)
{
  g_return_if_fail (self != NULL && document != NULL);

  for (guint i = 0; i < self->flow->widths->len; i++)
    {
      const GArray *widths = g_ptr_array_index (self->flow->widths, i);
      MattraTable *table = get_table (document, i);

      if (!has_same_columns (get_table (self->document, i), table))
        continue;
      for (guint k = 0; k < widths->len; k++)
        ((MattraColumn *) g_ptr_array_index (table->columns, k))->width = g_array_index (widths, double, k);
    }
}
