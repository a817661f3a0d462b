/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-due.h"
#include "mattra-fiscal.h"
#include "mattra-span-list.h"
#include "mattra-time-axis.h"
#include "mattra-time-rows.h"

static MattraDate
date_of (const char *iso)
{
  MattraDate date = MATTRA_DATE_NONE;

  if (iso != NULL)
    g_assert_true (mattra_date_parse_iso (iso, &date));
  return date;
}

/* 2567 has 29 February 2024. */
static void
test_year (void)
{
  static const struct
  {
    int fiscal_year;
    int n_days;
    const char *start;
  } years[] = { { 2566, 365, "2022-10-01" }, { 2567, 366, "2023-10-01" }, { 2568, 365, "2024-10-01" },
                { 2643, 365, "2099-10-01" }, { 2644, 365, "2100-10-01" }, { 2543, 366, "1999-10-01" } };

  for (guint i = 0; i < G_N_ELEMENTS (years); i++)
    {
      MattraTimeAxis axis;

      mattra_time_axis_init (&axis, years[i].fiscal_year);
      g_assert_cmpint (axis.n_days, ==, years[i].n_days);
      g_assert_cmpint (mattra_date_compare (axis.start, date_of (years[i].start)), ==, 0);
      g_assert_cmpint (mattra_date_compare (mattra_time_axis_month (&axis, 12),
                                            mattra_fiscal_year_start (years[i].fiscal_year + 1)), ==, 0);
    }
}

/* Every day is found where it was put, at its left edge, in it and just before the next: at any width of the view. */
static void
test_day_and_place (void)
{
  static const int widths[] = { 0, 1, 365, 640, 999, 1367, 4001 };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    for (int zoom = 0; zoom < MATTRA_N_TIME_ZOOMS; zoom++)
      {
        MattraTimeAxis axis;

        mattra_time_axis_init (&axis, 2567);
        mattra_time_axis_fit (&axis, zoom, widths[i]);
        g_assert_cmpfloat (axis.day_width, >=, 1);
        for (int day = 0; day < axis.n_days; day++)
          {
            MattraDate date = mattra_date_add_days (axis.start, day);
            double x = mattra_time_axis_x (&axis, date);
            const double places[] = { x, x + axis.day_width / 2, x + axis.day_width - 0.01 };

            for (guint j = 0; j < G_N_ELEMENTS (places); j++)
              g_assert_cmpint (mattra_date_compare (mattra_time_axis_day (&axis, places[j]), date), ==, 0);
            g_assert_true (mattra_time_axis_holds (&axis, date));
          }
        g_assert_cmpint (mattra_date_compare (mattra_time_axis_day (&axis, -50), axis.start), ==, 0);
        g_assert_cmpint (mattra_date_compare (mattra_time_axis_day (&axis, mattra_time_axis_width (&axis) + 50),
                                              mattra_fiscal_year_end (2567)), ==, 0);
      }
}

static void
test_fit (void)
{
  MattraTimeAxis axis;

  mattra_time_axis_init (&axis, 2567);
  mattra_time_axis_fit (&axis, MATTRA_TIME_ZOOM_YEAR, 732);
  g_assert_cmpfloat (mattra_time_axis_width (&axis), ==, 732);
  mattra_time_axis_fit (&axis, MATTRA_TIME_ZOOM_QUARTER, 920);
  g_assert_cmpfloat (axis.day_width, ==, 10);
  mattra_time_axis_fit (&axis, MATTRA_TIME_ZOOM_MONTH, 620);
  g_assert_cmpfloat (axis.day_width, ==, 20);
}

static void
test_bars (void)
{
  /* In days from 1 October 2023; open: s, e; cut: l, r. */
  static const struct
  {
    const char *start;
    const char *end;
    int left;
    int right;
    const char *marks;
  } bars[] = {
    { "2023-10-01", "2024-09-30", 0, 366, "" },
    { "2023-10-01", "2023-10-01", 0, 1, "" },
    { "2024-09-30", "2024-09-30", 365, 366, "" },
    { "2024-02-29", "2024-02-29", 151, 152, "" },
    { "2024-02-28", "2024-03-01", 150, 153, "" },
    { "2023-09-30", "2023-10-01", 0, 1, "l" },
    { "2024-09-30", "2024-10-01", 365, 366, "r" },
    { "2022-10-01", "2025-09-30", 0, 366, "lr" },
    { "2022-10-01", "2023-09-30", 0, 1, "l" },
    { "2024-10-01", "2025-09-30", 365, 366, "r" },
    { NULL, "2024-02-29", 151, 152, "s" },
    { "2024-02-29", NULL, 151, 152, "e" },
    { NULL, "2024-10-01", 365, 366, "sr" },
    { "2023-09-30", NULL, 0, 1, "el" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bars); i++)
    {
      MattraTimeAxis axis;
      MattraTimeBar bar;
      g_autofree char *marks = NULL;

      mattra_time_axis_init (&axis, 2567);
      axis.day_width = 3;
      g_assert_true (mattra_time_axis_place (&axis, date_of (bars[i].start), date_of (bars[i].end), &bar));
      g_assert_cmpfloat (bar.left, ==, bars[i].left * 3);
      g_assert_cmpfloat (bar.right, ==, bars[i].right * 3);
      marks = g_strconcat (bar.open_start ? "s" : "", bar.open_end ? "e" : "", bar.cut_left ? "l" : "",
                           bar.cut_right ? "r" : "", NULL);
      g_assert_cmpstr (marks, ==, bars[i].marks);
    }
}

static void
test_no_bar (void)
{
  MattraTimeAxis axis;
  MattraTimeBar bar;

  mattra_time_axis_init (&axis, 2567);
  g_assert_false (mattra_time_axis_place (&axis, MATTRA_DATE_NONE, MATTRA_DATE_NONE, &bar));
  g_assert_false (mattra_time_axis_holds (&axis, MATTRA_DATE_NONE));
  g_assert_false (mattra_time_axis_holds (&axis, date_of ("2023-09-30")));
  g_assert_false (mattra_time_axis_holds (&axis, date_of ("2024-10-01")));
}

/* Rows */

static GPtrArray *
new_spans (const char *divisions)
{
  GPtrArray *spans = g_ptr_array_new_with_free_func (g_free);

  for (const char *p = divisions; *p != '\0'; p++)
    {
      MattraSpan *span = g_new0 (MattraSpan, 1);

      span->division[0] = *p == '-' ? '\0' : *p;
      g_ptr_array_add (spans, span);
    }
  return spans;
}

/* g: name of a group with its count; m: milestone; s: span. */
static char *
describe (const MattraTimeRows *rows)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < mattra_time_rows_get_size (rows); i++)
    {
      const MattraTimeRow *row = mattra_time_rows_get (rows, i);

      if (row->kind == MATTRA_TIME_ROW_GROUP)
        g_string_append_printf (text, "g%u", row->n);
      else
        g_string_append_printf (text, "%c%u", row->kind == MATTRA_TIME_ROW_SPAN ? 's' : 'm', row->index);
    }
  return g_string_free (text, FALSE);
}

static void
test_rows (void)
{
  g_autoptr (MattraTimeRows) rows = mattra_time_rows_new ();
  g_autoptr (GPtrArray) spans = new_spans ("aab---");
  g_autoptr (GPtrArray) milestones = g_ptr_array_new ();
  g_autofree char *described = NULL;

  g_ptr_array_add (milestones, NULL);
  mattra_time_rows_set_heights (rows, 40, 30);
  mattra_time_rows_fill (rows, milestones, spans);
  described = describe (rows);
  g_assert_cmpstr (described, ==, "g2s0s1g1s2g3s3s4s5g1m0");
  g_assert_cmpint (mattra_time_rows_height (rows), ==, 4 * 40 + 7 * 30);
  for (guint i = 0; i < mattra_time_rows_get_size (rows); i++)
    {
      g_assert_cmpuint (mattra_time_rows_at (rows, mattra_time_rows_y (rows, i)), ==, i);
      g_assert_cmpuint (mattra_time_rows_at (rows, mattra_time_rows_y (rows, i + 1) - 0.5), ==, i);
    }
  g_assert_cmpuint (mattra_time_rows_at (rows, -10), ==, 0);
  g_assert_cmpuint (mattra_time_rows_at (rows, 100000), ==, 10);
}

static void
test_steps (void)
{
  g_autoptr (MattraTimeRows) rows = mattra_time_rows_new ();
  g_autoptr (GPtrArray) spans = new_spans ("aab");
  g_autoptr (GPtrArray) none = new_spans ("");

  mattra_time_rows_fill (rows, NULL, spans); /* g s s g s */
  g_assert_cmpuint (mattra_time_rows_step (rows, MATTRA_TIME_NO_ROW, 1), ==, 1);
  g_assert_cmpuint (mattra_time_rows_step (rows, 1, -1), ==, 1);
  g_assert_cmpuint (mattra_time_rows_step (rows, 2, 1), ==, 4);
  g_assert_cmpuint (mattra_time_rows_step (rows, 4, -1), ==, 2);
  g_assert_cmpuint (mattra_time_rows_step (rows, 4, 1), ==, 4);
  g_assert_cmpuint (mattra_time_rows_step (rows, 1, 100), ==, 4);
  g_assert_cmpuint (mattra_time_rows_step (rows, 4, -100), ==, 1);
  mattra_time_rows_fill (rows, NULL, none);
  g_assert_cmpuint (mattra_time_rows_step (rows, MATTRA_TIME_NO_ROW, 1), ==, MATTRA_TIME_NO_ROW);
  g_assert_cmpuint (mattra_time_rows_at (rows, 0), ==, MATTRA_TIME_NO_ROW);
  g_assert_cmpint (mattra_time_rows_height (rows), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/timeline/year", test_year);
  g_test_add_func ("/ui/timeline/day-and-place", test_day_and_place);
  g_test_add_func ("/ui/timeline/fit", test_fit);
  g_test_add_func ("/ui/timeline/bars", test_bars);
  g_test_add_func ("/ui/timeline/no-bar", test_no_bar);
  g_test_add_func ("/ui/timeline/rows", test_rows);
  g_test_add_func ("/ui/timeline/steps", test_steps);
  return g_test_run ();
}
