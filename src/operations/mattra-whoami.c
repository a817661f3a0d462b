/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-whoami.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "mattra-error.h"
#include "mattra-ulid.h"

#define GROUP "who"

/* Longer names are none: the file is another's work. */
#define NAME_LENGTH 1000

/**
 * mattra_whoami_new:
 * @actor: (nullable): somebody of a register; %NULL for nobody
 *
 * Returns: (transfer full): that one is chosen, and so the question answered
 */
MattraWhoami *
mattra_whoami_new (const MattraActor *actor)
{
  MattraWhoami *self = g_new0 (MattraWhoami, 1);

  self->asked = TRUE;
  if (actor != NULL)
    {
      self->person = g_strdup (actor->id);
      self->name = g_strdup (actor->name);
    }
  return self;
}

/**
 * mattra_whoami_copy:
 * @self: who somebody is
 *
 * Returns: (transfer full): a copy
 */
MattraWhoami *
mattra_whoami_copy (const MattraWhoami *self)
{
  MattraWhoami *copy = g_new0 (MattraWhoami, 1);

  *copy = (MattraWhoami) { g_strdup (self->person), g_strdup (self->name), self->asked, self->everything };
  return copy;
}

/**
 * mattra_whoami_free:
 * @self: (transfer full) (nullable): who somebody is
 *
 * Frees it.
 */
void
mattra_whoami_free (MattraWhoami *self)
{
  if (self == NULL)
    return;
  g_free (self->person);
  g_free (self->name);
  g_free (self);
}

/* A file of its own for each register: two programs that write at once do not undo each other's. */
static char *
make_path (const char *organisation)
{
  g_autofree char *name = g_strconcat (organisation, ".ini", NULL);

  return g_build_filename (g_get_user_config_dir (), "mattra", "who", name, NULL);
}

/**
 * mattra_whoami_load:
 * @organisation: ULID of the register's organisation: a register that is moved or copied is still the same
 *
 * Reads who this account is to a register. A file that is not there or cannot be read says nobody.
 *
 * Returns: (transfer full): who
 */
MattraWhoami *
mattra_whoami_load (const char *organisation)
{
  MattraWhoami *self = g_new0 (MattraWhoami, 1);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *path = NULL;
  g_autofree char *person = NULL;

  if (organisation == NULL || !mattra_ulid_is_valid (organisation))
    return self;
  path = make_path (organisation);
  if (!g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL))
    return self;
  self->asked = g_key_file_get_boolean (file, GROUP, "asked", NULL);
  self->everything = g_key_file_get_boolean (file, GROUP, "everything", NULL);
  person = g_key_file_get_string (file, GROUP, "person", NULL);
  if (person == NULL || !mattra_ulid_is_valid (person))
    return self;
  self->person = g_steal_pointer (&person);
  self->name = g_key_file_get_string (file, GROUP, "name", NULL);
  if (self->name != NULL && strlen (self->name) > NAME_LENGTH)
    g_clear_pointer (&self->name, g_free);
  return self;
}

/**
 * mattra_whoami_save:
 * @self: who this account is
 * @organisation: ULID of the register's organisation
 * @error: %MATTRA_ERROR_IO where the folder of settings cannot be written
 *
 * Keeps it for the next time, and for the other programs of this account.
 *
 * Returns: whether it is kept
 */
gboolean
mattra_whoami_save (const MattraWhoami  *self,
                    const char          *organisation,
                    GError             **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GError) failure = NULL;
  g_autofree char *path = NULL;
  g_autofree char *folder = NULL;

  g_return_val_if_fail (self != NULL && organisation != NULL && mattra_ulid_is_valid (organisation), FALSE);

  path = make_path (organisation);
  folder = g_path_get_dirname (path);
  g_key_file_set_boolean (file, GROUP, "asked", self->asked);
  g_key_file_set_boolean (file, GROUP, "everything", self->everything);
  if (self->person != NULL)
    g_key_file_set_string (file, GROUP, "person", self->person);
  if (self->person != NULL && self->name != NULL)
    g_key_file_set_string (file, GROUP, "name", self->name);
  if (g_mkdir_with_parents (folder, 0700) != 0)
    g_set_error_literal (&failure, G_FILE_ERROR, g_file_error_from_errno (errno), g_strerror (errno));
  else if (g_key_file_save_to_file (file, path, &failure))
    return TRUE;
  g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_IO,
               _("Who you are could not be kept in %s: %s"), folder, failure->message);
  return FALSE;
}

/**
 * mattra_whoami_find_actor:
 * @self: who this account is
 * @plan: a plan with its people and committee
 * @today: the day for which posts count
 * @actor: (out): who it is, in which role; its texts belong to @plan and @self
 *
 * Finds the person who was chosen. One whose entry is gone is looked for by name, for people are also entered anew; who
 * is not found at all only looks.
 *
 * Returns: whether anybody was chosen; %FALSE for who keeps the register alone and may do all
 */
gboolean
mattra_whoami_find_actor (const MattraWhoami *self,
                          MattraPlan         *plan,
                          MattraDate          today,
                          MattraActor        *actor)
{
  g_return_val_if_fail (self != NULL && MATTRA_IS_PLAN (plan) && actor != NULL, FALSE);

  if (self->person == NULL)
    return FALSE;
  if (mattra_actor_find (plan, self->person, today, actor, NULL)
      || (self->name != NULL && mattra_actor_find (plan, self->name, today, actor, NULL)))
    return TRUE;
  *actor = (MattraActor) { self->name != NULL ? self->name : self->person, NULL, MATTRA_ROLE_VIEWER, NULL,
                           self->person, MATTRA_GROUND_GONE, NULL };
  return TRUE;
}

/**
 * mattra_whoami_enter:
 * @self: who this account is
 * @store: a register open for writing
 * @plan: a plan of it with its people and committee
 * @today: the day for which posts count
 *
 * Has the register ask the table of permissions of each change as of the person who was chosen; of nobody it asks
 * nothing.
 */
void
mattra_whoami_enter (const MattraWhoami *self,
                     MattraStore        *store,
                     MattraPlan         *plan,
                     MattraDate          today)
{
  MattraActor actor;

  g_return_if_fail (self != NULL && MATTRA_IS_STORE (store) && MATTRA_IS_PLAN (plan));

  mattra_actor_enter (mattra_whoami_find_actor (self, plan, today, &actor) ? &actor : NULL, store);
}
