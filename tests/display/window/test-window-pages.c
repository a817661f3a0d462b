/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "mattra-answer-view.h"
#include "mattra-measure-source.h"
#include "mattra-people-page.h"
#include "picture.h"
#include "seek.h"
#include "window-desk.h"

/* What stands in the table's place, and what stands above it. */

#define NEW_NAME "กองคลังและพัสดุ"

/* Divisions and people */

static GtkWidget *
people (Desk *self)
{
  return seek (GTK_WIDGET (self->window), MATTRA_TYPE_PEOPLE_PAGE, NULL);
}

static gboolean
is_shown (GtkWidget *widget)
{
  return widget && gtk_widget_get_mapped (widget);
}

static MattraGrid *
divisions_grid (Desk *self)
{
  return MATTRA_GRID (seek (people (self), MATTRA_TYPE_GRID, NULL));
}

static void
rename_division (Desk *self,
                 gboolean commit)
{
  MattraGrid *grid = divisions_grid (self);

  g_assert_true (mattra_grid_edit (grid, 1, mattra_grid_find_column (grid, "name"), NEW_NAME));
  if (commit)
    g_assert_true (mattra_grid_commit_edit (grid));
}

static gboolean
names_division (gpointer data)
{
  return seek (GTK_WIDGET (((Desk *) data)->window), GTK_TYPE_LABEL, NEW_NAME) != NULL;
}

static void
test_people (Desk          *self,
             gconstpointer  data)
{
  desk_open (self, FALSE);
  desk_act (self, "people");
  g_assert_true (is_shown (people (self)));
  g_assert_false (is_shown (GTK_WIDGET (desk_grid (self))));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (self->window)) == GTK_WIDGET (divisions_grid (self))
                 || gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (self->window)),
                                            GTK_WIDGET (divisions_grid (self))));
  g_assert_false (g_action_group_has_action (G_ACTION_GROUP (self->window), "find"));
  picture_save_both (GTK_WIDGET (self->window), "en-people");
  gtk_window_set_default_size (GTK_WINDOW (self->window), 640, 720);
  picture_settle ();
  picture_save_both (GTK_WIDGET (self->window), "en-people-narrow");
  rename_division (self, TRUE);
  desk_wait (self);
  desk_act (self, "back");
  g_assert_false (is_shown (people (self)));
  g_assert_true (is_shown (GTK_WIDGET (desk_grid (self))));
  g_assert_true (g_action_group_has_action (G_ACTION_GROUP (self->window), "find"));
  g_assert_false (g_action_group_has_action (G_ACTION_GROUP (self->window), "back"));
  g_assert_true (names_division (self));
  desk_act (self, "undo");
  desk_wait (self);
  g_assert_false (names_division (self));
}

/* The assessment has the same way in and out, and a name of its own. */
static void
test_assessment (Desk          *self,
                 gconstpointer  data)
{
  GtkWidget *window = NULL;

  desk_open (self, FALSE);
  desk_act (self, "assessment");
  window = GTK_WIDGET (self->window);
  g_assert_true (is_shown (people (self)));
  g_assert_cmpint (mattra_people_page_get_part (MATTRA_PEOPLE_PAGE (people (self))), ==, MATTRA_PEOPLE_PART_ASSESSMENT);
  g_assert_nonnull (seek (window, GTK_TYPE_LABEL, "Assessment and Collecting"));
  g_assert_false (is_shown (GTK_WIDGET (divisions_grid (self))));
  desk_wait (self);
  picture_save_both (window, "en-assessment");
  desk_act (self, "back");
  desk_act (self, "people");
  g_assert_true (is_shown (GTK_WIDGET (divisions_grid (self))));
  g_assert_nonnull (seek (window, GTK_TYPE_LABEL, "Office, Divisions and People"));
  desk_act (self, "back");
  g_assert_true (is_shown (GTK_WIDGET (desk_grid (self))));
}

static gboolean
press_return (GtkWidget *grid)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (grid);
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !handled; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller)
          && gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
        g_signal_emit_by_name (controller, "key-pressed", GDK_KEY_Return, 0, 0, &handled);
    }
  return handled;
}

static MattraGrid *
show_publications (Desk *self)
{
  GtkStack *stack = GTK_STACK (seek (people (self), GTK_TYPE_STACK, NULL));

  gtk_stack_set_visible_child_name (stack, "publications");
  for (guint i = 0; i < 3; i++)
    desk_wait (self);
  return MATTRA_GRID (seek (gtk_stack_get_visible_child (stack), MATTRA_TYPE_GRID, NULL));
}

/* What an item of the assessment lacks leads to the measure where the first of it is mended; other cells lead nowhere. */
static void
test_publication (Desk          *self,
                  gconstpointer  data)
{
  MattraGrid *grid = NULL;
  g_autofree char *first = NULL;

  desk_open (self, FALSE);
  first = desk_dup_id (self, 0);
  desk_act (self, "assessment");
  grid = show_publications (self);
  mattra_grid_set_cursor (grid, 0, mattra_grid_find_column (grid, "item"));
  g_assert_false (press_return (GTK_WIDGET (grid)));
  mattra_grid_set_cursor (grid, 0, mattra_grid_find_column (grid, "check"));
  g_assert_true (press_return (GTK_WIDGET (grid)));
  desk_wait (self);
  g_assert_true (is_shown (GTK_WIDGET (desk_grid (self))));
  g_assert_cmpstr (mattra_table_page_get_measure (desk_table (self)), ==, first);
}

/* Whoever closes the window while typing there has it written, too. */
static void
test_people_close (Desk          *self,
                   gconstpointer  data)
{
  desk_open (self, FALSE);
  desk_act (self, "people");
  rename_division (self, FALSE);
  desk_close (self);
  desk_new_window (self);
  desk_open (self, FALSE);
  g_assert_true (names_division (self));
}

static GtkWidget *
district (Desk *self)
{
  return seek (people (self), ADW_TYPE_ENTRY_ROW, "District");
}

/* The same goes for what is typed about the office. */
static void
test_office_close (Desk          *self,
                   gconstpointer  data)
{
  desk_open (self, FALSE);
  desk_act (self, "people");
  gtk_editable_set_text (GTK_EDITABLE (district (self)), "เมืองใหม่");
  desk_close (self);
  desk_new_window (self);
  desk_open (self, FALSE);
  g_assert_cmpstr (mattra_plan_get_organisation (mattra_session_get_plan (desk_session (self)))->district, ==,
                   "เมืองใหม่");
}

/* The first half's results */

static MattraBar *
bar (Desk *self)
{
  return mattra_register_page_get_copy_bar (mattra_window_get_page (self->window));
}

static gboolean
is_offered (gpointer data)
{
  return gtk_widget_get_mapped (GTK_WIDGET (bar (data)));
}

static gboolean
is_not_offered (gpointer data)
{
  return !is_offered (data);
}

static gboolean
clear_answer (MattraStore   *store,
              MattraMeasure *measure,
              MattraAnswer  *answer,
              GError       **error)
{
  const char *no_lines[] = { NULL };
  const char *id = mattra_measure_get_id (measure);
  const char *division = mattra_answer_get_division (answer);

  for (guint kind = MATTRA_N_MEASURE_ITEM_KINDS; kind < MATTRA_N_ITEM_KINDS; kind++)
    if (!mattra_store_set_cell (store, id, kind, MATTRA_ROUND_FULL_YEAR, division, no_lines, NULL, error))
      return FALSE;
  return mattra_store_set_stated (store, id, MATTRA_ROUND_FULL_YEAR, division, MATTRA_STATUS_NONE, error);
}

static gboolean
clear_measure (MattraMeasure  *measure,
               gpointer        store,
               GError        **error)
{
  GPtrArray *answers = mattra_measure_get_answers (measure);

  for (guint i = 0; i < answers->len; i++)
    if (mattra_answer_get_round (g_ptr_array_index (answers, i)) == MATTRA_ROUND_FULL_YEAR
        && !clear_answer (store, measure, g_ptr_array_index (answers, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
clear_full_year (MattraStore  *store,
                 MattraPlan   *plan,
                 gpointer      data,
                 GError      **error)
{
  g_autoptr (MattraMeasureSource) measures =
    mattra_store_list_measures (store, mattra_plan_get_id (plan), NULL, error);

  return measures && mattra_measure_source_for_each (measures, clear_measure, store, error);
}

static void
open_half_done (Desk *self)
{
  desk_open (self, FALSE);
  g_assert_false (is_offered (self));
  mattra_session_set_round (desk_session (self), MATTRA_ROUND_FIRST_HALF);
  mattra_session_act_async (desk_session (self), "clear", NULL, clear_full_year, NULL, NULL, NULL, NULL);
  desk_wait (self);
  g_assert_false (is_offered (self));
  mattra_session_set_round (desk_session (self), MATTRA_ROUND_FULL_YEAR);
  picture_wait (is_offered, self);
}

static void
test_copy (Desk          *self,
           gconstpointer  data)
{
  g_autofree char *empty = NULL;
  g_autofree char *copied = NULL;
  g_autofree char *again = NULL;

  open_half_done (self);
  picture_save_both (GTK_WIDGET (self->window), "en-copy");
  empty = desk_dup_text (self, 0, "results");
  g_assert_cmpstr (empty, ==, "");
  seek_click (GTK_WIDGET (bar (self)), "_Copy Results");
  desk_wait (self);
  g_assert_false (is_offered (self));
  copied = desk_dup_text (self, 0, "results");
  g_assert_cmpstr (copied, !=, "");
  g_assert_nonnull (strstr (mattra_session_get_undo_name (desk_session (self)), "first half"));
  desk_act (self, "undo");
  desk_wait (self);
  picture_wait (is_offered, self);
  again = desk_dup_text (self, 0, "results");
  g_assert_cmpstr (again, ==, "");
}

static void
test_copy_not (Desk          *self,
               gconstpointer  data)
{
  open_half_done (self);
  seek_click (GTK_WIDGET (bar (self)), "_Don’t Copy");
  g_assert_false (is_offered (self));
  desk_close (self);
  desk_new_window (self);
  desk_open (self, FALSE);
  g_assert_cmpint (mattra_session_get_round (desk_session (self)), ==, MATTRA_ROUND_FULL_YEAR);
  mattra_session_set_round (desk_session (self), MATTRA_ROUND_FIRST_HALF);
  desk_wait (self);
  mattra_session_set_round (desk_session (self), MATTRA_ROUND_FULL_YEAR);
  desk_wait (self);
  g_assert_true (is_not_offered (self));
}

/* The first answer of the round takes the offer away. */
static void
test_copy_too_late (Desk          *self,
                    gconstpointer  data)
{
  open_half_done (self);
  desk_type (self, 0, "results", "ผลของรอบนี้");
  g_assert_true (mattra_grid_commit_edit (desk_grid (self)));
  picture_wait (is_not_offered, self);
}

static void
count_frame (guint *n_frames)
{
  (*n_frames)++;
}

/* A window that nobody touches has its processor rest, as it does not where something turns unseen. */
static void
test_rest (Desk          *self,
           gconstpointer  data)
{
  GdkFrameClock *clock = NULL;
  guint n_frames = 0;
  gulong handler = 0;

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  desk_open (self, FALSE);
  desk_let_pass (1500);
  clock = gtk_widget_get_frame_clock (GTK_WIDGET (self->window));
  handler = g_signal_connect_swapped (clock, "before-paint", G_CALLBACK (count_frame), &n_frames);
  desk_let_pass (500);
  g_signal_handler_disconnect (clock, handler);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  g_assert_cmpuint (n_frames, <, 5);
}

static void
count_pass (guint *n_passes)
{
  (*n_passes)++;
}

/* Where the search is opened, its first letter has nothing read first. */
static void
test_search_ready (Desk          *self,
                   gconstpointer  data)
{
  guint n_passes = 0;

  desk_open (self, FALSE);
  g_signal_connect_swapped (desk_session (self), "index-ready", G_CALLBACK (count_pass), &n_passes);
  mattra_table_page_set_search_shown (desk_table (self), TRUE);
  mattra_session_wait (desk_session (self));
  g_assert_cmpuint (n_passes, ==, 1);
  mattra_table_page_set_search (desk_table (self), "คู่มือ");
  mattra_session_wait (desk_session (self));
  g_assert_cmpuint (n_passes, ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (mattra_table_page_get_list (desk_table (self)))), >, 0);
  g_signal_handlers_disconnect_by_data (desk_session (self), &n_passes);
}

/* Answering, in a register that is only read: all can be looked at, nothing changed, and it is said why. */

#define OPEN_MEASURE "ลดการเผาในพื้นที่เกษตรร่วมกับเกษตรกร" /* nobody has answered it */

static const char *
find_division (Desk       *self,
               const char *name)
{
  MattraDivisionList *divisions = mattra_plan_get_divisions (mattra_session_get_plan (desk_session (self)));
  const MattraDivision *division = mattra_division_list_find_name (divisions, name);

  g_assert_nonnull (division);
  return division->id;
}

static gboolean
answers (gpointer desk)
{
  GtkWidget *view = seek (GTK_WIDGET (((Desk *) desk)->window), MATTRA_TYPE_ANSWER_VIEW, NULL);

  return view && is_shown (seek (view, GTK_TYPE_LABEL, OPEN_MEASURE));
}

static void
check_locked (GtkWidget *page)
{
  g_autoptr (GPtrArray) texts = seek_all (page, GTK_TYPE_TEXT_VIEW, NULL);
  g_autoptr (GPtrArray) checks = seek_all (page, GTK_TYPE_CHECK_BUTTON, NULL);
  g_autoptr (GPtrArray) files = seek_all (page, GTK_TYPE_BUTTON, "Add File…");

  g_assert_cmpuint (texts->len, >, 0);
  for (guint i = 0; i < texts->len; i++)
    g_assert_false (gtk_text_view_get_editable (g_ptr_array_index (texts, i)));
  for (guint i = 0; i < checks->len; i++)
    g_assert_true (!gtk_widget_get_sensitive (g_ptr_array_index (checks, i)));
  g_assert_cmpuint (files->len, >, 0);
  for (guint i = 0; i < files->len; i++)
    g_assert_false (is_shown (g_ptr_array_index (files, i)));
}

static void
test_read_only_answer (Desk          *self,
                       gconstpointer  data)
{
  GtkWidget *view = NULL;
  g_autoptr (GPtrArray) why = NULL;
  guint n_shown = 0;

  desk_open (self, TRUE);
  mattra_session_set_round (desk_session (self), MATTRA_ROUND_FULL_YEAR);
  mattra_session_set_division (desk_session (self), find_division (self, "กองส่งเสริมการเกษตร"));
  desk_wait (self);
  desk_act (self, "answer");
  picture_wait (answers, self);
  desk_wait (self);
  view = seek (GTK_WIDGET (self->window), MATTRA_TYPE_ANSWER_VIEW, NULL);
  picture_save (GTK_WIDGET (self->window), "window-answer-read-only");
  check_locked (seek (view, MATTRA_TYPE_ANSWER_PAGE, NULL));
  g_assert_false (gtk_widget_get_sensitive (seek (view, GTK_TYPE_BUTTON, "_Submit and Next")));
  why = seek_all (view, GTK_TYPE_LABEL, "open for reading only");
  for (guint i = 0; i < why->len; i++)
    n_shown += is_shown (g_ptr_array_index (why, i));
  g_assert_cmpuint (n_shown, >, 0);
  desk_act (self, "back");
  g_assert_false (is_shown (view));
  g_assert_true (is_shown (GTK_WIDGET (desk_table (self))));
}

int
main (int    argc,
      char **argv)
{
  static const DeskTest tests[] = {
    { "people", test_people },
    { "assessment", test_assessment },
    { "publication", test_publication },
    { "people-close", test_people_close },
    { "office-close", test_office_close },
    { "copy", test_copy },
    { "copy-not", test_copy_not },
    { "copy-too-late", test_copy_too_late },
    { "rest", test_rest },
    { "search-ready", test_search_ready },
    { "read-only-answer", test_read_only_answer },
  };

  desk_init (&argc, &argv);
  return desk_run ("/window/pages", tests, G_N_ELEMENTS (tests));
}
