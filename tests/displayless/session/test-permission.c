/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <stdarg.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "fixture.h"
#include "mattra-cell.h"
#include "mattra-edit.h"
#include "mattra-evidence-edit.h"
#include "mattra-find.h"
#include "mattra-next-plan.h"
#include "mattra-review.h"
#include "mattra-roll-over.h"
#include "mattra-seal.h"
#include "mattra-store-evidence.h"
#include "own-folder.h"
#include "permission-office.h"
#include "run-here.h"
#include "session-fixture.h"

/* Each question of the table of permissions is put at three doors: to the store, to the window's session and to the
 * command line. All must give the answer of the table, in the words of the table. */

#define HASH "0000000000000000000000000000000000000000000000000000000000000000"
#define NEXT_YEAR 2567
#define LINK "https://example.go.th/"
#define MEMORY "/dev/shm"

static const char *const action_names[MATTRA_N_ACTIONS] = {
  [MATTRA_ACTION_EDIT_PLAN] = "plan",       [MATTRA_ACTION_EDIT_ANSWER] = "answer",
  [MATTRA_ACTION_ADD_EVIDENCE] = "evidence", [MATTRA_ACTION_SUBMIT] = "submit",
  [MATTRA_ACTION_WITHDRAW] = "withdraw",    [MATTRA_ACTION_RETURN] = "return",
  [MATTRA_ACTION_APPROVE] = "approve",      [MATTRA_ACTION_COMMENT] = "comment",
  [MATTRA_ACTION_SEAL] = "seal",            [MATTRA_ACTION_ROLL_OVER] = "roll-over",
  [MATTRA_ACTION_EDIT_PEOPLE] = "people",   [MATTRA_ACTION_SETTINGS] = "settings",
};

typedef struct
{
  MattraRole role;
  MattraAction action;
  gboolean own;
  MattraReviewState state;
} Question;

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
  return question->state == MATTRA_REVIEW_CLOSED ? OFFICE_SHUT : OFFICE_OPEN;
}

static char *
dup_number (const Question *question)
{
  return g_strdup_printf ("%d", office_numbers[question->own][question->state]);
}

/* The same proof is not taken twice. */
static char *
dup_link (const Question *question)
{
  return g_strconcat (LINK, mattra_role_to_string (question->role), NULL);
}

/* The store's door: what is written is abandoned. */

/* What is done so changes the answer to further questions, or cannot be done twice. */
static gboolean
moves (MattraAction action)
{
  return (action >= MATTRA_ACTION_SUBMIT && action <= MATTRA_ACTION_APPROVE) || action == MATTRA_ACTION_SEAL
         || action == MATTRA_ACTION_ROLL_OVER;
}

static const struct
{
  MattraActKind kind;
  const char *verb; /* of the command review */
} ways[MATTRA_N_ACTIONS] = {
  [MATTRA_ACTION_SUBMIT] = { MATTRA_ACT_REVIEW, "submit" },
  [MATTRA_ACTION_RETURN] = { MATTRA_ACT_REVIEW, "return" },
  [MATTRA_ACTION_APPROVE] = { MATTRA_ACT_REVIEW, "approve" },
  [MATTRA_ACTION_WITHDRAW] = { MATTRA_ACT_REVIEW, "withdraw" },
  [MATTRA_ACTION_SEAL] = { MATTRA_ACT_SEAL, NULL },
};

static gboolean
write_comment (MattraStore     *store,
               const Question  *question,
               const char      *measure,
               const char      *division,
               GError         **error)
{
  const MattraComment comment = { .measure = (char *) measure, .round = round_of (question),
                                  .division = (char *) division, .text = (char *) "ความเห็น" };
  g_autofree char *id = mattra_store_insert_comment (store, &comment, error);

  return id != NULL;
}

static gboolean
write_raw_seal (MattraStore  *store,
                MattraPlan   *plan,
                GError      **error)
{
  g_autofree char *head = mattra_store_get_head (store, NULL);
  const MattraSeal seal = { .plan = (char *) mattra_plan_get_id (plan), .number = 1, .kind = (char *) "order",
                            .options = (char *) "{}", .fingerprint = (char *) HASH, .head = head };
  g_autoptr (GBytes) cells = g_bytes_new_static ("[]", 2);
  g_autoptr (GBytes) pdf = g_bytes_new_static ("%PDF", 4);
  g_autofree char *id = mattra_store_insert_seal (store, &seal, cells, pdf, error);

  return id != NULL;
}

/* What a roll-over cannot do without. */
static gboolean
write_raw_plan (MattraStore  *store,
                MattraPlan   *plan,
                GError      **error)
{
  g_autoptr (GPtrArray) left_out = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (MattraPlan) next = mattra_next_plan_new (plan, NEXT_YEAR, left_out);

  return mattra_store_insert_plan (store, next, error);
}

static gboolean
write_raw_review (MattraStore     *store,
                  const Question  *question,
                  const char      *measure,
                  const char      *division,
                  GError         **error)
{
  const MattraReview review = { .measure = (char *) measure, .round = round_of (question), .division = (char *) division,
                                .verdict = verdict_of (question->action), .person = (char *) "x", .comment = (char *) "x",
                                .content = (char *) HASH, .cells = (char *) "{}" };
  g_autofree char *id = mattra_store_insert_review (store, &review, error);

  return id != NULL;
}

static gboolean
write_raw_evidence (MattraStore     *store,
                    const Question  *question,
                    const char      *measure,
                    const char      *division,
                    GError         **error)
{
  g_autoptr (MattraEvidence) evidence = mattra_evidence_new (MATTRA_EVIDENCE_LINK);
  g_autofree char *id = NULL;

  evidence->measure = g_strdup (measure);
  evidence->round = round_of (question);
  evidence->division = g_strdup (division);
  evidence->url = g_strdup (LINK);
  id = mattra_store_insert_evidence (store, evidence, NULL, error);
  return id != NULL;
}

static gboolean
write_raw_person (MattraStore  *store,
                  GError      **error)
{
  g_autoptr (MattraSigner) signer = mattra_signer_new ("นายใหม่ มาแล้ว");
  g_autofree char *id = mattra_store_insert_signer (store, signer, error);

  return id != NULL;
}

static gboolean
write_raw (MattraStore     *store,
           MattraPlan      *plan,
           const Question  *question,
           const char      *measure,
           const char      *division,
           GError         **error)
{
  const char *lines[] = { "ใหม่", NULL };

  switch (question->action)
    {
    case MATTRA_ACTION_EDIT_PLAN:
      return mattra_store_set_measure_field (store, measure, "title", "อื่น", error);
    case MATTRA_ACTION_EDIT_ANSWER:
      return mattra_store_set_cell (store, measure, MATTRA_ITEM_RESULT, round_of (question), division, lines, NULL, error);
    case MATTRA_ACTION_ADD_EVIDENCE:
      return write_raw_evidence (store, question, measure, division, error);
    case MATTRA_ACTION_COMMENT:
      return write_comment (store, question, measure, division, error);
    case MATTRA_ACTION_SEAL:
      return write_raw_seal (store, plan, error);
    case MATTRA_ACTION_ROLL_OVER:
      return write_raw_plan (store, plan, error);
    case MATTRA_ACTION_EDIT_PEOPLE:
      return write_raw_person (store, error);
    case MATTRA_ACTION_SETTINGS:
      return mattra_store_set_organisation_field (store, "district", "เมือง", error);
    default:
      return write_raw_review (store, question, measure, division, error);
    }
}

static gboolean
is_edit_of_answer (MattraAction action)
{
  return action == MATTRA_ACTION_EDIT_ANSWER || action == MATTRA_ACTION_ADD_EVIDENCE;
}

static void
ask_store (Office         *office,
           const Question *question)
{
  g_autofree char *number = dup_number (question);
  g_autoptr (MattraMeasure) measure = mattra_find_measure (office->store, office->plan, number, NULL);
  g_autoptr (GError) error = NULL;
  MattraActKind kind = ways[question->action].kind;
  gboolean done;

  mattra_store_set_actor (office->store, question->role,
                          question->role == MATTRA_ROLE_DIVISION_HEAD ? office->divisions[TRUE] : NULL);
  g_assert_true (mattra_store_begin_act (office->store, "set", NULL, kind, NULL));
  done = write_raw (office->store, office->plan, question, mattra_measure_get_id (measure),
                    office->divisions[question->own], &error);
  mattra_store_abandon_act (office->store);
  g_assert_cmpint (done, ==, error == NULL);
  /* What is closed to all the store has ever told in words of its own. */
  if (question->role == MATTRA_ROLE_SECRETARY && question->state == MATTRA_REVIEW_CLOSED
      && is_edit_of_answer (question->action))
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
set_by_hand (MattraStore     *store,
             MattraPlan      *plan,
             const Question  *question,
             const char      *measure,
             const char      *division,
             GError         **error)
{
  const MattraEdit edits[MATTRA_N_ACTIONS] = {
    [MATTRA_ACTION_EDIT_PLAN] = { measure, "title", "อื่น", round_of (question), NULL },
    [MATTRA_ACTION_EDIT_ANSWER] = { measure, "results", "ใหม่", round_of (question), division },
    [MATTRA_ACTION_EDIT_PEOPLE] = { "person:นายใหม่ มาแล้ว", "post", "นิติกร", OFFICE_OPEN, NULL },
    [MATTRA_ACTION_SETTINGS] = { "organisation", "district", "เมือง", OFFICE_OPEN, NULL },
  };

  return mattra_edit_apply (store, plan, &edits[question->action], NULL, error);
}

static gboolean
roll_over (MattraStore        *store,
           MattraPlan         *plan,
           const MattraActor  *actor,
           GError            **error)
{
  g_auto (MattraRollOver) done = { 0 };

  return mattra_roll_over (store, plan, NEXT_YEAR, FALSE, actor, &done, error);
}

static gboolean
seal (MattraStore   *store,
      const Office  *office,
      GError       **error)
{
  g_autofree char *output = g_build_filename (office->folder, "sealed.pdf", NULL);
  const MattraSealOptions options = { .report = { .kind = "order", .today = mattra_date_make (2023, 5, 1) },
                                      .output = output };

  return mattra_seal_make (store, 0, &options, NULL, error);
}

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
  g_autofree char *link = dup_link (question);
  g_autoptr (MattraMeasure) measure = mattra_find_measure (store, plan, number, error);
  const char *id = mattra_measure_get_id (measure);
  const MattraReviewRequest request = { id, round_of (question), division, verdict_of (question->action), "x", NULL };
  const MattraEvidenceEdit evidence = { .verb = MATTRA_EVIDENCE_ADD, .measure = id, .round = round_of (question),
                                        .division = division, .url = link };
  MattraActor actor;

  g_assert_true (mattra_actor_find (plan, office_people[question->role], mattra_date_make (2023, 5, 1), &actor, NULL));
  switch (question->action)
    {
    case MATTRA_ACTION_ADD_EVIDENCE:
      return mattra_evidence_apply (store, plan, &actor, &evidence, 1, error);
    case MATTRA_ACTION_COMMENT:
      return write_comment (store, question, id, division, error);
    case MATTRA_ACTION_SEAL:
      return seal (store, asked->office, error);
    case MATTRA_ACTION_ROLL_OVER:
      return roll_over (store, plan, &actor, error);
    case MATTRA_ACTION_SUBMIT:
    case MATTRA_ACTION_WITHDRAW:
    case MATTRA_ACTION_RETURN:
    case MATTRA_ACTION_APPROVE:
      return mattra_review_apply (store, plan, &actor, &request, error);
    default:
      return set_by_hand (store, plan, question, id, division, error);
    }
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

/* Returns: (transfer full) (nullable): what was said against it */
static char *
ask_window (Office         *office,
            const Question *question)
{
  MattraSession *session = office_window (office);
  Asked asked = { office, question, NULL };

  g_assert_true (mattra_session_choose_actor (session, office_people[question->role], NULL));
  /* What the menu offers is what is done. */
  if (!mattra_action_is_of_answer (question->action))
    g_assert_cmpint (mattra_session_may (session, question->action), ==, expect (question, FALSE) == MATTRA_REASON_NONE);
  mattra_session_write_async (session, run_asked, &asked, NULL, asked_done, &asked);
  mattra_session_wait (session);
  check (question, "window", expect (question, FALSE), asked.said);
  if (asked.said == NULL && moves (question->action))
    office_close_window (office);
  return asked.said;
}

/* The door of the command line */

static void
add_words (GPtrArray *words,
           ...)
{
  va_list list;
  const char *word;

  va_start (list, words);
  while ((word = va_arg (list, const char *)) != NULL)
    g_ptr_array_add (words, g_strdup (word));
  va_end (list);
}

/* The name of the command, and what follows it. */
static GPtrArray *
write_command (Office         *office,
               const Question *question)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *number = dup_number (question);
  g_autofree char *link = dup_link (question);
  g_autofree char *sealed = g_build_filename (office->folder, "sealed.pdf", NULL);
  const char *round = question->state == MATTRA_REVIEW_CLOSED ? "first-half" : "full-year";
  const char *verb = ways[question->action].verb;

  if (verb != NULL)
    add_words (words, "review", office->copy, number, verb, "--comment", "x", NULL);
  else if (question->action == MATTRA_ACTION_EDIT_PLAN)
    add_words (words, "set", office->copy, number, "title", "อื่น", NULL);
  else if (question->action == MATTRA_ACTION_EDIT_ANSWER)
    add_words (words, "set", office->copy, number, "results", "ใหม่", NULL);
  else if (question->action == MATTRA_ACTION_ADD_EVIDENCE)
    add_words (words, "evidence", office->copy, number, "add", link, NULL);
  else if (question->action == MATTRA_ACTION_COMMENT)
    add_words (words, "comment", office->copy, number, "ความเห็น", NULL);
  else if (question->action == MATTRA_ACTION_SEAL)
    add_words (words, "seal", office->copy, "--kind", "order", "--output", sealed, NULL);
  else if (question->action == MATTRA_ACTION_ROLL_OVER)
    add_words (words, "roll-over", office->copy, "--fiscal-year", G_STRINGIFY (NEXT_YEAR), NULL);
  else if (question->action == MATTRA_ACTION_EDIT_PEOPLE)
    add_words (words, "set", office->copy, "person:นายใหม่ มาแล้ว", "post", "นิติกร", NULL);
  else if (question->action == MATTRA_ACTION_SETTINGS)
    add_words (words, "set", office->copy, "organisation", "district", "เมือง", NULL);
  if (mattra_action_is_of_answer (question->action) || question->action == MATTRA_ACTION_COMMENT)
    add_words (words, "--round", round, "--division", office->names[question->own], NULL);
  add_words (words, "--as", office_people[question->role], NULL);
  g_ptr_array_add (words, NULL);
  return words;
}

/* Returns: (transfer full) (nullable): what was said against it */
static char *
run_command (GPtrArray *words)
{
  g_autoptr (GError) error = NULL;

  return run_here ((const char *const *) words->pdata, &error) ? NULL : g_strdup (error->message);
}

/* The program itself. */
static char *
run_program (GPtrArray *words)
{
  g_autofree char *program = g_test_build_filename (G_TEST_BUILT, "..", "src", "cli", "mattra-cli", NULL);
  g_autoptr (GPtrArray) line = g_ptr_array_new ();
  g_autofree char *errors = NULL;
  int status = 0;

  g_ptr_array_add (line, program);
  for (guint i = 0; i < words->len; i++)
    g_ptr_array_add (line, g_ptr_array_index (words, i));
  g_assert_true (g_spawn_sync (NULL, (char **) line->pdata, NULL, G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL, NULL, &errors,
                               &status, NULL));
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), <=, 1);
  return status == 0 ? NULL : g_steal_pointer (&errors);
}

/* Returns: (transfer full) (nullable): what was said against it */
static char *
ask_command (Office         *office,
             const Question *question,
             gboolean        started)
{
  g_autoptr (GPtrArray) words = write_command (office, question);
  char *said = started ? run_program (words) : run_command (words);

  check (question, "command line", expect (question, FALSE), said);
  /* Who is refused is told as whom. */
  if (started && said != NULL)
    g_assert_nonnull (strstr (said, office_people[question->role]));
  if (said == NULL && moves (question->action))
    office_copy (office);
  return said;
}

/* All of them */

static void
ask_all (Office         *office,
         const Question *question,
         gboolean        started)
{
  g_autofree char *window = NULL;
  g_autofree char *command = NULL;

  ask_store (office, question);
  window = ask_window (office, question);
  command = ask_command (office, question, started);
  /* The same words at both. */
  if (window != NULL && command != NULL)
    g_assert_nonnull (strstr (command, window));
}

/* What is done to no measure depends on the role alone. */
static gboolean
is_of_measure (MattraAction action)
{
  return mattra_action_is_of_answer (action) || action == MATTRA_ACTION_EDIT_PLAN || action == MATTRA_ACTION_COMMENT;
}

typedef struct
{
  Office *office;
  MattraAction action;
} Row;

static void
test_action (gconstpointer data)
{
  const Row *row = data;
  MattraAction action = row->action;
  guint n = is_of_measure (action) ? 1 : 0;

  for (guint role = 0; role < MATTRA_N_ROLES; role++)
    for (guint own = 0; own <= n; own++)
      for (guint state = 0; state <= n * (MATTRA_N_REVIEW_STATES - 1); state++)
        {
          const Question question = { role, action, own, state };

          ask_all (row->office, &question, own == n && state == 0 && role == MATTRA_ROLE_DIVISION_HEAD);
        }
}

/* Two windows of different people over one measure: who may not is told why, who comes second too, and what stands there
 * is what was allowed. */
static void
test_two_people (gconstpointer data)
{
  Office *office = (gpointer) data;
  g_autoptr (MattraSession) head = NULL;
  g_autoptr (MattraSession) secretary = NULL;
  g_autoptr (MattraStore) store = NULL;
  g_autoptr (MattraMeasure) measure = NULL;
  const Question draft = { MATTRA_ROLE_DIVISION_HEAD, MATTRA_ACTION_EDIT_ANSWER, TRUE, MATTRA_REVIEW_DRAFT };
  const Question submit = { MATTRA_ROLE_SECRETARY, MATTRA_ACTION_SUBMIT, TRUE, MATTRA_REVIEW_DRAFT };
  Asked first = { office, &submit, NULL };
  Asked second = { office, &draft, NULL };
  g_autofree char *text = NULL;

  office_copy (office);
  head = session_fixture_open (office->copy, FALSE, NULL);
  secretary = session_fixture_open (office->copy, FALSE, NULL);
  g_assert_true (mattra_session_choose_actor (head, office_people[MATTRA_ROLE_DIVISION_HEAD], NULL));
  g_assert_true (mattra_session_choose_actor (secretary, office_people[MATTRA_ROLE_SECRETARY], NULL));
  /* The secretary submits it on the telephone while the head still types. */
  mattra_session_write_async (secretary, run_asked, &first, NULL, asked_done, &first);
  mattra_session_wait (secretary);
  g_assert_null (first.said);
  mattra_session_write_async (head, run_asked, &second, NULL, asked_done, &second);
  mattra_session_wait (head);
  g_assert_nonnull (second.said);
  g_assert_nonnull (strstr (second.said, mattra_reason_to_text (MATTRA_REASON_SUBMITTED)));
  g_free (second.said);
  store = mattra_store_open (office->copy, TRUE, NULL);
  measure = mattra_find_measure (store, office->plan, "1", NULL);
  text = mattra_cell_dup_exactly (office->plan, measure, "results", OFFICE_OPEN, office->divisions[TRUE]);
  g_assert_cmpstr (text, ==, "ทำแล้ว");
  mattra_session_close (head);
  mattra_session_close (secretary);
  session_fixture_spin (0);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = NULL;
  SessionFixture fixture = { NULL };
  Office office = { NULL };
  Row rows[MATTRA_N_ACTIONS];
  int result;

  /* Hundreds of registers are written, which none of them has to outlive. */
  if (g_access (MEMORY, W_OK) == 0)
    g_setenv ("TMPDIR", MEMORY, TRUE);
  folder = own_folder_new ();

  g_setenv ("XDG_CONFIG_HOME", folder, TRUE);
  g_test_init (&argc, &argv, NULL);
  for (guint action = 0; action < MATTRA_N_ACTIONS; action++)
    {
      g_autofree char *path = g_strdup_printf ("/session/permission/%s", action_names[action]);

      rows[action] = (Row) { &office, action };
      g_test_add_data_func (path, &rows[action], test_action);
    }
  g_test_add_data_func ("/session/permission/two-people", &office, test_two_people);
  office_make (&office, &fixture);
  result = fixture_run_tests ();
  office_clear (&office);
  session_fixture_clear (&fixture);
  own_folder_remove (folder);
  return result;
}
