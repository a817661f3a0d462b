/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-flow.h"

G_BEGIN_DECLS

/**
 * MattraTableFlow:
 *
 * A table on its way to paper, row by row.
 */
typedef struct _MattraTableFlow MattraTableFlow;

MattraTableFlow *mattra_table_flow_new     (MattraFlow              *flow,
                                            const MattraTable       *table,
                                            guint                    block,
                                            int                      follower,
                                            GError                 **error);
void             mattra_table_flow_free    (MattraTableFlow         *self);
gboolean         mattra_table_flow_begin   (MattraTableFlow         *self,
                                            GError                 **error);
gboolean         mattra_table_flow_return  (MattraTableFlow         *self,
                                            const MattraCheckpoint  *checkpoint,
                                            GError                 **error);
gboolean         mattra_table_flow_step    (MattraTableFlow         *self,
                                            GError                 **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MattraTableFlow, mattra_table_flow_free)

G_END_DECLS
