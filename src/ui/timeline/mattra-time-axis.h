/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-date.h"

G_BEGIN_DECLS

/**
 * MattraTimeZoom:
 * @MATTRA_TIME_ZOOM_YEAR: the fiscal year fills the view
 * @MATTRA_TIME_ZOOM_QUARTER: a quarter does
 * @MATTRA_TIME_ZOOM_MONTH: a month does
 *
 * How closely one looks.
 */
typedef enum
{
  MATTRA_TIME_ZOOM_YEAR,
  MATTRA_TIME_ZOOM_QUARTER,
  MATTRA_TIME_ZOOM_MONTH,
} MattraTimeZoom;

#define MATTRA_N_TIME_ZOOMS (MATTRA_TIME_ZOOM_MONTH + 1)

/**
 * MattraTimeAxis:
 * @start: first day of the fiscal year
 * @n_days: its days, 365 or 366
 * @day_width: pixels of a day
 *
 * The days of a fiscal year from left to right: 0 is the left edge of its first day. It knows calendar days only, so
 * there is no zone of time in it.
 */
typedef struct
{
  MattraDate start;
  int n_days;
  double day_width;
} MattraTimeAxis;

/**
 * MattraTimeBar:
 * @left: its left edge
 * @right: its right edge, behind the last day
 * @open_start: no first day is known, and it begins with the last
 * @open_end: no last day is known, and it ends with the first
 * @cut_left: it begins before the year
 * @cut_right: it ends after the year
 *
 * Where a period lies on the axis. One that lies beyond an end of the year is as wide as a day there.
 */
typedef struct
{
  double left;
  double right;
  gboolean open_start;
  gboolean open_end;
  gboolean cut_left;
  gboolean cut_right;
} MattraTimeBar;

void       mattra_time_axis_init   (MattraTimeAxis       *self,
                                    int                   fiscal_year);
void       mattra_time_axis_fit    (MattraTimeAxis       *self,
                                    MattraTimeZoom        zoom,
                                    int                   width);
double     mattra_time_axis_width  (const MattraTimeAxis *self);
double     mattra_time_axis_x      (const MattraTimeAxis *self,
                                    MattraDate            day);
MattraDate mattra_time_axis_day    (const MattraTimeAxis *self,
                                    double                x);
gboolean   mattra_time_axis_holds  (const MattraTimeAxis *self,
                                    MattraDate            day);
gboolean   mattra_time_axis_place  (const MattraTimeAxis *self,
                                    MattraDate            start,
                                    MattraDate            end,
                                    MattraTimeBar        *bar);
MattraDate mattra_time_axis_month  (const MattraTimeAxis *self,
                                    guint                 month);

G_END_DECLS
