/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <openssl/x509.h>

#include "mattra-trust.h"
#include "pdf-fixture.h"

G_BEGIN_DECLS

/* Whom certificates of signers are for. */
#define SIGNING_NAME "นายสมชาย รักไทย"

#define SIGNING_PASSPHRASE "รหัสผ่าน 1"

/* Times for which certificates are made, in seconds since 1970. */
#define SIGNING_YEAR (365 * (gint64) 86400)
#define SIGNING_NOW ((gint64) 1795910400)

/**
 * SigningIdentity:
 * @key: a key
 * @certificate: its certificate
 *
 * Somebody with a certificate.
 */
typedef struct
{
  EVP_PKEY *key;
  X509     *certificate;
} SigningIdentity;

/**
 * SigningFixture:
 * @pdf: a place for files
 * @root: a certification authority
 * @middle: one below it
 *
 * A place for files, and authorities that attest signers.
 */
typedef struct
{
  PdfFixture      pdf;
  SigningIdentity root;
  SigningIdentity middle;
} SigningFixture;

void             signing_fixture_set_up    (SigningFixture        *self,
                                            gconstpointer          data);
void             signing_fixture_tear_down (SigningFixture        *self,
                                            gconstpointer          data);
SigningIdentity  signing_identity_new      (const char            *name,
                                            const char            *title,
                                            const SigningIdentity *issuer,
                                            gboolean               rsa,
                                            gboolean               authority,
                                            gint64                 from,
                                            gint64                 to);
void             signing_identity_clear    (SigningIdentity       *self);
GBytes          *signing_identity_pack     (SigningIdentity       *self,
                                            SigningFixture        *fixture);
GBytes          *signing_identity_to_pem   (SigningIdentity       *self);
MattraTrust     *signing_fixture_trust     (SigningFixture        *self);
SigningIdentity  signing_fixture_new_signer
                                           (SigningFixture        *self,
                                            gboolean               rsa);
GBytes          *signing_fixture_write_report
                                           (SigningFixture        *self,
                                            gboolean               fields);
GBytes          *signing_fixture_sign      (SigningFixture        *self,
                                            SigningIdentity       *identity,
                                            GBytes                *pdf,
                                            const char            *field);
GBytes          *signing_turn_bit          (GBytes                *pdf,
                                            gsize                  at,
                                            guint8                 bit);
const char      *signing_find_contents     (GBytes                *pdf);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SigningIdentity, signing_identity_clear)

G_END_DECLS
