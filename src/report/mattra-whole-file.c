/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-whole-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "mattra-error.h"

#define BUFFER_SIZE 65536

struct _MattraWholeFile
{
  char   *path;
  char   *draft;        /* what it is called until it is whole; NULL when it has its name */
  int     fd;
  int     error_number;
  gsize   used;
  guint8 *buffer;       /* NULL when the file is whole: many may then wait for their names */
};

/**
 * mattra_whole_file_has_failed:
 * @self: a file
 * @error: (out): an error
 *
 * Tells what the disk or the folder refused.
 *
 * Returns: whether something failed, with #MATTRA_ERROR_IO
 */
gboolean
mattra_whole_file_has_failed (MattraWholeFile  *self,
                              GError          **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (self->error_number == 0)
    return FALSE;
  g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_IO,
               _("“%s” cannot be written: %s. Free space or choose another folder."),
               self->path, g_strerror (self->error_number));
  return TRUE;
}

/**
 * mattra_whole_file_open:
 * @path: the name it takes
 * @error: return location for an error
 *
 * Begins a file beside the one that has the name now.
 *
 * Returns: (transfer full): the file, or %NULL with #MATTRA_ERROR_IO if the folder refuses
 */
MattraWholeFile *
mattra_whole_file_open (const char  *path,
                        GError     **error)
{
  g_autoptr (MattraWholeFile) self = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_new0 (MattraWholeFile, 1);
  self->path = g_strdup (path);
  self->draft = g_strdup_printf ("%s.XXXXXX", path);
  self->fd = g_mkstemp_full (self->draft, O_RDWR | O_CLOEXEC, 0666);
  if (self->fd >= 0)
    {
      self->buffer = g_malloc (BUFFER_SIZE);
      return g_steal_pointer (&self);
    }

  self->error_number = errno;
  g_clear_pointer (&self->draft, g_free);
  mattra_whole_file_has_failed (self, error);
  return NULL;
}

static void
close_now (MattraWholeFile *self)
{
  if (self->fd >= 0 && close (self->fd) != 0 && self->error_number == 0)
    self->error_number = errno;
  self->fd = -1;
  g_clear_pointer (&self->buffer, g_free);
}

/**
 * mattra_whole_file_free:
 * @self: (transfer full) (nullable): a file
 *
 * Closes the file. Without its name it is gone.
 */
void
mattra_whole_file_free (MattraWholeFile *self)
{
  if (self == NULL)
    return;

  close_now (self);
  if (self->draft != NULL)
    g_unlink (self->draft);
  g_free (self->draft);
  g_free (self->path);
  g_free (self);
}

/**
 * mattra_whole_file_flush:
 * @self: a file
 *
 * Hands what is held back to the system, so that it can be read there.
 *
 * Returns: %FALSE if the disk refuses; mattra_whole_file_has_failed() tells why
 */
gboolean
mattra_whole_file_flush (MattraWholeFile *self)
{
  gsize written = 0;

  g_return_val_if_fail (self != NULL, FALSE);

  while (self->error_number == 0 && written < self->used)
    {
      gssize n = write (self->fd, self->buffer + written, self->used - written);

      if (n >= 0)
        written += (gsize) n;
      else if (errno != EINTR)
        self->error_number = errno;
    }
  self->used = 0;
  return self->error_number == 0;
}

/**
 * mattra_whole_file_write:
 * @self: a file
 * @data: (array length=length): what is appended
 * @length: how many bytes these are
 *
 * Appends to the file.
 *
 * Returns: %FALSE if the disk refuses; mattra_whole_file_has_failed() tells why
 */
gboolean
mattra_whole_file_write (MattraWholeFile *self,
                         const void      *data,
                         gsize            length)
{
  const guint8 *from = data;

  g_return_val_if_fail (self != NULL, FALSE);

  while (length > 0)
    {
      gsize n = MIN (length, BUFFER_SIZE - self->used);

      memcpy (self->buffer + self->used, from, n);
      self->used += n;
      from += n;
      length -= n;
      if (self->used == BUFFER_SIZE && !mattra_whole_file_flush (self))
        return FALSE;
    }
  return self->error_number == 0;
}

/**
 * mattra_whole_file_get_fd:
 * @self: a file
 *
 * Returns: where what was flushed can be read
 */
int
mattra_whole_file_get_fd (MattraWholeFile *self)
{
  g_return_val_if_fail (self != NULL, -1);

  return self->fd;
}

/* The name is on the disk only when its folder is. A file system that cannot do that is no error. */
static void
sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (fd >= 0)
    {
      fsync (fd);
      close (fd);
    }
}

/**
 * mattra_whole_file_end:
 * @self: a file
 * @error: return location for an error
 *
 * Puts the whole file on the disk, still without its name.
 *
 * Returns: %FALSE with #MATTRA_ERROR_IO if the disk refuses
 */
gboolean
mattra_whole_file_end (MattraWholeFile  *self,
                       GError          **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (self->fd >= 0 && mattra_whole_file_flush (self)
      && fsync (self->fd) != 0 && errno != EINVAL && errno != ENOTSUP)
    self->error_number = errno;
  close_now (self);
  return !mattra_whole_file_has_failed (self, error);
}

/**
 * mattra_whole_file_take_name:
 * @self: a file
 * @error: return location for an error
 *
 * Ends the file, and puts it in the place of what has its name.
 *
 * Returns: %FALSE with #MATTRA_ERROR_IO if the disk or the folder refuses; what had the name is then still there
 */
gboolean
mattra_whole_file_take_name (MattraWholeFile  *self,
                             GError          **error)
{
  g_return_val_if_fail (self != NULL && self->draft != NULL, FALSE);

  if (!mattra_whole_file_end (self, error))
    return FALSE;
  if (g_rename (self->draft, self->path) != 0)
    self->error_number = errno;
  if (mattra_whole_file_has_failed (self, error))
    return FALSE;

  g_clear_pointer (&self->draft, g_free);
  sync_folder (self->path);
  return TRUE;
}
