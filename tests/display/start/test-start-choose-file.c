/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-choose-file.h"

#include "picture.h"

static const MattraFileWish wish = { .title = "Choose", .accept = "_Open" };

static void
note_result (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GFile) file = mattra_choose_file_finish (result, user_data);

  g_assert_null (file);
}

static gboolean
is_answered (gpointer data)
{
  return *(GError **) data != NULL;
}

/* Who asked is told, and nothing of it is left. */
static void
test_cancelled (void)
{
  GtkWidget *parent = gtk_window_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  gtk_window_present (GTK_WINDOW (parent));
  g_object_add_weak_pointer (G_OBJECT (parent), (gpointer *) &parent);
  mattra_choose_file_async (GTK_WINDOW (parent), &wish, cancellable, note_result, &error);
  picture_settle ();
  g_assert_null (error);
  g_cancellable_cancel (cancellable);
  picture_wait (is_answered, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  gtk_window_destroy (GTK_WINDOW (parent));
  picture_settle ();
  g_assert_null (parent);
  g_assert_cmpuint (g_list_model_get_n_items (gtk_window_get_toplevels ()), ==, 0);
}

static void
test_cancelled_before (void)
{
  GtkWidget *parent = gtk_window_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  mattra_choose_file_async (GTK_WINDOW (parent), &wish, cancellable, note_result, &error);
  picture_wait (is_answered, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  gtk_window_destroy (GTK_WINDOW (parent));
}

int
main (int    argc,
      char **argv)
{
  picture_init (&argc, &argv);
  g_test_add_func ("/start/choose-file/cancelled", test_cancelled);
  g_test_add_func ("/start/choose-file/cancelled-before", test_cancelled_before);
  return g_test_run ();
}
