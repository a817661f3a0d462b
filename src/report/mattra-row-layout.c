/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-row-layout.h"

#include <string.h>

#include "mattra-columns.h"

#define CONTINUED "(ต่อ)"

/* Where a bar begins in its cell, and its height in hundredths of the letters'. */
#define BAR_INDENT MATTRA_MM (11)
#define BAR_PART 62

/* A cell's lines among the row's, and the next that goes on paper. */
typedef struct
{
  guint next;
  guint end;
} Cell;

struct _MattraRowLayout
{
  MattraLines *lines;
  GArray      *cells;
  MattraLine   continued;     /* what the lead column says on further pages; among the tokens only */
  guint        least_lines;   /* how many lines high it is at least */
  gboolean     begun;
  gboolean     section;
  guint        bar[MATTRA_ROW_BAR_PARTS];
  int          bar_cell;      /* -1 for none */
};

/**
 * mattra_row_layout_new:
 *
 * Returns: (transfer full): the layout of no row
 */
MattraRowLayout *
mattra_row_layout_new (void)
{
  MattraRowLayout *self = g_new0 (MattraRowLayout, 1);

  self->lines = mattra_lines_new ();
  self->cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  return self;
}

/**
 * mattra_row_layout_free:
 * @self: (transfer full) (nullable): a row's layout
 *
 * Frees the layout.
 */
void
mattra_row_layout_free (MattraRowLayout *self)
{
  if (self == NULL)
    return;

  mattra_lines_free (self->lines);
  g_array_unref (self->cells);
  g_free (self);
}

static void
clear (MattraRowLayout *self)
{
  mattra_lines_clear (self->lines);
  g_array_set_size (self->cells, 0);
  self->begun = self->section = FALSE;
  self->bar_cell = -1;
  self->least_lines = 1;
}

static gboolean
fill_cell (MattraRowLayout      *self,
           MattraTypesetter     *typesetter,
           const MattraSetting  *setting,
           const MattraRow      *row,
           guint                 index,
           int                   width,
           GError              **error)
{
  Cell cell = { .next = self->lines->lines->len };
  int hang = mattra_cell_hang (self->lines, typesetter, setting, row, index, error);

  if (hang < 0)
    return FALSE;

  for (guint i = 0; i < mattra_row_get_n_paragraphs (row, index); i++)
    {
      gsize length;
      const char *number;
      const char *text = mattra_row_get_paragraph (row, index, i, &length, &number);

      if (!mattra_lines_add_numbered (self->lines, typesetter, setting, number, text, length,
                                      number != NULL ? hang : 0, width - 2 * MATTRA_CELL_PADDING, error))
        return FALSE;
    }
  cell.end = self->lines->lines->len;
  g_array_append_val (self->cells, cell);
  if (mattra_row_get_bar (row, index) != NULL)
    {
      memcpy (self->bar, mattra_row_get_bar (row, index), sizeof self->bar);
      self->bar_cell = (int) index;
    }
  return TRUE;
}

static gboolean
fill_continued (MattraRowLayout   *self,
                MattraTypesetter  *typesetter,
                const MattraRow   *row,
                GError           **error)
{
  const char *text = mattra_row_get_continued (row) != NULL ? mattra_row_get_continued (row) : CONTINUED;

  self->continued = (MattraLine) { .first = self->lines->tokens->len, .last = TRUE };
  if (!mattra_typesetter_tokenize (typesetter, MATTRA_FACE_REGULAR, text, strlen (text), self->lines->tokens, error))
    return FALSE;
  self->continued.end = self->lines->tokens->len;
  return TRUE;
}

/**
 * mattra_row_layout_fill:
 * @self: a row's layout
 * @typesetter: a typesetter
 * @style: the table's style
 * @row: a row
 * @error: return location for an error
 *
 * Breaks a row's cells into lines, none of which stands on paper yet.
 *
 * Returns: %FALSE with #MATTRA_ERROR_INVALID if the font lacks a character
 */
gboolean
mattra_row_layout_fill (MattraRowLayout         *self,
                        MattraTypesetter        *typesetter,
                        const MattraTableStyle  *style,
                        const MattraRow         *row,
                        GError                 **error)
{
  clear (self);
  self->section = mattra_row_is_section (row);
  self->least_lines = self->section ? 1 : style->table->least_lines;
  for (guint i = 0; i < (self->section ? 1 : style->n_columns); i++)
    {
      guint end = self->section ? style->n_columns : i + 1;

      if (!fill_cell (self, typesetter, self->section ? &style->head : &style->body, row, i,
                      style->edges[end] - style->edges[i], error))
        {
          mattra_cell_prefix (style->table, row, i, error);
          return FALSE;
        }
    }
  return self->section || fill_continued (self, typesetter, row, error);
}

/**
 * mattra_row_layout_fill_head:
 * @self: a row's layout
 * @typesetter: a typesetter
 * @style: the table's style
 * @table: a table
 * @error: return location for an error
 *
 * Breaks the table's heads into lines.
 *
 * Returns: %FALSE with #MATTRA_ERROR_INVALID if the font lacks a character
 */
gboolean
mattra_row_layout_fill_head (MattraRowLayout         *self,
                             MattraTypesetter        *typesetter,
                             const MattraTableStyle  *style,
                             const MattraTable       *table,
                             GError                 **error)
{
  clear (self);
  for (guint i = 0; i < style->n_columns; i++)
    {
      const MattraColumn *column = g_ptr_array_index (table->columns, i);
      Cell cell = { .next = self->lines->lines->len };

      if (!mattra_lines_add (self->lines, typesetter, &style->head, column->head, strlen (column->head), 0, 0,
                             style->edges[i + 1] - style->edges[i] - 2 * MATTRA_CELL_PADDING, error))
        return FALSE;
      cell.end = self->lines->lines->len;
      g_array_append_val (self->cells, cell);
    }
  return TRUE;
}

/**
 * mattra_row_layout_is_section:
 * @self: a row's layout
 *
 * Returns: whether the row spans all columns
 */
gboolean
mattra_row_layout_is_section (const MattraRowLayout *self)
{
  return self->section;
}

/* How many lines a cell takes above its text: one for (ต่อ). */
static guint
lines_above (const MattraRowLayout  *self,
             const MattraTableStyle *style,
             guint                   column)
{
  return self->begun && !self->section && column == style->lead ? 1 : 0;
}

/**
 * mattra_row_layout_get_n_left:
 * @self: a row's layout
 * @style: the table's style
 *
 * Returns: how many lines high the part is that does not stand on paper yet; at least 1 before the row is begun
 */
guint
mattra_row_layout_get_n_left (const MattraRowLayout  *self,
                              const MattraTableStyle *style)
{
  guint most = self->begun ? 0 : MAX (self->least_lines, 1);

  for (guint i = 0; i < self->cells->len; i++)
    {
      const Cell *cell = &g_array_index (self->cells, Cell, i);

      most = MAX (most, cell->end - cell->next + (cell->end > cell->next ? lines_above (self, style, i) : 0));
    }
  return most;
}

/**
 * mattra_row_layout_is_room:
 * @self: a row's layout
 *
 * Returns: whether the row is as high as it is to be written in by hand: it is then not parted
 */
gboolean
mattra_row_layout_is_room (const MattraRowLayout *self)
{
  if (self->begun || self->least_lines <= 1)
    return FALSE;
  for (guint i = 0; i < self->cells->len; i++)
    {
      const Cell *cell = &g_array_index (self->cells, Cell, i);

      if (cell->end - cell->next > self->least_lines)
        return FALSE;
    }
  return TRUE;
}

/**
 * mattra_row_layout_get_height:
 * @style: the table's style
 * @n_lines: a number of lines
 *
 * Returns: how high a row is with so many lines
 */
int
mattra_row_layout_get_height (const MattraTableStyle *style,
                              guint                   n_lines)
{
  return style->pad_top + style->body.ascent + (int) (MAX (n_lines, 1) - 1) * style->body.pitch
         + style->body.descent + style->pad_bottom;
}

/**
 * mattra_row_layout_count_fitting:
 * @style: the table's style
 * @room: a height
 *
 * Returns: how many lines a row of that height has room for
 */
guint
mattra_row_layout_count_fitting (const MattraTableStyle *style,
                                 int                     room)
{
  int more = room - mattra_row_layout_get_height (style, 1);

  return more < 0 ? 0 : 1 + (guint) (more / style->body.pitch);
}

/* How many of a cell's lines go on this page: not all but one, if that can be helped. */
static guint
lines_to_put (const Cell *cell,
              guint       room)
{
  guint left = cell->end - cell->next;
  guint n = MIN (left, room);

  return left - n == 1 && n > 2 ? n - 1 : n;
}

/* In one line with the cell's text, which is short. */
static void
put_bar (MattraRowLayout        *self,
         MattraFlow             *flow,
         const MattraTableStyle *style)
{
  int left = style->edges[self->bar_cell] + BAR_INDENT;
  int width = style->edges[self->bar_cell + 1] - MATTRA_CELL_PADDING - left;
  int height = style->body.ascent * BAR_PART / 100;
  int y = flow->y + style->pad_top + style->body.ascent - height;
  guint total = 0;
  guint before = 0;

  for (guint i = 0; i < MATTRA_ROW_BAR_PARTS; i++)
    total += self->bar[i];
  for (guint i = 0; i < MATTRA_ROW_BAR_PARTS && width > 0; before += self->bar[i++])
    if (self->bar[i] > 0)
      mattra_page_writer_shape (&flow->writer, (MattraOpKind) (MATTRA_OP_BAR + i),
                                left + (int) ((gint64) width * before / total), y,
                                (int) ((gint64) width * (before + self->bar[i]) / total)
                                  - (int) ((gint64) width * before / total), height);
}

static void
put_cell (MattraRowLayout        *self,
          MattraFlow             *flow,
          const MattraTableStyle *style,
          guint                   column,
          guint                   n_lines)
{
  const MattraSetting *setting = self->section ? &style->head : &style->body;
  Cell *cell = &g_array_index (self->cells, Cell, column);
  guint above = lines_above (self, style, column);
  int x = style->edges[column] + MATTRA_CELL_PADDING;
  int y = flow->y + style->pad_top + setting->ascent;
  guint n = lines_to_put (cell, n_lines - above);

  if (self->bar_cell == (int) column && !self->begun)
    put_bar (self, flow, style);
  if (above > 0)
    {
      mattra_flow_put_line (flow, self->lines, &self->continued, setting, x, y, 0);
      y += setting->pitch;
    }
  for (guint i = 0; i < n; i++, y += setting->pitch)
    {
      const MattraLine *line = &g_array_index (self->lines->lines, MattraLine, cell->next++);

      if (line->box != MATTRA_BOX_NONE)
        mattra_flow_put_box (flow, setting, x, y, line->box == MATTRA_BOX_TICKED);
      mattra_flow_put_line (flow, self->lines, line, setting, x, y, 0);
    }
}

/**
 * mattra_row_layout_put:
 * @self: a row's layout
 * @flow: a flow with a page begun
 * @style: the table's style
 * @n_lines: how many lines high the part is
 *
 * Puts the next part of the row on the page.
 */
void
mattra_row_layout_put (MattraRowLayout        *self,
                       MattraFlow             *flow,
                       const MattraTableStyle *style,
                       guint                   n_lines)
{
  mattra_page_writer_tag (&flow->writer, MATTRA_TAG_TR);
  for (guint i = 0; i < self->cells->len; i++)
    {
      mattra_page_writer_tag (&flow->writer, self->section ? MATTRA_TAG_TH : MATTRA_TAG_TD);
      put_cell (self, flow, style, i, n_lines);
      mattra_page_writer_tag_end (&flow->writer);
    }
  mattra_page_writer_tag_end (&flow->writer);
  self->begun = TRUE;
  flow->y += mattra_row_layout_get_height (style, n_lines);
}

/**
 * mattra_row_layout_put_head:
 * @self: the layout of a table's heads
 * @flow: a flow with a page begun
 * @style: the table's style
 *
 * Puts the heads on the page, as often as wanted, each in the middle of its cell.
 */
void
mattra_row_layout_put_head (MattraRowLayout        *self,
                            MattraFlow             *flow,
                            const MattraTableStyle *style)
{
  guint n_lines = mattra_row_layout_get_n_left (self, style);
  int height = mattra_row_layout_get_height (style, n_lines);

  mattra_page_writer_shape (&flow->writer, MATTRA_OP_FILL, style->edges[0], flow->y,
                            style->edges[style->n_columns] - style->edges[0], height);
  mattra_page_writer_tag (&flow->writer, MATTRA_TAG_TR);
  for (guint i = 0; i < self->cells->len; i++)
    {
      const Cell *cell = &g_array_index (self->cells, Cell, i);
      int y = flow->y + style->pad_top + style->head.ascent
              + (int) (n_lines - (cell->end - cell->next)) * style->head.pitch / 2;

      mattra_page_writer_tag (&flow->writer, MATTRA_TAG_TH);
      for (guint k = cell->next; k < cell->end; k++, y += style->head.pitch)
        mattra_flow_put_aligned (flow, self->lines, &g_array_index (self->lines->lines, MattraLine, k), &style->head,
                                 style->edges[i], style->edges[i + 1] - style->edges[i], y, MATTRA_ALIGN_CENTRE);
      mattra_page_writer_tag_end (&flow->writer);
    }
  mattra_page_writer_tag_end (&flow->writer);
  flow->y += height;
}
