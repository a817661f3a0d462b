/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-print-dialog.h"
#include "mattra-print-form.h"
#include "mattra-store.h"
#include "picture.h"
#include "seek.h"
#include "window-desk.h"

/* What is the program's, whatever its windows show. */

static char *
dup_last_person (Desk *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MattraStore) store = mattra_store_open (self->path, TRUE, &error);
  g_autoptr (GPtrArray) changes = NULL;

  g_assert_no_error (error);
  changes = mattra_store_load_history (store, NULL, 0, 1, &error);
  g_assert_no_error (error);
  return g_strdup (((const MattraChange *) g_ptr_array_index (changes, 0))->person);
}

static void
change (Desk       *self,
        const char *text)
{
  desk_type (self, 0, "title", text);
  g_assert_true (mattra_grid_commit_edit (desk_grid (self)));
  desk_wait (self);
}

/* The history calls whoever works here as the preferences do, at once. */
static void
test_person (Desk          *self,
             gconstpointer  data)
{
  GSettings *settings = mattra_application_get_settings (self->application);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *third = NULL;

  g_settings_set_string (settings, "person", "สมใจ ใจดี");
  desk_open (self, FALSE);
  change (self, "หนึ่ง");
  first = dup_last_person (self);
  g_settings_set_string (settings, "person", "สมหมาย");
  change (self, "สอง");
  second = dup_last_person (self);
  g_settings_reset (settings, "person");
  change (self, "สาม");
  third = dup_last_person (self);
  g_assert_cmpstr (first, ==, "สมใจ ใจดี");
  g_assert_cmpstr (second, ==, "สมหมาย");
  g_assert_cmpstr (third, ==, g_get_user_name ());
}

static gboolean
has_dialog (gpointer data)
{
  return desk_find_dialog (data) != NULL;
}

/* A file that has no path here is not passed over in silence. */
static void
test_far_file (Desk          *self,
               gconstpointer  data)
{
  g_autoptr (GFile) file = g_file_new_for_uri ("mattra-test://far/register.mattra");

  gtk_window_present (GTK_WINDOW (self->window));
  picture_settle ();
  g_assert_null (g_file_peek_path (file));
  g_application_open (G_APPLICATION (self->application), &file, 1, "");
  picture_wait (has_dialog, self);
  g_assert_nonnull (seek (GTK_WIDGET (desk_find_dialog (self)), GTK_TYPE_LABEL, "Copy it here first"));
  gtk_window_close (desk_find_dialog (self));
}

/* Ctrl+W closes a window also where no register is open in it. */
static void
test_close_key (Desk          *self,
                gconstpointer  data)
{
  g_auto (GStrv) keys = gtk_application_get_accels_for_action (GTK_APPLICATION (self->application), "window.close");

  gtk_window_present (GTK_WINDOW (self->window));
  picture_settle ();
  g_assert_true (g_strv_contains ((const char *const *) keys, "<Control>w"));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->window), "window.close", NULL));
  picture_settle ();
  g_assert_null (self->window);
}

static GtkToggleButton *
round_button (Desk       *self,
              const char *label)
{
  return GTK_TOGGLE_BUTTON (seek (GTK_WIDGET (self->window), GTK_TYPE_TOGGLE_BUTTON, label));
}

/* Answers of which nobody said which round they belong to are of neither. */
static void
test_no_round (Desk          *self,
               gconstpointer  data)
{
  desk_open (self, FALSE);
  mattra_session_set_round (desk_session (self), MATTRA_ROUND_FIRST_HALF);
  g_assert_true (gtk_toggle_button_get_active (round_button (self, "First 6 months")));
  mattra_session_set_round (desk_session (self), MATTRA_ROUND_NONE);
  g_assert_false (gtk_toggle_button_get_active (round_button (self, "First 6 months")));
  g_assert_false (gtk_toggle_button_get_active (round_button (self, "12 months")));
  mattra_session_set_round (desk_session (self), MATTRA_ROUND_FULL_YEAR);
  g_assert_true (gtk_toggle_button_get_active (round_button (self, "12 months")));
}

static gboolean
has_no_dialog (gpointer data)
{
  return desk_find_dialog (data) == NULL;
}

/* The sheets of what is late come chosen, one for each division, and are made at once; the kind that one chose last for
 * oneself stays. */
static void
test_late_sheets (Desk          *self,
                  gconstpointer  data)
{
  GSettings *settings = mattra_application_get_settings (self->application);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *path = g_build_filename (self->folder, "late.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (MattraPrintChoice) choice = NULL;
  GtkWindow *dialog = NULL;

  desk_open (self, FALSE);
  before = g_settings_get_string (settings, "report-kind");
  desk_act (self, "late-sheets");
  picture_wait (has_dialog, self);
  dialog = desk_find_dialog (self);
  choice = mattra_print_form_get_choice (MATTRA_PRINT_FORM (seek (GTK_WIDGET (dialog), MATTRA_TYPE_PRINT_FORM, NULL)));
  g_assert_cmpstr (choice->options.kind, ==, "late");
  g_assert_true (choice->options.each_division);
  picture_save (GTK_WIDGET (dialog), "window-late-sheets");
  mattra_print_dialog_write (MATTRA_PRINT_DIALOG (dialog), file);
  picture_wait (has_no_dialog, self);
  g_assert_true (g_file_query_exists (file, NULL));
  after = g_settings_get_string (settings, "report-kind");
  g_assert_cmpstr (after, ==, before);
}

static gboolean
says (Desk       *self,
      const char *text)
{
  GtkWidget *toasts = seek (GTK_WIDGET (self->window), ADW_TYPE_TOAST_OVERLAY, NULL);
  GtkWidget *label = seek (toasts, GTK_TYPE_LABEL, text);

  return label != NULL && gtk_widget_get_mapped (label);
}

static gboolean
says_last (gpointer desk)
{
  return says (desk, "Submitted");
}

static gboolean
says_why (gpointer desk)
{
  return says (desk, "This was refused");
}

/* Several things that are said at once, as where one key writes what was typed and hands it in: the last one stays, and
 * what the others moved is not touched once it is gone. */
static void
test_toasts (Desk          *self,
             gconstpointer  data)
{
  g_autoptr (GError) refused = g_error_new_literal (MATTRA_ERROR, MATTRA_ERROR_DENIED, "this was refused");
  g_autoptr (GError) again = g_error_new_literal (MATTRA_ERROR, MATTRA_ERROR_DENIED, "this was refused again");

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  desk_open (self, FALSE);
  for (guint i = 0; i < 3; i++)
    {
      mattra_window_say (self->window, "Change results", TRUE);
      desk_let_pass (100);
      mattra_window_say (self->window, "Change obstacles", TRUE);
      desk_let_pass (100);
      mattra_window_say (self->window, "Submitted", FALSE);
      picture_wait (says_last, self);
      desk_let_pass (600);
    }
  mattra_session_tell_failed (desk_session (self), refused);
  picture_wait (says_why, self);
  mattra_session_tell_failed (desk_session (self), again);
  desk_let_pass (1000);
  g_assert_true (says (self, "This was refused again"));
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
}

int
main (int    argc,
      char **argv)
{
  desk_init (&argc, &argv);
  g_test_add ("/window/program/person", Desk, NULL, desk_set_up, test_person, desk_tear_down);
  g_test_add ("/window/program/far-file", Desk, NULL, desk_set_up, test_far_file, desk_tear_down);
  g_test_add ("/window/program/close-key", Desk, NULL, desk_set_up, test_close_key, desk_tear_down);
  g_test_add ("/window/program/toasts", Desk, NULL, desk_set_up, test_toasts, desk_tear_down);
  g_test_add ("/window/program/no-round", Desk, NULL, desk_set_up, test_no_round, desk_tear_down);
  g_test_add ("/window/program/late-sheets", Desk, NULL, desk_set_up, test_late_sheets, desk_tear_down);
  return g_test_run ();
}
