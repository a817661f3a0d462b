/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-cell-frame.h"

#define ACCENT_WIDTH 2
#define HAIRLINE_ALPHA 0.25f
#define SHADOW_ALPHA 0.22f

static void
get_outline (GtkWidget      *child,
             GskRoundedRect *outline)
{
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (child, gtk_widget_get_parent (child), &bounds))
    graphene_rect_init (&bounds, 0, 0, 0, 0);
  gsk_rounded_rect_init_from_rect (outline, &bounds, 0);
}

static void
append_border (GtkSnapshot          *snapshot,
               const GskRoundedRect *outline,
               float                 width,
               GdkRGBA               color)
{
  const float widths[] = { width, width, width, width };
  const GdkRGBA colors[] = { color, color, color, color };

  gtk_snapshot_append_border (snapshot, outline, widths, colors);
}

/**
 * mattra_cell_frame_shadow:
 * @child: a child of the widget that is drawn
 * @snapshot: where to draw
 *
 * Lifts @child off the cells below it; before it is drawn.
 */
void
mattra_cell_frame_shadow (GtkWidget   *child,
                          GtkSnapshot *snapshot)
{
  GskRoundedRect outline;
  GdkRGBA color = { 0, 0, 0, SHADOW_ALPHA };

  get_outline (child, &outline);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &color, 0, 1, 1, 5);
}

/**
 * mattra_cell_frame_hairline:
 * @child: a child of the widget that is drawn
 * @snapshot: where to draw
 *
 * Draws a thin frame in the text's colour.
 */
void
mattra_cell_frame_hairline (GtkWidget   *child,
                            GtkSnapshot *snapshot)
{
  GskRoundedRect outline;
  GdkRGBA color;

  gtk_style_context_get_color (gtk_widget_get_style_context (child), &color);
  color.alpha *= HAIRLINE_ALPHA;
  get_outline (child, &outline);
  append_border (snapshot, &outline, 1, color);
}

/**
 * mattra_cell_frame_accent:
 * @child: a child of the widget that is drawn
 * @snapshot: where to draw
 *
 * Draws the frame of the cell that one is in, in the theme's accent colour.
 */
void
mattra_cell_frame_accent (GtkWidget   *child,
                          GtkSnapshot *snapshot)
{
  GtkStyleContext *context = gtk_widget_get_style_context (child);
  GskRoundedRect outline;
  GdkRGBA color;

  if (!gtk_style_context_lookup_color (context, "accent_bg_color", &color)
      && !gtk_style_context_lookup_color (context, "theme_selected_bg_color", &color))
    gtk_style_context_get_color (context, &color);
  get_outline (child, &outline);
  append_border (snapshot, &outline, ACCENT_WIDTH, color);
}
