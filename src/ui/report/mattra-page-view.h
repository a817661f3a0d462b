/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-report-pages.h"

G_BEGIN_DECLS

/* Pixels a point at 100 %: 96 dots an inch. */
#define MATTRA_PAGE_VIEW_WHOLE (96 / 72.0)

#define MATTRA_TYPE_PAGE_VIEW (mattra_page_view_get_type ())

/* Pages one below another, for a scrolled window. They are as wide as the view until a zoom is chosen. Ctrl with the
 * wheel, two fingers and Ctrl with +, - and 0 zoom.
 *
 * Properties (notify): page, the index of the page that fills most of the view; zoom, how large pages are (1: 96 dots an
 * inch)
 * Signals:
 *   clicked-cell (key, field)   a cell of a table was clicked: ULID of its measure and its field (nullable)
 */
G_DECLARE_FINAL_TYPE (MattraPageView, mattra_page_view, MATTRA, PAGE_VIEW, GtkWidget)

GtkWidget *mattra_page_view_new       (MattraReportPages *pages);
MattraReportPages *mattra_page_view_get_pages (MattraPageView *self);
guint      mattra_page_view_get_page  (MattraPageView    *self);
void       mattra_page_view_show_page (MattraPageView    *self,
                                       guint              page);
double     mattra_page_view_get_zoom  (MattraPageView    *self);
gboolean   mattra_page_view_get_fit   (MattraPageView    *self);
void       mattra_page_view_set_zoom  (MattraPageView    *self,
                                       double             zoom);
void       mattra_page_view_set_fit   (MattraPageView    *self);
void       mattra_page_view_zoom      (MattraPageView    *self,
                                       int                steps);

G_END_DECLS
