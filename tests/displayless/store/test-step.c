/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"

#define FIRST MATTRA_ROUND_FIRST_HALF

static MattraMeasure *
load (Fixture    *fixture,
      const char *measure)
{
  g_autoptr (GError) error = NULL;
  MattraMeasure *loaded = mattra_store_load_measure (fixture->store, mattra_plan_get_id (fixture->plan), measure,
                                                     &error);

  g_assert_no_error (error);
  return loaded;
}

static char *
step_of (Fixture    *fixture,
         const char *measure,
         guint       position)
{
  g_autoptr (MattraMeasure) loaded = load (fixture, measure);
  const MattraItem *item = g_ptr_array_index (mattra_measure_get_items (loaded, MATTRA_ITEM_STEP), position);

  return g_strdup (item->id);
}

static gboolean
is_ticked (Fixture    *fixture,
           const char *measure,
           const char *step,
           const char *division,
           guint       occurrence)
{
  g_autoptr (MattraMeasure) loaded = load (fixture, measure);

  return mattra_measure_is_ticked (loaded, step, FIRST, division, occurrence);
}

static void
tick (Fixture    *fixture,
      const char *step,
      const char *division,
      guint       occurrence,
      gboolean    done)
{
  g_autoptr (GError) error = NULL;

  mattra_store_set_step_done (fixture->store, step, FIRST, division, occurrence, done, &error);
  g_assert_no_error (error);
}

static void
test_ticks (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (MattraMeasure) measure = NULL;
  g_autofree char *step = NULL;
  g_autoptr (MattraMeasure) loaded = NULL;
  const char *division;
  const char *id;

  fixture_init (&fixture);
  measure = fixture_add (&fixture, 1, "ก");
  id = mattra_measure_get_id (measure);
  division = mattra_division_list_get (mattra_plan_get_divisions (fixture.plan), 1)->id;
  fixture_set (&fixture, id, MATTRA_ITEM_STEP, "หนึ่ง|สอง");
  step = step_of (&fixture, id, 1);
  tick (&fixture, step, division, 1, TRUE);
  tick (&fixture, step, division, 3, TRUE);
  tick (&fixture, step, NULL, 1, TRUE);
  tick (&fixture, step, division, 1, FALSE);
  g_assert_false (is_ticked (&fixture, id, step, division, 1));
  g_assert_true (is_ticked (&fixture, id, step, division, 3));
  g_assert_true (is_ticked (&fixture, id, step, NULL, 1));
  g_assert_false (is_ticked (&fixture, id, step, NULL, 3));
  tick (&fixture, step, division, 1, TRUE);
  g_assert_true (is_ticked (&fixture, id, step, division, 1));
  loaded = load (&fixture, id);
  g_assert_cmpuint (mattra_measure_get_ticks (loaded)->len, ==, 3);

  /* A step that is reworded keeps its ticks. */
  fixture_set (&fixture, id, MATTRA_ITEM_STEP, "ใหม่|หนึ่ง|สองและสาม");
  g_assert_true (is_ticked (&fixture, id, step, division, 3));
  fixture_assert_sound (&fixture);
}

static void
test_undo (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (MattraMeasure) measure = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *step = NULL;
  const MattraChange *newest;
  const char *id;

  fixture_init (&fixture);
  measure = fixture_add (&fixture, 1, "ก");
  id = mattra_measure_get_id (measure);
  fixture_set (&fixture, id, MATTRA_ITEM_STEP, "หนึ่ง");
  step = step_of (&fixture, id, 0);
  tick (&fixture, step, NULL, 1, TRUE);
  g_assert_true (mattra_store_undo (fixture.store, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (is_ticked (&fixture, id, step, NULL, 1));
  changes = mattra_store_load_cell_history (fixture.store, id, "steps", FIRST, NULL, 0, 10, &error);
  g_assert_no_error (error);
  newest = g_ptr_array_index (changes, 0);
  g_assert_cmpint (newest->kind, ==, MATTRA_ACT_UNDO);
  g_assert_false (newest->undone);
  g_assert_true (((MattraChange *) g_ptr_array_index (changes, 1))->undone);
  g_assert_false (((MattraChange *) g_ptr_array_index (changes, 2))->undone);
  g_assert_true (mattra_store_redo (fixture.store, NULL, &error));
  g_assert_true (is_ticked (&fixture, id, step, NULL, 1));
  g_clear_pointer (&changes, g_ptr_array_unref);
  changes = mattra_store_load_history (fixture.store, id, 0, 10, &error);
  g_assert_no_error (error);
  newest = g_ptr_array_index (changes, 0);
  g_assert_cmpint (newest->kind, ==, MATTRA_ACT_REDO);
  g_assert_cmpstr (newest->field, ==, "steps");
  g_assert_cmpstr (newest->measure, ==, id);
  g_assert_false (((MattraChange *) g_ptr_array_index (changes, 2))->undone);
  fixture_assert_sound (&fixture);
}

static void
test_closed (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (MattraMeasure) measure = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *step = NULL;

  fixture_init (&fixture);
  measure = fixture_add (&fixture, 1, "ก");
  fixture_set (&fixture, mattra_measure_get_id (measure), MATTRA_ITEM_STEP, "หนึ่ง");
  step = step_of (&fixture, mattra_measure_get_id (measure), 0);
  tick (&fixture, step, NULL, 1, TRUE);
  mattra_store_set_round_field (fixture.store, mattra_plan_get_id (fixture.plan), FIRST, "state", "closed", &error);
  g_assert_no_error (error);
  g_assert_false (mattra_store_set_step_done (fixture.store, step, FIRST, NULL, 2, TRUE, &error));
  g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_DENIED);
  g_clear_error (&error);
  g_assert_false (mattra_store_set_step_done (fixture.store, step, FIRST, NULL, 1, FALSE, &error));
  g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_DENIED);
  g_clear_error (&error);
  g_assert_false (mattra_store_set_step_done (fixture.store, FIXTURE_DEVICE, FIRST, NULL, 1, TRUE, &error));
  g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_NOT_FOUND);
}

/* Histories of what is no item and no column of a measure. */
static void
test_histories (void)
{
  static const struct
  {
    const char *field;
    guint n_changes;
  } rows[] = {
    { "responsible", 3 }, /* the party it came with, that one taken away, and ours */
    { "status", 2 },
    { "extra:กลุ่มเป้าหมาย", 1 },
    { "recurrence", 2 }, /* the row of the measure, and the number */
  };
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (MattraMeasure) measure = NULL;
  g_autoptr (GPtrArray) parties = g_ptr_array_new_with_free_func ((GDestroyNotify) mattra_party_free);
  g_autoptr (GError) error = NULL;
  const char *const lines[] = { "ประชาชน", NULL };
  const char *id;

  fixture_init (&fixture);
  measure = fixture_add (&fixture, 1, "ก");
  id = mattra_measure_get_id (measure);
  g_ptr_array_add (parties, mattra_party_new ("กองช่าง"));
  g_assert_true (mattra_store_set_parties (fixture.store, id, parties, &error));
  g_assert_true (mattra_store_set_stated (fixture.store, id, FIRST, NULL, MATTRA_STATUS_DONE, &error));
  g_assert_true (mattra_store_set_extra (fixture.store, id, "กลุ่มเป้าหมาย", lines, NULL, &error));
  g_assert_true (mattra_store_set_extra (fixture.store, id, "อื่น", lines, NULL, &error));
  g_assert_true (mattra_store_set_measure_field (fixture.store, id, "recurrence", "6", &error));
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) changes = NULL;

      changes = mattra_store_load_cell_history (fixture.store, id, rows[i].field, FIRST, NULL, 0, 10, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (changes->len, ==, rows[i].n_changes);
    }
}

/* To take back a status that nobody stated changes nothing, and leaves no act to be undone. */
static void
test_unstated (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (MattraMeasure) measure = NULL;
  g_autoptr (GError) error = NULL;
  const char *id;

  fixture_init (&fixture);
  measure = fixture_add (&fixture, 1, "ก");
  id = mattra_measure_get_id (measure);
  g_assert_true (mattra_store_begin_act (fixture.store, "clear", NULL, MATTRA_ACT_EDIT, &error));
  g_assert_true (mattra_store_set_stated (fixture.store, id, MATTRA_ROUND_FULL_YEAR, NULL, MATTRA_STATUS_NONE, &error));
  g_assert_cmpuint (mattra_store_count_changes (fixture.store), ==, 0);
  g_assert_true (mattra_store_set_stated (fixture.store, id, MATTRA_ROUND_FULL_YEAR, NULL, MATTRA_STATUS_DONE, &error));
  g_assert_true (mattra_store_set_stated (fixture.store, id, MATTRA_ROUND_FULL_YEAR, NULL, MATTRA_STATUS_NONE, &error));
  g_assert_cmpuint (mattra_store_count_changes (fixture.store), >, 0);
  g_assert_true (mattra_store_commit_act (fixture.store, &error));
  g_assert_no_error (error);
  fixture_assert_sound (&fixture);
}

/* A register of the first version can be read, and is brought up to date when it is to be written, with
 * a copy of it kept. */
static void
test_first_version (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (MattraMeasure) measure = NULL;
  g_autoptr (GPtrArray) copies = NULL;
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *step = NULL;

  fixture_init (&fixture);
  measure = fixture_add (&fixture, 1, "ก");
  fixture_set (&fixture, mattra_measure_get_id (measure), MATTRA_ITEM_STEP, "หนึ่ง");
  fixture_close (&fixture);
  fixture_make_version (fixture.path, 1);
  fixture.store = mattra_store_open (fixture.path, TRUE, &error);
  g_assert_no_error (error);
  step = step_of (&fixture, mattra_measure_get_id (measure), 0);
  faults = mattra_store_verify (fixture.store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (faults->len, ==, 0);
  fixture_close (&fixture);

  fixture_reopen (&fixture);
  copies = mattra_backup_list (fixture.path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (copies->len, ==, 1);
  tick (&fixture, step, NULL, 1, TRUE);
  g_assert_true (is_ticked (&fixture, mattra_measure_get_id (measure), step, NULL, 1));
  fixture_assert_sound (&fixture);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/step/ticks", test_ticks);
  g_test_add_func ("/store/step/undo", test_undo);
  g_test_add_func ("/store/step/closed", test_closed);
  g_test_add_func ("/store/step/histories", test_histories);
  g_test_add_func ("/store/step/unstated", test_unstated);
  g_test_add_func ("/store/step/first-version", test_first_version);
  return fixture_run_tests ();
}
