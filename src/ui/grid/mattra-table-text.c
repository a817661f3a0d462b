/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-table-text.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "mattra-error.h"

/**
 * mattra_table_text_new:
 *
 * Returns: (transfer full): a block without rows
 */
MattraTableText *
mattra_table_text_new (void)
{
  MattraTableText *self = g_new0 (MattraTableText, 1);

  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  return self;
}

/**
 * mattra_table_text_free:
 * @self: (transfer full): a block
 */
void
mattra_table_text_free (MattraTableText *self)
{
  g_ptr_array_unref (self->rows);
  g_free (self);
}

/**
 * mattra_table_text_begin_row:
 * @self: a block
 *
 * The cells that follow stand in a new row below the others.
 */
void
mattra_table_text_begin_row (MattraTableText *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_add (self->rows, g_ptr_array_new_with_free_func (g_free));
}

/**
 * mattra_table_text_take_cell:
 * @self: a block with a row begun
 * @text: (transfer full): the next text of the last row
 * @error: return location for %MATTRA_ERROR_INVALID
 *
 * Returns: %FALSE when the block would have more than %MATTRA_TABLE_TEXT_MAX_CELLS
 */
gboolean
mattra_table_text_take_cell (MattraTableText  *self,
                             char             *text,
                             GError          **error)
{
  GPtrArray *row = NULL;

  g_return_val_if_fail (self != NULL && self->rows->len > 0 && text != NULL, FALSE);

  if (self->n_cells == MATTRA_TABLE_TEXT_MAX_CELLS)
    {
      g_free (text);
      g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID,
                   _("The copied table has more than %d cells; copy a part of it at a time"),
                   MATTRA_TABLE_TEXT_MAX_CELLS);
      return FALSE;
    }
  row = g_ptr_array_index (self->rows, self->rows->len - 1);
  g_ptr_array_add (row, text);
  self->n_cells++;
  self->n_columns = MAX (self->n_columns, row->len);
  return TRUE;
}

/**
 * mattra_table_text_get:
 * @self: a block
 * @row: a row of it
 * @column: a column of it
 *
 * Returns: (transfer none) (nullable): the text, %NULL where the row is too short to say anything
 */
const char *
mattra_table_text_get (const MattraTableText *self,
                       guint                  row,
                       guint                  column)
{
  const GPtrArray *texts = NULL;

  g_return_val_if_fail (self != NULL && row < self->rows->len, NULL);

  texts = g_ptr_array_index (self->rows, row);
  return column < texts->len ? g_ptr_array_index (texts, column) : NULL;
}

/**
 * mattra_table_text_join:
 * @self: a block
 *
 * Returns: (transfer full): all its texts as one: a row a line, the cells of a row parted by spaces
 */
char *
mattra_table_text_join (const MattraTableText *self)
{
  g_autoptr (GString) joined = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->rows->len; i++)
    {
      const GPtrArray *texts = g_ptr_array_index (self->rows, i);

      if (i > 0)
        g_string_append_c (joined, '\n');
      for (guint j = 0; j < texts->len; j++)
        {
          if (j > 0)
            g_string_append_c (joined, ' ');
          g_string_append (joined, g_ptr_array_index (texts, j));
        }
    }
  return g_string_free (g_steal_pointer (&joined), FALSE);
}

static gboolean
check_input (const char  *text,
             gsize        length,
             GError     **error)
{
  if (length > MATTRA_TABLE_TEXT_MAX_BYTES)
    {
      g_set_error_literal (error, MATTRA_ERROR, MATTRA_ERROR_INVALID,
                           _("What was copied is larger than 10 MB; copy a part of it at a time"));
      return FALSE;
    }
  if (!g_utf8_validate (text, (gssize) length, NULL))
    {
      g_set_error_literal (error, MATTRA_ERROR, MATTRA_ERROR_INVALID,
                           _("What was copied is not text; copy the cells once more"));
      return FALSE;
    }
  return TRUE;
}

static gboolean
is_line_end (char c)
{
  return c == '\n' || c == '\r';
}

/* The end of a cell written in quotes, behind its closing quote; NULL when the quotes at @start are
 * no such writing but part of the text. */
static const char *
find_quoted_end (const char *start,
                 const char *end)
{
  const char *at = start + 1;

  while ((at = memchr (at, '"', (gsize) (end - at))) != NULL)
    {
      if (at + 1 < end && at[1] == '"')
        at += 2;
      else
        return at + 1 == end || at[1] == '\t' || is_line_end (at[1]) ? at + 1 : NULL;
    }
  return NULL;
}

/* Any program's line ends as newlines; with @quoted, doubled quotes as one. */
static char *
dup_clean (const char *start,
           const char *end,
           gboolean    quoted)
{
  GString *clean = g_string_sized_new ((gsize) (end - start));

  for (const char *at = start; at < end; at++)
    {
      if (*at == '\r' && at + 1 < end && at[1] == '\n')
        continue;
      if (quoted && *at == '"')
        at++;
      g_string_append_c (clean, *at == '\r' || *at == '\v' ? '\n' : *at);
    }
  return g_string_free (clean, FALSE);
}

/* Reads one cell and tells where it ends: at a tab, a line end or @end. */
static char *
read_cell (const char **at,
           const char  *end)
{
  const char *start = *at;
  const char *stop = start < end && *start == '"' ? find_quoted_end (start, end) : NULL;

  if (stop != NULL)
    {
      *at = stop;
      return dup_clean (start + 1, stop - 1, TRUE);
    }
  stop = start;
  while (stop < end && *stop != '\t' && !is_line_end (*stop))
    stop++;
  *at = stop;
  return dup_clean (start, stop, FALSE);
}

static const char *
skip_line_end (const char *at,
               const char *end)
{
  if (*at == '\r' && at + 1 < end && at[1] == '\n')
    return at + 2;
  return at + 1;
}

/**
 * mattra_table_text_parse:
 * @text: text as spreadsheets copy it: tabs between cells, a line a row, cells with tabs, newlines or
 *   quotes in quotes with the quotes inside doubled
 * @length: bytes of @text, or -1 when it ends with a nul
 * @error: return location for %MATTRA_ERROR_INVALID
 *
 * Reads a block. One line end at the end of the text belongs to its last row and makes no row more.
 *
 * Returns: (transfer full) (nullable): a block of at least one cell, %NULL on error
 */
MattraTableText *
mattra_table_text_parse (const char  *text,
                         gssize       length,
                         GError     **error)
{
  g_autoptr (MattraTableText) self = mattra_table_text_new ();
  const char *at = text;
  const char *end = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  end = text + (length < 0 ? strlen (text) : (gsize) length);
  if (!check_input (text, (gsize) (end - text), error))
    return NULL;
  mattra_table_text_begin_row (self);
  for (;;)
    {
      if (!mattra_table_text_take_cell (self, read_cell (&at, end), error))
        return NULL;
      if (at == end)
        break;
      if (*at == '\t')
        {
          at++;
          continue;
        }
      at = skip_line_end (at, end);
      if (at == end)
        break;
      mattra_table_text_begin_row (self);
    }
  return g_steal_pointer (&self);
}

/**
 * mattra_table_text_append_cell:
 * @out: where to
 * @text: a cell's text
 *
 * Appends the text so that mattra_table_text_parse() and spreadsheets read it as one cell again.
 */
void
mattra_table_text_append_cell (GString    *out,
                               const char *text)
{
  g_return_if_fail (out != NULL && text != NULL);

  if (strpbrk (text, "\t\n\r\v\"") == NULL)
    {
      g_string_append (out, text);
      return;
    }
  g_string_append_c (out, '"');
  for (const char *at = text; *at != '\0'; at++)
    {
      if (*at == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *at);
    }
  g_string_append_c (out, '"');
}

/**
 * mattra_table_text_append_html:
 * @out: where to
 * @text: a cell's text
 *
 * Appends the text as the contents of a table cell in HTML.
 */
void
mattra_table_text_append_html (GString    *out,
                               const char *text)
{
  g_return_if_fail (out != NULL && text != NULL);

  for (const char *at = text; *at != '\0'; at++)
    switch (*at)
      {
      case '&':
        g_string_append (out, "&amp;");
        break;
      case '<':
        g_string_append (out, "&lt;");
        break;
      case '>':
        g_string_append (out, "&gt;");
        break;
      case '"':
        g_string_append (out, "&quot;");
        break;
      case '\n':
        g_string_append (out, "<br>");
        break;
      default:
        g_string_append_c (out, *at);
      }
}

/* The text behind the number a line begins with, NULL when it begins with none. At most three digits:
 * four are a year. */
static const char *
skip_number (const char *line,
             guint      *number)
{
  const char *at = line;
  guint n_digits = 0;

  *number = 0;
  while (g_unichar_isdigit (g_utf8_get_char (at)))
    {
      *number = *number * 10 + (guint) g_unichar_digit_value (g_utf8_get_char (at));
      at = g_utf8_next_char (at);
      if (++n_digits > 3)
        return NULL;
    }
  if (n_digits == 0 || (*at != '.' && *at != ')'))
    return NULL;
  at++;
  if (*at != ' ' && *at != '\t')
    return NULL;
  return at + strspn (at, " \t");
}

/**
 * mattra_table_text_unnumber:
 * @text: lines
 *
 * Takes written numbers off numbered items, for a column that draws the numbers itself. Only numbers
 * that run 1, 2, 3 from the first line on are such numbers.
 *
 * Returns: (transfer full): the lines without them, or @text when they do not run so
 */
char *
mattra_table_text_unnumber (const char *text)
{
  g_auto (GStrv) lines = NULL;
  g_autoptr (GString) bare = g_string_new (NULL);
  guint n_items = 0;

  g_return_val_if_fail (text != NULL, NULL);

  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      guint number = 0;
      const char *rest = skip_number (lines[i], &number);

      if (rest != NULL && number != ++n_items)
        return g_strdup (text);
      if (i == 0 && rest == NULL)
        return g_strdup (text);
      if (i > 0)
        g_string_append_c (bare, '\n');
      g_string_append (bare, rest != NULL ? rest : lines[i]);
    }
  return g_string_free (g_steal_pointer (&bare), FALSE);
}
