/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MattraSignFunc:
 * @data: (array length=length): what is signed: not its digest, the function makes that with SHA-256
 * @length: how many bytes
 * @closure: what the signer was made with
 * @error: return location for an error
 *
 * The raw signature, the only thing that needs the private key: by RSA with PKCS #1 v1.5, or by ECDSA in DER. A token
 * that lets no key out is such a function.
 *
 * Returns: (transfer full): the signature, or %NULL
 */
typedef GBytes *(*MattraSignFunc) (const guint8  *data,
                                   gsize          length,
                                   gpointer       closure,
                                   GError       **error);

/**
 * MattraSigner:
 *
 * Somebody who can sign: certificates, and what makes signatures with the key of the first of them.
 */
typedef struct _MattraSigner MattraSigner;

MattraSigner *mattra_signer_new             (GPtrArray       *certificates,
                                             MattraSignFunc   sign,
                                             gpointer         closure,
                                             GDestroyNotify   destroy,
                                             GError         **error);
MattraSigner *mattra_signer_new_from_pkcs12 (GBytes          *data,
                                             const char      *passphrase,
                                             GError         **error);
void          mattra_signer_free            (MattraSigner    *self);
const char   *mattra_signer_get_name        (MattraSigner    *self);
const char   *mattra_signer_get_post        (MattraSigner    *self);
gboolean      mattra_signer_check_time      (MattraSigner    *self,
                                             gint64           time,
                                             GError         **error);
gsize         mattra_signer_get_size        (MattraSigner    *self);
GBytes       *mattra_signer_sign            (MattraSigner    *self,
                                             const guint8    *digest,
                                             GError         **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MattraSigner, mattra_signer_free)

G_END_DECLS
