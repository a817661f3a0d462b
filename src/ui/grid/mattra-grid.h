/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "mattra-grid-delegate.h"
#include "mattra-grid-range.h"

G_BEGIN_DECLS

#define MATTRA_TYPE_GRID (mattra_grid_get_type ())

/* A table for an Excel user's hands over any GListModel; put it into a GtkScrolledWindow.
 *
 * Properties besides those of GtkScrollable: "model"; "thai-digits", whether the numbers that the grid
 * draws itself (of items and of rows) are Thai; "row-numbers", whether rows are numbered at their left.
 *
 * Signals:
 *   cursor-changed ()                          the cell one stands on, or the selection, is another
 *   sort-changed (id, descending)              the header asks for a sort; id is "" for the model's own order
 *   layout-changed ()                          widths, order or visibility of columns: time to save the state
 *   draft (row, column, text)                  the open editor's text, as typed; text is NULL when it closed
 *   edit-lost (column, text)                   the row under the open editor went away; the last draft stays
 */
G_DECLARE_FINAL_TYPE (MattraGrid, mattra_grid, MATTRA, GRID, GtkWidget)

GtkWidget        *mattra_grid_new              (MattraGridDelegate *delegate);
GListModel       *mattra_grid_get_model        (MattraGrid         *self);
void              mattra_grid_set_model        (MattraGrid         *self,
                                                GListModel         *model);
void              mattra_grid_append_column    (MattraGrid         *self,
                                                MattraGridColumn   *column);
void              mattra_grid_remove_columns   (MattraGrid         *self);
GListModel       *mattra_grid_get_columns      (MattraGrid         *self);
MattraGridColumn *mattra_grid_find_column      (MattraGrid         *self,
                                                const char         *id);
void              mattra_grid_move_column      (MattraGrid         *self,
                                                MattraGridColumn   *column,
                                                guint               position);
void              mattra_grid_set_n_frozen     (MattraGrid         *self,
                                                guint               n_frozen);
void              mattra_grid_set_read_only    (MattraGrid         *self,
                                                gboolean            read_only);
void              mattra_grid_set_row_menu     (MattraGrid         *self,
                                                GMenuModel         *menu);
void              mattra_grid_invalidate       (MattraGrid         *self);

/* The cursor and the selection */
gboolean          mattra_grid_get_cursor       (MattraGrid         *self,
                                                guint              *row,
                                                MattraGridColumn  **column);
void              mattra_grid_set_cursor       (MattraGrid         *self,
                                                guint               row,
                                                MattraGridColumn   *column);
void              mattra_grid_get_selection    (MattraGrid         *self,
                                                MattraGridRange    *range);
GArray           *mattra_grid_dup_selected_rows (MattraGrid        *self);
void              mattra_grid_select_rows      (MattraGrid         *self,
                                                guint               first,
                                                guint               last);
void              mattra_grid_select_span      (MattraGrid         *self,
                                                guint               row,
                                                guint               far_row);

/* Editing */
gboolean          mattra_grid_edit             (MattraGrid         *self,
                                                guint               row,
                                                MattraGridColumn   *column,
                                                const char         *text);
gboolean          mattra_grid_is_editing       (MattraGrid         *self);
gboolean          mattra_grid_commit_edit      (MattraGrid         *self);
void              mattra_grid_cancel_edit      (MattraGrid         *self);

/* Sorting and the saved state of the columns */
void              mattra_grid_set_sort         (MattraGrid         *self,
                                                const char         *id,
                                                gboolean            descending);
GVariant         *mattra_grid_dup_state        (MattraGrid         *self);
void              mattra_grid_restore_state    (MattraGrid         *self,
                                                GVariant           *state);

G_END_DECLS
