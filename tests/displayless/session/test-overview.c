/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-overview-model.h"
#include "own-folder.h"
#include "session-fixture.h"

/* Each number of the overview is the number of rows of the table that it opens, whatever is in the register. */

#define N_RANDOM 60
#define HEAD "นางสาวหัวหน้า กองหนึ่ง"

/* Random registers */

static MattraDate
random_day (GRand *random)
{
  return mattra_date_make (g_rand_int_range (random, 2022, 2024), g_rand_int_range (random, 1, 13),
                           g_rand_int_range (random, 1, 29));
}

static void
add_divisions (MattraMeasure      *measure,
               MattraDivisionList *divisions,
               GRand              *random)
{
  MattraParty *party = mattra_party_new ("ผู้รับผิดชอบ");

  for (guint i = 0; i < mattra_division_list_get_size (divisions); i++)
    if (g_rand_int_range (random, 0, 4) == 0)
      g_ptr_array_add (party->divisions, g_strdup (mattra_division_list_get (divisions, i)->id));
  mattra_measure_take_party (measure, party);
}

static void
add_answer (MattraMeasure *measure,
            MattraRound    round,
            const char    *division,
            GRand         *random)
{
  static const MattraStatus stated[] = { MATTRA_STATUS_NONE, MATTRA_STATUS_NONE, MATTRA_STATUS_NOT_STARTED,
                                         MATTRA_STATUS_IN_PROGRESS, MATTRA_STATUS_DONE, MATTRA_STATUS_CANCELLED };
  MattraAnswer *answer = mattra_measure_ensure_answer (measure, round, division);

  mattra_answer_set_stated (answer, stated[g_rand_int_range (random, 0, G_N_ELEMENTS (stated))]);
  if (g_rand_boolean (random))
    mattra_answer_take_item (answer, MATTRA_ITEM_RESULT, mattra_item_new ("ดำเนินการแล้ว"));
}

static MattraMeasure *
random_measure (MattraPlan *plan,
                int         number,
                GRand      *random)
{
  MattraDivisionList *divisions = mattra_plan_get_divisions (plan);
  MattraMeasure *measure = mattra_measure_new ();
  MattraDate start = random_day (random);
  MattraDate end = random_day (random);

  mattra_measure_set_number (measure, number);
  mattra_measure_set_title (measure, "มาตรการ");
  mattra_measure_set_ita_indicator (measure, g_rand_int_range (random, 0, MATTRA_N_INDICATORS + 1));
  if (g_rand_boolean (random) && mattra_date_compare (start, end) <= 0)
    {
      mattra_measure_set_period_text (measure, "ตามแผน");
      mattra_measure_set_period_start (measure, start);
      mattra_measure_set_period_end (measure, end);
    }
  add_divisions (measure, divisions, random);
  for (int round = MATTRA_ROUND_FIRST_HALF; round <= MATTRA_ROUND_FULL_YEAR; round++)
    {
      if (g_rand_int_range (random, 0, 3) == 0)
        add_answer (measure, round, NULL, random);
      for (guint i = 0; i < mattra_division_list_get_size (divisions); i++)
        if (g_rand_int_range (random, 0, 6) == 0)
          add_answer (measure, round, mattra_division_list_get (divisions, i)->id, random);
    }
  return measure;
}

static gboolean
insert_random (MattraStore  *store,
               MattraPlan   *plan,
               gpointer      data,
               GError      **error)
{
  for (int i = 1; i <= N_RANDOM; i++)
    {
      g_autoptr (MattraMeasure) measure = random_measure (plan, 100 + i, data);

      if (!mattra_store_insert_measure (store, mattra_plan_get_id (plan), measure, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_head (MattraStore  *store,
          MattraPlan   *plan,
          gpointer      data,
          GError      **error)
{
  g_autoptr (MattraSigner) signer = mattra_signer_new (HEAD);
  g_autofree char *id = NULL;

  signer->division = g_strdup (data);
  id = mattra_store_insert_signer (store, signer, error);
  return id != NULL;
}

/* Counting */

static void
settle (MattraSession *session)
{
  for (guint i = 0; i < 3; i++)
    {
      mattra_session_wait (session);
      session_fixture_spin (0);
    }
}

typedef struct
{
  MattraSession *session;
  MattraMeasureList *list;
  const MattraOverview *overview;
  guint n_checked;
} Checker;

static void
check_number (Checker            *self,
              MattraOverviewPart  part,
              guint               index,
              guint               groups,
              guint               n)
{
  g_auto (MattraFilter) filter = { NULL };

  mattra_overview_get_filter (self->overview, part, index, groups, &filter);
  mattra_session_set_filter (self->session, &filter);
  mattra_session_wait (self->session);
  g_assert_false (mattra_measure_list_get_pending (self->list));
  if (g_list_model_get_n_items (G_LIST_MODEL (self->list)) != n)
    g_test_message ("part %d, index %u, groups %x", part, index, groups);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (self->list)), ==, n);
  self->n_checked++;
}

static void
check_tally (Checker            *self,
             MattraOverviewPart  part,
             guint               index,
             const MattraTally  *tally)
{
  guint sum = 0;

  for (guint i = 0; i < MATTRA_N_GROUPS; i++)
    {
      check_number (self, part, index, 1u << i, tally->groups[i]);
      sum += tally->groups[i];
    }
  check_number (self, part, index, 0, tally->total);
  g_assert_cmpuint (sum, ==, tally->total);
}

static void
check_overview (Checker             *self,
                MattraOverviewModel *model)
{
  g_autofree char *division = NULL;

  mattra_overview_model_set_active (model, TRUE);
  settle (self->session);
  self->overview = mattra_overview_model_get_overview (model);
  g_assert_nonnull (self->overview);
  division = g_strdup (mattra_session_get_division (self->session));
  g_assert_cmpstr (self->overview->division, ==, division);
  /* What follows changes the session; the numbers stay as they are. */
  mattra_overview_model_set_active (model, FALSE);
  check_tally (self, MATTRA_OVERVIEW_ALL, 0, &self->overview->all);
  for (guint i = 0; i < self->overview->divisions->len; i++)
    check_tally (self, MATTRA_OVERVIEW_DIVISION, i,
                 &g_array_index (self->overview->divisions, MattraOverviewDivision, i).tally);
  for (guint i = 0; i <= MATTRA_N_INDICATORS; i++)
    check_tally (self, MATTRA_OVERVIEW_INDICATOR, i, &self->overview->indicators[i].tally);
  check_number (self, MATTRA_OVERVIEW_LATE, 0, 0, self->overview->n_late);
  check_number (self, MATTRA_OVERVIEW_SOON, 0, 0, self->overview->n_soon);
}

/* For the whole and for a division, in either round, on a day of the year. */
static void
check_register (MattraSession     *session,
                MattraMeasureList *list,
                GRand             *random)
{
  g_autoptr (MattraOverviewModel) model = mattra_overview_model_new (session);
  Checker checker = { session, list, NULL, 0 };

  mattra_clock_set_fixed (mattra_session_get_clock (session), random_day (random));
  settle (session);
  for (int round = MATTRA_ROUND_FIRST_HALF; round <= MATTRA_ROUND_FULL_YEAR; round++)
    {
      const MattraFilter all = { NULL };
      MattraDivisionList *divisions = mattra_plan_get_divisions (mattra_session_get_plan (session));
      guint at = (guint) g_rand_int_range (random, 0, (gint32) mattra_division_list_get_size (divisions));
      const MattraFilter one = { .division = mattra_division_list_get (divisions, at)->id };

      mattra_session_set_round (session, round);
      mattra_session_set_filter (session, &all);
      check_overview (&checker, model);
      mattra_session_set_filter (session, &one);
      check_overview (&checker, model);
    }
  g_test_message ("%u numbers", checker.n_checked);
}

/* The window becomes that of the head of a division. */
static void
follow (MattraSession *session,
        GRand         *random)
{
  MattraDivisionList *divisions = mattra_plan_get_divisions (mattra_session_get_plan (session));
  guint at = (guint) g_rand_int_range (random, 0, (gint32) mattra_division_list_get_size (divisions));
  char *division = g_strdup (mattra_division_list_get (divisions, at)->id);

  mattra_session_act_async (session, "set", NULL, add_head, division, g_free, NULL, NULL);
  settle (session);
  g_assert_true (mattra_session_choose_actor (session, HEAD, NULL));
  g_assert_nonnull (mattra_session_get_own_division (session));
}

/* Every second register is looked at by who follows one division. */
static void
test_counts (void)
{
  for (guint32 seed = 1; seed <= 4; seed++)
    {
      g_auto (SessionFixture) fixture = { NULL };
      g_autoptr (MattraMeasureList) list = NULL;
      GRand *random = g_rand_new_with_seed (seed);

      session_fixture_init (&fixture);
      list = mattra_measure_list_new (fixture.session);
      mattra_session_act_async (fixture.session, "import", NULL, insert_random, random, NULL, NULL, NULL);
      if (seed % 2 == 0)
        follow (fixture.session, random);
      check_register (fixture.session, list, random);
      g_rand_free (random);
    }
}

/* It follows what is written and the day. */
static void
test_follows (void)
{
  g_auto (SessionFixture) fixture = { NULL };
  g_autoptr (MattraOverviewModel) model = NULL;
  const MattraOverview *overview;

  session_fixture_init (&fixture);
  mattra_clock_set_fixed (mattra_session_get_clock (fixture.session), mattra_date_make (2023, 3, 31));
  settle (fixture.session);
  model = mattra_overview_model_new (fixture.session);
  mattra_overview_model_set_active (model, TRUE);
  settle (fixture.session);
  overview = mattra_overview_model_get_overview (model);
  g_assert_cmpuint (overview->all.total, ==, SESSION_FIXTURE_MEASURES);
  g_assert_cmpuint (overview->n_late, ==, 0);
  g_assert_cmpuint (overview->n_soon, ==, 20);
  g_assert_cmpuint (overview->soon->len, ==, MATTRA_OVERVIEW_N_LINES);
  g_assert_cmpstr (mattra_overview_model_get_title (model,
                                                    g_array_index (overview->soon, MattraOverviewLine, 0).id), ==,
                   "มาตรการที่ 2");

  session_fixture_set (fixture.session, "2", "results", "ดำเนินการแล้ว");
  settle (fixture.session);
  overview = mattra_overview_model_get_overview (model);
  g_assert_cmpuint (overview->n_soon, ==, 19);
  g_assert_cmpuint (mattra_overview_model_get_acts (model)->len, >, 0);

  mattra_clock_set_fixed (mattra_session_get_clock (fixture.session), mattra_date_make (2023, 4, 1));
  settle (fixture.session);
  overview = mattra_overview_model_get_overview (model);
  g_assert_cmpuint (overview->n_late, ==, 19);
  g_assert_cmpuint (overview->n_soon, ==, 0);
  g_assert_cmpint (overview->days_left, ==, -1);
}

static void
assert_act (MattraOverviewModel *model,
            guint                place,
            const char          *text,
            guint                n,
            int                  number)
{
  const MattraOverviewAct *act = g_ptr_array_index (mattra_overview_model_get_acts (model), place);

  g_assert_cmpstr (act->text, ==, text);
  g_assert_cmpuint (act->n, ==, n);
  g_assert_cmpint (act->number, ==, number);
  g_assert_true ((act->measure != NULL) == (number > 0));
}

/* Acts that are alike, one right after the other, are one line, which leads to a measure where all are about it. */
static void
test_joined (void)
{
  g_auto (SessionFixture) fixture = { NULL };
  g_autoptr (MattraOverviewModel) model = NULL;

  session_fixture_init (&fixture);
  session_fixture_set (fixture.session, "1", "title", "ชื่อแรก");
  for (int i = 1; i <= 8; i++)
    {
      g_autofree char *number = g_strdup_printf ("%d", i);

      session_fixture_set (fixture.session, number, "results", "ดำเนินการแล้ว");
    }
  session_fixture_set (fixture.session, "3", "obstacles", "ไม่มี");
  session_fixture_set (fixture.session, "3", "obstacles", "ฝนตก");
  session_fixture_set (fixture.session, "2", "title", "ชื่อหลัง");
  model = mattra_overview_model_new (fixture.session);
  mattra_overview_model_set_active (model, TRUE);
  settle (fixture.session);
  g_assert_cmpuint (mattra_overview_model_get_acts (model)->len, <=, MATTRA_OVERVIEW_N_ACTS);
  assert_act (model, 0, "Change measure", 1, 2);
  assert_act (model, 1, "Change obstacles", 2, 3);
  assert_act (model, 2, "Change results", 8, 0);
  assert_act (model, 3, "Change measure", 1, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *folder = own_folder_new ();
  int result;

  g_setenv ("XDG_CONFIG_HOME", folder, TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/session/overview/counts", test_counts);
  g_test_add_func ("/session/overview/follows", test_follows);
  g_test_add_func ("/session/overview/joined", test_joined);
  result = g_test_run ();
  own_folder_remove (folder);
  return result;
}
