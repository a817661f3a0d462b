/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "signing-fixture.h"

/* What other programs say of our signatures. */

static void
save (SigningFixture *self,
      const char     *name,
      const char     *data,
      gsize           length)
{
  g_autofree char *path = g_build_filename (self->pdf.folder, name, NULL);

  g_assert_true (g_file_set_contents (path, data, (gssize) length, NULL));
}

static char *
path_of (SigningFixture *self,
         const char     *name)
{
  return g_build_filename (self->pdf.folder, name, NULL);
}

static void
test_openssl (SigningFixture *self,
              gconstpointer   data)
{
  for (int rsa = 0; rsa <= 1; rsa++)
    {
      g_auto (SigningIdentity) signer = signing_fixture_new_signer (self, rsa);
      g_autoptr (GBytes) pdf = signing_fixture_write_report (self, TRUE);
      g_autoptr (GBytes) signed_pdf = signing_fixture_sign (self, &signer, pdf, NULL);
      g_autoptr (GBytes) root = signing_identity_to_pem (&self->root);
      const char *whole = g_bytes_get_data (signed_pdf, NULL);
      const char *start = signing_find_contents (signed_pdf);
      const char *end = strchr (start, '>') + 1;
      g_autoptr (GString) content = g_string_new_len (whole, start - whole);
      g_autofree char *message = NULL;
      g_autofree char *message_path = path_of (self, "message.der");
      g_autofree char *content_path = path_of (self, "content");
      g_autofree char *root_path = path_of (self, "root.pem");
      g_autofree char *output = NULL;
      gsize length = 0;
      int status = 0;

      g_string_append_len (content, end, whole + g_bytes_get_size (signed_pdf) - end);
      message = mattra_pdf_part_dup_bytes ((MattraPdfPart) { start, end }, &length);
      save (self, "message.der", message, length);
      save (self, "content", content->str, content->len);
      save (self, "root.pem", g_bytes_get_data (root, NULL), g_bytes_get_size (root));
      output = pdf_fixture_run (&status, "openssl", "cms", "-verify", "-cades", "-binary", "-inform", "DER", "-in",
                                message_path, "-content", content_path, "-CAfile", root_path, "-purpose", "any", "-out",
                                "/dev/null", NULL);
      if (output == NULL)
        {
          g_test_skip ("openssl is not installed");
          return;
        }
      if (status != 0 || strstr (output, "successful") == NULL)
        g_error ("openssl says: %s", output);
    }
}

static void
test_qpdf (SigningFixture *self,
           gconstpointer   data)
{
  g_auto (SigningIdentity) signer = signing_fixture_new_signer (self, FALSE);
  g_autoptr (GBytes) pdf = signing_fixture_write_report (self, TRUE);
  g_autoptr (GBytes) first = signing_fixture_sign (self, &signer, pdf, NULL);
  g_autoptr (GBytes) both = signing_fixture_sign (self, &signer, first, NULL);
  g_autofree char *output = NULL;
  int status = 0;

  pdf_fixture_save (&self->pdf, both);
  output = pdf_fixture_run (&status, "qpdf", "--check", self->pdf.path, NULL);
  if (output == NULL)
    {
      g_test_skip ("qpdf is not installed");
      return;
    }
  if (strstr (output, "No syntax or stream encoding errors found") == NULL)
    g_error ("qpdf says: %s", output);
}

static void
test_mutool (SigningFixture *self,
             gconstpointer   data)
{
  g_auto (SigningIdentity) signer = signing_fixture_new_signer (self, FALSE);
  g_autoptr (GBytes) pdf = signing_fixture_write_report (self, TRUE);
  g_autoptr (GBytes) signed_pdf = signing_fixture_sign (self, &signer, pdf, NULL);
  g_autoptr (GBytes) attacked = signing_turn_bit (signed_pdf, 3000, 1);
  g_autofree char *output = NULL;
  g_autofree char *drawn = NULL;
  g_autofree char *refusal = NULL;
  int status = 0;

  pdf_fixture_save (&self->pdf, signed_pdf);
  output = pdf_fixture_run (&status, "mutool", "sign", "-v", self->pdf.path, NULL);
  if (output == NULL)
    {
      g_test_skip ("mutool is not installed");
      return;
    }
  if (strstr (output, SIGNING_NAME) == NULL || strstr (output, "The document is unchanged since signing") == NULL)
    g_error ("mutool says: %s", output);
  /* What is seen of it: that it is a digital signature, the name, the post, the day. */
  drawn = pdf_fixture_run (&status, "mutool", "draw", "-q", "-F", "txt", self->pdf.path, NULL);
  g_assert_nonnull (strstr (drawn, "ลายมือชื่อดิจิทัล"));
  g_assert_nonnull (strstr (drawn, "๒๙ พ.ย. ๒๕๖๙"));
  pdf_fixture_save (&self->pdf, attacked);
  refusal = pdf_fixture_run (&status, "mutool", "sign", "-v", self->pdf.path, NULL);
  g_assert_null (strstr (refusal, "The document is unchanged since signing"));
}

static void
test_pdfsig (SigningFixture *self,
             gconstpointer   data)
{
  g_auto (SigningIdentity) signer = signing_fixture_new_signer (self, TRUE);
  g_autoptr (GBytes) pdf = signing_fixture_write_report (self, TRUE);
  g_autoptr (GBytes) signed_pdf = signing_fixture_sign (self, &signer, pdf, NULL);
  g_autoptr (GBytes) attacked = signing_turn_bit (signed_pdf, 3000, 1);
  g_autoptr (GBytes) root = signing_identity_to_pem (&self->root);
  g_autofree char *folder = g_strconcat ("sql:", self->pdf.folder, NULL);
  g_autofree char *root_path = path_of (self, "root.pem");
  g_autofree char *made = NULL;
  g_autofree char *added = NULL;
  g_autofree char *good = NULL;
  g_autofree char *bad = NULL;
  int status = 0;

  save (self, "root.pem", g_bytes_get_data (root, NULL), g_bytes_get_size (root));
  made = pdf_fixture_run (&status, "certutil", "-N", "-d", folder, "--empty-password", NULL);
  added = pdf_fixture_run (&status, "certutil", "-A", "-d", folder, "-n", "root", "-t", "CT,C,C", "-i", root_path, NULL);
  pdf_fixture_save (&self->pdf, signed_pdf);
  good = made != NULL ? pdf_fixture_run (&status, "pdfsig", "-nssdir", folder, self->pdf.path, NULL) : NULL;
  if (good == NULL)
    {
      g_test_skip ("pdfsig or certutil is not installed");
      return;
    }
  if (strstr (good, "Signature is Valid") == NULL || strstr (good, "Certificate is Trusted") == NULL
      || strstr (good, "Total document signed") == NULL || strstr (good, "ETSI.CAdES.detached") == NULL)
    g_error ("pdfsig says: %s", good);
  pdf_fixture_save (&self->pdf, attacked);
  bad = pdf_fixture_run (&status, "pdfsig", "-nssdir", folder, self->pdf.path, NULL);
  g_assert_nonnull (strstr (bad, "Digest Mismatch"));
}

#define add(name) \
  g_test_add ("/report/signature-judges/" #name, SigningFixture, NULL, signing_fixture_set_up, test_##name, \
              signing_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add (openssl);
  add (qpdf);
  add (mutool);
  add (pdfsig);
  return g_test_run ();
}
