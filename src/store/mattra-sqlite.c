/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-sqlite.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <sys/stat.h>

/* The widest row that a statement may read. */
#define MAX_COLUMNS 32
#define PROGRESS_STEPS 10000

typedef struct
{
  sqlite3_stmt *statement;
  guint n_parameters;
  int *index; /* where $1, $2 … are bound: not in the order of their numbers */
} Prepared;

typedef struct
{
  sqlite3 *handle;
  char *path;
  char *shown; /* the file as errors name it */
  GHashTable *statements; /* (element-type utf8 Prepared), by address of the SQL */
  gint64 deadline;        /* monotonic microseconds */
  gboolean has_identity;
  gboolean moved;
  dev_t device;
  ino_t inode;
} Connection;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_stmt, sqlite3_finalize)

static void
prepared_free (gpointer data)
{
  Prepared *prepared = data;

  sqlite3_finalize (prepared->statement);
  g_free (prepared->index);
  g_free (prepared);
}

static int
watch_deadline (gpointer data)
{
  Connection *self = data;

  return g_get_monotonic_time () > self->deadline;
}

static void
set_deadline (Connection *self)
{
  self->deadline = g_get_monotonic_time () + MATTRA_DEADLINE_SECONDS * G_USEC_PER_SEC;
}

/* SQLite numbers $n by first appearance, so every name is looked up. */
static void
map_parameters (Prepared *prepared)
{
  char name[8];

  prepared->n_parameters = sqlite3_bind_parameter_count (prepared->statement);
  prepared->index = g_new (int, prepared->n_parameters);
  g_assert (sqlite3_column_count (prepared->statement) <= MAX_COLUMNS);
  for (guint i = 0; i < prepared->n_parameters; i++)
    {
      g_snprintf (name, sizeof name, "$%u", i + 1);
      prepared->index[i] = sqlite3_bind_parameter_index (prepared->statement, name);
      g_assert (prepared->index[i] != 0);
    }
}

static Prepared *
prepare (Connection *self,
         const char *sql)
{
  Prepared *prepared = g_hash_table_lookup (self->statements, sql);
  sqlite3_stmt *statement = NULL;

  if (prepared != NULL)
    {
      /* What stood at this address before must not be done in its place. */
      g_assert (strcmp (sqlite3_sql (prepared->statement), sql) == 0);
      return prepared;
    }
  if (sqlite3_prepare_v3 (self->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL) != SQLITE_OK)
    return NULL;
  prepared = g_new0 (Prepared, 1);
  prepared->statement = statement;
  map_parameters (prepared);
  g_hash_table_insert (self->statements, (gpointer) sql, prepared);
  return prepared;
}

static int
bind_value (sqlite3_stmt      *statement,
            int                index,
            const MattraValue *value)
{
  switch (value->type)
    {
    case MATTRA_VALUE_INTEGER:
      return sqlite3_bind_int64 (statement, index, value->integer);
    case MATTRA_VALUE_TEXT:
      return sqlite3_bind_text64 (statement, index, value->data, value->length, SQLITE_STATIC, SQLITE_UTF8);
    case MATTRA_VALUE_BLOB:
      return sqlite3_bind_blob64 (statement, index, value->data, value->length, SQLITE_STATIC);
    case MATTRA_VALUE_NULL:
    default:
      return sqlite3_bind_null (statement, index);
    }
}

static void
read_row (sqlite3_stmt *statement,
          MattraValue  *row,
          int           n_columns)
{
  for (int i = 0; i < n_columns; i++)
    switch (sqlite3_column_type (statement, i))
      {
      case SQLITE_INTEGER:
        row[i] = mattra_value_integer (sqlite3_column_int64 (statement, i));
        break;
      case SQLITE_TEXT:
        row[i] = (MattraValue) { MATTRA_VALUE_TEXT, 0, sqlite3_column_text (statement, i),
                                 sqlite3_column_bytes (statement, i) };
        break;
      case SQLITE_BLOB:
        row[i] = mattra_value_blob (sqlite3_column_blob (statement, i),
                                    sqlite3_column_bytes (statement, i));
        break;
      default:
        row[i] = mattra_value_null ();
        break;
      }
}

static gboolean
step_all (sqlite3_stmt  *statement,
          MattraRowFunc  func,
          gpointer       user_data)
{
  MattraValue row[MAX_COLUMNS];
  int n_columns = sqlite3_column_count (statement);
  int code;

  while ((code = sqlite3_step (statement)) == SQLITE_ROW)
    {
      if (func == NULL)
        continue;
      read_row (statement, row, n_columns);
      if (!func (row, user_data))
        return TRUE;
    }
  return code == SQLITE_DONE;
}

static gboolean
sqlite_exec (gpointer           connection,
             const char        *sql,
             const MattraValue *values,
             guint              n_values,
             MattraRowFunc      func,
             gpointer           user_data)
{
  Connection *self = connection;
  Prepared *prepared = prepare (self, sql);
  gboolean done;

  if (prepared == NULL)
    return FALSE;
  g_assert (prepared->n_parameters == n_values);
  set_deadline (self);
  for (guint i = 0; i < n_values; i++)
    if (bind_value (prepared->statement, prepared->index[i], &values[i]) != SQLITE_OK)
      return FALSE;
  done = step_all (prepared->statement, func, user_data);
  /* The reset repeats the step's failure, so the connection still tells it afterwards. */
  sqlite3_reset (prepared->statement);
  return done;
}

/* A file removed or replaced under us would take writes that nobody ever reads. */
static gboolean
still_there (Connection *self)
{
  struct stat info;

  if (!self->has_identity)
    return TRUE;
  self->moved = stat (self->path, &info) != 0 || info.st_dev != self->device
                || info.st_ino != self->inode;
  return !self->moved;
}

static gboolean
sqlite_begin (gpointer connection)
{
  return still_there (connection)
         && sqlite_exec (connection, "BEGIN IMMEDIATE", NULL, 0, NULL, NULL);
}

static gboolean
sqlite_commit (gpointer connection)
{
  return still_there (connection) && sqlite_exec (connection, "COMMIT", NULL, 0, NULL, NULL);
}

static gboolean
sqlite_rollback (gpointer connection)
{
  Connection *self = connection;

  return sqlite3_get_autocommit (self->handle)
         || sqlite_exec (self, "ROLLBACK", NULL, 0, NULL, NULL);
}

static gboolean
take_version (const MattraValue *row,
              gpointer           user_data)
{
  gint64 *version = user_data;

  *version = row[0].integer;
  return FALSE;
}

static gboolean
sqlite_poll (gpointer  connection,
             gint64   *version)
{
  return still_there (connection)
         && sqlite_exec (connection, "PRAGMA data_version", NULL, 0, take_version, version);
}

static void
sqlite_close (gpointer connection)
{
  Connection *self = connection;

  g_hash_table_unref (self->statements);
  sqlite3_close_v2 (self->handle);
  g_free (self->path);
  g_free (self->shown);
  g_free (self);
}

static void
sqlite_error (gpointer   connection,
              GError   **error)
{
  Connection *self = connection;

  if (self->moved)
    mattra_sqlite_set_error (error, SQLITE_READONLY_DBMOVED, self->shown, NULL);
  else
    mattra_sqlite_set_error (error, sqlite3_extended_errcode (self->handle), self->shown,
                             sqlite3_errmsg (self->handle));
}

static const MattraDriver sqlite_driver = {
  .exec = sqlite_exec,
  .begin = sqlite_begin,
  .commit = sqlite_commit,
  .rollback = sqlite_rollback,
  .poll = sqlite_poll,
  .close = sqlite_close,
  .error = sqlite_error,
};

static const struct
{
  int option;
  int value;
} config_rows[] = {
  { SQLITE_DBCONFIG_DEFENSIVE, 1 },
  { SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
  { SQLITE_DBCONFIG_ENABLE_TRIGGER, 0 },
  { SQLITE_DBCONFIG_ENABLE_VIEW, 0 },
  { SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0 },
  { SQLITE_DBCONFIG_DQS_DML, 0 },
  { SQLITE_DBCONFIG_DQS_DDL, 0 },
};

static const struct
{
  int limit;
  int value;
} limit_rows[] = { /* the conditions of a statement's joins count as one expression: a history has sixteen */
  { SQLITE_LIMIT_LENGTH, 16 * 1024 * 1024 },
  { SQLITE_LIMIT_SQL_LENGTH, 100000 },
  { SQLITE_LIMIT_COLUMN, 100 },
  { SQLITE_LIMIT_EXPR_DEPTH, 40 },
  { SQLITE_LIMIT_ATTACHED, 0 },
};

/* Must be run before anything is read, in this order. */
static const char *const pragma_rows[] = {
  "PRAGMA page_size = 8192",
  "PRAGMA cell_size_check = ON",
  "PRAGMA mmap_size = 0",
  "PRAGMA foreign_keys = ON",
  "PRAGMA temp_store = MEMORY",
};

/* Most rows come in the order of their keys: four times the cache took 120 000 measures no faster. */
static const char *const write_pragma_rows[] = {
  "PRAGMA journal_mode = DELETE",
  "PRAGMA synchronous = EXTRA",
  "PRAGMA cache_size = -16000",
};

static void
harden (Connection *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (config_rows); i++)
    sqlite3_db_config (self->handle, config_rows[i].option, config_rows[i].value, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (limit_rows); i++)
    sqlite3_limit (self->handle, limit_rows[i].limit, limit_rows[i].value);
  sqlite3_progress_handler (self->handle, PROGRESS_STEPS, watch_deadline, self);
}

static gboolean
run_pragmas (Connection        *self,
             const char *const *rows,
             guint              n_rows)
{
  for (guint i = 0; i < n_rows; i++)
    if (!sqlite_exec (self, rows[i], NULL, 0, NULL, NULL))
      return FALSE;
  return TRUE;
}

static gboolean
prepare_connection (Connection *self)
{
  sqlite3_extended_result_codes (self->handle, 1);
  /* First of all: two instances started together would else fail in the pragmas. */
  sqlite3_busy_timeout (self->handle, MATTRA_BUSY_MILLISECONDS);
  harden (self);
  return run_pragmas (self, pragma_rows, G_N_ELEMENTS (pragma_rows));
}

static void
remember_identity (Connection *self)
{
  struct stat info;

  self->has_identity = stat (self->path, &info) == 0;
  self->device = info.st_dev;
  self->inode = info.st_ino;
}

static const int open_flags[] = {
  [MATTRA_SQLITE_READ] = SQLITE_OPEN_READONLY,
  [MATTRA_SQLITE_WRITE] = SQLITE_OPEN_READWRITE,
  [MATTRA_SQLITE_CREATE] = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE,
};

/* SQLite would open a file without the right to write for reading, and one in a folder in which no journal
 * can be made for writing: both would fail at the first change. */
static gboolean
is_writable (Connection       *self,
             MattraSqliteMode  mode,
             GError          **error)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  int code = SQLITE_OK;

  if (mode == MATTRA_SQLITE_READ)
    return TRUE;
  if (sqlite3_db_readonly (self->handle, "main") != 0)
    code = SQLITE_READONLY;
  else if (g_access (folder, W_OK) != 0)
    code = SQLITE_READONLY_DIRECTORY;
  else
    return TRUE;
  mattra_sqlite_set_error (error, code, self->shown, NULL);
  return FALSE;
}

/* Opens @path hardened against a file made to do harm; says nothing yet about what is in it. Errors
 * name it @shown. */
MattraDatabase *
mattra_sqlite_open (const char        *path,
                    const char        *shown,
                    MattraSqliteMode   mode,
                    GError           **error)
{
  Connection *self = g_new0 (Connection, 1);
  g_autoptr (MattraDatabase) database = mattra_database_new (&sqlite_driver, self);

  self->path = g_strdup (path);
  self->shown = g_strdup (shown);
  self->statements = g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL, prepared_free);
  if (sqlite3_open_v2 (path, &self->handle, open_flags[mode] | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK
      || !prepare_connection (self))
    {
      sqlite_error (self, error);
      return NULL;
    }
  if (!is_writable (self, mode, error))
    return NULL;
  remember_identity (self);
  return g_steal_pointer (&database);
}

/* Makes commits last through loss of power. The journal's mode is kept in the file, so this comes only
 * after the file is known to be ours. */
gboolean
mattra_sqlite_make_durable (MattraDatabase  *database,
                            GError         **error)
{
  Connection *self = mattra_database_get_connection (database);

  if (run_pragmas (self, write_pragma_rows, G_N_ELEMENTS (write_pragma_rows)))
    return TRUE;
  sqlite_error (self, error);
  return FALSE;
}

/* Runs the statements of a migration; the caller has begun the transaction. */
gboolean
mattra_sqlite_script (MattraDatabase  *database,
                      const char      *script,
                      GError         **error)
{
  Connection *self = mattra_database_get_connection (database);

  set_deadline (self);
  if (sqlite3_exec (self->handle, script, NULL, NULL, NULL) == SQLITE_OK)
    return TRUE;
  sqlite_error (self, error);
  return FALSE;
}

/* Whether @sql is sound against the schema that is open; for the test of every statement. */
gboolean
mattra_sqlite_prepares (MattraDatabase  *database,
                        const char      *sql,
                        GError         **error)
{
  Connection *self = mattra_database_get_connection (database);
  g_autoptr (sqlite3_stmt) statement = NULL;

  if (sqlite3_prepare_v2 (self->handle, sql, -1, &statement, NULL) == SQLITE_OK)
    return TRUE;
  sqlite_error (self, error);
  return FALSE;
}

/* Writes a compact copy of @path to @target, which must not exist. A copy needs one attached
 * database, which no other connection may have. */
gboolean
mattra_sqlite_copy (const char  *path,
                    const char  *target,
                    GError     **error)
{
  MattraValue value = mattra_value_text (target);
  g_autoptr (MattraDatabase) database = mattra_sqlite_open (path, path, MATTRA_SQLITE_READ, error);
  Connection *self;

  if (database == NULL)
    return FALSE;
  self = mattra_database_get_connection (database);
  sqlite3_limit (self->handle, SQLITE_LIMIT_ATTACHED, 1);
  return mattra_database_exec (database, "VACUUM INTO $1", &value, 1, NULL, NULL, error);
}
