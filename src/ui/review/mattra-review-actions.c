/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-review-actions.h"

#include <glib/gi18n-lib.h>

#include "mattra-form-text-view.h"

struct _MattraReviewActions
{
  GtkBox parent_instance;

  MattraReviewBox *box; /* not owned: it stands in the same form */
  GtkWidget *buttons[MATTRA_N_VERDICTS];
  GtkWidget *reason;    /* what is to be mended is asked in it */
  GtkTextView *comment;
  GtkWidget *send;
  char *measure;        /* ULID of the one that it is about */
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (MattraReviewActions, mattra_review_actions, GTK_TYPE_BOX)

static const struct
{
  MattraReviewVerdict verdict;
  const char *label;
  int column;
  int row;
} rows[] = {
  { MATTRA_VERDICT_SUBMITTED, N_("_Submit"), 0, 0 },
  { MATTRA_VERDICT_WITHDRAWN, N_("_Take Back"), 1, 0 },
  { MATTRA_VERDICT_APPROVED, N_("_Approve"), 0, 1 },
  { MATTRA_VERDICT_RETURNED, N_("_Return…"), 1, 1 },
};

static void
show_button (MattraReviewActions *self,
             MattraReviewVerdict  verdict)
{
  GtkWidget *button = self->buttons[verdict];
  const char *why = mattra_review_box_get_why (self->box, verdict);

  gtk_widget_set_sensitive (button, why == NULL);
  gtk_widget_set_tooltip_text (button, why);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, why ? why : "", -1);
}

/* What was typed about another measure is offered by the window. */
static void
follow_measure (MattraReviewActions *self)
{
  const char *measure = mattra_review_box_get_measure (self->box);
  g_autofree char *before = NULL;
  g_autofree char *text = NULL;

  if (g_strcmp0 (measure, self->measure) == 0)
    return;
  before = g_steal_pointer (&self->measure);
  self->measure = g_strdup (measure);
  text = mattra_form_text_view_dup_text (self->comment);
  if (before == NULL || *g_strstrip (text) == '\0')
    return;
  mattra_review_box_tell_typed (self->box, before, text, TRUE);
  self->updating = TRUE;
  mattra_form_text_view_set_text (self->comment, "");
  self->updating = FALSE;
  gtk_widget_set_visible (self->reason, FALSE);
}

static void
show (MattraReviewActions *self)
{
  if (self->box == NULL)
    return;
  follow_measure (self);
  for (guint i = 0; i < MATTRA_N_VERDICTS; i++)
    show_button (self, i);
  if (!gtk_widget_get_sensitive (self->buttons[MATTRA_VERDICT_RETURNED]))
    gtk_widget_set_visible (self->reason, FALSE);
}

/* To return */

static void
show_send (MattraReviewActions *self)
{
  g_autofree char *text = mattra_form_text_view_dup_text (self->comment);

  gtk_widget_set_sensitive (self->send, *g_strstrip (text) != '\0');
}

static void
text_changed (MattraReviewActions *self)
{
  g_autofree char *text = mattra_form_text_view_dup_text (self->comment);

  show_send (self);
  if (self->box && self->measure && !self->updating)
    mattra_review_box_tell_typed (self->box, self->measure, *g_strstrip (text) != '\0' ? text : NULL, FALSE);
}

static void
close_reason (MattraReviewActions *self)
{
  gtk_widget_grab_focus (self->buttons[MATTRA_VERDICT_RETURNED]);
  gtk_widget_set_visible (self->reason, FALSE);
}

/* The text stays until the register has it. */
static void
send_back (MattraReviewActions *self)
{
  g_autofree char *text = mattra_form_text_view_dup_text (self->comment);

  if (self->box && *g_strstrip (text) != '\0')
    mattra_review_box_take (self->box, MATTRA_VERDICT_RETURNED, text);
}

static void
taken (MattraReviewActions *self,
       int                  verdict)
{
  if (verdict != MATTRA_VERDICT_RETURNED)
    return;
  mattra_form_text_view_set_text (self->comment, "");
  gtk_widget_set_visible (self->reason, FALSE);
}

static gboolean
key_pressed (GtkEventControllerKey *controller,
             guint                  keyval,
             guint                  keycode,
             GdkModifierType        state,
             MattraReviewActions   *self)
{
  state &= GDK_SHIFT_MASK | GDK_CONTROL_MASK | GDK_ALT_MASK;
  if (keyval == GDK_KEY_Escape && state == 0)
    close_reason (self);
  else if ((keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter) && state == GDK_CONTROL_MASK)
    send_back (self);
  else
    return FALSE;
  return TRUE;
}

static void
clicked (GtkWidget           *button,
         MattraReviewActions *self)
{
  for (guint i = 0; i < MATTRA_N_VERDICTS; i++)
    if (self->buttons[i] == button && i == MATTRA_VERDICT_RETURNED)
      {
        gtk_widget_set_visible (self->reason, TRUE);
        gtk_widget_grab_focus (GTK_WIDGET (self->comment));
      }
    else if (self->buttons[i] == button && self->box)
      mattra_review_box_take (self->box, i, NULL);
}

/* Building */

static GtkWidget *
build_replies (MattraReviewActions *self)
{
  GtkWidget *replies = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_("_Cancel"));

  self->send = gtk_button_new_with_mnemonic (_("_Return"));
  gtk_widget_add_css_class (self->send, "suggested-action");
  gtk_widget_set_halign (replies, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (replies), cancel);
  gtk_box_append (GTK_BOX (replies), self->send);
  g_signal_connect_object (cancel, "clicked", G_CALLBACK (close_reason), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->send, "clicked", G_CALLBACK (send_back), self, G_CONNECT_SWAPPED);
  return replies;
}

static void
build_reason (MattraReviewActions *self)
{
  GtkWidget *head = gtk_label_new_with_mnemonic (_("What is to be _mended"));
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->reason = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->comment = mattra_form_text_view_new (MATTRA_FORM_LINES);
  gtk_label_set_xalign (GTK_LABEL (head), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (head), GTK_WIDGET (self->comment));
  gtk_widget_add_css_class (head, "mattra-form-title");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->comment), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("What is to be mended"), -1);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed), self, 0);
  gtk_widget_add_controller (self->reason, keys);
  gtk_box_append (GTK_BOX (self->reason), head);
  gtk_box_append (GTK_BOX (self->reason), GTK_WIDGET (self->comment));
  gtk_box_append (GTK_BOX (self->reason), build_replies (self));
  gtk_widget_set_visible (self->reason, FALSE);
  g_signal_connect_object (gtk_text_view_get_buffer (self->comment), "changed", G_CALLBACK (text_changed), self,
                           G_CONNECT_SWAPPED);
  show_send (self);
}

static void
mattra_review_actions_dispose (GObject *object)
{
  g_clear_weak_pointer (&MATTRA_REVIEW_ACTIONS (object)->box);
  G_OBJECT_CLASS (mattra_review_actions_parent_class)->dispose (object);
}

static void
mattra_review_actions_finalize (GObject *object)
{
  g_free (MATTRA_REVIEW_ACTIONS (object)->measure);
  G_OBJECT_CLASS (mattra_review_actions_parent_class)->finalize (object);
}

static void
mattra_review_actions_class_init (MattraReviewActionsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mattra_review_actions_dispose;
  G_OBJECT_CLASS (klass)->finalize = mattra_review_actions_finalize;
}

static void
mattra_review_actions_init (MattraReviewActions *self)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_widget_add_css_class (GTK_WIDGET (self), "mattra-review-actions");
  gtk_grid_set_column_homogeneous (GTK_GRID (grid), TRUE);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 6);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GtkWidget *button = gtk_button_new_with_mnemonic (_(rows[i].label));

      gtk_widget_set_hexpand (button, TRUE);
      g_signal_connect_object (button, "clicked", G_CALLBACK (clicked), self, 0);
      gtk_grid_attach (GTK_GRID (grid), button, rows[i].column, rows[i].row, 1, 1);
      self->buttons[rows[i].verdict] = button;
    }
  build_reason (self);
  gtk_box_append (GTK_BOX (self), grid);
  gtk_box_append (GTK_BOX (self), self->reason);
}

/**
 * mattra_review_actions_new:
 * @box: what shows the answer
 *
 * Returns: (transfer floating): the buttons for it
 */
GtkWidget *
mattra_review_actions_new (MattraReviewBox *box)
{
  MattraReviewActions *self = NULL;

  g_return_val_if_fail (MATTRA_IS_REVIEW_BOX (box), NULL);

  self = g_object_new (MATTRA_TYPE_REVIEW_ACTIONS, NULL);
  g_set_weak_pointer (&self->box, box);
  g_object_bind_property (box, "visible", self, "visible", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (box, "shown", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (box, "taken", G_CALLBACK (taken), self, G_CONNECT_SWAPPED);
  show (self);
  return GTK_WIDGET (self);
}
