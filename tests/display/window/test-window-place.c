/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-sidebar.h"
#include "mattra-window-state.h"
#include "picture.h"
#include "seek.h"
#include "window-desk.h"

/* A window comes back as it was left, and says nothing of what is gone. */

#define WIDTH 1002
#define HEIGHT 603
#define SEARCH "การ"
#define YEAR 2570

static char *
first_division (Desk *self)
{
  MattraDivisionList *divisions = mattra_plan_get_divisions (mattra_session_get_plan (desk_session (self)));

  return g_strdup (mattra_division_list_get (divisions, 0)->id);
}

static void
reopen (Desk *self)
{
  desk_close (self);
  desk_new_window (self);
  desk_open (self, FALSE);
}

static MattraGridColumn *
column (Desk       *self,
        const char *id)
{
  return mattra_grid_find_column (desk_grid (self), id);
}

static void
set_cursor (Desk       *self,
            guint       row,
            const char *field)
{
  mattra_grid_set_cursor (desk_grid (self), row, column (self, field));
}

static void
arrange (Desk *self)
{
  mattra_session_set_round (desk_session (self), MATTRA_ROUND_FIRST_HALF);
  mattra_session_set_list (desk_session (self), MATTRA_LIST_ALL);
  mattra_grid_column_set_width (column (self, "steps"), 321);
  mattra_grid_column_set_visible (column (self, "obstacles"), FALSE);
  mattra_grid_move_column (desk_grid (self), column (self, "results"), 2);
  mattra_grid_set_sort (desk_grid (self), "title", TRUE);
  g_signal_emit_by_name (desk_grid (self), "sort-changed", "title", TRUE);
  mattra_table_page_set_search_shown (desk_table (self), TRUE);
  mattra_table_page_set_search (desk_table (self), SEARCH);
  desk_wait (self);
}

static void
test_as_left (Desk          *self,
              gconstpointer  data)
{
  g_autofree char *division = NULL;
  g_autofree char *measure = NULL;
  g_autoptr (GVariant) columns = NULL;
  g_autoptr (GVariant) again = NULL;
  guint row = 0;
  guint n = 0;
  int width = 0;
  int height = 0;
  MattraGridColumn *at = NULL;

  desk_open (self, FALSE);
  division = first_division (self);
  mattra_session_set_division (desk_session (self), division);
  arrange (self);
  n = g_list_model_get_n_items (G_LIST_MODEL (mattra_table_page_get_list (desk_table (self))));
  g_assert_cmpuint (n, >, 2);
  set_cursor (self, 2, "results");
  measure = desk_dup_id (self, 2);
  columns = mattra_grid_dup_state (desk_grid (self));
  g_object_set (mattra_window_get_page (self->window), "show-sidebar", FALSE, NULL);
  gtk_window_set_default_size (GTK_WINDOW (self->window), WIDTH, HEIGHT);
  picture_settle ();
  width = gtk_widget_get_width (GTK_WIDGET (self->window));
  height = gtk_widget_get_height (GTK_WIDGET (self->window));

  reopen (self);
  again = mattra_grid_dup_state (desk_grid (self));
  g_assert_true (g_variant_equal (columns, again));
  g_assert_cmpstr (mattra_session_get_division (desk_session (self)), ==, division);
  g_assert_cmpint (mattra_session_get_round (desk_session (self)), ==, MATTRA_ROUND_FIRST_HALF);
  g_assert_cmpstr (mattra_table_page_get_search (desk_table (self)), ==, SEARCH);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (mattra_table_page_get_list (desk_table (self)))), ==,
                    n);
  g_assert_true (mattra_grid_get_cursor (desk_grid (self), &row, &at));
  g_assert_cmpuint (row, ==, 2);
  g_assert_cmpstr (mattra_grid_column_get_id (at), ==, "results");
  g_assert_cmpstr (mattra_table_page_get_measure (desk_table (self)), ==, measure);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (self->window)), ==, width);
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (self->window)), ==, height);
  {
    gboolean sidebar = TRUE;

    g_object_get (mattra_window_get_page (self->window), "show-sidebar", &sidebar, NULL);
    g_assert_false (sidebar);
  }
  g_object_set (mattra_window_get_page (self->window), "show-sidebar", TRUE, NULL);
}

/* A smart list and filters, too. */
static void
test_list_and_filters (Desk          *self,
                       gconstpointer  data)
{
  const MattraFilter filter = { NULL, MATTRA_LIST_OVERDUE, 1u << MATTRA_STATUS_OVERDUE, 3, 1u << MATTRA_GROUP_LATE,
                                1u << MATTRA_YEAR_MARK_NEW };
  g_autofree char *view = NULL;

  desk_open (self, FALSE);
  mattra_session_set_filter (desk_session (self), &filter);
  g_object_set (mattra_window_get_page (self->window), "view", MATTRA_VIEW_OVERVIEW, NULL);
  desk_wait (self);
  reopen (self);
  g_assert_cmpint (mattra_session_get_list (desk_session (self)), ==, MATTRA_LIST_OVERDUE);
  g_assert_cmpuint (mattra_table_filter_get_statuses (mattra_table_page_get_filter (desk_table (self))), ==,
                    1u << MATTRA_STATUS_OVERDUE);
  g_assert_cmpint (mattra_table_filter_get_indicator (mattra_table_page_get_filter (desk_table (self))), ==, 3);
  g_assert_true (mattra_filter_is_equal (mattra_session_get_filter (desk_session (self)), &filter));
  g_object_get (mattra_window_get_page (self->window), "view", &view, NULL);
  g_assert_cmpstr (view, ==, MATTRA_VIEW_OVERVIEW);
}

static GSettings *
settings (Desk *self)
{
  return mattra_application_get_settings (self->application);
}

static gboolean
is_maximized (gpointer data)
{
  return gtk_window_is_maximized (GTK_WINDOW (((Desk *) data)->window));
}

/* A window takes the size from its register, whatever another window was like when it was closed last. */
static void
test_maximized (Desk          *self,
                gconstpointer  data)
{
  g_autoptr (MattraWindowState) state = NULL;

  gtk_window_maximize (GTK_WINDOW (self->window));
  desk_open (self, FALSE);
  g_assert_true (is_maximized (self));
  desk_close (self);
  g_settings_set_boolean (settings (self), "window-maximized", FALSE);
  desk_new_window (self);
  desk_open (self, FALSE);
  picture_wait (is_maximized, self);
  desk_close (self);
  state = mattra_window_state_load (self->path);
  state->maximized = FALSE;
  g_assert_true (mattra_window_state_save (state, self->path, NULL));
  g_settings_set_boolean (settings (self), "window-maximized", TRUE);
  desk_new_window (self);
  desk_open (self, FALSE);
  g_assert_false (is_maximized (self));
}

/* One without a register is as the last one that was closed. */
static void
test_maximized_empty (Desk          *self,
                      gconstpointer  data)
{
  gtk_window_maximize (GTK_WINDOW (self->window));
  gtk_window_present (GTK_WINDOW (self->window));
  picture_settle ();
  g_assert_true (is_maximized (self));
  desk_close (self);
  desk_new_window (self);
  gtk_window_present (GTK_WINDOW (self->window));
  picture_wait (is_maximized, self);
  g_settings_reset (settings (self), "window-maximized");
}

static gboolean
is_kept (gpointer data)
{
  Desk *self = data;
  g_autoptr (MattraWindowState) state = mattra_window_state_load (self->path);

  return g_strcmp0 (state->measure, mattra_table_page_get_measure (desk_table (self))) == 0;
}

/* Nobody closes a program that crashes. */
static void
test_kept_meanwhile (Desk          *self,
                     gconstpointer  data)
{
  desk_open (self, FALSE);
  set_cursor (self, 3, "title");
  g_assert_false (is_kept (self));
  picture_wait (is_kept, self);
}

static void
test_gone (Desk          *self,
           gconstpointer  data)
{
  g_autoptr (MattraWindowState) state = mattra_window_state_new ();
  g_autoptr (GError) error = NULL;

  state->width = WIDTH;
  state->height = HEIGHT;
  state->fiscal_year = 2500;
  state->division = g_strdup ("01JZZZZZZZZZZZZZZZZZZZZZZZ");
  state->measure = g_strdup ("01JZZZZZZZZZZZZZZZZZZZZZZY");
  state->column = g_strdup ("extra:ช่องที่ไม่มี");
  g_assert_true (mattra_window_state_save (state, self->path, &error));
  desk_open (self, FALSE);
  g_assert_null (mattra_session_get_division (desk_session (self)));
  g_assert_cmpint (mattra_plan_get_fiscal_year (mattra_session_get_plan (desk_session (self))), ==, 2569);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (mattra_table_page_get_list (desk_table (self)))), >,
                    3);
  g_assert_null (desk_find_dialog (self));
}

static gboolean
insert_plan (MattraStore  *store,
             MattraPlan   *plan,
             gpointer      data,
             GError      **error)
{
  g_autoptr (MattraPlan) next = mattra_plan_new (YEAR);

  return mattra_store_insert_plan (store, next, error);
}

static gboolean
shows_other_year (gpointer data)
{
  return mattra_plan_get_fiscal_year (mattra_session_get_plan (desk_session (data))) != YEAR;
}

/* The newest year is not the one that was looked at, and the round is not that year's first one. */
static void
test_other_year (Desk          *self,
                 gconstpointer  data)
{
  desk_open (self, FALSE);
  mattra_session_act_async (desk_session (self), "new-plan", NULL, insert_plan, NULL, NULL, NULL, NULL);
  desk_wait (self);
  reopen (self);
  mattra_session_set_year (desk_session (self), 2569);
  picture_wait (shows_other_year, self);
  mattra_session_set_round (desk_session (self), MATTRA_ROUND_FIRST_HALF);
  desk_wait (self);
  reopen (self);
  g_assert_cmpint (mattra_plan_get_fiscal_year (mattra_session_get_plan (desk_session (self))), ==, 2569);
  g_assert_cmpint (mattra_session_get_round (desk_session (self)), ==, MATTRA_ROUND_FIRST_HALF);
}

/* The list of years says which one is shown, after another could not be. */
static void
test_year_refused (Desk          *self,
                   gconstpointer  data)
{
  g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, "unreadable");
  GtkWidget *years = NULL;
  guint shown;

  desk_open (self, FALSE);
  mattra_session_act_async (desk_session (self), "new-plan", NULL, insert_plan, NULL, NULL, NULL, NULL);
  desk_wait (self);
  years = seek (seek (GTK_WIDGET (self->window), MATTRA_TYPE_SIDEBAR, NULL), GTK_TYPE_DROP_DOWN, NULL);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (years), GTK_ACCESSIBLE_PROPERTY_LABEL, "Fiscal Year");
  shown = gtk_drop_down_get_selected (GTK_DROP_DOWN (years));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (years), 1 - shown);
  g_signal_emit_by_name (desk_session (self), "failed", error);
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (years)), ==, shown);
  desk_wait (self);
}

/* What is typed when the window closes is written. */
static void
test_close_commits (Desk          *self,
                    gconstpointer  data)
{
  g_autofree char *text = NULL;

  desk_open (self, FALSE);
  desk_type (self, 1, "title", "พิมพ์แล้วปิดทันที");
  reopen (self);
  text = desk_dup_text (self, 1, "title");
  g_assert_cmpstr (text, ==, "พิมพ์แล้วปิดทันที");
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (
    mattra_register_page_get_draft_bar (mattra_window_get_page (self->window)))));
}

int
main (int    argc,
      char **argv)
{
  static const DeskTest tests[] = {
    { "as-left", test_as_left },
    { "list-and-filters", test_list_and_filters },
    { "kept-meanwhile", test_kept_meanwhile },
    { "maximized", test_maximized },
    { "maximized-empty", test_maximized_empty },
    { "gone", test_gone },
    { "other-year", test_other_year },
    { "year-refused", test_year_refused },
    { "close-commits", test_close_commits },
  };

  desk_init (&argc, &argv);
  return desk_run ("/window/place", tests, G_N_ELEMENTS (tests));
}
