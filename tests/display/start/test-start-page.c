/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-start-page.h"

#include <glib/gstdio.h>

#include "mattra-recent.h"
#include "picture.h"
#include "seek.h"

typedef struct
{
  GtkWidget *window;
  GtkWidget *page;
  guint n_new;
  GPtrArray *opened;
  GPtrArray *imported;
} Fixture;

static void
count_new (MattraStartPage *page,
           Fixture         *self)
{
  self->n_new++;
}

static void
note_open (MattraStartPage *page,
           const char      *path,
           Fixture         *self)
{
  g_ptr_array_add (self->opened, g_strdup (path));
}

static void
note_import (MattraStartPage *page,
             const char      *path,
             Fixture         *self)
{
  g_ptr_array_add (self->imported, g_strdup (path));
}

static void
set_up (Fixture       *self,
        gconstpointer  size)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->opened = g_ptr_array_new_with_free_func (g_free);
  self->imported = g_ptr_array_new_with_free_func (g_free);
  self->page = mattra_start_page_new ();
  g_object_add_weak_pointer (G_OBJECT (self->page), (gpointer *) &self->page);
  gtk_widget_set_vexpand (self->page, TRUE);
  g_signal_connect (self->page, "new", G_CALLBACK (count_new), self);
  g_signal_connect (self->page, "open", G_CALLBACK (note_open), self);
  g_signal_connect (self->page, "import", G_CALLBACK (note_import), self);
  self->window = adw_window_new ();
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), self->page);
  adw_window_set_content (ADW_WINDOW (self->window), box);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1366, 740);
  gtk_window_present (GTK_WINDOW (self->window));
  picture_settle ();
}

static gboolean
is_gone (gpointer data)
{
  return ((Fixture *) data)->page == NULL;
}

static void
tear_down (Fixture       *self,
           gconstpointer  size)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  picture_wait (is_gone, self);
  g_ptr_array_unref (self->opened);
  g_ptr_array_unref (self->imported);
}

static void
activate (Fixture    *self,
          GType       type,
          const char *text)
{
  GtkWidget *widget = seek (self->page, type, text);

  g_assert_nonnull (widget);
  g_assert_true (gtk_widget_get_mapped (widget));
  if (GTK_IS_BUTTON (widget))
    g_signal_emit_by_name (widget, "clicked");
  else
    gtk_widget_activate (widget);
  picture_settle ();
}

static void
test_ways (Fixture       *self,
           gconstpointer  data)
{
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (self->window)) == seek (self->page, GTK_TYPE_BUTTON, "_New"));
  activate (self, GTK_TYPE_BUTTON, "_New");
  g_assert_cmpuint (self->n_new, ==, 1);
  activate (self, GTK_TYPE_BUTTON, "_Open");
  g_assert_cmpuint (self->opened->len, ==, 1);
  g_assert_null (g_ptr_array_index (self->opened, 0));
  activate (self, ADW_TYPE_ACTION_ROW, "Import");
  g_assert_cmpuint (self->imported->len, ==, 1);
  g_assert_null (g_ptr_array_index (self->imported, 0));
}

static gboolean
has_opened (gpointer data)
{
  return ((Fixture *) data)->opened->len > 0;
}

/* The sample opens as a copy of the user's own that may be written, and keeps what was done in it. */
static void
test_sample (Fixture       *self,
             gconstpointer  data)
{
  g_autofree char *path = NULL;
  GStatBuf before, after;

  activate (self, ADW_TYPE_ACTION_ROW, "Sample");
  picture_wait (has_opened, self);
  path = g_strdup (g_ptr_array_index (self->opened, 0));
  g_assert_true (g_str_has_prefix (path, g_get_user_data_dir ()));
  g_assert_cmpint (g_access (path, W_OK), ==, 0);
  g_assert_cmpint (g_chmod (path, 0640), ==, 0);
  g_assert_cmpint (g_stat (path, &before), ==, 0);

  g_ptr_array_set_size (self->opened, 0);
  activate (self, ADW_TYPE_ACTION_ROW, "Sample");
  picture_wait (has_opened, self);
  g_assert_cmpstr (g_ptr_array_index (self->opened, 0), ==, path);
  g_assert_cmpint (g_stat (path, &after), ==, 0);
  g_assert_cmpint (after.st_mode, ==, before.st_mode);
}

static gboolean
shows_recent (gpointer data)
{
  return seek (((Fixture *) data)->page, ADW_TYPE_ACTION_ROW, "หินตั้ง") != NULL
         && seek (((Fixture *) data)->page, ADW_TYPE_ACTION_ROW, "หาย") != NULL;
}

static gboolean
knows_missing (gpointer data)
{
  GtkWidget *row = seek (((Fixture *) data)->page, ADW_TYPE_ACTION_ROW, "หาย");

  return row && gtk_widget_has_css_class (row, "mattra-missing");
}

static gboolean
forgot_missing (gpointer data)
{
  return seek (((Fixture *) data)->page, ADW_TYPE_ACTION_ROW, "หาย") == NULL;
}

static void
picture_sizes (Fixture    *self,
               const char *language)
{
  static const int sizes[][2] = { { 1366, 740 }, { 640, 720 } };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *name = g_strdup_printf ("start-page-%s-%d", language, sizes[i][0]);

      gtk_window_set_default_size (GTK_WINDOW (self->window), sizes[i][0], sizes[i][1]);
      picture_save_both (self->window, name);
    }
}

static void
test_recent (Fixture       *self,
             gconstpointer  data)
{
  g_autofree char *there = g_build_filename (g_get_home_dir (), "อบต.หินตั้ง 2569.mattra", NULL);
  g_autofree char *gone = g_build_filename (g_get_home_dir (), "หายไปแล้ว.mattra", NULL);
  GtkWidget *row;

  g_assert_true (g_file_set_contents (there, "", 0, NULL));
  mattra_recent_add (gone);
  mattra_recent_add (there);
  picture_wait (shows_recent, self);
  picture_wait (knows_missing, self);
  picture_save (self->window, "start-page-recent");

  activate (self, ADW_TYPE_ACTION_ROW, "หินตั้ง");
  g_assert_cmpuint (self->opened->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (self->opened, 0), ==, there);

  row = seek (self->page, ADW_TYPE_ACTION_ROW, "หาย");
  g_signal_emit_by_name (seek (row, GTK_TYPE_BUTTON, NULL), "clicked");
  picture_wait (forgot_missing, self);
}

static void
test_pictures (Fixture       *self,
               gconstpointer  data)
{
  static const char *const languages[] = { "th", "en" };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      tear_down (self, NULL);
      picture_set_language (languages[i]);
      set_up (self, NULL);
      picture_sizes (self, languages[i]);
    }
  picture_set_text (2.0);
  picture_save (self->window, "start-page-200");
  picture_set_text (1.0);
}

int
main (int   argc,
      char *argv[])
{
  picture_init (&argc, &argv);

  g_test_add ("/start/page/ways", Fixture, NULL, set_up, test_ways, tear_down);
  g_test_add ("/start/page/sample", Fixture, NULL, set_up, test_sample, tear_down);
  g_test_add ("/start/page/pictures", Fixture, NULL, set_up, test_pictures, tear_down);
  g_test_add ("/start/page/recent", Fixture, NULL, set_up, test_recent, tear_down);

  return g_test_run ();
}
