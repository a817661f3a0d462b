/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-overview-page.h"
#include "picture.h"
#include "mattra-sidebar-row.h"
#include "mattra-sidebar.h"
#include "sample-desk.h"
#include "seek.h"

/* The views of a register's page: chosen by action, button or key, and left by whatever leads to a cell. */

#define NARROW 640

static void
set_up (SampleDesk    *self,
        gconstpointer  data)
{
  sample_desk_init (self, (MattraApplication *) data);
}

static void
tear_down (SampleDesk    *self,
           gconstpointer  data)
{
  sample_desk_clear (self);
}

static void
choose (SampleDesk *self,
        const char *view)
{
  g_action_group_activate_action (G_ACTION_GROUP (self->window), "view", g_variant_new_string (view));
  sample_desk_finish (self);
}

static char *
dup_state (SampleDesk *self)
{
  g_autoptr (GVariant) state = g_action_group_get_action_state (G_ACTION_GROUP (self->window), "view");

  return g_variant_dup_string (state, NULL);
}

static void
assert_view (SampleDesk *self,
             const char *view)
{
  g_autofree char *state = dup_state (self);
  GtkWidget *overview = seek (GTK_WIDGET (self->window), MATTRA_TYPE_OVERVIEW_PAGE, NULL);

  g_assert_cmpstr (state, ==, view);
  g_assert_cmpint (gtk_widget_get_mapped (GTK_WIDGET (sample_desk_table (self))), ==,
                   g_str_equal (view, MATTRA_VIEW_TABLE));
  g_assert_cmpint (overview && gtk_widget_get_mapped (overview), ==, g_str_equal (view, MATTRA_VIEW_OVERVIEW));
}

static void
test_switch (SampleDesk    *self,
             gconstpointer  data)
{
  assert_view (self, MATTRA_VIEW_TABLE);
  choose (self, MATTRA_VIEW_OVERVIEW);
  assert_view (self, MATTRA_VIEW_OVERVIEW);
  g_assert_false (sample_desk_has_focus (self, GTK_WIDGET (sample_desk_table (self))));
  picture_save_both (GTK_WIDGET (self->window), "views-overview-en");
  choose (self, "no-such-view");
  assert_view (self, MATTRA_VIEW_OVERVIEW);
  choose (self, MATTRA_VIEW_TABLE);
  assert_view (self, MATTRA_VIEW_TABLE);
  g_assert_true (sample_desk_has_focus (self, GTK_WIDGET (mattra_table_page_get_grid (sample_desk_table (self)))));
}

/* What leads to a cell brings the table back. */
static void
test_left (SampleDesk    *self,
           gconstpointer  data)
{
  g_autofree char *measure = NULL;

  measure = g_strdup (mattra_measure_list_get_id (mattra_table_page_get_list (sample_desk_table (self)), 2));
  choose (self, MATTRA_VIEW_OVERVIEW);
  sample_desk_act (self, "find");
  assert_view (self, MATTRA_VIEW_TABLE);
  choose (self, MATTRA_VIEW_OVERVIEW);
  mattra_table_page_go_to (sample_desk_table (self), measure, "title");
  sample_desk_finish (self);
  assert_view (self, MATTRA_VIEW_TABLE);
  g_assert_cmpstr (mattra_table_page_get_measure (sample_desk_table (self)), ==, measure);
  choose (self, MATTRA_VIEW_OVERVIEW);
  sample_desk_act (self, "new-measure");
  assert_view (self, MATTRA_VIEW_TABLE);
}

static void
choose_list (SampleDesk      *self,
             MattraSmartList  list)
{
  GtkWidget *sidebar = seek (GTK_WIDGET (self->window), MATTRA_TYPE_SIDEBAR, NULL);
  g_autoptr (GPtrArray) rows = seek_all (sidebar, MATTRA_TYPE_SIDEBAR_ROW, NULL);
  GtkWidget *box = gtk_widget_get_ancestor (g_ptr_array_index (rows, list), GTK_TYPE_LIST_BOX);

  gtk_list_box_select_row (GTK_LIST_BOX (box), g_ptr_array_index (rows, list));
  g_signal_emit_by_name (box, "row-activated", g_ptr_array_index (rows, list));
  sample_desk_finish (self);
}

/* An overview is of all measures: a list of some of them is the table's. */
static void
test_lists (SampleDesk    *self,
            gconstpointer  data)
{
  GtkWidget *grid = GTK_WIDGET (mattra_table_page_get_grid (sample_desk_table (self)));
  g_autofree char *state = NULL;

  for (guint i = 0; i < 2; i++)
    {
      choose (self, MATTRA_VIEW_OVERVIEW);
      choose_list (self, MATTRA_LIST_OVERDUE);
      assert_view (self, MATTRA_VIEW_TABLE);
      g_assert_cmpint (mattra_session_get_list (mattra_window_get_session (self->window)), ==, MATTRA_LIST_OVERDUE);
      g_assert_true (sample_desk_has_focus (self, grid));
    }
  choose (self, MATTRA_VIEW_OVERVIEW);
  choose_list (self, MATTRA_LIST_ALL);
  assert_view (self, MATTRA_VIEW_OVERVIEW);
  choose (self, MATTRA_VIEW_TIMELINE);
  choose_list (self, MATTRA_LIST_OVERDUE);
  state = dup_state (self);
  g_assert_cmpstr (state, ==, MATTRA_VIEW_TIMELINE);
}

/* What is beside the views folds on the way, and only then the window fits: it is asked again, as by a hand. */
static gboolean
is_narrow (gpointer window)
{
  gtk_window_set_default_size (window, NARROW, 720);
  return gtk_widget_get_width (window) <= NARROW;
}

/* There the switch stands below, and what stands beside the table gives way. */
static void
test_narrow (SampleDesk    *self,
             gconstpointer  data)
{
  gboolean form = TRUE;

  picture_wait (is_narrow, self->window);
  picture_settle ();
  sample_desk_act (self, "form");
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (sample_desk_table (self))));
  choose (self, MATTRA_VIEW_OVERVIEW);
  assert_view (self, MATTRA_VIEW_OVERVIEW);
  g_object_get (mattra_window_get_page (self->window), "show-form", &form, NULL);
  g_assert_false (form);
  g_assert_true (gtk_widget_get_mapped (seek (GTK_WIDGET (self->window), ADW_TYPE_VIEW_SWITCHER_BAR, NULL)));
  picture_save (GTK_WIDGET (self->window), "views-narrow-en");
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *name;
    void (*run) (SampleDesk    *self,
                 gconstpointer  data);
  } tests[] = {
    { "/window/views/switch", test_switch },
    { "/window/views/left", test_left },
    { "/window/views/lists", test_lists },
    { "/window/views/narrow", test_narrow },
  };
  g_autoptr (MattraApplication) application = sample_desk_start (&argc, &argv);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, SampleDesk, application, set_up, tests[i].run, tear_down);
  return g_test_run ();
}
