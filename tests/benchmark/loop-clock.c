/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "loop-clock.h"

#include <time.h>

static Cost begun;
static double left_poll;
static double worst_gap;

static double
read_clock (clockid_t clock)
{
  struct timespec time;

  clock_gettime (clock, &time);
  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}

/* What the main thread did since it last looked for events. */
static gint
poll_measured (GPollFD *fds,
               guint    n_fds,
               gint     timeout)
{
  gint ready = 0;

  worst_gap = MAX (worst_gap, read_clock (CLOCK_THREAD_CPUTIME_ID) - left_poll);
  ready = g_poll (fds, n_fds, timeout);
  left_poll = read_clock (CLOCK_THREAD_CPUTIME_ID);
  return ready;
}

/* To be called on the main thread, once. */
void
loop_clock_start (void)
{
  g_main_context_set_poll_func (NULL, poll_measured);
}

void
loop_clock_begin (void)
{
  worst_gap = 0;
  left_poll = read_clock (CLOCK_THREAD_CPUTIME_ID);
  begun = (Cost) { left_poll, read_clock (CLOCK_PROCESS_CPUTIME_ID), read_clock (CLOCK_MONOTONIC), 0 };
}

/* What it cost since loop_clock_begin(). */
Cost
loop_clock_read (void)
{
  Cost cost = { read_clock (CLOCK_THREAD_CPUTIME_ID) - begun.main,
                read_clock (CLOCK_PROCESS_CPUTIME_ID) - begun.whole,
                read_clock (CLOCK_MONOTONIC) - begun.wall, worst_gap };

  return cost;
}

GArray *
loop_clock_costs_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (Cost));
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  double one = *(const double *) a;
  double other = *(const double *) b;

  return one < other ? -1 : one > other;
}

static void
sort_one (GArray *costs,
          gsize   offset,
          double *median,
          double *worst)
{
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < costs->len; i++)
    g_array_append_vals (values, costs->data + i * sizeof (Cost) + offset, 1);
  g_array_sort (values, compare);
  *median = g_array_index (values, double, values->len / 2);
  *worst = g_array_index (values, double, values->len - 1);
}

void
loop_clock_tell_head (void)
{
  g_print ("  %-46s %14s %14s %14s %14s\n", "ms, median / worst", "main CPU", "process CPU", "wall", "longest gap");
}

void
loop_clock_tell (const char *what,
                 GArray     *costs)
{
  static const gsize offsets[] = {
    G_STRUCT_OFFSET (Cost, main), G_STRUCT_OFFSET (Cost, whole), G_STRUCT_OFFSET (Cost, wall),
    G_STRUCT_OFFSET (Cost, gap),
  };

  if (costs->len == 0)
    return;
  g_print ("  %-46s", what);
  for (guint i = 0; i < G_N_ELEMENTS (offsets); i++)
    {
      double median = 0;
      double worst = 0;

      sort_one (costs, offsets[i], &median, &worst);
      g_print (" %6.1f /%6.1f", median, worst);
    }
  g_print ("\n");
}

void
loop_clock_tell_one (const char *what,
                     Cost        cost)
{
  g_print ("  %-46s %14.1f %14.1f %14.1f %14.1f\n", what, cost.main, cost.whole, cost.wall, cost.gap);
}
