/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"
#include "session-fixture.h"

static void
test_open (void)
{
  g_auto (SessionFixture) fixture = { NULL };
  MattraProgress progress;

  session_fixture_init (&fixture);
  g_assert_cmpint (mattra_plan_get_fiscal_year (mattra_session_get_plan (fixture.session)), ==, 2566);
  g_assert_cmpint (mattra_session_get_round (fixture.session), ==, MATTRA_ROUND_FIRST_HALF);
  g_assert_cmpuint (mattra_session_get_years (fixture.session)->len, ==, 1);
  g_assert_false (mattra_session_get_read_only (fixture.session));
  g_assert_null (mattra_session_get_notice (fixture.session));
  g_assert_cmpstr (mattra_session_get_undo_name (fixture.session), ==, "Import");
  g_assert_null (mattra_session_get_redo_name (fixture.session));
  g_assert_cmpuint (mattra_session_get_list_count (fixture.session, MATTRA_LIST_ALL), ==, 40);
  g_assert_cmpuint (mattra_session_get_list_count (fixture.session, MATTRA_LIST_NO_RESULT), ==, 20);
  g_assert_cmpuint (mattra_session_get_list_count (fixture.session, MATTRA_LIST_OVERDUE), ==, 20);
  mattra_session_get_progress (fixture.session, "", &progress);
  g_assert_cmpuint (progress.n_measures, ==, 5);
  g_assert_cmpuint (progress.answered, ==, 3);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/session/open", test_open);
  return fixture_run_tests ();
}
