/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-grid.h"

#include "mattra-grid-header.h"
#include "mattra-grid-private.h"
#include "mattra-grid-row.h"
#include "mattra-grid-style.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#define LINE_HEIGHT 1.45
#define NATURAL_WIDTH 640
#define NATURAL_HEIGHT 320
#define MINIMUM 80

enum
{
  PROP_0,
  PROP_MODEL,
  PROP_THAI_DIGITS,
  PROP_ROW_NUMBERS,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

enum
{
  CURSOR_CHANGED,
  SORT_CHANGED,
  LAYOUT_CHANGED,
  DRAFT,
  EDIT_LOST,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void mattra_grid_scrollable_init (GtkScrollableInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MattraGrid, mattra_grid, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, mattra_grid_scrollable_init))

/* Signals */

void
mattra_grid_cursor_changed (MattraGrid *self)
{
  _mattra_grid_actions_update (self);
  g_signal_emit (self, signals[CURSOR_CHANGED], 0);
}

void
mattra_grid_sort_changed (MattraGrid *self)
{
  g_signal_emit (self, signals[SORT_CHANGED], 0, self->sort_id, self->sort_descending);
}

void
mattra_grid_layout_changed (MattraGrid *self)
{
  if (!self->restoring)
    g_signal_emit (self, signals[LAYOUT_CHANGED], 0);
}

void
mattra_grid_draft (MattraGrid       *self,
                   guint             row,
                   MattraGridColumn *column,
                   const char       *text)
{
  g_signal_emit (self, signals[DRAFT], 0, row, column, text);
}

void
mattra_grid_edit_lost (MattraGrid       *self,
                       MattraGridColumn *column,
                       const char       *text)
{
  g_signal_emit (self, signals[EDIT_LOST], 0, column, text);
}

/* Rows and texts */

guint
mattra_grid_n_rows (MattraGrid *self)
{
  return self->heights != NULL ? mattra_height_tree_get_n_rows (self->heights) : 0;
}

/**
 * mattra_grid_dup_cell_text:
 * @self: a grid
 * @row: a row
 * @column: a column
 *
 * Returns: (transfer full): the cell's whole text, "" for a row there is not
 */
char *
mattra_grid_dup_cell_text (MattraGrid       *self,
                           guint             row,
                           MattraGridColumn *column)
{
  g_autoptr (GObject) item = NULL;
  char *text = NULL;

  if (row < mattra_grid_n_rows (self))
    item = g_list_model_get_item (self->model, row);
  if (item != NULL)
    text = MATTRA_GRID_DELEGATE_GET_IFACE (self->delegate)->dup_text (self->delegate, item, column);
  return text != NULL ? text : g_strdup ("");
}

/**
 * mattra_grid_cell_look:
 * @self: a grid
 * @row: a row
 * @column: a column
 * @look: (out): how the cell looks, to be cleared
 */
void
mattra_grid_cell_look (MattraGrid       *self,
                       guint             row,
                       MattraGridColumn *column,
                       MattraCellLook   *look)
{
  MattraGridDelegateInterface *iface = MATTRA_GRID_DELEGATE_GET_IFACE (self->delegate);
  g_autoptr (GObject) item = NULL;

  *look = (MattraCellLook) { 0 };
  if (row < mattra_grid_n_rows (self))
    item = g_list_model_get_item (self->model, row);
  if (item != NULL && iface->look != NULL)
    iface->look (self->delegate, item, column, look);
}

/* The keyboard */

gboolean
mattra_grid_focus_header (MattraGrid *self)
{
  return mattra_grid_header_focus (MATTRA_GRID_HEADER (self->header), self->selection.column);
}

void
mattra_grid_focus_cursor (MattraGrid *self)
{
  GtkWidget *cell = mattra_grid_cell_widget (self, self->selection.row, self->selection.column);

  gtk_widget_grab_focus (cell != NULL ? cell : GTK_WIDGET (self));
}

/* The keyboard stands on a cell: on the cursor's one when that comes into view again. */
static void
follow_focus (MattraGrid *self)
{
  GtkWidget *cell = NULL;

  if (!gtk_widget_is_focus (GTK_WIDGET (self)) || self->editor != NULL)
    return;
  cell = mattra_grid_cell_widget (self, self->selection.row, self->selection.column);
  if (cell != NULL)
    gtk_widget_grab_focus (cell);
}

/* A menu, or what an editor opened, has the keyboard: its keys go from item to item there. */
static gboolean
is_in_popover (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_get_native (focus) != gtk_widget_get_native (widget);
}

static gboolean
mattra_grid_focus (GtkWidget        *widget,
                   GtkDirectionType  direction)
{
  GtkWidget *child = gtk_widget_get_focus_child (widget);

  if (child != NULL && is_in_popover (widget))
    return gtk_widget_child_focus (child, direction);
  if (child != NULL || gtk_widget_is_focus (widget))
    return FALSE;
  mattra_grid_focus_cursor (MATTRA_GRID (widget));
  return TRUE;
}

static gboolean
mattra_grid_grab_focus (GtkWidget *widget)
{
  MattraGrid *self = MATTRA_GRID (widget);
  GtkWidget *cell = mattra_grid_cell_widget (self, self->selection.row, self->selection.column);

  if (cell != NULL && !self->laying_out)
    return gtk_widget_grab_focus (cell);
  return GTK_WIDGET_CLASS (mattra_grid_parent_class)->grab_focus (widget);
}

/* Size and drawing */

static void
mattra_grid_measure (GtkWidget      *widget,
                     GtkOrientation  orientation,
                     int             for_size,
                     int            *minimum,
                     int            *natural,
                     int            *minimum_baseline,
                     int            *natural_baseline)
{
  mattra_grid_note_measured (MATTRA_GRID (widget));
  *minimum = MINIMUM;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? NATURAL_WIDTH : NATURAL_HEIGHT;
}

static double
em_size (PangoContext *context)
{
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = pango_font_description_get_size (font) / (double) PANGO_SCALE;

  if (pango_font_description_get_size_is_absolute (font))
    return size;
  return size * pango_cairo_context_get_resolution (context) / 72;
}

/* Sizes that hang from the font; another font has every row read again. */
static void
update_font (MattraGrid *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = NULL;
  double line = em_size (context) * LINE_HEIGHT;

  if (self->font_serial == pango_context_get_serial (context))
    return;
  self->font_serial = pango_context_get_serial (context);
  self->text_scale = CLAMP (pango_cairo_context_get_resolution (context) / 96, 0.5, 4);
  metrics = pango_context_get_metrics (context, NULL, NULL);
  self->digit_width = PANGO_PIXELS_CEIL (pango_font_metrics_get_approximate_digit_width (metrics));
  pango_font_metrics_unref (metrics);
  g_clear_pointer (&self->line_height, pango_attr_list_unref);
  self->line_height = pango_attr_list_new ();
  pango_attr_list_insert (self->line_height, pango_attr_line_height_new_absolute (line * PANGO_SCALE));
  self->row_height_min = ceil (line) + 2 * MATTRA_GRID_CELL_PAD_Y;
  mattra_grid_queue_rows (self, 0, mattra_grid_n_rows (self));
}

static void
mattra_grid_size_allocate (GtkWidget *widget,
                           int        width,
                           int        height,
                           int        baseline)
{
  MattraGrid *self = MATTRA_GRID (widget);
  GtkAllocation header = { .width = width };

  update_font (self);
  mattra_grid_columns_update (self);
  self->header_height = mattra_grid_header_get_height (MATTRA_GRID_HEADER (self->header));
  mattra_grid_layout_rows (self, width, height);
  header.height = self->header_height;
  gtk_widget_measure (self->header, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (self->header, &header, -1);
  if (self->editor != NULL)
    _mattra_grid_editor_allocate (self);
  mattra_grid_update_selected (self);
  follow_focus (self);
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

static void
mattra_grid_snapshot (GtkWidget   *widget,
                      GtkSnapshot *snapshot)
{
  MattraGrid *self = MATTRA_GRID (widget);

  mattra_grid_draw (self, snapshot);
  _mattra_grid_pointer_snapshot (self, snapshot);
  if (self->editor != NULL)
    _mattra_grid_editor_snapshot (self, snapshot);
}

static void
mattra_grid_css_changed (GtkWidget         *widget,
                         GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (mattra_grid_parent_class)->css_changed (widget, change);
  gtk_widget_queue_draw (widget);
}

/* Scrolling */

static void
value_changed (GtkAdjustment *adjustment,
               MattraGrid    *self)
{
  if (self->laying_out)
    return;
  mattra_grid_stock_rows (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
set_adjustment (MattraGrid     *self,
                GtkOrientation  orientation,
                GtkAdjustment  *adjustment)
{
  GtkAdjustment **mine = &self->adjustments[orientation];

  if (adjustment == NULL)
    adjustment = gtk_adjustment_new (0, 0, 0, 0, 0, 0);
  if (*mine == adjustment)
    return;
  if (*mine != NULL)
    g_signal_handlers_disconnect_by_func (*mine, value_changed, self);
  g_clear_object (mine);
  *mine = g_object_ref_sink (adjustment);
  g_signal_connect (adjustment, "value-changed", G_CALLBACK (value_changed), self);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    self->seen_value = gtk_adjustment_get_value (adjustment);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static gboolean
mattra_grid_get_border (GtkScrollable *scrollable,
                        GtkBorder     *border)
{
  MattraGrid *self = MATTRA_GRID (scrollable);

  *border = (GtkBorder) { .top = self->header_height, .left = mattra_grid_fixed_edge (self) };
  return TRUE;
}

static void
mattra_grid_scrollable_init (GtkScrollableInterface *iface)
{
  iface->get_border = mattra_grid_get_border;
}

/* The model */

static void
tell_row_count (MattraGrid *self)
{
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_ROW_COUNT,
                                  (int) MIN (mattra_grid_n_rows (self), G_MAXINT), -1);
}

static void
items_changed (GListModel *model,
               guint       position,
               guint       removed,
               guint       added,
               MattraGrid *self)
{
  mattra_grid_layout_items_changed (self, position, removed, added);
  _mattra_grid_cursor_items_changed (self, position, removed, added);
  if (self->editor != NULL)
    _mattra_grid_editor_items_changed (self, position, removed, added);
  tell_row_count (self);
}

static void
drop_model (MattraGrid *self)
{
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_func (self->model, items_changed, self);
  g_clear_object (&self->model);
}

/**
 * mattra_grid_get_model:
 * @self: a grid
 *
 * Returns: (transfer none) (nullable): its rows
 */
GListModel *
mattra_grid_get_model (MattraGrid *self)
{
  g_return_val_if_fail (MATTRA_IS_GRID (self), NULL);

  return self->model;
}

/**
 * mattra_grid_set_model:
 * @self: a grid
 * @model: (nullable) (transfer none): its rows
 *
 * Shows other rows from their top; an open editor is cancelled.
 */
void
mattra_grid_set_model (MattraGrid *self,
                       GListModel *model)
{
  guint removed = 0;

  g_return_if_fail (MATTRA_IS_GRID (self) && (model == NULL || G_IS_LIST_MODEL (model)));

  if (self->model == model)
    return;
  if (self->editor != NULL)
    mattra_grid_cancel_edit (self);
  removed = mattra_grid_n_rows (self);
  drop_model (self);
  if (model != NULL)
    {
      self->model = g_object_ref (model);
      g_signal_connect (model, "items-changed", G_CALLBACK (items_changed), self);
    }
  mattra_grid_layout_reset (self);
  _mattra_grid_cursor_items_changed (self, 0, removed, mattra_grid_n_rows (self));
  tell_row_count (self);
  g_object_notify (G_OBJECT (self), "model");
}

/**
 * mattra_grid_invalidate:
 * @self: a grid
 *
 * Has every row read again as it comes into view: looks or digits are others.
 */
void
mattra_grid_invalidate (MattraGrid *self)
{
  g_return_if_fail (MATTRA_IS_GRID (self));

  mattra_grid_queue_rows (self, 0, G_MAXUINT);
}

/* Settings */

/**
 * mattra_grid_set_n_frozen:
 * @self: a grid
 * @n_frozen: how many of the first shown columns stay while the others scroll
 */
void
mattra_grid_set_n_frozen (MattraGrid *self,
                          guint       n_frozen)
{
  g_return_if_fail (MATTRA_IS_GRID (self));

  self->n_frozen = n_frozen;
  self->widths_serial++;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * mattra_grid_set_read_only:
 * @self: a grid
 * @read_only: whether its cells are only looked at and copied
 */
void
mattra_grid_set_read_only (MattraGrid *self,
                           gboolean    read_only)
{
  g_return_if_fail (MATTRA_IS_GRID (self));

  if (self->read_only == !!read_only)
    return;
  self->read_only = !!read_only;
  _mattra_grid_actions_update (self);
  mattra_grid_invalidate (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_READ_ONLY,
                                  self->read_only, -1);
}

/**
 * mattra_grid_set_row_menu:
 * @self: a grid
 * @menu: (nullable) (transfer none): what the context menu of a row offers besides the grid's own
 */
void
mattra_grid_set_row_menu (MattraGrid *self,
                          GMenuModel *menu)
{
  g_return_if_fail (MATTRA_IS_GRID (self));

  g_set_object (&self->row_menu, menu);
}

static void
mattra_grid_get_property (GObject    *object,
                          guint       property_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  MattraGrid *self = MATTRA_GRID (object);

  switch (property_id)
    {
    case PROP_MODEL:
      g_value_set_object (value, self->model);
      break;
    case PROP_THAI_DIGITS:
      g_value_set_boolean (value, self->thai_digits);
      break;
    case PROP_ROW_NUMBERS:
      g_value_set_boolean (value, self->row_numbers);
      break;
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_VERTICAL]);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_VERTICAL]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
set_switch (MattraGrid   *self,
            gboolean     *mine,
            const GValue *value)
{
  *mine = g_value_get_boolean (value);
  mattra_grid_invalidate (self);
}

static void
mattra_grid_set_property (GObject      *object,
                          guint         property_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  MattraGrid *self = MATTRA_GRID (object);

  switch (property_id)
    {
    case PROP_MODEL:
      mattra_grid_set_model (self, g_value_get_object (value));
      break;
    case PROP_THAI_DIGITS:
      set_switch (self, &self->thai_digits, value);
      break;
    case PROP_ROW_NUMBERS:
      set_switch (self, &self->row_numbers, value);
      break;
    case PROP_HADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_HORIZONTAL] = g_value_get_enum (value);
      break;
    case PROP_VSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_VERTICAL] = g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

/* Menus that closed wait for an idle moment to go, which may come after the grid's end. */
static void
drop_menus (MattraGrid *self)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  while (child)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (child);

      if (GTK_IS_POPOVER (child))
        gtk_widget_unparent (child);
      child = next;
    }
}

static void
mattra_grid_dispose (GObject *object)
{
  MattraGrid *self = MATTRA_GRID (object);

  _mattra_grid_editor_dispose (self);
  _mattra_grid_pointer_dispose (self);
  _mattra_grid_actions_dispose (self);
  drop_menus (self);
  drop_model (self);
  if (self->rows != NULL)
    mattra_grid_release_rows (self);
  g_clear_pointer (&self->header, gtk_widget_unparent);
  for (guint i = 0; i < G_N_ELEMENTS (self->adjustments); i++)
    if (self->adjustments[i] != NULL)
      g_signal_handlers_disconnect_by_func (self->adjustments[i], value_changed, self);
  g_clear_object (&self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
  g_clear_object (&self->adjustments[GTK_ORIENTATION_VERTICAL]);
  g_clear_object (&self->row_menu);
  G_OBJECT_CLASS (mattra_grid_parent_class)->dispose (object);
}

static void
mattra_grid_finalize (GObject *object)
{
  MattraGrid *self = MATTRA_GRID (object);

  g_clear_object (&self->delegate);
  g_clear_object (&self->columns);
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  g_clear_pointer (&self->edges, g_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->spare_rows, g_ptr_array_unref);
  g_clear_pointer (&self->heights, mattra_height_tree_free);
  g_clear_pointer (&self->line_height, pango_attr_list_unref);
  g_free (self->sort_id);
  G_OBJECT_CLASS (mattra_grid_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  g_object_class_install_property (object_class, PROP_MODEL,
                                   g_param_spec_object ("model", NULL, NULL, G_TYPE_LIST_MODEL,
                                                        flags | G_PARAM_EXPLICIT_NOTIFY));
  g_object_class_install_property (object_class, PROP_THAI_DIGITS,
                                   g_param_spec_boolean ("thai-digits", NULL, NULL, FALSE, flags));
  g_object_class_install_property (object_class, PROP_ROW_NUMBERS,
                                   g_param_spec_boolean ("row-numbers", NULL, NULL, FALSE, flags));
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
}

static void
install_signals (GType type)
{
  signals[CURSOR_CHANGED] = g_signal_new ("cursor-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
  signals[SORT_CHANGED] = g_signal_new ("sort-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
  signals[LAYOUT_CHANGED] = g_signal_new ("layout-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
  signals[DRAFT] = g_signal_new ("draft", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 3, G_TYPE_UINT, MATTRA_TYPE_GRID_COLUMN, G_TYPE_STRING);
  signals[EDIT_LOST] = g_signal_new ("edit-lost", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 2, MATTRA_TYPE_GRID_COLUMN, G_TYPE_STRING);
}

static void
mattra_grid_class_init (MattraGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = mattra_grid_get_property;
  object_class->set_property = mattra_grid_set_property;
  object_class->dispose = mattra_grid_dispose;
  object_class->finalize = mattra_grid_finalize;
  widget_class->measure = mattra_grid_measure;
  widget_class->size_allocate = mattra_grid_size_allocate;
  widget_class->snapshot = mattra_grid_snapshot;
  widget_class->css_changed = mattra_grid_css_changed;
  widget_class->focus = mattra_grid_focus;
  widget_class->grab_focus = mattra_grid_grab_focus;
  install_properties (object_class);
  install_signals (G_TYPE_FROM_CLASS (klass));
  gtk_widget_class_set_css_name (widget_class, "mattragrid");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
  _mattra_grid_actions_init (widget_class);
}

static void
mattra_grid_init (MattraGrid *self)
{
  self->rows = g_ptr_array_new ();
  self->spare_rows = g_ptr_array_new ();
  self->sort_id = g_strdup ("");
  self->text_scale = 1;
  self->reveal_row = self->reveal_place = MATTRA_GRID_NONE;
  self->header = mattra_grid_header_new (self);
  gtk_widget_set_parent (self->header, GTK_WIDGET (self));
  mattra_grid_columns_init (self);
  set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, NULL);
  set_adjustment (self, GTK_ORIENTATION_VERTICAL, NULL);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_css_class (GTK_WIDGET (self), "view");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Table"),
                                  GTK_ACCESSIBLE_PROPERTY_MULTI_SELECTABLE, TRUE,
                                  -1);
  mattra_grid_style_add (gtk_widget_get_display (GTK_WIDGET (self)));
  _mattra_grid_keys_init (self);
  _mattra_grid_pointer_init (self);
}

/**
 * mattra_grid_new:
 * @delegate: (transfer none): knows what the rows say
 *
 * Returns: (transfer floating): a table without columns and rows
 */
GtkWidget *
mattra_grid_new (MattraGridDelegate *delegate)
{
  MattraGrid *self = NULL;

  g_return_val_if_fail (MATTRA_IS_GRID_DELEGATE (delegate), NULL);

  self = g_object_new (MATTRA_TYPE_GRID, NULL);
  self->delegate = g_object_ref (delegate);
  return GTK_WIDGET (self);
}
