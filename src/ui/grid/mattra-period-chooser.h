/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "mattra-date.h"

G_BEGIN_DECLS

#define MATTRA_TYPE_PERIOD_CHOOSER (mattra_period_chooser_get_type ())

/* The first and the last day of a period, chosen from a calendar, or at once a quarter, half or whole
 * of the fiscal year that the calendar shows.
 *
 * Signals:
 *   changed ()      the period is another
 *   chosen ()       and is whole: both days were chosen
 */
G_DECLARE_FINAL_TYPE (MattraPeriodChooser, mattra_period_chooser, MATTRA, PERIOD_CHOOSER, GtkWidget)

GtkWidget *mattra_period_chooser_new        (MattraDate           today);
void       mattra_period_chooser_set_period (MattraPeriodChooser *self,
                                             MattraDate           start,
                                             MattraDate           end);
void       mattra_period_chooser_get_period (MattraPeriodChooser *self,
                                             MattraDate          *start,
                                             MattraDate          *end);
void       mattra_period_chooser_set_digits (MattraPeriodChooser *self,
                                             MattraDigits         digits);

G_END_DECLS
