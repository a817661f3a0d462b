/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-evidence.h"
#include "mattra-session.h"

G_BEGIN_DECLS

/**
 * MattraEvidenceDraft:
 * @url: (nullable): of a link its address.
 * @file_name: (nullable): of a file its name.
 * @bytes: (nullable): of a file what is in it.
 *
 * What somebody wants to add.
 */
typedef struct
{
  char *url;
  char *file_name;
  GBytes *bytes;
} MattraEvidenceDraft;

void mattra_evidence_draft_free  (MattraEvidenceDraft *self);

void mattra_evidence_act_add     (MattraSession        *session,
                                  MattraMeasure        *measure,
                                  MattraRound           round,
                                  const char           *division,
                                  GPtrArray            *drafts,
                                  GAsyncReadyCallback   callback,
                                  gpointer              user_data);
void mattra_evidence_act_caption (MattraSession        *session,
                                  MattraMeasure        *measure,
                                  const MattraEvidence *evidence,
                                  const char           *caption,
                                  GAsyncReadyCallback   callback,
                                  gpointer              user_data);
void mattra_evidence_act_prove   (MattraSession        *session,
                                  MattraMeasure        *measure,
                                  const MattraEvidence *evidence,
                                  const char           *item);
void mattra_evidence_act_move    (MattraSession        *session,
                                  MattraMeasure        *measure,
                                  const MattraEvidence *evidence,
                                  const char           *after);
void mattra_evidence_act_remove  (MattraSession        *session,
                                  MattraMeasure        *measure,
                                  const MattraEvidence *evidence);

G_END_DECLS
