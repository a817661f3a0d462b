/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-layout-private.h"

#include "mattra-form-flow.h"
#include "mattra-signature-flow.h"
#include "mattra-table-flow.h"
#include "mattra-text-flow.h"

/* Below a heading there is room for this many lines of what follows it, a table's heads included. */
#define LINES_BELOW_HEADING 2
#define ROWS_BELOW_HEADING 5

/* The room between a table and the text above it. */
#define TABLE_GAP (6 * MATTRA_POINT)

static const MattraBlock *
get_block (MattraDocument *document,
           guint           index)
{
  return index < document->blocks->len ? g_ptr_array_index (document->blocks, index) : NULL;
}

/* The height that a heading needs below it, for the blocks from @index on. */
static int
height_below_heading (MattraDocument *document,
                      guint           index)
{
  double points = 0;
  const MattraBlock *block;

  for (; (block = get_block (document, index)) != NULL && block->kind == MATTRA_BLOCK_HEADING; index++)
    points += ((const MattraText *) block)->points;
  if (block != NULL && block->kind == MATTRA_BLOCK_PARAGRAPH)
    points += LINES_BELOW_HEADING * ((const MattraText *) block)->points;
  else if (block != NULL && block->kind == MATTRA_BLOCK_TABLE)
    points += ROWS_BELOW_HEADING * ((const MattraTable *) block)->points;
  return (int) (points * MATTRA_LINE_PITCH * MATTRA_POINT);
}

static int
signatures_height (MattraLayout            *self,
                   const MattraSignatures  *block,
                   GError                 **error)
{
  g_autoptr (MattraSignatureLayout) signatures = mattra_signature_layout_new (self->flow, block, error);

  if (signatures == NULL)
    return -1;
  return mattra_signature_layout_get_height (signatures, (self->flow->bottom - self->flow->top) * 2 / 3);
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

/* The height of what must stand on the page where the block before @index ends: the signatures, with the spaces,
 * fields and boxes above them. 0 where no signatures follow, -1 with an error. */
static int
height_below (MattraLayout  *self,
              guint          index,
              GError       **error)
{
  const MattraBlock *block;
  int height = 0;

  for (; (block = get_block (self->document, index)) != NULL; index++)
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

static gboolean
place_table (MattraLayout  *self,
             guint          index,
             GError       **error)
{
  int follower = height_below (self, index + 1, error);

  if (follower < 0)
    return FALSE;

  mattra_flow_begin_page (self->flow);
  if (!mattra_flow_is_fresh (self->flow))
    self->flow->y += TABLE_GAP;
  return mattra_flow_place_table (self->flow, (const MattraTable *) get_block (self->document, index), follower,
                                  error);
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
  const MattraBlock *block = get_block (self->document, index);
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
  const MattraBlock *block = get_block (self->document, index);
  int follower = height_below (self, index + 1, error);

  if (follower < 0)
    return FALSE;
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
  const MattraBlock *block = get_block (self->document, index);

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
      return place_table (self, index, error);
    case MATTRA_BLOCK_SIGNATURES:
      return place_signatures (self, (const MattraSignatures *) block, error);
    default:
      g_assert_not_reached ();
    }
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
  const char *hash;

  g_return_val_if_fail (document != NULL && typesetter != NULL, NULL);

  self = g_new0 (MattraLayout, 1);
  self->document = mattra_document_ref (document);
  self->flow = mattra_flow_new (typesetter);
  hash = mattra_typesetter_get_hash (typesetter);
  g_checksum_update (self->flow->checksum, (const guchar *) hash, -1);
  mattra_document_hash (document, self->flow->checksum);
  for (guint i = 0; i < document->blocks->len; i++)
    if (!place_block (self, i, error))
      return NULL;
  mattra_flow_end_page (self->flow, FALSE);
  return g_steal_pointer (&self);
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

  mattra_flow_free (self->flow);
  mattra_document_unref (self->document);
  g_free (self);
}

/**
 * mattra_layout_get_n_pages:
 * @self: a layout
 *
 * Returns: how many pages there are
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
 * Returns: (transfer none): SHA-256 of everything that is printed and of the fonts and the dictionary that it is printed
 *   with, in hexadecimal
 */
const char *
mattra_layout_get_fingerprint (MattraLayout *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_checksum_get_string (self->flow->checksum);
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
