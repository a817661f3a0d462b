/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <gio/gio.h>
#include <string.h>

#include "mattra-scan-dialog.h"
#include "mattra-sign-dialog.h"
#include "mattra-signatures-window.h"
#include "versions-fixture.h"

/* Digital signatures in the window: a version and any file are signed, and looked at. */

#define SIGNER "นายสมชาย รักไทย"

static void
set_up (SampleDesk    *self,
        gconstpointer  data)
{
  sample_desk_init (self, (MattraApplication *) data);
}

static void
tear_down (SampleDesk    *self,
           gconstpointer  data)
{
  sample_desk_clear (self);
}

static void
openssl (SampleDesk *self,
         const char *command)
{
  g_auto (GStrv) argv = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *errors = NULL;
  int status = 0;

  g_assert_true (g_shell_parse_argv (command, NULL, &argv, NULL));
  g_spawn_sync (self->folder, argv, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL, NULL, &errors,
                &status, &error);
  g_assert_no_error (error);
  if (!g_spawn_check_wait_status (status, NULL))
    g_error ("%s: %s", command, errors);
}

/* An authority in trust/, a stranger in strangers/, a signer's package; whether there is a program that makes them. */
static gboolean
prepare (SampleDesk *self)
{
  static const char *const commands[] = {
    "openssl req -x509 -newkey rsa:2048 -nodes -keyout root.key -out trust/root.pem -days 3650 -subj '/C=TH/CN=Test Root'",
    "openssl req -x509 -newkey rsa:2048 -nodes -keyout other.key -out strangers/root.pem -days 30 -subj /CN=Stranger",
    "openssl req -newkey rsa:2048 -nodes -keyout key -out request -utf8 -subj '/C=TH/CN=" SIGNER "'",
    "openssl x509 -req -in request -CA trust/root.pem -CAkey root.key -days 3650 -out certificate",
    "openssl pkcs12 -export -inkey key -in certificate -out signer.p12 -passout pass:secret",
  };
  g_autofree char *program = g_find_program_in_path ("openssl");
  g_autofree char *trust = versions_path (self, "trust");
  g_autofree char *strangers = versions_path (self, "strangers");

  if (program == NULL)
    return FALSE;
  g_assert_cmpint (g_mkdir_with_parents (trust, 0700), ==, 0);
  g_assert_cmpint (g_mkdir_with_parents (strangers, 0700), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    openssl (self, commands[i]);
  /* The certificate is of now; so is the day on which one signs. */
  mattra_clock_set_fixed (mattra_session_get_clock (mattra_window_get_session (self->window)), MATTRA_DATE_NONE);
  return TRUE;
}

static void
take_package (SampleDesk *self,
              GtkWidget  *dialog,
              const char *passphrase)
{
  g_autofree char *path = versions_path (self, "signer.p12");
  g_autoptr (GFile) package = g_file_new_for_path (path);

  mattra_sign_dialog_set_package (MATTRA_SIGN_DIALOG (dialog), package);
  gtk_editable_set_text (GTK_EDITABLE (seek (dialog, ADW_TYPE_PASSWORD_ENTRY_ROW, NULL)), passphrase);
}

static void
write_to (SampleDesk *self,
          GtkWidget  *dialog,
          const char *name)
{
  g_autofree char *path = versions_path (self, name);
  g_autoptr (GFile) output = g_file_new_for_path (path);

  versions_wait_button (dialog, "_Sign…");
  mattra_sign_dialog_write (MATTRA_SIGN_DIALOG (dialog), output);
}

static gboolean
is_there (SampleDesk *self,
          const char *name)
{
  g_autofree char *path = versions_path (self, name);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static GtkWidget *
show_signatures (SampleDesk *self,
                 const char *name,
                 const char *folder)
{
  g_autofree char *path = versions_path (self, name);
  g_autofree char *trusted = versions_path (self, folder);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) trust = g_file_new_for_path (trusted);
  GtkWidget *window = NULL;

  g_action_group_activate_action (G_ACTION_GROUP (self->window), "signatures", NULL);
  window = versions_wait (MATTRA_TYPE_SIGNATURES_WINDOW);
  mattra_signatures_window_set_folder (MATTRA_SIGNATURES_WINDOW (window), trust);
  mattra_signatures_window_set_file (MATTRA_SIGNATURES_WINDOW (window), file);
  return window;
}

/* A version with fields is signed, attached, still that version, and its signer is attested. */
static void
test_version (SampleDesk    *self,
              gconstpointer  data)
{
  GtkWidget *window = NULL;
  GtkWidget *dialog = NULL;
  GtkWidget *signatures = NULL;
  g_autofree char *signed_path = versions_path (self, "signed.pdf");
  g_autoptr (GFile) signed_file = g_file_new_for_path (signed_path);

  if (!prepare (self))
    {
      g_test_skip ("openssl is not installed");
      return;
    }
  dialog = versions_begin_seal (self, "results");
  versions_wait_button (dialog, "C_onfirm");
  g_object_set (adw_action_row_get_activatable_widget (ADW_ACTION_ROW (seek (dialog, ADW_TYPE_ACTION_ROW,
                                                                             "Fields for Digital Signatures"))),
                "active", TRUE, NULL);
  seek_click (dialog, "C_onfirm");
  versions_wait_text (dialog, "Is Confirmed");
  gtk_window_close (GTK_WINDOW (dialog));
  window = versions_show (self, 1);
  gtk_widget_activate_action (window, "versions.sign", NULL);
  dialog = versions_wait (MATTRA_TYPE_SIGN_DIALOG);
  take_package (self, dialog, "wrong");
  versions_wait_button (dialog, "_Sign…");
  g_assert_cmpuint (g_list_model_get_n_items (adw_combo_row_get_model (ADW_COMBO_ROW (seek (dialog, ADW_TYPE_COMBO_ROW,
                                                                                            "Place")))), >, 2);
  picture_save_both (dialog, "sign-version-en");
  write_to (self, dialog, "signed.pdf");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (seek (dialog, ADW_TYPE_PASSWORD_ENTRY_ROW, NULL))), ==, "");
  versions_tell ("The passphrase does not open the PKCS #12 package");
  g_assert_false (is_there (self, "signed.pdf"));
  take_package (self, dialog, "secret");
  write_to (self, dialog, "signed.pdf");
  versions_wait_text (versions_wait (ADW_TYPE_MESSAGE_DIALOG), "Digitally Signed by " SIGNER);
  g_assert_true (is_there (self, "signed.pdf"));
  seek_click (versions_find (ADW_TYPE_MESSAGE_DIALOG), "_Attach…");
  dialog = versions_wait (MATTRA_TYPE_SCAN_DIALOG);
  versions_wait_text (dialog, "signed.pdf");
  seek_click (dialog, "_Attach");
  versions_wait_gone (MATTRA_TYPE_SCAN_DIALOG);
  versions_wait_text (window, "Signed paper");
  gtk_window_close (GTK_WINDOW (window));
  signatures = show_signatures (self, "signed.pdf", "trust");
  versions_wait_text (signatures, SIGNER);
  versions_wait_text (signatures, "is trusted");
  picture_save_both (signatures, "signatures-en");
  versions_drop (GTK_WIDGET (mattra_window_get_page (self->window)), signed_path);
  versions_wait_text (versions_wait (ADW_TYPE_MESSAGE_DIALOG), "Valid signatures follow it, and nothing else");
  versions_tell ("signed.pdf: equals version 1");
  gtk_window_close (GTK_WINDOW (signatures));
}

/* What is wrong with a file that is to be signed, or was. */
static const struct
{
  const char *name;
  const char *bytes;
  const char *told;
} file_rows[] = {
  { "text.pdf", "x", "it is no PDF file" },
  { "gone.pdf", NULL, "not there" },
};

static void
test_files (SampleDesk    *self,
            gconstpointer  data)
{
  g_autofree char *package = versions_path (self, "signer.p12");
  GtkWidget *dialog = NULL;

  if (!prepare (self))
    {
      g_test_skip ("openssl is not installed");
      return;
    }
  g_action_group_activate_action (G_ACTION_GROUP (self->window), "sign", NULL);
  dialog = versions_wait (MATTRA_TYPE_SIGN_DIALOG);
  g_assert_false (gtk_widget_is_sensitive (seek (dialog, GTK_TYPE_BUTTON, "_Sign…")));
  picture_save (dialog, "sign-file-en");
  for (guint i = 0; i < G_N_ELEMENTS (file_rows); i++)
    {
      g_autofree char *path = versions_path (self, file_rows[i].name);
      g_autoptr (GFile) file = g_file_new_for_path (path);

      g_test_message ("%s", file_rows[i].name);
      if (file_rows[i].bytes)
        g_assert_true (g_file_set_contents (path, file_rows[i].bytes, -1, NULL));
      mattra_sign_dialog_set_file (MATTRA_SIGN_DIALOG (dialog), file);
      versions_tell (file_rows[i].told);
      g_assert_false (gtk_widget_is_sensitive (seek (dialog, GTK_TYPE_BUTTON, "_Sign…")));
    }
  gtk_window_close (GTK_WINDOW (dialog));
  versions_wait_gone (MATTRA_TYPE_SIGN_DIALOG);
}

/* A strange authority, one altered byte and a file without signatures are told apart. */
static void
test_look (SampleDesk    *self,
           gconstpointer  data)
{
  g_autofree char *plain = versions_path (self, "plain.pdf");
  g_autofree char *signed_path = versions_path (self, "signed.pdf");
  g_autofree char *altered = versions_path (self, "altered.pdf");
  g_autoptr (GFile) file = g_file_new_for_path (plain);
  g_autofree char *bytes = NULL;
  g_autofree char *program = g_test_build_filename (G_TEST_BUILT, "..", "src", "cli", "mattra-cli", NULL);
  g_autofree char *path = versions_path (self, "office.mattra");
  const char *report[] = { program, "report", path, "--output", plain, NULL };
  GtkWidget *dialog = NULL;
  GtkWidget *window = NULL;
  gsize length = 0;

  if (!prepare (self))
    {
      g_test_skip ("openssl is not installed");
      return;
    }
  g_assert_true (g_spawn_sync (NULL, (char **) report, NULL, G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL, NULL, NULL, NULL,
                               NULL));
  g_action_group_activate_action (G_ACTION_GROUP (self->window), "sign", NULL);
  dialog = versions_wait (MATTRA_TYPE_SIGN_DIALOG);
  mattra_sign_dialog_set_file (MATTRA_SIGN_DIALOG (dialog), file);
  take_package (self, dialog, "secret");
  write_to (self, dialog, "signed.pdf");
  versions_tell ("Digitally Signed by " SIGNER);
  window = show_signatures (self, "plain.pdf", "trust");
  versions_wait_text (window, "The File Has No Digital Signature");
  show_signatures (self, "signed.pdf", "strangers");
  versions_wait_text (window, "is unknown");
  g_assert_true (g_file_get_contents (signed_path, &bytes, &length, NULL));
  bytes[3000] ^= 1;
  g_assert_true (g_file_set_contents (altered, bytes, (gssize) length, NULL));
  show_signatures (self, "altered.pdf", "trust");
  versions_wait_text (window, "was altered");
  picture_save (window, "signatures-altered-en");
  gtk_window_close (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  MattraApplication *application = sample_desk_start (&argc, &argv);
  static const struct
  {
    const char *path;
    void (*run) (SampleDesk    *self,
                 gconstpointer  data);
  } tests[] = {
    { "/versions/sign/version", test_version },
    { "/versions/sign/files", test_files },
    { "/versions/sign/look", test_look },
  };

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, SampleDesk, application, set_up, tests[i].run, tear_down);
  return g_test_run ();
}
