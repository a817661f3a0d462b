/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-period-chooser.h"

#include <glib/gi18n-lib.h>

#include "mattra-date-chooser.h"
#include "mattra-fiscal.h"

struct _MattraPeriodChooser
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkToggleButton *bounds[2];
  MattraDateChooser *chooser;

  MattraDate period[2];
  MattraDigits digits;
};

enum
{
  CHANGED,
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MattraPeriodChooser, mattra_period_chooser, GTK_TYPE_WIDGET)

typedef gboolean (*FiscalPart) (int         fiscal_year,
                                int         number,
                                MattraDate *start,
                                MattraDate *end);

static gboolean
whole_year (int         fiscal_year,
            int         number,
            MattraDate *start,
            MattraDate *end)
{
  *start = mattra_fiscal_year_start (fiscal_year);
  *end = mattra_fiscal_year_end (fiscal_year);
  return TRUE;
}

static const struct
{
  const char *label;
  const char *name;
  FiscalPart part;
  int number;
} parts[] = {
  { N_ ("Q1"), N_ ("First quarter, October to December"), mattra_fiscal_quarter, 1 },
  { N_ ("Q2"), N_ ("Second quarter, January to March"), mattra_fiscal_quarter, 2 },
  { N_ ("Q3"), N_ ("Third quarter, April to June"), mattra_fiscal_quarter, 3 },
  { N_ ("Q4"), N_ ("Fourth quarter, July to September"), mattra_fiscal_quarter, 4 },
  { N_ ("H1"), N_ ("First half, October to March"), mattra_fiscal_half, 1 },
  { N_ ("H2"), N_ ("Second half, April to September"), mattra_fiscal_half, 2 },
  { N_ ("Year"), N_ ("The whole fiscal year"), whole_year, 0 },
};

static int
active_bound (MattraPeriodChooser *self)
{
  return gtk_toggle_button_get_active (self->bounds[1]) ? 1 : 0;
}

static void
update_bounds (MattraPeriodChooser *self)
{
  for (int i = 0; i < 2; i++)
    {
      MattraDate date = self->period[i];
      g_autofree char *day = mattra_date_is_set (date) ? mattra_date_format (date, MATTRA_DATE_SHORT, self->digits)
                                                       : g_strdup ("…");
      g_autofree char *label = i == 0 ? g_strdup_printf (_("From %s"), day) : g_strdup_printf (_("To %s"), day);

      gtk_button_set_label (GTK_BUTTON (self->bounds[i]), label);
    }
}

static void
on_bound_toggled (GtkToggleButton     *button,
                  MattraPeriodChooser *self)
{
  if (gtk_toggle_button_get_active (button))
    mattra_date_chooser_set_date (self->chooser, self->period[active_bound (self)]);
}

/* An end before the start, and a start behind the end, part with the other bound. */
static void
on_chosen (MattraDateChooser   *chooser,
           MattraPeriodChooser *self)
{
  int bound = active_bound (self);
  gboolean whole;

  self->period[bound] = mattra_date_chooser_get_date (chooser);
  if (mattra_date_is_set (self->period[0]) && mattra_date_is_set (self->period[1])
      && mattra_date_compare (self->period[0], self->period[1]) > 0)
    self->period[1 - bound] = MATTRA_DATE_NONE;
  whole = mattra_date_is_set (self->period[0]) && mattra_date_is_set (self->period[1]);
  update_bounds (self);
  g_signal_emit (self, signals[CHANGED], 0);
  if (whole && bound == 1)
    g_signal_emit (self, signals[CHOSEN], 0);
  else
    gtk_toggle_button_set_active (self->bounds[mattra_date_is_set (self->period[0]) ? 1 : 0], TRUE);
}

static void
on_part_clicked (GtkButton           *button,
                 MattraPeriodChooser *self)
{
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "part"));
  int fiscal_year = mattra_fiscal_year_of (mattra_date_chooser_get_date (self->chooser));

  if (!parts[index].part (fiscal_year, parts[index].number, &self->period[0], &self->period[1]))
    return;
  update_bounds (self);
  g_signal_emit (self, signals[CHANGED], 0);
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
add_bounds (MattraPeriodChooser *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (row, "linked");
  gtk_box_set_homogeneous (GTK_BOX (row), TRUE);
  for (int i = 0; i < 2; i++)
    {
      self->bounds[i] = GTK_TOGGLE_BUTTON (gtk_toggle_button_new_with_label (""));
      g_signal_connect (self->bounds[i], "toggled", G_CALLBACK (on_bound_toggled), self);
      gtk_box_append (GTK_BOX (row), GTK_WIDGET (self->bounds[i]));
    }
  gtk_toggle_button_set_group (self->bounds[1], self->bounds[0]);
  gtk_box_append (GTK_BOX (self->box), row);
}

static void
add_parts (MattraPeriodChooser *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_box_set_homogeneous (GTK_BOX (row), TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      GtkWidget *button = gtk_button_new_with_label (_(parts[i].label));

      gtk_widget_add_css_class (button, "flat");
      gtk_widget_set_tooltip_text (button, _(parts[i].name));
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _(parts[i].name), -1);
      g_object_set_data (G_OBJECT (button), "part", GUINT_TO_POINTER (i));
      g_signal_connect (button, "clicked", G_CALLBACK (on_part_clicked), self);
      gtk_box_append (GTK_BOX (row), button);
    }
  gtk_box_append (GTK_BOX (self->box), row);
}

static gboolean
mattra_period_chooser_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (MATTRA_PERIOD_CHOOSER (widget)->chooser));
}

static void
mattra_period_chooser_dispose (GObject *object)
{
  MattraPeriodChooser *self = MATTRA_PERIOD_CHOOSER (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (mattra_period_chooser_parent_class)->dispose (object);
}

static void
mattra_period_chooser_class_init (MattraPeriodChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mattra_period_chooser_dispose;
  widget_class->grab_focus = mattra_period_chooser_grab_focus;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "periodchooser");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
mattra_period_chooser_init (MattraPeriodChooser *self)
{
  self->digits = MATTRA_DIGITS_THAI;
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * mattra_period_chooser_new:
 * @today: today, which its calendar begins with
 *
 * Returns: (transfer floating): a chooser without a period
 */
GtkWidget *
mattra_period_chooser_new (MattraDate today)
{
  MattraPeriodChooser *self;

  g_return_val_if_fail (mattra_date_is_set (today), NULL);

  self = g_object_new (MATTRA_TYPE_PERIOD_CHOOSER, NULL);
  add_bounds (self);
  self->chooser = MATTRA_DATE_CHOOSER (mattra_date_chooser_new (today));
  g_signal_connect (self->chooser, "chosen", G_CALLBACK (on_chosen), self);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->chooser));
  add_parts (self);
  gtk_toggle_button_set_active (self->bounds[0], TRUE);
  update_bounds (self);
  return GTK_WIDGET (self);
}

/**
 * mattra_period_chooser_set_period:
 * @self: a chooser
 * @start: the first day, or none
 * @end: the last day, or none
 *
 * Shows a period and asks for its first day.
 */
void
mattra_period_chooser_set_period (MattraPeriodChooser *self,
                                  MattraDate           start,
                                  MattraDate           end)
{
  g_return_if_fail (MATTRA_IS_PERIOD_CHOOSER (self));

  self->period[0] = start;
  self->period[1] = end;
  gtk_toggle_button_set_active (self->bounds[0], TRUE);
  mattra_date_chooser_set_date (self->chooser, mattra_date_is_set (start) ? start : end);
  update_bounds (self);
}

/**
 * mattra_period_chooser_get_period:
 * @self: a chooser
 * @start: (out): the first day, none if it is open
 * @end: (out): the last day, none if it is open
 *
 * Tells the period.
 */
void
mattra_period_chooser_get_period (MattraPeriodChooser *self,
                                  MattraDate          *start,
                                  MattraDate          *end)
{
  g_return_if_fail (MATTRA_IS_PERIOD_CHOOSER (self));

  *start = self->period[0];
  *end = self->period[1];
}

void
mattra_period_chooser_set_digits (MattraPeriodChooser *self,
                                  MattraDigits         digits)
{
  g_return_if_fail (MATTRA_IS_PERIOD_CHOOSER (self));

  self->digits = digits;
  mattra_date_chooser_set_digits (self->chooser, digits);
  update_bounds (self);
}
