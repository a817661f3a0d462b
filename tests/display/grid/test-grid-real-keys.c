/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hands-fixture.h"
#include "mattra-date.h"
#include "mattra-grid-private.h"
#include "picture.h"
#include "real-events.h"

/* The keys of a spreadsheet as the X server has them from a keyboard, one window after the other. */

typedef struct
{
  const char *from;
  const char *keys;
  const char *where;
  const char *asked;
} Press;

static Hands *
new_hands (guint n_rows)
{
  Hands *hands = NULL;

  if (!real_events_are_there ())
    return NULL;
  hands = hands_new (n_rows);
  real_events_focus (hands->window);
  real_events_keyboard ("us,th");
  return hands;
}

static void
check (Hands      *hands,
       const char *expected_where,
       const char *expected_asked)
{
  g_autofree char *at = hands_where (hands);
  g_autofree char *where = g_strconcat (at, mattra_grid_is_editing (hands->grid) ? " writing" : "", NULL);
  g_autofree char *asked = hands_take (hands);

  g_assert_cmpstr (where, ==, expected_where);
  g_assert_cmpstr (asked, ==, expected_asked != NULL ? expected_asked : "");
}

static void
check_presses (Hands       *hands,
               const Press *presses,
               guint        n_presses)
{
  for (guint i = 0; i < n_presses; i++)
    {
      hands_stand (hands, presses[i].from);
      g_test_message ("%s %s", presses[i].from, presses[i].keys);
      real_events_press (presses[i].keys);
      check (hands, presses[i].where, presses[i].asked);
      if (mattra_grid_is_editing (hands->grid))
        mattra_grid_cancel_edit (hands->grid);
    }
}

static void
test_moves (void)
{
  static const Press presses[] = {
    { "2c", "Up", "1c 1-1,c-c", NULL },
    { "2c", "Down", "3c 3-3,c-c", NULL },
    { "2c", "Left", "2b 2-2,b-b", NULL },
    { "2c", "Right", "2d 2-2,d-d", NULL },
    { "2c", "ctrl+Up", "0c 0-0,c-c", NULL },
    { "2c", "ctrl+Down", "3c 3-3,c-c", NULL },
    { "2c", "ctrl+Left", "2a 2-2,a-a", NULL },
    { "2c", "ctrl+Right", "2e 2-2,e-e", NULL },
    { "2c", "Home", "2a 2-2,a-a", NULL },
    { "2c", "End", "2e 2-2,e-e", NULL },
    { "2c", "ctrl+Home", "0a 0-0,a-a", NULL },
    { "2c", "ctrl+End", "7e 7-7,e-e", NULL },
    { "2c", "Prior", "0c 0-0,c-c", NULL },
    { "2c", "Next", "7c 7-7,c-c", NULL },
    { "2c", "Tab", "2d 2-2,d-d", NULL },
    { "2c", "shift+Tab", "2b 2-2,b-b", NULL },
    { "2c", "shift+Return", "1c 1-1,c-c", NULL },
  };
  g_autoptr (Hands) hands = new_hands (8);

  if (hands != NULL)
    check_presses (hands, presses, G_N_ELEMENTS (presses));
}

static void
test_selecting (void)
{
  static const Press presses[] = {
    { "2c", "shift+Up", "2c 1-2,c-c", NULL },
    { "2c", "shift+Right", "2c 2-2,c-d", NULL },
    { "2c", "ctrl+shift+Down", "2c 2-3,c-c", NULL },
    { "2c", "ctrl+shift+Left", "2c 2-2,a-c", NULL },
    { "2c", "shift+Home", "2c 2-2,a-c", NULL },
    { "2c", "shift+End", "2c 2-2,c-e", NULL },
    { "2c", "ctrl+shift+Home", "2c 0-2,a-c", NULL },
    { "2c", "ctrl+shift+End", "2c 2-7,c-e", NULL },
    { "2c", "shift+Next", "2c 2-7,c-c", NULL },
    { "2c", "shift+Prior", "2c 0-2,c-c", NULL },
    { "2c", "ctrl+a", "2c 0-7,a-e", NULL },
    { "2c", "ctrl+space", "2c 0-7,c-c", NULL },
    { "2c", "shift+space", "2c 2-2,a-e", NULL },
    { "2c", "ctrl+shift+space", "2c 0-7,a-e", NULL },
    { "2c3d", "Escape", "2c 2-2,c-c", NULL },
    { "2c3d", "Return", "3c 2-3,c-d", NULL },
    { "2c3d", "Tab", "2d 2-3,c-d", NULL },
  };
  g_autoptr (Hands) hands = new_hands (8);

  if (hands != NULL)
    check_presses (hands, presses, G_N_ELEMENTS (presses));
}

static void
test_commands (void)
{
  static const Press presses[] = {
    { "2c", "F2", "2c 2-2,c-c writing", NULL },
    { "2c", "Return", "2c 2-2,c-c writing", NULL },
    { "2c", "KP_Enter", "2c 2-2,c-c writing", NULL },
    { "2b", "x", "2b 2-2,b-b writing", NULL },
    { "2a", "x", "2a 2-2,a-a", NULL },
    { "1b2c", "ctrl+d", "1b 1-2,b-c", "fill 2b=1b 2c=1c;" },
    { "1b1c", "ctrl+r", "1b 1-1,b-c", "fill 1c=1b;" },
    { "3c", "Delete", "3c 3-3,c-c", "clear 3c=;" },
    { "3b", "BackSpace", "3b 3-3,b-b", "clear 3b=;" },
    { "6c", "ctrl+x", "6c 6-6,c-c", "cut 6c=;" },
    { "5c", "ctrl+c", "5c 5-5,c-c", NULL },
    { "6c", "ctrl+v", "6c 6-6,c-c", "paste 6c=5c;" },
    { "6e", "alt+Up", "5e 5-5,e-e", "move 6 before 5;" },
    { "5e", "alt+Down", "6e 6-6,e-e", "move 5 before 7;" },
    { "6c", "ctrl+plus", "6c 6-6,c-c", "insert 6 1;" },
    { "6c", "ctrl+minus", "6c 6-6,c-c", "delete 6;" },
  };
  g_autoptr (Hands) hands = new_hands (8);

  if (hands != NULL)
    check_presses (hands, presses, G_N_ELEMENTS (presses));
}

static char *
dup_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return mattra_date_format (mattra_date_make (g_date_time_get_year (now), g_date_time_get_month (now),
                                               g_date_time_get_day_of_month (now)),
                             MATTRA_DATE_SHORT, MATTRA_DIGITS_WESTERN);
}

/* Ctrl+; is the day, in the grid and where one is in the middle of a text; also in the Thai group. */
static void
test_today (void)
{
  g_autoptr (Hands) hands = new_hands (8);
  g_autofree char *today = dup_today ();
  g_autofree char *date = g_strdup_printf ("type 2d=%s;", today);
  g_autofree char *text = g_strdup_printf ("type 2b=ก %s ข;", today);

  if (hands == NULL)
    return;
  hands_stand (hands, "2d");
  real_events_press ("ctrl+semicolon");
  check (hands, "2d 2-2,d-d", date);
  hands_stand (hands, "2b");
  real_events_type ("ก ");
  real_events_press ("ctrl+semicolon");
  real_events_type (" ข");
  real_events_press ("Return");
  check (hands, "3b 3-3,b-b", text);
}

/* Within a cell the keys move in its text; Ctrl+Z takes back what was typed there, the letter first and then what
 * it took the place of, and Escape all of it. */
static void
test_in_a_cell (void)
{
  g_autoptr (Hands) hands = new_hands (8);

  if (hands == NULL)
    return;
  hands_stand (hands, "2b");
  real_events_press ("F2");
  real_events_type ("x");
  real_events_press ("Home");
  real_events_type ("y");
  real_events_press ("Right");
  real_events_press ("Delete");
  real_events_press ("End");
  real_events_press ("BackSpace");
  real_events_press ("Return");
  check (hands, "3b 3-3,b-b", "type 2b=y2;");
  real_events_type ("ab");
  real_events_press ("alt+Return");
  real_events_type ("cd");
  real_events_press ("ctrl+a");
  real_events_type ("e");
  real_events_press ("ctrl+z");
  real_events_press ("ctrl+z");
  real_events_press ("ctrl+Return");
  check (hands, "3b 3-3,b-b", "type 3b=ab\ncd;");
  hands_stand (hands, "5b6c");
  real_events_type ("x");
  real_events_press ("Escape");
  check (hands, "5b 5-6,b-c", NULL);
  real_events_press ("Escape");
  check (hands, "5b 5-5,b-b", NULL);
}

/* The item of the menu that has the keyboard. */
static GtkWidget *
find_item (Hands *hands)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (hands->window));

  g_assert_true (focus != NULL && hands->grid->menu != NULL && gtk_widget_is_ancestor (focus, hands->grid->menu));
  return focus;
}

/* Up and Down go through the menu and around its ends. */
static void
test_menu (void)
{
  g_autoptr (Hands) hands = new_hands (8);
  GtkWidget *first = NULL;
  GtkWidget *second = NULL;

  if (hands == NULL)
    return;
  hands_stand (hands, "2b");
  real_events_press ("Menu");
  first = find_item (hands);
  real_events_press ("Down");
  second = find_item (hands);
  g_assert_true (first != second);
  real_events_press ("Up");
  g_assert_true (find_item (hands) == first);
  real_events_press ("Up");
  g_assert_true (find_item (hands) != first && find_item (hands) != second);
  real_events_press ("Down");
  g_assert_true (find_item (hands) == first);
  real_events_press ("Escape");
  check (hands, "2b 2-2,b-b", NULL);
}

static void
test_places (void)
{
  static const char *const keys[] = { "Menu", "shift+F10" };
  g_autoptr (Hands) hands = new_hands (8);

  if (hands == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      hands_stand (hands, "2b");
      real_events_press (keys[i]);
      g_assert_true (hands->grid->menu != NULL && gtk_widget_get_mapped (hands->grid->menu));
      real_events_press ("Escape");
      check (hands, "2b 2-2,b-b", NULL);
      real_events_press ("Right");
      check (hands, "2c 2-2,c-c", NULL);
    }
  real_events_press ("F6");
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (gtk_root_get_focus (GTK_ROOT (hands->window)))), ==, "after");
  real_events_press ("shift+Tab");
  real_events_press ("shift+F6");
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (gtk_root_get_focus (GTK_ROOT (hands->window)))), ==, "before");
}

int
main (int    argc,
      char **argv)
{
  picture_init (&argc, &argv);
  g_test_add_func ("/grid/real-keys/moves", test_moves);
  g_test_add_func ("/grid/real-keys/selecting", test_selecting);
  g_test_add_func ("/grid/real-keys/commands", test_commands);
  g_test_add_func ("/grid/real-keys/today", test_today);
  g_test_add_func ("/grid/real-keys/in-a-cell", test_in_a_cell);
  g_test_add_func ("/grid/real-keys/menu", test_menu);
  g_test_add_func ("/grid/real-keys/places", test_places);
  return g_test_run ();
}
