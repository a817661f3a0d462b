/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-grid-hands.h"

#include <glib/gi18n-lib.h>

/* A command as action and menu item; those without a label are in no menu. The accelerator is only
 * shown: the grid's own keys do it. */
static const struct
{
  const char *action;
  const char *label;
  const char *accelerator;
} items[] = {
  [MATTRA_GRID_COMMAND_COPY] = { "grid.copy", N_ ("_Copy"), "<Control>c" },
  [MATTRA_GRID_COMMAND_CUT] = { "grid.cut", N_ ("Cu_t"), "<Control>x" },
  [MATTRA_GRID_COMMAND_PASTE] = { "grid.paste", N_ ("_Paste"), "<Control>v" },
  [MATTRA_GRID_COMMAND_CLEAR] = { "grid.clear", N_ ("C_lear"), "Delete" },
  [MATTRA_GRID_COMMAND_FILL_DOWN] = { "grid.fill-down", N_ ("_Fill Down"), "<Control>d" },
  [MATTRA_GRID_COMMAND_FILL_RIGHT] = { "grid.fill-right", NULL, NULL },
  [MATTRA_GRID_COMMAND_TODAY] = { "grid.today", N_ ("Today’s D_ate"), "<Control>semicolon" },
  [MATTRA_GRID_COMMAND_EDIT] = { "grid.edit", N_ ("_Edit"), "F2" },
  [MATTRA_GRID_COMMAND_SELECT_ALL] = { "grid.select-all", NULL, NULL },
  [MATTRA_GRID_COMMAND_SELECT_ROWS] = { "grid.select-rows", NULL, NULL },
  [MATTRA_GRID_COMMAND_SELECT_COLUMNS] = { "grid.select-columns", NULL, NULL },
  [MATTRA_GRID_COMMAND_INSERT_ABOVE] = { "grid.insert-above", N_ ("Insert Row A_bove"), "<Control>plus" },
  [MATTRA_GRID_COMMAND_INSERT_BELOW] = { "grid.insert-below", N_ ("_Insert Row Below"), NULL },
  [MATTRA_GRID_COMMAND_DUPLICATE] = { "grid.duplicate", N_ ("D_uplicate Row"), NULL },
  [MATTRA_GRID_COMMAND_DELETE_ROWS] = { "grid.delete-rows", N_ ("_Delete Row"), "<Control>minus" },
  [MATTRA_GRID_COMMAND_MOVE_UP] = { "grid.move-up", N_ ("_Up"), "<Alt>Up" },
  [MATTRA_GRID_COMMAND_MOVE_DOWN] = { "grid.move-down", N_ ("_Down"), "<Alt>Down" },
  [MATTRA_GRID_COMMAND_MOVE_TOP] = { "grid.move-top", N_ ("To the _Top"), NULL },
  [MATTRA_GRID_COMMAND_MOVE_BOTTOM] = { "grid.move-bottom", N_ ("To the _Bottom"), NULL },
};

/* The menu's sections; -1 ends one. */
static const int cell_section[] = {
  MATTRA_GRID_COMMAND_EDIT,
  MATTRA_GRID_COMMAND_CUT,
  MATTRA_GRID_COMMAND_COPY,
  MATTRA_GRID_COMMAND_PASTE,
  -1,
};
static const int fill_section[] = {
  MATTRA_GRID_COMMAND_FILL_DOWN,
  MATTRA_GRID_COMMAND_TODAY,
  MATTRA_GRID_COMMAND_CLEAR,
  -1,
};
static const int row_section[] = {
  MATTRA_GRID_COMMAND_INSERT_ABOVE,
  MATTRA_GRID_COMMAND_INSERT_BELOW,
  MATTRA_GRID_COMMAND_DUPLICATE,
  MATTRA_GRID_COMMAND_DELETE_ROWS,
  -1,
};
static const int move_section[] = {
  MATTRA_GRID_COMMAND_MOVE_UP,
  MATTRA_GRID_COMMAND_MOVE_DOWN,
  MATTRA_GRID_COMMAND_MOVE_TOP,
  MATTRA_GRID_COMMAND_MOVE_BOTTOM,
  -1,
};

static gboolean
is_offered (MattraGrid        *self,
            MattraGridCommand  command)
{
  MattraGridDelegateInterface *iface = MATTRA_GRID_DELEGATE_GET_IFACE (self->delegate);

  switch (command)
    {
    case MATTRA_GRID_COMMAND_INSERT_ABOVE:
    case MATTRA_GRID_COMMAND_INSERT_BELOW:
      return iface->insert_rows != NULL;
    case MATTRA_GRID_COMMAND_DUPLICATE:
      return iface->duplicate_rows != NULL;
    case MATTRA_GRID_COMMAND_DELETE_ROWS:
      return iface->delete_rows != NULL;
    default:
      return TRUE;
    }
}

static GMenu *
new_section (MattraGrid *self,
             const int  *commands)
{
  GMenu *section = g_menu_new ();

  for (; *commands != -1; commands++)
    if (is_offered (self, (MattraGridCommand) *commands))
      {
        g_autoptr (GMenuItem) item = g_menu_item_new (_ (items[*commands].label),
                                                      items[*commands].action);

        if (items[*commands].accelerator != NULL)
          g_menu_item_set_attribute (item, "accel", "s", items[*commands].accelerator);
        g_menu_append_item (section, item);
      }
  return section;
}

static GMenuModel *
new_menu (MattraGrid *self)
{
  MattraGridDelegateInterface *iface = MATTRA_GRID_DELEGATE_GET_IFACE (self->delegate);
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) cells = new_section (self, cell_section);
  g_autoptr (GMenu) fills = new_section (self, fill_section);
  g_autoptr (GMenu) rows = new_section (self, row_section);
  g_autoptr (GMenu) moves = new_section (self, move_section);

  if (iface->move_rows != NULL)
    g_menu_append_submenu (rows, _ ("_Move Row"), G_MENU_MODEL (moves));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (cells));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (fills));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (rows));
  if (self->row_menu != NULL)
    g_menu_append_section (menu, NULL, self->row_menu);
  return G_MENU_MODEL (menu);
}

/* A popover can't go while it emits that it closed. */
static gboolean
drop_popover (gpointer popover)
{
  if (gtk_widget_get_parent (popover) != NULL)
    gtk_widget_unparent (popover);
  return G_SOURCE_REMOVE;
}

static void
on_menu_closed (GtkPopover *popover,
                MattraGrid *self)
{
  if (self->menu != GTK_WIDGET (popover))
    return;
  self->menu = NULL;
  if (!mattra_grid_is_editing (self))
    mattra_grid_focus_cursor (self);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, drop_popover, g_object_ref (popover), g_object_unref);
}

static gboolean
present_again (gpointer popover)
{
  if (!gtk_widget_get_mapped (popover))
    return G_SOURCE_REMOVE;
  gtk_popover_present (popover);
  if (gtk_widget_get_focus_child (popover) == NULL)
    gtk_widget_child_focus (popover, GTK_DIR_TAB_FORWARD);
  return G_SOURCE_REMOVE;
}

/**
 * mattra_grid_open_menu:
 * @menu: a new popover of a menu model
 *
 * Opens it. GTK draws the lines between the sections of a new menu in when the program is next idle, and
 * leaves the popover as high as it was without them: it is measured again behind that, before it is drawn. One
 * that the mouse opened has no item to begin at, and an arrow key would lead out of it: it begins at the first.
 */
void
mattra_grid_open_menu (GtkPopover *menu)
{
  gtk_popover_set_has_arrow (menu, FALSE);
  gtk_popover_popup (menu);
  g_idle_add_full (G_PRIORITY_HIGH_IDLE, present_again, g_object_ref (menu), g_object_unref);
}

/**
 * mattra_grid_popup_menu:
 * @self: a grid
 * @at: (nullable): where, in the grid's pixels; %NULL: at the cursor's cell
 *
 * Opens the menu of what is selected.
 */
void
mattra_grid_popup_menu (MattraGrid         *self,
                        const GdkRectangle *at)
{
  g_autoptr (GMenuModel) menu = new_menu (self);
  GdkRectangle area = { 0 };
  GdkRectangle body = { 0 };

  mattra_grid_body_area (self, &body);
  if (at != NULL)
    area = *at;
  else if (!mattra_grid_cell_area (self, self->selection.row, self->selection.column, &area) ||
           !gdk_rectangle_intersect (&area, &body, &area))
    area = (GdkRectangle) { body.x, body.y, 1, 1 };
  _mattra_grid_actions_update (self);
  if (self->menu != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->menu));
  self->menu = gtk_popover_menu_new_from_model (menu);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &area);
  /* Beside what it is for, where it can slide along to be seen whole; below or above it might have to shrink. */
  gtk_popover_set_position (GTK_POPOVER (self->menu), GTK_POS_RIGHT);
  gtk_widget_set_valign (self->menu, GTK_ALIGN_START);
  g_signal_connect (self->menu, "closed", G_CALLBACK (on_menu_closed), self);
  mattra_grid_open_menu (GTK_POPOVER (self->menu));
}

static void
activate (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  for (guint i = 0; i < MATTRA_GRID_N_COMMANDS; i++)
    if (g_str_equal (items[i].action, action))
      mattra_grid_run (MATTRA_GRID (widget), (MattraGridCommand) i);
}

void
_mattra_grid_actions_init (GtkWidgetClass *klass)
{
  for (guint i = 0; i < MATTRA_GRID_N_COMMANDS; i++)
    gtk_widget_class_install_action (klass, items[i].action, NULL, activate);
}

void
_mattra_grid_actions_update (MattraGrid *self)
{
  guint possible = mattra_grid_get_commands (self);

  for (guint i = 0; i < MATTRA_GRID_N_COMMANDS; i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), items[i].action, (possible & 1u << i) != 0);
}

void
_mattra_grid_actions_dispose (MattraGrid *self)
{
  GtkWidget *menu = g_steal_pointer (&self->menu);

  if (menu != NULL)
    gtk_widget_unparent (menu);
}
