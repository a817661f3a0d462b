/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-bar.h"

#define N_REPLIES 3

struct _MattraBar
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkLabel *label;
  GtkButton *buttons[N_REPLIES];
  char *ids[N_REPLIES];
};

G_DEFINE_FINAL_TYPE (MattraBar, mattra_bar, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_REPLY,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
reply (MattraBar *self,
       GtkButton *button)
{
  for (guint i = 0; i < N_REPLIES; i++)
    if (self->buttons[i] == button)
      g_signal_emit (self, signals[SIGNAL_REPLY], 0, self->ids[i]);
}

static void
mattra_bar_dispose (GObject *object)
{
  MattraBar *self = MATTRA_BAR (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  for (guint i = 0; i < N_REPLIES; i++)
    g_clear_pointer (&self->ids[i], g_free);
  G_OBJECT_CLASS (mattra_bar_parent_class)->dispose (object);
}

static void
mattra_bar_class_init (MattraBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mattra_bar_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_STATUS);

  signals[SIGNAL_REPLY] = g_signal_new ("reply", MATTRA_TYPE_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_STRING);
}

static GtkWidget *
build_content (MattraBar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->label, TRUE);
  gtk_label_set_wrap_mode (self->label, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (self->label, 0);
  gtk_widget_set_hexpand (GTK_WIDGET (self->label), TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->label));
  for (guint i = 0; i < N_REPLIES; i++)
    {
      self->buttons[i] = GTK_BUTTON (gtk_button_new ());
      gtk_button_set_use_underline (self->buttons[i], TRUE);
      gtk_widget_set_visible (GTK_WIDGET (self->buttons[i]), FALSE);
      gtk_widget_set_valign (GTK_WIDGET (self->buttons[i]), GTK_ALIGN_CENTER);
      g_signal_connect_object (self->buttons[i], "clicked", G_CALLBACK (reply), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->buttons[i]));
    }
  gtk_widget_add_css_class (box, "mattra-bar");
  return box;
}

static void
mattra_bar_init (MattraBar *self)
{
  self->box = build_content (self);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * mattra_bar_set_text:
 * @self: a bar
 * @text: (nullable): what is so; %NULL hides the bar
 */
void
mattra_bar_set_text (MattraBar  *self,
                     const char *text)
{
  g_return_if_fail (MATTRA_IS_BAR (self));

  gtk_label_set_text (self->label, text ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self), text != NULL);
}

/**
 * mattra_bar_set_reply:
 * @self: a bar
 * @place: which button, from 0; there are three
 * @id: (nullable): what the "reply" signal calls it; %NULL hides the button
 * @label: (nullable): its words, already translated; may have a mnemonic
 */
void
mattra_bar_set_reply (MattraBar  *self,
                      guint       place,
                      const char *id,
                      const char *label)
{
  g_return_if_fail (MATTRA_IS_BAR (self) && place < N_REPLIES);

  g_free (self->ids[place]);
  self->ids[place] = g_strdup (id);
  gtk_button_set_label (self->buttons[place], label ? label : "");
  gtk_widget_set_visible (GTK_WIDGET (self->buttons[place]), id != NULL);
}
