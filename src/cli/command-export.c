/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-command.h"

#include <glib/gi18n-lib.h>

#include "mattra-argument.h"
#include "mattra-export.h"
#include "mattra-open.h"
#include "mattra-output.h"
#include "mattra-show.h"

static gboolean
export_plan (MattraInvocation    *self,
             MattraExportFormat   format,
             MattraRound          round,
             const char          *output,
             GError             **error)
{
  g_autoptr (MattraStore) store = mattra_open_store (self->operands[0], TRUE, error);
  g_autoptr (MattraPlan) plan = store ? mattra_open_plan (self, store, error) : NULL;
  g_autoptr (MattraMeasureSource) measures = NULL;

  if (plan == NULL)
    return FALSE;
  if (round == MATTRA_ROUND_NONE)
    round = mattra_show_default_round (plan);
  measures = mattra_store_list_measures (store, mattra_plan_get_id (plan), NULL, error);
  if (measures == NULL
      || !mattra_export_to_file (plan, measures, format, round, self->today, output, error))
    return FALSE;
  mattra_output_line (_("%s: written"), output);
  return TRUE;
}

static MattraExit
run_export (MattraInvocation  *self,
            GError           **error)
{
  static const MattraChoice formats[] = {
    { "json", MATTRA_EXPORT_JSON }, { "csv", MATTRA_EXPORT_CSV }, { NULL, 0 },
  };
  g_autofree char *format = NULL;
  g_autofree char *output = NULL;
  g_autofree char *round = NULL;
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_FILENAME, &format, N_("json or csv"), N_("F") },
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &output, N_("The file to write"), N_("FILE") },
    { "round", 0, 0, G_OPTION_ARG_FILENAME, &round,
      N_("first-half or full-year (else that of the last import)"), N_("R") },
    G_OPTION_ENTRY_NULL
  };
  MattraRound asked = MATTRA_ROUND_NONE;
  int chosen = 0;

  if (!mattra_invocation_parse (self, entries, error))
    return MATTRA_EXIT_DONE;
  if (format == NULL || output == NULL || *output == '\0')
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
                   _("export needs --format json or csv, and --output FILE"));
      return MATTRA_EXIT_USAGE;
    }
  if (!mattra_argument_choice ("--format", format, formats, &chosen, error)
      || !mattra_argument_round (round, &asked, error))
    return MATTRA_EXIT_USAGE;
  return export_plan (self, (MattraExportFormat) chosen, asked, output, error) ? MATTRA_EXIT_DONE
                                                                               : MATTRA_EXIT_FAILED;
}

const MattraCommand mattra_command_export = {
  .name = "export",
  .operands = N_("FILE --format json|csv --output FILE"),
  .summary = N_("Write the measures for other programs"),
  .description = N_("In CSV, cells that a spreadsheet would take for a formula begin with an apostrophe, which import\n"
                    "takes off again."),
  .min_operands = 1,
  .max_operands = 1,
  .run = run_export,
};
