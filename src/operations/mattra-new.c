/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-new.h"

/* Answers come in a few days after a round ends, so that a report can be signed by the 10th
 * (domain.md 1.5); without a day of their own all would be late on the day after the round. */
#define DAYS_TO_ANSWER 5

static void
set_due_day (MattraPlan  *plan,
             MattraRound  round)
{
  MattraPlanRound *plan_round = mattra_plan_get_round (plan, round);

  plan_round->answers_due = mattra_date_add_days (plan_round->end, DAYS_TO_ANSWER);
}

/**
 * mattra_new_plan:
 * @organisation: full name of the office
 * @fiscal_year: fiscal year, B.E.
 *
 * Makes an empty plan as a new register begins with: the divisions that are usual for an office of this
 * kind, and both rounds with the days on which answers are due.
 *
 * Returns: (transfer full): the plan
 */
MattraPlan *
mattra_new_plan (const char *organisation,
                 int         fiscal_year)
{
  MattraPlan *plan = NULL;
  MattraOrganisation *office = NULL;
  g_autoptr (GPtrArray) usual = NULL;
  g_autoptr (MattraDivisionList) divisions = NULL;

  g_return_val_if_fail (organisation != NULL, NULL);
  g_return_val_if_fail (mattra_fiscal_year_is_valid (fiscal_year), NULL);

  plan = mattra_plan_new (fiscal_year);
  office = mattra_plan_get_organisation (plan);
  g_free (office->name);
  office->name = g_strdup (organisation);
  office->kind = mattra_organisation_kind_of (organisation);
  usual = mattra_division_new_usual (office->kind);
  divisions = mattra_division_list_new (usual);
  mattra_plan_set_divisions (plan, divisions);
  set_due_day (plan, MATTRA_ROUND_FIRST_HALF);
  set_due_day (plan, MATTRA_ROUND_FULL_YEAR);
  return plan;
}
