/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-choose-file.h"

#include <glib/gi18n-lib.h>

/* GtkFileChooserNative gives way to GtkFileDialog in GTK 4.10: this is its only use. */

static void
add_filter (GtkFileChooser *chooser,
            const char     *name,
            const char     *pattern)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  gtk_file_filter_add_pattern (filter, pattern);
  gtk_file_chooser_add_filter (chooser, filter);
}

static void
add_filters (GtkFileChooser       *chooser,
             const MattraFileWish *wish)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, wish->filter);
  for (guint i = 0; wish->patterns[i]; i++)
    gtk_file_filter_add_pattern (filter, wish->patterns[i]);
  gtk_file_chooser_add_filter (chooser, filter);
  add_filter (chooser, _("All files"), "*");
}

static void
take_response (GtkNativeDialog *dialog,
               int              response,
               gpointer         user_data)
{
  g_autoptr (GTask) task = user_data;

  if (response == GTK_RESPONSE_ACCEPT)
    g_task_return_pointer (task, gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)), g_object_unref);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "No file was chosen");
  gtk_native_dialog_destroy (dialog);
}

/* A dialog that is only hidden gives no response. */
static void
cancelled (GtkNativeDialog *dialog)
{
  g_signal_emit_by_name (dialog, "response", GTK_RESPONSE_CANCEL);
}

/**
 * mattra_choose_file_async:
 * @parent: (nullable): the window that asks
 * @wish: what is asked for; only read during the call
 * @cancellable: (nullable): hides the dialog
 * @callback: called when a file was chosen, or none
 * @user_data: data for @callback
 *
 * Lets the user choose a file to read or a place to write, through the system's own dialog.
 */
void
mattra_choose_file_async (GtkWindow            *parent,
                          const MattraFileWish *wish,
                          GCancellable         *cancellable,
                          GAsyncReadyCallback   callback,
                          gpointer              user_data)
{
  GtkFileChooserNative *dialog = NULL;
  GTask *task = NULL;

  g_return_if_fail (wish != NULL && wish->title != NULL);

  task = g_task_new (parent, cancellable, callback, user_data);
  if (g_task_return_error_if_cancelled (task))
    {
      g_object_unref (task);
      return;
    }
  dialog = gtk_file_chooser_native_new (wish->title, parent,
                                        wish->save            ? GTK_FILE_CHOOSER_ACTION_SAVE
                                        : wish->select_folder ? GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER
                                                              : GTK_FILE_CHOOSER_ACTION_OPEN,
                                        wish->accept, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  if (wish->patterns)
    add_filters (GTK_FILE_CHOOSER (dialog), wish);
  if (wish->save && wish->name)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), wish->name);
  if (wish->folder)
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (dialog), wish->folder, NULL);
  g_task_set_task_data (task, dialog, g_object_unref);
  g_signal_connect (dialog, "response", G_CALLBACK (take_response), task);
  if (cancellable)
    g_signal_connect_object (cancellable, "cancelled", G_CALLBACK (cancelled), dialog, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/**
 * mattra_choose_file_finish:
 * @result: result of the asynchronous call
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the file; %NULL with %G_IO_ERROR_CANCELLED where none was chosen
 */
GFile *
mattra_choose_file_finish (GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
