/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-command.h"

#include <gio/gunixoutputstream.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <unistd.h>

#include "mattra-json-writer.h"
#include "mattra-open.h"
#include "mattra-output.h"
#include "mattra-whoami.h"

static void
print_actor (MattraPlan        *plan,
             const MattraActor *actor)
{
  const char *division = mattra_plan_find_division_name (plan, actor->division);
  g_autofree char *why = NULL;

  if (actor->name == NULL)
    {
      mattra_output_line (_("Nobody was chosen: this account keeps the register and may change all of it"));
      return;
    }
  why = mattra_actor_explain (actor, plan);
  mattra_output_line ("%s%s%s: %s%s%s", actor->name, actor->post != NULL ? ", " : "",
                      actor->post != NULL ? actor->post : "", mattra_role_to_text (actor->role),
                      division != NULL ? ", " : "", division != NULL ? division : "");
  mattra_output_line ("  %s", why);
}

static gboolean
print_json (MattraPlan         *plan,
            const MattraActor  *actor,
            GError            **error)
{
  g_autoptr (GOutputStream) stream = g_unix_output_stream_new (STDOUT_FILENO, FALSE);
  g_autoptr (MattraJsonWriter) writer = mattra_json_writer_new (stream);

  fflush (stdout);
  mattra_json_writer_begin_object (writer, NULL);
  mattra_json_writer_add_string (writer, "person", actor->id);
  mattra_json_writer_add_string (writer, "name", actor->name);
  mattra_json_writer_add_string (writer, "post", actor->post);
  mattra_json_writer_add_string (writer, "role", actor->name != NULL ? mattra_role_to_string (actor->role) : NULL);
  mattra_json_writer_add_string (writer, "division", mattra_plan_find_division_name (plan, actor->division));
  mattra_json_writer_end_object (writer);
  return mattra_json_writer_flush (writer, TRUE, error);
}

static gboolean
choose (MattraInvocation  *self,
        MattraStore       *store,
        MattraPlan        *plan,
        MattraActor       *actor,
        GError           **error)
{
  g_autoptr (MattraWhoami) whoami = NULL;

  *actor = (MattraActor) { NULL };
  if (self->n_operands > 1 && !mattra_actor_find (plan, self->operands[1], self->today, actor, error))
    return FALSE;
  whoami = mattra_whoami_new (actor->name != NULL ? actor : NULL);
  return mattra_whoami_save (whoami, mattra_store_get_organisation (store), error);
}

static gboolean
whoami (MattraInvocation  *self,
        gboolean           nobody,
        gboolean           json,
        GError           **error)
{
  g_autoptr (MattraStore) store = mattra_open_store (self->operands[0], TRUE, error);
  g_autoptr (MattraPlan) plan = store ? mattra_open_plan (self, store, error) : NULL;
  MattraActor actor;

  if (plan == NULL)
    return FALSE;
  if (!(nobody || self->n_operands > 1 ? choose (self, store, plan, &actor, error)
                                       : mattra_open_actor (self, store, plan, &actor, error)))
    return FALSE;
  if (json)
    return print_json (plan, &actor, error);
  print_actor (plan, &actor);
  return TRUE;
}

static MattraExit
run_whoami (MattraInvocation  *self,
            GError           **error)
{
  gboolean nobody = FALSE;
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    { "nobody", 0, 0, G_OPTION_ARG_NONE, &nobody, N_("Be nobody in particular, who keeps the register"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Print it as JSON"), NULL },
    G_OPTION_ENTRY_NULL
  };

  if (!mattra_invocation_parse (self, entries, error))
    return MATTRA_EXIT_DONE;
  if (nobody && self->n_operands > 1)
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED, _("Say either a person or --nobody"));
      return MATTRA_EXIT_USAGE;
    }
  return whoami (self, nobody, json, error) ? MATTRA_EXIT_DONE : MATTRA_EXIT_FAILED;
}

const MattraCommand mattra_command_whoami = {
  .name = "whoami",
  .operands = N_("FILE [PERSON]"),
  .summary = N_("Tell or choose who you are to a register"),
  .description = N_("What you may change follows from what the register says of PERSON: a secretary of the working\n"
                    "committee may change all, a division head the answers of the own division, the chief executive\n"
                    "returns, approves and confirms, others only look. It is kept for this\n"
                    "account of the computer and this register, in the account's settings; the window uses it too,\n"
                    "and the commands that write take it where --as is not given. In a file that several share this is\n"
                    "a courtesy and no wall: who can write the file can change all of it."),
  .min_operands = 1,
  .max_operands = 2,
  .run = run_whoami,
};
