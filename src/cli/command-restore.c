/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-command.h"

#include <glib/gi18n-lib.h>

#include "mattra-clock.h"
#include "mattra-open.h"
#include "mattra-output.h"
#include "mattra-restore.h"

static gboolean
list_copies (const char  *path,
             GError     **error)
{
  g_autoptr (GPtrArray) copies = mattra_backup_list (path, error);

  if (copies == NULL)
    return FALSE;
  for (guint i = 0; i < copies->len; i++)
    {
      const MattraBackup *copy = g_ptr_array_index (copies, i);
      g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (copy->time);
      g_autofree char *when = time ? g_date_time_format (time, "%Y-%m-%d %H:%M:%S") : g_strdup ("?");

      mattra_output_line ("%s\t%" G_GOFFSET_FORMAT "\t%s", when, copy->size, copy->path);
    }
  if (copies->len == 0)
    mattra_output_line (_("There is no copy of %s"), path);
  return TRUE;
}

/* A copy takes the place of all that the register says, so it is for who keeps it. What cannot be opened any more is
 * restored by anybody: nobody can be found in it. */
static gboolean
check_allowed (MattraInvocation  *self,
               const char        *path,
               GError           **error)
{
  g_autoptr (MattraStore) store = mattra_store_open (path, TRUE, NULL);
  g_autoptr (MattraPlan) plan = store ? mattra_open_newest (store, NULL) : NULL;
  MattraActor actor;

  if (plan == NULL)
    return TRUE;
  return mattra_open_actor (self, store, plan, &actor, error)
         && mattra_actor_check (actor.name != NULL ? &actor : NULL, MATTRA_ACTION_SETTINGS, path, error);
}

static MattraExit
run_restore (MattraInvocation  *self,
             GError           **error)
{
  g_autofree char *copy = NULL;
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_FILENAME, &copy, N_("The copy that is to take the register's place"),
      N_("COPY") },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (MattraClock) clock = mattra_clock_new ();
  const char *path;

  if (!mattra_invocation_parse (self, entries, error))
    return MATTRA_EXIT_DONE;
  path = self->operands[0];
  if (copy == NULL)
    return list_copies (path, error) ? MATTRA_EXIT_DONE : MATTRA_EXIT_FAILED;
  if (!check_allowed (self, path, error)
      || !mattra_restore_register (path, copy, mattra_clock_get_now (clock), error))
    return MATTRA_EXIT_FAILED;
  mattra_output_line (_("%s: restored from %s; the register as it was is kept among the copies"), path, copy);
  return MATTRA_EXIT_DONE;
}

const MattraCommand mattra_command_restore = {
  .name = "restore",
  .operands = N_("FILE"),
  .summary = N_("List the copies of a register, or put one in its place"),
  .description = N_("A copy is named by its path or as in the list. Versions that were confirmed since stay."),
  .min_operands = 1,
  .max_operands = 1,
  .writes = TRUE,
  .run = run_restore,
};
