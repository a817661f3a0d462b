/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-read-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "mattra-error.h"

static gboolean
refuse (GError     **error,
        MattraError  code,
        const char  *path,
        const char  *why)
{
  g_set_error (error, MATTRA_ERROR, code, "%s: %s", path, why);
  return FALSE;
}

/* Looks at what was opened: what has the name may be another file by now. */
static gboolean
check_kind (int          file,
            const char  *path,
            gsize        most,
            GStatBuf    *info,
            GError     **error)
{
  if (fstat (file, info) != 0)
    return refuse (error, MATTRA_ERROR_IO, path, g_strerror (errno));
  if (S_ISDIR (info->st_mode))
    return refuse (error, MATTRA_ERROR_INVALID, path, _("is no file but a folder; choose a file in it"));
  if (!S_ISREG (info->st_mode))
    return refuse (error, MATTRA_ERROR_INVALID, path, _("is no file but a device or a pipe; choose a file"));
  if (info->st_size == 0)
    return refuse (error, MATTRA_ERROR_INVALID, path, _("is empty"));
  if ((guint64) info->st_size <= most)
    return TRUE;
  g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID, _("%s: is larger than %u MiB, the most that is read"), path,
               (guint) (most / (1024 * 1024)));
  return FALSE;
}

/* Reads up to one byte more than the file had: what grows meanwhile is noticed, and never read to an end. */
static gboolean
read_whole (int          file,
            const char  *path,
            guint8      *data,
            gsize        length,
            GError     **error)
{
  gsize done = 0;

  while (done <= length)
    {
      gssize n = read (file, data + done, length + 1 - done);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        {
          g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_IO, _("%s: cannot be read: %s"), path, g_strerror (errno));
          return FALSE;
        }
      if (n == 0)
        break;
      done += n;
    }
  return done == length
         || refuse (error, MATTRA_ERROR_CONFLICT, path, _("was changed by another program while it was read; try again"));
}

static GBytes *
read_opened (int          file,
             const char  *path,
             gsize        most,
             GError     **error)
{
  GStatBuf before;
  GStatBuf after;
  g_autofree guint8 *data = NULL;

  if (!check_kind (file, path, most, &before, error))
    return NULL;
  data = g_try_malloc (before.st_size + 1);
  if (data == NULL)
    {
      refuse (error, MATTRA_ERROR_IO, path, _("is too large for the memory of this computer"));
      return NULL;
    }
  if (!read_whole (file, path, data, before.st_size, error))
    return NULL;
  if (fstat (file, &after) != 0 || after.st_size != before.st_size || after.st_mtim.tv_sec != before.st_mtim.tv_sec
      || after.st_mtim.tv_nsec != before.st_mtim.tv_nsec)
    {
      refuse (error, MATTRA_ERROR_CONFLICT, path, _("was changed by another program while it was read; try again"));
      return NULL;
    }
  return g_bytes_new_take (g_steal_pointer (&data), before.st_size);
}

/**
 * mattra_read_file:
 * @path: a file
 * @most: the most bytes that it may have
 * @error: why not: %MATTRA_ERROR_NOT_FOUND, %MATTRA_ERROR_DENIED for one that may not be read, %MATTRA_ERROR_INVALID for
 *   what is no file, is empty or too large, %MATTRA_ERROR_CONFLICT for one that changes meanwhile, %MATTRA_ERROR_IO
 *
 * Reads a file that the user has chosen: a picture, a scan, a PDF, evidence. Whether it may be read is decided before
 * any of it is; a pipe or a device is not waited for.
 *
 * Returns: (transfer full) (nullable): its bytes
 */
GBytes *
mattra_read_file (const char  *path,
                  gsize        most,
                  GError     **error)
{
  GBytes *bytes;
  int file;

  g_return_val_if_fail (path != NULL, NULL);

  file = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY, 0);
  if (file < 0 && (errno == EACCES || errno == EPERM))
    refuse (error, MATTRA_ERROR_DENIED, path, _("may not be read; ask who keeps the file for the right to, or copy it"));
  else if (file < 0)
    refuse (error, MATTRA_ERROR_NOT_FOUND, path, _("is not there or cannot be read"));
  if (file < 0)
    return NULL;
  bytes = read_opened (file, path, most, error);
  close (file);
  return bytes;
}
