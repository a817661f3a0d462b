/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-row-cache.h"

G_DEFINE_FINAL_TYPE (MattraMeasureRow, mattra_measure_row, G_TYPE_OBJECT)

static void
mattra_measure_row_finalize (GObject *object)
{
  MattraMeasureRow *self = MATTRA_MEASURE_ROW (object);

  g_clear_object (&self->measure);

  G_OBJECT_CLASS (mattra_measure_row_parent_class)->finalize (object);
}

static void
mattra_measure_row_class_init (MattraMeasureRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mattra_measure_row_finalize;
}

static void
mattra_measure_row_init (MattraMeasureRow *self)
{
  self->link.data = self;
}

/**
 * mattra_measure_row_get_id:
 * @self: a row
 *
 * Returns: (transfer none): ULID of its measure
 */
const char *
mattra_measure_row_get_id (MattraMeasureRow *self)
{
  g_return_val_if_fail (MATTRA_IS_MEASURE_ROW (self), NULL);

  return self->key.id;
}

/**
 * mattra_measure_row_get_measure:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): its measure; %NULL until its page is loaded
 */
MattraMeasure *
mattra_measure_row_get_measure (MattraMeasureRow *self)
{
  g_return_val_if_fail (MATTRA_IS_MEASURE_ROW (self), NULL);

  return self->measure;
}
