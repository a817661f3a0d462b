/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-command.h"

#include <glib/gi18n-lib.h>

#include "mattra-act-text.h"
#include "mattra-open.h"
#include "mattra-output.h"

typedef gboolean (*StepFunc) (MattraStore  *store,
                              char        **name,
                              GError      **error);

/* Tells what was done by the words that the history has for it. */
static gboolean
tell_step (MattraStore  *store,
           const char   *told,
           GError      **error)
{
  g_autoptr (GPtrArray) changes = mattra_store_load_history (store, NULL, 0, 1, error);
  g_autofree char *text = NULL;

  if (changes == NULL)
    return FALSE;
  if (changes->len > 0)
    text = mattra_act_text_target (g_ptr_array_index (changes, 0));
  mattra_output_line ("%s: %s", told, text ? text : "");
  return TRUE;
}

static MattraExit
run_step (MattraInvocation  *self,
          StepFunc           step,
          const char        *told,
          GError           **error)
{
  g_autoptr (MattraStore) store = NULL;

  if (!mattra_invocation_parse (self, NULL, error))
    return MATTRA_EXIT_DONE;
  store = mattra_open_writer (self, self->operands[0], error);
  if (store == NULL || !step (store, NULL, error))
    return MATTRA_EXIT_FAILED;
  return tell_step (store, told, error) ? MATTRA_EXIT_DONE : MATTRA_EXIT_FAILED;
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
  .writes = TRUE,
  .run = run_undo,
};

const MattraCommand mattra_command_redo = {
  .name = "redo",
  .operands = N_("FILE"),
  .summary = N_("Do again what was taken back"),
  .min_operands = 1,
  .max_operands = 1,
  .writes = TRUE,
  .run = run_redo,
};
