/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-header.h"
#include "mattra-import-private.h"

G_BEGIN_DECLS

/* A measure that is being put together from the rows of a table. */
typedef struct _MattraDraft MattraDraft;

MattraDraft   *mattra_draft_new          (MattraImport       *import,
                                          MattraDivisionList *divisions);
void           mattra_draft_free         (MattraDraft        *self);
MattraMeasure *mattra_draft_get_measure  (MattraDraft        *self);
void           mattra_draft_extend_title (MattraDraft        *self,
                                          const MattraCell   *cell);
void           mattra_draft_add_row      (MattraDraft        *self,
                                          const MattraHeader *header,
                                          const MattraTable  *table,
                                          guint               row,
                                          gboolean            continues);
void           mattra_draft_finish       (MattraDraft        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MattraDraft, mattra_draft_free)

G_END_DECLS
