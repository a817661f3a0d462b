/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

/* Processor time in ms: of the main loop's thread, of the whole process; what passed on the wall; the longest
 * that the main thread was at work, on its processor, without looking for events. */
typedef struct
{
  double main;
  double whole;
  double wall;
  double gap;
} Cost;

void    loop_clock_start     (void);
void    loop_clock_begin     (void);
Cost    loop_clock_read      (void);
GArray *loop_clock_costs_new (void);
void    loop_clock_tell_head (void);
void    loop_clock_tell      (const char *what,
                              GArray     *costs);
void    loop_clock_tell_one  (const char *what,
                              Cost        cost);
