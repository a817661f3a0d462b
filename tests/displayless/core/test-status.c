/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-plan.h"

#define NONE MATTRA_STATUS_NONE
#define NOT_STARTED MATTRA_STATUS_NOT_STARTED
#define IN_PROGRESS MATTRA_STATUS_IN_PROGRESS
#define DUE_SOON MATTRA_STATUS_DUE_SOON
#define OVERDUE MATTRA_STATUS_OVERDUE
#define AWAITING MATTRA_STATUS_AWAITING_CLOSE
#define DONE MATTRA_STATUS_DONE
#define CANCELLED MATTRA_STATUS_CANCELLED

static MattraDate
date (const char *iso)
{
  MattraDate day = MATTRA_DATE_NONE;

  if (iso != NULL)
    g_assert_true (mattra_date_parse_iso (iso, &day));

  return day;
}

/* The round ends on 2023-03-31 in all of them. */
static const struct
{
  MattraStatus stated;
  gboolean results;
  const char *start;
  const char *end;
  const char *due;
  const char *day;
  MattraStatus computed;
  gboolean overdue;
} cases[] = {
  /* What people said closes everything. */
  { CANCELLED, TRUE, "2022-10-01", "2022-12-09", NULL, "2023-05-01", CANCELLED, FALSE },
  { DONE, FALSE, "2022-10-01", "2022-12-09", NULL, "2023-05-01", DONE, FALSE },
  /* Results without a close. */
  { NONE, TRUE, "2022-10-01", "2022-12-09", NULL, "2023-05-01", AWAITING, FALSE },
  { IN_PROGRESS, TRUE, "2022-10-01", "2022-12-09", NULL, "2022-12-01", AWAITING, FALSE },
  { IN_PROGRESS, TRUE, "2022-10-01", "2022-12-09", NULL, "2022-12-10", AWAITING, TRUE },
  /* The deadline is the last day on which it is in time. */
  { NONE, FALSE, "2022-10-01", "2022-12-09", NULL, "2022-12-09", DUE_SOON, FALSE },
  { NONE, FALSE, "2022-10-01", "2022-12-09", NULL, "2022-12-10", OVERDUE, TRUE },
  { NOT_STARTED, FALSE, "2022-10-01", "2022-12-09", NULL, "2022-12-10", OVERDUE, TRUE },
  { NONE, FALSE, "2022-10-01", NULL, NULL, "2023-03-31", DUE_SOON, FALSE },
  { NONE, FALSE, "2022-10-01", NULL, NULL, "2023-04-01", OVERDUE, TRUE },
  /* No answer at all: the day answers are due counts. */
  { NONE, FALSE, "2022-10-01", "2023-03-31", "2023-04-10", "2023-04-10", DUE_SOON, FALSE },
  { NONE, FALSE, "2022-10-01", "2023-03-31", "2023-04-10", "2023-04-11", OVERDUE, TRUE },
  { IN_PROGRESS, FALSE, "2022-10-01", "2023-03-31", "2023-04-10", "2023-04-01", OVERDUE, TRUE },
  /* Before, and 30 days before the end. */
  { NONE, FALSE, "2022-12-01", "2023-03-31", NULL, "2022-11-30", NOT_STARTED, FALSE },
  { NONE, FALSE, "2022-12-01", "2023-03-31", NULL, "2022-12-01", IN_PROGRESS, FALSE },
  { NONE, FALSE, "2022-12-01", "2022-12-10", NULL, "2022-11-30", NOT_STARTED, FALSE },
  { NONE, FALSE, "2022-10-01", "2023-03-31", NULL, "2023-02-28", IN_PROGRESS, FALSE },
  { NONE, FALSE, "2022-10-01", "2023-03-31", NULL, "2023-03-01", DUE_SOON, FALSE },
  { NONE, FALSE, NULL, "2023-03-31", NULL, "2022-10-02", IN_PROGRESS, FALSE },
};

static void
test_compute (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MattraStatusFacts facts = {
        .stated = cases[i].stated,
        .has_results = cases[i].results,
        .start = date (cases[i].start),
        .end = date (cases[i].end),
        .round_end = date ("2023-03-31"),
        .answers_due = date (cases[i].due),
        .lead_days = MATTRA_STATUS_LEAD_DAYS,
      };

      g_test_message ("case %u", i);
      g_assert_cmpint (mattra_status_compute (&facts, date (cases[i].day)), ==, cases[i].computed);
      g_assert_cmpint (mattra_status_is_overdue (&facts, date (cases[i].day)), ==, cases[i].overdue);
    }
}

static void
test_names (void)
{
  static const struct
  {
    MattraStatus status;
    const char *name;
    gboolean stated;
  } names[] = {
    { NONE, "none", TRUE },          { NOT_STARTED, "not_started", TRUE }, { IN_PROGRESS, "in_progress", TRUE },
    { DUE_SOON, "due_soon", FALSE }, { OVERDUE, "overdue", FALSE },        { AWAITING, "awaiting_close", FALSE },
    { DONE, "done", TRUE },          { CANCELLED, "cancelled", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      MattraStatus status;

      g_assert_cmpstr (mattra_status_to_string (names[i].status), ==, names[i].name);
      g_assert_true (mattra_status_from_string (names[i].name, &status));
      g_assert_cmpint (status, ==, names[i].status);
      g_assert_cmpint (mattra_status_can_be_stated (status), ==, names[i].stated);
      g_assert_nonnull (mattra_status_to_thai (status));
    }
  g_assert_false (mattra_status_from_string ("late", NULL));
  g_assert_cmpstr (mattra_status_to_thai (DONE), ==, "ดำเนินการแล้วเสร็จ");
}

static MattraPlan *
make_plan (void)
{
  MattraPlan *plan = mattra_plan_new (2566);
  g_autoptr (GPtrArray) usual = mattra_division_new_usual (MATTRA_ORGANISATION_SUBDISTRICT);
  g_autoptr (MattraDivisionList) list = NULL;

  for (guint i = 0; i < usual->len; i++)
    ((MattraDivision *) g_ptr_array_index (usual, i))->id = g_strdup_printf ("D%u", i);
  list = mattra_division_list_new (usual);
  mattra_plan_set_divisions (plan, list);

  return plan;
}

static MattraMeasure *
make_measure (MattraPlan *plan,
              const char *responsible)
{
  MattraMeasure *measure = mattra_measure_new ();
  MattraParty *party = mattra_party_new (responsible);

  g_ptr_array_unref (party->divisions);
  party->divisions = mattra_division_list_match (mattra_plan_get_divisions (plan), responsible);
  mattra_measure_take_party (measure, party);
  mattra_measure_set_period_start (measure, date ("2022-10-01"));
  mattra_measure_set_period_end (measure, date ("2023-03-31"));

  return measure;
}

/* What each of the joint answer, กองคลัง (D1) and กองช่าง (D2) says: ? no answer, a letter the status
 * stated, r with a result only. Both divisions should answer. The days: in time, and late. */
static const struct
{
  const char *answers;
  MattraStatus stated;
  MattraStatus in_time;
  MattraStatus late;
  gboolean overdue;
} combinations[] = {
  { "???", NONE, IN_PROGRESS, OVERDUE, TRUE },
  { "d??", DONE, DONE, DONE, FALSE },
  { "c??", CANCELLED, CANCELLED, CANCELLED, FALSE },
  { "r??", NONE, AWAITING, AWAITING, FALSE },
  { "i??", IN_PROGRESS, IN_PROGRESS, OVERDUE, TRUE },
  { "n??", NOT_STARTED, IN_PROGRESS, OVERDUE, TRUE },
  { "?dd", DONE, DONE, DONE, FALSE },
  { "?dc", DONE, DONE, DONE, FALSE },
  { "?cc", CANCELLED, CANCELLED, CANCELLED, FALSE },
  { "?d?", NONE, IN_PROGRESS, OVERDUE, TRUE },
  { "?rd", NONE, AWAITING, AWAITING, FALSE },
  { "?r?", NONE, IN_PROGRESS, OVERDUE, TRUE },
  { "?di", IN_PROGRESS, IN_PROGRESS, OVERDUE, TRUE },
  { "?nn", NOT_STARTED, IN_PROGRESS, OVERDUE, TRUE },
  { "r?d", NONE, AWAITING, AWAITING, FALSE },
};

static void
take_answer (MattraMeasure *measure,
             const char    *division,
             char           letter)
{
  static const MattraStatus letters[] = { ['d'] = DONE, ['c'] = CANCELLED, ['i'] = IN_PROGRESS, ['n'] = NOT_STARTED };
  MattraAnswer *answer;

  if (letter == '?')
    return;
  answer = mattra_measure_ensure_answer (measure, MATTRA_ROUND_FIRST_HALF, division);
  if (letter == 'r')
    mattra_answer_take_item (answer, MATTRA_ITEM_RESULT, mattra_item_new ("ผล"));
  else
    mattra_answer_set_stated (answer, letters[(guchar) letter]);
}

static void
test_combine (void)
{
  g_autoptr (MattraPlan) plan = make_plan ();
  MattraRound round = MATTRA_ROUND_FIRST_HALF;

  for (guint i = 0; i < G_N_ELEMENTS (combinations); i++)
    {
      g_autoptr (MattraMeasure) measure = make_measure (plan, "กองคลัง และกองช่าง");

      take_answer (measure, NULL, combinations[i].answers[0]);
      take_answer (measure, "D1", combinations[i].answers[1]);
      take_answer (measure, "D2", combinations[i].answers[2]);
      g_test_message ("%s", combinations[i].answers);
      g_assert_cmpint (mattra_plan_stated_status (plan, measure, round), ==, combinations[i].stated);
      g_assert_cmpint (mattra_plan_compute_status (plan, measure, round, date ("2022-12-01")), ==,
                       combinations[i].in_time);
      g_assert_cmpint (mattra_plan_compute_status (plan, measure, round, date ("2023-04-01")), ==,
                       combinations[i].late);
      g_assert_cmpint (mattra_plan_is_overdue (plan, measure, round, date ("2023-04-01")), ==,
                       combinations[i].overdue);
      g_assert_false (mattra_plan_is_overdue (plan, measure, round, date ("2022-12-01")));
    }
}

static void
test_rounds_apart (void)
{
  g_autoptr (MattraPlan) plan = make_plan ();
  g_autoptr (MattraMeasure) measure = make_measure (plan, "กองคลัง");
  MattraAnswer *answer = mattra_measure_ensure_answer (measure, MATTRA_ROUND_NONE, NULL);

  mattra_answer_set_stated (answer, DONE);
  g_assert_cmpint (mattra_plan_stated_status (plan, measure, MATTRA_ROUND_NONE), ==, DONE);
  g_assert_cmpint (mattra_plan_stated_status (plan, measure, MATTRA_ROUND_FULL_YEAR), ==, NONE);
  g_assert_cmpint (mattra_plan_compute_status (plan, measure, MATTRA_ROUND_FULL_YEAR, date ("2023-04-01")), ==,
                   OVERDUE);
}

/* A measure of the second half is not late in the first, even after its answers were due. */
static void
test_later_period (void)
{
  g_autoptr (MattraPlan) plan = make_plan ();
  g_autoptr (MattraMeasure) measure = make_measure (plan, "กองคลัง");

  mattra_plan_get_round (plan, MATTRA_ROUND_FIRST_HALF)->answers_due = date ("2023-04-10");
  mattra_measure_set_period_start (measure, date ("2023-06-01"));
  mattra_measure_set_period_end (measure, MATTRA_DATE_NONE);
  g_assert_cmpint (mattra_plan_compute_status (plan, measure, MATTRA_ROUND_FIRST_HALF, date ("2023-05-01")), ==,
                   NOT_STARTED);
  mattra_measure_set_period_end (measure, date ("2023-06-30"));
  g_assert_cmpint (mattra_plan_compute_status (plan, measure, MATTRA_ROUND_FIRST_HALF, date ("2023-05-01")), ==,
                   NOT_STARTED);
  g_assert_cmpint (mattra_plan_compute_status (plan, measure, MATTRA_ROUND_NONE, date ("2023-07-01")), ==, OVERDUE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/status/compute", test_compute);
  g_test_add_func ("/core/status/names", test_names);
  g_test_add_func ("/core/status/combine", test_combine);
  g_test_add_func ("/core/status/rounds-apart", test_rounds_apart);
  g_test_add_func ("/core/status/later-period", test_later_period);
  return g_test_run ();
}
