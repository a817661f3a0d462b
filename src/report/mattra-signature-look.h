/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-signature.h"

G_BEGIN_DECLS

GBytes *mattra_signature_draw (MattraDigitalSigner             *signer,
                               const MattraSignOptions  *options,
                               double                    width,
                               double                    height,
                               GError                  **error);

G_END_DECLS
