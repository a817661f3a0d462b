/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* bench-overview [N]: what it costs to open the overview over N measures of 60 divisions, from asking for it to the
 * frame that shows its numbers, and what an edit costs up to the frame that shows the new ones, work of the register's
 * thread included. The limits that the program sets itself are 150 and 20 ms at 12 000. Nothing is asserted: times
 * belong to machines. bench-overview --make FILE N makes such a register, to be looked at, and no more. */

#include <stdlib.h>

#include "loop-clock.h"
#include "mattra-measure-list.h"
#include "mattra-overview-page.h"
#include "mattra-start-up.h"
#include "mattra-window.h"

#define N_DIVISIONS 60
#define N_EDITS 15
#define STEPS 4

typedef struct
{
  MattraApplication *application;
  MattraSession *session;
  GtkWindow *window;
  gconstpointer shown; /* the drawing that the last frame showed */
  MattraOverviewView *view;
} Bench;

/* The register */

static MattraDivisionList *
make_divisions (void)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) mattra_division_free);

  for (int i = 1; i <= N_DIVISIONS; i++)
    {
      g_autofree char *name = g_strdup_printf ("กองตัวอย่างที่ %d", i);

      g_ptr_array_add (all, mattra_division_new (name));
    }
  return mattra_division_list_new (all);
}

static MattraMeasure *
make_measure (MattraPlan *plan,
              int         number)
{
  static const MattraStatus stated[] = { MATTRA_STATUS_DONE, MATTRA_STATUS_NONE, MATTRA_STATUS_IN_PROGRESS,
                                         MATTRA_STATUS_NONE, MATTRA_STATUS_CANCELLED };
  MattraDivisionList *divisions = mattra_plan_get_divisions (plan);
  MattraMeasure *measure = mattra_measure_new ();
  MattraParty *party = mattra_party_new ("ผู้รับผิดชอบ");
  MattraAnswer *answer = mattra_measure_ensure_answer (measure, MATTRA_ROUND_FIRST_HALF, NULL);
  g_autofree char *title = g_strdup_printf ("มาตรการส่งเสริมความโปร่งใส ครั้งที่ %d", number);

  mattra_measure_set_number (measure, number);
  mattra_measure_set_title (measure, title);
  mattra_measure_set_ita_indicator (measure, number % (MATTRA_N_INDICATORS + 1));
  mattra_measure_set_period_text (measure, "ต.ค. ๒๕๖๕ - มี.ค. ๒๕๖๖");
  mattra_measure_set_period_start (measure, mattra_date_make (2022, 10, 1));
  mattra_measure_set_period_end (measure, mattra_date_make (2023, 1 + number % 8, 28));
  for (guint i = 0; i < 3; i++)
    g_ptr_array_add (party->divisions,
                     g_strdup (mattra_division_list_get (divisions, ((guint) number * 7 + i) % N_DIVISIONS)->id));
  mattra_measure_take_party (measure, party);
  for (int i = 0; i < STEPS; i++)
    mattra_measure_take_item (measure, MATTRA_ITEM_STEP, mattra_item_new ("แจ้งเวียนคำสั่งให้ทุกส่วนราชการทราบ"));
  mattra_answer_set_stated (answer, stated[number % 5]);
  if (number % 2 == 0)
    mattra_answer_take_item (answer, MATTRA_ITEM_RESULT, mattra_item_new ("ดำเนินการแล้ว"));
  return measure;
}

static void
make_register (const char *path,
               int         n)
{
  g_autoptr (MattraPlan) plan = mattra_plan_new (2566);
  g_autoptr (MattraDivisionList) divisions = make_divisions ();
  g_autoptr (MattraStore) store = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done;

  mattra_plan_get_organisation (plan)->name = g_strdup ("องค์การบริหารส่วนตำบลโนนตัวอย่าง");
  mattra_plan_set_divisions (plan, divisions);
  mattra_plan_set_setting (plan, MATTRA_SETTING_ROUND, "first_half");
  done = mattra_store_create (path, plan, &error);
  store = done ? mattra_store_open (path, FALSE, &error) : NULL;
  done = store != NULL && mattra_store_begin_act (store, "import", NULL, MATTRA_ACT_IMPORT, &error);
  for (int i = 1; done && i <= n; i++)
    {
      g_autoptr (MattraMeasure) measure = make_measure (plan, i);

      done = mattra_store_insert_measure (store, mattra_plan_get_id (plan), measure, &error);
    }
  if (!done || !mattra_store_commit_act (store, &error))
    g_error ("%s", error->message);
}

static void
open_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static MattraSession *
open_session (const char *path)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  MattraSession *session;

  mattra_session_open_async (path, FALSE, NULL, open_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  session = mattra_session_open_finish (result, &error);
  if (session == NULL)
    g_error ("%s", error->message);
  mattra_clock_set_fixed (mattra_session_get_clock (session), mattra_date_make (2023, 3, 31));
  for (guint i = 0; i < 3; i++)
    mattra_session_wait (session);
  return session;
}

/* Frames */

static void
note_frame (Bench *self)
{
  self->shown = self->view ? mattra_overview_view_get_layout (self->view) : NULL;
}

/* Until a frame shows another drawing than @before. */
static Cost
wait_for_frame (Bench         *self,
                gconstpointer  before)
{
  while (self->shown == NULL || self->shown == before)
    g_main_context_iteration (NULL, TRUE);
  return loop_clock_read ();
}

static void
settle (Bench *self)
{
  mattra_session_wait (self->session);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static Cost
open_overview (Bench *self)
{
  GtkWidget *page = NULL;

  self->shown = NULL;
  self->view = NULL;
  loop_clock_begin ();
  page = mattra_overview_page_new (self->session, mattra_application_get_settings (self->application));
  self->view = mattra_overview_page_get_view (MATTRA_OVERVIEW_PAGE (page));
  gtk_window_set_child (self->window, page);
  return wait_for_frame (self, NULL);
}

static gboolean
run_set (MattraStore  *store,
         MattraPlan   *plan,
         gpointer      data,
         GError      **error)
{
  return mattra_store_set_measure_field (store, data, "ita_indicator", "2", error);
}

static Cost
edit (Bench      *self,
      const char *measure)
{
  gconstpointer before = self->shown;

  loop_clock_begin ();
  mattra_session_act_async (self->session, "set", NULL, run_set, (gpointer) measure, NULL, NULL, NULL);
  return wait_for_frame (self, before);
}

static void
bench (Bench *self)
{
  g_autoptr (GArray) opening = loop_clock_costs_new ();
  g_autoptr (GArray) edits = loop_clock_costs_new ();
  g_autoptr (MattraMeasureList) list = mattra_measure_list_new (self->session);

  settle (self);
  for (guint i = 0; i < 5; i++)
    {
      Cost cost = open_overview (self);

      g_array_append_val (opening, cost);
      settle (self);
    }
  for (guint i = 0; i < N_EDITS; i++)
    {
      g_autofree char *measure = g_strdup (mattra_measure_list_get_id (list, i * 11 + 3));
      Cost cost = edit (self, measure);

      g_array_append_val (edits, cost);
      settle (self);
    }
  loop_clock_tell_head ();
  loop_clock_tell ("opening the overview, to its numbers", opening);
  loop_clock_tell ("an edit, to the new numbers", edits);
}

int
main (int   argc,
      char *argv[])
{
  Bench self = { NULL };
  int n = argc > 1 ? atoi (argv[1]) : 12000;
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("mattra-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "office.mattra", NULL);
  g_autofree char *remove = g_strdup_printf ("rm -rf %s", folder);

  if (argc == 4 && g_str_equal (argv[1], "--make"))
    {
      make_register (argv[2], atoi (argv[3]));
      return 0;
    }
  make_register (path, n);
  mattra_start_up ();
  self.application = mattra_application_new ();
  g_application_set_flags (G_APPLICATION (self.application), G_APPLICATION_NON_UNIQUE);
  if (!g_application_register (G_APPLICATION (self.application), NULL, &error))
    g_error ("%s", error->message);
  loop_clock_start ();
  self.session = open_session (path);
  self.window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_default_size (self.window, 1366, 768);
  gtk_window_present (self.window);
  g_signal_connect_swapped (gtk_widget_get_frame_clock (GTK_WIDGET (self.window)), "after-paint",
                            G_CALLBACK (note_frame), &self);
  g_print ("%d measures, %d divisions\n", n, N_DIVISIONS);
  bench (&self);
  mattra_session_close (self.session);
  gtk_window_destroy (self.window);
  g_spawn_command_line_sync (remove, NULL, NULL, NULL, NULL);
  return 0;
}
