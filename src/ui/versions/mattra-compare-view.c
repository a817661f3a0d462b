/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-compare-view.h"

#include <glib/gi18n-lib.h>

#include "mattra-difference-words.h"

/* So much of a text is shown; the tooltip has it whole. */
#define MAX_LINES 6

struct _MattraCompareView
{
  AdwBin parent_instance;

  GtkWidget *box;
  GtkLabel *summary;
  GtkListView *list;
  GtkStringList *places; /* one a difference: where it is */
  GPtrArray *differences;
  MattraPlan *plan;
};

G_DEFINE_FINAL_TYPE (MattraCompareView, mattra_compare_view, ADW_TYPE_BIN)

enum
{
  SIGNAL_GO_TO,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Rows */

static GtkLabel *
add_label (GtkWidget  *box,
           const char *class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), MAX_LINES);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (class)
    gtk_widget_add_css_class (label, class);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
set_up_row (MattraCompareView *self,
            GtkListItem       *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_widget_add_css_class (box, "mattra-difference");
  add_label (box, "heading");
  add_label (box, "mattra-before");
  add_label (box, NULL);
  gtk_list_item_set_child (item, box);
}

/* What a row says is told apart by its sign, not only by its look. */
static void
show_text (GtkWidget              *label,
           const MattraDifference *difference,
           const char             *sign,
           const char             *text)
{
  g_autofree char *words = mattra_difference_words_text (difference, text);
  g_autofree char *signed_words = g_strdup_printf ("%s %s", sign, *words ? words : _("(empty)"));

  gtk_label_set_text (GTK_LABEL (label), signed_words);
  gtk_widget_set_tooltip_text (label, words);
}

static void
bind_row (MattraCompareView *self,
          GtkListItem       *item)
{
  const MattraDifference *difference = g_ptr_array_index (self->differences, gtk_list_item_get_position (item));
  GtkWidget *place = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *before = gtk_widget_get_next_sibling (place);
  GtkWidget *after = gtk_widget_get_next_sibling (before);
  const char *where = gtk_string_object_get_string (gtk_list_item_get_item (item));

  gtk_label_set_text (GTK_LABEL (place), where);
  show_text (before, difference, "−", difference->before);
  show_text (after, difference, "+", difference->after);
  gtk_widget_set_visible (before, difference->kind != MATTRA_DIFFERENCE_NEW);
  gtk_widget_set_visible (after, difference->kind != MATTRA_DIFFERENCE_GONE);
}

static void
choose (MattraCompareView *self,
        guint              position)
{
  const MattraDifference *difference = g_ptr_array_index (self->differences, position);

  if (*difference->measure != '\0' && difference->kind != MATTRA_DIFFERENCE_GONE)
    g_signal_emit (self, signals[SIGNAL_GO_TO], 0, difference->measure, difference->field);
}

/* The object */

static void
mattra_compare_view_dispose (GObject *object)
{
  MattraCompareView *self = MATTRA_COMPARE_VIEW (object);

  g_clear_pointer (&self->differences, g_ptr_array_unref);
  g_clear_object (&self->plan);
  g_clear_object (&self->places);
  G_OBJECT_CLASS (mattra_compare_view_parent_class)->dispose (object);
}

static void
mattra_compare_view_class_init (MattraCompareViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mattra_compare_view_dispose;
  signals[SIGNAL_GO_TO] = g_signal_new ("go-to", MATTRA_TYPE_COMPARE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
}

static void
mattra_compare_view_init (MattraCompareView *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkSelectionModel *selection = NULL;
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->places = gtk_string_list_new (NULL);
  g_signal_connect_swapped (factory, "setup", G_CALLBACK (set_up_row), self);
  g_signal_connect_swapped (factory, "bind", G_CALLBACK (bind_row), self);
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->places))));
  self->list = GTK_LIST_VIEW (gtk_list_view_new (selection, factory));
  gtk_list_view_set_single_click_activate (self->list, TRUE);
  gtk_list_view_set_show_separators (self->list, TRUE);
  g_signal_connect_object (self->list, "activate", G_CALLBACK (choose), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scrolled, TRUE);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->summary = add_label (self->box, "mattra-summary");
  gtk_box_append (GTK_BOX (self->box), scrolled);
  adw_bin_set_child (ADW_BIN (self), self->box);
}

/**
 * mattra_compare_view_new:
 *
 * Returns: (transfer floating): a view that shows nothing yet
 */
GtkWidget *
mattra_compare_view_new (void)
{
  return g_object_new (MATTRA_TYPE_COMPARE_VIEW, NULL);
}

/**
 * mattra_compare_view_show:
 * @self: a view
 * @summary: what is compared, and how many cells differ
 * @differences: (element-type MattraDifference): where
 * @plan: the plan
 * @digits: the script of numbers
 *
 * Shows the differences.
 */
void
mattra_compare_view_show (MattraCompareView *self,
                          const char        *summary,
                          GPtrArray         *differences,
                          MattraPlan        *plan,
                          MattraDigits       digits)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_full (differences->len + 1, g_free);

  g_return_if_fail (MATTRA_IS_COMPARE_VIEW (self) && summary != NULL && MATTRA_IS_PLAN (plan));

  gtk_label_set_text (self->summary, summary);
  g_set_object (&self->plan, plan);
  gtk_string_list_splice (self->places, 0, g_list_model_get_n_items (G_LIST_MODEL (self->places)), NULL);
  g_clear_pointer (&self->differences, g_ptr_array_unref);
  self->differences = g_ptr_array_ref (differences);
  for (guint i = 0; i < differences->len; i++)
    g_ptr_array_add (words, mattra_difference_words_place (g_ptr_array_index (differences, i), plan, digits));
  g_ptr_array_add (words, NULL);
  gtk_string_list_splice (self->places, 0, 0, (const char *const *) words->pdata);
  gtk_widget_set_visible (GTK_WIDGET (gtk_widget_get_ancestor (GTK_WIDGET (self->list), GTK_TYPE_SCROLLED_WINDOW)),
                          differences->len > 0);
}
