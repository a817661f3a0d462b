/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-command.h"

#include <glib/gi18n-lib.h>

#include "mattra-open.h"
#include "mattra-output.h"

static MattraExit
run_backup (MattraInvocation  *self,
            GError           **error)
{
  g_autoptr (MattraStore) store = NULL;
  g_autofree char *copy = NULL;

  if (!mattra_invocation_parse (self, NULL, error))
    return MATTRA_EXIT_DONE;
  store = mattra_open_store (self->operands[0], TRUE, error);
  copy = store ? mattra_store_back_up (store, error) : NULL;
  if (copy == NULL)
    return MATTRA_EXIT_FAILED;
  mattra_output_line ("%s", copy);
  return MATTRA_EXIT_DONE;
}

const MattraCommand mattra_command_backup = {
  .name = "backup",
  .operands = N_("FILE"),
  .summary = N_("Make a checked copy with date and time in its name"),
  .min_operands = 1,
  .max_operands = 1,
  .run = run_backup,
};
