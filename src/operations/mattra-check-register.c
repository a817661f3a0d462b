/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-check-register.h"

#include <glib/gi18n-lib.h>

#include "mattra-cell.h"
#include "mattra-error.h"

/* What accepting the document has settled needs no answer any more. */
static gboolean
is_answered (MattraPlan           *plan,
             const MattraQuestion *question)
{
  const char *name = mattra_plan_get_organisation (plan)->name;

  if (g_strcmp0 (question->field, "fiscal_year") == 0)
    return TRUE;
  if (g_strcmp0 (question->field, "organisation") == 0)
    return name != NULL && *name != '\0';
  return g_strcmp0 (question->field, "round") == 0 && mattra_plan_get_setting (plan, MATTRA_SETTING_ROUND) != NULL;
}

static gboolean
add_questions (MattraStore  *store,
               MattraPlan   *plan,
               GPtrArray    *findings,
               GError      **error)
{
  g_autoptr (GPtrArray) questions = mattra_store_list_questions (store, mattra_plan_get_id (plan), error);

  for (guint i = 0; questions != NULL && i < questions->len; i++)
    if (!is_answered (plan, g_ptr_array_index (questions, i)))
      mattra_check_add_question (findings, g_ptr_array_index (questions, i));
  return questions != NULL;
}

/**
 * mattra_check_register_plan:
 * @store: a register
 * @plan: a plan of it
 * @round: the round that is to be reported
 * @day: the day on which it is
 * @error: return location
 *
 * Checks what a plan says, as before a report is handed up (ตรวจสอบก่อนเสนอ).
 *
 * Returns: (transfer full) (element-type MattraFinding) (nullable): what was found
 */
GPtrArray *
mattra_check_register_plan (MattraStore  *store,
                            MattraPlan   *plan,
                            MattraRound   round,
                            MattraDate    day,
                            GError      **error)
{
  g_autoptr (MattraMeasureSource) measures = NULL;
  g_autoptr (GPtrArray) findings = NULL;

  g_return_val_if_fail (MATTRA_IS_STORE (store) && MATTRA_IS_PLAN (plan), NULL);

  measures = mattra_store_list_measures (store, mattra_plan_get_id (plan), NULL, error);
  if (measures == NULL)
    return NULL;
  findings = mattra_check_plan (plan, measures, round, day, error);
  if (findings == NULL || !add_questions (store, plan, findings, error))
    return NULL;
  return g_steal_pointer (&findings);
}

/**
 * mattra_check_has_fault:
 * @findings: (element-type MattraFinding): findings of a check
 *
 * Returns: whether any of them must be mended before a report goes out
 */
gboolean
mattra_check_has_fault (GPtrArray *findings)
{
  g_return_val_if_fail (findings != NULL, FALSE);

  return mattra_check_count_faults (findings, TRUE) > 0;
}

/**
 * mattra_check_count_faults:
 * @findings: (element-type MattraFinding): findings of a check
 * @with_answers: whether those count that are about answers, which not every report shows
 *
 * Returns: how many of them must be mended before a report goes out
 */
guint
mattra_check_count_faults (GPtrArray *findings,
                           gboolean   with_answers)
{
  guint n = 0;

  g_return_val_if_fail (findings != NULL, 0);

  for (guint i = 0; i < findings->len; i++)
    {
      const MattraFinding *finding = g_ptr_array_index (findings, i);

      if (finding->severity == MATTRA_SEVERITY_FAULT
          && (with_answers || finding->field == NULL || !mattra_cell_is_answer (finding->field)))
        n++;
    }
  return n;
}

static gboolean
is_open (GPtrArray  *questions,
         const char *question)
{
  for (guint i = 0; i < questions->len; i++)
    if (g_strcmp0 (((const MattraQuestion *) g_ptr_array_index (questions, i))->id, question) == 0)
      return TRUE;
  return FALSE;
}

static GPtrArray *
list_questions (MattraStore  *store,
                MattraPlan   *plan,
                const char   *measure,
                GError      **error)
{
  const char *id = mattra_plan_get_id (plan);
  g_autoptr (MattraMeasure) loaded = NULL;

  if (measure == NULL)
    return mattra_store_list_questions (store, id, error);
  loaded = mattra_store_load_measure (store, id, measure, error);
  return loaded != NULL ? g_ptr_array_ref (mattra_measure_get_questions (loaded)) : NULL;
}

/**
 * mattra_check_settle:
 * @store: a register with an open act
 * @plan: the plan as loaded from it
 * @measure: (nullable): ULID of a measure; %NULL for the document as a whole
 * @question: ULID of a question that the import asked about it
 * @error: why not: %MATTRA_ERROR_CONFLICT where somebody has settled it already
 *
 * Settles a question of the import: the user has seen to it. It stays in the history.
 *
 * Returns: whether it was done
 */
gboolean
mattra_check_settle (MattraStore  *store,
                     MattraPlan   *plan,
                     const char   *measure,
                     const char   *question,
                     GError      **error)
{
  g_autoptr (GPtrArray) questions = NULL;

  g_return_val_if_fail (MATTRA_IS_STORE (store) && MATTRA_IS_PLAN (plan), FALSE);
  g_return_val_if_fail (question != NULL, FALSE);

  questions = list_questions (store, plan, measure, error);
  if (questions == NULL)
    return FALSE;
  if (!is_open (questions, question))
    {
      g_set_error_literal (error, MATTRA_ERROR, MATTRA_ERROR_CONFLICT, _("This question is settled already"));
      return FALSE;
    }
  return mattra_store_settle_question (store, question, error);
}
