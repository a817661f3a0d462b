/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hands-fixture.h"
#include "mattra-grid-header-private.h"
#include "picture.h"
#include "real-events.h"
#include "seek.h"

#define LEFT GDK_BUTTON_PRIMARY
#define RIGHT GDK_BUTTON_SECONDARY

static Hands *
new_hands (guint n_rows)
{
  Hands *hands = NULL;

  if (!real_events_are_there ())
    return NULL;
  hands = hands_new (n_rows);
  real_events_focus (hands->window);
  return hands;
}

/* The middle of a cell, "2b". */
static void
find_cell (Hands      *hands,
           const char *cell,
           double     *x,
           double     *y)
{
  GdkRectangle area;

  g_assert_true (mattra_grid_cell_area (hands->grid, (guint) (cell[0] - '0'), (guint) (cell[1] - 'a'), &area));
  *x = area.x + area.width / 2;
  *y = area.y + area.height / 2;
}

static void
go (Hands      *hands,
    const char *cell)
{
  double x = 0, y = 0;

  find_cell (hands, cell, &x, &y);
  real_events_go (GTK_WIDGET (hands->grid), x, y);
}

static void
go_below (Hands      *hands,
          const char *cell)
{
  double x = 0, y = 0;

  find_cell (hands, cell, &x, &y);
  real_events_go (GTK_WIDGET (hands->grid), x, y + 4);
}

static void
click (Hands      *hands,
       const char *cell,
       int         button)
{
  go (hands, cell);
  real_events_mouse ("click", button);
}

static void
drag (Hands      *hands,
      const char *from,
      const char *to)
{
  go (hands, from);
  real_events_mouse ("mousedown", LEFT);
  go (hands, to);
  real_events_mouse ("mouseup", LEFT);
}

static void
check_where (Hands      *hands,
             const char *expected)
{
  g_autofree char *where = hands_where (hands);

  g_assert_cmpstr (where, ==, expected);
}

static void
check_asked (Hands      *hands,
             const char *expected)
{
  g_autofree char *asked = hands_take (hands);

  g_assert_cmpstr (asked, ==, expected);
}

static void
with_shift (Hands      *hands,
            const char *cell)
{
  go (hands, cell);
  real_events_hold ("Shift_L", TRUE);
  real_events_mouse ("click", LEFT);
  real_events_hold ("Shift_L", FALSE);
}

static void
test_select (void)
{
  g_autoptr (Hands) hands = new_hands (8);

  if (hands == NULL)
    return;
  click (hands, "2b", LEFT);
  check_where (hands, "2b 2-2,b-b");
  with_shift (hands, "4c");
  check_where (hands, "2b 2-4,b-c");
  with_shift (hands, "1b");
  check_where (hands, "2b 1-2,b-b");
  drag (hands, "3b", "5d");
  check_where (hands, "3b 3-5,b-d");
  drag (hands, "5d", "3c");
  check_where (hands, "5d 3-5,c-d");
  g_assert_false (mattra_grid_is_editing (hands->grid));
}

static void
test_write (void)
{
  g_autoptr (Hands) hands = new_hands (8);

  if (hands == NULL)
    return;
  real_events_keyboard ("th");
  go (hands, "2b");
  real_events_mouse_twice (LEFT);
  g_assert_true (mattra_grid_is_editing (hands->grid));
  check_where (hands, "2b 2-2,b-b");
  real_events_type ("ก");
  click (hands, "5b", LEFT);
  g_assert_false (mattra_grid_is_editing (hands->grid));
  check_asked (hands, "type 2b=2bก;");
  check_where (hands, "5b 5-5,b-b");
  go (hands, "5a");
  real_events_mouse_twice (LEFT);
  g_assert_false (mattra_grid_is_editing (hands->grid));
}

/* The number at the left is the head of its row. */
static void
test_rows (void)
{
  g_autoptr (Hands) hands = new_hands (8);

  if (hands == NULL)
    return;
  click (hands, "2a", LEFT);
  check_where (hands, "2a 2-2,a-e");
  with_shift (hands, "4a");
  check_where (hands, "2a 2-4,a-e");
  drag (hands, "5a", "6a");
  check_where (hands, "5a 5-6,a-e");
  check_asked (hands, "");
  /* Taken by their heads, the selected rows go along. */
  go (hands, "5a");
  real_events_mouse ("mousedown", LEFT);
  go (hands, "2a");
  go_below (hands, "1a");
  picture_save (hands->window, "grid-row-drag");
  real_events_mouse ("mouseup", LEFT);
  check_asked (hands, "move 5 6 before 2;");
  check_where (hands, "2a 2-3,a-e");
  /* Escape lets them be. */
  go (hands, "2a");
  real_events_mouse ("mousedown", LEFT);
  go (hands, "6a");
  real_events_press ("Escape");
  real_events_mouse ("mouseup", LEFT);
  check_asked (hands, "");
  /* The menu does the same. */
  gtk_widget_activate_action (GTK_WIDGET (hands->grid), "grid.move-bottom", NULL);
  check_asked (hands, "move 2 3 before 8;");
}

static void
check_shape (Hands      *hands,
             const char *cell,
             const char *expected)
{
  GdkCursor *shape = NULL;

  go (hands, cell);
  shape = gtk_widget_get_cursor (GTK_WIDGET (hands->grid));
  g_assert_cmpstr (shape != NULL ? gdk_cursor_get_name (shape) : NULL, ==, expected);
}

static void
check_refused (Hands *hands)
{
  check_asked (hands, "");
  g_assert_nonnull (seek (GTK_WIDGET (hands->grid), GTK_TYPE_LABEL, "The table is sorted"));
  mattra_grid_end_refusal (hands->grid);
}

/* A cell of the row that is a handle of it: a click stands there, a drag down takes the row along, and one
 * along the row selects. */
static void
test_handle (void)
{
  g_autoptr (Hands) hands = new_hands (8);

  if (hands == NULL)
    return;
  mattra_grid_column_set_handle (mattra_grid_find_column (hands->grid, "b"), TRUE);
  click (hands, "3b", LEFT);
  check_where (hands, "3b 3-3,b-b");
  check_shape (hands, "2b", "grab");
  check_shape (hands, "2c", NULL);
  check_shape (hands, "3a", NULL);
  drag (hands, "2b", "2d");
  check_where (hands, "2b 2-2,b-d");
  with_shift (hands, "4b");
  check_where (hands, "2b 2-4,b-b");
  check_asked (hands, "");
  go (hands, "2b");
  real_events_mouse ("mousedown", LEFT);
  go_below (hands, "4b");
  picture_save (hands->window, "grid-handle-drag");
  real_events_mouse ("mouseup", LEFT);
  check_asked (hands, "move 2 before 5;");
  check_where (hands, "4b 4-4,a-e");
  /* Rows that are selected go along, by the head and by the handle of any of them. */
  click (hands, "5a", LEFT);
  check_shape (hands, "5a", "grab");
  with_shift (hands, "6a");
  drag (hands, "6b", "1b");
  check_asked (hands, "move 5 6 before 1;");
  click (hands, "2b", LEFT);
  check_where (hands, "2b 2-2,b-b");
  go (hands, "2b");
  real_events_mouse_twice (LEFT);
  g_assert_true (mattra_grid_is_editing (hands->grid));
  mattra_grid_cancel_edit (hands->grid);
}

/* Where a row has no place of its own a drag says so, as the keys do. */
static void
test_sorted_rows (void)
{
  g_autoptr (Hands) hands = new_hands (8);

  if (hands == NULL)
    return;
  mattra_grid_column_set_handle (mattra_grid_find_column (hands->grid, "b"), TRUE);
  mattra_grid_set_sort (hands->grid, "c", TRUE);
  check_shape (hands, "2b", NULL);
  drag (hands, "2b", "5b");
  check_refused (hands);
  click (hands, "3a", LEFT);
  check_where (hands, "3b 3-3,a-e");
  drag (hands, "3a", "5a");
  check_refused (hands);
  check_where (hands, "3b 3-3,a-e");
  mattra_grid_set_read_only (hands->grid, TRUE);
  drag (hands, "2b", "5b");
  check_where (hands, "2b 2-5,b-b");
  g_assert_null (seek (GTK_WIDGET (hands->grid), GTK_TYPE_LABEL, "The table is sorted"));
}

static void
test_menu (void)
{
  g_autoptr (Hands) hands = new_hands (8);

  if (hands == NULL)
    return;
  drag (hands, "1b", "2c");
  click (hands, "2b", RIGHT);
  g_assert_true (hands->grid->menu != NULL && gtk_widget_get_mapped (hands->grid->menu));
  check_where (hands, "1b 1-2,b-c");
  picture_save (hands->window, "grid-menu");
  real_events_press ("Escape");
  g_assert_null (hands->grid->menu);
  click (hands, "5d", RIGHT);
  check_where (hands, "5d 5-5,d-d");
  real_events_press ("Escape");
  click (hands, "6a", RIGHT);
  check_where (hands, "6d 6-6,a-e");
  real_events_press ("Escape");
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (hands->window)),
                                         GTK_WIDGET (hands->grid)));
}

static gboolean
is_at_end (gpointer data)
{
  MattraGrid *grid = data;

  return grid->selection.far_row == grid->selection.n_rows - 1;
}

static gboolean
is_at_start (gpointer data)
{
  MattraGrid *grid = data;

  return grid->selection.far_row == 0;
}

/* Held beyond the edge, the table scrolls on under the pointer, and back. */
static void
test_edges (void)
{
  g_autoptr (Hands) hands = new_hands (60);

  if (hands == NULL)
    return;
  go (hands, "1b");
  real_events_mouse ("mousedown", LEFT);
  real_events_go (GTK_WIDGET (hands->grid), 250, gtk_widget_get_height (GTK_WIDGET (hands->grid)) + 60);
  picture_wait (is_at_end, hands->grid);
  check_where (hands, "1b 1-59,b-c");
  real_events_go (GTK_WIDGET (hands->grid), 250, -30);
  picture_wait (is_at_start, hands->grid);
  real_events_mouse ("mouseup", LEFT);
  check_where (hands, "1b 0-1,b-c");
}

static char *
dup_order (Hands *hands)
{
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < mattra_grid_n_shown (hands->grid); i++)
    g_string_append (ids, mattra_grid_column_get_id (mattra_grid_shown_column (hands->grid, i)));
  return g_string_free (ids, FALSE);
}

static void
go_to_head (Hands *hands,
            guint  place,
            double part)
{
  int x = 0, width = 0;

  mattra_grid_column_span (hands->grid, place, &x, &width);
  real_events_go (GTK_WIDGET (hands->grid), x + width * part, hands->grid->header_height / 2);
}

static void
test_heads (void)
{
  g_autoptr (Hands) hands = new_hands (8);
  MattraGridColumn *column = NULL;
  g_autofree char *order = NULL;

  if (hands == NULL)
    return;
  column = mattra_grid_find_column (hands->grid, "c");
  go_to_head (hands, 2, 0.5);
  real_events_mouse ("click", LEFT);
  g_assert_cmpstr (hands->grid->sort_id, ==, "c");
  go_to_head (hands, 2, 1);
  real_events_mouse ("mousedown", LEFT);
  go_to_head (hands, 2, 1.4);
  real_events_mouse ("mouseup", LEFT);
  g_assert_cmpint (mattra_grid_column_get_width (column), ==, 150 + 60);
  go_to_head (hands, 2, 1);
  real_events_mouse_twice (LEFT);
  g_assert_cmpint (mattra_grid_column_get_width (column), ==, mattra_grid_fit_width (hands->grid, column));
  go_to_head (hands, 1, 0.5);
  real_events_mouse ("mousedown", LEFT);
  go_to_head (hands, 2, 0.9);
  picture_save (hands->window, "grid-head-drag");
  real_events_mouse ("mouseup", LEFT);
  order = dup_order (hands);
  g_assert_cmpstr (order, ==, "acbde");
  g_assert_cmpstr (hands->grid->sort_id, ==, "c");
  go_to_head (hands, 1, 0.5);
  real_events_mouse ("click", RIGHT);
  g_assert_true (gtk_widget_get_mapped (MATTRA_GRID_HEADER (hands->grid->header)->menu));
  picture_save (hands->window, "grid-head-menu");
  real_events_press ("Escape");
}

static void
hold_finger (Hands      *hands,
             const char *cell)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (hands->grid));
  double x = 0, y = 0;

  find_cell (hands, cell, &x, &y);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_LONG_PRESS (controller))
        g_signal_emit_by_name (controller, "pressed", x, y);
    }
  picture_settle ();
}

static void
tap (Hands      *hands,
     const char *cell)
{
  double x = 0, y = 0;

  find_cell (hands, cell, &x, &y);
  _mattra_grid_pointer_tap (hands->grid, x, y);
  picture_settle ();
}

/* Fingers: the first tap stands there, the second one writes, holding opens the menu. Dragging scrolls. */
static void
test_fingers (void)
{
  g_autoptr (Hands) hands = hands_new (8);

  tap (hands, "2b");
  check_where (hands, "2b 2-2,b-b");
  g_assert_false (mattra_grid_is_editing (hands->grid));
  tap (hands, "3c");
  check_where (hands, "3c 3-3,c-c");
  g_assert_false (mattra_grid_is_editing (hands->grid));
  tap (hands, "3c");
  g_assert_true (mattra_grid_is_editing (hands->grid));
  tap (hands, "5b");
  g_assert_false (mattra_grid_is_editing (hands->grid));
  check_where (hands, "5b 5-5,b-b");
  tap (hands, "4a");
  check_where (hands, "4b 4-4,a-e");
  hold_finger (hands, "6d");
  check_where (hands, "6d 6-6,d-d");
  g_assert_true (hands->grid->menu != NULL && gtk_widget_get_mapped (hands->grid->menu));
}

int
main (int    argc,
      char **argv)
{
  picture_init (&argc, &argv);
  g_test_add_func ("/grid/pointer/select", test_select);
  g_test_add_func ("/grid/pointer/write", test_write);
  g_test_add_func ("/grid/pointer/rows", test_rows);
  g_test_add_func ("/grid/pointer/handle", test_handle);
  g_test_add_func ("/grid/pointer/sorted-rows", test_sorted_rows);
  g_test_add_func ("/grid/pointer/menu", test_menu);
  g_test_add_func ("/grid/pointer/edges", test_edges);
  g_test_add_func ("/grid/pointer/heads", test_heads);
  g_test_add_func ("/grid/pointer/fingers", test_fingers);
  return g_test_run ();
}
