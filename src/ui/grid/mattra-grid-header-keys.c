/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-grid-header-private.h"

#define RESIZE_STEP 10

typedef void (*Act) (MattraGridHeader *self,
                     guint             place,
                     int               by);

static void
go (MattraGridHeader *self,
    guint             place,
    int               by)
{
  guint n = mattra_grid_n_shown (self->grid);
  guint there = by < 0 ? place - MIN (place, (guint) -by) : MIN (place + by, n - 1);

  gtk_widget_grab_focus (GTK_WIDGET (mattra_grid_header_get_head (self, there)));
  mattra_grid_reveal_cell (self->grid, MATTRA_GRID_NONE, there);
}

static void
resize (MattraGridHeader *self,
        guint             place,
        int               by)
{
  MattraGridColumn *column = mattra_grid_shown_column (self->grid, place);

  mattra_grid_column_set_width (column, mattra_grid_column_get_width (column) + by);
}

static void
move (MattraGridHeader *self,
      guint             place,
      int               by)
{
  MattraGridColumn *column = mattra_grid_shown_column (self->grid, place);

  if (by < 0 ? place == 0 : place + 1 >= mattra_grid_n_shown (self->grid))
    return;
  mattra_grid_header_move_to (self, column, place + by);
  go (self, mattra_grid_place_of (self->grid, column), 0);
}

static void
sort (MattraGridHeader *self,
      guint             place,
      int               by)
{
  mattra_grid_header_toggle_sort (self, mattra_grid_shown_column (self->grid, place));
}

static void
popup (MattraGridHeader *self,
       guint             place,
       int               by)
{
  mattra_grid_header_popup (self, mattra_grid_shown_column (self->grid, place));
}

static void
leave (MattraGridHeader *self,
       guint             place,
       int               by)
{
  mattra_grid_focus_cursor (self->grid);
}

static const struct
{
  guint keyval;
  GdkModifierType modifiers;
  Act act;
  int by;
} keys[] = {
  { GDK_KEY_Left, 0, go, -1 },
  { GDK_KEY_Right, 0, go, 1 },
  { GDK_KEY_Home, 0, go, -G_MAXINT },
  { GDK_KEY_End, 0, go, G_MAXINT },
  { GDK_KEY_Left, GDK_SHIFT_MASK, resize, -RESIZE_STEP },
  { GDK_KEY_Right, GDK_SHIFT_MASK, resize, RESIZE_STEP },
  { GDK_KEY_Left, GDK_ALT_MASK, move, -1 },
  { GDK_KEY_Right, GDK_ALT_MASK, move, 1 },
  { GDK_KEY_Return, 0, sort, 0 },
  { GDK_KEY_KP_Enter, 0, sort, 0 },
  { GDK_KEY_space, 0, sort, 0 },
  { GDK_KEY_Menu, 0, popup, 0 },
  { GDK_KEY_F10, GDK_SHIFT_MASK, popup, 0 },
  { GDK_KEY_Down, GDK_ALT_MASK, popup, 0 },
  { GDK_KEY_Down, 0, leave, 0 },
  { GDK_KEY_Escape, 0, leave, 0 },
};

static guint
focused_place (MattraGridHeader *self)
{
  for (guint i = 0; i < self->heads->len; i++)
    if (gtk_widget_is_focus (GTK_WIDGET (mattra_grid_header_get_head (self, i))))
      return i;
  return MATTRA_GRID_NONE;
}

static gboolean
key_pressed (GtkEventControllerKey *controller,
             guint                  keyval,
             guint                  keycode,
             GdkModifierType        state,
             MattraGridHeader      *self)
{
  guint place = focused_place (self);

  state &= GDK_SHIFT_MASK | GDK_CONTROL_MASK | GDK_ALT_MASK;
  if (place == MATTRA_GRID_NONE)
    return GDK_EVENT_PROPAGATE;
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i].keyval == keyval && keys[i].modifiers == state)
      {
        keys[i].act (self, place, keys[i].by);
        return GDK_EVENT_STOP;
      }
  return GDK_EVENT_PROPAGATE;
}

/* Called once, from the header's init. */
void
mattra_grid_header_init_keys (MattraGridHeader *self)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  g_signal_connect (controller, "key-pressed", G_CALLBACK (key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}
