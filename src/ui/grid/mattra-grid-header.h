/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-grid-private.h"

G_BEGIN_DECLS

#define MATTRA_TYPE_GRID_HEADER (mattra_grid_header_get_type ())

/* The heads of the shown columns, above the rows. */
G_DECLARE_FINAL_TYPE (MattraGridHeader, mattra_grid_header, MATTRA, GRID_HEADER, GtkWidget)

GtkWidget *mattra_grid_header_new        (MattraGrid       *grid);
void       mattra_grid_header_update     (MattraGridHeader *self);
int        mattra_grid_header_get_height (MattraGridHeader *self);
int        mattra_grid_header_fit_width  (MattraGridHeader *self,
                                          guint             place);
gboolean   mattra_grid_header_focus      (MattraGridHeader *self,
                                          guint             place);

G_END_DECLS
