/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "picture.h"
#include "seek.h"
#include "table-fixture.h"

#define LAST SESSION_FIXTURE_MEASURES

static void
assert_where (Table      *table,
              const char *where)
{
  g_autofree char *is = table_where (table);

  g_assert_cmpstr (is, ==, where);
}

static void
assert_text (Table      *table,
             guint       row,
             const char *field,
             const char *text)
{
  g_autofree char *is = table_text (table, row, field);

  g_assert_cmpstr (is, ==, text);
}

static void
assert_undo_name (Table      *table,
                  const char *name)
{
  g_assert_cmpstr (mattra_session_get_undo_name (table->session), ==, name);
}

/* The first numbers of the list: "1 2 0 3". */
static void
assert_numbers (Table      *table,
                guint       first,
                const char *numbers)
{
  g_auto (GStrv) words = g_strsplit (numbers, " ", -1);

  for (guint i = 0; words[i]; i++)
    g_assert_cmpint (table_number (table, first + i), ==, atoi (words[i]));
}

/* A new measure stands at the end with the next number, and its name waits to be written. */
static void
test_new (void)
{
  g_auto (Table) table = { { NULL } };

  table_init (&table, 0);
  mattra_table_page_new_measure (table.page);
  table_settle (&table);
  g_assert_cmpuint (table_n_rows (&table), ==, LAST + 1);
  g_assert_true (mattra_grid_is_editing (table.grid));
  assert_where (&table, "40 title 40-40");
  assert_undo_name (&table, "New measure");
  table_type (&table, "มาตรการใหม่");
  assert_text (&table, LAST, "title", "มาตรการใหม่");
  assert_numbers (&table, LAST - 1, "40 41");
  table_undo (&table);
  table_undo (&table);
  g_assert_cmpuint (table_n_rows (&table), ==, LAST);
}

/* In a division's table it is this division's, and stays to be seen. */
static void
test_new_in_division (void)
{
  g_auto (Table) table = { { NULL } };
  const char *name = NULL;
  guint n = 0;

  table_init (&table, 0);
  table_show (&table, 2);
  n = table_n_rows (&table);
  g_assert_cmpuint (n, <, LAST);
  name = mattra_division_list_get (mattra_plan_get_divisions (mattra_session_get_plan (table.session)), 2)->name;
  mattra_table_page_new_measure (table.page);
  table_settle (&table);
  g_assert_cmpuint (table_n_rows (&table), ==, n + 1);
  assert_text (&table, n, "responsible", name);
  g_assert_cmpstr (mattra_session_get_division (table.session), ==, table_division (&table, 2));
  mattra_grid_cancel_edit (table.grid);
}

/* What a filter or a smart list would hide is shown, with the division as it is. */
static void
test_new_in_filter (void)
{
  g_auto (Table) table = { { NULL } };

  table_init (&table, 0);
  mattra_table_page_set_search (table.page, "มาตรการที่ 3");
  mattra_session_set_list (table.session, MATTRA_LIST_OVERDUE);
  table_settle (&table);
  g_assert_cmpuint (table_n_rows (&table), <, LAST);
  mattra_table_page_new_measure (table.page);
  table_settle (&table);
  g_assert_cmpuint (table_n_rows (&table), ==, LAST + 1);
  g_assert_true (mattra_grid_is_editing (table.grid));
  assert_where (&table, "40 title 40-40");
  g_assert_cmpint (mattra_session_get_list (table.session), ==, MATTRA_LIST_ALL);
  mattra_grid_cancel_edit (table.grid);
}

/* As many as are selected, above them, and without numbers. */
static void
test_insert (void)
{
  g_auto (Table) table = { { NULL } };

  table_init (&table, 0);
  mattra_grid_select_rows (table.grid, 1, 2);
  table_press (&table, GDK_KEY_plus, GDK_CONTROL_MASK);
  assert_numbers (&table, 0, "1 0 0 2 3");
  assert_where (&table, "1 number 1-2");
  table_undo (&table);
  assert_numbers (&table, 0, "1 2 3");
  table_go (&table, 1, "results");
  table_act (&table, "grid.insert-below");
  assert_numbers (&table, 0, "1 2 0 3");
  assert_where (&table, "2 title 2-2");
  g_assert_true (mattra_grid_is_editing (table.grid));
  mattra_grid_cancel_edit (table.grid);
}

static void
test_duplicate (void)
{
  g_auto (Table) table = { { NULL } };

  table_init (&table, 0);
  mattra_grid_select_rows (table.grid, 0, 1);
  table_act (&table, "grid.duplicate");
  assert_numbers (&table, 0, "1 2 0 0 3");
  assert_text (&table, 2, "title", "มาตรการที่ 1");
  assert_text (&table, 2, "results", "");
  assert_where (&table, "2 number 2-3");
  assert_undo_name (&table, "Duplicate measure");
}

/* The cursor goes to what takes the place, and everything comes back. */
static void
test_delete (void)
{
  g_auto (Table) table = { { NULL } };

  table_init (&table, 0);
  table_go (&table, 2, "title");
  table_press (&table, GDK_KEY_Down, GDK_SHIFT_MASK);
  assert_where (&table, "2 title 2-3");
  table_press (&table, GDK_KEY_minus, GDK_CONTROL_MASK);
  assert_numbers (&table, 0, "1 2 5 6");
  g_assert_cmpuint (table_n_rows (&table), ==, LAST - 2);
  assert_undo_name (&table, "Delete measure");
  g_assert_cmpstr (mattra_table_page_get_measure (table.page), ==, mattra_measure_list_get_id (table.list, 2));
  table_undo (&table);
  assert_numbers (&table, 0, "1 2 3 4 5 6");
  assert_text (&table, 2, "results", "ดำเนินการแล้วเมื่อ 5 มกราคม 2566");
}

/* Rows that are moved stay selected, and the cursor on its measure; what is moved to the end of what a search
 * leaves goes behind the last of that, not to the end of all. */
static void
test_move (void)
{
  g_auto (Table) table = { { NULL } };
  guint last = 0;

  table_init (&table, 0);
  g_assert_true (mattra_grid_column_get_handle (mattra_grid_find_column (table.grid, "number")));
  g_assert_false (mattra_grid_column_get_handle (mattra_grid_find_column (table.grid, "title")));
  table_go (&table, 3, "title");
  table_press (&table, GDK_KEY_Up, GDK_SHIFT_MASK);
  table_press (&table, GDK_KEY_Up, GDK_ALT_MASK);
  assert_numbers (&table, 0, "1 3 4 2 5");
  assert_where (&table, "2 title 1-2");
  assert_undo_name (&table, "Move measure");
  table_press (&table, GDK_KEY_Down, GDK_ALT_MASK);
  table_press (&table, GDK_KEY_Down, GDK_ALT_MASK);
  assert_numbers (&table, 0, "1 2 5 3 4 6");
  assert_where (&table, "4 title 3-4");
  mattra_table_page_set_search (table.page, "มาตรการที่ 3");
  table_settle (&table);
  last = table_n_rows (&table) - 1;
  assert_numbers (&table, last, "39");
  table_go (&table, 0, "title");
  table_act (&table, "grid.move-bottom");
  assert_numbers (&table, last - 1, "39 3");
  mattra_table_page_set_search (table.page, "");
  table_settle (&table);
  assert_numbers (&table, LAST - 3, "39 3 40");
}

/* In a sorted list that is refused with a word, and the register's own order is offered. */
static void
test_sorted (void)
{
  g_auto (Table) table = { { NULL } };

  table_init (&table, 0);
  mattra_grid_set_sort (table.grid, "number", TRUE);
  g_signal_emit_by_name (table.grid, "sort-changed", "number", TRUE);
  table_settle (&table);
  assert_numbers (&table, 0, "40 39 38");
  table_go (&table, 1, "title");
  table_press (&table, GDK_KEY_Down, GDK_ALT_MASK);
  assert_numbers (&table, 0, "40 39 38");
  g_assert_nonnull (seek (GTK_WIDGET (table.grid), GTK_TYPE_LABEL, "The table is sorted"));
  mattra_table_page_new_measure (table.page);
  table_settle (&table);
  mattra_grid_cancel_edit (table.grid);
  assert_numbers (&table, 0, "41 40 39");
  assert_where (&table, "0 title 0-0");
  gtk_widget_activate_action (GTK_WIDGET (table.page), "table.own-order", NULL);
  table_settle (&table);
  assert_numbers (&table, 0, "1 2 3");
  assert_where (&table, "40 title 40-40");
}

static void
agree (Table *table)
{
  GtkWindow *dialog = table_find_dialog (table);

  g_assert_nonnull (dialog);
  seek_click (GTK_WIDGET (dialog), "_Paste");
  table_settle (table);
}

/* What falls below the last row becomes measures, as one act; a status that is none is left out. */
static void
test_paste (void)
{
  g_auto (Table) table = { { NULL } };

  table_init (&table, 0);
  table_go (&table, LAST - 1, "title");
  table_set_clipboard (&table, "สี่สิบ\tแจ้ง\tกองคลัง\tต.ค. ๒๕๖๕\tนั่นนี่\n"
                               "สี่สิบเอ็ด\t1. ก\tสำนักปลัด\tพ.ย. ๒๕๖๕\tเสร็จแล้วมั้ง\n"
                               "\t\t\t\t\n"
                               "สี่สิบสอง\tข\t\t\t\n");
  table_press (&table, GDK_KEY_v, GDK_CONTROL_MASK);
  agree (&table);
  g_assert_cmpuint (table_n_rows (&table), ==, LAST + 2);
  assert_numbers (&table, LAST - 1, "40 41 42");
  assert_text (&table, LAST - 1, "title", "สี่สิบ");
  assert_text (&table, LAST, "title", "สี่สิบเอ็ด");
  assert_text (&table, LAST, "steps", "ก");
  assert_text (&table, LAST, "responsible", "สำนักปลัด");
  assert_text (&table, LAST + 1, "title", "สี่สิบสอง");
  assert_undo_name (&table, "Paste");
  table_undo (&table);
  g_assert_cmpuint (table_n_rows (&table), ==, LAST);
  assert_text (&table, LAST - 1, "title", "มาตรการที่ 40");
}

/* Pasted measures that a search leaves out, or that are another division's, are shown all the same. */
static void
test_paste_unseen (void)
{
  g_auto (Table) table = { { NULL } };
  guint row = 0;

  table_init (&table, 0);
  table_show (&table, 1);
  mattra_table_page_set_search (table.page, "มาตรการที่ 17");
  table_settle (&table);
  g_assert_cmpuint (table_n_rows (&table), ==, 1);
  table_go (&table, 0, "title");
  table_set_clipboard (&table, "มาตรการที่ 17\nของใหม่\n");
  table_press (&table, GDK_KEY_v, GDK_CONTROL_MASK);
  agree (&table);
  g_assert_cmpstr (mattra_table_page_get_search (table.page), ==, "");
  g_assert_cmpstr (mattra_session_get_division (table.session), ==, table_division (&table, 1));
  row = table_n_rows (&table) - 1;
  assert_text (&table, row, "title", "ของใหม่");
  g_assert_cmpstr (mattra_table_page_get_measure (table.page), ==, mattra_measure_list_get_id (table.list, row));
  table_go (&table, row, "title");
  table_set_clipboard (&table, "ของใหม่\t\t\nของกองอื่น\t\tผู้ดูแลระบบ\n");
  table_press (&table, GDK_KEY_v, GDK_CONTROL_MASK);
  agree (&table);
  g_assert_null (mattra_session_get_division (table.session));
  row = table_n_rows (&table) - 1;
  assert_text (&table, row, "title", "ของกองอื่น");
  g_assert_cmpstr (mattra_table_page_get_measure (table.page), ==, mattra_measure_list_get_id (table.list, row));
}

/* A division without measures: its button makes one, and so does what is pasted. */
static void
test_empty (void)
{
  g_auto (Table) table = { { NULL } };

  table_init (&table, 0);
  table_show (&table, 3);
  mattra_grid_select_rows (table.grid, 0, table_n_rows (&table) - 1);
  table_press (&table, GDK_KEY_minus, GDK_CONTROL_MASK);
  g_assert_cmpuint (table_n_rows (&table), ==, 0);
  seek_click (GTK_WIDGET (table.page), "New Measure");
  table_settle (&table);
  g_assert_true (mattra_grid_is_editing (table.grid));
  g_assert_cmpuint (table_n_rows (&table), ==, 1);
  mattra_grid_cancel_edit (table.grid);
  table_undo (&table);
  g_assert_cmpuint (table_n_rows (&table), ==, 0);
  table_set_clipboard (&table, "\tหนึ่ง\tก\n\tสอง\tข\n");
  gtk_widget_activate_action (GTK_WIDGET (table.page), "table.paste", NULL);
  table_settle (&table);
  agree (&table);
  g_assert_cmpuint (table_n_rows (&table), ==, 2);
  assert_text (&table, 1, "title", "สอง");
  assert_text (&table, 1, "steps", "ข");
}

/* A register without measures offers to take them in, and to write the first. */
static void
test_first (void)
{
  g_auto (Table) table = { { NULL } };
  GtkWidget *button = NULL;

  table_init (&table, 0);
  mattra_grid_select_rows (table.grid, 0, LAST - 1);
  table_press (&table, GDK_KEY_minus, GDK_CONTROL_MASK);
  g_assert_cmpuint (table_n_rows (&table), ==, 0);
  button = seek (GTK_WIDGET (table.page), GTK_TYPE_BUTTON, "Import Table…");
  g_assert_true (gtk_widget_get_mapped (button));
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (button)), ==, "app.import");
  button = seek (GTK_WIDGET (table.page), GTK_TYPE_BUTTON, "New Measure");
  g_assert_true (gtk_widget_has_css_class (button, "suggested-action"));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (table.window)) == button);
  picture_save (table.window, "table-first");
  seek_click (GTK_WIDGET (table.page), "New Measure");
  table_settle (&table);
  assert_where (&table, "0 title 0-0");
  g_assert_true (mattra_grid_is_editing (table.grid));
  table_type (&table, "มาตรการแรก");
  assert_text (&table, 0, "title", "มาตรการแรก");
  assert_numbers (&table, 0, "1");
}

static void
test_renumber (void)
{
  g_auto (Table) table = { { NULL } };

  table_init (&table, 0);
  table_go (&table, 0, "title");
  table_press (&table, GDK_KEY_minus, GDK_CONTROL_MASK);
  assert_numbers (&table, 0, "2 3 4");
  gtk_widget_activate_action (GTK_WIDGET (table.page), "table.renumber", NULL);
  table_settle (&table);
  assert_numbers (&table, 0, "1 2 3");
  assert_undo_name (&table, "Number measures anew");
}

int
main (int    argc,
      char **argv)
{
  picture_init (&argc, &argv);
  g_test_add_func ("/table/rows/new", test_new);
  g_test_add_func ("/table/rows/new-in-division", test_new_in_division);
  g_test_add_func ("/table/rows/new-in-filter", test_new_in_filter);
  g_test_add_func ("/table/rows/insert", test_insert);
  g_test_add_func ("/table/rows/duplicate", test_duplicate);
  g_test_add_func ("/table/rows/delete", test_delete);
  g_test_add_func ("/table/rows/move", test_move);
  g_test_add_func ("/table/rows/sorted", test_sorted);
  g_test_add_func ("/table/rows/paste", test_paste);
  g_test_add_func ("/table/rows/paste-unseen", test_paste_unseen);
  g_test_add_func ("/table/rows/empty", test_empty);
  g_test_add_func ("/table/rows/first", test_first);
  g_test_add_func ("/table/rows/renumber", test_renumber);
  return g_test_run ();
}
