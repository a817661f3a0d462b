/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"
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

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/session/list/divisions", test_divisions);
  g_test_add_func ("/session/list/act", test_act);
  return fixture_run_tests ();
}
