/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-form-step.h"

#include <glib/gi18n-lib.h>

#include "mattra-word-digits.h"

/* So many ticks stand side by side; more are counted up and down. */
#define TICKS_SHOWN 12
#define TICKS_A_ROW 3

struct _MattraFormStep
{
  GtkBox parent_instance;

  char *id;
  guint n_times;
  guint n_done;
  GtkLabel *text;
  GtkLabel *count;
  GPtrArray *ticks;  /* GtkCheckButton, where each time has one */
  GtkWidget *less;
  GtkWidget *more;
  gboolean *done;    /* of each time */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (MattraFormStep, mattra_form_step, GTK_TYPE_BOX)

enum
{
  SIGNAL_TICKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
tick (MattraFormStep *self,
      guint           time,
      gboolean        done)
{
  g_signal_emit (self, signals[SIGNAL_TICKED], 0, time + 1, done);
}

static void
toggled (GtkCheckButton *button,
         MattraFormStep *self)
{
  guint time = 0;

  if (!self->filling && g_ptr_array_find (self->ticks, button, &time))
    tick (self, time, gtk_check_button_get_active (button));
}

static void
count_up (MattraFormStep *self)
{
  for (guint i = 0; i < self->n_times; i++)
    if (!self->done[i])
      {
        tick (self, i, TRUE);
        return;
      }
}

static void
count_down (MattraFormStep *self)
{
  for (guint i = self->n_times; i > 0; i--)
    if (self->done[i - 1])
      {
        tick (self, i - 1, FALSE);
        return;
      }
}

/* What the register has */

/* A round of six months in which a step is to be done six times: once a month. */
static gboolean
is_monthly (MattraFormStep        *self,
            const MattraPlanRound *round)
{
  return round && mattra_date_is_set (round->start) && mattra_date_is_set (round->end)
         && mattra_date_compare (mattra_date_add_months (round->start, (int) self->n_times - 1), round->end) <= 0
         && mattra_date_compare (mattra_date_add_months (round->start, (int) self->n_times), round->end) > 0;
}

static void
show_count (MattraFormStep *self,
            MattraDigits    digits,
            gboolean        monthly)
{
  g_autofree char *done = mattra_digits_format ((int) self->n_done, digits);
  g_autofree char *all = mattra_digits_format ((int) self->n_times, digits);
  g_autofree char *text = g_strdup_printf (monthly ? _("%s of %s months") : _("%s of %s times"), done, all);

  gtk_label_set_text (self->count, text);
}

static char *
name_time (const MattraPlanRound *round,
           guint                  time,
           MattraDigits           digits,
           gboolean               monthly)
{
  if (monthly)
    return g_strdup (mattra_date_month_short (mattra_date_add_months (round->start, (int) time).month));
  return mattra_digits_format ((int) time + 1, digits);
}

static void
name_tick (MattraFormStep *self,
           guint           time,
           const char     *name)
{
  GtkWidget *button = g_ptr_array_index (self->ticks, time);
  g_autofree char *said = g_strdup_printf ("%s, %s", gtk_label_get_text (self->text), name);

  gtk_check_button_set_label (GTK_CHECK_BUTTON (button), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
}

static void
show_times (MattraFormStep           *self,
            const MattraTableContext *context)
{
  const MattraPlanRound *round = mattra_plan_get_round (context->plan, context->round);
  gboolean monthly = is_monthly (self, round);

  show_count (self, mattra_word_digits (context->digits), monthly);
  for (guint i = 0; i < self->ticks->len; i++)
    {
      g_autofree char *name = name_time (round, i, context->digits, monthly);

      name_tick (self, i, name);
    }
  if (self->more)
    {
      gtk_widget_set_sensitive (self->more, self->n_done < self->n_times);
      gtk_widget_set_sensitive (self->less, self->n_done > 0);
    }
}

static void
read_ticks (MattraFormStep *self,
            MattraMeasure  *measure,
            MattraRound     round,
            const char     *division)
{
  self->filling = TRUE;
  self->n_done = 0;
  for (guint i = 0; i < self->n_times; i++)
    {
      self->done[i] = mattra_measure_is_ticked (measure, self->id, round, division, i + 1);
      self->n_done += self->done[i] ? 1 : 0;
      if (i < self->ticks->len)
        gtk_check_button_set_active (g_ptr_array_index (self->ticks, i), self->done[i]);
    }
  self->filling = FALSE;
}

/**
 * mattra_form_step_show:
 * @self: a step
 * @context: under what it is looked at
 * @measure: its measure
 * @item: the step as the register has it
 * @number: its number
 * @division: (nullable): whose ticks are shown; %NULL for the joint ones
 *
 * Shows the step and its ticks.
 */
void
mattra_form_step_show (MattraFormStep           *self,
                       const MattraTableContext *context,
                       MattraMeasure            *measure,
                       const MattraItem         *item,
                       guint                     number,
                       const char               *division)
{
  g_autofree char *figure = mattra_digits_format ((int) number, context->digits);
  g_autofree char *text = g_strdup_printf ("%s. %s", figure, item->text);

  g_return_if_fail (MATTRA_IS_FORM_STEP (self));

  gtk_label_set_text (self->text, item->none ? item->text : text);
  read_ticks (self, measure, context->round, division);
  if (self->n_times > 1)
    show_times (self, context);
  else
    gtk_accessible_update_property (g_ptr_array_index (self->ticks, 0), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    gtk_label_get_text (self->text), -1);
  if (self->n_done == self->n_times)
    gtk_widget_add_css_class (GTK_WIDGET (self), "mattra-done");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "mattra-done");
}

/**
 * mattra_form_step_set_why:
 * @self: a step
 * @why: (nullable): why it can't be ticked
 */
void
mattra_form_step_set_why (MattraFormStep *self,
                          const char     *why)
{
  g_return_if_fail (MATTRA_IS_FORM_STEP (self));

  for (guint i = 0; i < self->ticks->len; i++)
    gtk_widget_set_sensitive (g_ptr_array_index (self->ticks, i), why == NULL);
  if (self->more)
    gtk_widget_set_sensitive (gtk_widget_get_parent (self->more), why == NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), why);
}

/* What it is built of */

static GtkLabel *
new_text (void)
{
  GtkLabel *label = GTK_LABEL (gtk_label_new (NULL));

  gtk_label_set_xalign (label, 0);
  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (GTK_WIDGET (label), TRUE);
  return label;
}

static GtkWidget *
new_tick (MattraFormStep *self)
{
  GtkWidget *button = gtk_check_button_new ();

  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled), self, 0);
  g_ptr_array_add (self->ticks, button);
  return button;
}

static GtkWidget *
new_counter (MattraFormStep *self,
             const char     *icon,
             const char     *name,
             void          (*count) (MattraFormStep *self))
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, name);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (count), self, G_CONNECT_SWAPPED);
  return button;
}

static void
add_count (MattraFormStep *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->count = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->count, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "mattra-form-count");
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->count));
  if (self->n_times > TICKS_SHOWN)
    {
      self->less = new_counter (self, "list-remove-symbolic", _("Take Away the Last Tick"), count_down);
      self->more = new_counter (self, "list-add-symbolic", _("Done Once More"), count_up);
      gtk_box_append (GTK_BOX (line), self->less);
      gtk_box_append (GTK_BOX (line), self->more);
    }
  gtk_box_append (GTK_BOX (self), line);
}

static void
add_ticks (MattraFormStep *self)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_homogeneous (GTK_GRID (grid), TRUE);
  for (guint i = 0; i < self->n_times; i++)
    gtk_grid_attach (GTK_GRID (grid), new_tick (self), (int) (i % TICKS_A_ROW), (int) (i / TICKS_A_ROW), 1, 1);
  gtk_box_append (GTK_BOX (self), grid);
}

static void
build (MattraFormStep *self)
{
  GtkWidget *button = NULL;

  self->text = new_text ();
  if (self->n_times == 1)
    {
      button = new_tick (self);
      gtk_check_button_set_child (GTK_CHECK_BUTTON (button), GTK_WIDGET (self->text));
      gtk_box_append (GTK_BOX (self), button);
      return;
    }
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->text));
  add_count (self);
  if (self->n_times <= TICKS_SHOWN)
    add_ticks (self);
}

static void
mattra_form_step_finalize (GObject *object)
{
  MattraFormStep *self = MATTRA_FORM_STEP (object);

  g_ptr_array_unref (self->ticks);
  g_free (self->id);
  g_free (self->done);
  G_OBJECT_CLASS (mattra_form_step_parent_class)->finalize (object);
}

static void
mattra_form_step_class_init (MattraFormStepClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mattra_form_step_finalize;

  signals[SIGNAL_TICKED] = g_signal_new ("ticked", MATTRA_TYPE_FORM_STEP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_BOOLEAN);
}

static void
mattra_form_step_init (MattraFormStep *self)
{
  self->ticks = g_ptr_array_new ();
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "mattra-form-step");
}

/**
 * mattra_form_step_new:
 * @id: ULID of the step
 * @n_times: how often it is to be done in a round
 *
 * Returns: (transfer floating): a step
 */
GtkWidget *
mattra_form_step_new (const char *id,
                      guint       n_times)
{
  MattraFormStep *self = NULL;

  g_return_val_if_fail (id != NULL && n_times > 0, NULL);

  self = g_object_new (MATTRA_TYPE_FORM_STEP, NULL);
  self->id = g_strdup (id);
  self->n_times = n_times;
  self->done = g_new0 (gboolean, n_times);
  build (self);
  return GTK_WIDGET (self);
}

/**
 * mattra_form_step_get_id:
 * @self: a step
 *
 * Returns: (transfer none): its ULID
 */
const char *
mattra_form_step_get_id (MattraFormStep *self)
{
  g_return_val_if_fail (MATTRA_IS_FORM_STEP (self), NULL);

  return self->id;
}
