/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-locale.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <stdlib.h>
#include <unistd.h>

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
  { "/tests/displayless", "../.." },
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

/* The head of the catalogue in use is the translation of the empty text. */
static gboolean
is_translated (void)
{
  return *dgettext (GETTEXT_PACKAGE, "") != '\0';
}

/* gettext translates nothing while the messages' locale is C, from glibc 2.39 on not even in C.UTF-8,
 * and a language is chosen by LANGUAGE alone: any locale of the PC will do. */
static gboolean
try_locales (void)
{
  static const char *const locales[] = { "th_TH.UTF-8", "en_US.UTF-8", "en_GB.UTF-8", "C.UTF-8" };

  for (guint i = 0; i < G_N_ELEMENTS (locales); i++)
    if (setlocale (LC_MESSAGES, locales[i]) && is_translated ())
      return TRUE;
  return FALSE;
}

/* A PC without one has at least the files of C.UTF-8. Under another name, in a folder that setlocale()
 * is told to look in for this call, they make a locale in which gettext translates. */
static void
borrow_locale (void)
{
  static const char *const sources[] = { "/usr/lib/locale/C.utf8", "/usr/lib/locale/C.UTF-8" };
  g_autofree char *folder = g_dir_make_tmp ("mattra-locale-XXXXXX", NULL);
  g_autofree char *link = folder ? g_build_filename (folder, "th_TH.UTF-8", NULL) : NULL;
  g_autofree char *before = g_strdup (g_getenv ("LOCPATH"));

  for (guint i = 0; link && i < G_N_ELEMENTS (sources); i++)
    if (g_file_test (sources[i], G_FILE_TEST_IS_DIR) && symlink (sources[i], link) == 0)
      {
        g_setenv ("LOCPATH", folder, TRUE);
        setlocale (LC_MESSAGES, "th_TH.UTF-8");
        g_unsetenv ("LOCPATH");
        g_remove (link);
      }
  if (before)
    g_setenv ("LOCPATH", before, TRUE);
  if (folder)
    g_rmdir (folder);
}

/**
 * mattra_locale_use_language:
 * @language: a language, such as "th" or "en"
 *
 * Takes a language for the messages of this process, its libraries and what it starts, also on a PC
 * that has no locale of that language. To be called while there is one thread.
 */
void
mattra_locale_use_language (const char *language)
{
  g_return_if_fail (language != NULL);

  g_setenv ("LANGUAGE", language, TRUE);
  if (is_translated () || g_str_has_prefix (language, "en"))
    return;
  if (!try_locales ())
    borrow_locale ();
}

/* What the environment asks for by LANGUAGE, LC_ALL, LC_MESSAGES or LANG. */
static gboolean
is_thai_wanted (void)
{
  const char *wanted = g_get_language_names ()[0];

  return g_str_has_prefix (wanted, "th_") || g_str_equal (wanted, "th");
}

/**
 * mattra_locale_set_up:
 *
 * Takes the user's language for the program's messages, from its own folder of translations while it
 * is not installed; Thai also where the PC has no Thai locale. Numbers stay as C writes them. To be
 * called once, before anything else.
 */
void
mattra_locale_set_up (void)
{
  g_autofree char *locale_dir = find_locale_dir ();

  if (setlocale (LC_ALL, "") == NULL)
    setlocale (LC_ALL, "C.UTF-8");
  setlocale (LC_NUMERIC, "C");
  bindtextdomain (GETTEXT_PACKAGE, locale_dir);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  if (is_thai_wanted () && !is_translated ())
    mattra_locale_use_language ("th");
}

/**
 * mattra_locale_add_library:
 * @domain: the messages of a library
 *
 * Gives a library messages from the program's own files where it has none in the user's language. To
 * be called after the library bound its own.
 */
void
mattra_locale_add_library (const char *domain)
{
  g_autofree char *locale_dir = NULL;
  g_autofree char *own = NULL;
  g_autofree char *before = NULL;

  g_return_if_fail (domain != NULL);

  if (*dgettext (domain, "") != '\0')
    return;
  before = g_strdup (bindtextdomain (domain, NULL));
  locale_dir = find_locale_dir ();
  own = g_str_equal (locale_dir, MATTRA_LOCALE_DIR) ? g_strdup (PKGDATADIR "/locale")
                                                    : g_build_filename (locale_dir, "toolkit", NULL);
  bindtextdomain (domain, own);
  if (*dgettext (domain, "") == '\0' && before)
    bindtextdomain (domain, before);
}
