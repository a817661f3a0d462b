/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"
#include "mattra-edit.h"
#include "session-fixture.h"

/* A register that another program holds, longer than anybody waits. */

static void
acted_cb (MattraSession *session,
          const char    *name,
          gboolean       undoable,
          GString       *log)
{
  g_string_append_printf (log, "acted %s, ", name);
}

static void
changed_cb (MattraSession *session,
            GPtrArray     *measures,
            GString       *log)
{
  g_string_append_printf (log, "changed %u, ", measures != NULL ? measures->len : 0);
}

typedef struct
{
  const char *path;
  gpointer held;
} Holding;

static void
hold_cb (MattraStore *store,
         const char  *act,
         GPtrArray   *cells,
         gpointer     user_data)
{
  Holding *holding = user_data;

  g_signal_handlers_disconnect_by_data (store, holding);
  holding->held = fixture_hold (holding->path);
}

/* Somebody takes the file right after the next act is committed. */
static gboolean
run_hold_later (MattraStore  *store,
                MattraPlan   *plan,
                gpointer      data,
                GError      **error)
{
  g_signal_connect (store, "changed", G_CALLBACK (hold_cb), data);
  return TRUE;
}

static gboolean
run_hold (MattraStore  *store,
          MattraPlan   *plan,
          gpointer      data,
          GError      **error)
{
  Holding *holding = data;

  holding->held = fixture_hold (holding->path);
  return TRUE;
}

/* What was committed is shown as soon as the file can be read again. */
static void
test_news (void)
{
  g_auto (SessionFixture) fixture = { NULL };
  Holding holding = { NULL, NULL };

  session_fixture_init (&fixture);
  g_signal_connect (fixture.session, "acted", G_CALLBACK (acted_cb), fixture.log);
  g_signal_connect (fixture.session, "changed", G_CALLBACK (changed_cb), fixture.log);
  holding.path = fixture.path;
  mattra_session_query_async (fixture.session, run_hold_later, &holding, NULL, NULL, NULL);
  session_fixture_set (fixture.session, "2", "title", "ชื่อใหม่");
  g_assert_cmpstr (fixture.log->str, ==, "acted Change measure, ");
  fixture_let_go (holding.held);
  mattra_session_look (fixture.session);
  session_fixture_spin (300);
  mattra_session_wait (fixture.session);
  g_assert_cmpstr (fixture.log->str, ==, "acted Change measure, changed 1, ");
}

static gboolean
let_go_cb (gpointer data)
{
  fixture_let_go (((Holding *) data)->held);
  return G_SOURCE_REMOVE;
}

static gboolean
run_set (MattraStore  *store,
         MattraPlan   *plan,
         gpointer      data,
         GError      **error)
{
  return mattra_edit_set (store, plan, data, error);
}

/* A measure that could not be read when it was changed is counted in the end. */
static void
test_counts (void)
{
  g_auto (SessionFixture) fixture = { NULL };
  MattraEdit edit = { "2", "results", "ผลใหม่", MATTRA_ROUND_FIRST_HALF, NULL };
  Holding holding = { NULL, NULL };

  session_fixture_init (&fixture);
  holding.path = fixture.path;
  g_assert_cmpuint (mattra_session_get_list_count (fixture.session, MATTRA_LIST_NO_RESULT), ==, 20);
  mattra_session_act_async (fixture.session, "set", NULL, run_set, &edit, NULL, NULL, NULL);
  mattra_session_query_async (fixture.session, run_hold, &holding, NULL, NULL, NULL);
  g_timeout_add (5300, let_go_cb, &holding);
  session_fixture_spin (5600);
  mattra_session_wait (fixture.session);
  g_assert_cmpuint (mattra_session_get_list_count (fixture.session, MATTRA_LIST_NO_RESULT), ==, 19);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/session/held/news", test_news);
  g_test_add_func ("/session/held/counts", test_counts);
  return fixture_run_tests ();
}
