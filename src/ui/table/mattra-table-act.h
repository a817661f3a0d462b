/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-grid-delegate.h"
#include "mattra-session.h"

G_BEGIN_DECLS

/**
 * MattraTableCellEdit:
 * @measure: (nullable): ULID of the measure; %NULL for one that is made for it
 * @number: the measure's number, for the history; 0 for none
 * @row: counts the measures that are made: cells of the same row are of the same measure
 * @field: the column's id
 * @division: (nullable): ULID of the division whose answer it is; %NULL for the joint one
 * @text: its new text, as typed
 *
 * A cell of an act on the table.
 */
typedef struct
{
  char *measure;
  int number;
  guint row;
  char *field;
  char *division;
  char *text;
} MattraTableCellEdit;

void mattra_table_cell_edit_free  (MattraTableCellEdit  *self);

void mattra_table_act_apply       (MattraSession        *session,
                                   MattraGridChangeKind  kind,
                                   GPtrArray            *edits,
                                   GAsyncReadyCallback   callback,
                                   gpointer              user_data);
gboolean mattra_table_act_finish  (MattraSession        *session,
                                   GAsyncResult         *result,
                                   char                **measure,
                                   GError              **error);

G_END_DECLS
