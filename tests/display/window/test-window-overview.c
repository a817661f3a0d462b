/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-overview-page.h"
#include "mattra-window-picture.h"
#include "picture.h"
#include "sample-desk.h"
#include "seek.h"

/* The overview of the sample: each mark opens the measures it counts, by pointer or keyboard. */

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

static MattraSession *
session (SampleDesk *self)
{
  return mattra_window_get_session (self->window);
}

static MattraOverviewView *
open_overview (SampleDesk *self)
{
  GtkWidget *page = NULL;

  g_action_group_activate_action (G_ACTION_GROUP (self->window), "view", g_variant_new_string (MATTRA_VIEW_OVERVIEW));
  for (guint i = 0; i < 3; i++)
    sample_desk_finish (self);
  page = seek (GTK_WIDGET (self->window), MATTRA_TYPE_OVERVIEW_PAGE, NULL);
  return mattra_overview_page_get_view (MATTRA_OVERVIEW_PAGE (page));
}

static const MattraMark *
mark_at (MattraOverviewView *view,
         guint               i)
{
  return &g_array_index (mattra_overview_view_get_layout (view)->marks, MattraMark, i);
}

static guint
n_rows (SampleDesk *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (mattra_table_page_get_list (sample_desk_table (self))));
}

/* Every part of every bar: the number it says is the number of rows of the table that it opens. */
static void
test_marks (SampleDesk    *self,
            gconstpointer  data)
{
  MattraOverviewView *view = open_overview (self);
  guint n_marks = mattra_overview_view_get_layout (view)->marks->len;
  guint n_bars = 0;

  g_assert_cmpuint (n_marks, >, 40);
  for (guint i = 0; i < n_marks; i++)
    {
      const MattraFilter all = { NULL };
      const char *text = NULL;
      guint n;

      if (mark_at (view, i)->group == MATTRA_MARK_TEXT || !mark_at (view, i)->live || !mark_at (view, i)->text)
        continue;
      text = pango_layout_get_text (mark_at (view, i)->text);
      n = (guint) g_ascii_strtoull (text, NULL, 10);
      g_test_message ("%s", mark_at (view, i)->words);
      mattra_overview_view_choose (view, i);
      sample_desk_finish (self);
      g_assert_cmpuint (n_rows (self), ==, n);
      g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (sample_desk_table (self))));
      mattra_session_set_filter (session (self), &all);
      g_assert_true (open_overview (self) == view);
      g_assert_cmpuint (mattra_overview_view_get_layout (view)->marks->len, ==, n_marks);
      n_bars++;
    }
  g_assert_cmpuint (n_bars, >, 15);
}

static gboolean
press (MattraOverviewView *view,
       guint               keyval)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (view));
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, 0, &handled);
    }
  return handled;
}

static void
test_keys (SampleDesk    *self,
           gconstpointer  data)
{
  MattraOverviewView *view = open_overview (self);
  guint first_row;
  g_autofree char *words = NULL;

  g_assert_true (sample_desk_has_focus (self, GTK_WIDGET (view)));
  g_assert_nonnull (mattra_overview_view_get_current (view));
  first_row = mattra_overview_view_get_current (view)->row;
  g_assert_true (press (view, GDK_KEY_Down));
  g_assert_cmpuint (mattra_overview_view_get_current (view)->row, >, first_row);
  g_assert_true (press (view, GDK_KEY_Up));
  g_assert_cmpuint (mattra_overview_view_get_current (view)->row, ==, first_row);
  g_assert_true (press (view, GDK_KEY_End));
  words = g_strdup (mattra_overview_view_get_current (view)->words);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, words);
  g_assert_true (press (view, GDK_KEY_Home));
  g_assert_false (press (view, GDK_KEY_a));
  picture_save (GTK_WIDGET (self->window), "overview-focus");
  g_assert_true (press (view, GDK_KEY_Return));
  sample_desk_finish (self);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (sample_desk_table (self))));
  g_assert_true (mattra_session_get_filter (session (self))->groups != 0);
  g_assert_true (sample_desk_has_focus (self, GTK_WIDGET (mattra_table_page_get_grid (sample_desk_table (self)))));
}

/* It follows an act, and the choice of a division at the side. */
static void
test_follows (SampleDesk    *self,
              gconstpointer  data)
{
  MattraOverviewView *view = open_overview (self);
  MattraDivisionList *divisions = mattra_plan_get_divisions (mattra_session_get_plan (session (self)));
  guint n_marks = mattra_overview_view_get_layout (view)->marks->len;

  mattra_session_set_division (session (self), mattra_division_list_get (divisions, 1)->id);
  for (guint i = 0; i < 3; i++)
    sample_desk_finish (self);
  g_assert_nonnull (strstr (pango_layout_get_text (mark_at (view, 0)->text),
                            mattra_division_list_get (divisions, 1)->name));
  g_assert_cmpuint (mattra_overview_view_get_layout (view)->marks->len, !=, n_marks);
  picture_save (GTK_WIDGET (self->window), "overview-division");
}

static gboolean
says_written (gpointer window)
{
  return seek (window, GTK_TYPE_LABEL, "Written: one.png") != NULL;
}

/* How the name ends says what is written; one that says nothing of a picture becomes a PNG. */
static void
test_save (SampleDesk    *self,
           gconstpointer  data)
{
  static const struct
  {
    const char *name;
    const char *written;
    const char *start;
  } rows[] = {
    { "one.png", "one.png", "\x89PNG" }, { "two.svg", "two.svg", "<?xml" }, { "three", "three.png", "\x89PNG" },
    { "four.v2", "four.v2.png", "\x89PNG" },
  };

  open_overview (self);
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (self->window), "save-picture"));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_build_filename (self->folder, rows[i].name, NULL);
      g_autofree char *written = g_build_filename (self->folder, rows[i].written, NULL);
      g_autofree char *contents = NULL;
      g_autoptr (GFile) file = g_file_new_for_path (path);

      mattra_window_picture_write (self->window, file);
      if (i == 0)
        picture_wait (says_written, self->window);
      sample_desk_finish (self);
      g_assert_true (g_file_get_contents (written, &contents, NULL, NULL));
      g_assert_true (g_str_has_prefix (contents, rows[i].start));
    }
}

static void
take_pictures (SampleDesk *self,
               const char *language)
{
  g_autofree char *name = g_strdup_printf ("overview-%s", language);
  g_autofree char *narrow = g_strdup_printf ("overview-%s-narrow", language);
  g_autofree char *low = g_strdup_printf ("overview-%s-low", language);
  GtkWidget *scrolled = NULL;
  GtkAdjustment *adjustment = NULL;

  open_overview (self);
  picture_save_both (GTK_WIDGET (self->window), name);
  scrolled = seek (seek (GTK_WIDGET (self->window), MATTRA_TYPE_OVERVIEW_PAGE, NULL), GTK_TYPE_SCROLLED_WINDOW, NULL);
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
  picture_settle ();
  picture_save (GTK_WIDGET (self->window), low);
  gtk_adjustment_set_value (adjustment, 0);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 640, 720);
  picture_settle ();
  picture_settle ();
  picture_save (GTK_WIDGET (self->window), narrow);
}

static void
test_english (SampleDesk    *self,
              gconstpointer  data)
{
  take_pictures (self, "en");
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
    { "/window/overview/marks", test_marks },
    { "/window/overview/keys", test_keys },
    { "/window/overview/follows", test_follows },
    { "/window/overview/save", test_save },
    { "/window/overview/english", test_english },
  };
  g_autoptr (MattraApplication) application = sample_desk_start (&argc, &argv);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, SampleDesk, application, set_up, tests[i].run, tear_down);
  return g_test_run ();
}
