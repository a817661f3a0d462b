/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>
#include <gtk/gtkunixprint.h>

#include "mattra-print-dialog.h"
#include "own-folder.h"
#include "picture.h"
#include "seek.h"

typedef struct
{
  char *folder;
  MattraSession *session;
  GtkWidget *window;
} Fixture;

static void
note_session (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  ((Fixture *) user_data)->session = mattra_session_open_finish (result, &error);
  g_assert_no_error (error);
}

static gboolean
has_session (gpointer data)
{
  return ((Fixture *) data)->session != NULL;
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autofree char *path = NULL;

  self->folder = own_folder_new ();
  path = own_folder_copy_sample (self->folder, "office.mattra");
  mattra_session_open_async (path, FALSE, NULL, note_session, self);
  picture_wait (has_session, self);
  self->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), 900, 600);
  gtk_window_present (GTK_WINDOW (self->window));
  picture_settle ();
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  mattra_session_close (self->session);
  g_clear_object (&self->session);
  picture_settle ();
  own_folder_remove (self->folder);
  g_free (self->folder);
}

static GtkWidget *
find_window (GType type)
{
  GListModel *all = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (all, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type))
        return window;
    }
  return NULL;
}

static gboolean
is_told (gpointer data)
{
  return find_window (ADW_TYPE_MESSAGE_DIALOG) != NULL;
}

static gboolean
are_printers_asked (gpointer data)
{
  return find_window (GTK_TYPE_PRINT_UNIX_DIALOG) != NULL;
}

static void
print (Fixture *self)
{
  MattraPrintDialog *dialog = mattra_print_dialog_present (GTK_WINDOW (self->window), self->session, FALSE);

  picture_settle ();
  seek_click (GTK_WIDGET (dialog), "_Print…");
}

/* Where there is no printer that is said, with what to do instead; the pages can still go into a file. */
static void
test_told (Fixture       *self,
           gconstpointer  data)
{
  g_object_set (gtk_settings_get_default (), "gtk-print-backends", data, NULL);
  print (self);
  picture_wait (is_told, self);
  picture_save (find_window (ADW_TYPE_MESSAGE_DIALOG), "print-no-printer-en");
  seek_click (find_window (ADW_TYPE_MESSAGE_DIALOG), "_Cancel");
  picture_settle ();
  g_assert_false (are_printers_asked (self));

  print (self);
  picture_wait (is_told, self);
  seek_click (find_window (ADW_TYPE_MESSAGE_DIALOG), "Print to a _File…");
  picture_wait (are_printers_asked, self);
  gtk_dialog_response (GTK_DIALOG (find_window (GTK_TYPE_PRINT_UNIX_DIALOG)), GTK_RESPONSE_CANCEL);
  picture_settle ();
  g_assert_false (is_told (self));
}

int
main (int   argc,
      char *argv[])
{
  picture_init (&argc, &argv);
  g_test_add ("/print/no-printer/none", Fixture, "", set_up, test_told, tear_down);
  g_test_add ("/print/no-printer/file-only", Fixture, "file", set_up, test_told, tear_down);
  return g_test_run ();
}
