/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-time-axis.h"

#include <math.h>

#include "mattra-fiscal.h"

/* Days that fill the view, and the pixels below which a day gets no narrower: then one scrolls. */
static const struct
{
  int n_days;
  double least;
} zooms[MATTRA_N_TIME_ZOOMS] = {
  [MATTRA_TIME_ZOOM_YEAR] = { 0, 1 },
  [MATTRA_TIME_ZOOM_QUARTER] = { 92, 3.5 },
  [MATTRA_TIME_ZOOM_MONTH] = { 31, 12 },
};

/* A day's edge computed as a product must not fall into the day before. */
#define SLACK 1e-6

/**
 * mattra_time_axis_init:
 * @self: (out caller-allocates): an axis
 * @fiscal_year: a fiscal year (B.E.)
 *
 * Lays out the days of a year, a pixel each.
 */
void
mattra_time_axis_init (MattraTimeAxis *self,
                       int             fiscal_year)
{
  g_return_if_fail (self != NULL && mattra_fiscal_year_is_valid (fiscal_year));

  self->start = mattra_fiscal_year_start (fiscal_year);
  self->n_days = mattra_date_days_between (self->start, mattra_fiscal_year_end (fiscal_year)) + 1;
  self->day_width = 1;
}

/**
 * mattra_time_axis_fit:
 * @self: an axis
 * @zoom: how closely one looks
 * @width: pixels of the view
 *
 * Makes days as wide as fill the view.
 */
void
mattra_time_axis_fit (MattraTimeAxis *self,
                      MattraTimeZoom  zoom,
                      int             width)
{
  int n_days;

  g_return_if_fail (self != NULL && (guint) zoom < MATTRA_N_TIME_ZOOMS);

  n_days = zooms[zoom].n_days > 0 ? zooms[zoom].n_days : self->n_days;
  self->day_width = MAX (width / (double) n_days, zooms[zoom].least);
}

double
mattra_time_axis_width (const MattraTimeAxis *self)
{
  return self->n_days * self->day_width;
}

/**
 * mattra_time_axis_x:
 * @self: an axis
 * @day: any day
 *
 * Returns: the left edge of @day; of a day before the year it is negative
 */
double
mattra_time_axis_x (const MattraTimeAxis *self,
                    MattraDate            day)
{
  return mattra_date_days_between (self->start, day) * self->day_width;
}

/**
 * mattra_time_axis_day:
 * @self: an axis
 * @x: a place
 *
 * Returns: the day there; beyond the year its first or last one
 */
MattraDate
mattra_time_axis_day (const MattraTimeAxis *self,
                      double                x)
{
  double place = floor (x / self->day_width + SLACK);

  return mattra_date_add_days (self->start, (int) CLAMP (place, 0, self->n_days - 1));
}

/**
 * mattra_time_axis_holds:
 * @self: an axis
 * @day: a day, or none
 *
 * Returns: whether the year has it
 */
gboolean
mattra_time_axis_holds (const MattraTimeAxis *self,
                        MattraDate            day)
{
  int place = mattra_date_is_set (day) ? mattra_date_days_between (self->start, day) : -1;

  return place >= 0 && place < self->n_days;
}

/**
 * mattra_time_axis_place:
 * @self: an axis
 * @start: the first day, none if open
 * @end: the last day, none if open
 * @bar: (out caller-allocates): where it lies
 *
 * Places a period.
 *
 * Returns: whether there is one
 */
gboolean
mattra_time_axis_place (const MattraTimeAxis *self,
                        MattraDate            start,
                        MattraDate            end,
                        MattraTimeBar        *bar)
{
  double width = mattra_time_axis_width (self);
  double left, right;

  *bar = (MattraTimeBar) { 0 };
  bar->open_start = !mattra_date_is_set (start);
  bar->open_end = !mattra_date_is_set (end);
  if (bar->open_start && bar->open_end)
    return FALSE;
  left = mattra_time_axis_x (self, bar->open_start ? end : start);
  right = mattra_time_axis_x (self, bar->open_end ? start : end) + self->day_width;
  bar->cut_left = left < 0;
  bar->cut_right = right > width + SLACK;
  bar->left = CLAMP (left, 0, width - self->day_width);
  bar->right = CLAMP (right, bar->left + self->day_width, width);
  return TRUE;
}

/**
 * mattra_time_axis_month:
 * @self: an axis
 * @month: which month of the year, 0 for October to 11 for September; 12 for the first day behind it
 *
 * Returns: the first day of a month
 */
MattraDate
mattra_time_axis_month (const MattraTimeAxis *self,
                        guint                 month)
{
  return mattra_date_add_months (self->start, (int) month);
}
