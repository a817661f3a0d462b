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
 * @text: its new text, as typed
 * @was: (nullable): the text that is to be replaced; where another one stands there by then, nothing is changed
 *
 * A cell of an act on the table.
 */
typedef struct
{
  char *measure;
  int number;
  guint row;
  char *field;
  char *text;
  char *was;
} MattraTableCellEdit;

void mattra_table_cell_edit_free  (MattraTableCellEdit  *self);

void mattra_table_act_apply       (MattraSession        *session,
                                   MattraGridChangeKind  kind,
                                   GPtrArray            *edits,
                                   GAsyncReadyCallback   callback,
                                   gpointer              user_data);
void mattra_table_act_insert      (MattraSession        *session,
                                   const char           *before,
                                   guint                 n,
                                   GAsyncReadyCallback   callback,
                                   gpointer              user_data);
void mattra_table_act_duplicate   (MattraSession        *session,
                                   const char *const    *measures,
                                   GAsyncReadyCallback   callback,
                                   gpointer              user_data);
void mattra_table_act_delete      (MattraSession        *session,
                                   const char *const    *measures,
                                   GAsyncReadyCallback   callback,
                                   gpointer              user_data);
void mattra_table_act_move        (MattraSession        *session,
                                   const char *const    *measures,
                                   const char           *before,
                                   const char           *after,
                                   GAsyncReadyCallback   callback,
                                   gpointer              user_data);
void mattra_table_act_renumber    (MattraSession        *session);
gboolean mattra_table_act_finish  (MattraSession        *session,
                                   GAsyncResult         *result,
                                   GPtrArray           **measures,
                                   GError              **error);

G_END_DECLS
