/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <openssl/x509.h>

#include "mattra-trust.h"

G_BEGIN_DECLS

MattraCertificateState mattra_trust_judge (MattraTrust      *self,
                                           X509             *certificate,
                                           STACK_OF (X509)  *others,
                                           gint64            time);
gboolean               mattra_trust_may_sign
                                          (X509             *certificate);

G_END_DECLS
