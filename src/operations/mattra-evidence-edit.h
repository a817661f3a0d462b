/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-actor.h"
#include "mattra-store-evidence.h"

G_BEGIN_DECLS

/**
 * MattraEvidenceVerb:
 * @MATTRA_EVIDENCE_ADD: add a link or a file.
 * @MATTRA_EVIDENCE_CAPTION: say what it shows.
 * @MATTRA_EVIDENCE_PROVE: say which step or result it proves.
 * @MATTRA_EVIDENCE_MOVE: put it behind another one of the same answer, or first.
 * @MATTRA_EVIDENCE_REMOVE: take it away.
 *
 * What is to happen to evidence.
 */
typedef enum
{
  MATTRA_EVIDENCE_ADD,
  MATTRA_EVIDENCE_CAPTION,
  MATTRA_EVIDENCE_PROVE,
  MATTRA_EVIDENCE_MOVE,
  MATTRA_EVIDENCE_REMOVE,
} MattraEvidenceVerb;

/**
 * MattraEvidenceEdit:
 * @verb: what is to happen.
 * @measure: ULID of the measure.
 * @evidence: (nullable): ULID of the piece of evidence; %NULL where one is added.
 * @round: of what is added the round of the answer.
 * @division: (nullable): of what is added ULID of the division that answers; %NULL for the joint answer.
 * @item: (nullable): ULID of the step or result that it proves; %NULL for the answer as such.
 * @caption: (nullable): what it shows.
 * @after: (nullable): of what is moved ULID of the one before it; %NULL to stand first.
 * @url: (nullable): of a link that is added its address.
 * @bytes: (nullable): of a file that is added what is in it, as mattra_evidence_read() read it.
 * @file_name: (nullable): of a file that is added its name, perhaps with folders.
 * @path: (nullable): of a file that is added where it is, instead of @bytes: it is read when its turn comes, so that
 *   only one of many is in memory.
 *
 * One change of the evidence of an answer.
 */
typedef struct
{
  MattraEvidenceVerb verb;
  const char *measure;
  const char *evidence;
  MattraRound round;
  const char *division;
  const char *item;
  const char *caption;
  const char *after;
  const char *url;
  GBytes *bytes;
  const char *file_name;
  const char *path;
} MattraEvidenceEdit;

gboolean mattra_evidence_set   (MattraStore               *store,
                                MattraPlan                *plan,
                                const MattraActor         *actor,
                                const MattraEvidenceEdit  *edit,
                                GError                   **error);
gboolean mattra_evidence_apply (MattraStore               *store,
                                MattraPlan                *plan,
                                const MattraActor         *actor,
                                const MattraEvidenceEdit  *edits,
                                guint                      n_edits,
                                GError                   **error);
const char *mattra_evidence_act_name      (MattraEvidenceVerb  verb);
char       *mattra_evidence_act_arguments (MattraMeasure      *measure);

G_END_DECLS
