/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-window-answer.h"

#include <glib/gi18n-lib.h>

/* The page takes the place of the register's; win.back leads back. */

static GtkWidget *
new_button (const char *icon,
            const char *words,
            const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, words);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

static GtkWidget *
build_header (GtkWidget *view)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *title = adw_window_title_new (_("Answer One After the Other"), "");

  g_object_bind_property (view, "subtitle", title, "subtitle", G_BINDING_SYNC_CREATE);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), title);
  adw_header_bar_set_centering_policy (ADW_HEADER_BAR (header), ADW_CENTERING_POLICY_LOOSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header),
                             new_button ("go-previous-symbolic", _("Back to the Measures"), "win.back"));
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), new_button ("edit-undo-symbolic", _("Undo"), "win.undo"));
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), new_button ("edit-redo-symbolic", _("Redo"), "win.redo"));
  return header;
}

/* In the bubble phase: Escape in a field gives up its text. */
static void
add_keys (GtkWidget *page)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                          gtk_named_action_new ("win.back")));
  gtk_widget_add_controller (page, keys);
}

/**
 * mattra_window_answer_new:
 * @session: a register's session
 * @settings: the user's settings
 *
 * Returns: (transfer floating): a page of a window for answering one measure after the other
 */
GtkWidget *
mattra_window_answer_new (MattraSession *session,
                          GSettings     *settings)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *view = NULL;

  g_return_val_if_fail (MATTRA_IS_SESSION (session) && G_IS_SETTINGS (settings), NULL);

  view = mattra_answer_view_new (session, settings);
  gtk_widget_set_vexpand (view, TRUE);
  gtk_box_append (GTK_BOX (box), build_header (view));
  gtk_box_append (GTK_BOX (box), view);
  add_keys (box);
  return box;
}

/**
 * mattra_window_answer_get_view:
 * @answer: a page of a window
 *
 * Returns: (transfer none): what it shows
 */
MattraAnswerView *
mattra_window_answer_get_view (GtkWidget *answer)
{
  g_return_val_if_fail (GTK_IS_WIDGET (answer), NULL);

  return MATTRA_ANSWER_VIEW (gtk_widget_get_last_child (answer));
}
