/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-store-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "mattra-error-detail.h"
#include "mattra-sqlite.h"

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MattraStore, mattra_store, G_TYPE_OBJECT)

static gint64
real_time (gpointer user_data)
{
  return g_get_real_time ();
}

static void
mattra_store_dispose (GObject *object)
{
  MattraStore *self = MATTRA_STORE (object);

  if (self->database != NULL)
    mattra_store_abandon_act (self);
  g_clear_pointer (&self->database, mattra_database_free);

  G_OBJECT_CLASS (mattra_store_parent_class)->dispose (object);
}

static void
mattra_store_finalize (GObject *object)
{
  MattraStore *self = MATTRA_STORE (object);

  g_free (self->path);
  g_free (self->device);
  g_free (self->person);
  g_free (self->actor_division);
  g_free (self->organisation);
  g_free (self->notice);
  mattra_statements_free (self->statements);
  mattra_hasher_free (self->hasher);
  g_string_free (self->json, TRUE);

  G_OBJECT_CLASS (mattra_store_parent_class)->finalize (object);
}

static void
mattra_store_class_init (MattraStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = mattra_store_dispose;
  object_class->finalize = mattra_store_finalize;

  /**
   * MattraStore::changed:
   * @self: the register
   * @act: ULID of the act
   * @cells: (element-type MattraCell): what it changed
   *
   * Emitted after each commit of this object.
   */
  signals[CHANGED] = g_signal_new ("changed", MATTRA_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_PTR_ARRAY);
}

static void
mattra_store_init (MattraStore *self)
{
  self->statements = mattra_statements_new ();
  self->hasher = mattra_hasher_new ();
  self->json = g_string_sized_new (1024);
  self->clock = real_time;
}

gint64
mattra_store_now (MattraStore *self)
{
  return self->clock (self->clock_data);
}

/* Returns: (transfer full): a new key, later than all this store made before. */
char *
mattra_store_new_id (MattraStore *self)
{
  return mattra_ulid_new (&self->ulids, mattra_store_now (self) / 1000);
}

gboolean
mattra_store_query (MattraStore        *self,
                    MattraQuery         query,
                    const MattraValue  *values,
                    guint               n_values,
                    MattraRowFunc       func,
                    gpointer            user_data,
                    GError            **error)
{
  return mattra_database_exec (self->database, mattra_query_get_sql (query), values, n_values, func, user_data,
                               error);
}

/* Returns: (transfer full) (nullable): the first column of the first row; NULL without an error where
 * there is none. */
char *
mattra_store_query_text (MattraStore  *self,
                         MattraQuery   query,
                         const char   *value,
                         GError      **error)
{
  MattraValue key = mattra_value_text (value);

  return mattra_database_text (self->database, mattra_query_get_sql (query), &key, value != NULL ? 1 : 0, error);
}

gboolean
mattra_store_has_listeners (MattraStore *self)
{
  return g_signal_has_handler_pending (self, signals[CHANGED], 0, FALSE);
}

void
mattra_store_emit_changed (MattraStore *self,
                           const char  *act,
                           GPtrArray   *cells)
{
  g_signal_emit (self, signals[CHANGED], 0, act, cells);
}

/* Opening */

static gboolean
take_fault (const MattraValue *row,
            gpointer           user_data)
{
  char **fault = user_data;
  const char *text = mattra_value_get_text (&row[0]);

  if (g_strcmp0 (text, "ok") != 0)
    *fault = g_strdup (text);
  return FALSE;
}

static gboolean
refuse_damaged (MattraStore  *self,
                const char   *fault,
                GError      **error)
{
  g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_CORRUPT, _ ("%s is damaged; restore a copy of it"), self->path);
  mattra_error_set_detail (error, fault);
  return FALSE;
}

static gboolean
take_table (const MattraValue *row,
            gpointer           user_data)
{
  g_ptr_array_add (user_data, g_strdup (mattra_value_get_text (&row[0])));
  return TRUE;
}

/* Table by table, and not the files that are kept in the register: they may be many times the rest, a slow disk would
 * be read for seconds, and whoever asks for one of them sees to it that it is whole. */
static gboolean
check_tables (MattraStore  *self,
              GError      **error)
{
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *fault = NULL;

  g_ptr_array_add (tables, g_strdup ("sqlite_schema"));
  if (!mattra_store_query (self, MATTRA_QUERY_TABLES_BUT_FILES, NULL, 0, take_table, tables, error))
    return FALSE;
  for (guint i = 0; i < tables->len && fault == NULL; i++)
    {
      const MattraValue table = mattra_value_text (g_ptr_array_index (tables, i));

      if (!mattra_store_query (self, MATTRA_QUERY_INTEGRITY_OF_TABLE, &table, 1, take_fault, &fault, error))
        return FALSE;
    }
  if (fault == NULL
      && !mattra_store_query (self, MATTRA_QUERY_FOREIGN_KEYS, NULL, 0, take_fault, &fault, error))
    return FALSE;
  return fault == NULL || refuse_damaged (self, fault, error);
}

/* Every page, also of the files and those that are free. */
gboolean
mattra_store_check_whole (MattraStore  *self,
                          GError      **error)
{
  g_autofree char *fault = NULL;

  if (!mattra_store_query (self, MATTRA_QUERY_INTEGRITY, NULL, 0, take_fault, &fault, error))
    return FALSE;
  return fault == NULL || refuse_damaged (self, fault, error);
}

/* A program that was killed leaves a transaction that only somebody who may write can take back; to do
 * so is no change of the register. What cannot be done here is told by the opening that follows. */
static void
take_back_unfinished (const char *path)
{
  g_autoptr (MattraDatabase) database = NULL;
  gint64 version = 0;

  if (!mattra_sqlite_has_journal (path))
    return;
  database = mattra_sqlite_open (path, path, MATTRA_SQLITE_WRITE, NULL);
  if (database != NULL)
    mattra_database_integer (database, "PRAGMA schema_version", NULL, 0, &version, NULL);
}

static char *
read_device (const char *file)
{
  g_autofree char *text = NULL;

  if (!g_file_get_contents (file, &text, NULL, NULL) || !mattra_ulid_is_valid (g_strchomp (text)))
    return NULL;
  return g_steal_pointer (&text);
}

/* Who writes from this account on this machine. It is no part of the register: a copy carried to
 * another machine goes on with a chain of its own there. */
static char *
ensure_device (GError **error)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "mattra", NULL);
  g_autofree char *file = g_build_filename (folder, "device", NULL);
  MattraUlidGenerator generator = { 0 };
  char *device = read_device (file);

  if (device != NULL)
    return device;
  g_mkdir_with_parents (folder, 0700);
  device = mattra_ulid_new (&generator, g_get_real_time () / 1000);
  if (g_file_set_contents (file, device, -1, NULL))
    return device;
  g_free (device);
  g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_IO,
               _ ("%s cannot be written, so nobody could tell who changed what; make room or ask for the right"
                  " to write there"), file);
  return NULL;
}

static gboolean
refuse_too_new (const char  *notice,
                GError     **error)
{
  g_set_error_literal (error, MATTRA_ERROR, MATTRA_ERROR_TOO_NEW, notice);
  return FALSE;
}

static gboolean
migrate (MattraStore  *self,
         GError      **error)
{
  g_autofree char *copy = NULL;

  if (self->version >= mattra_schema_get_newest ())
    return TRUE;
  if (self->read_only)
    return mattra_schema_lend (self->database, self->version, error);
  if (self->is_copy)
    return mattra_schema_migrate (self->database, self->version, error);
  copy = mattra_store_back_up (self, error);
  return copy != NULL && mattra_schema_migrate (self->database, self->version, error);
}

static gboolean
check_version (MattraStore  *self,
               GError      **error)
{
  if (self->version <= mattra_schema_get_newest ())
    return TRUE;
  g_free (self->notice);
  self->notice = g_strdup_printf (_ ("%s was made by a newer version of Mattra: it can be read but not changed."
                                     " Update Mattra to change it"), self->path);
  return self->read_only || refuse_too_new (self->notice, error);
}

static gboolean
load_organisation (MattraStore  *self,
                   GError      **error)
{
  g_autoptr (GError) local_error = NULL;

  self->organisation = mattra_store_query_text (self, MATTRA_QUERY_ORGANISATION, NULL, &local_error);
  if (self->organisation != NULL)
    return TRUE;
  if (local_error != NULL && self->notice != NULL)
    return refuse_too_new (self->notice, error);
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else
    g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_CORRUPT,
                 _ ("%s names no organisation; restore a copy of it"), self->path);
  return FALSE;
}

static gboolean
open_database (MattraStore  *self,
               GError      **error)
{
  guint32 version;

  if (!mattra_sqlite_inspect (self->path, &version, error))
    return FALSE;
  self->version = version;
  if (!self->read_only && !check_version (self, error))
    return FALSE;
  if (self->read_only)
    take_back_unfinished (self->path);
  self->database = mattra_sqlite_open (self->path, self->path,
                                       self->read_only ? MATTRA_SQLITE_READ : MATTRA_SQLITE_WRITE, error);
  return self->database != NULL
         && mattra_schema_verify (self->database, self->path, &self->version, error)
         && check_tables (self, error)
         && check_version (self, error)
         && (self->read_only || mattra_sqlite_make_durable (self->database, error))
         && migrate (self, error)
         && load_organisation (self, error)
         && mattra_database_poll (self->database, &self->data_version, error);
}

static MattraStore *
open_store (const char  *path,
            gboolean     read_only,
            gboolean     is_copy,
            const char  *device,
            GError     **error)
{
  g_autoptr (MattraStore) self = g_object_new (MATTRA_TYPE_STORE, NULL);
  /* A link is followed once and for all: copies and the unfinished transaction lie beside the file. */
  char *real = realpath (path, NULL);

  self->path = g_strdup (real != NULL ? real : path);
  free (real);
  self->read_only = read_only;
  self->is_copy = is_copy;
  if (!open_database (self, error))
    return NULL;
  self->device = read_only || device != NULL ? g_strdup (device) : ensure_device (error);
  if (self->device == NULL && !read_only)
    return NULL;
  return g_steal_pointer (&self);
}

/* Opens for writing what is to become a register, and is none yet. */
MattraStore *
mattra_store_open_copy (const char  *path,
                        GError     **error)
{
  return open_store (path, FALSE, TRUE, NULL, error);
}

/**
 * mattra_store_open_as:
 * @path: a register
 * @read_only: whether only to look: then nothing is ever written
 * @device: (nullable): ULID under which changes are logged; %NULL for the one of this account
 * @error: why not: %MATTRA_ERROR_NOT_FOUND, %MATTRA_ERROR_INVALID (no register of ours),
 *   %MATTRA_ERROR_CORRUPT, %MATTRA_ERROR_TOO_NEW, %MATTRA_ERROR_BUSY, %MATTRA_ERROR_DENIED, %MATTRA_ERROR_IO
 *
 * Opens a register, after everything that can be checked about it was checked. A file that fails is
 * left as it is. See mattra_store_get_notice() for registers of newer versions.
 *
 * Returns: (transfer full) (nullable): the register
 */
MattraStore *
mattra_store_open_as (const char  *path,
                      gboolean     read_only,
                      const char  *device,
                      GError     **error)
{
  g_return_val_if_fail (path != NULL, NULL);

  return open_store (path, read_only, FALSE, device, error);
}

/**
 * mattra_store_open:
 * @path: a register
 * @read_only: whether only to look: then nothing is ever written
 * @error: as for mattra_store_open_as()
 *
 * Opens a register under this account's device; see mattra_store_open_as().
 *
 * Returns: (transfer full) (nullable): the register
 */
MattraStore *
mattra_store_open (const char  *path,
                   gboolean     read_only,
                   GError     **error)
{
  return mattra_store_open_as (path, read_only, NULL, error);
}

/* Creating */

static gboolean
write_beginning (MattraStore  *self,
                 MattraPlan   *plan,
                 GError      **error)
{
  gboolean done = mattra_store_begin_act (self, MATTRA_ACT_CREATE, NULL, MATTRA_ACT_EDIT, error)
                  && mattra_store_write_organisation (self, mattra_plan_get_organisation (plan), error)
                  && mattra_store_write_catalogue (self, error)
                  && mattra_store_write_plan (self, plan, error);

  if (done)
    return mattra_store_commit_act (self, error);
  mattra_store_abandon_act (self);
  return FALSE;
}

static gboolean
fill_new (const char  *path,
          const char  *shown,
          MattraPlan  *plan,
          GError     **error)
{
  g_autoptr (MattraStore) self = g_object_new (MATTRA_TYPE_STORE, NULL);
  g_autofree char *mark = g_strdup_printf ("PRAGMA application_id = %d", MATTRA_APPLICATION_ID);

  self->path = g_strdup (shown);
  self->device = ensure_device (error);
  if (self->device == NULL)
    return FALSE;
  self->database = mattra_sqlite_open (path, shown, MATTRA_SQLITE_CREATE, error);
  return self->database != NULL
         && mattra_sqlite_make_durable (self->database, error)
         && mattra_sqlite_script (self->database, mark, error)
         && mattra_schema_migrate (self->database, 0, error)
         && write_beginning (self, plan, error);
}

static gboolean
refuse_existing (const char  *path,
                 GError     **error)
{
  g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID,
               _ ("%s exists already; choose another name"), path);
  return FALSE;
}

/* Gives a finished file its name, never over another. */
static gboolean
put_in_place (const char  *temporary,
              const char  *path,
              GError     **error)
{
  int code;

  if (renameat2 (AT_FDCWD, temporary, AT_FDCWD, path, RENAME_NOREPLACE) == 0)
    return TRUE;
  /* A disk that cannot do this in one step. */
  if (errno == EINVAL && !g_file_test (path, G_FILE_TEST_EXISTS) && g_rename (temporary, path) == 0)
    return TRUE;
  code = errno;
  if (code == EEXIST || code == EINVAL)
    return refuse_existing (path, error);
  g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_IO,
               _ ("%s cannot be made; choose another folder, or make room on the disk"), path);
  mattra_error_set_detail (error, g_strerror (code));
  return FALSE;
}

static gboolean
check_folder (const char  *path,
              GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return refuse_existing (path, error);
  if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
    g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_NOT_FOUND,
                 _ ("the folder %s does not exist; make it first"), folder);
  else if (g_access (folder, W_OK) != 0)
    g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_DENIED,
                 _ ("you may not write to the folder %s; choose another folder"), folder);
  else
    return TRUE;
  return FALSE;
}

/**
 * mattra_store_create:
 * @path: where the register is to be; nothing may be there
 * @plan: the first plan: organisation, fiscal year, rounds, divisions, signers and settings
 * @error: why not
 *
 * Makes a register. It gets its name only when it is complete, so that no half-made one is ever
 * there. The plan's organisation, rounds and divisions are given their keys.
 *
 * Returns: whether it was made
 */
gboolean
mattra_store_create (const char  *path,
                     MattraPlan  *plan,
                     GError     **error)
{
  g_autofree char *temporary = NULL;
  g_autofree char *journal = NULL;
  MattraUlidGenerator generator = { 0 };
  g_autofree char *mark = NULL;
  gboolean done;

  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (MATTRA_IS_PLAN (plan), FALSE);

  if (!check_folder (path, error))
    return FALSE;
  mark = mattra_ulid_new (&generator, g_get_real_time () / 1000);
  temporary = g_strdup_printf ("%s.new-%s", path, mark);
  journal = g_strconcat (temporary, "-journal", NULL);
  done = fill_new (temporary, path, plan, error) && put_in_place (temporary, path, error);
  if (!done)
    {
      g_unlink (temporary);
      g_unlink (journal);
    }
  return done;
}

/* What is known of an open register */

/**
 * mattra_store_get_path:
 * @self: a register
 *
 * Returns: (transfer none): the file, links resolved
 */
const char *
mattra_store_get_path (MattraStore *self)
{
  g_return_val_if_fail (MATTRA_IS_STORE (self), NULL);

  return self->path;
}

/**
 * mattra_store_get_read_only:
 * @self: a register
 *
 * Returns: whether it was opened only to look
 */
gboolean
mattra_store_get_read_only (MattraStore *self)
{
  g_return_val_if_fail (MATTRA_IS_STORE (self), TRUE);

  return self->read_only;
}

/**
 * mattra_store_get_notice:
 * @self: a register
 *
 * Returns: (transfer none) (nullable): what the user must know about this file: that a newer version
 *   made it and it can therefore only be read
 */
const char *
mattra_store_get_notice (MattraStore *self)
{
  g_return_val_if_fail (MATTRA_IS_STORE (self), NULL);

  return self->notice;
}

/**
 * mattra_store_get_device:
 * @self: a register
 *
 * Returns: (transfer none) (nullable): ULID under which changes are logged; %NULL when read-only
 */
const char *
mattra_store_get_device (MattraStore *self)
{
  g_return_val_if_fail (MATTRA_IS_STORE (self), NULL);

  return self->device;
}

/**
 * mattra_store_get_organisation:
 * @self: a register
 *
 * Returns: (transfer none): ULID of the organisation whose register it is
 */
const char *
mattra_store_get_organisation (MattraStore *self)
{
  g_return_val_if_fail (MATTRA_IS_STORE (self), NULL);

  return self->organisation;
}

/**
 * mattra_store_set_person:
 * @self: a register
 * @person: (nullable): who makes the changes from now on, as the history shows it
 *
 * Names the person whose acts follow.
 */
void
mattra_store_set_person (MattraStore *self,
                         const char  *person)
{
  g_return_if_fail (MATTRA_IS_STORE (self));

  g_free (self->person);
  self->person = g_strdup (person);
}

/**
 * mattra_store_set_clock:
 * @self: a register
 * @clock: (nullable) (scope notified): tells the time; %NULL for the machine's clock
 * @user_data: given to @clock
 *
 * Sets where the times in the log come from.
 */
void
mattra_store_set_clock (MattraStore     *self,
                        MattraClockFunc  clock,
                        gpointer         user_data)
{
  g_return_if_fail (MATTRA_IS_STORE (self));

  self->clock = clock != NULL ? clock : real_time;
  self->clock_data = user_data;
}

/**
 * mattra_store_poll:
 * @self: a register
 * @changed: (out): whether another program has changed the register since the last call
 * @error: why it cannot be told: the file was moved or removed
 *
 * Looks whether somebody else wrote.
 *
 * Returns: whether it could be told
 */
gboolean
mattra_store_poll (MattraStore  *self,
                   gboolean     *changed,
                   GError      **error)
{
  gint64 version = 0;

  g_return_val_if_fail (MATTRA_IS_STORE (self), FALSE);
  g_return_val_if_fail (changed != NULL, FALSE);

  if (!mattra_database_poll (self->database, &version, error))
    return FALSE;
  *changed = version != self->data_version;
  self->data_version = version;
  return TRUE;
}
