/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>

#include "mattra-digits.h"
#include "mattra-settings.h"

static void
test_defaults (void)
{
  g_autoptr (GSettings) settings = mattra_settings_new ();

  g_assert_cmpint (g_settings_get_enum (settings, "language"), ==, MATTRA_LANGUAGE_SYSTEM);
  g_assert_cmpint (g_settings_get_enum (settings, "color-scheme"), ==, MATTRA_SCHEME_SYSTEM);
  g_assert_cmpint (g_settings_get_enum (settings, "digits"), ==, MATTRA_DIGITS_THAI);
  g_assert_true (g_settings_get_boolean (settings, "notifications"));
}

/* The words of the file and the numbers of the code are the same. */
static void
test_values (void)
{
  static const struct
  {
    const char *key;
    const char *word;
    int value;
  } words[] = {
    { "language", "th", MATTRA_LANGUAGE_THAI },
    { "language", "en", MATTRA_LANGUAGE_ENGLISH },
    { "digits", "western", MATTRA_DIGITS_WESTERN },
    { "color-scheme", "light", MATTRA_SCHEME_LIGHT },
    { "color-scheme", "dark", MATTRA_SCHEME_DARK },
  };
  g_autoptr (GSettings) settings = mattra_settings_new ();

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_assert_true (g_settings_set_string (settings, words[i].key, words[i].word));
      g_assert_cmpint (g_settings_get_enum (settings, words[i].key), ==, words[i].value);
      g_settings_reset (settings, words[i].key);
    }
}

static void
test_shared (void)
{
  g_autoptr (GSettings) one = mattra_settings_new ();
  g_autoptr (GSettings) other = mattra_settings_new ();
  g_autofree char *person = NULL;

  g_settings_set_string (one, "person", "นางสาวสมใจ ใจดี");
  person = g_settings_get_string (other, "person");
  g_assert_cmpstr (person, ==, "นางสาวสมใจ ใจดี");
  g_settings_reset (one, "person");
}

/* A copy of this program in a folder of its own has no files beside it. */
static void
test_alone (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("mattra-alone-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "alone", NULL);
  g_autoptr (GFile) self = g_file_new_for_path ("/proc/self/exe");
  g_autoptr (GFile) copy = g_file_new_for_path (path);
  g_autofree char *output = NULL;
  const char *arguments[] = { path, "-p", "/ui/settings/defaults", NULL };
  g_auto (GStrv) environment = g_environ_unsetenv (g_get_environ (), "MATTRA_DATA_DIR");
  int status = 0;

  g_assert_no_error (error);
  environment = g_environ_setenv (environment, "XDG_DATA_DIRS", folder, TRUE);
  g_file_copy (self, copy, G_FILE_COPY_NONE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_spawn_sync (NULL, (char **) arguments, environment, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
  g_remove (path);
  g_rmdir (folder);
}

/* Without dconf the settings are in a file of the user's, and there they stay. */
static void
test_kept (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;

  if (g_test_subprocess ())
    {
      g_autoptr (GSettings) settings = mattra_settings_new ();

      g_settings_set_string (settings, "person", "สมใจ");
      g_settings_sync ();
      return;
    }
  folder = g_dir_make_tmp ("mattra-kept-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (folder, "mattra", "settings.ini", NULL);
  g_setenv ("XDG_CONFIG_HOME", folder, TRUE);
  g_setenv ("GIO_MODULE_DIR", folder, TRUE);
  g_unsetenv ("GSETTINGS_BACKEND");
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_passed ();
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "person='สมใจ'"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/settings/defaults", test_defaults);
  g_test_add_func ("/ui/settings/values", test_values);
  g_test_add_func ("/ui/settings/shared", test_shared);
  g_test_add_func ("/ui/settings/alone", test_alone);
  g_test_add_func ("/ui/settings/kept", test_kept);
  return g_test_run ();
}
