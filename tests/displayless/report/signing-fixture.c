/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "signing-fixture.h"

#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/rsa.h>
#include <openssl/x509v3.h>
#include <string.h>

#include "mattra-signature.h"

#define FROM (SIGNING_NOW - SIGNING_YEAR)
#define TO (SIGNING_NOW + 2 * SIGNING_YEAR)

static void
add_name (X509_NAME  *name,
          const char *key,
          const char *value)
{
  if (value != NULL)
    g_assert_cmpint (X509_NAME_add_entry_by_txt (name, key, MBSTRING_UTF8, (const guint8 *) value, -1, -1, 0), ==, 1);
}

static void
add_extension (X509       *certificate,
               X509       *issuer,
               int         nid,
               const char *value)
{
  X509V3_CTX context;
  X509_EXTENSION *extension;

  X509V3_set_ctx (&context, issuer, certificate, NULL, NULL, 0);
  extension = X509V3_EXT_conf_nid (NULL, &context, nid, value);
  g_assert_nonnull (extension);
  X509_add_ext (certificate, extension, -1);
  X509_EXTENSION_free (extension);
}

/* A certificate signed by @issuer, or by itself. */
SigningIdentity
signing_identity_new (const char            *name,
                      const char            *title,
                      const SigningIdentity *issuer,
                      gboolean               rsa,
                      gboolean               authority,
                      gint64                 from,
                      gint64                 to)
{
  static long serial = 1000;
  SigningIdentity self = { rsa ? EVP_RSA_gen (2048) : EVP_EC_gen ("P-256"), X509_new () };
  X509 *above = issuer != NULL ? issuer->certificate : self.certificate;
  X509_NAME *subject = X509_get_subject_name (self.certificate);

  X509_set_version (self.certificate, X509_VERSION_3);
  ASN1_INTEGER_set (X509_get_serialNumber (self.certificate), serial++);
  ASN1_TIME_set (X509_getm_notBefore (self.certificate), (time_t) from);
  ASN1_TIME_set (X509_getm_notAfter (self.certificate), (time_t) to);
  add_name (subject, "C", "TH");
  add_name (subject, "CN", name);
  add_name (subject, "title", title);
  X509_set_issuer_name (self.certificate, X509_get_subject_name (above));
  X509_set_pubkey (self.certificate, self.key);
  add_extension (self.certificate, above, NID_basic_constraints, authority ? "critical,CA:TRUE" : "critical,CA:FALSE");
  add_extension (self.certificate, above, NID_key_usage,
                 authority ? "critical,keyCertSign,cRLSign" : "critical,digitalSignature,nonRepudiation");
  add_extension (self.certificate, above, NID_subject_key_identifier, "hash");
  add_extension (self.certificate, above, NID_authority_key_identifier, "keyid:always");
  g_assert_cmpint (X509_sign (self.certificate, issuer != NULL ? issuer->key : self.key, EVP_sha256 ()), >, 0);
  return self;
}

void
signing_identity_clear (SigningIdentity *self)
{
  g_clear_pointer (&self->key, EVP_PKEY_free);
  g_clear_pointer (&self->certificate, X509_free);
}

/* The identity as people get it: a PKCS #12 package with the authority above it. */
GBytes *
signing_identity_pack (SigningIdentity *self,
                       SigningFixture  *fixture)
{
  STACK_OF (X509) *others = sk_X509_new_null ();
  PKCS12 *package;
  guint8 *der = NULL;
  int length;
  GBytes *bytes;

  sk_X509_push (others, fixture->middle.certificate);
  package = PKCS12_create (SIGNING_PASSPHRASE, "key", self->key, self->certificate, others, 0, 0, 0, 0, 0);
  length = i2d_PKCS12 (package, &der);
  g_assert_cmpint (length, >, 0);
  bytes = g_bytes_new (der, (gsize) length);
  OPENSSL_free (der);
  PKCS12_free (package);
  sk_X509_free (others);
  return bytes;
}

GBytes *
signing_identity_to_pem (SigningIdentity *self)
{
  BIO *memory = BIO_new (BIO_s_mem ());
  char *data = NULL;
  GBytes *bytes;
  long length;

  PEM_write_bio_X509 (memory, self->certificate);
  length = BIO_get_mem_data (memory, &data);
  bytes = g_bytes_new (data, (gsize) length);
  BIO_free (memory);
  return bytes;
}

MattraTrust *
signing_fixture_trust (SigningFixture *self)
{
  MattraTrust *trust = mattra_trust_new ();
  g_autoptr (GBytes) pem = signing_identity_to_pem (&self->root);

  g_assert_cmpuint (mattra_trust_add (trust, pem), ==, 1);
  return trust;
}

void
signing_fixture_set_up (SigningFixture *self,
                        gconstpointer   data)
{
  gint64 from = SIGNING_NOW - 5 * SIGNING_YEAR;
  gint64 to = SIGNING_NOW + 20 * SIGNING_YEAR;

  pdf_fixture_set_up (&self->pdf, data);
  self->root = signing_identity_new ("Root CA", NULL, NULL, FALSE, TRUE, from, to);
  self->middle = signing_identity_new ("ผู้ให้บริการออกใบรับรอง", NULL, &self->root, FALSE, TRUE, from, to);
}

void
signing_fixture_tear_down (SigningFixture *self,
                           gconstpointer   data)
{
  signing_identity_clear (&self->root);
  signing_identity_clear (&self->middle);
  pdf_fixture_tear_down (&self->pdf, data);
}

SigningIdentity
signing_fixture_new_signer (SigningFixture *self,
                            gboolean        rsa)
{
  return signing_identity_new (SIGNING_NAME, "นายกองค์การบริหารส่วนตำบล", &self->middle, rsa, FALSE, FROM, TO);
}

GBytes *
signing_fixture_write_report (SigningFixture *self,
                              gboolean        fields)
{
  const MattraPdfOptions options = { .tags = TRUE, .signature_fields = fields };

  return pdf_fixture_write (&self->pdf, &options);
}

GBytes *
signing_fixture_sign (SigningFixture  *self,
                      SigningIdentity *identity,
                      GBytes          *pdf,
                      const char      *field)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) package = signing_identity_pack (identity, self);
  g_autoptr (MattraDigitalSigner) signer = mattra_digital_signer_new_from_pkcs12 (package, SIGNING_PASSPHRASE, &error);
  g_autoptr (MattraTypesetter) typesetter = pdf_fixture_new_typesetter ();
  const MattraSignOptions options = { .field = field, .date = { 2026, 11, 29 }, .typesetter = typesetter };
  GBytes *signed_pdf;

  g_assert_no_error (error);
  signed_pdf = mattra_signature_sign (pdf, signer, &options, NULL, &error);
  g_assert_no_error (error);
  return signed_pdf;
}

GBytes *
signing_turn_bit (GBytes *pdf,
                  gsize   at,
                  guint8  bit)
{
  gsize length;
  guint8 *copy = g_memdup2 (g_bytes_get_data (pdf, &length), g_bytes_get_size (pdf));

  copy[at] ^= bit;
  return g_bytes_new_take (copy, length);
}

const char *
signing_find_contents (GBytes *pdf)
{
  gsize length;
  const char *data = g_bytes_get_data (pdf, &length);

  for (const char *p = data + length - 12; p > data; p--)
    if (memcmp (p, "/Contents <3", 12) == 0)
      return p + 10;
  g_assert_not_reached ();
}
