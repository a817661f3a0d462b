/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <gio/gio.h>
#include <json-glib/json-glib.h>

#include "own-folder.h"

#define ID "io.github.mattra.Mattra"
#define REGISTER_TYPE "application/vnd.mattra.register"

/* A window, shown with the graphics card: no files, no network, no other program. */
static const char *const allowed[] = {
  "--socket=wayland", "--socket=fallback-x11", "--share=ipc", "--device=dri", NULL,
};

static void
test_sandbox (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "flatpak", ID ".json", NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  JsonObject *manifest = NULL;
  JsonArray *arguments = NULL;

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  manifest = json_node_get_object (json_parser_get_root (parser));
  g_assert_cmpstr (json_object_get_string_member (manifest, "id"), ==, ID);
  g_assert_cmpstr (json_object_get_string_member (manifest, "command"), ==, "mattra");
  arguments = json_object_get_array_member (manifest, "finish-args");
  for (guint i = 0; i < json_array_get_length (arguments); i++)
    if (!g_strv_contains (allowed, json_array_get_string_element (arguments, i)))
      g_error ("The sandbox is opened by %s", json_array_get_string_element (arguments, i));
}

static void
install_type (const char *folder)
{
  g_autofree char *built = g_build_filename (g_getenv ("MATTRA_DATA_DIR"), ID ".xml", NULL);
  g_autofree char *packages = g_build_filename (folder, "mime", "packages", NULL);
  g_autofree char *target = g_build_filename (packages, ID ".xml", NULL);
  g_autofree char *mime = g_build_filename (folder, "mime", NULL);
  g_autofree char *text = NULL;
  const char *command[] = { "update-mime-database", mime, NULL };
  g_autoptr (GError) error = NULL;
  int status = 0;

  g_mkdir_with_parents (packages, 0755);
  g_file_get_contents (built, &text, NULL, &error);
  g_assert_no_error (error);
  g_file_set_contents (target, text, -1, &error);
  g_assert_no_error (error);
  g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, &error));
}

/* A register is one by its name, and by its bytes where the name was lost; another database is none. */
static void
check_types (void)
{
  static const char other[100] = "SQLite format 3";
  g_autofree char *path = g_build_filename (g_getenv ("MATTRA_DATA_DIR"), "samples", "dontawan-2569.mattra", NULL);
  g_autofree char *by_name = g_content_type_guess ("ทะเบียน.mattra", NULL, 0, NULL);
  g_autofree char *by_bytes = NULL;
  g_autofree char *no_register = g_content_type_guess (NULL, (const guchar *) other, sizeof other, NULL);
  g_autofree char *bytes = NULL;
  gsize size = 0;

  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  by_bytes = g_content_type_guess (NULL, (const guchar *) bytes, MIN (size, 4096), NULL);
  g_assert_cmpstr (by_name, ==, REGISTER_TYPE);
  g_assert_cmpstr (by_bytes, ==, REGISTER_TYPE);
  g_assert_cmpstr (no_register, !=, REGISTER_TYPE);
}

static void
test_type (void)
{
  g_autofree char *tool = g_find_program_in_path ("update-mime-database");
  g_autofree char *folder = NULL;

  if (g_test_subprocess ())
    {
      check_types ();
      return;
    }
  if (tool == NULL)
    {
      g_test_skip ("update-mime-database is not installed");
      return;
    }
  folder = own_folder_new ();
  install_type (folder);
  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
  own_folder_remove (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/belonging/sandbox", test_sandbox);
  g_test_add_func ("/ui/belonging/type", test_type);
  return g_test_run ();
}
