/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-measure-form-private.h"

#include <glib/gi18n-lib.h>

#include "mattra-cell.h"
#include "mattra-form-layout.h"
#include "mattra-round-name.h"
#include "mattra-table-columns.h"
#include "mattra-word-digits.h"

/* What a measure brings from another year: what was changed in it since, and recommendations to answer. */

static char *
dup_changed (MattraMeasureForm *self)
{
  g_autoptr (GString) names = g_string_new (NULL);
  MattraPlan *plan = mattra_session_get_plan (self->session);

  for (guint i = 0; self->changed != NULL && self->changed[i] != NULL; i++)
    {
      g_autofree char *title = mattra_table_field_dup_title (plan, self->changed[i]);

      /* The days of a period change with its words. */
      if (g_str_equal (self->changed[i], "period_start") || g_str_equal (self->changed[i], "period_end"))
        continue;
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", title);
    }
  return g_string_free (g_steal_pointer (&names), FALSE);
}

static char *
dup_origin_words (MattraMeasureForm *self,
                  MattraDigits       digits)
{
  g_autofree char *year = mattra_digits_format (self->origin_year, digits);
  g_autofree char *fields = NULL;

  if (self->is_new)
    return g_strdup_printf (_("New: it was not in the plan of fiscal year %s"), year);
  if (self->changed[0] == NULL)
    return g_strdup_printf (_("Planned as in fiscal year %s"), year);
  fields = dup_changed (self);
  return *fields != '\0' ? g_strdup_printf (_("Changed since fiscal year %s: %s"), year, fields)
                         : g_strdup_printf (_("Changed since fiscal year %s"), year);
}

/* Shows where the loaded measure came from. */
void
mattra_measure_form_show_origin (MattraMeasureForm *self)
{
  gboolean told = self->origin_year != 0 && (self->is_new || self->changed != NULL);
  MattraDigits digits = mattra_word_digits (mattra_measure_form_get_context (self).digits);
  g_autofree char *words = told ? dup_origin_words (self, digits) : NULL;

  gtk_label_set_text (self->origin, words ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->origin), told);
}

/* Recommendations */

static char *
dup_field (guint position)
{
  return g_strdup_printf (MATTRA_CELL_CARRIED "%u", position + 1);
}

/* A recommendation with the field of its answer below. */
static GtkWidget *
add_recommendation (MattraMeasureForm *self,
                    guint              position)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *label = gtk_label_new (NULL);
  g_autofree char *field = dup_field (position);
  GtkWidget *cell = mattra_form_layout_new_cell (self->session, field);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "mattra-carried");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), cell);
  gtk_box_append (self->carried, box);
  g_ptr_array_add (self->cells, cell);
  mattra_measure_form_add_cell (self, MATTRA_FORM_CELL (cell));
  return box;
}

static void
show_recommendation (MattraMeasureForm   *self,
                     GtkWidget           *box,
                     const MattraCarried *carried)
{
  MattraTableContext context = mattra_measure_form_get_context (self);
  const MattraDivision *division = mattra_division_list_find_id (mattra_plan_get_divisions (context.plan),
                                                                 carried->division);
  MattraDigits digits = mattra_word_digits (context.digits);
  g_autofree char *number = mattra_digits_format (carried->fiscal_year, digits);
  g_autofree char *year = g_strdup_printf (_("Fiscal year %s"), number);
  g_autofree char *round = mattra_round_name (carried->round, context.digits);
  g_autofree char *place = g_strjoin (" · ", year, round, division ? mattra_division_get_short_name (division) : NULL,
                                      NULL);
  g_autofree char *text = g_strdup_printf ("%s\n%s", place, carried->text);

  gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (box)), text);
}

/* Shows the recommendations of the loaded measure, each with a field of its own; fields that are too many wait. */
void
mattra_measure_form_show_carried (MattraMeasureForm *self)
{
  GPtrArray *carried = mattra_measure_get_carried (self->loaded);
  GtkWidget *box = gtk_widget_get_next_sibling (gtk_widget_get_first_child (GTK_WIDGET (self->carried)));

  gtk_widget_set_visible (GTK_WIDGET (self->carried), carried->len > 0);
  for (guint i = 0; i < carried->len || box != NULL; i++)
    {
      if (box == NULL)
        box = add_recommendation (self, i);
      if (i < carried->len)
        show_recommendation (self, box, g_ptr_array_index (carried, i));
      gtk_widget_set_visible (box, i < carried->len);
      box = gtk_widget_get_next_sibling (box);
    }
}

/* Returns: (transfer full) (nullable): the field of the first recommendation that waits, or of the first */
char *
mattra_measure_form_dup_waiting (MattraMeasureForm *self)
{
  GPtrArray *carried = self->loaded ? mattra_measure_get_carried (self->loaded) : NULL;

  for (guint i = 0; carried != NULL && i < carried->len; i++)
    if (mattra_carried_waits (g_ptr_array_index (carried, i)))
      return dup_field (i);
  return carried != NULL && carried->len > 0 ? dup_field (0) : NULL;
}
