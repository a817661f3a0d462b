/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-grid-private.h"

#include "mattra-grid-row.h"

/* A widget that comes or goes has everything around it laid out again, up to the window. While the grid is laid
 * out those around it may have been passed already: they would be left without a layout, draw nothing and warn.
 * So a layout makes no rows and takes none apart, it only shows and hides them, and whatever will have the grid
 * alone laid out has as many made before as a view can take. */

#define SPARE_ROWS 4
#define SURPLUS_ROWS 12

static void
hide (GtkWidget *row)
{
  gtk_widget_set_child_visible (row, FALSE);
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
}

static GtkWidget *
make_row (MattraGrid *self)
{
  GtkWidget *row = mattra_grid_row_new (self);

  gtk_widget_insert_before (row, GTK_WIDGET (self), self->header);
  return row;
}

/**
 * mattra_grid_spare_row:
 * @self: a grid
 * @row: a row's widget that is not needed any more
 *
 * Keeps it for another row.
 */
void
mattra_grid_spare_row (MattraGrid *self,
                       GtkWidget  *row)
{
  _mattra_grid_pointer_let_go (self, row);
  if (gtk_widget_get_focus_child (row) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  mattra_grid_row_unbind (MATTRA_GRID_ROW (row));
  hide (row);
  g_ptr_array_add (self->spare_rows, row);
}

/**
 * mattra_grid_take_spare:
 * @self: a grid
 *
 * Returns: (transfer none): a row's widget, to be bound
 */
GtkWidget *
mattra_grid_take_spare (MattraGrid *self)
{
  GtkWidget *row = NULL;

  if (self->spare_rows->len == 0)
    return make_row (self);
  row = g_ptr_array_steal_index (self->spare_rows, self->spare_rows->len - 1);
  gtk_widget_set_child_visible (row, TRUE);
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_HIDDEN, FALSE, -1);
  return row;
}

/* Rows of one line in all of the window: a pane beside the grid may leave it that much. */
static guint
count_needed (MattraGrid *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  int height = root != NULL ? gtk_widget_get_height (GTK_WIDGET (root)) : 0;

  height = MAX (height, gtk_widget_get_height (GTK_WIDGET (self)));
  return MIN ((guint) (height / MAX (self->row_height_min, 1)) + SPARE_ROWS, mattra_grid_n_rows (self) + 1);
}

/**
 * mattra_grid_stock_rows:
 * @self: a grid
 *
 * To be called before the grid alone is laid out: has as many rows at hand as that may ask for. The first
 * layout of all is one of the whole window.
 */
void
mattra_grid_stock_rows (MattraGrid *self)
{
  guint needed = count_needed (self);

  if (self->laying_out || self->n_in_view == 0)
    return;
  while (self->spare_rows->len > 0 && self->rows->len + self->spare_rows->len > needed + SURPLUS_ROWS)
    gtk_widget_unparent (g_ptr_array_steal_index (self->spare_rows, self->spare_rows->len - 1));
  while (self->rows->len + self->spare_rows->len < needed)
    {
      GtkWidget *row = make_row (self);

      hide (row);
      g_ptr_array_add (self->spare_rows, row);
    }
  for (guint i = 0; i < self->spare_rows->len; i++)
    mattra_grid_row_match_cells (g_ptr_array_index (self->spare_rows, i));
}
