/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-import.h"
#include "mattra-table.h"

G_BEGIN_DECLS

/**
 * MattraColumn:
 * @field: what it holds.
 * @status: the status that a tick states, for columns of ticks.
 * @round: round of the answers, where a table has a column for each; none otherwise.
 * @label: its head as it prints.
 * @first: the head in the header's first row, folded.
 * @second: the head in its second row, folded; empty where there is none.
 *
 * A column of a table of measures.
 */
typedef struct
{
  MattraField field;
  MattraStatus status;
  MattraRound round;
  char *label;
  char *first;
  char *second;
} MattraColumn;

/* The head of a table of measures, in one row or two. */
typedef struct
{
  GPtrArray *columns; /* MattraColumn */
  guint n_rows;
  gboolean has_results;
} MattraHeader;

MattraHeader       *mattra_header_find        (const MattraTable  *table,
                                               guint               row,
                                               gboolean            is_report);
MattraHeader       *mattra_header_new_empty   (void);
MattraHeader       *mattra_header_new_headless (const MattraTable *table,
                                               guint              *row);
void                mattra_header_give_meanings (MattraHeader     *self,
                                               GArray             *meanings);
gboolean            mattra_header_same_heads  (const MattraHeader *self,
                                               const MattraHeader *other);
void                mattra_header_tell_labels_apart (MattraHeader *self);
void                mattra_header_free        (MattraHeader       *self);
guint               mattra_header_repeated    (const MattraHeader *self,
                                               const MattraTable  *table,
                                               guint               row);
const MattraColumn *mattra_header_get_column  (const MattraHeader *self,
                                               guint               column);
int                 mattra_header_find_column (const MattraHeader *self,
                                               MattraField         field);
gboolean mattra_header_equal (const MattraHeader *self,
                              const MattraHeader *other);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MattraHeader, mattra_header_free)

G_END_DECLS
