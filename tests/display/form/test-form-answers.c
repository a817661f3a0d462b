/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "form-fixture.h"

#include <string.h>

#include "mattra-form-answer.h"
#include "mattra-form-history.h"
#include "mattra-form-step.h"
#include "mattra-store.h"
#include "picture.h"
#include "seek.h"

static GtkWidget *
find_tick (Form       *self,
           const char *field_name,
           guint       nth_field,
           guint       nth)
{
  g_autoptr (GPtrArray) ticks = seek_all (GTK_WIDGET (form_cell (self, field_name, nth_field)),
                                          GTK_TYPE_CHECK_BUTTON, NULL);

  g_assert_cmpuint (nth, <, ticks->len);
  return g_ptr_array_index (ticks, nth);
}

static gboolean
is_ticked (Form       *self,
           guint       place,
           guint       step,
           const char *division,
           guint       occurrence)
{
  g_autoptr (MattraMeasure) measure = form_load (self, place);
  const MattraItem *item = g_ptr_array_index (mattra_measure_get_items (measure, MATTRA_ITEM_STEP), step);

  return mattra_measure_is_ticked (measure, item->id, MATTRA_ROUND_FIRST_HALF, division, occurrence);
}

/* A tick is an act of its own; undone it is gone from the form too. */
static void
test_ticks (Form          *self,
            gconstpointer  data)
{
  GtkWidget *tick = NULL;

  form_show (self, 0);
  tick = find_tick (self, "steps", 0, 1);
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (tick)));
  gtk_widget_activate (tick);
  form_finish (self);
  g_assert_true (is_ticked (self, 0, 1, NULL, 1));
  g_assert_false (is_ticked (self, 0, 0, NULL, 1));
  g_assert_cmpstr (mattra_session_get_undo_name (self->session), ==, "Tick step");
  mattra_session_undo (self->session);
  form_finish (self);
  g_assert_false (is_ticked (self, 0, 1, NULL, 1));
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (find_tick (self, "steps", 0, 1))));
}

/* Words of the step may change: its tick stays. */
static void
test_reworded (Form          *self,
               gconstpointer  data)
{
  form_show (self, 0);
  gtk_widget_activate (find_tick (self, "steps", 0, 0));
  form_finish (self);
  form_type (self, "steps", 0, "สำรวจงานทุกกอง\nจัดทำคู่มือ\nเผยแพร่");
  form_leave (self);
  g_assert_true (is_ticked (self, 0, 0, NULL, 1));
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (find_tick (self, "steps", 0, 0))));
  g_assert_nonnull (seek (GTK_WIDGET (form_cell (self, "steps", 0)), GTK_TYPE_LABEL, "สำรวจงานทุกกอง"));
}

/* What recurs is ticked time by time, each month by its name. */
static void
test_recurs (Form          *self,
             gconstpointer  data)
{
  GtkWidget *cell = NULL;

  form_show (self, 2);
  cell = GTK_WIDGET (form_cell (self, "steps", 0));
  g_assert_nonnull (seek (cell, GTK_TYPE_LABEL, "0 of 6 months"));
  g_assert_cmpstr (gtk_check_button_get_label (GTK_CHECK_BUTTON (find_tick (self, "steps", 0, 0))), ==, "ต.ค.");
  gtk_widget_activate (find_tick (self, "steps", 0, 0));
  gtk_widget_activate (find_tick (self, "steps", 0, 2));
  form_finish (self);
  g_assert_true (is_ticked (self, 2, 0, NULL, 1));
  g_assert_false (is_ticked (self, 2, 0, NULL, 2));
  g_assert_true (is_ticked (self, 2, 0, NULL, 3));
  g_assert_nonnull (seek (cell, GTK_TYPE_LABEL, "2 of 6 months"));
  form_set_other (self, 2, "recurrence", NULL, "52");
  g_assert_nonnull (seek (cell, GTK_TYPE_LABEL, "2 of 52 times"));
  seek_click (cell, "Done Once More");
  form_finish (self);
  g_assert_true (is_ticked (self, 2, 0, NULL, 2));
  seek_click (cell, "Take Away the Last Tick");
  form_finish (self);
  g_assert_false (is_ticked (self, 2, 0, NULL, 3));
}

/* Each division has an answer of its own, and ticks of its own; the joint one stands beside them. */
static void
test_divisions (Form          *self,
                gconstpointer  data)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *joint = NULL;

  form_show (self, 3);
  form_type (self, "results", 1, "แก้แล้ว");
  form_leave (self);
  first = form_stored (self, 3, "results", self->first);
  g_assert_cmpstr (first, ==, "รับเรื่อง ๒ เรื่อง");
  second = form_stored (self, 3, "results", self->second);
  g_assert_cmpstr (second, ==, "แก้แล้ว");
  joint = form_stored (self, 3, "results", NULL);
  g_assert_cmpstr (joint, ==, "");
  gtk_widget_activate (find_tick (self, "steps", 2, 1));
  form_finish (self);
  g_assert_true (is_ticked (self, 3, 1, self->second, 1));
  g_assert_false (is_ticked (self, 3, 1, NULL, 1));
}

static MattraFormAnswer *
find_answer (Form       *self,
             const char *division)
{
  g_autoptr (GPtrArray) answers = seek_all (GTK_WIDGET (self->form), MATTRA_TYPE_FORM_ANSWER, NULL);

  for (guint i = 0; i < answers->len; i++)
    if (g_strcmp0 (mattra_form_answer_get_division (g_ptr_array_index (answers, i)), division) == 0)
      return g_ptr_array_index (answers, i);
  g_error ("There is no answer of %s", division ? division : "all");
}

/* In the table of a division its answer is open, and its ticks stand with the steps. */
static void
test_of_division (Form          *self,
                  gconstpointer  data)
{
  g_autofree char *joint = NULL;
  g_autofree char *second = NULL;

  mattra_session_set_division (self->session, self->second);
  form_show (self, 3);
  g_assert_cmpuint (mattra_form_answer_get_cells (find_answer (self, self->first))->len, ==, 0);
  g_assert_cmpuint (mattra_form_answer_get_cells (find_answer (self, self->second))->len, >, 0);
  gtk_widget_activate (find_tick (self, "steps", 0, 0));
  form_finish (self);
  g_assert_true (is_ticked (self, 3, 0, self->second, 1));
  mattra_form_answer_expand (find_answer (self, NULL));
  picture_settle ();
  form_type (self, "results", 0, "ร่วมกัน");
  form_leave (self);
  joint = form_stored (self, 3, "results", NULL);
  g_assert_cmpstr (joint, ==, "ร่วมกัน");
  second = form_stored (self, 3, "results", self->second);
  g_assert_cmpstr (second, ==, "ไม่มีเรื่องร้องเรียน");
}

static gboolean
close_round (MattraStore  *store,
             MattraPlan   *plan,
             gpointer      data,
             GError      **error)
{
  return mattra_store_set_round_field (store, mattra_plan_get_id (plan), MATTRA_ROUND_FIRST_HALF, "state", "closed",
                                       error);
}

/* Of a closed round the answers are only read; a text that came too late stays in its field. */
static void
test_closed (Form          *self,
             gconstpointer  data)
{
  g_autofree char *late = NULL;

  form_show (self, 0);
  form_type (self, "results", 0, "มาช้า");
  mattra_session_act_async (self->session, "set-round", NULL, close_round, NULL, NULL, NULL, NULL);
  form_finish (self);
  g_assert_false (gtk_text_view_get_editable (form_view (self, "results", 0)));
  g_assert_true (gtk_text_view_get_editable (form_view (self, "title", 0)));
  g_assert_false (gtk_text_view_get_editable (form_view (self, "evidence", 0)));
  g_assert_nonnull (seek (GTK_WIDGET (self->form), GTK_TYPE_LABEL, "The round is closed"));
  late = form_text (self, "results", 0);
  g_assert_cmpstr (late, ==, "มาช้า");
}

/* What is typed belongs to the round in which it was typed. */
static void
test_round (Form          *self,
            gconstpointer  data)
{
  g_autofree char *shown = NULL;
  g_autofree char *stored = NULL;

  form_show (self, 0);
  mattra_session_set_round (self->session, MATTRA_ROUND_FULL_YEAR);
  form_finish (self);
  shown = form_text (self, "results", 0);
  g_assert_cmpstr (shown, ==, "");
  mattra_session_set_round (self->session, MATTRA_ROUND_FIRST_HALF);
  form_finish (self);
  form_type (self, "results", 0, "ครึ่งปีแรก");
  mattra_session_set_round (self->session, MATTRA_ROUND_FULL_YEAR);
  form_finish (self);
  stored = form_stored (self, 0, "results", NULL);
  g_assert_cmpstr (stored, ==, "ครึ่งปีแรก");
}

static GtkWidget *
open_history (Form       *self,
              const char *field,
              guint       nth)
{
  GtkWidget *history = NULL;

  gtk_widget_activate_action (GTK_WIDGET (form_cell (self, field, nth)), "form-cell.history", NULL);
  form_finish (self);
  history = seek (GTK_WIDGET (self->form), MATTRA_TYPE_FORM_HISTORY, NULL);
  g_assert_nonnull (history);
  g_assert_true (gtk_widget_get_mapped (history));
  return history;
}

static void
click_last (GtkWidget  *widget,
            const char *label)
{
  g_autoptr (GPtrArray) buttons = seek_all (widget, GTK_TYPE_BUTTON, label);

  g_assert_cmpuint (buttons->len, >, 0);
  g_signal_emit_by_name (g_ptr_array_index (buttons, buttons->len - 1), "clicked");
}

/* Who changed a field, what it was and became; an older text is put back as one act. */
static void
test_history (Form          *self,
              gconstpointer  data)
{
  static const struct
  {
    guint place;
    const char *field;
    guint nth;
    const char *division; /* which of the two: "1", "2" */
    const char *first;
    const char *then;
  } rows[] = {
    { 0, "results", 0, NULL, "สำรวจแล้ว ๑๒ งาน", "สำรวจแล้ว ๑๕ งาน\nเหลือ ๒ งาน" },
    { 0, "steps", 0, NULL, "สำรวจงาน\nจัดทำคู่มือ\nเผยแพร่", "เผยแพร่\nสำรวจงาน" },
    { 0, "title", 0, NULL, "จัดทำคู่มือการปฏิบัติงาน", "คู่มือ" },
    { 0, "responsible", 0, NULL, NULL, "ทุกส่วนราชการ" },
    { 0, "extra:กลุ่มเป้าหมาย", 0, NULL, "บุคลากรทุกคน", "ผู้บริหาร" },
    { 3, "results", 1, "2", "ไม่มีเรื่องร้องเรียน", "มีหนึ่งเรื่อง" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const char *division = rows[i].division ? self->second : NULL;
      g_autofree char *first = form_stored (self, rows[i].place, rows[i].field, division);
      g_autofree char *back = NULL;
      g_autofree char *redone = NULL;
      GtkWidget *history = NULL;

      form_show (self, rows[i].place);
      form_type (self, rows[i].field, rows[i].nth, rows[i].then);
      form_leave (self);
      history = open_history (self, rows[i].field, rows[i].nth);
      g_assert_nonnull (seek (history, GTK_TYPE_LABEL, rows[i].then));
      g_assert_nonnull (seek (history, GTK_TYPE_LABEL, rows[i].first ? rows[i].first : first));
      g_assert_nonnull (seek (history, GTK_TYPE_LABEL, "สมชาย ตั้งใจ"));
      g_assert_nonnull (seek (history, GTK_TYPE_LABEL, "สมใจ ใจดี"));
      g_assert_nonnull (seek (history, GTK_TYPE_LABEL, " 25"));
      seek_click (history, "_Put This Back");
      form_finish (self);
      back = form_stored (self, rows[i].place, rows[i].field, division);
      g_assert_cmpstr (back, ==, first);
      g_assert_cmpstr (mattra_session_get_undo_name (self->session), ==, "Put an older text back");
      mattra_session_undo (self->session);
      form_finish (self);
      redone = form_stored (self, rows[i].place, rows[i].field, division);
      g_assert_cmpstr (redone, ==, rows[i].then);
    }
}

/* The keyboard opens it, ticks are told, and a field that nobody changed says so. */
static void
test_history_more (Form          *self,
                   gconstpointer  data)
{
  GtkWidget *history = NULL;

  form_show (self, 0);
  history = open_history (self, "note", 0);
  g_assert_nonnull (seek (history, GTK_TYPE_LABEL, "Nobody has changed"));
  gtk_popover_popdown (GTK_POPOVER (history));
  picture_settle ();
  g_assert_null (seek (GTK_WIDGET (self->form), MATTRA_TYPE_FORM_HISTORY, NULL));

  gtk_widget_activate (find_tick (self, "steps", 0, 1));
  form_finish (self);
  history = open_history (self, "steps", 0);
  g_assert_nonnull (seek (history, GTK_TYPE_LABEL, "Ticked: จัดทำคู่มือ"));
  click_last (GTK_WIDGET (self->form), "Next Measure");
}

int
main (int    argc,
      char **argv)
{
  static const FormTest tests[] = {
    { "ticks", test_ticks },         { "reworded", test_reworded },       { "recurs", test_recurs },
    { "divisions", test_divisions }, { "of-division", test_of_division }, { "closed", test_closed },
    { "round", test_round },         { "history", test_history },         { "history-more", test_history_more },
  };

  return form_run (&argc, &argv, "/form/answers", tests, G_N_ELEMENTS (tests));
}
