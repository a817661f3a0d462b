/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-grid-header.h"

#include "mattra-grid-header-private.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (MattraGridHeader, mattra_grid_header, GTK_TYPE_WIDGET)

static void
unparent_head (gpointer head)
{
  gtk_widget_unparent (head);
}

MattraGridHead *
mattra_grid_header_get_head (MattraGridHeader *self,
                             guint             place)
{
  return g_ptr_array_index (self->heads, place);
}

/* Takes over the shown columns, their titles and the sort. */
void
mattra_grid_header_update (MattraGridHeader *self)
{
  guint n = mattra_grid_n_shown (self->grid);

  if (self->heads->len > n)
    g_ptr_array_set_size (self->heads, n);
  while (self->heads->len < n)
    {
      GtkWidget *head = mattra_grid_head_new (self->grid);

      gtk_widget_set_parent (head, GTK_WIDGET (self));
      g_ptr_array_add (self->heads, head);
    }
  for (guint i = 0; i < n; i++)
    mattra_grid_head_bind (mattra_grid_header_get_head (self, i), mattra_grid_shown_column (self->grid, i), i);
  gtk_widget_queue_allocate (GTK_WIDGET (self->grid));
}

int
mattra_grid_header_get_height (MattraGridHeader *self)
{
  int height = self->grid->row_height_min;

  for (guint i = 0; i < self->heads->len; i++)
    {
      int x = 0, width = 0;

      mattra_grid_column_span (self->grid, i, &x, &width);
      height = MAX (height, mattra_grid_head_get_height (mattra_grid_header_get_head (self, i), width));
    }
  return height + 1;
}

int
mattra_grid_header_fit_width (MattraGridHeader *self,
                              guint             place)
{
  return place < self->heads->len ? mattra_grid_head_get_natural_width (mattra_grid_header_get_head (self, place)) : 0;
}

/* Gives the keyboard to the head at @place, or the first one. */
gboolean
mattra_grid_header_focus (MattraGridHeader *self,
                          guint             place)
{
  if (self->heads->len == 0)
    return FALSE;
  place = place < self->heads->len ? place : 0;
  return gtk_widget_grab_focus (GTK_WIDGET (mattra_grid_header_get_head (self, place)));
}

/* None, ascending, descending, none: the header asks, the model's owner sorts. */
void
mattra_grid_header_toggle_sort (MattraGridHeader *self,
                                MattraGridColumn *column)
{
  MattraGrid *grid = self->grid;
  const char *id = mattra_grid_column_get_id (column);

  if (!mattra_grid_column_get_sortable (column))
    return;
  if (g_strcmp0 (grid->sort_id, id) != 0)
    mattra_grid_set_sort (grid, id, FALSE);
  else if (!grid->sort_descending)
    mattra_grid_set_sort (grid, id, TRUE);
  else
    mattra_grid_set_sort (grid, "", FALSE);
  mattra_grid_sort_changed (grid);
}

/* Lets the column stand at @place among the shown ones; the hidden ones keep their neighbours. */
void
mattra_grid_header_move_to (MattraGridHeader *self,
                            MattraGridColumn *column,
                            guint             place)
{
  guint n = mattra_grid_n_shown (self->grid), position = 0;
  MattraGridColumn *there = mattra_grid_shown_column (self->grid, MIN (place, MAX (n, 1) - 1));

  if (there != NULL && there != column && g_list_store_find (self->grid->columns, there, &position))
    mattra_grid_move_column (self->grid, column, position);
}

/* As wide as its head and its cells in view ask for. */
void
mattra_grid_header_fit (MattraGridHeader *self,
                        MattraGridColumn *column)
{
  mattra_grid_column_set_width (column, mattra_grid_fit_width (self->grid, column));
}

static void
mattra_grid_header_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  *minimum = *natural = 0;
}

static void
mattra_grid_header_size_allocate (GtkWidget *widget,
                                  int        width,
                                  int        height,
                                  int        baseline)
{
  MattraGridHeader *self = MATTRA_GRID_HEADER (widget);

  for (guint i = 0; i < self->heads->len; i++)
    {
      GtkWidget *head = GTK_WIDGET (mattra_grid_header_get_head (self, i));
      GtkAllocation area = { .height = MAX (height - 1, 1) };

      mattra_grid_column_span (self->grid, i, &area.x, &area.width);
      gtk_widget_measure (head, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_size_allocate (head, &area, -1);
    }
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

static void
draw_head (MattraGridHeader *self,
           GtkSnapshot      *snapshot,
           guint             place)
{
  const MattraGridColours *colours = &self->grid->colours;
  gboolean edge = place + 1 == mattra_grid_n_fixed (self->grid);
  int x = 0, width = 0, height = gtk_widget_get_height (GTK_WIDGET (self));

  mattra_grid_column_span (self->grid, place, &x, &width);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (x, 0, width, height));
  gtk_widget_snapshot_child (GTK_WIDGET (self), GTK_WIDGET (mattra_grid_header_get_head (self, place)), snapshot);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_color (snapshot, edge ? &colours->edge : &colours->hairline,
                             &GRAPHENE_RECT_INIT (x + width - 1, 0, 1, height));
}

static void
mattra_grid_header_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  MattraGridHeader *self = MATTRA_GRID_HEADER (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  int edge = mattra_grid_fixed_edge (self->grid);
  guint n_fixed = MIN (mattra_grid_n_fixed (self->grid), self->heads->len);

  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (edge, 0, MAX (width - edge, 0), height));
  for (guint i = n_fixed; i < self->heads->len; i++)
    draw_head (self, snapshot, i);
  gtk_snapshot_pop (snapshot);
  for (guint i = 0; i < n_fixed; i++)
    draw_head (self, snapshot, i);
  mattra_grid_header_draw_drop (self, snapshot);
  if (self->grid->gutter > 0)
    gtk_snapshot_append_color (snapshot, &self->grid->colours.hairline,
                               &GRAPHENE_RECT_INIT (self->grid->gutter - 1, 0, 1, height));
  gtk_snapshot_append_color (snapshot, &self->grid->colours.edge,
                             &GRAPHENE_RECT_INIT (0, height - 1, width, 1));
}

static void
mattra_grid_header_dispose (GObject *object)
{
  MattraGridHeader *self = MATTRA_GRID_HEADER (object);

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_object (&self->dragged);
  g_clear_pointer (&self->heads, g_ptr_array_unref);
  G_OBJECT_CLASS (mattra_grid_header_parent_class)->dispose (object);
}

static void
mattra_grid_header_class_init (MattraGridHeaderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mattra_grid_header_dispose;
  widget_class->measure = mattra_grid_header_measure;
  widget_class->size_allocate = mattra_grid_header_size_allocate;
  widget_class->snapshot = mattra_grid_header_snapshot;
  gtk_widget_class_set_css_name (widget_class, "mattragridheader");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ROW);
  mattra_grid_header_init_menu (widget_class);
}

static void
mattra_grid_header_init (MattraGridHeader *self)
{
  self->heads = g_ptr_array_new_with_free_func (unparent_head);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Column heads"), -1);
  mattra_grid_header_init_drag (self);
  mattra_grid_header_init_keys (self);
}

GtkWidget *
mattra_grid_header_new (MattraGrid *grid)
{
  MattraGridHeader *self = g_object_new (MATTRA_TYPE_GRID_HEADER, NULL);

  self->grid = grid;
  return GTK_WIDGET (self);
}
