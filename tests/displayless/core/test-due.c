/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-due.h"

static MattraDate
date (const char *iso)
{
  MattraDate day = MATTRA_DATE_NONE;

  if (iso != NULL)
    g_assert_true (mattra_date_parse_iso (iso, &day));

  return day;
}

/* A plan of fiscal year 2567, which has a 29 February, with divisions "0" to n - 1. */
static MattraPlan *
make_plan (guint n_divisions)
{
  MattraPlan *plan = mattra_plan_new (2567);
  g_autoptr (GPtrArray) divisions = g_ptr_array_new_with_free_func ((GDestroyNotify) mattra_division_free);
  g_autoptr (MattraDivisionList) list = NULL;

  for (guint i = 0; i < n_divisions; i++)
    {
      g_autofree char *name = g_strdup_printf ("กอง %u", i);
      MattraDivision *division = mattra_division_new (name);

      division->id = g_strdup_printf ("%u", i);
      g_ptr_array_add (divisions, division);
    }
  list = mattra_division_list_new (divisions);
  mattra_plan_set_divisions (plan, list);

  return plan;
}

/* @divisions are ULIDs by commas, empty for none. */
static MattraMeasure *
make_measure (int         number,
              const char *start,
              const char *end,
              const char *divisions)
{
  MattraMeasure *measure = mattra_measure_new ();
  MattraParty *party = mattra_party_new ("ผู้รับผิดชอบ");
  g_auto (GStrv) ids = g_strsplit (divisions, ",", -1);
  g_autofree char *id = g_strdup_printf ("M%d", number);

  mattra_measure_set_id (measure, id);
  mattra_measure_set_number (measure, number);
  mattra_measure_set_title (measure, "มาตรการ");
  mattra_measure_set_period_start (measure, date (start));
  mattra_measure_set_period_end (measure, date (end));
  for (guint i = 0; ids[i] != NULL; i++)
    g_ptr_array_add (party->divisions, g_strdup (ids[i]));
  mattra_measure_take_party (measure, party);

  return measure;
}

static void
add_step (MattraMeasure *measure,
          const char    *id)
{
  MattraItem *step = mattra_item_new ("ตรวจ");

  step->id = g_strdup (id);
  mattra_measure_take_item (measure, MATTRA_ITEM_STEP, step);
}

/* As "DIVISION KIND ROUND DEADLINE DAYS" for each, and "n/m" of a step. */
static char *
describe (GPtrArray *due)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < due->len; i++)
    {
      const MattraDue *next = g_ptr_array_index (due, i);
      g_autofree char *day = mattra_date_to_iso (next->deadline);
      static const char *const rounds[] = { "-", "half", "full" };

      g_string_append_printf (text, "%s%s %s %s %s %d", i > 0 ? "; " : "", next->division ? next->division : "-",
                              mattra_due_kind_to_string (next->kind), rounds[next->round], day, next->days_left);
      if (next->kind == MATTRA_DUE_STEP)
        g_string_append_printf (text, " %u/%u", next->n_done, next->n_times);
    }

  return g_string_free (text, FALSE);
}

static GPtrArray *
collect (MattraPlan             *plan,
         MattraMeasure          *measure,
         GPtrArray              *milestones,
         const MattraDueOptions *options)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (MattraMeasureSource) source = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *due;

  if (measure != NULL)
    g_ptr_array_add (list, g_object_ref (measure));
  source = mattra_measure_array_new (list);
  due = mattra_due_collect (plan, source, milestones, options, &error);
  g_assert_no_error (error);

  return due;
}

static void
assert_due (MattraPlan             *plan,
            MattraMeasure          *measure,
            const MattraDueOptions *options,
            const char             *expected)
{
  g_autoptr (GPtrArray) due = collect (plan, measure, NULL, options);
  g_autofree char *text = describe (due);

  g_assert_cmpstr (text, ==, expected);
}

/* As assert_due() for what is to be ticked alone. */
static void
assert_steps (MattraPlan             *plan,
              MattraMeasure          *measure,
              const MattraDueOptions *options,
              const char             *expected)
{
  g_autoptr (GPtrArray) due = collect (plan, measure, NULL, options);
  g_autofree char *text = NULL;

  for (guint i = due->len; i > 0; i--)
    if (((const MattraDue *) g_ptr_array_index (due, i - 1))->kind != MATTRA_DUE_STEP)
      g_ptr_array_remove_index (due, i - 1);
  text = describe (due);
  g_assert_cmpstr (text, ==, expected);
}

/* One measure of division 0: what was stated for the two rounds, whether there are results in the first half. */
static const struct
{
  const char *start;
  const char *end;
  const char *half_due;
  MattraStatus half;
  gboolean results;
  MattraStatus full;
  const char *day;
  int within;
  const char *expected;
} cases[] = {
  /* Nothing said: due on the last day of the period, late on the day after. */
  { "2023-10-01", "2023-12-09", NULL, 0, FALSE, 0, "2023-11-08", 30, "" },
  { "2023-10-01", "2023-12-09", NULL, 0, FALSE, 0, "2023-11-09", 30, "0 answer half 2023-12-09 30" },
  { "2023-10-01", "2023-12-09", NULL, 0, FALSE, 0, "2023-12-09", 0, "0 answer half 2023-12-09 0" },
  { "2023-10-01", "2023-12-09", NULL, 0, FALSE, 0, "2023-12-10", 0, "0 answer half 2023-12-09 -1" },
  /* The clock set back: the day alone decides. */
  { "2023-10-01", "2023-12-09", NULL, 0, FALSE, 0, "2020-01-01", 30, "" },
  /* The day that answers are due counts apart from the period's end, as long as nothing is said. */
  { "2023-10-01", "2023-12-09", "2024-04-10", 0, FALSE, 0, "2024-03-31", 30, "0 answer half 2024-04-10 10" },
  { "2023-10-01", "2024-03-31", "2024-04-10", 0, FALSE, MATTRA_STATUS_DONE, "2024-04-11", 0,
    "0 answer half 2024-04-10 -1" },
  { "2023-10-01", "2023-12-09", "2024-04-10", MATTRA_STATUS_IN_PROGRESS, FALSE, 0, "2023-12-01", 30,
    "0 work half 2023-12-09 8" },
  /* 29 February. */
  { "2023-10-01", "2024-02-29", NULL, 0, FALSE, 0, "2024-02-28", 1, "0 answer half 2024-02-29 1" },
  { "2023-10-01", "2024-02-29", NULL, 0, FALSE, 0, "2024-02-29", 0, "0 answer half 2024-02-29 0" },
  { "2023-10-01", "2024-02-29", NULL, 0, FALSE, 0, "2024-03-01", 0, "0 answer half 2024-02-29 -1" },
  /* Closed: said to be done or cancelled, or results and no status. */
  { "2023-10-01", "2023-12-09", NULL, MATTRA_STATUS_DONE, FALSE, 0, "2023-12-20", 30, "" },
  { "2023-10-01", "2023-12-09", NULL, MATTRA_STATUS_CANCELLED, FALSE, 0, "2023-12-20", 30, "" },
  { "2023-10-01", "2023-12-09", NULL, 0, TRUE, 0, "2023-12-20", 30, "" },
  { "2023-10-01", "2023-12-09", NULL, MATTRA_STATUS_IN_PROGRESS, TRUE, 0, "2023-12-20", 30,
    "0 work half 2023-12-09 -11" },
  { "2023-10-01", "2023-12-09", NULL, MATTRA_STATUS_NOT_STARTED, FALSE, 0, "2023-12-09", 30,
    "0 work half 2023-12-09 0" },
  /* Both ends of the year; a period without an end ends with the year, for the whole year to ask for. */
  { "2023-10-01", NULL, NULL, 0, FALSE, 0, "2023-10-01", 30, "" },
  { "2023-10-01", NULL, NULL, 0, FALSE, 0, "2024-03-31", 0, "0 answer half 2024-03-31 0" },
  { "2023-10-01", "2023-10-01", NULL, 0, FALSE, 0, "2023-10-01", 0, "0 answer half 2023-10-01 0" },
  { "2023-10-01", "2023-10-01", NULL, 0, FALSE, 0, "2023-09-30", 1, "0 answer half 2023-10-01 1" },
  { "2024-07-01", "2024-09-30", NULL, 0, FALSE, 0, "2024-09-30", 0, "0 answer full 2024-09-30 0" },
  { "2024-07-01", "2024-09-30", NULL, 0, FALSE, 0, "2024-10-01", 0, "0 answer full 2024-09-30 -1" },
  { "2024-07-01", "2024-09-30", "2024-04-10", 0, FALSE, 0, "2024-04-20", 0, "" },
  /* When the first half is over, the whole year asks as well; of the work the newest answer counts. */
  { "2023-10-01", "2024-03-31", NULL, 0, FALSE, 0, "2024-04-01", 0,
    "0 answer half 2024-03-31 -1; 0 answer full 2024-03-31 -1" },
  { "2023-10-01", "2024-03-31", NULL, MATTRA_STATUS_IN_PROGRESS, FALSE, MATTRA_STATUS_IN_PROGRESS, "2024-04-01", 0,
    "0 work full 2024-03-31 -1" },
  { "2023-10-01", "2024-03-31", NULL, MATTRA_STATUS_IN_PROGRESS, FALSE, MATTRA_STATUS_DONE, "2024-04-01", 0, "" },
};

static void
test_days (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MattraPlan) plan = make_plan (1);
      g_autoptr (MattraMeasure) measure = make_measure (1, cases[i].start, cases[i].end, "0");
      MattraAnswer *half = mattra_measure_ensure_answer (measure, MATTRA_ROUND_FIRST_HALF, "0");
      const MattraDueOptions options = { MATTRA_ROUND_NONE, NULL, date (cases[i].day), cases[i].within };

      g_test_message ("case %u", i);
      mattra_plan_get_round (plan, MATTRA_ROUND_FIRST_HALF)->answers_due = date (cases[i].half_due);
      mattra_answer_set_stated (half, cases[i].half);
      if (cases[i].results)
        mattra_answer_take_item (half, MATTRA_ITEM_RESULT, mattra_item_new ("ทำแล้ว"));
      mattra_answer_set_stated (mattra_measure_ensure_answer (measure, MATTRA_ROUND_FULL_YEAR, NULL), cases[i].full);
      assert_due (plan, measure, &options, cases[i].expected);
    }
}

/* The list and the mark "overdue" say the same on every day of the year. */
static void
test_agrees_with_overdue (void)
{
  static const MattraStatus stated[] = { MATTRA_STATUS_NONE, MATTRA_STATUS_NOT_STARTED, MATTRA_STATUS_IN_PROGRESS,
                                         MATTRA_STATUS_DONE, MATTRA_STATUS_CANCELLED };
  g_autoptr (MattraPlan) plan = make_plan (1);

  for (guint i = 0; i < 2 * G_N_ELEMENTS (stated); i++)
    {
      g_autoptr (MattraMeasure) measure = make_measure (1, "2023-11-01", "2024-02-29", "0");
      MattraAnswer *answer = mattra_measure_ensure_answer (measure, MATTRA_ROUND_FIRST_HALF, "0");

      mattra_answer_set_stated (answer, stated[i / 2]);
      if (i % 2 == 1)
        mattra_answer_take_item (answer, MATTRA_ITEM_RESULT, mattra_item_new ("ทำแล้ว"));
      for (MattraDate day = date ("2023-10-01"); mattra_date_compare (day, date ("2024-10-02")) < 0;
           day = mattra_date_add_days (day, 1))
        {
          const MattraDueOptions options = { MATTRA_ROUND_FIRST_HALF, NULL, day, 30 };
          g_autoptr (GPtrArray) due = collect (plan, measure, NULL, &options);

          g_assert_cmpint (mattra_due_count_late (due), ==,
                           mattra_plan_is_overdue (plan, measure, MATTRA_ROUND_FIRST_HALF, day));
        }
    }
}

static void
test_rounds (void)
{
  g_autoptr (MattraPlan) plan = make_plan (1);
  g_autoptr (MattraMeasure) measure = make_measure (1, "2023-10-01", "2023-12-31", "0");
  MattraDueOptions options = { MATTRA_ROUND_FULL_YEAR, NULL, date ("2024-01-01"), 0 };

  assert_due (plan, measure, &options, "0 answer full 2023-12-31 -1");
  options.round = MATTRA_ROUND_NONE;
  mattra_plan_get_round (plan, MATTRA_ROUND_FIRST_HALF)->open = FALSE;
  assert_due (plan, measure, &options, "0 answer full 2023-12-31 -1");
  mattra_plan_get_round (plan, MATTRA_ROUND_FULL_YEAR)->open = FALSE;
  assert_due (plan, measure, &options, "");
  options.round = MATTRA_ROUND_FIRST_HALF;
  assert_due (plan, measure, &options, "0 answer half 2023-12-31 -1");
}

/* By division in the order of the plan, none last; a division alone; a joint answer counts for all. */
static void
test_divisions (void)
{
  g_autoptr (MattraPlan) plan = make_plan (3);
  g_autoptr (MattraMeasure) several = make_measure (1, NULL, "2023-12-09", "2,0");
  g_autoptr (MattraMeasure) nobody = make_measure (2, NULL, "2023-12-09", "");
  MattraDueOptions options = { MATTRA_ROUND_NONE, NULL, date ("2023-12-10"), 0 };
  MattraAnswer *answer;

  g_ptr_array_set_size (((MattraParty *) g_ptr_array_index (mattra_measure_get_parties (nobody), 0))->divisions, 0);
  assert_due (plan, several, &options, "0 answer half 2023-12-09 -1; 2 answer half 2023-12-09 -1");
  assert_due (plan, nobody, &options, "- answer half 2023-12-09 -1");
  options.division = "2";
  assert_due (plan, several, &options, "2 answer half 2023-12-09 -1");
  assert_due (plan, nobody, &options, "");
  options.division = NULL;
  answer = mattra_measure_ensure_answer (several, MATTRA_ROUND_FIRST_HALF, "2");
  mattra_answer_set_stated (answer, MATTRA_STATUS_IN_PROGRESS);
  answer = mattra_measure_ensure_answer (several, MATTRA_ROUND_FIRST_HALF, NULL);
  mattra_answer_set_stated (answer, MATTRA_STATUS_DONE);
  assert_due (plan, several, &options, "2 work half 2023-12-09 -1");
}

static void
test_sixty_divisions (void)
{
  g_autoptr (MattraPlan) plan = make_plan (60);
  g_autoptr (GString) all = g_string_new (NULL);
  g_autoptr (MattraMeasure) measure = NULL;
  g_autoptr (GPtrArray) due = NULL;
  const MattraDueOptions options = { MATTRA_ROUND_NONE, NULL, date ("2023-12-10"), 0 };

  for (guint i = 0; i < 60; i++)
    g_string_append_printf (all, "%s%u", i > 0 ? "," : "", 59 - i);
  measure = make_measure (1, NULL, "2023-12-09", all->str);
  due = collect (plan, measure, NULL, &options);
  g_assert_cmpuint (due->len, ==, 60);
  g_assert_cmpuint (mattra_due_count_late (due), ==, 60);
  for (guint i = 0; i < 60; i++)
    g_assert_cmpuint (((const MattraDue *) g_ptr_array_index (due, i))->place, ==, i);
}

static const struct
{
  const char *start;
  const char *end;
  guint n_times;
  guint occurrence;
  const char *expected;
} occurrences[] = {
  { "2023-10-01", "2024-03-31", 6, 1, "2023-10-31" }, { "2023-10-01", "2024-03-31", 6, 5, "2024-02-29" },
  { "2023-10-01", "2024-03-31", 6, 6, "2024-03-31" }, { "2023-10-01", "2024-03-31", 2, 1, "2023-12-31" },
  { "2022-10-01", "2023-03-31", 6, 5, "2023-02-28" }, { "2023-10-01", "2024-09-30", 4, 3, "2024-06-30" },
  { "2023-10-01", "2023-10-10", 2, 1, "2023-10-05" }, { "2023-10-01", "2023-10-10", 2, 2, "2023-10-10" },
  { "2023-10-01", "2023-10-02", 5, 1, "2023-10-01" }, { "2023-10-01", "2023-10-02", 5, 5, "2023-10-02" },
  { "2023-10-01", "2024-09-30", 366, 366, "2024-09-30" },
};

static void
test_occurrences (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (occurrences); i++)
    {
      MattraDate day = mattra_due_occurrence_day (date (occurrences[i].start), date (occurrences[i].end),
                                                  occurrences[i].n_times, occurrences[i].occurrence);
      g_autofree char *iso = mattra_date_to_iso (day);

      g_assert_cmpstr (iso, ==, occurrences[i].expected);
    }
}

/* Monthly in the first half: the first missing time, whoever ticked; none once the answer is closed. */
static void
test_steps (void)
{
  g_autoptr (MattraPlan) plan = make_plan (1);
  g_autoptr (MattraMeasure) measure = make_measure (1, "2023-10-01", "2024-09-30", "0");
  MattraDueOptions options = { MATTRA_ROUND_NONE, NULL, date ("2023-11-30"), 0 };
  MattraAnswer *answer;

  add_step (measure, "S1");
  assert_due (plan, measure, &options, "");
  mattra_measure_set_recurrence (measure, 6);
  assert_due (plan, measure, &options, "0 step half 2023-10-31 -30 0/6");
  mattra_measure_take_tick (measure, mattra_tick_new ("S1", MATTRA_ROUND_FIRST_HALF, "0", 1));
  assert_due (plan, measure, &options, "0 step half 2023-11-30 0 1/6");
  mattra_measure_take_tick (measure, mattra_tick_new ("S1", MATTRA_ROUND_FIRST_HALF, NULL, 2));
  assert_due (plan, measure, &options, "");
  options.within = 31;
  assert_due (plan, measure, &options, "0 step half 2023-12-31 31 2/6");
  mattra_measure_take_tick (measure, mattra_tick_new ("S1", MATTRA_ROUND_FIRST_HALF, "0", 4));
  assert_due (plan, measure, &options, "0 step half 2023-12-31 31 3/6");
  answer = mattra_measure_ensure_answer (measure, MATTRA_ROUND_FIRST_HALF, "0");
  mattra_answer_set_stated (answer, MATTRA_STATUS_DONE);
  assert_due (plan, measure, &options, "");
}

/* Monthly through the year: the second half has its own six times, April to September, and nothing of them is late
 * before; a measure that ends with March has none there. */
static void
test_steps_of_second_half (void)
{
  static const struct
  {
    const char *day;
    guint ticked; /* the first of the second half */
    const char *expected;
  } rows[] = {
    { "2024-03-31", 0, "" },
    { "2024-04-01", 0, "" },
    { "2024-04-30", 0, "0 step full 2024-04-30 0 0/6" },
    { "2024-05-01", 0, "0 step full 2024-04-30 -1 0/6" },
    { "2024-05-31", 1, "0 step full 2024-05-31 0 1/6" },
    { "2024-09-30", 5, "0 step full 2024-09-30 0 5/6" },
    { "2024-09-30", 6, "" },
  };
  g_autoptr (MattraPlan) plan = make_plan (1);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MattraMeasure) measure = make_measure (1, "2023-10-01", "2024-09-30", "0");
      g_autoptr (MattraMeasure) short_one = make_measure (2, "2023-10-01", "2024-03-31", "0");
      const MattraDueOptions options = { MATTRA_ROUND_FULL_YEAR, NULL, date (rows[i].day), 0 };
      g_autoptr (GPtrArray) none = NULL;

      add_step (measure, "S1");
      add_step (short_one, "S2");
      mattra_measure_set_recurrence (measure, 6);
      mattra_measure_set_recurrence (short_one, 6);
      for (guint k = 1; k <= rows[i].ticked; k++)
        mattra_measure_take_tick (measure, mattra_tick_new ("S1", MATTRA_ROUND_FULL_YEAR, "0", k));
      mattra_answer_take_item (mattra_measure_ensure_answer (measure, MATTRA_ROUND_FULL_YEAR, "0"), MATTRA_ITEM_RESULT,
                               mattra_item_new ("กำลังทำ"));
      mattra_answer_set_stated (mattra_measure_ensure_answer (measure, MATTRA_ROUND_FULL_YEAR, "0"),
                                MATTRA_STATUS_IN_PROGRESS);
      g_test_message ("%s, %u", rows[i].day, rows[i].ticked);
      none = collect (plan, short_one, NULL, &options);
      for (guint k = 0; k < none->len; k++)
        g_assert_cmpint (((const MattraDue *) g_ptr_array_index (none, k))->kind, !=, MATTRA_DUE_STEP);
      assert_steps (plan, measure, &options, rows[i].expected);
    }
}

/* Also with no measures at all; a milestone that has passed is not late; a division alone has none. */
static void
test_milestones (void)
{
  g_autoptr (MattraPlan) plan = make_plan (2);
  g_autoptr (GPtrArray) milestones = g_ptr_array_new_with_free_func ((GDestroyNotify) mattra_due_free);
  MattraDueOptions options = { MATTRA_ROUND_NONE, NULL, date ("2024-02-29"), 30 };
  g_autoptr (GPtrArray) due = NULL;
  g_autofree char *text = NULL;

  g_ptr_array_add (milestones, mattra_due_new_milestone ("C", "later", "ค", date ("2024-03-31")));
  g_ptr_array_add (milestones, mattra_due_new_milestone ("B", "last", "ข", date ("2024-03-30")));
  g_ptr_array_add (milestones, mattra_due_new_milestone ("A", "today", "ก", date ("2024-02-29")));
  g_ptr_array_add (milestones, mattra_due_new_milestone ("Z", "past", "อ", date ("2024-02-28")));
  due = collect (plan, NULL, milestones, &options);
  text = describe (due);
  g_assert_cmpstr (text, ==, "- milestone - 2024-02-29 0; - milestone - 2024-03-30 30");
  g_assert_cmpuint (((const MattraDue *) g_ptr_array_index (due, 0))->place, ==, 3);
  options.division = "0";
  g_ptr_array_unref (due);
  due = collect (plan, NULL, milestones, &options);
  g_assert_cmpuint (due->len, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/due/days", test_days);
  g_test_add_func ("/core/due/agrees-with-overdue", test_agrees_with_overdue);
  g_test_add_func ("/core/due/rounds", test_rounds);
  g_test_add_func ("/core/due/divisions", test_divisions);
  g_test_add_func ("/core/due/sixty-divisions", test_sixty_divisions);
  g_test_add_func ("/core/due/occurrences", test_occurrences);
  g_test_add_func ("/core/due/steps-of-second-half", test_steps_of_second_half);
  g_test_add_func ("/core/due/steps", test_steps);
  g_test_add_func ("/core/due/milestones", test_milestones);

  return g_test_run ();
}
