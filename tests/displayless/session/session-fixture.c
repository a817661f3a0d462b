/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "session-fixture.h"

#include "fixture.h"
#include "mattra-edit.h"
#include "mattra-rows.h"
#include "own-folder.h"

static MattraMeasure *
make_measure (MattraPlan *plan,
              int         number)
{
  g_autofree char *title = g_strdup_printf ("มาตรการที่ %d", number);
  MattraMeasure *measure = mattra_measure_new ();
  MattraDivisionList *divisions = mattra_plan_get_divisions (plan);
  const char *party = number % 10 == 0  ? "ทุกส่วนราชการ"
                      : number % 7 == 0 ? "ผู้ดูแลเว็บไซต์"
                                        : mattra_division_list_get (divisions, number % 4)->name;
  MattraParty *written = mattra_party_new (party);

  mattra_measure_set_number (measure, number);
  mattra_measure_set_title (measure, title);
  mattra_measure_set_period_text (measure, "ต.ค. ๒๕๖๕ - มี.ค. ๒๕๖๖");
  mattra_measure_set_period_start (measure, mattra_date_make (2022, 10, 1));
  mattra_measure_set_period_end (measure, mattra_date_make (2023, 3, 31));
  g_clear_pointer (&written->divisions, g_ptr_array_unref);
  written->divisions = mattra_division_list_match (divisions, party);
  mattra_measure_take_party (measure, written);
  mattra_measure_take_item (measure, MATTRA_ITEM_STEP, mattra_item_new ("แจ้งเวียนคำสั่ง"));
  if (number % 2 == 1)
    mattra_answer_take_item (mattra_measure_ensure_answer (measure, MATTRA_ROUND_FIRST_HALF, NULL),
                             MATTRA_ITEM_RESULT, mattra_item_new ("ดำเนินการแล้วเมื่อ 5 มกราคม 2566"));
  return measure;
}

static void
fill (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MattraPlan) plan = NULL;
  g_autoptr (MattraStore) store = mattra_store_open (path, FALSE, &error);

  g_assert_no_error (error);
  plan = mattra_store_load_plan (store, 0, &error);
  g_assert_no_error (error);
  g_assert_true (mattra_store_begin_act (store, "import", NULL, MATTRA_ACT_IMPORT, &error));
  g_assert_true (mattra_store_set_setting (store, mattra_plan_get_id (plan), MATTRA_SETTING_ROUND, "first_half",
                                           &error));
  for (int i = 1; i <= SESSION_FIXTURE_MEASURES; i++)
    {
      g_autoptr (MattraMeasure) measure = make_measure (plan, i);

      mattra_store_insert_measure (store, mattra_plan_get_id (plan), measure, &error);
      g_assert_no_error (error);
    }
  g_assert_true (mattra_store_commit_act (store, &error));
}

static void
open_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

MattraSession *
session_fixture_open (const char  *path,
                      gboolean     read_only,
                      GError     **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  MattraSession *session;

  mattra_session_open_async (path, read_only, NULL, open_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  session = mattra_session_open_finish (result, error);
  if (session != NULL)
    mattra_clock_set_fixed (mattra_session_get_clock (session), mattra_date_make (2023, 5, 1));
  if (session != NULL)
    mattra_session_wait (session);
  return session;
}

void
session_fixture_init (SessionFixture *self)
{
  g_autoptr (GError) error = NULL;
  Fixture made = { NULL };

  fixture_init (&made);
  fixture_close (&made);
  g_object_unref (made.plan);
  *self = (SessionFixture) { made.folder, made.path, NULL, g_string_new (NULL) };
  fill (self->path);
  self->session = session_fixture_open (self->path, FALSE, &error);
  g_assert_no_error (error);
}

void
session_fixture_clear (SessionFixture *self)
{
  if (self->session != NULL)
    mattra_session_close (self->session);
  session_fixture_spin (0);
  g_clear_object (&self->session);
  own_folder_remove (self->folder);
  g_free (self->folder);
  g_free (self->path);
  g_string_free (self->log, TRUE);
}

typedef struct
{
  char *measure;
  char *field;
  char *value;
  MattraRound round;
} Set;

static void
set_free (gpointer data)
{
  Set *set = data;

  g_free (set->measure);
  g_free (set->field);
  g_free (set->value);
  g_free (set);
}

static gboolean
run_set (MattraStore  *store,
         MattraPlan   *plan,
         gpointer      data,
         GError      **error)
{
  const Set *set = data;
  const MattraEdit edit = { set->measure, set->field, set->value, set->round, NULL };

  return mattra_edit_set (store, plan, &edit, error);
}

/* Changes a cell as a window does, and waits for it. */
void
session_fixture_set (MattraSession *session,
                     const char    *measure,
                     const char    *field,
                     const char    *value)
{
  Set *set = g_new (Set, 1);
  g_autofree char *arguments = g_strdup_printf ("%s\t%s", measure, field);

  *set = (Set) { g_strdup (measure), g_strdup (field), g_strdup (value), mattra_session_get_round (session) };
  mattra_session_act_async (session, "set", arguments, run_set, set, set_free, NULL, NULL);
  mattra_session_wait (session);
}

static gboolean
run_copy_all (MattraStore  *store,
              MattraPlan   *plan,
              gpointer      data,
              GError      **error)
{
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (MattraMeasureKey));
  gboolean done = mattra_store_list_keys (store, mattra_plan_get_id (plan), NULL, keys, error);

  for (guint i = 0; done && i < keys->len; i++)
    {
      const char *one[] = { g_array_index (keys, MattraMeasureKey, i).id, NULL };

      done = mattra_rows_duplicate (store, plan, one, NULL, error);
    }
  return done;
}

/* Doubles the register's measures. */
void
session_fixture_copy_all (MattraSession *session)
{
  mattra_session_act_async (session, "duplicate-measure", NULL, run_copy_all, NULL, NULL, NULL, NULL);
  mattra_session_wait (session);
}

static void
items_changed_cb (GListModel *model,
                  guint       position,
                  guint       removed,
                  guint       added,
                  GString    *log)
{
  g_string_append_printf (log, "%u-%u+%u ", position, removed, added);
}

void
session_fixture_log (SessionFixture    *self,
                     MattraMeasureList *list)
{
  g_signal_connect (list, "items-changed", G_CALLBACK (items_changed_cb), self->log);
}

/* The numbers of the list's measures, each loaded first. */
char *
session_fixture_numbers (MattraSession     *session,
                         MattraMeasureList *list)
{
  GString *numbers = g_string_new (NULL);

  mattra_session_wait (session);
  for (int pass = 0; pass < 2; pass++)
    {
      g_string_truncate (numbers, 0);
      for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
        {
          g_autoptr (MattraMeasureRow) row = g_list_model_get_item (G_LIST_MODEL (list), i);
          MattraMeasure *measure = mattra_measure_row_get_measure (row);

          g_string_append_printf (numbers, "%s%d", i > 0 ? " " : "",
                                  measure != NULL ? mattra_measure_get_number (measure) : 0);
        }
      mattra_session_wait (session);
    }
  return g_string_free (numbers, FALSE);
}

static gboolean
stop_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

/* Runs the main context for a while, and at least until nothing is ready. */
void
session_fixture_spin (guint milliseconds)
{
  gboolean over = FALSE;

  g_timeout_add (milliseconds, stop_cb, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}
