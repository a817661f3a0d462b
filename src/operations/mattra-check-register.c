/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-check-register.h"

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

  for (guint i = 0; i < findings->len; i++)
    if (((const MattraFinding *) g_ptr_array_index (findings, i))->severity == MATTRA_SEVERITY_FAULT)
      return TRUE;
  return FALSE;
}
