/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-plan.h"

static void
test_new (void)
{
  g_autoptr (MattraPlan) plan = mattra_plan_new (2566);
  MattraPlanRound *first = mattra_plan_get_round (plan, MATTRA_ROUND_FIRST_HALF);
  MattraPlanRound *full = mattra_plan_get_round (plan, MATTRA_ROUND_FULL_YEAR);
  g_autofree char *start = mattra_date_to_iso (first->start);
  g_autofree char *end = mattra_date_to_iso (first->end);
  g_autofree char *full_end = mattra_date_to_iso (full->end);

  g_assert_cmpint (mattra_plan_get_fiscal_year (plan), ==, 2566);
  g_assert_cmpint (mattra_plan_get_analysed_year (plan), ==, 2565);
  g_assert_cmpstr (start, ==, "2022-10-01");
  g_assert_cmpstr (end, ==, "2023-03-31");
  g_assert_cmpstr (full_end, ==, "2023-09-30");
  g_assert_true (first->open);
  g_assert_false (mattra_date_is_set (first->answers_due));
  g_assert_null (mattra_plan_get_round (plan, MATTRA_ROUND_NONE));
  g_assert_cmpstr (mattra_plan_get_organisation (plan)->name, ==, "");
  g_assert_cmpuint (mattra_division_list_get_size (mattra_plan_get_divisions (plan)), ==, 0);
}

static void
test_settings (void)
{
  g_autoptr (MattraPlan) plan = mattra_plan_new (2566);
  g_autoptr (GList) names = NULL;

  mattra_plan_set_setting (plan, MATTRA_SETTING_TITLE, "รายงาน");
  mattra_plan_set_setting (plan, MATTRA_SETTING_PREFACE, "ตามที่");
  mattra_plan_set_setting (plan, MATTRA_SETTING_TITLE, "รายงานผล");
  mattra_plan_set_setting (plan, "gone", "x");
  mattra_plan_set_setting (plan, "gone", NULL);
  g_assert_cmpstr (mattra_plan_get_setting (plan, MATTRA_SETTING_TITLE), ==, "รายงานผล");
  g_assert_null (mattra_plan_get_setting (plan, "gone"));
  names = mattra_plan_list_settings (plan);
  g_assert_cmpuint (g_list_length (names), ==, 2);
  g_assert_cmpstr (names->data, ==, "preface");
  g_assert_cmpstr (names->next->data, ==, "title");
}

static void
test_people_and_scores (void)
{
  g_autoptr (MattraPlan) plan = mattra_plan_new (2566);
  MattraSigner *signer = mattra_signer_new ("นางสาวสมใจ ใจดี");

  signer->post = g_strdup ("นิติกร");
  g_ptr_array_add (mattra_plan_get_signers (plan), signer);
  g_ptr_array_add (mattra_plan_get_scores (plan), mattra_indicator_score_new (2, "การใช้งบประมาณ", 81.25));
  g_assert_cmpuint (mattra_plan_get_signers (plan)->len, ==, 1);
  g_assert_cmpuint (mattra_plan_get_scores (plan)->len, ==, 1);
  mattra_plan_set_analysed_year (plan, 2564);
  g_assert_cmpint (mattra_plan_get_analysed_year (plan), ==, 2564);
}

/* The answers as "WHO:line,line"; WHO is J for joint or the place of a division. A line "ไม่มี" is none. */
static const struct
{
  const char *answers;
  const char *composed;
} cases[] = {
  { "", "" },
  { "J:ก,ข", "ก ข" },
  { "J:ก 1:ค", "ก" },
  { "1:ก,ข", "ก ข" },
  { "2:ค 1:ก", "ก[กองคลัง] ค[กองช่าง]" },
  { "3:ก 1:ก", "ก[กองคลัง, กองการศึกษาฯ]" },
  { "1:จัดทำ 2:จัดทํา", "จัดทำ[กองคลัง, กองช่าง]" },
  { "1:ก,ก 2:ข", "ก[กองคลัง] ข[กองช่าง]" },
  { "1:ไม่มี 2:ข", "(ไม่มี)[กองคลัง] ข[กองช่าง]" },
  { "J:ไม่มี", "(ไม่มี)" },
  { "X:ก 1:ข", "ข[กองคลัง] ก" },
};

static MattraPlan *
make_plan (void)
{
  MattraPlan *plan = mattra_plan_new (2566);
  g_autoptr (GPtrArray) usual = mattra_division_new_usual (MATTRA_ORGANISATION_SUBDISTRICT);
  g_autoptr (MattraDivisionList) list = NULL;

  for (guint i = 0; i < usual->len; i++)
    ((MattraDivision *) g_ptr_array_index (usual, i))->id = g_strdup_printf ("%u", i);
  list = mattra_division_list_new (usual);
  mattra_plan_set_divisions (plan, list);

  return plan;
}

static void
take_answers (MattraMeasure *measure,
              const char    *answers)
{
  g_auto (GStrv) parts = g_strsplit (answers, " ", -1);

  for (guint i = 0; parts[i] != NULL && *parts[i] != '\0'; i++)
    {
      g_auto (GStrv) who = g_strsplit (parts[i], ":", 2);
      g_auto (GStrv) lines = g_strsplit (who[1], ",", -1);
      const char *division = g_str_equal (who[0], "J") ? NULL : who[0];
      MattraAnswer *answer = mattra_measure_ensure_answer (measure, MATTRA_ROUND_FIRST_HALF, division);

      for (guint j = 0; lines[j] != NULL; j++)
        mattra_answer_take_item (answer, MATTRA_ITEM_RESULT,
                                 g_str_equal (lines[j], "ไม่มี") ? mattra_item_new_none (lines[j])
                                                                : mattra_item_new (lines[j]));
    }
}

static char *
describe (GPtrArray *composed)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < composed->len; i++)
    {
      const MattraComposedItem *line = g_ptr_array_index (composed, i);

      g_string_append_printf (text, "%s%s%s%s", i > 0 ? " " : "", line->none ? "(" : "", line->text,
                              line->none ? ")" : "");
      if (line->divisions != NULL)
        g_string_append_printf (text, "[%s]", line->divisions);
    }

  return g_string_free (text, FALSE);
}

static void
test_compose (void)
{
  g_autoptr (MattraPlan) plan = make_plan ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MattraMeasure) measure = mattra_measure_new ();
      g_autoptr (GPtrArray) composed = NULL;
      g_autoptr (GPtrArray) other_round = NULL;
      g_autofree char *text = NULL;

      take_answers (measure, cases[i].answers);
      composed = mattra_plan_compose (plan, measure, MATTRA_ITEM_RESULT, MATTRA_ROUND_FIRST_HALF);
      text = describe (composed);
      g_assert_cmpstr (text, ==, cases[i].composed);
      other_round = mattra_plan_compose (plan, measure, MATTRA_ITEM_RESULT, MATTRA_ROUND_FULL_YEAR);
      g_assert_cmpuint (other_round->len, ==, 0);
    }
}

static void
test_compose_steps (void)
{
  g_autoptr (MattraPlan) plan = make_plan ();
  g_autoptr (MattraMeasure) measure = mattra_measure_new ();
  g_autoptr (GPtrArray) composed = NULL;
  g_autofree char *text = NULL;

  mattra_measure_take_item (measure, MATTRA_ITEM_STEP, mattra_item_new ("ก"));
  mattra_measure_take_item (measure, MATTRA_ITEM_STEP, mattra_item_new ("ก"));
  composed = mattra_plan_compose (plan, measure, MATTRA_ITEM_STEP, MATTRA_ROUND_FIRST_HALF);
  text = describe (composed);
  g_assert_cmpstr (text, ==, "ก ก");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/plan/new", test_new);
  g_test_add_func ("/core/plan/settings", test_settings);
  g_test_add_func ("/core/plan/people-and-scores", test_people_and_scores);
  g_test_add_func ("/core/plan/compose", test_compose);
  g_test_add_func ("/core/plan/compose-steps", test_compose_steps);
  return g_test_run ();
}
