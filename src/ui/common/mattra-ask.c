/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-ask.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* AdwMessageDialog gives way to AdwAlertDialog in libadwaita 1.5: this is its only use. */

static const AdwResponseAppearance looks[] = {
  [MATTRA_REPLY_PLAIN] = ADW_RESPONSE_DEFAULT,
  [MATTRA_REPLY_SUGGESTED] = ADW_RESPONSE_SUGGESTED,
  [MATTRA_REPLY_DESTRUCTIVE] = ADW_RESPONSE_DESTRUCTIVE,
};

static void
take_response (AdwMessageDialog *dialog,
               const char       *response,
               gpointer          user_data)
{
  g_autoptr (GTask) task = user_data;

  g_task_return_pointer (task, g_strdup (response), g_free);
}

/**
 * mattra_ask_async:
 * @parent: (nullable): the window that asks
 * @heading: the question in one line
 * @body: (nullable): what one must know to answer it
 * @replies: (array length=n_replies): the answers; labels already translated
 * @n_replies: how many, at least one
 * @callback: called when there is an answer
 * @user_data: data for @callback
 *
 * Asks the user something that cannot be undone or decided otherwise.
 */
void
mattra_ask_async (GtkWindow           *parent,
                  const char          *heading,
                  const char          *body,
                  const MattraReply   *replies,
                  guint                n_replies,
                  GAsyncReadyCallback  callback,
                  gpointer             user_data)
{
  AdwMessageDialog *dialog = NULL;
  GTask *task = NULL;

  g_return_if_fail (heading != NULL && n_replies > 0);

  task = g_task_new (parent, NULL, callback, user_data);
  dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, heading, body));
  for (guint i = 0; i < n_replies; i++)
    {
      adw_message_dialog_add_response (dialog, replies[i].id, replies[i].label);
      adw_message_dialog_set_response_appearance (dialog, replies[i].id, looks[replies[i].look]);
      if (replies[i].look == MATTRA_REPLY_SUGGESTED || n_replies == 1)
        adw_message_dialog_set_default_response (dialog, replies[i].id);
    }
  adw_message_dialog_set_close_response (dialog, replies[0].id);
  g_signal_connect (dialog, "response", G_CALLBACK (take_response), task);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * mattra_ask_finish:
 * @result: result of the asynchronous call
 *
 * Returns: (transfer full): the id of the answer
 */
char *
mattra_ask_finish (GAsyncResult *result)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), NULL);
}

/**
 * mattra_tell:
 * @parent: (nullable): the window that tells
 * @heading: what happened, in one line
 * @body: (nullable): why, and what can be done
 *
 * Tells the user something that must not be overlooked.
 */
void
mattra_tell (GtkWindow  *parent,
             const char *heading,
             const char *body)
{
  const MattraReply close = { "close", _("_Close"), MATTRA_REPLY_PLAIN };

  mattra_ask_async (parent, heading, body, &close, 1, NULL, NULL);
}
