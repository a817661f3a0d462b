/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-measure.h"
#include "mattra-plan.h"

G_BEGIN_DECLS

/* The most bytes of a file that is evidence, 50 MiB. */
#define MATTRA_EVIDENCE_MAX (50 * 1024 * 1024)

/* As many digits of a file's hash are printed: they tell it from any other of the office. */
#define MATTRA_EVIDENCE_HASH_DIGITS 16

/**
 * MattraEvidenceKind:
 * @MATTRA_EVIDENCE_LINK: a page of the web.
 * @MATTRA_EVIDENCE_FILE: a file that is kept in the register.
 *
 * What sort of proof it is.
 */
typedef enum
{
  MATTRA_EVIDENCE_LINK,
  MATTRA_EVIDENCE_FILE,
} MattraEvidenceKind;

/**
 * MattraEvidence:
 * @id: (nullable): ULID; %NULL until the register gave one.
 * @measure: (nullable): ULID of the measure.
 * @round: round of the answer; not %MATTRA_ROUND_NONE.
 * @division: (nullable): ULID of the division whose answer it proves; %NULL for the joint one.
 * @item: (nullable): ULID of the step or result that it proves; %NULL for the answer as such.
 * @sort_key: (nullable): place among the evidence of the answer.
 * @kind: link or file.
 * @caption: (nullable): what it shows, in words.
 * @url: (nullable): of a link where it leads.
 * @file_name: (nullable): of a file its name, without a folder.
 * @media_type: (nullable): of a file what it is, told by its content.
 * @blob: (nullable): of a file the SHA-256 of its bytes, under which the register keeps them.
 * @length: of a file its bytes.
 *
 * Proof (หลักฐาน) of an answer, or of a step or result of it: a link, or a file.
 */
typedef struct
{
  char *id;
  char *measure;
  MattraRound round;
  char *division;
  char *item;
  char *sort_key;
  MattraEvidenceKind kind;
  char *caption;
  char *url;
  char *file_name;
  char *media_type;
  char *blob;
  gint64 length;
} MattraEvidence;

#define MATTRA_TYPE_EVIDENCE (mattra_evidence_get_type ())

GType           mattra_evidence_get_type      (void);
MattraEvidence *mattra_evidence_new           (MattraEvidenceKind    kind);
MattraEvidence *mattra_evidence_copy          (const MattraEvidence *self);
void            mattra_evidence_free          (MattraEvidence       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MattraEvidence, mattra_evidence_free)

const char     *mattra_evidence_kind_to_string   (MattraEvidenceKind    kind);
gboolean        mattra_evidence_kind_from_string (const char           *text,
                                                  MattraEvidenceKind   *kind);
const char     *mattra_evidence_get_text         (const MattraEvidence *self);
const MattraItem *
                mattra_evidence_find_item        (const MattraEvidence *self,
                                                  MattraMeasure        *measure,
                                                  MattraItemKind       *kind,
                                                  guint                *number);
char           *mattra_evidence_describe_item    (const MattraEvidence *self,
                                                  MattraMeasure        *measure);
gboolean        mattra_evidence_is_picture       (const MattraEvidence *self);
GPtrArray      *mattra_evidence_of_answer        (MattraMeasure        *measure,
                                                  MattraRound           round,
                                                  const char           *division);
GPtrArray      *mattra_evidence_of_round         (MattraMeasure        *measure,
                                                  MattraPlan           *plan,
                                                  MattraRound           round);
gboolean        mattra_evidence_is_lacking       (MattraMeasure        *measure,
                                                  MattraRound           round,
                                                  const char           *division);

GPtrArray      *mattra_measure_get_evidence      (MattraMeasure        *measure);

/* Rules for what comes from outside: mattra-evidence-rules.c */
gboolean        mattra_evidence_check_link       (const char           *text,
                                                  char                **url,
                                                  GError              **error);
char           *mattra_evidence_clean_name       (const char           *name,
                                                  const char           *media_type);
const char     *mattra_evidence_type_name        (const char           *media_type);
const char     *mattra_evidence_type_extension   (const char           *media_type);

G_END_DECLS
