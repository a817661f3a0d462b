/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"

#include <string.h>

static void
reload (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_clear_object (&fixture->plan);
  fixture->plan = mattra_store_load_plan (fixture->store, 0, &error);
  g_assert_no_error (error);
}

/* "kind round number day subject" of each paper, the oldest first. */
static char *
tell_papers (Fixture *fixture)
{
  GString *told = g_string_new (NULL);
  GPtrArray *papers;

  reload (fixture);
  papers = mattra_plan_get_papers (fixture->plan);
  for (guint i = 0; i < papers->len; i++)
    {
      const MattraPaper *paper = g_ptr_array_index (papers, i);
      g_autofree char *day = mattra_date_is_set (paper->day) ? mattra_date_to_iso (paper->day) : g_strdup ("-");

      g_string_append_printf (told, "%s%s %d %s %s %s", i > 0 ? "; " : "", paper->kind, paper->round,
                              paper->number ? paper->number : "-", day, paper->subject ? paper->subject : "-");
    }
  return g_string_free (told, FALSE);
}

static void
assert_papers (Fixture    *fixture,
               const char *expected)
{
  g_autofree char *told = tell_papers (fixture);

  g_assert_cmpstr (told, ==, expected);
}

/* What is written comes back, is changed field by field, and undo takes it back. */
static void
test_papers (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (MattraPaper) order = mattra_paper_new (MATTRA_PAPER_ORDER);
  g_autoptr (MattraPaper) memo = mattra_paper_new (MATTRA_PAPER_MEMO);
  g_autofree char *id = NULL;
  g_autofree char *other = NULL;

  fixture_init (&fixture);
  order->number = g_strdup ("๑๒/๒๕๖๖");
  order->day = mattra_date_make (2022, 12, 9);
  memo->round = MATTRA_ROUND_FIRST_HALF;
  id = mattra_store_insert_paper (fixture.store, mattra_plan_get_id (fixture.plan), order, &error);
  g_assert_no_error (error);
  other = mattra_store_insert_paper (fixture.store, mattra_plan_get_id (fixture.plan), memo, &error);
  g_assert_no_error (error);
  assert_papers (&fixture, "order 0 ๑๒/๒๕๖๖ 2022-12-09 -; memo 1 - - -");
  g_assert_true (mattra_store_set_paper_field (fixture.store, other, "day", "2023-04-10", &error));
  g_assert_true (mattra_store_set_paper_field (fixture.store, other, "subject", "รายงานผล", &error));
  g_assert_true (mattra_store_set_paper_field (fixture.store, id, "number", NULL, &error));
  g_assert_no_error (error);
  assert_papers (&fixture, "order 0 - 2022-12-09 -; memo 1 - 2023-04-10 รายงานผล");
  g_assert_false (mattra_store_set_paper_field (fixture.store, other, "day", "tomorrow", &error));
  g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (mattra_store_set_paper_field (fixture.store, id, "deleted", "1", &error));
  assert_papers (&fixture, "memo 1 - 2023-04-10 รายงานผล");
  for (guint i = 0; i < 6; i++)
    g_assert_true (mattra_store_undo (fixture.store, NULL, &error));
  assert_papers (&fixture, "");
  fixture_assert_sound (&fixture);
}

static void
add_member (Fixture    *fixture,
            const char *name,
            const char *role)
{
  g_autoptr (MattraMember) member = mattra_member_new (role);
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;

  member->name = g_strdup (name);
  id = mattra_store_insert_member (fixture->store, mattra_plan_get_id (fixture->plan), member, &error);
  g_assert_no_error (error);
}

static void
assert_members (Fixture    *fixture,
                const char *expected)
{
  g_autoptr (GString) told = g_string_new (NULL);
  GPtrArray *members;

  reload (fixture);
  members = mattra_plan_get_members (fixture->plan);
  for (guint i = 0; i < members->len; i++)
    {
      const MattraMember *member = g_ptr_array_index (members, i);

      g_string_append_printf (told, "%s%s %s", i > 0 ? "; " : "", member->name ? member->name : member->post,
                              member->role);
    }
  g_assert_cmpstr (told->str, ==, expected);
}

static void
test_members (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;
  const MattraMember *first;

  fixture_init (&fixture);
  add_member (&fixture, "นายหนึ่ง", "ประธานคณะทำงาน");
  add_member (&fixture, "นางสอง", "คณะทำงาน");
  assert_members (&fixture, "นายหนึ่ง ประธานคณะทำงาน; นางสอง คณะทำงาน");
  first = g_ptr_array_index (mattra_plan_get_members (fixture.plan), 0);
  g_assert_true (mattra_store_set_member_field (fixture.store, first->id, "sort_key", "zz", &error));
  g_assert_true (mattra_store_set_member_field (fixture.store, first->id, "post", "ปลัด", &error));
  g_assert_true (mattra_store_set_member_field (fixture.store, first->id, "name", NULL, &error));
  g_assert_no_error (error);
  assert_members (&fixture, "นางสอง คณะทำงาน; ปลัด ประธานคณะทำงาน");
  first = g_ptr_array_index (mattra_plan_get_members (fixture.plan), 0);
  g_assert_false (mattra_store_set_member_field (fixture.store, first->id, "role", "", &error));
  g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID);
  fixture_assert_sound (&fixture);
}

/* A plan that is made with papers and members has them afterwards, all by one act. */
static void
test_new_plan (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (MattraPlan) next = mattra_plan_new (2567);
  g_autoptr (MattraPlan) loaded = NULL;
  g_autoptr (GError) error = NULL;

  fixture_init (&fixture);
  g_ptr_array_add (mattra_plan_get_papers (next), mattra_paper_new (MATTRA_PAPER_ORDER));
  g_ptr_array_add (mattra_plan_get_members (next), mattra_member_new ("คณะทำงาน"));
  g_assert_true (mattra_store_insert_plan (fixture.store, next, &error));
  g_assert_no_error (error);
  loaded = mattra_store_load_plan (fixture.store, 2567, &error);
  g_assert_cmpuint (mattra_plan_get_papers (loaded)->len, ==, 1);
  g_assert_cmpuint (mattra_plan_get_members (loaded)->len, ==, 1);
  fixture_assert_sound (&fixture);
  g_assert_true (mattra_store_undo (fixture.store, NULL, &error));
  g_assert_no_error (error);
  g_clear_object (&loaded);
  loaded = mattra_store_load_plan (fixture.store, 2567, &error);
  g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_NOT_FOUND);
}

/* Settings of one kind stand beside those of all; a stroke in the head of a column belongs to its name. */
static void
test_settings (void)
{
  static const struct
  {
    const char *name;
    const char *value;
  } rows[] = {
    { "preface", "ทั้งหมด" },
    { "memo/preface", "บันทึก" },
    { "signature-sheet/title", "ใบลงนาม" },
    { "label:extra:ปัญหา/อุปสรรค", "ปัญหา/อุปสรรค" },
  };
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;

  fixture_init (&fixture);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    mattra_store_set_setting (fixture.store, mattra_plan_get_id (fixture.plan), rows[i].name, rows[i].value, &error);
  g_assert_no_error (error);
  reload (&fixture);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpstr (mattra_plan_get_setting (fixture.plan, rows[i].name), ==, rows[i].value);
  g_assert_cmpstr (mattra_plan_get_kind_setting (fixture.plan, "memo", "preface"), ==, "บันทึก");
  g_assert_cmpstr (mattra_plan_get_kind_setting (fixture.plan, "results", "preface"), ==, "ทั้งหมด");
  g_assert_true (mattra_store_set_setting (fixture.store, mattra_plan_get_id (fixture.plan), "memo/preface", NULL,
                                           &error));
  reload (&fixture);
  g_assert_cmpstr (mattra_plan_get_kind_setting (fixture.plan, "memo", "preface"), ==, "ทั้งหมด");
}

/* Pictures */

/* Bytes that no part of which is like another. */
static GBytes *
make_bytes (gsize length)
{
  guint8 *data = g_malloc (length);
  guint32 state = 1;

  for (gsize i = 0; i < length; i++)
    {
      state = state * 1664525 + 1013904223;
      data[i] = state >> 24;
    }
  return g_bytes_new_take (data, length);
}

static const struct
{
  gsize length;
  int code; /* -1: it is taken */
} size_rows[] = {
  { 0, MATTRA_ERROR_INVALID },
  { 1, -1 },
  { 1024 * 1024 - 1, -1 },
  { 1024 * 1024, -1 },
  { 1024 * 1024 + 1, -1 },
  { 3 * 1024 * 1024 + 77, -1 },
  { MATTRA_BLOB_MAX, -1 },
  { MATTRA_BLOB_MAX + 1, MATTRA_ERROR_INVALID },
};

static void
test_sizes (void)
{
  g_auto (Fixture) fixture = { 0 };

  fixture_init (&fixture);
  for (guint i = 0; i < G_N_ELEMENTS (size_rows); i++)
    {
      g_autoptr (GBytes) bytes = make_bytes (size_rows[i].length);
      g_autoptr (GBytes) loaded = NULL;
      g_autoptr (GError) error = NULL;

      if (size_rows[i].code >= 0)
        {
          g_assert_false (mattra_store_set_picture (fixture.store, "emblem", bytes, &error));
          g_assert_error (error, MATTRA_ERROR, size_rows[i].code);
          continue;
        }
      g_assert_true (mattra_store_set_picture (fixture.store, "emblem", bytes, &error));
      g_assert_no_error (error);
      reload (&fixture);
      loaded = mattra_store_load_blob (fixture.store, mattra_plan_get_organisation (fixture.plan)->emblem, &error);
      g_assert_no_error (error);
      g_assert_true (g_bytes_equal (loaded, bytes));
    }
  fixture_assert_sound (&fixture);
}

static void
test_pictures (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (GBytes) bytes = make_bytes (5000);
  g_autoptr (GBytes) copy = NULL;
  g_autoptr (GError) error = NULL;
  MattraOrganisation *organisation;

  fixture_init (&fixture);
  g_assert_true (mattra_store_set_picture (fixture.store, "emblem", bytes, &error));
  g_assert_true (mattra_store_set_picture (fixture.store, "garuda", bytes, &error));
  g_assert_true (mattra_store_set_picture (fixture.store, "emblem", NULL, &error));
  g_assert_no_error (error);
  reload (&fixture);
  organisation = mattra_plan_get_organisation (fixture.plan);
  g_assert_null (organisation->emblem);
  g_assert_nonnull (organisation->garuda);
  g_assert_true (mattra_store_undo (fixture.store, NULL, &error));
  reload (&fixture);
  organisation = mattra_plan_get_organisation (fixture.plan);
  g_assert_cmpstr (organisation->emblem, ==, organisation->garuda);
  copy = mattra_store_load_blob (fixture.store, organisation->emblem, &error);
  g_assert_true (g_bytes_equal (copy, bytes));
  g_assert_null (mattra_store_load_blob (fixture.store, "00", &error));
  g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (mattra_store_set_picture (fixture.store, "portrait", bytes, &error));
  g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID);
  fixture_assert_sound (&fixture);
}

/* What other programs might do to a file in the register: loading it and checking the register both say so. */
static const char *const damages[] = {
  "UPDATE blob SET data = CAST ('x' || substr (data, 2) AS BLOB) WHERE part = 1",
  "UPDATE blob SET data = substr (data, 1, length (data) - 1) WHERE part = 2",
  "DELETE FROM blob WHERE part = 0",
  "DELETE FROM blob WHERE part = 1",
  "DELETE FROM blob WHERE part = 2",
  "DELETE FROM blob",
};

static void
test_damaged (gconstpointer data)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (GBytes) bytes = make_bytes (2 * 1024 * 1024 + 100);
  g_autoptr (GBytes) loaded = NULL;
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GError) error = NULL;

  fixture_init (&fixture);
  g_assert_true (mattra_store_set_picture (fixture.store, "emblem", bytes, &error));
  g_assert_no_error (error);
  fixture_run_sql (fixture.path, data);
  faults = mattra_store_verify (fixture.store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (faults->len, >, 0);
  reload (&fixture);
  loaded = mattra_store_load_blob (fixture.store, mattra_plan_get_organisation (fixture.plan)->emblem, &error);
  g_assert_null (loaded);
  g_assert_true (g_error_matches (error, MATTRA_ERROR, MATTRA_ERROR_CORRUPT)
                 || g_error_matches (error, MATTRA_ERROR, MATTRA_ERROR_NOT_FOUND));
}

/* Back-up and restore take files along. */
static void
test_backup (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (GBytes) bytes = make_bytes (1500000);
  g_autoptr (GBytes) loaded = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *copy = NULL;

  fixture_init (&fixture);
  g_assert_true (mattra_store_set_picture (fixture.store, "emblem", bytes, &error));
  copy = mattra_store_back_up (fixture.store, &error);
  g_assert_no_error (error);
  g_assert_true (mattra_store_set_picture (fixture.store, "emblem", NULL, &error));
  fixture_close (&fixture);
  g_assert_true (mattra_backup_restore (fixture.path, copy, 0, &error));
  g_assert_no_error (error);
  fixture_reopen (&fixture);
  reload (&fixture);
  loaded = mattra_store_load_blob (fixture.store, mattra_plan_get_organisation (fixture.plan)->emblem, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (loaded, bytes));
  fixture_assert_sound (&fixture);
}

/* A register of each older version can be read as it is, without a change, and is brought up to date when it is
 * to be written. */
static void
test_older (gconstpointer data)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (MattraMeasure) measure = NULL;
  g_autoptr (GPtrArray) seals = NULL;
  g_autoptr (GBytes) bytes = make_bytes (100);
  g_autoptr (GError) error = NULL;
  guint count = 0;

  fixture_init (&fixture);
  measure = fixture_add (&fixture, 1, "ก");
  fixture_close (&fixture);
  fixture_make_version (fixture.path, GPOINTER_TO_UINT (data));
  fixture.store = mattra_store_open (fixture.path, TRUE, &error);
  g_assert_no_error (error);
  reload (&fixture);
  g_assert_null (mattra_plan_get_organisation (fixture.plan)->emblem);
  g_assert_cmpstr (mattra_plan_get_organisation (fixture.plan)->district, ==, "บ้านไผ่");
  g_assert_cmpuint (mattra_plan_get_papers (fixture.plan)->len, ==, 0);
  g_assert_true (mattra_store_count_measures (fixture.store, mattra_plan_get_id (fixture.plan), &count, &error));
  g_assert_cmpuint (count, ==, 1);
  seals = mattra_store_list_seals (fixture.store, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (seals->len, ==, 0);
  g_assert_null (mattra_store_load_blob (fixture.store, "00", &error));
  g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_NOT_FOUND);
  g_clear_error (&error);
  fixture_assert_sound (&fixture);
  fixture_reopen (&fixture);
  g_assert_true (mattra_store_set_picture (fixture.store, "emblem", bytes, &error));
  g_assert_no_error (error);
  fixture_assert_sound (&fixture);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/paper/papers", test_papers);
  g_test_add_func ("/store/paper/members", test_members);
  g_test_add_func ("/store/paper/new-plan", test_new_plan);
  g_test_add_func ("/store/paper/settings", test_settings);
  g_test_add_func ("/store/paper/sizes", test_sizes);
  g_test_add_func ("/store/paper/pictures", test_pictures);
  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autofree char *path = g_strdup_printf ("/store/paper/damaged/%u", i);

      g_test_add_data_func (path, damages[i], test_damaged);
    }
  g_test_add_func ("/store/paper/backup", test_backup);
  for (guint version = 1; version <= 2; version++)
    {
      g_autofree char *path = g_strdup_printf ("/store/paper/older/%u", version);

      g_test_add_data_func (path, GUINT_TO_POINTER (version), test_older);
    }
  return fixture_run_tests ();
}
