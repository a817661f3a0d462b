/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-grid-style.h"

#define STYLE_KEY "mattra-grid-style"

/* Sizes only, under whatever a theme or a program says; colours come from the theme's names. */
static const char style[] =
  "mattragrid { font-size: 11pt; }"
  "mattragridhead { font-size: 10.5pt; font-weight: 600; }";

/**
 * mattra_grid_style_add:
 * @display: where a grid is shown
 *
 * Adds the grid's own style to the display, once.
 */
void
mattra_grid_style_add (GdkDisplay *display)
{
  GtkCssProvider *provider = NULL;

  g_return_if_fail (GDK_IS_DISPLAY (display));

  if (g_object_get_data (G_OBJECT (display), STYLE_KEY) != NULL)
    return;
  provider = gtk_css_provider_new ();
  gtk_css_provider_load_from_data (provider, style, -1);
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_FALLBACK);
  g_object_set_data_full (G_OBJECT (display), STYLE_KEY, provider, g_object_unref);
}
