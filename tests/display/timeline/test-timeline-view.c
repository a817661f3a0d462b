/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-settings.h"
#include "mattra-timeline-page.h"
#include "mattra-timeline-row.h"
#include "mattra-timeline-words.h"
#include "picture.h"
#include "real-events.h"
#include "register-fixture.h"
#include "seek.h"

#define ROWS                                                                                                          \
  "1\tแนวทางการใช้งบประมาณและการเผยแพร่แผนการจัดซื้อจัดจ้างให้ประชาชนทราบ\tประชุมชี้แจง\tกองคลัง\tต.ค. 65 - ก.ย. 66\tดำเนินการแล้ว\n" \
  "2\tการจัดซื้อจัดจ้าง\tเผยแพร่แผน\tกองคลัง\tต.ค. 65 - มี.ค. 66\t\n"                                                        \
  "3\tการให้บริการประชาชน\tจัดทำคู่มือ\tสำนักปลัด\tพ.ย. 65 และ ก.พ. 66\tจัดทำแล้ว\n"                                             \
  "4\tการรับเรื่องร้องเรียน\tจัดช่องทาง\tสำนักปลัด, กองคลัง\tมี.ค. 66 - 15 ก.ค. 66\t\n"                                          \
  "5\tการประเมินความเสี่ยง\tประเมิน\tสำนักปลัด\tภายในวันที่ 30 มิถุนายน 2566\t\n"                                                \
  "6\tการสร้างเครือข่าย\tอบรม\tบริษัทสมชาย\tก.ย. 66 - ธ.ค. 66\t\n"                                                          \
  "7\tการถ่ายทอดนโยบาย\tประกาศ\tกองช่าง\tก.พ. 66\tประกาศแล้ว\n"
#define TODAY "2023-06-20"

typedef struct
{
  RegisterFixture base;
  GtkWidget *page;
  MattraTimeline *timeline;
  GSettings *settings;
  char *opened;
} Fixture;

static void
note_open (Fixture    *self,
           const char *measure)
{
  g_free (self->opened);
  self->opened = g_strdup (measure);
}

static gboolean
is_ready (gpointer data)
{
  return !mattra_timeline_get_pending (data);
}

static void
finish (Fixture *self)
{
  register_fixture_finish (&self->base);
  picture_wait (is_ready, self->timeline);
  picture_settle ();
}

static void
show (Fixture *self,
      int      width,
      int      height)
{
  self->page = mattra_timeline_page_new (self->base.session, self->settings);
  self->timeline = mattra_timeline_page_get_timeline (MATTRA_TIMELINE_PAGE (self->page));
  g_object_add_weak_pointer (G_OBJECT (self->page), (gpointer *) &self->page);
  g_signal_connect_swapped (self->page, "open", G_CALLBACK (note_open), self);
  register_fixture_show (&self->base, self->page, width, height);
  finish (self);
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  static const char *const begun[] = { "2", "4", "5" };

  self->opened = NULL;
  self->settings = mattra_settings_new ();
  g_settings_set_string (self->settings, "digits", "western");
  picture_set_language ("en");
  register_fixture_init (&self->base, data, TODAY);
  for (guint i = 0; i < G_N_ELEMENTS (begun); i++)
    register_fixture_set (&self->base, begun[i], "status", "in_progress");
  show (self, 1100, 640);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  register_fixture_clear (&self->base);
  g_assert_null (self->page);
  g_free (self->opened);
  g_object_unref (self->settings);
}

static void
emit_key (Fixture         *self,
          const char      *signal,
          guint            keyval,
          GdkModifierType  modifiers)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (self->timeline));
  gboolean used = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, signal, keyval, 0, modifiers, &used);
    }
}

static void
press (Fixture         *self,
       guint            keyval,
       GdkModifierType  modifiers)
{
  emit_key (self, "key-pressed", keyval, modifiers);
}

static void
let_go (Fixture *self,
        guint    keyval)
{
  emit_key (self, "key-released", keyval, 0);
  finish (self);
}

/* Rows: the first words of each. */
static char *
describe (Fixture *self)
{
  GString *text = g_string_new (NULL);

  for (guint row = 0; row < mattra_time_rows_get_size (self->timeline->rows); row++)
    {
      const MattraTimeRow *what = mattra_time_rows_get (self->timeline->rows, row);
      const MattraSpan *span = mattra_timeline_get_span (self->timeline, row);

      if (what->kind == MATTRA_TIME_ROW_GROUP && !what->of_milestones)
        {
          g_autofree char *name = mattra_timeline_dup_name (self->timeline, row);

          g_string_append_printf (text, "| %s: ", name);
        }
      if (span != NULL)
        g_string_append_printf (text, "%d%s%s ", span->number, span->overdue ? "!" : "",
                                mattra_date_is_set (span->start) || mattra_date_is_set (span->end) ? "" : "?");
    }
  return g_string_free (text, FALSE);
}

static void
assert_rows (Fixture    *self,
             const char *expected)
{
  g_autofree char *described = describe (self);

  g_assert_cmpstr (described, ==, expected);
}

static void
go_to (Fixture    *self,
       int         number)
{
  for (guint row = 0; row < mattra_time_rows_get_size (self->timeline->rows); row++)
    {
      const MattraSpan *span = mattra_timeline_get_span (self->timeline, row);

      if (span == NULL || span->number != number)
        continue;
      mattra_timeline_set_cursor (self->timeline, row);
      mattra_timeline_reveal (self->timeline, row);
      finish (self);
      return;
    }
  g_assert_not_reached ();
}

static void
assert_period (Fixture    *self,
               const char *measure,
               const char *expected)
{
  g_autofree char *text = register_fixture_cell (&self->base, measure, "period_text");

  g_assert_cmpstr (text, ==, expected);
}

static void
assert_cursor (Fixture *self,
               int      number)
{
  g_assert_cmpuint (self->timeline->cursor, !=, MATTRA_TIME_NO_ROW);
  g_assert_cmpint (mattra_timeline_get_span (self->timeline, self->timeline->cursor)->number, ==, number);
}

/* Each measure under each of its divisions; what is late, and what has no days. Of two divisions it is still one. */
static void
test_rows (Fixture       *self,
           gconstpointer  data)
{
  guint n_measures, n_unread;

  assert_rows (self, "| สำนักปลัด: 3? 4 5 | กองคลัง: 1 2! 4 | กองช่าง: 7 | No division: 6 ");
  mattra_timeline_count (self->timeline, &n_measures, &n_unread);
  g_assert_cmpuint (n_measures, ==, 7);
  g_assert_cmpuint (n_unread, ==, 1);
}

static void
test_follows_sidebar (Fixture       *self,
                      gconstpointer  data)
{
  MattraDivisionList *divisions = mattra_plan_get_divisions (mattra_session_get_plan (self->base.session));

  mattra_session_set_list (self->base.session, MATTRA_LIST_OVERDUE);
  finish (self);
  assert_rows (self, "| กองคลัง: 2! ");
  mattra_session_set_list (self->base.session, MATTRA_LIST_ALL);
  mattra_session_set_division (self->base.session, mattra_division_list_find_name (divisions, "กองช่าง")->id);
  finish (self);
  assert_rows (self, "| กองช่าง: 7 ");
  mattra_session_set_list (self->base.session, MATTRA_LIST_RETURNED);
  finish (self);
  assert_rows (self, "");
  g_assert_true (gtk_widget_get_mapped (seek (self->page, ADW_TYPE_STATUS_PAGE, NULL)));
  seek_click (self->page, "Show All Measures");
  finish (self);
  g_assert_null (mattra_session_get_division (self->base.session));
  g_assert_false (gtk_widget_get_mapped (seek (self->page, ADW_TYPE_STATUS_PAGE, NULL)));
}

static void
test_keys (Fixture       *self,
           gconstpointer  data)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->timeline));
  go_to (self, 3);
  press (self, GDK_KEY_Down, 0);
  assert_cursor (self, 4);
  press (self, GDK_KEY_Down, 0);
  press (self, GDK_KEY_Down, 0);
  assert_cursor (self, 1);
  press (self, GDK_KEY_Up, 0);
  assert_cursor (self, 5);
  press (self, GDK_KEY_End, 0);
  g_assert_nonnull (mattra_timeline_get_milestone (self->timeline, self->timeline->cursor));
  go_to (self, 6);
  g_assert_true (MATTRA_IS_TIMELINE_ROW (gtk_root_get_focus (GTK_ROOT (self->base.window))));
  press (self, GDK_KEY_Return, 0);
  g_assert_cmpstr (self->opened, ==, mattra_timeline_get_measure (self->timeline));
  press (self, GDK_KEY_plus, GDK_SHIFT_MASK);
  g_assert_cmpint (mattra_timeline_get_zoom (self->timeline), ==, MATTRA_TIME_ZOOM_QUARTER);
  press (self, GDK_KEY_equal, 0);
  press (self, GDK_KEY_plus, GDK_SHIFT_MASK);
  g_assert_cmpint (mattra_timeline_get_zoom (self->timeline), ==, MATTRA_TIME_ZOOM_MONTH);
  press (self, GDK_KEY_minus, 0);
  press (self, GDK_KEY_0, 0);
  g_assert_cmpint (mattra_timeline_get_zoom (self->timeline), ==, MATTRA_TIME_ZOOM_YEAR);
}

/* However many steps while the key is held down: one act, and the text says the new day. */
static void
test_move_by_keys (Fixture       *self,
                   gconstpointer  data)
{
  go_to (self, 4);
  press (self, GDK_KEY_Right, GDK_SHIFT_MASK);
  press (self, GDK_KEY_Right, GDK_SHIFT_MASK);
  assert_period (self, "4", "มี.ค. 66 - 15 ก.ค. 66");
  g_assert_cmpstr (self->timeline->bubble, ==, "17 กรกฎาคม 2566");
  let_go (self, GDK_KEY_Shift_L);
  assert_period (self, "4", "1 มี.ค. 66 – 17 ก.ค. 66");
  press (self, GDK_KEY_Left, GDK_ALT_MASK);
  let_go (self, GDK_KEY_Alt_L);
  assert_period (self, "4", "1 มี.ค. 66 – 10 ก.ค. 66");
  mattra_session_undo (self->base.session);
  finish (self);
  assert_period (self, "4", "1 มี.ค. 66 – 17 ก.ค. 66");
  mattra_session_undo (self->base.session);
  finish (self);
  assert_period (self, "4", "มี.ค. 66 - 15 ก.ค. 66");
  assert_cursor (self, 4);
}

static void
test_escape (Fixture       *self,
             gconstpointer  data)
{
  go_to (self, 2);
  press (self, GDK_KEY_Right, GDK_SHIFT_MASK);
  press (self, GDK_KEY_Escape, 0);
  let_go (self, GDK_KEY_Shift_L);
  assert_period (self, "2", "ต.ค. 65 - มี.ค. 66");
  g_assert_null (self->timeline->bubble);
}

/* Not before the start, and not beyond the year. */
static void
test_bounds (Fixture       *self,
             gconstpointer  data)
{
  go_to (self, 7);
  for (int i = 0; i < 6; i++)
    press (self, GDK_KEY_Left, GDK_ALT_MASK);
  let_go (self, GDK_KEY_Alt_L);
  assert_period (self, "7", "1 ก.พ. 66");
  go_to (self, 1);
  press (self, GDK_KEY_Right, GDK_SHIFT_MASK);
  let_go (self, GDK_KEY_Shift_L);
  assert_period (self, "1", "ต.ค. 65 - ก.ย. 66");
  go_to (self, 6);
  press (self, GDK_KEY_Left, GDK_SHIFT_MASK);
  let_go (self, GDK_KEY_Shift_L);
  assert_period (self, "6", "1 ก.ย. 66 – 30 ธ.ค. 66");
  go_to (self, 5);
  press (self, GDK_KEY_Right, GDK_SHIFT_MASK);
  let_go (self, GDK_KEY_Shift_L);
  assert_period (self, "5", "ภายใน 1 กรกฎาคม 2566");
}

static void
test_no_end (Fixture       *self,
             gconstpointer  data)
{
  go_to (self, 3);
  press (self, GDK_KEY_Right, GDK_SHIFT_MASK);
  g_assert_nonnull (self->timeline->bubble);
  let_go (self, GDK_KEY_Shift_L);
  assert_period (self, "3", "พ.ย. 65 และ ก.พ. 66");
}

/* What somebody else changed meanwhile is not overwritten. */
static void
test_conflict (Fixture       *self,
               gconstpointer  data)
{
  go_to (self, 2);
  press (self, GDK_KEY_Right, GDK_SHIFT_MASK);
  register_fixture_set (&self->base, "2", "period_text", "ต.ค. 65 - เม.ย. 66");
  finish (self);
  let_go (self, GDK_KEY_Shift_L);
  assert_period (self, "2", "ต.ค. 65 - เม.ย. 66");
}

/* The session's day turns over: what was due is late, and the line moves. */
static void
test_midnight (Fixture       *self,
               gconstpointer  data)
{
  MattraClock *clock = mattra_session_get_clock (self->base.session);

  mattra_clock_set_fixed (clock, mattra_date_make (2023, 7, 16));
  g_assert_cmpint (mattra_date_compare (self->timeline->today, mattra_date_make (2023, 7, 16)), ==, 0);
  finish (self);
  assert_rows (self, "| สำนักปลัด: 3? 4! 5! | กองคลัง: 1 2! 4! | กองช่าง: 7 | No division: 6 ");
  mattra_clock_set_fixed (clock, mattra_date_make (2023, 3, 31));
  finish (self);
  assert_rows (self, "| สำนักปลัด: 3? 4 5 | กองคลัง: 1 2 4 | กองช่าง: 7 | No division: 6 ");
}

static void
test_accessible (Fixture       *self,
                 gconstpointer  data)
{
  GtkWidget *row = NULL;

  go_to (self, 2);
  gtk_widget_grab_focus (GTK_WIDGET (self->timeline));
  row = gtk_root_get_focus (GTK_ROOT (self->base.window));
  gtk_test_accessible_assert_role (row, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "2. การจัดซื้อจัดจ้าง, กองคลัง, 1 ต.ค. 2565 – 31 มี.ค. 2566, Overdue");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (self->timeline), GTK_ACCESSIBLE_PROPERTY_LABEL, "Timeline");
}

/* By a real mouse: the end of a bar follows it, and Escape lets it go back. */
static void
drag (Fixture *self,
      int      number,
      int      days,
      gboolean escape)
{
  MattraTimeBar bar;
  double x, y;

  go_to (self, number);
  g_assert_true (mattra_timeline_place_row (self->timeline, self->timeline->cursor, &bar));
  x = self->timeline->gutter - mattra_timeline_scroll_x (self->timeline) + bar.right - 1;
  y = mattra_timeline_row_y (self->timeline, self->timeline->cursor) + 12;
  real_events_go (GTK_WIDGET (self->timeline), x, y);
  picture_settle ();
  real_events_mouse ("mousedown", 1);
  picture_settle ();
  real_events_go (GTK_WIDGET (self->timeline), x + days * self->timeline->axis.day_width / 2, y);
  real_events_go (GTK_WIDGET (self->timeline), x + days * self->timeline->axis.day_width, y + 3);
  picture_settle ();
  g_assert_nonnull (self->timeline->bubble);
  picture_save (self->base.window, escape ? "timeline-drag-escape" : "timeline-drag");
  if (escape)
    press (self, GDK_KEY_Escape, 0);
  real_events_mouse ("mouseup", 1);
  finish (self);
}

static void
test_drag (Fixture       *self,
           gconstpointer  data)
{
  if (!real_events_are_there ())
    {
      g_test_skip ("xdotool is not installed");
      return;
    }
  real_events_focus (self->base.window);
  mattra_timeline_set_zoom (self->timeline, MATTRA_TIME_ZOOM_QUARTER);
  finish (self);
  mattra_timeline_show_today (self->timeline);
  finish (self);
  drag (self, 4, 5, TRUE);
  assert_period (self, "4", "มี.ค. 66 - 15 ก.ค. 66");
  drag (self, 4, 5, FALSE);
  assert_period (self, "4", "1 มี.ค. 66 – 20 ก.ค. 66");
}

static void
save (Fixture    *self,
      const char *language,
      const char *name)
{
  g_autofree char *file = g_strdup_printf ("timeline-%s-%s", name, language);

  picture_save_both (self->base.window, file);
}

static void
test_pictures (Fixture       *self,
               gconstpointer  data)
{
  static const char *const languages[] = { "th", "en" };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      picture_set_language (languages[i]);
      g_settings_set_string (self->settings, "digits", i == 0 ? "thai" : "western");
      gtk_window_destroy (GTK_WINDOW (self->base.window));
      show (self, 1100, 640);
      go_to (self, 6);
      save (self, languages[i], "year");
      mattra_timeline_set_zoom (self->timeline, MATTRA_TIME_ZOOM_QUARTER);
      finish (self);
      save (self, languages[i], "quarter");
      mattra_timeline_set_zoom (self->timeline, MATTRA_TIME_ZOOM_MONTH);
      mattra_timeline_show_today (self->timeline);
      finish (self);
      save (self, languages[i], "month");
      gtk_window_destroy (GTK_WINDOW (self->base.window));
      show (self, 400, 560);
      save (self, languages[i], "narrow");
      mattra_session_set_list (self->base.session, MATTRA_LIST_RETURNED);
      finish (self);
      save (self, languages[i], "empty");
      mattra_session_set_list (self->base.session, MATTRA_LIST_ALL);
    }
}

int
main (int    argc,
      char **argv)
{
  picture_init (&argc, &argv);

#define ADD(name, func) g_test_add ("/timeline/view/" name, Fixture, ROWS, set_up, func, tear_down)
  ADD ("rows", test_rows);
  ADD ("follows-sidebar", test_follows_sidebar);
  ADD ("keys", test_keys);
  ADD ("move-by-keys", test_move_by_keys);
  ADD ("escape", test_escape);
  ADD ("bounds", test_bounds);
  ADD ("no-end", test_no_end);
  ADD ("conflict", test_conflict);
  ADD ("midnight", test_midnight);
  ADD ("accessible", test_accessible);
  ADD ("drag", test_drag);
  ADD ("pictures", test_pictures);

  return g_test_run ();
}
