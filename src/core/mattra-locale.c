/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-locale.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

/* An uninstalled program lies in src/ or src/ROOM/ of a build folder, with the translations in its
 * po/; how to get from the one to the other. */
static const struct
{
  const char *folder;
  const char *up;
} built_programs[] = {
  { "/src", ".." },
  { "/src/cli", "../.." },
  { "/tests/display", "../.." },
  { "/tests/benchmark", "../.." },
};

static char *
find_locale_dir (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = program ? g_path_get_dirname (program) : NULL;

  for (guint i = 0; folder && i < G_N_ELEMENTS (built_programs); i++)
    {
      g_autofree char *built = g_build_filename (folder, built_programs[i].up, "po", NULL);

      if (g_str_has_suffix (folder, built_programs[i].folder) && g_file_test (built, G_FILE_TEST_IS_DIR))
        return g_canonicalize_filename (built, NULL);
    }
  return g_strdup (MATTRA_LOCALE_DIR);
}

/**
 * mattra_locale_set_up:
 *
 * Takes the user's language for the program's messages, from its own folder of translations while it
 * is not installed. Numbers stay as C writes them. To be called once, before anything else.
 */
void
mattra_locale_set_up (void)
{
  g_autofree char *locale_dir = find_locale_dir ();

  setlocale (LC_ALL, "");
  setlocale (LC_NUMERIC, "C");
  bindtextdomain (GETTEXT_PACKAGE, locale_dir);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
}
