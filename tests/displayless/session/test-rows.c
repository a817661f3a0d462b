/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"
#include "mattra-arrange.h"
#include "mattra-copy-answers.h"
#include "mattra-index.h"
#include "mattra-replace.h"
#include "mattra-rows.h"
#include "session-fixture.h"

/* What is done to the rows of a small register, by the numbers of its measures. */
typedef struct
{
  SessionFixture *fixture;
  MattraMeasureList *list;
  char *ids[SESSION_FIXTURE_MEASURES + 1]; /* by number */
} Rows;

static void
rows_init (Rows           *self,
           SessionFixture *fixture)
{
  g_autofree char *numbers = NULL;

  session_fixture_init (fixture);
  *self = (Rows) { fixture, mattra_measure_list_new (fixture->session) };
  numbers = session_fixture_numbers (fixture->session, self->list);
  for (guint i = 0; i < SESSION_FIXTURE_MEASURES; i++)
    self->ids[i + 1] = g_strdup (mattra_measure_list_get_id (self->list, i));
}

static void
rows_clear (Rows *self)
{
  g_clear_object (&self->list);
  for (guint i = 0; i < G_N_ELEMENTS (self->ids); i++)
    g_free (self->ids[i]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Rows, rows_clear)

typedef struct
{
  const char *name;
  const char *ids[8];
  const char *before;
  guint n;
  guint times;
  const char *after;
} Task;

static gboolean
run_task (MattraStore  *store,
          MattraPlan   *plan,
          gpointer      data,
          GError      **error)
{
  const Task *task = data;

  for (guint i = 1; i < task->times; i++)
    if (!mattra_rows_add (store, plan, task->before, NULL, task->n, NULL, error))
      return FALSE;
  if (g_str_equal (task->name, "insert-measure"))
    return mattra_rows_add (store, plan, task->before, NULL, task->n, NULL, error);
  if (g_str_equal (task->name, "move-measure") && task->after != NULL)
    {
      g_autofree char *before = NULL;

      return mattra_rows_find_next (store, plan, task->after, &before, error)
             && mattra_rows_move (store, plan, task->ids, before, error);
    }
  if (g_str_equal (task->name, "move-measure"))
    return mattra_rows_move (store, plan, task->ids, task->before, error);
  if (g_str_equal (task->name, "duplicate-measure"))
    return mattra_rows_duplicate (store, plan, task->ids, NULL, error);
  if (g_str_equal (task->name, "restore-measure"))
    return mattra_rows_restore (store, task->ids, error);
  if (g_str_equal (task->name, "renumber"))
    return mattra_rows_renumber (store, plan, error);
  return mattra_rows_delete (store, task->ids, error);
}

/* Returns: (transfer full): the first @n numbers of the list */
static char *
do_task (Rows       *self,
         const Task *task,
         guint       n)
{
  g_autofree char *numbers = NULL;
  g_auto (GStrv) words = NULL;

  if (task != NULL)
    mattra_session_act_async (self->fixture->session, task->name, NULL, run_task, (gpointer) task, NULL, NULL, NULL);
  mattra_session_wait (self->fixture->session);
  numbers = session_fixture_numbers (self->fixture->session, self->list);
  words = g_strsplit (numbers, " ", -1);
  for (guint i = n; i < g_strv_length (words); i++)
    words[i][0] = '\0';
  return g_strchomp (g_strjoinv (" ", words));
}

static void
test_rows (void)
{
  g_auto (SessionFixture) fixture = { NULL };
  g_auto (Rows) rows = { NULL };

  rows_init (&rows, &fixture);
  {
    const struct
    {
      Task task;
      const char *numbers;
      const char *undo;
    } table[] = {
      { { "insert-measure", { NULL }, rows.ids[3], 2 }, "1 2 0 0 3 4", "New measure" },
      { { "move-measure", { rows.ids[5], rows.ids[1] }, rows.ids[3] }, "2 5 1 3 4 6", "Move measure" },
      { { "move-measure", { rows.ids[3] }, rows.ids[3] }, "1 2 3 4 5 6", NULL },
      { { "move-measure", { rows.ids[1], rows.ids[2] }, rows.ids[1] }, "1 2 3 4 5 6", NULL },
      { { "move-measure", { rows.ids[1] }, .after = rows.ids[4] }, "2 3 4 1 5 6", "Move measure" },
      { { "move-measure", { rows.ids[1], rows.ids[5] }, .after = rows.ids[4] }, "2 3 4 1 5 6", "Move measure" },
      { { "move-measure", { rows.ids[1] }, .after = rows.ids[SESSION_FIXTURE_MEASURES] }, "2 3 4 5 6 7",
        "Move measure" },
      { { "duplicate-measure", { rows.ids[1], rows.ids[2] } }, "1 2 0 0 3 4", "Duplicate measure" },
      { { "delete-measure", { rows.ids[1], rows.ids[4] } }, "2 3 5 6 7 8", "Delete measure" },
    };

    for (guint i = 0; i < G_N_ELEMENTS (table); i++)
      {
        g_autofree char *numbers = do_task (&rows, &table[i].task, 6);
        g_autofree char *after = NULL;

        g_test_message ("row %u", i);
        g_assert_cmpstr (numbers, ==, table[i].numbers);
        if (table[i].undo != NULL)
          g_assert_cmpstr (mattra_session_get_undo_name (fixture.session), ==, table[i].undo);
        mattra_session_undo (fixture.session);
        after = do_task (&rows, NULL, 6);
        g_assert_cmpstr (after, ==, "1 2 3 4 5 6");
      }
  }
}

/* A deleted measure comes back to its place also without undo; a new one at the end counts on. */
static void
test_more_rows (void)
{
  g_auto (SessionFixture) fixture = { NULL };
  g_auto (Rows) rows = { NULL };
  g_autofree char *gone = NULL;
  g_autofree char *back = NULL;
  g_autofree char *added = NULL;
  g_autofree char *renumbered = NULL;

  rows_init (&rows, &fixture);
  gone = do_task (&rows, &(Task) { "delete-measure", { rows.ids[2] } }, 3);
  g_assert_cmpstr (gone, ==, "1 3 4");
  back = do_task (&rows, &(Task) { "restore-measure", { rows.ids[2] } }, 3);
  g_assert_cmpstr (back, ==, "1 2 3");
  added = do_task (&rows, &(Task) { "insert-measure", { NULL }, NULL, 2 }, 99);
  g_assert_true (g_str_has_suffix (added, " 40 41 42"));
  g_free (do_task (&rows, &(Task) { "move-measure", { rows.ids[9] }, rows.ids[1] }, 3));
  renumbered = do_task (&rows, &(Task) { "renumber" }, 3);
  g_assert_cmpstr (renumbered, ==, "1 2 3");
}

/* Rows put in at one place over and over find room for ever. */
static void
test_room (void)
{
  g_auto (SessionFixture) fixture = { NULL };
  g_auto (Rows) rows = { NULL };
  Task task = { "insert-measure", { NULL }, NULL, 3, 700 };
  guint position = 0;

  rows_init (&rows, &fixture);
  task.before = rows.ids[2];
  mattra_session_act_async (fixture.session, task.name, NULL, run_task, &task, NULL, NULL, NULL);
  mattra_session_wait (fixture.session);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (rows.list)), ==, SESSION_FIXTURE_MEASURES + 2100);
  for (guint i = 1; i <= SESSION_FIXTURE_MEASURES; i++)
    {
      g_assert_true (mattra_measure_list_find (rows.list, rows.ids[i], &position));
      g_assert_cmpuint (position, ==, i == 1 ? 0 : 2100 + i - 1);
    }
}

/* Replacing */

typedef struct
{
  MattraReplaceOptions options;
  guint n_replaced;
  guint n_hits;
  char *why; /* of the first that stays as it is */
} Replacing;

static gboolean
run_preview (MattraStore  *store,
             MattraPlan   *plan,
             gpointer      data,
             GError      **error)
{
  Replacing *replacing = data;
  g_autoptr (GPtrArray) hits = mattra_replace_preview (store, plan, &replacing->options, 1000, error);

  if (hits == NULL)
    return FALSE;
  replacing->n_hits = hits->len;
  for (guint i = 0; replacing->why == NULL && i < hits->len; i++)
    replacing->why = g_strdup (((const MattraReplaceHit *) g_ptr_array_index (hits, i))->why);
  return TRUE;
}

static gboolean
run_replace (MattraStore  *store,
             MattraPlan   *plan,
             gpointer      data,
             GError      **error)
{
  Replacing *replacing = data;

  return mattra_replace_apply (store, plan, &replacing->options, &replacing->n_replaced, error);
}

static void
test_replace (void)
{
  static const char *const title_only[] = { "title", NULL };
  static const struct
  {
    MattraReplaceOptions options;
    guint n_hits;
    guint n_replaced;
  } table[] = {
    { { "คำสั่ง", "ประกาศ" }, 40, 40 },
    { { "คำสั่ง", "ประกาศ", .fields = title_only }, 0, 0 },
    { { "5 มกราคม 2566", "6 มกราคม 2566" }, 20, 20 },
    { { "๕ มกราคม ๒๕๖๖", "6 มกราคม 2566", TRUE }, 20, 0 },
    { { "๕ มกราคม ๒๕๖๖", "6 มกราคม 2566", FALSE }, 0, 0 },
    { { "มาตรการที่ 1", "ข้อ", .fields = title_only }, 11, 11 },
  };
  g_auto (SessionFixture) fixture = { NULL };

  session_fixture_init (&fixture);
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      Replacing replacing = { table[i].options };

      replacing.options.round = MATTRA_ROUND_FIRST_HALF;
      mattra_session_query_async (fixture.session, run_preview, &replacing, NULL, NULL, NULL);
      mattra_session_wait (fixture.session);
      g_test_message ("row %u", i);
      g_assert_cmpuint (replacing.n_hits, ==, table[i].n_hits);
      mattra_session_act_async (fixture.session, "replace", NULL, run_replace, &replacing, NULL, NULL, NULL);
      mattra_session_wait (fixture.session);
      g_assert_cmpuint (replacing.n_replaced, ==, table[i].n_replaced);
      if (table[i].n_replaced == 0)
        continue;
      g_assert_cmpstr (mattra_session_get_undo_name (fixture.session), ==, "Replace text");
      mattra_session_undo (fixture.session);
      mattra_session_wait (fixture.session);
      mattra_session_query_async (fixture.session, run_preview, &replacing, NULL, NULL, NULL);
      mattra_session_wait (fixture.session);
      g_assert_cmpuint (replacing.n_hits, ==, table[i].n_hits);
    }
}

/* The full year goes on from the first half */

static gboolean
run_copy (MattraStore  *store,
          MattraPlan   *plan,
          gpointer      data,
          GError      **error)
{
  return mattra_copy_answers (store, plan, MATTRA_ROUND_FIRST_HALF, MATTRA_ROUND_FULL_YEAR, data, error);
}

static gboolean
run_count (MattraStore  *store,
           MattraPlan   *plan,
           gpointer      data,
           GError      **error)
{
  guint *counts = data;

  return mattra_copy_answers_count (store, plan, MATTRA_ROUND_FIRST_HALF, MATTRA_ROUND_FULL_YEAR, &counts[0],
                                    &counts[1], error);
}

static void
assert_counts (MattraSession *session,
               guint          n_measures,
               guint          n_present)
{
  guint counts[2] = { 0 };

  mattra_session_query_async (session, run_count, counts, NULL, NULL, NULL);
  mattra_session_wait (session);
  g_assert_cmpuint (counts[0], ==, n_measures);
  g_assert_cmpuint (counts[1], ==, n_present);
}

static void
test_copy_answers (void)
{
  g_auto (SessionFixture) fixture = { NULL };
  guint n = 0;

  session_fixture_init (&fixture);
  assert_counts (fixture.session, 20, 0);
  mattra_session_set_round (fixture.session, MATTRA_ROUND_FULL_YEAR);
  session_fixture_set (fixture.session, "1", "results", "ของตนเอง");
  assert_counts (fixture.session, 19, 1);
  mattra_session_act_async (fixture.session, "copy-answers", NULL, run_copy, &n, NULL, NULL, NULL);
  mattra_session_wait (fixture.session);
  g_assert_cmpuint (n, ==, 19);
  g_assert_cmpuint (mattra_session_get_list_count (fixture.session, MATTRA_LIST_NO_RESULT), ==, 20);
  assert_counts (fixture.session, 0, 20);
  g_assert_cmpstr (mattra_session_get_undo_name (fixture.session), ==, "Copy results of the first half");
  mattra_session_undo (fixture.session);
  mattra_session_wait (fixture.session);
  assert_counts (fixture.session, 19, 1);
}

/* A title that nothing would be left of stays, which the preview tells; the others are replaced. */
static void
test_replace_whole_title (void)
{
  static const char *const title_only[] = { "title", NULL };
  g_auto (SessionFixture) fixture = { NULL };
  g_auto (Rows) rows = { NULL };
  Replacing replacing = { { "มาตรการ", "", .fields = title_only } };

  rows_init (&rows, &fixture);
  session_fixture_set (fixture.session, rows.ids[3], "title", "มาตรการ");
  mattra_session_query_async (fixture.session, run_preview, &replacing, NULL, NULL, NULL);
  mattra_session_wait (fixture.session);
  g_assert_cmpuint (replacing.n_hits, ==, SESSION_FIXTURE_MEASURES);
  g_assert_cmpstr (replacing.why, ==, "A measure needs a name");
  g_free (replacing.why);
  mattra_session_act_async (fixture.session, "replace", NULL, run_replace, &replacing, NULL, NULL, NULL);
  mattra_session_wait (fixture.session);
  g_assert_cmpuint (replacing.n_replaced, ==, SESSION_FIXTURE_MEASURES - 1);
  g_assert_cmpstr (mattra_session_get_undo_name (fixture.session), ==, "Replace text");
}

/* Divisions and people */

static gboolean
run_arrange (MattraStore  *store,
             MattraPlan   *plan,
             gpointer      data,
             GError      **error)
{
  MattraDivisionList *divisions = mattra_plan_get_divisions (plan);
  const char *first = mattra_division_list_get (divisions, 0)->id;
  const char *third = mattra_division_list_get (divisions, 2)->id;
  const MattraSigner *signer = g_ptr_array_index (mattra_plan_get_signers (plan), 0);
  g_autoptr (MattraSigner) other = mattra_signer_new ("นายอื่น");
  g_autofree char *added = mattra_store_insert_signer (store, other, error);

  return added != NULL
         && mattra_arrange_move_division (store, plan, third, first, error)
         && mattra_arrange_delete_division (store, mattra_division_list_get (divisions, 1)->id, error)
         && mattra_arrange_move_person (store, plan, added, signer->id, error);
}

static void
test_arrange (void)
{
  g_auto (SessionFixture) fixture = { NULL };
  g_autofree char *first = NULL;
  g_autofree char *third = NULL;
  MattraPlan *plan;
  MattraProgress progress;
  guint n;

  session_fixture_init (&fixture);
  plan = mattra_session_get_plan (fixture.session);
  n = mattra_division_list_get_size (mattra_plan_get_divisions (plan));
  first = g_strdup (mattra_division_list_get (mattra_plan_get_divisions (plan), 0)->id);
  third = g_strdup (mattra_division_list_get (mattra_plan_get_divisions (plan), 2)->id);
  mattra_session_act_async (fixture.session, "move-division", NULL, run_arrange, NULL, NULL, NULL, NULL);
  mattra_session_wait (fixture.session);
  plan = mattra_session_get_plan (fixture.session);
  g_assert_cmpuint (mattra_division_list_get_size (mattra_plan_get_divisions (plan)), ==, n - 1);
  g_assert_cmpstr (mattra_division_list_get (mattra_plan_get_divisions (plan), 0)->id, ==, third);
  g_assert_cmpstr (mattra_division_list_get (mattra_plan_get_divisions (plan), 1)->id, ==, first);
  g_assert_cmpstr (((MattraSigner *) g_ptr_array_index (mattra_plan_get_signers (plan), 0))->name, ==, "นายอื่น");
  mattra_session_get_progress (fixture.session, "", &progress);
  g_assert_cmpuint (progress.n_measures, ==, 14); /* those of the deleted division, and those of none */
}

/* An index whose pass never ends does not keep the register open. */
static void
test_unfinished_index (void)
{
  const MattraView view = { NULL };
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (GPtrArray) measures = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;
  gpointer store = NULL;
  gboolean complete = TRUE;
  MattraIndex *index = NULL;

  fixture_init (&fixture);
  for (int i = 0; i < 300; i++)
    g_ptr_array_add (measures, fixture_measure (i + 1, "ก"));
  g_assert_true (mattra_store_begin_act (fixture.store, "import", NULL, MATTRA_ACT_EDIT, &error));
  g_assert_true (mattra_rows_insert (fixture.store, fixture.plan, NULL, measures, &error));
  g_assert_true (mattra_store_commit_act (fixture.store, &error));
  index = mattra_index_new (fixture.plan, mattra_date_make (2023, 3, 1));
  mattra_index_begin (index, MATTRA_FACET_SUMMARY, &view);
  g_assert_true (mattra_index_step (index, fixture.store, &complete, &error));
  g_assert_false (complete);
  g_assert_true (mattra_index_step (index, fixture.store, &complete, &error));
  g_assert_true (complete);
  mattra_index_begin (index, MATTRA_FACET_SUMMARY, &view);
  g_assert_true (mattra_index_step (index, fixture.store, &complete, &error));
  g_assert_false (complete);
  store = fixture.store;
  g_object_add_weak_pointer (store, &store);
  fixture_close (&fixture);
  g_assert_null (store);
  mattra_index_unref (index);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/session/rows/undo", test_rows);
  g_test_add_func ("/session/rows/more", test_more_rows);
  g_test_add_func ("/session/rows/room", test_room);
  g_test_add_func ("/session/rows/replace", test_replace);
  g_test_add_func ("/session/rows/replace-whole-title", test_replace_whole_title);
  g_test_add_func ("/session/rows/copy-answers", test_copy_answers);
  g_test_add_func ("/session/rows/arrange", test_arrange);
  g_test_add_func ("/session/index/unfinished", test_unfinished_index);
  return fixture_run_tests ();
}
