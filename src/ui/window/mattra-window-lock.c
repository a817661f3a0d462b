/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-window-lock.h"

#include <glib/gi18n-lib.h>

#include "mattra-ask.h"
#include "mattra-date.h"

static const char *const answers[] = {
  [MATTRA_LOCK_CANCEL] = "cancel",
  [MATTRA_LOCK_READ] = "read",
  [MATTRA_LOCK_WRITE] = "write",
};

typedef struct
{
  MattraRegisterLock *lock; /* NULL where none could be had */
} Entering;

static void
entering_free (Entering *entering)
{
  g_clear_pointer (&entering->lock, mattra_register_lock_release);
  g_free (entering);
}

/* Words */

static char *
dup_since (gint64       since,
           MattraDigits digits)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (since);
  g_autofree char *day = NULL;
  g_autofree char *clock = NULL;
  g_autofree char *shown_clock = NULL;

  if (since <= 0 || time == NULL)
    return NULL;
  day = mattra_date_format (mattra_date_make (g_date_time_get_year (time), g_date_time_get_month (time),
                                              g_date_time_get_day_of_month (time)),
                            MATTRA_DATE_SHORT, digits);
  clock = g_date_time_format (time, "%H:%M");
  shown_clock = mattra_digits_apply (clock, digits);
  return g_strdup_printf (_("%s at %s"), day, shown_clock);
}

static char *
dup_who (const MattraLockHolder *holder)
{
  if (holder->here)
    return g_strdup_printf (_("%s has it open in another program on this computer."), holder->user);
  return g_strdup_printf (_("%s has it open on the computer “%s”."), holder->user, holder->host);
}

static char *
dup_body (const MattraLockHolder *holder,
          MattraDigits            digits)
{
  g_autofree char *who = dup_who (holder);
  g_autofree char *since = dup_since (holder->since, digits);
  g_autofree char *when = since ? g_strdup_printf (_("Since %s."), since) : NULL;
  g_autofree char *told = g_strjoin (" ", who, when, NULL);

  return g_strjoin ("\n\n", told,
                    _("You can look at it without changing anything. If both write, each sees what the other "
                      "wrote within moments; in the same cell the later text stands."),
                    NULL);
}

/* Asking */

static MattraLockAnswer
find_answer (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    if (g_strcmp0 (answers[i], id) == 0)
      return i;
  return MATTRA_LOCK_CANCEL;
}

static void
answered (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autofree char *id = mattra_ask_finish (result);
  MattraLockAnswer answer = find_answer (id);
  Entering *entering = g_task_get_task_data (task);

  if (answer == MATTRA_LOCK_WRITE && entering->lock)
    mattra_register_lock_override (entering->lock);
  g_task_return_int (task, answer);
}

static void
ask (GTask                  *task,
     GtkWindow              *window,
     const MattraLockHolder *holder,
     MattraDigits            digits)
{
  const MattraReply replies[] = {
    { answers[MATTRA_LOCK_CANCEL], _("_Cancel"), MATTRA_REPLY_PLAIN },
    { answers[MATTRA_LOCK_WRITE], _("_Open Anyway"), MATTRA_REPLY_DESTRUCTIVE },
    { answers[MATTRA_LOCK_READ], _("Open _Read-Only"), MATTRA_REPLY_SUGGESTED },
  };
  g_autofree char *body = dup_body (holder, digits);

  gtk_window_present (window);
  mattra_ask_async (window, _("Somebody else has this register open"), body, replies,
                    G_N_ELEMENTS (replies), answered, task);
}

/**
 * mattra_window_lock_async:
 * @window: the window that opens a register for writing
 * @path: the register
 * @digits: the script of numbers
 * @callback: called when it is known how to go on
 * @user_data: data for @callback
 *
 * Tells others that the register is open here. Where somebody else has it open, the user is asked.
 */
void
mattra_window_lock_async (GtkWindow           *window,
                          const char          *path,
                          MattraDigits         digits,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr (MattraLockHolder) holder = NULL;
  GTask *task = NULL;
  Entering *entering = NULL;

  g_return_if_fail (GTK_IS_WINDOW (window) && path != NULL);

  entering = g_new0 (Entering, 1);
  entering->lock = mattra_register_lock_take (path, &holder);
  task = g_task_new (NULL, NULL, callback, user_data);
  g_task_set_task_data (task, entering, (GDestroyNotify) entering_free);
  if (holder)
    ask (task, window, holder, digits);
  else
    {
      g_task_return_int (task, MATTRA_LOCK_WRITE);
      g_object_unref (task);
    }
}

/**
 * mattra_window_lock_finish:
 * @result: what the callback was given
 * @lock: (out) (nullable) (transfer full): what tells others, for as long as the register is open
 *
 * Returns: how to go on; @lock is set only for %MATTRA_LOCK_WRITE, and not where no place could be
 *   found to tell others
 */
MattraLockAnswer
mattra_window_lock_finish (GAsyncResult        *result,
                           MattraRegisterLock **lock)
{
  MattraLockAnswer answer;
  Entering *entering = NULL;

  g_return_val_if_fail (g_task_is_valid (result, NULL) && lock != NULL, MATTRA_LOCK_CANCEL);

  answer = (MattraLockAnswer) g_task_propagate_int (G_TASK (result), NULL);
  entering = g_task_get_task_data (G_TASK (result));
  *lock = answer == MATTRA_LOCK_WRITE ? g_steal_pointer (&entering->lock) : NULL;
  return answer;
}
