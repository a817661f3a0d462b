/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-order-list.h"

#include <glib/gi18n-lib.h>

#include "mattra-order-row.h"

struct _MattraOrderList
{
  AdwBin parent_instance;

  GtkListBox *box;
  GPtrArray *items; /* of MattraOrderItem, in the order of the rows */
  gboolean has_widths;
  gboolean fixed; /* they can be marked, but not moved or measured */
  guint least;    /* so many stay marked */
};

G_DEFINE_FINAL_TYPE (MattraOrderList, mattra_order_list, ADW_TYPE_BIN)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/**
 * mattra_order_item_new:
 * @id: what it is told from the others by
 * @title: what it is called
 * @subtitle: (nullable): more about it
 * @checked: whether it is wanted
 * @width: its width in millimetres; 0 where it has what it needs
 *
 * Returns: (transfer full): an item
 */
MattraOrderItem *
mattra_order_item_new (const char *id,
                       const char *title,
                       const char *subtitle,
                       gboolean    checked,
                       double      width)
{
  MattraOrderItem *self = g_new0 (MattraOrderItem, 1);

  self->id = g_strdup (id);
  self->title = g_strdup (title);
  self->subtitle = g_strdup (subtitle);
  self->checked = checked;
  self->width = width;
  return self;
}

/**
 * mattra_order_item_free:
 * @self: (transfer full) (nullable): an item
 *
 * Frees an item.
 */
void
mattra_order_item_free (MattraOrderItem *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->title);
  g_free (self->subtitle);
  g_free (self);
}

static int
find_item (MattraOrderList *self,
           const char      *id)
{
  for (guint i = 0; i < self->items->len; i++)
    if (g_str_equal (((MattraOrderItem *) g_ptr_array_index (self->items, i))->id, id))
      return (int) i;
  return -1;
}

static MattraOrderRow *
get_row (MattraOrderList *self,
         guint            place)
{
  return MATTRA_ORDER_ROW (gtk_list_box_get_row_at_index (self->box, (int) place));
}

static guint
count_checked (MattraOrderList *self)
{
  guint n = 0;

  for (guint i = 0; i < self->items->len; i++)
    n += ((MattraOrderItem *) g_ptr_array_index (self->items, i))->checked;
  return n;
}

/* What can be done with each row where it stands. */
static void
update_rows (MattraOrderList *self)
{
  gboolean last = count_checked (self) <= self->least;

  for (guint i = 0; i < self->items->len; i++)
    {
      const MattraOrderItem *item = g_ptr_array_index (self->items, i);

      mattra_order_row_set_limits (get_row (self, i), !self->fixed && i > 0, !self->fixed && i + 1 < self->items->len,
                                   !(last && item->checked), !self->fixed && item->checked);
    }
}

static void
change (MattraOrderList *self)
{
  update_rows (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
move_item (MattraOrderList *self,
           guint            from,
           guint            to)
{
  g_autoptr (GtkWidget) row = g_object_ref (GTK_WIDGET (get_row (self, from)));
  gpointer item = g_ptr_array_steal_index (self->items, from);

  g_ptr_array_insert (self->items, (int) to, item);
  gtk_list_box_remove (self->box, row);
  gtk_list_box_insert (self->box, row, (int) to);
  change (self);
}

static void
row_moved (MattraOrderRow  *row,
           int              by,
           MattraOrderList *self)
{
  int from = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  int to = from + by;

  if (self->fixed || to < 0 || to >= (int) self->items->len)
    return;
  move_item (self, (guint) from, (guint) to);
  mattra_order_row_focus_mover (row, by);
}

static void
row_dropped (MattraOrderRow  *row,
             const char      *id,
             MattraOrderList *self)
{
  int from = find_item (self, id);
  int to = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));

  if (!self->fixed && from >= 0 && from != to)
    move_item (self, (guint) from, (guint) to);
}

static void
row_checked (MattraOrderRow  *row,
             gboolean         checked,
             MattraOrderList *self)
{
  MattraOrderItem *item = g_ptr_array_index (self->items, gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)));

  if (item->checked == checked)
    return;
  item->checked = checked;
  change (self);
}

static void
row_measured (MattraOrderRow  *row,
              double           width,
              MattraOrderList *self)
{
  MattraOrderItem *item = g_ptr_array_index (self->items, gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)));

  if (item->width == width)
    return;
  item->width = width;
  change (self);
}

static void
mattra_order_list_finalize (GObject *object)
{
  g_ptr_array_unref (MATTRA_ORDER_LIST (object)->items);
  G_OBJECT_CLASS (mattra_order_list_parent_class)->finalize (object);
}

static void
mattra_order_list_class_init (MattraOrderListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mattra_order_list_finalize;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", MATTRA_TYPE_ORDER_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
mattra_order_list_init (MattraOrderList *self)
{
  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) mattra_order_item_free);
  self->box = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->box, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "boxed-list");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

/**
 * mattra_order_list_new:
 * @label: what is chosen, for who listens
 * @has_widths: whether the items have widths
 * @least: so many items stay marked
 *
 * Returns: (transfer floating): an empty list
 */
GtkWidget *
mattra_order_list_new (const char *label,
                       gboolean    has_widths,
                       guint       least)
{
  MattraOrderList *self = g_object_new (MATTRA_TYPE_ORDER_LIST, NULL);

  self->has_widths = has_widths;
  self->least = least;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->box), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return GTK_WIDGET (self);
}

/* Items that are not marked may stand anywhere between the others. */
static const MattraOrderItem *
next_checked (GPtrArray *items,
              guint     *place)
{
  while (*place < items->len)
    {
      const MattraOrderItem *item = g_ptr_array_index (items, (*place)++);

      if (item->checked)
        return item;
    }
  return NULL;
}

static gboolean
is_same_order (GPtrArray *one,
               GPtrArray *other)
{
  guint i = 0, k = 0;
  const MattraOrderItem *a = next_checked (one, &i);
  const MattraOrderItem *b = next_checked (other, &k);

  while (a && b && g_str_equal (a->id, b->id) && a->width == b->width)
    {
      a = next_checked (one, &i);
      b = next_checked (other, &k);
    }
  return a == NULL && b == NULL;
}

static gboolean
is_same (MattraOrderList *self,
         GPtrArray       *items)
{
  if (items->len != self->items->len || !is_same_order (items, self->items))
    return FALSE;
  for (guint i = 0; i < items->len; i++)
    {
      const MattraOrderItem *item = g_ptr_array_index (items, i);
      int place = find_item (self, item->id);
      const MattraOrderItem *known = place < 0 ? NULL : g_ptr_array_index (self->items, place);

      if (known == NULL || g_strcmp0 (known->title, item->title) != 0 || g_strcmp0 (known->subtitle, item->subtitle) != 0)
        return FALSE;
    }
  return TRUE;
}

static void
add_row (MattraOrderList       *self,
         const MattraOrderItem *item)
{
  GtkWidget *row = mattra_order_row_new (item, self->has_widths);

  g_signal_connect (row, "moved", G_CALLBACK (row_moved), self);
  g_signal_connect (row, "dropped", G_CALLBACK (row_dropped), self);
  g_signal_connect (row, "checked", G_CALLBACK (row_checked), self);
  g_signal_connect (row, "measured", G_CALLBACK (row_measured), self);
  gtk_list_box_append (self->box, row);
}

/* The item whose row has the keyboard. */
static char *
dup_focused (MattraOrderList *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self->box));

  if (focus == NULL || !GTK_IS_LIST_BOX_ROW (focus))
    return NULL;
  return g_strdup (((MattraOrderItem *) g_ptr_array_index (
                      self->items, gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (focus))))->id);
}

/**
 * mattra_order_list_set_items:
 * @self: a list
 * @items: (element-type MattraOrderItem): the items, those that are marked first; copied
 *
 * Shows what is chosen. Where that is what the list shows already, nothing moves.
 */
void
mattra_order_list_set_items (MattraOrderList *self,
                             GPtrArray       *items)
{
  g_autofree char *focused = NULL;
  int place;

  g_return_if_fail (MATTRA_IS_ORDER_LIST (self) && items != NULL);

  if (is_same (self, items))
    return;
  focused = dup_focused (self);
  for (guint i = self->items->len; i > 0; i--)
    gtk_list_box_remove (self->box, GTK_WIDGET (get_row (self, i - 1)));
  g_ptr_array_set_size (self->items, 0);
  for (guint i = 0; i < items->len; i++)
    {
      const MattraOrderItem *item = g_ptr_array_index (items, i);

      g_ptr_array_add (self->items, mattra_order_item_new (item->id, item->title, item->subtitle, item->checked,
                                                           item->width));
      add_row (self, item);
    }
  update_rows (self);
  place = focused ? find_item (self, focused) : -1;
  if (place >= 0)
    gtk_widget_child_focus (GTK_WIDGET (get_row (self, (guint) place)), GTK_DIR_TAB_FORWARD);
}

/**
 * mattra_order_list_get_items:
 * @self: a list
 *
 * Returns: (transfer none) (element-type MattraOrderItem): the items in the order that they have now
 */
GPtrArray *
mattra_order_list_get_items (MattraOrderList *self)
{
  g_return_val_if_fail (MATTRA_IS_ORDER_LIST (self), NULL);

  return self->items;
}

/**
 * mattra_order_list_check:
 * @self: a list
 * @id: an item of it
 * @checked: whether it is wanted
 *
 * Marks an item as the user does.
 */
void
mattra_order_list_check (MattraOrderList *self,
                         const char      *id,
                         gboolean         checked)
{
  int place;

  g_return_if_fail (MATTRA_IS_ORDER_LIST (self) && id != NULL);

  place = find_item (self, id);
  g_return_if_fail (place >= 0);
  mattra_order_row_set_checked (get_row (self, (guint) place), checked);
}

/**
 * mattra_order_list_move:
 * @self: a list
 * @id: an item of it
 * @place: where it is to stand, from 0
 *
 * Moves an item as the user does.
 */
void
mattra_order_list_move (MattraOrderList *self,
                        const char      *id,
                        guint            place)
{
  int from;

  g_return_if_fail (MATTRA_IS_ORDER_LIST (self) && id != NULL && place < self->items->len);

  from = find_item (self, id);
  g_return_if_fail (from >= 0);
  if ((guint) from != place)
    move_item (self, (guint) from, place);
}

/**
 * mattra_order_list_set_fixed:
 * @self: a list
 * @fixed: whether items can be marked, but neither moved nor measured
 *
 * Has the order stay as it is.
 */
void
mattra_order_list_set_fixed (MattraOrderList *self,
                             gboolean         fixed)
{
  g_return_if_fail (MATTRA_IS_ORDER_LIST (self));

  self->fixed = fixed;
  update_rows (self);
}
