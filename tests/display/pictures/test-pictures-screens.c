/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-report-panel.h"
#include "pictures-fixture.h"

/* The window itself: start page, tables, search, and what its switches put beside the table. */

/* Switches of the window, put on for their picture and off again. */
static const char *const switches[] = { "form", "checks", "search", "replace" };

static void
take_switches (PicturesFixture *self,
               PicturesSize     size)
{
  for (guint i = 0; i < G_N_ELEMENTS (switches); i++)
    {
      if (!pictures_act (self, switches[i]))
        continue;
      pictures_take (self, GTK_WIDGET (self->window), switches[i], size);
      pictures_act (self, switches[i]);
    }
}

static gboolean
is_drawn (gpointer pages)
{
  return mattra_report_pages_is_done (pages) && mattra_report_pages_get_n_pages (pages) > 0
         && mattra_report_pages_is_drawn (pages);
}

/* The report beside the table, from its first page with a table on, and what can be chosen. */
static void
take_report (PicturesFixture *self,
             PicturesSize     size)
{
  MattraRegisterSide *side = mattra_register_page_get_side (mattra_window_get_page (self->window));
  MattraReportPanel *panel = NULL;
  MattraPageView *view = NULL;

  g_assert_true (pictures_act (self, "report"));
  panel = MATTRA_REPORT_PANEL (mattra_register_side_get_panel (side, MATTRA_SIDE_REPORT));
  view = mattra_report_panel_get_view (panel);
  picture_wait (is_drawn, mattra_page_view_get_pages (view));
  mattra_page_view_show_page (view, 1);
  picture_settle ();
  picture_wait (is_drawn, mattra_page_view_get_pages (view));
  pictures_take (self, GTK_WIDGET (self->window), "report", size);
  mattra_report_panel_set_options_shown (panel, TRUE);
  pictures_take (self, GTK_WIDGET (self->window), "report-options", size);
  mattra_report_panel_set_options_shown (panel, FALSE);
  pictures_act (self, "report");
}

/* What a search leaves fits into the view: the scroll bar goes, and comes back with the other rows. */
static void
take_hits (PicturesFixture *self,
           PicturesSize     size)
{
  static const char *const typed[] = { "A", "Ad", "Admin", "" };
  MattraTablePage *table = mattra_register_page_get_table (mattra_window_get_page (self->window));
  GListModel *list = G_LIST_MODEL (mattra_table_page_get_list (table));

  mattra_table_page_set_search_shown (table, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      mattra_table_page_set_search (table, typed[i]);
      mattra_session_wait (mattra_window_get_session (self->window));
      picture_settle ();
      if (g_str_equal (typed[i], "Admin"))
        {
          g_assert_cmpuint (g_list_model_get_n_items (list), ==, 1);
          pictures_take (self, GTK_WIDGET (self->window), "hits", size);
        }
    }
  mattra_table_page_set_search_shown (table, FALSE);
  g_assert_cmpuint (g_list_model_get_n_items (list), >, 1);
}

/* Divisions and people take the place of the table. */
static void
take_people (PicturesFixture *self,
             PicturesSize     size)
{
  pictures_act (self, "people");
  pictures_take (self, GTK_WIDGET (self->window), "people", size);
  mattra_window_show_people (self->window, FALSE);
  picture_settle ();
}

/* On a narrow window the lists lie over the table. */
static void
take_sidebar (PicturesFixture *self)
{
  pictures_act (self, "sidebar");
  pictures_take (self, GTK_WIDGET (self->window), "sidebar", PICTURES_NARROW);
  pictures_act (self, "sidebar");
}

static void
choose_view (PicturesFixture *self,
             const char      *view)
{
  g_action_group_activate_action (G_ACTION_GROUP (self->window), "view", g_variant_new_string (view));
  for (guint i = 0; i < 3; i++)
    {
      mattra_session_wait (mattra_window_get_session (self->window));
      picture_settle ();
    }
}

static void
take_overview (PicturesFixture *self,
               PicturesSize     size)
{
  choose_view (self, MATTRA_VIEW_OVERVIEW);
  pictures_take (self, GTK_WIDGET (self->window), "overview", size);
  choose_view (self, MATTRA_VIEW_TABLE);
}

static void
test_screens (PicturesFixture *self)
{
  pictures_open_sample (self, FALSE);
  for (PicturesSize size = 0; size < PICTURES_N_SIZES; size++)
    {
      pictures_resize (self, GTK_WINDOW (self->window), size);
      mattra_session_set_division (mattra_window_get_session (self->window), NULL);
      picture_settle ();
      pictures_take (self, GTK_WIDGET (self->window), "all", size);
      take_overview (self, size);
      take_hits (self, size);
      pictures_show_division (self, 0);
      pictures_take (self, GTK_WIDGET (self->window), "division", size);
      take_switches (self, size);
      take_report (self, size);
      take_people (self, size);
    }
  take_sidebar (self);
}

static void
test_start (PicturesFixture *self)
{
  for (PicturesSize size = 0; size < PICTURES_N_SIZES; size++)
    {
      pictures_resize (self, GTK_WINDOW (self->window), size);
      pictures_take (self, GTK_WIDGET (self->window), "start", size);
    }
}

/* The one that build-aux/run takes. */
static void
test_table (PicturesFixture *self)
{
  pictures_open_sample (self, FALSE);
  pictures_show_division (self, 0);
  pictures_take (self, GTK_WIDGET (self->window), "table", PICTURES_WIDE);
}

int
main (int    argc,
      char **argv)
{
  static const PicturesTest tests[] = {
    { "start", test_start, NULL },
    { "screens", test_screens, NULL },
    { "table", test_table, NULL },
  };

  return pictures_run (&argc, &argv, tests, G_N_ELEMENTS (tests));
}
