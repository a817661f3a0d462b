/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-clock.h"

#include "mattra-wake.h"

/*
 * The day turns over at midnight by the clock on the wall, which a wake waits for: also after a suspend, and where
 * somebody sets the clock. What no wake tells of, as another time zone or a system without one, is seen at the latest
 * after a minute. A timeout counts time awake only, so one armed for midnight would be late by the length of a suspend.
 */
#define MAX_WAIT_SECONDS 60

struct _MattraClock
{
  GObject parent_instance;

  MattraDate fixed;
  MattraDate announced;
  MattraTimeFunc time_func;
  gpointer time_data;
  MattraWake *wake;
  guint timeout_id;
};

G_DEFINE_FINAL_TYPE (MattraClock, mattra_clock, G_TYPE_OBJECT)

enum
{
  DAY_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gint64
get_time (MattraClock *self)
{
  return self->time_func != NULL ? self->time_func (self->time_data) : g_get_real_time ();
}

static GDateTime *
get_local_time (MattraClock *self)
{
  return g_date_time_new_from_unix_local (get_time (self) / G_USEC_PER_SEC);
}

/* Where summer time ends at midnight there are two of them, and the one that is named may be over. */
static gint64
microseconds_to_midnight (MattraClock *self)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (GDateTime) now = get_local_time (self);
  MattraDate day = mattra_date_add_days (mattra_date_make (g_date_time_get_year (now), g_date_time_get_month (now),
                                                           g_date_time_get_day_of_month (now)), 1);
  g_autoptr (GDateTime) midnight = g_date_time_new (zone, day.year, day.month, day.day, 0, 0, 0);

  gint64 left = g_date_time_to_unix (midnight) * G_USEC_PER_SEC - get_time (self);

  return left > 0 ? left : MAX_WAIT_SECONDS * G_USEC_PER_SEC;
}

static void
announce_day (MattraClock *self)
{
  MattraDate today = mattra_clock_get_today (self);

  if (mattra_date_compare (today, self->announced) == 0)
    return;
  self->announced = today;
  g_signal_emit (self, signals[DAY_CHANGED], 0);
}

static void
arm (MattraClock *self)
{
  mattra_wake_set (self->wake, microseconds_to_midnight (self));
}

/* It may be early by what the clock was put right meanwhile, so it is armed anew in any case. */
static void
woken (gpointer data)
{
  g_autoptr (MattraClock) self = g_object_ref (MATTRA_CLOCK (data));

  announce_day (self);
  if (self->wake != NULL)
    arm (self);
}

static gboolean
look_again (gpointer data)
{
  woken (data);
  return G_SOURCE_CONTINUE;
}

static void
mattra_clock_dispose (GObject *object)
{
  MattraClock *self = MATTRA_CLOCK (object);

  g_clear_handle_id (&self->timeout_id, g_source_remove);
  g_clear_pointer (&self->wake, mattra_wake_free);
  G_OBJECT_CLASS (mattra_clock_parent_class)->dispose (object);
}

static void
mattra_clock_class_init (MattraClockClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mattra_clock_dispose;

  /**
   * MattraClock::day-changed:
   * @self: the clock
   *
   * Another day than at the last emission: after midnight, a suspend or a change of the clock.
   */
  signals[DAY_CHANGED] = g_signal_new ("day-changed", MATTRA_TYPE_CLOCK, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 0);
}

static void
mattra_clock_init (MattraClock *self)
{
  self->announced = mattra_clock_get_today (self);
  self->wake = mattra_wake_new (woken, self);
  self->timeout_id = g_timeout_add_seconds (MAX_WAIT_SECONDS, look_again, self);
  arm (self);
}

/**
 * mattra_clock_new:
 *
 * Makes a clock that follows the system's time as long as the default main context runs.
 *
 * Returns: (transfer full): a clock
 */
MattraClock *
mattra_clock_new (void)
{
  return g_object_new (MATTRA_TYPE_CLOCK, NULL);
}

/**
 * mattra_clock_get_today:
 * @self: a clock
 *
 * Returns: the day it is, in local time
 */
MattraDate
mattra_clock_get_today (MattraClock *self)
{
  g_autoptr (GDateTime) now = NULL;

  g_return_val_if_fail (MATTRA_IS_CLOCK (self), MATTRA_DATE_NONE);

  if (mattra_date_is_set (self->fixed))
    return self->fixed;
  now = get_local_time (self);
  return mattra_date_make (g_date_time_get_year (now), g_date_time_get_month (now),
                           g_date_time_get_day_of_month (now));
}

/**
 * mattra_clock_get_now:
 * @self: a clock
 *
 * Returns: this moment, milliseconds since 1970 in UTC; noon of the fixed day if one is set
 */
gint64
mattra_clock_get_now (MattraClock *self)
{
  g_autoptr (GDateTime) noon = NULL;

  g_return_val_if_fail (MATTRA_IS_CLOCK (self), 0);

  if (!mattra_date_is_set (self->fixed))
    return get_time (self) / 1000;
  noon = g_date_time_new_utc (self->fixed.year, self->fixed.month, self->fixed.day, 12, 0, 0);
  return g_date_time_to_unix (noon) * 1000;
}

/**
 * mattra_clock_get_minute:
 * @self: a clock
 *
 * Returns: the minute of the day, in local time; that of noon if a day is fixed
 */
int
mattra_clock_get_minute (MattraClock *self)
{
  g_autoptr (GDateTime) now = NULL;

  g_return_val_if_fail (MATTRA_IS_CLOCK (self), 0);

  if (mattra_date_is_set (self->fixed))
    return 12 * 60;
  now = get_local_time (self);
  return g_date_time_get_hour (now) * 60 + g_date_time_get_minute (now);
}

/**
 * mattra_clock_look:
 * @self: a clock
 *
 * Looks at once whether it is another day, as when somebody comes back to a window.
 */
void
mattra_clock_look (MattraClock *self)
{
  g_return_if_fail (MATTRA_IS_CLOCK (self));

  woken (self);
}

/**
 * mattra_clock_set_fixed:
 * @self: a clock
 * @date: the day it shall be from now on, none to follow the system again
 *
 * Stops the clock at a day, for tests and for papers of another day.
 */
void
mattra_clock_set_fixed (MattraClock *self,
                        MattraDate   date)
{
  g_return_if_fail (MATTRA_IS_CLOCK (self));

  self->fixed = date;
  announce_day (self);
}

/**
 * mattra_clock_set_source:
 * @self: a clock
 * @func: (nullable): tells the time; %NULL for the system's
 * @user_data: given to @func
 *
 * Has the clock follow another time on the wall, for tests: time that jumps as it does over a suspend, or goes back.
 */
void
mattra_clock_set_source (MattraClock    *self,
                         MattraTimeFunc  func,
                         gpointer        user_data)
{
  g_return_if_fail (MATTRA_IS_CLOCK (self));

  self->time_func = func;
  self->time_data = user_data;
  self->fixed = MATTRA_DATE_NONE;
  woken (self);
}
