/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-flow.h"

G_BEGIN_DECLS

/**
 * MattraSignatureLayout:
 *
 * Signature blocks broken into lines.
 */
typedef struct _MattraSignatureLayout MattraSignatureLayout;

MattraSignatureLayout *mattra_signature_layout_new        (MattraFlow              *flow,
                                                           const MattraSignatures  *signatures,
                                                           GError                 **error);
void                   mattra_signature_layout_free       (MattraSignatureLayout   *self);
int                    mattra_signature_layout_get_height (MattraSignatureLayout   *self,
                                                           int                      most);
void                   mattra_signature_layout_place      (MattraSignatureLayout   *self,
                                                           MattraFlow              *flow);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MattraSignatureLayout, mattra_signature_layout_free)

G_END_DECLS
