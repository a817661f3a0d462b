/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-grid-header.h"

#include "mattra-grid-head.h"

struct _MattraGridHeader
{
  GtkWidget parent_instance;

  MattraGrid *grid;
  GPtrArray *heads;
};

G_DEFINE_FINAL_TYPE (MattraGridHeader, mattra_grid_header, GTK_TYPE_WIDGET)

static void
unparent_head (gpointer head)
{
  gtk_widget_unparent (head);
}

static MattraGridHead *
head_at (MattraGridHeader *self,
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
    mattra_grid_head_bind (head_at (self, i), mattra_grid_shown_column (self->grid, i), i);
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
      height = MAX (height, mattra_grid_head_get_height (head_at (self, i), width));
    }
  return height + 1;
}

int
mattra_grid_header_fit_width (MattraGridHeader *self,
                              guint             place)
{
  return place < self->heads->len ? mattra_grid_head_get_natural_width (head_at (self, place)) : 0;
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
      GtkWidget *head = GTK_WIDGET (head_at (self, i));
      GtkAllocation area = { .height = MAX (height - 1, 1) };

      mattra_grid_column_span (self->grid, i, &area.x, &area.width);
      gtk_widget_measure (head, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_size_allocate (head, &area, -1);
    }
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
  gtk_widget_snapshot_child (GTK_WIDGET (self), GTK_WIDGET (head_at (self, place)), snapshot);
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
  if (self->grid->gutter > 0)
    gtk_snapshot_append_color (snapshot, &self->grid->colours.hairline,
                               &GRAPHENE_RECT_INIT (self->grid->gutter - 1, 0, 1, height));
  gtk_snapshot_append_color (snapshot, &self->grid->colours.edge,
                             &GRAPHENE_RECT_INIT (0, height - 1, width, 1));
}

static void
mattra_grid_header_dispose (GObject *object)
{
  g_clear_pointer (&MATTRA_GRID_HEADER (object)->heads, g_ptr_array_unref);
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
}

static void
mattra_grid_header_init (MattraGridHeader *self)
{
  self->heads = g_ptr_array_new_with_free_func (unparent_head);
}

GtkWidget *
mattra_grid_header_new (MattraGrid *grid)
{
  MattraGridHeader *self = g_object_new (MATTRA_TYPE_GRID_HEADER, NULL);

  self->grid = grid;
  return GTK_WIDGET (self);
}
