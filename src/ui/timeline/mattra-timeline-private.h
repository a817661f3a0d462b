/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-timeline.h"

#include "mattra-due.h"
#include "mattra-grid-colours.h"
#include "mattra-span-list.h"
#include "mattra-time-rows.h"

G_BEGIN_DECLS

/* What the files of the timeline share. Rows are places in self->rows; pixels are the widget's unless said otherwise:
 * the header above, the names at the left, and the chart, in which time runs. */

#define MATTRA_TIMELINE_MONTHS 12

/* Pixels below the months for the signs of days. */
#define MATTRA_TIMELINE_SIGNS 9
#define MATTRA_TIMELINE_DAYS 31

/* The end of a bar in the user's hand. */
typedef struct
{
  char measure[MATTRA_ULID_LENGTH + 1]; /* "" while none is held */
  int number;
  MattraDate start;
  MattraDate was;
  MattraDate end;
  gboolean by_keys;
} MattraTimelineHeld;

struct _MattraTimeline
{
  GtkWidget parent_instance;

  MattraSession *session;
  MattraSpanList *list;
  GPtrArray *spans;      /* (element-type MattraSpan) */
  GPtrArray *milestones; /* (element-type MattraDue) */
  MattraTimeRows *rows;
  guint n_measures;
  guint n_unread;
  MattraDigits digits;
  MattraDate today;

  /* The view */
  GtkAdjustment *adjustments[2];
  GtkScrollablePolicy policies[2];
  MattraTimeAxis axis;
  MattraTimeZoom zoom;
  GPtrArray *widgets; /* of rows in view: row i has the one at i % their number */
  int line_height;
  int header_height;
  int gutter;
  MattraGridColours colours;
  PangoLayout *quarters[4];
  PangoLayout *months[MATTRA_TIMELINE_MONTHS];
  PangoLayout *bare_months[MATTRA_TIMELINE_MONTHS];
  PangoLayout *full_months[MATTRA_TIMELINE_MONTHS];
  PangoLayout *days[MATTRA_TIMELINE_DAYS];

  /* Where one stands */
  guint cursor; /* a row that is no group's, MATTRA_TIME_NO_ROW where there is none */
  char cursor_measure[MATTRA_ULID_LENGTH + 1];
  char cursor_division[MATTRA_ULID_LENGTH + 1];

  /* The hand */
  MattraTimelineHeld held;
  char *bubble; /* what is said beside the bar */
  guint bubble_row;
  double pointer_x;
  double pointer_y;
};

/* mattra-timeline.c */
double            mattra_timeline_scroll_x      (MattraTimeline    *self);
double            mattra_timeline_chart_width   (MattraTimeline    *self);
guint             mattra_timeline_row_at        (MattraTimeline    *self,
                                                 double             y);
double            mattra_timeline_row_y         (MattraTimeline    *self,
                                                 guint              row);
int               mattra_timeline_row_height    (MattraTimeline    *self,
                                                 guint              row);
const MattraSpan *mattra_timeline_get_span      (MattraTimeline    *self,
                                                 guint              row);
const MattraDue  *mattra_timeline_get_milestone (MattraTimeline    *self,
                                                 guint              row);
void              mattra_timeline_fit           (MattraTimeline    *self,
                                                 double             x);
gboolean          mattra_timeline_place_row     (MattraTimeline    *self,
                                                 guint              row,
                                                 MattraTimeBar     *bar);
void              mattra_timeline_set_cursor    (MattraTimeline    *self,
                                                 guint              row);
void              mattra_timeline_reveal        (MattraTimeline    *self,
                                                 guint              row);
void              mattra_timeline_reveal_day    (MattraTimeline    *self,
                                                 MattraDate         day);
void              mattra_timeline_zoom_at       (MattraTimeline    *self,
                                                 MattraTimeZoom     zoom,
                                                 double             x);
void              mattra_timeline_scroll_by     (MattraTimeline    *self,
                                                 double             dx,
                                                 double             dy);
void              mattra_timeline_queue_rows    (MattraTimeline    *self);
void              mattra_timeline_open          (MattraTimeline    *self,
                                                 guint              row);

/* mattra-timeline-draw.c */
void              mattra_timeline_draw_ground   (MattraTimeline    *self,
                                                 GtkSnapshot       *snapshot);
void              mattra_timeline_draw_header   (MattraTimeline    *self,
                                                 GtkSnapshot       *snapshot);
void              mattra_timeline_draw_bubble   (MattraTimeline    *self,
                                                 GtkSnapshot       *snapshot);
void              mattra_timeline_forget_layouts (MattraTimeline   *self);

/* mattra-timeline-hold.c: the end of a bar that is moved */
gboolean          mattra_timeline_hold          (MattraTimeline    *self,
                                                 guint              row,
                                                 gboolean           by_keys);
void              mattra_timeline_hold_move     (MattraTimeline    *self,
                                                 MattraDate         end);
void              mattra_timeline_hold_end      (MattraTimeline    *self);
void              mattra_timeline_hold_cancel   (MattraTimeline    *self);
void              mattra_timeline_say           (MattraTimeline    *self,
                                                 guint              row,
                                                 const char        *text);
gboolean          mattra_timeline_is_held       (MattraTimeline    *self,
                                                 const char        *measure);

/* mattra-timeline-keys.c, mattra-timeline-pointer.c */
void              mattra_timeline_init_keys     (MattraTimeline    *self);
void              mattra_timeline_init_pointer  (MattraTimeline    *self);

G_END_DECLS
