/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-check-item.h"
#include "mattra-checks-view.h"
#include "mattra-office-text.h"
#include "mattra-print-dialog.h"
#include "picture.h"
#include "real-events.h"
#include "sample-desk.h"
#include "seek.h"

/* The checks in the program's window: F7, a row leads to its cell, the cell's mark goes with the question. */

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

static gboolean
is_ready (gpointer data)
{
  return mattra_checks_view_is_ready (data);
}

static GtkWidget *
find_view (SampleDesk *self)
{
  return seek (GTK_WIDGET (self->window), MATTRA_TYPE_CHECKS_VIEW, NULL);
}

static GtkWidget *
open_checks (SampleDesk *self)
{
  sample_desk_act (self, "checks");
  picture_wait (is_ready, find_view (self));
  picture_settle ();
  return find_view (self);
}

static guint
find_question (GtkListView *list)
{
  GListModel *items = G_LIST_MODEL (gtk_list_view_get_model (list));

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (MattraCheckItem) item = g_list_model_get_item (items, i);

      if (item->question)
        return i;
    }
  g_assert_not_reached ();
}

static void
test_switch (SampleDesk    *self,
             gconstpointer  data)
{
  GtkWidget *view = open_checks (self);

  g_assert_true (gtk_widget_get_mapped (view));
  g_assert_true (sample_desk_has_focus (self, seek (view, GTK_TYPE_LIST_VIEW, NULL)));
  sample_desk_act (self, "checks");
  g_assert_false (gtk_widget_get_mapped (view));
  g_assert_true (sample_desk_has_focus (self, GTK_WIDGET (mattra_table_page_get_grid (sample_desk_table (self)))));
}

static void
test_go_to (SampleDesk    *self,
            gconstpointer  data)
{
  GtkListView *list = GTK_LIST_VIEW (seek (open_checks (self), GTK_TYPE_LIST_VIEW, NULL));
  guint position = find_question (list);
  g_autoptr (MattraCheckItem) item = g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (list)), position);

  g_signal_emit_by_name (list, "activate", position);
  sample_desk_finish (self);
  g_assert_cmpstr (mattra_table_page_get_measure (sample_desk_table (self)), ==, item->measure);
  g_assert_cmpstr (mattra_table_page_get_field (sample_desk_table (self)), ==, "period_text");
  g_assert_true (sample_desk_has_focus (self, GTK_WIDGET (mattra_table_page_get_grid (sample_desk_table (self)))));
}

static gboolean
has_led (gpointer data)
{
  SampleDesk *self = data;

  return sample_desk_has_focus (self, GTK_WIDGET (mattra_table_page_get_grid (sample_desk_table (self))))
         && g_strcmp0 (mattra_table_page_get_field (sample_desk_table (self)), "period_text") == 0;
}

/* Past the heads to the finding, and Enter leads to its cell though the finding has a button; Escape puts the list
 * away. */
static void
test_keys (SampleDesk    *self,
           gconstpointer  data)
{
  GtkListView *list = NULL;

  if (!real_events_are_there ())
    return;
  real_events_focus (GTK_WIDGET (self->window));
  list = GTK_LIST_VIEW (seek (open_checks (self), GTK_TYPE_LIST_VIEW, NULL));
  for (guint i = 0; i < find_question (list); i++)
    real_events_press ("Down");
  real_events_press ("Return");
  picture_wait (has_led, self);
  sample_desk_finish (self);
  g_assert_true (gtk_widget_grab_focus (find_view (self)));
  real_events_press ("Escape");
  picture_settle ();
  g_assert_false (gtk_widget_get_mapped (find_view (self)));
}

static gboolean
write_preface (MattraStore  *store,
               MattraPlan   *plan,
               gpointer      data,
               GError      **error)
{
  return mattra_store_set_setting (store, mattra_plan_get_id (plan), MATTRA_SETTING_PREFACE,
                                   "ประกาศเมื่อวันที่ 5 มกราคม 2560", error);
}

static guint
find_setting (GListModel *items)
{
  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (MattraCheckItem) item = g_list_model_get_item (items, i);

      if (item->setting)
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

static gboolean
is_about_preface (gpointer items)
{
  return find_setting (items) != GTK_INVALID_LIST_POSITION;
}

/* A finding about the preface leads to its field, and the way back to the list. */
static void
test_go_to_preface (SampleDesk    *self,
                    gconstpointer  data)
{
  GtkListView *list = GTK_LIST_VIEW (seek (open_checks (self), GTK_TYPE_LIST_VIEW, NULL));
  GListModel *items = G_LIST_MODEL (gtk_list_view_get_model (list));
  GtkWidget *row = NULL;

  mattra_session_act_async (mattra_window_get_session (self->window), "plan", NULL, write_preface, NULL, NULL, NULL,
                            NULL);
  picture_wait (is_about_preface, items);
  g_signal_emit_by_name (list, "activate", find_setting (items));
  sample_desk_finish (self);
  row = gtk_widget_get_ancestor (gtk_window_get_focus (GTK_WINDOW (self->window)), MATTRA_TYPE_OFFICE_TEXT);
  g_assert_nonnull (row);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "Preface, Each Paragraph a Line");
  picture_save_both (GTK_WIDGET (self->window), "report-preface-en");
  sample_desk_act (self, "back");
  g_assert_true (gtk_widget_get_mapped (find_view (self)));
}

static guint
count_questions (SampleDesk *self,
                 const char *id)
{
  MattraMeasureList *list = mattra_table_page_get_list (sample_desk_table (self));
  guint position = 0;
  g_autoptr (MattraMeasureRow) row = NULL;

  g_assert_true (mattra_measure_list_find (list, id, &position));
  row = g_list_model_get_item (G_LIST_MODEL (list), position);
  return mattra_measure_get_questions (mattra_measure_row_get_measure (row))->len;
}

static void
test_settle (SampleDesk    *self,
             gconstpointer  data)
{
  GtkWidget *view = open_checks (self);
  GtkListView *list = GTK_LIST_VIEW (seek (view, GTK_TYPE_LIST_VIEW, NULL));
  guint position = find_question (list);
  g_autoptr (MattraCheckItem) item = NULL;
  g_autoptr (GPtrArray) buttons = NULL;

  gtk_widget_activate_action (GTK_WIDGET (list), "list.scroll-to-item", "u", position);
  gtk_test_widget_wait_for_draw (view);
  buttons = seek_all (view, GTK_TYPE_BUTTON, "Settled");
  item = g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (list)), position);
  g_assert_cmpuint (count_questions (self, item->measure), ==, 1);
  for (guint i = 0; i < buttons->len; i++)
    if (gtk_widget_get_mapped (g_ptr_array_index (buttons, i)))
      g_signal_emit_by_name (g_ptr_array_index (buttons, i), "clicked");
  sample_desk_finish (self);
  g_assert_cmpuint (count_questions (self, item->measure), ==, 0);
  sample_desk_act (self, "undo");
  g_assert_cmpuint (count_questions (self, item->measure), ==, 1);
}

static GtkWidget *
find_print_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (MATTRA_IS_PRINT_DIALOG (window))
        return window;
    }
  return NULL;
}

static gboolean
tells_faults (gpointer dialog)
{
  GtkWidget *button = seek (dialog, GTK_TYPE_BUTTON, "_Show");

  return button && gtk_widget_get_mapped (button);
}

/* Who prints too early is told so, and led to what is missing. */
static void
test_print (SampleDesk    *self,
            gconstpointer  data)
{
  MattraSession *session = mattra_window_get_session (self->window);

  mattra_clock_set_fixed (mattra_session_get_clock (session), mattra_date_make (2026, 10, 15));
  sample_desk_finish (self);
  sample_desk_act (self, "print");
  picture_wait (tells_faults, find_print_dialog ());
  picture_save_both (find_print_dialog (), "print-faults-en");
  seek_click (find_print_dialog (), "_Show");
  sample_desk_finish (self);
  g_assert_null (find_print_dialog ());
  g_assert_true (gtk_widget_get_mapped (find_view (self)));
}

static gboolean
is_hidden (gpointer table)
{
  return !gtk_widget_get_mapped (table);
}

static gboolean
is_at_period (gpointer table)
{
  return g_strcmp0 (mattra_table_page_get_field (table), "period_text") == 0;
}

/* On a narrow window the checks take the table's place, until a row leads to its cell. */
static void
test_narrow (SampleDesk    *self,
             gconstpointer  data)
{
  GtkWidget *table = GTK_WIDGET (sample_desk_table (self));
  GtkListView *list = NULL;

  gtk_window_set_default_size (GTK_WINDOW (self->window), 640, 720);
  picture_settle ();
  list = GTK_LIST_VIEW (seek (open_checks (self), GTK_TYPE_LIST_VIEW, NULL));
  picture_wait (is_hidden, table);
  picture_save_both (GTK_WIDGET (self->window), "checks-narrow-en");
  g_signal_emit_by_name (list, "activate", find_question (list));
  sample_desk_finish (self);
  picture_wait (is_at_period, table);
  g_assert_true (gtk_widget_get_mapped (table));
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (MattraApplication) application = sample_desk_start (&argc, &argv);

#define ADD(name, func) g_test_add ("/checks/window/" name, SampleDesk, application, set_up, func, tear_down)
  ADD ("switch", test_switch);
  ADD ("go-to", test_go_to);
  ADD ("keys", test_keys);
  ADD ("go-to-preface", test_go_to_preface);
  ADD ("settle", test_settle);
  ADD ("print", test_print);
  ADD ("narrow", test_narrow);

  return g_test_run ();
}
