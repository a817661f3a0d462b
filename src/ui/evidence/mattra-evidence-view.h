/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "mattra-session.h"

G_BEGIN_DECLS

#define MATTRA_TYPE_EVIDENCE_VIEW (mattra_evidence_view_get_type ())

/* The links and files that prove an answer: added by drop, paste or choice, worded, opened, moved and taken away. */
G_DECLARE_FINAL_TYPE (MattraEvidenceView, mattra_evidence_view, MATTRA, EVIDENCE_VIEW, AdwBin)

GtkWidget *mattra_evidence_view_new        (MattraSession      *session);
void       mattra_evidence_view_set_answer (MattraEvidenceView *self,
                                            const char         *measure,
                                            MattraRound         round,
                                            const char         *division);
void       mattra_evidence_view_show       (MattraEvidenceView *self,
                                            MattraMeasure      *measure,
                                            MattraRound         round,
                                            const char         *division);
void       mattra_evidence_view_take_files (MattraEvidenceView *self,
                                            GListModel         *files);
void       mattra_evidence_view_take_links (MattraEvidenceView *self,
                                            const char         *text);
void       mattra_evidence_view_paste      (MattraEvidenceView *self);
void       mattra_evidence_view_commit     (MattraEvidenceView *self);

G_END_DECLS
