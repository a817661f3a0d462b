/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-grid-private.h"

G_BEGIN_DECLS

#define MATTRA_TYPE_GRID_HEAD (mattra_grid_head_get_type ())

/* The head of one column: its title and the arrow of the sort. */
G_DECLARE_FINAL_TYPE (MattraGridHead, mattra_grid_head, MATTRA, GRID_HEAD, GtkWidget)

GtkWidget        *mattra_grid_head_new         (MattraGrid       *grid);
void              mattra_grid_head_bind        (MattraGridHead   *self,
                                                MattraGridColumn *column,
                                                guint             place);
int               mattra_grid_head_get_height  (MattraGridHead   *self,
                                                int               width);
int               mattra_grid_head_get_natural_width (MattraGridHead *self);

G_END_DECLS
