/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-schema.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "mattra-sqlite.h"
#include "mattra-store-resources.h"

#define COLUMN_ROW(table, column, name, type) { name, MATTRA_VALUE_##type },

static const MattraColumn organisation_columns[] = { MATTRA_ORGANISATION_COLUMNS (COLUMN_ROW) };
static const MattraColumn plan_columns[] = { MATTRA_PLAN_COLUMNS (COLUMN_ROW) };
static const MattraColumn round_columns[] = { MATTRA_ROUND_COLUMNS (COLUMN_ROW) };
static const MattraColumn division_columns[] = { MATTRA_DIVISION_COLUMNS (COLUMN_ROW) };
static const MattraColumn division_alias_columns[] = { MATTRA_DIVISION_ALIAS_COLUMNS (COLUMN_ROW) };
static const MattraColumn measure_columns[] = { MATTRA_MEASURE_COLUMNS (COLUMN_ROW) };
static const MattraColumn party_columns[] = { MATTRA_PARTY_COLUMNS (COLUMN_ROW) };
static const MattraColumn party_division_columns[] = { MATTRA_PARTY_DIVISION_COLUMNS (COLUMN_ROW) };
static const MattraColumn answer_columns[] = { MATTRA_ANSWER_COLUMNS (COLUMN_ROW) };
static const MattraColumn item_columns[] = { MATTRA_ITEM_COLUMNS (COLUMN_ROW) };
static const MattraColumn step_done_columns[] = { MATTRA_STEP_DONE_COLUMNS (COLUMN_ROW) };
static const MattraColumn question_columns[] = { MATTRA_QUESTION_COLUMNS (COLUMN_ROW) };
static const MattraColumn person_columns[] = { MATTRA_PERSON_COLUMNS (COLUMN_ROW) };
static const MattraColumn post_columns[] = { MATTRA_POST_COLUMNS (COLUMN_ROW) };
static const MattraColumn appointment_columns[] = { MATTRA_APPOINTMENT_COLUMNS (COLUMN_ROW) };
static const MattraColumn report_settings_columns[] = { MATTRA_REPORT_SETTINGS_COLUMNS (COLUMN_ROW) };
static const MattraColumn score_columns[] = { MATTRA_SCORE_COLUMNS (COLUMN_ROW) };
static const MattraColumn indicator_columns[] = { MATTRA_INDICATOR_COLUMNS (COLUMN_ROW) };
static const MattraColumn topic_columns[] = { MATTRA_TOPIC_COLUMNS (COLUMN_ROW) };
static const MattraColumn oit_item_columns[] = { MATTRA_OIT_ITEM_COLUMNS (COLUMN_ROW) };
static const MattraColumn calendar_columns[] = { MATTRA_CALENDAR_COLUMNS (COLUMN_ROW) };
static const MattraColumn document_columns[] = { MATTRA_DOCUMENT_COLUMNS (COLUMN_ROW) };
static const MattraColumn committee_member_columns[] = { MATTRA_COMMITTEE_MEMBER_COLUMNS (COLUMN_ROW) };
static const MattraColumn seal_columns[] = { MATTRA_SEAL_COLUMNS (COLUMN_ROW) };
static const MattraColumn scan_columns[] = { MATTRA_SCAN_COLUMNS (COLUMN_ROW) };
static const MattraColumn review_columns[] = { MATTRA_REVIEW_COLUMNS (COLUMN_ROW) };
static const MattraColumn comment_columns[] = { MATTRA_COMMENT_COLUMNS (COLUMN_ROW) };
static const MattraColumn evidence_columns[] = { MATTRA_EVIDENCE_COLUMNS (COLUMN_ROW) };
static const MattraColumn request_columns[] = { MATTRA_REQUEST_COLUMNS (COLUMN_ROW) };
static const MattraColumn publication_columns[] = { MATTRA_PUBLICATION_COLUMNS (COLUMN_ROW) };
static const MattraColumn analysis_columns[] = { MATTRA_ANALYSIS_COLUMNS (COLUMN_ROW) };
static const MattraColumn score_class_columns[] = { MATTRA_SCORE_CLASS_COLUMNS (COLUMN_ROW) };
static const MattraColumn origin_columns[] = { MATTRA_ORIGIN_COLUMNS (COLUMN_ROW) };
static const MattraColumn carried_columns[] = { MATTRA_CARRIED_COLUMNS (COLUMN_ROW) };
static const MattraColumn minute_columns[] = { MATTRA_MINUTE_COLUMNS (COLUMN_ROW) };

#define KEPT_ROW(id, name, kind) [TABLE_##id] = { #name, name##_columns, G_N_ELEMENTS (name##_columns), kind }
#define TABLE_ROW(id, name) KEPT_ROW (id, name, MATTRA_ACT_EDIT)

static const MattraTable tables[N_TABLES] = {
  TABLE_ROW (ORGANISATION, organisation),
  TABLE_ROW (PLAN, plan),
  TABLE_ROW (ROUND, round),
  TABLE_ROW (DIVISION, division),
  TABLE_ROW (DIVISION_ALIAS, division_alias),
  TABLE_ROW (MEASURE, measure),
  TABLE_ROW (PARTY, party),
  TABLE_ROW (PARTY_DIVISION, party_division),
  TABLE_ROW (ANSWER, answer),
  TABLE_ROW (ITEM, item),
  TABLE_ROW (STEP_DONE, step_done),
  TABLE_ROW (QUESTION, question),
  TABLE_ROW (PERSON, person),
  TABLE_ROW (POST, post),
  TABLE_ROW (APPOINTMENT, appointment),
  TABLE_ROW (REPORT_SETTINGS, report_settings),
  TABLE_ROW (SCORE, score),
  TABLE_ROW (INDICATOR, indicator),
  TABLE_ROW (TOPIC, topic),
  TABLE_ROW (OIT_ITEM, oit_item),
  TABLE_ROW (CALENDAR, calendar),
  TABLE_ROW (DOCUMENT, document),
  TABLE_ROW (COMMITTEE_MEMBER, committee_member),
  KEPT_ROW (SEAL, seal, MATTRA_ACT_SEAL),
  KEPT_ROW (SCAN, scan, MATTRA_ACT_SEAL),
  KEPT_ROW (REVIEW, review, MATTRA_ACT_REVIEW),
  TABLE_ROW (COMMENT, comment),
  TABLE_ROW (EVIDENCE, evidence),
  TABLE_ROW (REQUEST, request),
  TABLE_ROW (PUBLICATION, publication),
  TABLE_ROW (ANALYSIS, analysis),
  TABLE_ROW (SCORE_CLASS, score_class),
  TABLE_ROW (ORIGIN, origin),
  TABLE_ROW (CARRIED, carried),
  TABLE_ROW (MINUTE, minute),
};

/* What a released script made is known for ever: a file whose schema has another fingerprint was not
 * made by us. Row i brings version i to i + 1; what it adds to a file that is only read is lent by
 * temporary views and tables, which are not written. */
static const struct
{
  const char *script;
  const char *set_version;
  const char *fingerprint;
  const char *lend;
} version_rows[] = {
  { "/th/mattra/store/sqlite/0001-register.sql", "PRAGMA user_version = 1",
    "22847b8e1bb3c2fe99853583bfaea393850ed60bdc3197eafe74913f5275e474", NULL },
  { "/th/mattra/store/sqlite/0002-steps-done.sql", "PRAGMA user_version = 2",
    "c37c0d429ab5b5411baf7803381f345d0f4f82b597588e9f250d971b43de3d7e",
    "CREATE TEMP VIEW measure AS SELECT *, NULL AS recurrence FROM main.measure;"
    "CREATE TEMP TABLE step_done (id TEXT, deleted INTEGER, organisation TEXT, step TEXT, round TEXT,"
    " division TEXT, occurrence INTEGER)" },
  { "/th/mattra/store/sqlite/0003-paper.sql", "PRAGMA user_version = 3",
    "5da294d8a45bf8ce852d44b2e433b4d50ba59b5e9b96dd6f877a9909daa5e88d",
    "CREATE TEMP VIEW organisation AS SELECT *, NULL AS emblem, NULL AS garuda FROM main.organisation;"
    "CREATE TEMP TABLE blob (sha256 TEXT, part INTEGER, data BLOB);"
    "CREATE TEMP TABLE document (id TEXT, deleted INTEGER, organisation TEXT, plan TEXT, kind TEXT, round TEXT,"
    " division TEXT, number TEXT, day TEXT, subject TEXT);"
    "CREATE TEMP TABLE committee_member (id TEXT, deleted INTEGER, organisation TEXT, plan TEXT, sort_key TEXT,"
    " name TEXT, post TEXT, role TEXT);"
    "CREATE TEMP TABLE seal (id TEXT, deleted INTEGER, organisation TEXT, plan TEXT, number INTEGER, kind TEXT,"
    " round TEXT, division TEXT, options TEXT, cells TEXT, pdf TEXT, pdf_length INTEGER, fingerprint TEXT,"
    " head TEXT, at_utc TEXT, person TEXT, corrects TEXT, reason TEXT);"
    "CREATE TEMP TABLE scan (id TEXT, deleted INTEGER, organisation TEXT, seal TEXT, blob TEXT,"
    " blob_length INTEGER, media_type TEXT, signed_by TEXT, signed_on TEXT)" },
  { "/th/mattra/store/sqlite/0004-review.sql", "PRAGMA user_version = 4",
    "569e4fdad824c4ca4c79f065e3f6add52d734896b525273096d7a8def34cec08",
    "CREATE TEMP TABLE review (id TEXT, deleted INTEGER, organisation TEXT, measure TEXT, round TEXT, division TEXT,"
    " verdict TEXT, at_utc TEXT, person TEXT, post TEXT, comment TEXT, content TEXT, cells TEXT);"
    "CREATE TEMP TABLE comment (id TEXT, deleted INTEGER, organisation TEXT, measure TEXT, round TEXT, division TEXT,"
    " person TEXT, at_utc TEXT, text TEXT)" },
  { "/th/mattra/store/sqlite/0005-follow-up.sql", "PRAGMA user_version = 5",
    "5ca42971a6681452f7fc1d4b9d775b7a9f1ca11e8f0d3235795585f48f8e5aaf",
    "CREATE TEMP TABLE evidence (id TEXT, deleted INTEGER, organisation TEXT, measure TEXT, round TEXT,"
    " division TEXT, item TEXT, sort_key TEXT, kind TEXT, caption TEXT, url TEXT, file_name TEXT, media_type"
    " TEXT, blob TEXT, blob_length INTEGER);"
    "CREATE TEMP TABLE request (id TEXT, deleted INTEGER, organisation TEXT, plan TEXT, round TEXT, division"
    " TEXT, kind TEXT, day TEXT, due TEXT, person TEXT, way TEXT, note TEXT, answered_on TEXT);"
    "CREATE TEMP TABLE publication (id TEXT, deleted INTEGER, organisation TEXT, fiscal_year INTEGER, scheme"
    " TEXT, report TEXT, seal TEXT, file_name TEXT, url TEXT, menu_path TEXT, posted_on TEXT, explanation TEXT,"
    " approved_by TEXT, approved_on TEXT, hundredths INTEGER, comment TEXT);"
    "CREATE TEMP TABLE analysis (id TEXT, deleted INTEGER, organisation TEXT, fiscal_year INTEGER, scheme TEXT,"
    " kind TEXT, number INTEGER, strength TEXT, weakness TEXT, cause TEXT, remedy TEXT);"
    "CREATE TEMP TABLE score_class (id TEXT, deleted INTEGER, organisation TEXT, fiscal_year INTEGER, scheme"
    " TEXT, hundredths INTEGER, name TEXT);"
    "CREATE TEMP TABLE origin (id TEXT, deleted INTEGER, organisation TEXT, measure TEXT, origin TEXT,"
    " fiscal_year INTEGER, content TEXT);"
    "CREATE TEMP TABLE carried (id TEXT, deleted INTEGER, organisation TEXT, measure TEXT, sort_key TEXT,"
    " fiscal_year INTEGER, round TEXT, division TEXT, text TEXT, answer TEXT);"
    "CREATE TEMP TABLE minute (id TEXT, deleted INTEGER, organisation TEXT, plan TEXT, meeting TEXT, sort_key"
    " TEXT, measure TEXT, text TEXT, person TEXT)" },
};

const MattraTable *
mattra_schema_table (MattraTableId table)
{
  return &tables[table];
}

gboolean
mattra_schema_find_table (const char    *name,
                          MattraTableId *table)
{
  for (guint i = 0; i < N_TABLES; i++)
    if (g_str_equal (tables[i].name, name))
      {
        *table = i;
        return TRUE;
      }
  return FALSE;
}

gboolean
mattra_schema_find_column (MattraTableId  table,
                           const char    *name,
                           guint         *column)
{
  for (guint i = 0; i < tables[table].n_columns; i++)
    if (g_str_equal (tables[table].columns[i].name, name))
      {
        *column = i;
        return TRUE;
      }
  return FALSE;
}

static char *
list_columns (const MattraTable *table,
              const char        *prefix)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < table->n_columns; i++)
    g_string_append_printf (text, "%s%s%s", i > 0 ? ", " : "", prefix, table->columns[i].name);
  return g_string_free (text, FALSE);
}

/* Returns: the greatest batch that @n_rows fill, as the logarithm of its rows. */
guint
mattra_batch_size (guint n_rows)
{
  guint size = MATTRA_BATCH_SIZES - 1;

  while (size > 0 && (1u << size) > n_rows)
    size--;
  return size;
}

const char *
mattra_statements_insert (MattraStatements *self,
                          MattraTableId     table,
                          guint             size)
{
  g_autofree char *columns = NULL;
  GString *text;
  guint n = 0;

  if (self->insert[table][size] != NULL)
    return self->insert[table][size];
  columns = list_columns (&tables[table], "");
  text = g_string_new (NULL);
  g_string_append_printf (text, "INSERT INTO %s (%s) VALUES ", tables[table].name, columns);
  for (guint row = 0; row < (1u << size); row++)
    {
      g_string_append (text, row > 0 ? ", (" : "(");
      for (guint i = 0; i < tables[table].n_columns; i++)
        g_string_append_printf (text, "%s$%u", i > 0 ? ", " : "", ++n);
      g_string_append_c (text, ')');
    }
  self->insert[table][size] = g_string_free (text, FALSE);
  return self->insert[table][size];
}

/* The changes of one batch belong to one device and one act: $1 and $2. */
const char *
mattra_statements_log (MattraStatements *self,
                       guint             size)
{
  GString *text;

  if (self->log[size] != NULL)
    return self->log[size];
  text = g_string_new ("INSERT INTO change (device, act, n, \"table\", \"row\", \"column\", old, new, hash) VALUES ");
  for (guint row = 0; row < (1u << size); row++)
    {
      guint n = 3 + row * 7;

      g_string_append_printf (text, "%s($1, $2, $%u, $%u, $%u, $%u, $%u, $%u, $%u)", row > 0 ? ", " : "", n, n + 1,
                              n + 2, n + 3, n + 4, n + 5, n + 6);
    }
  self->log[size] = g_string_free (text, FALSE);
  return self->log[size];
}

static void
make_statements (MattraStatements *self,
                 guint             id)
{
  const MattraTable *table = &tables[id];
  g_autofree char *columns = list_columns (table, "");
  g_autofree char *prefixed = list_columns (table, "t.");

  g_assert (table->n_columns <= MATTRA_MAX_COLUMNS);
  self->select[id] = g_strdup_printf ("SELECT %s FROM %s WHERE id = $1", columns, table->name);
  self->compare[id] = g_strdup_printf ("SELECT %s, c.new FROM %s t LEFT JOIN change c ON c.\"row\" = t.id"
                                       " AND c.\"table\" = '%s' AND c.\"column\" IS NULL",
                                       prefixed, table->name, table->name);
  for (guint i = 0; i < table->n_columns; i++)
    {
      const char *column = table->columns[i].name;

      self->get[id][i] = g_strdup_printf ("SELECT %s FROM %s WHERE id = $1", column, table->name);
      self->set[id][i] = g_strdup_printf ("UPDATE %s SET %s = $2 WHERE id = $1", table->name, column);
    }
}

MattraStatements *
mattra_statements_new (void)
{
  MattraStatements *self = g_new0 (MattraStatements, 1);

  for (guint i = 0; i < N_TABLES; i++)
    make_statements (self, i);
  return self;
}

void
mattra_statements_free (MattraStatements *self)
{
  if (self == NULL)
    return;
  for (guint size = 0; size < MATTRA_BATCH_SIZES; size++)
    {
      g_free (self->log[size]);
      for (guint i = 0; i < N_TABLES; i++)
        g_free (self->insert[i][size]);
    }
  for (guint i = 0; i < N_TABLES; i++)
    {
      g_free (self->select[i]);
      g_free (self->compare[i]);
      for (guint j = 0; j < MATTRA_MAX_COLUMNS; j++)
        {
          g_free (self->get[i][j]);
          g_free (self->set[i][j]);
        }
    }
  g_free (self);
}

guint
mattra_schema_get_newest (void)
{
  return G_N_ELEMENTS (version_rows);
}

static gboolean
run_step (MattraDatabase  *database,
          guint            step,
          GError         **error)
{
  g_autoptr (GBytes) script = g_resource_lookup_data (mattra_store_get_resource (),
                                                      version_rows[step].script,
                                                      G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  if (script == NULL)
    return FALSE;
  /* Data of a resource that is not compressed ends with NUL. */
  return mattra_sqlite_script (database, g_bytes_get_data (script, NULL), error)
         && mattra_database_run (database, version_rows[step].set_version, error);
}

/* Brings a file from @version to the newest, in one transaction; version 0 is an empty file. */
gboolean
mattra_schema_migrate (MattraDatabase  *database,
                       guint            version,
                       GError         **error)
{
  gboolean done = TRUE;

  if (!mattra_database_begin (database, error))
    return FALSE;
  for (guint step = version; done && step < G_N_ELEMENTS (version_rows); step++)
    done = run_step (database, step, error);
  if (done)
    return mattra_database_commit (database, error);
  mattra_database_rollback (database);
  return FALSE;
}

/* Makes a file of an older version look like the newest to who only reads it. */
gboolean
mattra_schema_lend (MattraDatabase  *database,
                    guint            version,
                    GError         **error)
{
  for (guint step = version; step < G_N_ELEMENTS (version_rows); step++)
    if (!mattra_sqlite_script (database, version_rows[step].lend, error))
      return FALSE;
  return TRUE;
}

static gboolean
hash_row (const MattraValue *row,
          gpointer           user_data)
{
  GChecksum *checksum = user_data;

  for (guint i = 0; i < 3; i++)
    g_checksum_update (checksum, row[i].data, row[i].length + 1);
  return TRUE;
}

/* Returns: (transfer full): SHA-256 of the sorted definitions, in hex. */
static char *
make_fingerprint (MattraDatabase  *database,
                  GError         **error)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  if (!mattra_database_exec (database,
                             "SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL"
                             " ORDER BY type, name, sql",
                             NULL, 0, hash_row, checksum, error))
    return NULL;
  return g_strdup (g_checksum_get_string (checksum));
}

static gboolean
refuse_foreign (const char  *path,
                GError     **error)
{
  g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID,
               _ ("%s looks like a register, but another program changed how it is built: its tables,"
                  " triggers or views are not ours. Nothing in it was run or changed. Restore a copy"),
               path);
  return FALSE;
}

static gboolean
check_newer (MattraDatabase  *database,
             const char      *path,
             GError         **error)
{
  gint64 foreign = 0;

  if (!mattra_database_integer (database,
                                "SELECT count (*) FROM sqlite_schema WHERE type NOT IN ('table', 'index')",
                                NULL, 0, &foreign, error))
    return FALSE;
  return foreign == 0 || refuse_foreign (path, error);
}

/* Whether the open file is built as its version says. Of a newer version only that nothing in it can
 * run is known. */
gboolean
mattra_schema_verify (MattraDatabase  *database,
                      const char      *path,
                      guint           *version,
                      GError         **error)
{
  gint64 application = 0;
  gint64 number = 0;
  g_autofree char *fingerprint = NULL;

  if (!mattra_database_integer (database, "PRAGMA application_id", NULL, 0, &application, error)
      || !mattra_database_integer (database, "PRAGMA user_version", NULL, 0, &number, error))
    return FALSE;
  if (application != MATTRA_APPLICATION_ID || number < 1)
    return refuse_foreign (path, error);
  *version = number;
  if (number > (gint64) G_N_ELEMENTS (version_rows))
    return check_newer (database, path, error);
  fingerprint = make_fingerprint (database, error);
  if (fingerprint == NULL)
    return FALSE;
  return g_str_equal (fingerprint, version_rows[number - 1].fingerprint) || refuse_foreign (path, error);
}
