/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-window-round.h"

#include <glib/gi18n-lib.h>

#include "mattra-ask.h"
#include "mattra-roll-over.h"
#include "mattra-settings.h"
#include "mattra-word-digits.h"

/* Going on from the first half of a year to the whole of it. */

#define REPLY_GO_ON "go-on"
#define REPLY_COPY "copy"

typedef struct
{
  gboolean copy;
  MattraRollOver done;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  mattra_roll_over_clear (&job->done);
  g_free (job);
}

static gboolean
run_job (MattraStore  *store,
         MattraPlan   *plan,
         gpointer      data,
         GError      **error)
{
  Job *job = data;

  return mattra_roll_over_round (store, plan, job->copy, NULL, &job->done, error);
}

static void
say_done (MattraWindow         *window,
          const MattraRollOver *done)
{
  g_autoptr (GSettings) settings = mattra_settings_new ();
  g_autofree char *carried = g_strdup_printf (ngettext ("%u recommendation to answer", "%u recommendations to answer",
                                                        done->n_carried), done->n_carried);
  g_autofree char *words = g_strdup_printf ("%s · %s", _("The year goes on to the 12 months"), carried);
  g_autofree char *shown =
    mattra_digits_apply (words, mattra_word_digits ((MattraDigits) g_settings_get_enum (settings, "digits")));

  mattra_window_say (window, shown, TRUE);
}

static void
started (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (MattraWindow) window = user_data;
  g_autoptr (GError) error = NULL;
  gpointer data = NULL;
  gboolean done = mattra_session_finish (MATTRA_SESSION (source), result, &data, &error);

  if (!done)
    mattra_tell (GTK_WINDOW (window), _("The Year Did Not Go On"), error->message);
  else if (mattra_window_get_session (window) == MATTRA_SESSION (source))
    {
      mattra_session_set_round (MATTRA_SESSION (source), MATTRA_ROUND_FULL_YEAR);
      say_done (window, &((Job *) data)->done);
    }
  g_clear_pointer (&data, job_free);
}

/**
 * mattra_window_round_start:
 * @window: a window in which a register is open
 * @copy: whether results of the first half are copied
 *
 * Goes on to the full year as one step, shows it and says so.
 */
void
mattra_window_round_start (MattraWindow *window,
                           gboolean      copy)
{
  Job *job;

  g_return_if_fail (MATTRA_IS_WINDOW (window) && mattra_window_get_session (window));

  job = g_new0 (Job, 1);
  job->copy = copy;
  mattra_register_page_commit (mattra_window_get_page (window));
  mattra_session_write_async (mattra_window_get_session (window), run_job, job, job_free, started,
                              g_object_ref (window));
}

static void
answered (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (MattraWindow) window = user_data;
  g_autofree char *reply = mattra_ask_finish (result);

  if (mattra_window_get_session (window) != NULL
      && (g_strcmp0 (reply, REPLY_GO_ON) == 0 || g_strcmp0 (reply, REPLY_COPY) == 0))
    mattra_window_round_start (window, g_str_equal (reply, REPLY_COPY));
}

/**
 * mattra_window_round_ask:
 * @window: a window in which a register is open
 *
 * Asks whether the year is to go on to its whole, and does it.
 */
void
mattra_window_round_ask (MattraWindow *window)
{
  const MattraReply replies[] = {
    { "cancel", _("_Cancel"), MATTRA_REPLY_PLAIN },
    { REPLY_COPY, _("Go On and _Copy Results"), MATTRA_REPLY_PLAIN },
    { REPLY_GO_ON, _("_Go On"), MATTRA_REPLY_SUGGESTED },
  };

  g_return_if_fail (MATTRA_IS_WINDOW (window) && mattra_window_get_session (window));

  mattra_ask_async (GTK_WINDOW (window), _("Go On to the 12 Months?"),
                    _("What was recommended in the first 6 months waits to be answered. Results of the first 6 months stay"
                      " there; they can be copied, to be added to. It is one step, which Undo takes back."),
                    replies, G_N_ELEMENTS (replies), answered, g_object_ref (window));
}
