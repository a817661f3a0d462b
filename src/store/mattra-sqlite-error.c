/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-sqlite.h"

#include <glib/gi18n-lib.h>
#include <sqlite3.h>

#include "mattra-error-detail.h"

typedef struct
{
  int code;
  MattraError error;
  const char *message;
} ErrorRow;

/* The one place where SQLite's codes become ours. Extended codes come before the primary code that
 * would also match; the last row catches the rest. The first %s is the file. */
static const ErrorRow error_rows[] = {
  { SQLITE_READONLY_DBMOVED, MATTRA_ERROR_IO,
    N_ ("%s was moved, removed or replaced while it was open; nothing more is written to it. Open it again") },
  { SQLITE_READONLY_DIRECTORY, MATTRA_ERROR_DENIED,
    N_ ("the folder of %s cannot be written to; copy the register to a folder of your own or ask for the right to write") },
  { SQLITE_READONLY, MATTRA_ERROR_DENIED,
    N_ ("%s cannot be written to; copy the register to a folder of your own or ask for the right to write") },
  { SQLITE_BUSY, MATTRA_ERROR_BUSY,
    N_ ("%s is being used by another program; close that or try again in a moment") },
  { SQLITE_LOCKED, MATTRA_ERROR_BUSY,
    N_ ("%s is being used by another program; close that or try again in a moment") },
  { SQLITE_FULL, MATTRA_ERROR_IO,
    N_ ("the disk that holds %s is full; nothing was changed. Make room and do it again") },
  { SQLITE_IOERR_LOCK, MATTRA_ERROR_IO,
    N_ ("the disk of %s does not let files be locked; copy the register to another disk") },
  { SQLITE_IOERR, MATTRA_ERROR_IO,
    N_ ("the disk failed while %s was read or written; nothing was changed. Check the disk, then do it again") },
  { SQLITE_CANTOPEN, MATTRA_ERROR_IO,
    N_ ("%s or its folder cannot be opened; check that both exist and that you may read and write them") },
  { SQLITE_PERM, MATTRA_ERROR_DENIED,
    N_ ("you may not open %s; ask for the right to read and write it") },
  { SQLITE_AUTH, MATTRA_ERROR_DENIED,
    N_ ("you may not open %s; ask for the right to read and write it") },
  { SQLITE_CORRUPT, MATTRA_ERROR_CORRUPT,
    N_ ("%s is damaged; restore a copy of it") },
  { SQLITE_NOTADB, MATTRA_ERROR_CORRUPT,
    N_ ("%s is damaged or not a register at all; restore a copy of it") },
  { SQLITE_CONSTRAINT, MATTRA_ERROR_INVALID,
    N_ ("%s does not take this value: it is too long, missing, or names something that does not exist") },
  { SQLITE_MISMATCH, MATTRA_ERROR_INVALID,
    N_ ("%s does not take a value of this type") },
  { SQLITE_TOOBIG, MATTRA_ERROR_INVALID,
    N_ ("this text is too long for %s; shorten it") },
  { SQLITE_INTERRUPT, MATTRA_ERROR_CORRUPT,
    N_ ("reading %s took far longer than any register does; it may be damaged or made to do harm. Restore a copy") },
  { SQLITE_NOMEM, MATTRA_ERROR_IO,
    N_ ("there is not enough memory for %s; close other programs") },
  { 0, MATTRA_ERROR_IO,
    N_ ("%s could not be read or written; check the file and its disk") },
};

static const ErrorRow *
find_row (int code)
{
  guint i = 0;

  while (error_rows[i].code != 0 && error_rows[i].code != code && error_rows[i].code != (code & 0xff))
    i++;
  return &error_rows[i];
}

void
mattra_sqlite_set_error (GError     **error,
                         int          code,
                         const char  *path,
                         const char  *detail)
{
  const ErrorRow *row = find_row (code);
  g_autofree char *message = NULL;

  /* The format is one of the literals above or a translation of it, which msgfmt checks. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  message = g_strdup_printf (_ (row->message), path);
#pragma GCC diagnostic pop
  g_set_error_literal (error, MATTRA_ERROR, row->error, message);
  mattra_error_set_detail (error, detail != NULL ? detail : sqlite3_errstr (code));
}
