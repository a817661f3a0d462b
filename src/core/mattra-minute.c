/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-minute.h"

/**
 * mattra_minute_free:
 * @self: (transfer full) (nullable): a line of minutes
 *
 * Frees a line of minutes.
 */
void
mattra_minute_free (MattraMinute *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->sort_key);
  g_free (self->measure);
  g_free (self->text);
  g_free (self->person);
  g_free (self);
}
