/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-command.h"

#include <gio/gunixoutputstream.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <unistd.h>

#include "mattra-argument.h"
#include "mattra-find.h"
#include "mattra-load-overview.h"
#include "mattra-open.h"
#include "mattra-output.h"
#include "mattra-overview-json.h"
#include "mattra-show.h"

typedef struct
{
  MattraRound round;
  char *division;
  MattraDate day;
  gboolean json;
} Words;

static const char *
group_text (MattraGroup group)
{
  static const char *const texts[MATTRA_N_GROUPS] = {
    [MATTRA_GROUP_DONE] = N_("done"),
    [MATTRA_GROUP_IN_PROGRESS] = N_("in progress"),
    [MATTRA_GROUP_LATE] = N_("late"),
    [MATTRA_GROUP_UNANSWERED] = N_("no answer"),
    [MATTRA_GROUP_NOT_AWAITED] = N_("not awaited"),
  };

  return _(texts[group]);
}

static void
print_tally (const char        *name,
             const MattraTally *tally)
{
  GString *line = g_string_new (NULL);
  g_autofree char *text = NULL;

  for (guint i = 0; i < MATTRA_N_GROUPS; i++)
    if (tally->groups[i] > 0)
      g_string_append_printf (line, "%s%s %u", line->len > 0 ? ", " : " · ", group_text (i), tally->groups[i]);
  text = g_string_free (line, FALSE);
  mattra_output_line ("%s: %u%s", name, tally->total, text);
}

static void
print_indicator (guint                          number,
                 const MattraOverviewIndicator *indicator)
{
  g_autofree char *score = indicator->score >= 0 ? g_strdup_printf (" (%.2f)", indicator->score) : g_strdup ("");
  g_autofree char *name = number > 0 ? g_strdup_printf ("%u %s%s", number, mattra_indicator_get_name ((int) number), score)
                                     : g_strdup (_("No indicator"));

  print_tally (name, &indicator->tally);
  if (indicator->weak)
    mattra_output_line ("  %s", _("weak, and no measure is for it"));
}

static void
print_text (MattraPlan           *plan,
            const MattraOverview *overview)
{
  g_autofree char *due = mattra_date_format (overview->round_end, MATTRA_DATE_SHORT, MATTRA_DIGITS_WESTERN);

  mattra_output_line (_("%s, fiscal year %d, round: %s"), mattra_plan_get_organisation (plan)->name,
                      mattra_plan_get_fiscal_year (plan), mattra_argument_round_text (overview->round));
  mattra_output_line (_("Answers are due on %s; days left: %d"), due, overview->days_left);
  print_tally (_("All measures"), &overview->all);
  mattra_output_line (_("Overdue: %u; due soon: %u"), overview->n_late, overview->n_soon);
  mattra_output_text ("\n");
  for (guint i = 0; i < overview->divisions->len; i++)
    {
      const MattraOverviewDivision *division = &g_array_index (overview->divisions, MattraOverviewDivision, i);

      if (division->name != NULL || division->tally.total > 0)
        print_tally (division->name != NULL ? division->name : _("No division named"), &division->tally);
    }
  mattra_output_text ("\n");
  for (guint i = 1; i <= MATTRA_N_INDICATORS; i++)
    print_indicator (i, &overview->indicators[i]);
  if (overview->indicators[0].n_measures > 0)
    print_indicator (0, &overview->indicators[0]);
}

static gboolean
print_json (MattraPlan            *plan,
            const MattraOverview  *overview,
            GError               **error)
{
  g_autoptr (GOutputStream) stream = g_unix_output_stream_new (STDOUT_FILENO, FALSE);

  fflush (stdout);
  return mattra_overview_json_write (plan, overview, stream, error);
}

static MattraRound
choose_round (MattraPlan  *plan,
              MattraRound  round)
{
  if (round == MATTRA_ROUND_NONE)
    round = mattra_show_default_round (plan);
  return round != MATTRA_ROUND_NONE ? round : MATTRA_ROUND_FIRST_HALF;
}

static gboolean
show (MattraInvocation  *self,
      const Words       *words,
      GError           **error)
{
  g_autoptr (MattraStore) store = mattra_open_store (self->operands[0], TRUE, error);
  g_autoptr (MattraPlan) plan = store ? mattra_open_plan (self, store, error) : NULL;
  g_autoptr (MattraOverview) overview = NULL;
  const char *division = NULL;

  if (plan == NULL || (words->division && !mattra_find_division (plan, words->division, &division, error)))
    return FALSE;
  overview = mattra_load_overview (store, plan, choose_round (plan, words->round), division, words->day, error);
  if (overview == NULL)
    return FALSE;
  if (words->json)
    return print_json (plan, overview, error);
  print_text (plan, overview);
  return TRUE;
}

static MattraExit
run_overview (MattraInvocation  *self,
              GError           **error)
{
  g_autofree char *division = NULL;
  g_autofree char *day = NULL;
  g_autofree char *round = NULL;
  Words words = { MATTRA_ROUND_NONE, NULL, self->today, FALSE };
  const GOptionEntry entries[] = {
    { "on", 0, 0, G_OPTION_ARG_FILENAME, &day, N_("The day to judge by (else today)"), N_("DATE") },
    { "division", 0, 0, G_OPTION_ARG_FILENAME, &division, N_("Only measures of this division"), N_("D") },
    { "round", 0, 0, G_OPTION_ARG_FILENAME, &round,
      N_("The round of an answer: first-half or full-year (else that of the last import)"), N_("R") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &words.json, N_("Print JSON, for scripts"), NULL },
    G_OPTION_ENTRY_NULL
  };

  if (!mattra_invocation_parse (self, entries, error)
      || (day && !mattra_argument_date ("--on", day, &words.day, error))
      || !mattra_argument_round (round, &words.round, error))
    return MATTRA_EXIT_DONE;
  words.division = division;
  return show (self, &words, error) ? MATTRA_EXIT_DONE : MATTRA_EXIT_FAILED;
}

const MattraCommand mattra_command_overview = {
  .name = "overview",
  .operands = N_("FILE"),
  .summary = N_("Count where the year stands, by division and by indicator"),
  .description = N_("The numbers are those of the overview in the window and of “report --kind overview”. Each measure is\n"
                    "counted once for all, and once for each division that answers for it.\n"
                    "JSON: organisation, fiscal_year_be, round, division, division_id, day, answers_due, days_left\n"
                    "(negative: past), measures and, of these, done, in_progress, late, unanswered, not_awaited;\n"
                    "overdue, due_soon, score_year_be, weak_below; divisions, a list of division, division_id and these\n"
                    "counts; indicators, a list of indicator (its number), name, score, weak (a score below weak_below\n"
                    "and no measure for it), measures_of_plan and these counts. What does not apply is null."),
  .min_operands = 1,
  .max_operands = 1,
  .run = run_overview,
};
