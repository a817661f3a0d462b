/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-import-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mattra-grid.h"
#include "mattra-import-cells.h"

#define EXTRA MATTRA_IMPORT_CELLS_EXTRA

struct _MattraImportTable
{
  AdwBin parent_instance;

  MattraGrid *grid;
  MattraImportCells *cells;
};

G_DEFINE_FINAL_TYPE (MattraImportTable, mattra_import_table, ADW_TYPE_BIN)

/* How wide columns are, in pixels; others hold a few words a line. */
typedef struct
{
  const char *field;
  int width;
} Width;

#define WIDTH_OTHER 190

static const Width widths[] = {
  { "number", 52 }, { "title", 240 }, { "section", 160 }, { "ita_indicator", 80 }, { "steps", 280 },
  { "responsible", 150 }, { "period", 140 }, { "results", 280 }, { "status", 140 },
};

static void
mattra_import_table_dispose (GObject *object)
{
  MattraImportTable *self = MATTRA_IMPORT_TABLE (object);

  g_clear_object (&self->cells);

  G_OBJECT_CLASS (mattra_import_table_parent_class)->dispose (object);
}

static void
mattra_import_table_class_init (MattraImportTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mattra_import_table_dispose;
}

static void
mattra_import_table_init (MattraImportTable *self)
{
}

/**
 * mattra_import_table_new:
 * @digits: script of the numbers that are shown
 *
 * Returns: (transfer floating): an empty table
 */
GtkWidget *
mattra_import_table_new (MattraDigits digits)
{
  MattraImportTable *self = g_object_new (MATTRA_TYPE_IMPORT_TABLE, NULL);
  GtkWidget *window = gtk_scrolled_window_new ();

  self->cells = mattra_import_cells_new (digits);
  self->grid = MATTRA_GRID (mattra_grid_new (MATTRA_GRID_DELEGATE (self->cells)));
  mattra_grid_set_read_only (self->grid, TRUE);
  g_object_set (self->grid, "thai-digits", digits == MATTRA_DIGITS_THAI, NULL);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (window), GTK_WIDGET (self->grid));
  adw_bin_set_child (ADW_BIN (self), window);

  return GTK_WIDGET (self);
}

static int
width_of (const char *field)
{
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    if (g_str_equal (widths[i].field, field))
      return widths[i].width;

  return WIDTH_OTHER;
}

static void
append_column (MattraImportTable *self,
               const char        *field,
               const char        *label)
{
  g_autofree char *id = g_str_equal (field, EXTRA) ? g_strconcat (EXTRA ":", label, NULL) : g_strdup (field);
  g_autoptr (MattraGridColumn) column = NULL;
  MattraItemKind kind;
  gboolean items = mattra_item_kind_from_field (field, &kind);

  if (mattra_grid_find_column (self->grid, id))
    return;
  column = mattra_grid_column_new (id, label, items ? MATTRA_CELL_ITEMS : MATTRA_CELL_READ_ONLY, width_of (field));
  mattra_grid_column_set_sortable (column, FALSE);
  mattra_grid_append_column (self->grid, column);
}

/* Measures have a number and a title also where the table had no column for them. */
static void
append_columns (MattraImportTable *self,
                MattraImport      *import)
{
  GPtrArray *columns = mattra_import_get_columns (import);

  mattra_grid_remove_columns (self->grid);
  append_column (self, "number", _("No."));
  append_column (self, "title", mattra_field_to_label (MATTRA_FIELD_TITLE));
  for (guint i = 0; i < columns->len; i++)
    {
      const MattraImportColumn *column = g_ptr_array_index (columns, i);

      append_column (self, column->field, column->label);
    }
}

/**
 * mattra_import_table_set_reading:
 * @self: a table
 * @reading: (nullable): what was read; the table keeps what it needs of it
 *
 * Shows what was read in place of what it showed before.
 */
void
mattra_import_table_set_reading (MattraImportTable   *self,
                                 const MattraReading *reading)
{
  g_autoptr (GListStore) rows = NULL;
  GPtrArray *measures;

  g_return_if_fail (MATTRA_IS_IMPORT_TABLE (self));

  mattra_grid_set_model (self->grid, NULL);
  mattra_import_cells_set_marks (self->cells, reading ? reading->marks : NULL);
  if (reading == NULL)
    return;
  append_columns (self, reading->import);
  measures = mattra_import_get_measures (reading->import);
  rows = g_list_store_new (MATTRA_TYPE_MEASURE);
  g_list_store_splice (rows, 0, 0, measures->pdata, measures->len);
  mattra_grid_set_model (self->grid, G_LIST_MODEL (rows));
  mattra_grid_set_n_frozen (self->grid, 1);
}

/**
 * mattra_import_table_go_to:
 * @self: a table
 * @measure: a measure that it shows
 * @field: a field as in JSON
 *
 * Goes to a cell; to the title of the measure where it has no column for @field.
 */
void
mattra_import_table_go_to (MattraImportTable *self,
                           MattraMeasure     *measure,
                           const char        *field)
{
  GListModel *model;
  MattraGridColumn *column = NULL;
  guint position;

  g_return_if_fail (MATTRA_IS_IMPORT_TABLE (self));

  model = mattra_grid_get_model (self->grid);
  if (model == NULL || !g_list_store_find (G_LIST_STORE (model), measure, &position))
    return;
  column = mattra_grid_find_column (self->grid, field);
  if (column == NULL)
    column = mattra_grid_find_column (self->grid, "title");
  mattra_grid_set_cursor (self->grid, position, column);
  gtk_widget_grab_focus (GTK_WIDGET (self->grid));
}
