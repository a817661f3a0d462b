/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "mattra-check-item.h"
#include "mattra-digits.h"

G_BEGIN_DECLS

#define MATTRA_TYPE_CHECK_ROW (mattra_check_row_get_type ())

/* What a row of the list of findings looks like: the head of a severity, the head of a kind, a finding.
 *
 * Signals:
 *   settle (MattraCheckItem *item)   the question of the row is settled
 */
G_DECLARE_FINAL_TYPE (MattraCheckRow, mattra_check_row, MATTRA, CHECK_ROW, GtkWidget)

GtkWidget *mattra_check_row_new  (void);
void       mattra_check_row_show (MattraCheckRow  *self,
                                  MattraCheckItem *item,
                                  MattraDigits     digits,
                                  gboolean         can_settle);

G_END_DECLS
