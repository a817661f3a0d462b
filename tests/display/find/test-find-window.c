/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-find-bar.h"
#include "picture.h"
#include "sample-desk.h"
#include "seek.h"

/* Find and replace in the program's window: where the focus is, and where the cursor goes. */

#define TEXT "ชี้แจง"

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
find_bar (SampleDesk *self)
{
  return seek (GTK_WIDGET (self->window), MATTRA_TYPE_FIND_BAR, NULL);
}

static GtkWidget *
find_entry (SampleDesk *self)
{
  return seek (find_bar (self), GTK_TYPE_SEARCH_ENTRY, NULL);
}

static GtkWidget *
grid (SampleDesk *self)
{
  return GTK_WIDGET (mattra_table_page_get_grid (sample_desk_table (self)));
}

static gboolean
is_ready (gpointer data)
{
  return mattra_find_bar_is_ready (data);
}

static void
look_for (SampleDesk *self,
          const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (find_entry (self)), text);
  picture_wait (is_ready, find_bar (self));
  sample_desk_finish (self);
}

static void
test_open (SampleDesk    *self,
           gconstpointer  data)
{
  g_assert_false (gtk_widget_get_mapped (find_bar (self)));
  sample_desk_act (self, "replace");
  g_assert_true (gtk_widget_get_mapped (find_bar (self)));
  g_assert_true (sample_desk_has_focus (self, find_entry (self)));
  gtk_widget_grab_focus (grid (self));
  sample_desk_act (self, "replace");
  g_assert_true (sample_desk_has_focus (self, find_entry (self)));
  sample_desk_act (self, "replace");
  g_assert_false (gtk_widget_get_mapped (find_bar (self)));
  sample_desk_act (self, "replace");
  g_signal_emit_by_name (find_entry (self), "stop-search");
  picture_settle ();
  g_assert_false (gtk_widget_get_mapped (find_bar (self)));
  g_assert_true (sample_desk_has_focus (self, grid (self)));
}

static char *
dup_place (SampleDesk *self)
{
  return g_strdup_printf ("%s %s", mattra_table_page_get_measure (sample_desk_table (self)),
                          mattra_table_page_get_field (sample_desk_table (self)));
}

/* The cursor goes from hit to hit and back, while one goes on typing. */
static void
test_step (SampleDesk    *self,
           gconstpointer  data)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *back = NULL;

  sample_desk_act (self, "replace");
  look_for (self, TEXT);
  sample_desk_act (self, "find-next");
  first = dup_place (self);
  sample_desk_act (self, "find-next");
  second = dup_place (self);
  g_assert_cmpstr (first, !=, second);
  g_assert_true (sample_desk_has_focus (self, find_entry (self)));
  sample_desk_act (self, "find-previous");
  back = dup_place (self);
  g_assert_cmpstr (back, ==, first);
}

/* One types what to find, Tab, what replaces it. */
static void
test_tab (SampleDesk    *self,
          gconstpointer  data)
{
  GtkWidget *replacement = seek (find_bar (self), GTK_TYPE_ENTRY, NULL);

  sample_desk_act (self, "replace");
  look_for (self, TEXT);
  gtk_widget_child_focus (GTK_WIDGET (self->window), GTK_DIR_TAB_FORWARD);
  g_assert_true (sample_desk_has_focus (self, replacement));
  gtk_widget_child_focus (GTK_WIDGET (self->window), GTK_DIR_TAB_BACKWARD);
  g_assert_true (sample_desk_has_focus (self, find_entry (self)));
}

/* F3 without the bar opens it. */
static void
test_next_opens (SampleDesk    *self,
                 gconstpointer  data)
{
  sample_desk_act (self, "find-next");
  g_assert_true (gtk_widget_get_mapped (find_bar (self)));
}

/* What was searched for is looked for. */
static void
test_search (SampleDesk    *self,
             gconstpointer  data)
{
  mattra_table_page_set_search (sample_desk_table (self), TEXT);
  sample_desk_finish (self);
  sample_desk_act (self, "replace");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_entry (self))), ==, TEXT);
}

static void
test_pictures (SampleDesk    *self,
               gconstpointer  data)
{
  static const struct
  {
    const char *name;
    int width;
    int height;
  } sizes[] = { { "find-window", 1366, 768 }, { "find-window-narrow", 640, 720 } };

  sample_desk_act (self, "replace");
  look_for (self, TEXT);
  sample_desk_act (self, "find-next");
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      gtk_window_set_default_size (GTK_WINDOW (self->window), sizes[i].width, sizes[i].height);
      picture_settle ();
      picture_save_both (GTK_WIDGET (self->window), sizes[i].name);
    }
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (MattraApplication) application = sample_desk_start (&argc, &argv);

#define ADD(name, func) g_test_add ("/find/window/" name, SampleDesk, application, set_up, func, tear_down)
  ADD ("open", test_open);
  ADD ("step", test_step);
  ADD ("tab", test_tab);
  ADD ("next-opens", test_next_opens);
  ADD ("search", test_search);
  ADD ("pictures", test_pictures);

  return g_test_run ();
}
