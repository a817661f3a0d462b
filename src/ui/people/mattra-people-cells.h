/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-grid-delegate.h"
#include "mattra-people-kind.h"
#include "mattra-people-live.h"
#include "mattra-session.h"

G_BEGIN_DECLS

#define MATTRA_TYPE_PEOPLE_ROW (mattra_people_row_get_type ())

/* A row: its key and the texts of its cells, as they were when the plan was loaded. */
G_DECLARE_FINAL_TYPE (MattraPeopleRow, mattra_people_row, MATTRA, PEOPLE_ROW, GObject)


#define MATTRA_TYPE_PEOPLE_CELLS (mattra_people_cells_get_type ())

/* The rows of one kind in a session's plan, and how a grid changes them: each change is one act.
 *
 * Signals:
 *   added (id)                   a row was added at the user's wish; it is in the list by now
 *   refused (id, field, text)    a text for one cell was refused
 */
G_DECLARE_FINAL_TYPE (MattraPeopleCells, mattra_people_cells, MATTRA, PEOPLE_CELLS, GObject)

MattraPeopleCells *mattra_people_cells_new      (MattraSession           *session,
                                                 const MattraPeopleKind  *kind,
                                                 MattraDigits             digits);
GListModel        *mattra_people_cells_get_rows (MattraPeopleCells       *self);
gboolean           mattra_people_cells_find     (MattraPeopleCells       *self,
                                                 const char              *id,
                                                 guint                   *position);
const char        *mattra_people_cells_get_id   (MattraPeopleCells      *self,
                                                 guint                   position);
void               mattra_people_cells_add      (MattraPeopleCells       *self);

MattraPeopleLive  *mattra_people_cells_get_live (MattraPeopleCells   *self);

G_END_DECLS
