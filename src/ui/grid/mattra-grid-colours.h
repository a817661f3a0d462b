/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The theme's colours as the grid mixes them, and what is drawn beside it in its manner. */
typedef struct
{
  GdkRGBA text;
  GdkRGBA dim;
  GdkRGBA hairline;
  GdkRGBA edge;
  GdkRGBA accent;
  GdkRGBA wash;
  GdkRGBA locked;
  GdkRGBA good;
  GdkRGBA warning;
  GdkRGBA error;
} MattraGridColours;

void mattra_grid_colours_read (MattraGridColours *self,
                               GtkWidget         *widget);

G_END_DECLS
