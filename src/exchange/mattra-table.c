/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-table.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "mattra-error.h"

/* How much of a text is looked at to find out what divides its cells. */
#define SNIFF_BYTES 65536

struct _MattraTable
{
  char *text;
  GArray *cells;
  GArray *rows;
  gboolean is_csv;
};

/* A walk over the text that cuts it into cells in place. */
typedef struct
{
  MattraTable *table;
  const char *name;
  char separator;
  gboolean quotes; /* RFC 4180 rather than text that happens to hold tabs */
  char *end;
  char *at;
  int line;
  const char *counted; /* up to here the characters of the line are counted */
  int column;
  MattraRow row;
} Cutter;

/* A cell that was found but not yet cut out. */
typedef struct
{
  char *start;
  char *end;
  gboolean quoted;
  int line;
  int column;
} Span;

static const MattraCell no_cell = { "", 0, 0 };

static void
count_to (Cutter     *self,
          const char *place)
{
  for (; self->counted < place; self->counted++)
    {
      if (*self->counted == '\n')
        {
          self->line++;
          self->column = 1;
        }
      else if (((guchar) *self->counted & 0xC0) != 0x80)
        self->column++;
    }
}

static gboolean
refuse (Cutter      *self,
        const char  *place,
        GError     **error,
        const char  *message)
{
  count_to (self, place);
  g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID, "%s:%d:%d: %s",
               self->name, self->line, self->column, message);
  return FALSE;
}

/* Bytes of white space, or of a character without width, at @text: space, tab, line end, U+00A0, U+200B,
 * U+FEFF. */
static gsize
blank_at (const char *text)
{
  if (*text == ' ' || *text == '\t' || *text == '\n')
    return 1;
  if (strncmp (text, "\xC2\xA0", 2) == 0)
    return 2;
  if (strncmp (text, "\xE2\x80\x8B", 3) == 0 || strncmp (text, "\xEF\xBB\xBF", 3) == 0)
    return 3;
  return 0;
}

static char *
trim (char *start,
      char *end)
{
  gsize n;

  *end = '\0';
  while ((n = blank_at (start)) > 0)
    start += n;
  while (end > start)
    {
      char *last = g_utf8_prev_char (end);

      if (blank_at (last) == 0)
        break;
      *last = '\0';
      end = last;
    }

  return start;
}

/* "Safe for spreadsheets" CSV puts an apostrophe before what a spreadsheet would compute. */
static char *
take_off_apostrophe (char *text)
{
  const char *p = text + strspn (text, "'");

  return p > text && *p != '\0' && strchr ("=+-@", *p) != NULL ? text + 1 : text;
}

static gboolean
check_cell (Cutter      *self,
            const Span  *span,
            GError     **error)
{
  if (span->end - span->start > MATTRA_TABLE_MAX_CELL_BYTES)
    {
      g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID,
                   _("%s:%d:%d: a cell holds %zu bytes, more than the %d that are read. Perhaps a "
                     "quotation mark or a line end is missing; divide the text into several cells."),
                   self->name, span->line, span->column, (gsize) (span->end - span->start),
                   MATTRA_TABLE_MAX_CELL_BYTES);
      return FALSE;
    }

  if (self->row.n_cells == MATTRA_TABLE_MAX_COLUMNS)
    {
      g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID,
                   _("%s:%d:%d: a row has more than %d cells. Perhaps a line end is missing, or the file is no "
                     "table of measures; save only the columns of the measures."),
                   self->name, span->line, span->column, MATTRA_TABLE_MAX_COLUMNS);
      return FALSE;
    }

  return TRUE;
}

static gboolean
end_row (Cutter  *self,
         GError **error)
{
  GArray *cells = self->table->cells;
  gboolean empty = TRUE;

  for (guint i = self->row.first; i < cells->len && empty; i++)
    empty = *g_array_index (cells, MattraCell, i).text == '\0';

  if (empty)
    g_array_set_size (cells, self->row.first);
  else if (self->table->rows->len == MATTRA_TABLE_MAX_ROWS)
    {
      g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID,
                   _("%s:%d:1: there are more than %d rows. Divide the file into smaller ones."),
                   self->name, self->row.line, MATTRA_TABLE_MAX_ROWS);
      return FALSE;
    }
  else
    g_array_append_val (self->table->rows, self->row);

  return TRUE;
}

/* The end of a quoted text that begins at @start, just after the quotation mark. */
static char *
find_closing_quote (const Cutter *self,
                    char         *start)
{
  char *limit = start + MIN (self->end - start, MATTRA_TABLE_MAX_CELL_BYTES + 1);

  for (char *p = start; p < limit; p++)
    {
      if (*p != '"')
        continue;
      if (p[1] != '"')
        return p;
      p++;
    }

  return NULL;
}

static gboolean
is_cell_end (const Cutter *self,
             const char   *at)
{
  return at == self->end || *at == self->separator || *at == '\n';
}

/* Spreadsheets quote cells of tab-separated text too, but people write quotation marks there as well:
 * only what nobody types by hand counts as quoting. */
static gboolean
is_quoted (const Cutter *self,
           const char   *start,
           const char   *close)
{
  gsize length = close != NULL ? (gsize) (close - start) : 0;

  if (self->quotes)
    return TRUE;
  if (close == NULL || !is_cell_end (self, close + 1) || memchr (start, '\t', length) != NULL)
    return FALSE;

  return memchr (start, '\n', length) != NULL || memchr (start, '"', length) != NULL;
}

/* Each doubled quotation mark becomes one; returns the new end. */
static char *
undouble (char *start,
          char *end)
{
  char *to = start;

  for (const char *from = start; from < end; from++)
    {
      *to++ = *from;
      if (*from == '"')
        from++;
    }

  return to;
}

static gboolean
find_quoted (Cutter  *self,
             Span    *span,
             char    *close,
             GError **error)
{
  char *next;

  if (close == NULL)
    return refuse (self, span->start, error,
                   _("a quotation mark opens here that is not closed within a cell's length. Close it, or "
                     "double it where the text itself holds one."));

  next = close + 1;
  while (*next == ' ')
    next++;
  if (!is_cell_end (self, next))
    return refuse (self, close, error,
                   _("text follows a closing quotation mark. Double the quotation marks that belong to the "
                     "text."));

  span->start++;
  span->end = close;
  span->quoted = TRUE;
  self->at = next;

  return TRUE;
}

static gboolean
find_cell (Cutter  *self,
           Span    *span,
           GError **error)
{
  count_to (self, self->at);
  *span = (Span) { self->at, self->at, FALSE, self->line, self->column };

  if (*self->at == '"')
    {
      char *close = find_closing_quote (self, self->at + 1);

      if (is_quoted (self, self->at + 1, close))
        return find_quoted (self, span, close, error);
    }

  while (!is_cell_end (self, self->at))
    self->at++;
  span->end = self->at;

  return TRUE;
}

static void
add_cell (Cutter     *self,
          const Span *span)
{
  char *end = span->quoted ? undouble (span->start, span->end) : span->end;
  char *text = trim (span->start, end);
  MattraCell cell = { self->quotes ? take_off_apostrophe (text) : text, span->line, span->column };

  g_array_append_val (self->table->cells, cell);
  self->row.n_cells++;
}

static gboolean
cut_row (Cutter  *self,
         GError **error)
{
  char delimiter;

  count_to (self, self->at);
  self->row = (MattraRow) { self->table->cells->len, 0, self->line };
  do
    {
      Span span;

      if (!find_cell (self, &span, error) || !check_cell (self, &span, error))
        return FALSE;
      /* Cutting overwrites the delimiter and moves quoted text: look and count before. */
      delimiter = self->at == self->end ? '\n' : *self->at;
      if (self->at < self->end)
        self->at++;
      count_to (self, self->at);
      add_cell (self, &span);
    }
  while (delimiter != '\n');

  return end_row (self, error);
}

static gboolean
cut (Cutter  *self,
     GError **error)
{
  while (self->at < self->end)
    if (!cut_row (self, error))
      return FALSE;

  return TRUE;
}

typedef struct
{
  guint n_rows;    /* rows that the separator divides */
  guint n_columns; /* what most of them have */
} Division;

/* How well a separator divides the rows: how many rows have the commonest number of cells. */
static Division
divide (const char *text,
        gsize       length,
        char        separator)
{
  guint rows_with[MATTRA_TABLE_MAX_COLUMNS + 1] = { 0 };
  guint n = 0;
  gboolean quoted = FALSE;
  Division best = { 0, 0 };

  for (gsize i = 0; i <= length; i++)
    {
      if (i < length && text[i] == '"')
        quoted = !quoted;
      else if (i < length && text[i] == separator && !quoted)
        n++;
      else if (i == length || (text[i] == '\n' && !quoted))
        {
          rows_with[MIN (n, MATTRA_TABLE_MAX_COLUMNS)]++;
          n = 0;
        }
    }

  for (guint i = 1; i <= MATTRA_TABLE_MAX_COLUMNS; i++)
    if (rows_with[i] * i > best.n_rows * best.n_columns)
      best = (Division) { rows_with[i], i };

  return best;
}

static char
sniff_separator (const char *text,
                 gsize       length,
                 Division   *division)
{
  static const char separators[] = { ',', ';', '\t', '|' };
  char best = ',';

  *division = (Division) { 0, 0 };
  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      Division found = divide (text, MIN (length, SNIFF_BYTES), separators[i]);

      if (found.n_rows * found.n_columns > division->n_rows * division->n_columns)
        {
          *division = found;
          best = separators[i];
        }
    }

  return best;
}

static gboolean
has_suffix (const char *name,
            const char *suffix)
{
  gsize n = strlen (name), m = strlen (suffix);

  return n >= m && g_ascii_strcasecmp (name + n - m, suffix) == 0;
}

static void
choose_format (Cutter            *self,
               gsize              length,
               MattraTableFormat  format)
{
  Division division;
  char separator = sniff_separator (self->at, length, &division);
  gboolean csv = format == MATTRA_TABLE_CSV;

  if (format == MATTRA_TABLE_AUTO)
    csv = has_suffix (self->name, ".csv")
          || (memchr (self->at, '\t', length) == NULL && division.n_rows >= 2 && division.n_columns >= 2);

  self->quotes = self->table->is_csv = csv;
  self->separator = csv ? separator : '\t';
}

/**
 * mattra_table_new:
 * @text: (transfer full): valid UTF-8, a NUL at its end, `\n` as its only line end
 * @length: bytes of @text
 * @name: name of the document, for messages; a name that ends in .csv is taken as CSV
 * @format: how the text is divided into cells
 * @error: return location for an error
 *
 * Cuts a text into rows of cells. Lines that no separator divides are rows of one cell.
 *
 * Returns: (transfer full) (nullable): the table, or %NULL with %MATTRA_ERROR_INVALID that names line and
 *   column where a row has more cells, a cell more bytes or the text more rows than the limits
 */
MattraTable *
mattra_table_new (char               *text,
                  gsize               length,
                  const char         *name,
                  MattraTableFormat   format,
                  GError            **error)
{
  g_autoptr (MattraTable) self = NULL;
  Cutter cutter = { 0 };

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  self = g_new0 (MattraTable, 1);
  self->text = text;
  self->cells = g_array_new (FALSE, FALSE, sizeof (MattraCell));
  self->rows = g_array_new (FALSE, FALSE, sizeof (MattraRow));

  cutter.table = self;
  cutter.name = name;
  cutter.at = text;
  cutter.end = text + length;
  cutter.counted = text;
  cutter.line = cutter.column = 1;
  choose_format (&cutter, length, format);
  if (!cut (&cutter, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * mattra_table_free:
 * @self: (transfer full) (nullable): a table
 */
void
mattra_table_free (MattraTable *self)
{
  if (self == NULL)
    return;

  g_free (self->text);
  g_array_unref (self->cells);
  g_array_unref (self->rows);
  g_free (self);
}

/**
 * mattra_table_get_n_rows:
 * @self: a table
 *
 * Returns: how many rows there are, blank ones not counted
 */
guint
mattra_table_get_n_rows (const MattraTable *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->rows->len;
}

/**
 * mattra_table_get_row:
 * @self: a table
 * @row: which row, from 0
 *
 * Returns: (transfer none): the row
 */
const MattraRow *
mattra_table_get_row (const MattraTable *self,
                      guint              row)
{
  g_return_val_if_fail (self != NULL && row < self->rows->len, NULL);

  return &g_array_index (self->rows, MattraRow, row);
}

/**
 * mattra_table_get_cell:
 * @self: a table
 * @row: which row, from 0
 * @column: which column, from 0
 *
 * Returns: (transfer none): the cell; an empty one where the row is shorter
 */
const MattraCell *
mattra_table_get_cell (const MattraTable *self,
                       guint              row,
                       guint              column)
{
  const MattraRow *found = mattra_table_get_row (self, row);

  if (found == NULL || column >= found->n_cells)
    return &no_cell;

  return &g_array_index (self->cells, MattraCell, found->first + column);
}

/**
 * mattra_table_is_csv:
 * @self: a table
 *
 * Returns: %TRUE if the text was read as CSV
 */
gboolean
mattra_table_is_csv (const MattraTable *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->is_csv;
}
