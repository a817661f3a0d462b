/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "grid-fixture.h"
#include "mattra-grid-hands.h"
#include "mattra-grid-header-private.h"
#include "mattra-grid-row.h"
#include "picture.h"

static guint
first_row (GridFixture *f)
{
  return mattra_grid_row_get_index (g_ptr_array_index (f->grid->rows, 0));
}

static guint
last_row (GridFixture *f)
{
  return mattra_grid_row_get_index (g_ptr_array_index (f->grid->rows, f->grid->rows->len - 1));
}

static int
row_y (GridFixture *f,
       guint        row)
{
  GdkRectangle area;

  g_assert_true (mattra_grid_cell_area (f->grid, row, 0, &area));
  return area.y;
}

static int
row_bottom (GridFixture *f,
            guint        row)
{
  GdkRectangle area;

  g_assert_true (mattra_grid_cell_area (f->grid, row, 0, &area));
  return area.y + area.height;
}

static void
check_across (GridFixture *f,
              GtkWidget   *widget,
              guint        place)
{
  graphene_rect_t bounds;
  int x = 0, width = 0;

  mattra_grid_column_span (f->grid, place, &x, &width);
  g_assert_true (gtk_widget_compute_bounds (widget, GTK_WIDGET (f->grid), &bounds));
  g_assert_cmpint (bounds.origin.x, ==, x);
  g_assert_cmpint (bounds.size.width, ==, width);
}

static void
check_columns (GridFixture *f)
{
  for (guint place = 0; place < mattra_grid_n_shown (f->grid); place++)
    {
      check_across (f, GTK_WIDGET (mattra_grid_header_get_head (MATTRA_GRID_HEADER (f->grid->header), place)),
                    place);
      for (guint i = 0; i < f->grid->rows->len; i++)
        check_across (f, mattra_grid_cell_widget (f->grid, first_row (f) + i, place), place);
    }
}

/* What must hold after every frame: the view is filled by neighbouring rows, each where it says. */
static void
check_view (GridFixture *f)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (f->rows));
  int height = gtk_widget_get_height (GTK_WIDGET (f->grid));

  if (n == 0)
    {
      g_assert_cmpuint (f->grid->rows->len, ==, 0);
      return;
    }
  g_assert_cmpuint (f->grid->rows->len, >, 0);
  check_columns (f);
  for (guint i = 0; i < f->grid->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (f->grid->rows, i);
      graphene_rect_t bounds;

      g_assert_cmpuint (mattra_grid_row_get_index (MATTRA_GRID_ROW (row)), ==, first_row (f) + i);
      g_assert_true (gtk_widget_compute_bounds (row, GTK_WIDGET (f->grid), &bounds));
      g_assert_cmpint (bounds.origin.y, ==, row_y (f, first_row (f) + i));
      g_assert_cmpint (bounds.size.height, ==, row_bottom (f, first_row (f) + i) - bounds.origin.y);
    }
  if (row_y (f, first_row (f)) > f->grid->header_height)
    g_error ("%d px above the first row", row_y (f, first_row (f)) - f->grid->header_height);
  g_assert_true (row_bottom (f, last_row (f)) >= height || first_row (f) == 0
                 || last_row (f) == n - 1);
  if (last_row (f) == n - 1 && row_bottom (f, n - 1) < height)
    g_assert_cmpuint (first_row (f), ==, 0);
  g_assert_cmpfloat (gtk_adjustment_get_value (f->vertical), >=, gtk_adjustment_get_lower (f->vertical));
}

static void
set_value (GridFixture *f,
           double       value)
{
  gtk_adjustment_set_value (f->vertical, value);
  grid_fixture_frame (f);
  check_view (f);
}

static double
end_value (GridFixture *f)
{
  return gtk_adjustment_get_upper (f->vertical) - gtk_adjustment_get_page_size (f->vertical);
}

static void
test_ends (void)
{
  g_autoptr (GridFixture) f = grid_fixture_new (500, 900, 500);

  check_view (f);
  g_assert_cmpuint (first_row (f), ==, 0);
  g_assert_cmpint (row_y (f, 0), ==, f->grid->header_height);
  set_value (f, end_value (f));
  g_assert_cmpuint (last_row (f), ==, 499);
  g_assert_cmpint (row_bottom (f, 499), ==, gtk_widget_get_height (GTK_WIDGET (f->grid)));
  set_value (f, 0);
  g_assert_cmpint (row_y (f, 0), ==, f->grid->header_height);
}

/* Whatever is scrolled, exactly that far everything goes, and the position is what was asked for. */
static void
test_scroll_moves_exactly (void)
{
  g_autoptr (GridFixture) f = grid_fixture_new (2000, 900, 500);

  set_value (f, end_value (f) / 2);
  for (int i = 0; i < 120; i++)
    {
      int by = g_test_rand_int_range (-400, 400);
      guint row = first_row (f);
      double value = gtk_adjustment_get_value (f->vertical) + by;
      int y = row_y (f, row);

      gtk_adjustment_set_value (f->vertical, value);
      grid_fixture_frame (f);
      check_view (f);
      g_assert_cmpint (row_y (f, row), ==, y - by);
      g_assert_cmpfloat (gtk_adjustment_get_value (f->vertical), ==, value);
    }
}

/* By steps up to the very top and down to the very end, over heights first guessed. */
static void
test_scroll_to_ends_by_steps (void)
{
  g_autoptr (GridFixture) f = grid_fixture_new (60, 900, 400);

  set_value (f, end_value (f) / 2);
  for (int i = 0; i < 200 && row_y (f, 0) < f->grid->header_height; i++)
    set_value (f, gtk_adjustment_get_value (f->vertical) - 150);
  g_assert_cmpint (row_y (f, 0), ==, f->grid->header_height);
  for (int i = 0; i < 200 && gtk_adjustment_get_value (f->vertical) < end_value (f); i++)
    set_value (f, gtk_adjustment_get_value (f->vertical) + 150);
  g_assert_cmpuint (last_row (f), ==, 59);
  g_assert_cmpint (row_bottom (f, 59), ==, gtk_widget_get_height (GTK_WIDGET (f->grid)));
}

static void
change_rows (GridFixture *f,
             guint        position,
             guint        removed,
             guint        added)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < added; i++)
    g_ptr_array_add (rows, grid_fixture_row_new (g_test_rand_int_range (1, 5000)));
  g_list_store_splice (f->rows, position, removed, rows->pdata, added);
}

/* Rows that become known or others above, in and below the view leave its top where it is. */
static void
test_changes_in_place (void)
{
  g_autoptr (GridFixture) f = grid_fixture_new (400, 900, 500);

  set_value (f, end_value (f) / 2 + 13);
  for (int i = 0; i < 60; i++)
    {
      guint row = row_y (f, first_row (f)) < f->grid->header_height ? first_row (f) + 1 : first_row (f);
      guint position = g_test_rand_int_range (0, 380), n = g_test_rand_int_range (1, 20);
      int y = row_y (f, row);
      double value = gtk_adjustment_get_value (f->vertical);

      change_rows (f, position, n, n);
      grid_fixture_frame (f);
      check_view (f);
      g_assert_cmpint (row_y (f, row), ==, y);
      g_assert_cmpfloat (gtk_adjustment_get_value (f->vertical), ==, value);
    }
}

/* Rows that come or go elsewhere leave what is in view, and the cursor, on their rows. */
static void
test_insertions_and_removals (void)
{
  g_autoptr (GridFixture) f = grid_fixture_new (400, 900, 500);

  mattra_grid_set_cursor (f->grid, 200, mattra_grid_find_column (f->grid, "1"));
  grid_fixture_frame (f);
  for (int i = 0; i < 60; i++)
    {
      g_autoptr (GObject) seen = g_list_model_get_item (G_LIST_MODEL (f->rows), first_row (f) + 1);
      g_autoptr (GObject) stood = NULL;
      guint cursor = 0, now = 0, position = g_test_rand_int_range (0, first_row (f) - 10);
      int y = row_y (f, first_row (f) + 1);

      mattra_grid_get_cursor (f->grid, &cursor, NULL);
      stood = g_list_model_get_item (G_LIST_MODEL (f->rows), cursor);
      change_rows (f, position, g_test_rand_int_range (0, 4), g_test_rand_int_range (0, 5));
      grid_fixture_frame (f);
      check_view (f);
      g_assert_true (g_list_store_find (f->rows, seen, &now));
      g_assert_cmpint (row_y (f, now), ==, y);
      g_assert_true (mattra_grid_get_cursor (f->grid, &cursor, NULL));
      g_assert_true (g_list_store_find (f->rows, stood, &now));
      g_assert_cmpuint (cursor, ==, now);
    }
}

static void
test_shrinks_at_end (void)
{
  g_autoptr (GridFixture) f = grid_fixture_new (300, 900, 500);

  set_value (f, end_value (f));
  change_rows (f, 100, 200, 0);
  grid_fixture_frame (f);
  check_view (f);
  g_assert_cmpuint (last_row (f), ==, 99);
  change_rows (f, 1, 99, 0);
  grid_fixture_frame (f);
  check_view (f);
  g_assert_cmpint (row_y (f, 0), ==, f->grid->header_height);
  change_rows (f, 0, 1, 0);
  grid_fixture_frame (f);
  check_view (f);
  g_assert_false (mattra_grid_get_cursor (f->grid, NULL, NULL));
  change_rows (f, 0, 0, 3);
  grid_fixture_frame (f);
  check_view (f);
  g_assert_cmpuint (first_row (f), ==, 0);
  set_value (f, end_value (f));
  g_assert_cmpuint (last_row (f), ==, 2);
}

static gboolean
has_bar (GridFixture *f)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (GTK_WIDGET (f->grid), GTK_TYPE_SCROLLED_WINDOW);

  return gtk_widget_get_mapped (gtk_scrolled_window_get_vscrollbar (GTK_SCROLLED_WINDOW (scroller)));
}

static gboolean
is_taller_than_view (GridFixture *f)
{
  return mattra_height_tree_get_total (f->grid->heights)
         > gtk_widget_get_height (GTK_WIDGET (f->grid)) - f->grid->header_height;
}

static void
check_bar (GridFixture *f)
{
  grid_fixture_frame (f);
  check_view (f);
  grid_fixture_frame (f);
  check_view (f);
  g_assert_true (has_bar (f) == is_taller_than_view (f));
}

/* What is left of the rows fits into the view, and does not again, also while one scrolls. */
static void
test_bar_comes_and_goes (void)
{
  g_autoptr (GridFixture) f = grid_fixture_new (40, 900, 500);

  for (int i = 0; i < 12; i++)
    {
      gtk_adjustment_set_value (f->vertical, i % 3 * 200);
      if (i % 2 == 0)
        grid_fixture_frame (f);
      gtk_adjustment_set_value (f->vertical, gtk_adjustment_get_value (f->vertical) + 30);
      change_rows (f, 1, g_list_model_get_n_items (G_LIST_MODEL (f->rows)) - 1, i % 2 == 0 ? 0 : 39);
      check_bar (f);
    }
}

static gboolean
queue_alone (GtkWidget     *grid,
             GdkFrameClock *clock,
             gpointer       data)
{
  gtk_widget_queue_allocate (grid);
  return G_SOURCE_REMOVE;
}

/* Heights that turn out to be others while the grid alone is laid out. */
static void
test_bar_when_alone (void)
{
  g_autoptr (GridFixture) f = grid_fixture_new (2, 900, 500);
  g_autoptr (GridFixtureRow) row = g_list_model_get_item (G_LIST_MODEL (f->rows), 1);
  g_autofree char *tall = g_strnfill (80, '\n');

  for (int i = 0; i < 6; i++)
    {
      grid_fixture_row_set (row, 1, i % 2 == 0 ? tall : "x");
      mattra_grid_row_set_stale (MATTRA_GRID_ROW (mattra_grid_row_widget (f->grid, 1)));
      gtk_widget_add_tick_callback (GTK_WIDGET (f->grid), queue_alone, NULL, NULL);
      check_bar (f);
      g_assert_true (has_bar (f) == (i % 2 == 0));
    }
}

/* A pane's handle is dragged: what is around it is not laid out. */
static void
test_bar_in_pane (void)
{
  g_autoptr (GridFixture) f = grid_fixture_new (3, 900, 700);
  g_autoptr (GtkWidget) scroller = g_object_ref (gtk_window_get_child (GTK_WINDOW (f->window)));
  GtkWidget *pane = gtk_paned_new (GTK_ORIENTATION_VERTICAL);

  gtk_window_set_child (GTK_WINDOW (f->window), pane);
  gtk_paned_set_start_child (GTK_PANED (pane), scroller);
  gtk_paned_set_end_child (GTK_PANED (pane), gtk_label_new ("below"));
  for (int i = 0; i < 8; i++)
    {
      gtk_paned_set_position (GTK_PANED (pane), i % 2 == 0 ? 120 : 650);
      check_bar (f);
      g_assert_true (has_bar (f) == (i % 2 == 0));
    }
}

static void
test_models (void)
{
  g_autoptr (GridFixture) f = grid_fixture_new (300, 900, 500);
  g_autoptr (GListStore) first = g_object_ref (f->rows);
  g_autoptr (GridFixtureRow) row = grid_fixture_row_new (1);

  set_value (f, end_value (f));
  mattra_grid_set_model (f->grid, NULL);
  grid_fixture_frame (f);
  g_assert_cmpuint (f->grid->rows->len, ==, 0);
  g_set_object (&f->rows, g_list_store_new (GRID_TYPE_FIXTURE_ROW));
  g_object_unref (f->rows);
  mattra_grid_set_model (f->grid, G_LIST_MODEL (f->rows));
  grid_fixture_frame (f);
  check_view (f);
  g_list_store_append (f->rows, row);
  grid_fixture_frame (f);
  check_view (f);
  g_list_store_remove_all (first);
  grid_fixture_frame (f);
  check_view (f);
}

static void
test_tall_rows (void)
{
  g_autoptr (GridFixture) f = grid_fixture_new (5, 900, 300);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GridFixtureRow) tall = grid_fixture_row_new (3);
  int y = 0;

  for (int i = 0; i < 400; i++)
    g_string_append (text, "บรรทัดหนึ่ง\n");
  grid_fixture_row_set (tall, 1, text->str);
  g_list_store_splice (f->rows, 2, 1, (gpointer *) &tall, 1);
  mattra_grid_set_cursor (f->grid, 2, NULL);
  grid_fixture_frame (f);
  check_view (f);
  g_assert_cmpint (row_y (f, 2), ==, f->grid->header_height);
  set_value (f, gtk_adjustment_get_value (f->vertical) + 200);
  y = row_y (f, 2);
  mattra_grid_set_cursor (f->grid, 2, mattra_grid_find_column (f->grid, "3"));
  grid_fixture_frame (f);
  g_assert_cmpint (row_y (f, 2), ==, y);
  mattra_grid_set_cursor (f->grid, 4, NULL);
  grid_fixture_frame (f);
  check_view (f);
  g_assert_cmpint (row_bottom (f, 4), ==, gtk_widget_get_height (GTK_WIDGET (f->grid)));
  mattra_grid_set_cursor (f->grid, 2, NULL);
  grid_fixture_frame (f);
  check_view (f);
  g_assert_cmpint (row_y (f, 2), <=, f->grid->header_height);
  g_assert_cmpint (row_bottom (f, 2), >, f->grid->header_height);
}

static void
read_through (GridFixture *f,
              int          pages)
{
  int page = gtk_widget_get_height (GTK_WIDGET (f->grid)) - f->grid->header_height;
  guint row = 2;
  int steps = 0;

  while (row == 2)
    {
      int y = row_y (f, 2);

      mattra_grid_go_page (f->grid, pages, FALSE);
      grid_fixture_frame (f);
      check_view (f);
      g_assert_true (mattra_grid_get_cursor (f->grid, &row, NULL));
      g_assert_true (row != 2 || ABS (row_y (f, 2) - y) < page);
      steps++;
    }
  g_assert_cmpint (steps, >=, 4);
  g_assert_true (pages > 0 ? row > 2 : row < 2);
}

/* Page Down leads through a cell taller than the view, no line of it unseen, and then on; and back. */
static void
test_reads_tall_cell (void)
{
  g_autoptr (GridFixture) f = grid_fixture_new (5, 900, 300);
  g_autoptr (GridFixtureRow) tall = grid_fixture_row_new (3);
  g_autofree char *text = g_strnfill (60, '\n');

  grid_fixture_row_set (tall, 1, text);
  g_list_store_splice (f->rows, 2, 1, (gpointer *) &tall, 1);
  mattra_grid_set_cursor (f->grid, 2, NULL);
  grid_fixture_frame (f);
  read_through (f, 1);
  mattra_grid_set_cursor (f->grid, 2, NULL);
  grid_fixture_frame (f);
  read_through (f, -1);
}

static void
test_reveals_far_cells (void)
{
  g_autoptr (GridFixture) f = grid_fixture_new (3000, 700, 400);
  static const guint rows[] = { 2999, 0, 1500, 1490, 1530, 2998, 1 };

  mattra_grid_set_n_frozen (f->grid, 2);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      MattraGridColumn *column = mattra_grid_find_column (f->grid, i % 2 == 0 ? "6" : "2");
      guint place = mattra_grid_place_of (f->grid, column);
      GdkRectangle area;

      mattra_grid_set_cursor (f->grid, rows[i], column);
      grid_fixture_frame (f);
      check_view (f);
      g_assert_true (mattra_grid_cell_area (f->grid, rows[i], place, &area));
      g_assert_cmpint (area.y, >=, f->grid->header_height);
      g_assert_cmpint (area.y + area.height, <=, gtk_widget_get_height (GTK_WIDGET (f->grid)));
      g_assert_cmpint (area.x, >=, mattra_grid_fixed_edge (f->grid));
      g_assert_cmpint (area.x + area.width, <=, gtk_widget_get_width (GTK_WIDGET (f->grid)));
    }
}

/* Only rows near the view are ever asked for. */
static void
test_asks_for_few_rows (void)
{
  g_autoptr (GridFixture) f = grid_fixture_new (4000, 900, 500);
  guint n = f->grid->rows->len;

  g_assert_cmpuint (n, <, 30);
  set_value (f, end_value (f) / 3);
  g_assert_cmpuint (f->grid->rows->len, <, 30);
  g_assert_cmpuint (mattra_height_tree_get_n_exact (f->grid->heights), <, 4 * n);
}

static void
test_tiny (void)
{
  g_autoptr (GridFixture) f = grid_fixture_new (50, 80, 80);

  mattra_grid_set_n_frozen (f->grid, 2);
  grid_fixture_frame (f);
  check_view (f);
  g_assert_cmpuint (mattra_grid_n_fixed (f->grid), ==, 0);
  set_value (f, 100);
  mattra_grid_set_cursor (f->grid, 49, mattra_grid_find_column (f->grid, "6"));
  grid_fixture_frame (f);
  check_view (f);
  mattra_grid_remove_columns (f->grid);
  grid_fixture_frame (f);
  g_assert_false (mattra_grid_get_cursor (f->grid, NULL, NULL));
}

static void
test_hits (void)
{
  g_autoptr (GridFixture) f = grid_fixture_new (30, 900, 500);
  GdkRectangle area;
  guint row = 0, place = 0;

  mattra_grid_set_n_frozen (f->grid, 2);
  gtk_adjustment_set_value (f->horizontal, 120);
  grid_fixture_frame (f);
  for (guint i = 0; i < mattra_grid_n_shown (f->grid); i++)
    {
      g_assert_true (mattra_grid_cell_area (f->grid, 1, i, &area));
      if (area.x + area.width / 2 > 900 || area.x + area.width / 2 < mattra_grid_fixed_edge (f->grid))
        continue;
      g_assert_cmpint (mattra_grid_hit (f->grid, area.x + area.width / 2, area.y + 3, &row, &place), ==,
                       MATTRA_GRID_HIT_CELL);
      g_assert_cmpuint (row, ==, 1);
      g_assert_cmpuint (place, ==, i);
    }
  g_assert_cmpint (mattra_grid_hit (f->grid, 100, 3, &row, &place), ==, MATTRA_GRID_HIT_HEADER);
  g_assert_cmpint (mattra_grid_hit (f->grid, 3, area.y + 3, &row, &place), ==, MATTRA_GRID_HIT_ROW_HEAD);
  g_assert_cmpuint (row, ==, 1);
}

static MattraGridColumn *
any_column (GridFixture *f)
{
  guint n = mattra_grid_n_shown (f->grid);

  return n > 0 ? mattra_grid_shown_column (f->grid, g_test_rand_int_range (0, n)) : NULL;
}

static void
act_at_random (GridFixture *f)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (f->rows));
  guint position = g_test_rand_int_range (0, n + 1);
  MattraGridColumn *column = any_column (f);

  switch (g_test_rand_int_range (0, 10))
    {
    case 0:
      change_rows (f, position, MIN (n - position, 3), g_test_rand_int_range (0, 6));
      break;
    case 1:
      change_rows (f, position, MIN (n - position, 5), MIN (n - position, 5));
      break;
    case 2:
      gtk_adjustment_set_value (f->vertical, g_test_rand_double_range (0, end_value (f) + 100));
      break;
    case 3:
      gtk_adjustment_set_value (f->horizontal, g_test_rand_int_range (0, 900));
      break;
    case 4:
      mattra_grid_set_cursor (f->grid, position, column);
      mattra_grid_focus_cursor (f->grid);
      break;
    case 5:
      if (position < n && column != NULL)
        mattra_grid_edit (f->grid, position, column, NULL);
      break;
    case 6:
      mattra_grid_cancel_edit (f->grid);
      break;
    case 7:
      mattra_grid_column_set_width (mattra_grid_find_column (f->grid, "2"), g_test_rand_int_range (40, 500));
      break;
    case 8:
      column = mattra_grid_find_column (f->grid, position % 2 == 0 ? "3" : "6");
      mattra_grid_column_set_visible (column, !mattra_grid_column_get_visible (column));
      break;
    default:
      mattra_grid_move_column (f->grid, column, g_test_rand_int_range (0, GRID_FIXTURE_COLUMNS));
      break;
    }
}

/* Whatever is done, between two frames or in one, with an editor open or not, the view holds. */
static void
test_anything (void)
{
  g_autoptr (GridFixture) f = grid_fixture_new (80, 700, 400);

  mattra_grid_set_n_frozen (f->grid, 2);
  for (int i = 0; i < 150; i++)
    {
      for (int acts = g_test_rand_int_range (1, 4); acts > 0; acts--)
        act_at_random (f);
      grid_fixture_frame (f);
      check_view (f);
    }
  mattra_grid_cancel_edit (f->grid);
}

static void
test_tells_assistants (void)
{
  g_autoptr (GridFixture) f = grid_fixture_new (30, 1366, 500);
  GtkAccessible *cell = GTK_ACCESSIBLE (mattra_grid_cell_widget (f->grid, 1, 3));
  GtkAccessible *row = GTK_ACCESSIBLE (mattra_grid_row_widget (f->grid, 1));
  GtkAccessible *head = GTK_ACCESSIBLE (gtk_widget_get_first_child (f->grid->header));

  gtk_test_accessible_assert_role (f->grid, GTK_ACCESSIBLE_ROLE_GRID);
  gtk_test_accessible_assert_role (row, GTK_ACCESSIBLE_ROLE_ROW);
  gtk_test_accessible_assert_role (cell, GTK_ACCESSIBLE_ROLE_GRID_CELL);
  gtk_test_accessible_assert_role (head, GTK_ACCESSIBLE_ROLE_COLUMN_HEADER);
  gtk_test_accessible_assert_property (cell, GTK_ACCESSIBLE_PROPERTY_LABEL, "กองช่าง");
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL, "มาตรการที่ 2");
  gtk_test_accessible_assert_property (head, GTK_ACCESSIBLE_PROPERTY_LABEL, "ที่");
  gtk_test_accessible_assert_relation (cell, GTK_ACCESSIBLE_RELATION_ROW_INDEX, 2);
  gtk_test_accessible_assert_relation (cell, GTK_ACCESSIBLE_RELATION_COL_INDEX, 4);
  gtk_test_accessible_assert_relation (row, GTK_ACCESSIBLE_RELATION_ROW_INDEX, 2);
  gtk_test_accessible_assert_relation (f->grid, GTK_ACCESSIBLE_RELATION_ROW_COUNT, 30);
  gtk_test_accessible_assert_relation (f->grid, GTK_ACCESSIBLE_RELATION_COL_COUNT, 7);
}

static void
check_cell (GridFixture *f,
            guint        row,
            guint        place,
            gboolean     selected,
            gboolean     read_only)
{
  GtkAccessible *cell = GTK_ACCESSIBLE (mattra_grid_cell_widget (f->grid, row, place));

  gtk_test_accessible_assert_state (cell, GTK_ACCESSIBLE_STATE_SELECTED, selected);
  gtk_test_accessible_assert_property (cell, GTK_ACCESSIBLE_PROPERTY_READ_ONLY, read_only);
}

/* What is selected, where one stands and what can't be changed. */
static void
test_tells_states (void)
{
  g_autoptr (GridFixture) f = grid_fixture_new (30, 1366, 740);
  GtkWidget *cell = NULL;

  mattra_grid_set_cursor (f->grid, 1, mattra_grid_find_column (f->grid, "3"));
  gtk_widget_grab_focus (GTK_WIDGET (f->grid));
  grid_fixture_frame (f);
  cell = mattra_grid_cell_widget (f->grid, 1, 3);
  g_assert_true (gtk_widget_is_focus (cell));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "ผู้รับผิดชอบ, มาตรการที่ 2");
  gtk_test_accessible_assert_property (f->grid, GTK_ACCESSIBLE_PROPERTY_MULTI_SELECTABLE, TRUE);
  check_cell (f, 1, 3, TRUE, FALSE);
  check_cell (f, 1, 2, FALSE, FALSE);
  check_cell (f, 1, 0, FALSE, TRUE);
  mattra_grid_select_rows (f->grid, 1, 2);
  grid_fixture_frame (f);
  check_cell (f, 2, 2, TRUE, FALSE);
  check_cell (f, 3, 2, FALSE, FALSE);
  mattra_grid_set_read_only (f->grid, TRUE);
  grid_fixture_frame (f);
  gtk_test_accessible_assert_property (f->grid, GTK_ACCESSIBLE_PROPERTY_READ_ONLY, TRUE);
  check_cell (f, 2, 2, TRUE, TRUE);
  /* The keyboard goes along with the cursor: to the grid while the cell is out of view. */
  mattra_grid_set_cursor (f->grid, 2, mattra_grid_find_column (f->grid, "1"));
  grid_fixture_frame (f);
  g_assert_true (gtk_widget_is_focus (mattra_grid_cell_widget (f->grid, 2, 1)));
  set_value (f, end_value (f));
  g_assert_true (gtk_widget_is_focus (GTK_WIDGET (f->grid)));
  set_value (f, 0);
  g_assert_true (gtk_widget_is_focus (mattra_grid_cell_widget (f->grid, 2, 1)));
}

/* A hidden column is none that is counted. */
static void
test_tells_columns (void)
{
  g_autoptr (GridFixture) f = grid_fixture_new (30, 1366, 500);

  mattra_grid_column_set_visible (mattra_grid_find_column (f->grid, "1"), FALSE);
  grid_fixture_frame (f);
  gtk_test_accessible_assert_relation (f->grid, GTK_ACCESSIBLE_RELATION_COL_COUNT, 6);
  gtk_test_accessible_assert_relation (mattra_grid_cell_widget (f->grid, 1, 2),
                                       GTK_ACCESSIBLE_RELATION_COL_INDEX, 3);
  change_rows (f, 0, 0, 5);
  grid_fixture_frame (f);
  gtk_test_accessible_assert_relation (f->grid, GTK_ACCESSIBLE_RELATION_ROW_COUNT, 35);
  gtk_test_accessible_assert_relation (mattra_grid_row_widget (f->grid, first_row (f)),
                                       GTK_ACCESSIBLE_RELATION_ROW_INDEX, (int) first_row (f) + 1);
}

/* Nothing, one row, one column, hardly any room, and the right end: there is always a table to be seen. */
static void
test_odd_sizes (void)
{
  g_autoptr (GridFixture) none = grid_fixture_new (0, 700, 300);
  g_autoptr (GridFixture) f = grid_fixture_new (1, 700, 300);

  picture_save (none->window, "grid-no-rows");
  check_view (f);
  picture_save (f->window, "grid-one-row");
  set_value (f, 50);
  mattra_grid_set_cursor (f->grid, 0, mattra_grid_find_column (f->grid, "6"));
  grid_fixture_frame (f);
  picture_save (f->window, "grid-right-end");
  for (char id = '0'; id < '6'; id++)
    mattra_grid_column_set_visible (mattra_grid_find_column (f->grid, (char[]) { id, '\0' }), FALSE);
  grid_fixture_frame (f);
  check_view (f);
  g_assert_cmpfloat (gtk_adjustment_get_value (f->horizontal), ==, 0);
  picture_save (f->window, "grid-one-column");
}

/* Who asked the system for high contrast gets lines that can be seen. */
static void
test_high_contrast (void)
{
  if (g_test_subprocess ())
    {
      g_autoptr (GridFixture) f = grid_fixture_new (300, 1366, 700);

      mattra_grid_select_rows (f->grid, 2, 3);
      picture_save_both (f->window, "grid-high-contrast");
      g_assert_cmpfloat (f->grid->colours.hairline.alpha, >=, 0.5);
      return;
    }
  g_setenv ("ADW_DEBUG_HIGH_CONTRAST", "1", TRUE);
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_unsetenv ("ADW_DEBUG_HIGH_CONTRAST");
  g_test_trap_assert_passed ();
}

static void
test_pictures (void)
{
  g_autoptr (GridFixture) f = grid_fixture_new (300, 1366, 700);

  mattra_grid_set_n_frozen (f->grid, 2);
  mattra_grid_set_cursor (f->grid, 1, mattra_grid_find_column (f->grid, "2"));
  picture_save_both (f->window, "grid-view");
  g_object_set (f->grid, "thai-digits", TRUE, "row-numbers", TRUE, NULL);
  mattra_grid_select_rows (f->grid, 2, 3);
  picture_save (f->window, "grid-view-thai-digits");
  gtk_window_set_default_size (GTK_WINDOW (f->window), 640, 700);
  grid_fixture_frame (f);
  set_value (f, 333);
  gtk_adjustment_set_value (f->horizontal, 150);
  picture_set_text (2);
  picture_save (f->window, "grid-view-200-percent");
  picture_set_text (1);
}

int
main (int    argc,
      char **argv)
{
  picture_init (&argc, &argv);
  g_test_add_func ("/grid/view/ends", test_ends);
  g_test_add_func ("/grid/view/scroll-moves-exactly", test_scroll_moves_exactly);
  g_test_add_func ("/grid/view/scroll-to-ends-by-steps", test_scroll_to_ends_by_steps);
  g_test_add_func ("/grid/view/changes-in-place", test_changes_in_place);
  g_test_add_func ("/grid/view/insertions-and-removals", test_insertions_and_removals);
  g_test_add_func ("/grid/view/shrinks-at-end", test_shrinks_at_end);
  g_test_add_func ("/grid/view/bar-comes-and-goes", test_bar_comes_and_goes);
  g_test_add_func ("/grid/view/bar-when-alone", test_bar_when_alone);
  g_test_add_func ("/grid/view/bar-in-pane", test_bar_in_pane);
  g_test_add_func ("/grid/view/models", test_models);
  g_test_add_func ("/grid/view/tall-rows", test_tall_rows);
  g_test_add_func ("/grid/view/reads-tall-cell", test_reads_tall_cell);
  g_test_add_func ("/grid/view/reveals-far-cells", test_reveals_far_cells);
  g_test_add_func ("/grid/view/asks-for-few-rows", test_asks_for_few_rows);
  g_test_add_func ("/grid/view/tiny", test_tiny);
  g_test_add_func ("/grid/view/hits", test_hits);
  g_test_add_func ("/grid/view/anything", test_anything);
  g_test_add_func ("/grid/view/tells-assistants", test_tells_assistants);
  g_test_add_func ("/grid/view/tells-states", test_tells_states);
  g_test_add_func ("/grid/view/tells-columns", test_tells_columns);
  g_test_add_func ("/grid/view/odd-sizes", test_odd_sizes);
  g_test_add_func ("/grid/view/high-contrast", test_high_contrast);
  g_test_add_func ("/grid/view/pictures", test_pictures);
  return g_test_run ();
}
