/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-flow.h"

G_BEGIN_DECLS

#define MATTRA_MOST_COLUMNS 64

/* The room between a rule and the text beside it. */
#define MATTRA_CELL_PADDING MATTRA_MM (1.5)

int      mattra_cell_hang      (MattraLines          *scratch,
                                MattraTypesetter     *typesetter,
                                const MattraSetting  *setting,
                                const MattraRow      *row,
                                guint                 cell,
                                GError              **error);
void     mattra_cell_prefix    (const MattraTable    *table,
                                const MattraRow      *row,
                                guint                 cell,
                                GError              **error);
gboolean mattra_columns_choose (MattraTypesetter     *typesetter,
                                const MattraTable    *table,
                                int                   total,
                                MattraRowWatch       *watch,
                                int                  *widths,
                                GError              **error);

G_END_DECLS
