/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-import-assistant.h"

#include <glib/gstdio.h>
#include <string.h>

#include "mattra-grid.h"
#include "mattra-session.h"
#include "mattra-settings.h"
#include "mattra-store.h"
#include "picture.h"
#include "seek.h"

/* A report with a column nobody knows, a period that can't be read and a row that goes on from above. */
#define REPORT \
  "รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. ๒๕๖๖\n" \
  "องค์การบริหารส่วนตำบลทดสอบ อำเภอเมือง จังหวัดขอนแก่น\n" \
  "ที่\tมาตรการ\tวิธีการดำเนินการ\tผู้รับผิดชอบ\tระยะเวลาดำเนินการ\tผลการดำเนินการ\tสิ่งที่พบ\n" \
  "๑\tเปิดเผยข้อมูลงบประมาณ\t๑. ประกาศ ๒. เผยแพร่\tกองคลัง\tต.ค. ๖๕ - มี.ค. ๖๖\t๑. เผยแพร่แล้ว\tราบรื่นดี\n" \
  "\t\t๓. รายงานผล\t\t\t\t\n" \
  "๒\tรณรงค์ต่อต้านการทุจริต\tอบรมบุคลากร\tสำนักปลัด\tเมื่อพร้อมดำเนินการ\tอบรมแล้ว ๑ ครั้ง\tคนน้อย\n"

typedef struct
{
  GtkWidget *window;
  char *accepted;
  guint n_changes;
} Fixture;

static void
note_accepted (MattraImportAssistant *window,
               const char            *path,
               guint                  n_changes,
               int                    fiscal_year,
               int                    round,
               Fixture               *self)
{
  self->accepted = g_strdup (path);
  self->n_changes = n_changes;
}

static void
open_window (Fixture    *self,
             const char *path)
{
  self->window = mattra_import_assistant_new (NULL, path);
  g_object_add_weak_pointer (G_OBJECT (self->window), (gpointer *) &self->window);
  g_signal_connect (self->window, "accepted", G_CALLBACK (note_accepted), self);
  gtk_window_present (GTK_WINDOW (self->window));
  picture_settle ();
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->accepted = NULL;
  open_window (self, NULL);
}

static gboolean
is_gone (gpointer data)
{
  return ((Fixture *) data)->window == NULL;
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  if (self->window)
    gtk_window_destroy (GTK_WINDOW (self->window));
  /* No callback, model or controller keeps a closed assistant alive. */
  picture_wait (is_gone, self);
  g_clear_pointer (&self->accepted, g_free);
}

static MattraGrid *
grid (Fixture *self)
{
  return MATTRA_GRID (seek (self->window, MATTRA_TYPE_GRID, NULL));
}

static const char *
page (Fixture *self)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (seek (self->window, GTK_TYPE_STACK, NULL)));
}

static gboolean
has_read (gpointer data)
{
  Fixture *self = data;
  GtkWidget *spinner = seek (self->window, GTK_TYPE_SPINNER, NULL);

  return !g_str_equal (page (self), "reading") && !gtk_spinner_get_spinning (GTK_SPINNER (spinner));
}

static void
read_text (Fixture    *self,
           const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  mattra_import_assistant_read_bytes (MATTRA_IMPORT_ASSISTANT (self->window), bytes, "ตาราง.txt");
  picture_wait (has_read, self);
}

static guint
n_rows (Fixture *self)
{
  GListModel *model = mattra_grid_get_model (grid (self));

  return model ? g_list_model_get_n_items (model) : 0;
}

static GtkWidget *
button (Fixture    *self,
        const char *label)
{
  return seek (self->window, GTK_TYPE_BUTTON, label);
}

static gboolean
is_accepted (gpointer data)
{
  return ((Fixture *) data)->accepted != NULL;
}

static MattraPlan *
load_plan (const char   *path,
           MattraStore **store)
{
  g_autoptr (GError) error = NULL;
  MattraPlan *plan;

  *store = mattra_store_open (path, TRUE, &error);
  g_assert_no_error (error);
  plan = mattra_store_load_plan (*store, 2566, &error);
  g_assert_no_error (error);

  return plan;
}

static guint
count_measures (const char *path)
{
  g_autoptr (MattraStore) store = NULL;
  g_autoptr (MattraPlan) plan = load_plan (path, &store);
  guint n = 0;

  g_assert_true (mattra_store_count_measures (store, mattra_plan_get_id (plan), &n, NULL));

  return n;
}

static void
accept (Fixture *self)
{
  g_assert_true (gtk_widget_is_sensitive (button (self, "_Import")));
  seek_click (self->window, "_Import");
  picture_wait (is_accepted, self);
  picture_wait (is_gone, self);
}

/* The import is an act of its own, by whom the preferences name. */
static void
check_history (const char *path)
{
  g_autoptr (MattraStore) store = mattra_store_open (path, TRUE, NULL);
  g_autoptr (GPtrArray) changes = mattra_store_load_history (store, NULL, 0, 1, NULL);
  const MattraChange *change = g_ptr_array_index (changes, 0);

  g_assert_cmpint (change->kind, ==, MATTRA_ACT_IMPORT);
  g_assert_cmpstr (change->person, ==, "สมใจ ใจดี");
}

/* Read, looked at, accepted: a new register with the office's name; the same again changes nothing. */
static void
test_new_register (Fixture       *self,
                   gconstpointer  data)
{
  g_autofree char *path = NULL;

  g_assert_cmpstr (page (self), ==, "choose");
  read_text (self, REPORT);
  g_assert_cmpstr (page (self), ==, "look");
  g_assert_cmpuint (n_rows (self), ==, 2);
  accept (self);
  g_assert_cmpuint (self->n_changes, >, 0);
  g_assert_nonnull (strstr (self->accepted, "อบต.ทดสอบ 2566.mattra"));
  g_assert_cmpuint (count_measures (self->accepted), ==, 2);
  check_history (self->accepted);

  path = g_steal_pointer (&self->accepted);
  open_window (self, path);
  read_text (self, REPORT);
  g_assert_nonnull (seek (self->window, ADW_TYPE_ACTION_ROW, "Nothing"));
  accept (self);
  g_assert_cmpuint (self->n_changes, ==, 0);
  g_assert_cmpuint (count_measures (path), ==, 2);
}

static void
note_session (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  *(MattraSession **) user_data = mattra_session_open_finish (result, &error);
  g_assert_no_error (error);
}

static gboolean
is_open (gpointer data)
{
  return *(MattraSession **) data != NULL;
}

static gboolean
has_three (gpointer data)
{
  return mattra_session_get_list_count (data, MATTRA_LIST_ALL) == 3;
}

static gboolean
has_two (gpointer data)
{
  return mattra_session_get_list_count (data, MATTRA_LIST_ALL) == 2;
}

/* A window over the register sees what was imported, and can take it back. */
static void
test_beside_session (Fixture       *self,
                     gconstpointer  data)
{
  g_autoptr (MattraSession) session = NULL;
  g_autofree char *path = NULL;

  read_text (self, REPORT);
  accept (self);
  path = g_steal_pointer (&self->accepted);
  mattra_session_open_async (path, FALSE, NULL, note_session, &session);
  picture_wait (is_open, &session);
  picture_wait (has_two, session);

  open_window (self, path);
  read_text (self, REPORT "๓\tปรับปรุงการให้บริการ\tจัดอบรม\tสำนักปลัด\tต.ค. ๖๕\tอบรมแล้ว\tดี\n");
  accept (self);
  mattra_session_look (session);
  picture_wait (has_three, session);
  mattra_session_undo (session);
  picture_wait (has_two, session);
  mattra_session_close (session);
}

/* What was looked at is taken in, though the file was saved anew meanwhile. */
static void
test_file_changes (Fixture       *self,
                   gconstpointer  data)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "ตาราง.txt", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_assert_cmpint (g_mkdir_with_parents (g_get_user_data_dir (), 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, REPORT, -1, NULL));
  mattra_import_assistant_read_file (MATTRA_IMPORT_ASSISTANT (self->window), file);
  picture_wait (has_read, self);
  g_assert_cmpuint (n_rows (self), ==, 2);
  g_assert_true (g_file_set_contents (path, REPORT "๓\tปรับปรุงการให้บริการ\tจัดอบรม\tสำนักปลัด\tต.ค. ๖๕\t\t\n", -1, NULL));
  accept (self);
  g_assert_cmpuint (count_measures (self->accepted), ==, 2);
  g_unlink (self->accepted);
  g_unlink (path);
}

/* The unknown column becomes the recommendations; who gives up a meaning takes the other's. */
static void
test_columns (Fixture       *self,
              gconstpointer  data)
{
  AdwComboRow *results, *unknown;
  guint was_results, was_unknown;

  read_text (self, REPORT);
  g_assert_nonnull (mattra_grid_find_column (grid (self), "extra:สิ่งที่พบ"));
  results = ADW_COMBO_ROW (seek (self->window, ADW_TYPE_COMBO_ROW, "ผลการดำเนินการ"));
  unknown = ADW_COMBO_ROW (seek (self->window, ADW_TYPE_COMBO_ROW, "สิ่งที่พบ"));
  was_results = adw_combo_row_get_selected (results);
  was_unknown = adw_combo_row_get_selected (unknown);
  adw_combo_row_set_selected (unknown, was_results);
  picture_wait (has_read, self);
  picture_settle ();
  g_assert_null (mattra_grid_find_column (grid (self), "extra:สิ่งที่พบ"));
  g_assert_nonnull (mattra_grid_find_column (grid (self), "extra:ผลการดำเนินการ"));
  results = ADW_COMBO_ROW (seek (self->window, ADW_TYPE_COMBO_ROW, "ผลการดำเนินการ"));
  g_assert_cmpuint (adw_combo_row_get_selected (results), ==, was_unknown);
}

/* The column of measures can't be given away: without it there is no table. */
static void
test_title_stays (Fixture       *self,
                  gconstpointer  data)
{
  AdwComboRow *title;
  guint was;

  read_text (self, REPORT);
  title = ADW_COMBO_ROW (seek (self->window, ADW_TYPE_COMBO_ROW, "มาตรการ"));
  was = adw_combo_row_get_selected (title);
  adw_combo_row_set_selected (title, g_list_model_get_n_items (adw_combo_row_get_model (title)) - 1);
  picture_settle ();
  g_assert_cmpuint (adw_combo_row_get_selected (title), ==, was);
  g_assert_cmpuint (n_rows (self), ==, 2);
}

/* Rows of choices hold lists too. */
static GtkListView *
note_view (Fixture *self)
{
  g_autoptr (GPtrArray) views = seek_all (self->window, GTK_TYPE_LIST_VIEW, NULL);

  for (guint i = 0; i < views->len; i++)
    if (gtk_widget_has_css_class (g_ptr_array_index (views, i), "navigation-sidebar"))
      return g_ptr_array_index (views, i);

  return NULL;
}

/* A note leads to its cell. */
static void
test_notes (Fixture       *self,
            gconstpointer  data)
{
  GtkListView *view;
  guint row = 99;
  MattraGridColumn *column = NULL;

  read_text (self, REPORT);
  view = note_view (self);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (view))); i++)
    {
      g_autoptr (GObject) note = g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (view)), i);

      g_signal_emit_by_name (view, "activate", i);
      if (mattra_grid_get_cursor (grid (self), &row, &column)
          && g_str_equal (mattra_grid_column_get_id (column), "period"))
        break;
    }
  g_assert_cmpuint (row, ==, 1);
  g_assert_cmpstr (mattra_grid_column_get_id (column), ==, "period");
}

static gboolean
is_folded (gpointer data)
{
  return adw_flap_get_folded (ADW_FLAP (seek (((Fixture *) data)->window, ADW_TYPE_FLAP, NULL)));
}

/* On a narrow window what has to be looked at is not hidden behind a button. */
static void
test_narrow (Fixture       *self,
             gconstpointer  data)
{
  AdwFlap *flap = ADW_FLAP (seek (self->window, ADW_TYPE_FLAP, NULL));

  gtk_window_set_default_size (GTK_WINDOW (self->window), 640, 720);
  picture_wait (is_folded, self);
  g_assert_false (adw_flap_get_reveal_flap (flap));
  read_text (self, REPORT);
  g_assert_true (adw_flap_get_reveal_flap (flap));
}

/* Without a year in the table nothing can be accepted until it is chosen. */
static void
test_year (Fixture       *self,
           gconstpointer  data)
{
  AdwComboRow *year;

  read_text (self, "ที่\tมาตรการ\tวิธีการดำเนินการ\tผู้รับผิดชอบ\n1\tเปิดเผยข้อมูล\tประกาศ\tกองคลัง\n");
  g_assert_false (gtk_widget_get_sensitive (button (self, "_Import")));
  year = ADW_COMBO_ROW (seek (self->window, ADW_TYPE_COMBO_ROW, "Fiscal Year"));
  adw_combo_row_set_selected (year, 3);
  picture_wait (has_read, self);
  g_assert_true (gtk_widget_get_sensitive (button (self, "_Import")));
}

/* What was read stays in sight when it can't be read in another way: here the register is gone bad. */
static void
test_keeps_reading (Fixture       *self,
                    gconstpointer  data)
{
  g_autofree char *path = NULL;

  read_text (self, REPORT);
  accept (self);
  path = g_steal_pointer (&self->accepted);
  open_window (self, path);
  read_text (self, REPORT);
  g_assert_true (gtk_widget_get_sensitive (button (self, "_Import")));
  g_assert_true (g_file_set_contents (path, "no register", -1, NULL));
  adw_combo_row_set_selected (ADW_COMBO_ROW (seek (self->window, ADW_TYPE_COMBO_ROW, "Fiscal Year")), 0);
  picture_wait (has_read, self);
  g_assert_cmpstr (page (self), ==, "look");
  g_assert_cmpuint (n_rows (self), ==, 2);
  g_assert_false (gtk_widget_get_sensitive (button (self, "_Import")));
}

/* What is no table is refused with file, place and remedy; one without heads can be read all the same. */
static void
test_errors (Fixture       *self,
             gconstpointer  data)
{
  read_text (self, "%PDF-1.4 not a table");
  g_assert_cmpstr (page (self), ==, "error");
  g_assert_nonnull (strstr (adw_status_page_get_description (ADW_STATUS_PAGE (seek (gtk_stack_get_visible_child (
                              GTK_STACK (seek (self->window, GTK_TYPE_STACK, NULL))), ADW_TYPE_STATUS_PAGE, NULL))),
                            "ตาราง.txt"));
  picture_save (self->window, "import-error");

  read_text (self, "1\tเปิดเผยข้อมูล\tประกาศ\n2\tรณรงค์\tอบรม\n");
  g_assert_cmpstr (page (self), ==, "error");
  seek_click (self->window, "_It Has No Row");
  picture_wait (has_read, self);
  g_assert_cmpstr (page (self), ==, "look");
  g_assert_cmpuint (n_rows (self), ==, 2);
}

static void
copy (const char *type,
      const char *text)
{
  GdkClipboard *clipboard = gdk_display_get_clipboard (gdk_display_get_default ());
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GdkContentProvider) content = gdk_content_provider_new_for_bytes (type, bytes);

  g_assert_true (gdk_clipboard_set_content (clipboard, content));
}

static gboolean
looks (gpointer data)
{
  return g_str_equal (page (data), "look");
}

/* A table as Word copies it: cells with paragraphs. */
static void
test_paste (Fixture       *self,
            gconstpointer  data)
{
  copy ("text/html", "<html><body><table><tr><td><p>ที่</p></td><td><p>มาตรการ</p></td><td><p>วิธีการดำเนินการ</p></td>"
                     "<td><p>ผู้รับผิดชอบ</p></td></tr><tr><td><p>๑</p></td><td><p>เปิดเผยข้อมูล</p></td>"
                     "<td><p>๑. ประกาศ</p><p>๒. เผยแพร่</p></td><td><p>กองคลัง</p></td></tr></table></body></html>");
  mattra_import_assistant_paste (MATTRA_IMPORT_ASSISTANT (self->window));
  picture_wait (looks, self);
  g_assert_cmpuint (n_rows (self), ==, 1);

  seek_click (self->window, "Another Table");
  copy ("text/plain;charset=utf-8", "ที่\tมาตรการ\tวิธีการดำเนินการ\n1\tก\t\"ข\nค\"\n2\tง\tจ\n");
  seek_click (self->window, "_Paste");
  picture_wait (looks, self);
  g_assert_cmpuint (n_rows (self), ==, 2);
}

/* A long table is read beside the window, which can stop it at any time. */
static void
test_stop (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr (GString) text = g_string_new ("ที่\tมาตรการ\tวิธีการดำเนินการ\tผู้รับผิดชอบ\n");
  g_autoptr (GBytes) bytes = NULL;

  for (int i = 1; i <= 20000; i++)
    g_string_append_printf (text, "%d\tมาตรการที่ว่าด้วยเรื่อง %d\t๑. ประกาศ ๒. เผยแพร่\tกองคลัง\n", i, i);
  bytes = g_string_free_to_bytes (g_steal_pointer (&text));
  mattra_import_assistant_read_bytes (MATTRA_IMPORT_ASSISTANT (self->window), bytes, "ยาว.txt");
  g_assert_cmpstr (page (self), ==, "reading");
  seek_click (self->window, "_Stop");
  g_assert_cmpstr (page (self), ==, "choose");
  picture_settle ();
  picture_settle ();
  g_assert_cmpstr (page (self), ==, "choose");
  read_text (self, REPORT);
  g_assert_cmpuint (n_rows (self), ==, 2);
}

static void
take_pictures (Fixture    *self,
               const char *language,
               int         width,
               int         height)
{
  g_autofree char *facts = g_strdup_printf ("import-%s-%d", language, width);
  g_autofree char *notes = g_strconcat (facts, "-notes", NULL);
  g_autoptr (GPtrArray) stacks = NULL;

  gtk_window_set_default_size (GTK_WINDOW (self->window), width, height);
  picture_save_both (self->window, facts);
  stacks = seek_all (self->window, GTK_TYPE_STACK, NULL);
  adw_flap_set_reveal_flap (ADW_FLAP (seek (self->window, ADW_TYPE_FLAP, NULL)), TRUE);
  gtk_stack_set_visible_child_name (GTK_STACK (g_ptr_array_index (stacks, 1)), "notes");
  picture_save_both (self->window, notes);
  gtk_stack_set_visible_child_name (GTK_STACK (g_ptr_array_index (stacks, 1)), "facts");
}

/* The picture is of the real report where it lies beside the checkout. */
static char *
long_report (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "..", "shared", "examples",
                                                 "hintang-2566-round1.txt", NULL);
  char *text = NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    {
      g_test_message ("%s is not there: the pictures show a small table", path);
      text = g_strdup (REPORT);
    }

  return text;
}

static void
test_pictures (Fixture       *self,
               gconstpointer  data)
{
  static const char *const languages[] = { "th", "en" };
  g_autofree char *text = long_report ();

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *choose = g_strconcat ("import-choose-", languages[i], NULL);

      tear_down (self, NULL);
      picture_set_language (languages[i]);
      set_up (self, NULL);
      picture_save (self->window, choose);
      read_text (self, text);
      take_pictures (self, languages[i], 1366, 740);
      take_pictures (self, languages[i], 640, 720);
    }
  picture_set_text (2.0);
  picture_save (self->window, "import-200");
  picture_set_text (1.0);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GSettings) settings = NULL;

  picture_init (&argc, &argv);
  settings = mattra_settings_new ();
  g_settings_set_string (settings, "person", "สมใจ ใจดี");

#define ADD(name, func) g_test_add ("/start/import/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("new-register", test_new_register);
  ADD ("beside-session", test_beside_session);
  ADD ("file-changes", test_file_changes);
  ADD ("columns", test_columns);
  ADD ("title-stays", test_title_stays);
  ADD ("notes", test_notes);
  ADD ("narrow", test_narrow);
  ADD ("year", test_year);
  ADD ("keeps-reading", test_keeps_reading);
  ADD ("errors", test_errors);
  ADD ("paste", test_paste);
  ADD ("stop", test_stop);
  ADD ("pictures", test_pictures);

  return g_test_run ();
}
