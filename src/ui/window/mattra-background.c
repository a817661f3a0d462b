/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-background.h"

#include "mattra-notifier.h"
#include "mattra-recent.h"
#include "mattra-reminder.h"

/* Registers that are looked into. */
#define N_REGISTERS 10

/* A timeout counts time awake only: looking so often bounds how late it is after a suspend. */
#define LOOK_SECONDS 60

struct _MattraBackground
{
  GObject parent_instance;

  GApplication *application;
  GSettings *settings;
  MattraClock *clock;
  guint timeout;
  gboolean holds;           /* the program */
  MattraDate looked;        /* the day on which it was done last */
  GQueue paths;             /* (element-type utf8): that are still to be looked into today */
  gboolean opening;         /* the next of them */
  MattraSession *session;   /* of the one that is */
  MattraNotifier *notifier;
};

G_DEFINE_FINAL_TYPE (MattraBackground, mattra_background, G_TYPE_OBJECT)

enum
{
  SIGNAL_LOOKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void look_into_next (MattraBackground *self);

/* One register after the other */

static void
close_register (MattraBackground *self)
{
  if (self->session == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->notifier);
  mattra_session_close (self->session);
  g_clear_object (&self->session);
}

/* The notifier may have asked something of the register: that comes first. */
static gboolean
ask_nothing (MattraStore  *store,
             MattraPlan   *plan,
             gpointer      data,
             GError      **error)
{
  return TRUE;
}

static void
finished (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (MattraBackground) self = user_data;

  if (MATTRA_SESSION (source) != self->session)
    return;
  g_signal_emit (self, signals[SIGNAL_LOOKED], 0, mattra_session_get_path (self->session));
  close_register (self);
  look_into_next (self);
}

static void
counted (MattraBackground *self)
{
  mattra_session_query_async (self->session, ask_nothing, NULL, NULL, finished, g_object_ref (self));
}

static void
failed (MattraBackground *self)
{
  close_register (self);
  look_into_next (self);
}

/* A register that can't be opened is none to tell of: whoever opens it hears why. */
static void
opened (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (MattraBackground) self = user_data;
  MattraSession *session = mattra_session_open_finish (result, NULL);

  self->opening = FALSE;
  if (session == NULL)
    {
      look_into_next (self);
      return;
    }
  if (self->application == NULL)
    {
      mattra_session_close (session);
      g_object_unref (session);
      return;
    }
  self->session = session;
  self->notifier = mattra_notifier_new (session, self->settings);
  mattra_notifier_attach (self->notifier, self->application, "app.open-list");
  g_signal_connect_object (session, "counts-changed", G_CALLBACK (counted), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (session, "failed", G_CALLBACK (failed), self, G_CONNECT_SWAPPED);
}

static void
look_into_next (MattraBackground *self)
{
  g_autofree char *path = g_queue_pop_head (&self->paths);

  if (path == NULL || self->application == NULL)
    return;
  self->opening = TRUE;
  mattra_session_open_async (path, TRUE, NULL, opened, g_object_ref (self));
}

/**
 * mattra_background_start:
 * @self: a background
 * @paths: (array zero-terminated=1): registers
 *
 * Looks into these registers, and tells of each what has not been told today.
 */
void
mattra_background_start (MattraBackground  *self,
                         const char *const *paths)
{
  g_return_if_fail (MATTRA_IS_BACKGROUND (self) && paths != NULL);

  for (guint i = 0; paths[i] != NULL; i++)
    g_queue_push_tail (&self->paths, g_strdup (paths[i]));
  if (self->session == NULL && !self->opening)
    look_into_next (self);
}

/* When */

static void
look (MattraBackground *self)
{
  MattraDate today = mattra_clock_get_today (self->clock);
  g_auto (GStrv) paths = NULL;
  MattraReminder reminder;

  mattra_reminder_read (&reminder, self->settings);
  if (!self->holds || mattra_date_compare (today, self->looked) == 0 || !mattra_reminder_is_on (&reminder, today)
      || mattra_clock_get_minute (self->clock) < reminder.minute)
    return;
  self->looked = today;
  paths = mattra_recent_list (N_REGISTERS);
  mattra_background_start (self, (const char *const *) paths);
}

static gboolean
look_again (gpointer data)
{
  look (data);
  return G_SOURCE_CONTINUE;
}

/* While it is wanted the program runs on without a window. */
static void
follow_wish (MattraBackground *self)
{
  gboolean wanted = g_settings_get_boolean (self->settings, "remind-in-background")
                    && g_settings_get_boolean (self->settings, "notifications");

  if (wanted == self->holds)
    return;
  self->holds = wanted;
  if (wanted)
    g_application_hold (self->application);
  else
    g_application_release (self->application);
  look (self);
}

static void
mattra_background_dispose (GObject *object)
{
  MattraBackground *self = MATTRA_BACKGROUND (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_queue_clear_full (&self->paths, g_free);
  close_register (self);
  if (self->holds)
    g_application_release (self->application);
  self->holds = FALSE;
  g_clear_object (&self->clock);
  g_clear_object (&self->settings);
  g_clear_object (&self->application);

  G_OBJECT_CLASS (mattra_background_parent_class)->dispose (object);
}

static void
mattra_background_class_init (MattraBackgroundClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mattra_background_dispose;
  signals[SIGNAL_LOOKED] = g_signal_new ("looked", MATTRA_TYPE_BACKGROUND, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
mattra_background_init (MattraBackground *self)
{
  self->clock = mattra_clock_new ();
  g_queue_init (&self->paths);
}

/**
 * mattra_background_new:
 * @application: the program, started
 * @settings: the user's settings
 *
 * Keeps the program running without a window as long as the user wants to be told in the background, and tells at the
 * time the user chose.
 *
 * Returns: (transfer full): it
 */
MattraBackground *
mattra_background_new (GApplication *application,
                       GSettings    *settings)
{
  MattraBackground *self = NULL;

  g_return_val_if_fail (G_IS_APPLICATION (application) && G_IS_SETTINGS (settings), NULL);

  self = g_object_new (MATTRA_TYPE_BACKGROUND, NULL);
  self->application = g_object_ref (application);
  self->settings = g_object_ref (settings);
  self->timeout = g_timeout_add_seconds (LOOK_SECONDS, look_again, self);
  g_signal_connect_object (self->clock, "day-changed", G_CALLBACK (look), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::remind-in-background", G_CALLBACK (follow_wish), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::notifications", G_CALLBACK (follow_wish), self, G_CONNECT_SWAPPED);
  follow_wish (self);
  return self;
}

/**
 * mattra_background_get_clock:
 * @self: a background
 *
 * Returns: (transfer none): the clock by which it looks
 */
MattraClock *
mattra_background_get_clock (MattraBackground *self)
{
  g_return_val_if_fail (MATTRA_IS_BACKGROUND (self), NULL);

  return self->clock;
}
