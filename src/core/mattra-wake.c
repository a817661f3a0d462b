/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-wake.h"

#ifdef __linux__
#include <errno.h>
#include <glib-unix.h>
#include <sys/timerfd.h>
#include <unistd.h>
#endif

struct _MattraWake
{
  MattraWakeFunc func;
  gpointer user_data;
  int fd;
  guint source;
};

#ifdef __linux__

/* A read that is told of a set clock fails with ECANCELED, which is news as well. */
static gboolean
ready (int          fd,
       GIOCondition condition,
       gpointer     user_data)
{
  MattraWake *self = user_data;
  guint64 n = 0;

  if (read (fd, &n, sizeof n) == sizeof n || errno == ECANCELED)
    self->func (self->user_data);
  return G_SOURCE_CONTINUE;
}

static void
begin (MattraWake *self)
{
  self->fd = timerfd_create (CLOCK_REALTIME, TFD_NONBLOCK | TFD_CLOEXEC);
  if (self->fd >= 0)
    self->source = g_unix_fd_add (self->fd, G_IO_IN, ready, self);
}

static void
set (MattraWake *self,
     gint64      at)
{
  const struct itimerspec when = { .it_value = { .tv_sec = at / G_USEC_PER_SEC, .tv_nsec = at % G_USEC_PER_SEC * 1000 } };

  if (self->fd >= 0)
    timerfd_settime (self->fd, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &when, NULL);
}

static void
end (MattraWake *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  if (self->fd >= 0)
    close (self->fd);
}

#else

static void
begin (MattraWake *self)
{
}

static void
set (MattraWake *self,
     gint64      at)
{
}

static void
end (MattraWake *self)
{
}

#endif

/**
 * mattra_wake_new:
 * @func: called at the moment, and when the clock was set
 * @user_data: given to @func
 *
 * Returns: (transfer full): it, not set yet
 */
MattraWake *
mattra_wake_new (MattraWakeFunc func,
                 gpointer       user_data)
{
  MattraWake *self = NULL;

  g_return_val_if_fail (func != NULL, NULL);

  self = g_new0 (MattraWake, 1);
  self->func = func;
  self->user_data = user_data;
  self->fd = -1;
  begin (self);
  return self;
}

/**
 * mattra_wake_set:
 * @self: a wake
 * @microseconds: how long from now, by the clock on the wall; not negative
 *
 * Sets the moment, instead of the one before.
 */
void
mattra_wake_set (MattraWake *self,
                 gint64      microseconds)
{
  g_return_if_fail (self != NULL && microseconds >= 0);

  set (self, g_get_real_time () + microseconds);
}

/**
 * mattra_wake_free:
 * @self: (transfer full): a wake
 */
void
mattra_wake_free (MattraWake *self)
{
  g_return_if_fail (self != NULL);

  end (self);
  g_free (self);
}
