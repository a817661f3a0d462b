/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-import-note-list.h"

#include <glib/gi18n-lib.h>

#include "mattra-import-note.h"
#include "mattra-word-digits.h"

/* The rows of a list of notes: a sign, what is said, and where. A document may have thousands. */

static GtkWidget *
new_label (GtkWidget  *box,
           const char *class,
           gboolean    wraps)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), wraps);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), wraps ? 4 : 1);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (class)
    gtk_widget_add_css_class (label, class);
  gtk_box_append (GTK_BOX (box), label);

  return label;
}

static void
set_up_row (GtkListItemFactory *factory,
            GtkListItem        *item,
            gpointer            digits)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *icon = gtk_image_new ();

  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_set_margin_top (row, 6);
  gtk_widget_set_margin_bottom (row, 6);
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_box_append (GTK_BOX (row), icon);
  gtk_box_append (GTK_BOX (row), lines);
  g_object_set_data (G_OBJECT (row), "icon", icon);
  g_object_set_data (G_OBJECT (row), "message", new_label (lines, NULL, TRUE));
  g_object_set_data (G_OBJECT (row), "text", new_label (lines, "caption", TRUE));
  g_object_set_data (G_OBJECT (row), "place", new_label (lines, "caption", FALSE));
  gtk_widget_add_css_class (g_object_get_data (G_OBJECT (row), "place"), "dim-label");
  gtk_list_item_set_child (item, row);
}

/* "Measure 3 · line 12 · in 4 places", as far as it is known. */
static char *
describe_place (MattraImportNote *note,
                MattraDigits      digits)
{
  MattraMeasure *measure = mattra_import_note_get_measure (note);
  int number = measure ? mattra_measure_get_number (measure) : 0;
  g_autoptr (GString) place = g_string_new (NULL);

  if (number > 0)
    g_string_append_printf (place, _("Measure %d"), number);
  if (mattra_import_note_get_line (note) > 0)
    {
      g_string_append (place, place->len > 0 ? " · " : "");
      g_string_append_printf (place, _("line %d"), mattra_import_note_get_line (note));
    }
  if (mattra_import_note_get_count (note) > 1)
    {
      g_string_append (place, place->len > 0 ? " · " : "");
      g_string_append_printf (place, _("in %u places"), mattra_import_note_get_count (note));
    }

  return mattra_digits_apply (place->str, mattra_word_digits (digits));
}

static void
set_label (gpointer    row,
           const char *name,
           const char *text)
{
  GtkWidget *label = g_object_get_data (row, name);

  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_widget_set_tooltip_text (label, text);
  gtk_widget_set_visible (label, *text != '\0');
}

static void
bind_row (GtkListItemFactory *factory,
          GtkListItem        *item,
          gpointer            digits)
{
  MattraImportNote *note = gtk_list_item_get_item (item);
  gpointer row = gtk_list_item_get_child (item);
  g_autofree char *place = describe_place (note, (MattraDigits) GPOINTER_TO_INT (digits));
  GtkWidget *icon = g_object_get_data (row, "icon");
  gboolean question = mattra_import_note_is_question (note);

  gtk_image_set_from_icon_name (GTK_IMAGE (icon), question ? "dialog-question-symbolic" : "emblem-ok-symbolic");
  gtk_widget_set_tooltip_text (icon, question ? _("To be confirmed") : _("Adjusted"));
  set_label (row, "message", mattra_import_note_get_message (note));
  set_label (row, "text", mattra_import_note_get_text (note));
  set_label (row, "place", place);
}

/**
 * mattra_import_note_list_set_up:
 * @view: a list
 * @digits: script of the numbers
 *
 * Makes a list show notes.
 */
void
mattra_import_note_list_set_up (GtkListView  *view,
                                MattraDigits  digits)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_return_if_fail (GTK_IS_LIST_VIEW (view));

  g_signal_connect (factory, "setup", G_CALLBACK (set_up_row), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_row), GINT_TO_POINTER (digits));
  gtk_list_view_set_factory (view, factory);
}
