/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-layout-private.h"

#include <string.h>

#include "mattra-form-flow.h"
#include "mattra-signature-flow.h"
#include "mattra-text-flow.h"

/* Below a heading there is room for this many lines of what follows it, a table's heads included. */
#define LINES_BELOW_HEADING 2
#define ROWS_BELOW_HEADING 5

/* Rows or other blocks laid out between two times that who waits is asked. */
#define ROWS_AT_ONCE 32

/* The room between a table and the text above it. */
#define TABLE_GAP (6 * MATTRA_POINT)

/*< private >
 * mattra_layout_get_block:
 * @document: a document
 * @index: a block's index
 *
 * Returns: (nullable) (transfer none): the block; %NULL behind the last one
 */
const MattraBlock *
mattra_layout_get_block (MattraDocument *document,
                         guint           index)
{
  return index < document->blocks->len ? g_ptr_array_index (document->blocks, index) : NULL;
}

/* So much of a page signatures take beside the row that they stand below, which has its heads above it. */
#define MOST_SIGNATURES 0.8

/* What a picture takes that follows its caption; at most, as a wide one is less high. */
static int
picture_height (MattraDocument *document,
                guint           index)
{
  const MattraBlock *block = mattra_layout_get_block (document, index);

  return block != NULL && block->kind == MATTRA_BLOCK_LETTERHEAD && ((const MattraLetterhead *) block)->picture != NULL
           ? MATTRA_MM (((const MattraLetterhead *) block)->height) : 0;
}

/* The height that a heading needs below it, for the blocks from @index on. */
static int
height_below_heading (MattraDocument *document,
                      guint           index)
{
  double points = 0;
  int picture = 0;
  const MattraBlock *block;

  for (; (block = mattra_layout_get_block (document, index)) != NULL && block->kind == MATTRA_BLOCK_HEADING; index++)
    points += ((const MattraText *) block)->points;
  if (block != NULL && block->kind == MATTRA_BLOCK_PARAGRAPH)
    {
      points += LINES_BELOW_HEADING * ((const MattraText *) block)->points;
      picture = ((const MattraText *) block)->kept ? picture_height (document, index + 1) : 0;
    }
  else if (block != NULL && block->kind == MATTRA_BLOCK_TABLE)
    points += ROWS_BELOW_HEADING * ((const MattraTable *) block)->points;
  return (int) (points * MATTRA_LINE_PITCH * MATTRA_POINT) + MAX (picture, picture_height (document, index));
}

static int
signatures_height (MattraLayout            *self,
                   const MattraSignatures  *block,
                   GError                 **error)
{
  g_autoptr (MattraSignatureLayout) signatures = mattra_signature_layout_new (self->flow, block, error);

  if (signatures == NULL)
    return -1;
  return mattra_signature_layout_get_height (signatures,
                                             (int) ((self->flow->bottom - self->flow->top) * MOST_SIGNATURES));
}

/* The height of a block that may stand between a text and the signatures below it; 0 of any other, -1 with an error. */
static int
form_height (MattraLayout       *self,
             const MattraBlock  *block,
             GError            **error)
{
  switch (block->kind)
    {
    case MATTRA_BLOCK_SPACE:
      return (int) (((const MattraGap *) block)->size * MATTRA_POINT);
    case MATTRA_BLOCK_FIELDS:
      return mattra_flow_measure_fields (self->flow, (const MattraFields *) block, error);
    case MATTRA_BLOCK_CHOICES:
      return mattra_flow_measure_choices (self->flow, (const MattraChoices *) block, error);
    default:
      return 0;
    }
}

/*< private >
 * mattra_layout_height_below:
 * @self: a layout
 * @index: a block's index
 * @error: return location for an error
 *
 * Measures what must stand on the page where the block before @index ends: the signatures, with the spaces, fields and
 * boxes above them.
 *
 * Returns: the height; 0 where no signatures follow, -1 with an error
 */
int
mattra_layout_height_below (MattraLayout  *self,
                            guint          index,
                            GError       **error)
{
  const MattraBlock *block;
  int height = 0;

  for (; (block = mattra_layout_get_block (self->document, index)) != NULL; index++)
    {
      int own;

      if (block->kind == MATTRA_BLOCK_SIGNATURES)
        {
          own = signatures_height (self, (const MattraSignatures *) block, error);
          return own < 0 ? -1 : height + own;
        }
      own = form_height (self, block, error);
      if (own <= 0)
        return own;
      height += own;
    }
  return 0;
}

/* Begins a table; mattra_layout_run() puts its rows on paper. */
static gboolean
begin_table (MattraLayout  *self,
             guint          index,
             GError       **error)
{
  const MattraTable *table = (const MattraTable *) mattra_layout_get_block (self->document, index);
  int follower = mattra_layout_height_below (self, index + 1, error);

  if (follower < 0)
    return FALSE;

  mattra_flow_begin_page (self->flow);
  if (!mattra_flow_is_fresh (self->flow))
    self->flow->y += TABLE_GAP;
  self->table = mattra_table_flow_new (self->flow, table, index, follower, error);
  return self->table != NULL && mattra_table_flow_begin (self->table, error);
}

static gboolean
place_signatures (MattraLayout            *self,
                  const MattraSignatures  *block,
                  GError                 **error)
{
  g_autoptr (MattraSignatureLayout) signatures = mattra_signature_layout_new (self->flow, block, error);

  if (signatures == NULL)
    return FALSE;

  mattra_signature_layout_place (signatures, self->flow);
  return TRUE;
}

/* Blocks with a picture: the painter finds it by the block's index. */
static gboolean
place_pictured (MattraLayout  *self,
                guint          index,
                GError       **error)
{
  const MattraBlock *block = mattra_layout_get_block (self->document, index);
  g_autofree char *picture = g_strdup_printf ("%u", index);

  if (block->kind == MATTRA_BLOCK_COVER)
    return mattra_flow_place_cover (self->flow, (const MattraCover *) block, picture, error);
  return mattra_flow_place_letterhead (self->flow, (const MattraLetterhead *) block, picture, error);
}

/* Blocks that never stand on another page than the signatures below them. */
static gboolean
place_signed (MattraLayout  *self,
              guint          index,
              GError       **error)
{
  const MattraBlock *block = mattra_layout_get_block (self->document, index);
  int follower = mattra_layout_height_below (self, index + 1, error);

  if (follower < 0)
    return FALSE;
  if (block->kind == MATTRA_BLOCK_PARAGRAPH && ((const MattraText *) block)->kept)
    follower = MAX (follower, height_below_heading (self->document, index + 1));
  if (block->kind == MATTRA_BLOCK_PARAGRAPH)
    return mattra_flow_place_paragraph (self->flow, (const MattraText *) block, follower, error);
  if (block->kind == MATTRA_BLOCK_FIELDS)
    return mattra_flow_place_fields (self->flow, (const MattraFields *) block, follower, error);
  return mattra_flow_place_choices (self->flow, (const MattraChoices *) block, follower, error);
}

static gboolean
place_block (MattraLayout  *self,
             guint          index,
             GError       **error)
{
  const MattraBlock *block = mattra_layout_get_block (self->document, index);

  switch (block->kind)
    {
    case MATTRA_BLOCK_SECTION:
      mattra_flow_set_style (self->flow, ((const MattraSection *) block)->style);
      return TRUE;
    case MATTRA_BLOCK_COVER:
    case MATTRA_BLOCK_LETTERHEAD:
      return place_pictured (self, index, error);
    case MATTRA_BLOCK_HEADING:
      return mattra_flow_place_heading (self->flow, (const MattraText *) block,
                                        height_below_heading (self->document, index + 1), error);
    case MATTRA_BLOCK_PARAGRAPH:
    case MATTRA_BLOCK_FIELDS:
    case MATTRA_BLOCK_CHOICES:
      return place_signed (self, index, error);
    case MATTRA_BLOCK_SPACE:
      mattra_flow_place_space (self->flow, (const MattraGap *) block);
      return TRUE;
    case MATTRA_BLOCK_DIVIDER:
      mattra_flow_place_divider (self->flow, (const MattraGap *) block);
      return TRUE;
    case MATTRA_BLOCK_TABLE:
      return begin_table (self, index, error);
    case MATTRA_BLOCK_SIGNATURES:
      return place_signatures (self, (const MattraSignatures *) block, error);
    default:
      g_assert_not_reached ();
    }
}

/*< private >
 * mattra_layout_hash_head:
 * @document: a document
 * @typesetter: what it is printed with
 * @digest: (out caller-allocates): SHA-256 of everything that is printed but the rows, and of what it is printed with
 *
 * Makes the part of the fingerprint that is known before the rows are.
 */
void
mattra_layout_hash_head (MattraDocument   *document,
                         MattraTypesetter *typesetter,
                         guint8           *digest)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  gsize size = MATTRA_DIGEST_SIZE;

  g_checksum_update (checksum, (const guchar *) mattra_typesetter_get_hash (typesetter), -1);
  mattra_document_hash (document, checksum);
  g_checksum_get_digest (checksum, digest, &size);
}

/* Thousandths of a millimetre, so that no rounding has a say. */
static void
hash_widths (GChecksum *checksum,
             GPtrArray *widths)
{
  for (guint i = 0; i < widths->len; i++)
    {
      const GArray *columns = g_ptr_array_index (widths, i);

      for (guint k = 0; k < columns->len; k++)
        mattra_checksum_add_number (checksum, g_array_index (columns, double, k));
    }
}

static void
finish (MattraLayout *self)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  g_checksum_update (checksum, self->head, sizeof self->head);
  hash_widths (checksum, self->flow->widths);
  g_checksum_update (checksum, self->flow->digests->data, (gssize) self->flow->digests->len);
  g_strlcpy (self->fingerprint, g_checksum_get_string (checksum), sizeof self->fingerprint);
  g_clear_pointer (&self->rest, mattra_rest_free);
  self->done = TRUE;
}

/**
 * mattra_layout_begin:
 * @document: a document
 * @typesetter: a typesetter
 *
 * Makes a layout without pages; mattra_layout_run() lays them out.
 *
 * Returns: (transfer full): the layout
 */
MattraLayout *
mattra_layout_begin (MattraDocument   *document,
                     MattraTypesetter *typesetter)
{
  MattraLayout *self;

  g_return_val_if_fail (document != NULL && typesetter != NULL, NULL);

  self = g_new0 (MattraLayout, 1);
  self->document = mattra_document_ref (document);
  self->flow = mattra_flow_new (typesetter);
  mattra_layout_hash_head (document, typesetter, self->head);
  return self;
}

/* Where a row comes to stand as it stood before the data changed, all that follows stands as before. */
static void
meet_rest (MattraLayout *self)
{
  if (self->rest == NULL || !mattra_rest_meets (self->rest, self->flow))
    return;

  mattra_rest_put_back (self->rest, self->flow);
  g_clear_pointer (&self->table, mattra_table_flow_free);
  self->block = self->document->blocks->len;
  finish (self);
}

/* Lays out the next row of the table under way, or the next block. */
static gboolean
run_once (MattraLayout  *self,
          GError       **error)
{
  g_autoptr (GError) local_error = NULL;

  if (self->table == NULL)
    return place_block (self, self->block, error);
  if (mattra_table_flow_step (self->table, &local_error))
    meet_rest (self);
  else
    g_clear_pointer (&self->table, mattra_table_flow_free);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/**
 * mattra_layout_run:
 * @self: a layout
 * @n_steps: how many rows or other blocks are laid out at most
 * @error: return location for an error
 *
 * Lays out the next pages. Those already there stay as they are.
 *
 * Returns: %FALSE with a row source's error, or #MATTRA_ERROR_INVALID if a character cannot be printed
 */
gboolean
mattra_layout_run (MattraLayout  *self,
                   guint          n_steps,
                   GError       **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (; n_steps > 0 && self->block < self->document->blocks->len; n_steps--)
    {
      if (!run_once (self, error))
        return FALSE;
      if (self->table == NULL && !self->done)
        self->block++;
    }
  if (!self->done && self->block == self->document->blocks->len)
    {
      mattra_flow_end_page (self->flow, FALSE);
      finish (self);
    }
  return TRUE;
}

/**
 * mattra_layout_run_watched:
 * @self: a layout
 * @n_rows: about how many rows its tables have; 0 where nobody wants to know how far it is
 * @watch: (nullable): who waits for it
 * @error: return location for an error
 *
 * Lays out all pages that are left, for who waits and may stop it, also while rows are read for the widths of their
 * columns. A layout that was stopped is of no further use.
 *
 * Returns: %FALSE with %G_IO_ERROR_CANCELLED where it was stopped, or as mattra_layout_run() does
 */
gboolean
mattra_layout_run_watched (MattraLayout       *self,
                           gsize               n_rows,
                           const MattraWatch  *watch,
                           GError            **error)
{
  MattraRowWatch *rows;

  g_return_val_if_fail (self != NULL, FALSE);

  rows = &self->flow->rows;
  *rows = (MattraRowWatch) { watch, n_rows, 0, 0 };
  while (!self->done && mattra_row_watch_tell (rows, error) && mattra_layout_run (self, ROWS_AT_ONCE, error))
    rows->n_placed += ROWS_AT_ONCE;
  rows->watch = NULL;
  return self->done;
}

/**
 * mattra_layout_is_done:
 * @self: a layout
 *
 * Returns: whether all pages are laid out
 */
gboolean
mattra_layout_is_done (MattraLayout *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->done;
}

/**
 * mattra_layout_new:
 * @document: a document
 * @typesetter: a typesetter
 * @error: return location for an error
 *
 * Puts all blocks of a document on pages. The rows of its tables are read one by one and not kept.
 *
 * Returns: (transfer full): the pages, or %NULL with a row source's error, or #MATTRA_ERROR_INVALID if a character
 *   cannot be printed
 */
MattraLayout *
mattra_layout_new (MattraDocument    *document,
                   MattraTypesetter  *typesetter,
                   GError           **error)
{
  g_autoptr (MattraLayout) self = NULL;

  g_return_val_if_fail (document != NULL && typesetter != NULL, NULL);

  self = mattra_layout_begin (document, typesetter);
  return mattra_layout_run (self, G_MAXUINT, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * mattra_layout_free:
 * @self: (transfer full) (nullable): a layout
 *
 * Frees the pages.
 */
void
mattra_layout_free (MattraLayout *self)
{
  if (self == NULL)
    return;

  mattra_table_flow_free (self->table);
  mattra_rest_free (self->rest);
  mattra_flow_free (self->flow);
  mattra_document_unref (self->document);
  g_free (self);
}

/**
 * mattra_layout_get_n_pages:
 * @self: a layout
 *
 * Returns: how many pages there are, or as long as not all are laid out, how many of them will not change
 */
guint
mattra_layout_get_n_pages (MattraLayout *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->flow->pages->len;
}

/**
 * mattra_layout_get_page_size:
 * @self: a layout
 * @page: a page's index
 * @width: (out): its width in points
 * @height: (out): its height in points
 *
 * Gives a page's size.
 */
void
mattra_layout_get_page_size (MattraLayout *self,
                             guint         page,
                             double       *width,
                             double       *height)
{
  const MattraPage *found;

  g_return_if_fail (self != NULL && page < self->flow->pages->len);

  found = &g_array_index (self->flow->pages, MattraPage, page);
  *width = (double) found->width / MATTRA_POINT;
  *height = (double) found->height / MATTRA_POINT;
}

/**
 * mattra_layout_get_fingerprint:
 * @self: a layout
 *
 * Returns: (transfer none) (nullable): SHA-256 of everything that is printed and of the fonts and the dictionary that it
 *   is printed with, in hexadecimal; %NULL as long as not all pages are laid out
 */
const char *
mattra_layout_get_fingerprint (MattraLayout *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->done ? self->fingerprint : NULL;
}

/**
 * mattra_layout_get_widths:
 * @self: a layout
 * @table: a table's index among the document's tables
 * @n_columns: (out): how many columns it has
 *
 * Gives the widths that the table's columns were given or that were chosen for them, to be kept with the report's
 * settings, so that an edit does not move them.
 *
 * Returns: (transfer none) (array length=n_columns) (nullable): the widths in millimetres, or %NULL if there is no such
 *   table
 */
const double *
mattra_layout_get_widths (MattraLayout *self,
                          guint         table,
                          guint        *n_columns)
{
  const GArray *widths;

  g_return_val_if_fail (self != NULL && n_columns != NULL, NULL);

  *n_columns = 0;
  if (table >= self->flow->widths->len)
    return NULL;

  widths = g_ptr_array_index (self->flow->widths, table);
  *n_columns = widths->len;
  return (const double *) (void *) widths->data;
}

/* The part of a row at a height of a page. */
static const MattraSpan *
find_span (MattraLayout *self,
           guint         page,
           int           y)
{
  GArray *spans = self->flow->spans;
  guint low = 0;
  guint high = spans->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const MattraSpan *span = &g_array_index (spans, MattraSpan, middle);

      if (span->page < page || (span->page == page && span->bottom <= y))
        low = middle + 1;
      else
        high = middle;
    }
  if (low < spans->len)
    {
      const MattraSpan *span = &g_array_index (spans, MattraSpan, low);

      if (span->page == page && span->top <= y)
        return span;
    }
  return NULL;
}

static const MattraTablePlace *
find_table (MattraLayout *self,
            guint         block)
{
  for (guint i = 0; i < self->flow->tables->len; i++)
    if (g_array_index (self->flow->tables, MattraTablePlace, i).block == block)
      return &g_array_index (self->flow->tables, MattraTablePlace, i);
  return NULL;
}

/**
 * mattra_layout_find_cell:
 * @self: a layout
 * @page: a page's index
 * @x: a place on it, in points from its left edge
 * @y: the same from its upper edge
 * @column: (out) (optional) (nullable) (transfer none): what the column there holds
 *
 * Finds the row that stands at a place of a page.
 *
 * Returns: (transfer none) (nullable): the row's key; %NULL where none stands
 */
const char *
mattra_layout_find_cell (MattraLayout  *self,
                         guint          page,
                         double         x,
                         double         y,
                         const char   **column)
{
  const MattraSpan *span;
  const MattraCheckpoint *checkpoint;
  const MattraTablePlace *place;
  const MattraTable *table;

  g_return_val_if_fail (self != NULL, NULL);

  span = find_span (self, page, (int) (y * MATTRA_POINT));
  if (span == NULL)
    return NULL;
  checkpoint = &g_array_index (self->flow->checkpoints, MattraCheckpoint, span->checkpoint);
  place = find_table (self, checkpoint->block);
  table = (const MattraTable *) mattra_layout_get_block (self->document, checkpoint->block);
  if (column)
    *column = NULL;
  for (guint i = 0; column && place && i < table->columns->len; i++)
    if (place->edges[i] <= x * MATTRA_POINT && x * MATTRA_POINT < place->edges[i + 1])
      *column = ((const MattraColumn *) g_ptr_array_index (table->columns, i))->name;
  return *checkpoint->key != '\0' ? checkpoint->key : NULL;
}

/**
 * mattra_layout_find_row:
 * @self: a layout
 * @key: a row's key
 * @page: (out): the index of the page where the row begins
 * @y: (out): where it begins there, in points from the page's upper edge
 *
 * Finds where a row stands.
 *
 * Returns: whether a row with that key stands on a page already
 */
gboolean
mattra_layout_find_row (MattraLayout *self,
                        const char   *key,
                        guint        *page,
                        double       *y)
{
  g_return_val_if_fail (self != NULL && key != NULL && page != NULL && y != NULL, FALSE);

  for (guint i = 0; i < self->flow->spans->len; i++)
    {
      const MattraSpan *span = &g_array_index (self->flow->spans, MattraSpan, i);

      if (g_str_equal (g_array_index (self->flow->checkpoints, MattraCheckpoint, span->checkpoint).key, key))
        {
          *page = span->page;
          *y = (double) span->top / MATTRA_POINT;
          return TRUE;
        }
    }
  return FALSE;
}
