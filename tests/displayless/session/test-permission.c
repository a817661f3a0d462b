/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "fixture.h"
#include "mattra-cell.h"
#include "mattra-edit.h"
#include "mattra-find.h"
#include "mattra-review.h"
#include "own-folder.h"
#include "session-fixture.h"

/* Each question of the table of permissions is put at three doors: to the store, to the window's session and to the
 * command line. All must give the answer of the table, in the words of the table. */

#define OPEN MATTRA_ROUND_FULL_YEAR
#define HASH "0000000000000000000000000000000000000000000000000000000000000000"
#define SHUT MATTRA_ROUND_FIRST_HALF

static const char *const names[MATTRA_N_ROLES] = { "นางวรรณา เลขา", "นางสาวหัวหน้า กองหนึ่ง", "นายประเสริฐ ดีงาม",
                                                   "นายดู อย่างเดียว" };

/* A measure of the own division (the plan's second) and one of another (the third) for each state. */
static const int numbers[2][MATTRA_N_REVIEW_STATES] = { { 2, 6, 18, 22, 26 }, { 1, 5, 9, 13, 17 } };

typedef struct
{
  char *folder;
  char *path;   /* the register as it was made; nothing is written there any more */
  char *copy;   /* one that is written */
  char *divisions[2];
} Office;

typedef struct
{
  MattraRole role;
  MattraAction action;
  gboolean own;
  MattraReviewState state;
} Question;

/* Making the register */

static void
add_person (MattraStore *store,
            MattraPlan  *plan,
            MattraRole   role,
            const char  *division)
{
  g_autoptr (MattraSigner) signer = mattra_signer_new (names[role]);
  g_autoptr (MattraMember) member = mattra_member_new ("เลขานุการ");
  g_autofree char *id = NULL;

  if (role == MATTRA_ROLE_SECRETARY)
    {
      member->name = g_strdup (names[role]);
      id = mattra_store_insert_member (store, mattra_plan_get_id (plan), member, NULL);
    }
  else
    {
      signer->post = g_strdup (role == MATTRA_ROLE_CHIEF_EXECUTIVE ? "นายกเทศมนตรี" : "เจ้าหน้าที่");
      signer->division = g_strdup (role == MATTRA_ROLE_DIVISION_HEAD ? division : NULL);
      id = mattra_store_insert_signer (store, signer, NULL);
    }
  g_assert_nonnull (id);
}

static void
decide (MattraStore         *store,
        MattraPlan          *plan,
        const char          *measure,
        const char          *division,
        MattraRole           by,
        MattraReviewVerdict  verdict)
{
  const MattraActor actor = { names[by], NULL, MATTRA_ROLE_SECRETARY, NULL };
  const MattraReviewRequest request = { measure, OPEN, division, verdict, "แก้", NULL };
  g_autoptr (GError) error = NULL;

  mattra_review_apply (store, plan, &actor, &request, &error);
  g_assert_no_error (error);
}

static void
answer (MattraStore *store,
        MattraPlan  *plan,
        const char  *number,
        MattraRound  round,
        const char  *division,
        const char  *text)
{
  const MattraEdit edit = { number, "results", text, round, division };
  g_autoptr (GError) error = NULL;

  mattra_edit_apply (store, plan, &edit, NULL, &error);
  g_assert_no_error (error);
}

/* The head submits the own division's answers, the secretary the other's; what is approved was changed since. */
static void
bring_to (MattraStore       *store,
          MattraPlan        *plan,
          gboolean           own,
          MattraReviewState  state,
          const char        *division)
{
  g_autofree char *number = g_strdup_printf ("%d", numbers[own][state]);
  g_autoptr (MattraMeasure) measure = mattra_find_measure (store, plan, number, NULL);
  const char *id = mattra_measure_get_id (measure);
  MattraRole by = own ? MATTRA_ROLE_DIVISION_HEAD : MATTRA_ROLE_SECRETARY;

  answer (store, plan, number, state == MATTRA_REVIEW_CLOSED ? SHUT : OPEN, division, "ทำแล้ว");
  if (state == MATTRA_REVIEW_DRAFT || state == MATTRA_REVIEW_CLOSED)
    return;
  decide (store, plan, id, division, by, MATTRA_VERDICT_SUBMITTED);
  if (state == MATTRA_REVIEW_RETURNED)
    decide (store, plan, id, division, MATTRA_ROLE_SECRETARY, MATTRA_VERDICT_RETURNED);
  if (state != MATTRA_REVIEW_APPROVED)
    return;
  decide (store, plan, id, division, MATTRA_ROLE_SECRETARY, MATTRA_VERDICT_APPROVED);
  answer (store, plan, number, OPEN, division, "ทำแล้ว แก้ภายหลัง");
}

static void
office_make (Office         *self,
             SessionFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MattraStore) store = NULL;
  g_autoptr (MattraPlan) plan = NULL;

  session_fixture_init (fixture);
  self->path = fixture->path;
  self->folder = fixture->folder;
  self->copy = g_build_filename (self->folder, "copy.mattra", NULL);
  store = mattra_store_open (self->path, FALSE, &error);
  g_assert_no_error (error);
  plan = mattra_store_load_plan (store, 0, &error);
  for (guint own = 0; own < 2; own++)
    self->divisions[own] = g_strdup (mattra_division_list_get (mattra_plan_get_divisions (plan), 2 - own)->id);
  for (guint role = 0; role < MATTRA_N_ROLES; role++)
    add_person (store, plan, role, self->divisions[TRUE]);
  for (guint own = 0; own < 2; own++)
    for (guint state = 0; state < MATTRA_N_REVIEW_STATES; state++)
      bring_to (store, plan, own, state, self->divisions[own]);
  g_assert_true (mattra_store_set_round_field (store, mattra_plan_get_id (plan), SHUT, "state", "closed", &error));
}

static void
office_clear (Office *self)
{
  g_free (self->copy);
  g_free (self->divisions[0]);
  g_free (self->divisions[1]);
}

static void
office_copy (Office *self)
{
  g_autofree char *bytes = NULL;
  gsize length = 0;

  g_assert_true (g_file_get_contents (self->path, &bytes, &length, NULL));
  g_assert_true (g_file_set_contents (self->copy, bytes, (gssize) length, NULL));
}

/* The questions */

static MattraReviewVerdict
verdict_of (MattraAction action)
{
  return action == MATTRA_ACTION_SUBMIT     ? MATTRA_VERDICT_SUBMITTED
         : action == MATTRA_ACTION_RETURN   ? MATTRA_VERDICT_RETURNED
         : action == MATTRA_ACTION_APPROVE  ? MATTRA_VERDICT_APPROVED
                                            : MATTRA_VERDICT_WITHDRAWN;
}

/* The table's answer; beyond it only who submitted withdraws, which the store does not know. */
static MattraReason
expect (const Question *question,
        gboolean        of_store)
{
  MattraReason reason = mattra_permission_ask (question->role, question->action, question->own, question->state);
  MattraRole submitter = question->own ? MATTRA_ROLE_DIVISION_HEAD : MATTRA_ROLE_SECRETARY;

  if (reason == MATTRA_REASON_NONE && question->action == MATTRA_ACTION_WITHDRAW && question->role != submitter
      && !of_store)
    return MATTRA_REASON_NOT_SUBMITTER;
  return reason;
}

static void
check (const Question *question,
       const char     *door,
       MattraReason    expected,
       const char     *said)
{
  const char *words = mattra_reason_to_text (expected);

  if (expected == MATTRA_REASON_NONE ? said == NULL : said != NULL && strstr (said, words) != NULL)
    return;
  g_test_message ("%s: role %s, action %d, own %d, state %s: “%s”, not “%s”", door, mattra_role_to_string (question->role),
                  question->action, question->own, mattra_review_state_to_string (question->state), said ? said : "",
                  words);
  g_test_fail ();
}

static MattraRound
round_of (const Question *question)
{
  return question->state == MATTRA_REVIEW_CLOSED ? SHUT : OPEN;
}

static char *
dup_number (const Question *question)
{
  return g_strdup_printf ("%d", numbers[question->own][question->state]);
}

/* The store's door: what is written is abandoned. */

static gboolean
write_raw (MattraStore     *store,
           const Question  *question,
           const char      *measure,
           const char      *division,
           GError         **error)
{
  const char *lines[] = { "ใหม่", NULL };
  const MattraReview review = { .measure = (char *) measure, .round = round_of (question), .division = (char *) division,
                                .verdict = verdict_of (question->action), .person = (char *) "x", .comment = (char *) "x",
                                .content = (char *) HASH, .cells = (char *) "{}" };
  g_autofree char *id = NULL;

  if (question->action == MATTRA_ACTION_EDIT_ANSWER)
    return mattra_store_set_cell (store, measure, MATTRA_ITEM_RESULT, round_of (question), division, lines, NULL, error);
  id = mattra_store_insert_review (store, &review, error);
  return id != NULL;
}

static void
ask_store (Office         *office,
           MattraStore    *store,
           MattraPlan     *plan,
           const Question *question)
{
  g_autofree char *number = dup_number (question);
  g_autoptr (MattraMeasure) measure = mattra_find_measure (store, plan, number, NULL);
  g_autoptr (GError) error = NULL;
  gboolean edits = question->action == MATTRA_ACTION_EDIT_ANSWER;
  gboolean done;

  mattra_store_set_actor (store, question->role,
                          question->role == MATTRA_ROLE_DIVISION_HEAD ? office->divisions[TRUE] : NULL);
  g_assert_true (mattra_store_begin_act (store, "set", NULL, edits ? MATTRA_ACT_EDIT : MATTRA_ACT_REVIEW, NULL));
  done = write_raw (store, question, mattra_measure_get_id (measure), office->divisions[question->own], &error);
  mattra_store_abandon_act (store);
  g_assert_cmpint (done, ==, error == NULL);
  /* What is closed to all the store has ever told in words of its own. */
  if (question->role == MATTRA_ROLE_SECRETARY && question->state == MATTRA_REVIEW_CLOSED && edits)
    g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_DENIED);
  else
    check (question, "store", expect (question, TRUE), error ? error->message : NULL);
}

/* The window's door */

typedef struct
{
  const Office *office;
  const Question *question;
  char *said;
} Asked;

static gboolean
run_asked (MattraStore  *store,
           MattraPlan   *plan,
           gpointer      data,
           GError      **error)
{
  Asked *asked = data;
  const Question *question = asked->question;
  const char *division = asked->office->divisions[question->own];
  g_autofree char *number = dup_number (question);
  g_autoptr (MattraMeasure) measure = mattra_find_measure (store, plan, number, error);
  const char *id = mattra_measure_get_id (measure);
  MattraActor actor;
  const MattraReviewRequest request = { id, round_of (question), division, verdict_of (question->action), "x", NULL };
  const MattraEdit edit = { id, "results", "ใหม่", round_of (question), division };

  if (question->action == MATTRA_ACTION_EDIT_ANSWER)
    return mattra_edit_apply (store, plan, &edit, NULL, error);
  g_assert_true (mattra_actor_find (plan, names[question->role], mattra_date_make (2023, 5, 1), &actor, NULL));
  return mattra_review_apply (store, plan, &actor, &request, error);
}

static void
asked_done (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  Asked *asked = user_data;
  g_autoptr (GError) error = NULL;

  if (!mattra_session_finish (MATTRA_SESSION (source), result, NULL, &error))
    asked->said = g_strdup (error->message);
}

static void
ask_window (Office         *office,
            const Question *question)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MattraSession) session = session_fixture_open (office->copy, FALSE, &error);
  Asked asked = { office, question, NULL };

  g_assert_no_error (error);
  g_assert_true (mattra_session_choose_actor (session, names[question->role], &error));
  mattra_session_write_async (session, run_asked, &asked, NULL, asked_done, &asked);
  mattra_session_wait (session);
  check (question, "window", expect (question, FALSE), asked.said);
  g_free (asked.said);
  mattra_session_close (session);
  session_fixture_spin (0);
}

/* The door of the command line */

static void
ask_command (Office         *office,
             const Question *question)
{
  static const char *const verbs[MATTRA_N_ACTIONS] = { [MATTRA_ACTION_SUBMIT] = "submit", [MATTRA_ACTION_RETURN] = "return",
                                                       [MATTRA_ACTION_APPROVE] = "approve",
                                                       [MATTRA_ACTION_WITHDRAW] = "withdraw" };
  g_autofree char *program = g_test_build_filename (G_TEST_BUILT, "..", "src", "cli", "mattra-cli", NULL);
  g_autofree char *number = dup_number (question);
  const char *round = question->state == MATTRA_REVIEW_CLOSED ? "first-half" : "full-year";
  const char *division = office->divisions[question->own];
  g_autoptr (MattraStore) store = mattra_store_open (office->path, TRUE, NULL);
  g_autoptr (MattraPlan) plan = mattra_store_load_plan (store, 0, NULL);
  const char *name = mattra_division_list_find_id (mattra_plan_get_divisions (plan), division)->name;
  const char *edit[] = { program, "set", office->copy, number, "results", "ใหม่", "--as", names[question->role],
                         "--round", round, "--division", name, NULL };
  const char *review[] = { program, "review", office->copy, number, verbs[question->action], "--as",
                           names[question->role], "--round", round, "--division", name, "--comment", "x", NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *errors = NULL;
  int status = 0;

  g_assert_true (g_spawn_sync (NULL, (char **) (question->action == MATTRA_ACTION_EDIT_ANSWER ? edit : review), NULL,
                               G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL, NULL, &errors, &status, &error));
  g_assert_no_error (error);
  check (question, "command line", expect (question, FALSE), g_spawn_check_wait_status (status, NULL) ? NULL : errors);
}

/* All of them */

static void
ask_all (Office      *office,
         MattraStore *store,
         MattraPlan  *plan,
         MattraRole   role,
         MattraAction action)
{
  for (guint own = 0; own < 2; own++)
    for (guint state = 0; state < MATTRA_N_REVIEW_STATES; state++)
      {
        const Question question = { role, action, own, state };

        ask_store (office, store, plan, &question);
        ask_command (office, &question);
        if (expect (&question, FALSE) == MATTRA_REASON_NONE)
          office_copy (office);
        ask_window (office, &question);
        if (expect (&question, FALSE) == MATTRA_REASON_NONE)
          office_copy (office);
      }
}

static void
test_answers (gconstpointer data)
{
  static const MattraAction actions[] = { MATTRA_ACTION_EDIT_ANSWER, MATTRA_ACTION_SUBMIT, MATTRA_ACTION_WITHDRAW,
                                          MATTRA_ACTION_RETURN, MATTRA_ACTION_APPROVE };
  g_auto (SessionFixture) fixture = { NULL };
  g_autoptr (MattraStore) store = NULL;
  g_autoptr (MattraPlan) plan = NULL;
  Office office = { NULL };

  office_make (&office, &fixture);
  office_copy (&office);
  store = mattra_store_open (office.path, FALSE, NULL);
  plan = mattra_store_load_plan (store, 0, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    ask_all (&office, store, plan, GPOINTER_TO_UINT (data), actions[i]);
  office_clear (&office);
}

/* What is done to no answer depends on the role alone. */

static const struct
{
  MattraAction action;
  const char *words[6];
} besides[] = {
  { MATTRA_ACTION_EDIT_PLAN, { "set", "1", "title", "อื่น" } },
  { MATTRA_ACTION_EDIT_PEOPLE, { "set", "person:นายใหม่ มาแล้ว", "post", "นิติกร" } },
  { MATTRA_ACTION_SETTINGS, { "set", "organisation", "district", "เมือง" } },
};

static gboolean
run_besides (MattraStore  *store,
             MattraPlan   *plan,
             gpointer      data,
             GError      **error)
{
  const char *const *words = data;
  const MattraEdit edit = { words[1], words[2], words[3], OPEN, NULL };

  return mattra_edit_set (store, plan, &edit, error);
}

static void
test_besides (void)
{
  g_auto (SessionFixture) fixture = { NULL };
  Office office = { NULL };

  office_make (&office, &fixture);
  for (guint role = 0; role < MATTRA_N_ROLES; role++)
    for (guint i = 0; i < G_N_ELEMENTS (besides); i++)
      {
        const Question question = { role, besides[i].action, FALSE, MATTRA_REVIEW_DRAFT };
        g_autofree char *program = g_test_build_filename (G_TEST_BUILT, "..", "src", "cli", "mattra-cli", NULL);
        const char *command[] = { program, "set", office.copy, besides[i].words[1], besides[i].words[2],
                                  besides[i].words[3], "--as", names[role], NULL };
        g_autofree char *errors = NULL;
        g_autoptr (MattraSession) session = NULL;
        Asked asked = { &office, &question, NULL };
        int status = 0;

        office_copy (&office);
        session = session_fixture_open (office.copy, FALSE, NULL);
        g_assert_true (mattra_session_choose_actor (session, names[role], NULL));
        mattra_session_act_async (session, "set", NULL, run_besides, (gpointer) besides[i].words, NULL, asked_done, &asked);
        mattra_session_wait (session);
        check (&question, "window", expect (&question, FALSE), asked.said);
        mattra_session_close (session);
        session_fixture_spin (0);
        office_copy (&office);
        g_assert_true (g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL, NULL, &errors,
                                     &status, NULL));
        check (&question, "command line", expect (&question, FALSE),
               g_spawn_check_wait_status (status, NULL) ? NULL : errors);
        /* The same words at both. */
        if (asked.said != NULL)
          g_assert_nonnull (strstr (errors, asked.said));
        g_free (asked.said);
      }
  office_clear (&office);
}

/* Two windows of different people over one measure: who may not is told why, who comes second too, and what stands there
 * is what was allowed. */
static void
test_two_people (void)
{
  g_auto (SessionFixture) fixture = { NULL };
  g_autoptr (MattraSession) head = NULL;
  g_autoptr (MattraSession) secretary = NULL;
  g_autoptr (MattraStore) store = NULL;
  g_autoptr (MattraPlan) plan = NULL;
  g_autoptr (MattraMeasure) measure = NULL;
  Office office = { NULL };
  const Question draft = { MATTRA_ROLE_DIVISION_HEAD, MATTRA_ACTION_EDIT_ANSWER, TRUE, MATTRA_REVIEW_DRAFT };
  const Question submit = { MATTRA_ROLE_SECRETARY, MATTRA_ACTION_SUBMIT, TRUE, MATTRA_REVIEW_DRAFT };
  Asked first = { &office, &submit, NULL };
  Asked second = { &office, &draft, NULL };
  g_autofree char *text = NULL;

  office_make (&office, &fixture);
  office_copy (&office);
  head = session_fixture_open (office.copy, FALSE, NULL);
  secretary = session_fixture_open (office.copy, FALSE, NULL);
  g_assert_true (mattra_session_choose_actor (head, names[MATTRA_ROLE_DIVISION_HEAD], NULL));
  g_assert_true (mattra_session_choose_actor (secretary, names[MATTRA_ROLE_SECRETARY], NULL));
  /* The secretary submits it on the telephone while the head still types. */
  mattra_session_write_async (secretary, run_asked, &first, NULL, asked_done, &first);
  mattra_session_wait (secretary);
  g_assert_null (first.said);
  mattra_session_write_async (head, run_asked, &second, NULL, asked_done, &second);
  mattra_session_wait (head);
  g_assert_nonnull (second.said);
  g_assert_nonnull (strstr (second.said, mattra_reason_to_text (MATTRA_REASON_SUBMITTED)));
  g_free (second.said);
  store = mattra_store_open (office.copy, TRUE, NULL);
  plan = mattra_store_load_plan (store, 0, NULL);
  measure = mattra_find_measure (store, plan, "1", NULL);
  text = mattra_cell_dup_exactly (plan, measure, "results", OPEN, office.divisions[TRUE]);
  g_assert_cmpstr (text, ==, "ทำแล้ว");
  mattra_session_close (head);
  mattra_session_close (secretary);
  session_fixture_spin (0);
  office_clear (&office);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = own_folder_new ();
  int result;

  g_setenv ("XDG_CONFIG_HOME", folder, TRUE);
  g_test_init (&argc, &argv, NULL);
  for (guint role = 0; role < MATTRA_N_ROLES; role++)
    {
      g_autofree char *path = g_strdup_printf ("/session/permission/%s", mattra_role_to_string (role));

      g_test_add_data_func (path, GUINT_TO_POINTER (role), test_answers);
    }
  g_test_add_func ("/session/permission/besides", test_besides);
  g_test_add_func ("/session/permission/two-people", test_two_people);
  result = fixture_run_tests ();
  own_folder_remove (folder);
  return result;
}
