/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-meeting-page.h"

#include <glib/gi18n-lib.h>

#include "mattra-cell.h"
#include "mattra-status-look.h"
#include "mattra-table-columns.h"
#include "mattra-word-digits.h"

/* Letters below which a column is not made narrower: then there is but one. */
#define COLUMN_CHARS 24

/* Part of a page by which an arrow key scrolls. */
#define SCROLL_SHARE 0.25

struct _MattraMeetingPage
{
  AdwBin parent_instance;

  GtkScrolledWindow *scrolled;
  GtkLabel *title;
  GtkLabel *facts;
  GtkFlowBox *columns;
};

G_DEFINE_FINAL_TYPE (MattraMeetingPage, mattra_meeting_page, ADW_TYPE_BIN)

/* What is read of a measure, in its order. */
static const char *const fields[] = { "steps", "results", "obstacles", "recommendations", "evidence", "follow_up" };

static GtkLabel *
add_label (GtkWidget  *box,
           const char *class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, class);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
add_part (MattraMeetingPage *self,
          const char        *head,
          const char        *text,
          gboolean           waits)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkLabel *heading = add_label (box, "mattra-meeting-head");
  GtkLabel *body = add_label (box, "mattra-meeting-text");
  GtkWidget *child = gtk_flow_box_child_new ();

  gtk_label_set_text (heading, head);
  gtk_label_set_text (body, text);
  gtk_label_set_width_chars (body, COLUMN_CHARS);
  gtk_label_set_selectable (body, FALSE);
  if (waits)
    gtk_widget_add_css_class (GTK_WIDGET (body), "warning");
  gtk_widget_set_valign (box, GTK_ALIGN_START);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), box);
  gtk_widget_set_focusable (child, FALSE);
  gtk_flow_box_append (self->columns, child);
}

/* Lines of a cell get their numbers, as on paper. */
static char *
number_lines (const char   *text,
              MattraDigits  digits)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GString) numbered = g_string_new (NULL);

  if (g_strv_length (lines) < 2)
    return g_strdup (text);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *number = mattra_digits_format ((int) i + 1, digits);

      g_string_append_printf (numbered, "%s%s. %s", i > 0 ? "\n" : "", number, lines[i]);
    }
  return g_string_free (g_steal_pointer (&numbered), FALSE);
}

static void
add_field (MattraMeetingPage        *self,
           const MattraTableContext *context,
           MattraMeasure            *measure,
           const char               *field)
{
  g_autofree char *text = mattra_cell_dup_text (context->plan, measure, field, context->round,
                                                mattra_table_cell_division (context));
  g_autofree char *head = mattra_table_field_dup_title (context->plan, field);
  g_autofree char *numbered = number_lines (text, mattra_word_digits (context->digits));
  gboolean is_result = g_str_equal (field, "results");

  if (*text != '\0')
    add_part (self, head, numbered, FALSE);
  else if (is_result)
    add_part (self, head, _("No result yet"), TRUE);
}

static void
add_carried (MattraMeetingPage        *self,
             const MattraTableContext *context,
             MattraMeasure            *measure)
{
  GPtrArray *carried = mattra_measure_get_carried (measure);

  for (guint i = 0; i < carried->len; i++)
    {
      const MattraCarried *one = g_ptr_array_index (carried, i);
      gboolean waits = mattra_carried_waits (one);
      g_autofree char *year = mattra_digits_format (one->fiscal_year, mattra_word_digits (context->digits));
      g_autofree char *head = g_strdup_printf (_("Recommended in %s"), year);
      g_autofree char *text = g_strdup_printf ("%s\n→ %s", one->text, waits ? _("not answered yet") : one->answer);

      add_part (self, head, text, waits);
    }
}

static char *
dup_facts (const MattraTableContext *context,
           MattraMeasure            *measure)
{
  g_autofree char *period = mattra_table_cell_dup_shown (context, measure, "period_text");
  g_autofree char *parties = mattra_table_cell_dup_text (context, measure, "responsible");
  g_auto (GStrv) names = g_strsplit (parties, "\n", -1);
  g_autofree char *responsible = g_strjoinv (", ", names);
  const char *status = mattra_status_look_word (mattra_table_cell_find_status (context, measure));
  g_autoptr (GString) facts = g_string_new (status);

  if (mattra_table_cell_is_late (context, measure)
      && mattra_table_cell_find_status (context, measure) != MATTRA_STATUS_OVERDUE)
    g_string_append_printf (facts, " (%s)", _("Overdue by its dates"));
  if (period != NULL && *period != '\0')
    g_string_append_printf (facts, "  ·  %s", period);
  if (*responsible != '\0')
    g_string_append_printf (facts, "  ·  %s", responsible);
  return g_string_free (g_steal_pointer (&facts), FALSE);
}

/**
 * mattra_meeting_page_show:
 * @self: a page
 * @context: under what it is looked at
 * @measure: the measure
 *
 * Shows a measure from its beginning.
 */
void
mattra_meeting_page_show (MattraMeetingPage        *self,
                          const MattraTableContext *context,
                          MattraMeasure            *measure)
{
  g_autofree char *number = NULL;
  g_autofree char *title = NULL;
  g_autofree char *facts = NULL;
  GtkWidget *child = NULL;

  g_return_if_fail (MATTRA_IS_MEETING_PAGE (self) && context != NULL && MATTRA_IS_MEASURE (measure));

  number = mattra_digits_format (mattra_measure_get_number (measure), mattra_word_digits (context->digits));
  title = mattra_measure_get_number (measure) > 0
            ? g_strdup_printf ("%s. %s", number, mattra_measure_get_title (measure))
            : g_strdup (mattra_measure_get_title (measure));
  facts = dup_facts (context, measure);
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->facts, facts);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->columns))))
    gtk_flow_box_remove (self->columns, child);
  add_field (self, context, measure, "steps");
  add_carried (self, context, measure);
  for (guint i = 1; i < G_N_ELEMENTS (fields); i++)
    add_field (self, context, measure, fields[i]);
}

/**
 * mattra_meeting_page_scroll:
 * @self: a page
 * @steps: how far, down or, below 0, up; 0 for the beginning
 *
 * Scrolls a measure that is longer than the screen.
 */
void
mattra_meeting_page_scroll (MattraMeetingPage *self,
                            int                steps)
{
  GtkAdjustment *adjustment = NULL;
  double value;

  g_return_if_fail (MATTRA_IS_MEETING_PAGE (self));

  adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled);
  value = steps == 0 ? 0.0 : gtk_adjustment_get_value (adjustment)
                               + steps * SCROLL_SHARE * gtk_adjustment_get_page_size (adjustment);
  gtk_adjustment_set_value (adjustment, value);
}

static void
mattra_meeting_page_class_init (MattraMeetingPageClass *klass)
{
}

static void
mattra_meeting_page_init (MattraMeetingPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_widget_add_css_class (box, "mattra-meeting-page");
  self->title = add_label (box, "mattra-meeting-title");
  self->facts = add_label (box, "mattra-meeting-facts");
  self->columns = GTK_FLOW_BOX (gtk_flow_box_new ());
  gtk_flow_box_set_selection_mode (self->columns, GTK_SELECTION_NONE);
  gtk_flow_box_set_homogeneous (self->columns, FALSE);
  gtk_flow_box_set_min_children_per_line (self->columns, 1);
  gtk_flow_box_set_max_children_per_line (self->columns, 2);
  gtk_flow_box_set_column_spacing (self->columns, 36);
  gtk_flow_box_set_row_spacing (self->columns, 18);
  gtk_widget_set_focusable (GTK_WIDGET (self->columns), FALSE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->columns));
  self->scrolled = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_scrolled_window_set_policy (self->scrolled, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (self->scrolled, box);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->scrolled));
}

/**
 * mattra_meeting_page_new:
 *
 * Returns: (transfer floating): a page that shows nothing yet
 */
GtkWidget *
mattra_meeting_page_new (void)
{
  return g_object_new (MATTRA_TYPE_MEETING_PAGE, NULL);
}
