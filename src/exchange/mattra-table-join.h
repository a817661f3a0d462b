/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-header.h"
#include "mattra-import.h"

G_BEGIN_DECLS

typedef struct _MattraTableJoin MattraTableJoin;

MattraTableJoin *mattra_table_join_new  (MattraImport       *import);
void             mattra_table_join_free (MattraTableJoin    *self);
void             mattra_table_join_take (MattraTableJoin    *self,
                                         MattraMeasure      *measure,
                                         const MattraHeader *header,
                                         int                 line);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MattraTableJoin, mattra_table_join_free)

G_END_DECLS
