/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-draft.h"
#include "mattra-header.h"
#include "mattra-import-private.h"
#include "mattra-table-join.h"

G_BEGIN_DECLS

typedef struct
{
  const MattraTable *table;
  const char *name;
  const MattraImportOptions *options;
  MattraImport *import;
  MattraDivisionList *divisions;
  MattraTableJoin *join;
  GPtrArray *headers; /* every header met; columns borrow from them */
  const MattraHeader *header;
  int number_column;
  int title_column;
  MattraDraft *draft;
  const MattraHeader *draft_header;
  int draft_line;
  char *section;
  int indicator;
  gboolean has_sections;
  gboolean section_used; /* a measure stands in it */
  gboolean after_header; /* a header has passed, and no row has come since */
  gboolean after_break;  /* that header was the same as before, as at a page break */
  gboolean in_notes;     /* signatures have begun: what follows is no table */
  guint last_row;        /* the last row that can belong to a table */
  int last_number;
  guint n_numbered;
} MattraTableReader;

/* A row with what decides whose it is. */
typedef struct
{
  guint row;
  const MattraCell *number;
  const MattraCell *title;
  const MattraCell *first; /* the first cell that is not empty */
  guint n_filled;
  gboolean is_line; /* text in the first cell only */
} MattraTableLook;

const char *mattra_table_title_take_number  (MattraTableReader *self,
                                             const char        *text,
                                             int               *number);
gboolean    mattra_table_title_repeats      (MattraTableReader *self,
                                             const char        *text);
gboolean    mattra_table_title_is_short     (MattraTableReader *self);
gboolean    mattra_table_title_may_overflow (MattraTableReader *self,
                                             const char        *text);

G_END_DECLS
