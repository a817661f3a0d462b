/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-store-private.h"

#include <glib/gi18n-lib.h>

#include "mattra-sort-key.h"

/* The lines of the minutes of meetings. */

static gboolean
take_minute (const MattraValue *row,
             gpointer           user_data)
{
  MattraMinute *minute = g_new0 (MattraMinute, 1);

  mattra_value_copy_text (&minute->id, &row[0]);
  minute->meeting = mattra_value_get_date (&row[1]);
  mattra_value_copy_text (&minute->sort_key, &row[2]);
  mattra_value_copy_text (&minute->measure, &row[3]);
  mattra_value_copy_text (&minute->text, &row[4]);
  mattra_value_copy_text (&minute->person, &row[5]);
  minute->number = row[6].integer;
  g_ptr_array_add (user_data, minute);
  return TRUE;
}

/**
 * mattra_store_list_minutes:
 * @self: a register
 * @plan: ULID of a plan
 * @meeting: day of a meeting; none for all of them
 * @error: why they could not be read
 *
 * Lists the lines of the minutes, meeting by meeting in the order in which they were written.
 *
 * Returns: (transfer full) (element-type MattraMinute) (nullable): the lines
 */
GPtrArray *
mattra_store_list_minutes (MattraStore  *self,
                           const char   *plan,
                           MattraDate    meeting,
                           GError      **error)
{
  g_autoptr (GPtrArray) minutes = g_ptr_array_new_with_free_func ((GDestroyNotify) mattra_minute_free);
  g_autofree char *day = mattra_date_to_iso (meeting);
  MattraValue values[] = { mattra_value_text (plan), mattra_value_text (day) };

  g_return_val_if_fail (MATTRA_IS_STORE (self), NULL);
  g_return_val_if_fail (plan != NULL, NULL);

  if (!mattra_store_query (self, MATTRA_QUERY_LIST_MINUTES, values, G_N_ELEMENTS (values), take_minute, minutes, error))
    return NULL;
  return g_steal_pointer (&minutes);
}

static gboolean
take_key (const MattraValue *row,
          gpointer           user_data)
{
  mattra_value_copy_text (user_data, &row[0]);
  return FALSE;
}

static gboolean
write_minute (MattraStore         *self,
              const char          *id,
              const char          *plan,
              const MattraMinute  *minute,
              GError             **error)
{
  g_autofree char *day = mattra_date_to_iso (minute->meeting);
  g_autofree char *last = NULL;
  g_autofree char *sort_key = NULL;
  MattraValue place[] = { mattra_value_text (plan), mattra_value_text (day) };
  MattraValue values[N_COLUMNS_MINUTE];

  if (!mattra_store_query (self, MATTRA_QUERY_LAST_MINUTE_KEY, place, G_N_ELEMENTS (place), take_key, &last, error))
    return FALSE;
  sort_key = minute->sort_key != NULL ? g_strdup (minute->sort_key) : mattra_sort_key_between (last, NULL);
  values[COLUMN_MINUTE_ID] = mattra_value_text (id);
  values[COLUMN_MINUTE_DELETED] = mattra_value_integer (0);
  values[COLUMN_MINUTE_ORGANISATION] = mattra_value_text (self->organisation);
  values[COLUMN_MINUTE_PLAN] = mattra_value_text (plan);
  values[COLUMN_MINUTE_MEETING] = mattra_value_text (day);
  values[COLUMN_MINUTE_SORT_KEY] = mattra_value_text (sort_key);
  values[COLUMN_MINUTE_MEASURE] = mattra_value_text (minute->measure);
  values[COLUMN_MINUTE_TEXT] = mattra_value_text (minute->text);
  values[COLUMN_MINUTE_PERSON] = mattra_value_text (minute->person);
  return mattra_act_insert (self, TABLE_MINUTE, values, error);
}

static gboolean
check_text (const char  *text,
            GError     **error)
{
  if (text != NULL && *text != '\0')
    return TRUE;
  g_set_error_literal (error, MATTRA_ERROR, MATTRA_ERROR_INVALID,
                       _ ("a line of the minutes cannot be empty; remove it instead"));
  return FALSE;
}

/**
 * mattra_store_insert_minute:
 * @self: a register open for writing
 * @plan: ULID of a plan
 * @minute: the line, with the day of its meeting; its key is not looked at
 * @error: why not: %MATTRA_ERROR_INVALID for an empty line
 *
 * Adds a line to the minutes of a meeting, behind the others unless @minute has a sort key.
 *
 * Returns: (transfer full) (nullable): its ULID
 */
char *
mattra_store_insert_minute (MattraStore         *self,
                            const char          *plan,
                            const MattraMinute  *minute,
                            GError             **error)
{
  g_autofree char *id = NULL;

  g_return_val_if_fail (MATTRA_IS_STORE (self), NULL);
  g_return_val_if_fail (plan != NULL && minute != NULL && mattra_date_is_set (minute->meeting), NULL);

  if (!check_text (minute->text, error) || !mattra_act_enter (self, "insert-minute", error))
    return NULL;
  id = mattra_store_new_id (self);
  if (!mattra_act_leave (self, write_minute (self, id, plan, minute, error), error))
    return NULL;
  return g_steal_pointer (&id);
}

/**
 * mattra_store_set_minute_text:
 * @self: a register open for writing
 * @minute: ULID of a line of minutes
 * @text: (nullable): what it says; %NULL takes the line away
 * @error: why not: %MATTRA_ERROR_INVALID for an empty text, %MATTRA_ERROR_NOT_FOUND where it was taken away meanwhile
 *
 * Corrects a line of the minutes, or removes it.
 *
 * Returns: whether it was done
 */
gboolean
mattra_store_set_minute_text (MattraStore  *self,
                              const char   *minute,
                              const char   *text,
                              GError      **error)
{
  MattraValue value = text != NULL ? mattra_value_text (text) : mattra_value_integer (1);
  guint column = text != NULL ? (guint) COLUMN_MINUTE_TEXT : (guint) MATTRA_COLUMN_DELETED;

  g_return_val_if_fail (MATTRA_IS_STORE (self), FALSE);
  g_return_val_if_fail (minute != NULL, FALSE);

  if ((text != NULL && !check_text (text, error))
      || !mattra_act_enter (self, text != NULL ? "set-minute" : "delete-minute", error))
    return FALSE;
  return mattra_act_leave (self, mattra_act_set_live (self, TABLE_MINUTE, minute, column, &value, error), error);
}
