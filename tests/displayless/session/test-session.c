/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>

#include "fixture.h"
#include "mattra-edit.h"
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

/* What a session said, in order: "changed 2, counts, acted Change measure, …" */

static void
changed_cb (MattraSession *session,
            GPtrArray     *measures,
            GString       *log)
{
  if (measures != NULL)
    g_string_append_printf (log, "changed %u, ", measures->len);
  else
    g_string_append (log, "changed all, ");
}

static void
acted_cb (MattraSession *session,
          const char    *name,
          gboolean       undoable,
          GString       *log)
{
  g_string_append_printf (log, "acted %s%s, ", name, undoable ? "" : " for good");
}

static void
failed_cb (MattraSession *session,
           GError        *error,
           GString       *log)
{
  g_string_append_printf (log, "failed %d, ", error->code);
}

static void
plan_changed_cb (MattraSession *session,
                 GString       *log)
{
  g_string_append (log, "plan, ");
}

static void
listen (MattraSession *session,
        GString       *log)
{
  g_signal_connect (session, "changed", G_CALLBACK (changed_cb), log);
  g_signal_connect (session, "acted", G_CALLBACK (acted_cb), log);
  g_signal_connect (session, "failed", G_CALLBACK (failed_cb), log);
  g_signal_connect (session, "plan-changed", G_CALLBACK (plan_changed_cb), log);
}

static void
test_acts (void)
{
  g_auto (SessionFixture) fixture = { NULL };

  session_fixture_init (&fixture);
  listen (fixture.session, fixture.log);
  session_fixture_set (fixture.session, "1", "results", "ผลใหม่");
  g_assert_cmpstr (fixture.log->str, ==, "changed 1, acted Change results, ");
  g_assert_cmpstr (mattra_session_get_undo_name (fixture.session), ==, "Change results");
  g_string_truncate (fixture.log, 0);
  session_fixture_set (fixture.session, "1", "results", "ผลใหม่");
  g_assert_cmpstr (fixture.log->str, ==, ""); /* nothing to change is no act */
  mattra_session_undo (fixture.session);
  mattra_session_wait (fixture.session);
  g_assert_cmpstr (fixture.log->str, ==, "changed 1, acted Undone: Change results for good, ");
  g_assert_cmpstr (mattra_session_get_redo_name (fixture.session), ==, "Change results");
  g_string_truncate (fixture.log, 0);
  mattra_session_redo (fixture.session);
  mattra_session_redo (fixture.session);
  mattra_session_wait (fixture.session);
  g_assert_cmpstr (fixture.log->str, ==, "changed 1, acted Done again: Change results for good, failed 4, ");
}

/* A step is called by what it took back, not by what stood there when it was asked for. */
static void
test_steps (void)
{
  g_auto (SessionFixture) fixture = { NULL };

  session_fixture_init (&fixture);
  session_fixture_set (fixture.session, "1", "results", "ผลใหม่");
  session_fixture_set (fixture.session, "1", "title", "ชื่อใหม่");
  listen (fixture.session, fixture.log);
  for (int i = 0; i < 2; i++)
    mattra_session_undo (fixture.session);
  mattra_session_wait (fixture.session);
  g_assert_cmpstr (fixture.log->str, ==, "changed 1, acted Undone: Change measure for good, "
                                         "changed 1, acted Undone: Change results for good, ");
}

/* A refused act changes nothing and says why; the next is not hindered by it. */
static void
test_refused (void)
{
  g_auto (SessionFixture) fixture = { NULL };

  session_fixture_init (&fixture);
  listen (fixture.session, fixture.log);
  session_fixture_set (fixture.session, "1", "title", "");
  session_fixture_set (fixture.session, "99", "title", "ก");
  session_fixture_set (fixture.session, "plan", "first_half_state", "closed");
  session_fixture_set (fixture.session, "1", "results", "ช้าไป");
  session_fixture_set (fixture.session, "1", "title", "ทันเวลา");
  g_assert_cmpstr (fixture.log->str, ==,
                   "failed 3, failed 4, acted Change plan settings, plan, failed 2, changed 1, acted Change measure, ");
}

static gboolean
run_edit (MattraStore  *store,
          MattraPlan   *plan,
          gpointer      data,
          GError      **error)
{
  return mattra_edit_set (store, plan, data, error);
}

/* An act sees what the one before it did to the plan, without waiting for it. */
static void
test_in_turn (void)
{
  g_auto (SessionFixture) fixture = { NULL };
  MattraEdit edits[] = { { "division:กองใหม่", "name", "กองใหม่" }, { "14", "responsible", "กองใหม่" } };
  const MattraDivision *added;
  MattraProgress progress;

  session_fixture_init (&fixture);
  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    mattra_session_act_async (fixture.session, "set", NULL, run_edit, &edits[i], NULL, NULL, NULL);
  mattra_session_wait (fixture.session);
  added = mattra_division_list_find_name (mattra_plan_get_divisions (mattra_session_get_plan (fixture.session)),
                                          "กองใหม่");
  g_assert_nonnull (added);
  mattra_session_get_progress (fixture.session, added->id, &progress);
  g_assert_cmpuint (progress.n_measures, ==, 5); /* measure 14 and the four of all divisions */
}

static void
test_properties (void)
{
  g_auto (SessionFixture) fixture = { NULL };
  gboolean saved = TRUE;
  gboolean busy = FALSE;

  session_fixture_init (&fixture);
  mattra_session_undo (fixture.session);
  g_object_get (fixture.session, "saved", &saved, "busy", &busy, NULL);
  g_assert_false (saved);
  g_assert_true (busy);
  mattra_session_wait (fixture.session);
  g_object_get (fixture.session, "saved", &saved, "busy", &busy, NULL);
  g_assert_true (saved);
  g_assert_false (busy);
  g_assert_cmpuint (mattra_session_get_list_count (fixture.session, MATTRA_LIST_ALL), ==, 0);
}

/* What another program writes is seen without being asked for. */
static void
test_outside (void)
{
  g_auto (SessionFixture) fixture = { NULL };
  g_autoptr (MattraMeasureList) list = NULL;
  g_autoptr (MattraStore) store = NULL;
  g_autoptr (MattraPlan) plan = NULL;
  g_autoptr (GError) error = NULL;
  const MattraEdit edit = { "5", "title", "จากที่อื่น" };
  g_autofree char *numbers = NULL;

  session_fixture_init (&fixture);
  list = mattra_measure_list_new (fixture.session);
  numbers = session_fixture_numbers (fixture.session, list);
  listen (fixture.session, fixture.log);
  session_fixture_log (&fixture, list);
  store = mattra_store_open_as (fixture.path, FALSE, FIXTURE_OTHER_DEVICE, &error);
  g_assert_no_error (error);
  plan = mattra_store_load_plan (store, 0, &error);
  mattra_edit_apply (store, plan, &edit, NULL, &error);
  g_assert_no_error (error);
  mattra_session_look (fixture.session);
  session_fixture_spin (300);
  mattra_session_wait (fixture.session);
  g_assert_cmpstr (fixture.log->str, ==, "changed 1, 4-1+1 ");
  g_assert_cmpstr (mattra_session_get_undo_name (fixture.session), ==, "Import"); /* another's act is not ours */
  g_string_truncate (fixture.log, 0);
  g_assert_true (mattra_store_set_measure_deleted (store, mattra_measure_list_get_id (list, 4), TRUE, &error));
  session_fixture_spin (2500);
  g_assert_cmpstr (fixture.log->str, ==, "changed 1, 4-1+0 ");
}

/* Two windows over one register, on one thread or on two, see each other's acts. */
static void
test_two (void)
{
  for (int i = 0; i < 2; i++)
    {
      g_auto (SessionFixture) fixture = { NULL };
      g_autoptr (MattraSession) other = NULL;
      g_autoptr (MattraMeasureList) list = NULL;
      g_autofree char *numbers = NULL;

      session_fixture_init (&fixture);
      other = i == 0 ? mattra_session_new_beside (fixture.session)
                     : session_fixture_open (fixture.path, FALSE, NULL);
      list = mattra_measure_list_new (other);
      numbers = session_fixture_numbers (other, list);
      session_fixture_log (&fixture, list);
      session_fixture_set (fixture.session, "7", "title", "จากหน้าต่างอื่น");
      mattra_session_look (other);
      session_fixture_spin (200);
      mattra_session_wait (other);
      g_assert_cmpstr (fixture.log->str, ==, "6-1+1 ");
      g_assert_cmpstr (mattra_session_get_undo_name (other), ==, "Change measure");
      mattra_session_undo (other);
      mattra_session_wait (other);
      mattra_session_look (fixture.session);
      session_fixture_spin (200);
      g_assert_cmpstr (mattra_session_get_redo_name (fixture.session), ==, "Change measure");
      mattra_session_close (other);
    }
}

/* Acts that were begun are written before the register is given up. */
static void
test_close (void)
{
  g_auto (SessionFixture) fixture = { NULL };
  g_autoptr (MattraSession) again = NULL;
  g_autoptr (GError) error = NULL;

  session_fixture_init (&fixture);
  for (int i = 0; i < 3; i++)
    mattra_session_undo (fixture.session);
  mattra_session_close (fixture.session);
  again = session_fixture_open (fixture.path, FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (mattra_session_get_list_count (again, MATTRA_LIST_ALL), ==, 0);
  mattra_session_undo (fixture.session); /* nothing, and no harm */
  session_fixture_spin (0);
  mattra_session_close (again);
}

static void
test_cannot_open (void)
{
  g_auto (SessionFixture) fixture = { NULL };
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  session_fixture_init (&fixture);
  text = g_build_filename (fixture.folder, "text.mattra", NULL);
  g_file_set_contents (text, "no register", -1, NULL);
  g_assert_null (session_fixture_open (text, FALSE, &error));
  g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (session_fixture_open ("/no/such/register.mattra", FALSE, &error));
  g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_NOT_FOUND);
}

static void
test_read_only (void)
{
  g_auto (SessionFixture) fixture = { NULL };
  g_autoptr (MattraSession) session = NULL;

  session_fixture_init (&fixture);
  session = session_fixture_open (fixture.path, TRUE, NULL);
  g_assert_true (mattra_session_get_read_only (session));
  g_assert_null (mattra_session_get_undo_name (session));
  listen (session, fixture.log);
  session_fixture_set (session, "1", "title", "ก");
  g_assert_cmpstr (fixture.log->str, ==, "failed 2, ");
  mattra_session_close (session);
}

/* What a newer version made can be looked at, and the user learns why no more. */
static void
test_too_new (void)
{
  g_auto (SessionFixture) fixture = { NULL };
  g_autoptr (MattraSession) session = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *why = NULL;
  g_autofree char *elsewhere = NULL;

  session_fixture_init (&fixture);
  mattra_session_close (fixture.session);
  fixture_run_sql (fixture.path, "PRAGMA user_version = 999");
  session = session_fixture_open (fixture.path, FALSE, &error);
  g_assert_no_error (error);
  g_assert_true (mattra_session_get_read_only (session));
  g_assert_nonnull (mattra_session_get_notice (session));
  why = g_strdup (mattra_session_get_notice (session));
  elsewhere = g_strconcat (fixture.path, ".moved", NULL);
  g_assert_cmpint (g_rename (fixture.path, elsewhere), ==, 0);
  mattra_session_look (session);
  session_fixture_spin (300);
  g_assert_cmpstr (mattra_session_get_notice (session), !=, why);
  g_assert_cmpint (g_rename (elsewhere, fixture.path), ==, 0);
  mattra_session_look (session);
  session_fixture_spin (300);
  g_assert_cmpstr (mattra_session_get_notice (session), ==, why); /* the drive was away for a moment */
  mattra_session_close (session);
}

/* A register that is taken away under the window is told of once, and nothing is written to nowhere. */
static void
test_taken_away (void)
{
  g_auto (SessionFixture) fixture = { NULL };
  g_autofree char *elsewhere = NULL;

  session_fixture_init (&fixture);
  listen (fixture.session, fixture.log);
  elsewhere = g_strconcat (fixture.path, ".moved", NULL);
  g_assert_cmpint (g_rename (fixture.path, elsewhere), ==, 0);
  session_fixture_set (fixture.session, "1", "title", "ก");
  g_assert_true (g_str_has_prefix (fixture.log->str, "failed "));
  g_assert_null (strstr (fixture.log->str, "acted"));
}

/* The year of a plan that is undone away gives way to one that is there. */
static void
test_years (void)
{
  g_auto (SessionFixture) fixture = { NULL };
  g_autoptr (MattraStore) store = NULL;
  g_autoptr (MattraPlan) plan = mattra_plan_new (2567);
  g_autoptr (GError) error = NULL;

  session_fixture_init (&fixture);
  store = mattra_store_open (fixture.path, FALSE, &error);
  g_assert_true (mattra_store_insert_plan (store, plan, &error));
  mattra_session_look (fixture.session);
  session_fixture_spin (200);
  mattra_session_wait (fixture.session);
  g_assert_cmpuint (mattra_session_get_years (fixture.session)->len, ==, 2);
  g_assert_cmpint (mattra_plan_get_fiscal_year (mattra_session_get_plan (fixture.session)), ==, 2566);
  mattra_session_set_year (fixture.session, 2567);
  mattra_session_wait (fixture.session);
  g_assert_cmpint (mattra_plan_get_fiscal_year (mattra_session_get_plan (fixture.session)), ==, 2567);
  g_assert_cmpuint (mattra_session_get_list_count (fixture.session, MATTRA_LIST_ALL), ==, 0);
  mattra_session_undo (fixture.session);
  mattra_session_wait (fixture.session);
  g_assert_cmpint (mattra_plan_get_fiscal_year (mattra_session_get_plan (fixture.session)), ==, 2566);
  g_assert_cmpuint (mattra_session_get_list_count (fixture.session, MATTRA_LIST_ALL), ==, 40);
}

/* A year is chosen while the news of what somebody else wrote are on their way: it stays chosen. */
static void
test_year_and_news (void)
{
  g_auto (SessionFixture) fixture = { NULL };
  g_autoptr (MattraStore) store = NULL;
  g_autoptr (MattraPlan) plan = mattra_plan_new (2567);
  g_autoptr (GError) error = NULL;

  session_fixture_init (&fixture);
  store = mattra_store_open (fixture.path, FALSE, &error);
  g_assert_true (mattra_store_insert_plan (store, plan, &error));
  mattra_session_look (fixture.session);
  mattra_session_set_year (fixture.session, 2567);
  mattra_session_wait (fixture.session);
  session_fixture_spin (200);
  mattra_session_wait (fixture.session);
  g_assert_cmpint (mattra_plan_get_fiscal_year (mattra_session_get_plan (fixture.session)), ==, 2567);
}

/* At midnight the statuses are those of another day. */
static void
test_midnight (void)
{
  g_auto (SessionFixture) fixture = { NULL };

  session_fixture_init (&fixture);
  listen (fixture.session, fixture.log);
  mattra_clock_set_fixed (mattra_session_get_clock (fixture.session), mattra_date_make (2023, 3, 15));
  mattra_session_wait (fixture.session);
  g_assert_cmpuint (mattra_session_get_list_count (fixture.session, MATTRA_LIST_OVERDUE), ==, 0);
  g_assert_cmpuint (mattra_session_get_list_count (fixture.session, MATTRA_LIST_DUE_SOON), ==, 20);
  g_assert_cmpstr (fixture.log->str, ==, "plan, changed all, ");
}

/* Data of a question comes back whole, or is freed. */

static gboolean
run_answer (MattraStore  *store,
            MattraPlan   *plan,
            gpointer      data,
            GError      **error)
{
  g_string_append (data, mattra_plan_get_organisation (plan)->name);
  return TRUE;
}

static void
free_string (gpointer data)
{
  g_string_free (data, TRUE);
}

static void
answer_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  gpointer data = NULL;

  g_assert_true (mattra_session_finish (MATTRA_SESSION (source), result, &data, &error));
  g_assert_no_error (error);
  *(GString **) user_data = data;
}

static void
test_question (void)
{
  g_auto (SessionFixture) fixture = { NULL };
  GString *answer = NULL;

  session_fixture_init (&fixture);
  mattra_session_query_async (fixture.session, run_answer, g_string_new (NULL), free_string, NULL, NULL);
  mattra_session_query_async (fixture.session, run_answer, g_string_new ("> "), free_string, answer_cb, &answer);
  mattra_session_wait (fixture.session);
  g_assert_cmpstr (answer->str, ==, "> องค์การบริหารส่วนตำบลโนนตัวอย่าง");
  g_string_free (answer, TRUE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/session/open", test_open);
  g_test_add_func ("/session/acts", test_acts);
  g_test_add_func ("/session/steps", test_steps);
  g_test_add_func ("/session/refused", test_refused);
  g_test_add_func ("/session/in-turn", test_in_turn);
  g_test_add_func ("/session/properties", test_properties);
  g_test_add_func ("/session/outside", test_outside);
  g_test_add_func ("/session/two", test_two);
  g_test_add_func ("/session/close", test_close);
  g_test_add_func ("/session/cannot-open", test_cannot_open);
  g_test_add_func ("/session/read-only", test_read_only);
  g_test_add_func ("/session/too-new", test_too_new);
  g_test_add_func ("/session/taken-away", test_taken_away);
  g_test_add_func ("/session/years", test_years);
  g_test_add_func ("/session/year-and-news", test_year_and_news);
  g_test_add_func ("/session/midnight", test_midnight);
  g_test_add_func ("/session/question", test_question);
  return fixture_run_tests ();
}
