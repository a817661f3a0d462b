/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-about.h"
#include "mattra-application.h"
#include "mattra-help-window.h"
#include "mattra-shortcuts.h"
#include "picture.h"
#include "seek.h"

static const char *const languages[] = { "th", "en" };

static void
take (GtkWindow  *window,
      const char *what,
      const char *language)
{
  g_autofree char *name = g_strdup_printf ("%s-%s", what, language);

  picture_save_both (GTK_WIDGET (window), name);
}

/* On a narrow window a page takes the place of the list. */
static void
open_first (GtkWindow *window)
{
  GtkWidget *list = seek (GTK_WIDGET (window), GTK_TYPE_LIST_BOX, NULL);

  g_signal_emit_by_name (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0), "activate");
  picture_settle ();
}

static void
test_help (void)
{
  static const struct
  {
    const char *page;
    const char *words;
  } said[] = { { "first", "ทะเบียนมาตรการ" }, { "trouble", "ไฟดับ" } };
  GtkWindow *window = NULL;

  picture_set_language ("th");
  window = GTK_WINDOW (mattra_help_window_new ());
  gtk_window_present (window);
  for (guint i = 0; i < G_N_ELEMENTS (said); i++)
    {
      mattra_help_window_show (MATTRA_HELP_WINDOW (window), said[i].page);
      g_assert_nonnull (seek (GTK_WIDGET (window), GTK_TYPE_LABEL, said[i].words));
    }
  gtk_window_destroy (window);
}

/* The arrows turn the pages from the first moment on. */
static void
test_help_keys (void)
{
  GtkWindow *window = GTK_WINDOW (mattra_help_window_new ());
  GtkListBox *list = GTK_LIST_BOX (seek (GTK_WIDGET (window), GTK_TYPE_LIST_BOX, NULL));
  GtkListBoxRow *first = gtk_list_box_get_row_at_index (list, 0);

  gtk_window_present (window);
  picture_settle ();
  g_assert_true (gtk_window_get_focus (window) == GTK_WIDGET (first));
  g_signal_emit_by_name (list, "move-cursor", GTK_MOVEMENT_DISPLAY_LINES, 1, FALSE, FALSE);
  g_assert_true (gtk_list_box_get_selected_row (list) == gtk_list_box_get_row_at_index (list, 1));
  gtk_window_destroy (window);
}

static void
test_help_pictures (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      GtkWindow *window = NULL;

      picture_set_language (languages[i]);
      window = GTK_WINDOW (mattra_help_window_new ());
      gtk_window_present (window);
      take (window, "help", languages[i]);
      mattra_help_window_show (MATTRA_HELP_WINDOW (window), "keys");
      take (window, "help-keys", languages[i]);
      gtk_window_set_default_size (window, 420, 680);
      take (window, "help-list", languages[i]);
      open_first (window);
      take (window, "help-narrow", languages[i]);
      seek_click (GTK_WIDGET (window), i == 0 ? "ทุกหน้า" : "All Pages");
      gtk_window_destroy (window);
    }
}

static void
test_shortcuts (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      GtkWindow *window = NULL;

      picture_set_language (languages[i]);
      window = mattra_shortcuts_present (NULL);
      take (window, "shortcuts", languages[i]);
      g_object_set (window, "section-name", "window", NULL);
      take (window, "shortcuts-window", languages[i]);
      gtk_window_destroy (window);
    }
}

static gboolean
is_listed (GPtrArray  *shortcuts,
           const char *key)
{
  guint keyval = 0, modifiers = 0;

  gtk_accelerator_parse (key, &keyval, (GdkModifierType *) &modifiers);
  for (guint i = 0; i < shortcuts->len; i++)
    {
      g_autofree char *keys = NULL;
      g_auto (GStrv) all = NULL;

      g_object_get (g_ptr_array_index (shortcuts, i), "accelerator", &keys, NULL);
      all = g_strsplit (keys ? keys : "", " ", -1);
      for (guint j = 0; all[j]; j++)
        {
          guint other = 0, other_modifiers = 0;

          gtk_accelerator_parse (all[j], &other, (GdkModifierType *) &other_modifiers);
          if (other == keyval && other_modifiers == modifiers)
            return TRUE;
        }
    }
  return FALSE;
}

/* Each key of the program stands in the window of the keys. */
static void
test_shortcuts_complete (void)
{
  g_autoptr (MattraApplication) application = mattra_application_new ();
  g_auto (GStrv) actions = NULL;
  g_autoptr (GPtrArray) shortcuts = NULL;
  GtkWindow *window = NULL;
  guint n_keys = 0;

  picture_set_language ("en");
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  window = mattra_shortcuts_present (NULL);
  shortcuts = seek_all (GTK_WIDGET (window), GTK_TYPE_SHORTCUTS_SHORTCUT, NULL);
  actions = gtk_application_list_action_descriptions (GTK_APPLICATION (application));
  for (guint i = 0; actions[i]; i++)
    {
      g_auto (GStrv) keys = gtk_application_get_accels_for_action (GTK_APPLICATION (application), actions[i]);

      n_keys += keys[0] != NULL;
      if (keys[0] && !is_listed (shortcuts, keys[0]))
        g_error ("%s, the key of %s, is not listed", keys[0], actions[i]);
    }
  g_assert_cmpuint (n_keys, >, 10);
  gtk_window_destroy (window);
}

static void
test_about (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      GtkWindow *window = NULL;

      picture_set_language (languages[i]);
      window = mattra_about_present (NULL);
      take (window, "about", languages[i]);
      gtk_window_destroy (window);
    }
}

int
main (int    argc,
      char **argv)
{
  picture_init (&argc, &argv);
  g_test_add_func ("/help/pages", test_help);
  g_test_add_func ("/help/keys", test_help_keys);
  g_test_add_func ("/help/pictures", test_help_pictures);
  g_test_add_func ("/help/shortcuts", test_shortcuts);
  g_test_add_func ("/help/shortcuts-complete", test_shortcuts_complete);
  g_test_add_func ("/help/about", test_about);
  return g_test_run ();
}
