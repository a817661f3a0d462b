/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hands-fixture.h"
#include "mattra-grid-private.h"
#include "picture.h"
#include "real-events.h"

static Hands *
new_hands (void)
{
  Hands *hands = NULL;

  if (!real_events_are_there ())
    return NULL;
  hands = hands_new (8);
  real_events_focus (hands->window);
  real_events_keyboard ("th");
  return hands;
}

static void
check (Hands      *hands,
       const char *expected_where,
       const char *expected_asked)
{
  g_autofree char *where = hands_where (hands);
  g_autofree char *asked = hands_take (hands);

  g_assert_cmpstr (asked, ==, expected_asked);
  g_assert_cmpstr (where, ==, expected_where);
}

/* The first letter opens the editor and is not lost, whatever it is: also a vowel or a tone mark, which
 * combines with what is not there yet. */
static void
test_first_letters (void)
{
  static const char *const texts[] = { "กขค", "น้ำใจ", "เก่ง", "ิก", "่า", "ำ", "๒๕๖๖", "A b", "\"x\"", " x" };
  static const guint n_thai = 7;
  g_autoptr (Hands) hands = new_hands ();

  if (hands == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *asked = g_strdup_printf ("type 2b=%s;", texts[i]);

      real_events_keyboard (i < n_thai ? "th" : "us");
      hands_stand (hands, "2b");
      real_events_type (texts[i]);
      g_assert_true (mattra_grid_is_editing (hands->grid));
      real_events_press ("Return");
      check (hands, "3b 3-3,b-b", asked);
    }
}

/* A table as it is typed: words, Tab, words, Enter, and on in the row below. */
static void
test_rows (void)
{
  g_autoptr (Hands) hands = new_hands ();

  if (hands == NULL)
    return;
  hands_stand (hands, "2b");
  real_events_type ("หนึ่ง\tสอง");
  real_events_press ("Return");
  check (hands, "3b 3-3,b-b", "type 2b=หนึ่ง;type 2c=สอง;");
  real_events_type ("สาม\tสี่");
  real_events_press ("alt+Return");
  real_events_type ("ห้า");
  real_events_press ("shift+Tab");
  check (hands, "3b 3-3,b-b", "type 3b=สาม;type 3c=สี่\nห้า;");
  real_events_type ("ไม่เอา");
  real_events_press ("Escape");
  check (hands, "3b 3-3,b-b", "");
  real_events_press ("F2");
  real_events_type ("ต่อ");
  real_events_press ("Return");
  check (hands, "4b 4-4,b-b", "type 3b=สามต่อ;");
}

/* A range is typed through. */
static void
test_range (void)
{
  g_autoptr (Hands) hands = new_hands ();

  if (hands == NULL)
    return;
  hands_stand (hands, "2b3c");
  real_events_type ("ก\tข\tค\tง\t");
  check (hands, "2b 2-3,b-c", "type 2b=ก;type 2c=ข;type 3b=ค;type 3c=ง;");
  real_events_press ("Return");
  real_events_type ("จ");
  real_events_press ("Return");
  check (hands, "2c 2-3,b-c", "type 3b=จ;");
}

static GtkIMContext *
find_method (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      GtkIMContext *method = NULL;

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        method = gtk_event_controller_key_get_im_context (GTK_EVENT_CONTROLLER_KEY (controller));
      if (method != NULL)
        return method;
    }
  g_error ("%s takes no input method", G_OBJECT_TYPE_NAME (widget));
}

/* What an input method composes: the first key belongs to it, and comes as a word later. */
static void
test_methods (void)
{
  g_autoptr (Hands) hands = new_hands ();
  GtkIMContext *method = NULL;

  if (hands == NULL)
    return;
  real_events_keyboard ("us");
  hands_stand (hands, "2b");
  real_events_press ("Multi_key");
  g_assert_true (mattra_grid_is_editing (hands->grid));
  real_events_press ("apostrophe");
  real_events_press ("e");
  real_events_press ("Return");
  check (hands, "3b 3-3,b-b", "type 2b=é;");
  real_events_keyboard ("th");
  real_events_type ("ก");
  method = find_method (gtk_root_get_focus (GTK_ROOT (hands->window)));
  g_signal_emit_by_name (method, "preedit-start");
  g_signal_emit_by_name (method, "preedit-changed");
  g_signal_emit_by_name (method, "commit", "น้ำใจ");
  g_signal_emit_by_name (method, "preedit-end");
  real_events_press ("Return");
  check (hands, "4b 4-4,b-b", "type 3b=กน้ำใจ;");
}

/* Keys as a Thai keyboard sends them: commands are where their Latin letters would be. */
static void
test_thai_keyboard (void)
{
  g_autoptr (Hands) hands = new_hands ();

  if (hands == NULL)
    return;
  hands_stand (hands, "2b");
  real_events_type ("ก");
  real_events_press ("Return");
  check (hands, "3b 3-3,b-b", "type 2b=ก;");
  real_events_hold ("Control_L", TRUE);
  real_events_press_code (40);
  real_events_hold ("Control_L", FALSE);
  check (hands, "3b 3-3,b-b", "fill 3b=ก;");
}

int
main (int    argc,
      char **argv)
{
  picture_init (&argc, &argv);
  g_test_add_func ("/grid/typing/first-letters", test_first_letters);
  g_test_add_func ("/grid/typing/rows", test_rows);
  g_test_add_func ("/grid/typing/range", test_range);
  g_test_add_func ("/grid/typing/methods", test_methods);
  g_test_add_func ("/grid/typing/thai-keyboard", test_thai_keyboard);
  return g_test_run ();
}
