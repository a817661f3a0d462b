/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "mattra-digits.h"
#include "mattra-filter.h"

G_BEGIN_DECLS

#define MATTRA_TYPE_TABLE_FILTER (mattra_table_filter_get_type ())

/* The popover that lets only some statuses, groups of progress, or one ITA indicator, through.
 *
 * Signals:
 *   changed ()     the user chose something else
 */
G_DECLARE_FINAL_TYPE (MattraTableFilter, mattra_table_filter, MATTRA, TABLE_FILTER, GtkPopover)

GtkWidget *mattra_table_filter_new           (MattraDigits        digits);
guint      mattra_table_filter_get_statuses  (MattraTableFilter  *self);
int        mattra_table_filter_get_indicator (MattraTableFilter  *self);
guint      mattra_table_filter_get_groups    (MattraTableFilter  *self);
guint      mattra_table_filter_get_years     (MattraTableFilter  *self);
void       mattra_table_filter_set           (MattraTableFilter  *self,
                                              const MattraFilter *filter);
char      *mattra_table_filter_describe      (const MattraFilter *filter,
                                              MattraDigits        digits);

G_END_DECLS
