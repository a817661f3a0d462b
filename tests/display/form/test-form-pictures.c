/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "form-fixture.h"

#include "mattra-form-history.h"
#include "picture.h"
#include "seek.h"

/* Pictures of the form by itself, for looking at; the test fails where a field is wider than the room
 * it has, or GTK warns. */

static void
show_several (Form *self)
{
  form_show (self, 3);
}

static void
show_recurring (Form *self)
{
  form_show (self, 2);
}

static void
show_typing (Form *self)
{
  form_show (self, 0);
  form_type (self, "number", 0, "๑ก");
  form_leave (self);
  form_type (self, "period_text", 0, "ไตรมาส 2");
}

static void
show_steps (Form *self)
{
  form_show (self, 0);
  form_type (self, "steps", 0, "สำรวจงานของทุกกองพร้อมจัดลำดับความสำคัญร่วมกับคณะทำงาน\nจัดทำคู่มือ");
}

static void
show_history (Form *self)
{
  form_show (self, 0);
  form_type (self, "steps", 0, "สำรวจงานของทุกกอง\nจัดทำคู่มือ\nเผยแพร่");
  form_leave (self);
  gtk_widget_activate_action (GTK_WIDGET (form_cell (self, "steps", 0)), "form-cell.history", NULL);
  form_finish (self);
}

static void
show_more_below (Form *self)
{
  g_autoptr (GPtrArray) found = NULL;
  GtkScrolledWindow *scrolled = NULL;

  form_show (self, 3);
  found = seek_all (GTK_WIDGET (self->form), GTK_TYPE_SCROLLED_WINDOW, NULL);
  scrolled = g_ptr_array_index (found, found->len - 1);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (scrolled), 10000);
}

static void
show_nothing (Form *self)
{
  mattra_measure_form_set_measure (self->form, NULL);
  form_finish (self);
}

static const struct
{
  const char *name;
  void (*show) (Form *self);
} views[] = {
  { "several", show_several }, { "recurring", show_recurring }, { "typing", show_typing },
  { "steps", show_steps },     { "history", show_history },     { "below", show_more_below },
  { "empty", show_nothing },
};

static void
test_pictures (Form          *self,
               gconstpointer  data)
{
  const char *language = data;

  gtk_window_set_default_size (GTK_WINDOW (self->window), 420, 1000);
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      g_autofree char *name = g_strconcat (language, "-form-", views[i].name, NULL);
      GtkWidget *history = NULL;

      views[i].show (self);
      picture_settle ();
      history = seek (self->window, MATTRA_TYPE_FORM_HISTORY, NULL);
      picture_save_both (history ? history : self->window, name);
      if (history)
        gtk_popover_popdown (GTK_POPOVER (history));
    }
}

/* At 300 pixels, and in twice the size of text, nothing is cut off. */
static void
test_narrow (Form          *self,
             gconstpointer  data)
{
  static const double scales[] = { 1.0, 2.0 };
  const char *language = data;

  gtk_window_set_default_size (GTK_WINDOW (self->window), 300, 900);
  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      g_autofree char *name = g_strdup_printf ("%s-form-narrow-%d", language, (int) (scales[i] * 100));

      picture_set_text (scales[i]);
      form_show (self, 2 + i);
      picture_save (self->window, name);
      g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (self->form)), <=, 300 * (int) scales[i]);
    }
  picture_set_text (1.0);
}

static void
set_up (Form          *self,
        gconstpointer  data)
{
  picture_set_language (data);
  form_set_up (self, NULL);
}

int
main (int    argc,
      char **argv)
{
  static const char *const languages[] = { "th", "en" };

  picture_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *whole = g_strdup_printf ("/form/pictures/%s/views", languages[i]);
      g_autofree char *narrow = g_strdup_printf ("/form/pictures/%s/narrow", languages[i]);

      g_test_add (whole, Form, languages[i], set_up, test_pictures, form_tear_down);
      g_test_add (narrow, Form, languages[i], set_up, test_narrow, form_tear_down);
    }
  return g_test_run ();
}
