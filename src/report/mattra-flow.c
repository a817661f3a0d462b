/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-flow.h"

#include <glib/gi18n-lib.h>

#include "mattra-error.h"

/* How much of the time tables take goes into reading their rows for the widths. */
#define READING 0.3

/* How much of a text that is too long is said. */
#define QUOTED_LETTERS 40

/* Spread wider, pdftotext takes the gaps between clusters for spaces. */
#define WIDEST_SPREAD (MATTRA_UNITS_PER_EM * 8 / 100)

/* What elements of the flow's arrays hold, for whoever takes them out of it. */
void
mattra_page_clear (gpointer data)
{
  g_free (((MattraPage *) data)->bytes);
}

void
mattra_table_place_clear (gpointer data)
{
  g_free (((MattraTablePlace *) data)->edges);
}

void
mattra_bookmark_clear (gpointer data)
{
  g_free (((MattraBookmark *) data)->text);
}

/*< private >
 * mattra_row_watch_tell:
 * @self: how far tables are
 * @error: %G_IO_ERROR_CANCELLED where it is to stop
 *
 * Tells who waits how far tables are.
 *
 * Returns: whether to go on
 */
gboolean
mattra_row_watch_tell (const MattraRowWatch  *self,
                       GError               **error)
{
  double done = READING * (double) self->n_read + (1 - READING) * (double) self->n_placed;

  return mattra_watch_tell (self->watch, self->n_rows > 0 ? done / (double) self->n_rows : 0, error);
}

/**
 * mattra_flow_new:
 * @typesetter: a typesetter
 *
 * Returns: (transfer full): a flow without pages, on upright A4
 */
MattraFlow *
mattra_flow_new (MattraTypesetter *typesetter)
{
  MattraFlow *self = g_new0 (MattraFlow, 1);

  self->typesetter = mattra_typesetter_ref (typesetter);
  self->pages = g_array_new (FALSE, FALSE, sizeof (MattraPage));
  g_array_set_clear_func (self->pages, mattra_page_clear);
  self->bookmarks = g_array_new (FALSE, FALSE, sizeof (MattraBookmark));
  g_array_set_clear_func (self->bookmarks, mattra_bookmark_clear);
  self->widths = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->digests = g_byte_array_new ();
  self->checkpoints = g_array_new (FALSE, FALSE, sizeof (MattraCheckpoint));
  self->spans = g_array_new (FALSE, FALSE, sizeof (MattraSpan));
  self->tables = g_array_new (FALSE, FALSE, sizeof (MattraTablePlace));
  g_array_set_clear_func (self->tables, mattra_table_place_clear);
  self->writer.bytes = g_byte_array_new ();
  self->scratch = mattra_lines_new ();
  self->number = 1;
  mattra_flow_set_style (self, MATTRA_PAGE_PORTRAIT);
  return self;
}

/**
 * mattra_flow_free:
 * @self: (transfer full) (nullable): a flow
 *
 * Frees the flow and its pages.
 */
void
mattra_flow_free (MattraFlow *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->pages);
  g_array_unref (self->bookmarks);
  g_ptr_array_unref (self->widths);
  g_byte_array_unref (self->digests);
  g_array_unref (self->checkpoints);
  g_array_unref (self->spans);
  g_array_unref (self->tables);
  g_byte_array_unref (self->writer.bytes);
  mattra_lines_free (self->scratch);
  mattra_typesetter_unref (self->typesetter);
  g_free (self);
}

/**
 * mattra_flow_hash_row:
 * @row: a row
 * @digests: where its SHA-256 is appended
 *
 * Tells a row from others for the fingerprint.
 */
void
mattra_flow_hash_row (const MattraRow *row,
                      GByteArray      *digests)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[MATTRA_DIGEST_SIZE];
  gsize size = sizeof digest;

  mattra_row_hash (row, checksum);
  g_checksum_get_digest (checksum, digest, &size);
  g_byte_array_append (digests, digest, (guint) size);
}

/**
 * mattra_flow_add_row:
 * @self: a flow
 * @row: a row that goes on paper
 *
 * Takes a row into account for the fingerprint.
 */
void
mattra_flow_add_row (MattraFlow      *self,
                     const MattraRow *row)
{
  mattra_flow_hash_row (row, self->digests);
}

/**
 * mattra_flow_return:
 * @self: a flow whose page of @checkpoint is still there, with the paper of its section
 * @checkpoint: a state before a row
 *
 * Goes back: takes everything off the paper that came later. The page itself is opened again.
 */
void
mattra_flow_return (MattraFlow             *self,
                    const MattraCheckpoint *checkpoint)
{
  const MattraPage *page = &g_array_index (self->pages, MattraPage, checkpoint->page);
  GByteArray *bytes = self->writer.bytes;

  g_byte_array_set_size (bytes, 0);
  g_byte_array_append (bytes, page->bytes, checkpoint->offset);
  self->writer = checkpoint->writer;
  self->writer.bytes = bytes;
  self->number = checkpoint->number;
  self->top = checkpoint->top;
  self->y = checkpoint->y;
  self->open = TRUE;
  g_array_set_size (self->pages, checkpoint->page);
  g_byte_array_set_size (self->digests, checkpoint->n_rows * MATTRA_DIGEST_SIZE);
}

/**
 * mattra_flow_set_style:
 * @self: a flow
 * @style: the paper
 *
 * Ends the page and takes other paper for the next.
 */
void
mattra_flow_set_style (MattraFlow      *self,
                       MattraPageStyle  style)
{
  mattra_flow_end_page (self, FALSE);
  self->width = MATTRA_MM (style.width);
  self->height = MATTRA_MM (style.height);
  self->left = MATTRA_MM (style.left);
  self->right = self->width - MATTRA_MM (style.right);
  self->later_top = MATTRA_MM (style.top) + (style.height > style.width ? MATTRA_NUMBER_ROOM : 0);
  if (style.numbered_anew)
    self->number = 1;
  if (style.first_top > 0)
    self->top = MATTRA_MM (style.first_top);
  else
    self->top = self->number == 1 ? MATTRA_MM (style.top) : self->later_top;
  self->bottom = self->height - MATTRA_MM (style.bottom);
}

/**
 * mattra_flow_begin_page:
 * @self: a flow
 *
 * Begins a page, unless one is begun.
 */
void
mattra_flow_begin_page (MattraFlow *self)
{
  if (self->open)
    return;

  self->open = TRUE;
  self->y = self->top;
  mattra_page_writer_begin (&self->writer);
}

/**
 * mattra_flow_end_page:
 * @self: a flow
 * @cover: whether it was a cover
 *
 * Ends the page, if one is begun.
 */
void
mattra_flow_end_page (MattraFlow *self,
                      gboolean    cover)
{
  MattraPage page = {
    .width = self->width,
    .height = self->height,
    .left = self->left,
    .right = self->right,
    .number = self->number,
    .cover = cover,
    .letter = self->top != self->later_top,
  };
  const guint8 end = MATTRA_OP_END;

  if (!self->open)
    return;

  self->open = FALSE;
  self->top = self->later_top;
  self->number++;
  g_byte_array_append (self->writer.bytes, &end, 1);
  page.size = self->writer.bytes->len;
  page.bytes = g_memdup2 (self->writer.bytes->data, self->writer.bytes->len);
  g_array_append_val (self->pages, page);
}

/**
 * mattra_flow_turn_page:
 * @self: a flow
 *
 * Ends the page and begins the next.
 */
void
mattra_flow_turn_page (MattraFlow *self)
{
  mattra_flow_end_page (self, FALSE);
  mattra_flow_begin_page (self);
}

/**
 * mattra_flow_get_room:
 * @self: a flow with a page begun
 *
 * Returns: the height left on the page
 */
int
mattra_flow_get_room (MattraFlow *self)
{
  return self->bottom - self->y;
}

/**
 * mattra_flow_is_fresh:
 * @self: a flow with a page begun
 *
 * Returns: whether nothing stands on the page yet
 */
gboolean
mattra_flow_is_fresh (MattraFlow *self)
{
  return self->y == self->top;
}

/**
 * mattra_flow_check_height:
 * @self: a flow
 * @height: the height of what must stand on one page
 * @text: what it says, for the user
 * @error: %MATTRA_ERROR_INVALID where it is higher than a page
 *
 * Returns: whether a page has room for it
 */
gboolean
mattra_flow_check_height (MattraFlow  *self,
                          int          height,
                          const char  *text,
                          GError     **error)
{
  g_autofree char *start = NULL;

  if (height <= self->bottom - self->top)
    return TRUE;
  start = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), QUOTED_LETTERS));
  g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID,
               _("“%s…” must stand on one page and is longer than that: write it shorter"), start);
  return FALSE;
}

/**
 * mattra_flow_make_room:
 * @self: a flow
 * @height: a height
 *
 * Begins a page if none is begun, or the next one if the height is not left on it.
 */
void
mattra_flow_make_room (MattraFlow *self,
                       int         height)
{
  mattra_flow_begin_page (self);
  if (mattra_flow_get_room (self) < height && !mattra_flow_is_fresh (self))
    mattra_flow_turn_page (self);
}

/**
 * mattra_flow_bookmark:
 * @self: a flow with a page begun
 * @text: what the outline says
 *
 * Puts the place reached into the outline.
 */
void
mattra_flow_bookmark (MattraFlow *self,
                      const char *text)
{
  MattraBookmark bookmark = { self->pages->len, self->y, g_strdup (text) };

  g_array_append_val (self->bookmarks, bookmark);
}

static int
sum_advances (const MattraToken *tokens,
              guint              n)
{
  int units = 0;

  for (guint i = 0; i < n; i++)
    units += tokens[i].advance;
  return units;
}

/* The first link that ends behind token @at. */
static guint
find_link (const GArray *links,
           guint         at)
{
  guint low = 0;
  guint high = links->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (links, MattraLink, middle).end > at)
        high = middle;
      else
        low = middle + 1;
    }
  return low;
}

/* Writes tokens of a line in which links begin or end. */
static void
put_linked (MattraFlow          *self,
            const MattraLines   *lines,
            const MattraLine    *line,
            const MattraSetting *setting,
            int                  x,
            int                  baseline,
            int                  spread)
{
  const MattraToken *tokens = (const MattraToken *) (void *) lines->tokens->data;
  guint at = line->first;

  for (guint i = find_link (lines->links, at); at < line->end; i++)
    {
      const MattraLink *link = i < lines->links->len ? &g_array_index (lines->links, MattraLink, i) : NULL;
      guint first = link != NULL ? CLAMP (link->first, at, line->end) : line->end;
      guint end = link != NULL ? CLAMP (link->end, first, line->end) : line->end;

      mattra_page_writer_text (&self->writer, x, baseline, tokens + at, first - at, spread);
      x += mattra_setting_length (setting, sum_advances (tokens + at, first - at));
      if (end > first)
        {
          self->has_links = TRUE;
          mattra_page_writer_link (&self->writer, link->uri);
          mattra_page_writer_text (&self->writer, x, baseline, tokens + first, end - first, spread);
          mattra_page_writer_link_end (&self->writer);
          x += mattra_setting_length (setting, sum_advances (tokens + first, end - first));
        }
      at = end;
    }
}

/**
 * mattra_flow_put_line:
 * @self: a flow with a page begun
 * @lines: the lines
 * @line: one of them
 * @setting: how it is set
 * @x: the left edge of the lines
 * @baseline: its baseline
 * @spread: what is added behind each cluster, in font units
 *
 * Puts a line on the page.
 */
void
mattra_flow_put_line (MattraFlow          *self,
                      const MattraLines   *lines,
                      const MattraLine    *line,
                      const MattraSetting *setting,
                      int                  x,
                      int                  baseline,
                      int                  spread)
{
  const MattraToken *tokens = (const MattraToken *) (void *) lines->tokens->data;

  mattra_page_writer_font (&self->writer, setting);
  mattra_page_writer_text (&self->writer, x, baseline, tokens + line->number, line->number_end - line->number, 0);
  if (lines->links->len > 0)
    put_linked (self, lines, line, setting, x + line->indent, baseline, spread);
  else
    mattra_page_writer_text (&self->writer, x + line->indent, baseline, tokens + line->first,
                             line->end - line->first, spread);
}

static int
count_gaps (MattraFlow        *self,
            const MattraLines *lines,
            const MattraLine  *line)
{
  int gaps = -1;

  for (guint i = line->first; i < line->end; i++)
    {
      guint piece_number = g_array_index (lines->tokens, MattraToken, i).piece;
      const MattraPiece *piece = mattra_typesetter_get_piece (self->typesetter, piece_number);
      const MattraGlyph *glyphs = mattra_typesetter_get_glyphs (self->typesetter, piece);

      for (guint k = 0; k < piece->n_glyphs; k++)
        if (!glyphs[k].mark && (i + 1 < line->end || glyphs[k].x < piece->width))
          gaps++;
    }
  return gaps;
}

static int
choose_spread (MattraFlow        *self,
               const MattraLines *lines,
               const MattraLine  *line,
               int                slack)
{
  int gaps = count_gaps (self, lines, line);

  if (line->last || gaps <= 0 || slack <= 0)
    return 0;
  return slack / gaps <= WIDEST_SPREAD ? slack / gaps : 0;
}

/**
 * mattra_flow_put_aligned:
 * @self: a flow with a page begun
 * @lines: the lines
 * @line: one of them
 * @setting: how it is set
 * @x: the left edge of the lines
 * @width: their width
 * @baseline: its baseline
 * @alignment: how it stands in the width
 *
 * Puts a line on the page.
 */
void
mattra_flow_put_aligned (MattraFlow          *self,
                         const MattraLines   *lines,
                         const MattraLine    *line,
                         const MattraSetting *setting,
                         int                  x,
                         int                  width,
                         int                  baseline,
                         MattraAlignment      alignment)
{
  int units = mattra_setting_units (setting, width - line->indent);
  int spread = 0;

  if (alignment == MATTRA_ALIGN_CENTRE)
    x += (width - mattra_setting_length (setting, line->width)) / 2;
  else if (alignment == MATTRA_ALIGN_SIGNATURE)
    x += MAX ((int) (width * (1 + MATTRA_SIGNATURE_LEFT)) - mattra_setting_length (setting, line->width), 0) / 2;
  else if (alignment == MATTRA_ALIGN_DISTRIBUTED)
    spread = choose_spread (self, lines, line, units - line->width);
  mattra_flow_put_line (self, lines, line, setting, x, baseline, spread);
}

/**
 * mattra_flow_put_box:
 * @self: a flow with a page begun
 * @setting: how the text beside it is set
 * @x: its left edge
 * @baseline: the text's baseline
 * @ticked: whether it is ticked
 *
 * Puts a box before a text that can be chosen by hand.
 */
void
mattra_flow_put_box (MattraFlow          *self,
                     const MattraSetting *setting,
                     int                  x,
                     int                  baseline,
                     gboolean             ticked)
{
  /* In tenths of the side: the four edges, then the tick. */
  static const int strokes[][4] = {
    { 0, 0, 10, 0 }, { 0, 10, 10, 10 }, { 0, 0, 0, 10 }, { 10, 0, 10, 10 }, { 2, 5, 4, 8 }, { 4, 8, 9, 1 },
  };
  int side = (int) (setting->size * MATTRA_BOX_SIDE);
  int top = baseline - side;

  for (guint i = 0; i < (ticked ? G_N_ELEMENTS (strokes) : 4); i++)
    mattra_page_writer_shape (&self->writer, MATTRA_OP_RULE, x + strokes[i][0] * side / 10,
                              top + strokes[i][1] * side / 10, x + strokes[i][2] * side / 10,
                              top + strokes[i][3] * side / 10);
}

/**
 * mattra_setting_baseline:
 * @setting: how text is set
 *
 * Returns: how far below a line's upper end its baseline stands, if its letters stand in the middle of the pitch
 */
int
mattra_setting_baseline (const MattraSetting *setting)
{
  return (setting->pitch - setting->ascent - setting->descent) / 2 + setting->ascent;
}
