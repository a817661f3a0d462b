/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-register-lock.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "mattra-hold.h"
#include "mattra-ulid.h"

/* Each window has a file of its own, so that nobody's end takes away what another one told. */

#define GROUP "open"
#define SUFFIX ".open"
#define FILE_MAX 4096

struct _MattraRegisterLock
{
  char *folder;
  char *prefix; /* of the files of this register */
  char *name;   /* of this file */
  char *path;
  int hold;
};

/**
 * mattra_lock_holder_free:
 * @self: (transfer full) (nullable): a holder
 *
 * Frees a holder.
 */
void
mattra_lock_holder_free (MattraLockHolder *self)
{
  if (self == NULL)
    return;
  g_free (self->user);
  g_free (self->host);
  g_free (self);
}

/* Which process this is, also beside those of sandboxes, which count theirs from 1. */
static char *
name_process (void)
{
  g_autofree char *space = g_file_read_link ("/proc/self/ns/pid", NULL);

  return g_strdup_printf ("%s/%d", space != NULL ? space : "", getpid ());
}

static char *
describe_self (void)
{
  g_autofree char *process = name_process ();
  g_autoptr (GKeyFile) file = g_key_file_new ();

  g_key_file_set_string (file, GROUP, "host", g_get_host_name ());
  g_key_file_set_string (file, GROUP, "user", g_get_user_name ());
  g_key_file_set_integer (file, GROUP, "pid", getpid ());
  g_key_file_set_string (file, GROUP, "process", process);
  g_key_file_set_int64 (file, GROUP, "since", g_get_real_time () / G_USEC_PER_SEC);
  return g_key_file_to_data (file, NULL, NULL);
}

/* @own: set where it is this very process: another window of it is none to warn of. */
static MattraLockHolder *
read_holder (const char *path,
             gboolean   *own)
{
  g_autofree char *process = name_process ();
  g_autofree char *told = NULL;
  g_autoptr (GKeyFile) file = g_key_file_new ();
  MattraLockHolder *holder;
  GStatBuf status;

  if (g_stat (path, &status) != 0 || status.st_size > FILE_MAX
      || !g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL))
    return NULL;
  holder = g_new0 (MattraLockHolder, 1);
  holder->user = g_key_file_get_string (file, GROUP, "user", NULL);
  holder->host = g_key_file_get_string (file, GROUP, "host", NULL);
  holder->pid = g_key_file_get_integer (file, GROUP, "pid", NULL);
  holder->since = g_key_file_get_int64 (file, GROUP, "since", NULL);
  holder->here = g_strcmp0 (holder->host, g_get_host_name ()) == 0;
  told = g_key_file_get_string (file, GROUP, "process", NULL);
  *own = holder->here && g_strcmp0 (told, process) == 0;
  if (holder->user != NULL && holder->host != NULL)
    return holder;
  mattra_lock_holder_free (holder);
  return NULL;
}

/* On this machine a file that nobody holds was left by a process that ended: it goes. Of another machine's
 * nothing can be known here. */
static gboolean
is_stale (const char             *path,
          const MattraLockHolder *holder)
{
  int hold;

  if (!holder->here)
    return FALSE;
  hold = mattra_hold_take (path, NULL);
  if (hold < 0)
    return FALSE;
  mattra_hold_release (hold, path);
  return TRUE;
}

typedef gboolean (*HolderFunc) (const char       *path,
                                MattraLockHolder *holder,
                                gpointer          data);

/* The name of one register may begin with that of another; a mark has no dash. */
static gboolean
is_of_register (MattraRegisterLock *self,
                const char         *name)
{
  return g_str_has_prefix (name, self->prefix) && g_str_has_suffix (name, SUFFIX)
         && strchr (name + strlen (self->prefix), '-') == NULL;
}

/* Looks at the others' files until @func returns FALSE; @func takes over the holder. */
static void
each_other (MattraRegisterLock *self,
            HolderFunc          func,
            gpointer            data)
{
  g_autoptr (GDir) folder = g_dir_open (self->folder, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);
      MattraLockHolder *holder;
      gboolean is_own = FALSE;

      if (!is_of_register (self, name) || g_str_equal (name, self->name))
        continue;
      holder = read_holder (path, &is_own);
      if (is_own)
        mattra_lock_holder_free (holder);
      else if (holder != NULL && !func (path, holder, data))
        return;
    }
}

/* The first of those who still have it open. */
static gboolean
take_first (const char       *path,
            MattraLockHolder *holder,
            gpointer          data)
{
  MattraLockHolder **first = data;

  if (is_stale (path, holder))
    {
      mattra_lock_holder_free (holder);
      return TRUE;
    }
  *first = holder;
  return FALSE;
}

static gboolean
remove_other (const char       *path,
              MattraLockHolder *holder,
              gpointer          data)
{
  if (!holder->here)
    g_unlink (path);
  mattra_lock_holder_free (holder);
  return TRUE;
}

static gboolean
write_in (MattraRegisterLock *self,
          const char         *folder,
          const char         *stem)
{
  g_autofree char *text = describe_self ();
  g_autofree char *mark = NULL;
  MattraUlidGenerator generator = { 0 };
  gssize length = (gssize) strlen (text);

  mark = mattra_ulid_new (&generator, g_get_real_time () / 1000);
  self->folder = g_strdup (folder);
  self->prefix = g_strdup_printf (".%s-", stem);
  self->name = g_strconcat (self->prefix, mark, SUFFIX, NULL);
  self->path = g_build_filename (folder, self->name, NULL);
  self->hold = mattra_hold_take (self->path, NULL);
  if (self->hold >= 0 && write (self->hold, text, (gsize) length) == length)
    return TRUE;
  if (self->hold >= 0)
    mattra_hold_release (self->hold, self->path);
  self->hold = -1;
  g_clear_pointer (&self->folder, g_free);
  g_clear_pointer (&self->prefix, g_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->path, g_free);
  return FALSE;
}

/**
 * mattra_register_lock_take:
 * @register_path: a register that a window opens for writing
 * @holder: (out) (nullable) (transfer full): somebody else who has it open; %NULL where there is nobody
 *
 * Tells others that the register is open here, and who else has it open: on this machine only those who are
 * alive, and no window of this process. What to do about it is for the user to say: open to look and release
 * this, or open anyway.
 *
 * Returns: (transfer full) (nullable): the lock; %NULL where no file could be written
 */
MattraRegisterLock *
mattra_register_lock_take (const char        *register_path,
                           MattraLockHolder **holder)
{
  MattraRegisterLock *self;
  g_autofree char *folder = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (register_path != NULL && holder != NULL, NULL);

  *holder = NULL;
  self = g_new0 (MattraRegisterLock, 1);
  folder = g_path_get_dirname (register_path);
  name = g_path_get_basename (register_path);
  if (!write_in (self, folder, name))
    {
      g_autofree char *own = mattra_state_folder ("open");
      g_autofree char *key = mattra_state_key (register_path);

      if (!write_in (self, own, key))
        {
          g_free (self);
          return NULL;
        }
    }
  each_other (self, take_first, holder);
  return self;
}

/**
 * mattra_register_lock_override:
 * @self: a lock
 *
 * Forgets what other machines told: the user knows better, and opens the register anyway.
 */
void
mattra_register_lock_override (MattraRegisterLock *self)
{
  g_return_if_fail (self != NULL);

  each_other (self, remove_other, NULL);
}

/**
 * mattra_register_lock_release:
 * @self: (transfer full): a lock
 *
 * Tells that this window has closed the register.
 */
void
mattra_register_lock_release (MattraRegisterLock *self)
{
  g_return_if_fail (self != NULL);

  if (self->hold >= 0)
    mattra_hold_release (self->hold, self->path);
  g_free (self->folder);
  g_free (self->prefix);
  g_free (self->name);
  g_free (self->path);
  g_free (self);
}
