/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "people-desk.h"

#include <glib/gstdio.h>

#include "mattra-new.h"
#include "picture.h"
#include "seek.h"

static void
note_session (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  ((People *) user_data)->session = mattra_session_open_finish (result, &error);
  g_assert_no_error (error);
}

static gboolean
has_session (gpointer data)
{
  return ((People *) data)->session != NULL;
}

void
people_open_window (People *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->page = mattra_people_page_new (self->session);
  g_object_add_weak_pointer (G_OBJECT (self->page), (gpointer *) &self->page);
  gtk_widget_set_vexpand (self->page, TRUE);
  self->window = adw_window_new ();
  gtk_window_set_title (GTK_WINDOW (self->window), "อบต.ทดสอบ");
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), self->page);
  adw_window_set_content (ADW_WINDOW (self->window), box);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1100, 700);
  gtk_window_present (GTK_WINDOW (self->window));
  picture_settle ();
}

void
people_set_up (People        *self,
               gconstpointer  data)
{
  g_autoptr (MattraPlan) plan = mattra_new_plan ("องค์การบริหารส่วนตำบลทดสอบ", 2567);
  g_autoptr (GError) error = NULL;

  self->session = NULL;
  self->path = g_build_filename (g_get_home_dir (), "people.mattra", NULL);
  g_assert_true (mattra_store_create (self->path, plan, &error));
  g_assert_no_error (error);
  mattra_session_open_async (self->path, FALSE, NULL, note_session, self);
  picture_wait (has_session, self);
  people_open_window (self);
}

gboolean
people_is_gone (gpointer data)
{
  return ((People *) data)->page == NULL;
}

void
people_tear_down (People        *self,
                  gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  /* Neither grid nor session keeps a closed page alive. */
  picture_wait (people_is_gone, self);
  mattra_session_close (self->session);
  g_clear_object (&self->session);
  picture_settle ();
  g_unlink (self->path);
  g_free (self->path);
}

MattraGrid *
people_grid (People  *self,
             guint    place)
{
  g_autoptr (GPtrArray) grids = seek_all (self->page, MATTRA_TYPE_GRID, NULL);

  return g_ptr_array_index (grids, place);
}

void
people_show (People     *self,
             const char *name)
{
  gtk_stack_set_visible_child_name (GTK_STACK (seek (self->page, GTK_TYPE_STACK, NULL)), name);
  picture_settle ();
}

/* Lets the store's thread finish, and what it says arrive. */
void
people_finish (People *self)
{
  mattra_session_wait (self->session);
  picture_settle ();
}

void
people_type (People     *self,
             MattraGrid *into,
             guint       row,
             const char *column,
             const char *text)
{
  g_assert_true (mattra_grid_edit (into, row, mattra_grid_find_column (into, column), text));
  g_assert_true (mattra_grid_commit_edit (into));
  people_finish (self);
}
