/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-grid-private.h"

G_BEGIN_DECLS

/* From the pill's left edge to its text, and what the pill takes of the width beside the text. */
#define MATTRA_GRID_PILL_TEXT 24
#define MATTRA_GRID_PILL_ROOM 34

const GdkRGBA *mattra_grid_tone_colour (const MattraGridColours *colours,
                                        MattraCellTone           tone);
void           mattra_grid_pill_draw   (GtkSnapshot             *snapshot,
                                        PangoLayout             *layout,
                                        MattraCellShape          shape,
                                        const GdkRGBA           *colour,
                                        int                      x,
                                        int                      y);
void           mattra_grid_shape_draw  (GtkSnapshot             *snapshot,
                                        MattraCellShape          shape,
                                        const GdkRGBA           *colour,
                                        double                   x,
                                        double                   y);

G_END_DECLS
