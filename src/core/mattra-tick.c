/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-measure.h"

/**
 * mattra_tick_new:
 * @step: ULID of the step
 * @round: round in which it was done
 * @division: (nullable): ULID of the division that did it
 * @occurrence: which time of the round, from 1
 *
 * Makes a tick.
 *
 * Returns: (transfer full): the tick
 */
MattraTick *
mattra_tick_new (const char  *step,
                 MattraRound  round,
                 const char  *division,
                 guint        occurrence)
{
  MattraTick *self;

  g_return_val_if_fail (step != NULL, NULL);

  self = g_new0 (MattraTick, 1);
  self->step = g_strdup (step);
  self->round = round;
  self->division = g_strdup (division);
  self->occurrence = occurrence;
  return self;
}

/**
 * mattra_tick_free:
 * @self: (transfer full): a tick
 *
 * Frees a tick.
 */
void
mattra_tick_free (MattraTick *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->step);
  g_free (self->division);
  g_free (self);
}

/**
 * mattra_measure_is_ticked:
 * @self: a measure
 * @step: ULID of one of its steps
 * @round: a round
 * @division: (nullable): ULID of a division; %NULL for the joint tick
 * @occurrence: which time of the round, from 1
 *
 * Returns: whether the step was done then
 */
gboolean
mattra_measure_is_ticked (MattraMeasure *self,
                          const char    *step,
                          MattraRound    round,
                          const char    *division,
                          guint          occurrence)
{
  GPtrArray *ticks;

  g_return_val_if_fail (MATTRA_IS_MEASURE (self) && step != NULL, FALSE);

  ticks = mattra_measure_get_ticks (self);
  for (guint i = 0; i < ticks->len; i++)
    {
      const MattraTick *tick = g_ptr_array_index (ticks, i);

      if (tick->round == round && tick->occurrence == occurrence && g_str_equal (tick->step, step)
          && g_strcmp0 (tick->division, division) == 0)
        return TRUE;
    }
  return FALSE;
}
