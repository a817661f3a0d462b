/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-answer-view-private.h"

#include <glib/gi18n-lib.h>

/* Below this width, in pixels, the list lies over the page. */
#define FOLDS_BELOW 760
#define FOLD_SLACK 24
#define LIST_WIDTH 240

/* Folding */

static int
get_minimum (GtkWidget *widget)
{
  int width = 0;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  return width;
}

static gboolean
fold (gpointer user_data)
{
  MattraAnswerView *self = user_data;
  int least = get_minimum (adw_flap_get_flap (self->flap)) + get_minimum (adw_flap_get_content (self->flap));
  gboolean folded = self->width < MAX (FOLDS_BELOW, least + FOLD_SLACK);

  self->fold_idle = 0;
  if (adw_flap_get_folded (self->flap) == folded)
    return G_SOURCE_REMOVE;
  adw_flap_set_fold_policy (self->flap, folded ? ADW_FLAP_FOLD_POLICY_ALWAYS : ADW_FLAP_FOLD_POLICY_NEVER);
  adw_flap_set_reveal_flap (self->flap, !folded);
  return G_SOURCE_REMOVE;
}

/* What folds is hidden or shown after the frame: an allocation is no place for it. */
void
mattra_answer_view_allocate (MattraAnswerView *self,
                             int               width,
                             int               height,
                             int               baseline)
{
  if (self->width != width && self->fold_idle == 0)
    self->fold_idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, fold, self, NULL);
  self->width = width;
  gtk_widget_allocate (GTK_WIDGET (self->flap), width, height, baseline, NULL);
}

/* Building */

static GtkWidget *
build_side (MattraAnswerView *self)
{
  GtkWidget *side = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = gtk_label_new_with_mnemonic (_("Also What Was _Handed In Before"));

  self->divisions = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  self->list = MATTRA_ANSWER_LIST (mattra_answer_list_new ());
  self->show_all = gtk_check_button_new ();
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), self->show_all);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (self->show_all), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->divisions), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Division that is answered for"), -1);
  gtk_widget_set_vexpand (GTK_WIDGET (self->list), TRUE);
  gtk_widget_set_size_request (side, LIST_WIDTH, -1);
  gtk_widget_add_css_class (side, "background");
  gtk_widget_add_css_class (side, "mattra-answer-side");
  gtk_box_append (GTK_BOX (side), GTK_WIDGET (self->divisions));
  gtk_box_append (GTK_BOX (side), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (side), self->show_all);
  g_signal_connect_object (self->divisions, "notify::selected", G_CALLBACK (mattra_answer_view_choose_division), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "chosen", G_CALLBACK (mattra_answer_view_choose), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->show_all, "toggled", G_CALLBACK (mattra_answer_view_show_all), self,
                           G_CONNECT_SWAPPED);
  return side;
}

static GtkWidget *
new_button (MattraAnswerView *self,
            GtkWidget        *button,
            const char       *tooltip,
            void (*clicked) (MattraAnswerView *self))
{
  gtk_widget_set_tooltip_text (button, tooltip);
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked), self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
build_buttons (MattraAnswerView *self)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->list_button = gtk_toggle_button_new ();
  gtk_button_set_icon_name (GTK_BUTTON (self->list_button), "view-list-symbolic");
  gtk_widget_set_tooltip_text (self->list_button, _("List of What Is to Be Answered"));
  g_object_bind_property (self->flap, "reveal-flap", self->list_button, "active",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  self->previous = new_button (self, gtk_button_new_from_icon_name ("go-previous-symbolic"),
                               _("Measure Before (Alt+Left)"), mattra_answer_view_go_back);
  self->next = new_button (self, gtk_button_new_from_icon_name ("go-next-symbolic"), _("Next Measure (Alt+Right)"),
                           mattra_answer_view_go_on);
  self->submit = GTK_BUTTON (new_button (self, gtk_button_new_with_mnemonic (_("_Submit and Next")), NULL,
                                         mattra_answer_view_submit));
  gtk_widget_set_hexpand (GTK_WIDGET (self->submit), TRUE);
  gtk_widget_set_halign (GTK_WIDGET (self->submit), GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (buttons), self->list_button);
  gtk_box_append (GTK_BOX (buttons), self->previous);
  gtk_box_append (GTK_BOX (buttons), self->next);
  gtk_box_append (GTK_BOX (buttons), GTK_WIDGET (self->submit));
  return buttons;
}

static GtkWidget *
build_bar (MattraAnswerView *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->why = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->why, TRUE);
  gtk_label_set_xalign (self->why, 1);
  gtk_widget_set_visible (GTK_WIDGET (self->why), FALSE);
  gtk_widget_add_css_class (bar, "mattra-answer-bar");
  gtk_box_append (GTK_BOX (bar), GTK_WIDGET (self->why));
  gtk_box_append (GTK_BOX (bar), build_buttons (self));
  return bar;
}

static GtkWidget *
build_end (MattraAnswerView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *back = gtk_button_new_with_mnemonic (_("_Back to the Measures"));

  self->end = ADW_STATUS_PAGE (adw_status_page_new ());
  self->again = new_button (self, gtk_button_new_with_mnemonic (_("_Look at What Was Handed In")), NULL,
                            mattra_answer_view_look_again);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (back), "win.back");
  gtk_widget_add_css_class (back, "pill");
  gtk_widget_add_css_class (back, "suggested-action");
  gtk_widget_add_css_class (self->again, "pill");
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), back);
  gtk_box_append (GTK_BOX (box), self->again);
  adw_status_page_set_child (self->end, box);
  return GTK_WIDGET (self->end);
}

/* Makes what does not need the session: list, pages but that of the answer, and the bar of buttons. */
void
mattra_answer_view_build (MattraAnswerView *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->flap = ADW_FLAP (adw_flap_new ());
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_widget_set_hexpand (content, TRUE);
  /* Folded until the width is known: a window that began wider would stay so. */
  adw_flap_set_fold_policy (self->flap, ADW_FLAP_FOLD_POLICY_ALWAYS);
  adw_flap_set_reveal_flap (self->flap, FALSE);
  adw_flap_set_swipe_to_open (self->flap, FALSE);
  adw_flap_set_flap (self->flap, build_side (self));
  adw_flap_set_separator (self->flap, gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  self->bar = build_bar (self);
  gtk_stack_add_child (self->stack, build_end (self));
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->stack));
  gtk_box_append (GTK_BOX (content), self->bar);
  adw_flap_set_content (self->flap, content);
  gtk_widget_set_parent (GTK_WIDGET (self->flap), GTK_WIDGET (self));
}
