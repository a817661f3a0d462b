/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-hold.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

/* So many characters of a digest name a register; its path may be longer than a file name can be. */
#define KEY_LENGTH 24

/* Whether @hold is still the file that @path names: another process may have removed it meanwhile. */
static gboolean
is_named (int         hold,
          const char *path)
{
  struct stat held;
  struct stat named;

  return fstat (hold, &held) == 0 && stat (path, &named) == 0 && held.st_dev == named.st_dev
         && held.st_ino == named.st_ino;
}

/**
 * mattra_hold_take:
 * @path: a file, made where it is not there
 * @error: why not: %G_IO_ERROR_BUSY where a process holds it
 *
 * Takes a file for as long as this process lives.
 *
 * Returns: what to give to mattra_hold_release(), or -1
 */
int
mattra_hold_take (const char  *path,
                  GError     **error)
{
  int hold;

  g_return_val_if_fail (path != NULL, -1);

  hold = open (path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (hold >= 0 && flock (hold, LOCK_EX | LOCK_NB) == 0 && is_named (hold, path))
    return hold;
  g_set_error_literal (error, G_IO_ERROR,
                       hold >= 0 ? G_IO_ERROR_BUSY : (int) g_io_error_from_errno (errno), g_strerror (errno));
  if (hold >= 0)
    close (hold);
  return -1;
}

/**
 * mattra_hold_release:
 * @hold: what mattra_hold_take() gave
 * @path: its file, which is removed
 *
 * Lets go of a file.
 */
void
mattra_hold_release (int         hold,
                     const char *path)
{
  g_return_if_fail (hold >= 0 && path != NULL);

  g_unlink (path);
  close (hold);
}

/**
 * mattra_state_folder:
 * @name: what is kept there
 *
 * Returns: (transfer full): a folder of this account for what windows remember, made where it is not there
 */
char *
mattra_state_folder (const char *name)
{
  char *folder = g_build_filename (g_get_user_state_dir (), "mattra", name, NULL);

  g_mkdir_with_parents (folder, 0700);
  return folder;
}

/**
 * mattra_state_key:
 * @register_path: a register
 *
 * Returns: (transfer full): a name by which what belongs to this register is kept, fit for a file
 */
char *
mattra_state_key (const char *register_path)
{
  g_autofree char *digest = NULL;
  char *real;

  g_return_val_if_fail (register_path != NULL, NULL);

  real = realpath (register_path, NULL);
  digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, real != NULL ? real : register_path, -1);
  free (real);
  return g_strndup (digest, KEY_LENGTH);
}
