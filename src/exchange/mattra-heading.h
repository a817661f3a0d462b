/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-import-private.h"

G_BEGIN_DECLS

void mattra_heading_read (const MattraTable *table,
                          guint              n_rows,
                          int                fiscal_year,
                          MattraImport      *import);
void mattra_heading_ask  (MattraImport      *import);

G_END_DECLS
