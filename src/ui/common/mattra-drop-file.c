/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-drop-file.h"

static gboolean
dropped (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         gpointer       user_data)
{
  MattraDropFileFunc func = (MattraDropFileFunc) user_data;
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));

  if (files == NULL || files->next != NULL)
    return FALSE;
  return func (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target)), files->data);
}

/**
 * mattra_drop_file_connect:
 * @widget: where a file may be dropped
 * @func: takes it
 *
 * Lets a single file be dropped on a widget; several at once are refused.
 */
void
mattra_drop_file_connect (GtkWidget          *widget,
                          MattraDropFileFunc  func)
{
  GtkDropTarget *target = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget) && func != NULL);

  target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);
  g_signal_connect (target, "drop", G_CALLBACK (dropped), (gpointer) func);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (target));
}
