/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-date-chooser.h"

#include <glib/gi18n-lib.h>

#include "mattra-fiscal.h"

#define N_WEEKS 6
#define N_DAYS (N_WEEKS * 7)
#define MONTHS_A_ROW 6
#define FIRST_FISCAL_MONTH 10

struct _MattraDateChooser
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkLabel *month;
  GtkWidget *grid;
  GtkButton *days[N_DAYS];
  GtkLabel *fiscal;
  GtkButton *months[12];
  GtkButton *today_button;

  MattraDate today;
  MattraDate date;
  MattraDate first;
  MattraDigits digits;
};

enum
{
  MOVED,
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MattraDateChooser, mattra_date_chooser, GTK_TYPE_WIDGET)

/* Thai calendars begin with Sunday. */
static const char *const weekdays[] = { "อา.", "จ.", "อ.", "พ.", "พฤ.", "ศ.", "ส." };
static const char *const weekday_names[] = {
  "วันอาทิตย์", "วันจันทร์", "วันอังคาร", "วันพุธ", "วันพฤหัสบดี", "วันศุกร์", "วันเสาร์",
};

typedef enum
{
  STEP_DAYS,
  STEP_MONTHS,
  STEP_MONTH_START,
  STEP_MONTH_END,
  STEP_TODAY,
} Step;

static const struct
{
  guint keyval;
  GdkModifierType state;
  Step step;
  int n;
} moves[] = {
  { GDK_KEY_Left, 0, STEP_DAYS, -1 },
  { GDK_KEY_Right, 0, STEP_DAYS, 1 },
  { GDK_KEY_Up, 0, STEP_DAYS, -7 },
  { GDK_KEY_Down, 0, STEP_DAYS, 7 },
  { GDK_KEY_Page_Up, 0, STEP_MONTHS, -1 },
  { GDK_KEY_Page_Down, 0, STEP_MONTHS, 1 },
  { GDK_KEY_Page_Up, GDK_SHIFT_MASK, STEP_MONTHS, -12 },
  { GDK_KEY_Page_Down, GDK_SHIFT_MASK, STEP_MONTHS, 12 },
  { GDK_KEY_Home, 0, STEP_MONTH_START, 0 },
  { GDK_KEY_End, 0, STEP_MONTH_END, 0 },
  { GDK_KEY_Home, GDK_CONTROL_MASK, STEP_TODAY, 0 },
};

static gboolean
is_choosable (MattraDate date)
{
  return mattra_date_is_set (date) && mattra_fiscal_year_is_valid (mattra_fiscal_year_of (date));
}

static void
set_class (GtkWidget  *widget,
           const char *name,
           gboolean    has_it)
{
  if (has_it)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

/* A flat button has no colour to be chosen in. */
static void
set_chosen (GtkWidget *button,
            gboolean   chosen)
{
  set_class (button, "suggested-action", chosen);
  set_class (button, "flat", !chosen);
}

/* Numbers of days are read, not pressed: they need not be bold. */
static void
set_label (GtkButton  *button,
           const char *text)
{
  gtk_button_set_label (button, text);
  gtk_widget_add_css_class (gtk_button_get_child (button), "body");
  gtk_widget_add_css_class (gtk_button_get_child (button), "mattra-number");
}

static void
fill_day (MattraDateChooser *self,
          guint              index)
{
  MattraDate date = mattra_date_add_days (self->first, (int) index);
  GtkWidget *button = GTK_WIDGET (self->days[index]);
  g_autofree char *label = mattra_digits_format (date.day, self->digits);
  g_autofree char *formatted = mattra_date_format (date, MATTRA_DATE_LONG, self->digits);
  g_autofree char *name = g_strdup_printf ("%s %s", weekday_names[index % 7], formatted);
  gboolean chosen = mattra_date_compare (date, self->date) == 0;
  set_label (self->days[index], label);
  set_chosen (button, chosen);
  set_class (button, "accent", !chosen && mattra_date_compare (date, self->today) == 0);
  set_class (button, "dim-label", date.month != self->date.month);
  gtk_widget_set_sensitive (button, is_choosable (date));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_SELECTED, chosen, -1);
}

static MattraDate
first_of_fiscal_month (MattraDateChooser *self,
                       guint              index)
{
  return mattra_date_add_months (mattra_fiscal_year_start (mattra_fiscal_year_of (self->date)), (int) index);
}

static void
fill_months (MattraDateChooser *self)
{
  g_autofree char *year = mattra_digits_format (mattra_fiscal_year_of (self->date), self->digits);
  g_autofree char *text = g_strdup_printf ("ปีงบประมาณ %s", year);

  gtk_label_set_text (self->fiscal, text);
  for (guint i = 0; i < G_N_ELEMENTS (self->months); i++)
    {
      MattraDate first = first_of_fiscal_month (self, i);
      GtkWidget *button = GTK_WIDGET (self->months[i]);
      g_autofree char *be = mattra_digits_format (mattra_date_year_be (first), self->digits);
      g_autofree char *name = g_strdup_printf ("%s %s", mattra_date_month_name (first.month), be);

      set_chosen (button, first.month == self->date.month);
      gtk_widget_set_tooltip_text (button, name);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }
}

static void
fill (MattraDateChooser *self)
{
  MattraDate month_start = mattra_date_make (self->date.year, self->date.month, 1);
  g_autofree char *year = mattra_digits_format (mattra_date_year_be (self->date), self->digits);
  g_autofree char *title = g_strdup_printf ("%s %s", mattra_date_month_name (self->date.month), year);

  self->first = mattra_date_add_days (month_start, -(mattra_date_weekday (month_start) % 7));
  gtk_label_set_text (self->month, title);
  for (guint i = 0; i < N_DAYS; i++)
    fill_day (self, i);
  fill_months (self);
}

static guint
index_of (MattraDateChooser *self,
          MattraDate         date)
{
  return (guint) mattra_date_days_between (self->first, date);
}

/* The keyboard goes with the day, if it is on one. */
static void
stand_on (MattraDateChooser *self,
          MattraDate         date)
{
  gboolean in_grid = gtk_widget_get_focus_child (self->grid) != NULL;

  self->date = date;
  fill (self);
  if (in_grid)
    gtk_widget_grab_focus (GTK_WIDGET (self->days[index_of (self, date)]));
}

static void
move_to (MattraDateChooser *self,
         MattraDate         date)
{
  if (!is_choosable (date))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  stand_on (self, date);
  g_signal_emit (self, signals[MOVED], 0);
}

static MattraDate
stepped (MattraDateChooser *self,
         Step               step,
         int                n)
{
  switch (step)
    {
    case STEP_DAYS:
      return mattra_date_add_days (self->date, n);
    case STEP_MONTHS:
      return mattra_date_add_months (self->date, n);
    case STEP_MONTH_START:
      return mattra_date_make (self->date.year, self->date.month, 1);
    case STEP_MONTH_END:
      return mattra_date_month_end (self->date);
    case STEP_TODAY:
    default:
      return self->today;
    }
}

/**
 * mattra_date_chooser_press_key:
 * @self: a chooser
 * @keyval: a key
 * @state: the modifiers held
 *
 * Moves by a key, also one pressed beside the chooser.
 *
 * Returns: whether the key means something here
 */
gboolean
mattra_date_chooser_press_key (MattraDateChooser *self,
                               guint              keyval,
                               GdkModifierType    state)
{
  g_return_val_if_fail (MATTRA_IS_DATE_CHOOSER (self), FALSE);

  state &= GDK_SHIFT_MASK | GDK_CONTROL_MASK | GDK_ALT_MASK;
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    if (moves[i].keyval == keyval && moves[i].state == state)
      {
        move_to (self, stepped (self, moves[i].step, moves[i].n));
        return TRUE;
      }
  return FALSE;
}

static gboolean
on_key_pressed (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                MattraDateChooser     *self)
{
  return mattra_date_chooser_press_key (self, keyval, state);
}

static guint
find_button (GtkButton  *button,
             GtkButton **buttons,
             guint       n)
{
  guint i = 0;

  while (i < n && buttons[i] != button)
    i++;
  g_assert (i < n);
  return i;
}

static void
on_day_clicked (GtkButton         *button,
                MattraDateChooser *self)
{
  move_to (self, mattra_date_add_days (self->first, (int) find_button (button, self->days, N_DAYS)));
  g_signal_emit (self, signals[CHOSEN], 0);
}

/* Keeps the day where the month has it. */
static void
on_month_clicked (GtkButton         *button,
                  MattraDateChooser *self)
{
  MattraDate first = first_of_fiscal_month (self, find_button (button, self->months, 12));
  int last = mattra_date_days_in_month (first.year, first.month);

  move_to (self, mattra_date_make (first.year, first.month, MIN (self->date.day, last)));
}

static void
on_today_clicked (GtkButton         *button,
                  MattraDateChooser *self)
{
  move_to (self, self->today);
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
on_step_clicked (GtkButton         *button,
                 MattraDateChooser *self)
{
  int n_months = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "months"));

  move_to (self, mattra_date_add_months (self->date, n_months));
}

static GtkWidget *
add_step (MattraDateChooser *self,
          GtkWidget         *box,
          const char        *icon,
          const char        *name,
          int                n_months)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (button), "months", GINT_TO_POINTER (n_months));
  g_signal_connect (button, "clicked", G_CALLBACK (on_step_clicked), self);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static GtkLabel *
add_title (MattraDateChooser *self,
           const char        *previous,
           const char        *next,
           int                n_months)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);

  add_step (self, row, "go-previous-symbolic", previous, -n_months);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "heading");
  gtk_box_append (GTK_BOX (row), label);
  add_step (self, row, "go-next-symbolic", next, n_months);
  gtk_box_append (GTK_BOX (self->box), row);
  return GTK_LABEL (label);
}

static void
add_weekdays (MattraDateChooser *self)
{
  for (int i = 0; i < 7; i++)
    {
      GtkWidget *label = gtk_label_new (weekdays[i]);

      gtk_widget_add_css_class (label, "dim-label");
      gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      weekday_names[i], -1);
      gtk_grid_attach (GTK_GRID (self->grid), label, i, 0, 1, 1);
    }
}

static void
add_days (MattraDateChooser *self)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  self->grid = gtk_grid_new ();
  gtk_grid_set_column_homogeneous (GTK_GRID (self->grid), TRUE);
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect (controller, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (self->grid, controller);
  add_weekdays (self);
  for (int i = 0; i < N_DAYS; i++)
    {
      self->days[i] = GTK_BUTTON (gtk_button_new_with_label (""));
      g_signal_connect (self->days[i], "clicked", G_CALLBACK (on_day_clicked), self);
      gtk_grid_attach (GTK_GRID (self->grid), GTK_WIDGET (self->days[i]), i % 7, 1 + i / 7, 1, 1);
    }
  gtk_box_append (GTK_BOX (self->box), self->grid);
}

static void
add_months (MattraDateChooser *self)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_homogeneous (GTK_GRID (grid), TRUE);
  for (int i = 0; i < 12; i++)
    {
      const char *name = mattra_date_month_short ((FIRST_FISCAL_MONTH - 1 + i) % 12 + 1);

      self->months[i] = GTK_BUTTON (gtk_button_new ());
      set_label (self->months[i], name);
      g_signal_connect (self->months[i], "clicked", G_CALLBACK (on_month_clicked), self);
      gtk_grid_attach (GTK_GRID (grid), GTK_WIDGET (self->months[i]), i % MONTHS_A_ROW, i / MONTHS_A_ROW, 1, 1);
    }
  gtk_box_append (GTK_BOX (self->box), grid);
}

static void
add_today (MattraDateChooser *self)
{
  self->today_button = GTK_BUTTON (gtk_button_new_with_label (""));
  g_signal_connect (self->today_button, "clicked", G_CALLBACK (on_today_clicked), self);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->today_button));
}

static void
update_today (MattraDateChooser *self)
{
  g_autofree char *date = mattra_date_format (self->today, MATTRA_DATE_SHORT, self->digits);
  g_autofree char *label = NULL;

  /* Translators: %s is today's date. */
  label = g_strdup_printf (_("Today, %s"), date);
  gtk_button_set_label (self->today_button, label);
}

static gboolean
mattra_date_chooser_grab_focus (GtkWidget *widget)
{
  MattraDateChooser *self = MATTRA_DATE_CHOOSER (widget);

  return gtk_widget_grab_focus (GTK_WIDGET (self->days[index_of (self, self->date)]));
}

static void
mattra_date_chooser_dispose (GObject *object)
{
  MattraDateChooser *self = MATTRA_DATE_CHOOSER (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (mattra_date_chooser_parent_class)->dispose (object);
}

static void
mattra_date_chooser_class_init (MattraDateChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mattra_date_chooser_dispose;
  widget_class->grab_focus = mattra_date_chooser_grab_focus;

  signals[MOVED] = g_signal_new ("moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                 NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "datechooser");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
mattra_date_chooser_init (MattraDateChooser *self)
{
  self->digits = MATTRA_DIGITS_THAI;
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->month = add_title (self, _("Previous month"), _("Next month"), 1);
  add_days (self);
  self->fiscal = add_title (self, _("Previous fiscal year"), _("Next fiscal year"), 12);
  add_months (self);
  add_today (self);
}

/**
 * mattra_date_chooser_new:
 * @today: today, which it begins with
 *
 * Returns: (transfer floating): a chooser
 */
GtkWidget *
mattra_date_chooser_new (MattraDate today)
{
  MattraDateChooser *self;

  g_return_val_if_fail (mattra_date_is_set (today), NULL);

  self = g_object_new (MATTRA_TYPE_DATE_CHOOSER, NULL);
  self->today = today;
  self->date = today;
  fill (self);
  update_today (self);
  return GTK_WIDGET (self);
}

/**
 * mattra_date_chooser_get_date:
 * @self: a chooser
 *
 * Returns: the day one stands on
 */
MattraDate
mattra_date_chooser_get_date (MattraDateChooser *self)
{
  g_return_val_if_fail (MATTRA_IS_DATE_CHOOSER (self), MATTRA_DATE_NONE);

  return self->date;
}

/**
 * mattra_date_chooser_set_date:
 * @self: a chooser
 * @date: a day; one outside of the years that a plan may have leaves all as it is
 *
 * Shows another day, without a signal.
 */
void
mattra_date_chooser_set_date (MattraDateChooser *self,
                              MattraDate         date)
{
  g_return_if_fail (MATTRA_IS_DATE_CHOOSER (self));

  if (is_choosable (date))
    stand_on (self, date);
}

void
mattra_date_chooser_set_digits (MattraDateChooser *self,
                                MattraDigits       digits)
{
  g_return_if_fail (MATTRA_IS_DATE_CHOOSER (self));

  self->digits = digits;
  fill (self);
  update_today (self);
}
