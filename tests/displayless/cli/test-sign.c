/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <gio/gio.h>
#include <string.h>

#include "cli-fixture.h"

static void
openssl (CliFixture *self,
         ...)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *errors = NULL;
  int status = 0;
  va_list args;

  g_ptr_array_add (argv, (char *) "openssl");
  va_start (args, self);
  for (char *arg = va_arg (args, char *); arg != NULL; arg = va_arg (args, char *))
    g_ptr_array_add (argv, arg);
  va_end (args);
  g_ptr_array_add (argv, NULL);
  g_spawn_sync (self->folder, (char **) argv->pdata, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL,
                NULL, &errors, &status, &error);
  g_assert_no_error (error);
  if (!g_spawn_check_wait_status (status, NULL))
    g_error ("openssl: %s", errors);
}

/* An authority in trust/, a signer's package, and a report with fields. */
static void
prepare (CliFixture *self)
{
  g_autofree char *trust = cli_fixture_path (self, "trust");
  g_autofree char *document = g_test_build_filename (G_TEST_DIST, "..", "data", "samples",
                                                     "dontawan-2569-full-year.txt", NULL);
  g_autofree char *strangers = cli_fixture_path (self, "strangers");
  g_autofree char *file = cli_fixture_path (self, "register.mattra");
  g_autofree char *report = cli_fixture_path (self, "report.pdf");

  g_assert_cmpint (g_mkdir_with_parents (trust, 0700), ==, 0);
  g_assert_cmpint (g_mkdir_with_parents (strangers, 0700), ==, 0);
  openssl (self, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "root.key", "-out", "trust/root.pem", "-days",
           "30", "-subj", "/C=TH/CN=Test Root", NULL);
  openssl (self, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "other.key", "-out", "strangers/root.pem",
           "-days", "30", "-subj", "/C=TH/CN=Stranger", NULL);
  openssl (self, "req", "-newkey", "rsa:2048", "-nodes", "-keyout", "key", "-out", "request", "-utf8", "-subj",
           "/C=TH/CN=นายสมชาย รักไทย", NULL);
  openssl (self, "x509", "-req", "-in", "request", "-CA", "trust/root.pem", "-CAkey", "root.key", "-days", "30", "-out",
           "certificate", NULL);
  openssl (self, "pkcs12", "-export", "-inkey", "key", "-in", "certificate", "-out", "signer.p12", "-passout",
           "pass:secret", NULL);
  cli_fixture_write (self, "secret", "secret\n");
  cli_fixture_write (self, "wrong", "wrong\n");
  cli_fixture_run (self, 0, "import", document, "--into", file, NULL);
  cli_fixture_run (self, 0, "report", file, "--signature-fields", "--output", report, NULL);
}

static void
test_sign (CliFixture    *self,
           gconstpointer  data)
{
  g_autofree char *program = g_find_program_in_path ("openssl");
  g_autofree char *report = cli_fixture_path (self, "report.pdf");
  g_autofree char *package = cli_fixture_path (self, "signer.p12");
  g_autofree char *secret = cli_fixture_path (self, "secret");
  g_autofree char *wrong = cli_fixture_path (self, "wrong");
  g_autofree char *trust = cli_fixture_path (self, "trust");
  g_autofree char *strangers = cli_fixture_path (self, "strangers");
  g_autofree char *signed_report = cli_fixture_path (self, "signed.pdf");
  g_autofree char *altered = cli_fixture_path (self, "altered.pdf");
  g_autofree char *bytes = NULL;
  const char *found;
  gsize length = 0;

  if (program == NULL)
    {
      g_test_skip ("openssl is not installed");
      return;
    }
  prepare (self);
  cli_fixture_run (self, 1, "verify", report, "--trust", trust, NULL);
  cli_assert_contains (self->output, "no digital signature");
  cli_fixture_run (self, 1, "sign", report, "--p12", package, "--passphrase-file", wrong, "--output", signed_report, NULL);
  cli_assert_contains (self->errors, "signer.p12: The passphrase");
  g_assert_false (g_file_test (signed_report, G_FILE_TEST_EXISTS));
  cli_fixture_run (self, 1, "sign", report, "--p12", package, "--passphrase-file", secret, "--output", signed_report,
                   "--date", "1/1/2500", NULL);
  cli_assert_contains (self->errors, "signer.p12: The certificate is valid only from");
  cli_fixture_run (self, 1, "sign", report, "--p12", package, "--passphrase-file", secret, "--output",
                   "missing/signed.pdf", NULL);
  cli_assert_contains (self->errors, "cannot be written");
  cli_fixture_run (self, 1, "sign", report, "--p12", package, "--passphrase-file", secret, "--output", "register.mattra",
                   NULL);
  cli_assert_contains (self->errors, "is a register");
  cli_fixture_run (self, 1, "sign", "secret", "--p12", package, "--passphrase-file", secret, "--output", signed_report,
                   NULL);
  cli_assert_contains (self->errors, "secret: ");
  cli_assert_contains (self->errors, "it is no PDF file");
  cli_fixture_run (self, 0, "sign", report, "--p12", package, "--passphrase-file", secret, "--output", signed_report, NULL);
  cli_assert_contains (self->output, "digitally signed by นายสมชาย รักไทย");
  cli_fixture_run (self, 0, "verify", signed_report, "--trust", trust, NULL);
  cli_assert_contains (self->output, "The whole file is as it was signed.");
  cli_assert_contains (self->output, "is trusted");
  cli_fixture_run (self, 1, "verify", signed_report, "--trust", trust, "--on", "1/1/2600", NULL);
  cli_assert_contains (self->output, "has expired");
  cli_fixture_run (self, 1, "verify", signed_report, "--trust", strangers, NULL);
  cli_assert_contains (self->output, "is unknown");
  cli_fixture_run (self, 1, "verify", signed_report, "--trust", "missing", NULL);
  cli_fixture_run (self, 2, "verify", signed_report, NULL);

  /* A confirmed version that is signed is still that version. */
  cli_fixture_run (self, 0, "seal", "register.mattra", "--round", "full-year", "--output", "sealed.pdf", NULL);
  cli_fixture_run (self, 0, "sign", "sealed.pdf", "--p12", package, "--passphrase-file", secret, "--output",
                   "sealed-signed.pdf", NULL);
  cli_fixture_run (self, 0, "verify", "sealed-signed.pdf", "--against", "register.mattra", "--trust", trust, NULL);
  cli_assert_contains (self->output, "equals version 1");
  found = strstr (self->output, "signed by");
  g_assert_nonnull (found);
  g_assert_null (strstr (found + 1, "signed by"));
  cli_fixture_run (self, 1, "verify", "sealed-signed.pdf", "--against", "register.mattra", "--trust", strangers, NULL);
  cli_assert_contains (self->output, "equals version 1");

  bytes = cli_fixture_read (self, "signed.pdf", &length);
  bytes[3000] ^= 1;
  g_assert_true (g_file_set_contents (altered, bytes, (gssize) length, NULL));
  cli_fixture_run (self, 1, "verify", altered, "--trust", trust, NULL);
  cli_assert_contains (self->output, "was altered");
}

/* A confirmed version that is signed is that version still, whatever becomes of the data; any other byte behind it or
 * in it is an alteration. */
static void
test_signed_version (CliFixture    *self,
                     gconstpointer  data)
{
  static const struct
  {
    gssize flip; /* from the end; 0: nothing */
    gsize appended;
    int status;
    const char *said;
  } rows[] = {
    { 0, 0, 0, "equals version 1" },
    { 0, 1, 1, "altered" },
    { 3000, 0, 1, "altered" },
    { 60000, 0, 1, "altered" },
  };
  g_autofree char *program = g_find_program_in_path ("openssl");
  g_autofree char *bytes = NULL;
  g_autofree char *changed_path = cli_fixture_path (self, "changed.pdf");
  gsize length = 0;

  if (program == NULL)
    {
      g_test_skip ("openssl is not installed");
      return;
    }
  prepare (self);
  cli_fixture_run (self, 0, "seal", "register.mattra", "--round", "full-year", "--signature-fields", "--output", "v1.pdf",
                   NULL);
  cli_fixture_run (self, 0, "sign", "v1.pdf", "--p12", "signer.p12", "--passphrase-file", "secret", "--output", "s1.pdf",
                   NULL);
  cli_fixture_run (self, 0, "sign", "s1.pdf", "--p12", "signer.p12", "--passphrase-file", "secret", "--output", "s2.pdf",
                   NULL);
  cli_fixture_run (self, 0, "verify", "s2.pdf", "--against", "register.mattra", "--trust", "trust", NULL);
  cli_assert_contains (self->output, "equals version 1");
  cli_assert_contains (self->output, "Valid signatures follow it, and nothing else");
  cli_fixture_run (self, 0, "set", "register.mattra", "1", "title", "อื่น", NULL);
  bytes = cli_fixture_read (self, "s2.pdf", &length);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *changed = g_malloc0 (length + rows[i].appended);

      memcpy (changed, bytes, length);
      if (rows[i].flip > 0)
        changed[length - rows[i].flip] ^= 1;
      g_assert_true (g_file_set_contents (changed_path, changed, (gssize) (length + rows[i].appended), NULL));
      cli_fixture_run (self, rows[i].status, "verify", "changed.pdf", "--against", "register.mattra", NULL);
      cli_assert_contains (self->output, rows[i].said);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  cli_add_test ("/cli/sign/sign", test_sign);
  cli_add_test ("/cli/sign/version", test_signed_version);
  return g_test_run ();
}
