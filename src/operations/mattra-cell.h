/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-carried.h"
#include "mattra-plan.h"

G_BEGIN_DECLS

/* A cell of a table of measures: what stands in a field, as a person would type it. Fields are named as in
 * JSON and in mattra-edit.h. */

/* Before the head of a column that Mattra has no word for. */
#define MATTRA_CELL_EXTRA "extra:"

/* Before the number, from 1, of a recommendation of an earlier year; the cell holds the answer to it. */
#define MATTRA_CELL_CARRIED "carried:"

const MattraCarried *mattra_cell_find_carried (MattraMeasure *measure,
                                      const char     *field);
GPtrArray  *mattra_cell_list_extras  (MattraMeasure  *measure);
char       *mattra_cell_dup_text     (MattraPlan     *plan,
                                      MattraMeasure  *measure,
                                      const char     *field,
                                      MattraRound     round,
                                      const char     *division);
char       *mattra_cell_dup_exactly  (MattraPlan     *plan,
                                      MattraMeasure  *measure,
                                      const char     *field,
                                      MattraRound     round,
                                      const char     *division);
const char *mattra_cell_get_division (MattraPlan     *plan,
                                      MattraMeasure  *measure,
                                      const char     *field,
                                      MattraRound     round,
                                      const char     *division);
gboolean    mattra_cell_is_editable  (MattraPlan     *plan,
                                      MattraMeasure  *measure,
                                      const char     *field,
                                      MattraRound     round,
                                      const char     *division,
                                      char          **why);
gboolean    mattra_cell_is_open      (MattraPlan     *plan,
                                      const char     *field,
                                      MattraRound     round,
                                      char          **why);
gboolean    mattra_cell_says_something (MattraAnswer *answer);
gboolean    mattra_cell_is_answer    (const char     *field);
gboolean    mattra_cell_is_composed  (MattraPlan     *plan,
                                      MattraMeasure  *measure,
                                      const char     *field,
                                      MattraRound     round,
                                      const char     *division);

G_END_DECLS
