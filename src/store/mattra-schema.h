/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-database.h"
#include "mattra-store-types.h"

G_BEGIN_DECLS

/* Inside store/ only: the tables as C knows them. One column list per table serves every statement
 * that is made from it, the log and the checks; a test compares it with the SQL. */

#define MATTRA_MAX_COLUMNS 20

#define MATTRA_ORGANISATION_COLUMNS(X) \
  X (ORGANISATION, ID, "id", TEXT) \
  X (ORGANISATION, DELETED, "deleted", INTEGER) \
  X (ORGANISATION, NAME, "name", TEXT) \
  X (ORGANISATION, KIND, "kind", TEXT) \
  X (ORGANISATION, DISTRICT, "district", TEXT) \
  X (ORGANISATION, PROVINCE, "province", TEXT) \
  X (ORGANISATION, WEBSITE, "website", TEXT) \
  X (ORGANISATION, EMBLEM, "emblem", TEXT) \
  X (ORGANISATION, GARUDA, "garuda", TEXT)

#define MATTRA_PLAN_COLUMNS(X) \
  X (PLAN, ID, "id", TEXT) \
  X (PLAN, DELETED, "deleted", INTEGER) \
  X (PLAN, ORGANISATION, "organisation", TEXT) \
  X (PLAN, FISCAL_YEAR, "fiscal_year", INTEGER) \
  X (PLAN, ANALYSED_YEAR, "analysed_year", INTEGER)

#define MATTRA_ROUND_COLUMNS(X) \
  X (ROUND, ID, "id", TEXT) \
  X (ROUND, DELETED, "deleted", INTEGER) \
  X (ROUND, ORGANISATION, "organisation", TEXT) \
  X (ROUND, PLAN, "plan", TEXT) \
  X (ROUND, KIND, "kind", TEXT) \
  X (ROUND, FIRST_DAY, "first_day", TEXT) \
  X (ROUND, LAST_DAY, "last_day", TEXT) \
  X (ROUND, ANSWERS_DUE, "answers_due", TEXT) \
  X (ROUND, STATE, "state", TEXT)

#define MATTRA_DIVISION_COLUMNS(X) \
  X (DIVISION, ID, "id", TEXT) \
  X (DIVISION, DELETED, "deleted", INTEGER) \
  X (DIVISION, ORGANISATION, "organisation", TEXT) \
  X (DIVISION, PLAN, "plan", TEXT) \
  X (DIVISION, SORT_KEY, "sort_key", TEXT) \
  X (DIVISION, NAME, "name", TEXT) \
  X (DIVISION, SHORT_NAME, "short_name", TEXT)

#define MATTRA_DIVISION_ALIAS_COLUMNS(X) \
  X (DIVISION_ALIAS, ID, "id", TEXT) \
  X (DIVISION_ALIAS, DELETED, "deleted", INTEGER) \
  X (DIVISION_ALIAS, ORGANISATION, "organisation", TEXT) \
  X (DIVISION_ALIAS, DIVISION, "division", TEXT) \
  X (DIVISION_ALIAS, NAME, "name", TEXT)

#define MATTRA_MEASURE_COLUMNS(X) \
  X (MEASURE, ID, "id", TEXT) \
  X (MEASURE, DELETED, "deleted", INTEGER) \
  X (MEASURE, ORGANISATION, "organisation", TEXT) \
  X (MEASURE, PLAN, "plan", TEXT) \
  X (MEASURE, SORT_KEY, "sort_key", TEXT) \
  X (MEASURE, NUMBER, "number", INTEGER) \
  X (MEASURE, TITLE, "title", TEXT) \
  X (MEASURE, SECTION, "section", TEXT) \
  X (MEASURE, PERIOD_TEXT, "period_text", TEXT) \
  X (MEASURE, PERIOD_START, "period_start", TEXT) \
  X (MEASURE, PERIOD_END, "period_end", TEXT) \
  X (MEASURE, ITA_INDICATOR, "ita_indicator", INTEGER) \
  X (MEASURE, TOPIC, "topic", INTEGER) \
  X (MEASURE, RECURRENCE, "recurrence", INTEGER)

#define MATTRA_PARTY_COLUMNS(X) \
  X (PARTY, ID, "id", TEXT) \
  X (PARTY, DELETED, "deleted", INTEGER) \
  X (PARTY, ORGANISATION, "organisation", TEXT) \
  X (PARTY, MEASURE, "measure", TEXT) \
  X (PARTY, SORT_KEY, "sort_key", TEXT) \
  X (PARTY, TEXT, "text", TEXT) \
  X (PARTY, CORRECTED, "corrected", INTEGER)

#define MATTRA_PARTY_DIVISION_COLUMNS(X) \
  X (PARTY_DIVISION, ID, "id", TEXT) \
  X (PARTY_DIVISION, DELETED, "deleted", INTEGER) \
  X (PARTY_DIVISION, ORGANISATION, "organisation", TEXT) \
  X (PARTY_DIVISION, PARTY, "party", TEXT) \
  X (PARTY_DIVISION, DIVISION, "division", TEXT)

#define MATTRA_ANSWER_COLUMNS(X) \
  X (ANSWER, ID, "id", TEXT) \
  X (ANSWER, DELETED, "deleted", INTEGER) \
  X (ANSWER, ORGANISATION, "organisation", TEXT) \
  X (ANSWER, MEASURE, "measure", TEXT) \
  X (ANSWER, ROUND, "round", TEXT) \
  X (ANSWER, DIVISION, "division", TEXT) \
  X (ANSWER, STATED, "stated", TEXT)

#define MATTRA_ITEM_COLUMNS(X) \
  X (ITEM, ID, "id", TEXT) \
  X (ITEM, DELETED, "deleted", INTEGER) \
  X (ITEM, ORGANISATION, "organisation", TEXT) \
  X (ITEM, MEASURE, "measure", TEXT) \
  X (ITEM, KIND, "kind", TEXT) \
  X (ITEM, ANSWER, "answer", TEXT) \
  X (ITEM, SORT_KEY, "sort_key", TEXT) \
  X (ITEM, TEXT, "text", TEXT) \
  X (ITEM, LABEL, "label", TEXT) \
  X (ITEM, NONE, "none", INTEGER)

#define MATTRA_STEP_DONE_COLUMNS(X) \
  X (STEP_DONE, ID, "id", TEXT) \
  X (STEP_DONE, DELETED, "deleted", INTEGER) \
  X (STEP_DONE, ORGANISATION, "organisation", TEXT) \
  X (STEP_DONE, STEP, "step", TEXT) \
  X (STEP_DONE, ROUND, "round", TEXT) \
  X (STEP_DONE, DIVISION, "division", TEXT) \
  X (STEP_DONE, OCCURRENCE, "occurrence", INTEGER)

#define MATTRA_QUESTION_COLUMNS(X) \
  X (QUESTION, ID, "id", TEXT) \
  X (QUESTION, DELETED, "deleted", INTEGER) \
  X (QUESTION, ORGANISATION, "organisation", TEXT) \
  X (QUESTION, PLAN, "plan", TEXT) \
  X (QUESTION, MEASURE, "measure", TEXT) \
  X (QUESTION, KIND, "kind", TEXT) \
  X (QUESTION, LINE, "line", INTEGER) \
  X (QUESTION, FIELD, "field", TEXT) \
  X (QUESTION, TEXT, "text", TEXT) \
  X (QUESTION, MESSAGE, "message", TEXT) \
  X (QUESTION, SUGGEST, "suggest", TEXT)

#define MATTRA_PERSON_COLUMNS(X) \
  X (PERSON, ID, "id", TEXT) \
  X (PERSON, DELETED, "deleted", INTEGER) \
  X (PERSON, ORGANISATION, "organisation", TEXT) \
  X (PERSON, NAME, "name", TEXT) \
  X (PERSON, RANK, "rank", TEXT)

#define MATTRA_POST_COLUMNS(X) \
  X (POST, ID, "id", TEXT) \
  X (POST, DELETED, "deleted", INTEGER) \
  X (POST, ORGANISATION, "organisation", TEXT) \
  X (POST, NAME, "name", TEXT)

#define MATTRA_APPOINTMENT_COLUMNS(X) \
  X (APPOINTMENT, ID, "id", TEXT) \
  X (APPOINTMENT, DELETED, "deleted", INTEGER) \
  X (APPOINTMENT, ORGANISATION, "organisation", TEXT) \
  X (APPOINTMENT, PERSON, "person", TEXT) \
  X (APPOINTMENT, POST, "post", TEXT) \
  X (APPOINTMENT, DIVISION, "division", TEXT) \
  X (APPOINTMENT, SORT_KEY, "sort_key", TEXT) \
  X (APPOINTMENT, ROLE, "role", TEXT) \
  X (APPOINTMENT, ACTING, "acting", TEXT) \
  X (APPOINTMENT, FROM_DAY, "from_day", TEXT) \
  X (APPOINTMENT, UNTIL_DAY, "until_day", TEXT)

#define MATTRA_REPORT_SETTINGS_COLUMNS(X) \
  X (REPORT_SETTINGS, ID, "id", TEXT) \
  X (REPORT_SETTINGS, DELETED, "deleted", INTEGER) \
  X (REPORT_SETTINGS, ORGANISATION, "organisation", TEXT) \
  X (REPORT_SETTINGS, PLAN, "plan", TEXT) \
  X (REPORT_SETTINGS, KIND, "kind", TEXT) \
  X (REPORT_SETTINGS, NAME, "name", TEXT) \
  X (REPORT_SETTINGS, VALUE, "value", TEXT)

#define MATTRA_SCORE_COLUMNS(X) \
  X (SCORE, ID, "id", TEXT) \
  X (SCORE, DELETED, "deleted", INTEGER) \
  X (SCORE, ORGANISATION, "organisation", TEXT) \
  X (SCORE, FISCAL_YEAR, "fiscal_year", INTEGER) \
  X (SCORE, SCHEME, "scheme", TEXT) \
  X (SCORE, INDICATOR, "indicator", INTEGER) \
  X (SCORE, HUNDREDTHS, "hundredths", INTEGER)

#define MATTRA_INDICATOR_COLUMNS(X) \
  X (INDICATOR, ID, "id", TEXT) \
  X (INDICATOR, DELETED, "deleted", INTEGER) \
  X (INDICATOR, ORGANISATION, "organisation", TEXT) \
  X (INDICATOR, FISCAL_YEAR, "fiscal_year", INTEGER) \
  X (INDICATOR, SCHEME, "scheme", TEXT) \
  X (INDICATOR, NUMBER, "number", INTEGER) \
  X (INDICATOR, INSTRUMENT, "instrument", TEXT) \
  X (INDICATOR, NAME, "name", TEXT)

#define MATTRA_TOPIC_COLUMNS(X) \
  X (TOPIC, ID, "id", TEXT) \
  X (TOPIC, DELETED, "deleted", INTEGER) \
  X (TOPIC, ORGANISATION, "organisation", TEXT) \
  X (TOPIC, FISCAL_YEAR, "fiscal_year", INTEGER) \
  X (TOPIC, SCHEME, "scheme", TEXT) \
  X (TOPIC, NUMBER, "number", INTEGER) \
  X (TOPIC, NAME, "name", TEXT)

#define MATTRA_OIT_ITEM_COLUMNS(X) \
  X (OIT_ITEM, ID, "id", TEXT) \
  X (OIT_ITEM, DELETED, "deleted", INTEGER) \
  X (OIT_ITEM, ORGANISATION, "organisation", TEXT) \
  X (OIT_ITEM, FISCAL_YEAR, "fiscal_year", INTEGER) \
  X (OIT_ITEM, SCHEME, "scheme", TEXT) \
  X (OIT_ITEM, REPORT, "report", TEXT) \
  X (OIT_ITEM, NUMBER, "number", TEXT) \
  X (OIT_ITEM, NAME, "name", TEXT) \
  X (OIT_ITEM, SURE, "sure", INTEGER)

#define MATTRA_CALENDAR_COLUMNS(X) \
  X (CALENDAR, ID, "id", TEXT) \
  X (CALENDAR, DELETED, "deleted", INTEGER) \
  X (CALENDAR, ORGANISATION, "organisation", TEXT) \
  X (CALENDAR, FISCAL_YEAR, "fiscal_year", INTEGER) \
  X (CALENDAR, SCHEME, "scheme", TEXT) \
  X (CALENDAR, EVENT, "event", TEXT) \
  X (CALENDAR, MONTH, "month", INTEGER) \
  X (CALENDAR, DAY, "day", INTEGER) \
  X (CALENDAR, YEAR_OFFSET, "year_offset", INTEGER) \
  X (CALENDAR, NAME, "name", TEXT)

#define MATTRA_DOCUMENT_COLUMNS(X) \
  X (DOCUMENT, ID, "id", TEXT) \
  X (DOCUMENT, DELETED, "deleted", INTEGER) \
  X (DOCUMENT, ORGANISATION, "organisation", TEXT) \
  X (DOCUMENT, PLAN, "plan", TEXT) \
  X (DOCUMENT, KIND, "kind", TEXT) \
  X (DOCUMENT, ROUND, "round", TEXT) \
  X (DOCUMENT, DIVISION, "division", TEXT) \
  X (DOCUMENT, NUMBER, "number", TEXT) \
  X (DOCUMENT, DAY, "day", TEXT) \
  X (DOCUMENT, SUBJECT, "subject", TEXT)

#define MATTRA_COMMITTEE_MEMBER_COLUMNS(X) \
  X (COMMITTEE_MEMBER, ID, "id", TEXT) \
  X (COMMITTEE_MEMBER, DELETED, "deleted", INTEGER) \
  X (COMMITTEE_MEMBER, ORGANISATION, "organisation", TEXT) \
  X (COMMITTEE_MEMBER, PLAN, "plan", TEXT) \
  X (COMMITTEE_MEMBER, SORT_KEY, "sort_key", TEXT) \
  X (COMMITTEE_MEMBER, NAME, "name", TEXT) \
  X (COMMITTEE_MEMBER, POST, "post", TEXT) \
  X (COMMITTEE_MEMBER, ROLE, "role", TEXT)

#define MATTRA_SEAL_COLUMNS(X) \
  X (SEAL, ID, "id", TEXT) \
  X (SEAL, DELETED, "deleted", INTEGER) \
  X (SEAL, ORGANISATION, "organisation", TEXT) \
  X (SEAL, PLAN, "plan", TEXT) \
  X (SEAL, NUMBER, "number", INTEGER) \
  X (SEAL, KIND, "kind", TEXT) \
  X (SEAL, ROUND, "round", TEXT) \
  X (SEAL, DIVISION, "division", TEXT) \
  X (SEAL, OPTIONS, "options", TEXT) \
  X (SEAL, CELLS, "cells", TEXT) \
  X (SEAL, PDF, "pdf", TEXT) \
  X (SEAL, PDF_LENGTH, "pdf_length", INTEGER) \
  X (SEAL, FINGERPRINT, "fingerprint", TEXT) \
  X (SEAL, HEAD, "head", TEXT) \
  X (SEAL, AT_UTC, "at_utc", TEXT) \
  X (SEAL, PERSON, "person", TEXT) \
  X (SEAL, CORRECTS, "corrects", TEXT) \
  X (SEAL, REASON, "reason", TEXT)

#define MATTRA_SCAN_COLUMNS(X) \
  X (SCAN, ID, "id", TEXT) \
  X (SCAN, DELETED, "deleted", INTEGER) \
  X (SCAN, ORGANISATION, "organisation", TEXT) \
  X (SCAN, SEAL, "seal", TEXT) \
  X (SCAN, BLOB, "blob", TEXT) \
  X (SCAN, BLOB_LENGTH, "blob_length", INTEGER) \
  X (SCAN, MEDIA_TYPE, "media_type", TEXT) \
  X (SCAN, SIGNED_BY, "signed_by", TEXT) \
  X (SCAN, SIGNED_ON, "signed_on", TEXT)

#define MATTRA_REVIEW_COLUMNS(X) \
  X (REVIEW, ID, "id", TEXT) \
  X (REVIEW, DELETED, "deleted", INTEGER) \
  X (REVIEW, ORGANISATION, "organisation", TEXT) \
  X (REVIEW, MEASURE, "measure", TEXT) \
  X (REVIEW, ROUND, "round", TEXT) \
  X (REVIEW, DIVISION, "division", TEXT) \
  X (REVIEW, VERDICT, "verdict", TEXT) \
  X (REVIEW, AT_UTC, "at_utc", TEXT) \
  X (REVIEW, PERSON, "person", TEXT) \
  X (REVIEW, POST, "post", TEXT) \
  X (REVIEW, COMMENT, "comment", TEXT) \
  X (REVIEW, CONTENT, "content", TEXT) \
  X (REVIEW, CELLS, "cells", TEXT)

#define MATTRA_COMMENT_COLUMNS(X) \
  X (COMMENT, ID, "id", TEXT) \
  X (COMMENT, DELETED, "deleted", INTEGER) \
  X (COMMENT, ORGANISATION, "organisation", TEXT) \
  X (COMMENT, MEASURE, "measure", TEXT) \
  X (COMMENT, ROUND, "round", TEXT) \
  X (COMMENT, DIVISION, "division", TEXT) \
  X (COMMENT, PERSON, "person", TEXT) \
  X (COMMENT, AT_UTC, "at_utc", TEXT) \
  X (COMMENT, TEXT, "text", TEXT)

#define MATTRA_EVIDENCE_COLUMNS(X) \
  X (EVIDENCE, ID, "id", TEXT) \
  X (EVIDENCE, DELETED, "deleted", INTEGER) \
  X (EVIDENCE, ORGANISATION, "organisation", TEXT) \
  X (EVIDENCE, MEASURE, "measure", TEXT) \
  X (EVIDENCE, ROUND, "round", TEXT) \
  X (EVIDENCE, DIVISION, "division", TEXT) \
  X (EVIDENCE, ITEM, "item", TEXT) \
  X (EVIDENCE, SORT_KEY, "sort_key", TEXT) \
  X (EVIDENCE, KIND, "kind", TEXT) \
  X (EVIDENCE, CAPTION, "caption", TEXT) \
  X (EVIDENCE, URL, "url", TEXT) \
  X (EVIDENCE, FILE_NAME, "file_name", TEXT) \
  X (EVIDENCE, MEDIA_TYPE, "media_type", TEXT) \
  X (EVIDENCE, BLOB, "blob", TEXT) \
  X (EVIDENCE, BLOB_LENGTH, "blob_length", INTEGER)

#define MATTRA_REQUEST_COLUMNS(X) \
  X (REQUEST, ID, "id", TEXT) \
  X (REQUEST, DELETED, "deleted", INTEGER) \
  X (REQUEST, ORGANISATION, "organisation", TEXT) \
  X (REQUEST, PLAN, "plan", TEXT) \
  X (REQUEST, ROUND, "round", TEXT) \
  X (REQUEST, DIVISION, "division", TEXT) \
  X (REQUEST, KIND, "kind", TEXT) \
  X (REQUEST, DAY, "day", TEXT) \
  X (REQUEST, DUE, "due", TEXT) \
  X (REQUEST, PERSON, "person", TEXT) \
  X (REQUEST, WAY, "way", TEXT) \
  X (REQUEST, NOTE, "note", TEXT) \
  X (REQUEST, ANSWERED_ON, "answered_on", TEXT)

#define MATTRA_PUBLICATION_COLUMNS(X) \
  X (PUBLICATION, ID, "id", TEXT) \
  X (PUBLICATION, DELETED, "deleted", INTEGER) \
  X (PUBLICATION, ORGANISATION, "organisation", TEXT) \
  X (PUBLICATION, FISCAL_YEAR, "fiscal_year", INTEGER) \
  X (PUBLICATION, SCHEME, "scheme", TEXT) \
  X (PUBLICATION, REPORT, "report", TEXT) \
  X (PUBLICATION, SEAL, "seal", TEXT) \
  X (PUBLICATION, FILE_NAME, "file_name", TEXT) \
  X (PUBLICATION, URL, "url", TEXT) \
  X (PUBLICATION, MENU_PATH, "menu_path", TEXT) \
  X (PUBLICATION, POSTED_ON, "posted_on", TEXT) \
  X (PUBLICATION, EXPLANATION, "explanation", TEXT) \
  X (PUBLICATION, APPROVED_BY, "approved_by", TEXT) \
  X (PUBLICATION, APPROVED_ON, "approved_on", TEXT) \
  X (PUBLICATION, HUNDREDTHS, "hundredths", INTEGER) \
  X (PUBLICATION, COMMENT, "comment", TEXT)

#define MATTRA_ANALYSIS_COLUMNS(X) \
  X (ANALYSIS, ID, "id", TEXT) \
  X (ANALYSIS, DELETED, "deleted", INTEGER) \
  X (ANALYSIS, ORGANISATION, "organisation", TEXT) \
  X (ANALYSIS, FISCAL_YEAR, "fiscal_year", INTEGER) \
  X (ANALYSIS, SCHEME, "scheme", TEXT) \
  X (ANALYSIS, KIND, "kind", TEXT) \
  X (ANALYSIS, NUMBER, "number", INTEGER) \
  X (ANALYSIS, STRENGTH, "strength", TEXT) \
  X (ANALYSIS, WEAKNESS, "weakness", TEXT) \
  X (ANALYSIS, CAUSE, "cause", TEXT) \
  X (ANALYSIS, REMEDY, "remedy", TEXT)

/* Empty: the classes that a report prints are the office's own words, set with the report, rolled over, undone and sealed
 * with it (MATTRA_SETTING_CLASSES, and the weights beside it). The table was released with the year of an assessment
 * and stays for classes that a scheme prescribes. */
#define MATTRA_SCORE_CLASS_COLUMNS(X) \
  X (SCORE_CLASS, ID, "id", TEXT) \
  X (SCORE_CLASS, DELETED, "deleted", INTEGER) \
  X (SCORE_CLASS, ORGANISATION, "organisation", TEXT) \
  X (SCORE_CLASS, FISCAL_YEAR, "fiscal_year", INTEGER) \
  X (SCORE_CLASS, SCHEME, "scheme", TEXT) \
  X (SCORE_CLASS, HUNDREDTHS, "hundredths", INTEGER) \
  X (SCORE_CLASS, NAME, "name", TEXT)

#define MATTRA_ORIGIN_COLUMNS(X) \
  X (ORIGIN, ID, "id", TEXT) \
  X (ORIGIN, DELETED, "deleted", INTEGER) \
  X (ORIGIN, ORGANISATION, "organisation", TEXT) \
  X (ORIGIN, MEASURE, "measure", TEXT) \
  X (ORIGIN, ORIGIN, "origin", TEXT) \
  X (ORIGIN, FISCAL_YEAR, "fiscal_year", INTEGER) \
  X (ORIGIN, CONTENT, "content", TEXT)

#define MATTRA_CARRIED_COLUMNS(X) \
  X (CARRIED, ID, "id", TEXT) \
  X (CARRIED, DELETED, "deleted", INTEGER) \
  X (CARRIED, ORGANISATION, "organisation", TEXT) \
  X (CARRIED, MEASURE, "measure", TEXT) \
  X (CARRIED, SORT_KEY, "sort_key", TEXT) \
  X (CARRIED, FISCAL_YEAR, "fiscal_year", INTEGER) \
  X (CARRIED, ROUND, "round", TEXT) \
  X (CARRIED, DIVISION, "division", TEXT) \
  X (CARRIED, TEXT, "text", TEXT) \
  X (CARRIED, ANSWER, "answer", TEXT)

#define MATTRA_MINUTE_COLUMNS(X) \
  X (MINUTE, ID, "id", TEXT) \
  X (MINUTE, DELETED, "deleted", INTEGER) \
  X (MINUTE, ORGANISATION, "organisation", TEXT) \
  X (MINUTE, PLAN, "plan", TEXT) \
  X (MINUTE, MEETING, "meeting", TEXT) \
  X (MINUTE, SORT_KEY, "sort_key", TEXT) \
  X (MINUTE, MEASURE, "measure", TEXT) \
  X (MINUTE, TEXT, "text", TEXT) \
  X (MINUTE, PERSON, "person", TEXT)

#define MATTRA_COLUMN_ENUMERATOR(table, column, name, type) COLUMN_##table##_##column,

/* First in every table, in this order. */
#define MATTRA_COLUMN_ID 0
#define MATTRA_COLUMN_DELETED 1

enum
{
  MATTRA_ORGANISATION_COLUMNS (MATTRA_COLUMN_ENUMERATOR)
  N_COLUMNS_ORGANISATION
};

enum
{
  MATTRA_PLAN_COLUMNS (MATTRA_COLUMN_ENUMERATOR)
  N_COLUMNS_PLAN
};

enum
{
  MATTRA_ROUND_COLUMNS (MATTRA_COLUMN_ENUMERATOR)
  N_COLUMNS_ROUND
};

enum
{
  MATTRA_DIVISION_COLUMNS (MATTRA_COLUMN_ENUMERATOR)
  N_COLUMNS_DIVISION
};

enum
{
  MATTRA_DIVISION_ALIAS_COLUMNS (MATTRA_COLUMN_ENUMERATOR)
  N_COLUMNS_DIVISION_ALIAS
};

enum
{
  MATTRA_MEASURE_COLUMNS (MATTRA_COLUMN_ENUMERATOR)
  N_COLUMNS_MEASURE
};

enum
{
  MATTRA_PARTY_COLUMNS (MATTRA_COLUMN_ENUMERATOR)
  N_COLUMNS_PARTY
};

enum
{
  MATTRA_PARTY_DIVISION_COLUMNS (MATTRA_COLUMN_ENUMERATOR)
  N_COLUMNS_PARTY_DIVISION
};

enum
{
  MATTRA_ANSWER_COLUMNS (MATTRA_COLUMN_ENUMERATOR)
  N_COLUMNS_ANSWER
};

enum
{
  MATTRA_ITEM_COLUMNS (MATTRA_COLUMN_ENUMERATOR)
  N_COLUMNS_ITEM
};

enum
{
  MATTRA_STEP_DONE_COLUMNS (MATTRA_COLUMN_ENUMERATOR)
  N_COLUMNS_STEP_DONE
};

enum
{
  MATTRA_QUESTION_COLUMNS (MATTRA_COLUMN_ENUMERATOR)
  N_COLUMNS_QUESTION
};

enum
{
  MATTRA_PERSON_COLUMNS (MATTRA_COLUMN_ENUMERATOR)
  N_COLUMNS_PERSON
};

enum
{
  MATTRA_POST_COLUMNS (MATTRA_COLUMN_ENUMERATOR)
  N_COLUMNS_POST
};

enum
{
  MATTRA_APPOINTMENT_COLUMNS (MATTRA_COLUMN_ENUMERATOR)
  N_COLUMNS_APPOINTMENT
};

enum
{
  MATTRA_REPORT_SETTINGS_COLUMNS (MATTRA_COLUMN_ENUMERATOR)
  N_COLUMNS_REPORT_SETTINGS
};

enum
{
  MATTRA_SCORE_COLUMNS (MATTRA_COLUMN_ENUMERATOR)
  N_COLUMNS_SCORE
};

enum
{
  MATTRA_INDICATOR_COLUMNS (MATTRA_COLUMN_ENUMERATOR)
  N_COLUMNS_INDICATOR
};

enum
{
  MATTRA_TOPIC_COLUMNS (MATTRA_COLUMN_ENUMERATOR)
  N_COLUMNS_TOPIC
};

enum
{
  MATTRA_OIT_ITEM_COLUMNS (MATTRA_COLUMN_ENUMERATOR)
  N_COLUMNS_OIT_ITEM
};

enum
{
  MATTRA_CALENDAR_COLUMNS (MATTRA_COLUMN_ENUMERATOR)
  N_COLUMNS_CALENDAR
};

enum
{
  MATTRA_DOCUMENT_COLUMNS (MATTRA_COLUMN_ENUMERATOR)
  N_COLUMNS_DOCUMENT
};

enum
{
  MATTRA_COMMITTEE_MEMBER_COLUMNS (MATTRA_COLUMN_ENUMERATOR)
  N_COLUMNS_COMMITTEE_MEMBER
};

enum
{
  MATTRA_SEAL_COLUMNS (MATTRA_COLUMN_ENUMERATOR)
  N_COLUMNS_SEAL
};

enum
{
  MATTRA_SCAN_COLUMNS (MATTRA_COLUMN_ENUMERATOR)
  N_COLUMNS_SCAN
};

enum
{
  MATTRA_REVIEW_COLUMNS (MATTRA_COLUMN_ENUMERATOR)
  N_COLUMNS_REVIEW
};

enum
{
  MATTRA_COMMENT_COLUMNS (MATTRA_COLUMN_ENUMERATOR)
  N_COLUMNS_COMMENT
};

enum
{
  MATTRA_EVIDENCE_COLUMNS (MATTRA_COLUMN_ENUMERATOR)
  N_COLUMNS_EVIDENCE
};

enum
{
  MATTRA_REQUEST_COLUMNS (MATTRA_COLUMN_ENUMERATOR)
  N_COLUMNS_REQUEST
};

enum
{
  MATTRA_PUBLICATION_COLUMNS (MATTRA_COLUMN_ENUMERATOR)
  N_COLUMNS_PUBLICATION
};

enum
{
  MATTRA_ANALYSIS_COLUMNS (MATTRA_COLUMN_ENUMERATOR)
  N_COLUMNS_ANALYSIS
};

enum
{
  MATTRA_SCORE_CLASS_COLUMNS (MATTRA_COLUMN_ENUMERATOR)
  N_COLUMNS_SCORE_CLASS
};

enum
{
  MATTRA_ORIGIN_COLUMNS (MATTRA_COLUMN_ENUMERATOR)
  N_COLUMNS_ORIGIN
};

enum
{
  MATTRA_CARRIED_COLUMNS (MATTRA_COLUMN_ENUMERATOR)
  N_COLUMNS_CARRIED
};

enum
{
  MATTRA_MINUTE_COLUMNS (MATTRA_COLUMN_ENUMERATOR)
  N_COLUMNS_MINUTE
};

typedef enum
{
  TABLE_ORGANISATION,
  TABLE_PLAN,
  TABLE_ROUND,
  TABLE_DIVISION,
  TABLE_DIVISION_ALIAS,
  TABLE_MEASURE,
  TABLE_PARTY,
  TABLE_PARTY_DIVISION,
  TABLE_ANSWER,
  TABLE_ITEM,
  TABLE_STEP_DONE,
  TABLE_QUESTION,
  TABLE_PERSON,
  TABLE_POST,
  TABLE_APPOINTMENT,
  TABLE_REPORT_SETTINGS,
  TABLE_SCORE,
  TABLE_INDICATOR,
  TABLE_TOPIC,
  TABLE_OIT_ITEM,
  TABLE_CALENDAR,
  TABLE_DOCUMENT,
  TABLE_COMMITTEE_MEMBER,
  TABLE_SEAL,
  TABLE_SCAN,
  TABLE_REVIEW,
  TABLE_COMMENT,
  TABLE_EVIDENCE,
  TABLE_REQUEST,
  TABLE_PUBLICATION,
  TABLE_ANALYSIS,
  TABLE_SCORE_CLASS,
  TABLE_ORIGIN,
  TABLE_CARRIED,
  TABLE_MINUTE,
  N_TABLES
} MattraTableId;

typedef struct
{
  const char *name;
  MattraValueType type;
} MattraColumn;

typedef struct
{
  const char *name;
  const MattraColumn *columns;
  guint n_columns;
  MattraActKind kept; /* its rows are added by acts of this kind alone and never change; MATTRA_ACT_EDIT for none */
} MattraTable;

const MattraTable *mattra_schema_table        (MattraTableId       table);
gboolean           mattra_schema_find_table   (const char         *name,
                                               MattraTableId      *table);
gboolean           mattra_schema_find_column  (MattraTableId       table,
                                               const char         *name,
                                               guint              *column);

/* A statement that adds up to this many rows costs little more than one that adds a single row. They
 * are made for 1, 2, 4 … rows. */
#define MATTRA_BATCH_SIZES 5
#define MATTRA_BATCH_ROWS (1 << (MATTRA_BATCH_SIZES - 1))

/* Statements made from the column lists; they live as long as the store. */
typedef struct
{
  char *insert[N_TABLES][MATTRA_BATCH_SIZES]; /* made when first asked for */
  char *log[MATTRA_BATCH_SIZES];
  char *select[N_TABLES];  /* whole row by $1 */
  char *compare[N_TABLES]; /* every row with the log's row of its insertion */
  char *get[N_TABLES][MATTRA_MAX_COLUMNS];
  char *set[N_TABLES][MATTRA_MAX_COLUMNS];
} MattraStatements;

MattraStatements  *mattra_statements_new      (void);
void               mattra_statements_free     (MattraStatements   *self);
const char        *mattra_statements_insert   (MattraStatements   *self,
                                               MattraTableId       table,
                                               guint               size);
const char        *mattra_statements_log      (MattraStatements   *self,
                                               guint               size);
guint              mattra_batch_size          (guint               n_rows);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MattraStatements, mattra_statements_free)

guint              mattra_schema_get_newest   (void);
gboolean           mattra_schema_migrate      (MattraDatabase     *database,
                                               guint               version,
                                               GError            **error);
gboolean           mattra_schema_lend        (MattraDatabase     *database,
                                               guint               version,
                                               GError            **error);
gboolean           mattra_schema_verify       (MattraDatabase     *database,
                                               const char         *path,
                                               guint              *version,
                                               GError            **error);

G_END_DECLS
