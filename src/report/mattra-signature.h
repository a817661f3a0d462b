/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-date.h"
#include "mattra-digital-signer.h"
#include "mattra-typesetter.h"

G_BEGIN_DECLS

/**
 * MattraSignOptions:
 * @field: (nullable): the field to sign in, by its name or by whose it is; %NULL for the first empty one
 * @post: (nullable): the signer's post, where the certificate has none or another is to be shown
 * @date: the day that is shown and written down: nobody attests it
 * @typesetter: (nullable): draws what is seen of the signature; %NULL for nothing
 *
 * How a file is signed.
 */
typedef struct
{
  const char       *field;
  const char       *post;
  MattraDate        date;
  MattraTypesetter *typesetter;
} MattraSignOptions;

GBytes *mattra_signature_sign (GBytes                   *pdf,
                               MattraDigitalSigner             *signer,
                               const MattraSignOptions  *options,
                               char                    **field,
                               GError                  **error);

G_END_DECLS
