/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-command.h"

#include <glib/gi18n-lib.h>

#include "mattra-open.h"
#include "mattra-output.h"

typedef gboolean (*StepFunc) (MattraStore  *store,
                              char        **name,
                              GError      **error);

static MattraExit
run_step (MattraInvocation  *self,
          StepFunc           step,
          const char        *told,
          GError           **error)
{
  g_autoptr (MattraStore) store = NULL;
  g_autofree char *name = NULL;

  if (!mattra_invocation_parse (self, NULL, error))
    return MATTRA_EXIT_DONE;
  store = mattra_open_store (self->operands[0], FALSE, error);
  if (store == NULL || !step (store, &name, error))
    return MATTRA_EXIT_FAILED;
  mattra_output_line ("%s: %s", told, *name ? _(name) : "");
  return MATTRA_EXIT_DONE;
}

static MattraExit
run_undo (MattraInvocation  *self,
          GError           **error)
{
  return run_step (self, mattra_store_undo, _("Undone"), error);
}

static MattraExit
run_redo (MattraInvocation  *self,
          GError           **error)
{
  return run_step (self, mattra_store_redo, _("Done again"), error);
}

const MattraCommand mattra_command_undo = {
  .name = "undo",
  .operands = N_("FILE"),
  .summary = N_("Take back the newest act"),
  .min_operands = 1,
  .max_operands = 1,
  .run = run_undo,
};

const MattraCommand mattra_command_redo = {
  .name = "redo",
  .operands = N_("FILE"),
  .summary = N_("Do again what was taken back"),
  .min_operands = 1,
  .max_operands = 1,
  .run = run_redo,
};
