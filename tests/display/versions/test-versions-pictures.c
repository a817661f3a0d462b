/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-print-choice.h"
#include "mattra-scan-dialog.h"
#include "mattra-sign-dialog.h"
#include "mattra-signatures-window.h"
#include "versions-fixture.h"

/* Each dialog in Thai, light and dark, as narrow as it becomes; nothing is wider than its window. */

static void
set_up (SampleDesk    *self,
        gconstpointer  data)
{
  sample_desk_init (self, (MattraApplication *) data);
  picture_set_language ("th");
}

static void
tear_down (SampleDesk    *self,
           gconstpointer  data)
{
  picture_set_language ("en");
  sample_desk_clear (self);
}

static MattraSession *
session_of (SampleDesk *self)
{
  return mattra_window_get_session (self->window);
}

/* A window's own width holds all that is in it. */
static void
save (GtkWidget  *window,
      const char *name)
{
  int least = 0;

  gtk_widget_measure (window, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, 420);
  gtk_window_set_default_size (GTK_WINDOW (window), 400, 620);
  picture_settle ();
  picture_save_both (window, name);
}

static GtkWidget *
begin_seal (SampleDesk *self,
            const char *kind)
{
  g_autoptr (MattraPrintChoice) choice = mattra_print_choice_new (kind, MATTRA_ROUND_FULL_YEAR, NULL);

  return GTK_WIDGET (mattra_seal_dialog_present (GTK_WINDOW (self->window), session_of (self), choice));
}

static void
press_default (GtkWidget *dialog)
{
  GtkWidget *button = gtk_window_get_default_widget (GTK_WINDOW (dialog));

  sample_desk_finish (g_object_get_data (G_OBJECT (dialog), "desk"));
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

static void
seal (SampleDesk *self,
      const char *kind,
      const char *picture)
{
  GtkWidget *dialog = begin_seal (self, kind);
  g_autofree char *done = g_strconcat (picture, "-done", NULL);

  g_object_set_data (G_OBJECT (dialog), "desk", self);
  sample_desk_finish (self);
  save (dialog, picture);
  press_default (dialog);
  sample_desk_finish (self);
  save (dialog, done);
  gtk_window_close (GTK_WINDOW (dialog));
  versions_wait_gone (MATTRA_TYPE_SEAL_DIALOG);
}

static gboolean
rename_first (MattraStore  *store,
              MattraPlan   *plan,
              gpointer      data,
              GError      **error)
{
  g_autoptr (MattraMeasure) measure = mattra_store_load_measure (store, mattra_plan_get_id (plan), "1", error);

  return measure && mattra_store_set_measure_field (store, mattra_measure_get_id (measure), "title", data, error);
}

static void
test_dialogs (SampleDesk    *self,
              gconstpointer  data)
{
  GtkWidget *window = NULL;
  GtkWidget *dialog = NULL;
  g_autoptr (GPtrArray) seals = NULL;
  g_autoptr (MattraStore) store = NULL;
  g_autofree char *path = versions_path (self, "office.mattra");

  seal (self, "results", "seal-th");
  gtk_window_set_default_size (GTK_WINDOW (self->window), 640, 700);
  picture_settle ();
  picture_save_both (GTK_WIDGET (self->window), "seal-closed-th-640");
  mattra_session_act_async (session_of (self), "set", NULL, rename_first,
                            (char *) "จัดทำคู่มือการปฏิบัติงานของทุกส่วนราชการและเผยแพร่บนเว็บไซต์ของหน่วยงานให้ประชาชนทราบโดยทั่วกัน", NULL,
                            NULL, NULL);
  sample_desk_finish (self);
  window = GTK_WIDGET (mattra_versions_window_present (GTK_WINDOW (self->window), session_of (self)));
  sample_desk_finish (self);
  save (window, "versions-list-th");
  mattra_versions_window_show_version (MATTRA_VERSIONS_WINDOW (window), 1);
  save (window, "versions-one-th");
  gtk_widget_activate_action (window, "versions.compare", NULL);
  sample_desk_finish (self);
  save (window, "versions-compare-th");
  store = mattra_store_open (path, TRUE, NULL);
  seals = mattra_store_list_seals (store, NULL, NULL);
  dialog = GTK_WIDGET (mattra_scan_dialog_present (GTK_WINDOW (window), session_of (self), g_ptr_array_index (seals, 0),
                                                   NULL));
  save (dialog, "versions-scan-th");
  gtk_window_close (GTK_WINDOW (dialog));
  dialog = GTK_WIDGET (mattra_sign_dialog_present (GTK_WINDOW (window), session_of (self), g_ptr_array_index (seals, 0)));
  sample_desk_finish (self);
  save (dialog, "sign-th");
  gtk_window_close (GTK_WINDOW (dialog));
  gtk_window_close (GTK_WINDOW (window));
  dialog = GTK_WIDGET (mattra_signatures_window_present (GTK_WINDOW (self->window), session_of (self)));
  save (dialog, "signatures-th");
  gtk_window_close (GTK_WINDOW (dialog));
  dialog = begin_seal (self, "results");
  sample_desk_finish (self);
  save (dialog, "seal-correct-th");
  gtk_window_close (GTK_WINDOW (dialog));
  picture_settle ();
}

int
main (int    argc,
      char **argv)
{
  MattraApplication *application = sample_desk_start (&argc, &argv);

  g_test_add ("/versions/pictures/thai", SampleDesk, application, set_up, test_dialogs, tear_down);
  return g_test_run ();
}
