/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-repair.h"

static const char *const kind_names[] = {
  [MATTRA_REPAIR_ENCODING] = "encoding",
  [MATTRA_REPAIR_BIDI] = "bidi",
  [MATTRA_REPAIR_REPEATED_HEADER] = "repeated_header",
  [MATTRA_REPAIR_MERGED_HEADER] = "merged_header",
  [MATTRA_REPAIR_JOINED_ROW] = "joined_row",
  [MATTRA_REPAIR_DOUBLED_CELL] = "doubled_cell",
  [MATTRA_REPAIR_SECTION] = "section",
  [MATTRA_REPAIR_TOTAL] = "total",
  [MATTRA_REPAIR_NUMBER] = "number",
  [MATTRA_REPAIR_COLUMN] = "column",
  [MATTRA_REPAIR_ROUND] = "round",
  [MATTRA_REPAIR_TEXT_BESIDE] = "text_beside",
};

G_DEFINE_BOXED_TYPE (MattraRepair, mattra_repair, mattra_repair_copy, mattra_repair_free)

/**
 * mattra_repair_new:
 * @kind: what was done
 * @line: line of the document, from 1; 0 for the document as a whole
 * @column: character of the line, from 1; 0 for the whole row
 * @message: what was done, translated
 *
 * Returns: (transfer full): a repair without field, number and texts
 */
MattraRepair *
mattra_repair_new (MattraRepairKind  kind,
                   int               line,
                   int               column,
                   const char       *message)
{
  MattraRepair *self;

  g_return_val_if_fail (message != NULL, NULL);

  self = g_new0 (MattraRepair, 1);
  self->kind = kind;
  self->line = line;
  self->column = column;
  self->message = g_strdup (message);

  return self;
}

/**
 * mattra_repair_copy:
 * @self: a repair
 *
 * Returns: (transfer full): a copy of @self
 */
MattraRepair *
mattra_repair_copy (const MattraRepair *self)
{
  MattraRepair *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = mattra_repair_new (self->kind, self->line, self->column, self->message);
  copy->field = g_strdup (self->field);
  copy->number = self->number;
  copy->before = g_strdup (self->before);
  copy->after = g_strdup (self->after);

  return copy;
}

/**
 * mattra_repair_free:
 * @self: (transfer full) (nullable): a repair
 */
void
mattra_repair_free (MattraRepair *self)
{
  if (self == NULL)
    return;

  g_free (self->field);
  g_free (self->message);
  g_free (self->before);
  g_free (self->after);
  g_free (self);
}

/**
 * mattra_repair_kind_to_string:
 * @kind: a kind
 *
 * Returns: (transfer none): the kind's name for machines, e.g. "joined_row"
 */
const char *
mattra_repair_kind_to_string (MattraRepairKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (kind_names), NULL);

  return kind_names[kind];
}
