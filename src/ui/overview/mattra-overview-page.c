/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-overview-page.h"

#include <glib/gi18n-lib.h>

#include "mattra-round-name.h"
#include "mattra-word-digits.h"

/* In pixels: a line of progress that is longer says no more. */
#define WIDTH 560
#define SPACE 12

struct _MattraOverviewPage
{
  GtkWidget parent_instance;

  GtkWidget *scrolled;
  GtkLabel *title;
  GtkProgressBar *bar;
  GtkLabel *numbers;

  MattraSession *session;
  GSettings *settings;
};

G_DEFINE_FINAL_TYPE (MattraOverviewPage, mattra_overview_page, GTK_TYPE_WIDGET)

static void
show_progress (MattraOverviewPage *self)
{
  MattraDigits script = (MattraDigits) g_settings_get_enum (self->settings, "digits");
  MattraDigits digits = mattra_word_digits (script);
  g_autofree char *round = mattra_round_name (mattra_session_get_round (self->session), script);
  MattraProgress progress = { 0 };
  g_autofree char *answered = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *overdue = NULL;
  g_autofree char *words = NULL;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  mattra_session_get_progress (self->session, mattra_session_get_division (self->session), &progress);
  answered = mattra_digits_format ((int) progress.answered, digits);
  expected = mattra_digits_format ((int) progress.expected, digits);
  overdue = mattra_digits_format ((int) progress.overdue, digits);
  words = g_strdup_printf (_("%s of %s answers are there, %s are overdue"), answered, expected, overdue);
  gtk_label_set_text (self->title, round);
  gtk_label_set_text (self->numbers, words);
  gtk_progress_bar_set_fraction (self->bar, progress.answered / (double) MAX (progress.expected, 1));
}

static void
mattra_overview_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (mattra_overview_page_parent_class)->map (widget);
  show_progress (MATTRA_OVERVIEW_PAGE (widget));
}

static void
mattra_overview_page_dispose (GObject *object)
{
  MattraOverviewPage *self = MATTRA_OVERVIEW_PAGE (object);

  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (mattra_overview_page_parent_class)->dispose (object);
}

static void
mattra_overview_page_class_init (MattraOverviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mattra_overview_page_dispose;
  widget_class->map = mattra_overview_page_map;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static GtkLabel *
add_label (GtkWidget  *box,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
mattra_overview_page_init (MattraOverviewPage *self)
{
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACE);

  self->scrolled = gtk_scrolled_window_new ();
  self->title = add_label (box, "title-2");
  self->bar = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->bar));
  self->numbers = add_label (box, "mattra-number");
  gtk_widget_add_css_class (box, "mattra-overview");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), clamp);
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
}

/**
 * mattra_overview_page_new:
 * @session: a register's session
 * @settings: the user's settings
 *
 * Returns: (transfer floating): where the year stands
 */
GtkWidget *
mattra_overview_page_new (MattraSession *session,
                          GSettings     *settings)
{
  static const char *const followed[] = { "notify::plan", "notify::round", "notify::division", "counts-changed" };
  MattraOverviewPage *self = NULL;

  g_return_val_if_fail (MATTRA_IS_SESSION (session) && G_IS_SETTINGS (settings), NULL);

  self = g_object_new (MATTRA_TYPE_OVERVIEW_PAGE, NULL);
  self->session = g_object_ref (session);
  self->settings = g_object_ref (settings);
  for (guint i = 0; i < G_N_ELEMENTS (followed); i++)
    g_signal_connect_object (session, followed[i], G_CALLBACK (show_progress), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::digits", G_CALLBACK (show_progress), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
