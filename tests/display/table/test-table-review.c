/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "mattra-review-act.h"
#include "mattra-review-mark.h"
#include "mattra-settings.h"
#include "mattra-table-page.h"
#include "office-people.h"
#include "picture.h"
#include "seek.h"

#define ROUND MATTRA_ROUND_FULL_YEAR

static const char rows[] =
  "๑\tจัดทำคู่มือการเบิกจ่ายเงิน\t\tกองคลัง\tต.ค. ๖๕ - ก.ย. ๖๖\tจัดทำแล้ว ๒ เล่ม\n"
  "๒\tประกาศเจตนารมณ์ไม่รับของขวัญ\t\tกองคลัง\tต.ค. ๖๕ - ก.ย. ๖๖\tประกาศแล้ว\n"
  "๓\tรายงานการใช้รถราชการ\t\tกองช่าง\tต.ค. ๖๕ - ก.ย. ๖๖\tรายงานแล้ว\n"
  "๔\tซ่อมถนนตามแผน\t\tกองช่าง\tต.ค. ๖๕ - ก.ย. ๖๖\t\n";

typedef struct
{
  RegisterFixture fixture;
  GSettings *settings;
  MattraTablePage *page;
  GString *said;
} Table;

static void
note_acted (MattraSession *session,
            const char    *name,
            gboolean       undoable,
            Table         *self)
{
  g_string_append_printf (self->said, "%s%s;", undoable ? "" : "!", name);
}

static void
finish (Table *self)
{
  for (guint i = 0; i < 3; i++)
    register_fixture_finish (&self->fixture);
}

static void
set_up_rows (Table      *self,
             const char *table)
{
  *self = (Table) { .settings = mattra_settings_new () };
  self->said = g_string_new (NULL);
  register_fixture_init (&self->fixture, table, "2023-09-01");
  office_people_add (&self->fixture);
  g_signal_connect (self->fixture.session, "acted", G_CALLBACK (note_acted), self);
  self->page = MATTRA_TABLE_PAGE (mattra_table_page_new (self->fixture.session, self->settings));
  mattra_grid_column_set_visible (mattra_grid_find_column (mattra_table_page_get_grid (self->page), "review"), TRUE);
  mattra_grid_column_set_visible (mattra_grid_find_column (mattra_table_page_get_grid (self->page), "steps"), FALSE);
  register_fixture_show (&self->fixture, GTK_WIDGET (self->page), 1300, 520);
  finish (self);
}

static void
set_up (Table         *self,
        gconstpointer  data)
{
  set_up_rows (self, rows);
}

static void
tear_down (Table         *self,
           gconstpointer  data)
{
  register_fixture_clear (&self->fixture);
  g_object_unref (self->settings);
  g_string_free (self->said, TRUE);
}

static void
take (Table               *self,
      const char          *measure,
      MattraReviewVerdict  verdict,
      const char          *comment)
{
  g_autoptr (MattraMeasure) found = office_people_load (&self->fixture, measure);

  mattra_review_act_take (self->fixture.session, mattra_review_step_new (found, ROUND, NULL, verdict, comment), NULL,
                          NULL);
  finish (self);
}

static MattraReviewMark
get_mark (Table      *self,
          const char *measure)
{
  g_autoptr (MattraMeasure) found = office_people_load (&self->fixture, measure);

  return mattra_review_mark (found, ROUND, NULL);
}

/* Of the rows that are selected what was handed in is approved; the others are told together. */
static void
test_approve (Table         *self,
              gconstpointer  data)
{
  MattraGrid *grid = mattra_table_page_get_grid (self->page);
  GtkWindow *dialog = NULL;

  take (self, "1", MATTRA_VERDICT_SUBMITTED, NULL);
  take (self, "2", MATTRA_VERDICT_SUBMITTED, NULL);
  take (self, "3", MATTRA_VERDICT_SUBMITTED, NULL);
  take (self, "3", MATTRA_VERDICT_RETURNED, "ขอรายละเอียด");
  g_assert_cmpuint (mattra_session_get_list_count (self->fixture.session, MATTRA_LIST_SUBMITTED), ==, 2);
  g_assert_cmpuint (mattra_session_get_list_count (self->fixture.session, MATTRA_LIST_RETURNED), ==, 1);
  picture_save_both (self->fixture.window, "table-review");
  office_people_be (&self->fixture, OFFICE_HEAD);
  mattra_grid_select_span (grid, 0, 3);
  gtk_widget_activate_action (GTK_WIDGET (self->page), "table.approve", NULL);
  finish (self);
  g_assert_cmpint (get_mark (self, "1"), ==, MATTRA_REVIEW_MARK_SUBMITTED);
  office_people_be (&self->fixture, OFFICE_SECRETARY);
  mattra_grid_select_span (grid, 0, 3); /* a head saw the own division's rows */
  g_string_set_size (self->said, 0);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->page), "table.approve", NULL));
  finish (self);
  g_assert_cmpstr (self->said->str, ==, "!2 answers approved;");
  g_assert_cmpint (get_mark (self, "1"), ==, MATTRA_REVIEW_MARK_APPROVED);
  g_assert_cmpint (get_mark (self, "2"), ==, MATTRA_REVIEW_MARK_APPROVED);
  g_assert_cmpint (get_mark (self, "3"), ==, MATTRA_REVIEW_MARK_RETURNED);
  dialog = seek_dialog (self->fixture.window);
  g_assert_nonnull (dialog);
  g_assert_nonnull (seek (GTK_WIDGET (dialog), GTK_TYPE_LABEL, "Answer to measure 3: the answer was returned"));
  g_assert_nonnull (seek (GTK_WIDGET (dialog), GTK_TYPE_LABEL, "Answer to measure 4: the answer has not been submitted"));
  picture_save (GTK_WIDGET (dialog), "table-review-refused");
  gtk_window_destroy (dialog);
  g_assert_cmpuint (mattra_session_get_list_count (self->fixture.session, MATTRA_LIST_SUBMITTED), ==, 0);
}

#define MANY 400

static void
all_taken (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  guint n_done = 0;
  g_autoptr (GPtrArray) refusals = mattra_review_act_take_all_finish (MATTRA_SESSION (source), result, &n_done, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (n_done, ==, MANY);
}

/* All of a long list is meant, also what was never in view: nothing is left out without a word. */
static void
test_many (Table         *self,
           gconstpointer  data)
{
  MattraGrid *grid = mattra_table_page_get_grid (self->page);
  MattraMeasureList *list = mattra_table_page_get_list (self->page);
  g_autoptr (GPtrArray) steps = g_ptr_array_new_with_free_func ((GDestroyNotify) mattra_review_step_free);

  for (guint i = 0; i < MANY; i++)
    {
      g_autoptr (MattraMeasure) measure = office_people_load (&self->fixture,
                                                              mattra_measure_list_get_id (list, i));

      g_ptr_array_add (steps, mattra_review_step_new (measure, ROUND, NULL, MATTRA_VERDICT_SUBMITTED, NULL));
    }
  mattra_review_act_take_all (self->fixture.session, g_steal_pointer (&steps), all_taken, NULL);
  finish (self);
  g_assert_null (mattra_measure_list_peek (list, MANY - 1));
  office_people_be (&self->fixture, OFFICE_SECRETARY);
  mattra_grid_select_span (grid, 0, MANY - 1);
  g_string_set_size (self->said, 0);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->page), "table.approve", NULL));
  finish (self);
  g_assert_cmpstr (self->said->str, ==, "!400 answers approved;");
  g_assert_null (seek_dialog (self->fixture.window));
  g_assert_cmpuint (mattra_session_get_list_count (self->fixture.session, MATTRA_LIST_SUBMITTED), ==, 0);
}

static void
set_up_many (Table         *self,
             gconstpointer  data)
{
  GString *many = g_string_new (NULL);

  for (guint i = 0; i < MANY; i++)
    g_string_append_printf (many, "%u\tมาตรการที่ %u\t\tกองคลัง\tต.ค. ๖๕ - ก.ย. ๖๖\tทำแล้ว\n", i + 1, i + 1);
  set_up_rows (self, many->str);
  g_string_free (many, TRUE);
}

static void
assert_order (Table      *self,
              gboolean    descending,
              const char *expected)
{
  MattraGrid *grid = mattra_table_page_get_grid (self->page);
  GListModel *rows_shown = mattra_grid_get_model (grid);
  GString *numbers = g_string_new (NULL);
  g_autofree char *text = NULL;

  mattra_grid_set_sort (grid, "review", descending);
  g_signal_emit_by_name (grid, "sort-changed", "review", descending);
  finish (self);
  for (guint i = 0; i < g_list_model_get_n_items (rows_shown); i++)
    {
      MattraMeasure *measure = mattra_measure_list_peek (mattra_table_page_get_list (self->page), i);

      g_string_append_printf (numbers, "%d", mattra_measure_get_number (measure));
    }
  text = g_string_free (numbers, FALSE);
  g_assert_cmpstr (text, ==, expected);
}

/* In the order of an answer's life, and what was not handed in last either way; it follows what is done. */
static void
test_sort (Table         *self,
           gconstpointer  data)
{
  MattraGrid *grid = mattra_table_page_get_grid (self->page);

  g_assert_true (mattra_grid_column_get_sortable (mattra_grid_find_column (grid, "review")));
  take (self, "1", MATTRA_VERDICT_SUBMITTED, NULL);
  take (self, "1", MATTRA_VERDICT_APPROVED, NULL);
  take (self, "2", MATTRA_VERDICT_SUBMITTED, NULL);
  take (self, "3", MATTRA_VERDICT_SUBMITTED, NULL);
  take (self, "3", MATTRA_VERDICT_RETURNED, "ขอรายละเอียด");
  assert_order (self, FALSE, "2314");
  assert_order (self, TRUE, "1324");
  take (self, "2", MATTRA_VERDICT_APPROVED, NULL);
  assert_order (self, FALSE, "3124");
}

int
main (int    argc,
      char **argv)
{
  picture_init (&argc, &argv);
  picture_set_language ("en");
  g_test_add ("/table/review/approve", Table, NULL, set_up, test_approve, tear_down);
  g_test_add ("/table/review/many", Table, NULL, set_up_many, test_many, tear_down);
  g_test_add ("/table/review/sort", Table, NULL, set_up, test_sort, tear_down);
  return g_test_run ();
}
