/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-grid-hands.h"
#include "mattra-window.h"
#include "picture.h"
#include "seek.h"
#include "table-fixture.h"

#define SCREEN_HEIGHT 768

/* The table in the program's own window: its button, its key, its toast, its menus. */
typedef struct
{
  SessionFixture fixture;
  MattraWindow *window;
  Table table; /* what table-fixture.h needs to know of it */
} Program;

static MattraApplication *application;

static gboolean
has_session (gpointer data)
{
  return mattra_window_get_session (data) != NULL;
}

static void
program_init (Program    *self,
              const char *language)
{
  *self = (Program) { { NULL } };
  picture_set_language (language);
  session_fixture_init (&self->fixture);
  self->window = mattra_window_new (application);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1200, 700);
  gtk_window_present (GTK_WINDOW (self->window));
  mattra_window_open (self->window, self->fixture.path, FALSE);
  picture_wait (has_session, self->window);
  self->table.window = GTK_WIDGET (self->window);
  self->table.session = mattra_window_get_session (self->window);
  self->table.page = mattra_register_page_get_table (mattra_window_get_page (self->window));
  self->table.grid = mattra_table_page_get_grid (self->table.page);
  self->table.list = mattra_table_page_get_list (self->table.page);
  table_settle (&self->table);
}

static void
program_clear (Program *self)
{
  gtk_window_close (GTK_WINDOW (self->window));
  picture_settle ();
  session_fixture_clear (&self->fixture);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Program, program_clear)

static void
act (Program    *self,
     const char *action)
{
  g_action_group_activate_action (G_ACTION_GROUP (self->window), action, NULL);
  table_settle (&self->table);
}

/* The button makes a measure at the end; a toast offers to take it back. */
static void
test_button (void)
{
  g_auto (Program) program = { { NULL } };
  Table *table = &program.table;
  GtkWidget *toast = NULL;

  program_init (&program, "en");
  seek_click (GTK_WIDGET (program.window), "New Measure");
  table_settle (table);
  g_assert_cmpuint (table_n_rows (table), ==, SESSION_FIXTURE_MEASURES + 1);
  g_assert_true (mattra_grid_is_editing (table->grid));
  mattra_grid_cancel_edit (table->grid);
  toast = seek (GTK_WIDGET (program.window), ADW_TYPE_TOAST_OVERLAY, NULL);
  g_assert_nonnull (seek (toast, GTK_TYPE_LABEL, "New measure"));
  seek_click (toast, "_Undo");
  table_settle (table);
  g_assert_cmpuint (table_n_rows (table), ==, SESSION_FIXTURE_MEASURES);
}

/* The one key inserts above the row one stands on, wherever the keyboard is; the other adds one at the end. */
static void
test_key (void)
{
  g_auto (Program) program = { { NULL } };
  Table *table = &program.table;

  program_init (&program, "en");
  mattra_grid_select_rows (table->grid, 1, 2);
  gtk_widget_grab_focus (GTK_WIDGET (table->grid));
  act (&program, "insert-measure");
  g_assert_cmpint (table_number (table, 0), ==, 1);
  g_assert_cmpint (table_number (table, 1), ==, 0);
  g_assert_cmpint (table_number (table, 2), ==, 0);
  g_assert_cmpint (table_number (table, 3), ==, 2);
  table_undo (table);
  table_go (table, 3, "title");
  mattra_table_page_set_search_shown (table->page, TRUE);
  table_settle (table);
  act (&program, "insert-measure");
  g_assert_cmpint (table_number (table, 3), ==, 0);
  g_assert_true (mattra_grid_is_editing (table->grid));
  mattra_grid_cancel_edit (table->grid);
  act (&program, "new-measure");
  g_assert_cmpint (table_number (table, table_n_rows (table) - 1), ==, SESSION_FIXTURE_MEASURES + 1);
  mattra_grid_cancel_edit (table->grid);
}

static void
check_accelerator (const char *accelerator,
                   const char *action)
{
  g_auto (GStrv) actions = gtk_application_get_actions_for_accel (GTK_APPLICATION (application), accelerator);

  g_test_message ("%s: %s", accelerator, action);
  g_assert_true (g_strv_contains ((const char *const *) actions, action));
}

static void
check_menu (GMenuModel *menu)
{
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);
      g_autofree char *accelerator = NULL;
      g_autofree char *action = NULL;

      if (section != NULL)
        check_menu (section);
      else if (g_menu_model_get_item_attribute (menu, i, "accel", "s", &accelerator) &&
               g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_ACTION, "s", &action))
        check_accelerator (accelerator, action);
    }
}

/* A key that stands beside an entry of the menu does what the entry says. */
static void
test_menu_keys (void)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/io/github/mattra/Mattra/ui/mattra-menu.ui");

  check_menu (G_MENU_MODEL (gtk_builder_get_object (builder, "primary")));
  check_accelerator ("<Control>plus", "win.insert-measure");
  check_accelerator ("<Control><Shift>n", "win.new-measure");
}

static void
take_menu (Table      *table,
           const char *name)
{
  GtkWidget *menu = NULL;

  table_press (table, GDK_KEY_Menu, 0);
  menu = seek (GTK_WIDGET (table->grid), GTK_TYPE_POPOVER_MENU, NULL);
  g_assert_nonnull (menu);
  picture_save (menu, name);
  gtk_popover_popdown (GTK_POPOVER (menu));
  picture_settle ();
}

/* Where on the screen's height the menu ends; the window, without a manager of windows, begins at its top. */
static int
find_end (GtkWidget *menu)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (menu));
  GtkWidget *inside = gtk_popover_get_child (GTK_POPOVER (menu));
  double x = 0, y = 0;

  gtk_native_get_surface_transform (GTK_NATIVE (menu), &x, &y);
  gtk_widget_translate_coordinates (inside, menu, x, y, &x, &y);
  return gdk_popup_get_position_y (GDK_POPUP (surface)) + (int) y + gtk_widget_get_height (inside);
}

static gboolean
is_whole (gpointer grid)
{
  GtkWidget *menu = MATTRA_GRID (grid)->menu;
  GtkWidget *scrolled = seek (menu, GTK_TYPE_SCROLLED_WINDOW, NULL);
  GtkAdjustment *reach = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));

  return gtk_widget_get_height (menu) > 0 && find_end (menu) <= SCREEN_HEIGHT
         && gtk_adjustment_get_page_size (reach) >= gtk_adjustment_get_upper (reach);
}

/* All of the menu is seen at once, wherever it is opened. */
static void
check_whole (Table              *table,
             const GdkRectangle *at)
{
  mattra_grid_popup_menu (table->grid, at);
  picture_wait (is_whole, table->grid);
  gtk_popover_popdown (GTK_POPOVER (table->grid->menu));
  picture_settle ();
}

static void
test_menu_whole (gconstpointer data)
{
  static const int sizes[][2] = { { 1366, SCREEN_HEIGHT }, { 640, 720 } };
  g_auto (Program) program = { { NULL } };
  Table *table = &program.table;

  program_init (&program, data);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      int height = 0;

      gtk_window_set_default_size (GTK_WINDOW (program.window), sizes[i][0], sizes[i][1]);
      table_settle (table);
      table_go (table, 2, "title");
      height = gtk_widget_get_height (GTK_WIDGET (table->grid));
      check_whole (table, NULL);
      check_whole (table, &(GdkRectangle) { 60, 60, 1, 1 });
      check_whole (table, &(GdkRectangle) { 60, height / 2, 1, 1 });
      check_whole (table, &(GdkRectangle) { 60, height - 8, 1, 1 });
    }
}

/* The menu of rows, and what is asked before measures are made by pasting, to be looked at. */
static void
test_menu (gconstpointer data)
{
  const char *language = data;
  g_auto (Program) program = { { NULL } };
  Table *table = &program.table;
  g_autofree char *menu = g_strconcat (language, "-row-menu", NULL);
  g_autofree char *paste = g_strconcat (language, "-paste-rows", NULL);
  GtkWindow *dialog = NULL;

  program_init (&program, language);
  table_go (table, 2, "title");
  take_menu (table, menu);
  table_go (table, SESSION_FIXTURE_MEASURES - 1, "title");
  table_set_clipboard (table, "หนึ่ง\t1. ก\nสอง\t1. ข\nสาม\t1. ค\n");
  table_press (table, GDK_KEY_v, GDK_CONTROL_MASK);
  dialog = table_find_dialog (table);
  g_assert_nonnull (dialog);
  picture_save (GTK_WIDGET (dialog), paste);
  gtk_window_close (dialog);
  picture_settle ();
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (MattraApplication) program = NULL;
  g_autoptr (GError) error = NULL;

  picture_init (&argc, &argv);
  program = mattra_application_new ();
  g_application_register (G_APPLICATION (program), NULL, &error);
  g_assert_no_error (error);
  application = program;
  g_test_add_func ("/table/window/button", test_button);
  g_test_add_func ("/table/window/key", test_key);
  g_test_add_func ("/table/window/menu-keys", test_menu_keys);
  g_test_add_data_func ("/table/window/menu-en", "en", test_menu);
  g_test_add_data_func ("/table/window/menu-th", "th", test_menu);
  g_test_add_data_func ("/table/window/menu-whole-en", "en", test_menu_whole);
  g_test_add_data_func ("/table/window/menu-whole-th", "th", test_menu_whole);
  return g_test_run ();
}
