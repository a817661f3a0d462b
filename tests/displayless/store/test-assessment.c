/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"

#define YEAR 2566 /* of the fixture's plan */

static MattraPlan *
load (Fixture *fixture,
      int      year)
{
  g_autoptr (GError) error = NULL;
  MattraPlan *plan = mattra_store_load_plan (fixture->store, year, &error);

  g_assert_no_error (error);
  return plan;
}

static void
test_analysis (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (MattraPlan) plan = NULL;
  g_autoptr (MattraPlan) undone = NULL;
  g_autoptr (GError) error = NULL;
  const MattraAnalysis *analysis;

  fixture_init (&fixture);
  mattra_store_set_analysis (fixture.store, YEAR - 1, FALSE, 2, "weakness", "ประชาชนไม่ทราบแผน", &error);
  g_assert_no_error (error);
  mattra_store_set_analysis (fixture.store, YEAR - 1, FALSE, 2, "cause", "ไม่ได้เผยแพร่", &error);
  g_assert_no_error (error);
  mattra_store_set_score (fixture.store, YEAR - 1, 2, 77.7, &error);
  g_assert_no_error (error);
  mattra_store_set_score (fixture.store, YEAR - 2, 2, 80, &error);
  g_assert_no_error (error);
  g_assert_false (mattra_store_set_analysis (fixture.store, YEAR - 1, FALSE, 2, "colour", "แดง", &error));
  g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID);
  g_clear_error (&error);

  plan = load (&fixture, YEAR);
  g_assert_cmpuint (mattra_plan_get_analyses (plan)->len, ==, 10);
  analysis = mattra_plan_find_analysis (plan, FALSE, 2);
  g_assert_cmpstr (analysis->weakness, ==, "ประชาชนไม่ทราบแผน");
  g_assert_cmpstr (analysis->cause, ==, "ไม่ได้เผยแพร่");
  g_assert_null (analysis->strength);
  g_assert_cmpstr (analysis->instrument, ==, "IIT");
  g_assert_cmpfloat_with_epsilon (analysis->score, 77.7, 0.001);
  g_assert_cmpfloat_with_epsilon (analysis->before, 80, 0.001);
  g_assert_true (mattra_analysis_is_empty (mattra_plan_find_analysis (plan, FALSE, 3)));

  for (guint i = 0; i < 4; i++)
    {
      mattra_store_undo (fixture.store, NULL, &error);
      g_assert_no_error (error);
    }
  undone = load (&fixture, YEAR);
  g_assert_true (mattra_analysis_is_empty (mattra_plan_find_analysis (undone, FALSE, 2)));
  fixture_assert_sound (&fixture);
}

/* What is undone and written again is there again, and no other field of it. */
static void
test_again (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (MattraPlan) plan = NULL;
  g_autoptr (GError) error = NULL;
  const MattraAnalysis *analysis;

  fixture_init (&fixture);
  mattra_store_set_analysis (fixture.store, YEAR - 1, FALSE, 2, "weakness", "ประชาชนไม่ทราบแผน", &error);
  g_assert_no_error (error);
  mattra_store_set_publication (fixture.store, YEAR, "measures", "menu_path", "หน้าแรก > O42", &error);
  g_assert_no_error (error);
  for (guint i = 0; i < 2; i++)
    {
      mattra_store_undo (fixture.store, NULL, &error);
      g_assert_no_error (error);
    }
  mattra_store_set_analysis (fixture.store, YEAR - 1, FALSE, 2, "cause", "ไม่ได้เผยแพร่", &error);
  g_assert_no_error (error);
  mattra_store_set_publication (fixture.store, YEAR, "measures", "url", "https://www.hintang.go.th/ita", &error);
  g_assert_no_error (error);

  plan = load (&fixture, YEAR);
  analysis = mattra_plan_find_analysis (plan, FALSE, 2);
  g_assert_cmpstr (analysis->cause, ==, "ไม่ได้เผยแพร่");
  g_assert_null (analysis->weakness);
  g_assert_cmpstr (mattra_plan_find_publication (plan, YEAR, "measures")->url, ==, "https://www.hintang.go.th/ita");
  g_assert_null (mattra_plan_find_publication (plan, YEAR, "measures")->menu_path);
  fixture_assert_sound (&fixture);
}

static void
test_publication (void)
{
  static const struct
  {
    const char *field;
    const char *value;
  } fields[] = {
    { "file_name", "มาตรการ 2566.pdf" },         { "url", "https://www.hintang.go.th/ita" },
    { "menu_path", "หน้าแรก > ITA > O42" },      { "posted_on", "2023-04-10" },
    { "explanation", "เผยแพร่แล้ว" },             { "approved_by", "นายก" },
    { "approved_on", "2023-04-11" },             { "hundredths", "10000" },
    { "comment", "ครบถ้วน" },
  };
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (MattraPlan) plan = NULL;
  g_autoptr (GError) error = NULL;
  const MattraPublication *publication;

  fixture_init (&fixture);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      mattra_store_set_publication (fixture.store, YEAR, "measures", fields[i].field, fields[i].value, &error);
      g_assert_no_error (error);
    }
  g_assert_false (mattra_store_set_publication (fixture.store, YEAR, "measures", "hundredths", "10001", &error));
  g_assert_nonnull (error);
  g_clear_error (&error);

  plan = load (&fixture, YEAR);
  g_assert_cmpuint (mattra_plan_get_publications (plan)->len, ==, 4);
  publication = mattra_plan_find_publication (plan, YEAR, "measures");
  g_assert_cmpstr (publication->number, ==, "O42");
  g_assert_cmpstr (publication->url, ==, "https://www.hintang.go.th/ita");
  g_assert_cmpstr (publication->menu_path, ==, "หน้าแรก > ITA > O42");
  g_assert_true (mattra_date_is_set (publication->posted_on));
  g_assert_cmpfloat_with_epsilon (publication->score, 100, 0.001);
  publication = mattra_plan_find_publication (plan, YEAR - 1, "results");
  g_assert_cmpstr (publication->number, ==, "O43");
  g_assert_null (publication->url);
  g_assert_cmpfloat (publication->score, <, 0);
  fixture_assert_sound (&fixture);
}

static const char *
item_number (GPtrArray  *entries,
             const char *report)
{
  for (guint i = 0; i < entries->len; i++)
    {
      const MattraCatalogueEntry *entry = g_ptr_array_index (entries, i);

      if (g_strcmp0 (entry->detail, report) == 0)
        return entry->code;
    }
  return NULL;
}

/* A year that is changed gets rows of its own; the years around it stay. */
static void
test_catalogue (void)
{
  static const struct
  {
    int year;
    const char *measures;
    const char *results;
  } numbers[] = {
    { 2564, "O42", "O43" }, { 2565, "O40", "O43" }, { 2566, "O40", "O43" }, { 2567, "O34", "O35" }, { 2570, "O25", "O26" },
  };
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;

  fixture_init (&fixture);
  mattra_store_set_catalogue (fixture.store, MATTRA_CATALOGUE_OIT_ITEM, 2565, "measures", "number", "O40", &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autoptr (GPtrArray) entries = mattra_store_load_catalogue (fixture.store, MATTRA_CATALOGUE_OIT_ITEM,
                                                                   numbers[i].year, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (item_number (entries, "measures"), ==, numbers[i].measures);
      g_assert_cmpstr (item_number (entries, "results"), ==, numbers[i].results);
    }
  mattra_store_set_catalogue (fixture.store, MATTRA_CATALOGUE_TOPIC, 2568, "3", "name", "ประชาสัมพันธ์", &error);
  g_assert_no_error (error);
  mattra_store_set_catalogue (fixture.store, MATTRA_CATALOGUE_INDICATOR, 2566, "9", "instrument", "XIT", &error);
  g_assert_no_error (error);
  g_assert_false (mattra_store_set_catalogue (fixture.store, MATTRA_CATALOGUE_TOPIC, 2566, "3", "name", "ก", &error));
  g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (mattra_store_set_catalogue (fixture.store, MATTRA_CATALOGUE_TOPIC, 2568, "3", "name", "", &error));
  g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID);
  fixture_assert_sound (&fixture);
}

static void
test_requests (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (MattraPlan) plan = NULL;
  g_autoptr (MattraPlan) later = NULL;
  g_autoptr (MattraRequest) request = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  const MattraRequest *kept;
  const char *division;

  fixture_init (&fixture);
  division = mattra_division_list_get (mattra_plan_get_divisions (fixture.plan), 1)->id;
  request = mattra_request_new (MATTRA_ROUND_FIRST_HALF, division, mattra_date_make (2023, 3, 15));
  request->reminder = TRUE;
  request->way = g_strdup ("โทรศัพท์");
  id = mattra_store_insert_request (fixture.store, mattra_plan_get_id (fixture.plan), request, &error);
  g_assert_no_error (error);
  g_assert_false (mattra_store_set_request_field (fixture.store, id, "day", "", &error));
  g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (mattra_store_set_request_field (fixture.store, id, "kind", "threat", &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  mattra_store_set_request_field (fixture.store, id, "answered_on", "2023-03-20", &error);
  g_assert_no_error (error);

  plan = load (&fixture, YEAR);
  g_assert_cmpuint (mattra_plan_get_requests (plan)->len, ==, 1);
  kept = g_ptr_array_index (mattra_plan_get_requests (plan), 0);
  g_assert_cmpint (kept->round, ==, MATTRA_ROUND_FIRST_HALF);
  g_assert_cmpstr (kept->division, ==, division);
  g_assert_true (kept->reminder);
  g_assert_cmpstr (kept->way, ==, "โทรศัพท์");
  g_assert_true (mattra_date_is_set (kept->answered_on));
  g_assert_false (mattra_date_is_set (kept->due));

  mattra_store_set_request_field (fixture.store, id, "deleted", "1", &error);
  g_assert_no_error (error);
  later = load (&fixture, YEAR);
  g_assert_cmpuint (mattra_plan_get_requests (later)->len, ==, 0);
  fixture_assert_sound (&fixture);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/assessment/analysis", test_analysis);
  g_test_add_func ("/store/assessment/again", test_again);
  g_test_add_func ("/store/assessment/publication", test_publication);
  g_test_add_func ("/store/assessment/catalogue", test_catalogue);
  g_test_add_func ("/store/assessment/requests", test_requests);
  return fixture_run_tests ();
}
