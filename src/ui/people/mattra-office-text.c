/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-office-text.h"

struct _MattraOfficeText
{
  AdwPreferencesRow parent_instance;

  GtkTextView *view;
  MattraFormTextKind kind;
  gboolean composing; /* the input method holds a word that is not finished */
};

G_DEFINE_FINAL_TYPE (MattraOfficeText, mattra_office_text, ADW_TYPE_PREFERENCES_ROW)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_APPLY,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
changed (MattraOfficeText *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
preedit_changed (MattraOfficeText *self,
                 const char       *preedit)
{
  self->composing = *preedit != '\0';
}

static gboolean
key_pressed (GtkEventControllerKey *controller,
             guint                  keyval,
             guint                  keycode,
             GdkModifierType        state,
             MattraOfficeText      *self)
{
  gboolean enter = keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_ISO_Enter;

  state &= GDK_SHIFT_MASK | GDK_CONTROL_MASK | GDK_ALT_MASK;
  if (!enter || self->composing || (self->kind != MATTRA_FORM_LINE && state != GDK_CONTROL_MASK))
    return FALSE;
  g_signal_emit (self, signals[SIGNAL_APPLY], 0);
  return TRUE;
}

static gboolean
mattra_office_text_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (MATTRA_OFFICE_TEXT (widget)->view));
}

static void
mattra_office_text_class_init (MattraOfficeTextClass *klass)
{
  GTK_WIDGET_CLASS (klass)->grab_focus = mattra_office_text_grab_focus;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", MATTRA_TYPE_OFFICE_TEXT, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_APPLY] = g_signal_new ("apply", MATTRA_TYPE_OFFICE_TEXT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 0);
}

static void
mattra_office_text_init (MattraOfficeText *self)
{
}

static void
add_view (MattraOfficeText *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->view = mattra_form_text_view_new (self->kind);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
  g_signal_connect_object (self->view, "preedit-changed", G_CALLBACK (preedit_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_text_view_get_buffer (self->view), "changed", G_CALLBACK (changed), self,
                           G_CONNECT_SWAPPED);
}

/**
 * mattra_office_text_new:
 * @title: what the text is
 * @kind: how it is typed
 *
 * Returns: (transfer floating): the row, empty
 */
GtkWidget *
mattra_office_text_new (const char         *title,
                        MattraFormTextKind  kind)
{
  MattraOfficeText *self = g_object_new (MATTRA_TYPE_OFFICE_TEXT, "activatable", FALSE, "focusable", FALSE,
                                         "use-markup", FALSE, "title", title, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *label = gtk_label_new (title);

  self->kind = kind;
  add_view (self);
  gtk_widget_add_css_class (GTK_WIDGET (self), "mattra-office-text");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "caption");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->view));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  return GTK_WIDGET (self);
}

/**
 * mattra_office_text_dup_text:
 * @self: a row
 *
 * Returns: (transfer full): its text
 */
char *
mattra_office_text_dup_text (MattraOfficeText *self)
{
  g_return_val_if_fail (MATTRA_IS_OFFICE_TEXT (self), NULL);

  return mattra_form_text_view_dup_text (self->view);
}

/**
 * mattra_office_text_set_text:
 * @self: a row
 * @text: its text
 *
 * Shows a text, as it is kept.
 */
void
mattra_office_text_set_text (MattraOfficeText *self,
                             const char       *text)
{
  g_return_if_fail (MATTRA_IS_OFFICE_TEXT (self) && text != NULL);

  mattra_form_text_view_set_text (self->view, text);
  mattra_form_text_view_forget_undo (self->view);
}
