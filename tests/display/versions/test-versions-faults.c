/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <sys/mount.h>

#include "mattra-edit.h"
#include "mattra-seal.h"
#include "mattra-sign-dialog.h"
#include "mattra-version-file.h"
#include "versions-fixture.h"

/* What goes wrong while one confirms a version: stopped, closed, somebody else, no room, nothing to confirm. */

#define YEAR 2569

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

static gboolean
block (MattraStore  *store,
       MattraPlan   *plan,
       gpointer      data,
       GError      **error)
{
  GMutex *mutex = data;

  g_mutex_lock (mutex);
  g_mutex_unlock (mutex);
  return TRUE;
}

/* While the register is busy with something else, a version that waits is stopped before it begins. */
static void
test_stop_at_once (SampleDesk    *self,
                   gconstpointer  data)
{
  GtkWidget *dialog = versions_begin_seal (self, "results");
  GMutex mutex;

  g_mutex_init (&mutex);
  versions_wait_button (dialog, "C_onfirm");
  sample_desk_finish (self);
  g_mutex_lock (&mutex);
  mattra_session_query_async (mattra_window_get_session (self->window), block, &mutex, NULL, NULL, NULL);
  seek_click (dialog, "C_onfirm");
  versions_wait_button (dialog, "_Stop");
  picture_save_both (dialog, "seal-waits-en");
  seek_click (dialog, "_Stop");
  versions_wait_text (dialog, "Stopping");
  g_mutex_unlock (&mutex);
  versions_wait_button (dialog, "C_onfirm");
  g_assert_cmpuint (versions_count (self), ==, 0);
  g_assert_null (versions_find (ADW_TYPE_MESSAGE_DIALOG));
  seek_click (dialog, "C_onfirm");
  versions_wait_text (dialog, "Version 1 Is Confirmed");
  gtk_window_close (GTK_WINDOW (dialog));
  versions_wait_gone (MATTRA_TYPE_SEAL_DIALOG);
  g_mutex_clear (&mutex);
}

static gboolean
is_open_again (gpointer data)
{
  return mattra_window_get_arriving (data) == NULL && mattra_window_get_session (data) != NULL;
}

/* With the register all that belongs to it is closed, also what still waits for an answer. */
static void
test_register_closed (SampleDesk    *self,
                      gconstpointer  data)
{
  g_autofree char *path = versions_path (self, "office.mattra");
  GtkWidget *window = NULL;

  versions_seal (self, "measures", NULL);
  window = versions_show (self, 1);
  gtk_widget_activate_action (window, "versions.sign", NULL);
  versions_wait (MATTRA_TYPE_SIGN_DIALOG);
  g_action_group_activate_action (G_ACTION_GROUP (self->window), "seal", NULL);
  versions_wait (MATTRA_TYPE_SEAL_DIALOG);
  mattra_window_open (self->window, path, FALSE);
  versions_wait_gone (MATTRA_TYPE_SEAL_DIALOG);
  versions_wait_gone (MATTRA_TYPE_SIGN_DIALOG);
  versions_wait_gone (MATTRA_TYPE_VERSIONS_WINDOW);
  picture_wait (is_open_again, self->window);
  sample_desk_finish (self);
}

/* A dialog that is closed while it works stops the work. */
static void
test_close (SampleDesk    *self,
            gconstpointer  data)
{
  GtkWidget *dialog = versions_begin_seal (self, "results");
  GMutex mutex;

  g_mutex_init (&mutex);
  versions_wait_button (dialog, "C_onfirm");
  sample_desk_finish (self);
  g_mutex_lock (&mutex);
  mattra_session_query_async (mattra_window_get_session (self->window), block, &mutex, NULL, NULL, NULL);
  seek_click (dialog, "C_onfirm");
  gtk_window_close (GTK_WINDOW (dialog));
  versions_wait_gone (MATTRA_TYPE_SEAL_DIALOG);
  g_mutex_unlock (&mutex);
  sample_desk_finish (self);
  g_assert_cmpuint (versions_count (self), ==, 0);
  g_mutex_clear (&mutex);
}

static void
seal_elsewhere (SampleDesk *self)
{
  g_autofree char *path = versions_path (self, "office.mattra");
  g_autoptr (GError) error = NULL;
  g_autoptr (MattraStore) store = mattra_store_open (path, FALSE, &error);
  const MattraSealOptions options = { .report = { .kind = "results", .round = MATTRA_ROUND_FULL_YEAR } };

  g_assert_no_error (error);
  mattra_seal_make (store, YEAR, &options, NULL, &error);
  g_assert_no_error (error);
}

/* Somebody else confirms the same report while one looks at the dialog: one is told, and asked why it is corrected. */
static void
test_two_openers (SampleDesk    *self,
                  gconstpointer  data)
{
  GtkWidget *dialog = versions_begin_seal (self, "results");
  GMutex mutex;

  g_mutex_init (&mutex);
  versions_wait_button (dialog, "C_onfirm");
  sample_desk_finish (self);
  g_mutex_lock (&mutex);
  mattra_session_query_async (mattra_window_get_session (self->window), block, &mutex, NULL, NULL, NULL);
  seek_click (dialog, "C_onfirm");
  seal_elsewhere (self);
  g_mutex_unlock (&mutex);
  versions_tell ("Somebody else has confirmed this report meanwhile");
  versions_wait_text (dialog, "The new one corrects it");
  g_assert_false (gtk_widget_is_sensitive (seek (dialog, GTK_TYPE_BUTTON, "C_onfirm")));
  g_assert_cmpuint (versions_count (self), ==, 1);
  picture_save (dialog, "seal-meanwhile-en");
  gtk_window_close (GTK_WINDOW (dialog));
  versions_wait_gone (MATTRA_TYPE_SEAL_DIALOG);
  g_mutex_clear (&mutex);
}

/* The same seen while the dialog only stands there: it follows. */
static void
test_follows (SampleDesk    *self,
              gconstpointer  data)
{
  GtkWidget *dialog = versions_begin_seal (self, "results");

  versions_wait_button (dialog, "C_onfirm");
  seal_elsewhere (self);
  mattra_session_look (mattra_window_get_session (self->window));
  versions_wait_text (dialog, "The new one corrects it");
  versions_wait_text (dialog, "Version 2");
  gtk_window_close (GTK_WINDOW (dialog));
  versions_wait_gone (MATTRA_TYPE_SEAL_DIALOG);
}

static gboolean
delete_all (MattraStore  *store,
            MattraPlan   *plan,
            gpointer      data,
            GError      **error)
{
  g_autoptr (MattraMeasureSource) measures = mattra_store_list_measures (store, mattra_plan_get_id (plan), NULL, error);
  MattraMeasure *measure;

  while (measures && (measure = mattra_measure_source_next (measures, NULL)))
    {
      g_autoptr (MattraMeasure) owned = measure;

      if (!mattra_store_set_measure_deleted (store, mattra_measure_get_id (owned), TRUE, error))
        return FALSE;
    }
  return measures != NULL;
}

/* A plan without a measure is told, not confirmed. */
static void
test_empty_plan (SampleDesk    *self,
                 gconstpointer  data)
{
  GtkWidget *dialog = NULL;

  mattra_session_act_async (mattra_window_get_session (self->window), "delete-measure", NULL, delete_all, NULL, NULL,
                            NULL, NULL);
  sample_desk_finish (self);
  dialog = versions_begin_seal (self, "results");
  versions_wait_button (dialog, "C_onfirm");
  seek_click (dialog, "C_onfirm");
  versions_tell ("The Version Was Not Confirmed");
  versions_wait_button (dialog, "C_onfirm");
  g_assert_cmpuint (versions_count (self), ==, 0);
  gtk_window_close (GTK_WINDOW (dialog));
  versions_wait_gone (MATTRA_TYPE_SEAL_DIALOG);
}

static gboolean
has_session (gpointer data)
{
  return mattra_window_get_session (data) && mattra_session_get_read_only (mattra_window_get_session (data));
}

/* In a register that can only be read nothing is confirmed or attached; what is there can be looked at and saved. */
static void
test_read_only (SampleDesk    *self,
                gconstpointer  data)
{
  g_autofree char *path = versions_path (self, "office.mattra");
  GtkWidget *window = NULL;

  versions_seal (self, "measures", NULL);
  mattra_window_open (self->window, path, TRUE);
  picture_wait (has_session, self->window);
  sample_desk_finish (self);
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (self->window), "seal"));
  window = versions_show (self, 1);
  g_assert_false (gtk_widget_is_sensitive (seek (window, GTK_TYPE_BUTTON, "_Attach…")));
  g_assert_true (gtk_widget_is_sensitive (seek (window, GTK_TYPE_BUTTON, "_Save PDF…")));
  gtk_widget_activate_action (window, "versions.compare", NULL);
  versions_wait_text (window, "nothing differs");
  picture_save (window, "versions-same-en");
  gtk_window_close (GTK_WINDOW (window));
  versions_wait_gone (MATTRA_TYPE_VERSIONS_WINDOW);
}

static void
take_result (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static gboolean
has_result (gpointer data)
{
  return *(GAsyncResult **) data != NULL;
}

/* The kept file on a disk without room: told, with no half file. */
static void
test_full_disk (SampleDesk    *self,
                gconstpointer  data)
{
  g_autofree char *folder = versions_path (self, "small");
  g_autofree char *output = g_build_filename (folder, "v.pdf", NULL);
  g_autofree char *path = versions_path (self, "office.mattra");
  g_autoptr (MattraStore) store = NULL;
  g_autoptr (GPtrArray) seals = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GDir) dir = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir (folder, 0755), ==, 0);
  if (mount ("none", folder, "tmpfs", 0, "size=16k") != 0)
    {
      g_test_skip ("no right to mount a small disk");
      return;
    }
  versions_seal (self, "results", NULL);
  store = mattra_store_open (path, TRUE, NULL);
  seals = mattra_store_list_seals (store, NULL, NULL);
  mattra_version_file_put_async (mattra_window_get_session (self->window),
                                 ((MattraSeal *) g_ptr_array_index (seals, 0))->pdf, output, take_result, &result);
  picture_wait (has_result, &result);
  g_assert_false (mattra_version_file_put_finish (result, &error));
  g_assert_nonnull (error);
  dir = g_dir_open (folder, 0, NULL);
  g_assert_null (g_dir_read_name (dir));
  g_clear_pointer (&dir, g_dir_close);
  g_assert_cmpint (umount (folder), ==, 0);
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
    { "/versions/faults/stop-at-once", test_stop_at_once },
    { "/versions/faults/close", test_close },
    { "/versions/faults/register-closed", test_register_closed },
    { "/versions/faults/two-openers", test_two_openers },
    { "/versions/faults/follows", test_follows },
    { "/versions/faults/empty-plan", test_empty_plan },
    { "/versions/faults/read-only", test_read_only },
    { "/versions/faults/full-disk", test_full_disk },
  };

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, SampleDesk, application, set_up, tests[i].run, tear_down);
  return g_test_run ();
}
