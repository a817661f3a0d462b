/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-pill-label.h"
#include "picture.h"
#include "seek.h"
#include "table-fixture.h"

static void
assert_label (Table      *table,
              const char *text)
{
  GtkWidget *label = seek (GTK_WIDGET (table->page), GTK_TYPE_LABEL, text);

  if (label == NULL || !gtk_widget_get_mapped (label))
    g_error ("“%s” is not to be read", text);
}

/* Statuses to choose from look as in the cells. */
static void
test_choices (void)
{
  g_auto (Table) table = { { NULL } };
  MattraGridColumn *status = NULL;
  g_autoptr (GPtrArray) labels = NULL;

  table_init (&table, 0);
  status = mattra_grid_find_column (table.grid, "status");
  table_go (&table, 1, "status");
  g_assert_true (mattra_grid_edit (table.grid, 1, status, NULL));
  picture_settle ();
  labels = seek_all (GTK_WIDGET (table.grid), MATTRA_TYPE_PILL_LABEL, NULL);
  g_assert_cmpuint (labels->len, >=, 5);
  picture_save_both (table.window, "table-choices");
  mattra_grid_cancel_edit (table.grid);
}

/* The line of hits tells what is let through and how many of how many; its button shows all again. */
static void
test_filter (void)
{
  g_auto (Table) table = { { NULL } };
  const MattraFilter overdue = { .statuses = 1u << MATTRA_STATUS_OVERDUE };
  const MattraFilter third = { .indicator = 3 };
  MattraTableFilter *filter = NULL;

  table_init (&table, 0);
  mattra_table_page_set_search_shown (table.page, TRUE);
  filter = mattra_table_page_get_filter (table.page);
  mattra_session_set_filter (table.session, &overdue);
  table_settle (&table);
  g_assert_cmpuint (table_n_rows (&table), ==, SESSION_FIXTURE_MEASURES / 2);
  assert_label (&table, "20 of 40 measures · Overdue");
  gtk_popover_popup (GTK_POPOVER (filter));
  picture_save (GTK_WIDGET (filter), "table-filter");
  gtk_popover_popdown (GTK_POPOVER (filter));
  mattra_session_set_filter (table.session, &third);
  table_settle (&table);
  g_assert_cmpuint (table_n_rows (&table), ==, 0);
  assert_label (&table, "Nothing matches");
  session_fixture_set (table.session, "5", "ita_indicator", "3");
  table_settle (&table);
  g_assert_cmpuint (table_n_rows (&table), ==, 1);
  assert_label (&table, "1 of 40 measures");
  seek_click (GTK_WIDGET (table.page), "Show All");
  table_settle (&table);
  g_assert_cmpuint (table_n_rows (&table), ==, SESSION_FIXTURE_MEASURES);
  g_assert_cmpuint (mattra_table_filter_get_statuses (filter), ==, 0);
  g_assert_cmpint (mattra_table_filter_get_indicator (filter), ==, 0);
}

/* Each emptiness has a word and a step that leads out of it. */
static void
test_empty (void)
{
  static const struct
  {
    MattraSmartList list;
    const char *search;
    const char *title;
    const char *step;
  } table_of[] = {
    { MATTRA_LIST_ALL, "ไม่มีคำนี้", "Nothing matches", "Show All" },
    { MATTRA_LIST_OVERDUE, "ไม่มีคำนี้", "Nothing matches", "Show All" },
    { MATTRA_LIST_RETURNED, "", "Nothing was returned", "Show All Measures" },
    { MATTRA_LIST_DUE_SOON, "", "Nothing is due soon", "Show All Measures" },
  };
  g_auto (Table) table = { { NULL } };

  table_init (&table, 0);
  for (guint i = 0; i < G_N_ELEMENTS (table_of); i++)
    {
      GtkWidget *page = seek (GTK_WIDGET (table.page), ADW_TYPE_STATUS_PAGE, NULL);

      mattra_session_set_list (table.session, table_of[i].list);
      mattra_table_page_set_search (table.page, table_of[i].search);
      table_settle (&table);
      g_assert_cmpuint (table_n_rows (&table), ==, 0);
      g_assert_cmpstr (adw_status_page_get_title (ADW_STATUS_PAGE (page)), ==, table_of[i].title);
      seek_click (page, table_of[i].step);
      table_settle (&table);
      g_assert_cmpuint (table_n_rows (&table), >, 0);
    }
}

static void
count_again (gpointer session,
             GObject *list)
{
  g_signal_emit_by_name (session, "counts-changed");
}

/* What the session tells while the table is going away finds nothing half gone. */
static void
test_going_away (void)
{
  g_auto (Table) table = { { NULL } };

  table_init (&table, 0);
  g_object_weak_ref (G_OBJECT (table.list), count_again, table.session);
  gtk_window_set_child (GTK_WINDOW (table.window), NULL);
  picture_settle ();
}

int
main (int    argc,
      char **argv)
{
  picture_init (&argc, &argv);
  g_test_add_func ("/table/looks/choices", test_choices);
  g_test_add_func ("/table/looks/filter", test_filter);
  g_test_add_func ("/table/looks/empty", test_empty);
  g_test_add_func ("/table/looks/going-away", test_going_away);
  return g_test_run ();
}
