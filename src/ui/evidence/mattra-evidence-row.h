/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "mattra-evidence.h"
#include "mattra-session.h"

G_BEGIN_DECLS

#define MATTRA_TYPE_EVIDENCE_ROW (mattra_evidence_row_get_type ())

/* A piece of evidence in a list: a small picture or a sign, its caption, changed in place, and what it is. */
G_DECLARE_FINAL_TYPE (MattraEvidenceRow, mattra_evidence_row, MATTRA, EVIDENCE_ROW, GtkListBoxRow)

GtkWidget  *mattra_evidence_row_new    (MattraSession     *session,
                                        const char        *evidence);
const char *mattra_evidence_row_get_id (MattraEvidenceRow *self);
void        mattra_evidence_row_show   (MattraEvidenceRow *self,
                                        MattraMeasure     *measure,
                                        GPtrArray         *list,
                                        guint              place,
                                        gboolean           editable);
void        mattra_evidence_row_commit (MattraEvidenceRow *self);

G_END_DECLS
