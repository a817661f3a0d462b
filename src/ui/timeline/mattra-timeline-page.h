/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "mattra-timeline.h"

G_BEGIN_DECLS

#define MATTRA_TYPE_TIMELINE_PAGE (mattra_timeline_page_get_type ())

/* The timeline with what one zooms it by, and a word where there is nothing to show.
 *
 * Signals:
 *   open (measure)   the user wants to see a measure in the table
 */
G_DECLARE_FINAL_TYPE (MattraTimelinePage, mattra_timeline_page, MATTRA, TIMELINE_PAGE, GtkWidget)

GtkWidget      *mattra_timeline_page_new          (MattraSession      *session,
                                                   GSettings          *settings);
MattraTimeline *mattra_timeline_page_get_timeline (MattraTimelinePage *self);
void            mattra_timeline_page_show_measure (MattraTimelinePage *self,
                                                   const char         *measure);

G_END_DECLS
