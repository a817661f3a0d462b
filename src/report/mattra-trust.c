/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-trust-private.h"

#include <glib/gi18n-lib.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509_vfy.h>
#include <openssl/x509v3.h>

#include "mattra-error.h"

/* Certificates are a few kilobytes; a folder of them holds a few hundred. */
#define LARGEST_FILE (1024 * 1024)
#define MOST_FILES 2000

/* 112 bits: RSA from 2048 bits on, no SHA-1. Certificates with less can be forged. */
#define SAFE_LEVEL 2

struct _MattraTrust
{
  X509_STORE *store;
};

/**
 * mattra_trust_new:
 *
 * Returns: (transfer full): trust in nobody
 */
MattraTrust *
mattra_trust_new (void)
{
  MattraTrust *self = g_new0 (MattraTrust, 1);

  self->store = X509_STORE_new ();
  return self;
}

/**
 * mattra_trust_free:
 * @self: (transfer full) (nullable): certificates
 *
 * Frees them.
 */
void
mattra_trust_free (MattraTrust *self)
{
  if (self == NULL)
    return;

  X509_STORE_free (self->store);
  g_free (self);
}

static guint
add_one (MattraTrust *self,
         X509        *certificate)
{
  guint n = certificate != NULL && X509_STORE_add_cert (self->store, certificate) == 1 ? 1 : 0;

  X509_free (certificate);
  return n;
}

/**
 * mattra_trust_add:
 * @self: certificates
 * @data: one in DER, or any number in PEM
 *
 * Trusts what @data holds.
 *
 * Returns: how many certificates were in it
 */
guint
mattra_trust_add (MattraTrust *self,
                  GBytes      *data)
{
  gsize length;
  const guint8 *bytes = g_bytes_get_data (data, &length);
  BIO *source = BIO_new_mem_buf (bytes, (int) length);
  guint n = 0;

  for (X509 *found; (found = PEM_read_bio_X509 (source, NULL, NULL, NULL)) != NULL;)
    n += add_one (self, found);
  BIO_free (source);
  if (n == 0)
    n = add_one (self, d2i_X509 (NULL, &bytes, (long) length));
  ERR_clear_error ();
  return n;
}

static guint
add_file (MattraTrust *self,
          const char  *path)
{
  g_autoptr (GMappedFile) file = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return 0;
  file = g_mapped_file_new (path, FALSE, NULL);
  if (file == NULL || g_mapped_file_get_length (file) > LARGEST_FILE)
    return 0;
  bytes = g_mapped_file_get_bytes (file);
  return mattra_trust_add (self, bytes);
}

/**
 * mattra_trust_new_from_folder:
 * @folder: a folder of certificates in PEM or DER; other files in it are left alone
 * @error: return location for an error
 *
 * Returns: (transfer full): the certificates, or %NULL with #MATTRA_ERROR_IO, or #MATTRA_ERROR_NOT_FOUND if there is none
 */
MattraTrust *
mattra_trust_new_from_folder (const char  *folder,
                              GError     **error)
{
  g_autoptr (MattraTrust) self = mattra_trust_new ();
  g_autoptr (GError) failure = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &failure);
  guint n = 0;
  guint n_files = 0;

  if (dir == NULL)
    {
      g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_IO, _("The folder “%s” cannot be read: %s"), folder,
                   failure->message);
      return NULL;
    }
  for (const char *name; n_files < MOST_FILES && (name = g_dir_read_name (dir)) != NULL; n_files++)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      n += add_file (self, path);
    }
  if (n > 0)
    return g_steal_pointer (&self);
  g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_NOT_FOUND, _("There is no certificate in the folder “%s”."), folder);
  return NULL;
}

static MattraCertificateState
translate (int result)
{
  switch (result)
    {
    case X509_V_OK:
      return MATTRA_CERTIFICATE_TRUSTED;
    case X509_V_ERR_CERT_HAS_EXPIRED:
      return MATTRA_CERTIFICATE_EXPIRED;
    case X509_V_ERR_CERT_NOT_YET_VALID:
      return MATTRA_CERTIFICATE_NOT_YET_VALID;
    case X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT:
      return MATTRA_CERTIFICATE_SELF_SIGNED;
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT:
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    case X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    case X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN:
    case X509_V_ERR_CERT_UNTRUSTED:
      return MATTRA_CERTIFICATE_UNKNOWN;
    default:
      return MATTRA_CERTIFICATE_UNFIT;
    }
}

/* Whether one of the purposes that a certificate names is not one of machines alone. */
static gboolean
is_for_people (EXTENDED_KEY_USAGE *purposes)
{
  for (int i = 0; i < sk_ASN1_OBJECT_num (purposes); i++)
    switch (OBJ_obj2nid (sk_ASN1_OBJECT_value (purposes, i)))
      {
      case NID_server_auth:
      case NID_code_sign:
      case NID_OCSP_sign:
      case NID_time_stamp:
        break;
      default:
        return TRUE;
      }
  return FALSE;
}

/*< private >
 * mattra_trust_may_sign:
 * @certificate: a certificate
 *
 * Returns: whether it is meant for signing documents, where it says at all what it is meant for
 */
gboolean
mattra_trust_may_sign (X509 *certificate)
{
  guint32 usage = X509_get_key_usage (certificate);
  int critical = -1;
  EXTENDED_KEY_USAGE *purposes = X509_get_ext_d2i (certificate, NID_ext_key_usage, &critical, NULL);
  /* -1 for none; else it cannot be read, or stands twice. */
  gboolean fit = purposes != NULL ? is_for_people (purposes) : critical == -1;

  EXTENDED_KEY_USAGE_free (purposes);
  return fit && (usage == UINT32_MAX || (usage & (KU_DIGITAL_SIGNATURE | KU_NON_REPUDIATION)) != 0);
}

/*< private >
 * mattra_trust_judge:
 * @self: certificates that are trusted
 * @certificate: a signer's
 * @others: those that came with it
 * @time: seconds since 1970
 *
 * Returns: what the certificate is worth then
 */
MattraCertificateState
mattra_trust_judge (MattraTrust     *self,
                    X509            *certificate,
                    STACK_OF (X509) *others,
                    gint64           time)
{
  X509_STORE_CTX *context = X509_STORE_CTX_new ();
  MattraCertificateState state = MATTRA_CERTIFICATE_UNFIT;

  if (X509_STORE_CTX_init (context, self->store, certificate, others) == 1)
    {
      X509_VERIFY_PARAM *options = X509_STORE_CTX_get0_param (context);

      X509_VERIFY_PARAM_set_time (options, (time_t) time);
      X509_VERIFY_PARAM_set_flags (options, X509_V_FLAG_PARTIAL_CHAIN);
      X509_VERIFY_PARAM_set_auth_level (options, SAFE_LEVEL);
      X509_verify_cert (context);
      state = translate (X509_STORE_CTX_get_error (context));
    }
  X509_STORE_CTX_free (context);
  ERR_clear_error ();
  return state == MATTRA_CERTIFICATE_TRUSTED && !mattra_trust_may_sign (certificate) ? MATTRA_CERTIFICATE_UNFIT : state;
}
