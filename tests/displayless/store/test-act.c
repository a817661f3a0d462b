/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"

#define FIRST MATTRA_ROUND_FIRST_HALF

static void
assert_cell (Fixture        *fixture,
             const char     *measure,
             MattraItemKind  kind,
             const char     *expected)
{
  g_autofree char *cell = fixture_cell (fixture->store, fixture->plan, measure, kind, FIRST);

  g_assert_cmpstr (cell, ==, expected);
}

static void
undo (Fixture    *fixture,
      const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;

  mattra_store_undo (fixture->store, &name, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (name, ==, expected);
}

static void
redo (Fixture    *fixture,
      const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;

  mattra_store_redo (fixture->store, &name, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (name, ==, expected);
}

static void
assert_refused (Fixture     *fixture,
                gboolean   (*call) (MattraStore *, char **, GError **),
                int          code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (call (fixture->store, NULL, &error));
  g_assert_error (error, MATTRA_ERROR, code);
}

static void
test_undo_redo_across_closing (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (MattraMeasure) measure = NULL;
  const char *id;

  fixture_init (&fixture);
  measure = fixture_add (&fixture, 1, "แนวทางการใช้งบประมาณ");
  id = mattra_measure_get_id (measure);
  fixture_set (&fixture, id, MATTRA_ITEM_RESULT, "หนึ่ง");
  fixture_set (&fixture, id, MATTRA_ITEM_RESULT, "หนึ่ง|สอง");
  fixture_reopen (&fixture);
  undo (&fixture, "set");
  assert_cell (&fixture, id, MATTRA_ITEM_RESULT, "หนึ่ง");
  fixture_reopen (&fixture);
  undo (&fixture, "set");
  assert_cell (&fixture, id, MATTRA_ITEM_RESULT, "ดำเนินการแล้ว");
  redo (&fixture, "set");
  assert_cell (&fixture, id, MATTRA_ITEM_RESULT, "หนึ่ง");
  fixture_reopen (&fixture);
  redo (&fixture, "set");
  assert_cell (&fixture, id, MATTRA_ITEM_RESULT, "หนึ่ง|สอง");
  assert_refused (&fixture, mattra_store_redo, MATTRA_ERROR_NOT_FOUND);
  undo (&fixture, "set");
  undo (&fixture, "set");
  undo (&fixture, "insert-measure");
  assert_refused (&fixture, mattra_store_undo, MATTRA_ERROR_NOT_FOUND);
  redo (&fixture, "insert-measure");
  assert_cell (&fixture, id, MATTRA_ITEM_RESULT, "ดำเนินการแล้ว");
  fixture_assert_sound (&fixture);
}

static void
enter (Fixture    *fixture,
       const char *person)
{
  mattra_store_set_actor (fixture->store, MATTRA_ROLE_SECRETARY, NULL);
  mattra_store_set_person (fixture->store, person);
}

/* Two people at one computer: each takes back what the same person did, whoever came after. */
static void
test_undo_of_own_acts (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (MattraMeasure) first = NULL;
  g_autoptr (MattraMeasure) second = NULL;
  g_autofree char *name = NULL;
  g_autofree char *arguments = NULL;

  fixture_init (&fixture);
  first = fixture_add (&fixture, 1, "ก");
  second = fixture_add (&fixture, 2, "ข");
  enter (&fixture, "นายหนึ่ง");
  assert_refused (&fixture, mattra_store_undo, MATTRA_ERROR_NOT_FOUND);
  fixture_set (&fixture, mattra_measure_get_id (first), MATTRA_ITEM_RESULT, "หนึ่ง");
  enter (&fixture, "นางสอง");
  assert_refused (&fixture, mattra_store_undo, MATTRA_ERROR_NOT_FOUND);
  g_assert_true (mattra_store_peek_undo (fixture.store, &name, &arguments, NULL));
  g_assert_null (name);
  fixture_set (&fixture, mattra_measure_get_id (second), MATTRA_ITEM_RESULT, "สอง");
  enter (&fixture, "นายหนึ่ง");
  undo (&fixture, "set");
  assert_cell (&fixture, mattra_measure_get_id (first), MATTRA_ITEM_RESULT, "ดำเนินการแล้ว");
  assert_cell (&fixture, mattra_measure_get_id (second), MATTRA_ITEM_RESULT, "สอง");
  enter (&fixture, "นางสอง");
  assert_refused (&fixture, mattra_store_redo, MATTRA_ERROR_NOT_FOUND);
  enter (&fixture, "นายหนึ่ง");
  redo (&fixture, "set");
  assert_cell (&fixture, mattra_measure_get_id (first), MATTRA_ITEM_RESULT, "หนึ่ง");
  mattra_store_drop_actor (fixture.store);
  undo (&fixture, "set");
  undo (&fixture, "set");
  undo (&fixture, "insert-measure");
  fixture_assert_sound (&fixture);
}

static void
test_redo_ends_at_next_act (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (MattraMeasure) measure = NULL;
  const char *id;

  fixture_init (&fixture);
  measure = fixture_add (&fixture, 1, "ก");
  id = mattra_measure_get_id (measure);
  fixture_set (&fixture, id, MATTRA_ITEM_RESULT, "หนึ่ง");
  undo (&fixture, "set");
  fixture_set (&fixture, id, MATTRA_ITEM_RESULT, "สอง");
  assert_refused (&fixture, mattra_store_redo, MATTRA_ERROR_NOT_FOUND);
  undo (&fixture, "set");
  assert_cell (&fixture, id, MATTRA_ITEM_RESULT, "ดำเนินการแล้ว");
  fixture_assert_sound (&fixture);
}

/* What was taken back is not done again over what another device wrote meanwhile, and the message says so. */
static void
test_redo_conflict (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (MattraMeasure) measure = NULL;
  g_autoptr (GError) error = NULL;
  const char *id;

  fixture_init (&fixture);
  measure = fixture_add (&fixture, 7, "ก");
  id = mattra_measure_get_id (measure);
  g_assert_true (mattra_store_set_measure_field (fixture.store, id, "title", "ข", &error));
  g_assert_true (mattra_store_undo (fixture.store, NULL, &error));
  fixture_close (&fixture);
  fixture.store = mattra_store_open_as (fixture.path, FALSE, FIXTURE_OTHER_DEVICE, &error);
  g_assert_true (mattra_store_set_measure_field (fixture.store, id, "title", "ค", &error));
  fixture_reopen (&fixture);
  g_assert_false (mattra_store_redo (fixture.store, NULL, &error));
  g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, "nothing was done again"));
}

/* Another device has changed the cell since: nothing of the act is taken back. */
static void
test_conflict (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (MattraMeasure) measure = NULL;
  g_autoptr (GError) error = NULL;
  const char *id;

  fixture_init (&fixture);
  measure = fixture_add (&fixture, 7, "ก");
  id = mattra_measure_get_id (measure);
  g_assert_true (mattra_store_begin_act (fixture.store, "form", NULL, MATTRA_ACT_EDIT, NULL));
  mattra_store_set_measure_field (fixture.store, id, "section", "หมวด ๑", &error);
  mattra_store_set_measure_field (fixture.store, id, "title", "ข", &error);
  g_assert_no_error (error);
  g_assert_true (mattra_store_commit_act (fixture.store, NULL));
  fixture_close (&fixture);
  fixture.store = mattra_store_open_as (fixture.path, FALSE, FIXTURE_OTHER_DEVICE, &error);
  mattra_store_set_measure_field (fixture.store, id, "title", "ค", &error);
  g_assert_no_error (error);
  fixture_reopen (&fixture);
  g_assert_false (mattra_store_undo (fixture.store, NULL, &error));
  g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, "title of measure 7"));
  g_object_unref (measure);
  measure = mattra_store_load_measure (fixture.store, mattra_plan_get_id (fixture.plan), "7", NULL);
  g_assert_cmpstr (mattra_measure_get_section (measure), ==, "หมวด ๑");
  g_assert_cmpstr (mattra_measure_get_title (measure), ==, "ค");
  fixture_assert_sound (&fixture);
}

static void
test_closed_round (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (MattraMeasure) measure = NULL;
  g_autoptr (GError) error = NULL;
  const char *lines[] = { "ใหม่", NULL };
  const char *plan;
  const char *id;

  fixture_init (&fixture);
  plan = mattra_plan_get_id (fixture.plan);
  measure = fixture_add (&fixture, 3, "ก");
  id = mattra_measure_get_id (measure);
  fixture_set (&fixture, id, MATTRA_ITEM_RESULT, "หนึ่ง");
  fixture_close (&fixture);
  fixture.store = mattra_store_open_as (fixture.path, FALSE, FIXTURE_OTHER_DEVICE, &error);
  mattra_store_set_round_field (fixture.store, plan, FIRST, "state", "closed", &error);
  g_assert_no_error (error);
  fixture_reopen (&fixture);
  g_assert_false (mattra_store_undo (fixture.store, NULL, &error));
  g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_DENIED);
  g_assert_nonnull (strstr (error->message, "results of measure 3"));
  g_clear_error (&error);
  g_assert_false (mattra_store_set_cell (fixture.store, id, MATTRA_ITEM_OBSTACLE, FIRST, NULL, lines, NULL, &error));
  g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_DENIED);
  g_clear_error (&error);
  mattra_store_set_cell (fixture.store, id, MATTRA_ITEM_RESULT, MATTRA_ROUND_FULL_YEAR, NULL, lines, NULL, &error);
  g_assert_no_error (error);
  assert_cell (&fixture, id, MATTRA_ITEM_RESULT, "หนึ่ง");
  fixture_assert_sound (&fixture);
}

static void
test_all_or_nothing (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (MattraMeasure) measure = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *too_long = g_strnfill (40000, 'x');
  guint count;
  const char *id;

  fixture_init (&fixture);
  measure = fixture_add (&fixture, 1, "ก");
  id = mattra_measure_get_id (measure);
  g_assert_true (mattra_store_begin_act (fixture.store, "form", NULL, MATTRA_ACT_EDIT, NULL));
  g_assert_true (mattra_store_set_measure_field (fixture.store, id, "title", "ข", NULL));
  g_assert_false (mattra_store_set_measure_field (fixture.store, id, "section", too_long, &error));
  g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (mattra_store_set_measure_field (fixture.store, id, "title", "ค", &error));
  g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (mattra_store_commit_act (fixture.store, &error));
  g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID);
  g_object_unref (measure);
  measure = mattra_store_load_measure (fixture.store, mattra_plan_get_id (fixture.plan), "1", NULL);
  g_assert_cmpstr (mattra_measure_get_title (measure), ==, "ก");
  g_assert_true (mattra_store_count_measures (fixture.store, mattra_plan_get_id (fixture.plan), &count, NULL));
  g_assert_cmpuint (count, ==, 1);
}

static void
test_no_change_no_act (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (MattraMeasure) measure = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  const char *none[] = { NULL };

  fixture_init (&fixture);
  measure = fixture_add (&fixture, 1, "ก");
  before = mattra_store_get_head (fixture.store, NULL);
  fixture_set (&fixture, mattra_measure_get_id (measure), MATTRA_ITEM_RESULT, "ดำเนินการแล้ว");
  g_assert_true (mattra_store_set_measure_field (fixture.store, mattra_measure_get_id (measure), "title", "ก", NULL));
  g_assert_true (mattra_store_set_cell (fixture.store, mattra_measure_get_id (measure), MATTRA_ITEM_OBSTACLE, FIRST,
                                        NULL, none, "ไม่มี", NULL));
  g_assert_true (mattra_store_set_cell (fixture.store, mattra_measure_get_id (measure), MATTRA_ITEM_RESULT,
                                        MATTRA_ROUND_FULL_YEAR, NULL, none, NULL, NULL));
  after = mattra_store_get_head (fixture.store, NULL);
  g_assert_cmpstr (before, ==, after);
}

static void
test_history (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (MattraMeasure) measure = NULL;
  g_autoptr (MattraMeasure) other = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) one = NULL;
  g_autoptr (GPtrArray) cell = NULL;
  g_autoptr (GPtrArray) page = NULL;
  const MattraChange *change;
  const char *id;

  fixture_init (&fixture);
  mattra_store_set_person (fixture.store, "สมใจ");
  measure = fixture_add (&fixture, 4, "ก");
  other = fixture_add (&fixture, 5, "ข");
  id = mattra_measure_get_id (measure);
  fixture_set (&fixture, id, MATTRA_ITEM_RESULT, "ดำเนินการแล้วเสร็จ");
  all = mattra_store_load_history (fixture.store, NULL, 0, 1000, NULL);
  one = mattra_store_load_history (fixture.store, id, 0, 1000, NULL);
  page = mattra_store_load_history (fixture.store, id, 1, 2, NULL);
  cell = mattra_store_load_cell_history (fixture.store, id, "results", FIRST, NULL, 0, 10, NULL);
  change = g_ptr_array_index (all, 0);
  g_assert_cmpstr (change->person, ==, "สมใจ");
  g_assert_cmpstr (change->field, ==, "results");
  g_assert_cmpint (change->number, ==, 4);
  g_assert_cmpstr (change->old_value, ==, "ดำเนินการแล้ว");
  g_assert_cmpstr (change->new_value, ==, "ดำเนินการแล้วเสร็จ");
  g_assert_cmpuint (one->len, ==, 8); /* measure, party, 2 steps, answer, result, obstacle; the edit */
  g_assert_cmpuint (all->len, >, 60);
  g_assert_cmpuint (page->len, ==, 2);
  g_assert_cmpuint (cell->len, ==, 2);
  g_assert_cmpstr (((MattraChange *) g_ptr_array_index (cell, 1))->text, ==, "ดำเนินการแล้ว");
}

/* The newest acts stand with their first changes, whatever else they changed. */
static void
test_newest_acts (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) newest = NULL;
  g_autoptr (MattraMeasure) measure = NULL;
  guint n_acts = 0;

  fixture_init (&fixture);
  measure = fixture_add (&fixture, 4, "ก");
  fixture_set (&fixture, mattra_measure_get_id (measure), MATTRA_ITEM_RESULT, "ดำเนินการแล้วเสร็จ");
  all = mattra_store_load_history (fixture.store, NULL, 0, 1000, NULL);
  newest = mattra_store_list_newest_acts (fixture.store, 3, NULL);
  g_assert_cmpuint (newest->len, ==, 3);
  for (guint i = 0; i < all->len && n_acts < newest->len; i++)
    {
      const MattraChange *change = g_ptr_array_index (all, i);
      const MattraChange *first = g_ptr_array_index (newest, n_acts);

      if (i > 0 && g_str_equal (change->act, ((MattraChange *) g_ptr_array_index (all, i - 1))->act))
        continue;
      g_assert_cmpstr (first->act, ==, change->act);
      g_assert_cmpstr (first->row, ==, change->row);
      g_assert_cmpstr (first->name, ==, change->name);
      n_acts++;
    }
  g_assert_cmpuint (n_acts, ==, 3);
}

static const struct
{
  const char *damage;
  const char *table;
  const char *column;
} damage_rows[] = {
  { "UPDATE item SET text = replace (text, 'ติดตามผล', 'ติดตามฟล')", "item", "text" },
  { "UPDATE measure SET number = 2", "measure", "number" },
  { "UPDATE change SET new = replace (new, 'ติดตามผล', 'ติดตามฟล')", "change", "hash" },
  { "UPDATE act SET person = 'somebody else' WHERE name = 'insert-measure'", "change", "hash" },
  { "DELETE FROM change WHERE n = 5", "change", "n" },
  { "PRAGMA foreign_keys = OFF; DELETE FROM item WHERE text = 'ติดตามผล'", "item", NULL },
  { "INSERT INTO person VALUES ('01ARZ3NDEKTSV4RRFFQ69G5FAA', 0, (SELECT id FROM organisation), 'x', NULL)",
    "person", NULL },
};

static void
test_damage_is_found (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (MattraMeasure) measure = NULL;
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GError) error = NULL;
  const MattraFault *fault;

  fixture_init (&fixture);
  measure = fixture_add (&fixture, 1, "ก");
  fixture_assert_sound (&fixture);
  fixture_close (&fixture);
  fixture_run_sql (fixture.path, damage_rows[row].damage);
  fixture_reopen (&fixture);
  faults = mattra_store_verify (fixture.store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (faults->len, >=, 1);
  fault = g_ptr_array_index (faults, 0);
  g_assert_cmpstr (fault->table, ==, damage_rows[row].table);
  g_assert_cmpstr (fault->column, ==, damage_rows[row].column);
}

static void
collect (MattraStore *store,
         const char  *act,
         GPtrArray   *cells,
         gpointer     user_data)
{
  GString *seen = user_data;

  for (guint i = 0; i < cells->len; i++)
    {
      const MattraCell *cell = g_ptr_array_index (cells, i);

      g_string_append_printf (seen, "%s.%s ", cell->table, cell->column != NULL ? cell->column : "*");
    }
}

static void
test_changed_signal (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (MattraMeasure) measure = NULL;
  g_autoptr (GString) seen = g_string_new (NULL);

  fixture_init (&fixture);
  measure = fixture_add (&fixture, 1, "ก");
  g_signal_connect (fixture.store, "changed", G_CALLBACK (collect), seen);
  fixture_set (&fixture, mattra_measure_get_id (measure), MATTRA_ITEM_STEP, "ใหม่|แจ้งเวียน \"ประกาศ\" ทุกกอง|ติดตามผล");
  g_assert_cmpstr (seen->str, ==, "item.* item.text ");
}

/* The joint answer is a head's own where no other division is responsible, by name or among all of them. */
static void
test_joint_answers (void)
{
  static const struct
  {
    gboolean own;
    gboolean other;
    gboolean all;
    gboolean allowed;
  } rows[] = {
    { TRUE, FALSE, FALSE, TRUE },   { TRUE, FALSE, TRUE, FALSE },  { FALSE, FALSE, TRUE, FALSE },
    { TRUE, TRUE, FALSE, FALSE },   { FALSE, TRUE, FALSE, FALSE }, { FALSE, FALSE, FALSE, FALSE },
  };
  g_auto (Fixture) fixture = { 0 };
  MattraDivisionList *divisions = NULL;
  const char *own = NULL;

  fixture_init (&fixture);
  divisions = mattra_plan_get_divisions (fixture.plan);
  g_assert_cmpuint (mattra_division_list_get_size (divisions), >, 1);
  own = mattra_division_list_get (divisions, 0)->id;
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MattraMeasure) measure = fixture_measure (i + 1, "ก");
      g_autoptr (GError) error = NULL;
      const char *const lines[] = { "ตอบร่วม", NULL };
      MattraParty *named = mattra_party_new ("ชื่อ");
      MattraParty *all = mattra_party_new ("ทุกส่วนราชการ");

      if (rows[i].own)
        g_ptr_array_add (named->divisions, g_strdup (own));
      if (rows[i].other)
        g_ptr_array_add (named->divisions, g_strdup (mattra_division_list_get (divisions, 1)->id));
      for (guint k = 0; rows[i].all && k < mattra_division_list_get_size (divisions); k++)
        g_ptr_array_add (all->divisions, g_strdup (mattra_division_list_get (divisions, k)->id));
      mattra_measure_take_party (measure, named);
      mattra_measure_take_party (measure, all);
      mattra_store_drop_actor (fixture.store);
      mattra_store_insert_measure (fixture.store, mattra_plan_get_id (fixture.plan), measure, &error);
      g_assert_no_error (error);
      mattra_store_set_actor (fixture.store, MATTRA_ROLE_DIVISION_HEAD, own);
      g_test_message ("%u", i);
      mattra_store_set_cell (fixture.store, mattra_measure_get_id (measure), MATTRA_ITEM_RESULT,
                             MATTRA_ROUND_FIRST_HALF, NULL, lines, NULL, &error);
      if (rows[i].allowed)
        g_assert_no_error (error);
      else
        g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_DENIED);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/act/undo-redo-across-closing", test_undo_redo_across_closing);
  g_test_add_func ("/store/act/undo-of-own-acts", test_undo_of_own_acts);
  g_test_add_func ("/store/act/joint-answers", test_joint_answers);
  g_test_add_func ("/store/act/redo-ends-at-next-act", test_redo_ends_at_next_act);
  g_test_add_func ("/store/act/redo-conflict", test_redo_conflict);
  g_test_add_func ("/store/act/conflict", test_conflict);
  g_test_add_func ("/store/act/closed-round", test_closed_round);
  g_test_add_func ("/store/act/all-or-nothing", test_all_or_nothing);
  g_test_add_func ("/store/act/no-change-no-act", test_no_change_no_act);
  g_test_add_func ("/store/act/history", test_history);
  g_test_add_func ("/store/act/newest-acts", test_newest_acts);
  g_test_add_func ("/store/act/changed-signal", test_changed_signal);
  for (guint i = 0; i < G_N_ELEMENTS (damage_rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/store/act/damage/%u", i);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_damage_is_found);
    }
  return fixture_run_tests ();
}
