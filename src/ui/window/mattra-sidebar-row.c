/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-sidebar-row.h"

#include <glib/gi18n-lib.h>

struct _MattraSidebarRow
{
  GtkListBoxRow parent_instance;

  GtkLabel *name;
  GtkLabel *count;
  GtkWidget *late;
  GtkLabel *late_count;
  GtkProgressBar *progress;
};

G_DEFINE_FINAL_TYPE (MattraSidebarRow, mattra_sidebar_row, GTK_TYPE_LIST_BOX_ROW)

static void
mattra_sidebar_row_class_init (MattraSidebarRowClass *klass)
{
}

static GtkWidget *
new_number (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_add_css_class (label, "mattra-number");
  return label;
}

static GtkWidget *
build_late (MattraSidebarRow *self)
{
  GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

  self->late = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  self->late_count = GTK_LABEL (new_number ());
  gtk_image_set_pixel_size (GTK_IMAGE (icon), 12);
  gtk_box_append (GTK_BOX (self->late), icon);
  gtk_box_append (GTK_BOX (self->late), GTK_WIDGET (self->late_count));
  gtk_widget_add_css_class (self->late, "mattra-late");
  gtk_widget_set_visible (self->late, FALSE);
  return self->late;
}

/* A long name takes a second line before it is cut; the tooltip has it whole. */
static GtkWidget *
build_name (MattraSidebarRow *self)
{
  self->name = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->name, 0);
  gtk_label_set_wrap (self->name, TRUE);
  gtk_label_set_wrap_mode (self->name, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (self->name, 2);
  gtk_label_set_ellipsize (self->name, PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (GTK_WIDGET (self->name), TRUE);
  return GTK_WIDGET (self->name);
}

static GtkWidget *
build_progress (MattraSidebarRow *self)
{
  self->progress = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->progress), "mattra-thin");
  gtk_widget_set_visible (GTK_WIDGET (self->progress), FALSE);
  return GTK_WIDGET (self->progress);
}

static void
mattra_sidebar_row_init (MattraSidebarRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  gtk_box_append (GTK_BOX (line), build_name (self));
  gtk_box_append (GTK_BOX (line), build_late (self));
  self->count = GTK_LABEL (new_number ());
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "dim-label");
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->count));
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), build_progress (self));
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
}

static void
add_icon (MattraSidebarRow *self,
          const char       *icon)
{
  GtkWidget *line = gtk_widget_get_parent (GTK_WIDGET (self->name));

  gtk_box_prepend (GTK_BOX (line), gtk_image_new_from_icon_name (icon));
}

/**
 * mattra_sidebar_row_new:
 * @icon: (nullable): name of a symbolic icon
 * @name: what it is called
 *
 * Returns: (transfer floating): a row without numbers
 */
GtkWidget *
mattra_sidebar_row_new (const char *icon,
                        const char *name)
{
  MattraSidebarRow *self = g_object_new (MATTRA_TYPE_SIDEBAR_ROW, NULL);

  if (icon)
    add_icon (self, icon);
  mattra_sidebar_row_set_name (self, name);
  return GTK_WIDGET (self);
}

/**
 * mattra_sidebar_row_get_name:
 * @self: a row
 *
 * Returns: (transfer none): what it is called
 */
const char *
mattra_sidebar_row_get_name (MattraSidebarRow *self)
{
  g_return_val_if_fail (MATTRA_IS_SIDEBAR_ROW (self), NULL);

  return gtk_label_get_text (self->name);
}

/**
 * mattra_sidebar_row_set_name:
 * @self: a row
 * @name: what it is called
 */
void
mattra_sidebar_row_set_name (MattraSidebarRow *self,
                             const char       *name)
{
  g_return_if_fail (MATTRA_IS_SIDEBAR_ROW (self) && name != NULL);

  gtk_label_set_text (self->name, name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->name), name);
}

static char *
write_number (guint        number,
              MattraDigits digits)
{
  return mattra_digits_format ((int) MIN (number, (guint) G_MAXINT), digits);
}

static void
describe (MattraSidebarRow *self,
          const char       *numbers)
{
  g_autofree char *words = g_strdup_printf ("%s, %s", mattra_sidebar_row_get_name (self), numbers);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

/**
 * mattra_sidebar_row_set_count:
 * @self: a row
 * @count: how many measures it leads to
 * @digits: the script of its numbers
 */
void
mattra_sidebar_row_set_count (MattraSidebarRow *self,
                              guint             count,
                              MattraDigits      digits)
{
  g_autofree char *number = write_number (count, digits);

  g_return_if_fail (MATTRA_IS_SIDEBAR_ROW (self));

  gtk_label_set_text (self->count, number);
  describe (self, number);
}

/**
 * mattra_sidebar_row_set_progress:
 * @self: a row
 * @answered: answers that are there
 * @expected: answers that are expected
 * @overdue: those that are late
 * @digits: the script of its numbers
 *
 * Draws the progress below the name and says what is late.
 */
void
mattra_sidebar_row_set_progress (MattraSidebarRow *self,
                                 guint             answered,
                                 guint             expected,
                                 guint             overdue,
                                 MattraDigits      digits)
{
  g_autofree char *late = write_number (overdue, digits);
  g_autofree char *done = write_number (answered, digits);
  g_autofree char *all = write_number (expected, digits);
  g_autofree char *words = NULL;

  g_return_if_fail (MATTRA_IS_SIDEBAR_ROW (self));

  words = overdue > 0 ? g_strdup_printf (_("%s of %s answered, %s overdue"), done, all, late)
                      : g_strdup_printf (_("%s of %s answered"), done, all);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), expected > 0);
  gtk_progress_bar_set_fraction (self->progress, expected > 0 ? (double) answered / expected : 0);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->progress), words);
  gtk_widget_set_visible (self->late, overdue > 0);
  gtk_label_set_text (self->late_count, late);
  gtk_widget_set_tooltip_text (self->late, words);
  describe (self, words);
}
