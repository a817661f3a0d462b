/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-show.h"

struct _MattraShownMeasures
{
  GObject parent_instance;

  MattraPlan *plan;
  MattraMeasureSource *measures;
  char *division;
  MattraShowOptions options;
};

static void mattra_shown_measures_iface_init (MattraMeasureSourceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MattraShownMeasures, mattra_shown_measures, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (MATTRA_TYPE_MEASURE_SOURCE,
                                                      mattra_shown_measures_iface_init))

static gboolean
is_shown (MattraShownMeasures *self,
          MattraMeasure       *measure)
{
  const MattraShowOptions *options = &self->options;

  if (self->division && !mattra_measure_involves (measure, self->division))
    return FALSE;
  return !options->overdue
         || mattra_plan_is_overdue (self->plan, measure, options->round, options->day);
}

static gboolean
mattra_shown_measures_rewind (MattraMeasureSource  *source,
                              GError              **error)
{
  return mattra_measure_source_rewind (MATTRA_SHOWN_MEASURES (source)->measures, error);
}

static MattraMeasure *
mattra_shown_measures_next (MattraMeasureSource  *source,
                            GError              **error)
{
  MattraShownMeasures *self = MATTRA_SHOWN_MEASURES (source);
  MattraMeasure *measure;

  while ((measure = mattra_measure_source_next (self->measures, error)))
    {
      if (is_shown (self, measure))
        return measure;
      g_object_unref (measure);
    }
  return NULL;
}

static void
mattra_shown_measures_iface_init (MattraMeasureSourceInterface *iface)
{
  iface->rewind = mattra_shown_measures_rewind;
  iface->next = mattra_shown_measures_next;
}

static void
mattra_shown_measures_finalize (GObject *object)
{
  MattraShownMeasures *self = MATTRA_SHOWN_MEASURES (object);

  g_clear_object (&self->plan);
  g_clear_object (&self->measures);
  g_clear_pointer (&self->division, g_free);
  G_OBJECT_CLASS (mattra_shown_measures_parent_class)->finalize (object);
}

static void
mattra_shown_measures_class_init (MattraShownMeasuresClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mattra_shown_measures_finalize;
}

static void
mattra_shown_measures_init (MattraShownMeasures *self)
{
}

/**
 * mattra_shown_measures_new:
 * @plan: the plan of the measures
 * @measures: all of them
 * @options: which are wanted
 *
 * Returns: (transfer full): a source of those that @options let through
 */
MattraMeasureSource *
mattra_shown_measures_new (MattraPlan              *plan,
                           MattraMeasureSource     *measures,
                           const MattraShowOptions *options)
{
  MattraShownMeasures *self = NULL;

  g_return_val_if_fail (MATTRA_IS_PLAN (plan), NULL);
  g_return_val_if_fail (MATTRA_IS_MEASURE_SOURCE (measures), NULL);
  g_return_val_if_fail (options != NULL, NULL);

  self = g_object_new (MATTRA_TYPE_SHOWN_MEASURES, NULL);
  self->plan = g_object_ref (plan);
  self->measures = g_object_ref (measures);
  self->division = g_strdup (options->division);
  self->options = *options;
  self->options.division = self->division;
  return MATTRA_MEASURE_SOURCE (self);
}

/**
 * mattra_show_default_round:
 * @plan: a plan
 *
 * Returns: the round that the last import answered for; none where nobody said which
 */
MattraRound
mattra_show_default_round (MattraPlan *plan)
{
  const char *name = NULL;
  MattraRound round = MATTRA_ROUND_NONE;

  g_return_val_if_fail (MATTRA_IS_PLAN (plan), MATTRA_ROUND_NONE);

  name = mattra_plan_get_setting (plan, MATTRA_SETTING_ROUND);
  if (name)
    mattra_round_from_string (name, &round);
  return round;
}
