/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-docx-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mattra-columns.h"
#include "mattra-error.h"
#include "mattra-row-layout.h"

/* The ground of the heads, as on paper. */
#define HEAD_GREY "E6E6E6"

/* Word's letters may be a little wider than ours: so much more room has a number before its paragraph. */
#define NUMBER_ROOM 1.08

/* A row leaves at least this many lines on each side of a page's end. */
#define LEAST_LINES 2

/* Rows that are written between two looks at who waits. */
#define ROWS_AT_ONCE 32

/* The middle of a cover's title stands this part of the page down. */
#define TITLE_MIDDLE 0.45

/* What Word and others need below a table that fills the page. */
#define BELOW_COVER (12 * MATTRA_POINT)

/* A table being written. One row is held back until it is known whether another follows. */
typedef struct
{
  MattraDocx        *docx;
  const MattraTable *table;
  MattraTableStyle   style;
  int               *widths;
  MattraRowLayout   *measured;
  MattraDocxFont     body;
  MattraDocxFont     bold;
} Table;

static void
write_width (MattraDocx *self,
             const char *element,
             int         width)
{
  mattra_docx_begin (self, element);
  mattra_docx_number (self, "w:w", width);
  mattra_docx_attribute (self, "w:type", "dxa");
  mattra_docx_end (self);
}

static void
write_borders (MattraDocx *self)
{
  static const char *const borders[] = { "w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV" };

  mattra_docx_begin (self, "w:tblBorders");
  for (guint i = 0; i < G_N_ELEMENTS (borders); i++)
    mattra_docx_border (self, borders[i]);
  mattra_docx_end (self);
}

/*< private >
 * mattra_docx_begin_table:
 * @self: a document
 * @widths: (array length=n_columns): the widths of its columns
 * @n_columns: how many these are
 * @ruled: whether rules part its cells
 * @padding: the room between a rule and the text beside it
 *
 * Begins a table as wide as its columns. Behind another table, or below room, a paragraph of that height stands before it:
 * Word would take two tables for one.
 */
void
mattra_docx_begin_table (MattraDocx *self,
                         const int  *widths,
                         guint       n_columns,
                         gboolean    ruled,
                         int         padding)
{
  int total = 0;

  if (self->behind_table || self->space > 0)
    mattra_docx_gap (self, self->space, TRUE);
  for (guint i = 0; i < n_columns; i++)
    total += MATTRA_DOCX_TWIPS (widths[i]);
  mattra_docx_begin (self, "w:tbl");
  mattra_docx_begin (self, "w:tblPr");
  write_width (self, "w:tblW", total);
  if (ruled)
    write_borders (self);
  mattra_docx_begin (self, "w:tblLayout");
  mattra_docx_attribute (self, "w:type", "fixed");
  mattra_docx_end (self);
  mattra_docx_begin (self, "w:tblCellMar");
  write_width (self, "w:left", MATTRA_DOCX_TWIPS (padding));
  write_width (self, "w:right", MATTRA_DOCX_TWIPS (padding));
  mattra_docx_end (self);
  mattra_docx_end (self);
  mattra_docx_begin (self, "w:tblGrid");
  for (guint i = 0; i < n_columns; i++)
    {
      mattra_docx_begin (self, "w:gridCol");
      mattra_docx_number (self, "w:w", MATTRA_DOCX_TWIPS (widths[i]));
      mattra_docx_end (self);
    }
  mattra_docx_end (self);
}

void
mattra_docx_end_table (MattraDocx *self)
{
  mattra_docx_end (self);
  self->behind_table = TRUE;
}

/*< private >
 * mattra_docx_begin_row:
 * @self: a document with a table begun
 * @whole: whether no page's end parts it
 * @height: how high it is at least; 0 for as high as its text
 * @head: whether it is repeated on each page
 *
 * Begins a row.
 */
void
mattra_docx_begin_row (MattraDocx *self,
                       gboolean    whole,
                       int         height,
                       gboolean    head)
{
  mattra_docx_begin (self, "w:tr");
  if (!whole && height == 0 && !head)
    return;

  mattra_docx_begin (self, "w:trPr");
  if (whole)
    mattra_docx_mark (self, "w:cantSplit");
  if (height > 0)
    {
      mattra_docx_begin (self, "w:trHeight");
      mattra_docx_number (self, "w:val", MATTRA_DOCX_TWIPS (height));
      mattra_docx_attribute (self, "w:hRule", "atLeast");
      mattra_docx_end (self);
    }
  if (head)
    mattra_docx_mark (self, "w:tblHeader");
  mattra_docx_end (self);
}

/*< private >
 * mattra_docx_begin_cell:
 * @self: a document with a row begun
 * @width: its width
 * @span: how many columns it spans
 * @filled: whether it has a grey ground
 * @v_align: (nullable): where its text stands, in Word's words
 *
 * Begins a cell.
 */
void
mattra_docx_begin_cell (MattraDocx *self,
                        int         width,
                        guint       span,
                        gboolean    filled,
                        const char *v_align)
{
  mattra_docx_begin (self, "w:tc");
  mattra_docx_begin (self, "w:tcPr");
  write_width (self, "w:tcW", MATTRA_DOCX_TWIPS (width));
  if (span > 1)
    mattra_docx_value_number (self, "w:gridSpan", span);
  if (filled)
    {
      mattra_docx_begin (self, "w:shd");
      mattra_docx_attribute (self, "w:val", "clear");
      mattra_docx_attribute (self, "w:color", "auto");
      mattra_docx_attribute (self, "w:fill", HEAD_GREY);
      mattra_docx_end (self);
    }
  if (v_align)
    mattra_docx_value (self, "w:vAlign", v_align);
  mattra_docx_end (self);
}

static MattraDocxParagraph
paragraph_of (const Table *self,
              gboolean     bold,
              gboolean     keep)
{
  MattraDocxParagraph paragraph;

  mattra_docx_style (&paragraph, MATTRA_DOCX_STYLE_TABLE, self->table->points, bold);
  paragraph.keep = keep;
  return paragraph;
}

static void
write_head (Table *self)
{
  MattraDocx *docx = self->docx;
  MattraDocxParagraph paragraph = paragraph_of (self, TRUE, TRUE);

  paragraph.jc = "center";
  mattra_docx_begin_row (docx, TRUE, 0, TRUE);
  for (guint i = 0; i < self->style.n_columns; i++)
    {
      const char *head = ((const MattraColumn *) g_ptr_array_index (self->table->columns, i))->head;

      mattra_docx_begin_cell (docx, self->widths[i], 1, TRUE, "center");
      mattra_docx_begin_paragraph (docx, &paragraph);
      mattra_docx_text (docx, &self->bold, head, strlen (head));
      mattra_docx_end (docx);
      mattra_docx_end (docx);
    }
  mattra_docx_end (docx);
}

static void
write_paragraph (Table            *self,
                 const MattraRow  *row,
                 guint             cell,
                 guint             index,
                 int               hang,
                 gboolean          keep)
{
  MattraDocx *docx = self->docx;
  gboolean section = mattra_row_is_section (row);
  const MattraDocxFont *font = section ? &self->bold : &self->body;
  MattraDocxParagraph paragraph = paragraph_of (self, section, keep);
  gsize length;
  const char *number;
  const char *text = mattra_row_get_paragraph (row, cell, index, &length, &number);

  if (number)
    {
      paragraph.left = (int) (hang * NUMBER_ROOM);
      paragraph.first = -paragraph.left;
    }
  mattra_docx_begin_paragraph (docx, &paragraph);
  if (number && mattra_lines_box_of (number) != MATTRA_BOX_NONE)
    mattra_docx_box (docx, font, number);
  else if (number)
    mattra_docx_text (docx, font, number, strlen (number));
  if (number)
    mattra_docx_tab (docx, font);
  mattra_docx_text (docx, font, text, length);
  mattra_docx_end (docx);
}

static gboolean
write_cell (Table            *self,
            const MattraRow  *row,
            guint             cell,
            gboolean          keep,
            GError          **error)
{
  MattraDocx *docx = self->docx;
  gboolean section = mattra_row_is_section (row);
  guint n = mattra_row_get_n_paragraphs (row, cell);
  int hang = mattra_cell_hang (docx->scratch, docx->typesetter, section ? &self->style.head : &self->style.body, row,
                               cell, error);
  MattraDocxParagraph empty = paragraph_of (self, FALSE, keep);

  if (hang < 0)
    {
      mattra_cell_prefix (self->table, row, cell, error);
      return FALSE;
    }
  mattra_docx_begin_cell (docx, section ? self->style.edges[self->style.n_columns] : self->widths[cell],
                          section ? self->style.n_columns : 1, FALSE, NULL);
  for (guint i = 0; i < n; i++)
    write_paragraph (self, row, cell, i, hang, keep);
  if (n == 0)
    {
      mattra_docx_begin_paragraph (docx, &empty);
      mattra_docx_end (docx);
    }
  mattra_docx_end (docx);
  return TRUE;
}

/* Whether no page's end parts a row: one that is written in by hand, and one of so few lines that one of them would stand
 * alone. */
static gboolean
is_whole (Table            *self,
          const MattraRow  *row,
          gboolean         *whole,
          GError          **error)
{
  if (!mattra_row_layout_fill (self->measured, self->docx->typesetter, &self->style, row, error))
    return FALSE;
  *whole = mattra_row_is_section (row) || mattra_row_layout_is_room (self->measured)
           || mattra_row_layout_get_n_left (self->measured, &self->style) < 2 * LEAST_LINES;
  return TRUE;
}

static gboolean
write_row (Table            *self,
           const MattraRow  *row,
           gboolean          keep,
           GError          **error)
{
  MattraDocx *docx = self->docx;
  gboolean section = mattra_row_is_section (row);
  int height = section || self->table->least_lines <= 1
                 ? 0 : (int) self->table->least_lines * self->style.body.pitch;
  gboolean whole;

  if ((docx->n_written++ % ROWS_AT_ONCE == 0 && !mattra_docx_tell (docx, error)) || !is_whole (self, row, &whole, error))
    return FALSE;
  mattra_docx_begin_row (docx, whole, height, FALSE);
  for (guint i = 0; i < (section ? 1 : self->style.n_columns); i++)
    if (!write_cell (self, row, i, keep || section, error))
      return FALSE;
  mattra_docx_end (docx);
  return TRUE;
}

/* The last row stays with the signatures below it: they never stand alone on a page. */
static gboolean
write_rows (Table   *self,
            GError **error)
{
  g_autoptr (MattraRow) row = mattra_row_new ();
  g_autoptr (MattraRow) next = mattra_row_new ();
  g_autoptr (GError) local_error = NULL;
  gboolean more = mattra_row_source_rewind (self->table->rows, error);

  if (!more)
    return FALSE;
  more = mattra_row_source_next (self->table->rows, row, &local_error);
  while (more)
    {
      MattraRow *swap = row;

      more = mattra_row_source_next (self->table->rows, next, &local_error);
      if (local_error == NULL
          && !write_row (self, row, !more && mattra_docx_is_signed (self->docx), error))
        return FALSE;
      row = next;
      next = swap;
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static gboolean
prepare (Table   *self,
         GError **error)
{
  MattraDocx *docx = self->docx;
  double done = docx->n_rows > 0 ? MIN ((double) docx->n_written / (double) docx->n_rows, 1) : 0;
  const MattraWatch here = mattra_watch_part (docx->watch, done, done);
  MattraRowWatch reading = { docx->watch ? &here : NULL, 0, 0, 0 };
  guint n = self->table->columns->len;

  if (n == 0 || n > MATTRA_MOST_COLUMNS)
    {
      g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID,
                   _("A table to be printed has %u columns; it can have 1 to %u."), n, MATTRA_MOST_COLUMNS);
      return FALSE;
    }
  self->widths = g_new0 (int, n);
  self->body = (MattraDocxFont) { self->table->points, FALSE };
  self->bold = (MattraDocxFont) { self->table->points, TRUE };
  self->measured = mattra_row_layout_new ();
  self->style.table = self->table;
  self->style.body = mattra_setting (docx->typesetter, MATTRA_FACE_REGULAR, self->table->points);
  self->style.head = mattra_setting (docx->typesetter, MATTRA_FACE_BOLD, self->table->points);
  self->style.n_columns = n;
  self->style.lead = self->table->lead;
  self->style.edges = g_new0 (int, n + 1);
  if (!mattra_columns_choose (docx->typesetter, self->table, mattra_docx_text_width (docx), &reading, self->widths, error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    self->style.edges[i + 1] = self->style.edges[i] + self->widths[i];
  return TRUE;
}

/* The columns are as wide as on paper. */
gboolean
mattra_docx_write_table (MattraDocx         *docx,
                         const MattraBlock  *block,
                         GError            **error)
{
  Table self = { .docx = docx, .table = (const MattraTable *) block };
  gboolean written = prepare (&self, error);

  if (written)
    {
      mattra_docx_begin_table (docx, self.widths, self.style.n_columns, !self.table->plain, MATTRA_CELL_PADDING);
      if (!self.table->plain)
        write_head (&self);
      written = write_rows (&self, error);
      mattra_docx_end_table (docx);
    }
  g_clear_pointer (&self.measured, mattra_row_layout_free);
  g_free (self.widths);
  g_free (self.style.edges);
  return written;
}

/* The lines of one of a cover's blocks; the first of the title is what the outline has. */
static gboolean
write_cover_lines (MattraDocx         *self,
                   const MattraCover  *cover,
                   MattraCoverPlace    place,
                   GError            **error)
{
  gboolean first = TRUE;

  for (guint i = 0; i < cover->lines->len; i++)
    {
      const MattraCoverLine *line = g_ptr_array_index (cover->lines, i);
      const MattraDocxFont font = { line->points, line->bold };
      MattraDocxParagraph paragraph;

      if (line->place != place)
        continue;
      mattra_docx_style (&paragraph, MATTRA_DOCX_STYLE_TITLE, line->points, line->bold);
      paragraph.in_outline = first && place == MATTRA_COVER_TITLE;
      if (!mattra_docx_narrow (self, &paragraph, &font, line->text, error))
        return FALSE;
      mattra_docx_begin_paragraph (self, &paragraph);
      mattra_docx_text (self, &font, line->text, strlen (line->text));
      mattra_docx_end (self);
      first = FALSE;
    }
  if (first)
    mattra_docx_gap (self, 0, FALSE);
  return TRUE;
}

static gboolean
write_emblem (MattraDocx         *self,
              const MattraCover  *cover,
              int                 width,
              GError            **error)
{
  const MattraDocxParagraph paragraph = { .font = { .points = 1 }, .line = MATTRA_POINT, .jc = "center" };
  gboolean drawn = TRUE;

  mattra_docx_begin_row (self, TRUE, MATTRA_MM (cover->emblem_height), FALSE);
  mattra_docx_begin_cell (self, width, 1, FALSE, NULL);
  mattra_docx_begin_paragraph (self, &paragraph);
  drawn = mattra_docx_draw (self, cover->emblem, width, MATTRA_MM (cover->emblem_height), FALSE, NULL, error);
  mattra_docx_end (self);
  mattra_docx_end (self);
  mattra_docx_end (self);
  return drawn;
}

static gboolean
write_cover_row (MattraDocx         *self,
                 const MattraCover  *cover,
                 MattraCoverPlace    place,
                 int                 width,
                 int                 height,
                 GError            **error)
{
  mattra_docx_begin_row (self, TRUE, MAX (height, 0), FALSE);
  mattra_docx_begin_cell (self, width, 1, FALSE, place == MATTRA_COVER_TITLE ? "center" : "bottom");
  if (!write_cover_lines (self, cover, place, error))
    return FALSE;
  mattra_docx_end (self);
  mattra_docx_end (self);
  return TRUE;
}

/* The page is a table without rules: the emblem at the top, the title in the middle, the organisation at the bottom, each
 * in a row of its own that grows with what one writes in it. */
gboolean
mattra_docx_write_cover (MattraDocx         *self,
                         const MattraBlock  *block,
                         GError            **error)
{
  const MattraCover *cover = (const MattraCover *) block;
  const MattraPageStyle *page = &self->section->style;
  int width = mattra_docx_text_width (self);
  int room = MATTRA_MM (page->height) - MATTRA_MM (page->top) - MATTRA_MM (page->bottom) - BELOW_COVER;
  int emblem = cover->emblem ? MATTRA_MM (cover->emblem_height) : 0;
  int title = 2 * ((int) (MATTRA_MM (page->height) * TITLE_MIDDLE) - MATTRA_MM (page->top) - emblem);

  title = CLAMP (title, 0, room - emblem);
  mattra_docx_begin_table (self, &width, 1, FALSE, 0);
  if ((cover->emblem && !write_emblem (self, cover, width, error))
      || !write_cover_row (self, cover, MATTRA_COVER_TITLE, width, title, error)
      || !write_cover_row (self, cover, MATTRA_COVER_FOOT, width, room - emblem - title, error))
    return FALSE;
  mattra_docx_end_table (self);
  return TRUE;
}
