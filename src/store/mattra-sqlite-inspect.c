/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-sqlite.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include "mattra-error-detail.h"

/* Places in the 100 bytes that begin every SQLite file (sqlite.org/fileformat2.html, 1.3). */
#define HEADER_SIZE 100
#define OFFSET_PAGE_SIZE 16
#define OFFSET_PAGE_COUNT 28
#define OFFSET_USER_VERSION 60
#define OFFSET_APPLICATION_ID 68

static const guint8 file_magic[16] = "SQLite format 3";

static guint32
big_endian (const guint8 *bytes)
{
  return (guint32) bytes[0] << 24 | (guint32) bytes[1] << 16 | (guint32) bytes[2] << 8 | bytes[3];
}

static gssize
read_start (const char *path,
            guint8     *bytes,
            gsize       size)
{
  gssize n;
  int fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);

  if (fd < 0)
    return -1;
  n = pread (fd, bytes, size, 0);
  close (fd);
  return n;
}

/* The register itself is read through SQLite's own file layer: to close it by ourselves would let go of
 * every lock that this process holds on it. */
static int
read_header (const char *path,
             guint8     *bytes,
             int         size)
{
  sqlite3_vfs *vfs = sqlite3_vfs_find (NULL);
  g_autofree sqlite3_file *file = g_malloc0 (vfs->szOsFile);
  g_autofree char *full = g_malloc0 (vfs->mxPathname + 1);
  sqlite3_filename name;
  int code = vfs->xFullPathname (vfs, path, vfs->mxPathname, full);

  /* A path that contains a link is told as a warning and is as good. */
  if (code != SQLITE_OK && code != SQLITE_OK_SYMLINK)
    return code;
  name = sqlite3_create_filename (full, "", "", 0, NULL);
  code = vfs->xOpen (vfs, name, file, SQLITE_OPEN_READONLY | SQLITE_OPEN_MAIN_DB, NULL);
  if (code == SQLITE_OK)
    code = file->pMethods->xRead (file, bytes, size, 0);
  if (file->pMethods != NULL)
    file->pMethods->xClose (file);
  sqlite3_free_filename (name);
  return code;
}

/* Whether a transaction that never ended lies beside the file, by SQLite's own rule: a journal whose
 * first byte is not zero, be the rest of its head torn or not. */
gboolean
mattra_sqlite_has_journal (const char *path)
{
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  guint8 first = 0;

  return read_start (journal, &first, 1) == 1 && first != 0;
}

static gboolean
refuse_errno (const char  *path,
              int          code,
              GError     **error)
{
  if (code == ENOENT || code == ENOTDIR)
    g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_NOT_FOUND,
                 _ ("%s does not exist; check the name, or make a new register"), path);
  else if (code == EACCES || code == EPERM)
    g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_DENIED,
                 _ ("you may not open %s; ask for the right to read it"), path);
  else
    g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_IO,
                 _ ("%s cannot be opened; check the disk or the network on which it lies"), path);
  mattra_error_set_detail (error, g_strerror (code));
  return FALSE;
}

static gboolean
refuse_code (const char  *path,
             int          code,
             GError     **error)
{
  if (g_access (path, R_OK) != 0)
    return refuse_errno (path, errno, error);
  mattra_sqlite_set_error (error, code, path, NULL);
  return FALSE;
}

static gboolean
check_kind (const char   *path,
            struct stat  *info,
            GError      **error)
{
  if (stat (path, info) != 0)
    return refuse_errno (path, errno, error);
  if (S_ISDIR (info->st_mode))
    g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID,
                 _ ("%s is a folder; name the register file in it"), path);
  else if (!S_ISREG (info->st_mode))
    g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID, _ ("%s is no ordinary file; choose the file of a register"),
                 path);
  else if (info->st_size == 0)
    g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_CORRUPT,
                 _ ("%s is empty: it holds no register. Restore a copy of it"), path);
  else
    return TRUE;
  return FALSE;
}

static gboolean
only_zeros (const guint8 *bytes,
            gsize         size)
{
  while (size > 0 && bytes[size - 1] == 0)
    size--;
  return size == 0;
}

static gboolean
check_magic (const char    *path,
             const guint8  *header,
             gssize         size,
             GError       **error)
{
  if (size >= (gssize) sizeof file_magic && memcmp (header, file_magic, sizeof file_magic) == 0)
    {
      if (size == HEADER_SIZE)
        return TRUE;
      g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_CORRUPT,
                   _ ("%s is cut off; restore a copy of it"), path);
    }
  else if (only_zeros (header, size))
    g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_CORRUPT,
                 _ ("%s holds only zeros where a register should begin; restore a copy of it"), path);
  else
    g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID,
                 _ ("%s is not a register of Mattra; if it is a table, import it"), path);
  return FALSE;
}

static gboolean
check_length (const char    *path,
              const guint8  *header,
              goffset        length,
              GError       **error)
{
  guint page_size = header[OFFSET_PAGE_SIZE] << 8 | header[OFFSET_PAGE_SIZE + 1];
  gint64 pages = big_endian (header + OFFSET_PAGE_COUNT);

  if (page_size == 1)
    page_size = 65536;
  if (pages * page_size <= length)
    return TRUE;
  g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_CORRUPT,
               _ ("%s is cut off: it should have %lld bytes and has %lld; restore a copy of it"), path,
               (long long) (pages * page_size), (long long) length);
  return FALSE;
}

/* Tells apart, before SQLite may touch it, what cannot be a register of ours. A file beside which an
 * unfinished transaction lies may have a torn first page and a wrong length until SQLite has rolled
 * that back; only a foreign owner is then refused here. */
gboolean
mattra_sqlite_inspect (const char  *path,
                       guint32     *version,
                       GError     **error)
{
  guint8 header[HEADER_SIZE] = { 0 };
  gboolean unfinished = mattra_sqlite_has_journal (path);
  struct stat info;
  int code;

  *version = 0;
  if (!check_kind (path, &info, error))
    return FALSE;
  code = read_header (path, header, sizeof header);
  if (code != SQLITE_OK && code != SQLITE_IOERR_SHORT_READ)
    return refuse_code (path, code, error);
  if (!check_magic (path, header, MIN (info.st_size, HEADER_SIZE), unfinished ? NULL : error))
    return unfinished;
  if (big_endian (header + OFFSET_APPLICATION_ID) != MATTRA_APPLICATION_ID)
    {
      g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID,
                   _ ("%s is a database of another program, not a register of Mattra; choose another file"), path);
      return FALSE;
    }
  *version = big_endian (header + OFFSET_USER_VERSION);
  return unfinished || check_length (path, header, info.st_size, error);
}
