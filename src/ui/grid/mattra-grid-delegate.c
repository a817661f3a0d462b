/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-grid-delegate.h"

G_DEFINE_INTERFACE (MattraGridDelegate, mattra_grid_delegate, G_TYPE_OBJECT)

static void
mattra_grid_delegate_default_init (MattraGridDelegateInterface *iface)
{
}

/**
 * mattra_cell_look_clear:
 * @self: a look
 *
 * Frees what the look owns and zeroes it.
 */
void
mattra_cell_look_clear (MattraCellLook *self)
{
  g_free (self->mark);
  g_free (self->read_only);
  *self = (MattraCellLook) { 0 };
}

/**
 * mattra_grid_cell_text_free:
 * @self: (transfer full): a cell's new text
 *
 * Frees it and lets go of its column.
 */
void
mattra_grid_cell_text_free (MattraGridCellText *self)
{
  g_clear_object (&self->column);
  g_free (self->text);
  g_free (self->was);
  g_free (self);
}
