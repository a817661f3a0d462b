/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-command.h"

#include <glib/gi18n-lib.h>

#include "mattra-output.h"
#include "mattra-period.h"

static void
print_period (const MattraPeriod *period)
{
  g_autofree char *start = mattra_date_is_set (period->start) ? mattra_date_to_iso (period->start) : NULL;
  g_autofree char *end = mattra_date_is_set (period->end) ? mattra_date_to_iso (period->end) : NULL;

  mattra_output_line ("%s\t%s\t%s", start ? start : "", end ? end : "",
                      mattra_period_kind_to_string (period->kind));
}

static MattraExit
run_period (MattraInvocation  *self,
            GError           **error)
{
  MattraExit result = MATTRA_EXIT_DONE;

  if (!mattra_invocation_parse (self, NULL, error))
    return MATTRA_EXIT_DONE;
  for (guint i = 0; i < self->n_operands; i++)
    {
      MattraPeriod period = { MATTRA_PERIOD_NONE };

      mattra_period_parse (self->operands[i], self->fiscal_year, &period);
      print_period (&period);
      if (period.kind == MATTRA_PERIOD_NONE || period.kind == MATTRA_PERIOD_AMBIGUOUS)
        result = MATTRA_EXIT_FAILED;
    }
  return result;
}

const MattraCommand mattra_command_period = {
  .name = "period",
  .operands = N_("[--] TEXT…"),
  .summary = N_("Read periods as Thai offices write them"),
  .description = N_("Prints a line for each text: first day, last day and kind, separated by tabs. Days that are\n"
                    "open or could not be read are empty. Texts without a year need --fiscal-year. The exit\n"
                    "status is 1 if a text can be read in several ways or is no period."),
  .min_operands = 1,
  .run = run_period,
};
