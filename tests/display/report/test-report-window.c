/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-digits.h"
#include "mattra-print-form.h"
#include "mattra-report-panel.h"
#include "picture.h"
#include "sample-desk.h"
#include "seek.h"

/* The report beside the table: F6, an edit shows on the page, a click leads to the cell. */

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

static GtkWidget *
find_panel (SampleDesk *self)
{
  return seek (GTK_WIDGET (self->window), MATTRA_TYPE_REPORT_PANEL, NULL);
}

static MattraPageView *
find_view (SampleDesk *self)
{
  return mattra_report_panel_get_view (MATTRA_REPORT_PANEL (find_panel (self)));
}

static MattraReportPages *
find_pages (SampleDesk *self)
{
  return mattra_page_view_get_pages (find_view (self));
}

/* All pages are there and those that are seen are drawn. */
static gboolean
is_drawn (gpointer data)
{
  MattraReportPages *pages = find_pages (data);

  return mattra_report_pages_is_done (pages) && mattra_report_pages_get_n_pages (pages) > 0
         && mattra_report_pages_is_drawn (pages);
}

static void
open_report (SampleDesk *self)
{
  sample_desk_act (self, "report");
  picture_wait (is_drawn, self);
  picture_settle ();
}

static void
test_switch (SampleDesk    *self,
             gconstpointer  data)
{
  open_report (self);
  g_assert_true (gtk_widget_get_mapped (find_panel (self)));
  g_assert_cmpuint (mattra_report_pages_get_n_pages (find_pages (self)), >, 2);
  picture_save_both (GTK_WIDGET (self->window), "report-panel-en");
  sample_desk_act (self, "report");
  g_assert_false (gtk_widget_get_mapped (find_panel (self)));
  g_assert_true (sample_desk_has_focus (self, GTK_WIDGET (mattra_table_page_get_grid (sample_desk_table (self)))));
}

static gboolean
write_title (MattraStore  *store,
             MattraPlan   *plan,
             gpointer      data,
             GError      **error)
{
  return mattra_store_set_measure_field (store, data, "title", "ชื่อมาตรการที่เพิ่งแก้ไข", error);
}

typedef struct
{
  SampleDesk *desk;
  GdkTexture *before;
} Look;

static gboolean
is_another (gpointer data)
{
  Look *look = data;

  return is_drawn (look->desk) && mattra_report_pages_get_picture (find_pages (look->desk), 1) != look->before;
}

/* A change shows on the page at once, without a touch on the panel. */
static void
test_follows_edit (SampleDesk    *self,
                   gconstpointer  data)
{
  const char *id = mattra_measure_list_get_id (mattra_table_page_get_list (sample_desk_table (self)), 0);
  g_autoptr (GdkTexture) before = NULL;
  Look look;

  open_report (self);
  mattra_page_view_show_page (find_view (self), 1);
  picture_wait (is_drawn, self);
  before = g_object_ref (mattra_report_pages_get_picture (find_pages (self), 1));
  mattra_session_act_async (mattra_window_get_session (self->window), "set-measure", NULL, write_title, g_strdup (id),
                            g_free, NULL, NULL);
  look = (Look) { self, before };
  picture_wait (is_another, &look);
}

static void
take_cell (char      **cell,
           const char *key,
           const char *field)
{
  g_free (*cell);
  *cell = g_strdup_printf ("%s %s", key, field);
}

static gboolean
is_set (gpointer cell)
{
  return *(char **) cell != NULL;
}

static void
click (GtkWidget *view,
       double     x,
       double     y)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (view);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_CLICK (controller))
        g_signal_emit_by_name (controller, "released", 1, x, y);
    }
}

/* A click on a row leads to its cell in the table. */
static void
test_click (SampleDesk    *self,
            gconstpointer  data)
{
  GtkWidget *view = NULL;
  char *cell = NULL;
  const char *id = mattra_measure_list_get_id (mattra_table_page_get_list (sample_desk_table (self)), 0);

  open_report (self);
  view = GTK_WIDGET (find_view (self));
  mattra_page_view_show_page (find_view (self), 1);
  picture_wait (is_drawn, self);
  g_signal_connect_swapped (view, "clicked-cell", G_CALLBACK (take_cell), &cell);
  for (double y = 20; cell == NULL && y < gtk_widget_get_height (view); y += 12)
    {
      click (view, gtk_widget_get_width (view) * 0.12, y);
      sample_desk_finish (self);
    }
  g_assert_true (is_set (&cell));
  g_assert_true (g_str_has_prefix (cell, id));
  sample_desk_finish (self);
  g_assert_cmpstr (mattra_table_page_get_measure (sample_desk_table (self)), ==, id);
  g_assert_nonnull (mattra_table_page_get_field (sample_desk_table (self)));
  g_free (cell);
}

/* Whether the panel tells the zoom that the pages have. */
static gboolean
tells_zoom (gpointer data)
{
  SampleDesk *self = data;
  int percent = (int) (mattra_page_view_get_zoom (find_view (self)) * 100 + 0.5);
  g_autofree char *thai = mattra_digits_format (percent, MATTRA_DIGITS_THAI);
  g_autofree char *western = mattra_digits_format (percent, MATTRA_DIGITS_WESTERN);
  g_autofree char *one = g_strconcat (thai, "%", NULL);
  g_autofree char *other = g_strconcat (western, "%", NULL);

  return seek (find_panel (self), GTK_TYPE_LABEL, one) != NULL || seek (find_panel (self), GTK_TYPE_LABEL, other) != NULL;
}

/* Zooming keeps the page and tells its size; 0 makes it as wide as there is room again. */
static void
test_zoom (SampleDesk    *self,
           gconstpointer  data)
{
  MattraPageView *view = NULL;
  double fit;

  open_report (self);
  view = find_view (self);
  mattra_page_view_show_page (view, 2);
  picture_settle ();
  g_assert_cmpuint (mattra_page_view_get_page (view), ==, 2);
  fit = mattra_page_view_get_zoom (view);
  gtk_widget_activate_action (find_panel (self), "report.zoom", "i", 1);
  g_assert_cmpfloat_with_epsilon (mattra_page_view_get_zoom (view), fit * 1.25, 0.01);
  g_assert_false (mattra_page_view_get_fit (view));
  picture_wait (is_drawn, self);
  picture_wait (tells_zoom, self);
  /* As the keys and the wheel over the pages do. */
  mattra_page_view_zoom (view, 2);
  picture_wait (tells_zoom, self);
  gtk_widget_activate_action (find_panel (self), "report.zoom", "i", 0);
  g_assert_cmpfloat_with_epsilon (mattra_page_view_get_zoom (view), fit, 0.01);
  picture_wait (is_drawn, self);
  picture_settle ();
  g_assert_cmpuint (mattra_page_view_get_page (view), ==, 2);
}

/* Other pages than before are drawn. */
static gboolean
is_drawn_anew (gpointer data)
{
  Look *look = data;

  return is_drawn (look->desk) && mattra_report_pages_get_picture (find_pages (look->desk), 0) != look->before;
}

/* The pages are of the round that is shown in the table. */
static void
test_round (SampleDesk    *self,
            gconstpointer  data)
{
  MattraSession *session = mattra_window_get_session (self->window);
  MattraRound round = mattra_session_get_round (session);
  MattraRound other = round == MATTRA_ROUND_FULL_YEAR ? MATTRA_ROUND_FIRST_HALF : MATTRA_ROUND_FULL_YEAR;
  MattraPrintForm *form = NULL;
  Look look = { self, NULL };

  open_report (self);
  form = MATTRA_PRINT_FORM (seek (find_panel (self), MATTRA_TYPE_PRINT_FORM, NULL));
  g_assert_cmpint (mattra_print_form_get_round (form), ==, round);
  look.before = g_object_ref (mattra_report_pages_get_picture (find_pages (self), 0));
  mattra_session_set_round (session, other);
  picture_wait (is_drawn_anew, &look);
  g_assert_cmpint (mattra_print_form_get_round (form), ==, other);
  g_object_unref (look.before);
}

/* What cannot be printed says why; what can comes back. */
static void
test_kinds (SampleDesk    *self,
            gconstpointer  data)
{
  g_autofree const char **kinds = mattra_report_list_kinds ();
  MattraPrintForm *form = NULL;

  open_report (self);
  form = MATTRA_PRINT_FORM (seek (find_panel (self), MATTRA_TYPE_PRINT_FORM, NULL));
  for (guint i = 0; kinds[i]; i++)
    {
      mattra_print_form_set_kind (form, kinds[i]);
      picture_settle ();
      g_usleep (200000);
      picture_settle ();
      if (mattra_report_pages_get_failure (find_pages (self)) == NULL)
        picture_wait (is_drawn, self);
    }
  mattra_print_form_set_kind (form, "results");
  g_usleep (200000);
  picture_settle ();
  picture_wait (is_drawn, self);
  g_assert_null (mattra_report_pages_get_failure (find_pages (self)));
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (MattraApplication) application = sample_desk_start (&argc, &argv);

#define ADD(name, func) g_test_add ("/report/window/" name, SampleDesk, application, set_up, func, tear_down)
  ADD ("switch", test_switch);
  ADD ("follows-edit", test_follows_edit);
  ADD ("click", test_click);
  ADD ("zoom", test_zoom);
  ADD ("round", test_round);
  ADD ("kinds", test_kinds);

  return g_test_run ();
}
