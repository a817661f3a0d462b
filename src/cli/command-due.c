/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-command.h"

#include <gio/gunixoutputstream.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <unistd.h>

#include "mattra-argument.h"
#include "mattra-due-json.h"
#include "mattra-find.h"
#include "mattra-load-due.h"
#include "mattra-open.h"
#include "mattra-output.h"

#define MOST_DAYS 3660

/* How long it is until a deadline, or since. */
static char *
time_text (int days_left)
{
  if (days_left < 0)
    return g_strdup_printf (ngettext ("%d day late", "%d days late", (gulong) -days_left), -days_left);
  if (days_left == 0)
    return g_strdup (_("today"));
  return g_strdup_printf (ngettext ("in %d day", "in %d days", (gulong) days_left), days_left);
}

static char *
reason_text (const MattraDue *due)
{
  const char *round = mattra_argument_round_text (due->round);

  switch (due->kind)
    {
    case MATTRA_DUE_ANSWER:
      return g_strdup_printf (_("no answer for the round: %s"), round);
    case MATTRA_DUE_WORK:
      return g_strdup_printf (_("not finished, round: %s"), round);
    case MATTRA_DUE_STEP:
      return g_strdup_printf (_("step “%s”: %u of %u times, round: %s"), due->step, due->n_done, due->n_times, round);
    case MATTRA_DUE_MILESTONE:
    default:
      return g_strdup (_("day of the assessment"));
    }
}

static const char *
heading_of (MattraPlan      *plan,
            const MattraDue *due)
{
  MattraDivisionList *divisions = mattra_plan_get_divisions (plan);

  if (due->place < mattra_division_list_get_size (divisions))
    return mattra_division_list_get (divisions, due->place)->name;
  return due->kind == MATTRA_DUE_MILESTONE ? _("The whole office") : _("No division named");
}

static void
print_due (const MattraDue *due)
{
  g_autofree char *day = mattra_date_format (due->deadline, MATTRA_DATE_SHORT, MATTRA_DIGITS_WESTERN);
  g_autofree char *left = time_text (due->days_left);
  g_autofree char *reason = reason_text (due);
  g_autofree char *number = due->number > 0 ? g_strdup_printf ("%d ", due->number) : NULL;

  mattra_output_line ("  %s%s", number ? number : "", due->title);
  mattra_output_line ("     %s · %s · %s", day, left, reason);
}

static void
print_text (MattraPlan             *plan,
            GPtrArray              *due,
            const MattraDueOptions *options)
{
  g_autofree char *day = mattra_date_format (options->day, MATTRA_DATE_SHORT, MATTRA_DIGITS_WESTERN);
  guint late = mattra_due_count_late (due);
  const MattraDue *last = NULL;

  mattra_output_line (_("%s, fiscal year %d, on %s"), mattra_plan_get_organisation (plan)->name,
                      mattra_plan_get_fiscal_year (plan), day);
  for (guint i = 0; i < due->len && !mattra_output_failed (); i++)
    {
      const MattraDue *next = g_ptr_array_index (due, i);

      if (last == NULL || last->place != next->place)
        mattra_output_line ("\n%s", heading_of (plan, next));
      print_due (next);
      last = next;
    }
  mattra_output_text ("\n");
  mattra_output_line (_("Late: %u; due within %d days: %u"), late, options->within, due->len - late);
}

static gboolean
print_json (MattraPlan              *plan,
            GPtrArray               *due,
            const MattraDueOptions  *options,
            GError                 **error)
{
  g_autoptr (GOutputStream) stream = g_unix_output_stream_new (STDOUT_FILENO, FALSE);

  fflush (stdout);
  return mattra_due_json_write (plan, due, options, stream, error);
}

/* Answers that name no round count for none of them: what is listed would seem to be missing. */
static void
tell_answers_without_round (MattraStore *store,
                            MattraPlan  *plan)
{
  if (mattra_store_has_answers_without_round (store, mattra_plan_get_id (plan)))
    mattra_output_notice (_("The register has answers that name no round, which count for none; "
                            "say which round they are with “set FILE plan round first-half”"));
}

static gboolean
list_due (MattraInvocation  *self,
          MattraDueOptions  *options,
          const char        *division,
          gboolean           json,
          GError           **error)
{
  g_autoptr (MattraStore) store = mattra_open_store (self->operands[0], TRUE, error);
  g_autoptr (MattraPlan) plan = store ? mattra_open_plan (self, store, error) : NULL;
  g_autoptr (GPtrArray) due = NULL;

  if (plan == NULL || (division && !mattra_find_division (plan, division, &options->division, error)))
    return FALSE;
  due = mattra_load_due (store, plan, options, error);
  if (due == NULL)
    return FALSE;
  tell_answers_without_round (store, plan);
  if (json)
    return print_json (plan, due, options, error);
  print_text (plan, due, options);
  return TRUE;
}

static gboolean
read_within (const char  *text,
             int         *within,
             GError     **error)
{
  const char *end = text;

  if (mattra_digits_parse (&end, within) && *end == '\0' && *within <= MOST_DAYS)
    return TRUE;
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _("--within: “%s” is no number of days from 0 to %d"), text, MOST_DAYS);
  return FALSE;
}

static MattraExit
run_due (MattraInvocation  *self,
         GError           **error)
{
  g_autofree char *division = NULL;
  g_autofree char *day = NULL;
  g_autofree char *round = NULL;
  g_autofree char *within = NULL;
  gboolean json = FALSE;
  MattraDueOptions options = { MATTRA_ROUND_NONE, NULL, self->today, MATTRA_DUE_WITHIN_DAYS };
  const GOptionEntry entries[] = {
    { "on", 0, 0, G_OPTION_ARG_FILENAME, &day, N_("The day to judge by (else today)"), N_("DATE") },
    { "within", 0, 0, G_OPTION_ARG_FILENAME, &within, N_("How many days ahead to look (else 30)"), N_("DAYS") },
    { "division", 0, 0, G_OPTION_ARG_FILENAME, &division, N_("Only what this division owes"), N_("D") },
    { "round", 0, 0, G_OPTION_ARG_FILENAME, &round, N_("first-half or full-year (else all that are open)"), N_("R") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Print JSON, for scripts"), NULL },
    G_OPTION_ENTRY_NULL
  };

  if (!mattra_invocation_parse (self, entries, error)
      || (day && !mattra_argument_date ("--on", day, &options.day, error))
      || (within && !read_within (within, &options.within, error))
      || !mattra_argument_round (round, &options.round, error))
    return MATTRA_EXIT_DONE;
  return list_due (self, &options, division, json, error) ? MATTRA_EXIT_DONE : MATTRA_EXIT_FAILED;
}

const MattraCommand mattra_command_due = {
  .name = "due",
  .operands = N_("FILE"),
  .summary = N_("List what is late and what comes due, by division"),
  .description = N_("Lists answers that nobody gave, work that is not finished, steps that recur and lack ticks, and\n"
                    "days of the assessment. An answer is due on the day set for its round (first_half_due,\n"
                    "full_year_due), else when the measure's period ends, else with the round.\n"
                    "JSON: organisation, fiscal_year_be, day, within_days, late and coming (how many), and due, a list\n"
                    "of: kind (answer, work, step, milestone), deadline (as 2023-03-31), days_left (negative: late),\n"
                    "late, division, division_id, round, number, measure_id, title, status, step, step_id, occurrence\n"
                    "(which time is missing first), done and times, event. Every key is always there; what does not\n"
                    "apply is null."),
  .min_operands = 1,
  .max_operands = 1,
  .run = run_due,
};
