/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>

#include "mattra-settings.h"
#include "mattra-window.h"
#include "picture.h"

/* Pictures of the whole program with the sample register: in both languages, light and dark, wide and
 * narrow. They are for looking at; the test fails where a screen does not come or GTK warns. */

#define DAY_OF_PICTURES "2026-09-15"

typedef struct
{
  char *folder;
  char *path;
  MattraWindow *window;
} Fixture;

/* A test: the program, of which there is one on a bus, and the language of its pictures. */
typedef struct
{
  MattraApplication *application;
  const char *language;
} Given;

static const struct
{
  const char *name;
  int width;
  int height;
} sizes[] = {
  { "", 1366, 768 },
  { "-narrow", 640, 720 },
};

static void
copy_sample (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *sample = g_build_filename (g_getenv ("MATTRA_DATA_DIR"), "samples", "dontawan-2569.mattra", NULL);
  g_autoptr (GFile) from = g_file_new_for_path (sample);
  g_autoptr (GFile) to = NULL;

  self->folder = g_dir_make_tmp ("mattra-pictures-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "ดอนตะวัน-2569.mattra", NULL);
  to = g_file_new_for_path (self->path);
  g_file_copy (from, to, G_FILE_COPY_NONE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static gboolean
has_session (gpointer data)
{
  return mattra_window_get_session (data) != NULL;
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  const Given *given = data;

  picture_set_language (given->language);
  copy_sample (self);
  self->window = mattra_window_new (given->application);
  gtk_window_set_default_size (GTK_WINDOW (self->window), sizes[0].width, sizes[0].height);
  gtk_window_present (GTK_WINDOW (self->window));
  picture_settle ();
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_autofree char *command = g_strdup_printf ("rm -r %s", self->folder);

  gtk_window_close (GTK_WINDOW (self->window));
  picture_settle ();
  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
  g_free (self->folder);
  g_free (self->path);
}

static void
open_sample (Fixture *self)
{
  MattraDate day = MATTRA_DATE_NONE;
  MattraSession *session = NULL;

  mattra_window_open (self->window, self->path, FALSE);
  picture_wait (has_session, self->window);
  session = mattra_window_get_session (self->window);
  mattra_date_parse_iso (DAY_OF_PICTURES, &day);
  mattra_clock_set_fixed (mattra_session_get_clock (session), day);
  mattra_session_wait (session);
  picture_settle ();
}

static void
take (const Given *given,
      GtkWidget   *window,
      const char  *screen,
      guint        size)
{
  g_autofree char *name = g_strconcat (given->language, "-", screen, sizes[size].name, NULL);

  picture_save_both (window, name);
}

static void
act (Fixture    *self,
     const char *action)
{
  g_action_group_activate_action (G_ACTION_GROUP (self->window), action, NULL);
  picture_settle ();
}

static void
show_division (Fixture *self)
{
  MattraSession *session = mattra_window_get_session (self->window);
  MattraDivisionList *divisions = mattra_plan_get_divisions (mattra_session_get_plan (session));

  mattra_session_set_division (session, mattra_division_list_get (divisions, 0)->id);
  mattra_session_wait (session);
  picture_settle ();
}

/* Switches of the window, put on for their picture and off again. */
static const char *const switches[] = { "form", "checks", "search", "replace" };

static void
take_switches (Fixture     *self,
               const Given *given,
               guint        size)
{
  for (guint i = 0; i < G_N_ELEMENTS (switches); i++)
    {
      if (!g_action_group_has_action (G_ACTION_GROUP (self->window), switches[i]))
        continue;
      act (self, switches[i]);
      take (given, GTK_WIDGET (self->window), switches[i], size);
      act (self, switches[i]);
    }
}

/* What a search leaves fits into the view: the scroll bar goes, and comes back with the other rows. */
static void
take_hits (Fixture     *self,
           const Given *given,
           guint        size)
{
  static const char *const typed[] = { "A", "Ad", "Admin", "" };
  MattraTablePage *table = mattra_register_page_get_table (mattra_window_get_page (self->window));
  GListModel *list = G_LIST_MODEL (mattra_table_page_get_list (table));

  mattra_table_page_set_search_shown (table, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      mattra_table_page_set_search (table, typed[i]);
      mattra_session_wait (mattra_window_get_session (self->window));
      picture_settle ();
      if (g_str_equal (typed[i], "Admin"))
        {
          g_assert_cmpuint (g_list_model_get_n_items (list), ==, 1);
          take (given, GTK_WIDGET (self->window), "hits", size);
        }
    }
  mattra_table_page_set_search_shown (table, FALSE);
  g_assert_cmpuint (g_list_model_get_n_items (list), >, 1);
}

static void
take_screens (Fixture     *self,
              const Given *given,
              guint        size)
{
  gtk_window_set_default_size (GTK_WINDOW (self->window), sizes[size].width, sizes[size].height);
  picture_settle ();
  mattra_session_set_division (mattra_window_get_session (self->window), NULL);
  picture_settle ();
  take (given, GTK_WIDGET (self->window), "all", size);
  take_hits (self, given, size);
  show_division (self);
  take (given, GTK_WIDGET (self->window), "division", size);
  take_switches (self, given, size);
}

static void
test_screens (Fixture       *self,
              gconstpointer  data)
{
  const Given *given = data;

  for (guint size = 0; size < G_N_ELEMENTS (sizes); size++)
    {
      gtk_window_set_default_size (GTK_WINDOW (self->window), sizes[size].width, sizes[size].height);
      take (given, GTK_WIDGET (self->window), "start", size);
    }
  open_sample (self);
  for (guint size = 0; size < G_N_ELEMENTS (sizes); size++)
    take_screens (self, given, size);
}

static GtkWindow *
find_dialog (Fixture *self)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (GTK_WIDGET (window) != GTK_WIDGET (self->window) && gtk_widget_get_mapped (GTK_WIDGET (window)))
        return window;
    }
  return NULL;
}

/* Windows that an action opens above the window. */
static void
test_dialogs (Fixture       *self,
              gconstpointer  data)
{
  static const char *const dialogs[] = { "new-register", "preferences", "import", "print", "export" };
  const Given *given = data;

  open_sample (self);
  for (guint i = 0; i < G_N_ELEMENTS (dialogs); i++)
    {
      GActionGroup *group = G_ACTION_GROUP (given->application);
      GtkWindow *dialog = NULL;

      if (g_action_group_has_action (G_ACTION_GROUP (self->window), dialogs[i]))
        group = G_ACTION_GROUP (self->window);
      else if (!g_action_group_has_action (group, dialogs[i]))
        continue;
      g_action_group_activate_action (group, dialogs[i], NULL);
      picture_settle ();
      dialog = find_dialog (self);
      g_assert_nonnull (dialog);
      take (given, GTK_WIDGET (dialog), dialogs[i], 0);
      gtk_window_destroy (dialog);
    }
}

/* The one that build-aux/run takes. */
static void
test_table (Fixture       *self,
            gconstpointer  data)
{
  const Given *given = data;

  open_sample (self);
  show_division (self);
  take (given, GTK_WIDGET (self->window), "table", 0);
}

static MattraApplication *
start_program (void)
{
  MattraApplication *application = mattra_application_new ();
  g_autoptr (GError) error = NULL;

  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  return application;
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *name;
    void (*test) (Fixture       *self,
                  gconstpointer  data);
  } tests[] = { { "screens", test_screens }, { "dialogs", test_dialogs }, { "table", test_table } };
  g_autoptr (MattraApplication) application = NULL;
  Given given[2] = { { NULL, "th" }, { NULL, "en" } };

  picture_init (&argc, &argv);
  application = start_program ();
  for (guint i = 0; i < G_N_ELEMENTS (given); i++)
    for (guint k = 0; k < G_N_ELEMENTS (tests); k++)
      {
        g_autofree char *path = g_strdup_printf ("/pictures/%s/%s", given[i].language, tests[k].name);

        given[i].application = application;
        g_test_add (path, Fixture, &given[i], set_up, tests[k].test, tear_down);
      }
  return g_test_run ();
}
