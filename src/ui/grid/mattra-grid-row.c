/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-grid-row.h"

#include "mattra-digits.h"

#define LATE_WIDTH 3

struct _MattraGridRow
{
  GtkWidget parent_instance;

  MattraGrid *grid;
  GPtrArray *cells;
  PangoLayout *number;
  GObject *item;
  guint index;
  gboolean late;
  gboolean stale;
  guint widths_serial;
  int height;
};

G_DEFINE_FINAL_TYPE (MattraGridRow, mattra_grid_row, GTK_TYPE_WIDGET)

guint
mattra_grid_row_get_index (MattraGridRow *self)
{
  return self->index;
}

/* Says which row this is; it is read and measured by the next update if it was another one. */
void
mattra_grid_row_set_index (MattraGridRow *self,
                           guint          index)
{
  if (self->index == index)
    return;
  self->index = index;
  self->stale = TRUE;
}

void
mattra_grid_row_set_stale (MattraGridRow *self)
{
  self->stale = TRUE;
}

void
mattra_grid_row_unbind (MattraGridRow *self)
{
  g_clear_object (&self->item);
  self->index = MATTRA_GRID_NONE;
  self->stale = TRUE;
}

MattraGridCell *
mattra_grid_row_get_cell (MattraGridRow *self,
                          guint          place)
{
  return place < self->cells->len ? g_ptr_array_index (self->cells, place) : NULL;
}

static void
unparent_cell (gpointer cell)
{
  gtk_widget_unparent (cell);
}

/* As many cells as there are columns. */
void
mattra_grid_row_match_cells (MattraGridRow *self)
{
  guint n = mattra_grid_n_shown (self->grid);

  if (self->cells->len > n)
    g_ptr_array_set_size (self->cells, n);
  while (self->cells->len < n)
    {
      GtkWidget *cell = mattra_grid_cell_new (self->grid);

      gtk_widget_set_parent (cell, GTK_WIDGET (self));
      g_ptr_array_add (self->cells, cell);
    }
}

static void
bind_number (MattraGridRow *self)
{
  g_autofree char *western = NULL;
  g_autofree char *thai = NULL;

  if (!self->grid->row_numbers)
    {
      g_clear_object (&self->number);
      return;
    }
  if (self->number == NULL)
    self->number = pango_layout_new (gtk_widget_get_pango_context (GTK_WIDGET (self->grid)));
  pango_layout_set_attributes (self->number, self->grid->line_height);
  western = g_strdup_printf ("%u", self->index + 1);
  if (self->grid->thai_digits)
    thai = mattra_digits_to_thai (western);
  pango_layout_set_text (self->number, thai != NULL ? thai : western, -1);
}

static void
tell_assistants (MattraGridRow *self)
{
  MattraGridDelegateInterface *iface = MATTRA_GRID_DELEGATE_GET_IFACE (self->grid->delegate);
  g_autofree char *name = NULL;

  if (iface->dup_row_name != NULL)
    name = iface->dup_row_name (self->grid->delegate, self->item, self->index);
  if (name == NULL)
    name = g_strdup_printf ("%u", self->index + 1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_ROW_INDEX,
                                  (int) MIN (self->index, G_MAXINT - 1) + 1, -1);
}

static void
bind (MattraGridRow *self)
{
  MattraGridDelegateInterface *iface = MATTRA_GRID_DELEGATE_GET_IFACE (self->grid->delegate);

  g_clear_object (&self->item);
  self->item = g_list_model_get_item (self->grid->model, self->index);
  mattra_grid_row_match_cells (self);
  for (guint i = 0; i < self->cells->len; i++)
    mattra_grid_cell_bind (g_ptr_array_index (self->cells, i), self->item,
                           mattra_grid_shown_column (self->grid, i), self->index, i);
  self->late = iface->is_late != NULL && iface->is_late (self->grid->delegate, self->item);
  bind_number (self);
  tell_assistants (self);
}

/* Reads and measures the row where that is due. Returns its height in pixels. */
int
mattra_grid_row_update (MattraGridRow *self)
{
  int height = 0;

  if (!self->stale && self->widths_serial == self->grid->widths_serial)
    return self->height;
  if (self->stale)
    bind (self);
  for (guint i = 0; i < self->cells->len; i++)
    {
      int x = 0, width = 0;

      mattra_grid_column_span (self->grid, i, &x, &width);
      height = MAX (height, mattra_grid_cell_get_height (g_ptr_array_index (self->cells, i), width));
    }
  self->stale = FALSE;
  self->widths_serial = self->grid->widths_serial;
  self->height = MAX (height, self->grid->row_height_min) + 1;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  return self->height;
}

static void
mattra_grid_row_measure (GtkWidget      *widget,
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
mattra_grid_row_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  MattraGridRow *self = MATTRA_GRID_ROW (widget);

  for (guint i = 0; i < self->cells->len; i++)
    {
      GtkWidget *cell = g_ptr_array_index (self->cells, i);
      GtkAllocation area = { .height = MAX (height - 1, 1) };
      int minimum = 0;

      mattra_grid_column_span (self->grid, i, &area.x, &area.width);
      gtk_widget_measure (cell, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      gtk_widget_size_allocate (cell, &area, -1);
    }
}

static void
draw_column (MattraGridRow *self,
             GtkSnapshot   *snapshot,
             guint          place,
             int            left,
             int            right)
{
  gboolean edge = place + 1 == mattra_grid_n_fixed (self->grid);
  int x = 0, width = 0, height = gtk_widget_get_height (GTK_WIDGET (self));
  GtkWidget *cell = g_ptr_array_index (self->cells, place);

  mattra_grid_column_span (self->grid, place, &x, &width);
  if (x >= right || x + width <= left)
    return;
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (x, 0, width, height));
  gtk_widget_snapshot_child (GTK_WIDGET (self), cell, snapshot);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_color (snapshot, edge ? &self->grid->colours.edge : &self->grid->colours.hairline,
                             &GRAPHENE_RECT_INIT (x + width - 1, 0, 1, height));
}

static void
draw_gutter (MattraGridRow *self,
             GtkSnapshot   *snapshot)
{
  int height = gtk_widget_get_height (GTK_WIDGET (self)), gutter = self->grid->gutter, width = 0;

  if (self->late)
    gtk_snapshot_append_color (snapshot, &self->grid->colours.error,
                               &GRAPHENE_RECT_INIT (0, 0, LATE_WIDTH, height - 1));
  if (gutter > 0)
    gtk_snapshot_append_color (snapshot, &self->grid->colours.hairline,
                               &GRAPHENE_RECT_INIT (gutter - 1, 0, 1, height));
  if (self->number == NULL)
    return;
  pango_layout_get_pixel_size (self->number, &width, NULL);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (gutter - width - MATTRA_GRID_CELL_PAD_X,
                                                          MATTRA_GRID_CELL_PAD_Y));
  gtk_snapshot_append_layout (snapshot, self->number, &self->grid->colours.dim);
  gtk_snapshot_restore (snapshot);
}

static void
mattra_grid_row_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  MattraGridRow *self = MATTRA_GRID_ROW (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  int edge = mattra_grid_fixed_edge (self->grid);
  guint n_fixed = mattra_grid_n_fixed (self->grid);

  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (edge, 0, MAX (width - edge, 0), height));
  for (guint i = n_fixed; i < self->cells->len; i++)
    draw_column (self, snapshot, i, edge, width);
  gtk_snapshot_pop (snapshot);
  for (guint i = 0; i < MIN (n_fixed, self->cells->len); i++)
    draw_column (self, snapshot, i, 0, width);
  draw_gutter (self, snapshot);
  gtk_snapshot_append_color (snapshot, &self->grid->colours.hairline,
                             &GRAPHENE_RECT_INIT (0, height - 1, width, 1));
}

static void
mattra_grid_row_dispose (GObject *object)
{
  MattraGridRow *self = MATTRA_GRID_ROW (object);

  g_clear_pointer (&self->cells, g_ptr_array_unref);
  g_clear_object (&self->number);
  g_clear_object (&self->item);
  G_OBJECT_CLASS (mattra_grid_row_parent_class)->dispose (object);
}

static void
mattra_grid_row_class_init (MattraGridRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mattra_grid_row_dispose;
  widget_class->measure = mattra_grid_row_measure;
  widget_class->size_allocate = mattra_grid_row_size_allocate;
  widget_class->snapshot = mattra_grid_row_snapshot;
  gtk_widget_class_set_css_name (widget_class, "mattragridrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ROW);
}

static void
mattra_grid_row_init (MattraGridRow *self)
{
  self->cells = g_ptr_array_new_with_free_func (unparent_cell);
  self->index = MATTRA_GRID_NONE;
  self->stale = TRUE;
}

GtkWidget *
mattra_grid_row_new (MattraGrid *grid)
{
  MattraGridRow *self = g_object_new (MATTRA_TYPE_GRID_ROW, NULL);

  self->grid = grid;
  return GTK_WIDGET (self);
}
