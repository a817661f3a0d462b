/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sample-desk.h"

#include "own-folder.h"
#include "picture.h"

#define DAY "2026-09-15"

/* Begins a test program; there is one Mattra on a bus. */
MattraApplication *
sample_desk_start (int    *argc,
                   char ***argv)
{
  MattraApplication *application = NULL;
  g_autoptr (GError) error = NULL;

  picture_init (argc, argv);
  picture_set_language ("en");
  application = mattra_application_new ();
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  return application;
}

static gboolean
has_session (gpointer data)
{
  return mattra_window_get_session (data) != NULL;
}

void
sample_desk_init (SampleDesk        *self,
                  MattraApplication *application)
{
  g_autofree char *path = NULL;
  MattraDate day = MATTRA_DATE_NONE;

  self->folder = own_folder_new ();
  path = own_folder_copy_sample (self->folder, "office.mattra");
  self->window = mattra_window_new (application);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1366, 768);
  gtk_window_present (GTK_WINDOW (self->window));
  mattra_window_open (self->window, path, FALSE);
  picture_wait (has_session, self->window);
  g_assert_true (mattra_date_parse_iso (DAY, &day));
  mattra_clock_set_fixed (mattra_session_get_clock (mattra_window_get_session (self->window)), day);
  sample_desk_finish (self);
}

void
sample_desk_clear (SampleDesk *self)
{
  gtk_window_close (GTK_WINDOW (self->window));
  picture_settle ();
  own_folder_remove (self->folder);
  g_free (self->folder);
}

/* Lets the register's thread finish, and what it says arrive. */
void
sample_desk_finish (SampleDesk *self)
{
  mattra_session_wait (mattra_window_get_session (self->window));
  picture_settle ();
}

void
sample_desk_act (SampleDesk *self,
                 const char *action)
{
  g_assert_true (g_action_group_has_action (G_ACTION_GROUP (self->window), action));
  g_action_group_activate_action (G_ACTION_GROUP (self->window), action, NULL);
  sample_desk_finish (self);
}

MattraTablePage *
sample_desk_table (SampleDesk *self)
{
  return mattra_register_page_get_table (mattra_window_get_page (self->window));
}

gboolean
sample_desk_has_focus (SampleDesk *self,
                       GtkWidget  *widget)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self->window));

  return focus && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}
