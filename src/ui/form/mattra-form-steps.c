/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-form-steps.h"

#include <glib/gi18n-lib.h>

#include "mattra-form-step.h"

#define FACE_KEY "mattra-form-steps"

struct _MattraFormSteps
{
  GtkBox parent_instance;

  MattraFormCell *field; /* the field whose face it is */
  GPtrArray *steps;      /* MattraFormStep */
  guint n_times;
};

G_DEFINE_FINAL_TYPE (MattraFormSteps, mattra_form_steps, GTK_TYPE_BOX)

static void
ticked (MattraFormStep  *step,
        guint            occurrence,
        gboolean         done,
        MattraFormSteps *self)
{
  if (mattra_form_cell_get_place (self->field)->round != MATTRA_ROUND_NONE)
    mattra_form_cell_tick (self->field, mattra_form_step_get_id (step), occurrence, done);
}

/* Only a list of other steps is built anew: the focus stays. */
static gboolean
has_these (MattraFormSteps *self,
           GPtrArray       *items,
           guint            n_times)
{
  if (self->steps->len != items->len || self->n_times != n_times)
    return FALSE;
  for (guint i = 0; i < items->len; i++)
    {
      const MattraItem *item = g_ptr_array_index (items, i);

      if (g_strcmp0 (item->id, mattra_form_step_get_id (g_ptr_array_index (self->steps, i))) != 0)
        return FALSE;
    }
  return TRUE;
}

static void
rebuild (MattraFormSteps *self,
         GPtrArray       *items,
         guint            n_times)
{
  for (guint i = 0; i < self->steps->len; i++)
    gtk_box_remove (GTK_BOX (self), g_ptr_array_index (self->steps, i));
  g_ptr_array_set_size (self->steps, 0);
  self->n_times = n_times;
  for (guint i = 0; i < items->len; i++)
    {
      const MattraItem *item = g_ptr_array_index (items, i);
      GtkWidget *step = mattra_form_step_new (item->id, n_times);

      g_signal_connect_object (step, "ticked", G_CALLBACK (ticked), self, 0);
      gtk_box_append (GTK_BOX (self), step);
      g_ptr_array_add (self->steps, step);
    }
}

/**
 * mattra_form_steps_show:
 * @field: a field made by mattra_form_steps_new_field(), that shows its measure
 * @context: under what it is looked at
 * @measure: the measure
 *
 * Shows the steps with the ticks of the field's division.
 */
void
mattra_form_steps_show (MattraFormCell           *field,
                        const MattraTableContext *context,
                        MattraMeasure            *measure)
{
  MattraFormSteps *self = g_object_get_data (G_OBJECT (field), FACE_KEY);
  GPtrArray *items = mattra_measure_get_items (measure, MATTRA_ITEM_STEP);
  guint n_times = (guint) MAX (1, mattra_measure_get_recurrence (measure));
  const char *division = mattra_form_cell_get_place (field)->division;
  g_autofree char *why = NULL;

  g_return_if_fail (MATTRA_IS_FORM_STEPS (self));

  if (context->round == MATTRA_ROUND_NONE)
    why = g_strdup (_("Choose a round to tick steps"));
  else if (mattra_form_cell_is_read_only (field))
    why = g_strdup (mattra_form_cell_get_why (field));
  else
    mattra_actor_can_answer (context->actor, context->plan, measure, context->round, division, &why);
  if (!has_these (self, items, n_times))
    rebuild (self, items, n_times);
  for (guint i = 0; i < items->len; i++)
    {
      MattraFormStep *step = g_ptr_array_index (self->steps, i);

      mattra_form_step_show (step, context, measure, g_ptr_array_index (items, i), i + 1, division);
      mattra_form_step_set_why (step, why);
    }
}

static void
mattra_form_steps_finalize (GObject *object)
{
  g_ptr_array_unref (MATTRA_FORM_STEPS (object)->steps);
  G_OBJECT_CLASS (mattra_form_steps_parent_class)->finalize (object);
}

static void
mattra_form_steps_class_init (MattraFormStepsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mattra_form_steps_finalize;
}

static void
mattra_form_steps_init (MattraFormSteps *self)
{
  self->steps = g_ptr_array_new ();
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "mattra-form-steps");
}

static GtkWidget *
new_pencil (MattraFormText *field)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("document-edit-symbolic");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "mattra-form-tool");
  gtk_widget_set_tooltip_text (button, _("Edit the Steps"));
  g_signal_connect_object (button, "clicked", G_CALLBACK (mattra_form_text_edit), field, G_CONNECT_SWAPPED);
  return button;
}

/**
 * mattra_form_steps_new_field:
 * @session: the session
 * @editable: the steps themselves can be changed, not only ticked
 *
 * Returns: (transfer floating): a field whose face is a check list
 */
GtkWidget *
mattra_form_steps_new_field (MattraSession *session,
                             gboolean       editable)
{
  GtkWidget *field = mattra_form_text_new (session, MATTRA_FORM_ITEMS);
  MattraFormSteps *self = g_object_new (MATTRA_TYPE_FORM_STEPS, NULL);

  self->field = MATTRA_FORM_CELL (field);
  g_object_set_data (G_OBJECT (field), FACE_KEY, self);
  mattra_form_text_set_face (MATTRA_FORM_TEXT (field), GTK_WIDGET (self));
  if (editable)
    mattra_form_cell_add_tool (MATTRA_FORM_CELL (field), new_pencil (MATTRA_FORM_TEXT (field)));
  return field;
}
