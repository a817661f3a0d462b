/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-roll-over.h"

#include <string.h>

#include "mattra-cell.h"
#include "mattra-compare-years.h"
#include "mattra-earlier-measure.h"
#include "mattra-edit.h"
#include "mattra-find.h"
#include "mattra-rematch.h"
#include "two-measures.h"

#define YEAR TWO_MEASURES_YEAR
#define NEXT (YEAR + 1)
#define HALF MATTRA_ROUND_FIRST_HALF
#define FULL MATTRA_ROUND_FULL_YEAR

static MattraPlan *
load_plan (TwoMeasures *self,
           int          year)
{
  g_autoptr (GError) error = NULL;
  MattraPlan *plan = mattra_store_load_plan (self->store, year, &error);

  g_assert_no_error (error);
  return plan;
}

static void
set (TwoMeasures *self,
     int          year,
     const char  *target,
     const char  *field,
     MattraRound  round,
     const char  *division,
     const char  *value)
{
  g_autoptr (MattraPlan) plan = load_plan (self, year);
  const MattraEdit edit = { target, field, value, round, division };
  g_autoptr (GError) error = NULL;

  mattra_edit_apply (self->store, plan, &edit, NULL, &error);
  g_assert_no_error (error);
}

static MattraMeasure *
find (TwoMeasures *self,
      int          year,
      const char  *name)
{
  g_autoptr (MattraPlan) plan = load_plan (self, year);
  g_autoptr (GError) error = NULL;
  MattraMeasure *measure = mattra_find_measure (self->store, plan, name, &error);

  g_assert_no_error (error);
  return measure;
}

static void
set_up (TwoMeasures   *self,
        gconstpointer  data)
{
  static const char *const names[] = { "สำนักปลัด", "กองคลัง", "กองช่าง" };
  g_autoptr (MattraPlan) plan = NULL;
  g_autoptr (GError) error = NULL;

  two_measures_set_up (self, data);
  plan = load_plan (self, YEAR);
  g_assert_true (mattra_store_begin_act (self->store, "test", NULL, MATTRA_ACT_EDIT, &error));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (MattraDivision) division = mattra_division_new (names[i]);
      g_autofree char *id = mattra_store_insert_division (self->store, mattra_plan_get_id (plan), division, &error);

      g_assert_no_error (error);
    }
  g_assert_true (mattra_rematch_parties (self->store, YEAR, &error));
  g_assert_true (mattra_store_commit_act (self->store, &error));
}

static char *
division_id (MattraPlan *plan,
             guint       position)
{
  return mattra_division_list_get (mattra_plan_get_divisions (plan), position)->id;
}

static void
roll (TwoMeasures    *self,
      MattraRollOver *done)
{
  g_autoptr (MattraPlan) plan = load_plan (self, YEAR);
  g_autoptr (GError) error = NULL;

  mattra_roll_over (self->store, plan, NEXT, FALSE, NULL, done, &error);
  g_assert_no_error (error);
}

static char *
dup_head (TwoMeasures *self)
{
  return mattra_store_get_head (self->store, NULL);
}

/* All that hangs on a plan and its measures, so that something is there to be kept or left. */
static void
fill (TwoMeasures *self)
{
  g_autoptr (MattraPlan) plan = load_plan (self, YEAR);
  g_autoptr (MattraMeasure) measure = find (self, YEAR, "1");
  const MattraItem *step = g_ptr_array_index (mattra_measure_get_items (measure, MATTRA_ITEM_STEP), 0);
  g_autoptr (GPtrArray) parties = g_ptr_array_new_with_free_func ((GDestroyNotify) mattra_party_free);
  MattraParty *party = mattra_party_new ("หน่วยพิเศษ");
  g_autoptr (MattraMember) member = mattra_member_new ("คณะทำงานและเลขานุการ");
  g_autoptr (MattraSigner) signer = mattra_signer_new ("นางสาวสมใจ ใจดี");
  g_autoptr (GError) error = NULL;
  g_autofree char *member_id = NULL;
  g_autofree char *signer_id = NULL;
  static const char *const aliases[] = { "กองของเรา", NULL };

  party->corrected = TRUE;
  g_ptr_array_add (party->divisions, g_strdup (division_id (plan, 1)));
  g_ptr_array_add (parties, party);
  member->name = g_strdup ("นางสาวสมใจ ใจดี");
  signer->division = g_strdup (division_id (plan, 2));
  g_assert_true (mattra_store_set_parties (self->store, mattra_measure_get_id (measure), parties, &error));
  member_id = mattra_store_insert_member (self->store, mattra_plan_get_id (plan), member, &error);
  signer_id = mattra_store_insert_signer (self->store, signer, &error);
  g_assert_true (mattra_store_set_aliases (self->store, division_id (plan, 0), aliases, &error));
  g_assert_true (mattra_store_set_step_done (self->store, step->id, HALF, NULL, 1, TRUE, &error));
  g_assert_true (mattra_store_set_round_field (self->store, mattra_plan_get_id (plan), HALF, "answers_due",
                                               "2023-04-20", &error));
  g_assert_true (mattra_store_set_round_field (self->store, mattra_plan_get_id (plan), FULL, "answers_due",
                                               "2023-10-31", &error));
  g_assert_no_error (error);
  set (self, YEAR, "1", "indicators", 0, NULL, "ร้อยละ ๘๐");
  set (self, YEAR, "1", "follow_up", 0, NULL, "รายงานทุกเดือน");
  set (self, YEAR, "1", "extra:งบ", 0, NULL, "ไม่ใช้");
  set (self, YEAR, "1", "ita_indicator", 0, NULL, "9");
  set (self, YEAR, "1", "topic", 0, NULL, "3");
  set (self, YEAR, "1", "recurrence", 0, NULL, "6");
  set (self, YEAR, "1", "results", HALF, NULL, "ทำแล้ว");
  set (self, YEAR, "1", "obstacles", HALF, NULL, "ฝนตก");
  set (self, YEAR, "1", "evidence", HALF, NULL, "ภาพถ่าย");
  set (self, YEAR, "1", "status", HALF, NULL, "done");
  set (self, YEAR, "1", "recommendations", HALF, NULL, "ควรทำเร็วขึ้น\nควรแจ้งล่วงหน้า");
  set (self, YEAR, "plan", "title", 0, NULL, "ชื่อรายงาน");
  set (self, YEAR, "plan", "preface", 0, NULL, "ในปีงบประมาณ พ.ศ. ๒๕๖๖ ได้ทำ");
}

static void
assert_days (const MattraPlanRound *round,
             const char            *start,
             const char            *end,
             const char            *due)
{
  g_autofree char *got_start = mattra_date_to_iso (round->start);
  g_autofree char *got_end = mattra_date_to_iso (round->end);
  g_autofree char *got_due = mattra_date_to_iso (round->answers_due);

  g_assert_cmpstr (got_start, ==, start);
  g_assert_cmpstr (got_end, ==, end);
  g_assert_cmpstr (got_due, ==, due);
  g_assert_true (round->open);
}

static void
assert_plan (MattraPlan *plan)
{
  const MattraDivision *first = mattra_division_list_get (mattra_plan_get_divisions (plan), 0);
  const MattraMember *member = g_ptr_array_index (mattra_plan_get_members (plan), 0);
  const MattraSigner *signer = g_ptr_array_index (mattra_plan_get_signers (plan), 0);

  assert_days (mattra_plan_get_round (plan, HALF), "2023-10-01", "2024-03-31", "2024-04-20");
  assert_days (mattra_plan_get_round (plan, FULL), "2023-10-01", "2024-09-30", "2024-10-31");
  g_assert_cmpint (mattra_plan_get_analysed_year (plan), ==, NEXT - 1);
  g_assert_cmpuint (first->aliases->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (first->aliases, 0), ==, "กองของเรา");
  g_assert_cmpstr (member->name, ==, "นางสาวสมใจ ใจดี");
  g_assert_cmpstr (member->role, ==, "คณะทำงานและเลขานุการ");
  g_assert_cmpuint (mattra_plan_get_signers (plan)->len, ==, 1);
  g_assert_cmpstr (signer->division, ==, division_id (plan, 2));
  g_assert_cmpstr (mattra_plan_get_setting (plan, "title"), ==, "ชื่อรายงาน");
  g_assert_null (mattra_plan_get_setting (plan, "preface"));
  g_assert_null (mattra_plan_get_setting (plan, "round"));
  g_assert_cmpuint (mattra_plan_get_papers (plan)->len, ==, 0);
}

static void
assert_measure (MattraPlan    *plan,
                MattraMeasure *measure)
{
  static const guint n_items[MATTRA_N_MEASURE_ITEM_KINDS] = {
    [MATTRA_ITEM_STEP] = 1, [MATTRA_ITEM_KPI] = 1, [MATTRA_ITEM_FOLLOW_UP] = 1, [MATTRA_ITEM_EXTRA] = 1,
  };
  const MattraParty *party = g_ptr_array_index (mattra_measure_get_parties (measure), 0);
  GPtrArray *carried = mattra_measure_get_carried (measure);
  g_autofree char *start = mattra_date_to_iso (mattra_measure_get_period_start (measure));
  g_autofree char *end = mattra_date_to_iso (mattra_measure_get_period_end (measure));

  g_assert_cmpint (mattra_measure_get_number (measure), ==, 1);
  g_assert_cmpstr (mattra_measure_get_title (measure), ==, "เปิดเผยข้อมูล");
  g_assert_cmpstr (mattra_measure_get_period_text (measure), ==, "ม.ค. 67");
  g_assert_cmpstr (start, ==, "2024-01-01");
  g_assert_cmpstr (end, ==, "2024-01-31");
  g_assert_cmpint (mattra_measure_get_ita_indicator (measure), ==, 9);
  g_assert_cmpint (mattra_measure_get_topic (measure), ==, 3);
  g_assert_cmpint (mattra_measure_get_recurrence (measure), ==, 6);
  for (guint kind = 0; kind < MATTRA_N_MEASURE_ITEM_KINDS; kind++)
    g_assert_cmpuint (mattra_measure_get_items (measure, kind)->len, ==, n_items[kind]);
  g_assert_cmpstr (party->text, ==, "หน่วยพิเศษ");
  g_assert_true (party->corrected);
  g_assert_cmpuint (party->divisions->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (party->divisions, 0), ==, division_id (plan, 1));
  g_assert_cmpuint (mattra_measure_get_answers (measure)->len, ==, 0);
  g_assert_cmpuint (mattra_measure_get_ticks (measure)->len, ==, 0);
  g_assert_cmpuint (carried->len, ==, 2);
  g_assert_cmpstr (((MattraCarried *) g_ptr_array_index (carried, 0))->text, ==, "ควรทำเร็วขึ้น");
  g_assert_cmpint (((MattraCarried *) g_ptr_array_index (carried, 0))->fiscal_year, ==, YEAR);
  g_assert_cmpint (((MattraCarried *) g_ptr_array_index (carried, 0))->round, ==, HALF);
  g_assert_true (mattra_carried_waits (g_ptr_array_index (carried, 1)));
}

/* The year that is started has what was planned and nothing of what was done; one undo takes it back. */
static void
test_next_year (TwoMeasures   *self,
                gconstpointer  data)
{
  g_auto (MattraRollOver) done = { 0 };
  g_autoptr (MattraPlan) plan = NULL;
  g_autoptr (MattraMeasure) first = NULL;
  g_autoptr (MattraMeasure) second = NULL;
  g_autoptr (MattraMeasure) old = NULL;
  g_autoptr (GPtrArray) differences = NULL;
  g_autoptr (GPtrArray) years = NULL;
  g_autoptr (GError) error = NULL;

  fill (self);
  roll (self, &done);
  g_assert_cmpuint (done.n_measures, ==, 2);
  g_assert_cmpuint (done.n_moved, ==, 2);
  g_assert_cmpuint (done.n_carried, ==, 2);
  g_assert_cmpuint (done.left_out->len, ==, 1);
  plan = load_plan (self, NEXT);
  assert_plan (plan);
  first = find (self, NEXT, "1");
  second = find (self, NEXT, "2");
  assert_measure (plan, first);
  /* Everybody stays everybody. */
  g_assert_cmpuint (((MattraParty *) g_ptr_array_index (mattra_measure_get_parties (second), 0))->divisions->len, ==,
                    mattra_division_list_get_size (mattra_plan_get_divisions (plan)));
  old = find (self, YEAR, "1");
  g_assert_cmpuint (mattra_measure_get_answers (old)->len, ==, 1);
  g_assert_cmpstr (mattra_measure_get_period_text (old), ==, "ม.ค. 66");
  differences = mattra_compare_years (self->store, YEAR, NEXT, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (differences->len, ==, 0);
  g_assert_true (mattra_store_undo (self->store, NULL, &error));
  years = mattra_store_list_years (self->store, NULL);
  g_assert_cmpuint (years->len, ==, 1);
  g_assert_true (mattra_store_redo (self->store, NULL, &error));
  g_clear_object (&first);
  g_clear_object (&plan);
  plan = load_plan (self, NEXT);
  first = find (self, NEXT, "1");
  assert_measure (plan, first);
}

typedef struct
{
  int year;
  MattraRole role;
  int code;
} Refusal;

static void
test_refusals (TwoMeasures   *self,
               gconstpointer  data)
{
  static const Refusal rows[] = {
    { YEAR, MATTRA_ROLE_SECRETARY, MATTRA_ERROR_INVALID },          { YEAR - 1, MATTRA_ROLE_SECRETARY, MATTRA_ERROR_INVALID },
    { NEXT, MATTRA_ROLE_SECRETARY, MATTRA_ERROR_INVALID },          { 9999, MATTRA_ROLE_SECRETARY, MATTRA_ERROR_INVALID },
    { NEXT + 1, MATTRA_ROLE_DIVISION_HEAD, MATTRA_ERROR_DENIED },   { NEXT + 1, MATTRA_ROLE_VIEWER, MATTRA_ERROR_DENIED },
  };
  g_auto (MattraRollOver) first = { 0 };
  g_autofree char *head = NULL;

  roll (self, &first);
  head = dup_head (self);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MattraPlan) plan = load_plan (self, YEAR);
      const MattraActor actor = { "นาย ก", NULL, rows[i].role, NULL };
      g_auto (MattraRollOver) done = { 0 };
      g_autoptr (GError) error = NULL;
      g_autofree char *after = NULL;

      g_test_message ("%d", rows[i].year);
      g_assert_false (mattra_roll_over (self->store, plan, rows[i].year, FALSE, &actor, &done, &error));
      g_assert_error (error, MATTRA_ERROR, rows[i].code);
      after = dup_head (self);
      g_assert_cmpstr (after, ==, head);
    }
}

/* What the office has called things, and what came back for its answers. */
static void
write_assessment (TwoMeasures *self)
{
  static const struct
  {
    MattraCatalogue catalogue;
    int year;
    const char *about;
    const char *field;
    const char *value;
  } names[] = {
    { MATTRA_CATALOGUE_OIT_ITEM, YEAR, "measures", "number", "O99" },
    { MATTRA_CATALOGUE_TOPIC, NEXT, "3", "name", "หัวข้อของเรา" },
    { MATTRA_CATALOGUE_INDICATOR, YEAR, "2", "instrument", "EIT" },
    { MATTRA_CATALOGUE_INDICATOR, YEAR, "2", "name", "ตัวชี้วัดของเรา" },
  };
  static const struct
  {
    const char *field;
    const char *value;
  } cells[] = {
    { "url", "https://example.go.th/o.pdf" }, { "posted_on", "2023-04-01" }, { "hundredths", "8755" },
    { "comment", "ขาดผู้รับผิดชอบ" },
  };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_true (mattra_store_set_catalogue (self->store, names[i].catalogue, names[i].year, names[i].about,
                                               names[i].field, names[i].value, &error));
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    g_assert_true (mattra_store_set_publication (self->store, YEAR, MATTRA_PUBLICATION_MEASURES, cells[i].field,
                                                 cells[i].value, &error));
}

static void
assert_assessment (MattraPlan *plan)
{
  GPtrArray *publications = mattra_plan_get_publications (plan);
  const MattraAnalysis *indicator = mattra_plan_find_analysis (plan, FALSE, 2);
  const MattraAnalysis *topic = mattra_plan_find_analysis (plan, TRUE, 3);
  guint n_found = 0;

  g_assert_cmpstr (indicator->name, ==, "ตัวชี้วัดของเรา");
  g_assert_cmpstr (indicator->instrument, ==, "EIT");
  g_assert_cmpstr (topic->name, ==, "หัวข้อของเรา");
  for (guint i = 0; i < publications->len; i++)
    {
      const MattraPublication *one = g_ptr_array_index (publications, i);
      g_autofree char *posted = NULL;

      if (!g_str_equal (one->report, MATTRA_PUBLICATION_MEASURES))
        continue;
      n_found++;
      if (one->fiscal_year != YEAR)
        {
          g_assert_null (one->url);
          g_assert_cmpfloat (one->score, <, 0);
          continue;
        }
      posted = mattra_date_to_iso (one->posted_on);
      g_assert_cmpstr (one->number, ==, "O99");
      g_assert_true (one->sure);
      g_assert_cmpstr (posted, ==, "2023-04-01");
      g_assert_cmpstr (one->url, ==, "https://example.go.th/o.pdf");
      g_assert_cmpfloat (one->score, ==, 87.55);
      g_assert_cmpstr (one->comment, ==, "ขาดผู้รับผิดชอบ");
    }
  g_assert_cmpuint (n_found, ==, 2);
}

static void
test_into (TwoMeasures   *self,
           gconstpointer  data)
{
  g_autofree char *path = g_build_filename (self->folder, "new.mattra", NULL);
  g_auto (MattraRollOver) done = { 0 };
  g_auto (MattraRollOver) again = { 0 };
  g_autoptr (MattraPlan) from = NULL;
  g_autoptr (MattraPlan) plan = NULL;
  g_autoptr (MattraMeasure) measure = NULL;
  g_autoptr (GPtrArray) scores = NULL;
  g_autoptr (GPtrArray) differences = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *head = NULL;
  g_autofree char *after = NULL;

  fill (self);
  g_assert_true (mattra_store_set_score (self->store, YEAR - 1, 9, 77.5, &error));
  write_assessment (self);
  from = load_plan (self, YEAR);
  head = dup_head (self);
  g_assert_true (mattra_roll_over_into (self->store, from, NEXT, path, FALSE, NULL, &done, &error));
  after = dup_head (self);
  g_assert_cmpstr (after, ==, head);
  g_clear_object (&self->store);
  self->store = mattra_store_open (path, FALSE, &error);
  g_assert_no_error (error);
  plan = load_plan (self, NEXT);
  measure = find (self, NEXT, "1");
  assert_plan (plan);
  assert_measure (plan, measure);
  assert_assessment (plan);
  scores = mattra_store_list_scores (self->store, YEAR - 1, &error);
  for (guint i = 0; i < scores->len; i++)
    {
      const MattraIndicatorScore *score = g_ptr_array_index (scores, i);

      g_assert_cmpfloat (score->score, ==, score->indicator == 9 ? 77.5 : -1.0);
    }
  /* What came from the other register is known without it. */
  set (self, NEXT, "1", "title", 0, NULL, "เปิดเผยข้อมูลสาธารณะ");
  differences = mattra_compare_years (self->store, YEAR, NEXT, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (differences->len, ==, 1);
  g_assert_false (mattra_roll_over_into (self->store, plan, NEXT + 1, path, FALSE, NULL, &again, &error));
  g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID);
}

static void
test_compare (TwoMeasures   *self,
              gconstpointer  data)
{
  static const struct
  {
    MattraDifferenceKind kind;
    const char *field;
    const char *before;
    const char *after;
  } wanted[] = {
    { MATTRA_DIFFERENCE_CHANGED, "steps", "ก", "ก\nค" },
    { MATTRA_DIFFERENCE_GONE, NULL, "รณรงค์", "" },
    { MATTRA_DIFFERENCE_NEW, NULL, "", "มาตรการใหม่" },
  };
  g_auto (MattraRollOver) done = { 0 };
  g_autoptr (MattraPlan) plan = NULL;
  g_autoptr (MattraMeasure) second = NULL;
  g_autoptr (MattraMeasure) added = mattra_measure_new ();
  g_autoptr (GPtrArray) differences = NULL;
  g_autoptr (GError) error = NULL;
  int from = 0;
  int to = 0;

  roll (self, &done);
  plan = load_plan (self, NEXT);
  second = find (self, NEXT, "2");
  mattra_measure_set_title (added, "มาตรการใหม่");
  /* Numbers alone make no difference. */
  set (self, NEXT, "1", "number", 0, NULL, "7");
  set (self, NEXT, "7", "steps", 0, NULL, "ก\nค");
  g_assert_true (mattra_store_set_measure_deleted (self->store, mattra_measure_get_id (second), TRUE, &error));
  g_assert_true (mattra_store_insert_measure (self->store, mattra_plan_get_id (plan), added, &error));
  /* What the old year says by now is not what was carried. */
  set (self, YEAR, "1", "follow_up", 0, NULL, "ใหม่");
  g_assert_true (mattra_compare_years_choose (self->store, &from, &to, &error));
  g_assert_cmpint (from, ==, YEAR);
  g_assert_cmpint (to, ==, NEXT);
  differences = mattra_compare_years (self->store, from, to, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (differences->len, ==, G_N_ELEMENTS (wanted));
  for (guint i = 0; i < differences->len; i++)
    {
      const MattraDifference *one = g_ptr_array_index (differences, i);

      g_assert_cmpint (one->kind, ==, wanted[i].kind);
      if (wanted[i].field != NULL)
        g_assert_cmpstr (one->field, ==, wanted[i].field);
      g_assert_cmpstr (one->before, ==, wanted[i].before);
      g_assert_cmpstr (one->after, ==, wanted[i].after);
    }
}

/* Over two years, and where the later year was typed in: by what hangs together, or else by the title. */
static void
test_compare_far (TwoMeasures   *self,
                  gconstpointer  data)
{
  g_auto (MattraRollOver) done = { 0 };
  g_auto (MattraRollOver) again = { 0 };
  g_autoptr (MattraPlan) next = NULL;
  g_autoptr (GPtrArray) differences = NULL;
  g_autoptr (GPtrArray) nothing = NULL;
  g_autoptr (GError) error = NULL;

  roll (self, &done);
  next = load_plan (self, NEXT);
  g_assert_true (mattra_roll_over (self->store, next, NEXT + 1, FALSE, NULL, &again, &error));
  set (self, NEXT + 1, "1", "title", 0, NULL, "ชื่ออื่นโดยสิ้นเชิง");
  differences = mattra_compare_years (self->store, YEAR, NEXT + 1, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (differences->len, ==, 1);
  g_assert_cmpint (((MattraDifference *) g_ptr_array_index (differences, 0))->kind, ==, MATTRA_DIFFERENCE_CHANGED);
  nothing = mattra_compare_years (self->store, YEAR - 5, NEXT, &error);
  g_assert_null (nothing);
  g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_NOT_FOUND);
}

typedef struct
{
  const char *half;       /* joint recommendations of the first half */
  const char *full;       /* and of the full year */
  const char *half_first; /* those of the first division */
  const char *carried;    /* by "/" */
} Carry;

static void
test_carry (TwoMeasures   *self,
            gconstpointer  data)
{
  const Carry *row = data;
  g_auto (MattraRollOver) done = { 0 };
  g_autoptr (MattraPlan) plan = load_plan (self, YEAR);
  g_autoptr (MattraMeasure) measure = NULL;
  g_autoptr (GString) got = g_string_new (NULL);
  GPtrArray *carried;

  set (self, YEAR, "2", "recommendations", HALF, NULL, row->half);
  set (self, YEAR, "2", "recommendations", FULL, NULL, row->full);
  set (self, YEAR, "2", "recommendations", HALF, division_id (plan, 0), row->half_first);
  roll (self, &done);
  measure = find (self, NEXT, "2");
  carried = mattra_measure_get_carried (measure);
  for (guint i = 0; i < carried->len; i++)
    {
      const MattraCarried *one = g_ptr_array_index (carried, i);

      g_string_append_printf (got, "%s%s%s%s", i > 0 ? "/" : "", one->division != NULL ? "+" : "",
                              one->round == FULL ? "=" : "", one->text);
    }
  g_assert_cmpstr (got->str, ==, row->carried);
}

/* What waits goes on from year to year, what was answered does not. */
static void
test_carry_on (TwoMeasures   *self,
               gconstpointer  data)
{
  g_auto (MattraRollOver) done = { 0 };
  g_auto (MattraRollOver) again = { 0 };
  g_autoptr (MattraPlan) next = NULL;
  g_autoptr (MattraMeasure) measure = NULL;
  const MattraCarried *one;
  g_autoptr (GError) error = NULL;

  set (self, YEAR, "1", "recommendations", FULL, NULL, "ก\nข");
  roll (self, &done);
  set (self, NEXT, "1", "carried:1", 0, NULL, "ทำแล้ว");
  next = load_plan (self, NEXT);
  g_assert_true (mattra_roll_over (self->store, next, NEXT + 1, FALSE, NULL, &again, &error));
  measure = find (self, NEXT + 1, "1");
  g_assert_cmpuint (mattra_measure_get_carried (measure)->len, ==, 1);
  one = g_ptr_array_index (mattra_measure_get_carried (measure), 0);
  g_assert_cmpstr (one->text, ==, "ข");
  g_assert_cmpint (one->fiscal_year, ==, YEAR);
}

static void
test_next_round (TwoMeasures   *self,
                 gconstpointer  data)
{
  for (guint turn = 0; turn < 2; turn++)
    {
      g_autoptr (MattraPlan) plan = NULL;
      g_autoptr (MattraPlan) now = NULL;
      g_autoptr (MattraMeasure) measure = NULL;
      g_auto (MattraRollOver) done = { 0 };
      g_autoptr (GError) error = NULL;

      set (self, YEAR, "1", "recommendations", HALF, NULL, "ควรเร็วขึ้น");
      set (self, YEAR, "1", "results", HALF, NULL, "ทำแล้ว");
      plan = load_plan (self, YEAR);
      g_assert_true (mattra_roll_over_round (self->store, plan, turn > 0, NULL, &done, &error));
      now = load_plan (self, YEAR);
      measure = find (self, YEAR, "1");
      g_assert_cmpuint (done.n_carried, ==, turn == 0 ? 1 : 0);
      g_assert_cmpuint (mattra_measure_get_carried (measure)->len, ==, 1);
      g_assert_cmpstr (mattra_plan_get_setting (now, MATTRA_SETTING_ROUND), ==, "full_year");
      g_assert_cmpint (mattra_measure_find_answer (measure, FULL, NULL) != NULL, ==, turn > 0);
    }
}

static const Carry carries[] = {
  { "", "", "", "" },
  { "ก", "", "", "ก" },
  { "ก\nข", "", "", "ก/ข" },
  { "ก", "ข", "", "=ข" },
  { "ก", "ไม่มี", "", "" },
  { "ไม่มี", "", "", "" },
  { "ก", "ก", "", "=ก" },
  { "ก\nก ", "", "", "ก" },
  { "ก", "ข", "ค", "+ค/=ข" },
};

/* Which rounds say that measure 1 is cancelled, and whether it goes on. */
static void
test_cancelled (TwoMeasures   *self,
                gconstpointer  data)
{
  static const struct
  {
    const char *first_half;
    const char *full_year;
    gboolean with_cancelled;
    guint n_measures;
    guint n_cancelled;
  } rows[] = {
    { "", "", FALSE, 2, 0 },
    { "cancelled", "", FALSE, 1, 1 },
    { "", "cancelled", FALSE, 1, 1 },
    { "cancelled", "done", FALSE, 2, 0 },
    { "done", "cancelled", FALSE, 1, 1 },
    { "done", "cancelled", TRUE, 2, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MattraPlan) plan = load_plan (self, YEAR);
      g_autoptr (GError) error = NULL;
      g_auto (MattraRollOver) done = { 0 };

      set (self, YEAR, "1", "status", HALF, NULL, rows[i].first_half);
      set (self, YEAR, "1", "status", FULL, NULL, rows[i].full_year);
      g_assert_true (mattra_roll_over (self->store, plan, NEXT, rows[i].with_cancelled, NULL, &done, &error));
      g_test_message ("%u: %u, %u", i, done.n_measures, done.n_cancelled);
      g_assert_cmpuint (done.n_measures, ==, rows[i].n_measures);
      g_assert_cmpuint (done.n_cancelled, ==, rows[i].n_cancelled);
      g_assert_true (mattra_store_undo (self->store, NULL, &error));
    }
}

static void
remove_measure (TwoMeasures *self,
                int          year,
                const char  *name)
{
  g_autoptr (MattraMeasure) measure = find (self, year, name);
  g_autoptr (GError) error = NULL;

  g_assert_true (mattra_store_begin_act (self->store, "test", NULL, MATTRA_ACT_EDIT, &error));
  mattra_store_set_measure_deleted (self->store, mattra_measure_get_id (measure), TRUE, &error);
  g_assert_no_error (error);
  g_assert_true (mattra_store_commit_act (self->store, &error));
}

/* What was answered in the year before stands where it was given, by the division that goes by another key now. */
static void
test_earlier (TwoMeasures   *self,
              gconstpointer  data)
{
  static const struct
  {
    int year;
    const char *measure;
    int division;        /* its place; -1 for all jointly */
    const char *results; /* NULL: there is no earlier measure */
  } rows[] = {
    { YEAR, "1", -1, NULL },        { NEXT, "1", -1, "ทำแล้ว" }, { NEXT, "1", 1, "" },
    { NEXT, "2", -1, "ร่วมกันทำ" },   { NEXT, "2", 1, "คลังทำ" },  { NEXT, "2", 2, "" },
  };
  g_auto (MattraRollOver) done = { 0 };
  g_autoptr (MattraPlan) plan = load_plan (self, YEAR);

  set (self, YEAR, "1", "results", HALF, NULL, "ทำแล้ว");
  set (self, YEAR, "2", "results", HALF, NULL, "ร่วมกันทำ");
  set (self, YEAR, "2", "results", HALF, division_id (plan, 1), "คลังทำ");
  roll (self, &done);
  for (guint i = 0; i <= G_N_ELEMENTS (rows); i++)
    {
      gboolean removed = i == G_N_ELEMENTS (rows);
      guint row = removed ? i - 1 : i;
      g_autoptr (MattraPlan) now = load_plan (self, rows[row].year);
      g_autoptr (MattraMeasure) measure = find (self, rows[row].year, rows[row].measure);
      const char *division = rows[row].division >= 0 ? division_id (now, (guint) rows[row].division) : NULL;
      g_autoptr (MattraEarlierMeasure) earlier = NULL;
      g_autofree char *results = NULL;
      g_autoptr (GError) error = NULL;

      if (removed)
        remove_measure (self, YEAR, rows[row].measure);
      mattra_load_earlier_measure (self->store, now, mattra_measure_get_id (measure), division, &earlier, &error);
      g_assert_no_error (error);
      g_assert_true ((earlier == NULL) == (removed || rows[row].results == NULL));
      if (earlier == NULL)
        continue;
      g_assert_cmpint (mattra_plan_get_fiscal_year (earlier->plan), ==, YEAR);
      g_assert_true ((earlier->division == NULL) == (division == NULL));
      results = mattra_cell_dup_exactly (earlier->plan, earlier->measure, "results", HALF, earlier->division);
      g_assert_cmpstr (results, ==, rows[row].results);
    }
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *name;
    void (*func) (TwoMeasures *self, gconstpointer data);
  } tests[] = {
    { "next-year", test_next_year },     { "refusals", test_refusals }, { "into", test_into },
    { "compare", test_compare },         { "compare-far", test_compare_far }, { "carry-on", test_carry_on },
    { "next-round", test_next_round },   { "cancelled", test_cancelled },
    { "earlier", test_earlier },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strconcat ("/operations/roll-over/", tests[i].name, NULL);

      g_test_add (path, TwoMeasures, NULL, set_up, tests[i].func, two_measures_tear_down);
    }
  for (guint i = 0; i < G_N_ELEMENTS (carries); i++)
    {
      g_autofree char *path = g_strdup_printf ("/operations/roll-over/carry/%u", i);

      g_test_add (path, TwoMeasures, &carries[i], set_up, test_carry, two_measures_tear_down);
    }
  return g_test_run ();
}
