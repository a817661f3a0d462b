/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-store-private.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "mattra-error-detail.h"
#include "mattra-sqlite.h"

/* Copies lie in a folder beside the register, where a person who looks for them finds them and where
 * they travel with it; only where nobody may write there, in the account's own data folder. */

#define FOLDER_SUFFIX ".backups"
#define DUE_SECONDS 3600

/* What is kept: the newest ones, the newest of each of the last days and months that have one; of these
 * as many of the newest as fit, but never fewer than the last three. */
#define KEEP_LAST 10
#define KEEP_DAYS 14
#define KEEP_MONTHS 12
#define KEEP_BYTES (G_GINT64_CONSTANT (1) << 30)
#define KEEP_ALWAYS 3

/* The time in a copy's name: 20221209T081500Z. */
#define STAMP_FORMAT "%Y%m%dT%H%M%SZ"
#define STAMP_LENGTH 16

/**
 * mattra_backup_free:
 * @self: (transfer full) (nullable): a copy's description
 *
 * Frees the description of a copy, not the copy.
 */
void
mattra_backup_free (MattraBackup *self)
{
  if (self == NULL)
    return;
  g_free (self->path);
  g_free (self);
}

static char *
folder_beside (const char *path)
{
  return g_strconcat (path, FOLDER_SUFFIX, NULL);
}

/* Registers of the same name in other folders have a folder of their own. */
static char *
folder_of_account (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, path, -1);
  g_autofree char *folder = g_strdup_printf ("%s-%.8s", name, sum);

  return g_build_filename (g_get_user_data_dir (), "mattra", "backups", folder, NULL);
}

static char *
resolve (const char *path)
{
  char *real = realpath (path, NULL);
  char *copy = g_strdup (real != NULL ? real : path);

  free (real);
  return copy;
}

/* Returns: (transfer full) (nullable): a folder for copies that can be written to. */
static char *
ensure_folder (const char  *path,
               GError     **error)
{
  g_autofree char *beside = folder_beside (path);
  g_autofree char *own = NULL;

  if (g_mkdir_with_parents (beside, 0755) == 0 && g_access (beside, W_OK) == 0)
    return g_steal_pointer (&beside);
  own = folder_of_account (path);
  if (g_mkdir_with_parents (own, 0700) == 0)
    return g_steal_pointer (&own);
  g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_IO,
               _ ("there is no place for a copy of %s: neither %s nor %s can be written to; make room or ask for the"
                  " right to write there"), path, beside, own);
  return NULL;
}

/* Listing */

static gboolean
parse_stamp (const char *name,
             gsize       stem_length,
             gint64     *time)
{
  const char *stamp = name + stem_length + 1;
  g_autofree char *iso = NULL;
  g_autoptr (GDateTime) parsed = NULL;

  if (strlen (name) < stem_length + 1 + STAMP_LENGTH || name[stem_length] != '-'
      || !g_str_has_suffix (name, ".mattra"))
    return FALSE;
  iso = g_strndup (stamp, STAMP_LENGTH);
  parsed = g_date_time_new_from_iso8601 (iso, NULL);
  if (parsed == NULL)
    return FALSE;
  *time = g_date_time_to_unix (parsed);
  return TRUE;
}

static char *
stem_of (const char *path)
{
  char *name = g_path_get_basename (path);

  if (g_str_has_suffix (name, ".mattra"))
    name[strlen (name) - strlen (".mattra")] = '\0';
  return name;
}

static void
list_folder (const char *folder,
             const char *stem,
             GPtrArray  *copies)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      MattraBackup *backup;
      GStatBuf info;
      gint64 time;

      if (!g_str_has_prefix (name, stem) || !parse_stamp (name, strlen (stem), &time) || g_stat (path, &info) != 0)
        continue;
      backup = g_new0 (MattraBackup, 1);
      *backup = (MattraBackup) { g_steal_pointer (&path), time, info.st_size };
      g_ptr_array_add (copies, backup);
    }
}

static int
compare_newest_first (gconstpointer a,
                      gconstpointer b)
{
  const MattraBackup *one = *(const MattraBackup *const *) a;
  const MattraBackup *other = *(const MattraBackup *const *) b;

  if (one->time != other->time)
    return one->time < other->time ? 1 : -1;
  return strcmp (other->path, one->path);
}

/**
 * mattra_backup_list:
 * @path: a register, which need not be readable or there any more
 * @error: unused
 *
 * Lists the copies of a register, the newest first: those beside it and those in the account's data
 * folder.
 *
 * Returns: (transfer full) (element-type MattraBackup): the copies
 */
GPtrArray *
mattra_backup_list (const char  *path,
                    GError     **error)
{
  GPtrArray *copies = g_ptr_array_new_with_free_func ((GDestroyNotify) mattra_backup_free);
  g_autofree char *real = NULL;
  g_autofree char *stem = NULL;
  g_autofree char *beside = NULL;
  g_autofree char *own = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  real = resolve (path);
  stem = stem_of (real);
  beside = folder_beside (real);
  own = folder_of_account (real);
  list_folder (beside, stem, copies);
  list_folder (own, stem, copies);
  g_ptr_array_sort (copies, compare_newest_first);
  return copies;
}

/* Keeping */

/* Whether a copy is the newest of its day or month, the copies being seen newest first. */
static gboolean
opens_span (const MattraBackup  *copy,
            const char          *format,
            char               **span)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (copy->time);
  g_autofree char *now = time != NULL ? g_date_time_format (time, format) : NULL;

  if (g_strcmp0 (now, *span) == 0)
    return FALSE;
  g_free (*span);
  *span = g_steal_pointer (&now);
  return TRUE;
}

static void
remove_old (const char *path)
{
  g_autoptr (GPtrArray) copies = mattra_backup_list (path, NULL);
  g_autofree char *day = NULL;
  g_autofree char *month = NULL;
  guint days = 0;
  guint months = 0;
  gint64 bytes = 0;
  gint64 kept = 0;

  for (guint i = 0; i < copies->len; i++)
    {
      const MattraBackup *copy = g_ptr_array_index (copies, i);
      gboolean keep = i < KEEP_LAST;

      keep |= opens_span (copy, "%Y-%m-%d", &day) && days++ < KEEP_DAYS;
      keep |= opens_span (copy, "%Y-%m", &month) && months++ < KEEP_MONTHS;
      if (kept < KEEP_ALWAYS || (keep && bytes + copy->size <= KEEP_BYTES))
        {
          bytes += copy->size;
          kept++;
        }
      else
        g_unlink (copy->path);
    }
}

/* Making */

/* @format has one %s, for @path. */
static void
refuse (GError     **error,
        const char  *format,
        const char  *path,
        const char  *detail)
{
  g_autofree char *message = NULL;

  /* The format is a literal or a translation of one, which msgfmt checks. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  message = g_strdup_printf (format, path);
#pragma GCC diagnostic pop
  g_set_error_literal (error, MATTRA_ERROR, MATTRA_ERROR_IO, message);
  mattra_error_set_detail (error, detail);
}

static gboolean
sync_path (const char  *path,
           int          flags,
           GError     **error)
{
  int fd = g_open (path, flags | O_CLOEXEC, 0);
  gboolean done = fd >= 0 && fsync (fd) == 0;
  int code = errno;

  if (!done)
    refuse (error, _ ("%s cannot be made safe on the disk; check the disk, then do it again"), path, g_strerror (code));
  if (fd >= 0)
    close (fd);
  return done;
}

/* A copy that could not be restored is none: it is opened and checked like any register. */
static gboolean
check_copy (const char  *path,
            gboolean     log_too,
            GError     **error)
{
  g_autoptr (MattraStore) copy = mattra_store_open (path, TRUE, error);
  g_autoptr (GPtrArray) faults = NULL;

  if (copy == NULL || !mattra_store_check_whole (copy, error))
    return FALSE;
  if (!log_too)
    return TRUE;
  faults = mattra_store_verify (copy, error);
  if (faults != NULL && faults->len == 0)
    return TRUE;
  if (faults != NULL)
    g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_CORRUPT, _ ("%s is damaged: %s. Choose another copy"), path,
                 ((MattraFault *) g_ptr_array_index (faults, 0))->message);
  return FALSE;
}

static gboolean
make_copy (const char  *path,
           const char  *temporary,
           const char  *target,
           GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (target);

  if (mattra_sqlite_copy (path, temporary, error)
      && sync_path (temporary, O_RDWR, error)
      && check_copy (temporary, FALSE, error))
    {
      if (g_rename (temporary, target) == 0)
        return sync_path (folder, O_RDONLY | O_DIRECTORY, error);
      refuse (error, _ ("the copy %s cannot be made; make room on the disk or ask for the right to write there"),
              target, g_strerror (errno));
    }
  /* On a full disk an empty file would be left. */
  g_unlink (temporary);
  return FALSE;
}

/* Returns: (transfer full): a name for a copy made now that is not taken. */
static char *
choose_name (const char *folder,
             const char *path,
             const char *what,
             gint64      now)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (now / G_USEC_PER_SEC);
  g_autofree char *stamp = g_date_time_format (time, STAMP_FORMAT);
  g_autofree char *stem = stem_of (path);
  char *name = g_strdup_printf ("%s/%s-%s%s.mattra", folder, stem, stamp, what);

  for (guint i = 2; g_file_test (name, G_FILE_TEST_EXISTS); i++)
    {
      g_free (name);
      name = g_strdup_printf ("%s/%s-%s%s-%u.mattra", folder, stem, stamp, what, i);
    }
  return name;
}

static char *
copy_register (const char  *path,
               gint64       now,
               GError     **error)
{
  g_autofree char *folder = ensure_folder (path, error);
  g_autofree char *target = NULL;
  g_autofree char *temporary = NULL;

  if (folder == NULL)
    return NULL;
  target = choose_name (folder, path, "", now);
  temporary = g_strdup_printf ("%s.part-%d", target, (int) getpid ());
  if (!make_copy (path, temporary, target, error))
    return NULL;
  remove_old (path);
  return g_steal_pointer (&target);
}

/**
 * mattra_store_back_up:
 * @self: a register without an open act
 * @error: why no copy was made: %MATTRA_ERROR_IO on a full disk, %MATTRA_ERROR_CORRUPT where the register is damaged
 *
 * Makes a dated, checked copy in the folder NAME.mattra.backups beside the register, or in the
 * account's data folder where that cannot be written to, and removes old ones: kept are the last 10,
 * the newest of 14 days and of 12 months, at most 1 GiB but never fewer than 3.
 *
 * Every page of the register is looked at before, so that no damaged one takes the place of a good copy.
 *
 * Returns: (transfer full) (nullable): the copy
 */
char *
mattra_store_back_up (MattraStore  *self,
                      GError      **error)
{
  g_return_val_if_fail (MATTRA_IS_STORE (self), NULL);
  g_return_val_if_fail (!self->act.begun, NULL);

  if (!mattra_store_check_whole (self, error))
    return NULL;
  return copy_register (self->path, mattra_store_now (self), error);
}

static gint64
time_of_act (MattraStore *self,
             MattraQuery  query)
{
  g_autofree char *text = mattra_store_query_text (self, query, NULL, NULL);
  g_autoptr (GDateTime) time = text != NULL ? g_date_time_new_from_iso8601 (text, NULL) : NULL;

  return time != NULL ? g_date_time_to_unix (time) : 0;
}

/**
 * mattra_store_back_up_if_due:
 * @self: a register without an open act
 * @error: why no copy was made
 *
 * Makes a copy if the register was changed since the last one and that is over an hour old. The
 * making of a register counts as its first copy. To be called after opening for writing, and hourly
 * while open.
 *
 * Returns: %FALSE only where a copy was due and failed
 */
gboolean
mattra_store_back_up_if_due (MattraStore  *self,
                             GError      **error)
{
  g_autoptr (GPtrArray) copies = NULL;
  g_autofree char *copy = NULL;
  gint64 last;

  g_return_val_if_fail (MATTRA_IS_STORE (self), FALSE);

  copies = mattra_backup_list (self->path, NULL);
  last = copies->len > 0 ? ((MattraBackup *) g_ptr_array_index (copies, 0))->time
                         : time_of_act (self, MATTRA_QUERY_FIRST_ACT_TIME);
  if (time_of_act (self, MATTRA_QUERY_NEWEST_ACT_TIME) <= last
      || mattra_store_now (self) / G_USEC_PER_SEC - last <= DUE_SECONDS)
    return TRUE;
  copy = mattra_store_back_up (self, error);
  return copy != NULL;
}

/* Restoring */

static gboolean
copy_bytes (const char  *from,
            const char  *to,
            GError     **error)
{
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFile) target = g_file_new_for_path (to);
  g_autoptr (GError) local_error = NULL;

  if (g_file_copy (source, target, G_FILE_COPY_NONE, NULL, NULL, NULL, &local_error))
    return sync_path (to, O_RDWR, error);
  g_unlink (to);
  refuse (error, _ ("%s cannot be copied; make room on the disk, and look whether the file can be read"), from,
          local_error->message);
  return FALSE;
}

/* A register too damaged to be opened is kept byte by byte, with the transaction that lay beside it. */
static gboolean
set_aside (const char  *path,
           gint64       now,
           GError     **error)
{
  g_autofree char *folder = ensure_folder (path, error);
  g_autofree char *target = NULL;
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  g_autofree char *target_journal = NULL;

  if (folder == NULL)
    return FALSE;
  target = choose_name (folder, path, "-damaged", now);
  target_journal = g_strconcat (target, "-journal", NULL);
  return copy_bytes (path, target, error)
         && (!g_file_test (journal, G_FILE_TEST_EXISTS) || copy_bytes (journal, target_journal, error));
}

/* Nobody may write while the file is exchanged; what is there is kept first. A file that is too damaged
 * to be locked has no other writer. */
static gboolean
keep_present (const char      *path,
              gint64           now,
              MattraDatabase **lock,
              GError         **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (MattraStore) present = NULL;
  g_autofree char *copy = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  present = mattra_store_open (path, TRUE, &local_error);
  if (present == NULL || !mattra_store_check_whole (present, &local_error))
    return set_aside (path, now, error);
  g_clear_object (&present);
  copy = copy_register (path, now, error);
  if (copy == NULL)
    return FALSE;
  *lock = mattra_sqlite_open (path, path, MATTRA_SQLITE_WRITE, error);
  return *lock != NULL && mattra_database_begin (*lock, error);
}

/* What was confirmed, submitted, returned or approved after the copy was made goes into it before it takes the register's
 * place. A register that cannot be read has nothing to give. */
static gboolean
keep_decisions (const char  *path,
               const char  *temporary,
               GError     **error)
{
  g_autoptr (MattraStore) present = mattra_store_open (path, TRUE, NULL);
  g_autoptr (MattraStore) next = NULL;

  if (present == NULL || !mattra_store_has_decisions (present))
    return TRUE;
  next = mattra_store_open_copy (temporary, error);
  return next != NULL && mattra_store_adopt_seals (next, present, error)
         && mattra_store_adopt_reviews (next, present, error);
}

static gboolean
exchange (const char  *path,
          const char  *copy,
          GError     **error)
{
  g_autofree char *temporary = g_strdup_printf ("%s.restore-%d", path, (int) getpid ());
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  g_autofree char *folder = g_path_get_dirname (path);

  if (!copy_bytes (copy, temporary, error))
    return FALSE;
  if (!keep_decisions (path, temporary, error))
    {
      g_unlink (temporary);
      return FALSE;
    }
  /* The old file's unfinished transaction would be applied to the new one. */
  g_unlink (journal);
  if (g_rename (temporary, path) == 0)
    return sync_path (folder, O_RDONLY | O_DIRECTORY, error);
  refuse (error, _ ("%s cannot be replaced; close other programs that use it, or ask for the right to write there"),
          path, g_strerror (errno));
  g_unlink (temporary);
  return FALSE;
}

/**
 * mattra_backup_restore:
 * @path: the register
 * @copy: one of its copies
 * @now: microseconds since 1970-01-01 00:00 UTC, for the name of the copy of what is there now
 * @error: why not; then the register is as it was
 *
 * Puts a copy in the place of a register, after the copy was checked wholly and what is there now
 * was itself copied, as it is if it is too damaged to be read. Versions that were confirmed after the copy was made,
 * scans that were added, and what was submitted, returned or approved stay: they are taken over from what is there now. Programs that have the old register
 * open can write no more to it.
 *
 * Returns: whether it was done
 */
gboolean
mattra_backup_restore (const char  *path,
                       const char  *copy,
                       gint64       now,
                       GError     **error)
{
  g_autofree char *real = NULL;
  g_autoptr (MattraDatabase) lock = NULL;
  gboolean done;

  g_return_val_if_fail (path != NULL && copy != NULL, FALSE);

  real = resolve (path);
  done = check_copy (copy, TRUE, error) && keep_present (real, now, &lock, error) && exchange (real, copy, error);
  if (lock != NULL)
    mattra_database_rollback (lock);
  return done;
}
