/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-form-answer.h"

#include "mattra-evidence-view.h"
#include "mattra-form-layout.h"
#include "mattra-form-steps.h"
#include "mattra-review-actions.h"

struct _MattraFormAnswer
{
  AdwBin parent_instance;

  MattraSession *session;
  char *division;
  char *name;
  gboolean ticks;
  GPtrArray *cells;
  MattraReviewBox *review; /* once the cells are made */
  GtkWidget *evidence; /* of the answer, once it is built */
  GtkExpander *expander;
  GtkLabel *summary;
};

G_DEFINE_FINAL_TYPE (MattraFormAnswer, mattra_form_answer, ADW_TYPE_BIN)

enum
{
  SIGNAL_BUILT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
build (MattraFormAnswer *self)
{
  GtkWidget *box = NULL;
  GtkWidget *steps = NULL;

  if (self->cells->len > 0)
    return;
  box = mattra_form_layout_build (self->session, MATTRA_FORM_PART_ANSWER, self->cells);
  if (self->ticks)
    {
      steps = mattra_form_steps_new_field (self->session, FALSE);
      gtk_widget_set_name (steps, "steps");
      gtk_box_prepend (GTK_BOX (box), steps);
      g_ptr_array_insert (self->cells, 0, steps);
    }
  self->review = MATTRA_REVIEW_BOX (mattra_review_box_new (self->session));
  mattra_review_box_set_cells (self->review, self->cells);
  gtk_box_prepend (GTK_BOX (box), GTK_WIDGET (self->review));
  self->evidence = mattra_evidence_view_new (self->session);
  gtk_box_append (GTK_BOX (box), self->evidence);
  gtk_box_append (GTK_BOX (box), mattra_review_actions_new (self->review));
  if (self->expander)
    gtk_expander_set_child (self->expander, box);
  else
    adw_bin_set_child (ADW_BIN (self), box);
  g_signal_emit (self, signals[SIGNAL_BUILT], 0);
}

static void
expanded (MattraFormAnswer *self)
{
  if (gtk_expander_get_expanded (self->expander))
    build (self);
}

static GtkWidget *
new_head (MattraFormAnswer *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *name = gtk_label_new (self->name);

  self->summary = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_label_set_xalign (self->summary, 0);
  gtk_label_set_wrap (self->summary, TRUE);
  gtk_widget_add_css_class (name, "heading");
  gtk_widget_add_css_class (GTK_WIDGET (self->summary), "mattra-form-note");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->summary));
  return box;
}

static void
add_expander (MattraFormAnswer *self)
{
  self->expander = GTK_EXPANDER (gtk_expander_new (NULL));
  gtk_expander_set_label_widget (self->expander, new_head (self));
  gtk_widget_add_css_class (GTK_WIDGET (self->expander), "mattra-form-answer");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->expander), GTK_ACCESSIBLE_PROPERTY_LABEL, self->name, -1);
  g_signal_connect_object (self->expander, "notify::expanded", G_CALLBACK (expanded), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->expander));
}

static void
mattra_form_answer_dispose (GObject *object)
{
  g_clear_object (&MATTRA_FORM_ANSWER (object)->session);
  G_OBJECT_CLASS (mattra_form_answer_parent_class)->dispose (object);
}

static void
mattra_form_answer_finalize (GObject *object)
{
  MattraFormAnswer *self = MATTRA_FORM_ANSWER (object);

  g_ptr_array_unref (self->cells);
  g_free (self->division);
  g_free (self->name);
  G_OBJECT_CLASS (mattra_form_answer_parent_class)->finalize (object);
}

static void
mattra_form_answer_class_init (MattraFormAnswerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mattra_form_answer_dispose;
  G_OBJECT_CLASS (klass)->finalize = mattra_form_answer_finalize;

  signals[SIGNAL_BUILT] = g_signal_new ("built", MATTRA_TYPE_FORM_ANSWER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 0);
}

static void
mattra_form_answer_init (MattraFormAnswer *self)
{
  self->cells = g_ptr_array_new ();
}

/**
 * mattra_form_answer_new:
 * @session: the session
 * @division: (nullable): ULID of the division; %NULL for the joint answer
 * @name: (nullable): what it is called, where there are several
 * @ticks: whether steps are ticked in it
 *
 * Returns: (transfer floating): the fields of an answer
 */
GtkWidget *
mattra_form_answer_new (MattraSession *session,
                        const char    *division,
                        const char    *name,
                        gboolean       ticks)
{
  MattraFormAnswer *self = g_object_new (MATTRA_TYPE_FORM_ANSWER, NULL);

  self->session = g_object_ref (session);
  self->division = g_strdup (division);
  self->name = g_strdup (name);
  self->ticks = ticks;
  if (name)
    add_expander (self);
  return GTK_WIDGET (self);
}

const char *
mattra_form_answer_get_division (MattraFormAnswer *self)
{
  g_return_val_if_fail (MATTRA_IS_FORM_ANSWER (self), NULL);

  return self->division;
}

/**
 * mattra_form_answer_set_division:
 * @self: an answer without a name
 * @division: (nullable): ULID of the division; %NULL for the joint answer
 *
 * Has the fields serve another division.
 */
void
mattra_form_answer_set_division (MattraFormAnswer *self,
                                 const char       *division)
{
  char *copy = g_strdup (division);

  g_return_if_fail (MATTRA_IS_FORM_ANSWER (self));

  g_free (self->division);
  self->division = copy;
}

const char *
mattra_form_answer_get_name (MattraFormAnswer *self)
{
  g_return_val_if_fail (MATTRA_IS_FORM_ANSWER (self), NULL);

  return self->name;
}

gboolean
mattra_form_answer_get_ticks (MattraFormAnswer *self)
{
  g_return_val_if_fail (MATTRA_IS_FORM_ANSWER (self), FALSE);

  return self->ticks;
}

/**
 * mattra_form_answer_get_cells:
 * @self: an answer
 *
 * Returns: (transfer none) (element-type MattraFormCell): its cells, none while nobody has seen them
 */
GPtrArray *
mattra_form_answer_get_cells (MattraFormAnswer *self)
{
  g_return_val_if_fail (MATTRA_IS_FORM_ANSWER (self), NULL);

  return self->cells;
}

/**
 * mattra_form_answer_get_review:
 * @self: an answer
 *
 * Returns: (transfer none) (nullable): what shows how far it has come; %NULL while nobody has seen its fields
 */
MattraReviewBox *
mattra_form_answer_get_review (MattraFormAnswer *self)
{
  g_return_val_if_fail (MATTRA_IS_FORM_ANSWER (self), NULL);

  return self->review;
}

/**
 * mattra_form_answer_show_evidence:
 * @self: an answer
 * @measure: the measure
 * @round: the round
 *
 * Shows the links and files that prove it, where somebody sees it.
 */
void
mattra_form_answer_show_evidence (MattraFormAnswer *self,
                                  MattraMeasure    *measure,
                                  MattraRound       round)
{
  g_return_if_fail (MATTRA_IS_FORM_ANSWER (self));

  if (self->evidence)
    mattra_evidence_view_show (MATTRA_EVIDENCE_VIEW (self->evidence), measure, round, self->division);
}

/**
 * mattra_form_answer_set_summary:
 * @self: an answer
 * @summary: in a few words what it has
 *
 * Says below its name what it has.
 */
void
mattra_form_answer_set_summary (MattraFormAnswer *self,
                                const char       *summary)
{
  g_return_if_fail (MATTRA_IS_FORM_ANSWER (self));

  if (self->summary)
    gtk_label_set_text (self->summary, summary);
}

/**
 * mattra_form_answer_expand:
 * @self: an answer
 *
 * Shows its fields.
 */
void
mattra_form_answer_expand (MattraFormAnswer *self)
{
  g_return_if_fail (MATTRA_IS_FORM_ANSWER (self));

  if (self->expander)
    gtk_expander_set_expanded (self->expander, TRUE);
  else
    build (self);
}
