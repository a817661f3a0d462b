/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-measure.h"

G_BEGIN_DECLS

#define MATTRA_TYPE_MEASURE_SOURCE (mattra_measure_source_get_type ())

/* A rewindable stream of measures in the order of the plan. A report of 12 000 measures is made from
 * it without ever holding them all. */
G_DECLARE_INTERFACE (MattraMeasureSource, mattra_measure_source, MATTRA, MEASURE_SOURCE, GObject)

struct _MattraMeasureSourceInterface
{
  GTypeInterface parent_iface;

  gboolean        (*rewind) (MattraMeasureSource  *self,
                             GError              **error);
  MattraMeasure * (*next)   (MattraMeasureSource  *self,
                             GError              **error);
  gboolean        (*seek)   (MattraMeasureSource  *self,
                             guint                 position);
};

gboolean       mattra_measure_source_rewind (MattraMeasureSource  *self,
                                             GError              **error);
MattraMeasure *mattra_measure_source_next   (MattraMeasureSource  *self,
                                             GError              **error);
gboolean       mattra_measure_source_seek   (MattraMeasureSource  *self,
                                             guint                 position);

/**
 * MattraMeasureFunc:
 * @measure: a measure
 * @user_data: data of the caller
 * @error: return location for an error
 *
 * Returns: %TRUE to go on, or %FALSE with @error set
 */
typedef gboolean (*MattraMeasureFunc) (MattraMeasure  *measure,
                                       gpointer        user_data,
                                       GError        **error);

gboolean mattra_measure_source_for_each (MattraMeasureSource  *self,
                                         MattraMeasureFunc     func,
                                         gpointer              user_data,
                                         GError              **error);

GPtrArray *mattra_measure_source_collect (MattraMeasureSource  *self,
                                          GError              **error);

#define MATTRA_TYPE_MEASURE_ARRAY (mattra_measure_array_get_type ())

/* A source over an array, for imports and tests. */
G_DECLARE_FINAL_TYPE (MattraMeasureArray, mattra_measure_array, MATTRA, MEASURE_ARRAY, GObject)

MattraMeasureSource *mattra_measure_array_new (GPtrArray *measures);

G_END_DECLS
