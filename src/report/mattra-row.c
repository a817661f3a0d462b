/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-row.h"

#include <string.h>

#define NO_NUMBER G_MAXSIZE

/* A paragraph's place in the row's text; both texts end with NUL there. */
typedef struct
{
  guint cell;
  gsize number;
  gsize text;
  gsize length;
} Paragraph;

struct _MattraRow
{
  GString  *text;
  GArray   *paragraphs;
  GArray   *cells;         /* the index of each cell's first paragraph */
  char     *continued;
  char     *name;
  char     *key;
  gboolean  section;
  guint     bar[MATTRA_ROW_BAR_PARTS];
  guint     bar_cell;      /* behind the text of which cell it stands, from 1; 0 for none */
};

/**
 * mattra_row_new:
 *
 * Returns: (transfer full): a row without cells
 */
MattraRow *
mattra_row_new (void)
{
  MattraRow *self = g_new0 (MattraRow, 1);

  self->text = g_string_new (NULL);
  self->paragraphs = g_array_new (FALSE, FALSE, sizeof (Paragraph));
  self->cells = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

/* Makes @self the same as @other, without giving up its memory. */
static void
assign (MattraRow       *self,
        const MattraRow *other)
{
  mattra_row_clear (self);
  g_string_append_len (self->text, other->text->str, (gssize) other->text->len);
  g_array_append_vals (self->paragraphs, other->paragraphs->data, other->paragraphs->len);
  g_array_append_vals (self->cells, other->cells->data, other->cells->len);
  mattra_row_set_continued (self, other->continued);
  mattra_row_set_name (self, other->name);
  mattra_row_set_key (self, other->key);
  self->section = other->section;
  memcpy (self->bar, other->bar, sizeof self->bar);
  self->bar_cell = other->bar_cell;
}

/**
 * mattra_row_copy:
 * @self: a row
 *
 * Returns: (transfer full): a copy
 */
MattraRow *
mattra_row_copy (const MattraRow *self)
{
  MattraRow *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = mattra_row_new ();
  assign (copy, self);
  return copy;
}

/**
 * mattra_row_free:
 * @self: (transfer full) (nullable): a row
 *
 * Frees the row.
 */
void
mattra_row_free (MattraRow *self)
{
  if (self == NULL)
    return;

  g_string_free (self->text, TRUE);
  g_array_unref (self->paragraphs);
  g_array_unref (self->cells);
  g_free (self->continued);
  g_free (self->name);
  g_free (self->key);
  g_free (self);
}

/**
 * mattra_row_clear:
 * @self: a row
 *
 * Takes everything out of the row and keeps its memory for the next.
 */
void
mattra_row_clear (MattraRow *self)
{
  g_return_if_fail (self != NULL);

  g_string_truncate (self->text, 0);
  g_array_set_size (self->paragraphs, 0);
  g_array_set_size (self->cells, 0);
  g_clear_pointer (&self->continued, g_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->key, g_free);
  self->section = FALSE;
  self->bar_cell = 0;
}

/**
 * mattra_row_set_bar:
 * @self: a row with a cell
 * @parts: (array fixed-size=5): how large each part is
 *
 * Has a bar drawn behind the text of the last cell. What has no drawings leaves it away: the text says what it shows.
 */
void
mattra_row_set_bar (MattraRow   *self,
                    const guint *parts)
{
  g_return_if_fail (self != NULL && parts != NULL && self->cells->len > 0);

  memcpy (self->bar, parts, sizeof self->bar);
  self->bar_cell = self->cells->len;
}

/**
 * mattra_row_get_bar:
 * @self: a row
 * @cell: a cell
 *
 * Returns: (transfer none) (nullable) (array fixed-size=5): the parts of the bar in the cell; %NULL where there is none
 */
const guint *
mattra_row_get_bar (const MattraRow *self,
                    guint            cell)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->bar_cell == cell + 1 ? self->bar : NULL;
}

/**
 * mattra_row_begin_cell:
 * @self: a row
 *
 * Begins the next cell; the paragraphs added from now on are in it.
 */
void
mattra_row_begin_cell (MattraRow *self)
{
  g_return_if_fail (self != NULL);

  g_array_append_val (self->cells, self->paragraphs->len);
}

/**
 * mattra_row_add_paragraph:
 * @self: a row with a cell begun
 * @number: (nullable): what stands before the paragraph, as "๑."; the paragraph's lines hang behind it
 * @text: valid UTF-8 text
 * @length: its length in bytes, or -1 if it ends with NUL
 *
 * Adds a paragraph to the last cell. It begins on a line of its own.
 */
void
mattra_row_add_paragraph (MattraRow  *self,
                          const char *number,
                          const char *text,
                          gssize      length)
{
  Paragraph paragraph;

  g_return_if_fail (self != NULL && text != NULL);
  g_return_if_fail (self->cells->len > 0);

  paragraph.cell = self->cells->len - 1;
  paragraph.number = NO_NUMBER;
  if (number != NULL && *number != '\0')
    {
      paragraph.number = self->text->len;
      g_string_append_len (self->text, number, (gssize) strlen (number) + 1);
    }
  paragraph.text = self->text->len;
  paragraph.length = length < 0 ? strlen (text) : (gsize) length;
  g_string_append_len (self->text, text, (gssize) paragraph.length);
  g_string_append_c (self->text, '\0');
  g_array_append_val (self->paragraphs, paragraph);
}

/**
 * mattra_row_add_choice:
 * @self: a row with a cell begun
 * @text: what can be ticked
 * @ticked: whether it is ticked already
 *
 * Adds a box to be ticked by hand, with its text, to the last cell.
 */
void
mattra_row_add_choice (MattraRow  *self,
                       const char *text,
                       gboolean    ticked)
{
  mattra_row_add_paragraph (self, ticked ? MATTRA_ROW_BOX_TICKED : MATTRA_ROW_BOX, text, -1);
}

/**
 * mattra_row_set_section:
 * @self: a row
 * @section: whether the row's first cell spans all columns, in bold
 *
 * Makes the row a head for the rows behind it; it never ends a page.
 */
void
mattra_row_set_section (MattraRow *self,
                        gboolean   section)
{
  g_return_if_fail (self != NULL);

  self->section = section;
}

/**
 * mattra_row_is_section:
 * @self: a row
 *
 * Returns: whether the row spans all columns
 */
gboolean
mattra_row_is_section (const MattraRow *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->section;
}

/**
 * mattra_row_set_continued:
 * @self: a row
 * @text: (nullable): what stands in the table's lead column where the row goes on upon a new page, as "๒. (ต่อ)"
 *
 * Names the row for its further pages; without a name it is "(ต่อ)".
 */
void
mattra_row_set_continued (MattraRow  *self,
                          const char *text)
{
  g_return_if_fail (self != NULL);

  g_free (self->continued);
  self->continued = g_strdup (text);
}

/**
 * mattra_row_get_continued:
 * @self: a row
 *
 * Returns: (nullable): what stands where the row goes on
 */
const char *
mattra_row_get_continued (const MattraRow *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->continued;
}

/**
 * mattra_row_set_name:
 * @self: a row
 * @name: (nullable): what the user calls the row, as "Measure 3"
 *
 * Names the row for messages; the name is not printed.
 */
void
mattra_row_set_name (MattraRow  *self,
                     const char *name)
{
  g_return_if_fail (self != NULL);

  g_free (self->name);
  self->name = g_strdup (name);
}

/**
 * mattra_row_get_name:
 * @self: a row
 *
 * Returns: (nullable): what the user calls the row
 */
const char *
mattra_row_get_name (const MattraRow *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->name;
}

static guint
first_paragraph (const MattraRow *self,
                 guint            cell)
{
  return cell < self->cells->len ? g_array_index (self->cells, guint, cell) : self->paragraphs->len;
}

/**
 * mattra_row_get_n_paragraphs:
 * @self: a row
 * @cell: a cell's index
 *
 * Returns: how many paragraphs the cell has; 0 where there is no such cell
 */
guint
mattra_row_get_n_paragraphs (const MattraRow *self,
                             guint            cell)
{
  g_return_val_if_fail (self != NULL, 0);

  return first_paragraph (self, cell + 1) - first_paragraph (self, cell);
}

/**
 * mattra_row_get_paragraph:
 * @self: a row
 * @cell: a cell's index
 * @paragraph: a paragraph's index in the cell
 * @length: (out): the text's length in bytes
 * @number: (out) (nullable): the paragraph's number
 *
 * Returns: (transfer none): the paragraph's text, ended with NUL
 */
const char *
mattra_row_get_paragraph (const MattraRow  *self,
                          guint             cell,
                          guint             paragraph,
                          gsize            *length,
                          const char      **number)
{
  const Paragraph *found;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (paragraph < mattra_row_get_n_paragraphs (self, cell), NULL);

  found = &g_array_index (self->paragraphs, Paragraph, first_paragraph (self, cell) + paragraph);
  *length = found->length;
  *number = found->number == NO_NUMBER ? NULL : self->text->str + found->number;
  return self->text->str + found->text;
}

/**
 * mattra_row_set_key:
 * @self: a row
 * @key: (nullable): the key of what the row tells of, at most %MATTRA_ROW_KEY bytes
 *
 * Remembers which data the row was made of, so that a place on a page leads there. It is not printed.
 */
void
mattra_row_set_key (MattraRow  *self,
                    const char *key)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (key == NULL || strlen (key) <= MATTRA_ROW_KEY);

  g_free (self->key);
  self->key = g_strdup (key);
}

/**
 * mattra_row_get_key:
 * @self: a row
 *
 * Returns: (nullable): the key of what the row tells of
 */
const char *
mattra_row_get_key (const MattraRow *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->key;
}

/**
 * mattra_row_get_size:
 * @self: a row
 *
 * Returns: how many bytes of text the row holds: a measure of its height
 */
gsize
mattra_row_get_size (const MattraRow *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->text->len;
}

/**
 * mattra_row_hash:
 * @self: a row
 * @checksum: a checksum
 *
 * Adds everything of the row that is printed to the checksum.
 */
void
mattra_row_hash (const MattraRow *self,
                 GChecksum       *checksum)
{
  guint32 shape[3];
  const char *continued = self->continued != NULL ? self->continued : "";

  g_return_if_fail (self != NULL && checksum != NULL);

  shape[0] = GUINT32_TO_LE (self->cells->len);
  shape[1] = GUINT32_TO_LE (self->paragraphs->len);
  shape[2] = GUINT32_TO_LE ((guint32) self->section);
  g_checksum_update (checksum, (const guchar *) shape, sizeof shape);
  for (guint i = 0; i < self->paragraphs->len; i++)
    {
      const Paragraph *paragraph = &g_array_index (self->paragraphs, Paragraph, i);
      guint32 place[2] = {
        GUINT32_TO_LE (paragraph->cell), GUINT32_TO_LE ((guint32) (paragraph->number != NO_NUMBER)),
      };

      g_checksum_update (checksum, (const guchar *) place, sizeof place);
    }
  g_checksum_update (checksum, (const guchar *) self->text->str, (gssize) self->text->len);
  g_checksum_update (checksum, (const guchar *) continued, (gssize) strlen (continued) + 1);
  for (guint i = 0; self->bar_cell > 0 && i < MATTRA_ROW_BAR_PARTS; i++)
    {
      guint32 part = GUINT32_TO_LE (self->bar[i]);

      g_checksum_update (checksum, (const guchar *) &part, sizeof part);
    }
}

struct _MattraRowSource
{
  const MattraRowSourceFuncs *funcs;
  gpointer                    data;
};

/**
 * mattra_row_source_new:
 * @funcs: what the source does; must outlive it
 * @data: (transfer full): its data, freed by @funcs
 *
 * Returns: (transfer full): a source
 */
MattraRowSource *
mattra_row_source_new (const MattraRowSourceFuncs *funcs,
                       gpointer                    data)
{
  MattraRowSource *self;

  g_return_val_if_fail (funcs != NULL && funcs->rewind != NULL && funcs->next != NULL, NULL);

  self = g_new0 (MattraRowSource, 1);
  self->funcs = funcs;
  self->data = data;
  return self;
}

typedef struct
{
  GPtrArray *rows;
  guint      next;
} RowArray;

static gboolean
row_array_rewind (gpointer   data,
                  GError   **error)
{
  ((RowArray *) data)->next = 0;
  return TRUE;
}

static gboolean
row_array_next (gpointer    data,
                MattraRow  *row,
                GError    **error)
{
  RowArray *self = data;

  if (self->next >= self->rows->len)
    return FALSE;
  assign (row, g_ptr_array_index (self->rows, self->next++));
  return TRUE;
}

static gsize
row_array_tell (gpointer data)
{
  return ((RowArray *) data)->next;
}

static gboolean
row_array_seek (gpointer   data,
                gsize      place,
                GError   **error)
{
  ((RowArray *) data)->next = (guint) place;
  return TRUE;
}

static void
row_array_free (gpointer data)
{
  RowArray *self = data;

  g_ptr_array_unref (self->rows);
  g_free (self);
}

/**
 * mattra_row_source_new_for_rows:
 * @rows: (transfer none) (element-type MattraRow): the rows
 *
 * Returns: (transfer full): a source of rows that are in memory
 */
MattraRowSource *
mattra_row_source_new_for_rows (GPtrArray *rows)
{
  static const MattraRowSourceFuncs funcs = {
    row_array_rewind, row_array_next, row_array_free, row_array_tell, row_array_seek,
  };
  RowArray *data;

  g_return_val_if_fail (rows != NULL, NULL);

  data = g_new0 (RowArray, 1);
  data->rows = g_ptr_array_ref (rows);
  return mattra_row_source_new (&funcs, data);
}

/**
 * mattra_row_source_free:
 * @self: (transfer full) (nullable): a source
 *
 * Frees the source and its data.
 */
void
mattra_row_source_free (MattraRowSource *self)
{
  if (self == NULL)
    return;

  if (self->funcs->free != NULL)
    self->funcs->free (self->data);
  g_free (self);
}

/**
 * mattra_row_source_rewind:
 * @self: a source
 * @error: return location for an error
 *
 * Goes back to before the first row.
 *
 * Returns: %FALSE with the source's error if that failed
 */
gboolean
mattra_row_source_rewind (MattraRowSource  *self,
                          GError          **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->funcs->rewind (self->data, error);
}

/**
 * mattra_row_source_next:
 * @self: a source
 * @row: the row to fill
 * @error: return location for an error
 *
 * Reads the next row.
 *
 * Returns: %FALSE at the end, and with @error set if reading failed
 */
gboolean
mattra_row_source_next (MattraRowSource  *self,
                        MattraRow        *row,
                        GError          **error)
{
  g_return_val_if_fail (self != NULL && row != NULL, FALSE);

  return self->funcs->next (self->data, row, error);
}

/**
 * mattra_row_source_tell:
 * @self: a source
 *
 * Returns: where the next row begins, for mattra_row_source_seek(); 0 where the source cannot go back
 */
gsize
mattra_row_source_tell (MattraRowSource *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->funcs->tell != NULL ? self->funcs->tell (self->data) : 0;
}

/**
 * mattra_row_source_seek:
 * @self: a source
 * @place: a place that mattra_row_source_tell() gave, or where the same source now has a row instead
 * @error: return location for an error
 *
 * Goes on from a place.
 *
 * Returns: %FALSE if the source cannot go there, with @error set if reading failed
 */
gboolean
mattra_row_source_seek (MattraRowSource  *self,
                        gsize             place,
                        GError          **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->funcs->seek != NULL && self->funcs->seek (self->data, place, error);
}
