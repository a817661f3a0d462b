/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "versions-fixture.h"

#include <string.h>

#include "mattra-print-form.h"

/* Returns: (transfer none) (nullable): the window of a type that is shown, the newest. */
GtkWidget *
versions_find (GType type)
{
  GListModel *all = gtk_window_get_toplevels ();
  GtkWidget *found = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (all, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type) && gtk_widget_get_mapped (window))
        found = window;
    }
  return found;
}

static gboolean
is_there (gpointer data)
{
  return versions_find (*(GType *) data) != NULL;
}

static gboolean
is_gone (gpointer data)
{
  return versions_find (*(GType *) data) == NULL;
}

GtkWidget *
versions_wait (GType type)
{
  picture_wait (is_there, &type);
  return versions_find (type);
}

void
versions_wait_gone (GType type)
{
  picture_wait (is_gone, &type);
}

typedef struct
{
  GtkWidget *window;
  GType type;
  const char *text;
} Wish;

static gboolean
can_press (gpointer data)
{
  const Wish *wish = data;
  GtkWidget *found = seek (wish->window, wish->type, wish->text);

  return found && gtk_widget_is_sensitive (found) && gtk_widget_get_mapped (found);
}

static gboolean
is_read (gpointer data)
{
  const Wish *wish = data;
  g_autoptr (GPtrArray) found = seek_all (wish->window, wish->type, wish->text);

  for (guint i = 0; i < found->len; i++)
    if (gtk_widget_get_mapped (g_ptr_array_index (found, i)))
      return TRUE;
  return FALSE;
}

void
versions_wait_button (GtkWidget  *window,
                      const char *label)
{
  Wish wish = { window, GTK_TYPE_BUTTON, label };

  picture_wait (can_press, &wish);
}

void
versions_wait_text (GtkWidget  *window,
                    const char *text)
{
  Wish wish = { window, GTK_TYPE_LABEL, text };

  picture_wait (is_read, &wish);
}

/* Waits until the user is told this, and closes it. */
void
versions_tell (const char *text)
{
  GtkWidget *dialog = versions_wait (ADW_TYPE_MESSAGE_DIALOG);

  versions_wait_text (dialog, text);
  gtk_window_close (GTK_WINDOW (dialog));
  versions_wait_gone (ADW_TYPE_MESSAGE_DIALOG);
}

/* As far as where one confirms. */
GtkWidget *
versions_begin_seal (SampleDesk *self,
                     const char *kind)
{
  GtkWidget *dialog = NULL;

  g_action_group_activate_action (G_ACTION_GROUP (self->window), "seal", NULL);
  dialog = versions_wait (MATTRA_TYPE_SEAL_DIALOG);
  mattra_print_form_set_kind (MATTRA_PRINT_FORM (seek (dialog, MATTRA_TYPE_PRINT_FORM, NULL)), kind);
  versions_wait_button (dialog, "_Continue");
  seek_click (dialog, "_Continue");
  return dialog;
}

void
versions_seal (SampleDesk *self,
               const char *kind,
               const char *reason)
{
  GtkWidget *dialog = versions_begin_seal (self, kind);

  if (reason)
    {
      versions_wait_text (dialog, "The new one corrects it");
      gtk_editable_set_text (GTK_EDITABLE (seek (dialog, ADW_TYPE_ENTRY_ROW, "Why It Is Corrected")), reason);
    }
  versions_wait_button (dialog, "C_onfirm");
  seek_click (dialog, "C_onfirm");
  versions_wait_text (dialog, "Is Confirmed");
  gtk_window_close (GTK_WINDOW (dialog));
  versions_wait_gone (MATTRA_TYPE_SEAL_DIALOG);
  sample_desk_finish (self);
}

/* The window of versions, on the page of one, or of all where @number is 0. */
GtkWidget *
versions_show (SampleDesk *self,
               int         number)
{
  GtkWidget *window = NULL;

  g_action_group_activate_action (G_ACTION_GROUP (self->window), "versions", NULL);
  window = versions_wait (MATTRA_TYPE_VERSIONS_WINDOW);
  versions_wait_text (window, "Version 1");
  if (number > 0)
    mattra_versions_window_show_version (MATTRA_VERSIONS_WINDOW (window), number);
  return window;
}

/* Drops a file, as from a file manager. */
void
versions_drop (GtkWidget  *widget,
               const char *path)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean taken = FALSE;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, gdk_file_list_new_from_array (&file, 1));
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        g_signal_emit_by_name (controller, "drop", &value, 10.0, 10.0, &taken);
    }
  g_assert_true (taken);
}

char *
versions_path (SampleDesk *self,
               const char *name)
{
  return g_build_filename (self->folder, name, NULL);
}

/* As another program reads it. */
guint
versions_count (SampleDesk *self)
{
  g_autofree char *path = versions_path (self, "office.mattra");
  g_autoptr (GError) error = NULL;
  g_autoptr (MattraStore) store = mattra_store_open (path, TRUE, &error);
  g_autoptr (GPtrArray) seals = store ? mattra_store_list_seals (store, NULL, &error) : NULL;

  g_assert_no_error (error);
  return seals->len;
}
