/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cairo.h>

#include "mattra-layout.h"

G_BEGIN_DECLS

/**
 * MattraPaint:
 * @MATTRA_PAINT_PLAIN: what is seen, and nothing else
 * @MATTRA_PAINT_LINKS: with links
 * @MATTRA_PAINT_TAGS: with links and the tags that say what each part is
 *
 * What of a page is drawn.
 */
typedef enum
{
  MATTRA_PAINT_PLAIN,
  MATTRA_PAINT_LINKS,
  MATTRA_PAINT_TAGS,
} MattraPaint;

void mattra_painter_draw_page (MattraLayout *layout,
                               guint         page,
                               MattraPaint   paint,
                               cairo_t      *cr);

G_END_DECLS
