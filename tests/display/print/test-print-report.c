/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#include "mattra-error.h"
#include "mattra-print-dialog.h"
#include "mattra-print-job.h"
#include "mattra-print-operation.h"
#include "own-folder.h"
#include "picture.h"
#include "seek.h"

typedef struct
{
  char *folder;
  char *register_path;
  MattraSession *session;
  GAsyncResult *result;
} Fixture;

static gboolean
has_result (gpointer data)
{
  return ((Fixture *) data)->result != NULL;
}

static void
take_result (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  ((Fixture *) user_data)->result = g_object_ref (result);
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  self->folder = own_folder_new ();
  self->register_path = own_folder_copy_sample (self->folder, "office.mattra");
  mattra_session_open_async (self->register_path, FALSE, NULL, take_result, self);
  picture_wait (has_result, self);
  self->session = mattra_session_open_finish (self->result, &error);
  g_clear_object (&self->result);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  mattra_session_close (self->session);
  g_clear_object (&self->session);
  own_folder_remove (self->folder);
  g_free (self->folder);
  g_free (self->register_path);
}

static GBytes *
read_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *data = NULL;
  gsize size = 0;

  g_file_get_contents (path, &data, &size, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (data, size);
}

static void
print_by_command (Fixture           *self,
                  const char *const *options,
                  const char        *output)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) arguments = NULL;
  g_autofree char *program = g_test_build_filename (G_TEST_BUILT, "..", "src", "cli", "mattra-cli", NULL);
  int status = 0;

  g_strv_builder_add_many (builder, program, "report", self->register_path, "--output", output, NULL);
  g_strv_builder_addv (builder, (const char **) options);
  arguments = g_strv_builder_end (builder);
  g_spawn_sync (NULL, arguments, NULL, G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, &error));
}

static const char *
division_id (Fixture    *self,
             const char *name)
{
  MattraDivisionList *divisions = mattra_plan_get_divisions (mattra_session_get_plan (self->session));

  return name ? mattra_division_list_find_name (divisions, name)->id : NULL;
}

/* The window and the command line write the same bytes. */
static void
test_same_bytes (Fixture       *self,
                 gconstpointer  data)
{
  static const struct
  {
    const char *kind;
    MattraRound round;
    const char *division;
    MattraDigits digits;
    const char *day;
    const char *options[9];
  } reports[] = {
    { "results", MATTRA_ROUND_FULL_YEAR, NULL, MATTRA_DIGITS_THAI, NULL, { "--round", "full-year" } },
    { "results", MATTRA_ROUND_FIRST_HALF, "กองคลัง", MATTRA_DIGITS_WESTERN, "2026-04-10",
      { "--round", "first-half", "--division", "กองคลัง", "--digits", "western", "--date", "2026-04-10" } },
    { "measures", MATTRA_ROUND_FULL_YEAR, NULL, MATTRA_DIGITS_THAI, NULL,
      { "--kind", "measures", "--round", "full-year" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (reports); i++)
    {
      g_autofree char *mine = g_build_filename (self->folder, "mine.pdf", NULL);
      g_autofree char *theirs = g_build_filename (self->folder, "theirs.pdf", NULL);
      g_autoptr (MattraPrintChoice) choice = NULL;
      g_autoptr (GBytes) mine_bytes = NULL;
      g_autoptr (GBytes) their_bytes = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *written = NULL;
      MattraPrinted printed = { 0 };

      choice = mattra_print_choice_new (reports[i].kind, reports[i].round, division_id (self, reports[i].division));
      choice->options.digits = reports[i].digits;
      if (reports[i].day)
        mattra_date_parse_iso (reports[i].day, &choice->options.date);
      g_object_unref (mattra_print_export_async (self->session, choice, MATTRA_PRINT_PDF, mine, NULL, take_result, self));
      picture_wait (has_result, self);
      written = mattra_print_export_finish (self->result, &printed, &error);
      g_clear_object (&self->result);
      g_assert_no_error (error);
      g_assert_cmpstr (written, ==, mine);
      g_assert_cmpuint (printed.n_pages, >, 0);
      print_by_command (self, reports[i].options, theirs);
      mine_bytes = read_file (mine);
      their_bytes = read_file (theirs);
      g_assert_true (g_bytes_equal (mine_bytes, their_bytes));
    }
}

static MattraLayout *
prepare (Fixture           *self,
         MattraPrintChoice *choice)
{
  g_autoptr (GError) error = NULL;
  MattraLayout *layout = NULL;

  g_object_unref (mattra_print_prepare_async (self->session, choice, NULL, take_result, self));
  picture_wait (has_result, self);
  layout = mattra_print_prepare_finish (self->result, &error);
  g_clear_object (&self->result);
  g_assert_no_error (error);
  return layout;
}

static guint
count_pages (const char *path)
{
  const char *arguments[] = { "pdfinfo", path, NULL };
  g_autofree char *output = NULL;
  const char *line = NULL;

  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL, NULL, NULL);
  line = output ? strstr (output, "Pages:") : NULL;
  return line ? (guint) g_ascii_strtoull (line + strlen ("Pages:"), NULL, 10) : 0;
}

/* What goes to the printer has the pages of the file, at the size of the paper. */
static void
test_printer (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr (MattraPrintChoice) choice = mattra_print_choice_new ("results", MATTRA_ROUND_FULL_YEAR, NULL);
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (self->folder, "printer.pdf", NULL);
  g_autofree char *tool = g_find_program_in_path ("pdfinfo");
  MattraLayout *layout = prepare (self, choice);
  guint n_pages = mattra_layout_get_n_pages (layout);

  operation = mattra_print_operation_new (layout, "test");
  gtk_print_operation_set_export_filename (operation, path);
  gtk_print_operation_set_allow_async (operation, FALSE);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error);
  g_assert_no_error (error);
  if (tool == NULL)
    g_test_skip ("pdfinfo is not installed");
  else
    g_assert_cmpuint (count_pages (path), ==, n_pages);
}

/* A signer whose mark was taken away is not on the paper. */
static void
test_signers (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr (MattraPrintChoice) choice = mattra_print_choice_new ("results", MATTRA_ROUND_FULL_YEAR, NULL);
  g_autoptr (GPtrArray) signers = mattra_print_choice_list_signers (choice, mattra_session_get_plan (self->session));
  g_autofree char *before = NULL;
  MattraLayout *layout = prepare (self, choice);
  const MattraSigner *signer = NULL;

  g_assert_cmpuint (signers->len, >, 1);
  signer = g_ptr_array_index (signers, 0);
  before = g_strdup (mattra_layout_get_fingerprint (layout));
  mattra_layout_free (layout);
  g_ptr_array_add (choice->unsigned_by, g_strdup (signer->id));
  layout = prepare (self, choice);
  g_assert_cmpstr (mattra_layout_get_fingerprint (layout), !=, before);
  mattra_layout_free (layout);
}

static void
note_exported (MattraPrintDialog *dialog,
               GFile             *file,
               GFile            **noted)
{
  g_set_object (noted, file);
}

static gboolean
is_noted (gpointer data)
{
  return *(GFile **) data != NULL;
}

static void
test_dialog (Fixture       *self,
             gconstpointer  data)
{
  g_autofree char *path = g_build_filename (self->folder, "รายงาน.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) noted = NULL;
  MattraPrintDialog *dialog = NULL;
  GtkWidget *date = NULL;

  picture_set_language ("th");
  dialog = mattra_print_dialog_present (NULL, self->session, TRUE);
  g_signal_connect (dialog, "exported", G_CALLBACK (note_exported), &noted);
  date = seek (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW, NULL);
  gtk_editable_set_text (GTK_EDITABLE (date), "๓๑ กุมภาพันธ์");
  g_assert_true (gtk_widget_has_css_class (date, "error"));
  gtk_editable_set_text (GTK_EDITABLE (date), "๑๐ ต.ค. ๖๙");
  g_assert_false (gtk_widget_has_css_class (date, "error"));
  g_assert_nonnull (seek (GTK_WIDGET (dialog), GTK_TYPE_LABEL, "๑๐ ตุลาคม ๒๕๖๙"));
  picture_save_both (GTK_WIDGET (dialog), "print-dialog-th");
  mattra_print_dialog_write (dialog, file);
  picture_wait (is_noted, &noted);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));

  picture_set_language ("en");
  dialog = mattra_print_dialog_present (NULL, self->session, FALSE);
  picture_save_both (GTK_WIDGET (dialog), "print-dialog-en");
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* What is chosen, or what the name says, is written; an earlier report's pictures are kept. */
static void
test_formats (Fixture       *self,
              gconstpointer  data)
{
  static const struct { const char *name; guint chosen; const char *written; const char *begins; } rows[] = {
    { "a.docx", MATTRA_PRINT_PDF, "a.docx", "PK" }, { "b", MATTRA_PRINT_DOCX, "b", "PK" },
    { "c.png", MATTRA_PRINT_PNG, "c-1.png", "\x89PNG" }, { "d.pdf", MATTRA_PRINT_DOCX, "d.pdf", "%PDF" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_build_filename (self->folder, rows[i].name, NULL);
      g_autofree char *written = g_build_filename (self->folder, rows[i].written, NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autoptr (GFile) noted = NULL;
      g_autofree char *bytes = NULL;
      MattraPrintDialog *dialog = mattra_print_dialog_present (NULL, self->session, TRUE);
      GtkWidget *format = seek (GTK_WIDGET (dialog), ADW_TYPE_COMBO_ROW, NULL);

      adw_combo_row_set_selected (ADW_COMBO_ROW (format), rows[i].chosen);
      g_signal_connect (dialog, "exported", G_CALLBACK (note_exported), &noted);
      mattra_print_dialog_write (dialog, file);
      picture_wait (is_noted, &noted);
      g_assert_cmpstr (g_file_peek_path (noted), ==, written);
      g_assert_true (g_file_get_contents (written, &bytes, NULL, NULL));
      g_assert_true (g_str_has_prefix (bytes, rows[i].begins));
    }
}

static void
test_kept_pictures (Fixture       *self,
                    gconstpointer  data)
{
  g_autoptr (MattraPrintChoice) choice = mattra_print_choice_new ("results", MATTRA_ROUND_FULL_YEAR, NULL);
  g_autofree char *path = g_build_filename (self->folder, "e.png", NULL);
  g_autofree char *earlier = g_build_filename (self->folder, "e-2.png", NULL);
  g_autofree char *first = g_build_filename (self->folder, "e-1.png", NULL);
  g_autofree char *kept = NULL;
  g_autofree char *written = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (earlier, "earlier", -1, NULL));
  g_object_unref (mattra_print_export_async (self->session, choice, MATTRA_PRINT_PNG, path, NULL, take_result, self));
  picture_wait (has_result, self);
  written = mattra_print_export_finish (self->result, NULL, &error);
  g_clear_object (&self->result);
  g_assert_null (written);
  g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_DENIED);
  g_assert_nonnull (strstr (error->message, earlier));
  g_assert_true (g_file_get_contents (earlier, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, "earlier");
  g_assert_false (g_file_test (first, G_FILE_TEST_EXISTS));
}

static gboolean
is_idle (gpointer data)
{
  gboolean busy = TRUE;

  g_object_get (((Fixture *) data)->session, "busy", &busy, NULL);
  return !busy;
}

/* Whoever closes the dialog while the pages are being made is not asked for a printer any more. */
static void
test_closed (Fixture       *self,
             gconstpointer  data)
{
  MattraPrintDialog *dialog = mattra_print_dialog_present (NULL, self->session, FALSE);

  picture_wait (is_idle, self);
  seek_click (GTK_WIDGET (dialog), "_Print…");
  g_assert_false (is_idle (self));
  gtk_window_close (GTK_WINDOW (dialog));
  picture_wait (is_idle, self);
  picture_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (gtk_window_get_toplevels ()), ==, 0);
}

/* What is late is judged on the same day by whoever is handed the choice. */
static void
test_day_of_choice (void)
{
  g_autoptr (MattraPrintChoice) choice = mattra_print_choice_new ("late", MATTRA_ROUND_FIRST_HALF, NULL);
  g_autoptr (MattraPrintChoice) copy = NULL;

  choice->options.today = mattra_date_make (2026, 4, 20);
  copy = mattra_print_choice_copy (choice);
  g_assert_cmpint (mattra_date_compare (copy->options.today, choice->options.today), ==, 0);
}

static void
assert_no_file (Fixture *self)
{
  g_autoptr (GDir) folder = g_dir_open (self->folder, 0, NULL);

  for (const char *name; (name = g_dir_read_name (folder));)
    g_assert_null (strstr (name, ".pdf"));
}

/* What is stopped leaves no file, nor a part of one; what goes on tells how far it is. */
static void
test_stopped (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr (MattraPrintChoice) choice = mattra_print_choice_new ("results", MATTRA_ROUND_FULL_YEAR, NULL);
  g_autofree char *path = g_build_filename (self->folder, "stopped.pdf", NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GTask) task = NULL;
  g_autoptr (GTask) whole = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *written = NULL;

  task = mattra_print_export_async (self->session, choice, MATTRA_PRINT_PDF, path, cancellable, take_result, self);
  g_cancellable_cancel (cancellable);
  picture_wait (has_result, self);
  g_assert_null (mattra_print_export_finish (self->result, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_clear_object (&self->result);
  assert_no_file (self);
  whole = mattra_print_export_async (self->session, choice, MATTRA_PRINT_PDF, path, NULL, take_result, self);
  picture_wait (has_result, self);
  written = mattra_print_export_finish (self->result, NULL, &error);
  g_clear_object (&self->result);
  g_assert_no_error (error);
  g_assert_cmpstr (written, ==, path);
  g_assert_cmpfloat (mattra_print_get_done (whole), >, 0.5);
}

/* Keeps the register's thread busy until the gate opens. */
static gboolean
wait_at_gate (MattraStore  *store,
              MattraPlan   *plan,
              gpointer      data,
              GError      **error)
{
  while (!g_atomic_int_get ((int *) data))
    g_usleep (1000);
  return TRUE;
}

/* The dialog has its button to stop while something is made, and stays for another choice. */
static void
test_stop_button (Fixture       *self,
                  gconstpointer  data)
{
  g_autofree char *path = g_build_filename (self->folder, "stopped.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  MattraPrintDialog *dialog = mattra_print_dialog_present (NULL, self->session, TRUE);
  int gate = 0;

  picture_wait (is_idle, self);
  mattra_session_query_async (self->session, wait_at_gate, &gate, NULL, NULL, NULL);
  mattra_print_dialog_write (dialog, file);
  picture_save_both (GTK_WIDGET (dialog), "print-dialog-working");
  seek_click (GTK_WIDGET (dialog), "_Stop");
  g_atomic_int_set (&gate, 1);
  picture_wait (is_idle, self);
  picture_settle ();
  assert_no_file (self);
  g_assert_nonnull (seek (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, "_Cancel"));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* Whether a report is opened afterwards is remembered. */
static void
test_open_afterwards (Fixture       *self,
                      gconstpointer  data)
{
  MattraPrintDialog *dialog = mattra_print_dialog_present (NULL, self->session, TRUE);
  GtkWidget *row = seek (GTK_WIDGET (dialog), ADW_TYPE_ACTION_ROW, "Open Afterwards");

  g_assert_false (gtk_switch_get_active (GTK_SWITCH (seek (row, GTK_TYPE_SWITCH, NULL))));
  gtk_switch_set_active (GTK_SWITCH (seek (row, GTK_TYPE_SWITCH, NULL)), TRUE);
  gtk_window_destroy (GTK_WINDOW (dialog));
  dialog = mattra_print_dialog_present (NULL, self->session, TRUE);
  row = seek (GTK_WIDGET (dialog), ADW_TYPE_ACTION_ROW, "Open Afterwards");
  g_assert_true (gtk_switch_get_active (GTK_SWITCH (seek (row, GTK_TYPE_SWITCH, NULL))));
  gtk_switch_set_active (GTK_SWITCH (seek (row, GTK_TYPE_SWITCH, NULL)), FALSE);
  gtk_window_destroy (GTK_WINDOW (dialog));
  picture_wait (is_idle, self);
}

int
main (int    argc,
      char **argv)
{
  picture_init (&argc, &argv);
  g_test_add ("/print/report/same-bytes", Fixture, NULL, set_up, test_same_bytes, tear_down);
  g_test_add ("/print/report/printer", Fixture, NULL, set_up, test_printer, tear_down);
  g_test_add_func ("/print/report/day-of-choice", test_day_of_choice);
  g_test_add ("/print/report/signers", Fixture, NULL, set_up, test_signers, tear_down);
  g_test_add ("/print/report/dialog", Fixture, NULL, set_up, test_dialog, tear_down);
  g_test_add ("/print/report/formats", Fixture, NULL, set_up, test_formats, tear_down);
  g_test_add ("/print/report/kept-pictures", Fixture, NULL, set_up, test_kept_pictures, tear_down);
  g_test_add ("/print/report/closed", Fixture, NULL, set_up, test_closed, tear_down);
  g_test_add ("/print/report/stopped", Fixture, NULL, set_up, test_stopped, tear_down);
  g_test_add ("/print/report/stop-button", Fixture, NULL, set_up, test_stop_button, tear_down);
  g_test_add ("/print/report/open-afterwards", Fixture, NULL, set_up, test_open_afterwards, tear_down);
  return g_test_run ();
}
