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
 * MattraDigitalSigner:
 *
 * Somebody who can sign: certificates, and what makes signatures with the key of the first of them.
 */
typedef struct _MattraDigitalSigner MattraDigitalSigner;

MattraDigitalSigner *mattra_digital_signer_new             (GPtrArray       *certificates,
                                             MattraSignFunc   sign,
                                             gpointer         closure,
                                             GDestroyNotify   destroy,
                                             GError         **error);
MattraDigitalSigner *mattra_digital_signer_new_from_pkcs12 (GBytes          *data,
                                             const char      *passphrase,
                                             GError         **error);
void          mattra_digital_signer_free            (MattraDigitalSigner    *self);
const char   *mattra_digital_signer_get_name        (MattraDigitalSigner    *self);
const char   *mattra_digital_signer_get_post        (MattraDigitalSigner    *self);
gboolean      mattra_digital_signer_check_time      (MattraDigitalSigner    *self,
                                             gint64           time,
                                             GError         **error);
gsize         mattra_digital_signer_get_size        (MattraDigitalSigner    *self);
GBytes       *mattra_digital_signer_sign            (MattraDigitalSigner    *self,
                                             const guint8    *digest,
                                             GError         **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MattraDigitalSigner, mattra_digital_signer_free)

G_END_DECLS
