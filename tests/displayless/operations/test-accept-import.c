/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-accept-import.h"

#include "mattra-error.h"
#include "mattra-find.h"
#include "own-folder.h"

#define HEAD "ที่\tมาตรการ\tวิธีการดำเนินการ\tผู้รับผิดชอบ\tระยะเวลาดำเนินการ\tผลการดำเนินการ\n"

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->folder = own_folder_new ();
  self->path = g_build_filename (self->folder, "r.mattra", NULL);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  own_folder_remove (self->folder);
  g_free (self->folder);
  g_free (self->path);
}

static void
accept_text (Fixture          *self,
             const char       *text,
             int               year,
             gboolean          dry_run,
             MattraAcceptance *acceptance)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  MattraImportOptions options = { .fiscal_year = year };
  g_autoptr (MattraImport) import = NULL;
  g_autoptr (GError) error = NULL;

  import = mattra_import_read_bytes (bytes, "text", &options, &error);
  g_assert_no_error (error);
  mattra_accept_import (self->path, import, year, dry_run, acceptance, &error);
  g_assert_no_error (error);
}

static MattraMeasure *
load (Fixture    *self,
      const char *number)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MattraStore) store = mattra_store_open (self->path, TRUE, &error);
  g_autoptr (MattraPlan) plan = mattra_store_load_plan (store, 0, &error);
  MattraMeasure *measure = mattra_find_measure (store, plan, number, &error);

  g_assert_no_error (error);
  return measure;
}

static void
test_twice (Fixture       *self,
            gconstpointer  data)
{
  static const char text[] = HEAD "1\tก\tข\tกองคลัง\tม.ค. 66\tค\n2\tง\tจ\tกองช่าง\tก.พ. 66\t-\n";
  g_auto (MattraAcceptance) first = { 0 };
  g_auto (MattraAcceptance) dry = { 0 };
  g_auto (MattraAcceptance) second = { 0 };

  accept_text (self, text, 2566, FALSE, &first);
  g_assert_true (first.created_file && first.created_plan);
  g_assert_cmpuint (first.measures->len, ==, 2);
  accept_text (self, text, 2566, TRUE, &dry);
  g_assert_cmpuint (dry.n_changes, ==, 0);
  accept_text (self, text, 2566, FALSE, &second);
  g_assert_cmpuint (second.n_changes, ==, 0);
  g_assert_cmpuint (second.measures->len, ==, 0);
}

/* What a document leaves empty takes nothing away; what it says is taken. */
static void
test_empty_cells (Fixture       *self,
                  gconstpointer  data)
{
  g_auto (MattraAcceptance) first = { 0 };
  g_auto (MattraAcceptance) second = { 0 };
  g_autoptr (MattraMeasure) measure = NULL;

  accept_text (self, HEAD "1\tก\tข\tกองคลัง\tม.ค. 66\tค\n", 2566, FALSE, &first);
  accept_text (self, HEAD "1\tก\t\tกองช่าง\t\t\n", 2566, FALSE, &second);
  measure = load (self, "1");
  g_assert_cmpuint (mattra_measure_get_items (measure, MATTRA_ITEM_STEP)->len, ==, 1);
  g_assert_cmpstr (mattra_measure_get_period_text (measure), ==, "ม.ค. 66");
  g_assert_cmpstr (((MattraParty *) g_ptr_array_index (mattra_measure_get_parties (measure), 0))->text, ==, "กองช่าง");
  g_assert_cmpuint (second.measures->len, ==, 1);
  g_assert_cmpstr (((MattraAcceptedMeasure *) g_ptr_array_index (second.measures, 0))->detail, ==, "responsible");
}

/* Naming the round later does not make the same document new. */
static void
test_round_named_later (Fixture       *self,
                        gconstpointer  data)
{
  static const char text[] = HEAD "1\tก\tข\tกองคลัง\tม.ค. 66\tค\n";
  g_auto (MattraAcceptance) first = { 0 };
  g_auto (MattraAcceptance) second = { 0 };
  g_autoptr (GError) error = NULL;

  accept_text (self, text, 2566, FALSE, &first);
  {
    g_autoptr (MattraStore) store = mattra_store_open (self->path, FALSE, &error);
    g_autoptr (MattraPlan) plan = mattra_store_load_plan (store, 0, &error);

    g_assert_true (mattra_store_assign_round (store, mattra_plan_get_id (plan), MATTRA_ROUND_FIRST_HALF, &error));
    g_assert_no_error (error);
  }
  accept_text (self, text, 2566, FALSE, &second);
  g_assert_cmpuint (second.n_changes, ==, 0);
}

/* Another year's document adds a plan, with the divisions of the one before. */
static void
test_other_year (Fixture       *self,
                 gconstpointer  data)
{
  static const char text[] = HEAD "1\tก\tข\tกองคลัง\t\tค\n";
  g_auto (MattraAcceptance) first = { 0 };
  g_auto (MattraAcceptance) second = { 0 };
  g_autoptr (MattraStore) store = NULL;
  g_autoptr (GPtrArray) years = NULL;

  accept_text (self, text, 2566, FALSE, &first);
  accept_text (self, text, 2567, FALSE, &second);
  g_assert_true (second.created_plan && !second.created_file);
  store = mattra_store_open (self->path, TRUE, NULL);
  years = mattra_store_list_years (store, NULL);
  g_assert_cmpuint (years->len, ==, 2);
}

/* Another measure under a known number is added, and asked about. */
static void
test_doubtful (Fixture       *self,
               gconstpointer  data)
{
  g_auto (MattraAcceptance) first = { 0 };
  g_auto (MattraAcceptance) second = { 0 };
  const MattraAcceptedMeasure *added;

  accept_text (self, HEAD "1\tการใช้ทรัพย์สินของราชการ\tข\tกองคลัง\tม.ค. 66\tค\n", 2566, FALSE, &first);
  accept_text (self, HEAD "1\tกิจกรรมรณรงค์\tข\tกองคลัง\tม.ค. 66\tค\n", 2566, FALSE, &second);
  added = g_ptr_array_index (second.measures, 0);
  g_assert_cmpint (added->kind, ==, MATTRA_ACCEPTED_DOUBTFUL);
  g_assert_cmpstr (added->detail, ==, "การใช้ทรัพย์สินของราชการ");
  added = g_ptr_array_index (second.measures, 1);
  g_assert_cmpint (added->kind, ==, MATTRA_ACCEPTED_MISSING);
}

static gboolean
correct_party (MattraStore  *store,
               MattraPlan   *plan,
               GError      **error)
{
  g_autoptr (MattraMeasure) measure = mattra_find_measure (store, plan, "1", error);
  GPtrArray *parties = mattra_measure_get_parties (measure);
  MattraParty *party = g_ptr_array_index (parties, 0);
  g_autoptr (MattraDivision) division = mattra_division_new ("สำนักปลัด");
  char *id = mattra_store_insert_division (store, mattra_plan_get_id (plan), division, error);

  party->corrected = TRUE;
  g_ptr_array_set_size (party->divisions, 0);
  g_ptr_array_add (party->divisions, id);
  return id != NULL && mattra_store_set_parties (store, mattra_measure_get_id (measure), parties, error);
}

/* A party whose divisions the user chose keeps them when the document names one more beside it. */
static void
test_corrected_party (Fixture       *self,
                      gconstpointer  data)
{
  g_auto (MattraAcceptance) first = { 0 };
  g_auto (MattraAcceptance) second = { 0 };
  g_autoptr (MattraMeasure) before = NULL;
  g_autoptr (MattraMeasure) measure = NULL;
  g_autoptr (GError) error = NULL;
  const MattraParty *kept;
  GPtrArray *parties;

  accept_text (self, HEAD "1\tก\tข\tคณะทำงานพิเศษ\tม.ค. 66\tค\n2\tง\tจ\tกองคลัง\t\t-\n", 2566, FALSE, &first);
  {
    g_autoptr (MattraStore) store = mattra_store_open (self->path, FALSE, &error);
    g_autoptr (MattraPlan) plan = mattra_store_load_plan (store, 0, &error);

    g_assert_true (correct_party (store, plan, &error));
    g_assert_no_error (error);
  }
  before = load (self, "1");
  accept_text (self, HEAD "1\tก\tข\tคณะทำงานพิเศษ, กองช่าง\tม.ค. 66\tค\n2\tง\tจ\tกองคลัง\t\t-\n", 2566, FALSE, &second);
  measure = load (self, "1");
  parties = mattra_measure_get_parties (measure);
  g_assert_cmpuint (parties->len, ==, 2);
  kept = g_ptr_array_index (parties, 0);
  g_assert_cmpstr (kept->text, ==, "คณะทำงานพิเศษ");
  g_assert_true (kept->corrected);
  g_assert_cmpuint (kept->divisions->len, ==, 1);
  g_assert_cmpstr (kept->id, ==, ((MattraParty *) g_ptr_array_index (mattra_measure_get_parties (before), 0))->id);
  g_assert_false (((MattraParty *) g_ptr_array_index (parties, 1))->corrected);
}

#define ADD(name, function) g_test_add (name, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/operations/accept-import/twice", test_twice);
  ADD ("/operations/accept-import/empty-cells", test_empty_cells);
  ADD ("/operations/accept-import/round-named-later", test_round_named_later);
  ADD ("/operations/accept-import/other-year", test_other_year);
  ADD ("/operations/accept-import/doubtful", test_doubtful);
  ADD ("/operations/accept-import/corrected-party", test_corrected_party);
  return g_test_run ();
}
