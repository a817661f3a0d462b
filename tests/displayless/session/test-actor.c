/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <string.h>

#include "fixture.h"
#include "mattra-edit.h"
#include "mattra-find.h"
#include "mattra-review.h"
#include "mattra-roll-over.h"
#include "mattra-signer.h"
#include "mattra-whoami.h"
#include "own-folder.h"
#include "session-fixture.h"

/* Who the tests' register knows. */
#define OWN_MEASURE "4"

typedef struct
{
  const char *name;
  const char *post;
  const char *acting;
  int division; /* number of the division; -1 for none */
  const char *member; /* role in the committee */
  MattraRole role;
  MattraGround ground;
} Person;

static const Person people[] = {
  { "นายหนึ่ง", "ผู้อำนวยการกองคลัง", NULL, 0, NULL, MATTRA_ROLE_DIVISION_HEAD, MATTRA_GROUND_DIVISION },
  { "นายสอง", "นายกเทศมนตรี", NULL, -1, NULL, MATTRA_ROLE_CHIEF_EXECUTIVE, MATTRA_GROUND_POST },
  { "นายสาม", "ปลัด", "รักษาราชการแทน นายกเทศมนตรี", -1, NULL, MATTRA_ROLE_CHIEF_EXECUTIVE, MATTRA_GROUND_ACTING },
  { "นายสี่", "นักทรัพยากรบุคคล", NULL, -1, "เลขานุการ", MATTRA_ROLE_SECRETARY, MATTRA_GROUND_COMMITTEE },
  { "นายห้า", "นิติกร", NULL, -1, NULL, MATTRA_ROLE_VIEWER, MATTRA_GROUND_NONE },
};

typedef struct
{
  char *ids[G_N_ELEMENTS (people)];
} Ids;

static gboolean
add_person (MattraStore   *store,
            MattraPlan    *plan,
            const Person  *person,
            char         **id,
            GError       **error)
{
  g_autoptr (MattraSigner) signer = mattra_signer_new (person->name);
  g_autoptr (MattraMember) member = person->member != NULL ? mattra_member_new (person->member) : NULL;
  g_autofree char *member_id = NULL;

  signer->post = g_strdup (person->post);
  signer->acting = g_strdup (person->acting);
  if (person->division >= 0)
    signer->division = g_strdup (mattra_division_list_get (mattra_plan_get_divisions (plan), person->division)->id);
  *id = mattra_store_insert_signer (store, signer, error);
  if (*id == NULL || member == NULL)
    return *id != NULL;
  member->name = g_strdup (person->name);
  member_id = mattra_store_insert_member (store, mattra_plan_get_id (plan), member, error);
  return member_id != NULL;
}

static gboolean
add_people (MattraStore  *store,
            MattraPlan   *plan,
            gpointer      data,
            GError      **error)
{
  Ids *ids = data;

  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    if (!add_person (store, plan, &people[i], &ids->ids[i], error))
      return FALSE;
  return TRUE;
}

static void
fill (SessionFixture *fixture,
      Ids            *ids)
{
  mattra_session_act_async (fixture->session, "set", NULL, add_people, ids, NULL, NULL, NULL);
  mattra_session_wait (fixture->session);
}

static void
ids_clear (Ids *ids)
{
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    g_free (ids->ids[i]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Ids, ids_clear)

static void
count_cb (guint *count)
{
  (*count)++;
}

/* A register that nobody said anything about works as it ever did. */
static void
test_nobody (void)
{
  g_auto (SessionFixture) fixture = { NULL };

  session_fixture_init (&fixture);
  g_assert_null (mattra_session_get_actor (fixture.session));
  g_assert_false (mattra_session_get_asked (fixture.session));
  mattra_session_set_asked (fixture.session);
  g_assert_true (mattra_session_get_asked (fixture.session));
  g_assert_null (mattra_session_get_actor (fixture.session));
}

/* Each person has the role that follows from the register, is told why, and is still chosen in the next window. */
static void
test_chosen (void)
{
  g_auto (SessionFixture) fixture = { NULL };
  g_auto (Ids) ids = { { NULL } };
  g_autoptr (GPtrArray) listed = NULL;
  guint notified = 0;

  session_fixture_init (&fixture);
  fill (&fixture, &ids);
  listed = mattra_session_list_actors (fixture.session);
  g_assert_cmpuint (listed->len, >=, G_N_ELEMENTS (people));
  g_signal_connect_swapped (fixture.session, "notify::actor", G_CALLBACK (count_cb), &notified);
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MattraSession) other = NULL;
      g_autofree char *why = NULL;
      const MattraActor *actor;

      g_test_message ("%s", people[i].name);
      g_assert_true (mattra_session_choose_actor (fixture.session, ids.ids[i], &error));
      g_assert_no_error (error);
      g_assert_cmpuint (notified, ==, i + 1);
      actor = mattra_session_get_actor (fixture.session);
      g_assert_cmpstr (actor->name, ==, people[i].name);
      g_assert_cmpint (actor->role, ==, people[i].role);
      g_assert_cmpint (actor->ground, ==, people[i].ground);
      g_assert_cmpint (actor->division != NULL, ==, people[i].division >= 0);
      why = mattra_actor_explain (actor, mattra_session_get_plan (fixture.session));
      g_assert_true (g_str_has_suffix (why, "."));
      other = session_fixture_open (fixture.path, FALSE, &error);
      g_assert_no_error (error);
      g_assert_true (mattra_actor_is_same (mattra_session_get_actor (other), actor));
      g_assert_true (mattra_session_get_asked (other));
      mattra_session_close (other);
    }
  g_assert_true (mattra_session_choose_actor (fixture.session, NULL, NULL));
  g_assert_null (mattra_session_get_actor (fixture.session));
}

/* By somebody else, who may. */
static void
rename_person (SessionFixture *fixture,
               const char     *id,
               const char     *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MattraStore) store = mattra_store_open_as (fixture->path, FALSE, FIXTURE_OTHER_DEVICE, &error);

  g_assert_no_error (error);
  g_assert_true (mattra_store_set_signer_field (store, id, "name", name, &error));
  mattra_session_look (fixture->session);
  session_fixture_spin (300);
  mattra_session_wait (fixture->session);
}

/* The role is that of the register as it is now; who left it only looks. */
static void
test_register_changes (void)
{
  g_auto (SessionFixture) fixture = { NULL };
  g_auto (Ids) ids = { { NULL } };
  const MattraActor *actor;

  session_fixture_init (&fixture);
  fill (&fixture, &ids);
  g_assert_true (mattra_session_choose_actor (fixture.session, ids.ids[3], NULL));
  rename_person (&fixture, ids.ids[3], "นางสาวใหม่");
  actor = mattra_session_get_actor (fixture.session);
  g_assert_cmpstr (actor->name, ==, "นางสาวใหม่");
  g_assert_cmpint (actor->role, ==, MATTRA_ROLE_VIEWER);
  g_assert_true (mattra_session_choose_actor (fixture.session, ids.ids[0], NULL));
  rename_person (&fixture, ids.ids[0], MATTRA_SIGNER_VACANT);
  actor = mattra_session_get_actor (fixture.session);
  g_assert_cmpstr (actor->name, ==, people[0].name);
  g_assert_cmpint (actor->role, ==, MATTRA_ROLE_VIEWER);
  g_assert_cmpint (actor->ground, ==, MATTRA_GROUND_GONE);
  g_assert_null (actor->division);
}

/* Another window of the account hears of the choice when it is looked at again. */
static void
test_two_windows (void)
{
  g_auto (SessionFixture) fixture = { NULL };
  g_auto (Ids) ids = { { NULL } };
  g_autoptr (MattraSession) beside = NULL;

  session_fixture_init (&fixture);
  fill (&fixture, &ids);
  beside = mattra_session_new_beside (fixture.session);
  mattra_session_wait (beside);
  g_assert_true (mattra_session_choose_actor (fixture.session, ids.ids[1], NULL));
  g_assert_null (mattra_session_get_actor (beside));
  mattra_session_look (beside);
  g_assert_cmpstr (mattra_session_get_actor (beside)->name, ==, people[1].name);
  mattra_session_wait (beside);
  mattra_session_close (beside);
}

/* Every number beside a list is that of the rows the list shows. */
static void
check_counts (MattraSession     *session,
              MattraMeasureList *list)
{
  for (guint i = 0; i < MATTRA_N_SMART_LISTS; i++)
    {
      mattra_session_set_list (session, i);
      mattra_session_set_division (session, NULL);
      mattra_session_wait (session);
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, mattra_session_get_list_count (session, i));
    }
  mattra_session_set_list (session, MATTRA_LIST_ALL);
}

/* A division head sees the own division alone until all are asked for; that is kept too. */
static void
test_own_division (void)
{
  g_auto (SessionFixture) fixture = { NULL };
  g_auto (Ids) ids = { { NULL } };
  g_autoptr (MattraMeasureList) list = NULL;
  g_autoptr (MattraSession) other = NULL;
  g_autofree char *own = NULL;
  MattraProgress of_all;
  MattraProgress of_own;
  guint n_all;

  session_fixture_init (&fixture);
  fill (&fixture, &ids);
  list = mattra_measure_list_new (fixture.session);
  mattra_session_wait (fixture.session);
  n_all = mattra_session_get_list_count (fixture.session, MATTRA_LIST_ALL);
  check_counts (fixture.session, list);
  g_assert_true (mattra_session_choose_actor (fixture.session, ids.ids[0], NULL));
  own = g_strdup (mattra_session_get_own_division (fixture.session));
  g_assert_cmpstr (mattra_session_get_division (fixture.session), ==, own);
  mattra_session_wait (fixture.session);
  g_assert_cmpuint (mattra_session_get_list_count (fixture.session, MATTRA_LIST_ALL), <, n_all);
  check_counts (fixture.session, list);
  mattra_session_get_progress (fixture.session, NULL, &of_all);
  mattra_session_get_progress (fixture.session, own, &of_own);
  g_assert_cmpmem (&of_all, sizeof of_all, &of_own, sizeof of_own);
  mattra_session_set_everything (fixture.session, TRUE);
  mattra_session_wait (fixture.session);
  g_assert_null (mattra_session_get_own_division (fixture.session));
  g_assert_cmpuint (mattra_session_get_list_count (fixture.session, MATTRA_LIST_ALL), ==, n_all);
  check_counts (fixture.session, list);
  other = session_fixture_open (fixture.path, FALSE, NULL);
  g_assert_true (mattra_session_get_everything (other));
  g_assert_null (mattra_session_get_division (other));
  mattra_session_close (other);
  /* Who answers for no division follows none. */
  g_assert_true (mattra_session_choose_actor (fixture.session, ids.ids[1], NULL));
  g_assert_null (mattra_session_get_own_division (fixture.session));
}

static gboolean
start_next_year (MattraStore  *store,
                 MattraPlan   *plan,
                 gpointer      data,
                 GError      **error)
{
  g_auto (MattraRollOver) done = { 0 };

  return mattra_roll_over (store, plan, mattra_plan_get_fiscal_year (plan) + 1, FALSE, NULL, &done, error);
}

typedef struct
{
  const char *before; /* what the division was called */
  const char *field;
  const char *value;
} Renaming;

static gboolean
rename_division (MattraStore  *store,
                 MattraPlan   *plan,
                 gpointer      data,
                 GError      **error)
{
  const Renaming *renaming = data;
  g_autofree char *target = g_strconcat ("division:", renaming->before, NULL);
  const MattraEdit edit = { target, renaming->field, renaming->value, MATTRA_ROUND_NONE, NULL };

  return mattra_edit_set (store, plan, &edit, error);
}

/* The name that the followed division has in a year; NULL where none is followed. */
static const char *
followed_in (MattraSession *session,
             int            year)
{
  const char *own;

  mattra_session_set_year (session, year);
  mattra_session_wait (session);
  session_fixture_spin (0);
  mattra_session_wait (session);
  g_assert_cmpint (mattra_plan_get_fiscal_year (mattra_session_get_plan (session)), ==, year);
  own = mattra_session_get_own_division (session);
  g_assert_cmpstr (mattra_session_get_division (session), ==, own);
  return own != NULL
           ? mattra_division_list_find_id (mattra_plan_get_divisions (mattra_session_get_plan (session)), own)->name
           : NULL;
}

static void
check_may_answer (MattraSession     *session,
                  MattraMeasureList *list)
{
  MattraPlan *plan = mattra_session_get_plan (session);
  g_autoptr (MattraMeasureRow) row = NULL;

  check_counts (session, list);
  mattra_session_set_list (session, MATTRA_LIST_ALL);
  mattra_session_wait (session);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), >, 0);
  row = g_list_model_get_item (G_LIST_MODEL (list), 0);
  mattra_session_wait (session);
  g_assert_true (mattra_actor_can_answer (mattra_session_get_actor (session), plan, mattra_measure_row_get_measure (row),
                                          mattra_session_get_round (session), mattra_session_get_own_division (session),
                                          NULL));
}

/* In the year that is shown. */
static void
rename_as_keeper (MattraSession *session,
                  const char    *division,
                  const char    *field,
                  const char    *value)
{
  Renaming renaming = { division, field, value };

  g_assert_true (mattra_session_choose_actor (session, NULL, NULL));
  mattra_session_act_async (session, "set", NULL, rename_division, &renaming, NULL, NULL, NULL);
  mattra_session_wait (session);
}

/* A head belongs to a division of one year; theirs is found in every other, also where it was renamed since. */
static void
test_every_year (void)
{
  g_auto (SessionFixture) fixture = { NULL };
  g_auto (Ids) ids = { { NULL } };
  g_autoptr (MattraMeasureList) list = NULL;
  g_autofree char *name = NULL;
  int year;

  session_fixture_init (&fixture);
  fill (&fixture, &ids);
  list = mattra_measure_list_new (fixture.session);
  year = mattra_plan_get_fiscal_year (mattra_session_get_plan (fixture.session));
  name = g_strdup (mattra_division_list_get (mattra_plan_get_divisions (mattra_session_get_plan (fixture.session)), 0)->name);
  mattra_session_write_async (fixture.session, start_next_year, NULL, NULL, NULL, NULL);
  mattra_session_wait (fixture.session);
  g_assert_true (mattra_session_choose_actor (fixture.session, ids.ids[0], NULL));
  g_assert_cmpstr (followed_in (fixture.session, year), ==, name);
  check_may_answer (fixture.session, list);
  g_assert_cmpstr (followed_in (fixture.session, year + 1), ==, name);
  check_may_answer (fixture.session, list);

  /* Under another name the short one tells; without it nobody can know, until the old is called the new as well. */
  rename_as_keeper (fixture.session, name, "name", "กองใหม่เอี่ยม");
  g_assert_true (mattra_session_choose_actor (fixture.session, ids.ids[0], NULL));
  g_assert_cmpstr (followed_in (fixture.session, year + 1), ==, "กองใหม่เอี่ยม");
  rename_as_keeper (fixture.session, "กองใหม่เอี่ยม", "short_name", "");
  rename_as_keeper (fixture.session, "กองใหม่เอี่ยม", "aliases", "");
  g_assert_true (mattra_session_choose_actor (fixture.session, ids.ids[0], NULL));
  g_assert_null (followed_in (fixture.session, year + 1));
  g_assert_cmpstr (followed_in (fixture.session, year), ==, name);
  rename_as_keeper (fixture.session, name, "aliases", "กองใหม่เอี่ยม");
  g_assert_true (mattra_session_choose_actor (fixture.session, ids.ids[0], NULL));
  g_assert_cmpstr (followed_in (fixture.session, year + 1), ==, "กองใหม่เอี่ยม");
  check_may_answer (fixture.session, list);
  g_assert_cmpstr (followed_in (fixture.session, year), ==, name);
}

static void
note_failed (MattraSession *session,
             const GError  *error,
             char         **said)
{
  g_free (*said);
  *said = g_strdup (error->message);
}

static void
check_can (MattraSession *session,
           gboolean       undo,
           gboolean       redo)
{
  gboolean can_undo = FALSE;
  gboolean can_redo = FALSE;

  g_object_get (session, "can-undo", &can_undo, "can-redo", &can_redo, NULL);
  g_assert_cmpint (can_undo, ==, undo);
  g_assert_cmpint (can_redo, ==, redo);
}

static void
become (MattraSession *session,
        const char    *person)
{
  g_assert_true (mattra_session_choose_actor (session, person, NULL));
  mattra_session_wait (session);
}

static gboolean
submit (MattraStore  *store,
        MattraPlan   *plan,
        gpointer      data,
        GError      **error)
{
  const MattraDivision *division = mattra_division_list_get (mattra_plan_get_divisions (plan), 0);
  g_autoptr (MattraMeasure) measure = mattra_find_measure (store, plan, OWN_MEASURE, error);
  const MattraReviewRequest request = { mattra_measure_get_id (measure), MATTRA_ROUND_FIRST_HALF, division->id,
                                        MATTRA_VERDICT_SUBMITTED, NULL, NULL };
  MattraActor actor;

  return mattra_actor_find (plan, data, mattra_date_make (2023, 5, 1), &actor, error)
         && mattra_review_apply (store, plan, &actor, &request, error);
}

static gboolean
answer_own (MattraStore  *store,
            MattraPlan   *plan,
            gpointer      data,
            GError      **error)
{
  const MattraDivision *division = mattra_division_list_get (mattra_plan_get_divisions (plan), 0);
  const MattraEdit edit = { OWN_MEASURE, "results", "ทำแล้ว", MATTRA_ROUND_FIRST_HALF, division->id };

  return mattra_edit_set (store, plan, &edit, error);
}

/* What the secretary did from the same account is not a head's to take back, so it is not offered; what the head did
 * and may not take back any more is refused with what it is, why, and what to do; who only looks is offered nothing. */
static void
test_undo_refused (void)
{
  g_auto (SessionFixture) fixture = { NULL };
  g_auto (Ids) ids = { { NULL } };
  g_autofree char *said = NULL;

  session_fixture_init (&fixture);
  fill (&fixture, &ids);
  g_signal_connect (fixture.session, "failed", G_CALLBACK (note_failed), &said);
  become (fixture.session, ids.ids[3]);
  session_fixture_set (fixture.session, "1", "title", "ใหม่");
  check_can (fixture.session, TRUE, FALSE);
  become (fixture.session, ids.ids[0]);
  check_can (fixture.session, FALSE, FALSE);
  mattra_session_act_async (fixture.session, "set", NULL, answer_own, NULL, NULL, NULL, NULL);
  mattra_session_wait (fixture.session);
  g_assert_null (said);
  check_can (fixture.session, TRUE, FALSE);
  mattra_session_write_async (fixture.session, submit, ids.ids[0], NULL, NULL, NULL);
  mattra_session_wait (fixture.session);
  check_can (fixture.session, TRUE, FALSE);
  mattra_session_undo (fixture.session);
  mattra_session_wait (fixture.session);
  g_assert_nonnull (said);
  g_assert_nonnull (strstr (said, "” was not undone: "));
  g_assert_nonnull (strstr (said, "withdraw it to change it"));
  become (fixture.session, ids.ids[4]);
  check_can (fixture.session, FALSE, FALSE);
  become (fixture.session, ids.ids[3]);
  check_can (fixture.session, TRUE, FALSE);
  mattra_session_undo (fixture.session);
  mattra_session_wait (fixture.session);
  become (fixture.session, NULL);
  check_can (fixture.session, TRUE, TRUE);
}

/* Acts bear the name of who was chosen. */
static void
test_named (void)
{
  g_auto (SessionFixture) fixture = { NULL };
  g_auto (Ids) ids = { { NULL } };
  g_autoptr (MattraStore) store = NULL;
  g_autoptr (GPtrArray) history = NULL;
  g_autoptr (MattraMeasureList) list = NULL;
  g_autofree char *measure = NULL;

  session_fixture_init (&fixture);
  fill (&fixture, &ids);
  list = mattra_measure_list_new (fixture.session);
  mattra_session_wait (fixture.session);
  measure = g_strdup (mattra_measure_list_get_id (list, 0));
  g_assert_true (mattra_session_choose_actor (fixture.session, ids.ids[3], NULL));
  session_fixture_set (fixture.session, measure, "title", "ใหม่");
  store = mattra_store_open (fixture.path, TRUE, NULL);
  history = mattra_store_load_history (store, measure, 0, 1, NULL);
  g_assert_cmpstr (((const MattraChange *) g_ptr_array_index (history, 0))->person, ==, people[3].name);
}

static gboolean
can_undo (MattraSession *session)
{
  mattra_session_wait (session);
  return mattra_session_get_undo_name (session) != NULL;
}

/* At a computer that several people use the window offers to take back what the one did who is chosen, at once and when
 * it is opened anew. */
static void
test_undo (void)
{
  g_auto (SessionFixture) fixture = { NULL };
  g_auto (Ids) ids = { { NULL } };
  g_autoptr (MattraSession) other = NULL;
  g_autoptr (MattraMeasureList) list = NULL;
  g_autofree char *measure = NULL;

  session_fixture_init (&fixture);
  fill (&fixture, &ids);
  list = mattra_measure_list_new (fixture.session);
  mattra_session_wait (fixture.session);
  measure = g_strdup (mattra_measure_list_get_id (list, 0));
  g_assert_true (can_undo (fixture.session));
  g_assert_true (mattra_session_choose_actor (fixture.session, ids.ids[3], NULL));
  g_assert_false (can_undo (fixture.session));
  session_fixture_set (fixture.session, measure, "title", "ใหม่");
  g_assert_true (can_undo (fixture.session));
  g_assert_true (mattra_session_choose_actor (fixture.session, ids.ids[1], NULL));
  g_assert_false (can_undo (fixture.session));
  other = session_fixture_open (fixture.path, FALSE, NULL);
  g_assert_false (can_undo (other));
  mattra_session_close (other);
  g_assert_true (mattra_session_choose_actor (fixture.session, ids.ids[3], NULL));
  g_assert_true (can_undo (fixture.session));
}

/* What is kept is read back; a file that others spoiled says nobody and stops nothing. */
static void
test_kept (void)
{
  static const struct
  {
    const char *text;
    gboolean asked;
    gboolean person;
  } rows[] = {
    { "[who]\nasked=true\nperson=01ARZ3NDEKTSV4RRFFQ69G5FAV\nname=ก\n", TRUE, TRUE },
    { "[who]\nperson=01ARZ3NDEKTSV4RRFFQ69G5FAV\n", FALSE, TRUE },
    { "[who]\nasked=true\nperson=../../etc/passwd\n", TRUE, FALSE },
    { "[who]\nasked=maybe\n", FALSE, FALSE },
    { "\xff\xfe nonsense", FALSE, FALSE },
    { "", FALSE, FALSE },
  };
  const char *organisation = "01ARZ3NDEKTSV4RRFFQ69G5FAW";
  const MattraActor actor = { "นาย ก", NULL, MATTRA_ROLE_VIEWER, NULL, "01ARZ3NDEKTSV4RRFFQ69G5FAV" };
  g_autoptr (MattraWhoami) chosen = mattra_whoami_new (&actor);
  g_autofree char *path = g_strdup_printf ("%s/mattra/who/%s.ini", g_get_user_config_dir (), organisation);
  g_autoptr (MattraWhoami) kept = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (mattra_whoami_save (chosen, organisation, &error));
  g_assert_no_error (error);
  kept = mattra_whoami_load (organisation);
  g_assert_cmpstr (kept->person, ==, actor.id);
  g_assert_cmpstr (kept->name, ==, actor.name);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MattraWhoami) read = NULL;

      g_assert_true (g_file_set_contents (path, rows[i].text, -1, NULL));
      read = mattra_whoami_load (organisation);
      g_assert_cmpint (read->asked, ==, rows[i].asked);
      g_assert_cmpint (read->person != NULL, ==, rows[i].person);
    }
  g_remove (path);
  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
  g_assert_false (mattra_whoami_save (chosen, organisation, &error));
  g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_IO);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = own_folder_new ();
  int result;

  g_setenv ("XDG_CONFIG_HOME", folder, TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/session/actor/nobody", test_nobody);
  g_test_add_func ("/session/actor/chosen", test_chosen);
  g_test_add_func ("/session/actor/register-changes", test_register_changes);
  g_test_add_func ("/session/actor/two-windows", test_two_windows);
  g_test_add_func ("/session/actor/own-division", test_own_division);
  g_test_add_func ("/session/actor/every-year", test_every_year);
  g_test_add_func ("/session/actor/undo-refused", test_undo_refused);
  g_test_add_func ("/session/actor/named", test_named);
  g_test_add_func ("/session/actor/undo", test_undo);
  g_test_add_func ("/session/actor/kept", test_kept);
  result = fixture_run_tests ();
  own_folder_remove (folder);
  return result;
}
