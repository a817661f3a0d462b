/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

#include "mattra-table-format.h"

G_BEGIN_DECLS

/* What a table may hold; a tenth of each is more than any office's report has. */
#define MATTRA_TABLE_MAX_ROWS 200000
#define MATTRA_TABLE_MAX_COLUMNS 256
#define MATTRA_TABLE_MAX_CELL_BYTES 32768

/**
 * MattraCell:
 * @text: the text without white space round it; points into the table.
 * @line: line of the document, from 1.
 * @column: character of the line where the cell begins, from 1.
 *
 * A cell of a table.
 */
typedef struct
{
  const char *text;
  int line;
  int column;
} MattraCell;

/**
 * MattraRow:
 * @first: place of the first cell among all cells.
 * @n_cells: how many cells the row has, empty ones too.
 * @line: line of the document, from 1.
 *
 * A line of text or a row of a table: a row has two cells or more. Empty ones are left out.
 */
typedef struct
{
  guint first;
  guint n_cells;
  int line;
} MattraRow;

typedef struct _MattraTable MattraTable;

MattraTable     *mattra_table_new        (char               *text,
                                          gsize               length,
                                          const char         *name,
                                          MattraTableFormat   format,
                                          GError            **error);
void             mattra_table_free       (MattraTable        *self);
guint            mattra_table_get_n_rows (const MattraTable  *self);
const MattraRow *mattra_table_get_row    (const MattraTable  *self,
                                          guint               row);
const MattraCell *mattra_table_get_cell  (const MattraTable  *self,
                                          guint               row,
                                          guint               column);
gboolean         mattra_table_is_csv     (const MattraTable  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MattraTable, mattra_table_free)

G_END_DECLS
