/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-timeline-private.h"

G_BEGIN_DECLS

#define MATTRA_TYPE_TIMELINE_ROW (mattra_timeline_row_get_type ())

/* A row of the timeline that is in view. It draws itself as long as the timeline lives. */
G_DECLARE_FINAL_TYPE (MattraTimelineRow, mattra_timeline_row, MATTRA, TIMELINE_ROW, GtkWidget)

GtkWidget *mattra_timeline_row_new      (MattraTimeline    *timeline);
void       mattra_timeline_row_bind     (MattraTimelineRow *self,
                                         guint              row);
guint      mattra_timeline_row_get_row  (MattraTimelineRow *self);

G_END_DECLS
