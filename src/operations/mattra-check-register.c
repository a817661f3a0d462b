/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-check-register.h"

#include <glib/gi18n-lib.h>

#include "mattra-cell.h"
#include "mattra-error.h"

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

  g_return_val_if_fail (MATTRA_IS_STORE (store) && MATTRA_IS_PLAN (plan), NULL);

  measures = mattra_store_list_measures (store, mattra_plan_get_id (plan), NULL, error);
  if (measures == NULL)
    return NULL;
  return mattra_check_plan (plan, measures, round, day, error);
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
is_open (MattraMeasure *measure,
         const char    *question)
{
  GPtrArray *questions = mattra_measure_get_questions (measure);

  for (guint i = 0; i < questions->len; i++)
    if (g_strcmp0 (((const MattraQuestion *) g_ptr_array_index (questions, i))->id, question) == 0)
      return TRUE;
  return FALSE;
}

/**
 * mattra_check_settle:
 * @store: a register with an open act
 * @plan: the plan as loaded from it
 * @measure: ULID of a measure
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
  g_autoptr (MattraMeasure) loaded = NULL;

  g_return_val_if_fail (MATTRA_IS_STORE (store) && MATTRA_IS_PLAN (plan), FALSE);
  g_return_val_if_fail (measure != NULL && question != NULL, FALSE);

  loaded = mattra_store_load_measure (store, mattra_plan_get_id (plan), measure, error);
  if (loaded == NULL)
    return FALSE;
  if (!is_open (loaded, question))
    {
      g_set_error_literal (error, MATTRA_ERROR, MATTRA_ERROR_CONFLICT, _("This question is settled already"));
      return FALSE;
    }
  return mattra_store_settle_question (store, question, error);
}
