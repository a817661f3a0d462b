/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"

#include <sqlite3.h>

#include "own-folder.h"

static MattraPlan *
make_plan (void)
{
  MattraPlan *plan = mattra_plan_new (2566);
  MattraOrganisation *organisation = mattra_plan_get_organisation (plan);
  g_autoptr (GPtrArray) divisions = mattra_division_new_usual (MATTRA_ORGANISATION_SUBDISTRICT);
  g_autoptr (MattraDivisionList) list = mattra_division_list_new (divisions);
  MattraSigner *signer = mattra_signer_new ("นางสาวสมใจ ใจดี");

  g_free (organisation->name);
  organisation->name = g_strdup ("องค์การบริหารส่วนตำบลโนนตัวอย่าง");
  organisation->kind = MATTRA_ORGANISATION_SUBDISTRICT;
  organisation->district = g_strdup ("บ้านไผ่");
  mattra_plan_set_divisions (plan, list);
  mattra_plan_set_setting (plan, MATTRA_SETTING_TITLE, "รายงานผล");
  signer->post = g_strdup ("นักวิเคราะห์นโยบายและแผนชำนาญการ");
  signer->role = g_strdup ("ผู้รายงาน");
  g_ptr_array_add (mattra_plan_get_signers (plan), signer);
  return plan;
}

void
fixture_reopen (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  g_clear_object (&self->store);
  self->store = mattra_store_open_as (self->path, FALSE, FIXTURE_DEVICE, &error);
  g_assert_no_error (error);
}

void
fixture_init (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  self->folder = own_folder_new ();
  self->path = g_build_filename (self->folder, "register.mattra", NULL);
  self->plan = make_plan ();
  mattra_store_create (self->path, self->plan, &error);
  g_assert_no_error (error);
  self->store = NULL;
  fixture_reopen (self);
}

void
fixture_close (Fixture *self)
{
  g_clear_object (&self->store);
}

void
fixture_clear (Fixture *self)
{
  g_clear_object (&self->store);
  g_clear_object (&self->plan);
  own_folder_remove (self->folder);
  g_clear_pointer (&self->folder, g_free);
  g_clear_pointer (&self->path, g_free);
}

MattraMeasure *
fixture_measure (int         number,
                 const char *title)
{
  MattraMeasure *measure = mattra_measure_new ();
  MattraAnswer *answer = mattra_measure_ensure_answer (measure, MATTRA_ROUND_FIRST_HALF, NULL);

  mattra_measure_set_number (measure, number);
  mattra_measure_set_title (measure, title);
  mattra_measure_set_period_text (measure, "ต.ค.๖๕ - มี.ค.๖๖");
  mattra_measure_set_period_start (measure, mattra_date_make (2022, 10, 1));
  mattra_measure_set_period_end (measure, mattra_date_make (2023, 3, 31));
  mattra_measure_take_party (measure, mattra_party_new ("กองคลัง"));
  mattra_measure_take_item (measure, MATTRA_ITEM_STEP, mattra_item_new ("แจ้งเวียน \"ประกาศ\""));
  mattra_measure_take_item (measure, MATTRA_ITEM_STEP, mattra_item_new ("ติดตามผล"));
  mattra_answer_take_item (answer, MATTRA_ITEM_RESULT, mattra_item_new ("ดำเนินการแล้ว"));
  mattra_answer_take_item (answer, MATTRA_ITEM_OBSTACLE, mattra_item_new_none ("ไม่มี"));
  return measure;
}

MattraMeasure *
fixture_add (Fixture    *self,
             int         number,
             const char *title)
{
  g_autoptr (GError) error = NULL;
  MattraMeasure *measure = fixture_measure (number, title);

  mattra_store_insert_measure (self->store, mattra_plan_get_id (self->plan), measure, &error);
  g_assert_no_error (error);
  return measure;
}

/* Returns: (transfer full): the lines of a joint cell, joined by "|". */
char *
fixture_cell (MattraStore    *store,
              MattraPlan     *plan,
              const char     *measure,
              MattraItemKind  kind,
              MattraRound     round)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MattraMeasure) loaded = mattra_store_load_measure (store, mattra_plan_get_id (plan), measure, &error);
  g_autoptr (GString) text = g_string_new (NULL);
  MattraAnswer *answer;
  GPtrArray *items;

  g_assert_no_error (error);
  answer = mattra_item_kind_is_answer (kind) ? mattra_measure_find_answer (loaded, round, NULL) : NULL;
  if (mattra_item_kind_is_answer (kind) && answer == NULL)
    return g_strdup ("");
  items = answer != NULL ? mattra_answer_get_items (answer, kind) : mattra_measure_get_items (loaded, kind);
  for (guint i = 0; i < items->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "|" : "", ((MattraItem *) g_ptr_array_index (items, i))->text);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Sets a cell of the first half to lines separated by "|". */
void
fixture_set (Fixture        *self,
             const char     *measure,
             MattraItemKind  kind,
             const char     *lines)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) split = g_strsplit (lines, "|", -1);

  mattra_store_set_cell (self->store, measure, kind, MATTRA_ROUND_FIRST_HALF, NULL,
                         (const char *const *) split, NULL, &error);
  g_assert_no_error (error);
}

void
fixture_assert_sound (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) faults = mattra_store_verify (self->store, &error);

  g_assert_no_error (error);
  if (faults->len > 0)
    g_error ("%s", ((MattraFault *) g_ptr_array_index (faults, 0))->message);
}

/* What another program might do to the file. */
void
fixture_run_sql (const char *path,
                 const char *sql)
{
  sqlite3 *handle = NULL;
  char *message = NULL;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  sqlite3_exec (handle, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  sqlite3_close (handle);
}

/* Keeps everybody from the file, as another program may for a while. */
gpointer
fixture_hold (const char *path)
{
  sqlite3 *handle = NULL;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, "BEGIN EXCLUSIVE", NULL, NULL, NULL), ==, SQLITE_OK);
  return handle;
}

void
fixture_let_go (gpointer held)
{
  sqlite3_close (held);
}

/* What a script added, taken away again: row i leads from version i + 2 to version i + 1. */
static const char *const older[] = {
  "DROP TABLE step_done; ALTER TABLE measure DROP COLUMN recurrence",
  "DROP TABLE scan; DROP TABLE seal; DROP TABLE committee_member; DROP TABLE document; DROP TABLE blob;"
  " ALTER TABLE organisation DROP COLUMN garuda; ALTER TABLE organisation DROP COLUMN emblem",
  "DROP TABLE comment; DROP TABLE review",
  "DROP TABLE minute; DROP TABLE carried; DROP TABLE origin; DROP TABLE score_class; DROP TABLE analysis;"
  " DROP TABLE publication; DROP TABLE request; DROP TABLE evidence",
};

/* Makes of a register that uses nothing new what an older program would have made. */
void
fixture_make_version (const char *path,
                      guint       version)
{
  g_autofree char *number = g_strdup_printf ("PRAGMA user_version = %u", version);

  for (guint i = G_N_ELEMENTS (older); i >= version; i--)
    fixture_run_sql (path, older[i - 1]);
  fixture_run_sql (path, number);
}

/* Runs the tests with a data folder of their own. */
int
fixture_run_tests (void)
{
  g_autofree char *folder = own_folder_new ();
  int result;

  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  result = g_test_run ();
  own_folder_remove (folder);
  return result;
}
