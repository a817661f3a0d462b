/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-grid-head.h"

#include "mattra-grid-cell.h"

#define ARROW 10
#define ARROW_ROOM (ARROW + 6)

struct _MattraGridHead
{
  GtkWidget parent_instance;

  MattraGrid *grid;
  MattraGridColumn *column;
  PangoLayout *layout;
};

G_DEFINE_FINAL_TYPE (MattraGridHead, mattra_grid_head, GTK_TYPE_WIDGET)

static gboolean
is_sorted (MattraGridHead *self)
{
  return self->column != NULL
         && g_strcmp0 (self->grid->sort_id, mattra_grid_column_get_id (self->column)) == 0;
}

void
mattra_grid_head_bind (MattraGridHead   *self,
                       MattraGridColumn *column,
                       guint             place)
{
  GtkAccessibleSort sort = GTK_ACCESSIBLE_SORT_NONE;

  g_set_object (&self->column, column);
  if (is_sorted (self))
    sort = self->grid->sort_descending ? GTK_ACCESSIBLE_SORT_DESCENDING : GTK_ACCESSIBLE_SORT_ASCENDING;
  pango_layout_set_text (self->layout, mattra_grid_column_get_title (column), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, mattra_grid_column_get_title (column),
                                  GTK_ACCESSIBLE_PROPERTY_SORT, sort,
                                  -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_COL_INDEX,
                                  (int) place + 1, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

int
mattra_grid_head_get_height (MattraGridHead *self,
                             int             width)
{
  int height = 0;

  pango_layout_set_width (self->layout, MAX (1, width - 2 * MATTRA_GRID_CELL_PAD_X
                                                - (is_sorted (self) ? ARROW_ROOM : 0)) * PANGO_SCALE);
  pango_layout_get_pixel_size (self->layout, NULL, &height);
  return height + 2 * MATTRA_GRID_CELL_PAD_Y;
}

int
mattra_grid_head_get_natural_width (MattraGridHead *self)
{
  int width = 0, old = pango_layout_get_width (self->layout);

  pango_layout_set_width (self->layout, -1);
  pango_layout_get_pixel_size (self->layout, &width, NULL);
  pango_layout_set_width (self->layout, old);
  return width + 2 * MATTRA_GRID_CELL_PAD_X + ARROW_ROOM;
}

static void
draw_arrow (MattraGridHead *self,
            GtkSnapshot    *snapshot)
{
  int right = gtk_widget_get_width (GTK_WIDGET (self)) - MATTRA_GRID_CELL_PAD_X;
  int middle = gtk_widget_get_height (GTK_WIDGET (self)) / 2;
  double tip = self->grid->sort_descending ? ARROW / 4.0 : -ARROW / 4.0;
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (right - ARROW, middle - ARROW,
                                                                          ARROW, 2 * ARROW));

  gdk_cairo_set_source_rgba (cr, &self->grid->colours.accent);
  cairo_move_to (cr, right - ARROW, middle - tip);
  cairo_line_to (cr, right, middle - tip);
  cairo_line_to (cr, right - ARROW / 2.0, middle + tip);
  cairo_fill (cr);
  cairo_destroy (cr);
}

static void
draw_focus (MattraGridHead *self,
            GtkSnapshot    *snapshot)
{
  GskRoundedRect outline;
  GdkRGBA accent = self->grid->colours.accent;

  gsk_rounded_rect_init_from_rect (&outline,
                                   &GRAPHENE_RECT_INIT (1, 1, gtk_widget_get_width (GTK_WIDGET (self)) - 3,
                                                        gtk_widget_get_height (GTK_WIDGET (self)) - 2), 4);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]) { 2, 2, 2, 2 },
                              (GdkRGBA[4]) { accent, accent, accent, accent });
}

static void
mattra_grid_head_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  MattraGridHead *self = MATTRA_GRID_HEAD (widget);
  GdkRGBA colour;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (MATTRA_GRID_CELL_PAD_X, MATTRA_GRID_CELL_PAD_Y));
  gtk_snapshot_append_layout (snapshot, self->layout, &colour);
  gtk_snapshot_restore (snapshot);
  if (is_sorted (self))
    draw_arrow (self, snapshot);
  if (gtk_widget_has_visible_focus (widget))
    draw_focus (self, snapshot);
}

static void
mattra_grid_head_measure (GtkWidget      *widget,
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
mattra_grid_head_css_changed (GtkWidget         *widget,
                              GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (mattra_grid_head_parent_class)->css_changed (widget, change);
  if (MATTRA_GRID_HEAD (widget)->layout != NULL)
    pango_layout_context_changed (MATTRA_GRID_HEAD (widget)->layout);
}

static void
mattra_grid_head_dispose (GObject *object)
{
  MattraGridHead *self = MATTRA_GRID_HEAD (object);

  g_clear_object (&self->column);
  g_clear_object (&self->layout);
  G_OBJECT_CLASS (mattra_grid_head_parent_class)->dispose (object);
}

static void
mattra_grid_head_class_init (MattraGridHeadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mattra_grid_head_dispose;
  widget_class->measure = mattra_grid_head_measure;
  widget_class->snapshot = mattra_grid_head_snapshot;
  widget_class->css_changed = mattra_grid_head_css_changed;
  gtk_widget_class_set_css_name (widget_class, "mattragridhead");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_COLUMN_HEADER);
}

static void
mattra_grid_head_init (MattraGridHead *self)
{
  self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

GtkWidget *
mattra_grid_head_new (MattraGrid *grid)
{
  MattraGridHead *self = g_object_new (MATTRA_TYPE_GRID_HEAD, NULL);

  self->grid = grid;
  return GTK_WIDGET (self);
}
