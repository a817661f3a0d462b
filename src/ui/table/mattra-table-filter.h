/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "mattra-digits.h"

G_BEGIN_DECLS

#define MATTRA_TYPE_TABLE_FILTER (mattra_table_filter_get_type ())

/* The popover that lets only some statuses, or one ITA indicator, through.
 *
 * Properties (notify): statuses (bits 1 << MattraStatus; 0: all), indicator (0: all)
 */
G_DECLARE_FINAL_TYPE (MattraTableFilter, mattra_table_filter, MATTRA, TABLE_FILTER, GtkPopover)

GtkWidget *mattra_table_filter_new           (MattraDigits       digits);
guint      mattra_table_filter_get_statuses  (MattraTableFilter *self);
int        mattra_table_filter_get_indicator (MattraTableFilter *self);
void       mattra_table_filter_set           (MattraTableFilter *self,
                                              guint              statuses,
                                              int                indicator);
char      *mattra_table_filter_describe      (MattraTableFilter *self);

G_END_DECLS
