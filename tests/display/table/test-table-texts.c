/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "mattra-edit.h"
#include "mattra-table-columns.h"
#include "picture.h"
#include "seek.h"
#include "table-fixture.h"

/* Far more than the list keeps at hand. */
#define MANY 1500
#define LAST (SESSION_FIXTURE_MEASURES + MANY)

static void
assert_text (Table      *table,
             guint       row,
             const char *field,
             const char *text)
{
  g_autofree char *is = table_text (table, row, field);

  g_assert_cmpstr (is, ==, text);
}

/* Whether the list has the row without asking the register. */
static gboolean
is_at_hand (Table *table,
            guint  row)
{
  return mattra_measure_list_peek (table->list, row) != NULL;
}

/* Each text is copied, also of rows that nobody has looked at. */
static void
test_copy (void)
{
  g_auto (Table) table = { { NULL } };
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  table_init (&table, MANY);
  g_assert_false (is_at_hand (&table, LAST / 2));
  table_press (&table, GDK_KEY_a, GDK_CONTROL_MASK);
  table_press (&table, GDK_KEY_c, GDK_CONTROL_MASK);
  g_assert_false (is_at_hand (&table, LAST / 2));
  text = table_read_clipboard (&table);
  lines = g_strsplit (text, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, LAST + 1);
  for (guint i = 0; i < LAST; i++)
    {
      g_autofree char *start = g_strdup_printf ("%u\tมาตรการที่ %u\t", i + 1, i + 1);

      g_assert_true (g_str_has_prefix (lines[i], start));
    }
  g_assert_nonnull (strstr (lines[LAST - 1], "ผลที่ 1540"));
}

static guint
count_blank (Table      *table,
             const char *field,
             guint       first)
{
  guint n = 0;

  for (guint i = first; i < LAST; i++)
    {
      g_autofree char *text = table_text (table, i, field);

      n += *text == '\0';
    }
  return n;
}

/* A whole column is cleared in every row as one act, and comes back as one. */
static void
test_clear (void)
{
  g_auto (Table) table = { { NULL } };

  table_init (&table, MANY);
  table_go (&table, 0, "results");
  table_press (&table, GDK_KEY_space, GDK_CONTROL_MASK);
  table_press (&table, GDK_KEY_Delete, 0);
  g_assert_cmpuint (count_blank (&table, "results", 0), ==, LAST);
  g_assert_cmpstr (mattra_session_get_undo_name (table.session), ==, "Clear cells");
  table_undo (&table);
  g_assert_cmpuint (count_blank (&table, "results", SESSION_FIXTURE_MEASURES), ==, 0);
  assert_text (&table, LAST - 1, "results", "ผลที่ 1540");
}

/* What is cut is on the clipboard, all of it. */
static void
test_cut (void)
{
  g_auto (Table) table = { { NULL } };
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  guint n = 0;

  table_init (&table, MANY);
  table_go (&table, 1000, "results");
  table_press (&table, GDK_KEY_End, GDK_CONTROL_MASK | GDK_SHIFT_MASK);
  g_assert_false (is_at_hand (&table, 1300));
  table_press (&table, GDK_KEY_x, GDK_CONTROL_MASK);
  text = table_read_clipboard (&table);
  lines = g_strsplit (text, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, LAST - 1000 + 1);
  for (guint i = 1000; i < LAST; i++)
    {
      g_autofree char *start = g_strdup_printf ("ผลที่ %u\t", i + 1);

      n += g_str_has_prefix (lines[i - 1000], start);
    }
  g_assert_cmpuint (n, ==, LAST - 1000);
  g_assert_cmpuint (count_blank (&table, "results", 1000), ==, LAST - 1000);
  assert_text (&table, 999, "results", "ผลที่ 1000");
}

static gboolean
set_cell (MattraStore  *store,
          MattraPlan   *plan,
          gpointer      data,
          GError      **error)
{
  return mattra_edit_set (store, plan, data, error);
}

/* What another wrote between the look and the cut stays; the copy is there all the same. */
static void
test_cut_after_other (void)
{
  g_auto (Table) table = { { NULL } };
  g_autofree char *text = NULL;
  g_autofree char *was = NULL;
  MattraEdit edit = { NULL, "results", "มีผู้เขียนไว้ก่อน", MATTRA_ROUND_NONE, NULL };

  table_init (&table, 1);
  edit.target = mattra_measure_list_get_id (table.list, SESSION_FIXTURE_MEASURES);
  edit.round = mattra_session_get_round (table.session);
  was = table_text (&table, SESSION_FIXTURE_MEASURES, "results");
  g_assert_cmpstr (was, !=, "");
  table_go (&table, SESSION_FIXTURE_MEASURES, "results");
  mattra_session_act_async (table.session, "set", NULL, set_cell, &edit, NULL, NULL, NULL);
  table_press (&table, GDK_KEY_x, GDK_CONTROL_MASK);
  assert_text (&table, SESSION_FIXTURE_MEASURES, "results", "มีผู้เขียนไว้ก่อน");
  text = table_read_clipboard (&table);
  g_assert_true (g_str_has_prefix (text, was));
}

/* A large copy takes its time: what was copied since then stays on the clipboard. */
static void
test_copy_overtaken (void)
{
  g_auto (Table) table = { { NULL } };
  g_autofree char *text = NULL;
  g_autofree char *last = NULL;

  table_init (&table, MANY);
  mattra_grid_select_rows (table.grid, 0, LAST - 1);
  gtk_widget_activate_action (GTK_WIDGET (table.grid), "grid.copy", NULL);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (table.grid)), "ใหม่กว่า");
  table_settle (&table);
  text = table_read_clipboard (&table);
  g_assert_cmpstr (text, ==, "ใหม่กว่า");
  mattra_grid_select_rows (table.grid, 0, LAST - 1);
  gtk_widget_activate_action (GTK_WIDGET (table.grid), "grid.cut", NULL);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (table.grid)), "ใหม่ที่สุด");
  table_settle (&table);
  last = table_read_clipboard (&table);
  g_assert_cmpstr (last, ==, "ใหม่ที่สุด");
  g_assert_cmpuint (count_blank (&table, "results", SESSION_FIXTURE_MEASURES), ==, 0);
}

/* From a row that is seen into those that are not, and over them. */
static void
test_fill_and_paste (void)
{
  g_auto (Table) table = { { NULL } };
  g_autoptr (GString) block = g_string_new (NULL);

  table_init (&table, MANY);
  table_go (&table, 0, "obstacles");
  mattra_grid_edit (table.grid, 0, mattra_grid_find_column (table.grid, "obstacles"), "ขาดคน");
  g_assert_true (mattra_grid_commit_edit (table.grid));
  table_settle (&table);
  table_go (&table, 0, "obstacles");
  table_press (&table, GDK_KEY_space, GDK_CONTROL_MASK);
  table_press (&table, GDK_KEY_d, GDK_CONTROL_MASK);
  assert_text (&table, 1400, "obstacles", "ขาดคน");
  assert_text (&table, LAST - 1, "obstacles", "ขาดคน");
  for (guint i = 0; i < 400; i++)
    g_string_append_printf (block, "แถว %u\n", i);
  table_go (&table, 500, "obstacles");
  table_set_clipboard (&table, block->str);
  g_assert_false (is_at_hand (&table, 899));
  table_press (&table, GDK_KEY_v, GDK_CONTROL_MASK);
  assert_text (&table, 500, "obstacles", "แถว 0");
  assert_text (&table, 899, "obstacles", "แถว 399");
  assert_text (&table, 900, "obstacles", "ขาดคน");
  g_assert_cmpstr (mattra_session_get_undo_name (table.session), ==, "Paste");
}

/* The edge of what is filled is found also where nobody has looked yet. */
static void
test_jump (void)
{
  g_auto (Table) table = { { NULL } };
  g_autofree char *last = NULL;
  g_autofree char *hole = NULL;
  g_autofree char *first = NULL;

  table_init (&table, MANY);
  session_fixture_set (table.session, "1200", "results", "");
  table_go (&table, 41, "results");
  g_assert_false (is_at_hand (&table, 1198));
  table_press (&table, GDK_KEY_Down, GDK_CONTROL_MASK);
  hole = table_where (&table);
  g_assert_cmpstr (hole, ==, "1198 results 1198-1198");
  table_press (&table, GDK_KEY_Down, GDK_CONTROL_MASK);
  table_press (&table, GDK_KEY_Down, GDK_CONTROL_MASK);
  last = table_where (&table);
  g_assert_cmpstr (last, ==, "1539 results 1539-1539");
  table_go (&table, 1539, "title");
  table_press (&table, GDK_KEY_Up, GDK_CONTROL_MASK);
  first = table_where (&table);
  g_assert_cmpstr (first, ==, "0 title 0-0");
}

/* Rows that change places while they are read are not written over. */
static void
test_moved (void)
{
  g_auto (Table) table = { { NULL } };

  table_init (&table, MANY);
  mattra_table_page_set_search (table.page, "มาตรการที่ 15");
  table_settle (&table);
  mattra_table_page_set_search (table.page, "");
  table_settle (&table);
  table_go (&table, 0, "results");
  table_press (&table, GDK_KEY_space, GDK_CONTROL_MASK);
  mattra_table_page_set_search (table.page, "มาตรการที่ 15");
  table_act (&table, "grid.clear");
  g_assert_cmpuint (table_n_rows (&table), <, LAST);
  g_assert_nonnull (seek (GTK_WIDGET (table.grid), GTK_TYPE_LABEL, "The rows have changed places"));
  mattra_table_page_set_search (table.page, "");
  table_settle (&table);
  g_assert_cmpuint (table_n_rows (&table), ==, LAST);
  assert_text (&table, LAST - 1, "results", "ผลที่ 1540");
}

/* What every division answers is each division's own in its table; in that of all it is put together, can't
 * be edited there, and says why. */
static void
test_own_results (void)
{
  g_auto (Table) table = { { NULL } };
  MattraGridColumn *results = NULL;
  g_autofree char *all = NULL;
  guint row = 0;

  table_init (&table, 0);
  results = mattra_grid_find_column (table.grid, "results");
  for (int division = 0; division < 2; division++)
    {
      g_autofree char *text = g_strdup_printf ("ของส่วนที่ %d", division);

      table_show (&table, division);
      for (row = 0; table_number (&table, row) != 10; row++)
        ;
      table_go (&table, row, "results");
      table_type (&table, text);
      assert_text (&table, row, "results", text);
    }
  table_show (&table, 0);
  for (row = 0; table_number (&table, row) != 10; row++)
    ;
  assert_text (&table, row, "results", "ของส่วนที่ 0");
  table_show (&table, -1);
  all = table_text (&table, 9, "results");
  g_assert_nonnull (strstr (all, "ของส่วนที่ 0"));
  g_assert_nonnull (strstr (all, "ของส่วนที่ 1"));
  table_go (&table, 9, "results");
  g_assert_false (mattra_grid_edit (table.grid, 9, results, NULL));
  g_assert_nonnull (seek (GTK_WIDGET (table.grid), GTK_TYPE_LABEL, "Several divisions have answered here"));
  table_press (&table, GDK_KEY_Delete, 0);
  assert_text (&table, 9, "results", all);
}

static guint
place_of (Table      *table,
          const char *id)
{
  GListModel *columns = mattra_grid_get_columns (table->grid);
  guint n = g_list_model_get_n_items (columns);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (MattraGridColumn) column = g_list_model_get_item (columns, i);

      if (g_str_equal (mattra_grid_column_get_id (column), id))
        return i;
    }
  return n;
}

/* The office's own columns come as soon as a measure has one; what the user did to the others stays. */
static void
test_extras (void)
{
  static const char *const kept[] = { "งบที่ใช้", NULL };
  g_auto (Table) table = { { NULL } };
  MattraGridColumn *column = NULL;
  g_autofree char *text = NULL;

  table_init (&table, 0);
  mattra_grid_column_set_width (mattra_grid_find_column (table.grid, "steps"), 333);
  mattra_grid_move_column (table.grid, mattra_grid_find_column (table.grid, "status"), 2);
  g_assert_null (mattra_grid_find_column (table.grid, "extra:งบที่ใช้"));
  session_fixture_set (table.session, "2", "extra:งบที่ใช้", "๕๐๐ บาท\n๒๐๐ บาท");
  table_settle (&table);
  column = mattra_grid_find_column (table.grid, "extra:งบที่ใช้");
  g_assert_nonnull (column);
  assert_text (&table, 1, "extra:งบที่ใช้", "๕๐๐ บาท\n๒๐๐ บาท");
  g_assert_cmpint (mattra_grid_column_get_width (mattra_grid_find_column (table.grid, "steps")), ==, 333);
  g_assert_cmpuint (place_of (&table, "status"), ==, 2);
  mattra_grid_move_column (table.grid, column, 3);
  table_go (&table, 0, "extra:งบที่ใช้");
  table_type (&table, "ไม่ใช้งบ");
  assert_text (&table, 0, "extra:งบที่ใช้", "ไม่ใช้งบ");
  table_press (&table, GDK_KEY_c, GDK_CONTROL_MASK);
  text = table_read_clipboard (&table);
  g_assert_cmpstr (text, ==, "ไม่ใช้งบ\n");
  session_fixture_set (table.session, "3", "extra:ผู้ตรวจ", "นาย ก");
  table_settle (&table);
  g_assert_nonnull (mattra_grid_find_column (table.grid, "extra:ผู้ตรวจ"));
  g_assert_cmpuint (place_of (&table, "extra:งบที่ใช้"), ==, 3);
  g_assert_cmpuint (place_of (&table, "status"), ==, 2);
  picture_save (table.window, "table-extras");
  g_assert_true (mattra_table_set_extras (table.grid, mattra_session_get_plan (table.session), kept));
  g_assert_null (mattra_grid_find_column (table.grid, "extra:ผู้ตรวจ"));
  g_assert_cmpuint (place_of (&table, "extra:งบที่ใช้"), ==, 3);
  g_assert_cmpuint (place_of (&table, "status"), ==, 2);
  g_assert_cmpint (mattra_grid_column_get_width (mattra_grid_find_column (table.grid, "steps")), ==, 333);
}

/* What is open next time has them from the beginning, so that their places can be given back. */
static void
test_extras_again (void)
{
  g_auto (Table) table = { { NULL } };
  MattraSession *session = NULL;
  g_autoptr (GError) error = NULL;

  table_init (&table, 0);
  session_fixture_set (table.session, "2", "extra:งบที่ใช้", "๕๐๐ บาท");
  table_settle (&table);
  session = session_fixture_open (table.fixture.path, TRUE, &error);
  g_assert_no_error (error);
  g_assert_true (g_strv_contains (mattra_session_get_extras (session), "งบที่ใช้"));
  mattra_session_close (session);
  g_object_unref (session);
}

int
main (int    argc,
      char **argv)
{
  picture_init (&argc, &argv);
  g_test_add_func ("/table/texts/copy", test_copy);
  g_test_add_func ("/table/texts/clear", test_clear);
  g_test_add_func ("/table/texts/cut", test_cut);
  g_test_add_func ("/table/texts/cut-after-other", test_cut_after_other);
  g_test_add_func ("/table/texts/copy-overtaken", test_copy_overtaken);
  g_test_add_func ("/table/texts/fill-and-paste", test_fill_and_paste);
  g_test_add_func ("/table/texts/jump", test_jump);
  g_test_add_func ("/table/texts/moved", test_moved);
  g_test_add_func ("/table/texts/own-results", test_own_results);
  g_test_add_func ("/table/texts/extras", test_extras);
  g_test_add_func ("/table/texts/extras-again", test_extras_again);
  return g_test_run ();
}
