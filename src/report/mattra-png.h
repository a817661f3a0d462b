/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-layout.h"
#include "mattra-watch.h"

G_BEGIN_DECLS

/* How fine pictures of pages may be, in points per inch: coarser cannot be read, finer fills the memory. */
#define MATTRA_PNG_LEAST_DPI   50
#define MATTRA_PNG_MOST_DPI    600
#define MATTRA_PNG_DEFAULT_DPI 300

char    *mattra_png_page_path (const char    *path,
                               guint          page,
                               guint          n_pages);
gboolean mattra_png_write     (MattraLayout  *layout,
                               const char    *path,
                               guint          dpi,
                               const MattraWatch  *watch,
                               GError       **error);
gboolean mattra_svg_write     (MattraLayout  *layout,
                               const char    *path,
                               const MattraWatch  *watch,
                               GError       **error);

G_END_DECLS
