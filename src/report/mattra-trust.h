/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-digital-signer.h"

G_BEGIN_DECLS

/**
 * MattraTrust:
 *
 * Certificates that one trusts: those of certification authorities, from a folder.
 */
typedef struct _MattraTrust MattraTrust;

/**
 * MattraCertificateState:
 * @MATTRA_CERTIFICATE_TRUSTED: a chain of certificates leads to one that is trusted.
 * @MATTRA_CERTIFICATE_UNKNOWN: none does.
 * @MATTRA_CERTIFICATE_SELF_SIGNED: nobody but its owner attests it.
 * @MATTRA_CERTIFICATE_EXPIRED: it, or one above it, is no longer valid.
 * @MATTRA_CERTIFICATE_NOT_YET_VALID: it, or one above it, is not valid yet.
 * @MATTRA_CERTIFICATE_UNFIT: it must not be used for that, or its chain is broken.
 *
 * What a certificate is worth on a day.
 */
typedef enum
{
  MATTRA_CERTIFICATE_TRUSTED,
  MATTRA_CERTIFICATE_UNKNOWN,
  MATTRA_CERTIFICATE_SELF_SIGNED,
  MATTRA_CERTIFICATE_EXPIRED,
  MATTRA_CERTIFICATE_NOT_YET_VALID,
  MATTRA_CERTIFICATE_UNFIT,
} MattraCertificateState;

MattraTrust *mattra_trust_new       (void);
MattraTrust *mattra_trust_new_from_folder
                                    (const char   *folder,
                                     GError      **error);
guint        mattra_trust_add       (MattraTrust  *self,
                                     GBytes       *data);
void         mattra_trust_free      (MattraTrust  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MattraTrust, mattra_trust_free)

G_END_DECLS
