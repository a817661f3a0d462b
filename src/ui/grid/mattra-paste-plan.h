/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-grid-private.h"
#include "mattra-table-text.h"

G_BEGIN_DECLS

/**
 * MattraPasteFate:
 *
 * What becomes of a text that is pasted.
 */
typedef enum
{
  MATTRA_PASTE_TAKEN,
  MATTRA_PASTE_READ_ONLY,
  MATTRA_PASTE_NOT_UNDERSTOOD,
  MATTRA_PASTE_NOTHING,
} MattraPasteFate;

/**
 * MattraPastePlan:
 * @area: the cells that the block falls on, rows to be appended among them
 * @cells: (element-type MattraGridCellText): what changes, in reading order
 * @n_appended: rows beyond the model's end
 * @n_cut_columns: columns of the block that lie beyond the last column
 * @n_cut_rows: rows of the block beyond the last row, where none can be appended
 * @n_read_only: texts left out because their cells can't be changed
 * @n_not_understood: texts left out because their columns do not take them
 * @rows_left_out: (element-type guint): rows that a text is left out of for either reason
 * @has_more: whether more was copied than the tables
 *
 * What a paste will do.
 */
typedef struct
{
  MattraGridRange area;
  GPtrArray *cells;
  guint n_appended;
  guint n_cut_columns;
  guint n_cut_rows;
  guint n_read_only;
  guint n_not_understood;
  GArray *rows_left_out;
  gboolean has_more;
} MattraPastePlan;

/**
 * MattraPasteTarget:
 * @selection: the cells that are pasted over
 * @cells: the cells that what is pasted may fall on, as they were read
 *
 * Where something is pasted.
 */
typedef struct
{
  MattraGridRange selection;
  MattraGridBlock *cells;
} MattraPasteTarget;

MattraPastePlan *mattra_paste_plan_new      (MattraGrid            *grid,
                                             const MattraPasteTarget *target,
                                             const MattraTableText *block);
void             mattra_paste_plan_free     (MattraPastePlan       *self);
gboolean         mattra_paste_plan_is_plain (const MattraPastePlan *self);
MattraPasteFate  mattra_paste_plan_find     (MattraGrid            *grid,
                                             const MattraPasteTarget *target,
                                             const MattraPastePlan *self,
                                             const MattraTableText *block,
                                             guint                  row,
                                             guint                  place,
                                             char                 **text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MattraPastePlan, mattra_paste_plan_free)

G_END_DECLS
