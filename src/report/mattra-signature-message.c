/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-signature-message.h"

#include <glib/gi18n-lib.h>
#include <openssl/cms.h>
#include <openssl/err.h>
#include <openssl/ess.h>
#include <string.h>

#include "mattra-trust-private.h"

/* A message being judged. */
typedef struct
{
  MattraSignatureReport *report;
  CMS_ContentInfo       *cms;
  CMS_SignerInfo        *signer;
  STACK_OF (X509)       *certificates;
  X509                  *own;           /* one of @certificates */
  const EVP_MD          *digest;
} Message;

static void
set_state (MattraSignatureReport *report,
           MattraSignatureState   state,
           const char            *how)
{
  report->state = state;
  g_free (report->how);
  report->how = g_strdup (how);
}

static char *
dup_common_name (X509_NAME *name)
{
  static const int nids[] = { NID_commonName, NID_organizationName };

  for (guint i = 0; i < G_N_ELEMENTS (nids); i++)
    {
      int index = X509_NAME_get_index_by_NID (name, nids[i], -1);
      guint8 *utf8 = NULL;
      int length = index < 0 ? -1 : ASN1_STRING_to_UTF8 (&utf8, X509_NAME_ENTRY_get_data (X509_NAME_get_entry (name,
                                                                                                           index)));

      if (length >= 0)
        {
          char *text = g_utf8_make_valid ((const char *) utf8, length);

          OPENSSL_free (utf8);
          return text;
        }
    }
  return NULL;
}

static char *
say_day (const ASN1_TIME *time)
{
  struct tm parts = { 0 };

  if (ASN1_TIME_to_tm (time, &parts) != 1)
    return NULL;
  return g_strdup_printf ("%04d-%02d-%02d", parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday);
}

static void
describe_certificate (Message *self)
{
  MattraSignatureReport *report = self->report;

  report->name = dup_common_name (X509_get_subject_name (self->own));
  report->issuer = dup_common_name (X509_get_issuer_name (self->own));
  report->valid_from = say_day (X509_get0_notBefore (self->own));
  report->valid_to = say_day (X509_get0_notAfter (self->own));
}

/* Digests that are not broken. */
static const EVP_MD *
find_digest (CMS_SignerInfo *signer)
{
  X509_ALGOR *algorithm = NULL;
  const ASN1_OBJECT *object = NULL;

  CMS_SignerInfo_get0_algs (signer, NULL, NULL, &algorithm, NULL);
  X509_ALGOR_get0 (&object, NULL, NULL, algorithm);
  switch (OBJ_obj2nid (object))
    {
    case NID_sha256:
      return EVP_sha256 ();
    case NID_sha384:
      return EVP_sha384 ();
    case NID_sha512:
      return EVP_sha512 ();
    default:
      return NULL;
    }
}

static gboolean
find_signer (Message *self)
{
  STACK_OF (CMS_SignerInfo) *signers = CMS_get0_SignerInfos (self->cms);

  if (sk_CMS_SignerInfo_num (signers) != 1)
    return FALSE;
  self->signer = sk_CMS_SignerInfo_value (signers, 0);
  self->certificates = CMS_get1_certs (self->cms);
  for (int i = 0; i < sk_X509_num (self->certificates) && self->own == NULL; i++)
    if (CMS_SignerInfo_cert_cmp (self->signer, sk_X509_value (self->certificates, i)) == 0)
      self->own = sk_X509_value (self->certificates, i);
  return self->own != NULL;
}

/* The first octets of values that hold others; libcrypto also takes some for them that are not. */
#define SEQUENCE   (V_ASN1_CONSTRUCTED | V_ASN1_SEQUENCE)
#define SET        (V_ASN1_CONSTRUCTED | V_ASN1_SET)
#define FIRST_PART (V_ASN1_CONSTRUCTED | V_ASN1_CONTEXT_SPECIFIC)

/* Goes to what a value of a message holds. */
static gboolean
enter (const guint8 **at,
       const guint8  *end,
       guint8         first_octet,
       const guint8 **value_end)
{
  long length = 0;
  int tag = 0;
  int class = 0;

  if (*at >= end || **at != first_octet || (ASN1_get_object (at, &length, &tag, &class, end - *at) & 0x80) != 0)
    return FALSE;
  *value_end = *at + length;
  return TRUE;
}

/* Goes behind a value of a message. */
static gboolean
step (const guint8 **at,
      const guint8  *end,
      guint8         first_octet)
{
  const guint8 *behind = NULL;

  if (!enter (at, end, first_octet, &behind))
    return FALSE;
  *at = behind;
  return TRUE;
}

/* Reads a version: 1, as signers that are named by who issued their certificate have it. */
static gboolean
read_version (const guint8 **at,
              const guint8  *end)
{
  const guint8 *start = *at;

  return step (at, end, V_ASN1_INTEGER) && *at - start == 3 && start[2] == 1;
}

/* Whether one of the checksums that a message announces is that of its signer. */
static gboolean
announces_digest (Message      *self,
                  const guint8 *at,
                  const guint8 *end)
{
  X509_ALGOR *algorithm;
  const ASN1_OBJECT *object = NULL;
  gboolean found = FALSE;

  if (!enter (&at, end, SET, &end))
    return FALSE;
  while (!found && (algorithm = d2i_X509_ALGOR (NULL, &at, end - at)) != NULL)
    {
      X509_ALGOR_get0 (&object, NULL, NULL, algorithm);
      found = OBJ_obj2nid (object) == EVP_MD_get_type (self->digest);
      X509_ALGOR_free (algorithm);
    }
  return found;
}

/* Whether the signature is said to be of a kind that goes with its checksum. */
static gboolean
fits_digest (Message *self)
{
  X509_ALGOR *algorithm = NULL;
  const ASN1_OBJECT *object = NULL;
  int kind = V_ASN1_UNDEF;
  int digest = NID_undef;
  int nid;

  CMS_SignerInfo_get0_algs (self->signer, NULL, NULL, NULL, &algorithm);
  X509_ALGOR_get0 (&object, &kind, NULL, algorithm);
  nid = OBJ_obj2nid (object);
  if (nid == NID_rsassaPss)
    return kind == V_ASN1_SEQUENCE;
  return (kind == V_ASN1_NULL || kind == V_ASN1_UNDEF)
         && (nid == NID_rsaEncryption
             || (OBJ_find_sigid_algs (nid, &digest, NULL) == 1 && digest == EVP_MD_get_type (self->digest)));
}

/* Whether the signer is named by the very bytes that the certificate has for who issued it: libcrypto reads some names
 * alike that are not. */
static gboolean
names_issuer (Message *self)
{
  X509_NAME *name = NULL;
  const guint8 *named = NULL;
  const guint8 *own = NULL;
  gsize length = 0;
  gsize own_length = 0;

  return CMS_SignerInfo_get0_signer_id (self->signer, NULL, &name, NULL) == 1 && name != NULL
         && X509_NAME_get0_der (name, &named, &length) == 1
         && X509_NAME_get0_der (X509_get_issuer_name (self->own), &own, &own_length) == 1
         && length == own_length && memcmp (named, own, length) == 0;
}

/* What was signed is a set of attributes, of which libcrypto makes the bytes anew before it looks at them. */
static gboolean
has_regular_attributes (const guint8 *at,
                        const guint8 *end)
{
  while (at < end)
    {
      const guint8 *attribute_end = NULL;

      if (!enter (&at, end, SEQUENCE, &attribute_end) || !step (&at, attribute_end, V_ASN1_OBJECT)
          || !step (&at, attribute_end, SET) || at != attribute_end)
        return FALSE;
    }
  return TRUE;
}

/* The signer: version, name, checksum, attributes. */
static gboolean
is_regular_signer (const guint8 *at,
                   const guint8 *end)
{
  const guint8 *attributes_end = NULL;

  return enter (&at, end, SET, &end) && enter (&at, end, SEQUENCE, &end) && read_version (&at, end)
         && step (&at, end, SEQUENCE) && step (&at, end, SEQUENCE)
         && enter (&at, end, FIRST_PART, &attributes_end) && has_regular_attributes (at, attributes_end);
}

/* What stands around what is signed and is not signed itself: libcrypto does not look at all of it, other programs do. */
static gboolean
is_regular (Message      *self,
            const guint8 *at,
            gsize         length)
{
  const guint8 *end = at + length;

  if (OBJ_obj2nid (CMS_get0_eContentType (self->cms)) != NID_pkcs7_data || !fits_digest (self) || !names_issuer (self))
    return FALSE;
  return enter (&at, end, SEQUENCE, &end) && step (&at, end, V_ASN1_OBJECT) && enter (&at, end, FIRST_PART, &end)
         && enter (&at, end, SEQUENCE, &end) && read_version (&at, end) && announces_digest (self, at, end)
         && step (&at, end, SET) && step (&at, end, SEQUENCE) && step (&at, end, FIRST_PART)
         && is_regular_signer (at, end);
}

/* The room that was left for a signature is filled with zeros: nothing is signed there, so nothing may stand there. */
static gboolean
is_blank (const guint8 *data,
          gsize         length)
{
  for (gsize i = 0; i < length; i++)
    if (data[i] != 0)
      return FALSE;
  return TRUE;
}

static gboolean
open_message (Message      *self,
              const guint8 *data,
              gsize         length)
{
  const guint8 *start = data;
  const guint8 *end = data + length;
  ASN1_OCTET_STRING **content;

  self->cms = d2i_CMS_ContentInfo (NULL, &data, (long) length);
  if (self->cms == NULL || OBJ_obj2nid (CMS_get0_type (self->cms)) != NID_pkcs7_signed || !find_signer (self))
    {
      set_state (self->report, MATTRA_SIGNATURE_BROKEN, _("it holds no signature with its certificate"));
      return FALSE;
    }
  describe_certificate (self);
  content = CMS_get0_content (self->cms);
  self->digest = find_digest (self->signer);
  if (self->digest == NULL)
    set_state (self->report, MATTRA_SIGNATURE_BROKEN, _("it uses a checksum that is no longer safe"));
  else if (!is_blank (data, (gsize) (end - data)))
    set_state (self->report, MATTRA_SIGNATURE_BROKEN, _("something else stands beside it"));
  else if (!is_regular (self, start, (gsize) (data - start)) || (content != NULL && *content != NULL)
           || CMS_signed_get_attr_count (self->signer) <= 0)
    set_state (self->report, MATTRA_SIGNATURE_BROKEN, _("it is of a kind that is not read here"));
  return self->report->state == MATTRA_SIGNATURE_INTACT;
}

/* Whether the bytes have the digest that was signed. */
static gboolean
has_digest (Message             *self,
            const MattraPdfPart *ranges)
{
  const ASN1_OCTET_STRING *told = CMS_signed_get0_data_by_OBJ (self->signer, OBJ_nid2obj (NID_pkcs9_messageDigest), -3,
                                                               V_ASN1_OCTET_STRING);
  guint8 digest[EVP_MAX_MD_SIZE];
  guint length = 0;
  EVP_MD_CTX *context = EVP_MD_CTX_new ();

  EVP_DigestInit_ex (context, self->digest, NULL);
  for (guint i = 0; i < 2; i++)
    EVP_DigestUpdate (context, ranges[i].start, (gsize) (ranges[i].end - ranges[i].start));
  EVP_DigestFinal_ex (context, digest, &length);
  EVP_MD_CTX_free (context);
  return told != NULL && ASN1_STRING_length (told) == (int) length
         && memcmp (ASN1_STRING_get0_data (told), digest, length) == 0;
}

/* How many of the certificates beside the signer's own stand with their SHA-256 in what was signed. */
static int
count_named (Message           *self,
             const ASN1_STRING *value)
{
  int n = 0;

  for (int i = 0; i < sk_X509_num (self->certificates); i++)
    {
      X509 *other = sk_X509_value (self->certificates, i);
      guint8 hash[EVP_MAX_MD_SIZE];
      guint length = 0;

      if (other != self->own && X509_digest (other, EVP_sha256 (), hash, &length) == 1
          && memmem (ASN1_STRING_get0_data (value), (gsize) ASN1_STRING_length (value), hash, length) != NULL)
        n++;
    }
  return n;
}

/* Whether what was signed names this certificate and no other; and where it names those above it as well, all that
 * came with it. */
static gboolean
names_certificates (Message *self)
{
  ASN1_STRING *value = CMS_signed_get0_data_by_OBJ (self->signer, OBJ_nid2obj (NID_id_smime_aa_signingCertificateV2),
                                                    -3, V_ASN1_SEQUENCE);
  const guint8 *data = value != NULL ? ASN1_STRING_get0_data (value) : NULL;
  ESS_SIGNING_CERT_V2 *names = value != NULL ? d2i_ESS_SIGNING_CERT_V2 (NULL, &data, ASN1_STRING_length (value)) : NULL;
  STACK_OF (X509) *chain = sk_X509_new_null ();
  int n_others = sk_X509_num (self->certificates) - 1;
  int n_named = value != NULL ? count_named (self, value) : 0;
  gboolean named;

  sk_X509_push (chain, self->own);
  for (int i = 0; i <= n_others; i++)
    if (sk_X509_value (self->certificates, i) != self->own)
      sk_X509_push (chain, sk_X509_value (self->certificates, i));
  named = names != NULL && OSSL_ESS_check_signing_certs (NULL, names, chain, 1) > 0;
  sk_X509_free (chain);
  ESS_SIGNING_CERT_V2_free (names);
  return named && (n_named == 0 || n_named == n_others);
}

static gboolean
is_genuine (Message *self)
{
  const ASN1_OBJECT *type = CMS_signed_get0_data_by_OBJ (self->signer, OBJ_nid2obj (NID_pkcs9_contentType), -3,
                                                         V_ASN1_OBJECT);

  CMS_SignerInfo_set1_signer_cert (self->signer, self->own);
  return OBJ_obj2nid (type) == NID_pkcs7_data && CMS_SignerInfo_verify (self->signer) == 1;
}

/*< private >
 * mattra_signature_message_judge:
 * @report: (inout): what is known of the signature
 * @message: a CMS message; zeros may follow it
 * @length: how many bytes
 * @ranges: (array fixed-size=2): the bytes that are signed
 * @cades: whether the message must name its certificate
 * @trust: certificates that are trusted
 * @time: when the certificate must be valid, in seconds since 1970
 *
 * Judges a signature and its certificate.
 */
void
mattra_signature_message_judge (MattraSignatureReport *report,
                                const guint8          *message,
                                gsize                  length,
                                const MattraPdfPart   *ranges,
                                gboolean               cades,
                                MattraTrust           *trust,
                                gint64                 time)
{
  Message self = { .report = report };

  if (open_message (&self, message, length))
    {
      if (!has_digest (&self, ranges))
        set_state (report, MATTRA_SIGNATURE_ALTERED, NULL);
      else if (!is_genuine (&self))
        set_state (report, MATTRA_SIGNATURE_FORGED, NULL);
      else if (cades && !names_certificates (&self))
        set_state (report, MATTRA_SIGNATURE_BROKEN, _("its certificates are not those with which it was made"));
    }
  if (self.own != NULL)
    report->certificate = mattra_trust_judge (trust, self.own, self.certificates, time);
  sk_X509_pop_free (self.certificates, X509_free);
  CMS_ContentInfo_free (self.cms);
  ERR_clear_error ();
}
