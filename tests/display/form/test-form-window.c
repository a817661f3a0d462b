/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "form-fixture.h"

#include "mattra-register-page.h"
#include "picture.h"
#include "seek.h"

/* The form beside its table, in the page of a register. */

typedef struct
{
  Form form;
  MattraRegisterPage *page;
  GtkWidget *window;
} Page;

static void
set_up (Page          *self,
        gconstpointer  data)
{
  form_set_up (&self->form, NULL);
  self->page = MATTRA_REGISTER_PAGE (mattra_register_page_new (self->form.session, self->form.settings));
  self->window = adw_window_new ();
  adw_window_set_content (ADW_WINDOW (self->window), GTK_WIDGET (self->page));
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1200, 700);
  gtk_window_present (GTK_WINDOW (self->window));
  form_finish (&self->form);
}

static void
tear_down (Page          *self,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  form_tear_down (&self->form, NULL);
}

static void
switch_form (Page     *self,
             gboolean  shown)
{
  g_object_set (self->page, "show-form", shown, NULL);
  form_finish (&self->form);
}

static gboolean
is_shown (Page *self)
{
  gboolean shown = FALSE;

  g_object_get (self->page, "show-form", &shown, NULL);
  return shown;
}

static MattraMeasureForm *
find_form (Page *self)
{
  return MATTRA_MEASURE_FORM (mattra_register_side_get_panel (mattra_register_page_get_side (self->page),
                                                              MATTRA_SIDE_FORM));
}

static MattraTablePage *
find_table (Page *self)
{
  return mattra_register_page_get_table (self->page);
}

/* The form shows the measure on which the cursor stands, and moves the cursor. */
static void
test_follows (Page          *self,
              gconstpointer  data)
{
  MattraTablePage *table = find_table (self);

  switch_form (self, TRUE);
  mattra_table_page_go_to (table, self->form.ids[1], "title");
  form_finish (&self->form);
  g_assert_cmpstr (mattra_measure_form_get_measure (find_form (self)), ==, self->form.ids[1]);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (find_form (self))));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (table)));
  seek_click (GTK_WIDGET (find_form (self)), "Next Measure");
  form_finish (&self->form);
  g_assert_cmpstr (mattra_table_page_get_measure (table), ==, self->form.ids[2]);
  g_assert_cmpstr (mattra_measure_form_get_measure (find_form (self)), ==, self->form.ids[2]);
  gtk_widget_activate_action (GTK_WIDGET (find_form (self)), "form.close", NULL);
  g_assert_false (is_shown (self));
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (find_form (self))));
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (mattra_table_page_get_grid (table)))
                 || gtk_widget_get_focus_child (GTK_WIDGET (mattra_table_page_get_grid (table))));
}

static gboolean
is_wide (gpointer data)
{
  return gtk_widget_get_width (((Page *) data)->window) > 1000;
}

static gboolean
is_narrow (gpointer data)
{
  return gtk_widget_get_width (((Page *) data)->window) < 700;
}

/* On a narrow window the form takes the place of the table, and gives it back. */
static void
test_narrow (Page          *self,
             gconstpointer  data)
{
  MattraTablePage *table = find_table (self);

  gtk_window_set_default_size (GTK_WINDOW (self->window), 640, 700);
  picture_wait (is_narrow, self);
  picture_settle ();
  switch_form (self, TRUE);
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (table)));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (find_form (self))));
  g_assert_cmpint (gtk_widget_get_width (self->window), <=, 680);
  mattra_table_page_go_to (table, self->form.ids[0], "results");
  form_finish (&self->form);
  gtk_widget_activate_action (GTK_WIDGET (find_form (self)), "form.next", NULL);
  form_finish (&self->form);
  g_assert_cmpstr (mattra_measure_form_get_measure (find_form (self)), ==, self->form.ids[1]);
  switch_form (self, FALSE);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (table)));
  switch_form (self, TRUE);
  g_assert_true (GTK_IS_TEXT_VIEW (gtk_window_get_focus (GTK_WINDOW (self->window))));
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1200, 700);
  picture_wait (is_wide, self);
  picture_settle ();
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (table)));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (find_form (self))));
}

/* What is typed in the form is committed when the page is. */
static void
test_commit (Page          *self,
             gconstpointer  data)
{
  g_autofree char *stored = NULL;

  switch_form (self, TRUE);
  mattra_table_page_go_to (find_table (self), self->form.ids[0], "title");
  form_finish (&self->form);
  mattra_measure_form_set_draft (find_form (self), "obstacles", NULL, "พิมพ์ค้างไว้");
  form_finish (&self->form);
  mattra_register_page_commit (self->page);
  form_finish (&self->form);
  stored = form_stored (&self->form, 0, "obstacles", NULL);
  g_assert_cmpstr (stored, ==, "พิมพ์ค้างไว้");
}

int
main (int    argc,
      char **argv)
{
  picture_init (&argc, &argv);
  picture_set_language ("en");
  g_test_add ("/form/window/follows", Page, NULL, set_up, test_follows, tear_down);
  g_test_add ("/form/window/narrow", Page, NULL, set_up, test_narrow, tear_down);
  g_test_add ("/form/window/commit", Page, NULL, set_up, test_commit, tear_down);
  return g_test_run ();
}
