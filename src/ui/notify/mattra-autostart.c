/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-autostart.h"

#include <errno.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "mattra-error.h"

/* Desktops start what has an entry here when somebody logs in: the Desktop Application Autostart Specification. */
#define FOLDER "autostart"
#define ENTRY "io.github.mattra.Mattra.background.desktop"

/**
 * mattra_autostart_dup_path:
 *
 * Returns: (transfer full): the entry by which the desktop starts the program in the background, there or not
 */
char *
mattra_autostart_dup_path (void)
{
  return g_build_filename (g_get_user_config_dir (), FOLDER, ENTRY, NULL);
}

/**
 * mattra_autostart_dup_program:
 *
 * Returns: (transfer full): the program that runs, as the desktop can start it again
 */
char *
mattra_autostart_dup_program (void)
{
  char *path = g_file_read_link ("/proc/self/exe", NULL);

  return path != NULL ? path : g_strdup ("mattra");
}

/* Of a desktop entry: in quotation marks, with four characters escaped, and these once more as a string of the file. */
static char *
quote (const char *program)
{
  GString *text = g_string_new ("\"");

  for (const char *p = program; *p != '\0'; p++)
    {
      if (*p == '\\')
        g_string_append (text, "\\\\\\\\");
      else if (*p == '"' || *p == '`' || *p == '$')
        g_string_append_printf (text, "\\\\%c", *p);
      else if (*p == '%')
        g_string_append (text, "%%");
      else
        g_string_append_c (text, *p);
    }
  g_string_append_c (text, '"');
  return g_string_free (text, FALSE);
}

static gboolean
fail (const char  *path,
      int          code,
      GError     **error)
{
  g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_IO, _("%s could not be changed: %s"), path, g_strerror (code));
  return FALSE;
}

static gboolean
write_entry (const char  *path,
             const char  *program,
             GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *quoted = quote (program);
  g_autofree char *text = g_strdup_printf ("[Desktop Entry]\n"
                                           "Type=Application\n"
                                           "Name=Mattra\n"
                                           "Exec=%s --" MATTRA_OPTION_BACKGROUND "\n"
                                           "NoDisplay=true\n"
                                           "X-GNOME-Autostart-enabled=true\n", quoted);
  g_autofree char *before = NULL;
  g_autoptr (GError) local_error = NULL;

  if (g_file_get_contents (path, &before, NULL, NULL) && g_str_equal (before, text))
    return TRUE;
  if (g_mkdir_with_parents (folder, 0700) != 0)
    return fail (folder, errno, error);
  if (g_file_set_contents (path, text, -1, &local_error))
    return TRUE;
  g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_IO, _("%s could not be changed: %s"), path, local_error->message);
  return FALSE;
}

/**
 * mattra_autostart_set:
 * @on: whether the desktop shall start the program in the background
 * @program: the program
 * @error: why that could not be said
 *
 * Writes the entry of the user's autostart folder, or takes it away.
 *
 * Returns: whether it is as wished
 */
gboolean
mattra_autostart_set (gboolean     on,
                      const char  *program,
                      GError     **error)
{
  g_autofree char *path = mattra_autostart_dup_path ();

  g_return_val_if_fail (program != NULL, FALSE);

  if (on)
    return write_entry (path, program, error);
  return g_unlink (path) == 0 || errno == ENOENT || fail (path, errno, error);
}
