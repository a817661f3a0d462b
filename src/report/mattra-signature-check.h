/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-trust.h"

G_BEGIN_DECLS

/**
 * MattraSignatureState:
 * @MATTRA_SIGNATURE_INTACT: the bytes are those that were signed, with the key of the certificate
 * @MATTRA_SIGNATURE_ALTERED: the bytes are not those that were signed
 * @MATTRA_SIGNATURE_FORGED: the signature was not made with the key of the certificate
 * @MATTRA_SIGNATURE_BROKEN: what stands there is no signature that can be read
 * @MATTRA_SIGNATURE_REMOVED: it stood in the file and was taken out by a later change
 *
 * What a signature is worth by itself.
 */
typedef enum
{
  MATTRA_SIGNATURE_INTACT,
  MATTRA_SIGNATURE_ALTERED,
  MATTRA_SIGNATURE_FORGED,
  MATTRA_SIGNATURE_BROKEN,
  MATTRA_SIGNATURE_REMOVED,
} MattraSignatureState;

/**
 * MattraSignatureCover:
 * @MATTRA_COVERS_ALL: it covers the whole file
 * @MATTRA_COVERS_BEFORE: later signatures were added, and nothing else
 * @MATTRA_COVERS_OTHER: something else was changed or appended later
 *
 * What became of a file after it was signed.
 */
typedef enum
{
  MATTRA_COVERS_ALL,
  MATTRA_COVERS_BEFORE,
  MATTRA_COVERS_OTHER,
} MattraSignatureCover;

/**
 * MattraSignatureReport:
 * @field: the field that it stands in
 * @label: (nullable): whose signature belongs there
 * @name: (nullable): the signer's name, as the certificate attests it
 * @issuer: (nullable): who issued the certificate
 * @claimed: (nullable): the day on which it was made, as the signer says: 2026-11-29
 * @valid_from: (nullable): the certificate's first day
 * @valid_to: (nullable): its last day
 * @state: what it is worth by itself
 * @cover: what became of the file later
 * @certificate: what the certificate is worth
 * @how: (nullable): what is wrong with the signature, or what was changed later
 * @revision: the number of the update that brought it
 * @object: its field's object
 *
 * What is known of one signature.
 */
typedef struct
{
  char                   *field;
  char                   *label;
  char                   *name;
  char                   *issuer;
  char                   *claimed;
  char                   *valid_from;
  char                   *valid_to;
  MattraSignatureState    state;
  MattraSignatureCover    cover;
  MattraCertificateState  certificate;
  char                   *how;
  guint                   revision;
  guint                   object;
} MattraSignatureReport;

/**
 * MattraSignatureCheck:
 * @signatures: (element-type MattraSignatureReport): the signatures, in the order in which they were made
 * @n_empty: how many fields are not signed
 * @changes: (array zero-terminated=0): for each revision what it changes besides a signature; %NULL for nothing
 * @n_revisions: how many revisions there are
 * @appended: how many bytes stand behind the last of them
 *
 * What is known of a file's signatures.
 */
typedef struct
{
  GPtrArray  *signatures;
  guint       n_empty;
  char      **changes;
  guint       n_revisions;
  gsize       appended;
} MattraSignatureCheck;

MattraSignatureCheck *mattra_signature_verify        (GBytes                      *pdf,
                                                      MattraTrust                 *trust,
                                                      gint64                       time,
                                                      GError                     **error);
void                  mattra_signature_check_free    (MattraSignatureCheck        *self);
gboolean              mattra_signature_check_is_good (const MattraSignatureCheck  *self);
gboolean              mattra_signature_follow        (GBytes                      *pdf,
                                                      gsize                        length,
                                                      char                       **how);
char                 *mattra_signature_say_state     (const MattraSignatureReport *report);
char                 *mattra_signature_say_certificate
                                                     (const MattraSignatureReport *report);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MattraSignatureCheck, mattra_signature_check_free)

G_END_DECLS
