/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-arrange.h"
#include "mattra-edit.h"
#include "mattra-find.h"
#include "mattra-rematch.h"
#include "mattra-review.h"
#include "mattra-rows.h"
#include "own-folder.h"
#include "session-fixture.h"

/* What is counted beside lists and divisions is what their tables hold, whatever happens to the register. */

static void
wait_for (MattraSession *session)
{
  mattra_session_wait (session);
  session_fixture_spin (0);
  mattra_session_wait (session);
}

static guint
count_shown (MattraSession     *session,
             MattraMeasureList *list)
{
  wait_for (session);
  g_assert_false (mattra_measure_list_get_pending (list));
  return g_list_model_get_n_items (G_LIST_MODEL (list));
}

static void
check_division (MattraSession     *session,
                MattraMeasureList *list,
                const char        *division)
{
  MattraProgress progress = { 0 };

  mattra_session_set_division (session, division);
  mattra_session_set_list (session, MATTRA_LIST_ALL);
  wait_for (session);
  mattra_session_get_progress (session, division, &progress);
  g_test_message ("division %s: %u measures, %u overdue", division ? division : "all", progress.n_measures,
                  progress.overdue);
  g_assert_cmpuint (progress.n_measures, ==, count_shown (session, list));
  g_assert_cmpuint (progress.answered, <=, progress.expected);
  if (division == NULL)
    return;
  mattra_session_set_list (session, MATTRA_LIST_OVERDUE);
  g_assert_cmpuint (progress.overdue, ==, count_shown (session, list));
}

static void
check_all (MattraSession     *session,
           MattraMeasureList *list)
{
  MattraDivisionList *divisions = mattra_plan_get_divisions (mattra_session_get_plan (session));
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < mattra_division_list_get_size (divisions); i++)
    g_ptr_array_add (ids, g_strdup (mattra_division_list_get (divisions, i)->id));
  mattra_session_set_division (session, NULL);
  for (guint i = 0; i < MATTRA_N_SMART_LISTS; i++)
    {
      mattra_session_set_list (session, (MattraSmartList) i);
      g_test_message ("list %u", i);
      g_assert_cmpuint (count_shown (session, list), ==,
                        mattra_session_get_list_count (session, (MattraSmartList) i));
    }
  check_division (session, list, NULL);
  check_division (session, list, "");
  for (guint i = 0; i < ids->len; i++)
    check_division (session, list, g_ptr_array_index (ids, i));
  mattra_session_set_list (session, MATTRA_LIST_ALL);
  mattra_session_set_division (session, NULL);
}

static gboolean
delete_one (MattraStore  *store,
            MattraPlan   *plan,
            gpointer      data,
            GError      **error)
{
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (MattraMeasureKey));
  const char *one[] = { NULL, NULL };

  if (!mattra_store_list_keys (store, mattra_plan_get_id (plan), NULL, keys, error))
    return FALSE;
  if (keys->len == 0) /* all were taken back */
    return TRUE;
  one[0] = g_array_index (keys, MattraMeasureKey, GPOINTER_TO_UINT (data) % keys->len).id;
  return mattra_rows_delete (store, one, error);
}

/* One step in the review of an answer to a measure, whatever may be refused. */
static gboolean
review_one (MattraStore  *store,
            MattraPlan   *plan,
            gpointer      data,
            GError      **error)
{
  static const MattraActor secretary = { .name = "เลขา", .role = MATTRA_ROLE_SECRETARY };
  MattraDivisionList *divisions = mattra_plan_get_divisions (plan);
  guint draw = GPOINTER_TO_UINT (data);
  g_autofree char *number = g_strdup_printf ("%u", draw % SESSION_FIXTURE_MEASURES + 1);
  g_autoptr (MattraMeasure) measure = mattra_find_measure (store, plan, number, NULL);
  MattraReviewRequest request = { NULL, MATTRA_ROUND_FIRST_HALF + draw / 64 % 2, NULL, draw / 128 % MATTRA_N_VERDICTS,
                                  "เพราะ", NULL };

  if (measure == NULL)
    return TRUE;
  request.measure = mattra_measure_get_id (measure);
  if (draw / 1024 % 2 > 0)
    request.division = mattra_division_list_get (divisions, draw % mattra_division_list_get_size (divisions))->id;
  mattra_review_apply (store, plan, &secretary, &request, NULL);
  return TRUE;
}

/* One thing that somebody does, drawn by lot. */
static void
do_something (MattraSession *session)
{
  static const char *const parties[] = { "ทุกส่วนราชการ", "กองคลัง", "สำนักปลัด", "บริษัทสมชาย", "", "กองช่าง\nกองคลัง" };
  static const char *const periods[] = { "ต.ค. 65", "1/10/2565 - 31/5/2566", "ตลอดปี", "", "พ.ค. 66" };
  static const char *const statuses[] = { "done", "in_progress", "cancelled", "" };
  g_autofree char *measure = g_strdup_printf ("%d", g_test_rand_int_range (1, SESSION_FIXTURE_MEASURES + 1));

  switch (g_test_rand_int_range (0, 14))
    {
    case 0:
    case 1:
      session_fixture_set (session, measure, "results", g_test_rand_bit () ? "ทำแล้ว" : "");
      break;
    case 2:
      session_fixture_set (session, measure, "status", statuses[g_test_rand_int_range (0, G_N_ELEMENTS (statuses))]);
      break;
    case 3:
    case 4:
      session_fixture_set (session, measure, "responsible",
                           parties[g_test_rand_int_range (0, G_N_ELEMENTS (parties))]);
      break;
    case 5:
      session_fixture_set (session, measure, "period_text",
                           periods[g_test_rand_int_range (0, G_N_ELEMENTS (periods))]);
      break;
    case 6:
      mattra_session_set_round (session, g_test_rand_bit () ? MATTRA_ROUND_FIRST_HALF : MATTRA_ROUND_FULL_YEAR);
      break;
    case 7:
      mattra_clock_set_fixed (mattra_session_get_clock (session),
                              mattra_date_make (2022 + g_test_rand_bit (), g_test_rand_int_range (1, 13),
                                                g_test_rand_int_range (1, 29)));
      break;
    case 8:
      mattra_session_act_async (session, "delete-measure", NULL, delete_one,
                                GUINT_TO_POINTER ((guint) g_test_rand_int_range (0, 1000)), NULL, NULL, NULL);
      break;
    case 9:
    case 10:
    case 11:
    case 12:
      mattra_session_write_async (session, review_one, GUINT_TO_POINTER ((guint) g_test_rand_int_range (0, 1 << 12)),
                                  NULL, NULL, NULL);
      break;
    default:
      mattra_session_undo (session);
    }
  wait_for (session);
}

static void
test_random (void)
{
  g_auto (SessionFixture) fixture = { NULL };
  g_autoptr (MattraMeasureList) list = NULL;

  session_fixture_init (&fixture);
  list = mattra_measure_list_new (fixture.session);
  check_all (fixture.session, list);
  for (guint i = 0; i < 25; i++)
    {
      do_something (fixture.session);
      check_all (fixture.session, list);
    }
}

/* Following a division */

/* As check_all(), in a window that follows one division: a list without a division holds that of the division. */
static void
check_followed (MattraSession     *session,
                MattraMeasureList *list)
{
  const char *own = mattra_session_get_own_division (session);
  MattraProgress progress = { 0 };
  MattraProgress of_own = { 0 };

  for (guint i = 0; i < MATTRA_N_SMART_LISTS; i++)
    {
      mattra_session_set_division (session, NULL);
      mattra_session_set_list (session, (MattraSmartList) i);
      g_test_message ("list %u of %s", i, own ? own : "all");
      g_assert_cmpuint (count_shown (session, list), ==, mattra_session_get_list_count (session, (MattraSmartList) i));
    }
  if (own == NULL)
    return;
  mattra_session_get_progress (session, NULL, &progress);
  mattra_session_get_progress (session, own, &of_own);
  g_assert_cmpmem (&progress, sizeof progress, &of_own, sizeof of_own);
  g_assert_cmpuint (progress.n_measures, ==, mattra_session_get_list_count (session, MATTRA_LIST_ALL));
  g_assert_cmpuint (progress.overdue, ==, mattra_session_get_list_count (session, MATTRA_LIST_OVERDUE));
}

static gboolean
add_heads (MattraStore  *store,
           MattraPlan   *plan,
           gpointer      data,
           GError      **error)
{
  MattraDivisionList *divisions = mattra_plan_get_divisions (plan);

  for (guint i = 0; i < mattra_division_list_get_size (divisions); i++)
    {
      const MattraDivision *division = mattra_division_list_get (divisions, i);
      g_autoptr (MattraSigner) signer = mattra_signer_new (division->name);
      g_autofree char *id = NULL;

      signer->division = g_strdup (division->id);
      id = mattra_store_insert_signer (store, signer, error);
      if (id == NULL)
        return FALSE;
    }
  return TRUE;
}

/* The window becomes that of another person, or shows all divisions. */
static void
follow_something (MattraSession *session)
{
  MattraDivisionList *divisions = mattra_plan_get_divisions (mattra_session_get_plan (session));
  guint at = (guint) g_test_rand_int_range (0, (gint32) mattra_division_list_get_size (divisions) + 2);
  g_autoptr (GError) error = NULL;

  if (at < mattra_division_list_get_size (divisions))
    mattra_session_choose_actor (session, mattra_division_list_get (divisions, at)->name, &error);
  else if (mattra_session_get_actor (session) != NULL)
    mattra_session_set_everything (session, at % 2);
  /* Somebody may have undone that there are heads. */
  if (!g_error_matches (error, MATTRA_ERROR, MATTRA_ERROR_NOT_FOUND))
    g_assert_no_error (error);
}

static void
test_random_followed (void)
{
  g_auto (SessionFixture) fixture = { NULL };
  g_autoptr (MattraSession) head = NULL;
  g_autoptr (MattraMeasureList) list = NULL;

  session_fixture_init (&fixture);
  mattra_session_act_async (fixture.session, "set", NULL, add_heads, NULL, NULL, NULL, NULL);
  mattra_session_wait (fixture.session);
  head = mattra_session_new_beside (fixture.session);
  list = mattra_measure_list_new (head);
  for (guint i = 0; i < 40; i++)
    {
      if (i % 2 == 0)
        follow_something (head);
      do_something (fixture.session);
      mattra_session_set_round (head, mattra_session_get_round (fixture.session));
      wait_for (head);
      check_followed (head, list);
    }
  g_clear_object (&list);
  mattra_session_close (head);
  session_fixture_spin (0);
}

static gboolean
run_edit (MattraStore  *store,
          MattraPlan   *plan,
          gpointer      data,
          GError      **error)
{
  return mattra_edit_set (store, plan, data, error);
}

static void
set (MattraSession *session,
     MattraEdit    *edit)
{
  mattra_session_act_async (session, "set", NULL, run_edit, edit, NULL, NULL, NULL);
  wait_for (session);
}

static const char *
id_of (MattraSession *session,
       const char    *name)
{
  MattraDivisionList *divisions = mattra_plan_get_divisions (mattra_session_get_plan (session));

  for (guint i = 0; i < mattra_division_list_get_size (divisions); i++)
    if (g_str_equal (mattra_division_list_get (divisions, i)->name, name))
      return mattra_division_list_get (divisions, i)->id;
  return NULL;
}

static guint
count_of (MattraSession *session,
          const char    *division)
{
  MattraProgress progress = { 0 };

  mattra_session_get_progress (session, division, &progress);
  return progress.n_measures;
}

/* As the page of divisions does it. */
static gboolean
delete_division (MattraStore  *store,
                 MattraPlan   *plan,
                 gpointer      data,
                 GError      **error)
{
  MattraDivisionList *divisions = mattra_plan_get_divisions (plan);
  const MattraDivision *division = mattra_division_list_find_name (divisions, data);

  return mattra_arrange_delete_division (store, division->id, error)
         && mattra_rematch_parties (store, mattra_plan_get_fiscal_year (plan), error);
}

/* Measures of nobody known go to the division as soon as it is called what they say, and none is lost when
 * it is no more. */
static void
test_divisions (void)
{
  g_auto (SessionFixture) fixture = { NULL };
  g_autoptr (MattraMeasureList) list = NULL;
  MattraEdit add = { "division:กองดิจิทัล", "name", "กองดิจิทัล", MATTRA_ROUND_NONE, NULL };
  MattraEdit alias = { "division:กองดิจิทัล", "aliases", "ผู้ดูแลเว็บไซต์", MATTRA_ROUND_NONE, NULL };
  MattraEdit no_alias = { "division:กองดิจิทัล", "aliases", "", MATTRA_ROUND_NONE, NULL };
  MattraEdit rename = { "division:กองดิจิทัล", "name", "ผู้ดูแลเว็บไซต์", MATTRA_ROUND_NONE, NULL };
  guint nobody = 0;
  guint shared = 4; /* of ทุกส่วนราชการ */

  session_fixture_init (&fixture);
  list = mattra_measure_list_new (fixture.session);
  nobody = count_of (fixture.session, "");
  set (fixture.session, &add);
  g_assert_cmpuint (count_of (fixture.session, id_of (fixture.session, "กองดิจิทัล")), ==, shared);
  g_assert_cmpuint (count_of (fixture.session, ""), ==, nobody);
  set (fixture.session, &alias);
  g_assert_cmpuint (count_of (fixture.session, id_of (fixture.session, "กองดิจิทัล")), ==, shared + nobody);
  g_assert_cmpuint (count_of (fixture.session, ""), ==, 0);
  check_all (fixture.session, list);
  mattra_session_undo (fixture.session);
  wait_for (fixture.session);
  g_assert_cmpuint (count_of (fixture.session, ""), ==, nobody);
  set (fixture.session, &alias);
  set (fixture.session, &no_alias);
  g_assert_cmpuint (count_of (fixture.session, ""), ==, nobody);
  set (fixture.session, &rename);
  g_assert_cmpuint (count_of (fixture.session, id_of (fixture.session, "ผู้ดูแลเว็บไซต์")), ==, shared + nobody);
  check_all (fixture.session, list);
  mattra_session_undo (fixture.session);
  wait_for (fixture.session);
  mattra_session_act_async (fixture.session, "delete-division", NULL, delete_division,
                            (gpointer) "กองดิจิทัล", NULL, NULL, NULL);
  wait_for (fixture.session);
  g_assert_null (id_of (fixture.session, "กองดิจิทัล"));
  g_assert_cmpuint (count_of (fixture.session, ""), ==, nobody);
  check_all (fixture.session, list);
  g_assert_cmpuint (mattra_session_get_list_count (fixture.session, MATTRA_LIST_ALL), ==,
                    SESSION_FIXTURE_MEASURES);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = own_folder_new ();
  int result;

  g_setenv ("XDG_CONFIG_HOME", folder, TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/session/counts/random", test_random);
  g_test_add_func ("/session/counts/random-followed", test_random_followed);
  g_test_add_func ("/session/counts/divisions", test_divisions);
  result = g_test_run ();
  own_folder_remove (folder);
  return result;
}
