/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-word-list.h"

#define HEIGHT_MAX 280
#define PAGE 8

struct _MattraWordList
{
  GtkWidget parent_instance;

  GtkWidget *scroller;
  GtkListBox *box;
  char **words;
  int n_words;
};

enum
{
  PICKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MattraWordList, mattra_word_list, GTK_TYPE_WIDGET)

static const struct
{
  guint keyval;
  int by;
} moves[] = {
  { GDK_KEY_Up, -1 },
  { GDK_KEY_Down, 1 },
  { GDK_KEY_Page_Up, -PAGE },
  { GDK_KEY_Page_Down, PAGE },
  { GDK_KEY_Home, -G_MAXINT / 2 },
  { GDK_KEY_End, G_MAXINT / 2 },
};

static void
on_row_activated (GtkListBox     *box,
                  GtkListBoxRow  *row,
                  MattraWordList *self)
{
  gtk_list_box_select_row (box, row);
  g_signal_emit (self, signals[PICKED], 0);
}

static GtkWidget *
make_row (const char           *word,
          const MattraWordMark *mark)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *label = mattra_pill_label_new ();

  mattra_pill_label_set_text (MATTRA_PILL_LABEL (label), word, mark);
  gtk_widget_set_margin_start (label, 8);
  gtk_widget_set_margin_end (label, 8);
  gtk_widget_set_margin_top (label, 4);
  gtk_widget_set_margin_bottom (label, 4);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_widget_set_focusable (row, FALSE);
  return row;
}

static void
mattra_word_list_dispose (GObject *object)
{
  MattraWordList *self = MATTRA_WORD_LIST (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);

  G_OBJECT_CLASS (mattra_word_list_parent_class)->dispose (object);
}

static void
mattra_word_list_finalize (GObject *object)
{
  g_clear_pointer (&MATTRA_WORD_LIST (object)->words, g_strfreev);

  G_OBJECT_CLASS (mattra_word_list_parent_class)->finalize (object);
}

static void
mattra_word_list_class_init (MattraWordListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mattra_word_list_dispose;
  object_class->finalize = mattra_word_list_finalize;

  signals[PICKED] = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "wordlist");
}

static void
mattra_word_list_init (MattraWordList *self)
{
  self->box = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->box, GTK_SELECTION_BROWSE);
  gtk_list_box_set_activate_on_single_click (self->box, TRUE);
  gtk_widget_set_focusable (GTK_WIDGET (self->box), FALSE);
  g_signal_connect (self->box, "row-activated", G_CALLBACK (on_row_activated), self);

  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->scroller), HEIGHT_MAX);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->box));
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

GtkWidget *
mattra_word_list_new (void)
{
  return g_object_new (MATTRA_TYPE_WORD_LIST, NULL);
}

/**
 * mattra_word_list_set_words:
 * @self: a list
 * @words: (array zero-terminated=1): the words; none of them is marked
 * @marks: (nullable): how each of them looks
 *
 * Shows other words.
 */
void
mattra_word_list_set_words (MattraWordList       *self,
                            const char *const    *words,
                            const MattraWordMark *marks)
{
  GtkListBoxRow *row;

  g_return_if_fail (MATTRA_IS_WORD_LIST (self));
  g_return_if_fail (words != NULL);

  if (self->words != NULL && g_strv_equal ((const char *const *) self->words, words))
    {
      gtk_list_box_unselect_all (self->box);
      return;
    }
  while ((row = gtk_list_box_get_row_at_index (self->box, 0)) != NULL)
    gtk_list_box_remove (self->box, GTK_WIDGET (row));
  g_strfreev (self->words);
  self->words = g_strdupv ((char **) words);
  self->n_words = (int) g_strv_length (self->words);
  for (int i = 0; i < self->n_words; i++)
    gtk_list_box_append (self->box, make_row (self->words[i], marks != NULL ? &marks[i] : NULL));
  gtk_list_box_unselect_all (self->box);
}

/**
 * mattra_word_list_get_index:
 * @self: a list
 *
 * Returns: which word is marked, -1 for none
 */
int
mattra_word_list_get_index (MattraWordList *self)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (MATTRA_IS_WORD_LIST (self), -1);

  row = gtk_list_box_get_selected_row (self->box);
  return row != NULL ? gtk_list_box_row_get_index (row) : -1;
}

/**
 * mattra_word_list_get_marked:
 * @self: a list
 *
 * Returns: (nullable): the marked word
 */
const char *
mattra_word_list_get_marked (MattraWordList *self)
{
  int index = mattra_word_list_get_index (self);

  return index < 0 ? NULL : self->words[index];
}

static void
scroll_to (MattraWordList *self,
           GtkWidget      *row)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (row, GTK_WIDGET (self->box), &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.y, bounds.origin.y + bounds.size.height);
}

/**
 * mattra_word_list_mark:
 * @self: a list
 * @index: which word, -1 for none
 *
 * Marks a word and brings it into view.
 */
void
mattra_word_list_mark (MattraWordList *self,
                       int             index)
{
  GtkListBoxRow *row;

  g_return_if_fail (MATTRA_IS_WORD_LIST (self));

  row = index < 0 ? NULL : gtk_list_box_get_row_at_index (self->box, index);
  if (row == NULL)
    {
      gtk_list_box_unselect_all (self->box);
      return;
    }
  gtk_list_box_select_row (self->box, row);
  scroll_to (self, GTK_WIDGET (row));
}

/**
 * mattra_word_list_move:
 * @self: a list
 * @keyval: a key
 *
 * Moves the mark by an arrow key, Page Up and Down, Home and End.
 *
 * Returns: whether the key is one of these
 */
gboolean
mattra_word_list_move (MattraWordList *self,
                       guint           keyval)
{
  int index;

  g_return_val_if_fail (MATTRA_IS_WORD_LIST (self), FALSE);

  index = mattra_word_list_get_index (self);
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    if (moves[i].keyval == keyval)
      {
        mattra_word_list_mark (self, CLAMP (index + moves[i].by, 0, self->n_words - 1));
        return TRUE;
      }
  return FALSE;
}
