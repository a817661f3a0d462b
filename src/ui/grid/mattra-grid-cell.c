/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-grid-cell.h"

#include "mattra-digits.h"
#include "mattra-grid-pill.h"
#include "mattra-grid-row.h"

#include <string.h>

/* Nobody reads more than this in a cell; laying out megabytes would stop the window. */
#define SHOWN_BYTES_MAX 20000
#define CORNER 6
#define LOCK_WIDTH 8
#define LOCK_HEIGHT 10
#define LOCK_BODY 6

struct _MattraGridCell
{
  GtkWidget parent_instance;

  MattraGrid *grid;
  MattraGridColumn *column;
  PangoLayout *layout;
  MattraCellLook look;
  gboolean placeholder;
  gboolean selected;
  guint row;
  guint place;
  int indent;
};

G_DEFINE_FINAL_TYPE (MattraGridCell, mattra_grid_cell, GTK_TYPE_WIDGET)

static char *
cut_long (char *text)
{
  g_autofree char *whole = text;

  if (strlen (whole) <= SHOWN_BYTES_MAX)
    return g_steal_pointer (&whole);
  *g_utf8_find_prev_char (whole, whole + SHOWN_BYTES_MAX) = '\0';
  return g_strconcat (whole, "…", NULL);
}

static char *
dup_shown (MattraGridCell *self,
           GObject        *item)
{
  MattraGridDelegateInterface *iface = MATTRA_GRID_DELEGATE_GET_IFACE (self->grid->delegate);
  char *text = NULL;

  if (iface->dup_shown_text != NULL)
    text = iface->dup_shown_text (self->grid->delegate, item, self->column);
  if (text == NULL)
    text = iface->dup_text (self->grid->delegate, item, self->column);
  return cut_long (text != NULL ? text : g_strdup (""));
}

/* A number before each line, with a tab that the line's further lines hang from. */
static char *
number_lines (MattraGridCell *self,
              char           *text)
{
  g_autofree char *lines_text = text;
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GString) numbered = g_string_new (NULL);
  guint n_lines = g_strv_length (lines);

  for (guint i = 0; i < n_lines; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      g_autofree char *shown = self->grid->thai_digits ? mattra_digits_to_thai (number)
                                                       : g_steal_pointer (&number);

      g_string_append_printf (numbered, "%s%s.\t%s", i > 0 ? "\n" : "", shown, lines[i]);
    }
  self->indent = self->grid->digit_width * (n_lines < 10 ? 2 : n_lines < 100 ? 3 : n_lines < 1000 ? 4 : 6);
  return g_string_free (g_steal_pointer (&numbered), FALSE);
}

static void
set_indent (MattraGridCell *self)
{
  g_autoptr (PangoTabArray) tabs = NULL;

  pango_layout_set_indent (self->layout, -self->indent * PANGO_SCALE);
  if (self->indent > 0)
    tabs = pango_tab_array_new_with_positions (1, FALSE, PANGO_TAB_LEFT, self->indent * PANGO_SCALE);
  pango_layout_set_tabs (self->layout, tabs);
}

static void
read_look (MattraGridCell *self,
           GObject        *item)
{
  MattraGridDelegateInterface *iface = MATTRA_GRID_DELEGATE_GET_IFACE (self->grid->delegate);

  mattra_cell_look_clear (&self->look);
  if (iface->look != NULL)
    iface->look (self->grid->delegate, item, self->column, &self->look);
}

/* What a screen reader says after the cell's text: for the cell one stands on, where that is. */
static char *
dup_description (MattraGridCell *self,
                 GObject        *item)
{
  MattraGridDelegateInterface *iface = MATTRA_GRID_DELEGATE_GET_IFACE (self->grid->delegate);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_null_terminated (4, NULL, TRUE);
  g_autofree char *row_name = NULL;

  if (_mattra_grid_is_cursor (self->grid, self->row, self->place))
    {
      g_ptr_array_add (parts, (char *) mattra_grid_column_get_title (self->column));
      if (iface->dup_row_name != NULL)
        row_name = iface->dup_row_name (self->grid->delegate, item, self->row);
      if (row_name != NULL)
        g_ptr_array_add (parts, row_name);
    }
  if (self->look.mark != NULL)
    g_ptr_array_add (parts, self->look.mark);
  if (self->look.read_only != NULL)
    g_ptr_array_add (parts, self->look.read_only);
  return g_strjoinv (", ", (char **) parts->pdata);
}

static void
describe (MattraGridCell *self,
          GObject        *item)
{
  g_autofree char *description = dup_description (self, item);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description, -1);
}

/**
 * mattra_grid_cell_describe:
 * @self: a cell
 *
 * Tells assistants that this is the cell one stands on.
 */
void
mattra_grid_cell_describe (MattraGridCell *self)
{
  g_autoptr (GObject) item = NULL;

  if (self->row < mattra_grid_n_rows (self->grid))
    item = g_list_model_get_item (self->grid->model, self->row);
  if (item != NULL && self->column != NULL)
    describe (self, item);
}

static gboolean
is_read_only (MattraGridCell *self)
{
  return self->grid->read_only || self->look.read_only != NULL
         || mattra_grid_column_get_kind (self->column) == MATTRA_CELL_READ_ONLY;
}

static void
tell_assistants (MattraGridCell *self,
                 GObject        *item,
                 const char     *text)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                  GTK_ACCESSIBLE_PROPERTY_READ_ONLY, is_read_only (self),
                                  -1);
  describe (self, item);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_RELATION_ROW_INDEX, (int) MIN (self->row + 1, G_MAXINT),
                                  GTK_ACCESSIBLE_RELATION_COL_INDEX, (int) self->place + 1,
                                  -1);
}

void
mattra_grid_cell_bind (MattraGridCell   *self,
                       GObject          *item,
                       MattraGridColumn *column,
                       guint             row,
                       guint             place)
{
  g_autofree char *text = NULL;

  g_set_object (&self->column, column);
  self->row = row;
  self->place = place;
  self->indent = 0;
  read_look (self, item);
  text = dup_shown (self, item);
  self->placeholder = *text == '\0';
  tell_assistants (self, item, text);
  if (self->placeholder)
    {
      g_free (text);
      text = g_strdup (self->look.placeholder != NULL ? self->look.placeholder : "");
    }
  else if (mattra_grid_column_get_kind (column) == MATTRA_CELL_ITEMS)
    text = number_lines (self, g_steal_pointer (&text));
  set_indent (self);
  if (pango_layout_get_attributes (self->layout) != self->grid->line_height)
    pango_layout_set_attributes (self->layout, self->grid->line_height);
  pango_layout_set_text (self->layout, text, -1);
  if (self->look.mark != NULL || gtk_widget_get_has_tooltip (GTK_WIDGET (self)))
    gtk_widget_set_tooltip_text (GTK_WIDGET (self), self->look.mark);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
is_pill (MattraGridCell *self)
{
  return self->look.shape != MATTRA_SHAPE_NONE && !self->placeholder;
}

static int
text_inset (MattraGridCell *self)
{
  return MATTRA_GRID_CELL_PAD_X * 2 + (is_pill (self) ? MATTRA_GRID_PILL_ROOM : 0);
}

int
mattra_grid_cell_get_height (MattraGridCell *self,
                             int             width)
{
  int height = 0;

  pango_layout_set_width (self->layout, MAX (1, width - text_inset (self)) * PANGO_SCALE);
  pango_layout_get_pixel_size (self->layout, NULL, &height);
  return height + 2 * MATTRA_GRID_CELL_PAD_Y;
}

int
mattra_grid_cell_get_natural_width (MattraGridCell *self)
{
  int old = pango_layout_get_width (self->layout), width = 0;

  pango_layout_set_width (self->layout, -1);
  pango_layout_get_pixel_size (self->layout, &width, NULL);
  pango_layout_set_width (self->layout, old);
  return width + text_inset (self) + 2;
}

void
mattra_grid_cell_set_selected (MattraGridCell *self,
                               gboolean        selected)
{
  if (self->selected == selected)
    return;
  self->selected = selected;
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
}

static void
draw_corner (MattraGridCell *self,
             GtkSnapshot    *snapshot,
             int             width)
{
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (width - CORNER - 1, 0, CORNER, CORNER));

  gdk_cairo_set_source_rgba (cr, &self->grid->colours.warning);
  cairo_move_to (cr, width - 1 - CORNER, 0);
  cairo_line_to (cr, width - 1, 0);
  cairo_line_to (cr, width - 1, CORNER);
  cairo_fill (cr);
  cairo_destroy (cr);
}

/* A padlock at the cell's lower end, over a faint ground: told apart without a colour. */
static void
draw_lock (MattraGridCell *self,
           GtkSnapshot    *snapshot,
           int             width,
           int             height)
{
  double x = width - LOCK_WIDTH - 4, y = height - LOCK_HEIGHT - 4;
  double arch = LOCK_WIDTH / 2.0 - 1.5;
  cairo_t *cr = NULL;

  gtk_snapshot_append_color (snapshot, &self->grid->colours.locked, &GRAPHENE_RECT_INIT (0, 0, width, height));
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (x, y, LOCK_WIDTH, LOCK_HEIGHT));
  gdk_cairo_set_source_rgba (cr, &self->grid->colours.dim);
  cairo_rectangle (cr, x, y + LOCK_HEIGHT - LOCK_BODY, LOCK_WIDTH, LOCK_BODY);
  cairo_fill (cr);
  cairo_set_line_width (cr, 1);
  cairo_arc (cr, x + LOCK_WIDTH / 2.0, y + arch + 0.5, arch, G_PI, 0);
  cairo_line_to (cr, x + LOCK_WIDTH / 2.0 + arch, y + LOCK_HEIGHT - LOCK_BODY);
  cairo_move_to (cr, x + LOCK_WIDTH / 2.0 - arch, y + arch + 0.5);
  cairo_line_to (cr, x + LOCK_WIDTH / 2.0 - arch, y + LOCK_HEIGHT - LOCK_BODY);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
mattra_grid_cell_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  MattraGridCell *self = MATTRA_GRID_CELL (widget);
  const GdkRGBA *colour = mattra_grid_tone_colour (&self->grid->colours, self->look.tone);
  int width = gtk_widget_get_width (widget), x = MATTRA_GRID_CELL_PAD_X;

  if (self->placeholder)
    colour = &self->grid->colours.dim;
  if (self->look.locked)
    draw_lock (self, snapshot, width, gtk_widget_get_height (widget));
  if (is_pill (self))
    {
      mattra_grid_pill_draw (snapshot, self->layout, self->look.shape, colour, x, MATTRA_GRID_CELL_PAD_Y);
      x += MATTRA_GRID_PILL_TEXT;
    }
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, MATTRA_GRID_CELL_PAD_Y));
  gtk_snapshot_append_layout (snapshot, self->layout, colour);
  gtk_snapshot_restore (snapshot);
  if (self->look.mark != NULL)
    draw_corner (self, snapshot, width);
}

/* The row sets its cells' sizes; a cell asks for nothing. */
static void
mattra_grid_cell_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  *minimum = *natural = 0;
}

/* Whoever gives the keyboard to a cell stands on it then. Which row this is, the row knows before the
 * cell has been read again. */
static gboolean
mattra_grid_cell_grab_focus (GtkWidget *widget)
{
  MattraGridCell *self = MATTRA_GRID_CELL (widget);
  MattraGridSelection next = self->grid->selection;
  guint row = mattra_grid_row_get_index (MATTRA_GRID_ROW (gtk_widget_get_parent (widget)));

  if (!_mattra_grid_is_cursor (self->grid, row, self->place))
    {
      mattra_grid_selection_set_cursor (&next, row, self->place);
      mattra_grid_change_selection (self->grid, &next, TRUE);
    }
  if (row == self->row)
    mattra_grid_cell_describe (self);
  return GTK_WIDGET_CLASS (mattra_grid_cell_parent_class)->grab_focus (widget);
}

static void
mattra_grid_cell_dispose (GObject *object)
{
  MattraGridCell *self = MATTRA_GRID_CELL (object);

  g_clear_object (&self->column);
  g_clear_object (&self->layout);
  mattra_cell_look_clear (&self->look);
  G_OBJECT_CLASS (mattra_grid_cell_parent_class)->dispose (object);
}

static void
mattra_grid_cell_class_init (MattraGridCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mattra_grid_cell_dispose;
  widget_class->measure = mattra_grid_cell_measure;
  widget_class->snapshot = mattra_grid_cell_snapshot;
  widget_class->grab_focus = mattra_grid_cell_grab_focus;
  gtk_widget_class_set_css_name (widget_class, "mattragridcell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);
}

static void
mattra_grid_cell_init (MattraGridCell *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, FALSE, -1);
}

GtkWidget *
mattra_grid_cell_new (MattraGrid *grid)
{
  MattraGridCell *self = g_object_new (MATTRA_TYPE_GRID_CELL, NULL);

  self->grid = grid;
  self->layout = pango_layout_new (gtk_widget_get_pango_context (GTK_WIDGET (grid)));
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
  return GTK_WIDGET (self);
}
