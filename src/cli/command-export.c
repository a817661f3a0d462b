/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-command.h"

#include <glib/gi18n-lib.h>

#include "mattra-argument.h"
#include "mattra-export-calendar.h"
#include "mattra-export.h"
#include "mattra-find.h"
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

/* What is meant by --format ics; the others are MattraExportFormat. */
#define FORMAT_CALENDAR (MATTRA_EXPORT_CSV + 1)
#define MOST_LEAD_DAYS 366

static gboolean
export_calendar (MattraInvocation       *self,
                 MattraCalendarOptions  *options,
                 const char             *division,
                 const char             *output,
                 GError                **error)
{
  g_autoptr (MattraStore) store = mattra_open_store (self->operands[0], TRUE, error);
  g_autoptr (MattraPlan) plan = store ? mattra_open_plan (self, store, error) : NULL;

  if (plan == NULL || (division && !mattra_find_division (plan, division, &options->division, error))
      || !mattra_export_calendar (store, plan, options, output, error))
    return FALSE;
  mattra_output_line (_("%s: written"), output);
  return TRUE;
}

static gboolean
read_lead (const char  *text,
           int         *days,
           GError     **error)
{
  const char *end = text;

  if (g_str_equal (text, "none"))
    {
      *days = -1;
      return TRUE;
    }
  if (mattra_digits_parse (&end, days) && *end == '\0' && *days <= MOST_LEAD_DAYS)
    return TRUE;
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _("--lead: “%s” is no number of days from 0 to %d; write none for no reminder"), text, MOST_LEAD_DAYS);
  return FALSE;
}

/* What only a calendar has. */
static gboolean
check_options (int           format,
               const char   *division,
               const char   *lead,
               GError      **error)
{
  if (format == FORMAT_CALENDAR || (division == NULL && lead == NULL))
    return TRUE;
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED, _("--division and --lead are for --format ics only"));
  return FALSE;
}

static MattraExit
run_export (MattraInvocation  *self,
            GError           **error)
{
  static const MattraChoice formats[] = {
    { "json", MATTRA_EXPORT_JSON }, { "csv", MATTRA_EXPORT_CSV }, { "ics", FORMAT_CALENDAR }, { NULL, 0 },
  };
  g_autofree char *format = NULL;
  g_autofree char *output = NULL;
  g_autofree char *round = NULL;
  g_autofree char *division = NULL;
  g_autofree char *lead = NULL;
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_FILENAME, &format, N_("json, csv or ics"), N_("F") },
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &output, N_("The file to write"), N_("FILE") },
    { "round", 0, 0, G_OPTION_ARG_FILENAME, &round,
      N_("first-half or full-year (else that of the last import; in a calendar all that are open)"), N_("R") },
    { "division", 0, 0, G_OPTION_ARG_FILENAME, &division, N_("Only the deadlines of this division, in a calendar"),
      N_("D") },
    { "lead", 0, 0, G_OPTION_ARG_FILENAME, &lead,
      N_("How many days before a deadline the calendar reminds (else 30), or none"), N_("DAYS") },
    G_OPTION_ENTRY_NULL
  };
  MattraCalendarOptions calendar = { MATTRA_ROUND_NONE, NULL, MATTRA_STATUS_LEAD_DAYS };
  gboolean done;
  int chosen = 0;

  if (!mattra_invocation_parse (self, entries, error))
    return MATTRA_EXIT_DONE;
  if (format == NULL || output == NULL || *output == '\0')
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
                   _("export needs --format json, csv or ics, and --output FILE"));
      return MATTRA_EXIT_USAGE;
    }
  if (!mattra_argument_choice ("--format", format, formats, &chosen, error)
      || !mattra_argument_round (round, &calendar.round, error) || !check_options (chosen, division, lead, error)
      || (lead && !read_lead (lead, &calendar.lead_days, error)))
    return MATTRA_EXIT_USAGE;
  done = chosen == FORMAT_CALENDAR
           ? export_calendar (self, &calendar, division, output, error)
           : export_plan (self, (MattraExportFormat) chosen, calendar.round, output, error);
  return done ? MATTRA_EXIT_DONE : MATTRA_EXIT_FAILED;
}

const MattraCommand mattra_command_export = {
  .name = "export",
  .operands = N_("FILE --format json|csv|ics --output FILE"),
  .summary = N_("Write the measures for other programs, or their deadlines for calendars"),
  .description = N_("In CSV, cells that a spreadsheet would take for a formula begin with an apostrophe, which import\n"
                    "takes off again. As ics it is a calendar of what is not done yet, a whole day each, with the days\n"
                    "of the assessment; the same data give the same file on any day, and a deadline keeps its event."),
  .min_operands = 1,
  .max_operands = 1,
  .run = run_export,
};
