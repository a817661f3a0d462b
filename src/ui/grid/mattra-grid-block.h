/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "mattra-grid-column.h"

G_BEGIN_DECLS

/**
 * MattraGridBlock:
 * @top: position of the first row
 * @n_rows: how many rows
 * @columns: (element-type MattraGridColumn): the columns, from left to right
 * @moved: whether other rows stand there by now
 *
 * The texts of some cells, as they were when they were asked for.
 */
typedef struct
{
  guint top;
  guint n_rows;
  GPtrArray *columns;
  gboolean moved;

  /*< private >*/
  GPtrArray *texts;
  GByteArray *locked;
  gatomicrefcount refs;
} MattraGridBlock;

/**
 * MattraGridBlockFunc:
 * @block: (transfer full): the block, with all its texts unless there is an @error
 * @error: (nullable): why they could not be read
 * @user_data: what was given
 *
 * Told when a block is read.
 */
typedef void (*MattraGridBlockFunc) (MattraGridBlock *block,
                                     const GError    *error,
                                     gpointer         user_data);

MattraGridBlock *mattra_grid_block_new        (guint                  top,
                                               guint                  n_rows);
MattraGridBlock *mattra_grid_block_ref        (MattraGridBlock       *self);
void             mattra_grid_block_unref      (MattraGridBlock       *self);
void             mattra_grid_block_add_column (MattraGridBlock       *self,
                                               MattraGridColumn      *column);
void             mattra_grid_block_take       (MattraGridBlock       *self,
                                               char                  *text,
                                               gboolean               locked);
gboolean         mattra_grid_block_is_full    (const MattraGridBlock *self);
const char      *mattra_grid_block_get        (const MattraGridBlock *self,
                                               guint                  row,
                                               MattraGridColumn      *column,
                                               gboolean              *locked);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MattraGridBlock, mattra_grid_block_unref)

G_END_DECLS
