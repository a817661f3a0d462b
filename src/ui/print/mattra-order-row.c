/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-order-row.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "mattra-digits.h"

#define WIDTH_LAST 400

struct _MattraOrderRow
{
  GtkListBoxRow parent_instance;

  char *id;
  double width;
  GtkWidget *check;
  GtkWidget *entry; /* NULL where it has no width */
  GtkWidget *up;
  GtkWidget *down;
};

G_DEFINE_FINAL_TYPE (MattraOrderRow, mattra_order_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  SIGNAL_MOVED,
  SIGNAL_DROPPED,
  SIGNAL_CHECKED,
  SIGNAL_MEASURED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Widths */

static void
show_width (MattraOrderRow *self)
{
  g_autofree char *text = self->width > 0 ? g_strdup_printf ("%g", self->width) : g_strdup ("");

  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->entry)), text))
    gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
}

static gboolean
read_width (MattraOrderRow *self,
            double         *width)
{
  g_autofree char *western = mattra_digits_to_western (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  char *end = NULL;

  *width = 0;
  if (*g_strstrip (western) == '\0')
    return TRUE;
  *width = g_ascii_strtod (western, &end);
  return end != western && *end == '\0' && isfinite (*width) && *width >= 0 && *width <= WIDTH_LAST;
}

static void
check_width (MattraOrderRow *self)
{
  double width;

  if (read_width (self, &width))
    gtk_widget_remove_css_class (self->entry, "error");
  else
    gtk_widget_add_css_class (self->entry, "error");
}

static void
apply_width (MattraOrderRow *self)
{
  double width;

  if (!read_width (self, &width) || width == self->width)
    return;
  self->width = width;
  g_signal_emit (self, signals[SIGNAL_MEASURED], 0, width);
}

static gboolean
width_key (GtkEventControllerKey *controller,
           guint                  keyval,
           guint                  keycode,
           GdkModifierType        state,
           MattraOrderRow        *self)
{
  double width;

  if (keyval != GDK_KEY_Escape || (read_width (self, &width) && width == self->width))
    return FALSE;
  show_width (self);
  return TRUE;
}

static void
add_entry (MattraOrderRow *self,
           GtkWidget      *box,
           const char     *title)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  g_autofree char *label = g_strdup_printf (_("Width of %s in millimetres"), title);

  self->entry = gtk_entry_new ();
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 5);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->entry), 5);
  gtk_editable_set_alignment (GTK_EDITABLE (self->entry), 1);
  /* Translators: of the width of a column: as wide as it needs to be. */
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), C_("width", "auto"));
  gtk_widget_set_tooltip_text (self->entry, _("Width in millimetres; empty: as wide as needed"));
  gtk_widget_set_valign (self->entry, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  show_width (self);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (check_width), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (apply_width), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (apply_width), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (width_key), self, 0);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (self->entry, focus);
  gtk_widget_add_controller (self->entry, keys);
  gtk_box_append (GTK_BOX (box), self->entry);
}

/* Marks and order */

static void
check_changed (MattraOrderRow *self)
{
  g_signal_emit (self, signals[SIGNAL_CHECKED], 0, gtk_check_button_get_active (GTK_CHECK_BUTTON (self->check)));
}

static void
act_move (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_MOVED], 0, g_variant_get_int32 (parameter));
}

static GdkContentProvider *
prepare_drag (GtkDragSource  *source,
              double          x,
              double          y,
              MattraOrderRow *self)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (GTK_WIDGET (self));

  if (!gtk_widget_get_sensitive (self->up) && !gtk_widget_get_sensitive (self->down))
    return NULL;
  gtk_drag_source_set_icon (source, picture, (int) x, (int) y);
  return gdk_content_provider_new_typed (MATTRA_TYPE_ORDER_ROW, self);
}

/* Only a row of the same list can be let go here. */
static gboolean
drop (GtkDropTarget  *target,
      const GValue   *value,
      double          x,
      double          y,
      MattraOrderRow *self)
{
  MattraOrderRow *other = g_value_get_object (value);

  if (other == NULL || gtk_widget_get_parent (GTK_WIDGET (other)) != gtk_widget_get_parent (GTK_WIDGET (self)))
    return FALSE;
  g_signal_emit (self, signals[SIGNAL_DROPPED], 0, other->id);
  return TRUE;
}

static void
add_drag (MattraOrderRow *self,
          GtkWidget      *box)
{
  GtkWidget *handle = gtk_image_new_from_icon_name ("list-drag-handle-symbolic");
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (MATTRA_TYPE_ORDER_ROW, GDK_ACTION_MOVE);

  gtk_widget_add_css_class (handle, "dim-label");
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_drag), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));
  g_signal_connect (target, "drop", G_CALLBACK (drop), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
  gtk_box_append (GTK_BOX (box), handle);
}

static void
add_check (MattraOrderRow        *self,
           GtkWidget             *box,
           const MattraOrderItem *item)
{
  self->check = gtk_check_button_new ();
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->check), item->checked);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL, item->title, -1);
  gtk_widget_set_valign (self->check, GTK_ALIGN_CENTER);
  g_signal_connect_object (self->check, "notify::active", G_CALLBACK (check_changed), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->check);
}

static GtkWidget *
new_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  return label;
}

static void
add_words (GtkWidget             *box,
           const MattraOrderItem *item)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (words), new_label (item->title));
  if (item->subtitle && *item->subtitle != '\0')
    {
      GtkWidget *subtitle = new_label (item->subtitle);

      gtk_widget_add_css_class (subtitle, "dim-label");
      gtk_widget_add_css_class (subtitle, "caption");
      gtk_box_append (GTK_BOX (words), subtitle);
    }
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), words);
}

static void
go_up (MattraOrderRow *self)
{
  g_signal_emit (self, signals[SIGNAL_MOVED], 0, -1);
}

static void
go_down (MattraOrderRow *self)
{
  g_signal_emit (self, signals[SIGNAL_MOVED], 0, 1);
}

/* Not by the action: that one can be done in any row, and GTK has its buttons follow it alone. */
static GtkWidget *
add_mover (MattraOrderRow *self,
           GtkWidget      *box,
           const char     *icon,
           const char     *words,
           GCallback       go)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, words);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", go, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static void
mattra_order_row_finalize (GObject *object)
{
  g_free (MATTRA_ORDER_ROW (object)->id);
  G_OBJECT_CLASS (mattra_order_row_parent_class)->finalize (object);
}

static void
mattra_order_row_class_init (MattraOrderRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = mattra_order_row_finalize;
  signals[SIGNAL_MOVED] = g_signal_new ("moved", MATTRA_TYPE_ORDER_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_INT);
  signals[SIGNAL_DROPPED] = g_signal_new ("dropped", MATTRA_TYPE_ORDER_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_CHECKED] = g_signal_new ("checked", MATTRA_TYPE_ORDER_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  signals[SIGNAL_MEASURED] = g_signal_new ("measured", MATTRA_TYPE_ORDER_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 1, G_TYPE_DOUBLE);
  gtk_widget_class_install_action (widget_class, "order.move", "i", act_move);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "order.move", "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "order.move", "i", 1);
}

static void
mattra_order_row_init (MattraOrderRow *self)
{
}

/**
 * mattra_order_row_new:
 * @item: what it shows
 * @has_width: whether it has a width
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
mattra_order_row_new (const MattraOrderItem *item,
                      gboolean               has_width)
{
  MattraOrderRow *self = g_object_new (MATTRA_TYPE_ORDER_ROW, "activatable", FALSE, "focusable", FALSE, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->id = g_strdup (item->id);
  self->width = item->width;
  gtk_widget_add_css_class (GTK_WIDGET (self), "mattra-order-row");
  add_drag (self, box);
  add_check (self, box, item);
  add_words (box, item);
  if (has_width)
    add_entry (self, box, item->title);
  self->up = add_mover (self, box, "go-up-symbolic", _("Move Up (Alt+↑)"), G_CALLBACK (go_up));
  self->down = add_mover (self, box, "go-down-symbolic", _("Move Down (Alt+↓)"), G_CALLBACK (go_down));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  return GTK_WIDGET (self);
}

/**
 * mattra_order_row_set_checked:
 * @self: a row
 * @checked: whether it is marked
 *
 * Marks the row.
 */
void
mattra_order_row_set_checked (MattraOrderRow *self,
                              gboolean        checked)
{
  g_return_if_fail (MATTRA_IS_ORDER_ROW (self));

  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->check), checked);
}

/**
 * mattra_order_row_set_limits:
 * @self: a row
 * @can_go_up: whether it can go up
 * @can_go_down: whether it can go down
 * @can_uncheck: whether its mark can be taken away
 * @can_measure: whether it can be given a width
 *
 * Tells what can be done with the row.
 */
void
mattra_order_row_set_limits (MattraOrderRow *self,
                             gboolean        can_go_up,
                             gboolean        can_go_down,
                             gboolean        can_uncheck,
                             gboolean        can_measure)
{
  g_return_if_fail (MATTRA_IS_ORDER_ROW (self));

  gtk_widget_set_sensitive (self->up, can_go_up);
  gtk_widget_set_sensitive (self->down, can_go_down);
  gtk_widget_set_sensitive (self->check, can_uncheck);
  if (self->entry)
    gtk_widget_set_sensitive (self->entry, can_measure);
}

/**
 * mattra_order_row_focus_mover:
 * @self: a row that was moved
 * @by: -1 for up, 1 for down
 *
 * Gives the keyboard to the button that moved it, or where it can go no further, to the other one.
 */
void
mattra_order_row_focus_mover (MattraOrderRow *self,
                              int             by)
{
  GtkWidget *button = by < 0 ? self->up : self->down;
  GtkWidget *other = by < 0 ? self->down : self->up;

  g_return_if_fail (MATTRA_IS_ORDER_ROW (self));

  gtk_widget_grab_focus (gtk_widget_get_sensitive (button) ? button : other);
}
