/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-command.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mattra-actor.h"
#include "mattra-argument.h"
#include "mattra-cell.h"
#include "mattra-edit.h"
#include "mattra-find.h"
#include "mattra-open.h"
#include "mattra-output.h"
#include "mattra-period.h"
#include "mattra-report-choices.h"
#include "mattra-show.h"

/* A period is kept as typed, but the user should know where it could not be read. */
static void
tell_period (MattraPlan       *plan,
             const MattraEdit *edit)
{
  MattraPeriod period = { MATTRA_PERIOD_NONE };
  const char *question;

  if (!g_str_equal (edit->field, "period_text") || *edit->value == '\0')
    return;
  mattra_period_parse (edit->value, mattra_plan_get_fiscal_year (plan), &period);
  if (period.kind != MATTRA_PERIOD_NONE && !period.asked)
    return;
  question = mattra_period_question (&period);
  if (question)
    {
      g_autofree char *said = mattra_question_say (question, edit->value);

      mattra_output_notice (said);
    }
}

/* A text of a report prints as it stands, but the user should know where a placeholder is none. */
static void
tell_text (const MattraEdit *edit)
{
  g_autofree char *fault = NULL;

  if (!g_str_equal (edit->target, "plan") || (strchr (edit->field, '/') == NULL
                                              && !g_str_has_suffix (edit->field, MATTRA_SETTING_PREFACE)
                                              && !g_str_has_suffix (edit->field, MATTRA_SETTING_TITLE)))
    return;
  fault = mattra_report_check_text (edit->value);
  if (fault)
    mattra_output_notice (fault);
}

/* Whose answer is meant where no division was named. */
static gboolean
choose_division (MattraInvocation  *self,
                 MattraStore       *store,
                 MattraPlan        *plan,
                 MattraEdit        *edit,
                 GError           **error)
{
  g_autoptr (MattraMeasure) measure = NULL;
  MattraActor actor;

  if (edit->division != NULL || !mattra_cell_is_answer (edit->field))
    return TRUE;
  if (!mattra_open_actor (self, store, plan, &actor, error))
    return FALSE;
  if (actor.name == NULL || actor.role != MATTRA_ROLE_DIVISION_HEAD)
    return TRUE;
  measure = mattra_find_measure (store, plan, edit->target, error);
  if (measure != NULL)
    edit->division = mattra_actor_answers_as (&actor, plan, measure, edit->round);
  return measure != NULL;
}

static gboolean
apply (MattraInvocation  *self,
       MattraStore       *store,
       MattraPlan        *plan,
       MattraEdit        *edit,
       GError           **error)
{
  guint n_changes = 0;

  if (!choose_division (self, store, plan, edit, error) || !mattra_edit_apply (store, plan, edit, &n_changes, error))
    return FALSE;
  if (n_changes == 0)
    mattra_output_line (_("Nothing to change: %s of %s has this value"), edit->field, edit->target);
  else
    mattra_output_line (_("Changed: %s of %s"), edit->field, edit->target);
  tell_period (plan, edit);
  tell_text (edit);
  return TRUE;
}

static MattraExit
run_set (MattraInvocation  *self,
         GError           **error)
{
  g_autofree char *round = NULL;
  g_autofree char *division = NULL;
  const GOptionEntry entries[] = {
    { "round", 0, 0, G_OPTION_ARG_FILENAME, &round,
      N_("The round of an answer: first-half or full-year (else that of the last import)"), N_("R") },
    { "division", 0, 0, G_OPTION_ARG_FILENAME, &division,
      N_("The division that answers (else all jointly)"), N_("D") },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (MattraStore) store = NULL;
  g_autoptr (MattraPlan) plan = NULL;
  MattraRound asked = MATTRA_ROUND_NONE;
  MattraEdit edit = { NULL };

  if (!mattra_invocation_parse (self, entries, error) || !mattra_argument_round (round, &asked, error))
    return MATTRA_EXIT_DONE;
  store = mattra_open_writer (self, self->operands[0], error);
  plan = store ? mattra_open_plan (self, store, error) : NULL;
  if (plan == NULL)
    return MATTRA_EXIT_FAILED;
  edit = (MattraEdit) { self->operands[1], self->operands[2], self->operands[3],
                        asked != MATTRA_ROUND_NONE ? asked : mattra_show_default_round (plan), NULL };
  if (division && !mattra_find_division (plan, division, &edit.division, error))
    return MATTRA_EXIT_FAILED;
  return apply (self, store, plan, &edit, error) ? MATTRA_EXIT_DONE : MATTRA_EXIT_FAILED;
}

const MattraCommand mattra_command_set = {
  .name = "set",
  .operands = N_("FILE TARGET FIELD VALUE"),
  .summary = N_("Change one cell"),
  .description = N_("TARGET is a measure, by number or identifier: FIELD is then a key of the JSON (number, title,\n"
                    "section, period_text, period_start, period_end, ita_indicator, topic, responsible, steps,\n"
                    "indicators, follow_up, budget, note, extra:HEAD, status, results, obstacles,\n"
                    "recommendations, evidence), and the lines of VALUE are the items of the cell.\n"
                    "TARGET organisation has: name, district, province, website, and emblem and garuda, whose VALUE is a\n"
                    "picture file. TARGET plan has: title, preface, report_date, round, widths, blocks_per_row (1 or 2\n"
                    "signatures side by side), date_line (none: without) and others, and KIND/NAME for one kind of\n"
                    "report: title, subject, office, preface, cover, columns, widths, signers, blocks_per_row,\n"
                    "date_line, digits, numbering, report_date; set/kinds names the papers of one file.\n"
                    "TARGET person:NAME, added when first named, has: role, rank, name, post, acting, division,\n"
                    "from, until; a post that nobody holds is person:POST, whose name is then set to (ว่าง).\n"
                    "TARGET division:NAME has: name, short_name, aliases.\n"
                    "TARGET paper:order, paper:announcement, paper:memo and paper:request have: number, day, subject.\n"
                    "TARGET member:NAME, of the working committee, has: role, name, post, place; without a role it is\n"
                    "taken away. An empty VALUE empties the cell."),
  .min_operands = 4,
  .max_operands = 4,
  .writes = TRUE,
  .run = run_set,
};
