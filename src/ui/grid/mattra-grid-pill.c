/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-grid-pill.h"

#define SHAPE_RADIUS 4.5
#define SHAPE_LEFT 9
#define WASH 0.14f

const GdkRGBA *
mattra_grid_tone_colour (const MattraGridColours *colours,
                         MattraCellTone           tone)
{
  switch (tone)
    {
    case MATTRA_TONE_DIM:
      return &colours->dim;
    case MATTRA_TONE_GOOD:
      return &colours->good;
    case MATTRA_TONE_WARNING:
      return &colours->warning;
    case MATTRA_TONE_ERROR:
      return &colours->error;
    case MATTRA_TONE_PLAIN:
    default:
      return &colours->text;
    }
}

static void
draw_ring (cairo_t *cr)
{
  cairo_arc (cr, 0, 0, SHAPE_RADIUS - 0.75, 0, 2 * G_PI);
  cairo_stroke (cr);
}

static void
draw_half (cairo_t *cr)
{
  draw_ring (cr);
  cairo_arc (cr, 0, 0, SHAPE_RADIUS, G_PI / 2, 3 * G_PI / 2);
  cairo_fill (cr);
}

static void
draw_full (cairo_t *cr)
{
  cairo_arc (cr, 0, 0, SHAPE_RADIUS, 0, 2 * G_PI);
  cairo_fill (cr);
}

static void
draw_clock (cairo_t *cr)
{
  draw_ring (cr);
  cairo_move_to (cr, 0, -2.5);
  cairo_line_to (cr, 0, 0);
  cairo_line_to (cr, 2, 1);
  cairo_stroke (cr);
}

static void
draw_triangle (cairo_t *cr)
{
  cairo_move_to (cr, 0, -SHAPE_RADIUS);
  cairo_line_to (cr, SHAPE_RADIUS + 0.5, SHAPE_RADIUS - 0.5);
  cairo_line_to (cr, -SHAPE_RADIUS - 0.5, SHAPE_RADIUS - 0.5);
  cairo_fill (cr);
}

static void
draw_dash (cairo_t *cr)
{
  cairo_rectangle (cr, -SHAPE_RADIUS, -1, 2 * SHAPE_RADIUS, 2);
  cairo_fill (cr);
}

static void
draw_dots (cairo_t *cr)
{
  for (int i = -1; i <= 1; i++)
    {
      cairo_arc (cr, i * 3.5, 0, 1.25, 0, 2 * G_PI);
      cairo_fill (cr);
    }
}

static void (*const draw_shape[]) (cairo_t *cr) = {
  [MATTRA_SHAPE_RING] = draw_ring,
  [MATTRA_SHAPE_HALF] = draw_half,
  [MATTRA_SHAPE_FULL] = draw_full,
  [MATTRA_SHAPE_CLOCK] = draw_clock,
  [MATTRA_SHAPE_TRIANGLE] = draw_triangle,
  [MATTRA_SHAPE_DASH] = draw_dash,
  [MATTRA_SHAPE_DOTS] = draw_dots,
};

/**
 * mattra_grid_shape_draw:
 * @snapshot: what is drawn on
 * @shape: a shape
 * @colour: its colour
 * @x: its centre
 * @y: its centre
 *
 * Draws the shape of a status alone.
 */
void
mattra_grid_shape_draw (GtkSnapshot     *snapshot,
                        MattraCellShape  shape,
                        const GdkRGBA   *colour,
                        double           x,
                        double           y)
{
  cairo_t *cr = NULL;

  g_return_if_fail (shape > MATTRA_SHAPE_NONE && shape < G_N_ELEMENTS (draw_shape));

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (x - 8, y - 8, 16, 16));
  cairo_translate (cr, x, y);
  cairo_set_line_width (cr, 1.5);
  gdk_cairo_set_source_rgba (cr, colour);
  draw_shape[shape] (cr);
  cairo_destroy (cr);
}

/**
 * mattra_grid_pill_draw:
 * @snapshot: what is drawn on
 * @layout: the pill's words, of their final width
 * @shape: the shape before them
 * @colour: of shape and, thinned, of the ground
 * @x: left edge of the pill
 * @y: top of the words
 *
 * Draws the ground and the shape; the words come over them at %MATTRA_GRID_PILL_TEXT.
 */
void
mattra_grid_pill_draw (GtkSnapshot     *snapshot,
                       PangoLayout     *layout,
                       MattraCellShape  shape,
                       const GdkRGBA   *colour,
                       int              x,
                       int              y)
{
  int width = 0, height = 0, line = 0;
  PangoRectangle first;
  GdkRGBA ground = *colour;
  GskRoundedRect outline;
  cairo_t *cr = NULL;

  g_return_if_fail (shape > MATTRA_SHAPE_NONE && shape < G_N_ELEMENTS (draw_shape));

  pango_layout_get_pixel_size (layout, &width, &height);
  pango_layout_line_get_pixel_extents (pango_layout_get_line_readonly (layout, 0), NULL, &first);
  line = MIN (first.height, height);
  ground.alpha *= WASH;
  gsk_rounded_rect_init_from_rect (&outline,
                                   &GRAPHENE_RECT_INIT (x, y, width + MATTRA_GRID_PILL_ROOM, height),
                                   MIN (line / 2.0f, 12));
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &ground, &outline.bounds);
  gtk_snapshot_pop (snapshot);

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (x + SHAPE_LEFT - 2, y, 16, line));
  cairo_translate (cr, x + SHAPE_LEFT + SHAPE_RADIUS, y + line / 2.0);
  cairo_set_line_width (cr, 1.5);
  gdk_cairo_set_source_rgba (cr, colour);
  draw_shape[shape] (cr);
  cairo_destroy (cr);
}
