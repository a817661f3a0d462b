/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-watch.h"

/**
 * mattra_watch_part:
 * @self: (nullable): who waits for the whole
 * @from: where the part begins, from 0 to 1
 * @to: where it ends
 *
 * Returns: who waits for a part of the work
 */
MattraWatch
mattra_watch_part (const MattraWatch *self,
                   double             from,
                   double             to)
{
  MattraWatch part = { NULL };
  double length;

  if (self == NULL)
    return part;
  length = self->to - self->from;
  part = *self;
  part.from = self->from + from * length;
  part.to = self->from + to * length;
  return part;
}

/**
 * mattra_watch_tell:
 * @self: (nullable): who waits
 * @done: how much of this part is done, from 0 to 1; more is taken for 1
 * @error: %G_IO_ERROR_CANCELLED where it is to stop
 *
 * Tells how far the work is.
 *
 * Returns: whether to go on
 */
gboolean
mattra_watch_tell (const MattraWatch  *self,
                   double              done,
                   GError            **error)
{
  if (self == NULL)
    return TRUE;
  if (self->func != NULL)
    self->func (self->from + CLAMP (done, 0, 1) * (self->to - self->from), self->data);
  return !g_cancellable_set_error_if_cancelled (self->cancellable, error);
}
