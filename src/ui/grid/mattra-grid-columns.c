/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-grid-private.h"

#include "mattra-grid-header.h"
#include "mattra-grid-row.h"

#include <math.h>

/* Frozen columns that leave less than this part of the view to the others scroll with them. */
#define FROZEN_SHARE_MAX 0.7
#define GUTTER 12
#define FIT_MAX 600

/**
 * mattra_grid_n_shown:
 * @self: a grid
 *
 * Returns: how many columns are shown
 */
guint
mattra_grid_n_shown (MattraGrid *self)
{
  return self->shown->len;
}

/**
 * mattra_grid_shown_column:
 * @self: a grid
 * @place: a place among the shown columns
 *
 * Returns: (transfer none) (nullable): the column there
 */
MattraGridColumn *
mattra_grid_shown_column (MattraGrid *self,
                          guint       place)
{
  return place < self->shown->len ? g_ptr_array_index (self->shown, place) : NULL;
}

/**
 * mattra_grid_place_of:
 * @self: a grid
 * @column: (nullable): a column
 *
 * Returns: its place among the shown columns, or %MATTRA_GRID_NONE
 */
guint
mattra_grid_place_of (MattraGrid       *self,
                      MattraGridColumn *column)
{
  guint place = 0;

  return g_ptr_array_find (self->shown, column, &place) ? place : MATTRA_GRID_NONE;
}

static int
edge_at (MattraGrid *self,
         guint       place)
{
  return g_array_index (self->edges, int, place);
}

/**
 * mattra_grid_n_fixed:
 * @self: a grid
 *
 * Returns: how many of the shown columns stay in place now: the frozen ones, none while the view is
 *   too narrow for them
 */
guint
mattra_grid_n_fixed (MattraGrid *self)
{
  guint n = MIN (self->n_frozen, self->shown->len);

  return edge_at (self, n) <= gtk_widget_get_width (GTK_WIDGET (self)) * FROZEN_SHARE_MAX ? n : 0;
}

/**
 * mattra_grid_fixed_edge:
 * @self: a grid
 *
 * Returns: the right edge in pixels of what stays in place
 */
int
mattra_grid_fixed_edge (MattraGrid *self)
{
  return edge_at (self, mattra_grid_n_fixed (self));
}

static int
scrolled_x (MattraGrid *self)
{
  GtkAdjustment *adjustment = self->adjustments[GTK_ORIENTATION_HORIZONTAL];

  return adjustment != NULL ? (int) gtk_adjustment_get_value (adjustment) : 0;
}

/**
 * mattra_grid_column_span:
 * @self: a grid
 * @place: a place among the shown columns
 * @x: (out): its left edge in the widget, as scrolled
 * @width: (out): its width
 */
void
mattra_grid_column_span (MattraGrid *self,
                         guint       place,
                         int        *x,
                         int        *width)
{
  g_return_if_fail (place < self->shown->len);

  *x = edge_at (self, place) - (place < mattra_grid_n_fixed (self) ? 0 : scrolled_x (self));
  *width = edge_at (self, place + 1) - edge_at (self, place);
}

/**
 * mattra_grid_place_at:
 * @self: a grid
 * @x: pixels from the left edge of the widget
 *
 * Returns: the shown column there, or %MATTRA_GRID_NONE
 */
guint
mattra_grid_place_at (MattraGrid *self,
                      double      x)
{
  guint first = 0;

  if (x >= mattra_grid_fixed_edge (self))
    {
      first = mattra_grid_n_fixed (self);
      x += scrolled_x (self);
    }
  for (guint i = first; i < self->shown->len; i++)
    if (x >= edge_at (self, i) && x < edge_at (self, i + 1))
      return i;
  return MATTRA_GRID_NONE;
}

/**
 * mattra_grid_fit_width:
 * @self: a grid
 * @column: a shown column
 *
 * Returns: the width that its header and its cells in view ask for, within reason; like every
 *   column's width in pixels at the usual size of text, with which it grows on the screen
 */
int
mattra_grid_fit_width (MattraGrid       *self,
                       MattraGridColumn *column)
{
  guint place = mattra_grid_place_of (self, column);
  int width = mattra_grid_header_fit_width (MATTRA_GRID_HEADER (self->header), place);

  for (guint i = 0; i < self->rows->len; i++)
    {
      MattraGridCell *cell = mattra_grid_row_get_cell (g_ptr_array_index (self->rows, i), place);

      if (cell != NULL)
        width = MAX (width, mattra_grid_cell_get_natural_width (cell));
    }
  return CLAMP (ceil (width / self->text_scale), MATTRA_GRID_COLUMN_WIDTH_MIN, FIT_MAX);
}

static int
gutter_width (MattraGrid *self)
{
  int digits = 1;

  if (!self->row_numbers)
    return GUTTER;
  for (guint n = mattra_grid_n_rows (self); n >= 10; n /= 10)
    digits++;
  return MAX (digits, 2) * self->digit_width + 2 * MATTRA_GRID_CELL_PAD_X;
}

/* Takes over widths and the gutter; rows measure themselves again if any of it changed. */
void
mattra_grid_columns_update (MattraGrid *self)
{
  int edge = gutter_width (self);
  gboolean changed = self->edges->len != self->shown->len + 1 || edge_at (self, 0) != edge;

  self->gutter = edge;
  g_array_set_size (self->edges, self->shown->len + 1);
  for (guint i = 0; i < self->shown->len; i++)
    {
      int width = mattra_grid_column_get_width (mattra_grid_shown_column (self, i));
      int next = edge + (int) (MIN (width, MATTRA_GRID_WIDTH_MAX) * self->text_scale);

      changed |= edge_at (self, i) != edge || edge_at (self, i + 1) != next;
      g_array_index (self->edges, int, i) = edge;
      edge = next;
    }
  g_array_index (self->edges, int, self->shown->len) = edge;
  if (changed)
    self->widths_serial++;
}

static GPtrArray *
dup_visible (MattraGrid *self)
{
  GPtrArray *visible = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->columns)); i++)
    {
      g_autoptr (MattraGridColumn) column = g_list_model_get_item (G_LIST_MODEL (self->columns), i);

      if (mattra_grid_column_get_visible (column))
        g_ptr_array_add (visible, g_steal_pointer (&column));
    }
  return visible;
}

/* The shown columns are others, or stand elsewhere: cursor and editor are told where theirs went. */
static void
show_columns (MattraGrid *self)
{
  g_autoptr (GPtrArray) old = g_steal_pointer (&self->shown);
  g_autofree guint *places = g_new (guint, old->len + 1);

  self->shown = dup_visible (self);
  for (guint i = 0; i < old->len; i++)
    places[i] = mattra_grid_place_of (self, g_ptr_array_index (old, i));
  mattra_grid_columns_update (self);
  self->widths_serial++;
  for (guint i = 0; i < self->rows->len; i++)
    mattra_grid_row_set_stale (g_ptr_array_index (self->rows, i));
  if (self->kept_row != NULL)
    mattra_grid_row_set_stale (MATTRA_GRID_ROW (self->kept_row));
  mattra_grid_header_update (MATTRA_GRID_HEADER (self->header));
  _mattra_grid_cursor_columns_changed (self, places, old->len);
  if (self->editor != NULL)
    _mattra_grid_editor_columns_changed (self);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_COL_COUNT,
                                  (int) self->shown->len, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
column_changed (MattraGridColumn *column,
                GParamSpec       *pspec,
                MattraGrid       *self)
{
  if (g_str_equal (pspec->name, "visible"))
    show_columns (self);
  else if (g_str_equal (pspec->name, "title"))
    mattra_grid_header_update (MATTRA_GRID_HEADER (self->header));
  mattra_grid_columns_update (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  if (!g_str_equal (pspec->name, "title"))
    mattra_grid_layout_changed (self);
}

static void
columns_items_changed (GListModel *columns,
                       guint       position,
                       guint       removed,
                       guint       added,
                       MattraGrid *self)
{
  show_columns (self);
}

/**
 * mattra_grid_append_column:
 * @self: a grid
 * @column: (transfer none): a column
 *
 * Puts @column behind the others.
 */
void
mattra_grid_append_column (MattraGrid       *self,
                           MattraGridColumn *column)
{
  g_return_if_fail (MATTRA_IS_GRID (self) && MATTRA_IS_GRID_COLUMN (column));

  g_signal_connect_object (column, "notify", G_CALLBACK (column_changed), self, 0);
  g_list_store_append (self->columns, column);
}

/**
 * mattra_grid_remove_columns:
 * @self: a grid
 *
 * Takes all columns out.
 */
void
mattra_grid_remove_columns (MattraGrid *self)
{
  g_return_if_fail (MATTRA_IS_GRID (self));

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->columns)); i++)
    {
      g_autoptr (GObject) column = g_list_model_get_item (G_LIST_MODEL (self->columns), i);

      g_signal_handlers_disconnect_by_func (column, column_changed, self);
    }
  g_list_store_remove_all (self->columns);
}

/**
 * mattra_grid_get_columns:
 * @self: a grid
 *
 * Returns: (transfer none): all columns in their order, hidden ones too
 */
GListModel *
mattra_grid_get_columns (MattraGrid *self)
{
  g_return_val_if_fail (MATTRA_IS_GRID (self), NULL);

  return G_LIST_MODEL (self->columns);
}

/**
 * mattra_grid_find_column:
 * @self: a grid
 * @id: a column's id
 *
 * Returns: (transfer none) (nullable): the column
 */
MattraGridColumn *
mattra_grid_find_column (MattraGrid *self,
                         const char *id)
{
  g_return_val_if_fail (MATTRA_IS_GRID (self) && id != NULL, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->columns)); i++)
    {
      g_autoptr (MattraGridColumn) column = g_list_model_get_item (G_LIST_MODEL (self->columns), i);

      if (g_str_equal (mattra_grid_column_get_id (column), id))
        return column;
    }
  return NULL;
}

/**
 * mattra_grid_move_column:
 * @self: a grid
 * @column: one of its columns
 * @position: where it shall stand among all columns, hidden ones too
 */
void
mattra_grid_move_column (MattraGrid       *self,
                         MattraGridColumn *column,
                         guint             position)
{
  guint old = 0, n = 0;
  g_autoptr (GPtrArray) order = NULL;

  g_return_if_fail (MATTRA_IS_GRID (self) && MATTRA_IS_GRID_COLUMN (column));

  n = g_list_model_get_n_items (G_LIST_MODEL (self->columns));
  if (!g_list_store_find (self->columns, column, &old) || old == (position = MIN (position, n - 1)))
    return;
  order = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (order, g_list_model_get_item (G_LIST_MODEL (self->columns), i));
  g_ptr_array_insert (order, position, g_ptr_array_steal_index (order, old));
  g_list_store_splice (self->columns, 0, n, order->pdata, n);
  mattra_grid_layout_changed (self);
}

/* Called once, from the grid's init, with the header there. */
void
mattra_grid_columns_init (MattraGrid *self)
{
  self->columns = g_list_store_new (MATTRA_TYPE_GRID_COLUMN);
  self->shown = g_ptr_array_new_with_free_func (g_object_unref);
  self->edges = g_array_new (FALSE, TRUE, sizeof (int));
  g_array_set_size (self->edges, 1);
  g_signal_connect_object (self->columns, "items-changed", G_CALLBACK (columns_items_changed), self, 0);
}
