/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-measure-source.h"

static const struct
{
  MattraItemKind kind;
  const char *name;
  const char *field;
  gboolean answer;
} kinds[] = {
  { MATTRA_ITEM_STEP, "step", "steps", FALSE },
  { MATTRA_ITEM_KPI, "kpi", "indicators", FALSE },
  { MATTRA_ITEM_FOLLOW_UP, "follow_up", "follow_up", FALSE },
  { MATTRA_ITEM_BUDGET, "budget", "budget", FALSE },
  { MATTRA_ITEM_NOTE, "note", "note", FALSE },
  { MATTRA_ITEM_EXTRA, "extra", "extra", FALSE },
  { MATTRA_ITEM_RESULT, "result", "results", TRUE },
  { MATTRA_ITEM_OBSTACLE, "obstacle", "obstacles", TRUE },
  { MATTRA_ITEM_RECOMMENDATION, "recommendation", "recommendations", TRUE },
  { MATTRA_ITEM_EVIDENCE, "evidence", "evidence", TRUE },
};

static void
test_kinds (void)
{
  MattraItemKind kind;

  g_assert_cmpint (G_N_ELEMENTS (kinds), ==, MATTRA_N_ITEM_KINDS);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_assert_cmpstr (mattra_item_kind_to_string (kinds[i].kind), ==, kinds[i].name);
      g_assert_cmpstr (mattra_item_kind_to_field (kinds[i].kind), ==, kinds[i].field);
      g_assert_cmpint (mattra_item_kind_is_answer (kinds[i].kind), ==, kinds[i].answer);
      g_assert_true (mattra_item_kind_from_string (kinds[i].name, &kind));
      g_assert_cmpint (kind, ==, kinds[i].kind);
      g_assert_true (mattra_item_kind_from_field (kinds[i].field, &kind));
      g_assert_cmpint (kind, ==, kinds[i].kind);
    }
  g_assert_false (mattra_item_kind_from_field ("step", NULL));
  g_assert_false (mattra_item_kind_from_string ("steps", NULL));
  g_assert_false (mattra_item_kind_from_string (NULL, NULL));
}

static void
test_item (void)
{
  g_autoptr (MattraItem) item = mattra_item_new_none ("ไม่มี");
  g_autoptr (MattraItem) copy = NULL;

  item->id = g_strdup ("01A");
  item->sort_key = g_strdup ("a0");
  item->label = g_strdup ("หมายเหตุอื่น");
  copy = mattra_item_copy (item);
  g_assert_cmpstr (copy->id, ==, "01A");
  g_assert_cmpstr (copy->sort_key, ==, "a0");
  g_assert_cmpstr (copy->text, ==, "ไม่มี");
  g_assert_cmpstr (copy->label, ==, "หมายเหตุอื่น");
  g_assert_true (copy->none);
}

static void
test_party_and_question (void)
{
  g_autoptr (MattraParty) party = mattra_party_new ("สำนักปลัดฯ");
  g_autoptr (MattraParty) party_copy = NULL;
  g_autoptr (MattraQuestion) question = NULL;
  g_autoptr (MattraQuestion) question_copy = NULL;

  g_ptr_array_add (party->divisions, g_strdup ("D1"));
  party->corrected = TRUE;
  party_copy = mattra_party_copy (party);
  g_assert_cmpstr (party_copy->text, ==, "สำนักปลัดฯ");
  g_assert_cmpstr (g_ptr_array_index (party_copy->divisions, 0), ==, "D1");
  g_assert_true (party_copy->corrected);

  question = mattra_question_new (MATTRA_QUESTION_UNPARSED, 27, "period", "การปฏิบัติงาน", NULL, "results");
  question_copy = mattra_question_copy (question);
  g_assert_cmpint (question_copy->kind, ==, MATTRA_QUESTION_UNPARSED);
  g_assert_cmpint (question_copy->line, ==, 27);
  g_assert_cmpstr (question_copy->field, ==, "period");
  g_assert_cmpstr (question_copy->text, ==, "การปฏิบัติงาน");
  g_assert_null (question_copy->message);
  g_assert_cmpstr (question_copy->suggest, ==, "results");
}

static void
test_question (void)
{
  static const struct
  {
    const char *message, *text, *said;
  } cases[] = {
    { "Where does it belong?", "ต.ค.", "Where does it belong?" },
    { "“%s” is not exact.", "ปลายปี", "“ปลายปี” is not exact." },
    { "“%s”: which year?", "%s %n 100%", "“%s %n 100%”: which year?" },
    { "", "ต.ค.", "" },
    { "100% of %s %s", "x", "100% of x %s" },
  };
  g_autofree char *cell = g_strnfill (200, 'x');
  g_autofree char *beginning = g_strnfill (80, 'x');
  g_autofree char *shown = g_strconcat ("“", beginning, "…”", NULL);
  g_autofree char *said = mattra_question_say ("“%s”", cell);

  g_assert_cmpstr (said, ==, shown);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *one = mattra_question_say (cases[i].message, cases[i].text);

      g_assert_cmpstr (one, ==, cases[i].said);
    }
}

static void
test_answer (void)
{
  g_autoptr (MattraAnswer) answer = mattra_answer_new (MATTRA_ROUND_FIRST_HALF, "D1");

  g_assert_false (mattra_answer_has_results (answer));
  g_assert_false (mattra_answer_is_answered (answer));
  mattra_answer_take_item (answer, MATTRA_ITEM_RESULT, mattra_item_new_none ("-"));
  g_assert_false (mattra_answer_has_results (answer));
  g_assert_true (mattra_answer_is_answered (answer));
  mattra_answer_take_item (answer, MATTRA_ITEM_RESULT, mattra_item_new ("อบรมแล้ว"));
  g_assert_true (mattra_answer_has_results (answer));
  g_assert_cmpuint (mattra_answer_get_items (answer, MATTRA_ITEM_OBSTACLE)->len, ==, 0);

  mattra_answer_set_stated (answer, MATTRA_STATUS_DONE);
  g_assert_cmpint (mattra_answer_get_stated (answer), ==, MATTRA_STATUS_DONE);
  mattra_answer_set_round (answer, MATTRA_ROUND_FULL_YEAR);
  g_assert_cmpint (mattra_answer_get_round (answer), ==, MATTRA_ROUND_FULL_YEAR);
  mattra_answer_set_id (answer, "01A");
  mattra_answer_set_id (answer, mattra_answer_get_id (answer));
  g_assert_cmpstr (mattra_answer_get_id (answer), ==, "01A");
}

static void
test_measure (void)
{
  g_autoptr (MattraMeasure) measure = mattra_measure_new ();
  MattraAnswer *joint;

  g_assert_cmpstr (mattra_measure_get_title (measure), ==, "");
  mattra_measure_set_title (measure, "การใช้งบประมาณ");
  mattra_measure_set_title (measure, mattra_measure_get_title (measure));
  g_assert_cmpstr (mattra_measure_get_title (measure), ==, "การใช้งบประมาณ");
  g_assert_false (mattra_date_is_set (mattra_measure_get_period_start (measure)));

  mattra_measure_take_item (measure, MATTRA_ITEM_STEP, mattra_item_new ("แจ้งเวียน"));
  mattra_measure_take_party (measure, mattra_party_new ("กองคลัง"));
  g_assert_cmpuint (mattra_measure_get_items (measure, MATTRA_ITEM_STEP)->len, ==, 1);
  g_assert_cmpuint (mattra_measure_get_items (measure, MATTRA_ITEM_KPI)->len, ==, 0);
  g_assert_cmpuint (mattra_measure_get_parties (measure)->len, ==, 1);
  g_assert_cmpuint (mattra_measure_get_questions (measure)->len, ==, 0);

  g_assert_null (mattra_measure_find_answer (measure, MATTRA_ROUND_FIRST_HALF, NULL));
  joint = mattra_measure_ensure_answer (measure, MATTRA_ROUND_FIRST_HALF, NULL);
  g_assert_true (mattra_measure_ensure_answer (measure, MATTRA_ROUND_FIRST_HALF, NULL) == joint);
  g_assert_true (mattra_measure_ensure_answer (measure, MATTRA_ROUND_FIRST_HALF, "D1") != joint);
  g_assert_true (mattra_measure_ensure_answer (measure, MATTRA_ROUND_FULL_YEAR, NULL) != joint);
  g_assert_cmpuint (mattra_measure_get_answers (measure)->len, ==, 3);
}

static void
test_source (void)
{
  g_autoptr (GPtrArray) measures = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (MattraMeasureSource) source = NULL;
  g_autoptr (GError) error = NULL;

  for (int i = 1; i <= 3; i++)
    {
      MattraMeasure *measure = mattra_measure_new ();

      mattra_measure_set_number (measure, i);
      g_ptr_array_add (measures, measure);
    }

  source = mattra_measure_array_new (measures);
  for (int pass = 0; pass < 2; pass++)
    {
      for (int i = 1; i <= 3; i++)
        {
          g_autoptr (MattraMeasure) measure = mattra_measure_source_next (source, &error);

          g_assert_no_error (error);
          g_assert_cmpint (mattra_measure_get_number (measure), ==, i);
        }
      g_assert_null (mattra_measure_source_next (source, &error));
      g_assert_no_error (error);
      g_assert_true (mattra_measure_source_rewind (source, &error));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/measure/kinds", test_kinds);
  g_test_add_func ("/core/measure/item", test_item);
  g_test_add_func ("/core/measure/party-and-question", test_party_and_question);
  g_test_add_func ("/core/measure/question", test_question);
  g_test_add_func ("/core/measure/answer", test_answer);
  g_test_add_func ("/core/measure/measure", test_measure);
  g_test_add_func ("/core/measure/source", test_source);
  return g_test_run ();
}
