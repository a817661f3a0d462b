/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"

#include <string.h>

#include "mattra-store-comment.h"
#include "mattra-store-private.h"

#define FIRST MATTRA_ROUND_FIRST_HALF
#define HASH "0123456789012345678901234567890123456789012345678901234567890123"

/* Adds a step as an act of its own; returns the error's code, or -1. */
static int
review (MattraStore         *store,
        const char          *measure,
        MattraReviewVerdict  verdict)
{
  MattraReview step = { .measure = (char *) measure, .round = FIRST, .verdict = verdict, .person = (char *) "สมใจ",
                        .post = (char *) "ผู้อำนวยการกอง", .comment = (char *) "ดี", .content = (char *) HASH,
                        .cells = (char *) "{}" };
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;

  if (!mattra_store_begin_act (store, "review", "1\tsubmitted", MATTRA_ACT_REVIEW, &error))
    return error->code;
  id = mattra_store_insert_review (store, &step, &error);
  if (id != NULL)
    return mattra_store_commit_act (store, &error) ? -1 : error->code;
  mattra_store_abandon_act (store);
  return error->code;
}

/* "submitted approved": all steps of a measure. */
static char *
tell (MattraStore *store,
      const char  *measure)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) reviews = mattra_store_list_reviews (store, measure, &error);
  GString *told = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < reviews->len; i++)
    g_string_append_printf (told, "%s%s", i > 0 ? " " : "",
                            mattra_review_verdict_to_string (((MattraReview *) g_ptr_array_index (reviews, i))->verdict));
  return g_string_free (told, FALSE);
}

static void
assert_newest (Fixture             *fixture,
               const char          *measure,
               MattraReviewVerdict  verdict)
{
  g_autoptr (MattraMeasure) loaded = mattra_store_load_measure (fixture->store, mattra_plan_get_id (fixture->plan), measure,
                                                                NULL);
  g_autoptr (MattraMeasureSource) all = mattra_store_list_measures (fixture->store, mattra_plan_get_id (fixture->plan), NULL,
                                                                    NULL);
  g_autoptr (MattraMeasure) listed = mattra_measure_source_next (all, NULL);
  MattraMeasure *both[] = { loaded, listed };

  for (guint i = 0; i < G_N_ELEMENTS (both); i++)
    {
      g_assert_cmpuint (mattra_measure_get_reviews (both[i])->len, ==, 1);
      g_assert_cmpint (mattra_review_find (both[i], FIRST, NULL)->verdict, ==, verdict);
      g_assert_cmpstr (mattra_review_find (both[i], FIRST, NULL)->person, ==, "สมใจ");
      g_assert_cmpstr (mattra_review_find (both[i], FIRST, NULL)->cells, ==, "{}");
    }
}

static gint64
falling_clock (gpointer user_data)
{
  gint64 *now = user_data;

  *now -= G_TIME_SPAN_HOUR;
  return *now;
}

/* The newest step counts, also where each was made an hour before the last by the clock. */
static void
test_order (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (MattraMeasure) measure = NULL;
  gint64 now = g_get_real_time ();
  const char *id;
  g_autofree char *told = NULL;

  fixture_init (&fixture);
  measure = fixture_add (&fixture, 1, "ก");
  id = mattra_measure_get_id (measure);
  mattra_store_set_clock (fixture.store, falling_clock, &now);
  for (MattraReviewVerdict verdict = 0; verdict < MATTRA_N_VERDICTS; verdict++)
    {
      g_assert_cmpint (review (fixture.store, id, verdict), ==, -1);
      assert_newest (&fixture, id, verdict);
    }
  told = tell (fixture.store, id);
  g_assert_cmpstr (told, ==, "submitted returned approved withdrawn");
  mattra_store_set_clock (fixture.store, NULL, NULL);
  fixture_assert_sound (&fixture);
}

/* Undo passes a review over, and takes back the edit before it; nothing changes a step in whatever act. */
static void
test_kept (void)
{
  static const MattraActKind kinds[] = { MATTRA_ACT_EDIT, MATTRA_ACT_IMPORT, MATTRA_ACT_UNDO, MATTRA_ACT_REDO,
                                         MATTRA_ACT_SEAL, MATTRA_ACT_REVIEW };
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (MattraMeasure) measure = NULL;
  g_autoptr (GPtrArray) reviews = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *cell = NULL;
  const char *id;

  fixture_init (&fixture);
  measure = fixture_add (&fixture, 1, "ก");
  id = mattra_measure_get_id (measure);
  fixture_set (&fixture, id, MATTRA_ITEM_RESULT, "แล้ว");
  g_assert_cmpint (review (fixture.store, id, MATTRA_VERDICT_SUBMITTED), ==, -1);
  g_assert_true (mattra_store_undo (fixture.store, NULL, &error));
  cell = fixture_cell (fixture.store, fixture.plan, id, MATTRA_ITEM_RESULT, FIRST);
  g_assert_cmpstr (cell, ==, "ดำเนินการแล้ว");
  reviews = mattra_store_list_reviews (fixture.store, id, &error);
  g_assert_cmpuint (reviews->len, ==, 1);
  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    for (guint column = 0; column < N_COLUMNS_REVIEW; column++)
      {
        MattraValue value = mattra_value_text ("x");

        g_assert_true (mattra_store_begin_act (fixture.store, "x", NULL, kinds[k], &error));
        g_assert_false (mattra_act_set (fixture.store, TABLE_REVIEW,
                                        ((MattraReview *) g_ptr_array_index (reviews, 0))->id, column, &value, &error));
        g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_DENIED);
        g_clear_error (&error);
        mattra_store_abandon_act (fixture.store);
      }
  fixture_assert_sound (&fixture);
}

static void
test_closed (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (MattraMeasure) measure = NULL;
  g_autoptr (GError) error = NULL;
  MattraComment comment = { .text = (char *) "ยังแก้ได้", .person = (char *) "สมใจ", .round = FIRST };
  g_autofree char *id = NULL;
  g_autofree char *told = NULL;

  fixture_init (&fixture);
  measure = fixture_add (&fixture, 1, "ก");
  comment.measure = (char *) mattra_measure_get_id (measure);
  g_assert_true (mattra_store_set_round_field (fixture.store, mattra_plan_get_id (fixture.plan), FIRST, "state", "closed",
                                               &error));
  g_assert_cmpint (review (fixture.store, comment.measure, MATTRA_VERDICT_SUBMITTED), ==, MATTRA_ERROR_DENIED);
  g_assert_cmpint (review (fixture.store, FIXTURE_DEVICE, MATTRA_VERDICT_SUBMITTED), ==, MATTRA_ERROR_NOT_FOUND);
  told = tell (fixture.store, comment.measure);
  g_assert_cmpstr (told, ==, "");
  id = mattra_store_insert_comment (fixture.store, &comment, &error);
  g_assert_no_error (error);
  g_assert_nonnull (id);
}

static void
test_comments (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (MattraMeasure) measure = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) comments = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  MattraComment comment = { .text = (char *) "ขอหลักฐานด้วย", .person = (char *) "สมใจ" };
  g_autofree char *id = NULL;
  const MattraComment *read;

  fixture_init (&fixture);
  measure = fixture_add (&fixture, 1, "ก");
  comment.measure = (char *) mattra_measure_get_id (measure);
  id = mattra_store_insert_comment (fixture.store, &comment, &error);
  g_assert_no_error (error);
  comments = mattra_store_list_comments (fixture.store, comment.measure, &error);
  g_assert_cmpuint (comments->len, ==, 1);
  read = g_ptr_array_index (comments, 0);
  g_assert_cmpstr (read->text, ==, comment.text);
  g_assert_cmpstr (read->person, ==, "สมใจ");
  g_assert_cmpint (read->round, ==, MATTRA_ROUND_NONE);
  changes = mattra_store_load_history (fixture.store, comment.measure, 0, 1, &error);
  g_assert_cmpstr (((MattraChange *) g_ptr_array_index (changes, 0))->field, ==, "comments");
  g_assert_true (mattra_store_undo (fixture.store, NULL, &error));
  g_clear_pointer (&comments, g_ptr_array_unref);
  comments = mattra_store_list_comments (fixture.store, comment.measure, &error);
  g_assert_cmpuint (comments->len, ==, 0);
  comment.text = (char *) "";
  g_assert_null (mattra_store_insert_comment (fixture.store, &comment, &error));
  g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID);
  fixture_assert_sound (&fixture);
}

/* A comment that was taken away is not mended any more. */
static void
test_comment_gone (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (MattraMeasure) measure = NULL;
  g_autoptr (GError) error = NULL;
  MattraComment comment = { .text = (char *) "ขอหลักฐานด้วย", .person = (char *) "สมใจ" };
  g_autofree char *id = NULL;

  fixture_init (&fixture);
  measure = fixture_add (&fixture, 1, "ก");
  comment.measure = (char *) mattra_measure_get_id (measure);
  id = mattra_store_insert_comment (fixture.store, &comment, NULL);
  g_assert_true (mattra_store_set_comment (fixture.store, id, "ขอรูปด้วย", NULL));
  g_assert_true (mattra_store_set_comment (fixture.store, id, NULL, NULL));
  g_assert_false (mattra_store_set_comment (fixture.store, id, "ขอรูปอีก", &error));
  g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_NOT_FOUND);
  fixture_assert_sound (&fixture);
}

/* The history of the measure tells it, and another window hears that the measure was touched. */
static void
test_told (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (MattraMeasure) measure = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  MattraTouched touched = { 0 };
  const MattraChange *change;

  fixture_init (&fixture);
  measure = fixture_add (&fixture, 7, "ก");
  g_assert_true (mattra_store_load_touched (fixture.store, &touched, &error));
  g_clear_pointer (&touched.measures, g_ptr_array_unref);
  g_assert_cmpint (review (fixture.store, mattra_measure_get_id (measure), MATTRA_VERDICT_RETURNED), ==, -1);
  g_assert_true (mattra_store_load_touched (fixture.store, &touched, &error));
  g_assert_cmpuint (touched.measures->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (touched.measures, 0), ==, mattra_measure_get_id (measure));
  g_assert_false (touched.plan);
  g_ptr_array_unref (touched.measures);
  changes = mattra_store_load_history (fixture.store, mattra_measure_get_id (measure), 0, 1, &error);
  change = g_ptr_array_index (changes, 0);
  g_assert_cmpstr (change->field, ==, "reviews");
  g_assert_cmpint (change->kind, ==, MATTRA_ACT_REVIEW);
  g_assert_cmpint (change->number, ==, 7);
  g_assert_cmpstr (change->text, ==, "returned");
}

/* A copy from before the review is put back: the step stays, and stays sound. */
static void
test_restore (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (MattraMeasure) measure = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *copy = NULL;
  g_autofree char *told = NULL;

  fixture_init (&fixture);
  measure = fixture_add (&fixture, 1, "ก");
  g_assert_cmpint (review (fixture.store, mattra_measure_get_id (measure), MATTRA_VERDICT_SUBMITTED), ==, -1);
  copy = mattra_store_back_up (fixture.store, &error);
  g_assert_no_error (error);
  g_assert_cmpint (review (fixture.store, mattra_measure_get_id (measure), MATTRA_VERDICT_APPROVED), ==, -1);
  g_assert_true (mattra_store_set_round_field (fixture.store, mattra_plan_get_id (fixture.plan), FIRST, "state", "closed",
                                               &error));
  fixture_close (&fixture);
  g_assert_true (mattra_backup_restore (fixture.path, copy, g_get_real_time (), &error));
  g_assert_no_error (error);
  fixture_reopen (&fixture);
  told = tell (fixture.store, mattra_measure_get_id (measure));
  g_assert_cmpstr (told, ==, "submitted approved");
  fixture_assert_sound (&fixture);
}

/* A byte turned in a step behind the program's back is found. */
static void
test_tampered (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (MattraMeasure) measure = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) faults = NULL;

  fixture_init (&fixture);
  measure = fixture_add (&fixture, 1, "ก");
  g_assert_cmpint (review (fixture.store, mattra_measure_get_id (measure), MATTRA_VERDICT_SUBMITTED), ==, -1);
  fixture_close (&fixture);
  fixture_run_sql (fixture.path, "UPDATE review SET verdict = 'approved'");
  fixture_reopen (&fixture);
  faults = mattra_store_verify (fixture.store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (faults->len, ==, 1);
  g_assert_cmpstr (((MattraFault *) g_ptr_array_index (faults, 0))->table, ==, "review");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/review/order", test_order);
  g_test_add_func ("/store/review/kept", test_kept);
  g_test_add_func ("/store/review/closed", test_closed);
  g_test_add_func ("/store/review/comments", test_comments);
  g_test_add_func ("/store/review/comment-gone", test_comment_gone);
  g_test_add_func ("/store/review/told", test_told);
  g_test_add_func ("/store/review/restore", test_restore);
  g_test_add_func ("/store/review/tampered", test_tampered);
  return fixture_run_tests ();
}
