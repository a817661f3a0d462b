/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-store-private.h"

#include <glib/gi18n-lib.h>

#include "mattra-sort-key.h"

/* A signer is a person, a post and the appointment that joins them. */

static gboolean
take_signer (const MattraValue *row,
             gpointer           user_data)
{
  MattraSigner *signer = mattra_signer_new (mattra_value_get_text (&row[4]));

  mattra_value_copy_text (&signer->id, &row[0]);
  mattra_value_copy_text (&signer->sort_key, &row[1]);
  mattra_value_copy_text (&signer->role, &row[2]);
  mattra_value_copy_text (&signer->rank, &row[3]);
  mattra_value_copy_text (&signer->post, &row[5]);
  mattra_value_copy_text (&signer->acting, &row[6]);
  mattra_value_copy_text (&signer->division, &row[7]);
  signer->from = mattra_value_get_date (&row[8]);
  signer->until = mattra_value_get_date (&row[9]);
  g_ptr_array_add (user_data, signer);
  return TRUE;
}

typedef struct
{
  MattraDivisionList *divisions;
  const MattraDivision *same;
} Namesake;

static gboolean
take_name (const MattraValue *row,
           gpointer           user_data)
{
  Namesake *namesake = user_data;

  namesake->same = mattra_division_list_find_name (namesake->divisions, mattra_value_get_text (&row[0]));
  return namesake->same == NULL;
}

/* A person belongs to a division of one year; in the plan of another year that is the one of the same name, else of
 * another name by which either is known: divisions are renamed from year to year. */
static gboolean
find_divisions (MattraStore  *self,
                MattraPlan   *plan,
                GError      **error)
{
  Namesake namesake = { mattra_plan_get_divisions (plan), NULL };
  GPtrArray *signers = mattra_plan_get_signers (plan);

  for (guint i = 0; i < signers->len; i++)
    {
      MattraSigner *signer = g_ptr_array_index (signers, i);
      MattraValue division = mattra_value_text (signer->division);

      if (signer->division == NULL || mattra_division_list_find_id (namesake.divisions, signer->division) != NULL)
        continue;
      namesake.same = NULL;
      if (!mattra_store_query (self, MATTRA_QUERY_NAMES_OF_DIVISION, &division, 1, take_name, &namesake, error))
        return FALSE;
      if (namesake.same != NULL)
        {
          g_free (signer->division);
          signer->division = g_strdup (namesake.same->id);
        }
    }
  return TRUE;
}

gboolean
mattra_store_load_signers (MattraStore  *self,
                           MattraPlan   *plan,
                           GError      **error)
{
  return mattra_store_query (self, MATTRA_QUERY_LOAD_SIGNERS, NULL, 0, take_signer,
                             mattra_plan_get_signers (plan), error)
         && find_divisions (self, plan, error);
}

static gboolean
write_person (MattraStore         *self,
              const char          *id,
              const MattraSigner  *signer,
              GError             **error)
{
  MattraValue values[N_COLUMNS_PERSON];

  values[COLUMN_PERSON_ID] = mattra_value_text (id);
  values[COLUMN_PERSON_DELETED] = mattra_value_integer (0);
  values[COLUMN_PERSON_ORGANISATION] = mattra_value_text (self->organisation);
  values[COLUMN_PERSON_NAME] = mattra_value_text (signer->name);
  values[COLUMN_PERSON_RANK] = mattra_value_text (signer->rank);
  return mattra_act_insert (self, TABLE_PERSON, values, error);
}

/* Finds the post called @name or adds it; no name is no post. */
static gboolean
ensure_post (MattraStore  *self,
             const char   *name,
             char        **id,
             GError      **error)
{
  MattraValue key = mattra_value_text (name);
  MattraValue values[N_COLUMNS_POST];

  *id = NULL;
  if (name == NULL || *name == '\0')
    return TRUE;
  *id = mattra_database_text (self->database, mattra_query_get_sql (MATTRA_QUERY_FIND_POST), &key, 1, NULL);
  if (*id != NULL)
    return TRUE;
  *id = mattra_store_new_id (self);
  values[COLUMN_POST_ID] = mattra_value_text (*id);
  values[COLUMN_POST_DELETED] = mattra_value_integer (0);
  values[COLUMN_POST_ORGANISATION] = mattra_value_text (self->organisation);
  values[COLUMN_POST_NAME] = key;
  return mattra_act_insert (self, TABLE_POST, values, error);
}

static char *
iso_or_null (MattraDate date)
{
  return mattra_date_is_set (date) ? mattra_date_to_iso (date) : NULL;
}

static gboolean
write_appointment (MattraStore         *self,
                   const char          *person,
                   const char          *post,
                   const MattraSigner  *signer,
                   GError             **error)
{
  g_autofree char *id = mattra_store_new_id (self);
  g_autofree char *last = mattra_store_query_text (self, MATTRA_QUERY_LAST_SIGNER_KEY, NULL, NULL);
  g_autofree char *sort_key = signer->sort_key != NULL ? g_strdup (signer->sort_key)
                                                       : mattra_sort_key_between (last, NULL);
  g_autofree char *from = iso_or_null (signer->from);
  g_autofree char *until = iso_or_null (signer->until);
  MattraValue values[N_COLUMNS_APPOINTMENT];

  values[COLUMN_APPOINTMENT_ID] = mattra_value_text (id);
  values[COLUMN_APPOINTMENT_DELETED] = mattra_value_integer (0);
  values[COLUMN_APPOINTMENT_ORGANISATION] = mattra_value_text (self->organisation);
  values[COLUMN_APPOINTMENT_PERSON] = mattra_value_text (person);
  values[COLUMN_APPOINTMENT_POST] = mattra_value_text (post);
  values[COLUMN_APPOINTMENT_DIVISION] = mattra_value_text (signer->division);
  values[COLUMN_APPOINTMENT_SORT_KEY] = mattra_value_text (sort_key);
  values[COLUMN_APPOINTMENT_ROLE] = mattra_value_text (signer->role);
  values[COLUMN_APPOINTMENT_ACTING] = mattra_value_text (signer->acting);
  values[COLUMN_APPOINTMENT_FROM_DAY] = mattra_value_text (from);
  values[COLUMN_APPOINTMENT_UNTIL_DAY] = mattra_value_text (until);
  return mattra_act_insert (self, TABLE_APPOINTMENT, values, error);
}

static gboolean
write_signer (MattraStore         *self,
              const char          *person,
              const MattraSigner  *signer,
              GError             **error)
{
  g_autofree char *post = NULL;

  return write_person (self, person, signer, error)
         && ensure_post (self, signer->post, &post, error)
         && write_appointment (self, person, post, signer, error);
}

/**
 * mattra_store_insert_signer:
 * @self: a register open for writing
 * @signer: the person with post and role; the key is not looked at
 * @error: why not
 *
 * Adds a person, who signs after the others unless @signer has a sort key.
 *
 * Returns: (transfer full) (nullable): ULID of the person
 */
char *
mattra_store_insert_signer (MattraStore         *self,
                            const MattraSigner  *signer,
                            GError             **error)
{
  g_autofree char *person = NULL;

  g_return_val_if_fail (MATTRA_IS_STORE (self), NULL);
  g_return_val_if_fail (signer != NULL, NULL);

  if (!mattra_act_enter (self, "insert-person", error))
    return NULL;
  person = mattra_store_new_id (self);
  if (!mattra_act_leave (self, write_signer (self, person, signer, error), error))
    return NULL;
  return g_steal_pointer (&person);
}

typedef struct
{
  const char *name;
  MattraTableId table;
  guint column;
  gboolean date;
  gboolean flag;
} SignerField;

static const SignerField signer_fields[] = {
  { "name", TABLE_PERSON, COLUMN_PERSON_NAME },
  { "rank", TABLE_PERSON, COLUMN_PERSON_RANK },
  { "post", TABLE_APPOINTMENT, COLUMN_APPOINTMENT_POST },
  { "role", TABLE_APPOINTMENT, COLUMN_APPOINTMENT_ROLE },
  { "acting", TABLE_APPOINTMENT, COLUMN_APPOINTMENT_ACTING },
  { "division", TABLE_APPOINTMENT, COLUMN_APPOINTMENT_DIVISION },
  { "sort_key", TABLE_APPOINTMENT, COLUMN_APPOINTMENT_SORT_KEY },
  { "from", TABLE_APPOINTMENT, COLUMN_APPOINTMENT_FROM_DAY, TRUE },
  { "until", TABLE_APPOINTMENT, COLUMN_APPOINTMENT_UNTIL_DAY, TRUE },
  { "deleted", TABLE_PERSON, MATTRA_COLUMN_DELETED, FALSE, TRUE },
};

static const SignerField *
find_field (const char  *name,
            const char  *value,
            GError     **error)
{
  MattraDate date;

  for (guint i = 0; i < G_N_ELEMENTS (signer_fields); i++)
    {
      if (!g_str_equal (signer_fields[i].name, name))
        continue;
      if (!signer_fields[i].date || value == NULL || mattra_date_parse_iso (value, &date))
        return &signer_fields[i];
      g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID,
                   _ ("“%s” is no value for %s: give a day as 2022-12-31"), value, name);
      return NULL;
    }
  g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID,
               _ ("a person has no field “%s”; there are: name, rank, post, role, acting, division, sort_key,"
                  " from, until"), name);
  return NULL;
}

static gboolean
set_signer_field (MattraStore        *self,
                  const char         *person,
                  const SignerField  *field,
                  const char         *value,
                  GError            **error)
{
  g_autofree char *appointment = NULL;
  g_autofree char *post = NULL;
  MattraValue stored = mattra_value_text (value);

  if (field->flag)
    stored = mattra_value_integer (g_strcmp0 (value, "1") == 0);
  if (field->table == TABLE_PERSON)
    return mattra_act_set (self, TABLE_PERSON, person, field->column, &stored, error);
  appointment = mattra_store_query_text (self, MATTRA_QUERY_FIND_APPOINTMENT, person, NULL);
  if (appointment == NULL)
    {
      g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_NOT_FOUND, _ ("there is no person with the key %s"), person);
      return FALSE;
    }
  if (field->column == COLUMN_APPOINTMENT_POST)
    {
      if (!ensure_post (self, value, &post, error))
        return FALSE;
      stored = mattra_value_text (post);
    }
  return mattra_act_set (self, TABLE_APPOINTMENT, appointment, field->column, &stored, error);
}

/**
 * mattra_store_set_signer_field:
 * @self: a register open for writing
 * @person: ULID of a person
 * @field: "name", "rank", "post", "role", "acting", "division" (a ULID), "sort_key", "from",
 *   "until" (ISO days) or "deleted" (0, 1)
 * @value: (nullable): the value; empty or %NULL for none
 * @error: why not
 *
 * Sets a field of a person or of the person's first appointment.
 *
 * Returns: whether it was done
 */
gboolean
mattra_store_set_signer_field (MattraStore  *self,
                               const char   *person,
                               const char   *field,
                               const char   *value,
                               GError      **error)
{
  const SignerField *description;

  g_return_val_if_fail (MATTRA_IS_STORE (self), FALSE);
  g_return_val_if_fail (person != NULL && field != NULL, FALSE);

  if (value != NULL && *value == '\0')
    value = NULL;
  description = find_field (field, value, error);
  if (description == NULL || !mattra_act_enter (self, "set-person", error))
    return FALSE;
  return mattra_act_leave (self, set_signer_field (self, person, description, value, error), error);
}
