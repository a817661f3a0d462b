/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-grid-hands.h"

#define CTRL GDK_CONTROL_MASK
#define SHIFT GDK_SHIFT_MASK
#define ALT GDK_ALT_MASK
#define PLAIN_MASK (CTRL | SHIFT | ALT | GDK_SUPER_MASK | GDK_HYPER_MASK | GDK_META_MASK)

typedef struct _Key Key;

/* Returns whether the key was used; one that was not goes on to the window. */
typedef gboolean (*KeyFunc) (MattraGrid *self,
                             const Key  *key);

struct _Key
{
  guint keyval;
  GdkModifierType modifiers;
  KeyFunc func;
  int what;
};

static gboolean
is_extending (const Key *key)
{
  return (key->modifiers & SHIFT) != 0;
}

static gboolean
step (MattraGrid *self,
      const Key  *key)
{
  mattra_grid_step (self, (MattraGridDirection) key->what, is_extending (key));
  return TRUE;
}

static gboolean
jump (MattraGrid *self,
      const Key  *key)
{
  mattra_grid_jump (self, (MattraGridDirection) key->what, is_extending (key));
  return TRUE;
}

static gboolean
page (MattraGrid *self,
      const Key  *key)
{
  mattra_grid_go_page (self, key->what, is_extending (key));
  return TRUE;
}

static gboolean
line_end (MattraGrid *self,
          const Key  *key)
{
  mattra_grid_go_line_end (self, key->what, is_extending (key));
  return TRUE;
}

static gboolean
table_end (MattraGrid *self,
           const Key  *key)
{
  mattra_grid_go_table_end (self, key->what, is_extending (key));
  return TRUE;
}

/* Going back from the first cell leads to the header, which sorts and resizes by keys. */
static gboolean
cycle (MattraGrid *self,
       const Key  *key)
{
  const MattraGridSelection *now = &self->selection;
  gboolean first = now->row == 0 && now->column == 0;

  if (key->what == MATTRA_GRID_CYCLE_LEFT && first &&
      (mattra_grid_selection_is_empty (now) || mattra_grid_selection_is_single (now)))
    return mattra_grid_focus_header (self);
  mattra_grid_cycle (self, (MattraGridCycle) key->what);
  return TRUE;
}

static gboolean
run (MattraGrid *self,
     const Key  *key)
{
  mattra_grid_run (self, (MattraGridCommand) key->what);
  return TRUE;
}

/* Enter opens the cell; in a range it goes on to the next cell of it. */
static gboolean
enter (MattraGrid *self,
       const Key  *key)
{
  if (mattra_grid_selection_is_empty (&self->selection) || mattra_grid_selection_is_single (&self->selection))
    mattra_grid_run (self, MATTRA_GRID_COMMAND_EDIT);
  else
    mattra_grid_cycle (self, MATTRA_GRID_CYCLE_DOWN);
  return TRUE;
}

static gboolean
leave (MattraGrid *self,
       const Key  *key)
{
  mattra_grid_leave (self, key->what);
  return TRUE;
}

static gboolean
menu (MattraGrid *self,
      const Key  *key)
{
  mattra_grid_popup_menu (self, NULL);
  return TRUE;
}

/* A range becomes the cursor's cell again; otherwise Escape is for what is around the grid. */
static gboolean
escape (MattraGrid *self,
        const Key  *key)
{
  MattraGridSelection next = self->selection;

  if (_mattra_grid_pointer_cancel (self))
    return TRUE;
  mattra_grid_selection_set_cursor (&next, next.row, next.column);
  if (mattra_grid_selection_is_empty (&next) || mattra_grid_selection_is_single (&self->selection))
    return FALSE;
  mattra_grid_change_selection (self, &next, FALSE);
  return TRUE;
}

#define MOVES(key, func, what) \
  { key, 0, func, what }, { key, SHIFT, func, what }
#define JUMPS(key, func, what) \
  { key, CTRL, func, what }, { key, CTRL | SHIFT, func, what }

static const Key keys[] = {
  MOVES (GDK_KEY_Up, step, MATTRA_GRID_UP),
  MOVES (GDK_KEY_Down, step, MATTRA_GRID_DOWN),
  MOVES (GDK_KEY_Left, step, MATTRA_GRID_LEFT),
  MOVES (GDK_KEY_Right, step, MATTRA_GRID_RIGHT),
  JUMPS (GDK_KEY_Up, jump, MATTRA_GRID_UP),
  JUMPS (GDK_KEY_Down, jump, MATTRA_GRID_DOWN),
  JUMPS (GDK_KEY_Left, jump, MATTRA_GRID_LEFT),
  JUMPS (GDK_KEY_Right, jump, MATTRA_GRID_RIGHT),
  MOVES (GDK_KEY_Page_Up, page, -1),
  MOVES (GDK_KEY_Page_Down, page, 1),
  MOVES (GDK_KEY_Home, line_end, FALSE),
  MOVES (GDK_KEY_End, line_end, TRUE),
  JUMPS (GDK_KEY_Home, table_end, FALSE),
  JUMPS (GDK_KEY_End, table_end, TRUE),
  { GDK_KEY_Tab, 0, cycle, MATTRA_GRID_CYCLE_RIGHT },
  { GDK_KEY_Tab, SHIFT, cycle, MATTRA_GRID_CYCLE_LEFT },
  { GDK_KEY_Return, SHIFT, cycle, MATTRA_GRID_CYCLE_UP },
  { GDK_KEY_Return, 0, enter, 0 },
  { GDK_KEY_F2, 0, run, MATTRA_GRID_COMMAND_EDIT },
  { GDK_KEY_Delete, 0, run, MATTRA_GRID_COMMAND_CLEAR },
  { GDK_KEY_BackSpace, 0, run, MATTRA_GRID_COMMAND_CLEAR },
  { GDK_KEY_a, CTRL, run, MATTRA_GRID_COMMAND_SELECT_ALL },
  { GDK_KEY_space, CTRL | SHIFT, run, MATTRA_GRID_COMMAND_SELECT_ALL },
  { GDK_KEY_space, CTRL, run, MATTRA_GRID_COMMAND_SELECT_COLUMNS },
  { GDK_KEY_space, SHIFT, run, MATTRA_GRID_COMMAND_SELECT_ROWS },
  { GDK_KEY_c, CTRL, run, MATTRA_GRID_COMMAND_COPY },
  { GDK_KEY_Insert, CTRL, run, MATTRA_GRID_COMMAND_COPY },
  { GDK_KEY_x, CTRL, run, MATTRA_GRID_COMMAND_CUT },
  { GDK_KEY_Delete, SHIFT, run, MATTRA_GRID_COMMAND_CUT },
  { GDK_KEY_v, CTRL, run, MATTRA_GRID_COMMAND_PASTE },
  { GDK_KEY_Insert, SHIFT, run, MATTRA_GRID_COMMAND_PASTE },
  { GDK_KEY_d, CTRL, run, MATTRA_GRID_COMMAND_FILL_DOWN },
  { GDK_KEY_r, CTRL, run, MATTRA_GRID_COMMAND_FILL_RIGHT },
  { GDK_KEY_semicolon, CTRL, run, MATTRA_GRID_COMMAND_TODAY },
  { GDK_KEY_plus, CTRL, run, MATTRA_GRID_COMMAND_INSERT_ABOVE },
  { GDK_KEY_plus, CTRL | SHIFT, run, MATTRA_GRID_COMMAND_INSERT_ABOVE },
  { GDK_KEY_equal, CTRL, run, MATTRA_GRID_COMMAND_INSERT_ABOVE },
  { GDK_KEY_minus, CTRL, run, MATTRA_GRID_COMMAND_DELETE_ROWS },
  { GDK_KEY_Up, ALT, run, MATTRA_GRID_COMMAND_MOVE_UP },
  { GDK_KEY_Down, ALT, run, MATTRA_GRID_COMMAND_MOVE_DOWN },
  { GDK_KEY_Menu, 0, menu, 0 },
  { GDK_KEY_F10, SHIFT, menu, 0 },
  { GDK_KEY_F6, 0, leave, TRUE },
  { GDK_KEY_F6, SHIFT, leave, FALSE },
  { GDK_KEY_Escape, 0, escape, 0 },
};

/* Two keys that do the same. */
static const struct
{
  guint keyval;
  guint same;
} twins[] = {
  { GDK_KEY_ISO_Left_Tab, GDK_KEY_Tab },
  { GDK_KEY_KP_Tab, GDK_KEY_Tab },
  { GDK_KEY_KP_Enter, GDK_KEY_Return },
  { GDK_KEY_ISO_Enter, GDK_KEY_Return },
  { GDK_KEY_KP_Up, GDK_KEY_Up },
  { GDK_KEY_KP_Down, GDK_KEY_Down },
  { GDK_KEY_KP_Left, GDK_KEY_Left },
  { GDK_KEY_KP_Right, GDK_KEY_Right },
  { GDK_KEY_KP_Page_Up, GDK_KEY_Page_Up },
  { GDK_KEY_KP_Page_Down, GDK_KEY_Page_Down },
  { GDK_KEY_KP_Home, GDK_KEY_Home },
  { GDK_KEY_KP_End, GDK_KEY_End },
  { GDK_KEY_KP_Insert, GDK_KEY_Insert },
  { GDK_KEY_KP_Delete, GDK_KEY_Delete },
  { GDK_KEY_KP_F2, GDK_KEY_F2 },
  { GDK_KEY_KP_Add, GDK_KEY_plus },
  { GDK_KEY_KP_Subtract, GDK_KEY_minus },
  /* Where no Latin layout is set up beside the Thai one: TIS 820-2538 (Kedmanee). */
  { GDK_KEY_Thai_fofan, GDK_KEY_a },
  { GDK_KEY_Thai_saraae, GDK_KEY_c },
  { GDK_KEY_Thai_popla, GDK_KEY_x },
  { GDK_KEY_Thai_oang, GDK_KEY_v },
  { GDK_KEY_Thai_kokai, GDK_KEY_d },
  { GDK_KEY_Thai_phophan, GDK_KEY_r },
  { GDK_KEY_Thai_wowaen, GDK_KEY_semicolon },
  { GDK_KEY_Thai_khokhai, GDK_KEY_minus },
  { GDK_KEY_Thai_chochang, GDK_KEY_equal },
};

static guint
find_twin (guint keyval)
{
  for (gsize i = 0; i < G_N_ELEMENTS (twins); i++)
    if (twins[i].keyval == keyval)
      return twins[i].same;
  return keyval;
}

static const Key *
find_key (guint           keyval,
          GdkModifierType modifiers)
{
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i].keyval == keyval && keys[i].modifiers == modifiers)
      return &keys[i];
  return NULL;
}

/* What the key would give in a Latin layout, where one is set up. */
static guint
find_latin (MattraGrid *self,
            guint       keycode,
            guint       keyval)
{
  g_autofree GdkKeymapKey *places = NULL;
  g_autofree guint *keyvals = NULL;
  int n = 0;

  if (keyval < 0x100 || !gdk_display_map_keycode (gtk_widget_get_display (GTK_WIDGET (self)), keycode,
                                                  &places, &keyvals, &n))
    return keyval;
  for (int i = 0; i < n; i++)
    if (places[i].level == 0 && keyvals[i] > ' ' && keyvals[i] < 0x7f)
      return keyvals[i];
  return keyval;
}

/* A command is the key's place on the keyboard, whichever letter the Thai layout has there. Without
 * Ctrl a letter is text. */
static const Key *
translate (MattraGrid      *self,
           guint            keyval,
           guint            keycode,
           GdkModifierType  modifiers)
{
  const Key *key = find_key (find_twin (gdk_keyval_to_lower (keyval)), modifiers);

  if (key == NULL && (modifiers & CTRL) != 0)
    key = find_key (find_twin (gdk_keyval_to_lower (find_latin (self, keycode, keyval))), modifiers);
  return key;
}

static gboolean
is_typing (guint           keyval,
           GdkModifierType modifiers)
{
  gunichar c = gdk_keyval_to_unicode (keyval);

  if ((modifiers & ~(GdkModifierType) SHIFT) != 0)
    return FALSE;
  if (keyval == GDK_KEY_Multi_key || (keyval >= GDK_KEY_dead_grave && keyval <= GDK_KEY_dead_greek))
    return TRUE;
  return c >= ' ' && c != 0x7f;
}

/* The editor opens empty and gets the key itself, so that its input method sees it: a dead key or the
 * first key of a word composed by a method is not lost. What it does not take is put in as a letter. */
static gboolean
type (MattraGrid            *self,
      GtkEventControllerKey *controller,
      guint                  keyval)
{
  MattraGridColumn *column = mattra_grid_shown_column (self, self->selection.column);
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (controller));
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  gunichar c = gdk_keyval_to_unicode (keyval);
  char letter[7] = { 0 };

  if ((mattra_grid_get_commands (self) & 1u << MATTRA_GRID_COMMAND_EDIT) == 0 ||
      !mattra_grid_edit (self, self->selection.row, column, ""))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return TRUE;
    }
  if (event != NULL && root != NULL && gtk_root_get_focus (root) != NULL &&
      gtk_event_controller_key_forward (controller, gtk_root_get_focus (root)))
    return TRUE;
  if (c >= ' ')
    {
      g_unichar_to_utf8 (c, letter);
      mattra_grid_cancel_edit (self);
      mattra_grid_edit (self, self->selection.row, column, letter);
    }
  return TRUE;
}

static gboolean
on_key_pressed (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                MattraGrid            *self)
{
  GdkModifierType modifiers = state & PLAIN_MASK;
  GtkWidget *header = gtk_widget_get_focus_child (GTK_WIDGET (self));
  const Key *key = NULL;

  if (mattra_grid_is_editing (self) || header == self->header)
    return FALSE;
  key = translate (self, keyval, keycode, modifiers);
  if (key != NULL)
    return key->func (self, key);
  return is_typing (keyval, modifiers) && type (self, controller, keyval);
}

void
_mattra_grid_keys_init (MattraGrid *self)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  g_signal_connect (controller, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}
