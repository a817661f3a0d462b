/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-window-entry.h"

#include "mattra-window-lock.h"
#include "mattra-word-digits.h"

/* What a task needs on its way: first the lock, then the register, then what was left. */
typedef struct
{
  char *path;
  GSettings *settings;
  MattraWindowEntry *entry;
} Entering;

static void
entering_free (Entering *self)
{
  g_free (self->path);
  g_object_unref (self->settings);
  g_clear_pointer (&self->entry, mattra_window_entry_free);
  g_free (self);
}

/**
 * mattra_window_entry_free:
 * @self: (transfer full) (nullable): a register that was entered
 *
 * Gives up what was not taken from it.
 */
void
mattra_window_entry_free (MattraWindowEntry *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->place);
  if (self->session)
    mattra_session_close (self->session);
  g_clear_object (&self->session);
  g_clear_pointer (&self->lock, mattra_register_lock_release);
  g_free (self);
}

static void
arrived (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Entering *entering = g_task_get_task_data (task);

  mattra_window_place_arrive_finish (MATTRA_WINDOW_PLACE (source), result);
  g_task_return_pointer (task, g_steal_pointer (&entering->entry), (GDestroyNotify) mattra_window_entry_free);
}

static void
opened (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  GTask *task = user_data;
  Entering *entering = g_task_get_task_data (task);
  MattraWindowEntry *entry = entering->entry;
  GError *error = NULL;

  entry->session = mattra_session_open_finish (result, &error);
  if (entry->session == NULL)
    {
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }
  /* Whoever cannot write keeps nobody from writing. */
  if (mattra_session_get_read_only (entry->session))
    g_clear_pointer (&entry->lock, mattra_register_lock_release);
  entry->place = mattra_window_place_new (entry->session, entering->settings);
  mattra_window_place_arrive_async (entry->place, arrived, task);
}

static void
open_register (GTask    *task,
               gboolean  read_only)
{
  Entering *entering = g_task_get_task_data (task);

  mattra_session_open_async (entering->path, read_only, g_task_get_cancellable (task), opened, task);
}

static void
locked (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  GTask *task = user_data;
  Entering *entering = g_task_get_task_data (task);
  MattraLockAnswer answer = mattra_window_lock_finish (result, &entering->entry->lock);

  if (answer != MATTRA_LOCK_CANCEL)
    {
      open_register (task, answer == MATTRA_LOCK_READ);
      return;
    }
  g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "The user gave it up");
  g_object_unref (task);
}

/**
 * mattra_window_enter_async:
 * @window: the window in which it is opened
 * @path: a register
 * @read_only: whether only to look at it
 * @settings: the user's settings
 * @cancellable: (nullable): gives it up
 * @callback: called when it is open, cannot be opened, or is not to be
 * @user_data: data for @callback
 *
 * Opens a register as it was left, after the user has said what to do where somebody else has it open.
 */
void
mattra_window_enter_async (GtkWindow           *window,
                           const char          *path,
                           gboolean             read_only,
                           GSettings           *settings,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  GTask *task = NULL;
  Entering *entering = NULL;

  g_return_if_fail (GTK_IS_WINDOW (window) && path != NULL && G_IS_SETTINGS (settings));

  task = g_task_new (NULL, cancellable, callback, user_data);
  entering = g_new0 (Entering, 1);
  entering->path = g_strdup (path);
  entering->settings = g_object_ref (settings);
  entering->entry = g_new0 (MattraWindowEntry, 1);
  g_task_set_task_data (task, entering, (GDestroyNotify) entering_free);
  if (read_only)
    open_register (task, TRUE);
  else
    mattra_window_lock_async (window, path,
                              mattra_word_digits ((MattraDigits) g_settings_get_enum (settings, "digits")),
                              locked, task);
}

/**
 * mattra_window_enter_finish:
 * @result: what the callback was given
 * @error: why it is not open; %G_IO_ERROR_CANCELLED where it is not to be
 *
 * Returns: (transfer full) (nullable): the register
 */
MattraWindowEntry *
mattra_window_enter_finish (GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
