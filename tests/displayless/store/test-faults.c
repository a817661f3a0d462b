/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <grp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* What the machine may do to a register. This program is its own victim: called as a writer it counts
 * upwards in one field and says each number only when its act is kept. */

#define KILLS 200
#define NOBODY 65534

static int
read_number (MattraStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MattraPlan) plan = mattra_store_load_plan (store, 0, &error);

  g_assert_no_error (error);
  return atoi (mattra_plan_get_organisation (plan)->district);
}

static int
run_writer (const char *path,
            int         count)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MattraStore) store = mattra_store_open_as (path, FALSE, FIXTURE_DEVICE, &error);

  if (store == NULL)
    return 1;
  for (int n = read_number (store) + 1; count != 0; n++, count--)
    {
      g_autofree char *number = g_strdup_printf ("%d", n);

      if (!mattra_store_set_organisation_field (store, "district", number, &error))
        return error->code == MATTRA_ERROR_IO ? 1 : 2;
      dprintf (STDOUT_FILENO, "%d\n", n);
    }
  return 0;
}

/* Opens and edits as somebody who may do less than root; returns the error's code + 10. */
static int
run_as_nobody (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MattraStore) reader = NULL;
  g_autoptr (MattraStore) store = NULL;

  if (geteuid () == 0 && (setgroups (0, NULL) != 0 || setresgid (NOBODY, NOBODY, NOBODY) != 0
                          || setresuid (NOBODY, NOBODY, NOBODY) != 0))
    return 1;
  reader = mattra_store_open (path, TRUE, &error);
  if (reader == NULL)
    return 2;
  store = mattra_store_open_as (path, FALSE, FIXTURE_DEVICE, &error);
  if (store != NULL && mattra_store_set_organisation_field (store, "district", "9", &error))
    return 0;
  return 10 + error->code;
}

typedef struct
{
  GPid pid;
  int output;
} Child;

static Child
spawn (const char *role,
       const char *path,
       const char *count,
       const char *fault)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *program = g_file_read_link ("/proc/self/exe", &error);
  g_autofree char *folder = g_path_get_dirname (program);
  g_autofree char *library = g_build_filename (folder, "store", "libstore-fault.so", NULL);
  const char *argv[] = { program, role, path, count, NULL };
  g_auto (GStrv) environment = g_get_environ ();
  Child child = { 0, -1 };

  if (fault != NULL)
    {
      environment = g_environ_setenv (environment, "MATTRA_FAULT", fault, TRUE);
      environment = g_environ_setenv (environment, "LD_PRELOAD", library, TRUE);
      environment = g_environ_setenv (environment, "ASAN_OPTIONS", "verify_asan_link_order=0:detect_leaks=0", TRUE);
    }
  g_spawn_async_with_pipes (NULL, (char **) argv, environment, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &child.pid,
                            NULL, &child.output, NULL, &error);
  g_assert_no_error (error);
  return child;
}

/* Returns: the last number that was said in full, or 0. */
static int
finish (Child *child,
        int   *status)
{
  g_autoptr (GString) said = g_string_new (NULL);
  char buffer[4096];
  ssize_t n;
  char *end;
  char *start;

  while ((n = read (child->output, buffer, sizeof buffer)) > 0)
    g_string_append_len (said, buffer, n);
  close (child->output);
  g_assert_cmpint (waitpid (child->pid, status, 0), ==, child->pid);
  end = strrchr (said->str, '\n');
  if (end == NULL)
    return 0;
  *end = '\0';
  start = strrchr (said->str, '\n');
  return atoi (start != NULL ? start + 1 : said->str);
}

static void
start_counting (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  fixture_init (fixture);
  mattra_store_set_organisation_field (fixture->store, "district", "0", &error);
  g_assert_no_error (error);
  fixture_close (fixture);
}

/* Nothing that was acknowledged is lost, and at most the act under way is there beside it. */
static int
assert_kept (Fixture  *fixture,
             int       before,
             int       said,
             gboolean  verify)
{
  g_autoptr (GError) error = NULL;
  int kept;

  g_clear_object (&fixture->store);
  fixture->store = mattra_store_open (fixture->path, TRUE, &error);
  g_assert_no_error (error);
  kept = read_number (fixture->store);
  g_assert_cmpint (kept, >=, MAX (before, said));
  g_assert_cmpint (kept, <=, MAX (before, said) + 1);
  if (verify)
    fixture_assert_sound (fixture);
  fixture_close (fixture);
  return kept;
}

/* Every other writer is killed once it has kept something, however slow the machine is; the rest at any
 * moment since its start. */
static void
wait_for_word (const Child *child)
{
  GPollFD output = { child->output, G_IO_IN | G_IO_HUP, 0 };

  g_assert_cmpint (g_poll (&output, 1, 30000), ==, 1);
}

static void
test_killed (void)
{
  g_auto (Fixture) fixture = { 0 };
  int kept = 0;
  int status;

  start_counting (&fixture);
  for (int i = 0; i < KILLS; i++)
    {
      Child child = spawn ("--writer", fixture.path, "-1", NULL);

      if (i % 2 == 0)
        wait_for_word (&child);
      g_usleep (g_test_rand_int_range (0, i % 2 == 0 ? 20000 : 60000));
      kill (child.pid, SIGKILL);
      kept = assert_kept (&fixture, kept, finish (&child, &status), i % 20 == 0);
    }
  g_assert_cmpint (kept, >, 0);
}

static const char *const fault_modes[] = { "fail", "full", "tear" };

static void
test_disk_fails (gconstpointer data)
{
  const char *mode = data;
  g_auto (Fixture) fixture = { 0 };
  guint failures = 0;
  int kept = 0;
  int status;

  start_counting (&fixture);
  for (int n = 1; n <= 40; n++)
    {
      g_autofree char *fault = g_strdup_printf ("%s:%d", mode, n);
      Child child = spawn ("--writer", fixture.path, "3", fault);
      int said = finish (&child, &status);

      g_assert_true (WIFEXITED (status));
      g_assert_cmpint (WEXITSTATUS (status), !=, 2);
      failures += WEXITSTATUS (status) != 0;
      kept = assert_kept (&fixture, kept, said, TRUE);
    }
  g_assert_cmpuint (failures, >=, 20);
}

/* A disk of two megabytes fills up. */
static void
test_disk_full (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  g_autofree char *text = g_strnfill (9000, 'x');
  guint kept = 0;
  guint count;

  fixture_init (&fixture);
  folder = g_build_filename (fixture.folder, "small", NULL);
  path = g_build_filename (folder, "register.mattra", NULL);
  g_mkdir (folder, 0755);
  if (mount ("none", folder, "tmpfs", 0, "size=2m") != 0)
    {
      g_test_skip ("no right to mount a small disk");
      return;
    }
  mattra_store_create (path, fixture.plan, &error);
  g_assert_no_error (error);
  g_clear_object (&fixture.store);
  fixture.store = mattra_store_open_as (path, FALSE, FIXTURE_DEVICE, &error);
  for (; error == NULL && kept < 1000; kept++)
    {
      g_autoptr (MattraMeasure) measure = fixture_measure (kept + 1, text);

      mattra_store_insert_measure (fixture.store, mattra_plan_get_id (fixture.plan), measure, &error);
    }
  g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_IO);
  g_clear_error (&error);
  g_assert_null (mattra_store_back_up (fixture.store, &error));
  g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_IO);
  g_clear_error (&error);
  fixture_close (&fixture);
  fixture.store = mattra_store_open (path, TRUE, &error);
  g_assert_no_error (error);
  g_assert_true (mattra_store_count_measures (fixture.store, mattra_plan_get_id (fixture.plan), &count, NULL));
  g_assert_cmpuint (count, ==, kept - 1);
  fixture_assert_sound (&fixture);
  fixture_close (&fixture);
  g_assert_cmpint (umount2 (folder, MNT_DETACH), ==, 0);
}

static const struct
{
  const char *name;
  int folder_mode;
  int file_mode;
} right_rows[] = {
  { "file", 0777, 0444 },
  { "folder", 0555, 0666 },
  { "both", 0555, 0444 },
};

static void
test_read_only (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_auto (Fixture) fixture = { 0 };
  Child child;
  int status;

  start_counting (&fixture);
  g_chmod (fixture.path, right_rows[row].file_mode);
  g_chmod (fixture.folder, right_rows[row].folder_mode);
  child = spawn ("--nobody", fixture.path, NULL, NULL);
  finish (&child, &status);
  g_chmod (fixture.folder, 0755);
  g_assert_true (WIFEXITED (status));
  if (WEXITSTATUS (status) != 10 + MATTRA_ERROR_IO)
    g_assert_cmpint (WEXITSTATUS (status), ==, 10 + MATTRA_ERROR_DENIED);
  assert_kept (&fixture, 0, 0, TRUE);
}

int
main (int   argc,
      char *argv[])
{
  if (argc == 4 && g_str_equal (argv[1], "--writer"))
    return run_writer (argv[2], atoi (argv[3]));
  if (argc == 3 && g_str_equal (argv[1], "--nobody"))
    return run_as_nobody (argv[2]);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/faults/killed", test_killed);
  for (guint i = 0; i < G_N_ELEMENTS (fault_modes); i++)
    {
      g_autofree char *path = g_strdup_printf ("/store/faults/disk/%s", fault_modes[i]);

      g_test_add_data_func (path, fault_modes[i], test_disk_fails);
    }
  g_test_add_func ("/store/faults/disk-full", test_disk_full);
  for (guint i = 0; i < G_N_ELEMENTS (right_rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/store/faults/read-only/%s", right_rows[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_read_only);
    }
  return fixture_run_tests ();
}
