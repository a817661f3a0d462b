/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-table-filter.h"

#include <glib/gi18n-lib.h>

#include "mattra-indicator.h"
#include "mattra-status-look.h"

#define N_STATUSES (MATTRA_STATUS_CANCELLED + 1)

struct _MattraTableFilter
{
  GtkPopover parent_instance;

  GtkCheckButton *statuses[N_STATUSES];
  GtkCheckButton *groups[MATTRA_N_GROUPS];
  GtkCheckButton *years[MATTRA_N_YEAR_MARKS]; /* those that there are a word for */
  GtkDropDown *indicator;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (MattraTableFilter, mattra_table_filter, GTK_TYPE_POPOVER)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Behind the indicators: measures that name none. */
#define NO_INDICATOR (MATTRA_N_INDICATORS + 1)

static void
mattra_table_filter_class_init (MattraTableFilterClass *klass)
{
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", MATTRA_TYPE_TABLE_FILTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
emit_changed (MattraTableFilter *self)
{
  if (!self->updating)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static GtkWidget *
new_head (const char *words)
{
  GtkWidget *head = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (head), 0);
  gtk_widget_add_css_class (head, "heading");
  return head;
}

static GtkCheckButton *
add_check (MattraTableFilter *self,
           GtkBox            *box,
           const char        *word)
{
  GtkWidget *button = gtk_check_button_new_with_label (word);

  g_signal_connect_object (button, "toggled", G_CALLBACK (emit_changed), self, G_CONNECT_SWAPPED);
  gtk_box_append (box, button);
  return GTK_CHECK_BUTTON (button);
}

static GtkWidget *
build_statuses (MattraTableFilter *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_box_append (GTK_BOX (box), new_head (_("Status")));
  for (int i = MATTRA_STATUS_NOT_STARTED; i < N_STATUSES; i++)
    self->statuses[i] = add_check (self, GTK_BOX (box), mattra_status_look_word (i));
  return box;
}

static GtkWidget *
build_groups (MattraTableFilter *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_box_append (GTK_BOX (box), new_head (_("Progress")));
  for (guint i = 0; i < MATTRA_N_GROUPS; i++)
    self->groups[i] = add_check (self, GTK_BOX (box), mattra_group_look_word (i));
  return box;
}

static GtkWidget *
build_years (MattraTableFilter *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_set_margin_top (box, 12);
  gtk_box_append (GTK_BOX (box), new_head (_("Against Last Year")));
  for (guint i = MATTRA_YEAR_MARK_NEW; i < MATTRA_N_YEAR_MARKS; i++)
    self->years[i] = add_check (self, GTK_BOX (box), mattra_year_mark_look_word (i));
  return box;
}

static void
build_indicator (MattraTableFilter *self,
                 GtkBox            *box,
                 MattraDigits       digits)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GtkWidget *head = new_head (_("ITA indicator"));

  gtk_string_list_append (names, _("All indicators"));
  for (int i = 1; i <= MATTRA_N_INDICATORS; i++)
    {
      g_autofree char *number = mattra_digits_format (i, digits);

      gtk_string_list_take (names, g_strdup_printf ("%s %s", number, mattra_indicator_get_name (i)));
    }
  gtk_string_list_append (names, _("No indicator"));
  self->indicator = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  gtk_drop_down_set_model (self->indicator, G_LIST_MODEL (names));
  g_signal_connect_object (self->indicator, "notify::selected", G_CALLBACK (emit_changed), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_margin_top (head, 12);
  gtk_box_append (box, head);
  gtk_box_append (box, GTK_WIDGET (self->indicator));
}

static void
mattra_table_filter_init (MattraTableFilter *self)
{
}

/**
 * mattra_table_filter_new:
 * @digits: the script of the indicators' numbers
 *
 * Returns: (transfer floating): a popover that lets everything through
 */
GtkWidget *
mattra_table_filter_new (MattraDigits digits)
{
  MattraTableFilter *self = g_object_new (MATTRA_TYPE_TABLE_FILTER, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *checks = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  GtkWidget *progress = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_box_append (GTK_BOX (checks), build_statuses (self));
  gtk_box_append (GTK_BOX (progress), build_groups (self));
  gtk_box_append (GTK_BOX (progress), build_years (self));
  gtk_box_append (GTK_BOX (checks), progress);
  gtk_box_append (GTK_BOX (box), checks);
  build_indicator (self, GTK_BOX (box), digits);
  gtk_widget_add_css_class (box, "mattra-filter");
  gtk_popover_set_child (GTK_POPOVER (self), box);
  return GTK_WIDGET (self);
}

/**
 * mattra_table_filter_get_statuses:
 * @self: a filter
 *
 * Returns: bits 1 << #MattraStatus of what is let through; 0 for all
 */
guint
mattra_table_filter_get_statuses (MattraTableFilter *self)
{
  guint mask = 0;

  g_return_val_if_fail (MATTRA_IS_TABLE_FILTER (self), 0);

  for (guint i = MATTRA_STATUS_NOT_STARTED; i < N_STATUSES; i++)
    if (gtk_check_button_get_active (self->statuses[i]))
      mask |= 1u << i;
  return mask;
}

/**
 * mattra_table_filter_get_indicator:
 * @self: a filter
 *
 * Returns: the ITA indicator that is let through; 0 for all, %MATTRA_INDICATOR_NONE for none
 */
int
mattra_table_filter_get_indicator (MattraTableFilter *self)
{
  guint selected = 0;

  g_return_val_if_fail (MATTRA_IS_TABLE_FILTER (self), 0);

  selected = gtk_drop_down_get_selected (self->indicator);
  return selected == NO_INDICATOR ? MATTRA_INDICATOR_NONE : (int) selected;
}

/**
 * mattra_table_filter_get_groups:
 * @self: a filter
 *
 * Returns: bits 1 << #MattraGroup of what is let through; 0 for all
 */
guint
mattra_table_filter_get_groups (MattraTableFilter *self)
{
  guint mask = 0;

  g_return_val_if_fail (MATTRA_IS_TABLE_FILTER (self), 0);

  for (guint i = 0; i < MATTRA_N_GROUPS; i++)
    if (gtk_check_button_get_active (self->groups[i]))
      mask |= 1u << i;
  return mask;
}

/**
 * mattra_table_filter_get_years:
 * @self: a filter
 *
 * Returns: bits 1 << #MattraYearMark of what is let through; 0 for all
 */
guint
mattra_table_filter_get_years (MattraTableFilter *self)
{
  guint mask = 0;

  g_return_val_if_fail (MATTRA_IS_TABLE_FILTER (self), 0);

  for (guint i = MATTRA_YEAR_MARK_NEW; i < MATTRA_N_YEAR_MARKS; i++)
    if (gtk_check_button_get_active (self->years[i]))
      mask |= 1u << i;
  return mask;
}

/**
 * mattra_table_filter_set:
 * @self: a filter
 * @filter: what is let through
 *
 * Shows it; nothing is said of it.
 */
void
mattra_table_filter_set (MattraTableFilter  *self,
                         const MattraFilter *filter)
{
  guint indicator = filter->indicator == MATTRA_INDICATOR_NONE ? NO_INDICATOR
                                                               : (guint) CLAMP (filter->indicator, 0, MATTRA_N_INDICATORS);

  g_return_if_fail (MATTRA_IS_TABLE_FILTER (self));

  self->updating = TRUE;
  for (guint i = MATTRA_STATUS_NOT_STARTED; i < N_STATUSES; i++)
    gtk_check_button_set_active (self->statuses[i], (filter->statuses & (1u << i)) != 0);
  for (guint i = 0; i < MATTRA_N_GROUPS; i++)
    gtk_check_button_set_active (self->groups[i], (filter->groups & (1u << i)) != 0);
  for (guint i = MATTRA_YEAR_MARK_NEW; i < MATTRA_N_YEAR_MARKS; i++)
    gtk_check_button_set_active (self->years[i], (filter->years & (1u << i)) != 0);
  gtk_drop_down_set_selected (self->indicator, indicator);
  self->updating = FALSE;
}

static void
add_word (GString    *words,
          const char *between,
          const char *word)
{
  g_string_append_printf (words, "%s%s", words->len > 0 ? between : "", word);
}

/**
 * mattra_table_filter_describe:
 * @filter: a filter
 * @digits: the script of the indicators' numbers
 *
 * Returns: (transfer full) (nullable): what of a list or division is let through, in words; %NULL if everything is
 */
char *
mattra_table_filter_describe (const MattraFilter *filter,
                              MattraDigits        digits)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = MATTRA_STATUS_NOT_STARTED; i < N_STATUSES; i++)
    if (filter->statuses & (1u << i))
      add_word (words, C_("between names", ", "), mattra_status_look_word (i));
  for (guint i = 0; i < MATTRA_N_GROUPS; i++)
    if (filter->groups & (1u << i))
      add_word (words, C_("between names", ", "), mattra_group_look_word (i));
  for (guint i = MATTRA_YEAR_MARK_NEW; i < MATTRA_N_YEAR_MARKS; i++)
    if (filter->years & (1u << i))
      add_word (words, C_("between names", ", "), mattra_year_mark_look_word (i));
  if (filter->indicator == MATTRA_INDICATOR_NONE)
    add_word (words, " · ", _("No indicator"));
  else if (filter->indicator > 0)
    {
      g_autofree char *number = mattra_digits_format (filter->indicator, digits);
      g_autofree char *name = g_strjoin (" ", number, mattra_indicator_get_name (filter->indicator), NULL);

      add_word (words, " · ", name);
    }
  return words->len > 0 ? g_string_free (g_steal_pointer (&words), FALSE) : NULL;
}
