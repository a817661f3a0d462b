/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hands-fixture.h"
#include "mattra-date.h"
#include "mattra-grid-private.h"
#include "picture.h"

#define N_ROWS 8

#define CTRL GDK_CONTROL_MASK
#define SHIFT GDK_SHIFT_MASK
#define ALT GDK_ALT_MASK

/* From a cell, a key, and what comes of it: where one is, whether one writes there, and what the delegate
 * was asked. */
typedef struct
{
  const char *from;
  guint keyval;
  GdkModifierType modifiers;
  const char *where;
  const char *asked;
} Press;

static char *
dup_where (Hands *hands)
{
  g_autofree char *where = hands_where (hands);

  return g_strconcat (where, mattra_grid_is_editing (hands->grid) ? " writing" : "", NULL);
}

static void
check_press (const Press *press)
{
  g_autoptr (Hands) hands = hands_new (N_ROWS);
  g_autofree char *where = NULL;
  g_autofree char *asked = NULL;

  hands_stand (hands, press->from);
  g_test_message ("%s %s %x", press->from, gdk_keyval_name (press->keyval), press->modifiers);
  g_assert_true (hands_press (hands, press->keyval, press->modifiers));
  picture_settle ();
  where = dup_where (hands);
  asked = hands_take (hands);
  g_assert_cmpstr (where, ==, press->where);
  g_assert_cmpstr (asked, ==, press->asked != NULL ? press->asked : "");
}

static void
test_moves (void)
{
  static const Press presses[] = {
    { "2c", GDK_KEY_Up, 0, "1c 1-1,c-c", NULL },
    { "2c", GDK_KEY_Down, 0, "3c 3-3,c-c", NULL },
    { "2c", GDK_KEY_Left, 0, "2b 2-2,b-b", NULL },
    { "2c", GDK_KEY_Right, 0, "2d 2-2,d-d", NULL },
    { "0a", GDK_KEY_Up, 0, "0a 0-0,a-a", NULL },
    { "7e", GDK_KEY_Down, 0, "7e 7-7,e-e", NULL },
    { "2c", GDK_KEY_KP_Down, 0, "3c 3-3,c-c", NULL },
    { "2c", GDK_KEY_Up, SHIFT, "2c 1-2,c-c", NULL },
    { "2c3d", GDK_KEY_Right, SHIFT, "2c 2-3,c-e", NULL },
    { "2c3d", GDK_KEY_Right, 0, "2d 2-2,d-d", NULL },
    { "2c", GDK_KEY_Up, CTRL, "0c 0-0,c-c", NULL },
    { "2c", GDK_KEY_Down, CTRL, "3c 3-3,c-c", NULL },
    { "3c", GDK_KEY_Down, CTRL, "5c 5-5,c-c", NULL },
    { "2c", GDK_KEY_Right, CTRL, "2e 2-2,e-e", NULL },
    { "4e", GDK_KEY_Left, CTRL, "4a 4-4,a-a", NULL },
    { "2c", GDK_KEY_Down, CTRL | SHIFT, "2c 2-3,c-c", NULL },
    { "2c3c", GDK_KEY_Down, CTRL | SHIFT, "2c 2-5,c-c", NULL },
    { "2c", GDK_KEY_Home, 0, "2a 2-2,a-a", NULL },
    { "2c", GDK_KEY_End, 0, "2e 2-2,e-e", NULL },
    { "2c", GDK_KEY_Home, SHIFT, "2c 2-2,a-c", NULL },
    { "2c", GDK_KEY_Home, CTRL, "0a 0-0,a-a", NULL },
    { "2c", GDK_KEY_End, CTRL, "7e 7-7,e-e", NULL },
    { "2c", GDK_KEY_End, CTRL | SHIFT, "2c 2-7,c-e", NULL },
    { "2c", GDK_KEY_Page_Down, 0, "7c 7-7,c-c", NULL },
    { "7c", GDK_KEY_Page_Up, SHIFT, "7c 0-7,c-c", NULL },
    { "2c", GDK_KEY_Tab, 0, "2d 2-2,d-d", NULL },
    { "2e", GDK_KEY_Tab, 0, "3a 3-3,a-a", NULL },
    { "2c", GDK_KEY_ISO_Left_Tab, SHIFT, "2b 2-2,b-b", NULL },
    { "2c3d", GDK_KEY_Tab, 0, "2d 2-3,c-d", NULL },
    { "2c", GDK_KEY_Return, SHIFT, "1c 1-1,c-c", NULL },
    { "2c3d", GDK_KEY_Escape, 0, "2c 2-2,c-c", NULL },
    { "2c", GDK_KEY_a, CTRL, "2c 0-7,a-e", NULL },
    { "2c3d", GDK_KEY_space, CTRL, "2c 0-7,c-d", NULL },
    { "2c3d", GDK_KEY_space, SHIFT, "2c 2-3,a-e", NULL },
    { "2c3d", GDK_KEY_space, CTRL | SHIFT, "2c 0-7,a-e", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (presses); i++)
    check_press (&presses[i]);
}

static void
test_writing (void)
{
  static const Press presses[] = {
    { "2c", GDK_KEY_F2, 0, "2c 2-2,c-c writing", NULL },
    { "2c", GDK_KEY_Return, 0, "2c 2-2,c-c writing", NULL },
    { "2c", GDK_KEY_KP_Enter, 0, "2c 2-2,c-c writing", NULL },
    { "2b", GDK_KEY_x, 0, "2b 2-2,b-b writing", NULL },
    { "2b", GDK_KEY_X, SHIFT, "2b 2-2,b-b writing", NULL },
    { "2b", GDK_KEY_space, 0, "2b 2-2,b-b writing", NULL },
    { "2b", GDK_KEY_5, 0, "2b 2-2,b-b writing", NULL },
    { "2b", GDK_KEY_KP_5, 0, "2b 2-2,b-b writing", NULL },
    { "2b", GDK_KEY_Thai_kokai, 0, "2b 2-2,b-b writing", NULL },
    { "2b", GDK_KEY_Thai_sarai, 0, "2b 2-2,b-b writing", NULL },
    { "2b", GDK_KEY_Thai_maitho, SHIFT, "2b 2-2,b-b writing", NULL },
    { "2b3c", GDK_KEY_x, 0, "2b 2-3,b-c writing", NULL },
    { "2b3c", GDK_KEY_F2, 0, "2b 2-3,b-c writing", NULL },
    { "2b3c", GDK_KEY_Return, 0, "3b 2-3,b-c", NULL },
    { "2a", GDK_KEY_F2, 0, "2a 2-2,a-a", NULL },
    { "2a", GDK_KEY_x, 0, "2a 2-2,a-a", NULL },
    { "2a", GDK_KEY_Delete, 0, "2a 2-2,a-a", NULL },
    { "2b", GDK_KEY_semicolon, CTRL, "2b 2-2,b-b writing", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (presses); i++)
    check_press (&presses[i]);
}

/* Where the keyboard has Thai letters only, a command is where its Latin letter would be. */
static void
test_thai_layout (void)
{
  static const Press presses[] = {
    { "2c", GDK_KEY_Thai_fofan, CTRL, "2c 0-7,a-e", NULL },
    { "2c", GDK_KEY_Thai_kokai, CTRL, "2c 2-2,c-c", "fill 2c=1c;" },
    { "2c", GDK_KEY_Thai_popla, CTRL, "2c 2-2,c-c", "cut 2c=;" },
    { "2c", GDK_KEY_Thai_phophan, CTRL, "2c 2-2,c-c", "fill 2c=2b;" },
    { "2c", GDK_KEY_Thai_khokhai, CTRL, "2c 2-2,c-c", "delete 2;" },
    { "2c", GDK_KEY_Thai_chochang, CTRL, "2c 2-2,c-c", "insert 2 1;" },
    { "2b", GDK_KEY_Thai_wowaen, CTRL, "2b 2-2,b-b writing", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (presses); i++)
    check_press (&presses[i]);
}

static void
test_today (void)
{
  g_autoptr (Hands) hands = hands_new (N_ROWS);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *date = mattra_date_format (mattra_date_make (g_date_time_get_year (now),
                                                                g_date_time_get_month (now),
                                                                g_date_time_get_day_of_month (now)),
                                              MATTRA_DATE_SHORT, MATTRA_DIGITS_WESTERN);
  g_autofree char *expected = g_strdup_printf ("type 2d=%s;", date);
  g_autofree char *asked = NULL;

  hands_stand (hands, "2d");
  g_assert_true (hands_press (hands, GDK_KEY_semicolon, CTRL));
  asked = hands_take (hands);
  g_assert_cmpstr (asked, ==, expected);
  g_assert_false (mattra_grid_is_editing (hands->grid));
}

static const char *
focused_label (Hands *hands)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (hands->window));

  return GTK_IS_BUTTON (focus) ? gtk_button_get_label (GTK_BUTTON (focus)) : NULL;
}

/* Tab stays in the table, so another key leads out of it. */
static void
test_leaving (void)
{
  g_autoptr (Hands) hands = hands_new (N_ROWS);

  g_assert_true (hands_press (hands, GDK_KEY_F6, 0));
  g_assert_cmpstr (focused_label (hands), ==, "after");
  gtk_widget_grab_focus (GTK_WIDGET (hands->grid));
  g_assert_true (hands_press (hands, GDK_KEY_F6, SHIFT));
  g_assert_cmpstr (focused_label (hands), ==, "before");
}

static void
test_menu (void)
{
  static const Press presses[] = {
    { "2b3c", GDK_KEY_Menu, 0, NULL, NULL },
    { "2b3c", GDK_KEY_F10, SHIFT, NULL, NULL },
  };
  g_autoptr (Hands) hands = hands_new (N_ROWS);

  for (gsize i = 0; i < G_N_ELEMENTS (presses); i++)
    {
      g_autofree char *where = NULL;

      hands_stand (hands, presses[i].from);
      g_assert_true (hands_press (hands, presses[i].keyval, presses[i].modifiers));
      picture_settle ();
      g_assert_nonnull (hands->grid->menu);
      g_assert_true (gtk_widget_get_mapped (hands->grid->menu));
      gtk_popover_popdown (GTK_POPOVER (hands->grid->menu));
      picture_settle ();
      where = hands_where (hands);
      g_assert_cmpstr (where, ==, "2b 2-3,b-c");
    }
}

static void
test_commands (void)
{
  static const Press presses[] = {
    { "2c", GDK_KEY_Delete, 0, "2c 2-2,c-c", "clear 2c=;" },
    { "2c3d", GDK_KEY_BackSpace, 0, "2c 2-3,c-d", "clear 2c= 2d= 3c= 3d=;" },
    { "2a3b", GDK_KEY_Delete, 0, "2a 2-3,a-b", "clear 2b= 3b=;" },
    { "4b4c", GDK_KEY_Delete, 0, "4b 4-4,b-c", NULL },
    { "2c4d", GDK_KEY_d, CTRL, "2c 2-4,c-d", "fill 3c=2c 3d=2d 4c=2c 4d=2d;" },
    { "2c", GDK_KEY_d, CTRL, "2c 2-2,c-c", "fill 2c=1c;" },
    { "0c", GDK_KEY_d, CTRL, "0c 0-0,c-c", NULL },
    { "2c2e", GDK_KEY_r, CTRL, "2c 2-2,c-e", "fill 2d=2c 2e=2c;" },
    { "2c", GDK_KEY_r, CTRL, "2c 2-2,c-c", "fill 2c=2b;" },
    { "0a", GDK_KEY_r, CTRL, "0a 0-0,a-a", NULL },
    { "2c", GDK_KEY_x, CTRL, "2c 2-2,c-c", "cut 2c=;" },
    { "2c", GDK_KEY_Delete, SHIFT, "2c 2-2,c-c", "cut 2c=;" },
    { "2c", GDK_KEY_plus, CTRL, "2c 2-2,c-c", "insert 2 1;" },
    { "2c3c", GDK_KEY_plus, CTRL | SHIFT, "2c 2-3,c-c", "insert 2 2;" },
    { "2c", GDK_KEY_KP_Add, CTRL, "2c 2-2,c-c", "insert 2 1;" },
    { "2c3c", GDK_KEY_minus, CTRL, "2c 2-2,c-c", "delete 2 3;" },
    { "7c", GDK_KEY_minus, CTRL, "6c 6-6,c-c", "delete 7;" },
    { "2c", GDK_KEY_Up, ALT, "1c 1-1,c-c", "move 2 before 1;" },
    { "2c3d", GDK_KEY_Down, ALT, "3c 3-4,c-d", "move 2 3 before 5;" },
    { "0c", GDK_KEY_Up, ALT, "0c 0-0,c-c", NULL },
    { "7c", GDK_KEY_Down, ALT, "7c 7-7,c-c", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (presses); i++)
    check_press (&presses[i]);
}

/* What the grid has no use for goes on to the window. */
static void
test_passed_on (void)
{
  static const struct
  {
    guint keyval;
    GdkModifierType modifiers;
  } presses[] = {
    { GDK_KEY_z, CTRL },
    { GDK_KEY_Z, CTRL | SHIFT },
    { GDK_KEY_y, CTRL },
    { GDK_KEY_f, CTRL },
    { GDK_KEY_F1, 0 },
    { GDK_KEY_F10, 0 },
    { GDK_KEY_Escape, 0 },
    { GDK_KEY_f, ALT },
    { GDK_KEY_Control_L, 0 },
    { GDK_KEY_Shift_L, 0 },
    { GDK_KEY_Page_Down, CTRL },
  };
  g_autoptr (Hands) hands = hands_new (N_ROWS);

  for (gsize i = 0; i < G_N_ELEMENTS (presses); i++)
    {
      g_test_message ("%s %x", gdk_keyval_name (presses[i].keyval), presses[i].modifiers);
      g_assert_false (hands_press (hands, presses[i].keyval, presses[i].modifiers));
    }
  g_assert_cmpuint (hands->log->len, ==, 0);
}

/* Any keys one after the other in one table: nothing is lost, nothing complains, and one always stands in
 * what is selected. Short, so that it can be watched closely. */
static void
test_one_after_the_other (void)
{
  static const guint keyvals[] = {
    GDK_KEY_Up, GDK_KEY_Down, GDK_KEY_Left, GDK_KEY_Right, GDK_KEY_Page_Up, GDK_KEY_Page_Down,
    GDK_KEY_Home, GDK_KEY_End, GDK_KEY_Tab, GDK_KEY_Return, GDK_KEY_F2, GDK_KEY_Delete, GDK_KEY_a,
    GDK_KEY_d, GDK_KEY_c, GDK_KEY_x, GDK_KEY_v, GDK_KEY_space, GDK_KEY_plus, GDK_KEY_minus,
    GDK_KEY_semicolon, GDK_KEY_Thai_kokai, GDK_KEY_Escape,
  };
  static const GdkModifierType modifiers[] = { 0, SHIFT, CTRL, CTRL | SHIFT, ALT };
  g_autoptr (Hands) hands = hands_new (N_ROWS);

  for (gsize i = 0; i < G_N_ELEMENTS (keyvals) * G_N_ELEMENTS (modifiers); i++)
    {
      g_autofree char *where = NULL;

      hands_press (hands, keyvals[i % G_N_ELEMENTS (keyvals)], modifiers[i / G_N_ELEMENTS (keyvals)]);
      gtk_test_widget_wait_for_draw (hands->window);
      if (mattra_grid_is_editing (hands->grid))
        i % 2 == 0 ? (void) mattra_grid_commit_edit (hands->grid) : mattra_grid_cancel_edit (hands->grid);
      where = hands_where (hands);
      g_assert_true (mattra_grid_selection_is_empty (&hands->grid->selection)
                     || mattra_grid_selection_contains (&hands->grid->selection, hands->grid->selection.row,
                                                        hands->grid->selection.column));
      g_test_message ("%s", where);
    }
}

int
main (int   argc,
      char *argv[])
{
  picture_init (&argc, &argv);
  g_test_add_func ("/grid/keys/moves", test_moves);
  g_test_add_func ("/grid/keys/commands", test_commands);
  g_test_add_func ("/grid/keys/writing", test_writing);
  g_test_add_func ("/grid/keys/thai-layout", test_thai_layout);
  g_test_add_func ("/grid/keys/today", test_today);
  g_test_add_func ("/grid/keys/leaving", test_leaving);
  g_test_add_func ("/grid/keys/menu", test_menu);
  g_test_add_func ("/grid/keys/passed-on", test_passed_on);
  g_test_add_func ("/grid/keys/one-after-the-other", test_one_after_the_other);
  return g_test_run ();
}
