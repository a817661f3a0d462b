/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-settings.h"

#define G_SETTINGS_ENABLE_BACKEND
#include <gio/gsettingsbackend.h>
#include <glib/gstdio.h>

#include "mattra-data.h"

#define SCHEMA_ID "io.github.mattra.Mattra"
#define SCHEMA_PATH "/io/github/mattra/Mattra/"
#define COMPILED "gschemas.compiled"
#define RESOURCE SCHEMA_PATH COMPILED

static GSettingsSchema *
look_in_folder (const char *folder)
{
  g_autoptr (GSettingsSchemaSource) source = NULL;

  source = g_settings_schema_source_new_from_directory (folder, NULL, TRUE, NULL);
  return source ? g_settings_schema_source_lookup (source, SCHEMA_ID, FALSE) : NULL;
}

static GSettingsSchema *
look_among_data (void)
{
  g_autofree char *path = mattra_data_find (COMPILED, NULL);
  g_autofree char *folder = path ? g_path_get_dirname (path) : NULL;

  return folder ? look_in_folder (folder) : NULL;
}

static GSettingsSchema *
look_in_system (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();

  return source ? g_settings_schema_source_lookup (source, SCHEMA_ID, TRUE) : NULL;
}

/* A source is always read from a folder; it stays mapped when the folder is gone. */
static GSettingsSchema *
look_inside_program (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_resources_lookup_data (RESOURCE, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  g_autofree char *folder = bytes ? g_dir_make_tmp ("mattra-XXXXXX", &error) : NULL;
  g_autofree char *path = folder ? g_build_filename (folder, COMPILED, NULL) : NULL;
  GSettingsSchema *schema = NULL;

  if (path && g_file_set_contents (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error))
    schema = look_in_folder (folder);
  if (schema == NULL)
    g_error ("%s: %s", SCHEMA_ID, error ? error->message : "damaged");
  g_remove (path);
  g_rmdir (folder);
  return schema;
}

/* Without dconf GLib would keep settings in memory alone; a PC with a small desktop keeps them too.
 * GLib registers what dconf brings when it loads its modules, as it does for the first VFS. */
static GSettingsBackend *
choose_backend (void)
{
  const char *named = g_getenv ("GSETTINGS_BACKEND");
  GIOExtensionPoint *point;
  g_autofree char *path = NULL;

  g_vfs_get_default ();
  point = g_io_extension_point_lookup (G_SETTINGS_BACKEND_EXTENSION_POINT_NAME);
  if ((named && *named) || (point && g_io_extension_point_get_extension_by_name (point, "dconf")))
    return NULL;
  path = g_build_filename (g_get_user_config_dir (), "mattra", "settings.ini", NULL);
  return g_keyfile_settings_backend_new (path, SCHEMA_PATH, "mattra");
}

/**
 * mattra_settings_new:
 *
 * Gives the user's settings. Their schema is taken from beside the program or where it was installed;
 * without either the settings begin with their defaults and are forgotten at the end.
 *
 * Returns: (transfer full): the settings
 */
GSettings *
mattra_settings_new (void)
{
  g_autoptr (GSettingsSchema) schema = look_among_data ();
  g_autoptr (GSettingsBackend) backend = NULL;

  if (schema == NULL)
    schema = look_in_system ();
  if (schema)
    return g_settings_new_full (schema, backend = choose_backend (), NULL);
  schema = look_inside_program ();
  backend = g_memory_settings_backend_new ();
  return g_settings_new_full (schema, backend, NULL);
}
