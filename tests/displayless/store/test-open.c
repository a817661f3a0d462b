/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"

#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "mattra-error-detail.h"
#include "mattra-query.h"
#include "mattra-schema.h"
#include "mattra-sqlite.h"

/* Everything that may stand where a register is expected. */

static void
make_nothing (Fixture *fixture)
{
  g_unlink (fixture->path);
}

static void
make_folder (Fixture *fixture)
{
  g_unlink (fixture->path);
  g_mkdir (fixture->path, 0755);
}

static void
make_empty (Fixture *fixture)
{
  g_assert_cmpint (truncate (fixture->path, 0), ==, 0);
}

static void
make_zeros (Fixture *fixture)
{
  g_assert_cmpint (truncate (fixture->path, 0), ==, 0);
  g_assert_cmpint (truncate (fixture->path, 100000), ==, 0);
}

static void
make_truncated (Fixture *fixture)
{
  GStatBuf info;

  g_assert_cmpint (g_stat (fixture->path, &info), ==, 0);
  g_assert_cmpint (truncate (fixture->path, info.st_size / 2), ==, 0);
}

static void
make_stump (Fixture *fixture)
{
  g_assert_cmpint (truncate (fixture->path, 60), ==, 0);
}

static void
make_text (Fixture *fixture)
{
  g_assert_true (g_file_set_contents (fixture->path, "มาตรการ\tวิธีการ\n", -1, NULL));
}

static void
make_pipe (Fixture *fixture)
{
  g_unlink (fixture->path);
  g_assert_cmpint (mkfifo (fixture->path, 0600), ==, 0);
}

static void
make_foreign (Fixture *fixture)
{
  g_unlink (fixture->path);
  fixture_run_sql (fixture->path, "CREATE TABLE moz_places (id INTEGER PRIMARY KEY)");
}

static void
make_trigger (Fixture *fixture)
{
  fixture_run_sql (fixture->path, "CREATE TRIGGER evil AFTER UPDATE ON measure BEGIN DELETE FROM item; END");
}

static void
make_view (Fixture *fixture)
{
  fixture_run_sql (fixture->path, "CREATE VIEW evil AS SELECT 1");
}

static void
make_other_table (Fixture *fixture)
{
  fixture_run_sql (fixture->path, "ALTER TABLE measure ADD COLUMN evil TEXT");
}

static void
make_damaged (Fixture *fixture)
{
  g_autofree char *contents = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (fixture->path, &contents, &length, NULL));
  for (gsize page = 8192 * 3; page < length; page += 8192)
    memset (contents + page, 0xff, 64);
  g_assert_true (g_file_set_contents (fixture->path, contents, length, NULL));
}

static void
make_orphan (Fixture *fixture)
{
  fixture_run_sql (fixture->path, "PRAGMA foreign_keys = OFF; UPDATE plan SET organisation = 'nobody'");
}

static void
make_newer (Fixture *fixture)
{
  fixture_run_sql (fixture->path, "PRAGMA user_version = 99");
}

static const struct
{
  const char *name;
  void (*make) (Fixture *fixture);
  int code;
  gboolean readable;
} open_rows[] = {
  { "nothing", make_nothing, MATTRA_ERROR_NOT_FOUND },
  { "folder", make_folder, MATTRA_ERROR_INVALID },
  { "empty", make_empty, MATTRA_ERROR_CORRUPT },
  { "zeros", make_zeros, MATTRA_ERROR_CORRUPT },
  { "truncated", make_truncated, MATTRA_ERROR_CORRUPT },
  { "stump", make_stump, MATTRA_ERROR_CORRUPT },
  { "text", make_text, MATTRA_ERROR_INVALID },
  { "pipe", make_pipe, MATTRA_ERROR_INVALID },
  { "foreign", make_foreign, MATTRA_ERROR_INVALID },
  { "trigger", make_trigger, MATTRA_ERROR_INVALID },
  { "view", make_view, MATTRA_ERROR_INVALID },
  { "other-table", make_other_table, MATTRA_ERROR_INVALID },
  { "damaged", make_damaged, MATTRA_ERROR_CORRUPT },
  { "orphan", make_orphan, MATTRA_ERROR_CORRUPT },
  { "newer", make_newer, MATTRA_ERROR_TOO_NEW, TRUE },
};

static char *
fingerprint (const char *path)
{
  g_autofree char *contents = NULL;
  gsize length = 0;

  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR) || !g_file_get_contents (path, &contents, &length, NULL))
    return g_strdup ("none");
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (guchar *) contents, length);
}

static void
assert_refused (Fixture  *fixture,
                gboolean  read_only,
                int       code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MattraStore) store = mattra_store_open_as (fixture->path, read_only, FIXTURE_DEVICE, &error);

  g_assert_null (store);
  g_assert_error (error, MATTRA_ERROR, code);
  g_assert_nonnull (strstr (error->message, "register.mattra"));
}

/* Each is refused for reading and for writing, the error names the file, and the file stays as it is. */
static void
test_open (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (MattraMeasure) measure = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  fixture_init (&fixture);
  measure = fixture_add (&fixture, 1, "ก");
  fixture_close (&fixture);
  open_rows[row].make (&fixture);
  before = fingerprint (fixture.path);
  assert_refused (&fixture, FALSE, open_rows[row].code);
  if (open_rows[row].readable)
    {
      g_autoptr (MattraStore) store = mattra_store_open (fixture.path, TRUE, NULL);

      g_assert_nonnull (store);
      g_assert_nonnull (mattra_store_get_notice (store));
    }
  else
    assert_refused (&fixture, TRUE, open_rows[row].code);
  after = fingerprint (fixture.path);
  g_assert_cmpstr (before, ==, after);
}

static void
test_create_keeps_what_is_there (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *nowhere = NULL;

  fixture_init (&fixture);
  g_assert_false (mattra_store_create (fixture.path, fixture.plan, &error));
  g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID);
  g_clear_error (&error);
  nowhere = g_build_filename (fixture.folder, "no", "where.mattra", NULL);
  g_assert_false (mattra_store_create (nowhere, fixture.plan, &error));
  g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_NOT_FOUND);
}

static void
test_read_only_takes_no_change (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (MattraStore) store = NULL;

  fixture_init (&fixture);
  fixture_close (&fixture);
  store = mattra_store_open (fixture.path, TRUE, &error);
  g_assert_no_error (error);
  g_assert_false (mattra_store_set_organisation_field (store, "district", "x", &error));
  g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_DENIED);
}

static void
assert_edit_fails (Fixture *fixture,
                   int      code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (mattra_store_set_organisation_field (fixture->store, "district", "เปลี่ยน", &error));
  g_assert_error (error, MATTRA_ERROR, code);
}

static void
test_removed_while_open (void)
{
  g_auto (Fixture) fixture = { 0 };

  fixture_init (&fixture);
  g_unlink (fixture.path);
  assert_edit_fails (&fixture, MATTRA_ERROR_IO);
  g_assert_false (g_file_test (fixture.path, G_FILE_TEST_EXISTS));
}

static void
test_replaced_while_open (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autofree char *other = NULL;
  g_autofree char *contents = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize length;

  fixture_init (&fixture);
  other = g_build_filename (fixture.folder, "other", NULL);
  g_assert_true (g_file_get_contents (fixture.path, &contents, &length, NULL));
  g_assert_true (g_file_set_contents (other, contents, length, NULL));
  g_assert_cmpint (g_rename (other, fixture.path), ==, 0);
  before = fingerprint (fixture.path);
  assert_edit_fails (&fixture, MATTRA_ERROR_IO);
  after = fingerprint (fixture.path);
  g_assert_cmpstr (before, ==, after);
}

/* Two windows over one file: each sees the other's act, and neither loses one. */
static void
test_two_instances (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (MattraStore) other = NULL;
  g_autoptr (MattraPlan) plan = NULL;
  gboolean changed;

  fixture_init (&fixture);
  other = mattra_store_open_as (fixture.path, FALSE, FIXTURE_DEVICE, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *district = g_strdup_printf ("อำเภอ %u", i);

      mattra_store_set_organisation_field (i % 2 == 0 ? other : fixture.store, "district", district, &error);
      g_assert_no_error (error);
    }
  g_assert_true (mattra_store_poll (fixture.store, &changed, &error));
  g_assert_true (changed);
  plan = mattra_store_load_plan (fixture.store, 0, &error);
  g_assert_cmpstr (mattra_plan_get_organisation (plan)->district, ==, "อำเภอ 4");
  fixture_assert_sound (&fixture);
}

/* Statements */

static void
test_every_statement_prepares (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (MattraDatabase) database = NULL;
  g_autoptr (MattraStatements) statements = mattra_statements_new ();

  fixture_init (&fixture);
  database = mattra_sqlite_open (fixture.path, fixture.path, MATTRA_SQLITE_READ, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < MATTRA_N_QUERIES; i++)
    {
      g_assert_nonnull (mattra_query_get_sql (i));
      mattra_sqlite_prepares (database, mattra_query_get_sql (i), &error);
      g_assert_no_error (error);
    }
  for (guint table = 0; table < N_TABLES; table++)
    {
      mattra_sqlite_prepares (database, statements->select[table], &error);
      g_assert_no_error (error);
      mattra_sqlite_prepares (database, statements->compare[table], &error);
      g_assert_no_error (error);
      for (guint size = 0; size < MATTRA_BATCH_SIZES; size++)
        mattra_sqlite_prepares (database, mattra_statements_insert (statements, table, size), &error);
      for (guint column = 0; column < mattra_schema_table (table)->n_columns; column++)
        {
          mattra_sqlite_prepares (database, statements->get[table][column], &error);
          mattra_sqlite_prepares (database, statements->set[table][column], &error);
        }
      g_assert_no_error (error);
    }
}

/* The column lists in C are those of the tables, in the same order. */
static gboolean
take_column (const MattraValue *row,
             gpointer           user_data)
{
  g_string_append_printf (user_data, "%s ", mattra_value_get_text (&row[0]));
  return TRUE;
}

static void
test_columns_match_tables (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (MattraDatabase) database = NULL;

  fixture_init (&fixture);
  database = mattra_sqlite_open (fixture.path, fixture.path, MATTRA_SQLITE_READ, &error);
  for (guint i = 0; i < N_TABLES; i++)
    {
      const MattraTable *table = mattra_schema_table (i);
      MattraValue name = mattra_value_text (table->name);
      g_autoptr (GString) expected = g_string_new (NULL);
      g_autoptr (GString) actual = g_string_new (NULL);

      for (guint column = 0; column < table->n_columns; column++)
        g_string_append_printf (expected, "%s ", table->columns[column].name);
      mattra_database_exec (database, "SELECT name FROM pragma_table_info ($1) ORDER BY cid", &name, 1, take_column,
                            actual, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (expected->str, ==, actual->str);
    }
}

/* $2 … $1: bound by position these would come out swapped. */
static void
test_binding_by_name (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (MattraDatabase) database = NULL;
  MattraValue values[] = { mattra_value_text ("one"), mattra_value_text ("two") };
  g_autofree char *text = NULL;

  fixture_init (&fixture);
  database = mattra_sqlite_open (fixture.path, fixture.path, MATTRA_SQLITE_READ, &error);
  text = mattra_database_text (database, "SELECT $2 || ' before ' || $1", values, 2, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, "two before one");
}

/* Whatever SQLite says, the user reads a remedy in their own language; its words are kept beside it. */
static void
test_remedies (void)
{
  for (int code = 1; code <= 26; code++)
    {
      g_autoptr (GError) error = NULL;

      mattra_sqlite_set_error (&error, code, "register.mattra", "words of the library");
      g_assert_nonnull (strstr (error->message, "register.mattra"));
      g_assert_null (strstr (error->message, "words of the library"));
      g_assert_false (g_str_has_suffix (error->message, ")"));
      g_assert_cmpstr (mattra_error_get_detail (error), ==, "words of the library");
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (open_rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/store/open/%s", open_rows[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_open);
    }
  g_test_add_func ("/store/open/create-keeps-what-is-there", test_create_keeps_what_is_there);
  g_test_add_func ("/store/open/read-only-takes-no-change", test_read_only_takes_no_change);
  g_test_add_func ("/store/open/removed-while-open", test_removed_while_open);
  g_test_add_func ("/store/open/replaced-while-open", test_replaced_while_open);
  g_test_add_func ("/store/open/two-instances", test_two_instances);
  g_test_add_func ("/store/sql/every-statement-prepares", test_every_statement_prepares);
  g_test_add_func ("/store/sql/columns-match-tables", test_columns_match_tables);
  g_test_add_func ("/store/sql/binding-by-name", test_binding_by_name);
  g_test_add_func ("/store/open/remedies", test_remedies);
  return fixture_run_tests ();
}
