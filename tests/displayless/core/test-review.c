/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-review-event.h"

#define FIRST MATTRA_ROUND_FIRST_HALF

static MattraMeasure *
new_measure (const char   *result,
             MattraStatus  stated)
{
  MattraMeasure *measure = mattra_measure_new ();
  MattraAnswer *answer = mattra_measure_ensure_answer (measure, FIRST, "D");

  mattra_answer_take_item (answer, MATTRA_ITEM_RESULT, mattra_item_new (result));
  mattra_answer_take_item (answer, MATTRA_ITEM_OBSTACLE, mattra_item_new_none ("ไม่มี"));
  mattra_answer_set_stated (answer, stated);
  mattra_measure_take_tick (measure, mattra_tick_new ("S2", FIRST, "D", 1));
  mattra_measure_take_tick (measure, mattra_tick_new ("S1", FIRST, "D", 2));
  mattra_measure_take_tick (measure, mattra_tick_new ("S1", FIRST, NULL, 1));
  return measure;
}

/* The bytes that are hashed are for ever: a change of this text would turn every approval into a changed one. */
static void
test_content (void)
{
  g_autoptr (MattraMeasure) measure = new_measure ("อบรม \"แล้ว\"\\\n\x01", MATTRA_STATUS_DONE);
  g_autofree char *content = mattra_review_content_new (measure, FIRST, "D");
  g_autofree char *hash = mattra_review_content_hash (content);
  g_autofree char *joint = mattra_review_content_new (measure, FIRST, NULL);
  g_autofree char *nothing = mattra_review_content_new (measure, MATTRA_ROUND_FULL_YEAR, "D");

  g_assert_cmpstr (content, ==,
                   "{\"status\":\"done\",\"results\":[\"อบรม \\\"แล้ว\\\"\\\\\\u000a\\u0001\"],\"obstacles\":[\"ไม่มี\"],"
                   "\"steps\":[\"S1/2\",\"S2/1\"]}");
  g_assert_cmpuint (strlen (hash), ==, 64);
  g_assert_cmpstr (joint, ==, "{\"steps\":[\"S1/1\"]}");
  g_assert_cmpstr (nothing, ==, "{}");
}

static void
test_compare (void)
{
  static const struct
  {
    const char *before;
    const char *after;
    const char *fields;
  } rows[] = {
    { "{}", "{}", "" },
    { "{}", "{\"results\":[\"ก\"]}", "results" },
    { "{\"status\":\"done\",\"results\":[\"ก\"]}", "{\"results\":[\"ก\"]}", "status" },
    { "{\"results\":[\"ก\",\"ข\"]}", "{\"results\":[\"ข\",\"ก\"]}", "results" },
    { "{\"results\":[\"]},{\\\"steps\\\":1\"],\"steps\":[\"S/1\"]}", "{\"results\":[\"]},{\\\"steps\\\":1\"]}", "steps" },
    { "{\"results\":[\"\\\\\"],\"evidence\":[\"x\"]}", "{\"results\":[\"\\\\\"],\"evidence\":[\"y\"]}", "evidence" },
    { "{\"results\":[\"ก\"],\"obstacles\":[\"ก\"]}", "{\"results\":[\"ก\"],\"obstacles\":[\"ก\"]}", "" },
    { "{\"recommendations\":[\"a\"],\"later\":[\"1\"]}", "{\"recommendations\":[\"a\"]}", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (GStrv) fields = mattra_review_content_compare (rows[i].before, rows[i].after);
      g_auto (GStrv) back = mattra_review_content_compare (rows[i].after, rows[i].before);
      g_autofree char *joined = g_strjoinv (" ", fields);
      g_autofree char *joined_back = g_strjoinv (" ", back);

      g_assert_cmpstr (joined, ==, rows[i].fields);
      g_assert_cmpstr (joined_back, ==, rows[i].fields);
    }
}

static void
test_changed (void)
{
  g_autoptr (MattraMeasure) before = new_measure ("อบรม", MATTRA_STATUS_NONE);
  g_autoptr (MattraMeasure) after = new_measure ("อบรมแล้ว", MATTRA_STATUS_DONE);
  MattraReview *review = g_new0 (MattraReview, 1);
  g_auto (GStrv) fields = NULL;
  g_autofree char *joined = NULL;

  review->round = FIRST;
  review->division = g_strdup ("D");
  review->cells = mattra_review_content_new (before, FIRST, "D");
  review->content = mattra_review_content_hash (review->cells);
  g_ptr_array_add (mattra_measure_get_reviews (before), review);
  g_assert_true (mattra_review_find (before, FIRST, "D") == review);
  g_assert_null (mattra_review_find (before, FIRST, NULL));
  g_assert_null (mattra_review_find (before, MATTRA_ROUND_FULL_YEAR, "D"));
  g_assert_false (mattra_review_is_changed (before, review, NULL));
  g_assert_true (mattra_review_is_changed (after, review, &fields));
  joined = g_strjoinv (" ", fields);
  g_assert_cmpstr (joined, ==, "status results");
}

static void
test_verdicts (void)
{
  static const MattraReviewState states[] = { MATTRA_REVIEW_SUBMITTED, MATTRA_REVIEW_RETURNED, MATTRA_REVIEW_APPROVED,
                                              MATTRA_REVIEW_DRAFT };

  for (MattraReviewVerdict verdict = 0; verdict < MATTRA_N_VERDICTS; verdict++)
    {
      MattraReviewVerdict read = MATTRA_N_VERDICTS;

      g_assert_cmpint (mattra_review_verdict_leads_to (verdict), ==, states[verdict]);
      g_assert_true (mattra_review_verdict_from_string (mattra_review_verdict_to_string (verdict), &read));
      g_assert_cmpint (read, ==, verdict);
      g_assert_cmpuint (strlen (mattra_review_verdict_to_text (verdict)), >, 0);
      g_assert_false (mattra_review_verdict_from_string ("draft", &read));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/review/content", test_content);
  g_test_add_func ("/review/compare", test_compare);
  g_test_add_func ("/review/changed", test_changed);
  g_test_add_func ("/review/verdicts", test_verdicts);
  return g_test_run ();
}
