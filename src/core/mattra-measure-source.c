/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-measure-source.h"

G_DEFINE_INTERFACE (MattraMeasureSource, mattra_measure_source, G_TYPE_OBJECT)

static void
mattra_measure_source_default_init (MattraMeasureSourceInterface *iface)
{
}

/**
 * mattra_measure_source_rewind:
 * @self: a source
 * @error: return location for an error
 *
 * Goes back before the first measure.
 *
 * Returns: %FALSE with @error set where the source can no longer be read
 */
gboolean
mattra_measure_source_rewind (MattraMeasureSource  *self,
                              GError              **error)
{
  g_return_val_if_fail (MATTRA_IS_MEASURE_SOURCE (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return MATTRA_MEASURE_SOURCE_GET_IFACE (self)->rewind (self, error);
}

/**
 * mattra_measure_source_next:
 * @self: a source
 * @error: return location for an error
 *
 * Gives the next measure in the order of the plan.
 *
 * Returns: (transfer full) (nullable): the measure; %NULL at the end, or with @error set
 */
MattraMeasure *
mattra_measure_source_next (MattraMeasureSource  *self,
                            GError              **error)
{
  g_return_val_if_fail (MATTRA_IS_MEASURE_SOURCE (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return MATTRA_MEASURE_SOURCE_GET_IFACE (self)->next (self, error);
}

/**
 * mattra_measure_source_seek:
 * @self: a source
 * @position: how many measures stand before the next one
 *
 * Goes on from a measure in the middle. Only sources that are in memory can.
 *
 * Returns: whether the source could
 */
gboolean
mattra_measure_source_seek (MattraMeasureSource *self,
                            guint                position)
{
  MattraMeasureSourceInterface *iface;

  g_return_val_if_fail (MATTRA_IS_MEASURE_SOURCE (self), FALSE);

  iface = MATTRA_MEASURE_SOURCE_GET_IFACE (self);
  return iface->seek != NULL && iface->seek (self, position);
}

/**
 * mattra_measure_source_for_each:
 * @self: a source
 * @func: (scope call): what to do with each measure
 * @user_data: data for @func
 * @error: return location for an error
 *
 * Goes through all measures from the beginning, holding one at a time.
 *
 * Returns: %TRUE at the end, or %FALSE with the error of @self or of @func
 */
gboolean
mattra_measure_source_for_each (MattraMeasureSource  *self,
                                MattraMeasureFunc     func,
                                gpointer              user_data,
                                GError              **error)
{
  g_return_val_if_fail (func != NULL, FALSE);

  if (!mattra_measure_source_rewind (self, error))
    return FALSE;

  while (TRUE)
    {
      g_autoptr (GError) failure = NULL;
      g_autoptr (MattraMeasure) measure = mattra_measure_source_next (self, &failure);

      if (failure != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }
      if (measure == NULL)
        return TRUE;
      if (!func (measure, user_data, error))
        return FALSE;
    }
}

static gboolean
take_measure (MattraMeasure  *measure,
              gpointer        user_data,
              GError        **error)
{
  g_ptr_array_add (user_data, g_object_ref (measure));
  return TRUE;
}

/**
 * mattra_measure_source_collect:
 * @self: a source
 * @error: return location for an error
 *
 * Holds all measures at once, for what has to look back and forth among them.
 *
 * Returns: (transfer full) (element-type MattraMeasure) (nullable): the measures, or %NULL with the error of @self
 */
GPtrArray *
mattra_measure_source_collect (MattraMeasureSource  *self,
                               GError              **error)
{
  g_autoptr (GPtrArray) measures = g_ptr_array_new_with_free_func (g_object_unref);

  return mattra_measure_source_for_each (self, take_measure, measures, error) ? g_steal_pointer (&measures) : NULL;
}

struct _MattraMeasureArray
{
  GObject parent_instance;

  GPtrArray *measures;
  guint next;
};

static gboolean
mattra_measure_array_rewind (MattraMeasureSource  *source,
                             GError              **error)
{
  MATTRA_MEASURE_ARRAY (source)->next = 0;

  return TRUE;
}

static MattraMeasure *
mattra_measure_array_next (MattraMeasureSource  *source,
                           GError              **error)
{
  MattraMeasureArray *self = MATTRA_MEASURE_ARRAY (source);

  if (self->next >= self->measures->len)
    return NULL;

  return g_object_ref (g_ptr_array_index (self->measures, self->next++));
}

static gboolean
mattra_measure_array_seek (MattraMeasureSource *source,
                           guint                position)
{
  MATTRA_MEASURE_ARRAY (source)->next = position;

  return TRUE;
}

static void
mattra_measure_array_source_init (MattraMeasureSourceInterface *iface)
{
  iface->rewind = mattra_measure_array_rewind;
  iface->next = mattra_measure_array_next;
  iface->seek = mattra_measure_array_seek;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (MattraMeasureArray, mattra_measure_array, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (MATTRA_TYPE_MEASURE_SOURCE,
                                                      mattra_measure_array_source_init))

static void
mattra_measure_array_finalize (GObject *object)
{
  MattraMeasureArray *self = MATTRA_MEASURE_ARRAY (object);

  g_clear_pointer (&self->measures, g_ptr_array_unref);

  G_OBJECT_CLASS (mattra_measure_array_parent_class)->finalize (object);
}

static void
mattra_measure_array_class_init (MattraMeasureArrayClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = mattra_measure_array_finalize;
}

static void
mattra_measure_array_init (MattraMeasureArray *self)
{
}

/**
 * mattra_measure_array_new:
 * @measures: (transfer none) (element-type MattraMeasure): measures in the order of the plan
 *
 * Makes a source over an array. The array is held, not copied: what is changed in it is seen the next time it is
 * read.
 *
 * Returns: (transfer full): the source
 */
MattraMeasureSource *
mattra_measure_array_new (GPtrArray *measures)
{
  MattraMeasureArray *self;

  g_return_val_if_fail (measures != NULL, NULL);

  self = g_object_new (MATTRA_TYPE_MEASURE_ARRAY, NULL);
  self->measures = g_ptr_array_ref (measures);

  return MATTRA_MEASURE_SOURCE (self);
}
