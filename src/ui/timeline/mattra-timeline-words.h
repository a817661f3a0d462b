/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-timeline-private.h"

G_BEGIN_DECLS

char *mattra_timeline_dup_name     (MattraTimeline *self,
                                    guint           row);
char *mattra_timeline_dup_count    (MattraTimeline *self,
                                    guint           row);
char *mattra_timeline_dup_period   (MattraTimeline *self,
                                    MattraDate      start,
                                    MattraDate      end);
char *mattra_timeline_dup_unread   (MattraTimeline *self,
                                    guint           row);
char *mattra_timeline_dup_status   (MattraTimeline *self,
                                    guint           row);
char *mattra_timeline_describe     (MattraTimeline *self,
                                    guint           row,
                                    const char     *separator);
char *mattra_timeline_describe_day (MattraTimeline *self,
                                    MattraDate      day);

G_END_DECLS
