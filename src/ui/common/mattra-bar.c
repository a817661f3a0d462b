/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-bar.h"

#define N_REPLIES 3
#define SPACING 6

/* The text stands beside the buttons as long as it needs no more lines than this there. */
#define LINES_BESIDE 2

struct _MattraBar
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkLabel *label;
  GtkWidget *replies;
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

/* The text, and the buttons beside it or, where that leaves too little, below it. */

static int
get_width (GtkWidget *widget,
           gboolean   natural)
{
  int minimum = 0, wished = 0;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &wished, NULL, NULL);
  return natural ? wished : minimum;
}

static int
get_height (GtkWidget *widget,
            int        width)
{
  int minimum = 0;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, &minimum, NULL, NULL, NULL);
  return minimum;
}

static gboolean
stands_beside (GtkWidget *label,
               GtkWidget *replies,
               int        width)
{
  int beside = width - get_width (replies, TRUE) - SPACING;

  return beside >= get_width (label, FALSE) && beside * LINES_BESIDE >= get_width (label, TRUE);
}

static GtkSizeRequestMode
get_request_mode (GtkWidget *box)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure (GtkWidget      *box,
         GtkOrientation  orientation,
         int             for_size,
         int            *minimum,
         int            *natural,
         int            *minimum_baseline,
         int            *natural_baseline)
{
  GtkWidget *label = gtk_widget_get_first_child (box);
  GtkWidget *replies = gtk_widget_get_next_sibling (label);
  int whole = get_width (label, TRUE) + SPACING + get_width (replies, TRUE);
  int least = MAX (get_width (label, FALSE), get_width (replies, FALSE));
  int width = for_size < 0 ? whole : MAX (for_size, least);
  int beside = width - get_width (replies, TRUE) - SPACING;

  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = least;
      *natural = whole;
    }
  else if (stands_beside (label, replies, width))
    *minimum = *natural = MAX (get_height (label, beside), get_height (replies, -1));
  else
    *minimum = *natural = get_height (label, width) + SPACING + get_height (replies, width);
}

static void
allocate (GtkWidget *box,
          int        width,
          int        height,
          int        baseline)
{
  GtkWidget *label = gtk_widget_get_first_child (box);
  GtkWidget *replies = gtk_widget_get_next_sibling (label);
  gboolean beside = stands_beside (label, replies, width);
  int replies_width = MIN (get_width (replies, TRUE), width);
  GtkAllocation text = { 0, 0, beside ? width - replies_width - SPACING : width, height };
  GtkAllocation buttons = { width - replies_width, 0, replies_width, height };

  if (!beside)
    {
      buttons.height = get_height (replies, replies_width);
      buttons.y = height - buttons.height;
      text.height = MAX (buttons.y - SPACING, 1);
    }
  gtk_widget_size_allocate (label, &text, -1);
  gtk_widget_size_allocate (replies, &buttons, -1);
}

static GtkWidget *
build_content (MattraBar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->label, TRUE);
  gtk_label_set_wrap_mode (self->label, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (self->label, 0);
  self->replies = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);
  for (guint i = 0; i < N_REPLIES; i++)
    {
      self->buttons[i] = GTK_BUTTON (gtk_button_new ());
      gtk_button_set_use_underline (self->buttons[i], TRUE);
      gtk_widget_set_visible (GTK_WIDGET (self->buttons[i]), FALSE);
      gtk_widget_set_valign (GTK_WIDGET (self->buttons[i]), GTK_ALIGN_CENTER);
      g_signal_connect_object (self->buttons[i], "clicked", G_CALLBACK (reply), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (self->replies), GTK_WIDGET (self->buttons[i]));
    }
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->label));
  gtk_box_append (GTK_BOX (box), self->replies);
  gtk_widget_set_layout_manager (box, gtk_custom_layout_new (get_request_mode, measure, allocate));
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
