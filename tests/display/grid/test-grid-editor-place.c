/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "grid-desk.h"

#include "mattra-cell-editor.h"
#include "picture.h"

/* Where an editor stands in little room. */

static MattraCellEditor *
find_editor (Desk *desk)
{
  GtkWidget *widget = desk_focus (desk);

  while (widget != NULL && !MATTRA_IS_CELL_EDITOR (widget))
    widget = gtk_widget_get_parent (widget);
  g_assert_nonnull (widget);
  return MATTRA_CELL_EDITOR (widget);
}

/* Where the list is wider than the room at the right, it alone moves: what is written stays over its cell. */
static void
test_choice_at_edge (void)
{
  g_autoptr (Desk) desk = desk_new (5, 620);
  graphene_rect_t bounds, editor;
  int x = 0;

  for (int column = 0; column < DESK_CHOICE; column++)
    x += mattra_grid_column_get_width (desk->columns[column]);
  gtk_window_set_default_size (GTK_WINDOW (desk->window),
                               x + mattra_grid_column_get_width (desk->columns[DESK_CHOICE]) + 20, 620);
  picture_settle ();
  desk_edit (desk, 1, DESK_CHOICE, NULL);
  picture_settle ();
  picture_save (desk->window, "grid-editor-choice-edge");
  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (find_editor (desk)), GTK_WIDGET (desk->grid), &editor));
  g_assert_true (gtk_widget_compute_bounds (desk_focus (desk), GTK_WIDGET (desk->grid), &bounds));
  g_assert_cmpfloat (bounds.origin.x, >, editor.origin.x + 20);
  g_assert_cmpfloat (bounds.origin.x + bounds.size.width, >=, editor.origin.x + editor.size.width - 10);
}

/* A row of one line: the editor is no higher, and covers nothing of its note. */
static void
test_low_row (void)
{
  g_autoptr (Desk) desk = desk_new (5, 620);

  for (int i = 0; i < DESK_N_COLUMNS; i++)
    mattra_grid_column_set_visible (desk->columns[i], i == DESK_TEXT);
  desk_set_text (desk, 1, DESK_TEXT, "ก");
  mattra_grid_invalidate (desk->grid);
  picture_settle ();
  desk_edit (desk, 1, DESK_TEXT, "");
  desk_type (desk, "ผิด");
  desk_press (desk, GDK_KEY_Return, 0);
  picture_settle ();
  picture_save (desk->window, "grid-editor-low-row");
  g_assert_true (mattra_grid_is_editing (desk->grid));
  g_assert_cmpint (gtk_widget_get_height (desk_focus (desk)), <=, 44);
}

int
main (int    argc,
      char **argv)
{
  picture_init (&argc, &argv);
  g_test_add_func ("/grid/editor-place/choice-at-edge", test_choice_at_edge);
  g_test_add_func ("/grid/editor-place/low-row", test_low_row);

  return g_test_run ();
}
