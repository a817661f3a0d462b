/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-check-row.h"

#include <glib/gi18n-lib.h>

/* So much of a message is shown; the tooltip has it whole. */
#define MAX_LINES 6
#define LONG_TEXT 160

struct _MattraCheckRow
{
  GtkWidget parent_instance;

  GtkWidget *icon;
  GtkWidget *lines;
  GtkLabel *text;
  GtkLabel *place;
  GtkLabel *detail;
  GtkButton *settle;
  GtkLabel *count;

  MattraCheckItem *item;
  MattraDigits digits;
};

G_DEFINE_FINAL_TYPE (MattraCheckRow, mattra_check_row, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_SETTLE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const char *const severity_icons[] = {
  [MATTRA_SEVERITY_NOTICE] = "dialog-information-symbolic",
  [MATTRA_SEVERITY_REVIEW] = "dialog-question-symbolic",
  [MATTRA_SEVERITY_FAULT] = "dialog-warning-symbolic",
};

static const char *const level_classes[] = {
  [MATTRA_CHECK_SEVERITY] = "mattra-check-severity",
  [MATTRA_CHECK_KIND] = "mattra-check-kind",
  [MATTRA_CHECK_FINDING] = "mattra-check-finding",
};

static void
settle (MattraCheckRow *self)
{
  if (self->item)
    g_signal_emit (self, signals[SIGNAL_SETTLE], 0, self->item);
}

static GtkLabel *
add_line (MattraCheckRow *self,
          const char     *class,
          int             lines)
{
  GtkLabel *label = GTK_LABEL (gtk_label_new (NULL));

  gtk_label_set_xalign (label, 0);
  gtk_label_set_wrap (label, lines > 1);
  gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (label, lines > 1 ? lines : -1);
  gtk_label_set_ellipsize (label, PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (label, 12);
  if (class)
    gtk_widget_add_css_class (GTK_WIDGET (label), class);
  gtk_box_append (GTK_BOX (self->lines), GTK_WIDGET (label));
  return label;
}

static void
build_lines (MattraCheckRow *self)
{
  self->lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  gtk_widget_set_hexpand (self->lines, TRUE);
  gtk_widget_set_valign (self->lines, GTK_ALIGN_CENTER);
  self->text = add_line (self, NULL, MAX_LINES);
  self->place = add_line (self, "caption", 1);
  self->detail = add_line (self, "caption", MAX_LINES);
  gtk_widget_add_css_class (GTK_WIDGET (self->place), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->detail), "dim-label");
  gtk_widget_set_parent (self->lines, GTK_WIDGET (self));
}

static void
build_settle (MattraCheckRow *self)
{
  self->settle = GTK_BUTTON (gtk_button_new_with_label (_("Settled")));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->settle), _("I have seen to it: the question goes away"));
  gtk_widget_set_halign (GTK_WIDGET (self->settle), GTK_ALIGN_START);
  gtk_widget_set_margin_top (GTK_WIDGET (self->settle), 3);
  gtk_widget_add_css_class (GTK_WIDGET (self->settle), "mattra-check-settle");
  g_signal_connect_object (self->settle, "clicked", G_CALLBACK (settle), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->lines), GTK_WIDGET (self->settle));
}

static void
mattra_check_row_init (MattraCheckRow *self)
{
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 8);
  self->icon = gtk_image_new ();
  gtk_widget_set_valign (self->icon, GTK_ALIGN_START);
  gtk_widget_set_parent (self->icon, GTK_WIDGET (self));
  build_lines (self);
  build_settle (self);
  self->count = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_set_valign (GTK_WIDGET (self->count), GTK_ALIGN_START);
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "mattra-number");
  gtk_widget_set_parent (GTK_WIDGET (self->count), GTK_WIDGET (self));
}

static void
follow_nothing (MattraCheckRow *self)
{
  if (self->item)
    g_signal_handlers_disconnect_by_data (self->item, self);
  g_clear_object (&self->item);
}

static void
mattra_check_row_dispose (GObject *object)
{
  MattraCheckRow *self = MATTRA_CHECK_ROW (object);
  GtkWidget *child = NULL;

  follow_nothing (self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))))
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (mattra_check_row_parent_class)->dispose (object);
}

/* The row of the list takes the keyboard, so that Enter leads to the cell; Tab goes on to the button. */
static gboolean
mattra_check_row_grab_focus (GtkWidget *widget)
{
  return FALSE;
}

static void
mattra_check_row_class_init (MattraCheckRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mattra_check_row_dispose;
  widget_class->grab_focus = mattra_check_row_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "mattra-check-row");

  signals[SIGNAL_SETTLE] = g_signal_new ("settle", MATTRA_TYPE_CHECK_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, MATTRA_TYPE_CHECK_ITEM);
}

/**
 * mattra_check_row_new:
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
mattra_check_row_new (void)
{
  return g_object_new (MATTRA_TYPE_CHECK_ROW, NULL);
}

static void
set_line (GtkLabel   *label,
          const char *text)
{
  gtk_label_set_text (label, text ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

static const char *
find_icon (const MattraCheckItem *item)
{
  if (item->level == MATTRA_CHECK_SEVERITY)
    return severity_icons[item->severity];
  return item->open ? "pan-down-symbolic" : "pan-end-symbolic";
}

/* The row as it is read out. */
static void
describe (MattraCheckRow *self)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));
  const char *count = self->item->level == MATTRA_CHECK_FINDING ? NULL : gtk_label_get_text (self->count);
  const char *const parts[] = { self->item->text, count, self->item->place, self->item->detail };
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i])
      g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "", parts[i]);
  gtk_accessible_update_property (GTK_ACCESSIBLE (parent ? parent : GTK_WIDGET (self)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, words->str, -1);
}

static void
show_changes (MattraCheckRow *self)
{
  g_autofree char *count = mattra_digits_format ((int) self->item->count, self->digits);

  gtk_label_set_text (self->count, count);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), find_icon (self->item));
  if (self->item->chosen)
    gtk_widget_add_css_class (GTK_WIDGET (self), "mattra-check-chosen");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "mattra-check-chosen");
  describe (self);
}

static void
show_level (MattraCheckRow   *self,
            MattraCheckLevel  level)
{
  for (guint i = 0; i < G_N_ELEMENTS (level_classes); i++)
    if (i == level)
      gtk_widget_add_css_class (GTK_WIDGET (self), level_classes[i]);
    else
      gtk_widget_remove_css_class (GTK_WIDGET (self), level_classes[i]);
  gtk_widget_set_visible (self->icon, level != MATTRA_CHECK_FINDING);
  gtk_widget_set_visible (GTK_WIDGET (self->count), level != MATTRA_CHECK_FINDING);
}

/**
 * mattra_check_row_show:
 * @self: a row
 * @item: (nullable): what it shows
 * @digits: script of its numbers
 * @can_settle: whether the register may be written
 *
 * Shows an item and follows its changes.
 */
void
mattra_check_row_show (MattraCheckRow  *self,
                       MattraCheckItem *item,
                       MattraDigits     digits,
                       gboolean         can_settle)
{
  g_return_if_fail (MATTRA_IS_CHECK_ROW (self));

  follow_nothing (self);
  if (item == NULL)
    return;
  self->item = g_object_ref (item);
  self->digits = digits;
  g_signal_connect_object (item, "changed", G_CALLBACK (show_changes), self, G_CONNECT_SWAPPED);
  show_level (self, item->level);
  set_line (self->text, item->text);
  set_line (self->place, item->place);
  set_line (self->detail, item->detail);
  gtk_widget_set_visible (GTK_WIDGET (self->settle), item->question != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->settle), can_settle);
  gtk_widget_set_tooltip_text (self->lines, g_utf8_strlen (item->text, -1) > LONG_TEXT ? item->text : NULL);
  show_changes (self);
}
