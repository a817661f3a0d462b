/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MattraSealCell:
 * @measure: ULID of the measure; empty for what belongs to the plan as a whole.
 * @number: number of the measure, in western digits.
 * @field: field as in JSON; of the plan as the command line names it: "organisation name", "plan title".
 * @division: ULID of the division that answers; empty for a joint answer and for what is no answer.
 * @division_name: name of that division.
 * @text: what stands there; items a line each.
 *
 * One cell of what a version was made of.
 */
typedef struct
{
  char *measure;
  char *number;
  char *field;
  char *division;
  char *division_name;
  char *text;
} MattraSealCell;

void       mattra_seal_cell_free   (MattraSealCell        *self);
GString   *mattra_seal_cells_begin (void);
void       mattra_seal_cell_append (const MattraSealCell  *self,
                                    GString               *json);
GBytes    *mattra_seal_cells_end   (GString               *json);
GPtrArray *mattra_seal_cells_parse (GBytes                *json,
                                    GError               **error);

G_END_DECLS
