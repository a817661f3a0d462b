/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-answer-before.h"

#include "mattra-cell.h"
#include "mattra-table-columns.h"

struct _MattraAnswerBefore
{
  AdwBin parent_instance;

  GtkExpander *expander;
  GtkWidget *fields;
};

G_DEFINE_FINAL_TYPE (MattraAnswerBefore, mattra_answer_before, ADW_TYPE_BIN)

static const char *const shown_fields[] = { "results", "obstacles", "recommendations", "evidence", "status" };

static GtkWidget *
new_label (const char *text,
           const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (style)
    gtk_widget_add_css_class (label, style);
  return label;
}

/* Lines are numbered as in the fields above, one alone is not. */
static char *
number_lines (const char   *text,
              MattraDigits  digits)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  GString *numbered = g_string_new (NULL);

  for (guint i = 0; lines[i]; i++)
    {
      g_autofree char *number = mattra_digits_format ((int) i + 1, digits);

      g_string_append_printf (numbered, "%s%s%s%s", i > 0 ? "\n" : "", lines[1] ? number : "", lines[1] ? ". " : "",
                              lines[i]);
    }
  return g_string_free (numbered, FALSE);
}

static gboolean
add_field (MattraAnswerBefore       *self,
           const MattraTableContext *context,
           const char               *field,
           const char               *value)
{
  g_autofree char *title = NULL;
  g_autofree char *words = NULL;
  g_autofree char *text = NULL;
  GtkWidget *label = NULL;

  if (*value == '\0')
    return FALSE;
  title = mattra_table_field_dup_title (context->plan, field);
  words = mattra_table_cell_dup_words (context, field, value);
  text = number_lines (words, context->digits);
  label = new_label (text, NULL);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_focusable (label, FALSE);
  gtk_box_append (GTK_BOX (self->fields), new_label (title, "mattra-form-title"));
  gtk_box_append (GTK_BOX (self->fields), label);
  return TRUE;
}

/**
 * mattra_answer_before_show:
 * @self: what was answered elsewhere
 * @context: under what values are put into words
 * @measure: the measure
 * @round: round of the answer that is shown; %MATTRA_ROUND_NONE for none
 * @division: (nullable): ULID of the division whose answer it is; %NULL for the joint one
 *
 * Shows an answer, or nothing where it says nothing.
 *
 * Returns: whether it says anything
 */
gboolean
mattra_answer_before_show (MattraAnswerBefore       *self,
                           const MattraTableContext *context,
                           MattraMeasure            *measure,
                           MattraRound               round,
                           const char               *division)
{
  GtkWidget *child = NULL;
  gboolean any = FALSE;

  g_return_val_if_fail (MATTRA_IS_ANSWER_BEFORE (self) && MATTRA_IS_MEASURE (measure), FALSE);

  while ((child = gtk_widget_get_first_child (self->fields)))
    gtk_box_remove (GTK_BOX (self->fields), child);
  for (guint i = 0; round != MATTRA_ROUND_NONE && i < G_N_ELEMENTS (shown_fields); i++)
    {
      g_autofree char *value = mattra_cell_dup_exactly (context->plan, measure, shown_fields[i], round, division);

      any = add_field (self, context, shown_fields[i], value) || any;
    }
  gtk_widget_set_visible (GTK_WIDGET (self), any);
  return any;
}

static void
mattra_answer_before_class_init (MattraAnswerBeforeClass *klass)
{
}

static void
mattra_answer_before_init (MattraAnswerBefore *self)
{
  self->expander = GTK_EXPANDER (gtk_expander_new (NULL));
  self->fields = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_add_css_class (self->fields, "mattra-answer-before");
  gtk_expander_set_child (self->expander, self->fields);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->expander));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * mattra_answer_before_new:
 * @title: what it is called
 *
 * Returns: (transfer floating): an answer that is not there yet
 */
GtkWidget *
mattra_answer_before_new (const char *title)
{
  MattraAnswerBefore *self = g_object_new (MATTRA_TYPE_ANSWER_BEFORE, NULL);

  mattra_answer_before_set_title (self, title);
  return GTK_WIDGET (self);
}

/**
 * mattra_answer_before_set_title:
 * @self: what was answered elsewhere
 * @title: what it is called
 *
 * Says where it was answered.
 */
void
mattra_answer_before_set_title (MattraAnswerBefore *self,
                                const char         *title)
{
  g_return_if_fail (MATTRA_IS_ANSWER_BEFORE (self) && title != NULL);

  gtk_expander_set_label (self->expander, title);
}
