/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-command.h"

#include <glib/gi18n-lib.h>

#include "mattra-argument.h"
#include "mattra-check-register.h"
#include "mattra-check-words.h"
#include "mattra-open.h"
#include "mattra-output.h"
#include "mattra-show.h"

typedef struct
{
  MattraInvocation *invocation;
  MattraStore *store;
  MattraRound round;
  MattraDate day;
  gboolean has_fault;
} Check;

static gboolean
check_file (Check   *check,
            GError **error)
{
  g_autoptr (GPtrArray) faults = mattra_store_verify (check->store, error);

  if (faults == NULL)
    return FALSE;
  for (guint i = 0; i < faults->len; i++)
    {
      const MattraFault *fault = g_ptr_array_index (faults, i);

      mattra_output_line ("%s: %s", mattra_store_get_path (check->store), fault->message);
    }
  check->has_fault |= faults->len > 0;
  if (faults->len == 0)
    mattra_output_line (_("%s: the file and its log are whole"), mattra_store_get_path (check->store));
  return TRUE;
}

static void
print_finding (int                  year,
               const MattraFinding *finding)
{
  g_autoptr (GString) line = g_string_new (NULL);

  g_string_append_printf (line, "%d", year);
  if (finding->number > 0)
    g_string_append_printf (line, _(", measure %d"), finding->number);
  if (finding->field)
    g_string_append_printf (line, ", %s", finding->field);
  g_string_append_printf (line, ": %s: %s", mattra_check_severity_text (finding->severity), finding->message);
  if (finding->proposal)
    g_string_append_printf (line, " → %s", finding->proposal);
  mattra_output_line ("%s", line->str);
}

static gboolean
check_plan (Check    *check,
            int       year,
            GError  **error)
{
  g_autoptr (MattraPlan) plan = mattra_store_load_plan (check->store, year, error);
  g_autoptr (GPtrArray) findings = NULL;
  MattraRound round = check->round;

  if (plan == NULL)
    return FALSE;
  if (round == MATTRA_ROUND_NONE)
    round = mattra_show_default_round (plan);
  findings = mattra_check_register_plan (check->store, plan, round, check->day, error);
  if (findings == NULL)
    return FALSE;
  for (guint i = 0; i < findings->len; i++)
    print_finding (year, g_ptr_array_index (findings, i));
  check->has_fault |= mattra_check_has_fault (findings);
  return TRUE;
}

static gboolean
check_plans (Check   *check,
             GError **error)
{
  g_autoptr (GPtrArray) years = NULL;

  if (check->invocation->fiscal_year != 0)
    return check_plan (check, check->invocation->fiscal_year, error);
  years = mattra_store_list_years (check->store, error);
  if (years == NULL)
    return FALSE;
  for (guint i = 0; i < years->len; i++)
    if (!check_plan (check, GPOINTER_TO_INT (g_ptr_array_index (years, i)), error))
      return FALSE;
  return TRUE;
}

static MattraExit
run_check (MattraInvocation  *self,
           GError           **error)
{
  g_autofree char *day = NULL;
  g_autofree char *round = NULL;
  const GOptionEntry entries[] = {
    { "on", 0, 0, G_OPTION_ARG_FILENAME, &day, N_("The day for which it is checked (else today)"), N_("DATE") },
    { "round", 0, 0, G_OPTION_ARG_FILENAME, &round,
      N_("The round that is to be reported: first-half or full-year"), N_("R") },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (MattraStore) store = NULL;
  Check check = { self, NULL, MATTRA_ROUND_NONE, self->today, FALSE };

  if (!mattra_invocation_parse (self, entries, error)
      || (day && !mattra_argument_date ("--on", day, &check.day, error))
      || !mattra_argument_round (round, &check.round, error))
    return MATTRA_EXIT_DONE;
  store = mattra_open_store (self->operands[0], TRUE, error);
  check.store = store;
  if (store == NULL || !check_file (&check, error) || !check_plans (&check, error))
    return MATTRA_EXIT_FAILED;
  return check.has_fault ? MATTRA_EXIT_FAILED : MATTRA_EXIT_DONE;
}

const MattraCommand mattra_command_check = {
  .name = "check",
  .operands = N_("FILE"),
  .summary = N_("Check the file, its log and what the plan says"),
  .description = N_("Checks all plans unless --fiscal-year names one. The exit status is 1 if the file is not whole or\n"
                    "something in a plan has to be mended."),
  .min_operands = 1,
  .max_operands = 1,
  .run = run_check,
};
