/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <string.h>

#include "mattra-seal.h"
#include "mattra-verify-file.h"
#include "picture.h"
#include "seek.h"
#include "window-desk.h"

/* A PDF that is dropped on the window, or chosen by name, is compared with the register. */

static gboolean
has_dialog (gpointer data)
{
  return desk_find_dialog (data) != NULL;
}

static gboolean
has_no_dialog (gpointer data)
{
  return desk_find_dialog (data) == NULL;
}

/* Confirms a version as another window would: over the same file. */
static char *
seal (Desk *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MattraStore) store = mattra_store_open (self->path, FALSE, &error);
  char *path = g_build_filename (self->folder, "version.pdf", NULL);
  const MattraSealOptions options = { { .kind = "measures" }, 0, NULL, FALSE, path };

  g_assert_no_error (error);
  mattra_seal_make (store, mattra_plan_get_fiscal_year (mattra_session_get_plan (desk_session (self))), &options, NULL,
                    &error);
  g_assert_no_error (error);
  return path;
}

static GtkDropTarget *
find_target (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller)
          && gdk_content_formats_contain_gtype (gtk_drop_target_get_formats (GTK_DROP_TARGET (controller)),
                                                GDK_TYPE_FILE_LIST))
        return GTK_DROP_TARGET (controller);
    }
  return NULL;
}

static gboolean
drop (Desk              *self,
      const char *const *paths)
{
  GtkDropTarget *target = find_target (GTK_WIDGET (mattra_window_get_page (self->window)));
  GFile *files[4] = { NULL };
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean taken = FALSE;
  guint n = 0;

  g_assert_nonnull (target);
  for (; paths[n] != NULL; n++)
    files[n] = g_file_new_for_path (paths[n]);
  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, gdk_file_list_new_from_array (files, n));
  g_signal_emit_by_name (target, "drop", &value, 10.0, 10.0, &taken);
  for (guint i = 0; i < n; i++)
    g_object_unref (files[i]);
  return taken;
}

/* Waits for the answer and closes it; what it says is compared with @expected. */
static void
assert_told (Desk       *self,
             const char *expected,
             const char *picture)
{
  GtkWindow *dialog;

  picture_wait (has_dialog, self);
  dialog = desk_find_dialog (self);
  if (picture)
    picture_save_both (GTK_WIDGET (dialog), picture);
  g_assert_nonnull (seek (GTK_WIDGET (dialog), GTK_TYPE_LABEL, expected));
  gtk_window_close (dialog);
  picture_wait (has_no_dialog, self);
}

static void
test_dropped (Desk          *self,
              gconstpointer  data)
{
  g_autofree char *version = NULL;
  g_autofree char *text = g_build_filename (self->folder, "text.pdf", NULL);
  g_autofree char *other = g_build_filename (self->folder, "other.txt", NULL);
  const char *one[] = { NULL, NULL };
  const char *two[] = { text, other, NULL };
  const char *no_pdf[] = { text, NULL };
  const char *not_asked[] = { other, NULL };

  desk_open (self, FALSE);
  one[0] = version = seal (self);
  g_assert_true (g_file_set_contents (text, "x", -1, NULL));
  g_assert_true (drop (self, one));
  assert_told (self, "version.pdf: equals version 1", NULL);
  g_assert_false (drop (self, two));
  g_assert_false (drop (self, not_asked));
  g_assert_true (drop (self, no_pdf));
  assert_told (self, "The File Could Not Be Checked", NULL);
}

/* What has changed since is listed below, the first of many. */
static void
test_changed (Desk          *self,
              gconstpointer  data)
{
  g_autofree char *version = NULL;
  const char *one[] = { NULL, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (MattraStore) store = NULL;

  desk_open (self, FALSE);
  one[0] = version = seal (self);
  store = mattra_store_open (self->path, FALSE, &error);
  g_assert_no_error (error);
  for (guint row = 0; row < 12; row++)
    {
      g_autofree char *id = desk_dup_id (self, row);
      g_autofree char *title = g_strdup_printf ("มาตรการใหม่ที่ %u", row + 1);

      g_assert_true (mattra_store_set_measure_field (store, id, "title", title, &error));
    }
  g_assert_true (drop (self, one));
  picture_wait (has_dialog, self);
  g_assert_nonnull (seek (GTK_WIDGET (desk_find_dialog (self)), GTK_TYPE_LABEL, "12 cells say something else today:"));
  g_assert_nonnull (seek (GTK_WIDGET (desk_find_dialog (self)), GTK_TYPE_LABEL, "and 4 more"));
  assert_told (self, "version.pdf: equals version 1", "verify-changed");
}

/* The keyboard reaches it too, and only where a register is open. */
static void
test_action (Desk          *self,
             gconstpointer  data)
{
  desk_open (self, FALSE);
  g_assert_true (g_action_map_lookup_action (G_ACTION_MAP (self->window), "verify") != NULL);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.people", NULL);
  g_assert_true (g_action_map_lookup_action (G_ACTION_MAP (self->window), "verify") != NULL);
}

int
main (int    argc,
      char **argv)
{
  desk_init (&argc, &argv);
  g_test_add ("/window/verify/dropped", Desk, NULL, desk_set_up, test_dropped, desk_tear_down);
  g_test_add ("/window/verify/changed", Desk, NULL, desk_set_up, test_changed, desk_tear_down);
  g_test_add ("/window/verify/action", Desk, NULL, desk_set_up, test_action, desk_tear_down);
  return g_test_run ();
}
