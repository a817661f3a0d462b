/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-grid-block.h"
#include "mattra-table-cell.h"

G_BEGIN_DECLS

void mattra_table_read (MattraSession            *session,
                        MattraMeasureList        *list,
                        const MattraTableContext *context,
                        MattraGridBlock          *block,
                        MattraGridBlockFunc       done,
                        gpointer                  user_data);

G_END_DECLS
