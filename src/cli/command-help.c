/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-command.h"

#include <glib/gi18n-lib.h>

#include "mattra-output.h"

static void
print_overview (void)
{
  g_autofree char *commands = mattra_command_list ();

  mattra_output_text (_("Usage:\n  mattra-cli COMMAND [OPTION…] [--] [WORD…]\n\n"
                        "Keeps the register of integrity and transparency measures of a local government.\n\n"
                        "Commands:\n"));
  mattra_output_text (commands);
  mattra_output_text (_("\n“mattra-cli help COMMAND” tells more of each; “mattra-cli --version” the version.\n"
                        "Words after “--” are no options, even if they begin with “-”.\n"
                        "Exit status: 0 done, 1 the work failed or found faults, 2 wrong usage.\n"));
}

static MattraExit
run_help (MattraInvocation  *self,
          GError           **error)
{
  char *arguments[] = { (char *) "--help", NULL };
  MattraInvocation other = { .arguments = arguments, .today = self->today };

  if (!mattra_invocation_parse (self, NULL, error))
    return MATTRA_EXIT_DONE;
  if (self->n_operands == 0)
    {
      print_overview ();
      return MATTRA_EXIT_DONE;
    }
  other.command = mattra_command_find (self->operands[0]);
  if (other.command)
    return other.command->run (&other, error);
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("There is no command “%s”"),
               self->operands[0]);
  return MATTRA_EXIT_USAGE;
}

const MattraCommand mattra_command_help = {
  .name = "help",
  .operands = N_("[COMMAND]"),
  .summary = N_("Show what the commands are, or tell more of one"),
  .max_operands = 1,
  .run = run_help,
};
