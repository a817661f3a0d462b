/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-store-private.h"

#include <glib/gi18n-lib.h>

/* The longest recurrence: once a day. */
#define OCCURRENCE_LAST 366

/* The key follows from what the tick says: two machines that tick the same write the same row. */
static char *
tick_id (const char *step,
         const char *round,
         const char *division,
         guint       occurrence)
{
  g_autofree char *last = g_strdup_printf ("%s %u", division != NULL ? division : "", occurrence);

  return mattra_ulid_derive (step, round, last);
}

static char *
find_round_of_step (MattraStore  *self,
                    const char   *step,
                    MattraRound   round,
                    GError      **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autofree char *measure = mattra_store_query_text (self, MATTRA_QUERY_MEASURE_OF_STEP, step, &local_error);
  g_autofree char *plan = NULL;

  if (measure != NULL)
    plan = mattra_store_query_text (self, MATTRA_QUERY_PLAN_OF_MEASURE, measure, &local_error);
  if (plan != NULL)
    return mattra_store_round_id (plan, round);
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else
    g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_NOT_FOUND,
                 _ ("the step that was to be ticked is no longer there; look at the measure again"));
  return NULL;
}

static gboolean
untick (MattraStore  *self,
        const char   *id,
        GError      **error)
{
  g_auto (MattraRecord) present = { 0 };
  MattraValue gone = mattra_value_integer (1);
  gboolean found;

  return mattra_act_get (self, TABLE_STEP_DONE, id, &present, &found, error)
         && (!found || mattra_act_set (self, TABLE_STEP_DONE, id, MATTRA_COLUMN_DELETED, &gone, error));
}

static gboolean
set_done (MattraStore  *self,
          const char   *step,
          MattraRound   round,
          const char   *division,
          guint         occurrence,
          gboolean      done,
          GError      **error)
{
  g_autofree char *round_id = find_round_of_step (self, step, round, error);
  g_autofree char *id = NULL;
  MattraValue values[N_COLUMNS_STEP_DONE];

  if (round_id == NULL)
    return FALSE;
  id = tick_id (step, round_id, division, occurrence);
  if (!done)
    return untick (self, id, error);
  values[COLUMN_STEP_DONE_ID] = mattra_value_text (id);
  values[COLUMN_STEP_DONE_DELETED] = mattra_value_integer (0);
  values[COLUMN_STEP_DONE_ORGANISATION] = mattra_value_text (self->organisation);
  values[COLUMN_STEP_DONE_STEP] = mattra_value_text (step);
  values[COLUMN_STEP_DONE_ROUND] = mattra_value_text (round_id);
  values[COLUMN_STEP_DONE_DIVISION] = mattra_value_text (division);
  values[COLUMN_STEP_DONE_OCCURRENCE] = mattra_value_integer (occurrence);
  return mattra_act_revive (self, TABLE_STEP_DONE, values, error);
}

/**
 * mattra_store_set_step_done:
 * @self: a register open for writing
 * @step: ULID of a step
 * @round: round in which it was done; not %MATTRA_ROUND_NONE
 * @division: (nullable): ULID of the division that did it; %NULL for the joint tick
 * @occurrence: which time of the round, from 1; 1 for a measure that does not recur
 * @done: whether it was done
 * @error: why not: %MATTRA_ERROR_NOT_FOUND, %MATTRA_ERROR_DENIED in a closed round
 *
 * Ticks a step, or takes the tick away.
 *
 * Returns: whether it was done
 */
gboolean
mattra_store_set_step_done (MattraStore  *self,
                            const char   *step,
                            MattraRound   round,
                            const char   *division,
                            guint         occurrence,
                            gboolean      done,
                            GError      **error)
{
  g_return_val_if_fail (MATTRA_IS_STORE (self), FALSE);
  g_return_val_if_fail (step != NULL && round != MATTRA_ROUND_NONE, FALSE);
  g_return_val_if_fail (occurrence >= 1 && occurrence <= OCCURRENCE_LAST, FALSE);

  if (!mattra_act_enter (self, "set-step-done", error))
    return FALSE;
  return mattra_act_leave (self, set_done (self, step, round, division, occurrence, done, error), error);
}
