/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-pdf-part.h"
#include "mattra-signature-check.h"

G_BEGIN_DECLS

void mattra_signature_message_judge (MattraSignatureReport *report,
                                     const guint8          *message,
                                     gsize                  length,
                                     const MattraPdfPart   *ranges,
                                     gboolean               cades,
                                     MattraTrust           *trust,
                                     gint64                 time);

G_END_DECLS
