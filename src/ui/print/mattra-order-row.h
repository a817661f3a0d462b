/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-order-list.h"

G_BEGIN_DECLS

#define MATTRA_TYPE_ORDER_ROW (mattra_order_row_get_type ())

/* A row of a MattraOrderList.
 *
 * Signals:
 *   moved (by)          it is to go up (-1) or down (1)
 *   dropped (id)        the item was let go on it
 *   checked (checked)   it was marked or not
 *   measured (width)    it was given a width in millimetres, 0 for what it needs
 */
G_DECLARE_FINAL_TYPE (MattraOrderRow, mattra_order_row, MATTRA, ORDER_ROW, GtkListBoxRow)

GtkWidget *mattra_order_row_new         (const MattraOrderItem *item,
                                         gboolean               has_width);
void       mattra_order_row_set_checked (MattraOrderRow        *self,
                                         gboolean               checked);
void       mattra_order_row_set_limits  (MattraOrderRow        *self,
                                         gboolean               can_go_up,
                                         gboolean               can_go_down,
                                         gboolean               can_uncheck,
                                         gboolean               can_measure);
void       mattra_order_row_focus_mover (MattraOrderRow        *self,
                                         int                    by);

G_END_DECLS
