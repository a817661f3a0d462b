/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-grid-delegate.h"
#include "mattra-measure-list.h"

G_BEGIN_DECLS

#define MATTRA_TYPE_TABLE_DELEGATE (mattra_table_delegate_get_type ())

/* What the grid is told of measures: texts, looks, what may be typed; what is changed becomes an act
 * of the session.
 *
 * Signals:
 *   refused (row id, field, text, error)   a change of one cell was not taken; error is a GError
 *   created (id)                           a measure was made at the user's wish
 */
G_DECLARE_FINAL_TYPE (MattraTableDelegate, mattra_table_delegate, MATTRA, TABLE_DELEGATE, GObject)

MattraTableDelegate *mattra_table_delegate_new         (MattraSession       *session,
                                                        MattraMeasureList   *list,
                                                        GSettings           *settings);

G_END_DECLS
