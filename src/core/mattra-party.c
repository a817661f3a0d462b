/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-measure.h"

G_DEFINE_BOXED_TYPE (MattraParty, mattra_party, mattra_party_copy, mattra_party_free)

/**
 * mattra_party_new:
 * @text: the party as written
 *
 * Makes a responsible party that stands for no division yet.
 *
 * Returns: (transfer full): the party
 */
MattraParty *
mattra_party_new (const char *text)
{
  MattraParty *self;

  g_return_val_if_fail (text != NULL, NULL);

  self = g_new0 (MattraParty, 1);
  self->text = g_strdup (text);
  self->divisions = g_ptr_array_new_with_free_func (g_free);

  return self;
}

/**
 * mattra_party_copy:
 * @self: a party
 *
 * Copies a party with its ULID and divisions.
 *
 * Returns: (transfer full): the copy
 */
MattraParty *
mattra_party_copy (const MattraParty *self)
{
  MattraParty *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = mattra_party_new (self->text);
  copy->id = g_strdup (self->id);
  copy->corrected = self->corrected;
  for (guint i = 0; i < self->divisions->len; i++)
    g_ptr_array_add (copy->divisions, g_strdup (g_ptr_array_index (self->divisions, i)));

  return copy;
}

/**
 * mattra_party_free:
 * @self: (transfer full): a party
 *
 * Frees a party.
 */
void
mattra_party_free (MattraParty *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->id);
  g_free (self->text);
  g_ptr_array_unref (self->divisions);
  g_free (self);
}
