/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-database.h"

G_BEGIN_DECLS

/* "MATR": stands in the file's header, so that file(1) and we know our own. */
#define MATTRA_APPLICATION_ID 0x4d415452

/* How long another program may hold the file before we say so, and how long one call may compute
 * before it is taken for a trap. */
#define MATTRA_BUSY_MILLISECONDS 5000
#define MATTRA_DEADLINE_SECONDS 300

typedef enum
{
  MATTRA_SQLITE_READ,
  MATTRA_SQLITE_WRITE,
  MATTRA_SQLITE_CREATE,
} MattraSqliteMode;

MattraDatabase *mattra_sqlite_open        (const char        *path,
                                           const char        *shown,
                                           MattraSqliteMode   mode,
                                           GError           **error);
gboolean        mattra_sqlite_make_durable (MattraDatabase   *database,
                                           GError           **error);
gboolean        mattra_sqlite_has_journal (const char        *path);
gboolean        mattra_sqlite_copy        (const char        *path,
                                           const char        *target,
                                           GError           **error);
gboolean        mattra_sqlite_script      (MattraDatabase    *database,
                                           const char        *script,
                                           GError           **error);
gboolean        mattra_sqlite_prepares    (MattraDatabase    *database,
                                           const char        *sql,
                                           GError           **error);

/* Looks at a file's first bytes alone, before SQLite gets it. */
gboolean        mattra_sqlite_inspect     (const char        *path,
                                           guint32           *version,
                                           GError           **error);

/* Errors of SQLite told as ours: one table. */
void            mattra_sqlite_set_error   (GError           **error,
                                           int                code,
                                           const char        *path,
                                           const char        *detail);

G_END_DECLS
