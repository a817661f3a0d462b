/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-measure-cancellable.h"

#include <glib/gi18n-lib.h>

#include "mattra-error.h"
#include "mattra-file-source.h"

struct _MattraMeasureCancellable
{
  GObject parent_instance;

  MattraMeasureSource *source;
  GCancellable *cancellable;
};

static gboolean
mattra_measure_cancellable_rewind (MattraMeasureSource  *source,
                                   GError              **error)
{
  return mattra_measure_source_rewind (MATTRA_MEASURE_CANCELLABLE (source)->source, error);
}

static MattraMeasure *
mattra_measure_cancellable_next (MattraMeasureSource  *source,
                                 GError              **error)
{
  MattraMeasureCancellable *self = MATTRA_MEASURE_CANCELLABLE (source);

  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return NULL;
  return mattra_measure_source_next (self->source, error);
}

static gboolean
mattra_measure_cancellable_seek (MattraMeasureSource *source,
                                 guint                position)
{
  return mattra_measure_source_seek (MATTRA_MEASURE_CANCELLABLE (source)->source, position);
}

static void
mattra_measure_cancellable_source_init (MattraMeasureSourceInterface *iface)
{
  iface->rewind = mattra_measure_cancellable_rewind;
  iface->next = mattra_measure_cancellable_next;
  iface->seek = mattra_measure_cancellable_seek;
}

static GBytes *
mattra_measure_cancellable_load (MattraFileSource  *source,
                                 const char        *sha256,
                                 GError           **error)
{
  MattraMeasureCancellable *self = MATTRA_MEASURE_CANCELLABLE (source);

  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return NULL;
  if (MATTRA_IS_FILE_SOURCE (self->source))
    return mattra_file_source_load (MATTRA_FILE_SOURCE (self->source), sha256, error);
  g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_NOT_FOUND, _("these measures come without their files"));
  return NULL;
}

static void
mattra_measure_cancellable_file_init (MattraFileSourceInterface *iface)
{
  iface->load = mattra_measure_cancellable_load;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (MattraMeasureCancellable, mattra_measure_cancellable, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (MATTRA_TYPE_MEASURE_SOURCE,
                                                      mattra_measure_cancellable_source_init)
                               G_IMPLEMENT_INTERFACE (MATTRA_TYPE_FILE_SOURCE,
                                                      mattra_measure_cancellable_file_init))

static void
mattra_measure_cancellable_finalize (GObject *object)
{
  MattraMeasureCancellable *self = MATTRA_MEASURE_CANCELLABLE (object);

  g_clear_object (&self->source);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (mattra_measure_cancellable_parent_class)->finalize (object);
}

static void
mattra_measure_cancellable_class_init (MattraMeasureCancellableClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mattra_measure_cancellable_finalize;
}

static void
mattra_measure_cancellable_init (MattraMeasureCancellable *self)
{
}

/**
 * mattra_measure_cancellable_new:
 * @source: a source
 * @cancellable: (nullable): ends the reading
 *
 * Makes a source that gives the measures of another one, and fails with %G_IO_ERROR_CANCELLED once it is cancelled.
 *
 * Returns: (transfer full): the source
 */
MattraMeasureSource *
mattra_measure_cancellable_new (MattraMeasureSource *source,
                                GCancellable        *cancellable)
{
  MattraMeasureCancellable *self;

  g_return_val_if_fail (MATTRA_IS_MEASURE_SOURCE (source), NULL);

  self = g_object_new (MATTRA_TYPE_MEASURE_CANCELLABLE, NULL);
  self->source = g_object_ref (source);
  self->cancellable = cancellable ? g_object_ref (cancellable) : NULL;
  return MATTRA_MEASURE_SOURCE (self);
}
