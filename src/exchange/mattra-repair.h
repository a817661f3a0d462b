/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * MattraRepairKind:
 * @MATTRA_REPAIR_ENCODING: the bytes were no UTF-8 and were taken as another encoding.
 * @MATTRA_REPAIR_BIDI: invisible controls of writing direction were taken out.
 * @MATTRA_REPAIR_REPEATED_HEADER: a header repeated at a page break was passed over.
 * @MATTRA_REPAIR_MERGED_HEADER: a header of two rows was read as one.
 * @MATTRA_REPAIR_JOINED_ROW: a row continues the measure above.
 * @MATTRA_REPAIR_DOUBLED_CELL: a cell that repeats the one above was not taken twice.
 * @MATTRA_REPAIR_SECTION: a row was taken as the head of a section.
 * @MATTRA_REPAIR_TOTAL: a row of totals was left out.
 * @MATTRA_REPAIR_NUMBER: a measure's number was given, changed or could not be read.
 * @MATTRA_REPAIR_COLUMN: how a column was understood.
 * @MATTRA_REPAIR_ROUND: how the round was understood.
 * @MATTRA_REPAIR_TEXT_BESIDE: text outside the table that is kept beside it.
 *
 * What a reader did, or could not do, with a place of a document.
 */
typedef enum
{
  MATTRA_REPAIR_ENCODING,
  MATTRA_REPAIR_BIDI,
  MATTRA_REPAIR_REPEATED_HEADER,
  MATTRA_REPAIR_MERGED_HEADER,
  MATTRA_REPAIR_JOINED_ROW,
  MATTRA_REPAIR_DOUBLED_CELL,
  MATTRA_REPAIR_SECTION,
  MATTRA_REPAIR_TOTAL,
  MATTRA_REPAIR_NUMBER,
  MATTRA_REPAIR_COLUMN,
  MATTRA_REPAIR_ROUND,
  MATTRA_REPAIR_TEXT_BESIDE,
} MattraRepairKind;

/**
 * MattraRepair:
 * @kind: what was done.
 * @line: line of the document, from 1; 0 for the document as a whole.
 * @column: character of the line, from 1; 0 where a whole row is meant.
 * @field: (nullable): field as in JSON.
 * @number: number of the measure; 0 where none is meant.
 * @message: what was done, translated.
 * @before: (nullable): the text as it stood.
 * @after: (nullable): what was made of it.
 *
 * A thing that an import did to a document besides reading it, for the user to look at.
 */
typedef struct
{
  MattraRepairKind kind;
  int line;
  int column;
  char *field;
  int number;
  char *message;
  char *before;
  char *after;
} MattraRepair;

#define MATTRA_TYPE_REPAIR (mattra_repair_get_type ())

GType         mattra_repair_get_type       (void);
MattraRepair *mattra_repair_new            (MattraRepairKind    kind,
                                            int                 line,
                                            int                 column,
                                            const char         *message);
MattraRepair *mattra_repair_copy           (const MattraRepair *self);
void          mattra_repair_free           (MattraRepair       *self);
const char   *mattra_repair_kind_to_string (MattraRepairKind    kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MattraRepair, mattra_repair_free)

G_END_DECLS
