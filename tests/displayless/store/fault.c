/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <dlfcn.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

/* Loaded before the C library: lets the disk fail. MATTRA_FAULT=MODE:N, where the N-th write or sync
 *   fail  fails once with EIO,
 *   full  and every later write fails with ENOSPC,
 *   tear  writes half of its bytes, then the machine dies. */

static int calls;

static int
due (const char *mode,
     int         onwards)
{
  const char *fault = getenv ("MATTRA_FAULT");
  size_t length = strlen (mode);
  int n;

  if (fault == NULL || strncmp (fault, mode, length) != 0 || fault[length] != ':')
    return 0;
  n = atoi (fault + length + 1);
  return calls == n || (onwards && calls > n);
}

static ssize_t
write_at (int fd, const void *data, size_t size, off64_t offset)
{
  ssize_t (*real) (int, const void *, size_t, off64_t) = NULL;

  *(void **) &real = dlsym (RTLD_NEXT, "pwrite64");
  calls++;
  if (due ("tear", 0))
    {
      real (fd, data, size / 2, offset);
      _exit (9);
    }
  if (due ("fail", 0) || due ("full", 1))
    {
      errno = due ("fail", 0) ? EIO : ENOSPC;
      return -1;
    }
  return real (fd, data, size, offset);
}

ssize_t
pwrite64 (int fd, const void *data, size_t size, off64_t offset)
{
  return write_at (fd, data, size, offset);
}

static int
sync_file (int fd, const char *name)
{
  int (*real) (int) = NULL;

  *(void **) &real = dlsym (RTLD_NEXT, name);
  calls++;
  if (due ("tear", 0))
    _exit (9);
  if (due ("fail", 0))
    {
      errno = EIO;
      return -1;
    }
  return real (fd);
}

int
fsync (int fd)
{
  return sync_file (fd, "fsync");
}

int
fdatasync (int fd)
{
  return sync_file (fd, "fdatasync");
}
