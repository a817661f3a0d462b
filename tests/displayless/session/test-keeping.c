/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "fixture.h"
#include "mattra-drafts.h"
#include "mattra-register-lock.h"
#include "mattra-window-state.h"
#include "own-folder.h"
#include "session-fixture.h"

#define REGISTER "/tmp/no such register.mattra"
#define TYPED "บรรทัดแรก\n\tบรรทัดที่สอง = [ก] # \\n ๑๒๓ "

static char *
drafts_folder (void)
{
  return g_build_filename (g_get_user_state_dir (), "mattra", "drafts", NULL);
}

static guint
count_files (const char *folder,
             const char *suffix)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    n += g_str_has_suffix (name, suffix);
  return n;
}

static void
clear_drafts (void)
{
  g_autofree char *folder = drafts_folder ();

  own_folder_remove (folder);
}

/* Starts this program again to do @what, and reads a line it writes when that is done. */
static GPid
start_child (const char *what,
             const char *path)
{
  const char *argv[] = { "/proc/self/exe", what, path, NULL };
  g_autoptr (GError) error = NULL;
  GPid pid = 0;
  int output = -1;
  char byte;

  g_spawn_async_with_pipes (NULL, (char **) argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid, NULL, &output,
                            NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (read (output, &byte, 1), ==, 1);
  close (output);
  return pid;
}

static void
kill_child (GPid pid)
{
  kill (pid, SIGKILL);
  waitpid (pid, NULL, 0);
  g_spawn_close_pid (pid);
}

static void
keep (MattraDrafts *drafts,
      const char   *measure,
      const char   *field,
      MattraRound   round,
      const char   *text)
{
  g_autoptr (MattraTyped) typed = mattra_typed_new (measure, field, round, NULL, FALSE, text);

  mattra_drafts_keep (drafts, typed);
}

static void
drop (MattraDrafts *drafts,
      const char   *measure,
      const char   *field,
      MattraRound   round)
{
  g_autoptr (MattraTyped) place = mattra_typed_new (measure, field, round, NULL, FALSE, NULL);

  mattra_drafts_drop (drafts, place);
}

/* A child that types for ever. */
static int
type (const char *path)
{
  g_autoptr (MattraDrafts) drafts = mattra_drafts_new (path);

  keep (drafts, "01ARZ3NDEKTSV4RRFFQ69G5FAV", "results", MATTRA_ROUND_FIRST_HALF, "อีกช่อง");
  keep (drafts, "01ARZ3NDEKTSV4RRFFQ69G5FAV", "steps", MATTRA_ROUND_NONE, TYPED);
  if (write (1, "\n", 1) != 1)
    return 1;
  while (TRUE)
    g_main_context_iteration (NULL, TRUE);
}

static MattraTyped *
find_typed (GPtrArray  *all,
            const char *field)
{
  for (guint i = 0; i < all->len; i++)
    if (g_str_equal (((MattraTyped *) g_ptr_array_index (all, i))->field, field))
      return g_ptr_array_index (all, i);
  return NULL;
}

/* What was typed a second before kill -9 is there afterwards; not before, for it is the other's. */
static void
test_killed (void)
{
  g_autoptr (MattraDrafts) drafts = mattra_drafts_new (REGISTER);
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  GPid child = start_child ("--type", REGISTER);

  session_fixture_spin (1000);
  before = mattra_drafts_list (drafts);
  g_assert_cmpuint (before->len, ==, 0);
  kill_child (child);
  after = mattra_drafts_list (drafts);
  g_assert_cmpuint (after->len, ==, 2);
  g_assert_cmpstr (find_typed (after, "steps")->text, ==, TYPED);
  g_assert_cmpstr (find_typed (after, "results")->text, ==, "อีกช่อง");
  g_assert_cmpint (find_typed (after, "results")->round, ==, MATTRA_ROUND_FIRST_HALF);
}

/* They are this window's now, and stay when it ends without settling them. */
static void
test_adopted (void)
{
  g_autoptr (MattraDrafts) drafts = mattra_drafts_new (REGISTER);
  g_autofree char *folder = drafts_folder ();
  g_autoptr (GPtrArray) all = mattra_drafts_list (drafts);

  g_assert_cmpuint (all->len, ==, 2);
  g_assert_cmpuint (count_files (folder, ".draft"), ==, 1);
  drop (drafts, "01ARZ3NDEKTSV4RRFFQ69G5FAV", "steps", MATTRA_ROUND_NONE);
  drop (drafts, "01ARZ3NDEKTSV4RRFFQ69G5FAV", "results", MATTRA_ROUND_FIRST_HALF);
  session_fixture_spin (600);
  g_assert_cmpuint (count_files (folder, ".draft"), ==, 0);
}

/* Two windows do not mix up what is typed in them, nor two registers. */
static void
test_windows (void)
{
  g_autoptr (MattraDrafts) one = mattra_drafts_new (REGISTER);
  g_autoptr (MattraDrafts) other = mattra_drafts_new (REGISTER);
  g_autoptr (MattraDrafts) elsewhere = mattra_drafts_new ("/tmp/another register.mattra");
  g_autoptr (GPtrArray) mine = NULL;
  g_autoptr (GPtrArray) theirs = NULL;
  g_autoptr (GPtrArray) none = NULL;

  keep (one, "a", "title", MATTRA_ROUND_NONE, "หนึ่ง");
  keep (other, "a", "title", MATTRA_ROUND_NONE, "สอง");
  mattra_drafts_flush (one);
  mattra_drafts_flush (other);
  mine = mattra_drafts_list (one);
  g_assert_cmpuint (mine->len, ==, 1);
  g_assert_cmpstr (find_typed (mine, "title")->text, ==, "หนึ่ง");
  g_clear_object (&other);
  theirs = mattra_drafts_list (one);
  g_assert_cmpuint (theirs->len, ==, 1); /* one place: the later text; here they are of the same second */
  none = mattra_drafts_list (elsewhere);
  g_assert_cmpuint (none->len, ==, 0);
}

/* The joint answer and the cell of the table of all are two places, in which other texts may stand. */
static void
test_exactly (void)
{
  g_autoptr (MattraDrafts) one = mattra_drafts_new (REGISTER);
  g_autoptr (MattraDrafts) later = NULL;
  g_autoptr (MattraTyped) exact = mattra_typed_new ("b", "results", MATTRA_ROUND_FULL_YEAR, NULL, TRUE, "ร่วมกัน");
  g_autoptr (GPtrArray) all = NULL;
  const MattraTyped *typed;

  keep (one, "b", "results", MATTRA_ROUND_FULL_YEAR, "ในตาราง");
  mattra_drafts_keep (one, exact);
  drop (one, "b", "results", MATTRA_ROUND_FULL_YEAR);
  g_clear_object (&one);
  later = mattra_drafts_new (REGISTER);
  all = mattra_drafts_list (later);
  typed = find_typed (all, "results");
  g_assert_nonnull (typed);
  g_assert_true (typed->exactly);
  g_assert_cmpstr (typed->text, ==, "ร่วมกัน");
  mattra_drafts_drop (later, typed);
}

/* A file that is no draft is set aside and does no harm. */
static void
test_broken (void)
{
  static const char *const contents[] = {
    "", "no key file", "[typed 0]\nmeasure=a\n", "[typed 0]\nmeasure=a\nfield=b\ntext=\xFF\nround=1\n",
    "[typed 0]\nmeasure=a\nfield=b\ntext=c\nround=77\n", "[typed 0\nmeasure=a\nfield=b\ntext=c\nround=1\n",
  };
  g_autofree char *folder = drafts_folder ();
  g_autofree char *state = g_build_filename (folder, "x", NULL);
  guint n_aside = 0;

  for (guint i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      g_autoptr (MattraDrafts) drafts = mattra_drafts_new (REGISTER);
      g_autoptr (GPtrArray) all = NULL;
      g_autofree char *path = NULL;

      keep (drafts, "a", "title", MATTRA_ROUND_NONE, "หนึ่ง");
      mattra_drafts_flush (drafts);
      {
        g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
        const char *name;

        while ((name = g_dir_read_name (dir)) != NULL)
          if (g_str_has_suffix (name, ".draft"))
            path = g_build_filename (folder, name, NULL);
      }
      g_clear_object (&drafts);
      g_assert_true (g_file_set_contents (path, contents[i], -1, NULL));
      drafts = mattra_drafts_new (REGISTER);
      all = mattra_drafts_list (drafts);
      n_aside += contents[i][0] != '\0';
      g_assert_cmpuint (all->len, ==, 0);
      g_assert_cmpuint (count_files (folder, ".broken"), ==, n_aside);
      g_assert_cmpuint (count_files (folder, ".draft"), ==, 0);
    }
}

static gboolean
note_turn (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

/* A window that closes writes at once, also while another thread is writing, and does nothing else between. */
static void
test_flush (void)
{
  g_autoptr (MattraDrafts) drafts = mattra_drafts_new (REGISTER);
  g_autofree char *folder = drafts_folder ();
  g_autofree char *much = g_strnfill (900 * 1024, 'x');
  gboolean turn = FALSE;
  guint idle;

  for (guint i = 0; i < 8; i++)
    {
      g_autofree char *measure = g_strdup_printf ("measure %u", i);

      keep (drafts, measure, "title", MATTRA_ROUND_NONE, much);
    }
  session_fixture_spin (302);
  idle = g_idle_add_full (G_PRIORITY_HIGH, note_turn, &turn, NULL);
  mattra_drafts_flush (drafts);
  g_assert_false (turn);
  g_assert_cmpuint (count_files (folder, ".draft"), ==, 1);
  g_source_remove (idle);
  g_clear_object (&drafts);
  clear_drafts ();
}

/* The window that is opened next finds it at once, though a thread that wrote still knows of the one before. */
static void
test_opened_next (void)
{
  g_autoptr (MattraDrafts) drafts = mattra_drafts_new (REGISTER);
  g_autoptr (MattraDrafts) next = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autofree char *much = g_strnfill (900 * 1024, 'x');

  for (guint i = 0; i < 8; i++)
    {
      g_autofree char *measure = g_strdup_printf ("measure %u", i);

      keep (drafts, measure, "title", MATTRA_ROUND_NONE, much);
    }
  session_fixture_spin (302);
  mattra_drafts_flush (drafts);
  mattra_drafts_close (drafts);
  next = mattra_drafts_new (REGISTER);
  all = mattra_drafts_list (next);
  g_assert_cmpuint (all->len, ==, 8);
  g_clear_object (&drafts);
  g_clear_object (&next);
  session_fixture_spin (0);
  clear_drafts ();
}

/* What could not be written is written when it can be. */
static void
test_no_room (void)
{
  g_autofree char *folder = drafts_folder ();
  g_autofree char *away = g_strconcat (folder, ".away", NULL);
  g_autoptr (MattraDrafts) drafts = NULL;

  clear_drafts ();
  drafts = mattra_drafts_new (REGISTER);
  g_assert_cmpint (g_rename (folder, away), ==, 0);
  keep (drafts, "a", "title", MATTRA_ROUND_NONE, "หนึ่ง");
  session_fixture_spin (600);
  g_assert_cmpint (g_rename (away, folder), ==, 0);
  g_assert_cmpuint (count_files (folder, ".draft"), ==, 0);
  session_fixture_spin (3500);
  g_assert_cmpuint (count_files (folder, ".draft"), ==, 1);
  g_clear_object (&drafts);
  clear_drafts ();
}

/* Who has a register open */

static int
hold (const char *path)
{
  MattraLockHolder *holder = NULL;
  MattraRegisterLock *lock = mattra_register_lock_take (path, &holder);

  if (lock == NULL || holder != NULL || write (1, "\n", 1) != 1)
    return 1;
  while (TRUE)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_lock (void)
{
  g_autofree char *folder = own_folder_new ();
  g_autofree char *path = g_build_filename (folder, "register.mattra", NULL);
  g_autoptr (MattraLockHolder) nobody = NULL;
  g_autoptr (MattraLockHolder) somebody = NULL;
  g_autoptr (MattraRegisterLock) own = mattra_register_lock_take (path, &nobody);
  g_autoptr (MattraRegisterLock) second = NULL;
  g_autoptr (MattraRegisterLock) third = NULL;
  GPid child;

  g_assert_nonnull (own);
  g_assert_null (nobody);
  second = mattra_register_lock_take (path, &nobody); /* another window of this process */
  g_assert_null (nobody);
  g_clear_pointer (&own, mattra_register_lock_release);
  g_clear_pointer (&second, mattra_register_lock_release);
  g_assert_cmpuint (count_files (folder, ".open"), ==, 0);

  child = start_child ("--hold", path);
  own = mattra_register_lock_take (path, &somebody);
  g_assert_nonnull (somebody);
  g_assert_cmpint (somebody->pid, ==, child);
  g_assert_cmpstr (somebody->user, ==, g_get_user_name ());
  g_assert_true (somebody->here);
  kill_child (child);
  third = mattra_register_lock_take (path, &nobody); /* left by one who is dead */
  g_assert_null (nobody);
  g_clear_pointer (&own, mattra_register_lock_release);
  g_clear_pointer (&third, mattra_register_lock_release);
  g_assert_cmpuint (count_files (folder, ".open"), ==, 0);
  own_folder_remove (folder);
}

/* Of another machine nothing is known, until the user says that nobody is there. */
static void
test_other_machine (void)
{
  g_autofree char *folder = own_folder_new ();
  g_autofree char *path = g_build_filename (folder, "register.mattra", NULL);
  g_autofree char *told = g_build_filename (folder, ".register.mattra-x.open", NULL);
  g_autofree char *broken = g_build_filename (folder, ".register.mattra-y.open", NULL);
  g_autoptr (MattraLockHolder) somebody = NULL;
  g_autoptr (MattraLockHolder) nobody = NULL;
  g_autoptr (MattraRegisterLock) own = NULL;
  g_autoptr (MattraRegisterLock) again = NULL;

  g_file_set_contents (told, "[open]\nhost=pc-of-the-treasury\nuser=somsri\npid=77\nsince=1700000000\n", -1, NULL);
  g_file_set_contents (broken, "\xFF\xFE", -1, NULL);
  own = mattra_register_lock_take (path, &somebody);
  g_assert_nonnull (somebody);
  g_assert_cmpstr (somebody->host, ==, "pc-of-the-treasury");
  g_assert_cmpstr (somebody->user, ==, "somsri");
  g_assert_false (somebody->here);
  mattra_register_lock_override (own);
  again = mattra_register_lock_take (path, &nobody);
  g_assert_null (nobody);
  g_clear_pointer (&own, mattra_register_lock_release);
  g_clear_pointer (&again, mattra_register_lock_release);
  own_folder_remove (folder);
}

/* A register whose name only begins alike is another one. */
static void
test_other_register (void)
{
  g_autofree char *folder = own_folder_new ();
  g_autofree char *path = g_build_filename (folder, "register.mattra", NULL);
  g_autofree char *told = g_build_filename (folder, ".register.mattra-old.mattra-x.open", NULL);
  g_autoptr (MattraLockHolder) nobody = NULL;
  g_autoptr (MattraRegisterLock) own = NULL;

  g_file_set_contents (told, "[open]\nhost=pc-of-the-treasury\nuser=somsri\npid=77\nsince=1700000000\n", -1, NULL);
  own = mattra_register_lock_take (path, &nobody);
  g_assert_null (nobody);
  g_clear_pointer (&own, mattra_register_lock_release);
  own_folder_remove (folder);
}

/* How a window was left */

static void
test_state (void)
{
  g_autoptr (MattraWindowState) state = mattra_window_state_new ();
  g_autoptr (MattraWindowState) loaded = NULL;
  g_autoptr (GError) error = NULL;

  state->width = 1366;
  state->sidebar = FALSE;
  state->has_round = TRUE;
  state->round = MATTRA_ROUND_FULL_YEAR;
  state->division = g_strdup ("");
  state->list = MATTRA_LIST_OVERDUE;
  state->search = g_strdup (TYPED);
  state->columns = g_variant_ref_sink (g_variant_new_parsed ("[('title', 200, true), ('ผล', 1, false)]"));
  g_assert_true (mattra_window_state_save (state, REGISTER, &error));
  g_assert_no_error (error);
  loaded = mattra_window_state_load (REGISTER);
  g_assert_cmpint (loaded->width, ==, 1366);
  g_assert_cmpint (loaded->height, ==, 0);
  g_assert_false (loaded->sidebar);
  g_assert_cmpint (loaded->round, ==, MATTRA_ROUND_FULL_YEAR);
  g_assert_cmpstr (loaded->division, ==, "");
  g_assert_cmpint (loaded->list, ==, MATTRA_LIST_OVERDUE);
  g_assert_cmpstr (loaded->search, ==, TYPED);
  g_assert_null (loaded->sort);
  g_assert_true (g_variant_equal (loaded->columns, state->columns));
}

/* Stands before the C library's. */
static guint n_waits;

int
fsync (int file)
{
  n_waits++;
  return 0;
}

/* It is kept every few seconds while one works, on the thread that draws: nothing waits for the disk. */
static void
test_state_waits_for_no_disk (void)
{
  g_autoptr (MattraWindowState) state = mattra_window_state_load (REGISTER);
  g_autoptr (MattraWindowState) loaded = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_build_filename (g_get_user_state_dir (), "mattra", "windows", NULL);
  g_autoptr (GDir) dir = NULL;
  guint n_files = 0;

  n_waits = 0;
  state->width = 1024;
  g_assert_true (mattra_window_state_save (state, REGISTER, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_waits, ==, 0);
  loaded = mattra_window_state_load (REGISTER);
  g_assert_cmpint (loaded->width, ==, 1024);
  dir = g_dir_open (folder, 0, NULL);
  while (g_dir_read_name (dir))
    n_files++;
  g_assert_cmpuint (n_files, ==, 1);
}

static void
test_broken_state (void)
{
  static const char *const contents[] = {
    "", "nonsense", "[window]\nwidth=-5\nlist=99\nround=7\nsidebar=perhaps\ncolumns=[(\n", "[window]\nsearch=\xFF\n",
  };
  g_autofree char *folder = g_build_filename (g_get_user_state_dir (), "mattra", "windows", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autofree char *path = g_build_filename (folder, g_dir_read_name (dir), NULL);

  for (guint i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      g_autoptr (MattraWindowState) state = NULL;

      g_file_set_contents (path, contents[i], -1, NULL);
      state = mattra_window_state_load (REGISTER);
      g_assert_cmpint (state->width, ==, 0);
      g_assert_cmpint (state->list, ==, MATTRA_LIST_ALL);
      g_assert_null (state->columns);
      g_assert_null (state->search);
    }
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *state = NULL;
  int result;

  if (argc == 3 && g_str_equal (argv[1], "--type"))
    return type (argv[2]);
  if (argc == 3 && g_str_equal (argv[1], "--hold"))
    return hold (argv[2]);
  state = own_folder_new ();
  g_setenv ("XDG_STATE_HOME", state, TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/session/drafts/killed", test_killed);
  g_test_add_func ("/session/drafts/adopted", test_adopted);
  g_test_add_func ("/session/drafts/windows", test_windows);
  g_test_add_func ("/session/drafts/clear", clear_drafts);
  g_test_add_func ("/session/drafts/exactly", test_exactly);
  g_test_add_func ("/session/drafts/broken", test_broken);
  g_test_add_func ("/session/drafts/flush", test_flush);
  g_test_add_func ("/session/drafts/opened-next", test_opened_next);
  g_test_add_func ("/session/drafts/no-room", test_no_room);
  g_test_add_func ("/session/lock/processes", test_lock);
  g_test_add_func ("/session/lock/machines", test_other_machine);
  g_test_add_func ("/session/lock/registers", test_other_register);
  g_test_add_func ("/session/state/kept", test_state);
  g_test_add_func ("/session/window-state/waits-for-no-disk", test_state_waits_for_no_disk);
  g_test_add_func ("/session/state/broken", test_broken_state);
  result = fixture_run_tests ();
  own_folder_remove (state);
  return result;
}
