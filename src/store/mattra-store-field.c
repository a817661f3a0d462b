/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-store-private.h"

#include <glib/gi18n-lib.h>

/* Single fields that a person may set, told by name as on the command line. */

typedef enum
{
  FIELD_TEXT,
  FIELD_REQUIRED,
  FIELD_INTEGER,
  FIELD_DATE,
  FIELD_DAY, /* a date that may not be empty */
  FIELD_WORD, /* one of a few words, which the table's checks know */
} FieldType;

typedef struct
{
  const char *name;
  guint column;
  FieldType type;
} Field;

static const Field organisation_fields[] = {
  { "name", COLUMN_ORGANISATION_NAME, FIELD_REQUIRED },
  { "kind", COLUMN_ORGANISATION_KIND, FIELD_WORD },
  { "district", COLUMN_ORGANISATION_DISTRICT, FIELD_TEXT },
  { "province", COLUMN_ORGANISATION_PROVINCE, FIELD_TEXT },
  { "website", COLUMN_ORGANISATION_WEBSITE, FIELD_TEXT },
  { NULL }
};

static const Field plan_fields[] = {
  { "fiscal_year", COLUMN_PLAN_FISCAL_YEAR, FIELD_INTEGER },
  { "analysed_year", COLUMN_PLAN_ANALYSED_YEAR, FIELD_INTEGER },
  { NULL }
};

static const Field round_fields[] = {
  { "start", COLUMN_ROUND_FIRST_DAY, FIELD_DATE },
  { "end", COLUMN_ROUND_LAST_DAY, FIELD_DATE },
  { "answers_due", COLUMN_ROUND_ANSWERS_DUE, FIELD_DATE },
  { "state", COLUMN_ROUND_STATE, FIELD_WORD },
  { NULL }
};

static const Field division_fields[] = {
  { "name", COLUMN_DIVISION_NAME, FIELD_REQUIRED },
  { "short_name", COLUMN_DIVISION_SHORT_NAME, FIELD_TEXT },
  { "sort_key", COLUMN_DIVISION_SORT_KEY, FIELD_REQUIRED },
  { "deleted", COLUMN_DIVISION_DELETED, FIELD_INTEGER },
  { NULL }
};

static const Field paper_fields[] = {
  { "kind", COLUMN_DOCUMENT_KIND, FIELD_REQUIRED },
  { "round", COLUMN_DOCUMENT_ROUND, FIELD_TEXT },
  { "division", COLUMN_DOCUMENT_DIVISION, FIELD_TEXT },
  { "number", COLUMN_DOCUMENT_NUMBER, FIELD_TEXT },
  { "day", COLUMN_DOCUMENT_DAY, FIELD_DATE },
  { "subject", COLUMN_DOCUMENT_SUBJECT, FIELD_TEXT },
  { "deleted", COLUMN_DOCUMENT_DELETED, FIELD_INTEGER },
  { NULL }
};

static const Field member_fields[] = {
  { "name", COLUMN_COMMITTEE_MEMBER_NAME, FIELD_TEXT },
  { "post", COLUMN_COMMITTEE_MEMBER_POST, FIELD_TEXT },
  { "role", COLUMN_COMMITTEE_MEMBER_ROLE, FIELD_REQUIRED },
  { "sort_key", COLUMN_COMMITTEE_MEMBER_SORT_KEY, FIELD_REQUIRED },
  { "deleted", COLUMN_COMMITTEE_MEMBER_DELETED, FIELD_INTEGER },
  { NULL }
};

static const Field measure_fields[] = {
  { "number", COLUMN_MEASURE_NUMBER, FIELD_INTEGER },
  { "title", COLUMN_MEASURE_TITLE, FIELD_REQUIRED },
  { "section", COLUMN_MEASURE_SECTION, FIELD_TEXT },
  { "period_text", COLUMN_MEASURE_PERIOD_TEXT, FIELD_TEXT },
  { "period_start", COLUMN_MEASURE_PERIOD_START, FIELD_DATE },
  { "period_end", COLUMN_MEASURE_PERIOD_END, FIELD_DATE },
  { "ita_indicator", COLUMN_MEASURE_ITA_INDICATOR, FIELD_INTEGER },
  { "topic", COLUMN_MEASURE_TOPIC, FIELD_INTEGER },
  { "recurrence", COLUMN_MEASURE_RECURRENCE, FIELD_INTEGER },
  { "sort_key", COLUMN_MEASURE_SORT_KEY, FIELD_REQUIRED },
  { NULL }
};

static const Field analysis_fields[] = {
  { "strength", COLUMN_ANALYSIS_STRENGTH, FIELD_TEXT },
  { "weakness", COLUMN_ANALYSIS_WEAKNESS, FIELD_TEXT },
  { "cause", COLUMN_ANALYSIS_CAUSE, FIELD_TEXT },
  { "remedy", COLUMN_ANALYSIS_REMEDY, FIELD_TEXT },
  { NULL }
};

static const Field publication_fields[] = {
  { "seal", COLUMN_PUBLICATION_SEAL, FIELD_TEXT },
  { "file_name", COLUMN_PUBLICATION_FILE_NAME, FIELD_TEXT },
  { "url", COLUMN_PUBLICATION_URL, FIELD_TEXT },
  { "menu_path", COLUMN_PUBLICATION_MENU_PATH, FIELD_TEXT },
  { "posted_on", COLUMN_PUBLICATION_POSTED_ON, FIELD_DATE },
  { "explanation", COLUMN_PUBLICATION_EXPLANATION, FIELD_TEXT },
  { "approved_by", COLUMN_PUBLICATION_APPROVED_BY, FIELD_TEXT },
  { "approved_on", COLUMN_PUBLICATION_APPROVED_ON, FIELD_DATE },
  { "hundredths", COLUMN_PUBLICATION_HUNDREDTHS, FIELD_INTEGER },
  { "comment", COLUMN_PUBLICATION_COMMENT, FIELD_TEXT },
  { NULL }
};

static const Field request_fields[] = {
  { "round", COLUMN_REQUEST_ROUND, FIELD_REQUIRED },
  { "division", COLUMN_REQUEST_DIVISION, FIELD_REQUIRED },
  { "kind", COLUMN_REQUEST_KIND, FIELD_WORD },
  { "day", COLUMN_REQUEST_DAY, FIELD_DAY },
  { "due", COLUMN_REQUEST_DUE, FIELD_DATE },
  { "person", COLUMN_REQUEST_PERSON, FIELD_TEXT },
  { "way", COLUMN_REQUEST_WAY, FIELD_TEXT },
  { "note", COLUMN_REQUEST_NOTE, FIELD_TEXT },
  { "answered_on", COLUMN_REQUEST_ANSWERED_ON, FIELD_DATE },
  { "deleted", COLUMN_REQUEST_DELETED, FIELD_INTEGER },
  { NULL }
};

static const Field indicator_fields[] = {
  { "instrument", COLUMN_INDICATOR_INSTRUMENT, FIELD_REQUIRED },
  { "name", COLUMN_INDICATOR_NAME, FIELD_REQUIRED },
  { NULL }
};

static const Field topic_fields[] = {
  { "name", COLUMN_TOPIC_NAME, FIELD_REQUIRED },
  { NULL }
};

static const Field oit_item_fields[] = {
  { "number", COLUMN_OIT_ITEM_NUMBER, FIELD_REQUIRED },
  { "name", COLUMN_OIT_ITEM_NAME, FIELD_REQUIRED },
  { "sure", COLUMN_OIT_ITEM_SURE, FIELD_INTEGER },
  { NULL }
};

static const Field *const row_fields[N_TABLES] = {
  [TABLE_ANALYSIS] = analysis_fields,   [TABLE_PUBLICATION] = publication_fields, [TABLE_REQUEST] = request_fields,
  [TABLE_INDICATOR] = indicator_fields, [TABLE_TOPIC] = topic_fields,             [TABLE_OIT_ITEM] = oit_item_fields,
};

static gboolean
refuse_value (const char  *field,
              const char  *value,
              const char  *wanted,
              GError     **error)
{
  g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID, _ ("“%s” is no value for %s: %s"), value, field, wanted);
  return FALSE;
}

/* @stored points into @value. An empty value is none. */
static gboolean
read_value (const Field  *field,
            const char   *value,
            MattraValue  *stored,
            GError      **error)
{
  MattraDate date;
  gint64 integer;

  *stored = mattra_value_null ();
  if (value == NULL || *value == '\0')
    return field->type != FIELD_REQUIRED && field->type != FIELD_WORD && field->type != FIELD_DAY
           ? TRUE
           : refuse_value (field->name, "", _ ("it may not be empty"), error);
  if (!g_utf8_validate (value, -1, NULL))
    return refuse_value (field->name, "…", _ ("it is not UTF-8"), error);
  *stored = mattra_value_text (value);
  if ((field->type == FIELD_DATE || field->type == FIELD_DAY) && !mattra_date_parse_iso (value, &date))
    return refuse_value (field->name, value, _ ("give a day as 2022-12-31"), error);
  if (field->type != FIELD_INTEGER)
    return TRUE;
  if (!g_ascii_string_to_signed (value, 10, 0, G_MAXINT32, &integer, NULL))
    return refuse_value (field->name, value, _ ("give a whole number"), error);
  *stored = mattra_value_integer (integer);
  return TRUE;
}

static const Field *
find_field (const Field  *fields,
            const char   *name,
            GError      **error)
{
  g_autoptr (GString) known = g_string_new (NULL);

  for (const Field *field = fields; field->name != NULL; field++)
    {
      if (g_str_equal (field->name, name))
        return field;
      g_string_append_printf (known, "%s%s", known->len > 0 ? ", " : "", field->name);
    }
  g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID, _ ("there is no field “%s” here; there are: %s"), name,
               known->str);
  return NULL;
}

static gboolean
set_field (MattraStore    *self,
           MattraTableId   table,
           const Field    *fields,
           const char     *row,
           const char     *name,
           const char     *value,
           GError        **error)
{
  const Field *field = find_field (fields, name, error);
  MattraValue stored;

  if (field == NULL || !read_value (field, value, &stored, error) || !mattra_act_enter (self, "set", error))
    return FALSE;
  return mattra_act_leave (self, mattra_act_set (self, table, row, field->column, &stored, error), error);
}

/* Of a row that follows the plan through its year. */
gboolean
mattra_store_set_row_field (MattraStore    *self,
                            MattraTableId   table,
                            const char     *row,
                            const char     *field,
                            const char     *value,
                            GError        **error)
{
  return set_field (self, table, row_fields[table], row, field, value, error);
}

/**
 * mattra_store_set_organisation_field:
 * @self: a register open for writing
 * @field: "name", "kind", "district", "province" or "website"
 * @value: (nullable): the value; empty or %NULL for none
 * @error: why not: %MATTRA_ERROR_INVALID for a field or value that cannot be
 *
 * Sets a field of the office.
 *
 * Returns: whether it was done
 */
gboolean
mattra_store_set_organisation_field (MattraStore  *self,
                                     const char   *field,
                                     const char   *value,
                                     GError      **error)
{
  g_return_val_if_fail (MATTRA_IS_STORE (self), FALSE);
  g_return_val_if_fail (field != NULL, FALSE);

  return set_field (self, TABLE_ORGANISATION, organisation_fields, self->organisation, field, value, error);
}

/**
 * mattra_store_set_plan_field:
 * @self: a register open for writing
 * @plan: ULID of a plan
 * @field: "fiscal_year" or "analysed_year"
 * @value: (nullable): the year B.E. in western digits
 * @error: why not
 *
 * Sets a field of a plan.
 *
 * Returns: whether it was done
 */
gboolean
mattra_store_set_plan_field (MattraStore  *self,
                             const char   *plan,
                             const char   *field,
                             const char   *value,
                             GError      **error)
{
  g_return_val_if_fail (MATTRA_IS_STORE (self), FALSE);
  g_return_val_if_fail (plan != NULL && field != NULL, FALSE);

  return set_field (self, TABLE_PLAN, plan_fields, plan, field, value, error);
}

/**
 * mattra_store_set_round_field:
 * @self: a register open for writing
 * @plan: ULID of a plan
 * @round: which round of it
 * @field: "start", "end", "answers_due" (ISO days) or "state" ("open", "closed")
 * @value: (nullable): the value
 * @error: why not
 *
 * Sets a field of a round. In a closed round no answer can be changed, not by undo either.
 *
 * Returns: whether it was done
 */
gboolean
mattra_store_set_round_field (MattraStore  *self,
                              const char   *plan,
                              MattraRound   round,
                              const char   *field,
                              const char   *value,
                              GError      **error)
{
  g_autofree char *id = NULL;

  g_return_val_if_fail (MATTRA_IS_STORE (self), FALSE);
  g_return_val_if_fail (plan != NULL && field != NULL && round != MATTRA_ROUND_NONE, FALSE);

  id = mattra_store_round_id (plan, round);
  return set_field (self, TABLE_ROUND, round_fields, id, field, value, error);
}

/**
 * mattra_store_set_division_field:
 * @self: a register open for writing
 * @division: ULID of a division
 * @field: "name", "short_name", "sort_key" or "deleted" (0, 1)
 * @value: (nullable): the value
 * @error: why not
 *
 * Sets a field of a division.
 *
 * Returns: whether it was done
 */
gboolean
mattra_store_set_division_field (MattraStore  *self,
                                 const char   *division,
                                 const char   *field,
                                 const char   *value,
                                 GError      **error)
{
  g_return_val_if_fail (MATTRA_IS_STORE (self), FALSE);
  g_return_val_if_fail (division != NULL && field != NULL, FALSE);

  return set_field (self, TABLE_DIVISION, division_fields, division, field, value, error);
}

/**
 * mattra_store_set_paper_field:
 * @self: a register open for writing
 * @paper: ULID of an order, an announcement or a memo
 * @field: "kind", "round" and "division" (the ULID of one of the plan's), "number", "day" (an ISO day), "subject" or
 *   "deleted" (0, 1)
 * @value: (nullable): the value; empty or %NULL for none
 * @error: why not
 *
 * Sets a field of a paper.
 *
 * Returns: whether it was done
 */
gboolean
mattra_store_set_paper_field (MattraStore  *self,
                              const char   *paper,
                              const char   *field,
                              const char   *value,
                              GError      **error)
{
  g_return_val_if_fail (MATTRA_IS_STORE (self), FALSE);
  g_return_val_if_fail (paper != NULL && field != NULL, FALSE);

  return set_field (self, TABLE_DOCUMENT, paper_fields, paper, field, value, error);
}

/**
 * mattra_store_set_member_field:
 * @self: a register open for writing
 * @member: ULID of a member of the working committee
 * @field: "name", "post", "role", "sort_key" or "deleted" (0, 1)
 * @value: (nullable): the value; empty or %NULL for none
 * @error: why not
 *
 * Sets a field of a member of the committee.
 *
 * Returns: whether it was done
 */
gboolean
mattra_store_set_member_field (MattraStore  *self,
                               const char   *member,
                               const char   *field,
                               const char   *value,
                               GError      **error)
{
  g_return_val_if_fail (MATTRA_IS_STORE (self), FALSE);
  g_return_val_if_fail (member != NULL && field != NULL, FALSE);

  return set_field (self, TABLE_COMMITTEE_MEMBER, member_fields, member, field, value, error);
}

/**
 * mattra_store_set_measure_field:
 * @self: a register open for writing
 * @measure: ULID of a measure
 * @field: "number", "title", "section", "period_text", "period_start", "period_end" (ISO days),
 *   "ita_indicator", "topic", "recurrence" or "sort_key"
 * @value: (nullable): the value; empty or %NULL for none
 * @error: why not
 *
 * Sets a field of a measure. The days of a period do not follow from its text here.
 *
 * Returns: whether it was done
 */
gboolean
mattra_store_set_measure_field (MattraStore  *self,
                                const char   *measure,
                                const char   *field,
                                const char   *value,
                                GError      **error)
{
  g_return_val_if_fail (MATTRA_IS_STORE (self), FALSE);
  g_return_val_if_fail (measure != NULL && field != NULL, FALSE);

  return set_field (self, TABLE_MEASURE, measure_fields, measure, field, value, error);
}
