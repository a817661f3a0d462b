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

/* Lines left free above a signature, to sign in. */
#define MATTRA_SIGNATURE_FREE_LINES 2

/**
 * MattraSigningPlace:
 * @left: where the part of the line begins that the block stands in
 * @right: where it ends
 * @x: where the line to sign on begins
 * @dots_x: where its dots begin, or the room to sign in
 * @dots_width: how long they are
 * @n_lines: how many lines high the block is, the free ones included
 *
 * Where one person's block stands on paper.
 */
typedef struct
{
  int left;
  int right;
  int x;
  int dots_x;
  int dots_width;
  int n_lines;
} MattraSigningPlace;

MattraSignatureLayout *mattra_signature_layout_new        (MattraFlow              *flow,
                                                           const MattraSignatures  *signatures,
                                                           GError                 **error);
void                   mattra_signature_layout_free       (MattraSignatureLayout   *self);
int                    mattra_signature_layout_get_height (MattraSignatureLayout   *self,
                                                           int                      most);
void                   mattra_signature_layout_get_place  (MattraSignatureLayout   *self,
                                                           guint                    block,
                                                           MattraSigningPlace      *place);
void                   mattra_signature_layout_place      (MattraSignatureLayout   *self,
                                                           MattraFlow              *flow);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MattraSignatureLayout, mattra_signature_layout_free)

G_END_DECLS
