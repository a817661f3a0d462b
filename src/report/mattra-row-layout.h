/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-flow.h"

G_BEGIN_DECLS

/**
 * MattraTableStyle:
 * @table: the table, for messages
 * @body: how cells are set
 * @head: how heads and section rows are set
 * @pad_top: the room between a rule and the first line's natural box
 * @pad_bottom: the room between the last line's natural box and a rule
 * @n_columns: how many columns there are
 * @lead: the column that says (ต่อ)
 * @edges: the x of each column's left edge, and the last one's right edge
 *
 * What all rows of a table have in common.
 */
typedef struct
{
  const MattraTable *table;
  MattraSetting      body;
  MattraSetting      head;
  int                pad_top;
  int                pad_bottom;
  guint              n_columns;
  guint              lead;
  int               *edges;
} MattraTableStyle;

/**
 * MattraRowLayout:
 *
 * A row broken into lines, and how many of them stand on paper already.
 */
typedef struct _MattraRowLayout MattraRowLayout;

MattraRowLayout *mattra_row_layout_new          (void);
void             mattra_row_layout_free         (MattraRowLayout         *self);
gboolean         mattra_row_layout_fill         (MattraRowLayout         *self,
                                                 MattraTypesetter        *typesetter,
                                                 const MattraTableStyle  *style,
                                                 const MattraRow         *row,
                                                 GError                 **error);
gboolean         mattra_row_layout_fill_head    (MattraRowLayout         *self,
                                                 MattraTypesetter        *typesetter,
                                                 const MattraTableStyle  *style,
                                                 const MattraTable       *table,
                                                 GError                 **error);
gboolean         mattra_row_layout_is_section   (const MattraRowLayout   *self);
guint            mattra_row_layout_get_n_left   (const MattraRowLayout   *self,
                                                 const MattraTableStyle  *style);
gboolean         mattra_row_layout_is_room      (const MattraRowLayout   *self);
int              mattra_row_layout_get_height   (const MattraTableStyle  *style,
                                                 guint                    n_lines);
guint            mattra_row_layout_count_fitting
                                                (const MattraTableStyle  *style,
                                                 int                      room);
void             mattra_row_layout_put          (MattraRowLayout         *self,
                                                 MattraFlow              *flow,
                                                 const MattraTableStyle  *style,
                                                 guint                    n_lines);
void             mattra_row_layout_put_head     (MattraRowLayout         *self,
                                                 MattraFlow              *flow,
                                                 const MattraTableStyle  *style);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MattraRowLayout, mattra_row_layout_free)

G_END_DECLS
