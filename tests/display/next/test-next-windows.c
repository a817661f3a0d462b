/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>

#include "mattra-edit.h"
#include "mattra-find.h"
#include "mattra-library-dialog.h"
#include "mattra-meeting-bar.h"
#include "mattra-meeting-minutes.h"
#include "mattra-meeting-window.h"
#include "mattra-next-year-dialog.h"
#include "mattra-years-window.h"
#include "picture.h"
#include "sample-desk.h"
#include "seek.h"

#define YEAR 2569
#define N_MEASURES 16

static MattraApplication *application;

static MattraSession *
get_session (SampleDesk *self)
{
  return mattra_window_get_session (self->window);
}

/* Returns: (transfer none): the window of a type that is shown */
static GtkWidget *
find_window (GType type)
{
  GListModel *all = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (all, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type) && gtk_widget_get_mapped (window))
        return window;
    }
  return NULL;
}

static GtkWidget *
open_window (SampleDesk *self,
             const char *action,
             GType       type)
{
  sample_desk_act (self, action);
  sample_desk_finish (self);
  g_assert_nonnull (find_window (type));
  return find_window (type);
}

typedef struct
{
  SampleDesk *desk;
  int year;
} Wanted;

static gboolean
shows_year (gpointer data)
{
  const Wanted *wanted = data;

  return mattra_plan_get_fiscal_year (mattra_session_get_plan (get_session (wanted->desk))) == wanted->year;
}

static void
wait_year (SampleDesk *self,
           int         year)
{
  Wanted wanted = { self, year };

  picture_wait (shows_year, &wanted);
  sample_desk_finish (self);
}

static guint
count_rows (SampleDesk *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (mattra_table_page_get_list (sample_desk_table (self))));
}

static void
start_year (SampleDesk *self)
{
  GtkWidget *dialog = open_window (self, "next-year", MATTRA_TYPE_NEXT_YEAR_DIALOG);

  gtk_switch_set_active (GTK_SWITCH (seek (dialog, GTK_TYPE_SWITCH, NULL)), TRUE);
  seek_click (dialog, "_Start");
  wait_year (self, YEAR + 1);
  g_assert_cmpuint (count_rows (self), ==, N_MEASURES);
  gtk_window_close (GTK_WINDOW (dialog));
  picture_settle ();
}

/* The next year is there, is told, and one undo takes it back; it cannot be started twice. */
static void
test_next_year (SampleDesk    *self,
                gconstpointer  data)
{
  GtkWidget *dialog = open_window (self, "next-year", MATTRA_TYPE_NEXT_YEAR_DIALOG);

  picture_save_both (dialog, "next-year");
  seek_click (dialog, "_Start");
  wait_year (self, YEAR + 1);
  g_assert_nonnull (seek (dialog, ADW_TYPE_STATUS_PAGE, NULL));
  g_assert_nonnull (strstr (adw_status_page_get_description (ADW_STATUS_PAGE (seek (dialog, ADW_TYPE_STATUS_PAGE, NULL))),
                            "1 cancelled measure stays behind"));
  picture_save_both (dialog, "next-year-done");
  gtk_window_close (GTK_WINDOW (dialog));
  picture_settle ();
  /* One was cancelled. */
  g_assert_cmpuint (count_rows (self), ==, N_MEASURES - 1);
  mattra_session_set_year (get_session (self), YEAR);
  wait_year (self, YEAR);
  dialog = open_window (self, "next-year", MATTRA_TYPE_NEXT_YEAR_DIALOG);
  g_assert_false (gtk_widget_is_sensitive (seek (dialog, GTK_TYPE_BUTTON, "_Start")));
  picture_save (dialog, "next-year-taken");
  gtk_window_close (GTK_WINDOW (dialog));
  picture_settle ();
}

typedef struct
{
  const char *target;
  const char *field;
  const char *value;
} Change;

static gboolean
run_change (MattraStore  *store,
            MattraPlan   *plan,
            gpointer      data,
            GError      **error)
{
  const Change *change = data;
  const MattraEdit edit = { change->target, change->field, change->value, MATTRA_ROUND_FIRST_HALF, NULL };

  return mattra_edit_set_exactly (store, plan, &edit, error);
}

static void
set (SampleDesk *self,
     const char *target,
     const char *field,
     const char *value)
{
  Change change = { target, field, value };

  mattra_session_act_async (get_session (self), "set", NULL, run_change, &change, NULL, NULL, NULL);
  sample_desk_finish (self);
}

/* Without a year before, what to do is said, and no file is named. */
static void
assert_nothing_before (SampleDesk *self)
{
  GtkWidget *window = open_window (self, "compare-years", MATTRA_TYPE_YEARS_WINDOW);
  GtkWidget *page = seek (window, ADW_TYPE_STATUS_PAGE, NULL);
  const char *text = adw_status_page_get_description (ADW_STATUS_PAGE (page));

  g_assert_true (g_str_has_prefix (text, "The register has no year before 2569."));
  gtk_window_close (GTK_WINDOW (window));
  picture_settle ();
}

static gboolean
run_insert (MattraStore  *store,
            MattraPlan   *plan,
            gpointer      data,
            GError      **error)
{
  g_autoptr (MattraMeasure) measure = mattra_measure_new ();

  mattra_measure_set_number (measure, 99);
  mattra_measure_set_title (measure, "มาตรการที่เพิ่มใหม่");
  return mattra_store_insert_measure (store, mattra_plan_get_id (plan), measure, error);
}

static void
let_through (SampleDesk *self,
             guint       years)
{
  const MattraFilter filter = { .years = years };

  mattra_session_set_filter (get_session (self), &filter);
  for (guint i = 0; i < 3; i++)
    sample_desk_finish (self);
}

static void
assert_mark (SampleDesk     *self,
             guint           row,
             MattraYearMark  expected)
{
  MattraMeasureList *list = mattra_table_page_get_list (sample_desk_table (self));

  g_assert_cmpint (mattra_measure_list_get_mark (list, mattra_measure_list_get_id (list, row)), ==, expected);
}

static void
assert_marks (SampleDesk           *self,
              const MattraYearMark *expected,
              guint                 n)
{
  for (guint i = 0; i < n; i++)
    assert_mark (self, i, expected[i]);
}

/* The rest, as it was, is last either way; what is written takes its place. */
static void
check_sorted (SampleDesk *self)
{
  static const MattraYearMark ascending[] = {
    MATTRA_YEAR_MARK_NEW, MATTRA_YEAR_MARK_CHANGED, MATTRA_YEAR_MARK_CHANGED, MATTRA_YEAR_MARK_CHANGED,
    MATTRA_YEAR_MARK_NONE,
  };
  static const MattraYearMark descending[] = {
    MATTRA_YEAR_MARK_CHANGED, MATTRA_YEAR_MARK_CHANGED, MATTRA_YEAR_MARK_CHANGED, MATTRA_YEAR_MARK_NEW,
    MATTRA_YEAR_MARK_NONE,
  };
  static const MattraYearMark after[] = {
    MATTRA_YEAR_MARK_CHANGED, MATTRA_YEAR_MARK_CHANGED, MATTRA_YEAR_MARK_CHANGED, MATTRA_YEAR_MARK_CHANGED,
    MATTRA_YEAR_MARK_NEW, MATTRA_YEAR_MARK_NONE,
  };
  MattraMeasureList *list = mattra_table_page_get_list (sample_desk_table (self));

  mattra_measure_list_set_sort (list, "year_mark", FALSE);
  let_through (self, 0);
  assert_marks (self, ascending, G_N_ELEMENTS (ascending));
  mattra_measure_list_set_sort (list, "year_mark", TRUE);
  let_through (self, 0);
  assert_marks (self, descending, G_N_ELEMENTS (descending));
  set (self, "7", "title", "อีกชื่อหนึ่งของมาตรการ");
  let_through (self, 0);
  assert_marks (self, after, G_N_ELEMENTS (after));
  mattra_measure_list_set_sort (list, NULL, FALSE);
  let_through (self, 0);
}

/* The table tells and filters what is new and changed by the same numbers, and follows what is written. */
static void
check_marks (SampleDesk *self)
{
  MattraGrid *grid = mattra_table_page_get_grid (sample_desk_table (self));

  let_through (self, 1u << MATTRA_YEAR_MARK_CHANGED);
  g_assert_cmpuint (count_rows (self), ==, 2);
  let_through (self, 1u << MATTRA_YEAR_MARK_NEW);
  g_assert_cmpuint (count_rows (self), ==, 0);
  let_through (self, 0);
  assert_mark (self, 1, MATTRA_YEAR_MARK_NONE);
  mattra_grid_column_set_visible (mattra_grid_find_column (grid, "year_mark"), TRUE);
  let_through (self, 0);
  assert_mark (self, 0, MATTRA_YEAR_MARK_NONE);
  assert_mark (self, 1, MATTRA_YEAR_MARK_CHANGED);
  set (self, "4", "title", "อีกชื่อหนึ่ง");
  let_through (self, 0);
  assert_mark (self, 3, MATTRA_YEAR_MARK_CHANGED);
  let_through (self, 1u << MATTRA_YEAR_MARK_CHANGED);
  g_assert_cmpuint (count_rows (self), ==, 3);
  mattra_session_act_async (get_session (self), "insert-measure", NULL, run_insert, NULL, NULL, NULL, NULL);
  sample_desk_finish (self);
  let_through (self, 1u << MATTRA_YEAR_MARK_NEW);
  g_assert_cmpuint (count_rows (self), ==, 1);
  assert_mark (self, 0, MATTRA_YEAR_MARK_NEW);
  picture_save_both (GTK_WIDGET (self->window), "years-marks");
  let_through (self, 0);
  check_sorted (self);
}

static void
test_compare (SampleDesk    *self,
              gconstpointer  data)
{
  GtkWidget *window = NULL;

  assert_nothing_before (self);
  start_year (self);
  window = open_window (self, "compare-years", MATTRA_TYPE_YEARS_WINDOW);
  picture_save (window, "years-same");
  set (self, "2", "title", "ชื่อใหม่ของมาตรการ");
  set (self, "3", "steps", "ขั้นตอนเดียว");
  sample_desk_finish (self);
  g_assert_nonnull (seek (window, GTK_TYPE_LABEL, "Fiscal year 2569 → 2570: 0 new, 2 changed, 0 dropped"));
  picture_save_both (window, "years-changed");
  check_marks (self);
  gtk_window_close (GTK_WINDOW (window));
  picture_settle ();
}

static void
toggle (GtkWidget *dialog,
        guint      place)
{
  g_autoptr (GPtrArray) checks = seek_all (dialog, GTK_TYPE_CHECK_BUTTON, NULL);

  g_assert_cmpuint (checks->len, >, place);
  gtk_check_button_set_active (g_ptr_array_index (checks, place), TRUE);
}

/* Two measures of the sample are added behind the office's own as one step. */
static void
test_library (SampleDesk    *self,
              gconstpointer  data)
{
  GtkWidget *dialog = open_window (self, "library", MATTRA_TYPE_LIBRARY_DIALOG);

  g_assert_false (gtk_widget_is_sensitive (seek (dialog, GTK_TYPE_BUTTON, "_Add")));
  toggle (dialog, 0);
  toggle (dialog, 2);
  picture_save_both (dialog, "library");
  gtk_editable_set_text (GTK_EDITABLE (seek (dialog, GTK_TYPE_SEARCH_ENTRY, NULL)), "งบประมาณ");
  picture_settle ();
  seek_click (dialog, "_Add 2 Measures");
  sample_desk_finish (self);
  g_assert_null (find_window (MATTRA_TYPE_LIBRARY_DIALOG));
  g_assert_cmpuint (count_rows (self), ==, N_MEASURES + 2);
  mattra_session_undo (get_session (self));
  sample_desk_finish (self);
  g_assert_cmpuint (count_rows (self), ==, N_MEASURES);
}

static void
press (GtkWidget *window,
       guint      keyval)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (window);
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !handled; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller)
          && gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, 0, &handled);
    }
}

static GtkEditable *
find_entry (GtkWidget *window)
{
  GtkWidget *bar = seek (window, MATTRA_TYPE_MEETING_BAR, NULL);

  return GTK_EDITABLE (seek (bar, GTK_TYPE_ENTRY, NULL));
}

static GtkDropDown *
find_kind (GtkWidget *window)
{
  return GTK_DROP_DOWN (seek (seek (window, MATTRA_TYPE_MEETING_BAR, NULL), GTK_TYPE_DROP_DOWN, NULL));
}

/* Keys of a keyboard and of a presenter's remote control go from one measure to the next. */
static void
test_meeting_keys (SampleDesk    *self,
                   gconstpointer  data)
{
  static const struct
  {
    guint keyval;
    guint place;
  } rows[] = {
    { GDK_KEY_Page_Down, 1 }, { GDK_KEY_space, 2 },     { GDK_KEY_Right, 3 },     { GDK_KEY_Page_Up, 2 },
    { GDK_KEY_Left, 1 },      { GDK_KEY_End, N_MEASURES - 1 }, { GDK_KEY_Page_Down, N_MEASURES - 1 },
    { GDK_KEY_Home, 0 },      { GDK_KEY_BackSpace, 0 },
  };
  GtkWidget *window = open_window (self, "meeting", MATTRA_TYPE_MEETING_WINDOW);

  picture_save_both (window, "meeting");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      press (window, rows[i].keyval);
      sample_desk_finish (self);
      g_assert_cmpuint (mattra_meeting_window_get_place (MATTRA_MEETING_WINDOW (window)), ==, rows[i].place);
    }
  press (window, GDK_KEY_Escape);
  picture_settle ();
  g_assert_null (find_window (MATTRA_TYPE_MEETING_WINDOW));
}

typedef struct
{
  char *period;
  guint n_minutes;
  char *last;
} Found;

static gboolean
look (MattraStore  *store,
      MattraPlan   *plan,
      gpointer      data,
      GError      **error)
{
  Found *found = data;
  g_autoptr (MattraMeasure) measure = mattra_find_measure (store, plan, "1", error);
  g_autoptr (GPtrArray) minutes = mattra_store_list_minutes (store, mattra_plan_get_id (plan), MATTRA_DATE_NONE, error);

  found->period = g_strdup (mattra_measure_get_period_text (measure));
  found->n_minutes = minutes->len;
  if (minutes->len > 0)
    found->last = g_strdup (((MattraMinute *) g_ptr_array_index (minutes, minutes->len - 1))->text);
  return TRUE;
}

static void
assert_found (SampleDesk *self,
              const char *period,
              guint       n_minutes,
              const char *last)
{
  Found found = { NULL };

  mattra_session_query_async (get_session (self), look, &found, NULL, NULL, NULL);
  sample_desk_finish (self);
  g_assert_cmpstr (found.period, ==, period);
  g_assert_cmpuint (found.n_minutes, ==, n_minutes);
  g_assert_cmpstr (found.last, ==, last);
  g_free (found.period);
  g_free (found.last);
}

/* A decision is one step: it changes the measure and stands in the minutes; undo takes both back. */
static void
test_meeting_decisions (SampleDesk    *self,
                        gconstpointer  data)
{
  GtkWidget *window = open_window (self, "meeting", MATTRA_TYPE_MEETING_WINDOW);

  gtk_drop_down_set_selected (find_kind (window), 2);
  gtk_editable_set_text (find_entry (window), "ต.ค. ๖๘ - เม.ย. ๖๙");
  seek_click (window, "_Write Down");
  sample_desk_finish (self);
  assert_found (self, "ต.ค. ๖๘ - เม.ย. ๖๙", 1, "ให้ปรับระยะเวลาดำเนินการเป็น “ต.ค. ๖๘ - เม.ย. ๖๙”");
  g_assert_cmpstr (gtk_editable_get_text (find_entry (window)), ==, "");
  gtk_editable_set_text (find_entry (window), "ให้รายงานทุกเดือน");
  seek_click (window, "_Write Down");
  sample_desk_finish (self);
  assert_found (self, "ต.ค. ๖๘ - เม.ย. ๖๙", 2, "ให้รายงานทุกเดือน");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (seek (window, GTK_TYPE_TOGGLE_BUTTON, "_Minutes")), TRUE);
  sample_desk_finish (self);
  picture_save_both (window, "meeting-minutes");
  mattra_session_undo (get_session (self));
  mattra_session_undo (get_session (self));
  sample_desk_finish (self);
  assert_found (self, "ต.ค. ๖๘ - ก.พ. ๖๙", 0, NULL);
  gtk_window_close (GTK_WINDOW (window));
  picture_settle ();
}

static GtkWidget *
find_corrector (GtkWidget *window)
{
  GtkWidget *minutes = seek (window, MATTRA_TYPE_MEETING_MINUTES, NULL);

  return seek (minutes, GTK_TYPE_MENU_BUTTON, NULL);
}

/* What is typed into a line stays while lines are added elsewhere, and they come when it is done. */
static void
test_meeting_corrected (SampleDesk    *self,
                        gconstpointer  data)
{
  GtkWidget *window = open_window (self, "meeting", MATTRA_TYPE_MEETING_WINDOW);
  GtkPopover *popover = NULL;
  GtkWidget *entry = NULL;

  gtk_editable_set_text (find_entry (window), "ให้รายงานทุกเดือน");
  seek_click (window, "_Write Down");
  sample_desk_finish (self);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (seek (window, GTK_TYPE_TOGGLE_BUTTON, "_Minutes")), TRUE);
  sample_desk_finish (self);
  gtk_menu_button_popup (GTK_MENU_BUTTON (find_corrector (window)));
  picture_settle ();
  popover = gtk_menu_button_get_popover (GTK_MENU_BUTTON (find_corrector (window)));
  entry = gtk_popover_get_child (popover);
  gtk_editable_set_text (GTK_EDITABLE (entry), "ให้รายงานทุกไตรมาส");
  gtk_editable_set_text (find_entry (window), "อีกเรื่องหนึ่ง");
  seek_click (window, "_Write Down");
  sample_desk_finish (self);
  g_assert_true (gtk_widget_get_mapped (entry));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "ให้รายงานทุกไตรมาส");
  g_signal_emit_by_name (entry, "activate");
  sample_desk_finish (self);
  sample_desk_finish (self);
  g_assert_nonnull (seek (window, GTK_TYPE_LABEL, "มาตรการที่ 1: ให้รายงานทุกไตรมาส"));
  g_assert_nonnull (seek (window, GTK_TYPE_LABEL, "มาตรการที่ 1: อีกเรื่องหนึ่ง"));
  gtk_window_destroy (GTK_WINDOW (window));
  picture_settle ();
}

/* What is typed waits with its measure, also over the end of the window. */
static void
test_meeting_draft (SampleDesk    *self,
                    gconstpointer  data)
{
  GtkWidget *window = open_window (self, "meeting", MATTRA_TYPE_MEETING_WINDOW);

  press (window, GDK_KEY_Page_Down);
  sample_desk_finish (self);
  gtk_editable_set_text (find_entry (window), "พิมพ์ค้างไว้");
  press (window, GDK_KEY_Page_Down);
  sample_desk_finish (self);
  g_assert_cmpstr (gtk_editable_get_text (find_entry (window)), ==, "");
  press (window, GDK_KEY_Page_Up);
  sample_desk_finish (self);
  g_assert_cmpstr (gtk_editable_get_text (find_entry (window)), ==, "พิมพ์ค้างไว้");
  gtk_window_destroy (GTK_WINDOW (window));
  picture_settle ();
  window = open_window (self, "meeting", MATTRA_TYPE_MEETING_WINDOW);
  g_assert_cmpuint (mattra_meeting_window_get_place (MATTRA_MEETING_WINDOW (window)), ==, 1);
  g_assert_cmpstr (gtk_editable_get_text (find_entry (window)), ==, "พิมพ์ค้างไว้");
  gtk_window_destroy (GTK_WINDOW (window));
  picture_settle ();
}

/* Recommendations stand in the form, and are answered there. */
static void
test_carried (SampleDesk    *self,
              gconstpointer  data)
{
  start_year (self);
  set (self, "1", "title", "จัดทำคู่มือการปฏิบัติงาน");
  mattra_table_page_go_to (sample_desk_table (self),
                           mattra_measure_list_get_id (mattra_table_page_get_list (sample_desk_table (self)), 0), "title");
  g_action_group_change_action_state (G_ACTION_GROUP (self->window), "form", g_variant_new_boolean (TRUE));
  sample_desk_finish (self);
  sample_desk_finish (self);
  picture_save_both (GTK_WIDGET (self->window), "carried");
  g_assert_nonnull (seek (GTK_WIDGET (self->window), GTK_TYPE_LABEL, "Recommended Before, to Be Answered"));
}

static gboolean
asks (gpointer data)
{
  return seek_dialog (data) != NULL;
}

static gboolean
shows_whole_year (gpointer data)
{
  return mattra_session_get_round (get_session (data)) == MATTRA_ROUND_FULL_YEAR;
}

/* Going on to the whole year is asked, shown, and one step. */
static void
test_next_round (SampleDesk    *self,
                 gconstpointer  data)
{
  guint n_undone = 0;

  mattra_session_set_round (get_session (self), MATTRA_ROUND_FIRST_HALF);
  sample_desk_act (self, "next-round");
  picture_wait (asks, self->window);
  picture_save_both (GTK_WIDGET (seek_dialog (self->window)), "next-round");
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (seek_dialog (self->window)), "go-on");
  picture_wait (shows_whole_year, self);
  sample_desk_finish (self);
  while (g_action_group_get_action_enabled (G_ACTION_GROUP (self->window), "undo") && n_undone < 2)
    {
      mattra_session_undo (get_session (self));
      sample_desk_finish (self);
      n_undone++;
    }
  g_assert_cmpuint (n_undone, ==, 1);
}

static void
set_up (SampleDesk    *self,
        gconstpointer  data)
{
  sample_desk_init (self, application);
}

static void
tear_down (SampleDesk    *self,
           gconstpointer  data)
{
  sample_desk_clear (self);
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *path;
    void (*run) (SampleDesk *self, gconstpointer data);
  } tests[] = {
    { "/next/windows/next-year", test_next_year },
    { "/next/windows/next-round", test_next_round },
    { "/next/windows/compare", test_compare },
    { "/next/windows/library", test_library },
    { "/next/windows/carried", test_carried },
    { "/next/windows/meeting-keys", test_meeting_keys },
    { "/next/windows/meeting-decisions", test_meeting_decisions },
    { "/next/windows/meeting-corrected", test_meeting_corrected },
    { "/next/windows/meeting-draft", test_meeting_draft },
  };
  int result;

  application = sample_desk_start (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, SampleDesk, NULL, set_up, tests[i].run, tear_down);
  result = g_test_run ();
  g_object_unref (application);
  return result;
}
