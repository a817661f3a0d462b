/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

#include "mattra-store-private.h"

#define PDF_BYTES (2 * 1024 * 1024 + 12345)

static GBytes *
make_bytes (gsize length,
            guint start)
{
  guint8 *data = g_malloc (length);
  guint32 state = start;

  for (gsize i = 0; i < length; i++)
    {
      state = state * 1664525 + 1013904223;
      data[i] = state >> 24;
    }
  return g_bytes_new_take (data, length);
}

/* Confirms something as an act of its own; returns the error's code, or -1. */
static int
seal (MattraStore *store,
      const char  *plan,
      const char  *corrects,
      gsize        length)
{
  MattraSeal described = { .plan = (char *) plan, .kind = (char *) "results", .round = MATTRA_ROUND_FIRST_HALF,
                           .options = (char *) "{}", .corrects_id = (char *) corrects };
  g_autofree char *head = mattra_store_get_head (store, NULL);
  g_autofree char *fingerprint = g_strnfill (64, 'f');
  g_autofree char *id = NULL;
  g_autoptr (GBytes) cells = make_bytes (100, 1);
  g_autoptr (GBytes) pdf = make_bytes (length, 2);
  g_autoptr (GError) error = NULL;

  described.head = head;
  described.fingerprint = fingerprint;
  g_assert_true (mattra_store_next_seal_number (store, plan, &described.number, NULL));
  if (!mattra_store_begin_act (store, "seal", "1", MATTRA_ACT_SEAL, &error))
    return error->code;
  id = mattra_store_insert_seal (store, &described, cells, pdf, &error);
  if (id == NULL || !mattra_store_set_round_field (store, plan, MATTRA_ROUND_FIRST_HALF, "state", "closed", &error))
    {
      mattra_store_abandon_act (store);
      return error->code;
    }
  return mattra_store_commit_act (store, &error) ? -1 : error->code;
}

static MattraSeal *
newest (MattraStore  *store,
        GPtrArray   **seals)
{
  g_autoptr (GError) error = NULL;

  *seals = mattra_store_list_seals (store, NULL, &error);
  g_assert_no_error (error);
  return (*seals)->len > 0 ? g_ptr_array_index (*seals, (*seals)->len - 1) : NULL;
}

static void
assert_whole (Fixture *fixture,
              guint    count)
{
  g_autoptr (GPtrArray) seals = NULL;
  MattraSeal *last = newest (fixture->store, &seals);

  g_assert_cmpuint (seals->len, ==, count);
  for (guint i = 0; i < seals->len; i++)
    {
      const MattraSeal *one = g_ptr_array_index (seals, i);
      g_autoptr (GBytes) pdf = mattra_store_load_blob (fixture->store, one->pdf, NULL);

      g_assert_cmpint (one->number, ==, i + 1);
      g_assert_nonnull (pdf);
      g_assert_cmpint (one->pdf_length, ==, g_bytes_get_size (pdf));
    }
  g_assert_true (count == 0 || last != NULL);
  fixture_assert_sound (fixture);
}

static void
test_keep (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (GPtrArray) seals = NULL;
  g_autoptr (GPtrArray) none = NULL;
  MattraSeal *first;

  fixture_init (&fixture);
  mattra_store_set_person (fixture.store, "สมใจ");
  g_assert_cmpint (seal (fixture.store, mattra_plan_get_id (fixture.plan), NULL, PDF_BYTES), ==, -1);
  first = newest (fixture.store, &seals);
  g_assert_cmpstr (first->kind, ==, "results");
  g_assert_cmpint (first->round, ==, MATTRA_ROUND_FIRST_HALF);
  g_assert_cmpstr (first->person, ==, "สมใจ");
  g_assert_cmpint (first->corrects, ==, 0);
  g_assert_cmpint (seal (fixture.store, mattra_plan_get_id (fixture.plan), first->id, 10), ==, -1);
  g_clear_pointer (&seals, g_ptr_array_unref);
  g_assert_cmpint (newest (fixture.store, &seals)->corrects, ==, 1);
  none = mattra_store_list_seals (fixture.store, FIXTURE_DEVICE, NULL);
  g_assert_cmpuint (none->len, ==, 0);
  assert_whole (&fixture, 2);
}

/* No function changes what was confirmed, in whatever act, and none adds to it in another act than its own. */
static void
test_refused (void)
{
  static const MattraActKind kinds[] = { MATTRA_ACT_EDIT, MATTRA_ACT_IMPORT, MATTRA_ACT_UNDO, MATTRA_ACT_REDO,
                                         MATTRA_ACT_SEAL, MATTRA_ACT_REVIEW };
  static const MattraTableId tables[] = { TABLE_SEAL, TABLE_SCAN };
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (GPtrArray) seals = NULL;
  g_autoptr (GBytes) scan_bytes = make_bytes (50, 3);
  MattraScan scan = { .media_type = (char *) "image/jpeg", .signed_on = MATTRA_DATE_NONE };
  g_autoptr (GError) error = NULL;
  const char *rows[2];

  fixture_init (&fixture);
  g_assert_cmpint (seal (fixture.store, mattra_plan_get_id (fixture.plan), NULL, 100), ==, -1);
  scan.seal = newest (fixture.store, &seals)->id;
  g_assert_true (mattra_store_begin_act (fixture.store, "attach-scan", NULL, MATTRA_ACT_SEAL, &error));
  rows[0] = scan.seal;
  rows[1] = mattra_store_insert_scan (fixture.store, &scan, scan_bytes, &error);
  g_assert_no_error (error);
  g_assert_true (mattra_store_commit_act (fixture.store, &error));
  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    for (guint t = 0; t < G_N_ELEMENTS (tables); t++)
      for (guint column = 0; column < mattra_schema_table (tables[t])->n_columns; column++)
        {
          MattraValue values[] = { mattra_value_null (), mattra_value_integer (1), mattra_value_text ("x") };

          for (guint v = 0; v < G_N_ELEMENTS (values); v++)
            {
              g_assert_true (mattra_store_begin_act (fixture.store, "x", NULL, kinds[k], &error));
              g_assert_false (mattra_act_set (fixture.store, tables[t], rows[t], column, &values[v], &error));
              g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_DENIED);
              g_clear_error (&error);
              mattra_store_abandon_act (fixture.store);
            }
        }
  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      g_auto (MattraRecord) present = { 0 };
      gboolean found = FALSE;

      if (kinds[k] == MATTRA_ACT_SEAL)
        continue;
      g_assert_true (mattra_act_get (fixture.store, TABLE_SEAL, rows[0], &present, &found, &error));
      present.values[COLUMN_SEAL_ID] = mattra_value_text (FIXTURE_OTHER_DEVICE);
      g_assert_true (mattra_store_begin_act (fixture.store, "x", NULL, kinds[k], &error));
      g_assert_false (mattra_act_insert (fixture.store, TABLE_SEAL, present.values, &error));
      g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_DENIED);
      g_clear_error (&error);
      mattra_store_abandon_act (fixture.store);
    }
  g_free ((char *) rows[1]);
  assert_whole (&fixture, 1);
}

/* Who laid a version out of older data does not confirm it. */
static void
test_conflict (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (GBytes) bytes = make_bytes (10, 1);
  g_autofree char *head = NULL;
  g_autofree char *fingerprint = g_strnfill (64, 'f');
  g_autoptr (GError) error = NULL;
  MattraSeal described = { .number = 1, .kind = (char *) "results", .options = (char *) "{}" };

  fixture_init (&fixture);
  head = mattra_store_get_head (fixture.store, NULL);
  described.plan = (char *) mattra_plan_get_id (fixture.plan);
  described.head = head;
  described.fingerprint = fingerprint;
  g_assert_true (mattra_store_set_organisation_field (fixture.store, "district", "อื่น", &error));
  for (guint i = 0; i < 2; i++)
    {
      g_assert_true (mattra_store_begin_act (fixture.store, "seal", NULL, MATTRA_ACT_SEAL, &error));
      g_assert_null (mattra_store_insert_seal (fixture.store, &described, bytes, bytes, &error));
      g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_CONFLICT);
      g_clear_error (&error);
      mattra_store_abandon_act (fixture.store);
      g_free (head);
      described.head = head = mattra_store_get_head (fixture.store, NULL);
      described.number = 2;
    }
  assert_whole (&fixture, 0);
}

/* Everything before a version can be undone, and it stays. */
static void
test_undo (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (MattraMeasure) measure = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  g_autofree char *arguments = NULL;
  guint n = 0;

  fixture_init (&fixture);
  g_assert_true (mattra_store_set_organisation_field (fixture.store, "district", "หนึ่ง", &error));
  g_assert_true (mattra_store_set_organisation_field (fixture.store, "district", "สอง", &error));
  g_assert_cmpint (seal (fixture.store, mattra_plan_get_id (fixture.plan), NULL, 100), ==, -1);
  g_assert_true (mattra_store_peek_undo (fixture.store, &name, &arguments, &error));
  g_assert_cmpstr (name, ==, "set");
  while (mattra_store_undo (fixture.store, NULL, &error))
    n++;
  g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_NOT_FOUND);
  g_assert_cmpuint (n, ==, 2);
  assert_whole (&fixture, 1);
  g_clear_error (&error);
  g_assert_true (mattra_store_redo (fixture.store, NULL, &error));
  g_assert_no_error (error);
  assert_whole (&fixture, 1);
}

/* Takes apart what SQLite made of a file in the register. */
static void
break_file (const char *path,
            GBytes     *file)
{
  g_autofree char *contents = NULL;
  gsize length;
  const char *middle = (const char *) g_bytes_get_data (file, NULL) + 500000;
  char *found;

  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  found = memmem (contents, length, middle, 64);
  g_assert_nonnull (found);
  memset (contents + (found - contents) / 8192 * 8192, 0xff, 4);
  g_assert_true (g_file_set_contents (path, contents, length, NULL));
}

static void
add_scan (Fixture    *fixture,
          const char *of)
{
  g_autoptr (GBytes) bytes = make_bytes (50, 3);
  const MattraScan scan = { .seal = (char *) of, .media_type = (char *) "image/jpeg", .signed_on = MATTRA_DATE_NONE };
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;

  g_assert_true (mattra_store_begin_act (fixture->store, "attach-scan", NULL, MATTRA_ACT_SEAL, &error));
  id = mattra_store_insert_scan (fixture->store, &scan, bytes, &error);
  g_assert_no_error (error);
  g_assert_true (mattra_store_commit_act (fixture->store, &error));
}

static char *
restore (Fixture    *fixture,
         const char *copy)
{
  g_autoptr (GError) error = NULL;
  char *head;

  fixture_close (fixture);
  g_assert_true (mattra_backup_restore (fixture->path, copy, 0, &error));
  g_assert_no_error (error);
  fixture_reopen (fixture);
  head = mattra_store_get_head (fixture->store, &error);
  g_assert_no_error (error);
  return head;
}

/* Copies keep versions; and what was confirmed after a copy was made outlives its being put back, with its number and
 * what it corrects, while all else is as it was. A copy without anything missing is put back as it is. */
static void
test_backup (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (MattraPlan) plan = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *copy = NULL;
  g_autofree char *newer = NULL;
  g_autofree char *head = NULL;
  g_autofree char *same = NULL;
  g_autofree char *restored = NULL;

  fixture_init (&fixture);
  g_assert_cmpint (seal (fixture.store, mattra_plan_get_id (fixture.plan), NULL, PDF_BYTES), ==, -1);
  copy = mattra_store_back_up (fixture.store, &error);
  g_assert_no_error (error);
  add_scan (&fixture, newest (fixture.store, &before)->id);
  g_assert_true (mattra_store_set_organisation_field (fixture.store, "district", "ทีหลัง", &error));
  g_assert_cmpint (seal (fixture.store, mattra_plan_get_id (fixture.plan), newest (fixture.store, &after)->id, 10), ==,
                   -1);
  g_clear_pointer (&before, g_ptr_array_unref);
  g_clear_pointer (&after, g_ptr_array_unref);
  newest (fixture.store, &before);
  newer = mattra_store_back_up (fixture.store, &error);
  head = mattra_store_get_head (fixture.store, &error);
  restored = restore (&fixture, copy);
  assert_whole (&fixture, 2);
  plan = mattra_store_load_plan (fixture.store, 0, &error);
  g_assert_cmpstr (mattra_plan_get_organisation (plan)->district, !=, "ทีหลัง");
  newest (fixture.store, &after);
  for (guint i = 0; i < 2; i++)
    {
      const MattraSeal *one = g_ptr_array_index (before, i);
      const MattraSeal *other = g_ptr_array_index (after, i);

      g_assert_cmpstr (one->id, ==, other->id);
      g_assert_cmpstr (one->pdf, ==, other->pdf);
      g_assert_cmpstr (one->head, ==, other->head);
      g_assert_cmpstr (one->at_utc, ==, other->at_utc);
      g_assert_cmpint (one->corrects, ==, other->corrects);
      g_assert_cmpuint (one->scans->len, ==, other->scans->len);
    }
  g_assert_cmpuint (((MattraSeal *) g_ptr_array_index (after, 0))->scans->len, ==, 1);
  g_assert_cmpint (seal (fixture.store, mattra_plan_get_id (fixture.plan), NULL, 20), ==, -1);
  assert_whole (&fixture, 3);
  g_free (restored);
  restored = restore (&fixture, newer);
  g_assert_cmpstr (restored, !=, head);
  assert_whole (&fixture, 3);
  same = mattra_store_get_head (fixture.store, &error);
  g_free (newer);
  newer = mattra_store_back_up (fixture.store, &error);
  g_free (restored);
  restored = restore (&fixture, newer);
  g_assert_cmpstr (restored, ==, same);
}

/* A damaged version keeps nobody from putting a copy back. */
static void
test_restore_over_broken_file (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (GBytes) pdf = make_bytes (PDF_BYTES, 2);
  g_autoptr (GError) error = NULL;
  g_autofree char *copy = NULL;
  g_autofree char *head = NULL;

  fixture_init (&fixture);
  copy = mattra_store_back_up (fixture.store, &error);
  g_assert_cmpint (seal (fixture.store, mattra_plan_get_id (fixture.plan), NULL, 10), ==, -1);
  g_assert_cmpint (seal (fixture.store, mattra_plan_get_id (fixture.plan), NULL, PDF_BYTES), ==, -1);
  fixture_close (&fixture);
  break_file (fixture.path, pdf);
  head = restore (&fixture, copy);
  assert_whole (&fixture, 1);
}

/* What other programs might do to a version behind the program's back: the check finds it, and says where. */
static const struct
{
  const char *name;
  const char *sql;
  const char *place;
} tampered_rows[] = {
  { "number", "UPDATE seal SET number = 7", "seal" },
  { "reason", "UPDATE seal SET reason = 'x'", "seal" },
  { "fingerprint", "UPDATE seal SET fingerprint = replace (fingerprint, 'f', 'e')", "seal" },
  { "head", "UPDATE seal SET head = fingerprint", "seal" },
  { "pdf", "UPDATE seal SET pdf = cells, pdf_length = 100", "seal" },
  { "length", "UPDATE seal SET pdf_length = 99", "seal" },
  { "row", "PRAGMA foreign_keys = OFF; DELETE FROM seal", "seal" },
  { "byte", "UPDATE blob SET data = CAST (substr (data, 1, 70) || 'x' || substr (data, 72) AS BLOB) WHERE part = 0"
            " AND sha256 = (SELECT pdf FROM seal)", "blob" },
  { "part", "DELETE FROM blob WHERE part = 1", "blob" },
  { "file", "DELETE FROM blob WHERE sha256 = (SELECT pdf FROM seal)", "seal" },
  { "cells", "DELETE FROM blob WHERE sha256 = (SELECT cells FROM seal)", "seal" },
};

static void
test_tampered (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GError) error = NULL;
  gboolean found = FALSE;

  fixture_init (&fixture);
  g_assert_cmpint (seal (fixture.store, mattra_plan_get_id (fixture.plan), NULL, PDF_BYTES), ==, -1);
  fixture_close (&fixture);
  fixture_run_sql (fixture.path, tampered_rows[row].sql);
  fixture_reopen (&fixture);
  faults = mattra_store_verify (fixture.store, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < faults->len; i++)
    found |= g_strcmp0 (((MattraFault *) g_ptr_array_index (faults, i))->table, tampered_rows[row].place) == 0;
  g_assert_true (found);
}

/* The files in a register are not read to open it: where one is damaged, the rest goes on. Who asks for it is told, and
 * so is who checks or copies the register. */
static void
test_broken_file (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (GBytes) pdf = make_bytes (PDF_BYTES, 2);
  g_autoptr (GBytes) found = NULL;
  g_autoptr (GPtrArray) seals = NULL;
  g_autoptr (GPtrArray) faults = NULL;
  g_autofree char *copy = NULL;
  g_autoptr (GError) error = NULL;

  fixture_init (&fixture);
  g_assert_cmpint (seal (fixture.store, mattra_plan_get_id (fixture.plan), NULL, PDF_BYTES), ==, -1);
  fixture_close (&fixture);
  break_file (fixture.path, pdf);
  fixture_reopen (&fixture);
  g_assert_true (mattra_store_set_organisation_field (fixture.store, "district", "ยังเขียนได้", &error));
  g_assert_no_error (error);
  found = mattra_store_load_blob (fixture.store, newest (fixture.store, &seals)->pdf, &error);
  g_assert_null (found);
  g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_CORRUPT);
  g_clear_error (&error);
  faults = mattra_store_verify (fixture.store, &error);
  g_assert_null (faults);
  g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_CORRUPT);
  g_clear_error (&error);
  copy = mattra_store_back_up (fixture.store, &error);
  g_assert_null (copy);
  g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_CORRUPT);
}

/* The machine: this program is its own victim. */

static int
run_sealer (const char *path)
{
  g_autoptr (MattraStore) store = mattra_store_open_as (path, FALSE, FIXTURE_DEVICE, NULL);
  g_autoptr (MattraPlan) plan = store != NULL ? mattra_store_load_plan (store, 0, NULL) : NULL;
  int code;

  if (plan == NULL)
    return 3;
  code = seal (store, mattra_plan_get_id (plan), NULL, PDF_BYTES);
  return code < 0 ? 0 : code == MATTRA_ERROR_IO ? 1 : 2;
}

static GPid
spawn (const char *path,
       const char *fault)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *program = g_file_read_link ("/proc/self/exe", &error);
  g_autofree char *folder = g_path_get_dirname (program);
  g_autofree char *library = g_build_filename (folder, "store", "libstore-fault.so", NULL);
  const char *argv[] = { program, "--sealer", path, NULL };
  g_auto (GStrv) environment = g_get_environ ();
  GPid pid;

  if (fault != NULL)
    {
      environment = g_environ_setenv (environment, "MATTRA_FAULT", fault, TRUE);
      environment = g_environ_setenv (environment, "LD_PRELOAD", library, TRUE);
      environment = g_environ_setenv (environment, "ASAN_OPTIONS", "verify_asan_link_order=0:detect_leaks=0", TRUE);
    }
  g_spawn_async (NULL, (char **) argv, environment, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid, &error);
  g_assert_no_error (error);
  return pid;
}

/* A version is there whole with its closed round, or not at all. */
static guint
assert_no_half (Fixture *fixture)
{
  g_autoptr (GPtrArray) seals = NULL;
  g_autoptr (MattraPlan) plan = NULL;

  fixture_reopen (fixture);
  newest (fixture->store, &seals);
  assert_whole (fixture, seals->len);
  plan = mattra_store_load_plan (fixture->store, 0, NULL);
  g_assert_true (mattra_plan_get_round (plan, MATTRA_ROUND_FIRST_HALF)->open == (seals->len == 0));
  fixture_close (fixture);
  return seals->len;
}

static void
test_disk_fails (gconstpointer data)
{
  g_auto (Fixture) fixture = { 0 };
  guint failures = 0;
  int status;

  fixture_init (&fixture);
  fixture_close (&fixture);
  for (int n = 1; n <= 400; n += 7 + n / 8)
    {
      g_autofree char *fault = g_strdup_printf ("%s:%d", (const char *) data, n);

      g_assert_cmpint (waitpid (spawn (fixture.path, fault), &status, 0), >, 0);
      g_assert_true (WIFEXITED (status));
      failures += WEXITSTATUS (status) != 0;
      assert_no_half (&fixture);
    }
  g_assert_cmpuint (failures, >=, 5);
}

static void
test_killed (void)
{
  g_auto (Fixture) fixture = { 0 };
  int status;

  fixture_init (&fixture);
  fixture_close (&fixture);
  for (int i = 0; i < 25; i++)
    {
      GPid pid = spawn (fixture.path, NULL);

      g_usleep (5000 + 6000 * i);
      kill (pid, SIGKILL);
      g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
      assert_no_half (&fixture);
    }
}

static void
test_disk_full (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;

  fixture_init (&fixture);
  folder = g_build_filename (fixture.folder, "small", NULL);
  path = g_build_filename (folder, "register.mattra", NULL);
  g_mkdir (folder, 0755);
  if (mount ("none", folder, "tmpfs", 0, "size=2m") != 0)
    {
      g_test_skip ("no right to mount a small disk");
      return;
    }
  g_assert_true (mattra_store_create (path, fixture.plan, &error));
  g_clear_object (&fixture.store);
  fixture.store = mattra_store_open_as (path, FALSE, FIXTURE_DEVICE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (seal (fixture.store, mattra_plan_get_id (fixture.plan), NULL, PDF_BYTES), ==, MATTRA_ERROR_IO);
  assert_whole (&fixture, 0);
  g_assert_true (mattra_store_set_organisation_field (fixture.store, "district", "ยังเขียนได้", &error));
  g_assert_no_error (error);
  fixture_close (&fixture);
  g_assert_cmpint (umount2 (folder, MNT_DETACH), ==, 0);
}

/* A copy to go back in: closed rounds keep nothing from it, and the register is not touched. */
static void
test_scratch (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (MattraMeasure) measure = NULL;
  g_autoptr (MattraStore) copy = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autofree char *head = NULL;
  g_autofree char *after = NULL;
  g_autofree char *cell = NULL;

  fixture_init (&fixture);
  measure = fixture_add (&fixture, 1, "ก");
  fixture_set (&fixture, mattra_measure_get_id (measure), MATTRA_ITEM_RESULT, "ใหม่");
  g_assert_cmpint (seal (fixture.store, mattra_plan_get_id (fixture.plan), NULL, 100), ==, -1);
  head = mattra_store_get_head (fixture.store, NULL);
  path = g_build_filename (fixture.folder, "scratch.mattra", NULL);
  copy = mattra_store_open_scratch (fixture.store, path, &error);
  g_assert_no_error (error);
  g_assert_true (mattra_store_undo (copy, NULL, &error));
  g_assert_no_error (error);
  cell = fixture_cell (copy, fixture.plan, mattra_measure_get_id (measure), MATTRA_ITEM_RESULT,
                       MATTRA_ROUND_FIRST_HALF);
  g_assert_cmpstr (cell, ==, "ดำเนินการแล้ว");
  after = mattra_store_get_head (fixture.store, NULL);
  g_assert_cmpstr (head, ==, after);
  g_assert_false (mattra_store_undo (fixture.store, NULL, &error));
  g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_DENIED);
}

int
main (int   argc,
      char *argv[])
{
  if (argc == 3 && g_str_equal (argv[1], "--sealer"))
    return run_sealer (argv[2]);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/seal/keep", test_keep);
  g_test_add_func ("/store/seal/refused", test_refused);
  g_test_add_func ("/store/seal/conflict", test_conflict);
  g_test_add_func ("/store/seal/undo", test_undo);
  g_test_add_func ("/store/seal/backup", test_backup);
  for (guint i = 0; i < G_N_ELEMENTS (tampered_rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/store/seal/tampered/%s", tampered_rows[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_tampered);
    }
  g_test_add_func ("/store/seal/restore-over-broken-file", test_restore_over_broken_file);
  g_test_add_func ("/store/seal/broken-file", test_broken_file);
  g_test_add_data_func ("/store/seal/disk/fail", "fail", test_disk_fails);
  g_test_add_data_func ("/store/seal/disk/full", "full", test_disk_fails);
  g_test_add_data_func ("/store/seal/disk/tear", "tear", test_disk_fails);
  g_test_add_func ("/store/seal/killed", test_killed);
  g_test_add_func ("/store/seal/disk-full", test_disk_full);
  g_test_add_func ("/store/seal/scratch", test_scratch);
  return fixture_run_tests ();
}
