/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-grid-header-private.h"
#include "mattra-grid-hands.h"

#include <glib/gi18n-lib.h>

/* Each action takes the id of its column. */

static void
sort_by (MattraGridHeader *self,
         MattraGridColumn *column,
         const char       *name)
{
  gboolean none = g_str_equal (name, "column.sort-none");

  mattra_grid_set_sort (self->grid, none ? "" : mattra_grid_column_get_id (column),
                        g_str_equal (name, "column.sort-descending"));
  mattra_grid_sort_changed (self->grid);
}

static void
set_visible (MattraGridHeader *self,
             MattraGridColumn *column,
             const char       *name)
{
  mattra_grid_column_set_visible (column, g_str_equal (name, "column.show"));
}

static void
fit (MattraGridHeader *self,
     MattraGridColumn *column,
     const char       *name)
{
  mattra_grid_header_fit (self, column);
}

static void
move (MattraGridHeader *self,
      MattraGridColumn *column,
      const char       *name)
{
  guint place = mattra_grid_place_of (self->grid, column);

  if (place == MATTRA_GRID_NONE)
    return;
  mattra_grid_header_move_to (self, column, g_str_equal (name, "column.move-left") ? MAX (place, 1) - 1
                                                                                  : place + 1);
}

static const struct
{
  const char *name;
  void (*act) (MattraGridHeader *self,
               MattraGridColumn *column,
               const char       *name);
} actions[] = {
  { "column.sort-ascending", sort_by },
  { "column.sort-descending", sort_by },
  { "column.sort-none", sort_by },
  { "column.hide", set_visible },
  { "column.show", set_visible },
  { "column.fit", fit },
  { "column.move-left", move },
  { "column.move-right", move },
};

static void
activate (GtkWidget  *widget,
          const char *name,
          GVariant   *id)
{
  MattraGridHeader *self = MATTRA_GRID_HEADER (widget);
  MattraGridColumn *column = mattra_grid_find_column (self->grid, g_variant_get_string (id, NULL));

  for (guint i = 0; i < G_N_ELEMENTS (actions) && column != NULL; i++)
    if (g_str_equal (actions[i].name, name))
      actions[i].act (self, column, name);
}

/* Called once, from the header's class_init. */
void
mattra_grid_header_init_menu (GtkWidgetClass *klass)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (klass, actions[i].name, "s", activate);
}

static void
append (GMenu            *menu,
        const char       *label,
        const char       *action,
        MattraGridColumn *column)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", mattra_grid_column_get_id (column));
  g_menu_append_item (menu, item);
}

static void
append_section (GMenu *menu,
                GMenu *section)
{
  if (g_menu_model_get_n_items (G_MENU_MODEL (section)) > 0)
    g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

static void
append_sort (MattraGridHeader *self,
             GMenu            *menu,
             MattraGridColumn *column)
{
  g_autoptr (GMenu) section = g_menu_new ();

  if (mattra_grid_column_get_sortable (column))
    {
      append (section, _("Sort _Ascending"), "column.sort-ascending", column);
      append (section, _("Sort _Descending"), "column.sort-descending", column);
    }
  if (*self->grid->sort_id != '\0')
    append (section, _("_Unsorted"), "column.sort-none", column);
  append_section (menu, section);
}

static void
append_place (MattraGridHeader *self,
              GMenu            *menu,
              MattraGridColumn *column)
{
  guint place = mattra_grid_place_of (self->grid, column), n = mattra_grid_n_shown (self->grid);
  g_autoptr (GMenu) section = g_menu_new ();

  if (place > 0)
    append (section, _("Move _Left"), "column.move-left", column);
  if (place + 1 < n)
    append (section, _("Move _Right"), "column.move-right", column);
  append (section, _("_Fit Width"), "column.fit", column);
  if (n > 1)
    append (section, _("_Hide"), "column.hide", column);
  append_section (menu, section);
}

static void
append_hidden (MattraGridHeader *self,
               GMenu            *menu)
{
  GListModel *columns = mattra_grid_get_columns (self->grid);
  g_autoptr (GMenu) section = g_menu_new ();

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (MattraGridColumn) column = g_list_model_get_item (columns, i);
      /* Translators: %s is the title of a hidden column */
      g_autofree char *label = g_strdup_printf (_("Show “%s”"), mattra_grid_column_get_title (column));

      if (!mattra_grid_column_get_visible (column))
        append (section, label, "column.show", column);
    }
  append_section (menu, section);
}

/**
 * mattra_grid_header_popup:
 * @self: a header
 * @column: (nullable): the column whose menu it is; %NULL: only the hidden ones are offered
 *
 * Opens the menu of a column.
 */
void
mattra_grid_header_popup (MattraGridHeader *self,
                          MattraGridColumn *column)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  guint place = column != NULL ? mattra_grid_place_of (self->grid, column) : MATTRA_GRID_NONE;
  GdkRectangle whole = { 0, 0, gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self)) };
  GdkRectangle area = { 0, 0, 1, whole.height };

  if (column != NULL)
    {
      append_sort (self, menu, column);
      append_place (self, menu, column);
    }
  append_hidden (self, menu);
  if (g_menu_model_get_n_items (G_MENU_MODEL (menu)) == 0)
    return;
  if (place != MATTRA_GRID_NONE)
    mattra_grid_column_span (self->grid, place, &area.x, &area.width);
  if (!gdk_rectangle_intersect (&area, &whole, &area))
    area = (GdkRectangle) { 0, 0, 1, whole.height };
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  self->menu = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &area);
  mattra_grid_open_menu (GTK_POPOVER (self->menu));
}
