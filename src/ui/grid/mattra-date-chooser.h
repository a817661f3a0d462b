/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "mattra-date.h"

G_BEGIN_DECLS

#define MATTRA_TYPE_DATE_CHOOSER (mattra_date_chooser_get_type ())

/* A month to choose a day from, in the Buddhist Era, with the months of its fiscal year below. Arrows
 * move by days and weeks, Page Up and Down by months (with Shift: years), Home and End to the month's
 * ends; Enter chooses.
 *
 * Signals:
 *   moved ()       the day one stands on is another
 *   chosen ()      that day was chosen
 */
G_DECLARE_FINAL_TYPE (MattraDateChooser, mattra_date_chooser, MATTRA, DATE_CHOOSER, GtkWidget)

GtkWidget  *mattra_date_chooser_new        (MattraDate         today);
MattraDate  mattra_date_chooser_get_date   (MattraDateChooser *self);
void        mattra_date_chooser_set_date   (MattraDateChooser *self,
                                            MattraDate         date);
void        mattra_date_chooser_set_digits (MattraDateChooser *self,
                                            MattraDigits       digits);
gboolean    mattra_date_chooser_press_key  (MattraDateChooser *self,
                                            guint              keyval,
                                            GdkModifierType    state);

G_END_DECLS
