/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-layout-private.h"

#include <string.h>

/* Takes the elements from @first on out of an array, without clearing them. */
static GArray *
cut (GArray *array,
     guint   first,
     guint   size)
{
  GArray *rest = g_array_new (FALSE, FALSE, size);

  g_array_append_vals (rest, array->data + (gsize) first * size, array->len - first);
  return rest;
}

/* Shortens an array whose elements another one has taken over. */
static void
forget (GArray        *array,
        guint          length,
        GDestroyNotify clear)
{
  g_array_set_clear_func (array, NULL);
  g_array_set_size (array, length);
  g_array_set_clear_func (array, clear);
}

static guint
first_span (MattraFlow *flow,
            guint       checkpoint)
{
  guint n = flow->spans->len;

  while (n > 0 && g_array_index (flow->spans, MattraSpan, n - 1).checkpoint >= checkpoint)
    n--;
  return n;
}

/* The first bookmark behind a place of a page. */
static guint
first_bookmark (GArray *bookmarks,
                guint   page,
                int     y)
{
  guint n = bookmarks->len;

  while (n > 0)
    {
      const MattraBookmark *bookmark = &g_array_index (bookmarks, MattraBookmark, n - 1);

      if (bookmark->page < page || (bookmark->page == page && bookmark->y < y))
        break;
      n--;
    }
  return n;
}

/*< private >
 * mattra_rest_take:
 * @flow: a flow without an open page
 * @checkpoint: the index of a checkpoint
 * @n_tables: how many tables stand above that of the checkpoint
 *
 * Takes out of a flow what was laid out behind a checkpoint. The checkpoint's page stays in the flow too, for it is
 * opened again.
 *
 * Returns: (transfer full): what was taken
 */
MattraRest *
mattra_rest_take (MattraFlow *flow,
                  guint       checkpoint,
                  guint       n_tables)
{
  const MattraCheckpoint *found = &g_array_index (flow->checkpoints, MattraCheckpoint, checkpoint);
  guint page = found->page;
  guint n_digests = found->n_rows * MATTRA_DIGEST_SIZE;
  guint bookmark = first_bookmark (flow->bookmarks, page, found->y);
  guint span = first_span (flow, checkpoint);
  MattraRest *self = g_new0 (MattraRest, 1);
  MattraPage *kept;

  self->pages = cut (flow->pages, page, sizeof (MattraPage));
  forget (flow->pages, page + 1, mattra_page_clear);
  kept = &g_array_index (flow->pages, MattraPage, page);
  kept->bytes = g_memdup2 (kept->bytes, kept->size);
  g_array_set_clear_func (self->pages, mattra_page_clear);
  self->bookmarks = cut (flow->bookmarks, bookmark, sizeof (MattraBookmark));
  forget (flow->bookmarks, bookmark, mattra_bookmark_clear);
  g_array_set_clear_func (self->bookmarks, mattra_bookmark_clear);
  self->spans = cut (flow->spans, span, sizeof (MattraSpan));
  g_array_set_size (flow->spans, span);
  self->tables = cut (flow->tables, n_tables + 1, sizeof (MattraTablePlace));
  forget (flow->tables, n_tables + 1, mattra_table_place_clear);
  g_array_set_clear_func (self->tables, mattra_table_place_clear);
  self->widths = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  while (flow->widths->len > n_tables)
    g_ptr_array_insert (self->widths, 0, g_ptr_array_steal_index (flow->widths, flow->widths->len - 1));
  self->digests = g_byte_array_new ();
  g_byte_array_append (self->digests, flow->digests->data + n_digests, flow->digests->len - n_digests);
  self->checkpoints = cut (flow->checkpoints, checkpoint, sizeof (MattraCheckpoint));
  g_array_set_size (flow->checkpoints, checkpoint);
  return self;
}

void
mattra_rest_free (MattraRest *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->pages);
  g_array_unref (self->bookmarks);
  g_array_unref (self->checkpoints);
  g_array_unref (self->spans);
  g_byte_array_unref (self->digests);
  g_array_unref (self->tables);
  g_ptr_array_unref (self->widths);
  g_free (self);
}

/*< private >
 * mattra_rest_fits:
 * @self: what was laid out before
 * @flow: a flow whose last table is laid out anew
 *
 * Returns: whether the table's columns are as wide as before
 */
gboolean
mattra_rest_fits (MattraRest *self,
                  MattraFlow *flow)
{
  const GArray *before = g_ptr_array_index (self->widths, 0);
  const GArray *now = g_ptr_array_index (flow->widths, flow->widths->len - 1);

  return before->len == now->len && memcmp (before->data, now->data, before->len * sizeof (double)) == 0;
}

static gboolean
stands_alike (const MattraCheckpoint *old,
              const MattraCheckpoint *now)
{
  return old->block == now->block && old->top == now->top && old->y == now->y && old->part_top == now->part_top
         && old->rules_top == now->rules_top && mattra_page_writer_is_like (&old->writer, &now->writer);
}

static gboolean
stands_before (const MattraCheckpoint *checkpoint,
               guint                   block,
               gsize                   place)
{
  return checkpoint->block < block || (checkpoint->block == block && checkpoint->place < place);
}

/*< private >
 * mattra_rest_meets:
 * @self: what was laid out before
 * @flow: a flow with a checkpoint more than when it was last asked
 *
 * Looks whether the row of the last checkpoint stands on its page as it stood before. The state of the paper is then the
 * same, whatever the number of the page. Only the first table has changed.
 *
 * Returns: whether all that follows is the same as before
 */
gboolean
mattra_rest_meets (MattraRest *self,
                   MattraFlow *flow)
{
  const MattraCheckpoint *now = &g_array_index (flow->checkpoints, MattraCheckpoint, flow->checkpoints->len - 1);
  gboolean changed = now->block == g_array_index (self->checkpoints, MattraCheckpoint, 0).block;
  gsize before = changed ? now->place - (gsize) self->shift : now->place;

  if (!self->whole || (changed && now->place < self->clean))
    return FALSE;
  while (self->next < self->checkpoints->len
         && stands_before (&g_array_index (self->checkpoints, MattraCheckpoint, self->next), now->block, before))
    self->next++;
  return self->next < self->checkpoints->len
         && g_array_index (self->checkpoints, MattraCheckpoint, self->next).place == before
         && stands_alike (&g_array_index (self->checkpoints, MattraCheckpoint, self->next), now);
}

/* The page on which both meet: its upper part is laid out anew, its lower part is as it was. */
static void
join_page (MattraRest             *self,
           MattraFlow             *flow,
           const MattraCheckpoint *old,
           const MattraCheckpoint *now)
{
  guint index = old->page - g_array_index (self->checkpoints, MattraCheckpoint, 0).page;
  const MattraPage *before = &g_array_index (self->pages, MattraPage, index);
  MattraPage page = *before;
  GByteArray *bytes = flow->writer.bytes;

  g_byte_array_set_size (bytes, now->offset);
  g_byte_array_append (bytes, before->bytes + old->offset, before->size - old->offset);
  page.size = bytes->len;
  page.bytes = g_memdup2 (bytes->data, bytes->len);
  page.number = now->number;
  g_array_append_val (flow->pages, page);
  flow->open = FALSE;
}

/* The pages behind that page, with their numbers moved, as long as no paper of its own begins. */
static void
append_pages (MattraRest             *self,
              MattraFlow             *flow,
              const MattraCheckpoint *old,
              const MattraCheckpoint *now)
{
  guint first = old->page - g_array_index (self->checkpoints, MattraCheckpoint, 0).page + 1;
  guint moved = now->number - old->number;

  for (guint i = first; i < self->pages->len; i++)
    {
      MattraPage *page = &g_array_index (self->pages, MattraPage, i);

      if (page->number == 1)
        moved = 0;
      page->number += moved;
      g_array_append_val (flow->pages, *page);
      page->bytes = NULL;
    }
}

static void
append_places (MattraRest             *self,
               MattraFlow             *flow,
               const MattraCheckpoint *old,
               const MattraCheckpoint *now)
{
  guint first_index = self->spans->len > 0 ? g_array_index (self->spans, MattraSpan, 0).checkpoint : 0;
  guint moved = flow->checkpoints->len - 1 - (first_index + self->next);
  guint pages = now->page - old->page;
  guint old_page = old->page;
  guint old_rows = old->n_rows;

  g_strlcpy (g_array_index (flow->checkpoints, MattraCheckpoint, flow->checkpoints->len - 1).key, old->key,
             sizeof old->key);
  for (guint i = 0; i < self->spans->len; i++)
    {
      MattraSpan span = g_array_index (self->spans, MattraSpan, i);

      if (span.checkpoint < first_index + self->next)
        continue;
      span.page += pages;
      span.checkpoint += moved;
      g_array_append_val (flow->spans, span);
    }
  for (guint i = self->next + 1; i < self->checkpoints->len; i++)
    {
      MattraCheckpoint checkpoint = g_array_index (self->checkpoints, MattraCheckpoint, i);
      const MattraPage *page = &g_array_index (flow->pages, MattraPage, checkpoint.page + pages);

      if (checkpoint.page == old_page)
        checkpoint.offset += now->offset - old->offset;
      checkpoint.page += pages;
      checkpoint.number = page->number;
      checkpoint.n_rows += now->n_rows - old_rows;
      if (checkpoint.block == g_array_index (self->checkpoints, MattraCheckpoint, 0).block)
        checkpoint.place += (gsize) self->shift;
      g_array_append_val (flow->checkpoints, checkpoint);
    }
}

/* The tables behind the one in which both meet. */
static void
append_tables (MattraRest *self,
               MattraFlow *flow,
               guint       block)
{
  for (guint i = 0; i < self->tables->len; i++)
    {
      MattraTablePlace *place = &g_array_index (self->tables, MattraTablePlace, i);

      if (place->block <= block)
        continue;
      g_array_append_val (flow->tables, *place);
      g_ptr_array_add (flow->widths, g_array_ref (g_ptr_array_index (self->widths, i + 1)));
      place->edges = NULL;
    }
}

static void
append_bookmarks (MattraRest             *self,
                  MattraFlow             *flow,
                  const MattraCheckpoint *old,
                  const MattraCheckpoint *now)
{
  for (guint i = first_bookmark (self->bookmarks, old->page, old->y); i < self->bookmarks->len; i++)
    {
      MattraBookmark *bookmark = &g_array_index (self->bookmarks, MattraBookmark, i);

      bookmark->page += now->page - old->page;
      g_array_append_val (flow->bookmarks, *bookmark);
      bookmark->text = NULL;
    }
}

/*< private >
 * mattra_rest_put_back:
 * @self: what was laid out before
 * @flow: the flow that it meets
 *
 * Puts everything from the row of the last checkpoint on back on paper.
 */
void
mattra_rest_put_back (MattraRest *self,
                      MattraFlow *flow)
{
  const MattraCheckpoint old = g_array_index (self->checkpoints, MattraCheckpoint, self->next);
  const MattraCheckpoint now = g_array_index (flow->checkpoints, MattraCheckpoint, flow->checkpoints->len - 1);
  guint skipped = (old.n_rows - g_array_index (self->checkpoints, MattraCheckpoint, 0).n_rows) * MATTRA_DIGEST_SIZE;

  join_page (self, flow, &old, &now);
  append_pages (self, flow, &old, &now);
  append_places (self, flow, &old, &now);
  append_bookmarks (self, flow, &old, &now);
  append_tables (self, flow, now.block);
  g_byte_array_set_size (flow->digests, now.n_rows * MATTRA_DIGEST_SIZE);
  g_byte_array_append (flow->digests, self->digests->data + skipped, self->digests->len - skipped);
}
