/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <dlfcn.h>
#include <sqlite3.h>
#include <string.h>

#include "fixture.h"
#include "mattra-error.h"

#define FIRST MATTRA_ROUND_FIRST_HALF

/* Lines */

static const struct
{
  const char *name;
  const char *before;
  const char *now;
  const char *kept; /* for each line now, which line before has its key; - for a new one */
} line_rows[] = {
  { "same", "ก|ข|ค", "ก|ข|ค", "012" },
  { "reworded", "จัดทำแผนการใช้จ่าย|ติดตามผล", "จัดทำแผนการใช้จ่ายประจำปี|ติดตามผล", "01" },
  { "rewritten", "ก|ข|ค", "ก|ฮฮฮ|ค", "012" },
  { "added-first", "ก|ข", "ใหม่|ก|ข", "-01" },
  { "added-middle", "ก|ข", "ก|ใหม่|ข", "0-1" },
  { "added-last", "ก|ข", "ก|ข|ใหม่", "01-" },
  { "removed", "ก|ข|ค", "ก|ค", "02" },
  { "moved-up", "ก|ข|ค", "ค|ก|ข", "201" },
  { "swapped", "ก|ข", "ข|ก", "10" },
  { "twice-the-same", "ก|ก", "ก|ก|ก", "01-" },
  { "all-new", "ก|ข", "เอ|บี|ซี", "01-" },
  { "reworded-and-added", "แจ้งเวียนประกาศให้ทราบ|รายงานผล", "ใหม่เอี่ยม|แจ้งเวียนประกาศให้ทราบทั่วกัน|รายงานผล", "-01" },
};

static GPtrArray *
ids_of (Fixture    *fixture,
        const char *measure)
{
  g_autoptr (MattraMeasure) loaded = mattra_store_load_measure (fixture->store, mattra_plan_get_id (fixture->plan),
                                                                measure, NULL);
  GPtrArray *items = mattra_measure_get_items (loaded, MATTRA_ITEM_STEP);
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < items->len; i++)
    g_ptr_array_add (ids, g_strdup (((MattraItem *) g_ptr_array_index (items, i))->id));
  return ids;
}

static void
test_lines (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (MattraMeasure) measure = NULL;
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) now = NULL;
  g_autoptr (GString) kept = g_string_new (NULL);
  g_autofree char *cell = NULL;
  const char *id;

  fixture_init (&fixture);
  measure = fixture_add (&fixture, 1, "ก");
  id = mattra_measure_get_id (measure);
  fixture_set (&fixture, id, MATTRA_ITEM_STEP, line_rows[row].before);
  before = ids_of (&fixture, id);
  fixture_set (&fixture, id, MATTRA_ITEM_STEP, line_rows[row].now);
  now = ids_of (&fixture, id);
  cell = fixture_cell (fixture.store, fixture.plan, id, MATTRA_ITEM_STEP, FIRST);
  g_assert_cmpstr (cell, ==, line_rows[row].now);
  for (guint i = 0; i < now->len; i++)
    {
      guint position;

      if (g_ptr_array_find_with_equal_func (before, g_ptr_array_index (now, i), g_str_equal, &position))
        g_string_append_printf (kept, "%u", position);
      else
        g_string_append_c (kept, '-');
    }
  g_assert_cmpstr (kept->str, ==, line_rows[row].kept);
  fixture_assert_sound (&fixture);
}

/* What is written is what is read */

static MattraMeasure *
make_full (Fixture *fixture)
{
  MattraDivisionList *divisions = mattra_plan_get_divisions (fixture->plan);
  const char *division = mattra_division_list_get (divisions, 1)->id;
  MattraMeasure *measure = fixture_measure (9, "มาตรการที่เก้า\nสองบรรทัด \\ \"\"\t");
  MattraParty *party = mattra_party_new ("กองช่าง");
  MattraParty *all = mattra_party_new ("ทุกส่วนราชการ");
  MattraAnswer *answer = mattra_measure_ensure_answer (measure, MATTRA_ROUND_FULL_YEAR, division);
  MattraItem *extra = mattra_item_new ("ข้อความ");

  mattra_measure_set_section (measure, "ตัวชี้วัดที่ ๒");
  mattra_measure_set_ita_indicator (measure, 2);
  mattra_measure_set_topic (measure, 5);
  g_ptr_array_add (party->divisions, g_strdup (division));
  party->corrected = TRUE;
  mattra_measure_take_party (measure, party);
  for (guint i = 0; i < mattra_division_list_get_size (divisions); i++)
    g_ptr_array_add (all->divisions, g_strdup (mattra_division_list_get (divisions, i)->id));
  mattra_measure_take_party (measure, all);
  mattra_answer_set_stated (answer, MATTRA_STATUS_DONE);
  mattra_answer_take_item (answer, MATTRA_ITEM_RESULT, mattra_item_new ("ผลของกอง"));
  extra->label = g_strdup ("กลุ่มเป้าหมาย");
  mattra_measure_take_item (measure, MATTRA_ITEM_EXTRA, extra);
  mattra_measure_take_question (measure, mattra_question_new (MATTRA_QUESTION_UNPARSED, 27, "period", "ข้อความ",
                                                              "Which?", "recommendations"));
  return measure;
}

static void
test_round_trip (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (MattraMeasure) written = NULL;
  g_autoptr (MattraMeasure) read = NULL;
  g_autoptr (GError) error = NULL;
  const MattraParty *party;
  const MattraQuestion *question;
  const MattraItem *item;
  MattraAnswer *answer;

  fixture_init (&fixture);
  written = make_full (&fixture);
  mattra_store_insert_measure (fixture.store, mattra_plan_get_id (fixture.plan), written, &error);
  g_assert_no_error (error);
  read = mattra_store_load_measure (fixture.store, mattra_plan_get_id (fixture.plan), "9", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (mattra_measure_get_id (read), ==, mattra_measure_get_id (written));
  g_assert_cmpstr (mattra_measure_get_title (read), ==, mattra_measure_get_title (written));
  g_assert_cmpstr (mattra_measure_get_section (read), ==, "ตัวชี้วัดที่ ๒");
  g_assert_cmpstr (mattra_measure_get_period_text (read), ==, "ต.ค.๖๕ - มี.ค.๖๖");
  g_assert_cmpint (mattra_date_compare (mattra_measure_get_period_end (read), mattra_date_make (2023, 3, 31)), ==, 0);
  g_assert_cmpint (mattra_measure_get_ita_indicator (read), ==, 2);
  g_assert_cmpint (mattra_measure_get_topic (read), ==, 5);
  g_assert_cmpuint (mattra_measure_get_parties (read)->len, ==, 3);
  party = g_ptr_array_index (mattra_measure_get_parties (read), 1);
  g_assert_cmpstr (party->text, ==, "กองช่าง");
  g_assert_true (party->corrected);
  g_assert_cmpuint (party->divisions->len, ==, 1);
  party = g_ptr_array_index (mattra_measure_get_parties (read), 2);
  g_assert_cmpuint (party->divisions->len, ==,
                    mattra_division_list_get_size (mattra_plan_get_divisions (fixture.plan)));
  answer = mattra_measure_find_answer (read, MATTRA_ROUND_FULL_YEAR,
                                       mattra_division_list_get (mattra_plan_get_divisions (fixture.plan), 1)->id);
  g_assert_cmpint (mattra_answer_get_stated (answer), ==, MATTRA_STATUS_DONE);
  item = g_ptr_array_index (mattra_answer_get_items (answer, MATTRA_ITEM_RESULT), 0);
  g_assert_cmpstr (item->text, ==, "ผลของกอง");
  item = g_ptr_array_index (mattra_measure_get_items (read, MATTRA_ITEM_EXTRA), 0);
  g_assert_cmpstr (item->label, ==, "กลุ่มเป้าหมาย");
  question = g_ptr_array_index (mattra_measure_get_questions (read), 0);
  g_assert_cmpint (question->line, ==, 27);
  g_assert_cmpstr (question->suggest, ==, "recommendations");
  answer = mattra_measure_find_answer (read, FIRST, NULL);
  item = g_ptr_array_index (mattra_answer_get_items (answer, MATTRA_ITEM_OBSTACLE), 0);
  g_assert_true (item->none);
  fixture_assert_sound (&fixture);
}

/* More than a page, filtered by division, in order */
static guint
count_source (Fixture    *fixture,
              const char *division)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MattraMeasureSource) source = mattra_store_list_measures (fixture->store,
                                                                       mattra_plan_get_id (fixture->plan), division,
                                                                       &error);
  MattraMeasure *measure;
  guint count = 0;
  int last = 0;

  while ((measure = mattra_measure_source_next (source, &error)) != NULL)
    {
      MattraAnswer *answer = mattra_measure_find_answer (measure, FIRST, NULL);

      g_assert_cmpint (mattra_measure_get_number (measure), >, last);
      g_assert_cmpuint (mattra_measure_get_items (measure, MATTRA_ITEM_STEP)->len, ==, 2);
      g_assert_cmpuint (mattra_answer_get_items (answer, MATTRA_ITEM_RESULT)->len, ==, 1);
      last = mattra_measure_get_number (measure);
      g_object_unref (measure);
      count++;
    }
  g_assert_no_error (error);
  return count;
}

static void
test_pages (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;
  const MattraDivision *division;

  fixture_init (&fixture);
  division = mattra_division_list_get (mattra_plan_get_divisions (fixture.plan), 0);
  mattra_store_begin_act (fixture.store, "import", NULL, MATTRA_ACT_IMPORT, &error);
  for (int i = 1; i <= 600; i++)
    {
      g_autoptr (MattraMeasure) measure = fixture_measure (i, "มาตรการ");
      MattraParty *party = g_ptr_array_index (mattra_measure_get_parties (measure), 0);

      if (i % 2 == 0)
        g_ptr_array_add (party->divisions, g_strdup (division->id));
      mattra_store_insert_measure (fixture.store, mattra_plan_get_id (fixture.plan), measure, &error);
    }
  g_assert_true (mattra_store_commit_act (fixture.store, &error));
  g_assert_cmpuint (count_source (&fixture, NULL), ==, 600);
  g_assert_cmpuint (count_source (&fixture, division->id), ==, 300);
  g_assert_cmpuint (count_source (&fixture, ""), ==, 300);
  g_assert_true (mattra_store_undo (fixture.store, NULL, &error));
  g_assert_cmpuint (count_source (&fixture, NULL), ==, 0);
  g_assert_true (mattra_store_redo (fixture.store, NULL, &error));
  g_assert_cmpuint (count_source (&fixture, NULL), ==, 600);
  fixture_assert_sound (&fixture);
}

static guint
count_measures (Fixture *fixture)
{
  guint count = 0;

  g_assert_true (mattra_store_count_measures (fixture->store, mattra_plan_get_id (fixture->plan), &count, NULL));
  return count;
}

static void
test_take_away (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (MattraMeasure) first = NULL;
  g_autoptr (MattraMeasure) second = NULL;
  g_autoptr (GError) error = NULL;

  fixture_init (&fixture);
  first = fixture_add (&fixture, 1, "ก");
  second = fixture_add (&fixture, 2, "ข");
  g_assert_true (mattra_store_set_measure_deleted (fixture.store, mattra_measure_get_id (first), TRUE, &error));
  g_assert_cmpuint (count_measures (&fixture), ==, 1);
  g_assert_true (mattra_store_undo (fixture.store, NULL, &error));
  g_assert_cmpuint (count_measures (&fixture), ==, 2);
  g_assert_true (mattra_store_set_measure_deleted (fixture.store, mattra_measure_get_id (second), TRUE, &error));
  g_assert_true (mattra_store_set_measure_deleted (fixture.store, mattra_measure_get_id (second), FALSE, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_measures (&fixture), ==, 2);
  fixture_assert_sound (&fixture);
}

/* Stands before the library's: another process takes a measure away just before its row is read. */

static struct
{
  const char *path; /* NULL where nobody is about to */
  const char *measure;
} taker;

static void
take_away (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MattraStore) other = mattra_store_open (g_steal_pointer (&taker.path), FALSE, &error);

  g_assert_no_error (error);
  g_assert_true (mattra_store_set_measure_deleted (other, taker.measure, TRUE, &error));
  g_assert_no_error (error);
}

int
sqlite3_step (sqlite3_stmt *statement)
{
  int (*real) (sqlite3_stmt *statement) = NULL;

  *(void **) &real = dlsym (RTLD_NEXT, "sqlite3_step");
  if (taker.path != NULL && strstr (sqlite3_sql (statement), "m.recurrence") != NULL)
    take_away ();
  return real (statement);
}

/* It is not found then, and the one that follows it is not taken for it. */
static void
test_taken_while_read (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (MattraMeasure) first = NULL;
  g_autoptr (MattraMeasure) second = NULL;
  MattraMeasure *both[2];

  fixture_init (&fixture);
  both[0] = first = fixture_add (&fixture, 1, "ก");
  both[1] = second = fixture_add (&fixture, 2, "ข");
  for (guint i = 0; i < G_N_ELEMENTS (both); i++)
    {
      const char *id = mattra_measure_get_id (both[i]);
      g_autoptr (MattraMeasure) loaded = NULL;
      g_autoptr (GError) error = NULL;

      taker.measure = id;
      taker.path = fixture.path;
      loaded = mattra_store_load_measure (fixture.store, mattra_plan_get_id (fixture.plan), id, &error);
      g_assert_null (taker.path);
      g_assert_null (loaded);
      g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_NOT_FOUND);
    }
}

static void
test_plan (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (MattraPlan) next = mattra_plan_new (2567);
  g_autoptr (MattraPlan) plan = NULL;
  g_autoptr (GPtrArray) years = NULL;
  const char *aliases[] = { "สป.", "สำนักปลัดฯ", NULL };
  const MattraDivision *division;
  const MattraSigner *signer;

  fixture_init (&fixture);
  plan = mattra_store_load_plan (fixture.store, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (mattra_plan_get_organisation (plan)->district, ==, "บ้านไผ่");
  g_assert_cmpstr (mattra_plan_get_setting (plan, MATTRA_SETTING_TITLE), ==, "รายงานผล");
  g_assert_cmpuint (mattra_division_list_get_size (mattra_plan_get_divisions (plan)), >=, 7);
  g_assert_cmpuint (mattra_plan_get_scores (plan)->len, ==, 10);
  signer = g_ptr_array_index (mattra_plan_get_signers (plan), 0);
  g_assert_cmpstr (signer->post, ==, "นักวิเคราะห์นโยบายและแผนชำนาญการ");
  g_assert_true (mattra_store_set_signer_field (fixture.store, signer->id, "post", "ปลัด", &error));
  g_assert_true (mattra_store_set_score (fixture.store, 2565, 3, 84.99, &error));
  division = mattra_division_list_get (mattra_plan_get_divisions (plan), 0);
  g_assert_true (mattra_store_set_aliases (fixture.store, division->id, aliases, &error));
  g_assert_true (mattra_store_insert_plan (fixture.store, next, &error));
  g_assert_false (mattra_store_insert_plan (fixture.store, next, &error));
  g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID);
  g_clear_error (&error);
  years = mattra_store_list_years (fixture.store, &error);
  g_assert_cmpuint (years->len, ==, 2);
  g_clear_object (&plan);
  g_assert_null (mattra_store_load_plan (fixture.store, 0, &error));
  g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID);
  g_clear_error (&error);
  plan = mattra_store_load_plan (fixture.store, 2566, &error);
  g_assert_cmpstr (((MattraSigner *) g_ptr_array_index (mattra_plan_get_signers (plan), 0))->post, ==, "ปลัด");
  g_assert_cmpfloat_with_epsilon (((MattraIndicatorScore *) g_ptr_array_index (mattra_plan_get_scores (plan), 2))->score,
                                  84.99, 0.001);
  division = mattra_division_list_get (mattra_plan_get_divisions (plan), 0);
  g_assert_cmpuint (division->aliases->len, ==, 2);
  fixture_assert_sound (&fixture);
}

static void
test_assign_round (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (MattraMeasure) measure = mattra_measure_new ();
  g_autofree char *cell = NULL;
  MattraAnswer *answer = mattra_measure_ensure_answer (measure, MATTRA_ROUND_NONE, NULL);

  fixture_init (&fixture);
  mattra_measure_set_title (measure, "ก");
  mattra_answer_take_item (answer, MATTRA_ITEM_RESULT, mattra_item_new ("ผล ๑"));
  mattra_answer_take_item (answer, MATTRA_ITEM_RESULT, mattra_item_new ("ผล ๒"));
  g_assert_true (mattra_store_insert_measure (fixture.store, mattra_plan_get_id (fixture.plan), measure, &error));
  g_assert_true (mattra_store_assign_round (fixture.store, mattra_plan_get_id (fixture.plan), FIRST, &error));
  g_assert_no_error (error);
  cell = fixture_cell (fixture.store, fixture.plan, mattra_measure_get_id (measure), MATTRA_ITEM_RESULT, FIRST);
  g_assert_cmpstr (cell, ==, "ผล ๑|ผล ๒");
  fixture_assert_sound (&fixture);
}

static void
test_catalogue (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GPtrArray) topics = NULL;
  g_autoptr (GPtrArray) calendar = NULL;

  fixture_init (&fixture);
  items = mattra_store_load_catalogue (fixture.store, MATTRA_CATALOGUE_OIT_ITEM, 2566, NULL);
  g_assert_cmpuint (items->len, ==, 2);
  g_assert_cmpstr (((MattraCatalogueEntry *) g_ptr_array_index (items, 0))->code, ==, "O42");
  topics = mattra_store_load_catalogue (fixture.store, MATTRA_CATALOGUE_TOPIC, 2566, NULL);
  g_assert_cmpuint (topics->len, ==, 0);
  g_clear_pointer (&topics, g_ptr_array_unref);
  topics = mattra_store_load_catalogue (fixture.store, MATTRA_CATALOGUE_TOPIC, 2570, NULL);
  g_assert_cmpuint (topics->len, ==, 7);
  calendar = mattra_store_load_catalogue (fixture.store, MATTRA_CATALOGUE_CALENDAR, 2566, NULL);
  g_assert_cmpstr (((MattraCatalogueEntry *) g_ptr_array_index (calendar, 0))->detail, ==, "2022-10-01");
}

/* Copies */

static gint64
clock_func (gpointer user_data)
{
  return *(gint64 *) user_data;
}

static void
test_back_up_and_restore (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (MattraMeasure) measure = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *copy = NULL;
  g_autofree char *cell = NULL;
  g_autoptr (GPtrArray) copies = NULL;
  gint64 now = g_get_real_time () + G_GINT64_CONSTANT (2) * 3600 * G_USEC_PER_SEC;
  const char *id;

  fixture_init (&fixture);
  measure = fixture_add (&fixture, 1, "ก");
  id = mattra_measure_get_id (measure);
  copy = mattra_store_back_up (fixture.store, &error);
  g_assert_no_error (error);
  g_assert_true (mattra_store_back_up_if_due (fixture.store, &error));
  copies = mattra_backup_list (fixture.path, &error);
  g_assert_cmpuint (copies->len, ==, 1);
  mattra_store_set_clock (fixture.store, clock_func, &now);
  fixture_set (&fixture, id, MATTRA_ITEM_STEP, "หลังสำเนา");
  g_assert_true (mattra_store_back_up_if_due (fixture.store, &error));
  g_clear_pointer (&copies, g_ptr_array_unref);
  copies = mattra_backup_list (fixture.path, &error);
  g_assert_cmpuint (copies->len, ==, 2);
  fixture_close (&fixture);
  mattra_backup_restore (fixture.path, copy, now + G_USEC_PER_SEC, &error);
  g_assert_no_error (error);
  fixture_reopen (&fixture);
  cell = fixture_cell (fixture.store, fixture.plan, id, MATTRA_ITEM_STEP, FIRST);
  g_assert_cmpstr (cell, ==, "แจ้งเวียน \"ประกาศ\"|ติดตามผล");
  g_clear_pointer (&copies, g_ptr_array_unref);
  copies = mattra_backup_list (fixture.path, &error);
  g_assert_cmpuint (copies->len, ==, 3);
  fixture_assert_sound (&fixture);
}

/* A damaged register is kept byte by byte, a damaged copy is refused. */
static void
test_restore_over_damage (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *copy = NULL;
  gint64 now = g_get_real_time ();

  fixture_init (&fixture);
  copy = mattra_store_back_up (fixture.store, &error);
  fixture_close (&fixture);
  g_assert_true (g_file_set_contents (fixture.path, "not a register any more", -1, NULL));
  g_assert_false (mattra_backup_restore (fixture.path, fixture.path, now, &error));
  g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (mattra_backup_restore (fixture.path, copy, now, &error));
  g_assert_no_error (error);
  fixture_reopen (&fixture);
  fixture_assert_sound (&fixture);
}

static void
test_retention (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (GPtrArray) copies = NULL;
  /* 2026-01-30 06:00 UTC: what is kept depends on where months end. */
  gint64 now = G_GINT64_CONSTANT (1769752800) * G_USEC_PER_SEC;

  fixture_init (&fixture);
  mattra_store_set_clock (fixture.store, clock_func, &now);
  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *copy = mattra_store_back_up (fixture.store, NULL);

      g_assert_nonnull (copy);
      now += G_GINT64_CONSTANT (12) * 3600 * G_USEC_PER_SEC;
    }
  copies = mattra_backup_list (fixture.path, NULL);
  /* The 10 last cover 5 days, 14 days give 9 more, and January one. */
  g_assert_cmpuint (copies->len, ==, 20);
}

/* The office's own columns are those that some measure has, in the order in which they first come. */
static void
test_extras (void)
{
  static const char *const lines[] = { "ก", NULL };
  static const char *const none[] = { NULL };
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (MattraMeasure) first = NULL;
  g_autoptr (MattraMeasure) second = NULL;
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  const char *plan;

  fixture_init (&fixture);
  plan = mattra_plan_get_id (fixture.plan);
  g_assert_true (mattra_store_begin_act (fixture.store, "set", NULL, MATTRA_ACT_EDIT, NULL));
  first = fixture_add (&fixture, 1, "หนึ่ง");
  second = fixture_add (&fixture, 2, "สอง");
  g_assert_true (mattra_store_set_extra (fixture.store, mattra_measure_get_id (second), "ผู้ตรวจ", lines, NULL, NULL));
  g_assert_true (mattra_store_set_extra (fixture.store, mattra_measure_get_id (second), "งบ", lines, NULL, NULL));
  g_assert_true (mattra_store_set_extra (fixture.store, mattra_measure_get_id (first), "งบ", lines, NULL, NULL));
  g_assert_true (mattra_store_commit_act (fixture.store, NULL));
  before = mattra_store_list_extras (fixture.store, plan, NULL);
  g_assert_cmpuint (before->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (before, 0), ==, "งบ");
  g_assert_cmpstr (g_ptr_array_index (before, 1), ==, "ผู้ตรวจ");
  g_assert_true (mattra_store_begin_act (fixture.store, "set", NULL, MATTRA_ACT_EDIT, NULL));
  g_assert_true (mattra_store_set_extra (fixture.store, mattra_measure_get_id (second), "ผู้ตรวจ", none, NULL, NULL));
  g_assert_true (mattra_store_commit_act (fixture.store, NULL));
  after = mattra_store_list_extras (fixture.store, plan, NULL);
  g_assert_cmpuint (after->len, ==, 1);
}

/* Some measures are given in the order in which they are asked for, however many, each with what hangs on it. */
static void
test_keyed (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (GPtrArray) made = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) loaded = NULL;
  g_autoptr (GError) error = NULL;
  MattraMeasureKey keys[150] = { 0 };
  guint next = 0;

  fixture_init (&fixture);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      MattraMeasure *measure = fixture_add (&fixture, (int) i + 1, "ก");

      g_ptr_array_add (made, measure);
      fixture_set (&fixture, mattra_measure_get_id (measure), MATTRA_ITEM_STEP, i % 2 == 0 ? "หนึ่ง|สอง" : "สาม");
      g_strlcpy (keys[G_N_ELEMENTS (keys) - 1 - i].id, mattra_measure_get_id (measure), sizeof keys[0].id);
    }
  g_strlcpy (keys[70].id, "01ARZ3NDEKTSV4RRFFQ69G5FAV", sizeof keys[70].id);
  loaded = mattra_store_load_measures (fixture.store, mattra_plan_get_id (fixture.plan), keys, G_N_ELEMENTS (keys),
                                       &error);
  g_assert_no_error (error);
  g_assert_cmpuint (loaded->len, ==, G_N_ELEMENTS (keys) - 1);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      MattraMeasure *measure = NULL;

      if (i == 70)
        continue;
      measure = g_ptr_array_index (loaded, next++);
      g_assert_cmpstr (mattra_measure_get_id (measure), ==, keys[i].id);
      g_assert_cmpuint (mattra_measure_get_items (measure, MATTRA_ITEM_STEP)->len, ==,
                        mattra_measure_get_number (measure) % 2 == 1 ? 2 : 1);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (line_rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/store/lines/%s", line_rows[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_lines);
    }
  g_test_add_func ("/store/measure/round-trip", test_round_trip);
  g_test_add_func ("/store/measure/pages", test_pages);
  g_test_add_func ("/store/measure/keyed", test_keyed);
  g_test_add_func ("/store/measure/assign-round", test_assign_round);
  g_test_add_func ("/store/measure/take-away", test_take_away);
  g_test_add_func ("/store/measure/taken-while-read", test_taken_while_read);
  g_test_add_func ("/store/measure/extras", test_extras);
  g_test_add_func ("/store/plan", test_plan);
  g_test_add_func ("/store/catalogue", test_catalogue);
  g_test_add_func ("/store/backup/restore", test_back_up_and_restore);
  g_test_add_func ("/store/backup/over-damage", test_restore_over_damage);
  g_test_add_func ("/store/backup/retention", test_retention);
  return fixture_run_tests ();
}
