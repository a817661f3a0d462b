/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-store-private.h"

/* What divisions were sent so that they answer. */

static gboolean
take_request (const MattraValue *row,
              gpointer           user_data)
{
  MattraRound round = MATTRA_ROUND_NONE;
  MattraRequest *request;

  mattra_round_from_string (mattra_value_get_text (&row[1]), &round);
  request = mattra_request_new (round, mattra_value_get_text (&row[2]), mattra_value_get_date (&row[4]));
  mattra_value_copy_text (&request->id, &row[0]);
  request->reminder = g_strcmp0 (mattra_value_get_text (&row[3]), "reminder") == 0;
  request->due = mattra_value_get_date (&row[5]);
  mattra_value_copy_text (&request->person, &row[6]);
  mattra_value_copy_text (&request->way, &row[7]);
  mattra_value_copy_text (&request->note, &row[8]);
  request->answered_on = mattra_value_get_date (&row[9]);
  g_ptr_array_add (user_data, request);
  return TRUE;
}

gboolean
mattra_store_load_requests (MattraStore  *self,
                            MattraPlan   *plan,
                            GError      **error)
{
  MattraValue key = mattra_value_text (mattra_plan_get_id (plan));

  return mattra_store_query (self, MATTRA_QUERY_LIST_REQUESTS, &key, 1, take_request, mattra_plan_get_requests (plan),
                             error);
}

static gboolean
write_request (MattraStore          *self,
               const char           *id,
               const char           *plan,
               const MattraRequest  *request,
               GError              **error)
{
  g_autofree char *round = mattra_store_round_id (plan, request->round);
  g_autofree char *day = mattra_date_to_iso (request->day);
  g_autofree char *due = mattra_date_to_iso (request->due);
  g_autofree char *answered = mattra_date_to_iso (request->answered_on);
  MattraValue values[N_COLUMNS_REQUEST];

  values[COLUMN_REQUEST_ID] = mattra_value_text (id);
  values[COLUMN_REQUEST_DELETED] = mattra_value_integer (0);
  values[COLUMN_REQUEST_ORGANISATION] = mattra_value_text (self->organisation);
  values[COLUMN_REQUEST_PLAN] = mattra_value_text (plan);
  values[COLUMN_REQUEST_ROUND] = mattra_value_text (round);
  values[COLUMN_REQUEST_DIVISION] = mattra_value_text (request->division);
  values[COLUMN_REQUEST_KIND] = mattra_value_text (request->reminder ? "reminder" : "request");
  values[COLUMN_REQUEST_DAY] = mattra_value_text (day);
  values[COLUMN_REQUEST_DUE] = mattra_value_text (due);
  values[COLUMN_REQUEST_PERSON] = mattra_value_text (request->person != NULL ? request->person : self->person);
  values[COLUMN_REQUEST_WAY] = mattra_value_text (request->way);
  values[COLUMN_REQUEST_NOTE] = mattra_value_text (request->note);
  values[COLUMN_REQUEST_ANSWERED_ON] = mattra_value_text (answered);
  return mattra_act_insert (self, TABLE_REQUEST, values, error);
}

/**
 * mattra_store_insert_request:
 * @self: a register open for writing
 * @plan: ULID of a plan
 * @request: round, division, day and what else is known; the key is set here, so is who writes where nobody is named
 * @error: why not
 *
 * Keeps that a division was asked for its answers, or reminded of it. A closed round does not hinder it.
 *
 * Returns: (transfer full) (nullable): its ULID
 */
char *
mattra_store_insert_request (MattraStore          *self,
                             const char           *plan,
                             const MattraRequest  *request,
                             GError              **error)
{
  g_autofree char *id = NULL;

  g_return_val_if_fail (MATTRA_IS_STORE (self), NULL);
  g_return_val_if_fail (plan != NULL && request != NULL && request->division != NULL, NULL);
  g_return_val_if_fail (request->round != MATTRA_ROUND_NONE && mattra_date_is_set (request->day), NULL);

  if (!mattra_act_enter (self, "insert-request", error))
    return NULL;
  id = mattra_store_new_id (self);
  if (!mattra_act_leave (self, write_request (self, id, plan, request, error), error))
    return NULL;
  return g_steal_pointer (&id);
}

/**
 * mattra_store_set_request_field:
 * @self: a register open for writing
 * @request: ULID of a request
 * @field: "kind" ("request", "reminder"), "round" and "division" (ULIDs), "day", "due", "answered_on" (ISO days),
 *   "person", "way", "note" or "deleted" (0, 1)
 * @value: (nullable): the value; empty or %NULL for none
 * @error: why not
 *
 * Sets a field of a request.
 *
 * Returns: whether it was done
 */
gboolean
mattra_store_set_request_field (MattraStore  *self,
                                const char   *request,
                                const char   *field,
                                const char   *value,
                                GError      **error)
{
  g_return_val_if_fail (MATTRA_IS_STORE (self), FALSE);
  g_return_val_if_fail (request != NULL && field != NULL, FALSE);

  return mattra_store_set_row_field (self, TABLE_REQUEST, request, field, value, error);
}

static gboolean
take_last (const MattraValue *row,
           gpointer           user_data)
{
  g_hash_table_insert (user_data, g_strdup (mattra_value_get_text (&row[0])), g_strdup (mattra_value_get_text (&row[1])));
  return TRUE;
}

/**
 * mattra_store_list_last_answers:
 * @self: a register
 * @plan: ULID of a plan
 * @round: a round
 * @error: why they could not be read
 *
 * Tells when something was last written into the answers of each division.
 *
 * Returns: (transfer full) (element-type utf8 utf8) (nullable): the times, as 2022-12-09T08:15:00.000Z, by the ULID of
 *   the division
 */
GHashTable *
mattra_store_list_last_answers (MattraStore  *self,
                                const char   *plan,
                                MattraRound   round,
                                GError      **error)
{
  g_autoptr (GHashTable) times = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autofree char *id = NULL;
  MattraValue values[2];

  g_return_val_if_fail (MATTRA_IS_STORE (self) && plan != NULL && round != MATTRA_ROUND_NONE, NULL);

  id = mattra_store_round_id (plan, round);
  values[0] = mattra_value_text (plan);
  values[1] = mattra_value_text (id);
  if (!mattra_store_query (self, MATTRA_QUERY_LAST_ANSWERS, values, 2, take_last, times, error))
    return NULL;
  return g_steal_pointer (&times);
}
