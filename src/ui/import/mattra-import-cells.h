/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-digits.h"
#include "mattra-grid-delegate.h"
#include "mattra-measure.h"

G_BEGIN_DECLS

/* Id of a column of extra text up to the colon before its head. */
#define MATTRA_IMPORT_CELLS_EXTRA "extra"

#define MATTRA_TYPE_IMPORT_CELLS (mattra_import_cells_get_type ())

/* What a grid shows of measures that were read: column ids are fields as in JSON. */
G_DECLARE_FINAL_TYPE (MattraImportCells, mattra_import_cells, MATTRA, IMPORT_CELLS, GObject)

MattraImportCells *mattra_import_cells_new       (MattraDigits        digits);
void               mattra_import_cells_set_marks (MattraImportCells  *self,
                                                  GHashTable         *marks);

G_END_DECLS
