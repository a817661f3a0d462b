/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-grid-colours.h"

/* How much of the text's colour, and of the accent for the wash. */
typedef struct
{
  float hairline;
  float edge;
  float dim;
  float wash;
  float locked;
} Shares;

static const Shares usual = { 0.12f, 0.24f, 0.6f, 0.13f, 0.05f };
static const Shares high_contrast = { 0.5f, 0.75f, 0.85f, 0.22f, 0.1f };

static void
look_up (GtkStyleContext *style,
         const char      *name,
         const char      *other,
         const char      *else_colour,
         GdkRGBA         *colour)
{
  if (!gtk_style_context_lookup_color (style, name, colour)
      && !gtk_style_context_lookup_color (style, other, colour))
    gdk_rgba_parse (colour, else_colour);
}

/* A theme of high contrast is known by its borders, which it draws with half of the text's colour. */
static const Shares *
choose_shares (GtkStyleContext *style)
{
  GdkRGBA borders = { 0 };

  if (gtk_style_context_lookup_color (style, "borders", &borders) && borders.alpha >= 0.4f && borders.alpha < 1)
    return &high_contrast;
  return &usual;
}

static GdkRGBA
thinned (const GdkRGBA *colour,
         float          share)
{
  GdkRGBA thin = *colour;

  thin.alpha *= share;
  return thin;
}

/**
 * mattra_grid_colours_read:
 * @self: (out): the colours
 * @widget: whose theme it is
 *
 * Reads the theme's colours, mixed for lines, washes and words.
 */
void
mattra_grid_colours_read (MattraGridColours *self,
                          GtkWidget         *widget)
{
  GtkStyleContext *style = gtk_widget_get_style_context (widget);
  const Shares *shares = choose_shares (style);

  memset (self, 0, sizeof *self);
  gtk_style_context_get_color (style, &self->text);
  look_up (style, "accent_color", "theme_selected_bg_color", "#1c71d8", &self->accent);
  look_up (style, "success_color", "success_color", "#1b8553", &self->good);
  look_up (style, "warning_color", "warning_color", "#9c6e03", &self->warning);
  look_up (style, "error_color", "error_color", "#c01c28", &self->error);
  self->dim = thinned (&self->text, shares->dim);
  self->hairline = thinned (&self->text, shares->hairline);
  self->edge = thinned (&self->text, shares->edge);
  self->locked = thinned (&self->text, shares->locked);
  self->wash = thinned (&self->accent, shares->wash);
}
