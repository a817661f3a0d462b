/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-grid-delegate.h"
#include "mattra-measure-list.h"

G_BEGIN_DECLS

/**
 * MattraTableRows:
 * @MATTRA_TABLE_ROWS_NONE: none were made or moved
 * @MATTRA_TABLE_ROWS_NEW: blank ones were made, to be written in
 * @MATTRA_TABLE_ROWS_COPIED: copies of others were made
 * @MATTRA_TABLE_ROWS_PASTED: some were made for what was pasted beyond the last
 * @MATTRA_TABLE_ROWS_MOVED: some were moved
 *
 * What an act did to rows.
 */
typedef enum
{
  MATTRA_TABLE_ROWS_NONE,
  MATTRA_TABLE_ROWS_NEW,
  MATTRA_TABLE_ROWS_COPIED,
  MATTRA_TABLE_ROWS_PASTED,
  MATTRA_TABLE_ROWS_MOVED,
} MattraTableRows;

#define MATTRA_TYPE_TABLE_DELEGATE (mattra_table_delegate_get_type ())

/* What the grid is told of measures: texts, looks, what may be typed; what is changed becomes an act
 * of the session.
 *
 * Signals:
 *   refused (row id, field, text, error)   a change of one cell was not taken; error is a GError
 *   rows-done (ids, what)                  measures were made or moved at the user's wish: GPtrArray of ULIDs
 *                                          in their order, and MattraTableRows
 */
G_DECLARE_FINAL_TYPE (MattraTableDelegate, mattra_table_delegate, MATTRA, TABLE_DELEGATE, GObject)

MattraTableDelegate *mattra_table_delegate_new         (MattraSession       *session,
                                                        MattraMeasureList   *list,
                                                        GSettings           *settings);

G_END_DECLS
