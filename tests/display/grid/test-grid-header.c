/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "grid-fixture.h"
#include "mattra-grid-header-private.h"
#include "picture.h"

static GtkEventController *
find_controller (GtkWidget *widget,
                 GType      type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (controller, type)
          && (!GTK_IS_GESTURE_SINGLE (controller)
              || gtk_gesture_single_get_button (GTK_GESTURE_SINGLE (controller)) == GDK_BUTTON_PRIMARY))
        return controller;
    }
  g_error ("The header has no %s", g_type_name (type));
}

/* A press at @x, moved by @dx and let go, as the gesture tells it. */
static void
drag_head (GridFixture *f,
           double       x,
           double       dx)
{
  GtkEventController *drag = find_controller (f->grid->header, GTK_TYPE_GESTURE_DRAG);

  g_signal_emit_by_name (drag, "drag-begin", x, 5.0);
  if (dx != 0)
    g_signal_emit_by_name (drag, "drag-update", dx, 0.0);
  g_signal_emit_by_name (drag, "drag-end", dx, 0.0);
  grid_fixture_frame (f);
}

static void
press_key (GridFixture     *f,
           guint            keyval,
           GdkModifierType  state)
{
  gboolean stopped = FALSE;

  g_signal_emit_by_name (find_controller (f->grid->header, GTK_TYPE_EVENT_CONTROLLER_KEY), "key-pressed",
                         keyval, 0, state, &stopped);
  g_assert_true (stopped);
  grid_fixture_frame (f);
}

static char *
order (GridFixture *f)
{
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < mattra_grid_n_shown (f->grid); i++)
    g_string_append (ids, mattra_grid_column_get_id (mattra_grid_shown_column (f->grid, i)));
  return g_string_free (ids, FALSE);
}

static void
check_order (GridFixture *f,
             const char  *expected)
{
  g_autofree char *ids = order (f);

  g_assert_cmpstr (ids, ==, expected);
}

static void
middle_of (GridFixture *f,
           guint        place,
           double      *middle,
           double      *edge)
{
  int x = 0, width = 0;

  mattra_grid_column_span (f->grid, place, &x, &width);
  *middle = x + width / 2;
  *edge = x + width;
}

static void
count (MattraGrid *grid,
       guint      *n)
{
  ++*n;
}

static void
keep_sort (MattraGrid *grid,
           const char *id,
           gboolean    descending,
           GString    *asked)
{
  g_string_append_printf (asked, "%s%s ", id, descending ? "-" : "+");
}

static void
test_sort (void)
{
  g_autoptr (GridFixture) f = grid_fixture_new (30, 1366, 500);
  g_autoptr (GString) asked = g_string_new (NULL);
  double x = 0, edge = 0;

  g_signal_connect (f->grid, "sort-changed", G_CALLBACK (keep_sort), asked);
  middle_of (f, 3, &x, &edge);
  drag_head (f, x, 0);
  gtk_test_accessible_assert_property (mattra_grid_header_get_head (MATTRA_GRID_HEADER (f->grid->header), 3),
                                       GTK_ACCESSIBLE_PROPERTY_SORT, GTK_ACCESSIBLE_SORT_ASCENDING);
  drag_head (f, x, 0);
  drag_head (f, x, 0);
  drag_head (f, x, 0);
  middle_of (f, 1, &x, &edge);
  drag_head (f, x, 0);
  mattra_grid_column_set_sortable (mattra_grid_find_column (f->grid, "2"), FALSE);
  middle_of (f, 2, &x, &edge);
  drag_head (f, x, 0);
  g_assert_cmpstr (asked->str, ==, "3+ 3- + 3+ 1+ ");
}

static void
test_resize (void)
{
  g_autoptr (GridFixture) f = grid_fixture_new (30, 1366, 500);
  MattraGridColumn *column = mattra_grid_find_column (f->grid, "1");
  double x = 0, edge = 0;
  guint changes = 0;
  int height = 0;

  g_signal_connect (f->grid, "layout-changed", G_CALLBACK (count), &changes);
  height = mattra_height_tree_get_height (f->grid->heights, 0);
  middle_of (f, 1, &x, &edge);
  drag_head (f, edge - 1, -100);
  g_assert_cmpint (mattra_grid_column_get_width (column), ==, 90);
  g_assert_cmpint (mattra_height_tree_get_height (f->grid->heights, 0), >=, height);
  g_assert_cmpuint (changes, ==, 1);
  middle_of (f, 1, &x, &edge);
  drag_head (f, edge + 2, -500);
  g_assert_cmpint (mattra_grid_column_get_width (column), ==, MATTRA_GRID_COLUMN_WIDTH_MIN);
  middle_of (f, 1, &x, &edge);
  g_signal_emit_by_name (find_controller (f->grid->header, GTK_TYPE_GESTURE_CLICK), "released", 2, edge, 5.0);
  grid_fixture_frame (f);
  g_assert_cmpint (mattra_grid_column_get_width (column), >, 200);
}

static void
test_reorder (void)
{
  g_autoptr (GridFixture) f = grid_fixture_new (30, 1366, 500);
  MattraGridColumn *stood = NULL;
  double from = 0, to = 0, edge = 0;

  mattra_grid_set_cursor (f->grid, 1, mattra_grid_find_column (f->grid, "2"));
  middle_of (f, 2, &from, &edge);
  middle_of (f, 4, &to, &edge);
  drag_head (f, from, to + 5 - from);
  check_order (f, "0134256");
  g_assert_true (mattra_grid_get_cursor (f->grid, NULL, &stood));
  g_assert_cmpstr (mattra_grid_column_get_id (stood), ==, "2");
  middle_of (f, 4, &from, &edge);
  drag_head (f, from, -from);
  check_order (f, "2013456");
  middle_of (f, 0, &from, &edge);
  drag_head (f, from, 3000);
  check_order (f, "0134562");
}

static void
test_hide (void)
{
  g_autoptr (GridFixture) f = grid_fixture_new (30, 1366, 500);

  gtk_widget_activate_action (f->grid->header, "column.hide", "s", "3");
  gtk_widget_activate_action (f->grid->header, "column.hide", "s", "0");
  grid_fixture_frame (f);
  check_order (f, "12456");
  gtk_widget_activate_action (f->grid->header, "column.move-right", "s", "2");
  check_order (f, "14256");
  gtk_widget_activate_action (f->grid->header, "column.move-left", "s", "6");
  check_order (f, "14265");
  gtk_widget_activate_action (f->grid->header, "column.show", "s", "3");
  gtk_widget_activate_action (f->grid->header, "column.show", "s", "0");
  grid_fixture_frame (f);
  check_order (f, "0134265");
}

static void
test_keys (void)
{
  g_autoptr (GridFixture) f = grid_fixture_new (30, 1366, 500);
  g_autoptr (GString) asked = g_string_new (NULL);
  MattraGridColumn *column = mattra_grid_find_column (f->grid, "2");

  g_signal_connect (f->grid, "sort-changed", G_CALLBACK (keep_sort), asked);
  mattra_grid_set_cursor (f->grid, 0, column);
  g_assert_true (mattra_grid_focus_header (f->grid));
  press_key (f, GDK_KEY_Return, 0);
  g_assert_cmpstr (asked->str, ==, "2+ ");
  press_key (f, GDK_KEY_Right, GDK_SHIFT_MASK);
  g_assert_cmpint (mattra_grid_column_get_width (column), ==, 290);
  press_key (f, GDK_KEY_Left, GDK_ALT_MASK);
  check_order (f, "0213456");
  press_key (f, GDK_KEY_End, 0);
  press_key (f, GDK_KEY_space, 0);
  press_key (f, GDK_KEY_Home, 0);
  press_key (f, GDK_KEY_Right, 0);
  press_key (f, GDK_KEY_space, 0);
  g_assert_cmpstr (asked->str, ==, "2+ 6+ 2+ ");
  press_key (f, GDK_KEY_Menu, 0);
  g_assert_true (gtk_widget_get_visible (MATTRA_GRID_HEADER (f->grid->header)->menu));
  picture_save (f->window, "grid-header-menu");
  gtk_popover_popdown (GTK_POPOVER (MATTRA_GRID_HEADER (f->grid->header)->menu));
  g_assert_true (mattra_grid_focus_header (f->grid));
  press_key (f, GDK_KEY_Escape, 0);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (f->window)) == mattra_grid_cell_widget (f->grid, 0, 1));
}

static void
test_state (void)
{
  g_autoptr (GridFixture) f = grid_fixture_new (30, 1366, 500);
  g_autoptr (GridFixture) other = grid_fixture_new (3, 1366, 500);
  g_autoptr (GVariant) state = NULL;
  g_autoptr (GVariant) again = NULL;
  g_autoptr (GVariant) nonsense = g_variant_ref_sink (g_variant_new ("(s)", "no state"));
  g_autoptr (GVariant) foreign = NULL;
  guint changes = 0;

  mattra_grid_move_column (f->grid, mattra_grid_find_column (f->grid, "5"), 0);
  mattra_grid_column_set_width (mattra_grid_find_column (f->grid, "2"), 333);
  mattra_grid_column_set_visible (mattra_grid_find_column (f->grid, "3"), FALSE);
  mattra_grid_set_sort (f->grid, "4", TRUE);
  state = mattra_grid_dup_state (f->grid);
  g_signal_connect (other->grid, "layout-changed", G_CALLBACK (count), &changes);
  mattra_grid_restore_state (other->grid, state);
  again = mattra_grid_dup_state (other->grid);
  g_assert_true (g_variant_equal (state, again));
  check_order (other, "501246");
  g_assert_cmpuint (changes, ==, 0);

  mattra_grid_restore_state (other->grid, NULL);
  mattra_grid_restore_state (other->grid, nonsense);
  check_order (other, "501246");
  foreign = g_variant_ref_sink (g_variant_new_parsed ("([('9', 100, true), ('6', -5, true), ('1', 2000000000, true)],"
                                                      " 'nowhere', true)"));
  mattra_grid_restore_state (other->grid, foreign);
  grid_fixture_frame (other);
  check_order (other, "615024");
  g_assert_cmpint (mattra_grid_column_get_width (mattra_grid_find_column (other->grid, "6")), ==,
                   MATTRA_GRID_COLUMN_WIDTH_MIN);
  g_assert_cmpint (mattra_grid_column_get_width (mattra_grid_find_column (other->grid, "1")), ==,
                   MATTRA_GRID_WIDTH_MAX);
}

static void
test_frozen (void)
{
  g_autoptr (GridFixture) f = grid_fixture_new (30, 800, 500);
  GdkRectangle before, after;

  mattra_grid_set_n_frozen (f->grid, 2);
  grid_fixture_frame (f);
  mattra_grid_cell_area (f->grid, 0, 1, &before);
  gtk_adjustment_set_value (f->horizontal, 200);
  grid_fixture_frame (f);
  mattra_grid_cell_area (f->grid, 0, 1, &after);
  g_assert_cmpint (before.x, ==, after.x);
  g_assert_cmpint (mattra_grid_place_at (f->grid, before.x + 5), ==, 1);
  mattra_grid_cell_area (f->grid, 0, 2, &after);
  g_assert_cmpint (after.x, ==, before.x + before.width - 200);
  g_assert_cmpint (mattra_grid_place_at (f->grid, before.x + before.width + 5), ==, 2);
  picture_save (f->window, "grid-header-frozen");
}

int
main (int    argc,
      char **argv)
{
  picture_init (&argc, &argv);
  g_test_add_func ("/grid/header/sort", test_sort);
  g_test_add_func ("/grid/header/resize", test_resize);
  g_test_add_func ("/grid/header/reorder", test_reorder);
  g_test_add_func ("/grid/header/hide", test_hide);
  g_test_add_func ("/grid/header/keys", test_keys);
  g_test_add_func ("/grid/header/state", test_state);
  g_test_add_func ("/grid/header/frozen", test_frozen);
  return g_test_run ();
}
