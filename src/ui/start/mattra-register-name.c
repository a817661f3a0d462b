/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-register-name.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mattra-choose-file.h"
#include "mattra-recent.h"

/* How many files of one name are counted up before the name is proposed as it is. */
#define N_TRIES 100

/* File systems take 255 bytes; a long name in Thai has three for a letter. */
#define NAME_LETTERS 48

typedef struct
{
  const char *whole;
  const char *brief;
} Abbreviation;

static const Abbreviation abbreviations[] = {
  { "องค์การบริหารส่วนตำบล", "อบต." },
  { "องค์การบริหารส่วนจังหวัด", "อบจ." },
};

static char *
shorten (const char *organisation)
{
  for (guint i = 0; i < G_N_ELEMENTS (abbreviations); i++)
    if (g_str_has_prefix (organisation, abbreviations[i].whole))
      return g_strconcat (abbreviations[i].brief, organisation + strlen (abbreviations[i].whole), NULL);

  return g_strdup (*organisation != '\0' ? organisation : _("Register"));
}

static char *
file_stem (const char *organisation,
           int         fiscal_year)
{
  g_autofree char *brief = shorten (organisation);
  g_autofree char *cut = g_utf8_substring (brief, 0, MIN (g_utf8_strlen (brief, -1), NAME_LETTERS));

  g_strdelimit (cut, "/\\:*?\"<>|\n\t", ' ');
  g_strstrip (cut);
  return g_strdup_printf ("%s %d", cut, fiscal_year);
}

/**
 * mattra_register_name_own_folder:
 *
 * Returns: (transfer full): path of the folder in which the user keeps papers
 */
char *
mattra_register_name_own_folder (void)
{
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);

  return g_strdup (documents && g_file_test (documents, G_FILE_TEST_IS_DIR) ? documents : g_get_home_dir ());
}

/**
 * mattra_register_name_propose:
 * @organisation: name of an office; may be empty
 * @fiscal_year: fiscal year, B.E.
 *
 * Proposes where a new register is kept: among the user's documents, under the office's short name and
 * the year, counted up past files that are there.
 *
 * Returns: (transfer full): a path
 */
char *
mattra_register_name_propose (const char *organisation,
                              int         fiscal_year)
{
  g_autofree char *folder = NULL;
  g_autofree char *stem = NULL;
  char *path = NULL;

  g_return_val_if_fail (organisation != NULL, NULL);

  folder = mattra_register_name_own_folder ();
  stem = file_stem (organisation, fiscal_year);
  for (guint i = 1; i <= N_TRIES; i++)
    {
      g_autofree char *counted = i > 1 ? g_strdup_printf ("%s (%u)", stem, i) : g_strdup (stem);
      g_autofree char *name = g_strconcat (counted, MATTRA_REGISTER_SUFFIX, NULL);

      g_free (path);
      path = g_build_filename (folder, name, NULL);
      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        break;
    }

  return path;
}

/**
 * mattra_register_name_choose_async:
 * @parent: the window that asks
 * @path: the path proposed
 * @cancellable: (nullable): gives the question up
 * @callback: called when the user has answered
 * @user_data: for @callback
 *
 * Asks where a new register is to be kept. The answer is what mattra_choose_file_finish() gives.
 */
void
mattra_register_name_choose_async (GtkWindow           *parent,
                                   const char          *path,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  static const char *const patterns[] = { "*" MATTRA_REGISTER_SUFFIX, NULL };
  g_autofree char *name = NULL;
  g_autofree char *folder_path = NULL;
  g_autoptr (GFile) folder = NULL;
  MattraFileWish wish = {
    .title = _("Where to Keep the Register"),
    .accept = _("_Choose"),
    .save = TRUE,
    .filter = _("Registers of measures"),
    .patterns = patterns,
  };

  g_return_if_fail (GTK_IS_WINDOW (parent) && path != NULL);

  wish.name = name = g_path_get_basename (path);
  folder_path = g_path_get_dirname (path);
  wish.folder = folder = g_file_new_for_path (folder_path);
  mattra_choose_file_async (parent, &wish, cancellable, callback, user_data);
}

/**
 * mattra_register_name_complete:
 * @path: a path as the user named it
 *
 * Returns: (transfer full): the path with the ending of a register's name
 */
char *
mattra_register_name_complete (const char *path)
{
  g_return_val_if_fail (path != NULL, NULL);

  return mattra_recent_is_register (path) ? g_strdup (path) : g_strconcat (path, MATTRA_REGISTER_SUFFIX, NULL);
}
