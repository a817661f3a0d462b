/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-cell.h"

#define ONE "01ARZ3NDEKTSV4RRFFQ69G5FAV"
#define OTHER "01BX5ZZKBKACTAV9WEVGEMMVRZ"

static MattraPlan *
make_plan (void)
{
  MattraPlan *plan = mattra_plan_new (2566);
  g_autoptr (GPtrArray) divisions = g_ptr_array_new_with_free_func ((GDestroyNotify) mattra_division_free);
  g_autoptr (MattraDivisionList) list = NULL;
  static const struct
  {
    const char *id;
    const char *name;
  } rows[] = { { ONE, "กองคลัง" }, { OTHER, "กองช่าง" } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      MattraDivision *division = mattra_division_new (rows[i].name);

      division->id = g_strdup (rows[i].id);
      g_ptr_array_add (divisions, division);
    }
  list = mattra_division_list_new (divisions);
  mattra_plan_set_divisions (plan, list);
  return plan;
}

static MattraMeasure *
make_measure (const char *parties) /* which divisions: "1", "12" */
{
  MattraMeasure *measure = mattra_measure_new ();
  MattraParty *party = mattra_party_new ("ผู้รับผิดชอบ");
  MattraItem *extra = mattra_item_new ("ค่าหนึ่ง");

  mattra_measure_set_number (measure, 7);
  mattra_measure_set_title (measure, "มาตรการ");
  mattra_measure_set_period_end (measure, mattra_date_make (2023, 3, 31));
  mattra_measure_take_item (measure, MATTRA_ITEM_STEP, mattra_item_new ("หนึ่ง"));
  mattra_measure_take_item (measure, MATTRA_ITEM_STEP, mattra_item_new ("สอง"));
  extra->label = g_strdup ("ค่าเป้าหมาย");
  mattra_measure_take_item (measure, MATTRA_ITEM_EXTRA, extra);
  for (const char *p = parties; *p != '\0'; p++)
    g_ptr_array_add (party->divisions, g_strdup (*p == '1' ? ONE : OTHER));
  mattra_measure_take_party (measure, party);
  return measure;
}

static void
answer (MattraMeasure *measure,
        const char    *division,
        const char    *result)
{
  if (result != NULL)
    mattra_answer_take_item (mattra_measure_ensure_answer (measure, MATTRA_ROUND_FIRST_HALF, division),
                             MATTRA_ITEM_RESULT, mattra_item_new (result));
}

static void
test_plain (void)
{
  static const struct
  {
    const char *field;
    const char *text;
  } rows[] = {
    { "number", "7" }, { "title", "มาตรการ" }, { "section", "" }, { "period_text", "" }, { "period_start", "" },
    { "period_end", "2023-03-31" }, { "ita_indicator", "" }, { "topic", "" }, { "recurrence", "" },
    { "responsible", "ผู้รับผิดชอบ" },
    { "steps", "หนึ่ง\nสอง" }, { "budget", "" }, { "extra:ค่าเป้าหมาย", "ค่าหนึ่ง" }, { "extra:อื่น", "" },
    { "results", "" }, { "status", "" }, { "nonsense", "" },
  };
  g_autoptr (MattraPlan) plan = make_plan ();
  g_autoptr (MattraMeasure) measure = make_measure ("1");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = mattra_cell_dup_text (plan, measure, rows[i].field, MATTRA_ROUND_FIRST_HALF, NULL);

      g_test_message ("%s", rows[i].field);
      g_assert_cmpstr (text, ==, rows[i].text);
      g_assert_true (mattra_cell_is_editable (plan, measure, rows[i].field, MATTRA_ROUND_FIRST_HALF, NULL, NULL));
    }
}

/* Whose answer a cell of results shows. */
static void
test_answers (void)
{
  static const struct
  {
    const char *parties;
    const char *joint;
    const char *one;
    const char *other;
    const char *division; /* whose table */
    const char *text;
    const char *of;       /* whose answer it is */
    gboolean editable;
  } rows[] = {
    /* parties, joint, one, other, table, text, answer, editable */
    { "12", NULL, NULL, NULL, NULL, "", NULL, TRUE },
    { "12", NULL, NULL, NULL, ONE, "", ONE, TRUE },
    { "12", "ร่วม", NULL, NULL, NULL, "ร่วม", NULL, TRUE },
    { "12", "ร่วม", NULL, NULL, ONE, "ร่วม", NULL, TRUE },
    { "12", "ร่วม", "หนึ่ง", NULL, ONE, "ร่วม", NULL, TRUE }, /* paper shows the joint one alone */
    { "12", NULL, "หนึ่ง", NULL, NULL, "หนึ่ง", ONE, TRUE },
    { "12", NULL, "หนึ่ง", NULL, OTHER, "", OTHER, TRUE },
    { "12", NULL, "หนึ่ง", "สอง", ONE, "หนึ่ง", ONE, TRUE },
    { "12", NULL, "หนึ่ง", "สอง", NULL, "กองคลัง\nหนึ่ง\nกองช่าง\nสอง", ONE, FALSE },
    { "12", NULL, "ไม่มี", "ไม่มี", NULL, "กองคลัง, กองช่าง\nไม่มี", ONE, FALSE },
    { "1", NULL, "หนึ่ง", NULL, "", "หนึ่ง", ONE, TRUE },
  };
  g_autoptr (MattraPlan) plan = make_plan ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MattraMeasure) measure = make_measure (rows[i].parties);
      g_autofree char *text = NULL;
      g_autofree char *why = NULL;

      answer (measure, NULL, rows[i].joint);
      answer (measure, ONE, rows[i].one);
      answer (measure, OTHER, rows[i].other);
      text = mattra_cell_dup_text (plan, measure, "results", MATTRA_ROUND_FIRST_HALF, rows[i].division);
      g_test_message ("row %u", i);
      g_assert_cmpstr (text, ==, rows[i].text);
      g_assert_cmpstr (mattra_cell_get_division (plan, measure, "results", MATTRA_ROUND_FIRST_HALF,
                                                 rows[i].division), ==, rows[i].of);
      g_assert_cmpint (mattra_cell_is_editable (plan, measure, "results", MATTRA_ROUND_FIRST_HALF, rows[i].division,
                                                &why), ==, rows[i].editable);
      g_assert_true ((why == NULL) == rows[i].editable);
    }
}

/* A blank cell goes with the answer that says anything; another round is another answer. */
static void
test_blank (void)
{
  g_autoptr (MattraPlan) plan = make_plan ();
  g_autoptr (MattraMeasure) joint = make_measure ("12");
  g_autoptr (MattraMeasure) single = make_measure ("1");
  g_autofree char *later = NULL;

  answer (joint, NULL, "ร่วม");
  answer (single, ONE, "หนึ่ง");
  g_assert_null (mattra_cell_get_division (plan, joint, "obstacles", MATTRA_ROUND_FIRST_HALF, ONE));
  g_assert_null (mattra_cell_get_division (plan, joint, "status", MATTRA_ROUND_FIRST_HALF, ONE));
  g_assert_cmpstr (mattra_cell_get_division (plan, joint, "obstacles", MATTRA_ROUND_FULL_YEAR, ONE), ==, ONE);
  g_assert_cmpstr (mattra_cell_get_division (plan, single, "obstacles", MATTRA_ROUND_FIRST_HALF, NULL), ==, ONE);
  later = mattra_cell_dup_text (plan, joint, "results", MATTRA_ROUND_FULL_YEAR, NULL);
  g_assert_cmpstr (later, ==, "");
}

static void
test_closed (void)
{
  g_autoptr (MattraPlan) plan = make_plan ();
  g_autoptr (MattraMeasure) measure = make_measure ("1");

  mattra_plan_get_round (plan, MATTRA_ROUND_FIRST_HALF)->open = FALSE;
  g_assert_false (mattra_cell_is_editable (plan, measure, "results", MATTRA_ROUND_FIRST_HALF, ONE, NULL));
  g_assert_false (mattra_cell_is_editable (plan, measure, "status", MATTRA_ROUND_FIRST_HALF, NULL, NULL));
  g_assert_true (mattra_cell_is_editable (plan, measure, "results", MATTRA_ROUND_FULL_YEAR, ONE, NULL));
  g_assert_true (mattra_cell_is_editable (plan, measure, "steps", MATTRA_ROUND_FIRST_HALF, ONE, NULL));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cell/plain", test_plain);
  g_test_add_func ("/cell/answers", test_answers);
  g_test_add_func ("/cell/blank", test_blank);
  g_test_add_func ("/cell/closed", test_closed);
  return g_test_run ();
}
