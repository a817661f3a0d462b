/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-date.h"
#include "mattra-signature-check.h"

G_BEGIN_DECLS

/**
 * MattraSignRequest:
 * @pdf: the file to sign.
 * @package: the PKCS #12 package with key and certificates.
 * @passphrase: (nullable): a file whose first line is the package's passphrase; %NULL where it is @secret.
 * @secret: (nullable): the passphrase itself, for who asked for it; the caller wipes it.
 * @output: the signed file, replaced only when the new one is whole.
 * @field: (nullable): the field to sign in; %NULL for the first empty one.
 * @post: (nullable): the signer's post, where another than the certificate's is to be shown.
 * @date: the day of the signature.
 *
 * What is signed, by whom, and where to.
 */
typedef struct
{
  const char *pdf;
  const char *package;
  const char *passphrase;
  const char *secret;
  const char *output;
  const char *field;
  const char *post;
  MattraDate date;
} MattraSignRequest;

/**
 * MattraSignPlace:
 * @field: what it is called in the file.
 * @label: (nullable): whose signature belongs there.
 *
 * An empty field for a digital signature.
 */
typedef struct
{
  char *field;
  char *label;
} MattraSignPlace;

void                  mattra_sign_place_free  (MattraSignPlace          *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MattraSignPlace, mattra_sign_place_free)

GPtrArray            *mattra_sign_list_places (const char               *path,
                                               GError                  **error);
gboolean              mattra_sign_file        (const MattraSignRequest  *request,
                                               char                    **field,
                                               char                    **name,
                                               GError                  **error);
MattraSignatureCheck *mattra_sign_verify_file (const char               *path,
                                               const char               *trust_folder,
                                               MattraDate                date,
                                               GError                  **error);

G_END_DECLS
