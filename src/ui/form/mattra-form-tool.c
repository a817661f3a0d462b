/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-form-tool.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mattra-period-chooser.h"
#include "mattra-period.h"

#define WORDS_HEIGHT_MAX 320

static GtkMenuButton *
add_button (MattraFormText                *field,
            const char                    *icon,
            const char                    *name,
            GtkMenuButtonCreatePopupFunc   make)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), icon);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), make, field, NULL);
  gtk_widget_set_tooltip_text (button, name);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "mattra-form-menu-tool");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  mattra_form_cell_add_tool (MATTRA_FORM_CELL (field), button);
  return GTK_MENU_BUTTON (button);
}

static void
set_popover (GtkMenuButton *button,
             GtkWidget     *child)
{
  GtkWidget *popover = gtk_popover_new ();

  gtk_popover_set_child (GTK_POPOVER (popover), child);
  gtk_menu_button_set_popover (button, popover);
}

/* The calendar of a period */

static void
period_chosen (MattraPeriodChooser *chooser,
               MattraFormText      *field)
{
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (chooser), GTK_TYPE_POPOVER);
  MattraDate start = MATTRA_DATE_NONE;
  MattraDate end = MATTRA_DATE_NONE;
  g_autofree char *text = NULL;

  mattra_period_chooser_get_period (chooser, &start, &end);
  text = mattra_date_format_range (start, end, MATTRA_DATE_SHORT, mattra_form_text_get_context (field)->digits);
  gtk_popover_popdown (GTK_POPOVER (popover));
  mattra_form_text_type (field, text);
  mattra_form_cell_commit (MATTRA_FORM_CELL (field));
}

static void
make_calendar (GtkMenuButton *button,
               gpointer       user_data)
{
  MattraFormText *field = user_data;
  const MattraTableContext *context = mattra_form_text_get_context (field);
  g_autofree char *text = mattra_form_text_view_dup_text (mattra_form_text_get_view (field));
  GtkWidget *chooser = mattra_period_chooser_new (context->today);
  MattraPeriod period = { MATTRA_PERIOD_NONE };

  mattra_period_parse (text, mattra_plan_get_fiscal_year (context->plan), &period);
  mattra_period_chooser_set_digits (MATTRA_PERIOD_CHOOSER (chooser), context->digits);
  mattra_period_chooser_set_period (MATTRA_PERIOD_CHOOSER (chooser), period.start, period.end);
  g_signal_connect_object (chooser, "chosen", G_CALLBACK (period_chosen), field, 0);
  set_popover (button, chooser);
}

/**
 * mattra_form_tool_add_calendar:
 * @field: a field for a period
 *
 * Adds a button with a calendar.
 */
void
mattra_form_tool_add_calendar (MattraFormText *field)
{
  g_return_if_fail (MATTRA_IS_FORM_TEXT (field));

  add_button (field, "x-office-calendar-symbolic", _("Choose from the Calendar"), make_calendar);
}

/* Words that are added as a line */

static void
word_chosen (GtkListBox     *list,
             GtkListBoxRow  *row,
             MattraFormText *field)
{
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (list), GTK_TYPE_POPOVER);
  const char *word = gtk_label_get_text (GTK_LABEL (gtk_list_box_row_get_child (row)));
  g_autofree char *text = mattra_form_text_view_dup_text (mattra_form_text_get_view (field));
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autofree char *longer = *text ? g_strconcat (text, "\n", word, NULL) : g_strdup (word);

  gtk_popover_popdown (GTK_POPOVER (popover));
  if (g_strv_contains ((const char *const *) lines, word))
    return;
  mattra_form_text_type (field, longer);
  mattra_form_cell_commit (MATTRA_FORM_CELL (field));
}

static GtkWidget *
new_word (const char *word)
{
  GtkWidget *label = gtk_label_new (word);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  return label;
}

static void
make_words (GtkMenuButton *button,
            gpointer       user_data)
{
  MattraFormText *field = user_data;
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  g_auto (GStrv) words = mattra_table_cell_dup_choices (mattra_form_text_get_context (field),
                                                        gtk_widget_get_name (GTK_WIDGET (field)));

  for (guint i = 0; words && words[i]; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), new_word (words[i]));
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "mattra-form-choices");
  g_signal_connect_object (list, "row-activated", G_CALLBACK (word_chosen), field, 0);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), WORDS_HEIGHT_MAX);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list);
  set_popover (button, scrolled);
}

/**
 * mattra_form_tool_add_words:
 * @field: a field of several lines
 *
 * Adds a button with words, each of which can be added as a line.
 */
void
mattra_form_tool_add_words (MattraFormText *field)
{
  g_return_if_fail (MATTRA_IS_FORM_TEXT (field));

  add_button (field, "list-add-symbolic", _("Add a Responsible Party"), make_words);
}
