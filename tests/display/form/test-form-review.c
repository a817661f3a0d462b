/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "mattra-form-text.h"
#include "mattra-measure-form.h"
#include "mattra-review-actions.h"
#include "mattra-review-talk.h"
#include "mattra-settings.h"
#include "office-people.h"
#include "picture.h"
#include "seek.h"

static const char rows[] =
  "๑\tจัดทำคู่มือการเบิกจ่ายเงิน\t\tกองคลัง\tต.ค. ๖๕ - ก.ย. ๖๖\tจัดทำแล้ว ๒ เล่ม\n"
  "๒\tประกาศเจตนารมณ์ไม่รับของขวัญ\t\tกองคลัง\nกองช่าง\tต.ค. ๖๕ - ก.ย. ๖๖\t\n";

typedef struct
{
  RegisterFixture fixture;
  GSettings *settings;
  GtkWidget *form;
  GString *said;
} Reviewing;

static void
note_acted (MattraSession *session,
            const char    *name,
            gboolean       undoable,
            Reviewing     *self)
{
  g_string_append_printf (self->said, "%s%s;", undoable ? "" : "!", name);
}

static void
note_failed (MattraSession *session,
             const GError  *error,
             Reviewing     *self)
{
  g_string_append_printf (self->said, "failed: %s;", error->message);
}

static void
note_typed (MattraSession *session,
            const char    *place,
            const char    *field,
            const char    *text,
            gboolean       gone,
            Reviewing     *self)
{
  g_string_append_printf (self->said, "typed %s=%s%s;", field, text ? text : "!", gone ? " gone" : "");
}

static void
finish (Reviewing *self)
{
  for (guint i = 0; i < 3; i++)
    register_fixture_finish (&self->fixture);
}

static void
show (Reviewing *self)
{
  g_autoptr (MattraMeasure) measure = office_people_load (&self->fixture, "1");

  self->form = mattra_measure_form_new (self->fixture.session, self->settings);
  register_fixture_show (&self->fixture, self->form, 420, 760);
  mattra_measure_form_set_measure (MATTRA_MEASURE_FORM (self->form), mattra_measure_get_id (measure));
  finish (self);
}

static void
set_up (Reviewing     *self,
        gconstpointer  data)
{
  *self = (Reviewing) { .settings = mattra_settings_new () };
  self->said = g_string_new (NULL);
  register_fixture_init (&self->fixture, rows, "2023-09-01");
  office_people_add (&self->fixture);
  g_signal_connect (self->fixture.session, "acted", G_CALLBACK (note_acted), self);
  g_signal_connect (self->fixture.session, "failed", G_CALLBACK (note_failed), self);
  g_signal_connect (self->fixture.session, "typed", G_CALLBACK (note_typed), self);
  show (self);
}

static void
tear_down (Reviewing     *self,
           gconstpointer  data)
{
  register_fixture_clear (&self->fixture);
  g_object_unref (self->settings);
  g_string_free (self->said, TRUE);
}

static MattraReviewMark
get_mark (Reviewing *self)
{
  return mattra_review_box_get_mark (MATTRA_REVIEW_BOX (seek (self->form, MATTRA_TYPE_REVIEW_BOX, NULL)));
}

/* Whether the buttons can be pressed, in their order, and why the others can't. */
static char *
list_buttons (Reviewing *self)
{
  static const char *const labels[] = { "_Submit", "_Take Back", "_Approve", "_Return…" };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      GtkWidget *button = seek (self->form, GTK_TYPE_BUTTON, labels[i]);
      const char *why = gtk_widget_get_tooltip_text (button);

      g_assert_cmpint (gtk_widget_get_sensitive (button), ==, why == NULL);
      g_string_append_c (text, why ? '-' : '+');
    }
  return g_string_free (text, FALSE);
}

static void
check_buttons (Reviewing  *self,
               const char *expected)
{
  g_autofree char *found = list_buttons (self);

  g_assert_cmpstr (found, ==, expected);
}

static void
click (Reviewing  *self,
       const char *label)
{
  seek_click (self->form, label);
  finish (self);
}

static gboolean
says (Reviewing  *self,
      const char *text)
{
  g_autoptr (GPtrArray) labels = seek_all (self->form, GTK_TYPE_LABEL, text);

  for (guint i = 0; i < labels->len; i++)
    if (gtk_widget_get_mapped (g_ptr_array_index (labels, i)))
      return TRUE;
  return FALSE;
}

static GtkTextView *
find_field (Reviewing  *self,
            const char *field)
{
  g_autoptr (GPtrArray) cells = seek_all (self->form, MATTRA_TYPE_FORM_TEXT, NULL);

  for (guint i = 0; i < cells->len; i++)
    if (g_str_equal (gtk_widget_get_name (g_ptr_array_index (cells, i)), field))
      return mattra_form_text_get_view (g_ptr_array_index (cells, i));
  g_error ("There is no field “%s”", field);
}

static void
type_into (GtkWidget  *within,
           const char *text)
{
  GtkTextView *view = GTK_TEXT_VIEW (seek (within, GTK_TYPE_TEXT_VIEW, NULL));

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (view), text, -1);
}

/* From draft to approval, through a return; each role has the buttons that the table of permissions gives it. */
static void
test_steps (Reviewing     *self,
            gconstpointer  data)
{
  g_assert_cmpint (get_mark (self), ==, MATTRA_REVIEW_MARK_DRAFT);
  office_people_be (&self->fixture, OFFICE_SECRETARY);
  check_buttons (self, "+---");
  office_people_be (&self->fixture, OFFICE_OTHER_HEAD);
  check_buttons (self, "----");
  office_people_be (&self->fixture, OFFICE_HEAD);
  check_buttons (self, "+---");
  click (self, "_Submit");
  g_assert_cmpint (get_mark (self), ==, MATTRA_REVIEW_MARK_SUBMITTED);
  g_assert_nonnull (strstr (self->said->str, "!Answer to measure 1: submitted;"));
  g_assert_true (says (self, OFFICE_HEAD " (ผู้อำนวยการกองคลัง)"));
  check_buttons (self, "-+--");
  office_people_be (&self->fixture, OFFICE_VIEWER);
  check_buttons (self, "----");
  office_people_be (&self->fixture, OFFICE_CHIEF);
  check_buttons (self, "--++");
  click (self, "_Return…");
  type_into (seek (self->form, MATTRA_TYPE_REVIEW_ACTIONS, NULL), "ขอภาพถ่ายประกอบ");
  gtk_widget_grab_focus (seek (seek (self->form, MATTRA_TYPE_REVIEW_ACTIONS, NULL), GTK_TYPE_TEXT_VIEW, NULL));
  g_assert_nonnull (strstr (self->said->str, "typed return-reason=ขอภาพถ่ายประกอบ;"));
  picture_save (self->fixture.window, "form-review-return");
  {
    g_autoptr (GPtrArray) buttons = seek_all (self->form, GTK_TYPE_BUTTON, "_Return");

    g_signal_emit_by_name (g_ptr_array_index (buttons, buttons->len - 1), "clicked");
    finish (self);
  }
  g_assert_cmpint (get_mark (self), ==, MATTRA_REVIEW_MARK_RETURNED);
  g_assert_nonnull (strstr (self->said->str, "typed return-reason=!;"));
  g_assert_null (strstr (self->said->str, "gone"));
  g_assert_true (says (self, "ขอภาพถ่ายประกอบ"));
  check_buttons (self, "----");
  office_people_be (&self->fixture, OFFICE_HEAD);
  mattra_form_text_view_type (find_field (self, "results"), "จัดทำแล้ว ๒ เล่ม มีภาพถ่าย");
  click (self, "_Submit");
  g_assert_cmpint (get_mark (self), ==, MATTRA_REVIEW_MARK_SUBMITTED);
  office_people_be (&self->fixture, OFFICE_CHIEF);
  click (self, "_Approve");
  g_assert_cmpint (get_mark (self), ==, MATTRA_REVIEW_MARK_APPROVED);
  picture_save_both (self->fixture.window, "form-review-approved");
}

/* What is changed after an approval is named, with how it was. */
static void
test_changed (Reviewing     *self,
              gconstpointer  data)
{
  click (self, "_Submit");
  click (self, "_Approve");
  g_assert_cmpint (get_mark (self), ==, MATTRA_REVIEW_MARK_APPROVED);
  g_assert_cmpuint (mattra_session_get_list_count (self->fixture.session, MATTRA_LIST_CHANGED), ==, 0);
  register_fixture_set (&self->fixture, "1", "results", "จัดทำแล้ว ๓ เล่ม");
  finish (self);
  g_assert_cmpint (get_mark (self), ==, MATTRA_REVIEW_MARK_CHANGED);
  g_assert_cmpuint (mattra_session_get_list_count (self->fixture.session, MATTRA_LIST_CHANGED), ==, 1);
  g_assert_true (says (self, "Changed: ผลการดำเนินการ"));
  gtk_expander_set_expanded (GTK_EXPANDER (gtk_widget_get_ancestor (seek (self->form, GTK_TYPE_LABEL, "Changed: ผลการดำเนินการ"),
                                                                    GTK_TYPE_EXPANDER)), TRUE);
  finish (self);
  g_assert_true (says (self, "จัดทำแล้ว ๒ เล่ม"));
  picture_save_both (self->fixture.window, "form-review-changed");
  mattra_session_undo (self->fixture.session);
  finish (self);
  g_assert_cmpint (get_mark (self), ==, MATTRA_REVIEW_MARK_APPROVED);
}

/* Of a closed round nothing is decided any more, but what was decided is still told. */
static void
test_closed (Reviewing     *self,
             gconstpointer  data)
{
  click (self, "_Submit");
  office_people_close_round (&self->fixture, MATTRA_ROUND_FULL_YEAR);
  finish (self);
  g_assert_cmpint (get_mark (self), ==, MATTRA_REVIEW_MARK_SUBMITTED);
  check_buttons (self, "----");
  g_assert_cmpstr (gtk_widget_get_tooltip_text (seek (self->form, GTK_TYPE_BUTTON, "_Approve")), ==,
                   "its round is closed; open the round first");
}

/* Comments stand with the reviews, by time; undo takes a comment back and leaves the reviews. */
static void
test_comments (Reviewing     *self,
               gconstpointer  data)
{
  GtkWidget *talk = seek (self->form, MATTRA_TYPE_REVIEW_TALK, NULL);

  office_people_be (&self->fixture, OFFICE_VIEWER);
  g_assert_false (gtk_text_view_get_editable (GTK_TEXT_VIEW (seek (talk, GTK_TYPE_TEXT_VIEW, NULL))));
  office_people_be (&self->fixture, OFFICE_SECRETARY);
  click (self, "_Submit");
  type_into (talk, "ตรวจแล้ว รอท่านนายก");
  click (self, "Add Co_mment");
  g_assert_true (says (self, "ตรวจแล้ว รอท่านนายก"));
  g_assert_nonnull (strstr (self->said->str, "Comment on measure;"));
  mattra_session_undo (self->fixture.session);
  finish (self);
  g_assert_null (seek (talk, GTK_TYPE_LABEL, "ตรวจแล้ว รอท่านนายก"));
  g_assert_cmpint (get_mark (self), ==, MATTRA_REVIEW_MARK_SUBMITTED);
  g_assert_nonnull (seek (talk, GTK_TYPE_LABEL, OFFICE_SECRETARY));
}

static void
test_thai (Reviewing     *self,
           gconstpointer  data)
{
  GtkAdjustment *adjustment = NULL;

  click (self, "_Submit");
  gtk_window_destroy (GTK_WINDOW (self->fixture.window));
  picture_set_language ("th");
  show (self);
  picture_save_both (self->fixture.window, "form-review-th");
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (seek (self->form, GTK_TYPE_SCROLLED_WINDOW,
                                                                               NULL)));
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
  picture_save (self->fixture.window, "form-review-th-end");
  picture_set_language ("en");
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *path;
    void (*run) (Reviewing     *self,
                 gconstpointer  data);
  } tests[] = {
    { "/form/review/steps", test_steps },       { "/form/review/changed", test_changed },
    { "/form/review/closed", test_closed },     { "/form/review/comments", test_comments },
    { "/form/review/thai", test_thai },
  };

  picture_init (&argc, &argv);
  picture_set_language ("en");
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Reviewing, NULL, set_up, tests[i].run, tear_down);
  return g_test_run ();
}
