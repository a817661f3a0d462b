/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-import-cells.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _MattraImportCells
{
  GObject parent_instance;

  GHashTable *marks; /* MattraMeasure -> field -> message */
  MattraDigits digits;
};

static void delegate_init (MattraGridDelegateInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MattraImportCells, mattra_import_cells, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (MATTRA_TYPE_GRID_DELEGATE, delegate_init))

/* Columns of further heads all hold extra text: what tells them apart stands behind the field's name. */
static const char *
field_of (MattraGridColumn *column)
{
  const char *id = mattra_grid_column_get_id (column);

  return g_str_has_prefix (id, MATTRA_IMPORT_CELLS_EXTRA) ? MATTRA_IMPORT_CELLS_EXTRA : id;
}

static char *
join_items (GPtrArray  *items,
            const char *label)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; items && i < items->len; i++)
    {
      const MattraItem *item = g_ptr_array_index (items, i);

      if (label == NULL || g_strcmp0 (item->label, label) == 0)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", item->text);
    }

  return g_string_free (text, FALSE);
}

static char *
join_parties (MattraMeasure *measure)
{
  GPtrArray *parties = mattra_measure_get_parties (measure);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < parties->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "",
                            ((const MattraParty *) g_ptr_array_index (parties, i))->text);

  return g_string_free (text, FALSE);
}

static char *
number_text (int number)
{
  return number > 0 ? mattra_digits_format (number, MATTRA_DIGITS_WESTERN) : g_strdup ("");
}

/* Answers stand in the document's round; with a column for each round, in all of them. */
static char *
answer_text (MattraMeasure  *measure,
             MattraItemKind  kind)
{
  GPtrArray *answers = mattra_measure_get_answers (measure);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < answers->len; i++)
    {
      g_autofree char *part = join_items (mattra_answer_get_items (g_ptr_array_index (answers, i), kind), NULL);

      if (*part != '\0')
        g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", part);
    }

  return g_string_free (text, FALSE);
}

static char *
status_text (MattraMeasure *measure)
{
  GPtrArray *answers = mattra_measure_get_answers (measure);

  for (guint i = 0; i < answers->len; i++)
    {
      MattraStatus stated = mattra_answer_get_stated (g_ptr_array_index (answers, i));

      if (stated != MATTRA_STATUS_NONE)
        return g_strdup (mattra_status_to_thai (stated));
    }

  return g_strdup ("");
}

static char *
item_text (MattraMeasure    *measure,
           MattraGridColumn *column)
{
  const char *field = field_of (column);
  MattraItemKind kind;

  if (!mattra_item_kind_from_field (field, &kind))
    return g_strdup ("");
  if (mattra_item_kind_is_answer (kind))
    return answer_text (measure, kind);
  return join_items (mattra_measure_get_items (measure, kind),
                     kind == MATTRA_ITEM_EXTRA ? mattra_grid_column_get_title (column) : NULL);
}

static char *
dup_text (MattraGridDelegate *delegate,
          GObject            *item,
          MattraGridColumn   *column)
{
  MattraMeasure *measure = MATTRA_MEASURE (item);
  const char *field = field_of (column);

  if (g_str_equal (field, "number"))
    return number_text (mattra_measure_get_number (measure));
  if (g_str_equal (field, "title"))
    return g_strdup (mattra_measure_get_title (measure));
  if (g_str_equal (field, "section"))
    return g_strdup (mattra_measure_get_section (measure));
  if (g_str_equal (field, "ita_indicator"))
    return number_text (mattra_measure_get_ita_indicator (measure));
  if (g_str_equal (field, "topic"))
    return number_text (mattra_measure_get_topic (measure));
  if (g_str_equal (field, "responsible"))
    return join_parties (measure);
  if (g_str_equal (field, "period"))
    return g_strdup (mattra_measure_get_period_text (measure));
  if (g_str_equal (field, "status"))
    return status_text (measure);
  return item_text (measure, column);
}

static char *
dup_shown_text (MattraGridDelegate *delegate,
                GObject            *item,
                MattraGridColumn   *column)
{
  MattraImportCells *self = MATTRA_IMPORT_CELLS (delegate);
  g_autofree char *text = dup_text (delegate, item, column);

  return text ? mattra_digits_apply (text, self->digits) : NULL;
}

static void
look (MattraGridDelegate *delegate,
      GObject            *item,
      MattraGridColumn   *column,
      MattraCellLook     *cell_look)
{
  MattraImportCells *self = MATTRA_IMPORT_CELLS (delegate);
  GHashTable *fields = self->marks ? g_hash_table_lookup (self->marks, item) : NULL;
  const char *message = fields ? g_hash_table_lookup (fields, field_of (column)) : NULL;

  cell_look->mark = g_strdup (message);
}

static char *
dup_row_name (MattraGridDelegate *delegate,
              GObject            *item,
              guint               position)
{
  int number = mattra_measure_get_number (MATTRA_MEASURE (item));

  return g_strdup_printf (_("Measure %d"), number > 0 ? number : (int) position + 1);
}

/* The grid is read-only: nothing comes here. */
static void
apply (MattraGridDelegate   *delegate,
       MattraGridChangeKind  kind,
       GPtrArray            *cells)
{
}

static void
delegate_init (MattraGridDelegateInterface *interface)
{
  interface->dup_text = dup_text;
  interface->dup_shown_text = dup_shown_text;
  interface->look = look;
  interface->dup_row_name = dup_row_name;
  interface->apply = apply;
}

static void
mattra_import_cells_finalize (GObject *object)
{
  g_clear_pointer (&MATTRA_IMPORT_CELLS (object)->marks, g_hash_table_unref);

  G_OBJECT_CLASS (mattra_import_cells_parent_class)->finalize (object);
}

static void
mattra_import_cells_class_init (MattraImportCellsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mattra_import_cells_finalize;
}

static void
mattra_import_cells_init (MattraImportCells *self)
{
}

/**
 * mattra_import_cells_new:
 * @digits: script of the numbers that are shown
 *
 * Returns: (transfer full): what tells a grid of measures that were read their texts
 */
MattraImportCells *
mattra_import_cells_new (MattraDigits digits)
{
  MattraImportCells *self = g_object_new (MATTRA_TYPE_IMPORT_CELLS, NULL);

  self->digits = digits;

  return self;
}

/**
 * mattra_import_cells_set_marks:
 * @self: the cells
 * @marks: (nullable): as in MattraReading
 *
 * Says which cells are remarkable.
 */
void
mattra_import_cells_set_marks (MattraImportCells *self,
                               GHashTable        *marks)
{
  g_return_if_fail (MATTRA_IS_IMPORT_CELLS (self));

  g_clear_pointer (&self->marks, g_hash_table_unref);
  self->marks = marks ? g_hash_table_ref (marks) : NULL;
}
