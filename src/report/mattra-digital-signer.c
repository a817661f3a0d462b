/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-digital-signer.h"

#include <glib/gi18n-lib.h>
#include <openssl/err.h>
#include <openssl/pkcs12.h>
#include <openssl/provider.h>
#include <openssl/x509v3.h>
#include <string.h>

#include "mattra-der.h"
#include "mattra-error.h"
#include "mattra-trust-private.h"

#define DIGEST_SIZE 32
#define SMALLEST_RSA 2048

/* What a signature holds besides certificates and the issuer's name, and what it says of each certificate. */
#define FIXED_SIZE 1024
#define SIZE_OF_NAMED 48

static const guint8 oid_signed_data[] = { 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x02 };
static const guint8 oid_data[] = { 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x01 };
static const guint8 oid_content_type[] = { 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x09, 0x03 };
static const guint8 oid_message_digest[] = { 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x09, 0x04 };
static const guint8 oid_signing_certificate[] = { 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x09, 0x10, 0x02, 0x2f };
static const guint8 oid_sha256[] = { 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01 };
static const guint8 oid_rsa[] = { 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01 };
static const guint8 oid_ecdsa_sha256[] = { 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02 };
static const guint8 null_value[] = { 0x05, 0x00 };
static const guint8 version_1[] = { 0x02, 0x01, 0x01 };

struct _MattraDigitalSigner
{
  GPtrArray      *certificates; /* GBytes in DER, the signer's own first */
  X509           *own;
  char           *name;
  char           *post;
  int             key_type;
  MattraSignFunc  sign;
  gpointer        closure;
  GDestroyNotify  destroy;
};

static gboolean
refuse (GError     **error,
        const char  *why)
{
  ERR_clear_error ();
  g_set_error_literal (error, MATTRA_ERROR, MATTRA_ERROR_INVALID, why);
  return FALSE;
}

static char *
dup_name (X509 *certificate,
          int   nid)
{
  X509_NAME *name = X509_get_subject_name (certificate);
  int index = X509_NAME_get_index_by_NID (name, nid, -1);
  guint8 *utf8 = NULL;
  char *text;
  int length;

  if (index < 0)
    return NULL;
  length = ASN1_STRING_to_UTF8 (&utf8, X509_NAME_ENTRY_get_data (X509_NAME_get_entry (name, index)));
  if (length < 0)
    return NULL;
  text = g_utf8_make_valid ((const char *) utf8, length);
  OPENSSL_free (utf8);
  return text;
}

/* Signatures are made with SHA-256, and with the two kinds of keys that every reader knows. */
static gboolean
check_key (MattraDigitalSigner  *self,
           GError       **error)
{
  EVP_PKEY *key = X509_get0_pubkey (self->own);

  self->key_type = key != NULL ? EVP_PKEY_get_base_id (key) : EVP_PKEY_NONE;
  if (self->key_type != EVP_PKEY_RSA && self->key_type != EVP_PKEY_EC)
    return refuse (error, _("The certificate's key is neither RSA nor ECDSA."));
  if (self->key_type == EVP_PKEY_RSA && EVP_PKEY_get_bits (key) < SMALLEST_RSA)
    return refuse (error, _("The certificate's key is too short to be safe. Ask for a new certificate."));
  if (!mattra_trust_may_sign (self->own))
    return refuse (error, _("The certificate is not meant for signing."));
  return TRUE;
}

static X509 *
parse (GBytes *certificate)
{
  gsize length;
  const guint8 *der = g_bytes_get_data (certificate, &length);

  return d2i_X509 (NULL, &der, (long) length);
}

static gboolean
is_by_its_owner (X509 *certificate)
{
  return X509_NAME_cmp (X509_get_subject_name (certificate), X509_get_issuer_name (certificate)) == 0;
}

/* The one of @others that issued @certificate, but not one that was issued by its owner: who trusts that one has it. */
static GBytes *
find_issuer (X509      *certificate,
             GPtrArray *others)
{
  for (guint i = 0; i < others->len && !is_by_its_owner (certificate); i++)
    {
      X509 *other = parse (g_ptr_array_index (others, i));
      gboolean found = other != NULL && !is_by_its_owner (other)
                       && X509_check_issued (other, certificate) == X509_V_OK;

      X509_free (other);
      if (found)
        return g_ptr_array_index (others, i);
    }
  return NULL;
}

/* The signer's own and each above it, without what packages hold besides. */
static GPtrArray *
find_chain (GPtrArray *certificates)
{
  GPtrArray *chain = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  GBytes *next = g_ptr_array_index (certificates, 0);

  while (next != NULL && chain->len < certificates->len)
    {
      X509 *last = parse (next);

      g_ptr_array_add (chain, g_bytes_ref (next));
      next = last != NULL ? find_issuer (last, certificates) : NULL;
      X509_free (last);
    }
  return chain;
}

/**
 * mattra_digital_signer_new:
 * @certificates: (element-type GBytes): certificates in DER, the signer's own first, then others that may be above it
 * @sign: makes signatures with the signer's key
 * @closure: (transfer full): what @sign is given
 * @destroy: (nullable): frees @closure
 * @error: return location for an error
 *
 * Returns: (transfer full): a signer, or %NULL with #MATTRA_ERROR_INVALID if the certificate is not fit
 */
MattraDigitalSigner *
mattra_digital_signer_new (GPtrArray       *certificates,
                   MattraSignFunc   sign,
                   gpointer         closure,
                   GDestroyNotify   destroy,
                   GError         **error)
{
  g_autoptr (MattraDigitalSigner) self = g_new0 (MattraDigitalSigner, 1);

  g_return_val_if_fail (certificates != NULL && certificates->len > 0 && sign != NULL, NULL);

  self->certificates = find_chain (certificates);
  self->sign = sign;
  self->closure = closure;
  self->destroy = destroy;
  self->own = parse (g_ptr_array_index (certificates, 0));
  if (self->own == NULL)
    {
      refuse (error, _("The certificate cannot be read."));
      return NULL;
    }
  self->name = dup_name (self->own, NID_commonName);
  self->post = dup_name (self->own, NID_title);
  return check_key (self, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * mattra_digital_signer_free:
 * @self: (transfer full) (nullable): a signer
 *
 * Frees it, and its key.
 */
void
mattra_digital_signer_free (MattraDigitalSigner *self)
{
  if (self == NULL)
    return;

  if (self->destroy != NULL)
    self->destroy (self->closure);
  X509_free (self->own);
  g_clear_pointer (&self->certificates, g_ptr_array_unref);
  g_free (self->name);
  g_free (self->post);
  g_free (self);
}

/**
 * mattra_digital_signer_get_name:
 * @self: a signer
 *
 * Returns: the name that the certificate attests
 */
const char *
mattra_digital_signer_get_name (MattraDigitalSigner *self)
{
  return self->name != NULL ? self->name : "";
}

/**
 * mattra_digital_signer_get_post:
 * @self: a signer
 *
 * Returns: (nullable): the post that the certificate attests
 */
const char *
mattra_digital_signer_get_post (MattraDigitalSigner *self)
{
  return self->post;
}

static char *
say_day (const ASN1_TIME *time)
{
  struct tm parts = { 0 };

  ASN1_TIME_to_tm (time, &parts);
  return g_strdup_printf ("%04d-%02d-%02d", parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday);
}

/**
 * mattra_digital_signer_check_time:
 * @self: a signer
 * @time: seconds since 1970
 * @error: return location for an error
 *
 * Returns: whether the certificate is valid then; else %FALSE with #MATTRA_ERROR_INVALID
 */
gboolean
mattra_digital_signer_check_time (MattraDigitalSigner  *self,
                          gint64         time,
                          GError       **error)
{
  time_t when = (time_t) time;
  gboolean early = X509_cmp_time (X509_get0_notBefore (self->own), &when) > 0;
  gboolean late = X509_cmp_time (X509_get0_notAfter (self->own), &when) < 0;
  g_autofree char *day = say_day (early ? X509_get0_notBefore (self->own) : X509_get0_notAfter (self->own));

  if (early)
    g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID, _("The certificate is valid only from %s on."), day);
  else if (late)
    g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID,
                 _("The certificate expired on %s. Ask for a new certificate."), day);
  return !early && !late;
}

/**
 * mattra_digital_signer_get_size:
 * @self: a signer
 *
 * Returns: how many bytes a signature has at most
 */
gsize
mattra_digital_signer_get_size (MattraDigitalSigner *self)
{
  gsize size = FIXED_SIZE + (gsize) EVP_PKEY_get_size (X509_get0_pubkey (self->own));

  for (guint i = 0; i < self->certificates->len; i++)
    size += SIZE_OF_NAMED + g_bytes_get_size (g_ptr_array_index (self->certificates, i));
  return size + (gsize) i2d_X509_NAME (X509_get_issuer_name (self->own), NULL);
}

static GByteArray *
new_oid (const guint8 *oid,
         gsize         length)
{
  return mattra_der_new (MATTRA_DER_OID, oid, length);
}

#define NEW_OID(oid) new_oid ((oid), sizeof (oid))

static GByteArray *
new_raw (const guint8 *data,
         gsize         length)
{
  return g_byte_array_append (g_byte_array_new (), data, (guint) length);
}

static GByteArray *
new_attribute (GByteArray *oid,
               GByteArray *value)
{
  return mattra_der_wrap (MATTRA_DER_SEQUENCE, oid, mattra_der_wrap (MATTRA_DER_SET, value, NULL), NULL);
}

static GByteArray *
new_certificate_id (GBytes *certificate)
{
  guint8 hash[DIGEST_SIZE];
  gsize size = sizeof hash;
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  g_checksum_update (checksum, g_bytes_get_data (certificate, NULL), (gssize) g_bytes_get_size (certificate));
  g_checksum_get_digest (checksum, hash, &size);
  return mattra_der_wrap (MATTRA_DER_SEQUENCE, mattra_der_new (MATTRA_DER_OCTETS, hash, sizeof hash), NULL);
}

/* Which certificate signs, so that no other with the same key can be put in its place; and those above it, so that
 * nothing in the message is left that is not signed. */
static GByteArray *
new_signing_certificate (MattraDigitalSigner *self)
{
  g_autoptr (GByteArray) ids = g_byte_array_new ();

  for (guint i = 0; i < self->certificates->len; i++)
    {
      g_autoptr (GByteArray) id = new_certificate_id (g_ptr_array_index (self->certificates, i));

      g_byte_array_append (ids, id->data, id->len);
    }
  return mattra_der_wrap (MATTRA_DER_SEQUENCE, mattra_der_new (MATTRA_DER_SEQUENCE, ids->data, ids->len), NULL);
}

/* What is signed. There is no time among it: nobody has attested one. */
static GByteArray *
new_attributes (MattraDigitalSigner *self,
                const guint8 *digest)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) g_byte_array_unref);

  g_ptr_array_add (items, new_attribute (NEW_OID (oid_content_type), NEW_OID (oid_data)));
  g_ptr_array_add (items, new_attribute (NEW_OID (oid_message_digest),
                                         mattra_der_new (MATTRA_DER_OCTETS, digest, DIGEST_SIZE)));
  g_ptr_array_add (items, new_attribute (NEW_OID (oid_signing_certificate), new_signing_certificate (self)));
  return mattra_der_sort (MATTRA_DER_SET, items);
}

static GByteArray *
new_issuer_and_serial (MattraDigitalSigner *self)
{
  guint8 *name = NULL;
  guint8 *serial = NULL;
  int name_length = i2d_X509_NAME (X509_get_issuer_name (self->own), &name);
  int serial_length = i2d_ASN1_INTEGER (X509_get_serialNumber (self->own), &serial);
  GByteArray *both = mattra_der_wrap (MATTRA_DER_SEQUENCE, new_raw (name, (gsize) MAX (name_length, 0)),
                                      new_raw (serial, (gsize) MAX (serial_length, 0)), NULL);

  OPENSSL_free (name);
  OPENSSL_free (serial);
  return both;
}

static GByteArray *
new_algorithm (MattraDigitalSigner *self)
{
  if (self->key_type == EVP_PKEY_RSA)
    return mattra_der_wrap (MATTRA_DER_SEQUENCE, NEW_OID (oid_rsa), new_raw (null_value, sizeof null_value), NULL);
  return mattra_der_wrap (MATTRA_DER_SEQUENCE, NEW_OID (oid_ecdsa_sha256), NULL);
}

static GByteArray *
new_digest_algorithm (void)
{
  return mattra_der_wrap (MATTRA_DER_SEQUENCE, NEW_OID (oid_sha256), NULL);
}

static GByteArray *
new_signer_info (MattraDigitalSigner     *self,
                 const GByteArray *attributes,
                 GBytes           *signature)
{
  GByteArray *own = new_raw (attributes->data, attributes->len);

  own->data[0] = MATTRA_DER_CONTEXT;
  return mattra_der_wrap (MATTRA_DER_SEQUENCE, new_raw (version_1, sizeof version_1), new_issuer_and_serial (self),
                          new_digest_algorithm (), own, new_algorithm (self),
                          mattra_der_new (MATTRA_DER_OCTETS, g_bytes_get_data (signature, NULL),
                                          g_bytes_get_size (signature)),
                          NULL);
}

static GByteArray *
new_certificates (MattraDigitalSigner *self)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) g_byte_array_unref);

  for (guint i = 0; i < self->certificates->len; i++)
    {
      GBytes *one = g_ptr_array_index (self->certificates, i);

      g_ptr_array_add (items, new_raw (g_bytes_get_data (one, NULL), g_bytes_get_size (one)));
    }
  return mattra_der_sort (MATTRA_DER_CONTEXT, items);
}

/**
 * mattra_digital_signer_sign:
 * @self: a signer
 * @digest: (array fixed-size=32): the SHA-256 of what is signed
 * @error: return location for an error
 *
 * Makes a detached signature as PAdES B-B wants it.
 *
 * Returns: (transfer full): a CMS message in DER, or %NULL with the error of the signer's function
 */
GBytes *
mattra_digital_signer_sign (MattraDigitalSigner  *self,
                    const guint8  *digest,
                    GError       **error)
{
  g_autoptr (GByteArray) attributes = new_attributes (self, digest);
  g_autoptr (GBytes) signature = self->sign (attributes->data, attributes->len, self->closure, error);
  GByteArray *data, *whole;

  if (signature == NULL)
    return NULL;
  data = mattra_der_wrap (MATTRA_DER_SEQUENCE, new_raw (version_1, sizeof version_1),
                          mattra_der_wrap (MATTRA_DER_SET, new_digest_algorithm (), NULL),
                          mattra_der_wrap (MATTRA_DER_SEQUENCE, NEW_OID (oid_data), NULL), new_certificates (self),
                          mattra_der_wrap (MATTRA_DER_SET, new_signer_info (self, attributes, signature), NULL), NULL);
  whole = mattra_der_wrap (MATTRA_DER_SEQUENCE, NEW_OID (oid_signed_data),
                           mattra_der_wrap (MATTRA_DER_CONTEXT, data, NULL), NULL);
  return g_byte_array_free_to_bytes (whole);
}

static GBytes *
sign_with_key (const guint8  *data,
               gsize          length,
               gpointer       closure,
               GError       **error)
{
  EVP_PKEY *key = closure;
  EVP_MD_CTX *context = EVP_MD_CTX_new ();
  gsize size = (gsize) EVP_PKEY_get_size (key);
  g_autofree guint8 *signature = g_malloc (size);
  gboolean made = EVP_DigestSignInit (context, NULL, EVP_sha256 (), NULL, key) == 1
                  && EVP_DigestSign (context, signature, &size, data, length) == 1;

  EVP_MD_CTX_free (context);
  if (made)
    return g_bytes_new_take (g_steal_pointer (&signature), size);
  refuse (error, _("The key made no signature."));
  return NULL;
}

static void
add_certificate (GPtrArray *certificates,
                 X509      *certificate)
{
  guint8 *der = NULL;
  int length = i2d_X509 (certificate, &der);

  if (length > 0)
    g_ptr_array_add (certificates, g_bytes_new (der, (gsize) length));
  OPENSSL_free (der);
}

/* Older programs pack keys with ciphers that libcrypto keeps apart. */
static gboolean
unpack (PKCS12          *package,
        const char      *passphrase,
        EVP_PKEY       **key,
        X509           **own,
        STACK_OF (X509) **others)
{
  if (PKCS12_parse (package, passphrase, key, own, others) == 1)
    return TRUE;
  return OSSL_PROVIDER_try_load (NULL, "legacy", 1) != NULL && PKCS12_parse (package, passphrase, key, own, others) == 1;
}

static MattraDigitalSigner *
new_from_parts (EVP_PKEY         *key,
                X509             *own,
                STACK_OF (X509)  *others,
                GError          **error)
{
  g_autoptr (GPtrArray) certificates = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  add_certificate (certificates, own);
  for (int i = 0; i < sk_X509_num (others); i++)
    add_certificate (certificates, sk_X509_value (others, i));
  EVP_PKEY_up_ref (key);
  return mattra_digital_signer_new (certificates, sign_with_key, key, (GDestroyNotify) EVP_PKEY_free, error);
}

/**
 * mattra_digital_signer_new_from_pkcs12:
 * @data: a PKCS #12 package
 * @passphrase: what it is locked with
 * @error: return location for an error
 *
 * Returns: (transfer full): a signer, or %NULL with #MATTRA_ERROR_INVALID if the package or its certificate is not fit,
 *   #MATTRA_ERROR_DENIED if the passphrase is wrong
 */
MattraDigitalSigner *
mattra_digital_signer_new_from_pkcs12 (GBytes      *data,
                               const char  *passphrase,
                               GError     **error)
{
  const guint8 *der = g_bytes_get_data (data, NULL);
  PKCS12 *package = d2i_PKCS12 (NULL, &der, (long) g_bytes_get_size (data));
  EVP_PKEY *key = NULL;
  X509 *own = NULL;
  STACK_OF (X509) *others = NULL;
  MattraDigitalSigner *self = NULL;

  if (package == NULL)
    refuse (error, _("The file is no PKCS #12 package (.p12, .pfx)."));
  else if (PKCS12_mac_present (package) && !PKCS12_verify_mac (package, passphrase, -1))
    {
      ERR_clear_error ();
      g_set_error_literal (error, MATTRA_ERROR, MATTRA_ERROR_DENIED,
                           _("The passphrase does not open the PKCS #12 package."));
    }
  else if (!unpack (package, passphrase, &key, &own, &others))
    refuse (error, _("The PKCS #12 package is locked in a way that this computer cannot open."));
  else if (key == NULL || own == NULL)
    refuse (error, _("The PKCS #12 package holds no key with its certificate."));
  else
    self = new_from_parts (key, own, others, error);
  ERR_clear_error ();
  EVP_PKEY_free (key);
  X509_free (own);
  sk_X509_pop_free (others, X509_free);
  PKCS12_free (package);
  return self;
}
