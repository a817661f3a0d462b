/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "grid-desk.h"

#include "mattra-cell-editor.h"
#include "mattra-grid-hands.h"
#include "picture.h"

static MattraCellEditor *
find_editor (Desk *desk)
{
  GtkWidget *widget = desk_focus (desk);

  while (widget != NULL && !MATTRA_IS_CELL_EDITOR (widget))
    widget = gtk_widget_get_parent (widget);
  g_assert_nonnull (widget);
  return MATTRA_CELL_EDITOR (widget);
}

static void
assert_cursor (Desk  *desk,
               guint  row,
               int    column)
{
  MattraGridColumn *at;
  guint at_row;

  g_assert_true (mattra_grid_get_cursor (desk->grid, &at_row, &at));
  g_assert_cmpuint (at_row, ==, row);
  g_assert_cmpstr (mattra_grid_column_get_id (at), ==, mattra_grid_column_get_id (desk->columns[column]));
}

static void
test_commit_keys (void)
{
  static const struct
  {
    guint keyval;
    GdkModifierType state;
    guint row;
    int column;
  } keys[] = {
    { GDK_KEY_Return, 0, 2, DESK_ITEMS },
    { GDK_KEY_KP_Enter, 0, 2, DESK_ITEMS },
    { GDK_KEY_Return, GDK_SHIFT_MASK, 0, DESK_ITEMS },
    { GDK_KEY_Return, GDK_CONTROL_MASK, 1, DESK_ITEMS },
    { GDK_KEY_Tab, 0, 1, DESK_DATE },
    { GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK, 1, DESK_TEXT },
  };
  g_autoptr (Desk) desk = desk_new (4, 620);

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autofree char *text = g_strdup_printf ("ครั้งที่ %u", i);

      mattra_grid_set_cursor (desk->grid, 0, desk->columns[DESK_TEXT]);
      desk_edit (desk, 1, DESK_ITEMS, "");
      desk_type (desk, text);
      desk_press (desk, keys[i].keyval, keys[i].state);
      g_assert_false (mattra_grid_is_editing (desk->grid));
      g_assert_cmpstr (desk_text (desk, 1, DESK_ITEMS), ==, text);
      g_assert_cmpuint (desk_n_applied (desk), ==, i + 1);
      g_assert_null (desk_last_draft (desk));
      assert_cursor (desk, keys[i].row, keys[i].column);
      g_assert_true (gtk_widget_is_ancestor (desk_focus (desk), GTK_WIDGET (desk->grid))
                     || desk_focus (desk) == GTK_WIDGET (desk->grid));
    }
}

/* A run of Tabs is typed row by row: Enter leads below the cell where it began. */
static void
test_typed_by_rows (void)
{
  g_autoptr (Desk) desk = desk_new (4, 620);

  mattra_grid_set_cursor (desk->grid, 1, desk->columns[DESK_TEXT]);
  for (guint row = 1; row < 3; row++)
    {
      desk_edit (desk, row, DESK_TEXT, "");
      desk_type (desk, "หนึ่ง");
      desk_press (desk, GDK_KEY_Tab, 0);
      assert_cursor (desk, row, DESK_ITEMS);
      desk_edit (desk, row, DESK_ITEMS, NULL);
      desk_type (desk, "สอง");
      desk_press (desk, row == 1 ? GDK_KEY_Return : GDK_KEY_Tab, 0);
      assert_cursor (desk, 2, row == 1 ? DESK_TEXT : DESK_DATE);
    }
  desk_edit (desk, 2, DESK_DATE, NULL);
  desk_press (desk, GDK_KEY_Escape, 0);
  desk_edit (desk, 2, DESK_DATE, NULL);
  desk_press (desk, GDK_KEY_Return, 0);
  assert_cursor (desk, 3, DESK_TEXT);
}

/* A selected range is typed through: it stays, and the cursor goes around in it. */
static void
test_typed_in_range (void)
{
  static const struct
  {
    guint keyval;
    GdkModifierType state;
    guint row;
    int column;
  } steps[] = {
    { GDK_KEY_Tab, 0, 1, DESK_ITEMS },
    { GDK_KEY_Tab, 0, 2, DESK_TEXT },
    { GDK_KEY_Return, 0, 1, DESK_ITEMS },
    { GDK_KEY_Return, 0, 2, DESK_ITEMS },
    { GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK, 2, DESK_TEXT },
    { GDK_KEY_Return, GDK_SHIFT_MASK, 1, DESK_TEXT },
    { GDK_KEY_Escape, 0, 1, DESK_TEXT },
  };
  g_autoptr (Desk) desk = desk_new (4, 620);
  MattraGridRange range;

  mattra_grid_set_cursor (desk->grid, 1, desk->columns[DESK_TEXT]);
  mattra_grid_go_to (desk->grid, 2, 1, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      MattraGridColumn *column = NULL;
      guint row = 0;

      g_assert_true (mattra_grid_get_cursor (desk->grid, &row, &column));
      g_assert_true (mattra_grid_edit (desk->grid, row, column, i % 2 == 0 ? "" : NULL));
      picture_settle ();
      desk_type (desk, "ก");
      desk_press (desk, steps[i].keyval, steps[i].state);
      assert_cursor (desk, steps[i].row, steps[i].column);
      mattra_grid_get_selection (desk->grid, &range);
      g_assert_cmpuint (range.top, ==, 1);
      g_assert_cmpuint (range.bottom, ==, 2);
      g_assert_cmpuint (range.left, ==, 0);
      g_assert_cmpuint (range.right, ==, 1);
    }
}

static void
test_cancel (void)
{
  g_autoptr (Desk) desk = desk_new (3, 620);
  g_autofree char *before = g_strdup (desk_text (desk, 0, DESK_TEXT));

  desk_edit (desk, 0, DESK_TEXT, NULL);
  desk_type (desk, "ที่ไม่เอา");
  desk_press (desk, GDK_KEY_Escape, 0);
  g_assert_false (mattra_grid_is_editing (desk->grid));
  g_assert_cmpstr (desk_text (desk, 0, DESK_TEXT), ==, before);
  g_assert_cmpuint (desk_n_applied (desk), ==, 0);
  g_assert_null (desk_last_draft (desk));
}

/* The cursor is at the end, nothing is selected, and an unchanged text is no change. */
static void
test_unchanged (void)
{
  g_autoptr (Desk) desk = desk_new (3, 620);
  g_autofree char *before = g_strdup (desk_text (desk, 0, DESK_TEXT));
  g_autofree char *appended = g_strconcat (before, "ก", NULL);

  desk_edit (desk, 0, DESK_TEXT, NULL);
  desk_press (desk, GDK_KEY_Return, 0);
  desk_edit (desk, 0, DESK_TEXT, "");
  desk_press (desk, GDK_KEY_Return, 0);
  g_assert_cmpuint (desk_n_applied (desk), ==, 0);
  g_assert_cmpstr (desk_text (desk, 0, DESK_TEXT), ==, before);

  desk_edit (desk, 0, DESK_TEXT, NULL);
  desk_type (desk, "ก");
  desk_press (desk, GDK_KEY_Return, 0);
  g_assert_cmpstr (desk_text (desk, 0, DESK_TEXT), ==, appended);
}

/* Screen readers hear the column and the row, and what is understood. */
static void
test_names (void)
{
  g_autoptr (Desk) desk = desk_new (3, 620);

  for (int column = DESK_TEXT; column < DESK_READ_ONLY; column++)
    {
      g_autofree char *name = g_strdup_printf ("%s, มาตรการที่ 2", mattra_grid_column_get_title (desk->columns[column]));

      desk_edit (desk, 1, column, NULL);
      gtk_test_accessible_assert_property (GTK_ACCESSIBLE (desk_focus (desk)), GTK_ACCESSIBLE_PROPERTY_LABEL, name);
      g_assert_true (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (desk_focus (desk)),
                                                       GTK_ACCESSIBLE_RELATION_DESCRIBED_BY));
      mattra_grid_cancel_edit (desk->grid);
    }
}

static void
test_typed_over (void)
{
  g_autoptr (Desk) desk = desk_new (3, 620);

  desk_edit (desk, 0, DESK_TEXT, "ส");
  desk_type (desk, "ร้าง");
  desk_press (desk, GDK_KEY_Return, GDK_ALT_MASK);
  desk_type (desk, "ใหม่");
  desk_press (desk, GDK_KEY_Tab, 0);
  g_assert_cmpstr (desk_text (desk, 0, DESK_TEXT), ==, "สร้าง\nใหม่");
}

static void
test_undo_inside (void)
{
  g_autoptr (Desk) desk = desk_new (3, 620);
  g_autofree char *before = g_strdup (desk_text (desk, 0, DESK_TEXT));
  g_autofree char *text = NULL;

  desk_edit (desk, 0, DESK_TEXT, NULL);
  desk_type (desk, "ก");
  gtk_widget_activate_action (desk_focus (desk), "text.undo", NULL);
  gtk_widget_activate_action (desk_focus (desk), "text.undo", NULL);
  text = mattra_cell_editor_dup_text (find_editor (desk));
  g_assert_cmpstr (text, ==, before);
}

/* Long texts grow the editor, within the view, and the cell's place is where it begins if it fits. */
static void
test_growth (void)
{
  g_autoptr (Desk) desk = desk_new (3, 420);
  MattraCellEditor *editor;
  graphene_rect_t bounds;
  int before, grid_height = gtk_widget_get_height (GTK_WIDGET (desk->grid));

  desk_edit (desk, 0, DESK_TEXT, NULL);
  editor = find_editor (desk);
  before = gtk_widget_get_height (GTK_WIDGET (editor));
  for (int i = 0; i < 4; i++)
    desk_type (desk, "ผู้บริหารและบุคลากรร่วมกันทบทวนปัญหาอุปสรรคในการปฏิบัติงาน");
  picture_settle ();
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (editor)), >, before);
  picture_save_both (desk->window, "grid-editor-text");
  for (int i = 0; i < 30; i++)
    desk_type (desk, "ผู้บริหารและบุคลากรร่วมกันทบทวนปัญหาอุปสรรคในการปฏิบัติงาน");
  picture_settle ();
  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (editor), GTK_WIDGET (desk->grid), &bounds));
  g_assert_cmpfloat (bounds.origin.y, >, 0);
  g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=, grid_height);
  picture_save (desk->window, "grid-editor-text-long");
}

static void
assert_caret_seen (Desk *desk)
{
  GtkTextView *view = GTK_TEXT_VIEW (desk_focus (desk));
  GdkRectangle seen, caret;

  gtk_text_view_get_visible_rect (view, &seen);
  gtk_text_view_get_cursor_locations (view, NULL, &caret, NULL);
  g_assert_cmpint (caret.y, >=, seen.y);
  g_assert_cmpint (caret.y + caret.height * 3 / 4, <=, seen.y + seen.height);
}

/* A text higher than the view is seen at its end, where the cursor is, also when it is opened again. */
static void
test_long_text_opens (void)
{
  g_autoptr (Desk) desk = desk_new (3, 420);
  g_autoptr (GString) text = g_string_new (NULL);

  for (int i = 0; i < 60; i++)
    g_string_append_printf (text, "%sบรรทัดที่ %d", i > 0 ? "\n" : "", i + 1);
  desk_set_text (desk, 1, DESK_ITEMS, text->str);
  desk_edit (desk, 1, DESK_ITEMS, NULL);
  picture_settle ();
  assert_caret_seen (desk);
  picture_save (desk->window, "grid-editor-items-long");
  desk_press (desk, GDK_KEY_Return, GDK_ALT_MASK);
  desk_type (desk, "บรรทัดสุดท้าย");
  picture_settle ();
  assert_caret_seen (desk);
}

/* The lines break where the cell broke them, and all of them are seen. */
static void
test_same_lines (void)
{
  g_autoptr (Desk) desk = desk_new (3, 620);
  static const int columns[] = { DESK_TEXT, DESK_ITEMS, DESK_PERIOD, DESK_PEOPLE };

  picture_save (desk->window, "grid-cells");
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      GtkTextView *view;
      GtkTextIter end;
      int y, height, content;

      desk_edit (desk, 0, columns[i], NULL);
      view = GTK_TEXT_VIEW (desk_focus (desk));
      gtk_text_buffer_get_end_iter (gtk_text_view_get_buffer (view), &end);
      gtk_text_view_get_line_yrange (view, &end, &y, &height);
      content = y + height + gtk_text_view_get_top_margin (view) * 2;
      g_test_message ("column %d: text %d, cell %d", columns[i], content, gtk_widget_get_height (GTK_WIDGET (view)));
      g_assert_cmpint (ABS (content - gtk_widget_get_height (GTK_WIDGET (view))), <=,
                       gtk_widget_get_height (GTK_WIDGET (view)) / 2 + 60);
      g_assert_cmpint (content, <=, gtk_widget_get_height (GTK_WIDGET (view)) + 4);
      mattra_grid_cancel_edit (desk->grid);
    }
}

static void
test_drafts (void)
{
  g_autoptr (Desk) desk = desk_new (3, 620);
  guint n;

  desk_edit (desk, 1, DESK_TEXT, "");
  g_assert_cmpuint (desk->drafts->len, ==, 0);
  desk_type (desk, "ร่างแรก");
  picture_settle ();
  picture_settle ();
  picture_settle ();
  g_assert_cmpuint (desk->drafts->len, ==, 1);
  g_assert_cmpstr (desk_last_draft (desk), ==, "ร่างแรก");
  desk_type (desk, " ต่อ");
  n = desk->drafts->len;
  desk_press (desk, GDK_KEY_Return, 0);
  g_assert_cmpuint (desk->drafts->len, ==, n + 1);
  g_assert_null (desk_last_draft (desk));
}

static void
test_focus_leave (void)
{
  g_autoptr (Desk) desk = desk_new (3, 620);

  desk_edit (desk, 1, DESK_TEXT, "");
  desk_type (desk, "ออกไปแล้ว");
  gtk_widget_grab_focus (desk->other);
  g_assert_true (mattra_grid_is_editing (desk->grid));
  picture_settle ();
  g_assert_false (mattra_grid_is_editing (desk->grid));
  g_assert_cmpstr (desk_text (desk, 1, DESK_TEXT), ==, "ออกไปแล้ว");
  g_assert_true (gtk_widget_is_ancestor (desk_focus (desk), desk->other));
}

/* Another window in front is no reason to commit; the text is in a draft. */
static void
test_window_leave (void)
{
  g_autoptr (Desk) desk = desk_new (3, 620);
  GtkWidget *front = gtk_window_new ();

  desk_edit (desk, 1, DESK_TEXT, "");
  desk_type (desk, "ยังพิมพ์ไม่เสร็จ");
  gtk_window_present (GTK_WINDOW (front));
  for (int i = 0; i < 3; i++)
    picture_settle ();
  g_assert_true (mattra_grid_is_editing (desk->grid));
  g_assert_cmpstr (desk_last_draft (desk), ==, "ยังพิมพ์ไม่เสร็จ");
  gtk_window_destroy (GTK_WINDOW (front));
  gtk_window_present (GTK_WINDOW (desk->window));
  picture_settle ();
  desk_type (desk, "!");
  desk_press (desk, GDK_KEY_Return, 0);
  g_assert_cmpstr (desk_text (desk, 1, DESK_TEXT), ==, "ยังพิมพ์ไม่เสร็จ!");
}

static void
test_rows_change (void)
{
  g_autoptr (Desk) desk = desk_new (8, 620);
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (desk->rows), 3);

  desk_edit (desk, 3, DESK_ITEMS, "");
  desk_type (desk, "ตามแถวไป");
  desk_set_text (desk, 3, DESK_TEXT, "แถวเดิม");
  g_assert_true (mattra_grid_is_editing (desk->grid));
  g_list_store_remove (desk->rows, 0);
  g_list_store_insert (desk->rows, 6, item);
  g_list_store_remove (desk->rows, 6);
  picture_settle ();
  g_assert_true (mattra_grid_is_editing (desk->grid));
  desk_press (desk, GDK_KEY_Return, 0);
  g_assert_cmpstr (desk_text (desk, 2, DESK_ITEMS), ==, "ตามแถวไป");
  g_assert_null (desk->lost);
}

static int
by_number_down (gconstpointer a,
                gconstpointer b,
                gpointer      data)
{
  return a < b ? 1 : a > b ? -1 : 0;
}

static void
test_rows_sorted (void)
{
  g_autoptr (Desk) desk = desk_new (8, 620);
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (desk->rows), 3);
  guint position;

  desk_edit (desk, 3, DESK_ITEMS, "");
  desk_type (desk, "ยังแถวเดิม");
  g_list_store_sort (desk->rows, by_number_down, NULL);
  picture_settle ();
  g_assert_true (mattra_grid_commit_edit (desk->grid));
  g_assert_true (g_list_store_find (desk->rows, item, &position));
  g_assert_cmpstr (desk_text (desk, position, DESK_ITEMS), ==, "ยังแถวเดิม");
  g_assert_cmpuint (desk_n_applied (desk), ==, 1);
}

/* Rows that come as other objects are known by name; one whose cell is another by then is not. */
static void
test_rows_anew (void)
{
  static const guint order[] = { 3, 2, 1, 0 };
  g_autoptr (Desk) desk = desk_new (4, 620);

  desk_edit (desk, 1, DESK_ITEMS, "");
  desk_type (desk, "แถวที่สอง");
  desk_make_anew (desk, order);
  g_assert_true (mattra_grid_commit_edit (desk->grid));
  g_assert_cmpstr (desk_text (desk, 2, DESK_ITEMS), ==, "แถวที่สอง");

  desk_edit (desk, 2, DESK_ITEMS, "");
  desk_type (desk, "ไม่ลงผิดแถว");
  desk_set_text (desk, 2, DESK_ITEMS, "ผู้อื่นแก้ไว้ก่อน");
  desk_make_anew (desk, order);
  g_assert_false (mattra_grid_is_editing (desk->grid));
  g_assert_cmpstr (desk->lost, ==, "ไม่ลงผิดแถว");
  g_assert_cmpuint (desk_n_applied (desk), ==, 1);
}

static void
test_row_removed (void)
{
  g_autoptr (Desk) desk = desk_new (4, 620);

  desk_edit (desk, 1, DESK_TEXT, "");
  desk_type (desk, "จะหายไหม");
  g_list_store_remove (desk->rows, 1);
  picture_settle ();
  g_assert_false (mattra_grid_is_editing (desk->grid));
  g_assert_cmpstr (desk->lost, ==, "จะหายไหม");
  g_assert_cmpstr (desk_last_draft (desk), ==, "จะหายไหม");
  g_assert_cmpuint (desk_n_applied (desk), ==, 0);
}

static void
test_scroll_away (void)
{
  g_autoptr (Desk) desk = desk_new (400, 420);
  GtkAdjustment *vertical = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (desk->grid));

  desk_edit (desk, 1, DESK_TEXT, "");
  desk_type (desk, "อยู่");
  gtk_adjustment_set_value (vertical, 9000);
  picture_settle ();
  picture_save (desk->window, "grid-editor-scrolled-away");
  g_assert_true (mattra_grid_is_editing (desk->grid));
  g_assert_cmpfloat (gtk_adjustment_get_value (vertical), >, 8000);
  desk_type (desk, "ครบ");
  picture_settle ();
  g_assert_cmpfloat (gtk_adjustment_get_value (vertical), <, 1000);
  desk_press (desk, GDK_KEY_Return, 0);
  g_assert_cmpstr (desk_text (desk, 1, DESK_TEXT), ==, "อยู่ครบ");
}

static void
test_column_changes (void)
{
  g_autoptr (Desk) desk = desk_new (4, 620);

  desk_edit (desk, 1, DESK_TEXT, "");
  desk_type (desk, "กว้างขึ้น");
  mattra_grid_column_set_width (desk->columns[DESK_TEXT], 320);
  picture_settle ();
  g_assert_true (mattra_grid_is_editing (desk->grid));
  g_assert_cmpint (gtk_widget_get_width (desk_focus (desk)), ==, 320);
  mattra_grid_column_set_visible (desk->columns[DESK_TEXT], FALSE);
  picture_settle ();
  g_assert_false (mattra_grid_is_editing (desk->grid));
  g_assert_cmpstr (desk_text (desk, 1, DESK_TEXT), ==, "กว้างขึ้น");
}

static GtkWidget *
find_popover (Desk *desk)
{
  GtkWidget *child = gtk_widget_get_last_child (GTK_WIDGET (desk->grid));

  while (child != NULL && !(GTK_IS_POPOVER (child) && gtk_widget_get_visible (child)))
    child = gtk_widget_get_prev_sibling (child);
  g_assert_nonnull (child);
  return child;
}

static void
test_read_only (void)
{
  g_autoptr (Desk) desk = desk_new (5, 620);

  g_assert_false (mattra_grid_edit (desk->grid, 1, desk->columns[DESK_READ_ONLY], NULL));
  g_assert_false (mattra_grid_edit (desk->grid, 3, desk->columns[DESK_TEXT], NULL));
  picture_settle ();
  picture_save (find_popover (desk), "grid-refusal");
  mattra_grid_set_cursor (desk->grid, 0, desk->columns[DESK_TEXT]);
  picture_settle ();
  mattra_grid_set_read_only (desk->grid, TRUE);
  g_assert_false (mattra_grid_edit (desk->grid, 1, desk->columns[DESK_TEXT], NULL));
  g_assert_false (mattra_grid_is_editing (desk->grid));
}

static void
test_invalid (void)
{
  g_autoptr (Desk) desk = desk_new (5, 620);

  desk_edit (desk, 1, DESK_TEXT, "");
  desk_type (desk, "ผิด");
  desk_press (desk, GDK_KEY_Return, 0);
  g_assert_true (mattra_grid_is_editing (desk->grid));
  g_assert_cmpstr (mattra_cell_editor_get_note (find_editor (desk)), ==, "คำนี้ใช้ไม่ได้");
  g_assert_false (mattra_grid_commit_edit (desk->grid));
  picture_save_both (desk->window, "grid-editor-invalid");
  desk_type (desk, "หรือ");
  g_assert_cmpstr (mattra_cell_editor_get_note (find_editor (desk)), ==, "");
  desk_press (desk, GDK_KEY_Return, 0);
  g_assert_cmpstr (desk_text (desk, 1, DESK_TEXT), ==, "ผิดหรือ");
}

static void
paste (Desk       *desk,
       const char *text)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (desk->window), text);
  g_signal_emit_by_name (desk_focus (desk), "paste-clipboard");
  picture_settle ();
}

static void
test_items (void)
{
  g_autoptr (Desk) desk = desk_new (5, 620);

  desk_edit (desk, 1, DESK_ITEMS, "");
  desk_type (desk, "1. ประชุม");
  desk_press (desk, GDK_KEY_Return, GDK_ALT_MASK);
  desk_type (desk, "๒) ติดตาม 2.5 ล้านบาท");
  desk_press (desk, GDK_KEY_Return, GDK_ALT_MASK);
  paste (desk, "1. รายงาน\r\n2. ประเมิน\r\n");
  picture_save_both (desk->window, "grid-editor-items");
  desk_press (desk, GDK_KEY_Tab, 0);
  g_assert_cmpstr (desk_text (desk, 1, DESK_ITEMS), ==, "ประชุม\nติดตาม 2.5 ล้านบาท\nรายงาน\nประเมิน");
}

static void
test_paste_single_line (void)
{
  g_autoptr (Desk) desk = desk_new (5, 620);

  desk_edit (desk, 1, DESK_DATE, "");
  paste (desk, "๑๐ เม.ย.\n๒๕๖๖\n");
  desk_press (desk, GDK_KEY_Return, 0);
  g_assert_cmpstr (desk_text (desk, 1, DESK_DATE), ==, "10 เม.ย. 2566");
}

static void
test_date (void)
{
  static const struct
  {
    const char *typed;
    const char *kept;
    const char *note;
  } dates[] = {
    { "9/12/2565", "9 ธ.ค. 2565", "วันที่ 9 เดือน ธันวาคม พ.ศ. 2565" },
    { "๒๙ กุมภาพันธ์ ๒๕๖๗", "29 ก.พ. 2567", "วันที่ 29 เดือน กุมภาพันธ์ พ.ศ. 2567" },
    { "2566-04-10", "10 เม.ย. 2566", "วันที่ 10 เดือน เมษายน พ.ศ. 2566" },
    { "2023-04-10", "10 เม.ย. 2566", "วันที่ 10 เดือน เมษายน พ.ศ. 2566" },
    { "1 มค 66", "1 ม.ค. 2566", "วันที่ 1 เดือน มกราคม พ.ศ. 2566" },
  };
  g_autoptr (Desk) desk = desk_new (5, 620);

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      desk_edit (desk, 1, DESK_DATE, "");
      desk_type (desk, dates[i].typed);
      g_assert_cmpstr (mattra_cell_editor_get_note (find_editor (desk)), ==, dates[i].note);
      desk_press (desk, GDK_KEY_Return, 0);
      g_assert_cmpstr (desk_text (desk, 1, DESK_DATE), ==, dates[i].kept);
    }
  desk_edit (desk, 1, DESK_DATE, "");
  desk_type (desk, "29 ก.พ. 2566");
  desk_press (desk, GDK_KEY_Return, 0);
  g_assert_true (mattra_grid_is_editing (desk->grid));
  picture_save_both (desk->window, "grid-editor-date");
}

/* A button that is activated by key is pressed for a quarter of a second. */
static void
activate (Desk *desk)
{
  gtk_widget_activate (desk_focus (desk));
  for (int i = 0; i < 4; i++)
    picture_settle ();
}

static void
test_date_chooser_opens (void)
{
  g_autoptr (Desk) desk = desk_new (5, 720);

  desk_edit (desk, 0, DESK_DATE, NULL);
  desk_press (desk, GDK_KEY_Down, GDK_ALT_MASK);
  g_assert_true (mattra_grid_is_editing (desk->grid));
  g_assert_true (GTK_IS_BUTTON (desk_focus (desk)));
  picture_save (gtk_widget_get_ancestor (desk_focus (desk), GTK_TYPE_POPOVER), "grid-editor-date-chooser");
  activate (desk);
  g_assert_false (mattra_grid_is_editing (desk->grid));
  g_assert_cmpuint (desk_n_applied (desk), ==, 0);
}

static void
test_period (void)
{
  g_autoptr (Desk) desk = desk_new (5, 620);

  desk_edit (desk, 1, DESK_PERIOD, "");
  desk_type (desk, "ต.ค.65-มี.ค.66");
  g_assert_cmpstr (mattra_cell_editor_get_note (find_editor (desk)), ==, "เข้าใจว่า ต.ค.65-มี.ค.66");
  picture_save_both (desk->window, "grid-editor-period");
  desk_press (desk, GDK_KEY_Return, 0);
  g_assert_cmpstr (desk_text (desk, 1, DESK_PERIOD), ==, "ต.ค.65-มี.ค.66");

  desk_edit (desk, 1, DESK_PERIOD, "");
  desk_type (desk, "ประมาณปลายปี");
  g_assert_cmpstr (mattra_cell_editor_get_note (find_editor (desk)), ==, "ไม่ชัดเจนว่าเริ่มและสิ้นสุดวันใด");
  desk_press (desk, GDK_KEY_Return, 0);
  g_assert_cmpstr (desk_text (desk, 1, DESK_PERIOD), ==, "ประมาณปลายปี");
}

static void
test_period_chooser_opens (void)
{
  g_autoptr (Desk) desk = desk_new (5, 720);

  desk_edit (desk, 0, DESK_PERIOD, NULL);
  desk_press (desk, GDK_KEY_Down, GDK_ALT_MASK);
  g_assert_true (GTK_IS_BUTTON (desk_focus (desk)));
  picture_save (gtk_widget_get_ancestor (desk_focus (desk), GTK_TYPE_POPOVER), "grid-editor-period-chooser");
  activate (desk);
  g_assert_true (mattra_grid_is_editing (desk->grid));
  activate (desk);
  g_assert_true (GTK_IS_TEXT_VIEW (desk_focus (desk)));
  desk_press (desk, GDK_KEY_Return, 0);
  g_assert_cmpstr (desk_text (desk, 0, DESK_PERIOD), ==, "1 ต.ค. 2565 – 31 มี.ค. 2566");
}

static void
test_choice (void)
{
  g_autoptr (Desk) desk = desk_new (5, 620);

  desk_edit (desk, 1, DESK_CHOICE, NULL);
  desk_press (desk, GDK_KEY_Down, 0);
  desk_press (desk, GDK_KEY_Down, 0);
  picture_save_both (desk->window, "grid-editor-choice");
  desk_press (desk, GDK_KEY_Return, 0);
  g_assert_cmpstr (desk_text (desk, 1, DESK_CHOICE), ==, "เกินกำหนด");

  desk_edit (desk, 1, DESK_CHOICE, "ด");
  desk_press (desk, GDK_KEY_Tab, 0);
  g_assert_cmpstr (desk_text (desk, 1, DESK_CHOICE), ==, "ดำเนินการแล้วเสร็จ");

  desk_edit (desk, 1, DESK_CHOICE, NULL);
  desk_press (desk, GDK_KEY_Home, 0);
  desk_press (desk, GDK_KEY_Escape, 0);
  g_assert_cmpstr (desk_text (desk, 1, DESK_CHOICE), ==, "ดำเนินการแล้วเสร็จ");
  g_assert_cmpuint (desk_n_applied (desk), ==, 2);
}

/* In the last row the list stands above the cell. */
static void
test_choice_at_bottom (void)
{
  g_autoptr (Desk) desk = desk_new (60, 620);
  graphene_rect_t bounds;
  MattraCellEditor *editor;

  mattra_grid_set_cursor (desk->grid, 59, desk->columns[DESK_CHOICE]);
  picture_settle ();
  desk_edit (desk, 59, DESK_CHOICE, NULL);
  editor = find_editor (desk);
  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (editor), GTK_WIDGET (desk->grid), &bounds));
  g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=, gtk_widget_get_height (GTK_WIDGET (desk->grid)));
  picture_save (desk->window, "grid-editor-choice-bottom");
}

static void
test_people (void)
{
  g_autoptr (Desk) desk = desk_new (5, 620);

  desk_edit (desk, 1, DESK_PEOPLE, "");
  desk_type (desk, "สม");
  desk_press (desk, GDK_KEY_Down, 0);
  desk_press (desk, GDK_KEY_Down, 0);
  picture_save_both (desk->window, "grid-editor-people");
  desk_press (desk, GDK_KEY_Return, 0);
  g_assert_true (mattra_grid_is_editing (desk->grid));
  desk_press (desk, GDK_KEY_Return, GDK_ALT_MASK);
  desk_type (desk, "กองค");
  desk_press (desk, GDK_KEY_Down, 0);
  desk_press (desk, GDK_KEY_Tab, 0);
  desk_press (desk, GDK_KEY_Tab, 0);
  g_assert_cmpstr (desk_text (desk, 1, DESK_PEOPLE), ==, "นางสาวสมใจ ใจดี\nกองคลัง");
}

static void
test_large_text (void)
{
  g_autoptr (Desk) desk = NULL;

  picture_set_text (2.0);
  desk = desk_new (5, 720);
  desk_edit (desk, 0, DESK_ITEMS, NULL);
  picture_save_both (desk->window, "grid-editor-items-200");
  mattra_grid_cancel_edit (desk->grid);
  desk_edit (desk, 0, DESK_PERIOD, NULL);
  picture_save (desk->window, "grid-editor-period-200");
  picture_set_text (1.0);
}

int
main (int   argc,
      char *argv[])
{
  picture_init (&argc, &argv);

  g_test_add_func ("/grid/editors/commit-keys", test_commit_keys);
  g_test_add_func ("/grid/editors/typed-by-rows", test_typed_by_rows);
  g_test_add_func ("/grid/editors/typed-in-range", test_typed_in_range);
  g_test_add_func ("/grid/editors/cancel", test_cancel);
  g_test_add_func ("/grid/editors/unchanged", test_unchanged);
  g_test_add_func ("/grid/editors/names", test_names);
  g_test_add_func ("/grid/editors/typed-over", test_typed_over);
  g_test_add_func ("/grid/editors/undo-inside", test_undo_inside);
  g_test_add_func ("/grid/editors/growth", test_growth);
  g_test_add_func ("/grid/editors/long-text-opens", test_long_text_opens);
  g_test_add_func ("/grid/editors/same-lines", test_same_lines);
  g_test_add_func ("/grid/editors/drafts", test_drafts);
  g_test_add_func ("/grid/editors/focus-leave", test_focus_leave);
  g_test_add_func ("/grid/editors/window-leave", test_window_leave);
  g_test_add_func ("/grid/editors/rows-change", test_rows_change);
  g_test_add_func ("/grid/editors/rows-sorted", test_rows_sorted);
  g_test_add_func ("/grid/editors/rows-anew", test_rows_anew);
  g_test_add_func ("/grid/editors/row-removed", test_row_removed);
  g_test_add_func ("/grid/editors/scroll-away", test_scroll_away);
  g_test_add_func ("/grid/editors/column-changes", test_column_changes);
  g_test_add_func ("/grid/editors/read-only", test_read_only);
  g_test_add_func ("/grid/editors/invalid", test_invalid);
  g_test_add_func ("/grid/editors/items", test_items);
  g_test_add_func ("/grid/editors/paste-single-line", test_paste_single_line);
  g_test_add_func ("/grid/editors/date", test_date);
  g_test_add_func ("/grid/editors/date-chooser", test_date_chooser_opens);
  g_test_add_func ("/grid/editors/period", test_period);
  g_test_add_func ("/grid/editors/period-chooser", test_period_chooser_opens);
  g_test_add_func ("/grid/editors/choice", test_choice);
  g_test_add_func ("/grid/editors/choice-at-bottom", test_choice_at_bottom);
  g_test_add_func ("/grid/editors/people", test_people);
  g_test_add_func ("/grid/editors/large-text", test_large_text);

  return g_test_run ();
}
