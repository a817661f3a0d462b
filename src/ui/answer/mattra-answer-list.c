/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-answer-list.h"

#include <glib/gi18n-lib.h>

#include "mattra-review-look.h"

#define LINES_SHOWN 3

struct _MattraAnswerList
{
  AdwBin parent_instance;

  GtkListBox *rows;
  GPtrArray *measures;  /* (element-type utf8): ULIDs, of the rows */
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (MattraAnswerList, mattra_answer_list, ADW_TYPE_BIN)

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
row_selected (MattraAnswerList *self,
              GtkListBoxRow    *row)
{
  if (self->updating || row == NULL)
    return;
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0,
                 g_ptr_array_index (self->measures, gtk_list_box_row_get_index (row)));
}

/* Its words are the row's only child's: a pill that comes or goes leaves the row where it is. */
static GtkWidget *
new_row (void)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *title = gtk_label_new (NULL);
  GtkWidget *pill = mattra_pill_label_new ();

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (title), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (title), LINES_SHOWN);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_widget_set_halign (pill, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), pill);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  return row;
}

static void
fill_row (GtkListBoxRow             *row,
          const MattraAwaitedAnswer *answer,
          MattraDigits               digits)
{
  GtkWidget *title = gtk_widget_get_first_child (gtk_list_box_row_get_child (row));
  GtkWidget *pill = gtk_widget_get_last_child (gtk_list_box_row_get_child (row));
  g_autofree char *number = mattra_digits_format (answer->number, digits);
  g_autofree char *text = answer->number > 0 ? g_strdup_printf ("%s. %s", number, answer->title)
                                             : g_strdup (answer->title);
  const char *word = answer->mark != MATTRA_REVIEW_MARK_NONE ? mattra_review_look_word (answer->mark)
                                                             : _("No answer yet");
  g_autofree char *name = g_strdup_printf ("%s, %s", text, word);

  gtk_label_set_text (GTK_LABEL (title), text);
  gtk_widget_set_visible (pill, answer->mark != MATTRA_REVIEW_MARK_NONE);
  mattra_review_look_show (MATTRA_PILL_LABEL (pill), answer->mark);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
set_n_rows (MattraAnswerList *self,
            guint             n)
{
  while (self->measures->len > n)
    {
      gtk_list_box_remove (self->rows, GTK_WIDGET (gtk_list_box_get_row_at_index (self->rows,
                                                                                  (int) self->measures->len - 1)));
      g_ptr_array_remove_index (self->measures, self->measures->len - 1);
    }
  while (self->measures->len < n)
    {
      gtk_list_box_append (self->rows, new_row ());
      g_ptr_array_add (self->measures, NULL);
    }
}

/**
 * mattra_answer_list_show:
 * @self: a list
 * @answers: (element-type MattraAwaitedAnswer): the answers
 * @current: (nullable): ULID of the measure that is being answered
 * @digits: the script of numbers
 *
 * Shows the answers.
 */
void
mattra_answer_list_show (MattraAnswerList *self,
                         GPtrArray        *answers,
                         const char       *current,
                         MattraDigits      digits)
{
  GtkListBoxRow *chosen = NULL;

  g_return_if_fail (MATTRA_IS_ANSWER_LIST (self) && answers != NULL);

  self->updating = TRUE;
  set_n_rows (self, answers->len);
  for (guint i = 0; i < answers->len; i++)
    {
      const MattraAwaitedAnswer *answer = g_ptr_array_index (answers, i);
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->rows, (int) i);

      g_free (g_ptr_array_index (self->measures, i));
      g_ptr_array_index (self->measures, i) = g_strdup (answer->measure);
      fill_row (row, answer, digits);
      if (g_strcmp0 (answer->measure, current) == 0)
        chosen = row;
    }
  gtk_list_box_select_row (self->rows, chosen);
  self->updating = FALSE;
}

static void
mattra_answer_list_finalize (GObject *object)
{
  g_ptr_array_unref (MATTRA_ANSWER_LIST (object)->measures);
  G_OBJECT_CLASS (mattra_answer_list_parent_class)->finalize (object);
}

static void
mattra_answer_list_class_init (MattraAnswerListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mattra_answer_list_finalize;

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", MATTRA_TYPE_ANSWER_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
mattra_answer_list_init (MattraAnswerList *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->measures = g_ptr_array_new_with_free_func (g_free);
  self->rows = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->rows), "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows), GTK_ACCESSIBLE_PROPERTY_LABEL, _("What is to be answered"),
                                  -1);
  g_signal_connect_object (self->rows, "row-selected", G_CALLBACK (row_selected), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->rows));
  adw_bin_set_child (ADW_BIN (self), scrolled);
}

/**
 * mattra_answer_list_new:
 *
 * Returns: (transfer floating): a list of nothing
 */
GtkWidget *
mattra_answer_list_new (void)
{
  return g_object_new (MATTRA_TYPE_ANSWER_LIST, NULL);
}
