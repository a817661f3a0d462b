/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "mattra-answer-list.h"
#include "mattra-answer-view.h"
#include "mattra-edit.h"
#include "mattra-form-text.h"
#include "mattra-review.h"
#include "mattra-review-state.h"
#include "mattra-roll-over.h"
#include "mattra-settings.h"
#include "office-people.h"
#include "picture.h"
#include "seek.h"

#define DAY "2023-09-01"
#define ROUND MATTRA_ROUND_FULL_YEAR

static const char rows[] =
  "๑\tจัดทำคู่มือการเบิกจ่ายเงิน\t\tกองคลัง\tต.ค. ๖๕ - ก.ย. ๖๖\t\n"
  "๒\tเผยแพร่แผนการจัดซื้อจัดจ้าง\t\tกองคลัง\tต.ค. ๖๕ - ก.ย. ๖๖\t\n"
  "๓\tประกาศเจตนารมณ์ไม่รับของขวัญ\t\tทุกส่วนราชการ\tต.ค. ๖๕ - ก.ย. ๖๖\t\n"
  "๔\tซ่อมถนนตามแผน\t\tกองช่าง\tต.ค. ๖๕ - ก.ย. ๖๖\t\n";

typedef struct
{
  RegisterFixture fixture;
  GSettings *settings;
  MattraAnswerView *view;
  GString *said;   /* what toasts would say */
  GString *drafts;
} Answering;

static void
note_acted (MattraSession *session,
            const char    *name,
            gboolean       undoable,
            Answering     *self)
{
  g_string_append_printf (self->said, "%s%s;", undoable ? "" : "!", name);
}

static void
note_failed (MattraSession *session,
             const GError  *error,
             Answering     *self)
{
  g_string_append_printf (self->said, "failed: %s;", error->message);
}

static void
note_draft (MattraAnswerView *view,
            const char       *measure,
            const char       *field,
            int               round,
            const char       *division,
            const char       *text,
            Answering        *self)
{
  g_assert_nonnull (measure);
  g_assert_cmpint (round, ==, ROUND);
  g_string_append_printf (self->drafts, "%s=%s;", field, text ? text : "!");
}

static void
set_up (Answering     *self,
        gconstpointer  data)
{
  *self = (Answering) { .settings = mattra_settings_new () };
  self->said = g_string_new (NULL);
  self->drafts = g_string_new (NULL);
  register_fixture_init (&self->fixture, rows, DAY);
  office_people_add (&self->fixture);
  register_fixture_set (&self->fixture, "1", "steps", "สำรวจงาน\nจัดทำคู่มือ");
  g_signal_connect (self->fixture.session, "acted", G_CALLBACK (note_acted), self);
  g_signal_connect (self->fixture.session, "failed", G_CALLBACK (note_failed), self);
}

static void
tear_down (Answering     *self,
           gconstpointer  data)
{
  register_fixture_clear (&self->fixture);
  g_object_unref (self->settings);
  g_string_free (self->said, TRUE);
  g_string_free (self->drafts, TRUE);
}

static void
finish (Answering *self)
{
  for (guint i = 0; i < 3; i++)
    register_fixture_finish (&self->fixture);
}

static void
open_as (Answering  *self,
         const char *name,
         int         width)
{
  if (name)
    office_people_be (&self->fixture, name);
  if (self->view == NULL)
    {
      self->view = MATTRA_ANSWER_VIEW (mattra_answer_view_new (self->fixture.session, self->settings));
      g_signal_connect (self->view, "draft", G_CALLBACK (note_draft), self);
      register_fixture_show (&self->fixture, GTK_WIDGET (self->view), width, 760);
    }
  mattra_answer_view_open (self->view);
  finish (self);
}

static GtkTextView *
find_field (Answering  *self,
            const char *field)
{
  g_autoptr (GPtrArray) cells = seek_all (GTK_WIDGET (self->view), MATTRA_TYPE_FORM_TEXT, NULL);

  for (guint i = 0; i < cells->len; i++)
    if (g_str_equal (gtk_widget_get_name (g_ptr_array_index (cells, i)), field))
      return mattra_form_text_get_view (g_ptr_array_index (cells, i));
  g_error ("There is no field “%s”", field);
}

static void
type (Answering  *self,
      const char *field,
      const char *text)
{
  GtkTextView *view = find_field (self, field);

  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (view)));
  mattra_form_text_view_type (view, text);
}

static gboolean
says (Answering  *self,
      const char *text)
{
  g_autoptr (GPtrArray) labels = seek_all (GTK_WIDGET (self->view), GTK_TYPE_LABEL, text);

  for (guint i = 0; i < labels->len; i++)
    if (gtk_widget_get_mapped (g_ptr_array_index (labels, i)))
      return TRUE;
  return FALSE;
}

/* Whether this measure is being answered. */
static gboolean
is_at (Answering  *self,
       const char *title)
{
  g_autoptr (GPtrArray) labels = seek_all (GTK_WIDGET (self->view), GTK_TYPE_LABEL, title);

  for (guint i = 0; i < labels->len; i++)
    if (gtk_widget_has_css_class (g_ptr_array_index (labels, i), "title-2"))
      return gtk_widget_get_mapped (g_ptr_array_index (labels, i));
  return FALSE;
}

static void
press (Answering       *self,
       guint            keyval,
       GdkModifierType  state)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (self->view));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean used = FALSE;

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, state, &used);
    }
  finish (self);
}

static MattraReviewState
get_state (Answering  *self,
           const char *measure,
           const char *division)
{
  g_autoptr (MattraMeasure) found = office_people_load (&self->fixture, measure);

  return mattra_review_get_state (mattra_session_get_plan (self->fixture.session), found, ROUND,
                                  office_people_division (&self->fixture, division));
}

/* Steps that others take, wherever they sit. */
static void
take (Answering           *self,
      const char          *measure,
      const char          *division,
      MattraReviewVerdict  verdict,
      const char          *comment)
{
  g_autoptr (MattraMeasure) found = office_people_load (&self->fixture, measure);

  mattra_review_act_take (self->fixture.session,
                          mattra_review_step_new (found, ROUND, office_people_division (&self->fixture, division),
                                                  verdict, comment),
                          NULL, NULL);
  finish (self);
}

/* A head answers, the secretary returns one and approves one, the head mends it. */
static void
test_answers (Answering     *self,
              gconstpointer  data)
{
  g_autofree char *results = NULL;

  open_as (self, OFFICE_HEAD, 1000);
  g_assert_true (is_at (self, "๑. จัดทำคู่มือการเบิกจ่ายเงิน"));
  g_assert_true (says (self, "1 of 3"));
  g_assert_true (says (self, "still open: 3"));
  g_assert_false (says (self, "ซ่อมถนนตามแผน"));
  type (self, "results", "จัดทำคู่มือแล้ว ๒ เล่ม\nแจกจ่ายแล้ว");
  g_assert_nonnull (strstr (self->drafts->str, "results=จัดทำคู่มือแล้ว ๒ เล่ม\nแจกจ่ายแล้ว;"));
  press (self, GDK_KEY_Return, GDK_CONTROL_MASK);
  g_assert_cmpint (get_state (self, "1", "กองคลัง"), ==, MATTRA_REVIEW_SUBMITTED);
  g_assert_true (is_at (self, "๒. เผยแพร่แผนการจัดซื้อจัดจ้าง"));
  g_assert_true (says (self, "2 of 3"));
  g_assert_nonnull (strstr (self->said->str, "!Answer to measure 1: submitted;"));
  type (self, "results", "เผยแพร่แล้ว");
  seek_click (GTK_WIDGET (self->view), "There Is None");
  finish (self);
  seek_click (GTK_WIDGET (self->view), "_Submit and Next");
  finish (self);
  g_assert_true (says (self, "3 of 3"));
  take (self, "1", "กองคลัง", MATTRA_VERDICT_RETURNED, "x");
  g_assert_cmpint (get_state (self, "1", "กองคลัง"), ==, MATTRA_REVIEW_SUBMITTED);
  office_people_be (&self->fixture, OFFICE_SECRETARY);
  take (self, "1", "กองคลัง", MATTRA_VERDICT_RETURNED, "ขอจำนวนผู้เข้าอบรมด้วย");
  take (self, "2", "กองคลัง", MATTRA_VERDICT_APPROVED, NULL);
  g_assert_cmpint (get_state (self, "2", "กองคลัง"), ==, MATTRA_REVIEW_APPROVED);
  open_as (self, OFFICE_HEAD, 1000);
  g_assert_true (says (self, "1 of 2"));
  g_assert_true (says (self, "ขอจำนวนผู้เข้าอบรมด้วย"));
  g_assert_true (says (self, OFFICE_SECRETARY));
  picture_save_both (self->fixture.window, "answer-returned");
  type (self, "results", "จัดทำคู่มือแล้ว ๒ เล่ม ผู้เข้าอบรม ๔๐ คน");
  press (self, GDK_KEY_Return, GDK_CONTROL_MASK);
  g_assert_cmpint (get_state (self, "1", "กองคลัง"), ==, MATTRA_REVIEW_SUBMITTED);
  results = register_fixture_cell (&self->fixture, "1", "results");
  g_assert_cmpstr (results, ==, "จัดทำคู่มือแล้ว ๒ เล่ม ผู้เข้าอบรม ๔๐ คน");
}

/* The last one leads to a page that says so. */
static void
test_end (Answering     *self,
          gconstpointer  data)
{
  open_as (self, OFFICE_OTHER_HEAD, 1000);
  g_assert_true (says (self, "1 of 2"));
  press (self, GDK_KEY_Right, GDK_ALT_MASK);
  g_assert_true (is_at (self, "๔. ซ่อมถนนตามแผน"));
  type (self, "results", "ซ่อมแล้ว");
  press (self, GDK_KEY_Return, GDK_CONTROL_MASK);
  g_assert_true (is_at (self, "๓. ประกาศเจตนารมณ์"));
  type (self, "results", "ไม่มี");
  press (self, GDK_KEY_Return, GDK_CONTROL_MASK);
  g_assert_null (mattra_answer_view_get_measure (self->view));
  g_assert_true (says (self, "All Is Handed In"));
  picture_save_both (self->fixture.window, "answer-end");
  seek_click (GTK_WIDGET (self->view), "_Look at What Was Handed In");
  finish (self);
  g_assert_true (says (self, "all handed in"));
  g_assert_false (gtk_text_view_get_editable (find_field (self, "results")));
  seek_click (GTK_WIDGET (self->view), "_Take Back");
  finish (self);
  g_assert_cmpint (get_state (self, "3", "กองช่าง"), ==, MATTRA_REVIEW_DRAFT);
  g_assert_true (says (self, "still open: 1"));
}

/* Nothing written: it is said, and the field has the focus. */
static void
test_empty_answer (Answering     *self,
                   gconstpointer  data)
{
  open_as (self, OFFICE_HEAD, 1000);
  press (self, GDK_KEY_Return, GDK_CONTROL_MASK);
  g_assert_cmpint (get_state (self, "1", "กองคลัง"), ==, MATTRA_REVIEW_DRAFT);
  g_assert_true (says (self, "there is no answer to submit"));
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (find_field (self, "results"))));
}

/* What was typed is written when one goes on, each field as an act that undo takes back; steps in a review stay, and
 * nobody takes back at the same computer what somebody else answered. */
static void
test_undo (Answering     *self,
           gconstpointer  data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  open_as (self, OFFICE_HEAD, 1000);
  type (self, "results", "ทำแล้ว");
  press (self, GDK_KEY_Right, GDK_ALT_MASK);
  before = register_fixture_cell (&self->fixture, "1", "results");
  g_assert_cmpstr (before, ==, "ทำแล้ว");
  g_assert_true (says (self, "2 of 3"));
  press (self, GDK_KEY_Left, GDK_ALT_MASK);
  press (self, GDK_KEY_Return, GDK_CONTROL_MASK);
  g_assert_cmpint (get_state (self, "1", "กองคลัง"), ==, MATTRA_REVIEW_SUBMITTED);
  mattra_session_undo (self->fixture.session);
  finish (self);
  g_assert_nonnull (strstr (self->said->str, "answer to measure 1: the answer is submitted and waits"));
  office_people_be (&self->fixture, OFFICE_SECRETARY);
  g_assert_null (mattra_session_get_undo_name (self->fixture.session));
  mattra_session_undo (self->fixture.session);
  finish (self);
  g_assert_nonnull (strstr (self->said->str, "there is nothing of your own to undo"));
  after = register_fixture_cell (&self->fixture, "1", "results");
  g_assert_cmpstr (after, ==, "ทำแล้ว");
  g_assert_cmpint (get_state (self, "1", "กองคลัง"), ==, MATTRA_REVIEW_SUBMITTED);
}

static gboolean
go_on (MattraStore  *store,
       MattraPlan   *plan,
       gpointer      data,
       GError      **error)
{
  g_auto (MattraRollOver) done = { 0 };

  return mattra_roll_over (store, plan, mattra_plan_get_fiscal_year (plan) + 1, FALSE, NULL, &done, error);
}

static GtkExpander *
find_expander (Answering  *self,
               const char *title)
{
  g_autoptr (GPtrArray) expanders = seek_all (GTK_WIDGET (self->view), GTK_TYPE_EXPANDER, NULL);

  for (guint i = 0; i < expanders->len; i++)
    if (g_strcmp0 (gtk_expander_get_label (g_ptr_array_index (expanders, i)), title) == 0
        && gtk_widget_get_mapped (g_ptr_array_index (expanders, i)))
      return g_ptr_array_index (expanders, i);
  return NULL;
}

/* What was written a year ago is there to look at, and not where nothing was. */
static void
test_earlier (Answering     *self,
              gconstpointer  data)
{
  static const char title[] = "Answer of Fiscal Year 2566";
  GtkExpander *expander = NULL;
  GtkScrolledWindow *scrolled = NULL;

  register_fixture_set (&self->fixture, "1", "results", "จัดทำแล้ว เผยแพร่ทางเว็บไซต์");
  register_fixture_set (&self->fixture, "1", "obstacles", "งบประมาณไม่พอ");
  mattra_session_write_async (self->fixture.session, go_on, NULL, NULL, NULL, NULL);
  finish (self);
  open_as (self, OFFICE_HEAD, 1000);
  g_assert_true (is_at (self, "จัดทำคู่มือการเบิกจ่ายเงิน"));
  g_assert_null (find_expander (self, title));
  mattra_session_set_year (self->fixture.session, 2567);
  finish (self);
  mattra_session_set_round (self->fixture.session, ROUND);
  open_as (self, OFFICE_HEAD, 1000);
  g_assert_true (is_at (self, "จัดทำคู่มือการเบิกจ่ายเงิน"));
  expander = find_expander (self, title);
  g_assert_nonnull (expander);
  gtk_expander_set_expanded (expander, TRUE);
  picture_settle ();
  scrolled = GTK_SCROLLED_WINDOW (gtk_widget_get_ancestor (GTK_WIDGET (expander), GTK_TYPE_SCROLLED_WINDOW));
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (scrolled), G_MAXINT);
  g_assert_true (says (self, "จัดทำแล้ว เผยแพร่ทางเว็บไซต์"));
  g_assert_true (says (self, "งบประมาณไม่พอ"));
  picture_save (self->fixture.window, "answer-earlier");
  press (self, GDK_KEY_Right, GDK_ALT_MASK);
  finish (self);
  g_assert_true (is_at (self, "เผยแพร่แผนการจัดซื้อจัดจ้าง"));
  g_assert_null (find_expander (self, title));
}

/* Who may not answer is told so; who answers for others chooses for whom. */
static void
test_roles (Answering     *self,
            gconstpointer  data)
{
  open_as (self, OFFICE_VIEWER, 1000);
  g_assert_true (says (self, "Nothing to Answer"));
  picture_save (self->fixture.window, "answer-nobody");
  open_as (self, OFFICE_CHIEF, 1000);
  g_assert_true (says (self, "Nothing to Answer"));
  mattra_session_set_division (self->fixture.session, office_people_division (&self->fixture, "กองช่าง"));
  open_as (self, OFFICE_SECRETARY, 1000);
  g_assert_true (says (self, "1 of 2"));
  press (self, GDK_KEY_Down, GDK_ALT_MASK);
  type (self, "results", "โทรแจ้งว่าซ่อมแล้ว");
  press (self, GDK_KEY_Return, GDK_CONTROL_MASK);
  g_assert_cmpint (get_state (self, "4", "กองช่าง"), ==, MATTRA_REVIEW_SUBMITTED);
}

/* Of a closed round nothing can be handed in. */
static void
test_closed (Answering     *self,
             gconstpointer  data)
{
  open_as (self, OFFICE_HEAD, 1000);
  office_people_be (&self->fixture, OFFICE_SECRETARY);
  office_people_close_round (&self->fixture, ROUND);
  office_people_be (&self->fixture, OFFICE_HEAD);
  finish (self);
  g_assert_true (says (self, "The round is closed"));
  g_assert_false (gtk_text_view_get_editable (find_field (self, "results")));
  g_assert_false (gtk_widget_get_sensitive (seek (GTK_WIDGET (self->view), GTK_TYPE_BUTTON, "_Submit and Next")));
  picture_save (self->fixture.window, "answer-closed");
}

/* Somebody else changes the answer while one writes: it is not handed in unread. */
static void
test_conflict (Answering     *self,
               gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MattraStore) store = NULL;
  g_autoptr (MattraPlan) plan = NULL;
  g_autoptr (MattraMeasure) found = NULL;
  g_autofree char *obstacles = NULL;

  open_as (self, OFFICE_HEAD, 1000);
  found = office_people_load (&self->fixture, "1");
  type (self, "results", "ทำแล้ว");
  store = mattra_store_open (self->fixture.path, FALSE, &error);
  g_assert_no_error (error);
  plan = mattra_store_load_plan (store, 2566, &error);
  {
    MattraEdit edit = { mattra_measure_get_id (found), "obstacles", "ขาดงบประมาณ", ROUND,
                        office_people_division (&self->fixture, "กองคลัง") };

    g_assert_true (mattra_edit_apply (store, plan, &edit, NULL, &error));
    g_assert_no_error (error);
  }
  press (self, GDK_KEY_Return, GDK_CONTROL_MASK);
  g_assert_nonnull (strstr (self->said->str, "failed: Somebody else changed this answer"));
  g_assert_cmpint (get_state (self, "1", "กองคลัง"), ==, MATTRA_REVIEW_DRAFT);
  obstacles = mattra_form_text_view_dup_text (find_field (self, "obstacles"));
  g_assert_cmpstr (obstacles, ==, "ขาดงบประมาณ");
  press (self, GDK_KEY_Return, GDK_CONTROL_MASK);
  g_assert_cmpint (get_state (self, "1", "กองคลัง"), ==, MATTRA_REVIEW_SUBMITTED);
}

static void
save_in (Answering  *self,
         const char *language,
         int         width,
         double      scale,
         const char *name)
{
  picture_set_language (language);
  picture_set_text (scale);
  if (self->fixture.window)
    gtk_window_destroy (GTK_WINDOW (self->fixture.window));
  self->view = NULL;
  open_as (self, NULL, width);
  picture_save_both (self->fixture.window, name);
  g_assert_cmpint (gtk_widget_get_width (self->fixture.window), <=, width);
  picture_set_text (1);
}

/* Looked at: in both languages, narrow, in large text, with a long title. */
static void
test_pictures (Answering     *self,
               gconstpointer  data)
{
  register_fixture_set (&self->fixture, "2", "title",
                        "เผยแพร่แผนการจัดซื้อจัดจ้างหรือแผนการจัดหาพัสดุประจำปี และความก้าวหน้าการจัดซื้อจัดจ้าง "
                        "บนเว็บไซต์หลักของหน่วยงานให้ประชาชนเข้าถึงได้โดยสะดวก ภายในสามสิบวันหลังวันที่ได้รับงบประมาณ");
  office_people_be (&self->fixture, OFFICE_HEAD);
  mattra_session_set_round (self->fixture.session, MATTRA_ROUND_FIRST_HALF);
  finish (self);
  mattra_session_set_round (self->fixture.session, ROUND);
  save_in (self, "th", 1180, 1, "answer-th");
  save_in (self, "en", 1180, 1, "answer-en");
  save_in (self, "th", 640, 1, "answer-narrow");
  save_in (self, "th", 640, 2, "answer-large");
  picture_set_language ("en");
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *path;
    void (*run) (Answering     *self,
                 gconstpointer  data);
  } tests[] = {
    { "/answer/form/answers", test_answers },   { "/answer/form/end", test_end },
    { "/answer/form/empty", test_empty_answer }, { "/answer/form/undo", test_undo },
    { "/answer/form/roles", test_roles },       { "/answer/form/closed", test_closed },
    { "/answer/form/conflict", test_conflict }, { "/answer/form/earlier", test_earlier },
    { "/answer/form/pictures", test_pictures },
  };

  picture_init (&argc, &argv);
  picture_set_language ("en");
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Answering, NULL, set_up, tests[i].run, tear_down);
  return g_test_run ();
}
