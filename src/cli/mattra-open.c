/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-open.h"

#include <glib/gi18n-lib.h>

#include "mattra-argument.h"
#include "mattra-error.h"
#include "mattra-output.h"
#include "mattra-show.h"
#include "mattra-whoami.h"

/* A copy that cannot be made is said, but keeps nobody from working. */
static void
back_up_if_due (MattraStore *store)
{
  g_autoptr (GError) error = NULL;

  if (!mattra_store_back_up_if_due (store, &error))
    mattra_output_notice (error->message);
}

/**
 * mattra_open_store:
 * @path: a register
 * @read_only: whether nothing is to be written
 * @error: return location
 *
 * Opens a register and tells the user what the store has to say about it. Before anything is written, a copy is
 * made where one is due.
 *
 * Returns: (transfer full) (nullable): the register
 */
MattraStore *
mattra_open_store (const char  *path,
                   gboolean     read_only,
                   GError     **error)
{
  MattraStore *store = mattra_store_open (path, read_only, error);

  if (store == NULL)
    return NULL;
  if (mattra_store_get_notice (store))
    mattra_output_notice (mattra_store_get_notice (store));
  if (!read_only)
    {
      mattra_store_set_person (store, g_get_user_name ());
      back_up_if_due (store);
    }
  return store;
}

static void
keep_who (MattraInvocation  *self,
          const MattraActor *actor)
{
  g_free (self->who);
  self->who = g_strdup_printf (_("you act as %s, %s; see “mattra-cli whoami”"), actor->name,
                               mattra_role_to_text (actor->role));
}

static gboolean
refuse_gone (MattraStore        *store,
             const MattraActor  *actor,
             GError            **error)
{
  g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_NOT_FOUND,
               _("You are kept as “%s”, who is not among the people of %s any more; say anew who you are:"
                 " mattra-cli whoami FILE PERSON, or --nobody"), actor->name, mattra_store_get_path (store));
  return FALSE;
}

/**
 * mattra_open_actor:
 * @self: the invocation, with who does it
 * @store: a register
 * @plan: a plan of it
 * @actor: (out): who it is, its texts are @plan's; without a name where nobody was named or chosen
 * @error: return location
 *
 * Finds who does it: the person of `--as`, else whom this account was chosen to be, see mattra_whoami_load().
 *
 * Returns: whether it is known, be it nobody
 */
gboolean
mattra_open_actor (MattraInvocation  *self,
                   MattraStore       *store,
                   MattraPlan        *plan,
                   MattraActor       *actor,
                   GError           **error)
{
  g_autoptr (MattraWhoami) whoami = mattra_whoami_load (mattra_store_get_organisation (store));

  *actor = (MattraActor) { NULL };
  if (self->as != NULL && !mattra_actor_find (plan, self->as, self->today, actor, error))
    return FALSE;
  if (self->as == NULL && mattra_whoami_find_actor (whoami, plan, self->today, actor)
      && actor->ground == MATTRA_GROUND_GONE)
    return refuse_gone (store, actor, error);
  if (actor->name != NULL)
    keep_who (self, actor);
  return TRUE;
}

/**
 * mattra_open_newest:
 * @store: a register
 * @error: return location
 *
 * Loads the newest plan: where nobody said which is meant, its people are those of today.
 *
 * Returns: (transfer full) (nullable): the plan
 */
MattraPlan *
mattra_open_newest (MattraStore  *store,
                    GError      **error)
{
  g_autoptr (GPtrArray) years = mattra_store_list_years (store, error);

  if (years == NULL)
    return NULL;
  return mattra_store_load_plan (store, years->len > 0 ? GPOINTER_TO_INT (g_ptr_array_index (years, years->len - 1)) : 0,
                                 error);
}

/**
 * mattra_open_enter:
 * @self: the invocation, with who does it
 * @store: a register that is open for writing
 * @error: return location
 *
 * Has the register ask the table of permissions of each change as of who does it.
 *
 * Returns: whether it is known who does it, be it nobody
 */
gboolean
mattra_open_enter (MattraInvocation  *self,
                   MattraStore       *store,
                   GError           **error)
{
  g_autoptr (MattraPlan) plan = mattra_store_load_plan (store, self->fiscal_year, NULL);
  MattraActor actor;

  /* Of another year the people are known as well; the command itself says what is wrong with the year. */
  if (plan == NULL)
    plan = mattra_open_newest (store, error);
  if (plan == NULL || !mattra_open_actor (self, store, plan, &actor, error))
    return FALSE;
  if (actor.name != NULL)
    mattra_actor_enter (&actor, store);
  return TRUE;
}

/**
 * mattra_open_writer:
 * @self: the invocation, with who does it
 * @path: a register
 * @error: return location
 *
 * Opens a register to change it, as mattra_open_store(), in the name and with the rights of who does it.
 *
 * Returns: (transfer full) (nullable): the register
 */
MattraStore *
mattra_open_writer (MattraInvocation  *self,
                    const char        *path,
                    GError           **error)
{
  g_autoptr (MattraStore) store = mattra_open_store (path, FALSE, error);

  return store != NULL && mattra_open_enter (self, store, error) ? g_steal_pointer (&store) : NULL;
}

static char *
list_years (GPtrArray *years)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < years->len; i++)
    g_string_append_printf (text, "%s%d", i > 0 ? ", " : "", GPOINTER_TO_INT (g_ptr_array_index (years, i)));
  return g_string_free (text, FALSE);
}

/**
 * mattra_open_plan:
 * @self: the invocation, with its fiscal year
 * @store: a register
 * @error: return location
 *
 * Loads the plan that the user means: that of `--fiscal-year`, or the only one. Where there are several
 * and none was named, it is a usage error that lists them.
 *
 * Returns: (transfer full) (nullable): the plan
 */
MattraPlan *
mattra_open_plan (MattraInvocation  *self,
                  MattraStore       *store,
                  GError           **error)
{
  g_autoptr (GPtrArray) years = mattra_store_list_years (store, error);
  g_autofree char *known = NULL;
  int year = self->fiscal_year;

  if (years == NULL)
    return NULL;
  if (year == 0 && years->len == 1)
    year = GPOINTER_TO_INT (g_ptr_array_index (years, 0));
  if (year != 0)
    return mattra_store_load_plan (store, year, error);
  known = list_years (years);
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
               _("%s: holds several plans (%s); say which with --fiscal-year"),
               mattra_store_get_path (store), known);
  return NULL;
}

/**
 * mattra_open_round:
 * @plan: a plan
 * @round: (inout): the round that was named; where none was, that of the last import is set
 * @error: a usage error where that is none either
 *
 * Chooses the round of a command that needs one.
 *
 * Returns: whether there is one
 */
gboolean
mattra_open_round (MattraPlan   *plan,
                   MattraRound  *round,
                   GError      **error)
{
  g_return_val_if_fail (MATTRA_IS_PLAN (plan) && round != NULL, FALSE);

  if (*round == MATTRA_ROUND_NONE)
    *round = mattra_show_default_round (plan);
  return *round != MATTRA_ROUND_NONE
         || mattra_argument_refuse (error, _("Say which round: --round first-half or full-year"));
}
