/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"
#include "mattra-find.h"
#include "mattra-review.h"
#include "session-fixture.h"

/* Which measures a division's list holds: its own and those of all divisions. */
static void
test_divisions (void)
{
  static const struct
  {
    int division; /* -1: none, -2: all */
    const char *numbers;
  } rows[] = {
    { 0, "4 8 10 12 16 20 24 30 32 36 40" },
    { 1, "1 5 9 10 13 17 20 25 29 30 33 37 40" },
    { -1, "7 14 21 28 35" },
    { -2, "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32 33 34 35 36 37"
          " 38 39 40" },
  };
  g_auto (SessionFixture) fixture = { NULL };
  g_autoptr (MattraMeasureList) list = NULL;

  session_fixture_init (&fixture);
  list = mattra_measure_list_new (fixture.session);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      MattraDivisionList *divisions = mattra_plan_get_divisions (mattra_session_get_plan (fixture.session));
      g_autofree char *numbers = NULL;

      mattra_session_set_division (fixture.session,
                                   rows[i].division == -2   ? NULL
                                   : rows[i].division == -1 ? ""
                                                            : mattra_division_list_get (divisions,
                                                                                        rows[i].division)->id);
      numbers = session_fixture_numbers (fixture.session, list);
      g_assert_cmpstr (numbers, ==, rows[i].numbers);
    }
}

/* An act tells the row that it changed, and no other. */
static void
test_act (void)
{
  g_auto (SessionFixture) fixture = { NULL };
  g_autoptr (MattraMeasureList) list = NULL;
  g_autofree char *numbers = NULL;
  g_autoptr (MattraMeasureRow) row = NULL;

  session_fixture_init (&fixture);
  list = mattra_measure_list_new (fixture.session);
  numbers = session_fixture_numbers (fixture.session, list);
  session_fixture_log (&fixture, list);
  session_fixture_set (fixture.session, "12", "title", "ชื่อใหม่");
  g_assert_cmpstr (fixture.log->str, ==, "11-1+1 ");
  row = g_list_model_get_item (G_LIST_MODEL (list), 11);
  g_assert_cmpstr (mattra_measure_get_title (mattra_measure_row_get_measure (row)), ==, "ชื่อใหม่");
  g_assert_cmpstr (mattra_session_get_undo_name (fixture.session), ==, "Change measure");
  mattra_session_undo (fixture.session);
  mattra_session_wait (fixture.session);
  g_assert_cmpstr (mattra_measure_get_title (mattra_measure_row_get_measure (row)), ==, "มาตรการที่ 12");
  g_assert_cmpstr (mattra_session_get_redo_name (fixture.session), ==, "Change measure");
}

/* Which measures words find: each text stands in one measure alone. */
static void
test_search (void)
{
  static const struct
  {
    const char *text; /* put into the title of measure 3 */
    const char *words;
    gboolean found;
  } rows[] = {
    { "ภายในปี ๒๕๗๑", "2571", TRUE },
    { "ภายในปี ๒๕๖๙", "2569", TRUE },
    { "ภายในปี 2569", "๒๕๖๙", TRUE },
    { "ภายในปี 2569", "69", TRUE },
    { "ภายในปี 69", "2569", TRUE },
    { "ภายในปี ๒๕๗๑", "257", TRUE },
    { "จัดทำคำสั่งแต่งตั้ง", "จัดท\xE0\xB9\x8D\xE0\xB8\xB2", TRUE },
    { "น้ำดื่มสะอาด", "นำดืม", TRUE },
    { "น้ำดื่มสะอาด", "สะอาด น้ำ", TRUE },
    { "น้ำดื่มสะอาด", "สะอาด ไฟฟ้า", FALSE },
    { "ABC Café", "abc café", TRUE },
    { "๑๒๓ บาท", "123 บาท", TRUE },
  };
  g_auto (SessionFixture) fixture = { NULL };
  g_autoptr (MattraMeasureList) list = NULL;

  session_fixture_init (&fixture);
  list = mattra_measure_list_new (fixture.session);
  mattra_measure_list_prefetch_search (list);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *numbers = NULL;

      session_fixture_set (fixture.session, "3", "title", rows[i].text);
      mattra_measure_list_set_search (list, rows[i].words);
      numbers = session_fixture_numbers (fixture.session, list);
      g_test_message ("%s in %s", rows[i].words, rows[i].text);
      g_assert_cmpstr (numbers, ==, rows[i].found ? "3" : "");
    }
}

/* While one types, and takes back, the list is always that of all words typed. */
static void
test_typing (void)
{
  static const struct
  {
    const char *words;
    guint n;
  } rows[] = {
    { "ม", 40 }, { "มาตรการที่ 1", 13 }, { "มาตรการที่ 12", 1 }, { "5 มกราคม", 20 }, { "2", 40 }, { "25", 40 },
    { "2566", 40 }, { "ไม่มีคำนี้", 0 }, { "   ", 40 }, { NULL, 40 },
  };
  g_auto (SessionFixture) fixture = { NULL };
  g_autoptr (MattraMeasureList) list = NULL;

  session_fixture_init (&fixture);
  list = mattra_measure_list_new (fixture.session);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      mattra_measure_list_set_search (list, rows[i].words);
      mattra_session_wait (fixture.session);
      g_test_message ("%s", rows[i].words);
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, rows[i].n);
    }
}

/* A search looks through the answers of the round that is shown. */
static void
test_search_round (void)
{
  static const struct
  {
    MattraRound round;
    guint n;
  } rows[] = { { MATTRA_ROUND_FULL_YEAR, 0 }, { MATTRA_ROUND_FIRST_HALF, 20 }, { MATTRA_ROUND_NONE, 0 } };
  g_auto (SessionFixture) fixture = { NULL };
  g_autoptr (MattraMeasureList) list = NULL;

  session_fixture_init (&fixture);
  list = mattra_measure_list_new (fixture.session);
  mattra_measure_list_set_search (list, "มกราคม");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      mattra_session_set_round (fixture.session, rows[i].round);
      mattra_session_wait (fixture.session);
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, rows[i].n);
    }
}

/* A long list is loaded where it is looked at and no further than its neighbourhood. */
static void
test_pages (void)
{
  g_auto (SessionFixture) fixture = { NULL };
  g_autoptr (MattraMeasureList) list = NULL;
  g_autoptr (MattraMeasureRow) first = NULL;
  g_autoptr (MattraMeasureRow) far = NULL;
  guint n;

  session_fixture_init (&fixture);
  for (guint i = 0; i < 4; i++)
    session_fixture_copy_all (fixture.session);
  list = mattra_measure_list_new (fixture.session);
  mattra_session_wait (fixture.session);
  n = g_list_model_get_n_items (G_LIST_MODEL (list));
  g_assert_cmpuint (n, ==, 640);
  session_fixture_log (&fixture, list);
  first = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_assert_null (mattra_measure_row_get_measure (first));
  mattra_session_wait (fixture.session);
  g_assert_nonnull (mattra_measure_row_get_measure (first));
  g_assert_cmpstr (fixture.log->str, ==, "0-64+64 64-64+64 ");
  g_string_truncate (fixture.log, 0);
  far = g_list_model_get_item (G_LIST_MODEL (list), n - 1);
  mattra_session_wait (fixture.session);
  g_assert_nonnull (mattra_measure_row_get_measure (far));
  g_assert_cmpstr (fixture.log->str, ==, "576-64+64 512-64+64 ");
}

static void
test_sort (void)
{
  static const struct
  {
    const char *field;
    gboolean descending;
    const char *numbers;
  } rows[] = {
    { "title", FALSE, "20 24 40 4 8 10 12 16 30 32 36" },
    { "title", TRUE, "36 32 30 16 12 10 8 4 40 24 20" },
    { "number", TRUE, "40 36 32 30 24 20 16 12 10 8 4" },
    { "ita_indicator", FALSE, "36 4 8 10 12 16 20 24 30 32 40" },
    { "ita_indicator", TRUE, "36 4 8 10 12 16 20 24 30 32 40" },
    { "results", FALSE, "30 4 8 10 12 16 20 24 32 36 40" },
    { NULL, FALSE, "4 8 10 12 16 20 24 30 32 36 40" },
  };
  g_auto (SessionFixture) fixture = { NULL };
  g_autoptr (MattraMeasureList) list = NULL;

  session_fixture_init (&fixture);
  mattra_session_set_division (fixture.session,
                               mattra_division_list_get (mattra_plan_get_divisions (
                                 mattra_session_get_plan (fixture.session)), 0)->id);
  list = mattra_measure_list_new (fixture.session);
  session_fixture_set (fixture.session, "24", "title", "กา");
  session_fixture_set (fixture.session, "40", "title", "เก");
  session_fixture_set (fixture.session, "20", "title", "ก 5");
  session_fixture_set (fixture.session, "36", "ita_indicator", "2");
  session_fixture_set (fixture.session, "30", "results", "แล้ว");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *numbers = NULL;

      mattra_measure_list_set_sort (list, rows[i].field, rows[i].descending);
      numbers = session_fixture_numbers (fixture.session, list);
      g_test_message ("%s %d", rows[i].field, rows[i].descending);
      g_assert_cmpstr (numbers, ==, rows[i].numbers);
    }
}

static void
test_filter (void)
{
  static const struct
  {
    MattraSmartList list;
    guint statuses;
    guint n;
  } rows[] = {
    { MATTRA_LIST_ALL, 0, 40 },
    { MATTRA_LIST_ALL, 1u << MATTRA_STATUS_OVERDUE, 20 },
    { MATTRA_LIST_ALL, 1u << MATTRA_STATUS_OVERDUE | 1u << MATTRA_STATUS_AWAITING_CLOSE, 40 },
    { MATTRA_LIST_OVERDUE, 0, 20 },
    { MATTRA_LIST_OVERDUE, 1u << MATTRA_STATUS_AWAITING_CLOSE, 0 },
    { MATTRA_LIST_NO_RESULT, 0, 20 },
    { MATTRA_LIST_DUE_SOON, 0, 0 },
    { MATTRA_LIST_RETURNED, 0, 0 },
  };
  g_auto (SessionFixture) fixture = { NULL };
  g_autoptr (MattraMeasureList) list = NULL;

  session_fixture_init (&fixture);
  list = mattra_measure_list_new (fixture.session);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const MattraFilter filter = { .list = rows[i].list, .statuses = rows[i].statuses };

      mattra_session_set_filter (fixture.session, &filter);
      mattra_session_wait (fixture.session);
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, rows[i].n);
    }
  mattra_session_set_list (fixture.session, MATTRA_LIST_NO_RESULT);
  mattra_session_wait (fixture.session);
  session_fixture_log (&fixture, list);
  session_fixture_set (fixture.session, "4", "results", "ไม่มี");
  g_assert_cmpstr (fixture.log->str, ==, "1-1+0 "); /* an answer of "none" is an answer */
  g_assert_cmpuint (mattra_session_get_list_count (fixture.session, MATTRA_LIST_NO_RESULT), ==, 19);
}

/* Takes a step in a review as another program does, and lets the session see it. */
static void
review (SessionFixture      *fixture,
        const char          *number,
        MattraReviewVerdict  verdict)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MattraStore) store = mattra_store_open_as (fixture->path, FALSE, FIXTURE_OTHER_DEVICE, &error);
  g_autoptr (MattraPlan) plan = mattra_store_load_plan (store, 0, &error);
  g_autoptr (MattraMeasure) measure = mattra_find_measure (store, plan, number, &error);
  MattraActor secretary = { "เลขา", NULL, MATTRA_ROLE_SECRETARY, NULL };
  MattraReviewRequest request = { .measure = mattra_measure_get_id (measure), .round = MATTRA_ROUND_FIRST_HALF,
                                  .verdict = verdict, .comment = "แก้ไข" };

  g_assert_true (mattra_review_apply (store, plan, &secretary, &request, &error));
  g_assert_no_error (error);
  mattra_session_look (fixture->session);
  session_fixture_spin (300);
  mattra_session_wait (fixture->session);
}

/* What was sent back is listed and counted until it is submitted again; of the round that is shown. */
static void
test_returned (void)
{
  static const struct
  {
    const char *number;
    MattraReviewVerdict verdict;
    const char *listed;
    const char *of_division; /* the second one's */
  } rows[] = {
    { "5", MATTRA_VERDICT_SUBMITTED, "", "" },
    { "5", MATTRA_VERDICT_RETURNED, "5", "5" },
    { "7", MATTRA_VERDICT_SUBMITTED, "5", "5" },
    { "7", MATTRA_VERDICT_RETURNED, "5 7", "5" },
    { "5", MATTRA_VERDICT_SUBMITTED, "7", "" },
    { "5", MATTRA_VERDICT_APPROVED, "7", "" },
  };
  g_auto (SessionFixture) fixture = { NULL };
  g_autoptr (MattraMeasureList) list = NULL;
  const char *division;

  session_fixture_init (&fixture);
  division = mattra_division_list_get (mattra_plan_get_divisions (mattra_session_get_plan (fixture.session)), 1)->id;
  list = mattra_measure_list_new (fixture.session);
  mattra_session_set_list (fixture.session, MATTRA_LIST_RETURNED);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *listed = NULL;
      g_autofree char *of_division = NULL;
      g_auto (GStrv) words = g_strsplit (rows[i].listed, " ", -1);

      review (&fixture, rows[i].number, rows[i].verdict);
      listed = session_fixture_numbers (fixture.session, list);
      g_assert_cmpstr (listed, ==, rows[i].listed);
      g_assert_cmpuint (mattra_session_get_list_count (fixture.session, MATTRA_LIST_RETURNED), ==, g_strv_length (words));
      mattra_session_set_division (fixture.session, division);
      of_division = session_fixture_numbers (fixture.session, list);
      g_assert_cmpstr (of_division, ==, rows[i].of_division);
      mattra_session_set_division (fixture.session, NULL);
    }
  mattra_session_set_round (fixture.session, MATTRA_ROUND_FULL_YEAR);
  mattra_session_wait (fixture.session);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);
}

static void
count (guint *n)
{
  (*n)++;
}

/* Once texts were asked for they are at hand for a search: it has nothing read first. They may be asked for while
 * the measures are still being looked at, and are others in another round. */
static void
test_prefetch (void)
{
  g_auto (SessionFixture) fixture = { NULL };
  g_autoptr (MattraSession) session = NULL;
  g_autoptr (MattraMeasureList) list = NULL;
  guint n_passes = 0;

  session_fixture_init (&fixture);
  session = mattra_session_new_beside (fixture.session);
  list = mattra_measure_list_new (session);
  mattra_measure_list_prefetch_search (list);
  mattra_session_wait (session);
  g_signal_connect_swapped (session, "index-ready", G_CALLBACK (count), &n_passes);
  mattra_measure_list_set_search (list, "มาตรการที่ 12");
  mattra_session_wait (session);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 1);
  g_assert_cmpuint (n_passes, ==, 0);
  mattra_session_set_round (session, MATTRA_ROUND_FULL_YEAR);
  mattra_session_wait (session);
  n_passes = 0;
  mattra_measure_list_set_search (list, "5 มกราคม");
  mattra_session_wait (session);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);
  g_assert_cmpuint (n_passes, ==, 0);
  g_signal_handlers_disconnect_by_data (session, &n_passes);
  mattra_session_close (session);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/session/list/divisions", test_divisions);
  g_test_add_func ("/session/list/act", test_act);
  g_test_add_func ("/session/list/search", test_search);
  g_test_add_func ("/session/list/typing", test_typing);
  g_test_add_func ("/session/list/search-round", test_search_round);
  g_test_add_func ("/session/list/prefetch", test_prefetch);
  g_test_add_func ("/session/list/pages", test_pages);
  g_test_add_func ("/session/list/sort", test_sort);
  g_test_add_func ("/session/list/filter", test_filter);
  g_test_add_func ("/session/list/returned", test_returned);
  return fixture_run_tests ();
}
