/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-evidence.h"
#include "mattra-store.h"

G_BEGIN_DECLS

/* Evidence is read with the measures, see mattra_measure_get_evidence(). */
char        *mattra_store_insert_evidence  (MattraStore      *self,
                                            const MattraEvidence *evidence,
                                            GBytes           *bytes,
                                            GError          **error);
gboolean     mattra_store_set_evidence_caption (MattraStore  *self,
                                            const char       *evidence,
                                            const char       *caption,
                                            GError          **error);
gboolean     mattra_store_set_evidence_item (MattraStore     *self,
                                            const char       *evidence,
                                            const char       *item,
                                            GError          **error);
gboolean     mattra_store_move_evidence    (MattraStore      *self,
                                            const char       *evidence,
                                            const char       *after,
                                            GError          **error);
gboolean     mattra_store_remove_evidence  (MattraStore      *self,
                                            const char       *evidence,
                                            GError          **error);

G_END_DECLS
