/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <gio/gio.h>
#include <glib/gstdio.h>

/* G_TEST_SRCDIR is tests/ of the source tree. */
static char *
source_path (const char *relative)
{
  return g_test_build_filename (G_TEST_DIST, "..", relative, NULL);
}

/* Files that gettext reads, and what tells that one has something for a translator. */
static const struct
{
  const char *suffix;
  const char *pattern;
} sources[] = {
  { ".c", "\\b(N?_|NC?_|C_|n?gettext) ?\\(" },
  { ".ui", "translatable=\"(yes|true|1)\"" },
  { ".desktop.in", "^(Name|Comment|Keywords)=" },
  { ".metainfo.xml.in", "<(summary|p|li|caption)>" },
  { ".mime.xml.in", "<comment>" },
};

static gboolean
has_messages (const char *path)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    if (g_str_has_suffix (path, sources[i].suffix))
      {
        g_file_get_contents (path, &text, NULL, &error);
        g_assert_no_error (error);
        return g_regex_match_simple (sources[i].pattern, text, G_REGEX_MULTILINE, 0);
      }
  return FALSE;
}

static void
check_folder (const char         *relative,
              const char *const  *listed)
{
  g_autofree char *folder = source_path (relative);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  const char *name;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *place = g_build_filename (relative, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        check_folder (place, listed);
      else if (has_messages (path) && !g_strv_contains (listed, place))
        {
          g_test_message ("%s holds messages and is not in po/POTFILES.in", place);
          g_test_fail ();
        }
    }
}

static char **
read_list (const char *relative)
{
  g_autofree char *path = source_path (relative);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return g_strsplit (text, "\n", -1);
}

static void
test_potfiles_complete (void)
{
  static const char *const folders[] = { "src", "resources", "data" };
  g_auto (GStrv) listed = read_list ("po/POTFILES.in");

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    check_folder (folders[i], (const char *const *) listed);
}

static void
test_potfiles_exist (void)
{
  g_auto (GStrv) listed = read_list ("po/POTFILES.in");

  for (guint i = 0; listed[i]; i++)
    {
      g_autofree char *path = source_path (listed[i]);

      if (listed[i][0] != '\0' && listed[i][0] != '#' && !g_file_test (path, G_FILE_TEST_IS_REGULAR))
        {
          g_test_message ("po/POTFILES.in names %s, which does not exist", listed[i]);
          g_test_fail ();
        }
    }
}

static void
run_tool (const char *const *arguments)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *output = NULL;
  g_autofree char *errors = NULL;
  int status = 0;

  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, &errors,
                &status, &error);
  g_assert_no_error (error);
  if (g_spawn_check_wait_status (status, &error))
    return;
  g_test_message ("%s: %s%s", arguments[0], output, errors);
  g_test_fail ();
}

/* Every message of the sources has a Thai text that is neither empty nor fuzzy, and formats agree. */
static void
test_thai_complete (void)
{
  g_autofree char *tools = g_find_program_in_path ("xgettext");
  g_autofree char *top = source_path (".");
  g_autofree char *potfiles = source_path ("po/POTFILES.in");
  g_autofree char *thai = source_path ("po/th.po");
  g_autofree char *folder = g_dir_make_tmp ("mattra-po-XXXXXX", NULL);
  g_autofree char *pot = g_build_filename (folder, "mattra.pot", NULL);

  if (tools == NULL)
    {
      g_test_skip ("gettext's tools are not installed");
      return;
    }
  run_tool ((const char *[]) { "xgettext", "--from-code=UTF-8", "--keyword=_", "--keyword=N_", "--keyword=C_:1c,2",
                               "--flag=_:1:pass-c-format", "--flag=N_:1:pass-c-format",
                               "--directory", top, "--files-from", potfiles, "--output", pot, NULL });
  run_tool ((const char *[]) { "msgcmp", thai, pot, NULL });
  run_tool ((const char *[]) { "msgfmt", "--check", "--output-file=/dev/null", thai, NULL });
  g_remove (pot);
  g_rmdir (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/translations/potfiles-complete", test_potfiles_complete);
  g_test_add_func ("/cli/translations/potfiles-exist", test_potfiles_exist);
  g_test_add_func ("/cli/translations/thai-complete", test_thai_complete);
  return g_test_run ();
}
