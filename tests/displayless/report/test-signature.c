/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <openssl/x509v3.h>
#include <string.h>

#include "mattra-error.h"
#include "mattra-pdf-update.h"
#include "mattra-signature-check.h"
#include "mattra-signature-field.h"
#include "mattra-signature.h"
#include "mattra-trust-private.h"
#include "signing-fixture.h"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EVP_MD_CTX, EVP_MD_CTX_free)

#define FROM (SIGNING_NOW - SIGNING_YEAR)
#define TO (SIGNING_NOW + 2 * SIGNING_YEAR)
#define NAME SIGNING_NAME

static MattraSignatureCheck *
verify (SigningFixture *self,
        GBytes         *pdf,
        gint64          time)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MattraTrust) trust = signing_fixture_trust (self);
  MattraSignatureCheck *check = mattra_signature_verify (pdf, trust, time, &error);

  g_assert_no_error (error);
  return check;
}

static const MattraSignatureReport *
get_report (MattraSignatureCheck *check,
            guint                 index)
{
  g_assert_cmpuint (index, <, check->signatures->len);
  return g_ptr_array_index (check->signatures, index);
}

static void
assert_report (MattraSignatureCheck   *check,
               guint                   index,
               MattraSignatureState    state,
               MattraSignatureCover    cover,
               MattraCertificateState  certificate)
{
  const MattraSignatureReport *report = get_report (check, index);

  if (report->how != NULL)
    g_test_message ("%s", report->how);
  g_assert_cmpint (report->state, ==, state);
  g_assert_cmpint (report->cover, ==, cover);
  g_assert_cmpint (report->certificate, ==, certificate);
}

static void
assert_follows (GBytes     *pdf,
                gsize       length,
                const char *expected)
{
  g_autofree char *how = NULL;
  gboolean follows = mattra_signature_follow (pdf, length, &how);

  if (expected == NULL)
    {
      if (how != NULL)
        g_error ("%s", how);
      g_assert_true (follows);
      return;
    }
  g_assert_false (follows);
  g_assert_nonnull (how);
  if (strstr (how, expected) == NULL)
    g_error ("“%s” is not in “%s”", expected, how);
}

static void
test_sign (SigningFixture *self,
           gconstpointer   data)
{
  for (int rsa = 0; rsa <= 1; rsa++)
    {
      g_auto (SigningIdentity) signer = signing_fixture_new_signer (self, rsa);
      g_autoptr (GBytes) pdf = signing_fixture_write_report (self, TRUE);
      g_autoptr (GBytes) signed_pdf = signing_fixture_sign (self, &signer, pdf, NULL);
      g_autoptr (MattraSignatureCheck) check = verify (self, signed_pdf, SIGNING_NOW);
      gsize length = g_bytes_get_size (pdf);

      g_assert_cmpmem (g_bytes_get_data (signed_pdf, NULL), length, g_bytes_get_data (pdf, NULL), length);
      g_assert_cmpuint (check->signatures->len, ==, 1);
      assert_report (check, 0, MATTRA_SIGNATURE_INTACT, MATTRA_COVERS_ALL, MATTRA_CERTIFICATE_TRUSTED);
      g_assert_cmpstr (get_report (check, 0)->name, ==, NAME);
      g_assert_cmpstr (get_report (check, 0)->issuer, ==, "ผู้ให้บริการออกใบรับรอง");
      g_assert_cmpstr (get_report (check, 0)->claimed, ==, "2026-11-29");
      g_assert_cmpstr (get_report (check, 0)->label, ==, "นางสาวสมหญิง ใจดี");
      g_assert_cmpuint (check->n_empty, ==, 1);
      g_assert_true (mattra_signature_check_is_good (check));
      assert_follows (signed_pdf, length, NULL);
      assert_follows (signed_pdf, length - 1, "no signature");
    }
}

static void
test_two_signers (SigningFixture *self,
                  gconstpointer   data)
{
  g_auto (SigningIdentity) one = signing_fixture_new_signer (self, FALSE);
  g_auto (SigningIdentity) two = signing_fixture_new_signer (self, FALSE);
  g_autoptr (GBytes) pdf = signing_fixture_write_report (self, TRUE);
  g_autoptr (GBytes) first = signing_fixture_sign (self, &one, pdf, NAME);
  g_autoptr (GBytes) both = signing_fixture_sign (self, &two, first, NULL);
  g_autoptr (GBytes) third = signing_fixture_sign (self, &one, both, NULL);
  g_autoptr (MattraSignatureCheck) check = verify (self, third, SIGNING_NOW);

  g_assert_cmpuint (check->signatures->len, ==, 3);
  assert_report (check, 0, MATTRA_SIGNATURE_INTACT, MATTRA_COVERS_BEFORE, MATTRA_CERTIFICATE_TRUSTED);
  assert_report (check, 1, MATTRA_SIGNATURE_INTACT, MATTRA_COVERS_BEFORE, MATTRA_CERTIFICATE_TRUSTED);
  assert_report (check, 2, MATTRA_SIGNATURE_INTACT, MATTRA_COVERS_ALL, MATTRA_CERTIFICATE_TRUSTED);
  g_assert_cmpstr (get_report (check, 0)->field, ==, "Signature2");
  g_assert_cmpstr (get_report (check, 1)->field, ==, "Signature1");
  g_assert_cmpstr (get_report (check, 2)->field, ==, "Signature3");
  g_assert_true (mattra_signature_check_is_good (check));
  assert_follows (third, g_bytes_get_size (pdf), NULL);
  assert_follows (third, g_bytes_get_size (first), NULL);
}

/* A file without any field gets one of which nothing is seen. */
static void
test_no_field (SigningFixture *self,
               gconstpointer   data)
{
  g_auto (SigningIdentity) signer = signing_fixture_new_signer (self, FALSE);
  g_autoptr (GBytes) pdf = signing_fixture_write_report (self, FALSE);
  g_autoptr (GBytes) signed_pdf = signing_fixture_sign (self, &signer, pdf, NULL);
  g_autoptr (MattraSignatureCheck) check = verify (self, signed_pdf, SIGNING_NOW);

  assert_report (check, 0, MATTRA_SIGNATURE_INTACT, MATTRA_COVERS_ALL, MATTRA_CERTIFICATE_TRUSTED);
  assert_follows (signed_pdf, g_bytes_get_size (pdf), NULL);
}

static void
test_same_bytes (SigningFixture *self,
                 gconstpointer   data)
{
  g_auto (SigningIdentity) signer = signing_fixture_new_signer (self, TRUE);
  g_autoptr (GBytes) pdf = signing_fixture_write_report (self, TRUE);
  g_autoptr (GBytes) one = signing_fixture_sign (self, &signer, pdf, NULL);
  g_autoptr (GBytes) other = signing_fixture_sign (self, &signer, pdf, NULL);

  g_assert_true (g_bytes_equal (one, other));
}

static void
test_refused_fields (SigningFixture *self,
                     gconstpointer   data)
{
  g_auto (SigningIdentity) identity = signing_fixture_new_signer (self, FALSE);
  g_autoptr (GBytes) package = signing_identity_pack (&identity, self);
  g_autoptr (MattraDigitalSigner) signer = mattra_digital_signer_new_from_pkcs12 (package, SIGNING_PASSPHRASE, NULL);
  g_autoptr (GBytes) pdf = signing_fixture_write_report (self, TRUE);
  g_autoptr (GBytes) signed_pdf = signing_fixture_sign (self, &identity, pdf, "Signature1");
  static const char *const fields[] = { "Signature1", "Signature9" };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const MattraSignOptions options = { .field = fields[i], .date = { 2026, 11, 29 } };
      g_autoptr (GError) error = NULL;

      g_assert_null (mattra_signature_sign (signed_pdf, signer, &options, NULL, &error));
      g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID);
      g_assert_nonnull (strstr (error->message, fields[i]));
    }
}

static void
test_refused_packages (SigningFixture *self,
                       gconstpointer   data)
{
  g_auto (SigningIdentity) identity = signing_fixture_new_signer (self, FALSE);
  g_auto (SigningIdentity) authority = signing_identity_new ("CA", NULL, NULL, FALSE, TRUE, FROM, TO);
  g_autoptr (GBytes) package = signing_identity_pack (&identity, self);
  g_autoptr (GBytes) unfit = signing_identity_pack (&authority, self);
  g_autoptr (GBytes) nonsense = g_bytes_new_static ("nonsense", 8);
  g_autoptr (MattraDigitalSigner) signer = mattra_digital_signer_new_from_pkcs12 (package, SIGNING_PASSPHRASE, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (mattra_digital_signer_new_from_pkcs12 (package, "wrong", &error));
  g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_DENIED);
  g_clear_error (&error);
  g_assert_null (mattra_digital_signer_new_from_pkcs12 (nonsense, "", &error));
  g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (mattra_digital_signer_new_from_pkcs12 (unfit, SIGNING_PASSPHRASE, &error));
  g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (mattra_digital_signer_check_time (signer, SIGNING_NOW, &error));
  g_assert_no_error (error);
  g_assert_false (mattra_digital_signer_check_time (signer, FROM - 86400, &error));
  g_assert_nonnull (strstr (error->message, "only from"));
  g_clear_error (&error);
  g_assert_false (mattra_digital_signer_check_time (signer, TO + 86400, &error));
  g_assert_nonnull (strstr (error->message, "expired"));
}

static void
test_certificates (SigningFixture *self,
                   gconstpointer   data)
{
  g_auto (SigningIdentity) stranger = signing_identity_new ("Stranger CA", NULL, NULL, FALSE, TRUE, FROM, TO);
  SigningIdentity identities[] = {
    signing_fixture_new_signer (self, FALSE),
    signing_identity_new (NAME, NULL, &stranger, FALSE, FALSE, FROM, TO),
    signing_identity_new (NAME, NULL, NULL, FALSE, FALSE, FROM, TO),
  };
  const struct
  {
    guint                  identity;
    gint64                 time;
    MattraCertificateState state;
    const char            *words;
  } cases[] = {
    { 0, SIGNING_NOW, MATTRA_CERTIFICATE_TRUSTED, "is trusted" },
    { 0, TO + 86400, MATTRA_CERTIFICATE_EXPIRED, "has expired" },
    { 0, FROM - 86400, MATTRA_CERTIFICATE_NOT_YET_VALID, "not valid yet" },
    { 1, SIGNING_NOW, MATTRA_CERTIFICATE_UNKNOWN, "is unknown" },
    { 2, SIGNING_NOW, MATTRA_CERTIFICATE_SELF_SIGNED, "by its owner" },
  };
  g_autoptr (GBytes) pdf = signing_fixture_write_report (self, TRUE);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) signed_pdf = signing_fixture_sign (self, &identities[cases[i].identity], pdf, NULL);
      g_autoptr (MattraSignatureCheck) check = verify (self, signed_pdf, cases[i].time);
      g_autofree char *words = NULL;

      assert_report (check, 0, MATTRA_SIGNATURE_INTACT, MATTRA_COVERS_ALL, cases[i].state);
      words = mattra_signature_say_certificate (get_report (check, 0));
      g_assert_nonnull (strstr (words, cases[i].words));
      g_assert_cmpint (mattra_signature_check_is_good (check), ==, cases[i].state == MATTRA_CERTIFICATE_TRUSTED);
      /* Whoever signed, it is a signature that follows. */
      assert_follows (signed_pdf, g_bytes_get_size (pdf), NULL);
    }
  for (guint i = 0; i < G_N_ELEMENTS (identities); i++)
    signing_identity_clear (&identities[i]);
}

/* What a certificate may be besides. */
typedef struct
{
  const char             *purposes;     /* what it is for, as it says */
  int                     digest;       /* with which it was signed; 0 for SHA-256 */
  int                     bits;         /* of the RSA key of the authority above; 0 for none there */
  gboolean                authority;    /* whether the one above may issue certificates */
  MattraCertificateState  state;
} Unusual;

static void
issue_again (SigningIdentity *identity,
             const Unusual   *unusual,
             EVP_PKEY        *key)
{
  X509_EXTENSION *purposes = unusual->purposes != NULL
                             ? X509V3_EXT_conf_nid (NULL, NULL, NID_ext_key_usage, unusual->purposes) : NULL;

  if (purposes != NULL)
    X509_add_ext (identity->certificate, purposes, -1);
  X509_EXTENSION_free (purposes);
  g_assert_cmpint (X509_sign (identity->certificate, key, EVP_get_digestbynid (unusual->digest != 0 ? unusual->digest
                                                                               : NID_sha256)), >, 0);
}

static void
add_to_trust (MattraTrust     *trust,
              SigningIdentity *identity)
{
  g_autoptr (GBytes) pem = signing_identity_to_pem (identity);

  g_assert_cmpuint (mattra_trust_add (trust, pem), ==, 1);
}

/* Keys that are too short, checksums that are not safe, purposes that are others. */
static void
test_unusual_certificates (SigningFixture *self,
                           gconstpointer   data)
{
  static const Unusual cases[] = {
    { NULL, 0, 0, TRUE, MATTRA_CERTIFICATE_TRUSTED },
    { "emailProtection", 0, 0, TRUE, MATTRA_CERTIFICATE_TRUSTED },
    { "1.3.6.1.5.5.7.3.36", 0, 0, TRUE, MATTRA_CERTIFICATE_TRUSTED },
    { "serverAuth,clientAuth", 0, 0, TRUE, MATTRA_CERTIFICATE_TRUSTED },
    { NULL, 0, 2048, TRUE, MATTRA_CERTIFICATE_TRUSTED },
    { "serverAuth", 0, 0, TRUE, MATTRA_CERTIFICATE_UNFIT },
    { "codeSigning,timeStamping", 0, 0, TRUE, MATTRA_CERTIFICATE_UNFIT },
    { NULL, NID_sha1, 0, TRUE, MATTRA_CERTIFICATE_UNFIT },
    { NULL, 0, 1024, TRUE, MATTRA_CERTIFICATE_UNFIT },
    { NULL, 0, 0, FALSE, MATTRA_CERTIFICATE_UNFIT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Unusual *unusual = &cases[i];
      g_auto (SigningIdentity) above = signing_identity_new ("CA", NULL, NULL, FALSE, unusual->authority, FROM, TO);
      g_auto (SigningIdentity) identity = { NULL, NULL };
      g_autoptr (MattraTrust) trust = mattra_trust_new ();

      if (unusual->bits > 0)
        {
          EVP_PKEY_free (above.key);
          above.key = EVP_RSA_gen ((guint) unusual->bits);
          X509_set_pubkey (above.certificate, above.key);
          g_assert_cmpint (X509_sign (above.certificate, above.key, EVP_sha256 ()), >, 0);
        }
      identity = signing_identity_new (NAME, NULL, &above, FALSE, FALSE, FROM, TO);
      issue_again (&identity, unusual, above.key);
      add_to_trust (trust, &above);
      g_test_message ("certificate %u", i);
      g_assert_cmpint (mattra_trust_judge (trust, identity.certificate, NULL, SIGNING_NOW), ==, unusual->state);
    }
}

/* Nobody signs with a certificate for a server. */
static void
test_refused_purpose (SigningFixture *self,
                      gconstpointer   data)
{
  g_auto (SigningIdentity) identity = signing_fixture_new_signer (self, FALSE);
  g_autoptr (GBytes) package = NULL;
  g_autoptr (GError) error = NULL;

  issue_again (&identity, &(const Unusual) { .purposes = "serverAuth" }, self->middle.key);
  package = signing_identity_pack (&identity, self);
  g_assert_null (mattra_digital_signer_new_from_pkcs12 (package, SIGNING_PASSPHRASE, &error));
  g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "not meant for signing"));
}

/* What is done to a signed file. */
typedef GBytes *(*Attack) (GBytes *pdf,
                           gsize   unsigned_length);

static GBytes *
turn_first_bit (GBytes *pdf,
                gsize   length)
{
  return signing_turn_bit (pdf, 3000, 1);
}

static GBytes *
turn_appended_bit (GBytes *pdf,
                   gsize   length)
{
  const char *data = g_bytes_get_data (pdf, NULL);
  const char *date = NULL;

  /* In the day of the signature. */
  for (const char *p = data + length; date == NULL; p++)
    if (memcmp (p, "/M (D:2026", 10) == 0)
      date = p;
  return signing_turn_bit (pdf, (gsize) (date + 9 - data), 1);
}

/* The signature proper is the end of the message, before the zeros. */
static GBytes *
turn_bit_of_signature (GBytes *pdf,
                       gsize   length)
{
  const char *at = strchr (signing_find_contents (pdf), '>') - 1;

  while (*at == '0')
    at--;
  at -= 4;
  return signing_turn_bit (pdf, (gsize) (at - (const char *) g_bytes_get_data (pdf, NULL)), (guint8) (*at ^ (*at == '1' ? '2' : '1')));
}

static GBytes *
blank_signature (GBytes *pdf,
                 gsize   length)
{
  const char *data = g_bytes_get_data (pdf, NULL);
  gsize at = (gsize) (signing_find_contents (pdf) + 1 - data);
  guint8 *copy = g_memdup2 (data, g_bytes_get_size (pdf));

  for (; copy[at] != '>'; at++)
    copy[at] = '0';
  return g_bytes_new_take (copy, g_bytes_get_size (pdf));
}

static GBytes *
turn_bit_beside_signature (GBytes *pdf,
                           gsize   length)
{
  const char *data = g_bytes_get_data (pdf, NULL);

  return signing_turn_bit (pdf, (gsize) (strchr (signing_find_contents (pdf), '>') - 4 - data), 1);
}

/* The same digit, written in another way. */
static GBytes *
turn_case_of_signature (GBytes *pdf,
                        gsize   length)
{
  const char *at = signing_find_contents (pdf);

  while (*at < 'a')
    at++;
  return signing_turn_bit (pdf, (gsize) (at - (const char *) g_bytes_get_data (pdf, NULL)), 'a' ^ 'A');
}

static GBytes *
append_byte (GBytes *pdf,
             gsize   length)
{
  GByteArray *longer = g_byte_array_new ();

  g_byte_array_append (longer, g_bytes_get_data (pdf, NULL), (guint) g_bytes_get_size (pdf));
  g_byte_array_append (longer, (const guint8 *) "x", 1);
  return g_byte_array_free_to_bytes (longer);
}

static GBytes *
append_update (GBytes     *pdf,
               guint       object,
               const char *value,
               const char *trailer)
{
  g_autoptr (MattraPdfFile) file = mattra_pdf_file_new (pdf, NULL);
  g_autoptr (MattraPdfUpdate) update = mattra_pdf_update_new (file, NULL, NULL);
  GByteArray *longer = g_byte_array_new ();

  mattra_pdf_update_put (update, object, value, strlen (value));
  mattra_pdf_update_finish (update, trailer);
  g_byte_array_append (longer, g_bytes_get_data (pdf, NULL), (guint) g_bytes_get_size (pdf));
  g_byte_array_append (longer, (const guint8 *) mattra_pdf_update_get_text (update)->str,
                       (guint) mattra_pdf_update_get_text (update)->len);
  return g_byte_array_free_to_bytes (longer);
}

static char *
dup_object (MattraPdfFile *file,
            guint          object)
{
  MattraPdfPart value = mattra_pdf_file_get_object (file, object);

  return g_strndup (value.start, (gsize) (value.end - value.start));
}

static GBytes *
swap_page (GBytes *pdf,
           gsize   length)
{
  g_autoptr (MattraPdfFile) file = mattra_pdf_file_new (pdf, NULL);
  g_autofree char *page = NULL;
  guint first, second;

  g_assert_true (mattra_pdf_file_find_page (file, 1, &first) && mattra_pdf_file_find_page (file, 2, &second));
  page = dup_object (file, second);
  return append_update (pdf, first, page, "");
}

/* The page tree names another page: no page itself is changed. */
static GBytes *
swap_page_in_tree (GBytes *pdf,
                   gsize   length)
{
  g_autoptr (MattraPdfFile) file = mattra_pdf_file_new (pdf, NULL);
  g_autofree char *value = NULL;
  guint root, pages, page;

  g_assert_true (mattra_pdf_file_get_root (file, &root) && mattra_pdf_file_find_page (file, 1, &page));
  g_assert_true (mattra_pdf_part_get_ref (mattra_pdf_dict_get (mattra_pdf_file_get_object (file, root), "Pages"),
                                          &pages));
  value = g_strdup_printf ("<< /Type /Pages /Count 1 /Kids [ %u 0 R ] >>", page);
  return append_update (pdf, pages, value, "");
}

static GBytes *
remove_signature (GBytes *pdf,
                  gsize   length)
{
  g_autoptr (MattraPdfFile) file = mattra_pdf_file_new (pdf, NULL);
  g_autoptr (GBytes) bytes = g_bytes_new_from_bytes (pdf, 0, length);
  g_autoptr (MattraPdfFile) before = mattra_pdf_file_new (bytes, NULL);
  g_autoptr (GPtrArray) fields = mattra_signature_field_list (file);
  guint object = ((MattraSignatureField *) g_ptr_array_index (fields, 0))->object;
  g_autofree char *value = dup_object (before, object);

  return append_update (pdf, object, value, "");
}

static GBytes *
cut_signature (GBytes *pdf,
               gsize   length)
{
  return g_bytes_new_from_bytes (pdf, 0, length);
}

/* A field that is signed now, and is drawn over the page besides. */
static GBytes *
enlarge_field (GBytes *pdf,
               gsize   length)
{
  g_autoptr (MattraPdfFile) file = mattra_pdf_file_new (pdf, NULL);
  g_autoptr (GPtrArray) fields = mattra_signature_field_list (file);
  guint object = ((MattraSignatureField *) g_ptr_array_index (fields, 1))->object;
  g_autofree char *value = dup_object (file, object);
  g_autoptr (GString) text = g_string_new (value);

  mattra_pdf_text_set (text, "Rect", "[ 0 0 595 842 ]");
  return append_update (pdf, object, text->str, "");
}

/* A catalog of its own, in which all may be different. */
static GBytes *
replace_catalog (GBytes *pdf,
                 gsize   length)
{
  g_autoptr (MattraPdfFile) file = mattra_pdf_file_new (pdf, NULL);
  g_autofree char *value = NULL;
  guint root;

  mattra_pdf_file_get_root (file, &root);
  value = dup_object (file, root);
  return append_update (pdf, mattra_pdf_file_get_n_objects (file), value, "");
}

/* Writes another address of the table of contents at the end of a file, of as many digits. */
static void
move_table (GString *file,
            gsize    from,
            gsize    to)
{
  g_autofree char *old = g_strdup_printf ("startxref\n%" G_GSIZE_FORMAT "\n", from);
  g_autofree char *now = g_strdup_printf ("startxref\n%" G_GSIZE_FORMAT "\n", to);
  char *close = file->str + file->len - strlen (old) - strlen ("%%EOF\n");

  g_assert_true (g_str_has_prefix (close, old));
  g_assert_cmpuint (strlen (old), ==, strlen (now));
  memcpy (close, now, strlen (now));
}

/* A form that stands in the catalog itself, as we do not write it: it would be lost. */
static void
test_foreign_form (SigningFixture *self,
                   gconstpointer   data)
{
  g_auto (SigningIdentity) identity = signing_fixture_new_signer (self, FALSE);
  g_autoptr (GBytes) package = signing_identity_pack (&identity, self);
  g_autoptr (MattraDigitalSigner) signer = mattra_digital_signer_new_from_pkcs12 (package, SIGNING_PASSPHRASE, NULL);
  g_autoptr (GBytes) pdf = signing_fixture_write_report (self, FALSE);
  g_autoptr (MattraPdfFile) file = mattra_pdf_file_new (pdf, NULL);
  const MattraSignOptions options = { .date = { 2026, 11, 29 } };
  g_autofree char *catalog = NULL;
  g_autoptr (GString) text = NULL;
  g_autoptr (GBytes) foreign = NULL;
  g_autoptr (GError) error = NULL;
  guint root;

  g_assert_true (mattra_pdf_file_get_root (file, &root));
  catalog = dup_object (file, root);
  text = g_string_new (catalog);
  mattra_pdf_text_set (text, "AcroForm", "<< /Fields [ ] /SigFlags 3 >>");
  foreign = append_update (pdf, root, text->str, "");
  g_assert_null (mattra_signature_sign (foreign, signer, &options, NULL, &error));
  g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID);
}

/* An object that the table of contents does not name, for readers that mend files by themselves. */
static void
test_hidden_object (SigningFixture *self,
                    gconstpointer   data)
{
  static const char hidden[] = "\n1 0 obj\n<< /Type /Pages /Count 0 /Kids [ ] >>\nendobj\n";
  g_auto (SigningIdentity) signer = signing_fixture_new_signer (self, FALSE);
  g_autoptr (GBytes) pdf = signing_fixture_write_report (self, TRUE);
  g_autoptr (GBytes) signed_pdf = signing_fixture_sign (self, &signer, pdf, NULL);
  gsize size;
  const char *whole = g_bytes_get_data (signed_pdf, &size);
  g_autoptr (GString) changed = g_string_new_len (whole, (gssize) size);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *how = NULL;
  const char *table = strchr (signing_find_contents (signed_pdf), '>');

  while (memcmp (table, "\nxref\n", 6) != 0)
    table++;
  g_string_insert_len (changed, table - whole, hidden, sizeof hidden - 1);
  move_table (changed, (gsize) (table + 1 - whole), (gsize) (table - whole) + sizeof hidden);
  bytes = g_bytes_new (changed->str, changed->len);
  g_assert_false (mattra_signature_follow (bytes, g_bytes_get_size (pdf), &how));
  g_assert_nonnull (strstr (how, "no signature"));
}

/* What a token does: it signs with a key that nobody else sees, or says why not. */
typedef struct
{
  EVP_PKEY *key;
  guint     n_calls;
  gboolean  locked;
} Token;

static GBytes *
sign_with_token (const guint8  *data,
                 gsize          length,
                 gpointer       closure,
                 GError       **error)
{
  Token *token = closure;
  g_autoptr (EVP_MD_CTX) context = NULL;
  guint8 signature[512];
  gsize size = sizeof signature;

  token->n_calls++;
  if (token->locked)
    {
      g_set_error_literal (error, MATTRA_ERROR, MATTRA_ERROR_DENIED, "The token is locked.");
      return NULL;
    }
  context = EVP_MD_CTX_new ();
  g_assert_cmpint (EVP_DigestSignInit (context, NULL, EVP_sha256 (), NULL, token->key), ==, 1);
  g_assert_cmpint (EVP_DigestSign (context, signature, &size, data, length), ==, 1);
  return g_bytes_new (signature, size);
}

static void
test_token (SigningFixture *self,
            gconstpointer   data)
{
  g_auto (SigningIdentity) identity = signing_fixture_new_signer (self, FALSE);
  g_autoptr (GPtrArray) certificates = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  X509 *chain[] = { identity.certificate, self->middle.certificate };
  Token token = { identity.key, 0, FALSE };
  g_autoptr (MattraDigitalSigner) signer = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = signing_fixture_write_report (self, TRUE);
  g_autoptr (GBytes) signed_pdf = NULL;
  g_autoptr (MattraSignatureCheck) check = NULL;
  const MattraSignOptions options = { .date = { 2026, 11, 29 } };

  for (guint i = 0; i < G_N_ELEMENTS (chain); i++)
    {
      guint8 *der = NULL;
      int length = i2d_X509 (chain[i], &der);

      g_ptr_array_add (certificates, g_bytes_new (der, (gsize) length));
      OPENSSL_free (der);
    }
  signer = mattra_digital_signer_new (certificates, sign_with_token, &token, NULL, &error);
  g_assert_no_error (error);
  signed_pdf = mattra_signature_sign (pdf, signer, &options, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (token.n_calls, ==, 1);
  check = verify (self, signed_pdf, SIGNING_NOW);
  g_assert_true (mattra_signature_check_is_good (check));
  token.locked = TRUE;
  g_assert_null (mattra_signature_sign (pdf, signer, &options, NULL, &error));
  g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_DENIED);
}

#define NONE ((MattraSignatureState) -1)

static void
test_attacks (SigningFixture *self,
              gconstpointer   data)
{
  static const struct
  {
    Attack                 attack;
    MattraSignatureState   state;
    MattraSignatureCover   cover;
    const char            *words;
    const char            *follows;
  } cases[] = {
    { turn_first_bit, MATTRA_SIGNATURE_ALTERED, MATTRA_COVERS_ALL, "The file was altered", "not valid" },
    { turn_appended_bit, MATTRA_SIGNATURE_ALTERED, MATTRA_COVERS_ALL, "The file was altered", "not valid" },
    { turn_bit_of_signature, MATTRA_SIGNATURE_FORGED, MATTRA_COVERS_ALL, "is forged", "not valid" },
    { turn_bit_beside_signature, MATTRA_SIGNATURE_BROKEN, MATTRA_COVERS_ALL, "stands beside it", "not valid" },
    { turn_case_of_signature, MATTRA_SIGNATURE_BROKEN, MATTRA_COVERS_ALL, "stands beside it", "not valid" },
    { blank_signature, MATTRA_SIGNATURE_BROKEN, MATTRA_COVERS_ALL, "is damaged", "not valid" },
    { append_byte, MATTRA_SIGNATURE_INTACT, MATTRA_COVERS_OTHER, "1 byte was appended", "1 byte" },
    { swap_page, MATTRA_SIGNATURE_INTACT, MATTRA_COVERS_OTHER, "a page was changed", "a page" },
    { swap_page_in_tree, MATTRA_SIGNATURE_INTACT, MATTRA_COVERS_OTHER, "something other than", "something other" },
    { remove_signature, MATTRA_SIGNATURE_REMOVED, MATTRA_COVERS_OTHER, "was removed", "was removed" },
    { enlarge_field, MATTRA_SIGNATURE_INTACT, MATTRA_COVERS_OTHER, "something other than", "something other" },
    { replace_catalog, MATTRA_SIGNATURE_INTACT, MATTRA_COVERS_OTHER, "no signature", "no signature" },
    { cut_signature, NONE, MATTRA_COVERS_ALL, NULL, NULL },
  };
  g_auto (SigningIdentity) signer = signing_fixture_new_signer (self, FALSE);
  g_autoptr (GBytes) pdf = signing_fixture_write_report (self, TRUE);
  gsize length = g_bytes_get_size (pdf);
  g_autoptr (GBytes) signed_pdf = signing_fixture_sign (self, &signer, pdf, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) attacked = cases[i].attack (signed_pdf, length);
      g_autoptr (MattraSignatureCheck) check = verify (self, attacked, SIGNING_NOW);
      g_autofree char *words = NULL;

      g_test_message ("attack %u", i);
      g_assert_false (mattra_signature_check_is_good (check));
      assert_follows (attacked, length, cases[i].follows);
      if (cases[i].state == NONE)
        {
          g_assert_cmpuint (check->signatures->len, ==, 0);
          g_assert_cmpuint (check->n_empty, ==, 2);
          continue;
        }
      assert_report (check, 0, cases[i].state, cases[i].cover,
                     cases[i].attack == blank_signature || cases[i].attack == turn_case_of_signature
                     ? MATTRA_CERTIFICATE_UNKNOWN : MATTRA_CERTIFICATE_TRUSTED);
      words = mattra_signature_say_state (get_report (check, 0));
      if (strstr (words, cases[i].words) == NULL)
        g_error ("“%s” is not in “%s”", cases[i].words, words);
    }
}

/* A later signature that is forged spoils what was signed before it: something else was appended. */
static void
test_attack_on_second (SigningFixture *self,
                       gconstpointer   data)
{
  g_auto (SigningIdentity) signer = signing_fixture_new_signer (self, FALSE);
  g_autoptr (GBytes) pdf = signing_fixture_write_report (self, TRUE);
  g_autoptr (GBytes) first = signing_fixture_sign (self, &signer, pdf, NULL);
  g_autoptr (GBytes) both = signing_fixture_sign (self, &signer, first, NULL);
  g_autoptr (GBytes) attacked = turn_bit_of_signature (both, 0);
  g_autoptr (MattraSignatureCheck) check = verify (self, attacked, SIGNING_NOW);

  assert_report (check, 0, MATTRA_SIGNATURE_INTACT, MATTRA_COVERS_OTHER, MATTRA_CERTIFICATE_TRUSTED);
  assert_report (check, 1, MATTRA_SIGNATURE_FORGED, MATTRA_COVERS_ALL, MATTRA_CERTIFICATE_TRUSTED);
}

#define add(name) \
  g_test_add ("/report/signature/" #name, SigningFixture, NULL, signing_fixture_set_up, test_##name, \
              signing_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add (sign);
  add (two_signers);
  add (no_field);
  add (same_bytes);
  add (refused_fields);
  add (refused_packages);
  add (certificates);
  add (unusual_certificates);
  add (refused_purpose);
  add (attacks);
  add (attack_on_second);
  add (foreign_form);
  add (hidden_object);
  add (token);
  return g_test_run ();
}
