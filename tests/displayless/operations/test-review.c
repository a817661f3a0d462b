/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-review.h"

#include "mattra-cell.h"
#include "mattra-edit.h"
#include "mattra-find.h"
#include "mattra-open-answers.h"
#include "mattra-review-state.h"
#include "two-measures.h"

#define ROUND MATTRA_ROUND_FULL_YEAR
#define DIVISION "01ARZ3NDEKTSV4RRFFQ69G5FAV"

/* Who is what, by what the register says of them. */
static void
test_roles (TwoMeasures   *self,
            gconstpointer  data)
{
  static const struct
  {
    const char *name;
    const char *post;
    const char *acting;
    const char *division;
    const char *from;
    const char *until;
    const char *member; /* role in the committee */
    MattraRole role;
  } rows[] = {
    { "นาย ก", "ผู้อำนวยการกองคลัง", NULL, DIVISION, NULL, NULL, NULL, MATTRA_ROLE_DIVISION_HEAD },
    { "นาย ข", "ผู้อำนวยการกองคลัง", NULL, DIVISION, "2024-01-01", NULL, NULL, MATTRA_ROLE_VIEWER },
    { "นาย ค", "ผู้อำนวยการกองคลัง", NULL, DIVISION, NULL, "2022-12-31", NULL, MATTRA_ROLE_VIEWER },
    { "นาย ง", "ผู้อำนวยการกองคลัง", NULL, DIVISION, "2023-01-15", "2023-01-15", NULL, MATTRA_ROLE_DIVISION_HEAD },
    { "นาย จ", "นายกเทศมนตรี", NULL, NULL, NULL, NULL, NULL, MATTRA_ROLE_CHIEF_EXECUTIVE },
    { "นาย ฉ", "รองนายกเทศมนตรี", NULL, NULL, NULL, NULL, NULL, MATTRA_ROLE_VIEWER },
    { "นาย ช", "รองนายกเทศมนตรี", "รักษาราชการแทนนายกเทศมนตรี", NULL, NULL, NULL, NULL, MATTRA_ROLE_CHIEF_EXECUTIVE },
    { "นาย ซ", "ปลัดเทศบาล", "ปฏิบัติหน้าที่ นายกเทศมนตรี", DIVISION, NULL, NULL, NULL, MATTRA_ROLE_CHIEF_EXECUTIVE },
    { "นาย ฌ", "ปลัดเทศบาล", NULL, NULL, NULL, NULL, "ประธานคณะทำงาน", MATTRA_ROLE_VIEWER },
    { "นาย ญ", "หัวหน้าสำนักปลัด", NULL, DIVISION, NULL, NULL, "คณะทำงานและเลขานุการ", MATTRA_ROLE_SECRETARY },
  };
  g_autoptr (MattraPlan) plan = mattra_store_load_plan (self->store, TWO_MEASURES_YEAR, NULL);
  MattraDate today = mattra_date_make (2023, 1, 15);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      MattraSigner *signer = mattra_signer_new (rows[i].name);
      MattraActor actor;
      g_autoptr (GError) error = NULL;

      signer->post = g_strdup (rows[i].post);
      signer->acting = g_strdup (rows[i].acting);
      signer->division = g_strdup (rows[i].division);
      if (rows[i].from != NULL)
        g_assert_true (mattra_date_parse_iso (rows[i].from, &signer->from));
      if (rows[i].until != NULL)
        g_assert_true (mattra_date_parse_iso (rows[i].until, &signer->until));
      g_ptr_array_add (mattra_plan_get_signers (plan), signer);
      if (rows[i].member != NULL)
        {
          MattraMember *member = mattra_member_new (rows[i].member);

          member->name = g_strdup (rows[i].name);
          g_ptr_array_add (mattra_plan_get_members (plan), member);
        }
      g_test_message ("%s", rows[i].name);
      g_assert_true (mattra_actor_find (plan, rows[i].name, today, &actor, &error));
      g_assert_cmpint (actor.role, ==, rows[i].role);
    }
}

static void
test_same_name (TwoMeasures   *self,
                gconstpointer  data)
{
  g_autoptr (MattraPlan) plan = mattra_store_load_plan (self->store, TWO_MEASURES_YEAR, NULL);
  g_autoptr (GError) error = NULL;
  MattraActor actor;

  for (guint i = 0; i < 2; i++)
    {
      MattraSigner *signer = mattra_signer_new ("นายซ้ำ");

      signer->id = g_strdup_printf ("ID%u", i);
      g_ptr_array_add (mattra_plan_get_signers (plan), signer);
    }
  g_assert_false (mattra_actor_find (plan, "นายซ้ำ", mattra_date_make (2023, 1, 15), &actor, &error));
  g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (mattra_actor_find (plan, "ID1", mattra_date_make (2023, 1, 15), &actor, &error));
  g_assert_false (mattra_actor_find (plan, "", mattra_date_make (2023, 1, 15), &actor, &error));
  g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_NOT_FOUND);
}

/* Who approves what was changed since it was read is told so, and nothing is decided. */
static void
test_seen (TwoMeasures   *self,
           gconstpointer  data)
{
  g_autoptr (MattraPlan) plan = mattra_store_load_plan (self->store, TWO_MEASURES_YEAR, NULL);
  g_autoptr (MattraMeasure) before = NULL;
  g_autoptr (MattraMeasure) after = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;
  g_autofree char *hash = NULL;
  MattraActor secretary = { "เลขา", NULL, MATTRA_ROLE_SECRETARY, NULL };
  MattraEdit edit = { "1", "results", "ทำแล้ว", ROUND, NULL };
  MattraReviewRequest request = { .round = ROUND, .verdict = MATTRA_VERDICT_SUBMITTED };

  g_assert_true (mattra_edit_apply (self->store, plan, &edit, NULL, &error));
  before = mattra_find_measure (self->store, plan, "1", &error);
  request.measure = mattra_measure_get_id (before);
  g_assert_true (mattra_review_apply (self->store, plan, &secretary, &request, &error));
  content = mattra_review_content_new (before, ROUND, NULL);
  hash = mattra_review_content_hash (content);
  edit.value = "ทำใหม่";
  g_assert_true (mattra_edit_apply (self->store, plan, &edit, NULL, &error));
  request.verdict = MATTRA_VERDICT_APPROVED;
  request.content = hash;
  g_assert_false (mattra_review_apply (self->store, plan, &secretary, &request, &error));
  g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_CONFLICT);
  after = mattra_find_measure (self->store, plan, "1", NULL);
  g_assert_cmpint (mattra_review_get_state (plan, after, ROUND, NULL), ==, MATTRA_REVIEW_SUBMITTED);
  g_assert_cmpint (mattra_review_get_state (plan, after, MATTRA_ROUND_FIRST_HALF, NULL), ==, MATTRA_REVIEW_DRAFT);
}

static void
edit_cell (TwoMeasures *self,
           MattraPlan  *plan,
           const char  *measure,
           const char  *field,
           const char  *value,
           const char  *division)
{
  MattraEdit edit = { measure, field, value, ROUND, division };
  g_autoptr (GError) error = NULL;

  g_assert_true (mattra_edit_apply (self->store, plan, &edit, NULL, &error));
  g_assert_no_error (error);
}

static MattraPlan *
load_with_division (TwoMeasures *self,
                    const char  *name)
{
  g_autoptr (MattraPlan) plan = mattra_store_load_plan (self->store, TWO_MEASURES_YEAR, NULL);
  g_autofree char *target = g_strconcat ("division:", name, NULL);
  MattraEdit edit = { target, "name", name, MATTRA_ROUND_NONE, NULL };
  g_autoptr (GError) error = NULL;

  g_assert_true (mattra_edit_apply (self->store, plan, &edit, NULL, &error));
  g_assert_no_error (error);
  return mattra_store_load_plan (self->store, TWO_MEASURES_YEAR, NULL);
}

/* Each thing that happens to an answer marks it; what a division owes is listed with its mark. */
static void
test_marks (TwoMeasures   *self,
            gconstpointer  data)
{
  static const struct
  {
    const char *results; /* written before */
    int verdict;         /* -1: none */
    MattraReviewMark mark;
    gboolean open;
  } rows[] = {
    { NULL, -1, MATTRA_REVIEW_MARK_NONE, TRUE },
    { "ทำแล้ว", -1, MATTRA_REVIEW_MARK_DRAFT, TRUE },
    { NULL, MATTRA_VERDICT_SUBMITTED, MATTRA_REVIEW_MARK_SUBMITTED, FALSE },
    { NULL, MATTRA_VERDICT_RETURNED, MATTRA_REVIEW_MARK_RETURNED, TRUE },
    { "ทำ \"ใหม่\"\nครบแล้ว", MATTRA_VERDICT_SUBMITTED, MATTRA_REVIEW_MARK_SUBMITTED, FALSE },
    { NULL, MATTRA_VERDICT_WITHDRAWN, MATTRA_REVIEW_MARK_DRAFT, TRUE },
    { NULL, MATTRA_VERDICT_SUBMITTED, MATTRA_REVIEW_MARK_SUBMITTED, FALSE },
    { NULL, MATTRA_VERDICT_APPROVED, MATTRA_REVIEW_MARK_APPROVED, FALSE },
    { "แก้", -1, MATTRA_REVIEW_MARK_CHANGED, FALSE },
    { "ทำ \"ใหม่\"\nครบแล้ว", -1, MATTRA_REVIEW_MARK_APPROVED, FALSE },
  };
  g_autoptr (MattraPlan) plan = load_with_division (self, "กองคลัง");
  const MattraDivision *division = mattra_division_list_get (mattra_plan_get_divisions (plan), 0);
  const MattraActor secretary = { .name = "เลขา", .role = MATTRA_ROLE_SECRETARY };

  edit_cell (self, plan, "1", "responsible", division->name, NULL);
  edit_cell (self, plan, "2", "responsible", "", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MattraMeasure) measure = NULL;
      g_autoptr (GPtrArray) owed = NULL;
      g_autoptr (GError) error = NULL;
      const MattraAwaitedAnswer *answer;
      MattraReviewRequest request = { NULL, ROUND, division->id, (MattraReviewVerdict) rows[i].verdict, "แก้ด้วย", NULL };
      guint n_alike = 0, n_answers = 0;

      g_test_message ("%u", i);
      if (rows[i].results != NULL)
        edit_cell (self, plan, "1", "results", rows[i].results, division->id);
      measure = mattra_find_measure (self->store, plan, "1", &error);
      request.measure = mattra_measure_get_id (measure);
      if (rows[i].verdict >= 0)
        g_assert_true (mattra_review_apply (self->store, plan, &secretary, &request, &error));
      g_assert_no_error (error);
      g_clear_object (&measure);
      measure = mattra_find_measure (self->store, plan, "1", &error);
      g_assert_cmpint (mattra_review_mark (measure, ROUND, division->id), ==, rows[i].mark);
      g_assert_cmpint (mattra_review_mark_all (plan, measure, ROUND, NULL, &n_alike, &n_answers), ==, rows[i].mark);
      g_assert_cmpuint (n_alike, ==, n_answers);
      owed = mattra_list_awaited_answers (self->store, plan, ROUND, division->id, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (owed->len, ==, 1);
      answer = g_ptr_array_index (owed, 0);
      g_assert_cmpstr (answer->division, ==, division->id);
      g_assert_cmpint (answer->mark, ==, rows[i].mark);
      g_assert_cmpint (answer->open, ==, rows[i].open);
    }
}

/* A content gives back what it was made of. */
static void
test_content (TwoMeasures   *self,
              gconstpointer  data)
{
  static const char *const texts[] = { "ทำแล้ว", "ข้อ \"หนึ่ง\"\nข้อ \\ สอง, {สาม}", "a\tb" };
  g_autoptr (MattraPlan) plan = mattra_store_load_plan (self->store, TWO_MEASURES_YEAR, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (MattraMeasure) measure = NULL;
      g_autofree char *content = NULL;
      g_autofree char *results = NULL;
      g_autofree char *nothing = NULL;
      g_autofree char *stored = NULL;

      edit_cell (self, plan, "1", "results", texts[i], NULL);
      measure = mattra_find_measure (self->store, plan, "1", NULL);
      content = mattra_review_content_new (measure, ROUND, NULL);
      results = mattra_review_content_get (content, "results");
      nothing = mattra_review_content_get (content, "obstacles");
      stored = mattra_cell_dup_exactly (plan, measure, "results", ROUND, NULL);
      g_assert_cmpstr (results, ==, stored);
      g_assert_cmpstr (nothing, ==, "");
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/operations/review/roles", TwoMeasures, NULL, two_measures_set_up, test_roles, two_measures_tear_down);
  g_test_add ("/operations/review/same-name", TwoMeasures, NULL, two_measures_set_up, test_same_name,
              two_measures_tear_down);
  g_test_add ("/operations/review/seen", TwoMeasures, NULL, two_measures_set_up, test_seen, two_measures_tear_down);
  g_test_add ("/operations/review/marks", TwoMeasures, NULL, two_measures_set_up, test_marks, two_measures_tear_down);
  g_test_add ("/operations/review/content", TwoMeasures, NULL, two_measures_set_up, test_content,
              two_measures_tear_down);
  return g_test_run ();
}
