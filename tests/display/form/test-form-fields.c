/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "form-fixture.h"

#include <string.h>

#include "mattra-form-choice.h"
#include "mattra-period-chooser.h"
#include "picture.h"
#include "seek.h"

/* What stands in which field of which measure. */
static void
test_shows (Form          *self,
            gconstpointer  data)
{
  static const struct
  {
    guint place;
    const char *field;
    guint nth;
    const char *text;
  } rows[] = {
    { 0, "number", 0, "๑" },
    { 0, "title", 0, "จัดทำคู่มือการปฏิบัติงาน" },
    { 0, "section", 0, "" },
    { 0, "period_text", 0, "1 ต.ค. 66 - 31 มี.ค. 67" },
    { 0, "steps", 0, "สำรวจงาน\nจัดทำคู่มือ\nเผยแพร่" },
    { 0, "results", 0, "สำรวจแล้ว ๑๒ งาน" },
    { 0, "obstacles", 0, "" },
    { 0, "extra:กลุ่มเป้าหมาย", 0, "บุคลากรทุกคน" },
    { 1, "responsible", 0, "ทุกส่วนราชการ" },
    { 1, "extra:กลุ่มเป้าหมาย", 0, "" },
    { 2, "recurrence", 0, "6" },
    { 3, "results", 0, "รับเรื่อง ๒ เรื่อง" },
    { 3, "results", 1, "ไม่มีเรื่องร้องเรียน" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = NULL;

      form_show (self, rows[i].place);
      text = form_text (self, rows[i].field, rows[i].nth);
      g_assert_cmpstr (text, ==, rows[i].text);
    }
  g_assert_cmpstr (self->drafts->str, ==, "");
}

/* A field is as high as its text, whichever measure was shown before and however wide it is. */
static void
test_height (Form          *self,
             gconstpointer  data)
{
  static const guint order[] = { 3, 0, 3, 1, 3, 0 };

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      GtkTextView *view = form_view (self, "responsible", 0);
      GtkTextIter end;
      int y = 0;
      int height = 0;

      form_show (self, order[i]);
      picture_settle ();
      gtk_text_buffer_get_end_iter (gtk_text_view_get_buffer (view), &end);
      gtk_text_view_get_line_yrange (view, &end, &y, &height);
      g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (view)), >=, y + height);
      g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (view)), <, y + 2 * height);
    }
}

/* A field that is typed and left is one act, with a name, and undone as one. */
static void
test_commit (Form          *self,
             gconstpointer  data)
{
  static const struct
  {
    const char *field;
    const char *text;
    const char *stored;
    const char *undo;
  } rows[] = {
    { "number", "๑๒", "12", "Change number" },
    { "title", "ชื่อใหม่", "ชื่อใหม่", "Change measure" },
    { "section", "ด้านบุคลากร", "ด้านบุคลากร", "Change section" },
    { "responsible", "กองคลัง\nกองช่าง", "กองคลัง\nกองช่าง", "Change responsible parties" },
    { "period_text", "ไตรมาส 2", "ไตรมาส 2", "Change period" },
    { "steps", "หนึ่ง\nสอง", "หนึ่ง\nสอง", "Change steps" },
    { "results", "ก\n\n ข ", "ก\nข", "Change results" },
    { "obstacles", "ไม่มี", "ไม่มี", "Change obstacles" },
    { "recommendations", "ควรทำต่อ", "ควรทำต่อ", "Change recommendations" },
    { "evidence", "https://example.go.th", "https://example.go.th", "Change evidence" },
    { "note", "หมายเหตุ", "หมายเหตุ", "Change note" },
    { "recurrence", "4", "4", "Change recurrence" },
    { "extra:กลุ่มเป้าหมาย", "ผู้บริหาร", "ผู้บริหาร", "Change column" },
  };

  form_show (self, 0);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *before = form_stored (self, 0, rows[i].field, NULL);
      g_autofree char *typed = form_stored (self, 0, rows[i].field, NULL);
      g_autofree char *after = NULL;
      g_autofree char *undone = NULL;
      g_autofree char *shown = NULL;

      form_type (self, rows[i].field, 0, rows[i].text);
      g_assert_cmpstr (typed, ==, before);
      form_leave (self);
      after = form_stored (self, 0, rows[i].field, NULL);
      g_assert_cmpstr (after, ==, rows[i].stored);
      g_assert_cmpstr (mattra_session_get_undo_name (self->session), ==, rows[i].undo);
      g_assert_true (g_str_has_suffix (self->drafts->str, "!;"));
      mattra_session_undo (self->session);
      form_finish (self);
      undone = form_stored (self, 0, rows[i].field, NULL);
      g_assert_cmpstr (undone, ==, before);
      shown = form_text (self, rows[i].field, 0);
      if (!g_str_equal (rows[i].field, "number"))
        g_assert_cmpstr (shown, ==, before);
    }
}

/* Escape gives up, Ctrl+Enter commits and stays, Enter commits a field of one line. */
static void
test_keys (Form          *self,
           gconstpointer  data)
{
  g_autofree char *given_up = NULL;
  g_autofree char *committed = NULL;
  g_autofree char *line = NULL;
  GtkWidget *view = NULL;

  form_show (self, 0);
  view = GTK_WIDGET (form_view (self, "results", 0));
  form_type (self, "results", 0, "ไม่เอา");
  g_assert_cmpstr (self->drafts->str, ==, "results=;results=ไม่เอา;");
  g_assert_true (form_press (view, GDK_KEY_Escape, 0));
  form_finish (self);
  given_up = form_text (self, "results", 0);
  g_assert_cmpstr (given_up, ==, "สำรวจแล้ว ๑๒ งาน");
  g_assert_true (g_str_has_suffix (self->drafts->str, "results!;"));
  g_assert_cmpuint (self->closed, ==, 0);

  form_type (self, "results", 0, "เอา");
  form_press (view, GDK_KEY_Return, 0);
  g_assert_true (form_press (view, GDK_KEY_Return, GDK_CONTROL_MASK));
  form_finish (self);
  committed = form_stored (self, 0, "results", NULL);
  g_assert_cmpstr (committed, ==, "เอา");
  g_assert_true (gtk_widget_has_focus (view));

  form_type (self, "section", 0, "หมวด");
  g_assert_true (form_press (GTK_WIDGET (form_view (self, "section", 0)), GDK_KEY_Return, 0));
  form_finish (self);
  line = form_stored (self, 0, "section", NULL);
  g_assert_cmpstr (line, ==, "หมวด");
}

/* What is understood stands below while one types; what can't be is kept and says why. */
static void
test_understood (Form          *self,
                 gconstpointer  data)
{
  static const struct
  {
    const char *field;
    const char *text;
    const char *note;
  } rows[] = {
    { "period_text", "ไตรมาส 1", "๑ ต.ค. ๒๕๖๖" },
    { "number", "x", "A whole number from 1 on" },
    { "title", " ", "A measure needs a name" },
    { "responsible", "บริษัทนอก", "No division of this register" },
  };

  form_show (self, 0);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *note = NULL;

      form_type (self, rows[i].field, 0, rows[i].text);
      note = form_note (self, rows[i].field, 0);
      g_assert_nonnull (strstr (note, rows[i].note));
      g_assert_true (form_press (GTK_WIDGET (form_view (self, rows[i].field, 0)), GDK_KEY_Escape, 0));
    }
}

/* A text that is refused stays in its field, with the reason; mended it is taken. */
static void
test_refused (Form          *self,
              gconstpointer  data)
{
  static const struct
  {
    const char *field;
    const char *text;
    const char *mended;
  } rows[] = { { "number", "๑ก", "7" }, { "recurrence", "บ่อย", "3" } };

  form_show (self, 0);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *kept = NULL;
      g_autofree char *note = NULL;
      g_autofree char *stored = NULL;
      g_autofree char *mended = NULL;

      form_type (self, rows[i].field, 0, rows[i].text);
      form_leave (self);
      kept = form_text (self, rows[i].field, 0);
      g_assert_cmpstr (kept, ==, rows[i].text);
      note = form_note (self, rows[i].field, 0);
      g_assert_cmpstr (note, !=, "");
      stored = form_stored (self, 0, rows[i].field, NULL);
      g_assert_cmpstr (stored, !=, rows[i].text);
      form_type (self, rows[i].field, 0, rows[i].mended);
      form_leave (self);
      mended = form_stored (self, 0, rows[i].field, NULL);
      g_assert_cmpstr (mended, ==, rows[i].mended);
    }
}

/* Somebody else's change does not take what is being typed, but is told; elsewhere it is shown. */
static void
test_meanwhile (Form          *self,
                gconstpointer  data)
{
  g_autofree char *typed = NULL;
  g_autofree char *note = NULL;
  g_autofree char *other = NULL;
  g_autofree char *stored = NULL;

  form_show (self, 0);
  form_type (self, "results", 0, "ของฉัน");
  form_set_other (self, 0, "results", NULL, "ของคนอื่น");
  form_set_other (self, 0, "obstacles", NULL, "ฝนตก");
  typed = form_text (self, "results", 0);
  g_assert_cmpstr (typed, ==, "ของฉัน");
  note = form_note (self, "results", 0);
  g_assert_nonnull (strstr (note, "ของคนอื่น"));
  other = form_text (self, "obstacles", 0);
  g_assert_cmpstr (other, ==, "ฝนตก");
  form_leave (self);
  stored = form_stored (self, 0, "results", NULL);
  g_assert_cmpstr (stored, ==, "ของฉัน");
}

/* What was typed for one measure is committed for it, although another is shown by then. */
static void
test_turn (Form          *self,
           gconstpointer  data)
{
  g_autofree char *stored = NULL;
  g_autofree char *other = NULL;
  g_autofree char *title = NULL;

  form_show (self, 0);
  form_type (self, "results", 0, "พิมพ์ไว้");
  form_show (self, 2);
  stored = form_stored (self, 0, "results", NULL);
  g_assert_cmpstr (stored, ==, "พิมพ์ไว้");
  other = form_stored (self, 2, "results", NULL);
  g_assert_cmpstr (other, ==, "");
  title = form_text (self, "title", 0);
  g_assert_cmpstr (title, ==, "รายงานการใช้รถราชการ");
  g_assert_true (g_str_has_suffix (self->drafts->str, "results!;"));
}

/* An invalid text waits for its measure to come back. */
static void
test_kept (Form          *self,
           gconstpointer  data)
{
  g_autofree char *other = NULL;
  g_autofree char *kept = NULL;

  form_show (self, 0);
  form_type (self, "number", 0, "เจ็ด");
  form_show (self, 2);
  other = form_text (self, "number", 0);
  g_assert_cmpstr (other, ==, "๓");
  form_show (self, 0);
  kept = form_text (self, "number", 0);
  g_assert_cmpstr (kept, ==, "เจ็ด");
}

/* A draft comes back as if it had just been typed. */
static void
test_draft (Form          *self,
            gconstpointer  data)
{
  g_autofree char *text = NULL;
  g_autofree char *of_division = NULL;
  g_autofree char *stored = NULL;

  mattra_measure_form_set_measure (self->form, self->ids[0]);
  mattra_measure_form_set_draft (self->form, "obstacles", NULL, "ร่าง");
  form_finish (self);
  text = form_text (self, "obstacles", 0);
  g_assert_cmpstr (text, ==, "ร่าง");
  stored = form_stored (self, 0, "obstacles", NULL);
  g_assert_cmpstr (stored, ==, "");
  mattra_measure_form_commit (self->form);
  form_show (self, 1);
  mattra_measure_form_set_draft (self->form, "results", self->second, "ร่างของกอง");
  form_finish (self);
  of_division = form_text (self, "results", 0);
  g_assert_cmpstr (of_division, ==, "ร่างของกอง");
}

/* Which of the words of the list is marked. */
static const char *
find_chosen (Form       *self,
             const char *field)
{
  GtkMenuButton *button = GTK_MENU_BUTTON (seek (GTK_WIDGET (form_cell (self, field, 0)), GTK_TYPE_MENU_BUTTON, NULL));
  GtkListBoxRow *row = NULL;

  gtk_menu_button_popup (button);
  row = gtk_list_box_get_selected_row (
    GTK_LIST_BOX (seek (GTK_WIDGET (gtk_menu_button_get_popover (button)), GTK_TYPE_LIST_BOX, NULL)));
  gtk_menu_button_popdown (button);
  return row ? g_object_get_data (G_OBJECT (row), "word") : NULL;
}

/* Status and indicator are chosen; a status is stated or computed. */
static void
test_choices (Form          *self,
              gconstpointer  data)
{
  g_autofree char *computed = NULL;
  g_autofree char *stated = NULL;
  g_autofree char *stored = NULL;
  g_autofree char *indicator = NULL;
  g_autofree char *taken_back = NULL;

  form_show (self, 0);
  computed = form_note (self, "status", 0);
  g_assert_cmpstr (computed, ==, "By the dates and results");
  mattra_form_choice_choose (MATTRA_FORM_CHOICE (form_cell (self, "status", 0)), "Done");
  form_finish (self);
  stated = form_note (self, "status", 0);
  g_assert_cmpstr (stated, ==, "As stated");
  stored = form_stored (self, 0, "status", NULL);
  g_assert_cmpstr (stored, ==, "done");
  mattra_form_choice_choose (MATTRA_FORM_CHOICE (form_cell (self, "status", 0)), "Not started");
  form_finish (self);
  g_assert_cmpstr (find_chosen (self, "status"), ==, "Not started");
  mattra_form_choice_choose (MATTRA_FORM_CHOICE (form_cell (self, "status", 0)), "");
  form_finish (self);
  taken_back = form_stored (self, 0, "status", NULL);
  g_assert_cmpstr (taken_back, ==, "");
  mattra_form_choice_choose (MATTRA_FORM_CHOICE (form_cell (self, "ita_indicator", 0)), "3");
  form_finish (self);
  indicator = form_stored (self, 0, "ita_indicator", NULL);
  g_assert_cmpstr (indicator, ==, "3");
}

/* A party is added as a line, a period from the calendar; each is committed at once. */
static void
test_tools (Form          *self,
            gconstpointer  data)
{
  g_autofree char *parties = NULL;
  g_autofree char *period = NULL;
  GtkWidget *button = NULL;
  GtkWidget *chooser = NULL;

  form_show (self, 1);
  button = seek (GTK_WIDGET (form_cell (self, "responsible", 0)), GTK_TYPE_MENU_BUTTON, NULL);
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  picture_settle ();
  gtk_widget_activate (seek (button, GTK_TYPE_LIST_BOX_ROW, NULL));
  form_finish (self);
  parties = form_stored (self, 1, "responsible", NULL);
  g_assert_true (g_str_has_prefix (parties, "ทุกส่วนราชการ\n"));

  button = seek (GTK_WIDGET (form_cell (self, "period_text", 0)), GTK_TYPE_MENU_BUTTON, NULL);
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  picture_settle ();
  chooser = seek (button, MATTRA_TYPE_PERIOD_CHOOSER, NULL);
  mattra_period_chooser_set_period (MATTRA_PERIOD_CHOOSER (chooser), mattra_date_make (2023, 10, 1),
                                    mattra_date_make (2024, 3, 31));
  g_signal_emit_by_name (chooser, "chosen");
  form_finish (self);
  period = form_stored (self, 1, "period_text", NULL);
  g_assert_cmpstr (period, ==, "๑ ต.ค. ๒๕๖๖ – ๓๑ มี.ค. ๒๕๖๗");
}

/* Reading only, nothing can be typed, all can be selected, and it is said why. */
static void
test_read_only (Form          *self,
                gconstpointer  data)
{
  static const char *const fields[] = { "title", "steps", "results", "note" };

  form_show (self, 0);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      GtkTextView *view = form_view (self, fields[i], 0);

      g_assert_false (gtk_text_view_get_editable (view));
      g_assert_true (gtk_widget_is_sensitive (GTK_WIDGET (view)));
      g_assert_nonnull (gtk_widget_get_tooltip_text (GTK_WIDGET (view)));
    }
  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (form_view (self, "results", 0))));
  form_press (GTK_WIDGET (form_view (self, "results", 0)), GDK_KEY_a, 0);
  {
    g_autofree char *note = form_note (self, "results", 0);

    g_assert_nonnull (strstr (note, "reading only"));
  }
}

/* Measures before and after, and the end of it. */
static void
test_navigate (Form          *self,
               gconstpointer  data)
{
  GtkWidget *view = NULL;

  form_show (self, 0);
  view = GTK_WIDGET (form_view (self, "title", 0));
  g_assert_true (form_press (view, GDK_KEY_Page_Down, GDK_CONTROL_MASK));
  g_assert_cmpint (self->navigated, ==, 1);
  g_assert_true (form_press (view, GDK_KEY_Page_Up, GDK_CONTROL_MASK));
  g_assert_cmpint (self->navigated, ==, 0);
  seek_click (GTK_WIDGET (self->form), "Next Measure");
  g_assert_cmpint (self->navigated, ==, 1);
  g_assert_false (form_press (view, GDK_KEY_Escape, 0));
  gtk_widget_activate_action (view, "form.close", NULL);
  g_assert_cmpuint (self->closed, ==, 1);
  mattra_measure_form_set_measure (self->form, NULL);
  form_finish (self);
  g_assert_true (gtk_widget_get_mapped (seek (GTK_WIDGET (self->form), ADW_TYPE_STATUS_PAGE, NULL)));
}

static gboolean
is_seen (Form       *self,
         const char *field)
{
  g_autoptr (GPtrArray) found = seek_all (GTK_WIDGET (self->form), MATTRA_TYPE_FORM_CELL, NULL);

  for (guint i = 0; i < found->len; i++)
    if (g_str_equal (gtk_widget_get_name (g_ptr_array_index (found, i)), field))
      return gtk_widget_get_visible (g_ptr_array_index (found, i));
  return FALSE;
}

/* A column that one measure has is there for each, also for the first one that is shown. */
static void
test_extras (Form          *self,
             gconstpointer  data)
{
  form_show (self, 1);
  g_assert_true (is_seen (self, "extra:กลุ่มเป้าหมาย"));
  form_set_other (self, 2, "extra:หมายเหตุพิเศษ", NULL, "ใหม่");
  form_finish (self);
  g_assert_true (is_seen (self, "extra:หมายเหตุพิเศษ"));
}

int
main (int    argc,
      char **argv)
{
  static const FormTest tests[] = {
    { "height", test_height },   { "shows", test_shows },           { "commit", test_commit },
    { "keys", test_keys },       { "understood", test_understood }, { "refused", test_refused },
    { "turn", test_turn },       { "meanwhile", test_meanwhile },   { "kept", test_kept },
    { "draft", test_draft },     { "choices", test_choices },       { "tools", test_tools },
    { "extras", test_extras },   { "navigate", test_navigate },
    { "read-only", test_read_only, "read-only" },
  };

  return form_run (&argc, &argv, "/form/fields", tests, G_N_ELEMENTS (tests));
}
