/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "mattra-session.h"
#include "mattra-time-axis.h"

G_BEGIN_DECLS

#define MATTRA_TYPE_TIMELINE (mattra_timeline_get_type ())

/* The measures of a session's list or division as bars over the fiscal year, by division. Only rows in view are drawn.
 * The end of a bar can be moved by pointer or keys, as one act.
 *
 * Properties (notify): zoom (int, MattraTimeZoom)
 * Signals:
 *   open (measure)   the user wants to see a measure
 *   changed ()       other spans are shown
 */
G_DECLARE_FINAL_TYPE (MattraTimeline, mattra_timeline, MATTRA, TIMELINE, GtkWidget)

GtkWidget     *mattra_timeline_new          (MattraSession   *session);
void           mattra_timeline_set_digits   (MattraTimeline  *self,
                                             MattraDigits     digits);
MattraTimeZoom mattra_timeline_get_zoom     (MattraTimeline  *self);
void           mattra_timeline_set_zoom     (MattraTimeline  *self,
                                             MattraTimeZoom   zoom);
void           mattra_timeline_show_today   (MattraTimeline  *self);
void           mattra_timeline_count        (MattraTimeline  *self,
                                             guint           *n_measures,
                                             guint           *n_unread);
gboolean       mattra_timeline_get_pending  (MattraTimeline  *self);
const char    *mattra_timeline_get_measure  (MattraTimeline  *self);
gboolean       mattra_timeline_select       (MattraTimeline  *self,
                                             const char      *measure);

G_END_DECLS
