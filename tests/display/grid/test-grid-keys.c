/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hands-fixture.h"
#include "picture.h"

#define N_ROWS 8

#define CTRL GDK_CONTROL_MASK
#define SHIFT GDK_SHIFT_MASK
#define ALT GDK_ALT_MASK

/* From a cell, a key, and what comes of it: where one is, and what the delegate was asked. */
typedef struct
{
  const char *from;
  guint keyval;
  GdkModifierType modifiers;
  const char *where;
  const char *asked;
} Press;

/* "2b", or "2b3d" with a selection to there. */
static void
stand (Hands      *hands,
       const char *from)
{
  char id[2] = { from[1], '\0' };

  mattra_grid_set_cursor (hands->grid, (guint) (from[0] - '0'), mattra_grid_find_column (hands->grid, id));
  if (from[2] == '\0')
    return;
  for (int row = from[0]; row < from[2]; row++)
    hands_press (hands, GDK_KEY_Down, SHIFT);
  for (int column = from[1]; column < from[3]; column++)
    hands_press (hands, GDK_KEY_Right, SHIFT);
}

static void
check_press (const Press *press)
{
  g_autoptr (Hands) hands = hands_new (N_ROWS);
  g_autofree char *where = NULL;
  g_autofree char *asked = NULL;

  stand (hands, press->from);
  g_test_message ("%s %s %x", press->from, gdk_keyval_name (press->keyval), press->modifiers);
  g_assert_true (hands_press (hands, press->keyval, press->modifiers));
  picture_settle ();
  where = hands_where (hands);
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

int
main (int   argc,
      char *argv[])
{
  picture_init (&argc, &argv);
  g_test_add_func ("/grid/keys/moves", test_moves);
  g_test_add_func ("/grid/keys/commands", test_commands);
  g_test_add_func ("/grid/keys/passed-on", test_passed_on);
  return g_test_run ();
}
