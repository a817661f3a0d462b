/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-carried.h"

/**
 * mattra_carried_new:
 * @fiscal_year: the year in which it was made, B.E.
 * @round: the round in which it was made
 * @division: (nullable): ULID of the division that made it
 * @text: the recommendation
 *
 * Returns: (transfer full): a recommendation that waits for its answer
 */
MattraCarried *
mattra_carried_new (int          fiscal_year,
                    MattraRound  round,
                    const char  *division,
                    const char  *text)
{
  MattraCarried *self = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  self = g_new0 (MattraCarried, 1);
  self->fiscal_year = fiscal_year;
  self->round = round;
  self->division = g_strdup (division);
  self->text = g_strdup (text);
  return self;
}

/**
 * mattra_carried_free:
 * @self: (transfer full) (nullable): a carried recommendation
 *
 * Frees a carried recommendation.
 */
void
mattra_carried_free (MattraCarried *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->measure);
  g_free (self->sort_key);
  g_free (self->division);
  g_free (self->text);
  g_free (self->answer);
  g_free (self);
}

/**
 * mattra_carried_waits:
 * @self: a carried recommendation
 *
 * Returns: whether nobody has answered it yet
 */
gboolean
mattra_carried_waits (const MattraCarried *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->answer == NULL || *self->answer == '\0';
}
