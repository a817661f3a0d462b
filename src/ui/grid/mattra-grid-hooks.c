/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-grid-private.h"

void
_mattra_grid_editor_allocate (MattraGrid *self)
{
}

void
_mattra_grid_editor_snapshot (MattraGrid  *self,
                              GtkSnapshot *snapshot)
{
}

guint
_mattra_grid_editor_get_row (MattraGrid *self)
{
  return MATTRA_GRID_NONE;
}

void
_mattra_grid_editor_items_changed (MattraGrid *self,
                                   guint       position,
                                   guint       removed,
                                   guint       added)
{
}

void
_mattra_grid_editor_columns_changed (MattraGrid *self)
{
}

void
_mattra_grid_editor_dispose (MattraGrid *self)
{
}

gboolean
mattra_grid_edit (MattraGrid       *self,
                  guint             row,
                  MattraGridColumn *column,
                  const char       *text)
{
  return FALSE;
}

gboolean
mattra_grid_is_editing (MattraGrid *self)
{
  return FALSE;
}

gboolean
mattra_grid_commit_edit (MattraGrid *self)
{
  return TRUE;
}

void
mattra_grid_cancel_edit (MattraGrid *self)
{
}
