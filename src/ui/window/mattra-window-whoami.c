/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-window-whoami.h"

#include <glib/gi18n-lib.h>

#define REPLY_CHOOSE "choose"
#define REPLY_DISMISS "dismiss"

/* An office where one person does it all enters those who sign, but gives nobody a division: it is asked nothing. */
static gboolean
has_heads (MattraSession *session)
{
  g_autoptr (GPtrArray) actors = mattra_session_list_actors (session);

  for (guint i = 0; i < actors->len; i++)
    {
      const MattraActor *actor = g_ptr_array_index (actors, i);

      if (actor->role == MATTRA_ROLE_DIVISION_HEAD)
        return TRUE;
    }
  return FALSE;
}

static void
show (MattraSession *session,
      GParamSpec    *pspec,
      MattraBar     *bar)
{
  gboolean offer = !mattra_session_get_asked (session) && mattra_session_get_actor (session) == NULL
                   && !mattra_session_get_read_only (session) && has_heads (session);

  mattra_bar_set_text (bar, offer ? _("Several people work with this register. Tell who you are, and what is yours comes"
                                      " first.")
                                  : NULL);
}

static void
reply (MattraBar     *bar,
       const char    *id,
       MattraSession *session)
{
  mattra_session_set_asked (session);
  mattra_bar_set_text (bar, NULL);
  if (g_str_equal (id, REPLY_CHOOSE))
    gtk_widget_activate_action (GTK_WIDGET (bar), "win.whoami", NULL);
}

/**
 * mattra_window_whoami_offer:
 * @session: the register's session
 * @page: its page
 *
 * Offers once, and never again for this account and register, to choose who one is.
 */
void
mattra_window_whoami_offer (MattraSession      *session,
                            MattraRegisterPage *page)
{
  MattraBar *bar = NULL;

  g_return_if_fail (MATTRA_IS_SESSION (session) && MATTRA_IS_REGISTER_PAGE (page));

  bar = mattra_register_page_get_whoami_bar (page);
  mattra_bar_set_reply (bar, 0, REPLY_CHOOSE, _("Ch_oose…"));
  mattra_bar_set_reply (bar, 1, REPLY_DISMISS, _("_Not Now"));
  g_signal_connect_object (bar, "reply", G_CALLBACK (reply), session, 0);
  g_signal_connect_object (session, "notify::actor", G_CALLBACK (show), bar, 0);
  g_signal_connect_object (session, "notify::plan", G_CALLBACK (show), bar, 0);
  show (session, NULL, bar);
}
