/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * MattraOrderItem:
 * @id: what it is told from the others by
 * @title: what it is called
 * @subtitle: (nullable): more about it
 * @checked: whether it is wanted
 * @width: its width in millimetres; 0 where it has what it needs
 *
 * An item of a list to choose from and put in order.
 */
typedef struct
{
  char *id;
  char *title;
  char *subtitle;
  gboolean checked;
  double width;
} MattraOrderItem;

MattraOrderItem *mattra_order_item_new  (const char      *id,
                                         const char      *title,
                                         const char      *subtitle,
                                         gboolean         checked,
                                         double           width);
void             mattra_order_item_free (MattraOrderItem *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MattraOrderItem, mattra_order_item_free)

#define MATTRA_TYPE_ORDER_LIST (mattra_order_list_get_type ())

/* Items with a mark each, in an order: by buttons, Alt+Up and Alt+Down, or by drawing them; where it has widths, with one
 * each.
 *
 * Signals:
 *   changed ()    the user marked, moved or measured one
 */
G_DECLARE_FINAL_TYPE (MattraOrderList, mattra_order_list, MATTRA, ORDER_LIST, AdwBin)

GtkWidget *mattra_order_list_new       (const char      *label,
                                        gboolean         has_widths,
                                        guint            least);
void       mattra_order_list_set_items (MattraOrderList *self,
                                        GPtrArray       *items);
GPtrArray *mattra_order_list_get_items (MattraOrderList *self);
void       mattra_order_list_check     (MattraOrderList *self,
                                        const char      *id,
                                        gboolean         checked);
void       mattra_order_list_move      (MattraOrderList *self,
                                        const char      *id,
                                        guint            place);
void       mattra_order_list_set_fixed (MattraOrderList *self,
                                        gboolean         fixed);

G_END_DECLS
