/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-header.h"
#include "mattra-import-private.h"

G_BEGIN_DECLS

void mattra_columns_decide   (MattraHeader       *header,
                              const MattraTable  *table,
                              guint               row);
void mattra_columns_list     (const MattraHeader *header,
                              MattraImport       *import);
void mattra_columns_say_both (const MattraHeader *header,
                              const MattraTable  *table,
                              guint               row,
                              MattraImport       *import);

G_END_DECLS
